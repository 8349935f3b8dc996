//! Contentful rich text: `{"nodeType":"document","content":[…]}`. [`entry`] reads what is embedded in it, [`resolve`] finds that.

mod entry;
mod resolve;
#[cfg(test)]
mod tests;

use crate::article::{Article, Block};
use crate::error::Error;
use crate::formats::notes::{Notes, items, whole};
use crate::parse::{Path, Value};

use super::tree::{self, Grammar, Node};

const GRAMMAR: Grammar = Grammar { children: "content", kind: "nodeType", node };

/// Whether `value` is such a document, by itself or as `json` with what it embeds in `links`.
pub fn knows(value: &Value) -> bool {
    is_document(value) || value.get("json").is_some_and(is_document)
}

fn is_document(value: &Value) -> bool {
    value.get("nodeType").and_then(Value::as_str) == Some("document") && value.get("content").is_some()
}

/// The document `value` with what `includes`, the member of an answer, holds for it; `None` where it is no such document.
pub fn with_includes(value: &Value, includes: &Value) -> Option<Value> {
    is_document(value).then(|| resolve::resolve(value, includes))
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`], with its path, where the document breaks the format's rules so that no article is left.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    if let Some(json) = value.get("json").filter(|json| is_document(json)) {
        let resolved = resolve::resolve(json, value.get("links").unwrap_or(&Value::Null));
        return read(&resolved, &path.key("json"), notes);
    }
    tree::article(&GRAMMAR, value.get("content").unwrap_or(&Value::Null), &path.key("content"), notes)
}

fn node<'a>(value: &'a Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let kind = value.get("nodeType").and_then(Value::as_str).unwrap_or_default();
    let data = value.get("data").unwrap_or(&Value::Null);
    let data_path = path.key("data");
    match kind {
        "text" => text(value, path, notes),
        "document" => Node::Body,
        "paragraph" => Node::Paragraph,
        "heading-1" | "heading-2" | "heading-3" | "heading-4" | "heading-5" | "heading-6" => {
            Node::Heading(tree::heading_level(&tree::plain_name(kind)).unwrap_or(2))
        }
        "unordered-list" => Node::List(false, None),
        "ordered-list" => Node::List(true, None),
        "list-item" => Node::Item(None),
        "blockquote" => Node::Quote(None),
        "hr" => Node::Ready(tree::one(Block::Divider)),
        "table" => Node::Table,
        "table-row" => Node::Row,
        "table-cell" | "table-header-cell" => {
            let header = kind == "table-header-cell";
            Node::Cell(tree::cell(header, whole(data, "colspan"), whole(data, "rowspan"), None))
        }
        "hyperlink" => Node::Span(Vec::new(), notes.link(data, "uri", &data_path)),
        "entry-hyperlink" | "asset-hyperlink" | "resource-hyperlink" => {
            Node::Span(Vec::new(), entry::target_link(data, &data_path, notes))
        }
        "embedded-asset-block" | "embedded-asset-inline" => entry::asset(data, &data_path, notes),
        "embedded-entry-block" | "embedded-resource-block" => entry::entry(data, &data_path, notes),
        "embedded-entry-inline" | "embedded-resource-inline" => entry::inline_entry(data, &data_path, notes),
        _ => Node::Unknown,
    }
}

fn text<'a>(value: &'a Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let mut marks = Vec::new();
    let marks_path = path.key("marks");
    for (index, mark) in items(value, "marks").iter().enumerate() {
        let kind = mark.get("type").and_then(Value::as_str).unwrap_or_default();
        match tree::mark_named(&tree::plain_name(kind)) {
            Some(mark) => marks.push(mark),
            None => {
                notes.warn("unknown-mark", &marks_path.index(index), "The mark is not known here; its text was kept.");
            }
        }
    }
    Node::Text(notes.text(value, "value", path), marks, None)
}
