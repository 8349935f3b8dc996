//! The parser against JSONTestSuite, and against documents of our own.
//!
//! The suite (github.com/nst/JSONTestSuite, MIT) is no part of this repository. Where its rows lie beside the checkout, in
//! `../shared/attacks/jsontestsuite.json`, they are run; where not, the test says so and only our own documents count.

#![allow(clippy::panic, reason = "the helpers of tests are tests")]

use std::path::Path;

use lamplit::parse::{Event, Parser, Value, parse};
use lamplit::{Error, Limits};

/// Documents that must be accepted.
const ACCEPTED: &[&[u8]] = &[
    b"0",
    b"-0",
    b"-0.0e-0",
    b"1E+2",
    b"123.456e7",
    b" \t\r\n[ ] \n",
    b"\xEF\xBB\xBF{}",
    b"\xEF\xBB\xBF \"x\"",
    b"null",
    b" true ",
    b"\"\"",
    b"\"\x7F\"",
    br#""\"\\\/\b\f\n\r\t\u0000\uD83D\ude00""#,
    br#"{"":{"":[[],{}]}}"#,
    br#"{"a":1,"a":2}"#,
    "[\"灯下\u{2028}\u{FEFF}\",\"\u{10FFFF}\"]".as_bytes(),
    b"[123456789012345678901234567890, 1e9999, 1e-9999]",
    // The lossy policy: these are mended.
    br#"["\uD800","\uDC00\uD800","\uD800\n","\uD800\u0041"]"#,
    b"[\"\xFF\",\"\xE2\x82\",\"\xED\xA0\x80\"]",
];

/// Documents that must be refused.
const REFUSED: &[&[u8]] = &[
    b"",
    b" \n",
    b"\xEF\xBB\xBF",
    b"\xEF\xBB",
    b"\xEF\xBB{}",
    b" \xEF\xBB\xBF{}",
    b"\xFF\xFE{\0}\0",
    b"\xFE\xFF\0{\0}",
    b"\0{\0}",
    b"{\0}\0",
    b"<!doctype html>",
    b"[1,]",
    b"[,1]",
    b"[1 2]",
    b"{\"a\":1,}",
    b"{\"a\" 1}",
    b"{\"a\":}",
    b"{a:1}",
    b"{'a':1}",
    b"{1:1}",
    b"[1}",
    b"{\"a\":1]",
    b"[]]",
    b"{}{}",
    b"1 2",
    b"01",
    b"-01",
    b"+1",
    b".5",
    b"1.",
    b"1.e1",
    b"1e",
    b"1e+",
    b"-",
    b"--1",
    b"0x10",
    b"1_000",
    b"NaN",
    b"-Infinity",
    b"True",
    b"nul",
    b"nulll",
    b"undefined",
    b"// note\n1",
    b"[1/* note */]",
    b"\"",
    b"\"\\\"",
    b"\"\\x41\"",
    b"\"\\u12G4\"",
    b"\"\\u123\"",
    b"\"\\U0041\"",
    b"\"a\nb\"",
    b"\"a\tb\"",
    b"\"a\0b\"",
    b"\"a\" \x0C",
    b"[\x0B1]",
    b"\xC2\xA0 1",
    b"[\xFF]",
];

#[test]
fn own_documents() {
    for document in ACCEPTED {
        accepted(document, "one of our own");
    }
    for document in REFUSED {
        refused(document, "one of our own");
    }
}

