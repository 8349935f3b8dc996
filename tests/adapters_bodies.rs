//! The formats whose body is one text or one piece of HTML, against real documents.
//!
//! The documents are no part of this repository. Where they lie beside the checkout, in `../shared/corpus`, each of them is read and
//! its head compared with what plain code finds in the JSON; where not, the test says so.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that fails may panic"
)]

use std::path::Path;

use lamplit::article::{Block, plain};
use lamplit::formats::{Format, Intake};
use lamplit::parse::{Value, parse};
use lamplit::{Article, Error, Limits};

/// What became of a document.
type Read = Result<(Article, Option<Format>), Error>;

/// The documents of a folder: name, JSON, and what became of it.
fn documents(folder: &str) -> Vec<(String, Value, Read)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("{} is not there: its documents were not read.", folder.display());
        return Vec::new();
    };
    let mut documents = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let mut intake = Intake::new(Limits::default());
        let read = intake.feed(&bytes).and_then(|()| intake.finish());
        let format = intake.format();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        documents.push((
            name,
            parse(&bytes, Limits::default()).unwrap(),
            read.map(|()| (intake.into_article(), format)),
        ));
    }
    assert!(!documents.is_empty(), "{} is empty", folder.display());
    documents
}

fn member<'a>(value: &'a Value, way: &[&str]) -> &'a Value {
    static NULL: Value = Value::Null;
    way.iter().fold(value, |value, key| match key.parse::<usize>() {
        Ok(index) => value.at(index).unwrap_or(&NULL),
        Err(_) => value.get(key).unwrap_or(&NULL),
    })
}

fn text<'a>(value: &'a Value, way: &[&str]) -> &'a str {
    member(value, way).as_str().unwrap_or_default()
}

/// Whether `line` says what `raw` says: the words between its character references and tags stand in it, in order.
fn says(line: &str, raw: &str) -> bool {
    let mut rest = line;
    let mut raw = raw;
    loop {
        let end = raw.find(['&', '<']).unwrap_or(raw.len());
        for word in raw[..end].split_whitespace() {
            let Some(at) = rest.find(word) else { return false };
            rest = &rest[at + word.len()..];
        }
        let Some(close) = raw[end..].find([';', '>', ' ']) else { return true };
        raw = &raw[end + close + 1..];
    }
}

fn check_title(name: &str, article: &Article, raw: &str) {
    assert!(says(&article.title, raw), "{name}: {:?} is not {raw:?}", article.title);
    assert_eq!(article.title.is_empty(), raw.is_empty(), "{name}");
}

/// The day, where the document gives it with its figures first.
fn check_day(name: &str, article: &Article, raw: &str) {
    let iso = article.published.as_ref().map(lamplit::article::Moment::iso).unwrap_or_default();
    if raw.starts_with(|c: char| c.is_ascii_digit()) {
        assert_eq!(iso.get(..10), raw.get(..10), "{name}");
    } else {
        assert_eq!(iso.is_empty(), raw.is_empty(), "{name}: {iso} from {raw:?}");
    }
}

fn check_author(name: &str, article: &Article, raw: &str) {
    let first = article.authors.first().map(|author| author.name.as_str()).unwrap_or_default();
    assert!(says(first, raw) && first.is_empty() == raw.is_empty(), "{name}: {first:?} is not {raw:?}");
}

fn check_text(name: &str, article: &Article, raw: &str) {
    let mut all = String::new();
    for block in &article.blocks {
        if let Block::Paragraph(paragraph) = block {
            all.push_str(&plain(&paragraph.content));
            all.push(' ');
        }
    }
    assert!(says(&all, raw), "{name}: the text lost words of {raw:?}");
}

fn imported(name: &str, read: Read, format: Format) -> Article {
    let (article, found) = read.unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(found, Some(format), "{name}");
    for warning in &article.warnings {
        assert!(!warning.path.is_empty() && warning.path.starts_with('$'), "{name}: {warning:?}");
    }
    article
}

#[test]
fn json_feeds() {
    for (name, json, read) in documents("json-feed") {
        let items = member(&json, &["items"]).as_array().unwrap_or_default();
        let Some(first) = items.first() else {
            let error = read.unwrap_err();
            assert_eq!((error.code.as_str(), error.path.as_str()), ("invalid-article", "$.items"), "{name}");
            continue;
        };
        let article = imported(&name, read, Format::JsonFeed);
        check_title(&name, &article, text(first, &["title"]));
        check_day(&name, &article, text(first, &["date_published"]));
        let ways: [(&Value, &[&str]); 4] = [
            (first, &["authors", "0", "name"]),
            (first, &["author", "name"]),
            (&json, &["authors", "0", "name"]),
            (&json, &["author", "name"]),
        ];
        let author = ways.iter().map(|(value, way)| text(value, way)).find(|author| !author.is_empty());
        check_author(&name, &article, author.unwrap_or_default());
        assert_eq!(article.related.len(), items.len() - 1, "{name}");
        assert!(article.related.iter().all(|card| !card.title.is_empty()), "{name}");
        assert_eq!(article.next.as_ref().map_or("", |next| next.as_str()), text(&json, &["next_url"]), "{name}");
        if text(first, &["content_html"]).is_empty() {
            check_text(&name, &article, text(first, &["content_text"]));
        }
    }
}

