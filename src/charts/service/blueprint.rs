//! The service from first talk to renewal, lane by lane.

use crate::analysis::Book;
use crate::analysis::stats::count;
use crate::charts::data::{name_of, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::scene::{Anchor, DataTable, Mark, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class, text};
use crate::i18n::format::short;
use crate::model::{Columns, Id, Lang, Opt, Record, Row, bi};
use crate::worksheets::service::{bp, bp_phases};

const MOST: usize = 8;
/// The lanes after which the lines of the blueprint run.
const LINES: [(usize, &str, &str); 3] = [
    (1, "line of interaction", "互动线"),
    (3, "line of visibility", "可视线"),
    (4, "line of internal interaction", "内部互动线"),
];

fn lanes() -> &'static [Opt] {
    match bp::TABLE.matrix() {
        Some((_, Columns::Fixed(lanes))) => lanes,
        _ => &[],
    }
}

/// Blueprint: phases across, lanes down, with fail points, waits and moments of truth.
pub fn blueprint(book: &Book, lang: Lang, size: Size) -> Scene {
    let cell = |phase: &Row, lane: &Opt| book.cell(bp::TABLE, &phase.id, &Id::from(lane.key));
    let phases: Vec<&Row> =
        book.rows(bp_phases::TABLE).filter(|phase| lanes().iter().any(|lane| !cell(phase, lane).is_empty())).collect();
    if phases.is_empty() {
        return empty(
            size,
            lang,
            bi("What does the customer not see?", "客户看不见的那一步"),
            bi(
                "Write what happens in each phase and lane; fail points and waits stand out here.",
                "写下每个阶段每条泳道发生什么，失误点和等待会标出来。",
            ),
            &["w5.bp_phases.phase", "w5.bp.text", "w5.bp.fail_point"],
            Sketch::Cells,
        );
    }
    let shown: Vec<&Row> = phases.iter().take(MOST).copied().collect();
    let mut canvas = Canvas::new(size.width);
    // Where there is no room for all phases side by side, they stand in bands below each other.
    let most = if size.width < 520.0 { 4 } else { MOST };
    let in_band = shown.len().div_ceil(shown.len().div_ceil(most));
    let mut y = 0.0;
    for band in shown.chunks(in_band) {
        y = draw_band(&mut canvas, book, band, in_band, y, lang) + 10.0;
    }
    let mut table = DataTable::of(lang, &[bi("Phase", "阶段")]);
    table.headers.extend(lanes().iter().map(|lane| lane.label.get(lang).to_owned()));
    for phase in &phases {
        let mut cells = vec![name_of(bp_phases::TABLE, phase, lang)];
        cells.extend(lanes().iter().map(|lane| {
            format!("{} {}", signs(cell(phase, lane), lang), cell(phase, lane).get(bp::TEXT).unwrap_or_default())
                .trim()
                .to_owned()
        }));
        table.rows.push(cells);
    }
    let hidden = phases.len() - shown.len();
    let bottom = crate::charts::kit::rows::more(&mut canvas, y, hidden, lang);
    let fails = number(book, "w5.fail_points").unwrap_or(0.0);
    let words = short(fails, 0);
    let count_in =
        |phase: &Row| lanes().iter().filter(|lane| cell(phase, lane).get(bp::FAIL_POINT) == Some(true)).count();
    let worst = phases.iter().max_by_key(|phase| count_in(phase)).map(|phase| name_of(bp_phases::TABLE, phase, lang));
    let title = match worst.filter(|_| fails > 0.0) {
        Some(name) => {
            say!(lang, "{words} fail points, most of them in “{name}”", "{words}个失误点，最多的阶段是“{name}”")
        }
        None => word!(
            lang,
            "No fail point marked yet: which step would ruin everything?",
            "还没标失误点：哪一步出错就全砸？"
        )
        .to_owned(),
    };
    let subtitle = word!(lang, "▼ fail point, ◷ wait, ★ moment of truth.", "▼ 失误点，◷ 等待，★ 关键时刻。");
    canvas.close(bottom, title, subtitle.to_owned(), table)
}

