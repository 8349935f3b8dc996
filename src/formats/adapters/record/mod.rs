//! A record of a publisher's own, with a document of a known format, or a body of HTML, in one of its members.

mod further;
mod member;
#[cfg(test)]
mod tests;

use crate::article::{Article, Block};
use crate::error::Error;
use crate::formats::Format;
use crate::formats::notes::Notes;
use crate::html;
use crate::limits::Limits;
use crate::order::order;
use crate::parse::{Path, Value, parse};

use super::{IMPORTERS, contentful, import_at, markdown, tree};

/// Levels under the record that are searched.
const LEVELS: usize = 4;
/// Values that are looked at.
const MOST: usize = 2_000;

/// The way from a value to one of its children.
#[derive(Clone, Copy)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

/// A value that was come upon.
struct Found<'a> {
    value: &'a Value,
    /// The value that it stands in, and the step from there.
    from: Option<(usize, Step<'a>)>,
    level: usize,
}

impl<'a> Found<'a> {
    /// What the value is called where it stands.
    fn key(&self) -> &'a str {
        match self.from {
            Some((_, Step::Key(key))) => key,
            _ => "",
        }
    }
}

/// Reads the record `value`; `None` where none of its members is known.
///
/// # Errors
/// What the importer of the member refuses.
pub fn import(value: &Value, path: &Path, notes: &mut Notes) -> Option<Result<(Article, Format), Error>> {
    let found = search(value);
    // Of two on one level, the one that is named so is the body.
    let mut ranks: Vec<(usize, u8, usize)> =
        found.iter().enumerate().map(|(index, one)| (one.level, member::rank(one.key()), index)).collect();
    order(&mut ranks, |one, other| one < other);
    for (_, _, index) in ranks {
        let Some(one) = found.get(index) else { continue };
        let read = match one.value {
            // The record itself is known to be unknown.
            Value::Object(_) | Value::Array(_) if index > 0 => {
                // An answer of Contentful's keeps apart what its texts embed.
                let whole = value.get("includes").and_then(|includes| contentful::with_includes(one.value, includes));
                let document = whole.as_ref().unwrap_or(one.value);
                at(&way(&found, index), path, &mut |path| import_at(document, path, notes))
            }
            Value::String(text) => {
                let held = document(text);
                held.and_then(|held| at(&way(&found, index), path, &mut |path| import_at(&held, path, notes)))
            }
            _ => None,
        };
        if let Some(read) = read {
            return Some(read.map(|(mut article, format)| {
                further::warn(&found, one.from, &article, path, notes);
                around(&found, one.from, &mut article, path, notes);
                (article, format)
            }));
        }
    }
    let (index, key) = found.iter().enumerate().find_map(|(index, one)| Some((index, member::body(one.value)?)))?;
    let record = found.get(index)?.value;
    let text = record.get(key)?.as_str()?;
    let read = at(&way(&found, index), path, &mut |path| {
        let path = path.key(key);
        Some(tree::body(blocks(text, key, &path, notes), None, &path, notes))
    })?;
    Some(read.map(|mut article| {
        further::warn(&found, Some((index, Step::Key(key))), &article, path, notes);
        around(&found, Some((index, Step::Key(key))), &mut article, path, notes);
        (article, Format::Record)
    }))
}

/// The values of a record, the nearest first.
fn search(root: &Value) -> Vec<Found<'_>> {
    let mut found = vec![Found { value: root, from: None, level: 0 }];
    let mut next = 0;
    while let Some(&Found { value, level, from }) = found.get(next) {
        if level < LEVELS {
            let is_node = matches!(from, Some((_, Step::Index(_)))) && is_node(value);
            let room = MOST.saturating_sub(found.len());
            let mut add = |value, step| found.push(Found { value, from: Some((next, step)), level: level + 1 });
            match value {
                Value::Object(members) => members
                    .iter()
                    .filter(|(key, member)| is_worth(member) && !(is_node && INNER.contains(&key.as_str())))
                    .take(room)
                    .for_each(|(key, member)| add(member, Step::Key(key))),
                Value::Array(items) => items
                    .iter()
                    .enumerate()
                    .filter(|(_, item)| is_worth(item))
                    .take(room)
                    .for_each(|(index, item)| add(item, Step::Index(index))),
                _ => {}
            }
        }
        next += 1;
    }
    found
}

/// The members that hold what stands inside a node.
const INNER: [&str; 4] = ["children", "content", "items", "nodes"];

/// Whether an element of an array is a node of a document: what stands inside it is a part, and the rest would be lost. A record has
/// a kind too, but also what no node has.
fn is_node(value: &Value) -> bool {
    ["type", "_type", "nodeType"].iter().any(|key| value.get(key).and_then(Value::as_str).is_some())
        && ["_id", "slug", "_createdAt", "publishedAt", "published_at", "createdAt", "created_at", "author", "date"]
            .iter()
            .all(|key| value.get(key).is_none())
}

