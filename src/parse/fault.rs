//! The sentences in which a document is refused: what was found, what was expected, what to do.

use super::path::{push_decimal, push_hex};
use crate::Code;

/// Why a document is refused. Small, because it travels through the parser; the sentence is made at the end.
#[derive(Clone, Copy)]
pub(super) enum Fault {
    /// A byte the grammar has no place for: the byte, what was expected instead, what to do.
    Unexpected(u8, Expected),
    /// An unescaped control character in a string.
    Control(u8),
    /// No escape goes on like this after the backslash.
    Escape(u8),
    /// No hexadecimal digit after `\u`.
    Hex(u8),
    /// Not the text of `true`, `false` or `null`.
    Word(u8),
    /// No number goes on like this.
    Number(u8),
    /// Bytes that open UTF-16 or UTF-32.
    Encoding,
    /// A `<` where the document begins.
    Html,
    /// Nothing but white space.
    Empty,
    /// The end, inside of something.
    Truncated(&'static str),
    /// More bytes than allowed.
    Bytes(usize),
    /// More values than allowed.
    Values(usize),
    /// Deeper nesting than allowed.
    Depth(usize),
    /// Called after the end.
    Finished,
}

/// What the grammar allows at one point.
#[derive(Clone, Copy)]
pub(super) enum Expected {
    Root,
    Value,
    FirstElement,
    FirstKey,
    Key,
    Colon,
    ElementEnd,
    MemberEnd,
    End,
    Mark,
}

impl Expected {
    /// The words after "where", and after the semicolon.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Root => ("a JSON value", "check what the address serves"),
            Self::Value => ("a value", "add the value or remove the comma or colon before it"),
            Self::FirstElement => ("a value or `]`", "add a value or close the array"),
            Self::FirstKey => ("a key or `}`", "put keys in double quotes or close the object"),
            Self::Key => ("a key", "put keys in double quotes and no comma before `}`"),
            Self::Colon => ("a colon", "put one between key and value"),
            Self::ElementEnd => ("a comma or `]`", "separate elements with commas and close the array with `]`"),
            Self::MemberEnd => ("a comma or `}`", "separate members with commas and close the object with `}`"),
            Self::End => ("the end", "remove what follows the document's one value"),
            Self::Mark => ("the rest of a byte order mark", "save the document as UTF-8"),
        }
    }
}

impl Fault {
    /// The stable code.
    pub(super) const fn code(self) -> Code {
        match self {
            Self::Encoding => Code::UnsupportedEncoding,
            Self::Html => Code::UnexpectedHtml,
            Self::Empty => Code::Empty,
            Self::Truncated(_) => Code::Truncated,
            Self::Bytes(_) | Self::Values(_) | Self::Depth(_) => Code::LimitExceeded,
            Self::Finished => Code::Misuse,
            _ => Code::InvalidJson,
        }
    }

    /// The sentence.
    pub(super) fn message(self) -> String {
        match self {
            Self::Unexpected(byte, expected) => {
                let (expected, advice) = expected.words();
                found(byte, expected, advice)
            }
            Self::Control(byte) => found(byte, "plain text", "write control characters as escapes, a line break as `\\n`"),
            Self::Escape(byte) => {
                found(byte, "one of `\"\\/bfnrtu`", "write a backslash in a string as two backslashes")
            }
            Self::Hex(byte) => found(byte, "a hexadecimal digit", "write exactly four after `\\u`"),
            Self::Word(byte) => {
                found(byte, "the rest of `true`, `false` or `null`", "put any other word in double quotes")
            }
            Self::Number(byte) => found(byte, "the rest of a number", "write numbers like 12, -0.5 or 1e3, without leading zeros"),
            Self::Encoding => "The document is not in UTF-8 but looks like UTF-16 or UTF-32; serve it as UTF-8.".into(),
            Self::Html => {
                "The document begins with `<` as HTML does; check that the address serves JSON and not a page or an error.".into()
            }
            Self::Empty => "The document is empty where a JSON value was expected; check what the address serves.".into(),
            Self::Truncated(inside) => {
                join(&["The document ends inside ", inside, "; load it again, since the transfer was probably cut short."])
            }
            Self::Bytes(limit) => exceeded("has more than ", limit, " bytes"),
            Self::Values(limit) => exceeded("has more than ", limit, " values"),
            Self::Depth(limit) => exceeded("is nested deeper than ", limit, " levels"),
            Self::Finished => "The parser was used after the document's end; make a new parser for each document.".into(),
        }
    }
}

/// "Found X where Y was expected; do Z."
fn found(byte: u8, expected: &str, advice: &str) -> String {
    let mut name = String::new();
    match byte {
        b'!'..=b'~' => {
            name.push('`');
            name.push(char::from(byte));
            name.push('`');
        }
        _ => {
            name.push_str("byte 0x");
            push_hex(&mut name, byte);
        }
    }
    join(&["Found ", &name, " where ", expected, " was expected; ", advice, "."])
}

/// "The document has more than N Xs; do Z."
fn exceeded(what: &str, limit: usize, unit: &str) -> String {
    let mut number = String::new();
    push_decimal(&mut number, limit as u64);
    join(&["The document ", what, &number, unit, "; split it or raise the limit."])
}

/// The parts as one text. (`concat` can panic, as far as the compiler sees, and brings the machinery for it.)
fn join(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}
