//! What we truly spend on this customer.

use crate::analysis::Book;
use crate::charts::canvas::Canvas;
use crate::charts::data::{brief, money, money_unit, name_of, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::more;
use crate::charts::kit::waterfall::{self, Step};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::i18n::format::percent;
use crate::model::{Lang, bi};
use crate::worksheets::service::{cts, res};

const MOST: usize = 12;

/// Cost to serve: activities and people, adding up to the whole.
pub fn cost(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut steps: Vec<Step> = Vec::new();
    for row in book.rows(cts::TABLE) {
        let cost = row.get(cts::QUANTITY).zip(row.get(cts::UNIT_COST)).map(|(quantity, cost)| quantity * cost);
        steps.extend(cost.map(|cost| Step::by(name_of(cts::TABLE, row, lang), cost).of(&row.id)));
    }
    for row in book.rows(res::TABLE) {
        let hours = row.get(res::NEEDED).zip(row.get(res::RATE)).map(|(hours, rate)| hours * rate);
        let cost = hours.zip(row.get(res::MONTHS)).map(|(month, months)| month * months);
        steps.extend(cost.map(|cost| Step::by(name_of(res::TABLE, row, lang), cost).of(&row.id)));
    }
    let (Some(total), false) = (number(book, "w5.cost_to_serve"), steps.is_empty()) else {
        return empty(
            size,
            lang,
            bi("What does this customer cost us?", "为这个客户一年花多少？"),
            bi(
                "Enter activities with quantity and unit cost, or hours with their rate.",
                "填服务活动的数量和单位成本，或工时和小时成本。",
            ),
            &["w5.cts.activity", "w5.cts.quantity", "w5.cts.unit_cost", "w5.res.needed", "w5.res.rate"],
            Sketch::Bars,
        );
    };
    crate::model::order::sort_by(&mut steps, |a, b| b.value.total_cmp(&a.value));
    let largest = steps.first().map(|step| brief(&step.label)).unwrap_or_default();
    let table_steps = steps.len();
    let mut table = waterfall::table(DataTable::of(lang, &[bi("Item", "项目"), bi("Cost", "成本")]), &steps);
    let hidden = table_steps.saturating_sub(MOST);
    steps.truncate(MOST);
    let sum = Step::total(word!(lang, "Cost to serve", "服务成本"), total);
    table.push([sum.label.clone(), crate::charts::data::cell(Some(total), 2)]);
    steps.push(sum);
    let mut canvas = Canvas::new(size.width);
    let placed = waterfall::rows(&steps).draw(&mut canvas, 0.0);
    let bottom = more(&mut canvas, placed.bottom, hidden, lang);
    let total = money(book, total, lang);
    let title = match number(book, "w5.cost_to_serve_share").map(|share| percent(share, 1)) {
        Some(share) => say!(
            lang,
            "Serving them costs {total} a year, {share} of our revenue; most for {largest}",
            "一年服务成本{total}，占收入{share}，最多的是{largest}"
        ),
        None => say!(
            lang,
            "Serving them costs {total} a year, most for {largest}",
            "一年服务成本{total}，最多的是{largest}"
        ),
    };
    let unit = money_unit(book, lang);
    let subtitle = say!(lang, "{unit} a year: activities and people's time.", "{unit}/年：服务活动和人员工时。");
    canvas.close(bottom, title, subtitle, table)
}
