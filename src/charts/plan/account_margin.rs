//! What the account leaves us in the end.

use crate::analysis::Book;
use crate::charts::data::{money, money_unit, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::waterfall::{self, Step};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Lang, bi};
use crate::worksheets::plan::{fin, hist};

/// From the gross margin over the cost to serve and our investment to the account's own margin.
pub fn account_margin(book: &Book, lang: Lang, size: Size) -> Scene {
    let Some(left) = number(book, "w6.account_margin") else {
        return empty(
            size,
            lang,
            bi("What does the account leave us?", "这个客户最后赚多少？"),
            bi("Enter the margin, the cost to serve and what we invest.", "填毛利、服务成本和客户投入。"),
            &["w6.hist.margin", "w6.targets.margin", "w5.cts.unit_cost", "w6.fin.investment"],
            Sketch::Bars,
        );
    };
    let cost = number(book, "w5.cost_to_serve").filter(|cost| *cost != 0.0);
    let invested = book.form(fin::TABLE).get(fin::INVESTMENT).filter(|sum| *sum != 0.0);
    let target = number(book, "w6.target_margin");
    let margin = left + cost.unwrap_or(0.0) + invested.unwrap_or(0.0);
    let first = match target {
        Some(_) => word!(lang, "Gross margin, target", "目标毛利"),
        None => word!(lang, "Gross margin, latest year", "最近一年毛利"),
    };
    let mut steps = vec![Step::total(first, margin)];
    steps.extend(cost.map(|cost| Step::by(word!(lang, "Cost to serve", "服务成本"), -cost)));
    steps.extend(invested.map(|sum| Step::by(word!(lang, "Our investment", "客户投入"), -sum)));
    steps.push(Step::total(word!(lang, "Left for us", "净贡献"), left));
    let mut rows = waterfall::rows(&steps);
    if left < 0.0
        && let Some(part) = rows.lines.last_mut().and_then(|line| line.parts.last_mut())
    {
        part.class = Class::Red;
    }
    let mut canvas = Canvas::new(size.width);
    let bottom = rows.draw(&mut canvas, 0.0).bottom + 4.0;
    let headers = DataTable::of(lang, &[bi("Item", "项目"), bi("Amount", "金额")]);
    let revenue = number(book, "w6.target").filter(|_| target.is_some()).or_else(|| latest_revenue(book));
    let share = revenue.and_then(|revenue| crate::charts::data::percent_of(left, revenue));
    let (words, unit) = (money(book, left, lang), money_unit(book, lang));
    let title = match share.map(|share| crate::i18n::format::percent(share, 0)) {
        Some(_) if left < 0.0 => say!(lang, "▼ The account costs us {words}", "▼ 这个客户倒贴{words}"),
        Some(share) => {
            say!(lang, "The account leaves us {words}, {share} of revenue", "这个客户净贡献{words}，占收入{share}")
        }
        None => say!(lang, "The account leaves us {words}", "这个客户净贡献{words}"),
    };
    let subtitle = say!(lang, "{unit} a year. Hatched: what is deducted.", "{unit}/年，斜线为扣减项。");
    canvas.close(bottom, title, subtitle, waterfall::table(headers, &steps))
}

fn latest_revenue(book: &Book) -> Option<f64> {
    let with_margin = book.rows(hist::TABLE).filter(|row| row.get(hist::MARGIN).is_some());
    let years = with_margin.filter_map(|row| Some((row.get(hist::YEAR)?, row.get(hist::REVENUE)?)));
    years.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, revenue)| revenue)
}
