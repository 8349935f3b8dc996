//! A line of running text while it is collected: white space collapses, runs of one style grow together.

use core::ops::Range;

use crate::article::{Inline, Mark, Picture, SafeUrl, Text};

use super::tree::{NONE, is_space};

/// What a piece is.
#[derive(Debug)]
enum Content {
    Text(String),
    Break,
    Image(Box<Picture>),
    Sign(String, String),
}

/// A piece with what is said about it.
#[derive(Debug)]
struct Piece {
    content: Content,
    marks: Vec<Mark>,
    link: u32,
}

impl Piece {
    /// Whether a reading can stand on it: on words that have two at most, one on each side.
    fn is_readable(&self) -> bool {
        let readings = self.marks.iter().filter(|mark| matches!(mark, Mark::Ruby(_))).count();
        readings < 2 && matches!(&self.content, Content::Text(text) if !text.trim().is_empty())
    }
}

/// White space that will be one space if something follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Space {
    None,
    Within,
    Newline,
}

/// A line of running text.
#[derive(Debug)]
pub struct Line {
    pieces: Vec<Piece>,
    space: Space,
    /// The marks of the text that the white space stands in.
    space_marks: Vec<Mark>,
    /// The last character, where it is one of text.
    last: Option<char>,
    /// Pieces before this one stay as they are.
    closed: usize,
    /// Whether spaces stand apart from the words after them: a reading stands on words alone.
    is_apart: bool,
    /// Whether there is something to see in it.
    is_seen: bool,
}

impl Default for Line {
    fn default() -> Self {
        Self {
            pieces: Vec::new(),
            space: Space::None,
            space_marks: Vec::new(),
            last: None,
            closed: 0,
            is_apart: false,
            is_seen: false,
        }
    }
}

impl Line {
    /// Whether there is nothing to see in it.
    pub fn is_blank(&self) -> bool {
        !self.is_seen
    }

    /// Adds characters; white space collapses.
    pub fn text(&mut self, text: &str, marks: &[Mark], link: u32) {
        let mut rest = text;
        while !rest.is_empty() {
            let words = rest.trim_start_matches(is_space);
            if words.len() < rest.len() {
                let newline =
                    rest.split_at_checked(rest.len() - words.len()).is_some_and(|(space, _)| space.contains('\n'));
                if self.last.is_some() && self.space == Space::None {
                    self.space = if newline { Space::Newline } else { Space::Within };
                    self.space_marks = marks.to_vec();
                }
            }
            let end = words.find(is_space).unwrap_or(words.len());
            let (word, after) = words.split_at_checked(end).unwrap_or((words, ""));
            self.word(word, marks, link);
            rest = after;
        }
    }

    fn word(&mut self, word: &str, marks: &[Mark], link: u32) {
        let Some(first) = word.chars().next() else { return };
        if self.space != Space::None {
            // A line break in the source between two full-width characters is no space between words (CSS Text, "segment breaks").
            let joins = self.space == Space::Newline && self.last.is_some_and(is_wide) && is_wide(first);
            if !joins {
                self.put_space(link);
            }
            self.space = Space::None;
        }
        self.last = word.chars().next_back();
        self.is_seen |= !word.trim().is_empty();
        self.put(word, marks, link);
    }

    /// A space stands outside of the links beside it, before what is in the link `next`.
    fn put_space(&mut self, next: u32) {
        let marks = core::mem::take(&mut self.space_marks);
        let is_within = self.pieces.last().is_some_and(|piece| piece.link == next);
        let link = if is_within { next } else { NONE };
        if !self.is_apart || self.closed < self.pieces.len() {
            self.put(" ", &marks, link);
            return;
        }
        match self.pieces.last_mut() {
            Some(Piece { content: Content::Text(before), marks: same, link: to }) if *to == link && *same == marks => {
                before.push(' ');
            }
            _ => self.push(Content::Text(" ".to_owned()), &marks, link),
        }
        self.close();
    }

    fn put(&mut self, text: &str, marks: &[Mark], link: u32) {
        let is_open = self.closed < self.pieces.len();
        if let Some(piece) = self.pieces.last_mut()
            && is_open
            && piece.link == link
            && piece.marks == marks
            && let Content::Text(before) = &mut piece.content
        {
            before.push_str(text);
            return;
        }
        self.push(Content::Text(text.to_owned()), marks, link);
    }

    fn push(&mut self, content: Content, marks: &[Mark], link: u32) {
        self.pieces.push(Piece { content, marks: marks.to_vec(), link });
    }

    /// A line break.
    pub fn line_break(&mut self) {
        self.space = Space::None;
        self.last = None;
        self.push(Content::Break, &[], NONE);
    }

    /// A picture in the line.
    pub fn image(&mut self, picture: Picture, link: u32) {
        self.settle();
        self.last = Some('\u{fffc}');
        self.is_seen = true;
        self.push(Content::Image(Box::new(picture)), &[], link);
    }

