//! The headline, which bodies often repeat, or hold alone.

use crate::article::{Article, Block, Heading, Inline, plain};
use crate::formats::common::word;
use crate::formats::notes::Notes;

/// Drops the headline from the head of the body, where the article has it as its title; makes it the title, where it has none.
pub fn settle(article: &mut Article, notes: &mut Notes) {
    if article.title.trim().is_empty() {
        take(article, notes);
        return;
    }
    if article.blocks.len() < 2 {
        return;
    }
    if let Some(at) = repeated(&article.blocks, &article.title) {
        article.blocks.remove(at);
        notes.push(
            "repeated-title",
            "$",
            "The body began with the article's title: it stands over the text and was dropped there.",
        );
    }
}

/// Where the title stands again: the first block, or a heading under nothing but pictures.
fn repeated(blocks: &[Block], title: &str) -> Option<usize> {
    let above = |block: &&Block| matches!(block, Block::Image(_) | Block::Video(_) | Block::Divider);
    let at = blocks.iter().take_while(above).count();
    let content = match blocks.get(at)? {
        Block::Heading(heading) => &heading.content,
        Block::Paragraph(paragraph) if at == 0 => &paragraph.content,
        _ => return None,
    };
    let only_words = !content.iter().any(|inline| matches!(inline, Inline::Image(_) | Inline::NoteRef { .. }));
    (only_words && same(&plain(content), title)).then_some(at)
}

/// Whether two lines are the same but for white space, width, case and script.
fn same(one: &str, other: &str) -> bool {
    let key = |c: &char| !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}');
    one.chars().filter(key).map(word::fold).eq(other.chars().filter(key).map(word::fold))
}

/// Makes the heading at the head of the body the title.
fn take(article: &mut Article, notes: &mut Notes) {
    let Some(Block::Heading(Heading { level: 1, content })) = article.blocks.first() else { return };
    let Some(title) = super::tidy::line(content) else { return };
    article.title = title;
    article.blocks.remove(0);
    // The importer has missed it.
    for warning in notes.take() {
        if warning.code != "missing-title" {
            notes.push(&warning.code, &warning.path, &warning.message);
        }
    }
    notes.push("headline-in-body", "$", "The article had no title: the heading at the head of its body was taken.");
}
