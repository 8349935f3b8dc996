//! Flat lists, whose items say how deep they stand, as nested ones.

use crate::article::{Block, ListItem};

/// Deeper than this no publisher goes, and no reader follows.
const DEEPEST: u64 = 9;

/// One open list.
struct Level {
    depth: u64,
    ordered: bool,
    items: Vec<ListItem>,
}

/// The lists that are open, the outermost first.
#[derive(Default)]
pub struct Outline {
    open: Vec<Level>,
}

impl Outline {
    /// Takes the next item. Where it ends an outermost list, that goes to `out`.
    pub fn add(&mut self, depth: u64, ordered: bool, item: ListItem, out: &mut Vec<Block>) {
        let depth = depth.clamp(1, DEEPEST);
        while self.open.last().is_some_and(|top| top.depth > depth || (top.depth == depth && top.ordered != ordered)) {
            // An item that is less deep than the list began belongs to that list all the same.
            if let [top] = self.open.as_mut_slice()
                && top.depth > depth
                && top.ordered == ordered
            {
                top.depth = depth;
                break;
            }
            self.pop(out);
        }
        if self.open.last().is_none_or(|top| top.depth < depth) {
            self.open.push(Level { depth, ordered, items: Vec::new() });
        }
        if let Some(top) = self.open.last_mut() {
            top.items.push(item);
        }
    }

    /// Ends all lists.
    pub fn end(&mut self, out: &mut Vec<Block>) {
        while !self.open.is_empty() {
            self.pop(out);
        }
    }

    fn pop(&mut self, out: &mut Vec<Block>) {
        let Some(level) = self.open.pop() else { return };
        let list = Block::List { ordered: level.ordered, start: None, items: level.items };
        match self.open.last_mut().and_then(|above| above.items.last_mut()) {
            Some(item) => item.blocks.push(list),
            None => out.push(list),
        }
    }
}
