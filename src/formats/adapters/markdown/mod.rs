//! Markdown as it stands in cards: headings, emphasis, links, pictures, lists, code, quotations, rules, tables and paragraphs.

mod inline;
mod list;
#[cfg(test)]
mod tests;

use crate::article::{Block, Heading, Table};
use crate::formats::notes::Notes;
use crate::html;
use crate::parse::Path;

use super::tree::{self, Flow};

pub use inline::inlines;
use list::{list, marker};

/// Quotations and lists inside one another; deeper ones are text.
const DEEPEST: u32 = 16;

/// The blocks of a text. `path` is where it stands in the document, for warnings.
pub fn blocks(markdown: &str, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let lines: Vec<&str> = markdown.lines().collect();
    read(&lines, 0, path, notes)
}

fn read(lines: &[&str], depth: u32, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let mut out = Vec::new();
    let mut rest = lines;
    let mut words: Vec<&str> = Vec::new();
    while let Some((line, after)) = rest.split_first() {
        let trimmed = line.trim();
        let open = !words.is_empty();
        if trimmed.is_empty() {
            paragraph(&mut words, path, notes, &mut out);
            rest = after;
        } else if let Some(fence) = fence(line) {
            paragraph(&mut words, path, notes, &mut out);
            rest = fenced(fence, line, after, &mut out);
        } else if open && let Some(level) = underline(trimmed) {
            let text = words.join("\n");
            words.clear();
            heading(level, &text, path, notes, &mut out);
            rest = after;
        } else if is_rule(trimmed) {
            paragraph(&mut words, path, notes, &mut out);
            out.push(Block::Divider);
            rest = after;
        } else if let Some((level, text)) = atx(trimmed) {
            paragraph(&mut words, path, notes, &mut out);
            heading(level, text, path, notes, &mut out);
            rest = after;
        } else if trimmed.starts_with('>') && depth < DEEPEST {
            paragraph(&mut words, path, notes, &mut out);
            // A line that is quoted by no sign of its own goes on with the paragraph before it.
            let end = rest.iter().position(|line| line.trim().is_empty()).unwrap_or(rest.len());
            let (quoted, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
            let quoted: Vec<&str> = quoted.iter().map(|line| unquoted(line)).collect();
            out.push(Block::Quote { blocks: read(&quoted, depth + 1, path, notes), cite: None });
            rest = after;
        } else if depth < DEEPEST && marker(line).is_some_and(|marker| !open || marker.number.is_none_or(|n| n == 1)) {
            paragraph(&mut words, path, notes, &mut out);
            rest = list(rest, depth, path, notes, &mut out);
        } else if !open && trimmed.contains('|') && after.first().is_some_and(|line| is_table_rule(line)) {
            rest = table(rest, path, notes, &mut out);
        } else if !open && is_html(trimmed) {
            let end = rest.iter().position(|line| line.trim().is_empty()).unwrap_or(rest.len());
            let (markup, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
            out.extend(html::blocks(&markup.join("\n"), path, notes));
            rest = after;
        } else {
            words.push(line);
            rest = after;
        }
    }
    paragraph(&mut words, path, notes, &mut out);
    out
}

fn paragraph(words: &mut Vec<&str>, path: &Path, notes: &mut Notes, out: &mut Vec<Block>) {
    if !words.is_empty() {
        let text = words.join("\n");
        words.clear();
        // The flow makes blocks of pictures that stand alone.
        let mut flow = Flow::default();
        flow.inside = 1;
        inlines(&text, path, notes).into_iter().for_each(|inline| flow.inline(inline, None));
        out.extend(flow.finish());
    }
}

fn heading(level: u8, text: &str, path: &Path, notes: &mut Notes, out: &mut Vec<Block>) {
    let content = inlines(text, path, notes);
    if !content.is_empty() {
        out.push(Block::Heading(Heading { level, content }));
    }
}

/// `## Words ##`
fn atx(line: &str) -> Option<(u8, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let (_, text) = line.split_at_checked(level)?;
    if !(1..=6).contains(&level) || !(text.is_empty() || text.starts_with([' ', '\t'])) {
        return None;
    }
    let text = text.trim();
    let bare = text.trim_end_matches('#');
    // Signs at the end close the heading only where a space parts them from its words.
    let text = if bare.is_empty() || bare.ends_with(' ') { bare.trim_end() } else { text };
    Some((u8::try_from(level).ok()?, text))
}

/// The line under a heading.
fn underline(line: &str) -> Option<u8> {
    if line.bytes().all(|byte| byte == b'=') {
        return Some(1);
    }
    (line.len() > 1 && line.bytes().all(|byte| byte == b'-')).then_some(2)
}

fn is_rule(line: &str) -> bool {
    let sign = line.bytes().next().filter(|sign| matches!(sign, b'-' | b'*' | b'_'));
    let signs = line.bytes().filter(|byte| !matches!(byte, b' ' | b'\t'));
    sign.is_some_and(|sign| signs.clone().all(|byte| byte == sign)) && signs.count() >= 3
}

fn is_html(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('<') else { return false };
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    // An address in angle brackets is a link, and elements of running text stand in a paragraph.
    let inline = [
        "a", "abbr", "b", "br", "code", "del", "em", "http", "https", "i", "img", "kbd", "mailto", "mark", "s", "span",
        "strong", "sub", "sup", "u",
    ];
    rest.starts_with("!--") || (!name.is_empty() && inline.binary_search(&name.to_ascii_lowercase().as_str()).is_err())
}

/// The sign that opens fenced code, and how often it stands there.
fn fence(line: &str) -> Option<(char, usize)> {
    let line = line.trim_start();
    let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let count = line.chars().take_while(|c| *c == sign).count();
    let info = line.trim_start_matches(sign);
    (count >= 3 && !(sign == '`' && info.contains('`'))).then_some((sign, count))
}

fn fenced<'a, 'b>(fence: (char, usize), line: &str, rest: &'b [&'a str], out: &mut Vec<Block>) -> &'b [&'a str] {
    let (sign, count) = fence;
    let indent = line.len() - line.trim_start().len();
    let language = line.trim().trim_start_matches(sign).split_whitespace().next().map(str::to_owned);
    let closes = |line: &&str| {
        let line = line.trim();
        line.len() >= count && line.chars().all(|c| c == sign)
    };
    let end = rest.iter().position(closes).unwrap_or(rest.len());
    let mut text = String::new();
    for (index, line) in rest.iter().take(end).enumerate() {
        if index > 0 {
            text.push('\n');
        }
        text.push_str(outdented(line, indent));
    }
    out.push(Block::Code { text, language });
    rest.get(end + 1..).unwrap_or_default()
}

