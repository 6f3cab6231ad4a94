//! What a room makes of single ratings and dots: a consensus to propose, and the order of a vote.

use std::collections::BTreeMap;

use super::scoring::Spread;
use crate::model::{Document, Id, Scale};
use crate::worksheets::log::votes;

/// The consensus to propose: the median, on the nearest step of the scale; between two steps the one nearer to the mean,
/// and the higher one where that decides nothing.
pub fn proposal(spread: &Spread, scale: &Scale) -> f64 {
    let mut best: Option<(f64, f64, f64)> = None;
    for step in scale.steps() {
        let step = f64::from(step);
        let (off, from_mean) = ((step - spread.median).abs(), (step - spread.mean).abs());
        let is_better = best.is_none_or(|(best_off, best_from_mean, _)| {
            off < best_off - 1e-9 || (off < best_off + 1e-9 && from_mean <= best_from_mean + 1e-9)
        });
        if is_better {
            best = Some((off, from_mean, step));
        }
    }
    best.map_or(spread.median, |(_, _, step)| step)
}

/// The dots of one row.
#[derive(Clone, Debug, PartialEq)]
pub struct Dots {
    /// The row.
    pub id: Id,
    /// All its dots together.
    pub dots: u32,
    /// How many people gave it any.
    pub voters: usize,
}

/// The rows of a list by their dots in a vote, most first; rows with the same number of dots by the number of people who
/// gave them, then in the order of the list.
pub fn ranking(document: &Document, path: &str, ballot: &str) -> Vec<Dots> {
    let mut given: BTreeMap<&str, (u32, usize)> = BTreeMap::new();
    let prefix = format!("{path}/");
    for row in document.list(votes::TABLE).iter().filter(|row| row.get(votes::BALLOT) == Some(ballot)) {
        let (Some(item), Some(dots)) = (row.get(votes::ITEM), row.get(votes::DOTS)) else { continue };
        let Some(id) = item.strip_prefix(&prefix) else { continue };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few dots")]
        let dots = dots.clamp(0.0, 1000.0) as u32;
        let entry = given.entry(id).or_default();
        entry.0 += dots;
        entry.1 += usize::from(dots > 0);
    }
    let mut ranked: Vec<Dots> = document
        .list_at(path)
        .ids()
        .iter()
        .map(|id| {
            let (dots, voters) = given.get(id.as_str()).copied().unwrap_or_default();
            Dots { id: id.clone(), dots, voters }
        })
        .collect();
    crate::model::order::sort_by(&mut ranked, |one, other| (other.dots, other.voters).cmp(&(one.dots, one.voters)));
    ranked
}

/// Who has voted, in the order of the log.
pub fn voters(document: &Document, ballot: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for row in document.list(votes::TABLE).iter().filter(|row| row.get(votes::BALLOT) == Some(ballot)) {
        if let Some(name) = row.get(votes::VOTER).filter(|name| !names.iter().any(|known| known == name)) {
            names.push(name.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::scoring::spread;
    use crate::analysis::testkit::doc;
    use crate::worksheets::scales;

    #[test]
    fn the_proposal_is_on_the_scale() {
        let of = |values: &[f64], scale| proposal(&spread(values).unwrap(), scale);
        assert_eq!(of(&[3.0, 7.0, 8.0], &scales::IMPORTANCE_10), 7.0);
        // Between 6 and 7: the mean decides; where it does not, the higher one.
        assert_eq!(of(&[1.0, 6.0, 7.0, 8.0], &scales::IMPORTANCE_10), 6.0);
        assert_eq!(of(&[6.0, 7.0], &scales::IMPORTANCE_10), 7.0);
        assert_eq!(of(&[3.0, 9.0], &scales::COVERAGE), 3.0_f64.max(of(&[3.0, 9.0], &scales::COVERAGE)));
        assert!(scales::COVERAGE.admits(of(&[1.0, 3.0], &scales::COVERAGE)));
        assert_eq!(of(&[-2.0, 1.0, 1.0], &scales::SUPPORT), 1.0);
    }

    #[test]
    fn dots_rank_the_rows() {
        let document = doc(&[
            ("w3.needs.a.need", "A"),
            ("w3.needs.b.need", "B"),
            ("w3.needs.c.need", "C"),
            ("log.votes.1.ballot", "one"),
            ("log.votes.1.item", "w3.needs/b"),
            ("log.votes.1.voter", "R1"),
            ("log.votes.1.dots", "2"),
            ("log.votes.2.ballot", "one"),
            ("log.votes.2.item", "w3.needs/c"),
            ("log.votes.2.voter", "R1"),
            ("log.votes.2.dots", "1"),
            ("log.votes.3.ballot", "one"),
            ("log.votes.3.item", "w3.needs/c"),
            ("log.votes.3.voter", "R2"),
            ("log.votes.3.dots", "1"),
            ("log.votes.4.ballot", "other"),
            ("log.votes.4.item", "w3.needs/a"),
            ("log.votes.4.voter", "R3"),
            ("log.votes.4.dots", "9"),
        ]);
        let ranked = ranking(&document, "w3.needs", "one");
        let shown: Vec<(&str, u32)> = ranked.iter().map(|dots| (dots.id.as_str(), dots.dots)).collect();
        assert_eq!(shown, [("c", 2), ("b", 2), ("a", 0)]);
        assert_eq!(voters(&document, "one"), ["R1", "R2"]);
    }
}
