//! The words of small helps: the portfolio from the workbooks on this device, saving into a real file, example texts.

words! {
    FILL_PORTFOLIO = "Take customers from the workbooks on this device ({0})", "从本机工作簿取客户（{0}份）";
    FILL_PORTFOLIO_HELP = "One row for each customer. What you have filled in stays as it is.", "每个客户一行；你填过的内容不动。";
    FILL_DONE = "{0} customers added, {1} completed.", "新增{0}个客户，补全{1}个。";
    FILL_NOTHING = "Nothing to add: every customer is in the list already.", "没有可添加的内容：客户都已在清单里。";
    FILL_FROM = "{0} ({1})", "{0}（{1}）";
    FILL_FROM_YEAR = "{0} ({1}, {2})", "{0}（{1}，{2}年）";
    FILL_ADDED = "new row", "新增一行";
    FILL_ADDED_BARE = "new row; the workbook holds no figures for it yet", "新增一行；工作簿里还没有相应数字";
    FILL_COMPLETED = "completed", "已补全";
    FILL_THERE = "nothing to add", "无可补充";
    FILL_SAME = "left out: a newer workbook of the same customer came first", "未取：同一客户已取较新的一份";
    FILL_NAMELESS = "left out: it has no customer name yet", "未取：还没有客户名称";
    FILL_CURRENCY = "amounts left out: they are in {0}", "金额未取：币种是{0}";
    FILL_UNREADABLE = "could not be read", "读不出来";
    FILL_SOURCE = "Workbook “{0}”", "工作簿“{0}”";
    FILL_REPORT = "What was taken", "取了什么";

    SAVE_FILE = "Save to a file", "保存到文件";
    SAVED_TO = "Saved to “{0}” at {1}. Ctrl+S writes to it again.", "已写入“{0}”（{1}）。再按 Ctrl+S 会写到同一文件。";
    DOWNLOADED = "“{0}” was handed to the browser's downloads.", "已交给浏览器下载“{0}”。";
    SAVE_CANCELLED = "No file was written. Your work is kept in this browser.", "没有写文件；内容仍保存在本浏览器里。";
    SAVE_FAILED = "“{0}” could not be written: {1} Your work is kept in this browser.", "“{0}”没有写成：{1}内容仍保存在本浏览器里。";
    SAVE_FAILED_MEMORY = "“{0}” could not be written: {1} Do not close the page before you have a copy.", "“{0}”没有写成：{1}请先留一份副本，再关闭页面。";
    WHY_NOT_ALLOWED = "the browser did not allow it.", "浏览器没有允许。";
    WHY_GONE = "the file is no longer there.", "文件已不在原处。";
    WHY_SPACE = "there is no room left.", "磁盘空间不足。";
    WHY_LOCKED = "another program holds the file.", "文件正被其他程序占用。";
    WHY_SHORT = "what stands in the file is not what was written.", "文件里的内容与写入的不一致。";
    WHY_OTHER = "the browser reports “{0}”.", "浏览器报告“{0}”。";
    DOWNLOAD_INSTEAD = "Download it instead", "改为下载";

    TAKE_EXAMPLE = "Insert an example", "填入示例";
    EXAMPLE_IS = "Example", "示例";
}
