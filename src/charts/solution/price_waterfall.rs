//! What is left of the list price.

use crate::analysis::Book;
use crate::charts::canvas::Canvas;
use crate::charts::data::{money, money_unit, name_of, number, percent_of};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::waterfall::{self, Step};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::i18n::format::percent;
use crate::model::{Lang, Row, bi};
use crate::worksheets::solution::{discounts, economics, rebates};

/// From list price over discounts and rebates to pocket price and pocket margin.
pub fn price_waterfall(book: &Book, lang: Lang, size: Size) -> Scene {
    let form = book.form(economics::TABLE);
    let (Some(list), Some(pocket)) = (form.get(economics::LIST_PRICE), number(book, "w4.pocket_price")) else {
        return empty(
            size,
            lang,
            bi("What stays in our pocket?", "最后落袋多少？"),
            bi("Enter the list price and what is given away.", "填目录价和各项让价。"),
            &["w4.economics.list_price", "w4.discounts.percent", "w4.rebates.percent", "w4.economics.cogs"],
            Sketch::Bars,
        );
    };
    let mut steps = vec![Step::total(word!(lang, "List price", "目录价"), list)];
    let given = |share: Option<f64>, sum: Option<f64>| sum.or_else(|| share.map(|share| share / 100.0 * list));
    let cut = |row: &Row, table, sum: Option<f64>| sum.map(|sum| Step::by(name_of(table, row, lang), -sum).of(&row.id));
    for row in book.rows(discounts::TABLE) {
        steps.extend(cut(row, discounts::TABLE, given(row.get(discounts::PERCENT), row.get(discounts::AMOUNT))));
    }
    for row in book.rows(rebates::TABLE) {
        steps.extend(cut(row, rebates::TABLE, given(row.get(rebates::PERCENT), row.get(rebates::AMOUNT))));
    }
    steps.truncate(10);
    let mut less = |label: &str, amount: Option<f64>| steps.extend(amount.map(|amount| Step::by(label, -amount)));
    less(word!(lang, "Freight", "运费"), form.get(economics::FREIGHT));
    less(word!(lang, "Payment terms", "账期成本"), form.get(economics::PAYMENT_COST));
    steps.push(Step::total(word!(lang, "Pocket price", "口袋价格"), pocket));
    let margin = number(book, "w4.pocket_margin");
    let serve = form.get(economics::COST_TO_SERVE).or_else(|| number(book, "w5.cost_to_serve"));
    if let Some(margin) = margin {
        let mut less = |label: &str, amount: Option<f64>| steps.extend(amount.map(|amount| Step::by(label, -amount)));
        less(word!(lang, "Cost of goods", "销售成本"), form.get(economics::COGS));
        less(word!(lang, "Cost to serve", "服务成本"), serve);
        steps.push(Step::total(word!(lang, "Pocket margin", "口袋利润"), margin));
    }
    let mut canvas = Canvas::new(size.width);
    let bottom = waterfall::rows(&steps).draw(&mut canvas, 0.0).bottom + 4.0;
    let share = percent_of(pocket, list).map(|share| percent(share, 0));
    let title = match (share, margin, number(book, "w4.pocket_margin_percent")) {
        (_, Some(margin), _) if margin < 0.0 => {
            let loss = money(book, -margin, lang);
            say!(lang, "We would lose {loss} on this offer", "这单我们要亏{loss}")
        }
        (Some(share), Some(_), Some(rate)) => {
            let rate = percent(rate, 1);
            say!(
                lang,
                "{share} of the list price reaches us, with a margin of {rate}",
                "目录价的{share}到手，口袋利润率{rate}"
            )
        }
        (Some(share), ..) => say!(lang, "{share} of the list price reaches us", "目录价的{share}到手"),
        _ => word!(lang, "From list price to pocket price", "从目录价到口袋价格").to_owned(),
    };
    let unit = money_unit(book, lang);
    let subtitle =
        say!(lang, "{unit}. Hatched: what is given away or spent.", "单位：{unit}。斜线表示让出或花掉的部分。");
    let table = waterfall::table(DataTable::of(lang, &[bi("Item", "项目"), bi("Amount", "金额")]), &steps);
    canvas.close(bottom, title, subtitle, table)
}
