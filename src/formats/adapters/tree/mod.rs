//! What the adapters over rich-text trees have in common. Each of them is a [`Grammar`], which says what a node is; the walk over the
//! tree, which puts inline children into paragraphs, items into lists and cells into rows, is here.

mod flow;
mod grid;
mod list;
mod name;
mod outline;
mod piece;
#[cfg(test)]
pub mod tests;
mod walk;

pub use flow::{Flow, into_text, push, push_linked};
pub use grid::cell;
pub use name::{common_name, heading_level, mark_named, plain_name};
pub use outline::Outline;
pub use piece::{code, embed, film, flags, harvest, heading, html_line, link_card, one, picture, sound, words};
pub use walk::{Grammar, Node, Walk};

use crate::article::{Article, Block, Paragraph};
use crate::error::{Code, Error};
use crate::formats::notes::Notes;
use crate::parse::{Path, Value};

/// Nodes looked at to tell a format.
const LOOK: usize = 10;

/// Whether the first of the `nodes` is a node and most of the next are: one odd node makes no other format of a document, and what is
/// no object is a fault to be told of.
#[must_use]
pub fn are_mostly(nodes: &[Value], is_node: &dyn Fn(&Value) -> bool) -> bool {
    let objects = nodes.iter().take(LOOK).filter(|node| node.as_object().is_some());
    let all = objects.clone().count();
    let fit = objects.clone().filter(|node| is_node(node)).count();
    objects.clone().next().is_some_and(is_node) && fit * 2 > all
}

/// The article of a whole tree, whose topmost nodes are `nodes`.
///
/// # Errors
/// [`Code::InvalidArticle`] where nothing is readable because the tree is broken.
pub fn article(grammar: &Grammar, nodes: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let mut walk = Walk::new(grammar, notes);
    let mut flow = Flow::default();
    walk.any(nodes, path, &mut flow);
    let broken = walk.broken.take();
    body(flow.finish(), broken, path, notes)
}

/// An article with this body. A sound document that is empty is an empty paragraph; a broken one, whose first fault stands at the path
/// `broken`, is refused.
///
/// # Errors
/// [`Code::InvalidArticle`] where there is no block but a fault.
pub fn body(mut blocks: Vec<Block>, broken: Option<String>, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    if blocks.is_empty() {
        if let Some(broken) = broken.or_else(|| notes.fault()) {
            let message = "Nothing can be read here: a node is an object with a type and its children.";
            return Err(Error::new(Code::InvalidArticle, broken, message));
        }
        notes.warn("empty-body", path, "The document is sound but says nothing.");
        blocks.push(Block::Paragraph(Paragraph::default()));
    }
    Ok(Article { blocks, ..Article::default() })
}
