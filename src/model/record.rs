//! A record of values, and a row: a record with an id.

use std::collections::BTreeMap;

use super::{Field, Id, Typed, Value};

/// How many slots the row attributes take in a row's record.
pub const ATTRIBUTES: u8 = 9;

/// Values by slot, and what a file brought along that this version does not know.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Record {
    values: Vec<Option<Value>>,
    unknown: BTreeMap<String, String>,
}

impl Record {
    /// The value at `slot`.
    pub fn at(&self, slot: u8) -> Option<&Value> {
        self.values.get(usize::from(slot)).and_then(Option::as_ref)
    }

    /// The value of a field in the type of its kind. An empty field counts as the value it starts with; what does not
    /// fit the kind is missing.
    pub fn get<K: Typed>(&self, field: Field<K>) -> Option<K::Out<'_>> {
        K::read(self.at(field.slot), field.given)
    }

    /// An empty record.
    pub const EMPTY: &'static Self = &Self { values: Vec::new(), unknown: BTreeMap::new() };

    /// Puts `value` at `slot` and gives back what was there.
    pub fn set(&mut self, slot: u8, value: Option<Value>) -> Option<Value> {
        let slot = usize::from(slot);
        if slot >= self.values.len() {
            value.as_ref()?;
            self.values.resize(slot + 1, None);
        }
        let before = self.values.get_mut(slot).and_then(|place| std::mem::replace(place, value));
        // No trailing holes, so that equal contents are equal records.
        while self.values.last().is_some_and(Option::is_none) {
            self.values.pop();
        }
        before
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.unknown.is_empty()
    }

    /// The filled slots.
    pub fn filled(&self) -> impl Iterator<Item = (u8, &Value)> {
        (0_u8..).zip(&self.values).filter_map(|(slot, value)| value.as_ref().map(|value| (slot, value)))
    }

    /// Fields of a file that this version does not know, each as the text it had there: they survive a round trip.
    pub const fn unknown(&self) -> &BTreeMap<String, String> {
        &self.unknown
    }

    /// Keeps a field that this version does not know.
    pub fn keep_unknown(&mut self, key: &str, text: String) {
        self.unknown.insert(key.to_owned(), text);
    }
}

/// A row of a list: an id, the row attributes and the table's own fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Stable id.
    pub id: Id,
    /// Attributes first, then the table's own fields.
    pub record: Record,
}

impl Row {
    /// An empty row.
    pub fn new(id: Id) -> Self {
        Self { id, record: Record::default() }
    }

    /// The value of a field in the type of its kind.
    pub fn get<K: Typed>(&self, field: Field<K>) -> Option<K::Out<'_>> {
        self.record.get(field)
    }
}

/// The attributes that every row of every list carries.
pub mod attributes {
    use crate::model::kind::{Auto, Choice, DateOf, LongText, Opt, Text, YesNo, opt};
    use crate::model::{Bi, Class, Declaration, Field, FieldDef, Given};

    /// Evidence status.
    pub const EVIDENCE: &[Opt] = &[
        opt("assumed", "Assumed", "假设"),
        opt("corroborated", "Corroborated", "佐证"),
        opt("confirmed_by_customer", "Confirmed by customer", "客户确认"),
    ];
    const FLAGS: &[Opt] =
        &[opt("none", "None", "无"), opt("strength", "Strength", "优势"), opt("red_flag", "Red flag", "红旗")];

    const DECLARED: [Declaration; 9] = [
        LongText::declare("so_what", "Implication / so what", "启示")
            .quick()
            .class(Class::Competition)
            .ask("And what does that mean for us?", "这对我们意味着什么？")
            .attribute(0),
        Text::declare("source", "Source", "信息来源")
            .standard()
            .class(Class::People)
            .ask("Who said it, or where does it stand?", "谁说的，或出自哪里？")
            .attribute(1),
        DateOf::declare("source_date", "Source date", "信息日期")
            .standard()
            .ask("When was this true? After a year it counts as stale.", "这条信息是什么时候的？超过一年会标为过期。")
            .attribute(2),
        Choice::declare("confidence", "Evidence status", "证据状态", EVIDENCE)
            .quick()
            .ask(
                "Our guess, backed by a second source, or confirmed by the customer?",
                "是我们猜的、有旁证，还是客户亲口确认的？",
            )
            .attribute(3),
        Text::declare("author", "Author", "填写人").class(Class::People).attribute(4).written_by_app(),
        Text::declare("updated", "Last change", "更新时间").attribute(5).written_by_app(),
        Choice::declare("flag", "Strength / red flag", "优势/红旗标记", FLAGS)
            .standard()
            .class(Class::Competition)
            .given(Given::Key("none"))
            .ask("Worth pointing out to the whole room?", "值得提醒全场注意吗？")
            .attribute(6),
        YesNo::declare("private", "Keep out of shared copies", "不随共享导出")
            .standard()
            .class(Class::Note)
            .given(Given::Bool(false))
            .ask("Tick it and this row never leaves your own file.", "勾选后，这一行不会出现在任何共享副本里。")
            .attribute(7),
        Text::declare("origin", "Copied from", "来源条目").attribute(8).written_by_app(),
    ];

    /// Definitions, in slot order.
    pub const FIELDS: &[FieldDef] = &{
        let [a, b, c, d, e, f, g, h, i] = DECLARED;
        [a.field, b.field, c.field, d.field, e.field, f.field, g.field, h.field, i.field]
    };

    /// Their questions.
    pub static ASKS: &[Bi] = &{
        let [a, b, c, d, e, f, g, h, i] = DECLARED;
        [a.ask, b.ask, c.ask, d.ask, e.ask, f.ask, g.ask, h.ask, i.ask]
    };

    /// Implication.
    pub const SO_WHAT: Field<LongText> = handle(0);
    /// Source of the information.
    pub const SOURCE: Field<Text> = handle(1);
    /// Date of the information.
    pub const SOURCE_DATE: Field<DateOf> = handle(2);
    /// Evidence status.
    pub const CONFIDENCE: Field<Choice> = handle(3);
    /// Who wrote the row.
    pub const AUTHOR: Field<Auto> = handle(4);
    /// When it changed last, UTC.
    pub const UPDATED: Field<Auto> = handle(5);
    /// Strength or red flag.
    pub const FLAG: Field<Choice> = handle(6);
    /// Leaves no shared copy.
    pub const PRIVATE: Field<YesNo> = handle(7);
    /// Table path and row id of the source, and a fingerprint of it when it was copied, separated by spaces.
    pub const ORIGIN: Field<Auto> = handle(8);

    const fn handle<K>(slot: u8) -> Field<K> {
        Field::at_slot(slot)
    }
}
