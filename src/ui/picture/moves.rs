//! What a moved point changes: fields of its row, or the ratings whose mean its place is.

use crate::change::{Patch, edit, shift};
use crate::charts::{Axis, Behind, Handle};
use crate::i18n::chain as words;
use crate::i18n::format;
use crate::model::{Date, FieldDef, Id, Kind, Lang, Place, TableDef, Value};
use crate::ui::cx::Cx;
use crate::worksheets::portfolio::criteria;

/// A point that can be moved.
#[derive(Clone)]
pub struct Moved {
    /// Its table.
    pub table: &'static TableDef,
    /// Its row.
    pub row: Id,
    /// What a horizontal movement changes.
    pub x: Option<Axis>,
    /// What a vertical movement changes.
    pub y: Option<Axis>,
    name: String,
    at: (f64, f64),
}

impl Moved {
    /// The point of a handle.
    pub fn new(table: &'static TableDef, handle: &Handle) -> Self {
        Self { table, row: handle.row.clone(), x: handle.x, y: handle.y, name: handle.name.clone(), at: handle.at }
    }

    /// Where it stands, in words.
    pub fn described(&self, cx: Cx) -> String {
        let axes = [self.x.map(|axis| (axis, self.at.0)), self.y.map(|axis| (axis, self.at.1))];
        let words = axes.into_iter().flatten().filter_map(|(axis, pixel)| self.value_in_words(cx, &axis, pixel));
        words.collect::<Vec<_>>().join(", ")
    }

    fn value_in_words(&self, cx: Cx, axis: &Axis, pixel: f64) -> Option<String> {
        if axis.behind == Behind::Ratings {
            let options = criteria::TABLE.field("axis")?.kind.options();
            let label = options.iter().find(|option| option.key == axis.field).map(|option| cx.t(option.label))?;
            return Some(format!("{label} {}", format::fixed(axis.value_at(pixel), 1)));
        }
        let field = self.table.field(axis.field)?;
        let shown = match self.value(cx, field) {
            Some(days) if field.kind == Kind::Date => crate::ui::field::in_words(cx, field, &to_value(field, days)),
            Some(number) => format::short(number, 1),
            None => "—".to_owned(),
        };
        Some(format!("{} {shown}", cx.t(field.label)))
    }

    fn place(&self, field: &FieldDef) -> Place {
        Place::row(self.table, self.row.clone(), field.slot)
    }

    fn value(&self, cx: Cx, field: &FieldDef) -> Option<f64> {
        cx.desk.with(|document| match (field.kind, document.value(&self.place(field))?) {
            (Kind::Date, Value::Text(text)) => {
                text.parse::<Date>().ok().and_then(|date| i32::try_from(date.days()).ok()).map(f64::from)
            }
            (_, value) => value.as_number(),
        })
    }
}

fn to_value(field: &FieldDef, number: f64) -> Value {
    match field.kind {
        #[expect(clippy::cast_possible_truncation, reason = "a number of days")]
        Kind::Date => Value::Text(Date::from_days(number.round() as i64).to_string()),
        _ => Value::Number(number),
    }
}

/// Moves a point by one step along an axis.
pub fn step(cx: Cx, moved: &Moved, axis: &Axis, steps: f64) {
    if axis.behind == Behind::Ratings {
        let pixel = if moved.x == Some(*axis) { moved.at.0 } else { moved.at.1 };
        shift_ratings(cx, moved, &[(*axis, axis.value_at(pixel) + steps * 0.1)], true);
        return;
    }
    let Some(field) = moved.table.field(axis.field) else { return };
    let now = moved.value(cx, field).unwrap_or(axis.min);
    let next = (now + steps * axis.step).clamp(axis.min.min(axis.max), axis.max.max(axis.min));
    cx.desk.set(moved.place(field), Some(to_value(field, next)), false);
}

/// Sets what both axes say at a pixel, in one step of undo.
pub fn drop_at(cx: Cx, moved: &Moved, (x, y): (f64, f64)) {
    let axes: Vec<(Axis, f64)> =
        [moved.x.map(|axis| (axis, x)), moved.y.map(|axis| (axis, y))].into_iter().flatten().collect();
    if axes.iter().any(|(axis, _)| axis.behind == Behind::Ratings) {
        let targets: Vec<(Axis, f64)> = axes.into_iter().map(|(axis, pixel)| (axis, axis.value_at(pixel))).collect();
        shift_ratings(cx, moved, &targets, false);
        return;
    }
    let mut patch = Patch::default();
    for (axis, pixel) in axes {
        let Some(field) = moved.table.field(axis.field) else { continue };
        let value = Some(to_value(field, axis.value_at(pixel)));
        patch.ops.extend(cx.desk.with(|document| edit::set(document, moved.place(field), value)).ops);
    }
    cx.desk.commit(patch, false);
}

/// Changes ratings so that the account comes as near as they allow, says which, and offers the way back.
fn shift_ratings(cx: Cx, moved: &Moved, targets: &[(Axis, f64)], least: bool) {
    let mut patch = Patch::default();
    let mut said = Vec::new();
    for (axis, target) in targets {
        let steps = cx.desk.with(|document| shift::steps(document, &moved.row, axis.field, *target, least));
        patch.ops.extend(cx.desk.with(|document| shift::patch(document, &moved.row, &steps)).ops);
        said.extend(steps.iter().map(|step| {
            let name = cx.title(criteria::TABLE.path, step.criterion.as_str());
            cx.tf(words::RATING_STEP, &[&name, &format::short(step.before, 0), &format::short(step.after, 0)])
        }));
    }
    if patch.is_empty() {
        return;
    }
    cx.desk.commit(patch, false);
    let separator = if cx.lang == Lang::Zh { "、" } else { ", " };
    cx.app.toast_undo(cx.tf(words::MOVED_RATINGS, &[&moved.name, &said.join(separator)]), cx.desk);
}
