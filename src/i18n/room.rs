//! The words in the room: the workshop, the projector, the week, the tour.

use crate::model::{Bi, bi};

words! {
    WORKSHOP_QUESTION = "Make the most of the time in the room", "把大家聚在一起的时间用好";
    KICKER = "In the room", "现场";
    PROJECTOR = "Projector", "投影模式";
    PRESENT = "Present the findings", "汇报结论";
    PROJECTOR_HELP = "One section per screen, large type, picture first. Private rows stay hidden.", "一屏一节，大字，先看图。标为私密的行不显示。";
    PRESENT_HELP = "One card per worksheet, then the plan on a page.", "每张表一页要点，最后是一页纸计划。";
    FACILITATOR = "Facilitator's window", "主持人小窗";
    FACILITATOR_HELP = "Timer, questions, parking lot and decisions in a small window of its own, for your eyes only.", "计时、引导问题、停车场和决议放进一个小窗口，只给主持人看。";

    AGENDA = "Agenda and timer", "议程与计时";
    AGENDA_NONE = "How much time do you have? Take one of these; every block can be changed afterwards.", "有多少时间？选一份议程，之后每一段都能改。";
    AGENDA_MINUTES = "{0} min", "{0}分钟";
    AGENDA_EDIT = "Change the agenda", "修改议程";
    AGENDA_OTHER = "Take another template", "换一份议程";
    AGENDA_REPLACED = "Agenda replaced.", "议程已更换。";
    NOT_STARTED = "Not started yet", "还没开始";
    NOW = "Now", "现在";
    NEXT = "Next: {0}, {1} min", "下一段：{0}，{1}分钟";
    ALL_DONE = "That was the last block.", "全部环节结束。";
    START = "Start", "开始";
    GO_ON = "Go on", "继续";
    PAUSE = "Pause", "暂停";
    PAUSED = "Paused", "已暂停";
    MORE_1 = "+1 min", "+1分钟";
    MORE_5 = "+5 min", "+5分钟";
    NEXT_BLOCK = "Next block", "下一段";
    RESET = "Back to the plan", "恢复原计划";
    LAST_MINUTE = "Last minute", "最后一分钟";
    OVER_TIME = "Over time: the blocks to come get shorter", "已超时：后面的环节相应缩短";
    SOUND = "Quiet sound in the last minute", "最后一分钟轻声提示";
    TIME_LEFT = "Time left in this block", "本段剩余时间";
    ENDS_AT = "Ends at {0}", "{0}结束";
    ENDS_LATE = "Ends at {0}, {1} min later than planned", "{0}结束，比计划晚{1}分钟";
    BLOCK_DONE = "done, took {0} min", "已完成，用了{0}分钟";
    BLOCK_NOW = "under way, {0} min", "进行中，{0}分钟";
    BLOCK_AHEAD = "{0} min", "{0}分钟";
    BLOCK_CHANGED = "{0} min instead of {1}", "{0}分钟（原定{1}）";
    KEPT_HERE = "The timer is kept in the workbook: it survives a reload, and the small window shows the same.", "计时存在工作簿里：刷新不丢，小窗口同步显示。";

    QUESTIONS = "Questions", "引导问题";
    OWN_QUESTION = "Add a question of your own", "添加自拟问题";
    ADD = "Add", "添加";
    QUESTION_OF = "{0} of {1}", "第{0}/{1}问";
    NO_QUESTIONS = "No questions for this block. Add your own.", "这一段没有引导问题，可以自己加。";
    PARKING = "Parking lot", "停车场";
    PARKING_ADD = "Worth talking about, but not now", "值得谈，但不是现在";
    DECISIONS = "Decisions", "决议";
    DECISIONS_ADD = "What did we agree on?", "我们定了什么？";
    LOG_TITLE = "Parking lot and decisions", "停车场与决议";

    RATE_TITLE = "Rate silently, then compare", "先各自打分，再一起看";
    RATE_HELP = "Pass the machine around. Nobody sees the others' ratings before they are revealed: first thoughts differ, and that is what is worth talking about.", "一台电脑轮流传。揭晓前谁也看不到别人的分数：真正值得讨论的，正是第一判断的分歧。";
    TOPIC = "What is rated", "评什么";
    NO_TOPIC = "There is nothing to rate yet. Fill a list first, as the needs.", "还没有可评的内容，请先填一张清单，比如需求清单。";
    RATER = "Your name", "您的名字";
    ANONYMOUS = "Keep the raters unknown (R1, R2 …)", "不显示评分人（R1、R2……）";
    BEGIN_RATING = "Begin", "开始评分";
    YOUR_TURN = "{0} rates", "{0}评分中";
    WEIGH_HELP = "Any numbers: only their proportion counts, and everybody counts the same.", "任意数字，只看比例；每人的权重先折算成同样的总和。";
    PASS_ON = "Done, pass it on", "评完，传给下一位";
    RATED_ALREADY = "{0} have rated", "已有{0}人评完";
    RATED_ONE = "1 has rated", "已有1人评完";
    RATED_NONE = "Nobody has rated yet", "还没有人评分";
    NEXT_PERSON = "Next person", "下一位";
    REVEAL = "Reveal", "揭晓";
    HIDE_AGAIN = "Hide again", "重新隐藏";
    RATE_NOTHING = "Rate at least one item first.", "请至少评一项。";
    ITEM = "Item", "项目";
    RATINGS_SHOWN = "Ratings", "评分分布";
    MEDIAN = "Median", "中位数";
    MEAN = "Mean", "平均";
    RANGE = "Range", "范围";
    RATERS = "n", "人数";
    DEVIATION = "SD", "标准差";
    CONSENSUS = "Agreed", "共识值";
    TAKE = "Take {0}", "取{0}";
    TAKE_ALL = "Take every proposal that is still open", "未定的都取建议值";
    DISAGREE = "Talk about it", "有分歧，谈一谈";
    AGREEMENT = "Agreement on {0} of the items", "{0}的项目意见一致";
    SPREAD_OF = "{0}: {1}", "{0}：{1}";
    CLEAR_RATINGS = "Forget these ratings", "清除这一轮评分";
    CLEARED = "Ratings forgotten.", "评分已清除。";

    VOTE_TITLE = "Vote with dots", "圆点投票";
    VOTE_HELP = "Each person puts their dots on the rows that matter most, several on one if they like. The result sorts the list.", "每人把圆点投给最看重的条目，可以一条投几点。结果按点数排序。";
    VOTE_ON = "Which list", "投哪张清单";
    DOTS_EACH = "Dots for each person", "每人点数";
    BEGIN_VOTE = "Begin", "开始投票";
    DOTS_LEFT = "{0} dots left", "还剩{0}点";
    DOTS_LEFT_ONE = "1 dot left", "还剩1点";
    DOT_MORE = "One dot more for {0}", "给“{0}”加一点";
    DOT_LESS = "One dot less for {0}", "给“{0}”减一点";
    CAST = "Cast, pass it on", "投完，传给下一位";
    VOTED = "{0} have voted", "已有{0}人投票";
    VOTED_ONE = "1 has voted", "已有1人投票";
    VOTED_NONE = "Nobody has voted yet", "还没有人投票";
    DOTS = "Dots", "点数";
    BY_HOW_MANY = "from {0}", "来自{0}人";
    SORT_LIST = "Put the list into this order", "清单按此排序";
    SORTED = "The list is in the order of the vote.", "清单已按投票结果排序。";
    CLEAR_VOTES = "Forget this vote", "清除这次投票";
    VOTES_CLEARED = "Vote forgotten.", "投票已清除。";

    REVIEW_TITLE = "Review meeting", "评审会";
    REVIEW_HELP = "Four stages keep a review fair: first listen, then ask, then look for what could go wrong, then recommend.", "评审分四步：先听完，再问清，再找漏洞，最后给建议。";
    STAGE_BACK = "Back", "上一步";
    STAGE_ON = "Next stage", "下一步";

    KICKER_WEEK = "This week", "本周";
    WEEK_QUESTION = "Ten minutes: what needs us this week?", "十分钟：这周有什么等着我们？";
    OVERDUE = "Overdue", "已逾期";
    DUE_SOON = "Due within a week", "一周内到期";
    RED_FLAGS = "Red flags", "红旗";
    COLD = "Gone cold", "久未联系";
    CHANGED = "What changed", "有什么变化";
    ALL_CLEAR = "Nothing here. Good.", "没有，很好。";
    NO_WEEK_YET = "Nothing has a day yet. Give actions a due date, and they come here when it is time.", "还没有带日期的内容。给行动填上截止日期，到时就会出现在这里。";
    DAYS_LATE = "{0} days late", "逾期{0}天";
    DAY_LATE = "1 day late", "逾期1天";
    TODAY = "today", "今天";
    TOMORROW = "tomorrow", "明天";
    IN_DAYS = "in {0} days", "{0}天后";
    DAYS_SILENT = "{0} days without contact", "{0}天没有联系";
    SINCE = "Since {0}", "自{0}以来";
    SINCE_WEEK = "In the last seven days, by the notes on the rows", "近七天，按各行的更新时间";
    NO_CHANGE = "Nothing has changed.", "没有变化。";
    ADDED = "new", "新增";
    EDITED = "changed", "修改";
    GONE = "{0} removed", "删除{0}条";
    AND_MORE = "and {0} more", "另有{0}条";
    FIELDS_CHANGED = "{0} fields", "{0}个字段";
    UNOWNED = "nobody", "无人负责";

    SCREEN_OF = "{0} / {1}", "{0} / {1}";
    PROJECTOR_KEYS = "← → screens · ↑ ↓ spotlight · B black · F full screen · Esc leave", "← → 翻页 · ↑ ↓ 聚焦一行 · B 黑屏 · F 全屏 · Esc 退出";
    FOR_CUSTOMER = "Customer in the room", "客户在场";
    FOR_CUSTOMER_HELP = "Shows only what a copy for the customer holds: no rivals, no margin, no judgement of people (key C)", "只显示客户版内容：不含竞争、毛利和对人的判断（按C键）";
    SCREEN_BACK = "Screen before", "上一屏";
    SCREEN_ON = "Next screen", "下一屏";
    BLACK = "Black screen", "黑屏";
    BLACK_HELP = "Press any key to see the screen again.", "按任意键恢复画面。";
    FULL_SCREEN = "Full screen", "全屏";
    LEAVE = "Leave", "退出";
    NOTHING_TO_SHOW = "Nothing is filled in yet.", "还没有填写内容。";
    TO_PLAN = "Open the plan on a page", "打开一页纸计划";

    TOUR = "Take the tour in five steps", "看五步导览";
    TOUR_STEP = "{0} of 5", "第{0}步，共5步";
    TOUR_NEXT = "Next", "下一步";
    TOUR_BACK = "Back", "上一步";
    TOUR_DONE = "Done", "完成";
    TOUR_LEAVE = "Leave the tour", "退出导览";
}

