//! Every fixture and demo article: what is written reads back the same, and the HTML is the article's words in order.

// A test that fails may panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::path::{Path, PathBuf};

use lamplit::article::{Block, plain_into};
use lamplit::formats::{self, lamplit as native};
use lamplit::sink::html;
use lamplit::view::{Attr, Tag, UrlAttr};
use lamplit::{Article, Limits};

fn documents() -> Vec<(PathBuf, Article)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in ["tests/fixtures/native", "www/articles"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.ends_with(".json") && !["broken.json", "unknown-format.json"].contains(&name.as_str()) {
                let bytes = std::fs::read(&path).unwrap();
                let article = formats::read(&bytes, Limits::default())
                    .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                found.push((path, article));
            }
        }
    }
    assert!(found.len() >= 15, "only {} documents were found", found.len());
    found
}

#[test]
fn reading_and_writing_is_a_fixed_point() {
    for (path, article) in documents() {
        let written = native::write(&article);
        let again = formats::read(written.as_bytes(), Limits::default()).unwrap();
        assert_eq!(native::write(&again), written, "{}", path.display());
        assert_eq!(again.blocks, article.blocks, "{}", path.display());
    }
}

#[test]
fn every_word_of_the_body_is_in_the_html_in_order() {
    for (path, article) in documents() {
        let html = html::article(&article);
        let text = text_of(&html);
        let mut rest = text.as_str();
        for block in &article.blocks {
            let Block::Paragraph(paragraph) = block else { continue };
            let mut words = String::new();
            plain_into(&paragraph.content, &mut words);
            // Readings stand between the characters and alternative texts in no text at all.
            if html.contains("<rt>") || html.contains("<img") && words.is_empty() {
                continue;
            }
            let words = words.replace('\n', "");
            let at = rest.find(&words).unwrap_or_else(|| panic!("{}: {words}", path.display()));
            rest = &rest[at + words.len()..];
        }
    }
}

#[test]
fn running_text_beside_blocks_is_kept() {
    let json = r#"{"version":"lamplit/1","title":"T","blocks":[
        {"type":"list","items":[{"content":["one "],"blocks":["two"]}]},
        {"type":"quote","content":"three","blocks":["four"]}]}"#;
    let article = formats::read(json.as_bytes(), Limits::default()).unwrap();
    let html = html::article(&article);
    assert!(html.contains("<li><p>one </p><p>two</p></li>"), "{html}");
    assert!(html.contains("<blockquote><p>three</p><p>four</p></blockquote>"), "{html}");
}

#[test]
fn what_is_empty_is_no_link_heading_or_landmark() {
    let json = r##"{"version":"lamplit/1","title":"T","blocks":[
        {"type":"heading","level":2,"content":[]},
        {"type":"paragraph","content":["a",{"type":"link","url":"/x","content":[]},{"type":"link","url":"/y","content":["b"]}]},
        {"type":"table","rows":[["c"]]},{"type":"table","rows":[["d"]],"caption":"Named"}]}"##;
    let html = html::article(&formats::read(json.as_bytes(), Limits::default()).unwrap());
    assert!(!html.contains("<h2") && !html.contains("\"/x\"") && html.contains("<a href=\"/y\">b</a>"), "{html}");
    assert_eq!(html.matches("role=\"region\"").count(), 1, "{html}");
}

#[test]
fn the_html_is_well_formed() {
    for (path, article) in documents() {
        let html = html::article(&article);
        let mut open: Vec<&str> = Vec::new();
        for tag in html.split('<').skip(1) {
            let name = tag.split(['>', ' ']).next().unwrap();
            match name.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{}", path.display()),
                None if ["br", "hr", "img", "input", "source"].contains(&name) => {}
                None => open.push(name),
            }
        }
        assert!(open.is_empty(), "{}: {open:?}", path.display());
    }
}

#[test]
fn nothing_that_runs_can_come_out() {
    let hostile = r#"{"version":"lamplit/1","title":"<script>alert(1)</script>","lang":"\"><img src=x onerror=alert(1)>",
        "url":"javascript:alert(1)","site":{"name":"<b>","home":"data:text/html,x"},"blocks":[
        {"type":"paragraph","content":[{"type":"link","url":"java\nscript:alert(1)","content":["press"]},{"text":"\" onload=\"x"}]},
        {"type":"image","src":"javascript:alert(1)","alt":"\"><svg onload=alert(1)>","caption":"<i>"},
        {"type":"code","text":"</code></pre><script>","language":"\"><script>"},
        {"type":"unknown","kind":"\" onclick=\"x","text":"<iframe srcdoc=x>"}],
        "related":[{"title":"t","url":"vbscript:x","src":"blob:x"}]}"#;
    let article = formats::read(hostile.as_bytes(), Limits::default()).unwrap();
    let html = html::article(&article);
    let mut attributes = 0;
    for (tag, names) in tags_of(&html) {
        assert!(Tag::ALL.iter().any(|known| known.as_str() == tag), "{tag} in {html}");
        for (name, value) in names {
            attributes += 1;
            let is_address = UrlAttr::ALL.iter().any(|known| known.as_str() == name);
            assert!(is_address || Attr::ALL.iter().any(|known| known.as_str() == name), "{name} in {html}");
            assert!(!is_address || !value.contains(':') || value.starts_with("http"), "{name}={value}");
        }
    }
    assert!(attributes > 30, "the test reads the attributes: {html}");
    let count = |code| article.warnings.iter().filter(|warning| warning.code == code).count();
    assert_eq!((count("unsafe-url"), count("invalid-lang")), (6, 1), "{:?}", article.warnings);
}

type Tags<'a> = Vec<(&'a str, Vec<(&'a str, &'a str)>)>;

/// Start tags with their attributes, as a parser would find them.
fn tags_of(html: &str) -> Tags<'_> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        let end = rest.find([' ', '>']).unwrap();
        let tag = &rest[..end];
        rest = &rest[end..];
        let mut names = Vec::new();
        while !rest.starts_with('>') {
            rest = rest.trim_start();
            let end = rest.find([' ', '=', '>']).unwrap();
            let name = &rest[..end];
            rest = &rest[end..];
            let mut value = "";
            if let Some(quoted) = rest.strip_prefix("=\"") {
                (value, rest) = quoted.split_once('"').unwrap();
            }
            names.push((name, value));
        }
        if !tag.starts_with('/') {
            found.push((tag, names));
        }
    }
    found
}

/// The characters between the tags.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u{a0}").replace("&amp;", "&")
}
