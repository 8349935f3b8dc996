//! ActivityStreams: an article, a page or a note of the fediverse, alone, inside an activity or in a collection.

use crate::article::{Article, Block, Card, Inline, ListItem, Media, MediaSource, Paragraph, Picture, SafeUrl, Text};
use crate::error::Error;
use crate::formats::notes::{Notes, string, whole};
use crate::html;
use crate::parse::{Path, Value};

use super::meta::address::{self, Kind, file, link, media, written};
use super::meta::graph::Graph;
use super::meta::people::authors_of;
use super::meta::picture::{hero, picture, shows};
use super::meta::when::{date, first_date};
use super::meta::words::{add, beginning, count, field, raw, words};
use super::meta::{refuse, settle};

/// Objects that can be read, sorted.
const OBJECTS: [&str; 8] = ["Article", "Audio", "Document", "Event", "Note", "Page", "Question", "Video"];
/// Activities that are about one.
const ACTIVITIES: [&str; 5] = ["Add", "Announce", "Create", "Like", "Update"];
/// Lists of both.
const COLLECTIONS: [&str; 4] = ["Collection", "CollectionPage", "OrderedCollection", "OrderedCollectionPage"];

/// Whether `value` is such a document.
pub fn knows(value: &Value) -> bool {
    let names = |context: &Value| context.as_str().is_some_and(|name| name.contains("/ns/activitystreams"));
    let context = value.get("@context");
    let spoken =
        context.is_some_and(|context| names(context) || context.as_array().unwrap_or_default().iter().any(names));
    spoken && (is_a(value, &OBJECTS) || is_a(value, &ACTIVITIES) || is_a(value, &COLLECTIONS))
}

