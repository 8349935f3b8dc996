//! Signs of footnotes that are not there.

use crate::article::{Block, Inline, Mark, Text};
use crate::order::order;

/// A sign that leads to no footnote stays as raised text.
pub fn settle(blocks: &mut [Block]) {
    let mut ids = Vec::new();
    gather(blocks, &mut ids);
    order(&mut ids, |one, other| one < other);
    walk(blocks, &ids);
}

fn gather(blocks: &[Block], ids: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Footnotes(notes) => {
                for note in notes {
                    if !note.id.trim().is_empty() {
                        ids.push(note.id.clone());
                    }
                    gather(&note.blocks, ids);
                }
            }
            Block::List { items, .. } => items.iter().for_each(|item| gather(&item.blocks, ids)),
            Block::Quote { blocks, .. } | Block::Details { blocks, .. } | Block::Group { blocks, .. } => {
                gather(blocks, ids);
            }
            _ => {}
        }
    }
}

fn walk(blocks: &mut [Block], ids: &[String]) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => raise(&mut paragraph.content, ids),
            Block::Heading(heading) => raise(&mut heading.content, ids),
            Block::Table(table) => {
                table.rows.iter_mut().flatten().for_each(|cell| raise(&mut cell.content, ids));
            }
            Block::List { items, .. } => items.iter_mut().for_each(|item| walk(&mut item.blocks, ids)),
            Block::Details { summary, blocks, .. } => {
                raise(summary, ids);
                walk(blocks, ids);
            }
            Block::Quote { blocks, .. } | Block::Group { blocks, .. } => walk(blocks, ids),
            Block::Footnotes(notes) => notes.iter_mut().for_each(|note| walk(&mut note.blocks, ids)),
            _ => {}
        }
    }
}

fn raise(text: &mut Text, ids: &[String]) {
    for inline in text {
        match inline {
            Inline::NoteRef { id, text } if ids.binary_search(id).is_err() => {
                *inline = Inline::Run { text: core::mem::take(text), marks: vec![Mark::Sup] };
            }
            Inline::Link { content, .. } => raise(content, ids),
            _ => {}
        }
    }
}
