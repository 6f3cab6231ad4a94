//! How well the rows are backed: confirmed by the customer, or our guess, and how old.

use std::rc::Rc;

use super::Compute::{EveryRow, Keys, Once};
use super::ResultUnit::{Count, Enum, Percent};
use super::stats::count;
use super::{Answer, Book, Gap, ResultDef};
use crate::model::{Row, TableDef, opt};
use crate::worksheets;
use crate::worksheets::row::{CONFIDENCE, SOURCE_DATE};
use crate::worksheets::settings::limits;

const STATUSES: &[&str] = &["assumed", "corroborated", "confirmed_by_customer"];
const SHEETS: [&str; 6] = ["w1", "w2", "w3", "w4", "w5", "w6"];

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
ResultDef::new("row.<id>.stale", "Stale source", "信息过期", Enum, EveryRow(stale)).options(&[opt("yes", "Stale", "已过期"), opt("no", "Current", "未过期")]).how("Stale when its source date is more than {0} months ago", "信息日期早于{0}个月前即为过期").reads("row settings.limits"),
ResultDef::new("card.evidence_ratio", "Evidence ratio of the whole workbook", "全册证据率", Percent, Once(ratio)).how("{0} rows confirmed by the customer ÷ {1} rows with content × 100", "客户确认{0}条÷有内容的{1}条×100").reads("w1.series w1.forecast w1.drivers w1.segments w1.players w1.pestel w1.forces w1.chain w1.ksf w2.comp w2.wallet w2.factors w2.curve w2.swot w2.tows w2.deals w2.crivals w3.cgoals w3.critical_details w3.process w3.criteria w3.people w3.links w3.needs w3.verify w4.modules w4.vp w4.benefits w4.costs w4.diff w4.tco_rows w4.discounts w4.rebates w4.opts w4.objn w4.pilot w5.svc w5.sla w5.sq w5.sq_items w5.bp_phases w5.cap w5.raci_tasks w5.raci_parties w5.res w5.cts w5.iss w5.nps_scores w5.ife w6.hist w6.targets w6.switching w6.bu w6.obj w6.strat w6.init w6.opp w6.act w6.ms w6.risk w6.budget w6.reviews w6.approvals w6.force_field"),
ResultDef::new("w1.evidence_ratio", "Evidence ratio, worksheet 1", "证据率（工作表一）", Percent, Once(|book| ratio_of(book, "w1"))).how("{0} rows confirmed by the customer ÷ {1} rows with content × 100", "客户确认{0}条÷有内容的{1}条×100").reads("w1.series w1.forecast w1.drivers w1.segments w1.players w1.pestel w1.forces w1.chain w1.ksf"),
ResultDef::new("w1.evidence.<status>", "Rows by evidence, worksheet 1", "证据分布（工作表一）", Count, Keys(STATUSES, |book, status| rows_with_status(book, "w1", status))).how("{0} of {1} rows with content", "有内容的{1}条中占{0}条").reads("w1.series w1.forecast w1.drivers w1.segments w1.players w1.pestel w1.forces w1.chain w1.ksf"),
ResultDef::new("w2.evidence_ratio", "Evidence ratio, worksheet 2", "证据率（工作表二）", Percent, Once(|book| ratio_of(book, "w2"))).how("{0} rows confirmed by the customer ÷ {1} rows with content × 100", "客户确认{0}条÷有内容的{1}条×100").reads("w2.comp w2.wallet w2.factors w2.curve w2.swot w2.tows w2.deals w2.crivals"),
ResultDef::new("w2.evidence.<status>", "Rows by evidence, worksheet 2", "证据分布（工作表二）", Count, Keys(STATUSES, |book, status| rows_with_status(book, "w2", status))).how("{0} of {1} rows with content", "有内容的{1}条中占{0}条").reads("w2.comp w2.wallet w2.factors w2.curve w2.swot w2.tows w2.deals w2.crivals"),
ResultDef::new("w3.evidence_ratio", "Evidence ratio, worksheet 3", "证据率（工作表三）", Percent, Once(|book| ratio_of(book, "w3"))).how("{0} rows confirmed by the customer ÷ {1} rows with content × 100", "客户确认{0}条÷有内容的{1}条×100").reads("w3.cgoals w3.critical_details w3.process w3.criteria w3.people w3.links w3.needs w3.verify"),
ResultDef::new("w3.evidence.<status>", "Rows by evidence, worksheet 3", "证据分布（工作表三）", Count, Keys(STATUSES, |book, status| rows_with_status(book, "w3", status))).how("{0} of {1} rows with content", "有内容的{1}条中占{0}条").reads("w3.cgoals w3.critical_details w3.process w3.criteria w3.people w3.links w3.needs w3.verify"),
ResultDef::new("w4.evidence_ratio", "Evidence ratio, worksheet 4", "证据率（工作表四）", Percent, Once(|book| ratio_of(book, "w4"))).how("{0} rows confirmed by the customer ÷ {1} rows with content × 100", "客户确认{0}条÷有内容的{1}条×100").reads("w4.modules w4.vp w4.benefits w4.costs w4.diff w4.tco_rows w4.discounts w4.rebates w4.opts w4.objn w4.pilot"),
ResultDef::new("w4.evidence.<status>", "Rows by evidence, worksheet 4", "证据分布（工作表四）", Count, Keys(STATUSES, |book, status| rows_with_status(book, "w4", status))).how("{0} of {1} rows with content", "有内容的{1}条中占{0}条").reads("w4.modules w4.vp w4.benefits w4.costs w4.diff w4.tco_rows w4.discounts w4.rebates w4.opts w4.objn w4.pilot"),
ResultDef::new("w5.evidence_ratio", "Evidence ratio, worksheet 5", "证据率（工作表五）", Percent, Once(|book| ratio_of(book, "w5"))).how("{0} rows confirmed by the customer ÷ {1} rows with content × 100", "客户确认{0}条÷有内容的{1}条×100").reads("w5.svc w5.sla w5.sq w5.sq_items w5.bp_phases w5.cap w5.raci_tasks w5.raci_parties w5.res w5.cts w5.iss w5.nps_scores w5.ife"),
ResultDef::new("w5.evidence.<status>", "Rows by evidence, worksheet 5", "证据分布（工作表五）", Count, Keys(STATUSES, |book, status| rows_with_status(book, "w5", status))).how("{0} of {1} rows with content", "有内容的{1}条中占{0}条").reads("w5.svc w5.sla w5.sq w5.sq_items w5.bp_phases w5.cap w5.raci_tasks w5.raci_parties w5.res w5.cts w5.iss w5.nps_scores w5.ife"),
ResultDef::new("w6.evidence_ratio", "Evidence ratio, worksheet 6", "证据率（工作表六）", Percent, Once(|book| ratio_of(book, "w6"))).how("{0} rows confirmed by the customer ÷ {1} rows with content × 100", "客户确认{0}条÷有内容的{1}条×100").reads("w6.hist w6.targets w6.switching w6.bu w6.obj w6.strat w6.init w6.opp w6.act w6.ms w6.risk w6.budget w6.reviews w6.approvals w6.force_field"),
ResultDef::new("w6.evidence.<status>", "Rows by evidence, worksheet 6", "证据分布（工作表六）", Count, Keys(STATUSES, |book, status| rows_with_status(book, "w6", status))).how("{0} of {1} rows with content", "有内容的{1}条中占{0}条").reads("w6.hist w6.targets w6.switching w6.bu w6.obj w6.strat w6.init w6.opp w6.act w6.ms w6.risk w6.budget w6.reviews w6.approvals w6.force_field"),
];

