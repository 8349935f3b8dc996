//! The blocks of a body.

use super::{Card, Dir, Embed, Media, Picture, Text};

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParagraphRole {
    /// Running text.
    #[default]
    Body,
    /// A short line that opens a part of the argument (其一是…).
    Lead,
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// Its words, without the indent that the source wrote as spaces.
    pub content: Text,
    /// Whether the source indented it; the view indents, once.
    pub indent: bool,
    /// What it is for.
    pub role: ParagraphRole,
    /// Its language, where it is not the article's.
    pub lang: Option<String>,
    /// Its direction, where it is not the article's.
    pub dir: Option<Dir>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6, as the source counts; the view begins under the title.
    pub level: u8,
    /// Its words.
    pub content: Text,
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListItem {
    /// What stands in it.
    pub blocks: Vec<Block>,
    /// Whether it is ticked, in a list of tasks.
    pub checked: Option<bool>,
}

/// How the words of a cell are aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellAlign {
    /// At the start of the line.
    Start,
    /// In the middle.
    Center,
    /// At the end of the line.
    End,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its words.
    pub content: Text,
    /// Whether it names its row or column.
    pub header: bool,
    /// How many columns it spans, at least 1.
    pub colspan: u16,
    /// How many rows it spans, at least 1.
    pub rowspan: u16,
    /// How its words are aligned.
    pub align: Option<CellAlign>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its rows of cells.
    pub rows: Vec<Vec<Cell>>,
    /// The words over it.
    pub caption: Option<String>,
}

/// A footnote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footnote {
    /// What [`Inline::NoteRef`](super::Inline::NoteRef) calls it; unique in the article.
    pub id: String,
    /// What it says, without its sign.
    pub blocks: Vec<Block>,
}

/// A block of the body. The set is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A heading.
    Heading(Heading),
    /// A list.
    List {
        /// Numbered or not.
        ordered: bool,
        /// The first number of a numbered list.
        start: Option<i32>,
        /// Its items.
        items: Vec<ListItem>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
        /// Whom.
        cite: Option<String>,
    },
    /// Computer code, line breaks as they are.
    Code {
        /// The code.
        text: String,
        /// The programming language.
        language: Option<String>,
    },
    /// A picture, or a caption whose picture is lost.
    Image(Picture),
    /// Several pictures.
    Gallery {
        /// The pictures.
        images: Vec<Picture>,
        /// The words under all of them.
        caption: Option<String>,
    },
    /// Film.
    Video(Media),
    /// Sound.
    Audio(Media),
    /// Something that another site shows.
    Embed(Embed),
    /// A table.
    Table(Table),
    /// A change of scene.
    Divider,
    /// A part that opens on demand.
    Details {
        /// What is always seen.
        summary: Text,
        /// What opens.
        blocks: Vec<Block>,
        /// Open from the start.
        open: bool,
    },
    /// A link to a page, as a card.
    LinkCard(Box<Card>),
    /// Blocks that belong together: a box, an aside.
    Group {
        /// The box's own heading.
        title: Option<String>,
        /// What stands in it.
        blocks: Vec<Block>,
    },
    /// Footnotes, in the order of their numbers.
    Footnotes(Vec<Footnote>),
    /// A block that the importer does not know; its text is kept.
    Unknown {
        /// What the source calls it.
        kind: String,
        /// All of its text.
        text: String,
    },
}

impl Block {
    /// A paragraph of plain text.
    #[must_use]
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(Paragraph { content: vec![super::Inline::text(text)], ..Paragraph::default() })
    }
}
