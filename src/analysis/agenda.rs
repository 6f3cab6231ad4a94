//! The agenda of a workshop: templates, and a timer that re-spreads what time is left.

use crate::model::{Bi, Opt, bi, opt};

/// A block of a template.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// Name.
    pub name: Bi,
    /// The page that belongs to it, by its name in links; empty for none.
    pub page: &'static str,
    /// Minutes in each template, in the order of [`TEMPLATES`]; 0 where the template has no such block.
    pub minutes: [u16; 4],
}

const fn block(en: &'static str, zh: &'static str, page: &'static str, minutes: [u16; 4]) -> Block {
    Block { name: bi(en, zh), page, minutes }
}

/// The templates: 120, 250, 510 and 90 minutes.
pub const TEMPLATES: &[Opt] = &[
    opt("sprint", "2-hour sprint", "两小时速成"),
    opt("half_day", "Half day", "半天"),
    opt("full_day", "Full day", "全天"),
    opt("review", "Review, 90 minutes", "90分钟评审"),
];

/// The blocks of all templates, in order.
pub const BLOCKS: &[Block] = &[
    block("Opening and ground rules", "开场与规则", "account", [5, 15, 20, 5]),
    block("Industry", "行业", "industry", [12, 25, 50, 5]),
    block("Competition", "竞争", "competition", [18, 35, 60, 10]),
    block("Needs", "需求", "needs", [25, 45, 75, 15]),
    block("Break", "休息", "", [5, 15, 75, 0]),
    block("Solution", "方案", "solution", [20, 35, 65, 10]),
    block("Service and capability", "服务能力", "service", [12, 25, 50, 10]),
    block("Account plan", "规划", "plan", [18, 35, 65, 20]),
    block("Presentation and challenge", "汇报与挑战", "page", [3, 15, 40, 10]),
    block("Commitments and next review", "承诺与下次评审", "plan", [2, 5, 10, 5]),
];

/// The blocks of a template, with their minutes; none for a key that is not one.
pub fn template(key: &str) -> impl Iterator<Item = (&'static Block, u16)> {
    let at = TEMPLATES.iter().position(|template| template.key == key);
    BLOCKS.iter().filter_map(move |block| Some((block, *block.minutes.get(at?)?))).filter(|(_, minutes)| *minutes > 0)
}

/// A block that is still to come, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Planned length.
    pub planned: u64,
    /// Shortest length that makes sense.
    pub least: u64,
}

/// The time that is left, in seconds, spread over the blocks to come: `newᵢ = planᵢ · T / Σ plan`, no block shorter than
/// its minimum; what the minimums take is taken from the others in proportion. The seconds add up to the time left
/// exactly, unless the minimums alone take more: then each block gets its minimum, and the day ends late.
pub fn respread(left: u64, blocks: &[Pending]) -> Vec<u64> {
    let least: u64 = blocks.iter().map(|block| block.least).sum();
    if least >= left {
        return blocks.iter().map(|block| block.least).collect();
    }
    let mut is_at_least = vec![false; blocks.len()];
    // Each round gives at least one more block its minimum, so this ends.
    loop {
        let held: u64 = held(blocks, &is_at_least, |block| block.least);
        let planned = held_free(blocks, &is_at_least);
        let free = left - held.min(left);
        let mut is_settled = true;
        for (block, at_least) in blocks.iter().zip(&mut is_at_least) {
            let is_short = !*at_least
                && u128::from(block.planned) * u128::from(free) < u128::from(block.least) * u128::from(planned);
            if is_short {
                *at_least = true;
                is_settled = false;
            }
        }
        if is_settled {
            return shares(free, planned, blocks, &is_at_least);
        }
    }
}

fn held(blocks: &[Pending], is_at_least: &[bool], of: impl Fn(&Pending) -> u64) -> u64 {
    blocks.iter().zip(is_at_least).filter(|(_, at_least)| **at_least).map(|(block, _)| of(block)).sum()
}

fn held_free(blocks: &[Pending], is_at_least: &[bool]) -> u64 {
    blocks.iter().zip(is_at_least).filter(|(_, at_least)| !**at_least).map(|(block, _)| block.planned).sum()
}

/// Whole seconds in proportion to the plan, rounded so that the running total is never more than half a second off.
fn shares(free: u64, planned: u64, blocks: &[Pending], is_at_least: &[bool]) -> Vec<u64> {
    let (mut plan_so_far, mut given_so_far) = (0_u64, 0_u64);
    let mut spread = Vec::with_capacity(blocks.len());
    for (block, at_least) in blocks.iter().zip(is_at_least) {
        if *at_least {
            spread.push(block.least);
            continue;
        }
        plan_so_far += block.planned;
        let exact = u128::from(plan_so_far) * u128::from(free) * 2 + u128::from(planned);
        let due = exact.checked_div(u128::from(planned) * 2).and_then(|due| u64::try_from(due).ok()).unwrap_or(free);
        spread.push(due - given_so_far.min(due));
        given_so_far = due;
    }
    spread
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn templates_add_up() {
        for (key, minutes) in [("sprint", 120), ("half_day", 250), ("full_day", 510), ("review", 90)] {
            assert_eq!(template(key).map(|(_, minutes)| minutes).sum::<u16>(), minutes, "{key}");
        }
        assert!(template("review").all(|(block, _)| block.name.en != "Break"));
        assert_eq!(template("none").count(), 0);
        for block in BLOCKS.iter().filter(|block| !block.page.is_empty()) {
            assert!(block.page == "page" || crate::worksheets::sheets::sheet_of_page(block.page).is_some());
        }
    }

    fn minutes(planned: &[u64], least: u64) -> Vec<Pending> {
        planned.iter().map(|minutes| Pending { planned: minutes * 60, least: least * 60 }).collect()
    }

    #[test]
    fn what_is_left_is_spread_in_proportion() {
        assert_eq!(respread(3600, &minutes(&[30, 20, 30], 0)), [1350, 900, 1350]);
        // The short block keeps its ten minutes; the others share the rest.
        assert_eq!(respread(3600, &minutes(&[40, 5, 40], 10)), [1500, 600, 1500]);
        assert_eq!(respread(60, &minutes(&[30, 20], 5)), [300, 300]);
        assert_eq!(respread(600, &[]), Vec::<u64>::new());
    }

    proptest! {
        #[test]
        fn the_seconds_add_up(left in 0_u64..40_000, blocks in prop::collection::vec((0_u64..8_000, 0_u64..900), 1..12)) {
            let blocks: Vec<Pending> = blocks.into_iter().map(|(planned, least)| Pending { planned, least }).collect();
            let spread = respread(left, &blocks);
            let least: u64 = blocks.iter().map(|block| block.least).sum();
            let has_plan = blocks.iter().any(|block| block.planned > 0);
            if has_plan && blocks.iter().all(|block| block.planned >= block.least) {
                prop_assert_eq!(spread.iter().sum::<u64>(), left.max(least));
            }
            for (block, seconds) in blocks.iter().zip(&spread) {
                prop_assert!(*seconds + 1 >= block.least, "{block:?} {seconds}");
            }
        }
    }
}
