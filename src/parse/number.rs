//! Numbers: their grammar and their worth.

use super::path::push_decimal;

/// A JSON number, kept as written: an identifier of 64 bits or more stays what it is.
///
/// Two numbers are equal when they are written alike; `1` and `1.0` are not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(Box<str>);

impl Number {
    /// A number from text that [`Phase`] has found to be one.
    pub(super) fn checked(text: String) -> Self {
        Self(text.into_boxed_str())
    }

    /// The number as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The nearest double, `None` where the number is too large for one.
    ///
    /// Numbers of up to 15 digits within 10^±22, which is every measure and count, are exact to the last bit; others may
    /// be off by a few units in the last place. (The standard library's conversion never is, but carries ten kilobytes
    /// of tables over the wire.)
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        let Decimal { negative, digits, exponent, .. } = Decimal::read(&self.0);
        let mut worth = digits as f64;
        // Beyond these bounds the result is infinite or zero whatever the digits are; they also bound the loops.
        let mut power = exponent.clamp(-400, 400);
        while power >= 22 {
            worth *= 1e22;
            power -= 22;
        }
        while power <= -22 {
            worth /= 1e22;
            power += 22;
        }
        // Powers of ten up to the 22nd are exact, and so is each step on the way to one.
        let mut scale = 1.0;
        for _ in 0..power.unsigned_abs() {
            scale *= 10.0;
        }
        worth = if power < 0 { worth / scale } else { worth * scale };
        worth.is_finite().then_some(if negative { -worth } else { worth })
    }

    /// The number where it is whole and fits, however it is written (`3`, `3.0`, `3e0`).
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        let decimal = Decimal::read(&self.0);
        let whole = decimal.whole()?;
        (!decimal.negative || whole == 0).then_some(whole)
    }

    /// As [`Number::as_u64`], for numbers of either sign.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        let decimal = Decimal::read(&self.0);
        let whole = decimal.whole()?;
        if decimal.negative { 0i64.checked_sub_unsigned(whole) } else { i64::try_from(whole).ok() }
    }
}

impl From<u64> for Number {
    fn from(number: u64) -> Self {
        let mut text = String::new();
        push_decimal(&mut text, number);
        Self::checked(text)
    }
}

/// A number taken apart: `±digits × 10^exponent`, with no zero at the end of the digits.
struct Decimal {
    negative: bool,
    digits: u64,
    exponent: i32,
    /// Whether digits were left out because there are more than 64 bits hold.
    cut: bool,
}

impl Decimal {
    /// Reads text that is known to be a JSON number.
    fn read(text: &str) -> Self {
        let mut number = Self { negative: false, digits: 0, exponent: 0, cut: false };
        // Zeros are held back until a digit follows, so that `1.000…0` does not run out of bits.
        let mut zeros = 0;
        let mut fraction = false;
        let mut bytes = text.bytes();
        for byte in bytes.by_ref() {
            match byte {
                b'-' => number.negative = true,
                b'.' => fraction = true,
                b'0'..=b'9' => {
                    number.exponent = number.exponent.saturating_sub(i32::from(fraction));
                    zeros += 1;
                    if byte != b'0' && !number.cut {
                        let digit = u64::from(byte - b'0');
                        let wider = match number.digits {
                            0 => Some(digit),
                            digits => 10u64
                                .checked_pow(zeros)
                                .and_then(|by| digits.checked_mul(by))
                                .and_then(|d| d.checked_add(digit)),
                        };
                        match wider {
                            Some(digits) => {
                                number.digits = digits;
                                zeros = 0;
                            }
                            None => number.cut = true,
                        }
                    }
                }
                _ => break, // the `e`
            }
        }
        let mut power: i32 = 0;
        let mut below = false;
        for byte in bytes {
            match byte {
                b'0'..=b'9' => power = power.saturating_mul(10).saturating_add(i32::from(byte - b'0')),
                _ => below = byte == b'-',
            }
        }
        let power = if below { -power } else { power };
        number.exponent = number.exponent.saturating_add_unsigned(zeros).saturating_add(power);
        number
    }

    /// The digits at their full size, where they are a whole number that fits.
    fn whole(&self) -> Option<u64> {
        if self.digits == 0 {
            return Some(0);
        }
        // Digits do not end in zero, so a negative exponent means a fraction.
        let power = u32::try_from(self.exponent).ok()?;
        if self.cut { None } else { self.digits.checked_mul(10u64.checked_pow(power)?) }
    }
}

/// How far into a number's grammar the parser is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Minus,
    Zero,
    Whole,
    Dot,
    Fraction,
    E,
    Sign,
    Exponent,
}

