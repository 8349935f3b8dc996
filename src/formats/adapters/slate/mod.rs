//! Slate: an array of elements with children, whose leaves are `{text}` with flags. It has no standard types: each site names its own.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::article::{Article, Block, Embed, Picture, SafeUrl, Text};
use crate::error::Error;
use crate::formats::notes::{Notes, first, string, whole};
use crate::parse::{Path, Value};

use super::tree::{self, Grammar, Node};

const GRAMMAR: Grammar = Grammar { children: "children", kind: "type", node };

/// Elements looked at, and levels gone down, to tell the format.
const LOOK: usize = 10;

/// Whether `value` is such a document.
pub fn knows(value: &Value) -> bool {
    let Some(nodes) = value.as_array().filter(|nodes| !nodes.is_empty()) else { return false };
    // What is not written in words may have no children.
    let is_void = |node: &Value| node.get("type").is_some() && node.get("children").is_none();
    let node = |node: &Value| node.get("_type").is_none() && (is_element(node) || is_leaf(node) || is_void(node));
    let telling = |node: &Value| match node.get("children") {
        Some(_) => has_leaf(node, LOOK),
        // One line with no element around it: its marks tell.
        None => is_leaf(node) && !tree::flags(node).is_empty(),
    };
    tree::are_mostly(nodes, &node) && nodes.iter().take(LOOK).any(|one| node(one) && telling(one))
}

/// Whether `node` is an element and not, say, an entry of a menu or a comment with its answers.
fn is_element(node: &Value) -> bool {
    node.get("children").and_then(Value::as_array).is_some()
        && node.get("text").is_none()
        && (node.get("type").is_some()
            || ["title", "label", "name", "url", "href"].iter().all(|key| node.get(key).is_none()))
}

/// Whether the first leaf of `node` is one of Slate's.
fn has_leaf(node: &Value, levels: usize) -> bool {
    match node.get("children").and_then(|children| children.at(0)) {
        Some(child) if child.get("children").is_some() => levels > 0 && has_leaf(child, levels - 1),
        Some(child) => is_leaf(child),
        // An empty paragraph.
        None => matches!(kind(node).as_str(), "p" | "paragraph"),
    }
}

