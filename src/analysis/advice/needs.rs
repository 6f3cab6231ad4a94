//! Advice on worksheet 3.

use super::Rule;
use super::asked::{Asked, ENOUGH, n, of};
use crate::analysis::needs::people as power;
use crate::analysis::stats::{count, settle};
use crate::model::{Row, bi};
use crate::worksheets::needs::{needs, people};
use crate::worksheets::settings::limits;

pub(super) static RULES: &[Rule] = &[
    Rule::new(
        "R-W3-01",
        "w3.people",
        no_decider,
        "Nobody in the list has the role of economic decision maker.",
        "名单里没有人担任决策者角色。",
    ),
    Rule::new(
        "R-W3-02",
        "w3.people",
        no_opponent,
        "Three or more people are rated, none of them with support below 0.",
        "已评三人以上，没有一人支持度为负。",
    ),
    Rule::new(
        "R-W3-03",
        "w3.people",
        key_support,
        "Less than {0}% of the key players (influence 4 or 5) support us (+1 or +2).",
        "关键人（影响力4–5）中支持我方（+1或+2）的不足{0}%。",
    ),
    Rule::new(
        "R-W3-04",
        "w3.people",
        threads,
        "With {0} or fewer people of influence 3 and more are we in touch (contact 2 or more).",
        "影响力3以上、接触程度2以上的人不超过{0}位。",
    ),
    Rule::new(
        "R-W3-05",
        "w3.people settings.limits",
        cold,
        "The last contact with a key player is more than {0} days ago.",
        "与关键人上次接触超过{0}天。",
    )
    .limit(|book| book.setting(limits::TABLE, limits::CONTACT_RED), limits::CONTACT_RED.slot),
    Rule::new(
        "R-W3-06",
        "w3.people",
        no_access,
        "The contact level with an economic decision maker is below {0}.",
        "与决策者的接触程度低于{0}。",
    ),
    Rule::new(
        "R-W3-07",
        "w3.needs",
        all_important,
        "Three or more needs are rated, every one {0} or higher in importance.",
        "已评三条以上需求，重要度全部不低于{0}。",
    ),
    Rule::new(
        "R-W3-08",
        "w3.needs",
        no_personal,
        "Three or more needs are listed, all at the level of the organisation.",
        "已列三条以上需求，全在企业层面。",
    ),
    Rule::new("R-W3-09", "w3.people", too_many, "More than {0} people are listed.", "所列人员超过{0}位。"),
];

fn is_decider(person: &Row) -> bool {
    person.get(people::ROLE).is_some_and(|roles| roles.iter().any(|role| role == "economic"))
}

fn no_decider(asked: &mut Asked) {
    let mut people = asked.book.rows_with_content(people::TABLE).peekable();
    if people.peek().is_none() || people.any(is_decider) {
        return;
    }
    let words = bi("Nobody on your list can say yes. Who signs off the money?", "名单里还没有能拍板的人。钱由谁批？");
    asked.say(people::TABLE, people::ROLE.slot, words, &[]);
}

fn no_opponent(asked: &mut Asked) {
    let support = asked.book.values(people::TABLE, people::SUPPORT);
    if support.len() < ENOUGH || support.iter().any(|support| *support < 0.0) {
        return;
    }
    let words = bi(
        "Among {0} people nobody is against you. Who supports the rival?",
        "{0}个人里没有一个反对者。那谁在支持对手？",
    );
    asked.say(people::TABLE, people::SUPPORT.slot, words, &[&of(support.len())]);
}

fn key_support(asked: &mut Asked) {
    let answer = power::key_support(asked.book);
    let (Some(share), &[with_us, all]) = (answer.as_number(), answer.numbers.as_slice()) else { return };
    if settle(share) >= asked.limit {
        return;
    }
    let words = bi(
        "Of {1} key players, {0} support you. Win more before you ask for the deal.",
        "{1}位关键人里，支持我们的有{0}位。谈单之前，先多争取几位。",
    );
    asked.say(people::TABLE, people::SUPPORT.slot, words, &[&n(with_us), &n(all)]);
}

fn threads(asked: &mut Asked) {
    let threads = power::threads(asked.book).as_number();
    if threads.is_none_or(|threads| threads > asked.limit) {
        return;
    }
    let held: Vec<&str> =
        asked.book.rows(people::TABLE).filter(|person| power::is_thread(person)).map(|row| row.id.as_str()).collect();
    let names = asked.names(people::TABLE, &held);
    let words = if held.is_empty() {
        bi("You are in touch with nobody of weight yet.", "还没有接触到任何有分量的人。")
    } else {
        bi("Everything hangs on {0}. Open a second line.", "全系在{0}身上。再开一条线。")
    };
    asked.say(people::TABLE, people::CONTACT.slot, words, &[&names]);
}

fn cold(asked: &mut Asked) {
    for person in asked.book.rows(people::TABLE) {
        let is_key = power::key_player(asked.book, person).as_key() == Some("yes");
        let days = power::days_since_contact(asked.book, person).as_number().filter(|_| is_key);
        let Some(days) = days.filter(|days| *days > asked.limit) else { continue };
        let name = asked.name(people::TABLE, person.id.as_str());
        let words = bi("{0} has not heard from you for {1} days.", "已有{1}天没联系{0}了。");
        asked.say_row(people::TABLE, person, people::LAST_CONTACT.slot, words, &[&name, &n(days)]);
    }
}

fn no_access(asked: &mut Asked) {
    for person in asked.book.rows(people::TABLE).filter(|person| is_decider(person)) {
        let Some(contact) = person.get(people::CONTACT).filter(|contact| *contact < asked.limit) else { continue };
        let name = asked.name(people::TABLE, person.id.as_str());
        let words = bi(
            "You have not reached {0} yet (contact {1}), and {0} can say yes.",
            "还没有接触到{0}（接触程度{1}），而{0}能说“行”。",
        );
        asked.say_row(people::TABLE, person, people::CONTACT.slot, words, &[&name, &n(contact)]);
    }
}

fn all_important(asked: &mut Asked) {
    let importance = asked.book.values(needs::TABLE, needs::IMPORTANCE);
    if importance.len() < ENOUGH || importance.iter().any(|importance| *importance < asked.limit) {
        return;
    }
    let words = bi(
        "All {0} needs rate {1} or more. If everything is important, nothing comes first.",
        "{0}条需求都在{1}分以上。全都重要，就没有先后了。",
    );
    asked.say(needs::TABLE, needs::IMPORTANCE.slot, words, &[&of(importance.len()), &n(asked.limit)]);
}

fn no_personal(asked: &mut Asked) {
    let levels: Vec<&str> = asked.book.rows(needs::TABLE).filter_map(|need| need.get(needs::LEVEL)).collect();
    if levels.len() < ENOUGH || levels.iter().any(|level| *level != "organisation") {
        return;
    }
    let words = bi(
        "All {0} needs are the company's. What does one of these people need?",
        "{0}条需求全是企业的。这些人里，谁个人想要什么？",
    );
    asked.say(needs::TABLE, needs::LEVEL.slot, words, &[&of(levels.len())]);
}

fn too_many(asked: &mut Asked) {
    let people = asked.book.rows_with_content(people::TABLE).count();
    if count(people) <= asked.limit {
        return;
    }
    let words = bi("{0} people are many. Which of them decide?", "{0}个人有点多。真正左右决策的是哪几位？");
    asked.say(people::TABLE, people::INFLUENCE.slot, words, &[&of(people)]);
}
