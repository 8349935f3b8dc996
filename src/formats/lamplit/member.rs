//! The members at the top of a native document.

use crate::article::{Article, Author, Card, CardList, Dateline, ListKind, Site, Source, Stats, Warning};
use crate::error::{Code, Error};
use crate::formats::notes::{Notes, items, string, whole};
use crate::parse::{Path, Value};

use super::block;
use super::piece::{card, direction, moment, picture, string_of};

/// Reads the top-level member `key` into `article`. Members that the schema does not name are passed over with a warning.
///
/// # Errors
/// [`Code::InvalidArticle`] where `blocks`, `related` or `lists` is no array, [`Code::UnknownFormat`] for a later version.
pub fn member(article: &mut Article, key: &str, value: &Value, notes: &mut Notes) -> Result<(), Error> {
    let root = Path::root();
    let path = root.key(key);
    let mut text = || match value {
        Value::String(_) | Value::Number(_) | Value::Null => string_of(value),
        other => Some(notes.words(other, &path)).filter(|text| !text.is_empty()),
    };
    match key {
        "version" => {
            if value.as_str() != Some(super::VERSION) {
                let message = "This version of the native format is not known here: convert the document again or update Lamplit.";
                return Err(Error::new(Code::UnknownFormat, path, message));
            }
        }
        "id" => article.id = string_of(value),
        "url" => article.url = notes.link_at(value, &path),
        "title" => article.title = text().unwrap_or_default(),
        "subtitle" => article.subtitle = text(),
        "kicker" => article.kicker = text(),
        "summary" => article.summary = text(),
        "lang" => article.lang = notes.language(Some(value), &path),
        "dir" => article.dir = direction(value.as_str()),
        "published" => article.published = moment(value, &path, notes),
        "modified" => article.modified = moment(value, &path, notes),
        "authors" => article.authors = authors(value, &path, notes),
        "site" => {
            article.site = string(value, "name").map(|name| Site { name, home: notes.link(value, "home", &path) });
        }
        "source" => {
            article.source = string(value, "name").map(|name| Source { name, url: notes.link(value, "url", &path) });
        }
        "section" => article.section = text(),
        "tags" => article.tags = array(value, &path)?.iter().filter_map(string_of).collect(),
        "hero" => article.hero = value.as_object().map(|_| picture(value, &path, notes)),
        "dateline" => article.dateline = dateline(value),
        "stats" => {
            article.stats = Stats {
                views: whole(value, "views"),
                comments: whole(value, "comments"),
                likes: whole(value, "likes"),
            };
        }
        "blocks" => {
            for (index, item) in array(value, &path)?.iter().enumerate() {
                article.blocks.extend(block(item, &path.index(index), notes));
            }
        }
        "related" => article.related = cards(value, &path, notes)?,
        "lists" => {
            for (index, list) in array(value, &path)?.iter().enumerate() {
                article.lists.push(card_list(list, &path.index(index), notes)?);
            }
        }
        "next" => article.next = notes.link_at(value, &path),
        "warnings" => article.warnings = array(value, &path)?.iter().map(warning).collect(),
        _ => notes.warn("unknown-member", &path, "The member is not part of lamplit/1 and was passed over."),
    }
    Ok(())
}

fn array<'a>(value: &'a Value, path: &Path) -> Result<&'a [Value], Error> {
    match value {
        Value::Null => Ok(&[]),
        _ => value.as_array().ok_or_else(|| {
            Error::new(Code::InvalidArticle, path, "An array is needed here: see the schema of lamplit/1.")
        }),
    }
}

fn authors(value: &Value, path: &Path, notes: &mut Notes) -> Vec<Author> {
    let one = core::slice::from_ref(value);
    let several = value.as_array().unwrap_or(one);
    let mut authors = Vec::new();
    for (index, author) in several.iter().enumerate() {
        let element = path.index(index);
        let path = if value.as_array().is_some() { &element } else { path };
        if let Some(name) = string_of(author).or_else(|| string(author, "name")) {
            authors.push(Author { name, url: notes.link(author, "url", path) });
        }
    }
    authors
}

fn dateline(value: &Value) -> Option<Dateline> {
    value.as_object()?;
    Some(Dateline {
        text: string(value, "text").unwrap_or_default(),
        agency: string(value, "agency"),
        place: string(value, "place"),
        day: string(value, "day"),
        reporters: items(value, "reporters").iter().filter_map(string_of).collect(),
    })
}

fn warning(value: &Value) -> Warning {
    let part = |key| string(value, key).unwrap_or_default();
    Warning { code: part("code"), path: part("path"), message: part("message") }
}

fn cards(value: &Value, path: &Path, notes: &mut Notes) -> Result<Vec<Card>, Error> {
    let mut cards = Vec::new();
    for (index, item) in array(value, path)?.iter().enumerate() {
        let path = path.index(index);
        match card(item, &path, notes) {
            Some(card) => cards.push(card),
            None => notes.warn("empty-card", &path, "A card needs a title; it was dropped."),
        }
    }
    Ok(cards)
}

fn card_list(value: &Value, path: &Path, notes: &mut Notes) -> Result<CardList, Error> {
    let kind = match value.get("kind").and_then(Value::as_str) {
        Some("related") => Some(ListKind::Related),
        Some("popular") => Some(ListKind::Popular),
        _ => None,
    };
    let items = match value.get("items") {
        Some(items) => cards(items, &path.key("items"), notes)?,
        None => Vec::new(),
    };
    Ok(CardList { title: string(value, "title"), kind, items })
}