/// The four stages of a review: name, how it goes, where the notes go.
pub const STAGES: [(Bi, Bi, Bi); 4] = [
    (
        bi("Present", "汇报"),
        bi(
            "The team presents without interruption. Everybody else listens and notes questions.",
            "团队完整汇报，中途不打断。其他人只听，把问题记下来。",
        ),
        bi("Questions wait in the list below.", "问题先记在下面。"),
    ),
    (
        bi("Clarify", "澄清"),
        bi("Questions only, to understand; no opinions, no solutions yet.", "只提问，为了听懂；先不评价，也不出主意。"),
        bi("What stays open goes to the parking lot.", "一时说不清的，放进停车场。"),
    ),
    (
        bi("Find the weak spots", "找漏洞"),
        bi(
            "Where could this plan fail? Name the vulnerability, not the person.",
            "这份计划可能败在哪里？说事，不说人。",
        ),
        bi(
            "Each weak spot becomes a topic in the parking lot or a risk in the plan.",
            "每个漏洞记进停车场，或列为计划里的风险。",
        ),
    ),
    (
        bi("Recommend", "给建议"),
        bi(
            "Each reviewer gives one or two recommendations; the team decides which to take.",
            "每位评审给一两条建议，由团队决定采纳哪几条。",
        ),
        bi("What is agreed goes to the decisions.", "定下来的，写进决议。"),
    ),
];

