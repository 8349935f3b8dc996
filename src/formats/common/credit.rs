//! Captions: the words of a picture that is lost, ending in who made it.

use super::{name, word};

/// What ends a credit, folded: 傅某某 摄. The words that also end a sentence of the article need a name before them.
const ENDS: [&str; 12] =
    ["摄影报道", "摄影", "摄", "供图", "制图", "配图", "绘图", "绘制", "提供", "文/图", "文图", "绘"];
/// What begins a credit, folded.
const STARTS: [&str; 19] = [
    "图片来源",
    "图源",
    "图/",
    "图:",
    "图|",
    "图片/",
    "图片:",
    "摄影/",
    "摄影:",
    "摄影 ",
    "摄/",
    "摄:",
    "供图:",
    "供图/",
    "来源:",
    "photo by",
    "photo:",
    "photograph:",
    "credit:",
];
/// What begins a credit in English, folded.
const ENGLISH: [&str; 4] = ["photo by", "photo:", "photograph:", "credit:"];
/// What makes a credit of a house's name, folded: 新华社发, and houses that are named alone.
const HOUSES: [&str; 16] = [
    "新华社",
    "中新社",
    "中新网",
    "法新社",
    "路透社",
    "美联社",
    "中央社",
    "人民网",
    "央视",
    "视觉中国",
    "ic photo",
    "cfp",
    "东方ic",
    "资料图",
    "资料图片",
    "资料照片",
];
/// The longest credit, in characters.
const LONGEST: usize = 32;

/// How surely a credit is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It follows a whole sentence, or stands in brackets.
    Apart,
    /// It follows the caption without a full stop.
    Trailing,
}

/// Splits `text` into caption and credit; together they are all of its characters but the white space between.
pub fn split(text: &str) -> Option<(&str, &str, Certainty)> {
    bracketed(text).or_else(|| after_sentence(text)).or_else(|| after_full_stop(text)).or_else(|| after_space(text))
}

/// `……。（图源：某某）`, `……（某某 摄）`.
fn bracketed(text: &str) -> Option<(&str, &str, Certainty)> {
    let close = text.trim_end_matches('。').chars().next_back()?;
    let open = match close {
        ')' | '）' => ['(', '（'],
        '】' | ']' => ['【', '['],
        _ => return None,
    };
    let at = text.rfind(open)?;
    let (caption, credit) = text.split_at_checked(at)?;
    let inside = credit.trim_matches(|c| matches!(c, '(' | '（' | ')' | '）' | '【' | '】' | '[' | ']' | '。'));
    if is_credit(inside) {
        // 新华社发（某某摄）: the house before the brackets belongs to the credit.
        return after_sentence(text).or(Some((caption.trim_end(), credit, Certainty::Apart)));
    }
    None
}

/// `……。某某 摄`.
fn after_sentence(text: &str) -> Option<(&str, &str, Certainty)> {
    let body = text.trim_end_matches('。');
    let end = body.rfind(['。', '！', '？', '!', '?', '…'])?;
    let tail = body.get(end..)?.trim_start_matches(['。', '！', '？', '!', '?', '…', '”', '’', '」', '』', '"']);
    let credit = text.get(body.len() - tail.len()..)?.trim_start();
    is_credit(tail).then(|| (word::head(text, credit).trim_end(), credit, Certainty::Apart))
}

/// `…. Photo by Somebody`.
fn after_full_stop(text: &str) -> Option<(&str, &str, Certainty)> {
    let (at, _) = text
        .rmatch_indices(". ")
        .find(|(at, _)| text.get(at + 2..).is_some_and(|tail| word::after_any(tail, &ENGLISH).is_some()))?;
    let credit = text.get(at + 2..)?;
    is_credit(credit.trim_end_matches('.')).then(|| (word::head(text, credit).trim_end(), credit, Certainty::Apart))
}

