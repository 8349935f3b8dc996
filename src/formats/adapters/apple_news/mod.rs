//! Apple News Format.

mod component;
mod media;
mod rules;
mod table;
#[cfg(test)]
mod tests;
mod text;

use crate::article::{Article, Picture};
use crate::error::{Code, Error};
use crate::formats::notes::{Notes, string};
use crate::parse::{Path, Value};

use super::meta::block::{author, line, names};
use super::meta::picture::{self, picture_url};
use super::meta::unknown::same;
use super::meta::when::date;
use component::Body;

/// Whether `value` is such a document: it has components with roles, or the members that every document must have.
pub fn knows(value: &Value) -> bool {
    let with_role = |component: &Value| component.get("role").and_then(Value::as_str).is_some();
    let components = value.get("components").and_then(Value::as_array);
    let marked = value.get("componentTextStyles").is_some()
        || (value.get("identifier").is_some()
            && value.get("layout").is_some_and(|layout| layout.get("columns").is_some()));
    marked || components.is_some_and(|components| components.iter().take(4).any(with_role))
}

/// Reads such a document.
///
/// # Errors
/// [`Code::InvalidArticle`], with its path, where the document has no components, a component no role or a table no HTML,
/// and where it breaks one of the [`rules`].
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let at = path.key("components");
    let components = value.get("components").and_then(Value::as_array).filter(|components| !components.is_empty());
    let Some(components) = components else {
        let message = "The document has no components: give it at least one, such as a body.";
        return Err(Error::new(Code::InvalidArticle, at, message));
    };
    let mut article = Article {
        id: string(value, "identifier"),
        title: line(value, "title").unwrap_or_default(),
        subtitle: line(value, "subtitle"),
        lang: notes.language(value.get("language"), &path.key("language")),
        ..Article::default()
    };
    let meta = value.get("metadata").unwrap_or(&Value::Null);
    let meta_at = path.key("metadata");
    rules::head(meta, &meta_at)?;
    article.authors = names(meta, "authors", &["name"]).into_iter().map(author).collect();
    article.tags = names(meta, "keywords", &[]);
    article.published = date(meta, "datePublished", &meta_at, notes);
    article.modified = date(meta, "dateModified", &meta_at, notes);
    article.url = notes.link(meta, "canonicalURL", &meta_at);

    let mut body = Body::new(value, article);
    let blocks = body.components(components, &at, notes)?;
    let mut article = body.article;
    article.subtitle = article.subtitle.filter(|subtitle| !same(subtitle, &article.title));
    let said = |line: &str| {
        [Some(article.title.as_str()), article.subtitle.as_deref()].into_iter().flatten().any(|it| same(it, line))
    };
    article.summary =
        line(meta, "excerpt").filter(|excerpt| !said(excerpt) && !body.openings.iter().any(|it| same(it, excerpt)));
    // A thumbnail that lies in the bundle is no loss to the text, and nothing to be warned of twice.
    let thumbnail = meta.get("thumbnailURL").and_then(Value::as_str).filter(|url| !url.starts_with("bundle:"));
    if thumbnail.is_some() {
        let src = picture_url(meta, "thumbnailURL", &meta_at, notes);
        article.hero = picture::above(Some(Picture { src, ..Picture::default() }), &blocks);
    }
    article.blocks = blocks;
    Ok(article)
}
