//! Lists.

use crate::article::{Block, ListItem};
use crate::parse::{Path, Value};

use super::flow::Flow;
use super::walk::{Node, Walk};

impl Walk<'_> {
    /// The items of a list. A list among them, or in an item with nothing else, belongs to the item before it.
    pub(super) fn items(&mut self, value: &Value, path: &Path, flow: &Flow) -> Vec<ListItem> {
        let mut items: Vec<ListItem> = Vec::new();
        // Inline children of a list, one after the other, are one item.
        let mut open = flow.inner();
        self.each(value, path, &mut |walk, node, child, path| {
            let (blocks, checked) = match node {
                Node::Item(checked) => (walk.inner(child, path, flow, false).finish(), checked),
                node @ (Node::Text(..) | Node::Break | Node::Span(..)) => {
                    return walk.put(node, child, path, &mut open);
                }
                node => {
                    let mut inner = flow.inner();
                    walk.put(node, child, path, &mut inner);
                    (inner.finish(), None)
                }
            };
            add(core::mem::replace(&mut open, flow.inner()).finish(), None, &mut items);
            add(blocks, checked, &mut items);
        });
        add(open.finish(), None, &mut items);
        items
    }
}

fn add(blocks: Vec<Block>, checked: Option<bool>, items: &mut Vec<ListItem>) {
    if blocks.is_empty() {
        return;
    }
    if checked.is_none()
        && blocks.iter().all(|block| matches!(block, Block::List { .. }))
        && let Some(above) = items.last_mut()
    {
        above.blocks.extend(blocks);
        return;
    }
    items.push(ListItem { blocks, checked });
}
