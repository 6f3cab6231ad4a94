//! A workshop under way: which block runs, how much of it is left, and how what is left of the day is spread.
//!
//! The state is in the agenda of the log, so that a reload, a second tab and the facilitator's window all see the same.
//! Nothing here reads a clock: the moment is passed in, in milliseconds.

use super::agenda::{Pending, respread};
use crate::model::{Document, Field, Id, Place, Row, Value};
use crate::worksheets::log::agenda;

/// Where a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Still to come.
    Ahead,
    /// Under way since this moment.
    Running(i64),
    /// Under way, but stopped.
    Held,
    /// Done.
    Over,
}

impl Clock {
    fn read(text: Option<&str>) -> Self {
        match text.map(|text| text.split_once(' ').unwrap_or((text, ""))) {
            Some(("run", since)) => since.parse().map_or(Self::Held, Self::Running),
            Some(("hold", _)) => Self::Held,
            Some(("over", _)) => Self::Over,
            _ => Self::Ahead,
        }
    }

    fn value(self) -> Option<Value> {
        match self {
            Self::Ahead => None,
            Self::Running(since) => Value::text(format!("run {since}")),
            Self::Held => Value::text("hold"),
            Self::Over => Value::text("over"),
        }
    }

    const fn is_current(self) -> bool {
        matches!(self, Self::Running(_) | Self::Held)
    }
}

/// A block of the agenda, in seconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Its row.
    pub id: Id,
    /// Where it is.
    pub clock: Clock,
    /// Planned length.
    pub planned: u64,
    /// Shortest length that makes sense.
    pub least: u64,
    /// Length given to it when it began, and what was added since.
    pub allotted: u64,
    /// Time it has taken up to now.
    pub spent: u64,
    /// Time it takes: of a block to come its share of what is left, of the current one what it was given, or more if it
    /// ran over, of one that is done what it took.
    pub length: u64,
}

/// The whole agenda at one moment.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Session {
    /// The blocks in order.
    pub blocks: Vec<Block>,
}

/// How near the end of a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Nothing runs, or there is time.
    Calm,
    /// The last minute.
    LastMinute,
    /// Over time.
    Over,
}

/// What a button changes: a field of the agenda and its new value.
pub type Write = (Place, Option<Value>);

const MINUTE: f64 = 60.0;

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of a day, never below zero")]
fn seconds(minutes: Option<f64>) -> u64 {
    (minutes.unwrap_or(0.0).clamp(0.0, 10_000.0) * MINUTE).round() as u64
}

/// Seconds as minutes with two decimals.
fn minutes(seconds: u64) -> Option<Value> {
    let seconds = u32::try_from(seconds).map_or(f64::MAX, f64::from);
    Some(Value::Number((seconds / MINUTE * 100.0).round() / 100.0))
}

impl Session {
    /// The agenda of a workbook at the moment `now`.
    pub fn read(document: &Document, now: i64) -> Self {
        let mut session = Self { blocks: document.list(agenda::TABLE).iter().map(|row| block(row, now)).collect() };
        for (place, length) in session.shares() {
            if let Some(block) = session.blocks.get_mut(place) {
                block.length = length;
            }
        }
        session
    }

    /// The block under way.
    pub fn current(&self) -> Option<&Block> {
        self.blocks.iter().find(|block| block.clock.is_current())
    }

    /// Whether the clock runs.
    pub fn is_running(&self) -> bool {
        self.current().is_some_and(|block| matches!(block.clock, Clock::Running(_)))
    }

    /// Whether every block is done.
    pub fn is_over(&self) -> bool {
        !self.blocks.is_empty() && self.blocks.iter().all(|block| block.clock == Clock::Over)
    }

    /// The block after the current one, or the first one before the start.
    pub fn next(&self) -> Option<&Block> {
        self.blocks.iter().find(|block| block.clock == Clock::Ahead)
    }

    /// Seconds left of the current block; below zero when it runs over.
    pub fn left(&self) -> Option<i64> {
        let whole = |seconds: u64| i64::try_from(seconds).unwrap_or(i64::MAX);
        self.current().map(|block| whole(block.allotted) - whole(block.spent))
    }

    /// Seconds until the end of the day.
    pub fn until_end(&self) -> u64 {
        let open = self.blocks.iter().filter(|block| block.clock != Clock::Over);
        open.map(|block| block.length - block.spent.min(block.length)).sum()
    }

