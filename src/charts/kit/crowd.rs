//! Many points on few spots: a small dot for each, in rows around its spot, so that one sees at once how many there are.

use crate::analysis::stats::count;
use crate::charts::scene::Xy;

/// More points than these stand in rows.
pub const FEW: usize = 24;

/// Where the points of a crowd came to stand.
pub struct Crowd {
    /// The middle of each point.
    pub centres: Vec<Xy>,
    /// Radius of the largest point.
    pub radius: f64,
}

/// Space between two dots, in pixels.
const GAP: f64 = 1.5;
const RADII: [f64; 7] = [6.0, 5.0, 4.2, 3.6, 3.0, 2.6, 2.2];

/// Puts points that want the same spot into rows around it, the first ones at its top left. `room` is how wide and high
/// a spot may become.
pub fn arrange(wanted: &[Xy], room: Xy) -> Crowd {
    let mut spots: Vec<(Xy, Vec<usize>)> = Vec::new();
    for (at, point) in wanted.iter().enumerate() {
        let same = |spot: &&mut (Xy, Vec<usize>)| (spot.0.0 - point.0).hypot(spot.0.1 - point.1) < 2.0;
        match spots.iter_mut().find(same) {
            Some((_, members)) => members.push(at),
            None => spots.push((*point, vec![at])),
        }
    }
    let largest = spots.iter().map(|(_, members)| members.len()).max().unwrap_or(1);
    let radius = RADII.into_iter().find(|radius| per_spot(*radius, room) >= largest).unwrap_or(2.2);
    let step = 2.0 * radius + GAP;
    let mut centres = wanted.to_vec();
    for (spot, members) in &spots {
        let across = columns(members.len(), step, room);
        let down = members.len().div_ceil(across);
        for (place, member) in members.iter().enumerate() {
            let (row, column) = (place / across, place % across);
            // A last row that is not full stands in the middle.
            let in_row = across.min(members.len() - row * across);
            let shift = |place: usize, of: usize| (count(place) - (count(of) - 1.0) / 2.0) * step;
            if let Some(centre) = centres.get_mut(*member) {
                *centre = (spot.0 + shift(column, in_row), spot.1 + shift(row, down));
            }
        }
    }
    Crowd { centres, radius }
}

/// How many steps fit into a length.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number")]
fn steps(length: f64, step: f64) -> usize {
    ((length + GAP) / step).clamp(1.0, 100.0) as usize
}

fn per_spot(radius: f64, room: Xy) -> usize {
    let step = 2.0 * radius + GAP;
    steps(room.0, step) * steps(room.1, step)
}

/// As many columns as make a block about as wide as high, in the shape of the room, and no more than it holds.
fn columns(members: usize, step: f64, room: Xy) -> usize {
    let most = steps(room.0, step);
    let rows = steps(room.1, step);
    let fitting = (1..=most).find(|across| {
        let down = members.div_ceil(*across);
        down <= rows && count(down) * room.0 <= count(*across) * room.1 * 1.6
    });
    fitting.unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn dots_of_a_crowd_stand_apart_and_near_their_spot(steps in proptest::collection::vec((1_u8..=5, 1_u8..=5), 1..120)) {
            let room = (50.0, 36.0);
            let wanted: Vec<Xy> = steps.iter().map(|(x, y)| (f64::from(*x) * 56.0, f64::from(*y) * 40.0)).collect();
            let crowd = arrange(&wanted, room);
            prop_assert_eq!(crowd.centres.len(), wanted.len());
            for (at, (centre, spot)) in crowd.centres.iter().zip(&wanted).enumerate() {
                for other in crowd.centres.iter().skip(at + 1) {
                    prop_assert!((centre.0 - other.0).hypot(centre.1 - other.1) >= 2.0 * crowd.radius);
                }
                let here = wanted.iter().filter(|other| *other == spot).count();
                if here <= per_spot(crowd.radius, room) {
                    prop_assert!((centre.0 - spot.0).abs() <= room.0 / 2.0 && (centre.1 - spot.1).abs() <= room.1 / 2.0);
                }
            }
        }
    }

    #[test]
    fn a_spot_of_its_own_is_kept() {
        let crowd = arrange(&[(10.0, 20.0), (90.0, 20.0), (10.0, 20.0)], (50.0, 36.0));
        assert_eq!(crowd.centres[1], (90.0, 20.0));
        assert!((crowd.centres[0].0 + crowd.centres[2].0 - 20.0).abs() < 1e-9);
    }
}
