//! Advice on worksheet 6: objectives, actions, risks, relationship.

use super::Rule;
use super::asked::{Asked, ENOUGH, n, of};
use crate::analysis::competition::wallet;
use crate::analysis::plan::{actions, objectives, risks, stage};
use crate::analysis::stats::{count, settle};
use crate::model::{Row, bi};
use crate::worksheets::competition::summary;
use crate::worksheets::plan::{act, obj, relationship, risk};
use crate::worksheets::settings::limits;

/// Actions that keep up a relationship and by themselves bring the customer no value.
const RELATIONSHIP: [&str; 5] = ["visit", "executive_visit", "meeting", "club", "exhibition"];

pub(super) static RULES: &[Rule] = &[
    Rule::new("R-W6-01", "w6.obj", customer_goal, "The objective names no customer goal.", "目标没有对应客户的目标。"),
    Rule::new(
        "R-W6-02",
        "w6.obj w6.act",
        few_actions,
        "The objective has fewer than {0} actions.",
        "目标的行动少于{0}项。",
    ),
    Rule::new("R-W6-03", "w6.obj", too_many, "There are more than {0} objectives.", "目标超过{0}个。"),
    Rule::new(
        "R-W6-06",
        "w6.act",
        overdue,
        "More than {0}% of the actions are past their date and not done.",
        "超期未完成的行动超过{0}%。",
    ),
    Rule::new(
        "R-W6-07",
        "w6.act",
        only_relationship,
        "Three or more actions have a type, all of them visits, meetings or events.",
        "已定类型的行动有三项以上，全是拜访、会议或活动。",
    ),
    Rule::new(
        "R-W6-08",
        "w6.risk settings.limits",
        unmanaged,
        "The risk scores {0} or more and has no mitigation or no owner.",
        "风险值达到{0}，却没有措施或负责人。",
    )
    .limit(|book| book.setting(limits::TABLE, limits::RISK_EXTREME), limits::RISK_EXTREME.slot),
    Rule::new(
        "R-W6-09",
        "w6.relationship w2.summary w2.wallet",
        stage_jump,
        "The target stage is more than {0} above today's.",
        "目标阶段比现阶段高出{0}级以上。",
    ),
    Rule::new(
        "R-W6-10",
        "w2.wallet w2.summary",
        undefended,
        "Share of wallet above {0}%, and the competitive strategy is not to defend.",
        "钱包份额高于{0}%，竞争策略却不是防守。",
    ),
];

fn customer_goal(asked: &mut Asked) {
    for objective in asked.book.rows_with_content(obj::TABLE).filter(|row| row.get(obj::CUSTOMER_GOAL).is_none()) {
        let name = asked.name(obj::TABLE, objective.id.as_str());
        let words = bi("Which goal of the customer does “{0}” serve?", "“{0}”服务于客户的哪个目标？");
        asked.say_row(obj::TABLE, objective, obj::CUSTOMER_GOAL.slot, words, &[&name]);
    }
}

fn few_actions(asked: &mut Asked) {
    for objective in asked.book.rows_with_content(obj::TABLE) {
        let actions = objectives::actions(asked.book, objective).as_number().unwrap_or(0.0);
        if actions >= asked.limit {
            continue;
        }
        let name = asked.name(obj::TABLE, objective.id.as_str());
        let words = bi("“{0}” has {1} of {2} actions it needs.", "“{0}”只有{1}项行动，至少要{2}项。");
        asked.say_row(obj::TABLE, objective, obj::STATEMENT.slot, words, &[&name, &n(actions), &n(asked.limit)]);
    }
}

fn too_many(asked: &mut Asked) {
    let objectives = asked.book.rows_with_content(obj::TABLE).count();
    if count(objectives) <= asked.limit {
        return;
    }
    let words = bi("{0} objectives are too many to carry. Which {1} stay?", "{0}个目标太多，顾不过来。留哪{1}个？");
    asked.say(obj::TABLE, obj::STATEMENT.slot, words, &[&of(objectives), &n(asked.limit)]);
}

