//! Account card: who the customer is, and what this plan covers.

use super::declare::tables;
use super::options;
use crate::model::opt;

tables! {
    /// The customer.
    profile = Shape::Form, "card.profile" ("The customer", "客户概况") section "3.0.6" rows 0 safe false {
        NAME: Text("name", "Account name", "客户名称").core().ask("Whom is this plan for? Use the name your team uses.", "这份规划做给哪家客户？写团队平时的叫法。");
        ALIAS: Text("alias", "Code name (for anonymised copies)", "客户代号").standard().given(Given::Words(bi("Account A", "客户A"))).ask("Takes the place of the real name in anonymised copies.", "脱敏副本里用它代替真名。");
        CLASS: Choices("class", "Account class", "大客户类别", options::CLASS).standard().class(Class::Competition).ask("Buys much, carries public weight, is tied into the chain, or has potential that rivals want too? More than one may apply.", "用量大、社会影响大、产业链紧密，还是有潜力且对手也盯着？可多选。");
        INDUSTRY: Text("industry", "Industry", "所属行业").core().ask("What business are they in, in a few words?", "用几个词说清客户做什么。");
        OWNERSHIP: Choice("ownership", "Ownership", "企业性质", &[opt("state", "State-owned", "国有"), opt("private", "Private", "民营"), opt("foreign", "Foreign-owned", "外资"), opt("jv", "Joint venture", "合资"), opt("listed", "Listed", "上市"), opt("public_body", "Public body", "事业单位或机关")]).standard();
        HQ: Text("hq", "Headquarters", "总部").standard();
        SITES: Integer("sites", "Number of sites", "分支数").standard().at_least(0.0).ask("Branches, plants or outlets we might serve.", "我们可能服务到的网点、工厂或分支。");
        EMPLOYEES: Integer("employees", "Employees", "员工数").standard().at_least(0.0);
        REVENUE: Money("revenue", "Customer's yearly revenue", "客户营业收入").standard().per("per year", "每年").ask("Their last full year, not our sales to them.", "客户自己上一年的收入，不是我们卖给他的金额。");
        PROFIT: Money("profit", "Customer's yearly profit", "客户利润").signed().per("per year", "每年");
        FY_START: Integer("fy_start", "Customer's fiscal year starts in month", "客户财年起始月").range(1.0, 12.0).ask("When does their budget year begin?", "客户的预算年度从几月开始？");
        SINCE: DateOf("since", "Cooperation since", "合作起始").standard();
        CONTRACT_END: DateOf("contract_end", "Contract end", "合同到期").standard().ask("When does the contract that matters most run out?", "最要紧的那份合同什么时候到期？");
        TIER: Choice("tier", "Tier", "客户级别", &[opt("t1", "Tier 1", "一级"), opt("t2", "Tier 2", "二级"), opt("t3", "Tier 3", "三级")]).class(Class::Competition);
    } defaults [];

    /// This plan.
    plan = Shape::Form, "card.plan" ("This plan", "本次规划") section "3.0.6" rows 0 safe false {
        PERIOD_FROM: DateOf("period_from", "Plan period from", "规划期间（起）").core().ask("First day of the year you are planning.", "规划年度的第一天。");
        PERIOD_TO: DateOf("period_to", "Plan period to", "规划期间（止）").core().checks(&[Check::After("period_from")]).ask("Usually twelve months later.", "一般是十二个月后。");
        CURRENCY: Choice("currency", "Currency", "币种", &[opt("CNY", "Chinese yuan", "人民币"), opt("USD", "US dollar", "美元"), opt("EUR", "Euro", "欧元"), opt("GBP", "Pound sterling", "英镑"), opt("JPY", "Japanese yen", "日元"), opt("HKD", "Hong Kong dollar", "港元"), opt("TWD", "New Taiwan dollar", "新台币"), opt("SGD", "Singapore dollar", "新加坡元"), opt("AUD", "Australian dollar", "澳元"), opt("CHF", "Swiss franc", "瑞士法郎")]).core().open().given(Given::Words(bi("USD", "CNY"))).ask("One currency for the whole workbook.", "整份工作簿只用一种货币。");
        UNIT: Choice("unit", "Unit of money", "金额单位", &[opt("one", "Full amount", "元"), opt("thousand", "Thousand", "千"), opt("ten_thousand", "Ten thousand", "万"), opt("million", "Million", "百万"), opt("hundred_million", "Hundred million", "亿")]).core().given(Given::Words(bi("thousand", "ten_thousand"))).ask("The unit people here say aloud, so that numbers stay short.", "用大家嘴上说的单位，数字短、好核对。");
        SELLER_NAME: Text("seller_name", "Our company", "我方公司").standard();
        KAM: Text("kam", "Key-account manager", "大客户经理").core().class(Class::People).ask("Who answers for this account?", "这个客户由谁负责到底？");
        SPONSOR: Text("sponsor", "Executive sponsor", "高层赞助人").standard().class(Class::People).ask("Which of our executives opens doors here?", "我方哪位高层为这个客户出面？");
        NEXT_REVIEW: DateOf("next_review", "Next review date", "下次评审日期").core().checks(&[Check::TodayOrLater]).ask("When will you look at this plan again?", "什么时候再坐下来看这份规划？");
        CONFIDENTIALITY: Choice("confidentiality", "Confidentiality", "密级", &[opt("internal", "Internal", "内部"), opt("confidential", "Confidential", "机密"), opt("shareable", "Shareable", "可共享")]).standard().given(Given::Key("internal"));
    } defaults [];

    /// Key-account tests.
    tests = Shape::Form, "card.tests" ("Key-account tests", "大客户含义检验") section "3.0.6" rows 0 safe false {
        SCOPE: YesNo("scope", "Wide scope", "客户范围大").standard().class(Class::Competition).ask("Many sites, units or product lines to serve?", "网点、部门或品类是不是够多？");
        SCOPE_REASON: Text("scope_reason", "Reason: scope", "理由：范围").class(Class::Competition);
        VALUE: YesNo("value", "High value", "客户价值大").standard().class(Class::Competition).ask("Is a large share of our profit at stake here?", "我们的利润有多少系在这个客户身上？");
        VALUE_REASON: Text("value_reason", "Reason: value", "理由：价值").class(Class::Competition);
        IMPACT: YesNo("impact", "Strong effect on our strategy", "对营销战略影响大").standard().class(Class::Competition).ask("Would losing them change our strategy?", "失去他，我们的战略要不要改？");
        IMPACT_REASON: Text("impact_reason", "Reason: impact", "理由：影响").class(Class::Competition);
    } defaults [];

    /// Account team.
    team = Shape::List, "card.team" ("Account team", "客户团队") section "3.0.6" rows 0 safe false {
        NAME: Text("name", "Name", "姓名").quick().class(Class::People).ask("Everyone who will own a task in this plan.", "凡是规划里要领任务的人，都写上。");
        ROLE: Text("role", "Role in the team", "团队角色").quick().class(Class::People);
        DEPT: Text("dept", "Department", "部门").standard().class(Class::People);
        HOURS: Number("hours", "Hours per month for this account", "每月投入工时").class(Class::Economics).at_least(0.0).unit(Unit::Words(bi("h", "小时")));
    } defaults [];
}
