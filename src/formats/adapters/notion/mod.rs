//! Notion: a page, a block, or a list of blocks. [`property`] reads what a page says about itself.

mod property;
mod rich_text;
#[cfg(test)]
mod tests;

use crate::article::{Article, Block, Card, Cell, Embed, Heading, ListItem, SafeUrl, Table, Text};
use crate::error::Error;
use crate::formats::notes::{Notes, items, string};
use crate::parse::{Path, Value};

use super::tree::{self, Flow, Outline};

/// Whether `value` is such a document.
pub fn knows(value: &Value) -> bool {
    match (value, value.get("object").and_then(Value::as_str)) {
        (Value::Array(blocks), _) => blocks.first().is_some_and(is_block),
        (_, Some("list")) => value.get("results").and_then(Value::as_array).is_some(),
        (_, Some("page")) => value.get("properties").is_some() || value.get("children").is_some(),
        _ => is_block(value) || is_fragment(value) || is_request(value) || parted(value).is_some(),
    }
}

/// The page in `{page, blocks}`: blocks are fetched apart from their page, and sites put them together so.
fn parted(value: &Value) -> Option<&Value> {
    let page = value.get("page").filter(|page| page.get("object").and_then(Value::as_str) == Some("page"))?;
    CHILDREN.iter().any(|key| value.get(key).is_some()).then_some(page)
}

/// Whether `value` is one piece of rich text.
fn is_piece(value: &Value) -> bool {
    value.get("plain_text").is_some() && value.get("annotations").is_some()
}

/// Whether `value` asks for a page to be made or for blocks to be added, which have no `object` yet.
fn is_request(value: &Value) -> bool {
    value.get("children").and_then(|children| children.at(0)).is_some_and(is_block)
}

/// The members that hold what stands under a page or block.
const CHILDREN: [&str; 4] = ["children", "blocks", "results", "content"];

/// The name of a block's kind; older answers leave it to the member that is named so.
fn kind(value: &Value) -> Option<&str> {
    if let Some(kind) = value.get("type").and_then(Value::as_str) {
        return Some(kind);
    }
    let holds = |value: &Value| value.get("rich_text").is_some();
    value.as_object()?.iter().find(|(_, member)| holds(member)).map(|(key, _)| key.as_str())
}

fn is_block(value: &Value) -> bool {
    let Some(kind) = kind(value) else { return false };
    value.get("object").and_then(Value::as_str) == Some("block")
        || value.get(kind).is_some_and(|held| held.get("rich_text").and_then(Value::as_array).is_some())
}

