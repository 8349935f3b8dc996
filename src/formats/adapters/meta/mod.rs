//! What the importers of articles with a head and a body share: names, pictures, dates, lines and bodies in all their shapes.

pub mod address;
pub mod block;
pub mod embed;
pub mod graph;
mod lines;
pub mod people;
pub mod picture;
pub mod unknown;
pub mod when;
pub mod words;

use crate::article::{Article, Block, Dir, Inline, Paragraph, plain_into};
use crate::error::{Code, Error};
use crate::formats::notes::Notes;
use crate::html;
use crate::parse::{Path, Value};

/// A body that may be text or HTML, by what it looks like; HTML in character references is decoded first. Where its only elements are
/// those of running text, its lines are the paragraphs.
pub fn body(raw: &str, path: &Path, notes: &mut Notes) -> Vec<Block> {
    if words::is_markup(raw) {
        return markup(raw, path, notes);
    }
    let text = words::decode(raw);
    if words::is_markup(&text) { markup(&text, path, notes) } else { paragraphs(&text) }
}

fn markup(html: &str, path: &Path, notes: &mut Notes) -> Vec<Block> {
    match lines::paragraphs(html) {
        Some(html) => html::blocks(&html, path, notes),
        None => html::blocks(html, path, notes),
    }
}

/// The paragraphs of plain text: what stands between blank lines, or, where there are none, each line.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<Block> {
    let blank = |line: &str| line.trim().is_empty();
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let last = lines.iter().rposition(|line| !blank(line)).unwrap_or(0);
    let inner = lines.iter().take(last).skip_while(|line| blank(line));
    let spaced = inner.clone().any(|line| blank(line));
    let mut blocks = Vec::new();
    let mut content = Vec::new();
    let mut close = |content: &mut Vec<Inline>| {
        if !content.is_empty() {
            let content = core::mem::take(content);
            blocks.push(Block::Paragraph(Paragraph { content, ..Paragraph::default() }));
        }
    };
    for line in &lines {
        if blank(line) {
            close(&mut content);
            continue;
        }
        if !content.is_empty() {
            content.push(Inline::Break);
        }
        content.push(Inline::text(*line));
        if !spaced {
            close(&mut content);
        }
    }
    close(&mut content);
    blocks
}

/// The direction that the member `key` names.
#[must_use]
pub fn direction(value: &Value, key: &str) -> Option<Dir> {
    match value.get(key)?.as_str()?.to_ascii_lowercase().as_str() {
        "ltr" => Some(Dir::Ltr),
        "rtl" => Some(Dir::Rtl),
        _ => None,
    }
}

/// The refusal of a document that has no article at `path`.
pub fn refuse(path: &Path, message: &str) -> Error {
    Error::new(Code::InvalidArticle, path, message)
}

/// What every article of this kind goes through in the end: what says a thing twice is dropped, what is missing is noted. `title` is
/// the member that should have held the title.
pub fn settle(article: &mut Article, title: &str, path: &Path, notes: &mut Notes) {
    if article.subtitle.as_deref() == Some(article.title.as_str()) {
        article.subtitle = None;
    }
    // A summary that is the body's beginning was cut from it by a machine.
    let repeats = |summary: &String| {
        *summary == article.title || article.subtitle.as_ref() == Some(summary) || opens_with(&article.blocks, summary)
    };
    if article.summary.as_ref().is_some_and(repeats) {
        article.summary = None;
    }
    if article.title.is_empty() {
        notes.warn("missing-title", &path.key(title), "The article has no title: give it one.");
    }
    if article.blocks.is_empty() {
        notes.warn("empty-body", path, "The document has no body, only what stands around it.");
        if article.title.is_empty() {
            // Without a title and a block there is no article; what else is known is still worth showing.
            article.blocks.push(Block::Paragraph(Paragraph::default()));
        }
    }
}

