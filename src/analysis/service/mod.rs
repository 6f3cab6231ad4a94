//! Worksheet 5: what we promise, what the customer gets, and what it takes.

pub mod blueprint;
pub mod capability;
pub mod cost_share;
pub mod cost_to_serve;
pub mod issues;
pub mod load;
pub mod loyalty;
pub mod raci;
pub mod self_check;
pub mod servqual;
pub mod sla;

use super::ResultUnit::{Count, Days, Enum, Money, Percent, Score};
use super::{Compute, ResultDef};
use crate::model::{Opt, opt};

const YES_NO: &[Opt] = &[opt("yes", "Yes", "是"), opt("no", "No", "否")];

const TASK_CHECK: &[Opt] = &[
    opt("ok", "In order", "无误"),
    opt("no_a", "Nobody accountable", "缺负责人"),
    opt("many_a", "More than one accountable", "负责人不唯一"),
    opt("no_r", "Nobody responsible", "缺执行人"),
    opt("many_c", "Too many consulted", "咨询过多"),
];

const PARTY_CHECK: &[Opt] = &[
    opt("ok", "In order", "无误"),
    opt("many_a", "Accountable for too much", "负责任务过多"),
    opt("empty", "No task", "没有任务"),
];

/// Results of worksheet 5.
#[rustfmt::skip]
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w5.sla.<id>.met", "SLA met", "单项达成", Enum, Compute::Rows("w5.sla", sla::met))
        .options(YES_NO)
        .how("Actual {0} against target {1}, in the better direction.", "实际{0}，目标{1}，按优化方向比较。")
        .reads("w5.sla"),
    ResultDef::new("w5.sla_attainment", "SLA attainment", "SLA达成率", Percent, Compute::Once(sla::attainment))
        .how("Weight of the levels kept {0} ÷ weight of the levels measured {1}.", "达成项权重{0} ÷ 已测项权重{1}。")
        .reads("w5.sla"),
    ResultDef::new("w5.sla.<id>.ratio", "SLA performance ratio", "表现比", Percent, Compute::Rows("w5.sla", sla::ratio))
        .how("{0} ÷ {1}; 100% is exactly what was promised.", "{0} ÷ {1}；100%就是刚好兑现。")
        .reads("w5.sla"),
    ResultDef::new("w5.sq.<id>.gap", "SERVQUAL gap", "维度差距", Score, Compute::Rows("w5.sq", servqual::gap))
        .how("Perception {0} − expectation {1}; below 0 we fall short.", "感知{0} − 期望{1}；负数就是没达到期望。")
        .reads("w5.sq w5.sq_items"),
    ResultDef::new("w5.servqual", "Weighted SERVQUAL", "服务质量加权得分", Score, Compute::Once(servqual::servqual))
        .how("Gaps times weight points {0} ÷ points {1}.", "差距×权重分之和{0} ÷ 权重分{1}。")
        .reads("w5.sq w5.sq_items"),
    ResultDef::new("w5.sq.<id>.relative_gap", "Gap to the best competitor", "相对差距", Score, Compute::Rows("w5.sq", servqual::relative_gap))
        .how("Perception of us {0} − of the best competitor {1}.", "对我方的感知{0} − 对最佳竞争者的感知{1}。")
        .reads("w5.sq w5.sq_items"),
    ResultDef::new("w5.cap.<id>.gap", "Capability gap", "能力差距", Score, Compute::Rows("w5.cap", capability::gap))
        .how("Required level {0} − current level {1}, not below 0.", "要求水平{0} − 现有水平{1}，最低为0。")
        .reads("w5.cap"),
    ResultDef::new("w5.cap.<id>.priority", "Capability priority", "能力优先级", Score, Compute::Rows("w5.cap", capability::priority))
        .how("Gap {0} × importance {1}.", "差距{0} × 重要度{1}。")
        .reads("w5.cap"),
    ResultDef::new("w5.readiness", "Readiness", "兑现就绪度", Percent, Compute::Once(capability::readiness))
        .how("What is there {0} ÷ what is needed {1}, by importance; a surplus does not count.", "按重要度加权：现有{0} ÷ 要求{1}；超出部分不计。")
        .reads("w5.cap"),
    ResultDef::new("w5.raci_tasks.<id>.check", "RACI check of the task", "任务校验", Enum, Compute::Rows("w5.raci_tasks", raci::task_check))
        .options(TASK_CHECK)
        .how("{0} accountable (exactly one), {1} responsible (at least one), {2} consulted (not too many).", "负责{0}人（只能一人），执行{1}人（至少一人），咨询{2}人（不宜多）。")
        .reads("w5.raci_tasks w5.raci_parties w5.raci settings.limits"),
    ResultDef::new("w5.raci_parties.<id>.check", "RACI check of the column", "列校验", Enum, Compute::Rows("w5.raci_parties", raci::party_check))
        .options(PARTY_CHECK)
        .how("Accountable for {0} tasks; everyone should have a task, nobody too many.", "负责{0}项任务；人人有任务，谁也别太多。")
        .reads("w5.raci_tasks w5.raci_parties w5.raci settings.limits"),
    ResultDef::new("w5.raci_errors", "RACI errors", "RACI问题数", Count, Compute::Once(raci::errors))
        .how("{0} marks on tasks + {1} on people and departments.", "任务上{0}处 + 人员与部门上{1}处。")
        .reads("w5.raci_tasks w5.raci_parties w5.raci settings.limits"),
    ResultDef::new("w5.res.<id>.load", "Load", "负荷率", Percent, Compute::Rows("w5.res", load::of_resource))
        .how("Hours needed {0} ÷ hours available {1}.", "所需工时{0} ÷ 可用工时{1}。")
        .reads("w5.res settings.limits"),
    ResultDef::new("w5.load.<team id>", "Load of a person", "个人负荷率", Percent, Compute::Rows("card.team", load::of_person))
        .how("All lines of this person: hours needed {0} ÷ hours available {1}.", "此人各行合计：所需工时{0} ÷ 可用工时{1}。")
        .reads("w5.res"),
    ResultDef::new("w5.cost_to_serve", "Cost to serve", "服务成本", Money, Compute::Once(cost_to_serve::cost_to_serve))
        .how("Activities {0} (quantity × unit cost) + people {1} (hours × rate × months).", "活动{0}（数量×单位成本）+ 人员{1}（工时×小时成本×月数）。")
        .reads("w5.res w5.cts"),
    ResultDef::new("w5.cost_to_serve_share", "Cost to serve in percent of our revenue", "服务成本占收入比", Percent, Compute::Once(cost_share::cost_to_serve_share))
        .how("Cost to serve {0} ÷ our revenue with the account {1}.", "服务成本{0} ÷ 我方在该客户的收入{1}。")
        .reads("w2.wallet w5.res w5.cts w6.hist"),
    ResultDef::new("w5.fail_points", "Fail points", "失误点数", Count, Compute::Once(blueprint::fail_points))
        .how("Cells of the blueprint marked as fail points.", "蓝图中标为失误点的格数。")
        .reads("w5.bp_phases w5.bp"),
    ResultDef::new("w5.fail_points.<lane>", "Fail points by lane", "各泳道失误点数", Count, Compute::Keys(blueprint::LANES, blueprint::of_lane))
        .how("Fail points in this lane.", "这条泳道里的失误点。")
        .reads("w5.bp_phases w5.bp"),
    ResultDef::new("w5.bp_phases.<id>.fail_points", "Fail points by phase", "各阶段失误点数", Count, Compute::Rows("w5.bp_phases", blueprint::of_phase))
        .how("Fail points in this phase.", "这个阶段里的失误点。")
        .reads("w5.bp_phases w5.bp"),
    ResultDef::new("w5.issues_open", "Open issues", "未关闭问题数", Count, Compute::Once(issues::open))
        .how("{0} of {1} issues are not closed.", "{1}个问题里{0}个未关闭。")
        .reads("w5.iss"),
    ResultDef::new("w5.issues_overdue", "Overdue issues", "超期问题数", Count, Compute::Once(issues::overdue))
        .how("{0} of {1} issues were due before today and are not closed.", "{1}个问题里{0}个过了期限还没关闭。")
        .reads("w5.iss"),
    ResultDef::new("w5.issue_days", "Mean days to close", "平均关闭天数", Days, Compute::Once(issues::days_to_close))
        .how("Mean of closed − reported over {0} issues.", "{0}个问题从报告到关闭的平均天数。")
        .reads("w5.iss"),
    ResultDef::new("w5.issues_told", "Reported back to customer", "已反馈比例", Percent, Compute::Once(issues::told))
        .how("Told the customer {0} ÷ solved or closed {1}.", "已告知客户{0} ÷ 已解决或关闭{1}。")
        .reads("w5.iss"),
    ResultDef::new("w5.nps", "Recommendation score (NPS style)", "净推荐值", Score, Compute::Once(loyalty::nps))
        .how("({0} answers of 9–10 − {1} of 0–6) ÷ {2} answers. Fewer than five are anecdotal.", "（9–10分{0}人 − 0–6分{1}人）÷ {2}人；不足五人仅供参考。")
        .reads("w5.nps_scores"),
    ResultDef::new("w5.nps_n", "Number of answers", "受访人数", Count, Compute::Once(loyalty::answers))
        .how("Number of answers with a score.", "打了分的人数。")
        .reads("w5.nps_scores"),
    ResultDef::new("w5.ife_total", "IFE total", "IFE总分", Score, Compute::Once(self_check::ife_total))
        .how("Ratings times weights {0} ÷ weights {1}; 2.5 is average.", "评分×权重之和{0} ÷ 权重{1}；2.5为平均。")
        .reads("w5.ife"),
    ResultDef::new("w5.orientation_mean", "Self-check", "导向自检均值", Score, Compute::Once(self_check::orientation_mean))
        .how("Mean of the {0} lines rated.", "已评{0}项的平均分。")
        .reads("w5.orientation"),
];
