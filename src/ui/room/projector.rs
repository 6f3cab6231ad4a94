//! The big screen: one screen at a time, large type, moved by keys. It shows a copy of the workbook without its private
//! rows, so that no figure and no picture can give them away.

use std::time::Duration;

use crate::ui::prelude::*;
use leptos::{ev, html};

use crate::change::private;
use crate::file::share::{Sharing, propose, reduce};
use crate::i18n::room as words;
use crate::model::{Document, TableDef};
use crate::ui::cx::Cx;
use crate::ui::desk::Desk;
use crate::ui::dom;
use crate::worksheets::Sheet;
use crate::worksheets::sharing::Level;

/// The big screen follows changes after this pause.
const PAUSE: Duration = Duration::from_millis(500);

/// One screen.
#[derive(Clone, Copy)]
pub enum Screen {
    /// A section of a worksheet.
    Section(&'static Sheet, &'static TableDef),
    /// The findings of a worksheet.
    Card(&'static Sheet),
    /// The way to the plan on a page.
    Plan,
}

impl Screen {
    /// The number of the worksheet, for the keys 1 to 6.
    const fn number(self) -> u8 {
        match self {
            Self::Section(sheet, _) | Self::Card(sheet) => sheet.number,
            Self::Plan => 7,
        }
    }
}

/// What a key or a button does.
#[derive(Clone, Copy)]
struct Show {
    cx: Cx,
    /// The workbook without its private rows.
    shown: StoredValue<Option<Desk>>,
    screens: StoredValue<Vec<Screen>>,
    /// How many there are.
    count: RwSignal<usize>,
    at: RwSignal<usize>,
    spot: RwSignal<Option<usize>>,
    dark: RwSignal<bool>,
    /// The customer is in the room: only what a copy for the customer holds.
    customer: RwSignal<bool>,
    /// Whether that can be asked for here.
    for_customer: bool,
    node: NodeRef<html::Dialog>,
}

/// The screens, chosen by `choose` from what is filled.
pub fn view(cx: Cx, choose: fn(Cx) -> Vec<Screen>, for_customer: bool) -> AnyView {
    let show = Show {
        cx,
        shown: StoredValue::new(None),
        screens: StoredValue::new(Vec::new()),
        count: RwSignal::new(0),
        at: RwSignal::new(0),
        spot: RwSignal::new(None),
        dark: RwSignal::new(false),
        customer: RwSignal::new(false),
        for_customer,
        node: NodeRef::new(),
    };
    let version = follow(cx);
    Effect::new(move |_| {
        if let Some(dialog) = show.node.get()
            && !dialog.open()
        {
            dom::next_frame(move || {
                let _ = dialog.show_modal();
                let _ = dialog.focus();
            });
        }
    });
    let screen = move || {
        let _ = version.get();
        let is_for_customer = show.customer.get();
        let desk =
            Desk::open(cx.desk.with(|all| if is_for_customer { of_customer(all) } else { private::without(all) }));
        let cx = Cx { desk, ..cx };
        let mut screens = choose(cx);
        // Of our plan a copy for the customer holds the unit of money alone.
        let is_bare = |screen: &Screen| matches!(screen, Screen::Section(_, table) if table.path == "card.plan");
        screens.retain(|screen| !(is_for_customer && is_bare(screen)));
        show.count.set(screens.len());
        show.shown.set_value(Some(desk));
        show.screens.set_value(screens);
        let of_place = move || {
            let screen = show.screens.with_value(|screens| screens.get(show.at.get()).copied());
            super::screens::view(cx, screen, show.spot)
        };
        view! { {of_place} }.into_any()
    };
    view! {
        <dialog node_ref=show.node class="projector" tabindex="-1" aria-label=cx.t(words::PROJECTOR) data-dark=move || show.dark.get().to_string() data-screen=move || show.at.get().to_string() on:close=move |_| leave(cx) on:keydown=move |event| keys(show, &event) on:click=move |_| { show.dark.try_set(false); }>
            <div class="screen" tabindex="0" role="region" aria-label=cx.t(words::PROJECTOR)>{screen}</div>
            {foot(show)}
            {move || show.dark.get().then(|| view! { <div class="black"><p class="sr" role="status">{cx.t(words::BLACK)}" · "{cx.t(words::BLACK_HELP)}</p></div> })}
        </dialog>
    }
    .into_any()
}

/// Counts up when the workbook has changed and rested.
fn follow(cx: Cx) -> RwSignal<u64> {
    let version = RwSignal::new(0_u64);
    let turn = StoredValue::new(0_u64);
    Effect::new(move |before: Option<()>| {
        cx.desk.changed.track();
        if before.is_none() {
            return;
        }
        let mine = turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        set_timeout(
            move || {
                if mine.is_some() && turn.try_get_value() == mine {
                    let _ = version.try_update(|version| *version += 1);
                }
            },
            PAUSE,
        );
    });
    version
}

/// The workbook as a copy for the customer holds it.
fn of_customer(document: &Document) -> Document {
    let names = propose(document);
    let sharing = Sharing { level: Level::Customer, names: &names, with_private: false, factor: 1.0, shift_days: 0 };
    reduce(document, &sharing, &mut || document.id.clone()).document
}

/// Shows what the customer may see, or everything again; from the first screen on.
fn turn_to_customer(show: Show) {
    show.spot.set(None);
    show.at.set(0);
    show.customer.update(|is_on| *is_on = !*is_on);
}

fn leave(cx: Cx) {
    let document = dom::document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    }
    cx.app.go_to_page("workshop");
}

