//! The parser as a whole: chunks, events, errors, limits, repairs.

use super::*;
use crate::Code;

/// What came of a document: the events, the repairs and the outcome.
type Outcome = (Vec<Event>, Vec<Repair>, Result<(), Error>, usize);

fn run<'a>(chunks: impl IntoIterator<Item = &'a [u8]>, limits: Limits) -> Outcome {
    let mut parser = Parser::new(limits);
    parser.stream("s");
    let mut events = Vec::new();
    let mut on = |event| events.push(event);
    let fed = chunks.into_iter().try_for_each(|chunk| parser.feed(chunk, &mut on));
    let outcome = fed.and_then(|()| parser.finish(&mut on));
    let outcome = (parser.repairs().to_vec(), outcome, parser.offset());
    (events, outcome.0, outcome.1, outcome.2)
}

fn refusal(document: &[u8]) -> Error {
    parse(document, Limits::default()).unwrap_err()
}

/// (code, path, offset)
fn place(document: &[u8]) -> (Code, String, usize) {
    let error = refusal(document);
    (error.code, error.path, error.offset.unwrap())
}

const TRICKY: &[&[u8]] = &[
    b"",
    b" ",
    b"\xEF\xBB\xBF",
    b"\xEF\xBB\xBF {\"a\": 1}",
    b"\xEF\xBBx",
    b"\xFF\xFE[\0]\0",
    b"\xFE\xFF\0[",
    b"\xFF",
    b"[\0]\0",
    b"\0[",
    b"1\0",
    b" <html>",
    b"<",
    b"-12.5e+3",
    b" 0 ",
    b"true",
    b"falsy",
    b"nul",
    b"nullx",
    b"[true,false,null,\"\",{},[],0]",
    b"{\"s\":[1,[2],{\"s\":[3]}],\"t\":{\"s\":[4]},\"s\":[],\"s\":{},\"s\":5}",
    br#"{"a\u00e9\ud83d\ude00b":"\"\\\/\b\f\n\r\t \uD800 \uDBFF\n\uDC00\uD800\uD83D\uDE00\uD800"}"#,
    br#"["\uD83D"]"#,
    br#"["\uD83Dx"]"#,
    br#"["\uD83\uDE00"]"#,
    br#"["\q"]"#,
    "{\"灯\":\"漢字とか😀\",\"b\":[{\"c\":\"é\"}]}".as_bytes(),
    b"[\"\xF0\x9F\x98\",\"\xE2\x82\\n\xE2\",\"\xED\xA0\x80\xFF ok\"]",
    b"{\"\xFF\":1,\"\\ud800\":2,\"a\":{\"\xFF\":\"\xFF\"}}",
    b"{\"a\":1,\"a\":{\"b\":1,\"b\":2},\"a\":3}",
    b"[1,2",
    b"[1,",
    b"{\"a\":{\"b\":[1,{\"c\":\"unfin",
    b"{\"a\"",
    b"{\"a\":",
    b"{\"a\":tr",
    b"{\"a\":1,}",
    b"[1,]",
    b"[01]",
    b"[1.]",
    b"[-]",
    b"[1e]",
    b"{} x",
    b"[\"long enough for the words of eight bytes, and then a control \x01\"]",
    b"{\"pretty\": [\n        1,\n        2\n    ]\n}\n",
    b"[[[[[[[[[[[[1]]]]]]]]]]]]",
    b"[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25]",
];

#[test]
fn any_split_gives_the_same() {
    let tight = Limits { bytes: 60, values: 20, depth: 10 };
    for limits in [Limits::default(), tight] {
        for document in TRICKY {
            let whole = run([*document], limits);
            let name = document.escape_ascii();
            assert_eq!(run(document.chunks(1), limits), whole, "byte by byte: {name}");
            assert_eq!(run(document.chunks(3), limits), whole, "by threes: {name}");
            for at in 0..=document.len() {
                let (head, tail) = document.split_at(at);
                assert_eq!(run([head, tail], limits), whole, "split at {at}: {name}");
                assert_eq!(run([head, b"", tail], limits), whole, "split at {at}, with an empty chunk: {name}");
            }
        }
    }
}

#[test]
fn members_and_items_come_at_once() {
    let mut parser = Parser::new(Limits::default());
    parser.stream("blocks");
    let mut heard: Vec<Vec<String>> = Vec::new();
    for chunk in ["{\"title\":\"T\"", ",\"n\":1", ",\"blocks\":[{\"x\":[1]}", ",2", "3]", "}"] {
        let mut now = Vec::new();
        let mut on = |event| {
            now.push(match event {
                Event::Member { key, value } => format!("{key}={}", value.kind()),
                Event::Item { key, index, value } => format!("{key}[{index}]={}", value.kind()),
                Event::Root(_) => "root".to_owned(),
            });
        };
        parser.feed(chunk.as_bytes(), &mut on).unwrap();
        heard.push(now);
    }
    parser.finish(&mut |_| panic!("nothing is left")).unwrap();
    assert_eq!(
        heard,
        [
            vec!["title=string"],
            vec![],
            vec!["n=number", "blocks[0]=object"],
            vec![],
            vec!["blocks[1]=number", "blocks=array"],
            vec![]
        ]
    );
}

