//! Lists, lists of terms, and lists of footnotes.

use crate::article::{Block, Footnote, ListItem};

use super::builder::{Builder, gallery};
use super::css;
use super::flat::lines;
use super::name::Name;
use super::tree::{Id, Tree};

impl Builder<'_, '_, '_> {
    /// A list; what stands between its items belongs to the one before.
    #[inline(never)]
    pub(super) fn list(&mut self, id: Id, name: Name) {
        if self.is_footnotes(id) {
            self.footnotes(id);
            return;
        }
        let tree = self.tree;
        let mut items: Vec<ListItem> = Vec::new();
        let mut children = tree.children(id).peekable();
        while children.peek().is_some() {
            let stray = self.inside(|builder| {
                while let Some(child) = children.next_if(|child| tree.name(*child) != Some(Name::Li)) {
                    builder.node(child);
                }
            });
            add(&mut items, stray, true);
            if let Some(item) = children.next()
                && let Some(blocks) = self.part(item).filter(|blocks| !blocks.is_empty())
            {
                items.push(ListItem { blocks, checked: checked(tree, item) });
            }
        }
        if items.is_empty() {
            return;
        }
        // A list of pictures is how many sites write a gallery.
        let images = items.iter().all(|item| matches!(item.blocks.as_slice(), [Block::Image(_)]));
        if images && items.len() > 1 {
            let blocks = items.into_iter().flat_map(|item| item.blocks).collect();
            self.blocks.push(gallery(blocks));
            return;
        }
        let first = || {
            let item = tree.children(id).find(|child| tree.name(*child) == Some(Name::Li))?;
            tree.attr(item, "value")
        };
        let start = tree.attr(id, "start").or_else(first).and_then(|start| start.trim().parse().ok());
        let ordered = name == Name::Ol;
        self.blocks.push(Block::List { ordered, start: start.filter(|_| ordered), items });
    }

    /// Terms in bold, what is said of them below: an item each.
    #[inline(never)]
    pub(super) fn definitions(&mut self, id: Id) {
        let mut items: Vec<ListItem> = Vec::new();
        self.pairs(id, &mut items);
        if !items.is_empty() {
            self.blocks.push(Block::List { ordered: false, start: None, items });
        }
    }

    /// A picture of a gallery, and its caption.
    #[inline(never)]
    pub(super) fn gallery_item(&mut self, id: Id) {
        let tree = self.tree;
        let start = self.blocks.len();
        for child in tree.children(id) {
            if tree.name(child) != Some(Name::Dd) {
                self.node(child);
                self.flush();
                continue;
            }
            let said = self.part(child).unwrap_or_default();
            match self.blocks.get_mut(start..) {
                Some([Block::Image(picture)])
                    if picture.caption.is_none() && said.iter().all(|block| matches!(block, Block::Paragraph(_))) =>
                {
                    picture.caption = Some(lines(said)).filter(|words| !words.is_empty());
                }
                _ => self.blocks.extend(said),
            }
        }
    }

    #[inline(never)]
    fn pairs(&mut self, id: Id, items: &mut Vec<ListItem>) {
        let tree = self.tree;
        let mut children = tree.children(id).peekable();
        // Whether the next part belongs to the item before: a description to its term, and terms that share one to each other.
        let mut follows = false;
        while children.peek().is_some() {
            let stray = self.inside(|builder| {
                let is_stray = |child: &Id| !matches!(tree.name(*child), Some(Name::Dt | Name::Dd | Name::Div));
                while let Some(child) = children.next_if(is_stray) {
                    builder.node(child);
                }
            });
            add(items, stray, follows);
            let Some(child) = children.next() else { break };
            let name = tree.name(child);
            if name == Some(Name::Div) {
                // Pairs may be grouped.
                self.pairs(child, items);
                follows = false;
                continue;
            }
            add(items, self.part(child).unwrap_or_default(), follows);
            let next = tree.after(child).and_then(|next| tree.name(next));
            follows = next == Some(Name::Dd) || name == Some(Name::Dt) && next.is_some();
        }
    }

    /// Whether the list is one of footnotes: signs in the text lead to its items.
    fn is_footnotes(&self, id: Id) -> bool {
        let mut items = self.tree.children(id).filter(|child| self.tree.name(*child) == Some(Name::Li)).peekable();
        items.peek().is_some() && items.any(|item| self.tree.attr(item, "id").is_some_and(|id| self.is_noted(id)))
    }

    #[inline(never)]
    fn footnotes(&mut self, id: Id) {
        let tree = self.tree;
        let outer = self.in_footnote;
        self.in_footnote = true;
        let mut notes = Vec::new();
        for item in tree.children(id).filter(|child| tree.name(*child) == Some(Name::Li)) {
            let blocks = self.part(item).unwrap_or_default();
            let id = tree.attr(item, "id").map_or_else(String::new, str::to_owned);
            if !blocks.is_empty() {
                notes.push(Footnote { id, blocks });
            }
        }
        self.in_footnote = outer;
        self.flush();
        if !notes.is_empty() {
            self.add_notes(notes);
        }
    }
}

/// Whether an item of tasks is done.
fn checked(tree: &Tree<'_>, id: Id) -> Option<bool> {
    if let Some(said) = tree.attr(id, "data-checked") {
        return Some(said == "true");
    }
    let marks = tree.descendants(id).take(6).find(|id| css::has_class_word(tree, *id, &["checkbox"]));
    if let Some(mark) = marks.filter(|id| tree.name(*id) == Some(Name::Div)) {
        return Some(css::has_class_word(tree, mark, &["on"]));
    }
    let input = tree.descendants(id).take(6).find(|id| tree.name(*id) == Some(Name::Input))?;
    let is_box = tree.attr(input, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"));
    is_box.then(|| tree.attr(input, "checked").is_some())
}

/// Adds blocks to the last item, or as one of their own.
fn add(items: &mut Vec<ListItem>, blocks: Vec<Block>, to_last: bool) {
    match items.last_mut().filter(|_| to_last) {
        Some(last) => last.blocks.extend(blocks),
        None if blocks.is_empty() => {}
        None => items.push(ListItem { blocks, checked: None }),
    }
}
