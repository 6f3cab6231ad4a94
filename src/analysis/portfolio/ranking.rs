//! Customers by size, largest first, and what adds up before each of them.

use std::collections::HashMap;

use crate::model::Id;

/// What stands before a customer in the order, and the customer's own amount.
#[derive(Clone, Copy)]
pub struct Place {
    /// Sum of the amounts before.
    pub before: f64,
    /// The customer's own amount.
    pub own: f64,
}

/// Amounts by customer, largest first; ties stay in the order of the list.
pub struct Ranking {
    /// The amounts, largest first.
    pub sorted: Vec<f64>,
    /// Their sum.
    pub total: f64,
    places: HashMap<Id, Place>,
}

impl Ranking {
    /// Ranks customers that have an amount.
    pub fn of(mut amounts: Vec<(Id, f64)>) -> Self {
        crate::model::order::sort_by(&mut amounts, |(_, one), (_, other)| other.total_cmp(one));
        let sorted: Vec<f64> = amounts.iter().map(|(_, amount)| *amount).collect();
        let mut before = 0.0;
        let mut places = HashMap::with_capacity(amounts.len());
        for (id, own) in amounts {
            places.insert(id, Place { before, own });
            before += own;
        }
        Self { sorted, total: before, places }
    }

    /// Where a customer stands; nothing for one without an amount.
    pub fn place(&self, id: &Id) -> Option<Place> {
        self.places.get(id).copied()
    }
}
