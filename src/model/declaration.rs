//! How a field is declared: its definition, built up in one line, and the question that goes with it.

use super::{Bi, Check, Class, Depth, FieldDef, Given, Kind, Unit, bi};

/// A field as it is declared. The question stands apart from the definition: a page can start without its text.
#[derive(Clone, Copy, Debug)]
pub struct Declaration {
    /// The definition.
    pub field: FieldDef,
    /// The question that helps to fill it; empty where the label says enough.
    pub ask: Bi,
}

impl Declaration {
    /// A field of the given kind: full depth, a fact, nothing else.
    pub const fn new(key: &'static str, label: Bi, kind: Kind) -> Self {
        let field = FieldDef {
            key,
            label,
            kind,
            depth: Depth::Full,
            core: false,
            class: Class::Fact,
            given: Given::Nothing,
            checks: &[],
            slot: 0,
            is_attribute: false,
            without_us: false,
        };
        Self { field, ask: Bi::NONE }
    }

    /// Shows at every depth.
    pub const fn quick(mut self) -> Self {
        self.field.depth = Depth::Quick;
        self
    }

    /// Shows from the standard depth on.
    pub const fn standard(mut self) -> Self {
        self.field.depth = Depth::Standard;
        self
    }

    /// A core field: always shown, counts for completeness.
    pub const fn core(mut self) -> Self {
        self.field.core = true;
        self.quick()
    }

    /// Sharing class.
    pub const fn class(mut self, class: Class) -> Self {
        self.field.class = class;
        self
    }

    /// The question that helps to fill it.
    pub const fn ask(mut self, en: &'static str, zh: &'static str) -> Self {
        self.ask = bi(en, zh);
        self
    }

    /// Starts with this value.
    pub const fn given(mut self, given: Given) -> Self {
        self.field.given = given;
        self
    }

    /// Checks beyond the value itself.
    pub const fn checks(mut self, checks: &'static [Check]) -> Self {
        self.field.checks = checks;
        self
    }

    /// Lowest and highest value; an open end is infinite.
    pub const fn range(mut self, low: f64, high: f64) -> Self {
        self.field.kind = match self.field.kind {
            Kind::Number { unit, .. } => Kind::Number { min: low, max: high, unit },
            Kind::Integer { unit, .. } => Kind::Integer { min: low, max: high, unit },
            Kind::Percent { .. } => Kind::Percent { min: low, max: high },
            Kind::Money { per, .. } => Kind::Money { min: low, per },
            other => other,
        };
        self
    }

    /// From `low` upwards.
    pub const fn at_least(self, low: f64) -> Self {
        self.range(low, f64::INFINITY)
    }

    /// Money below zero is allowed.
    pub const fn signed(self) -> Self {
        self.at_least(f64::NEG_INFINITY)
    }

    /// What stands behind the number.
    pub const fn unit(mut self, new: Unit) -> Self {
        self.field.kind = match self.field.kind {
            Kind::Number { min, max, .. } => Kind::Number { min, max, unit: new },
            Kind::Integer { min, max, .. } => Kind::Integer { min, max, unit: new },
            other => other,
        };
        self
    }

    /// What an amount of money is per: year, hour, piece.
    pub const fn per(mut self, en: &'static str, zh: &'static str) -> Self {
        if let Kind::Money { min, .. } = self.field.kind {
            self.field.kind = Kind::Money { min, per: bi(en, zh) };
        }
        self
    }

    /// Keys beyond the listed ones are valid.
    pub const fn open(mut self) -> Self {
        if let Kind::Choice { options, .. } = self.field.kind {
            self.field.kind = Kind::Choice { options, open: true };
        }
        self
    }

    /// References leave the fixed row `us` out.
    pub const fn without_us(mut self) -> Self {
        self.field.without_us = true;
        self
    }

    /// Written by the app, never typed.
    pub const fn written_by_app(mut self) -> Self {
        self.field.kind = Kind::Auto;
        self
    }

    /// Stands for the row attribute at `slot`: there is one value, shown here as a column.
    pub const fn attribute(mut self, slot: u8) -> Self {
        self.field.slot = slot;
        self.field.is_attribute = true;
        self
    }

    /// Puts the field at its place in the record, unless it is a row attribute and has one.
    pub const fn at(mut self, slot: u8) -> Self {
        if !self.field.is_attribute {
            self.field.slot = slot;
        }
        self
    }
}
