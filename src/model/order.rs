//! Sorting. The library's sort is compiled once per type and closure, some 4 KB each; this one is compiled once for all.

use std::cmp::Ordering;

/// Sorts `items` by `compare`, keeping the order of equals: a merge sort over indices, then one permutation. Meant
/// for the tens to few thousands of rows that a workbook has.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut less = |one: usize, other: usize| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other) == Ordering::Less,
        _ => false,
    };
    let order = sorted(items.len(), &mut less);
    permute(items.len(), order, &mut |one, other| items.swap(one, other));
}

/// Sorts `items` by a key, keeping the order of equals.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// The indices of `0..count` in order: a bottom-up merge sort, stable.
fn sorted(count: usize, less: &mut dyn FnMut(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut width = 1;
    while width < count {
        let mut merged = Vec::with_capacity(count);
        for run in order.chunks(2 * width) {
            let (left, right) = run.split_at(width.min(run.len()));
            let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
            while let (Some(one), Some(other)) = (left.peek(), right.peek()) {
                let next = if less(**other, **one) { right.next() } else { left.next() };
                merged.extend(next.copied());
            }
            merged.extend(left.copied());
            merged.extend(right.copied());
        }
        order = merged;
        width *= 2;
    }
    order
}

/// Brings items into `order`, each cycle once, by swaps.
fn permute(count: usize, mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..count {
        let mut at = start;
        while let Some(from) = order.get(at).copied() {
            if let Some(place) = order.get_mut(at) {
                *place = at;
            }
            if from == start || from == at {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn same_as_the_library_and_stable(items in proptest::collection::vec((0_u8..8, proptest::num::u32::ANY), 0..60)) {
            let (mut own, mut other) = (items.clone(), items);
            sort_by(&mut own, |one, other| one.0.cmp(&other.0));
            other.sort_by_key(|item| item.0);
            assert_eq!(own, other);
        }
    }
}
