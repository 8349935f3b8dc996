//! Cards that offer what stands already.

use super::word::mix;
use crate::article::{Article, Card, SafeUrl};
use crate::order::order_by_key;

/// Takes out the article itself, and every card that has come before.
pub fn remove(article: &Article, cards: &mut Vec<Card>) {
    let own_title = title(&article.title);
    let own = [article.url.as_ref().map(SafeUrl::as_str), article.id.as_deref()].map(|one| one.map(address));
    let mut seen: Vec<(u64, usize)> = Vec::new();
    for (index, card) in cards.iter().enumerate() {
        seen.extend(keys(card).into_iter().flatten().map(|key| (key, index)));
    }
    order_by_key(&mut seen, |pair| *pair);
    let is_first = |key: u64, index: usize| {
        let at = seen.partition_point(|(other, _)| *other < key);
        seen.get(at).is_none_or(|(_, first)| *first >= index)
    };
    let mut index = 0;
    cards.retain(|card| {
        let is_own = title(&card.title) == own_title && own_title != SEED
            || addresses(card).any(|one| own.contains(&Some(address(one))));
        let keep = !is_own && keys(card).into_iter().flatten().all(|key| is_first(key, index));
        index += 1;
        keep
    });
}

/// By what a card is known again: each of its addresses, and its title with what it says. The same headline alone may be another day's.
fn keys(card: &Card) -> [Option<u64>; 3] {
    let [page, src] = [&card.url, &card.src].map(|url| url.as_ref().map(|url| address(url.as_str())));
    let excerpt = card.excerpt.as_deref().unwrap_or_default();
    let words = excerpt.bytes().fold(mix(title(&card.title), 0), mix);
    [page, src.filter(|src| page != Some(*src)), Some(words)]
}

fn addresses(card: &Card) -> impl Iterator<Item = &str> {
    [&card.url, &card.src].into_iter().flatten().map(SafeUrl::as_str)
}

const SEED: u64 = 7;

/// A headline, whatever its case and white space.
fn title(title: &str) -> u64 {
    let letters = title.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase);
    letters.flat_map(|c| u32::from(c).to_le_bytes()).fold(SEED, mix)
}

/// An address without what does not tell pages apart: its scheme, its fragment, a slash at the end.
fn address(url: &str) -> u64 {
    let page = url.split('#').next().unwrap_or_default();
    let page = page.strip_prefix("https:").or_else(|| page.strip_prefix("http:")).unwrap_or(page);
    page.trim_end_matches('/').bytes().fold(SEED, mix)
}
