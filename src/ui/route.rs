//! Hash routes: `#/` for all workbooks, `#/<workbook-id>/<page>` for a page of one.

use super::pages::extra;
use crate::worksheets::sheets::sheet_of_page;

/// Where the page is.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Route {
    /// All workbooks on this device.
    #[default]
    Home,
    /// A page of a workbook.
    Page {
        /// Id of the workbook.
        workbook: String,
        /// Name of the page.
        page: String,
    },
}

impl Route {
    /// Reads a location hash; what is not understood is home.
    pub fn read(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let mut parts = path.split('/');
        match (parts.next(), parts.next()) {
            (Some(workbook), page) if !workbook.is_empty() => {
                let is_known = |page: &&str| sheet_of_page(page).is_some() || extra(page).is_some();
                let known = page.filter(is_known).unwrap_or("account");
                Self::Page { workbook: workbook.to_owned(), page: known.to_owned() }
            }
            _ => Self::Home,
        }
    }

    /// The location hash.
    pub fn hash(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Page { workbook, page } => format!("#/{workbook}/{page}"),
        }
    }

    /// A page of a workbook.
    pub fn page(workbook: &str, page: &str) -> Self {
        Self::Page { workbook: workbook.to_owned(), page: page.to_owned() }
    }
}
