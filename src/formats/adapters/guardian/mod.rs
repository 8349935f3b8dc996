//! The Guardian: its Content API and the documents that its pages are rendered from.

mod body;
mod content;
mod element;
mod media;
mod page;
#[cfg(test)]
mod tests;

use crate::article::{Article, Author};
use crate::error::{Code, Error};
use crate::formats::notes::{Notes, items};
use crate::html;
use crate::parse::{Path, Value};

/// Whether `value` is such a document.
pub fn knows(value: &Value) -> bool {
    let text = |key: &str| value.get(key).is_some_and(|member| member.as_str().is_some());
    is_page(value) || answer(value).is_some() || text("webTitle") && (text("apiUrl") || text("sectionId"))
}

/// Whether `value` is what a page is rendered from.
fn is_page(value: &Value) -> bool {
    let block = items(value, "blocks").first().map_or(&[][..], |block| items(block, "elements"));
    let elements = block.iter().chain(items(value, "mainMediaElements")).take(4);
    elements.filter_map(|element| element.get("_type")?.as_str()).any(|kind| kind.starts_with("model.dotcomrendering"))
}

/// The answer of the Content API.
fn answer(value: &Value) -> Option<&Value> {
    let answer = value.get("response")?;
    let holds = ["content", "results", "editorsPicks", "mostViewed"].iter().any(|key| answer.get(key).is_some());
    (answer.get("status")?.as_str().is_some() && holds).then_some(answer)
}

/// Reads such a document.
///
/// # Errors
/// [`Code::InvalidArticle`] where an answer holds no article.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    if is_page(value) {
        return Ok(page::read(value, path, notes));
    }
    let Some(answer) = answer(value) else { return Ok(content::read(value, path, notes)) };
    let path = path.key("response");
    let mut lists = [
        ("results", None),
        ("relatedContent", None),
        ("storyPackage", None),
        ("editorsPicks", None),
        ("mostViewed", None),
    ];
    let mut article = match answer.get("content") {
        Some(one) => content::read(one, &path.key("content"), notes),
        None => {
            let first = lists.iter_mut().find_map(|(key, skipped)| {
                let first = items(answer, key).first()?;
                *skipped = Some(0);
                Some((first, *key))
            });
            let Some((first, key)) = first else {
                let message = "The answer holds no article: ask for one that is there.";
                return Err(Error::new(Code::InvalidArticle, path.key("results"), message));
            };
            let at = path.key(key);
            content::read(first, &at.index(0), notes)
        }
    };
    for (key, skipped) in lists {
        let at = path.key(key);
        let others = items(answer, key).iter().enumerate().filter(|(index, _)| Some(*index) != skipped);
        article.related.extend(others.filter_map(|(index, other)| content::card(other, &at.index(index), notes)));
    }
    Ok(article)
}

/// More people than any byline names.
const MANY: usize = 32;

/// The authors: those whose names the byline is made of, each with a page; a byline that says more is kept as it is written.
fn authors(byline: Option<&str>, known: Vec<Author>) -> Vec<Author> {
    let byline = byline.map(html::text).filter(|byline| !byline.is_empty());
    let Some(byline) = byline else { return known };
    let mut rest = byline.clone();
    for author in known.iter().take(MANY) {
        if let Some((before, after)) = rest.split_once(author.name.as_str()) {
            rest = [before, " ", after].concat();
        }
    }
    let says_more =
        rest.split(|c: char| !c.is_alphanumeric()).any(|word| !matches!(word, "" | "and" | "with" | "by" | "By"));
    if known.is_empty() || says_more {
        let mut known = known.into_iter();
        let url = known.next().and_then(|author| author.url).filter(|_| known.next().is_none());
        return vec![Author { name: byline, url }];
    }
    known
}
