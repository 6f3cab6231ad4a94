//! At which stage of its life the industry is.

use crate::analysis::Compute::Once;
use crate::analysis::ResultUnit::Enum;
use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::{Choice, Field, Opt, opt};
use crate::worksheets::industry::cycle;

const STAGES: &[Opt] = &[
    opt("introduction", "Introduction", "导入期"),
    opt("growth", "Growth", "成长期"),
    opt("maturity", "Maturity", "成熟期"),
    opt("decline", "Decline", "衰退期"),
];

const INDICATORS: [Field<Choice>; 6] =
    [cycle::GROWTH_RATE, cycle::ENTRANTS, cycle::PRODUCT, cycle::PROFIT, cycle::CUSTOMERS, cycle::TECHNOLOGY];

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new(
        "w1.life_cycle_indicated",
        "Life-cycle stage by the indicators",
        "指标所示阶段",
        Enum,
        Once(indicated),
    )
    .options(STAGES)
    .how("Named by {0} of {1} answered indicators", "{1}项已答指标中有{0}项指向此阶段")
    .reads("w1.cycle"),
    ResultDef::new("w1.life_cycle", "Life-cycle stage", "生命周期阶段", Enum, Once(life_cycle))
        .options(STAGES)
        .how("The team's own stage, else what most indicators say", "团队判定优先，否则取多数指标所指阶段")
        .reads("w1.cycle"),
];

/// The stages that the answered indicators name, in the order of the indicators.
pub fn answers<'a>(book: &Book<'a>) -> Vec<&'a str> {
    INDICATORS.into_iter().filter_map(|field| book.form(cycle::TABLE).get(field)).collect()
}

/// The stage that most of the answered indicators name; several stages in their order when they tie (1.4).
pub fn indicated(book: &Book) -> Answer {
    let answers = answers(book);
    let votes = |stage: &Opt| answers.iter().filter(|answer| **answer == stage.key).count();
    let most = STAGES.iter().map(votes).max().unwrap_or(0);
    if most == 0 {
        return Answer::none(Gap::Empty);
    }
    let stages: Vec<_> = STAGES.iter().filter(|stage| votes(stage) == most).map(|stage| stage.key).collect();
    let all = STAGES.iter().map(votes).sum();
    Answer::keys(&stages).with([count(most), count(all)]).rated(all, INDICATORS.len())
}

/// The stage: the team's own decision where there is one, else what the indicators say (1.4).
pub fn life_cycle(book: &Book) -> Answer {
    let decided = book.form(cycle::TABLE).get(cycle::STAGE_OVERRIDE);
    match STAGES.iter().find(|stage| Some(stage.key) == decided) {
        Some(stage) => Answer::key(stage.key),
        None => indicated(book),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::testkit::{answer, doc, gap, key, put};
    use crate::analysis::{Gap, Out};

    #[test]
    fn the_most_frequent_stage_unless_the_team_decides() {
        let mut document = doc(&[]);
        assert_eq!(gap(&document, "w1.life_cycle"), Gap::Empty);
        put(&mut document, "w1.cycle.technology", "maturity");
        assert_eq!(key(&document, "w1.life_cycle"), "maturity");
        put(&mut document, "w1.cycle.product", "growth");
        let tie = Out::Keys(vec!["growth", "maturity"]);
        assert_eq!(answer(&document, "w1.life_cycle").value, Ok(tie));
        put(&mut document, "w1.cycle.profit", "growth");
        assert_eq!(key(&document, "w1.life_cycle_indicated"), "growth");
        put(&mut document, "w1.cycle.stage_override", "decline");
        assert_eq!(key(&document, "w1.life_cycle"), "decline");
        assert_eq!(key(&document, "w1.life_cycle_indicated"), "growth");
    }
}
