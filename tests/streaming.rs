//! However the bytes are cut, the article is the same, and blocks come as soon as they are complete.

// A test that fails may panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use lamplit::formats::{self, Intake, lamplit as native};
use lamplit::{Article, Code, Limits};

const DOCUMENT: &str = r#"{"version":"lamplit/1","title":"灯下 \ud83d\udca1","lang":"zh-Hans","authors":[{"name":"林浅"}],
"blocks":[{"type":"paragraph","indent":true,"content":[{"text":"夜里的村口亮着一盏灯。","marks":["strong"]}]},"一句话。",
{"type":"list","items":["甲",{"blocks":["乙"]}]}],"related":[{"title":"茶季","src":"tea.json"}],"stats":{"views":12}}"#;

fn read_in(chunks: &[&[u8]]) -> Article {
    let mut intake = Intake::new(Limits::default());
    for chunk in chunks {
        intake.feed(chunk).unwrap();
    }
    intake.finish().unwrap();
    intake.into_article()
}

#[test]
fn every_cut_gives_the_same_article() {
    let bytes = DOCUMENT.as_bytes();
    let whole = read_in(&[bytes]);
    assert_eq!(whole.blocks.len(), 3);
    assert_eq!(whole.stats.views, Some(12));
    for cut in 0..=bytes.len() {
        let (head, tail) = bytes.split_at(cut);
        assert_eq!(read_in(&[head, tail]), whole, "cut at {cut}");
    }
    let single: Vec<&[u8]> = bytes.chunks(1).collect();
    assert_eq!(read_in(&single), whole);
}

#[test]
fn a_block_is_there_before_the_next_one_is() {
    let mut intake = Intake::new(Limits::default());
    intake.feed(br#"{"version":"lamplit/1","title":"T","blocks":["first","#).unwrap();
    assert_eq!(intake.take_blocks().len(), 1);
    assert_eq!(intake.article().title, "T");
    intake.feed(br#""second"],"related":[]}"#).unwrap();
    assert_eq!(intake.take_blocks().len(), 1);
    intake.finish().unwrap();
}

#[test]
fn a_version_that_comes_last_changes_nothing_but_the_hour() {
    let late = r#"{"title":"T","blocks":["first","second"],"version":"lamplit/1"}"#;
    let early = r#"{"version":"lamplit/1","title":"T","blocks":["first","second"]}"#;
    assert_eq!(formats::read(late.as_bytes(), Limits::default()), formats::read(early.as_bytes(), Limits::default()));
}

#[test]
fn a_second_body_replaces_the_first_as_json_has_it() {
    let twice = r#"{"version":"lamplit/1","title":"T","blocks":["one","two"],"blocks":["three"]}"#;
    let article = formats::read(twice.as_bytes(), Limits::default()).unwrap();
    assert!(article.warnings.iter().any(|warning| warning.code == "duplicate-key"));
    assert_eq!(article.blocks.len(), 3, "what was handed on cannot be taken back; nothing readable is lost");
}

#[test]
fn writing_what_was_read_changes_nothing() {
    let article = formats::read(DOCUMENT.as_bytes(), Limits::default()).unwrap();
    let written = native::write(&article);
    let again = formats::read(written.as_bytes(), Limits::default()).unwrap();
    assert_eq!(again, article);
    assert_eq!(native::write(&again), written);
}

#[test]
fn refusals_have_a_code_and_a_path() {
    for (document, code, path) in [
        ("", Code::Empty, "$"),
        ("  \n", Code::Empty, "$"),
        ("<!doctype html><title>404</title>", Code::UnexpectedHtml, "$"),
        (r#"{"version":"lamplit/1","blocks":["a",]}"#, Code::InvalidJson, "$.blocks[1]"),
        (r#"{"version":"lamplit/1","blocks":["a""#, Code::Truncated, "$.blocks"),
        (r#"{"version":"lamplit/9","title":"T"}"#, Code::UnknownFormat, "$.version"),
        (r#"{"version":"lamplit/1","title":"T","blocks":{}}"#, Code::InvalidArticle, "$.blocks"),
        (r#"{"version":"lamplit/1"}"#, Code::InvalidArticle, "$"),
        (r#"{"hello":"world"}"#, Code::UnknownFormat, "$"),
        ("{}", Code::UnknownFormat, "$"),
        ("[1]", Code::UnknownFormat, "$"),
        ("7", Code::UnknownFormat, "$"),
        ("Not Found", Code::UnknownFormat, "$"),
    ] {
        let error = formats::read(document.as_bytes(), Limits::default()).expect_err(document);
        assert_eq!((error.code, error.path.as_str()), (code, path), "{document}: {error}");
        assert!(error.message.len() > 20, "{error}");
    }
}

#[test]
fn limits_hold_for_text_too() {
    let limits = Limits { bytes: 100, ..Limits::default() };
    let text = "时间:2025-05-28 作者:林浅\n".repeat(10);
    assert_eq!(formats::read(text.as_bytes(), limits).map_err(|error| error.code), Err(Code::LimitExceeded));
}

#[test]
fn text_in_the_wrong_place_is_kept() {
    let wrong = r#"{"version":"lamplit/1","title":42,"blocks":[{"type":"paragraph","text":"KEPT1"},
        {"type":"paragraph","content":{"text":"KEPT2"}},{"type":"quote","content":[{"text":"KEPT3"}]},
        {"type":"list","items":[{"text":"KEPT4"}]},{"type":"code","content":"KEPT5"},
        {"type":"table","rows":[[{"text":"KEPT6"}],"KEPT7"]},{"type":"image","src":"a.png","caption":[{"text":"KEPT8"}]},
        {"type":"details","summary":"s","content":"KEPT9"},{"type":"poll","question":{"text":"KEPT10"}}]}"#;
    let article = formats::read(wrong.as_bytes(), Limits::default()).unwrap();
    let html = lamplit::sink::html::article(&article);
    for number in 1..=10 {
        assert!(html.contains(&format!("KEPT{number}")), "KEPT{number}: {html}");
    }
    assert_eq!(article.title, "42");
    assert!(article.warnings.iter().any(|warning| warning.code == "wrong-type"));
}
