//! Lists, of either version of the tool.

use crate::article::{Block, ListItem};
use crate::formats::adapters::meta::block::{html_inlines, paragraph, str_of};
use crate::formats::notes::{Notes, items};
use crate::html;
use crate::parse::{Path, Value};

/// A list: its items are strings, or objects with a content and items of their own.
pub fn list(data: &Value, checks: bool, path: &Path, notes: &mut Notes) -> Option<Block> {
    let style = str_of(data, "style").or_else(|| str_of(data, "type")).unwrap_or_default();
    let start =
        data.get("meta").and_then(|meta| meta.get("start")).or_else(|| data.get("start")).and_then(Value::as_u64);
    let kind = Kind { ordered: style == "ordered", checks: checks || style == "checklist" };
    let start = start.and_then(|start| i32::try_from(start).ok()).filter(|_| kind.ordered);
    let items = of(items(data, "items"), kind, &path.key("items"), notes);
    (!items.is_empty()).then_some(Block::List { ordered: kind.ordered, start, items })
}

#[derive(Clone, Copy)]
struct Kind {
    ordered: bool,
    checks: bool,
}

fn of(items: &[Value], kind: Kind, path: &Path, notes: &mut Notes) -> Vec<ListItem> {
    items.iter().enumerate().filter_map(|(index, one)| item(one, kind, &path.index(index), notes)).collect()
}

fn item(one: &Value, kind: Kind, path: &Path, notes: &mut Notes) -> Option<ListItem> {
    let content = match one {
        Value::String(html) => html::inlines(html, path, notes),
        one => {
            let key = if one.get("content").is_some() { "content" } else { "text" };
            html_inlines(one, key, path, notes)
        }
    };
    let checked = one.get("checked").or_else(|| one.get("meta")?.get("checked")).and_then(Value::as_bool);
    let mut blocks: Vec<_> = paragraph(content).into_iter().collect();
    let inside = of(items(one, "items"), kind, &path.key("items"), notes);
    if !inside.is_empty() {
        blocks.push(Block::List { ordered: kind.ordered, start: None, items: inside });
    }
    let checked = if kind.checks { Some(checked.unwrap_or(false)) } else { None };
    (!blocks.is_empty()).then_some(ListItem { blocks, checked })
}
