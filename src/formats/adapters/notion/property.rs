//! The properties of a page: databases name them as they like, so the usual names are tried.

use crate::article::{Article, Author, Moment, Picture};
use crate::formats::notes::{Notes, string};
use crate::parse::{Path, Value};

/// The headline of a page: the one property that is of the type `title`.
pub fn title(page: &Value) -> Option<String> {
    let properties = page.get("properties")?.as_object()?;
    // A database has its own beside them.
    let title = page.get("title").or_else(|| properties.iter().find_map(|(_, property)| property.get("title")))?;
    Some(plain(title)).filter(|text| !text.trim().is_empty())
}

/// Reads what a page says about itself.
pub fn read(page: &Value, path: &Path, article: &mut Article, notes: &mut Notes) {
    article.id = string(page, "id");
    article.title = title(page).unwrap_or_default();
    article.url = notes.link(page, "public_url", path);
    article.published = string(page, "created_time").and_then(|raw| Moment::parse(&raw));
    article.modified = string(page, "last_edited_time").and_then(|raw| Moment::parse(&raw));
    if let Some(cover) = page.get("cover") {
        let kind = cover.get("type").and_then(Value::as_str).unwrap_or("external");
        let path = path.key("cover");
        let src = cover.get(kind).and_then(|file| notes.media(file, "url", &path.key(kind)));
        article.hero = src.map(|src| Picture { src: Some(src), ..Picture::default() });
    }
    let properties = page.get("properties").and_then(Value::as_object).unwrap_or_default();
    for (name, property) in properties {
        let words = words(property);
        let Some(first) = words.first().filter(|first| !first.trim().is_empty()) else { continue };
        match name.to_lowercase().as_str() {
            "author" | "authors" | "by" | "byline" | "written by" | "作者" => {
                article.authors = words.iter().map(|name| Author { name: name.clone(), url: None }).collect();
            }
            "date" | "published" | "publish date" | "published at" | "publish_date" | "publication date" | "日期" => {
                article.published = Moment::parse(first).or_else(|| article.published.take());
            }
            "updated" | "updated at" | "modified" => {
                article.modified = Moment::parse(first).or_else(|| article.modified.take());
            }
            "tags" | "tag" | "keywords" | "topics" | "标签" => article.tags.clone_from(&words),
            "category" | "categories" | "section" | "分类" => article.section = Some(first.clone()),
            "subtitle" | "dek" => article.subtitle = Some(first.clone()),
            "description" | "summary" | "excerpt" | "abstract" | "摘要" => article.summary = Some(first.clone()),
            "language" | "lang" => {
                article.lang = notes.language(Some(&Value::String(first.clone())), &path.key("properties"));
            }
            _ => {}
        }
    }
}

/// What a property says: one text, or several names.
fn words(property: &Value) -> Vec<String> {
    let kind = property.get("type").and_then(Value::as_str).unwrap_or_default();
    let Some(held) = property.get(kind) else { return Vec::new() };
    match kind {
        "title" | "rich_text" => vec![plain(held)],
        "multi_select" | "people" => {
            held.as_array().unwrap_or_default().iter().filter_map(|one| string(one, "name")).collect()
        }
        "select" | "status" | "created_by" | "last_edited_by" => string(held, "name").into_iter().collect(),
        "date" => string(held, "start").into_iter().collect(),
        "created_time" | "last_edited_time" | "url" => string(property, kind).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn plain(texts: &Value) -> String {
    texts.as_array().unwrap_or_default().iter().map(super::rich_text::plain_text).collect()
}
