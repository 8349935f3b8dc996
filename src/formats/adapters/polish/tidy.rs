//! The tree of blocks: nothing empty in it, nothing too deep, no indents made of spaces.

use crate::article::{Block, Heading, Inline, ListItem, Mark, Paragraph, Text, plain};
use crate::formats::notes::Notes;
use crate::html::embed;

/// The most blocks inside each other: a list in a list takes four levels of JSON, so what is written stays well under the parser's
/// limit.
const DEEPEST: usize = 24;

/// The blocks in order, without the empty ones.
pub fn blocks(blocks: Vec<Block>, notes: &mut Notes) -> Vec<Block> {
    if let [Block::Paragraph(_)] = blocks.as_slice() {
        // The only block stays, whatever it says.
        return blocks.into_iter().map(trimmed).collect();
    }
    let mut deep = false;
    let blocks = level(blocks, 0, &mut deep);
    if deep {
        notes.push(
            "deep-nesting",
            "$",
            "Blocks inside more than 24 others were taken out of those around them; all of their text was kept.",
        );
    }
    blocks
}

fn trimmed(block: Block) -> Block {
    match block {
        Block::Paragraph(one) => Block::Paragraph(paragraph(one)),
        other => other,
    }
}

/// The blocks inside `depth` others.
fn level(blocks: Vec<Block>, depth: usize, deep: &mut bool) -> Vec<Block> {
    let mut out = Vec::with_capacity(blocks.len());
    for block in blocks {
        if depth >= DEEPEST && is_container(&block) {
            *deep = true;
            out.extend(flat(block).into_iter().filter_map(|leaf| tidied(leaf, depth, deep)));
        } else {
            out.extend(tidied(block, depth, deep));
        }
    }
    out
}

fn is_container(block: &Block) -> bool {
    matches!(
        block,
        Block::List { .. } | Block::Quote { .. } | Block::Details { .. } | Block::Group { .. } | Block::Footnotes(_)
    )
}

/// What stands in a container, and in all containers inside it.
fn flat(block: Block) -> Vec<Block> {
    let mut leaves = Vec::new();
    let mut stack = vec![block];
    while let Some(block) = stack.pop() {
        let mut inside: Vec<Block> = match block {
            Block::List { items, .. } => items.into_iter().flat_map(|item| item.blocks).collect(),
            Block::Quote { mut blocks, cite } => {
                blocks.extend(cite.map(Block::paragraph));
                blocks
            }
            Block::Details { summary, blocks, .. } => {
                let summary = Block::Paragraph(Paragraph { content: summary, ..Paragraph::default() });
                core::iter::once(summary).chain(blocks).collect()
            }
            Block::Group { title, blocks } => title.map(Block::paragraph).into_iter().chain(blocks).collect(),
            Block::Footnotes(notes) => notes.into_iter().flat_map(|note| note.blocks).collect(),
            leaf => {
                leaves.push(leaf);
                continue;
            }
        };
        inside.reverse();
        stack.extend(inside);
    }
    leaves
}

/// A block that says something; `None` for one that does not.
fn tidied(block: Block, depth: usize, deep: &mut bool) -> Option<Block> {
    let inner = |blocks: Vec<Block>, deep: &mut bool| level(blocks, depth + 1, deep);
    Some(match block {
        Block::Paragraph(one) => {
            let one = paragraph(one);
            return says(&one.content).then_some(Block::Paragraph(one));
        }
        Block::Heading(Heading { level, content }) => {
            let mut content = linked(content);
            strip_front(&mut content, &mut Lead::default());
            strip_back(&mut content);
            return says(&content).then_some(Block::Heading(Heading { level, content }));
        }
        Block::List { ordered, start, items } => {
            let items = items
                .into_iter()
                .map(|item| ListItem { blocks: inner(item.blocks, deep), checked: item.checked })
                .collect();
            let items = without_empty(items, ordered);
            return (!items.is_empty()).then_some(Block::List { ordered, start, items });
        }
        Block::Quote { blocks, cite } => {
            let (blocks, cite) = (inner(blocks, deep), words(cite));
            return (!blocks.is_empty() || cite.is_some()).then_some(Block::Quote { blocks, cite });
        }
        Block::Details { summary, blocks, open } => {
            let (summary, blocks) = (linked(summary), inner(blocks, deep));
            return (!blocks.is_empty() || says(&summary)).then_some(Block::Details { summary, blocks, open });
        }
        Block::Group { title, blocks } => {
            let (title, blocks) = (words(title), inner(blocks, deep));
            return (!blocks.is_empty() || title.is_some()).then_some(Block::Group { title, blocks });
        }
        Block::Footnotes(mut notes) => {
            for note in &mut notes {
                note.blocks = inner(core::mem::take(&mut note.blocks), deep);
            }
            return (!notes.is_empty()).then_some(Block::Footnotes(notes));
        }
        Block::Gallery { images, caption } => {
            let caption = words(caption);
            return (!images.is_empty() || caption.is_some()).then_some(Block::Gallery { images, caption });
        }
        Block::Table(mut table) => {
            for cell in table.rows.iter_mut().flatten() {
                cell.content = linked(core::mem::take(&mut cell.content));
            }
            table.caption = words(table.caption);
            return (table.rows.iter().any(|row| !row.is_empty()) || table.caption.is_some())
                .then_some(Block::Table(table));
        }
        Block::Code { text, language } => {
            return (!text.trim().is_empty()).then_some(Block::Code { text, language });
        }
        Block::Unknown { kind, text } => {
            return (!text.trim().is_empty()).then_some(Block::Unknown { kind, text });
        }
        Block::Embed(one) => Block::Embed(embed::complete(one)),
        other => other,
    })
}

