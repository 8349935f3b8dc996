//! Lexical: `{"root":{"type":"root","children":[…]}}`. [`card`] reads what sites add to its nodes, Ghost's cards above all.

mod card;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::article::{Article, Block, Inline, Mark, SafeUrl, Text};
use crate::error::Error;
use crate::formats::notes::{Notes, string, whole};
use crate::parse::{Path, Value};

use super::tree::{self, Flow, Grammar, Node, Walk};

const GRAMMAR: Grammar = Grammar { children: "children", kind: "type", node };

/// Whether `value` is such a document.
pub fn knows(value: &Value) -> bool {
    value.get("root").is_some_and(|root| root.get("type").and_then(Value::as_str) == Some("root"))
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`], with its path, where the document breaks the format's rules so that no article is left.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let path = path.key("root");
    let nodes = value.get("root").and_then(|root| root.get("children")).unwrap_or(&Value::Null);
    tree::article(&GRAMMAR, nodes, &path.key("children"), notes)
}

/// The blocks of an editor within a node, such as a caption.
fn nested(value: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let mut flow = Flow::default();
    let path = path.key("root");
    let nodes = value.get("root").and_then(|root| root.get("children")).unwrap_or(&Value::Null);
    Walk::new(&GRAMMAR, notes).any(nodes, &path.key("children"), &mut flow);
    flow.finish()
}

fn node<'a>(value: &'a Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let raw = value.get("type").and_then(Value::as_str).unwrap_or_default();
    let kind = tree::plain_name(raw.strip_prefix("extended-").unwrap_or(raw));
    match kind.as_str() {
        "text" | "hashtag" | "codehighlight" | "keyword" | "emoji" | "mention" | "tk" | "autocomplete" | "zwnj"
        | "specialtext" | "beautifulmention" => text(value, path, notes),
        "linebreak" => Node::Break,
        "tab" => Node::Text(Cow::Borrowed("\t"), Vec::new(), None),
        "paragraph" | "inlineparagraph" => Node::Paragraph,
        "heading" | "koenigheading" => {
            Node::Heading(value.get("tag").and_then(Value::as_str).and_then(tree::heading_level).unwrap_or(2))
        }
        "quote" | "aside" | "blockquote" => Node::Quote(None),
        "list" => {
            let ordered = value.get("listType").and_then(Value::as_str) == Some("number")
                || value.get("tag").and_then(Value::as_str) == Some("ol");
            let start = whole::<i32>(value, "start").filter(|start| ordered && *start != 1);
            Node::List(ordered, start)
        }
        "listitem" => Node::Item(value.get("checked").and_then(Value::as_bool)),
        "code" => Node::Code(string(value, "language").filter(|language| language != "plain")),
        "link" | "autolink" | "atlink" => Node::Span(Vec::new(), link(value, path, notes)),
        "overflow" | "mark" | "atlinksearch" | "comment" => Node::Span(Vec::new(), None),
        "table" => Node::Table,
        "tablerow" => Node::Row,
        "tablecell" => {
            let header = whole::<u8>(value, "headerState").is_some_and(|state| state > 0);
            Node::Cell(tree::cell(header, whole(value, "colSpan"), whole(value, "rowSpan"), None))
        }
        "root" | "layoutcontainer" | "layoutitem" | "collapsiblecontent" => Node::Body,
        "collapsiblecontainer" => Node::Details(value.get("open").and_then(Value::as_bool) == Some(true), Text::new()),
        "collapsibletitle" => Node::Label,
        "horizontalrule" => Node::Ready(tree::one(Block::Divider)),
        other => card::card(other, value, path, notes),
    }
}

/// The bits of a leaf's `format`, the outermost mark first.
const BITS: [(u64, Mark); 8] = [
    (1, Mark::Strong),
    (2, Mark::Em),
    (4, Mark::Strike),
    (8, Mark::Underline),
    (128, Mark::Highlight),
    (16, Mark::Code),
    (32, Mark::Sub),
    (64, Mark::Sup),
];

fn text<'a>(value: &'a Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let text = notes.text(value, "text", path);
    let format = value.get("format").and_then(Value::as_u64).unwrap_or(0);
    let marks = BITS.iter().filter(|(bit, _)| format & bit != 0).map(|(_, mark)| mark.clone()).collect();
    // Ghost holds the caret with characters that show nothing.
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_matches('\u{200C}')),
        owned => owned,
    };
    Node::Text(text, marks, None)
}

/// The address of a link, which Payload keeps in `fields`.
fn link(value: &Value, path: &Path, notes: &mut Notes) -> Option<SafeUrl> {
    match value.get("fields") {
        Some(fields) => notes.link(fields, "url", &path.key("fields")),
        None => notes.link(value, "url", path),
    }
}

/// A line of running text that is a link.
fn linked(url: Option<SafeUrl>, text: String) -> Inline {
    let run = Inline::text(text);
    match url {
        Some(url) => Inline::Link { url, content: vec![run] },
        None => run,
    }
}
