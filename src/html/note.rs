//! Footnotes that are paragraphs or boxes, as Word and many editors write them.

use crate::article::{Block, Footnote};
use crate::order::order;

use super::builder::Builder;
use super::link::{fragment, is_back, is_sign};
use super::name::Name;
use super::tree::{Id, Kind, Link, NONE, Tree, attr, is_blank};

/// A block that is a footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The block.
    pub block: Id,
    /// Its name, which signs lead to.
    pub id: String,
    /// The link in it that leads back.
    pub back: u32,
}

/// The notes among the blocks of a tree, in the order of the blocks: a sign before it leads to each, and a link in it back to the sign.
pub fn notes(tree: &Tree<'_>) -> Vec<Note> {
    let signs: Vec<&Link<'_>> =
        tree.links.iter().filter(|link| fragment(link).is_some() && is_sign(&link.words)).collect();
    if signs.is_empty() {
        return Vec::new();
    }
    let mut wanted: Vec<&str> = signs.iter().filter_map(|link| fragment(link)).filter(|id| !id.is_empty()).collect();
    order(&mut wanted, |one, other| one < other);
    // The first sign of each note, and what it is called.
    let mut first: Vec<Option<Vec<&str>>> = vec![None; wanted.len()];
    let mut seen = vec![false; tree.links.len()];
    let mut found: Vec<Note> = Vec::new();
    for id in tree.descendants(Tree::ROOT) {
        let Some(node) = tree.node(id) else { continue };
        let names = match &node.kind {
            Kind::Element(_, attrs) => [attr(attrs, "id"), None],
            Kind::Text(text) if !is_blank(text) && seen.get(node.style.link as usize) == Some(&false) => {
                if let Some(seen) = seen.get_mut(node.style.link as usize) {
                    *seen = true;
                }
                let Some(link) = tree.links.get(node.style.link as usize) else { continue };
                let sign = fragment(link).filter(|_| is_sign(&link.words));
                let at = sign.and_then(|sign| wanted.binary_search(&sign).ok());
                if let Some(place) = at.and_then(|at| first.get_mut(at))
                    && place.is_none()
                {
                    *place = Some(called(tree, id, link));
                }
                [attr(&link.attrs, "name"), attr(&link.attrs, "id")]
            }
            _ => continue,
        };
        for name in names.into_iter().flatten() {
            let Some(signed) = wanted.binary_search(&name).ok().and_then(|at| first.get(at)?.as_ref()) else {
                continue;
            };
            let Some(block) = block_of(tree, id) else { continue };
            if let Some(back) = back(tree, block, signed) {
                found.push(Note { block, id: name.to_owned(), back });
            }
        }
    }
    order(&mut found, |one, other| one.block < other.block);
    found.dedup_by_key(|note| note.block);
    found
}

/// The names of a sign: its own and those of the elements close around it.
fn called<'t>(tree: &'t Tree<'_>, text: Id, link: &'t Link<'_>) -> Vec<&'t str> {
    let around = core::iter::successors(tree.parent(text), |at| tree.parent(*at)).take(3);
    let around = around.filter_map(|at| tree.attr(at, "id"));
    [attr(&link.attrs, "name"), attr(&link.attrs, "id")].into_iter().flatten().chain(around).collect()
}

/// The block that a name stands in or on, where it can be a note.
fn block_of(tree: &Tree<'_>, id: Id) -> Option<Id> {
    let mut around = core::iter::successors(Some(id), |at| tree.parent(*at)).take(8);
    let block = around.find(|at| tree.name(*at).is_some_and(Name::is_block))?;
    matches!(tree.name(block), Some(Name::P | Name::Div | Name::Aside | Name::Section)).then_some(block)
}

/// The link of a note that leads back to its sign: its first words, or an arrow at its end.
fn back(tree: &Tree<'_>, block: Id, signed: &[&str]) -> Option<u32> {
    let mut texts = tree.descendants(block).take(400).filter_map(|id| {
        let node = tree.node(id)?;
        matches!(&node.kind, Kind::Text(text) if !is_blank(text)).then_some(node.style.link)
    });
    let first = texts.next()?;
    let last = texts.last().unwrap_or(NONE);
    let leads_back = |number: u32| {
        let link = tree.links.get(number as usize)?;
        fragment(link).filter(|id| signed.contains(id))?;
        Some(link)
    };
    if leads_back(first).is_some_and(|link| is_sign(&link.words) || is_back(&link.words)) {
        return Some(first);
    }
    leads_back(last).is_some_and(|link| is_back(&link.words)).then_some(last)
}

impl Builder<'_, '_, '_> {
    /// The name of the note that a block is.
    pub(super) fn note_at(&self, block: Id) -> Option<String> {
        let at = self.notes_at.binary_search_by(|note| note.block.cmp(&block)).ok()?;
        self.notes_at.get(at).map(|note| note.id.clone())
    }

    /// A block that is a note.
    #[inline(never)]
    pub(super) fn note(&mut self, block: Id, id: String) {
        let outer = core::mem::replace(&mut self.in_footnote, true);
        let blocks = self.inside(|builder| builder.children(block));
        self.in_footnote = outer;
        if !blocks.is_empty() {
            self.add_notes(vec![Footnote { id, blocks }]);
        }
    }

    /// Adds notes to those right before them.
    pub(super) fn add_notes(&mut self, notes: Vec<Footnote>) {
        let follows = self.blocks.len() > self.floor;
        match self.blocks.last_mut() {
            Some(Block::Footnotes(before)) if follows => before.extend(notes),
            _ => self.blocks.push(Block::Footnotes(notes)),
        }
    }
}
