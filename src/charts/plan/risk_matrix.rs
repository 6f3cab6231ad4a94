//! Which risks could cost us the account.

use crate::analysis::Book;
use crate::charts::data::{anchor, brief, cell, key_of_row, money, name_of, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::field::{Field, Point, Side, product_zones};
use crate::charts::kit::shapes::Dot;
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Lang, Row, bi};
use crate::worksheets::plan::risk;
use crate::worksheets::settings::limits;

/// Risk matrix: probability across, impact upwards, an arrow to what is left after mitigation.
pub fn risk_matrix(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut rated: Vec<(&Row, f64, f64)> = book
        .rows(risk::TABLE)
        .filter_map(|row| Some((row, row.get(risk::PROBABILITY)?, row.get(risk::IMPACT)?)))
        .collect();
    if rated.is_empty() {
        return empty(
            size,
            lang,
            bi("What could lose us this account?", "什么事会让我们丢掉这个客户？"),
            bi("Rate probability and impact of two or three risks.", "给两三个风险评上可能性和影响。"),
            &["w6.risk.text", "w6.risk.probability", "w6.risk.impact"],
            Sketch::Dots,
        );
    }
    crate::model::order::sort_by(&mut rated, |a, b| (b.1 * b.2).total_cmp(&(a.1 * a.2)));
    let side = |key: &'static str, title: &str| {
        let words = [1.0, 2.0, 3.0, 4.0, 5.0].map(|step| {
            let word = anchor(risk::TABLE.field(key), step, lang);
            (step, if step == 1.0 || step == 5.0 { word.split([':', '：']).next().unwrap_or(word) } else { "" })
        });
        Side::new(0.5, 5.5, title).ticks(words).moves(key, 1.0, 5.0)
    };
    let (across, up) =
        (side("probability", word!(lang, "probability", "可能性")), side("impact", word!(lang, "impact", "影响")));
    let mut field = Field::new(across, up, risk::TABLE.path);
    let limit = book.form(limits::TABLE);
    let cuts = [limits::RISK_MEDIUM, limits::RISK_HIGH, limits::RISK_EXTREME];
    product_zones(&mut field, cuts.map(|cut| limit.get(cut).unwrap_or(f64::INFINITY)));
    for (row, probability, impact) in &rated {
        let after = (row.get(risk::RESIDUAL_PROBABILITY), row.get(risk::RESIDUAL_IMPACT));
        let after = (after.0.unwrap_or(*probability), after.1.unwrap_or(*impact));
        if after != (*probability, *impact) {
            field.arrows.push(((*probability, *impact), after, Class::LineGrey));
        }
        field.points.push(point(book, row, *probability, *impact, lang));
    }
    let mut canvas = Canvas::new(size.width);
    let bottom = field.draw(&mut canvas, 0.0);
    let mut table = DataTable::of(
        lang,
        &[
            bi("Risk", "风险"),
            bi("Probability", "可能性"),
            bi("Impact", "影响"),
            bi("Score", "风险值"),
            bi("After mitigation", "剩余风险值"),
        ],
    );
    for (row, probability, impact) in &rated {
        let after = row.get(risk::RESIDUAL_PROBABILITY).zip(row.get(risk::RESIDUAL_IMPACT)).map(|(p, i)| p * i);
        let score = cell(Some(probability * impact), 0);
        table.push([
            name_of(risk::TABLE, row, lang),
            cell(Some(*probability), 0),
            cell(Some(*impact), 0),
            score,
            cell(after, 0),
        ]);
    }
    let extreme = rated.iter().filter(|(row, ..)| class_of(book, row) == Some("extreme")).count();
    let title = rated.first().map(|(row, probability, impact)| {
        let (name, score) = (brief(&name_of(risk::TABLE, row, lang)), cell(Some(probability * impact), 0));
        match extreme {
            0 => say!(lang, "No extreme risk; watch “{name}” ({score})", "没有极高风险，盯住“{name}”（{score}）"),
            1 => say!(lang, "One extreme risk: “{name}” ({score})", "1个极高风险：“{name}”（{score}）"),
            _ => say!(
                lang,
                "{extreme} extreme risks, first of all “{name}” ({score})",
                "{extreme}个极高风险，首先是“{name}”（{score}）"
            ),
        }
    });
    let loss = number(book, "w6.expected_loss").map(|loss| money(book, loss, lang));
    let subtitle = match loss {
        Some(loss) => say!(
            lang,
            "Arrow: after mitigation. ▼ extreme. Expected loss in all {loss}. Drag a risk to rate it again.",
            "箭头指向应对后的位置；▼ 极高。期望损失合计{loss}。可拖动重新评分。"
        ),
        None => word!(
            lang,
            "Arrow: after mitigation. ▼ extreme. Drag a risk to rate it again.",
            "箭头指向应对后的位置；▼ 极高。可拖动重新评分。"
        )
        .to_owned(),
    };
    canvas.close(bottom, title.unwrap_or_default(), subtitle, table)
}

fn class_of(book: &Book, row: &Row) -> Option<&'static str> {
    key_of_row(book, "w6.risk", row.id.as_str(), "class")
}

fn point(book: &Book, row: &Row, probability: f64, impact: f64, lang: Lang) -> Point {
    let name = name_of(risk::TABLE, row, lang);
    let (dot, class) = match (row.get(risk::STATUS), class_of(book, row)) {
        (Some("closed"), _) => (Dot::Circle, Class::HollowGrey),
        (_, Some("extreme")) => (Dot::Down, Class::Red),
        _ => (Dot::Circle, Class::Accent),
    };
    let tip = format!("{name}: {} × {}", cell(Some(probability), 0), cell(Some(impact), 0));
    Point::new(probability, impact, name).of(&row.id).look(dot, class).tip(tip)
}