fn foot(show: Show) -> AnyView {
    let cx = show.cx;
    let place = move || {
        let count = show.count.get();
        let at = if count == 0 { 0 } else { show.at.get() + 1 };
        cx.tf(words::SCREEN_OF, &[&at.to_string(), &count.to_string()])
    };
    let shut = move || {
        if let Some(dialog) = show.node.try_get_untracked().flatten() {
            dialog.close();
        }
    };
    let customer = show.for_customer.then(|| {
        view! { <button type="button" class="btn" data-action="for-customer" aria-pressed=move || show.customer.get().to_string() title=cx.t(words::FOR_CUSTOMER_HELP) on:click=move |_| turn_to_customer(show)>{cx.t(words::FOR_CUSTOMER)}</button> }
    });
    view! {
        <footer class="screen-foot">
            <button type="button" class="icon" data-action="screen-back" aria-label=cx.t(words::SCREEN_BACK) on:click=move |_| turn(show, -1)>"←"</button>
            <span data-place="">{place}</span>
            <button type="button" class="icon" data-action="screen-on" aria-label=cx.t(words::SCREEN_ON) on:click=move |_| turn(show, 1)>"→"</button>
            <span class="hint keys-hint">{cx.t(words::PROJECTOR_KEYS)}</span>
            {customer}
            <button type="button" class="icon" data-action="full-screen" aria-label=cx.t(words::FULL_SCREEN) title=cx.t(words::FULL_SCREEN) on:click=move |_| full_screen(show)>"⤢"</button>
            <button type="button" class="icon" data-action="leave-screen" aria-label=cx.t(words::LEAVE) title=cx.t(words::LEAVE) on:click=move |_| shut()>"×"</button>
        </footer>
    }
    .into_any()
}

fn turn(show: Show, by: isize) {
    let last = show.screens.with_value(|screens| screens.len().saturating_sub(1));
    go_to(show, show.at.get_untracked().saturating_add_signed(by).min(last));
}

fn go_to(show: Show, at: usize) {
    if at != show.at.get_untracked() {
        show.spot.set(None);
        show.at.set(at);
        if let Some(screen) = dom::find(".projector .screen") {
            screen.set_scroll_top(0);
        }
    }
}

/// Moves the spotlight over the rows on the screen.
fn spot(show: Show, by: isize) {
    let rows = dom::find_all(".projector [data-spot]");
    let Some(last) = rows.len().checked_sub(1) else { return };
    let next = match show.spot.get_untracked() {
        None => Some(if by > 0 { 0 } else { last }),
        Some(0) if by < 0 => None,
        Some(at) if at == last && by > 0 => None,
        Some(at) => Some(at.saturating_add_signed(by).min(last)),
    };
    show.spot.set(next);
    if let Some(row) = next.and_then(|at| rows.get(at)) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        row.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn full_screen(show: Show) {
    let document = dom::document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(dialog) = show.node.get_untracked() {
        let _ = dialog.request_fullscreen();
    }
}

fn keys(show: Show, event: &ev::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
        return;
    }
    let key = event.key();
    let is_dark = show.dark.get_untracked();
    if is_dark && key != "Tab" {
        show.dark.set(false);
        event.prevent_default();
        event.stop_propagation();
        return;
    }
    match key.as_str() {
        "ArrowRight" | "PageDown" => turn(show, 1),
        "ArrowLeft" | "PageUp" => turn(show, -1),
        "Home" => go_to(show, 0),
        "End" => go_to(show, show.screens.with_value(|screens| screens.len().saturating_sub(1))),
        "ArrowDown" => spot(show, 1),
        "ArrowUp" => spot(show, -1),
        "b" | "B" | "." => show.dark.set(true),
        "f" | "F" => full_screen(show),
        "c" | "C" if show.for_customer => turn_to_customer(show),
        digit => {
            let Some(number) = digit.parse::<u8>().ok().filter(|number| (1..=6).contains(number)) else { return };
            let found = show.screens.with_value(|screens| screens.iter().position(|screen| screen.number() == number));
            if let Some(at) = found {
                go_to(show, at);
            }
        }
    }
    event.prevent_default();
    event.stop_propagation();
}
