//! The words of a text, as far as they tell what it is about. A word is a number: nobody has to read it again.
//!
//! Scripts that write words apart are cut there, case folded, common English endings taken off. Scripts that do not (and Hangul, whose
//! words carry their particles) are cut into pairs of neighbouring characters, which are words often enough.

/// What a single Han character counts beside the pairs that it stands in.
const SINGLE: f32 = 0.4;

/// Words that say nothing of the subject, sorted: English, then German, French, Spanish and their like where they do not mean something
/// in English.
const EMPTY: &[&str] = &[
    "about", "after", "again", "against", "all", "almost", "along", "already", "also", "although", "always", "among",
    "an", "and", "another", "any", "are", "around", "as", "at", "au", "auch", "auf", "aus", "avec", "be", "became",
    "because", "been", "before", "behind", "being", "best", "better", "between", "bien", "both", "but", "by", "can",
    "cette", "come", "como", "con", "could", "dans", "das", "dass", "de", "del", "dem", "den", "der", "des", "did",
    "die", "do", "does", "doing", "done", "down", "du", "during", "each", "ein", "eine", "einen", "einer", "el", "en",
    "end", "enough", "er", "es", "est", "et", "even", "ever", "every", "few", "first", "five", "for", "four", "from",
    "für", "get", "give", "go", "good", "great", "had", "half", "has", "hat", "have", "having", "he", "her", "here",
    "him", "his", "how", "ich", "if", "il", "im", "in", "into", "is", "ist", "it", "its", "just", "keep", "know", "la",
    "last", "le", "les", "less", "like", "little", "long", "look", "los", "made", "make", "many", "may", "me", "mehr",
    "might", "mit", "more", "most", "much", "must", "my", "new", "nicht", "no", "nor", "not", "nothing", "now", "of",
    "off", "often", "old", "on", "once", "one", "only", "or", "other", "our", "out", "over", "own", "par", "para",
    "pas", "people", "por", "pour", "put", "que", "qui", "rather", "said", "same", "say", "see", "sein", "several",
    "she", "should", "si", "sich", "sie", "since", "so", "some", "still", "such", "sur", "take", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "thing", "think", "this", "those", "three", "through", "time",
    "to", "today", "too", "two", "und", "under", "une", "until", "up", "us", "use", "used", "very", "von", "want",
    "was", "way", "we", "well", "were", "what", "when", "where", "which", "while", "who", "whose", "why", "will",
    "with", "without", "work", "would", "year", "years", "yet", "you", "your", "zu", "zum", "zur",
];

/// Han characters that join words or stand for none: a pair does not reach over them.
const JOINTS: &str = "的了着过是在和与及或也都就而且但又还把被让从到向于为之其这那哪它他她我你们个么呢吗吧啊很更最不没有會過們個這還與於為沒";

/// Says every word of `text`, with what it counts.
pub fn each(text: &str, say: &mut dyn FnMut(u64, f32)) {
    let mut word = String::new();
    let mut before: Option<char> = None;
    for c in text.chars().map(narrow) {
        let kind = Kind::of(c);
        if kind != Kind::Letter && !word.is_empty() {
            finish(&mut word, say);
        }
        match kind {
            Kind::Letter => word.extend(c.to_lowercase()),
            Kind::Han | Kind::Dense => {
                if kind == Kind::Han {
                    say(number(&[c]), SINGLE);
                }
                if let Some(before) = before {
                    say(number(&[before, c]), 1.0);
                }
            }
            Kind::Other => {}
        }
        before = matches!(kind, Kind::Han | Kind::Dense).then_some(c);
    }
    finish(&mut word, say);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Of a word that is written apart.
    Letter,
    Han,
    /// Of another script whose pairs are taken.
    Dense,
    /// Between words.
    Other,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' => {
                if JOINTS.contains(c) {
                    Self::Other
                } else {
                    Self::Han
                }
            }
            // Hiragana is endings and particles more often than not.
            '\u{3041}'..='\u{309f}' => Self::Other,
            '\u{30a1}'..='\u{30fa}' | '\u{30fc}' | '\u{ac00}'..='\u{d7a3}' => Self::Dense,
            // Thai, Lao, Burmese, Khmer.
            '\u{e01}'..='\u{e4e}' | '\u{e81}'..='\u{ece}' | '\u{1000}'..='\u{1049}' | '\u{1780}'..='\u{17d3}' => {
                Self::Dense
            }
            // Marks on letters, and the signs of India that join two of them.
            '\u{300}'..='\u{36f}' => Self::Letter,
            '\u{900}'..='\u{d7f}' if u32::from(c) & 0x7f == 0x4d => Self::Letter,
            c if c.is_alphanumeric() => Self::Letter,
            _ => Self::Other,
        }
    }
}

