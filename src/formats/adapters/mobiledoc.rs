//! Mobiledoc 0.3, the format of Ghost's former editor: sections of markers, with atoms, cards and markups in lists of their own.

mod card;

use crate::article::{Block, Heading, Inline, ListItem, Mark, Paragraph, Picture, Text};
use crate::formats::notes::{Notes, items, text_of};
use crate::parse::{Path, Value};

use super::meta::address::media;

/// The blocks of a document.
pub fn blocks(value: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let sections = path.key("sections");
    let mut document = Document { value, budget: weight(value, usize::MAX).saturating_add(SPARE) };
    let mut blocks = Vec::new();
    for (index, section) in items(value, "sections").iter().enumerate() {
        self::section(&mut document, section, &sections.index(index), notes, &mut blocks);
    }
    blocks
}

/// A document whose sections name entries of its other lists.
struct Document<'a> {
    value: &'a Value,
    /// What may still be copied out of the lists: a card of a megabyte that is named a million times is no article.
    budget: usize,
}

/// What may be copied more often than it stands in the document.
const SPARE: usize = 1 << 20;

impl<'a> Document<'a> {
    /// The entry `index` of a list, where there is one and it may still be copied.
    fn entry(&mut self, list: &str, index: Option<&Value>) -> Option<&'a Value> {
        let entry = self.value.get(list)?.at(usize::try_from(index?.as_u64()?).ok()?)?;
        self.charge(entry).then_some(entry)
    }

    fn charge(&mut self, entry: &Value) -> bool {
        let left = self.budget.checked_sub(weight(entry, self.budget));
        self.budget = left.unwrap_or(0);
        left.is_some_and(|left| left > 0)
    }
}

/// The bytes of a value's strings and one for each value, counted up to a little more than `most`.
fn weight(value: &Value, most: usize) -> usize {
    let mut sum = 1;
    let inner = match value {
        Value::String(text) => return 1 + text.len(),
        Value::Array(items) => &mut items.iter() as &mut dyn Iterator<Item = &Value>,
        Value::Object(members) => &mut members.iter().map(|(_, member)| member),
        _ => return 1,
    };
    for item in inner {
        if sum > most {
            break;
        }
        sum += weight(item, most - sum);
    }
    sum
}

fn section(document: &mut Document, section: &Value, path: &Path, notes: &mut Notes, out: &mut Vec<Block>) {
    let tag = section.at(1).and_then(Value::as_str).unwrap_or_default();
    match section.at(0).and_then(Value::as_u64) {
        Some(1) => {
            let content = markers(document, section.at(2), path, notes);
            let heading = |level| Block::Heading(Heading { level, content: content.clone() });
            match tag.to_ascii_lowercase().as_str() {
                _ if content.is_empty() => {}
                "h1" => out.push(heading(1)),
                "h2" => out.push(heading(2)),
                "h3" => out.push(heading(3)),
                "h4" => out.push(heading(4)),
                "h5" => out.push(heading(5)),
                "h6" => out.push(heading(6)),
                "blockquote" | "pull-quote" => out.push(Block::Quote { blocks: vec![paragraph(content)], cite: None }),
                "aside" => out.push(Block::Group { title: None, blocks: vec![paragraph(content)] }),
                _ => out.push(paragraph(content)),
            }
        }
        Some(2) => {
            let src = section.at(1).and_then(|src| media(src, &path.index(1), notes));
            if src.is_some() {
                out.push(Block::Image(Picture { src, ..Picture::default() }));
            }
        }
        Some(3) => {
            let mut list = Vec::new();
            for item in section.at(2).and_then(Value::as_array).unwrap_or_default() {
                let content = markers(document, Some(item), path, notes);
                list.push(ListItem { blocks: vec![paragraph(content)], checked: None });
            }
            out.push(Block::List { ordered: tag.eq_ignore_ascii_case("ol"), start: None, items: list });
        }
        Some(10) => {
            let card = document.entry("cards", section.at(1));
            let name = card.and_then(|card| card.at(0)?.as_str());
            match (name, card.and_then(|card| card.at(1))) {
                (Some(name), payload) => card::read(name, payload.unwrap_or(&Value::Null), path, notes, out),
                _ => notes.warn("unresolved-reference", path, "The card that is meant is not in the document."),
            }
        }
        _ => unknown("section", section, path, notes, out),
    }
}

