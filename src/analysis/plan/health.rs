//! Account health: five parts, each 0 to 100.

use super::{actions, forecast, target};
use crate::analysis::competition::{US, profile};
use crate::analysis::needs::people;
use crate::analysis::service::sla;
use crate::analysis::stats::mean;
use crate::analysis::{Answer, Book, Gap};
use crate::model::bi;
use crate::worksheets::competition::comp;
use crate::worksheets::settings::health as weights;

/// Relationship: mean of the support index brought to 0 to 100 and the coverage index, of those that have a value.
pub fn relationship(book: &Book) -> Answer {
    let support = people::support_index(book).as_number().map(|index| f64::midpoint(index, 100.0));
    let coverage = people::coverage_index(book).as_number();
    let parts: Vec<f64> = [support, coverage].into_iter().flatten().collect();
    Answer::maybe(mean(&parts), Gap::NoRows).rated(parts.len(), 2)
}

/// Commercial: forecast in percent of the target, 0 to 100.
pub fn commercial(book: &Book) -> Answer {
    Answer::attempt(|| {
        let (forecast, target) = (forecast::forecast(book).required()?, target::revenue(book).required()?);
        let percent = Answer::ratio(forecast * 100.0, target).required()?;
        Ok(Answer::number(percent.clamp(0.0, 100.0)).with([forecast, target]))
    })
}

/// Service: SLA attainment.
pub fn service(book: &Book) -> Answer {
    sla::attainment(book)
}

/// Competitive position: our CPM score brought from 1 to 4 to 0 to 100.
pub fn position(book: &Book) -> Answer {
    Answer::attempt(|| {
        let us = book.row(comp::TABLE, US).ok_or(Gap::NoRows)?;
        let score = profile::cpm(book, us).required()?;
        Ok(Answer::number((score - 1.0) / 3.0 * 100.0).with([score]))
    })
}

/// Execution: actions on time.
pub fn execution(book: &Book) -> Answer {
    actions::on_time(book)
}

/// Account health, 0 to 100: mean of the parts that have a value, weighted as the settings say. The others are named.
pub fn health(book: &Book) -> Answer {
    let parts = [
        (bi("relationship", "关系"), weights::RELATIONSHIP, relationship(book)),
        (bi("commercial", "商务"), weights::COMMERCIAL, commercial(book)),
        (bi("service", "服务"), weights::SERVICE, service(book)),
        (bi("competitive position", "竞争地位"), weights::POSITION, position(book)),
        (bi("execution", "执行"), weights::EXECUTION, execution(book)),
    ];
    let values: Vec<(f64, f64)> = parts
        .iter()
        .filter_map(|(_, weight, part)| Some((book.setting(weights::TABLE, *weight), part.as_number()?)))
        .collect();
    let left_out = parts.iter().filter(|(_, _, part)| part.as_number().is_none()).map(|(name, ..)| *name).collect();
    let total: f64 = values.iter().map(|(weight, _)| weight).sum();
    let sum: f64 = values.iter().map(|(weight, part)| weight * part).sum();
    let answer = if values.is_empty() { Answer::none(Gap::NoRows) } else { Answer::ratio(sum, total) };
    answer.with([sum, total]).rated(values.len(), parts.len()).without(left_out)
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{answer, column, doc, expect, gap, put};

    #[test]
    fn parts_without_a_value_drop_out_and_are_named() {
        let mut document = doc(&[]);
        assert_eq!(gap(&document, "w6.health"), Gap::NoRows);
        column(&mut document, "w3.people", "influence", "5 5 3 4 2");
        column(&mut document, "w3.people", "support", "2 -1 1 0 2");
        column(&mut document, "w3.people", "contact", "3 1 2 0 4");
        let relationship = (f64::midpoint(600.0 / 19.0, 100.0) + 1000.0 / 19.0) / 2.0;
        expect(&document, &[("w6.health.relationship", relationship), ("w6.health", relationship)]);
        put(&mut document, "w6.fin.base_revenue", "80");
        put(&mut document, "w6.targets.a.revenue", "100");
        expect(&document, &[("w6.health.commercial", 80.0), ("w6.health", (relationship + 80.0) / 2.0)]);
        let found = answer(&document, "w6.health");
        assert_eq!(found.rated, Some((2, 5)));
        assert_eq!(
            found.left_out.iter().map(|name| name.en).collect::<Vec<_>>(),
            ["service", "competitive position", "execution"]
        );
        put(&mut document, "settings.health.relationship", "0");
        put(&mut document, "settings.health.commercial", "0");
        assert_eq!(gap(&document, "w6.health"), Gap::DivisionByZero);
    }

    #[test]
    fn each_part_is_0_to_100() {
        let mut document = doc(&[
            ("w6.fin.base_revenue", "300"),
            ("w6.targets.a.revenue", "100"),
            ("w5.sla.a.target", "4"),
            ("w5.sla.a.actual", "5"),
            ("w2.factors.a.weight", "1"),
            ("w2.ratings.a.us.rating", "4"),
            ("w6.act.a.due", "2026-01-01"),
        ]);
        let parts = [
            ("w6.health.commercial", 100.0),
            ("w6.health.service", 100.0),
            ("w6.health.position", 100.0),
            ("w6.health.execution", 0.0),
            ("w6.health", (25.0 + 20.0 + 15.0) / 75.0 * 100.0),
        ];
        expect(&document, &parts);
        put(&mut document, "w6.targets.a.revenue", "0");
        assert_eq!(gap(&document, "w6.health.commercial"), Gap::DivisionByZero);
        assert_eq!(gap(&document, "w6.health.relationship"), Gap::NoRows);
    }
}
