//! The ten minutes a week that keep a plan alive: what is due, what is red, who has gone cold, what moved.

use super::advice::{Finding, Level, findings};
use super::needs::people::{days_since_contact, freshness};
use super::{Book, content, plan, service, title};
use crate::model::{Date, Lang, Place, Row, TableDef};
use crate::worksheets::account::team;
use crate::worksheets::needs::people;
use crate::worksheets::plan::{act, ms, opp, reviews};
use crate::worksheets::service::iss;
use crate::worksheets::{TABLES, row};

/// How far ahead "this week" looks, in days.
pub const AHEAD: i64 = 7;

/// Something with a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// The field to look at.
    pub place: Place,
    /// Its name.
    pub title: String,
    /// The day.
    pub day: Date,
    /// Days until then; below zero when it is past.
    pub days: i64,
    /// Who looks after it.
    pub owner: String,
}

/// A row that someone marked with a red flag.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// The field to look at.
    pub place: Place,
    /// Its name.
    pub title: String,
}

/// A key player we have not spoken to for too long.
#[derive(Clone, Debug, PartialEq)]
pub struct Cold {
    /// The field to look at.
    pub place: Place,
    /// Name.
    pub title: String,
    /// Whole days since the last contact.
    pub days: f64,
    /// Beyond the second limit.
    pub is_red: bool,
    /// Who looks after this person.
    pub owner: String,
}

/// A row that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// The field to look at.
    pub place: Place,
    /// Name.
    pub title: String,
    /// When, in UTC as the file writes it.
    pub at: String,
}

/// What matters this week.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Week {
    /// Past their day, the longest first.
    pub overdue: Vec<Due>,
    /// Due today or within the week, the nearest first.
    pub due: Vec<Due>,
    /// Marked by the team.
    pub flags: Vec<Flag>,
    /// Serious advice.
    pub serious: Vec<Finding>,
    /// Key players gone cold, the longest first.
    pub cold: Vec<Cold>,
}

/// What matters in the week from today on.
pub fn week(book: &Book, lang: Lang) -> Week {
    let mut dated = dated(book, lang);
    crate::model::order::sort_by(&mut dated, |one, other| one.days.cmp(&other.days));
    let (overdue, due): (Vec<Due>, Vec<Due>) = dated.into_iter().partition(|due| due.days < 0);
    Week {
        overdue,
        due: due.into_iter().filter(|due| due.days <= AHEAD).collect(),
        flags: flags(book, lang),
        serious: findings(book, lang).into_iter().filter(|finding| finding.level == Level::Red).collect(),
        cold: cold(book, lang),
    }
}

/// Everything open that has a day: actions, milestones, issues, deals to sign, review dates to come.
fn dated(book: &Book, lang: Lang) -> Vec<Due> {
    let mut all = Vec::new();
    let mut add = |table: &'static TableDef, slot: u8, row: &Row, day: Option<Date>, owner: Option<&str>| {
        let Some(day) = day.filter(|_| content::row_has_content(book.doc, table, row)) else { return };
        all.push(Due {
            place: Place::row(table, row.id.clone(), slot),
            title: title::title(book.doc, table, row.id.as_str(), lang),
            day,
            days: day.days() - book.today.days(),
            owner: named(book, owner, lang),
        });
    };
    for row in book.rows(act::TABLE).filter(|row| plan::actions::is_pending(row)) {
        add(act::TABLE, act::DUE.slot, row, row.get(act::DUE), row.get(act::OWNER));
    }
    for row in book.rows(ms::TABLE).filter(|row| row.get(ms::PASSED) != Some("yes") && row.get(ms::ACTUAL).is_none()) {
        add(ms::TABLE, ms::PLANNED.slot, row, row.get(ms::PLANNED), None);
    }
    for row in book.rows(iss::TABLE).filter(|row| !matches!(row.get(iss::STATUS), Some("solved" | "closed"))) {
        add(iss::TABLE, iss::DUE.slot, row, service::issues::due(book, row), row.get(iss::OWNER));
    }
    for row in book.rows(opp::TABLE).filter(|row| !matches!(row.get(opp::STAGE), Some("won" | "lost"))) {
        add(opp::TABLE, opp::CLOSE_DATE.slot, row, row.get(opp::CLOSE_DATE), None);
    }
    // A review that is past is history, not late.
    for row in book.rows(reviews::TABLE) {
        let to_come = row.get(reviews::DATE).filter(|day| *day >= book.today);
        add(reviews::TABLE, reviews::DATE.slot, row, to_come, None);
    }
    all
}

fn named(book: &Book, member: Option<&str>, lang: Lang) -> String {
    let there = member.filter(|id| book.row(team::TABLE, id).is_some());
    there.map(|id| title::title(book.doc, team::TABLE, id, lang)).unwrap_or_default()
}

fn flags(book: &Book, lang: Lang) -> Vec<Flag> {
    let lists = TABLES.iter().copied().filter(|table| table.is_list() && !matches!(table.sheet(), "log" | "settings"));
    let flagged = |table: &'static TableDef| {
        let rows = book.rows(table).filter(|row| row.get(row::FLAG) == Some("red_flag"));
        rows.map(move |row| Flag {
            place: Place::row(table, row.id.clone(), table.title_field().map_or(0, |field| field.slot)),
            title: title::title(book.doc, table, row.id.as_str(), lang),
        })
    };
    lists.flat_map(flagged).collect()
}

