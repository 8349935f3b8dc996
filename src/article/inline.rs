//! Running text: runs with marks, breaks, links and small pictures.

use super::{Picture, SafeUrl};

/// A stretch of running text.
pub type Text = Vec<Inline>;

/// One piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Characters under the same marks.
    Run {
        /// The characters, exactly as the article has them.
        text: String,
        /// What is said about them, outermost first.
        marks: Vec<Mark>,
    },
    /// A line break.
    Break,
    /// A link; links do not nest.
    Link {
        /// Where it leads.
        url: SafeUrl,
        /// The words that are linked.
        content: Text,
    },
    /// A picture in the line.
    Image(Picture),
    /// The sign of a footnote.
    NoteRef {
        /// The footnote's [`Footnote::id`](super::Footnote::id).
        id: String,
        /// The sign as the article writes it, such as `1` or `*`.
        text: String,
    },
}

impl Inline {
    /// A run without marks.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Run { text: text.into(), marks: Vec::new() }
    }
}

/// Something said about a run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Importance.
    Strong,
    /// Stress.
    Em,
    /// Underlined in the source.
    Underline,
    /// No longer right.
    Strike,
    /// Computer code.
    Code,
    /// Below the line.
    Sub,
    /// Above the line.
    Sup,
    /// Highlighted.
    Highlight,
    /// Small print.
    Small,
    /// Chinese and Japanese emphasis dots (着重号).
    Dots,
    /// The mark that says that the article is over, such as （完）.
    End,
    /// A reading beside the characters.
    Ruby(String),
    /// Another language than the article's, as a BCP 47 tag.
    Lang(String),
}

impl Mark {
    /// The marks that are a plain word in `lamplit/1`, with that word.
    pub const WORDS: [(&'static str, Self); 11] = [
        ("strong", Self::Strong),
        ("em", Self::Em),
        ("underline", Self::Underline),
        ("strike", Self::Strike),
        ("code", Self::Code),
        ("sub", Self::Sub),
        ("sup", Self::Sup),
        ("highlight", Self::Highlight),
        ("small", Self::Small),
        ("dots", Self::Dots),
        ("end", Self::End),
    ];
}

/// The characters of `text` without its marks; a break is a newline.
#[must_use]
pub fn plain(text: &[Inline]) -> String {
    let mut out = String::new();
    plain_into(text, &mut out);
    out
}

/// Appends the characters of `text` to `out`; a break is a newline.
pub fn plain_into(text: &[Inline], out: &mut String) {
    for inline in text {
        match inline {
            Inline::Run { text, .. } => out.push_str(text),
            Inline::Break => out.push('\n'),
            Inline::Link { content, .. } => plain_into(content, out),
            Inline::Image(picture) => out.push_str(&picture.alt),
            Inline::NoteRef { text, .. } => out.push_str(text),
        }
    }
}
