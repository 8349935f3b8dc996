//! A sequence of blocks that grows, and running text at its end that is no block yet.

use crate::article::{Block, Embed, Inline, ListItem, Mark, Media, Paragraph, Picture, SafeUrl, Text};

/// The blocks of one level of a tree while it is read.
#[derive(Default)]
pub struct Flow {
    blocks: Vec<Block>,
    line: Text,
    /// The marks of the elements around.
    pub marks: Vec<Mark>,
    /// The link around.
    pub link: Option<SafeUrl>,
    /// How many inline elements and paragraphs are open.
    pub inside: u32,
    /// Whether a child may be the summary or the caption of what is read.
    pub labelled: bool,
    /// The words of that child.
    pub label: Text,
    /// Whether the last block is a list made of items that stood in none.
    loose: bool,
}

impl Flow {
    /// A flow inside this one, under the same marks.
    #[must_use]
    pub fn inner(&self) -> Self {
        Self { marks: self.marks.clone(), link: self.link.clone(), ..Self::default() }
    }

    /// Appends characters; a newline is a break.
    pub fn text(&mut self, text: &str, marks: &[Mark], link: Option<&SafeUrl>) {
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 {
                self.inline(Inline::Break, link);
            }
            let part = part.strip_suffix('\r').unwrap_or(part);
            if !part.is_empty() {
                let mut all = self.marks.clone();
                for mark in marks {
                    if !all.contains(mark) {
                        all.push(mark.clone());
                    }
                }
                self.inline(Inline::Run { text: part.to_owned(), marks: all }, link);
            }
        }
    }

    /// Appends a piece of running text, inside `link` or the link around.
    pub fn inline(&mut self, inline: Inline, link: Option<&SafeUrl>) {
        push_linked(&mut self.line, inline, link.or(self.link.as_ref()));
    }

    /// Whether running text goes on here.
    #[must_use]
    pub fn is_inline(&self) -> bool {
        self.inside > 0 || !is_empty(&self.line)
    }

    /// Whether all that stands here is running text in no paragraph.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Appends a picture: a block, except within words.
    pub fn picture(&mut self, mut picture: Picture) {
        if self.inside > 0 && picture.caption.is_none() {
            self.inline(Inline::Image(picture), None);
        } else {
            if picture.link.is_none() {
                picture.link.clone_from(&self.link);
            }
            self.block(Block::Image(picture));
        }
    }

    /// Appends a block, after a paragraph of the running text before it.
    pub fn block(&mut self, block: Block) {
        self.close();
        self.blocks.push(block);
        self.loose = false;
    }

    /// Appends blocks.
    pub fn extend(&mut self, blocks: Vec<Block>) {
        self.close();
        self.loose &= blocks.is_empty();
        self.blocks.extend(blocks);
    }

    /// Appends an item that stands in no list.
    pub fn loose_item(&mut self, item: ListItem) {
        self.close();
        if let (true, Some(Block::List { items, .. })) = (self.loose, self.blocks.last_mut()) {
            items.push(item);
            return;
        }
        self.block(Block::List { ordered: false, start: None, items: vec![item] });
        self.loose = true;
    }

    /// Makes a paragraph of the running text. Pictures with no words beside them are blocks of their own.
    pub fn close(&mut self) {
        let mut content = core::mem::take(&mut self.line);
        while let Some(Inline::Break) = content.last() {
            content.pop();
        }
        if is_empty(&content) {
            return;
        }
        self.loose = false;
        if content.iter().all(is_picture) {
            for inline in content {
                match inline {
                    Inline::Image(picture) => self.blocks.push(Block::Image(picture)),
                    Inline::Link { url, content } => {
                        for inline in content {
                            if let Inline::Image(picture) = inline {
                                self.blocks.push(Block::Image(Picture { link: Some(url.clone()), ..picture }));
                            }
                        }
                    }
                    _ => {}
                }
            }
            return;
        }
        self.blocks.push(Block::Paragraph(Paragraph { content, ..Paragraph::default() }));
    }

    /// The blocks.
    #[must_use]
    pub fn finish(mut self) -> Vec<Block> {
        self.close();
        self.blocks
    }
}

