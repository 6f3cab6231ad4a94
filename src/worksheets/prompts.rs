//! The questions that help a team along, by worksheet. Apart from the sheets, so that a page can start without them.

use crate::model::{Bi, bi};

/// The questions of a sheet, by its key; none where it needs none.
pub fn prompts(sheet: &str) -> &'static [Bi] {
    PROMPTS.iter().find(|(key, _)| *key == sheet).map_or(&[], |(_, prompts)| *prompts)
}

static PROMPTS: &[(&str, &[Bi])] = &[
    (
        "card",
        &[
            bi(
                "What would a new colleague have to know about this customer first?",
                "新同事最先该知道这个客户的什么？",
            ),
            bi("Why is this a key account, in one sentence?", "用一句话说：它凭什么算大客户？"),
            bi("Who is missing from the team?", "团队里还缺谁？"),
        ],
    ),
    (
        "w1",
        &[
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
    ),
    (
        "w2",
        &[
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
    ),
    (
        "w3",
        &[
            bi("Who can say yes, and who can only say no?", "谁能说“行”，谁只能说“不行”？"),
            bi("What does this person get out of it when it succeeds?", "事情办成了，这个人到年底能得到什么？"),
            bi("Who is against us? If nobody is, we have not looked.", "谁反对我们？一个都没有，说明还没看清。"),
            bi("Are these the customer's words, or our translation?", "这是客户原话，还是我们翻译过的？"),
            bi("What does it cost each year to leave it unsolved?", "不解决会怎样？一年损失多少？"),
            bi("Without which are we out, and which would be a pleasant surprise?", "哪些没有就出局，哪些有了是惊喜？"),
            bi("Which three assumptions can we check next week, and with whom?", "下周可以找谁，验证哪三条？"),
            bi("What if our only contact leaves tomorrow?", "唯一的联系人明天离职，会怎样？"),
        ],
    ),
    (
        "w4",
        &[
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
    ),
    (
        "w5",
        &[
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
    ),
    (
        "w6",
        &[
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
    ),
    (
        "portfolio",
        &[
            bi("Which groups of customers do we want to grow with?", "我们想和哪几类客户一起成长？"),
            bi("For which customers can we truly make a difference?", "我们真正能给哪些客户带来价值？"),
        ],
    ),
];
