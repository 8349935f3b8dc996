//! Plain lines: character references decoded, tags removed, white space collapsed.

use std::borrow::Cow;

use crate::html::{self, Token, Tokenizer};
use crate::parse::Value;

/// Elements that tell HTML from text about HTML, sorted.
const ELEMENTS: [&str; 41] = [
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "blockquote",
    "cite",
    "code",
    "div",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "i",
    "iframe",
    "li",
    "main",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "td",
    "tr",
    "u",
    "ul",
    "video",
];

/// Whether `raw` is HTML: an element ends in it, or one stands in it that has no end. `a < b` and `the <p> element` are none.
#[must_use]
pub fn is_markup(raw: &str) -> bool {
    let mut paragraphs = 0;
    for piece in raw.split('<').skip(1) {
        let (end, rest) = piece.strip_prefix('/').map_or((false, piece), |rest| (true, rest));
        let length = rest.bytes().take(11).take_while(u8::is_ascii_alphanumeric).count();
        let Some((name, rest)) = rest.split_at_checked(length) else { continue };
        if !rest.starts_with(['>', '/', ' ', '\n', '\t', '\r']) {
            continue;
        }
        let name = name.to_ascii_lowercase();
        paragraphs += usize::from(name == "p");
        let alone = matches!(name.as_str(), "br" | "hr" | "img" | "wbr");
        if alone || paragraphs > 1 || end && ELEMENTS.binary_search(&name.as_str()).is_ok() {
            return true;
        }
    }
    false
}

/// `raw` with its character references decoded; everything else stays as it is.
#[must_use]
pub fn decode(raw: &str) -> Cow<'_, str> {
    if !raw.contains('&') {
        return Cow::Borrowed(raw);
    }
    // A bracket is a character here, never the beginning of a tag.
    let guarded = raw.replace('<', "&lt;");
    let mut out = String::with_capacity(raw.len());
    for token in Tokenizer::new(&guarded) {
        if let Token::Text(text) = token {
            out.push_str(&text);
        }
    }
    Cow::Owned(out)
}

/// The words of a line that should be plain text and is HTML, or HTML in character references, more often than one would think.
#[must_use]
pub fn line(raw: &str) -> String {
    if is_markup(raw) {
        return html::text(raw);
    }
    let text = decode(raw);
    if is_markup(&text) { html::text(&text) } else { collapse(&text) }
}

/// `text` with each stretch of ASCII white space as one space, and none around. Wide spaces are part of a line's design.
fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.trim().split_ascii_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The words of a value in any of the shapes that a line takes: a string, a number, an object that holds it (`@value`, `rendered`,
/// `name`, …), or an array, whose first one counts.
#[must_use]
pub fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(raw) => Some(line(raw)).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.as_str().to_owned()),
        Value::Array(items) => items.iter().find_map(words),
        Value::Object(_) => first(value, &["@value", "rendered", "raw", "name", "headline", "text"]),
        _ => None,
    }
}

/// The words of the member `key`.
#[must_use]
pub fn field(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(words)
}

/// The words of the first member of `keys` that has some.
#[must_use]
pub fn first(value: &Value, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| field(value, key))
}

/// The member `key` as a string that says something, as it stands.
#[must_use]
pub fn raw<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str().filter(|text| !text.trim().is_empty())
}

/// The beginning of `text`, at most `most` characters, ending in a whole word and … where it goes on.
#[must_use]
pub fn beginning(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let head = text.get(..end).unwrap_or(text);
    // Chinese has no spaces; a cut that leaves little is made inside the word.
    let whole = head.rfind(' ').filter(|at| at * 2 > end).and_then(|at| head.get(..at)).unwrap_or(head);
    [whole.trim_end_matches([' ', ',', '，', '、', ';', '；', ':', '：']), "…"].concat()
}

/// Keywords from a string, split at its commas, or an array of strings or of objects with a name. Each stands once.
#[must_use]
pub fn keywords(value: &Value) -> Vec<String> {
    let mut tags = Vec::new();
    keywords_into(value, &mut tags);
    tags
}

/// The same, appended to `tags`.
pub fn keywords_into(value: &Value, tags: &mut Vec<String>) {
    match value {
        Value::String(raw) => {
            let text = decode(raw);
            let trimmed = text.trim();
            if trimmed.starts_with('[')
                && let Ok(list @ Value::Array(_)) = crate::parse::parse(trimmed.as_bytes(), crate::Limits::default())
            {
                return keywords_into(&list, tags);
            }
            text.split([',', '，', '、', ';', '；', '\n']).for_each(|tag| add(tag, tags));
        }
        Value::Array(items) => match items.as_slice() {
            // One string for all of them.
            [one @ Value::String(_)] => keywords_into(one, tags),
            // A tag in an array may have a comma of its own.
            _ => items.iter().filter_map(words).for_each(|tag| add(&tag, tags)),
        },
        other => words(other).into_iter().for_each(|tag| add(&tag, tags)),
    }
}

