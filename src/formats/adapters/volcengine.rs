//! Volcengine, and what Toutiao hands on in the same form.

use crate::article::{Article, Author, Card, Moment, Picture, Site, Source};
use crate::error::{Code, Error};
use crate::formats::notes::{Notes, items, string, whole};
use crate::parse::{Path, Value};

use super::meta::block::{html_blocks, html_line, line, names};
use super::meta::picture::{self, picture_url};
use super::meta::when::date;

/// Whether `value` is such a document.
pub fn knows(value: &Value) -> bool {
    holder(value).is_some()
}

/// The object with the articles, and the members that lead to it.
fn holder(value: &Value) -> Option<(&Value, Vec<&'static str>)> {
    const ENVELOPES: [&str; 4] = ["Result", "Data", "Response", "Article"];
    let mut value = value;
    let mut way = Vec::new();
    for _ in 0..3 {
        if is(value) {
            return Some((value, way));
        }
        let key = ENVELOPES.iter().find(|key| value.get(key).is_some())?;
        value = value.get(key)?;
        way.push(*key);
    }
    is(value).then_some((value, way))
}

fn is(value: &Value) -> bool {
    let article =
        |one: &Value| one.get("Title").is_some() && (one.get("Content").is_some() || one.get("Abstract").is_some());
    value
        .get("Articles")
        .and_then(Value::as_array)
        .is_some_and(|list| list.is_empty() || list.iter().take(4).any(article))
}

/// Reads such a document.
///
/// # Errors
/// [`Code::InvalidArticle`] where the list of articles is empty.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let Some((value, way)) = holder(value) else { return Ok(Article::default()) };
    descend(value, &way, path, notes)
}

/// Goes on along the path; a path points to the one before, so each step is a call.
fn descend(value: &Value, way: &[&str], path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    if let Some((key, way)) = way.split_first() {
        return descend(value, way, &path.key(key), notes);
    }
    let at = path.key("Articles");
    let Some((first, others)) = items(value, "Articles").split_first() else {
        return Err(Error::new(Code::InvalidArticle, at, "The answer holds no article: ask for one that is there."));
    };
    let mut article = one(first, &at.index(0), notes);
    let others = others.iter().enumerate();
    article.related = others.filter_map(|(index, it)| card(it, &at.index(index + 1), notes)).collect();
    Ok(article)
}

fn one(value: &Value, path: &Path, notes: &mut Notes) -> Article {
    let blocks = html_blocks(value, "Content", path, notes);
    let author_at = path.key("Author");
    let authors = match value.get("Author") {
        Some(Value::String(name)) => vec![Author { name: name.trim().to_owned(), url: None }],
        Some(author) => ["AuthorName", "Name"]
            .iter()
            .find_map(|key| line(author, key))
            .map(|name| Author { name, url: notes.link(author, "HomePage", &author_at) })
            .into_iter()
            .collect(),
        None => Vec::new(),
    };
    Article {
        id: ["ArticleId", "GroupId", "Id"].iter().find_map(|key| string(value, key)),
        title: html_line(value, "Title").unwrap_or_default(),
        subtitle: html_line(value, "SubTitle"),
        summary: html_line(value, "Abstract"),
        url: address(value, path, notes),
        authors: authors.into_iter().filter(|author| !author.name.is_empty()).collect(),
        published: published(value, path, notes),
        modified: date(value, "UpdateTime", path, notes),
        source: html_line(value, "SourceName")
            .or_else(|| html_line(value, "Source"))
            .map(|name| Source { name, url: None }),
        site: html_line(value, "SiteName").map(|name| Site { name, home: None }),
        section: line(value, "Category").or_else(|| line(value, "CategoryName")),
        tags: tags(value),
        stats: crate::article::Stats {
            views: whole(value, "ReadCount"),
            comments: whole(value, "CommentCount"),
            likes: whole(value, "LikeCount").or_else(|| whole(value, "DiggCount")),
        },
        hero: picture::above(cover(value, path, notes), &blocks),
        blocks,
        ..Article::default()
    }
}

