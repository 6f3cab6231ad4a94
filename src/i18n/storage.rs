//! Sentences about keeping data.

use super::Lang;
use super::ui::fill;
use crate::model::{Bi, StoreName, Trouble, bi};

const SIZES: Bi = bi("{0} of {1} are in use.", "已用{0}，共{1}。");
const REASON: Bi = bi("The browser says: {0}", "浏览器给出的原因：{0}");
const NO_DATABASE: Bi = bi(
    "The browser's database does not respond. What you type is saved after a short pause instead of at every key.",
    "浏览器的数据库没有响应。内容会在停顿片刻后保存，而不是逐字保存。",
);
const NO_LOCAL: Bi = bi(
    "One of the browser's two stores refuses; the other one keeps everything.",
    "浏览器的两处存储有一处不可用，内容都保存在另一处。",
);
const CLEARED: Bi = bi(
    "The data of this site was cleared. What you see is still here; export it, or go on typing to save it again.",
    "本站的数据已被清除，眼前的内容还在。可以先导出，也可以继续填写，会重新保存。",
);
const SCHEMAS: Bi = bi("Written in format {0}; this version knows {1}.", "文件格式为{0}，本版本支持到{1}。");

/// What there is to say about a trouble beyond its heading; empty when nothing.
pub fn detail(trouble: &Trouble, lang: Lang) -> String {
    match trouble {
        Trouble::Full { used_units, limit_units } => {
            fill(SIZES.get(lang), &[&megabytes(*used_units), &megabytes(*limit_units)])
        }
        Trouble::WriteFailed(reason) => fill(REASON.get(lang), &[reason]),
        Trouble::StoreRefused(StoreName::Database) => NO_DATABASE.get(lang).to_owned(),
        Trouble::StoreRefused(StoreName::Local) => NO_LOCAL.get(lang).to_owned(),
        Trouble::ClearedElsewhere => CLEARED.get(lang).to_owned(),
        Trouble::NewerData { found, known } => fill(SCHEMAS.get(lang), &[&found.to_string(), &known.to_string()]),
        Trouble::Blocked | Trouble::Unreadable { .. } => String::new(),
    }
}

/// Units of two bytes as megabytes with two decimals.
pub fn megabytes(units: u64) -> String {
    let hundredths = units.saturating_mul(200) / (1024 * 1024);
    format!("{}.{:02} MB", hundredths / 100, hundredths % 100)
}