/// Whether there is nothing to see in `text`.
fn is_empty(text: &[Inline]) -> bool {
    text.iter().all(|inline| match inline {
        Inline::Run { text, .. } => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Link { content, .. } => is_empty(content),
        Inline::Image(_) | Inline::NoteRef { .. } => false,
    })
}

/// Whether `inline` is a picture, or white space beside one.
fn is_picture(inline: &Inline) -> bool {
    match inline {
        Inline::Image(_) | Inline::Break => true,
        Inline::Run { text, .. } => text.trim().is_empty(),
        Inline::Link { content, .. } => content.iter().all(is_picture),
        Inline::NoteRef { .. } => false,
    }
}

/// Appends `inline` to `text`; a run under the same marks goes on.
pub fn push(text: &mut Text, inline: Inline) {
    if let Inline::Run { text: more, marks } = &inline
        && let Some(Inline::Run { text: last, marks: under }) = text.last_mut()
        && under == marks
    {
        last.push_str(more);
        return;
    }
    text.push(inline);
}

/// The same under a link; a link to the same address goes on.
pub fn push_linked(text: &mut Text, inline: Inline, link: Option<&SafeUrl>) {
    match (link, text.last_mut()) {
        (None, _) => push(text, inline),
        (Some(_), _) if matches!(inline, Inline::Link { .. }) => push(text, inline),
        (Some(url), Some(Inline::Link { url: last, content })) if last == url => push(content, inline),
        (Some(url), _) => text.push(Inline::Link { url: url.clone(), content: vec![inline] }),
    }
}

/// Blocks as one piece of running text, for cells, summaries and captions: a break stands between two blocks.
#[must_use]
pub fn into_text(blocks: Vec<Block>) -> Text {
    let mut text = Text::new();
    pour(blocks, &mut text);
    text
}

fn pour(blocks: Vec<Block>, out: &mut Text) {
    for block in blocks {
        match block {
            Block::Paragraph(Paragraph { content, .. }) => line(content, out),
            Block::Heading(heading) => line(heading.content, out),
            Block::List { items, .. } => items.into_iter().for_each(|item| pour(item.blocks, out)),
            Block::Quote { blocks, cite } => {
                pour(blocks, out);
                words(cite, out);
            }
            Block::Code { text, .. } => {
                let marks = [Mark::Code];
                let mut flow = Flow::default();
                flow.text(&text, &marks, None);
                line(flow.line, out);
            }
            Block::Image(picture) => line(vec![Inline::Image(picture)], out),
            Block::Gallery { images, caption } => {
                images.into_iter().for_each(|picture| line(vec![Inline::Image(picture)], out));
                words(caption, out);
            }
            Block::Video(media) | Block::Audio(media) => address(media, out),
            Block::Embed(Embed { url, title, caption, .. }) => {
                link(url, title, out);
                words(caption, out);
            }
            Block::Table(table) => {
                words(table.caption, out);
                table.rows.into_iter().flatten().for_each(|cell| line(cell.content, out));
            }
            Block::Divider => {}
            Block::Details { summary, blocks, .. } => {
                line(summary, out);
                pour(blocks, out);
            }
            Block::LinkCard(card) => {
                link(card.url, Some(card.title), out);
                words(card.excerpt, out);
            }
            Block::Group { title, blocks } => {
                words(title, out);
                pour(blocks, out);
            }
            Block::Footnotes(notes) => notes.into_iter().for_each(|note| pour(note.blocks, out)),
            Block::Unknown { text, .. } => words(Some(text), out),
        }
    }
}

fn line(content: Text, out: &mut Text) {
    if !content.is_empty() {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        out.extend(content);
    }
}

fn words(text: Option<String>, out: &mut Text) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        line(vec![Inline::text(text)], out);
    }
}

fn address(media: Media, out: &mut Text) {
    let Media { sources, title, caption, .. } = media;
    link(sources.into_iter().next().map(|source| source.src), title, out);
    words(caption, out);
}

/// A link with its title, or the title alone.
fn link(url: Option<SafeUrl>, title: Option<String>, out: &mut Text) {
    match (url, title) {
        (Some(url), Some(title)) => line(vec![Inline::Link { url, content: vec![Inline::text(title)] }], out),
        (Some(url), None) => {
            let content = vec![Inline::text(url.as_str())];
            line(vec![Inline::Link { url, content }], out);
        }
        (None, title) => words(title, out),
    }
}
