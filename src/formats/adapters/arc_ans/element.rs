//! The elements of a story, one by one.

use crate::article::{Block, Card, Cell, Embed, Inline, ListItem, Picture, SafeUrl, Table, Text};
use crate::formats::adapters::meta::block::{
    first_line, heading, html_blocks, html_inlines, html_line, line, link_card, link_paragraph, str_of,
};
use crate::formats::adapters::meta::embed::embed;
use crate::formats::adapters::meta::picture::image;
use crate::formats::adapters::meta::unknown::{unknown, words};
use crate::formats::notes::{Notes, items, string, whole};
use crate::parse::{Path, Value};

use super::head::card;
use super::{kind, media};

/// Whether an element is a story of its own.
pub fn is_story(value: &Value) -> bool {
    kind(value) == "story"
}

/// Reads elements.
pub fn elements(elements: &[Value], path: &Path, notes: &mut Notes) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, one) in elements.iter().enumerate() {
        blocks.extend(element(one, &path.index(index), notes));
    }
    blocks
}

/// Reads one element.
pub fn element(one: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let inside = |notes: &mut Notes| elements(items(one, "content_elements"), &path.key("content_elements"), notes);
    let block = match kind(one) {
        "text" | "raw_html" => return html_blocks(one, "content", path, notes),
        "header" => {
            heading(whole::<u8>(one, "level").unwrap_or(2).clamp(1, 6), html_inlines(one, "content", path, notes))
        }
        "image" => image(media::picture(one, path, notes)),
        "gallery" => media::gallery(one, path, notes),
        "video" | "audio" | "podcast" => return media::media(one, path, notes),
        "quote" | "blockquote" | "pullquote" => quote(one, path, notes),
        "list" | "list_element" => list(one, path, notes),
        "table" => table(one, path, notes),
        "code" => {
            str_of(one, "content").map(|text| Block::Code { text: text.to_owned(), language: string(one, "language") })
        }
        "divider" => Some(Block::Divider),
        "oembed_response" => return oembed(one, path, notes),
        "interstitial_link" => link_paragraph(notes.link(one, "url", path), html_inlines(one, "content", path, notes)),
        "link_list" => links(one, path, notes),
        "correction" => boxed(line(one, "title"), html_blocks(one, "text", path, notes)),
        "endorsement" => html_line(one, "endorsement").map(Block::paragraph),
        "element_group" => group(one, path, notes),
        "reference" => reference(one, path, notes),
        "custom_embed" => custom(one, path, notes),
        "numeric_rating" => rating(one),
        "story" => card(one, path, notes).and_then(link_card),
        "author" => line(one, "byline").or_else(|| line(one, "name")).map(Block::paragraph),
        other => {
            // A kind of a later version: what is built like a known one is read like it.
            if one.get("content_elements").is_some() {
                notes.warn("unknown-block", path, "The element is of an unknown type; what stands in it was kept.");
                return inside(notes);
            }
            if one.get("raw_oembed").is_some() {
                return oembed(one, path, notes);
            }
            unknown(other, one, path, notes)
        }
    };
    block.into_iter().collect()
}

fn boxed(title: Option<String>, blocks: Vec<Block>) -> Option<Block> {
    (!blocks.is_empty()).then_some(Block::Group { title, blocks })
}

fn quote(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let mut blocks = html_blocks(one, "content", path, notes);
    blocks.extend(elements(items(one, "content_elements"), &path.key("content_elements"), notes));
    let cite = match one.get("citation") {
        Some(Value::String(_)) => html_line(one, "citation"),
        Some(citation) => html_line(citation, "content"),
        None => None,
    };
    if blocks.is_empty() {
        return cite.map(Block::paragraph);
    }
    Some(Block::Quote { blocks, cite })
}

/// A list; one inside it belongs to the item before.
fn list(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let at = path.key("items");
    let mut list: Vec<ListItem> = Vec::new();
    for (index, item) in items(one, "items").iter().enumerate() {
        let at = at.index(index);
        let blocks = match item {
            Value::String(_) | Value::Number(_) => bare(item).into_iter().map(Block::paragraph).collect(),
            item => element(item, &at, notes),
        };
        match list.last_mut() {
            Some(last) if matches!(kind(item), "list" | "list_element") => last.blocks.extend(blocks),
            _ if blocks.is_empty() => {}
            _ => list.push(ListItem { blocks, checked: None }),
        }
    }
    let ordered = str_of(one, "list_type") == Some("ordered");
    (!list.is_empty()).then_some(Block::List { ordered, start: None, items: list })
}

fn table(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let mut rows = Vec::new();
    let header = items(one, "header");
    if !header.is_empty() {
        rows.push(row(header, true, &path.key("header"), notes));
    }
    let at = path.key("rows");
    for (index, cells) in items(one, "rows").iter().enumerate() {
        let at = at.index(index);
        match (cells.as_array(), cells.get("cells").and_then(Value::as_array)) {
            (Some(cells), _) => rows.push(row(cells, false, &at, notes)),
            (None, Some(cells)) => rows.push(row(cells, false, &at.key("cells"), notes)),
            (None, None) => notes.warn("wrong-type", &at, "A row is a list of cells; it was left out."),
        }
    }
    let caption = first_line(one, &["caption", "title"]);
    (!rows.is_empty()).then_some(Block::Table(Table { rows, caption }))
}

