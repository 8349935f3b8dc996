//! What can go wrong with an article, in a form that a program and a person can both act on.

use core::fmt;

/// Why a document was refused. The code is stable: hosts may switch on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The bytes are not JSON (RFC 8259).
    InvalidJson,
    /// The bytes stop in the middle of a value.
    Truncated,
    /// The bytes are HTML: usually a server's error page under the article's address.
    UnexpectedHtml,
    /// The bytes are in an encoding other than UTF-8.
    UnsupportedEncoding,
    /// The document is empty.
    Empty,
    /// The JSON is sound but is no article format that Lamplit knows.
    UnknownFormat,
    /// The format is known, the document breaks its rules.
    InvalidArticle,
    /// More bytes, values or nesting than [`crate::Limits`] allows.
    LimitExceeded,
    /// The core was called out of order (for example fed after it had finished).
    Misuse,
}

impl Code {
    /// The code as it appears in `lamplit-error` and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InvalidJson => "invalid-json",
            Self::Truncated => "truncated",
            Self::UnexpectedHtml => "unexpected-html",
            Self::UnsupportedEncoding => "unsupported-encoding",
            Self::Empty => "empty",
            Self::UnknownFormat => "unknown-format",
            Self::InvalidArticle => "invalid-article",
            Self::LimitExceeded => "limit-exceeded",
            Self::Misuse => "misuse",
        }
    }
}

/// A refusal: what, where and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The stable code.
    pub code: Code,
    /// One sentence for a person, ending in what to do.
    pub message: String,
    /// The place in the document as a JSON path (`$.blocks[3].content`); `$` is the document itself.
    pub path: String,
    /// The byte at which the parser stood, counted from the start of the document, where one is known.
    pub offset: Option<usize>,
}

impl Error {
    /// An error at `path` with no byte offset.
    #[must_use]
    pub fn new(code: Code, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), path: path.into(), offset: None }
    }

    /// The same error, at a byte of the document.
    #[must_use]
    pub fn at(mut self, offset: usize) -> Self {
        self.offset = Some(offset);
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.as_str())?;
        f.write_str(" at ")?;
        f.write_str(&self.path)?;
        if let Some(offset) = self.offset {
            write!(f, " (byte {offset})")?;
        }
        f.write_str(": ")?;
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