fn paragraph(content: Text) -> Block {
    Block::Paragraph(Paragraph { content, ..Paragraph::default() })
}

fn unknown(kind: &str, value: &Value, path: &Path, notes: &mut Notes, out: &mut Vec<Block>) {
    notes.warn("unknown-block", path, "The block is of a kind that is not known here; its text was kept.");
    out.push(Block::Unknown { kind: kind.to_owned(), text: text_of(value) });
}

/// The running text of a section: each marker opens markups, says something and closes some of what is open.
fn markers(document: &mut Document, markers: Option<&Value>, path: &Path, notes: &mut Notes) -> Text {
    let mut text = Text::new();
    let mut open: Vec<&Value> = Vec::new();
    for marker in markers.and_then(Value::as_array).unwrap_or_default() {
        for index in marker.at(1).and_then(Value::as_array).unwrap_or_default() {
            // One that is not there is closed all the same.
            open.push(document.entry("markups", Some(index)).unwrap_or(&Value::Null));
        }
        if marker.at(0).and_then(Value::as_u64) == Some(1) {
            let atom = document.entry("atoms", marker.at(3));
            match atom.and_then(|atom| atom.at(0)?.as_str()) {
                Some("soft-return") => text.push(Inline::Break),
                _ => {
                    let words = atom.and_then(|atom| atom.at(1)?.as_str()).unwrap_or_default();
                    run(document, words, &open, path, notes, &mut text);
                }
            }
        } else {
            let words = marker.at(3).and_then(Value::as_str).unwrap_or_default();
            run(document, words, &open, path, notes, &mut text);
        }
        let closed = marker.at(2).and_then(Value::as_u64).unwrap_or(0);
        for _ in 0..closed.min(open.len() as u64) {
            open.pop();
        }
    }
    text
}

/// Markups that are looked at; nobody needs as many.
const DEEP: usize = 32;

/// Adds `words` under the open markups.
fn run(document: &mut Document, words: &str, open: &[&Value], path: &Path, notes: &mut Notes, text: &mut Text) {
    if words.is_empty() {
        return;
    }
    let mut marks = Vec::new();
    let mut link = None;
    for markup in open.iter().take(DEEP) {
        let mark = match markup.at(0).and_then(Value::as_str).unwrap_or_default() {
            "strong" | "b" => Mark::Strong,
            "em" | "i" => Mark::Em,
            "u" => Mark::Underline,
            "s" | "strike" | "del" => Mark::Strike,
            "code" => Mark::Code,
            "sub" => Mark::Sub,
            "sup" => Mark::Sup,
            "mark" => Mark::Highlight,
            "small" => Mark::Small,
            "a" => {
                let attributes = markup.at(1).and_then(Value::as_array).unwrap_or_default();
                let href = attributes.chunks(2).find(|pair| pair.first().and_then(Value::as_str) == Some("href"));
                link = href.and_then(|pair| pair.get(1)).filter(|href| document.charge(href));
                continue;
            }
            _ => continue,
        };
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    let run = Inline::Run { text: words.to_owned(), marks };
    let link = link.and_then(|href| notes.link_at(href, path));
    match (link, text.last_mut()) {
        (Some(url), Some(Inline::Link { url: last, content })) if *last == url => content.push(run),
        (Some(url), _) => text.push(Inline::Link { url, content: vec![run] }),
        (None, _) => text.push(run),
    }
}

#[cfg(test)]
mod tests;
