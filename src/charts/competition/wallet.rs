//! Who gets the customer's money, category by category.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, firm, money, name_of, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Rows, more};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::percent;
use crate::model::{Id, Lang, Row, bi};
use crate::worksheets::competition::{comp, wallet as spend, wallet_comp};

const MOST: usize = 14;
const RIVALS: [Class; 3] = [Class::Hatch, Class::Dots, Class::Cross];

struct Category<'a> {
    row: &'a Row,
    total: f64,
    ours: Option<f64>,
}

/// Stacked bars of the wallet: us, the three largest rivals, the other named rivals, and what nobody is named for.
pub fn wallet(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut categories: Vec<Category> = book.rows(spend::TABLE).filter_map(read).collect();
    if categories.is_empty() {
        return empty(
            size,
            lang,
            bi("Who gets the money today?", "客户今天把钱给了谁？"),
            bi(
                "Enter what the customer spends per category and what we sell; the bars show our share.",
                "填上各品类的采购额和我们的销售额，这里会画出我方份额。",
            ),
            &["w2.wallet.category", "w2.wallet.total_spend", "w2.wallet.ours", "w2.wallet_comp.sales"],
            Sketch::Bars,
        );
    }
    crate::model::order::sort_by(&mut categories, |a, b| b.total.total_cmp(&a.total));
    let rivals = largest_rivals(book, &categories);
    let mut canvas = Canvas::new(size.width);
    let mut entries = vec![(Swatch::Square, Class::Accent, firm(book, "us", lang))];
    entries.extend(rivals.iter().zip(RIVALS).map(|(id, class)| (Swatch::Square, class, firm(book, id.as_str(), lang))));
    if book.rows(comp::TABLE).count() > rivals.len() + 1 {
        entries.push((Swatch::Square, Class::Pale, word!(lang, "other rivals", "其他对手").to_owned()));
    }
    entries.push((Swatch::Square, Class::Wash, word!(lang, "not known", "未知或其他").to_owned()));
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let lines = categories.iter().take(MOST).map(|category| line(book, category, &rivals, lang)).collect();
    let mut rows = Rows::between(0.0, 100.0, lines);
    if let Some(fair) = number(book, "w2.fair_share") {
        let share = percent(fair, 0);
        rows = rows.guide(fair, say!(lang, "fair share {share}", "应得份额{share}"));
    }
    let placed = rows.draw(&mut canvas, top);
    let bottom = more(&mut canvas, placed.bottom, categories.len().saturating_sub(MOST), lang);
    let total = money(book, categories.iter().map(|category| category.total).sum(), lang);
    let subtitle = say!(
        lang,
        "Share of spend per category, largest first; {total} a year in all. Our share at the right.",
        "各品类采购额中的份额，按金额从大到小，合计每年{total}。右侧为我方份额。"
    );
    canvas.close(bottom, finding(book, &categories, lang), subtitle, table(book, &categories, lang))
}

fn read(row: &Row) -> Option<Category<'_>> {
    let total = row.get(spend::TOTAL_SPEND).filter(|total| *total > 0.0)?;
    Some(Category { row, total, ours: row.get(spend::OURS) })
}

fn sales(book: &Book, category: &Category, rival: &Id) -> Option<f64> {
    book.cell(wallet_comp::TABLE, &category.row.id, rival).get(wallet_comp::SALES).filter(|sales| *sales > 0.0)
}

fn largest_rivals(book: &Book, categories: &[Category]) -> Vec<Id> {
    let total = |id: &Id| categories.iter().filter_map(|category| sales(book, category, id)).sum::<f64>();
    let mut rivals: Vec<(f64, Id)> = book
        .rows(comp::TABLE)
        .filter(|row| row.id.as_str() != "us")
        .map(|row| (total(&row.id), row.id.clone()))
        .filter(|(total, _)| *total > 0.0)
        .collect();
    crate::model::order::sort_by(&mut rivals, |a, b| b.0.total_cmp(&a.0));
    rivals.into_iter().take(RIVALS.len()).map(|(_, id)| id).collect()
}

