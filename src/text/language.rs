//! The language of a text: its tag, its script, its direction.

use crate::article::Dir;

/// A script, as far as typesetting tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Latin and everything that is set like it.
    Latin,
    /// Simplified Chinese.
    Hans,
    /// Traditional Chinese.
    Hant,
    /// Japanese.
    Japanese,
    /// Korean.
    Korean,
    /// Arabic.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Thai, Khmer, Devanagari and others with marks above and below the line.
    Tall,
}

impl Script {
    /// The value of `data-script`, on which the stylesheet builds.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Latin => "latin",
            Self::Hans => "hans",
            Self::Hant => "hant",
            Self::Japanese => "japanese",
            Self::Korean => "korean",
            Self::Arabic => "arabic",
            Self::Hebrew => "hebrew",
            Self::Tall => "tall",
        }
    }

    /// The direction in which it is written.
    #[must_use]
    pub const fn dir(self) -> Dir {
        match self {
            Self::Arabic | Self::Hebrew => Dir::Rtl,
            _ => Dir::Ltr,
        }
    }
}

/// A language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// The BCP 47 tag; empty where nothing is known.
    pub tag: String,
    /// Its script.
    pub script: Script,
}

impl Language {
    /// The language of a tag.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        let lower = tag.to_ascii_lowercase();
        let mut subtags = lower.split(['-', '_']);
        let primary = subtags.next().unwrap_or_default();
        let rest: Vec<&str> = subtags.collect();
        let has = |names: &[&str]| rest.iter().any(|subtag| names.contains(subtag));
        let script = match primary {
            "zh" | "yue" | "lzh" if has(&["hant", "tw", "hk", "mo"]) && !has(&["hans"]) => Script::Hant,
            "yue" | "lzh" if !has(&["hans", "cn"]) => Script::Hant,
            "zh" | "yue" | "lzh" | "wuu" | "cmn" => Script::Hans,
            "ja" => Script::Japanese,
            "ko" => Script::Korean,
            _ if has(&["arab"]) => Script::Arabic,
            _ if has(&["latn", "cyrl"]) => Script::Latin,
            "ar" | "fa" | "ur" | "ps" | "ckb" | "ug" | "sd" | "arz" => Script::Arabic,
            "he" | "iw" | "yi" => Script::Hebrew,
            "th" | "lo" | "km" | "my" | "hi" | "mr" | "ne" | "bn" | "ta" | "te" | "kn" | "ml" | "gu" | "pa" | "si"
            | "bo" => Script::Tall,
            _ => Script::Latin,
        };
        Self { tag: tag.replace('_', "-"), script }
    }

    /// The language that `text` is most likely written in, by its characters; a Latin text has no tag.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let mut counts = Counts::default();
        for c in text.chars().take(SAMPLE) {
            counts.add(c);
        }
        counts.language()
    }
}

/// Characters that are looked at: the opening tells the language.
const SAMPLE: usize = 2000;

/// Frequent characters that exist in one of the two Chinese standards only (general table of simplified characters, 1986, against its
/// traditional column).
const SIMPLIFIED: &str =
    "们这国来时对说会学过发点动还进种从样开实现经么后长问没与将个为东车马书见电业报门话务关义习于传让应带湖乡导";
const TRADITIONAL: &str =
    "們這國來時對說會學過發點動還進種從樣開實現經麼後長問沒與將個為東車馬書見電業報門話務關義習於傳讓應帶鄉導";

/// Whether `c` stands in one of the two Chinese standards only, as far as this is known of frequent characters.
pub(super) fn tells_chinese(c: char) -> bool {
    SIMPLIFIED.contains(c) != TRADITIONAL.contains(c)
}

#[derive(Default)]
struct Counts {
    latin: u32,
    han: u32,
    simplified: u32,
    traditional: u32,
    kana: u32,
    hangul: u32,
    arabic: u32,
    hebrew: u32,
    tall: u32,
}

impl Counts {
    fn add(&mut self, c: char) {
        match c {
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{52f}' => self.latin += 1,
            '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}' => {
                self.han += 1;
                let simplified = SIMPLIFIED.contains(c);
                let traditional = TRADITIONAL.contains(c);
                self.simplified += u32::from(simplified && !traditional);
                self.traditional += u32::from(traditional && !simplified);
            }
            '\u{3041}'..='\u{30ff}' => self.kana += 1,
            '\u{ac00}'..='\u{d7a3}' | '\u{1100}'..='\u{11ff}' => self.hangul += 1,
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => self.arabic += 1,
            '\u{590}'..='\u{5ff}' => self.hebrew += 1,
            '\u{900}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => self.tall += 1,
            _ => {}
        }
    }

    fn language(&self) -> Language {
        // A word of Latin has about five letters; a Han character is nearly a word.
        let latin = self.latin / 4;
        let tag = if self.kana * 10 > self.han + self.kana && self.kana > 0 && self.kana + self.han > latin {
            "ja"
        } else if self.hangul > latin && self.hangul > self.han {
            "ko"
        } else if self.han > latin {
            if self.traditional > self.simplified { "zh-Hant" } else { "zh-Hans" }
        } else if self.arabic > self.latin {
            "ar"
        } else if self.hebrew > self.latin {
            "he"
        } else if self.tall > self.latin {
            return Language { tag: String::new(), script: Script::Tall };
        } else {
            ""
        };
        Language::of_tag(tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags() {
        for (tag, script) in [
            ("zh", Script::Hans),
            ("zh-CN", Script::Hans),
            ("zh_TW", Script::Hant),
            ("zh-Hant-HK", Script::Hant),
            ("zh-Hans-HK", Script::Hans),
            ("ja", Script::Japanese),
            ("ar-EG", Script::Arabic),
            ("en-GB", Script::Latin),
            ("", Script::Latin),
        ] {
            assert_eq!(Language::of_tag(tag).script, script, "{tag}");
        }
        assert_eq!(Language::of_tag("zh_TW").tag, "zh-TW");
    }

    #[test]
    fn reads_texts() {
        for (text, tag) in [
            ("灯下读书,从来不问时间。", "zh-Hans"),
            ("燈下讀書,從來不問時間。", "zh-Hant"),
            ("灯の下で本を読む。", "ja"),
            ("등불 아래에서 책을 읽는다", "ko"),
            ("القراءة تحت المصباح", "ar"),
            ("Reading under a lamp", ""),
            ("iPhone 与 Android 的差别在哪里", "zh-Hans"),
        ] {
            assert_eq!(Language::of_text(text).tag, tag, "{text}");
        }
    }
}
