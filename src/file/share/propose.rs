//! Which names a workbook holds, with an alias proposed for each.

use super::names::{Name, Names, Search, Who};
use crate::change::edit::records;
use crate::model::record::attributes;
use crate::model::{Bi, Document, Field, Kind, Record, Row, TableDef, Text, Typed, Value, bi};
use crate::worksheets::{TABLES, account, competition, needs, plan, portfolio, service, solution};

const ACCOUNT: Bi = bi("Account A", "客户A");
const SELLER: Bi = bi("Our company", "我方公司");
const COMPETITOR: Bi = bi("Competitor", "竞争者");
const RIVAL: Bi = bi("Rival", "同行");
const CUSTOMER: Bi = bi("Account", "客户");
const PARTNER: Bi = bi("Partner", "伙伴");
const MEMBER: Bi = bi("Team member", "团队成员");
const AUTHOR: Bi = bi("Author", "填写人");
const APPROVER: Bi = bi("Approver", "审批人");
const PARTY: Bi = bi("Party", "责任方");
const MANAGER: Bi = bi("Key-account manager", "大客户经理");
const SPONSOR: Bi = bi("Executive sponsor", "高层赞助人");

/// The names of people, companies, the account and the team, with role codes and aliases in the workbook's language. A
/// name that occurs twice has one alias.
pub fn propose(document: &Document) -> Names {
    let mut names = Proposal { document, names: Names::default() };
    names.companies();
    names.people();
    names.writers();
    names.finish()
}

struct Proposal<'d> {
    document: &'d Document,
    names: Names,
}

impl<'d> Proposal<'d> {
    fn add(&mut self, real: Option<&str>, alias: &str, who: Who) {
        let Some(real) = real.map(str::trim).filter(|real| !real.is_empty() && *real != alias) else { return };
        let is_known = self.names.list.iter().any(|name| name.real.to_lowercase() == real.to_lowercase());
        if !is_known {
            self.names.list.push(Name { real: real.to_owned(), alias: alias.to_owned(), who });
        }
    }

    /// No alias may hold a real name: a role that is one becomes a plain number.
    fn finish(self) -> Names {
        let search = Search::new(&self.names, |_| true);
        let plain = |(at, name): (usize, &Name)| {
            let is_clean = search.hits(&name.alias).is_empty();
            Name { alias: if is_clean { name.alias.clone() } else { format!("N{}", at + 1) }, ..name.clone() }
        };
        Names { list: self.names.list.iter().enumerate().map(plain).collect() }
    }