/// What stands inside a block, without the block.
fn is_fragment(value: &Value) -> bool {
    let texts = items(value, "rich_text");
    is_piece(value)
        || texts.first().is_some_and(|text| {
            text.get("plain_text").is_some() || text.get("text").is_some_and(|text| text.get("content").is_some())
        })
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`], with its path, where the document breaks the format's rules so that no article is left.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let mut reader = Reader { notes, broken: None };
    let page = match value.get("object").and_then(Value::as_str) {
        Some("page") => Some(value),
        None if is_request(value) && kind(value).is_none() => Some(value),
        _ => parted(value),
    };
    let blocks = match value {
        Value::Array(_) => reader.blocks(value, path),
        _ if page.is_some() => reader.children(value, path),
        _ if value.get("results").is_some() => reader.blocks(value, path),
        _ if is_block(value) => {
            let mut out = Vec::new();
            let mut outline = Outline::default();
            reader.block(value, path, &mut outline, &mut out);
            outline.end(&mut out);
            out
        }
        _ if is_piece(value) => paragraph(reader.rich_text(value, path)),
        _ => {
            let blocks = paragraph(reader.text(value, "rich_text", path));
            // The icon is a sign of the box, no word of the text.
            if value.get("icon").is_some() { vec![Block::Group { title: None, blocks }] } else { blocks }
        }
    };
    let broken = reader.broken.take();
    let mut article = tree::body(blocks, broken, path, reader.notes)?;
    if let Some(page) = page {
        property::read(page, path, &mut article, reader.notes);
    }
    Ok(article)
}

fn paragraph(content: Text) -> Vec<Block> {
    // The flow drops what is empty.
    let mut flow = Flow::default();
    content.into_iter().for_each(|inline| flow.inline(inline, None));
    flow.finish()
}

struct Reader<'a> {
    notes: &'a mut Notes,
    broken: Option<String>,
}

impl Reader<'_> {
    /// An array of blocks, or a list that holds one in `results`.
    fn blocks(&mut self, value: &Value, path: &Path) -> Vec<Block> {
        if let Some(results) = value.get("results") {
            if value.get("has_more").and_then(Value::as_bool) == Some(true) {
                let message = "There are more blocks than the document holds: fetch the further pages too.";
                self.notes.warn("cut-document", &path.key("has_more"), message);
            }
            return self.blocks(results, &path.key("results"));
        }
        let mut out = Vec::new();
        let mut outline = Outline::default();
        for (index, block) in value.as_array().unwrap_or_default().iter().enumerate() {
            let path = path.index(index);
            // A database answers with pages, a search with databases too.
            if let Some("page" | "database" | "data_source") = block.get("object").and_then(Value::as_str) {
                outline.end(&mut out);
                let url = self.notes.link(block, "url", &path);
                let card = tree::link_card(url, property::title(block));
                out.extend(card.map(|card| Block::LinkCard(Box::new(card))));
                continue;
            }
            self.block(block, &path, &mut outline, &mut out);
        }
        outline.end(&mut out);
        out
    }

    /// What stands under a block, where it was fetched with it.
    fn children(&mut self, value: &Value, path: &Path) -> Vec<Block> {
        for key in CHILDREN {
            if let Some(children) =
                value.get(key).filter(|children| children.as_array().is_some() || children.get("results").is_some())
            {
                return self.blocks(children, &path.key(key));
            }
        }
        Vec::new()
    }

    fn block(&mut self, value: &Value, path: &Path, outline: &mut Outline, out: &mut Vec<Block>) {
        let Some(kind) = kind(value) else {
            self.notes.warn("wrong-type", path, "This is no block; its text was kept.");
            let text = tree::harvest(value);
            outline.end(out);
            if text.is_empty() {
                self.broken.get_or_insert_with(|| String::from(path));
            } else {
                out.push(Block::Unknown { kind: String::new(), text });
            }
            return;
        };
        let null = Value::Null;
        let held = value.get(kind).unwrap_or(&null);
        let held_path = path.key(kind);
        if held.as_object().is_none() && !held.is_null() {
            self.broken.get_or_insert_with(|| String::from(&held_path));
        }
        let mut children = self.children(value, path);
        if children.is_empty() {
            children = self.children(held, &held_path);
        }
        if children.is_empty() && value.get("has_children").and_then(Value::as_bool) == Some(true) {
            self.notes.warn("missing-children", path, "The blocks inside this one are not in the document.");
        }
        if let "bulleted_list_item" | "numbered_list_item" | "to_do" = kind {
            let mut blocks = paragraph(self.words(held, &held_path));
            blocks.extend(children);
            let checked = (kind == "to_do").then(|| held.get("checked").and_then(Value::as_bool) == Some(true));
            if !blocks.is_empty() {
                outline.add(1, kind == "numbered_list_item", ListItem { blocks, checked }, out);
            }
            return;
        }
        outline.end(out);
        match kind {
            "paragraph" | "template" => {
                out.extend(paragraph(self.words(held, &held_path)));
                out.extend(children);
            }
            "heading_1" | "heading_2" | "heading_3" | "heading_4" => {
                let level = kind.bytes().last().map_or(2, |digit| digit - b'0');
                let content = self.words(held, &held_path);
                if !content.is_empty() {
                    out.push(Block::Heading(Heading { level, content }));
                }
                out.extend(children);
            }
            "quote" => {
                let mut blocks = paragraph(self.words(held, &held_path));
                blocks.extend(children);
                if !blocks.is_empty() {
                    out.push(Block::Quote { blocks, cite: None });
                }
            }
            "callout" => {
                let mut blocks = paragraph(self.words(held, &held_path));
                blocks.extend(children);
                if !blocks.is_empty() {
                    out.push(Block::Group { title: None, blocks });
                }
            }
            "toggle" => {
                let summary = self.words(held, &held_path);
                if !summary.is_empty() || !children.is_empty() {
                    out.push(Block::Details { summary, blocks: children, open: false });
                }
            }
            "code" => {
                let text = crate::article::plain(&self.words(held, &held_path));
                out.push(tree::code(&text, string(held, "language").filter(|language| language != "plain text")));
                out.extend(self.caption(held, &held_path).map(Block::paragraph));
            }
            "equation" => out.extend(string(held, "expression").map(Block::paragraph)),
            "divider" => out.push(Block::Divider),
            "image" => {
                let src = self.file(held, &held_path);
                let caption = self.caption(held, &held_path);
                out.push(Block::Image(tree::picture(src, (None, caption), &held_path, self.notes)));
            }
            "video" => {
                let (url, caption) = (self.file(held, &held_path), self.caption(held, &held_path));
                let other = url.as_ref().is_some_and(|url| is_page(url.as_str()));
                out.push(if other {
                    Block::Embed(Embed { url, caption, ..Embed::default() })
                } else {
                    tree::film(url, None, caption)
                });
            }
            "audio" => {
                let (src, caption) = (self.file(held, &held_path), self.caption(held, &held_path));
                out.push(tree::sound(src, string(held, "name"), caption));
            }
            "file" | "pdf" => {
                let card = tree::link_card(self.file(held, &held_path), string(held, "name"));
                self.card(card, held, &held_path, out);
            }
            "bookmark" | "link_preview" => {
                let card = tree::link_card(self.notes.link(held, "url", &held_path), string(held, "title"));
                self.card(card, held, &held_path, out);
            }
            "embed" => {
                let url = self.notes.link(held, "url", &held_path);
                let caption = self.caption(held, &held_path);
                out.extend(tree::embed(url, None, caption));
            }
            "child_page" | "child_database" => {
                out.extend(tree::link_card(None, string(held, "title")).map(|card| Block::LinkCard(Box::new(card))));
                out.extend(children);
            }
            "link_to_page" => {
                self.notes.warn(
                    "unresolved-link",
                    path,
                    "The block links to a page whose address and title are not given.",
                );
            }
            "table" => self.table(value, held, path, out),
            "table_row" => {
                let row = self.row(held, &held_path);
                out.push(Block::Table(Table { rows: vec![row], caption: None }));
            }
            "column_list" | "column" | "synced_block" | "tab" | "transcription" => out.extend(children),
            "table_of_contents" | "breadcrumb" => {}
            _ => {
                self.notes.warn("unknown-block", path, "The block is not known here; its text was kept.");
                let text = crate::article::plain(&self.words(held, &held_path));
                let text = if text.is_empty() && children.is_empty() { tree::harvest(held) } else { text };
                if !text.is_empty() {
                    out.push(Block::Unknown { kind: kind.to_owned(), text });
                }
                out.extend(children);
            }
        }
    }

    /// The address of a file: Notion's own, which expires, or another.
    fn file(&mut self, held: &Value, path: &Path) -> Option<SafeUrl> {
        let key = held.get("type").and_then(Value::as_str).unwrap_or("external");
        let key = [key, "external", "file"].into_iter().find(|key| held.get(key).is_some())?;
        self.notes.media(held.get(key)?, "url", &path.key(key))
    }

    fn caption(&mut self, held: &Value, path: &Path) -> Option<String> {
        tree::words(&self.text(held, "caption", path))
    }

    fn card(&mut self, card: Option<Card>, held: &Value, path: &Path, out: &mut Vec<Block>) {
        let caption = self.caption(held, path);
        match card {
            Some(card) => out.push(Block::LinkCard(Box::new(Card { excerpt: caption, ..card }))),
            None => out.extend(caption.map(Block::paragraph)),
        }
    }

    fn table(&mut self, value: &Value, held: &Value, path: &Path, out: &mut Vec<Block>) {
        let headed = |key: &str| held.get(key).and_then(Value::as_bool) == Some(true);
        let (first_row, first_column) = (headed("has_column_header"), headed("has_row_header"));
        let holder = if value.get("children").is_some() { value } else { held };
        let rows_path = path.key("children");
        let children = holder.get("children").unwrap_or(&Value::Null);
        let rows = children.get("results").unwrap_or(children).as_array().unwrap_or_default();
        let mut table = Table::default();
        for (index, row) in rows.iter().enumerate() {
            let path = rows_path.index(index);
            let mut cells = self.row(row.get("table_row").unwrap_or(row), &path.key("table_row"));
            for (column, cell) in cells.iter_mut().enumerate() {
                cell.header = (first_row && index == 0) || (first_column && column == 0);
            }
            table.rows.push(cells);
        }
        if !table.rows.is_empty() {
            out.push(Block::Table(table));
        }
    }

    fn row(&mut self, row: &Value, path: &Path) -> Vec<Cell> {
        let path = path.key("cells");
        let cells = items(row, "cells").iter().enumerate();
        cells
            .map(|(index, texts)| Cell {
                content: self.rich_text(texts, &path.index(index)),
                ..tree::cell(false, None, None, None)
            })
            .collect()
    }
}

/// Whether film stands on another site's page and not in a file.
fn is_page(url: &str) -> bool {
    ["youtube.com/", "youtu.be/", "vimeo.com/", "dailymotion.com/", "loom.com/", "bilibili.com/"]
        .iter()
        .any(|site| url.contains(site))
}
