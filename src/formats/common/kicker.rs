//! Labels in front of titles: the series, the column.

use super::word;

/// The longest label before a title, in columns.
const KICKER: usize = 32;

/// Splits a label off a title: `【label】title`, `label|title`, `(label)title`.
pub fn kicker(text: &str) -> (Option<&str>, &str) {
    let split = in_brackets(text).or_else(|| before_bar(text));
    match split {
        Some((kicker, title)) if !kicker.is_empty() && !title.is_empty() && word::columns(kicker) <= KICKER => {
            (Some(kicker), title)
        }
        _ => (None, text),
    }
}

fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let open = text.chars().next()?;
    let close = match open {
        '【' => '】',
        '〖' => '〗',
        '［' => '］',
        '[' => ']',
        '(' => ')',
        '（' => '）',
        _ => return None,
    };
    let (kicker, title) = text.strip_prefix(open)?.split_once(close)?;
    Some((kicker.trim(), title.trim()))
}

fn before_bar(text: &str) -> Option<(&str, &str)> {
    // 丨 is the character that most sites use for a bar.
    let (kicker, title) = text.split_once(['|', '｜', '丨', '│', '∣'])?;
    let (kicker, title) = (kicker.trim(), title.trim());
    // The longer part is the title: “title | site” is no label before a title.
    (word::columns(kicker) < word::columns(title)).then_some((kicker, title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_split_off_titles() {
        for (text, kicker_is, title) in [
            ("【夜读】巷口的灯", Some("夜读"), "巷口的灯"),
            ("巷口记|“读书人”的灯:亮了", Some("巷口记"), "“读书人”的灯:亮了"),
            ("巷口记｜灯又亮了起来", Some("巷口记"), "灯又亮了起来"),
            ("巷口记丨灯又亮了起来", Some("巷口记"), "灯又亮了起来"),
            ("(夜读)巷口的灯", Some("夜读"), "巷口的灯"),
            ("（夜读）巷口的灯", Some("夜读"), "巷口的灯"),
            ("巷口的灯又亮了起来 | 灯塔报", None, "巷口的灯又亮了起来 | 灯塔报"),
            ("“夜读”的灯", None, "“夜读”的灯"),
            ("【】灯", None, "【】灯"),
            ("【夜读】", None, "【夜读】"),
        ] {
            assert_eq!(kicker(text), (kicker_is, title), "{text}");
        }
    }
}
