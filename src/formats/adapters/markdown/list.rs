//! Lists.

use crate::article::{Block, ListItem};
use crate::formats::notes::Notes;
use crate::parse::Path;

use super::{atx, fence, is_rule, outdented, read};

/// What opens an item.
#[derive(Clone, Copy)]
pub struct Marker {
    /// Spaces before it.
    indent: usize,
    /// Spaces up to the item's words.
    width: usize,
    /// Its number, in a numbered list.
    pub number: Option<i32>,
    sign: char,
}

/// The sign at the beginning of a line that opens an item.
pub fn marker(line: &str) -> Option<Marker> {
    let mut indent = 0;
    for c in line.chars() {
        match c {
            ' ' => indent += 1,
            '\t' => indent += 4,
            _ => break,
        }
    }
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, after) = line.split_at_checked(digits)?;
    let sign = after.chars().next()?;
    let tail = after.strip_prefix(sign)?;
    if !(tail.is_empty() || tail.starts_with([' ', '\t'])) {
        return None;
    }
    let number = match sign {
        '-' | '*' | '+' if digits == 0 => None,
        '.' | ')' if (1..=9).contains(&digits) => Some(number.parse().ok()?),
        _ => return None,
    };
    Some(Marker { indent, width: indent + digits + 2, number, sign })
}

/// Reads the list that the lines begin with; what follows it is handed back.
pub fn list<'a, 'b>(
    lines: &'b [&'a str],
    depth: u32,
    path: &Path,
    notes: &mut Notes,
    out: &mut Vec<Block>,
) -> &'b [&'a str] {
    let Some(first) = lines.first().and_then(|line| marker(line)) else { return lines };
    let mut items = Vec::new();
    let mut rest = lines;
    while let Some((line, after)) = rest.split_first() {
        let same = |marker: &Marker| {
            marker.indent < first.width
                && marker.sign == first.sign
                && marker.number.is_some() == first.number.is_some()
        };
        let Some(marker) = marker(line).filter(same).filter(|_| !is_rule(line.trim())) else { break };
        // What is indented as far as the item's words belongs to it; so do lines that go on with its paragraph.
        let mut end = 0;
        let mut blank = false;
        for line in after {
            if line.trim().is_empty() {
                blank = true;
            } else {
                let indented = outdented(line, marker.width).len() + marker.width <= line.len() || deeper(line, marker);
                if !indented && (blank || self::marker(line).is_some() || interrupts(line)) {
                    break;
                }
                blank = false;
            }
            end += 1;
        }
        let (belongs, after) = after.split_at_checked(end).unwrap_or((after, &[]));
        let (checked, text) = ticked(words_of(line));
        let mut inner = vec![text];
        inner.extend(belongs.iter().map(|line| outdented(line, marker.width)));
        items.push(ListItem { blocks: read(&inner, depth + 1, path, notes), checked });
        rest = after;
        while rest.first().is_some_and(|line| line.trim().is_empty()) {
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    items.retain(|item| !item.blocks.is_empty());
    if !items.is_empty() {
        let start = first.number.filter(|start| *start != 1);
        out.push(Block::List { ordered: first.number.is_some(), start, items });
    }
    rest
}

/// Whether a line opens a list inside the item of `marker`, also where it is indented less than it should be.
fn deeper(line: &str, marker: Marker) -> bool {
    self::marker(line).is_some_and(|inner| inner.indent >= marker.indent + 2)
}

fn interrupts(line: &str) -> bool {
    let line = line.trim();
    is_rule(line) || atx(line).is_some() || fence(line).is_some() || line.starts_with('>')
}

/// The words of an item's first line.
fn words_of(line: &str) -> &str {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    line.get(digits + 1..).unwrap_or_default().trim_start()
}

fn ticked(text: &str) -> (Option<bool>, &str) {
    for (sign, checked) in [("[ ] ", false), ("[x] ", true), ("[X] ", true)] {
        if let Some(text) = text.strip_prefix(sign) {
            return (Some(checked), text);
        }
    }
    (None, text)
}
