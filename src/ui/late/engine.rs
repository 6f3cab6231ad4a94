//! The way from the page to the code that comes later: one table of functions, so that nothing else refers to it.

use crate::ui::prelude::*;
use leptos::ev;

use crate::model::{Bi, FieldDef, Id, Lang, TableDef};
use crate::ui::app::App;
use crate::ui::cx::Cx;
use crate::ui::sheet::List;
use crate::ui::{
    advice, copies, dialog, files, outgoing, past, picture, portfolio_fill, result, room, save_file, sheet,
};

/// Functions whose code arrives after the page is up.
pub struct Late {
    /// The key figures on top of a sheet.
    pub headline: fn(Cx, &'static str) -> AnyView,
    /// Advice and offers of a sheet.
    pub advice: fn(Cx, &'static str) -> AnyView,
    /// How many pieces of advice a sheet has.
    pub advice_count: fn(Cx, &'static str) -> AnyView,
    /// What other sheets have to offer to a table.
    pub offers_here: fn(Cx, &'static TableDef) -> AnyView,
    /// The question that helps to fill a field.
    pub ask: fn(Cx, &'static TableDef, &'static FieldDef) -> AnyView,
    /// The figures under a section.
    pub strip: fn(Cx, &'static TableDef) -> AnyView,
    /// What a section offers below its figures.
    pub below: fn(Cx, &'static TableDef) -> AnyView,
    /// The pictures beside a section.
    pub pictures: fn(Cx, &'static TableDef) -> AnyView,
    /// The label of a list's leading figure.
    pub leading_label: fn(&'static TableDef, usize) -> Option<Bi>,
    /// A leading figure of a row.
    pub leading: fn(Cx, &'static TableDef, usize, &Id) -> AnyView,
    /// The other figures of a row.
    pub row_figures: fn(Cx, &'static TableDef, &Id) -> AnyView,
    /// A mark for a row whose source is too old.
    pub stale: fn(Cx, &'static TableDef, &Id) -> AnyView,
    /// The label of the figure at the end of a matrix line.
    pub line_label: fn(&'static TableDef) -> Option<Bi>,
    /// The figure at the end of a matrix line.
    pub line: fn(Cx, &'static TableDef, &Id) -> AnyView,
    /// The opportunity score of a need, for ordering.
    pub opportunity: fn(Cx, &Id) -> Option<f64>,
    /// Dialogs over a workbook.
    pub dialogs: fn(Cx, Memo<String>) -> AnyView,
    /// Dialogs that need no workbook.
    pub home_dialogs: fn(App) -> AnyView,
    /// The tour, while it is on.
    pub tour: fn(App) -> AnyView,
    /// Begins the tour.
    pub begin_tour: fn(App),
    /// Offers the open workbook as a file.
    pub export: fn(App),
    /// The line above a copy that was handed out.
    pub copy_line: fn(Cx) -> AnyView,
    /// Takes in copies that came back.
    pub returned: fn(App, Vec<web_sys::File>),
    /// Opens what is in the fragment of a shared link.
    pub open_link: fn(App, String),
    /// Saves the open workbook into a real file where the browser can.
    pub save: fn(App),
    /// How full the browser's storage is.
    pub space: fn(App, Lang) -> AnyView,
    /// A pasted block of cells.
    pub pasted: fn(List, &ev::ClipboardEvent),
    /// A CSV file into a list.
    pub import_csv: fn(Cx, &'static TableDef, &[u8]),
    /// A table as CSV.
    pub export_csv: fn(Cx, &'static TableDef),
    /// Reads a file that was handed to the page.
    pub receive: fn(App, web_sys::File),
}

/// The one table.
pub static LATE: Late = Late {
    headline: result::headline::view,
    advice: advice::view,
    advice_count: advice::count,
    offers_here: advice::offers_here,
    ask: dialog::prompts::question,
    strip: result::strip::view,
    below: portfolio_fill::below,
    pictures: picture::beside,
    leading_label: result::leading::label,
    leading: result::leading::figure,
    row_figures: result::leading::others,
    stale: result::leading::stale,
    line_label: result::strip::line_label,
    line: result::strip::line,
    opportunity: result::strip::opportunity,
    dialogs: dialog::of_workbook,
    home_dialogs: dialog::of_home,
    tour: room::tour::view,
    begin_tour: room::tour::begin,
    export: outgoing::export,
    copy_line: copies::banner,
    returned: copies::receive_returned,
    open_link: copies::open_link,
    save: save_file::save,
    space: past::capacity::lines,
    pasted: sheet::pasted,
    import_csv: sheet::import_csv,
    export_csv: files::export_csv,
    receive: files::receive_now,
};
