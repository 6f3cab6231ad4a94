//! What the pictures read: results by name, names of rows, amounts of money.

use crate::analysis::{Answer, Book, catalogue};
use crate::i18n::format;
use crate::model::{FieldDef, Kind, Lang, Row, TableDef};
use crate::worksheets::{self, account, competition};

/// The answer of a result by its full name, as `w3.support_index`.
pub fn answer(book: &Book, name: &str) -> Option<Answer> {
    catalogue::answer(book, name).map(|(_, answer)| answer)
}

/// The number of a result; nothing when it has none.
pub fn number(book: &Book, name: &str) -> Option<f64> {
    answer(book, name)?.as_number()
}

/// The number of a result of a row: `table.id.key`.
pub fn of_row(book: &Book, table: &str, id: &str, key: &str) -> Option<f64> {
    row_answer(book, table, id, key)?.as_number()
}

/// The key of a result of a row.
pub fn key_of_row(book: &Book, table: &str, id: &str, key: &str) -> Option<&'static str> {
    row_answer(book, table, id, key)?.as_key()
}

fn row_answer(book: &Book, table: &str, id: &str, key: &str) -> Option<Answer> {
    catalogue::find(&format!("{table}.<id>.{key}"))?.answer(book, id)
}

/// The key of a result.
pub fn key(book: &Book, name: &str) -> Option<&'static str> {
    answer(book, name)?.as_key()
}

/// The words of a result that is a key.
pub fn words(book: &Book, name: &str, lang: Lang) -> Option<&'static str> {
    let (result, answer) = catalogue::answer(book, name)?;
    Some(result.words_of(&answer.value.ok()?)?.get(lang))
}

/// The name of a row: its first text, or the words of its first choice.
pub fn name_of(table: &'static TableDef, row: &Row, lang: Lang) -> String {
    let title = table.title_field().and_then(|field| row.record.at(field.slot)).and_then(|value| value.as_text());
    if let Some(text) = title {
        return text.to_owned();
    }
    let default = table.default_row(row.id.as_str()).map(|default| default.label.get(lang).to_owned());
    default.unwrap_or_else(|| word!(lang, "(no name)", "（未命名）").to_owned())
}

/// The name of the row with an id, if it is there.
pub fn name_at(book: &Book, table: &'static TableDef, id: &str, lang: Lang) -> Option<String> {
    book.row(table, id).map(|row| name_of(table, row, lang))
}

/// The words of a choice.
pub fn choice(field: Option<&'static FieldDef>, key: &str, lang: Lang) -> String {
    let option = field.and_then(|field| field.kind.options().iter().find(|option| option.key == key));
    option.map_or_else(|| key.to_owned(), |option| option.label.get(lang).to_owned())
}