fn overdue(asked: &mut Asked) {
    let answer = actions::overdue_share(asked.book);
    let (Some(share), &[late, all]) = (answer.as_number(), answer.numbers.as_slice()) else { return };
    if settle(share) <= asked.limit {
        return;
    }
    let first = asked.book.rows_with_content(act::TABLE).find(|row| actions::is_overdue(asked.book, row));
    let words = bi("{0} of {1} actions are late, “{2}” among them.", "{1}项行动里有{0}项超期，包括“{2}”。");
    let Some(first) = first else { return };
    let name = asked.name(act::TABLE, first.id.as_str());
    asked.say_row(act::TABLE, first, act::STATUS.slot, words, &[&n(late), &n(all), &name]);
}

fn only_relationship(asked: &mut Asked) {
    let live = asked.book.rows(act::TABLE).filter(|row| row.get(act::STATUS) != Some("cancelled"));
    let types: Vec<&str> = live.filter_map(|row| row.get(act::TYPE)).collect();
    if types.len() < ENOUGH || types.iter().any(|kind| !RELATIONSHIP.contains(kind)) {
        return;
    }
    let words = bi(
        "All {0} actions are visits, meetings or events. What does the customer get out of them?",
        "{0}项行动全是拜访、会议和活动，客户能得到什么价值？",
    );
    asked.say(act::TABLE, act::TYPE.slot, words, &[&of(types.len())]);
}

fn unmanaged(asked: &mut Asked) {
    let is_open = |row: &&Row| row.get(risk::STATUS) != Some("closed");
    for row in asked.book.rows(risk::TABLE).filter(is_open) {
        let (Some("extreme"), Some(score)) =
            (risks::class(asked.book, row).as_key(), risks::score(asked.book, row).as_number())
        else {
            continue;
        };
        let (words, slot) = if row.get(risk::MITIGATION).is_none() {
            (
                bi(
                    "Extreme risk “{0}” ({1}): nothing is planned against it.",
                    "极高风险“{0}”（{1}分）还没有应对措施。",
                ),
                risk::MITIGATION.slot,
            )
        } else if row.get(risk::OWNER).is_none() {
            (bi("Extreme risk “{0}” ({1}): nobody owns it.", "极高风险“{0}”（{1}分）还没有负责人。"), risk::OWNER.slot)
        } else {
            continue;
        };
        let name = asked.name(risk::TABLE, row.id.as_str());
        asked.say_row(risk::TABLE, row, slot, words, &[&name, &n(score)]);
    }
}

fn stage_jump(asked: &mut Asked) {
    let options = relationship::TABLE.field("stage_target").map_or(&[][..], |field| field.kind.options());
    let step = |key: Option<&str>| options.iter().position(|option| Some(option.key) == key);
    let target = step(asked.book.form(relationship::TABLE).get(relationship::STAGE_TARGET));
    let (Some(now), Some(target)) = (step(stage::stage(asked.book).as_key()), target) else { return };
    if count(target.saturating_sub(now)) <= asked.limit {
        return;
    }
    let label = |at: usize| options.get(at).map_or("", |option| asked.t(option.label));
    let words = bi(
        "From “{0}” to “{1}” is {2} stages. One a year is already ambitious.",
        "从“{0}”到“{1}”要跨{2}级，一年升一级已经不容易。",
    );
    let (now_label, target_label) = (label(now), label(target));
    let steps = of(target - now);
    asked.say(relationship::TABLE, relationship::STAGE_TARGET.slot, words, &[now_label, target_label, &steps]);
}

fn undefended(asked: &mut Asked) {
    let share = wallet::share_of_wallet(asked.book).as_number().filter(|share| settle(*share) > asked.limit);
    let strategy = asked.book.form(summary::TABLE).get(summary::BATTLE_STRATEGY);
    let (Some(share), false) = (share, strategy == Some("defend")) else { return };
    let words = bi("You hold {0}% of the spend. What keeps the rivals out?", "我们已占采购额{0}%。靠什么守住？");
    asked.say(summary::TABLE, summary::BATTLE_STRATEGY.slot, words, &[&n(share)]);
}
