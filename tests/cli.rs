//! The command `lamplit`, run as a program.

#![allow(clippy::expect_used, reason = "the helpers of tests are tests")]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const NATIVE: &str = r#"{"version":"lamplit/1","title":"Tea","url":"javascript:alert(1)","blocks":["Warm the pot.","Wait."],"related":["Cups"]}"#;

/// Runs the command with `input` on its standard input.
fn lamplit(words: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lamplit"))
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // A command that does not read its input closes it.
    let _ = child.stdin.take().expect("it has an input").write_all(input.as_bytes());
    child.wait_with_output().expect("the command ends")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the output is UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("the messages are UTF-8")
}

fn status(output: &Output) -> Option<i32> {
    output.status.code()
}

fn fixture(name: &str) -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/captured")
        .join(name)
        .to_str()
        .expect("the path is UTF-8")
        .to_owned()
}

#[test]
fn check_says_what_a_document_is() {
    let output = lamplit(&["check", "-"], NATIVE);
    assert_eq!(status(&output), Some(0));
    let report = out(&output);
    let mut lines = report.lines();
    assert_eq!(lines.next(), Some("-: ok — lamplit/1, “Tea”, 2 blocks, 1 related"));
    assert!(lines.next().is_some_and(|line| line.starts_with("  warning unsafe-url at $.url: ")), "{report}");
    assert_eq!(lines.next(), None);
}

#[test]
fn check_reports_on_every_file_and_fails_if_one_is_refused() {
    let page = fixture("page.txt");
    let output = lamplit(&["check", &page, "-", "no such file", &page], "{\"version\":\"lamplit/1\",\"blocks\":[1,}");
    assert_eq!(status(&output), Some(1));
    let report = out(&output);
    let lines: Vec<&str> = report.lines().filter(|line| !line.starts_with("  ")).collect();
    assert_eq!(lines.len(), 4, "{report}");
    assert!(lines[0].ends_with("12 blocks, 5 related"), "{report}");
    assert!(lines[0].contains(": ok — captured page, “夜港纪事:"), "{report}");
    assert!(lines[1].starts_with("-: refused — invalid-json at $"), "{report}");
    assert!(lines[1].contains(" (byte "), "{report}");
    assert!(lines[2].starts_with("no such file: unreadable — "), "{report}");
    assert_eq!(lines[3], lines[0]);
}

#[test]
fn check_reports_to_a_program_too() {
    let output = lamplit(&["check", "--json", "-", "no such file"], NATIVE);
    assert_eq!(status(&output), Some(1));
    let lines: Vec<serde_json::Value> =
        out(&output).lines().map(|line| serde_json::from_str(line).expect("each line is an object")).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!((&lines[0]["file"], &lines[0]["ok"]), (&"-".into(), &true.into()));
    assert_eq!((&lines[0]["format"], &lines[0]["title"]), (&"lamplit/1".into(), &"Tea".into()));
    assert_eq!((&lines[0]["blocks"], &lines[0]["related"]), (&2.into(), &1.into()));
    assert_eq!(lines[0]["warnings"][0]["path"], "$.url");
    assert_eq!((&lines[1]["ok"], &lines[1]["error"]["code"]), (&false.into(), &"unreadable".into()));
    let refused = out(&lamplit(&["check", "--json", "-"], "{\"version\":\"lamplit/1\",\"blocks\":[1,}"));
    let refused: serde_json::Value = serde_json::from_str(&refused).expect("the line is an object");
    assert_eq!((&refused["error"]["code"], &refused["error"]["path"]), (&"invalid-json".into(), &"$.blocks[1]".into()));
    assert!(refused["error"]["offset"].is_u64(), "{refused}");
}

#[test]
fn convert_writes_a_native_document_that_converts_to_itself() {
    for name in ["page.txt", "harbour.txt"] {
        let first = lamplit(&["convert", &fixture(name)], "");
        assert_eq!((status(&first), err(&first)), (Some(0), String::new()), "{name}");
        let text = out(&first);
        assert!(
            text.starts_with("{\"version\":\"lamplit/1\",") && text.ends_with("}\n") && text.lines().count() == 1,
            "{text}"
        );
        let second = lamplit(&["convert", "-"], &text);
        assert_eq!(out(&second), text, "{name}");
    }
}

#[test]
fn render_writes_a_fragment_or_a_whole_page() {
    let fragment = lamplit(&["render", &fixture("page.txt")], "");
    assert_eq!(status(&fragment), Some(0));
    let html = out(&fragment);
    assert!(html.contains("二十盏旧路灯") && html.contains("何夜 摄") && !html.contains("<!doctype"), "{html}");
    let page = lamplit(&["render", "--standalone", &fixture("page.txt")], "");
    assert_eq!(status(&page), Some(0));
    let html = out(&page);
    assert!(html.starts_with("<!doctype html>") && html.contains("<style>") && html.contains("二十盏旧路灯"), "{html}");
}

#[test]
fn a_refusal_goes_to_standard_error() {
    for command in ["convert", "render"] {
        let output = lamplit(&[command, "-"], "{\"a\":1}");
        assert_eq!((status(&output), out(&output)), (Some(1), String::new()), "{command}");
        assert!(err(&output).starts_with("-: refused — unknown-format at $: "), "{}", err(&output));
        let missing = lamplit(&[command, "no such file"], "");
        assert_eq!(status(&missing), Some(1));
        assert!(err(&missing).starts_with("no such file: unreadable — "), "{}", err(&missing));
    }
}

#[test]
fn a_wrong_command_line_is_explained() {
    for words in [
        &[][..],
        &["chekc", "a"],
        &["check"],
        &["convert"],
        &["convert", "a", "b"],
        &["render", "--pretty", "a"],
        &["convert", "--standalone", "a"],
        &["convert", "--json", "a"],
    ] {
        let output = lamplit(words, "");
        assert_eq!((status(&output), out(&output)), (Some(2), String::new()), "{words:?}");
        assert!(err(&output).starts_with("lamplit: ") && err(&output).contains("lamplit --help"), "{}", err(&output));
    }
}

#[test]
fn help_and_version_are_answers() {
    let help = lamplit(&["--help"], "");
    assert_eq!(status(&help), Some(0));
    assert!(["check", "convert", "render", "--standalone"].iter().all(|word| out(&help).contains(word)));
    let version = lamplit(&["--version"], "");
    assert_eq!(out(&version), format!("lamplit {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_reader_that_has_enough_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lamplit"))
        .args(["render", "--standalone", &fixture("page.txt")])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!((status(&output), err(&output)), (Some(0), String::new()));
}