/// The first node of an article, found by a walk through everything.
fn node(value: &Value) -> Option<&Value> {
    let kind = text(value, &["@type"]);
    if kind.ends_with("Article") || kind.ends_with("Posting") {
        return Some(value);
    }
    let inner = member(value, &["@graph"]);
    value.as_array().or_else(|| inner.as_array()).unwrap_or_default().iter().find_map(node)
}

#[test]
fn json_ld() {
    for (name, json, read) in documents("json-ld") {
        let article = imported(&name, read, Format::JsonLd);
        let node = node(&json).unwrap_or_else(|| panic!("{name} has no article"));
        let wikipedia = name.starts_with("wikipedia");
        check_title(&name, &article, text(node, &[if wikipedia { "name" } else { "headline" }]));
        let days = [text(node, &["datePublished"]), text(node, &["dateCreated"])];
        check_day(&name, &article, days.into_iter().find(|day| !day.is_empty()).unwrap_or_default());
        let ways: [&[&str]; 6] = [
            &["author"],
            &["author", "name"],
            &["author", "0", "name"],
            &["author", "name", "name"],
            &["creator"],
            &["creator", "0"],
        ];
        let author = ways.iter().map(|way| text(node, way)).find(|author| !author.is_empty());
        let reference = text(node, &["author", "@id"]);
        let graph = member(&json, &["@graph"]).as_array().unwrap_or_default();
        let person = graph.iter().find(|other| !reference.is_empty() && text(other, &["@id"]) == reference);
        let author = author.or(person.map(|person| text(person, &["name"])));
        check_author(&name, &article, author.unwrap_or_default());
        let body = text(node, &["articleBody"]);
        if !body.contains("</") && !body.contains('&') {
            check_text(&name, &article, body);
        }
        assert_eq!(article.blocks.is_empty(), body.is_empty() && !name.starts_with("trafilatura-14"), "{name}");
        assert_eq!(article.hero.is_some(), has_picture(node, graph), "{name}");
    }
}

fn has_picture(node: &Value, graph: &[Value]) -> bool {
    let reference = text(node, &["image", "@id"]);
    let dangling = !reference.is_empty() && !graph.iter().any(|other| text(other, &["@id"]) == reference);
    !dangling && (node.get("image").is_some() || node.get("thumbnailUrl").is_some())
}

#[test]
fn wordpress() {
    for (name, json, read) in documents("wordpress-rest") {
        let article = imported(&name, read, Format::WordPress);
        let post = json.at(0).unwrap_or(&json);
        check_title(&name, &article, text(post, &["title", "rendered"]));
        check_day(&name, &article, text(post, &["date_gmt"]));
        check_author(&name, &article, text(post, &["_embedded", "author", "0", "name"]));
        assert_eq!(article.related.len(), json.as_array().map_or(0, |posts| posts.len() - 1), "{name}");
        let picture = text(post, &["_embedded", "wp:featuredmedia", "0", "source_url"]);
        assert!(article.hero.as_ref().is_none_or(|hero| hero.src.as_ref().is_some_and(|src| src.as_str() == picture)));
        assert!(!article.blocks.is_empty(), "{name}");
    }
}

#[test]
fn ghost() {
    for (name, json, read) in documents("ghost-content-api") {
        let article = imported(&name, read, Format::Ghost);
        let posts = if json.get("posts").is_some() { "posts" } else { "pages" };
        let post = member(&json, &[posts, "0"]);
        check_title(&name, &article, text(post, &["title"]));
        check_day(&name, &article, text(post, &["published_at"]));
        check_author(&name, &article, text(post, &["primary_author", "name"]));
        assert_eq!(article.section.as_deref().unwrap_or_default(), text(post, &["primary_tag", "name"]), "{name}");
        assert!(!article.blocks.is_empty(), "{name}");
    }
}

#[test]
fn readability() {
    for (name, json, read) in documents("readability") {
        let article = imported(&name, read, Format::Readability);
        check_title(&name, &article, text(&json, &["title"]));
        check_day(&name, &article, text(&json, &["publishedTime"]));
        check_author(&name, &article, text(&json, &["byline"]));
        assert_eq!(article.dir.map(lamplit::article::Dir::as_str).unwrap_or_default(), text(&json, &["dir"]), "{name}");
        assert_eq!(article.lang.as_deref().unwrap_or_default(), text(&json, &["lang"]), "{name}");
        assert_eq!(article.site.map(|site| site.name).unwrap_or_default(), text(&json, &["siteName"]), "{name}");
        assert!(!article.blocks.is_empty(), "{name}");
    }
}
