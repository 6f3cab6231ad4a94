//! Worksheet 3: which people want what.

use super::declare::tables;
use super::options;
use super::scales;
use crate::model::opt;

tables! {
    /// Customer's goals.
    cgoals = Shape::List, "w3.cgoals" ("Customer's goals", "客户目标与压力") section "3.1" rows 2 safe true {
        LEVEL: Choice("level", "Level", "层次", &[opt("goal", "Goal", "目标"), opt("pressure", "Pressure", "压力"), opt("initiative", "Initiative", "举措"), opt("obstacle", "Obstacle", "障碍")]).core().ask("What they want, what presses them, what they do about it, what stands in the way.", "想要什么、被什么逼着、正在做什么、卡在哪里。");
        TEXT: Text("text", "Statement", "内容").core().ask("In their words, as their board would put it.", "用客户的话写，就像他们董事会上说的那样。");
        KPI: Text("kpi", "Measured by", "考核指标").standard();
        TARGET: Text("target", "Target value", "目标值").standard();
        OWNER: Ref("owner", "Owner at the customer", "客户方责任人", "w3.people").standard().class(Class::People);
        PARENT: Ref("parent", "Serves", "上级目标", "w3.cgoals").checks(&[Check::NoCycles]);
        DUE: DateOf("due", "Due", "期限");
        CONFIDENCE: Choice("confidence", "Evidence status", "证据状态", options::CONFIDENCE).standard().attribute(3);
    } defaults [];

    /// Customer's strategy.
    strategy = Shape::Form, "w3.strategy" ("Customer's strategy", "客户战略") section "3.1" rows 0 safe true {
        VISION: LongText("vision", "Customer's vision", "客户愿景");
        PRIORITIES_12_36M: LongText("priorities_12_36m", "Priorities for the next 12–36 months", "未来12–36个月重点").standard();
        BUDGET_CYCLE: Text("budget_cycle", "Budget cycle", "预算周期").standard().ask("When are budgets made, when are they frozen?", "什么时候做预算，什么时候冻结？");
    } defaults [];

    /// Critical details.
    critical_details = Shape::List, "w3.critical_details" ("Critical details", "关键细节") section "3.1" rows 0 safe true {
        DETAIL: Text("detail", "Critical detail", "关键细节").standard().ask("Small things this customer would remember for years if we got them wrong.", "做错一次、客户会记好几年的小事。");
        PERSON: Ref("person", "For whom it matters", "谁在意", "w3.people").class(Class::People);
    } defaults [];

    /// How they buy.
    buying = Shape::Form, "w3.buying" ("How they buy", "采购特征") section "3.2" rows 0 safe false {
        CATEGORY_VIEW: Choice("category_view", "How the customer sees our category (Kraljic)", "客户眼中的品类（卡拉杰克）", &[opt("strategic", "Strategic: high risk, high profit impact", "战略：风险高、利润影响大"), opt("leverage", "Leverage: low risk, high profit impact", "杠杆：风险低、利润影响大"), opt("bottleneck", "Bottleneck: high risk, low profit impact", "瓶颈：风险高、利润影响小"), opt("non_critical", "Non-critical: low on both", "一般：两者都低")]).standard().ask("Are we hard to replace, and does it matter to their profit?", "我们难不难替代？对客户利润要不要紧？");
        TENDER_RULES: LongText("tender_rules", "Tender/qualification rules", "招投标与准入要求").standard();
        SUPPLIER_STRATEGY: LongText("supplier_strategy", "Supplier strategy (number of suppliers, dual sourcing, local rules)", "供应商策略");
        PAYMENT: Integer("payment", "Payment term (days)", "账期（天）").standard().class(Class::Economics).at_least(0.0).unit(Unit::Words(bi("days", "天")));
        PAYMENT_TERMS: Text("payment_terms", "Payment terms", "付款方式").class(Class::Economics);
    } defaults [];

    /// Decision process.
    process = Shape::List, "w3.process" ("Decision process", "决策流程") section "3.2" rows 0 safe false {
        STEP: Text("step", "Decision step", "决策步骤").standard().ask("From the first idea to the signature, one row per step.", "从立项到签字，一步一行。");
        DECISION: Text("decision", "What is decided", "决定内容").standard();
        WHO: Refs("who", "Persons involved", "参与人", "w3.people").standard().class(Class::People);
        EVIDENCE: Text("evidence", "Evidence needed", "所需材料");
        DAYS: Integer("days", "Duration (days)", "时长（天）").standard().at_least(0.0).unit(Unit::Words(bi("days", "天")));
    } defaults [];

    /// Buying criteria.
    criteria = Shape::List, "w3.criteria" ("Buying criteria", "关键采购因素") section "3.2" rows 3 safe false {
        CRITERION: Text("criterion", "Buying criterion", "关键采购因素").core().ask("By what will they choose? Ask, do not guess.", "他们按什么选？去问，别猜。");
        WEIGHT: Number("weight", "Weight", "权重").core().at_least(0.0).ask("Any numbers; only their proportion counts.", "数字随意，只看比例。");
        FIT: Rating("fit", "Our fit", "我方匹配度", &scales::FIT).standard().class(Class::Competition);
    } defaults [];

    /// People in the decision.
    people = Shape::List, "w3.people" ("People in the decision", "关键人与决策链") section "3.3" rows 3 safe false {
        NAME: Text("name", "Name (or role, if not known yet)", "姓名（或岗位）").core().class(Class::People).ask("Do not know the name? Write the role.", "不知道名字就先写岗位。");
        TITLE: Text("title", "Title", "职务").standard().class(Class::People);
        DEPT: Text("dept", "Department", "部门").standard().class(Class::People);
        REPORTS_TO: Ref("reports_to", "Reports to", "汇报对象", "w3.people").standard().class(Class::People).checks(&[Check::NoCycles]);
        ROLE: Choices("role", "Role in the decision", "决策角色", &[opt("economic", "Economic decision maker", "决策者"), opt("technical", "Technical gatekeeper", "技术把关者"), opt("user", "User", "使用者"), opt("buyer", "Buyer", "采购者"), opt("evaluator", "Evaluator", "评估者"), opt("influencer", "Influencer", "影响者"), opt("gatekeeper", "Gatekeeper", "信息把关人"), opt("coach", "Coach", "教练或内线"), opt("sponsor", "Sponsor", "赞助人")]).core().class(Class::People).ask("Who can say yes, and who can only say no?", "谁能说“行”，谁只能说“不行”？");
        INFLUENCE: Rating("influence", "Influence", "影响力", &scales::INFLUENCE).core().class(Class::People).ask("How much does this person's word weigh in the decision?", "这个人的话在决策里有多重？");
        INTEREST: Rating("interest", "Interest in our topic", "关注度", &scales::INTEREST).class(Class::People);
        SUPPORT: Rating("support", "Support for us", "支持度", &scales::SUPPORT).core().class(Class::People).ask("For us or against us? If nobody is against, look again.", "站我们这边还是对面？一个反对者都没有，多半是没看清。");
        CONTACT: Rating("contact", "Contact level", "接触程度", &scales::CONTACT).quick().class(Class::People);
        LAYER: Choice("layer", "Relationship layer", "关系层次", &[opt("broad", "Broad", "普遍"), opt("key", "Key", "关键"), opt("organisational", "Organisational", "组织")]).class(Class::People);
        MODE: Choice("mode", "Response mode", "反应模式", &[opt("growth", "Growth: wants to do even better", "如虎添翼：想更进一步"), opt("trouble", "Trouble: wants out of a problem", "亡羊补牢：急于解决问题"), opt("even_keel", "Even keel: sees no need to change", "我行我素：觉得不必改变"), opt("overconfident", "Overconfident: thinks all is splendid", "班门弄斧：自认已很好")]).class(Class::People);
        REL_NOW: Rating("rel_now", "Relationship today", "关系层级（现状）", &scales::RELATIONSHIP).standard().class(Class::People);
        REL_GOAL: Rating("rel_goal", "Relationship wanted", "关系层级（目标）", &scales::RELATIONSHIP).standard().class(Class::People);
        OWNER: Ref("owner", "Our relationship owner", "我方责任人", "card.team").core().class(Class::People).ask("Who of us looks after this person?", "我们这边谁来维护他？");
        BUSINESS_WIN: LongText("business_win", "Business result wanted", "组织利益诉求").standard().class(Class::People);
        PERSONAL_WIN: LongText("personal_win", "Personal win wanted", "个人诉求").class(Class::Note).ask("What does this person get at year end if it succeeds?", "如果成功，这个人年底会得到什么？");
        KPI: Text("kpi", "What this person is measured by", "本人考核指标").standard().class(Class::People);
        CRITICAL_DETAIL: LongText("critical_detail", "Detail not to miss", "绝不能忽略的细节").class(Class::People);
        INFO_SOURCE: Choices("info_source", "Where they get information", "信息渠道", &[opt("peers", "Peers", "同行"), opt("media", "Media", "媒体"), opt("events", "Events", "会议"), opt("consultants", "Consultants", "顾问"), opt("vendors", "Vendors", "厂商")]).class(Class::People);
        LAST_CONTACT: DateOf("last_contact", "Last contact", "最近接触").standard().class(Class::People).checks(&[Check::NotAfterToday]);
        NOTES_PRIVATE: LongText("notes_private", "Private notes", "个人备注").class(Class::Note).ask("Only what you would be willing to show this person.", "只写你敢当面给他看的内容。");
    } defaults [];

    /// Lines between people.
    links = Shape::List, "w3.links" ("Lines between people", "人物关系线") section "3.3" rows 0 safe false {
        FROM: Ref("from", "Person", "人物", "w3.people").class(Class::People);
        TO: Ref("to", "Other person", "对方", "w3.people").class(Class::People).checks(&[Check::NotSameAs("from")]);
        KIND: Choice("kind", "Kind of line", "关系类型", &[opt("influences", "Influences", "影响"), opt("conflicts", "Conflicts with", "冲突"), opt("ally", "Ally of", "同盟")]).class(Class::People);
    } defaults [];

    /// Needs.
    needs = Shape::List, "w3.needs" ("Needs", "需求清单") section "3.4" rows 5 safe true {
        NEED: Text("need", "Need as an outcome", "需求（用结果表述）").core().ask("Start with what should become better: cut the time to …, avoid …", "先说要变好的结果：缩短……的时间，避免……。");
        LEVEL: Choice("level", "Level", "层级", &[opt("organisation", "Organisation", "企业"), opt("department", "Department", "部门"), opt("personal", "Personal", "个人")]).core().ask("Whose need is it: the company's, a department's, one person's?", "是企业的、部门的，还是某个人的？");
        KIND: Choice("kind", "Explicit or implicit", "显性或隐性", &[opt("explicit", "Explicit", "显性"), opt("implicit", "Implicit", "隐性")]);
        AREA: Choice("area", "Area", "类别", &[opt("product", "Product", "产品"), opt("service", "Service", "服务"), opt("price", "Price and cost", "价格与成本"), opt("delivery", "Delivery", "交付"), opt("technology", "Technology", "技术"), opt("compliance", "Compliance", "合规"), opt("relationship", "Relationship", "关系"), opt("finance", "Finance", "资金")]).standard();
        HOLDERS: Refs("holders", "Who holds it", "需求方", "w3.people").standard().class(Class::People);
        GOAL: Ref("goal", "Customer goal it serves", "对应客户目标", "w3.cgoals").standard();
        IMPORTANCE: Rating("importance", "Importance", "重要度", &scales::IMPORTANCE_10).core().ask("How much does it matter to them? If everything is a 9, ask again.", "对他们有多要紧？如果全是9分，再问一遍。");
        SATISFACTION: Rating("satisfaction", "Satisfaction today", "当前满意度", &scales::SATISFACTION_10).core().ask("How well is it met today, with whatever they use now?", "现在用的办法，满足到什么程度？");
        SAT_BEST_COMP: Rating("sat_best_comp", "Satisfaction with the best competitor", "对最佳竞争者的满意度", &scales::SATISFACTION_10).class(Class::Competition);
        KANO_F: Rating("kano_f", "How they feel if it is there", "具备时的感受", &scales::KANO_ANSWER);
        KANO_D: Rating("kano_d", "How they feel if it is missing", "不具备时的感受", &scales::KANO_ANSWER);
        KANO_CLASS: Choice("kano_class", "Kano class (set by the team)", "Kano类别", &[opt("must_be", "Must-be", "必备"), opt("one_dimensional", "One-dimensional", "期望"), opt("attractive", "Attractive", "魅力"), opt("indifferent", "Indifferent", "无差异"), opt("reverse", "Reverse", "反向"), opt("questionable", "Questionable", "可疑")]).standard().ask("Out of the game without it, or a pleasant surprise with it?", "没有就出局，还是有了会惊喜？");
        PAIN_COST: Money("pain_cost", "Cost of the problem per year", "问题年损失").standard().per("per year", "每年").ask("What does it cost them each year to leave it as it is?", "不解决，客户一年损失多少？");
        DEADLINE: DateOf("deadline", "Needed by", "期望时间").standard();
        CRITICAL: YesNo("critical", "Deal breaker", "一票否决项").standard().given(Given::Bool(false));
        CONFIDENCE: Choice("confidence", "Evidence", "证据状态", options::CONFIDENCE).core().ask("The customer's own words, or our translation?", "是客户原话，还是我们翻译的？").attribute(3);
    } defaults [];

    /// Kano answers of several respondents.
    kano_votes = Shape::Matrix { rows: "w3.needs", columns: Columns::Fixed(&[opt("must_be", "Must-be", "必备"), opt("one_dimensional", "One-dimensional", "期望"), opt("attractive", "Attractive", "魅力"), opt("indifferent", "Indifferent", "无差异"), opt("reverse", "Reverse", "反向"), opt("questionable", "Questionable", "可疑")]) }, "w3.kano_votes" ("Kano answers of several respondents", "Kano多人答卷") section "3.4" rows 0 safe false {
        COUNT: Integer("count", "Number of respondents", "人数").at_least(0.0).ask("Only if you asked several users; below five answers no Better–Worse is shown.", "问过多位使用者才填；不足五份不显示Better–Worse。");
    } defaults [];

    /// Verification plan.
    verify = Shape::List, "w3.verify" ("Verification plan", "验证计划") section "3.5" rows 0 safe false {
        QUESTION: LongText("question", "Question to ask", "待验证问题").standard().class(Class::Competition).ask("Which assumption could we check next week?", "哪条假设下周就能去验证？");
        WITH: Ref("with", "Ask whom", "访谈对象", "w3.people").standard().class(Class::People);
        OWNER: Ref("owner", "Who asks", "谁去问", "card.team").standard().class(Class::People);
        DUE: DateOf("due", "By when", "截止日期").standard();
        ANSWER: LongText("answer", "Answer", "答复").standard().class(Class::Competition);
        RESULT: Choice("result", "Result", "验证结果", &[opt("confirmed", "Confirmed", "证实"), opt("refuted", "Refuted", "推翻"), opt("open", "Open", "待验证")]).standard().class(Class::Competition).given(Given::Key("open"));
    } defaults [];

    /// Qualification (MEDDPICC).
    meddpicc = Shape::Matrix { rows: "w6.opp", columns: Columns::Fixed(&[opt("metrics", "Metrics", "量化指标"), opt("economic_buyer", "Economic buyer", "经济决策者"), opt("decision_criteria", "Decision criteria", "决策标准"), opt("decision_process", "Decision process", "决策流程"), opt("paper_process", "Paper process", "审批与合同流程"), opt("pain", "Pain identified", "痛点"), opt("champion", "Champion", "内部支持者"), opt("competition", "Competition", "竞争")]) }, "w3.meddpicc" ("Qualification (MEDDPICC)", "机会资格") section "3.6" rows 0 safe false {
        SCORE: Rating("score", "Score 0–2", "得分（0–2）", &scales::QUALIFICATION).class(Class::Competition);
        EVIDENCE: Text("evidence", "Evidence", "证据").class(Class::Competition);
    } defaults [];

    /// Needs summary.
    summary = Shape::Form, "w3.summary" ("Needs summary", "需求小结") section "3.7" rows 0 safe true {
        TOP_NEEDS: Refs("top_needs", "Top needs", "首要需求", "w3.needs").core().checks(&[Check::AtMostItems(5)]).ask("Do these five deserve our work? Reorder them and agree.", "该先做的是这五条吗？调好顺序，全场确认。");
        ONE_SENTENCE: Text("one_sentence", "One-sentence need", "一句话需求").core().ask("The customer wants most …, because …, and is held back today by …", "客户最想……，因为……，目前被……卡住。");
        INSIGHT_WE_BRING: LongText("insight_we_bring", "Insight we bring", "我方能带来的洞见").standard().class(Class::Competition).ask("What do we know about their business that they do not?", "关于他们的生意，有什么是我们知道、他们还没看到的？");
    } defaults [];
}
