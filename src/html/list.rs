//! Lists, lists of terms, and lists of footnotes.

use crate::article::{Block, Footnote, Inline, ListItem, Mark};

use super::builder::Builder;
use super::name::Name;
use super::tree::{Id, Kind, Tree, is_blank};

impl Builder<'_, '_, '_> {
    /// A list; what stands between its items belongs to the one before.
    pub(super) fn list(&mut self, id: Id, name: Name) {
        if self.is_footnotes(id) {
            self.footnotes(id);
            return;
        }
        let tree = self.tree;
        let mut items: Vec<ListItem> = Vec::new();
        for child in tree.children(id) {
            if tree.name(child) == Some(Name::Li) {
                let blocks = self.inside(|builder| builder.children(child));
                if !blocks.is_empty() {
                    items.push(ListItem { blocks, checked: checked(tree, child) });
                }
            } else if !matches!(tree.node(child).map(|node| &node.kind), Some(Kind::Text(text)) if is_blank(text)) {
                let blocks = self.inside(|builder| builder.node(child));
                match items.last_mut() {
                    Some(last) => last.blocks.extend(blocks),
                    None if blocks.is_empty() => {}
                    None => items.push(ListItem { blocks, checked: None }),
                }
            }
        }
        self.flush();
        if items.is_empty() {
            return;
        }
        // A list of pictures is how many sites write a gallery.
        let images = items.iter().all(|item| matches!(item.blocks.as_slice(), [Block::Image(_)]));
        if images && items.len() > 1 {
            let blocks = items.into_iter().flat_map(|item| item.blocks).collect();
            self.blocks.extend(super::builder::gathered(blocks));
            return;
        }
        let start = tree.attr(id, "start").and_then(|start| start.trim().parse().ok());
        let ordered = name == Name::Ol;
        self.blocks.push(Block::List { ordered, start: start.filter(|_| ordered), items });
    }

    /// Terms in bold, what is said of them below: an item each.
    pub(super) fn definitions(&mut self, id: Id) {
        let mut items: Vec<ListItem> = Vec::new();
        self.flush();
        self.pairs(id, &mut items);
        if !items.is_empty() {
            self.blocks.push(Block::List { ordered: false, start: None, items });
        }
    }

    fn pairs(&mut self, id: Id, items: &mut Vec<ListItem>) {
        let tree = self.tree;
        let mut follows = false;
        for child in tree.children(id) {
            let is_term = match tree.name(child) {
                Some(Name::Dt) => true,
                Some(Name::Dd) => false,
                // Pairs may be grouped.
                Some(Name::Div) => {
                    self.pairs(child, items);
                    follows = false;
                    continue;
                }
                _ => {
                    let blocks = self.inside(|builder| builder.node(child));
                    if !blocks.is_empty() {
                        items.push(ListItem { blocks, checked: None });
                    }
                    continue;
                }
            };
            let mut blocks = self.inside(|builder| builder.children(child));
            if is_term {
                blocks.iter_mut().for_each(embolden);
            }
            match items.last_mut().filter(|_| follows) {
                Some(last) => last.blocks.extend(blocks),
                None if blocks.is_empty() => {}
                None => items.push(ListItem { blocks, checked: None }),
            }
            // Further terms of one description stand with the first.
            let next_is_description = tree.after(child).is_some_and(|next| tree.name(next) == Some(Name::Dd));
            follows = next_is_description || is_term && tree.after(child).is_some();
        }
    }

    /// Whether the list is one of footnotes: signs in the text lead to its items.
    fn is_footnotes(&self, id: Id) -> bool {
        let mut items = self.tree.children(id).filter(|child| self.tree.name(*child) == Some(Name::Li)).peekable();
        items.peek().is_some() && items.any(|item| self.tree.attr(item, "id").is_some_and(|id| self.is_noted(id)))
    }

    fn footnotes(&mut self, id: Id) {
        let tree = self.tree;
        let outer = self.in_footnote;
        self.in_footnote = true;
        let mut notes = Vec::new();
        for item in tree.children(id).filter(|child| tree.name(*child) == Some(Name::Li)) {
            let blocks = self.inside(|builder| builder.children(item));
            let id = tree.attr(item, "id").map_or_else(String::new, str::to_owned);
            if !blocks.is_empty() {
                notes.push(Footnote { id, blocks });
            }
        }
        self.in_footnote = outer;
        self.flush();
        if !notes.is_empty() {
            self.blocks.push(Block::Footnotes(notes));
        }
    }
}

/// Whether an item of tasks is done.
fn checked(tree: &Tree<'_>, id: Id) -> Option<bool> {
    if let Some(said) = tree.attr(id, "data-checked") {
        return Some(said == "true");
    }
    let input = tree.descendants(id).take(6).find(|id| tree.name(*id) == Some(Name::Input))?;
    let is_box = tree.attr(input, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox"));
    is_box.then(|| tree.attr(input, "checked").is_some())
}

fn embolden(block: &mut Block) {
    if let Block::Paragraph(one) = block {
        for inline in &mut one.content {
            if let Inline::Run { marks, .. } = inline
                && !marks.contains(&Mark::Strong)
            {
                marks.insert(0, Mark::Strong);
            }
        }
    }
}
