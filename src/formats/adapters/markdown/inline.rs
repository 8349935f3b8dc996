//! Running text: emphasis, code, links and pictures.

use crate::article::{Inline, Mark, Picture, SafeUrl, Text};
use crate::formats::adapters::tree::push;
use crate::formats::notes::Notes;
use crate::html;
use crate::parse::Path;

/// Signs that may wait for their other half; what opens beyond them is text.
const WAITING: usize = 64;
/// Characters of an address. Without an end within them there is no link.
const ADDRESS: usize = 2_000;
/// Parentheses inside one another in an address.
const PARENTHESES: u32 = 8;

/// The running text of a paragraph. A line break in it is a space, unless two spaces or a backslash stand before it.
pub fn inlines(markdown: &str, path: &Path, notes: &mut Notes) -> Text {
    let mut reader = Reader {
        pieces: Text::new(),
        words: String::new(),
        signs: Vec::new(),
        brackets: Vec::new(),
        ticks: 0,
        angle: None,
    };
    reader.read(markdown.trim(), path, notes);
    let mut text = Text::new();
    for piece in reader.pieces {
        if !matches!(&piece, Inline::Run { text, .. } if text.is_empty()) {
            push(&mut text, piece);
        }
    }
    text
}

/// A sign that may open emphasis.
struct Sign {
    sign: char,
    count: usize,
    /// Where it stands among the pieces.
    piece: usize,
}

/// A bracket that may open a link or a picture.
struct Bracket {
    piece: usize,
    image: bool,
    /// How many signs were waiting.
    signs: usize,
}

struct Reader {
    pieces: Text,
    words: String,
    signs: Vec<Sign>,
    brackets: Vec<Bracket>,
    /// Lengths of runs of backticks, as bits, that nothing closes in the rest.
    ticks: u64,
    /// Bytes from the next `>` to the end, as far as that was looked for; 0 where there is none.
    angle: Option<usize>,
}

impl Reader {
    fn read(&mut self, text: &str, path: &Path, notes: &mut Notes) {
        let mut rest = text;
        let mut before = ' ';
        while let Some(c) = rest.chars().next() {
            let after = rest.strip_prefix(c).unwrap_or_default();
            let next = after.chars().next().unwrap_or(' ');
            let mut taken = after;
            match c {
                '\\' if next == '\n' => {
                    self.piece(Inline::Break);
                    taken = after.trim_start();
                }
                '\\' if next.is_ascii_punctuation() => {
                    self.words.push(next);
                    taken = after.strip_prefix(next).unwrap_or_default();
                }
                '\n' => {
                    let hard = self.words.ends_with("  ");
                    self.words.truncate(self.words.trim_end_matches(' ').len());
                    if hard {
                        self.piece(Inline::Break);
                    } else {
                        self.words.push(' ');
                    }
                    taken = after.trim_start_matches([' ', '\t']);
                }
                '`' => taken = self.code(rest),
                '*' | '_' | '~' => {
                    let count = rest.chars().take_while(|other| *other == c).count();
                    taken = rest.trim_start_matches(c);
                    self.sign(c, count, before, taken.chars().next().unwrap_or(' '));
                }
                '[' if self.brackets.len() < WAITING => self.open("[", false),
                '!' if next == '[' && self.brackets.len() < WAITING => {
                    self.open("![", true);
                    taken = after.strip_prefix('[').unwrap_or_default();
                }
                ']' => taken = self.close(after, path, notes),
                '<' => taken = self.tag(rest, path, notes),
                '&' => {
                    let end = after.bytes().take(12).position(|byte| byte == b';').map_or(0, |end| end + 2);
                    let reference = rest.get(..end).unwrap_or_default();
                    let read = if end > 2 { html::text(reference) } else { String::new() };
                    if read.is_empty() {
                        self.words.push('&');
                    } else {
                        self.words.push_str(&read);
                        taken = rest.get(end..).unwrap_or_default();
                    }
                }
                c => self.words.push(c),
            }
            before = rest.get(..rest.len() - taken.len()).and_then(|eaten| eaten.chars().next_back()).unwrap_or(c);
            rest = taken;
        }
        self.flush();
    }