/// What the next byte means for a number.
pub(super) enum Next {
    /// It belongs to it.
    On(Phase),
    /// The number is complete before it.
    Ended,
    /// No number goes on like this.
    Broken,
}

impl Phase {
    /// The phase after a number's first byte, if a number begins like this.
    pub(super) const fn begin(byte: u8) -> Option<Self> {
        match byte {
            b'-' => Some(Self::Minus),
            b'0' => Some(Self::Zero),
            b'1'..=b'9' => Some(Self::Whole),
            _ => None,
        }
    }

    /// Whether the number could end here.
    pub(super) const fn complete(self) -> bool {
        matches!(self, Self::Zero | Self::Whole | Self::Fraction | Self::Exponent)
    }

    /// Looks at the byte that follows.
    pub(super) const fn next(self, byte: u8) -> Next {
        Next::On(match (self, byte) {
            (Self::Zero, b'0'..=b'9') => return Next::Broken,
            (Self::Minus, b'0') => Self::Zero,
            (Self::Minus | Self::Whole, b'0'..=b'9') => Self::Whole,
            (Self::Zero | Self::Whole, b'.') => Self::Dot,
            (Self::Dot | Self::Fraction, b'0'..=b'9') => Self::Fraction,
            (Self::Zero | Self::Whole | Self::Fraction, b'e' | b'E') => Self::E,
            (Self::E, b'+' | b'-') => Self::Sign,
            (Self::E | Self::Sign | Self::Exponent, b'0'..=b'9') => Self::Exponent,
            _ if self.complete() => return Next::Ended,
            _ => return Next::Broken,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::checked(text.to_owned())
    }

    #[test]
    fn whole_numbers_are_exact_however_written() {
        for (text, unsigned, signed) in [
            ("0", Some(0), Some(0)),
            ("-0", Some(0), Some(0)),
            ("1.0", Some(1), Some(1)),
            ("1e3", Some(1000), Some(1000)),
            ("1500e-2", Some(15), Some(15)),
            ("0.25e2", Some(25), Some(25)),
            ("1.5", None, None),
            ("1e-1", None, None),
            ("-7", None, Some(-7)),
            ("10200", Some(10200), Some(10200)),
            ("9007199254740993", Some(9_007_199_254_740_993), Some(9_007_199_254_740_993)),
            ("18446744073709551615", Some(u64::MAX), None),
            ("18446744073709551616", None, None),
            ("9223372036854775807", Some(i64::MAX as u64), Some(i64::MAX)),
            ("-9223372036854775808", None, Some(i64::MIN)),
            ("-9223372036854775809", None, None),
            ("1e19", Some(10_000_000_000_000_000_000), None),
            ("1e20", None, None),
            ("1e99999999999999999999", None, None),
            ("0e99999999999999999999", Some(0), Some(0)),
            ("1.00000000000000000000000000000000000", Some(1), Some(1)),
            ("1.00000000000000000000000000000000001", None, None),
        ] {
            assert_eq!(number(text).as_u64(), unsigned, "{text}");
            assert_eq!(number(text).as_i64(), signed, "{text}");
            assert_eq!(number(text).as_str(), text);
        }
    }

    #[test]
    fn everyday_doubles_are_exact() {
        for text in
            ["0", "0.5", "1.7777777", "-12.25", "0.1", "0.30", "640", "1e22", "123456789012345", "1e-22", "0.5625"]
        {
            assert_eq!(number(text).as_f64(), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn other_doubles_are_near() {
        for text in
            ["1.7976931348623157e308", "2.2250738585072014e-308", "1.7777777777777777", "3.141592653589793238462643"]
        {
            let (ours, std): (f64, f64) = (number(text).as_f64().unwrap(), text.parse().unwrap());
            assert!((ours / std - 1.0).abs() < 1e-14, "{text}: {ours}");
        }
        assert_eq!(number("1e400").as_f64(), None);
        assert_eq!(number("-1e400").as_f64(), None);
        assert_eq!(number("1e-400").as_f64(), Some(0.0));
        assert_eq!(number("0e400").as_f64(), Some(0.0));
        assert!(number("-0").as_f64().unwrap().is_sign_negative());
        assert_eq!(number(&"9".repeat(400)).as_f64(), None);
    }

    #[test]
    fn numbers_come_from_integers() {
        assert_eq!(Number::from(0).as_str(), "0");
        assert_eq!(Number::from(u64::MAX).as_u64(), Some(u64::MAX));
    }
}
