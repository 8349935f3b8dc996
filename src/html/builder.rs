//! From the tree to blocks: what each element is to a reader.

use core::cell::Cell;

use crate::article::{Block, CellAlign, Dir, Heading, Inline, Mark, Paragraph, Picture, SafeUrl, Text};
use crate::formats::notes::Notes;
use crate::parse::Path;

use super::css;
use super::embed;
use super::flat::{flatten, lines};
use super::line::Line;
use super::link::{Leads, leads};
use super::name::Name;
use super::note::{self, Note};
use super::tree::{Format, Id, Kind, Style, Tree, is_space};

/// What a paragraph has from the elements around it.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    indent: bool,
    lang: Option<String>,
    dir: Option<Dir>,
}

/// A caption that waits for its picture.
#[derive(Debug, Default)]
pub struct Words {
    /// What it says.
    pub caption: String,
    /// Who made the picture.
    pub credit: String,
}

/// Builds the blocks of one fragment.
pub struct Builder<'t, 'h, 'n> {
    pub(super) tree: &'t Tree<'h>,
    path: &'n Path<'n>,
    notes: &'n mut Notes,
    comment: &'n mut dyn FnMut(&str) -> Option<Block>,
    /// Where each link of the tree leads.
    leads: Vec<Leads>,
    /// The footnotes that signs lead to, sorted.
    signs: Vec<String>,
    /// The blocks that are footnotes, sorted.
    pub(super) notes_at: Vec<Note>,
    pub(super) blocks: Vec<Block>,
    pub(super) line: Line,
    pub(super) marks: Vec<Mark>,
    /// The formats that elements give by style, and those that they take from their text.
    pub(super) formats: u8,
    pub(super) plain: u8,
    manner: Manner,
    /// Blocks before this one belong to another element.
    pub(super) floor: usize,
    /// Whether the blocks will be running text: then nothing needs to nest, and no words are copied once a level.
    pub(super) is_running: bool,
    /// How many more bytes copies of addresses may take: a link is copied for each paragraph that it runs through.
    spare: Cell<usize>,
    /// The caption of the figure that is open, where one is.
    pub(super) figure: Option<Words>,
    pub(super) in_footnote: bool,
    pub(super) hidden: Hidden,
    /// Whether words were dropped because the page hides them.
    pub(super) has_hidden: bool,
}

/// What becomes of text that the page does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// It goes.
    Drop,
    /// It stays: some pages hide all of it until their script shows it.
    Keep,
}

impl<'t, 'h, 'n> Builder<'t, 'h, 'n> {
    /// A builder over `tree`.
    pub fn new(
        tree: &'t Tree<'h>,
        path: &'n Path<'n>,
        notes: &'n mut Notes,
        comment: &'n mut dyn FnMut(&str) -> Option<Block>,
        hidden: Hidden,
    ) -> Self {
        let notes_at = note::notes(tree);
        let (leads, signs) = leads(tree, &notes_at, path, notes);
        let addresses = leads.iter().map(|lead| if let Leads::To(url) = lead { url.as_str().len() } else { 0 });
        let spare = Cell::new(addresses.sum::<usize>() * 4 + 0x1_0000);
        Self {
            tree,
            path,
            notes,
            comment,
            leads,
            signs,
            notes_at,
            blocks: Vec::new(),
            line: Line::default(),
            marks: Vec::new(),
            formats: 0,
            plain: 0,
            manner: Manner::default(),
            floor: 0,
            is_running: false,
            spare,
            figure: None,
            in_footnote: false,
            hidden,
            has_hidden: false,
        }
    }

    /// The blocks of the whole tree.
    pub fn build(mut self) -> Vec<Block> {
        self.children(Tree::ROOT);
        self.flush();
        // Where nothing else is left, it is kept after all.
        if self.has_hidden && !self.blocks.is_empty() {
            self.warn_once("dropped-hidden", "Text that the page hides was dropped.");
        }
        self.blocks
    }

    pub(super) fn warn(&mut self, code: &str, message: &str) {
        self.notes.warn(code, self.path, message);
    }

    /// The same, once a document.
    pub(super) fn warn_once(&mut self, code: &str, message: &str) {
        self.notes.once(code, self.path, message);
    }

    pub(super) fn children(&mut self, id: Id) {
        let tree = self.tree;
        for child in tree.children(id) {
            self.node(child);
        }
    }

