//! Markdown bodies.

use crate::article::{Block, Inline, Text};
use crate::formats::notes::Notes;
use crate::parse::Path;

/// The blocks of a Markdown text.
pub fn blocks(markdown: &str, _path: &Path, _notes: &mut Notes) -> Vec<Block> {
    if markdown.trim().is_empty() { Vec::new() } else { vec![Block::paragraph(markdown.trim())] }
}

/// A Markdown text as one piece of running text.
pub fn inlines(markdown: &str, _path: &Path, _notes: &mut Notes) -> Text {
    if markdown.trim().is_empty() { Text::new() } else { vec![Inline::text(markdown.trim())] }
}
