//! Decimal text to the nearest floating-point number, exactly as IEEE 754 asks for. The library's own reading carries
//! ten kilobytes of incompressible tables, a twentieth of what the page may weigh when it starts.

/// More significant digits than decide between two neighbouring numbers.
const DIGITS: usize = 800;
/// What a decimal exponent may move a number by without leaving the range.
const FURTHEST: i64 = 400;

/// Reads `[+-]digits[.digits][e[+-]digits]`, with at least one digit before the exponent. Too large is infinite, too
/// small is zero; anything else that is no such text is nothing.
pub fn read(text: &str) -> Option<f64> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, whole(exponent)?),
        None => (text, 0),
    };
    let (before, behind) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(before) || !is_digits(behind) || before.len() + behind.len() == 0 {
        return None;
    }
    let size = magnitude(before, behind, exponent);
    Some(if negative { -size } else { size })
}

/// A whole number, kept within what makes a difference.
fn whole(text: &str) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let size = digits.bytes().fold(0_i64, |size, byte| (size * 10 + i64::from(byte - b'0')).min(1_000_000_000));
    Some(sign * size)
}

fn magnitude(before: &str, behind: &str, exponent: i64) -> f64 {
    let all = before.bytes().chain(behind.bytes()).map(|byte| byte - b'0');
    let mut digits: Vec<u8> = all.skip_while(|digit| *digit == 0).collect();
    let mut power = exponent - i64::try_from(behind.len()).unwrap_or(i64::MAX);
    while digits.last() == Some(&0) {
        digits.pop();
        power += 1;
    }
    if digits.len() > DIGITS {
        // What follows can only break a tie: one digit stands for it.
        power += i64::try_from(digits.len() - DIGITS - 1).unwrap_or(0);
        digits.truncate(DIGITS);
        digits.push(1);
    }
    let top = i64::try_from(digits.len()).unwrap_or(i64::MAX).saturating_add(power);
    match top {
        _ if digits.is_empty() => 0.0,
        top if top > FURTHEST => f64::INFINITY,
        top if top < -FURTHEST => 0.0,
        _ => exact(&digits, power).unwrap_or_else(|| nearest(&digits, power)),
    }
}

/// Where the digits and the power of ten are both exact, one operation rounds once.
fn exact(digits: &[u8], power: i64) -> Option<f64> {
    if digits.len() > 15 || power.abs() > 22 {
        return None;
    }
    let number = digits.iter().fold(0.0_f64, |number, digit| number * 10.0 + f64::from(*digit));
    let ten = (0..power.abs()).fold(1.0_f64, |ten, _| ten * 10.0);
    Some(if power < 0 { number / ten } else { number * ten })
}

/// The nearest number by whole arithmetic: `digits · 10^power` as `large · 2^-shift`, then rounded once.
fn nearest(digits: &[u8], power: i64) -> f64 {
    let mut large = Large(Vec::new());
    for digit in digits {
        large.times_ten_plus(u32::from(*digit));
    }
    let mut more = false;
    let mut limbs = 0;
    if power >= 0 {
        for _ in 0..power {
            large.times_ten_plus(0);
        }
    } else {
        // Enough room below that no bit that counts is lost: 10 takes less than 4 bits.
        limbs = usize::try_from(-power * 4 / 32 + 4).unwrap_or(0);
        large.0.splice(0..0, std::iter::repeat_n(0, limbs));
        for _ in 0..-power {
            more |= large.by_ten() != 0;
        }
    }
    let (top, exponent, below) = large.top();
    rounded(top, exponent - 32 * i64::try_from(limbs).unwrap_or(0), more || below)
}

/// `top · 2^exponent` with the highest bit of `top` set, and `more` if the number is a little above that.
fn rounded(top: u64, exponent: i64, more: bool) -> f64 {
    let highest = exponent + 63;
    if highest > 1023 {
        return f64::INFINITY;
    }
    let subnormal = (-1022 - highest).max(0);
    let dropped = u32::try_from(11 + subnormal).unwrap_or(u32::MAX);
    if dropped > 65 {
        return 0.0;
    }
    let wide = u128::from(top);
    let (kept, rest, half) = (wide >> dropped, wide & ((1_u128 << dropped) - 1), 1_u128 << (dropped - 1));
    let up = rest > half || (rest == half && (more || kept & 1 == 1));
    let mantissa = u64::try_from(kept).unwrap_or(0) + u64::from(up);
    // A mantissa that rounds up to the next power of two carries into the exponent, as it should.
    let lead = if subnormal > 0 { 0 } else { u64::try_from(highest + 1022).unwrap_or(0) << 52 };
    f64::from_bits(lead + mantissa)
}

