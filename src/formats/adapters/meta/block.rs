//! The blocks and lines that importers make again and again.

pub use super::words::raw as str_of;

use crate::article::{Author, Block, Card, Heading, Inline, Mark, Paragraph, SafeUrl, Text, plain};
use crate::formats::notes::{Notes, items, string};
use crate::html;
use crate::parse::{Path, Value};

/// The member `key` as a trimmed line of plain text.
pub fn line(value: &Value, key: &str) -> Option<String> {
    string(value, key).map(|text| text.trim().to_owned())
}

/// The member `key`, which may hold HTML, as a line of plain text.
pub fn html_line(value: &Value, key: &str) -> Option<String> {
    string(value, key).map(|text| html::text(&text)).filter(|text| !text.is_empty())
}

/// The first of the members `keys` that says something, as a line of plain text; each may hold HTML.
pub fn first_line(value: &Value, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| html_line(value, key))
}

/// The member `key`, which holds HTML, as blocks.
pub fn html_blocks(value: &Value, key: &str, path: &Path, notes: &mut Notes) -> Vec<Block> {
    str_of(value, key).map_or_else(Vec::new, |html| html::blocks(html, &path.key(key), notes))
}

/// The member `key`, which holds HTML, as running text.
pub fn html_inlines(value: &Value, key: &str, path: &Path, notes: &mut Notes) -> Text {
    match value.get(key) {
        Some(Value::String(html)) => html::inlines(html, &path.key(key), notes),
        Some(Value::Null) | None => Text::new(),
        Some(Value::Number(number)) => vec![Inline::text(number.as_str())],
        Some(other) => {
            let text = notes.words(other, &path.key(key));
            if text.is_empty() { Text::new() } else { vec![Inline::text(text)] }
        }
    }
}

/// A paragraph of running text, unless it is empty.
pub fn paragraph(content: Text) -> Option<Block> {
    (!content.is_empty()).then(|| Block::Paragraph(Paragraph { content, ..Paragraph::default() }))
}

/// A paragraph of small print.
pub fn small(text: &str) -> Block {
    let run = Inline::Run { text: text.to_owned(), marks: vec![Mark::Small] };
    Block::Paragraph(Paragraph { content: vec![run], ..Paragraph::default() })
}

/// A heading, unless it is empty. A break at its end says nothing.
pub fn heading(level: u8, mut content: Text) -> Option<Block> {
    while matches!(content.last(), Some(Inline::Break)) {
        content.pop();
    }
    (!content.is_empty()).then_some(Block::Heading(Heading { level, content }))
}

/// The paragraphs of plain text: an empty line parts them, a single line break stays one.
pub fn plain_paragraphs(text: &str) -> Vec<Block> {
    paragraphs(lines(text))
}

/// Plain text as running text, its newlines as breaks.
pub fn lines(text: &str) -> Text {
    let mut out = Text::new();
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            out.push(Inline::Break);
        }
        if !line.trim().is_empty() {
            out.push(Inline::text(line));
        }
    }
    out
}

/// Cuts running text into paragraphs wherever two breaks follow each other.
pub fn paragraphs(text: Text) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut current = Text::new();
    let mut breaks = 0;
    for inline in text {
        if matches!(inline, Inline::Break) {
            breaks += 1;
            continue;
        }
        if breaks > 1 {
            blocks.extend(paragraph(core::mem::take(&mut current)));
        } else if breaks == 1 && !current.is_empty() {
            current.push(Inline::Break);
        }
        breaks = 0;
        current.push(inline);
    }
    blocks.extend(paragraph(current));
    blocks
}

/// Somebody of that name.
pub fn author(name: impl Into<String>) -> Author {
    Author { name: name.into(), url: None }
}

/// A link to a page, as a card; without a title it is a paragraph with the link, without both it is nothing.
pub fn link_card(card: Card) -> Option<Block> {
    if !card.title.is_empty() {
        return Some(Block::LinkCard(Box::new(card)));
    }
    let url = card.url?;
    let text = url.as_str().to_owned();
    paragraph(vec![Inline::Link { url, content: vec![Inline::text(text)] }])
}

/// A paragraph that is one link, or its words alone where there is no address.
pub fn link_paragraph(url: Option<SafeUrl>, content: Text) -> Option<Block> {
    match url {
        Some(url) if !content.is_empty() && !content.iter().any(|inline| matches!(inline, Inline::Link { .. })) => {
            paragraph(vec![Inline::Link { url, content }])
        }
        _ => paragraph(content),
    }
}

/// The first paragraph of `blocks` taken off as a line of plain text, for a summary.
pub fn take_line(blocks: &mut Vec<Block>) -> Option<String> {
    let text = match blocks.first()? {
        Block::Paragraph(paragraph) => plain(&paragraph.content),
        _ => return None,
    };
    blocks.remove(0);
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The document inside an envelope: the value itself, its member `data`, or its only member that is one, with that member's name.
pub fn unwrap(value: &Value, is: fn(&Value) -> bool) -> Option<(&Value, Option<&str>)> {
    if is(value) {
        return Some((value, None));
    }
    // An envelope has a status and the like beside its letter, not hundreds of members.
    let members = value.as_object()?.iter().take(8);
    members.map(|(key, member)| (member, Some(key.as_str()))).find(|(member, _)| is(member))
}

/// The names in the array member `key`, which holds strings or objects with one of the members `names`.
pub fn names(value: &Value, key: &str, names: &[&str]) -> Vec<String> {
    let name = |item: &Value| match item {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        other => names.iter().find_map(|name| line(other, name)),
    };
    match value.get(key) {
        Some(Value::String(text)) => split(text),
        _ => items(value, key).iter().filter_map(name).collect(),
    }
}

/// The parts of a list that is written as one line.
fn split(text: &str) -> Vec<String> {
    text.split([',', '，', '、', ';', '；']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_line_parts_paragraphs() {
        let run = Inline::text;
        let two = |content| Block::Paragraph(Paragraph { content, ..Paragraph::default() });
        assert_eq!(
            plain_paragraphs("\none\ntwo\n\n \nthree\n"),
            [two(vec![run("one"), Inline::Break, run("two")]), two(vec![run("three")])]
        );
        assert_eq!(plain_paragraphs(" \n\n"), []);
    }
}