    fn words(&self, words: Bi) -> &'static str {
        words.get(self.document.lang)
    }

    /// A name with a number or letter behind it: a space between in English.
    fn numbered(&self, words: Bi, mark: &str) -> String {
        let space = if self.document.lang == crate::model::Lang::En { " " } else { "" };
        format!("{}{space}{mark}", self.words(words))
    }

    fn form_text(&self, table: &'static TableDef, field: Field<Text>) -> Option<&'d str> {
        self.document.form(table).get(field)
    }

    fn rows(&self, table: &'static TableDef) -> impl Iterator<Item = &'d Row> + use<'d> {
        self.document.list(table).iter()
    }

    fn lettered(&mut self, table: &'static TableDef, field: Field<Text>, words: Bi, who: Who, first: usize) {
        for (at, row) in self.rows(table).enumerate() {
            let alias = self.numbered(words, &letter(at + first));
            self.add(row.get(field), &alias, who);
        }
    }

    fn companies(&mut self) {
        let account = self.form_text(account::profile::TABLE, account::profile::ALIAS).map(str::to_owned);
        let account = account.unwrap_or_else(|| self.words(ACCOUNT).to_owned());
        self.add(self.form_text(account::profile::TABLE, account::profile::NAME), &account, Who::Account);
        let seller = self.words(SELLER);
        self.add(self.form_text(account::plan::TABLE, account::plan::SELLER_NAME), seller, Who::Seller);
        let mut letters = 0;
        for row in self.rows(competition::comp::TABLE) {
            let name = row.get(competition::comp::NAME);
            let is_ours = row.id.as_str() == "us";
            let is_nobody = matches!(row.get(competition::comp::TYPE), Some("in_house" | "do_nothing"));
            let is_given = row.record.at(competition::comp::NAME.slot).is_some_and(|value| {
                let given = competition::comp::TABLE.given(Some(row.id.as_str()), competition::comp::NAME.slot);
                crate::model::table::same_as_given(value, given)
            });
            if is_ours && !is_given {
                self.add(name, seller, Who::Seller);
            } else if !is_ours && !is_nobody {
                let alias = self.numbered(COMPETITOR, &letter(letters));
                self.add(name, &alias, Who::Competitor);
                letters += 1;
            }
        }
        for row in
            self.rows(portfolio::customers::TABLE).filter(|row| row.get(portfolio::customers::IS_ACCOUNT) == Some(true))
        {
            self.add(row.get(portfolio::customers::NAME), &account, Who::Account);
        }
        self.lettered(portfolio::customers::TABLE, portfolio::customers::NAME, CUSTOMER, Who::Company, 1);
        self.lettered(competition::crivals::TABLE, competition::crivals::NAME, RIVAL, Who::Competitor, 0);
        self.lettered(solution::modules::TABLE, solution::modules::PARTNER, PARTNER, Who::Company, 0);
    }

    fn people(&mut self) {
        for (at, row) in self.rows(needs::people::TABLE).enumerate() {
            let role = role_of(self.document, row);
            let code = format!("P{}{}{}", at + 1, if role.is_empty() { "" } else { " " }, role);
            self.add(row.get(needs::people::NAME), &code, Who::Person);
        }
        let mut roles: Vec<String> = Vec::new();
        for (at, row) in self.rows(account::team::TABLE).enumerate() {
            let number = (at + 1).to_string();
            let role = row.get(account::team::ROLE).map(str::trim).filter(|role| !role.is_empty());
            let mut alias = role.map_or_else(|| self.numbered(MEMBER, &number), str::to_owned);
            if roles.contains(&alias) {
                alias = format!("{alias} {number}");
            }
            self.add(row.get(account::team::NAME), &alias, Who::Team);
            roles.push(alias);
        }
        let (manager, sponsor) = (self.words(MANAGER), self.words(SPONSOR));
        self.add(self.form_text(account::plan::TABLE, account::plan::KAM), manager, Who::Team);
        self.add(self.form_text(account::plan::TABLE, account::plan::SPONSOR), sponsor, Who::Team);
        self.lettered(plan::approvals::TABLE, plan::approvals::NAME, APPROVER, Who::Team, 0);
        self.lettered(service::raci_parties::TABLE, service::raci_parties::NAME, PARTY, Who::Team, 0);
    }

    /// Whoever wrote a row.
    fn writers(&mut self) {
        let mut writers: Vec<String> = Vec::new();
        for table in TABLES.iter().copied().filter(|table| table.is_list()) {
            for (_, _, record) in records(self.document, table) {
                let author = record.get(attributes::AUTHOR).map(str::to_owned);
                if let Some(author) = author.filter(|author| !writers.contains(author)) {
                    writers.push(author);
                }
            }
        }
        for (at, writer) in writers.iter().enumerate() {
            let alias = self.numbered(AUTHOR, &(at + 1).to_string());
            self.add(Some(writer), &alias, Who::Team);
        }
    }
}

/// The name of a person's first role in the decision; empty where none is ticked.
pub(super) fn role_of(document: &Document, row: &Row) -> &'static str {
    let Some(field) = needs::people::TABLE.field_at(needs::people::ROLE.slot) else { return "" };
    let Kind::Choices(options) = field.kind else { return "" };
    let first = first_key(&row.record, needs::people::ROLE);
    options.iter().find(|option| Some(option.key) == first).map_or("", |option| option.label.get(document.lang))
}

fn first_key<K: Typed>(record: &Record, field: Field<K>) -> Option<&str> {
    record.at(field.slot).map(Value::as_keys)?.first().map(String::as_str)
}

/// A, B … Z, A2, B2 …
fn letter(at: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    let round = at / 26;
    if round == 0 { letter.to_string() } else { format!("{letter}{}", round + 1) }
}
