//! The pages of a workbook that hold worksheets: names, guiding questions, and the questions that help a team along.

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
    /// Questions that help a team along.
    pub prompts: &'static [Bi],
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
        prompts: &[
            bi(
                "What would a new colleague have to know about this customer first?",
                "新同事最先该知道这个客户的什么？",
            ),
            bi("Why is this a key account, in one sentence?", "用一句话说：它凭什么算大客户？"),
            bi("Who is missing from the team?", "团队里还缺谁？"),
        ],
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
        prompts: &[
            bi("What does their board talk about this year?", "今年客户董事会在谈什么？"),
            bi("Who earns the money along this chain, and why?", "这条产业链上谁在赚钱，凭什么？"),
            bi(
                "Which rule or technology could change the game in three years?",
                "三年内，哪条规定或哪项技术会改写这个行业？",
            ),
            bi(
                "What does that force the customer to buy, to change or to stop?",
                "客户因此不得不买什么、改什么、停什么？",
            ),
            bi("Which of these facts could we show them as news?", "哪一条说给客户听，他会觉得新鲜？"),
            bi("How sure are we? Where does the figure come from?", "我们有多大把握？数字从哪来？"),
        ],
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
        prompts: &[
            bi("Who gets the customer's money today, category by category?", "客户今天把钱给了谁？每一类各多少？"),
            bi("Is doing nothing, or doing it in-house, the real rival?", "什么都不做、自己做，算不算真正的对手？"),
            bi(
                "You are their account manager: how do you attack us tomorrow?",
                "假如你是对手的大客户经理，明天怎么进攻我们？",
            ),
            bi("Would the customer agree with these ratings? What is the proof?", "客户会同意这些评分吗？拿什么证明？"),
            bi(
                "Why did we lose the last three deals: did they say so, or do we guess?",
                "最近三单输在哪里：客户说的，还是我们猜的？",
            ),
            bi("Which factor could we simply stop competing on?", "哪一项可以干脆不争？"),
            bi("Who speaks for the rival inside the customer?", "谁在客户内部替对手说话？"),
        ],
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
        prompts: &[
            bi("Who can say yes, and who can only say no?", "谁能说“行”，谁只能说“不行”？"),
            bi("What does this person get out of it when it succeeds?", "事情办成了，这个人到年底能得到什么？"),
            bi("Who is against us? If nobody is, we have not looked.", "谁反对我们？一个都没有，说明还没看清。"),
            bi("Are these the customer's words, or our translation?", "这是客户原话，还是我们翻译过的？"),
            bi("What does it cost each year to leave it unsolved?", "不解决会怎样？一年损失多少？"),
            bi("Without which are we out, and which would be a pleasant surprise?", "哪些没有就出局，哪些有了是惊喜？"),
            bi("Which three assumptions can we check next week, and with whom?", "下周可以找谁，验证哪三条？"),
            bi("What if our only contact leaves tomorrow?", "唯一的联系人明天离职，会怎样？"),
        ],
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
        prompts: &[
            bi("For which top need do we have nothing at all?", "哪个高分需求，我们一个模块都没有？"),
            bi("Which module does nobody here need?", "哪个模块其实没人在乎？"),
            bi(
                "Which line would their CFO strike out, and what is left then?",
                "客户的财务总监会划掉哪一行？划掉还剩多少？",
            ),
            bi(
                "What is it compared with: a rival, their own work, or nothing?",
                "客户拿什么来比：对手、自己做，还是不做？",
            ),
            bi("What does one point of price mean for us, and for them?", "降一个点，我们少赚多少，客户多得多少？"),
            bi("Can we try it first? What do they commit to if it works?", "能不能先试点？成了，客户承诺什么？"),
            bi("Which of the versions would they choose, and why?", "几个版本里客户会选哪个，为什么？"),
        ],
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
        prompts: &[
            bi("Which three promises did we break?", "有哪三件事，我们答应过却没做到？"),
            bi("How many hours is “promptly” for this customer?", "客户眼里的“及时”，是几个小时？"),
            bi(
                "Which step does the customer never see, yet it ruins everything when it fails?",
                "哪一步客户看不见，可一出错就全砸？",
            ),
            bi("Who is the one person accountable for each task?", "每项任务，唯一负责的人是谁？"),
            bi(
                "If the gap cannot be closed in time: a partner, or drop the promise?",
                "补不上的能力：找伙伴，还是收回承诺？",
            ),
            bi("What do we truly spend on this customer in a year?", "为了这个客户，我们一年究竟花多少？"),
            bi("After the last complaint, did we tell them how it ended?", "最近一次投诉，结果告诉客户了吗？"),
        ],
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
        prompts: &[
            bi("If only one objective could come true, which?", "如果只能实现一个目标，是哪个？"),
            bi("Would the customer applaud this objective?", "这个目标，客户听了会鼓掌吗？"),
            bi("Which opportunities fill the gap between base and target?", "目标和基盘之间的差额，由哪几笔商机来填？"),
            bi("What do we stop doing?", "我们停止做什么？"),
            bi("Which milestone, if missed, must change the plan?", "哪个里程碑过不了，就该改计划？"),
            bi(
                "What would lose us this customer, and what is the first sign of it?",
                "什么最可能让我们丢掉这个客户？最早的信号是什么？",
            ),
            bi("Who does the first thing tomorrow morning?", "明天一早，谁先做第一件事？"),
            bi("When is the next review, and who comes?", "下次评审哪天，谁来？"),
        ],
    },
    Sheet {
        key: "portfolio",
        page: "portfolio",
        number: 0,
        name: bi("Portfolio", "客户组合"),
        short: bi("Portfolio", "组合"),
        question: bi("Which of our customers deserve a plan like this?", "我们的客户里，哪些值得这样规划？"),
        prompts: &[
            bi("Which groups of customers do we want to grow with?", "我们想和哪几类客户一起成长？"),
            bi("For which customers can we truly make a difference?", "我们真正能给哪些客户带来价值？"),
        ],
    },
    Sheet {
        key: "settings",
        page: "settings",
        number: 0,
        name: bi("Settings", "设置"),
        short: bi("Settings", "设置"),
        question: bi("Which limits and weights does this workbook use?", "这份工作簿用哪些阈值和权重？"),
        prompts: &[],
    },
];
