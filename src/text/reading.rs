//! How long an article takes to read.

use crate::article::{Block, Inline};

use super::Language;

/// Words a minute by language, the means of readers of the International Reading Speed Texts, the same in every language
/// (`IReST`): Trauzettel-Klosinski and Dietz 2012, "Standardized Assessment of Reading Performance", IOVS 53:5452.
const WORDS: [(&str, u64); 15] = [
    ("ar", 138),
    ("de", 179),
    ("en", ENGLISH),
    ("es", 218),
    ("fi", 161),
    ("fr", 195),
    ("he", 187),
    ("it", 188),
    ("nl", 202),
    ("pl", 166),
    ("pt", 181),
    ("ru", 184),
    ("sl", 180),
    ("sv", 199),
    ("tr", 166),
];
/// English in the same study.
const ENGLISH: u64 = 228;
/// The mean of the languages in the study, for all others.
const MEAN: u64 = 185;
/// Characters a minute, Chinese and Japanese, in the same study.
const CHINESE: u64 = 255;
const JAPANESE: u64 = 357;
/// Letters and signs that are taken for a word where a script sets no spaces (Thai, Lao, Khmer, Burmese). An assumption: the study has
/// none of these languages.
const UNSPACED: u64 = 6;
/// Parts of a minute in which is reckoned.
const MINUTE: u64 = 1_000_000;

/// Counts what there is to read, block by block.
///
/// A minute is 255 characters of Chinese or 357 of Japanese, or as many words as `IReST` found for the language (English 228, Arabic
/// 138, …; 185, their mean, where it has none): Trauzettel-Klosinski and Dietz 2012, IOVS 53:5452.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    han: u64,
    kana: u64,
    words: u64,
    unspaced: u64,
    in_word: bool,
}

