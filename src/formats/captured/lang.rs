//! The language of a page, by its characters.

use crate::formats::common::word::{self, Script};

/// Characters that are looked at.
const SAMPLE: usize = 4000;
/// Characters of one script that make sure of it.
const SURE: usize = 3;
/// Words that no English text of some length does without, and that other languages in Latin letters do not have.
const ENGLISH: [&str; 10] = ["the", "and", "of", "that", "with", "was", "for", "from", "this", "which"];

/// `zh-Hans`, `zh-Hant` or `en`; `None` where the characters leave it open.
pub fn of<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Option<&'static str> {
    let (mut han, mut latin, mut other, mut simplified, mut traditional) =
        (0_usize, 0_usize, 0_usize, 0_usize, 0_usize);
    for c in texts.clone().flat_map(str::chars).take(SAMPLE) {
        match word::script(c) {
            Some(Script::Simplified) => simplified += 1,
            Some(Script::Traditional) => traditional += 1,
            None => {}
        }
        if word::is_han(c) {
            han += 1;
        } else if c.is_ascii_alphabetic() {
            latin += 1;
        } else if c.is_alphabetic() {
            // Kana, Hangul, Cyrillic, accented letters: not one of the three.
            other += 1;
        }
    }
    if other * 20 > han + latin {
        return None;
    }
    // A word of Latin has about five letters; a Han character is nearly a word.
    if han * 4 > latin {
        return match (simplified, traditional) {
            (s, t) if s >= SURE && s > t * 4 => Some("zh-Hans"),
            (s, t) if t >= SURE && t > s * 4 => Some("zh-Hant"),
            _ => None,
        };
    }
    let words = texts
        .flat_map(|text| text.split(|c: char| !c.is_ascii_alphabetic()))
        .filter(|word| !word.is_empty())
        .take(SAMPLE / 4);
    let (all, english) = words.fold((0_usize, 0_usize), |(all, english), word| {
        (all + 1, english + usize::from(ENGLISH.iter().any(|known| word.eq_ignore_ascii_case(known))))
    });
    (english >= SURE && english * 20 > all).then_some("en")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_tell_the_language_or_leave_it_open() {
        for (text, lang) in [
            ("灯下读书,从来不问时间。", Some("zh-Hans")),
            ("燈下讀書，從來不問時間。", Some("zh-Hant")),
            ("山上有水", None),
            ("灯の下で本を読む。時間はいくらでもある。", None),
            ("The lamp of the house was lit, and the rain went on with a sound that nobody heard.", Some("en")),
            ("La lampe de la maison brillait sous la pluie.", None),
            ("", None),
        ] {
            assert_eq!(of([text].into_iter()), lang, "{text}");
        }
    }
}
