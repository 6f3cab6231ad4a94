//! A new period: facts are carried over, judgements are made anew.

use super::diff::diff;
use super::edit;
use super::patch::{Patch, apply};
use crate::model::{Date, Document, Field, FieldDef, Id, Kind, Place, Row, TableDef, Typed, Value};
use crate::worksheets::{TABLES, account, competition, log, plan, row, service, settings};

/// What to keep beside the facts; everything is cleared unless ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Keep {
    /// Implications ("so what").
    pub so_whats: bool,
    /// Ratings.
    pub ratings: bool,
    /// Headlines and summaries.
    pub headlines: bool,
    /// Objectives with their strategies and initiatives.
    pub objectives: bool,
}

/// The patch that opens a new period: the plan period moves on by its own length (a year where it is not filled), this
/// period's sales become the baseline, closed opportunities move to the won and lost deals, finished actions and closed
/// risks and issues go, and judgements are cleared unless `keep` says otherwise. `ids` makes the ids of new rows.
pub fn new_period(document: &Document, keep: Keep, ids: &mut dyn FnMut() -> Id) -> Patch {
    let mut next = document.clone();
    move_closed_deals(&mut next, ids);
    carry_sales(&mut next, ids);
    finish(&mut next);
    clear_judgements(&mut next, keep);
    roll_period(&mut next);
    diff(document, &next)
}

fn read<'d, K: Typed>(document: &'d Document, table: &'static TableDef, field: Field<K>) -> Option<K::Out<'d>> {
    document.form(table).get(field)
}

/// Opportunities that are won or lost become deals, with the competitor, amount and day they had.
fn move_closed_deals(document: &mut Document, ids: &mut dyn FnMut() -> Id) {
    use competition::deals;
    use plan::opp;
    let closed: Vec<Row> = document
        .list(opp::TABLE)
        .iter()
        .filter(|row| matches!(row.get(opp::STAGE), Some("won" | "lost")))
        .cloned()
        .collect();
    for old in closed {
        let is_won = old.get(opp::STAGE) == Some("won");
        let mut deal = Row::new(ids());
        let competitor = old.record.at(opp::COMPETITOR.slot).cloned();
        for (slot, value) in [
            (deals::NAME.slot, old.record.at(opp::NAME.slot).cloned()),
            (deals::AMOUNT.slot, old.record.at(opp::AMOUNT.slot).cloned()),
            (deals::DATE.slot, old.record.at(opp::CLOSE_DATE.slot).cloned()),
            (deals::RESULT.slot, Value::text(if is_won { "won" } else { "lost" })),
            (deals::TO_WHOM.slot, competitor.clone().filter(|_| !is_won)),
            (
                deals::AGAINST.slot,
                competitor.and_then(|id| Value::keys(vec![id.as_text()?.to_owned()])).filter(|_| is_won),
            ),
        ] {
            deal.record.set(slot, value);
        }
        let patch = edit::add(document, deals::TABLE, deal, None);
        apply(document, &patch);
        let patch = edit::remove(document, opp::TABLE, &old.id).patch;
        apply(document, &patch);
    }
}

/// Our sales of the wallet become the year's history, unless that year is there already.
fn carry_sales(document: &mut Document, ids: &mut dyn FnMut() -> Id) {
    use competition::wallet;
    use plan::hist;
    let Some(year) = plan_year(document) else { return };
    let is_known = document.list(hist::TABLE).iter().any(|row| row.get(hist::YEAR) == Some(f64::from(year)));
    let sales: Vec<f64> = document.list(wallet::TABLE).iter().filter_map(|row| row.get(wallet::OURS)).collect();
    if is_known || sales.is_empty() {
        return;
    }
    let mut row = Row::new(ids());
    row.record.set(hist::YEAR.slot, Some(Value::Number(f64::from(year))));
    row.record.set(hist::REVENUE.slot, Some(Value::Number(sales.iter().sum())));
    let patch = edit::add(document, hist::TABLE, row, None);
    apply(document, &patch);
}

