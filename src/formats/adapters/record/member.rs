//! The members of records, by the names that publishers give them.

use crate::article::{Article, Author, Card, Moment, Picture, SafeUrl};
use crate::formats::notes::{Notes, first, items, string, whole};
use crate::html;
use crate::parse::{Path, Value};

/// The members that hold a body, those that are surely HTML first.
const BODIES: [&str; 17] = [
    "content_html",
    "contentHtml",
    "body_html",
    "bodyHtml",
    "html",
    "content",
    "body",
    "article",
    "articleBody",
    "text",
    "content_text",
    "contentText",
    "fulltext",
    "markdown",
    "content_markdown",
    "contentMarkdown",
    "body_markdown",
];

const TITLES: [&str; 3] = ["title", "headline", "name"];

/// The member that is the body of a record, which has a title beside it.
pub fn body(record: &Value) -> Option<&'static str> {
    line(record, &["title", "headline"])?;
    BODIES.into_iter().find(|key| record.get(key).and_then(Value::as_str).is_some_and(|text| !text.trim().is_empty()))
}

/// How likely a member is the body: the lower, the likelier.
pub fn rank(key: &str) -> u8 {
    match key {
        "body" | "content" | "article" | "text" | "richText" | "rich_text" | "document" | "post" | "story" | "main" => {
            0
        }
        "excerpt" | "summary" | "description" | "intro" | "lead" | "teaser" | "abstract" | "bio" | "caption"
        | "author" | "authors" | "footer" | "related" | "comments" | "image" | "mainImage" | "cover" | "seo" => 2,
        _ => 1,
    }
}

/// Whether a member is no body, however long it is.
pub fn is_aside(key: &str) -> bool {
    let others = ["digest", "dek", "deck", "standfirst", "subtitle", "copyright", "disclaimer", "metadata", "meta"];
    rank(key) == 2 || others.contains(&key)
}

/// Fills what `article` does not say from the members of `record`. `body` is the member that the article was read from.
pub fn fill(record: &Value, body: &str, article: &mut Article, path: &Path, notes: &mut Notes) {
    let line = |keys: &[&str]| {
        let keys: Vec<&str> = keys.iter().copied().filter(|key| *key != body).collect();
        line(record, &keys)
    };
    if article.title.is_empty() {
        article.title = line(&TITLES).unwrap_or_default();
    }
    or(&mut article.id, || first(record, &["id", "_id", "uuid"]));
    or(&mut article.subtitle, || {
        line(&["subtitle", "subTitle", "sub_title", "subheadline", "dek", "deck", "standfirst"])
    });
    or(&mut article.summary, || line(&["description", "excerpt", "summary", "abstract", "teaser", "digest", "lead"]));
    or(&mut article.section, || named(record, &["category", "section", "channel", "categories"]).into_iter().next());
    or(&mut article.lang, || {
        let key = ["lang", "locale", "language", "inLanguage"]
            .into_iter()
            .find(|key| record.get(key).is_some_and(|tag| tag.as_str().is_some()))?;
        notes.language(record.get(key), &path.key(key))
    });
    or(&mut article.url, || {
        let key = ["url", "permalink", "canonical_url", "canonicalUrl", "link"]
            .into_iter()
            .find(|key| record.get(key).is_some())?;
        notes.link(record, key, path)
    });
    or(&mut article.published, || {
        let keys = [
            "publishedAt",
            "published_at",
            "datePublished",
            "date_published",
            "publishDate",
            "publish_date",
            "published",
            "pubDate",
            "date",
            "createdAt",
            "created_at",
            "_createdAt",
            "created",
        ];
        date(record, &keys, path, notes)
    });
    or(&mut article.modified, || {
        let keys = [
            "updatedAt",
            "updated_at",
            "dateModified",
            "date_modified",
            "modifiedAt",
            "modified_at",
            "modified",
            "_updatedAt",
            "updated",
        ];
        date(record, &keys, path, notes)
    });
    if article.authors.is_empty() {
        let names = named(record, &["authors", "author", "byline", "by", "writer", "creator"]);
        article.authors = names.into_iter().map(|name| Author { name, url: None }).collect();
    }
    if article.tags.is_empty() {
        article.tags = named(record, &["tags", "keywords", "topics", "tagList", "tag_list"]);
        if let [one] = article.tags.as_slice()
            && one.contains(',')
        {
            article.tags = one.split(',').map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect();
        }
    }
    if article.related.is_empty() {
        let keys = ["related", "relatedArticles", "related_articles", "relatedPosts", "related_posts"];
        if let Some(key) = keys.into_iter().find(|key| record.get(key).is_some_and(|all| all.as_array().is_some())) {
            let path = path.key(key);
            let all = items(record, key).iter().enumerate();
            article.related = all.filter_map(|(index, one)| card(one, &path.index(index), notes)).collect();
        }
    }
    if article.hero.is_none() {
        let keys = [
            "image",
            "cover",
            "coverImage",
            "cover_image",
            "featuredImage",
            "featured_image",
            "feature_image",
            "mainImage",
            "heroImage",
            "hero",
            "banner",
            "bannerImage",
            "thumbnail",
            "thumbnailUrl",
            "imageUrl",
            "image_url",
        ];
        article.hero = keys.into_iter().find_map(|key| image(record.get(key)?, &path.key(key), notes));
    }
}

