//! From last year's revenue to this year's target.

use crate::analysis::Book;
use crate::charts::data::{amount, money, money_unit, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::waterfall::{self, Step};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::fixed;
use crate::model::{Lang, bi};
use crate::worksheets::plan::hist;

/// Revenue bridge: last year, change of the base business, won, weighted pipeline, what is missing, target.
pub fn bridge(book: &Book, lang: Lang, size: Size) -> Scene {
    let last = book
        .rows(hist::TABLE)
        .filter_map(|row| Some((row.get(hist::YEAR)?, row.get(hist::REVENUE)?)))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, revenue)| revenue);
    let (base, target) = (number(book, "w6.base"), number(book, "w6.target"));
    let (Some(base), Some(target)) = (base.or(last), target) else {
        return empty(
            size,
            lang,
            bi("How do we get to the target?", "怎么走到目标？"),
            bi("Enter last year's revenue, the target and the opportunities.", "填去年收入、目标和商机。"),
            &["w6.hist.revenue", "w6.targets.revenue", "w6.fin.base_revenue", "w6.opp.amount"],
            Sketch::Bars,
        );
    };
    let (won, likely) = (number(book, "w6.won").unwrap_or(0.0), number(book, "w6.weighted_pipeline").unwrap_or(0.0));
    let mut steps = Vec::new();
    match last {
        Some(last) => {
            steps.push(Step::total(word!(lang, "Last year", "去年"), last));
            let word = if base < last {
                word!(lang, "Falls away", "流失")
            } else {
                word!(lang, "Base grows", "基盘增长")
            };
            steps.push(Step::by(word, base - last));
        }
        None => steps.push(Step::total(word!(lang, "Base business", "基盘业务"), base)),
    }
    steps.push(Step::by(word!(lang, "Won", "已赢"), won));
    steps.push(Step::by(word!(lang, "Weighted pipeline", "加权商机"), likely));
    let open = target - base - won - likely;
    if open > 0.0 {
        steps.push(Step::by(word!(lang, "Not yet found", "尚无着落"), open));
    }
    steps.push(Step::total(word!(lang, "Target", "目标"), target));
    let mut canvas = Canvas::new(size.width);
    let mut rows = waterfall::rows(&steps);
    if let Some(part) =
        rows.lines.iter_mut().rev().nth(1).filter(|_| open > 0.0).and_then(|line| line.parts.first_mut())
    {
        part.class = Class::HollowGrey;
    }
    let bottom = rows.draw(&mut canvas, 0.0).bottom + 4.0;
    let cover = number(book, "w6.pipeline_coverage").map(|times| fixed(times, 1));
    let title = match (open > 0.0, cover) {
        (true, _) => {
            let open = money(book, open, lang);
            say!(lang, "{open} of the target have no source yet", "目标里还有{open}没有着落")
        }
        (false, Some(times)) => say!(
            lang,
            "The target is in reach: the pipeline is {times} times the gap",
            "目标够得着：在途商机是缺口的{times}倍"
        ),
        (false, None) => {
            let target = amount(target);
            say!(lang, "The target of {target} is covered", "目标{target}已有来源")
        }
    };
    let unit = money_unit(book, lang);
    let subtitle = say!(
        lang,
        "{unit}. Hatched: what falls away; hollow: what has no source yet.",
        "单位：{unit}。斜线为流失，空心为尚无来源。"
    );
    let table = waterfall::table(DataTable::of(lang, &[bi("Item", "项目"), bi("Amount", "金额")]), &steps);
    canvas.close(bottom, title, subtitle, table)
}
