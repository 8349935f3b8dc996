//! Blocks that several formats write alike.

use crate::article::{Block, Card, Embed, Heading, Inline, Mark, Media, MediaSource, Picture, SafeUrl, Text, plain};
use crate::formats::notes::{Notes, string};
use crate::html;
use crate::parse::{Path, Value};

/// A picture with its words; where it is lost, a warning says so and the words stay.
pub fn picture(
    src: Option<SafeUrl>,
    words: (Option<String>, Option<String>),
    path: &Path,
    notes: &mut Notes,
) -> Picture {
    if src.is_none() {
        notes.warn("unresolved-image", path, "The picture has no address here; its words were kept.");
    }
    let (alt, caption) = words;
    Picture { src, alt: alt.unwrap_or_default(), caption, ..Picture::default() }
}

/// A heading with plain words.
#[must_use]
pub fn heading(level: u8, text: String) -> Block {
    Block::Heading(Heading { level, content: vec![Inline::text(text)] })
}

/// Code, without the newline that ends it.
#[must_use]
pub fn code(text: &str, language: Option<String>) -> Block {
    Block::Code { text: text.strip_suffix('\n').unwrap_or(text).to_owned(), language }
}

/// Film from a file.
#[must_use]
pub fn film(src: Option<SafeUrl>, poster: Option<SafeUrl>, caption: Option<String>) -> Block {
    Block::Video(Media { sources: source(src), poster, caption, ..Media::default() })
}

/// Sound from a file.
#[must_use]
pub fn sound(src: Option<SafeUrl>, title: Option<String>, caption: Option<String>) -> Block {
    Block::Audio(Media { sources: source(src), title, caption, ..Media::default() })
}

fn source(src: Option<SafeUrl>) -> Vec<MediaSource> {
    src.map(|src| MediaSource { src, mime: None }).into_iter().collect()
}

/// What another site shows; `None` where neither an address nor a word is left of it.
#[must_use]
pub fn embed(url: Option<SafeUrl>, title: Option<String>, caption: Option<String>) -> Option<Block> {
    (url.is_some() || title.is_some() || caption.is_some())
        .then(|| Block::Embed(Embed { url, title, caption, ..Embed::default() }))
}

/// A link as a card; with no title its address stands for one.
#[must_use]
pub fn link_card(url: Option<SafeUrl>, title: Option<String>) -> Option<Card> {
    let title = title.or_else(|| url.as_ref().map(|url| url.as_str().to_owned()))?;
    Some(Card { title, url, ..Card::default() })
}

/// The members of an unknown node that hold words for a reader.
const WORDS: [&str; 23] = [
    "answer",
    "body",
    "byline",
    "caption",
    "content",
    "credit",
    "description",
    "excerpt",
    "header",
    "heading",
    "headline",
    "html",
    "intro",
    "label",
    "plain_text",
    "question",
    "quote",
    "subheading",
    "subtitle",
    "summary",
    "text",
    "title",
    "value",
];

/// The words in an unknown node, a line each.
#[must_use]
pub fn harvest(value: &Value) -> String {
    let mut out = String::new();
    gather(value, false, &mut out);
    out
}

fn gather(value: &Value, words: bool, out: &mut String) {
    match value {
        Value::String(text) if words => {
            // Markup is telling, an address is no word.
            let text = if text.contains("</") { html::text(text) } else { text.trim().to_owned() };
            let address = ["http://", "https://", "data:"].iter().any(|scheme| text.starts_with(scheme));
            if !text.is_empty() && !address {
                if !out.is_empty() {
                    out.push('\n');
                }
                out.push_str(&text);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, words, out)),
        Value::Object(members) => {
            for (key, member) in members {
                gather(member, WORDS.binary_search(&key.as_str()).is_ok(), out);
            }
        }
        _ => {}
    }
}

/// A block alone. It is called in many places, so it is worth a call.
#[inline(never)]
#[must_use]
pub fn one(block: Block) -> Vec<Block> {
    vec![block]
}

/// The words of the member `key`, which is a string with perhaps some HTML in it.
#[must_use]
pub fn html_line(value: &Value, key: &str) -> Option<String> {
    string(value, key).map(|text| html::text(&text)).filter(|text| !text.is_empty())
}

/// Running text as a plain line; `None` where it says nothing.
#[must_use]
pub fn words(text: &Text) -> Option<String> {
    Some(plain(text).trim().to_owned()).filter(|text| !text.is_empty())
}

/// Marks by the members of a leaf that are true: Slate's and Strapi's way.
#[must_use]
pub fn flags(value: &Value) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (key, flag) in value.as_object().unwrap_or_default() {
        if flag.as_bool() == Some(true)
            && let Some(mark) = super::mark_named(&super::plain_name(key))
            && !marks.contains(&mark)
        {
            marks.push(mark);
        }
    }
    marks
}
