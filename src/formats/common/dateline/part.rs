//! What a dateline is made of.

use crate::formats::common::{name, word};

/// Houses whose name may stand before a place without anything between, folded. Where one begins with another, the longer stands
/// first.
const AGENCIES: [&str; 39] = [
    "中国新闻网",
    "中国新闻社",
    "中新社",
    "中新网",
    "中新财经",
    "新华社",
    "新华网",
    "人民日报",
    "人民网",
    "中央社",
    "中通社",
    "法新社",
    "路透社",
    "美联社",
    "共同社",
    "塔斯社",
    "韩联社",
    "彭博社",
    "央视新闻客户端",
    "央视新闻",
    "央视网",
    "央广网",
    "环球时报",
    "环球网",
    "中国日报网",
    "中国日报",
    "中国网",
    "国际在线",
    "澎湃新闻",
    "参考消息网",
    "光明网",
    "海外网",
    "界面新闻",
    "封面新闻",
    "红星新闻",
    "本报",
    "本刊",
    "本网",
    "本台",
];
/// The longest place, in characters.
pub const PLACE: usize = 14;

/// The agency at the head of `text`, and what follows it.
pub fn agency(text: &str) -> Option<(&str, &str)> {
    AGENCIES.iter().find_map(|known| word::after(text, known)).map(|rest| (word::head(text, rest), rest))
}

/// A day such as 2031年5月27日, 5月27日 or 27日. `None` where digits stand there that are no day.
pub fn day(text: &str) -> Option<(Option<&str>, &str)> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((None, text));
    }
    let mut rest = text;
    for unit in ['年', '月', '日'] {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        if after.len() < rest.len()
            && let Some(after) = after.strip_prefix(unit)
        {
            rest = after;
        }
    }
    let day = word::head(text, rest);
    day.ends_with('日').then_some((Some(day), rest))
}

/// The people in `text`, where it holds nothing else.
pub fn reporters(text: &str) -> Option<Vec<String>> {
    let names = name::names(text)?;
    names.iter().all(|name| name::is_person(name)).then_some(names)
}
