use crate::error::Code;
use crate::formats::Format;
use crate::formats::adapters::tree::tests::{attempt, codes, import, outline};

#[test]
fn the_nearest_record_says_most() {
    let article = import(
        Format::Strapi,
        r#"{"data":{"id":7,"attributes":{"title":"Lamps &amp; light","description":"About lamps","publishedAt":"2024-05-06T07:08:09.000Z",
        "locale":"en","author":{"data":{"attributes":{"name":"Lea"}}},"tags":["a","b"],"category":{"name":"Home"},
        "cover":{"data":{"attributes":{"url":"/c.jpg","alternativeText":"C"}}},
        "content":[{"type":"paragraph","children":[{"type":"text","text":"Body"}]}]}},"title":"Answer"}"#,
    );
    assert!(article.title.starts_with("Lamps"));
    assert_eq!(outline(&article.blocks), "p(Body)");
    assert_eq!((article.id.as_deref(), article.lang.as_deref()), (Some("7"), Some("en")));
    assert_eq!(article.summary.as_deref(), Some("About lamps"));
    assert_eq!(article.authors.first().map(|author| author.name.as_str()), Some("Lea"));
    assert_eq!((article.tags.len(), article.section.as_deref()), (2, Some("Home")));
    assert_eq!(article.published.map(|moment| moment.iso()).as_deref(), Some("2024-05-06T07:08:09Z"));
    assert_eq!(article.hero.map(|hero| hero.alt).as_deref(), Some("C"));
}

#[test]
fn trees_beat_strings_and_stand_in_strings() {
    let article = import(
        Format::Lexical,
        r#"{"post":{"name":"slug","title":"T","html":"<p>html</p>","body":"{\"root\":{\"type\":\"root\",\"children\":[{\"type\":\"paragraph\",\"children\":[{\"type\":\"text\",\"text\":\"tree\"},{\"type\":\"odd\",\"text\":\"?\"}]}]}}"}}"#,
    );
    assert_eq!((article.title.as_str(), outline(&article.blocks).as_str()), ("T", "p(tree?)"));
    assert_eq!(codes(&article), ["unknown-inline $.post.body.root.children[0].children[1]"]);
    let text = r#""[{\"_type\":\"block\",\"children\":[{\"_type\":\"span\",\"text\":\"bare\"}]}]""#;
    assert_eq!(outline(&import(Format::PortableText, text).blocks), "p(bare)");
}

#[test]
fn of_two_trees_the_body_is_read() {
    let tree = |text: &str| format!(r#"[{{"_type":"block","children":[{{"_type":"span","text":"{text}"}}]}}]"#);
    let json =
        format!(r#"{{"title":"T","excerpt":{},"notes":{},"body":{}}}"#, tree("short"), tree("notes"), tree("long"));
    assert_eq!(outline(&import(Format::PortableText, &json).blocks), "p(long)");
}

#[test]
fn paths_lead_through_the_record() {
    let error = attempt(r#"{"title":"t","document":{"type":"doc","content":[[],[]]}}"#).unwrap().unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (Code::InvalidArticle, "$.document.content[0]"));
}

#[test]
fn a_body_in_a_string_needs_a_title_beside_it() {
    let article =
        import(Format::Record, r#"{"result":[{"title":"T","content":"<p>one</p>","author":"Lea","date":"soon"}]}"#);
    assert_eq!((article.title.as_str(), outline(&article.blocks).as_str()), ("T", "p(one)"));
    assert_eq!(codes(&article), ["unreadable-date $.result[0].date"]);
    let article = import(Format::Record, r#"{"headline":"T","text":"one\nline\n\ntwo 1 < 2"}"#);
    assert_eq!(outline(&article.blocks), "p(one/line) p(two 1 < 2)");
    let article = import(Format::Record, r###"{"title":"T","body":"## Head\n\n[a](http://a.example)"}"###);
    assert_eq!(outline(&article.blocks), "h2(Head) p(<http://a.example a>)");
}

#[test]
fn other_json_is_left_alone() {
    for json in [
        r#"{"error":"x"}"#,
        r#"{"a":1}"#,
        "[1,2]",
        "[]",
        "{}",
        r#"{"message":"not found","status":404}"#,
        r#"{"content":"<p>x</p>"}"#,
        r#"{"title":"x"}"#,
        r#"{"name":"pkg","html":"<p>x</p>"}"#,
        r#"[{"title":"Menu","children":[{"title":"Sub","children":[]}]}]"#,
        r#""[1,2]""#,
    ] {
        assert!(attempt(json).is_none(), "{json}");
    }
}

#[test]
fn wide_and_deep_records_are_searched_in_part() {
    let wide = ["[", &["{\"a\":[]}"; 20_000].join(","), "]"].concat();
    assert!(attempt(&wide).is_none());
    let deep = ["{\"a\":".repeat(100), "{\"type\":\"doc\",\"content\":[]}".to_owned(), "}".repeat(100)].concat();
    assert!(attempt(&deep).is_none());
}

#[test]
fn markdown_may_have_tags_in_it() {
    for (json, read) in [
        (r#"{"title":"T","markdown":"Press <kbd>Q</kbd> **now**"}"#, "p(Press Q [strong:now])"),
        (r##"{"title":"T","body":"<p>Call <b>f</b></p><pre>\n# note\n</pre>"}"##, "p(Call [strong:f]) code(:# note)"),
    ] {
        assert_eq!(outline(&import(Format::Record, json).blocks), read);
    }
}

#[test]
fn a_document_is_not_dug_into() {
    // Nobody knows the nodes: what stands in one of them is not the article.
    let json = r#"[{"type":"a","nodes":[]},{"type":"b","content":[{"type":"p","children":[{"text":"part"}]}]}]"#;
    assert!(attempt(json).is_none());
    // A record has a kind too.
    let json = r#"[{"_type":"post","_id":"x","title":"T","content":[{"_type":"block","children":[{"_type":"span","text":"b"}]}]}]"#;
    assert_eq!(outline(&import(Format::PortableText, json).blocks), "p(b)");
}

#[test]
fn a_further_body_is_told_of() {
    let long = "Oil is cheap. ".repeat(20);
    let body = r#"[{"_type":"block","children":[{"_type":"span","text":"short"}]}]"#;
    let article = import(
        Format::PortableText,
        &format!(r#"{{"post":{{"title":"T","summary":"{long}","body":{body},"more":"{long}"}}}}"#),
    );
    assert_eq!(codes(&article), ["further-body $.post.more"]);
    let article = import(Format::Record, &format!(r#"{{"title":"T","content_html":"<p>{long}</p>","text":"{long}"}}"#));
    assert!(codes(&article).is_empty());
}

#[test]
fn of_a_list_the_others_are_related() {
    let titles = |json: &str| {
        let article = import(Format::Record, json);
        let related: Vec<_> = article.related.iter().map(|card| card.title.as_str()).collect();
        [article.title.as_str(), ":", &related.join(",")].concat()
    };
    let list = |own: &str| {
        format!(
            r#"{{"title":"Outer","list":[{{"title":"A","content":"a"{own}}},{{"title":"B","content":"b","link":"/b"}}]}}"#
        )
    };
    assert_eq!(titles(&list("")), "A:B");
    assert_eq!(titles(&list(r#","related":[{"title":"C","src":"/c.json"},{"x":1}]"#)), "A:C");
}