/// Adds a keyword, once.
pub fn add(tag: &str, tags: &mut Vec<String>) {
    // A list of thousands is no list of keywords, and looking each of them up would take its square.
    if tags.len() == 500 {
        return;
    }
    let tag = line(tag);
    if !tag.is_empty() && !tags.contains(&tag) {
        tags.push(tag);
    }
}

/// A count, also where it is written as `1,234` or `UserComments:12`.
#[must_use]
pub fn count(value: &Value) -> Option<u64> {
    if let Value::String(raw) = value {
        let raw = raw.rsplit(':').next().unwrap_or_default().trim();
        let digits: String =
            raw.chars().filter(|c| !matches!(c, ',' | '.' | ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}')).collect();
        // 1.5 is no count, 1.500 is one.
        let groups = raw.rsplit([',', '.']).next().is_none_or(|last| last.len() == raw.len() || last.len() == 3);
        return if groups { digits.parse().ok() } else { None };
    }
    value.as_u64()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, parse::parse};

    fn value(json: &str) -> Value {
        parse(json.as_bytes(), Limits::default()).unwrap()
    }

    #[test]
    fn html_is_told_from_text_about_it() {
        for raw in
            ["<p>One</p>", "one<br>two", "one<br/>two", "a <B>b</B>", "<p>one<p class=x>two", "<a href='x'>y</a >"]
        {
            assert!(is_markup(raw), "{raw}");
        }
        for raw in ["", "a < b and c > d", "The <p> element", "<3", "</>", "1 </ 2", "<generic>T</generic>", "x <"] {
            assert!(!is_markup(raw), "{raw}");
        }
        assert!(ELEMENTS.is_sorted());
    }

    #[test]
    fn references_are_decoded_and_brackets_kept() {
        for (raw, text) in
            [("a &lt; b &amp; c", "a < b & c"), ("1 < 2 &#38;&hellip; <x>", "1 < 2 &… <x>"), ("&amp;lt;", "&lt;")]
        {
            assert_eq!(decode(raw), text, "{raw}");
        }
        for (raw, text) in [
            ("Oil &#8211; <b>wick</b>", "Oil – wick"),
            ("&lt;p&gt;Oil&lt;/p&gt;", "Oil"),
            ("The <p> tag", "The <p> tag"),
        ] {
            assert_eq!(line(raw), text, "{raw}");
        }
    }

    #[test]
    fn words_come_in_every_shape() {
        for (json, text) in [
            (r#""  One\n  two ""#, Some("One two")),
            (r#""　三　四""#, Some("三　四")),
            (r#"{"@value":"Five","@language":"en"}"#, Some("Five")),
            (r#"[null,"",{"name":{"name":"Six"}}]"#, Some("Six")),
            ("7", Some("7")),
            ("null", None),
            ("[]", None),
        ] {
            assert_eq!(words(&value(json)).as_deref(), text, "{json}");
        }
    }

    #[test]
    fn keywords_are_split_once() {
        for (json, tags) in [
            (r#""lamps, tea，烛台、油灯；lamps""#, vec!["lamps", "tea", "烛台", "油灯"]),
            (r#"["lamps","oil, refined","tag:x"]"#, vec!["lamps", "oil, refined", "tag:x"]),
            (r#"["lamps,oil"]"#, vec!["lamps", "oil"]),
            (r#""[\"lamps\",\"oil\"]""#, vec!["lamps", "oil"]),
            (r#"[{"@type":"DefinedTerm","name":"lamps"}]"#, vec!["lamps"]),
            (r#""""#, vec![]),
            ("null", vec![]),
        ] {
            assert_eq!(keywords(&value(json)), tags, "{json}");
        }
    }

    #[test]
    fn counts_are_read_as_written() {
        for (json, number) in [
            ("12", Some(12)),
            (r#""12""#, Some(12)),
            (r#""1,234""#, Some(1234)),
            (r#""1.234.567""#, Some(1_234_567)),
            (r#""12 345""#, Some(12345)),
            (r#""UserComments:7""#, Some(7)),
            (r#""1.5""#, None),
            (r#""many""#, None),
            ("-1", None),
            ("null", None),
        ] {
            assert_eq!(count(&value(json)), number, "{json}");
        }
    }

    #[test]
    fn a_beginning_ends_in_a_whole_word() {
        assert_eq!(beginning("One two three", 40), "One two three");
        assert_eq!(beginning("One two, three", 11), "One two…");
        assert_eq!(beginning("灯下读书，从来不问时间。", 4), "灯下读书…");
    }
}
