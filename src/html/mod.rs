//! HTML bodies: any fragment, however broken, to blocks and running text. Markup goes in and none comes out.
//!
//! HTML becomes tokens (`token`), tokens a tree (`construction`, `tree`) by the rules that browsers follow, and the tree becomes blocks: one
//! file a kind of element. Every step is linear in the size of the input, at any depth and breakage.

mod active;
mod builder;
mod code;
mod construction;
mod css;
pub mod embed;
mod entity;
mod extent;
mod figure;
mod flat;
mod line;
mod link;
mod list;
mod media;
mod name;
mod note;
mod phrase;
mod picture;
mod quote;
mod table;
mod token;
mod tree;
mod waste;

use crate::article::{Block, Text};
use crate::formats::notes::Notes;
use crate::parse::Path;

use builder::{Builder, Hidden};
pub use entity::decode;
pub use token::{Token, Tokenizer};

/// The blocks of an HTML fragment. `path` is where the fragment stands in the document, for warnings.
#[must_use]
pub fn blocks(html: &str, path: &Path, notes: &mut Notes) -> Vec<Block> {
    blocks_with(html, path, notes, &mut |_| None)
}

/// The same, where comments stand for blocks, such as the picture of `<!--IMG#0-->`: `comment` is given the words between `<!--` and
/// `-->`.
#[must_use]
pub fn blocks_with(
    html: &str,
    path: &Path,
    notes: &mut Notes,
    comment: &mut dyn FnMut(&str) -> Option<Block>,
) -> Vec<Block> {
    let tree = construction::parse(html);
    let blocks = Builder::new(&tree, path, notes, comment, Hidden::Drop).build();
    if blocks.is_empty() {
        // Some pages hide all of their text until a script shows it.
        return Builder::new(&tree, path, &mut Notes::default(), comment, Hidden::Keep).build();
    }
    blocks
}

/// An HTML fragment as one piece of running text: where a block ends and another begins stands a line break.
#[must_use]
pub fn inlines(html: &str, path: &Path, notes: &mut Notes) -> Text {
    if !html.contains(['<', '&']) {
        // Plain text needs no tree.
        return plain(html);
    }
    flat::flatten(blocks(html, path, notes))
}

fn plain(text: &str) -> Text {
    let mut line = line::Line::default();
    line.text(text, &[], tree::NONE);
    line.paragraphs(&|_| None).into_iter().next().unwrap_or_default()
}

/// The words of an HTML fragment: character references decoded, white space collapsed and trimmed. For titles and other plain lines.
#[must_use]
pub fn text(html: &str) -> String {
    let mut out = String::new();
    let mut space = false;
    let mut skipped = 0_usize;
    for token in Tokenizer::new(html) {
        match token {
            Token::Text(text) if skipped == 0 => {
                for c in text.chars() {
                    if tree::is_space(c) {
                        space = !out.is_empty();
                    } else {
                        if core::mem::take(&mut space) {
                            out.push(' ');
                        }
                        out.push(c);
                    }
                }
            }
            Token::Start { name, .. } if matches!(&*name, "script" | "style" | "template") => skipped += 1,
            Token::End(name) if matches!(&*name, "script" | "style" | "template") => {
                skipped = skipped.saturating_sub(1)
            }
            Token::Start { name, .. } | Token::End(name) => {
                let name = name::Name::of(&name);
                // Blocks do not run into each other.
                space = space || !out.is_empty() && (name.is_block() || name == name::Name::Br);
            }
            _ => {}
        }
    }
    out
}
