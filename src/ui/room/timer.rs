//! The timer: what runs, how long still, and the buttons. Its state is the agenda in the workbook.

use std::time::Duration;

use crate::ui::prelude::*;

use super::{kit, sound};
use crate::analysis::session::{Block, Session, Signal, Write, face};
use crate::i18n::room as words;
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::worksheets::log::agenda;

/// How often the clock face is looked at.
const TICK: Duration = Duration::from_millis(500);

/// The timer of the open workbook; cheap to copy.
#[derive(Clone, Copy)]
pub struct Timer {
    cx: Cx,
    /// The agenda at this moment.
    pub session: Memo<Session>,
}

/// Now in whole milliseconds.
#[expect(clippy::cast_possible_truncation, reason = "milliseconds fit for another 200 million years")]
fn now() -> i64 {
    dom::now_ms() as i64
}

impl Timer {
    /// A timer that lives as long as the view it is made for.
    pub fn new(cx: Cx) -> Self {
        let tick = RwSignal::new(now());
        if let Ok(handle) = set_interval_with_handle(
            move || {
                tick.try_set(now());
            },
            TICK,
        ) {
            on_cleanup(move || handle.clear());
        }
        let session = Memo::new(move |_| {
            cx.desk.track_table(agenda::TABLE.path);
            let _ = tick.get();
            cx.desk.with(|document| Session::read(document, now()))
        });
        Self { cx, session }
    }

    /// A step of the clock is none of the workbook's steps of undo: the buttons take it back.
    fn press(self, act: impl Fn(&Session) -> Vec<Write>) {
        let cx = self.cx;
        let patch = cx.desk.with(|document| kit::all_set(document, act(&Session::read(document, now()))));
        cx.desk.commit_aside(patch);
    }

    /// Back to the plan; what the blocks took is gone, so this can be undone.
    fn reset(self) {
        let cx = self.cx;
        let writes = cx.desk.with(|document| Session::read(document, now()).reset());
        kit::set_all(cx, writes);
    }

    /// The name of a block, or a dash.
    pub fn name(self, block: Option<&Block>) -> String {
        block.map(|block| self.cx.title(agenda::TABLE.path, block.id.as_str())).unwrap_or_default()
    }

    /// The page of the current block, or of the one that comes first.
    pub fn page(self) -> Memo<String> {
        Memo::new(move |_| {
            self.session.with(|session| {
                let block = session.current().or_else(|| session.next());
                let page = |block: &Block| {
                    self.cx.desk.with(|document| {
                        let row = document.list(agenda::TABLE).row(block.id.as_str())?;
                        row.get(agenda::PAGE).map(str::to_owned)
                    })
                };
                // Before there is an agenda, the questions of the beginning.
                if session.blocks.is_empty() { "account".to_owned() } else { block.and_then(page).unwrap_or_default() }
            })
        })
    }
}

/// The clock face with its buttons.
pub fn view(timer: Timer) -> AnyView {
    let Timer { cx, session } = timer;
    let signal = Memo::new(move |_| session.with(Session::signal));
    let running = Memo::new(move |_| session.with(Session::is_running));
    let begun = Memo::new(move |_| session.with(|session| session.current().is_some()));
    let near = Memo::new(move |_| {
        session.with(|session| {
            let block = session.current().map(|block| block.id.to_string()).unwrap_or_default();
            (block, if session.is_running() { session.signal() } else { Signal::Calm })
        })
    });
    sound::follow(near);
    let name = move || {
        session
            .with(|session| if session.current().is_some() { timer.name(session.current()) } else { idle(cx, session) })
    };
    let shown = move || session.with(|session| face(session.left().unwrap_or_else(|| first_length(session))));
    let share = move || session.with(share_used);
    view! {
        <div class="clock" data-signal=move || signal_key(signal.get()) data-running=move || running.get().to_string()>
            <p class="clock-block">{name}</p>
            <p class="clock-face" role="timer" aria-label=cx.t(words::TIME_LEFT) data-clock="">{shown}</p>
            <span class="bar" aria-hidden="true"><i style:width=move || format!("{:.1}%", share())></i></span>
            <p class="clock-signal" role="status">{move || signal_words(cx, signal.get(), begun.get(), running.get())}</p>
            {buttons(timer, begun, running)}
            {sound::switch(cx)}
            <p class="clock-end">{move || session.with(|session| end(cx, session))}</p>
            <p class="clock-next">{move || session.with(|session| next(timer, session))}</p>
        </div>
    }
    .into_any()
}

