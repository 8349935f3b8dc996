//! A card: an article as it is offered in the carousel and in lists.

use super::{Moment, Picture, SafeUrl};

/// Another article, offered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The headline.
    pub title: String,
    /// A short label above it.
    pub kicker: Option<String>,
    /// A few lines from it.
    pub excerpt: Option<String>,
    /// Its page.
    pub url: Option<SafeUrl>,
    /// Its article JSON, which opens in place.
    pub src: Option<SafeUrl>,
    /// A picture.
    pub image: Option<Picture>,
    /// Who publishes it.
    pub site: Option<String>,
    /// When it was published.
    pub published: Option<Moment>,
    /// Keywords; they are not shown, but tell what it is like.
    pub tags: Vec<String>,
}

/// What a list of articles is, where that is known: the view has a name for it in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// 相关资讯: more news on the subject.
    Related,
    /// 热门资讯: what is read most.
    Popular,
}

impl ListKind {
    /// The word in `lamplit/1`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Related => "related",
            Self::Popular => "popular",
        }
    }
}

/// A list of articles beside or under the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardList {
    /// What it is called.
    pub title: Option<String>,
    /// What it is.
    pub kind: Option<ListKind>,
    /// The articles; an empty list is not shown.
    pub items: Vec<Card>,
}
