//! Ghost: the Content API's `html`, and where the Admin API gives no HTML, what the editor wrote.

use std::borrow::Cow;

use crate::Limits;
use crate::article::{Article, Block, Card, Picture, SafeUrl};
use crate::error::Error;
use crate::formats::notes::{Notes, items, string};
use crate::html;
use crate::parse::{self, Path, Value};

use super::meta::address::{first_link, media};
use super::meta::graph::Graph;
use super::meta::people::authors_of;
use super::meta::picture::hero;
use super::meta::when::{date, first_date};
use super::meta::words::{add, beginning, count, field, first, raw};
use super::meta::{paragraphs, refuse, settle};
use super::{lexical, mobiledoc};

/// Whether `value` is such a document: a list of posts or pages, or one of them.
pub fn knows(value: &Value) -> bool {
    list(value).is_some() || is_post(value) && BODIES.iter().any(|key| value.get(key).is_some())
}

const BODIES: [&str; 4] = ["html", "lexical", "mobiledoc", "plaintext"];

fn is_post(value: &Value) -> bool {
    let has = |key: &str| value.get(key).is_some_and(|value| value.as_str().is_some());
    // `fields=` may leave the identifier out; these two names are Ghost's own.
    has("slug") && (has("uuid") || value.get("feature_image").is_some() || value.get("comment_id").is_some())
}

