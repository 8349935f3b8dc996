//! The files of WordPress's library.

use crate::article::{Block, Candidate, Media, MediaSource, Picture, SafeUrl};
use crate::formats::adapters::meta::address::{self, Kind, media};
use crate::formats::adapters::meta::words::field;
use crate::formats::notes::{Notes, string, whole};
use crate::html;
use crate::order::order_by_key;
use crate::parse::{Path, Value};

use super::markup;

/// The picture of a post.
pub fn featured(post: &Value, path: &Path, notes: &mut Notes) -> Option<Picture> {
    let embedded = path.key("_embedded");
    if let Some(file) = post.get("_embedded").and_then(|embedded| embedded.get("wp:featuredmedia")?.at(0)) {
        let list = embedded.key("wp:featuredmedia");
        let at = list.index(0);
        let found = picture(file, &at, notes);
        if found.src.is_none() {
            notes.warn("unresolved-image", &at, "The picture of the post has no address here.");
            return None;
        }
        return Some(found);
    }
    if let Some(thumbnail) = post.get("post_thumbnail").filter(|thumbnail| thumbnail.as_object().is_some()) {
        let at = path.key("post_thumbnail");
        return Some(Picture {
            src: Some(media(thumbnail.get("URL")?, &at, notes)?),
            alt: field(thumbnail, "alt").unwrap_or_default(),
            width: whole(thumbnail, "width"),
            height: whole(thumbnail, "height"),
            ..Picture::default()
        });
    }
    ["featured_image", "jetpack_featured_media_url", "featured_image_src"].iter().find_map(|key| {
        let src = media(post.get(key).filter(|url| url.as_str().is_some())?, &path.key(key), notes)?;
        Some(Picture { src: Some(src), ..Picture::default() })
    })
}

/// The block of a file.
pub fn block(file: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let mime = string(file, "mime_type");
    let url = string(file, "source_url").unwrap_or_default();
    let kind = match file.get("media_type").and_then(Value::as_str) {
        Some("image") => Kind::Image,
        _ => address::kind(mime.as_deref(), &url),
    };
    if kind == Kind::Image {
        return Some(Block::Image(picture(file, path, notes)));
    }
    let src = media(file.get("source_url")?, &path.key("source_url"), notes)?;
    let caption = markup(file, "caption");
    if kind == Kind::Other {
        return Some(Block::LinkCard(Box::new(crate::article::Card {
            title: markup(file, "title").unwrap_or(url),
            excerpt: caption,
            url: SafeUrl::link(src.as_str()),
            ..Default::default()
        })));
    }
    let found = Media { sources: vec![MediaSource { src, mime }], caption, ..Media::default() };
    Some(if kind == Kind::Audio { Block::Audio(found) } else { Block::Video(found) })
}

/// The picture that a file is, with its sizes.
fn picture(file: &Value, path: &Path, notes: &mut Notes) -> Picture {
    let none = Value::Null;
    let details = file.get("media_details").unwrap_or(&none);
    let (width, height) = (whole::<u32>(details, "width"), whole::<u32>(details, "height"));
    let src = file.get("source_url").and_then(|url| media(url, &path.key("source_url"), notes));
    let mut srcset: Vec<Candidate> = Vec::new();
    // A site has a dozen of them.
    for (_, size) in details.get("sizes").and_then(Value::as_object).unwrap_or_default().iter().take(50) {
        let (Some(w), Some(h)) = (whole::<u32>(size, "width"), whole::<u32>(size, "height")) else { continue };
        let Some(url) = size.get("source_url").filter(|_| is_whole((w, h), (width, height))) else { continue };
        if let Some(src) = media(url, path, notes)
            && !srcset.iter().any(|known| known.width == w)
        {
            srcset.push(Candidate { src, width: w });
        }
    }
    order_by_key(&mut srcset, |candidate| candidate.width);
    let src = src.or_else(|| srcset.last().map(|largest| largest.src.clone()));
    if srcset.len() < 2 {
        srcset.clear();
    }
    let shot = details.get("image_meta");
    Picture {
        src,
        srcset,
        alt: string(file, "alt_text").map(|alt| html::text(&alt)).unwrap_or_default(),
        width,
        height,
        caption: markup(file, "caption"),
        credit: shot.and_then(|shot| field(shot, "credit")),
        link: None,
    }
}

/// Whether a size shows the whole picture: thumbnails are cut to another shape.
fn is_whole((w, h): (u32, u32), full: (Option<u32>, Option<u32>)) -> bool {
    let (Some(width), Some(height)) = full else { return true };
    let (a, b) = (u64::from(w) * u64::from(height), u64::from(h) * u64::from(width));
    // Sizes are rounded to whole pixels.
    a.abs_diff(b) * 50 <= a.max(b)
}
