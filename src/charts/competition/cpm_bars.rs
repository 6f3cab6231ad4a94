//! How the customer would rate us and each rival.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, firm, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::{Line, Part, Rows};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::fixed;
use crate::model::{Id, Lang, bi};
use crate::worksheets::competition::comp;

/// The score of a firm in the competitive profile.
pub(super) fn score(book: &Book, id: &Id) -> Option<f64> {
    number(book, &format!("w2.cpm.{id}"))
}

/// The firms that have a score, the best first.
pub(super) fn ranked(book: &Book) -> Vec<(Id, f64)> {
    let mut firms: Vec<(Id, f64)> =
        book.rows(comp::TABLE).filter_map(|row| Some((row.id.clone(), score(book, &row.id)?))).collect();
    crate::model::order::sort_by(&mut firms, |a, b| b.1.total_cmp(&a.1));
    firms
}

/// Bars of the competitive profile scores, best first, with the line above which a firm is strong.
pub fn cpm_bars(book: &Book, lang: Lang, size: Size) -> Scene {
    let firms = ranked(book);
    if firms.is_empty() {
        return empty(
            size,
            lang,
            bi("Who is ahead in the customer's eyes?", "在客户眼里谁领先？"),
            bi(
                "Rate us and the rivals on a few success factors; the scores line up here.",
                "按几项要素给我方和对手打分，总分会排在这里。",
            ),
            &["w2.factors.factor", "w2.factors.weight", "w2.ratings.rating"],
            Sketch::Bars,
        );
    }
    let mut table = DataTable::of(lang, &[bi("Firm", "企业"), bi("Score (1–4)", "总分（1–4）")]);
    let mut lines = Vec::new();
    for (id, score) in firms.iter().take(12) {
        let ours = id.as_str() == "us";
        let name = firm(book, id.as_str(), lang);
        table.push([name.clone(), cell(Some(*score), 2)]);
        let class = if ours { Class::Accent } else { Class::Pale };
        let tip = format!("{name}: {}", fixed(*score, 2));
        let line = Line::new(name).of(id).class(if ours { Class::Label } else { Class::Text });
        lines.push(line.part(Part::new(1.0, *score, class).tip(tip)).note(fixed(*score, 2), Class::Label));
    }
    let mut canvas = Canvas::new(size.width);
    let rows = Rows::between(1.0, 4.0, lines).guide(2.5, word!(lang, "strong from 2.5", "2.5以上为强"));
    let bottom = rows.draw(&mut canvas, 0.0).bottom + 4.0;
    let subtitle = word!(lang, "Weighted score of all success factors, 1 to 4.", "各竞争要素的加权总分，1至4分。");
    canvas.close(bottom, finding(book, &firms, lang), subtitle.to_owned(), table)
}

fn finding(book: &Book, firms: &[(Id, f64)], lang: Lang) -> String {
    let name = |id: &Id| brief(&firm(book, id.as_str(), lang));
    let ours = firms.iter().position(|(id, _)| id.as_str() == "us");
    match (firms, ours) {
        ([(_, first), (second, next), ..], Some(0)) => {
            let (first, next, second) = (fixed(*first, 2), fixed(*next, 2), name(second));
            say!(lang, "We lead with {first}, ahead of {second} with {next}", "我方以{first}分领先，{second}{next}分")
        }
        ([(best, first), ..], Some(place)) if place > 0 => {
            let (rank, of, best, first) = (place + 1, firms.len(), name(best), fixed(*first, 2));
            say!(
                lang,
                "We come {rank} of {of}; {best} leads with {first}",
                "{of}家中我方排第{rank}，{best}以{first}分领先"
            )
        }
        _ => word!(lang, "Rate at least us and one rival to compare", "至少给我方和一家对手打分才能比较").to_owned(),
    }
}
