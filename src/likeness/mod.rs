//! Which other articles are most like one: what the carousel offers where the publisher has not chosen.
//!
//! BM25F (Robertson, Zaragoza & Taylor 2004) over the words of the cards: the words of a card's title, kicker, tags and excerpt count
//! by where they stand, words that few cards have count for more, long excerpts for less. The article is the question.

mod twin;
mod word;

use crate::article::{Article, Block, Card, ListItem, plain_into};
use crate::order::{order, order_by_key};

/// How quickly a word that comes again stops to count.
const SATURATION: f32 = 2.0;
/// The same in the article, where a word that comes often is what it is about.
const ASKED_SATURATION: f32 = 6.0;
/// How much the length of a card takes from its words.
const LENGTH: f32 = 0.4;

/// What a word counts by where it stands.
const TITLE: f32 = 1.5;
const TAG: f32 = 1.0;
const KICKER: f32 = 1.0;
const SUMMARY: f32 = 1.0;
const BODY: f32 = 0.25;

/// Cards whose words are asked for as well, and what such a word counts.
const NEIGHBOURS: usize = 3;
const ECHO: f32 = 0.1;

/// Paragraphs of the body that are read; more say little that is new.
const PARAGRAPHS: usize = 40;
/// The same in bytes, for paragraphs of any length.
const ENOUGH: usize = 40_000;

/// Puts `cards` into the order of their likeness to `article`, those that are most like it first. Cards that are equally like it keep
/// their order. The article itself is taken out, and so is a card that stood before.
pub fn rank(article: &Article, cards: &mut Vec<Card>) {
    twin::remove(article, cards);
    let mut asked = question(article);
    let likeness = scores(cards, &asked);
    sort(cards, &likeness);
    // Two that tell of one thing need not share a word, where a third shares some with each: the words of the best are asked for as
    // well, to find what is like them. They themselves stay where they are.
    let best = likeness.iter().filter(|score| **score > 0.0).take(NEIGHBOURS).count();
    for card in cards.iter().take(best) {
        read(card, &mut |word, weight| asked.push((word, weight * ECHO)));
    }
    merge(&mut asked);
    let mut rest = cards.split_off(best);
    let likeness = scores(&rest, &asked);
    sort(&mut rest, &likeness);
    cards.append(&mut rest);
}

fn sort(cards: &mut Vec<Card>, scores: &[f32]) {
    let mut ranked: Vec<(f32, Card)> = scores.iter().copied().zip(cards.drain(..)).collect();
    order(&mut ranked, |(one, _), (other, _)| one > other);
    cards.extend(ranked.into_iter().map(|(_, card)| card));
}

/// How much each card is like what is asked for.
fn scores(cards: &[Card], asked: &[(u64, f32)]) -> Vec<f32> {
    let mut worth: Vec<f32> = vec![0.0; asked.len()];
    let entries: Vec<Entry> = cards.iter().map(|card| Entry::of(card, asked, &mut worth)).collect();
    #[allow(clippy::cast_precision_loss)]
    let count = cards.len() as f32;
    let average = entries.iter().map(|entry| entry.length).sum::<f32>() / count.max(1.0);
    for ((_, weight), worth) in asked.iter().zip(&mut worth) {
        // How many cards have the word; from here on, what it is worth.
        let rarity = (1.0 + (count - *worth + 0.5) / (*worth + 0.5)).ln();
        *worth = rarity * weight / (weight + ASKED_SATURATION);
    }
    entries.iter().map(|entry| entry.score(&worth, average)).collect()
}

/// Says the words of a card, with what each counts where it stands.
fn read(card: &Card, say: &mut dyn FnMut(u64, f32)) {
    let mut part = |text: &str, place: f32| word::each(text, &mut |word, weight| say(word, place * weight));
    part(&card.title, TITLE);
    part(card.kicker.as_deref().unwrap_or_default(), KICKER);
    part(card.excerpt.as_deref().unwrap_or_default(), SUMMARY);
    card.tags.iter().for_each(|tag| part(tag, TAG));
}

/// What a card has of the words that are asked for.
struct Entry {
    /// The number of a word in the question, and what it counts here.
    words: Vec<(usize, f32)>,
    /// What all its words count.
    length: f32,
}

impl Entry {
    /// Reads a card; `have` counts the cards that have a word.
    fn of(card: &Card, asked: &[(u64, f32)], have: &mut [f32]) -> Self {
        let mut words: Vec<(usize, f32)> = Vec::new();
        let mut length = 0.0;
        read(card, &mut |word, weight| {
            length += weight;
            if let Ok(number) = asked.binary_search_by_key(&word, |(word, _)| *word) {
                words.push((number, weight));
            }
        });
        merge(&mut words);
        for (number, _) in &words {
            if let Some(have) = have.get_mut(*number) {
                *have += 1.0;
            }
        }
        Self { words, length }
    }

    fn score(&self, worth: &[f32], average: f32) -> f32 {
        let norm = SATURATION * (1.0 - LENGTH + LENGTH * self.length / average.max(1.0));
        let worth_of = |number: usize| worth.get(number).copied().unwrap_or_default();
        self.words.iter().map(|(number, weight)| worth_of(*number) * weight / (weight + norm)).sum()
    }
}

/// The words of the article, each once, with what it counts.
fn question(article: &Article) -> Vec<(u64, f32)> {
    let mut words = Vec::new();
    let mut ask = |text: &str, place: f32| word::each(text, &mut |word, weight| words.push((word, place * weight)));
    ask(&article.title, TITLE);
    for (text, place) in [
        (&article.subtitle, SUMMARY),
        (&article.kicker, KICKER),
        (&article.section, KICKER),
        (&article.summary, SUMMARY),
    ] {
        ask(text.as_deref().unwrap_or_default(), place);
    }
    article.tags.iter().for_each(|tag| ask(tag, TAG));
    ask(&body(&article.blocks), BODY);
    merge(&mut words);
    words
}

/// Sorts by the key, and makes one of what has the same.
fn merge<K: Ord + Copy>(words: &mut Vec<(K, f32)>) {
    order_by_key(words, |(key, _)| *key);
    words.dedup_by(|later, kept| {
        let same = later.0 == kept.0;
        if same {
            kept.1 += later.1;
        }
        same
    });
}

/// The words with which a body begins.
fn body(blocks: &[Block]) -> String {
    let mut text = String::new();
    gather(blocks, &mut PARAGRAPHS.clone(), &mut text);
    text
}

fn gather(blocks: &[Block], left: &mut usize, out: &mut String) {
    for block in blocks {
        if *left == 0 || out.len() > ENOUGH {
            return;
        }
        match block {
            Block::Paragraph(paragraph) => plain_into(&paragraph.content, out),
            Block::Heading(heading) => plain_into(&heading.content, out),
            Block::List { items, .. } => items.iter().for_each(|ListItem { blocks, .. }| gather(blocks, left, out)),
            Block::Quote { blocks, .. } | Block::Details { blocks, .. } | Block::Group { blocks, .. } => {
                gather(blocks, left, out);
            }
            _ => continue,
        }
        out.push('\n');
        *left = left.saturating_sub(1);
    }
}
