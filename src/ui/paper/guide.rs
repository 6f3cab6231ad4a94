//! The facilitator guide: the timetable of a workshop, and for each block what to ask and what to fill in.

use crate::ui::prelude::*;

use crate::analysis::agenda::{Block, TEMPLATES, template};
use crate::i18n::paper as words;
use crate::model::{Bi, Depth};
use crate::ui::cx::Cx;
use crate::worksheets::prompts::prompts;
use crate::worksheets::sheets::{Sheet, sheet_of_page};
use crate::worksheets::tables_of;

/// Minutes after midnight at which the workshop of a guide begins.
const START: u16 = 9 * 60;

/// The guide to a template of the agenda.
pub fn view(cx: Cx, key: &'static str) -> AnyView {
    let name = TEMPLATES.iter().find(|one| one.key == key).map_or("", |one| cx.t(one.label));
    let mut at = START;
    let blocks: Vec<(&'static Block, u16, u16)> = template(key)
        .map(|(block, minutes)| {
            let from = at;
            at += minutes;
            (block, from, minutes)
        })
        .collect();
    let total = (at - START).to_string();
    let lead = cx.tf(words::GUIDE_LEAD, &[name, &total, &clock(START)]);
    let rows: Vec<AnyView> = blocks.iter().map(|(block, from, minutes)| row(cx, block, *from, *minutes)).collect();
    let depth = depth_of(key);
    let details: Vec<AnyView> =
        blocks.iter().map(|(block, from, minutes)| details(cx, block, *from, *minutes, depth)).collect();
    let rules = [words::RULE_1, words::RULE_2, words::RULE_3, words::RULE_4];
    let rules: Vec<AnyView> = rules.iter().map(|rule| view! { <li>{cx.t(*rule)}</li> }.into_any()).collect();
    let account = cx.desk.with(crate::ui::opened::account_name);
    view! {
        <div class="document" data-paper="facilitator">
            <header class="document-head">
                <p class="kicker">{account}</p>
                <h1 tabindex="-1">{cx.t(words::GUIDE_TITLE)}</h1>
                <p class="headline">{lead}</p>
            </header>
            <section><h2>{cx.t(words::TIMETABLE)}</h2><table class="grid timetable">{rows}</table></section>
            <section><h2>{cx.t(words::GROUND_RULES)}</h2><ul class="ticked">{rules}</ul></section>
            {details}
        </div>
    }
    .into_any()
}

/// The depth a template is made for.
fn depth_of(key: &str) -> Depth {
    match key {
        "half_day" => Depth::Standard,
        "full_day" => Depth::Full,
        _ => Depth::Quick,
    }
}

fn clock(minutes: u16) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

fn row(cx: Cx, block: &Block, from: u16, minutes: u16) -> AnyView {
    let times = format!("{} – {}", clock(from), clock(from + minutes));
    view! {
        <tbody><tr>
            <td class="when">{times}</td>
            <th scope="row">{cx.t(block.name)}</th>
            <td class="num">{cx.tf(words::MINUTES, &[&minutes.to_string()])}</td>
        </tr></tbody>
    }
    .into_any()
}

fn details(cx: Cx, block: &Block, from: u16, minutes: u16, depth: Depth) -> AnyView {
    let times =
        format!("{} – {} · {}", clock(from), clock(from + minutes), cx.tf(words::MINUTES, &[&minutes.to_string()]));
    let hint = match (block.name.en, block.page) {
        ("Opening and ground rules", _) => Some(words::HAND_OUT),
        (_, "") => Some(words::BREAK_HINT),
        (_, "page") => Some(words::PRESENT_HINT),
        ("Commitments and next review", _) => Some(words::CLOSE_HINT),
        _ => None,
    };
    // The closing round has no worksheet of its own any more.
    let sheet = sheet_of_page(block.page).filter(|_| block.name.en != "Commitments and next review");
    view! {
        <section class="agenda-block">
            <header><h2>{cx.t(block.name)}</h2><p>{times}</p></header>
            {hint.map(|hint| view! { <p>{cx.t(hint)}</p> })}
            {sheet.map(|sheet| of_sheet(cx, sheet, depth))}
        </section>
    }
    .into_any()
}

fn of_sheet(cx: Cx, sheet: &'static Sheet, depth: Depth) -> AnyView {
    let list = |title: Bi, class: &'static str, items: Vec<AnyView>| {
        (!items.is_empty()).then(|| view! { <div><h3>{cx.t(title)}</h3><ul class=class>{items}</ul></div> }.into_any())
    };
    let prompts = prompts(sheet.key).iter().map(|text| view! { <li>{cx.t(*text)}</li> }.into_any()).collect();
    let tables = tables_of(sheet.key).filter(|table| table.depth() <= depth);
    let to_fill = tables.map(|table| {
        let name = cx.t(table.label).to_owned();
        let text = if table.is_list() && table.min_rows > 1 {
            cx.tf(words::AT_LEAST_ROWS, &[&name, &table.min_rows.to_string()])
        } else {
            name
        };
        view! { <li>{text}</li> }.into_any()
    });
    view! {
        <p class="question">{cx.t(sheet.question)}</p>
        <div class="two">
            {list(words::ASK_THE_ROOM, "asks", prompts)}
            {list(words::FILL_IN, "ticked", to_fill.collect())}
        </div>
    }
    .into_any()
}