/// The words at a step of a rating's scale.
pub fn anchor(field: Option<&'static FieldDef>, value: f64, lang: Lang) -> &'static str {
    match field.map(|field| field.kind) {
        Some(Kind::Rating(scale)) => scale.word(value, lang),
        _ => "",
    }
}

/// The name of a rival or of us.
pub fn firm(book: &Book, id: &str, lang: Lang) -> String {
    if id == crate::analysis::competition::US {
        return us(book, lang);
    }
    name_at(book, competition::comp::TABLE, id, lang).unwrap_or_else(|| id.to_owned())
}

/// Our company's name; plain "we" while it has none.
fn us(book: &Book, lang: Lang) -> String {
    let slot = competition::comp::NAME.slot;
    let given = competition::comp::TABLE.given(Some(crate::analysis::competition::US), slot);
    let named =
        book.row(competition::comp::TABLE, crate::analysis::competition::US).and_then(|row| row.record.at(slot));
    let own = named.filter(|name| !crate::model::table::same_as_given(name, given)).and_then(|name| name.as_text());
    let seller = || book.form(account::plan::TABLE).get(account::plan::SELLER_NAME);
    own.or_else(seller).unwrap_or_else(|| word!(lang, "we", "我方")).to_owned()
}

/// Name of the customer, or what stands for it.
pub fn customer(book: &Book, lang: Lang) -> String {
    let name = book.form(account::profile::TABLE).get(account::profile::NAME);
    name.map_or_else(|| word!(lang, "the customer", "客户").to_owned(), ToOwned::to_owned)
}

/// An amount without its unit: whole where it is large, with decimals where it is small.
pub fn amount(number: f64) -> String {
    if !number.is_finite() {
        return "–".to_owned();
    }
    let decimals = match number.abs() {
        large if large >= 100.0 => 0,
        middle if middle >= 10.0 => 1,
        _ => 2,
    };
    if number.abs() >= 1e9 { format!("{number:.2e}") } else { format::short(number, decimals) }
}

/// The workbook's unit of money in words: 万元, GBP thousand.
pub fn money_unit(book: &Book, lang: Lang) -> String {
    let plan = book.form(account::plan::TABLE);
    let currency = plan.get(account::plan::CURRENCY).unwrap_or(word!(lang, "USD", "CNY"));
    let unit = plan.get(account::plan::UNIT).unwrap_or(word!(lang, "thousand", "ten_thousand"));
    match lang {
        Lang::Zh => {
            let unit = if unit == "one" { "" } else { unit_word(unit, lang) };
            let currency = match currency {
                "CNY" => "元",
                other => currency_word(other, lang),
            };
            format!("{unit}{currency}")
        }
        Lang::En if unit == "one" => currency.to_owned(),
        Lang::En => format!("{currency} {}", unit_word(unit, lang)),
    }
}

fn unit_word(key: &str, lang: Lang) -> &'static str {
    match key {
        "thousand" => word!(lang, "thousand", "千"),
        "ten_thousand" => word!(lang, "ten thousand", "万"),
        "million" => word!(lang, "million", "百万"),
        "hundred_million" => word!(lang, "hundred million", "亿"),
        _ => "",
    }
}

fn currency_word(key: &str, lang: Lang) -> &str {
    let field = worksheets::account::plan::TABLE.field("currency");
    let option = field.and_then(|field| field.kind.options().iter().find(|option| option.key == key));
    option.map_or(key, |option| option.label.get(lang))
}

/// An amount with the workbook's unit.
pub fn money(book: &Book, number: f64, lang: Lang) -> String {
    let unit = money_unit(book, lang);
    match lang {
        Lang::Zh => format!("{}{unit}", amount(number)),
        Lang::En => match unit.split_once(' ') {
            Some((currency, size)) => format!("{currency} {} {size}", amount(number)),
            None => format!("{unit} {}", amount(number)),
        },
    }
}

/// How many percent the first is of the second; nothing where that is no finite number.
pub fn percent_of(part: f64, whole: f64) -> Option<f64> {
    Some(part / whole * 100.0).filter(|share| whole > 0.0 && share.is_finite())
}

/// A number for a cell of the data table; empty when there is none.
pub fn cell(number: Option<f64>, decimals: u8) -> String {
    number.map(|number| format::short(number, decimals)).unwrap_or_default()
}

/// A text for a title: whole when it is short, else its first clause, else as many whole words as fit.
pub fn brief(text: &str) -> String {
    const MOST: f64 = 230.0;
    let width = |text: &str| super::text::width(text, 14.0, true);
    let text = text.trim();
    if width(text) <= MOST {
        return text.to_owned();
    }
    let ends = |marks: &'static [char]| {
        let mut places = text.char_indices().filter(move |(_, letter)| marks.contains(letter)).map(|(at, _)| at);
        let fits = move |at: &usize| text.get(..*at).is_some_and(|head| width(head) <= MOST);
        places.rfind(fits).and_then(|at| text.get(..at)).map(str::trim_end)
    };
    // A clause says something by itself; a few letters before the first comma do not.
    let clause = ends(&['，', '。', '、', '；', '：', '（', ',', ';', ':', '(', '—', '–']);
    if let Some(clause) = clause.filter(|clause| width(clause) >= 70.0) {
        return clause.to_owned();
    }
    match ends(&[' ']).filter(|words| width(words) >= 90.0) {
        Some(words) => format!("{words}…"),
        None => super::text::fit(text, MOST, 14.0, true),
    }
}