/// The card of another record, which has a title.
pub fn card(record: &Value, path: &Path, notes: &mut Notes) -> Option<Card> {
    let title = line(record, &TITLES)?;
    let key = |keys: [&'static str; 4]| keys.into_iter().find(|key| record.get(key).is_some());
    let url = key(["url", "link", "permalink", "href"]).and_then(|key| notes.link(record, key, path));
    let image =
        key(["image", "cover", "thumbnail", "imageUrl"]).and_then(|key| image(record.get(key)?, &path.key(key), notes));
    let excerpt = line(record, &["description", "excerpt", "summary", "abstract"]);
    Some(Card { title, url, src: notes.link(record, "src", path), excerpt, image, ..Card::default() })
}

/// Takes what `find` finds, where there is nothing.
fn or<T>(slot: &mut Option<T>, find: impl FnOnce() -> Option<T>) {
    if slot.is_none() {
        *slot = find();
    }
}

/// The first of the members that is a line of text. Tags and character references in it are read.
fn line(record: &Value, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| {
        let text = string(record, key).filter(|_| record.get(key).is_some_and(|value| value.as_str().is_some()))?;
        let text = if text.contains(['<', '&']) { html::text(&text) } else { text.trim().to_owned() };
        Some(text).filter(|text| !text.is_empty())
    })
}

/// What stands in `{data:{attributes:{…}}}`, which Strapi wraps around relations.
fn unwrapped(value: &Value) -> &Value {
    let value = value.get("data").unwrap_or(value);
    let value =
        value.as_array().and_then(|items| items.first()).filter(|one| one.get("attributes").is_some()).unwrap_or(value);
    value.get("attributes").unwrap_or(value)
}

/// The names in the first of the members that has any: a string, an object with a name, or several of either.
fn named(record: &Value, keys: &[&str]) -> Vec<String> {
    for key in keys {
        let Some(value) = record.get(key) else { continue };
        let mut names = Vec::new();
        let value = value.get("data").unwrap_or(value);
        let all = value.as_array().unwrap_or(core::slice::from_ref(value));
        for one in all {
            let one = unwrapped(one);
            let name = match one {
                Value::String(text) => Some(text.trim().to_owned()),
                _ => first(one, &["name", "title", "label", "displayName", "username", "value"]).or_else(|| {
                    let given = first(one, &["firstName", "firstname"])?;
                    let last = first(one, &["lastName", "lastname"]).unwrap_or_default();
                    Some([&given, " ", &last].concat().trim().to_owned())
                }),
            };
            names.extend(name.filter(|name| !name.is_empty()));
        }
        if !names.is_empty() {
            return names;
        }
    }
    Vec::new()
}

fn date(record: &Value, keys: &[&str], path: &Path, notes: &mut Notes) -> Option<Moment> {
    for key in keys {
        let Some(raw) = record.get(key).and_then(Value::as_str).filter(|raw| !raw.trim().is_empty()) else { continue };
        match Moment::parse(raw) {
            Some(moment) => return Some(moment),
            None => notes.warn(
                "unreadable-date",
                &path.key(key),
                "The date was dropped: write it as 2025-05-28T09:06:13+08:00.",
            ),
        }
    }
    None
}

/// A picture: its address, or an object that has one.
fn image(value: &Value, path: &Path, notes: &mut Notes) -> Option<Picture> {
    if value.as_str().is_some() {
        let held = Value::Object(vec![("url".to_owned(), value.clone())]);
        let src: Option<SafeUrl> = notes.media(&held, "url", path);
        return src.map(|src| Picture { src: Some(src), ..Picture::default() });
    }
    let value = unwrapped(value);
    let value = value.as_array().and_then(|items| items.first()).unwrap_or(value);
    let file = ["asset", "file", "fields"].iter().find_map(|key| value.get(key)).unwrap_or(value);
    let file = file.get("file").unwrap_or(file);
    let src = ["url", "src", "href"].iter().find_map(|key| notes.media(file, key, path))?;
    let words = |keys: &[&str]| first(value, keys);
    Some(Picture {
        src: Some(src),
        alt: words(&["alt", "alternativeText", "altText"]).unwrap_or_default(),
        caption: words(&["caption"]),
        credit: words(&["credit", "attribution"]),
        width: whole(value, "width"),
        height: whole(value, "height"),
        ..Picture::default()
    })
}
