//! Counts as sites write them.

use crate::formats::common::word;

/// The number in `93571`, `1,234`, `9.4万`, `1.2k`, `10万+`, `88次`; `None` for all else.
pub fn number(value: &str) -> Option<u64> {
    let folded: String = word::folded(value).replace([',', ' ', '，'], "").replace(['萬'], "万").replace('億', "亿");
    let rest = folded.trim_end_matches(['次', '人', '+', '个', '条']);
    let (rest, unit) = match rest.chars().next_back()? {
        '万' => (rest.strip_suffix('万')?, 10_000_u64),
        'w' => (rest.strip_suffix('w')?, 10_000),
        '亿' => (rest.strip_suffix('亿')?, 100_000_000),
        'k' | '千' => (rest.trim_end_matches(['k', '千']), 1_000),
        'm' => (rest.strip_suffix('m')?, 1_000_000),
        _ => (rest, 1),
    };
    let (whole, decimals) = rest.split_once('.').unwrap_or((rest, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty()
        || !digits(whole)
        || !digits(decimals)
        || decimals.len() > 8
        || (unit == 1 && !decimals.is_empty())
    {
        return None;
    }
    let scale = 10_u64.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let fraction = if decimals.is_empty() { 0 } else { decimals.parse::<u64>().ok()?.checked_mul(unit)? / scale };
    whole.parse::<u64>().ok()?.checked_mul(unit)?.checked_add(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_as_sites_write_them() {
        for (raw, expected) in [
            ("93571", Some(93571)),
            ("9.4万", Some(94_000)),
            ("9.4萬", Some(94_000)),
            ("1,234", Some(1234)),
            ("１，２３４", Some(1234)),
            ("10万+", Some(100_000)),
            ("88次", Some(88)),
            ("1.2K", Some(1200)),
            ("1.25亿", Some(125_000_000)),
            ("", None),
            ("很多", None),
            ("1.5", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(number(raw), expected, "{raw}");
        }
    }
}
