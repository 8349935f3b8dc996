//! ProseMirror and the editors on top of it (Tiptap, Remirror, Atlassian's documents): `{"type":"doc","content":[…]}`.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::article::{Article, Block, Embed, Inline, Mark, Picture, SafeUrl};
use crate::error::Error;
use crate::formats::notes::{Notes, first, items, string, whole};
use crate::parse::{Path, Value};

use super::tree::{self, Grammar, Node};

const GRAMMAR: Grammar = Grammar { children: "content", kind: "type", node };

/// Whether `value` is such a document.
pub fn knows(value: &Value) -> bool {
    value.get("type").and_then(Value::as_str) == Some("doc")
        && (value.get("content").is_some() || value.as_object().is_some_and(|members| members.len() == 1))
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`], with its path, where the document breaks the format's rules so that no article is left.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    tree::article(&GRAMMAR, value.get("content").unwrap_or(&Value::Null), &path.key("content"), notes)
}

fn node<'a>(value: &'a Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let attrs = value.get("attrs").unwrap_or(&Value::Null);
    let attrs_path = path.key("attrs");
    let kind = tree::plain_name(value.get("type").and_then(Value::as_str).unwrap_or_default());
    if kind == "text" {
        return text(value, path, notes);
    }
    if let Some(level) = tree::heading_level(&kind) {
        return Node::Heading(level);
    }
    match tree::common_name(&kind) {
        "" => match value.get("text") {
            Some(Value::String(_)) => text(value, path, notes),
            _ if value.get("content").is_some() => Node::Body,
            _ => Node::Unknown,
        },
        "paragraph" => Node::Paragraph,
        "heading" => Node::Heading(whole(attrs, "level").unwrap_or(2)),
        "bulletlist" => Node::List(false, None),
        "orderedlist" => {
            Node::List(true, whole::<i32>(attrs, "start").or_else(|| whole(attrs, "order")).filter(|start| *start != 1))
        }
        "list" => {
            Node::List(attrs.get("type").or_else(|| attrs.get("kind")).and_then(Value::as_str) == Some("ordered"), None)
        }
        "listitem" => Node::Item(None),
        "taskitem" => {
            let ticked = ["checked", "done"].iter().any(|key| attrs.get(key).and_then(Value::as_bool) == Some(true));
            Node::Item(Some(ticked || attrs.get("state").and_then(Value::as_str) == Some("DONE")))
        }
        "blockquote" => Node::Quote(first(attrs, &["cite", "author"])),
        "codeblock" => {
            let language = first(attrs, &["language", "params", "lang"]);
            Node::Code(language)
        }
        "divider" => Node::Ready(tree::one(Block::Divider)),
        "hardbreak" => Node::Break,
        "image" => Node::Picture(picture(value, attrs, &attrs_path, notes)),
        "figure" => match attrs.get("src") {
            Some(Value::String(_)) => Node::Picture(picture(value, attrs, &attrs_path, notes)),
            _ => Node::Figure,
        },
        "gallery" | "imagegallery" => gallery(attrs, &attrs_path, notes),
        "caption" => Node::Label,
        "table" => Node::Table,
        "tablerow" => Node::Row,
        name @ ("tablecell" | "tableheader") => {
            let align = attrs.get("align").or_else(|| attrs.get("textAlign")).and_then(Value::as_str);
            let span = |key| whole(attrs, key);
            Node::Cell(tree::cell(name == "tableheader", span("colspan"), span("rowspan"), align))
        }
        "details" => {
            let open = attrs.get("open").and_then(Value::as_bool) == Some(true);
            Node::Details(open, string(attrs, "title").map(|title| vec![Inline::text(title)]).unwrap_or_default())
        }
        "callout" | "container" => Node::Group(string(attrs, "title")),
        "body" | "accordion" => Node::Body,
        "mention" | "hashtag" | "user" | "status" | "variable" => called(value, attrs, ["text", "label", "name", "id"]),
        "emoji" => emoji(value, attrs),
        "inlinemath" | "mathinline" | "math" | "mathematics" | "inlineequation" => math(attrs, value, false),
        "blockmath" | "mathblock" | "mathdisplay" | "equation" | "latex" => math(attrs, value, true),
        "youtube" | "vimeo" | "twitter" | "tweet" | "instagram" | "iframe" | "embed" | "embedcard"
        | "externalvideo" | "embeddedvideo" | "oembed" | "video" | "videoembed" | "socialembed" | "youtubevideo"
        | "codepen" => embed(&kind, attrs, &attrs_path, notes),
        "audio" => {
            let src = notes.media(attrs, "src", &attrs_path);
            Node::Ready(tree::one(tree::sound(src, string(attrs, "title"), string(attrs, "caption"))))
        }
        "bookmark" | "linkpreview" | "blockcard" | "linkcard" | "file" | "attachment" | "button" => {
            card(attrs, &attrs_path, notes)
        }
        "inlinecard" => match address(attrs, &attrs_path, notes) {
            Some(url) => Node::Text(Cow::Owned(url.as_str().to_owned()), Vec::new(), Some(url)),
            None => Node::Unknown,
        },
        _ => Node::Unknown,
    }
}

/// A leaf with its marks.
fn text<'a>(value: &'a Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let text = notes.text(value, "text", path);
    let (marks, link) = marks(value, path, notes);
    Node::Text(text, marks, link)
}

/// The marks of a node and the link among them.
fn marks(value: &Value, path: &Path, notes: &mut Notes) -> (Vec<Mark>, Option<SafeUrl>) {
    let mut marks = Vec::new();
    let mut link = None;
    let path = path.key("marks");
    for (index, mark) in items(value, "marks").iter().enumerate() {
        let path = path.index(index);
        let kind = mark.as_str().or_else(|| mark.get("type").and_then(Value::as_str)).unwrap_or_default();
        let attrs = mark.get("attrs").unwrap_or(&Value::Null);
        let kind = tree::plain_name(kind);
        match kind.as_str() {
            "link" | "a" => {
                let key = if attrs.get("href").is_some() { "href" } else { "url" };
                link = notes.link(attrs, key, &path.key("attrs")).or(link);
            }
            "subsup" => marks.extend(attrs.get("type").and_then(Value::as_str).and_then(tree::mark_named)),
            // How words look, and what editors say about them.
            "textstyle" | "textcolor" | "color" | "fontfamily" | "fontsize" | "backgroundcolor" | "background"
            | "comment" | "commentmark" | "annotation" | "insertion" | "indentation" | "alignment" | "bordered"
            | "border" | "style" | "styled" => {}
            other => match tree::mark_named(other) {
                Some(mark) => marks.push(mark),
                None => notes.warn("unknown-mark", &path, "The mark is not known here; its text was kept."),
            },
        }
    }
    (marks, link)
}

fn picture(value: &Value, attrs: &Value, path: &Path, notes: &mut Notes) -> Picture {
    let key = ["src", "url", "href"].into_iter().find(|key| attrs.get(key).is_some()).unwrap_or("src");
    let src = notes.media(attrs, key, path);
    let alt = string(attrs, "alt");
    let caption =
        string(attrs, "caption").or_else(|| string(attrs, "title").filter(|title| Some(title) != alt.as_ref()));
    let mut picture = tree::picture(src, (alt, caption), path, notes);
    picture.width = whole(attrs, "width");
    picture.height = whole(attrs, "height");
    picture.link = ["link", "href"].iter().filter(|other| **other != key).find_map(|key| notes.link(attrs, key, path));
    if picture.link.is_none() && value.get("marks").is_some() {
        let mut unheard = Notes::default();
        picture.link = marks(value, path, &mut unheard).1;
    }
    picture
}

fn gallery<'a>(attrs: &Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let path = path.key("images");
    let images: Vec<_> = items(attrs, "images")
        .iter()
        .enumerate()
        .map(|(index, image)| picture(&Value::Null, image, &path.index(index), notes))
        .collect();
    // Without a list of its own, its pictures are its children.
    if images.is_empty() {
        return Node::Body;
    }
    Node::Ready(tree::one(Block::Gallery { images, caption: string(attrs, "caption") }))
}

/// An inline atom whose words are an attribute.
fn called<'a>(value: &'a Value, attrs: &'a Value, keys: [&str; 4]) -> Node<'a> {
    let name = first(attrs, &keys);
    match name {
        Some(name) => {
            // Tiptap keeps the sign that the writer typed apart from the name.
            let sign =
                attrs.get("mentionSuggestionChar").and_then(Value::as_str).filter(|sign| !name.starts_with(*sign));
            Node::Text(Cow::Owned([sign.unwrap_or_default(), &name].concat()), Vec::new(), None)
        }
        None if value.get("content").is_some() => Node::Span(Vec::new(), None),
        None => Node::Text(Cow::Borrowed(""), Vec::new(), None),
    }
}

/// An emoji: its characters, or its name as writers type it where nothing else is known.
fn emoji<'a>(value: &'a Value, attrs: &Value) -> Node<'a> {
    if let Some(signs) = first(attrs, &["emoji", "text"]) {
        return Node::Text(Cow::Owned(signs), Vec::new(), None);
    }
    if value.get("content").is_some() {
        return Node::Span(Vec::new(), None);
    }
    if let Some(text) = value.get("text").and_then(Value::as_str) {
        return Node::Text(Cow::Borrowed(text), Vec::new(), None);
    }
    let name = first(attrs, &["shortName", "name"]).unwrap_or_default();
    let name = name.trim_matches(':');
    let typed = if name.is_empty() { String::new() } else { [":", name, ":"].concat() };
    Node::Text(Cow::Owned(typed), Vec::new(), None)
}

fn math<'a>(attrs: &Value, value: &Value, block: bool) -> Node<'a> {
    let latex = first(attrs, &["latex", "formula", "text", "content", "value"]);
    match latex {
        Some(latex) if block => Node::Ready(tree::one(Block::paragraph(latex))),
        Some(latex) => Node::Text(Cow::Owned(latex), Vec::new(), None),
        None if value.get("content").is_none() => Node::Unknown,
        None if block => Node::Paragraph,
        None => Node::Span(Vec::new(), None),
    }
}

fn address(attrs: &Value, path: &Path, notes: &mut Notes) -> Option<SafeUrl> {
    let key = ["src", "url", "href"].into_iter().find(|key| attrs.get(key).and_then(Value::as_str).is_some())?;
    notes.link(attrs, key, path)
}

/// What another site shows, or film from a file.
fn embed<'a>(kind: &str, attrs: &Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let caption = string(attrs, "caption");
    let file = |src: &str| {
        let path = src.split(['?', '#']).next().unwrap_or_default();
        [".mp4", ".webm", ".mov", ".m4v", ".ogv"].iter().any(|end| path.ends_with(end))
    };
    if kind == "video" && attrs.get("src").and_then(Value::as_str).is_some_and(file) {
        let src = notes.media(attrs, "src", path);
        return Node::Ready(tree::one(tree::film(src, notes.media(attrs, "poster", path), caption)));
    }
    let url = address(attrs, path, notes);
    let frame = if kind == "iframe" { url.as_ref().and_then(|url| SafeUrl::frame(url.as_str())) } else { None };
    let title = string(attrs, "title");
    if url.is_none() && title.is_none() && caption.is_none() {
        return Node::Unknown;
    }
    Node::Ready(tree::one(Block::Embed(Embed { url, provider: string(attrs, "provider"), title, caption, frame })))
}

fn card<'a>(attrs: &Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    let url = address(attrs, path, notes);
    let title = first(attrs, &["title", "name", "fileName", "text", "label"]);
    match tree::link_card(url, title) {
        Some(mut card) => {
            card.excerpt = string(attrs, "description");
            Node::Ready(tree::one(Block::LinkCard(Box::new(card))))
        }
        None => Node::Body,
    }
}