/// The fiscal year of the plan, named after the calendar year in which it ends.
fn plan_year(document: &Document) -> Option<i32> {
    let from = read(document, account::plan::TABLE, account::plan::PERIOD_FROM)?;
    let start = read(document, settings::general::TABLE, settings::general::FISCAL_YEAR_START).unwrap_or(1.0);
    let is_next = start > 1.0 && f64::from(from.month()) >= start;
    Some(from.year() + i32::from(is_next))
}

/// Takes out what is finished: actions done or cancelled, closed risks and issues, milestones that were passed.
fn finish(document: &mut Document) {
    let finished: [(&'static TableDef, u8, &[&str]); 4] = [
        (plan::act::TABLE, plan::act::STATUS.slot, &["done", "cancelled"]),
        (plan::risk::TABLE, plan::risk::STATUS.slot, &["closed"]),
        (service::iss::TABLE, service::iss::STATUS.slot, &["closed"]),
        (plan::ms::TABLE, plan::ms::PASSED.slot, &["yes"]),
    ];
    for (table, slot, states) in finished {
        let is_finished =
            |row: &&Row| row.record.at(slot).and_then(Value::as_text).is_some_and(|state| states.contains(&state));
        let ids: Vec<Id> = document.list(table).iter().filter(is_finished).map(|row| row.id.clone()).collect();
        remove_all(document, table, &ids);
    }
}

fn remove_all(document: &mut Document, table: &'static TableDef, ids: &[Id]) {
    for id in ids {
        let patch = edit::remove(document, table, id).patch;
        apply(document, &patch);
    }
}

fn clear_judgements(document: &mut Document, keep: Keep) {
    for table in TABLES.iter().copied().filter(|table| !matches!(table.sheet(), "settings" | "portfolio" | log::SHEET))
    {
        let places: Vec<Place> = edit::records(document, table)
            .flat_map(|(row, col, record)| {
                let place = move |slot| Place { table, row: row.clone(), col: col.clone(), slot };
                record.filled().map(|(slot, _)| place(slot)).collect::<Vec<_>>()
            })
            .filter(|place| table.field_at(place.slot).is_some_and(|field| is_judgement(table, field, keep)))
            .collect();
        for place in places {
            document.put(&place, None);
        }
    }
    if !keep.objectives {
        for table in [plan::init::TABLE, plan::strat::TABLE, plan::obj::TABLE] {
            let ids = document.list(table).ids().to_vec();
            remove_all(document, table, &ids);
        }
    }
}

fn is_judgement(table: &TableDef, field: &FieldDef, keep: Keep) -> bool {
    let is_so_what = table.is_list() && field.slot == row::SO_WHAT.slot;
    let is_headline = table.is_form() && matches!(table.key(), "summary" | "page" | "position");
    let is_risk = table.path == plan::risk::TABLE.path;
    (is_so_what && !keep.so_whats)
        || (is_headline && !keep.headlines)
        || (matches!(field.kind, Kind::Rating(_)) && !is_risk && !keep.ratings)
}

/// The plan period moves on by its own length; targets of the old years stay as they are.
fn roll_period(document: &mut Document) {
    use account::plan::{NEXT_REVIEW, PERIOD_FROM, PERIOD_TO, TABLE};
    let (from, to) = (read(document, TABLE, PERIOD_FROM), read(document, TABLE, PERIOD_TO));
    let months = match (from, to) {
        (Some(from), Some(to)) if to > from => months_between(from, to.plus_days(1)).max(1),
        _ => 12,
    };
    let text = |date: Date| Value::text(date.to_string());
    if let Some(from) = from {
        document.put(&Place::form(TABLE, PERIOD_FROM.slot), text(from.plus_months(months)));
    }
    if let Some(to) = to {
        // The last day of a period is the day before the next one.
        document.put(&Place::form(TABLE, PERIOD_TO.slot), text(to.plus_days(1).plus_months(months).plus_days(-1)));
    }
    document.put(&Place::form(TABLE, NEXT_REVIEW.slot), None);
}

fn months_between(from: Date, to: Date) -> i32 {
    let month = |date: Date| date.year() * 12 + i32::try_from(date.month()).unwrap_or(1);
    month(to) - month(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testkit::doc;

    fn old() -> Document {
        doc(&[
            ("card.profile.name", "Acme"),
            ("card.plan.period_from", "2026-01-01"),
            ("card.plan.period_to", "2026-12-31"),
            ("card.plan.next_review", "2026-06-30"),
            ("w2.comp.c.name", "Rival"),
            ("w2.wallet.a.ours", "200"),
            ("w2.wallet.b.ours", "300"),
            ("w3.people.p.name", "Li"),
            ("w3.people.p.support", "1"),
            ("w3.needs.n.need", "faster"),
            ("w3.needs.n.so_what", "we can"),
            ("w3.summary.one_sentence", "speed"),
            ("w6.obj.o.statement", "grow"),
            ("w6.opp.l.name", "big deal"),
            ("w6.opp.l.stage", "lost"),
            ("w6.opp.l.competitor", "c"),
            ("w6.opp.l.amount", "50"),
            ("w6.opp.x.stage", "lead"),
            ("w6.act.d.status", "done"),
            ("w6.act.k.objective", "o"),
            ("w6.risk.r.probability", "3"),
        ])
    }

    fn next(keep: Keep) -> Document {
        let mut document = old();
        let mut count = 0;
        let patch = new_period(&document, keep, &mut || {
            count += 1;
            Id::from(format!("new{count}").as_str())
        });
        apply(&mut document, &patch);
        document
    }

    #[test]
    fn facts_stay_and_judgements_go() {
        let next = next(Keep::default());
        let text = |path: &str, id: &str, key: &str| {
            let table = crate::worksheets::table(path).unwrap();
            next.list(table).row(id).and_then(|row| row.record.at(table.field(key).unwrap().slot)).cloned()
        };
        assert_eq!(text("w3.people", "p", "name"), Value::text("Li"));
        assert_eq!(text("w3.people", "p", "support"), None);
        assert_eq!(text("w3.needs", "n", "so_what"), None);
        assert_eq!(text("w6.risk", "r", "probability"), Some(Value::Number(3.0)));
        assert!(next.form(crate::worksheets::needs::summary::TABLE).is_empty());
        assert!(next.list_at("w6.obj").is_empty());
        assert_eq!(next.list_at("w6.act").ids(), ["k".into()]);
        assert_eq!(text("w6.act", "k", "objective"), None);
        assert_eq!(next.list_at("w6.opp").ids(), ["x".into()]);
        let deal = next.list_at("w2.deals").iter().next().unwrap();
        assert_eq!(deal.get(competition::deals::NAME), Some("big deal"));
        assert_eq!(deal.get(competition::deals::TO_WHOM), Some("c"));
        let year = next.list_at("w6.hist").iter().next().unwrap();
        assert_eq!((year.get(plan::hist::YEAR), year.get(plan::hist::REVENUE)), (Some(2026.0), Some(500.0)));
        let plan = next.form(account::plan::TABLE);
        assert_eq!(plan.get(account::plan::PERIOD_FROM), Date::new(2027, 1, 1));
        assert_eq!(plan.get(account::plan::PERIOD_TO), Date::new(2027, 12, 31));
        assert_eq!(plan.get(account::plan::NEXT_REVIEW), None);
    }

    #[test]
    fn what_is_ticked_stays() {
        let next = next(Keep { so_whats: true, ratings: true, headlines: true, objectives: true });
        assert_eq!(next.list_at("w6.obj").len(), 1);
        assert_eq!(
            next.list_at("w3.people").row("p").unwrap().get(crate::worksheets::needs::people::SUPPORT),
            Some(1.0)
        );
        assert_eq!(next.list_at("w3.needs").row("n").unwrap().get(row::SO_WHAT), Some("we can"));
        assert!(!next.form(crate::worksheets::needs::summary::TABLE).is_empty());
    }
}
