//! What the pages are rendered from.

use crate::article::{Article, Author, Block, Card, Dir, Picture, Site};
use crate::formats::adapters::meta::block::{html_blocks, html_line, line, take_line};
use crate::formats::adapters::meta::picture::{self, picture_url};
use crate::formats::adapters::meta::when::date;
use crate::formats::notes::{Notes, items, string};
use crate::parse::{Path, Value};

use super::{authors, body, element};

/// Reads one page.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Article {
    let mut article = Article {
        id: string(value, "pageId"),
        title: html_line(value, "headline").or_else(|| html_line(value, "webTitle")).unwrap_or_default(),
        url: notes.link(value, "webURL", path).or_else(|| notes.link(value, "canonicalUrl", path)),
        lang: notes.language(value.get("lang"), &path.key("lang")),
        dir: (value.get("isRightToLeftLang").and_then(Value::as_bool) == Some(true)).then_some(Dir::Rtl),
        section: line(value, "sectionLabel").or_else(|| line(value, "sectionName")),
        ..Article::default()
    };
    let dates = ["webPublicationDate", "webPublicationDateDeprecated"];
    article.published = dates.iter().find_map(|key| date(value, key, path, notes));
    let graph_at = path.key("openGraphData");
    article.modified =
        value.get("openGraphData").and_then(|graph| date(graph, "article:modified_time", &graph_at, notes));
    if let Some(name) = line(value, "publication") {
        article.site = Some(Site { name, home: notes.link(value, "guardianBaseURL", path) });
    }
    let mut known = Vec::new();
    for tag in items(value, "tags") {
        let Some(name) = html_line(tag, "title") else { continue };
        match tag.get("type").and_then(Value::as_str) {
            Some("Contributor") => known.push(Author { name, url: None }),
            Some("Keyword") => article.tags.push(name),
            Some("Series") => {
                article.kicker.get_or_insert(name);
            }
            _ => {}
        }
    }
    article.authors = authors(value.get("byline").and_then(Value::as_str), known);

    let mut blocks = html_blocks(value, "standfirst", path, notes);
    article.summary = take_line(&mut blocks);
    let main = element::elements(items(value, "mainMediaElements"), &path.key("mainMediaElements"), notes);
    let mut hero = None;
    for block in main {
        match block {
            Block::Image(picture) if hero.is_none() => hero = Some(picture),
            other => blocks.push(other),
        }
    }
    blocks.extend(body::blocks(items(value, "blocks"), &path.key("blocks"), notes));
    article.hero = picture::above(hero, &blocks);
    article.blocks = blocks;

    let at = path.key("storyPackage");
    let at = at.key("trails");
    let trails = value.get("storyPackage").map_or(&[][..], |package| items(package, "trails"));
    article.related = trails.iter().enumerate().filter_map(|(index, it)| trail(it, &at.index(index), notes)).collect();
    article
}

/// Another article, offered.
fn trail(value: &Value, path: &Path, notes: &mut Notes) -> Option<Card> {
    let src = picture_url(value, "image", path, notes).or_else(|| picture_url(value, "masterImage", path, notes));
    Some(Card {
        title: html_line(value, "headline").or_else(|| html_line(value, "linkText"))?,
        kicker: html_line(value, "kickerText"),
        excerpt: html_line(value, "trailText"),
        url: notes.link(value, "url", path),
        image: src.map(|src| Picture { src: Some(src), ..Picture::default() }),
        published: date(value, "webPublicationDate", path, notes),
        ..Card::default()
    })
}
