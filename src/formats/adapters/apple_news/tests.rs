use super::*;
use crate::Limits;
use crate::article::{Block, Embed, Inline, Mark, plain};
use crate::parse::parse;

fn import(json: &str) -> (Result<Article, Error>, Vec<String>) {
    let value = parse(json.as_bytes(), Limits::default()).unwrap();
    assert!(knows(&value), "{json}");
    let mut notes = Notes::default();
    let article = read(&value, &Path::root(), &mut notes);
    (article, notes.take().into_iter().map(|warning| [warning.code, warning.path].join(" ")).collect())
}

fn body(components: &str) -> (Vec<Block>, Vec<String>) {
    let (article, warnings) = import(&[r#"{"title":"T","components":["#, components, "]}"].concat());
    (article.unwrap().blocks, warnings)
}

#[test]
fn broken_documents_are_refused_where_they_are_broken() {
    for (json, path) in [
        (r#"{"componentTextStyles":{}}"#, "$.components"),
        (r#"{"identifier":"a","layout":{"columns":7},"components":[]}"#, "$.components"),
        (r#"{"componentTextStyles":{},"components":[{"text":"x"}]}"#, "$.components[0].role"),
        (r#"{"components":[{"role":"section","components":[{"role":7}]}]}"#, "$.components[0].components[0].role"),
        (r#"{"components":[{"role":"body","text":"x"},{"role":"htmltable"}]}"#, "$.components[1].html"),
    ] {
        let error = import(json).0.err();
        assert_eq!(error.as_ref().map(|error| (error.code, error.path.as_str())), Some((Code::InvalidArticle, path)));
    }
}

#[test]
fn what_is_never_published_is_refused() {
    for (json, path) in [
        (r#""metadata":{"transparentToolbar":"no"}"#, "$.metadata.transparentToolbar"),
        (r#""metadata":{"keywords":["pot","tea","pot"]}"#, "$.metadata.keywords[2]"),
        (r#""metadata":{"transparentToolbar":false,"keywords":["pot","Pot",7,7]}"#, ""),
    ] {
        let document = [r#"{"title":"Tea","components":[{"role":"body","text":"x"}],"#, json, "}"].concat();
        assert_eq!(import(&document).0.err().map_or(String::new(), |error| error.path), path);
    }
    let many = [r#"{"components":[{"role":"body"}],"metadata":{"keywords":["#, &"1,".repeat(50), "1]}}"].concat();
    assert_eq!(import(&many).0.err().map(|error| error.path).as_deref(), Some("$.metadata.keywords"));
    for (component, path) in [
        (r#"{"role":"datatable","data":{"descriptors":[{"key":"a"}]}}"#, "$.components[0].data.records"),
        (r#"{"role":"arkit","URL":"https://a.example/pot.obj"}"#, "$.components[0].URL"),
        (r#"{"role":"arkit","URL":"https://a.example/pot.usdz?v=2"}"#, ""),
        (r#"{"role":"tweet","URL":"https://posts.example/"}"#, "$.components[0].URL"),
        (r#"{"role":"tweet","URL":"https://posts.example/ann/status/1"}"#, ""),
        (
            r#"{"role":"container","contentDisplay":{"distribution":"any"}}"#,
            "$.components[0].contentDisplay.distribution",
        ),
        (r#"{"role":"container","contentDisplay":{"distribution":"wide"}}"#, ""),
    ] {
        let document = [r#"{"title":"Tea","components":["#, component, "]}"].concat();
        assert_eq!(import(&document).0.err().map_or(String::new(), |error| error.path), path, "{component}");
    }
}

#[test]
fn the_head_is_read() {
    let (article, warnings) = import(
        r#"{"identifier":"i","title":"A pot of tea","subtitle":"How to warm it","language":"en",
        "metadata":{"authors":["Ann Lee"],"datePublished":"2024-01-02T03:04:05Z","dateModified":"2024-01-03","excerpt":"How to warm it",
        "canonicalURL":"https://a.example/tea","keywords":["tea","pots"],"thumbnailURL":"https://a.example/pot.jpg"},
        "components":[{"role":"title","text":"A POT\nOF TEA"},{"role":"intro","text":"How to warm it"},{"role":"byline","text":"By Ann Lee"},
        {"role":"author","text":"By Ann Lee | 2 January"},{"role":"body","text":"Warm the pot."}]}"#,
    );
    let article = article.unwrap();
    assert_eq!((article.title.as_str(), article.subtitle.as_deref()), ("A pot of tea", Some("How to warm it")));
    assert_eq!((article.summary.as_deref(), article.lang.as_deref()), (None, Some("en")));
    assert_eq!(article.authors, [author("Ann Lee")]);
    assert_eq!(article.tags, ["tea", "pots"]);
    assert_eq!(article.published.map(|m| m.iso()).as_deref(), Some("2024-01-02T03:04:05Z"));
    assert!(article.hero.is_some() && article.url.is_some());
    assert_eq!(
        article.blocks,
        [crate::formats::adapters::meta::block::small("By Ann Lee | 2 January"), Block::paragraph("Warm the pot.")]
    );
    assert_eq!(warnings, [""; 0]);
}

#[test]
fn a_title_that_says_more_stays() {
    let (article, _) = import(
        r#"{"title":"Tea","components":[{"role":"title","text":"All about pots"},{"role":"byline","text":"By Ann Lee"}]}"#,
    );
    let article = article.unwrap();
    assert!(
        matches!(article.blocks.as_slice(), [Block::Heading(heading)] if plain(&heading.content) == "All about pots")
    );
    assert_eq!(article.authors, [author("Ann Lee")]);
}

#[test]
fn the_author_needs_no_word_before_the_name() {
    for (role, names, blocks) in [("author", 1, 0), ("byline", 0, 1)] {
        let component = [r#"{"title":"Tea","components":[{"role":""#, role, r#"","text":"Ann Lee"}]}"#].concat();
        let article = import(&component).0.unwrap();
        assert_eq!((article.authors.len(), article.blocks.len()), (names, blocks), "{role}");
    }
}

#[test]
fn ranges_link_and_mark() {
    let (article, _) = import(
        r#"{"title":"T","textStyles":{"strong":{"fontWeight":"bold"},"slant":{"fontStyle":"italic"}},
        "components":[{"role":"body","text":"🍵 Warm the pot\ngently.","additions":[{"type":"link","URL":"https://a.example/","rangeStart":3,"rangeLength":8}],
        "inlineTextStyles":[{"rangeStart":3,"rangeLength":4,"textStyle":"strong"},{"rangeStart":12,"rangeLength":99,"textStyle":{"fontStyle":"italic"}},
        {"rangeStart":0,"rangeLength":2,"textStyle":"absent"}]}]}"#,
    );
    let Some([Block::Paragraph(paragraph)]) = article.as_ref().ok().map(|article| article.blocks.as_slice()) else {
        panic!("{article:?}")
    };
    let run = |text: &str, marks: &[Mark]| Inline::Run { text: text.into(), marks: marks.to_vec() };
    let url = crate::article::SafeUrl::link("https://a.example/").unwrap();
    assert_eq!(
        paragraph.content,
        [
            run("🍵 ", &[]),
            Inline::Link { url, content: vec![run("Warm", &[Mark::Strong]), run(" the", &[])] },
            run(" ", &[]),
            run("pot", &[Mark::Em]),
            Inline::Break,
            run("gently.", &[Mark::Em]),
        ]
    );
}

#[test]
fn nothing_readable_is_lost() {
    let (blocks, warnings) = body(
        r#"{"role":"section","components":[{"role":"chapter","components":[{"role":"heading3","text":"Pots"}]},
        {"role":"aside","components":[{"role":"pullquote","text":"Warm it."}]}]},
        {"role":"photo","URL":"bundle://pot.jpg","caption":{"text":"The <b>pot</b>","format":"html"}},
        {"role":"figure","URL":"https://a.example/1.jpg","accessibilityCaption":"A pot"},{"role":"caption","text":"On the stove"},
        {"role":"gallery","items":[{"URL":"https://a.example/2.jpg","caption":"Two"}]},
        {"role":"tweet","URL":"https://a.example/post"},{"role":"banner_advertisement"},{"role":"divider"},
        {"role":"map","caption":"The stove","items":[{"caption":"Kitchen"}]},
        {"role":"link_button","text":"More","URL":"https://a.example/more"},
        {"role":"steam_gauge","text":"Very hot"},{"role":"body","text":"Hidden","hidden":true}"#,
    );
    let [
        heading,
        Block::Group { blocks: aside, .. },
        lost,
        Block::Image(figure),
        gallery,
        tweet,
        divider,
        map,
        button,
        unknown,
    ] = blocks.as_slice()
    else {
        panic!("{blocks:#?}")
    };
    assert!(matches!(heading, Block::Heading(heading) if heading.level == 3));
    assert!(matches!(aside.as_slice(), [Block::Quote { .. }]));
    assert!(
        matches!(lost, Block::Image(picture) if picture.src.is_none() && picture.caption.as_deref() == Some("The pot"))
    );
    assert_eq!((figure.alt.as_str(), figure.caption.as_deref()), ("A pot", Some("On the stove")));
    assert!(matches!(gallery, Block::Gallery { images, .. } if images.len() == 1));
    assert!(matches!(tweet, Block::Embed(Embed { url: Some(_), provider: Some(_), .. })));
    assert_eq!(divider, &Block::Divider);
    assert!(matches!(map, Block::Embed(Embed { caption: Some(caption), .. }) if caption == "Kitchen"));
    assert!(matches!(button, Block::Paragraph(_)));
    assert_eq!(unknown, &Block::Unknown { kind: "steam_gauge".into(), text: "Very hot".into() });
    assert_eq!(
        warnings,
        ["unresolved-image $.components[1].URL", "dropped-ad $.components[6]", "unknown-block $.components[10]"]
    );
}

#[test]
fn records_are_rows() {
    let (blocks, _) = body(
        r#"{"role":"datatable","data":{"descriptors":[{"key":"n","label":{"type":"formatted_text","text":"Name"}},{"key":"c","label":"Cups"}],
        "records":[{"n":"Ann","c":2},{"n":{"type":"formatted_text","text":"Bo"}}]}}"#,
    );
    let [Block::Table(table)] = blocks.as_slice() else { panic!("{blocks:#?}") };
    let rows: Vec<Vec<_>> =
        table.rows.iter().map(|row| row.iter().map(|cell| plain(&cell.content)).collect()).collect();
    assert_eq!(rows, [["Name", "Cups"], ["Ann", "2"], ["Bo", ""]]);
    assert!(table.rows.first().unwrap().iter().all(|cell| cell.header));
}

#[test]
fn an_all_but_empty_table_stays_small() {
    let descriptors: Vec<_> = (0..500).map(|n| format!(r#"{{"key":"k{n}","label":"L"}}"#)).collect();
    let records = vec![r#"{"k499":"x"}"#; 500].join(",");
    let data =
        [r#"{"role":"datatable","data":{"descriptors":["#, &descriptors.join(","), r#"],"records":["#, &records, "]}}"]
            .concat();
    let (blocks, warnings) = body(&data);
    let [Block::Table(table)] = blocks.as_slice() else { panic!("no table") };
    let cells: usize = table.rows.iter().map(Vec::len).sum();
    assert_eq!(cells, 500 + 500 + 100_000);
    assert_eq!(warnings, ["cut-table $.components[0].data"]);
}

#[test]
fn a_table_may_be_turned_and_name_its_records_in_any_order() {
    let (blocks, _) = body(
        r#"{"role":"datatable","dataOrientation":"vertical","data":{"descriptors":[{"key":"n","label":"Name"},{"key":"c","label":"Cups"}],
        "records":[{"c":2,"n":"Ann"},{"x":"hidden","c":1}]}}"#,
    );
    let [Block::Table(table)] = blocks.as_slice() else { panic!("{blocks:#?}") };
    let rows: Vec<Vec<_>> =
        table.rows.iter().map(|row| row.iter().map(|cell| plain(&cell.content)).collect()).collect();
    assert_eq!(rows, [["Name", "Ann", ""], ["Cups", "2", "1"]]);
}

#[test]
fn the_names_of_a_byline_stand_before_the_bar() {
    for (line, names, blocks) in [
        ("By Ann Lee | 2 January", vec!["Ann Lee"], 1),
        ("By Ann Lee and Bo Rae", vec!["Ann Lee", "Bo Rae"], 0),
        ("By Ann Lee on 2 January", vec![], 1),
        ("| 2 January", vec![], 1),
    ] {
        let json = [r#"{"title":"Tea","components":[{"role":"byline","text":""#, line, r#""}]}"#].concat();
        let article = import(&json).0.unwrap();
        let found: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
        assert_eq!((found, article.blocks.len()), (names, blocks), "{line}");
    }
}

#[test]
fn a_player_is_known_by_its_address() {
    let (article, _) =
        import(r#"{"title":"Tea","components":[{"role":"embedwebvideo","URL":"https://www.youtube.com/embed/abc"}]}"#);
    let article = article.unwrap();
    let [Block::Embed(embed)] = article.blocks.as_slice() else { panic!("{:?}", article.blocks) };
    assert_eq!(embed.url.as_ref().map(|url| url.as_str()), Some("https://www.youtube.com/watch?v=abc"));
    assert_eq!(embed.frame.as_ref().map(|url| url.as_str()), Some("https://www.youtube-nocookie.com/embed/abc"));
    assert_eq!(embed.provider.as_deref(), Some("YouTube"));
}
