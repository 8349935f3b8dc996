//! Datelines: which agency reports, from where, on which day, by whom.

mod byline;
mod english;
mod part;
mod telegram;

use crate::article::Dateline;

use super::{name, word};

/// The longest dateline, in characters; a sentence that goes on for longer without its end is none.
const LONGEST: usize = 90;
/// The dateline at the head of `text`.
pub fn of(text: &str) -> Option<Dateline> {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
    let window = text.get(..end)?;
    let (line, rest) = bracketed(window)
        .or_else(|| telegram::read(window))
        .or_else(|| byline::read(window))
        .or_else(|| english::read(window))?;
    // A colon or a dash after it belongs to it: 本报讯：
    let rest = match rest.trim_start_matches([' ', '\u{a0}']).strip_prefix([':', '：']) {
        Some(after) => after,
        None => rest,
    };
    Some(Dateline { text: word::head(window, rest).trim_end().to_owned(), ..line })
}

/// 【环球网报道 记者 某某】, （中央社記者某某台北27日電）, 〔記者某某／台北報導〕.
fn bracketed(text: &str) -> Option<(Dateline, &str)> {
    let open = text.chars().next()?;
    let close = match open {
        '【' => '】',
        '〔' => '〕',
        '［' => '］',
        '[' => ']',
        '(' => ')',
        '（' => '）',
        _ => return None,
    };
    let (inside, rest) = text.strip_prefix(open)?.split_once(close)?;
    if let Some((mut line, tail)) = telegram::read(inside) {
        let tail = tail.trim();
        if tail.is_empty() {
            return Some((line, rest));
        }
        if line.reporters.is_empty() && name::has_role(tail) {
            line.reporters = part::reporters(tail)?;
            return Some((line, rest));
        }
    }
    let (line, tail) = byline::read(inside)?;
    tail.trim().is_empty().then_some((line, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text, agency, place, day, reporters; the dateline is all before `|`.
    type Case =
        (&'static str, Option<&'static str>, Option<&'static str>, Option<&'static str>, &'static [&'static str]);

    #[test]
    fn every_common_kind_is_read() {
        let cases: [Case; 22] = [
            ("中新网灯塔3月4日电(陆灯明 何夜)|巷口", Some("中新网"), Some("灯塔"), Some("3月4日"), &["陆灯明", "何夜"]),
            ("中新社灯塔3月4日电 (记者 陆灯明)|巷口", Some("中新社"), Some("灯塔"), Some("3月4日"), &["陆灯明"]),
            (
                "新华社灯塔3月4日电（记者陆灯明、何夜）|巷口",
                Some("新华社"),
                Some("灯塔"),
                Some("3月4日"),
                &["陆灯明", "何夜"],
            ),
            ("据新华社灯塔3月4日电|　巷口", Some("新华社"), Some("灯塔"), Some("3月4日"), &[]),
            ("本报讯（记者 陆灯明 通讯员 何夜）|巷口", Some("本报"), None, None, &["陆灯明", "何夜"]),
            ("本报灯塔3月4日讯 (记者陆灯明)|巷口", Some("本报"), Some("灯塔"), Some("3月4日"), &["陆灯明"]),
            ("灯塔3月4日电 (记者 陆灯明)|巷口", None, Some("灯塔"), Some("3月4日"), &["陆灯明"]),
            ("人民网3月4日电| 巷口", Some("人民网"), None, Some("3月4日"), &[]),
            ("中新网2031年3月4日电| 巷口", Some("中新网"), None, Some("2031年3月4日"), &[]),
            ("新华社综合电| 巷口", Some("新华社"), None, None, &[]),
            ("中新网3月4日综合电|巷口", Some("中新网"), None, Some("3月4日"), &[]),
            ("央视网消息：|巷口", Some("央视网"), None, None, &[]),
            ("灯塔日报讯（记者 陆灯明）|巷口", Some("灯塔日报"), None, None, &["陆灯明"]),
            ("新华社灯塔/夜港3月4日电|巷口", Some("新华社"), Some("灯塔/夜港"), Some("3月4日"), &[]),
            ("【环球网报道 记者 陆灯明】|巷口", Some("环球网"), None, None, &["陆灯明"]),
            ("（中央社記者陸燈明台北4日電）|巷口", Some("中央社"), Some("台北"), Some("4日"), &["陸燈明"]),
            ("〔記者陸燈明／燈塔報導〕|巷口", None, Some("燈塔"), None, &["陸燈明"]),
            ("本报记者 陆灯明 灯塔报道|　巷口", Some("本报"), Some("灯塔"), None, &["陆灯明"]),
            ("新华社灯塔3月4日电|国务院", Some("新华社"), Some("灯塔"), Some("3月4日"), &[]),
            ("LAMPTON, March 4 (Oil News) --| A lamp", Some("Oil News"), Some("LAMPTON"), Some("March 4"), &[]),
            ("LAMPTON, North Shire (Oil News) -| A lamp", Some("Oil News"), Some("LAMPTON, North Shire"), None, &[]),
            ("LAMPTON —| A lamp", None, Some("LAMPTON"), None, &[]),
        ];
        for (marked, agency, place, day, reporters) in cases {
            let text = marked.replace('|', "");
            let line = of(&text).unwrap_or_else(|| panic!("{marked}"));
            assert_eq!(line.text, marked.split('|').next().unwrap_or_default(), "{marked}");
            assert_eq!(line.agency.as_deref(), agency, "{marked}");
            assert_eq!(line.place.as_deref(), place, "{marked}");
            assert_eq!(line.day.as_deref(), day, "{marked}");
            assert_eq!(line.reporters, reporters, "{marked}");
        }
    }

    #[test]
    fn a_sentence_is_no_dateline() {
        for text in [
            "3月4日,灯塔的巷口亮了一盏灯。",
            "灯塔3月4日电影节开幕。",
            "新华社记者从灯塔获悉，灯亮了。",
            "他在网上发消息：灯亮了。",
            "这份报告说,巷口缺一盏灯。",
            "记者陆灯明说，灯亮了。",
            "（完）",
            "【灯下】巷口亮了一盏灯。",
            "A lamp - and no more - was lit.",
            "NASA, the agency, said - well, nothing.",
            "",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_in_the_brackets_after_it_may_be_no_name() {
        let line = of("中新网灯塔3月4日电(见下图)巷口亮了一盏灯。").unwrap();
        assert_eq!((line.text.as_str(), line.reporters.len()), ("中新网灯塔3月4日电", 0));
        let line = of("中新网灯塔3月4日电（灯下观察之一，写在灯亮之后）巷口亮了一盏灯。").unwrap();
        assert_eq!((line.text.as_str(), line.reporters.len()), ("中新网灯塔3月4日电", 0));
    }
}