/// Whether a document can be in a value.
fn is_worth(value: &Value) -> bool {
    match value {
        Value::Object(_) | Value::Array(_) => true,
        Value::String(text) => is_json(text),
        _ => false,
    }
}

fn is_json(text: &str) -> bool {
    let text = text.trim();
    (text.starts_with('{') && text.ends_with('}')) || (text.starts_with('[') && text.ends_with(']'))
}

/// The document that a string holds.
fn document(text: &str) -> Option<Value> {
    if !is_json(text) { None } else { parse(text.as_bytes(), Limits::default()).ok() }
}

/// The steps from the record to a value.
fn way<'a>(found: &[Found<'a>], index: usize) -> Vec<Step<'a>> {
    let mut steps = Vec::new();
    let mut from = found.get(index).and_then(|one| one.from);
    while let Some((parent, step)) = from {
        steps.push(step);
        from = found.get(parent).and_then(|one| one.from);
    }
    steps.reverse();
    steps
}

/// Calls `read` with the path at the end of `steps`.
fn at<T>(steps: &[Step], path: &Path, read: &mut dyn FnMut(&Path) -> T) -> T {
    match steps.split_first() {
        None => read(path),
        Some((Step::Key(key), rest)) => at(rest, &path.key(key), read),
        Some((Step::Index(index), rest)) => at(rest, &path.index(*index), read),
    }
}

/// Takes from the records around a document what the article does not say, the nearest record first.
fn around(found: &[Found], from: Option<(usize, Step)>, article: &mut Article, path: &Path, notes: &mut Notes) {
    let mut from = from;
    let mut nearest = true;
    while let Some((index, step)) = from {
        let Some(one) = found.get(index) else { return };
        if one.value.as_object().is_some() {
            let body = if let Step::Key(key) = step { key } else { "" };
            at(&way(found, index), path, &mut |path| member::fill(one.value, body, article, path, notes));
            if let (true, Some((list, Step::Index(own)))) = (nearest, one.from) {
                others(found, list, own, article, path, notes);
            }
            nearest = false;
        }
        from = one.from;
    }
}

/// Takes the other records of a list for related articles, where the article names none itself.
fn others(found: &[Found], list: usize, own: usize, article: &mut Article, path: &Path, notes: &mut Notes) {
    let Some(held) = found.get(list) else { return };
    let all = held.value.as_array().unwrap_or_default();
    if all.len() < 2 || !article.related.is_empty() {
        return;
    }
    at(&way(found, list), path, &mut |path| {
        if let "sections" | "blocks" | "components" | "chapters" | "parts" = held.key() {
            let message = "The other parts of this list were left out: only one of them was read.";
            return notes.warn("further-body", path, message);
        }
        let others = all.iter().enumerate().filter(|(index, _)| *index != own);
        article.related = others.filter_map(|(index, one)| member::card(one, &path.index(index), notes)).collect();
    });
}

/// The blocks of a body that is a string: HTML, Markdown or plain text.
pub(super) fn blocks(text: &str, key: &str, path: &Path, notes: &mut Notes) -> Vec<Block> {
    // Markdown may have tags of HTML in it, but it writes no paragraphs in them.
    let paragraphs = || ["</p>", "<p ", "<p>", "<div", "<br"].iter().any(|tag| text.contains(tag));
    let markdown = key.to_ascii_lowercase().contains("markdown") || is_markdown(text);
    if is_html(text) && (!markdown || paragraphs()) {
        return html::blocks(text, path, notes);
    }
    if markdown {
        return markdown::blocks(text, path, notes);
    }
    // An empty line parts paragraphs; where there is none, every line is one.
    let parts: Vec<&str> = if text.contains("\n\n") { text.split("\n\n").collect() } else { text.lines().collect() };
    let mut blocks = Vec::new();
    for part in parts {
        let mut flow = tree::Flow::default();
        flow.text(part.trim_matches('\n'), &[], None);
        blocks.extend(flow.finish());
    }
    blocks
}

/// Whether there is a tag in a text.
fn is_html(text: &str) -> bool {
    text.split('<').skip(1).any(|rest| {
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let end = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let follows = name.as_bytes().get(end);
        rest.starts_with("!--")
            || (name.starts_with(|c: char| c.is_ascii_alphabetic())
                && matches!(follows, Some(b'>' | b' ' | b'/' | b'\n' | b'\t')))
    })
}

/// Whether a text has headings or links of Markdown in it.
fn is_markdown(text: &str) -> bool {
    text.contains("](http")
        || text.contains("](/")
        || text.lines().any(|line| ["# ", "## ", "### "].iter().any(|sign| line.starts_with(sign)))
}
