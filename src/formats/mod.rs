//! From a parsed document to an [`Article`]: which format it is, and one importer a format.

#[cfg(feature = "import")]
pub mod captured;
mod intake;
pub mod json;
pub mod lamplit;
pub mod notes;

pub use intake::Intake;

use crate::article::Article;
use crate::error::Error;
use crate::limits::Limits;

/// A format that Lamplit knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The native document, `lamplit/1`.
    Lamplit,
    /// A news page saved as plain text.
    #[cfg(feature = "import")]
    Captured,
}

impl Format {
    /// The name that `lamplit check` prints.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lamplit => "lamplit/1",
            #[cfg(feature = "import")]
            Self::Captured => "captured page",
        }
    }
}

/// Reads a whole document.
///
/// ```
/// let article = lamplit::formats::read(br#"{"version":"lamplit/1","title":"Tea","blocks":["Warm the pot."]}"#, lamplit::Limits::default())?;
/// assert_eq!(article.title, "Tea");
/// assert_eq!(article.blocks.len(), 1);
/// # Ok::<(), lamplit::Error>(())
/// ```
///
/// # Errors
/// Whatever [`Intake::feed`] and [`Intake::finish`] refuse.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Article, Error> {
    let mut intake = Intake::new(limits);
    intake.feed(bytes)?;
    intake.finish()?;
    Ok(intake.into_article())
}
