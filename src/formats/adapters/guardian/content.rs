//! Articles of the Content API.

use crate::article::{Article, Author, Block, Card, Picture, Site, plain};
use crate::formats::adapters::meta::block::{self, first_line, html_blocks, html_line, line, take_line};
use crate::formats::adapters::meta::picture::{self, picture_url};
use crate::formats::adapters::meta::unknown;
use crate::formats::adapters::meta::when::date;
use crate::formats::notes::{Notes, items, string};
use crate::parse::{Path, Value};

use super::{authors, body, element, media};

/// Reads one article.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Article {
    let none = Value::Null;
    let fields = value.get("fields").unwrap_or(&none);
    let fields_at = path.key("fields");
    let tags = |kind: &str, out: &mut dyn FnMut(usize, &Value, String)| {
        for (index, tag) in items(value, "tags").iter().enumerate() {
            if tag.get("type").and_then(Value::as_str) == Some(kind)
                && let Some(name) = html_line(tag, "webTitle")
            {
                out(index, tag, name);
            }
        }
    };
    let mut article = Article {
        id: string(value, "id"),
        title: html_line(fields, "headline").or_else(|| html_line(value, "webTitle")).unwrap_or_default(),
        url: notes.link(value, "webUrl", path),
        lang: notes.language(fields.get("lang"), &fields_at.key("lang")),
        published: date(value, "webPublicationDate", path, notes),
        modified: date(fields, "lastModified", &fields_at, notes),
        section: line(value, "sectionName"),
        ..Article::default()
    };
    let at = path.key("tags");
    let mut known = Vec::new();
    tags("contributor", &mut |index, tag, name| {
        known.push(Author { name, url: notes.link(tag, "webUrl", &at.index(index)) });
    });
    article.authors = authors(fields.get("byline").and_then(Value::as_str), known);
    tags("keyword", &mut |_, _, name| article.tags.push(name));
    let mut publication = html_line(fields, "publication");
    tags("publication", &mut |_, _, name| {
        publication.get_or_insert(name);
    });
    article.site = publication.map(|name| Site { name, home: None });

    let mut standfirst = html_blocks(fields, "standfirst", &fields_at, notes);
    article.summary = take_line(&mut standfirst)
        .or_else(|| if standfirst.is_empty() { html_line(fields, "trailText") } else { None });
    let main = main_media(value, fields, path, &fields_at, notes);
    let mut blocks = standfirst;
    let mut hero = None;
    for block in main {
        match block {
            Block::Image(picture) if hero.is_none() => hero = Some(picture),
            other => blocks.push(other),
        }
    }
    blocks.extend(text(value, fields, path, notes));
    article.hero = picture::above(hero, &blocks);
    if article.hero.is_none() && fields.get("thumbnail").is_some() && !has_picture(&blocks) {
        let src = picture_url(fields, "thumbnail", &fields_at, notes);
        article.hero = src.map(|src| Picture { src: Some(src), ..Picture::default() });
    }
    article.blocks = blocks;
    article
}

/// Whether a thumbnail would only repeat, smaller, what the text shows.
fn has_picture(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Image(_) | Block::Gallery { .. } => true,
        Block::Group { blocks, .. } => has_picture(blocks),
        _ => false,
    })
}

/// What stands above the text: the main block, the old list of elements, or HTML.
fn main_media(value: &Value, fields: &Value, path: &Path, fields_at: &Path, notes: &mut Notes) -> Vec<Block> {
    if let Some(main) = value.get("blocks").and_then(|blocks| blocks.get("main")) {
        let at = path.key("blocks");
        let blocks = body::inside(main, &at.key("main"), notes);
        if !blocks.is_empty() {
            return blocks;
        }
    }
    let blocks = html_blocks(fields, "main", fields_at, notes);
    if !blocks.is_empty() {
        return blocks;
    }
    let at = path.key("elements");
    let of_main = |element: &&Value| element.get("relation").and_then(Value::as_str) == Some("main");
    let index = items(value, "elements").iter().position(|element| of_main(&element));
    let main = index.and_then(|index| Some((index, items(value, "elements").get(index)?)));
    main.map_or_else(Vec::new, |(index, main)| element::element(main, &at.index(index), notes))
}

/// The text: the blocks where they are, the HTML of the body where not, and never both.
fn text(value: &Value, fields: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    if let Some(blocks) = value.get("blocks").filter(|blocks| !items(blocks, "body").is_empty()) {
        let at = path.key("blocks");
        return body::blocks(items(blocks, "body"), &at.key("body"), notes);
    }
    let fields_at = path.key("fields");
    let blocks = html_blocks(fields, "body", &fields_at, notes);
    if !blocks.is_empty() {
        return blocks;
    }
    let blocks: Vec<_> = line(fields, "bodyText").map(|text| block::plain_paragraphs(&text)).unwrap_or_default();
    if !blocks.is_empty() {
        return blocks;
    }
    let at = path.key("elements");
    let of_body = |(_, element): &(usize, &Value)| element.get("relation").and_then(Value::as_str) == Some("body");
    let elements = items(value, "elements").iter().enumerate().filter(of_body);
    elements.flat_map(|(index, element)| element::element(element, &at.index(index), notes)).collect()
}

/// An article as a card.
pub fn card(value: &Value, path: &Path, notes: &mut Notes) -> Option<Card> {
    let none = Value::Null;
    let fields = value.get("fields").unwrap_or(&none);
    let fields_at = path.key("fields");
    let at = path.key("blocks");
    let main =
        value.get("blocks").and_then(|blocks| blocks.get("main")).and_then(|main| items(main, "elements").first());
    let thumbnail =
        picture_url(fields, "thumbnail", &fields_at, notes).map(|src| Picture { src: Some(src), ..Picture::default() });
    Some(Card {
        title: html_line(fields, "headline").or_else(|| html_line(value, "webTitle"))?,
        excerpt: first_line(fields, &["trailText", "standfirst"]),
        url: notes.link(value, "webUrl", path),
        image: thumbnail.or_else(|| main.and_then(|main| media::picture(main, &at.key("main"), notes))),
        site: html_line(fields, "publication"),
        published: date(value, "webPublicationDate", path, notes),
        ..Card::default()
    })
}

/// The first words of blocks, for the time of a live block.
pub fn opens_with(blocks: &[Block], words: &str) -> bool {
    match blocks.first() {
        Some(Block::Heading(heading)) => unknown::same(&plain(&heading.content), words),
        _ => false,
    }
}
