//! Cards: nodes with no children, whose words are members and as often as not HTML.

use std::borrow::Cow;

use crate::article::{Block, Card, Embed, Inline, Paragraph, Picture, SafeUrl, Text};
use crate::formats::adapters::markdown;
use crate::formats::adapters::tree::{self, Node, html_line};
use crate::formats::notes::{Notes, first, items, string, whole};
use crate::html;
use crate::parse::{Path, Value};

use super::{linked, nested};

/// Reads the card whose [plain name](tree::plain_name) is `kind`.
pub fn card<'a>(kind: &str, value: &'a Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let blocks = match kind {
        "image" | "inlineimage" => return Node::Picture(picture(value, path, notes)),
        "gallery" => gallery(value, path, notes),
        "codeblock" => {
            let text = value.get("code").and_then(Value::as_str).unwrap_or_default();
            let mut blocks = tree::one(tree::code(text, string(value, "language")));
            blocks.extend(caption(value, path, notes).map(Block::paragraph));
            blocks
        }
        "html" => html_blocks(value, "html", path, notes),
        "markdown" => {
            let text = value.get("markdown").and_then(Value::as_str).unwrap_or_default();
            markdown::blocks(text, &path.key("markdown"), notes)
        }
        "callout" => {
            let mut blocks = html_blocks(value, "calloutText", path, notes);
            // Payload and others hold the words as children.
            if blocks.is_empty() {
                if value.get("children").is_some() {
                    return Node::Group(string(value, "title"));
                }
                blocks.extend(html_line(value, "text").map(Block::paragraph));
            }
            group(blocks)
        }
        "toggle" => {
            let summary = inlines(value, "heading", path, notes);
            let blocks = html_blocks(value, "content", path, notes);
            tree::one(Block::Details { summary, blocks, open: false })
        }
        "bookmark" => bookmark(value, path, notes),
        "embed" => embed(value, path, notes),
        "video" => {
            let src = notes.media(value, "src", path);
            let poster = ["customThumbnailSrc", "thumbnailSrc"].iter().find_map(|key| notes.media(value, key, path));
            tree::one(tree::film(src, poster, caption(value, path, notes)))
        }
        "audio" => {
            tree::one(tree::sound(notes.media(value, "src", path), string(value, "title"), caption(value, path, notes)))
        }
        "file" => {
            let title = first(value, &["fileTitle", "fileName"]);
            let card = tree::link_card(notes.link(value, "src", path), title);
            let excerpt = html_line(value, "fileCaption");
            card.map(|card| Block::LinkCard(Box::new(Card { excerpt, ..card }))).into_iter().collect()
        }
        "button" => button(value, "buttonText", "buttonUrl", path, notes).into_iter().collect(),
        "header" | "signup" => {
            let mut blocks = Vec::new();
            let header = inlines(value, "header", path, notes);
            if !header.is_empty() {
                blocks.push(Block::Heading(crate::article::Heading { level: 2, content: header }));
            }
            blocks.extend(html_blocks(value, "subheader", path, notes));
            blocks.extend(html_blocks(value, "disclaimer", path, notes));
            blocks.extend(button(value, "buttonText", "buttonUrl", path, notes));
            group(blocks)
        }
        "product" => product(value, path, notes),
        "calltoaction" => {
            // A label that is not shown is written all the same.
            let mut blocks = if is_off(value, "hasSponsorLabel") {
                Vec::new()
            } else {
                html_blocks(value, "sponsorLabel", path, notes)
            };
            blocks.extend(
                notes
                    .media(value, "imageUrl", path)
                    .map(|src| Block::Image(Picture { src: Some(src), ..Picture::default() })),
            );
            blocks.extend(html_blocks(value, "textValue", path, notes));
            blocks.extend(button(value, "buttonText", "buttonUrl", path, notes));
            group(blocks)
        }
        // Where readers who pay read on, the end of a printed page, and what only letters show.
        "paywall" | "pagebreak" | "email" | "emailcta" => Vec::new(),
        "youtube" => {
            let id = first(value, &["videoID", "videoId"]).unwrap_or_default();
            external("YouTube", "https://www.youtube.com/watch?v=", &id)
        }
        "tweet" => external("X", "https://x.com/i/status/", &string(value, "id").unwrap_or_default()),
        "figma" => external("Figma", "https://www.figma.com/file/", &string(value, "documentID").unwrap_or_default()),
        "equation" => {
            let text = string(value, "equation").unwrap_or_default();
            if value.get("inline").and_then(Value::as_bool) == Some(true) {
                return Node::Text(Cow::Owned(text), Vec::new(), None);
            }
            tree::one(Block::paragraph(text))
        }
        "upload" => return upload(value, path, notes),
        "relationship" => {
            let target = value.get("value").unwrap_or(&Value::Null);
            let title = first(target, &["title", "name"]);
            if title.is_none() {
                notes.warn(
                    "unresolved-entry",
                    &path.key("value"),
                    "The document that belongs here is not in this one.",
                );
            }
            title
                .and_then(|title| tree::link_card(None, Some(title)))
                .map(|card| Block::LinkCard(Box::new(card)))
                .into_iter()
                .collect()
        }
        _ => return Node::Unknown,
    };
    Node::Whole(blocks)
}

