use crate::error::Code;
use crate::formats::Format;
use crate::formats::adapters::tree::tests::{attempt, codes, import, outline};

fn block(kind: &str, text: &str, more: &str) -> String {
    format!(
        r#"{{"object":"block","type":"{kind}","{kind}":{{"rich_text":[{{"type":"text","plain_text":"{text}","annotations":{{"bold":false}}}}]{more}}}}}"#
    )
}

fn list(blocks: &[String]) -> String {
    format!(r#"{{"object":"list","results":[{}]}}"#, blocks.join(","))
}

#[test]
fn lists_are_grouped_and_children_are_found() {
    let deep = format!(r#","children":[{}]"#, block("numbered_list_item", "deep", ""));
    let json = list(&[
        block("heading_2", "Head", ""),
        block("bulleted_list_item", "one", &deep),
        block("bulleted_list_item", "two", ""),
        block("to_do", "done", r#","checked":true"#),
        block("numbered_list_item", "n", ""),
        block("toggle", "t", &format!(r#","children":[{}]"#, block("paragraph", "in", ""))),
        block("callout", "c", ""),
        block("quote", "q", ""),
        block("code", "a\\nb", r#","language":"rust""#),
        block("hologram", "h", ""),
    ]);
    let article = import(Format::Notion, &json);
    assert_eq!(
        outline(&article.blocks),
        "h2(Head) ul(li(p(one) ol(li(p(deep)))) li(p(two)) li+(p(done))) ol(li(p(n))) details(t: p(in)) group(p(c)) \
         quote(p(q)) code(rust:a\nb) ?hologram(h)"
    );
    assert_eq!(codes(&article), ["unknown-block $.results[9]"]);
}

#[test]
fn rich_text_has_marks_links_and_mentions() {
    let article = import(
        Format::Notion,
        r#"[{"object":"block","type":"paragraph","has_children":true,"paragraph":{"rich_text":[
        {"plain_text":"a","href":"https://a.example","annotations":{"bold":true,"color":"default"}},
        {"plain_text":"b\nc","annotations":{"code":true,"color":"red_background"}},
        {"type":"equation","equation":{"expression":"x^2"}},{"plain_text":"page","href":"/0123"}]}}]"#,
    );
    assert_eq!(
        outline(&article.blocks),
        "p(<https://a.example [strong:a]>[code,highlight:b]/[code,highlight:c]x^2page)"
    );
    assert_eq!(codes(&article), ["missing-children $[0]"]);
}

#[test]
fn media_and_tables_are_read() {
    let article = import(
        Format::Notion,
        r#"{"object":"list","results":[
        {"object":"block","type":"image","image":{"type":"file","file":{"url":"https://a.example/i.png"},"caption":[{"plain_text":"cap"}]}},
        {"object":"block","type":"bookmark","bookmark":{"url":"https://a.example","caption":[]}},
        {"object":"block","type":"video","video":{"type":"external","external":{"url":"https://www.youtube.com/watch?v=x"}}},
        {"object":"block","type":"table","table":{"has_column_header":true,"children":[{"type":"table_row","table_row":{"cells":[[{"plain_text":"h"}],[]]}},
        {"type":"table_row","table_row":{"cells":[[{"plain_text":"1"}],[{"plain_text":"2"}]]}}]}},
        {"object":"block","type":"column_list","column_list":{},"children":{"object":"list","results":[{"object":"block","type":"divider","divider":{}}]}}]}"#,
    );
    assert_eq!(
        outline(&article.blocks),
        "img(https://a.example/i.png  cap) card(https://a.example https://a.example) embed(https://www.youtube.com/watch?v=x) \
         table((h^)(^)|(1)(2)) hr"
    );
}

#[test]
fn pages_have_properties() {
    let json = format!(
        r#"{{"object":"page","id":"p1","created_time":"2024-01-02T03:04:00.000Z","cover":{{"type":"external","external":{{"url":"https://a.example/c.jpg"}}}},
        "properties":{{"Name":{{"type":"title","title":[{{"plain_text":"Lamps"}}]}},"Tags":{{"type":"multi_select","multi_select":[{{"name":"light"}}]}},
        "Author":{{"type":"people","people":[{{"name":"Lea"}}]}},"Date":{{"type":"date","date":{{"start":"2024-02-03"}}}}}},"children":[{}]}}"#,
        block("paragraph", "Body", "")
    );
    let article = import(Format::Notion, &json);
    assert_eq!((article.title.as_str(), outline(&article.blocks).as_str()), ("Lamps", "p(Body)"));
    let parted = format!(r#"{{"page":{json},"blocks":{}}}"#, list(&[block("quote", "apart", "")]));
    let parted = import(Format::Notion, &parted);
    assert_eq!((parted.title.as_str(), outline(&parted.blocks).as_str()), ("Lamps", "quote(p(apart))"));
    assert_eq!(article.tags, ["light"]);
    assert_eq!(article.authors.first().map(|author| author.name.as_str()), Some("Lea"));
    assert_eq!(article.published.map(|moment| moment.iso()).as_deref(), Some("2024-02-03"));
    assert!(article.hero.is_some());
}

#[test]
fn fragments_are_read_and_others_are_not_taken() {
    let article = import(Format::Notion, r#"{"rich_text":[{"plain_text":"Hot"}],"icon":{"emoji":"!"},"color":"red"}"#);
    assert_eq!(outline(&article.blocks), "group(p(Hot))");
    let piece =
        r#"{"type":"text","text":{"content":"Hot"},"annotations":{"bold":true},"plain_text":"Hot","href":null}"#;
    assert_eq!(outline(&import(Format::Notion, piece).blocks), "p([strong:Hot])");
    assert!(attempt(r#"{"object":"list","data":[{"id":"m"}]}"#).is_none());
    let error = attempt(r#"{"object":"list","results":[{"object":"block"}]}"#).unwrap().unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (Code::InvalidArticle, "$.results[0]"));
}

#[test]
fn requests_and_databases_are_read() {
    let body = format!(
        r#"{{"parent":{{"page_id":"p"}},"properties":{{"Name":{{"title":[{{"text":{{"content":"Wick"}}}}]}}}},"children":[{}]}}"#,
        block("heading_2", "Trim", "")
    );
    let article = import(Format::Notion, &body);
    assert_eq!((article.title.as_str(), outline(&article.blocks).as_str()), ("Wick", "h2(Trim)"));
    let found = r#"{"object":"list","results":[{"object":"database","title":[{"plain_text":"Oils"}],"properties":{"Name":{"title":{}}}}]}"#;
    assert_eq!(outline(&import(Format::Notion, found).blocks), "card( Oils)");
}

#[test]
fn what_is_no_rich_text_is_told_of() {
    for (json, path) in [
        (r#"{"object":"block","type":"paragraph","paragraph":7}"#, "$.paragraph"),
        (r#"{"object":"block","type":"quote","quote":{"rich_text":7}}"#, "$.quote.rich_text"),
    ] {
        let error = attempt(json).unwrap().unwrap_err();
        assert_eq!((error.code, error.path.as_str()), (Code::InvalidArticle, path));
    }
}

#[test]
fn what_was_cut_off_is_told_of() {
    let article = import(
        Format::Notion,
        r#"{"object":"list","results":[{"object":"block","type":"callout","callout":{"rich_text":[{"plain_text":"Hot"}],"icon":{"type":"emoji","emoji":"!"}}}],
        "has_more":true,"next_cursor":"x"}"#,
    );
    assert_eq!(outline(&article.blocks), "group(p(Hot))");
    assert_eq!(codes(&article), ["cut-document $.has_more"]);
}
