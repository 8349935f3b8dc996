//! A block of a native document and the text in it.

use crate::article::{
    Block, Cell, CellAlign, Embed, Heading, Inline, ListItem, Mark, Media, MediaSource, Paragraph, ParagraphRole,
    Table, Text,
};
use crate::formats::notes::{Notes, items, string, whole};
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
        "quote" => Block::Quote { blocks: blocks(value, path, notes), cite: string(value, "cite") },
        "code" => Block::Code { text: raw(value, "text"), language: string(value, "language") },
        "image" => Block::Image(picture(value, path, notes)),
        "gallery" => Block::Gallery {
            images: each(value, "images", path, notes, |item, path, notes| Some(picture(item, path, notes))),
            caption: string(value, "caption"),
        },
        "video" => Block::Video(media(value, path, notes)),
        "audio" => Block::Audio(media(value, path, notes)),
        "embed" => Block::Embed(Embed {
            url: notes.link(value, "url", path),
            provider: string(value, "provider"),
            title: string(value, "title"),
            caption: string(value, "caption"),
        }),
        "table" => Block::Table(Table {
            rows: each(value, "rows", path, notes, |row, path, notes| {
                let cells = row.as_array()?.iter().enumerate();
                Some(cells.map(|(index, value)| cell(value, &path.index(index), notes)).collect())
            }),
            caption: string(value, "caption"),
        }),
        "divider" => Block::Divider,
        "details" => Block::Details {
            summary: content(value, "summary", path, notes),
            blocks: blocks(value, path, notes),
            open: flag(value, "open"),
        },
        "link-card" => return card(value, path, notes).map(Block::LinkCard).or_else(|| unknown(value, kind)),
        "group" => Block::Group { title: string(value, "title"), blocks: blocks(value, path, notes) },
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

/// All the strings called `text`, `caption` or `title` in `value`, as a block that keeps them; `None` where there are none.
fn unknown(value: &Value, kind: &str) -> Option<Block> {
    let mut text = String::new();
    gather(value, &mut text);
    (!text.is_empty()).then(|| Block::Unknown { kind: kind.to_owned(), text })
}

fn gather(value: &Value, out: &mut String) {
    for item in value.as_array().unwrap_or_default() {
        gather(item, out);
    }
    for (key, member) in value.as_object().unwrap_or_default() {
        match member.as_str() {
            Some(text) if matches!(key.as_str(), "text" | "caption" | "credit" | "title") => {
                if !out.is_empty() {
                    out.push('\n');
                }
                out.push_str(text);
            }
            Some(_) => {}
            None => gather(member, out),
        }
    }
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

fn blocks(value: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    each(value, "blocks", path, notes, block)
}

/// An item of a list: `{blocks}`, or shorter `{content}` or a string.
fn list_item(value: &Value, path: &Path, notes: &mut Notes) -> ListItem {
    let checked = value.get("checked").and_then(Value::as_bool);
    let mut blocks = blocks(value, path, notes);
    if let Some(text) = value.as_str() {
        blocks.extend((!text.is_empty()).then(|| Block::paragraph(text)));
    } else if value.get("content").is_some() {
        let content = content(value, "content", path, notes);
        blocks.insert(0, Block::Paragraph(Paragraph { content, ..Paragraph::default() }));
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
        title: string(value, "title"),
        width: whole(value, "width"),
        height: whole(value, "height"),
        caption: string(value, "caption"),
        credit: string(value, "credit"),
    }
}

/// The member `key` as running text: an array of inlines, or a string for one plain run.
fn content(value: &Value, key: &str, path: &Path, notes: &mut Notes) -> Text {
    match value.get(key) {
        Some(Value::String(text)) => run(text),
        Some(Value::Array(inlines)) => {
            let path = path.key(key);
            let mut text = Text::new();
            for (index, item) in inlines.iter().enumerate() {
                inline(item, &path.index(index), notes, &mut text);
            }
            text
        }
        _ => Text::new(),
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
                let marks = items(value, "marks").iter().filter_map(|value| mark(value, path, notes)).collect();
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
        _ => {
            notes.warn("unknown-inline", path, "The inline is not part of lamplit/1; only its text was kept.");
            let mut text = String::new();
            gather(value, &mut text);
            if !text.is_empty() {
                out.push(Inline::text(text));
            }
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
