//! Worksheet 2: competition for this account.

use super::declare::tables;
use super::defaults::{fixed, template};
use super::options;
use super::scales;
use crate::model::opt;

tables! {
    /// Competitors.
    comp = Shape::List, "w2.comp" ("Competitors", "竞争者名录") section "2.1" rows 2 safe false {
        NAME: Text("name", "Name", "名称").core().class(Class::Competition).ask("Who else wants this customer's money?", "还有谁想挣这个客户的钱？");
        TYPE: Choice("type", "Type", "类型", &[opt("direct", "Direct", "直接"), opt("indirect", "Indirect", "间接"), opt("substitute", "Substitute", "替代"), opt("in_house", "Customer does it in-house", "客户自建"), opt("do_nothing", "Customer does nothing", "维持现状")]).core().class(Class::Competition).ask("The real rival may be in-house work, or doing nothing at all.", "真正的对手也可能是客户自建，或者干脆不做。");
        PRODUCTS: Text("products", "What they supply here", "在本客户供应的产品").standard().class(Class::Competition);
        SINCE: Year("since", "Incumbent since", "进入时间").class(Class::Competition);
        SUPPORTERS: Refs("supporters", "Supporters inside the customer", "客户内部支持者", "w3.people").standard().class(Class::People).ask("Who speaks for them inside?", "谁在客户内部替他们说话？");
        STRATEGY: Choice("strategy", "Generic strategy", "竞争战略", &[opt("cost", "Cost leadership", "成本领先"), opt("differentiation", "Differentiation", "差异化"), opt("focus", "Focus", "集中化"), opt("relationship", "Relationship", "关系驱动")]).class(Class::Competition);
        STRENGTHS: LongText("strengths", "Main strengths", "主要优势").standard().class(Class::Competition);
        WEAKNESSES: LongText("weaknesses", "Main weaknesses", "主要弱点").standard().class(Class::Competition);
        CAPABILITY: Rating("capability", "Capability to attack this account", "进攻能力", &scales::FORCE_STRENGTH).standard().class(Class::Competition);
        INTENT: Rating("intent", "Intent to attack this account", "进攻意愿", &scales::INTENT).standard().class(Class::Competition);
        NEXT_MOVE: LongText("next_move", "Expected next move", "预计动作").standard().class(Class::Competition).ask("If you were their account manager, what would you do tomorrow?", "如果你是对手的大客户经理，明天会做什么？");
        OUR_ANSWER: LongText("our_answer", "Our answer", "我方对策").standard().class(Class::Competition);
    } defaults [
        fixed("us", bi("We (row 0)", "我方（第0行）"), &[("name", Given::Words(bi("We", "我方")))]),
    ];

    /// Spend by category.
    wallet = Shape::List, "w2.wallet" ("Spend by category", "采购额与份额") section "2.2" rows 1 safe false {
        CATEGORY: Text("category", "Category", "品类").core().class(Class::Economics).ask("One row for each thing they buy that we could supply.", "客户采购、而我们也能供的，一类一行。");
        TOTAL_SPEND: Money("total_spend", "Customer's total spend", "客户采购总额").core().class(Class::Economics).per("per year", "每年").checks(&[Check::AboveZero]).ask("What they spend in a year, with everyone. A good estimate beats a blank.", "客户一年花多少，含所有供应商。估个数也比空着强。");
        OURS: Money("ours", "Our sales", "我方销售额").core().class(Class::Economics).per("per year", "每年").checks(&[Check::AtMost("total_spend")]).ask("Type 0 if we sell nothing here yet.", "还没卖进去就填0。");
        GROWTH: Percent("growth", "Expected growth", "预计增速").standard().class(Class::Economics);
        CONTRACT_END: DateOf("contract_end", "Contract end", "合同到期").standard().class(Class::Economics);
        CONFIDENCE: Choice("confidence", "Evidence status", "证据状态", options::CONFIDENCE).standard().attribute(3);
    } defaults [];

    /// Competitors' sales by category.
    wallet_comp = Shape::Matrix { rows: "w2.wallet", columns: Columns::Table("w2.comp") }, "w2.wallet_comp" ("Competitors' sales by category", "竞争者销售额") section "2.2" rows 0 safe false {
        SALES: Money("sales", "Competitor's sales", "竞争者销售额").standard().class(Class::Competition).per("per year", "每年").ask("Who gets the rest, category by category?", "剩下的钱，每一类给了谁？");
    } defaults [];

    /// Success factors (CPM).
    factors = Shape::List, "w2.factors" ("Success factors (CPM)", "竞争要素") section "2.3" rows 5 safe false {
        FACTOR: Text("factor", "Success factor", "竞争要素").core().class(Class::Competition).ask("What decides whom this customer buys from?", "这个客户凭什么决定买谁的？");
        WEIGHT: Number("weight", "Weight", "权重").core().class(Class::Competition).at_least(0.0).ask("Any numbers; only their proportion counts.", "数字随意，只看比例。");
        EVIDENCE: Text("evidence", "Evidence", "依据").standard().class(Class::Competition).ask("Would the customer agree; with what proof?", "客户会同意吗？拿什么证明？");
    } defaults [
        template("quality", bi("Product quality", "产品品质"), &[("factor", Given::Words(bi("Product quality", "产品品质")))]),
        template("service", bi("Service", "服务"), &[("factor", Given::Words(bi("Service", "服务")))]),
        template("stability", bi("Stable sales team and partners", "销售队伍与伙伴稳定"), &[("factor", Given::Words(bi("Stable sales team and partners", "销售队伍与伙伴稳定")))]),
    ];

    /// Ratings per firm (CPM).
    ratings = Shape::Matrix { rows: "w2.factors", columns: Columns::Table("w2.comp") }, "w2.ratings" ("Ratings per firm (CPM)", "各家评分") section "2.3" rows 0 safe false {
        RATING: Rating("rating", "Rating 1–4", "评分（1–4）", &scales::CPM).core().class(Class::Competition).ask("Rate through the customer's eyes, ourselves included.", "用客户的眼光打分，包括给自己打。");
    } defaults [];

    /// Value curve.
    curve = Shape::List, "w2.curve" ("Value curve", "价值曲线") section "2.4" rows 5 safe false {
        FACTOR: Text("factor", "Factor of competition", "竞争元素").class(Class::Competition);
        TARGET: Rating("target", "Our target level", "我方目标水平", &scales::LEVEL_10).class(Class::Competition);
        ERRC: Choice("errc", "ERRC decision", "四步动作", &[opt("eliminate", "Eliminate", "剔除"), opt("reduce", "Reduce", "减少"), opt("raise", "Raise", "增加"), opt("create", "Create", "创造")]).class(Class::Competition).ask("Which factor could we stop competing on?", "哪一项可以干脆不争？");
    } defaults [];

    /// Offering levels.
    levels = Shape::Matrix { rows: "w2.curve", columns: Columns::Table("w2.comp") }, "w2.levels" ("Offering levels", "提供水平") section "2.4" rows 0 safe false {
        LEVEL: Rating("level", "Offering level 1–10", "提供水平（1–10）", &scales::LEVEL_10).class(Class::Competition);
    } defaults [];

    /// SWOT.
    swot = Shape::List, "w2.swot" ("SWOT", "优劣势机会威胁") section "2.5" rows 4 safe false {
        QUADRANT: Choice("quadrant", "Quadrant", "象限", &[opt("strength", "Strength", "优势"), opt("weakness", "Weakness", "劣势"), opt("opportunity", "Opportunity", "机会"), opt("threat", "Threat", "威胁")]).core().class(Class::Competition).ask("Ours are strengths and weaknesses; theirs and the market's are opportunities and threats.", "我们自己的是优势和劣势，外面来的是机会和威胁。");
        TEXT: Text("text", "Item", "内容").core().class(Class::Competition).ask("Short and checkable, no slogans.", "短、能核对，不写口号。");
        IMPORTANCE: Rating("importance", "Importance", "重要度", &scales::IMPORTANCE_5).standard().class(Class::Competition);
        PERSPECTIVE: Choice("perspective", "Perspective", "视角", &[opt("relationship", "Our relationship with the customer", "合作关系"), opt("customer_market", "The customer in its own market", "客户市场")]).class(Class::Competition).given(Given::Key("relationship"));
        ORIGIN: Auto("origin", "Imported from", "来源条目").class(Class::Competition).attribute(8);
    } defaults [];

    /// TOWS strategies.
    tows = Shape::List, "w2.tows" ("TOWS strategies", "交叉策略") section "2.5" rows 0 safe false {
        TYPE: Choice("type", "Strategy type", "策略类型", &[opt("so", "SO: use strengths for opportunities", "SO：用优势抓机会"), opt("wo", "WO: mend weaknesses for opportunities", "WO：补劣势抓机会"), opt("st", "ST: use strengths against threats", "ST：用优势防威胁"), opt("wt", "WT: limit weaknesses and threats", "WT：收缩避险")]).standard().class(Class::Competition);
        S_OR_W: Refs("s_or_w", "Strengths/weaknesses used", "所用优势/劣势", "w2.swot").class(Class::Competition);
        O_OR_T: Refs("o_or_t", "Opportunities/threats used", "所用机会/威胁", "w2.swot").class(Class::Competition);
        STRATEGY: LongText("strategy", "Strategy", "策略").standard().class(Class::Competition).ask("So what shall we do about it?", "那我们打算怎么办？");
    } defaults [];

    /// Won and lost deals.
    deals = Shape::List, "w2.deals" ("Won and lost deals", "赢输单") section "2.6" rows 0 safe false {
        DATE: DateOf("date", "Date", "日期").standard().class(Class::Competition);
        NAME: Text("name", "Deal", "项目名称").standard().class(Class::Competition).ask("The last three won and the last three lost.", "最近赢的三单、输的三单。");
        AMOUNT: Money("amount", "Amount", "金额").standard().class(Class::Economics);
        RESULT: Choice("result", "Result", "结果", &[opt("won", "Won", "赢单"), opt("lost", "Lost", "输单"), opt("withdrawn", "We withdrew", "我方退出"), opt("no_decision", "No decision", "无决定")]).standard().class(Class::Competition);
        TO_WHOM: Ref("to_whom", "Won by", "中标方", "w2.comp").standard().class(Class::Competition);
        AGAINST: Refs("against", "Who else was bidding", "参与竞争者", "w2.comp").class(Class::Competition).without_us();
        REASONS: Choices("reasons", "Reasons", "原因", &[opt("price", "Price", "价格"), opt("product", "Product", "产品"), opt("relationship", "Relationship", "关系"), opt("delivery", "Delivery", "交付"), opt("service", "Service", "服务"), opt("timing", "Timing", "时机"), opt("spec", "Specification", "指标"), opt("other", "Other", "其他")]).standard().class(Class::Competition).ask("Did the customer say so, or do we guess?", "是客户说的，还是我们猜的？");
        LESSON: LongText("lesson", "Lesson", "经验教训").standard().class(Class::Competition);
    } defaults [];

    /// The customer's rivals.
    crivals = Shape::List, "w2.crivals" ("The customer's rivals", "客户的竞争对手") section "2.7" rows 0 safe false {
        NAME: Text("name", "Rival of the customer", "客户的对手");
        SHARE: Percent("share", "Market share", "市场份额").range(0.0, 100.0);
        BETTER: Text("better", "What they do better", "对方更强之处").class(Class::Competition);
        MUST_MATCH: Text("must_match", "What the customer must match", "客户必须跟上之处").class(Class::Competition);
        HELP: LongText("help", "How we help", "我方如何帮助").class(Class::Competition);
    } defaults [];

    /// Competition summary.
    summary = Shape::Form, "w2.summary" ("Competition summary", "竞争小结") section "2.8" rows 0 safe false {
        POSITION: Choice("position", "Our position in the account", "我方地位", &[opt("sole", "Sole supplier", "独家"), opt("lead", "Lead supplier", "主供"), opt("second", "Second supplier", "第二供应商"), opt("minor", "Minor share", "小份额"), opt("outsider", "Not in yet", "未进入")]).core().class(Class::Competition).ask("Where do we stand in this customer today?", "今天我们在这个客户那里排第几？");
        BATTLE_STRATEGY: Choice("battle_strategy", "Competitive strategy", "竞争策略", &[opt("defend", "Defend", "防守"), opt("frontal", "Frontal attack", "正面进攻"), opt("flank", "Flank", "侧翼"), opt("encircle", "Encircle", "包围"), opt("divide", "Divide", "分割"), opt("develop", "Develop", "培育")]).standard().class(Class::Competition);
        HEADLINE_1: Text("headline_1", "Key message 1", "结论要点一").standard().class(Class::Competition).ask("Where do we win here, where do we lose?", "我们在这里赢在哪、输在哪？");
        HEADLINE_2: Text("headline_2", "Key message 2", "结论要点二").standard().class(Class::Competition);
        HEADLINE_3: Text("headline_3", "Key message 3", "结论要点三").standard().class(Class::Competition);
        MUST_WIN: Text("must_win", "Must-win battle", "必争之地").standard().class(Class::Competition).ask("The one deal or topic we must not lose this year.", "今年绝不能丢的那一单或那件事。");
        MARKET_SHARE: Percent("market_share", "Our share of our own market", "我方行业市场份额").class(Class::Competition).range(0.0, 100.0);
    } defaults [];
}
