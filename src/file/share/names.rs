//! The names that a copy must not hold: found in the workbook, replaced in every text, and looked for in the result.

use std::collections::BTreeMap;

use crate::model::number::narrow;

/// Whose name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// The customer.
    Account,
    /// We.
    Seller,
    /// A competitor, ours or the customer's.
    Competitor,
    /// Another company: a customer of ours, a partner.
    Company,
    /// A person at the customer.
    Person,
    /// A person of ours.
    Team,
}

/// A real name and what stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The real name.
    pub real: String,
    /// Its alias.
    pub alias: String,
    /// Whose it is.
    pub who: Who,
}

/// The names of a workbook with the aliases chosen for them.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Names {
    /// Proposed by [`super::propose`], edited and added to by people.
    pub list: Vec<Name>,
}

/// A real name that is still in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The name.
    pub real: String,
    /// The text around it.
    pub around: String,
}

/// Titles that follow a family name in Chinese.
const TITLES: [&str; 16] = [
    "总监", "总", "经理", "主任", "处长", "部长", "局长", "行长", "院长", "科长", "厂长", "工", "董", "老师", "先生",
    "女士",
];
/// Legal forms at the end of a company's name.
const FORMS: [&str; 16] = [
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "集团",
    "公司",
    " gmbh",
    " ag",
    " inc.",
    " inc",
    " ltd.",
    " ltd",
    " llc",
    " co.",
    " plc",
    " corp.",
    " corp",
];

/// Ways in which people write a name: without its legal form; a person's family name with a title, first and last name
/// alone.
fn variants(name: &Name) -> Vec<String> {
    let real = name.real.trim();
    let mut forms = vec![real.to_owned()];
    if matches!(name.who, Who::Person | Who::Team) {
        let letters: Vec<char> = real.chars().collect();
        if let (2..=4, Some(family), true) =
            (letters.len(), letters.first(), letters.iter().all(|letter| is_cjk(*letter)))
        {
            forms.extend(TITLES.map(|title| format!("{family}{title}")));
        }
        // A name has few words, all of them capitalised; anything longer is a phrase.
        let parts: Vec<&str> = real.split_whitespace().collect();
        let is_capital = |part: &&str| part.chars().next().is_some_and(char::is_uppercase);
        if (2..=3).contains(&parts.len()) && parts.iter().all(is_capital) {
            forms.extend(parts.into_iter().filter(|part| part.chars().count() > 2).map(str::to_owned));
        }
    } else {
        let mut rest = real.to_owned();
        while let Some(form) = FORMS.iter().find(|form| rest.to_lowercase().ends_with(**form)) {
            let end = rest.char_indices().rev().nth(form.chars().count() - 1).map_or(0, |(at, _)| at);
            rest.truncate(end);
            rest.truncate(rest.trim_end_matches([' ', ',']).len());
        }
        if rest.chars().count() > 1 {
            forms.push(rest);
        }
    }
    forms
}

/// The names in the form in which they are searched for, the longest first.
pub(super) struct Search<'n> {
    patterns: Vec<(Vec<char>, &'n Name)>,
}

impl<'n> Search<'n> {
    /// Searches for the names that `wanted` picks.
    pub fn new(names: &'n Names, wanted: impl Fn(Who) -> bool) -> Self {
        let mut patterns: Vec<(Vec<char>, &Name)> = Vec::new();
        for name in names.list.iter().filter(|name| wanted(name.who)) {
            for form in variants(name) {
                let pattern: Vec<char> =
                    form.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(fold).collect();
                let is_known = patterns.iter().any(|(known, _)| *known == pattern);
                if !pattern.is_empty() && !is_known {
                    patterns.push((pattern, name));
                }
            }
        }
        patterns.sort_by_key(|(pattern, _)| std::cmp::Reverse(pattern.len()));
        Self { patterns }
    }

    /// The name at a place of a text, and where it ends.
    fn at(&self, text: &[char], start: usize) -> Option<(usize, &'n Name)> {
        self.patterns.iter().find_map(|(pattern, name)| {
            // A single letter is a name only where nothing else stands.
            if pattern.len() == 1 && text.len() > 1 {
                return None;
            }
            Some((ends(text, start, pattern)?, *name))
        })
    }

