//! The article: a closed model of what can stand on the page.
//!
//! Every importer produces these types and the view consumes nothing else. The JSON form of the model is `lamplit/1`
//! (`www/lamplit/article.schema.json`).

mod block;
mod card;
mod inline;
mod media;
mod moment;
mod url;

pub use block::{Block, Cell, CellAlign, Footnote, Heading, ListItem, Paragraph, ParagraphRole, Table};
pub use card::{Card, CardList, ListKind};
pub use inline::{Inline, Mark, Text, plain, plain_into};
pub use media::{Candidate, Embed, Media, MediaSource, Picture};
pub use moment::Moment;
pub(crate) use moment::pad;
pub use url::SafeUrl;

/// The direction of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dir {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Dir {
    /// The value of the `dir` attribute.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Somebody who made the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// The name as written.
    pub name: String,
    /// A page about the author.
    pub url: Option<SafeUrl>,
}

/// The site that publishes the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The site's name.
    pub name: String,
    /// The site's home page.
    pub home: Option<SafeUrl>,
}

/// Where the article was taken from, when that is another publisher.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The source's name.
    pub name: String,
    /// The article at the source.
    pub url: Option<SafeUrl>,
}

/// A news agency's opening: who reports, from where, on which day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dateline {
    /// The dateline as it stands at the head of the first paragraph, where it stands there.
    pub text: String,
    /// The agency.
    pub agency: Option<String>,
    /// The place of the report.
    pub place: Option<String>,
    /// The day as written, without a year more often than not.
    pub day: Option<String>,
    /// The reporters.
    pub reporters: Vec<String>,
}

/// Counts that a site shows with an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// How often it was read.
    pub views: Option<u64>,
    /// How many comments it has.
    pub comments: Option<u64>,
    /// How many readers liked it.
    pub likes: Option<u64>,
}

/// What an importer dropped, repaired or did not understand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// A stable word for the kind of trouble, such as `unknown-block` or `unsafe-url`.
    pub code: String,
    /// Where, as a JSON path.
    pub path: String,
    /// What was done about it, for a person.
    pub message: String,
}

/// An article with all that stands around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The publisher's own identifier.
    pub id: Option<String>,
    /// The article's address on the web.
    pub url: Option<SafeUrl>,
    /// The headline.
    pub title: String,
    /// A second line under the headline.
    pub subtitle: Option<String>,
    /// A short label above the headline: the series, the column.
    pub kicker: Option<String>,
    /// A few sentences that say what the article says.
    pub summary: Option<String>,
    /// The language as a BCP 47 tag; `None` lets the text decide.
    pub lang: Option<String>,
    /// The direction; `None` lets the language decide.
    pub dir: Option<Dir>,
    /// When it was published.
    pub published: Option<Moment>,
    /// When it was last changed.
    pub modified: Option<Moment>,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// Who publishes it.
    pub site: Option<Site>,
    /// Where it was taken from.
    pub source: Option<Source>,
    /// The section of the site.
    pub section: Option<String>,
    /// Keywords.
    pub tags: Vec<String>,
    /// The picture above the text.
    pub hero: Option<Picture>,
    /// The agency's opening.
    pub dateline: Option<Dateline>,
    /// Reads, comments, likes.
    pub stats: Stats,
    /// The body, in reading order.
    pub blocks: Vec<Block>,
    /// Articles to read next: the carousel.
    pub related: Vec<Card>,
    /// Further lists of articles.
    pub lists: Vec<CardList>,
    /// Where more related articles are to be had.
    pub next: Option<SafeUrl>,
    /// What the importer had to say.
    pub warnings: Vec<Warning>,
}