#[test]
fn only_root_arrays_named_in_time_are_streamed() {
    let mut parser = Parser::new(Limits::default());
    let mut events = Vec::new();
    parser.feed(b"{\"s\":[1", &mut |event| events.push(event)).unwrap();
    parser.stream("s");
    parser.feed(b",2],\"o\":{\"s\":[3]},\"s\":[4]}", &mut |event| events.push(event)).unwrap();
    parser.finish(&mut |event| events.push(event)).unwrap();
    let lengths: Vec<_> = events
        .iter()
        .map(|event| match event {
            Event::Member { value, .. } => value.as_array().map_or(99, <[_]>::len),
            _ => 77,
        })
        .collect();
    assert_eq!(lengths, [2, 99, 77, 0]);
}

#[test]
fn a_root_that_is_no_object_comes_whole() {
    let (events, ..) = run([b"[{\"a\":1}]".as_slice()], Limits::default());
    assert!(matches!(events.as_slice(), [Event::Root(Value::Array(items))] if items.len() == 1));
    assert_eq!(parse(b"{}", Limits::default()), Ok(Value::Object(Vec::new())));
    assert_eq!(run([b"{}".as_slice()], Limits::default()).0, []);
}

#[test]
fn numbers_keep_their_text() {
    let value = parse(b"[12345678901234567890123, 1.50, -0, 1E5]", Limits::default()).unwrap();
    let texts: Vec<_> = value
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|v| if let Value::Number(n) = v { Some(n.as_str()) } else { None })
        .collect();
    assert_eq!(texts, ["12345678901234567890123", "1.50", "-0", "1E5"]);
}

#[test]
fn errors_say_where() {
    let p = |document: &str| place(document.as_bytes());
    let at = |code, path: &str, offset| (code, path.to_owned(), offset);
    assert_eq!(p("{\"blocks\":[0,{\"a b\":[tru]}]}"), at(Code::InvalidJson, "$.blocks[1][\"a b\"][0]", 24));
    assert_eq!(p("[1,]"), at(Code::InvalidJson, "$[1]", 3));
    assert_eq!(p("{\"a\":1,}"), at(Code::InvalidJson, "$", 7));
    assert_eq!(p("{\"a\":{\"b\" 1}}"), at(Code::InvalidJson, "$.a", 10));
    assert_eq!(p("{\"a\":01}"), at(Code::InvalidJson, "$.a", 6));
    assert_eq!(p("{} {}"), at(Code::InvalidJson, "$", 3));
    assert_eq!(p("{\"a\":{\"b\":[1,{\"c\":\"unfin"), at(Code::Truncated, "$.a.b[1].c", 24));
    assert_eq!(p("{\"a\":{\"b\":[1,"), at(Code::Truncated, "$.a.b", 13));
    assert_eq!(p("{\"a\":"), at(Code::Truncated, "$", 5));
    assert_eq!(p("{\"a\":[{}"), at(Code::Truncated, "$.a", 8));
    assert_eq!(p("{\"a\":1"), at(Code::Truncated, "$.a", 6));
    assert_eq!(p("-"), at(Code::Truncated, "$", 1));
    assert_eq!(p("  \n"), at(Code::Empty, "$", 3));
    assert_eq!(p("\u{FEFF}"), at(Code::Empty, "$", 3));
    assert_eq!(p("\n<p>"), at(Code::UnexpectedHtml, "$", 1));
    assert_eq!(p("[<"), at(Code::InvalidJson, "$[0]", 1));
    assert_eq!(place(b"\xFF\xFE"), at(Code::UnsupportedEncoding, "$", 1));
    assert_eq!(place(b"\xEF\xBB"), at(Code::Truncated, "$", 2));
    assert_eq!(place(b"{\0"), at(Code::UnsupportedEncoding, "$", 1));
    // The number ends before the byte that is wrong, so the fault is the array's.
    assert_eq!(place(b"[1\0"), at(Code::InvalidJson, "$", 2));
}

#[test]
fn messages_are_sentences() {
    for (document, message) in [
        ("\u{1F}\u{8B}", "Found byte 0x1F where a JSON value was expected; check what the address serves."),
        ("[1,]", "Found `]` where a value was expected; add the value or remove the comma or colon before it."),
        ("{\"a\":1,}", "Found `}` where a key was expected; put keys in double quotes and no comma before `}`."),
        (
            "[\"\n\"]",
            "Found byte 0x0A where plain text was expected; write control characters as escapes, a line break as `\\n`.",
        ),
        ("[", "The document ends inside an array; load it again, since the transfer was probably cut short."),
    ] {
        assert_eq!(refusal(document.as_bytes()).message, message);
    }
    for document in TRICKY {
        if let Err(error) = parse(document, Limits::default()) {
            assert!(error.message.ends_with('.') && error.message.contains([';', ',']), "{error}");
        }
    }
}

