//! How a workbook stands in either store: one text, so that nothing can tear, with everything needed to judge it.
//!
//! `{"format":"kamsheet","schema":1,"checksum":"…","generation":7,"tab":"…","seen":{…},"card":{…},"doc":{…}}`

use super::card::Card;
use super::checksum::Sum;
use super::seen::{Seen, Stamp, whole};
use crate::file::envelope::FORMAT;
use crate::file::json::{Json, Writer};
use crate::file::migrate::SCHEMA_VERSION;
use crate::file::parse::parse;

/// What stands before the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The tab that wrote it, and the highest generation in it.
    pub stamp: Stamp,
    /// All changes in it.
    pub seen: Seen,
    /// What the shelf shows.
    pub card: Card,
}

/// A stored text, judged.
#[derive(Clone, Debug, PartialEq)]
pub enum Unsealed<'t> {
    /// As it was written.
    Good(Box<Header>, &'t str),
    /// A newer version wrote it, in this schema.
    Newer(u32),
    /// Damaged or not ours.
    Bad,
}

const DOC: &str = ",\"doc\":";
const SUM_DIGITS: usize = 16;

/// Seals a document, given as JSON.
pub fn seal(header: &Header, doc: &str) -> String {
    let mut rest = String::with_capacity(doc.len() + 512);
    let mut object = Writer::object(&mut rest);
    object.raw("generation", &header.stamp.generation.to_string());
    object.text("tab", &header.stamp.tab);
    header.seen.write(object.key("seen"));
    header.card.write(object.key("card"));
    object.raw("doc", doc);
    object.end();
    let rest = rest.get(1..).unwrap_or_default();
    let mut out = String::with_capacity(rest.len() + 96);
    out.push_str(&opening(&SCHEMA_VERSION.to_string()));
    out.push_str(&sum_of(&SCHEMA_VERSION.to_string(), rest));
    out.push_str("\",");
    out.push_str(rest);
    out
}

fn opening(schema: &str) -> String {
    format!("{{\"format\":\"{FORMAT}\",\"schema\":{schema},\"checksum\":\"")
}

fn sum_of(schema: &str, rest: &str) -> String {
    Sum::new().with(schema).with(rest).hex()
}

/// Opens a stored text.
pub fn unseal(text: &str) -> Unsealed<'_> {
    let Some(frame) = Frame::of(text) else { return without_frame(text) };
    let is_whole = sum_of(frame.schema, frame.rest) == frame.checksum;
    let schema: Option<u32> = frame.schema.parse().ok();
    if let Some(schema) = schema.filter(|schema| *schema > SCHEMA_VERSION) {
        // Damage of one byte does not change two digits. A text that is damaged beyond that and claims to be newer is
        // left alone as well: to read it is not worth the risk of overwriting it.
        let is_claimed = frame.schema.len() > SCHEMA_VERSION.to_string().len();
        return if is_whole || is_claimed { Unsealed::Newer(schema) } else { Unsealed::Bad };
    }
    if !is_whole || schema.is_none_or(|schema| schema == 0) {
        return Unsealed::Bad;
    }
    match (header_of(text), doc_of(text)) {
        (Some(header), Some(doc)) => Unsealed::Good(Box::new(header), doc),
        _ => Unsealed::Bad,
    }
}

/// A later version may lay its texts out otherwise, as long as they are JSON with `format` and `schema`.
fn without_frame(text: &str) -> Unsealed<'static> {
    let Ok(parsed) = parse(text) else { return Unsealed::Bad };
    let is_ours = parsed.json.get("format").and_then(Json::as_text) == Some(FORMAT);
    let schema = whole(parsed.json.get("schema")).and_then(|schema| u32::try_from(schema).ok());
    match schema.filter(|schema| is_ours && *schema > SCHEMA_VERSION) {
        Some(schema) => Unsealed::Newer(schema),
        None => Unsealed::Bad,
    }
}

/// The schema and the header of a stored text from its beginning alone, unchecked: for the shelf, and to look before
/// writing. Nothing where the beginning is not ours or the header is not complete.
pub fn peek(beginning: &str) -> Option<(u32, Option<Header>)> {
    let frame = Frame::of(beginning)?;
    Some((frame.schema.parse().ok()?, header_of(beginning)))
}

struct Frame<'t> {
    schema: &'t str,
    checksum: &'t str,
    rest: &'t str,
}

impl<'t> Frame<'t> {
    fn of(text: &'t str) -> Option<Self> {
        let start = opening("");
        let (before, after) = start.split_once(",\"checksum\"")?;
        let (schema, rest) = text.strip_prefix(before)?.split_once(",\"checksum\"")?;
        let rest = rest.strip_prefix(after)?;
        let checksum = rest.get(..SUM_DIGITS)?;
        let rest = rest.get(SUM_DIGITS..)?.strip_prefix("\",")?;
        Some(Self { schema, checksum, rest })
    }
}

// Inside a JSON text a quote is escaped, so this sequence cannot stand in anything a person typed.
fn header_of(text: &str) -> Option<Header> {
    let mut header = text.get(..text.find(DOC)?)?.to_owned();
    header.push('}');
    let json = parse(&header).ok()?.json;
    let tab = json.get("tab").and_then(Json::as_text)?.to_owned();
    Some(Header {
        stamp: Stamp { generation: whole(json.get("generation"))?, tab },
        seen: Seen::read(json.get("seen")?)?,
        card: Card::read(json.get("card")?)?,
    })
}

fn doc_of(text: &str) -> Option<&str> {
    let from = text.find(DOC)? + DOC.len();
    text.get(from..)?.strip_suffix('}')
}
