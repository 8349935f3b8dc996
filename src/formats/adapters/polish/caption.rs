//! The words under pictures: captions that stand as paragraphs, and credits in captions.

use crate::article::{Article, Block, Paragraph, ParagraphRole, Picture};
use crate::formats::common::credit::{self, Certainty};
use crate::formats::common::{name, word};

use super::tidy;

/// The longest caption, in columns.
const LONGEST: usize = 400;
/// The longest line that is a credit and nothing else, in columns.
const CREDIT: usize = 40;
/// Signs that point at the picture above.
const SIGNS: [char; 3] = ['▲', '△', '↑'];
/// What begins a caption, folded.
const STARTS: [&str; 7] = ["图为", "上图为", "图:", "图说:", "图注:", "图片说明:", "图片:"];
/// What begins a question, folded.
const QUESTIONS: [&str; 2] = ["图为什么", "图为何"];

/// Gives captions their pictures, and credits a place of their own.
pub fn settle(article: &mut Article) {
    let indented = article.blocks.iter().any(|block| matches!(block, Block::Paragraph(one) if one.indent));
    if let Some(hero) = &mut article.hero {
        split(&mut hero.caption, &mut hero.credit);
    }
    walk(&mut article.blocks, indented);
}

fn walk(blocks: &mut Vec<Block>, indented: bool) {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut rest = core::mem::take(blocks).into_iter().peekable();
    while let Some(mut block) = rest.next() {
        match &mut block {
            Block::Paragraph(paragraph) => {
                if let Some(Block::Image(picture)) = out.last_mut()
                    && is_bare(picture)
                    && let Some((caption, credit)) = caption(paragraph, rest.peek(), indented)
                {
                    picture.caption = caption;
                    picture.credit = credit;
                    continue;
                }
            }
            Block::Image(picture) => split(&mut picture.caption, &mut picture.credit),
            Block::Gallery { images, .. } => {
                for picture in images {
                    split(&mut picture.caption, &mut picture.credit);
                }
            }
            Block::Video(media) | Block::Audio(media) => split(&mut media.caption, &mut media.credit),
            Block::List { items, .. } => items.iter_mut().for_each(|item| walk(&mut item.blocks, indented)),
            Block::Quote { blocks, .. } | Block::Details { blocks, .. } | Block::Group { blocks, .. } => {
                walk(blocks, indented);
            }
            _ => {}
        }
        out.push(block);
    }
    *blocks = out;
}

/// Whether a picture stands there without a word.
fn is_bare(picture: &Picture) -> bool {
    picture.src.is_some() && picture.caption.is_none() && picture.credit.is_none()
}

type Words = (Option<String>, Option<String>);

/// Caption and credit, where `paragraph`, which follows a picture, is no paragraph. `indented` says that the article indents those.
fn caption(paragraph: &Paragraph, next: Option<&Block>, indented: bool) -> Option<Words> {
    if paragraph.role == ParagraphRole::Lead {
        return None;
    }
    let text = tidy::line(&paragraph.content)?;
    if word::columns(&text) > LONGEST {
        return None;
    }
    let found = divided(&text);
    let sure = match (indented, paragraph.indent, found) {
        (_, _, None) | (true, true, _) => false,
        (true, false, Some(_)) => true,
        (false, _, Some((_, _, certainty))) => certainty == Certainty::Apart,
    };
    let credit = is_credit(&text);
    (sure || credit || is_marked(&text, next)).then(|| match found {
        Some((caption, credit, _)) => (some(caption), some(credit)),
        None if credit => (None, Some(text.clone())),
        None => (Some(text.clone()), None),
    })
}

/// Caption and credit of a line. What the people are is no caption: 记者 某某 摄 is a credit.
fn divided(text: &str) -> Option<(&str, &str, Certainty)> {
    let role = |caption: &str| name::ROLES.iter().any(|role| word::before(caption, role).is_some());
    credit::split(text).filter(|(caption, ..)| !(role(caption) && caption.chars().count() <= 10))
}

/// Whether `text` says itself that it is a caption. Where the paragraph after it has the same sign, the sign is a bullet.
fn is_marked(text: &str, next: Option<&Block>) -> bool {
    if let Some(sign) = text.chars().next().filter(|c| SIGNS.contains(c)) {
        let again = match next {
            Some(Block::Paragraph(next)) => crate::article::plain(&next.content).starts_with(sign),
            _ => false,
        };
        return !again && text.chars().count() > 1;
    }
    word::after_any(text, &STARTS).is_some_and(|rest| !rest.trim().is_empty())
        && word::after_any(text, &QUESTIONS).is_none()
}

/// Whether all of `text` is a credit.
fn is_credit(text: &str) -> bool {
    word::columns(text) <= CREDIT && credit::is_credit(text)
}

/// Splits the credit off a caption that has none beside it.
fn split(caption: &mut Option<String>, credit: &mut Option<String>) {
    if credit.as_ref().is_some_and(|credit| !credit.trim().is_empty()) {
        return;
    }
    let Some(text) = caption.as_deref() else { return };
    let (words, maker) = match divided(text) {
        Some((words, maker, _)) => (some(words), some(maker)),
        None if is_credit(text) => (None, some(text)),
        None => return,
    };
    *caption = words;
    *credit = maker;
}

fn some(text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| text.to_owned())
}