#[test]
fn errors_stay() {
    let mut parser = Parser::new(Limits::default());
    let mut on = |_| {};
    let error = parser.feed(b"[1,]", &mut on).unwrap_err();
    assert_eq!(parser.feed(b"[]", &mut on), Err(error.clone()));
    assert_eq!(parser.finish(&mut on), Err(error));
    assert_eq!(parser.offset(), 3);
}

#[test]
fn the_end_is_the_end() {
    let mut parser = Parser::new(Limits::default());
    let mut on = |_| {};
    parser.feed(b"[1]", &mut on).unwrap();
    parser.finish(&mut on).unwrap();
    assert_eq!(parser.feed(b" ", &mut on).unwrap_err().code, Code::Misuse);
    assert_eq!(parser.finish(&mut on).unwrap_err().code, Code::Misuse);
}

#[test]
fn limits_are_exact() {
    let check = |document: &str, limits| parse(document.as_bytes(), limits).map_err(|e| (e.code, e.path, e.offset));
    let bytes = |bytes| Limits { bytes, ..Limits::default() };
    assert!(check("[1,2]", bytes(5)).is_ok());
    assert_eq!(check("[1,2]", bytes(4)), Err((Code::LimitExceeded, "$[1]".to_owned(), Some(4))));
    assert_eq!(check("[1,x]", bytes(4)).unwrap_err().0, Code::InvalidJson);
    assert_eq!(check("[]", bytes(0)).unwrap_err().0, Code::LimitExceeded);
    let values = |values| Limits { values, ..Limits::default() };
    assert!(check("{\"a\":[1,null],\"b\":\"\"}", values(5)).is_ok());
    assert_eq!(check("{\"a\":[1,null],\"b\":\"\"}", values(4)), Err((Code::LimitExceeded, "$.b".to_owned(), Some(18))));
    assert_eq!(check("[[[]]]", values(2)).unwrap_err().2, Some(2));
    let depth = |depth| Limits { depth, ..Limits::default() };
    assert!(check("[{\"a\":[1]}]", depth(3)).is_ok());
    assert_eq!(check("[{\"a\":[1]}]", depth(2)), Err((Code::LimitExceeded, "$[0].a".to_owned(), Some(6))));
    assert!(check("1", depth(0)).is_ok());
    let error = parse(&[b'['; 100_000], Limits::default()).unwrap_err();
    assert_eq!((error.code, error.offset), (Code::LimitExceeded, Some(256)));
    assert_eq!(error.message, "The document is nested deeper than 256 levels; split it or raise the limit.");
}

#[test]
fn repairs_are_on_record() {
    let document = b"{\"t\":\"a\xFFb\",\"l\":[0,\"\\ud800!\"],\"both\":\"\xFF\\udc00\",\"\xFF\":1,\"d\":{\"x\":1,\"y\":2,\"x\":3},\"t\":0}";
    let (events, repairs, outcome, _) = run([document.as_slice()], Limits::default());
    assert_eq!(outcome, Ok(()));
    let texts: Vec<_> = events
        .iter()
        .filter_map(|event| if let Event::Member { value, .. } = event { value.as_str() } else { None })
        .collect();
    assert_eq!(texts, ["a\u{FFFD}b", "\u{FFFD}\u{FFFD}"]);
    let repairs: Vec<_> = repairs.iter().map(|repair| (repair.path.as_str(), repair.kind)).collect();
    assert_eq!(
        repairs,
        [
            ("$.t", RepairKind::InvalidUtf8),
            ("$.l[1]", RepairKind::LoneSurrogate),
            ("$.both", RepairKind::InvalidUtf8),
            ("$.both", RepairKind::LoneSurrogate),
            ("$[\"\u{FFFD}\"]", RepairKind::InvalidUtf8),
            ("$.d.x", RepairKind::DuplicateKey),
            ("$.t", RepairKind::DuplicateKey),
        ]
    );
}

#[test]
fn repairs_are_bounded() {
    let strings = format!("[{}0]", "\"\\ud800\",".repeat(500));
    assert_eq!(run([strings.as_bytes()], Limits::default()).1.len(), 100);
    let keys = format!("[{{{}\"a\":1}}]", "\"a\":1,".repeat(500));
    assert_eq!(run([keys.as_bytes()], Limits::default()).1.len(), 100);
}

#[test]
fn surrogates_pair_across_nothing_but_each_other() {
    let text = |document: &[u8]| parse(document, Limits::default()).unwrap().into_string().unwrap();
    assert_eq!(text(br#""\uD83D\uDE00""#), "😀");
    assert_eq!(text(br#""\uD83D \uDE00""#), "\u{FFFD} \u{FFFD}");
    assert_eq!(text(br#""\uD83D\n\uDE00""#), "\u{FFFD}\n\u{FFFD}");
    assert_eq!(text(br#""\uD83D\uD83D\uDE00""#), "\u{FFFD}😀");
    assert_eq!(text(br#""\uD83D""#), "\u{FFFD}");
}