fn row(cells: &[Value], header: bool, path: &Path, notes: &mut Notes) -> Vec<Cell> {
    let cell = |(index, value): (usize, &Value)| {
        let at = path.index(index);
        let content = match value {
            Value::String(_) | Value::Number(_) => bare(value).map(Inline::text).into_iter().collect(),
            value if value.get("content").is_some() => html_inlines(value, "content", &at, notes),
            value => running(element(value, &at, notes)),
        };
        Cell { content, header, colspan: 1, rowspan: 1, align: None }
    };
    cells.iter().enumerate().map(cell).collect()
}

/// The text of an item or a cell that is no element.
fn bare(value: &Value) -> Option<String> {
    let text = match value {
        Value::Number(number) => number.as_str().to_owned(),
        value => words(value),
    };
    (!text.is_empty()).then_some(text)
}

/// The text of blocks in a cell, which holds nothing but running text.
fn running(blocks: Vec<Block>) -> Text {
    let mut out = Text::new();
    for block in blocks {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        match block {
            Block::Paragraph(paragraph) => out.extend(paragraph.content),
            Block::Heading(heading) => out.extend(heading.content),
            Block::Image(picture) => out.push(Inline::Image(picture)),
            Block::Unknown { text, .. } => out.push(Inline::text(text)),
            _ => {}
        }
    }
    out
}

fn oembed(one: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let raw = one.get("raw_oembed").unwrap_or(&Value::Null);
    let at = path.key("raw_oembed");
    let id = one.get("referent").and_then(|referent| str_of(referent, "id")).filter(|id| id.starts_with("https://"));
    let url = ["url", "_id"].iter().find_map(|key| str_of(raw, key).filter(|url| url.starts_with("http"))).or(id);
    let piece = Embed {
        url: url.and_then(SafeUrl::link),
        provider: line(raw, "provider_name"),
        title: html_line(raw, "title"),
        caption: None,
        frame: None,
    };
    embed(piece, raw, "html", &at, notes)
}

fn links(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let at = path.key("items");
    let mut blocks = Vec::new();
    for (index, item) in items(one, "items").iter().enumerate() {
        let at = at.index(index);
        let picture = item.get("image").filter(|image| kind(image) != "reference");
        let still = at.key("image");
        blocks.extend(link_card(Card {
            title: html_line(item, "content").unwrap_or_default(),
            excerpt: item.get("description").and_then(|description| html_line(description, "content")),
            url: notes.link(item, "url", &at),
            image: picture.map(|image| media::picture(image, &still, notes)),
            ..Card::default()
        }));
    }
    boxed(html_line(one, "title"), blocks)
}

/// Elements that belong together; nothing but pictures is a gallery.
fn group(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let blocks = elements(items(one, "content_elements"), &path.key("content_elements"), notes);
    if blocks.len() < 2 || !blocks.iter().all(|block| matches!(block, Block::Image(_))) {
        return boxed(html_line(one, "title"), blocks);
    }
    let images: Vec<Picture> = blocks
        .into_iter()
        .filter_map(|block| match block {
            Block::Image(picture) => Some(picture),
            _ => None,
        })
        .collect();
    Some(Block::Gallery { images, caption: html_line(one, "title") })
}

/// Something that the publisher's own software would have put here.
fn reference(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    notes.warn("unresolved-reference", path, "The element is only referred to; what is known of it was kept.");
    let referent = one.get("referent")?;
    let url = str_of(referent, "id").filter(|id| id.starts_with("https://")).and_then(SafeUrl::link);
    let title = referent.get("referent_properties").map(words).filter(|words| !words.is_empty());
    match (url, title) {
        (None, None) => None,
        (None, Some(title)) => Some(Block::paragraph(title)),
        (url, title) => Some(Block::Embed(Embed { url, title, ..Embed::default() })),
    }
}

fn custom(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let piece = one.get("embed")?;
    let kind = str_of(one, "subtype").unwrap_or("custom_embed");
    let text = piece.get("config").map(words).unwrap_or_default();
    if text.is_empty() {
        // The address is the service's own, not one for readers.
        notes.warn("unknown-block", path, "The element is of the publisher's own making and holds no text.");
        return None;
    }
    notes.warn("unknown-block", path, "The element is of the publisher's own making; only its text was kept.");
    Some(Block::Unknown { kind: kind.to_owned(), text })
}

/// A rating: `4.5 / 5 stars`.
fn rating(one: &Value) -> Option<Block> {
    let mut text = string(one, "numeric_rating")?;
    for (mark, key) in [(" / ", "max"), (" ", "units")] {
        if let Some(part) = string(one, key) {
            text.push_str(mark);
            text.push_str(&part);
        }
    }
    Some(Block::paragraph(text))
}
