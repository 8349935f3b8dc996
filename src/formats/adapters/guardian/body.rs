//! The blocks of a body, each of several elements.

use crate::article::Block;
use crate::formats::adapters::meta::block::{html_blocks, html_line, small};
use crate::formats::adapters::meta::when::date;
use crate::formats::notes::{Notes, items, string};
use crate::parse::{Path, Value};

use super::content::opens_with;
use super::element::elements;

/// Reads the blocks of a body. Several of them are entries of a live blog, each with a title and a time.
pub fn blocks(body: &[Value], path: &Path, notes: &mut Notes) -> Vec<Block> {
    let mut out = Vec::new();
    for (index, block) in body.iter().enumerate() {
        let at = path.index(index);
        if block.get("published").and_then(Value::as_bool) == Some(false) {
            notes.warn("unpublished-block", &at, "The block is not published; it was left out.");
            continue;
        }
        let inner = inside(block, &at, notes);
        let title = html_line(block, "title").or_else(|| html_line(block.get("attributes")?, "title"));
        if body.len() == 1 && title.is_none() {
            return inner;
        }
        let time = time(block, &at, notes);
        let mut blocks: Vec<_> = time.map(|time| small(&time)).into_iter().collect();
        let title = title.filter(|title| !opens_with(&inner, title));
        blocks.extend(inner);
        if !blocks.is_empty() || title.is_some() {
            out.push(Block::Group { title, blocks });
        }
    }
    out
}

/// What stands in one block: its elements, or its HTML where it has none.
pub fn inside(block: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let blocks = elements(items(block, "elements"), &path.key("elements"), notes);
    if blocks.is_empty() { html_blocks(block, "bodyHtml", path, notes) } else { blocks }
}

/// When an entry was written, as it is shown or else as it is stamped: `2015-04-17 11:21 Z`.
fn time(block: &Value, path: &Path, notes: &mut Notes) -> Option<String> {
    let shown = ["blockFirstPublishedDisplay", "blockCreatedOnDisplay"];
    if let Some(time) = shown.iter().find_map(|key| string(block, key)) {
        return Some(time);
    }
    let keys = ["firstPublishedDate", "publishedDate", "createdDate"];
    let stamp = keys.iter().find_map(|key| date(block, key, path, notes))?.iso();
    let (day, clock) = stamp.split_once('T')?;
    let (clock, rest) = clock.split_at_checked(5)?;
    let zone = rest.split_at_checked(3).map_or("", |(_, zone)| zone);
    Some([day, " ", clock, if zone.is_empty() { "" } else { " " }, zone].concat())
}
