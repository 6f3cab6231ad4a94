//! The agenda: four templates, the day block by block, and the list behind it.

use crate::ui::prelude::*;

use super::kit;
use super::timer::{self, Timer, rounded};
use crate::analysis::agenda::{TEMPLATES, template};
use crate::analysis::session::{Block, Clock};
use crate::change::Patch;
use crate::i18n::room as words;
use crate::model::Value;
use crate::ui::cx::Cx;
use crate::ui::route::Route;
use crate::ui::sheet;
use crate::worksheets::log::agenda;

/// Timer and agenda side by side; before there is an agenda, the templates.
pub fn view(cx: Cx) -> AnyView {
    let timer = Timer::new(cx);
    let is_empty = Memo::new(move |_| cx.desk.ids(agenda::TABLE.path).is_empty());
    (move || {
        if is_empty.get() {
            view! { <p class="room-lead">{cx.t(words::AGENDA_NONE)}</p>{templates(cx)} }.into_any()
        } else {
            view! {
                <div class="day">
                    {timer::view(timer)}
                    {blocks(timer, cx)}
                </div>
                <p class="hint">{cx.t(words::KEPT_HERE)}</p>
                <details class="room-more" data-part="agenda-edit">
                    <summary>{cx.t(words::AGENDA_EDIT)}</summary>
                    {sheet::table_section(cx, agenda::TABLE)}
                    <p>{cx.t(words::AGENDA_OTHER)}</p>
                    {templates(cx)}
                </details>
            }
            .into_any()
        }
    })
    .into_any()
}

/// A button for each template with its length.
fn templates(cx: Cx) -> AnyView {
    let buttons = TEMPLATES.iter().map(|choice| {
        let minutes: u16 = template(choice.key).map(|(_, minutes)| minutes).sum();
        let length = cx.tf(words::AGENDA_MINUTES, &[&minutes.to_string()]);
        let key = choice.key;
        view! {
            <button type="button" class="btn" data-action="agenda-template" data-value=key on:click=move |_| take(cx, key)>
                {cx.t(choice.label)}<span class="hint">{length}</span>
            </button>
        }
    });
    view! { <div class="templates">{buttons.collect_view()}</div> }.into_any()
}

/// Puts a template in place of the agenda; one step of undo. A block may shrink to two fifths of its plan.
fn take(cx: Cx, key: &'static str) {
    let had_one = cx.desk.with(|document| !document.list(agenda::TABLE).is_empty());
    let patch = cx.desk.with(|document| {
        let mut ops = kit::removal(document, agenda::TABLE, |_| true).ops;
        for (at, (block, minutes)) in template(key).enumerate() {
            let least = (minutes * 2).div_ceil(5).max(1);
            let values = vec![
                (agenda::BLOCK.slot, Value::text(cx.t(block.name))),
                (agenda::PAGE.slot, Value::text(block.page)),
                (agenda::PLANNED.slot, Some(Value::Number(f64::from(minutes)))),
                (agenda::LEAST.slot, Some(Value::Number(f64::from(least)))),
            ];
            let mut op = kit::added(document, agenda::TABLE, values, 0);
            if let crate::change::Op::Insert { at: place, .. } = &mut op {
                *place = at;
            }
            ops.push(op);
        }
        Patch { ops }
    });
    cx.desk.commit(patch, false);
    if had_one {
        cx.app.toast_undo(cx.t(words::AGENDA_REPLACED).to_owned(), cx.desk);
    }
}

/// The day block by block; each leads to its page.
fn blocks(timer: Timer, cx: Cx) -> AnyView {
    let rows =
        move || timer.session.with(|session| session.blocks.iter().map(|block| one(timer, cx, block)).collect_view());
    view! { <ol class="blocks" aria-label=cx.t(words::AGENDA)>{rows}</ol> }.into_any()
}

fn one(timer: Timer, cx: Cx, block: &Block) -> AnyView {
    let name = timer.name(Some(block));
    let page = cx.desk.with(|document| {
        let row = document.list(agenda::TABLE).row(block.id.as_str());
        row.and_then(|row| row.get(agenda::PAGE)).map(str::to_owned)
    });
    let title = match page {
        Some(page) => view! { <a href=Route::page(cx.desk.id().as_str(), &page).hash()>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    };
    let (state, sign) = match block.clock {
        Clock::Over => ("over", "✓"),
        Clock::Ahead => ("ahead", "·"),
        Clock::Running(_) | Clock::Held => ("now", "▶"),
    };
    let row = block.id.as_str().to_owned();
    view! {
        <li data-row=row data-state=state aria-current=(state == "now").then_some("step")>
            <span class="sign" aria-hidden="true">{sign}</span>{title}<span class="length">{length(cx, block)}</span>
        </li>
    }
    .into_any()
}

fn length(cx: Cx, block: &Block) -> String {
    let (minutes, planned) = (rounded(block.length).to_string(), rounded(block.planned).to_string());
    match block.clock {
        Clock::Over => cx.tf(words::BLOCK_DONE, &[&minutes]),
        Clock::Ahead if minutes != planned => cx.tf(words::BLOCK_CHANGED, &[&minutes, &planned]),
        Clock::Ahead => cx.tf(words::BLOCK_AHEAD, &[&minutes]),
        _ => cx.tf(words::BLOCK_NOW, &[&minutes]),
    }
}
