//! The elements of a block, one by one. The Content API and the pages name and build them alike.

use crate::article::{Block, Card, Embed, Picture, SafeUrl};
use crate::formats::adapters::meta::block::{
    first_line, heading, html_blocks, html_inlines, html_line, link_card, paragraph, str_of,
};
use crate::formats::adapters::meta::embed::embed;
use crate::formats::adapters::meta::unknown::{unknown, words};
use crate::formats::notes::{Notes, items, string};
use crate::parse::{Path, Value};

use super::media::{asset_words, media, picture};

/// Reads elements.
pub fn elements(elements: &[Value], path: &Path, notes: &mut Notes) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, one) in elements.iter().enumerate() {
        blocks.extend(element(one, &path.index(index), notes));
    }
    blocks
}

/// What an element says: the Content API keeps it in a member of its own, such as `imageTypeData`, the pages in the element or in `data`.
pub fn data(one: &Value) -> &Value {
    let members = one.as_object().unwrap_or_default();
    let own = members.iter().find(|(key, value)| key.ends_with("TypeData") && value.as_object().is_some());
    match own {
        Some((_, data)) => data,
        None if one.get("data").is_some_and(|data| data.as_object().is_some()) => one.get("data").unwrap_or(one),
        None if one.get("relation").is_some() => asset_words(one).unwrap_or(one),
        None => one,
    }
}

/// The kind of an element in lower case, without hyphens, the package and the word that all of the pages' kinds share.
fn kind(one: &Value) -> String {
    let kind = one.get("_type").or_else(|| one.get("type")).and_then(Value::as_str).unwrap_or_default();
    let kind = kind.rsplit('.').next().unwrap_or(kind);
    kind.strip_suffix("BlockElement").unwrap_or(kind).to_ascii_lowercase().replace('-', "")
}

/// Reads one element.
pub fn element(one: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let kind = kind(one);
    let data = data(one);
    let block = match kind.as_str() {
        "text" | "table" | "itemlink" => return html_blocks(data, "html", path, notes),
        "disclaimer" => boxed(None, html_blocks(data, "html", path, notes)),
        "subheading" | "numberedtitle" => return subheading(data, path, notes),
        "image" | "cartoon" => return image(one, path, notes),
        "multiimage" => return images(one, "images", path, notes),
        "pullquote" | "blockquote" | "quote" => quote(data, path, notes),
        "richlink" | "link" | "membership" | "document" if kind != "document" || str_of(data, "html").is_none() => {
            link(data, path, notes)
        }
        "video" | "videoyoutube" | "videovimeo" | "videofacebook" | "guvideo" | "mediaatom" | "youtube"
        | "youtubeatom" | "audio" | "audioatom" => return media(one, &kind, path, notes),
        "code" => {
            str_of(data, "html").map(|text| Block::Code { text: text.to_owned(), language: string(data, "language") })
        }
        "comment" => comment(data, path, notes),
        "divider" => Some(Block::Divider),
        "adplaceholder" | "newslettersignup" | "emailsignup" => {
            notes.warn("dropped-ad", path, "The place of an advertisement or of a form to sign up was left out.");
            None
        }
        "recipe" => {
            notes.warn(
                "dropped-repeat",
                path,
                "The card of a recipe says again what stands in the text; it was left out.",
            );
            None
        }
        "starrating" => string(data, "rating").map(Block::paragraph),
        "tweet" | "instagram" | "vine" | "witness" | "embed" | "interactive" | "interactiveatom" | "map" | "form"
        | "document" | "soundcloud" | "spotify" | "chartatom" | "genericatom" => {
            return other_site(&kind, data, path, notes);
        }
        _ => return other(&kind, one, data, path, notes),
    };
    block.into_iter().collect()
}

fn boxed(title: Option<String>, blocks: Vec<Block>) -> Option<Block> {
    (!blocks.is_empty() || title.is_some()).then_some(Block::Group { title, blocks })
}

/// A heading, which comes as `<h2>…</h2>` or as bare words.
fn subheading(data: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let html = str_of(data, "html").unwrap_or_default();
    if html.trim_start().starts_with("<h") {
        return html_blocks(data, "html", path, notes);
    }
    heading(2, html_inlines(data, "html", path, notes)).into_iter().collect()
}

fn image(one: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let variants = items(one, "variants");
    if let Some(variant) = variants.first() {
        return images(variant, "images", path, notes);
    }
    let title = html_line(one, "title").map(crate::article::Inline::text);
    let picture = picture(one, path, notes).map(Block::Image);
    heading(2, title.into_iter().collect()).into_iter().chain(picture).collect()
}

/// Several pictures beside each other.
fn images(one: &Value, key: &str, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let at = path.key(key);
    let images = items(one, key).iter().enumerate();
    let images: Vec<Picture> = images.filter_map(|(index, image)| picture(image, &at.index(index), notes)).collect();
    let caption = html_line(one, "caption");
    if images.is_empty() && caption.is_none() { Vec::new() } else { vec![Block::Gallery { images, caption }] }
}

