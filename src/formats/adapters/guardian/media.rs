//! Pictures, film and sound.

use crate::article::{Block, Candidate, Embed, Media, MediaSource, Picture, SafeUrl};
use crate::formats::adapters::meta::block::{first_line, html_line, str_of};
use crate::formats::adapters::meta::embed::embed;
use crate::formats::adapters::meta::picture::has_picture;
use crate::formats::notes::{Notes, items, whole};
use crate::order::order_by_key;
use crate::parse::{Path, Value};

use super::element::data;

/// The width that a picture in the text is asked for.
const WIDE: u32 = 1000;

/// The picture of an image element: of several files the smallest that is wide enough, the others beside it.
pub fn picture(one: &Value, path: &Path, notes: &mut Notes) -> Option<Picture> {
    let words = data(one);
    let mut files = files(one, path, notes);
    order_by_key(&mut files, |file| file.candidate.width);
    files.dedup_by_key(|file| file.candidate.width);
    let best = files.iter().find(|file| file.candidate.width >= WIDE).or(files.last());
    let (width, height) =
        best.map_or((None, None), |file| (Some(file.candidate.width).filter(|width| *width > 0), file.height));
    let src = best.map(|file| file.candidate.src.clone()).or_else(|| {
        let image = one.get("featuredImage").or_else(|| one.get("image")).unwrap_or(one);
        notes.media(image, "url", path)
    });
    let credit = html_line(words, "credit").filter(|_| {
        let shown = one.get("displayCredit").or_else(|| words.get("displayCredit"));
        shown.is_none_or(|shown| shown.as_bool() != Some(false) && shown.as_str() != Some("false"))
    });
    let picture = Picture {
        src,
        width,
        height,
        alt: html_line(words, "alt").or_else(|| html_line(words, "altText")).unwrap_or_default(),
        caption: html_line(words, "caption"),
        credit,
        link: None,
        srcset: if files.len() > 1 {
            files.into_iter().map(|file| file.candidate).filter(|it| it.width > 0).collect()
        } else {
            Vec::new()
        },
    };
    has_picture(&picture).then_some(picture)
}

/// A picture in one width.
struct File {
    candidate: Candidate,
    height: Option<u32>,
}

fn files(one: &Value, path: &Path, notes: &mut Notes) -> Vec<File> {
    let mut files = Vec::new();
    let mut add = |file: &Value, key: &str, sizes: &Value, at: &Path| {
        if let Some(src) = notes.media(file, key, at) {
            let width = whole(sizes, "width").unwrap_or(0);
            files.push(File { candidate: Candidate { src, width }, height: whole(sizes, "height") });
        }
    };
    let at = path.key("assets");
    for (index, asset) in items(one, "assets").iter().enumerate() {
        if matches!(asset.get("type").and_then(Value::as_str), Some("image") | None) {
            let at = at.index(index);
            let sizes = asset.get("typeData").unwrap_or(&Value::Null);
            let secure = str_of(sizes, "secureFile").is_some();
            if secure {
                add(sizes, "secureFile", sizes, &at.key("typeData"));
            } else {
                add(asset, "file", sizes, &at);
            }
        }
    }
    let at = path.key("media");
    let at = at.key("allImages");
    for (index, image) in one.get("media").map_or(&[][..], |media| items(media, "allImages")).iter().enumerate() {
        add(image, "url", image.get("fields").unwrap_or(&Value::Null), &at.index(index));
    }
    files
}

/// The words of an old asset, which stand with each of its files.
pub fn asset_words(one: &Value) -> Option<&Value> {
    let assets = items(one, "assets");
    // The last file, the master, has the fewest words.
    let told = |asset: &&Value| {
        asset.get("typeData").is_some_and(|words| words.get("caption").is_some() || words.get("html").is_some())
    };
    assets.iter().find(told).or(assets.first())?.get("typeData")
}

/// Film or sound: its files, or a card that leads to where it plays.
pub fn media(one: &Value, kind: &str, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let words = data(one);
    let at = path.key("assets");
    let mut sources = Vec::new();
    for (index, asset) in items(one, "assets").iter().enumerate() {
        let mime = str_of(asset, "mimeType").filter(|mime| mime.starts_with("video/") || mime.starts_with("audio/"));
        if let Some(mime) = mime {
            let key = if asset.get("url").is_some() { "url" } else { "file" };
            let src = notes.media(asset, key, &at.index(index));
            sources.extend(src.map(|src| MediaSource { src, mime: Some(mime.to_owned()) }));
        }
    }
    let sounds = kind.contains("audio");
    if sounds && sources.is_empty() {
        sources.extend(notes.media(words, "trackUrl", path).map(|src| MediaSource { src, mime: None }));
    }
    let title = first_line(words, &["title", "mediaTitle"]);
    let caption = first_line(words, &["caption", "description"]);
    let credit =
        html_line(words, "credit").or_else(|| html_line(words, "source").filter(|_| sounds && !sources.is_empty()));
    if sources.is_empty() {
        let url = ["originalUrl", "url", "canonicalUrl", "embedUrl"]
            .iter()
            .find_map(|key| SafeUrl::link(str_of(words, key)?));
        let tube = str_of(one, "assetId").filter(|_| kind.contains("youtube"));
        let url = url.or_else(|| SafeUrl::link(&["https://www.youtube.com/watch?v=", tube?].concat()));
        let provider = html_line(words, "source").or_else(|| tube.map(|_| "YouTube".to_owned()));
        let caption = match (caption, credit) {
            (Some(caption), Some(credit)) if caption != credit => Some([&caption, "\n", &credit].concat()),
            (caption, credit) => caption.or(credit),
        };
        let frame = str_of(words, "embedUrl").and_then(SafeUrl::frame);
        return embed(Embed { url, provider, title, caption, frame }, words, "html", path, notes);
    }
    let poster = ["posterImage", "posterUrl", "coverUrl"].iter().find_map(|key| poster(words.get(key)?));
    let media =
        Media { sources, poster, title, caption, credit, width: whole(words, "width"), height: whole(words, "height") };
    vec![if sounds { Block::Audio(media) } else { Block::Video(media) }]
}

/// A still: an address, or the widest of several files.
fn poster(value: &Value) -> Option<SafeUrl> {
    let last = value.as_array().and_then(<[Value]>::last).unwrap_or(value);
    SafeUrl::media(last.as_str().or_else(|| last.get("url")?.as_str())?)
}
