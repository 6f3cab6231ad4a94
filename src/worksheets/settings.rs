//! Settings of a workbook: limits, weights, probabilities, rules.

use super::declare::tables;
use super::defaults::rule;
use crate::model::opt;

tables! {
    /// General.
    general = Shape::Form, "settings.general" ("General", "常规") section "3.0.4" rows 0 safe false {
        FISCAL_YEAR_START: Integer("fiscal_year_start", "Our fiscal year starts in month", "我方财年起始月").standard().range(1.0, 12.0).given(Given::Number(1.0));
        NEED_WEIGHT: Choice("need_weight", "Weight of a need in worksheet 4", "工作表四的需求权重", &[opt("opportunity", "Opportunity score", "机会分"), opt("importance", "Importance", "重要度")]).given(Given::Key("opportunity"));
        MIRROR_X: YesNo("mirror_x", "High strength on the left in the portfolio matrix", "组合矩阵左侧为高优势").given(Given::Bool(false));
        PORTFOLIO_GRID: Choice("portfolio_grid", "Portfolio matrix", "组合矩阵格数", &[opt("four", "2 × 2", "四格"), opt("nine", "3 × 3", "九格")]).given(Given::Key("four"));
        PRIVATE_NOTES: YesNo("private_notes", "Show private notes about people", "显示人员个人备注").given(Given::Bool(false));
    } defaults [];

    /// Limits.
    limits = Shape::Form, "settings.limits" ("Limits", "阈值") section "3.0.4" rows 0 safe false {
        HHI_LOW: Number("hhi_low", "HHI: moderate from", "HHI：中等起点").range(0.0, 10000.0).given(Given::Number(1000.0));
        HHI_HIGH: Number("hhi_high", "HHI: high above", "HHI：高集中起点").range(0.0, 10000.0).given(Given::Number(1800.0));
        WEIGHT_WARN: Percent("weight_warn", "Single weight pointed out from", "单一权重提醒线").range(0.0, 100.0).given(Given::Number(30.0));
        STALE_MONTHS: Integer("stale_months", "Information stale after (months)", "信息过期（月）").at_least(1.0).unit(Unit::Words(bi("months", "个月"))).given(Given::Number(12.0));
        CONTACT_AMBER: Integer("contact_amber", "Key person amber after (days)", "关键人黄灯（天）").at_least(1.0).unit(Unit::Words(bi("days", "天"))).given(Given::Number(30.0));
        CONTACT_RED: Integer("contact_red", "Key person red after (days)", "关键人红灯（天）").at_least(1.0).unit(Unit::Words(bi("days", "天"))).given(Given::Number(90.0));
        CONTRACT_DAYS: Integer("contract_days", "Contract end announced before (days)", "合同到期提前（天）").at_least(0.0).unit(Unit::Words(bi("days", "天"))).given(Given::Number(180.0));
        RISK_MEDIUM: Integer("risk_medium", "Risk medium from", "中风险起点").range(1.0, 25.0).given(Given::Number(5.0));
        RISK_HIGH: Integer("risk_high", "Risk high from", "高风险起点").range(1.0, 25.0).given(Given::Number(10.0));
        RISK_EXTREME: Integer("risk_extreme", "Risk extreme from", "极高风险起点").range(1.0, 25.0).given(Given::Number(16.0));
        LOAD_AMBER: Percent("load_amber", "Load amber above", "负荷黄灯").at_least(0.0).given(Given::Number(85.0));
        LOAD_RED: Percent("load_red", "Load red above", "负荷红灯").at_least(0.0).given(Given::Number(100.0));
        RACI_MAX_A: Integer("raci_max_a", "Most accountable tasks per person", "每人最多负责任务数").at_least(1.0).given(Given::Number(5.0));
        RACI_MAX_C: Integer("raci_max_c", "Most consulted per task", "每任务最多咨询人数").at_least(1.0).given(Given::Number(4.0));
        ISSUE_S1_HOURS: Number("issue_s1_hours", "S1 due within (hours)", "S1期限（小时）").at_least(0.0).unit(Unit::Words(bi("h", "小时"))).given(Given::Number(4.0));
        ISSUE_S2_HOURS: Number("issue_s2_hours", "S2 due within (hours)", "S2期限（小时）").at_least(0.0).unit(Unit::Words(bi("h", "小时"))).given(Given::Number(24.0));
        ISSUE_S3_HOURS: Number("issue_s3_hours", "S3 due within (hours)", "S3期限（小时）").at_least(0.0).unit(Unit::Words(bi("h", "小时"))).given(Given::Number(120.0));
        ISSUE_S4_HOURS: Number("issue_s4_hours", "S4 due within (hours)", "S4期限（小时）").at_least(0.0).unit(Unit::Words(bi("h", "小时"))).given(Given::Number(480.0));
        MARGIN_FLOOR: Percent("margin_floor", "Lowest pocket margin", "口袋利润率底线").class(Class::Economics).given(Given::Number(0.0));
    } defaults [];

    /// Weights of account health.
    health = Shape::Form, "settings.health" ("Weights of account health", "客户健康度权重") section "3.0.5" rows 0 safe false {
        RELATIONSHIP: Number("relationship", "Relationship", "关系").at_least(0.0).given(Given::Number(25.0));
        COMMERCIAL: Number("commercial", "Commercial", "商务").at_least(0.0).given(Given::Number(25.0));
        SERVICE: Number("service", "Service", "服务").at_least(0.0).given(Given::Number(20.0));
        POSITION: Number("position", "Competitive position", "竞争地位").at_least(0.0).given(Given::Number(15.0));
        EXECUTION: Number("execution", "Execution", "执行").at_least(0.0).given(Given::Number(15.0));
    } defaults [];

    /// Probability of each stage.
    stages = Shape::Form, "settings.stages" ("Probability of each stage", "各阶段概率") section "6.7" rows 0 safe false {
        LEAD: Percent("lead", "Lead", "线索").range(0.0, 100.0).given(Given::Number(10.0));
        QUALIFIED: Percent("qualified", "Qualified", "立项").range(0.0, 100.0).given(Given::Number(25.0));
        SOLUTION: Percent("solution", "Solution", "方案").range(0.0, 100.0).given(Given::Number(50.0));
        PROPOSAL: Percent("proposal", "Proposal or tender", "投标或报价").range(0.0, 100.0).given(Given::Number(60.0));
        NEGOTIATION: Percent("negotiation", "Negotiation", "谈判").range(0.0, 100.0).given(Given::Number(75.0));
        VERBAL: Percent("verbal", "Verbal agreement", "口头承诺").range(0.0, 100.0).given(Given::Number(90.0));
        WON: Percent("won", "Won", "赢单").range(0.0, 100.0).given(Given::Number(100.0));
        LOST: Percent("lost", "Lost", "丢单").range(0.0, 100.0).given(Given::Number(0.0));
    } defaults [];

    /// Advice rules.
    rules = Shape::List, "settings.rules" ("Advice rules", "建议规则") section "advice" rows 0 safe false {
        ENABLED: YesNo("enabled", "In use", "启用").given(Given::Bool(true));
        THRESHOLD: Number("threshold", "Threshold", "阈值");
        THRESHOLD_2: Number("threshold_2", "Second threshold", "第二阈值");
        DISMISSED: YesNo("dismissed", "Dismissed", "已忽略").class(Class::Competition).given(Given::Bool(false));
        REASON: Text("reason", "Reason for dismissing", "忽略理由").class(Class::Competition).ask("Why does this advice not apply here?", "这条建议为什么不适用？");
    } defaults [
        rule("R-G-01", bi("Fact without so-what", "只有事实，没有启示"), "info", &[("enabled", Given::Bool(true))]),
        rule("R-G-02", bi("Mostly assumed: verify first", "三成以下经客户确认，先去验证"), "warn", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(30.0))]),
        rule("R-G-03", bi("Stale information", "信息过期"), "info", &[("enabled", Given::Bool(true))]),
        rule("R-W1-01", bi("Shares incomplete: the conclusion does not hold", "份额覆盖不足，结论不可靠"), "info", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(60.0))]),
        rule("R-W1-02", bi("Life-cycle indicators disagree: discuss", "生命周期判断分歧，讨论"), "info", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(3.0))]),
        rule("R-W2-01", bi("Only direct competitors: add in-house and do-nothing", "没有考虑自建或维持现状"), "warn", &[("enabled", Given::Bool(true))]),
        rule("R-W2-02", bi("One weight is too dominant", "单一权重过大"), "info", &[("enabled", Given::Bool(true))]),
        rule("R-W2-03", bi("We rate ourselves first but do not hold the largest share: check the ratings or look for a hidden criterion", "自评领先但份额落后：检查评分或隐藏标准"), "warn", &[("enabled", Given::Bool(true))]),
        rule("R-W2-04", bi("No weakness admitted: rate again through the rival's eyes", "没有弱点？请用对手视角重评"), "warn", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(3.0))]),
        rule("R-W3-01", bi("No economic decision maker identified", "未识别决策者"), "red", &[("enabled", Given::Bool(true))]),
        rule("R-W3-02", bi("Nobody against us on the map: who supports the rival?", "图上没有反对者，谁支持对手？"), "warn", &[("enabled", Given::Bool(true))]),
        rule("R-W3-03", bi("Most key players are not with us", "多数关键人未支持"), "red", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(50.0))]),
        rule("R-W3-04", bi("Single-threaded", "单线联系风险"), "red", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(1.0))]),
        rule("R-W3-05", bi("A key player has gone cold", "关键人失联"), "warn", &[("enabled", Given::Bool(true))]),
        rule("R-W3-06", bi("No access to the decider", "未接触到拍板人"), "red", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(2.0))]),
        rule("R-W3-07", bi("If everything is important, nothing has priority", "全都重要等于没有优先级"), "warn", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(8.0))]),
        rule("R-W3-08", bi("No personal needs", "缺少个人层面需求"), "info", &[("enabled", Given::Bool(true))]),
        rule("R-W3-09", bi("Too many people: focus on the key ones", "人数过多，聚焦关键"), "info", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(15.0))]),
        rule("R-W4-01", bi("A must-be need is not met", "必备需求未满足"), "red", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(100.0))]),
        rule("R-W4-02", bi("The customer has no incentive to buy", "客户没有购买动力"), "red", &[("enabled", Given::Bool(true))]),
        rule("R-W4-03", bi("The value is not confirmed by the customer", "价值未获客户确认"), "warn", &[("enabled", Given::Bool(true))]),
        rule("R-W4-04", bi("A module that no need asks for", "模块无对应需求"), "info", &[("enabled", Given::Bool(true))]),
        rule("R-W4-05", bi("We lose money", "我方亏损"), "red", &[("enabled", Given::Bool(true))]),
        rule("R-W5-01", bi("Accountability unclear", "责任人不唯一"), "red", &[("enabled", Given::Bool(true))]),
        rule("R-W5-02", bi("Someone is overloaded", "人员超负荷"), "warn", &[("enabled", Given::Bool(true))]),
        rule("R-W5-03", bi("A promise without capability or service behind it", "承诺无能力支撑"), "warn", &[("enabled", Given::Bool(true))]),
        rule("R-W5-04", bi("Large service gap", "服务差距大"), "red", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(-1.0)), ("threshold_2", Given::Number(-1.5))]),
        rule("R-W5-05", bi("A serious issue is open or not reported back", "重大问题未闭环"), "red", &[("enabled", Given::Bool(true))]),
        rule("R-W6-01", bi("Objective not tied to a customer goal", "目标与客户无关"), "warn", &[("enabled", Given::Bool(true))]),
        rule("R-W6-02", bi("Too few actions for an objective", "行动不足"), "warn", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(2.0))]),
        rule("R-W6-03", bi("Too many objectives", "目标过多"), "info", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(5.0))]),
        rule("R-W6-04", bi("Not enough opportunities to fill the gap", "商机不足以填补缺口"), "warn", &[("enabled", Given::Bool(true))]),
        rule("R-W6-05", bi("One opportunity carries too much", "过度依赖单一商机"), "warn", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(50.0))]),
        rule("R-W6-06", bi("Execution is slipping", "执行滞后"), "red", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(20.0))]),
        rule("R-W6-07", bi("Relationship without value", "只有关系没有价值"), "warn", &[("enabled", Given::Bool(true))]),
        rule("R-W6-08", bi("An extreme risk is unmanaged", "极高风险无对策"), "red", &[("enabled", Given::Bool(true))]),
        rule("R-W6-09", bi("The stage jump is unrealistic", "关系目标跨度过大"), "info", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(1.0))]),
        rule("R-W6-10", bi("High share and nothing defends it", "份额高但无防守策略"), "warn", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(60.0))]),
        rule("R-W6-11", bi("We depend on one customer", "客户依赖过高"), "warn", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(30.0))]),
        rule("R-W6-12", bi("Contract ends soon, no renewal opportunity", "合同将到期，无续约商机"), "red", &[("enabled", Given::Bool(true))]),
        rule("R-W6-13", bi("Review missing or overdue", "评审日期已过"), "warn", &[("enabled", Given::Bool(true))]),
        rule("R-W6-14", bi("Cost to serve is high", "维护成本过高"), "warn", &[("enabled", Given::Bool(true)), ("threshold", Given::Number(50.0))]),
    ];
}
