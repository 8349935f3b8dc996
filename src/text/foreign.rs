//! A stretch of text in another script than the article's: its language and direction, by its characters.

use crate::article::Dir;

use super::Script;
use super::language::{Language, tells_chinese};

/// What is known of such a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The BCP 47 tag; empty where the script leaves the language open.
    pub lang: &'static str,
    /// The direction.
    pub dir: Dir,
}

/// Characters that are looked at.
const SAMPLE: u16 = 200;
/// Letters of the article's own script after which a text is the article's.
const OWN: u16 = 24;
/// Letters that a text must have for its script to count.
const LEAST: u16 = 4;
/// Words that no English sentence of some length does without, and that other languages in Latin letters do not have.
const ENGLISH: [&str; 10] = ["the", "and", "that", "with", "from", "this", "which", "have", "would", "their"];
/// Letters that Persian, Urdu and others have and Arabic has not.
const NOT_ARABIC: &str = "پچژگٹڈںےیکہۆێ";

/// Scripts, as far as a few letters tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Latin,
    Han,
    Kana,
    Hangul,
    Arabic,
    Hebrew,
    Tall,
}

/// Letters of each group, seen so far.
#[derive(Debug)]
pub struct Sample {
    own: Script,
    text: String,
    seen: u16,
    counts: [u16; 7],
}

impl Sample {
    /// An empty sample of a text in an article that is written in `own`.
    #[must_use]
    pub fn new(own: Script) -> Self {
        Self { own, text: String::new(), seen: 0, counts: [0; 7] }
    }

    /// Looks at more of the text; true as soon as enough is known.
    pub fn add(&mut self, text: &str) -> bool {
        for c in text.chars() {
            if self.is_full() {
                return true;
            }
            self.seen += 1;
            self.text.push(c);
            if let Some(group) = group(c)
                && let Some(count) = self.counts.get_mut(group as usize)
            {
                *count += 1;
            }
        }
        self.is_full()
    }

    fn is_full(&self) -> bool {
        let own = self.own();
        self.seen >= SAMPLE || (own >= OWN && own * 2 >= self.letters())
    }

    fn count(&self, group: Group) -> u16 {
        self.counts.get(group as usize).copied().unwrap_or_default()
    }

    fn letters(&self) -> u16 {
        self.counts.iter().sum()
    }

    /// Letters of the article's script.
    fn own(&self) -> u16 {
        match self.own {
            Script::Latin => self.count(Group::Latin),
            Script::Hans | Script::Hant => self.count(Group::Han),
            Script::Japanese => self.count(Group::Han) + self.count(Group::Kana),
            Script::Korean => self.count(Group::Hangul) + self.count(Group::Han),
            Script::Arabic => self.count(Group::Arabic),
            Script::Hebrew => self.count(Group::Hebrew),
            Script::Tall => self.count(Group::Tall),
        }
    }

    /// What the text is, where it is clearly in another script than the article and has at least `least` letters.
    #[must_use]
    pub fn foreign(&self, least: u16) -> Option<Foreign> {
        if self.letters() < least.max(LEAST) {
            return None;
        }
        let (han, kana) = (self.count(Group::Han), self.count(Group::Kana));
        let cjk = matches!(self.own, Script::Hans | Script::Hant | Script::Japanese | Script::Korean);
        // One kana in a Chinese line is a brand or a joke.
        let japanese = kana >= 3 && kana * 5 > han;
        if japanese && self.own != Script::Japanese && kana + han > self.letters() / 2 {
            return Some(Foreign { lang: "ja", dir: Dir::Ltr });
        }
        // A word has about five letters; a Han character or a syllable of Hangul is nearly a word.
        let weight = |group: Group| match group {
            Group::Han | Group::Kana | Group::Hangul => self.count(group) * 4,
            _ => self.count(group),
        };
        let own = match self.own {
            Script::Hans | Script::Hant | Script::Japanese | Script::Korean => self.own() * 4,
            _ => self.own(),
        };
        let groups = [Group::Latin, Group::Han, Group::Hangul, Group::Arabic, Group::Hebrew, Group::Tall];
        let group = groups.into_iter().max_by_key(|group| weight(*group))?;
        // Words of both stand in many a line: the other script must clearly prevail.
        if weight(group) <= own * 2 {
            return None;
        }
        let lang = match group {
            // Han characters alone are at home in all of these.
            Group::Han if cjk => return None,
            Group::Han | Group::Kana => self.chinese(),
            Group::Hangul => "ko",
            Group::Arabic if self.text.contains(|c| NOT_ARABIC.contains(c)) => "",
            Group::Arabic => "ar",
            Group::Hebrew => "he",
            Group::Tall => self.tall(),
            Group::Latin if self.is_english() => "en",
            Group::Latin => "",
        };
        let rtl = matches!(group, Group::Arabic | Group::Hebrew);
        Some(Foreign { lang, dir: if rtl { Dir::Rtl } else { Dir::Ltr } })
    }

