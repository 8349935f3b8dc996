//! Tables, and tables that are only a way to put things side by side.

use crate::article::{Block, Cell, Table};

use super::builder::Builder;
use super::css;
use super::flat::{flatten, lines};
use super::name::Name;
use super::tree::{Id, Tree};

impl Builder<'_, '_, '_> {
    /// A table.
    #[inline(never)]
    pub(super) fn table(&mut self, id: Id) {
        let tree = self.tree;
        let mut rows = Vec::new();
        self.rows(id, &mut rows);
        if is_layout(tree, id, &rows) {
            for part in tree.children(id) {
                self.parts(part);
            }
            return;
        }
        let title = tree.children(id).find(|child| tree.name(*child) == Some(Name::Caption));
        let caption = title.and_then(|title| self.running(title)).map(lines);
        let rows = rows.into_iter().map(|row| {
            let cells = tree.children(row).filter(|cell| matches!(tree.name(*cell), Some(Name::Td | Name::Th)));
            cells.collect::<Vec<_>>()
        });
        let rows: Vec<Vec<Cell>> = rows
            .filter(|row| !row.is_empty())
            .map(|row| row.into_iter().filter_map(|cell| self.cell(cell)).collect())
            .collect();
        if !rows.is_empty() || caption.is_some() {
            self.blocks.push(Block::Table(Table { rows, caption: caption.filter(|words| !words.is_empty()) }));
        }
    }

    /// The rows that are shown.
    fn rows(&mut self, id: Id, rows: &mut Vec<Id>) {
        let tree = self.tree;
        for part in tree.children(id) {
            let Some(name @ (Name::Tr | Name::Tbody | Name::Thead | Name::Tfoot)) = tree.name(part) else { continue };
            if tree.node(part).is_none_or(|node| self.is_dropped(part, name, node.style)) {
                continue;
            }
            if name == Name::Tr {
                rows.push(part);
            } else {
                self.rows(part, rows);
            }
        }
    }

    #[inline(never)]
    fn cell(&mut self, id: Id) -> Option<Cell> {
        let content = flatten(self.running(id)?);
        let tree = self.tree;
        let span =
            |name| css::pixels(tree, id, name).and_then(|span| u16::try_from(span).ok()).unwrap_or(1).clamp(1, 1000);
        let in_head = || {
            let part = tree.parent(id).and_then(|row| tree.parent(row));
            part.and_then(|part| tree.name(part)) == Some(Name::Thead)
        };
        Some(Cell {
            content,
            header: tree.name(id) == Some(Name::Th) || in_head(),
            colspan: span("colspan"),
            rowspan: span("rowspan"),
            align: css::align(tree, id),
        })
    }

    /// The cells of a table that is none, one after the other.
    #[inline(never)]
    fn parts(&mut self, id: Id) {
        let tree = self.tree;
        match tree.name(id) {
            Some(name @ (Name::Tbody | Name::Thead | Name::Tfoot | Name::Tr)) => {
                if tree.node(id).is_some_and(|node| !self.is_dropped(id, name, node.style)) {
                    for child in tree.children(id) {
                        self.parts(child);
                    }
                }
            }
            _ => self.node(id),
        }
    }
}

/// Whether a table holds no data: it says so, has a single column without a header, or holds what no cell of data does.
fn is_layout(tree: &Tree<'_>, id: Id, rows: &[Id]) -> bool {
    if matches!(tree.attr(id, "role"), Some("presentation" | "none")) {
        return true;
    }
    let mut widest = 0;
    for row in rows {
        let mut cells = 0;
        for cell in tree.children(*row) {
            match tree.name(cell) {
                Some(Name::Th) => return false,
                Some(Name::Td) => cells += 1,
                _ => {}
            }
        }
        widest = widest.max(cells);
    }
    // A deep nest is looked into as far as it tells.
    let holds = |names: &[Name]| {
        tree.descendants(id).take(400).any(|inner| tree.name(inner).is_some_and(|name| names.contains(&name)))
    };
    widest <= 1
        || holds(&[Name::Table, Name::Figure, Name::Iframe, Name::Video, Name::H1, Name::H2, Name::Hr, Name::Pre])
}
