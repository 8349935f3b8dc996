//! Character references (HTML, "Character reference state").

use std::borrow::Cow;

/// Every named reference of the standard. A line is a first letter and, sorted, the names that begin with it. A name is
/// written as one digit of base 36, how many letters after the first it shares with the name before; its other letters;
/// a space if it counts without a semicolon too; and its characters, which are never ASCII letters or digits: `~`
/// stands for a line feed and `-` for `fj`.
const NAMES: &str = include_str!("entities.txt");

/// Where in `NAMES` the names begin that begin with A to Z and a to z.
const STARTS: [u16; 52] = starts();

/// What to do to a piece of source text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Rules {
    /// Decode character references.
    pub references: bool,
    /// As in an attribute: a reference without a semicolon that runs on is none.
    pub attribute: bool,
    /// Make line ends line feeds.
    pub lines: bool,
    /// Replace U+0000.
    pub nul: bool,
}

/// Plain text with its character references decoded, such as a title.
///
/// ```
/// assert_eq!(lamplit::html::decode("caf&eacute; &#x2014; R&D"), "café — R&D");
/// ```
#[must_use]
pub fn decode(text: &str) -> Cow<'_, str> {
    rewrite(text, Rules { references: true, ..Rules::default() })
}

/// The text as the rules have it, borrowed where nothing changes.
pub(super) fn rewrite(text: &str, rules: Rules) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let (mut at, mut copied) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        let after = at + 1;
        let mut one = [0; 4];
        let found = match byte {
            b'&' if rules.references => reference(bytes.get(after..).unwrap_or_default(), rules.attribute, &mut one),
            b'\r' if rules.lines => Some((if bytes.get(after) == Some(&b'\n') { "" } else { "\n" }, 0)),
            0 if rules.nul => Some(("\u{FFFD}", 0)),
            _ => None,
        };
        if let Some((characters, length)) = found {
            out.push_str(text.get(copied..at).unwrap_or_default());
            out.push_str(characters);
            at = after + length;
            copied = at;
        } else {
            at = after;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// What the reference means whose `&` stands before `text`, and how long it is.
fn reference<'a>(text: &[u8], attribute: bool, one: &'a mut [u8; 4]) -> Option<(&'a str, usize)> {
    if text.first() == Some(&b'#') {
        let (c, length) = numeric(text)?;
        return Some((c.encode_utf8(one), length));
    }
    let (characters, length, whole) = named(text)?;
    let runs_on = || text.get(length).is_some_and(|&b| b == b'=' || b.is_ascii_alphanumeric());
    if attribute && !whole && runs_on() {
        return None;
    }
    Some((characters, length))
}

/// The character that `#123;` or `#x7b;` stands for, and the length of that.
fn numeric(text: &[u8]) -> Option<(char, usize)> {
    let (radix, start) = if matches!(text.get(1), Some(b'x' | b'X')) { (16, 2) } else { (10, 1) };
    let (mut code, mut at) = (0u32, start);
    while let Some(digit) = text.get(at).and_then(|&b| char::from(b).to_digit(radix)) {
        code = code.saturating_mul(radix).saturating_add(digit);
        at += 1;
    }
    if at == start {
        return None;
    }
    if text.get(at) == Some(&b';') {
        at += 1;
    }
    let c = match code {
        0 => None,
        0x80..=0x9F => WINDOWS_1252.chars().nth(code as usize - 0x80),
        _ => char::from_u32(code),
    };
    Some((c.unwrap_or(char::REPLACEMENT_CHARACTER), at))
}

/// What the numbers 128 to 159 were taken to mean.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";

/// What the longest name at the start of `text` stands for, its length, and whether it ends in a semicolon.
fn named(text: &[u8]) -> Option<(&'static str, usize, bool)> {
    let (&first, text) = text.split_first()?;
    let line = match first {
        b'A'..=b'Z' => first - b'A',
        b'a'..=b'z' => first - b'a' + 26,
        _ => return None,
    };
    let names = NAMES.as_bytes();
    // A name that shares nothing with the one before begins with `0`, which stands nowhere else: so the second letter
    // is found fast.
    let mut at = usize::from(*STARTS.get(usize::from(line))?);
    let second = [b'0', *text.first()?];
    at += names.get(at..)?.windows(2).position(|pair| *pair == second || pair.starts_with(b"\n"))?;
    let is_letter = |at: usize| names.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let mut found = None;
    // How much of the text the name before has; all of its own letters if it is one that the text begins with.
    let mut common = 0;
    'names: while let Some(shared) = names.get(at).and_then(|&b| char::from(b).to_digit(36)) {
        let shared = shared as usize;
        if shared < common {
            // Sorted: from here on they are all behind the text.
            break;
        }
        at += 1;
        let mut fits = shared == common;
        while is_letter(at) {
            if fits && names.get(at) > text.get(common) {
                // Sorted: the text's name would stand before this one.
                break 'names;
            }
            fits = fits && names.get(at) == text.get(common);
            common += usize::from(fits);
            at += 1;
        }
        let short = names.get(at) == Some(&b' ');
        at += usize::from(short);
        let value = at;
        while names.get(at).is_some_and(|b| *b != b'\n' && !b.is_ascii_alphanumeric()) {
            at += 1;
        }
        let whole = text.get(common) == Some(&b';');
        if fits && (whole || short) {
            found = Some((NAMES.get(value..at)?, 1 + common + usize::from(whole), whole));
        }
    }
    found.map(|(characters, length, whole)| {
        let characters = match characters {
            "~" => "\n",
            "-" => "fj",
            other => other,
        };
        (characters, length, whole)
    })
}

