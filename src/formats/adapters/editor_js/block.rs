//! The blocks, one by one. A tool may have any name, so the usual ones of each kind are known.

use crate::article::{Block, Card, Cell, CellAlign, Embed, Media, MediaSource, Picture, SafeUrl, Table};
use crate::formats::adapters::meta::block::{
    first_line, heading, html_blocks, html_inlines, html_line, line, link_card, link_paragraph, paragraph, str_of,
};
use crate::formats::adapters::meta::picture::{has_picture, image, picture_url};
use crate::formats::adapters::meta::unknown::unknown;
use crate::formats::notes::{Notes, items, string, whole};
use crate::html;
use crate::parse::{Path, Value};

use super::list::list;

/// Reads blocks. What follows a toggle and belongs to it goes into it.
pub fn blocks(list: &[Value], path: &Path, notes: &mut Notes) -> Vec<Block> {
    let mut out = Vec::new();
    let mut rest = list.iter().enumerate();
    while let Some((index, one)) = rest.next() {
        let at = path.index(index);
        let kind = kind(one);
        if kind != "toggle" {
            out.extend(block(one, &kind, &at.key("data"), notes));
            continue;
        }
        let count: usize = one.get("data").and_then(|data| whole(data, "items")).unwrap_or(0);
        let mut inside = Vec::new();
        for (index, one) in rest.by_ref().take(count) {
            let at = path.index(index);
            // A toggle in a toggle counts its own blocks; they stand in the outer one, flat.
            inside.extend(block(one, &self::kind(one), &at.key("data"), notes));
        }
        out.extend(toggle(one, inside, &at.key("data"), notes));
    }
    out
}

/// A block's type in lower case, without the marks that some spell it with.
fn kind(one: &Value) -> String {
    let kind = one.get("type").and_then(Value::as_str).unwrap_or_default();
    kind.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect()
}

fn block(one: &Value, kind: &str, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let data = one.get("data").unwrap_or(&Value::Null);
    let block = match kind {
        "paragraph" | "text" => text(data, path, notes),
        "header" | "heading" => {
            heading(whole::<u8>(data, "level").unwrap_or(2).clamp(1, 6), html_inlines(data, "text", path, notes))
        }
        "list" | "nestedlist" | "editorjslist" => list(data, false, path, notes),
        "checklist" => list(data, true, path, notes),
        "quote" | "pullquote" => quote(data, path, notes),
        "code" | "codebox" | "codetool" | "codeblock" | "mermaid" => code(data, path, notes),
        "delimiter" | "divider" | "break" | "pagebreak" => Some(Block::Divider),
        "table" => table(data, path, notes),
        "image" | "simpleimage" | "inlineimage" | "picture" => image(picture(data, path, notes)),
        "gallery" | "carousel" | "imagegallery" => gallery(data, path, notes),
        "embed" | "video" if str_of(data, "embed").is_some() || kind == "embed" => embed(data, path, notes),
        "video" | "audio" | "audioplayer" => media(data, kind != "video", path, notes),
        "linktool" | "link" | "bookmark" => link(data, path, notes),
        "attaches" | "attachment" | "file" => attachment(data, path, notes),
        "warning" | "alert" | "callout" | "notice" => boxed(data, path, notes),
        "raw" | "html" | "rawtool" => return html_blocks(data, "html", path, notes),
        "personality" => return person(data, path, notes),
        "button" | "anybutton" => {
            let url = notes.link(data, "link", path).or_else(|| notes.link(data, "url", path));
            link_paragraph(url, html_inlines(data, "text", path, notes))
        }
        "toggle" => return toggle(one, Vec::new(), path, notes).into_iter().collect(),
        "columns" | "layout" => return columns(data, path, notes),
        _ => return other(one, data, path, notes),
    };
    block.into_iter().collect()
}

fn text(data: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    paragraph(html_inlines(data, "text", path, notes))
}

fn quote(data: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let cite = first_line(data, &["caption", "author", "cite"]);
    match text(data, path, notes) {
        Some(words) => Some(Block::Quote { blocks: vec![words], cite }),
        None => cite.map(Block::paragraph),
    }
}

