//! Pictures in every shape, and where they go.

use crate::article::{Article, Block, Picture, SafeUrl};
use crate::formats::notes::Notes;
use crate::parse::{Path, Value};

use super::address::{media, written};
use super::graph::Graph;
use super::words::{field, first, words};

/// The picture at `path`: an address, an object or a reference, the first that can be read of an array.
pub fn picture<'a>(value: &'a Value, graph: &Graph<'a>, path: &Path, notes: &mut Notes) -> Option<Picture> {
    let value = graph.resolve(value);
    match value {
        Value::Array(items) => {
            items.iter().enumerate().find_map(|(index, item)| picture(item, graph, &path.index(index), notes))
        }
        Value::String(_) => Some(Picture { src: Some(media(value, path, notes)?), ..Picture::default() }),
        Value::Object(_) => {
            let src = source(value, path, notes)?;
            let credit = ["creditText", "credit", "author", "creator", "copyrightNotice"];
            Some(Picture {
                src: Some(src),
                caption: field(value, "caption"),
                credit: credit.iter().find_map(|key| words(graph.resolve(value.get(key)?))),
                alt: first(value, &["alt", "altText", "alternativeText"]).unwrap_or_default(),
                width: value.get("width").and_then(pixels),
                height: value.get("height").and_then(pixels),
                ..Picture::default()
            })
        }
        _ => None,
    }
}

/// The address of a picture that is an object.
fn source(value: &Value, path: &Path, notes: &mut Notes) -> Option<SafeUrl> {
    for key in ["url", "contentUrl", "src", "href", "thumbnailUrl"] {
        if let Some(member) = value.get(key)
            && let Some(src) = media(member, &path.key(key), notes)
        {
            return Some(src);
        }
    }
    // The name of a node is the address of its picture only where it is no place in a page.
    let id = value.get("@id")?;
    if written(id)?.contains('#') {
        notes.warn("unresolved-image", path, "The picture is a reference to something that is not in the document.");
        return None;
    }
    media(id, &path.key("@id"), notes)
}

/// A number of pixels: `640`, `"640"`, `"640px"`, or an object around one.
pub fn pixels(value: &Value) -> Option<u32> {
    match value {
        Value::String(raw) => raw.trim().trim_end_matches("px").trim().parse().ok(),
        Value::Object(_) => ["value", "name", "@value"].iter().find_map(|key| pixels(value.get(key)?)),
        other => u32::try_from(other.as_u64()?).ok(),
    }
}

/// Puts the picture above the text, unless the text shows it.
pub fn hero(article: &mut Article, picture: Option<Picture>) {
    article.hero = above(picture, &article.blocks);
}

/// Whether the text shows the picture, sound or film at `src`, in whatever size.
#[must_use]
pub fn shows(blocks: &[Block], src: &SafeUrl) -> bool {
    let wanted = plain(src);
    let is = |src: Option<&SafeUrl>| src.is_some_and(|src| plain(src) == wanted);
    blocks.iter().any(|block| match block {
        Block::Image(picture) => is(picture.src.as_ref()),
        Block::Gallery { images, .. } => images.iter().any(|picture| is(picture.src.as_ref())),
        Block::Video(media) | Block::Audio(media) => media.sources.iter().any(|source| is(Some(&source.src))),
        Block::Group { blocks, .. } | Block::Quote { blocks, .. } | Block::Details { blocks, .. } => shows(blocks, src),
        Block::List { items, .. } => items.iter().any(|item| shows(&item.blocks, src)),
        _ => false,
    })
}

/// Whether the text shows any picture.
#[must_use]
pub fn pictured(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Image(picture) => picture.src.is_some(),
        Block::Gallery { .. } | Block::Video(_) => true,
        Block::Group { blocks, .. } => pictured(blocks),
        _ => false,
    })
}

/// An address without what asks for a size. Where the question is all that tells pictures apart, it stays.
fn plain(src: &SafeUrl) -> &str {
    let src = src.as_str();
    let head = src.split(['?', '#']).next().unwrap_or(src);
    let head = if head.rsplit('/').next().is_some_and(|file| file.contains('.')) { head } else { src };
    head.split_once("://").map_or(head, |(_, rest)| rest)
}

/// `picture` as the one above the text `blocks`, unless they show it already.
pub fn above(picture: Option<Picture>, blocks: &[Block]) -> Option<Picture> {
    picture.filter(|picture| picture.src.as_ref().is_some_and(|src| !shows(blocks, src)))
}

/// The member `key` as the address of a picture; one inside a bundle or the like is out of reach, which is said.
pub fn picture_url(value: &Value, key: &str, path: &Path, notes: &mut Notes) -> Option<SafeUrl> {
    if value.get(key)?.as_str()?.starts_with("bundle:") {
        notes.warn("unresolved-image", &path.key(key), "The file is part of a bundle; only its words were kept.");
        return None;
    }
    notes.media(value, key, path)
}

/// A picture, unless there is neither a file nor a word of it.
pub fn image(picture: Picture) -> Option<Block> {
    has_picture(&picture).then_some(Block::Image(picture))
}

/// Whether a picture has a file or a caption.
pub fn has_picture(picture: &Picture) -> bool {
    picture.src.is_some() || picture.caption.is_some() || picture.credit.is_some() || !picture.alt.is_empty()
}