/// The items that say something. In the middle of a numbered list an empty one stays: it counts.
fn without_empty(mut items: Vec<ListItem>, ordered: bool) -> Vec<ListItem> {
    let empty = |item: &ListItem| item.blocks.is_empty() && item.checked.is_none();
    if ordered {
        let full = items.iter().rposition(|item| !empty(item)).map_or(0, |last| last + 1);
        items.truncate(full);
    } else {
        items.retain(|item| !empty(item));
    }
    items
}

fn words(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

/// White space, and characters that have no width and only mark the file.
fn blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}')
}

/// Whether there is anything to read or to see in a text.
fn says(text: &[Inline]) -> bool {
    text.iter().any(|inline| match inline {
        Inline::Run { text, .. } | Inline::NoteRef { text, .. } => !text.chars().all(blank),
        Inline::Break => false,
        Inline::Link { content, .. } => says(content),
        Inline::Image(picture) => picture.src.is_some() || !picture.alt.trim().is_empty(),
    })
}

/// The text without empty runs, and without links that have no words or stand in another link: those leave their words.
fn linked(content: Text) -> Text {
    let mut out = Text::with_capacity(content.len());
    unlink(content, true, &mut out);
    out
}

fn unlink(content: Text, links: bool, out: &mut Text) {
    for inline in content {
        match inline {
            Inline::Run { text, .. } | Inline::NoteRef { text, .. } if text.is_empty() => {}
            Inline::Link { url, content } if links && says(&content) => {
                let mut inside = Text::with_capacity(content.len());
                unlink(content, false, &mut inside);
                out.push(Inline::Link { url, content: inside });
            }
            Inline::Link { content, .. } => unlink(content, links, out),
            other => out.push(other),
        }
    }
}

/// The paragraph, with its indent said and not drawn.
fn paragraph(mut paragraph: Paragraph) -> Paragraph {
    let mut content = linked(paragraph.content);
    let mut lead = Lead::default();
    strip_front(&mut content, &mut lead);
    strip_back(&mut content);
    paragraph.content = content;
    paragraph.indent |= lead.wide > 0 || lead.hard > 1;
    paragraph
}

/// The spaces before a text.
#[derive(Default)]
struct Lead {
    /// Full-width spaces: one is never there by chance.
    wide: usize,
    /// Spaces of another kind that a browser does not collapse.
    hard: usize,
}

impl Lead {
    fn takes(&mut self, c: char) -> bool {
        match c {
            '\u{3000}' => self.wide += 1,
            '\u{a0}' | '\u{2002}' | '\u{2003}' => self.hard += 1,
            _ => {}
        }
        blank(c)
    }
}

/// Whether the spaces of a run are there to be seen: as code, or as a line to write on.
fn is_drawn(marks: &[Mark]) -> bool {
    marks.iter().any(|mark| matches!(mark, Mark::Code | Mark::Underline | Mark::Strike))
}

/// Takes the white space off the front, also out of links; true where nothing is left.
fn strip_front(content: &mut Text, lead: &mut Lead) -> bool {
    let mut gone = 0;
    for inline in content.iter_mut() {
        let empty = match inline {
            Inline::Run { text, marks } if !is_drawn(marks) => {
                let rest = text.trim_start_matches(|c| lead.takes(c)).len();
                text.drain(..text.len() - rest);
                text.is_empty()
            }
            Inline::Link { content, .. } => strip_front(content, lead),
            // An indent before a break is that of an empty line.
            Inline::Break => {
                *lead = Lead::default();
                true
            }
            _ => false,
        };
        if !empty {
            break;
        }
        gone += 1;
    }
    content.drain(..gone);
    content.is_empty()
}

/// The same for the end.
fn strip_back(content: &mut Text) -> bool {
    while let Some(inline) = content.last_mut() {
        let empty = match inline {
            Inline::Run { text, marks } if !is_drawn(marks) => {
                text.truncate(text.trim_end().len());
                text.is_empty()
            }
            Inline::Link { content, .. } => strip_back(content),
            Inline::Break => true,
            _ => false,
        };
        if !empty {
            return false;
        }
        content.pop();
    }
    true
}

/// The words of a text in one line, where they are all that it has.
pub fn line(content: &[Inline]) -> Option<String> {
    let simple = |inline: &Inline| match inline {
        Inline::Run { marks, .. } => !marks.iter().any(|mark| matches!(mark, Mark::Ruby(_))),
        Inline::Break => true,
        _ => false,
    };
    content.iter().all(simple).then(|| plain(content).replace('\n', " "))
}
