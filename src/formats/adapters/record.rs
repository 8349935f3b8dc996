//! A record of a publisher's own, with a document of a known format in one of its members.

use crate::article::Article;
use crate::error::Error;
use crate::formats::Format;
use crate::formats::notes::Notes;
use crate::parse::{Path, Value};

/// Reads the record `value`; `None` where none of its members is known.
///
/// # Errors
/// What the importer of the member refuses.
pub fn import(_value: &Value, _path: &Path, _notes: &mut Notes) -> Option<Result<(Article, Format), Error>> {
    None
}
