//! The walk over a tree.

use std::borrow::Cow;

use crate::article::{Block, Cell, Heading, Inline, ListItem, Mark, Picture, SafeUrl, Table, Text};
use crate::formats::notes::{Notes, first};
use crate::parse::{Path, Value};

use super::flow::{Flow, into_text};
use super::piece::{code, harvest, words};

/// How a format writes its trees.
pub struct Grammar {
    /// The member that holds a node's children.
    pub children: &'static str,
    /// The member that names a node's kind.
    pub kind: &'static str,
    /// What a node is. It is asked once a node, so it may warn.
    pub node: for<'a> fn(&'a Value, &Path, &mut Notes) -> Node<'a>,
}

/// What a node is, as far as the walk must know it. Where not said otherwise, its children are in its children.
pub enum Node<'a> {
    /// Characters. No children.
    Text(Cow<'a, str>, Vec<Mark>, Option<SafeUrl>),
    /// A line break. No children.
    Break,
    /// An element within a line.
    Span(Vec<Mark>, Option<SafeUrl>),
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading(u8),
    /// A list, numbered or not, and its first number.
    List(bool, Option<i32>),
    /// An item of a list, ticked or not.
    Item(Option<bool>),
    /// A quotation, and whom it quotes.
    Quote(Option<String>),
    /// Code in a language.
    Code(Option<String>),
    /// A table.
    Table,
    /// A row.
    Row,
    /// A cell; its words are its children.
    Cell(Cell),
    /// A part that opens, open or not, with its summary where it stands in no child.
    Details(bool, Text),
    /// The summary or the caption of what is around.
    Label,
    /// A picture, table or film with a caption.
    Figure,
    /// A box with its title.
    Group(Option<String>),
    /// A wrapper that means nothing.
    Body,
    /// A picture; words in its children are its caption.
    Picture(Picture),
    /// Blocks that are ready; words in the children follow.
    Ready(Vec<Block>),
    /// Blocks that are ready and all there is: children say the same again.
    Whole(Vec<Block>),
    /// Nobody knows.
    Unknown,
}

/// A walk over one tree.
pub struct Walk<'a> {
    grammar: &'a Grammar,
    notes: &'a mut Notes,
    /// The path of the first thing that is no node.
    pub broken: Option<String>,
}

impl<'a> Walk<'a> {
    /// A walk by `grammar`.
    pub fn new(grammar: &'a Grammar, notes: &'a mut Notes) -> Self {
        Self { grammar, notes, broken: None }
    }

    /// Reads whatever stands where nodes should: an array of them, one, or a mere string.
    pub fn any(&mut self, value: &Value, path: &Path, flow: &mut Flow) {
        match value {
            Value::Array(nodes) => self.nodes(nodes, path, flow),
            other => self.child(other, path, flow),
        }
    }

    fn nodes(&mut self, nodes: &[Value], path: &Path, flow: &mut Flow) {
        for (index, node) in nodes.iter().enumerate() {
            self.child(node, &path.index(index), flow);
        }
    }

    pub(super) fn children(&mut self, value: &Value, path: &Path, flow: &mut Flow) {
        if let Some(children) = value.get(self.grammar.children) {
            self.any(children, &path.key(self.grammar.children), flow);
        }
    }

    /// The children of `value` in a flow of their own.
    pub(super) fn inner(&mut self, value: &Value, path: &Path, flow: &Flow, labelled: bool) -> Flow {
        let mut inner = flow.inner();
        inner.labelled = labelled;
        self.children(value, path, &mut inner);
        inner
    }

    fn child(&mut self, value: &Value, path: &Path, flow: &mut Flow) {
        match value {
            Value::Object(_) => {
                let node = (self.grammar.node)(value, path, self.notes);
                self.put(node, value, path, flow);
            }
            Value::Null => {}
            Value::String(text) => {
                if !text.is_empty() {
                    self.notes.warn("wrong-type", path, "A string stands where a node should; its text was kept.");
                    flow.text(text, &[], None);
                }
            }
            Value::Array(nodes) => {
                self.fault(path);
                self.nodes(nodes, path, flow);
            }
            Value::Bool(_) | Value::Number(_) => self.fault(path),
        }
    }

    fn fault(&mut self, path: &Path) {
        self.notes.warn("wrong-type", path, "This is no node; what is readable in it was kept.");
        self.broken.get_or_insert_with(|| String::from(path));
    }