fn buttons(timer: Timer, begun: Memo<bool>, running: Memo<bool>) -> AnyView {
    let cx = timer.cx;
    let is_over = Memo::new(move |_| timer.session.with(|session| session.is_over() || session.blocks.is_empty()));
    let toggle =
        move |_| timer.press(|session| if session.is_running() { session.pause() } else { session.start(now()) });
    let label = move || {
        cx.t(match (running.get(), begun.get()) {
            (true, _) => words::PAUSE,
            (_, true) => words::GO_ON,
            _ => words::START,
        })
    };
    let more = |minutes: u64| move |_| timer.press(|session| session.extend(minutes));
    view! {
        <div class="clock-tools">
            <button type="button" class="btn main" data-action="timer-toggle" disabled=move || is_over.get() on:click=toggle>{label}</button>
            <button type="button" class="btn" data-action="timer-more-1" disabled=move || !begun.get() on:click=more(1)>{cx.t(words::MORE_1)}</button>
            <button type="button" class="btn" data-action="timer-more-5" disabled=move || !begun.get() on:click=more(5)>{cx.t(words::MORE_5)}</button>
            <button type="button" class="btn" data-action="timer-next" disabled=move || !begun.get() on:click=move |_| timer.press(|session| session.go_on(now()))>{cx.t(words::NEXT_BLOCK)}</button>
            <button type="button" class="link" data-action="timer-reset" on:click=move |_| timer.reset()>{cx.t(words::RESET)}</button>
        </div>
    }
    .into_any()
}

const fn signal_key(signal: Signal) -> &'static str {
    match signal {
        Signal::Calm => "calm",
        Signal::LastMinute => "last",
        Signal::Over => "over",
    }
}

/// The state in words with a sign; colour only underlines it.
fn signal_words(cx: Cx, signal: Signal, begun: bool, running: bool) -> String {
    match signal {
        Signal::Over => format!("⚠ {}", cx.t(words::OVER_TIME)),
        _ if begun && !running => format!("‖ {}", cx.t(words::PAUSED)),
        Signal::LastMinute => format!("⏳ {}", cx.t(words::LAST_MINUTE)),
        Signal::Calm => String::new(),
    }
}

fn idle(cx: Cx, session: &Session) -> String {
    cx.t(if session.is_over() { words::ALL_DONE } else { words::NOT_STARTED }).to_owned()
}

fn first_length(session: &Session) -> i64 {
    session.next().map_or(0, |block| i64::try_from(block.length).unwrap_or(0))
}

/// How much of the current block is used, in percent.
fn share_used(session: &Session) -> f64 {
    let ratio = |block: &Block| {
        let of = |seconds: u64| u32::try_from(seconds).map_or(f64::MAX, f64::from);
        if block.allotted == 0 { 100.0 } else { (of(block.spent) / of(block.allotted) * 100.0).min(100.0) }
    };
    session.current().map_or(0.0, ratio)
}

fn end(cx: Cx, session: &Session) -> String {
    if session.blocks.is_empty() || session.is_over() {
        return String::new();
    }
    let until = u32::try_from(session.until_end()).map_or(0.0, f64::from);
    let at = dom::clock_at(dom::now_ms() + until * 1000.0);
    match session.late() / 60 {
        0 => cx.tf(words::ENDS_AT, &[&at]),
        late => cx.tf(words::ENDS_LATE, &[&at, &late.to_string()]),
    }
}

fn next(timer: Timer, session: &Session) -> String {
    let words_for = |block: &Block| {
        let minutes = rounded(block.length).to_string();
        timer.cx.tf(words::NEXT, &[&timer.name(Some(block)), &minutes])
    };
    session.next().map(words_for).unwrap_or_default()
}

/// Seconds as whole minutes, half a minute counting as one.
pub const fn rounded(seconds: u64) -> u64 {
    (seconds + 30) / 60
}