    /// By how many seconds the day ends later than planned.
    pub fn late(&self) -> u64 {
        let planned: u64 = self.blocks.iter().map(|block| block.planned).sum();
        let taken: u64 = self.blocks.iter().map(|block| block.length).sum();
        taken - planned.min(taken)
    }

    /// What the room should see.
    pub fn signal(&self) -> Signal {
        match self.left() {
            Some(..0) => Signal::Over,
            Some(0..=60) => Signal::LastMinute,
            _ => Signal::Calm,
        }
    }

    /// What is left of the planned day, spread over the blocks to come.
    fn shares(&self) -> Vec<(usize, u64)> {
        let planned: u64 = self.blocks.iter().map(|block| block.planned).sum();
        let taken: u64 = self.blocks.iter().filter(|block| block.clock != Clock::Ahead).map(|block| block.length).sum();
        let ahead = || self.blocks.iter().enumerate().filter(|(_, block)| block.clock == Clock::Ahead);
        let pending: Vec<Pending> =
            ahead().map(|(_, block)| Pending { planned: block.planned, least: block.least }).collect();
        let spread = respread(planned - taken.min(planned), &pending);
        ahead().map(|(place, _)| place).zip(spread).collect()
    }

    /// Starts the clock: of the block that was stopped, else of the first one to come.
    pub fn start(&self, now: i64) -> Vec<Write> {
        match self.current() {
            Some(Block { clock: Clock::Held, id, .. }) => vec![clock(id, Clock::Running(now))],
            Some(_) => Vec::new(),
            None => self.begin(now),
        }
    }

    /// Stops the clock.
    pub fn pause(&self) -> Vec<Write> {
        let running = self.current().filter(|block| matches!(block.clock, Clock::Running(_)));
        running.map_or_else(Vec::new, |block| vec![spent(block), clock(&block.id, Clock::Held)])
    }

    /// Gives the current block so many minutes more; what is to come shrinks.
    pub fn extend(&self, more: u64) -> Vec<Write> {
        let longer = |block: &Block| vec![write(&block.id, agenda::ALLOTTED, minutes(block.allotted + more * 60))];
        self.current().map_or_else(Vec::new, longer)
    }

    /// Ends the current block and begins the next one with its share of what is left.
    pub fn go_on(&self, now: i64) -> Vec<Write> {
        let ended = self.current().map_or_else(Vec::new, |block| vec![spent(block), clock(&block.id, Clock::Over)]);
        let mut after = self.clone();
        for block in after.blocks.iter_mut().filter(|block| block.clock.is_current()) {
            block.clock = Clock::Over;
            block.length = block.spent;
        }
        ended.into_iter().chain(after.begin(now)).collect()
    }

    /// Back to the plan, nothing begun.
    pub fn reset(&self) -> Vec<Write> {
        let fields = [agenda::ACTUAL.slot, agenda::ALLOTTED.slot, agenda::CLOCK.slot];
        let of = |block: &Block| fields.map(|slot| (Place::row(agenda::TABLE, block.id.clone(), slot), None));
        self.blocks.iter().flat_map(of).collect()
    }

    fn begin(&self, now: i64) -> Vec<Write> {
        let first = self.shares().into_iter().next();
        let Some((block, share)) = first.and_then(|(place, share)| Some((self.blocks.get(place)?, share))) else {
            return Vec::new();
        };
        vec![write(&block.id, agenda::ALLOTTED, minutes(share)), clock(&block.id, Clock::Running(now))]
    }
}

fn block(row: &Row, now: i64) -> Block {
    let at = Clock::read(row.get(agenda::CLOCK));
    let before = seconds(row.get(agenda::ACTUAL));
    let since = match at {
        // A clock that was put back counts nothing, rather than less than nothing.
        Clock::Running(since) => u64::try_from((now - since) / 1000).unwrap_or(0),
        _ => 0,
    };
    let planned = seconds(row.get(agenda::PLANNED));
    let (spent, allotted) = (before + since, row.get(agenda::ALLOTTED).map_or(planned, |given| seconds(Some(given))));
    let length = match at {
        Clock::Over => spent,
        Clock::Ahead => 0,
        _ => allotted.max(spent),
    };
    Block { id: row.id.clone(), clock: at, planned, least: seconds(row.get(agenda::LEAST)), allotted, spent, length }
}

fn write<K>(id: &Id, field: Field<K>, value: Option<Value>) -> Write {
    (Place::row(agenda::TABLE, id.clone(), field.slot), value)
}

