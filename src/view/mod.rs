//! From an article to markup.
//!
//! The view is written once. [`whole`] writes a finished article; a page that is still being loaded writes the same pieces one by
//! one ([`skeleton`], [`header`], [`Flow`], [`related`], [`lists`], [`footer`]) and ends at the same tree.

mod block;
mod card;
pub mod chrome;
mod flow;
mod head;
mod inline;
mod markup;
mod names;
mod note;
mod picture;
mod tongue;

pub use card::{lists, related};
pub use flow::{Flow, is_blank};
pub use head::{READING_TIME, footer, header, reading_time};
pub use markup::{Markup, Op};
pub use names::{Attr, Tag, UrlAttr};

use crate::article::{Article, Block, Dir, Inline, plain_into};
use crate::text::{Labels, Language, Reading};

/// What a view needs to know beside the article: its language, the words of the interface, the document's address.
#[derive(Clone, Debug)]
pub struct Context {
    /// The article's language.
    pub language: Language,
    /// The direction, where the article names one.
    dir: Option<Dir>,
    /// The words of the interface, in the article's language.
    pub labels: &'static Labels,
    /// What relative addresses are read against; `None` leaves them as they are.
    pub base: Option<String>,
}

impl Context {
    /// The context of a finished article.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        Self::new(article, &opening(&article.blocks), "")
    }

    /// The context of an article whose body begins with `opening`. The article's own `lang` counts first, then what the characters
    /// say, then `lang`, the language of the place where it stands.
    #[must_use]
    pub fn new(article: &Article, opening: &str, lang: &str) -> Self {
        let language = match article.lang.as_deref() {
            Some(tag) => Language::of_tag(tag),
            None => {
                let found = Language::of_text(&[&article.title, "\n", opening].concat());
                if found.tag.is_empty() { Language::of_tag(lang) } else { found }
            }
        };
        let labels = Labels::of(&language.tag);
        Self { language, dir: article.dir, labels, base: None }
    }

    /// The direction of the article.
    #[must_use]
    pub fn dir(&self) -> Dir {
        self.dir.unwrap_or_else(|| self.language.script.dir())
    }

    pub(crate) fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }
}

/// The first words of a body: what tells its language and whether it begins with the dateline.
#[must_use]
pub fn opening(blocks: &[Block]) -> String {
    let mut text = String::new();
    blocks.iter().take(OPENING).for_each(|block| opening_of(block, &mut text));
    text
}

/// Blocks that count as the opening.
pub const OPENING: usize = 3;

/// Appends what a block adds to the opening.
pub fn opening_of(block: &Block, text: &mut String) {
    if let Block::Paragraph(paragraph) = block {
        plain_into(&paragraph.content, text);
        text.push('\n');
    }
}

/// A place in the skeleton that is filled on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The article's own attributes.
    Attributes,
    /// What stands over the text.
    Header,
    /// The text.
    Body,
    /// What stands under the text.
    Footer,
    /// The carousel.
    Related,
    /// The lists.
    Lists,
}

impl Slot {
    /// Whether the slot stands beside the article, and so says its language itself.
    #[must_use]
    pub const fn is_beside(self) -> bool {
        matches!(self, Self::Related | Self::Lists)
    }

    /// The `part` of the element that is the slot.
    #[must_use]
    pub const fn part(self) -> &'static str {
        match self {
            Self::Attributes => "article",
            Self::Header => "header",
            Self::Body => "body",
            Self::Footer => "footer",
            Self::Related => "related",
            Self::Lists => "lists",
        }
    }
}

/// The frame of every article; `fill` writes what stands in each slot, or nothing.
pub fn skeleton(m: &mut Markup, context: &Context, fill: &mut dyn FnMut(&mut Markup, Slot)) {
    let mut slot = |m: &mut Markup, tag, slot: Slot| {
        m.element(tag, |m| {
            m.attr(Attr::Part, slot.part());
            if slot.is_beside() {
                language(m, context);
            }
            fill(m, slot);
        });
    };
    m.element(Tag::Article, |m| {
        m.attr(Attr::Part, "article");
        attributes(m, context);
        slot(m, Tag::Header, Slot::Header);
        slot(m, Tag::Div, Slot::Body);
        m.element(Tag::Button, |m| {
            m.attr(Attr::Part, "expand").attr(Attr::Type, "button").attr(Attr::DataAction, "expand");
            m.attr(Attr::AriaExpanded, "false").attr(Attr::Hidden, "");
            m.write(context.labels.expand);
        });
        slot(m, Tag::Footer, Slot::Footer);
    });
    slot(m, Tag::Div, Slot::Related);
    slot(m, Tag::Div, Slot::Lists);
}

/// The attributes of the article's element: its language, direction and script.
pub fn attributes(m: &mut Markup, context: &Context) {
    language(m, context);
    m.attr(Attr::DataScript, context.language.script.as_str());
}

/// The language and direction of what stands in the article or beside it.
pub fn language(m: &mut Markup, context: &Context) {
    if !context.language.tag.is_empty() {
        m.attr(Attr::Lang, &context.language.tag);
    }
    m.attr(Attr::Dir, context.dir().as_str());
}

/// A finished article with its carousel and lists.
pub fn whole(m: &mut Markup, context: &Context, article: &Article) {
    let opening = opening(&article.blocks);
    let mut reading = Reading::default();
    article.blocks.iter().for_each(|block| reading.block(block));
    let minutes = Some(reading.minutes(&context.language));
    skeleton(m, context, &mut |m, slot| match slot {
        Slot::Attributes => attributes(m, context),
        Slot::Header => header(m, context, article, &opening, minutes),
        Slot::Body => {
            let mut flow = Flow::default();
            for block in &article.blocks {
                flow.block(m, context, block);
            }
            flow.pause(m);
        }
        Slot::Footer => footer(m, context, article),
        Slot::Related => related(m, context, &article.related),
        Slot::Lists => lists(m, context, &article.lists),
    });
}

/// Whether a run of text has anything to show.
pub(crate) fn has_words(text: &[Inline]) -> bool {
    let mut words = String::new();
    plain_into(text, &mut words);
    !words.trim().is_empty()
}
