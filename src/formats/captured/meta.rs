//! What the meta line says, put into the article.

use crate::article::{Article, Author, Source};
use crate::formats::common::{name, word};
use crate::formats::notes::Notes;

use super::count;
use super::field::{Entry, Field};
use crate::formats::common::when;

/// What the article itself has no place for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Meta<'a> {
    /// The headline, where the author field holds it.
    pub headline: Option<&'a str>,
    /// Fields that are kept as lines of text, as written.
    pub left: Vec<&'a str>,
}

/// Puts `fields` into `article`.
pub fn read<'a>(fields: &[(Entry<'a>, &'a str)], article: &mut Article, notes: &mut Notes) -> Meta<'a> {
    let mut meta = Meta::default();
    for ((field, value), written) in fields {
        if value.is_empty() {
            continue;
        }
        let told = match field {
            Field::Published => date(value, &mut article.published, notes),
            Field::Modified => date(value, &mut article.modified, notes),
            Field::Author => author(value, article, &mut meta),
            Field::Source => put(&mut article.source, Some(Source { name: (*value).to_owned(), url: None })),
            Field::Views => put(&mut article.stats.views, count::number(value)),
            Field::Comments => put(&mut article.stats.comments, count::number(value)),
            Field::Likes => put(&mut article.stats.likes, count::number(value)),
            Field::Section => put(&mut article.section, Some((*value).to_owned())),
            Field::Tags => {
                let tags =
                    value.split([' ', '\u{3000}', ',', '，', '、', ';', '；', '|']).filter(|tag| !tag.is_empty());
                article.tags.extend(tags.map(str::to_owned));
                true
            }
            Field::Control => {
                notes.push(
                    "interface-text",
                    "$",
                    &format!("“{written}” belongs to the page, not to the article, and was dropped."),
                );
                true
            }
            Field::Other => false,
        };
        if !told {
            meta.left.push(written);
        }
    }
    meta
}

/// Fills an empty place; says whether it did.
fn put<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let free = place.is_none() && value.is_some();
    if free {
        *place = value;
    }
    free
}

fn date(value: &str, place: &mut Option<crate::article::Moment>, notes: &mut Notes) -> bool {
    let Some((moment, whole)) = when::moment(value) else {
        notes.push("unreadable-date", "$.published", "The date could not be read; it was kept as a line of text.");
        return false;
    };
    if !whole {
        notes.push("unreadable-date", "$.published", &format!("Only a part of “{value}” could be read as a date."));
    }
    put(place, Some(moment))
}

fn author<'a>(value: &'a str, article: &mut Article, meta: &mut Meta<'a>) -> bool {
    let people = name::names(value);
    if people.is_none() && is_headline(value) && meta.headline.is_none() {
        meta.headline = Some(value);
        return true;
    }
    let people = people.unwrap_or_else(|| vec![value.to_owned()]);
    for name in people {
        if !article.authors.iter().any(|author| author.name == name) {
            article.authors.push(Author { name, url: None });
        }
    }
    true
}

/// Whether a field that should hold a name is too long or too lively for one.
fn is_headline(value: &str) -> bool {
    word::columns(value) > 24 || value.ends_with(['?', '？', '!', '！', '。', '…'])
}
