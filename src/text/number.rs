//! Numbers as a language writes them.

/// `number` with its digits in groups: `93,571`.
#[must_use]
pub fn exact(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `number` in short, as the language of `tag` shortens it: `9.4万`, `94K`; `None` where it is short enough as it is.
///
/// The units and thresholds are those of CLDR 47, "decimalFormats, short".
#[must_use]
pub fn compact(number: u64, tag: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let traditional = ["hant", "tw", "hk", "mo"].iter().any(|part| lower.split('-').any(|subtag| subtag == *part));
    let units: &[(u64, &str)] = match lower.split('-').next().unwrap_or_default() {
        "zh" if traditional => &[(100_000_000, "億"), (10_000, "萬")],
        "zh" => &[(100_000_000, "亿"), (10_000, "万")],
        "ja" => &[(100_000_000, "億"), (10_000, "万")],
        "ko" => &[(100_000_000, "억"), (10_000, "만")],
        "ar" => &[(1_000_000_000, "\u{a0}مليار"), (1_000_000, "\u{a0}مليون"), (1_000, "\u{a0}ألف")],
        _ => &[(1_000_000_000, "B"), (1_000_000, "M"), (1_000, "K")],
    };
    let mut chosen: Option<(u64, &str)> = None;
    for (unit, word) in units.iter().rev() {
        // A number that rounds up to a whole greater unit takes that one: 1M, not 1000K.
        let reaches = chosen.is_some_and(|(smaller, _)| rounded(number, smaller) >= unit / (smaller / 10));
        if number >= *unit || reaches {
            chosen = Some((*unit, word));
        }
    }
    let (unit, word) = chosen?;
    let tenths = rounded(number, unit);
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let mut out = whole.to_string();
    // One decimal while the number has one or two digits before it (CLDR rounds to two significant digits and keeps whole units).
    if tenth > 0 && whole < 100 {
        out.push('.');
        out.push_str(&tenth.to_string());
    }
    out.push_str(word);
    Some(out)
}

/// Tenths of `unit` in `number`, rounded half up; whole units from a hundred on.
fn rounded(number: u64, unit: u64) -> u64 {
    let tenths = (number + unit / 20) / (unit / 10);
    if tenths < 1000 { tenths } else { (number + unit / 2) / unit * 10 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_digits() {
        for (number, text) in [(0, "0"), (999, "999"), (93_571, "93,571"), (1_234_567, "1,234,567")] {
            assert_eq!(exact(number), text);
        }
    }

    #[test]
    fn shortens_as_the_language_does() {
        for (number, tag, text) in [
            (93_571, "zh-Hans", Some("9.4万")),
            (93_571, "zh-TW", Some("9.4萬")),
            (93_571, "en", Some("93.6K")),
            (9_999, "zh", None),
            (10_000, "zh", Some("1万")),
            (99_999_999, "zh", Some("1亿")),
            (1_234_567, "zh", Some("123万")),
            (999, "en", None),
            (999_960, "en", Some("1M")),
            (250_000_000, "ja", Some("2.5億")),
        ] {
            assert_eq!(compact(number, tag).as_deref(), text, "{number} {tag}");
        }
    }
}
