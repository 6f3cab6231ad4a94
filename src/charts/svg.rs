//! A picture as a file of its own.

use std::fmt::Write as _;

use super::scene::{Anchor, Mark, Scene, Shape, pixels};
use super::style::{Class, PATTERN_INK, PATTERNS};
use super::text;

const MARGIN: f64 = 16.0;
const FACE: &str = "system-ui,-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

/// A standalone SVG file, light theme, with the finding above and the data in its description.
pub fn write(scene: &Scene) -> String {
    let room = scene.width;
    let title = text::wrap(&scene.title, room, 16.0, true, 3);
    let subtitle = text::wrap(&scene.subtitle, room, 12.0, false, 4);
    let lines = |lines: &[String], height: f64| crate::analysis::stats::count(lines.len()) * height;
    let head = lines(&title, 21.0) + lines(&subtitle, 17.0) + 8.0;
    let (width, height) = (scene.width + 2.0 * MARGIN, scene.height + head + 2.0 * MARGIN);
    let mut out = String::with_capacity(scene.marks.len() * 120 + 2000);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" font-family=\"{FACE}\" role=\"img\">",
        w = pixels(width),
        h = pixels(height),
    );
    let _ = write!(out, "<title>{}</title><desc>{}</desc>", escape(&scene.title), escape(&describe(scene)));
    write_patterns(&mut out);
    let _ = write!(out, "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
    let mut at = MARGIN + 16.0;
    for line in title {
        write_mark(&mut out, &Mark::text(MARGIN, at, line, Class::Label).size(16.0));
        at += 21.0;
    }
    for line in subtitle {
        write_mark(&mut out, &Mark::text(MARGIN, at - 2.0, line, Class::Text));
        at += 17.0;
    }
    let _ = write!(out, "<g transform=\"translate({} {})\">", pixels(MARGIN), pixels(MARGIN + head));
    scene.marks.iter().for_each(|mark| write_mark(&mut out, mark));
    out.push_str("</g></svg>\n");
    out
}

fn describe(scene: &Scene) -> String {
    let rows = std::iter::once(&scene.table.headers).chain(&scene.table.rows);
    let lines: Vec<String> = rows.map(|row| row.join(", ")).collect();
    format!("{} {}", scene.subtitle, lines.join("; "))
}

fn write_patterns(out: &mut String) {
    out.push_str("<defs>");
    for (id, d) in PATTERNS {
        let _ = write!(
            out,
            "<pattern id=\"{id}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"{d}\" fill=\"none\" stroke=\"{PATTERN_INK}\"/></pattern>"
        );
    }
    out.push_str("</defs>");
}

fn write_mark(out: &mut String, mark: &Mark) {
    let look = mark.class.attributes();
    let (tag, inner) = match &mark.shape {
        Shape::Rect { x, y, w, h, r } => {
            let [x, y, w, h, r] = [x, y, w, h, r].map(|value| pixels(*value));
            let _ = write!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{r}\"{look}>");
            ("rect", String::new())
        }
        Shape::Line { from, to } => {
            let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(pixels);
            let _ = write!(out, "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{look}>");
            ("line", String::new())
        }
        Shape::Poly { .. } => {
            let _ = write!(out, "<path d=\"{}\"{look}>", mark.shape.path_data());
            ("path", String::new())
        }
        Shape::Circle { x, y, r } => {
            let [x, y, r] = [x, y, r].map(|value| pixels(*value));
            let _ = write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{look}>");
            ("circle", String::new())
        }
        Shape::Text { x, y, text, anchor, size } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let [x, y, size] = [x, y, size].map(|value| pixels(*value));
            let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\"{look}>");
            ("text", escape(text))
        }
    };
    if !mark.title.is_empty() {
        let _ = write!(out, "<title>{}</title>", escape(&mark.title));
    }
    let _ = write!(out, "{inner}</{tag}>");
}

/// Text as XML character data: markup escaped, characters that XML forbids left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::canvas::Canvas;
    use crate::charts::scene::DataTable;

    #[test]
    fn user_text_is_data() {
        let mut canvas = Canvas::new(300.0);
        canvas.add(Mark::text(10.0, 20.0, "<b>&\u{1}\"x\"", Class::Label).tip("</title><script>"));
        let file = write(&canvas.close(40.0, "a < b".into(), String::new(), DataTable::default()));
        assert!(file.contains("&lt;b&gt;&amp;&quot;x&quot;"));
        assert!(file.contains("&lt;/title&gt;&lt;script&gt;"));
        assert!(!file.contains("<script"));
    }
}