fn line(book: &Book, category: &Category, rivals: &[Id], lang: Lang) -> Line {
    let name = name_of(spend::TABLE, category.row, lang);
    let mut line = Line::new(name).of(&category.row.id).class(Class::Text);
    let mut at = 0.0;
    line.parts.push(Part::new(0.0, 100.0, Class::Wash));
    let mut piece = |line: &mut Line, amount: f64, class: Class, who: String| {
        let share = amount / category.total * 100.0;
        let (share_word, sum) = (percent(share, 1), money(book, amount, lang));
        let tip = say!(lang, "{who}: {share_word}, {sum}", "{who}：{share_word}，{sum}");
        line.parts.push(Part::new(at, at + share, class).text(percent(share, 0)).tip(tip));
        at += share;
    };
    if let Some(ours) = category.ours.filter(|ours| *ours > 0.0) {
        piece(&mut line, ours, Class::Accent, firm(book, "us", lang));
    }
    for (rival, class) in rivals.iter().zip(RIVALS) {
        if let Some(sales) = sales(book, category, rival) {
            piece(&mut line, sales, class, firm(book, rival.as_str(), lang));
        }
    }
    for row in book.rows(comp::TABLE).filter(|row| row.id.as_str() != "us" && !rivals.contains(&row.id)) {
        if let Some(sales) = sales(book, category, &row.id) {
            piece(&mut line, sales, Class::Pale, firm(book, row.id.as_str(), lang));
        }
    }
    let share = category.ours.map(|ours| ours / category.total * 100.0);
    let class = if share.is_some_and(|share| share > 0.0) { Class::Label } else { Class::Faint };
    line.note(share.map_or_else(|| "–".to_owned(), |share| percent(share, 1)), class)
}

fn finding(book: &Book, categories: &[Category], lang: Lang) -> String {
    let total: f64 = categories.iter().map(|category| category.total).sum();
    let ours = number(book, "w2.share_of_wallet");
    let share = ours.map_or_else(|| "–".to_owned(), |share| percent(share, 1));
    let gap = |category: &Category| category.total - category.ours.unwrap_or(0.0);
    let absent = categories.iter().find(|category| category.ours == Some(0.0));
    let widest = categories.iter().max_by(|a, b| gap(a).total_cmp(&gap(b)));
    if let Some(name) = absent.map(|category| brief(&name_of(spend::TABLE, category.row, lang))) {
        return say!(lang, "We hold {share}, nothing yet in {name}", "我方份额{share}，{name}尚未进入");
    }
    match widest.filter(|_| ours.is_some()) {
        Some(category) => {
            let (name, gap) = (brief(&name_of(spend::TABLE, category.row, lang)), money(book, gap(category), lang));
            say!(
                lang,
                "We hold {share}; the widest gap is {name} with {gap}",
                "我方份额{share}，缺口最大的是{name}（{gap}）"
            )
        }
        None => {
            let total = money(book, total, lang);
            say!(
                lang,
                "The customer spends {total} a year; our part is still missing",
                "客户每年采购{total}，还缺我方销售额"
            )
        }
    }
}

fn table(book: &Book, categories: &[Category], lang: Lang) -> DataTable {
    let mut table = DataTable::of(
        lang,
        &[bi("Category", "品类"), bi("Total spend", "采购总额"), bi("Ours", "我方"), bi("Our share %", "我方份额%")],
    );
    let rivals: Vec<&Row> = book.rows(comp::TABLE).filter(|row| row.id.as_str() != "us").collect();
    table.headers.extend(rivals.iter().map(|row| name_of(comp::TABLE, row, lang)));
    for category in categories {
        let mut cells = vec![
            name_of(spend::TABLE, category.row, lang),
            cell(Some(category.total), 2),
            cell(category.ours, 2),
            cell(category.ours.map(|ours| ours / category.total * 100.0), 1),
        ];
        cells.extend(rivals.iter().map(|row| cell(sales(book, category, &row.id), 2)));
        table.rows.push(cells);
    }
    table
}