    pub(super) fn put(&mut self, node: Node, value: &Value, path: &Path, flow: &mut Flow) {
        match node {
            Node::Text(text, marks, link) => flow.text(&text, &marks, link.as_ref()),
            Node::Break => flow.inline(Inline::Break, None),
            Node::Span(marks, link) => self.span(marks, link, value, path, flow),
            Node::Paragraph => {
                flow.close();
                flow.inside += 1;
                self.children(value, path, flow);
                flow.inside -= 1;
                flow.close();
            }
            Node::Heading(level) => {
                let mut inner = flow.inner();
                inner.inside = 1;
                self.children(value, path, &mut inner);
                flow.extend(inner.finish().into_iter().map(|block| as_heading(block, level)).collect());
            }
            Node::List(ordered, start) => {
                let items = self.items(value, path, flow);
                if !items.is_empty() {
                    flow.block(Block::List { ordered, start, items });
                }
            }
            Node::Item(checked) => {
                let blocks = self.inner(value, path, flow, false).finish();
                if !blocks.is_empty() {
                    flow.loose_item(ListItem { blocks, checked });
                }
            }
            Node::Quote(cite) => {
                let mut inner = self.inner(value, path, flow, true);
                let cite = cite.or_else(|| words(&core::mem::take(&mut inner.label)));
                let blocks = inner.finish();
                if !blocks.is_empty() || cite.is_some() {
                    flow.block(Block::Quote { blocks, cite });
                }
            }
            Node::Code(language) => {
                let mut text = String::new();
                self.code(value, path, &mut text);
                flow.block(code(&text, language));
            }
            Node::Table => {
                let mut table = Table::default();
                self.rows(value, path, &mut table);
                if !table.rows.is_empty() {
                    flow.block(Block::Table(table));
                }
            }
            Node::Row => {
                let row = self.cells(value, path);
                flow.block(Block::Table(Table { rows: vec![row], caption: None }));
            }
            // A cell in no row.
            Node::Cell(_) | Node::Body => {
                flow.close();
                let inside = core::mem::take(&mut flow.inside);
                self.children(value, path, flow);
                flow.inside = inside;
                flow.close();
            }
            Node::Details(open, summary) => {
                let mut inner = self.inner(value, path, flow, true);
                let label = core::mem::take(&mut inner.label);
                let summary = if summary.is_empty() { label } else { summary };
                let blocks = inner.finish();
                if !blocks.is_empty() || !summary.is_empty() {
                    flow.block(Block::Details { summary, blocks, open });
                }
            }
            Node::Label => {
                let blocks = self.inner(value, path, flow, false).finish();
                if flow.labelled && flow.label.is_empty() {
                    flow.label = into_text(blocks);
                } else {
                    flow.extend(blocks);
                }
            }
            Node::Figure => {
                let mut inner = self.inner(value, path, flow, true);
                let label = core::mem::take(&mut inner.label);
                let mut blocks = inner.finish();
                if let Some(rest) = caption(&mut blocks, label) {
                    blocks.push(rest);
                }
                flow.extend(blocks);
            }
            Node::Group(title) => {
                let blocks = self.inner(value, path, flow, false).finish();
                if !blocks.is_empty() || title.is_some() {
                    flow.block(Block::Group { title, blocks });
                }
            }
            Node::Picture(mut picture) => {
                let label = into_text(self.inner(value, path, &Flow::default(), false).finish());
                match picture.caption {
                    None => picture.caption = words(&label),
                    Some(_) if label.is_empty() => {}
                    Some(_) => {
                        flow.picture(picture);
                        return flow.text(&crate::article::plain(&label), &[], None);
                    }
                }
                flow.picture(picture);
            }
            Node::Ready(blocks) => {
                flow.extend(blocks);
                let rest = self.inner(value, path, flow, false).finish();
                flow.extend(rest);
            }
            Node::Whole(blocks) => flow.extend(blocks),
            Node::Unknown => self.unknown(value, path, flow),
        }
    }

    fn span(&mut self, marks: Vec<Mark>, link: Option<SafeUrl>, value: &Value, path: &Path, flow: &mut Flow) {
        let depth = flow.marks.len();
        for mark in marks {
            if !flow.marks.contains(&mark) {
                flow.marks.push(mark);
            }
        }
        let around = flow.link.clone();
        if link.is_some() {
            flow.link = link;
        }
        flow.inside += 1;
        self.children(value, path, flow);
        flow.inside -= 1;
        flow.link = around;
        flow.marks.truncate(depth);
    }

