//! The rail on the left: the pages of the workbook, each with its progress.

use crate::ui::prelude::*;

use crate::analysis::completeness;
use crate::i18n::ui as words;
use crate::ui::cx::Cx;
use crate::ui::late;
use crate::ui::pages::{EXTRAS, Extra};
use crate::ui::route::Route;
use crate::worksheets::{SHEETS, Sheet};

/// The rail.
pub fn view(cx: Cx, route: Memo<String>) -> AnyView {
    let links = SHEETS.iter().map(|sheet| link(cx, sheet, route));
    let extras = EXTRAS.iter().enumerate().map(|(at, extra)| extra_link(cx, extra, at == 0, route));
    view! { <nav class="rail" aria-label=cx.t(words::PAGE_NAV)>{links.collect_view()}{extras.collect_view()}</nav> }
        .into_any()
}

fn extra_link(cx: Cx, extra: &'static Extra, is_first: bool, route: Memo<String>) -> AnyView {
    let href = Route::page(cx.desk.id().as_str(), extra.page).hash();
    let current = move || (route.get() == extra.page).then_some("page");
    view! {
        <a href=href class:rule=is_first aria-current=current data-page=extra.page title=cx.t(extra.name)>
            <span class="page-mark" aria-hidden="true"></span>
            <span class="name">{cx.t(extra.name)}</span>
        </a>
    }
    .into_any()
}

fn link(cx: Cx, sheet: &'static Sheet, route: Memo<String>) -> AnyView {
    let workbook = cx.desk.id();
    let href = Route::page(workbook.as_str(), sheet.page).hash();
    let current = move || (route.get() == sheet.page).then_some("page");
    let filled = filled(cx, sheet);
    let number = (sheet.number > 0).then(|| view! { <small aria-hidden="true">{sheet.number.to_string()}</small> });
    let first = matches!(sheet.key, "w1" | "portfolio");
    view! {
        <a href=href class:rule=first aria-current=current data-page=sheet.page title=cx.t(sheet.name)>
            {ring(cx, filled)}
            <span class="name">{cx.t(sheet.name)}</span>
            {late::place(cx, move |late| (late.advice_count)(cx, sheet.key))}
            {number}
        </a>
    }
    .into_any()
}

/// How much of a sheet is filled, 0 to 100; nothing for pages without core fields.
fn filled(cx: Cx, sheet: &'static Sheet) -> Option<Memo<f64>> {
    let result =
        completeness::RESULTS.iter().find(|result| result.name.strip_suffix(".completeness") == Some(sheet.key))?;
    Some(Memo::new(move |_| cx.desk.answer(result, "").and_then(|answer| answer.as_number()).unwrap_or(0.0).round()))
}

fn ring(cx: Cx, filled: Option<Memo<f64>>) -> AnyView {
    const LENGTH: f64 = 50.3;
    let Some(filled) = filled else {
        return view! { <span class="page-mark" aria-hidden="true"></span> }.into_any();
    };
    let dash = move || format!("{:.1} {LENGTH}", filled.get() / 100.0 * LENGTH);
    let label = move || cx.tf(words::PROGRESS, &[&filled.get().to_string()]);
    view! {
        <svg class="ring" viewBox="0 0 22 22" role="img" aria-label=label data-progress=move || filled.get().to_string()>
            <circle class="track" cx="11" cy="11" r=move || { let _ = filled.get(); "8" }></circle>
            <circle class="fill" cx="11" cy="11" r="8" stroke-dasharray=dash transform="rotate(-90 11 11)"></circle>
        </svg>
    }
    .into_any()
}
