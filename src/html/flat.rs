//! Blocks flattened to running text or to plain lines, for the places of the model that hold no blocks.

use crate::article::{Block, Inline, Mark, Picture, Text, plain};

/// Blocks as one piece of running text; where one ends and the next begins stands a line break.
pub fn flatten(blocks: Vec<Block>) -> Text {
    let mut text = Text::new();
    for block in blocks {
        into(block, &mut text);
    }
    text.shrink_to_fit();
    text
}

fn next(text: &mut Text, content: Text) {
    if content.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push(Inline::Break);
        text.extend(content);
    } else {
        *text = content;
    }
}

fn words(text: &mut Text, words: Option<String>) {
    for line in words.iter().flat_map(|words| words.split('\n')).filter(|line| !line.is_empty()) {
        next(text, vec![Inline::text(line)]);
    }
}

fn picture(text: &mut Text, mut picture: Picture) {
    let (caption, credit) = (picture.caption.take(), picture.credit.take());
    if picture.src.is_some() {
        next(text, vec![Inline::Image(picture)]);
    }
    words(text, caption);
    words(text, credit);
}

fn into(block: Block, text: &mut Text) {
    match block {
        Block::Paragraph(one) => next(text, one.content),
        Block::Heading(one) => next(text, one.content),
        Block::List { items, .. } => {
            for item in items {
                item.blocks.into_iter().for_each(|block| into(block, text));
            }
        }
        Block::Quote { blocks, cite } => {
            blocks.into_iter().for_each(|block| into(block, text));
            words(text, cite);
        }
        Block::Code { text: code, .. } => {
            for line in code.split('\n').filter(|line| !line.is_empty()) {
                next(text, vec![Inline::Run { text: line.to_owned(), marks: vec![Mark::Code] }]);
            }
        }
        Block::Image(one) => picture(text, one),
        Block::Gallery { images, caption } => {
            images.into_iter().for_each(|one| picture(text, one));
            words(text, caption);
        }
        Block::Video(media) | Block::Audio(media) => {
            words(text, media.title);
            words(text, media.caption);
            words(text, media.credit);
        }
        Block::Embed(embed) => {
            let label = embed.title.clone().or_else(|| embed.provider.clone());
            if let (Some(url), Some(label)) = (embed.url, label) {
                next(text, vec![Inline::Link { url, content: vec![Inline::text(label)] }]);
            }
            words(text, embed.caption);
        }
        Block::Table(table) => {
            words(text, table.caption);
            for cell in table.rows.into_iter().flatten() {
                next(text, cell.content);
            }
        }
        Block::Divider => {}
        Block::Details { summary, blocks, .. } => {
            next(text, summary);
            blocks.into_iter().for_each(|block| into(block, text));
        }
        Block::LinkCard(card) => {
            words(text, Some(card.title));
            words(text, card.excerpt);
        }
        Block::Group { title, blocks } => {
            words(text, title);
            blocks.into_iter().for_each(|block| into(block, text));
        }
        Block::Footnotes(notes) => {
            for note in notes {
                note.blocks.into_iter().for_each(|block| into(block, text));
            }
        }
        Block::Unknown { text: all, .. } => words(text, Some(all)),
    }
}

/// The words of blocks, a line each.
pub fn lines(blocks: Vec<Block>) -> String {
    plain(&flatten(blocks).into_iter().filter(|inline| !matches!(inline, Inline::Image(_))).collect::<Text>())
}
