//! Worksheet 6: the account plan.

use super::declare::tables;
use super::defaults::template;
use super::options;
use super::scales;
use crate::model::opt;

tables! {
    /// Position, set by the team.
    position = Shape::Form, "w6.position" ("Position, set by the team", "客户定位（团队判定）") section "6.1" rows 0 safe false {
        CELL: Choice("cell", "Matrix cell", "组合象限", &[opt("strategic", "Strategic", "战略型"), opt("star", "Star", "明星型"), opt("status", "Status", "维持型"), opt("streamline", "Streamline", "精简型")]).class(Class::Economics);
        SHARE_OF_WALLET: Percent("share_of_wallet", "Share of wallet", "钱包份额").class(Class::Economics).range(0.0, 100.0);
        CPM_RANK: Integer("cpm_rank", "CPM rank", "竞争评分排名").class(Class::Competition).at_least(1.0);
        SUPPORT_INDEX: Number("support_index", "Support index", "支持指数").class(Class::People).range(-100.0, 100.0);
        SLA_ATTAINMENT: Percent("sla_attainment", "SLA attainment", "SLA达成率").class(Class::Competition).range(0.0, 100.0);
        HEALTH: Number("health", "Account health", "客户健康度").class(Class::Competition).range(0.0, 100.0);
        NOTE: LongText("note", "Why we see it differently", "判定说明").class(Class::Competition).ask("Say why the team's view differs from the figure.", "团队看法和计算结果不同，原因是什么？");
    } defaults [];

    /// Relationship stage.
    relationship = Shape::Form, "w6.relationship" ("Relationship stage", "关系阶段") section "6.2" rows 0 safe false {
        STRATEGY: Rating("strategy", "We know each other's strategy", "战略互知", &scales::FULFILMENT).core().class(Class::Competition).ask("Do we know their plans, and they ours?", "他们的打算我们清楚吗？我们的呢？");
        BREADTH: Rating("breadth", "Contacts on many levels", "接触面广度", &scales::FULFILMENT).core().class(Class::Competition).ask("More than one contact, on more than one level?", "是不是不止一个人、不止一个层级在来往？");
        OPENNESS: Rating("openness", "Information flows openly", "信息开放", &scales::FULFILMENT).core().class(Class::Competition).ask("Do they tell us figures before we ask?", "不等我们问，他们会主动给数吗？");
        TRUST: Rating("trust", "Trust; we solve problems together", "信任与共同解决问题", &scales::FULFILMENT).core().class(Class::Competition).ask("When something fails, do we sit on the same side of the table?", "出了事，是坐在一起解决，还是隔桌追责？");
        JOINT_PLANNING: Rating("joint_planning", "We plan and invest together", "联合规划与投入", &scales::FULFILMENT).core().class(Class::Competition).ask("Is there a plan or budget that carries both names?", "有没有写着双方名字的计划或预算？");
        INTEGRATION: Rating("integration", "Processes and systems connect", "流程系统对接", &scales::FULFILMENT).core().class(Class::Competition).ask("Would leaving each other hurt both sides' operations?", "分开的话，双方的日常运转会不会都受影响？");
        STAGE_TARGET: Choice("stage_target", "Target stage", "目标阶段", &[opt("exploratory", "Exploratory", "探索"), opt("basic", "Basic", "基本"), opt("cooperative", "Cooperative", "合作"), opt("interdependent", "Interdependent", "相互依赖"), opt("integrated", "Integrated", "整合")]).standard().class(Class::Competition).ask("One step up in a year is already ambitious.", "一年升一级已经不容易。");
        STAGE_TARGET_DATE: DateOf("stage_target_date", "Target date", "目标日期").standard();
        STRUCTURE: Choice("structure", "Contact structure", "对接结构", &[opt("bow_tie", "Bow-tie: one to one", "蝴蝶结：单点对接"), opt("transitional", "Transitional", "过渡"), opt("diamond", "Diamond: many to many", "菱形：多点对接"), opt("integrated", "Integrated", "融合")]).standard().class(Class::Competition);
    } defaults [];

    /// Our sales so far.
    hist = Shape::List, "w6.hist" ("Our sales so far", "历史业绩") section "6.3" rows 1 safe false {
        YEAR: Year("year", "Year", "年度").core().class(Class::Economics).checks(&[Check::Unique]).ask("Last year is enough to start.", "先填去年就够。");
        REVENUE: Money("revenue", "Revenue", "收入").core().class(Class::Economics).ask("What this customer paid us in that year.", "这个客户当年付给我们多少。");
        MARGIN: Money("margin", "Gross margin", "毛利").standard().class(Class::Economics).signed().ask("Money, not a percentage.", "填金额，不是百分比。");
    } defaults [];

    /// Targets.
    targets = Shape::List, "w6.targets" ("Targets", "目标") section "6.3" rows 1 safe false {
        YEAR: Year("year", "Year", "年度").quick().class(Class::Economics);
        PERIOD: Choice("period", "Period", "期间", &[opt("year", "Whole year", "全年"), opt("q1", "Quarter 1", "第一季度"), opt("q2", "Quarter 2", "第二季度"), opt("q3", "Quarter 3", "第三季度"), opt("q4", "Quarter 4", "第四季度")]).standard().class(Class::Economics).given(Given::Key("year"));
        REVENUE: Money("revenue", "Target revenue", "目标收入").core().class(Class::Economics).ask("Your decision; the sheet only proposes.", "由你们定，表格只提建议。");
        MARGIN: Money("margin", "Target gross margin", "目标毛利").standard().class(Class::Economics).signed();
    } defaults [];

    /// Target by category.
    target_split = Shape::Matrix { rows: "w6.targets", columns: Columns::Table("w2.wallet") }, "w6.target_split" ("Target by category", "分品类目标") section "6.3" rows 0 safe false {
        REVENUE: Money("revenue", "Target revenue of the category", "品类目标收入").class(Class::Economics);
    } defaults [];

    /// Financial assumptions.
    fin = Shape::Form, "w6.fin" ("Financial assumptions", "财务假设") section "6.3" rows 0 safe false {
        BASE_REVENUE: Money("base_revenue", "Base business of the plan year", "规划年基盘收入").quick().class(Class::Economics).ask("What comes in without winning anything new: contracts and run rate.", "不签新单也会有的收入：合同内的、自然续的。");
        WALLET_GROWTH: Percent("wallet_growth", "Expected wallet growth", "客户采购增速").standard().class(Class::Economics);
        SOW_TARGET: Percent("sow_target", "Share-of-wallet target", "目标钱包份额").standard().class(Class::Economics).range(0.0, 100.0);
        RETENTION: Percent("retention", "Retention rate", "保留率").standard().class(Class::Economics).range(0.0, 100.0).ask("How likely is it that they are still with us in a year?", "一年后还和我们合作的可能有多大？");
        DISCOUNT: Percent("discount", "Our discount rate", "我方折现率").class(Class::Economics).range(0.0, 50.0).given(Given::Number(10.0));
        HORIZON: Integer("horizon", "Horizon (years)", "年限").class(Class::Economics).range(1.0, 30.0).unit(Unit::Words(bi("years", "年"))).given(Given::Number(5.0));
        MARGIN_PER_YEAR: Money("margin_per_year", "Yearly margin for the lifetime value", "终身价值用年毛利").class(Class::Economics).signed();
        ACQUISITION: Money("acquisition", "Cost of winning the account", "获取成本").class(Class::Economics);
        INVESTMENT: Money("investment", "Account investment", "客户投入").standard().class(Class::Economics).ask("What do we put in this year beyond the daily business?", "今年在日常之外，额外投多少？");
    } defaults [];

    /// Customer's switching costs.
    switching = Shape::List, "w6.switching" ("Customer's switching costs", "客户转换成本") section "6.3" rows 0 safe false {
        KIND: Choice("kind", "Kind", "类别", &[opt("money", "Money", "资金"), opt("time", "Time", "时间"), opt("risk", "Risk", "风险")]).class(Class::Competition);
        TEXT: Text("text", "What switching would cost them", "换掉我们的代价").class(Class::Competition);
        AMOUNT: Money("amount", "Amount", "金额").class(Class::Competition);
    } defaults [];

    /// Buying centres.
    bu = Shape::List, "w6.bu" ("Buying centres", "采购中心") section "6.4" rows 1 safe false {
        NAME: Text("name", "Buying centre / BU", "采购中心/事业部").core().ask("A unit, site or department with a budget of its own.", "有自己预算的事业部、网点或部门。");
        HEAD: Ref("head", "Head", "负责人", "w3.people").standard().class(Class::People);
    } defaults [];

    /// Whitespace.
    ws = Shape::Matrix { rows: "w6.bu", columns: Columns::Table("w2.wallet") }, "w6.ws" ("Whitespace", "空白机会矩阵") section "6.4" rows 0 safe false {
        STATUS: Choice("status", "Cell status", "单元状态", &[opt("current", "Supplied by us", "已供"), opt("opportunity", "Open opportunity", "商机"), opt("competitor", "Held by a competitor", "竞品占有"), opt("potential", "Potential", "潜在"), opt("none", "No need", "无需求"), opt("unknown", "Unknown", "未知")]).core().class(Class::Competition).ask("Who supplies this unit with this category today?", "这个部门的这一类，今天是谁在供？");
        CURRENT: Money("current", "Current sales", "现有销售").standard().class(Class::Economics).per("per year", "每年");
        POTENTIAL: Money("potential", "Potential", "潜力").standard().class(Class::Economics).per("per year", "每年").checks(&[Check::AtLeast("current")]).ask("What could we sell here in a good year, what we sell now included?", "好的年份这里一共能卖多少，含现有的？");
        COMPETITOR: Ref("competitor", "Competitor", "竞争者", "w2.comp").standard().class(Class::Competition).without_us();
        CONTRACT_END: DateOf("contract_end", "Competitor's contract end", "竞品合同到期").class(Class::Competition);
        NEXT_STEP: Text("next_step", "Next step", "下一步").standard().class(Class::Competition);
    } defaults [];

    /// Objectives.
    obj = Shape::List, "w6.obj" ("Objectives", "目标") section "6.5" rows 2 safe true {
        STATEMENT: Text("statement", "Objective", "目标陈述").core().ask("If only one thing could come true this year, which?", "今年如果只能实现一件事，是哪件？");
        TYPE: Choice("type", "Type", "类型", &[opt("growth", "Growth", "发展"), opt("relationship", "Relationship", "关系维护"), opt("service", "Service", "服务"), opt("profit", "Profit", "利润")]).core().ask("What is it for: growth, relationship, service or profit?", "为的是发展、关系、服务，还是利润？");
        CUSTOMER_GOAL: Ref("customer_goal", "Customer goal it serves", "服务于客户的哪个目标", "w3.cgoals").core().ask("Would the customer applaud it? Pick the goal it helps.", "客户听了会鼓掌吗？选它帮到的那个目标。");
        CUSTOMER_WIN: LongText("customer_win", "Win for the customer", "客户的赢").standard();
        BASELINE: Number("baseline", "Baseline", "基线").core().unit(Unit::Field("w6.obj.unit")).ask("Where does it stand today?", "今天是多少？");
        TARGET: Number("target", "Target", "目标值").core().unit(Unit::Field("w6.obj.unit")).checks(&[Check::NotSameAs("baseline")]).ask("Where shall it stand when we are done? It may go down as well as up.", "做成后是多少？可以往上，也可以往下。");
        UNIT: Text("unit", "Unit", "单位").core().ask("Percent, money, days, points…", "百分比、万元、天、分……");
        DUE: DateOf("due", "Due", "截止").core().ask("By which day?", "哪天之前？");
        OWNER: Ref("owner", "Owner", "负责人", "card.team").core().class(Class::People).ask("One name.", "只写一个名字。");
        CURRENT: Number("current", "Current value", "当前值").quick().unit(Unit::Field("w6.obj.unit"));
        START: DateOf("start", "Start", "开始");
        SMART_SPECIFIC: YesNo("smart_specific", "Specific", "具体").class(Class::Competition);
        SMART_ACHIEVABLE: YesNo("smart_achievable", "Achievable", "可达成").class(Class::Competition);
        SMART_RELEVANT: YesNo("smart_relevant", "Relevant", "相关").class(Class::Competition);
        SMART_REASON: Text("smart_reason", "Why", "自检理由").class(Class::Competition);
        LINKS_TOWS: Refs("links_tows", "Comes from strategies", "来源：交叉策略", "w2.tows").class(Class::Competition);
        LINKS_NEEDS: Refs("links_needs", "Comes from needs", "来源：需求", "w3.needs");
    } defaults [];

    /// Strategies.
    strat = Shape::List, "w6.strat" ("Strategies", "策略") section "6.6" rows 0 safe false {
        TEXT: LongText("text", "Strategy", "策略").standard().class(Class::Competition).ask("By which play will we get there? And what do we stop doing?", "靠什么打法？又停做什么？");
        ANSOFF: Choice("ansoff", "Growth direction", "增长方向", &[opt("penetrate", "Penetrate: same offer, same buyers", "渗透：现有产品，现有部门"), opt("extend", "Extend: new offer, same buyers", "拓展：新产品，现有部门"), opt("expand", "Expand: same offer, new buyers", "开发：现有产品，新部门"), opt("diversify", "Diversify: new offer, new buyers", "多元：新产品，新部门")]).standard().class(Class::Competition);
        PROCESS: Choice("process", "KAMS process", "管理过程", options::PROCESS).class(Class::Competition);
        OBJECTIVE: Ref("objective", "Objective", "对应目标", "w6.obj").standard().class(Class::Competition);
        TARGET: Money("target", "Revenue expected from it", "预期收入").class(Class::Economics);
    } defaults [];

    /// Initiatives.
    init = Shape::List, "w6.init" ("Initiatives", "举措") section "6.6" rows 0 safe false {
        STRATEGY: Ref("strategy", "Strategy", "所属策略", "w6.strat").standard().class(Class::Competition);
        NAME: Text("name", "Initiative", "举措").standard().class(Class::Competition);
        MODULES: Refs("modules", "Modules", "相关模块", "w4.modules").class(Class::Competition);
        OWNER: Ref("owner", "Owner", "负责人", "card.team").standard().class(Class::People);
        START: DateOf("start", "Start", "开始");
        END: DateOf("end", "End", "结束").standard().checks(&[Check::NotBefore("start")]);
        BUDGET: Money("budget", "Budget", "预算").class(Class::Economics);
        STOP_DOING: YesNo("stop_doing", "Stop doing", "停止投入").standard().class(Class::Competition).given(Given::Bool(false)).ask("What will we stop, so that this can happen?", "为了做成这件，我们停掉什么？");
    } defaults [];

    /// Opportunities.
    opp = Shape::List, "w6.opp" ("Opportunities", "商机漏斗") section "6.7" rows 1 safe false {
        NAME: Text("name", "Opportunity", "商机名称").core().class(Class::Economics).ask("Which deals fill the gap between today and the target?", "今天到目标之间的差额，靠哪几单填？");
        MODULES: Refs("modules", "Modules", "相关模块", "w4.modules").class(Class::Economics);
        BU: Ref("bu", "Buying centre", "采购中心", "w6.bu").class(Class::Economics);
        AMOUNT: Money("amount", "Amount", "金额").core().class(Class::Economics).ask("What it would bring in the plan year.", "规划年内能带来多少。");
        STAGE: Choice("stage", "Stage", "商机阶段", &[opt("lead", "1 Lead", "1 线索"), opt("qualified", "2 Qualified", "2 立项"), opt("solution", "3 Solution", "3 方案"), opt("proposal", "4 Proposal or tender", "4 投标或报价"), opt("negotiation", "5 Negotiation", "5 谈判"), opt("verbal", "6 Verbal agreement", "6 口头承诺"), opt("won", "7 Won", "7 赢单"), opt("lost", "0 Lost", "0 丢单")]).core().class(Class::Economics).ask("How far is the customer, not how busy are we?", "看客户走到哪一步，不看我们忙到哪一步。");
        PROBABILITY: Percent("probability", "Probability", "概率").standard().class(Class::Economics).range(0.0, 100.0);
        CLOSE_DATE: DateOf("close_date", "Expected close", "预计签约").standard().class(Class::Economics);
        COMPETITOR: Ref("competitor", "Main competitor", "主要竞争者", "w2.comp").class(Class::Competition).without_us();
        NEXT_STEP: Text("next_step", "Next step", "下一步").core().class(Class::Economics).ask("Who does what next to move it on?", "接下来谁做什么，才能往前推？");
        FORECAST_CLASS: Choice("forecast_class", "Forecast class", "预测类别", &[opt("commit", "Commit", "承诺"), opt("best_case", "Best case", "乐观"), opt("pipeline", "Pipeline", "储备")]).class(Class::Economics);
    } defaults [];

    /// Actions.
    act = Shape::List, "w6.act" ("Actions", "行动计划") section "6.8" rows 4 safe true {
        WHAT: Text("what", "Action", "行动").core().ask("Begin with a verb: visit, test, send, agree.", "用动词开头：拜访、试、发、谈定。");
        OBJECTIVE: Ref("objective", "Objective", "对应目标", "w6.obj").core().ask("Which objective does it move?", "它推动哪个目标？");
        OWNER: Ref("owner", "Owner", "负责人", "card.team").core().class(Class::People).ask("One name, someone in this room if possible.", "一个名字，最好就在场。");
        START: DateOf("start", "Start", "开始");
        DUE: DateOf("due", "Due", "截止").core().checks(&[Check::NotBefore("start")]).ask("By which day?", "哪天之前？");
        STATUS: Choice("status", "Status", "状态", &[opt("not_started", "Not started", "未开始"), opt("doing", "In progress", "进行中"), opt("blocked", "Blocked", "受阻"), opt("done", "Done", "完成"), opt("cancelled", "Cancelled", "取消")]).quick().given(Given::Key("not_started"));
        PERCENT: Percent("percent", "Done %", "完成比例").range(0.0, 100.0);
        TYPE: Choice("type", "Action type", "行动类型", &[opt("visit", "Visit", "拜访"), opt("executive_visit", "Executive visit", "高层互访"), opt("meeting", "Marketing meeting", "会议营销"), opt("club", "Club", "俱乐部"), opt("exhibition", "Exhibition", "会展"), opt("proposal", "Proposal", "方案"), opt("pilot", "Pilot", "试点"), opt("service", "Service improvement", "服务改进"), opt("training", "Training", "培训"), opt("internal", "Internal", "内部")]).standard();
        PROCESS: Choice("process", "KAMS process", "管理过程", options::PROCESS).class(Class::Competition);
        PEOPLE: Refs("people", "With whom", "涉及人员", "w3.people").standard().class(Class::People);
        RESULT: LongText("result", "Result", "结果").standard();
        DONE_DATE: DateOf("done_date", "Done on", "完成日期").standard();
    } defaults [];

    /// Milestones.
    ms = Shape::List, "w6.ms" ("Milestones", "里程碑控制点") section "6.8" rows 1 safe true {
        NAME: Text("name", "Milestone", "里程碑").core().ask("The point at which you would change the plan if it is missed.", "过不了就得改计划的那个点。");
        CRITERIA: Text("criteria", "Pass criteria", "通过标准").core().ask("How will everyone see that it has been passed?", "怎样算过，大家一看就知道？");
        PLANNED: DateOf("planned", "Planned date", "计划日期").core().ask("By which day?", "计划哪天？");
        ACTUAL: DateOf("actual", "Actual date", "实际日期").standard();
        PASSED: Choice("passed", "Passed", "是否通过", &[opt("yes", "Passed", "通过"), opt("no", "Not passed", "未通过"), opt("open", "Open", "待定")]).standard().given(Given::Key("open"));
        PROCESS: Choice("process", "KAMS process", "管理过程", options::PROCESS).class(Class::Competition);
    } defaults [];

    /// Contact plan.
    cp = Shape::Matrix { rows: "w3.people", columns: Columns::Table("card.team") }, "w6.cp" ("Contact plan", "客户接触计划") section "6.9" rows 0 safe false {
        FREQUENCY: Choice("frequency", "Contact frequency", "接触频率", &[opt("weekly", "Weekly", "每周"), opt("monthly", "Monthly", "每月"), opt("quarterly", "Quarterly", "每季"), opt("half_yearly", "Half-yearly", "每半年")]).standard().class(Class::People).ask("Match levels: expert to expert, executive to executive.", "兵对兵，将对将。");
        PURPOSE: Text("purpose", "Purpose", "目的").standard().class(Class::People);
        EXEC_PAIR: YesNo("exec_pair", "Executive pairing", "高层结对").class(Class::People).given(Given::Bool(false));
        NEXT_DATE: DateOf("next_date", "Next date", "下次日期").standard().class(Class::People);
    } defaults [];

    /// Risks.
    risk = Shape::List, "w6.risk" ("Risks", "风险登记") section "6.10" rows 3 safe false {
        TEXT: Text("text", "Risk", "风险").core().class(Class::Competition).ask("What could lose us this account?", "什么事会让我们丢掉这个客户？");
        CAUSE: Text("cause", "Cause", "原因").standard().class(Class::Competition);
        CATEGORY: Choice("category", "Category", "类别", &[opt("competition", "Competition", "竞争"), opt("relationship", "Relationship", "关系"), opt("service", "Service", "服务"), opt("price", "Price", "价格"), opt("credit", "Credit", "信用"), opt("policy", "Policy", "政策"), opt("delivery", "Delivery", "交付"), opt("internal", "Internal", "内部"), opt("cost_to_serve", "Cost to serve too high", "维护成本过高"), opt("churn", "Churn", "流失")]).standard().class(Class::Competition);
        PROBABILITY: Rating("probability", "Probability", "可能性", &scales::PROBABILITY).quick().class(Class::Competition);
        IMPACT: Rating("impact", "Impact", "影响程度", &scales::IMPACT).quick().class(Class::Competition);
        AMOUNT: Money("amount", "Amount at stake", "涉及金额").standard().class(Class::Economics);
        MITIGATION: Text("mitigation", "Mitigation", "应对措施").core().class(Class::Competition).ask("What do we do now, so that it does not happen or hurts less?", "现在做什么，让它不发生，或少疼一点？");
        OWNER: Ref("owner", "Owner", "负责人", "card.team").standard().class(Class::People);
        TRIGGER: Text("trigger", "Early sign", "预警信号").standard().class(Class::Competition).ask("How would we notice first?", "最先会从哪里看出来？");
        RESIDUAL_PROBABILITY: Rating("residual_probability", "Probability after mitigation", "剩余可能性", &scales::PROBABILITY).class(Class::Competition);
        RESIDUAL_IMPACT: Rating("residual_impact", "Impact after mitigation", "剩余影响", &scales::IMPACT).class(Class::Competition);
        STATUS: Choice("status", "Status", "状态", &[opt("open", "Open", "未处理"), opt("treating", "Being treated", "应对中"), opt("accepted", "Accepted", "已接受"), opt("occurred", "Occurred", "已发生"), opt("closed", "Closed", "已关闭")]).class(Class::Competition).given(Given::Key("open"));
    } defaults [
        template("cost_to_serve", bi("Serving this customer costs too much", "客户维护成本过高"), &[("text", Given::Words(bi("Serving this customer costs too much", "客户维护成本过高"))), ("category", Given::Key("cost_to_serve"))]),
        template("service", bi("Service falls short", "服务不到位"), &[("text", Given::Words(bi("Service falls short", "服务不到位"))), ("category", Given::Key("service"))]),
        template("unstable", bi("The relationship is unstable", "客户不稳定"), &[("text", Given::Words(bi("The relationship is unstable", "客户不稳定"))), ("category", Given::Key("relationship"))]),
        template("churn", bi("The customer leaves", "客户流失"), &[("text", Given::Words(bi("The customer leaves", "客户流失"))), ("category", Given::Key("churn"))]),
    ];

    /// Budget.
    budget = Shape::List, "w6.budget" ("Budget", "预算") section "6.11" rows 0 safe false {
        ITEM: Text("item", "Budget item", "预算项目").standard().class(Class::Economics);
        AMOUNT: Money("amount", "Amount", "金额").standard().class(Class::Economics);
        QUARTER: Choice("quarter", "Quarter", "季度", &[opt("q1", "Quarter 1", "第一季度"), opt("q2", "Quarter 2", "第二季度"), opt("q3", "Quarter 3", "第三季度"), opt("q4", "Quarter 4", "第四季度")]).class(Class::Economics);
        APPROVED: YesNo("approved", "Approved", "已批准").class(Class::Economics).given(Given::Bool(false));
    } defaults [];

    /// Resources.
    resources = Shape::Form, "w6.resources" ("Resources", "资源") section "6.11" rows 0 safe false {
        HEADCOUNT: Number("headcount", "Headcount", "人员编制").class(Class::Economics).at_least(0.0);
    } defaults [];

    /// Governance.
    governance = Shape::Form, "w6.governance" ("Governance", "治理") section "6.12" rows 0 safe false {
        CADENCE: Choices("cadence", "Review cadence", "评审节奏", &[opt("weekly", "Weekly, 10 minutes", "每周10分钟"), opt("monthly", "Monthly", "每月"), opt("quarterly", "Quarterly business review", "季度评审"), opt("yearly", "Yearly", "每年")]).standard();
        ATTENDEES: Text("attendees", "Who attends", "参会人").standard().class(Class::People).ask("Who has to be there, from both sides?", "双方谁必须到场？");
    } defaults [];

    /// Review dates.
    reviews = Shape::List, "w6.reviews" ("Review dates", "评审日期") section "6.12" rows 0 safe false {
        DATE: DateOf("date", "Date", "日期");
        TOPIC: Text("topic", "Topic", "主题").class(Class::Competition);
    } defaults [];

    /// Approvals.
    approvals = Shape::List, "w6.approvals" ("Approvals", "审批") section "6.12" rows 0 safe false {
        NAME: Text("name", "Name", "姓名").class(Class::People);
        ROLE: Text("role", "Role", "职务").class(Class::People);
        DATE: DateOf("date", "Date", "日期");
        DECISION: Choice("decision", "Decision", "审批意见", &[opt("approved", "Approved", "批准"), opt("conditional", "Approved with conditions", "有条件批准"), opt("rejected", "Rejected", "不批准"), opt("pending", "Pending", "待定")]).class(Class::Economics).given(Given::Key("pending"));
    } defaults [];

    /// Force field.
    force_field = Shape::List, "w6.force_field" ("Force field", "力场分析") section "6.6" rows 0 safe false {
        FORCE: Text("force", "Force", "力量").class(Class::Competition);
        SIDE: Choice("side", "Side", "方向", &[opt("driving", "Driving", "推动"), opt("restraining", "Restraining", "阻碍")]).class(Class::Competition);
        STRENGTH: Rating("strength", "Strength", "强度", &scales::FORCE_STRENGTH).class(Class::Competition);
    } defaults [];

    /// Plan on a page.
    page = Shape::Form, "w6.page" ("Plan on a page", "一页纸计划") section "6.13" rows 0 safe false {
        HEADLINE: Text("headline", "Headline of the plan", "规划标题").standard().class(Class::Competition).ask("The whole plan in one sentence.", "一句话讲完这份规划。");
        DECISIONS: LongText("decisions", "Decisions needed", "待决事项").standard().class(Class::Economics).ask("Up to three, one per line: what must management decide?", "最多三条，一行一条：要请公司拍板什么？");
    } defaults [];
}
