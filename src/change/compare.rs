//! Two states of a workbook side by side: figures, rows, moves on the pictures, lights, and whether the yardstick changed.

use super::diff::{TableSummary, diff, summary};
use crate::analysis::{Book, Memo, ResultDef, ResultUnit, catalogue};
use crate::model::{Date, Document, Field, Id, Rating, Record, Row, TableDef};
use crate::worksheets::{account, needs, plan, settings};

/// Which way a figure should go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Neither; it is there to know.
    Open,
}

/// The figures that two states are compared by, in the order of the worksheets.
pub const FIGURES: &[(&str, Aim)] = &[
    ("w6.health", Aim::Up),
    ("w1.cagr", Aim::Open),
    ("w1.attractiveness", Aim::Open),
    ("w1.pestel_net", Aim::Up),
    ("w2.wallet_total", Aim::Open),
    ("w2.sales_total", Aim::Up),
    ("w2.share_of_wallet", Aim::Up),
    ("w2.cpm_rank", Aim::Down),
    ("w2.win_rate", Aim::Up),
    ("w3.support_index", Aim::Up),
    ("w3.coverage_index", Aim::Up),
    ("w3.threads", Aim::Up),
    ("w3.evidence_ratio", Aim::Up),
    ("w4.coverage", Aim::Up),
    ("w4.incentive", Aim::Up),
    ("w4.npv", Aim::Up),
    ("w4.irr", Aim::Up),
    ("w4.payback", Aim::Down),
    ("w4.pocket_margin_percent", Aim::Up),
    ("w5.sla_attainment", Aim::Up),
    ("w5.servqual", Aim::Up),
    ("w5.readiness", Aim::Up),
    ("w5.issues_open", Aim::Down),
    ("w5.issues_overdue", Aim::Down),
    ("w5.nps", Aim::Up),
    ("w5.cost_to_serve", Aim::Down),
    ("w6.stage_score", Aim::Up),
    ("w6.target", Aim::Open),
    ("w6.weighted_pipeline", Aim::Up),
    ("w6.forecast", Aim::Up),
    ("w6.gap", Aim::Down),
    ("w6.pipeline_coverage", Aim::Up),
    ("w6.clv", Aim::Up),
    ("w6.whitespace", Aim::Open),
    ("w6.actions_overdue", Aim::Down),
    ("w6.on_time", Aim::Up),
    ("w6.expected_loss", Aim::Down),
];

/// How a figure moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The right way.
    Better,
    /// The wrong way.
    Worse,
    /// Not at all.
    Same,
    /// There is no right way, or one of the two has no value.
    Open,
}

/// One figure in both states.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Name of its result, which has its label and unit.
    pub name: &'static str,
    /// Before; nothing where it has no value.
    pub old: Option<f64>,
    /// After.
    pub new: Option<f64>,
    /// `new − old`; percentage points for a figure in percent.
    pub change: Option<f64>,
    /// `(new − old) / |old| × 100`; nothing for a figure in percent, and where it was zero.
    pub change_percent: Option<f64>,
    /// Whether that is good.
    pub verdict: Verdict,
}

/// A row whose point on a picture moved: a person on the map, a risk on the matrix. A coordinate is nothing where it is
/// not rated.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The row.
    pub id: Id,
    /// Across and up, before: support and influence of a person, impact and probability of a risk.
    pub from: (Option<f64>, Option<f64>),
    /// Across and up, after.
    pub to: (Option<f64>, Option<f64>),
}

/// A light before and after, as keys `green`, `amber`, `red`; nothing where there was none.
#[derive(Clone, Debug, PartialEq)]
pub struct Light {
    /// Full name of the result, as `w6.obj.<id>.rag`.
    pub name: String,
    /// Before.
    pub old: Option<&'static str>,
    /// After.
    pub new: Option<&'static str>,
}

/// Everything that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The figures that have a value in either state.
    pub figures: Vec<Figure>,
    /// Rows that came, went and changed, by table.
    pub tables: Vec<TableSummary>,
    /// People whose support or influence changed.
    pub people: Vec<Move>,
    /// Risks that moved on the matrix.
    pub risks: Vec<Move>,
    /// Risks that are new.
    pub new_risks: Vec<Id>,
    /// Risks that were closed or taken out.
    pub closed_risks: Vec<Id>,
    /// Lights that changed.
    pub lights: Vec<Light>,
    /// Actions that were completed since.
    pub completed: Vec<Id>,
    /// Paths of the tables whose weights, criteria or limits changed: figures are not measured alike.
    pub criteria_changed: Vec<&'static str>,
}

