//! One dot for each rater along a scale; equal ratings stand on each other.

use crate::ui::prelude::*;

const WIDTH: f64 = 150.0;
const EDGE: f64 = 8.0;
const STEP: f64 = 9.0;

/// The dots of an item: who gave what, between `low` and `high`, with the median marked by a line.
pub fn view(raters: &[(String, f64)], low: f64, high: f64, median: f64, label: String) -> AnyView {
    let span = if high > low { high - low } else { 1.0 };
    let at = |value: f64| EDGE + (value - low) / span * (WIDTH - 2.0 * EDGE);
    let mut stacks: Vec<(f64, f64)> = Vec::new();
    let dots: Vec<(f64, f64, String)> = raters
        .iter()
        .map(|(who, value)| {
            let known = stacks.iter_mut().find(|(other, _)| (*other - value).abs() < 1e-9);
            let level = match known {
                Some((_, level)) => {
                    *level += 1.0;
                    *level
                }
                None => {
                    stacks.push((*value, 0.0));
                    0.0
                }
            };
            (at(*value), level, format!("{who}: {value}"))
        })
        .collect();
    let top = stacks.iter().fold(0.0_f64, |top, (_, level)| top.max(*level));
    let base = 10.0 + top * STEP;
    let circles = dots.into_iter().map(|(x, level, tip)| {
        let y = px(base - level * STEP);
        view! { <circle cx=px(x) cy=y r="4" class="c-accent"><title>{tip}</title></circle> }
    });
    let line = |from: (f64, f64), to: (f64, f64), class: &'static str| {
        view! { <line x1=px(from.0) y1=px(from.1) x2=px(to.0) y2=px(to.1) class=class></line> }
    };
    let height = px(base + 8.0);
    view! {
        <svg viewBox=format!("0 0 {WIDTH} {height}") width=px(WIDTH) height=height.clone() class="strip" role="img" aria-label=label>
            {line((EDGE, base + 5.0), (WIDTH - EDGE, base + 5.0), "strip-axis")}
            {line((at(median), base - top * STEP - 6.0), (at(median), base + 7.0), "strip-median")}
            {circles.collect_view()}
        </svg>
    }
    .into_any()
}

fn px(value: f64) -> String {
    crate::charts::scene::pixels(value)
}
