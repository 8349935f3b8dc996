//! The tokeniser (HTML, "Tokenization").

use std::borrow::Cow;

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// Characters, references decoded. Two in a row may belong together.
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
}

impl<'a> Tokenizer<'a> {
    /// A tokeniser of `html`.
    #[must_use]
    pub fn new(html: &'a str) -> Self {
        Self { rest: html }
    }
}

impl<'a> Iterator for Tokenizer<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let rest = core::mem::take(&mut self.rest);
        (!rest.is_empty()).then_some(Token::Text(Cow::Borrowed(rest)))
    }
}
