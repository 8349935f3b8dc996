//! The cards of Ghost's former editor.

use crate::article::{Block, Card, Embed, Heading, Inline, Media, MediaSource, Picture, SafeUrl};
use crate::formats::adapters::meta::address::{first_link, media};
use crate::formats::adapters::meta::words::{field, first, raw};
use crate::formats::notes::{Notes, items, string, whole};
use crate::html;
use crate::parse::{Path, Value};

use super::{paragraph, unknown};

/// Reads the card called `name`.
pub fn read(name: &str, value: &Value, path: &Path, notes: &mut Notes, out: &mut Vec<Block>) {
    let markup = |key: &str| raw(value, key).map(html::text).filter(|text| !text.is_empty());
    match name {
        "hr" => out.push(Block::Divider),
        // The end of the free part; letters are never on the page.
        "paywall" => {}
        "email" | "email-cta" => notes.warn("dropped-email", path, "What stands in letters only was left out."),
        "html" => out.extend(html::blocks(raw(value, "html").unwrap_or_default(), path, notes)),
        "code" => {
            out.push(Block::Code {
                text: raw(value, "code").unwrap_or_default().to_owned(),
                language: string(value, "language"),
            });
            out.extend(markup("caption").map(Block::paragraph));
        }
        "image" => out.push(Block::Image(picture(value, path, notes))),
        "gallery" => {
            let images = items(value, "images").iter().map(|image| picture(image, path, notes)).collect();
            out.push(Block::Gallery { images, caption: markup("caption") });
        }
        "embed" => embed(value, path, notes, out),
        "bookmark" => bookmark(value, path, notes, out),
        "callout" => {
            let mut content = html::inlines(raw(value, "calloutText").unwrap_or_default(), path, notes);
            if let Some(emoji) = string(value, "calloutEmoji") {
                content.insert(0, Inline::text([&emoji, " "].concat()));
            }
            out.push(Block::Group { title: None, blocks: vec![paragraph(content)] });
        }
        "toggle" => out.push(Block::Details {
            summary: html::inlines(raw(value, "heading").unwrap_or_default(), path, notes),
            blocks: html::blocks(raw(value, "content").unwrap_or_default(), path, notes),
            open: false,
        }),
        "button" => out.extend(button(value, "buttonText", "buttonUrl", path, notes)),
        "header" => {
            if let Some(heading) = raw(value, "header") {
                out.push(Block::Heading(Heading { level: 2, content: html::inlines(heading, path, notes) }));
            }
            if let Some(under) = raw(value, "subheader") {
                out.push(paragraph(html::inlines(under, path, notes)));
            }
            out.extend(button(value, "buttonText", "buttonUrl", path, notes));
        }
        "product" => {
            let mut blocks = Vec::new();
            if let Some(src) = value.get("productImageSrc").and_then(|src| media(src, path, notes)) {
                blocks.push(Block::Image(Picture { src: Some(src), ..Picture::default() }));
            }
            blocks.extend(html::blocks(raw(value, "productDescription").unwrap_or_default(), path, notes));
            blocks.extend(button(value, "productButton", "productUrl", path, notes));
            out.push(Block::Group { title: markup("productTitle"), blocks });
        }
        "audio" | "video" => {
            let Some(src) = value.get("src").and_then(|src| media(src, &path.key("src"), notes)) else {
                return unknown(name, value, path, notes, out);
            };
            let found = Media {
                sources: vec![MediaSource { src, mime: string(value, "mimeType") }],
                poster: ["customThumbnailSrc", "thumbnailSrc"]
                    .iter()
                    .find_map(|key| media(value.get(key)?, path, notes)),
                title: field(value, "title"),
                width: whole(value, "width"),
                height: whole(value, "height"),
                caption: markup("caption"),
                credit: None,
            };
            out.push(if name == "audio" { Block::Audio(found) } else { Block::Video(found) });
        }
        "file" => {
            let url = first_link(value, &["src"], path, notes);
            let title = first(value, &["fileTitle", "fileName"]).unwrap_or_default();
            out.push(Block::LinkCard(Box::new(Card {
                title,
                excerpt: field(value, "fileCaption"),
                url,
                ..Card::default()
            })));
        }
        "markdown" | "card-markdown" => {
            notes.warn("unknown-block", path, "Markdown is not read; its text was kept as it is written.");
            let text = first_raw(value, &["markdown", "html"]);
            out.push(Block::Unknown { kind: "markdown".to_owned(), text });
        }
        _ => unknown(name, value, path, notes, out),
    }
}

fn first_raw(value: &Value, keys: &[&str]) -> String {
    keys.iter().find_map(|key| raw(value, key)).unwrap_or_default().to_owned()
}

fn button(value: &Value, words: &str, url: &str, path: &Path, notes: &mut Notes) -> Option<Block> {
    let words = Inline::text(field(value, words)?);
    let link = |url: SafeUrl| Inline::Link { url, content: vec![words.clone()] };
    let url = first_link(value, &[url], path, notes);
    Some(paragraph(vec![url.map(link).unwrap_or(words)]))
}

fn picture(value: &Value, path: &Path, notes: &mut Notes) -> Picture {
    Picture {
        src: notes.media(value, "src", path),
        alt: field(value, "alt").unwrap_or_default(),
        width: whole(value, "width"),
        height: whole(value, "height"),
        caption: raw(value, "caption").map(html::text).filter(|text| !text.is_empty()),
        link: notes.link(value, "href", path),
        ..Picture::default()
    }
}

fn embed(value: &Value, path: &Path, notes: &mut Notes, out: &mut Vec<Block>) {
    let none = Value::Null;
    let about = value.get("metadata").unwrap_or(&none);
    let caption = raw(value, "caption").map(html::text).filter(|text| !text.is_empty());
    let mut read = html::blocks(raw(value, "html").unwrap_or_default(), path, notes).into_iter();
    // The importer of HTML knows which players may be framed.
    let mut found = match (read.next(), read.next()) {
        (Some(Block::Embed(embed)), None) => embed,
        _ => Embed::default(),
    };
    found.url = found.url.or_else(|| first_link(value, &["url"], path, notes));
    found.title = field(about, "title").or(found.title);
    found.provider = first(about, &["provider_name", "publisher"]).or(found.provider);
    found.caption = caption.or(found.caption);
    out.push(Block::Embed(found));
}

fn bookmark(value: &Value, path: &Path, notes: &mut Notes, out: &mut Vec<Block>) {
    let none = Value::Null;
    let about = value.get("metadata").unwrap_or(&none);
    let url = first_link(value, &["url"], path, notes).or_else(|| first_link(about, &["url"], path, notes));
    let thumbnail = about.get("thumbnail").and_then(|src| media(src, path, notes));
    let address = url.as_ref().map(|url| url.as_str().to_owned());
    out.push(Block::LinkCard(Box::new(Card {
        title: field(about, "title").or(address).unwrap_or_default(),
        excerpt: field(about, "description"),
        url,
        image: thumbnail.map(|src| Picture { src: Some(src), ..Picture::default() }),
        site: field(about, "publisher"),
        ..Card::default()
    })));
    out.extend(raw(value, "caption").map(html::text).filter(|text| !text.is_empty()).map(Block::paragraph));
}
