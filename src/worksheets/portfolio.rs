//! Portfolio: which customers are key accounts.

use super::declare::tables;
use super::defaults::prefilled;
use super::options;
use super::scales;
use crate::model::opt;

tables! {
    /// Customers.
    customers = Shape::List, "portfolio.customers" ("Customers", "客户清单") section "3.0.7" rows 0 safe false {
        NAME: Text("name", "Customer", "客户").quick().class(Class::Economics).ask("Your twenty to fifty largest customers are enough.", "先列最大的二十到五十家就够。");
        IS_ACCOUNT: YesNo("is_account", "The account of this workbook", "即本工作簿客户").quick().class(Class::Economics).checks(&[Check::OneRow]).given(Given::Bool(false));
        REVENUE: Money("revenue", "Our revenue with them", "我方收入").quick().class(Class::Economics).per("per year", "每年").ask("What they bought from us in the last year.", "过去一年他向我们买了多少。");
        GROSS_MARGIN: Money("gross_margin", "Gross margin", "毛利").standard().class(Class::Economics).signed().per("per year", "每年").ask("Money, not a percentage.", "填金额，不是百分比。");
        COST_TO_SERVE: Money("cost_to_serve", "Cost to serve", "服务成本").standard().class(Class::Economics).per("per year", "每年").ask("Visits, special stock, credits, support: what this customer costs beyond the goods.", "拜访、备货、账期、支持，货物以外花在他身上的钱。");
        WALLET: Money("wallet", "Total spend in our categories", "品类总采购额").standard().class(Class::Economics).per("per year", "每年");
        GROWTH: Percent("growth", "Expected growth", "预计增速").standard().class(Class::Economics);
        CLASS: Choices("class", "Account class", "大客户类别", options::CLASS).standard().class(Class::Economics);
        FLAGS: Choices("flags", "Qualitative marks", "定性标记", &[opt("industry_leader", "Leader in its industry", "行业领先"), opt("direct_buyer", "Buys directly", "直接采购"), opt("reference", "Reference for others", "标杆客户"), opt("chain_partner", "Partner in the chain", "产业链伙伴")]).class(Class::Economics);
    } defaults [];

    /// Selection criteria.
    criteria = Shape::List, "portfolio.criteria" ("Selection criteria", "评估标准") section "3.0.7" rows 0 safe false {
        AXIS: Choice("axis", "Axis", "维度", &[opt("attractiveness", "Attractiveness of the customer", "客户吸引力"), opt("strength", "Our relative strength", "我方相对优势")]).standard().class(Class::Economics);
        CRITERION: Text("criterion", "Criterion", "标准").standard().class(Class::Economics);
        WEIGHT: Number("weight", "Weight", "权重").class(Class::Economics).at_least(0.0).ask("Any numbers; only their proportion counts.", "数字随意，只看比例。");
    } defaults [
        prefilled("attr_spend", bi("Spend volume", "采购规模"), &[("axis", Given::Key("attractiveness")), ("criterion", Given::Words(bi("Spend volume", "采购规模"))), ("weight", Given::Number(25.0))]),
        prefilled("attr_growth", bi("Growth", "增长"), &[("axis", Given::Key("attractiveness")), ("criterion", Given::Words(bi("Growth", "增长"))), ("weight", Given::Number(20.0))]),
        prefilled("attr_margin", bi("Margin potential", "利润潜力"), &[("axis", Given::Key("attractiveness")), ("criterion", Given::Words(bi("Margin potential", "利润潜力"))), ("weight", Given::Number(20.0))]),
        prefilled("attr_reference", bi("Strategic and reference value", "战略与标杆价值"), &[("axis", Given::Key("attractiveness")), ("criterion", Given::Words(bi("Strategic and reference value", "战略与标杆价值"))), ("weight", Given::Number(15.0))]),
        prefilled("attr_openness", bi("Openness of the relationship", "关系开放度"), &[("axis", Given::Key("attractiveness")), ("criterion", Given::Words(bi("Openness of the relationship", "关系开放度"))), ("weight", Given::Number(10.0))]),
        prefilled("attr_payment", bi("Payment and credit", "付款与信用"), &[("axis", Given::Key("attractiveness")), ("criterion", Given::Words(bi("Payment and credit", "付款与信用"))), ("weight", Given::Number(10.0))]),
        prefilled("str_fit", bi("Product fit", "产品匹配"), &[("axis", Given::Key("strength")), ("criterion", Given::Words(bi("Product fit", "产品匹配"))), ("weight", Given::Number(25.0))]),
        prefilled("str_service", bi("Service", "服务"), &[("axis", Given::Key("strength")), ("criterion", Given::Words(bi("Service", "服务"))), ("weight", Given::Number(20.0))]),
        prefilled("str_relationship", bi("Relationship", "关系"), &[("axis", Given::Key("strength")), ("criterion", Given::Words(bi("Relationship", "关系"))), ("weight", Given::Number(20.0))]),
        prefilled("str_value", bi("Price and value", "价格与价值"), &[("axis", Given::Key("strength")), ("criterion", Given::Words(bi("Price and value", "价格与价值"))), ("weight", Given::Number(15.0))]),
        prefilled("str_delivery", bi("Delivery", "交付"), &[("axis", Given::Key("strength")), ("criterion", Given::Words(bi("Delivery", "交付"))), ("weight", Given::Number(10.0))]),
        prefilled("str_knowhow", bi("Know-how", "专业能力"), &[("axis", Given::Key("strength")), ("criterion", Given::Words(bi("Know-how", "专业能力"))), ("weight", Given::Number(10.0))]),
    ];

    /// Customer ratings.
    ratings = Shape::Matrix { rows: "portfolio.customers", columns: Columns::Table("portfolio.criteria") }, "portfolio.ratings" ("Customer ratings", "客户评分") section "3.0.7" rows 0 safe false {
        RATING: Rating("rating", "Rating 1–5", "评分（1–5）", &scales::ATTRACTIVENESS).standard().class(Class::Economics).ask("For our strength, compare with the best competitor.", "评我方优势时，和最强的对手比。");
    } defaults [];

    /// Key-account rule.
    rule = Shape::Form, "portfolio.rule" ("Key-account rule", "大客户判定规则") section "3.0.7" rows 0 safe false {
        REVENUE_MIN: Money("revenue_min", "Revenue of at least", "收入不低于").standard().class(Class::Economics).per("per year", "每年").ask("From which yearly revenue is a customer a key account for you?", "年收入达到多少，就算大客户？");
        WALLET_MIN: Money("wallet_min", "or total spend of at least", "或总采购额不低于").standard().class(Class::Economics);
        GROWTH_MIN: Percent("growth_min", "and growth of at least", "且增速不低于").standard().class(Class::Economics);
        CLASSES: Choices("classes", "Classes that qualify by themselves", "凭类别即入选", options::CLASS).class(Class::Economics);
        MANAGERS: Number("managers", "Number of account managers", "大客户经理人数").standard().class(Class::Economics).at_least(0.0);
        ABC_A: Percent("abc_a", "Class A ends at", "A类截止").class(Class::Economics).range(0.0, 100.0).given(Given::Number(80.0));
        ABC_B: Percent("abc_b", "Class B ends at", "B类截止").class(Class::Economics).range(0.0, 100.0).checks(&[Check::AtLeast("abc_a")]).given(Given::Number(95.0));
    } defaults [];
}
