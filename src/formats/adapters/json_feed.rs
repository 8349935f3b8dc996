//! JSON Feed: the first item is the article, the others are related.

use crate::article::{Article, Author, Block, Card, Inline, Media, MediaSource, Paragraph, Picture, Site, Source};
use crate::error::Error;
use crate::formats::notes::{Notes, items, string};
use crate::html;
use crate::parse::{Path, Value};

use super::meta::address::{self, Kind, bare, file, first_link, host, link, media, written};
use super::meta::graph::Graph;
use super::meta::people::authors_of;
use super::meta::picture::{hero, picture, shows};
use super::meta::when::date;
use super::meta::words::{beginning, field, keywords, raw};
use super::meta::{paragraphs, refuse, settle};

/// Whether `value` is such a document: by its version, which some write without its address.
pub fn knows(value: &Value) -> bool {
    let Some(version) = value.get("version") else { return false };
    if version.as_str().is_some_and(|version| version.contains("jsonfeed.org/version")) {
        return true;
    }
    let bare = string(value, "version").is_some_and(|version| matches!(version.as_str(), "1" | "1.0" | "1.1"));
    let is_item =
        |item: &Value| ["content_html", "content_text", "url", "id", "title"].iter().any(|key| item.get(key).is_some());
    bare && value.get("items").and_then(Value::as_array).is_some_and(|items| items.first().is_none_or(is_item))
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`] at its items, where there is none.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let at = path.key("items");
    let mut feed = items(value, "items").iter().enumerate().filter(|(_, item)| item.as_object().is_some());
    let (index, item) =
        feed.next().ok_or_else(|| refuse(&at, "The feed has no items: the first one is the article."))?;
    let mut article = self::item(item, &at.index(index), notes);
    for (index, other) in feed {
        article.related.push(card(other, &at.index(index), notes));
    }
    let by_feed = authors(value, path, notes);
    if article.authors.is_empty() {
        article.authors = by_feed;
    } else {
        // An item may name an author by address only.
        for author in &mut article.authors {
            if let Some(known) = by_feed.iter().find(|known| known.url.is_some() && known.url == author.url) {
                author.name.clone_from(&known.name);
            }
        }
    }
    article.lang = article.lang.or_else(|| notes.language(value.get("language"), &path.key("language")));
    let home = first_link(value, &["home_page_url"], path, notes);
    let name = field(value, "title").or_else(|| Some(host(home.as_ref()?.as_str())?.to_owned()));
    article.site = name.map(|name| Site { name, home });
    article.next = first_link(value, &["next_url"], path, notes);
    Ok(article)
}

fn item(item: &Value, path: &Path, notes: &mut Notes) -> Article {
    let mut article = Article {
        id: string(item, "id"),
        title: field(item, "title").unwrap_or_default(),
        summary: field(item, "summary"),
        lang: notes.language(item.get("language"), &path.key("language")),
        published: date(item, "date_published", path, notes),
        modified: date(item, "date_modified", path, notes),
        authors: authors(item, path, notes),
        tags: item.get("tags").map(keywords).unwrap_or_default(),
        blocks: body(item, path, notes),
        url: address_of(item, path, notes),
        ..Article::default()
    };
    attachments(item, path, notes, &mut article.blocks);
    if let Some(url) = first_link(item, &["external_url"], path, notes) {
        if article.url.is_none() {
            article.url = Some(url);
        } else if article.url.as_ref() != Some(&url) {
            let name = host(url.as_str()).unwrap_or_else(|| bare(url.as_str())).to_owned();
            article.source = Some(Source { name, url: Some(url) });
        }
    }
    let above = shot(item, &["banner_image", "image"], path, notes);
    hero(&mut article, above);
    settle(&mut article, "title", path, notes);
    article
}

/// The item's page. Its identifier is often the same, and at times the only one.
fn address_of(item: &Value, path: &Path, notes: &mut Notes) -> Option<crate::article::SafeUrl> {
    let id = raw(item, "id").filter(|id| id.starts_with("http://") || id.starts_with("https://"));
    first_link(item, &["url"], path, notes)
        .or_else(|| link(item.get("id").filter(|_| id.is_some())?, &path.key("id"), notes))
}

fn authors(value: &Value, path: &Path, notes: &mut Notes) -> Vec<Author> {
    // 1.1 has `authors`; 1.0 had `author`, which many write beside it.
    authors_of(value, &["authors", "author"], &Graph::default(), path, notes)
}

fn shot(item: &Value, keys: &[&str], path: &Path, notes: &mut Notes) -> Option<Picture> {
    keys.iter().find_map(|key| picture(item.get(key)?, &Graph::default(), &path.key(key), notes))
}

fn body(item: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    match raw(item, "content_html") {
        Some(markup) => html::blocks(markup, &path.key("content_html"), notes),
        None => raw(item, "content_text").map(paragraphs).unwrap_or_default(),
    }
}

fn attachments(item: &Value, path: &Path, notes: &mut Notes, blocks: &mut Vec<Block>) {
    let path = path.key("attachments");
    // Attachments of one title are one thing in several encodings.
    let mut last: Option<(Kind, String)> = None;
    for (index, attachment) in items(item, "attachments").iter().enumerate() {
        let path = path.index(index);
        let Some(url) = attachment.get("url").and_then(written) else { continue };
        let mime = string(attachment, "mime_type");
        let kind = address::kind(mime.as_deref(), &url);
        let title = field(attachment, "title");
        if kind == Kind::Other {
            if let Some(url) = first_link(attachment, &["url"], &path, notes) {
                let name = title.unwrap_or_else(|| file(url.as_str()).to_owned());
                let content = vec![Inline::Link { url, content: vec![Inline::text(name)] }];
                blocks.push(Block::Paragraph(Paragraph { content, ..Paragraph::default() }));
            }
            continue;
        }
        let Some(src) = attachment.get("url").and_then(|url| media(url, &path.key("url"), notes)) else { continue };
        // Looking for each of thousands would take the square of them.
        if index < 100 && shows(blocks, &src) {
            continue;
        }
        let of_last = last.take().is_some_and(|(of, name)| of == kind && title.as_ref() == Some(&name));
        last = title.clone().map(|title| (kind, title));
        let source = MediaSource { src, mime };
        if kind == Kind::Image {
            blocks.push(Block::Image(Picture { src: Some(source.src), caption: title, ..Picture::default() }));
            continue;
        }
        match blocks.last_mut() {
            Some(Block::Audio(media) | Block::Video(media)) if of_last => media.sources.push(source),
            _ => {
                let media = Media { sources: vec![source], title, ..Media::default() };
                blocks.push(if kind == Kind::Audio { Block::Audio(media) } else { Block::Video(media) });
            }
        }
    }
}

/// Characters of a title that was taken from the text.
const TITLE: usize = 60;
/// Characters of an excerpt.
const EXCERPT: usize = 200;

fn card(item: &Value, path: &Path, notes: &mut Notes) -> Card {
    let url = address_of(item, path, notes).or_else(|| first_link(item, &["external_url"], path, notes));
    let summary = field(item, "summary");
    let text = || {
        let markup = raw(item, "content_html").map(html::text);
        markup.filter(|text| !text.is_empty()).or_else(|| field(item, "content_text"))
    };
    let excerpt = summary.or_else(text).unwrap_or_default();
    let title = field(item, "title").unwrap_or_else(|| beginning(&excerpt, TITLE));
    let excerpt = Some(beginning(&excerpt, EXCERPT)).filter(|excerpt| !excerpt.is_empty() && *excerpt != title);
    Card {
        title,
        excerpt,
        src: address::json(url.as_ref()),
        url,
        image: shot(item, &["image", "banner_image"], path, notes),
        published: date(item, "date_published", path, notes),
        tags: item.get("tags").map(keywords).unwrap_or_default(),
        ..Card::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::adapters::sample::{self, value};

    fn article(json: &str) -> (Article, Notes) {
        sample::article(knows, read, json)
    }

    #[test]
    fn feeds_are_known_by_their_version() {
        for (json, known) in [
            (r#"{"version":"https://jsonfeed.org/version/1.1"}"#, true),
            (r#"{"version":"1.0","items":[{"content_text":"x"}]}"#, true),
            (r#"{"version":1.1,"items":[]}"#, true),
            (r#"{"version":"1.0","items":[{"type":"x"}]}"#, false),
            (r#"{"version":"1.0"}"#, false),
            (r#"{"items":[{"id":1}]}"#, false),
            ("[]", false),
        ] {
            assert_eq!(knows(&value(json)), known, "{json}");
        }
    }

    #[test]
    fn the_first_item_is_the_article() {
        let (article, mut notes) = article(
            r#"{"version":"https://jsonfeed.org/version/1.1","title":"Lamp Post","home_page_url":"https://lamp.example/",
            "language":"en","next_url":"/feed2.json","authors":[{"name":"Ada","url":"https://lamp.example/ada"}],"items":[
            {"id":"https://lamp.example/1","title":"Trimming","content_text":"One.\n\nTwo.","summary":"On wicks.",
             "external_url":"https://www.wick.example/x","banner_image":"/b.jpg","image":"/i.jpg","tags":["lamp"],
             "date_published":"Tue, 04 Mar 2031 05:06:07 GMT","authors":[{"url":"https://lamp.example/ada"}],
             "attachments":[{"url":"/t.mp3","mime_type":"audio/mpeg","title":"Talk"},{"url":"/t.ogg","title":"Talk"},
              {"url":""},{"url":"/plan.pdf","mime_type":"application/pdf"},{"url":"javascript:x","mime_type":"audio/mpeg"}]},
            {"id":"2","content_text":"A second text without a title.","url":"https://lamp.example/2.json"},
            {"id":"3","title":"Third","summary":"Short.","image":"/3.jpg","date_published":"2031-03-03"}]}"#,
        );
        assert_eq!(article.title, "Trimming");
        assert_eq!(article.url.as_ref().map(|url| url.as_str()), Some("https://lamp.example/1"));
        assert_eq!(article.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(), ["Ada"]);
        assert_eq!(article.published.map(|at| at.iso()).as_deref(), Some("2031-03-04T05:06:07Z"));
        assert_eq!(article.source.map(|source| source.name).as_deref(), Some("wick.example"));
        assert_eq!(article.site.map(|site| site.name).as_deref(), Some("Lamp Post"));
        assert_eq!(
            article.hero.and_then(|hero| hero.src).map(|src| src.as_str().to_owned()).as_deref(),
            Some("/b.jpg")
        );
        assert_eq!(article.lang.as_deref(), Some("en"));
        assert_eq!(article.next.map(|next| next.as_str().to_owned()).as_deref(), Some("/feed2.json"));
        assert_eq!(article.blocks.len(), 4);
        let Some(Block::Audio(talk)) = article.blocks.get(2) else { panic!("{:?}", article.blocks) };
        assert_eq!(talk.sources.len(), 2);
        let titles: Vec<&str> = article.related.iter().map(|card| card.title.as_str()).collect();
        assert_eq!(titles, ["A second text without a title.", "Third"]);
        assert!(article.related.iter().map(|card| card.src.is_some()).eq([true, false]));
        let codes: Vec<(String, String)> =
            notes.take().into_iter().map(|warning| (warning.code, warning.path)).collect();
        assert_eq!(codes, [("unsafe-url".to_owned(), "$.items[0].attachments[4].url".to_owned())]);
    }

    #[test]
    fn a_feed_without_items_is_refused_at_them() {
        for json in [
            r#"{"version":"https://jsonfeed.org/version/1","items":[]}"#,
            r#"{"version":"https://jsonfeed.org/version/1"}"#,
        ] {
            let error = read(&value(json), &Path::root(), &mut Notes::default()).unwrap_err();
            assert_eq!((error.code.as_str(), error.path.as_str()), ("invalid-article", "$.items"));
        }
    }

    #[test]
    fn an_item_may_have_next_to_nothing() {
        let (article, mut notes) = article(r#"{"version":"1.0","items":[{"content_text":"Words."}]}"#);
        assert_eq!((article.title.as_str(), article.blocks.len()), ("", 1));
        assert_eq!(notes.take().first().map(|warning| warning.path.clone()).as_deref(), Some("$.items[0].title"));
    }
}
