//! Dates as a language writes them.

use crate::article::Moment;

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const ARABIC: [&str; 12] =
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

/// `moment` for the reader of the language `tag`, as it was written: no zone is converted, no day shifts.
/// Chinese, Japanese, Korean, Arabic and English are written out; every other language gets the ISO form, which none misreads.
#[must_use]
pub fn date(moment: &Moment, tag: &str) -> String {
    let (year, month, day) = moment.date();
    let name = |names: &[&'static str; 12]| names.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
    let (year, day) = (year.to_string(), day.to_string());
    let number = month.to_string();
    let mut out = match tag.to_ascii_lowercase().split('-').next().unwrap_or_default() {
        "zh" | "ja" => [year.as_str(), "年", &number, "月", &day, "日"].concat(),
        "ko" => [year.as_str(), "년 ", &number, "월 ", &day, "일"].concat(),
        "ar" => [day.as_str(), " ", name(&ARABIC), " ", &year].concat(),
        "en" | "" => [day.as_str(), " ", name(&ENGLISH), " ", &year].concat(),
        _ => moment.iso().chars().take(10).collect(),
    };
    if let Some((hour, minute)) = moment.time() {
        out.push(' ');
        crate::article::pad(&mut out, u32::from(hour), 2);
        out.push(':');
        crate::article::pad(&mut out, u32::from(minute), 2);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_dates_as_the_language_does() {
        let moment = Moment::parse("2025-05-08 09:06:13").unwrap();
        for (tag, text) in [
            ("zh-Hans", "2025年5月8日 09:06"),
            ("en-GB", "8 May 2025 09:06"),
            ("ar", "8 مايو 2025 09:06"),
            ("ko", "2025년 5월 8일 09:06"),
            ("de", "2025-05-08 09:06"),
        ] {
            assert_eq!(date(&moment, tag), text, "{tag}");
        }
    }
}
