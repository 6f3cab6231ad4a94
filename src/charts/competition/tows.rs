//! Strategies by what they use: strengths or weaknesses for opportunities or against threats.

use crate::analysis::Book;
use crate::charts::data::{choice, key_of_row, number};
use crate::charts::kit::cards::{self, Card};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::percent;
use crate::model::{Bi, Lang, Row, bi};
use crate::worksheets::competition::tows as strategies;

const TYPES: [(&str, Class, Bi); 4] = [
    ("so", Class::Accent, bi("SO: grow", "SO：增长")),
    ("wo", Class::AccentMid, bi("WO: turn around", "WO：扭转")),
    ("st", Class::Ink, bi("ST: defend", "ST：防御")),
    ("wt", Class::Grey, bi("WT: limit", "WT：收缩")),
];

/// The four kinds of strategies on cards.
pub fn tows(book: &Book, lang: Lang, size: Size) -> Scene {
    // What the team chose counts; else what the linked items say.
    let kind = |row: &Row| {
        let derived = key_of_row(book, "w2.tows", row.id.as_str(), "derived_type");
        row.get(strategies::TYPE).map(str::to_owned).or_else(|| derived.map(str::to_owned))
    };
    let rows: Vec<(&Row, String, &str)> = book
        .rows(strategies::TABLE)
        .filter_map(|row| Some((row, kind(row)?, row.get(strategies::STRATEGY)?)))
        .collect();
    if rows.is_empty() {
        return empty(
            size,
            lang,
            bi("So what do we do about it?", "所以我们怎么办？"),
            bi("Write strategies and choose what they use.", "写下策略，选好用的是哪一组。"),
            &["w2.tows.strategy", "w2.tows.type", "w2.tows.s_or_w", "w2.tows.o_or_t"],
            Sketch::Cells,
        );
    }
    let field = strategies::TABLE.field("type");
    let name = |key: &str| {
        let words = choice(field, key, lang);
        words.split([':', '：']).next().unwrap_or_default().to_owned()
    };
    let of = |key: &str| rows.iter().filter(|(_, kind, _)| kind == key).collect::<Vec<_>>();
    let cards = TYPES.map(|(key, edge, words)| Card {
        title: format!("{} · {}", words.get(lang), of(key).len()),
        edge,
        items: of(key).into_iter().map(|(row, _, text)| ((*text).to_owned(), Some(row.id.clone()))).collect(),
    });
    let mut canvas = Canvas::new(size.width);
    let bottom = cards::draw(&mut canvas, 0.0, &cards, lang);
    let mut table = DataTable::of(lang, &[bi("Kind", "类型"), bi("Strategy", "策略")]);
    for (_, kind, text) in &rows {
        table.push([choice(field, kind, lang), (*text).to_owned()]);
    }
    let bare: Vec<String> = TYPES.iter().filter(|(key, ..)| of(key).is_empty()).map(|(key, ..)| name(key)).collect();
    let of_all = rows.len();
    let title = if bare.is_empty() {
        say!(lang, "{of_all} strategies, all four kinds thought of", "{of_all}条策略，四种组合都想到了")
    } else {
        let names = bare.join(word!(lang, ", ", "、"));
        say!(lang, "{of_all} strategies; none yet of the kind {names}", "{of_all}条策略，{names}还没有")
    };
    let used = number(book, "w2.tows_coverage").map(|share| percent(share, 0));
    let subtitle = match used {
        Some(used) => say!(
            lang,
            "S strengths, W weaknesses, O opportunities, T threats. {used} of the important items are used.",
            "S优势，W劣势，O机会，T威胁。重要条目用上了{used}。"
        ),
        None => word!(lang, "S strengths, W weaknesses, O opportunities, T threats.", "S优势，W劣势，O机会，T威胁。")
            .to_owned(),
    };
    canvas.close(bottom, title, subtitle, table)
}
