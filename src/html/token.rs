//! The tokeniser (HTML, "Tokenization"), without its states: each kind of token is read from end to end.
//!
//! Errors mean what the standard says they mean: a tag that the text ends in is dropped, a comment is closed. It keeps
//! the tree's part of the bargain too: after `<script>`, `<title>` and their like it reads text up to the matching end
//! tag. Scripting is taken to be off, so `<noscript>` is an element like any other, and there is no foreign content, so
//! `<![CDATA[` is a comment.

use std::borrow::Cow;

use super::entity::{Rules, rewrite};
use super::extent::{NAME_ENDS, raw_length, script_length, starts_with, text_length};

/// How many attributes of a tag are kept. Comparing each with all others would take time that grows with their square.
const MOST_ATTRIBUTES: usize = 64;

/// What ends the name of an attribute.
const ATTRIBUTE_ENDS: &[u8] = b"\t\n\x0C\r />=";
/// What ends a value without quotes.
const VALUE_ENDS: &[u8] = b"\t\n\x0C\r >";

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// Characters, references decoded. Two in a row may belong together. U+0000 is left in it where the tree would drop
    /// it.
    Text(Cow<'a, str>),
    /// A start tag.
    Start {
        /// Its name, in lower case.
        name: Cow<'a, str>,
        /// Its attributes, names in lower case, references in values decoded; of two with one name the first.
        attrs: Vec<(Cow<'a, str>, Cow<'a, str>)>,
        /// Whether it ends in `/>`.
        self_closing: bool,
    },
    /// An end tag, its name in lower case.
    End(Cow<'a, str>),
    /// A comment, a bogus one too.
    Comment(Cow<'a, str>),
    /// A document type.
    Doctype,
}

/// Cuts HTML into tokens.
#[derive(Debug)]
pub struct Tokenizer<'a> {
    rest: &'a str,
    mode: Mode,
}

/// How to read what comes next.
#[derive(Clone, Copy, Debug)]
enum Mode {
    /// Text, tags and comments.
    Markup,
    /// Text up to the end tag of this name.
    Raw(&'static str),
    /// The same, with references.
    Decoded(&'static str),
    /// Text up to the end of the script.
    Script,
    /// Text up to the end.
    Rest,
}

impl<'a> Tokenizer<'a> {
    /// A tokeniser of `html`.
    #[must_use]
    pub fn new(html: &'a str) -> Self {
        Self { rest: html, mode: Mode::Markup }
    }

    fn peek(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
    }

    /// The next `length` bytes, taken.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// What stands before the next of these bytes, taken.
    fn take_until(&mut self, ends: &[u8]) -> &'a str {
        let length = self.rest.bytes().position(|b| ends.contains(&b));
        self.take(length.unwrap_or(self.rest.len()))
    }

    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches(['\t', '\n', '\x0C', '\r', ' ']);
    }

    /// What begins with `<`, unless it stands for nothing.
    fn markup(&mut self) -> Option<Token<'a>> {
        match self.rest.as_bytes() {
            [_, b'!', b'-', b'-', ..] => {
                self.take(4);
                Some(self.comment())
            }
            [_, b'!', rest @ ..] => {
                let is_doctype = starts_with(rest, b"doctype");
                self.take(2);
                let comment = self.bogus();
                Some(if is_doctype { Token::Doctype } else { comment })
            }
            [_, b'/', b'>', ..] => {
                self.take(3);
                None
            }
            [_, b'/', b, ..] if b.is_ascii_alphabetic() => {
                self.take(2);
                let name = lower(self.take_until(NAME_ENDS));
                self.attributes(None)?;
                Some(Token::End(name))
            }
            [_, b'/', ..] => {
                self.take(2);
                Some(self.bogus())
            }
            [_, b'?', ..] => {
                self.take(1);
                Some(self.bogus())
            }
            _ => {
                self.take(1);
                let name = lower(self.take_until(NAME_ENDS));
                let mut attrs = Vec::new();
                let self_closing = self.attributes(Some(&mut attrs))?;
                self.mode = match name.as_ref() {
                    "script" => Mode::Script,
                    "style" => Mode::Raw("style"),
                    "xmp" => Mode::Raw("xmp"),
                    "iframe" => Mode::Raw("iframe"),
                    "noembed" => Mode::Raw("noembed"),
                    "noframes" => Mode::Raw("noframes"),
                    "textarea" => Mode::Decoded("textarea"),
                    "title" => Mode::Decoded("title"),
                    "plaintext" => Mode::Rest,
                    _ => Mode::Markup,
                };
                Some(Token::Start { name, attrs, self_closing })
            }
        }
    }

    /// The rest of a tag, up to its `>`: whether that is `/>`; nothing where the text ends first.
    fn attributes(&mut self, mut attrs: Option<&mut Vec<(Cow<'a, str>, Cow<'a, str>)>>) -> Option<bool> {
        loop {
            self.skip_space();
            match self.peek()? {
                b'>' => {
                    self.take(1);
                    return Some(false);
                }
                b'/' => {
                    self.take(1);
                    if self.peek()? == b'>' {
                        self.take(1);
                        return Some(true);
                    }
                    continue;
                }
                _ => {}
            }
            // A name may begin with `=`.
            let length = self.rest.bytes().skip(1).position(|b| ATTRIBUTE_ENDS.contains(&b));
            let name = self.take(length.map_or(self.rest.len(), |n| n + 1));
            let value = self.value()?;
            if let Some(attrs) = &mut attrs
                && attrs.len() < MOST_ATTRIBUTES
            {
                let name = lower(name);
                if attrs.iter().all(|(other, _)| *other != name) {
                    attrs.push((
                        name,
                        rewrite(value, Rules { references: true, attribute: true, lines: true, nul: true }),
                    ));
                }
            }
        }
    }

    /// The source of an attribute's value, empty if it has none; nothing where the text ends first.
    fn value(&mut self) -> Option<&'a str> {
        self.skip_space();
        if self.peek()? != b'=' {
            return Some("");
        }
        self.take(1);
        self.skip_space();
        let quote = self.peek()?;
        if quote != b'"' && quote != b'\'' {
            return Some(self.take_until(VALUE_ENDS));
        }
        self.take(1);
        let value = self.take_until(&[quote]);
        self.peek()?;
        self.take(1);
        Some(value)
    }

    /// What a comment says, after `<!--`.
    fn comment(&mut self) -> Token<'a> {
        let bytes = self.rest.as_bytes();
        let (mut says, mut length) = (bytes, bytes.len());
        for (at, _) in bytes.iter().enumerate().filter(|(_, b)| **b == b'>') {
            let before = bytes.get(..at).unwrap_or_default();
            let closed = match before {
                [] | b"-" => Some(&[][..]),
                _ => before.strip_suffix(b"--").or_else(|| before.strip_suffix(b"--!")),
            };
            if let Some(closed) = closed {
                (says, length) = (closed, at + 1);
                break;
            }
        }
        if length == bytes.len() && says.len() == length {
            // Not closed: what could be the start of its end does not count.
            says = [&b"--!"[..], b"--", b"-"].iter().find_map(|end| says.strip_suffix(*end)).unwrap_or(says);
        }
        let says = says.len();
        Token::Comment(clean(self.take(length).get(..says).unwrap_or_default()))
    }

    /// What is treated as a comment, up to the next `>`.
    fn bogus(&mut self) -> Token<'a> {
        let says = self.take_until(b">");
        self.take(1);
        Token::Comment(clean(says))
    }
}

impl<'a> Iterator for Tokenizer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while !self.rest.is_empty() {
            let bytes = self.rest.as_bytes();
            let mode = core::mem::replace(&mut self.mode, Mode::Markup);
            let length = match mode {
                Mode::Markup => text_length(bytes),
                Mode::Raw(name) | Mode::Decoded(name) => raw_length(bytes, name.as_bytes()),
                Mode::Script => script_length(bytes),
                Mode::Rest => bytes.len(),
            };
            if length > 0 {
                let references = matches!(mode, Mode::Markup | Mode::Decoded(_));
                let nul = !matches!(mode, Mode::Markup);
                let rules = Rules { references, lines: true, nul, attribute: false };
                return Some(Token::Text(rewrite(self.take(length), rules)));
            }
            if let Some(token) = self.markup() {
                return Some(token);
            }
        }
        None
    }
}

/// A name in lower case.
fn lower(name: &str) -> Cow<'_, str> {
    let name = clean(name);
    if name.bytes().any(|b| b.is_ascii_uppercase()) { Cow::Owned(name.to_ascii_lowercase()) } else { name }
}

fn clean(text: &str) -> Cow<'_, str> {
    rewrite(text, Rules { lines: true, nul: true, ..Rules::default() })
}
