//! Bytes → JSON tree, as the bytes come.
//!
//! [`Parser`] is fed chunks of any size, split anywhere, and hands on each finished member of the root object as an
//! [`Event`]; [`parse`] is the same for a document that is there in full. The grammar is RFC 8259 to the letter.
//!
//! Two things are mended rather than refused, because one bad character would otherwise cost the reader the whole
//! article (the *lossy policy*): bytes inside a string that are not UTF-8, and escaped surrogates without their other
//! half, become U+FFFD. Each is on record in [`Parser::repairs`], as is a key that an object has twice (the last one
//! counts).
//!
//! Inside, `parser` takes the chunks, `grammar` knows the tokens, `text` the strings, `number` the numbers, `tree` what has been built so far,
//! and `fault` the sentences in which a document is refused. Nothing recurses over the input.

mod duplicate;
mod event;
mod fault;
mod grammar;
mod number;
mod parser;
mod path;
mod repair;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod value;

pub use event::Event;
pub use number::Number;
pub use parser::Parser;
pub use path::Path;
pub use repair::{Repair, RepairKind};
pub use value::Value;

use crate::{Error, Limits};

/// Parses a whole document into one tree.
///
/// # Errors
/// Whatever [`Parser::feed`] and [`Parser::finish`] refuse.
pub fn parse(bytes: &[u8], limits: Limits) -> Result<Value, Error> {
    let mut root = None;
    let mut members = Vec::new();
    let mut on = |event| match event {
        Event::Member { key, value } => members.push((key, value)),
        Event::Root(value) => root = Some(value),
        // Nothing is streamed here.
        Event::Item { .. } => {}
    };
    let mut parser = Parser::new(limits);
    parser.feed(bytes, &mut on)?;
    parser.finish(&mut on)?;
    Ok(root.unwrap_or(Value::Object(members)))
}
