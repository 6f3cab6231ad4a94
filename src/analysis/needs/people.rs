//! People in the decision: power, support, contact, relationship, roles.

use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap};
use crate::model::Row;
use crate::worksheets::needs::people;
use crate::worksheets::settings::limits;

/// From this influence on a person is a key player.
const KEY_INFLUENCE: f64 = 4.0;
/// From this influence on a person counts as a thread.
const THREAD_INFLUENCE: f64 = 3.0;
/// From this contact level on we are in touch.
const IN_TOUCH: f64 = 2.0;
/// From this support on a person is with us.
const WITH_US: f64 = 1.0;
/// The roles that every decision has.
const ROLES: [&str; 4] = ["economic", "technical", "user", "coach"];

/// Whether a person is a key player: influence 4 or 5. Power × interest map (Mendelow).
pub fn key_player(_: &Book, person: &Row) -> Answer {
    match person.get(people::INFLUENCE) {
        Some(influence) => Answer::yes_no(influence >= KEY_INFLUENCE).with([influence]),
        None => Answer::none(Gap::Empty),
    }
}

/// Support weighted by influence, −100 to 100: `Σ(influence·support) / (2·Σ influence) · 100`.
pub fn support_index(book: &Book) -> Answer {
    let pairs = with_influence(book, |person| person.get(people::SUPPORT));
    let (above, below) = (weighted_sum(&pairs), 2.0 * total_influence(&pairs));
    of_pairs(book, &pairs, above * 100.0, below).with([above, below])
}

/// Share of the influence that we are in touch with (contact 2 or more), in percent.
pub fn coverage_index(book: &Book) -> Answer {
    let in_touch = |contact: f64| if contact >= IN_TOUCH { 1.0 } else { 0.0 };
    let pairs = with_influence(book, |person| person.get(people::CONTACT).map(in_touch));
    let (above, below) = (weighted_sum(&pairs), total_influence(&pairs));
    of_pairs(book, &pairs, above * 100.0, below).with([above, below])
}

/// Relationship wanted less relationship today, in levels.
pub fn gap(_: &Book, person: &Row) -> Answer {
    match (person.get(people::REL_GOAL), person.get(people::REL_NOW)) {
        (Some(goal), Some(now)) => Answer::number(goal - now).with([goal, now]),
        _ => Answer::none(Gap::Empty),
    }
}

/// Mean relationship gap, weighted by influence.
pub fn relationship_gap(book: &Book) -> Answer {
    let pairs = with_influence(book, |person| gap(book, person).as_number());
    let (above, below) = (weighted_sum(&pairs), total_influence(&pairs));
    of_pairs(book, &pairs, above, below).with([above, below])
}

/// Whether a person is a thread: influence 3 or more, and we are in touch.
pub fn is_thread(person: &Row) -> bool {
    person.get(people::INFLUENCE).is_some_and(|influence| influence >= THREAD_INFLUENCE)
        && person.get(people::CONTACT).is_some_and(|contact| contact >= IN_TOUCH)
}

/// People of influence 3 or more with whom we are in touch. One or none: we hang by a single thread.
pub fn threads(book: &Book) -> Answer {
    let pairs = with_influence(book, |person| person.get(people::CONTACT));
    if pairs.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let threads = book.rows(people::TABLE).filter(|person| is_thread(person));
    Answer::number(count(threads.count())).with([count(pairs.len())]).rated(pairs.len(), people_count(book))
}

/// Share of the key players who support us (support 1 or 2), in percent.
pub fn key_support(book: &Book) -> Answer {
    let is_key = |person: &Row| person.get(people::INFLUENCE).is_some_and(|influence| influence >= KEY_INFLUENCE);
    let key_players = book.rows(people::TABLE).filter(|person| is_key(person)).count();
    let pairs = with_influence(book, |person| person.get(people::SUPPORT).filter(|_| is_key(person)));
    if pairs.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let with_us = count(pairs.iter().filter(|(_, support)| *support >= WITH_US).count());
    let all = count(pairs.len());
    Answer::percent(with_us, all).rated(pairs.len(), key_players)
}

/// Whole days since the last contact; a date to come counts as today.
pub fn days_since_contact(book: &Book, person: &Row) -> Answer {
    let days = person.get(people::LAST_CONTACT).map(|last| (book.today.days() - last.days()).max(0));
    Answer::maybe(days.and_then(|days| i32::try_from(days).ok()).map(f64::from), Gap::Empty)
}

/// How fresh the contact with a key player is: red and amber above the limits of the settings.
pub fn freshness(book: &Book, person: &Row) -> Answer {
    if key_player(book, person).as_key() != Some("yes") {
        return Answer::none(Gap::NotApplicable);
    }
    let Some(days) = days_since_contact(book, person).as_number() else { return Answer::none(Gap::Empty) };
    let [amber, red] = [limits::CONTACT_AMBER, limits::CONTACT_RED].map(|limit| book.setting(limits::TABLE, limit));
    let light = if days > red {
        "red"
    } else if days > amber {
        "amber"
    } else {
        "green"
    };
    Answer::key(light).with([days, amber, red])
}

/// How many of the four roles economic, technical, user and coach are found.
pub fn role_completeness(book: &Book) -> Answer {
    if people_count(book) == 0 {
        return Answer::none(Gap::NoRows);
    }
    Answer::number(count(ROLES.len() - missing_roles(book).len()))
}

/// Those of the four roles that nobody has yet.
pub fn roles_missing(book: &Book) -> Answer {
    if people_count(book) == 0 {
        return Answer::none(Gap::NoRows);
    }
    Answer::list(missing_roles(book).into_iter().map(str::to_owned).collect())
}

fn missing_roles(book: &Book) -> Vec<&'static str> {
    let is_found = |role: &str| {
        let mut all = book.rows(people::TABLE).filter_map(|person| person.get(people::ROLE));
        all.any(|roles| roles.iter().any(|other| other == role))
    };
    ROLES.into_iter().filter(|role| !is_found(role)).collect()
}

fn people_count(book: &Book) -> usize {
    book.doc.list(people::TABLE).len()
}

/// Influence and value of everyone who has both.
fn with_influence(book: &Book, value: impl Fn(&Row) -> Option<f64>) -> Vec<(f64, f64)> {
    book.rows(people::TABLE).filter_map(|person| person.get(people::INFLUENCE).zip(value(person))).collect()
}

fn weighted_sum(pairs: &[(f64, f64)]) -> f64 {
    pairs.iter().map(|(influence, value)| influence * value).sum()
}

fn total_influence(pairs: &[(f64, f64)]) -> f64 {
    pairs.iter().map(|(influence, _)| influence).sum()
}

fn of_pairs(book: &Book, pairs: &[(f64, f64)], above: f64, below: f64) -> Answer {
    if pairs.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    Answer::ratio(above, below).rated(pairs.len(), people_count(book))
}