    /// A node, whatever it is.
    pub(super) fn node(&mut self, id: Id) {
        let Some(node) = self.tree.node(id) else { return };
        match &node.kind {
            Kind::Text(text) => self.text(text, node.style),
            Kind::Comment(text) => {
                if let Some(block) = (self.comment)(text) {
                    self.flush();
                    self.blocks.push(block);
                }
            }
            Kind::Element(name, _) => self.element(id, *name, node.style),
        }
    }

    #[inline(never)]
    pub(super) fn text(&mut self, text: &str, style: Style) {
        if style.formats & Format::Hidden.bit() != 0 && self.hidden == Hidden::Drop {
            self.has_hidden |= !text.trim().is_empty();
            return;
        }
        match self.leads.get(style.link as usize) {
            Some(Leads::Sign(note)) => self.line.sign(note, text, style.link),
            Some(Leads::Back) if self.in_footnote => {}
            _ => {
                let marks = self.marks_of(style);
                self.line.text(text, &marks, style.link);
            }
        }
    }

    // The elements have functions of their own, not inlined: one frame for all of them would be a deep stack at any depth.
    fn element(&mut self, id: Id, name: Name, style: Style) {
        use Name::*;
        if self.is_dropped(id, name, style) {
            // What stands before and after it does not run together.
            if name == Form {
                self.flush();
            }
            return;
        }
        match name {
            Br => self.line.line_break(),
            _ if name.is_block() => self.within(id, name.heading().is_none(), |builder| builder.block(id, name)),
            Img => self.img(id, style),
            Noscript => self.noscript(id, style),
            Iframe | Embed => self.frame(id),
            Object | Applet => self.object(id),
            Video | Audio => self.media(id, name),
            Ruby => self.ruby(id),
            _ if self.is_caption(id) => self.caption(id),
            _ => self.phrase(id, name),
        }
    }

    /// An element that stands on lines of its own.
    fn block(&mut self, id: Id, name: Name) {
        use Name::*;
        if let Some(note) = self.note_at(id).filter(|_| !self.is_running) {
            self.note(id, note);
            return;
        }
        match name {
            Hr => {
                self.flush();
                self.blocks.push(Block::Divider);
            }
            Pre | Listing | Xmp | Plaintext => self.code(id),
            Ul | Ol | Menu | Dir => self.list(id, name),
            Dl if !self.is_running && css::classes(self.tree, id).any(|class| class == "gallery-item") => {
                self.gallery_item(id);
            }
            Dl => self.definitions(id),
            Blockquote | Table | Figure | Details | Aside if self.is_running => self.children(id),
            Blockquote => self.quote(id),
            Table => self.table(id),
            Figure => self.in_figure(id),
            Figcaption if self.figure.is_some() && !self.is_running => self.figcaption(id),
            Details => self.details(id),
            Aside => {
                let blocks = self.inside(|builder| builder.children(id));
                if !blocks.is_empty() {
                    self.blocks.push(Block::Group { title: None, blocks });
                }
            }
            _ if let Some(level) = name.heading() => self.heading(id, level),
            _ if self.is_caption(id) => self.caption(id),
            _ if self.figure.is_some() && self.address(id) => {}
            _ if css::has_class_word(self.tree, id, &["gallery", "swiper", "slider", "slideshow", "carousel"]) => {
                let start = self.blocks.len();
                self.children(id);
                self.gather(start);
            }
            _ if !self.is_running && (name == Center || css::align(self.tree, id) == Some(CellAlign::Center)) => {
                self.centred(id);
            }
            _ => self.children(id),
        }
    }

    /// What an element says about all that is in it, and that it stands on lines of its own.
    fn within(&mut self, id: Id, has_formats: bool, build: impl FnOnce(&mut Self)) {
        self.flush();
        let outer = self.manner.clone();
        let (formats, plain) = (self.formats, self.plain);
        if css::is_indented(self.tree, id) {
            self.manner.indent = true;
        }
        if let Some(lang) = self.lang(id) {
            self.manner.lang = Some(lang);
        }
        match self.tree.attr(id, "dir") {
            Some(dir) if dir.eq_ignore_ascii_case("rtl") => self.manner.dir = Some(Dir::Rtl),
            Some(dir) if dir.eq_ignore_ascii_case("ltr") => self.manner.dir = Some(Dir::Ltr),
            _ => {}
        }
        if has_formats {
            self.format(id);
        }
        build(self);
        self.flush();
        (self.formats, self.plain) = (formats, plain);
        self.manner = outer;
    }

