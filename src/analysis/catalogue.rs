//! All results by name.

use super::{
    Answer, Book, ResultDef, competition, completeness, evidence, industry, needs, plan, portfolio, service, solution,
};

/// Every group of results, in the order of the worksheets.
pub static GROUPS: &[&[ResultDef]] = &[
    evidence::RESULTS,
    completeness::RESULTS,
    portfolio::concentration::RESULTS,
    portfolio::profit::RESULTS,
    portfolio::matrix::RESULTS,
    portfolio::selection::RESULTS,
    industry::market::RESULTS,
    industry::structure::RESULTS,
    industry::life_cycle::RESULTS,
    industry::pestel::RESULTS,
    industry::forces::RESULTS,
    industry::chain::RESULTS,
    competition::wallet::RESULTS,
    competition::wallet_shares::RESULTS,
    competition::profile::RESULTS,
    competition::curve::RESULTS,
    competition::threat::RESULTS,
    competition::swot::RESULTS,
    competition::deals::RESULTS,
    needs::RESULTS,
    solution::RESULTS,
    service::RESULTS,
    plan::RESULTS,
];

/// Every result.
pub fn all() -> impl Iterator<Item = &'static ResultDef> {
    GROUPS.iter().flat_map(|group| group.iter())
}

/// The result with this name (with its placeholder, as `w3.needs.<id>.opportunity`).
pub fn find(name: &str) -> Option<&'static ResultDef> {
    all().find(|result| result.name == name)
}

/// The result and the answer under a full name, as `w3.needs.abc.opportunity`. Nothing when there is no such result or
/// the row is not there.
pub fn answer(book: &Book, full_name: &str) -> Option<(&'static ResultDef, Answer)> {
    all().find_map(|result| Some((result, result.answer(book, result.id_in(full_name)?)?)))
}

/// Every answer of the workbook with its full name.
pub fn all_answers(book: &Book) -> Vec<(String, Answer)> {
    all().flat_map(|result| result.answers(book)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Compute, Memo, Out, ResultUnit, testkit};
    use crate::model::{Document, Opt, TableDef};
    use crate::worksheets;

    /// The numbers that a formula text has a place for.
    fn places(how: &str) -> Vec<usize> {
        (0..9).filter(|at| how.contains(&format!("{{{at}}}"))).collect()
    }

    #[test]
    fn formulas_have_places_for_the_same_numbers_in_both_languages() {
        for result in all() {
            assert_eq!(places(result.how.en), places(result.how.zh), "{}", result.name);
        }
    }

    #[test]
    fn names_are_unique_and_reads_are_tables() {
        let mut names: Vec<_> = all().map(|result| result.name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
        for result in all() {
            for path in result.reads.split(' ').filter(|path| *path != "row") {
                assert!(worksheets::table(path).is_some(), "{} reads {path}", result.name);
            }
        }
    }

    #[test]
    fn every_result_of_the_table_is_declared_as_it_stands_there() {
        let table: Vec<Vec<&str>> = include_str!("../../tests/spec/results.tsv")
            .lines()
            .skip(1)
            .map(|line| line.split('\t').collect())
            .collect();
        for line in &table {
            let result = find(line[0]).unwrap_or_else(|| panic!("no {}", line[0]));
            let unit = match result.unit {
                ResultUnit::RowUnit => "unit".to_owned(),
                unit => format!("{unit:?}").to_lowercase(),
            };
            assert_eq!([result.label.en, result.label.zh], [line[2], line[3]], "{}", line[0]);
            assert_eq!(result.reads, line[7].replace(", ", " "), "{}", line[0]);
            assert_eq!(line[4], unit, "{}", line[0]);
            if result.unit == ResultUnit::Enum {
                let words = |opt: &Opt| format!("{}={}/{}", opt.key, opt.label.en, opt.label.zh);
                let options: Vec<String> = result.options.iter().map(words).collect();
                assert_eq!(options.join(" ; "), line[5], "{}", line[0]);
            }
        }
        assert_eq!(all().count(), table.len());
    }

    /// The part of a document that a result says it reads; the lists its references point to stay, since a row that goes
    /// empties the references to it.
    fn part_of(document: &Document, result: &ResultDef) -> Document {
        let mut kept: Vec<&str> = result.reads.split(' ').collect();
        if let Compute::Rows(path, _) = result.compute {
            kept.push(path);
        }
        let tables: Vec<&TableDef> = kept.iter().filter_map(|path| worksheets::table(path)).collect();
        kept.extend(tables.iter().flat_map(|table| table.fields.iter().filter_map(|field| field.kind.target())));
        let mut part = Document::new(document.id.clone(), document.lang);
        for path in kept {
            if let (Some(table), Some(data)) = (worksheets::table(path), document.table(path)) {
                *part.table_mut(table) = data.clone();
            }
        }
        part
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]
        #[test]
        fn any_document_gives_only_finite_numbers_and_known_keys(document in testkit::any_document()) {
            let memo = Memo::default();
            let book = Book::new(&document, testkit::today(), &memo);
            for (name, found) in all_answers(&book) {
                let (result, by_name) = answer(&book, &name).expect(&name);
                assert_eq!(by_name, found, "{name}");
                assert!(found.numbers.iter().all(|number| number.is_finite()), "{name}: {found:?}");
                let last = places(result.how.en).last().copied();
                let fills = found.numbers.is_empty() || last.is_none_or(|last| last < found.numbers.len());
                assert!(fills || found.value.is_err(), "{name}: {found:?}");
                match &found.value {
                    Ok(Out::Number(number)) => assert!(number.is_finite(), "{name}"),
                    Ok(out @ Out::Key(_)) => assert!(result.words_of(out).is_some(), "{name}: {found:?}"),
                    _ => {}
                }
            }
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 40, failure_persistence: None, ..Default::default() })]
        #[test]
        fn results_read_the_tables_they_name_and_no_other(document in testkit::any_document_up_to(1e9)) {
            let memo = Memo::default();
            let book = Book::new(&document, testkit::today(), &memo);
            for result in all().filter(|result| !matches!(result.compute, Compute::EveryRow(_))) {
                let (part, memo) = (part_of(&document, result), Memo::default());
                let same = result.answers(&Book::new(&part, testkit::today(), &memo));
                assert_eq!(result.answers(&book), same, "{}", result.name);
            }
        }
    }
}
