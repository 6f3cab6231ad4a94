//! How a picture may be drawn in another way. The choice is a setting of the workbook.

use crate::charts::Picture;
use crate::model::Place;
use crate::ui::cx::Cx;
use crate::ui::field::{self, Spot};
use crate::ui::prelude::*;
use crate::worksheets::settings::general;

/// The switches below a picture: strength on the left, nine cells.
pub fn below(cx: Cx, picture: &'static Picture) -> Option<AnyView> {
    if picture.key != "portfolio_matrix" {
        return None;
    }
    let one = |slot: u8| {
        let field = general::TABLE.field_at(slot)?;
        let editor = field::editor(cx, Spot::new(Place::form(general::TABLE, slot), field, cx.lang));
        Some(view! { <span class="switch"><span aria-hidden="true">{cx.t(field.label)}</span>{editor}</span> })
    };
    let all = [general::MIRROR_X.slot, general::PORTFOLIO_GRID.slot].into_iter().filter_map(one).collect_view();
    Some(view! { <div class="switches">{all}</div> }.into_any())
}