/// A few phases side by side through all lanes, below `top`; gives the y below them.
fn draw_band(canvas: &mut Canvas, book: &Book, phases: &[&Row], places: usize, top: f64, lang: Lang) -> f64 {
    let width = canvas.width;
    let left = width * if width < 520.0 { 0.20 } else { 0.14 };
    let wide = (width - left) / count(places);
    let names =
        phases.iter().map(|phase| text::wrap(&name_of(bp_phases::TABLE, phase, lang), wide - 4.0, 12.0, true, 2));
    let names: Vec<Vec<String>> = names.collect();
    let lines = names.iter().map(Vec::len).max().unwrap_or(0);
    for (at, lines) in names.into_iter().enumerate() {
        canvas.lines(left + (count(at) + 0.5) * wide, top + 12.0, lines, Class::Label, 12.0, Anchor::Middle);
    }
    let mut y = top + 4.0 + count(lines) * 15.0;
    for (place, lane) in lanes().iter().enumerate() {
        let cell = |phase: &&Row| book.cell(bp::TABLE, &phase.id, &Id::from(lane.key));
        let records: Vec<&Record> = phases.iter().map(cell).collect();
        y = draw_lane(canvas, lane, phases, &records, (left, wide, y), lang);
        if let Some((_, en, zh)) = LINES.iter().find(|(after, ..)| *after == place) {
            canvas.add(Mark::line((0.0, y + 13.0), (width, y + 13.0), Class::Guide));
            canvas.add(Mark::text(width, y + 10.0, word!(lang, en, zh), Class::Faint).size(10.0).end());
            y += 18.0;
        }
    }
    y
}

fn signs(record: &Record, lang: Lang) -> String {
    let mut out = String::new();
    if record.get(bp::FAIL_POINT) == Some(true) {
        out.push('▼');
    }
    if let Some(minutes) = record.get(bp::WAIT_POINT).filter(|minutes| *minutes > 0.0) {
        out.push_str(&format!("◷{}", waiting(minutes, lang)));
    }
    if record.get(bp::MOMENT) == Some(true) {
        out.push('★');
    }
    out
}

/// A time in the unit people say it in.
fn waiting(minutes: f64, lang: Lang) -> String {
    match minutes {
        days if days >= 2_880.0 => short(days / 1_440.0, 1) + word!(lang, " d", "天"),
        hours if hours >= 120.0 => short(hours / 60.0, 1) + word!(lang, " h", "小时"),
        minutes => short(minutes, 0) + word!(lang, " min", "分钟"),
    }
}

fn draw_lane(
    canvas: &mut Canvas,
    lane: &Opt,
    phases: &[&Row],
    records: &[&Record],
    (left, wide, top): (f64, f64, f64),
    lang: Lang,
) -> f64 {
    let texts: Vec<Vec<String>> = records
        .iter()
        .map(|record| text::wrap(record.get(bp::TEXT).unwrap_or_default(), wide - 10.0, 11.0, false, 3))
        .collect();
    let name = text::wrap(lane.label.get(lang), left - 6.0, 11.0, false, 3);
    let marked = records.iter().any(|record| !signs(record, lang).is_empty());
    let most = texts.iter().map(Vec::len).max().unwrap_or(0).max(name.len()).max(1);
    let high = count(most) * 14.0 + 12.0 + if marked { 14.0 } else { 0.0 };
    canvas.lines(0.0, top + 16.0, name, Class::Text, 11.0, Anchor::Start);
    for (at, ((record, lines), phase)) in records.iter().zip(texts).zip(phases).enumerate() {
        let x = left + count(at) * wide;
        let signs = signs(record, lang);
        let ground = match (record.get(bp::FAIL_POINT), lines.is_empty() && signs.is_empty()) {
            (Some(true), _) => Class::RedSoft,
            (_, true) => Class::Wash,
            _ => Class::Soft,
        };
        let full = record.get(bp::TEXT).unwrap_or_default();
        canvas.add(Mark::rect(x + 1.5, top + 1.5, wide - 3.0, high - 3.0, ground).round(3.0).of(&phase.id).tip(full));
        let below = canvas.lines(x + 6.0, top + 16.0, lines, Class::Text, 11.0, Anchor::Start);
        let class = if record.get(bp::FAIL_POINT) == Some(true) { Class::RedText } else { Class::AccentText };
        canvas.add(Mark::text(x + 6.0, below, signs, class).size(10.0).within(wide - 8.0));
    }
    top + high
}
