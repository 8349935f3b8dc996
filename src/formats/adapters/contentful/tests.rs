use crate::article::Article;
use crate::formats::Format;
use crate::formats::adapters::tree::tests::{codes, import, outline};

fn doc(content: &str) -> Article {
    import(Format::Contentful, &format!(r#"{{"nodeType":"document","data":{{}},"content":{content}}}"#))
}

#[test]
fn reads_text_links_lists_and_tables() {
    let article = doc(r#"[{"nodeType":"heading-2","content":[{"nodeType":"text","value":"Head","marks":[]}]},
        {"nodeType":"paragraph","content":[{"nodeType":"text","value":"a\nb","marks":[{"type":"bold"},{"type":"odd"}]},
        {"nodeType":"hyperlink","data":{"uri":"https://a.example"},"content":[{"nodeType":"text","value":"link"}]}]},
        {"nodeType":"ordered-list","content":[{"nodeType":"list-item","content":[{"nodeType":"paragraph","content":[{"nodeType":"text","value":"one"}]},
        {"nodeType":"unordered-list","content":[{"nodeType":"list-item","content":[{"nodeType":"paragraph","content":[{"nodeType":"text","value":"deep"}]}]}]}]}]},
        {"nodeType":"table","content":[{"nodeType":"table-row","content":[{"nodeType":"table-header-cell","data":{"colspan":2},"content":[{"nodeType":"paragraph","content":[{"nodeType":"text","value":"h"}]}]}]}]},
        {"nodeType":"hr","content":[]},{"nodeType":"mystery","content":[{"nodeType":"text","value":"kept"}]}]"#);
    assert_eq!(
        outline(&article.blocks),
        "h2(Head) p([strong:a]/[strong:b]<https://a.example link>) ol(li(p(one) ul(li(p(deep))))) table((h^2x1)) hr ?mystery(kept)"
    );
    assert_eq!(codes(&article), ["unknown-mark $.content[1].content[0].marks[1]", "unknown-block $.content[5]"]);
}

#[test]
fn resolved_targets_are_read_and_others_noted() {
    let article = doc(
        r#"[{"nodeType":"embedded-asset-block","content":[],"data":{"target":{"fields":{"title":{"en-US":"Alt"},"description":"Cap",
        "file":{"en-US":{"url":"//images.example/a.jpg","contentType":"image/jpeg","details":{"image":{"width":3,"height":2}}}}}}}},
        {"nodeType":"embedded-asset-block","content":[],"data":{"target":{"sys":{"id":"x","type":"Link","linkType":"Asset"}}}},
        {"nodeType":"embedded-entry-block","content":[],"data":{"target":{"sys":{"contentType":{"sys":{"id":"quiz"}}},"fields":{"question":"Why?","size":3}}}},
        {"nodeType":"embedded-entry-block","content":[],"data":{"target":{"fields":{"title":"Box","body":{"nodeType":"document","content":[{"nodeType":"paragraph","content":[{"nodeType":"text","value":"in"}]}]}}}}},
        {"nodeType":"paragraph","content":[{"nodeType":"entry-hyperlink","data":{"target":{"sys":{"id":"y"}}},"content":[{"nodeType":"text","value":"word"}]},
        {"nodeType":"embedded-entry-inline","data":{"target":{"fields":{"title":"Inline"}}},"content":[]}]}]"#,
    );
    assert_eq!(
        outline(&article.blocks),
        "img(//images.example/a.jpg Alt Cap) ?quiz(Why?) group(p(in) ~Box) p(wordInline)"
    );
    assert_eq!(
        codes(&article),
        ["unresolved-image $.content[1].data.target", "unknown-block $.content[2].data.target"]
    );
}

#[test]
fn an_unresolved_entry_alone_is_an_empty_article() {
    let article = doc(r#"[{"nodeType":"embedded-entry-block","content":[],"data":{"target":"bold"}}]"#);
    assert_eq!(outline(&article.blocks), "p()");
    assert_eq!(codes(&article), ["unresolved-entry $.content[0].data.target", "empty-body $.content"]);
}

#[test]
fn targets_beside_the_document_are_found() {
    let target =
        |kind: &str, id: &str| format!(r#"{{"target":{{"sys":{{"type":"Link","linkType":"{kind}","id":"{id}"}}}}}}"#);
    let content = format!(
        r#"{{"nodeType":"document","content":[{{"nodeType":"embedded-asset-block","content":[],"data":{}}},
        {{"nodeType":"paragraph","content":[{{"nodeType":"entry-hyperlink","data":{},"content":[{{"nodeType":"text","value":"word"}}]}}]}}]}}"#,
        target("Asset", "a1"),
        target("Entry", "e1")
    );
    let rest = format!(
        r#"{{"items":[{{"fields":{{"title":"T","body":{content}}}}}],"includes":{{
        "Asset":[{{"sys":{{"id":"a1"}},"fields":{{"title":"Alt","file":{{"url":"//i.example/a.png","contentType":"image/png"}}}}}}],
        "Entry":[{{"sys":{{"id":"e1"}},"fields":{{"url":"https://a.example"}}}}]}}}}"#
    );
    let graph = format!(
        r#"{{"data":{{"post":{{"title":"T","body":{{"json":{content},"links":{{"assets":{{"block":[{{"sys":{{"id":"a1"}},"url":"//i.example/a.png","title":"Alt"}}]}},
        "entries":{{"hyperlink":[{{"sys":{{"id":"e1"}},"url":"https://a.example"}}]}}}}}}}}}}}}"#
    );
    for json in [rest, graph] {
        let article = import(Format::Contentful, &json);
        assert_eq!(outline(&article.blocks), "img(//i.example/a.png Alt ) p(<https://a.example word>)", "{json}");
        assert_eq!((article.title.as_str(), codes(&article).len()), ("T", 0));
    }
}
