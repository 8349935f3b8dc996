//! ActivityStreams.

use crate::article::Article;
use crate::error::Error;
use crate::formats::notes::Notes;
use crate::parse::{Path, Value};

/// Whether `value` is such a document.
pub fn knows(_value: &Value) -> bool {
    false
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`], with its path, where the document breaks the format's rules so that no article is left.
pub fn read(_value: &Value, _path: &Path, _notes: &mut Notes) -> Result<Article, Error> {
    Ok(Article::default())
}
