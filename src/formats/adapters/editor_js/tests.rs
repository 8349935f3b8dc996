use super::*;
use crate::Limits;
use crate::article::{Block, Embed, ListItem, Table, plain};
use crate::parse::parse;

fn blocks(json: &str) -> (Vec<Block>, Vec<String>) {
    let value = parse([r#"{"blocks":["#, json, "]}"].concat().as_bytes(), Limits::default()).unwrap();
    assert!(knows(&value), "{json}");
    let mut notes = Notes::default();
    let article = read(&value, &Path::root(), &mut notes).unwrap();
    (article.blocks, notes.take().into_iter().map(|warning| [warning.code, warning.path].join(" ")).collect())
}

fn item(text: &str, checked: Option<bool>) -> ListItem {
    ListItem { blocks: vec![Block::paragraph(text)], checked }
}

#[test]
fn only_blocks_with_data_are_its_own() {
    for json in [r#"{"blocks":[]}"#, r#"{"blocks":[{"type":"paragraph","content":"x"}]}"#, r#"{"blocks":["x"]}"#, "[]"]
    {
        assert!(!knows(&parse(json.as_bytes(), Limits::default()).unwrap()), "{json}");
    }
}

#[test]
fn lists_of_every_version() {
    let (list, _) = blocks(
        r#"{"type":"list","data":{"style":"unordered","items":["Pot","Cup"]}},
        {"type":"List","data":{"style":"ordered","meta":{"start":3},"items":[{"content":"Boil","meta":{},"items":[{"content":"Water","items":[]}]}]}},
        {"type":"list","data":{"style":"checklist","items":[{"content":"Warm","meta":{"checked":true},"items":[]}]}},
        {"type":"checklist","data":{"items":[{"text":"Pour","checked":true},{"text":"Wait","checked":false}]}}"#,
    );
    let mut boil = item("Boil", None);
    boil.blocks.push(Block::List { ordered: true, start: None, items: vec![item("Water", None)] });
    let of = |ordered, start, items| Block::List { ordered, start, items };
    assert_eq!(
        list,
        [
            of(false, None, vec![item("Pot", None), item("Cup", None)]),
            of(true, Some(3), vec![boil]),
            of(false, None, vec![item("Warm", Some(true))]),
            of(false, None, vec![item("Pour", Some(true)), item("Wait", Some(false))]),
        ]
    );
}

#[test]
fn a_table_has_headings_where_it_says_so() {
    let (table, _) =
        blocks(r#"{"type":"table","data":{"withHeadings":true,"content":[["Tea","Minutes"],["Green",2]]}}"#);
    let [Block::Table(Table { rows, .. })] = table.as_slice() else { panic!("{table:#?}") };
    let cells: Vec<Vec<_>> =
        rows.iter().map(|row| row.iter().map(|cell| (plain(&cell.content), cell.header)).collect()).collect();
    let cell = |text: &str, header| (text.to_owned(), header);
    assert_eq!(cells, [[cell("Tea", true), cell("Minutes", true)], [cell("Green", false), cell("2", false)]]);
}

#[test]
fn nothing_readable_is_lost() {
    let (list, warnings) = blocks(
        r#"{"type":"header","data":{"text":"Tea","level":1}},{"type":"paragraph","data":{"text":"Warm the pot."}},
        {"type":"quote","data":{"text":"Hot.","caption":"Ann"}},{"type":"codeBox","data":{"code":"a\n b","language":"css"}},{"type":"delimiter","data":{}},
        {"type":"image","data":{"file":{"url":"https://a.example/1.jpg"},"caption":"A pot"}},
        {"type":"embed","data":{"service":"youtube","source":"https://v.example/1","embed":"https://v.example/e/1","caption":"How"}},
        {"type":"linkTool","data":{"link":"https://a.example","meta":{"title":"Pots","description":"All","image":{"url":"https://a.example/p.png"}}}},
        {"type":"warning","data":{"title":"Mind","message":"It is hot."}},{"type":"attaches","data":{"file":{"url":"https://a.example/f.pdf","name":"f.pdf"}}},
        {"type":"toggle","data":{"text":"More","items":1,"status":"open"}},{"type":"paragraph","data":{"text":"Inside."}},
        {"type":"columns","data":{"cols":[{"blocks":[{"type":"paragraph","data":{"text":"Left."}}]},{"blocks":[{"type":"paragraph","data":{"text":"Right."}}]}]}},
        {"type":"gallery","data":{"files":[{"url":"https://a.example/2.jpg","caption":"Two"}]}},
        {"type":"personality","data":{"name":"Ann","description":"Cook","link":"https://a.example/ann"}},
        {"type":"steam","data":{"title":"Pff","style":"big"}}"#,
    );
    let [
        Block::Heading(_),
        _,
        Block::Quote { cite, .. },
        Block::Code { language, .. },
        Block::Divider,
        Block::Image(_),
        Block::Embed(Embed { frame, .. }),
        Block::LinkCard(card),
        Block::Group { title, .. },
        attachment,
        Block::Details { blocks, open: true, .. },
        left,
        right,
        Block::Gallery { .. },
        Block::Group { .. },
        unknown,
    ] = list.as_slice()
    else {
        panic!("{list:#?}")
    };
    assert_eq!((cite.as_deref(), language.as_deref(), title.as_deref()), (Some("Ann"), Some("css"), Some("Mind")));
    assert!(frame.is_some() && card.image.is_some());
    assert!(matches!(attachment, Block::Paragraph(paragraph) if plain(&paragraph.content) == "f.pdf"));
    assert_eq!(blocks, &[Block::paragraph("Inside.")]);
    assert_eq!([left, right], [&Block::paragraph("Left."), &Block::paragraph("Right.")]);
    assert_eq!(unknown, &Block::Unknown { kind: "steam".into(), text: "Pff".into() });
    assert_eq!(warnings, ["unknown-block $.blocks[15].data"]);
}

#[test]
fn an_empty_page_is_read_and_a_broken_one_refused() {
    let attempt = crate::formats::adapters::tree::tests::attempt;
    assert!(attempt(r#"{"time":1,"blocks":[],"version":"2.30"}"#).unwrap().is_ok());
    for (held, path) in
        [("4", "$.blocks"), ("[4]", "$.blocks[0]"), (r#"[{"type":"header","data":"x"}]"#, "$.blocks[0]")]
    {
        let error = attempt(&[r#"{"time":1,"version":"2.30","blocks":"#, held, "}"].concat()).unwrap().unwrap_err();
        assert_eq!(error.path, path);
    }
}

#[test]
fn code_loses_the_colours_that_a_tool_kept_with_it() {
    let (list, _) = blocks(r#"{"type":"codeBox","data":{"code":"<span class=\"k\">let</span> a\n  = 1 &lt; 2;"}}"#);
    assert_eq!(list, [Block::Code { text: "let a\n  = 1 < 2;".into(), language: None }]);
}

#[test]
fn a_player_is_known_by_either_address() {
    for data in [
        r#""source":"https://youtu.be/abc""#,
        r#""embed":"https://www.youtube.com/embed/abc?rel=0""#,
        r#""source":"https://www.youtube.com/watch?v=abc","embed":"https://www.youtube.com/embed/abc""#,
    ] {
        let (list, warnings) = blocks(&[r#"{"type":"embed","data":{"#, data, "}}"].concat());
        let [Block::Embed(embed)] = list.as_slice() else { panic!("{list:?}") };
        let addresses = [&embed.url, &embed.frame].map(|url| url.as_ref().map(|url| url.as_str()));
        assert_eq!(
            addresses,
            [Some("https://www.youtube.com/watch?v=abc"), Some("https://www.youtube-nocookie.com/embed/abc")],
            "{data}"
        );
        assert_eq!(warnings, Vec::<String>::new());
    }
}
