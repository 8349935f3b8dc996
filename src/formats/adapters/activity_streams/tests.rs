use super::*;
use crate::formats::adapters::sample;

/// `AS` stands for the context.
fn expanded(json: &str) -> String {
    json.replace("AS", r#""@context":["https://www.w3.org/ns/activitystreams",{"x":"y"}]"#)
}

fn value(json: &str) -> Value {
    sample::value(&expanded(json))
}

fn article(json: &str) -> (Article, Notes) {
    sample::article(knows, read, &expanded(json))
}

#[test]
fn an_article_inside_an_activity() {
    let (article, mut notes) = article(
        r##"{AS,"type":"Announce","object":{"type":"Create","object":{"id":"https://lamp.example/1","type":"Article","name":"Wicks",
        "content":"<p>Trim.</p>","contentMap":{"de":"<p>Stutzen.</p>","en":"<p>Trim.</p>"},"summary":"Flames",
        "attributedTo":[{"type":"Person","name":"Ada"},"https://lamp.example/users/bo"],"published":"2031-03-04T05:06:07Z",
        "url":[{"type":"Link","mediaType":"video/mp4","href":"/v.mp4"},{"type":"Link","mediaType":"text/html","href":"https://lamp.example/w"}],
        "attachment":[{"type":"Document","mediaType":"image/jpeg","url":"/a.jpg","name":"A lamp","width":3},
        {"type":"Document","mediaType":"audio/mpeg","url":"/a.mp3"},{"type":"Link","href":"https://oil.example/"},
        {"type":"PropertyValue","name":"x","value":"y"}],"image":{"type":"Image","url":"/h.jpg","name":"Hero"},
        "tag":[{"type":"Hashtag","name":"#oil"},{"type":"Mention","name":"@bo"}],"source":{"content":"*x*","mediaType":"text/markdown"},
        "replies":{"totalItems":3}}}}"##,
    );
    assert_eq!((article.title.as_str(), article.lang.as_deref()), ("Wicks", Some("en")));
    assert_eq!(article.summary.as_deref(), Some("Flames"));
    let names: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(names, ["Ada", "lamp.example/users/bo"]);
    assert_eq!(article.url.as_ref().map(|url| url.as_str()), Some("https://lamp.example/w"));
    assert_eq!(article.tags, ["oil"]);
    assert_eq!(article.stats.comments, Some(3));
    assert!(matches!(
        article.blocks.as_slice(),
        [Block::Paragraph(_), Block::Image(picture), Block::Audio(_), Block::Paragraph(_)] if picture.alt == "A lamp"
    ));
    assert_eq!(article.hero.map(|hero| hero.alt).as_deref(), Some("Hero"));
    assert_eq!(notes.take(), []);
}

#[test]
fn a_note_in_another_language_alone() {
    let (article, mut notes) = article(r#"{AS,"type":"Note","contentMap":{"ja":"<p>灯</p>"},"nameMap":{"ja":"灯り"}}"#);
    assert_eq!((article.title.as_str(), article.lang.as_deref(), article.blocks.len()), ("灯り", Some("ja"), 1));
    assert_eq!(notes.take(), []);
}

#[test]
fn a_collection_gives_an_article_and_related_ones() {
    let (article, _) = article(
        r#"{AS,"type":"OrderedCollection","orderedItems":["https://lamp.example/0",{"type":"Create","object":{"type":"Article","name":"One",
        "content":"x"}},{"type":"Note","content":"Two words","id":"https://lamp.example/2"},{"type":"Person","name":"Ada"}]}"#,
    );
    assert_eq!(article.title, "One");
    assert_eq!(article.related.iter().map(|card| card.title.as_str()).collect::<Vec<_>>(), ["Two words"]);
}

#[test]
fn what_is_somewhere_else_is_refused() {
    for (json, path) in [
        (r#"{AS,"type":"Announce","object":"https://lamp.example/1"}"#, "$.object"),
        (r#"{AS,"type":"Collection","items":[]}"#, "$.items"),
        (r#"{AS,"type":"Collection","first":"https://lamp.example/1"}"#, "$.items"),
    ] {
        let error = read(&value(json), &Path::root(), &mut Notes::default()).unwrap_err();
        assert_eq!(error.path, path, "{json}");
    }
    for json in [
        r#"{AS,"type":"Person"}"#,
        r#"{"type":"Article"}"#,
        r#"{"@context":"https://schema.org","type":"Article"}"#,
        "[]",
    ] {
        assert!(!knows(&value(json)), "{json}");
    }
}

#[test]
fn a_question_keeps_its_answers() {
    let (article, _) =
        article(r#"{AS,"type":"Question","content":"<p>Oil?</p>","oneOf":[{"name":"Yes"},{"name":"No"}]}"#);
    assert!(matches!(article.blocks.get(1), Some(Block::List { items, .. }) if items.len() == 2));
}
