//! The findings for management: a card for each worksheet with its messages, its three figures and its first picture.

use crate::ui::prelude::*;

use super::kit;
use super::projector::Screen;
use crate::charts::catalogue;
use crate::i18n::room as words;
use crate::model::{Kind, Place};
use crate::ui::cx::Cx;
use crate::ui::route::Route;
use crate::ui::{field, paper, picture, result};
use crate::worksheets::{SHEETS, Sheet, plan, table};

/// Most messages on a card.
const MOST: usize = 3;
/// The width a picture is drawn for.
const PICTURE_WIDTH: f64 = 420.0;

/// The six cards, then the plan.
pub fn cards(_: Cx) -> Vec<Screen> {
    SHEETS.iter().filter(|sheet| sheet.number > 0).map(Screen::Card).chain([Screen::Plan]).collect()
}

/// The card of a worksheet.
pub fn card(cx: Cx, sheet: &'static Sheet) -> AnyView {
    let messages = messages(cx, sheet).into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
    let drawn = catalogue::of_sheet(sheet.key)
        .find(|picture| picture.depth <= cx.depth)
        .map(|first| picture::view(cx, first, PICTURE_WIDTH));
    view! {
        <p class="kicker">{sheet.number.to_string()}" · "{cx.t(sheet.name)}</p>
        <h1>{cx.t(sheet.question)}</h1>
        <div class="card-room">
            <div><ul class="messages">{messages}</ul>{result::headline::view(cx, sheet.key)}</div>
            <div class="screen-picture">{drawn}</div>
        </div>
    }
    .into_any()
}

/// The texts of the sheet's summary; of the plan its objectives.
fn messages(cx: Cx, sheet: &'static Sheet) -> Vec<String> {
    if sheet.key == "w6" {
        let ids = cx.desk.with(|document| kit::filled_rows(document, plan::obj::TABLE));
        return ids.iter().take(MOST).map(|id| cx.title(plan::obj::TABLE.path, id.as_str())).collect();
    }
    let Some(summary) = table(&format!("{}.summary", sheet.key)) else { return Vec::new() };
    let texts = summary.fields.iter().filter(|field| {
        matches!(field.kind, Kind::Text | Kind::LongText | Kind::Ref(_) | Kind::Refs(_)) && field.depth <= cx.depth
    });
    let said = texts.filter_map(|declared| {
        let place = Place::form(summary, declared.slot);
        let value = cx.desk.with(|document| document.value(&place).cloned())?;
        Some(field::in_words(cx, declared, &value))
    });
    said.filter(|text| !text.is_empty()).take(MOST).collect()
}

/// The last screen: the plan itself, and the way to it.
pub fn plan(cx: Cx) -> AnyView {
    let href = Route::page(cx.desk.id().as_str(), "page").hash();
    view! {
        <div class="screen-plan">{paper::sheet(cx)}</div>
        <p><a class="btn main" href=href data-action="to-plan">{cx.t(words::TO_PLAN)}" →"</a></p>
    }
    .into_any()
}
