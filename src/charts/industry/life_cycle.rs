//! How old the customer's industry is.

use crate::analysis::Book;
use crate::analysis::stats::count;
use crate::charts::data::{choice, words};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::scene::{DataTable, Mark, Scene, Size, Xy};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Lang, bi};
use crate::worksheets::industry::cycle;

const STAGES: [&str; 4] = ["introduction", "growth", "maturity", "decline"];
const HIGH: f64 = 150.0;

/// Life-cycle curve with one dot per indicator and a marker at the stage.
pub fn life_cycle(book: &Book, lang: Lang, size: Size) -> Scene {
    let form = book.form(cycle::TABLE);
    let indicators = [
        ("growth_rate", cycle::GROWTH_RATE),
        ("entrants", cycle::ENTRANTS),
        ("product", cycle::PRODUCT),
        ("profit", cycle::PROFIT),
        ("customers", cycle::CUSTOMERS),
        ("technology", cycle::TECHNOLOGY),
    ];
    let answered: Vec<(&str, &str)> =
        indicators.into_iter().filter_map(|(key, field)| Some((key, form.get(field)?))).collect();
    let decided = form.get(cycle::STAGE_OVERRIDE);
    if answered.is_empty() && decided.is_none() {
        return empty(
            size,
            lang,
            bi("Young, grown up, or ageing?", "行业处在哪个阶段？"),
            bi(
                "Answer a few of the six indicators; the marker moves along the curve.",
                "回答六个指标中的几个，标记会沿曲线移动。",
            ),
            &["w1.cycle.growth_rate", "w1.cycle.entrants", "w1.cycle.product"],
            Sketch::Curve,
        );
    }
    let mut canvas = Canvas::new(size.width);
    let quarter = size.width / 4.0;
    let curve: Vec<Xy> = (0..=48).map(|step| on_curve(f64::from(step) / 48.0, size.width)).collect();
    let field = cycle::TABLE.field("stage_override");
    for (at, stage) in STAGES.iter().enumerate() {
        let left = count(at) * quarter;
        if at > 0 {
            canvas.add(Mark::line((left, 10.0), (left, HIGH + 20.0), Class::Rule));
        }
        let name = Mark::text(left + quarter / 2.0, HIGH + 38.0, choice(field, stage, lang), Class::Text)
            .within(quarter - 4.0);
        canvas.add(name.middle());
    }
    canvas.add(Mark::path(curve, Class::LineAccent));
    let mut table = DataTable::of(lang, &[bi("Indicator", "指标"), bi("Stage", "阶段")]);
    let mut votes = [0_usize; 4];
    for (key, stage) in &answered {
        let label = cycle::TABLE.field(key).map_or("", |field| field.label.get(lang));
        table.push([label.to_owned(), choice(field, stage, lang)]);
        for ((vote, other), left) in votes.iter_mut().zip(STAGES).zip(0_u8..) {
            if other == *stage {
                let x = f64::from(left) * quarter + quarter / 2.0 + (count(*vote) - 1.0) * 13.0;
                canvas.add(Mark::circle(x, HIGH + 12.0, 4.5, Class::Grey).tip(label));
                *vote += 1;
            }
        }
    }
    let most = votes.iter().max().copied().unwrap_or(0);
    let leading = STAGES.iter().zip(votes).filter(|(_, vote)| *vote == most && most > 0).map(|(stage, _)| *stage);
    let marked: Vec<&str> = decided.map_or_else(|| leading.collect(), |stage| vec![stage]);
    for stage in &marked {
        if let Some(at) = STAGES.iter().position(|other| other == stage) {
            let (x, y) = on_curve((count(at) + 0.5) / 4.0, size.width);
            canvas.add(
                Mark::area(crate::charts::kit::shapes::diamond(x, y, 10.0), Class::Accent)
                    .tip(choice(field, stage, lang)),
            );
        }
    }
    if let Some(stage) = decided {
        table.push([word!(lang, "Decided by the team", "团队判定").to_owned(), choice(field, stage, lang)]);
    }
    let single = words(book, "w1.life_cycle", lang).map(ToOwned::to_owned);
    let title = match (single, marked.as_slice()) {
        (_, [first, second, ..]) => {
            let (first, second) = (choice(field, first, lang), choice(field, second, lang));
            say!(
                lang,
                "Between {first} and {second}: the indicators disagree",
                "介于{first}和{second}之间，指标看法不一"
            )
        }
        (Some(stage), _) => {
            let (votes, of) = (most, answered.len());
            if decided.is_some() {
                say!(
                    lang,
                    "The team decides for “{stage}”; {of} indicators answered",
                    "团队判定行业处于{stage}，已答{of}个指标"
                )
            } else {
                say!(lang, "{stage}: {votes} of {of} indicators say so", "{of}个指标中有{votes}个指向{stage}")
            }
        }
        _ => word!(lang, "Where the industry stands", "行业所处阶段").to_owned(),
    };
    let subtitle = word!(
        lang,
        "Diamond: the stage; one dot per answered indicator.",
        "菱形为所处阶段，每个圆点是一个已回答的指标。"
    );
    canvas.close(HIGH + 48.0, title, subtitle.to_owned(), table)
}

/// The curve over four equal stages: a slow start, a rise, a plateau, a fall.
fn on_curve(part: f64, width: f64) -> Xy {
    let smooth = |from: f64, to: f64| {
        let t = ((part - from) / (to - from)).clamp(0.0, 1.0);
        t * t * (3.0 - 2.0 * t)
    };
    let level = 0.08 + 0.82 * smooth(0.08, 0.62) - 0.55 * smooth(0.70, 1.0);
    (part * width, HIGH - level * (HIGH - 20.0))
}
