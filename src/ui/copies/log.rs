//! The log of copies: what went out and what came from whom.

use crate::ui::prelude::*;

use crate::i18n::copies as say;
use crate::model::Value;
use crate::ui::cx::Cx;
use crate::worksheets::log::merges;

/// The log, the newest first, folded.
pub fn view(cx: Cx) -> AnyView {
    cx.desk.track_table(merges::TABLE.path);
    let fields = [
        merges::DATE.slot,
        merges::KIND.slot,
        merges::FROM.slot,
        merges::ADDED.slot,
        merges::CHANGED.slot,
        merges::REMOVED.slot,
        merges::DECIDED.slot,
    ];
    let lines: Vec<Vec<String>> = cx.desk.with(|document| {
        let cell = |row: &crate::model::Row, slot: u8| {
            let value: Option<&Value> = row.record.at(slot);
            let field = merges::TABLE.field_at(slot);
            value.zip(field).map(|(value, field)| crate::ui::field::in_words(cx, field, value)).unwrap_or_default()
        };
        document
            .list(merges::TABLE)
            .iter()
            .rev()
            .map(|row| fields.iter().map(|slot| cell(row, *slot)).collect())
            .collect()
    });
    if lines.is_empty() {
        return ().into_any();
    }
    let heads = super::heads(
        cx,
        &[say::DAY, say::WHAT, say::WHO, say::ROWS_ADDED, say::VALUES_CHANGED, say::ROWS_REMOVED, say::WON],
    );
    let rows = lines.into_iter().map(|cells| {
        let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
        view! { <tr>{cells}</tr> }
    });
    let body = view! { <tbody>{rows.collect_view()}</tbody> }.into_any();
    view! {
        <details class="fold-in" data-part="merge-log">
            <summary>{cx.t(say::CAME_FROM)}</summary>
            {super::table(cx, say::CAME_FROM, heads, body)}
        </details>
    }
    .into_any()
}