impl Reading {
    /// Counts a block.
    pub fn block(&mut self, block: &Block) {
        let words = |own: &mut Self, text: &Option<String>| own.line(text.as_deref().unwrap_or_default());
        match block {
            Block::Paragraph(paragraph) => self.text(&paragraph.content),
            Block::Heading(heading) => self.text(&heading.content),
            Block::List { items, .. } => items.iter().for_each(|item| self.blocks(&item.blocks)),
            Block::Quote { blocks, cite } => {
                self.blocks(blocks);
                words(self, cite);
            }
            Block::Code { text, .. } | Block::Unknown { text, .. } => self.line(text),
            Block::Image(picture) => words(self, &picture.caption),
            Block::Gallery { images, caption } => {
                images.iter().for_each(|picture| words(self, &picture.caption));
                words(self, caption);
            }
            Block::Video(media) | Block::Audio(media) => {
                words(self, &media.title);
                words(self, &media.caption);
            }
            Block::Embed(embed) => {
                words(self, &embed.title);
                words(self, &embed.caption);
            }
            Block::Table(table) => {
                words(self, &table.caption);
                table.rows.iter().flatten().for_each(|cell| self.text(&cell.content));
            }
            Block::Divider => {}
            Block::Details { summary, blocks, .. } => {
                self.text(summary);
                self.blocks(blocks);
            }
            Block::LinkCard(card) => {
                self.line(&card.title);
                words(self, &card.excerpt);
            }
            Block::Group { title, blocks } => {
                words(self, title);
                self.blocks(blocks);
            }
            Block::Footnotes(notes) => notes.iter().for_each(|note| self.blocks(&note.blocks)),
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn text(&mut self, text: &[Inline]) {
        self.inlines(text);
        self.in_word = false;
    }

    fn inlines(&mut self, text: &[Inline]) {
        for inline in text {
            match inline {
                Inline::Run { text, .. } => self.add(text),
                Inline::Link { content, .. } => self.inlines(content),
                Inline::Break => self.in_word = false,
                // Neither a picture nor the sign of a note is read as a word.
                Inline::Image(_) | Inline::NoteRef { .. } => {}
            }
        }
    }

    fn line(&mut self, text: &str) {
        self.add(text);
        self.in_word = false;
    }

    /// Counts characters; a word may go on in the next call.
    fn add(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                'a'..='z' | 'A'..='Z' | '0'..='9' => self.letter(),
                '\u{0}'..='\u{7f}' => self.in_word &= !matches!(c, '\0'..=' ' | '/'),
                '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' => {
                    self.han += 1;
                    self.in_word = false;
                }
                '\u{3041}'..='\u{30ff}' => {
                    self.kana += 1;
                    self.in_word = false;
                }
                '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => {
                    self.unspaced += 1;
                    self.in_word = false;
                }
                // Dashes and the punctuation of Chinese and Japanese stand between words without a space.
                '\u{2013}'..='\u{2015}'
                | '\u{2026}'
                | '\u{3000}'..='\u{303f}'
                | '\u{ff00}'..='\u{ff0f}'
                | '\u{ff1a}'..='\u{ff20}'
                | '\u{ff3b}'..='\u{ff40}'
                | '\u{ff5b}'..='\u{ff65}' => {
                    self.in_word = false;
                }
                _ if c.is_whitespace() => self.in_word = false,
                // The signs of Latin-1, general punctuation and symbols, emoji: no words by themselves, nor their end.
                '\u{80}'..='\u{bf}'
                | '\u{fe00}'..='\u{fe4f}'
                | '\u{feff}'
                | '\u{2000}'..='\u{2bff}'
                | '\u{1f000}'..='\u{1faff}' => {}
                // What is left are letters, but for a few signs: the tables that tell would weigh more than they are worth.
                _ => self.letter(),
            }
        }
    }

    fn letter(&mut self) {
        self.words += u64::from(!self.in_word);
        self.in_word = true;
    }

    /// The minutes that an article in `language` takes with what was counted, rounded up; at least one.
    #[must_use]
    pub fn minutes(&self, language: &Language) -> u32 {
        let lower = language.tag.to_ascii_lowercase();
        let primary = lower.split('-').next().unwrap_or_default();
        let words = match primary {
            // Words of another script in Chinese or Japanese are English more often than not.
            "zh" | "yue" | "cmn" | "wuu" | "lzh" | "ja" => ENGLISH,
            _ => WORDS.iter().find(|(tag, _)| *tag == primary).map_or(MEAN, |(_, speed)| *speed),
        };
        let han = if primary == "ja" { JAPANESE } else { CHINESE };
        let spoken = self.words + self.unspaced.div_ceil(UNSPACED);
        let time = self.han * MINUTE / han + self.kana * MINUTE / JAPANESE + spoken * MINUTE / words;
        u32::try_from(time.div_ceil(MINUTE)).unwrap_or(u32::MAX).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(tag: &str, text: &str) -> u32 {
        let mut reading = Reading::default();
        reading.block(&Block::paragraph(text));
        reading.minutes(&Language::of_tag(tag))
    }

    #[test]
    fn a_minute_is_what_the_study_says() {
        for (tag, word, speed) in [
            ("zh-Hans", "灯", 255),
            ("zh-Hant", "燈", 255),
            ("ja", "の", 357),
            ("ja", "灯", 357),
            ("en-GB", "lamp ", 228),
            ("ar", "مصباح ", 138),
            ("ko", "등불 ", 185),
            ("de", "Lampe ", 179),
            ("vi", "đèn ", 185),
            ("", "lamp ", 185),
            ("zh", "lamp ", 228),
        ] {
            assert_eq!(minutes(tag, &word.repeat(speed)), 1, "{tag}");
            assert_eq!(minutes(tag, &word.repeat(speed + 1)), 2, "{tag}");
            assert_eq!(minutes(tag, &word.repeat(speed * 10)), 10, "{tag}");
        }
        assert_eq!(minutes("th", &"โคมไฟ".repeat(185 * 6 / 5)), 1);
        assert_eq!(minutes("th", &"โคมไฟ".repeat(185 * 12 / 5)), 2);
        assert_eq!(minutes("en", ""), 1);
    }

    #[test]
    fn words_are_what_stands_between_spaces() {
        for (text, words, han, kana) in [
            ("It's a well-lit lamp—and/or a 1,000-page book.", 9, 0, 0),
            ("用iPhone 15拍灯。", 2, 3, 0),
            ("灯の下、ランプ", 0, 2, 4),
            ("القراءة تحت المصباح، ليلًا", 4, 0, 0),
            ("등불 아래에서", 2, 0, 0),
            ("“…” — «» 🙂", 0, 0, 0),
            ("灯？灯：灯；（Ａ４）", 1, 3, 0),
        ] {
            let mut reading = Reading::default();
            reading.block(&Block::paragraph(text));
            assert_eq!((reading.words, reading.han, reading.kana), (words, han, kana), "{text}");
        }
    }

    #[test]
    fn marks_do_not_divide_words_and_blocks_do() {
        let run = |text: &str| Inline::text(text);
        let mut reading = Reading::default();
        let content = vec![run("la"), run("mp"), Inline::Break, run("oil")];
        reading.block(&Block::Details { summary: content, blocks: vec![Block::paragraph("wick")], open: false });
        assert_eq!(reading.words, 3);
        let table = crate::article::Table {
            rows: vec![vec![
                crate::article::Cell { content: vec![run("lamp")], ..Default::default() },
                crate::article::Cell { content: vec![run("oil")], ..Default::default() },
            ]],
            caption: Some("灯".to_owned()),
        };
        reading.block(&Block::Table(table));
        assert_eq!((reading.words, reading.han), (5, 1));
    }
}