/// A whole number of any size, lowest limb first.
struct Large(Vec<u32>);

impl Large {
    fn times_ten_plus(&mut self, digit: u32) {
        let mut carry = u64::from(digit);
        for limb in &mut self.0 {
            let product = u64::from(*limb) * 10 + carry;
            *limb = low(product);
            carry = product >> 32;
        }
        if carry > 0 {
            self.0.push(low(carry));
        }
    }

    /// Divides by ten; gives the rest.
    fn by_ten(&mut self) -> u64 {
        let mut rest = 0_u64;
        for limb in self.0.iter_mut().rev() {
            let part = (rest << 32) | u64::from(*limb);
            *limb = low(part / 10);
            rest = part % 10;
        }
        rest
    }

    /// The highest 64 bits, the power of two of the lowest of them, and whether any bit below is set.
    fn top(&self) -> (u64, i64, bool) {
        let length = self.0.iter().rposition(|limb| *limb != 0).map_or(0, |at| at + 1);
        let limb = |back: usize| length.checked_sub(back).and_then(|at| self.0.get(at)).copied().unwrap_or(0);
        let three = (u128::from(limb(1)) << 64) | (u128::from(limb(2)) << 32) | u128::from(limb(3));
        let zeros = three.leading_zeros();
        let shifted = three << zeros;
        let top = u64::try_from(shifted >> 64).unwrap_or(0);
        let rest = shifted & u128::from(u64::MAX);
        let below = self.0.iter().take(length.saturating_sub(3)).any(|limb| *limb != 0);
        let exponent = 32 * (i64::try_from(length).unwrap_or(0) - 3) + 64 - i64::from(zeros);
        (top, exponent, rest != 0 || below)
    }
}

const fn low(wide: u64) -> u32 {
    (wide & 0xffff_ffff) as u32
}

#[cfg(test)]
mod tests {
    use super::read;
    use proptest::prelude::*;

    fn same(text: &str) {
        let library: f64 = text.parse().unwrap();
        assert_eq!(read(text).unwrap().to_bits(), library.to_bits(), "{text}");
    }

    #[test]
    fn hard_cases_come_out_as_the_library_reads_them() {
        for text in [
            "0",
            "-0",
            "0.0",
            "1",
            "0.1",
            "123456789012345678",
            "9007199254740993",
            "9007199254740993.0000000001",
            "1e22",
            "1e23",
            "1e-22",
            "8.5e-23",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "4.9e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "1e-400",
            "1.7976931348623157e308",
            "1.797693134862315808e308",
            "1e309",
            "1e999999999999",
            "0e999",
            "6.0221407600e+23",
            "0.000000000000000000000000000001",
            "5e-325",
            ".5",
            "5.",
        ] {
            same(text);
        }
        same(&format!("0.{}1", "0".repeat(900)));
        same(&format!("1.{}1", "3".repeat(1500)));
        same(&format!("{}e-1190", "7".repeat(1200)));
        for text in ["", ".", "e5", "1e", "1e+", "+-1", "1x", " 1", "NaN", "inf", "1.2.3"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_number_comes_back(bits: u64) {
            let number = f64::from_bits(bits);
            if number.is_finite() {
                prop_assert_eq!(read(&format!("{number:e}")).unwrap().to_bits(), bits);
            }
        }

        #[test]
        fn any_decimal_is_read_as_the_library_reads_it(text in "-?[0-9]{1,40}(\\.[0-9]{0,40})?(e-?[0-9]{1,3})?") {
            let library: f64 = text.parse().unwrap();
            prop_assert_eq!(read(&text).unwrap().to_bits(), library.to_bits());
        }
    }
}
