use super::*;
use crate::article::SafeUrl;
use crate::{Limits, parse::parse};

fn read(json: &str) -> (Vec<Block>, Notes) {
    let mut notes = Notes::default();
    let blocks = blocks(&parse(json.as_bytes(), Limits::default()).unwrap(), &Path::root(), &mut notes);
    (blocks, notes)
}

#[test]
fn markups_open_and_close_across_markers() {
    let (blocks, mut notes) = read(
        r#"{"version":"0.3.1","markups":[["strong"],["a",["href","/oil"]],["em"]],"atoms":[["soft-return","",{}],["mention","@bo",{}]],
        "cards":[],"sections":[[1,"p",[[0,[],0,"Trim "],[0,[0],0,"the "],[0,[2],2,"wick"],[1,[],0,0],[0,[1],0,"and "],
        [0,[0],2,"oil"],[1,[],0,1]]],[1,"h2",[[0,[],0,"Oil"]]],[3,"ol",[[[0,[],0,"One"]],[[0,[],0,"Two"]]]],
        [1,"blockquote",[[0,[],0,"Said"]]],[1,"p",[]]]}"#,
    );
    let run = |text: &str, marks: Vec<Mark>| Inline::Run { text: text.to_owned(), marks };
    let expected: Text = vec![
        run("Trim ", vec![]),
        run("the ", vec![Mark::Strong]),
        run("wick", vec![Mark::Strong, Mark::Em]),
        Inline::Break,
        Inline::Link {
            url: SafeUrl::link("/oil").unwrap(),
            content: vec![run("and ", vec![]), run("oil", vec![Mark::Strong])],
        },
        run("@bo", vec![]),
    ];
    assert_eq!(blocks.first(), Some(&paragraph(expected)));
    assert_eq!(blocks.len(), 4);
    assert!(matches!(blocks.get(2), Some(Block::List { ordered: true, items, .. }) if items.len() == 2));
    assert_eq!(notes.take(), []);
}

#[test]
fn cards_become_blocks() {
    let (blocks, mut notes) = read(
        r#"{"cards":[["hr",{}],["image",{"src":"/a.jpg","alt":"A"}],["code",{"code":"let a;","language":"rust"}],["novel",{"text":"Kept"}],
        ["bookmark",{"url":"https://lamp.example/","metadata":{"title":"Lamps"}}],["email",{"html":"x"}]],
        "sections":[[10,0],[10,1],[10,2],[10,3],[10,4],[10,5],[10,9],[2,"/b.jpg"],[7]]}"#,
    );
    assert_eq!(blocks.len(), 7);
    assert_eq!(blocks.get(3), Some(&Block::Unknown { kind: "novel".to_owned(), text: "Kept".to_owned() }));
    let codes: Vec<String> = notes.take().into_iter().map(|warning| [warning.code, warning.path].join(" ")).collect();
    assert_eq!(
        codes,
        [
            "unknown-block $.sections[3]",
            "dropped-email $.sections[5]",
            "unresolved-reference $.sections[6]",
            "unknown-block $.sections[8]"
        ]
    );
}

#[test]
fn nonsense_is_no_trouble() {
    for json in ["null", "[]", r#"{"sections":[1,[1],[3,"ul",[1,[2,[3]]]],[1,"p",[[0,[9],9,"x"],[1,[],0,7],"y"]]]}"#] {
        read(json);
    }
}