    fn unknown(&mut self, value: &Value, path: &Path, flow: &mut Flow) {
        let kind = value.get(self.grammar.kind).and_then(Value::as_str).unwrap_or_default();
        if flow.is_inline() {
            self.notes.warn("unknown-inline", path, "The element is not known here; its text was kept.");
            let inner = self.inner(value, path, flow, false);
            let (bare, blocks) = (inner.is_bare(), inner.finish());
            match (bare, blocks.is_empty()) {
                (_, true) => flow.text(&harvest(value), &[], None),
                (true, false) => {
                    if let Some(title) = title(value) {
                        flow.text(&[&title, " "].concat(), &[], None);
                    }
                    into_text(blocks).into_iter().for_each(|inline| flow.inline(inline, None));
                }
                (false, false) => {
                    if let Some(title) = title(value) {
                        flow.text(&title, &[], None);
                    }
                    flow.extend(blocks);
                }
            }
            return;
        }
        self.notes.warn("unknown-block", path, "The node is not known here; its text was kept.");
        let inner = self.inner(value, path, flow, false);
        let bare = inner.is_bare();
        let blocks = inner.finish();
        let empty = blocks.is_empty();
        let title = title(value).filter(|_| !empty);
        if !bare {
            if let Some(text) = title {
                flow.block(Block::Unknown { kind: kind.to_owned(), text });
            }
            // What stands in it is known.
            return flow.extend(blocks);
        }
        let text = words(&into_text(blocks)).unwrap_or_else(|| harvest(value));
        let text = match title {
            Some(title) => [&title, "\n", &text].concat(),
            None => text,
        };
        if !text.is_empty() {
            flow.block(Block::Unknown { kind: kind.to_owned(), text });
        } else if kind.is_empty() {
            self.broken.get_or_insert_with(|| String::from(path));
        }
    }

    /// Calls `each` with the children, each with what it is; those that are no objects are text.
    pub(super) fn each(&mut self, value: &Value, path: &Path, each: &mut dyn FnMut(&mut Self, Node, &Value, &Path)) {
        let key = self.grammar.children;
        let path = path.key(key);
        let children = match value.get(key) {
            Some(Value::Array(children)) => children.as_slice(),
            Some(other) => core::slice::from_ref(other),
            None => &[],
        };
        for (index, child) in children.iter().enumerate() {
            let path = path.index(index);
            let node = match child {
                Value::Object(_) => (self.grammar.node)(child, &path, self.notes),
                Value::String(text) if !text.is_empty() => {
                    self.notes.warn("wrong-type", &path, "A string stands where a node should; its text was kept.");
                    Node::Text(Cow::Borrowed(text), Vec::new(), None)
                }
                Value::String(_) | Value::Null => continue,
                _ => {
                    self.fault(&path);
                    continue;
                }
            };
            each(self, node, child, &path);
        }
    }

    /// The characters of code, a line break between two lines.
    pub(super) fn code(&mut self, value: &Value, path: &Path, out: &mut String) {
        let mut first = true;
        self.each(value, path, &mut |walk, node, child, path| {
            match node {
                Node::Text(text, ..) => out.push_str(&text),
                Node::Break => out.push('\n'),
                Node::Span(..) => walk.code(child, path, out),
                _ => {
                    if !first {
                        out.push('\n');
                    }
                    walk.code(child, path, out);
                }
            }
            first = false;
        });
    }
}

/// What an unknown node says in its attributes, beside its children.
fn title(value: &Value) -> Option<String> {
    first(value.get("attrs")?, &["title", "label", "caption"]).filter(|title| !title.contains("://"))
}

fn as_heading(block: Block, level: u8) -> Block {
    match block {
        Block::Paragraph(paragraph) => Block::Heading(Heading { level: level.clamp(1, 6), content: paragraph.content }),
        other => other,
    }
}

/// Puts a caption under what it belongs to; where that has no room for one, it is a paragraph.
fn caption(blocks: &mut [Block], label: Text) -> Option<Block> {
    let line = words(&label)?;
    let room = match blocks {
        [Block::Image(picture)] => &mut picture.caption,
        [Block::Gallery { caption, .. }] => caption,
        [Block::Video(media) | Block::Audio(media)] => &mut media.caption,
        [Block::Embed(embed)] => &mut embed.caption,
        [Block::Table(table)] => &mut table.caption,
        _ => return Some(Block::Paragraph(crate::article::Paragraph { content: label, ..Default::default() })),
    };
    if room.is_some() {
        return Some(Block::Paragraph(crate::article::Paragraph { content: label, ..Default::default() }));
    }
    *room = Some(line);
    None
}