/// What we accept and serde_json accepts is the same tree; what it refuses we refuse, but for the lossy policy.
#[test]
fn serde_json_agrees() {
    for document in ACCEPTED.iter().chain(REFUSED) {
        let bytes = document.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(document);
        let theirs = serde_json::from_slice::<serde_json::Value>(bytes);
        match (parse(document, Limits::default()), theirs) {
            (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{}", document.escape_ascii()),
            (Err(_), Ok(_)) => panic!("serde_json accepts {}", document.escape_ascii()),
            _ => {}
        }
    }
}

#[test]
fn json_test_suite() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/attacks/jsontestsuite.json");
    let Ok(rows) = std::fs::read(&file) else {
        println!("JSONTestSuite skipped: {} is not there; only our own documents were tried", file.display());
        return;
    };
    let rows: serde_json::Value = serde_json::from_slice(&rows).unwrap();
    let (mut accepts, mut refusals, mut others) = (0, 0, 0);
    for row in rows.as_array().unwrap() {
        let Some(document) = document(row) else { continue };
        let note = row["expected"].as_str().or(row["note"].as_str()).unwrap_or_default();
        let name = format!("{} {}", row["id"], row["note"]);
        if note.ends_with("must accept") {
            accepts += 1;
            accepted(&document, &name);
        } else if note.ends_with("must reject") {
            refusals += 1;
            refused(&document, &name);
        } else {
            // Free to do either, but the same however the document arrives.
            others += 1;
            assert_eq!(whole(&document), bytewise(&document), "{name}");
        }
    }
    println!("JSONTestSuite: {accepts} accepted, {refusals} refused, {others} left open");
    assert!(accepts > 0 && refusals > 0, "the rows no longer say what is expected");
}

fn accepted(document: &[u8], name: &str) {
    let tree = whole(document).unwrap_or_else(|error| panic!("{name}: {}: {error}", document.escape_ascii()));
    assert_eq!(bytewise(document), Ok(tree), "{name}");
}

fn refused(document: &[u8], name: &str) {
    let Err(error) = whole(document) else { panic!("{name}: accepted {}", document.escape_ascii()) };
    assert_eq!(bytewise(document), Err(error), "{name}");
}

fn whole(document: &[u8]) -> Result<Value, Error> {
    parse(document, Limits::default())
}

/// The tree, from chunks of one byte.
fn bytewise(document: &[u8]) -> Result<Value, Error> {
    let mut parser = Parser::new(Limits::default());
    let (mut members, mut root) = (Vec::new(), None);
    let mut on = |event| match event {
        Event::Member { key, value } => members.push((key, value)),
        Event::Root(value) => root = Some(value),
        Event::Item { .. } => panic!("nothing is streamed"),
    };
    for byte in document.chunks(1) {
        parser.feed(byte, &mut on)?;
    }
    parser.finish(&mut on)?;
    Ok(root.unwrap_or(Value::Object(members)))
}

/// The bytes of a row.
fn document(row: &serde_json::Value) -> Option<Vec<u8>> {
    if let Some(text) = row["input"].as_str() {
        return Some(text.as_bytes().to_vec());
    }
    if let Some(text) = row["input_b64"].as_str() {
        return Some(base64(text));
    }
    let recipe = row.get("gen")?;
    let times = usize::try_from(recipe["n"].as_u64()?).ok()?;
    let open = recipe["repeat_open"].as_str()?;
    let mut text = open.repeat(times);
    text.push_str(recipe["leaf"].as_str().unwrap_or_default());
    if recipe["close"] == true {
        text.push_str(&if open.starts_with('{') { "}" } else { "]" }.repeat(times));
    }
    Some(text.into_bytes())
}

fn base64(text: &str) -> Vec<u8> {
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0u32, 0);
    for c in text.bytes() {
        let six = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    bytes
}

/// Whether our tree is serde_json's. It keeps one of duplicate keys, the last.
fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
    use serde_json::Value as Theirs;
    match (ours, theirs) {
        (Value::Null, Theirs::Null) => true,
        (Value::Bool(a), Theirs::Bool(b)) => a == b,
        (Value::Number(a), Theirs::Number(b)) => match (a.as_u64(), b.as_u64(), a.as_f64(), b.as_f64()) {
            (Some(a), Some(b), ..) => a == b,
            (.., Some(a), Some(b)) => a == b || (a / b - 1.0).abs() < 1e-14,
            _ => false,
        },
        (Value::String(a), Theirs::String(b)) => a == b,
        (Value::Array(a), Theirs::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Theirs::Object(b)) => {
            a.iter().all(|(key, _)| b.contains_key(key))
                && b.iter().all(|(key, b)| ours.get(key).is_some_and(|a| same(a, b)))
        }
        _ => false,
    }
}
