//! A document from a file or from standard input.

use core::fmt;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, ErrorKind, Read};

use lamplit::formats::{Format, Intake};
use lamplit::{Article, Error, Limits};

/// Bytes that are read at once.
const CHUNK: usize = 1 << 16;

/// A document that was read.
pub struct Document {
    /// What kind it is.
    pub format: Option<Format>,
    /// What it says.
    pub article: Article,
}

/// Why a document was not read.
#[derive(Debug)]
pub enum Refusal {
    /// The file could not be read.
    Unreadable(io::Error),
    /// It holds no article.
    Refused(Error),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(f, "unreadable — {error}"),
            Self::Refused(error) => write!(f, "refused — {}", super::report::visible(&error.to_string())),
        }
    }
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error)
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

/// Reads the document in `file`; `-` is `input`.
///
/// # Errors
/// [`Refusal`] where the file cannot be read or holds no article.
pub fn read(file: &OsStr, input: &mut dyn Read) -> Result<Document, Refusal> {
    if file == "-" { take_in(input) } else { take_in(&mut File::open(file)?) }
}

fn take_in(source: &mut dyn Read) -> Result<Document, Refusal> {
    let mut intake = Intake::new(Limits::default());
    let mut buffer = vec![0; CHUNK];
    loop {
        match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(length) => intake.feed(buffer.get(..length).unwrap_or_default())?,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
    intake.finish()?;
    Ok(Document { format: intake.format(), article: intake.into_article() })
}
