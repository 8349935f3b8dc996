//! What `lamplit check` says about a document.

use std::ffi::OsStr;

use lamplit::formats::Format;

use super::document::Document;

/// The report on a document that was read: one line, and one for each warning.
pub fn accepted(name: &str, document: &Document) -> String {
    let article = &document.article;
    let format = document.format.map_or("unknown", Format::as_str);
    let title =
        if article.title.is_empty() { "no title".to_owned() } else { format!("“{}”", visible(&article.title)) };
    let blocks = count(article.blocks.len(), "block");
    let mut report = format!("{name}: ok — {format}, {title}, {blocks}, {} related\n", article.related.len());
    for warning in &article.warnings {
        let line = format!("warning {} at {}: {}", warning.code, warning.path, warning.message);
        report.push_str("  ");
        report.push_str(&visible(&line));
        report.push('\n');
    }
    report
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// The name of a file as it is printed.
pub fn name(file: &OsStr) -> String {
    visible(&file.to_string_lossy())
}

/// `text` without characters that steer a terminal: a document must not write over what is reported about it.
pub fn visible(text: &str) -> String {
    let steers = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lamplit::Article;
    use lamplit::article::{Block, Warning};

    #[test]
    fn a_report_is_one_line_and_one_for_each_warning() {
        let warning = Warning { code: "unsafe-url".into(), path: "$.url".into(), message: "It was\ndropped.".into() };
        let article = Article {
            title: "Tea\u{1b}[2J".into(),
            blocks: vec![Block::Divider],
            warnings: vec![warning],
            ..Article::default()
        };
        let report = accepted("a.json", &Document { format: Some(Format::Lamplit), article });
        assert_eq!(
            report,
            "a.json: ok — lamplit/1, “Tea\u{fffd}[2J”, 1 block, 0 related\n  warning unsafe-url at $.url: It was\u{fffd}dropped.\n"
        );
    }
}
