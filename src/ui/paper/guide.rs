//! The facilitator guide: the timetable of a workshop, and for each block what to ask and what to fill in.

use crate::ui::prelude::*;

use crate::analysis::agenda::{BLOCKS, Block, TEMPLATES, template};
use crate::i18n::paper as words;
use crate::model::{Bi, Depth, Row};
use crate::storage::prefs;
use crate::ui::cx::Cx;
use crate::worksheets::log::{agenda, questions};
use crate::worksheets::prompts::prompts;
use crate::worksheets::sheets::{Sheet, sheet_of_page};
use crate::worksheets::tables_of;

/// The key of the workbook's own agenda among the templates.
pub const OWN: &str = "own";

/// When a workshop begins unless somebody said otherwise, in minutes after midnight.
const NINE: u16 = 9 * 60;
const DAY: u16 = 24 * 60;

/// A block of the day: when, how long, what.
struct Stop {
    name: String,
    page: String,
    from: u16,
    minutes: u16,
    /// The block of the templates that it was.
    known: Option<&'static Block>,
}

/// When the last guide began.
pub fn begin() -> u16 {
    prefs::get(BEGIN).and_then(|text| minutes_of(&text)).unwrap_or(NINE)
}

const BEGIN: &str = "begin";

/// A time of day, as `9:30`, in minutes after midnight.
fn minutes_of(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes) = (hours.parse::<u16>().ok()?, minutes.get(..2)?.parse::<u16>().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// Whether the workbook has an agenda of its own.
pub fn has_agenda(cx: Cx) -> bool {
    cx.desk.with(|document| !document.list(agenda::TABLE).is_empty())
}

/// The blocks of a template, or of the workbook's own agenda, one after the other.
fn stops(cx: Cx, key: &str, begin: u16) -> Vec<Stop> {
    let blocks: Vec<Stop> = if key == OWN {
        cx.desk.with(|document| document.list(agenda::TABLE).iter().map(|row| own(cx, row)).collect())
    } else {
        let of_template = |(block, minutes): (&'static Block, u16)| Stop {
            name: cx.t(block.name).to_owned(),
            page: block.page.to_owned(),
            from: 0,
            minutes,
            known: Some(block),
        };
        template(key).map(of_template).collect()
    };
    let mut at = begin;
    let in_turn = blocks.into_iter().map(|stop| {
        let from = at;
        at += stop.minutes;
        Stop { from, ..stop }
    });
    in_turn.collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of a day")]
fn own(cx: Cx, row: &Row) -> Stop {
    let name = cx.title(agenda::TABLE.path, row.id.as_str());
    let known = BLOCKS.iter().find(|block| block.name.zh == name || block.name.en == name);
    Stop {
        page: row.get(agenda::PAGE).unwrap_or_default().to_owned(),
        from: 0,
        minutes: row.get(agenda::PLANNED).unwrap_or(0.0).clamp(0.0, f64::from(DAY)).round() as u16,
        known,
        name,
    }
}

/// Which agenda, and when it begins.
pub fn choices(cx: Cx, chosen: RwSignal<&'static str>, begin: RwSignal<u16>) -> AnyView {
    let one = |key: &'static str, label: Bi| {
        let is_on = chosen.get_untracked() == key;
        let choose = move |_| chosen.set(key);
        view! { <label><input type="radio" name="template" data-choice="template" value=key checked=is_on on:change=choose/>{cx.t(label)}</label> }
            .into_any()
    };
    let own = has_agenda(cx).then(|| one(OWN, words::OWN_AGENDA));
    let templates: Vec<AnyView> = TEMPLATES.iter().map(|template| one(template.key, template.label)).collect();
    let now = clock(begin.get_untracked());
    let set = move |event| {
        if let Some(minutes) = minutes_of(&event_target_value(&event)) {
            prefs::set(BEGIN, &clock(minutes));
            begin.set(minutes);
        }
    };
    view! {
        <fieldset class="boxes"><legend>{cx.t(words::AGENDA)}</legend>{own}{templates}</fieldset>
        <label class="chosen-state">{cx.t(words::BEGINS_AT)}<input type="time" class="in" data-choice="begin" value=now on:change=set /></label>
    }
    .into_any()
}

/// The guide to an agenda that begins at `begin`.
pub fn view(cx: Cx, key: &'static str, begin: u16) -> AnyView {
    let label = TEMPLATES.iter().find(|one| one.key == key).map_or(words::OWN_AGENDA, |one| one.label);
    let stops = stops(cx, key, begin);
    let total: u16 = stops.iter().map(|stop| stop.minutes).sum();
    let lead = cx.tf(words::GUIDE_LEAD, &[cx.t(label), &total.to_string(), &clock(begin)]);
    let rows: Vec<AnyView> = stops.iter().map(|stop| row(cx, stop)).collect();
    let depth = depth_of(cx, key);
    let details: Vec<AnyView> = stops.iter().map(|stop| details(cx, stop, depth)).collect();
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
fn depth_of(cx: Cx, key: &str) -> Depth {
    match key {
        OWN => cx.depth,
        "half_day" => Depth::Standard,
        "full_day" => Depth::Full,
        _ => Depth::Quick,
    }
}

fn clock(minutes: u16) -> String {
    let of_day = minutes % DAY;
    format!("{:02}:{:02}", of_day / 60, of_day % 60)
}

fn times(stop: &Stop) -> String {
    format!("{} – {}", clock(stop.from), clock(stop.from + stop.minutes))
}

fn row(cx: Cx, stop: &Stop) -> AnyView {
    view! {
        <tbody><tr>
            <td class="when">{times(stop)}</td>
            <th scope="row">{stop.name.clone()}</th>
            <td class="num">{cx.tf(words::MINUTES, &[&stop.minutes.to_string()])}</td>
        </tr></tbody>
    }
    .into_any()
}

fn details(cx: Cx, stop: &Stop, depth: Depth) -> AnyView {
    let times = format!("{} · {}", times(stop), cx.tf(words::MINUTES, &[&stop.minutes.to_string()]));
    let known = stop.known.map_or("", |block| block.name.en);
    let hint = match (known, stop.page.as_str()) {
        ("Opening and ground rules", _) => Some(words::HAND_OUT),
        ("Break", _) => Some(words::BREAK_HINT),
        (_, "page") => Some(words::PRESENT_HINT),
        ("Commitments and next review", _) => Some(words::CLOSE_HINT),
        _ => None,
    };
    // The closing round has no worksheet of its own any more.
    let sheet = sheet_of_page(&stop.page).filter(|_| known != "Commitments and next review");
    let questions = sheet.map(|sheet| own_questions(cx, sheet.key)).unwrap_or_default();
    view! {
        <section class="agenda-block">
            <header><h2>{stop.name.clone()}</h2><p>{times}</p></header>
            {hint.map(|hint| view! { <p>{cx.t(hint)}</p> })}
            {sheet.map(|sheet| of_sheet(cx, sheet, depth, questions))}
        </section>
    }
    .into_any()
}

/// The questions that the team added for a sheet.
fn own_questions(cx: Cx, sheet: &str) -> Vec<String> {
    cx.desk.with(|document| {
        let rows = document.list(questions::TABLE).iter();
        let of_sheet = rows.filter(|row| row.get(questions::SHEET_KEY) == Some(sheet));
        of_sheet.filter_map(|row| row.get(questions::TEXT)).map(str::to_owned).collect()
    })
}

fn of_sheet(cx: Cx, sheet: &'static Sheet, depth: Depth, own: Vec<String>) -> AnyView {
    let list = |title: Bi, class: &'static str, items: Vec<AnyView>| {
        (!items.is_empty()).then(|| view! { <div><h3>{cx.t(title)}</h3><ul class=class>{items}</ul></div> }.into_any())
    };
    let given = prompts(sheet.key).iter().map(|text| cx.t(*text).to_owned());
    let prompts = given.chain(own).map(|text| view! { <li>{text}</li> }.into_any()).collect();
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