/// The line without up to `indent` spaces in front; a tab counts as four.
fn outdented(line: &str, indent: usize) -> &str {
    let mut left = indent;
    let mut rest = line;
    while left > 0 {
        if let Some(after) = rest.strip_prefix(' ') {
            rest = after;
            left -= 1;
        } else if let Some(after) = rest.strip_prefix('\t') {
            rest = after;
            left = left.saturating_sub(4);
        } else {
            break;
        }
    }
    rest
}

fn unquoted(line: &str) -> &str {
    let line = line.trim_start();
    let bare = line.strip_prefix('>').unwrap_or(line);
    bare.strip_prefix(' ').unwrap_or(bare)
}

fn is_table_rule(line: &str) -> bool {
    let line = line.trim();
    line.contains('-')
        && line.contains('|')
        && line.bytes().all(|byte| matches!(byte, b'-' | b'|' | b':' | b' ' | b'\t'))
}

fn table<'a, 'b>(lines: &'b [&'a str], path: &Path, notes: &mut Notes, out: &mut Vec<Block>) -> &'b [&'a str] {
    let end = lines.iter().position(|line| !line.contains('|')).unwrap_or(lines.len());
    let (table, rest) = lines.split_at_checked(end).unwrap_or((lines, &[]));
    let rule = table.get(1).copied().unwrap_or_default();
    let aligns: Vec<_> = cells(rule)
        .into_iter()
        .map(|cell| match (cell.starts_with(':'), cell.ends_with(':')) {
            (true, true) => Some("center"),
            (true, false) => Some("left"),
            (false, true) => Some("right"),
            (false, false) => None,
        })
        .collect();
    let mut rows = Vec::new();
    for (index, line) in table.iter().enumerate().filter(|(index, _)| *index != 1) {
        let row = cells(line).into_iter().enumerate().map(|(column, cell)| crate::article::Cell {
            content: inlines(cell, path, notes),
            ..tree::cell(index == 0, None, None, aligns.get(column).copied().flatten())
        });
        rows.push(row.collect());
    }
    out.push(Block::Table(Table { rows, caption: None }));
    rest
}

fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line);
    let mut cells = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (index, byte) in line.bytes().enumerate() {
        if byte == b'|' && !escaped {
            cells.extend(line.get(start..index));
            start = index + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    cells.extend(line.get(start..));
    cells.iter().map(|cell| cell.trim()).collect()
}
