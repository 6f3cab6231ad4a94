//! What every view of a workbook is handed: the open workbook, the language and the depth it is drawn in.

use super::app::App;
use super::desk::Desk;
use crate::i18n::{format, ui as words};
use crate::model::{Bi, Depth, Lang, Value};
use crate::worksheets::{account, table};

/// The context of a view. The page is drawn anew when language or depth change, so both are plain values here.
#[derive(Clone, Copy)]
pub struct Cx {
    /// The app.
    pub app: App,
    /// The open workbook.
    pub desk: Desk,
    /// The language on the page.
    pub lang: Lang,
    /// The depth on the page.
    pub depth: Depth,
}

impl Cx {
    /// A text in the language of the page.
    pub const fn t(self, text: Bi) -> &'static str {
        text.get(self.lang)
    }

    /// A text in the language of the page with its blanks filled.
    pub fn tf(self, text: Bi, values: &[&str]) -> String {
        words::fill(text.get(self.lang), values)
    }

    /// The name of a row, without being told of changes.
    pub fn title(self, path: &str, id: &str) -> String {
        let Some(table) = table(path) else { return id.to_owned() };
        if path == "w2.comp" && id == "us" {
            return self.us();
        }
        let Some(field) = table.title_field() else { return id.to_owned() };
        let place = crate::model::Place::row(table, id.into(), field.slot);
        let stored = self.desk.with(|document| document.value(&place).cloned());
        match super::desk::shown_value(&place, stored.as_ref(), self.lang) {
            Some(value) => {
                let name = super::field::in_words(self, field, &value);
                // A year alone names several targets: its quarter tells them apart.
                let period = (path == "w6.targets").then(|| table.field("period")).flatten();
                let period = period.and_then(|period| {
                    let place = crate::model::Place::row(table, id.into(), period.slot);
                    let stored = self.desk.with(|document| document.value(&place).cloned());
                    let shown = super::desk::shown_value(&place, stored.as_ref(), self.lang)?;
                    Some(super::field::in_words(self, period, &shown))
                });
                period.map_or_else(|| name.clone(), |period| format!("{name} {period}"))
            }
            None => self.t(words::NAMELESS).to_owned(),
        }
    }

    /// Our company's name, or "Us" while it has none.
    fn us(self) -> String {
        use crate::worksheets::competition::comp;
        let own = self.desk.with(|document| {
            let named = document.list(comp::TABLE).row("us").and_then(|row| row.get(comp::NAME).map(str::to_owned));
            let given = named.as_deref().is_none_or(|name| {
                let given = comp::TABLE.given(Some("us"), comp::NAME.slot);
                crate::model::table::same_as_given(&Value::Text(name.to_owned()), given)
            });
            let seller = document.form(account::plan::TABLE).get(account::plan::SELLER_NAME).map(str::to_owned);
            if given { seller.or(named) } else { named }
        });
        own.unwrap_or_else(|| if self.lang == Lang::Zh { "我方" } else { "Us" }.to_owned())
    }

    /// Size of the workbook's unit of money.
    pub fn unit_size(self) -> u64 {
        self.desk.with(|document| {
            let unit = document.form(account::plan::TABLE).get(account::plan::UNIT).map(str::to_owned);
            unit_size(unit.as_deref())
        })
    }

    /// The workbook's currency and unit in words: 万元, USD thousand. Told of changes.
    pub fn money_words(self) -> String {
        use account::plan::{CURRENCY, TABLE, UNIT};
        let (currency, unit) = self.desk.record(TABLE, None, None, |record| {
            (record.get(CURRENCY).unwrap_or("").to_owned(), record.get(UNIT).unwrap_or("one").to_owned())
        });
        format::money_words(&currency, &unit, self.lang)
    }
}

/// How many of the currency one unit is.
pub fn unit_size(key: Option<&str>) -> u64 {
    crate::model::number::unit_size(key.unwrap_or_default())
}
