//! The figures of two states: before, after, by how much, and whether that is good.

use crate::ui::prelude::*;

use crate::analysis::{ResultUnit, catalogue};
use crate::change::compare::{Figure, Verdict};
use crate::i18n::{copies as say, format, ui as words};
use crate::ui::cx::Cx;
use crate::ui::result::figure::number_text;

/// The table, what changed first; what did not change is folded.
pub fn view(cx: Cx, figures: &[Figure]) -> AnyView {
    if figures.is_empty() {
        return ().into_any();
    }
    let of = |same: bool| -> Vec<&Figure> {
        figures.iter().filter(|figure| (figure.verdict == Verdict::Same) == same).collect()
    };
    let (moved, same) = (of(false), of(true));
    let count = |verdict: Verdict| figures.iter().filter(|figure| figure.verdict == verdict).count().to_string();
    let line = cx.tf(say::BETTER_COUNT, &[&count(Verdict::Better), &count(Verdict::Worse)]);
    let folded = (!same.is_empty()).then(|| {
        view! { <details class="fold-in no-print"><summary>{cx.tf(say::SHOW_SAME, &[&same.len().to_string()])}</summary>{rows(cx, &same)}</details> }
    });
    view! {
        <section aria-labelledby="compare-figures">
            <h2 id="compare-figures">{cx.t(say::FIGURES)}</h2>
            <p class="verdict-line">{line}</p>
            {(!moved.is_empty()).then(|| rows(cx, &moved))}
            {folded}
        </section>
    }
    .into_any()
}

fn rows(cx: Cx, figures: &[&Figure]) -> AnyView {
    let heads = super::heads(cx, &[say::FIGURE, say::OLD_SIDE, say::NEW_SIDE, say::CHANGE, say::VERDICT]);
    let rows = figures.iter().filter_map(|figure| row(cx, figure)).collect_view();
    super::table(cx, say::FIGURES, heads, view! { <tbody>{rows}</tbody> }.into_any())
}

fn row(cx: Cx, figure: &Figure) -> Option<AnyView> {
    let result = catalogue::find(figure.name)?;
    let shown = |value: Option<f64>| {
        value.map_or_else(|| cx.t(words::DASH).to_owned(), |number| number_text(cx, result.unit, number))
    };
    let (class, word) = match figure.verdict {
        Verdict::Better => ("good", say::BETTER),
        Verdict::Worse => ("bad", say::WORSE),
        Verdict::Same => ("hint", say::UNCHANGED),
        Verdict::Open => ("hint", say::TO_KNOW),
    };
    let arrow = match figure.change {
        Some(change) if change > 1e-9 => "↑ ",
        Some(change) if change < -1e-9 => "↓ ",
        _ => "",
    };
    let key = match figure.verdict {
        Verdict::Better => "better",
        Verdict::Worse => "worse",
        Verdict::Same => "same",
        Verdict::Open => "open",
    };
    let row = view! {
        <tr data-figure=figure.name data-verdict=key>
            <th scope="row">{cx.t(result.label)}</th>
            <td>{shown(figure.old)}</td>
            <td>{shown(figure.new)}</td>
            <td>{change(cx, figure, result.unit)}</td>
            <td class=class>{arrow}{cx.t(word)}</td>
        </tr>
    };
    Some(row.into_any())
}

fn change(cx: Cx, figure: &Figure, unit: ResultUnit) -> String {
    let Some(change) = figure.change else { return cx.t(words::DASH).to_owned() };
    if unit == ResultUnit::Percent {
        return cx.tf(say::POINTS, &[&format::signed(change, 1)]);
    }
    let text = format::signed(change, if unit == ResultUnit::Money { 1 } else { 2 });
    // Of a score or index, which may be near zero, a percentage says nothing.
    let percent = figure.change_percent.filter(|_| matches!(unit, ResultUnit::Money | ResultUnit::Count));
    match percent {
        Some(percent) if cx.lang == crate::model::Lang::Zh => format!("{text}（{}%）", format::signed(percent, 0)),
        Some(percent) => format!("{text} ({}%)", format::signed(percent, 0)),
        None => text,
    }
}