    /// Every name in a text, with its start and end in characters.
    fn all(&self, text: &[char]) -> Vec<(usize, usize, &'n Name)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            match self.at(text, at) {
                Some((end, name)) => {
                    found.push((at, end, name));
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The text with aliases in place of names; counts them by real name.
    pub fn replace(&self, text: &str, counts: &mut BTreeMap<String, usize>) -> String {
        let letters: Vec<char> = text.chars().collect();
        let folded: Vec<char> = letters.iter().copied().map(fold).collect();
        let found = self.all(&folded);
        if found.is_empty() {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        let mut written = 0;
        for (start, end, name) in found {
            out.extend(letters.get(written..start).unwrap_or_default());
            out.push_str(&name.alias);
            *counts.entry(name.real.clone()).or_default() += 1;
            written = end;
        }
        out.extend(letters.get(written..).unwrap_or_default());
        out
    }

    /// The names that a text still holds.
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        let letters: Vec<char> = text.chars().collect();
        let folded: Vec<char> = letters.iter().copied().map(fold).collect();
        let around = |start: usize, end: usize| letters.get(start.saturating_sub(20)..(end + 20).min(letters.len()));
        let hit = |(start, end, name): (usize, usize, &Name)| Hit {
            real: name.real.clone(),
            around: around(start, end).unwrap_or_default().iter().collect(),
        };
        self.all(&folded).into_iter().map(hit).collect()
    }
}

/// Where a name ends that begins at `start`. Latin names stand as words of their own; Chinese ones may have spaces
/// between their letters.
fn ends(text: &[char], start: usize, pattern: &[char]) -> Option<usize> {
    let before = start.checked_sub(1).and_then(|at| text.get(at));
    if is_word(*pattern.first()?) && before.is_some_and(|letter| is_word(*letter)) {
        return None;
    }
    let mut at = start;
    for (index, letter) in pattern.iter().enumerate() {
        if index > 0 {
            at += spaces_before(text, at, *letter);
        }
        if text.get(at)? != letter {
            return None;
        }
        at += 1;
    }
    let is_inside = is_word(*pattern.last()?) && text.get(at).is_some_and(|letter| is_word(*letter));
    (!is_inside).then_some(at)
}

/// How many spaces to pass over before a letter of a name: all before a Chinese one, all but one where a space is due.
fn spaces_before(text: &[char], at: usize, letter: char) -> usize {
    let run = text.iter().skip(at).take_while(|letter| letter.is_whitespace()).count();
    match letter {
        ' ' => run.saturating_sub(1),
        letter if is_cjk(letter) => run,
        _ => 0,
    }
}

/// Half width, lower case, every space a plain one.
fn fold(letter: char) -> char {
    let letter = narrow(letter);
    if letter.is_whitespace() { ' ' } else { letter.to_lowercase().next().unwrap_or(letter) }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() && !is_cjk(letter)
}

const fn is_cjk(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::file::share) fn names() -> Names {
        let name = |real: &str, alias: &str, who| Name { real: real.into(), alias: alias.into(), who };
        Names {
            list: vec![
                name("Acme GmbH", "Account A", Who::Account),
                name("Li", "P1", Who::Person),
                name("张伟", "P2 决策者", Who::Person),
                name("Anna Schmidt", "P3", Who::Person),
                name("华东制药有限公司", "竞争者A", Who::Competitor),
                name("Acme Systems", "Competitor B", Who::Competitor),
                name("王", "P4", Who::Person),
            ],
        }
    }

    #[test]
    fn names_are_replaced_however_people_write_them() {
        let names = names();
        let search = Search::new(&names, |_| true);
        for (text, expected) in [
            ("ACME asks Li, the client", "Account A asks P1, the client"),
            ("acme  systems and Acme gmbh", "Competitor B and Account A"),
            ("张 伟说：张总同意", "P2 决策者说：P2 决策者同意"),
            ("ＡＣＭＥ的Schmidt", "Account A的P3"),
            ("华东制药与国王", "竞争者A与国王"),
            ("王", "P4"),
            ("limits of a client", "limits of a client"),
        ] {
            let mut counts = BTreeMap::new();
            assert_eq!(search.replace(text, &mut counts), expected);
            assert_eq!(search.hits(expected), []);
        }
    }
}
