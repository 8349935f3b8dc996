use super::*;
use crate::formats::adapters::sample::{self, value};

fn article(json: &str) -> (Article, Notes) {
    sample::article(knows, read, json)
}

#[test]
fn a_post_is_read_with_what_is_embedded() {
    let (article, mut notes) = article(
        r#"[{"id":7,"date":"2031-03-04T06:06:07","date_gmt":"2031-03-04T05:06:07","modified":"2031-03-05T06:06:07",
        "link":"https://lamp.example/wicks/","title":{"rendered":"<em>Wicks</em>"},"content":{"rendered":"<p>Trim.</p>","protected":false},
        "excerpt":{"rendered":"<p>Tri [&hellip;]</p>"},"author":3,"_embedded":{"author":[{"id":3,"name":"Ada","link":"https://lamp.example/ada"}],
        "wp:featuredmedia":[{"source_url":"/full.jpg","alt_text":"A lamp","caption":{"rendered":"<p>Oil</p>"},"media_details":{"width":1000,
        "height":500,"sizes":{"large":{"width":800,"height":400,"source_url":"/l.jpg"},"thumbnail":{"width":150,"height":150,"source_url":"/t.jpg"},
        "full":{"width":1000,"height":500,"source_url":"/full.jpg"}}}}],
        "wp:term":[[{"name":"Care","taxonomy":"category"},{"name":"Home","taxonomy":"category"}],[{"name":"oil","taxonomy":"post_tag"}]]}},
        {"id":8,"title":{"rendered":"Oil"},"content":{"rendered":"<p>Pour.</p>"},"date":"2031-03-01T00:00:00"}]"#,
    );
    assert_eq!(article.title, "Wicks");
    assert_eq!(article.published.map(|at| at.iso()).as_deref(), Some("2031-03-04T05:06:07Z"));
    assert_eq!(article.modified.map(|at| at.iso()).as_deref(), Some("2031-03-05T06:06:07"));
    assert_eq!(article.authors.first().map(|author| author.name.as_str()), Some("Ada"));
    assert_eq!(article.section.as_deref(), Some("Care"));
    assert_eq!(article.tags, ["Home", "oil"]);
    let hero = article.hero.unwrap();
    assert_eq!(hero.srcset.iter().map(|candidate| candidate.width).collect::<Vec<_>>(), [800, 1000]);
    assert_eq!((hero.alt.as_str(), hero.caption.as_deref()), ("A lamp", Some("Oil")));
    assert_eq!(article.related.first().map(|card| card.title.as_str()), Some("Oil"));
    assert_eq!(notes.take(), []);
}

#[test]
fn a_protected_post_says_so() {
    let (article, mut notes) = article(r#"{"title":{"rendered":"Secret"},"content":{"rendered":"","protected":true}}"#);
    assert_eq!(article.title, "Secret");
    let codes: Vec<String> = notes.take().into_iter().map(|warning| warning.code).collect();
    assert_eq!(codes, ["protected-content", "empty-body"]);
}

#[test]
fn a_picture_of_the_library_is_an_article() {
    let (article, _) = article(
        r#"{"id":9,"type":"attachment","title":{"rendered":"lamp"},"caption":{"rendered":"<p>By night</p>"},"media_type":"image",
        "source_url":"https://lamp.example/a.png","alt_text":"A lamp","description":{"rendered":""}}"#,
    );
    let Some(Block::Image(picture)) = article.blocks.first() else { panic!("{:?}", article.blocks) };
    assert_eq!((picture.caption.as_deref(), picture.alt.as_str()), (Some("By night"), "A lamp"));
    assert_eq!(article.hero, None);
}

#[test]
fn a_post_of_names_alone_is_imported() {
    let (article, mut notes) = article(
        r#"{"id":1,"slug":"x","type":"post","link":"https://lamp.example/x/","_embedded":{"author":[{"name":"Ada"}],
        "wp:featuredmedia":[{"id":1}]}}"#,
    );
    assert_eq!((article.title.as_str(), article.blocks.len()), ("", 1));
    let codes: Vec<String> = notes.take().into_iter().map(|warning| warning.code).collect();
    assert_eq!(codes, ["unresolved-image", "missing-title", "empty-body"]);
}

#[test]
fn the_older_interface_has_strings() {
    let (article, _) = article(
        r#"{"found":2,"posts":[{"ID":4,"site_ID":1,"title":"Wicks","content":"<p>Trim.</p>","date":"2031-03-04T05:06:07+08:00",
        "author":{"ID":3,"name":"Ada","URL":"https://lamp.example/"},"featured_image":"https://lamp.example/a.jpg","URL":"https://lamp.example/w",
        "tags":{"oil":{"name":"oil"}},"categories":{"Care":{}},"discussion":{"comment_count":5},"like_count":6},
        {"ID":5,"site_ID":1,"title":"Oil","content":""}]}"#,
    );
    assert_eq!(article.title, "Wicks");
    assert_eq!(
        article.authors.first().and_then(|author| author.url.as_ref()).map(|url| url.as_str()),
        Some("https://lamp.example/")
    );
    assert_eq!((article.stats.comments, article.stats.likes), (Some(5), Some(6)));
    assert_eq!(article.published.map(|at| at.iso()).as_deref(), Some("2031-03-04T05:06:07+08:00"));
    assert_eq!((article.section.as_deref(), article.related.len()), (Some("Care"), 1));
    assert!(article.hero.is_some());
}

#[test]
fn others_are_not_known() {
    for json in [
        "[]",
        r#"{"title":"x","content":"y"}"#,
        r#"{"ID":1,"title":"x"}"#,
        r#"{"posts":[{"uuid":"x","slug":"y"}]}"#,
        "[1]",
    ] {
        assert!(!knows(&value(json)), "{json}");
    }
}
