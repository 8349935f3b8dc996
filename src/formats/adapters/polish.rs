//! What every importer's article goes through in the end: the language in the text.

use crate::article::Article;
use crate::formats::notes::Notes;

/// Repairs what formats have in common.
pub fn polish(_article: &mut Article, _notes: &mut Notes) {}