    /// The blocks of an item, a cell or another part of an element that is read part by part; none where it is not shown.
    #[inline(never)]
    pub(super) fn part(&mut self, id: Id) -> Option<Vec<Block>> {
        let (name, style) = (self.tree.name(id)?, self.tree.node(id)?.style);
        if self.is_dropped(id, name, style) {
            return None;
        }
        let term = if name == Name::Dt { Format::Strong.bit() } else { 0 };
        Some(self.inside(|builder| {
            builder.within(id, true, |builder| {
                builder.formats |= term;
                builder.children(id);
            });
        }))
    }

    /// The same, where the blocks become running text.
    pub(super) fn running(&mut self, id: Id) -> Option<Vec<Block>> {
        let outer = core::mem::replace(&mut self.is_running, true);
        let blocks = self.part(id);
        self.is_running = outer;
        blocks
    }

    /// Ends the line: what it holds becomes paragraphs, and a picture that stands alone a block.
    #[inline(never)]
    pub(super) fn flush(&mut self) {
        let line = core::mem::take(&mut self.line);
        let leads = &self.leads;
        let spare = &self.spare;
        let url = |link: u32| copied(leads, link, spare);
        for content in line.paragraphs(&url) {
            self.blocks.push(match pictures(&content, spare) {
                Some(mut pictures) if pictures.len() == 1 => pictures.pop().map_or(Block::Divider, Block::Image),
                Some(images) => Block::Gallery { images, caption: None },
                // Empty lines that keep paragraphs apart.
                None if is_blank(&content) => continue,
                None if !self.is_running => Block::Paragraph(self.paragraph(linked(content))),
                None => Block::Paragraph(self.paragraph(content)),
            });
        }
    }

    fn paragraph(&self, content: Text) -> Paragraph {
        Paragraph {
            content,
            indent: self.manner.indent,
            lang: self.manner.lang.clone(),
            dir: self.manner.dir,
            ..Paragraph::default()
        }
    }

    /// The blocks that `build` makes, apart from those that stand already.
    pub(super) fn inside(&mut self, build: impl FnOnce(&mut Self)) -> Vec<Block> {
        self.flush();
        let start = self.blocks.len();
        let outer = core::mem::replace(&mut self.floor, start);
        build(self);
        self.flush();
        self.floor = outer;
        self.blocks.split_off(start.min(self.blocks.len()))
    }

    /// Makes a gallery of the blocks from `start` on, where all are pictures.
    pub(super) fn gather(&mut self, start: usize) {
        self.flush();
        let tail = self.blocks.get(start..).unwrap_or_default();
        if tail.len() > 1 && tail.iter().all(|block| matches!(block, Block::Image(_))) {
            let blocks = self.blocks.split_off(start);
            self.blocks.push(gallery(blocks));
        }
    }

    /// A heading. Where something else than lines and pictures stands in it, what follows that is none.
    #[inline(never)]
    fn heading(&mut self, id: Id, level: u8) {
        let start = self.blocks.len();
        self.children(id);
        self.flush();
        let tail = self.blocks.get_mut(start..).unwrap_or_default();
        let end = tail.iter().position(|block| match block {
            Block::Paragraph(_) => false,
            Block::Image(picture) => picture.caption.is_some() || picture.credit.is_some(),
            _ => true,
        });
        if let Some(end) = end {
            for block in tail.iter_mut().take(end) {
                if let Block::Paragraph(one) = block {
                    let content = core::mem::take(&mut one.content);
                    *block = Block::Heading(Heading { level, content });
                }
            }
            return;
        }
        let (lines, pictures): (Vec<Block>, Vec<Block>) =
            self.blocks.split_off(start).into_iter().partition(|block| matches!(block, Block::Paragraph(_)));
        let content = flatten(lines);
        if !content.is_empty() {
            self.blocks.push(Block::Heading(Heading { level, content }));
        }
        self.blocks.extend(pictures);
    }

    /// The texts in an element that are shown, as they stand, and where elements begin and blocks end, with no text.
    pub(super) fn shown(&mut self, id: Id, take: &mut dyn FnMut(Id, Option<&str>)) {
        let tree = self.tree;
        for child in tree.children(id) {
            let Some(node) = tree.node(child) else { continue };
            match &node.kind {
                Kind::Text(text) if node.style.formats & Format::Hidden.bit() == 0 || self.hidden == Hidden::Keep => {
                    take(child, Some(text));
                }
                Kind::Element(name, _) if !self.is_dropped(child, *name, node.style) => {
                    take(child, None);
                    if !matches!(name, Name::Noscript | Name::Iframe | Name::Video | Name::Audio) {
                        self.shown(child, take);
                    }
                    if name.is_block() {
                        take(child, None);
                    }
                }
                _ => {}
            }
        }
    }

