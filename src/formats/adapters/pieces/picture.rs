//! Pictures: where they are, and whether they stand in a text already.

use crate::article::{Block, Picture, SafeUrl};
use crate::formats::notes::Notes;
use crate::parse::{Path, Value};

/// Whether a picture from `url` stands among `blocks`.
pub fn shows(blocks: &[Block], url: &SafeUrl) -> bool {
    let is = |picture: &Picture| picture.src.as_ref() == Some(url);
    blocks.iter().any(|block| match block {
        Block::Image(picture) => is(picture),
        Block::Gallery { images, .. } => images.iter().any(is),
        Block::Group { blocks, .. } | Block::Quote { blocks, .. } | Block::Details { blocks, .. } => shows(blocks, url),
        Block::List { items, .. } => items.iter().any(|item| shows(&item.blocks, url)),
        _ => false,
    })
}

/// Makes `picture` the one above the text, unless the text has it already.
pub fn hero(picture: Option<Picture>, blocks: &[Block]) -> Option<Picture> {
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
