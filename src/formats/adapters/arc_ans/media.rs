//! Pictures, film and sound.

use crate::article::{Block, Candidate, Media, MediaSource, Picture};
use crate::formats::adapters::meta::block::{first_line, html_blocks, html_line, str_of};
use crate::formats::adapters::meta::embed::frame;
use crate::formats::adapters::meta::picture::{has_picture, picture_url};
use crate::formats::notes::{Notes, items, string, whole};
use crate::order::order_by_key;
use crate::parse::{Path, Value};

use super::head::{basic, credit};
use super::{headline, kind};

/// A picture.
pub fn picture(value: &Value, path: &Path, notes: &mut Notes) -> Picture {
    Picture {
        src: picture_url(value, "url", path, notes),
        srcset: Vec::<Candidate>::new(),
        alt: html_line(value, "alt_text").unwrap_or_default(),
        width: whole(value, "width"),
        height: whole(value, "height"),
        caption: first_line(value, &["caption", "subtitle"]),
        credit: credit(value),
        link: None,
    }
}

/// The picture above a story or on its card: an image, or the still of something else.
pub fn lead(value: &Value, path: &Path, notes: &mut Notes) -> Option<Picture> {
    let mut value = value;
    // Each step goes down the tree, so this ends.
    loop {
        if kind(value) == "image" || kind(value).is_empty() && value.get("url").is_some() {
            return Some(picture(value, path, notes));
        }
        let promo = value.get("promo_items");
        value = promo
            .and_then(|promo| promo.get("basic").or_else(|| promo.get("lead_art")))
            .or_else(|| value.get("promo_image"))
            .or_else(|| items(value, "content_elements").first())?;
    }
}

/// Several pictures.
pub fn gallery(value: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let at = path.key("content_elements");
    let images = items(value, "content_elements").iter().enumerate();
    let images: Vec<_> = images
        .filter_map(|(index, image)| {
            let at = at.index(index);
            if kind(image) == "reference" {
                notes.warn("unresolved-reference", &at, "The picture is only referred to; it was left out.");
                return None;
            }
            Some(picture(image, &at, notes)).filter(has_picture)
        })
        .collect();
    (!images.is_empty())
        .then(|| Block::Gallery { images, caption: headline(value).or_else(|| basic(value, "description")) })
}

/// Film or sound, from its files or from the HTML of its player.
pub fn media(value: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let at = path.key("streams");
    let mut streams: Vec<_> = items(value, "streams").iter().enumerate().collect();
    // Browsers play these; of one kind the best comes first.
    order_by_key(&mut streams, |(_, stream)| {
        let played = matches!(str_of(stream, "stream_type"), Some("mp4" | "mp3") | None);
        (!played, core::cmp::Reverse(stream.get("bitrate").and_then(Value::as_u64)))
    });
    let sources = streams.iter().filter_map(|(index, stream)| {
        let mime = match str_of(stream, "stream_type") {
            Some("mp4") => Some("video/mp4"),
            Some("mp3") => Some("audio/mpeg"),
            Some("ts" | "hls") => Some("application/vnd.apple.mpegurl"),
            _ => None,
        };
        Some(MediaSource { src: notes.media(stream, "url", &at.index(*index))?, mime: mime.map(str::to_owned) })
    });
    let mut sources: Vec<_> = sources.collect();
    if sources.is_empty() && kind(value) == "audio" {
        let file = notes.media(value, "source_url", path);
        sources.extend(file.map(|src| MediaSource { src, mime: string(value, "mimetype") }));
    }
    let still = path.key("promo_image");
    let media = Media {
        sources,
        poster: value.get("promo_image").and_then(|image| picture_url(image, "url", &still, notes)),
        title: headline(value),
        caption: basic(value, "description").or_else(|| first_line(value, &["caption", "subtitle"])),
        credit: credit(value),
        ..Media::default()
    };
    let has_player = str_of(value, "embed_html").is_some_and(|html| frame(html).is_some());
    if media.sources.is_empty() && has_player {
        let mut blocks = html_blocks(value, "embed_html", path, notes);
        blocks.extend(media.title.map(Block::paragraph));
        blocks.extend(media.caption.map(Block::paragraph));
        return blocks;
    }
    if media.sources.is_empty() && media.title.is_none() && media.caption.is_none() {
        return html_blocks(value, "embed_html", path, notes);
    }
    vec![if matches!(kind(value), "audio" | "podcast") { Block::Audio(media) } else { Block::Video(media) }]
}
