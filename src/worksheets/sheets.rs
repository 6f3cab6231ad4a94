//! The pages of a workbook that hold worksheets: names and guiding questions.

use crate::model::{Bi, bi};

/// One worksheet page.
#[derive(Debug)]
pub struct Sheet {
    /// Key in the file: `card`, `w1`.
    pub key: &'static str,
    /// Name of the page in links.
    pub page: &'static str,
    /// Number in the book's order; 0 for what is no numbered worksheet.
    pub number: u8,
    /// Name.
    pub name: Bi,
    /// Short name for narrow places.
    pub short: Bi,
    /// The question that the sheet answers.
    pub question: Bi,
}

/// The sheet of a page name.
pub fn sheet_of_page(page: &str) -> Option<&'static Sheet> {
    SHEETS.iter().find(|sheet| sheet.page == page)
}

/// The sheet of a key.
pub fn sheet(key: &str) -> Option<&'static Sheet> {
    SHEETS.iter().find(|sheet| sheet.key == key)
}

/// All worksheet pages in the book's order; the account card first, the portfolio and the settings last.
pub static SHEETS: &[Sheet] = &[
    Sheet {
        key: "card",
        page: "account",
        number: 0,
        name: bi("Account card", "客户档案"),
        short: bi("Account", "档案"),
        question: bi("Whom is this plan for, and who works on it?", "这份规划为谁而做，由谁来做？"),
    },
    Sheet {
        key: "w1",
        page: "industry",
        number: 1,
        name: bi("Industry", "行业市场分析"),
        short: bi("Industry", "行业"),
        question: bi(
            "What is happening in the customer's industry, and what must the customer do about it?",
            "客户的行业正在发生什么，客户因此必须做什么？",
        ),
    },
    Sheet {
        key: "w2",
        page: "competition",
        number: 2,
        name: bi("Competition", "竞争分析"),
        short: bi("Competition", "竞争"),
        question: bi(
            "In this account, whom do we fight, where do we win and where do we lose?",
            "在这个客户身上，我们和谁争，赢在哪，输在哪？",
        ),
    },
    Sheet {
        key: "w3",
        page: "needs",
        number: 3,
        name: bi("Individual needs", "个性化需求分析"),
        short: bi("Needs", "需求"),
        question: bi(
            "Which people here want what, how badly, and how well is it met today?",
            "客户里的哪些人，想要什么，急不急，现在满足到什么程度？",
        ),
    },
    Sheet {
        key: "w4",
        page: "solution",
        number: 4,
        name: bi("Customised solution", "定制化方案分析"),
        short: bi("Solution", "方案"),
        question: bi(
            "Which modules meet which needs, what is that worth to the customer, and do we earn money with it?",
            "哪些模块满足哪些需求，给客户带来多少算得清的价值，我们自己赚不赚钱？",
        ),
    },
    Sheet {
        key: "w5",
        page: "service",
        number: 5,
        name: bi("Service and capability", "服务支持与能力分析"),
        short: bi("Service", "服务"),
        question: bi(
            "Can we deliver what we promise: who answers for it, what is missing, what does it cost?",
            "承诺的，我们兑现得了吗？谁负责，还缺什么，要花多少？",
        ),
    },
    Sheet {
        key: "w6",
        page: "plan",
        number: 6,
        name: bi("Account plan", "客户规划分析"),
        short: bi("Plan", "规划"),
        question: bi(
            "What will we reach with this customer, by which plays, who does what by when, and what can go wrong?",
            "在这个客户身上要达到什么，靠什么打法，谁在何时做什么，风险在哪？",
        ),
    },
    Sheet {
        key: "portfolio",
        page: "portfolio",
        number: 0,
        name: bi("Portfolio", "客户组合"),
        short: bi("Portfolio", "组合"),
        question: bi("Which of our customers deserve a plan like this?", "我们的客户里，哪些值得这样规划？"),
    },
    Sheet {
        key: "settings",
        page: "settings",
        number: 0,
        name: bi("Settings", "设置"),
        short: bi("Settings", "设置"),
        question: bi("Which limits and weights does this workbook use?", "这份工作簿用哪些阈值和权重？"),
    },
];
