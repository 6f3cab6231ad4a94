//! Which columns of a table fit side by side on a page; the others are printed below their row.

/// Room for columns on an upright page, in widths of a Chinese letter.
pub const ROOM: f64 = 54.0;
/// What a column takes beside its text.
const GAP: f64 = 1.0;
/// No column needs more than this: long texts run over several lines.
const WIDEST: f64 = 15.0;

/// A column that wants a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Width of its longest text.
    pub width: f64,
    /// Width of the longest word of its heading, which is not cut.
    pub least: f64,
    /// The smaller, the sooner it gets a place.
    pub rank: u32,
}

impl Column {
    /// The room it takes.
    pub fn need(&self) -> f64 {
        self.width.min(WIDEST).max(self.least) + GAP
    }
}

/// About how wide a text is, in widths of a Chinese letter.
pub fn width_of(text: &str) -> f64 {
    let width = |line: &str| line.chars().map(|letter| if is_wide(letter) { 1.0 } else { 0.56 }).sum::<f64>();
    text.lines().map(width).fold(0.0, f64::max)
}

/// Whether a letter is as wide as it is high.
fn is_wide(letter: char) -> bool {
    ('\u{1100}'..'\u{11ff}').contains(&letter) || letter >= '\u{2e80}'
}

/// Says for each column whether it fits. The first, which names the row, always does.
pub fn fit(columns: &[Column], room: f64) -> Vec<bool> {
    let mut order: Vec<usize> = (0..columns.len()).collect();
    let rank = |at: &usize| columns.get(*at).map_or(u32::MAX, |column| if *at == 0 { 0 } else { column.rank + 1 });
    crate::model::order::sort_by_key(&mut order, rank);
    let mut fits = vec![false; columns.len()];
    let mut left = room;
    for at in order {
        let (Some(column), Some(place)) = (columns.get(at), fits.get_mut(at)) else { continue };
        let need = column.need();
        if need <= left || at == 0 {
            *place = true;
            left -= need;
        }
    }
    fits
}
