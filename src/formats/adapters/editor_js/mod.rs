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

/// Whether `value` is such a document: it has blocks with a type and data.
pub fn knows(value: &Value) -> bool {
    let blocks = items(value, "blocks");
    let typed = |block: &Value| block.get("type").is_some_and(|kind| kind.as_str().is_some());
    let sound = |block: &Value| typed(block) && block.get("data").is_none_or(|data| data.as_object().is_some());
    blocks.iter().take(3).all(sound) && blocks.iter().take(3).any(|block| block.get("data").is_some())
}

/// Reads such a document.
///
/// # Errors
/// None: every member of a block may be missing.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    Ok(Article {
        id: string(value, "id"),
        title: html_line(value, "title").unwrap_or_default(),
        modified: date(value, "time", path, notes),
        blocks: block::blocks(items(value, "blocks"), &path.key("blocks"), notes),
        ..Article::default()
    })
}