    /// Where the link `number` leads, for a picture or a card.
    pub(super) fn url(&self, number: u32) -> Option<SafeUrl> {
        copied(&self.leads, number, &self.spare)
    }

    /// Whether a sign leads to the element with this `id`.
    pub(super) fn is_noted(&self, id: &str) -> bool {
        self.signs.binary_search_by(|sign| sign.as_str().cmp(id)).is_ok()
    }

    /// Puts a picture where it stands: in the line where it is a sign or as small as a letter, else as a block.
    pub(super) fn picture(&mut self, picture: Picture, link: u32, is_sign: bool) {
        let small = |side: Option<u32>| side.is_some_and(|side| side <= 48);
        if is_sign || small(picture.width) && small(picture.height) || picture.width.is_none() && small(picture.height)
        {
            self.line.image(picture, link);
        } else {
            self.flush();
            self.blocks.push(Block::Image(Picture { link: self.url(link), ..picture }));
        }
    }

    /// Whether an element says something about the picture before it.
    fn is_caption(&self, id: Id) -> bool {
        !self.is_running
            && self.blocks.len() > self.floor
            && matches!(self.blocks.last(), Some(Block::Image(picture)) if picture.caption.is_none())
            && self.line.is_blank()
            && css::has_class_word(self.tree, id, &["caption", "captions", "cutline", "descr", "picdesc", "imgdesc"])
            && !self
                .tree
                .descendants(id)
                .take(400)
                .any(|id| matches!(self.tree.name(id), Some(Name::Img | Name::Figure)))
    }

    #[inline(never)]
    fn caption(&mut self, id: Id) {
        self.line = Line::default();
        let said = self.running(id).map(lines).unwrap_or_default();
        if let Some(Block::Image(picture)) = self.blocks.last_mut()
            && !said.is_empty()
        {
            picture.caption = Some(said);
        }
    }
}

/// The pictures of a line that holds nothing else.
fn pictures(content: &[Inline], spare: &Cell<usize>) -> Option<Vec<Picture>> {
    let mut found = Vec::new();
    for inline in content {
        match inline {
            Inline::Image(picture) => found.push(picture.clone()),
            Inline::Link { url, content } => {
                for picture in pictures(content, spare)? {
                    let link = is_affordable(url, spare).then(|| url.clone());
                    found.push(Picture { link, ..picture });
                }
            }
            Inline::Break => {}
            Inline::Run { text, .. } if text.trim().is_empty() => {}
            _ => return None,
        }
    }
    Some(found).filter(|found| !found.is_empty())
}

/// The address of a player that stands alone in a line becomes a link.
fn linked(content: Text) -> Text {
    let url = match content.as_slice() {
        [Inline::Run { text, .. }] if text.starts_with("http") && text.len() < 400 && !text.contains(is_space) => {
            SafeUrl::link(text).filter(|_| embed::is_player(text))
        }
        _ => None,
    };
    match url {
        Some(url) => vec![Inline::Link { url, content }],
        None => content,
    }
}

/// Whether a line holds nothing but white space of any kind.
fn is_blank(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Run { text, .. } => text.trim().is_empty(),
        Inline::Link { content, .. } => is_blank(content),
        Inline::Break => true,
        _ => false,
    })
}

/// Pictures as a gallery.
pub fn gallery(blocks: Vec<Block>) -> Block {
    let images = blocks.into_iter().filter_map(|block| match block {
        Block::Image(picture) => Some(picture),
        _ => None,
    });
    Block::Gallery { images: images.collect(), caption: None }
}

/// Where a link leads, as long as there are bytes to `spare`.
fn copied(leads: &[Leads], link: u32, spare: &Cell<usize>) -> Option<SafeUrl> {
    let Some(Leads::To(url)) = leads.get(link as usize) else { return None };
    is_affordable(url, spare).then(|| url.clone())
}

fn is_affordable(url: &SafeUrl, spare: &Cell<usize>) -> bool {
    let left = spare.get().checked_sub(url.as_str().len());
    spare.set(left.unwrap_or_default());
    left.is_some()
}