/// `…… 某某 摄`: the last words are a name and what its bearer did.
fn after_space(text: &str) -> Option<(&str, &str, Certainty)> {
    let mut start = text;
    let mut rest = text;
    let mut pieces = 0;
    while let Some(at) = rest.rfind(char::is_whitespace) {
        let piece = text.get(at..).map(str::trim_start)?;
        let word_here = rest.get(at..).map(str::trim)?;
        let role =
            name::ROLES.iter().any(|role| word::before(word_here, role).is_some() && word_here.chars().count() <= 10);
        let fits = role || pieces == 0 || name::is_person(word_here);
        if !fits || pieces > 4 {
            break;
        }
        if is_credit(piece.trim_end_matches('。')) {
            start = piece;
        }
        pieces += 1;
        rest = rest.get(..at)?.trim_end();
    }
    let caption = word::head(text, start).trim_end();
    (start.len() < text.len() && !caption.is_empty()).then_some((caption, start, Certainty::Trailing))
}

/// Whether `text`, all of it, says who made a picture.
pub fn is_credit(text: &str) -> bool {
    let text = text.trim();
    if text.chars().count() > LONGEST || text.contains(['，', ',', '；', ';', '“', '”', '。', '？', '！']) {
        return false;
    }
    if word::after_any(text, &STARTS).is_some_and(|rest| !rest.trim().is_empty()) {
        return true;
    }
    let bare = text.trim_end_matches([')', '）', ' ']);
    if let Some(maker) = word::before_any(bare, &ENDS) {
        return !maker.trim().is_empty();
    }
    if let Some(house) = word::before(bare, "发").or_else(|| word::before(bare, "传真")).map(str::trim) {
        return HOUSES.iter().any(|known| word::after(house, known) == Some(""));
    }
    HOUSES.iter().skip(9).any(|known| word::after(text, known) == Some(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_is_split_from_its_caption() {
        for (text, caption, credit) in [
            ("巷口的灯亮了。陆灯明 摄", "巷口的灯亮了。", "陆灯明 摄"),
            ("巷口的灯亮了。灯塔县文化馆供图", "巷口的灯亮了。", "灯塔县文化馆供图"),
            ("巷口的灯亮了。 记者 陆灯明 摄", "巷口的灯亮了。", "记者 陆灯明 摄"),
            ("巷口的灯亮了。（图源：灯塔县文化馆）", "巷口的灯亮了。", "（图源：灯塔县文化馆）"),
            ("巷口的灯亮了。新华社发", "巷口的灯亮了。", "新华社发"),
            ("巷口的灯亮了。新华社发（陆灯明摄）", "巷口的灯亮了。", "新华社发（陆灯明摄）"),
            ("巷口的灯亮了(陆灯明 攝)", "巷口的灯亮了", "(陆灯明 攝)"),
            ("巷口的灯 陆灯明 摄", "巷口的灯", "陆灯明 摄"),
            ("巷口的灯 灯塔社记者 陆灯明 摄", "巷口的灯", "灯塔社记者 陆灯明 摄"),
            ("The lamp at the corner. Photo by J. Lamp", "The lamp at the corner.", "Photo by J. Lamp"),
            ("The lamp at the corner. (Photo: Jane Lamp)", "The lamp at the corner.", "(Photo: Jane Lamp)"),
            ("他说：“灯亮了。”陆灯明 摄", "他说：“灯亮了。”", "陆灯明 摄"),
        ] {
            assert_eq!(split(text).map(|(caption, credit, _)| (caption, credit)), Some((caption, credit)), "{text}");
        }
    }

    #[test]
    fn a_sentence_is_no_credit() {
        for text in [
            "巷口的灯亮了。",
            "他爱看书,也爱拍摄。",
            "灯,由居民自己提供。巷子里的人都说,这样就很好",
            "（完）",
            "巷口的灯亮了（见下图）。",
        ] {
            assert_eq!(split(text), None, "{text}");
        }
    }
}