fn is_leaf(node: &Value) -> bool {
    node.get("text").and_then(Value::as_str).is_some() && node.get("type").is_none() && node.get("children").is_none()
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`], with its path, where the document breaks the format's rules so that no article is left.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    tree::article(&GRAMMAR, value, path, notes)
}

fn kind(value: &Value) -> String {
    tree::plain_name(value.get("type").and_then(Value::as_str).unwrap_or_default())
}

fn node<'a>(value: &'a Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    if value.get("children").is_none()
        && let Some(text) = value.get("text").and_then(Value::as_str)
    {
        return Node::Text(Cow::Borrowed(text), tree::flags(value), None);
    }
    let kind = kind(value);
    if let Some(level) = tree::heading_level(&kind) {
        return Node::Heading(level);
    }
    match tree::common_name(&kind) {
        "" if value.get("children").is_some() => Node::Paragraph,
        "paragraph" => {
            // Plate writes lists as paragraphs that have a style of list.
            if value.get("listStyleType").is_some() { Node::Item(flag(value, "checked")) } else { Node::Paragraph }
        }
        "heading" => Node::Heading(whole(value, "level").or_else(|| whole(value, "depth")).unwrap_or(2)),
        "bulletlist" => Node::List(false, None),
        "orderedlist" => Node::List(true, start(value)),
        "list" => Node::List(is_ordered(value), start(value)),
        "listitem" => Node::Item(flag(value, "checked")),
        "taskitem" => Node::Item(Some(flag(value, "checked") == Some(true))),
        "blockquote" => Node::Quote(first(value, &["cite", "author"])),
        "code" | "codeblock" => Node::Code(first(value, &["language", "lang"])),
        "a" | "link" | "hyperlink" | "autolink" => Node::Span(Vec::new(), link(value, path, notes)),
        "span" | "inline" | "text" => Node::Span(tree::flags(value), None),
        "image" => Node::Picture(picture(value, path, notes)),
        "figure" => Node::Figure,
        "caption" => Node::Label,
        "upload" => upload(value, path, notes),
        "relationship" | "reference" => related(value, path, notes),
        "table" => Node::Table,
        "tablerow" => Node::Row,
        "tablecell" => Node::Cell(cell(value, false)),
        "tableheader" => Node::Cell(cell(value, true)),
        "divider" => Node::Ready(tree::one(Block::Divider)),
        "hardbreak" => Node::Break,
        "details" | "accordion" => Node::Details(flag(value, "open") == Some(true), Text::new()),
        "callout" => Node::Group(string(value, "title")),
        "body" => Node::Body,
        "mention" | "hashtag" | "tag" | "emoji" => match name(value) {
            // What stands in the line is what the reader sees, where anything does.
            Some(name) if tree::harvest(value.get("children").unwrap_or(&Value::Null)).is_empty() => {
                Node::Text(Cow::Owned(name), Vec::new(), None)
            }
            _ => Node::Span(Vec::new(), None),
        },
        "equation" | "inlineequation" | "math" | "inlinemath" => {
            match first(value, &["texExpression", "formula", "math"]) {
                Some(text) => Node::Text(Cow::Owned(text), Vec::new(), None),
                None => Node::Span(Vec::new(), None),
            }
        }
        "video" | "embed" | "mediaembed" | "iframe" | "youtube" | "vimeo" | "tweet" | "twitter" | "oembed" => {
            let caption = caption(value);
            Node::Ready(tree::embed(link(value, path, notes), string(value, "title"), caption).into_iter().collect())
        }
        "audio" => {
            Node::Ready(tree::one(tree::sound(address(value, path, notes), string(value, "title"), caption(value))))
        }
        name => match tree::mark_named(name) {
            Some(mark) => Node::Span(vec![mark], None),
            None => Node::Unknown,
        },
    }
}

fn flag(value: &Value, key: &str) -> Option<bool> {
    value.get(key)?.as_bool()
}

fn start(value: &Value) -> Option<i32> {
    whole::<i32>(value, "start")
}

fn is_ordered(value: &Value) -> bool {
    flag(value, "ordered") == Some(true)
        || ["format", "listType", "listStyleType", "variant", "style"].iter().any(|key| {
            matches!(value.get(key).and_then(Value::as_str), Some("ordered" | "number" | "numbered" | "decimal" | "ol"))
        })
}

fn cell(value: &Value, header: bool) -> crate::article::Cell {
    let attributes = value.get("attributes").unwrap_or(value);
    let span = |camel: &str, lower: &str| {
        whole(value, camel)
            .or_else(|| whole(value, lower))
            .or_else(|| whole(attributes, lower))
            .or_else(|| whole(attributes, camel))
    };
    let header = header || ["header", "isHeader"].iter().any(|key| flag(value, key) == Some(true));
    tree::cell(
        header,
        span("colSpan", "colspan"),
        span("rowSpan", "rowspan"),
        value.get("align").and_then(Value::as_str),
    )
}

/// The first of the members that hold an address.
fn link(value: &Value, path: &Path, notes: &mut Notes) -> Option<SafeUrl> {
    let key =
        ["url", "href", "link", "src", "to"].into_iter().find(|key| value.get(key).and_then(Value::as_str).is_some());
    match (key, value.get("data")) {
        (Some(key), _) => notes.link(value, key, path),
        (None, Some(data)) if data.get("data").is_none() => link(data, &path.key("data"), notes),
        _ => None,
    }
}

fn address(value: &Value, path: &Path, notes: &mut Notes) -> Option<SafeUrl> {
    let key =
        ["url", "src", "link", "source"].into_iter().find(|key| value.get(key).and_then(Value::as_str).is_some())?;
    notes.media(value, key, path)
}

/// What a mention is called.
fn name(value: &Value) -> Option<String> {
    first(value, &["value", "character", "label", "name", "username", "code", "emoji"])
}

/// A caption, which is a string or running text.
fn caption(value: &Value) -> Option<String> {
    match value.get("caption")? {
        Value::String(text) => Some(text.clone()).filter(|text| !text.trim().is_empty()),
        nodes => Some(tree::harvest(nodes)).filter(|text| !text.is_empty()),
    }
}

fn picture(value: &Value, path: &Path, notes: &mut Notes) -> Picture {
    let src = address(value, path, notes);
    let alt = first(value, &["alt", "altText", "alternativeText", "title"]);
    let picture = tree::picture(src, (alt, caption(value)), path, notes);
    Picture { width: whole(value, "width"), height: whole(value, "height"), ..picture }
}

/// A file of a Payload site's library.
fn upload<'a>(value: &'a Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let file_path = path.key("value");
    let file = value.get("value").unwrap_or(&Value::Null);
    let mime = file.get("mimeType").and_then(Value::as_str).unwrap_or_default();
    let words = value.get("fields").and_then(caption).or_else(|| caption(file));
    if mime.starts_with("video/") {
        return Node::Ready(tree::one(tree::film(notes.media(file, "url", &file_path), None, words)));
    }
    if mime.starts_with("audio/") {
        return Node::Ready(tree::one(tree::sound(notes.media(file, "url", &file_path), string(file, "title"), words)));
    }
    if mime.starts_with("image/") || mime.is_empty() {
        let src = notes.media(file, "url", &file_path);
        let picture = tree::picture(src, (string(file, "alt"), words), &file_path, notes);
        return Node::Picture(Picture { width: whole(file, "width"), height: whole(file, "height"), ..picture });
    }
    let url = notes.link(file, "url", &file_path);
    let title = first(file, &["title", "filename"]);
    Node::Ready(tree::link_card(url, title).map(|card| Block::LinkCard(Box::new(card))).into_iter().collect())
}

/// Another document of a Payload site: film with an identifier, or a title.
fn related<'a>(value: &'a Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let path = path.key("value");
    let target = value.get("value").unwrap_or(&Value::Null);
    let kind = value.get("relationTo").and_then(Value::as_str).unwrap_or_default();
    let title = first(target, &["title", "name"]);
    if let (true, Some(id)) = (kind.contains("youtube"), string(target, "videoId")) {
        let url = SafeUrl::link(&["https://www.youtube.com/watch?v=", &id].concat());
        let provider = Some("YouTube".to_owned());
        return Node::Ready(tree::one(Block::Embed(Embed { url, provider, title, ..Embed::default() })));
    }
    let url = notes.link(target, "url", &path);
    if title.is_none() && url.is_none() {
        notes.warn("unresolved-entry", &path, "The document that belongs here is not in this one.");
    }
    Node::Ready(tree::link_card(url, title).map(|card| Block::LinkCard(Box::new(card))).into_iter().collect())
}
