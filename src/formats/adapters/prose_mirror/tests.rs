use crate::article::Article;
use crate::error::Code;
use crate::formats::Format;
use crate::formats::adapters::tree::tests::{attempt, codes, import, outline};

fn doc(content: &str) -> Article {
    import(Format::ProseMirror, &format!(r#"{{"type":"doc","content":{content}}}"#))
}

#[test]
fn marks_and_links_go_on_over_leaves() {
    let article = doc(r#"[{"type":"paragraph","content":[
        {"type":"text","text":"a ","marks":[{"type":"link","attrs":{"href":"https://a.example"}}]},
        {"type":"text","text":"b","marks":[{"type":"link","attrs":{"href":"https://a.example"}},{"type":"bold"},{"type":"textStyle"}]},
        {"type":"hard_break"},{"type":"text","text":"c","marks":[{"type":"subscript"},{"type":"glow"}]},
        {"type":"text","text":"d","marks":[{"type":"link","attrs":{"href":"javascript:x"}}]},
        {"type":"mention","attrs":{"id":7,"label":"Lea","mentionSuggestionChar":"@"}}]}]"#);
    assert_eq!(outline(&article.blocks), "p(<https://a.example a [strong:b]>/[sub:c]d@Lea)");
    assert_eq!(
        codes(&article),
        ["unknown-mark $.content[0].content[3].marks[1]", "unsafe-url $.content[0].content[4].marks[0].attrs.href"]
    );
}

#[test]
fn camel_and_snake_case_are_one() {
    let article = doc(r#"[{"type":"ordered_list","attrs":{"order":3},"content":[{"type":"list_item","content":[
        {"type":"paragraph","content":[{"type":"text","text":"one"}]},
        {"type":"bulletList","content":[{"type":"listItem","content":[{"type":"text","text":"deep"}]}]}]}]},
        {"type":"taskList","content":[{"type":"taskItem","attrs":{"checked":true},"content":[{"type":"paragraph","content":[{"type":"text","text":"done"}]}]}]},
        {"type":"details","attrs":{"open":true},"content":[{"type":"detailsSummary","content":[{"type":"text","text":"sum"}]},
        {"type":"detailsContent","content":[{"type":"paragraph","content":[{"type":"text","text":"con"}]}]}]},
        {"type":"code_block","attrs":{"params":"rust"},"content":[{"type":"text","text":"a\nb"}]},
        {"type":"heading","content":[{"type":"text","text":"no level"}]},
        {"type":"horizontal_rule"},{"type":"blockquote","content":[{"type":"text","text":"q"}]}]"#);
    assert_eq!(
        outline(&article.blocks),
        "ol3(li(p(one) ul(li(p(deep))))) ul(li+(p(done))) details!(sum: p(con)) code(rust:a\nb) h2(no level) hr quote(p(q))"
    );
}

#[test]
fn tables_keep_spans_and_paragraphs() {
    let article = doc(r#"[{"type":"table","content":[{"type":"tableRow","content":[
        {"type":"tableHeader","attrs":{"colspan":2},"content":[{"type":"paragraph","content":[{"type":"text","text":"h"}]}]}]},
        {"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"1"}]},
        {"type":"paragraph","content":[{"type":"text","text":"2"}]}]},{"type":"tableCell"}]}]}]"#);
    assert_eq!(outline(&article.blocks), "table((h^2x1)|(1/2)())");
}

#[test]
fn media_are_blocks_but_within_words() {
    let article = doc(r#"[{"type":"paragraph","content":[{"type":"image","attrs":{"src":"/a.png","alt":"A"}}]},
        {"type":"paragraph","content":[{"type":"text","text":"x"},{"type":"image","attrs":{"src":"/b.png"}}]},
        {"type":"figure","content":[{"type":"image","attrs":{"src":"/c.png"}},{"type":"figcaption","content":[{"type":"text","text":"C"}]}]},
        {"type":"youtube","attrs":{"src":"https://www.youtube.com/watch?v=x"}},
        {"type":"inlineMath","attrs":{"latex":"x^2"}}]"#);
    assert_eq!(
        outline(&article.blocks),
        "img(/a.png A ) p(ximg(/b.png  )) img(/c.png  C) embed(https://www.youtube.com/watch?v=x) p(x^2)"
    );
}

#[test]
fn unknown_nodes_keep_their_text() {
    let article = doc(r#"[{"type":"promo","attrs":{"headline":"Buy","color":"red"}},
        {"type":"wrap","content":[{"type":"paragraph","content":[{"type":"text","text":"in"}]}]}]"#);
    assert_eq!(outline(&article.blocks), "?promo(Buy) p(in)");
    assert_eq!(codes(&article), ["unknown-block $.content[0]", "unknown-block $.content[1]"]);
}

#[test]
fn what_is_no_node_keeps_its_text() {
    assert_eq!(outline(&doc(r#""test""#).blocks), "p(test)");
    let article = doc(r#"[[],"a",{"type":"text","text":"b"},7]"#);
    assert_eq!(outline(&article.blocks), "p(ab)");
    assert_eq!(codes(&article), ["wrong-type $.content[0]", "wrong-type $.content[1]", "wrong-type $.content[3]"]);
}

#[test]
fn broken_documents_are_refused_and_empty_ones_are_not() {
    let error = attempt(r#"{"type":"doc","content":[[],[]]}"#).unwrap().unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (Code::InvalidArticle, "$.content[0]"));
    assert_eq!(codes(&doc(r#"[{"type":"paragraph"}]"#)), ["empty-body $.content"]);
    assert!(attempt(r#"{"type":"doc","id":1}"#).is_none());
}

#[test]
fn deep_trees_do_no_harm() {
    let deep =
        ["{\"type\":\"x\",\"content\":["; 120].concat() + "{\"type\":\"text\",\"text\":\"deep\"}" + &"]}".repeat(120);
    assert_eq!(outline(&doc(&["[", &deep, "]"].concat()).blocks), "?x(deep)");
}

#[test]
fn what_attributes_say_is_kept() {
    let article = doc(
        r#"[{"type":"promo","attrs":{"title":"T","id":"x"},"content":[{"type":"paragraph","content":[{"type":"text","text":"in"}]}]},
        {"type":"promo","attrs":{"label":"L"},"content":[{"type":"text","text":"bare"}]},
        {"type":"paragraph","content":[{"type":"text","text":"a "},{"type":"odd","attrs":{"label":"b"},"content":[{"type":"text","text":"c"}]}]},
        {"type":"image","attrs":{"src":"/a.png","alt":"A","title":"C"}},{"type":"image","attrs":{"src":"/b.png","alt":"B","title":"B"}},
        {"type":"paragraph","content":[{"type":"emoji","attrs":{"name":"lamp","emoji":"!"}},{"type":"emoji","attrs":{"name":"oil"}},
        {"type":"emoji","attrs":{"shortName":":wick:"}}]}]"#,
    );
    assert_eq!(
        outline(&article.blocks),
        "?promo(T) p(in) ?promo(L\nbare) p(a b c) img(/a.png A C) img(/b.png B ) p(!:oil::wick:)"
    );
}