fn code(data: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let text = ["code", "text", "content"].iter().find_map(|key| str_of(data, key))?.to_owned();
    let language = line(data, "languageCode").or_else(|| line(data, "language")).or_else(|| line(data, "lang"));
    // Some tools keep the colours of the code with it.
    if ["</span>", "</div>", "<br>"].iter().any(|tag| text.contains(tag))
        && let Some(Block::Code { text, .. }) =
            html::blocks(&["<pre>", &text, "</pre>"].concat(), path, notes).into_iter().next()
    {
        return Some(Block::Code { text, language });
    }
    Some(Block::Code { text, language })
}

fn table(data: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let with_headings = data.get("withHeadings").and_then(Value::as_bool) == Some(true);
    let at = path.key("content");
    let mut rows = Vec::new();
    for (index, row) in items(data, "content").iter().enumerate() {
        let at = at.index(index);
        let cells = row.as_array().unwrap_or(core::slice::from_ref(row)).iter().enumerate();
        let cells = cells.map(|(column, value)| {
            let content = match value {
                Value::String(html) => html::inlines(html, &at.index(column), notes),
                Value::Number(number) => vec![crate::article::Inline::text(number.as_str())],
                value => html_inlines(value, "text", &at.index(column), notes),
            };
            Cell { content, header: with_headings && index == 0, colspan: 1, rowspan: 1, align: None::<CellAlign> }
        });
        rows.push(cells.collect());
    }
    (!rows.is_empty()).then(|| Block::Table(Table { rows, caption: first_line(data, &["caption", "title"]) }))
}

/// The object with the file, or the data itself.
fn file(data: &Value) -> (&Value, &'static str) {
    match data.get("file") {
        Some(file) if file.as_object().is_some() => (file, "file"),
        _ => (data, ""),
    }
}

fn picture(data: &Value, path: &Path, notes: &mut Notes) -> Picture {
    let (file, key) = file(data);
    let at = path.key(key);
    let at = if key.is_empty() { path } else { &at };
    Picture {
        src: ["url", "src", "imageURL"].iter().find_map(|key| picture_url(file, key, at, notes)),
        alt: html_line(data, "alt").unwrap_or_default(),
        width: whole(file, "width"),
        height: whole(file, "height"),
        caption: html_line(data, "caption"),
        credit: html_line(data, "credit"),
        link: notes.link(data, "link", path),
        ..Picture::default()
    }
}

fn gallery(data: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    // A carousel's data is the list itself in some versions.
    let (list, key) =
        [(items(data, "files"), "files"), (items(data, "images"), "images"), (items(data, "items"), "items")]
            .into_iter()
            .find(|(list, _)| !list.is_empty())
            .unwrap_or((data.as_array().unwrap_or_default(), ""));
    let at = path.key(key);
    let at = if key.is_empty() { path } else { &at };
    let mut images = Vec::new();
    for (index, one) in list.iter().enumerate() {
        let at = at.index(index);
        let one = match one.as_str() {
            Some(_) => Picture {
                src: notes.link_at(one, &at).and_then(|url| SafeUrl::media(url.as_str())),
                ..Picture::default()
            },
            None => picture(one, &at, notes),
        };
        if has_picture(&one) {
            images.push(one);
        }
    }
    let caption = html_line(data, "caption");
    (!images.is_empty() || caption.is_some()).then_some(Block::Gallery { images, caption })
}

fn embed(data: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let known = |url: &SafeUrl| html::embed::of(url.as_str());
    let page = notes.link(data, "source", path).or_else(|| notes.link(data, "url", path));
    // The player's address is all that some keep.
    let player = str_of(data, "embed").and_then(html::embed::of).unwrap_or_default();
    let embed = html::embed::complete(Embed {
        url: page.as_ref().and_then(known).and_then(|page| page.url).or(player.url),
        provider: line(data, "service").or(player.provider),
        title: html_line(data, "title"),
        caption: html_line(data, "caption"),
        frame: player.frame,
    });
    (embed.url.is_some() || embed.frame.is_some() || embed.caption.is_some()).then_some(Block::Embed(embed))
}

fn media(data: &Value, sound: bool, path: &Path, notes: &mut Notes) -> Option<Block> {
    let (file, key) = file(data);
    let at = path.key(key);
    let at = if key.is_empty() { path } else { &at };
    let src = ["url", "src"].iter().find_map(|key| notes.media(file, key, at));
    let mime = line(file, "mime").or_else(|| line(file, "type")).filter(|mime| mime.contains('/'));
    let media = Media {
        sources: src.map(|src| MediaSource { src, mime }).into_iter().collect(),
        poster: picture_url(data, "poster", path, notes),
        title: html_line(data, "title"),
        caption: html_line(data, "caption"),
        ..Media::default()
    };
    if media.sources.is_empty() && media.title.is_none() && media.caption.is_none() {
        return None;
    }
    Some(if sound { Block::Audio(media) } else { Block::Video(media) })
}

