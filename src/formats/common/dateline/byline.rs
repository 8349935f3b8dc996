//! A reporter's line at the head of a text: 记者某某／某地报道.

use crate::article::Dateline;

use super::part::{self, PLACE};
use crate::formats::common::word;

/// 本报记者 某某 北京报道, 記者某某／台北報導, 中央社記者某某台北27日電.
pub fn read(text: &str) -> Option<(Dateline, &str)> {
    let (house, rest) = match part::agency(text) {
        Some((house, rest)) => (Some(house), rest.trim_start()),
        None => (None, text),
    };
    let rest = word::after(rest, "记者")?;
    let stop = rest.find(['，', ',', '。', '：', ':', '“', '「', '；']).unwrap_or(rest.len());
    let reach = rest.get(..stop)?;
    let (at, kind) = reach.char_indices().take(40).find_map(|(at, _)| {
        let kind = ["综合报道", "报道", "报导", "专电", "电"]
            .iter()
            .find(|kind| word::after(reach.get(at..).unwrap_or_default(), kind).is_some())?;
        Some((at, *kind))
    })?;
    let (who, tail) = rest.split_at_checked(at)?;
    let tail = word::after(tail, kind)?;
    if tail.chars().next().is_some_and(|c| c.is_alphanumeric()) {
        return None;
    }
    let who = who.trim();
    let dated = who.find(|c: char| c.is_ascii_digit());
    let (who, day) = match dated.and_then(|at| who.split_at_checked(at)) {
        Some((who, date)) => {
            (who.trim(), Some(part::day(date).filter(|(_, rest)| rest.trim().is_empty())?.0?.to_owned()))
        }
        None => (who, None),
    };
    let (people, place) = match who.rfind(['／', '/', ' ', '\u{3000}']) {
        Some(at) => {
            let (people, place) = who.split_at_checked(at)?;
            (people, place.trim_start_matches(['／', '/', ' ', '\u{3000}']))
        }
        None => name_and_place(who)?,
    };
    if place.chars().count() > PLACE {
        return None;
    }
    let line = Dateline {
        text: String::new(),
        agency: house.map(str::to_owned),
        place: (!place.is_empty()).then(|| place.to_owned()),
        day,
        reporters: part::reporters(people)?,
    };
    Some((line, tail))
}

/// A name and a place written together: names have three characters more often than not, places at least two.
fn name_and_place(text: &str) -> Option<(&str, &str)> {
    let long = if text.chars().count() >= 5 { 3 } else { 2 };
    let (at, _) = text.char_indices().nth(long)?;
    text.split_at_checked(at)
}
