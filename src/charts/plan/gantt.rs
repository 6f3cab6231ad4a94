//! Who does what by when, and which control points stand between.

use crate::analysis::Book;
use crate::analysis::stats::count;
use crate::charts::data::{brief, choice, name_at, name_of, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::{Line, Part, Pin, PinShape, Placed, Rows, more};
use crate::charts::scene::{Axis, Behind, DataTable, Handle, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{date, day_and_month, month_name, short};
use crate::model::{Date, Lang, Row, bi};
use crate::worksheets::account::team;
use crate::worksheets::plan::{act, ms};

const MOST_ACTIONS: usize = 20;
const MOST_MILESTONES: usize = 8;

/// Gantt chart: actions as bars (filled as far as done), milestones as diamonds, a line for today.
pub fn gantt(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut actions: Vec<(&Row, Date)> =
        book.rows(act::TABLE).filter_map(|row| Some((row, row.get(act::DUE)?))).collect();
    let mut gates: Vec<(&Row, Date)> =
        book.rows(ms::TABLE).filter_map(|row| Some((row, row.get(ms::PLANNED)?))).collect();
    if actions.is_empty() && gates.is_empty() {
        return empty(
            size,
            lang,
            bi("Who does what by when?", "谁在何时做什么？"),
            bi("Give actions a due date and they line up here.", "给行动填上截止日期，这里会排成时间表。"),
            &["w6.act.what", "w6.act.start", "w6.act.due", "w6.ms.planned"],
            Sketch::Bars,
        );
    }
    crate::model::order::sort_by_key(&mut actions, |(row, due)| (row.get(act::START).unwrap_or(*due), *due));
    crate::model::order::sort_by_key(&mut gates, |(_, planned)| *planned);
    let table = table(book, &actions, &gates, lang);
    let hidden = actions.len().saturating_sub(MOST_ACTIONS) + gates.len().saturating_sub(MOST_MILESTONES);
    actions.truncate(MOST_ACTIONS);
    gates.truncate(MOST_MILESTONES);
    let (from, to) = span(book, &actions, &gates);
    let mut lines: Vec<Line> = actions.iter().map(|(row, due)| action(book, row, *due, lang)).collect();
    lines.extend(gates.iter().map(|(row, planned)| milestone(book, row, *planned, lang)));
    let mut rows = Rows::between(days(from), days(to), lines).ticks(months(from, to, size.width, lang));
    rows.ruled = true;
    rows = rows.guide(days(book.today), word!(lang, "today", "今天"));
    let mut canvas = Canvas::new(size.width);
    let placed = rows.draw(&mut canvas, 0.0);
    add_handles(&mut canvas, &placed, &actions, &gates, lang);
    let bottom = more(&mut canvas, placed.bottom, hidden, lang);
    let subtitle = word!(
        lang,
        "Bars: from start to due, filled as far as done; diamonds: milestones. Drag the ends to move dates.",
        "横条从开始到截止，深色为已完成部分；菱形为里程碑。拖动两端可改日期。"
    );
    canvas.close(bottom, finding(book, &actions, &gates, lang), subtitle.to_owned(), table)
}

fn days(date: Date) -> f64 {
    // Years 1 to 9999 are a few million days: exact in f64.
    i32::try_from(date.days()).map_or(0.0, f64::from)
}

/// The months that all dates and today fall into.
fn span(book: &Book, actions: &[(&Row, Date)], gates: &[(&Row, Date)]) -> (Date, Date) {
    let starts = actions.iter().filter_map(|(row, _)| row.get(act::START));
    let ends = actions.iter().chain(gates).map(|(_, end)| *end);
    let all: Vec<Date> = starts.chain(ends).chain([book.today]).collect();
    let first = all.iter().min().copied().unwrap_or(book.today);
    let last = all.iter().max().copied().unwrap_or(book.today);
    // A stray date years away must not squeeze the rest.
    let first = first.max(book.today.plus_months(-24));
    let last = last.min(book.today.plus_months(36)).max(first.plus_days(28));
    (first.plus_days(-3), last.plus_days(3))
}

fn months(from: Date, to: Date, width: f64, lang: Lang) -> Vec<(f64, String)> {
    let all = count(usize::try_from((to.days() - from.days()).max(1)).unwrap_or(1)) / 30.4;
    let step = [1, 2, 3, 6, 12]
        .into_iter()
        .find(|step| all / f64::from(*step) <= (width / 85.0).clamp(3.0, 8.0))
        .unwrap_or(12);
    let mut out = Vec::new();
    let first = Date::new(from.year(), from.month(), 1).unwrap_or(from).plus_months(1);
    // Steps count from January, so that quarters fall on quarters.
    let behind = i32::try_from(first.month()).unwrap_or(1) - 1;
    let mut at = first.plus_months((step - behind % step) % step);
    while at <= to && out.len() < 12 {
        let (year, month) = (at.year(), at.month());
        let name = month_name(month);
        let word = match (month, lang) {
            (1, Lang::En) => format!("{name} {year}"),
            (1, Lang::Zh) => format!("{year}年1月"),
            (_, Lang::En) => name.to_owned(),
            (_, Lang::Zh) => format!("{month}月"),
        };
        out.push((days(at), word));
        at = at.plus_months(step);
    }
    out
}

fn is_over(row: &Row) -> bool {
    matches!(row.get(act::STATUS), Some("done" | "cancelled"))
}

fn action(book: &Book, row: &Row, due: Date, lang: Lang) -> Line {
    let start = row.get(act::START).filter(|start| *start <= due).unwrap_or(due);
    let overdue = due < book.today && !is_over(row);
    let name = name_of(act::TABLE, row, lang);
    let owner = row.get(act::OWNER).and_then(|id| name_at(book, team::TABLE, id, lang));
    let tip = format!("{name} · {} · {}", owner.unwrap_or_else(|| "–".to_owned()), date(due, lang));
    let (track, done) = match row.get(act::STATUS) {
        _ if overdue => (Class::RedSoft, Class::Red),
        Some("done" | "cancelled") => (Class::Pale, Class::Grey),
        Some("blocked") => (Class::AmberSoft, Class::Amber),
        _ => (Class::Soft, Class::Accent),
    };
    let share = if row.get(act::STATUS) == Some("done") { 100.0 } else { row.get(act::PERCENT).unwrap_or(0.0) };
    let (from, to) = (days(start), days(due).max(days(start) + 1.0));
    let mut line = Line::new(name).of(&row.id).part(Part::new(from, to, track).tip(tip.clone()));
    if share > 0.0 {
        line = line.part(Part::new(from, from + (to - from) * share / 100.0, done).tip(tip));
    }
    let when = day_and_month(due, lang);
    match (overdue, row.get(act::STATUS)) {
        (true, _) => line.note(format!("▼ {when}"), Class::RedText),
        (_, Some("done")) => line.note(format!("✓ {when}"), Class::Text),
        (_, Some("blocked")) => line.note(format!("■ {when}"), Class::AmberText),
        _ => line.note(when, Class::Text),
    }
}

fn milestone(book: &Book, row: &Row, planned: Date, lang: Lang) -> Line {
    let name = name_of(ms::TABLE, row, lang);
    let passed = row.get(ms::PASSED);
    let late = planned < book.today && passed != Some("yes");
    let class = match (passed, late) {
        (Some("yes"), _) => Class::Grey,
        (_, true) => Class::Red,
        _ => Class::Ink,
    };
    let tip = format!("{name} · {}", date(planned, lang));
    let line =
        Line::new(name).of(&row.id).class(Class::Label).pin(Pin::new(days(planned), PinShape::Diamond, class).tip(tip));
    let when = day_and_month(planned, lang);
    match (passed, late) {
        (Some("yes"), _) => line.note(format!("✓ {when}"), Class::Text),
        (_, true) => line.note(format!("▼ {when}"), Class::RedText),
        _ => line.note(when, Class::Text),
    }
}

fn add_handles(canvas: &mut Canvas, placed: &Placed, actions: &[(&Row, Date)], gates: &[(&Row, Date)], lang: Lang) {
    let (min, max) = (placed.x.low, placed.x.high);
    let axis = |field| {
        Some(Axis { field, from_px: placed.x.from, to_px: placed.x.to, min, max, step: 1.0, behind: Behind::Field })
    };
    let mut add = |row: &Row, table: &'static crate::model::TableDef, field, at: Date, y: f64| {
        let name = name_of(table, row, lang);
        let at = (placed.x.at(days(at)), y);
        canvas.handles.push(Handle {
            row: row.id.clone(),
            table: table.path,
            name,
            at,
            reach: Handle::REACH,
            x: axis(field),
            y: None,
        });
    };
    let mut middles = placed.middles.iter();
    for ((row, due), y) in actions.iter().zip(middles.by_ref()) {
        if let Some(start) = row.get(act::START) {
            add(row, act::TABLE, "start", start, *y);
        }
        add(row, act::TABLE, "due", *due, *y);
    }
    for ((row, planned), y) in gates.iter().zip(placed.middles.iter().skip(actions.len())) {
        add(row, ms::TABLE, "planned", *planned, *y);
    }
}

fn finding(book: &Book, actions: &[(&Row, Date)], gates: &[(&Row, Date)], lang: Lang) -> String {
    let overdue = number(book, "w6.actions_overdue").filter(|overdue| *overdue > 0.0).map(|overdue| short(overdue, 0));
    let next = gates.iter().find(|(row, planned)| *planned >= book.today && row.get(ms::PASSED) != Some("yes"));
    let next = next.map(|(row, planned)| (brief(&name_of(ms::TABLE, row, lang)), day_and_month(*planned, lang)));
    match (overdue, next) {
        (Some(overdue), Some((name, when))) => say!(
            lang,
            "{overdue} actions overdue; next gate: {name} on {when}",
            "{overdue}项行动超期，下一个控制点：{name}，{when}"
        ),
        (Some(overdue), None) => {
            say!(lang, "{overdue} actions overdue, and no milestone ahead", "{overdue}项行动超期，后面没有里程碑")
        }
        (None, Some((name, when))) => {
            say!(lang, "Nothing overdue; next gate: {name} on {when}", "没有超期，下一个控制点：{name}，{when}")
        }
        (None, None) => {
            let open = actions.iter().filter(|(row, _)| !is_over(row)).count();
            say!(lang, "{open} actions open, no milestone ahead", "{open}项行动进行中，后面没有里程碑")
        }
    }
}

fn table(book: &Book, actions: &[(&Row, Date)], gates: &[(&Row, Date)], lang: Lang) -> DataTable {
    let mut table = DataTable::of(
        lang,
        &[
            bi("Action or milestone", "行动或里程碑"),
            bi("Owner", "负责人"),
            bi("Start", "开始"),
            bi("Due", "截止"),
            bi("Status", "状态"),
        ],
    );
    for (row, due) in actions {
        let owner = row.get(act::OWNER).and_then(|id| name_at(book, team::TABLE, id, lang)).unwrap_or_default();
        let start = row.get(act::START).map(|start| start.to_string()).unwrap_or_default();
        let status = choice(act::TABLE.field("status"), row.get(act::STATUS).unwrap_or_default(), lang);
        table.push([name_of(act::TABLE, row, lang), owner, start, due.to_string(), status]);
    }
    for (row, planned) in gates {
        let passed = choice(ms::TABLE.field("passed"), row.get(ms::PASSED).unwrap_or_default(), lang);
        table.push([name_of(ms::TABLE, row, lang), String::new(), String::new(), planned.to_string(), passed]);
    }
    table
}
