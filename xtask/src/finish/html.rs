//! Just enough HTML reading to work on our own page: the tags in order, with their attributes.

use std::ops::Range;

/// One tag of the page; for `script` and `style` the whole element.
#[derive(Clone, Debug)]
pub struct Element {
    /// The tag's name in lower case.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// From `<` to the end of the tag, for script and style to the end of the closing tag.
    pub whole: Range<usize>,
    /// The text of a script or style element; empty for others.
    pub text: Range<usize>,
}

impl Element {
    /// The value of an attribute; an attribute without a value has the empty one.
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// Whether this is `<link rel=…>` of that kind.
    pub fn is_link(&self, rel: &str) -> bool {
        self.name == "link" && self.attribute("rel") == Some(rel)
    }
}

/// The tags of the page in order; comments, closing tags and the doctype are passed over.
pub fn elements(html: &str) -> Vec<Element> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = html[at..].find('<').map(|offset| at + offset) {
        let rest = &html[next..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(html.len(), |end| next + end + 3);
        } else if rest[1..].starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let element = element_at(html, next);
            at = element.whole.end;
            found.push(element);
        } else {
            at = next + 1;
        }
    }
    found
}

fn element_at(html: &str, start: usize) -> Element {
    let name_end = start + 1 + html[start + 1..].find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(0);
    let name = html[start + 1..name_end].to_ascii_lowercase();
    let (attributes, end) = attributes_at(html, name_end);
    let mut element = Element { name, attributes, whole: start..end, text: end..end };
    if matches!(element.name.as_str(), "script" | "style") {
        let closing = format!("</{}>", element.name);
        if let Some(length) = html[end..].find(&closing) {
            element.text = end..end + length;
            element.whole.end = end + length + closing.len();
        }
    }
    element
}

fn attributes_at(html: &str, mut at: usize) -> (Vec<(String, String)>, usize) {
    let mut attributes = Vec::new();
    loop {
        let rest = &html[at..];
        let skipped = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/').len();
        at += skipped;
        let rest = &html[at..];
        if rest.is_empty() || rest.starts_with('>') {
            return (attributes, (at + 1).min(html.len()));
        }
        let key_length = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len());
        let key = rest[..key_length].to_ascii_lowercase();
        at += key_length.max(1);
        let mut value = String::new();
        if let Some(after) = html[at..].strip_prefix('=') {
            let (text, length) = value_of(after);
            value = text.to_owned();
            at += 1 + length;
        }
        attributes.push((key, value));
    }
}

/// A quoted or bare attribute value, and how many bytes it takes.
fn value_of(text: &str) -> (&str, usize) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            let length = inside.find(quote).unwrap_or(inside.len());
            return (&inside[..length], length + 2);
        }
    }
    let length = text.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(text.len());
    (&text[..length], length)
}

/// The page with one element replaced.
pub fn replaced(html: &str, element: &Element, with: &str) -> String {
    [&html[..element.whole.start], with, &html[element.whole.end..]].concat()
}

/// The page with every comment taken out; scripts and styles stay as they are.
pub fn without_comments(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<!--") {
        kept.push_str(&rest[..start]);
        rest = rest[start..].find("-->").map_or("", |end| &rest[start + end + 3..]);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags_attributes_and_script_text() {
        let html =
            r#"<!doctype html><!-- <b> --><link rel=icon href='a"b'><script type="module" async>1 < 2</script><p/>"#;
        let found = elements(html);
        let names: Vec<_> = found.iter().map(|element| element.name.as_str()).collect();
        assert_eq!(names, ["link", "script", "p"]);
        assert_eq!(found[0].attribute("href"), Some("a\"b"));
        assert!(found[0].is_link("icon"));
        assert_eq!(found[1].attribute("async"), Some(""));
        assert_eq!(&html[found[1].text.clone()], "1 < 2");
    }

    #[test]
    fn replaces_one_element_and_drops_comments() {
        let html = "a<link rel=x>b<!-- c -->d";
        let link = &elements(html)[0];
        assert_eq!(replaced(html, link, "<i>"), "a<i>b<!-- c -->d");
        assert_eq!(without_comments(html), "a<link rel=x>bd");
    }
}
