//! A block of a native document and the text in it.

use crate::article::{
    Block, Cell, CellAlign, Embed, Footnote, Heading, Inline, ListItem, Mark, Media, MediaSource, Paragraph,
    ParagraphRole, Table, Text,
};
use crate::formats::notes::{Notes, items, string, text_of, whole};
use crate::parse::{Path, Value};

use super::piece::{card, direction, picture};

/// Reads one block. A string is a paragraph; what is unknown keeps its text; `None` only where there is nothing to read.
pub fn block(value: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    if let Some(text) = value.as_str() {
        return (!text.is_empty()).then(|| Block::paragraph(text));
    }
    let Some(kind) = value.get("type").and_then(Value::as_str) else {
        notes.warn("unknown-block", path, "A block is an object with a type; only its text was kept.");
        return unknown(value, "");
    };
    Some(match kind {
        "paragraph" => Block::Paragraph(Paragraph {
            content: content(value, "content", path, notes),
            indent: flag(value, "indent"),
            role: match value.get("role").and_then(Value::as_str) {
                Some("lead") => ParagraphRole::Lead,
                _ => ParagraphRole::Body,
            },
            lang: notes.language(value.get("lang"), &path.key("lang")),
            dir: direction(value.get("dir").and_then(Value::as_str)),
        }),
        "heading" => Block::Heading(Heading {
            level: whole::<u8>(value, "level").unwrap_or(2).clamp(1, 6),
            content: content(value, "content", path, notes),
        }),
        "list" => Block::List {
            ordered: flag(value, "ordered"),
            start: value.get("start").and_then(Value::as_f64).and_then(whole_start),
            items: each(value, "items", path, notes, |item, path, notes| Some(list_item(item, path, notes))),
        },
        "quote" => Block::Quote { blocks: blocks(value, path, notes), cite: notes.line(value, "cite", path) },
        "code" => Block::Code { text: code(value, path, notes), language: string(value, "language") },
        "image" => Block::Image(picture(value, path, notes)),
        "gallery" => Block::Gallery {
            images: each(value, "images", path, notes, |item, path, notes| Some(picture(item, path, notes))),
            caption: notes.line(value, "caption", path),
        },
        "video" => Block::Video(media(value, path, notes)),
        "audio" => Block::Audio(media(value, path, notes)),
        "embed" => Block::Embed(Embed {
            url: notes.link(value, "url", path),
            provider: string(value, "provider"),
            title: notes.line(value, "title", path),
            caption: notes.line(value, "caption", path),
            frame: notes.frame(value, "frame", path),
        }),
        "table" => Block::Table(Table {
            rows: each(value, "rows", path, notes, |row, path, notes| {
                let Some(cells) = row.as_array() else {
                    // A row that is one value is one cell.
                    return Some(vec![cell(row, path, notes)]);
                };
                Some(cells.iter().enumerate().map(|(index, value)| cell(value, &path.index(index), notes)).collect())
            }),
            caption: notes.line(value, "caption", path),
        }),
        "divider" => Block::Divider,
        "details" => Block::Details {
            summary: content(value, "summary", path, notes),
            blocks: blocks(value, path, notes),
            open: flag(value, "open"),
        },
        "link-card" => {
            return card(value, path, notes)
                .map(|card| Block::LinkCard(Box::new(card)))
                .or_else(|| unknown(value, kind));
        }
        "group" => Block::Group { title: notes.line(value, "title", path), blocks: blocks(value, path, notes) },
        "footnotes" => Block::Footnotes(each(value, "notes", path, notes, |note, path, notes| {
            Some(Footnote { id: string(note, "id").unwrap_or_default(), blocks: blocks(note, path, notes) })
        })),
        "unknown" => Block::Unknown { kind: string(value, "kind").unwrap_or_default(), text: raw(value, "text") },
        _ => {
            notes.warn(
                "unknown-block",
                &path.key("type"),
                "The block is not part of lamplit/1; only its text was kept.",
            );
            return unknown(value, kind);
        }
    })
}

/// The text of `value`, as a block that keeps them; `None` where there are none.
fn unknown(value: &Value, kind: &str) -> Option<Block> {
    let text = text_of(value);
    (!text.is_empty()).then(|| Block::Unknown { kind: kind.to_owned(), text })
}

fn flag(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool).unwrap_or(false)
}

