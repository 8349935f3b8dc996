//! `lamplit/1`, the native document: the article model as JSON.
//!
//! It is published as `www/lamplit/article.schema.json`. Reading is lenient inside (a string stands for a paragraph or a run, an
//! unknown block keeps its text) and strict about the document's shape; writing gives the one canonical form, so reading what
//! was written and writing it again changes nothing.

mod block;
mod member;
mod piece;
mod write;

pub use block::block;
pub use member::member;
#[cfg(feature = "import")]
pub use piece::card;
pub use write::write;

/// The value of `version` that this crate writes.
pub const VERSION: &str = "lamplit/1";
