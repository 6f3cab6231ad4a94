//! The words of the history and of how full the storage is.

words! {
    KICKER = "History", "历史";
    QUESTION = "What did it look like before, and what do we want back?", "之前是什么样，想找回哪些内容？";
    LEAD = "A state is kept before the first change of a visit, every ten minutes of editing, and before a file replaces something.", "每次打开后改动之前、编辑中每隔十分钟、用文件覆盖之前，都会自动留存一次。";
    NONE_YET = "Nothing is kept yet. The first state comes with your next change.", "还没有留存。下一次改动时会留下第一份。";
    NO_DATABASE = "This browser keeps no history. Export a file now and then.", "这个浏览器不保留历史，请不时导出文件。";

    REMEMBER = "Remember this state", "记住现在的样子";
    REMEMBER_NAME = "Name, for example: before the review", "起个名字，例如：评审之前";
    REMEMBERED = "Remembered as “{0}”.", "已记为“{0}”。";
    UNNAMED = "As of {0}", "{0}的样子";
    NOT_REMEMBERED = "The browser did not keep it. Export a file instead.", "浏览器没能存下，请改为导出文件。";

    TODAY = "Today", "今天";
    YESTERDAY = "Yesterday", "昨天";
    STATES = "Kept states", "留存的状态";
    KIND_AUTO = "while editing", "编辑中";
    KIND_NAMED = "named, stays for good", "已命名，长期保留";
    KIND_IMPORT = "before an import or merge", "导入或合并之前";
    KIND_RESTORE = "before something was brought back", "恢复之前";
    KIND_BASE = "handed out, stays for good", "分发时的底本，长期保留";
    OLDEST = "the oldest that is kept", "最早的一份";
    SAME_AS_BEFORE = "no change since the one before", "与前一份相同";
    SINCE = "Changed since the one before: {0}", "比前一份改了：{0}";
    COUNT_IN = "{0} {1}", "{0}{1}处";
    MORE_PLACES = "{0} more", "另有{0}处";

    CHOOSE = "Choose a state to see what differs from now.", "选一份，看看与现在有什么不同。";
    STATE_OF = "{0}, compared with now", "{0}，与现在相比";
    READING = "Reading …", "正在读取…";
    UNREADABLE = "This state cannot be read.", "这一份无法读取。";
    NO_DIFFERENCE = "Nothing differs from now.", "与现在完全相同。";
    RESTORE_ALL = "Bring everything back", "全部恢复";
    RESTORE_SHEET = "Bring this worksheet back", "恢复这张表";
    RESTORE_ROW = "Bring back", "恢复";
    OPEN_COPY = "Open as a separate workbook", "另开一份";
    DOWNLOAD = "Download", "下载";
    RESTORED_ALL = "Everything is as it was: {0}.", "已全部恢复到：{0}。";
    RESTORED_SHEET = "{0} is as it was.", "“{0}”已恢复。";
    RESTORED_ROW = "“{0}” is as it was.", "“{0}”已恢复。";
    COPY_NAME = "{0} ({1})", "{0}（{1}）";

    GONE = "gone since", "之后被删";
    NEW = "new since", "之后新增";
    CHANGED = "changed", "有改动";
    WAS = "Then", "当时";
    IS = "Now", "现在";
    EMPTY = "empty", "空";
    WITH_IT = "Ratings, cells and references that come back with it: {0}", "随它一起恢复{0}处评分、单元格和引用";
    MOVED = "{0} rows stand elsewhere", "{0}行换了位置";

    NAME = "Name", "名称";
    KEEP = "Keep for good", "长期保留";
    LET_GO = "Need not stay for good", "不再长期保留";
    LET_GO_DONE = "It now goes with time, as the others do.", "以后会和其他留存一样逐步清理。";
    DELETE = "Delete this state", "删除这一份";
    DELETED = "“{0}” deleted.", "已删除“{0}”。";

    RESCUED = "{0} workbooks brought back from the rescue file.", "已从救援文件恢复{0}个工作簿。";
    RESCUED_ONE = "“{0}” brought back from the rescue file.", "已从救援文件恢复“{0}”。";
    NOTHING_TO_RESCUE = "Nothing in this rescue file can be read. Keep the file.", "这个救援文件里没有读得出的内容，请留好文件。";
    SAFE_MODE = "This workbook stopped the page twice, so this is the state before that. What was there stands in the history.", "这个工作簿两次让页面停止，现在显示的是之前的状态；当时的内容在“历史”里。";

    SPACE = "Space in this browser", "浏览器存储空间";
    SPACE_BOOKS = "Workbooks: {0} of {1}", "工作簿：已用{0}，共{1}";
    SPACE_HISTORY = "Journal and history: {0} of {1}", "日志与历史：已用{0}，共{1}";
    SPACE_HALF = "More than half is in use. Old states of the history now make room first; export and delete workbooks that are done.", "已用过半，较早的历史会先让出空间；已完成的工作簿可导出后删除。";
    KEPT = "The browser has promised to keep your data until you delete it.", "浏览器已答应一直保留数据，直到你自己删除。";
    NOT_KEPT = "The browser may delete data when space runs short.", "空间不足时，浏览器可能清掉数据。";
    NO_ANSWER = "This browser does not say how long it keeps data.", "这个浏览器不说明数据会保留多久。";
    NEVER_EXPORTED = "No copy outside this browser yet.", "还没有浏览器之外的备份。";
    EXPORTED_AGO = "The last copy outside this browser is {0} days old.", "浏览器之外的备份已是{0}天前的。";
    EXPORT_NOW = "Export a file", "导出文件";
}