#[allow(clippy::indexing_slicing, reason = "computed while compiling")]
const fn starts() -> [u16; 52] {
    let names = NAMES.as_bytes();
    let mut starts = [0; 52];
    let (mut at, mut line) = (0, 0);
    while at < names.len() {
        if at == 0 || names[at - 1] == b'\n' {
            starts[line] = at as u16 + 1;
            line += 1;
        }
        at += 1;
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attribute(text: &str) -> Cow<'_, str> {
        rewrite(text, Rules { references: true, attribute: true, lines: true, nul: true })
    }

    #[test]
    fn named_references() {
        for (text, expected) in [
            ("&amp;&lt;&gt;&quot;&apos;&nbsp;", "&<>\"'\u{A0}"),
            ("&Aacute;&zwnj;&zwj;&Zeta;&AMP;&AMP", "Á\u{200C}\u{200D}Ζ&&"),
            ("&excl;&NewLine;&Tab;&fjlig;&num;&lsqb;&grave;", "!\n\tfj#[`"),
            ("&NotEqualTilde;&nvlt;&ThickSpace;&bne;", "≂̸<⃒\u{205F}\u{200A}=⃥"),
            ("&CounterClockwiseContourIntegral;", "∳"),
            ("&frac12;&frac1&sup1;&there4;&blk14;", "½&frac1¹∴░"),
            ("&notit; &notin; &notin &not; &not", "¬it; ∉ ¬in ¬ ¬"),
            ("&ampamp; &amp;amp; &copy2 &COPY", "&amp; &amp; ©2 ©"),
            ("&am &bogus; &; & && &1 &é &hellip &Amp;", "&am &bogus; &; & && &1 &é &hellip &Amp;"),
        ] {
            assert_eq!(decode(text), expected, "{text}");
        }
    }

    #[test]
    fn numeric_references() {
        for (text, expected) in [
            ("&#65;&#x41;&#X41&#065 &#x1F600;", "AAAA 😀"),
            ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("&#128;&#x93;&#159;&#x81;&#x9d", "€“Ÿ\u{81}\u{9D}"),
            ("&#13;&#10;&#xFFFF;&#x10FFFF;", "\r\n\u{FFFF}\u{10FFFF}"),
            ("&#;&#x;&#xg;&#a;&#", "&#;&#x;&#xg;&#a;&#"),
        ] {
            assert_eq!(decode(text), expected, "{text}");
        }
    }

    #[test]
    fn attributes_are_careful() {
        for (text, expected) in [
            ("?a=1&copy=2&amp=3&lt4&not", "?a=1&copy=2&amp=3&lt4¬"),
            ("&copy;=&copy;x&copy &copy.", "©=©x© ©."),
            ("&notit;&notin;&#65=", "&notit;∉A="),
            ("a\r\nb\rc\0", "a\nb\nc\u{FFFD}"),
        ] {
            assert_eq!(attribute(text), expected, "{text}");
        }
    }

    #[test]
    fn nothing_is_copied_for_nothing() {
        for text in ["", "plain", "AT&T & &bogus; &#;", "灯下\r\n\0"] {
            assert!(matches!(decode(text), Cow::Borrowed(_)), "{text}");
        }
    }

    /// Reads the table from end to end, another way than `named`.
    #[test]
    fn the_table_is_whole() {
        let (mut names, mut short, mut sum) = (Vec::new(), 0, 0);
        for line in NAMES.lines() {
            let (first, mut rest) = line.split_at(1);
            let mut name = String::new();
            while !rest.is_empty() {
                let (shared, tail) = rest.split_at(1);
                name.truncate(1 + usize::from_str_radix(shared, 36).unwrap());
                if name.is_empty() {
                    name.push_str(first);
                }
                let (letters, tail) = tail.split_at(tail.find(|c: char| !c.is_ascii_alphanumeric()).unwrap());
                name.push_str(letters);
                let end = tail.find(|c: char| c.is_ascii_alphanumeric()).unwrap_or(tail.len());
                let (value, behind) = tail.split_at(end);
                let is_short = value.starts_with(' ');
                let value = match value.trim_start_matches(' ') {
                    "~" => "\n",
                    "-" => "fj",
                    other => other,
                };
                let semicolon = ["&", &name, ";"].concat();
                assert_eq!(decode(&semicolon), value, "{semicolon}");
                if is_short {
                    short += 1;
                    assert_eq!(decode(semicolon.trim_end_matches(';')), value, "{semicolon}");
                }
                sum += value.chars().map(u32::from).sum::<u32>();
                names.push(name.clone());
                rest = behind;
            }
        }
        // Counts and a sum of all characters, in case an editor "mends" the file.
        assert_eq!((names.len(), short, sum), (2125, 106, 32_307_970));
        assert!(names.is_sorted());
    }
}
