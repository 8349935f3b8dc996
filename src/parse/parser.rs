//! The parser as its callers see it: chunks in, events out, one error at most.

use super::fault::Fault;
use super::grammar::Grammar;
use super::tree::On;
use super::{Event, Repair};
use crate::{Error, Limits};

/// A resumable parser: it is fed a document in chunks and hands on each part that is complete.
///
/// How the document is split does not matter, be it in the middle of a character, an escape or a number: the events and
/// the error are the same. A document costs time in proportion to its bytes.
///
/// ```
/// use lamplit::{Limits, parse::{Event, Parser}};
///
/// let mut parser = Parser::new(Limits::default());
/// parser.stream("blocks");
/// let mut seen = Vec::new();
/// let mut on = |event| match event {
///     Event::Member { key, .. } => seen.push(key),
///     Event::Item { key, index, .. } => seen.push(format!("{key} {index}")),
///     Event::Root(_) => {}
/// };
/// parser.feed(br#"{"title": "Lamplight", "blocks": ["One", "Tw"#, &mut on)?;
/// parser.feed(br#"o"]}"#, &mut on)?;
/// parser.finish(&mut on)?;
/// assert_eq!(seen, ["title", "blocks 0", "blocks 1", "blocks"]);
/// # Ok::<(), lamplit::Error>(())
/// ```
pub struct Parser {
    grammar: Grammar,
    /// The most bytes the document may have.
    limit: usize,
    /// Bytes taken so far.
    offset: usize,
    /// The refusal, once there is one.
    failed: Option<Error>,
    /// Whether the document has been declared complete, and was.
    finished: bool,
}

impl Parser {
    /// A parser for one document.
    #[must_use]
    pub const fn new(limits: Limits) -> Self {
        Self { grammar: Grammar::new(limits), limit: limits.bytes, offset: 0, failed: None, finished: false }
    }

    /// Hands on the elements of the root member `key`, if it is an array, one by one as [`Event::Item`]. May be called
    /// at any time; an array that has begun stays whole.
    pub fn stream(&mut self, key: &str) {
        self.grammar.tree.stream(key);
    }

    /// Takes the next bytes of the document.
    ///
    /// # Errors
    /// When the document cannot be JSON whatever follows, or is beyond the limits. From then on every call returns the
    /// same error. After [`Parser::finish`], [`Code::Misuse`](crate::Code::Misuse).
    pub fn feed(&mut self, bytes: &[u8], on: &mut dyn FnMut(Event)) -> Result<(), Error> {
        self.check()?;
        // The limit is as exact as any other error: what stands before it is parsed first.
        let room = self.limit - self.offset;
        let within = bytes.get(..room).unwrap_or(bytes);
        // A NUL among the first two bytes tells UTF-16 and UTF-32 without a mark; no JSON in UTF-8 has one. Taking
        // these two one by one keeps the question out of the loop.
        let mut rest = within;
        while self.offset < 2
            && let Some((byte, tail)) = rest.split_at_checked(1)
        {
            if byte == [0] {
                return Err(self.fail(Fault::Encoding));
            }
            self.run(byte, on)?;
            rest = tail;
        }
        self.run(rest, on)?;
        if within.len() < bytes.len() { Err(self.fail(Fault::Bytes(self.limit))) } else { Ok(()) }
    }

    /// Declares the document complete.
    ///
    /// # Errors
    /// When the document is not; or as [`Parser::feed`].
    pub fn finish(&mut self, on: &mut dyn FnMut(Event)) -> Result<(), Error> {
        self.check()?;
        self.grammar.end(on).map_err(|fault| self.fail(fault))?;
        self.finished = true;
        Ok(())
    }

    /// What has been mended so far, at most the first 100 places. Duplicate keys of an object are known when it ends.
    #[must_use]
    pub fn repairs(&self) -> &[Repair] {
        self.grammar.tree.repairs()
    }

    /// Bytes taken so far; after an error, the offset of the error.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// Refuses to go on after an error or after the end.
    fn check(&mut self) -> Result<(), Error> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        if self.finished { Err(self.fail(Fault::Finished)) } else { Ok(()) }
    }

    /// Makes a fault at the present byte the error of this and every later call.
    #[cold]
    fn fail(&mut self, fault: Fault) -> Error {
        let error = Error::new(fault.code(), self.grammar.path(fault), fault.message()).at(self.offset);
        self.failed = Some(error.clone());
        error
    }

    /// Takes bytes that are within the limit.
    fn run(&mut self, bytes: &[u8], on: On) -> Result<(), Error> {
        let mut rest = bytes;
        while let Some((&byte, after)) = rest.split_first() {
            match self.grammar.step(byte, rest, after, on) {
                Ok(left) => rest = left,
                Err((fault, left)) => {
                    self.offset += bytes.len() - left.len();
                    return Err(self.fail(fault));
                }
            }
        }
        self.offset += bytes.len();
        Ok(())
    }
}
