//! The answer of a result: a value, or the reason why there is none, and the numbers it came from.

use crate::model::Bi;

/// The value of a result.
#[derive(Clone, Debug, PartialEq)]
pub enum Out {
    /// A number in the result's unit; percentages are numbers of percent.
    Number(f64),
    /// A key; its words are in the result's options.
    Key(&'static str),
    /// Several keys that hold at once, in the order of the options; a file joins them by `+`.
    Keys(Vec<&'static str>),
    /// A list of keys or row ids.
    List(Vec<String>),
    /// A text.
    Text(String),
}

/// Why a result has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The fields it reads are empty.
    Empty,
    /// No row has all the fields that it needs.
    NoRows,
    /// It would divide by zero.
    DivisionByZero,
    /// Too few answers to say anything.
    TooFew,
    /// The flows change sign not at all or more than once.
    NoSignChange,
    /// It does not happen within the horizon.
    NotReached,
    /// It does not apply to this row.
    NotApplicable,
}

/// A value or the reason for none; the user's own numbers for the formula; and how many of the items had a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The value, or why there is none.
    pub value: Result<Out, Gap>,
    /// The numbers that stand at `{0}`, `{1}` … in the result's formula text.
    pub numbers: Vec<f64>,
    /// How many of how many items were rated, where some may be missing.
    pub rated: Option<(usize, usize)>,
    /// Names of the parts that had no value and were left out.
    pub left_out: Vec<Bi>,
}

impl Answer {
    /// A number. What is not finite has no value; an empty sum is plain zero, not minus zero.
    pub fn number(value: f64) -> Self {
        let value = if value.is_finite() { Ok(Out::Number(value + 0.0)) } else { Err(Gap::DivisionByZero) };
        Self { value, numbers: Vec::new(), rated: None, left_out: Vec::new() }
    }

    /// A key.
    pub const fn key(key: &'static str) -> Self {
        Self { value: Ok(Out::Key(key)), numbers: Vec::new(), rated: None, left_out: Vec::new() }
    }

    /// `yes` or `no`.
    pub const fn yes_no(yes: bool) -> Self {
        Self::key(if yes { "yes" } else { "no" })
    }

    /// One key, or several that hold at once.
    pub fn keys(keys: &[&'static str]) -> Self {
        match keys {
            [key] => Self::key(key),
            _ => Self { value: Ok(Out::Keys(keys.to_vec())), numbers: Vec::new(), rated: None, left_out: Vec::new() },
        }
    }

    /// A list of keys or ids.
    pub const fn list(items: Vec<String>) -> Self {
        Self { value: Ok(Out::List(items)), numbers: Vec::new(), rated: None, left_out: Vec::new() }
    }

    /// No value, for a reason.
    pub const fn none(gap: Gap) -> Self {
        Self { value: Err(gap), numbers: Vec::new(), rated: None, left_out: Vec::new() }
    }

    /// A number if there is one, else no value for the given reason.
    pub fn maybe(value: Option<f64>, gap: Gap) -> Self {
        value.map_or(Self::none(gap), Self::number)
    }

    /// `above / below`; no value when `below` is zero.
    pub fn ratio(above: f64, below: f64) -> Self {
        if below == 0.0 { Self::none(Gap::DivisionByZero) } else { Self::number(above / below) }
    }

    /// The answer of a formula that stops at the first gap.
    pub fn attempt(formula: impl FnOnce() -> Result<Self, Gap>) -> Self {
        formula().unwrap_or_else(Self::none)
    }

    /// `part / whole × 100`, with both as numbers; no value when `whole` is zero.
    pub fn percent(part: f64, whole: f64) -> Self {
        let answer = if whole == 0.0 { Self::none(Gap::DivisionByZero) } else { Self::number(part / whole * 100.0) };
        answer.with([part, whole])
    }

    /// `Σ wᵢxᵢ / Σ wᵢ` of (weight, value) items by [`super::stats::weights`], with both sums as numbers and how many of
    /// the items entered. No value when nothing is rated or the weights add up to zero.
    pub fn weighted_mean(items: &[(Option<f64>, Option<f64>)]) -> Self {
        let pairs = super::stats::weighted_pairs(items);
        let total: f64 = pairs.iter().map(|(weight, _)| weight).sum();
        let sum: f64 = pairs.iter().map(|(weight, value)| weight * value).sum();
        let answer = match pairs.len() {
            0 => Self::none(Gap::NoRows),
            _ => Self::ratio(sum, total),
        };
        answer.with([sum, total]).rated(pairs.len(), items.len())
    }

    /// The user's numbers for the formula text, in its order. A formula that ran over has none to show.
    #[must_use]
    pub fn with(mut self, numbers: impl Into<Vec<f64>>) -> Self {
        self.numbers = numbers.into();
        if !self.numbers.iter().all(|number| number.is_finite()) {
            self.numbers.clear();
        }
        self
    }

    /// The parts that had no value and were left out.
    #[must_use]
    pub fn without(mut self, parts: Vec<Bi>) -> Self {
        self.left_out = parts;
        self
    }

    /// How many of how many items were rated.
    #[must_use]
    pub const fn rated(mut self, rated: usize, of: usize) -> Self {
        self.rated = Some((rated, of));
        self
    }

    /// The number in it, for other formulas.
    pub const fn as_number(&self) -> Option<f64> {
        match self.value {
            Ok(Out::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// The number in it for a formula that needs it, or why there is none.
    pub fn required(&self) -> Result<f64, Gap> {
        self.value.as_ref().map_err(|gap| *gap)?;
        self.as_number().ok_or(Gap::NotApplicable)
    }

    /// The key in it, for other formulas.
    pub const fn as_key(&self) -> Option<&'static str> {
        match self.value {
            Ok(Out::Key(key)) => Some(key),
            _ => None,
        }
    }
}
