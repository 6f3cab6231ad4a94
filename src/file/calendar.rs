//! Actions and milestones as calendar entries of whole days (iCalendar, RFC 5545).

use super::words::row_title;
use crate::model::{Date, Document, Id, Lang, Row, TableDef, Value};
use crate::worksheets::{account, plan};

/// The calendar: every action that is still to do and has a due day, every milestone that is still open. `stamp` is the
/// time of the export, ISO 8601 in UTC.
pub fn calendar(document: &Document, lang: Lang, stamp: &str) -> String {
    let mut out = Lines::default();
    out.put("BEGIN:VCALENDAR");
    out.put("VERSION:2.0");
    out.put("PRODID:-//KAMSheet//KAMSheet//EN");
    let about = document.form(account::profile::TABLE).get(account::profile::NAME).unwrap_or_default();
    let stamp: String = stamp.chars().filter(|letter| letter.is_ascii_digit() || *letter == 'T').take(15).collect();
    for entry in entries(document, lang) {
        out.put("BEGIN:VEVENT");
        out.put(&format!("UID:{}-{}@kamsheet", document.id, entry.id));
        out.put(&format!("DTSTAMP:{stamp}Z"));
        out.put(&format!("DTSTART;VALUE=DATE:{}", day(entry.on)));
        out.put(&format!("DTEND;VALUE=DATE:{}", day(entry.on.plus_days(1))));
        let title = if about.is_empty() { entry.title } else { format!("{} · {about}", entry.title) };
        out.put(&format!("SUMMARY:{}", escaped(&title)));
        if !entry.details.is_empty() {
            out.put(&format!("DESCRIPTION:{}", escaped(&entry.details.join("\n"))));
        }
        out.put("TRANSP:TRANSPARENT");
        out.put("END:VEVENT");
    }
    out.put("END:VCALENDAR");
    out.text
}

/// How many entries the calendar has.
pub fn count(document: &Document) -> usize {
    entries(document, document.lang).len()
}

struct Entry {
    id: Id,
    on: Date,
    title: String,
    details: Vec<String>,
}

fn entries(document: &Document, lang: Lang) -> Vec<Entry> {
    let is_to_do = |row: &&Row| !matches!(row.get(plan::act::STATUS), Some("done" | "cancelled"));
    let actions = document.list(plan::act::TABLE).iter().filter(is_to_do).filter_map(|row| {
        let keys = ["owner", "objective", "people", "status"];
        entry(document, plan::act::TABLE, row, row.get(plan::act::DUE), &keys, lang)
    });
    let is_open = |row: &&Row| row.get(plan::ms::PASSED) != Some("yes");
    let milestones = document
        .list(plan::ms::TABLE)
        .iter()
        .filter(is_open)
        .filter_map(|row| entry(document, plan::ms::TABLE, row, row.get(plan::ms::PLANNED), &["criteria"], lang));
    actions.chain(milestones).collect()
}

fn entry(
    document: &Document,
    table: &'static TableDef,
    row: &Row,
    on: Option<Date>,
    keys: &[&str],
    lang: Lang,
) -> Option<Entry> {
    let is_named = table.title_field().is_some_and(|field| row.record.at(field.slot).is_some());
    let title =
        if is_named { row_title(document, table, row.id.as_str(), lang) } else { table.label.get(lang).to_owned() };
    let details = keys.iter().filter_map(|key| {
        let field = table.field(key)?;
        let value: &Value = row.record.at(field.slot)?;
        Some(format!("{}: {}", field.label.get(lang), super::words::shown(document, field, value, lang)))
    });
    Some(Entry { id: row.id.clone(), on: on?, title, details: details.collect() })
}

fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A text as a value: what has a meaning in a calendar stands behind a backslash, what no one sees goes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Lines of at most 75 bytes, folded between letters; what follows a fold begins with a space.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn put(&mut self, line: &str) {
        const MOST: usize = 75;
        let mut used = 0;
        for letter in line.chars() {
            if used + letter.len_utf8() > MOST {
                self.text.push_str("\r\n ");
                used = 1;
            }
            self.text.push(letter);
            used += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testkit::doc;
    use proptest::prelude::*;

    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn what_is_to_do_is_in_the_calendar() {
        let document = doc(&[
            ("card.profile.name", "Acme; Inc"),
            ("card.team.t.name", "Li"),
            ("w6.act.a.what", "Visit, and ask"),
            ("w6.act.a.owner", "t"),
            ("w6.act.a.due", "2026-12-31"),
            ("w6.act.b.what", "over"),
            ("w6.act.b.due", "2026-12-01"),
            ("w6.act.b.status", "done"),
            ("w6.act.c.what", "no day yet"),
            ("w6.ms.m.name", "Pilot"),
            ("w6.ms.m.planned", "2026-06-30"),
        ]);
        let lines = unfolded(&calendar(&document, Lang::En, "2026-03-05T09:08:07.123Z"));
        for line in [
            "BEGIN:VCALENDAR",
            "DTSTAMP:20260305T090807Z",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "SUMMARY:Visit\\, and ask · Acme\\; Inc",
            "DESCRIPTION:Owner: Li",
            "DTSTART;VALUE=DATE:20260630",
        ] {
            assert!(lines.iter().any(|found| found == line), "{line} in {lines:#?}");
        }
        assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 2);
        assert_eq!(count(&document), 2);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..Default::default() })]
        #[test]
        fn any_text_stays_one_value_of_short_lines(text in "[a-z,;:\\\\需求👩\r\n\t\u{2028}\"]{0,200}") {
            let mut document = doc(&[("w6.act.a.due", "2026-12-31")]);
            let place = crate::model::Place::row(plan::act::TABLE, "a".into(), plan::act::WHAT.slot);
            document.put(&place, Value::text(text.as_str()));
            let out = calendar(&document, Lang::Zh, "2026-03-05T09:08:07Z");
            for line in out.split_terminator("\r\n") {
                prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
            }
            let found = unfolded(&out);
            prop_assert!(found.iter().filter(|line| line.starts_with("SUMMARY:")).count() == 1);
            prop_assert_eq!(found.iter().filter(|line| line.starts_with("BEGIN:")).count(), 2);
        }
    }
}
