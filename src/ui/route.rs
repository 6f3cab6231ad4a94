//! Hash routes: `#/` for all workbooks, `#/<workbook-id>/<page>` for a page of one.

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

/// Pages in the order of the rail.
pub const PAGES: [&str; 9] =
    ["account", "industry", "competition", "needs", "solution", "service", "plan", "portfolio", "settings"];

impl Route {
    /// Reads a location hash; what is not understood is home.
    pub fn read(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let mut parts = path.split('/');
        match (parts.next(), parts.next()) {
            (Some(workbook), page) if !workbook.is_empty() => {
                let known = page.filter(|page| PAGES.contains(page)).unwrap_or("account");
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
