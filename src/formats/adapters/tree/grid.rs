//! Tables.

use crate::article::{Cell, CellAlign, Table, Text};
use crate::parse::{Path, Value};

use super::flow::{Flow, into_text};
use super::piece::words;
use super::walk::{Node, Walk};

impl Walk<'_> {
    /// Reads the rows of a table, also those inside its sections.
    pub(super) fn rows(&mut self, value: &Value, path: &Path, table: &mut Table) {
        self.each(value, path, &mut |walk, node, child, path| match node {
            Node::Row => {
                let row = walk.cells(child, path);
                table.rows.push(row);
            }
            Node::Body => walk.rows(child, path, table),
            Node::Label if table.caption.is_none() => {
                table.caption = words(&into_text(walk.inner(child, path, &Flow::default(), false).finish()));
            }
            node => {
                let cell = walk.cell(node, child, path);
                if !cell.content.is_empty() {
                    table.rows.push(vec![cell]);
                }
            }
        });
    }

    /// Reads the cells of a row.
    pub(super) fn cells(&mut self, value: &Value, path: &Path) -> Vec<Cell> {
        let mut cells = Vec::new();
        self.each(value, path, &mut |walk, node, child, path| {
            // White space between cells is none.
            if !matches!(&node, Node::Text(text, ..) if text.trim().is_empty()) {
                cells.push(walk.cell(node, child, path));
            }
        });
        cells
    }

    fn cell(&mut self, node: Node, value: &Value, path: &Path) -> Cell {
        let mut flow = Flow::default();
        let mut cell = Cell { colspan: 1, rowspan: 1, ..Cell::default() };
        match node {
            Node::Cell(read) => {
                cell = read;
                self.children(value, path, &mut flow);
            }
            node => self.put(node, value, path, &mut flow),
        }
        cell.content = into_text(flow.finish());
        cell
    }
}

/// A cell that spans what the source says.
#[must_use]
pub fn cell(header: bool, colspan: Option<u16>, rowspan: Option<u16>, align: Option<&str>) -> Cell {
    Cell {
        content: Text::new(),
        header,
        colspan: colspan.unwrap_or(1).max(1),
        rowspan: rowspan.unwrap_or(1).max(1),
        align: match align {
            Some("left" | "start") => Some(CellAlign::Start),
            Some("center") => Some(CellAlign::Center),
            Some("right" | "end") => Some(CellAlign::End),
            _ => None,
        },
    }
}
