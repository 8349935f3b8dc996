//! Editor.js.

mod block;
mod list;
#[cfg(test)]
mod tests;

use crate::article::Article;
use crate::error::Error;
use crate::formats::notes::{Notes, items, string};
use crate::parse::{Path, Value};

use super::meta::block::html_line;
use super::meta::when::date;
use super::tree;

/// Whether `value` is such a document: it has blocks with a type and data, or all the members of one.
pub fn knows(value: &Value) -> bool {
    if ["blocks", "time", "version"].iter().all(|key| value.get(key).is_some()) {
        return true;
    }
    let blocks = items(value, "blocks");
    let sound = |block: &Value| typed(block) && block.get("data").is_none_or(|data| data.as_object().is_some());
    blocks.iter().take(3).all(sound) && blocks.iter().take(3).any(|block| block.get("data").is_some())
}

fn typed(block: &Value) -> bool {
    block.get("type").is_some_and(|kind| kind.as_str().is_some())
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`], with its path, where nothing is readable because the blocks are none.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let blocks_path = path.key("blocks");
    let blocks = items(value, "blocks");
    let sound = |block: &Value| typed(block) && block.get("data").is_some_and(|data| data.as_object().is_some());
    let broken = match value.get("blocks") {
        Some(Value::Array(_)) => {
            blocks.iter().position(|block| !sound(block)).map(|index| String::from(&blocks_path.index(index)))
        }
        _ => Some(String::from(&blocks_path)),
    };
    let blocks = block::blocks(blocks, &blocks_path, notes);
    Ok(Article {
        id: string(value, "id"),
        title: html_line(value, "title").unwrap_or_default(),
        modified: date(value, "time", path, notes),
        ..tree::body(blocks, broken, path, notes)?
    })
}