fn is_a(value: &Value, names: &[&str]) -> bool {
    let is = |name: &Value| name.as_str().is_some_and(|name| names.contains(&name));
    value.get("type").is_some_and(|member| is(member) || member.as_array().unwrap_or_default().iter().any(is))
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`] where an activity names its object by address only, or a collection has none that can be read.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    if !is_a(value, &COLLECTIONS) {
        let (inner, key) = (path.key("object"), "object");
        let (thing, wrapped) = unwrap(value).ok_or_else(|| {
            refuse(&path.key(key), "The activity says what it is about by address only: its object must be in it.")
        })?;
        return Ok(object(thing, if wrapped { &inner } else { path }, notes));
    }
    // A collection may hold its first page.
    let (inner, first) = (path.key("first"), value.get("first").filter(|first| first.as_object().is_some()));
    let (list, at) = first.map_or((value, path), |first| (first, &inner));
    let key = if list.get("orderedItems").is_some() { "orderedItems" } else { "items" };
    let at = at.key(key);
    let entries = list.get(key).and_then(Value::as_array).unwrap_or_default();
    let mut things = entries.iter().enumerate().filter_map(|(index, entry)| Some((index, unwrap(entry)?.0)));
    let (index, first) =
        things.next().ok_or_else(|| refuse(&at, "Nothing in the collection can be read as an article."))?;
    let mut article = object(first, &at.index(index), notes);
    for (index, other) in things {
        article.related.extend(card(other, &at.index(index), notes));
    }
    Ok(article)
}

/// The object of an activity, or of one around it; `None` where it is an address or something else.
fn unwrap(value: &Value) -> Option<(&Value, bool)> {
    let mut thing = value;
    for depth in 0..4 {
        if is_a(thing, &OBJECTS) {
            return Some((thing, depth > 0));
        }
        thing = thing.get("object").filter(|_| is_a(thing, &ACTIVITIES))?;
    }
    None
}

fn object(thing: &Value, path: &Path, notes: &mut Notes) -> Article {
    let (markup, lang) = in_language(thing, "content", "contentMap");
    let (name, _) = in_language(thing, "name", "nameMap");
    let (summary, _) = in_language(thing, "summary", "summaryMap");
    let plain = |markup: Option<&str>| markup.map(super::meta::words::line).filter(|text| !text.is_empty());
    let mut article = Article {
        id: string(thing, "id"),
        title: plain(name).unwrap_or_default(),
        // With a note it says what to expect before one reads on.
        summary: plain(summary),
        subtitle: thing.get("location").and_then(words),
        url: page(thing, path, notes),
        lang: lang.and_then(|tag| notes.language(Some(&Value::String(tag.to_owned())), &path.key("contentMap"))),
        published: date(thing, "published", path, notes),
        modified: date(thing, "updated", path, notes),
        authors: authors_of(thing, &["attributedTo", "actor"], &Graph::default(), path, notes),
        blocks: markup.map(|markup| html::blocks(markup, &path.key("content"), notes)).unwrap_or_default(),
        ..Article::default()
    };
    let total = |key: &str| thing.get(key).and_then(|list| count(list.get("totalItems")?));
    article.stats.comments = total("replies");
    article.stats.likes = total("likes");
    article.tags = tags(thing);
    options(thing, path, notes, &mut article.blocks);
    films(thing, path, notes, &mut article.blocks);
    attachments(thing, path, notes, &mut article.blocks);
    let above = thing.get("image").and_then(|image| picture(image, &Graph::default(), &path.key("image"), notes));
    let above = above.map(|above| Picture {
        alt: thing.get("image").and_then(|image| field(image, "name")).unwrap_or_default(),
        ..above
    });
    hero(&mut article, above);
    settle(&mut article, "name", path, notes);
    article
}

/// A member that may be in several languages: its words, and the language where the map tells.
fn in_language<'a>(thing: &'a Value, key: &str, map: &str) -> (Option<&'a str>, Option<&'a str>) {
    let own = raw(thing, key);
    let languages = thing.get(map).and_then(Value::as_object).unwrap_or_default();
    let mut said = languages.iter().filter_map(|(tag, text)| Some((tag.as_str(), text.as_str()?)));
    let found = match own {
        Some(own) => said.find(|(_, text)| *text == own),
        None => said.find(|(_, text)| !text.trim().is_empty()),
    };
    (own.or(found.map(|(_, text)| text)), found.map(|(tag, _)| tag).filter(|tag| *tag != "und"))
}

/// The page of a thing: an address, a link object, or the one of several that is HTML.
fn page(thing: &Value, path: &Path, notes: &mut Notes) -> Option<SafeUrl> {
    let Some(url) = thing.get("url").filter(|url| !url.is_null()) else {
        let id = raw(thing, "id").filter(|id| id.starts_with("http"))?;
        return link(&Value::String(id.to_owned()), &path.key("id"), notes);
    };
    let is_page = |url: &&Value| url.get("mediaType").is_none_or(|kind| kind.as_str() == Some("text/html"));
    let several = url.as_array().unwrap_or(core::slice::from_ref(url));
    link(several.iter().find(is_page).or(several.first())?, &path.key("url"), notes)
}

fn list<'a>(thing: &'a Value, key: &str) -> &'a [Value] {
    let member = thing.get(key);
    match member {
        Some(Value::Array(items)) => items,
        Some(one @ Value::Object(_)) => core::slice::from_ref(one),
        _ => &[],
    }
}

fn tags(thing: &Value) -> Vec<String> {
    let mut tags = Vec::new();
    for tag in list(thing, "tag").iter().filter(|tag| is_a(tag, &["Hashtag"])) {
        let name = field(tag, "name").unwrap_or_default();
        add(name.trim_start_matches(['#', '＃']), &mut tags);
    }
    tags
}

/// What a question can be answered with.
fn options(thing: &Value, path: &Path, notes: &mut Notes, blocks: &mut Vec<Block>) {
    let mut items = Vec::new();
    for option in ["oneOf", "anyOf"].iter().flat_map(|key| list(thing, key)) {
        let content: Text = html::inlines(raw(option, "name").unwrap_or_default(), path, notes);
        if !content.is_empty() {
            let paragraph = Block::Paragraph(Paragraph { content, ..Paragraph::default() });
            items.push(ListItem { blocks: vec![paragraph], checked: None });
        }
    }
    if !items.is_empty() {
        blocks.push(Block::List { ordered: false, start: None, items });
    }
}

/// The encodings of a film or a sound that is an object of its own, before its words.
fn films(thing: &Value, path: &Path, notes: &mut Notes, blocks: &mut Vec<Block>) {
    let sound = is_a(thing, &["Audio"]);
    if !sound && !is_a(thing, &["Video"]) {
        return;
    }
    let at = path.key("url");
    let mut sources = Vec::new();
    for url in list(thing, "url") {
        let mime = string(url, "mediaType");
        if !mime.as_deref().is_some_and(|mime| mime.starts_with("video/") || mime.starts_with("audio/")) {
            continue;
        }
        sources.extend(media(url, &at, notes).map(|src| MediaSource { src, mime }));
    }
    if !sources.is_empty() {
        let film = Media { sources, ..Media::default() };
        blocks.insert(0, if sound { Block::Audio(film) } else { Block::Video(film) });
    }
}

/// What is attached and not in the text already.
fn attachments(thing: &Value, path: &Path, notes: &mut Notes, blocks: &mut Vec<Block>) {
    let at = path.key("attachment");
    for (index, attached) in list(thing, "attachment").iter().enumerate() {
        let at = at.index(index);
        let Some(raw) = written(attached) else { continue };
        let mime = string(attached, "mediaType");
        let alt = field(attached, "name").or_else(|| field(attached, "summary"));
        let kind = match () {
            () if is_a(attached, &["PropertyValue"]) => continue,
            () if is_a(attached, &["Image"]) => Kind::Image,
            () if is_a(attached, &["Video"]) => Kind::Video,
            () if is_a(attached, &["Audio"]) => Kind::Audio,
            () if is_a(attached, &["Link", "Page"]) => Kind::Other,
            () => address::kind(mime.as_deref(), &raw),
        };
        if kind == Kind::Other {
            if let Some(url) = link(attached, &at, notes) {
                let name = alt.unwrap_or_else(|| {
                    Some(file(&raw)).filter(|name| !name.is_empty()).map_or_else(|| raw.clone(), str::to_owned)
                });
                let content = vec![Inline::Link { url, content: vec![Inline::text(name)] }];
                blocks.push(Block::Paragraph(Paragraph { content, ..Paragraph::default() }));
            }
            continue;
        }
        let Some(src) = media(attached, &at, notes) else { continue };
        // Looking for each of thousands would take the square of them.
        if index < 100 && shows(blocks, &src) {
            continue;
        }
        let (width, height) = (whole(attached, "width"), whole(attached, "height"));
        if kind == Kind::Image {
            let alt = alt.unwrap_or_default();
            blocks.push(Block::Image(Picture { src: Some(src), alt, width, height, ..Picture::default() }));
            continue;
        }
        let sources = vec![MediaSource { src, mime }];
        let film = Media { sources, title: alt, width, height, ..Media::default() };
        blocks.push(if kind == Kind::Audio { Block::Audio(film) } else { Block::Video(film) });
    }
}

fn card(thing: &Value, path: &Path, notes: &mut Notes) -> Option<Card> {
    let (markup, _) = in_language(thing, "content", "contentMap");
    let text = field(thing, "summary").or_else(|| markup.map(html::text)).unwrap_or_default();
    let (name, _) = in_language(thing, "name", "nameMap");
    let title = name.map_or_else(|| beginning(&text, 60), super::meta::words::line);
    let url = page(thing, path, notes);
    let excerpt = Some(beginning(&text, 200)).filter(|excerpt| !excerpt.is_empty() && *excerpt != title);
    (!title.is_empty()).then(|| Card {
        title,
        excerpt,
        src: address::json(url.as_ref()),
        url,
        image: thing.get("image").and_then(|image| picture(image, &Graph::default(), &path.key("image"), notes)),
        published: first_date(thing, &["published"], path, notes),
        tags: tags(thing),
        ..Card::default()
    })
}

#[cfg(test)]
mod tests;