    /// The Chinese of an article that is not: which standard, only where a character tells.
    fn chinese(&self) -> &'static str {
        match Language::of_text(&self.text).script {
            _ if !self.text.chars().any(tells_chinese) => "zh",
            Script::Hant => "zh-Hant",
            _ => "zh-Hans",
        }
    }

    /// Scripts that one great language is written in.
    fn tall(&self) -> &'static str {
        match self.text.chars().find(|c| group(*c) == Some(Group::Tall)) {
            Some('\u{e00}'..='\u{e7f}') => "th",
            Some('\u{e80}'..='\u{eff}') => "lo",
            Some('\u{1780}'..='\u{17ff}') => "km",
            _ => "",
        }
    }

    fn is_english(&self) -> bool {
        // Accented letters are part of a word: thé is not the.
        let words = self.text.split(|c: char| !c.is_ascii_alphabetic() && c < '\u{c0}');
        words.into_iter().any(|word| ENGLISH.iter().any(|known| word.eq_ignore_ascii_case(known)))
    }
}

fn group(c: char) -> Option<Group> {
    Some(match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}' => Group::Latin,
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' => Group::Han,
        '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' => Group::Kana,
        '\u{ac00}'..='\u{d7a3}' | '\u{1100}'..='\u{11ff}' => Group::Hangul,
        '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{750}'..='\u{77f}' => Group::Arabic,
        '\u{5d0}'..='\u{5ea}' => Group::Hebrew,
        '\u{900}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Group::Tall,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(own: Script, text: &str) -> Option<(&'static str, &'static str)> {
        let mut sample = Sample::new(own);
        sample.add(text);
        sample.foreign(0).map(|found| (found.lang, found.dir.as_str()))
    }

    #[test]
    fn another_script_has_its_language() {
        for (own, text, expected) in [
            (Script::Hans, "灯の下で本を読む。", Some(("ja", "ltr"))),
            (Script::Hans, "القراءة تحت المصباح", Some(("ar", "rtl"))),
            (Script::Hans, "The lamp and the book.", Some(("en", "ltr"))),
            (Script::Hans, "La lampe est allumée.", Some(("", "ltr"))),
            (Script::Hans, "등불 아래에서 책을 읽는다", Some(("ko", "ltr"))),
            (Script::Latin, "灯下读书,从来不问时间。", Some(("zh-Hans", "ltr"))),
            (Script::Latin, "燈下讀書，從來不問時間。", Some(("zh-Hant", "ltr"))),
            (Script::Latin, "山上有水", Some(("zh", "ltr"))),
            (Script::Latin, "灯の下で本を読む。", Some(("ja", "ltr"))),
            (Script::Latin, "קריאה לאור המנורה", Some(("he", "rtl"))),
            (Script::Latin, "خواندن زیر چراغ گرم", Some(("", "rtl"))),
            (Script::Latin, "อ่านหนังสือใต้โคมไฟ", Some(("th", "ltr"))),
            (Script::Latin, "दीपक के नीचे पढ़ना", Some(("", "ltr"))),
            (Script::Arabic, "Reading under a lamp with a book", Some(("en", "ltr"))),
            (Script::Arabic, "灯下读书,从来不问时间。", Some(("zh-Hans", "ltr"))),
            (Script::Japanese, "القراءة تحت المصباح", Some(("ar", "rtl"))),
            (Script::Tall, "Reading under that lamp", Some(("en", "ltr"))),
        ] {
            assert_eq!(of(own, text), expected, "{text}");
        }
    }

    #[test]
    fn the_articles_own_is_left_alone() {
        for (own, text) in [
            (Script::Hans, "燈下讀書，從來不問時間。"),
            (Script::Hant, "灯下读书,从来不问时间。"),
            (Script::Japanese, "国際連合安全保障理事会"),
            (Script::Korean, "大韓民國"),
            (Script::Hans, "鲜の每日"),
            (Script::Hans, "“The Lamp and the Book”在巷口的书店里出版了"),
            (Script::Hans, "iPhone 与 Android 的差别在哪里"),
            (Script::Latin, "Чтение под лампой"),
            (Script::Latin, "La lampe est allumée."),
            (Script::Latin, "The word 灯 is a lamp"),
            (Script::Arabic, "خواندن زیر چراغ"),
            (Script::Arabic, "2031-03-04 09:06"),
            (Script::Arabic, "A4"),
            (Script::Latin, "灯下"),
            (Script::Hans, ""),
        ] {
            assert_eq!(of(own, text), None, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_looked_at_for_a_moment_only() {
        let mut sample = Sample::new(Script::Hans);
        assert!(sample.add(&"灯下读书，".repeat(100_000)));
        assert!(sample.text.len() < 200);
        let mut sample = Sample::new(Script::Arabic);
        assert!(sample.add(&"A lamp. ".repeat(100_000)));
        assert_eq!(sample.seen, SAMPLE);
    }
}
