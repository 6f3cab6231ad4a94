//! The log: what a workshop leaves beside the worksheets. Its tables are declared like all others, so that undo, storage
//! and merging work for them as for everything else. Results and advice do not read them.

use super::declare::tables;
use crate::model::opt;

/// The sheet of these tables in the file.
pub const SHEET: &str = "log";

tables! {
    /// Topics put aside for later.
    parking = Shape::List, "log.parking" ("Parking lot", "停车场") section "log" rows 0 safe false {
        TEXT: LongText("text", "Topic", "议题").quick().class(Class::Competition).ask("Worth talking about, but not now.", "值得谈，但不是现在。");
        BY: Text("by", "Raised by", "提出人").quick().class(Class::People);
        RAISED: DateOf("raised", "Raised on", "提出日期");
        STATUS: Choice("status", "Status", "状态", &[opt("open", "Open", "待议"), opt("done", "Dealt with", "已处理")]).quick().given(Given::Key("open"));
    } defaults [];

    /// What was decided.
    decisions = Shape::List, "log.decisions" ("Decisions", "决议") section "log" rows 0 safe false {
        TEXT: LongText("text", "Decision", "决议").quick().class(Class::Competition).ask("What did we agree on, in one sentence?", "我们定了什么？一句话说清。");
        BY: Text("by", "Decided by", "决定人").quick().class(Class::People);
        DATE: DateOf("date", "Date", "日期").quick();
    } defaults [];

    /// Questions of our own for a sheet.
    questions = Shape::List, "log.questions" ("Our own questions", "自拟问题") section "log" rows 0 safe false {
        SHEET_KEY: Text("sheet", "Worksheet", "工作表").written_by_app();
        TEXT: LongText("text", "Question", "问题").quick().class(Class::Competition);
        ASKED: YesNo("asked", "Asked", "已问过").quick().given(Given::Bool(false));
    } defaults [];

    /// Dots that people gave to rows, one row for each voter and item.
    votes = Shape::List, "log.votes" ("Votes", "投票") section "log" rows 0 safe false {
        BALLOT: Text("ballot", "Vote", "投票名称").quick().class(Class::Competition);
        ITEM: Text("item", "Item", "对象").written_by_app();
        VOTER: Text("voter", "Voter", "投票人").quick().class(Class::People);
        DOTS: Integer("dots", "Dots", "点数").quick().at_least(0.0);
    } defaults [];

    /// Ratings of single raters, one row for each rater and item. The consensus is the worksheet's own value.
    ratings = Shape::List, "log.ratings" ("Individual ratings", "个人评分") section "log" rows 0 safe false {
        ITEM: Text("item", "Item", "对象").written_by_app();
        RATER: Text("rater", "Rater", "评分人").quick().class(Class::People);
        VALUE: Number("value", "Rating", "评分").quick().class(Class::Competition);
    } defaults [];

    /// Blocks of the agenda.
    agenda = Shape::List, "log.agenda" ("Agenda", "议程") section "log" rows 0 safe false {
        BLOCK: Text("block", "Block", "环节").quick();
        PAGE: Text("page", "Page", "页面").written_by_app();
        PLANNED: Integer("planned", "Planned", "计划").quick().at_least(0.0).unit(Unit::Words(bi("min", "分钟")));
        LEAST: Integer("least", "At least", "至少").at_least(0.0).unit(Unit::Words(bi("min", "分钟")));
        ACTUAL: Number("actual", "Actual", "实际").quick().at_least(0.0).unit(Unit::Words(bi("min", "分钟")));
        ALLOTTED: Number("allotted", "Allotted", "分得").unit(Unit::Words(bi("min", "分钟")));
        CLOCK: Text("clock", "Clock", "计时").written_by_app();
    } defaults [];

    /// Offers between worksheets that people do not want now, by their keys.
    later = Shape::List, "log.later" ("Offers put off", "暂不采用的建议") section "log" rows 0 safe false {
        OFFER: Text("offer", "Offer", "建议").written_by_app();
    } defaults [];

    /// Merges, snapshots and new periods: what came from whom.
    merges = Shape::List, "log.merges" ("What came from whom", "合并记录") section "log" rows 0 safe false {
        DATE: DateOf("date", "Date", "日期").quick();
        KIND: Choice("kind", "What", "操作", &[opt("merge", "Copies merged", "合并副本"), opt("handed_out", "Copy handed out", "发出副本"), opt("new_period", "New period", "新建期间"), opt("restored", "Snapshot restored", "恢复快照")]).quick();
        FROM: Text("from", "From", "来自").quick().class(Class::People);
        BY: Text("by", "By", "操作人").class(Class::People);
        ADDED: Integer("added", "Rows added", "新增行").quick().at_least(0.0);
        CHANGED: Integer("changed", "Values changed", "修改值").quick().at_least(0.0);
        REMOVED: Integer("removed", "Rows removed", "删除行").quick().at_least(0.0);
        DECIDED: Integer("decided", "Conflicts decided", "裁定冲突").quick().at_least(0.0);
        NOTE: LongText("note", "Note", "说明");
    } defaults [];
}
