//! Worksheet 4: the customised solution and its value.

use super::declare::tables;
use super::defaults::prefilled;
use super::options;
use super::scales;
use crate::model::opt;

tables! {
    /// Solution modules.
    modules = Shape::List, "w4.modules" ("Solution modules", "方案模块") section "4.1" rows 2 safe true {
        NAME: Text("name", "Module", "模块名称").core().ask("One building block of our offer that the customer could buy or leave out.", "我方方案里可以单独取舍的一块。");
        TYPE: Choice("type", "Type", "类型", &[opt("product", "Product", "产品"), opt("service", "Service", "服务"), opt("software", "Software", "软件"), opt("finance", "Finance", "金融"), opt("training", "Training", "培训"), opt("joint", "Joint development", "联合开发"), opt("partner", "Partner or channel", "伙伴或渠道")]).standard();
        STANDARD: Choice("standard", "Degree of customisation", "定制程度", &[opt("standard", "Standard", "标准"), opt("configured", "Configured", "配置"), opt("customised", "Customised", "定制"), opt("co_developed", "Co-developed", "联合开发")]).standard();
        READINESS: Choice("readiness", "Readiness", "就绪度", &[opt("available", "Available now", "可交付"), opt("m3", "Within 3 months", "三个月内"), opt("m12", "Within a year", "一年内"), opt("idea", "Idea", "设想")]).standard().ask("Could we deliver it tomorrow?", "明天就要，拿得出来吗？");
        CATEGORY: Ref("category", "Category it belongs to", "所属品类", "w2.wallet");
        PRICE: Money("price", "Our price", "报价").standard().per("per year", "每年");
        COST: Money("cost", "Our cost", "成本").standard().class(Class::Economics);
        RECURRING: Choice("recurring", "One-off / per year", "一次性/每年", &[opt("one_off", "One-off", "一次性"), opt("per_year", "Per year", "每年")]).standard().given(Given::Key("one_off"));
        OWNER: Ref("owner", "Owner inside", "内部负责人", "card.team").standard().class(Class::People);
        PARTNER: Text("partner", "Partner", "合作伙伴");
        DIFFERENTIATORS: Choices("differentiators", "Where it differs", "差异化", &[opt("product_service", "Product and service", "产品服务"), opt("price", "Price", "价格"), opt("service_level", "Service level", "服务等级")]).class(Class::Competition);
    } defaults [];

    /// Needs and modules.
    cover = Shape::Matrix { rows: "w3.needs", columns: Columns::Table("w4.modules") }, "w4.cover" ("Needs and modules", "需求覆盖矩阵") section "4.2" rows 0 safe true {
        CELL: Rating("cell", "Relationship strength", "关联强度", &scales::COVERAGE).core().ask("Does this module meet this need: strongly, somewhat, barely, not at all?", "这个模块对这条需求：强、中、弱，还是没用？");
        NOTE: Text("note", "Note", "说明");
    } defaults [];

    /// Competitor's coverage.
    cover_comp = Shape::Matrix { rows: "w3.needs", columns: Columns::Fixed(&[opt("best_competitor", "Best competitor", "最佳竞争者")]) }, "w4.cover_comp" ("Competitor's coverage", "竞争者覆盖") section "4.2" rows 0 safe false {
        COMP_CELL: Rating("comp_cell", "Competitor's strength", "竞争者关联强度", &scales::COVERAGE).standard().class(Class::Competition).ask("How well would the best competitor meet it?", "最强的对手能满足到什么程度？");
    } defaults [];

    /// Value proposition.
    vp = Shape::List, "w4.vp" ("Value proposition", "价值主张") section "4.3" rows 1 safe true {
        WHO: Ref("who", "For whom", "面向对象", "w3.people").standard().class(Class::People);
        NEEDS: Refs("needs", "Needs answered", "回应的需求", "w3.needs").standard();
        STATEMENT: LongText("statement", "Value statement", "价值陈述").core().ask("For … who …, our … can …; unlike …, because …", "对于……，他们……，我们的……能……，不同于……，因为……。");
        FEATURE: Text("feature", "Feature", "特征");
        ADVANTAGE: Text("advantage", "Advantage", "优势");
        BENEFIT: Text("benefit", "Benefit", "利益");
        EVIDENCE: Text("evidence", "Evidence", "证据");
        PROOF_TYPE: Choice("proof_type", "Type of proof", "证明方式", &[opt("reference", "Reference", "案例"), opt("pilot", "Pilot", "试点"), opt("test", "Test report", "测试报告"), opt("calculation", "Calculation", "测算"), opt("guarantee", "Guarantee", "承诺")]).standard();
        PROOF_LINK: Text("proof_link", "Where the proof is", "证明材料位置");
    } defaults [];

    /// Customer's business case.
    case = Shape::Form, "w4.case" ("Customer's business case", "客户商业论证") section "4.4" rows 0 safe true {
        YEARS: Integer("years", "Horizon (years)", "期限（年）").quick().range(1.0, 10.0).unit(Unit::Words(bi("years", "年"))).given(Given::Number(5.0));
        DISCOUNT_RATE: Percent("discount_rate", "Discount rate", "折现率").quick().range(0.0, 50.0).given(Given::Number(10.0)).ask("Use the customer's rate; ask their finance people.", "用客户的折现率，问问他们财务。");
        REFERENCE: Ref("reference", "Reference alternative", "参照方案", "w2.comp").standard().class(Class::Competition).without_us().ask("Compared with what: a rival, in-house, or doing nothing? Leave empty for today's way.", "和谁比：对手、自建，还是不做？留空表示和现状比。");
        REF_PRICE: Money("ref_price", "Price of reference", "参照价格").standard().class(Class::Competition);
        OUR_PRICE: Money("our_price", "Our price", "我方价格").standard();
        HAIRCUT_ASSUMED: Percent("haircut_assumed", "Share counted: assumed", "计入比例：假设").range(0.0, 100.0).given(Given::Number(50.0));
        HAIRCUT_CORROBORATED: Percent("haircut_corroborated", "Share counted: corroborated", "计入比例：佐证").range(0.0, 100.0).given(Given::Number(75.0));
        HAIRCUT_CONFIRMED: Percent("haircut_confirmed", "Share counted: confirmed", "计入比例：客户确认").range(0.0, 100.0).given(Given::Number(100.0));
    } defaults [];

    /// Benefits for the customer.
    benefits = Shape::List, "w4.benefits" ("Benefits for the customer", "客户收益项") section "4.4" rows 1 safe true {
        BENEFIT: Text("benefit", "Benefit", "收益").core().ask("What gets better for them, in money?", "对客户来说，哪里省了钱、多了钱？");
        TYPE: Choice("type", "Benefit type", "收益类型", &[opt("cost_saving", "Cost saving", "节约"), opt("revenue", "More revenue", "增收"), opt("risk", "Less risk", "风险降低"), opt("working_capital", "Less working capital", "资金占用减少"), opt("time", "Time saved", "时间节省")]).standard();
        AMOUNT: Money("amount", "Amount per year", "年金额").core().per("per year", "每年").ask("Per full year, once it works. Would their CFO accept the figure?", "见效后一个整年的金额。客户的财务总监会认吗？");
        CONFIDENCE: Choice("confidence", "Evidence status", "证据状态", options::CONFIDENCE).quick().attribute(3);
        NEED: Ref("need", "Need it comes from", "对应需求", "w3.needs");
    } defaults [];

    /// Ramp-up of the benefits.
    ramp = Shape::Matrix { rows: "w4.benefits", columns: Columns::Fixed(&[opt("y1", "Year 1", "第1年"), opt("y2", "Year 2", "第2年"), opt("y3", "Year 3", "第3年"), opt("y4", "Year 4", "第4年"), opt("y5", "Year 5", "第5年"), opt("y6", "Year 6", "第6年"), opt("y7", "Year 7", "第7年"), opt("y8", "Year 8", "第8年"), opt("y9", "Year 9", "第9年"), opt("y10", "Year 10", "第10年")]) }, "w4.ramp" ("Ramp-up of the benefits", "收益爬坡") section "4.4" rows 0 safe true {
        RAMP: Percent("ramp", "Ramp-up %", "爬坡比例").range(0.0, 100.0).ask("How much of the full amount arrives in this year?", "这一年能见到全额的百分之几？");
    } defaults [];

    /// Costs for the customer.
    costs = Shape::List, "w4.costs" ("Costs for the customer", "客户成本项") section "4.4" rows 1 safe true {
        COST: Text("cost", "Cost", "成本").core().ask("What must they pay or do, our price included?", "客户要掏的钱、要做的事，包括我们的报价。");
        ONE_OFF: Money("one_off", "One-off cost", "一次性成本").quick();
        YEAR: Integer("year", "Year of the one-off cost", "一次性成本发生年").range(0.0, 10.0).checks(&[Check::AtMost("w4.case.years")]).given(Given::Number(0.0));
        YEARLY: Money("yearly", "Yearly cost", "年度成本").quick().per("per year", "每年");
    } defaults [];

    /// Differentiation values (EVC).
    diff = Shape::List, "w4.diff" ("Differentiation values (EVC)", "差异价值") section "4.4" rows 0 safe false {
        REASON: Text("reason", "Reason", "理由").standard().class(Class::Competition).ask("What are we better at than the reference, or worse, and what is it worth?", "比参照方案好在哪、差在哪，值多少钱？");
        VALUE: Money("value", "Differentiation value", "差异价值").standard().class(Class::Competition).signed().ask("Plus for what is better with us, minus for what is worse.", "比参照好填正数，比参照差填负数。");
    } defaults [];

    /// Total cost of ownership.
    tco_rows = Shape::List, "w4.tco_rows" ("Total cost of ownership", "总拥有成本") section "4.4" rows 0 safe false {
        KIND: Choice("kind", "Kind of cost", "成本类别", &[opt("acquisition", "Acquisition", "购置"), opt("operation", "Operation", "运行"), opt("energy", "Energy", "能耗"), opt("maintenance", "Maintenance", "维护"), opt("training", "Training", "培训"), opt("downtime", "Downtime", "停机损失"), opt("disposal", "Disposal", "处置"), opt("residual", "Residual value", "残值")]);
        NOTE: Text("note", "What it contains", "包含内容");
        OURS: Money("ours", "With us", "我方方案").per("per year", "每年");
        REFERENCE: Money("reference", "With the reference", "参照方案").class(Class::Competition).per("per year", "每年");
        GROWTH: Percent("growth", "Yearly rise", "年增长");
    } defaults [
        prefilled("acquisition", bi("Acquisition", "购置"), &[("kind", Given::Key("acquisition"))]),
        prefilled("operation", bi("Operation", "运行"), &[("kind", Given::Key("operation"))]),
        prefilled("energy", bi("Energy", "能耗"), &[("kind", Given::Key("energy"))]),
        prefilled("maintenance", bi("Maintenance", "维护"), &[("kind", Given::Key("maintenance"))]),
        prefilled("training", bi("Training", "培训"), &[("kind", Given::Key("training"))]),
        prefilled("downtime", bi("Downtime", "停机损失"), &[("kind", Given::Key("downtime"))]),
        prefilled("disposal", bi("Disposal", "处置"), &[("kind", Given::Key("disposal"))]),
        prefilled("residual", bi("Residual value", "残值"), &[("kind", Given::Key("residual"))]),
    ];

    /// Our economics.
    economics = Shape::Form, "w4.economics" ("Our economics", "我方经济性") section "4.5" rows 0 safe false {
        LIST_PRICE: Money("list_price", "List price", "目录价").standard().class(Class::Economics).ask("Before anything is given away.", "还没让价之前的价格。");
        FREIGHT: Money("freight", "Freight", "运费").class(Class::Economics);
        PAYMENT_COST: Money("payment_cost", "Cost of payment terms", "账期成本").class(Class::Economics);
        COGS: Money("cogs", "Cost of goods sold", "销售成本").standard().class(Class::Economics);
        COST_TO_SERVE: Money("cost_to_serve", "Cost to serve this offer", "本方案服务成本").standard().class(Class::Economics).ask("Leave empty to take the figure of worksheet 5.", "留空则取工作表五的数。");
        WIN_PROBABILITY: Percent("win_probability", "Win probability", "赢单概率").class(Class::Economics).range(0.0, 100.0);
        PURSUIT_COST: Money("pursuit_cost", "Pursuit cost", "投标与跟单成本").class(Class::Economics);
    } defaults [];

    /// Discounts.
    discounts = Shape::List, "w4.discounts" ("Discounts", "折扣") section "4.5" rows 0 safe false {
        NAME: Text("name", "Discount", "折扣项").standard().class(Class::Economics);
        PERCENT: Percent("percent", "Percent of list price", "占目录价比例").standard().class(Class::Economics).range(0.0, 100.0);
        AMOUNT: Money("amount", "or amount", "或金额").standard().class(Class::Economics);
    } defaults [];

    /// Rebates.
    rebates = Shape::List, "w4.rebates" ("Rebates", "返利") section "4.5" rows 0 safe false {
        NAME: Text("name", "Rebate", "返利项").class(Class::Economics);
        PERCENT: Percent("percent", "Percent of list price", "占目录价比例").class(Class::Economics).range(0.0, 100.0);
        AMOUNT: Money("amount", "or amount", "或金额").class(Class::Economics);
    } defaults [];

    /// Options for the customer.
    opts = Shape::List, "w4.opts" ("Options for the customer", "方案选项") section "4.6" rows 0 safe true {
        LEVEL: Choice("level", "Option", "选项", &[opt("basic", "Basic", "基础"), opt("recommended", "Recommended", "推荐"), opt("premium", "Premium", "领先")]).standard();
        NAME: Text("name", "Name of the option", "选项名称").standard();
        MODULES: Refs("modules", "Modules included", "包含模块", "w4.modules").standard().ask("Which modules go into which version?", "每个版本各含哪些模块？");
        PRICE: Money("price", "Price", "价格").standard();
        DELIVERY: Number("delivery", "Delivery (weeks)", "交付周期（周）").at_least(0.0).unit(Unit::Words(bi("weeks", "周")));
    } defaults [
        prefilled("basic", bi("Basic", "基础"), &[("level", Given::Key("basic"))]),
        prefilled("recommended", bi("Recommended", "推荐"), &[("level", Given::Key("recommended"))]),
        prefilled("premium", bi("Premium", "领先"), &[("level", Given::Key("premium"))]),
    ];

    /// Decision matrix.
    scores = Shape::Matrix { rows: "w3.criteria", columns: Columns::Table("w4.opts") }, "w4.scores" ("Decision matrix", "决策矩阵") section "4.6" rows 0 safe false {
        SCORE: Rating("score", "Score per criterion", "各标准得分", &scales::FIT).class(Class::Competition).ask("How would the customer score this version?", "客户会给这个版本打几分？");
    } defaults [];

    /// 4E check.
    e4 = Shape::Form, "w4.e4" ("4E check", "4E检核") section "4.7" rows 0 safe false {
        PROJECT: LongText("project", "Project decision (product)", "新产品—项目决策").class(Class::Competition);
        PROJECT_SCORE: Rating("project_score", "Project: how far are we", "项目：完成程度", &scales::SELF_CHECK).class(Class::Competition);
        VALUE: LongText("value", "Value decision (price)", "新价格—价值决策").class(Class::Competition);
        VALUE_SCORE: Rating("value_score", "Value: how far are we", "价值：完成程度", &scales::SELF_CHECK).class(Class::Competition);
        SHORTCUT: LongText("shortcut", "Channel shortcut decision", "新渠道—捷道决策").class(Class::Competition);
        SHORTCUT_SCORE: Rating("shortcut_score", "Shortcut: how far are we", "捷道：完成程度", &scales::SELF_CHECK).class(Class::Competition);
        INTERACTION: LongText("interaction", "Interaction decision (promotion)", "新促销—互动决策").class(Class::Competition);
        INTERACTION_SCORE: Rating("interaction_score", "Interaction: how far are we", "互动：完成程度", &scales::SELF_CHECK).class(Class::Competition);
    } defaults [];

    /// Objections and proof.
    objn = Shape::List, "w4.objn" ("Objections and proof", "异议与证据") section "4.8" rows 0 safe false {
        OBJECTION: Text("objection", "Objection", "异议").standard().class(Class::Competition).ask("Which line would their CFO strike out?", "客户的财务总监会划掉哪一行？");
        FROM: Ref("from", "Raised by", "提出人", "w3.people").standard().class(Class::People);
        ANSWER: LongText("answer", "Answer", "应答").standard().class(Class::Competition);
        PROOF: Text("proof", "Proof", "证明").class(Class::Competition);
    } defaults [];

    /// Pilot and co-creation.
    pilot = Shape::List, "w4.pilot" ("Pilot and co-creation", "试点与共创") section "4.9" rows 1 safe true {
        STEP: Text("step", "Pilot step", "试点步骤").quick().ask("What could we try on a small scale first?", "能先小范围试什么？");
        PARTNER: Ref("partner", "Partner at the customer", "客户方伙伴", "w3.people").standard().class(Class::People);
        DATE: DateOf("date", "Date", "日期").standard();
        MEASURE: Text("measure", "Success measure", "成功标准").standard();
        COMMITMENT: Text("commitment", "Customer commitment if successful", "成功后客户承诺").core().ask("If it works, the customer will … Agree on it before you start.", "如果成功，客户将……。开始之前先谈好。");
    } defaults [];

    /// Customer delivered value.
    delivered = Shape::Form, "w4.delivered" ("Customer delivered value", "顾客让渡价值") section "4.4" rows 0 safe false {
        PRODUCT: Rating("product", "Product value", "产品价值", &scales::TEN).class(Class::Competition);
        SERVICE: Rating("service", "Service value", "服务价值", &scales::TEN).class(Class::Competition);
        PERSONNEL: Rating("personnel", "Personnel value", "人员价值", &scales::TEN).class(Class::Competition);
        IMAGE: Rating("image", "Image value", "形象价值", &scales::TEN).class(Class::Competition);
        MONEY: Rating("money", "Money cost", "货币成本", &scales::TEN).class(Class::Competition);
        TIME: Rating("time", "Time cost", "时间成本", &scales::TEN).class(Class::Competition);
        ENERGY: Rating("energy", "Energy cost", "体力成本", &scales::TEN).class(Class::Competition);
        MENTAL: Rating("mental", "Mental cost", "精神成本", &scales::TEN).class(Class::Competition);
    } defaults [];

    /// Critical details in the solution.
    detail_checks = Shape::Matrix { rows: "w3.critical_details", columns: Columns::Fixed(&[opt("solution", "In the solution", "方案中")]) }, "w4.detail_checks" ("Critical details in the solution", "方案中的关键细节") section "4.10" rows 0 safe false {
        DONE: YesNo("done", "Taken care of", "已考虑").standard().class(Class::Competition);
        HOW: Text("how", "How", "如何做到").standard().class(Class::Competition);
    } defaults [];

    /// Solution summary.
    summary = Shape::Form, "w4.summary" ("Solution summary", "方案小结") section "4.10" rows 0 safe true {
        RECOMMENDED: Ref("recommended", "Recommended option", "推荐选项", "w4.opts").core().ask("Which version would you put your name to?", "你愿意署名推荐哪一版？");
        HEADLINE_NUMBER: Text("headline_number", "Headline number", "核心数字").core().ask("One sentence their board would repeat: saves … a year, pays back in … years.", "一句客户高层会转述的话：每年节约……，……年回本。");
    } defaults [];
}
