use crate::formats::Format;
use crate::formats::adapters::tree::tests::{codes, import, outline};

fn blocks(json: &str) -> String {
    outline(&import(Format::Slate, json).blocks)
}

#[test]
fn reads_the_names_that_sites_use() {
    let read = blocks(
        r#"[{"type":"heading-two","children":[{"text":"Two"}]},{"children":[{"text":"plain "},{"text":"b","bold":true,"color":"red"},
        {"type":"a","href":"/x","children":[{"text":"link"}]},{"text":""}]},
        {"type":"bulleted-list","children":[{"type":"list-item","children":[{"type":"lic","children":[{"text":"one"}]},
        {"type":"ol","children":[{"type":"li","children":[{"text":"deep"}]}]}]}]},
        {"type":"code_block","lang":"js","children":[{"type":"code_line","children":[{"text":"a"}]},{"type":"code_line","children":[{"text":""}]},{"type":"code_line","children":[{"text":"b"}]}]},
        {"type":"table","children":[{"type":"tr","children":[{"type":"th","colSpan":2,"children":[{"type":"p","children":[{"text":"head"}]}]}]},
        {"type":"tr","children":[{"type":"td","children":[{"type":"p","children":[{"text":"1"}]},{"type":"p","children":[{"text":"2"}]}]},{"type":"td","children":[{"text":"3"}]}]}]},
        {"type":"hr","children":[{"text":""}]},{"type":"img","url":"/a.png","caption":[{"text":"cap"}],"children":[{"text":""}]},
        {"type":"block-quote","children":[{"text":"said"}]}]"#,
    );
    assert_eq!(
        read,
        "h2(Two) p(plain [strong:b]</x link>) ul(li(p(one) ol(li(p(deep))))) code(js:a\n\nb) \
         table((head^2x1)|(1/2)(3)) hr img(/a.png  cap) quote(p(said))"
    );
}

#[test]
fn a_leaf_may_stand_between_blocks() {
    assert_eq!(blocks(r#"[{"text":"bare"},{"type":"p","children":[{"text":"block"}]}]"#), "p(bare) p(block)");
}

#[test]
fn unknown_elements_keep_their_text() {
    let article = import(
        Format::Slate,
        r#"[{"type":"p","children":[{"text":"a "},{"type":"zzz","children":[{"text":"b","bold":true}]},{"text":" c"}]},
        {"type":"promo","children":[{"text":"d"}]},{"type":"frame","children":[{"type":"p","children":[{"text":"e"}]}]}]"#,
    );
    assert_eq!(outline(&article.blocks), "p(a [strong:b] c) ?promo(d) p(e)");
    assert_eq!(codes(&article), ["unknown-inline $[0].children[1]", "unknown-block $[1]", "unknown-block $[2]"]);
}

#[test]
fn menus_and_comments_are_none() {
    for json in [
        r#"[{"label":"Menu","children":[{"text":"Home","url":"/"}]}]"#,
        r#"[{"text":"comment","children":[{"text":"answer"}]}]"#,
    ] {
        assert!(crate::formats::adapters::tree::tests::attempt(json).is_none(), "{json}");
    }
}

#[test]
fn items_in_no_list_make_one() {
    assert_eq!(
        blocks(r#"[{"type":"li","children":[{"text":"a"}]},{"type":"li","children":[{"text":"b"}]}]"#),
        "ul(li(p(a)) li(p(b)))"
    );
}

#[test]
fn an_empty_document_is_an_empty_paragraph() {
    let article = import(Format::Slate, r#"[{"type":"paragraph","children":[{"text":""}]}]"#);
    assert_eq!(outline(&article.blocks), "p()");
    assert_eq!(codes(&article), ["empty-body $"]);
}

#[test]
fn a_line_without_an_element_is_known_by_its_marks() {
    assert_eq!(blocks(r##"[{"text":"oil","bold":true,"color":"#fff"},{"text":" lamp"}]"##), "p([strong:oil] lamp)");
    assert!(crate::formats::adapters::tree::tests::attempt(r#"[{"text":"oil","votes":3}]"#).is_none());
}

#[test]
fn a_mention_is_what_stands_in_the_line() {
    assert_eq!(
        blocks(
            r#"[{"type":"p","children":[{"type":"mention","value":"ann","children":[{"text":"@Ann"}]},{"text":" "},
            {"type":"mention","character":"Bo","children":[{"text":""}]}]}]"#
        ),
        "p(@Ann Bo)"
    );
}

#[test]
fn one_odd_node_makes_no_other_format_of_it() {
    assert_eq!(
        blocks(
            r#"[{"type":"p","children":[{"text":"a"}]},{"type":"image","url":"/i.png"},{"type":"p","children":[{"text":"b"}]}]"#
        ),
        "p(a) img(/i.png  ) p(b)"
    );
}
