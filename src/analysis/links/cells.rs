//! Cells of a matrix that one worksheet suggests to another: what the modules of the recommended option could be worth
//! at a buying centre.

use super::flows::recommended;
use super::{NewCell, Offer, Suggestion, row_key};
use crate::analysis::Book;
use crate::i18n::format;
use crate::model::{Id, Place, Row, Value, bi};
use crate::worksheets::competition::wallet;
use crate::worksheets::plan::{bu, opp, ws};
use crate::worksheets::solution::modules;

/// The key of the one way.
const KEY: &str = "modules>whitespace";

/// Potential for empty cells of the whitespace matrix, from the modules of the recommended option.
pub(super) fn whitespace(book: &Book, set_aside: &dyn Fn(&str) -> bool) -> Option<Suggestion> {
    let mut cells: Vec<(NewCell, f64)> = Vec::new();
    let mut counted: Vec<&Id> = Vec::new();
    for module in recommended(book, |_| true) {
        if set_aside(&row_key(KEY, &module.id)) {
            continue;
        }
        let deal = open_deal(book, module.id.as_str());
        // One opportunity for several modules is worth its amount once.
        if deal.is_some_and(|deal| counted.contains(&&deal.id)) {
            continue;
        }
        let Some((row, col, amount)) = place_and_worth(book, module, deal) else { continue };
        counted.extend(deal.map(|deal| &deal.id));
        match cells.iter_mut().find(|(cell, _)| (&cell.row, &cell.col) == (row, col)) {
            Some((_, worth)) => *worth += amount,
            None => {
                let cell =
                    NewCell { source: module.id.clone(), row: row.clone(), col: col.clone(), values: Vec::new() };
                cells.push((cell, amount));
            }
        }
    }
    let cells: Vec<NewCell> = cells.into_iter().map(|(cell, worth)| filled(book, cell, worth)).collect();
    let blanks = vec![cells.len().to_string()];
    let text = bi(
        "The recommended option would add sales in cells without a potential ({0}). Enter the potential?",
        "推荐选项可以给{0}个还没填潜力的格子带来销售，填上潜力吗？",
    );
    let offer = Offer::Cells(cells);
    let suggestion = Suggestion { key: KEY, from: modules::TABLE, to: ws::TABLE, offer, text, blanks };
    Some(suggestion).filter(|suggestion| suggestion.count() > 0)
}

/// The first undecided opportunity that names the module.
fn open_deal<'d>(book: &Book<'d>, module: &str) -> Option<&'d Row> {
    let is_open = |row: &Row| !matches!(row.get(opp::STAGE), Some("won" | "lost"));
    let names = |row: &Row| row.get(opp::MODULES).is_some_and(|ids| ids.iter().any(|id| id == module));
    book.rows(opp::TABLE).find(|row| is_open(row) && names(row))
}

/// Where the module could be sold and for how much: at the buying centre of its opportunity or the only one there is, in
/// the category whose name is most like its own.
fn place_and_worth<'d>(book: &Book<'d>, module: &Row, deal: Option<&Row>) -> Option<(&'d Id, &'d Id, f64)> {
    let named = deal.and_then(|deal| deal.get(opp::BU)).and_then(|id| book.row(bu::TABLE, id));
    let mut all = book.rows(bu::TABLE);
    let only = || Some(all.next()?).filter(|_| all.next().is_none());
    let buyer = named.or_else(only)?;
    let name = module.get(modules::NAME).unwrap_or_default();
    let category = category_like(book, &[name, deal.and_then(|deal| deal.get(opp::NAME)).unwrap_or_default()])?;
    let cell = book.cell(ws::TABLE, &buyer.id, &category.id);
    let amount = deal.and_then(|deal| deal.get(opp::AMOUNT)).or_else(|| module.get(modules::PRICE))?;
    let is_free = cell.get(ws::POTENTIAL).is_none() && !matches!(cell.get(ws::STATUS), Some("none"));
    (is_free && amount > 0.0).then_some((&buyer.id, &category.id, amount))
}

/// The category that shares most with one of the names; the only one there is in any case.
fn category_like<'d>(book: &Book<'d>, names: &[&str]) -> Option<&'d Row> {
    let named = |row: &&Row| row.get(wallet::CATEGORY).is_some();
    let categories: Vec<&Row> = book.rows(wallet::TABLE).filter(named).collect();
    if let [only] = categories.as_slice() {
        return Some(only);
    }
    let alike = |row: &Row| {
        let category = row.get(wallet::CATEGORY).unwrap_or_default();
        names.iter().map(|name| likeness(category, name)).fold(0.0, f64::max)
    };
    let scored = categories.into_iter().map(|row| (row, alike(row))).filter(|(_, score)| *score > 0.0);
    scored.reduce(|one, other| if other.1 > one.1 { other } else { one }).map(|(row, _)| row)
}

/// What share of a name's pieces occurs in the other: pairs of Chinese characters, runs of four letters.
fn likeness(name: &str, other: &str) -> f64 {
    let other = other.to_lowercase();
    let letters: Vec<char> = name.to_lowercase().chars().collect();
    let is_han = |letter: &char| ('\u{4e00}'..='\u{9fff}').contains(letter);
    let is_piece = |piece: &&[char]| match piece.len() {
        2 => piece.iter().all(is_han),
        _ => piece.iter().all(char::is_ascii_alphanumeric),
    };
    let pieces: Vec<String> =
        letters.windows(2).chain(letters.windows(4)).filter(is_piece).map(|piece| piece.iter().collect()).collect();
    let found = pieces.iter().filter(|piece| other.contains(piece.as_str())).count();
    crate::analysis::stats::count(found) / crate::analysis::stats::count(pieces.len().max(1))
}

/// What the cell would hold: what is sold there already and what could come. Its status follows where it says nothing.
fn filled(book: &Book, mut cell: NewCell, worth: f64) -> NewCell {
    let now = book.cell(ws::TABLE, &cell.row, &cell.col);
    let potential = format::round(now.get(ws::CURRENT).unwrap_or(0.0) + worth, 2);
    cell.values.push((ws::POTENTIAL.slot, Value::Number(potential)));
    if matches!(now.get(ws::STATUS), None | Some("unknown")) {
        cell.values.extend(Value::text("potential").map(|status| (ws::STATUS.slot, status)));
    }
    cell
}

impl NewCell {
    /// Where a value of it goes.
    pub fn place(&self, slot: u8) -> Place {
        Place::cell(ws::TABLE, self.row.clone(), self.col.clone(), slot)
    }
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn names_are_alike_by_pairs_of_characters_or_runs_of_letters() {
        assert!(likeness("专线与组网", "S1 双路由专线") > likeness("驻场运维", "S1 双路由专线"));
        assert!(likeness("驻场运维", "S4 7×24驻场运维") > 0.9);
        assert!(likeness("Monitoring", "Health monitoring") > 0.9);
        assert!(likeness("Valves", "Health monitoring") < 0.01);
    }
}