fn raw(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn whole_start(number: f64) -> Option<i32> {
    // The comparison keeps the cast exact.
    #[allow(clippy::cast_possible_truncation)]
    (number.fract() == 0.0 && number.abs() < 1e9).then_some(number as i32)
}

fn each<T>(
    value: &Value,
    key: &str,
    path: &Path,
    notes: &mut Notes,
    mut read: impl FnMut(&Value, &Path, &mut Notes) -> Option<T>,
) -> Vec<T> {
    let path = path.key(key);
    items(value, key).iter().enumerate().filter_map(|(index, item)| read(item, &path.index(index), notes)).collect()
}

/// The member `blocks`, after a paragraph of the running text where there is any.
fn blocks(value: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let mut blocks = each(value, "blocks", path, notes, block);
    let content = content(value, "content", path, notes);
    if !content.is_empty() {
        blocks.insert(0, Block::Paragraph(Paragraph { content, ..Paragraph::default() }));
    }
    blocks
}

/// The code of a code block, which some write as its content.
fn code(value: &Value, path: &Path, notes: &mut Notes) -> String {
    match value.get("text").and_then(Value::as_str) {
        Some(text) => text.to_owned(),
        None => crate::article::plain(&content(value, "content", path, notes)),
    }
}

/// An item of a list: `{blocks}`, or shorter `{content}` or a string.
fn list_item(value: &Value, path: &Path, notes: &mut Notes) -> ListItem {
    let checked = value.get("checked").and_then(Value::as_bool);
    let mut blocks = blocks(value, path, notes);
    if let Some(text) = value.as_str() {
        blocks.extend((!text.is_empty()).then(|| Block::paragraph(text)));
    }
    ListItem { blocks, checked }
}

fn cell(value: &Value, path: &Path, notes: &mut Notes) -> Cell {
    Cell {
        content: match value.as_str() {
            Some(text) => run(text),
            None => content(value, "content", path, notes),
        },
        header: flag(value, "header"),
        colspan: whole::<u16>(value, "colspan").unwrap_or(1).clamp(1, 1000),
        rowspan: whole::<u16>(value, "rowspan").unwrap_or(1).clamp(1, 1000),
        align: match value.get("align").and_then(Value::as_str) {
            Some("start") => Some(CellAlign::Start),
            Some("center") => Some(CellAlign::Center),
            Some("end") => Some(CellAlign::End),
            _ => None,
        },
    }
}

fn media(value: &Value, path: &Path, notes: &mut Notes) -> Media {
    let mut sources = each(value, "sources", path, notes, |item, path, notes| {
        Some(MediaSource { src: notes.media(item, "src", path)?, mime: string(item, "mime") })
    });
    if let Some(src) = notes.media(value, "src", path) {
        sources.insert(0, MediaSource { src, mime: None });
    }
    Media {
        sources,
        poster: notes.media(value, "poster", path),
        title: notes.line(value, "title", path),
        width: whole(value, "width"),
        height: whole(value, "height"),
        caption: notes.line(value, "caption", path),
        credit: notes.line(value, "credit", path),
    }
}

/// The member `key` as running text: an array of inlines, or a string for one plain run. What is neither, or stands under `text`, is
/// read for its text.
fn content(value: &Value, key: &str, path: &Path, notes: &mut Notes) -> Text {
    let (key, member) = match (value.get(key), value.get("text")) {
        (Some(member), _) => (key, member),
        (None, Some(text)) if text.as_str().is_some() => ("text", text),
        _ => return Text::new(),
    };
    let path = path.key(key);
    match member {
        Value::String(text) => run(text),
        Value::Array(inlines) => {
            let mut text = Text::new();
            for (index, item) in inlines.iter().enumerate() {
                inline(item, &path.index(index), notes, &mut text);
            }
            text
        }
        other => run(&notes.words(other, &path)),
    }
}

/// A plain run, or nothing where there is no text.
fn run(text: &str) -> Text {
    if text.is_empty() { Text::new() } else { vec![Inline::text(text)] }
}

fn inline(value: &Value, path: &Path, notes: &mut Notes, out: &mut Text) {
    if let Some(text) = value.as_str() {
        out.extend(run(text));
        return;
    }
    match value.get("type").and_then(Value::as_str).unwrap_or("text") {
        "text" => {
            let text = raw(value, "text");
            if !text.is_empty() {
                let list = path.key("marks");
                let marks = items(value, "marks").iter().enumerate();
                let marks = marks.filter_map(|(index, value)| mark(value, &list.index(index), notes)).collect();
                out.push(Inline::Run { text, marks });
            }
        }
        "break" => out.push(Inline::Break),
        "link" => {
            let content = content(value, "content", path, notes);
            match notes.link(value, "url", path) {
                Some(url) => out.push(Inline::Link { url, content: without_links(content) }),
                None => out.extend(content),
            }
        }
        "image" => out.push(Inline::Image(picture(value, path, notes))),
        "note-ref" => match (string(value, "note"), raw(value, "text")) {
            (Some(id), text) if !text.is_empty() => out.push(Inline::NoteRef { id, text }),
            (_, text) => out.extend(run(&text)),
        },
        _ => {
            notes.warn("unknown-inline", path, "The inline is not part of lamplit/1; only its text was kept.");
            out.extend(run(&text_of(value)));
        }
    }
}

/// Links do not nest: an inner link leaves its words.
fn without_links(text: Text) -> Text {
    let mut flat = Text::new();
    for inline in text {
        match inline {
            Inline::Link { content, .. } => flat.extend(content),
            other => flat.push(other),
        }
    }
    flat
}

fn mark(value: &Value, path: &Path, notes: &mut Notes) -> Option<Mark> {
    if let Some(word) = value.as_str() {
        return Mark::WORDS.iter().find(|(name, _)| *name == word).map(|(_, mark)| mark.clone());
    }
    match value.get("type").and_then(Value::as_str)? {
        "ruby" => string(value, "reading").map(Mark::Ruby),
        "lang" => notes.language(value.get("lang"), &path.key("lang")).map(Mark::Lang),
        _ => None,
    }
}
