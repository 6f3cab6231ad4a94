//! How much of a threat each competitor is.

use crate::analysis::Compute::Rows;
use crate::analysis::ResultUnit::{Enum, Score};
use crate::analysis::cuts::risk_class;
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::{Row, opt};
use crate::worksheets::competition::comp;

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w2.comp.<id>.threat", "Threat score", "威胁指数", Score, Rows("w2.comp", threat))
        .how("Capability {0} × intent {1}", "能力{0}×意愿{1}")
        .reads("w2.comp"),
    ResultDef::new("w2.comp.<id>.threat_class", "Threat class", "威胁等级", Enum, Rows("w2.comp", threat_class))
        .options(&[
            opt("low", "Low", "低"),
            opt("medium", "Medium", "中"),
            opt("high", "High", "高"),
            opt("extreme", "Extreme", "极高"),
        ])
        .how(
            "Threat {0}: medium from {1}, high from {2}, extreme from {3}",
            "威胁{0}：{1}起为中，{2}起为高，{3}起为极高",
        )
        .reads("w2.comp settings.limits"),
];

/// Threat of a firm, 1 to 25: capability × intent to attack this account (2.1).
pub fn threat(_: &Book, firm: &Row) -> Answer {
    match (firm.get(comp::CAPABILITY), firm.get(comp::INTENT)) {
        (Some(capability), Some(intent)) => Answer::number(capability * intent).with([capability, intent]),
        _ => Answer::none(Gap::Empty),
    }
}

/// Class of the threat, by the cuts that risks have in the settings (2.1).
pub fn threat_class(book: &Book, firm: &Row) -> Answer {
    risk_class(book, threat(book, firm).as_number())
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{doc, expect, gap, key, put};

    #[test]
    fn classes_as_for_risks() {
        let mut document = doc(&[("w2.comp.x.capability", "4")]);
        assert_eq!(gap(&document, "w2.comp.x.threat"), Gap::Empty);
        assert_eq!(gap(&document, "w2.comp.x.threat_class"), Gap::Empty);
        for (intent, score, class) in
            [("1", 4.0, "low"), ("2", 8.0, "medium"), ("3", 12.0, "high"), ("4", 16.0, "extreme")]
        {
            put(&mut document, "w2.comp.x.intent", intent);
            expect(&document, &[("w2.comp.x.threat", score)]);
            assert_eq!(key(&document, "w2.comp.x.threat_class"), class);
        }
        put(&mut document, "settings.limits.risk_extreme", "17");
        assert_eq!(key(&document, "w2.comp.x.threat_class"), "high");
    }
}
