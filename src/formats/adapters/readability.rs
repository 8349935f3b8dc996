//! Readability / Mercury.

use crate::article::{Article, Site};
use crate::error::Error;
use crate::formats::notes::Notes;
use crate::parse::{Path, Value};

use super::meta::address::first_link;
use super::meta::graph::Graph;
use super::meta::people::{authors_of, byline};
use super::meta::picture::{hero, picture};
use super::meta::when::first_date;
use super::meta::words::{field, first, raw};
use super::meta::{body, direction, paragraphs, settle};

/// Whether `value` is such a document: a body beside what only these two call so.
pub fn knows(value: &Value) -> bool {
    let has = |key: &str| value.get(key).is_some();
    let text = |key: &str| value.get(key).is_some_and(|value| value.as_str().is_some());
    let marks = has("byline")
        || has("siteName")
        || has("textContent")
        || has("word_count")
        || has("lead_image_url") && has("date_published")
        || has("dek") && has("domain");
    marks && (text("content") || text("textContent"))
}

/// Reads such a document.
///
/// # Errors
/// None.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let blocks = match raw(value, "content") {
        Some(content) => body(content, &path.key("content"), notes),
        None => raw(value, "textContent").map(paragraphs).unwrap_or_default(),
    };
    let byline = field(value, "byline").map(|line| byline(&line)).filter(|authors| !authors.is_empty());
    let mut article = Article {
        title: field(value, "title").unwrap_or_default(),
        subtitle: field(value, "dek"),
        summary: field(value, "excerpt"),
        url: first_link(value, &["url"], path, notes),
        lang: notes.language(value.get("lang"), &path.key("lang")),
        dir: direction(value, "dir").or_else(|| direction(value, "direction")),
        published: first_date(value, &["publishedTime", "date_published"], path, notes),
        authors: byline.unwrap_or_else(|| authors_of(value, &["author"], &Graph::default(), path, notes)),
        site: first(value, &["siteName", "domain"]).map(|name| Site { name, home: None }),
        blocks,
        ..Article::default()
    };
    let lead = value.get("lead_image_url");
    let lead = lead.and_then(|url| picture(url, &Graph::default(), &path.key("lead_image_url"), notes));
    hero(&mut article, lead);
    if raw(value, "next_page_url").is_some() {
        notes.warn("next-page", &path.key("next_page_url"), "The article goes on at this address, which is not read.");
    }
    settle(&mut article, "title", path, notes);
    Ok(article)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, parse::parse};

    fn article(json: &str) -> (Article, Notes) {
        let value = parse(json.as_bytes(), Limits::default()).unwrap();
        assert!(knows(&value));
        let mut notes = Notes::default();
        (read(&value, &Path::root(), &mut notes).unwrap(), notes)
    }

    #[test]
    fn readability_may_leave_everything_null() {
        let (article, mut notes) = article(
            r#"{"title":"Wicks","byline":null,"dir":null,"lang":"en","content":"<p>Trim them.</p>","siteName":null,
            "publishedTime":null,"excerpt":"How to trim."}"#,
        );
        assert_eq!(article.title, "Wicks");
        assert_eq!(article.summary.as_deref(), Some("How to trim."));
        assert_eq!((article.authors.len(), article.site, article.published, article.dir), (0, None, None, None));
        assert_eq!(article.blocks.len(), 1);
        assert_eq!(notes.take(), []);
    }

    #[test]
    fn a_byline_is_read_as_names() {
        let (article, _) =
            article(r#"{"title":"Wicks","byline":"By Ann Lee and Bo Rae","content":"<p>Trim them.</p>"}"#);
        assert_eq!(
            article.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(),
            ["Ann Lee", "Bo Rae"]
        );
    }

    #[test]
    fn mercury_has_its_own_names() {
        let (article, mut notes) = article(
            r#"{"title":"Wicks","author":"Ada","date_published":"2031-03-04T05:06:07.000Z","dek":"A guide","domain":"lamp.example",
            "lead_image_url":"https://lamp.example/a.jpg","next_page_url":"https://lamp.example/2","url":"https://lamp.example/1",
            "excerpt":"Trim","word_count":2,"direction":"rtl","content":"<div>Trim them.</div>"}"#,
        );
        assert_eq!(article.authors.first().map(|author| author.name.as_str()), Some("Ada"));
        assert_eq!(article.subtitle.as_deref(), Some("A guide"));
        assert_eq!(article.site.map(|site| site.name).as_deref(), Some("lamp.example"));
        assert_eq!(article.dir, Some(crate::article::Dir::Rtl));
        assert!(article.hero.is_some());
        assert_eq!(article.summary, None, "it is the opening of the text");
        assert_eq!(notes.take().first().map(|warning| warning.code.clone()).as_deref(), Some("next-page"));
    }

    #[test]
    fn a_body_alone_is_no_mark() {
        for json in
            [r#"{"content":"<p>x</p>","title":"y"}"#, r#"{"content":["x"],"byline":null}"#, "[]", r#"{"byline":"x"}"#]
        {
            assert!(!knows(&parse(json.as_bytes(), Limits::default()).unwrap()), "{json}");
        }
    }
}
