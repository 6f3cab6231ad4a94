//! A form: labels and fields as on paper.

use crate::ui::prelude::*;

use crate::model::{FieldDef, Kind, Place, TableDef};
use crate::ui::cx::Cx;
use crate::ui::field::{Spot, editor};
use crate::ui::late;

/// The fields of a form at the depth of the page.
pub fn view(cx: Cx, table: &'static TableDef) -> AnyView {
    let fields = table.fields.iter().filter(|field| is_shown(cx, table, field));
    let fields = fields.map(|field| one(cx, Place::form(table, field.slot), field)).collect_view();
    view! { <div class="form">{fields}</div> }.into_any()
}

/// Whether a field shows at the depth of the page.
pub fn is_shown(cx: Cx, table: &TableDef, field: &FieldDef) -> bool {
    let private = table.path == "w3.people" && field.key == "notes_private";
    let hidden = private && !cx.desk.with(crate::ui::sheet::columns::shows_private_notes);
    !hidden && (field.depth <= cx.depth || table.sheet() == "settings")
}

/// One labelled field.
pub fn one(cx: Cx, place: Place, field: &'static FieldDef) -> AnyView {
    let table = place.table;
    let mut spot = Spot::new(place, field, cx.lang);
    let label_id = spot.dom_id("label");
    spot.label_id = Some(label_id.clone());
    let sentence = matches!(field.kind, Kind::Text) && spot.place.table.path.ends_with(".summary");
    let wide = sentence || matches!(field.kind, Kind::LongText | Kind::Refs(_));
    view! {
        <div class="field" class:wide=wide class:core=field.core data-kind=field.kind.name()>
            <div class="label" id=label_id>{cx.t(field.label)}{unit(cx, field)}</div>
            {editor(cx, spot)}
            {late::place(cx, move |late| (late.ask)(cx, table, field))}
        </div>
    }
    .into_any()
}

/// The unit of a field behind its label.
pub fn unit(cx: Cx, field: &'static FieldDef) -> AnyView {
    use crate::model::Unit;
    let text = move || match field.kind {
        Kind::Money { per, .. } if per.is_empty() => cx.money_words(),
        Kind::Money { per, .. } => {
            let gap = if cx.lang == crate::model::Lang::Zh { " · " } else { " " };
            format!("{}{gap}{}", cx.money_words(), cx.t(per))
        }
        Kind::Percent { .. } => "%".to_owned(),
        Kind::Number { unit: Unit::Words(words), .. } | Kind::Integer { unit: Unit::Words(words), .. } => {
            cx.t(words).to_owned()
        }
        Kind::Number { unit: Unit::Field(path), .. } => unit_of_form(cx, path).unwrap_or_default(),
        _ => String::new(),
    };
    let has_unit = match field.kind {
        Kind::Number { unit, .. } | Kind::Integer { unit, .. } => unit != Unit::None,
        ref kind => matches!(kind, Kind::Money { .. } | Kind::Percent { .. }),
    };
    if has_unit { view! { <span class="unit">{text}</span> }.into_any() } else { ().into_any() }
}

/// The unit that a form names; a unit named in the row itself stands there.
fn unit_of_form(cx: Cx, path: &str) -> Option<String> {
    let (table, key) = path.rsplit_once('.')?;
    let table = crate::worksheets::table(table)?;
    let field = table.field(key).filter(|_| table.is_form())?;
    cx.desk
        .record(table, None, None, |record| record.at(field.slot).and_then(|value| value.as_text().map(str::to_owned)))
}
