//! Whether the plan serves every process of managing the account.

use crate::analysis::Book;
use crate::analysis::plan::tactics::PROCESSES;
use crate::analysis::stats::count;
use crate::charts::data::cell;
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Rows};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::short;
use crate::model::{Lang, bi};
use crate::worksheets::options::PROCESS;
use crate::worksheets::plan::{act, ms};

/// Actions and milestones per process; a process nobody serves says so.
pub fn processes(book: &Book, lang: Lang, size: Size) -> Scene {
    let actions = |key: &str| count(book.rows(act::TABLE).filter(|row| row.get(act::PROCESS) == Some(key)).count());
    let gates = |key: &str| count(book.rows(ms::TABLE).filter(|row| row.get(ms::PROCESS) == Some(key)).count());
    let found: Vec<(&str, f64, f64)> = PROCESSES.iter().map(|key| (*key, actions(key), gates(key))).collect();
    if found.iter().all(|(_, actions, gates)| actions + gates == 0.0) {
        return empty(
            size,
            lang,
            bi("Which process does nobody serve?", "哪个过程没人管？"),
            bi(
                "Give actions and milestones a process; what is left bare stands out.",
                "给行动和里程碑选管理过程，空着的一眼可见。",
            ),
            &["w6.act.process", "w6.ms.process"],
            Sketch::Bars,
        );
    }
    let name = |key: &str| {
        let option = PROCESS.iter().find(|option| option.key == key);
        option.map_or_else(|| key.to_owned(), |option| option.label.get(lang).to_owned())
    };
    let mut table =
        DataTable::of(lang, &[bi("Process", "管理过程"), bi("Actions", "行动"), bi("Milestones", "里程碑")]);
    let mut lines = Vec::new();
    for (key, actions, gates) in &found {
        table.push([name(key), cell(Some(*actions), 0), cell(Some(*gates), 0)]);
        let line = Line::new(name(key)).part(Part::new(0.0, *actions, Class::Accent).text(short(*actions, 0)));
        let line = line.part(Part::new(*actions, actions + gates, Class::AccentMid).text(short(*gates, 0)));
        lines.push(match actions + gates {
            0.0 => line.note(word!(lang, "▼ none", "▼ 空"), Class::AmberText),
            all => line.note(short(all, 0), Class::Label),
        });
    }
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Square, Class::Accent, word!(lang, "actions", "行动").to_owned()),
        (Swatch::Square, Class::AccentMid, word!(lang, "milestones", "里程碑").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let bottom = Rows::fitted(lines).draw(&mut canvas, top).bottom + 4.0;
    let bare: Vec<String> =
        found.iter().filter(|(_, actions, gates)| actions + gates == 0.0).map(|(key, ..)| name(key)).collect();
    let title = if bare.is_empty() {
        word!(lang, "Every process has something planned", "六个过程都有安排").to_owned()
    } else {
        let names = bare.join(word!(lang, ", ", "、"));
        say!(lang, "Nothing planned for: {names}", "还没有安排的：{names}")
    };
    let subtitle = word!(lang, "Number of actions and milestones per process.", "每个管理过程的行动和里程碑数。");
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
