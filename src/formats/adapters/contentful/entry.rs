//! Entries and assets that stand in a text.

use std::borrow::Cow;

use crate::article::{Block, Card, Picture, SafeUrl};
use crate::formats::adapters::tree::{self, Flow, Node, Walk};
use crate::formats::notes::{Notes, string, whole};
use crate::parse::{Path, Value};

use super::{GRAMMAR, is_document};

/// A field, which stands there as it is or once a language.
fn field<'a>(fields: &'a Value, key: &str) -> Option<&'a Value> {
    let value = fields.get(key)?;
    match value.as_object() {
        // A language is named as `en-US`.
        Some([(language, first), ..])
            if language.split('-').next().is_some_and(|tag| (2..=3).contains(&tag.len()))
                && value.get("url").is_none()
                && value.get("sys").is_none() =>
        {
            Some(first)
        }
        _ => Some(value),
    }
}

fn words(fields: &Value, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| field(fields, key)?.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned))
}

/// What an entry or asset is, where the document has it.
fn fields(data: &Value) -> Option<&Value> {
    data.get("target")?.get("fields")
}

fn unresolved<'a>(path: &Path, notes: &mut Notes) -> Node<'a> {
    notes.warn("unresolved-entry", &path.key("target"), "The entry that belongs here is not in the document.");
    Node::Ready(Vec::new())
}

/// Where a link to an entry or asset leads.
pub fn target_link(data: &Value, path: &Path, notes: &mut Notes) -> Option<SafeUrl> {
    let target = path.key("target");
    let path = target.key("fields");
    let fields = fields(data)?;
    if let Some(file) = field(fields, "file") {
        return notes.link(file, "url", &path.key("file"));
    }
    let url = ["url", "link", "href"].iter().find_map(|key| field(fields, key).filter(|url| url.as_str().is_some()))?;
    notes.link_at(url, &path)
}

/// An asset: a picture, film, sound or file.
pub fn asset<'a>(data: &Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let target = path.key("target");
    let Some(fields) = fields(data) else {
        notes.warn("unresolved-image", &target, "The asset that belongs here is not in the document.");
        return Node::Ready(Vec::new());
    };
    let fields_path = target.key("fields");
    let path = fields_path.key("file");
    let null = Value::Null;
    let file = field(fields, "file").unwrap_or(&null);
    let kind = file.get("contentType").and_then(Value::as_str).unwrap_or_default();
    let title = words(fields, &["title"]);
    let description = words(fields, &["description"]);
    let blocks = if kind.starts_with("video/") {
        tree::one(tree::film(notes.media(file, "url", &path), None, description.or(title)))
    } else if kind.starts_with("audio/") {
        tree::one(tree::sound(notes.media(file, "url", &path), title, description))
    } else if kind.is_empty() || kind.starts_with("image/") {
        let image = file.get("details").and_then(|details| details.get("image")).unwrap_or(&null);
        let src = notes.media(file, "url", &path);
        let picture = tree::picture(src, (title, description), &path, notes);
        return Node::Picture(Picture { width: whole(image, "width"), height: whole(image, "height"), ..picture });
    } else {
        let card = tree::link_card(notes.link(file, "url", &path), title.or_else(|| string(file, "fileName")));
        card.map(|card| Block::LinkCard(Box::new(Card { excerpt: description, ..card }))).into_iter().collect()
    };
    Node::Ready(blocks)
}

/// An entry of the site's own kind: a document, code, a picture or film in it is read, of the rest the words.
pub fn entry<'a>(data: &Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let target = path.key("target");
    let Some(fields) = fields(data) else { return unresolved(path, notes) };
    let path = target.key("fields");
    let mut blocks = Vec::new();
    let title = words(fields, &["title", "heading", "headline", "name", "internalName"]);
    let mut known = false;
    for (key, value) in fields.as_object().unwrap_or_default() {
        let path = path.key(key);
        let value = field(fields, key).unwrap_or(value);
        if is_document(value) {
            let mut flow = Flow::default();
            Walk::new(&GRAMMAR, notes).any(
                value.get("content").unwrap_or(&Value::Null),
                &path.key("content"),
                &mut flow,
            );
            blocks.extend(flow.finish());
            known = true;
        } else if key == "code" {
            if let Some(text) = value.as_str() {
                blocks.push(tree::code(text, words(fields, &["language", "lang"])));
                known = true;
            }
        } else if value.get("fields").is_some_and(|fields| fields.get("file").is_some()) {
            let held = Value::Object(vec![("target".to_owned(), value.clone())]);
            if let Node::Picture(picture) = asset(&held, &path, notes) {
                blocks.push(Block::Image(picture));
                known = true;
            }
        } else if matches!(key.as_str(), "url" | "embedUrl" | "videoUrl") {
            let url = notes.link_at(value, &path);
            known |= url.is_some();
            blocks.extend(url.and_then(|url| tree::embed(Some(url), None, None)));
        } else if matches!(key.as_str(), "description" | "caption" | "text" | "body" | "quote" | "summary")
            && let Some(text) = value.as_str().filter(|text| !text.trim().is_empty())
        {
            blocks.push(Block::paragraph(text));
        }
    }
    if known {
        return Node::Whole(tree::one(Block::Group { title, blocks }));
    }
    notes.warn("unknown-block", &target, "The entry is of the site's own kind; its text was kept.");
    let text = tree::harvest(fields);
    let text = if text.is_empty() { title.unwrap_or_default() } else { text };
    let kind =
        data.get("target").and_then(|target| target.get("sys")?.get("contentType")?.get("sys")?.get("id")?.as_str());
    let kind = kind.unwrap_or("embedded-entry-block").to_owned();
    Node::Ready(if text.is_empty() { Vec::new() } else { tree::one(Block::Unknown { kind, text }) })
}

/// An entry within a line: its title, linked where it has an address.
pub fn inline_entry<'a>(data: &Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let Some(fields) = fields(data) else {
        notes.warn("unresolved-entry", &path.key("target"), "The entry that belongs here is not in the document.");
        return Node::Text(Cow::Borrowed(""), Vec::new(), None);
    };
    let text = words(fields, &["title", "name", "label", "text", "headline"]).unwrap_or_else(|| tree::harvest(fields));
    let link = target_link(data, path, notes);
    Node::Text(Cow::Owned(text), Vec::new(), link)
}
