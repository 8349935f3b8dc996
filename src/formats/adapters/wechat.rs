//! WeChat freepublish.

use crate::article::{Article, Card, Picture, Source};
use crate::error::{Code, Error};
use crate::formats::notes::{Notes, items, string};
use crate::parse::{Path, Value};

use super::meta::address::first_link;
use super::meta::block::{author, html_blocks, html_line, line};
use super::meta::picture::{self, picture_url};
use super::meta::when::date;

/// Whether `value` is such a document: one publication, bare or in its envelope, or a page of them.
pub fn knows(value: &Value) -> bool {
    publication(value) || items(value, "item").iter().take(2).any(publication)
}

fn publication(value: &Value) -> bool {
    is(value) || value.get("content").is_some_and(is)
}

fn is(value: &Value) -> bool {
    value.get("news_item").is_some_and(|news| news.as_array().is_some())
}

/// Reads such a document.
///
/// # Errors
/// [`Code::InvalidArticle`] where a publication holds no article.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    if publication(value) {
        return read_one(value, path, notes);
    }
    let at = path.key("item");
    let mut publications = items(value, "item").iter().enumerate();
    let (index, first) = publications.next().unwrap_or((0, &Value::Null));
    let mut article = read_one(first, &at.index(index), notes)?;
    for (index, one) in publications {
        let at = at.index(index);
        let (news, key) = news(one);
        let at = at.key(key);
        let at = if key == "content" { at.key("news_item") } else { at };
        article.related.extend(news.iter().enumerate().filter_map(|(index, it)| card(it, &at.index(index), notes)));
    }
    Ok(article)
}

/// The articles of a publication, and the member that they stand in.
fn news(value: &Value) -> (&[Value], &'static str) {
    match value.get("content") {
        Some(content) if is(content) => (items(content, "news_item"), "content"),
        _ => (items(value, "news_item"), "news_item"),
    }
}

fn read_one(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let (news, key) = news(value);
    let at = path.key(key);
    let (holder, holder_at) =
        if key == "content" { (value.get("content").unwrap_or(value), &at) } else { (value, path) };
    let list_at = holder_at.key("news_item");
    let Some((first, others)) = news.split_first() else {
        let message = "The publication holds no article: give it at least one.";
        return Err(Error::new(Code::InvalidArticle, list_at, message));
    };
    let first_at = list_at.index(0);
    let mut article = one(first, &first_at, notes);
    article.id =
        string(value, "article_id").or_else(|| string(value, "publish_id")).or_else(|| string(value, "media_id"));
    let times = [(holder, holder_at), (value, path)];
    let mut time = |key| times.iter().find_map(|(value, path)| date(value, key, path, notes));
    let (created, updated) = (time("create_time"), time("update_time"));
    article.modified = updated.clone().filter(|_| created.is_some() && created != updated);
    article.published = created.or(updated);
    let others = others.iter().enumerate();
    article.related = others.filter_map(|(index, it)| card(it, &list_at.index(index + 1), notes)).collect();
    Ok(article)
}

fn one(value: &Value, path: &Path, notes: &mut Notes) -> Article {
    let blocks = html_blocks(value, "content", path, notes);
    Article {
        title: html_line(value, "title").unwrap_or_default(),
        summary: html_line(value, "digest"),
        url: first_link(value, &["url"], path, notes),
        authors: line(value, "author").map(author).into_iter().collect(),
        source: source(value, path, notes),
        hero: picture::above(cover(value, path, notes), &blocks),
        blocks,
        ..Article::default()
    }
}

/// Where the article was taken from. Only the address is known: its host stands for the name.
fn source(value: &Value, path: &Path, notes: &mut Notes) -> Option<Source> {
    let url = first_link(value, &["content_source_url"], path, notes)?;
    let (_, rest) = url.as_str().split_once("://")?;
    let name = rest.split(['/', '?', '#', ':']).next()?.to_owned();
    (!name.is_empty()).then_some(Source { name, url: Some(url) })
}

fn cover(value: &Value, path: &Path, notes: &mut Notes) -> Option<Picture> {
    // A cover is for the list of articles; the text shows it where the publisher says so, or does not say.
    if value.get("show_cover_pic").is_some_and(|shown| shown.as_u64() == Some(0) || shown.as_bool() == Some(false)) {
        return None;
    }
    picture_url(value, "thumb_url", path, notes).map(|src| Picture { src: Some(src), ..Picture::default() })
}

fn card(value: &Value, path: &Path, notes: &mut Notes) -> Option<Card> {
    Some(Card {
        title: html_line(value, "title")?,
        excerpt: html_line(value, "digest"),
        url: first_link(value, &["url"], path, notes),
        image: picture_url(value, "thumb_url", path, notes).map(|src| Picture { src: Some(src), ..Picture::default() }),
        ..Card::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Block;
    use crate::{Limits, parse::parse};

    const NEWS: &str = r#""news_item":[{"title":"一壶茶","author":"李雷","digest":"温壶","content":"<p>先温壶。</p>","content_source_url":"https://a.example/t?x",
        "thumb_url":"https://a.example/t.jpg","url":"https://a.example/s"},{"title":"茶杯","digest":"杯","url":"https://a.example/c","thumb_url":"https://a.example/c.jpg"}]"#;

    fn import(json: &str) -> Result<Article, Error> {
        let value = parse(json.as_bytes(), Limits::default()).unwrap();
        assert!(knows(&value), "{json}");
        read(&value, &Path::root(), &mut Notes::default())
    }

    #[test]
    fn the_first_is_read_and_the_others_are_offered() {
        for json in [
            ["{", NEWS, r#","create_time":1704164645,"update_time":1704164645}"#].concat(),
            [r#"{"article_id":"A","update_time":1704164645,"content":{"#, NEWS, "}}"].concat(),
            [r#"{"total_count":1,"item":[{"article_id":"A","content":{"#, NEWS, r#"},"update_time":1704164645}]}"#]
                .concat(),
        ] {
            let article = import(&json).unwrap();
            assert_eq!((article.title.as_str(), article.summary.as_deref()), ("一壶茶", Some("温壶")));
            assert_eq!(article.published.map(|m| m.iso()).as_deref(), Some("2024-01-02T03:04:05Z"), "{json}");
            assert_eq!((article.modified, article.hero.is_some()), (None, true));
            assert_eq!(article.source.map(|source| source.name).as_deref(), Some("a.example"));
            assert_eq!(article.blocks, [Block::paragraph("先温壶。")]);
            assert_eq!(article.related.iter().map(|card| card.title.as_str()).collect::<Vec<_>>(), ["茶杯"]);
        }
    }

    #[test]
    fn a_page_of_publications_offers_the_others() {
        let json = [r#"{"item":[{"content":{"#, NEWS, r#"}},{"content":{"#, NEWS, "}}]}"].concat();
        assert_eq!(import(&json).map(|article| article.related.len()), Ok(3));
    }

    #[test]
    fn an_empty_publication_is_refused() {
        let error = import(r#"{"content":{"news_item":[]}}"#).err();
        assert_eq!(error.map(|error| error.path).as_deref(), Some("$.content.news_item"));
    }

    #[test]
    fn an_address_is_not_in_the_words_of_html() {
        let json =
            r#"{"news_item":[{"title":"一壶茶","content":"<p>先温壶。</p>","url":"http://a.example/s?a=1&amp;b=2"}]}"#;
        let article = import(json).unwrap();
        assert_eq!(article.url.as_ref().map(|url| url.as_str()), Some("http://a.example/s?a=1&b=2"));
    }
}