/// The rows with content of one sheet by evidence status, in the order of [`STATUSES`]; rows without one are the rest.
#[derive(Clone, Copy, Default)]
struct Evidence {
    by_status: [usize; STATUSES.len()],
    rows: usize,
}

impl Evidence {
    fn add(&mut self, row: &Row) {
        self.rows += 1;
        let status = row.get(CONFIDENCE);
        for (rows, known) in self.by_status.iter_mut().zip(STATUSES) {
            *rows += usize::from(status == Some(*known));
        }
    }

    fn of_status(&self, status: &str) -> usize {
        STATUSES.iter().zip(self.by_status).find(|(known, _)| **known == status).map_or(0, |(_, rows)| rows)
    }
}

/// The evidence of a list, counted once for as long as nothing but words changes in it.
fn of_list(book: &Book, table: &'static TableDef) -> Rc<Evidence> {
    book.memo_of("evidence", table, &[table], || {
        let mut evidence = Evidence::default();
        book.rows_with_content(table).for_each(|row| evidence.add(row));
        evidence
    })
}

/// The evidence of a sheet.
fn evidence(book: &Book, sheet: &str) -> Evidence {
    let mut evidence = Evidence::default();
    for table in worksheets::tables_of(sheet).filter(|table| table.is_list()) {
        let of_list = of_list(book, table);
        evidence.rows += of_list.rows;
        for (all, rows) in evidence.by_status.iter_mut().zip(of_list.by_status) {
            *all += rows;
        }
    }
    evidence
}

fn confirmed(sheets: &[Evidence]) -> Answer {
    let confirmed: usize = sheets.iter().map(|sheet| sheet.of_status("confirmed_by_customer")).sum();
    match sheets.iter().map(|sheet| sheet.rows).sum() {
        0 => Answer::none(Gap::NoRows),
        rows => Answer::percent(count(confirmed), count(rows)),
    }
}

/// Share of the rows with content in all worksheets that the customer confirmed, percent (3.0.2). A row has content when
/// a person filled a field of its own table.
pub fn ratio(book: &Book) -> Answer {
    confirmed(&SHEETS.map(|sheet| evidence(book, sheet)))
}

/// Share of the rows with content of one worksheet that the customer confirmed, percent (3.0.2).
pub fn ratio_of(book: &Book, sheet: &'static str) -> Answer {
    confirmed(&[evidence(book, sheet)])
}

