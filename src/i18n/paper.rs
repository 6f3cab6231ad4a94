//! The words of what is printed: the plan on a page, the report, blank forms, guides.

use crate::model::{Bi, bi};

macro_rules! words {
    ($($name:ident = $en:literal, $zh:literal;)*) => {$(
        #[doc = $en]
        pub const $name: Bi = bi($en, $zh);
    )*};
}

words! {
    ACCOUNT_PLAN = "Account plan", "客户规划";
    PLAN_OF = "Account plan {0}", "{0}客户规划";
    VERSION_OF = "Version {0}", "{0}版";
    KAM = "Key-account manager {0}", "大客户经理 {0}";
    SPONSOR = "Sponsor {0}", "高层赞助人 {0}";
    HEALTH = "Account health", "客户健康度";
    EVIDENCE_RATIO = "Evidence", "证据率";
    NEXT_REVIEW = "Next review", "下次评审";

    GOALS = "What the customer wants to achieve", "客户要做成的事";
    GOALS_HINT = "Three goals and what presses the customer, from worksheet 3.", "客户的三个目标和压力，来自工作表三。";
    TOP_NEEDS = "Needs that matter most", "最想解决的需求";
    OPPORTUNITY = "opportunity score", "机会分";
    NEEDS_HINT = "The five needs with the highest scores, once importance and satisfaction are rated in worksheet 3.", "工作表三里给需求评上重要度和满意度，机会分最高的五条会排在这里。";
    PEOPLE = "Who decides", "决策链";
    SUPPORT = "support {0}", "支持指数{0}";
    REACHED = "reached {0}", "覆盖{0}";
    PEOPLE_HINT = "A map of the people, once influence and support are rated in worksheet 3.", "工作表三里给人物评上影响力和支持度，这里会出现人物图。";

    WALLET = "The wallet", "钱包";
    WALLET_NOTE = "{0}, ours {1}", "{0}，我方{1}";
    OURS = "us", "我方";
    THEIRS = "rivals", "主要对手";
    REST = "not known", "其他或未知";
    NOT_IN_YET = "{0}: not in yet", "{0}　尚未进入";
    WIDEST_GAP = "{0}: widest gap", "{0}　缺口大";
    CPM_RANK = "Competitive score: our rank {0}", "竞争评分　我方第{0}";
    AGAINST = "{0} against {1}", "{0} 对 {1}";
    WALLET_HINT = "Who gets the customer's money, from the spend by category in worksheet 2.", "客户的钱给了谁，来自工作表二的采购额。";
    PROPOSITION = "Our proposition", "我们的主张";
    PROPOSITION_HINT = "The value statement of worksheet 4, in one sentence.", "工作表四的价值陈述，一句话。";
    VALUE = "What it is worth to the customer", "客户得到的价值";
    VALUE_HINT = "Net present value and payback, from benefits and costs in worksheet 4.", "净现值和回收期，来自工作表四的收益和成本。";
    NPV = "net present value for the customer ({0}% over {1} years)", "客户净现值（折现率{0}%，{1}年）";
    EVC = "economic value to the customer", "客户经济价值";
    INCENTIVE = "{0} of it stays with the customer", "其中{0}留给客户";
    PAYS_BACK = "pays back in {0} years", "{0}年回本";
    IRR = "internal rate of return {0}", "内部收益率{0}";
    COVERAGE = "Needs covered", "需求覆盖";
    UNCOVERED = "Not covered: {0}", "未覆盖：{0}";
    PARTLY = "Partly covered: {0}", "部分覆盖：{0}";
    ALL_COVERED = "Every rated need is fully covered", "已评的需求全部覆盖";
    COVERAGE_HINT = "What the solution leaves open, from the matrix of needs and modules in worksheet 4.", "方案还没覆盖的需求，来自工作表四的覆盖矩阵。";
    PROMISES = "What we promised", "兑现能力";
    SLA_LINE = "{0}: promised {1}, actual {2}", "{0}　目标{1}，实际{2}";
    SLA_TARGET = "{0}: promised {1}", "{0}　目标{1}";
    KEPT = "▲ kept", "▲ 达成";
    MISSED = "▼ missed", "▼ 未达";
    KEPT_SHARE = "{0} kept", "达成{0}";
    PROMISES_HINT = "Service levels with target and actual value, from worksheet 5.", "服务指标的目标与实际，来自工作表五。";

    OBJECTIVES = "Objectives", "目标";
    TARGET_NOTE = "forecast {0} of {1}", "预测{0} / 目标{1}";
    OBJECTIVES_HINT = "Up to five objectives with their progress, from worksheet 6.", "最多五个目标和进度，来自工作表六。";
    MILESTONES = "Milestones", "里程碑控制点";
    MILESTONES_HINT = "The points at which the plan would change, from worksheet 6.", "过不了就得改计划的那几个点，来自工作表六。";
    ACTIONS = "Next actions", "最近的行动";
    OVERDUE = "{0} overdue", "{0}项超期";
    ACTIONS_HINT = "The next five actions: who, by when. From worksheet 6.", "最近五项行动，谁来做、哪天前，来自工作表六。";
    RISKS = "Main risks", "主要风险";
    RISKS_HINT = "The three largest risks and who watches them, from worksheet 6.", "最大的三个风险和负责人，来自工作表六。";
    REQUEST = "What we ask for", "资源申请";
    A_YEAR = "{0} a year", "每年{0}";
    REQUEST_HINT = "The resource request of worksheet 5.", "工作表五的资源申请。";
    PLEASE_DECIDE = "Please decide", "请决定";
    DECIDE_HINT = "Decisions you need from management stand here; write them in worksheet 6.", "需要公司拍板的事会列在这里，在工作表六填写。";
    AND_MORE = "… and {0} more", "……另有{0}项";
    PASSED = "passed", "已通过";
    NOT_PASSED = "not passed", "未通过";
    OPEN = "open", "待定";
    PAGE_LEAD = "One A4 page, landscape. It fills itself from the worksheets; a heading leads to its section.", "A4横向一页，由各工作表自动汇总；点标题可回到对应部分。";
    GO_TO = "Go to “{0}”", "前往“{0}”";
    EMPTY_PAGE = "This page fills itself from the worksheets. Nothing has to be typed here.", "这一页由各张工作表自动汇总，不用在这里填写。";

    WHOEVER_KNOWS = "Whoever knows", "还没有对应的人";
    FROM_VERIFICATION = "verification plan", "验证计划";
    ASKED_BY = "asked by {0}", "{0}去问";
    ASKED_UNTIL = "by {0}", "{0}前";
    WE_BELIEVE_NEED = "We believe you need: {0}. How would you put it yourself?", "我们认为贵方需要：{0}。您会怎么说？";
    WE_BELIEVE_GOAL = "We understand this is what you are working towards: {0}. Is that right, and how is it measured?", "我们理解贵方正在做的是：{0}。对吗？怎么考核？";
    WE_BELIEVE_CRITERION = "When you choose a supplier, how much does “{0}” count?", "选供应商时，“{0}”占多大分量？";
    WE_BELIEVE_BENEFIT = "We reckon with this benefit: {0}. Would your finance people accept it?", "我们算了这项收益：{0}。贵方财务会认吗？";
    ASK_IMPORTANCE = "How important is it, from 1 to 10?", "有多重要？1到10分。";
    ASK_SATISFACTION = "How satisfied are you with what you have today, from 1 to 10?", "对现状满意吗？1到10分。";
    ASK_COST = "What does it cost you each year to leave it as it is?", "不解决，一年损失多少？";
    OUR_IMPORTANCE = "we assume importance {0}", "我们估计重要度{0}";
    OUR_SATISFACTION = "satisfaction {0}", "满意度{0}";
    OUR_AMOUNT = "we assume {0} a year", "我们估计每年{0}";

    KIND_OF_DOCUMENT = "Document", "文档";
    DOC_REPORT = "Report", "分析报告";
    DOC_FORMS = "Blank forms", "空白表";
    DOC_INTERVIEW = "Interview guide", "访谈提纲";
    DOC_FACILITATOR = "Facilitator guide", "主持人手册";
    CHAPTERS = "Chapters", "章节";
    WORKSHEETS = "Worksheets", "工作表";
    AGENDA = "Agenda", "议程";
    REPORT_TITLE = "Market analysis report", "市场分析报告";
    CONTENTS = "Contents", "目录";
    NOTHING_FILLED = "Nothing has been filled in here yet.", "这一章还没有填写。";
    EVIDENCE_LIST = "Evidence: sources and dates", "证据清单：来源与日期";
    FORMULAS = "Figures and how they were computed", "数字与算法";
    LAST_CHANGES = "Latest changes, row by row", "最近的修改（按行）";
    WHERE = "Where", "所在表";
    ITEM = "Item", "条目";
    FIGURE = "Figure", "数字";
    VALUE_HEAD = "Value", "值";
    HOW_HEAD = "How", "算法";
    CHANGED_ON = "Changed", "修改日期";
    BY_WHOM = "By", "修改人";
    FIRST_N = "The latest {0} of {1}.", "共{1}条，列最近{0}条。";

    FORM_CUSTOMER = "Customer", "客户";
    FORM_TEAM = "Team", "小组";
    FORM_DATE = "Date", "日期";
    INTERVIEW_TITLE = "Interview guide", "访谈提纲";
    INTERVIEW_LEAD = "What we still only assume, and whom we ask. Ask openly, write down their own words.", "我们还只是推测的事，以及去问谁。开放提问，记原话。";
    INTERVIEW_EMPTY = "Nothing to verify yet. Questions of the verification plan and everything marked as assumed will stand here, person by person.", "还没有要验证的内容。验证计划里的问题，以及标为假设的条目，会按人列在这里。";
    OUR_SIDE = "From our side: {0}", "我方：{0}";
    ANSWER = "Answer, in their words", "答复（原话）";
    CONFIRMED = "confirmed", "证实";
    REFUTED = "refuted", "推翻";
    STILL_OPEN = "still open", "待定";
    GUIDE_TITLE = "Facilitator guide", "主持人手册";
    GUIDE_LEAD = "{0}, {1} minutes. Times count from {2}.", "{0}，共{1}分钟，从{2}开始。";
    MINUTES = "{0} min", "{0}分钟";
    TIMETABLE = "Timetable", "时间表";
    GROUND_RULES = "Ground rules", "规则";
    RULE_1 = "Everyone writes before anyone speaks.", "先各自写，再开口说。";
    RULE_2 = "Facts get a source; guesses are marked as guesses.", "事实写来源，推测标明是推测。";
    RULE_3 = "One conversation at a time; what does not belong here goes to the parking lot.", "一次只谈一件事，跑题的放进停车场。";
    RULE_4 = "Every action leaves the room with one name and one date.", "每项行动都要有一个名字、一个日期。";
    ASK_THE_ROOM = "Ask the room", "问大家";
    FILL_IN = "Fill in", "填写";
    AT_LEAST_ROWS = "{0}: at least {1} rows", "{0}：至少{1}行";
    HAND_OUT = "Hand out the blank forms, agree on the rules, read the account card aloud.", "发空白表，约定规则，读一遍客户档案。";
    BREAK_HINT = "Check with the team what is behind; shorten the blocks to come.", "和小组核对进度，必要时缩短后面的环节。";
    PRESENT_HINT = "Show the plan on a page. Present without interruption, then only questions of understanding, then weak points, then recommendations.", "展示一页纸计划。先不打断地汇报，再只问没听懂的，然后挑弱点，最后提建议。";
    CLOSE_HINT = "Read actions, owners and dates aloud. Fix the next review. Export the file.", "念一遍行动、负责人和日期，定下次评审，导出文件。";
}