/// Letters and digits of full width are those of ASCII.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

fn finish(word: &mut String, say: &mut dyn FnMut(u64, f32)) {
    let is_figure = word.bytes().all(|c| c.is_ascii_digit());
    // A year, a price, a day: everybody has them.
    let is_empty = word.chars().nth(1).is_none() || is_figure || EMPTY.binary_search(&word.as_str()).is_ok();
    if !is_empty {
        let stem = if word.is_ascii() { stem(word) } else { word.strip_prefix("ال").unwrap_or(word) };
        say(stem.bytes().fold(SEED, mix), 1.0);
    }
    word.clear();
}

/// A word without the endings of English. It need not be a word, only the same for all that belong together.
fn stem(word: &str) -> &str {
    let mut stem = word;
    for ending in ["'s", "ies", "es", "s"] {
        if let Some(rest) = word.strip_suffix(ending).filter(|rest| rest.len() >= 3 && !rest.ends_with(['s', 'u', 'i']))
        {
            stem = rest;
            break;
        }
    }
    for ending in ["ings", "ing", "edly", "ed", "ers", "er", "ly"] {
        if let Some(rest) = stem.strip_suffix(ending).filter(|rest| rest.len() >= 3) {
            stem = rest;
            break;
        }
    }
    // running, run; baking, bake; tiny, tinier.
    let last = stem.bytes().next_back();
    let is_double = stem.len() > 3 && stem.bytes().rev().nth(1) == last && !matches!(last, Some(b's' | b'l' | b'e'));
    if is_double || (stem.len() > 3 && matches!(last, Some(b'e' | b'y' | b'i'))) {
        stem = stem.split_at_checked(stem.len() - 1).map_or(stem, |(rest, _)| rest);
    }
    stem
}

fn number(characters: &[char]) -> u64 {
    characters.iter().flat_map(|c| u32::from(*c).to_le_bytes()).fold(SEED, mix)
}

/// FNV-1a, 64 bits: of some thousand words no two meet.
const SEED: u64 = 0xcbf2_9ce4_8422_2325;

pub(super) fn mix(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<u64> {
        let mut words = Vec::new();
        each(text, &mut |word, _| words.push(word));
        words
    }

    #[test]
    fn empty_words_are_sorted() {
        assert!(EMPTY.is_sorted());
    }

    #[test]
    fn forms_of_a_word_are_one() {
        for forms in [
            &["whale", "whales", "Whale’s", "WHALE"][..],
            &["bake", "baking", "baked", "bakes", "baker", "bakers"],
            &["city", "cities"],
            &["run", "running", "runs", "runner"],
            &["observatory", "observatories"],
            &["loss", "losses"],
        ] {
            for form in forms {
                assert_eq!(words(form), words(forms.first().unwrap_or(&"")), "{form}");
            }
        }
        assert_ne!(words("king"), words("k"));
        assert_ne!(words("ring"), words("red"));
    }

    #[test]
    fn han_is_cut_into_pairs() {
        let pairs = |text: &str| words(text).len();
        assert_eq!(pairs("灯下读书"), 4 + 3);
        // 的 joins nothing.
        assert_eq!(pairs("灯的书"), 2);
        assert_eq!(pairs("ＡＢＣ と abc"), 2);
        assert_eq!(words("ＡＢＣ"), words("abc"));
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        assert_eq!(words("the of 2026, a 3 — and!"), Vec::<u64>::new());
    }
}
