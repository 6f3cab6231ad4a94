//! Single values that one worksheet suggests to another.

use super::{Offer, Suggestion};
use crate::analysis::competition::{US, profile, wallet_shares};
use crate::analysis::industry::market;
use crate::analysis::{Book, title};
use crate::i18n::format;
use crate::model::{Bi, Place, Row, TableDef, Value, bi};
use crate::worksheets::competition::{comp, wallet};
use crate::worksheets::industry::series;
use crate::worksheets::plan::fin;
use crate::worksheets::solution::case;

/// The values that fit an empty field.
pub(super) fn suggestions(book: &Book) -> impl Iterator<Item = Suggestion> {
    [wallet_growth(book), reference(book)].into_iter().flatten()
}

fn suggestion(
    book: &Book,
    key: &'static str,
    from: &'static TableDef,
    place: Place,
    (value, words): (Value, String),
    text: Bi,
) -> Option<Suggestion> {
    let to = place.table;
    let is_empty = book.doc.value(&place).is_none();
    is_empty.then(|| Suggestion { key, from, to, offer: Offer::Value(place, value), text, blanks: vec![words] })
}

/// The growth of the customer's spend, to one decimal as people write it: what the team expects for each category, weighted
/// by spend; while it expects nothing, the growth of the market.
fn wallet_growth(book: &Book) -> Option<Suggestion> {
    let place = Place::form(fin::TABLE, fin::WALLET_GROWTH.slot);
    if let Some(growth) = spend_growth(book) {
        let growth = format::round(growth, 1);
        let text = bi(
            "By worksheet 2 their spend grows by {0}% a year, weighted by category. Expect that here too?",
            "按工作表二各品类加权，客户采购年增{0}%。这里也按这个增速预计吗？",
        );
        let value = (Value::Number(growth), format::short(growth, 1));
        return suggestion(book, "wallet>wallet_growth", wallet::TABLE, place, value, text);
    }
    let growth = format::round(market::cagr(book).as_number()?, 1);
    let text = bi(
        "The market grows by {0}% a year. Expect the same of the customer's spend?",
        "市场年增长{0}%。客户的采购也按这个增速预计吗？",
    );
    let value = (Value::Number(growth), format::short(growth, 1));
    suggestion(book, "market>wallet_growth", series::TABLE, place, value, text)
}

/// Expected growth of the categories, weighted by what is spent in them.
fn spend_growth(book: &Book) -> Option<f64> {
    let expected = book.rows(wallet::TABLE).filter_map(|row| {
        let spend = row.get(wallet::TOTAL_SPEND).filter(|spend| *spend > 0.0)?;
        Some((row.get(wallet::GROWTH)? * spend, spend))
    });
    let (weighted, spend) = expected.fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    Some(weighted / spend).filter(|growth| growth.is_finite())
}

/// The main competitor as the alternative that the offer is compared with.
fn reference(book: &Book) -> Option<Suggestion> {
    let rival = main_competitor(book)?;
    let name = title::title(book.doc, comp::TABLE, rival.id.as_str(), book.doc.lang);
    let text = bi(
        "{0} is the main competitor. Compare the offer with what they would do?",
        "{0}是主要竞争者。拿方案和他家比吗？",
    );
    let place = Place::form(case::TABLE, case::REFERENCE.slot);
    let value = (Value::text(rival.id.as_str())?, name);
    suggestion(book, "competitor>reference", comp::TABLE, place, value, text)
}

/// The competitor with the largest share of the customer's spend; while no share is known, the one that scores best.
pub fn main_competitor<'d>(book: &Book<'d>) -> Option<&'d Row> {
    let best = |value: fn(&Book, &Row) -> crate::analysis::Answer| {
        let others = book.rows(comp::TABLE).filter(|firm| firm.id.as_str() != US);
        let known = others.filter_map(|firm| Some((firm, value(book, firm).as_number()?)));
        known.reduce(|one, other| if other.1 > one.1 { other } else { one }).map(|(firm, _)| firm)
    };
    best(wallet_shares::share_of_wallet).or_else(|| best(profile::cpm))
}
