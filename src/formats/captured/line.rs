//! The lines of a page that was saved as text.

use std::borrow::Cow;

use super::label;
use crate::formats::common::word;

/// A line that says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its characters without the white space around them.
    pub text: Cow<'a, str>,
    /// Whether it is indented as a paragraph is.
    pub indent: bool,
    /// Whether an empty line stands before it.
    pub gap: bool,
    /// Its number in the file, from 1.
    pub number: usize,
}

/// The lines of `text` that say something.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut indents = Vec::new();
    let mut gap = false;
    for (number, raw) in split(text).enumerate() {
        let text = raw.trim_matches(blank);
        if text.is_empty() {
            gap = true;
            continue;
        }
        indents.push(depth(raw));
        lines.push(Line { text: Cow::Borrowed(text), indent: false, gap, number: number + 1 });
        gap = false;
    }
    // Some browsers save the whole page a few columns in: what the page's own labels share is no paragraph's indent.
    let least = indents.iter().copied().min().unwrap_or_default();
    let shared = lines.iter().zip(&indents).any(|(line, depth)| *depth == least && label::of(&line.text).is_some());
    let base = if shared { least } else { 0 };
    for (line, depth) in lines.iter_mut().zip(indents) {
        line.indent = depth >= base + 2;
    }
    lines
}

/// The raw lines: `\n`, `\r`, `\r\n`, and Unicode's line and paragraph separators end them.
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| {
        line.strip_suffix('\r').unwrap_or(line).split(['\r', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'])
    })
}

/// White space, and characters that have no width and only mark the file.
fn blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}')
}

/// The columns by which a line is indented. A full-width space, a no-break space and a tab are never there by chance: each counts two.
fn depth(raw: &str) -> usize {
    let indent = raw.chars().take_while(|c| blank(*c));
    indent
        .map(|c| match c {
            ' ' => 1,
            '\u{feff}' | '\u{200b}' | '\u{2060}' => 0,
            _ => 2,
        })
        .sum()
}

/// Joins the lines of paragraphs that were wrapped at a fixed width. Where the page gives no clear sign of that, a line is a
/// paragraph.
pub fn unwrap<'a>(lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let Some(width) = wrap_width(&lines) else { return lines };
    let mut joined: Vec<Line<'a>> = Vec::new();
    let mut full = false;
    for line in lines {
        let fills = is_full(&line, width);
        match joined.last_mut() {
            Some(last) if full && continues(&line) => {
                let spaced = !last.text.ends_with(|c| wide(c) || c == '-') && !line.text.starts_with(wide);
                let text = last.text.to_mut();
                if spaced {
                    text.push(' ');
                }
                text.push_str(&line.text);
            }
            _ => joined.push(line),
        }
        full = fills;
    }
    joined
}

/// The columns at which the page was wrapped: the width of its widest line, where no line is wider than a screen, and at least three
/// lines break off near it in the middle of a sentence and go on at once.
fn wrap_width(lines: &[Line<'_>]) -> Option<usize> {
    let width = lines.iter().map(|line| word::columns(&line.text)).max().filter(|width| (40..=120).contains(width))?;
    let broken = lines
        .iter()
        .zip(lines.iter().skip(1))
        .filter(|(line, next)| continues(next) && is_full(line, width) && !word::ends_sentence(&line.text));
    (broken.count() >= 3).then_some(width)
}

fn is_full(line: &Line<'_>, width: usize) -> bool {
    word::columns(&line.text) * 100 >= width * 85 && label::of(&line.text).is_none()
}

fn continues(line: &Line<'_>) -> bool {
    !line.gap && !line.indent && label::of(&line.text).is_none()
}

fn wide(c: char) -> bool {
    u32::from(c) >= 0x2e80 || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        lines(text).into_iter().map(|line| line.text.into_owned()).collect()
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        assert_eq!(texts("灯\r\n\r\n下\r读\u{2028}书\n"), ["灯", "下", "读", "书"]);
    }

    #[test]
    fn an_indent_is_two_columns_or_more() {
        let page = "　　灯\n\u{a0}\u{a0}下\n  读\n\t书\n 夜\n深";
        let indents: Vec<bool> = lines(page).iter().map(|line| line.indent).collect();
        assert_eq!(indents, [true, true, true, true, false, false]);
    }

    #[test]
    fn what_the_labels_share_is_no_indent() {
        let page = "   首页\n   灯下书\n     夜里读书。\n   相关文章";
        let indents: Vec<bool> = lines(page).iter().map(|line| line.indent).collect();
        assert_eq!(indents, [false, false, true, false]);
    }

    #[test]
    fn wrapped_lines_are_joined_only_where_the_page_is_clearly_wrapped() {
        let wrapped = "A lamp was lit in the old reading room as the\nrain went on, and the last of the visitors sat\n\
            down again with a book that she had read in a\nsummer long ago and had nearly forgotten.\n\nIt was late.";
        let joined = unwrap(lines(wrapped));
        assert_eq!(joined.len(), 2);
        assert!(joined[0].text.contains("as the rain"), "{}", joined[0].text);
        let short = "Lamps\nBooks\nTea\nRain";
        assert_eq!(unwrap(lines(short)).len(), 4);
    }
}
