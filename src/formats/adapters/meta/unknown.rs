//! The words of what is not known, and the comparison of lines.

use crate::article::Block;
use crate::formats::notes::Notes;
use crate::html;
use crate::parse::{Path, Value};

/// Whether two lines have the same letters and digits, whatever their case, spaces and marks.
pub fn same(a: &str, b: &str) -> bool {
    letters(a).eq(letters(b))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// A block that is not known: its words are kept, and a warning says where it stands.
pub fn unknown(kind: &str, value: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    notes.warn("unknown-block", path, "The block is of an unknown kind; only its text was kept.");
    let text = words(value);
    (!text.is_empty()).then(|| Block::Unknown { kind: kind.to_owned(), text })
}

/// The readable strings in a value, a line each, without their markup: those whose name says that they are text.
pub fn words(value: &Value) -> String {
    let mut out = String::new();
    gather(value, true, &mut out);
    out
}

fn gather(value: &Value, text: bool, out: &mut String) {
    match value {
        Value::String(raw) if text => {
            let words = html::text(raw);
            if !words.is_empty() {
                if !out.is_empty() {
                    out.push('\n');
                }
                out.push_str(&words);
            }
        }
        Value::Array(list) => list.iter().for_each(|item| gather(item, text, out)),
        Value::Object(members) => {
            for (key, member) in members {
                gather(member, is_words(key), out);
            }
        }
        _ => {}
    }
}

/// Whether a member of this name holds text for readers, in the formats at hand.
fn is_words(key: &str) -> bool {
    const NAMES: [&str; 32] = [
        "alt",
        "answer",
        "attribution",
        "basic",
        "body",
        "byline",
        "caption",
        "cite",
        "content",
        "credit",
        "credits",
        "description",
        "excerpt",
        "footer",
        "headline",
        "headlines",
        "html",
        "introText",
        "items",
        "label",
        "linkText",
        "message",
        "name",
        "prompt",
        "question",
        "quote",
        "rows",
        "subtitle",
        "summary",
        "text",
        "texts",
        "title",
    ];
    NAMES.binary_search(&key).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, parse::parse};

    fn value(json: &str) -> Value {
        parse(json.as_bytes(), Limits::default()).unwrap()
    }

    #[test]
    fn words_are_told_from_settings() {
        let value = value(
            r#"{"id":"x1","style":"wide","title":"<b>Tea</b>","items":["Warm",{"caption":"the pot","url":"/a"}],"meta":{"text":"gently"}}"#,
        );
        assert_eq!(words(&value), "Tea\nWarm\nthe pot\ngently");
        let names: Vec<_> = ["zz", "alt", "title"].iter().map(|name| is_words(name)).collect();
        assert_eq!(names, [false, true, true]);
    }

    #[test]
    fn lines_are_the_same_whatever_their_dress() {
        assert!(same("How to: Warm\na Pot", "HOW TO WARM A POT"));
        assert!(!same("One pot", "Two pots"));
        assert!(same("茶 · 壶", "茶壶"));
    }
}