/// Whether the words of `blocks` begin with those of `summary`, white space and the sign that it was cut aside.
fn opens_with(blocks: &[Block], summary: &str) -> bool {
    let cut = summary.trim_end();
    let cut = ["[…]", "[...]", "…", "..."].iter().find_map(|end| cut.strip_suffix(end)).unwrap_or(cut);
    // A heading at the head is often the title again.
    let text = match blocks.split_first() {
        Some((Block::Heading(_), text)) => text,
        _ => &[],
    };
    [blocks, text].iter().any(|blocks| {
        let mut wanted = cut.chars().filter(|c| !c.is_whitespace()).peekable();
        wanted.peek().is_some() && follows(blocks, &mut wanted) && wanted.peek().is_none()
    })
}

/// Walks through `blocks` as long as their words are the wanted ones; `false` where they are others.
fn follows(blocks: &[Block], wanted: &mut core::iter::Peekable<impl Iterator<Item = char>>) -> bool {
    for block in blocks {
        let mut text = String::new();
        let inner = match block {
            Block::Paragraph(paragraph) => {
                plain_into(&paragraph.content, &mut text);
                &[]
            }
            Block::Heading(heading) => {
                plain_into(&heading.content, &mut text);
                &[]
            }
            Block::Quote { blocks, .. } | Block::Group { blocks, .. } => blocks.as_slice(),
            _ => &[],
        };
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            match wanted.peek() {
                None => return true,
                Some(next) if *next == c => wanted.next(),
                Some(_) => return false,
            };
        }
        if !follows(inner, wanted) {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::plain;

    fn texts(blocks: &[Block]) -> Vec<String> {
        blocks
            .iter()
            .map(|block| match block {
                Block::Paragraph(paragraph) => plain(&paragraph.content),
                other => panic!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn text_is_split_at_blank_lines_or_at_each() {
        assert_eq!(texts(&paragraphs("One.\nTwo.\r\nThree.\n\n")), ["One.", "Two.", "Three."]);
        assert_eq!(texts(&paragraphs("\n\nOne,\ntwo.\n \n\nThree.")), ["One,\ntwo.", "Three."]);
        assert_eq!(texts(&paragraphs("　　一。\n　　二。")), ["　　一。", "　　二。"]);
        assert_eq!(texts(&paragraphs("a < b.Glued.")), ["a < b.Glued."]);
        assert!(paragraphs(" \n ").is_empty());
    }

    #[test]
    fn a_heading_at_the_head_is_no_opening() {
        let heading =
            |text: &str| Block::Heading(crate::article::Heading { level: 1, content: vec![Inline::text(text)] });
        let blocks = [heading("Lamps"), Block::paragraph("The lamp is lit. The tea is cold.")];
        for (summary, opens) in
            [("The lamp is lit.", true), ("Lamps The lamp is lit…", true), ("The tea is cold.", false)]
        {
            assert_eq!(opens_with(&blocks, summary), opens, "{summary}");
        }
        assert!(!opens_with(&[heading("Lamps")], "The lamp is lit."));
    }

    #[test]
    fn a_summary_that_repeats_the_opening_is_dropped() {
        let mut notes = Notes::default();
        for (summary, kept) in [
            ("The lamp is lit. The", false),
            ("The lamp is\nlit. The tea […]", false),
            ("The lamp is lit. The tea is cold. And more.", true),
            ("The lamp is out.", true),
            ("Title", false),
        ] {
            let mut article = Article {
                title: "Title".to_owned(),
                summary: Some(summary.to_owned()),
                blocks: vec![Block::paragraph("The lamp is lit."), Block::paragraph("The tea is cold.")],
                ..Article::default()
            };
            settle(&mut article, "title", &Path::root(), &mut notes);
            assert_eq!(article.summary.is_some(), kept, "{summary}");
        }
        assert_eq!(notes.take(), []);
    }

    #[test]
    fn an_article_of_nothing_keeps_a_block() {
        let mut notes = Notes::default();
        let mut article = Article::default();
        settle(&mut article, "title", &Path::root(), &mut notes);
        assert_eq!(article.blocks.len(), 1);
        let codes: Vec<String> = notes.take().into_iter().map(|warning| warning.code).collect();
        assert_eq!(codes, ["missing-title", "empty-body"]);
    }
}