    fn flush(&mut self) {
        if !self.words.is_empty() {
            self.pieces.push(Inline::text(core::mem::take(&mut self.words)));
        }
    }

    fn piece(&mut self, inline: Inline) {
        self.flush();
        self.pieces.push(inline);
    }

    /// Code between two runs of as many backticks.
    fn code<'a>(&mut self, rest: &'a str) -> &'a str {
        let after = rest.trim_start_matches('`');
        let count = rest.len() - after.len();
        let bit = u32::try_from(count).ok().and_then(|count| 1_u64.checked_shl(count)).unwrap_or(0);
        let ticks = rest.get(..count).unwrap_or_default();
        if bit != 0 && self.ticks & bit == 0 {
            let mut from = 0;
            while let Some(at) = after.get(from..).and_then(|tail| tail.find(ticks)) {
                let start = from + at;
                let run = after.get(start..).unwrap_or_default();
                let length = run.len() - run.trim_start_matches('`').len();
                if length == count {
                    let code = after.get(..start).unwrap_or_default().replace('\n', " ");
                    let bare = code.strip_prefix(' ').and_then(|code| code.strip_suffix(' '));
                    let text = bare.filter(|bare| !bare.trim().is_empty()).unwrap_or(&code).to_owned();
                    self.piece(Inline::Run { text, marks: vec![Mark::Code] });
                    return after.get(start + count..).unwrap_or_default();
                }
                from = start + length;
            }
            self.ticks |= bit;
        }
        self.words.push_str(ticks);
        after
    }

    /// A run of signs of emphasis, which closes what is open, opens, or is text.
    fn sign(&mut self, sign: char, mut count: usize, before: char, next: char) {
        let word = |c: char| c.is_alphanumeric();
        let mut opens = !next.is_whitespace();
        let mut closes = !before.is_whitespace();
        if sign == '_' {
            opens &= !word(before);
            closes &= !word(next);
        }
        // Longer runs are rules and ornaments, no emphasis.
        if count > 3 || (sign == '~' && count != 2) {
            (opens, closes) = (false, false);
        }
        let least = self.brackets.last().map_or(0, |bracket| bracket.signs);
        while closes && count > 0 {
            let waiting = self.signs.get(least..).unwrap_or_default();
            let Some(at) = waiting.iter().rposition(|open| open.sign == sign) else { break };
            self.signs.truncate(least + at + 1);
            let Some(open) = self.signs.last_mut() else { break };
            let width = if open.count >= 2 && count >= 2 { 2 } else { 1 };
            let mark = match (sign, width) {
                ('~', _) => Mark::Strike,
                (_, 2) => Mark::Strong,
                _ => Mark::Em,
            };
            open.count -= width;
            count -= width;
            let (piece, left) = (open.piece, open.count);
            if left == 0 {
                self.signs.pop();
            }
            self.flush();
            if let Some(Inline::Run { text, .. }) = self.pieces.get_mut(piece) {
                text.truncate(left);
            }
            for piece in self.pieces.iter_mut().skip(piece + 1) {
                marked(piece, &mark);
            }
        }
        if count == 0 {
            return;
        }
        let text: String = core::iter::repeat_n(sign, count).collect();
        if opens && self.signs.len() < WAITING {
            self.piece(Inline::text(text));
            self.signs.push(Sign { sign, count, piece: self.pieces.len() - 1 });
        } else {
            self.words.push_str(&text);
        }
    }

    fn open(&mut self, text: &str, image: bool) {
        self.piece(Inline::text(text));
        self.brackets.push(Bracket { piece: self.pieces.len() - 1, image, signs: self.signs.len() });
    }

    /// A closing bracket: with an address after it, what it closes is a link or a picture.
    fn close<'a>(&mut self, after: &'a str, path: &Path, notes: &mut Notes) -> &'a str {
        let Some(bracket) = self.brackets.pop() else {
            self.words.push(']');
            return after;
        };
        let Some((address, rest)) = destination(after) else {
            self.words.push(']');
            return after;
        };
        self.flush();
        self.signs.truncate(bracket.signs);
        let content = self.pieces.split_off((bracket.piece + 1).min(self.pieces.len()));
        // The bracket itself.
        self.pieces.pop();
        if bracket.image {
            let src = SafeUrl::media(address);
            if src.is_none() {
                notes.warn("unsafe-url", path, "The address of a picture was dropped.");
            }
            self.pieces.push(Inline::Image(Picture {
                src,
                alt: crate::article::plain(&content),
                ..Picture::default()
            }));
            return rest;
        }
        // Links do not nest: what opened before this one is text.
        self.brackets.retain(|open| open.image);
        match SafeUrl::link(address) {
            Some(url) => {
                let mut joined = Text::new();
                content.into_iter().for_each(|piece| push(&mut joined, piece));
                self.pieces.push(Inline::Link { url, content: joined });
            }
            None => {
                if !address.is_empty() {
                    notes.warn("unsafe-url", path, "The address of a link was dropped; its text was kept.");
                }
                self.pieces.extend(content);
            }
        }
        rest
    }

    /// An address in angle brackets, a line break, or a tag, which says nothing.
    fn tag<'a>(&mut self, rest: &'a str, path: &Path, notes: &mut Notes) -> &'a str {
        let after = rest.strip_prefix('<').unwrap_or_default();
        // The next `>` is looked for once: it stays the next one until the text is read up to it.
        if self.angle.is_none_or(|left| left >= after.len()) {
            self.angle = Some(after.find('>').map_or(0, |at| after.len() - at));
        }
        let end = self.angle.filter(|left| *left > 0).and_then(|left| after.len().checked_sub(left));
        let Some((inside, tail)) = end.and_then(|end| Some((after.get(..end)?, after.get(end + 1..)?))) else {
            self.words.push('<');
            return after;
        };
        if ["http://", "https://", "mailto:"].iter().any(|scheme| inside.starts_with(scheme)) && !inside.contains(' ') {
            if let Some(url) = SafeUrl::link(inside) {
                self.piece(Inline::Link { url, content: vec![Inline::text(inside)] });
                return tail;
            }
            notes.warn("unsafe-url", path, "The address of a link was dropped; its text was kept.");
        }
        let name = inside.strip_prefix('/').unwrap_or(inside);
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) && !name.starts_with("!--") {
            self.words.push('<');
            return after;
        }
        let name: String = name.chars().take_while(char::is_ascii_alphanumeric).collect();
        if name.eq_ignore_ascii_case("br") {
            self.piece(Inline::Break);
        }
        tail
    }
}

/// The address in `(address "title")`, and what follows.
fn destination(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('(')?;
    let mut depth = 0_u32;
    let mut end = None;
    for (at, c) in inside.char_indices().take(ADDRESS) {
        match c {
            '(' if depth == PARENTHESES => return None,
            '(' => depth += 1,
            ')' if depth == 0 => {
                end = Some(at);
                break;
            }
            ')' => depth -= 1,
            _ => {}
        }
    }
    let (held, rest) = inside.split_at_checked(end?)?;
    let held = held.trim();
    let address = match held.strip_prefix('<').and_then(|held| held.split_once('>')) {
        Some((address, _)) => address,
        None => held.split_whitespace().next().unwrap_or_default(),
    };
    Some((address, rest.strip_prefix(')').unwrap_or(rest)))
}

fn marked(inline: &mut Inline, mark: &Mark) {
    match inline {
        Inline::Run { marks, .. } => {
            if !marks.contains(mark) {
                marks.insert(0, mark.clone());
            }
        }
        Inline::Link { content, .. } => content.iter_mut().for_each(|inline| marked(inline, mark)),
        Inline::Break | Inline::Image(_) | Inline::NoteRef { .. } => {}
    }
}
