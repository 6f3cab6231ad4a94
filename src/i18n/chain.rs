//! The words of advice, offers between worksheets, and the way of a need through the plan.

words! {
    CHAIN_KICKER = "Where needs go", "需求去向";
    CHAIN_QUESTION = "Does every need lead to an action?", "每条需求都落到行动上了吗？";
    CHAIN_EMPTY = "No needs yet. Write down what this customer needs, and this page follows each need to the module that meets it, what it is worth, the service behind it, the objective and the action.", "还没有需求。先写下客户需要什么，这里会顺着每条需求往下找：哪个模块满足它、值多少、靠什么服务、对应哪个目标、落到哪项行动。";
    CHAIN_TO_NEEDS = "Write down needs", "去写需求";
    CHAIN_ALL = "All {0} needs reach an action.", "{0}条需求全部落到行动。";
    CHAIN_ONE = "The need reaches an action.", "这条需求已落到行动。";
    CHAIN_SOME = "{0} of {1} needs reach an action; {2}.", "{1}条需求中{0}条落到行动；{2}。";
    CHAIN_NONE = "None of {0} needs reaches an action yet; {1}.", "{0}条需求都还没落到行动；{1}。";
    BREAK_MODULE = "{0} break at the module", "{0}条断在方案模块";
    BREAK_BENEFIT = "{0} break at the benefit", "{0}条断在客户收益";
    BREAK_SUPPORT = "{0} break at services and capabilities", "{0}条断在服务与能力";
    BREAK_OBJECTIVE = "{0} break at the objective", "{0}条断在目标";
    BREAK_ACTION = "{0} break at the action", "{0}条断在行动";
    BREAKS_MODULE = "1 breaks at the module", "1条断在方案模块";
    BREAKS_BENEFIT = "1 breaks at the benefit", "1条断在客户收益";
    BREAKS_SUPPORT = "1 breaks at services and capabilities", "1条断在服务与能力";
    BREAKS_OBJECTIVE = "1 breaks at the objective", "1条断在目标";
    BREAKS_ACTION = "1 breaks at the action", "1条断在行动";
    CHAIN_HOW = "Read each line from left to right. A cross marks the first link that is missing; choose it to fill it in. Names lead to their row.", "每行从左往右看。✕处是第一个断点，点它去补上；点名字可到那一行。";
    CHAIN_TABLE = "The way of each need", "每条需求的去向";
    NEED = "Need", "需求";
    REACHED_OF = "{0} of {1}", "{0}/{1}";
    BREAKS_HERE = "missing: fill in", "断在这里：去补";
    NOT_YET = "not yet", "暂无";
    AND_MORE = "and {0} more", "另有{0}项";
    SHOW_FIRST = "Broken first", "断点在前";
    SHOW_ORDER = "In the order of worksheet 3", "按工作表三的顺序";
    NEED_COMPLETE = "complete", "已贯通";

    ADVICE_SUMMARY = "{0} things to look at", "{0}处可以再看看";
    ADVICE_SUMMARY_ONE = "1 thing to look at", "1处可以再看看";
    OFFERS_SUMMARY = "{0} from other worksheets", "{0}项来自其他工作表";
    ASIDE_SUMMARY = "{0} set aside", "已搁置{0}项";
    SET_ASIDE_BECAUSE = "Set aside: {0}", "已搁置：{0}";
    NO_REASON = "no reason given", "没写原因";
    TAKE_BACK = "Take back", "恢复";
    WHY_ASIDE = "Why set it aside?", "为什么搁置？";
    SET_ASIDE = "Set aside", "搁置";
    SET_ASIDE_DONE = "Set aside.", "已搁置。";
    TAKEN_BACK = "Back on the list.", "已恢复。";
    THRESHOLD_OF = "Warn from", "提醒线";
    THRESHOLD_CHANGE = "Change when it warns", "调整提醒线";
    THRESHOLD_SECOND = "Second limit", "第二条线";
    THRESHOLD_BAD = "A number, please.", "请填数字。";
    THRESHOLD_RESET = "Back to the usual", "恢复默认";
    ADVICE_HERE = "Advice: {0}", "建议：{0}";
    ADVICE_HERE_MANY = "{0} pieces of advice here", "这里有{0}条建议";

    TAKE_ALL = "Take over all {0}", "全部{0}项";
    TAKE_CHOSEN = "Take over {0} chosen", "采用所选{0}项";
    TAKE_ONE = "Take over", "采用";
    CHOOSE_ROWS = "Choose rows", "逐项选择";
    NOT_NOW = "Not now", "暂不";
    PUT_OFF = "Put off.", "先放着。";
    PUT_OFF_SUMMARY = "Put off for now: {0}", "暂不采用{0}项";
    OFFER_AGAIN = "Offer again", "重新提出";
    TAKEN_ROWS = "{0} rows taken over from {1}.", "已从{1}采用{0}项。";
    TAKEN_ROW = "1 row taken over from {0}.", "已从{0}采用1项。";
    TAKEN_VALUE = "Taken over from {0}.", "已从{0}采用。";
    SOURCE_IS_NOW = "{0}: {1} → {2}", "{0}：{1} → {2}";
    SOURCE_UPDATED = "Brought up to date.", "已更新。";
    SOURCE_KEPT = "Kept as it is.", "已保留原样。";
    EMPTY_VALUE = "empty", "空";

    MOVED_RATINGS = "{0} moved: {1}.", "已移动{0}：{1}。";
    RATING_STEP = "{0} {1}→{2}", "{0} {1}→{2}";
    MOVES_RATINGS = "moves its ratings on this axis", "移动会调整这条轴上的评分";
    MARK_OF_ROW = "Go to its row", "到这一行";
}
