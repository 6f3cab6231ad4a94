//! Results of worksheet 3: which people want what, how badly, and how well it is met.

pub mod kano;
pub mod people;
pub mod priority;
pub mod qualification;
pub mod scores;

#[cfg(test)]
mod tests;

use super::Compute::{Keys, Once, Rows};
use super::ResultDef;
use super::ResultUnit::{Count, Days, Enum, Money, Percent, Score, Text};
use crate::model::{Opt, opt};

pub(super) const YES_NO: &[Opt] = &[opt("yes", "Yes", "是"), opt("no", "No", "否")];
const LIGHTS: &[Opt] = &[opt("green", "Green", "绿"), opt("amber", "Amber", "黄"), opt("red", "Red", "红")];
const BANDS: &[Opt] = &[
    opt("extreme", "Extreme", "极高"),
    opt("high", "High", "高"),
    opt("consider", "Worth considering", "可考虑"),
    opt("low", "Met or over-served", "已满足"),
];
const CLASSES: &[Opt] = &[
    opt("strong", "Strong", "强"),
    opt("good", "Good", "较强"),
    opt("needs_work", "Needs work", "待加强"),
    opt("weak", "Weak", "弱"),
    opt("drop", "Drop it", "放弃"),
];

const PEOPLE: &str = "w3.people";
const NEEDS: &str = "w3.needs";
const OPPORTUNITIES: &str = "w6.opp";
const KANO: &str = "w3.needs w3.kano_votes";

