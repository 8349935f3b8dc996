//! Portable Text: an array of objects with a `_type`, the blocks of text among them with spans and `markDefs`. [`object`] reads the
//! others.

mod object;

#[cfg(test)]
mod tests;

use crate::article::{Article, Block, Footnote, Heading, Inline, ListItem, Mark, Paragraph, SafeUrl};
use crate::error::Error;
use crate::formats::notes::{Notes, items, string, whole};
use crate::order::order;
use crate::parse::{Path, Value};

use super::tree::{self, Flow, Outline};

/// Elements looked at to tell the format.
const LOOK: usize = 16;

/// Whether `value` is such a document: an array, or one block of it.
pub fn knows(value: &Value) -> bool {
    match value {
        Value::Array(nodes) if !nodes.is_empty() => {
            // What is no object among them is a fault to be told of, not another format.
            let mut objects = nodes.iter().take(LOOK).filter(|node| node.as_object().is_some());
            objects.clone().all(|node| kind(node).is_some())
                && objects.any(|node| is_block(node) || is_code(node) || is_image(node))
        }
        _ => is_block(value),
    }
}

fn kind(value: &Value) -> Option<&str> {
    value.get("_type").and_then(Value::as_str)
}

fn is_block(value: &Value) -> bool {
    kind(value) == Some("block") && value.get("children").is_some()
}

fn is_code(value: &Value) -> bool {
    matches!(kind(value), Some("code" | "codeBlock")) && value.get("code").and_then(Value::as_str).is_some()
}

