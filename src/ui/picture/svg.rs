//! A scene as SVG elements. Built element by element in the SVG namespace; text reaches the page as text nodes only.

use leptos::prelude::*;
use leptos::svg;

use crate::charts::style::PATTERNS;
use crate::charts::{Anchor, Mark, Scene, Shape};

/// The drawing with its handles on top.
pub fn view(scene: &Scene, labelled_by: String, handles: AnyView) -> AnyView {
    let marks = scene.marks.iter().map(mark).collect_view();
    let patterns = PATTERNS.iter().map(|(id, d)| {
        svg::pattern()
            .attr("id", *id)
            .attr("width", "6")
            .attr("height", "6")
            .attr("patternUnits", "userSpaceOnUse")
            .child(svg::path().attr("d", *d).attr("class", "pattern-ink"))
    });
    svg::svg()
        .attr("viewBox", format!("0 0 {} {}", scene.width, scene.height))
        .attr("class", "scene")
        .attr("role", "group")
        .attr("aria-labelledby", labelled_by)
        .child((svg::defs().child(patterns.collect_view()), svg::g().attr("aria-hidden", "true").child(marks), handles))
        .into_any()
}

fn mark(mark: &Mark) -> AnyView {
    let class = mark.class.css();
    let row = mark.row.as_ref().map(|row| row.as_str().to_owned());
    let title = (!mark.title.is_empty()).then(|| svg::title().child(mark.title.clone()));
    let p = crate::charts::scene::pixels;
    match &mark.shape {
        Shape::Rect { x, y, w, h, r } => svg::rect()
            .attr("x", p(*x))
            .attr("y", p(*y))
            .attr("width", p(*w))
            .attr("height", p(*h))
            .attr("rx", p(*r))
            .attr("class", class)
            .attr("data-mark", row)
            .child(title)
            .into_any(),
        Shape::Line { from, to } => svg::line()
            .attr("x1", p(from.0))
            .attr("y1", p(from.1))
            .attr("x2", p(to.0))
            .attr("y2", p(to.1))
            .attr("class", class)
            .attr("data-mark", row)
            .child(title)
            .into_any(),
        Shape::Poly { .. } => svg::path()
            .attr("d", mark.shape.path_data())
            .attr("class", class)
            .attr("data-mark", row)
            .child(title)
            .into_any(),
        Shape::Circle { x, y, r } => svg::circle()
            .attr("cx", p(*x))
            .attr("cy", p(*y))
            .attr("r", p(*r))
            .attr("class", class)
            .attr("data-mark", row)
            .child(title)
            .into_any(),
        Shape::Text { x, y, text, anchor, size } => svg::text()
            .attr("x", p(*x))
            .attr("y", p(*y))
            .attr("class", class)
            .attr("font-size", p(*size))
            .attr(
                "text-anchor",
                match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                },
            )
            .attr("data-mark", row)
            .child(text.clone())
            .into_any(),
    }
}