/// Number of rows with content of one worksheet that have an evidence status (3.0.2).
pub fn rows_with_status(book: &Book, sheet: &'static str, status: &str) -> Answer {
    let evidence = evidence(book, sheet);
    if evidence.rows == 0 {
        return Answer::none(Gap::NoRows);
    }
    let rows = evidence.of_status(status);
    Answer::number(count(rows)).with([count(rows), count(evidence.rows)])
}

/// Whether a row's information is stale: its source date more than so many calendar months ago as the settings say
/// (3.0.2).
pub fn stale(book: &Book, row: &Row) -> Answer {
    let Some(date) = row.get(SOURCE_DATE) else { return Answer::none(Gap::Empty) };
    let months = book.setting(limits::TABLE, limits::STALE_MONTHS);
    // Ten thousand years hold every date there is.
    #[expect(clippy::cast_possible_truncation, reason = "held inside the range of an i32")]
    let back = months.clamp(0.0, 120_000.0) as i32;
    Answer::yes_no(date < book.today.plus_months(-back)).with([months])
}

#[cfg(test)]
mod tests {
    use crate::analysis::testkit::{answer, doc, expect, gap, key, put, today};
    use crate::analysis::{Book, Gap, Memo, catalogue};

    #[test]
    fn rows_with_content_by_status() {
        let mut document = doc(&[
            ("w1.ksf.a.factor", "Speed"),
            ("w1.ksf.a.confidence", "confirmed_by_customer"),
            ("w1.ksf.b.factor", "Price"),
            ("w1.ksf.b.confidence", "assumed"),
            ("w1.pestel.c.fact", "New rule"),
            // No field of its own: neither the attribute nor the untouched fixed row counts.
            ("w1.pestel.d.so_what", "They must buy"),
            ("w1.pestel.d.confidence", "confirmed_by_customer"),
            ("w2.comp.us.confidence", "confirmed_by_customer"),
        ]);
        expect(
            &document,
            &[
                ("w1.evidence_ratio", 100.0 / 3.0),
                ("w1.evidence.assumed", 1.0),
                ("w1.evidence.corroborated", 0.0),
                ("w1.evidence.confirmed_by_customer", 1.0),
                ("card.evidence_ratio", 100.0 / 3.0),
            ],
        );
        assert_eq!(gap(&document, "w2.evidence_ratio"), Gap::NoRows);
        assert_eq!(gap(&document, "w2.evidence.assumed"), Gap::NoRows);
        put(&mut document, "w2.comp.us.capability", "3");
        expect(&document, &[("w2.evidence_ratio", 100.0), ("card.evidence_ratio", 50.0)]);
    }

    #[test]
    fn prefilled_rows_count_once_someone_touches_them() {
        let mut document = crate::worksheets::new_document("new".into(), crate::model::Lang::Zh);
        for sheet in super::SHEETS {
            assert_eq!(gap(&document, &format!("{sheet}.evidence_ratio")), Gap::NoRows, "{sheet}");
        }
        put(&mut document, "w1.forces.rivalry_exit.rating", "4");
        expect(&document, &[("w1.evidence_ratio", 0.0)]);
    }

    #[test]
    fn information_grows_stale_by_calendar_months() {
        let mut document = doc(&[("w3.needs.n.need", "Fewer stops"), ("card.team.t.name", "Li Na")]);
        assert_eq!(gap(&document, "w3.needs.n.stale"), Gap::Empty);
        for (date, stale) in [("2025-03-04", "yes"), ("2025-03-05", "no"), ("2026-03-05", "no")] {
            put(&mut document, "w3.needs.n.source_date", date);
            put(&mut document, "card.team.t.source_date", date);
            assert_eq!(key(&document, "w3.needs.n.stale"), stale, "{date}");
            assert_eq!(key(&document, "card.team.t.stale"), stale, "{date}");
        }
        put(&mut document, "settings.limits.stale_months", "3");
        put(&mut document, "w3.needs.n.source_date", "2025-12-04");
        assert_eq!(key(&document, "w3.needs.n.stale"), "yes");
        put(&mut document, "settings.limits.stale_months", "ages");
        assert_eq!(answer(&document, "w3.needs.n.stale").numbers, [12.0]);
    }

    #[test]
    fn the_rows_of_every_list_are_enumerated_and_no_other() {
        let document = doc(&[("w3.needs.n.need", "Fewer stops")]);
        let memo = Memo::default();
        let book = Book::new(&document, today(), &memo);
        let names: Vec<String> = catalogue::all_answers(&book).into_iter().map(|(name, _)| name).collect();
        for name in ["w3.needs.n.stale", "w2.comp.us.stale", "settings.rules.R-G-01.stale"] {
            assert!(names.iter().any(|known| known == name), "{name}");
        }
        for name in ["w3.needs.gone.stale", "w3.needs.stale", "row.n.stale", "stale", "w3.needs..stale", "w9.x.n.stale"]
        {
            assert!(catalogue::answer(&book, name).is_none(), "{name}");
        }
    }
}