fn cold(book: &Book, lang: Lang) -> Vec<Cold> {
    let mut cold: Vec<Cold> = book
        .rows(people::TABLE)
        .filter_map(|person| {
            let light = freshness(book, person).as_key().filter(|light| *light != "green")?;
            Some(Cold {
                place: Place::row(people::TABLE, person.id.clone(), people::LAST_CONTACT.slot),
                title: title::title(book.doc, people::TABLE, person.id.as_str(), lang),
                days: days_since_contact(book, person).as_number()?,
                is_red: light == "red",
                owner: named(book, person.get(people::OWNER), lang),
            })
        })
        .collect();
    crate::model::order::sort_by(&mut cold, |one, other| other.days.total_cmp(&one.days));
    cold
}

/// Rows changed on or after a day by what is noted on them, the latest first. For when there is no earlier state to
/// compare with: it cannot know of rows that are gone, nor of forms.
pub fn changed_since(book: &Book, day: Date, lang: Lang) -> Vec<Changed> {
    let from = day.to_string();
    let lists = TABLES.iter().copied().filter(|table| table.is_list() && !matches!(table.sheet(), "log" | "settings"));
    let mut changed: Vec<Changed> = lists
        .flat_map(|table| {
            let rows = book.rows(table).filter_map(move |row| Some((row, row.get(row::UPDATED)?)));
            let from = from.clone();
            rows.filter(move |(_, at)| at.get(..10).is_some_and(|day| day >= from.as_str())).map(move |(row, at)| {
                let slot = table.title_field().map_or(0, |field| field.slot);
                Changed {
                    place: Place::row(table, row.id.clone(), slot),
                    title: title::title(book.doc, table, row.id.as_str(), lang),
                    at: at.to_owned(),
                }
            })
        })
        .collect();
    crate::model::order::sort_by(&mut changed, |one, other| other.at.cmp(&one.at));
    changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Memo;
    use crate::analysis::testkit::{column, doc, put, today};
    use crate::model::Document;

    fn of(document: &Document) -> Week {
        week(&Book::new(document, today(), &Memo::default()), Lang::En)
    }

    #[test]
    fn what_is_due_and_what_is_late() {
        let mut document = doc(&[("card.team.li.name", "Li")]);
        column(&mut document, "w6.act", "what", "late done soon later none today");
        column(&mut document, "w6.act", "due", "2026-03-01 2026-03-01 2026-03-12 2026-03-13 - 2026-03-05");
        column(&mut document, "w6.act", "status", "doing done - - - -");
        column(&mut document, "w6.act", "owner", "li - - - - -");
        for (path, text) in [
            ("w6.ms.m.name", "Pilot"),
            ("w6.ms.m.planned", "2026-02-20"),
            ("w6.ms.p.name", "Passed"),
            ("w6.ms.p.planned", "2026-02-20"),
            ("w6.ms.p.passed", "yes"),
            ("w6.reviews.a.topic", "Past review"),
            ("w6.reviews.a.date", "2026-03-01"),
            ("w6.reviews.b.topic", "Review"),
            ("w6.reviews.b.date", "2026-03-06"),
        ] {
            put(&mut document, path, text);
        }
        let found = of(&document);
        let shown = |all: &[Due]| all.iter().map(|due| (due.title.clone(), due.days)).collect::<Vec<_>>();
        assert_eq!(shown(&found.overdue), [("Pilot".to_owned(), -13), ("late".to_owned(), -4)]);
        assert_eq!(shown(&found.due), [("today".to_owned(), 0), ("Review".to_owned(), 1), ("soon".to_owned(), 7)]);
        assert_eq!(found.overdue[1].owner, "Li");
    }

    #[test]
    fn red_flags_and_people_gone_cold() {
        let mut document = doc(&[
            ("w3.needs.n.need", "Spares"),
            ("w3.needs.n.flag", "red_flag"),
            ("w3.needs.m.need", "Fine"),
            ("w3.needs.m.flag", "strength"),
        ]);
        column(&mut document, "w3.people", "name", "COO CFO Clerk");
        column(&mut document, "w3.people", "influence", "5 5 1");
        column(&mut document, "w3.people", "last_contact", "2025-06-01 2026-03-04 2025-06-01");
        let found = of(&document);
        assert_eq!(found.flags.iter().map(|flag| flag.title.as_str()).collect::<Vec<_>>(), ["Spares"]);
        let cold: Vec<_> = found.cold.iter().map(|cold| (cold.title.as_str(), cold.is_red)).collect();
        assert_eq!(cold, [("COO", true)]);
    }

    #[test]
    fn rows_say_when_they_changed() {
        let document = doc(&[
            ("w3.needs.a.need", "Old"),
            ("w3.needs.a.updated", "2026-02-01T08:00:00.000Z"),
            ("w3.needs.b.need", "New"),
            ("w3.needs.b.updated", "2026-03-04T08:00:00.000Z"),
        ]);
        let memo = Memo::default();
        let found = changed_since(&Book::new(&document, today(), &memo), today().plus_days(-7), Lang::En);
        assert_eq!(found.iter().map(|changed| changed.title.as_str()).collect::<Vec<_>>(), ["New"]);
    }

    #[test]
    fn an_empty_workbook_has_nothing_due() {
        let found = of(&doc(&[]));
        assert!(found.overdue.is_empty() && found.due.is_empty() && found.cold.is_empty() && found.flags.is_empty());
    }
}