/// The list and its name.
fn list(value: &Value) -> Option<(&'static str, &[Value])> {
    ["posts", "pages"].into_iter().find_map(|key| {
        let posts = value.get(key)?.as_array()?;
        let empty = || value.get("meta").is_some_and(|meta| meta.get("pagination").is_some());
        posts.first().map_or_else(empty, is_post).then_some((key, posts))
    })
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`] where the list is empty.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let Some((key, posts)) = list(value) else { return Ok(post(&addressed(value), path, notes)) };
    let at = path.key(key);
    let [first, others @ ..] = posts else {
        return Err(refuse(&at, "The list is empty: the first post is the article."));
    };
    let mut article = post(&addressed(first), &at.index(0), notes);
    for (index, other) in others.iter().enumerate() {
        article.related.extend(card(&addressed(other), &at.index(index + 1), notes));
    }
    Ok(article)
}

/// What stands for the site's own address in what the database holds.
const SITE: &str = "__GHOST_URL__";

/// The post with its site's address where a mark stands for it; where the post does not say its site, with addresses from the site's root.
fn addressed(post: &Value) -> Cow<'_, Value> {
    if !is_marked(post) {
        return Cow::Borrowed(post);
    }
    let url = raw(post, "url").unwrap_or_default();
    let origin = url.split_once("://").map_or("", |(scheme, rest)| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        url.get(..scheme.len() + "://".len() + host.len()).unwrap_or_default()
    });
    let mut post = post.clone();
    address(&mut post, origin);
    Cow::Owned(post)
}

fn is_marked(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains(SITE),
        Value::Array(items) => items.iter().any(is_marked),
        Value::Object(members) => members.iter().any(|(_, value)| is_marked(value)),
        _ => false,
    }
}

fn address(value: &mut Value, origin: &str) {
    match value {
        Value::String(text) if text.contains(SITE) => {
            let mut out = String::with_capacity(text.len());
            for (index, piece) in text.split(SITE).enumerate() {
                if index > 0 {
                    out.push_str(origin);
                    // The root itself.
                    if origin.is_empty() && !piece.starts_with('/') {
                        out.push('/');
                    }
                }
                out.push_str(piece);
            }
            *text = out;
        }
        Value::Array(items) => items.iter_mut().for_each(|item| address(item, origin)),
        Value::Object(members) => members.iter_mut().for_each(|(_, value)| address(value, origin)),
        _ => {}
    }
}

fn post(post: &Value, path: &Path, notes: &mut Notes) -> Article {
    let mut article = Article {
        id: string(post, "id"),
        title: field(post, "title").unwrap_or_default(),
        summary: summary(post),
        url: first_link(post, &["url", "canonical_url"], path, notes),
        lang: notes.language(post.get("locale"), &path.key("locale")),
        published: first_date(post, &["published_at", "created_at"], path, notes),
        modified: date(post, "updated_at", path, notes),
        authors: authors_of(post, &["authors", "primary_author", "author"], &Graph::default(), path, notes),
        section: post.get("primary_tag").and_then(|tag| field(tag, "name")),
        blocks: body(post, path, notes),
        ..Article::default()
    };
    article.stats.comments = post.get("count").and_then(|counts| count(counts.get("comments")?));
    // Tags that begin with # are the editors' own.
    for name in items(post, "tags").iter().filter_map(|tag| field(tag, "name")).filter(|name| !name.starts_with('#')) {
        add(&name, &mut article.tags);
    }
    if post.get("access").and_then(Value::as_bool) == Some(false) {
        notes.warn(
            "protected-content",
            &path.key("access"),
            "A part of the post is for members only and is missing here.",
        );
    }
    let feature = feature_image(post, path, notes);
    hero(&mut article, feature);
    settle(&mut article, "title", path, notes);
    article
}

/// What the editors wrote. Where that is nothing, `excerpt` is the text's beginning, cut by the server.
fn summary(post: &Value) -> Option<String> {
    let cut = if post.get("custom_excerpt").is_some() { "" } else { "excerpt" };
    first(post, &["custom_excerpt", cut, "meta_description", "og_description"])
}

fn feature_image(post: &Value, path: &Path, notes: &mut Notes) -> Option<Picture> {
    Some(Picture {
        src: Some(media(post.get("feature_image")?, &path.key("feature_image"), notes)?),
        alt: field(post, "feature_image_alt").unwrap_or_default(),
        caption: raw(post, "feature_image_caption").map(html::text).filter(|text| !text.is_empty()),
        ..Picture::default()
    })
}

fn body(post: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    for key in BODIES {
        let Some(written) = raw(post, key) else { continue };
        let at = path.key(key);
        let blocks = match key {
            "html" => html::blocks(written, &at, notes),
            "plaintext" => paragraphs(written),
            // A document inside a string.
            _ => match parse::parse(written.as_bytes(), Limits::default()) {
                Ok(inner) if key == "mobiledoc" => mobiledoc::blocks(&inner, &at, notes),
                Ok(inner) => lexical::read(&inner, &at, notes).map(|article| article.blocks).unwrap_or_default(),
                Err(_) => {
                    notes.warn(
                        "unreadable-body",
                        &at,
                        "The editor's document in this string is no JSON and was passed over.",
                    );
                    Vec::new()
                }
            },
        };
        if !blocks.is_empty() {
            return blocks;
        }
    }
    Vec::new()
}

fn card(post: &Value, path: &Path, notes: &mut Notes) -> Option<Card> {
    let excerpt = first(post, &["custom_excerpt", "excerpt"]).or_else(|| raw(post, "html").map(html::text));
    let url: Option<SafeUrl> = first_link(post, &["url"], path, notes);
    Some(Card {
        title: field(post, "title").or_else(|| excerpt.as_deref().map(|text| beginning(text, 60)))?,
        kicker: post.get("primary_tag").and_then(|tag| field(tag, "name")),
        excerpt: excerpt.map(|text| beginning(&text, 200)).filter(|text| !text.is_empty()),
        url,
        image: feature_image(post, path, notes),
        published: first_date(post, &["published_at"], path, notes),
        tags: items(post, "tags")
            .iter()
            .filter_map(|tag| field(tag, "name"))
            .filter(|tag| !tag.starts_with('#'))
            .collect(),
        ..Card::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::adapters::sample::{self, value};

    fn article(json: &str) -> (Article, Notes) {
        sample::article(knows, read, json)
    }

    #[test]
    fn posts_are_read_with_what_stands_around_them() {
        let (article, mut notes) = article(
            r##"{"posts":[{"id":"a1","uuid":"u","slug":"wicks","title":"Wicks & oil","html":"<p>Trim them.</p>",
            "custom_excerpt":"A guide","excerpt":"Trim them.","feature_image":"https://lamp.example/a.jpg",
            "feature_image_alt":"A lamp","feature_image_caption":"Oil","published_at":"2031-03-04T05:06:07.000+00:00",
            "updated_at":"2031-03-05T05:06:07.000+00:00","url":"https://lamp.example/wicks/","codeinjection_head":"<b>x</b>",
            "authors":[{"name":"Ada","url":"https://lamp.example/ada/"},{"name":"Bo"}],"primary_author":{"name":"Ada"},
            "primary_tag":{"name":"Care"},"tags":[{"name":"Care"},{"name":"#hidden"}]},
            {"uuid":"v","slug":"oil","title":"Oil","html":"<p>Pour.</p>","primary_tag":null,"tags":[]}],"meta":{}}"##,
        );
        assert_eq!(article.title, "Wicks & oil");
        assert_eq!(article.summary.as_deref(), Some("A guide"));
        assert_eq!(article.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(), ["Ada", "Bo"]);
        assert_eq!(article.section.as_deref(), Some("Care"));
        assert_eq!(article.tags, ["Care"]);
        assert_eq!(
            article.hero.map(|hero| (hero.alt, hero.caption)),
            Some(("A lamp".to_owned(), Some("Oil".to_owned())))
        );
        assert_eq!(article.published.map(|at| at.iso()).as_deref(), Some("2031-03-04T05:06:07+00:00"));
        assert_eq!(article.related.first().map(|card| card.title.as_str()), Some("Oil"));
        assert_eq!(notes.take(), []);
    }

    #[test]
    fn a_post_of_the_admin_interface_has_its_body_in_a_string() {
        let (article, _) = article(
            r#"{"uuid":"u","slug":"wicks","title":"Wicks","html":null,"lexical":null,
            "mobiledoc":"{\"version\":\"0.3.1\",\"atoms\":[],\"cards\":[],\"markups\":[],\"sections\":[[1,\"p\",[[0,[],0,\"Trim.\"]]]]}"}"#,
        );
        assert_eq!(article.blocks, [Block::paragraph("Trim.")]);
    }

    #[test]
    fn the_mark_for_the_site_gives_way_to_its_address() {
        for (url, origin) in [("https://lamp.example/wicks/", "https://lamp.example"), ("__GHOST_URL__/wicks/", "")] {
            let (article, mut notes) = article(
                &r#"{"uuid":"u","slug":"wicks","title":"Wicks","url":"URL","feature_image":"__GHOST_URL__/content/a.jpg",
                "html":"<p><a href='__GHOST_URL__/oil/'>Oil</a> <a href='__GHOST_URL__'>Home</a></p>"}"#
                    .replace("URL\",\"feature", &[url, "\",\"feature"].concat()),
            );
            let address = |path: &str| [origin, path].concat();
            assert_eq!(article.url.as_ref().map(|url| url.as_str().to_owned()), Some(address("/wicks/")));
            let hero = article.hero.and_then(|hero| hero.src);
            assert_eq!(hero.map(|src| src.as_str().to_owned()), Some(address("/content/a.jpg")));
            let [Block::Paragraph(paragraph)] = article.blocks.as_slice() else { panic!("{:?}", article.blocks) };
            let links: Vec<String> = paragraph
                .content
                .iter()
                .filter_map(|inline| match inline {
                    crate::article::Inline::Link { url, .. } => Some(url.as_str().to_owned()),
                    _ => None,
                })
                .collect();
            let home = if origin.is_empty() { "/" } else { origin };
            assert_eq!(links, [address("/oil/"), home.to_owned()]);
            assert_eq!(notes.take(), []);
        }
    }

    #[test]
    fn a_broken_body_gives_way_to_the_plain_one() {
        let (article, mut notes) =
            article(r#"{"uuid":"u","slug":"wicks","title":"Wicks","mobiledoc":"{","plaintext":"Trim.\n\nPour."}"#);
        assert_eq!(article.blocks.len(), 2);
        assert_eq!(notes.take().first().map(|warning| warning.path.clone()).as_deref(), Some("$.mobiledoc"));
    }

    #[test]
    fn an_empty_list_is_refused_and_another_one_not_known() {
        let empty = value(r#"{"posts":[],"meta":{"pagination":{"page":1}}}"#);
        assert!(knows(&empty));
        let error = read(&empty, &Path::root(), &mut Notes::default()).unwrap_err();
        assert_eq!(error.path, "$.posts");
        for json in [r#"{"posts":[]}"#, r#"{"posts":[{"id":1}]}"#, r#"{"uuid":"u","slug":"s"}"#, "[]"] {
            assert!(!knows(&value(json)), "{json}");
        }
    }
}
