//! Lists of articles of every kind, and what is offered of them beside one article.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "the helpers of tests are tests")]

use lamplit::formats::offers;
use lamplit::{Code, Limits};

const ARTICLE: &str =
    r#"{"version":"lamplit/1","url":"/tea","title":"Green tea in the hills","blocks":["Tea is picked by hand."]}"#;

/// The titles and addresses of what is offered beside the article.
fn offered(list: &str) -> Vec<(String, String)> {
    let json = offers::related(
        ARTICLE.as_bytes(),
        "https://paper.example/articles/tea.json",
        list.as_bytes(),
        "https://paper.example/lists/new.json",
    );
    let document: serde_json::Value = serde_json::from_str(&json.expect("the list is read")).expect("it is JSON");
    assert_eq!(document["version"], "lamplit/1");
    let cards = document["related"].as_array().into_iter().flatten();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    cards
        .map(|card| (text(&card["title"]), text(if card["src"].is_null() { &card["url"] } else { &card["src"] })))
        .collect()
}

fn titles(list: &str) -> Vec<String> {
    offered(list).into_iter().map(|(title, _)| title).collect()
}

const CARDS: &str = r#"[
    {"title":"A new train","url":"train.html","image":{"src":"train.jpg","srcset":[{"src":"train-2.jpg","width":800}]}},
    {"title":"Tea from the hills is dear","src":"../articles/dear.json"},
    {"title":"This very one","src":"../articles/tea.json"},
    {"title":"Its page","url":"/tea#top"},
    "Black tea"
]"#;

#[test]
fn an_array_of_cards() {
    assert_eq!(
        offered(CARDS),
        [
            ("Tea from the hills is dear", "https://paper.example/articles/dear.json"),
            ("Black tea", ""),
            ("A new train", "https://paper.example/lists/train.html"),
        ]
        .map(|(title, url)| (title.to_owned(), url.to_owned()))
    );
}

#[test]
fn pictures_are_of_the_list() {
    let json = offers::related(ARTICLE.as_bytes(), "", CARDS.as_bytes(), "https://paper.example/lists/new.json");
    let json = json.expect("the list is read");
    assert!(json.contains(r#""src":"https://paper.example/lists/train.jpg""#), "{json}");
    assert!(json.contains(r#""src":"https://paper.example/lists/train-2.jpg""#), "{json}");
}

#[test]
fn a_native_document_that_is_nothing_but_related() {
    let list = [r#"{"version":"lamplit/1","related":"#, CARDS, "}"].concat();
    assert_eq!(titles(&list), ["Tea from the hills is dear", "Black tea", "A new train"]);
}

#[test]
fn an_article_with_its_own_related() {
    let list = [r#"{"version":"lamplit/1","title":"How tea is dried","blocks":[],"related":"#, CARDS, "}"].concat();
    let mut found = titles(&list);
    found.sort();
    assert_eq!(found, ["A new train", "Black tea", "How tea is dried", "Tea from the hills is dear"]);
}

#[test]
fn an_array_of_articles() {
    let long = "The kettle sings and the cup is warm. ".repeat(20);
    let list = serde_json::json!([
        {"version": "lamplit/1", "title": "A new train", "url": "/train", "blocks": ["It runs."]},
        {"version": "lamplit/1", "title": "An evening with tea", "url": "/evening", "blocks": [{"type": "divider"}, long]},
        {"version": "lamplit/1", "title": "", "blocks": ["A note about green tea."]},
    ]);
    assert_eq!(titles(&list.to_string()), ["A note about green tea.", "An evening with tea", "A new train"]);
    let cards = offers::cards(list.to_string().as_bytes(), Limits::default()).expect("the list is read");
    let excerpt = cards[1].excerpt.clone().unwrap_or_default();
    assert!(excerpt.ends_with('…') && excerpt.chars().count() <= 121, "{excerpt}");
    assert!(!excerpt.contains("  ") && long.starts_with(excerpt.trim_end_matches('…')));
}

#[test]
fn no_more_than_twelve() {
    let list: Vec<String> = (0..40).map(|number| format!("\"Tea number {number}\"")).collect();
    let found = titles(&format!("[{}]", list.join(",")));
    assert_eq!(found.len(), 12);
    assert_eq!(found[0], "Tea number 0");
}

#[test]
fn what_is_no_list_is_refused() {
    let code = |list: &str| offers::cards(list.as_bytes(), Limits::default()).map_err(|error| error.code);
    assert_eq!(code("[]"), Err(Code::UnknownFormat));
    assert_eq!(code("{}"), Err(Code::UnknownFormat));
    assert_eq!(code("[null, true, {}]"), Err(Code::UnknownFormat));
    assert_eq!(code("<!doctype html>"), Err(Code::UnexpectedHtml));
    assert_eq!(code(""), Err(Code::Empty));
}
