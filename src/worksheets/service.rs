//! Worksheet 5: service and capability.

use super::declare::tables;
use super::defaults::{fixed, prefilled, template};
use super::scales;
use crate::model::opt;

tables! {
    /// Service catalogue.
    svc = Shape::List, "w5.svc" ("Service catalogue", "服务目录") section "5.1" rows 1 safe false {
        NAME: Text("name", "Service", "服务项目").core().ask("What do we do for them after the signature?", "签约之后，我们为客户做什么？");
        TYPE: Choice("type", "Service type", "服务类型", &[opt("consult", "Advice", "咨询"), opt("promote", "Information", "宣传"), opt("order", "Order handling", "受理"), opt("maintain", "Maintenance", "维护"), opt("emergency", "Emergency", "应急"), opt("training", "Training", "培训")]).quick();
        MODULE: Ref("module", "Module it supports", "对应模块", "w4.modules").standard();
        GRADE: Choice("grade", "Service grade", "服务等级", &[opt("standard", "Standard", "标准"), opt("silver", "Silver", "银"), opt("gold", "Gold", "金"), opt("vip", "VIP", "专属")]).standard();
        PRIORITY_YOU: LongText("priority_you", "Priority", "优先").standard().ask("How do they come first?", "怎么让他们优先？");
        QUALITY_YOU: LongText("quality_you", "Quality", "优质").standard().ask("What is better than for others?", "比给别人的好在哪里？");
        PREFERENCE_YOU: LongText("preference_you", "Preferential terms", "优惠").standard().class(Class::Economics).ask("Which terms do only they get?", "哪些条件是只给他们的？");
        HOTLINE: YesNo("hotline", "Dedicated hotline", "服务专线");
        ON_SITE: YesNo("on_site", "On-site engineer", "驻点工程师");
        FAST_TRACK: YesNo("fast_track", "Fast track", "绿色通道");
        COST_PER_YEAR: Money("cost_per_year", "Cost per year", "年成本").standard().class(Class::Economics).per("per year", "每年");
        CHARGED: YesNo("charged", "Charged to the customer", "是否收费").class(Class::Economics);
    } defaults [];

    /// Service levels.
    sla = Shape::List, "w5.sla" ("Service levels", "服务等级协议") section "5.2" rows 1 safe true {
        METRIC: Text("metric", "Metric", "指标").core().ask("What do they measure us by? How many hours is \"promptly\" here?", "客户拿什么衡量我们？“及时”在他那里是几小时？");
        UNIT: Text("unit", "Unit", "单位").quick();
        DIRECTION: Choice("direction", "Better direction", "优化方向", &[opt("higher_better", "Higher is better", "越高越好"), opt("lower_better", "Lower is better", "越低越好")]).quick().given(Given::Key("higher_better"));
        TARGET: Number("target", "Target", "目标值").core().unit(Unit::Field("w5.sla.unit")).ask("What we promised, or are about to.", "已经承诺的，或准备承诺的。");
        ACTUAL: Number("actual", "Actual", "实际值").quick().unit(Unit::Field("w5.sla.unit")).ask("The last period's figure, not a hope.", "上一期的真实数，不是愿望。");
        BEST_COMPETITOR: Number("best_competitor", "Best competitor", "最佳竞争者").class(Class::Competition).unit(Unit::Field("w5.sla.unit"));
        WEIGHT: Number("weight", "Weight", "权重").at_least(0.0);
        PENALTY: Text("penalty", "Penalty", "违约责任").standard().class(Class::Economics);
        PERIOD: Choice("period", "Period", "考核周期", &[opt("month", "Month", "月"), opt("quarter", "Quarter", "季"), opt("year", "Year", "年")]);
    } defaults [
        template("availability", bi("Availability", "可用率"), &[("metric", Given::Words(bi("Availability", "可用率"))), ("unit", Given::Key("%")), ("direction", Given::Key("higher_better")), ("target", Given::Number(99.99))]),
        template("repair", bi("Repair time", "修复时长"), &[("metric", Given::Words(bi("Repair time", "修复时长"))), ("unit", Given::Words(bi("h", "小时"))), ("direction", Given::Key("lower_better")), ("target", Given::Number(48.0))]),
        template("repair_critical", bi("Repair time, critical faults", "重大故障修复时长"), &[("metric", Given::Words(bi("Repair time, critical faults", "重大故障修复时长"))), ("unit", Given::Words(bi("h", "小时"))), ("direction", Given::Key("lower_better")), ("target", Given::Number(4.0))]),
        template("activation", bi("Days to activate 30 sites", "开通30个点所需天数"), &[("metric", Given::Words(bi("Days to activate 30 sites", "开通30个点所需天数"))), ("unit", Given::Words(bi("days", "天"))), ("direction", Given::Key("lower_better")), ("target", Given::Number(5.0))]),
        template("same_city", bi("Repaired in the same city", "同城维修率"), &[("metric", Given::Words(bi("Repaired in the same city", "同城维修率"))), ("unit", Given::Key("%")), ("direction", Given::Key("higher_better")), ("target", Given::Number(70.0))]),
        template("on_time", bi("On-time delivery", "准时交付率"), &[("metric", Given::Words(bi("On-time delivery", "准时交付率"))), ("unit", Given::Key("%")), ("direction", Given::Key("higher_better"))]),
        template("first_fix", bi("First-fix rate", "一次修复率"), &[("metric", Given::Words(bi("First-fix rate", "一次修复率"))), ("unit", Given::Key("%")), ("direction", Given::Key("higher_better"))]),
        template("response", bi("Response time", "响应时间"), &[("metric", Given::Words(bi("Response time", "响应时间"))), ("unit", Given::Words(bi("h", "小时"))), ("direction", Given::Key("lower_better"))]),
        template("invoice", bi("Invoice accuracy", "账单准确率"), &[("metric", Given::Words(bi("Invoice accuracy", "账单准确率"))), ("unit", Given::Key("%")), ("direction", Given::Key("higher_better"))]),
    ];

    /// Service quality (SERVQUAL).
    sq = Shape::List, "w5.sq" ("Service quality (SERVQUAL)", "服务质量") section "5.3" rows 5 safe false {
        DIMENSION: Choice("dimension", "Dimension", "维度", &[opt("reliability", "Reliability: keeps what is promised", "可靠性：说到做到"), opt("responsiveness", "Responsiveness: helps promptly", "响应性：反应及时"), opt("assurance", "Assurance: competent and trustworthy", "保证性：专业可信"), opt("empathy", "Empathy: cares about this customer", "移情性：设身处地"), opt("tangibles", "Tangibles: what one sees and touches", "有形性：看得见摸得着")]).quick();
        EXPECTATION: Number("expectation", "Expectation", "期望").core().range(1.0, 7.0).ask("What would an excellent supplier score with them?", "在客户眼里，一流供应商该得几分？");
        PERCEPTION: Number("perception", "Perception", "感知").core().range(1.0, 7.0).ask("And what do they give us? Ask them if you can.", "客户给我们打几分？最好去问。");
        PERCEPTION_COMP: Number("perception_comp", "Perception of the best competitor", "对最佳竞争者的感知").class(Class::Competition).range(1.0, 7.0);
        POINTS: Number("points", "Weight points", "权重分").standard().range(0.0, 100.0).given(Given::Number(20.0));
        EVIDENCE: Text("evidence", "Evidence", "依据").class(Class::Competition);
    } defaults [
        fixed("reliability", bi("Reliability", "可靠性"), &[("dimension", Given::Key("reliability")), ("points", Given::Number(20.0))]),
        fixed("responsiveness", bi("Responsiveness", "响应性"), &[("dimension", Given::Key("responsiveness")), ("points", Given::Number(20.0))]),
        fixed("assurance", bi("Assurance", "保证性"), &[("dimension", Given::Key("assurance")), ("points", Given::Number(20.0))]),
        fixed("empathy", bi("Empathy", "移情性"), &[("dimension", Given::Key("empathy")), ("points", Given::Number(20.0))]),
        fixed("tangibles", bi("Tangibles", "有形性"), &[("dimension", Given::Key("tangibles")), ("points", Given::Number(20.0))]),
    ];

    /// Service quality in detail (22 items).
    sq_items = Shape::List, "w5.sq_items" ("Service quality in detail (22 items)", "服务质量细项（22项）") section "5.3" rows 0 safe false {
        DIMENSION: Choice("dimension", "Dimension", "维度", &[opt("reliability", "Reliability", "可靠性"), opt("responsiveness", "Responsiveness", "响应性"), opt("assurance", "Assurance", "保证性"), opt("empathy", "Empathy", "移情性"), opt("tangibles", "Tangibles", "有形性")]);
        ITEM: Text("item", "Item", "细项");
        EXPECTATION: Number("expectation", "Expectation", "期望").range(1.0, 7.0);
        PERCEPTION: Number("perception", "Perception", "感知").range(1.0, 7.0);
    } defaults [
        prefilled("rel_dates", bi("Keeps agreed dates", "说好的日期守得住"), &[("dimension", Given::Key("reliability")), ("item", Given::Words(bi("Keeps agreed dates", "说好的日期守得住")))]),
        prefilled("rel_care", bi("Takes problems seriously", "出了问题真心解决"), &[("dimension", Given::Key("reliability")), ("item", Given::Words(bi("Takes problems seriously", "出了问题真心解决")))]),
        prefilled("rel_first", bi("Gets it right the first time", "第一次就做对"), &[("dimension", Given::Key("reliability")), ("item", Given::Words(bi("Gets it right the first time", "第一次就做对")))]),
        prefilled("rel_delivery", bi("Delivers when promised", "按时交付"), &[("dimension", Given::Key("reliability")), ("item", Given::Words(bi("Delivers when promised", "按时交付")))]),
        prefilled("rel_records", bi("Records and invoices are correct", "单据账目不出错"), &[("dimension", Given::Key("reliability")), ("item", Given::Words(bi("Records and invoices are correct", "单据账目不出错")))]),
        prefilled("res_tells", bi("Says when things will be done", "讲清什么时候办好"), &[("dimension", Given::Key("responsiveness")), ("item", Given::Words(bi("Says when things will be done", "讲清什么时候办好")))]),
        prefilled("res_prompt", bi("Acts promptly", "动作快"), &[("dimension", Given::Key("responsiveness")), ("item", Given::Words(bi("Acts promptly", "动作快")))]),
        prefilled("res_willing", bi("Is willing to help", "愿意帮忙"), &[("dimension", Given::Key("responsiveness")), ("item", Given::Words(bi("Is willing to help", "愿意帮忙")))]),
        prefilled("res_reach", bi("Can be reached when busy", "再忙也找得到人"), &[("dimension", Given::Key("responsiveness")), ("item", Given::Words(bi("Can be reached when busy", "再忙也找得到人")))]),
        prefilled("ass_trust", bi("People inspire confidence", "人员让人放心"), &[("dimension", Given::Key("assurance")), ("item", Given::Words(bi("People inspire confidence", "人员让人放心")))]),
        prefilled("ass_safe", bi("Safe to do business with", "合作有安全感"), &[("dimension", Given::Key("assurance")), ("item", Given::Words(bi("Safe to do business with", "合作有安全感")))]),
        prefilled("ass_polite", bi("Courteous at all times", "始终有礼"), &[("dimension", Given::Key("assurance")), ("item", Given::Words(bi("Courteous at all times", "始终有礼")))]),
        prefilled("ass_know", bi("Knows the answers", "问不倒"), &[("dimension", Given::Key("assurance")), ("item", Given::Words(bi("Knows the answers", "问不倒")))]),
        prefilled("emp_individual", bi("Treats this customer as an individual", "不把客户当号码"), &[("dimension", Given::Key("empathy")), ("item", Given::Words(bi("Treats this customer as an individual", "不把客户当号码")))]),
        prefilled("emp_hours", bi("Hours that suit the customer", "服务时间合客户的节奏"), &[("dimension", Given::Key("empathy")), ("item", Given::Words(bi("Hours that suit the customer", "服务时间合客户的节奏")))]),
        prefilled("emp_contact", bi("A personal contact", "有固定的对接人"), &[("dimension", Given::Key("empathy")), ("item", Given::Words(bi("A personal contact", "有固定的对接人")))]),
        prefilled("emp_interest", bi("Has the customer's interest at heart", "真为客户着想"), &[("dimension", Given::Key("empathy")), ("item", Given::Words(bi("Has the customer's interest at heart", "真为客户着想")))]),
        prefilled("emp_needs", bi("Understands special needs", "懂客户的特殊要求"), &[("dimension", Given::Key("empathy")), ("item", Given::Words(bi("Understands special needs", "懂客户的特殊要求")))]),
        prefilled("tan_equipment", bi("Modern equipment", "设备先进"), &[("dimension", Given::Key("tangibles")), ("item", Given::Words(bi("Modern equipment", "设备先进")))]),
        prefilled("tan_sites", bi("Tidy sites and vehicles", "现场和车辆整洁"), &[("dimension", Given::Key("tangibles")), ("item", Given::Words(bi("Tidy sites and vehicles", "现场和车辆整洁")))]),
        prefilled("tan_people", bi("Staff look professional", "人员形象专业"), &[("dimension", Given::Key("tangibles")), ("item", Given::Words(bi("Staff look professional", "人员形象专业")))]),
        prefilled("tan_documents", bi("Clear documents", "文件资料清楚"), &[("dimension", Given::Key("tangibles")), ("item", Given::Words(bi("Clear documents", "文件资料清楚")))]),
    ];

    /// Phases of the service.
    bp_phases = Shape::List, "w5.bp_phases" ("Phases of the service", "服务阶段") section "5.4" rows 0 safe true {
        PHASE: Text("phase", "Phase", "阶段").standard();
    } defaults [
        prefilled("consult", bi("Advice", "咨询"), &[("phase", Given::Words(bi("Advice", "咨询")))]),
        prefilled("contract", bi("Contract", "签约"), &[("phase", Given::Words(bi("Contract", "签约")))]),
        prefilled("delivery", bi("Activation and delivery", "开通与交付"), &[("phase", Given::Words(bi("Activation and delivery", "开通与交付")))]),
        prefilled("operation", bi("Operation", "运行"), &[("phase", Given::Words(bi("Operation", "运行")))]),
        prefilled("fault", bi("Fault", "故障"), &[("phase", Given::Words(bi("Fault", "故障")))]),
        prefilled("renewal", bi("Renewal", "续约"), &[("phase", Given::Words(bi("Renewal", "续约")))]),
    ];

    /// Service blueprint.
    bp = Shape::Matrix { rows: "w5.bp_phases", columns: Columns::Fixed(&[opt("physical_evidence", "Physical evidence", "有形展示"), opt("customer_actions", "Customer actions", "客户行为"), opt("front_stage", "Front stage: people", "前台：人员"), opt("front_systems", "Front stage: systems", "前台：系统"), opt("backstage", "Backstage", "后台"), opt("support", "Support processes", "支持过程")]) }, "w5.bp" ("Service blueprint", "服务蓝图") section "5.4" rows 0 safe true {
        TEXT: Text("text", "What happens", "内容").standard().ask("Which step does the customer not see, but feels when it fails?", "哪一步客户看不见，但一出错就全砸？");
        FAIL_POINT: YesNo("fail_point", "Fail point", "失误点").standard().given(Given::Bool(false));
        WAIT_POINT: Number("wait_point", "Wait point (minutes)", "等待点（分钟）").standard().at_least(0.0).unit(Unit::Words(bi("min", "分钟")));
        MOMENT: YesNo("moment", "Moment of truth", "关键时刻").standard().given(Given::Bool(false));
        ACTION: Ref("action", "Action", "对应行动", "w6.act");
    } defaults [];

    /// Capabilities.
    cap = Shape::List, "w5.cap" ("Capabilities", "能力盘点") section "5.5" rows 5 safe false {
        CAPABILITY: Text("capability", "Capability", "能力").core().class(Class::Competition).ask("What must we be able to do to keep these promises?", "要兑现承诺，我们得会做什么？");
        GROUP: Choice("group", "Group", "能力类别", &[opt("product", "Product", "产品"), opt("marketing", "Marketing", "营销"), opt("sales", "Sales", "销售"), opt("supply", "Supply", "供应"), opt("after_sales", "After-sales", "售后"), opt("it", "Digital", "数字化"), opt("people", "People", "人员"), opt("partner", "Partner", "伙伴")]).standard().class(Class::Competition);
        IMPORTANCE: Rating("importance", "Importance", "重要度", &scales::IMPORTANCE_5).quick().class(Class::Competition);
        REQUIRED: Rating("required", "Required level", "要求水平", &scales::MATURITY).quick().class(Class::Competition).ask("The level this customer needs, not the best in the world.", "这个客户需要到哪一级，不是越高越好。");
        CURRENT: Rating("current", "Current level", "现有水平", &scales::MATURITY).quick().class(Class::Competition).ask("Where are we honestly today?", "老实说，现在到哪一级？");
        BEST_COMPETITOR: Rating("best_competitor", "Best competitor's level", "最佳竞争者水平", &scales::MATURITY).class(Class::Competition);
        ORIGIN: Auto("origin", "Comes from", "来源").class(Class::Competition).attribute(8);
        MEASURE: Choice("measure", "Measure", "措施", &[opt("build", "Build it", "自建"), opt("buy", "Buy it", "外购"), opt("partner", "Find a partner", "合作"), opt("stop", "Drop the promise", "放弃")]).standard().class(Class::Competition).ask("If it cannot be closed in three months: partner, or drop the promise?", "三个月补不上，找伙伴还是不承诺？");
        OWNER: Ref("owner", "Owner", "负责人", "card.team").standard().class(Class::People);
        DUE: DateOf("due", "Due", "截止").standard();
        COST: Money("cost", "Cost", "费用").class(Class::Economics);
    } defaults [
        template("product", bi("Product fit and range", "产品匹配与品类"), &[("capability", Given::Words(bi("Product fit and range", "产品匹配与品类"))), ("group", Given::Key("product"))]),
        template("marketing", bi("Knowing this customer's market", "懂客户的市场"), &[("capability", Given::Words(bi("Knowing this customer's market", "懂客户的市场"))), ("group", Given::Key("marketing"))]),
        template("sales", bi("Access to the people who decide", "触达决策层"), &[("capability", Given::Words(bi("Access to the people who decide", "触达决策层"))), ("group", Given::Key("sales"))]),
        template("supply", bi("Delivery on time", "准时供货"), &[("capability", Given::Words(bi("Delivery on time", "准时供货"))), ("group", Given::Key("supply"))]),
        template("after_sales", bi("Service after the sale", "售后服务"), &[("capability", Given::Words(bi("Service after the sale", "售后服务"))), ("group", Given::Key("after_sales"))]),
    ];

    /// Tasks.
    raci_tasks = Shape::List, "w5.raci_tasks" ("Tasks", "任务") section "5.6" rows 0 safe false {
        TASK: Text("task", "Task", "任务").standard();
        MODULE: Ref("module", "Module", "对应模块", "w4.modules");
        INITIATIVE: Ref("initiative", "Initiative", "对应举措", "w6.init");
    } defaults [];

    /// People and departments.
    raci_parties = Shape::List, "w5.raci_parties" ("People and departments", "人员与部门") section "5.6" rows 0 safe false {
        NAME: Text("name", "Person or department", "人员或部门").standard().class(Class::People);
        SIDE: Choice("side", "Side", "所属方", &[opt("ours", "Our side", "我方"), opt("customer", "Customer's side", "客户方"), opt("partner", "Partner", "伙伴方")]).standard().class(Class::People).given(Given::Key("ours"));
        TEAM: Ref("team", "From our team", "我方团队成员", "card.team").class(Class::People);
        PERSON: Ref("person", "Person at the customer", "客户方人员", "w3.people").class(Class::People);
    } defaults [];

    /// RACI.
    raci = Shape::Matrix { rows: "w5.raci_tasks", columns: Columns::Table("w5.raci_parties") }, "w5.raci" ("RACI", "责任矩阵") section "5.6" rows 0 safe false {
        CELL: Choice("cell", "Responsibility", "职责", &[opt("responsible", "R Responsible", "R 执行"), opt("accountable", "A Accountable", "A 负责"), opt("consulted", "C Consulted", "C 咨询"), opt("informed", "I Informed", "I 知会")]).standard().class(Class::People).ask("Who is the one accountable?", "每项任务唯一的负责人是谁？");
    } defaults [];

    /// Resources.
    res = Shape::List, "w5.res" ("Resources", "资源") section "5.7" rows 0 safe false {
        ROLE: Text("role", "Role", "角色").standard().class(Class::Economics);
        PERSON: Ref("person", "Person", "人员", "card.team").standard().class(Class::People);
        NEEDED: Number("needed", "Hours needed per month", "月需工时").standard().class(Class::Economics).at_least(0.0).unit(Unit::Words(bi("h", "小时")));
        AVAILABLE: Number("available", "Hours available per month", "月可用工时").standard().class(Class::Economics).at_least(0.0).unit(Unit::Words(bi("h", "小时")));
        RATE: Money("rate", "Cost per hour", "小时成本").class(Class::Economics).per("per hour", "每小时");
        MONTHS: Number("months", "Months", "月数").class(Class::Economics).at_least(0.0).unit(Unit::Words(bi("months", "个月"))).given(Given::Number(12.0));
        NOTE: Text("note", "Note", "说明").class(Class::Economics);
    } defaults [];

    /// Cost to serve.
    cts = Shape::List, "w5.cts" ("Cost to serve", "服务成本") section "5.7" rows 0 safe false {
        ACTIVITY: Text("activity", "Activity", "服务活动").standard().class(Class::Economics).ask("What do we really spend on this account?", "为了这个客户，我们一年真实花多少？");
        DRIVER: Text("driver", "Cost driver", "成本动因").class(Class::Economics);
        QUANTITY: Number("quantity", "Quantity", "数量").standard().class(Class::Economics).at_least(0.0).unit(Unit::Words(bi("per year", "每年")));
        UNIT_COST: Money("unit_cost", "Unit cost", "单位成本").standard().class(Class::Economics).per("per unit", "每单位");
    } defaults [];

    /// Issue log.
    iss = Shape::List, "w5.iss" ("Issue log", "问题处理") section "5.8" rows 0 safe false {
        NUMBER: Auto("number", "No.", "编号");
        REPORTED: DateOf("reported", "Reported on", "报告日期").standard();
        REPORTER: Ref("reporter", "Reported by", "报告人", "w3.people").class(Class::People);
        DESCRIPTION: LongText("description", "Issue", "问题描述").standard().ask("What went wrong, in the customer's words?", "用客户的话说，出了什么问题？");
        SEVERITY: Choice("severity", "Severity", "严重程度", &[opt("s1", "S1 Urgent", "S1 紧急"), opt("s2", "S2 Serious", "S2 严重"), opt("s3", "S3 Normal", "S3 一般"), opt("s4", "S4 Minor", "S4 轻微")]).standard();
        DUE: DateOf("due", "Due", "期限").standard();
        OWNER: Ref("owner", "Owner", "负责人", "card.team").standard().class(Class::People);
        STATUS: Choice("status", "Status", "状态", &[opt("open", "Open", "未决"), opt("contained", "Contained", "已遏制"), opt("solved", "Solved", "已解决"), opt("closed", "Closed", "已关闭")]).standard().given(Given::Key("open"));
        CLOSED: DateOf("closed", "Closed on", "关闭日期").standard().checks(&[Check::NotBefore("reported")]);
        ROOT_CAUSE: LongText("root_cause", "Root cause", "根本原因").class(Class::Competition);
        LESSON: LongText("lesson", "Lesson", "经验教训").class(Class::Competition);
        TOLD_CUSTOMER: YesNo("told_customer", "Reported back to customer", "已反馈客户").standard().given(Given::Bool(false)).ask("Did we tell them what came of it?", "结果告诉客户了吗？");
    } defaults [];

    /// Recommendation scores.
    nps_scores = Shape::List, "w5.nps_scores" ("Recommendation scores", "推荐意愿") section "5.9" rows 0 safe false {
        SCORE: Rating("score", "Recommendation score 0–10", "推荐意愿评分（0–10）", &scales::RECOMMENDATION).ask("How likely are they to recommend us to a colleague?", "客户有多愿意把我们推荐给同行？");
        WHO: Ref("who", "Asked", "受访者", "w3.people").class(Class::People);
        DATE: DateOf("date", "Date", "日期");
    } defaults [];

    /// Satisfaction.
    satisfaction = Shape::Form, "w5.satisfaction" ("Satisfaction", "满意度") section "5.9" rows 0 safe false {
        CSAT: Number("csat", "Satisfaction 1–5", "满意度（1–5）").standard().range(1.0, 5.0);
        COMPLAINTS: Integer("complaints", "Complaints in the last 12 months", "近12个月投诉数").standard().at_least(0.0);
    } defaults [];

    /// Own position (IFE).
    ife = Shape::List, "w5.ife" ("Own position (IFE)", "自身状况（IFE）") section "5.9" rows 0 safe false {
        FACTOR: Text("factor", "Factor", "因素").class(Class::Competition);
        KIND: Choice("kind", "Strength or weakness", "优势或劣势", &[opt("strength", "Strength", "优势"), opt("weakness", "Weakness", "劣势")]).class(Class::Competition);
        WEIGHT: Number("weight", "Weight", "权重").class(Class::Competition).at_least(0.0);
        RATING: Rating("rating", "Rating 1–4", "评分（1–4）", &scales::CPM).class(Class::Competition);
    } defaults [];

    /// Customer-orientation self-check.
    orientation = Shape::Form, "w5.orientation" ("Customer-orientation self-check", "客户导向自检") section "5.9" rows 0 safe false {
        CONCEPT: Rating("concept", "Mindset", "观念", &scales::SELF_CHECK).class(Class::Competition);
        GOAL: Rating("goal", "Goals", "目标", &scales::SELF_CHECK).class(Class::Competition);
        COMPETITION: Rating("competition", "Competition", "竞争", &scales::SELF_CHECK).class(Class::Competition);
        ACTION: Rating("action", "Action", "行动", &scales::SELF_CHECK).class(Class::Competition);
        OPERATION: Rating("operation", "Operation", "运营", &scales::SELF_CHECK).class(Class::Competition);
        ORGANISATION: Rating("organisation", "Organisation", "组织", &scales::SELF_CHECK).class(Class::Competition);
    } defaults [];

    /// Critical details in the service.
    detail_checks = Shape::Matrix { rows: "w3.critical_details", columns: Columns::Fixed(&[opt("service", "In the service", "服务中")]) }, "w5.detail_checks" ("Critical details in the service", "服务中的关键细节") section "5.10" rows 0 safe false {
        DONE: YesNo("done", "Taken care of", "已考虑").standard().class(Class::Competition);
        HOW: Text("how", "How", "如何做到").standard().class(Class::Competition);
    } defaults [];

    /// Service summary.
    summary = Shape::Form, "w5.summary" ("Service summary", "服务小结") section "5.10" rows 0 safe false {
        COMMITMENTS_YES: LongText("commitments_yes", "Commitments we can sign", "可承诺事项").core().ask("Up to three, one per line: what would you sign today?", "最多三条，一行一条：今天就敢签的是什么？");
        COMMITMENTS_NO: LongText("commitments_no", "Commitments not yet possible", "暂不可承诺事项").core().class(Class::Competition).ask("Up to three, one per line: what must we not promise yet?", "最多三条，一行一条：哪些现在还不能答应？");
        RESOURCE_REQUEST: LongText("resource_request", "Resource request", "资源申请").standard().class(Class::Economics).ask("What do you need from management to keep these promises?", "要兑现承诺，需要公司给什么？");
        RESOURCE_AMOUNT: Money("resource_amount", "Amount requested", "申请金额").standard().class(Class::Economics).per("per year", "每年");
    } defaults [];
}
