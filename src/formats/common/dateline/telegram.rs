//! An agency's telegram: 某社某地5月27日电.

use crate::article::Dateline;

use super::part::{self, PLACE};
use crate::formats::common::{name, word};

/// What a report is called, folded; the longer stand first.
const KINDS: [&str; 15] = [
    "综合外电报道",
    "综合报道",
    "综合报导",
    "综合消息",
    "综合电",
    "专电",
    "外电",
    "电讯",
    "快讯",
    "急电",
    "电",
    "讯",
    "消息",
    "报道",
    "报导",
];
/// What follows 电 or 讯 where it is part of a longer word: 5月27日电影节.
const COMPOUNDS: &str = "影视力子商话脑信动台池网站器梯缆告竞价磁流灯机车息问号飞气";

/// What begins a remark in brackets that is as short as a name, folded: (见下图).
const REMARKS: [&str; 12] = ["见", "附", "图", "完", "综合", "资料", "题", "续", "上接", "下转", "视频", "组图"];

/// 新华社北京5月27日电（记者某某）, 广州11月4日电 (记者 某某), 本报讯（记者某某）, 央视网消息.
pub fn read(text: &str) -> Option<(Dateline, &str)> {
    let start = word::after_any(text, &["据", "據"]).filter(|rest| part::agency(rest).is_some()).unwrap_or(text);
    let (mut house, rest) = match part::agency(start) {
        Some((house, rest)) => (Some(house), rest.trim_start()),
        None => (None, start),
    };
    let listed = house.is_some();
    if word::after(rest, "记者").is_some() {
        return None;
    }
    let (place, rest) = place(rest)?;
    let mut place = place.trim();
    if house.is_none()
        && let Some((own, tail)) = generic_agency(place)
    {
        house = Some(own);
        place = tail;
    }
    let (day, rest) = part::day(rest)?;
    let rest = rest.trim_start();
    let (kind, rest) = KINDS.iter().find_map(|kind| word::after(rest, kind).map(|rest| (*kind, rest)))?;
    let next = rest.chars().next();
    let set_apart = next.is_none_or(|c| c.is_whitespace() || matches!(c, ':' | '：' | '(' | '（' | '【'));
    let short = kind.chars().count() == 1;
    if short && next.is_some_and(|c| COMPOUNDS.contains(word::fold(c))) {
        return None;
    }
    // The less the words before it say, the plainer must be what follows.
    let telegraphic = matches!(kind, "电" | "讯" | "专电" | "电讯" | "综合电" | "急电");
    let sound = match (listed, house.is_some(), day.is_some()) {
        (true, _, true) => telegraphic || set_apart,
        (true, _, false) => set_apart,
        (false, true, true) => telegraphic,
        (false, true, false) => place.is_empty() && short && set_apart,
        (false, false, true) => telegraphic && set_apart && !place.is_empty() && place.chars().count() <= 8,
        (false, false, false) => false,
    };
    if !sound {
        return None;
    }
    let (reporters, rest) = in_brackets(rest).unwrap_or((Vec::new(), rest));
    let line = Dateline {
        text: String::new(),
        agency: house.map(str::to_owned),
        place: (!place.is_empty()).then(|| place.to_owned()),
        day: day.map(str::to_owned),
        reporters,
    };
    Some((line, rest))
}

/// A house that is not listed, known by how it ends: 灯塔日报.
fn generic_agency(text: &str) -> Option<(&str, &str)> {
    let (at, last) = text.char_indices().skip(2).take(8).find(|(_, c)| matches!(word::fold(*c), '社' | '报' | '网'))?;
    text.split_at_checked(at + last.len_utf8())
}

/// The characters before a day or a kind of report, and what follows them.
fn place(text: &str) -> Option<(&str, &str)> {
    for (count, (at, c)) in text.char_indices().enumerate() {
        let rest = text.get(at..)?;
        if c.is_ascii_digit() || KINDS.iter().any(|kind| word::after(rest, kind).is_some()) {
            return text.split_at_checked(at);
        }
        if count >= PLACE
            || !(word::is_han(c) || c.is_ascii_alphabetic() || matches!(c, '/' | '／' | '·' | '、' | ' ' | '\u{3000}'))
        {
            return None;
        }
    }
    None
}

/// Reporters in brackets, where brackets follow and hold people.
fn in_brackets(text: &str) -> Option<(Vec<String>, &str)> {
    let inner = text.trim_start_matches([' ', '\u{a0}', '\u{3000}']).strip_prefix(['(', '（'])?;
    let (inside, rest) = inner.split_once([')', '）'])?;
    let people = part::reporters(inside)?;
    let told = name::has_role(inside) || !people.iter().any(|person| word::after_any(person, &REMARKS).is_some());
    told.then_some((people, rest))
}
