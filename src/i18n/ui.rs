//! The words of the page: buttons, headings, notices.

words! {
    ALL_WORKBOOKS = "All workbooks", "全部工作簿";
    UNDO = "Undo", "撤销";
    REDO = "Redo", "重做";
    DEPTH = "Depth", "深度";
    QUICK = "Quick", "快速";
    STANDARD = "Standard", "标准";
    FULL = "Full", "完整";
    LANGUAGE = "Language", "语言";
    PRINT = "Print", "打印";
    SHARE = "Share", "共享";
    EXPORT = "Export", "导出";
    EXPORT_HELP = "One file with everything in it. Keep it as a backup, or send it to a colleague.", "一个文件装下全部内容，可作备份，也可发给同事。";
    IMPORT = "Open a file", "打开文件";
    MORE = "More", "更多";
    CLOSE = "Close", "关闭";
    CANCEL = "Cancel", "取消";
    SAVING = "Saving …", "正在保存…";
    SAVED = "Saved", "已保存";
    UNSAVED = "Not saved", "未保存";
    MEMORY = "Nothing will be kept", "不会保留";
    DEGRADED = "Saved in one place only", "只存了一处";
    READONLY = "Read only", "只读";
    ON_THIS_DEVICE = "Your data stays on this device.", "数据只保存在这台设备上。";

    WORKSHEET_N = "Worksheet {0}", "工作表{0}";
    PAGE_NAV = "Pages of this workbook", "本工作簿的页面";
    PROGRESS = "{0}% filled", "已填{0}%";
    PLAN_ON_A_PAGE = "Plan on a page", "一页纸计划";
    REPORT = "Report", "分析报告";
    SKIP = "Skip to the worksheet", "跳到工作表";

    ADD_ROW = "Add a row", "添加一行";
    ADD_TEMPLATES = "Take from the list", "从清单选用";
    DELETE_ROW = "Delete this row", "删除这一行";
    MOVE_UP = "Move up", "上移";
    MOVE_DOWN = "Move down", "下移";
    MORE_FIELDS = "More about this row", "这一行的更多内容";
    LESS_FIELDS = "Show less", "收起";
    REMOVED = "Removed.", "已删除。";
    REMOVED_WITH = "Removed; {0} references emptied.", "已删除，并清空了{0}处引用。";
    ROWS = "{0} rows", "{0}行";
    ONE_ROW = "1 row", "1行";
    FILTER = "Filter rows", "筛选";
    FILTERED = "{0} of {1} shown", "显示{0}/{1}行";
    SORT_BY = "Sort by {0}", "按{0}排序";
    NO_ROWS_MATCH = "No row matches the filter.", "没有符合筛选的行。";
    ROW_N = "Row {0}", "第{0}行";
    FOLDED = "Empty so far", "暂未填写";
    OPEN_SECTION = "Open", "展开";
    SHOW_ALL = "Show all {0}", "显示全部{0}行";
    FILL_FIRST = "This table takes its rows from “{0}”. Fill that one first.", "这张表的行来自“{0}”，请先填写那里。";
    FILL_FIRST_COLUMNS = "The columns come from “{0}”. Fill that one first.", "这张表的列来自“{0}”，请先填写那里。";
    GO_THERE = "Go there", "前往";
    NAMELESS = "(no name yet)", "（未命名）";

    CHOOSE = "Choose", "选择";
    NOTHING_CHOSEN = "—", "—";
    NEW_ENTRY = "New …", "新建…";
    NEW_ENTRY_IN = "New in “{0}”", "在“{0}”中新建";
    YES = "Yes", "是";
    NO = "No", "否";
    NOT_RATED = "not rated", "未评分";
    CLEAR = "Clear", "清除";
    PICK_DATE = "Pick a date", "选日期";
    EXAMPLE = "Insert this example", "填入示例";
    HELP_ON = "About “{0}”", "“{0}”说明";

    NOT_A_NUMBER = "This is no number. Write it like 1,200 or 1.2万.", "这不是数字。可写成 1,200 或 1.2万。";
    NOT_WHOLE = "A whole number, please.", "请填整数。";
    NOT_A_YEAR = "A year of four digits, please.", "请填四位年份。";
    NOT_A_DATE = "This is no date. Write it like 2026-03-05.", "这不是日期。可写成 2026-03-05。";
    OUT_OF_RANGE = "Between {0} and {1}, please.", "请填{0}到{1}之间的数。";
    AT_LEAST = "{0} or more, please.", "请填不小于{0}的数。";
    AT_MOST = "{0} or less, please.", "请填不大于{0}的数。";
    TOO_LONG = "{1} characters; at most {0} fit here.", "共{1}字，此处最多{0}字。";
    NOT_AN_OPTION = "This is not one of the options.", "不在可选项里。";
    NO_SUCH_ROW = "This points to a row that is not there.", "所指的行不存在。";
    ABOVE_ZERO = "Above zero, please.", "请填大于零的数。";
    NOT_UNIQUE = "Another row has the same value.", "与另一行重复。";
    AT_MOST_FIELD = "More than “{0}”.", "超过了“{0}”。";
    AT_LEAST_FIELD = "Less than “{0}”.", "小于“{0}”。";
    AFTER_FIELD = "Later than “{0}”, please.", "应晚于“{0}”。";
    NOT_BEFORE_FIELD = "Not before “{0}”, please.", "不应早于“{0}”。";
    SAME_AS_FIELD = "The same as “{0}”.", "与“{0}”相同。";
    SUM_OVER_100 = "Together more than 100%.", "合计超过100%。";
    ONLY_ONE_ROW = "Only one row can be ticked.", "只能勾选一行。";
    CYCLE = "This leads back to itself.", "形成了循环。";
    TOO_MANY = "At most {0}.", "最多{0}项。";
    TODAY_OR_LATER = "This date is past.", "日期已过。";
    NOT_AFTER_TODAY = "This date is still to come.", "日期还没到。";

    HOME_TITLE = "Your key-account plans", "大客户规划";
    HOME_LEAD = "Six linked worksheets, from the customer's industry to a plan on one page.", "六张相连的工作表，从客户的行业，到一页纸的计划。";
    START_OWN = "Start with my account", "从我的客户开始";
    START_OWN_HELP = "Write the customer's name; everything else can wait.", "先写客户名称，其余慢慢来。";
    SEE_EXAMPLE = "Look at a worked example", "看一份做好的样例";
    SEE_EXAMPLE_HELP = "A complete plan you may change as you like.", "一份完整的规划，可以随意改。";
    NEW_WORKBOOK = "New workbook", "新建工作簿";
    CUSTOMER_NAME = "Customer", "客户名称";
    CREATE = "Create", "创建";
    OPEN_SAMPLE = "Open a sample", "打开样例";
    OPEN_WORKBOOK = "Open", "打开";
    RENAME = "Rename", "重命名";
    DUPLICATE = "Duplicate", "复制";
    DELETE = "Delete", "删除";
    DELETED_WORKBOOK = "“{0}” deleted.", "已删除“{0}”。";
    RESTORE = "Bring it back", "恢复";
    CHANGED_AT = "Changed {0}", "{0}修改";
    COPY_OF = "{0} (copy)", "{0}（副本）";
    NO_NAME = "No name yet", "未命名";
    BACKUP_HINT = "Browser storage is no backup: export a file now and then.", "浏览器存储不等于备份，请不时导出文件。";
    SAMPLE_FAILED = "The sample could not be loaded.", "样例没有读出来。";
    NOT_FOUND = "There is no such workbook on this device.", "这台设备上没有这份工作簿。";

    BLOCKED_TITLE = "This browser keeps nothing for this page.", "浏览器不允许本页保存数据。";
    BLOCKED_HELP = "You can work and export, but closing the page loses everything. Allow site data, or export a file before you leave.", "可以照常填写和导出，但关闭页面后内容不会保留。请允许本站保存数据，或离开前导出文件。";
    FULL_TITLE = "The browser's storage is full.", "浏览器存储已满。";
    FULL_HELP = "Your last saved version is untouched and what you see is still here. Download a copy, then delete a workbook you no longer need.", "上次保存的版本完好，眼前的内容也都在。请先下载一份，再删掉不用的工作簿。";
    FAILED_TITLE = "Saving failed.", "保存失败。";
    FAILED_HELP = "What you see is still here. Download a copy now.", "眼前的内容都在，请马上下载一份。";
    DOWNLOAD_COPY = "Download a copy", "下载一份";
    UNREADABLE_TITLE = "A stored workbook could not be read.", "有一份已存的工作簿读不出来。";
    UNREADABLE_HELP = "It was set aside, not changed. Download it and keep it.", "原文已另存，没有改动。请下载保存。";
    DOWNLOAD_RAW = "Download what was stored", "下载原文";
    NEWER_TITLE = "A newer version of this app wrote this workbook.", "这份工作簿由更新的版本写入。";
    NEWER_HELP = "Reload the page to get that version. Nothing was changed.", "请刷新页面换用新版本，内容没有改动。";

    IMPORT_TITLE = "Open “{0}”", "打开“{0}”";
    IMPORT_OK = "{0}: {1} filled fields in {2} tables.", "{0}：{2}张表，共{1}个已填字段。";
    IMPORT_ISSUES = "{0} things to know", "{0}处需要留意";
    IMPORT_MORE = "and {0} more", "另有{0}处";
    IMPORT_ADD = "Add as a workbook", "添加为新工作簿";
    IMPORT_REPLACE = "Replace the open workbook", "替换当前工作簿";
    IMPORT_REFUSED = "“{0}” could not be opened", "无法打开“{0}”";
    IMPORT_UNCHANGED = "Nothing was changed.", "没有任何改动。";
    IMPORTED = "“{0}” is open now.", "“{0}”已打开。";
    REPLACED = "The workbook was replaced.", "工作簿已替换。";
    DROP_HERE = "Drop a KAMSheet file to open it", "拖入 KAMSheet 文件即可打开";

    LOADING = "One moment …", "请稍候…";
    PART_NOT_LOADED = "This part could not be loaded. Check the connection and try again; your data is safe.", "这一部分没有加载成功，请检查网络后重试；数据都在。";
    TRY_AGAIN = "Try again", "再试一次";

    FIND = "Find", "查找";
    FIND_HINT = "A page, a row, an action …", "页面、条目或操作…";
    FIND_NONE = "Nothing found.", "没有找到。";
    HELP = "Help and shortcuts", "帮助与快捷键";
    PROMPTS = "Questions that help", "引导问题";
    NEXT_QUESTION = "Next question", "下一个问题";
    THEME = "Colours", "外观";
    THEME_AUTO = "As the system", "跟随系统";
    THEME_LIGHT = "Light", "浅色";
    THEME_DARK = "Dark", "深色";
    CSV_EXPORT = "This table as CSV", "导出本表 CSV";
    CSV_IMPORT = "CSV into this table", "CSV 导入本表";
    CSV_DONE = "{0} rows added.", "已添加{0}行。";
    PASTED = "{0} cells pasted.", "已粘贴{0}格。";
    EVIDENCE = "Evidence", "证据";
    CONFIRMED = "Confirmed", "客户确认";
    ADVICE_COUNT = "Advice: {0}", "建议{0}条";
    DISMISS = "Set aside", "忽略";
    TAKE_OVER = "Use them", "采用";
    TAKEN_OVER = "Taken over.", "已采用。";
    SOURCE_CHANGED = "The source of “{0}” has changed.", "“{0}”的来源已变。";
    UPDATE_FROM_SOURCE = "Update it", "按来源更新";
    KEEP_COPY = "Keep it as it is", "保持不变";
    HOW = "How is this computed?", "如何计算";
    YOUR_NUMBERS = "With your numbers", "代入你的数字";
    RATED_OF = "rated {0} of {1}", "已评{0}/{1}";
    DASH = "—", "—";
    GAP_EMPTY = "The fields it needs are empty.", "所需字段还没填。";
    GAP_NO_ROWS = "No row has all it needs yet.", "还没有填全所需内容的行。";
    GAP_DIVISION = "It would divide by zero.", "分母为零，无法计算。";
    GAP_TOO_FEW = "Too few answers to say anything.", "样本太少，还说明不了什么。";
    GAP_SIGN = "The cash flow changes sign not at all, or more than once.", "现金流没有变号，或变号不止一次。";
    GAP_NOT_REACHED = "Not within the horizon.", "期限内达不到。";
    GAP_NOT_APPLICABLE = "It does not apply here.", "此处不适用。";
    TABLE_OF_FIGURES = "Figures", "数据";
    SAVE_SVG = "Save as SVG", "存为 SVG";
    SAVE_PNG = "Save as PNG", "存为 PNG";
    PICTURES = "Pictures", "图";
    FIGURES_MORE = "All figures of this section", "本节全部数字";
    PER_YEAR = "per year", "每年";
    TOTAL = "Total", "合计";
    CONVERT_TITLE = "Amounts are in {0} now", "金额单位改为{0}";
    CONVERT_ASK = "Convert all amounts, or only change the name of the unit?", "是换算全部金额，还是只改单位名称？";
    CONVERT_FACTOR = "Multiply by", "乘以";
    CONVERT_DO = "Convert all amounts", "换算全部金额";
    CONVERT_LABEL = "Only change the name", "只改名称";
}

/// Fills `{0}`, `{1}` … of a text.
pub fn fill(text: &str, values: &[&str]) -> String {
    let mut out = text.to_owned();
    for (at, value) in values.iter().enumerate() {
        out = out.replace(&format!("{{{at}}}"), value);
    }
    out
}
