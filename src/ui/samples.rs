//! The worked examples that ship with the app.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

use super::app::App;
use super::{dom, files};
use crate::file::read;
use crate::i18n::ui as words;
use crate::model::{Bi, Lang, bi};
use crate::ui::prelude::*;

/// A sample workbook.
pub struct Sample {
    /// File under `assets/samples`.
    pub file: &'static str,
    /// Its language.
    pub lang: Lang,
    /// Title.
    pub title: Bi,
    /// What it shows.
    pub about: Bi,
}

/// The samples that ship with the app.
pub static SAMPLES: [Sample; 5] = [
    Sample {
        file: "zh-full.json",
        lang: Lang::Zh,
        title: bi("A telecoms provider and its bank (Chinese)", "电信服务商与城市商业银行"),
        about: bi(
            "A complete plan, every table filled: strong ratings, yet a rival takes more of the wallet. Invented companies and figures.",
            "每张表都填好的完整规划：自评领先，对手却拿走更多采购额。公司与数字均为虚构。",
        ),
    },
    Sample {
        file: "en-full.json",
        lang: Lang::En,
        title: bi("An equipment maker and its dairy customer (English)", "设备制造商与乳品企业（英文）"),
        about: bi(
            "A complete plan, every table filled: good on site, but no access to the person who decides. Invented companies and figures.",
            "每张表都填好的完整规划：现场口碑好，却见不到拍板的人。公司与数字均为虚构。",
        ),
    },
    Sample {
        file: "zh-two-snapshots.json",
        lang: Lang::Zh,
        title: bi("A bearing maker about to lose its customer (Chinese)", "快要丢掉的客户：轴承与轨道装备"),
        about: bi(
            "Two points in time: the champion leaves, a rival moves in, deliveries slip. Compare the first quarter with the second.",
            "两个时点：内线离任、对手入场、交付滑坡。比一比一季度和二季度变了什么。",
        ),
    },
    Sample {
        file: "zh-quick.json",
        lang: Lang::Zh,
        title: bi("A laundry and a hotel group, quick (Chinese)", "快速样例：布草洗涤与连锁酒店"),
        about: bi(
            "The six sheets on one page each: what a first hour together can look like.",
            "六张表，每张一页：第一个小时就能做到的样子。",
        ),
    },
    Sample {
        file: "en-quick.json",
        lang: Lang::En,
        title: bi("Coffee for a hotel group, quick (English)", "快速样例：酒店咖啡服务（英文）"),
        about: bi(
            "The six sheets on one page each: what a first hour together can look like.",
            "六张表，每张一页：第一个小时就能做到的样子。",
        ),
    },
];

/// A text that ships with the app: inside the page in the one-file edition, else beside it.
pub async fn asset(path: &str) -> Option<String> {
    if let Some(inside) = dom::document().get_element_by_id(&format!("asset:{path}")) {
        return inside.text_content();
    }
    let response = JsFuture::from(dom::window().fetch_with_str(&format!("assets/{path}"))).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Opens a copy of a sample.
pub fn open_sample(app: App, sample: &'static Sample) {
    leptos::task::spawn_local(async move {
        let text = asset(&format!("samples/{}", sample.file)).await;
        let import = text.and_then(|text| read::read_text(&text, &mut dom::new_id).ok());
        match import {
            Some(mut import) => {
                import.workbook.document.id = dom::new_id();
                files::take_in(app, import.workbook, "account");
            }
            None => app.toast(app.lang.get_untracked(), words::SAMPLE_FAILED),
        }
    });
}