/// Whether `value` is a picture whose file is an asset.
fn is_image(value: &Value) -> bool {
    value.get("asset").is_some_and(|asset| asset.get("_ref").is_some() || asset.get("url").is_some())
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`], with its path, where the document breaks the format's rules so that no article is left.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let mut reader = Reader { notes, broken: None, footnotes: Vec::new() };
    let mut blocks = match value {
        Value::Array(nodes) => reader.nodes(nodes, path),
        one => {
            let mut blocks = Vec::new();
            reader.node(one, path, &mut Outline::default(), &mut blocks);
            blocks
        }
    };
    let broken = reader.broken.take();
    if !reader.footnotes.is_empty() {
        blocks.push(Block::Footnotes(reader.footnotes));
    }
    tree::body(blocks, broken, path, notes)
}

struct Reader<'a> {
    notes: &'a mut Notes,
    broken: Option<String>,
    /// The footnotes so far.
    footnotes: Vec<Footnote>,
}

/// The definition of an annotation: its key, its place among the others, and what it says.
type Definition<'a> = (&'a str, usize, &'a Value);

impl Reader<'_> {
    fn nodes(&mut self, nodes: &[Value], path: &Path) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut outline = Outline::default();
        for (index, node) in nodes.iter().enumerate() {
            self.node(node, &path.index(index), &mut outline, &mut blocks);
        }
        outline.end(&mut blocks);
        blocks
    }

    fn node(&mut self, value: &Value, path: &Path, outline: &mut Outline, out: &mut Vec<Block>) {
        if let Some(text) = value.as_str() {
            self.notes.warn("wrong-type", path, "A string stands where a block should; its text was kept.");
            outline.end(out);
            return out.extend((!text.trim().is_empty()).then(|| Block::paragraph(text)));
        }
        if value.as_object().is_none() {
            self.notes.warn("wrong-type", path, "This is no block; it was left out.");
            self.broken.get_or_insert_with(|| String::from(path));
            return;
        }
        let is_text = kind(value) == Some("block") || (kind(value).is_none() && value.get("children").is_some());
        if is_text && let Some(list) = string(value, "listItem") {
            let blocks = self.text_block(value, path);
            if !blocks.is_empty() {
                let depth = whole(value, "level").unwrap_or(1);
                let checked = (list == "checkbox" || list == "check")
                    .then(|| value.get("checked").and_then(Value::as_bool) == Some(true));
                return outline.add(depth, list == "number", ListItem { blocks, checked }, out);
            }
            return;
        }
        outline.end(out);
        if is_text {
            out.extend(self.text_block(value, path));
        } else {
            self.object(value, path, out);
        }
    }

    /// A block of text in its style.
    fn text_block(&mut self, value: &Value, path: &Path) -> Vec<Block> {
        let mut flow = Flow::default();
        flow.inside = 1;
        self.spans(value, path, &mut flow);
        let style = tree::plain_name(value.get("style").and_then(Value::as_str).unwrap_or_default());
        let blocks = flow.finish();
        if let Some(level) = tree::heading_level(&style) {
            return blocks
                .into_iter()
                .map(|block| match block {
                    Block::Paragraph(Paragraph { content, .. }) => Block::Heading(Heading { level, content }),
                    other => other,
                })
                .collect();
        }
        match style.as_str() {
            "blockquote" | "quote" | "pullquote" if !blocks.is_empty() => vec![Block::Quote { blocks, cite: None }],
            "code" | "pre" if !blocks.is_empty() => {
                vec![Block::Code { text: crate::article::plain(&tree::into_text(blocks)), language: None }]
            }
            _ => blocks,
        }
    }

    fn spans(&mut self, value: &Value, path: &Path, flow: &mut Flow) {
        let children = path.key("children");
        let definitions = definitions(value);
        if value.get("children").is_some_and(|children| children.as_array().is_none()) {
            let text = self.notes.words(value.get("children").unwrap_or(&Value::Null), &children);
            if text.is_empty() {
                self.broken.get_or_insert_with(|| String::from(&children));
            }
            flow.text(&text, &[], None);
        }
        let definitions_path = path.key("markDefs");
        let spans = items(value, "children");
        // The numbers of the block's footnotes by the place of their definition.
        let mut signs: Vec<(usize, usize)> = Vec::new();
        for (index, span) in spans.iter().enumerate() {
            let path = children.index(index);
            if let Some(text) = span.as_str() {
                self.notes.warn("wrong-type", &path, "A string stands where a span should; its text was kept.");
                flow.text(text, &[], None);
                continue;
            }
            if let Some("span") | None = kind(span) {
                let text = self.notes.text(span, "text", &path);
                let (marks, link) = self.marks(&definitions, &definitions_path, span, &path);
                flow.text(&text, &marks, link.as_ref());
                for (place, definition) in footnotes(&definitions, span) {
                    // The sign stands where the marked words end.
                    if spans.get(index + 1).is_some_and(|next| footnotes(&definitions, next).any(|(at, _)| at == place))
                    {
                        continue;
                    }
                    let number = match signs.iter().find(|(at, _)| *at == place) {
                        Some((_, number)) => *number,
                        None => {
                            let number = self.footnote(definition, &definitions_path.index(place));
                            signs.push((place, number));
                            number
                        }
                    };
                    let text = number.to_string();
                    flow.inline(Inline::NoteRef { id: ["note-", &text].concat(), text }, None);
                }
            } else {
                self.inline_object(span, &path, flow);
            }
        }
    }

    /// The marks of a span: decorators by name, annotations by the key of their definition.
    fn marks(
        &mut self,
        definitions: &[Definition],
        definitions_path: &Path,
        span: &Value,
        path: &Path,
    ) -> (Vec<Mark>, Option<SafeUrl>) {
        let mut marks = Vec::new();
        let mut link = None;
        let path = path.key("marks");
        for (index, mark) in items(span, "marks").iter().enumerate() {
            let Some(name) = mark.as_str() else { continue };
            let Some((_, place, definition)) = defined(definitions, name) else {
                match tree::mark_named(&tree::plain_name(name)) {
                    Some(mark) => marks.push(mark),
                    None => {
                        let message = "The mark is neither known nor defined here; its text was kept.";
                        self.notes.warn("unknown-mark", &path.index(index), message);
                    }
                }
                continue;
            };
            if note(definition).is_some() {
                continue;
            }
            let kind = tree::plain_name(kind(definition).unwrap_or_default());
            match address_key(definition) {
                Some(key) => link = self.notes.link(definition, key, &definitions_path.index(*place)).or(link),
                None => match tree::mark_named(&kind) {
                    Some(mark) => marks.push(mark),
                    None if matches!(kind.as_str(), "internallink" | "link" | "reference" | "internalreference") => {
                        let message = "The link leads to a document whose address is not given; its text was kept.";
                        self.notes.warn("unresolved-link", &path.index(index), message);
                    }
                    None => {
                        let message =
                            "The annotation is not known here; the words under it were kept, its own were not.";
                        self.notes.warn("unknown-mark", &path.index(index), message);
                    }
                },
            }
        }
        (marks, link)
    }

    /// Takes a footnote and gives its number.
    fn footnote(&mut self, definition: &Value, path: &Path) -> usize {
        // A footnote inside it has a later number.
        let place = self.footnotes.len();
        let number = place + 1;
        self.footnotes.push(Footnote { id: ["note-", &number.to_string()].concat(), blocks: Vec::new() });
        let blocks = match note(definition) {
            Some(("children", _)) => self.text_block(definition, path),
            Some((key, Value::Array(nodes))) => self.nodes(nodes, &path.key(key)),
            Some((key, other)) => {
                let mut blocks = Vec::new();
                let path = path.key(key);
                self.node_or_words(other, &path, &mut blocks);
                blocks
            }
            None => Vec::new(),
        };
        if let Some(footnote) = self.footnotes.get_mut(place) {
            footnote.blocks = blocks;
        }
        number
    }

    fn node_or_words(&mut self, value: &Value, path: &Path, out: &mut Vec<Block>) {
        match value.as_str() {
            Some(text) => {
                let mut flow = Flow::default();
                flow.text(text.trim(), &[], None);
                out.extend(flow.finish());
            }
            None => self.node(value, path, &mut Outline::default(), out),
        }
    }

    fn inline_object(&mut self, value: &Value, path: &Path, flow: &mut Flow) {
        let kind = tree::plain_name(kind(value).unwrap_or_default());
        match kind.as_str() {
            "break" | "hardbreak" | "linebreak" | "br" => flow.inline(Inline::Break, None),
            "image" | "inlineimage" | "inlineicon" => {
                let picture = self.picture(value, path);
                flow.picture(picture);
            }
            _ => {
                let text = self.equation(value).unwrap_or_else(|| {
                    self.notes.warn("unknown-inline", path, "The inline object is not known here; its text was kept.");
                    string(value, "name")
                        .filter(|_| tree::harvest(value).is_empty())
                        .unwrap_or_else(|| tree::harvest(value))
                });
                flow.text(&text, &[], None);
            }
        }
    }
}

/// The definitions of a block's annotations by their keys, in order: a span is not to search them all.
fn definitions(block: &Value) -> Vec<Definition<'_>> {
    let all = items(block, "markDefs").iter().enumerate();
    let mut definitions: Vec<_> =
        all.filter_map(|(place, one)| Some((one.get("_key")?.as_str()?, place, one))).collect();
    order(&mut definitions, |(one, ..), (other, ..)| one < other);
    definitions
}

fn defined<'a, 'b>(definitions: &'b [Definition<'a>], name: &str) -> Option<&'b Definition<'a>> {
    definitions.get(definitions.binary_search_by(|(key, ..)| (*key).cmp(name)).ok()?)
}

/// The member of a footnote's definition that says something.
fn note(definition: &Value) -> Option<(&'static str, &Value)> {
    let kind = tree::plain_name(kind(definition)?);
    if !matches!(kind.as_str(), "footnote" | "note" | "endnote" | "sidenote" | "footnoteref" | "footnotereference") {
        return None;
    }
    ["text", "children", "content", "body", "note", "footnote", "value"].into_iter().find_map(|key| {
        let words = definition.get(key)?;
        let says = words.as_str().is_some_and(|text| !text.trim().is_empty()) || !tree::harvest(words).is_empty();
        says.then_some((key, words))
    })
}

/// The footnotes of a span: the places of their definitions, and these.
fn footnotes<'a>(definitions: &'a [Definition<'a>], span: &'a Value) -> impl Iterator<Item = (usize, &'a Value)> {
    let names = items(span, "marks").iter().filter_map(Value::as_str);
    let all = names.filter_map(|name| defined(definitions, name));
    all.map(|(_, place, definition)| (*place, *definition)).filter(|(_, definition)| note(definition).is_some())
}

/// The member that holds an address.
fn address_key(value: &Value) -> Option<&'static str> {
    ["href", "url", "link", "src"].into_iter().find(|key| value.get(key).and_then(Value::as_str).is_some())
}
