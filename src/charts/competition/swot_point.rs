//! Which way the balance of strengths and opportunities points.

use crate::analysis::Book;
use crate::charts::data::{cell, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::field::{Field, Point, Side};
use crate::charts::kit::shapes::Dot;
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::signed;
use crate::model::{Lang, bi};

/// Strategic-position quadrant: strengths less weaknesses across, opportunities less threats upwards.
pub fn swot_point(book: &Book, lang: Lang, size: Size) -> Scene {
    let (Some(x), Some(y)) = (number(book, "w2.swot_x"), number(book, "w2.swot_y")) else {
        return empty(
            size,
            lang,
            bi("Attack or defend?", "该进攻还是该防守？"),
            bi(
                "Rate the importance of the SWOT items; their balance shows as one point.",
                "给优劣势、机会、威胁评上重要度，这里会显示综合位置。",
            ),
            &["w2.swot.quadrant", "w2.swot.importance"],
            Sketch::Dots,
        );
    };
    let words = [
        (2.5, 4.6, word!(lang, "SO: grow", "SO 增长")),
        (-2.5, 4.6, word!(lang, "WO: turn around", "WO 扭转")),
        (2.5, -4.8, word!(lang, "ST: defend", "ST 防御")),
        (-2.5, -4.8, word!(lang, "WT: limit", "WT 收缩")),
    ];
    let ticks = [(-5.0, "−5"), (0.0, "0"), (5.0, "+5")];
    let across = Side::new(-5.0, 5.0, word!(lang, "strengths less weaknesses", "优势减劣势")).ticks(ticks);
    let up = Side::new(-5.0, 5.0, word!(lang, "opportunities less threats", "机会减威胁")).ticks(ticks);
    let mut field = Field::new(across, up, "w2.swot");
    let corner = (if x < 0.0 { -5.0 } else { 5.0 }, if y < 0.0 { -5.0 } else { 5.0 });
    field.zone((0.0, 0.0), corner, Class::Soft);
    field.guides = vec![((-5.0, 0.0), (5.0, 0.0), Class::Axis), ((0.0, -5.0), (0.0, 5.0), Class::Axis)];
    field.regions = words.iter().map(|(x, y, word)| (*x, *y, (*word).to_owned())).collect();
    let name = format!("{} / {}", signed(x, 1), signed(y, 1));
    field.points = vec![Point::new(x, y, name.clone()).look(Dot::Diamond, Class::Accent).radius(9.0).tip(name)];
    let mut canvas = Canvas::new(size.width);
    let bottom = field.draw(&mut canvas, 0.0);
    let title = match (x >= 0.0, y >= 0.0) {
        (true, true) => word!(lang, "Strengths meet opportunities: grow", "优势碰上机会：宜进攻增长"),
        (false, true) => {
            word!(lang, "The openings are there, our weaknesses hold us back", "机会在，短板拖后腿：先补短板")
        }
        (true, false) => {
            word!(lang, "Strong in a rough sea: defend with what we do best", "自身不弱，环境不利：以长处防守")
        }
        (false, false) => word!(lang, "Weak and under threat: limit the exposure", "内外都不利：收缩战线"),
    };
    let mut table = DataTable::of(lang, &[bi("Axis", "坐标"), bi("Value", "值")]);
    table.push([word!(lang, "Strengths less weaknesses", "优势减劣势").to_owned(), cell(Some(x), 2)]);
    table.push([word!(lang, "Opportunities less threats", "机会减威胁").to_owned(), cell(Some(y), 2)]);
    let subtitle = word!(
        lang,
        "Mean importance of the items, 1 to 5; an empty quadrant counts 0.",
        "各象限重要度均值之差，空象限按0计。"
    );
    canvas.close(bottom, title.to_owned(), subtitle.to_owned(), table)
}
