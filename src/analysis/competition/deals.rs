//! Which deals we win and lose, and against whom.

use crate::analysis::Compute::{Once, Rows};
use crate::analysis::ResultUnit::{Count, Percent};
use crate::analysis::content::row_has_content;
use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::Row;
use crate::worksheets::competition::{comp, deals};

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w2.win_rate", "Win rate", "赢单率", Percent, Once(win_rate))
        .how("{0} deals won ÷ {1} won or lost × 100", "赢{0}单÷赢输共{1}单×100")
        .reads("w2.deals"),
    ResultDef::new("w2.win_rate_value", "Win rate by value", "赢单率（按金额）", Percent, Once(win_rate_value))
        .how("Amount won {0} ÷ amount won or lost {1} × 100", "赢单金额{0}÷赢输金额{1}×100")
        .reads("w2.deals"),
    ResultDef::new(
        "w2.comp.<id>.win_rate",
        "Win rate against this competitor",
        "对该竞争者赢单率",
        Percent,
        Rows("w2.comp", win_rate_against),
    )
    .how(
        "{0} deals won against it ÷ {1} won against it or lost to or against it × 100",
        "对其赢{0}单÷对其赢输共{1}单×100",
    )
    .reads("w2.deals"),
    ResultDef::new(
        "w2.comp.<id>.lost_to",
        "Deals lost to this competitor",
        "输给该竞争者的单数",
        Count,
        Rows("w2.comp", lost_to),
    )
    .how("Number of lost deals that went to this firm", "输给该企业的单数")
    .reads("w2.deals"),
    ResultDef::new("w2.no_decision", "Deals without a decision", "无决定单数", Count, Once(no_decision))
        .how("Number of deals that ended without a decision", "没有定论的单数")
        .reads("w2.deals"),
];

fn with_result<'a>(book: &Book<'a>, result: &'static str) -> impl Iterator<Item = &'a Row> + use<'a> {
    book.rows(deals::TABLE).filter(move |deal| deal.get(deals::RESULT) == Some(result))
}

fn is_against(deal: &Row, firm: &str) -> bool {
    deal.get(deals::AGAINST).unwrap_or_default().iter().any(|id| id == firm)
}

/// Share of the decided deals that we won, percent, by count (2.6).
pub fn win_rate(book: &Book) -> Answer {
    let [won, lost] = ["won", "lost"].map(|result| count(with_result(book, result).count()));
    if won + lost == 0.0 { Answer::none(Gap::NoRows) } else { Answer::percent(won, won + lost) }
}

/// Share of the decided deals that we won, percent, by amount (2.6).
pub fn win_rate_value(book: &Book) -> Answer {
    let [won, lost] = ["won", "lost"]
        .map(|result| with_result(book, result).filter_map(|deal| deal.get(deals::AMOUNT)).collect::<Vec<_>>());
    if won.is_empty() && lost.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let won = won.iter().sum::<f64>() + 0.0;
    Answer::percent(won, won + lost.iter().sum::<f64>())
}

/// Share of the deals fought out with a firm that we won, percent. Known only where won deals say who else was bidding
/// (2.6).
pub fn win_rate_against(book: &Book, firm: &Row) -> Answer {
    let names_a_rival =
        |deal: &Row| deal.get(deals::AGAINST).unwrap_or_default().iter().any(|id| book.row(comp::TABLE, id).is_some());
    if !with_result(book, "won").any(names_a_rival) {
        return Answer::none(Gap::TooFew);
    }
    let firm = firm.id.as_str();
    let won = count(with_result(book, "won").filter(|deal| is_against(deal, firm)).count());
    let is_lost = |deal: &&Row| deal.get(deals::TO_WHOM) == Some(firm) || is_against(deal, firm);
    let lost = count(with_result(book, "lost").filter(is_lost).count());
    if won + lost == 0.0 { Answer::none(Gap::NoRows) } else { Answer::percent(won, won + lost) }
}

/// Counts deals; no value while no deal is in the list.
fn number_of(book: &Book, is_counted: impl Fn(&Row) -> bool) -> Answer {
    if !book.rows(deals::TABLE).any(|row| row_has_content(book.doc, deals::TABLE, row)) {
        return Answer::none(Gap::NoRows);
    }
    Answer::number(count(book.rows(deals::TABLE).filter(|row| is_counted(row)).count()))
}

/// How many deals were lost to a firm (2.6).
pub fn lost_to(book: &Book, firm: &Row) -> Answer {
    number_of(book, |deal| {
        deal.get(deals::RESULT) == Some("lost") && deal.get(deals::TO_WHOM) == Some(firm.id.as_str())
    })
}

/// How many deals ended without a decision (2.6).
pub fn no_decision(book: &Book) -> Answer {
    number_of(book, |deal| deal.get(deals::RESULT) == Some("no_decision"))
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, put};

    #[test]
    fn rates_by_count_by_amount_and_by_rival() {
        let mut document = doc(&[("w2.comp.x.name", "Rival"), ("w2.comp.y.name", "Other")]);
        for name in ["win_rate", "win_rate_value", "no_decision", "comp.x.lost_to"] {
            assert_eq!(gap(&document, &format!("w2.{name}")), Gap::NoRows, "{name}");
        }
        column(&mut document, "w2.deals", "result", "won lost lost no_decision withdrawn");
        column(&mut document, "w2.deals", "to_whom", "- x y");
        expect(
            &document,
            &[
                ("w2.win_rate", 100.0 / 3.0),
                ("w2.no_decision", 1.0),
                ("w2.comp.x.lost_to", 1.0),
                ("w2.comp.us.lost_to", 0.0),
            ],
        );
        assert_eq!(gap(&document, "w2.win_rate_value"), Gap::NoRows);
        column(&mut document, "w2.deals", "amount", "300 - 100 900");
        expect(&document, &[("w2.win_rate_value", 75.0)]);
        column(&mut document, "w2.deals", "amount", "0 0 0");
        assert_eq!(gap(&document, "w2.win_rate_value"), Gap::DivisionByZero);
        put(&mut document, "w2.deals.r1.against", "gone");
        assert_eq!(gap(&document, "w2.comp.x.win_rate"), Gap::TooFew);
        put(&mut document, "w2.deals.r1.against", "x");
        put(&mut document, "w2.deals.r3.against", "x");
        expect(&document, &[("w2.comp.x.win_rate", 100.0 / 3.0), ("w2.comp.y.win_rate", 0.0)]);
        assert_eq!(gap(&document, "w2.comp.us.win_rate"), Gap::NoRows);
    }
}
