//! What a list of articles offers: a card for each, whatever format the list is in.

use super::{adapters, lamplit, read};
use crate::article::{Article, Block, Card, Picture, SafeUrl, plain};
use crate::error::{Code, Error};
use crate::formats::notes::Notes;
use crate::likeness;
use crate::limits::Limits;
use crate::parse::{self, Path, Value};

/// Cards in a carousel; whoever has looked at so many has not found what they look for.
const MOST: usize = 12;

/// Characters of an excerpt that is taken from the body.
const EXCERPT: usize = 120;

/// The cards of the document `list` that are most like the document `article`, as a native document with nothing but `related`. Their
/// addresses are absolute: read against `list_base`. What is at `base` is the article itself.
///
/// # Errors
/// What [`read`] refuses of either document.
pub fn related(article: &[u8], base: &str, list: &[u8], list_base: &str) -> Result<String, Error> {
    let mut article = read(article, Limits::default())?;
    article.url = article.url.as_ref().and_then(|url| SafeUrl::link(&url.resolve(base)));
    let mut cards = cards(list, Limits::default())?;
    cards.iter_mut().for_each(|card| resolve(card, list_base));
    let own = page(base);
    cards.retain(|card| ![&card.url, &card.src].into_iter().flatten().any(|url| page(url.as_str()) == own));
    likeness::rank(&article, &mut cards);
    cards.truncate(MOST);
    Ok(lamplit::write(&Article { related: cards, ..Article::default() }))
}

/// The cards of a list: a document of any known format with the articles that it has beside its first, an array of native cards or
/// articles, or a native document with nothing but `related`.
///
/// # Errors
/// What [`read`] refuses, [`Code::UnknownFormat`] where nothing in the document is an article.
pub fn cards(list: &[u8], limits: Limits) -> Result<Vec<Card>, Error> {
    let cards = match parse::parse(list, limits) {
        Ok(value) => cards_of(&value)?,
        // Plain text perhaps; otherwise the same is said again.
        Err(_) => all_of(read(list, limits)?),
    };
    if cards.is_empty() {
        let message = "The list holds no article: a feed, or an array of cards with a title and an address, is one.";
        return Err(Error::new(Code::UnknownFormat, "$", message));
    }
    Ok(cards)
}

fn cards_of(list: &Value) -> Result<Vec<Card>, Error> {
    if let Some(article) = native(list) {
        return Ok(all_of(article));
    }
    let items = list.as_array().unwrap_or_default();
    let is_plain = !items.is_empty() && items.iter().all(|item| is_card(item) || native(item).is_some());
    if !is_plain && let Some(read) = adapters::import(list, &mut Notes::default()) {
        return read.map(|(article, _)| all_of(article));
    }
    let root = Path::root();
    let mut notes = Notes::default();
    let each = items.iter().enumerate().flat_map(|(index, item)| one_of(item, &root.index(index), &mut notes));
    Ok(each.collect())
}

/// The cards of one element of an array.
fn one_of(item: &Value, path: &Path, notes: &mut Notes) -> Vec<Card> {
    if let Some(article) = native(item) {
        return all_of(article);
    }
    if !is_card(item)
        && let Some(Ok((article, _))) = adapters::import_at(item, path, notes)
    {
        return all_of(article);
    }
    lamplit::card(item, path, notes).into_iter().collect()
}

/// The article of a native document; what breaks the format's rules is left out.
fn native(value: &Value) -> Option<Article> {
    value.get("version").and_then(Value::as_str).filter(|version| version.starts_with("lamplit/"))?;
    let mut article = Article::default();
    let mut notes = Notes::default();
    for (key, member) in value.as_object()? {
        let _ = lamplit::member(&mut article, key, member, &mut notes);
    }
    Some(article)
}

/// Whether `value` can be nothing but a native card.
fn is_card(value: &Value) -> bool {
    const KEYS: [&str; 9] = ["title", "kicker", "excerpt", "url", "src", "image", "site", "published", "tags"];
    match value {
        Value::String(_) => true,
        Value::Object(members) => {
            let has_title = members.iter().any(|(key, value)| key == "title" && value.as_str().is_some());
            has_title && members.iter().all(|(key, _)| KEYS.contains(&key.as_str()))
        }
        _ => false,
    }
}

/// A card of the article, and those that it offers itself.
fn all_of(mut article: Article) -> Vec<Card> {
    let others = core::mem::take(&mut article.related);
    card_of(article).into_iter().chain(others).collect()
}

/// The card of an article; `None` where it has nothing to say.
fn card_of(article: Article) -> Option<Card> {
    let excerpt = article.summary.or_else(|| opening(&article.blocks));
    let (title, excerpt) = match (article.title, excerpt) {
        (title, Some(excerpt)) if title.is_empty() => (excerpt, None),
        (title, _) if title.is_empty() => return None,
        named => named,
    };
    Some(Card {
        title,
        kicker: article.kicker,
        excerpt,
        url: article.url,
        src: None,
        image: article.hero,
        site: article.site.map(|site| site.name),
        published: article.published,
        tags: article.tags,
    })
}

/// The first words of a body.
fn opening(blocks: &[Block]) -> Option<String> {
    let first = blocks.iter().find_map(|block| match block {
        Block::Paragraph(paragraph) => Some(plain(&paragraph.content)).filter(|text| !text.trim().is_empty()),
        _ => None,
    })?;
    let text = first.trim();
    let Some((end, _)) = text.char_indices().nth(EXCERPT) else { return Some(text.to_owned()) };
    let (head, _) = text.split_at_checked(end)?;
    // Not in the middle of a word, where words are written apart.
    let head = head.rsplit_once(' ').filter(|(head, _)| head.len() * 2 > end).map_or(head, |(head, _)| head);
    Some([head.trim_end(), "…"].concat())
}

fn resolve(card: &mut Card, base: &str) {
    let link = |url: &SafeUrl| SafeUrl::link(&url.resolve(base));
    card.url = card.url.as_ref().and_then(link);
    card.src = card.src.as_ref().and_then(link);
    if let Some(Picture { src, srcset, link: target, .. }) = &mut card.image {
        let media = |url: &SafeUrl| SafeUrl::media(&url.resolve(base));
        *src = src.as_ref().and_then(media);
        srcset.retain_mut(|candidate| media(&candidate.src).map(|url| candidate.src = url).is_some());
        *target = target.as_ref().and_then(link);
    }
}

/// An address without its fragment.
fn page(url: &str) -> &str {
    url.split('#').next().unwrap_or_default()
}
