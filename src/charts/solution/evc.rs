//! What our offer is worth to the customer, and what is left for them.

use crate::analysis::Book;
use crate::charts::data::{money, money_unit, name_of, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::waterfall::{self, Step};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::percent;
use crate::model::{Lang, bi};
use crate::worksheets::solution::{case, diff};

/// Economic value to the customer: reference price, differences, value; then our price and their incentive.
pub fn evc(book: &Book, lang: Lang, size: Size) -> Scene {
    let form = book.form(case::TABLE);
    let (Some(reference), Some(value)) = (form.get(case::REF_PRICE), number(book, "w4.evc")) else {
        return empty(
            size,
            lang,
            bi("What is our offer worth to them?", "我们的方案对客户值多少？"),
            bi(
                "Enter the price of the reference and what we do better or worse, in money.",
                "填参照价格，以及我方比它好在哪、差在哪，各值多少钱。",
            ),
            &["w4.case.ref_price", "w4.diff.reason", "w4.diff.value", "w4.case.our_price"],
            Sketch::Bars,
        );
    };
    let mut steps = vec![Step::total(word!(lang, "Reference price", "参照价格"), reference)];
    for row in book.rows(diff::TABLE) {
        steps.extend(row.get(diff::VALUE).map(|value| Step::by(name_of(diff::TABLE, row, lang), value).of(&row.id)));
    }
    steps.truncate(12);
    steps.push(Step::total(word!(lang, "Value to them", "客户经济价值"), value));
    let price = form.get(case::OUR_PRICE);
    if let Some(price) = price {
        steps.push(Step::by(word!(lang, "Our price", "我方价格"), -price));
    }
    let incentive = number(book, "w4.incentive");
    steps.extend(incentive.map(|left| Step::total(word!(lang, "Left for them", "客户剩余"), left)));
    let mut canvas = Canvas::new(size.width);
    let mut rows = waterfall::rows(&steps);
    if let Some(price) = price {
        rows.guides.push((price, word!(lang, "our price", "我方价格").to_owned(), Class::Guide));
    }
    let bottom = rows.draw(&mut canvas, 0.0).bottom + 4.0;
    let worth = money(book, value, lang);
    let captured = number(book, "w4.value_captured").map(|share| percent(share, 0));
    let title = match (incentive, captured) {
        (Some(left), _) if left <= 0.0 => say!(
            lang,
            "Worth {worth} to them: our price leaves no reason to buy",
            "对客户值{worth}，按我方价格客户没有购买动力"
        ),
        (Some(left), Some(captured)) => {
            let left = money(book, left, lang);
            say!(
                lang,
                "Worth {worth}; {left} stays with them, we take {captured} of the extra value",
                "对客户值{worth}，留给客户{left}，增值部分我方拿{captured}"
            )
        }
        (Some(left), None) => {
            let left = money(book, left, lang);
            say!(lang, "Worth {worth} to them; {left} stays with them", "对客户值{worth}，留给客户{left}")
        }
        _ => say!(lang, "Worth {worth} to the customer", "对客户值{worth}"),
    };
    let unit = money_unit(book, lang);
    let subtitle =
        say!(lang, "{unit}. Hatched: what counts against us, or is paid.", "单位：{unit}。斜线表示扣减或支付。");
    let table = waterfall::table(DataTable::of(lang, &[bi("Item", "项目"), bi("Amount", "金额")]), &steps);
    canvas.close(bottom, title, subtitle, table)
}
