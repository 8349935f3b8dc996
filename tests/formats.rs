//! The importers of JSON over documents of every format: our own in `tests/fixtures/formats`, and real ones where they are.
//!
//! The real documents are no part of this repository. Where they lie beside the checkout, in `../shared/corpus`, they are tried; where
//! not, the test says so and only our own count.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "the helpers of tests are tests"
)]

use std::fs;
use std::path::{Path, PathBuf};

use lamplit::formats::lamplit as native;
use lamplit::formats::{Format, Intake};
use lamplit::{Article, Code, Error, Limits};
use serde_json::Value;

/// The folders of the corpus, and the format that each stands for.
const FOLDERS: &[(&str, Format)] = &[
    ("apple-news", Format::AppleNews),
    ("arc-ans", Format::ArcAns),
    ("contentful-rich-text", Format::Contentful),
    ("editorjs", Format::EditorJs),
    ("ghost-content-api", Format::Ghost),
    ("guardian-capi", Format::Guardian),
    ("guardian-dcr", Format::Guardian),
    ("json-feed", Format::JsonFeed),
    ("json-ld", Format::JsonLd),
    ("lexical-ghost", Format::Lexical),
    ("notion", Format::Notion),
    ("portable-text", Format::PortableText),
    ("prosemirror-tiptap", Format::ProseMirror),
    ("readability", Format::Readability),
    ("slate", Format::Slate),
    ("strapi-blocks", Format::Strapi),
    ("wordpress-rest", Format::WordPress),
];

/// The files of `cn-news-api`, by how their names begin.
const FILES: &[(&str, Format)] = &[("netease-", Format::NetEase), ("zhihu-", Format::Zhihu)];

/// The members of a native document that are read, in reading order; all others are addresses, ids and the like.
const READ: &[&str] = &[
    "kicker", "title", "subtitle", "summary", "hero", "text", "content", "caption", "excerpt", "images", "rows",
    "items", "blocks", "notes", "credit", "cite",
];

