//! Tables of records.

use crate::article::{Block, Cell, Inline, Table, Text};
use crate::formats::notes::{Notes, items};
use crate::order::{order, order_by_key};
use crate::parse::{Path, Value};

use super::text::{Styles, text};

/// Cells that a table may have without a word in them. Records may name few of many columns, so that a small document would
/// otherwise make a table of any size.
const EMPTY: usize = 100_000;

/// A table of records in the order of the document, a row each; the descriptors say which members are shown and what they are called.
pub fn datatable(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let data = one.get("data")?;
    let descriptors = items(data, "descriptors");
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    if one.get("showDescriptorLabels").and_then(Value::as_bool) != Some(false) {
        let at = path.key("descriptors");
        let labels = descriptors.iter().enumerate();
        rows.push(
            labels.map(|(index, it)| cell(it.get("label"), true, &at.index(index).key("label"), notes)).collect(),
        );
    }
    let keys = descriptors.iter().enumerate().filter_map(|(column, it)| Some((it.get("key")?.as_str()?, column)));
    let mut columns: Vec<_> = keys.collect();
    order(&mut columns, |one, other| one < other);
    let at = path.key("records");
    let mut empty = EMPTY;
    for (index, record) in items(data, "records").iter().enumerate() {
        let at = at.index(index);
        rows.push(row(record, &columns, descriptors.len(), &mut empty, &at, notes));
    }
    if empty == 0 {
        notes.warn("cut-table", path, "The table is all but empty; its empty cells were left out.");
    }
    if one.get("dataOrientation").and_then(Value::as_str) == Some("vertical") {
        rows = turned(rows);
    }
    (!rows.is_empty() && !descriptors.is_empty()).then_some(Block::Table(Table { rows, caption: None }))
}

/// The row of a record. `columns` are the keys that are shown, in order, with their places; `empty` is how many cells may still be empty.
fn row(
    record: &Value,
    columns: &[(&str, usize)],
    width: usize,
    empty: &mut usize,
    path: &Path,
    notes: &mut Notes,
) -> Vec<Cell> {
    let mut values: Vec<(usize, &str, &Value)> = Vec::new();
    for (key, value) in record.as_object().unwrap_or_default() {
        let first = columns.partition_point(|(column, _)| *column < key.as_str());
        if let Some((_, column)) = columns.get(first).filter(|(column, _)| column == key) {
            values.push((*column, key, value));
        }
    }
    // Of a member that stands twice, the last one counts: the sort keeps the order of the document.
    order_by_key(&mut values, |(column, ..)| *column);
    let mut cells: Vec<Cell> = Vec::new();
    let mut next = 0;
    for (column, key, value) in values {
        if column < next {
            cells.pop();
        }
        pad(&mut cells, column.saturating_sub(next), empty, path, notes);
        cells.push(cell(Some(value), false, &path.key(key), notes));
        next = column + 1;
    }
    pad(&mut cells, width.saturating_sub(next), empty, path, notes);
    cells
}

fn pad(cells: &mut Vec<Cell>, count: usize, empty: &mut usize, path: &Path, notes: &mut Notes) {
    let count = count.min(*empty);
    *empty -= count;
    cells.extend((0..count).map(|_| cell(None, false, path, notes)));
}

fn cell(value: Option<&Value>, header: bool, path: &Path, notes: &mut Notes) -> Cell {
    let content = value.map_or_else(Text::new, |value| content(value, path, notes));
    Cell { content, header, colspan: 1, rowspan: 1, align: None }
}

fn content(value: &Value, path: &Path, notes: &mut Notes) -> Text {
    let words = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.as_str().to_owned(),
        Value::Bool(truth) => if *truth { "true" } else { "false" }.to_owned(),
        Value::Object(_) if value.get("text").is_some() => return text(value, &Styles::of(&Value::Null), path, notes),
        Value::Null => return Text::new(),
        other => notes.words(other, path),
    };
    if words.is_empty() { Text::new() } else { vec![Inline::text(words)] }
}

/// The same table with its rows as columns. All rows are as long as the first.
fn turned(rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let mut columns = vec![Vec::new(); rows.first().map_or(0, Vec::len)];
    for row in rows {
        for (column, cell) in columns.iter_mut().zip(row) {
            column.push(cell);
        }
    }
    columns
}