fn quote(data: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let blocks = html_blocks(data, "html", path, notes);
    let cite = html_line(data, "attribution");
    if blocks.is_empty() {
        return cite.map(Block::paragraph);
    }
    Some(Block::Quote { blocks, cite })
}

/// A link to a page, an event or a paper.
fn link(data: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let url = ["url", "originalUrl", "embedUrl"].iter().find_map(|key| notes.link(data, key, path));
    let kicker = first_line(data, &["prefix", "linkPrefix"]);
    let title = first_line(data, &["title", "linkText", "text", "label"]);
    let mut excerpt: Vec<String> = Vec::new();
    for key in ["linkText", "venue", "location", "price"] {
        excerpt.extend(html_line(data, key).filter(|line| Some(line) != title.as_ref()));
    }
    let excerpt = (!excerpt.is_empty()).then(|| excerpt.join("\n"));
    link_card(Card { title: title.unwrap_or_default(), kicker, excerpt, url, ..Card::default() })
}

/// A reader's comment.
fn comment(data: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let mut blocks = html_blocks(data, "body", path, notes);
    if blocks.is_empty() {
        blocks = html_blocks(data, "html", path, notes);
    }
    let cite = first_line(data, &["profileName", "authorName"]);
    (!blocks.is_empty()).then_some(Block::Quote { blocks, cite })
}

/// What another site shows.
fn other_site(kind: &str, data: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let provider = match kind {
        "tweet" => Some("Twitter".to_owned()),
        "instagram" => Some("Instagram".to_owned()),
        "spotify" => Some("Spotify".to_owned()),
        "embed" => None,
        _ => html_line(data, "source"),
    };
    // Of an embed, only the HTML says what it is: it may hold any text, a table too.
    let keys = ["url", "originalUrl", "embedUrl", "iframeUrl"];
    let url = keys.iter().find_map(|key| SafeUrl::link(str_of(data, key)?)).filter(|_| kind != "embed");
    let piece = Embed {
        url,
        provider,
        title: html_line(data, "title"),
        caption: first_line(data, &["caption", "alt"]).filter(|caption| !caption.is_empty()),
        frame: str_of(data, "embedUrl").and_then(SafeUrl::frame),
    };
    // The description for those who do not see it is no caption where there is text to be seen.
    let has_text = !crate::html::text(str_of(data, "html").unwrap_or_default()).is_empty();
    let piece = Embed { caption: if has_text { html_line(data, "caption") } else { piece.caption }, ..piece };
    let blocks = embed(piece, data, "html", path, notes);
    if blocks.is_empty() {
        notes.warn("unresolved-embed", path, "The element names nothing that can be shown; it was left out.");
    }
    blocks
}

/// A box of the pages' own: a title and HTML, or elements, or several of both.
fn other(kind: &str, one: &Value, data: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.extend(html_line(data, "introText").map(Block::paragraph));
    blocks.extend(part(data, path, notes));
    let mut lists = false;
    for key in LISTS {
        let at = path.key(key);
        for (index, item) in items(data, key).iter().enumerate() {
            lists = true;
            blocks.extend(entry(item, &at.index(index), notes));
        }
    }
    if !blocks.is_empty() || lists {
        let box_title = first_line(data, &["title", "primaryHeadingHtml", "heading"]);
        return boxed(box_title, blocks).into_iter().collect();
    }
    if words(data).is_empty() && str_of(data, "url").is_some() {
        return other_site(kind, data, path, notes);
    }
    unknown(kind, one, path, notes).into_iter().collect()
}

/// The members that hold the entries of a box.
const LISTS: [&str; 9] = [
    "keyTakeaways",
    "qAndAExplainers",
    "miniProfiles",
    "multiBylines",
    "sections",
    "events",
    "items",
    "timeline",
    "questions",
];

/// What stands in a box or in an entry of one: HTML, or elements.
fn part(data: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let mut blocks = Vec::new();
    for key in ["secondaryHeadingHtml", "bio", "description", "html", "body", "main", "content", "elements", "endNote"]
    {
        match data.get(key) {
            Some(Value::String(_)) => blocks.extend(html_blocks(data, key, path, notes)),
            Some(Value::Array(list)) => blocks.extend(elements(list, &path.key(key), notes)),
            Some(one @ Value::Object(_)) if one.get("_type").is_some() => {
                blocks.extend(element(one, &path.key(key), notes))
            }
            _ => {}
        }
    }
    blocks
}

/// An entry: a heading, perhaps with a date and a byline, and what stands under it.
fn entry(one: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let mut blocks = Vec::new();
    for key in ["date", "label", "title", "byline"] {
        let content = html_inlines(one, key, path, notes);
        blocks.extend(if key == "title" { heading(3, content) } else { paragraph(content) });
    }
    blocks.extend(part(one, path, notes));
    for key in ["events", "items"] {
        let at = path.key(key);
        for (index, item) in items(one, key).iter().enumerate() {
            blocks.extend(entry(item, &at.index(index), notes));
        }
    }
    if blocks.is_empty() {
        blocks.extend(unknown("entry", one, path, notes));
    }
    blocks
}
