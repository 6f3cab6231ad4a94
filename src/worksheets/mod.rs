//! The declarations: every table and field of a workbook, once. Editor, file, validation, merge, print and tests derive
//! from them.

mod declare;
mod defaults;

pub mod account;
pub mod competition;
pub mod examples;
pub mod industry;
pub mod log;
pub mod needs;
pub mod options;
pub mod plan;
pub mod portfolio;
pub mod prompts;
pub mod scales;
pub mod service;
pub mod settings;
pub mod sharing;
pub mod sheets;
pub mod solution;

pub use crate::model::record::attributes as row;
pub use sheets::{SHEETS, Sheet};

use crate::model::{Bi, Document, FieldDef, Id, Lang, RowOrigin, TableData, TableDef};

macro_rules! tables_in_order {
    ($($sheet:ident::$table:ident),* $(,)?) => {
        /// Every table, in the order of the file.
        pub static TABLES: &[&TableDef] = &[$($sheet::$table::TABLE),*];

        /// The questions of every table, in the same order.
        static ASKS: &[&[Bi]] = &[$($sheet::$table::ASKS),*];
    };
}

#[rustfmt::skip]
tables_in_order! {
    account::profile, account::plan, account::tests, account::team,
    portfolio::customers, portfolio::criteria, portfolio::ratings, portfolio::rule,
    industry::scope, industry::market, industry::series, industry::forecast,
    industry::drivers, industry::segments, industry::players, industry::cycle,
    industry::pestel, industry::forces, industry::chain, industry::ksf,
    industry::summary, competition::comp, competition::wallet, competition::wallet_comp,
    competition::factors, competition::ratings, competition::curve, competition::levels,
    competition::swot, competition::tows, competition::deals, competition::crivals,
    competition::summary, needs::cgoals, needs::strategy, needs::critical_details,
    needs::buying, needs::process, needs::criteria, needs::people, needs::links,
    needs::needs, needs::kano_votes, needs::verify, needs::meddpicc,
    needs::summary, solution::modules, solution::cover, solution::cover_comp,
    solution::vp, solution::case, solution::benefits, solution::ramp,
    solution::costs, solution::diff, solution::tco_rows, solution::economics,
    solution::discounts, solution::rebates, solution::opts, solution::scores,
    solution::e4, solution::objn, solution::pilot, solution::delivered,
    solution::detail_checks, solution::summary, service::svc, service::sla,
    service::sq, service::sq_items, service::bp_phases, service::bp, service::cap,
    service::raci_tasks, service::raci_parties, service::raci, service::res,
    service::cts, service::iss, service::nps_scores, service::satisfaction,
    service::ife, service::orientation, service::detail_checks, service::summary,
    plan::position, plan::relationship, plan::hist, plan::targets,
    plan::target_split, plan::fin, plan::switching, plan::bu, plan::ws,
    plan::obj, plan::strat, plan::init, plan::opp, plan::act, plan::ms,
    plan::cp, plan::risk, plan::budget, plan::resources, plan::governance,
    plan::reviews, plan::approvals, plan::force_field, plan::page,
    settings::general, settings::limits, settings::health, settings::stages,
    settings::rules, log::parking, log::decisions, log::questions, log::votes,
    log::ratings, log::agenda, log::later, log::merges,
}

/// The question that helps to fill a field; empty where its label says enough. Apart from the field's definition, so that
/// a page can start without the texts.
pub fn ask(table: &TableDef, field: &FieldDef) -> Bi {
    let asks = TABLES.iter().position(|other| other.path == table.path).and_then(|at| ASKS.get(at));
    let own = table.fields.iter().position(|other| other.key == field.key);
    let found = match own {
        Some(at) => asks.and_then(|asks| asks.get(at)),
        None => row::ASKS.get(usize::from(field.slot)),
    };
    found.copied().unwrap_or(Bi::NONE)
}

/// The table at `path`.
pub fn table(path: &str) -> Option<&'static TableDef> {
    TABLES.iter().copied().find(|table| table.path == path)
}

/// The tables of a sheet, in order.
pub fn tables_of(sheet: &str) -> impl Iterator<Item = &'static TableDef> + '_ {
    TABLES.iter().copied().filter(move |table| table.sheet() == sheet)
}

/// A new workbook: empty but for the rows that the product brings along.
pub fn new_document(id: Id, lang: Lang) -> Document {
    let mut document = Document::new(id, lang);
    for table in TABLES.iter().copied() {
        add_first_rows(&mut document, table);
    }
    document
}

/// Adds the rows that a list has in a new workbook.
pub fn add_first_rows(document: &mut Document, table: &'static TableDef) {
    add_default_rows(document, table, |origin| origin != RowOrigin::Template);
}

/// Adds the fixed rows that a document must have and does not.
pub fn add_fixed_rows(document: &mut Document) {
    for table in TABLES.iter().copied() {
        add_default_rows(document, table, |origin| origin == RowOrigin::Fixed);
    }
}

fn add_default_rows(document: &mut Document, table: &'static TableDef, wanted: impl Fn(RowOrigin) -> bool) {
    let lang = document.lang;
    for (at, default) in table.rows.iter().filter(|row| wanted(row.origin)).enumerate() {
        if let TableData::List(list) = document.table_mut(table) {
            list.insert(at, table.make_row(default, lang));
        }
    }
}
