//! The middle column: the customer's money, our case, and whether we can keep what we promise.

use super::{Block, Line, Part, Pen, Slice, Tone, lines};
use crate::i18n::{format, paper as words};
use crate::model::Row;
use crate::model::order::{sort_by, sort_by_key};
use crate::worksheets::competition::{comp, wallet, wallet_comp};
use crate::worksheets::needs::needs;
use crate::worksheets::service::sla;
use crate::worksheets::solution::{benefits, case, summary, vp};

const CATEGORIES: usize = 2;
const HOLES: usize = 3;
const PROMISES: usize = 3;

pub(super) fn blocks(pen: &Pen) -> Vec<Block> {
    vec![money(pen), proposition(pen), value(pen), coverage(pen), promises(pen)]
}

/// Who gets the customer's money, where most of it is still to win, and how we compare.
fn money(pen: &Pen) -> Block {
    let total = pen.number("w2.wallet_total").filter(|total| *total > 0.0);
    let share = pen.number("w2.share_of_wallet");
    let mut parts = Vec::new();
    if let (Some(total), Some(share)) = (total, share) {
        parts.push(bar(pen, total, share));
    }
    parts.extend(gaps(pen).into_iter().map(Part::Line));
    parts.extend(rank(pen).map(Part::Line));
    let note = match (total, share) {
        (Some(total), Some(share)) => pen.tf(words::WALLET_NOTE, &[&pen.money(total), &format::percent(share, 1)]),
        (Some(total), None) => pen.money(total),
        _ => String::new(),
    };
    Block { key: "wallet", title: words::WALLET, note, home: wallet::TABLE.path, hint: words::WALLET_HINT, parts }
}

fn bar(pen: &Pen, total: f64, share: f64) -> Part {
    let is_here = |row: &str, col: &str| {
        pen.book.row(wallet::TABLE, row).is_some() && col != "us" && pen.book.row(comp::TABLE, col).is_some()
    };
    let named: f64 = pen
        .book
        .doc
        .cells(wallet_comp::TABLE)
        .iter()
        .filter(|((row, col), _)| is_here(row.as_str(), col.as_str()))
        .filter_map(|(_, cell)| cell.get(wallet_comp::SALES))
        .sum();
    let ours = share.clamp(0.0, 100.0);
    let theirs = (named / total * 100.0).clamp(0.0, 100.0 - ours);
    let slice = |name, percent| Slice { name: pen.t(name), percent };
    Part::Wallet([
        slice(words::OURS, ours),
        slice(words::THEIRS, theirs),
        slice(words::REST, (100.0 - ours - theirs).max(0.0)),
    ])
}

/// The categories with the widest gaps between what they spend and what we sell.
fn gaps(pen: &Pen) -> Vec<Line> {
    let known = |row| Some((row, Row::get(row, wallet::TOTAL_SPEND)?, Row::get(row, wallet::OURS)?));
    let mut rows: Vec<(&Row, f64, f64)> = pen.book.rows(wallet::TABLE).filter_map(known).collect();
    sort_by(&mut rows, |one, other| (other.1 - other.2).total_cmp(&(one.1 - one.2)));
    let line = |(row, total, ours): &(&Row, f64, f64)| {
        let name = pen.name(wallet::TABLE, row.id.as_str());
        let text = if *ours == 0.0 { words::NOT_IN_YET } else { words::WIDEST_GAP };
        Line::new(pen.tf(text, &[&name])).note(format!("{} / {}", Pen::amount(*ours), Pen::amount(*total)))
    };
    rows.iter().filter(|(_, total, ours)| total > ours).take(CATEGORIES).map(line).collect()
}

fn rank(pen: &Pen) -> Option<Line> {
    let ours = pen.number("w2.cpm.us")?;
    let rank = pen.number("w2.cpm_rank")?;
    let scores = pen.book.rows(comp::TABLE).filter(|row| row.id.as_str() != "us");
    let best = scores.filter_map(|row| pen.of_row("w2.cpm.<competitor id>", row)).reduce(f64::max);
    let score = |number| format::fixed(number, 2);
    let note = best.map_or_else(|| score(ours), |best| pen.tf(words::AGAINST, &[&score(ours), &score(best)]));
    Some(Line::new(pen.tf(words::CPM_RANK, &[&format::short(rank, 0)])).note(note))
}

fn proposition(pen: &Pen) -> Block {
    let statements: Vec<&str> = pen.book.rows(vp::TABLE).filter_map(|row| row.get(vp::STATEMENT)).collect();
    let mut parts: Vec<Part> = statements
        .first()
        .map(|text| Part::Say(text.split_whitespace().collect::<Vec<_>>().join(" ")))
        .into_iter()
        .collect();
    if statements.len() > 1 {
        parts.push(Part::More(statements.len() - 1));
    }
    Block {
        key: "proposition",
        title: words::PROPOSITION,
        note: String::new(),
        home: vp::TABLE.path,
        hint: words::PROPOSITION_HINT,
        parts,
    }
}

