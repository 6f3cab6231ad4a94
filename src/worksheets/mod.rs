//! The declarations: every table and field of a workbook, once. Editor, file, validation, merge, print and tests derive
//! from them.

mod declare;
mod defaults;

pub mod account;
pub mod competition;
pub mod industry;
pub mod log;
pub mod needs;
pub mod options;
pub mod plan;
pub mod portfolio;
pub mod scales;
pub mod service;
pub mod settings;
pub mod sharing;
pub mod sheets;
pub mod solution;

pub use crate::model::record::attributes as row;
pub use sheets::{SHEETS, Sheet};

use crate::model::{Document, Id, Lang, RowOrigin, TableData, TableDef};

/// Every table, in the order of the file.
#[rustfmt::skip]
pub static TABLES: &[&TableDef] = &[
    account::profile::TABLE, account::plan::TABLE, account::tests::TABLE, account::team::TABLE,
    portfolio::customers::TABLE, portfolio::criteria::TABLE, portfolio::ratings::TABLE, portfolio::rule::TABLE,
    industry::scope::TABLE, industry::market::TABLE, industry::series::TABLE, industry::forecast::TABLE,
    industry::drivers::TABLE, industry::segments::TABLE, industry::players::TABLE, industry::cycle::TABLE,
    industry::pestel::TABLE, industry::forces::TABLE, industry::chain::TABLE, industry::ksf::TABLE,
    industry::summary::TABLE, competition::comp::TABLE, competition::wallet::TABLE, competition::wallet_comp::TABLE,
    competition::factors::TABLE, competition::ratings::TABLE, competition::curve::TABLE, competition::levels::TABLE,
    competition::swot::TABLE, competition::tows::TABLE, competition::deals::TABLE, competition::crivals::TABLE,
    competition::summary::TABLE, needs::cgoals::TABLE, needs::strategy::TABLE, needs::critical_details::TABLE,
    needs::buying::TABLE, needs::process::TABLE, needs::criteria::TABLE, needs::people::TABLE, needs::links::TABLE,
    needs::needs::TABLE, needs::kano_votes::TABLE, needs::verify::TABLE, needs::meddpicc::TABLE,
    needs::summary::TABLE, solution::modules::TABLE, solution::cover::TABLE, solution::cover_comp::TABLE,
    solution::vp::TABLE, solution::case::TABLE, solution::benefits::TABLE, solution::ramp::TABLE,
    solution::costs::TABLE, solution::diff::TABLE, solution::tco_rows::TABLE, solution::economics::TABLE,
    solution::discounts::TABLE, solution::rebates::TABLE, solution::opts::TABLE, solution::scores::TABLE,
    solution::e4::TABLE, solution::objn::TABLE, solution::pilot::TABLE, solution::delivered::TABLE,
    solution::detail_checks::TABLE, solution::summary::TABLE, service::svc::TABLE, service::sla::TABLE,
    service::sq::TABLE, service::sq_items::TABLE, service::bp_phases::TABLE, service::bp::TABLE, service::cap::TABLE,
    service::raci_tasks::TABLE, service::raci_parties::TABLE, service::raci::TABLE, service::res::TABLE,
    service::cts::TABLE, service::iss::TABLE, service::nps_scores::TABLE, service::satisfaction::TABLE,
    service::ife::TABLE, service::orientation::TABLE, service::detail_checks::TABLE, service::summary::TABLE,
    plan::position::TABLE, plan::relationship::TABLE, plan::hist::TABLE, plan::targets::TABLE,
    plan::target_split::TABLE, plan::fin::TABLE, plan::switching::TABLE, plan::bu::TABLE, plan::ws::TABLE,
    plan::obj::TABLE, plan::strat::TABLE, plan::init::TABLE, plan::opp::TABLE, plan::act::TABLE, plan::ms::TABLE,
    plan::cp::TABLE, plan::risk::TABLE, plan::budget::TABLE, plan::resources::TABLE, plan::governance::TABLE,
    plan::reviews::TABLE, plan::approvals::TABLE, plan::force_field::TABLE, plan::page::TABLE,
    settings::general::TABLE, settings::limits::TABLE, settings::health::TABLE, settings::stages::TABLE,
    settings::rules::TABLE, log::parking::TABLE, log::decisions::TABLE, log::questions::TABLE, log::votes::TABLE,
    log::ratings::TABLE, log::agenda::TABLE, log::merges::TABLE,
];

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
