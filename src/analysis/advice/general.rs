//! Advice on all worksheets: what the rows are worth as information.

use super::Rule;
use super::asked::{Asked, n, of};
use crate::analysis::evidence;
use crate::model::{Row, TableDef, bi};
use crate::worksheets::industry::pestel;
use crate::worksheets::needs::needs;
use crate::worksheets::row::{CONFIDENCE, SO_WHAT, SOURCE_DATE};
use crate::worksheets::settings::limits;
use crate::worksheets::tables_of;

pub(super) static RULES: &[Rule] = &[
    Rule::new(
        "R-G-01",
        "w1.pestel",
        so_what,
        "A row that asks for an implication has a fact but none.",
        "要求写启示的行有事实、没有启示。",
    ),
    Rule::new(
        "R-G-02",
        "w3.cgoals w3.critical_details w3.process w3.criteria w3.people w3.links w3.needs w3.verify",
        evidence_ratio,
        "Less than {0}% of the rows of worksheet 3 are confirmed by the customer.",
        "工作表三经客户确认的条目不足{0}%。",
    ),
    Rule::new(
        "R-G-03",
        "row settings.limits",
        stale,
        "The information is more than {0} months old.",
        "信息日期早于{0}个月前。",
    )
    .limit(|book| book.setting(limits::TABLE, limits::STALE_MONTHS), limits::STALE_MONTHS.slot),
];

/// Points at the first of the rows of a list; one finding for each list.
fn say_rows(asked: &mut Asked, table: &'static TableDef, slot: u8, rows: &[&Row], words: crate::model::Bi) {
    let Some(first) = rows.first() else { return };
    let name = asked.name(table, first.id.as_str());
    let (label, months) = (asked.t(table.label), n(asked.limit));
    asked.say_row(table, first, slot, words, &[&of(rows.len()), &name, label, &months]);
}

fn so_what(asked: &mut Asked) {
    let facts = asked.book.rows(pestel::TABLE).filter(|row| row.get(pestel::FACT).is_some());
    let rows: Vec<&Row> = facts.filter(|row| row.get(SO_WHAT).is_none()).collect();
    let words = bi(
        "Facts without a so-what: {0}, first “{1}”. What must the customer do about it?",
        "有{0}条事实没有启示，先看“{1}”：客户因此必须做什么？",
    );
    say_rows(asked, pestel::TABLE, SO_WHAT.slot, &rows, words);
}

fn evidence_ratio(asked: &mut Asked) {
    let Some(ratio) = evidence::ratio_of(asked.book, "w3").as_number().filter(|ratio| *ratio < asked.limit) else {
        return;
    };
    let confirmed = Some("confirmed_by_customer");
    let open = asked
        .book
        .rows_with_content(needs::TABLE)
        .find(|need| need.get(CONFIDENCE) != confirmed)
        .map(|need| need.id.clone());
    let words = bi(
        "Only {0}% of worksheet 3 is confirmed by the customer: verify first, plan later.",
        "工作表三只有{0}%经客户确认，先去验证，再做规划。",
    );
    match open.and_then(|id| asked.book.row(needs::TABLE, id.as_str())) {
        Some(need) => asked.say_row(needs::TABLE, need, CONFIDENCE.slot, words, &[&n(ratio)]),
        None => asked.say(needs::TABLE, CONFIDENCE.slot, words, &[&n(ratio)]),
    }
}

fn stale(asked: &mut Asked) {
    let sheets = ["card", "w1", "w2", "w3", "w4", "w5", "w6", "portfolio"];
    for table in sheets.into_iter().flat_map(tables_of).filter(|table| table.is_list()) {
        let is_stale = |row: &&Row| evidence::stale(asked.book, row).as_key() == Some("yes");
        let rows: Vec<&Row> = asked.book.rows(table).filter(is_stale).collect();
        let words = bi(
            "Information older than {3} months in “{2}”: {0}, first “{1}”.",
            "“{2}”里有{0}条信息超过{3}个月，先看“{1}”。",
        );
        say_rows(asked, table, SOURCE_DATE.slot, &rows, words);
    }
}
