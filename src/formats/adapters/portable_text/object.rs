//! Objects between the blocks of text: pictures, code, tables, and whatever a site has made.

use crate::article::{Block, Card, Embed, Inline, Picture, SafeUrl, Table, Text};
use crate::formats::adapters::tree::{self, Flow};
use crate::formats::notes::{Notes, first, items, string, whole};
use crate::parse::{Path, Value};

use super::{Reader, address_key, kind, knows};

impl Reader<'_> {
    pub(super) fn equation(&self, value: &Value) -> Option<String> {
        let name = tree::plain_name(kind(value).unwrap_or_default());
        if !matches!(name.as_str(), "latex" | "math" | "equation" | "inlinemath" | "mathinline") {
            return None;
        }
        first(value, &["body", "latex", "equation", "formula", "value"])
    }

    pub(super) fn object(&mut self, value: &Value, path: &Path, out: &mut Vec<Block>) {
        let raw = kind(value).unwrap_or_default();
        let caption = string(value, "caption");
        match tree::plain_name(raw).as_str() {
            "span" => {
                let text = value.get("text").and_then(Value::as_str).unwrap_or_default();
                let (marks, link) = self.marks(&[], path, value, path);
                let mut flow = Flow::default();
                flow.text(text, &marks, link.as_ref());
                out.extend(flow.finish());
            }
            "image" | "mainimage" | "figure" | "captionimage" | "imagewithcaption" | "imageblock" | "picture"
            | "imagewithalt" => {
                let picture = self.picture(value, path);
                out.push(Block::Image(picture));
            }
            "gallery" | "imagegallery" | "images" | "carousel" | "slideshow" => {
                let key = if value.get("images").is_some() { "images" } else { "items" };
                let images_path = path.key(key);
                let images: Vec<_> = items(value, key)
                    .iter()
                    .enumerate()
                    .map(|(index, image)| self.picture(image, &images_path.index(index)))
                    .collect();
                out.push(Block::Gallery { images, caption });
            }
            "code" | "codeblock" | "codeinput" | "snippet" => {
                // The code may be an object of the plug-in's own.
                let held = value.get("code").filter(|code| code.as_object().is_some()).unwrap_or(value);
                match held.get("code").and_then(Value::as_str) {
                    Some(text) => out.push(tree::code(text, string(held, "language"))),
                    None => self.unknown(value, raw, path, out),
                }
            }
            "break" | "divider" | "hr" | "horizontalrule" | "separator" => out.push(Block::Divider),
            "table" | "simpletable" => self.table(value, path, out),
            "youtube" | "vimeo" | "twitter" | "tweet" | "instagram" | "embed" | "iframe" | "videoembed" | "video"
            | "spotify" | "codepen" | "oembed" | "youtubeembed" | "socialembed" | "tiktok" | "soundcloud" => {
                self.embed(value, raw, path, out);
            }
            "muxvideo" | "file" | "audio" | "fileattachment" => {
                let asset_path = path.key("asset");
                let asset = value.get("asset").unwrap_or(&Value::Null);
                let url = self.notes.link(asset, "url", &asset_path);
                let title = ["title", "originalFilename"]
                    .iter()
                    .find_map(|key| string(value, key).or_else(|| string(asset, key)));
                let card = tree::link_card(url, title);
                out.extend(card.map(|card| Block::LinkCard(Box::new(Card { excerpt: caption, ..card }))));
            }
            "linkcard" | "bookmark" | "linkpreview" => {
                let url = address_key(value).and_then(|key| self.notes.link(value, key, path));
                let card = tree::link_card(url, string(value, "title"));
                let excerpt = string(value, "description");
                out.extend(card.map(|card| Block::LinkCard(Box::new(Card { excerpt, ..card }))));
            }
            _ => self.unknown(value, raw, path, out),
        }
    }

    /// An object of the site's own: what stands in it as Portable Text is read, of the rest the words.
    fn unknown(&mut self, value: &Value, kind: &str, path: &Path, out: &mut Vec<Block>) {
        if let Some(text) = self.equation(value) {
            return out.push(Block::paragraph(text));
        }
        let title = ["title", "heading", "headline", "question", "summary", "label"]
            .into_iter()
            .find_map(|key| string(value, key));
        let mut blocks = Vec::new();
        for (key, member) in value.as_object().unwrap_or_default() {
            if let Some(nodes) = member.as_array()
                && knows(member)
            {
                blocks.extend(self.nodes(nodes, &path.key(key)));
            }
        }
        let box_like = matches!(
            tree::plain_name(kind).as_str(),
            "callout"
                | "infobox"
                | "box"
                | "aside"
                | "note"
                | "alert"
                | "details"
                | "accordion"
                | "accordionitem"
                | "faq"
                | "toggle"
                | "collapsible"
                | "quote"
                | "blockquote"
                | "pullquote"
        );
        if !box_like {
            self.notes.warn("unknown-block", path, "The block is not known here; its text was kept.");
        }
        if blocks.is_empty() {
            let text = tree::harvest(value);
            if !text.is_empty() {
                out.push(Block::Unknown { kind: kind.to_owned(), text });
            } else if kind.is_empty() {
                self.broken.get_or_insert_with(|| String::from(path));
            }
            return;
        }
        match tree::plain_name(kind).as_str() {
            "details" | "accordionitem" | "faq" | "toggle" | "collapsible" if title.is_some() => {
                let summary = title.map(|title| vec![Inline::text(title)]).unwrap_or_default();
                out.push(Block::Details { summary, blocks, open: false });
            }
            "quote" | "blockquote" | "pullquote" => {
                let cite = first(value, &["author", "cite", "source", "attribution"]);
                out.push(Block::Quote { blocks, cite });
            }
            _ => out.push(Block::Group { title, blocks }),
        }
    }

    pub(super) fn picture(&mut self, value: &Value, path: &Path) -> Picture {
        let holder = [value, value.get("image").unwrap_or(&Value::Null)];
        let holder = holder.into_iter().find(|one| one.get("asset").is_some()).unwrap_or(value);
        let asset = holder.get("asset").unwrap_or(&Value::Null);
        let asset_path = path.key("asset");
        let src = match asset.get("url") {
            Some(_) => self.notes.media(asset, "url", &asset_path),
            None => ["url", "src", "imageUrl"].iter().find_map(|key| self.notes.media(value, key, path)),
        };
        let alt = [value, holder, asset].iter().find_map(|one| first(one, &["alt", "altText"]));
        let caption = ["caption", "title"].iter().find_map(|key| self.line(value.get(key)?));
        let place = if asset.is_null() { path } else { &asset_path };
        let picture = tree::picture(src, (alt, caption), place, self.notes);
        let size = asset.get("metadata").and_then(|data| data.get("dimensions")).unwrap_or(&Value::Null);
        let credit = first(value, &["credit", "attribution", "photographer"]);
        let link = ["link", "href"].iter().find_map(|key| self.notes.link(value, key, path));
        Picture { width: whole(size, "width"), height: whole(size, "height"), credit, link, ..picture }
    }

    /// A caption, which is a string or Portable Text itself.
    fn line(&mut self, value: &Value) -> Option<String> {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Array(nodes) => {
                let mut unheard = Notes::default();
                let mut reader = Reader { notes: &mut unheard, broken: None, footnotes: Vec::new() };
                let mut blocks = reader.nodes(nodes, &Path::root());
                blocks.push(Block::Footnotes(reader.footnotes));
                crate::article::plain(&tree::into_text(blocks))
            }
            _ => return None,
        };
        Some(text).filter(|text| !text.trim().is_empty())
    }

    /// The tables of the usual plug-ins: rows with cells that are strings, Portable Text or objects with either.
    fn table(&mut self, value: &Value, path: &Path, out: &mut Vec<Block>) {
        let holder = value.get("table").filter(|table| table.as_object().is_some()).unwrap_or(value);
        let mut rows = Vec::new();
        let headed = ["hasHeaderRow", "headerRow", "header"]
            .iter()
            .any(|key| value.get(key).and_then(Value::as_bool) == Some(true));
        let rows_path = path.key("rows");
        for (index, row) in items(holder, "rows").iter().enumerate() {
            let path = rows_path.index(index);
            let path = path.key("cells");
            let cells = row.as_array().unwrap_or_else(|| items(row, "cells"));
            let head = headed && index == 0;
            let row = cells.iter().enumerate().map(|(index, cell)| {
                let words = ["content", "value", "text", "body"].iter().find_map(|key| cell.get(key)).unwrap_or(cell);
                let content = match words {
                    Value::Array(nodes) => tree::into_text(self.nodes(nodes, &path.index(index))),
                    Value::String(text) => vec![Inline::text(text)],
                    Value::Number(number) => vec![Inline::text(number.as_str())],
                    _ => Text::new(),
                };
                crate::article::Cell {
                    content,
                    ..tree::cell(head, whole(cell, "colSpan"), whole(cell, "rowSpan"), None)
                }
            });
            rows.push(row.collect());
        }
        if rows.is_empty() {
            return self.unknown(value, "table", path, out);
        }
        let caption = first(value, &["caption", "title"]);
        out.push(Block::Table(Table { rows, caption }));
    }

    fn embed(&mut self, value: &Value, kind: &str, path: &Path, out: &mut Vec<Block>) {
        let mut url = address_key(value).and_then(|key| self.notes.link(value, key, path));
        if url.is_none()
            && let Some(id) = first(value, &["videoId", "id"])
        {
            let site = match tree::plain_name(kind).as_str() {
                "youtube" | "youtubeembed" => "https://www.youtube.com/watch?v=",
                "vimeo" => "https://vimeo.com/",
                "tweet" | "twitter" => "https://x.com/i/status/",
                _ => "",
            };
            url = if site.is_empty() { None } else { SafeUrl::link(&[site, &id].concat()) };
        }
        let title = string(value, "title");
        let caption = value.get("caption").and_then(|caption| self.line(caption));
        if url.is_none() && title.is_none() && caption.is_none() {
            return self.unknown(value, kind, path, out);
        }
        out.push(Block::Embed(Embed { url, title, caption, ..Embed::default() }));
    }
}
