//! When to write: soon for small workbooks, at longer pauses for large ones, ever more rarely while a store refuses.

/// From this size of the whole text on, in bytes, a workbook counts as large.
pub const LARGE_BYTES: usize = 150_000;

/// The pause in typing after which localStorage is written, in milliseconds.
pub const fn pause_ms(text_bytes: usize) -> i32 {
    match text_bytes {
        0..LARGE_BYTES => 350,
        LARGE_BYTES..600_000 => 2_000,
        _ => 5_000,
    }
}

/// The longest that someone who does not pause waits for a write, in milliseconds.
pub const fn longest_wait_ms(text_bytes: usize) -> i32 {
    pause_ms(text_bytes) * 5
}

/// When to try again after so many failures in a row, in milliseconds. The first tries come soon, because freeing space
/// is what people do next.
pub const fn retry_ms(failures: u32) -> i32 {
    match failures {
        0..20 => 700,
        20..60 => 1_500,
        _ => 10_000,
    }
}

/// How often the database gets a whole text while someone edits, in milliseconds.
pub const fn checkpoint_ms(text_bytes: usize) -> i32 {
    if text_bytes < LARGE_BYTES { 4_000 } else { 15_000 }
}
