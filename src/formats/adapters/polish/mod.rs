//! What every importer's article goes through in the end: the language in the text.

mod caption;
mod headline;
mod note;
mod tidy;

#[cfg(test)]
mod tests;

use crate::article::{Article, Author, Block, Card, plain};
use crate::formats::common::kicker::kicker;
use crate::formats::common::{dateline, ending, word};
use crate::formats::notes::Notes;

/// Blocks in which a dateline is looked for: the page takes as many for the opening, and further down it would say it twice.
const OPENING: usize = 3;

/// Repairs what formats have in common. Nothing readable is lost, and an article that has gone through it once does not change again.
pub fn polish(article: &mut Article, notes: &mut Notes) {
    article.blocks = tidy::blocks(core::mem::take(&mut article.blocks), notes);
    headline::settle(article, notes);
    caption::settle(article);
    set_dateline(article);
    ending::mark(&mut article.blocks);
    set_kickers(article);
    article.related.retain(|card| !card.title.trim().is_empty());
    note::settle(&mut article.blocks);
}

/// Reads the dateline at the head of the first paragraph, which keeps it; it names the authors where nobody else does.
fn set_dateline(article: &mut Article) {
    if article.dateline.is_none() {
        let first = article.blocks.iter().take(OPENING).find_map(|block| match block {
            Block::Paragraph(paragraph) => Some(plain(&paragraph.content)),
            _ => None,
        });
        article.dateline = first.as_deref().and_then(dateline::of);
    }
    if article.authors.is_empty() {
        let reporters = article.dateline.iter().flat_map(|line| &line.reporters);
        article.authors = reporters.map(|name| Author { name: name.clone(), url: None }).collect();
    }
}

/// Splits the labels off the titles.
fn set_kickers(article: &mut Article) {
    let site = article.site.as_ref().map_or("", |site| site.name.as_str());
    // Round and square brackets begin many a title; in a list of cards, they are labels.
    // What is nothing but a headline keeps all of it.
    if !article.blocks.is_empty() && !article.title.starts_with(['(', '（', '[', '［']) {
        split_kicker(&mut article.title, &mut article.kicker, site);
    }
    let cards = article.lists.iter_mut().flat_map(|list| &mut list.items);
    for Card { title, kicker, site, .. } in article.related.iter_mut().chain(cards) {
        split_kicker(title, kicker, site.as_deref().unwrap_or_default());
    }
}

fn split_kicker(title: &mut String, label: &mut Option<String>, site: &str) {
    if label.is_none()
        && let (Some(found), rest) = kicker(title)
        && is_label(found, rest, site)
    {
        *label = Some(found.to_owned());
        *title = rest.to_owned();
    }
}

/// Characters of the longest name of a newspaper.
const PAPER: usize = 6;

/// Whether the short words behind a bar are the name of a newspaper or a station, before which a title stands.
fn is_paper(rest: &str) -> bool {
    rest.ends_with(['报', '報', '网', '網', '社', '台']) && rest.chars().count() <= PAPER
}

/// Whether `label` is one, and not a title before the name of its site, a date or the first item of a list. Where words are set with spaces, that takes some words.
fn is_label(label: &str, rest: &str, site: &str) -> bool {
    let words = |text: &str| text.split_whitespace().count();
    let spoken = rest.chars().any(word::is_han) || (words(label) <= 2 && words(rest) >= 4);
    let listed = rest.contains(['|', '｜']) || !label.chars().any(char::is_alphabetic) || is_paper(rest);
    spoken && !listed && word::folded(rest) != word::folded(site)
}
