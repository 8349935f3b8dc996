use crate::article::Block;
use crate::formats::Format;
use crate::formats::adapters::tree::tests::{attempt, codes, import, outline};

#[test]
fn marks_are_decorators_or_defined() {
    let article = import(
        Format::PortableText,
        r#"[{"_type":"block","style":"h2","children":[{"_type":"span","text":"Head"}]},
        {"_type":"block","markDefs":[{"_key":"l","_type":"link","href":"https://a.example"},{"_key":"i","_type":"internalLink","reference":{"_ref":"x"}}],
        "children":[{"_type":"span","text":"a","marks":["l"]},{"_type":"span","text":"b","marks":["strong","l"]},
        {"_type":"span","text":"c\nd","marks":["strike-through"]},{"_type":"span","text":"e","marks":["i"]},{"_type":"span","text":"f","marks":["gone"]}]},
        {"_type":"block","style":"blockquote","children":[{"_type":"span","text":"q"}]}]"#,
    );
    assert_eq!(
        outline(&article.blocks),
        "h2(Head) p(<https://a.example a[strong:b]>[strike:c]/[strike:d]ef) quote(p(q))"
    );
    assert_eq!(
        codes(&article),
        ["unresolved-link $[1].children[3].marks[0]", "unknown-mark $[1].children[4].marks[0]"]
    );
}

#[test]
fn flat_lists_nest() {
    let item = |list: &str, level: u8, text: &str| {
        format!(
            r#"{{"_type":"block","listItem":"{list}","level":{level},"children":[{{"_type":"span","text":"{text}"}}]}}"#
        )
    };
    let json = [
        item("bullet", 1, "a"),
        item("number", 2, "b"),
        item("bullet", 2, "c"),
        item("bullet", 1, "d"),
        item("number", 1, "e"),
    ];
    let article = import(Format::PortableText, &format!("[{}]", json.join(",")));
    assert_eq!(outline(&article.blocks), "ul(li(p(a) ol(li(p(b))) ul(li(p(c)))) li(p(d))) ol(li(p(e)))");
}

#[test]
fn objects_are_read() {
    let article = import(
        Format::PortableText,
        r#"[{"_type":"block","children":[{"_type":"span","text":"a "},{"_type":"stock","text":"XYZ"}]},
        {"_type":"image","asset":{"url":"https://a.example/i.jpg","metadata":{"dimensions":{"width":2,"height":1}}},"alt":"A","caption":"C"},
        {"_type":"image","asset":{"_ref":"image-x-2x1-jpg"},"caption":"Lost"},
        {"_type":"code","language":"js","code":"a\n\nb\n"},{"_type":"break","style":"lineBreak"},
        {"_type":"table","rows":[{"cells":["1","2"]}]},{"_type":"youtube","url":"https://youtu.be/x"},
        {"_type":"callout","title":"T","body":[{"_type":"block","children":[{"_type":"span","text":"in"}]}]},
        {"_type":"promo","headline":"Buy","link":"https://a.example"}]"#,
    );
    assert_eq!(
        outline(&article.blocks),
        "p(a XYZ) img(https://a.example/i.jpg A C) img(  Lost) code(js:a\n\nb) hr table((1)(2)) embed(https://youtu.be/x) \
         group(p(in) ~T) ?promo(Buy)"
    );
    assert_eq!(
        codes(&article),
        ["unknown-inline $[0].children[1]", "unresolved-image $[2].asset", "unknown-block $[8]"]
    );
}

#[test]
fn one_block_and_no_words_are_documents() {
    let article = import(Format::PortableText, r#"{"_type":"block","children":[],"markDefs":[]}"#);
    assert_eq!((outline(&article.blocks).as_str(), codes(&article).len()), ("p()", 1));
    let article = import(Format::PortableText, r#"[null,"a",{"_type":"block","children":[{"text":"b"},"c"]}]"#);
    assert_eq!(outline(&article.blocks), "p(a) p(bc)");
    assert_eq!(codes(&article), ["wrong-type $[0]", "wrong-type $[1]", "wrong-type $[2].children[1]"]);
    assert!(attempt(r#"[{"_type":"reference","_ref":"x"}]"#).is_none());
}

#[test]
fn pictures_alone_are_a_document() {
    let article =
        import(Format::PortableText, r#"[{"_type":"image","asset":{"_ref":"image-a1-20x10-jpg"},"alt":"A"}]"#);
    assert_eq!(outline(&article.blocks), "img( A )");
}

#[test]
fn broken_spans_are_told_of() {
    for (json, path) in [
        (r#"[{"_type":"block","children":4}]"#, "$[0].children"),
        (r#"[{"_type":"block","children":[{"_type":"span","text":{"a":1}}]}]"#, "$[0].children[0].text"),
    ] {
        let error = attempt(json).unwrap().unwrap_err();
        assert_eq!(error.path, path);
    }
}

#[test]
fn footnotes_stand_at_the_end() {
    let article = import(
        Format::PortableText,
        r#"[{"_type":"block","markDefs":[{"_key":"l","_type":"link","href":"javascript:x"},{"_key":"f","_type":"footnote","text":"First."},
        {"_key":"g","_type":"note","content":[{"_type":"block","children":[{"_type":"span","text":"Second."}]}]},{"_key":"h","_type":"tip","text":"t"}],
        "children":[{"_type":"span","text":"a","marks":["l"]},{"_type":"span","text":" oil","marks":["f"]},{"_type":"span","text":" lamp","marks":["f","strong"]},
        {"_type":"span","text":" on","marks":["g"]},{"_type":"span","text":" off","marks":["h"]}]},
        {"_type":"block","children":[{"_type":"span","text":"end"}]}]"#,
    );
    assert_eq!(outline(&article.blocks), "p(a oil[strong: lamp]1 on2 off) p(end) notes");
    let Some(Block::Footnotes(notes)) = article.blocks.last() else { return assert_eq!(article.blocks.len(), 0) };
    let notes: Vec<_> = notes.iter().map(|note| [&note.id, ": ", &outline(&note.blocks)].concat()).collect();
    assert_eq!(notes, ["note-1: p(First.)", "note-2: p(Second.)"]);
    assert_eq!(codes(&article), ["unsafe-url $[0].markDefs[0].href", "unknown-mark $[0].children[4].marks[0]"]);
}