#[test]
fn formats_are_told_apart_and_say_what_their_documents_say() {
    let mut failures = Vec::new();
    for entry in index() {
        let Some(expected) = entry["expected"].as_array() else { continue };
        let name = entry["file"].as_str().unwrap();
        let document = fs::read(fixture(name)).unwrap();
        match read(&document) {
            Err(error) => failures.push(format!("{name}: refused — {error}")),
            Ok((article, format)) => {
                if format.map(Format::as_str) != entry["format"].as_str() {
                    failures.push(format!("{name}: taken for {format:?}"));
                }
                if let Some(title) = entry["title"].as_str()
                    && article.title != title
                {
                    failures.push(format!("{name}: the title is “{}”", article.title));
                }
                let written = native::write(&article);
                failures
                    .extend(missing(&written, expected).map(|leaf| format!("{name}: “{leaf}” is not in its place")));
                for absent in entry["absent"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                    if text_of(&written).contains(&solid(absent)) {
                        failures.push(format!("{name}: “{absent}” should not be there"));
                    }
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn what_is_written_is_read_and_written_again_the_same() {
    for entry in index() {
        let name = entry["file"].as_str().unwrap();
        if let Ok((article, _)) = read(&fs::read(fixture(name)).unwrap()) {
            same_again(&article, name);
        }
    }
}

#[test]
fn any_split_of_the_bytes_gives_the_same_article() {
    for entry in index() {
        let name = entry["file"].as_str().unwrap();
        let document = fs::read(fixture(name)).unwrap();
        let mut intake = Intake::new(Limits::default());
        let pieces = document.chunks(7).try_for_each(|piece| intake.feed(piece)).and_then(|()| intake.finish());
        let split = pieces.map(|()| intake.into_article());
        assert_eq!(split, read(&document).map(|(article, _)| article), "{name}");
    }
}

#[test]
fn broken_documents_are_refused_with_the_place() {
    let mut failures = Vec::new();
    for entry in index() {
        let (Some(name), Some(code), Some(path)) =
            (entry["file"].as_str(), entry["code"].as_str(), entry["path"].as_str())
        else {
            continue;
        };
        match read(&fs::read(fixture(name)).unwrap()) {
            Ok(_) => failures.push(format!("{name}: imported")),
            // The path may point at the member that is at fault or at the one that lacks it.
            Err(error) if error.code.as_str() == code && error.path.starts_with(path) => {}
            Err(error) => failures.push(format!("{name}: {error}")),
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Every file of the folder is in the index, so that none is forgotten, and every format has one.
#[test]
fn the_index_is_whole() {
    let names: Vec<String> = index().iter().map(|entry| entry["file"].as_str().unwrap().to_owned()).collect();
    for (folder, prefix) in [("", ""), ("broken", "broken/")] {
        for file in fs::read_dir(fixture(folder)).unwrap() {
            let file = file.unwrap().file_name().into_string().unwrap();
            let name = format!("{prefix}{file}");
            assert!(!file.ends_with(".json") || file == "index.json" || names.contains(&name), "{name}");
        }
    }
    let formats: Vec<String> = index().iter().filter_map(|entry| entry["format"].as_str().map(str::to_owned)).collect();
    for (_, format) in FOLDERS.iter().chain(FILES) {
        assert!(formats.iter().any(|name| name == format.as_str()), "{}", format.as_str());
    }
}

#[test]
fn real_documents_are_told_apart() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let Ok(notes) = fs::read_to_string(corpus.join("INDEX.md")) else {
        println!("Real documents skipped: {} is not there; only our own were tried", corpus.display());
        return;
    };
    let broken: Vec<&str> = notes
        .lines()
        .filter(|line| line.contains("schema-invalid on purpose"))
        .filter_map(|line| line.strip_prefix("- ")?.split(' ').next())
        .collect();
    let mut failures = Vec::new();
    let mut tried = 0;
    for (name, format) in corpus_files(&corpus) {
        tried += 1;
        let document = fs::read(corpus.join(&name)).unwrap();
        let verdict = read(&document);
        match (&verdict, broken.contains(&name.as_str())) {
            (Err(error), true) if error.path.starts_with('$') => {}
            (Err(error), true) => failures.push(format!("{name}: refused with no path — {error}")),
            (Ok(_), true) => failures.push(format!("{name}: imported and should be refused")),
            (Ok((article, found)), false) => {
                same_again(article, &name);
                if *found != Some(format) {
                    failures.push(format!("{name}: taken for {found:?}"));
                }
            }
            // A document without a single word is an article of no use: both are right.
            (Err(error), false) if error.code == Code::InvalidArticle && says_nothing(&document) => {}
            (Err(error), false) => failures.push(format!("{name}: refused — {error}")),
        }
    }
    println!("{tried} real documents, {} not as they should be", failures.len());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(tried > 0, "the corpus is empty");
}

fn index() -> Vec<Value> {
    let index: Value = serde_json::from_slice(&fs::read(fixture("index.json")).unwrap()).unwrap();
    index["documents"].as_array().unwrap().clone()
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats").join(name)
}

fn read(document: &[u8]) -> Result<(Article, Option<Format>), Error> {
    let mut intake = Intake::new(Limits::default());
    intake.feed(document)?;
    intake.finish()?;
    let format = intake.format();
    Ok((intake.into_article(), format))
}

fn same_again(article: &Article, name: &str) {
    let once = native::write(article);
    match read(once.as_bytes()) {
        Ok((again, format)) => {
            assert_eq!(format, Some(Format::Lamplit), "{name}");
            assert_eq!(native::write(&again), once, "{name}");
        }
        Err(error) => panic!("{name}: what is written is refused — {error}"),
    }
}

/// The leaves that do not stand in a native document after the one before them.
fn missing<'a>(written: &str, expected: &'a [Value]) -> impl Iterator<Item = &'a str> {
    let text = text_of(written);
    let mut from = 0;
    expected.iter().filter_map(Value::as_str).filter(move |leaf| {
        let leaf = solid(leaf);
        let found = text[from..].find(&leaf);
        from += found.map_or(0, |place| place + leaf.len());
        found.is_none()
    })
}

/// The readable characters of a native document, without white space.
fn text_of(written: &str) -> String {
    let mut text = String::new();
    let document: Value = serde_json::from_str(written).unwrap();
    gather(&document, &mut text);
    solid(&text)
}

fn gather(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => out.push_str(text),
        Value::Array(items) => items.iter().for_each(|item| gather(item, out)),
        Value::Object(members) => {
            READ.iter().filter_map(|key| members.get(*key)).for_each(|member| gather(member, out))
        }
        _ => {}
    }
}

fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The documents of the corpus by name, with the format that their folder stands for.
fn corpus_files(corpus: &Path) -> Vec<(String, Format)> {
    let mut files = Vec::new();
    for folder in fs::read_dir(corpus).unwrap() {
        let folder = folder.unwrap().file_name().into_string().unwrap();
        let Ok(inside) = fs::read_dir(corpus.join(&folder)) else { continue };
        for file in inside {
            let file = file.unwrap().file_name().into_string().unwrap();
            let by_folder = FOLDERS.iter().find(|(name, _)| *name == folder);
            let format = by_folder.or_else(|| FILES.iter().find(|(start, _)| file.starts_with(start)));
            if let Some((_, format)) = format.filter(|_| file.ends_with(".json")) {
                files.push((format!("{folder}/{file}"), *format));
            }
        }
    }
    files.sort_by(|(one, _), (other, _)| one.cmp(other));
    files
}

/// Whether no string of the document stands where words stand. Coarse: it only tells documents that have none at all.
fn says_nothing(document: &[u8]) -> bool {
    fn words(value: &Value) -> bool {
        match value {
            Value::Array(items) => items.iter().any(words),
            Value::Object(members) => members.iter().any(|(key, member)| {
                let is_text = matches!(
                    key.as_str(),
                    "text" | "value" | "plain_text" | "html" | "rendered" | "basic" | "headline" | "body"
                );
                match member {
                    Value::String(text) => is_text && !text.trim().is_empty(),
                    other => words(other),
                }
            }),
            _ => false,
        }
    }
    serde_json::from_slice::<Value>(document).is_ok_and(|document| !words(&document))
}
