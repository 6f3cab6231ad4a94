//! How close the relationship is, and how close it shall become.

use crate::analysis::Book;
use crate::analysis::stats::count;
use crate::charts::data::{cell, choice, key, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::{Line, Part, Pin, PinShape, Rows};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::short;
use crate::model::{Lang, bi};
use crate::worksheets::plan::relationship;

const STAGES: [&str; 5] = ["exploratory", "basic", "cooperative", "interdependent", "integrated"];

/// Five steps, the closest on top: the present one filled, the wanted one marked.
pub fn ladder(book: &Book, lang: Lang, size: Size) -> Scene {
    let form = book.form(relationship::TABLE);
    let (now, wanted) = (key(book, "w6.stage"), form.get(relationship::STAGE_TARGET));
    let place = |stage: Option<&str>| STAGES.iter().position(|other| Some(*other) == stage);
    let (now_at, wanted_at) = (place(now), place(wanted));
    if now_at.is_none() && wanted_at.is_none() {
        return empty(
            size,
            lang,
            bi("How close are we?", "我们和客户有多近？"),
            bi("Rate the six statements about the relationship.", "给关系的六句描述打分。"),
            &["w6.relationship.strategy", "w6.relationship.trust", "w6.relationship.stage_target"],
            Sketch::Columns,
        );
    }
    let field = relationship::TABLE.field("stage_target");
    let lines = STAGES.iter().enumerate().rev().map(|(at, stage)| {
        let class = match now_at {
            Some(now) if at == now => Class::Accent,
            Some(now) if at < now => Class::Soft,
            _ => Class::Wash,
        };
        let look = if Some(at) == now_at { Class::Label } else { Class::Text };
        let line = Line::new(choice(field, stage, lang)).class(look).part(Part::new(0.0, count(at + 1), class));
        match (Some(at) == now_at, Some(at) == wanted_at) {
            (true, false) => line.note(word!(lang, "today", "现在"), Class::Label),
            (true, true) => line.note(word!(lang, "today, target", "现在即目标"), Class::Label),
            (false, true) => {
                let flag = Pin::new(count(at + 1), PinShape::Diamond, Class::Hollow);
                line.pin(flag).note(word!(lang, "◇ target", "◇ 目标"), Class::AccentText)
            }
            _ => line,
        }
    });
    let mut canvas = Canvas::new(size.width);
    let bottom = Rows::between(0.0, 5.2, lines.collect()).draw(&mut canvas, 0.0).bottom + 4.0;
    let name = |stage: Option<&str>| stage.map(|stage| choice(field, stage, lang)).unwrap_or_default();
    let score = number(book, "w6.stage_score");
    let title = match (now_at, wanted_at) {
        (Some(now_at), Some(wanted_at)) if wanted_at > now_at => {
            let (steps, now, wanted) = (wanted_at - now_at, name(now), name(wanted));
            if steps == 1 {
                say!(lang, "{now} today, one step to {wanted}", "现在是{now}，再上一级到{wanted}")
            } else {
                say!(
                    lang,
                    "{now} today, {steps} steps to {wanted}: is that realistic?",
                    "现在是{now}，离{wanted}还有{steps}级，现实吗？"
                )
            }
        }
        (Some(_), _) => {
            let now = name(now);
            say!(lang, "The relationship is at: {now}", "关系处于{now}阶段")
        }
        _ => {
            let wanted = name(wanted);
            say!(lang, "We aim for {wanted}; rate where we are", "目标是{wanted}，先评一评现状")
        }
    };
    let mut table = DataTable::of(lang, &[bi("Stage", "阶段"), bi("Value", "值")]);
    table.push([word!(lang, "Today", "现状").to_owned(), name(now)]);
    table.push([word!(lang, "Target", "目标").to_owned(), name(wanted)]);
    table.push([word!(lang, "Score (6–24)", "得分（6–24）").to_owned(), cell(score, 0)]);
    let subtitle = match score.map(|score| short(score, 0)) {
        Some(score) => say!(
            lang,
            "{score} of 24 points in the six statements; a guide, not a verdict.",
            "六句描述共{score}分（满分24），仅作参考。"
        ),
        None => word!(lang, "Stages of the relationship.", "关系阶段。").to_owned(),
    };
    canvas.close(bottom, title, subtitle, table)
}