/// The five steps of the tour: heading and text.
pub const TOUR_STEPS: [(Bi, Bi); 5] = [
    (
        bi("Six worksheets, one after the other", "六张工作表，一张接一张"),
        bi(
            "From the customer's industry to the account plan. The rings show how much is filled; start wherever you know most.",
            "从客户的行业一直走到客户规划。圆环显示填了多少，从最熟悉的那张开始就好。",
        ),
    ),
    (
        bi("Each sheet answers one question", "每张表回答一个问题"),
        bi(
            "Type as on paper. Every key is kept at once, and everything can be undone.",
            "像在纸上一样写。每次输入即时保存，什么都可以撤销。",
        ),
    ),
    (
        bi("Figures explain themselves", "数字会说明自己"),
        bi(
            "Click a figure to see its formula with your own numbers. A dash means something is missing, never zero.",
            "点一下数字，就能看到公式和代入的数。横线表示还缺内容，不是零。",
        ),
    ),
    (
        bi("As deep as you need", "要多深就多深"),
        bi(
            "Quick is one page per sheet, full shows everything. Switching hides and shows; nothing is lost.",
            "“快速”每张表一页，“完整”显示全部。切换只是收起或展开，内容不会丢。",
        ),
    ),
    (
        bi("One file holds it all", "一个文件装下全部"),
        bi(
            "Your data stays on this device. Export a file as a backup, or to send to a colleague.",
            "数据只在这台设备上。导出一个文件，可作备份，也可发给同事。",
        ),
    ),
];