fn group(blocks: Vec<Block>) -> Vec<Block> {
    if blocks.is_empty() { blocks } else { tree::one(Block::Group { title: None, blocks }) }
}

fn html_blocks(value: &Value, key: &str, path: &Path, notes: &mut Notes) -> Vec<Block> {
    match value.get(key).and_then(Value::as_str) {
        Some(text) if !text.trim().is_empty() => html::blocks(text, &path.key(key), notes),
        _ => Vec::new(),
    }
}

fn inlines(value: &Value, key: &str, path: &Path, notes: &mut Notes) -> Text {
    match value.get(key).and_then(Value::as_str) {
        Some(text) if !text.trim().is_empty() => html::inlines(text, &path.key(key), notes),
        _ => Text::new(),
    }
}

/// A caption: HTML, or an editor of its own.
fn caption(value: &Value, path: &Path, notes: &mut Notes) -> Option<String> {
    let caption = value.get("caption")?;
    let path = path.key("caption");
    if let Some(editor) = caption.get("editorState") {
        if value.get("showCaption").and_then(Value::as_bool) == Some(false) {
            return None;
        }
        return tree::words(&tree::into_text(nested(editor, &path.key("editorState"), notes)));
    }
    html_line(value, "caption")
}

fn picture(value: &Value, path: &Path, notes: &mut Notes) -> Picture {
    let src = notes.media(value, "src", path);
    let alt = first(value, &["alt", "altText"]);
    let caption = caption(value, path, notes);
    let picture = tree::picture(src, (alt, caption), path, notes);
    let link = notes.link(value, "href", path);
    Picture { width: whole(value, "width"), height: whole(value, "height"), link, ..picture }
}

fn gallery(value: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let images_path = path.key("images");
    let images = items(value, "images")
        .iter()
        .enumerate()
        .map(|(index, image)| picture(image, &images_path.index(index), notes))
        .collect();
    tree::one(Block::Gallery { images, caption: caption(value, path, notes) })
}

fn bookmark(value: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let data = value.get("metadata").unwrap_or(value);
    let url = notes.link(value, "url", path);
    let mut blocks = Vec::new();
    if let Some(mut card) = tree::link_card(url, string(data, "title")) {
        card.excerpt = string(data, "description");
        card.site = first(data, &["publisher", "author"]);
        card.image = notes
            .media(data, "thumbnail", &path.key("metadata"))
            .map(|src| Picture { src: Some(src), ..Picture::default() });
        blocks.push(Block::LinkCard(Box::new(card)));
    }
    blocks.extend(caption(value, path, notes).map(Block::paragraph));
    blocks
}

fn embed(value: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let url = notes.link(value, "url", path);
    let data = value.get("metadata").unwrap_or(&Value::Null);
    let caption = caption(value, path, notes);
    // The markup of the embed says what is framed, or, without an address, all there is.
    let mut blocks = if url.is_none() { html_blocks(value, "html", path, notes) } else { Vec::new() };
    if let [Block::Embed(embed)] = blocks.as_mut_slice() {
        embed.caption = caption;
    } else if url.is_some() || caption.is_some() {
        let provider = string(data, "provider_name");
        blocks.push(Block::Embed(Embed { url, provider, title: string(data, "title"), caption, frame: None }));
    }
    blocks
}

fn external(provider: &str, address: &str, id: &str) -> Vec<Block> {
    let url = SafeUrl::link(&[address, id].concat());
    tree::one(Block::Embed(Embed { url, provider: Some(provider.to_owned()), ..Embed::default() }))
}

fn is_off(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool) == Some(false)
}

fn button(value: &Value, text: &str, url: &str, path: &Path, notes: &mut Notes) -> Option<Block> {
    if ["showButton", "buttonEnabled", "productButtonEnabled"].iter().any(|key| is_off(value, key)) {
        return None;
    }
    let text = html_line(value, text)?;
    let content: Vec<Inline> = vec![linked(notes.link(value, url, path), text)];
    Some(Block::Paragraph(Paragraph { content, ..Paragraph::default() }))
}

fn product(value: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(src) = notes.media(value, "productImageSrc", path) {
        blocks.push(Block::Image(Picture { src: Some(src), ..Picture::default() }));
    }
    if let Some(title) = html_line(value, "productTitle") {
        blocks.push(tree::heading(4, title));
    }
    blocks.extend(html_blocks(value, "productDescription", path, notes));
    blocks.extend(button(value, "productButton", "productUrl", path, notes));
    group(blocks)
}

/// A file of a Payload site's library.
fn upload<'a>(value: &'a Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let file = value.get("value").unwrap_or(&Value::Null);
    let path = path.key("value");
    let src = notes.media(file, "url", &path);
    let caption =
        value.get("fields").and_then(|fields| html_line(fields, "caption")).or_else(|| html_line(file, "caption"));
    let picture = tree::picture(src, (string(file, "alt"), caption), &path, notes);
    Node::Picture(Picture { width: whole(file, "width"), height: whole(file, "height"), ..picture })
}
