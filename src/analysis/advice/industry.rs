//! Advice on worksheet 1.

use super::Rule;
use super::asked::{Asked, n, of};
use crate::analysis::industry::{life_cycle, structure};
use crate::analysis::stats::{count, settle};
use crate::model::bi;
use crate::worksheets::industry::{cycle, players};

pub(super) static RULES: &[Rule] = &[
    Rule::new(
        "R-W1-01",
        "w1.players",
        shares,
        "The listed market shares add up to less than {0}%.",
        "已列企业的份额合计不足{0}%。",
    ),
    Rule::new(
        "R-W1-02",
        "w1.cycle",
        indicators,
        "The six indicators name {0} or more different stages.",
        "六项指标指向{0}个或更多不同阶段。",
    ),
];

fn shares(asked: &mut Asked) {
    let listed = structure::listed_share(asked.book).as_number();
    let Some(listed) = listed.filter(|listed| settle(*listed) < asked.limit) else { return };
    let words = bi(
        "The shares you list cover {0}% of the market: too little to judge its concentration.",
        "所列份额只覆盖{0}%，集中度的结论还靠不住。",
    );
    asked.say(players::TABLE, players::SHARE.slot, words, &[&n(listed)]);
}

fn indicators(asked: &mut Asked) {
    let mut stages = life_cycle::answers(asked.book);
    stages.sort_unstable();
    stages.dedup();
    if count(stages.len()) < asked.limit {
        return;
    }
    let words = bi(
        "The life-cycle indicators name {0} different stages. Talk it through and decide.",
        "生命周期指标指向{0}个不同阶段，请讨论后判定。",
    );
    asked.say(cycle::TABLE, cycle::STAGE_OVERRIDE.slot, words, &[&of(stages.len())]);
}
