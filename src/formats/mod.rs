//! From a parsed document to an [`Article`]: which format it is, and one importer a format.

#[cfg(feature = "import")]
mod adapters;
#[cfg(feature = "import")]
pub mod captured;
#[cfg(feature = "import")]
mod common;
mod intake;
pub mod json;
pub mod lamplit;
pub mod notes;
#[cfg(feature = "import")]
pub mod offers;

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
    Captured,
    /// ActivityStreams.
    ActivityStreams,
    /// Apple News Format.
    AppleNews,
    /// Arc XP ANS.
    ArcAns,
    /// Contentful rich text.
    Contentful,
    /// Editor.js.
    EditorJs,
    /// Ghost Content API.
    Ghost,
    /// Guardian Content API.
    Guardian,
    /// JSON Feed.
    JsonFeed,
    /// schema.org JSON-LD.
    JsonLd,
    /// Lexical.
    Lexical,
    /// NetEase app API.
    NetEase,
    /// Notion.
    Notion,
    /// article in a page.
    Page,
    /// Portable Text.
    PortableText,
    /// ProseMirror / Tiptap.
    ProseMirror,
    /// Readability / Mercury.
    Readability,
    /// A publisher's own record with a body of HTML, Markdown or plain text.
    Record,
    /// Slate.
    Slate,
    /// Strapi blocks.
    Strapi,
    /// Volcengine.
    Volcengine,
    /// WeChat freepublish.
    WeChat,
    /// WordPress REST.
    WordPress,
    /// Zhihu Daily.
    Zhihu,
}

impl Format {
    /// The name that `lamplit check` prints.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lamplit => "lamplit/1",
            Self::Captured => "captured page",
            Self::ActivityStreams => "ActivityStreams",
            Self::AppleNews => "Apple News Format",
            Self::ArcAns => "Arc XP ANS",
            Self::Contentful => "Contentful rich text",
            Self::EditorJs => "Editor.js",
            Self::Ghost => "Ghost Content API",
            Self::Guardian => "Guardian Content API",
            Self::JsonFeed => "JSON Feed",
            Self::JsonLd => "schema.org JSON-LD",
            Self::Lexical => "Lexical",
            Self::NetEase => "NetEase app API",
            Self::Notion => "Notion",
            Self::Page => "article in a page",
            Self::PortableText => "Portable Text",
            Self::ProseMirror => "ProseMirror / Tiptap",
            Self::Readability => "Readability / Mercury",
            Self::Record => "record with an HTML body",
            Self::Slate => "Slate",
            Self::Strapi => "Strapi blocks",
            Self::Volcengine => "Volcengine",
            Self::WeChat => "WeChat freepublish",
            Self::WordPress => "WordPress REST",
            Self::Zhihu => "Zhihu Daily",
        }
    }
}

#[cfg(feature = "import")]
impl Format {
    /// Whether documents of the format may hold several articles that nobody has chosen to stand beside each other.
    const fn is_feed(self) -> bool {
        matches!(self, Self::JsonFeed | Self::WordPress | Self::Ghost)
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