fn link(data: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let none = Value::Null;
    let meta = data.get("meta").unwrap_or(&none);
    let at = path.key("meta");
    let image_at = at.key("image");
    let image = meta.get("image").and_then(|image| match image.as_str() {
        Some(_) => picture_url(meta, "image", &at, notes),
        None => picture_url(image, "url", &image_at, notes),
    });
    link_card(Card {
        title: html_line(meta, "title").or_else(|| html_line(data, "title")).unwrap_or_default(),
        excerpt: html_line(meta, "description"),
        url: notes.link(data, "link", path).or_else(|| notes.link(data, "url", path)),
        image: image.map(|src| Picture { src: Some(src), ..Picture::default() }),
        site: html_line(meta, "site_name"),
        ..Card::default()
    })
}

/// A file to be taken along.
fn attachment(data: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let (file, key) = file(data);
    let at = path.key(key);
    let at = if key.is_empty() { path } else { &at };
    let url = notes.link(file, "url", at);
    let name = html_line(data, "title").or_else(|| string(file, "title")).or_else(|| string(file, "name"));
    let name = name.or_else(|| url.as_ref().map(|url| url.as_str().to_owned()));
    link_paragraph(url, name.map(crate::article::Inline::text).into_iter().collect())
}

/// A box: a title and a message.
fn boxed(data: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let key = ["message", "text", "content"].into_iter().find(|key| str_of(data, key).is_some()).unwrap_or("message");
    let blocks: Vec<_> = paragraph(html_inlines(data, key, path, notes)).into_iter().collect();
    let title = html_line(data, "title");
    (!blocks.is_empty() || title.is_some()).then_some(Block::Group { title, blocks })
}

fn toggle(one: &Value, blocks: Vec<Block>, path: &Path, notes: &mut Notes) -> Option<Block> {
    let data = one.get("data").unwrap_or(&Value::Null);
    let summary = html_inlines(data, "text", path, notes);
    let open = data.get("status").and_then(Value::as_str) == Some("open");
    (!summary.is_empty() || !blocks.is_empty()).then_some(Block::Details { summary, blocks, open })
}

/// Somebody: a picture, a name that leads to a page, and a few words.
fn person(data: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let src = picture_url(data, "photo", path, notes);
    let name = link_paragraph(notes.link(data, "link", path), html_inlines(data, "name", path, notes));
    let picture = src.map(|src| Block::Image(Picture { src: Some(src), ..Picture::default() }));
    let words = paragraph(html_inlines(data, "description", path, notes));
    let blocks: Vec<_> = picture.into_iter().chain(name).chain(words).collect();
    if blocks.is_empty() { blocks } else { vec![Block::Group { title: None, blocks }] }
}

/// Columns, each a document of its own; they are read one after the other.
fn columns(data: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let key = if data.get("cols").is_some() { "cols" } else { "columns" };
    let at = path.key(key);
    let mut out = Vec::new();
    for (index, column) in items(data, key).iter().enumerate() {
        let at = at.index(index);
        match column.as_array() {
            Some(list) => out.extend(blocks(list, &at, notes)),
            None => out.extend(blocks(items(column, "blocks"), &at.key("blocks"), notes)),
        }
    }
    out
}

/// A tool that is not known: what is built like a paragraph, a document or a picture is read like one.
fn other(one: &Value, data: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    if !items(data, "blocks").is_empty() {
        notes.warn("unknown-block", path, "The block is of an unknown type; what stands in it was kept.");
        return blocks(items(data, "blocks"), &path.key("blocks"), notes);
    }
    let name = one.get("type").and_then(Value::as_str).unwrap_or_default();
    let picture = ["imageURL", "imageUrl"].iter().find_map(|key| SafeUrl::media(str_of(data, key)?));
    let words = unknown(name, data, path, notes);
    let picture = picture.map(|src| Block::Image(Picture { src: Some(src), ..Picture::default() }));
    picture.into_iter().chain(words).collect()
}
