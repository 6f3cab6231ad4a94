//! The cuts of the settings that several worksheets share.

use super::stats::settle;
use super::{Answer, Book, Gap};
use crate::worksheets::settings::limits;

/// Class of a product of two ratings, 1 to 25, as of a risk or a threat, by the cuts of the settings: low below the first,
/// medium below the second, high below the third, else extreme. The numbers are the score and the three cuts.
pub fn risk_class(book: &Book, score: Option<f64>) -> Answer {
    let Some(score) = score.map(settle) else { return Answer::none(Gap::Empty) };
    let [medium, high, extreme] =
        [limits::RISK_MEDIUM, limits::RISK_HIGH, limits::RISK_EXTREME].map(|limit| book.setting(limits::TABLE, limit));
    let class = if score < medium {
        "low"
    } else if score < high {
        "medium"
    } else if score < extreme {
        "high"
    } else {
        "extreme"
    };
    Answer::key(class).with([score, medium, high, extreme])
}