    /// A footnote's sign; what comes in several texts is one sign.
    pub fn sign(&mut self, id: &str, text: &str, link: u32) {
        let text = text.trim_matches(is_space);
        if text.is_empty() {
            return;
        }
        if let Some(Piece { content: Content::Sign(_, before), link: same, .. }) = self.pieces.last_mut()
            && *same == link
        {
            before.push_str(text);
            return;
        }
        self.settle();
        self.last = text.chars().next_back();
        self.is_seen = true;
        self.push(Content::Sign(id.to_owned(), text.to_owned()), &[], link);
    }

    fn settle(&mut self) {
        if self.space != Space::None {
            self.put_space(NONE);
            self.space = Space::None;
        }
    }

    /// Sets whether spaces stand apart from the words after them; answers whether they did.
    pub fn set_apart(&mut self, apart: bool) -> bool {
        core::mem::replace(&mut self.is_apart, apart)
    }

    /// How many pieces there are; what follows does not grow together with them.
    pub fn close(&mut self) -> usize {
        self.closed = self.pieces.len();
        self.closed
    }

    /// How many pieces there are.
    pub fn pieces(&self) -> usize {
        self.pieces.len()
    }

    /// Puts a reading, innermost, on the texts of the pieces in `base`; false where they are more than a reading is for.
    pub fn read_as(&mut self, base: Range<usize>, reading: &str) -> bool {
        let pieces = self.pieces.get_mut(base).unwrap_or_default();
        if pieces.len() > 64 || pieces.len() * reading.len() > 0x4000 {
            return false;
        }
        for piece in pieces.iter_mut().filter(|piece| piece.is_readable()) {
            piece.marks.push(Mark::Ruby(reading.to_owned()));
        }
        self.close();
        true
    }

    /// Whether there are words in the pieces in `base` that a reading can stand on.
    pub fn has_words(&self, base: Range<usize>) -> bool {
        self.pieces.get(base).is_some_and(|pieces| pieces.iter().any(Piece::is_readable))
    }

    /// The paragraphs of the line: two breaks in a row, or a break and an indent, end one. `leads` says where a link leads.
    pub fn paragraphs(self, leads: &dyn Fn(u32) -> Option<SafeUrl>) -> Vec<Text> {
        let mut out: Vec<Text> = Vec::new();
        let mut current: Vec<Piece> = Vec::new();
        let mut breaks = 0;
        for piece in self.pieces {
            if matches!(piece.content, Content::Break) {
                breaks += 1;
                continue;
            }
            let indented = matches!(&piece.content, Content::Text(text) if is_indented(text));
            if breaks > 1 || breaks == 1 && indented {
                out.extend(written(core::mem::take(&mut current), leads));
            } else if breaks == 1
                && let Some(before) = current.last()
            {
                // A break inside a link belongs to it.
                let link = if before.link == piece.link { piece.link } else { NONE };
                current.push(Piece { content: Content::Break, marks: Vec::new(), link });
            }
            breaks = 0;
            current.push(piece);
        }
        out.extend(written(current, leads));
        out
    }
}

/// Whether a text begins as paragraphs do in Chinese typing: with a full-width space or two that do not break.
fn is_indented(text: &str) -> bool {
    text.starts_with('\u{3000}') || text.starts_with("\u{a0}\u{a0}") || text.starts_with("\u{2003}")
}

/// Characters that stand in a full-width cell, between which a line break in the source is none in the text.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// The pieces of a paragraph as running text; `None` where there is nothing in it.
fn written(pieces: Vec<Piece>, leads: &dyn Fn(u32) -> Option<SafeUrl>) -> Option<Text> {
    let mut text = Text::with_capacity(pieces.len());
    let mut link = NONE;
    let mut url: Option<SafeUrl> = None;
    let mut linked = Text::new();
    for piece in pieces {
        if piece.link != link {
            close_link(&mut text, &mut url, &mut linked);
            link = piece.link;
            url = if link == NONE { None } else { leads(link) };
        }
        let inline = match piece.content {
            Content::Text(text) => Inline::Run { text, marks: piece.marks },
            Content::Break => Inline::Break,
            Content::Image(picture) => Inline::Image(*picture),
            Content::Sign(id, text) => Inline::NoteRef { id, text },
        };
        if url.is_some() { &mut linked } else { &mut text }.push(inline);
    }
    close_link(&mut text, &mut url, &mut linked);
    trim_end(&mut text);
    text.shrink_to_fit();
    (!text.is_empty()).then_some(text)
}

fn close_link(text: &mut Text, url: &mut Option<SafeUrl>, linked: &mut Text) {
    if let Some(url) = url.take() {
        linked.shrink_to_fit();
        text.push(Inline::Link { url, content: core::mem::take(linked) });
    }
}

/// Takes white space from the end.
fn trim_end(text: &mut Text) {
    while let Some(last) = text.last_mut() {
        let empty = match last {
            Inline::Run { text, .. } => {
                text.truncate(text.trim_end_matches(is_space).len());
                text.is_empty()
            }
            Inline::Break => true,
            Inline::Link { content, .. } => content.is_empty(),
            _ => false,
        };
        if !empty {
            break;
        }
        text.pop();
    }
}
