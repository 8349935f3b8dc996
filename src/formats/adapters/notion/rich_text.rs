//! Rich text: pieces with annotations and links.

use crate::article::{Inline, Mark, SafeUrl, Text};
use crate::formats::adapters::tree;
use crate::formats::notes::text_of;
use crate::parse::{Path, Value};

use super::Reader;

impl Reader<'_> {
    /// The words of a block; `text` is their older name.
    pub(super) fn words(&mut self, held: &Value, path: &Path) -> Text {
        let key = if held.get("rich_text").is_some() { "rich_text" } else { "text" };
        self.text(held, key, path)
    }

    pub(super) fn text(&mut self, held: &Value, key: &str, path: &Path) -> Text {
        let path = path.key(key);
        match held.get(key) {
            Some(texts) => self.rich_text(texts, &path),
            None => Text::new(),
        }
    }

    pub(super) fn rich_text(&mut self, texts: &Value, path: &Path) -> Text {
        let mut text = Text::new();
        // One piece may stand alone.
        let pieces = match texts.get("plain_text") {
            Some(_) => core::slice::from_ref(texts),
            None => texts.as_array().unwrap_or_default(),
        };
        if texts.as_array().is_none() && pieces.is_empty() && !texts.is_null() && texts.as_str() != Some("") {
            self.notes.warn("wrong-type", path, "This is no rich text; what is readable in it was kept.");
            let words = text_of(texts);
            text.extend((!words.is_empty()).then(|| Inline::text(words)));
        }
        for (index, one) in pieces.iter().enumerate() {
            let path = path.index(index);
            let content = plain_text(one);
            let link = match one.get("href").filter(|href| !href.is_null()) {
                Some(href) => self.link(href, &path.key("href")),
                None => one
                    .get("text")
                    .and_then(|text| text.get("link")?.get("url"))
                    .and_then(|url| self.link(url, &path.key("text"))),
            };
            let marks = marks(one.get("annotations").unwrap_or(&Value::Null));
            for (index, part) in content.split('\n').enumerate() {
                if index > 0 {
                    tree::push_linked(&mut text, Inline::Break, link.as_ref());
                }
                if !part.is_empty() {
                    let run = Inline::Run { text: part.to_owned(), marks: marks.clone() };
                    tree::push_linked(&mut text, run, link.as_ref());
                }
            }
        }
        text
    }

    /// A link. Those to pages of the workspace are relative to Notion, so they lead nowhere from here.
    fn link(&mut self, value: &Value, path: &Path) -> Option<SafeUrl> {
        if value.as_str().is_some_and(|url| url.starts_with('/')) {
            return None;
        }
        self.notes.link_at(value, path)
    }
}

/// The words of one piece of rich text.
pub fn plain_text(one: &Value) -> &str {
    let content = |key: &str, inner: &str| one.get(key).and_then(|held| held.get(inner)?.as_str());
    one.get("plain_text")
        .and_then(Value::as_str)
        .or_else(|| content("text", "content"))
        .or_else(|| content("equation", "expression"))
        .unwrap_or_default()
}

fn marks(annotations: &Value) -> Vec<Mark> {
    let mut marks = tree::flags(annotations);
    let color = annotations.get("color").and_then(Value::as_str).unwrap_or_default();
    if color.ends_with("_background") {
        marks.push(Mark::Highlight);
    }
    marks
}