/// Compares two states, each with the day that counts as today in it.
pub fn compare(old: (&Document, Date), new: (&Document, Date)) -> Comparison {
    let tables = summary(&diff(old.0, new.0));
    let memos = [Memo::default(), Memo::default()];
    let [old_memo, new_memo] = &memos;
    let books = [Book::new(old.0, old.1, old_memo), Book::new(new.0, new.1, new_memo)];
    let [old_book, new_book] = &books;
    let (new_risks, closed_risks) = risks_in_and_out(old.0, new.0);
    Comparison {
        figures: FIGURES.iter().filter_map(|(name, aim)| figure(old_book, new_book, name, *aim)).collect(),
        people: moves(old.0, new.0, needs::people::TABLE, needs::people::SUPPORT, needs::people::INFLUENCE),
        risks: moves(old.0, new.0, plan::risk::TABLE, plan::risk::IMPACT, plan::risk::PROBABILITY),
        new_risks,
        closed_risks,
        lights: lights(old_book, new_book),
        completed: completed(old.0, new.0),
        criteria_changed: criteria_changed(old.0, new.0),
        tables,
    }
}

fn figure(old: &Book, new: &Book, name: &str, aim: Aim) -> Option<Figure> {
    let result = catalogue::find(name)?;
    let value = |book: &Book| result.answer(book, "").and_then(|answer| answer.as_number());
    let (old, new) = (value(old), value(new));
    if old.is_none() && new.is_none() {
        return None;
    }
    let change = old.zip(new).map(|(old, new)| new - old);
    let of_old = old.filter(|old| *old != 0.0 && result.unit != ResultUnit::Percent);
    let change_percent = of_old.zip(change).map(|(old, change)| change / old.abs() * 100.0);
    Some(Figure { name: result.name, old, new, change, change_percent, verdict: verdict(change, aim) })
}

fn verdict(change: Option<f64>, aim: Aim) -> Verdict {
    let Some(change) = change else { return Verdict::Open };
    match aim {
        _ if change.abs() < 1e-9 => Verdict::Same,
        Aim::Open => Verdict::Open,
        Aim::Up if change > 0.0 => Verdict::Better,
        Aim::Down if change < 0.0 => Verdict::Better,
        _ => Verdict::Worse,
    }
}

fn moves(
    old: &Document,
    new: &Document,
    table: &'static TableDef,
    across: Field<Rating>,
    up: Field<Rating>,
) -> Vec<Move> {
    let point = |row: &Row| (row.get(across), row.get(up));
    let both = new.list(table).iter().filter_map(|row| Some((old.list(table).row(row.id.as_str())?, row)));
    let moved = both.map(|(before, row)| Move { id: row.id.clone(), from: point(before), to: point(row) });
    moved.filter(|found| found.from != found.to).collect()
}

fn risks_in_and_out(old: &Document, new: &Document) -> (Vec<Id>, Vec<Id>) {
    let open = |document: &Document| -> Vec<Id> {
        let rows = document.list(plan::risk::TABLE).iter();
        rows.filter(|row| row.get(plan::risk::STATUS) != Some("closed")).map(|row| row.id.clone()).collect()
    };
    let (before, after) = (open(old), open(new));
    let only = |these: &[Id], others: &[Id]| these.iter().filter(|id| !others.contains(id)).cloned().collect();
    (only(&after, &before), only(&before, &after))
}