fn clock(id: &Id, at: Clock) -> Write {
    write(id, agenda::CLOCK, at.value())
}

fn spent(block: &Block) -> Write {
    write(&block.id, agenda::ACTUAL, minutes(block.spent))
}

/// Minutes and seconds for a clock face; the sign says that it is over.
pub fn face(seconds: i64) -> String {
    let sign = if seconds < 0 { "\u{2212}" } else { "" };
    let (minutes, rest) = (seconds.abs() / 60, seconds.abs() % 60);
    format!("{sign}{minutes}:{rest:02}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testkit::{column, doc};

    fn three_blocks() -> Document {
        let mut document = doc(&[]);
        column(&mut document, "log.agenda", "planned", "30 20 30");
        column(&mut document, "log.agenda", "least", "5 5 5");
        document
    }

    fn press(document: &mut Document, writes: Vec<Write>) {
        for (place, value) in writes {
            document.put(&place, value);
        }
    }

    const fn at(minutes: i64) -> i64 {
        1_800_000_000_000 + minutes * 60_000
    }

    fn lengths(session: &Session) -> Vec<u64> {
        session.blocks.iter().map(|block| block.length / 60).collect()
    }

    #[test]
    fn a_block_that_runs_over_shrinks_what_is_to_come() {
        let mut document = three_blocks();
        assert_eq!(lengths(&Session::read(&document, at(0))), [30, 20, 30]);
        let start = Session::read(&document, at(0)).start(at(0));
        press(&mut document, start);
        let session = Session::read(&document, at(29));
        assert_eq!((session.left(), session.signal(), session.is_running()), (Some(60), Signal::LastMinute, true));
        let session = Session::read(&document, at(40));
        assert_eq!((session.left(), session.signal()), (Some(-600), Signal::Over));
        assert_eq!(lengths(&session), [40, 16, 24]);
        assert_eq!((session.until_end() / 60, session.late()), (40, 0));
        let on = session.go_on(at(40));
        press(&mut document, on);
        let session = Session::read(&document, at(42));
        assert_eq!((session.left(), session.next().map(|block| block.length)), (Some(14 * 60), Some(24 * 60)));
        assert_eq!(session.blocks.first().map(|block| block.clock), Some(Clock::Over));
    }

    #[test]
    fn more_minutes_come_from_what_is_to_come() {
        let mut document = three_blocks();
        let start = Session::read(&document, at(0)).start(at(0));
        press(&mut document, start);
        let extend = Session::read(&document, at(1)).extend(5);
        press(&mut document, extend);
        let session = Session::read(&document, at(1));
        assert_eq!((session.left(), lengths(&session)), (Some(34 * 60), vec![35, 18, 27]));
    }

    #[test]
    fn a_pause_stops_the_clock_and_a_reset_goes_back_to_the_plan() {
        let mut document = three_blocks();
        let start = Session::read(&document, at(0)).start(at(0));
        press(&mut document, start);
        let pause = Session::read(&document, at(10)).pause();
        press(&mut document, pause);
        let session = Session::read(&document, at(25));
        assert_eq!((session.left(), session.is_running()), (Some(20 * 60), false));
        let start = session.start(at(30));
        press(&mut document, start);
        assert_eq!(Session::read(&document, at(35)).left(), Some(15 * 60));
        let reset = Session::read(&document, at(35)).reset();
        press(&mut document, reset);
        assert_eq!(Session::read(&document, at(36)), Session::read(&three_blocks(), at(36)));
    }

    #[test]
    fn the_day_ends_late_when_the_minimums_take_more_than_is_left() {
        let mut document = three_blocks();
        let start = Session::read(&document, at(0)).start(at(0));
        press(&mut document, start);
        let session = Session::read(&document, at(75));
        assert_eq!((lengths(&session), session.late() / 60), (vec![75, 5, 5], 5));
        for minute in [75, 76, 77] {
            let on = Session::read(&document, at(minute)).go_on(at(minute));
            press(&mut document, on);
        }
        assert!(Session::read(&document, at(90)).is_over());
        assert!(Session::read(&document, at(90)).start(at(90)).is_empty());
    }

    #[test]
    fn clock_faces() {
        assert_eq!([face(0), face(61), face(-42), face(3600)], ["0:00", "1:01", "\u{2212}0:42", "60:00"]);
    }
}