fn published(value: &Value, path: &Path, notes: &mut Notes) -> Option<Moment> {
    ["PublishTime", "CreateTime"].iter().find_map(|key| date(value, key, path, notes))
}

fn address(value: &Value, path: &Path, notes: &mut Notes) -> Option<crate::article::SafeUrl> {
    ["ArticleUrl", "ArticleURL", "ShareUrl", "ShareURL", "Url", "URL"]
        .iter()
        .find_map(|key| notes.link(value, key, path))
}

fn tags(value: &Value) -> Vec<String> {
    let tags = names(value, "Tags", &["Name", "TagName"]);
    if tags.is_empty() { names(value, "Keywords", &["Name"]) } else { tags }
}

/// The first of the covers.
fn cover(value: &Value, path: &Path, notes: &mut Notes) -> Option<Picture> {
    let at = path.key("CoverImages");
    let cover = items(value, "CoverImages").first()?;
    let at = at.index(0);
    if cover.as_str().is_some() {
        let src = crate::article::SafeUrl::media(cover.as_str()?)?;
        return Some(Picture { src: Some(src), ..Picture::default() });
    }
    let src = ["Url", "URL", "url"].iter().find_map(|key| picture_url(cover, key, &at, notes))?;
    Some(Picture { src: Some(src), width: whole(cover, "Width"), height: whole(cover, "Height"), ..Picture::default() })
}

fn card(value: &Value, path: &Path, notes: &mut Notes) -> Option<Card> {
    Some(Card {
        title: html_line(value, "Title")?,
        excerpt: html_line(value, "Abstract"),
        url: address(value, path, notes),
        image: cover(value, path, notes),
        site: html_line(value, "SourceName"),
        published: published(value, path, notes),
        tags: tags(value),
        ..Card::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Block;
    use crate::{Limits, parse::parse};

    const LIST: &str = r#"{"Articles":[{"ArticleId":7,"Title":"一壶茶","Abstract":"温壶","Content":"<p>先温壶。</p>","Author":{"AuthorName":"李雷"},
        "CoverImages":[{"Url":"https://a.example/t.jpg","Width":600,"Height":400}],"PublishTime":1704164645,"SourceName":"茶报","Tags":["茶",{"Name":"壶"}],"Keywords":"x"},
        {"Title":"茶杯","Abstract":"杯","Content":"","CoverImages":[{"URL":"https://a.example/c.jpg"}],"PublishTime":"1704164645"}]}"#;

    fn import(json: &str) -> Result<Article, Error> {
        let value = parse(json.as_bytes(), Limits::default()).unwrap();
        assert!(knows(&value), "{json}");
        read(&value, &Path::root(), &mut Notes::default())
    }

    #[test]
    fn the_first_is_read_and_the_others_are_offered() {
        for json in [LIST.to_owned(), [r#"{"ResponseMetadata":{},"Result":{"Data":"#, LIST, "}}"].concat()] {
            let article = import(&json).unwrap();
            assert_eq!((article.id.as_deref(), article.title.as_str()), (Some("7"), "一壶茶"));
            assert_eq!(article.authors, [Author { name: "李雷".into(), url: None }]);
            assert_eq!(article.published.map(|m| m.iso()).as_deref(), Some("2024-01-02T03:04:05Z"));
            assert_eq!(article.hero.and_then(|hero| hero.width), Some(600));
            assert_eq!(article.tags, ["茶", "壶"]);
            assert_eq!(article.blocks, [Block::paragraph("先温壶。")]);
            let card = article.related.first().unwrap();
            assert_eq!((card.title.as_str(), card.image.is_some(), card.published.is_some()), ("茶杯", true, true));
        }
    }

    #[test]
    fn an_empty_list_is_refused() {
        let error = import(r#"{"Result":{"Articles":[]}}"#).err();
        assert_eq!(error.map(|error| error.path).as_deref(), Some("$.Result.Articles"));
        for json in [r#"{"Articles":[{"a":1}]}"#, r#"{"Result":{"Result":{"Result":{"Result":{}}}}}"#, "[]"] {
            assert!(!knows(&parse(json.as_bytes(), Limits::default()).unwrap()), "{json}");
        }
    }
}
