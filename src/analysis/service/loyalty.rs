//! Would they recommend us?

use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap};
use crate::worksheets::service::nps_scores;

fn scores(book: &Book) -> Vec<f64> {
    book.rows(nps_scores::TABLE).filter_map(|row| row.get(nps_scores::SCORE)).collect()
}

/// Recommendation score, −100 to 100: percent of answers of 9 and 10 less percent of 0 to 6 (Reichheld's NPS). Below five
/// answers it is anecdotal.
pub fn nps(book: &Book) -> Answer {
    let scores = scores(book);
    if scores.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let promoters = count(scores.iter().filter(|score| **score >= 9.0).count());
    let detractors = count(scores.iter().filter(|score| **score <= 6.0).count());
    let all = count(scores.len());
    Answer::number((promoters - detractors) / all * 100.0).with([promoters, detractors, all])
}

/// Number of answers.
pub fn answers(book: &Book) -> Answer {
    Answer::number(count(scores(book).len()))
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap};

    #[test]
    fn promoters_less_detractors() {
        let mut document = doc(&[]);
        assert_eq!(gap(&document, "w5.nps"), Gap::NoRows);
        expect(&document, &[("w5.nps_n", 0.0)]);
        column(&mut document, "w5.nps_scores", "score", "10 9 9 8 7 6 10 3 9 8");
        expect(&document, &[("w5.nps", 30.0), ("w5.nps_n", 10.0)]);
    }
}
