//! The page. Everything it shows is read from the open workbook, everything it changes goes through the desk.

mod advice;
mod advice_mark;
mod app;
mod chain;
mod copies;
mod cx;
mod desk;
mod dialog;
mod dom;
mod example;
mod field;
mod files;
mod goto;
mod home;
mod hub;
mod keys;
mod late;
mod later;
mod node;
mod opened;
mod outgoing;
mod pages;
mod paper;
mod past;
mod picture;
mod portfolio_fill;
mod prefs;
mod prelude;
mod printing;
mod result;
mod room;
mod route;
mod samples;
mod save_file;
mod sheet;
mod shell;
mod still;

use prelude::*;

use app::App;
use route::Route;

/// Mounts the page.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        crash(&info.to_string());
    }));
    let Some(root) = dom::find("#app") else { return };
    node::mount(root, page);
}

/// Tells the page that the program has stopped: the overlay in plain HTML takes over.
fn crash(message: &str) {
    crate::storage::note_crash();
    if let Some(root) = dom::document().document_element() {
        let _ = root.set_attribute("data-crashed", "panic");
    }
    leptos::logging::error!("{message}");
}

fn page() -> AnyView {
    let app = App::new();
    let started = RwSignal::new(false);
    keys::listen(app);
    printing::listen();
    let hash = window_event_listener(leptos::ev::hashchange, move |_| {
        if copies::take_link(app) {
            return;
        }
        app.route.set(Route::read(&dom::window().location().hash().unwrap_or_default()));
        if started.get_untracked() {
            leptos::task::spawn_local(app.follow_route());
        }
    });
    on_cleanup(move || hash.remove());
    leptos::task::spawn_local(async move {
        app.start().await;
        copies::take_link(app);
        app.follow_route().await;
        started.set(true);
        // Ready only once the stored workbook stands on the page, down to the last section.
        dom::next_frame(move || {
            later::at_the_end(|| {
                if let Some(root) = dom::document().document_element() {
                    let _ = root.set_attribute("data-ready", "true");
                }
            });
            late::begin(app);
        });
    });
    view! { {move || started.get().then(|| shell::view(app))} }.into_any()
}