/// Every result of worksheet 3 but evidence and completeness, which all sheets have.
#[rustfmt::skip]
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w3.people.<id>.key_player", "Key player", "关键人", Enum, Rows(PEOPLE, people::key_player)).options(YES_NO).reads(PEOPLE)
        .how("Influence {0}; from 4 on it is a key player.", "影响力{0}；4及以上为关键人。"),
    ResultDef::new("w3.support_index", "Support index", "支持指数", Score, Once(people::support_index)).reads(PEOPLE)
        .how("Influence × support, added up: {0}; ÷ twice the influence: {1}; × 100", "影响力×支持度之和{0} ÷ 影响力之和的两倍{1} × 100"),
    ResultDef::new("w3.coverage_index", "Coverage index", "覆盖指数", Percent, Once(people::coverage_index)).reads(PEOPLE)
        .how("Influence of those we are in touch with (contact 2 or more) {0} ÷ all influence {1}", "接触程度2及以上者的影响力{0} ÷ 全部影响力{1}"),
    ResultDef::new("w3.people.<id>.gap", "Relationship gap", "关系差距", Score, Rows(PEOPLE, people::gap)).reads(PEOPLE)
        .how("Wanted {0} − today {1}", "目标{0} − 现状{1}"),
    ResultDef::new("w3.relationship_gap", "Relationship gap, weighted by influence", "关系差距（按影响力加权）", Score, Once(people::relationship_gap)).reads(PEOPLE)
        .how("Influence × gap, added up: {0}; ÷ influence: {1}", "影响力×差距之和{0} ÷ 影响力之和{1}"),
    ResultDef::new("w3.threads", "Threads", "有效联系人数", Count, Once(people::threads)).reads(PEOPLE)
        .how("Of {0} people: those with contact 2 or more and influence 3 or more. One or none is a risk.", "{0}人中，接触程度≥2且影响力≥3的人数。只有一个或没有，就是风险。"),
    ResultDef::new("w3.key_support", "Key players with us", "关键人支持率", Percent, Once(people::key_support)).reads(PEOPLE)
        .how("{0} of {1} key players support us", "{1}位关键人中有{0}位支持我们"),
    ResultDef::new("w3.people.<id>.days_since_contact", "Days since last contact", "距上次接触天数", Days, Rows(PEOPLE, people::days_since_contact)).reads(PEOPLE)
        .how("Today − last contact; a date to come counts as today", "今天 − 最近接触日期；未来日期算作今天"),
    ResultDef::new("w3.people.<id>.freshness", "Freshness of contact", "接触新鲜度", Enum, Rows(PEOPLE, people::freshness)).options(LIGHTS).reads("w3.people settings.limits")
        .how("{0} days without contact; amber above {1}, red above {2}", "已{0}天未接触；超过{1}天黄灯，超过{2}天红灯"),
    ResultDef::new("w3.role_completeness", "Role completeness", "角色完整度", Count, Once(people::role_completeness)).reads(PEOPLE)
        .how("How many of decision maker, technical gatekeeper, user and coach are found", "决策者、技术把关者、使用者、教练，四个角色找到了几个"),
    ResultDef::new("w3.roles_missing", "Roles not found yet", "缺失角色", Text, Once(people::roles_missing)).reads(PEOPLE)
        .how("Which of decision maker, technical gatekeeper, user and coach nobody has", "决策者、技术把关者、使用者、教练中还没有找到的"),
    ResultDef::new("w3.needs.<id>.opportunity", "Opportunity score (workshop estimate)", "机会分（研讨估计）", Score, Rows(NEEDS, scores::opportunity)).reads(NEEDS)
        .how("Importance {0} + max(importance {0} − satisfaction {1}, 0)", "重要度{0} + max(重要度{0} − 满意度{1}, 0)"),
    ResultDef::new("w3.needs.<id>.band", "Opportunity band", "机会等级", Enum, Rows(NEEDS, scores::band)).options(BANDS).reads(NEEDS)
        .how("Score {0}: above 15 extreme, above 12 high, from 10 worth considering", "机会分{0}：15以上极高，12以上高，10起可考虑"),
    ResultDef::new("w3.needs.<id>.unmet", "Unmet gap", "未满足差", Score, Rows(NEEDS, scores::unmet)).reads(NEEDS)
        .how("max(importance {0} − satisfaction {1}, 0)", "max(重要度{0} − 满意度{1}, 0)"),
    ResultDef::new("w3.needs.<id>.competitive_gap", "Competitive gap", "竞争满意差", Score, Rows(NEEDS, scores::competitive_gap)).reads(NEEDS)
        .how("Satisfaction today {0} − with the best competitor {1}", "当前满意度{0} − 对最佳竞争者{1}"),
    ResultDef::new("w3.needs.<id>.kano", "Kano class", "Kano类别", Enum, Rows(NEEDS, kano::kano)).options(kano::OPTIONS).reads(KANO)
        .how("The team's class; else from the two answers by the Kano table; else what most respondents said", "先看团队判定；没有就按两个回答查Kano评价表；再没有取多数人的答案"),
    ResultDef::new("w3.needs.<id>.better", "Kano Better", "Kano Better系数", Score, Rows(NEEDS, kano::better)).reads(KANO)
        .how("(Attractive {0} + one-dimensional {1}) ÷ A, O, M and I together {2}; from five answers on", "（魅力{0} + 期望{1}）÷ A、O、M、I合计{2}；至少五份答卷"),
    ResultDef::new("w3.needs.<id>.worse", "Kano Worse", "Kano Worse系数", Score, Rows(NEEDS, kano::worse)).reads(KANO)
        .how("−(must-be {0} + one-dimensional {1}) ÷ A, O, M and I together {2}; from five answers on", "−（必备{0} + 期望{1}）÷ A、O、M、I合计{2}；至少五份答卷"),
    ResultDef::new("w3.kano_counts.<class>", "Needs per Kano class", "各Kano类别需求数", Count, Keys(kano::CLASSES, kano::kano_counts)).reads(KANO)
        .how("Counted over {0} needs with a class", "在{0}条有类别的需求中计数"),
    ResultDef::new("w3.needs.<id>.priority", "Priority", "优先级", Count, Rows(NEEDS, priority::priority)).reads(NEEDS)
        .how("Place among {0} needs: deal breakers first, then opportunity score, then cost of the problem", "在{0}条需求中的名次：一票否决优先，其次机会分，再次问题年损失"),
    ResultDef::new("w3.pain_total", "Total cost of the problems", "损失合计", Money, Once(scores::pain_total)).reads(NEEDS)
        .how("Yearly cost of {0} problems, added up", "{0}个问题的年损失之和"),
    ResultDef::new("w3.meddpicc.<opp id>.total", "MEDDPICC score", "机会资格得分", Score, Rows(OPPORTUNITIES, qualification::total)).reads("w3.meddpicc w6.opp")
        .how("Scores 0–2 added up, {0} of 8 rated", "各项0–2分相加，8项已评{0}项"),
    ResultDef::new("w3.meddpicc.<opp id>.class", "MEDDPICC class", "机会资格等级", Enum, Rows(OPPORTUNITIES, qualification::class)).options(CLASSES).reads("w3.meddpicc w6.opp")
        .how("Score {0}: from 14 strong, 12 good, 8 needs work, 4 weak", "得分{0}：14起强，12起较强，8起待加强，4起弱"),
    ResultDef::new("w3.lead_time", "Decision lead time", "决策周期", Days, Once(qualification::lead_time)).reads("w3.process")
        .how("Days of {0} steps, one after the other", "{0}个步骤依次进行的天数之和"),
];