/// The headline number: net present value, else the economic value to the customer; the sentence of the team below.
fn value(pen: &Pen) -> Block {
    let form = pen.book.form(case::TABLE);
    let said = pen.book.form(summary::TABLE).get(summary::HEADLINE_NUMBER).map(str::to_owned);
    let mut about = Vec::new();
    about.extend(pen.number("w4.payback").map(|years| pen.tf(words::PAYS_BACK, &[&format::short(years, 1)])));
    about.extend(pen.number("w4.irr").map(|rate| pen.tf(words::IRR, &[&format::percent(rate, 0)])));
    let incentive = pen.number("w4.incentive").map(|left| pen.tf(words::INCENTIVE, &[&pen.money(left)]));
    let (npv, evc) = (pen.number("w4.npv"), pen.number("w4.evc"));
    let figure = match (npv, evc) {
        (Some(npv), _) => {
            let rate = form.get(case::DISCOUNT_RATE).unwrap_or_default();
            let years = form.get(case::YEARS).unwrap_or_default();
            let label = pen.tf(words::NPV, &[&format::short(rate, 1), &format::short(years, 0)]);
            about.insert(0, label);
            Some(pen.money(npv))
        }
        (None, Some(evc)) => {
            about.insert(0, pen.t(words::EVC));
            about.extend(incentive);
            Some(pen.money(evc))
        }
        _ => None,
    };
    let about = about.join(if pen.lang == crate::i18n::Lang::Zh { "，" } else { ", " });
    let mut parts: Vec<Part> = figure.map(|figure| Part::Figure(figure, about)).into_iter().collect();
    parts.extend(said.map(|said| Part::Line(Line::new(said))));
    Block {
        key: "value",
        title: words::VALUE,
        note: String::new(),
        home: benefits::TABLE.path,
        hint: words::VALUE_HINT,
        parts,
    }
}

/// What the solution leaves open, the least covered first.
fn coverage(pen: &Pen) -> Block {
    let of = |row| Some((row, pen.of_row("w4.needs.<id>.coverage", row)?));
    let all: Vec<(&Row, f64)> = pen.book.rows(needs::TABLE).filter_map(of).collect();
    let mut open: Vec<(&Row, f64)> = all.iter().copied().filter(|(_, percent)| *percent < 100.0).collect();
    sort_by(&mut open, |one, other| one.1.total_cmp(&other.1));
    let line = |(row, percent): &(&Row, f64)| {
        let word = if *percent >= 30.0 { words::PARTLY } else { words::UNCOVERED };
        Line::new(pen.tf(word, &[&pen.name(needs::TABLE, row.id.as_str())])).note(format::percent(*percent, 0))
    };
    let mut parts = lines(open.iter().map(line).collect(), HOLES);
    if parts.is_empty() && !all.is_empty() {
        parts.push(Part::Line(Line::new(pen.t(words::ALL_COVERED)).mark("✓", Tone::Good)));
    }
    Block {
        key: "coverage",
        title: words::COVERAGE,
        note: pen.number("w4.coverage").map(|percent| format::percent(percent, 1)).unwrap_or_default(),
        home: "w4.cover",
        hint: words::COVERAGE_HINT,
        parts,
    }
}

/// Promised service levels, the missed ones first.
fn promises(pen: &Pen) -> Block {
    let met = |row: &Row| pen.key_of_row("w5.sla.<id>.met", row);
    let mut rows: Vec<&Row> = pen.book.rows(sla::TABLE).filter(|row| row.get(sla::TARGET).is_some()).collect();
    sort_by_key(&mut rows, |row| match met(row) {
        Some("no") => 0,
        Some(_) => 1,
        None => 2,
    });
    let line = |row: &&Row| {
        let unit = row.get(sla::UNIT).unwrap_or_default();
        let value = |number: f64| format!("{}{unit}", format::short(number, 2));
        let name = pen.name(sla::TABLE, row.id.as_str());
        let target = row.get(sla::TARGET).map(value).unwrap_or_default();
        let text = match row.get(sla::ACTUAL) {
            Some(actual) => pen.tf(words::SLA_LINE, &[&name, &target, &value(actual)]),
            None => pen.tf(words::SLA_TARGET, &[&name, &target]),
        };
        let mut line = Line::new(text);
        (line.tone, line.note) = match met(row) {
            Some("yes") => (Tone::Good, pen.t(words::KEPT)),
            Some("no") => (Tone::Bad, pen.t(words::MISSED)),
            _ => (Tone::Plain, "—".to_owned()),
        };
        line
    };
    Block {
        key: "promises",
        title: words::PROMISES,
        note: pen
            .number("w5.sla_attainment")
            .map(|percent| pen.tf(words::KEPT_SHARE, &[&format::percent(percent, 0)]))
            .unwrap_or_default(),
        home: sla::TABLE.path,
        hint: words::PROMISES_HINT,
        parts: lines(rows.iter().map(line).collect(), PROMISES),
    }
}