fn lights(old: &Book, new: &Book) -> Vec<Light> {
    let is_light = |result: &&ResultDef| {
        ["green", "amber", "red"].iter().all(|key| result.options.iter().any(|option| option.key == *key))
    };
    let mut lights: Vec<Light> = Vec::new();
    for result in catalogue::all().filter(is_light) {
        let of = |book: &Book| -> Vec<(String, Option<&'static str>)> {
            result.answers(book).into_iter().map(|(name, answer)| (name, answer.as_key())).collect()
        };
        let (before, after) = (of(old), of(new));
        let key_in = |all: &[(String, Option<&'static str>)], name: &str| {
            all.iter().find(|(other, _)| other == name).and_then(|(_, key)| *key)
        };
        let gone = before.iter().filter(|(name, _)| !after.iter().any(|(other, _)| other == name));
        for (name, _) in after.iter().chain(gone) {
            let (old, new) = (key_in(&before, name), key_in(&after, name));
            if old != new {
                lights.push(Light { name: name.clone(), old, new });
            }
        }
    }
    lights
}

fn completed(old: &Document, new: &Document) -> Vec<Id> {
    let is_done = |row: &Row| row.get(plan::act::STATUS) == Some("done");
    let was_done = |id: &Id| old.list(plan::act::TABLE).row(id.as_str()).is_some_and(is_done);
    let done = new.list(plan::act::TABLE).iter().filter(|row| is_done(row) && !was_done(&row.id));
    done.map(|row| row.id.clone()).collect()
}

/// Weights and criteria: the columns `weight`, `points` and `criterion` of every list, and the forms of limits.
fn criteria_changed(old: &Document, new: &Document) -> Vec<&'static str> {
    let forms = [
        settings::limits::TABLE.path,
        settings::health::TABLE.path,
        settings::stages::TABLE.path,
        settings::general::TABLE.path,
        crate::worksheets::portfolio::rule::TABLE.path,
        account::plan::TABLE.path,
    ];
    let changed = |table: &&'static TableDef| {
        let of = |document: &Document, id: &str, slot: u8| {
            document.list(table).row(id).and_then(|row| row.record.at(slot).cloned())
        };
        let measures: Vec<u8> = table
            .fields
            .iter()
            .filter(|field| match table.path {
                "card.plan" => matches!(field.key, "currency" | "unit"),
                _ if table.is_form() => forms.contains(&table.path),
                _ => matches!(field.key, "weight" | "points" | "criterion" | "axis") && table.is_list(),
            })
            .map(|field| field.slot)
            .collect();
        if table.is_form() {
            let pick = |record: &Record| measures.iter().map(|slot| record.at(*slot).cloned()).collect::<Vec<_>>();
            return pick(old.form(table)) != pick(new.form(table));
        }
        let rows = old.list(table).ids().iter().chain(new.list(table).ids());
        measures.iter().any(|slot| rows.clone().any(|id| of(old, id.as_str(), *slot) != of(new, id.as_str(), *slot)))
    };
    crate::worksheets::TABLES.iter().filter(|table| changed(table)).map(|table| table.path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testkit::{doc, today};

    #[test]
    fn what_differs_between_two_states() {
        let old = doc(&[
            ("w2.wallet.a.total_spend", "1000"),
            ("w2.wallet.a.ours", "200"),
            ("w3.people.p.support", "1"),
            ("w3.people.p.influence", "4"),
            ("w6.risk.k.probability", "4"),
            ("w6.risk.k.impact", "5"),
            ("w6.risk.g.text", "goes"),
            ("w6.act.t.status", "doing"),
            ("w2.factors.f.weight", "3"),
        ]);
        let mut new = old.clone();
        for (path, text) in [
            ("w2.wallet.a.ours", "300"),
            ("w3.people.p.support", "-1"),
            ("w6.risk.k.probability", "2"),
            ("w6.risk.g.status", "closed"),
            ("w6.risk.n.text", "new"),
            ("w6.act.t.status", "done"),
            ("w2.factors.f.weight", "4"),
        ] {
            crate::analysis::testkit::put(&mut new, path, text);
        }
        let found = compare((&old, today()), (&new, today()));
        let figure = |name: &str| found.figures.iter().find(|figure| figure.name == name).unwrap();
        let share = figure("w2.share_of_wallet");
        assert_eq!(
            (share.old, share.new, share.change_percent, share.verdict),
            (Some(20.0), Some(30.0), None, Verdict::Better)
        );
        let sales = figure("w2.sales_total");
        assert_eq!((sales.change, sales.change_percent), (Some(100.0), Some(50.0)));
        assert_eq!(found.people, [Move { id: "p".into(), from: (Some(1.0), Some(4.0)), to: (Some(-1.0), Some(4.0)) }]);
        assert_eq!(found.risks, [Move { id: "k".into(), from: (Some(5.0), Some(4.0)), to: (Some(5.0), Some(2.0)) }]);
        assert_eq!((found.new_risks, found.closed_risks), (vec!["n".into()], vec!["g".into()]));
        assert_eq!(found.completed, ["t".into()]);
        assert_eq!(found.criteria_changed, ["w2.factors"]);
        let risks = found.tables.iter().find(|summary| summary.table.path == "w6.risk").unwrap();
        assert_eq!((risks.added.len(), risks.changed.len()), (1, 2));
    }

    #[test]
    fn every_figure_has_a_result_and_nothing_differs_from_itself() {
        for (name, _) in FIGURES {
            assert!(catalogue::find(name).is_some(), "{name}");
        }
        let same = doc(&[("w2.wallet.a.total_spend", "1000"), ("w6.risk.k.probability", "4")]);
        let found = compare((&same, today()), (&same, today()));
        assert!(found.figures.iter().all(|figure| matches!(figure.verdict, Verdict::Same)));
        assert!(found.tables.is_empty() && found.lights.is_empty() && found.criteria_changed.is_empty());
    }
}
