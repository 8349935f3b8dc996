//! schema.org JSON-LD: what a page says about its article, and at times the article itself.

mod find;
mod head;

use crate::article::{Article, Block, Embed, Media, MediaSource, Picture, SafeUrl};
use crate::error::Error;
use crate::formats::notes::Notes;
use crate::parse::{Path, Value};

use super::meta::address::{self, first_link, media};
use super::meta::block::small;
use super::meta::graph::Graph;
use super::meta::people::authors_of;
use super::meta::picture::{hero, picture, pixels, shows};
use super::meta::words::{field, first, raw};
use super::meta::{self, refuse, settle};

/// Members that hold a text.
const BODIES: [&str; 3] = ["articleBody", "reviewBody", "text"];

/// Whether `value` is such a document.
pub fn knows(value: &Value) -> bool {
    find::is_schema(value) || find::article(value).is_some()
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`] where none of its nodes is an article.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let Some(node) = find::article(value) else {
        return Err(refuse(path, "None of the nodes is an article: one needs a @type such as NewsArticle."));
    };
    let graph = Graph::of(value);
    let (mut article, above) = head::read(node, &graph, path, notes);
    article.blocks = body(node, path, notes);
    for key in ["liveBlogUpdate", "hasPart"] {
        if let Some(parts) = node.get(key) {
            entries(parts, key == "liveBlogUpdate", &graph, &path.key(key), notes, &mut article.blocks);
        }
    }
    for key in ["video", "audio"] {
        if let Some(film) = node.get(key) {
            films(film, key == "audio", &graph, &path.key(key), notes, &mut article.blocks);
        }
    }
    further(node, &graph, above.as_ref(), &article.blocks, path, notes);
    hero(&mut article, above);
    head::related(value, node, &graph, &mut article, path, notes);
    settle(&mut article, "headline", path, notes);
    Ok(article)
}

/// What the document says about its article, without a body; `None` where it speaks of none.
pub fn about(value: &Value, path: &Path, notes: &mut Notes) -> Option<Article> {
    let node = find::article(value)?;
    let (mut article, above) = head::read(node, &Graph::of(value), path, notes);
    article.hero = above;
    Some(article)
}

/// The text of a node, HTML or not.
fn body(node: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    for key in BODIES {
        let Some(member) = node.get(key) else { continue };
        let path = path.key(key);
        let blocks: Vec<Block> = match member {
            // Each a paragraph, or each a piece of HTML.
            Value::Array(parts) => {
                let texts = parts.iter().filter_map(Value::as_str);
                texts.flat_map(|part| meta::body(part, &path, notes)).collect()
            }
            Value::Object(_) => raw(member, "@value").map(|text| meta::body(text, &path, notes)).unwrap_or_default(),
            _ => member.as_str().map(|text| meta::body(text, &path, notes)).unwrap_or_default(),
        };
        if !blocks.is_empty() {
            return blocks;
        }
    }
    Vec::new()
}

/// References that are followed from one member.
const MANY: usize = 1000;

/// The nodes of a member with their places. A node that is named again and again is one.
fn parts<'a>(value: &'a Value, graph: &Graph<'a>) -> Vec<(usize, &'a Value)> {
    let mut seen: Vec<&Value> = Vec::new();
    let mut parts = Vec::new();
    for (index, item) in value.as_array().unwrap_or(core::slice::from_ref(value)).iter().enumerate() {
        let part = graph.resolve(item);
        if part.as_object().is_none_or(<[_]>::is_empty) {
            continue;
        }
        if !core::ptr::eq(part, item) {
            if seen.len() == MANY || seen.iter().any(|known| core::ptr::eq(*known, part)) {
                continue;
            }
            seen.push(part);
        }
        parts.push((index, part));
    }
    parts
}

/// The entries of a live blog and the parts of a longer work, a group each. A part that only says what is free of charge has no words.
fn entries<'a>(value: &'a Value, live: bool, graph: &Graph<'a>, path: &Path, notes: &mut Notes, out: &mut Vec<Block>) {
    for (index, part) in parts(value, graph) {
        let path = path.index(index);
        let title = first(part, &["headline", "name"]);
        let mut blocks = body(part, &path, notes);
        if blocks.is_empty() {
            blocks.extend(field(part, "description").map(Block::paragraph));
        }
        if live {
            let text = blocks;
            blocks = said_by(part, graph, &path, notes);
            let pictures = pictures(part, graph, &path, notes);
            let unseen = |picture: &Picture| picture.src.as_ref().is_some_and(|src| !shows(&text, src));
            let pictures: Vec<Block> = pictures.into_iter().filter(unseen).map(Block::Image).collect();
            blocks.extend(text);
            blocks.extend(pictures);
            for key in ["video", "audio"] {
                if let Some(film) = part.get(key) {
                    films(film, key == "audio", graph, &path.key(key), notes, &mut blocks);
                }
            }
        }
        // A part that has a name alone is another page; an entry of a live blog may be no more than its headline.
        if !blocks.is_empty() || live && title.is_some() {
            out.push(Block::Group { title, blocks });
        }
    }
}

/// When an entry was written, as it says so, and by whom: a line of small print each.
fn said_by<'a>(entry: &'a Value, graph: &Graph<'a>, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let mut lines = Vec::new();
    lines.extend(first(entry, &["datePublished", "dateCreated", "dateModified"]));
    let mut names = String::new();
    for author in authors_of(entry, &["author", "creator"], graph, path, notes) {
        if !names.is_empty() {
            names.push_str(", ");
        }
        names.push_str(&author.name);
    }
    lines.extend(Some(names).filter(|names| !names.is_empty()));
    lines.iter().map(|line| small(line)).collect()
}

/// Pictures that are read from one member.
const PICTURES: usize = 50;

/// The pictures of a node, each once.
fn pictures<'a>(node: &'a Value, graph: &Graph<'a>, path: &Path, notes: &mut Notes) -> Vec<Picture> {
    let Some(image) = node.get("image").map(|image| graph.resolve(image)) else { return Vec::new() };
    let path = path.key("image");
    let mut pictures: Vec<Picture> = Vec::new();
    for (index, one) in image.as_array().unwrap_or(core::slice::from_ref(image)).iter().take(PICTURES).enumerate() {
        let found = picture(one, graph, &path.index(index), notes);
        pictures.extend(found.filter(|found| !pictures.iter().any(|known| known.src == found.src)));
    }
    pictures
}

/// Notes that the node names more pictures than the one above the text and those in it.
fn further<'a>(
    node: &'a Value,
    graph: &Graph<'a>,
    above: Option<&Picture>,
    blocks: &[Block],
    path: &Path,
    notes: &mut Notes,
) {
    let first = above.and_then(|above| above.src.as_ref());
    let pictures = pictures(node, graph, path, &mut Notes::default());
    let mut sources = pictures.iter().filter_map(|picture| picture.src.as_ref()).skip_while(|src| Some(*src) == first);
    if sources.any(|src| !shows(blocks, src)) {
        notes.warn(
            "further-images",
            &path.key("image"),
            "Only the first picture was taken; the others were passed over.",
        );
    }
}

/// Film and sound that belong to the article.
fn films<'a>(value: &'a Value, sound: bool, graph: &Graph<'a>, path: &Path, notes: &mut Notes, out: &mut Vec<Block>) {
    for (_, film) in parts(value, graph) {
        let title = first(film, &["name", "headline"]);
        let caption = field(film, "caption").or_else(|| field(film, "description"));
        let file = ["contentUrl"].iter().find_map(|key| media(film.get(key)?, &path.key(key), notes));
        // Where a playlist or a page stands in the file's place, it cannot be played here.
        let kind = file.as_ref().map(|file| address::kind(None, file.as_str()));
        let plays = kind.is_some_and(|kind| matches!(kind, address::Kind::Video | address::Kind::Audio));
        let mime = field(film, "encodingFormat").filter(|mime| mime.contains('/'));
        if let Some(src) = file.clone().filter(|_| plays || mime.is_some()) {
            let thumbnail = ["thumbnailUrl", "thumbnail", "image"];
            let still = thumbnail.iter().find_map(|key| picture(film.get(key)?, graph, &path.key(key), notes));
            let found = Media {
                sources: vec![MediaSource { src, mime }],
                poster: still.and_then(|still| still.src),
                title,
                width: film.get("width").and_then(pixels),
                height: film.get("height").and_then(pixels),
                caption,
                credit: None,
            };
            out.push(if sound { Block::Audio(found) } else { Block::Video(found) });
            continue;
        }
        let url =
            first_link(film, &["embedUrl", "url"], path, notes).or(file.and_then(|file| SafeUrl::link(file.as_str())));
        if url.is_none() && title.is_none() {
            continue;
        }
        if url.is_none() {
            notes.warn("unresolved-video", path, "The film has no address: only its words were kept.");
        }
        let frame = film.get("embedUrl").and_then(Value::as_str).and_then(SafeUrl::frame);
        out.push(Block::Embed(Embed { url, title, caption, frame, provider: None }));
    }
}

#[cfg(test)]
mod tests;
