//! Documents for the adapters' own tests.

use crate::Limits;
use crate::article::Article;
use crate::error::Error;
use crate::formats::notes::Notes;
use crate::parse::{Path, Value, parse};

/// What reads a format.
type Read = fn(&Value, &Path, &mut Notes) -> Result<Article, Error>;

/// A document from its JSON.
pub fn value(json: &str) -> Value {
    parse(json.as_bytes(), Limits::default()).unwrap()
}

/// The article of a document that `knows` must know, and what its importer had to say.
pub fn article(knows: fn(&Value) -> bool, read: Read, json: &str) -> (Article, Notes) {
    let value = value(json);
    assert!(knows(&value), "{json}");
    let mut notes = Notes::default();
    (read(&value, &Path::root(), &mut notes).unwrap(), notes)
}
