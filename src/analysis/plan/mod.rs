//! Worksheet 6: what we want to reach with this account, and whether we are on the way.

pub mod actions;
pub mod fiscal;
pub mod forecast;
pub mod health;
pub mod history;
pub mod lifetime;
pub mod margin;
pub mod objectives;
pub mod pipeline;
pub mod risks;
pub mod stage;
pub mod tactics;
pub mod target;
pub mod whitespace;

use super::ResultUnit::{Count, Days, Enum, Money, Percent, Score};
use super::{Compute, ResultDef};
use crate::model::{Opt, opt};

const STAGE: &[Opt] = &[
    opt("exploratory", "Exploratory", "探索"),
    opt("basic", "Basic", "基本"),
    opt("cooperative", "Cooperative", "合作"),
    opt("interdependent", "Interdependent", "相互依赖"),
    opt("integrated", "Integrated", "整合"),
];

const RAG: &[Opt] = &[opt("green", "Green", "绿"), opt("amber", "Amber", "黄"), opt("red", "Red", "红")];

const RISK_CLASS: &[Opt] = &[
    opt("low", "Low", "低"),
    opt("medium", "Medium", "中"),
    opt("high", "High", "高"),
    opt("extreme", "Extreme", "极高"),
];

/// Results of worksheet 6.
#[rustfmt::skip]
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w6.health", "Account health", "客户健康度", Score, Compute::Once(health::health))
        .how("Parts times weights {0} ÷ weights {1}, over the parts that have a value.", "各项×权重之和{0} ÷ 权重{1}，只算有数的项。")
        .reads("card.plan w2.comp w2.factors w2.ratings w3.people w5.sla w6.hist w6.targets w6.fin w6.opp w6.act settings.general settings.health settings.stages"),
    ResultDef::new("w6.health.relationship", "Health: relationship", "健康度：关系", Score, Compute::Once(health::relationship))
        .how("Mean of the support index, brought to 0–100, and the coverage index.", "支持指数（折算到0–100）与覆盖指数的平均。")
        .reads("w3.people"),
    ResultDef::new("w6.health.commercial", "Health: commercial", "健康度：商务", Score, Compute::Once(health::commercial))
        .how("Forecast {0} ÷ target {1}, at most 100.", "预测{0} ÷ 目标{1}，最高100。")
        .reads("card.plan w6.hist w6.targets w6.fin w6.opp settings.general settings.stages"),
    ResultDef::new("w6.health.service", "Health: service", "健康度：服务", Score, Compute::Once(health::service))
        .how("SLA attainment: weight kept {0} ÷ weight measured {1}.", "SLA达成率：达成权重{0} ÷ 已测权重{1}。")
        .reads("w5.sla"),
    ResultDef::new("w6.health.position", "Health: competitive position", "健康度：竞争地位", Score, Compute::Once(health::position))
        .how("(Our CPM score {0} − 1) ÷ 3.", "（我方CPM总分{0} − 1）÷ 3。")
        .reads("w2.comp w2.factors w2.ratings"),
    ResultDef::new("w6.health.execution", "Health: execution", "健康度：执行", Score, Compute::Once(health::execution))
        .how("Done on time {0} ÷ actions due so far {1}.", "按时完成{0} ÷ 已到期行动{1}。")
        .reads("w6.act"),
    ResultDef::new("w6.stage_score", "Stage score", "关系得分", Score, Compute::Once(stage::score))
        .how("{0} + {1} + {2} + {3} + {4} + {5}; all six statements are needed.", "{0} + {1} + {2} + {3} + {4} + {5}；六项都评才有分。")
        .reads("w6.relationship"),
    ResultDef::new("w6.stage", "Relationship stage (guide)", "关系阶段（参考）", Enum, Compute::Once(stage::stage))
        .options(STAGE)
        .how("Score {0}: to 10 basic, to 16 cooperative, to 22 interdependent, above integrated; exploratory while nothing is sold.", "得分{0}：10以下基本，16以下合作，22以下相互依赖，再高为整合；还没成交为探索。")
        .reads("w2.wallet w2.summary w6.relationship"),
    ResultDef::new("w6.target", "Target revenue of the plan year", "规划年目标收入", Money, Compute::Once(target::revenue))
        .how("The row of the whole plan year, else its quarters added up.", "取规划年“全年”一行，没有就把各季度相加。")
        .reads("card.plan w6.targets settings.general"),
    ResultDef::new("w6.target_margin", "Target margin of the plan year", "规划年目标毛利", Money, Compute::Once(target::margin))
        .how("The row of the whole plan year, else its quarters added up.", "取规划年“全年”一行，没有就把各季度相加。")
        .reads("card.plan w6.targets settings.general"),
    ResultDef::new("w6.target_suggestion", "Suggested target", "建议目标", Money, Compute::Once(target::suggestion))
        .how("Wallet {0} × (1 + growth {1}%) × share {2}%. A suggestion only; the target is yours.", "总钱包{0} × (1 + 增速{1}%) × 份额{2}%。只是建议，目标由你们定。")
        .reads("card.plan w2.wallet w6.targets w6.fin settings.general"),
    ResultDef::new("w6.target_difference", "Target less suggestion", "目标与建议之差", Money, Compute::Once(target::difference))
        .how("Target {0} − suggestion {1}.", "目标{0} − 建议{1}。")
        .reads("card.plan w2.wallet w6.targets w6.fin settings.general"),
    ResultDef::new("w6.account_margin", "Account margin", "客户净贡献", Money, Compute::Once(margin::account_margin))
        .how("Margin {0} − cost to serve {1} − account investment {2}.", "毛利{0} − 服务成本{1} − 客户投入{2}。")
        .reads("card.plan w5.res w5.cts w6.hist w6.targets w6.fin settings.general"),
    ResultDef::new("w6.clv", "Customer lifetime value", "客户终身价值", Money, Compute::Once(lifetime::clv))
        .how("m × r ÷ (1 + d − r): yearly margin {0}, retention {1}%, discount {2}%; the first margin comes after the first renewal.", "m × r ÷ (1 + d − r)：年毛利{0}，保留率{1}%，折现率{2}%；首笔毛利在第一次续约之后。")
        .reads("card.plan w5.res w5.cts w6.hist w6.targets w6.fin settings.general"),
    ResultDef::new("w6.clv_immediate", "Customer lifetime value with this year", "客户终身价值（含当年）", Money, Compute::Once(lifetime::clv_immediate))
        .how("m × (1 + d) ÷ (1 + d − r): yearly margin {0}, retention {1}%, discount {2}%; this year counts.", "m × (1 + d) ÷ (1 + d − r)：年毛利{0}，保留率{1}%，折现率{2}%；含当年。")
        .reads("card.plan w5.res w5.cts w6.hist w6.targets w6.fin settings.general"),
    ResultDef::new("w6.clv_finite", "Customer lifetime value over the horizon", "有限期客户终身价值", Money, Compute::Once(lifetime::clv_finite))
        .how("Margin {0} each year, kept at {1}% and discounted at {2}%, over {3} years, − {4} for winning the account.", "年毛利{0}，保留率{1}%，折现率{2}%，共{3}年，再减获取成本{4}。")
        .reads("card.plan w5.res w5.cts w6.hist w6.targets w6.fin settings.general"),
    ResultDef::new("w6.clv_retention_plus5", "Lifetime value, retention +5 points", "保留率+5点的影响", Percent, Compute::Once(lifetime::retention_plus5))
        .how("Lifetime value with 5 points more retention {0} ÷ today's {1} − 1.", "保留率高5点时的终身价值{0} ÷ 现值{1} − 1。")
        .reads("card.plan w5.res w5.cts w6.hist w6.targets w6.fin settings.general"),
    ResultDef::new("w6.clv_retention_minus5", "Lifetime value, retention −5 points", "保留率−5点的影响", Percent, Compute::Once(lifetime::retention_minus5))
        .how("Lifetime value with 5 points less retention {0} ÷ today's {1} − 1.", "保留率低5点时的终身价值{0} ÷ 现值{1} − 1。")
        .reads("card.plan w5.res w5.cts w6.hist w6.targets w6.fin settings.general"),
    ResultDef::new("w6.whitespace", "Whitespace value", "空白价值", Money, Compute::Once(whitespace::total))
        .how("Potential {0} − current sales {1}.", "潜力{0} − 现有销售{1}。")
        .reads("w2.wallet w6.bu w6.ws"),
    ResultDef::new("w6.bu.<id>.whitespace", "Whitespace of the buying centre", "部门空白价值", Money, Compute::Rows("w6.bu", whitespace::of_bu))
        .how("Potential {0} − current sales {1} of this buying centre.", "该部门：潜力{0} − 现有销售{1}。")
        .reads("w2.wallet w6.bu w6.ws"),
    ResultDef::new("w6.offering.<wallet id>.whitespace", "Whitespace of the category", "品类空白价值", Money, Compute::Rows("w2.wallet", whitespace::of_category))
        .how("Potential {0} − current sales {1} of this category.", "该品类：潜力{0} − 现有销售{1}。")
        .reads("w2.wallet w6.bu w6.ws"),
    ResultDef::new("w6.penetration", "Penetration", "渗透率", Percent, Compute::Once(whitespace::penetration))
        .how("Cells we supply {0} ÷ cells with a need {1}.", "已供{0}格 ÷ 有需求{1}格。")
        .reads("w2.wallet w6.bu w6.ws"),
    ResultDef::new("w6.obj.<id>.progress", "Progress", "目标进度", Percent, Compute::Rows("w6.obj", objectives::progress))
        .how("(Current {0} − baseline {1}) ÷ (target {2} − baseline {1}).", "（当前{0} − 基线{1}）÷（目标{2} − 基线{1}）。")
        .reads("w6.obj"),
    ResultDef::new("w6.obj.<id>.expected", "Expected progress", "应有进度", Percent, Compute::Rows("w6.obj", objectives::expected))
        .how("{0} of {1} days have passed.", "{1}天里过了{0}天。")
        .reads("card.plan w6.obj"),
    ResultDef::new("w6.obj.<id>.rag", "Objective light", "目标灯", Enum, Compute::Rows("w6.obj", objectives::rag))
        .options(RAG)
        .how("Progress {0}% against {1}% expected: green down to 10 points behind, amber to 25; red below or overdue.", "进度{0}%，应有{1}%：落后10点内绿，25点内黄，再多或超期为红。")
        .reads("card.plan w6.obj"),
    ResultDef::new("w6.obj.<id>.smart", "SMART score", "SMART分", Count, Compute::Rows("w6.obj", objectives::smart))
        .how("One point each: three ticks; baseline, target and unit filled; due date filled.", "每项一分：三个勾选，基线、目标和单位齐全，有截止日期。")
        .reads("w6.obj"),
    ResultDef::new("w6.obj.<id>.actions", "Actions for the objective", "目标下行动数", Count, Compute::Rows("w6.obj", objectives::actions))
        .how("Actions for this objective that are not cancelled; two or more are wanted.", "该目标下未取消的行动；最好两项以上。")
        .reads("w6.act"),
    ResultDef::new("w6.opp.<id>.probability", "Probability used", "采用概率", Percent, Compute::Rows("w6.opp", pipeline::probability))
        .how("The typed probability, else that of the stage in the settings.", "填了概率用所填的，否则用设置里该阶段的概率。")
        .reads("w6.opp settings.stages"),
    ResultDef::new("w6.pipeline_total", "Open pipeline", "在途商机合计", Money, Compute::Once(pipeline::total))
        .how("Amounts of all opportunities neither won nor lost.", "未赢未丢的商机金额合计。")
        .reads("w6.opp"),
    ResultDef::new("w6.weighted_pipeline", "Weighted pipeline", "加权商机", Money, Compute::Once(pipeline::weighted_pipeline))
        .how("Amount × probability of all opportunities neither won nor lost.", "未赢未丢的商机：金额×概率，合计。")
        .reads("w6.opp settings.stages"),
    ResultDef::new("w6.weighted_pipeline.<quarter>", "Weighted pipeline by quarter", "各季度加权商机", Money, Compute::Found(pipeline::quarters, pipeline::of_quarter))
        .how("Amount × probability of the open opportunities that close in this quarter.", "本季度预计签约的商机：金额×概率，合计。")
        .reads("w6.opp settings.general settings.stages"),
    ResultDef::new("w6.won", "Won in the pipeline", "已赢金额", Money, Compute::Once(pipeline::won))
        .how("Amounts of the opportunities won.", "已赢商机的金额合计。")
        .reads("w6.opp"),
    ResultDef::new("w6.base", "Base business", "基盘业务", Money, Compute::Once(forecast::base))
        .how("The typed base business, else last year's revenue as run rate.", "填了基盘用所填的，否则沿用最近一年的收入。")
        .reads("w6.hist w6.fin"),
    ResultDef::new("w6.forecast", "Forecast", "预测", Money, Compute::Once(forecast::forecast))
        .how("Base {0} + won {1} + weighted pipeline {2}.", "基盘{0} + 已赢{1} + 加权商机{2}。")
        .reads("w6.hist w6.fin w6.opp settings.stages"),
    ResultDef::new("w6.gap", "Gap to the target", "缺口", Money, Compute::Once(forecast::gap))
        .how("Target {0} − base {1} − won {2}; 0 or less is covered.", "目标{0} − 基盘{1} − 已赢{2}；不大于0就是已覆盖。")
        .reads("card.plan w6.hist w6.targets w6.fin w6.opp settings.general"),
    ResultDef::new("w6.pipeline_coverage", "Pipeline coverage", "覆盖倍数", Score, Compute::Once(forecast::coverage))
        .how("Open pipeline {0} ÷ gap {1}.", "在途商机{0} ÷ 缺口{1}。")
        .reads("card.plan w6.hist w6.targets w6.fin w6.opp settings.general"),
    ResultDef::new("w6.required_coverage", "Coverage required", "所需覆盖倍数", Score, Compute::Once(forecast::required_coverage))
        .how("1 ÷ win rate {0}%.", "1 ÷ 赢单率{0}%。")
        .reads("w2.deals"),
    ResultDef::new("w6.concentration", "Largest single opportunity", "单一商机依赖", Percent, Compute::Once(pipeline::concentration))
        .how("Largest weighted opportunity {0} ÷ weighted pipeline {1}.", "最大一笔加权商机{0} ÷ 加权商机合计{1}。")
        .reads("w6.opp settings.stages"),
    ResultDef::new("w6.actions_overdue", "Overdue actions", "超期行动数", Count, Compute::Once(actions::overdue))
        .how("Actions due before today, neither done nor cancelled.", "今天之前到期、未完成也未取消的行动。")
        .reads("w6.act"),
    ResultDef::new("w6.actions_overdue_share", "Share of overdue actions", "超期行动占比", Percent, Compute::Once(actions::overdue_share))
        .how("Overdue {0} ÷ actions not cancelled {1}.", "超期{0} ÷ 未取消的行动{1}。")
        .reads("w6.act"),
    ResultDef::new("w6.on_time", "Actions on time", "行动准时率", Percent, Compute::Once(actions::on_time))
        .how("Done on time {0} ÷ actions due so far {1}.", "按时完成{0} ÷ 已到期行动{1}。")
        .reads("w6.act"),
    ResultDef::new("w6.actions_unowned", "Actions without owner", "无负责人行动数", Count, Compute::Once(actions::unowned))
        .how("Open actions that nobody owns.", "没有负责人的未完成行动。")
        .reads("w6.act"),
    ResultDef::new("w6.ms.<id>.slippage", "Milestone slippage", "里程碑偏差", Days, Compute::Rows("w6.ms", actions::slippage))
        .how("Actual − planned date; while it is late and open, today − planned date.", "实际日期 − 计划日期；过期未通过的，算到今天。")
        .reads("w6.ms"),
    ResultDef::new("w6.risk.<id>.score", "Risk score", "风险值", Score, Compute::Rows("w6.risk", risks::score))
        .how("Probability {0} × impact {1}.", "可能性{0} × 影响{1}。")
        .reads("w6.risk"),
    ResultDef::new("w6.risk.<id>.class", "Risk class", "风险等级", Enum, Compute::Rows("w6.risk", risks::class))
        .options(RISK_CLASS)
        .how("Score {0} against the limits in the settings.", "风险值{0}，按设置里的分界定级。")
        .reads("w6.risk settings.limits"),
    ResultDef::new("w6.risk.<id>.expected_loss", "Expected loss", "期望损失", Money, Compute::Rows("w6.risk", risks::expected_loss))
        .how("Middle of the probability step {0}% × amount {1}.", "可能性中值{0}% × 涉及金额{1}。")
        .reads("w6.risk"),
    ResultDef::new("w6.expected_loss", "Expected loss, all risks", "期望损失合计", Money, Compute::Once(risks::total_expected_loss))
        .how("Expected losses of all risks that are not closed.", "未关闭风险的期望损失合计。")
        .reads("w6.risk"),
    ResultDef::new("w6.risk.<id>.residual", "Residual risk score", "剩余风险值", Score, Compute::Rows("w6.risk", risks::residual))
        .how("Probability {0} × impact {1} after the mitigation.", "应对之后：可能性{0} × 影响{1}。")
        .reads("w6.risk"),
    ResultDef::new("w6.risk.<id>.reduction", "Effect of the mitigation", "缓释效果", Score, Compute::Rows("w6.risk", risks::reduction))
        .how("Score before {0} − after the mitigation {1}.", "应对前{0} − 应对后{1}。")
        .reads("w6.risk"),
    ResultDef::new("w6.investment_return", "Return on the account investment", "客户投入回报", Percent, Compute::Once(margin::investment_return))
        .how("(Margin gained {0} − investment {1}) ÷ investment {1}.", "（新增毛利{0} − 投入{1}）÷ 投入{1}。")
        .reads("card.plan w6.hist w6.targets w6.fin settings.general"),
    ResultDef::new("w6.ansoff.<direction>", "Ansoff mix", "安索夫结构", Money, Compute::Keys(tactics::DIRECTIONS, tactics::ansoff))
        .how("Revenue expected from the strategies of this direction.", "该方向各策略的预期收入合计。")
        .reads("w6.strat"),
    ResultDef::new("w6.process.<process>", "Process coverage", "过程覆盖", Count, Compute::Keys(tactics::PROCESSES, tactics::process))
        .how("{0} actions + {1} milestones of this process.", "该过程下{0}项行动 + {1}个里程碑。")
        .reads("w6.act w6.ms"),
    ResultDef::new("w6.force_balance", "Force field", "力场", Score, Compute::Once(tactics::force_balance))
        .how("Driving forces {0} − restraining forces {1}.", "推动力{0} − 阻碍力{1}。")
        .reads("w6.force_field"),
];
