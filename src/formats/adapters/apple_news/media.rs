//! Pictures, film, sound and maps.

use crate::article::Inline;
use crate::article::{Block, Embed, Media, MediaSource, Picture, SafeUrl};
use crate::formats::adapters::meta::block::{line, link_paragraph};
use crate::formats::adapters::meta::picture::{has_picture, image, picture_url};
use crate::formats::adapters::meta::unknown::unknown;
use crate::formats::notes::{Notes, items, whole};
use crate::parse::{Path, Value};

use super::text::{caption, line_of};

/// A picture of any role.
pub fn photo(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    image(picture(one, path, notes))
}

fn picture(one: &Value, path: &Path, notes: &mut Notes) -> Picture {
    Picture {
        src: picture_url(one, "URL", path, notes),
        alt: line(one, "accessibilityCaption").unwrap_or_default(),
        caption: caption(one, path, notes),
        link: items(one, "additions").first().and_then(|link| SafeUrl::link(link.get("URL")?.as_str()?)),
        ..Picture::default()
    }
}

/// Several pictures.
pub fn collection(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let at = path.key("items");
    let items = items(one, "items").iter().enumerate();
    let images: Vec<_> =
        items.map(|(index, item)| picture(item, &at.index(index), notes)).filter(has_picture).collect();
    let caption = caption(one, path, notes);
    (!images.is_empty() || caption.is_some()).then_some(Block::Gallery { images, caption })
}

/// The picture that fills the background of a component.
pub fn fill(one: &Value, document: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let style = one.get("style")?;
    let (style, at) = match style.as_str() {
        Some(name) => (document.get("componentStyles")?.get(name)?, path.key("style")),
        None => (style, path.key("style")),
    };
    let fill = style.get("fill").filter(|fill| fill.get("type").and_then(Value::as_str) == Some("image"))?;
    image(Picture { src: picture_url(fill, "URL", &at.key("fill"), notes), ..Picture::default() })
}

/// Film.
pub fn video(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let mut media = sound(one, path, notes);
    media.poster = picture_url(one, "stillURL", path, notes);
    filled(&media).then_some(Block::Video(media))
}

/// Sound.
pub fn music(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let media = sound(one, path, notes);
    filled(&media).then_some(Block::Audio(media))
}

fn sound(one: &Value, path: &Path, notes: &mut Notes) -> Media {
    let src = picture_url(one, "URL", path, notes);
    Media {
        sources: src.map(|src| MediaSource { src, mime: None }).into_iter().collect(),
        title: line(one, "accessibilityCaption"),
        caption: caption(one, path, notes),
        width: whole(one, "width"),
        height: whole(one, "height"),
        ..Media::default()
    }
}

fn filled(media: &Media) -> bool {
    !media.sources.is_empty() || media.title.is_some() || media.caption.is_some()
}

/// A map: its words, for there is no picture of it.
pub fn map(one: &Value, role: &str, path: &Path, notes: &mut Notes) -> Option<Block> {
    let url = notes.link(one, "URL", path);
    let title = caption(one, path, notes);
    let at = path.key("items");
    let mut places = String::new();
    for (index, item) in items(one, "items").iter().enumerate() {
        let at = at.index(index);
        if let Some(words) = item.get("caption").and_then(|words| line_of(words, &at.key("caption"), notes)) {
            if !places.is_empty() {
                places.push('\n');
            }
            places.push_str(&words);
        }
    }
    if url.is_none() && title.is_none() && places.is_empty() {
        return match line(one, "accessibilityCaption") {
            Some(words) => link_paragraph(None, vec![Inline::text(words)]),
            None => unknown(role, one, path, notes),
        };
    }
    let caption = (!places.is_empty()).then_some(places);
    Some(Block::Embed(Embed { url, title, caption, ..Embed::default() }))
}
