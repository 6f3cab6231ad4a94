//! What a copy of a row holds, and the mark that says what it was copied from.

use crate::model::{Field, Row, TableDef, Value};
use crate::worksheets::row::ORIGIN;

/// The values of a copy by slot.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Values(Vec<(u8, Value)>);

impl Values {
    /// Takes a value over as it stands in the source, if there is one.
    #[must_use]
    pub(super) fn take<A, B>(self, source: &Row, from: Field<A>, to: Field<B>) -> Self {
        self.put(to, source.record.at(from.slot).cloned())
    }

    /// Puts a value, if there is one.
    #[must_use]
    pub(super) fn put<K>(mut self, field: Field<K>, value: Option<Value>) -> Self {
        self.0.extend(value.map(|value| (field.slot, value)));
        self
    }

    /// Puts a key or text.
    #[must_use]
    pub(super) fn text<K>(self, field: Field<K>, text: &str) -> Self {
        self.put(field, Value::text(text))
    }

    /// Slots and values.
    pub fn iter(&self) -> impl Iterator<Item = (u8, &Value)> {
        self.0.iter().map(|(slot, value)| (*slot, value))
    }

    /// The first text that names the copy.
    pub fn title(&self, table: &TableDef) -> &str {
        let title = table.title_field().and_then(|field| self.iter().find(|(slot, _)| *slot == field.slot));
        title.and_then(|(_, value)| value.as_text()).unwrap_or_default()
    }

    /// A short fingerprint of what was copied; by the keys of the fields, so that it outlives a new field.
    pub(super) fn fingerprint(&self, table: &TableDef) -> String {
        let mut hash = Fnv::default();
        for (slot, value) in self.iter() {
            hash.add(table.field_at(slot).map_or("", |field| field.key));
            match value {
                Value::Text(text) => hash.add(text),
                Value::Number(number) => hash.add(&number.to_string()),
                Value::Bool(yes) => hash.add(if *yes { "1" } else { "0" }),
                Value::Keys(keys) => keys.iter().for_each(|key| hash.add(key)),
            }
        }
        format!("{:08x}", hash.0)
    }
}

/// The hash of Fowler, Noll and Vo (FNV-1a, 32 bits): enough to notice a change, not a protection.
struct Fnv(u32);

impl Default for Fnv {
    fn default() -> Self {
        Self(0x811c_9dc5)
    }
}

impl Fnv {
    fn add(&mut self, text: &str) {
        for byte in text.bytes().chain([0]) {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
}

/// The mark of a copy: table and row it comes from, and the fingerprint of what was copied.
pub fn origin(from: &TableDef, row: &str, fingerprint: &str) -> String {
    format!("{} {row} {fingerprint}", from.path)
}

/// Row and fingerprint in the mark of a copy that comes from a table.
pub fn origin_in<'r>(copy: &'r Row, from: &TableDef) -> Option<(&'r str, &'r str)> {
    copy.get(ORIGIN)?.strip_prefix(from.path)?.strip_prefix(' ')?.split_once(' ')
}
