//! From the tree to blocks: what each element is to a reader.

use crate::article::{Block, Dir, Heading, Inline, Mark, Paragraph, Picture, SafeUrl, Text};
use crate::formats::notes::Notes;
use crate::parse::Path;

use super::css;
use super::flat::{flatten, lines};
use super::line::Line;
use super::link::{Leads, leads};
use super::name::Name;
use super::tree::{Format, Id, Kind, Style, Tree};

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
    pub(super) blocks: Vec<Block>,
    pub(super) line: Line,
    marks: Vec<Mark>,
    formats: u8,
    manner: Manner,
    /// The caption of the figure that is open, where one is.
    pub(super) figure: Option<Words>,
    pub(super) in_footnote: bool,
    hidden: Hidden,
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
        let (leads, signs) = leads(tree, path, notes);
        Self {
            tree,
            path,
            notes,
            comment,
            leads,
            signs,
            blocks: Vec::new(),
            line: Line::default(),
            marks: Vec::new(),
            formats: 0,
            manner: Manner::default(),
            figure: None,
            in_footnote: false,
            hidden,
        }
    }

    /// The blocks of the whole tree.
    pub fn build(mut self) -> Vec<Block> {
        self.children(Tree::ROOT);
        self.flush();
        self.blocks
    }

    pub(super) fn warn(&mut self, code: &str, message: &str) {
        self.notes.warn(code, self.path, message);
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

    fn text(&mut self, text: &str, style: Style) {
        if style.formats & Format::Hidden.bit() != 0 && self.hidden == Hidden::Drop {
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

    /// The marks in force, the elements' before the formats'.
    fn marks_of(&self, style: Style) -> Vec<Mark> {
        const MARKS: [(Format, Mark); 6] = [
            (Format::Strong, Mark::Strong),
            (Format::Em, Mark::Em),
            (Format::Underline, Mark::Underline),
            (Format::Strike, Mark::Strike),
            (Format::Small, Mark::Small),
            (Format::Code, Mark::Code),
        ];
        let formats = style.formats | self.formats;
        let mut marks = self.marks.clone();
        for (format, mark) in MARKS {
            if formats & format.bit() != 0 && !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        marks
    }

    fn element(&mut self, id: Id, name: Name, style: Style) {
        use Name::*;
        if self.is_dropped(id, name, style) {
            return;
        }
        match name {
            Br => self.line.line_break(),
            Hr => {
                self.flush();
                self.blocks.push(Block::Divider);
            }
            Img => self.img(id, style),
            Noscript => self.noscript(id, style),
            Iframe | Embed => self.frame(id),
            Object | Applet => self.object(id),
            Video | Audio => self.media(id, name),
            Ruby => self.ruby(id),
            Pre | Listing | Xmp | Plaintext => self.code(id),
            Ul | Ol | Menu | Dir => self.list(id, name),
            Dl => self.definitions(id),
            Blockquote => self.quote(id),
            Table => self.table(id),
            Figure => self.in_figure(id),
            Figcaption if self.figure.is_some() => self.figcaption(id),
            Details => self.details(id),
            Aside => {
                let blocks = self.inside(|builder| builder.children(id));
                if !blocks.is_empty() {
                    self.blocks.push(Block::Group { title: None, blocks });
                }
            }
            _ if let Some(level) = name.heading() => self.heading(id, level),
            _ if self.is_caption(id) => self.caption(id),
            _ if name.is_block() => self.block(id),
            _ => self.phrase(id, name),
        }
    }

    /// Whether an element is nothing for a reader.
    fn is_dropped(&mut self, id: Id, name: Name, style: Style) -> bool {
        use Name::*;
        match name {
            Script | Style | Template | Title | Link | Meta | Base | Svg | Select | Datalist | Textarea | Button
            | Input | Keygen | Canvas | Meter | Progress | Noembed | Noframes | Annotation | Rp | Area | Param
            | Source | Track => {
                return true;
            }
            Dialog if self.tree.attr(id, "open").is_none() => return true,
            Form if self.is_interactive(id) => {
                self.warn("dropped-form", "A form was dropped: it belongs to the page, not to the article.");
                return true;
            }
            _ => {}
        }
        if self.hidden == Hidden::Drop {
            let hides = self.tree.element(id).is_some_and(|(_, attrs)| css::hides(attrs));
            if hides || style.formats & Format::Hidden.bit() != 0 && name != Name::Br {
                return true;
            }
        }
        if css::is_ad(self.tree, id) {
            self.warn("dropped-ad", "An advertisement was dropped.");
            return true;
        }
        false
    }

    /// Whether a form is one to be filled in. Some sites wrap whole articles in a form.
    fn is_interactive(&self, id: Id) -> bool {
        let mut words = 0;
        for id in self.tree.descendants(id).take(2000) {
            if let Some(Kind::Text(text)) = self.tree.node(id).map(|node| &node.kind) {
                words += text.trim().len();
                if words > 600 {
                    return false;
                }
            }
        }
        true
    }

    /// Ends the line: what it holds becomes paragraphs, and a picture that stands alone a block.
    pub(super) fn flush(&mut self) {
        let line = core::mem::take(&mut self.line);
        let leads = &self.leads;
        let url = |link: u32| match leads.get(link as usize) {
            Some(Leads::To(url)) => Some(url.clone()),
            _ => None,
        };
        for content in line.paragraphs(&url) {
            self.blocks.push(match pictures(&content) {
                Some(mut pictures) if pictures.len() == 1 => pictures.pop().map_or(Block::Divider, Block::Image),
                Some(images) => Block::Gallery { images, caption: None },
                None => Block::Paragraph(Paragraph {
                    content,
                    indent: self.manner.indent,
                    lang: self.manner.lang.clone(),
                    dir: self.manner.dir,
                    ..Paragraph::default()
                }),
            });
        }
    }

    /// The blocks that `build` makes, apart from those that stand already.
    pub(super) fn inside(&mut self, build: impl FnOnce(&mut Self)) -> Vec<Block> {
        self.flush();
        let outer = core::mem::take(&mut self.blocks);
        build(self);
        self.flush();
        core::mem::replace(&mut self.blocks, outer)
    }

    /// An element that stands on lines of its own.
    fn block(&mut self, id: Id) {
        self.flush();
        let outer = self.manner.clone();
        if css::is_indented(self.tree, id) {
            self.manner.indent = true;
        }
        if let Some(lang) = self.lang(id) {
            self.manner.lang = Some(lang);
        }
        match self.tree.attr(id, "dir").map(str::to_ascii_lowercase).as_deref() {
            Some("rtl") => self.manner.dir = Some(crate::article::Dir::Rtl),
            Some("ltr") => self.manner.dir = Some(crate::article::Dir::Ltr),
            _ => {}
        }
        let is_gallery = css::has_class_word(self.tree, id, &["gallery", "swiper", "slider", "slideshow", "carousel"]);
        if is_gallery {
            let blocks = self.inside(|builder| builder.children(id));
            self.blocks.extend(gathered(blocks));
        } else {
            let formats = self.formats;
            self.formats |= css::formats(self.tree, id);
            self.children(id);
            self.flush();
            self.formats = formats;
        }
        self.manner = outer;
    }

    /// An element within a line.
    fn phrase(&mut self, id: Id, name: Name) {
        use Name::{Cite, Del, Dfn, Ins, Kbd, Samp, Sub, Sup, Var};
        let before = self.marks.len();
        let formats = self.formats;
        self.formats |= css::formats(self.tree, id);
        let mark = match name {
            Sub => Some(Mark::Sub),
            Sup => Some(Mark::Sup),
            Name::Mark => Some(Mark::Highlight),
            Kbd | Samp => {
                self.formats |= Format::Code.bit();
                None
            }
            Cite | Dfn | Var => {
                self.formats |= Format::Em.bit();
                None
            }
            Ins => Some(Mark::Underline),
            Del => Some(Mark::Strike),
            _ => css::shift(self.tree, id),
        };
        self.marks.extend(mark.filter(|mark| !self.marks.contains(mark)));
        if css::has_dots(self.tree, id) && !self.marks.contains(&Mark::Dots) {
            self.marks.push(Mark::Dots);
        }
        if let Some(lang) = self.lang(id)
            && self.marks.len() < 16
        {
            self.marks.push(Mark::Lang(lang));
        }
        self.children(id);
        self.marks.truncate(before);
        self.formats = formats;
    }

    /// The language that an element declares, where it is a tag.
    fn lang(&self, id: Id) -> Option<String> {
        let tag = self.tree.attr(id, "lang").or_else(|| self.tree.attr(id, "xml:lang"))?;
        let sound = !tag.is_empty() && tag.len() <= 35 && tag.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
        sound.then(|| tag.to_owned())
    }

    fn heading(&mut self, id: Id, level: u8) {
        let blocks = self.inside(|builder| builder.children(id));
        let mut content = Text::new();
        let mut rest = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(one) => {
                    if !content.is_empty() {
                        content.push(Inline::Break);
                    }
                    content.extend(one.content);
                }
                other => rest.push(other),
            }
        }
        if !content.is_empty() {
            self.blocks.push(Block::Heading(Heading { level, content }));
        }
        self.blocks.extend(rest);
    }

    fn quote(&mut self, id: Id) {
        if let Some(embed) = self.post(id) {
            self.flush();
            self.blocks.push(Block::Embed(embed));
            return;
        }
        // Whom it quotes stands last, in an element of its own.
        let last = self.tree.children(id).filter(|child| self.tree.name(*child).is_some()).last();
        let whom = last.filter(|last| matches!(self.tree.name(*last), Some(Name::Footer | Name::Cite)));
        let tree = self.tree;
        let mut cite = None;
        let mut blocks = self.inside(|builder| {
            for child in tree.children(id).filter(|child| Some(*child) != whom) {
                builder.node(child);
            }
        });
        if let Some(whom) = whom {
            let said = self.inside(|builder| builder.children(whom));
            let words = lines(&said);
            if blocks.is_empty() {
                blocks = said;
            } else {
                cite = Some(words).filter(|words| !words.is_empty());
            }
        }
        if !blocks.is_empty() {
            self.blocks.push(Block::Quote { blocks, cite });
        }
    }

    fn details(&mut self, id: Id) {
        let tree = self.tree;
        let title = tree.children(id).find(|child| tree.name(*child) == Some(Name::Summary));
        let summary = match title {
            Some(title) => flatten(self.inside(|builder| builder.children(title))),
            None => Text::new(),
        };
        let blocks = self.inside(|builder| {
            for child in tree.children(id).filter(|child| Some(*child) != title) {
                builder.node(child);
            }
        });
        if summary.is_empty() {
            // It has no handle to be opened by.
            self.blocks.extend(blocks);
        } else {
            let open = tree.attr(id, "open").is_some();
            self.blocks.push(Block::Details { summary, blocks, open });
        }
    }

    /// Characters with their readings.
    fn ruby(&mut self, id: Id) {
        let mut from = self.line.close();
        let tree = self.tree;
        for child in tree.children(id) {
            match tree.name(child) {
                Some(Name::Rt) => from = self.reading(child, from),
                Some(Name::Rtc) => {
                    for inner in tree.children(child).filter(|inner| tree.name(*inner) == Some(Name::Rt)) {
                        from = self.reading(inner, from);
                    }
                }
                _ => self.node(child),
            }
        }
        self.line.close();
    }

    /// Puts a reading on the characters since the piece `from`; answers where the next ones begin.
    fn reading(&mut self, id: Id, from: usize) -> usize {
        let mut reading = String::new();
        for id in self.tree.descendants(id) {
            if let Some(Kind::Text(text)) = self.tree.node(id).map(|node| &node.kind) {
                reading.push_str(text);
            }
        }
        let reading = reading.trim();
        if !reading.is_empty() {
            self.line.mark(from, &Mark::Ruby(reading.to_owned()));
        }
        self.line.close()
    }

    /// Where the link `number` leads, for a picture or a card.
    pub(super) fn url(&self, number: u32) -> Option<SafeUrl> {
        match self.leads.get(number as usize)? {
            Leads::To(url) => Some(url.clone()),
            _ => None,
        }
    }

    /// Whether a sign leads to the element with this `id`.
    pub(super) fn is_noted(&self, id: &str) -> bool {
        self.signs.binary_search_by(|sign| sign.as_str().cmp(id)).is_ok()
    }

    /// Puts a picture where it stands: in the line where it is as small as a letter, else as a block.
    pub(super) fn picture(&mut self, picture: Picture, link: u32) {
        let small = |side: Option<u32>| side.is_some_and(|side| side <= 48);
        if small(picture.width) && small(picture.height) || picture.width.is_none() && small(picture.height) {
            self.line.image(picture, link);
        } else {
            self.flush();
            self.blocks.push(Block::Image(Picture { link: self.url(link), ..picture }));
        }
    }

    /// Whether an element says something about the picture before it.
    fn is_caption(&self, id: Id) -> bool {
        matches!(self.blocks.last(), Some(Block::Image(picture)) if picture.caption.is_none())
            && self.line.is_blank()
            && css::has_class_word(self.tree, id, &["caption", "captions", "cutline", "picdesc", "imgdesc"])
            && !self.tree.descendants(id).any(|id| matches!(self.tree.name(id), Some(Name::Img | Name::Figure)))
    }

    fn caption(&mut self, id: Id) {
        self.line = Line::default();
        let said = lines(&self.inside(|builder| builder.children(id)));
        if let Some(Block::Image(picture)) = self.blocks.last_mut()
            && !said.is_empty()
        {
            picture.caption = Some(said);
        }
    }
}

/// The pictures of a line that holds nothing else.
fn pictures(content: &[Inline]) -> Option<Vec<Picture>> {
    let mut found = Vec::new();
    for inline in content {
        match inline {
            Inline::Image(picture) => found.push(picture.clone()),
            Inline::Link { url, content } => {
                for picture in pictures(content)? {
                    found.push(Picture { link: Some(url.clone()), ..picture });
                }
            }
            Inline::Break => {}
            Inline::Run { text, .. } if text.trim().is_empty() => {}
            _ => return None,
        }
    }
    Some(found).filter(|found| !found.is_empty())
}

/// Several pictures in a row as a gallery; anything else as it is.
pub fn gathered(blocks: Vec<Block>) -> Vec<Block> {
    let all = blocks.len() > 1 && blocks.iter().all(|block| matches!(block, Block::Image(_)));
    if !all {
        return blocks;
    }
    let images = blocks.into_iter().filter_map(|block| match block {
        Block::Image(picture) => Some(picture),
        _ => None,
    });
    vec![Block::Gallery { images: images.collect(), caption: None }]
}
