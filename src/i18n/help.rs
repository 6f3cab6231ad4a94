//! The texts of the help page.

use crate::model::{Bi, bi};

/// Headings and paragraphs.
pub const PARAGRAPHS: &[(Bi, Bi)] = &[
    (
        bi("What this is", "这是什么"),
        bi(
            "Six worksheets lead from the customer's industry to a plan on one page. Fill them in any order; what one finds arrives in the next.",
            "六张工作表，从客户的行业一路走到一页纸的计划。先填哪张都行，前面的发现会自动流到后面。",
        ),
    ),
    (
        bi("Three depths", "三种深度"),
        bi(
            "Quick is one page per worksheet. Standard suits half a day, full shows everything. Switching hides and shows; nothing is lost.",
            "“快速”每张表一页；“标准”适合半天的研讨；“完整”显示全部。切换只是收起或展开，内容不会丢。",
        ),
    ),
    (
        bi("Where your data is", "数据在哪里"),
        bi(
            "In this browser, on this device, nowhere else. Browser storage is no backup: export a file now and then and keep it.",
            "只在这台设备的这个浏览器里，不会传到别处。浏览器存储不等于备份，请不时导出文件保存。",
        ),
    ),
    (
        bi("Numbers as you write them", "数字照平常写"),
        bi(
            "1,200 · 1.2万 · 3亿 · 12% are all understood. What cannot be read stays as you wrote it, with a note.",
            "1,200、1.2万、3亿、12％ 都认得。认不出的会原样保留，并在旁边提示。",
        ),
    ),
    (
        bi("Scores explain themselves", "分数可以追问"),
        bi(
            "Click any figure to see its formula with your own numbers in it. A dash means something is still missing, never zero.",
            "点任何一个数字，就能看到公式和代入的数。横线表示还缺内容，不是零。",
        ),
    ),
];

/// Shortcuts and what they do.
pub const SHORTCUTS: &[(&str, Bi)] = &[
    ("Ctrl+K", bi("Find a page, a row or an action", "查找页面、条目或操作")),
    ("Ctrl+Z", bi("Undo", "撤销")),
    ("Ctrl+Shift+Z", bi("Redo", "重做")),
    ("Ctrl+S", bi("Save to a file, the same one next time", "保存到文件，下次写同一个")),
    ("?", bi("This page", "打开本页")),
    ("Enter", bi("Down the column; past the last row, a new one", "到下一行；在最后一行则新增一行")),
    ("Shift+Enter", bi("Up the column", "到上一行")),
    ("Ctrl+Enter", bi("A new row below", "在下方新增一行")),
    ("Alt+↑ Alt+↓", bi("Move the row", "移动这一行")),
    ("Alt+Delete", bi("Delete the row", "删除这一行")),
    ("1 – 9, 0", bi("Set a rating; 0 is the tenth step", "评分；0 表示第十档")),
    ("↑ ↓ ← →", bi("A rating by one", "评分加减一档")),
    ("Delete", bi("Clear a rating", "清除评分")),
];
