//! Advice on worksheet 5.

use super::Rule;
use super::asked::{Asked, n, of};
use crate::analysis::service::{issues, load, raci as grid, servqual};
use crate::analysis::stats::settle;
use crate::model::{Id, Row, bi};
use crate::worksheets::account::team;
use crate::worksheets::row::ORIGIN;
use crate::worksheets::service::{cap, iss, raci, raci_parties, raci_tasks, res, sq, svc};
use crate::worksheets::settings::limits;
use crate::worksheets::solution::modules;

pub(super) static RULES: &[Rule] = &[
    Rule::new(
        "R-W5-01",
        "w5.raci_tasks w5.raci_parties w5.raci",
        accountable,
        "A task does not have exactly one A.",
        "任务的A不是恰好一个。",
    ),
    Rule::new(
        "R-W5-02",
        "w5.res card.team settings.limits",
        overload,
        "Hours needed are more than {0}% of the hours available.",
        "所需工时超过可用工时的{0}%。",
    )
    .limit(|book| book.setting(limits::TABLE, limits::LOAD_RED), limits::LOAD_RED.slot),
    Rule::new(
        "R-W5-03",
        "w4.modules w5.svc w5.cap",
        promises,
        "No service names the module, and no capability was taken over from it.",
        "没有服务对应该模块，也没有由它带出的能力。",
    ),
    Rule::new(
        "R-W5-04",
        "w5.sq w5.sq_items",
        service_gap,
        "The weighted SERVQUAL gap is below {0}, or that of one dimension below {1}.",
        "服务质量加权差距低于{0}，或某一维度低于{1}。",
    ),
    Rule::new(
        "R-W5-05",
        "w5.iss settings.limits",
        serious_issues,
        "An S1 or S2 issue is past its due date, or solved and not reported back.",
        "S1/S2问题已过期限，或解决后没有反馈客户。",
    ),
];

fn accountable(asked: &mut Asked) {
    let book = asked.book;
    if grid::errors(book).as_number().is_none() {
        return;
    }
    for task in book.rows_with_content(raci_tasks::TABLE) {
        let is_accountable =
            |party: &&Row| book.cell(raci::TABLE, &task.id, &party.id).get(raci::CELL) == Some("accountable");
        let held: Vec<&str> =
            book.rows(raci_parties::TABLE).filter(is_accountable).map(|party| party.id.as_str()).collect();
        let words = match held.len() {
            1 => continue,
            0 => bi("Nobody is accountable for “{0}”. Put one A.", "“{0}”没有负责人，请定一个A。"),
            _ => bi("{1} are all accountable for “{0}”. Keep one A.", "“{0}”的A有{1}，只能留一个。"),
        };
        let (name, names) = (asked.name(raci_tasks::TABLE, task.id.as_str()), asked.names(raci_parties::TABLE, &held));
        asked.say_row(raci::TABLE, task, raci::CELL.slot, words, &[&name, &names]);
    }
}

fn overload(asked: &mut Asked) {
    let book = asked.book;
    let words = bi("{0} is at {1}% of the hours available.", "{0}的工时已占到{1}%。");
    let too_much =
        |answer: crate::analysis::Answer, limit: f64| answer.as_number().filter(|load| settle(*load) > limit);
    for member in book.rows(team::TABLE) {
        let Some(load) = too_much(load::of_person(book, member), asked.limit) else { continue };
        let name = asked.name(team::TABLE, member.id.as_str());
        let line = book.rows(res::TABLE).find(|line| line.get(res::PERSON) == Some(member.id.as_str()));
        let Some(line) = line else { continue };
        asked.say_row(res::TABLE, line, res::NEEDED.slot, words, &[&name, &n(load)]);
    }
    for line in book.rows(res::TABLE).filter(|line| line.get(res::PERSON).is_none()) {
        let Some(load) = too_much(load::of_resource(book, line), asked.limit) else { continue };
        let name = asked.name(res::TABLE, line.id.as_str());
        asked.say_row(res::TABLE, line, res::NEEDED.slot, words, &[&name, &n(load)]);
    }
}

fn promises(asked: &mut Asked) {
    let book = asked.book;
    let is_started =
        book.rows_with_content(svc::TABLE).next().is_some() || book.rows_with_content(cap::TABLE).next().is_some();
    if !is_started {
        return;
    }
    let from = |row: &Row, module: &Id| {
        let mut origin = row.get(ORIGIN).unwrap_or_default().split(' ');
        origin.next() == Some(modules::TABLE.path) && origin.next() == Some(module.as_str())
    };
    for module in book.rows_with_content(modules::TABLE) {
        let is_served = book.rows(svc::TABLE).any(|row| row.get(svc::MODULE) == Some(module.id.as_str()))
            || book.rows(svc::TABLE).chain(book.rows(cap::TABLE)).any(|row| from(row, &module.id));
        if is_served {
            continue;
        }
        let name = asked.name(modules::TABLE, module.id.as_str());
        let words = bi(
            "“{0}” is promised, but no service or capability stands behind it.",
            "“{0}”已写进方案，但背后没有服务或能力支撑。",
        );
        asked.say_row(modules::TABLE, module, modules::NAME.slot, words, &[&name]);
    }
}

fn service_gap(asked: &mut Asked) {
    let overall = servqual::servqual(asked.book).as_number();
    if let Some(gap) = overall.filter(|gap| settle(*gap) < asked.limit) {
        let words =
            bi("All in all the customer gets {0} points less than they expect.", "总体上，客户的感知比期望低{0}分。");
        asked.say(sq::TABLE, sq::PERCEPTION.slot, words, &[&n(gap.abs())]);
    }
    for row in asked.book.rows(sq::TABLE) {
        let Some(gap) = servqual::gap(asked.book, row).as_number() else { continue };
        if settle(gap) >= asked.limit_2 {
            continue;
        }
        let label = sq::TABLE.default_row(row.id.as_str()).map_or("", |row| asked.t(row.label));
        let words = bi("{0}: the customer gets {1} points less than they expect.", "{0}：客户的感知比期望低{1}分。");
        asked.say_row(sq::TABLE, row, sq::PERCEPTION.slot, words, &[label, &n(gap.abs())]);
    }
}

fn serious_issues(asked: &mut Asked) {
    let book = asked.book;
    for issue in book.rows(iss::TABLE) {
        let Some(severity) = issue.get(iss::SEVERITY).filter(|severity| matches!(*severity, "s1" | "s2")) else {
            continue;
        };
        let is_done = matches!(issue.get(iss::STATUS), Some("solved" | "closed"));
        let due = issues::due(book, issue).filter(|due| *due < book.today);
        let name = asked.name(iss::TABLE, issue.id.as_str());
        let severity = severity.to_uppercase();
        match due {
            Some(due) if !is_done => {
                let words = bi("{0} issue “{1}” is {2} days late.", "{0}问题“{1}”已超期{2}天。");
                let days = usize::try_from(book.today.days() - due.days()).unwrap_or_default();
                asked.say_row(iss::TABLE, issue, iss::STATUS.slot, words, &[&severity, &name, &of(days)]);
            }
            _ if is_done && issue.get(iss::TOLD_CUSTOMER) != Some(true) => {
                let words = bi("{0} issue “{1}” is solved. Tell the customer.", "{0}问题“{1}”已解决，还没有告诉客户。");
                asked.say_row(iss::TABLE, issue, iss::TOLD_CUSTOMER.slot, words, &[&severity, &name]);
            }
            _ => {}
        }
    }
}
