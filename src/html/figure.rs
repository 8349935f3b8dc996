//! Figures: what is shown and the words under it.

use crate::article::{Block, Card, Embed, Inline, Picture, SafeUrl};

use super::builder::{Builder, Words};
use super::css;
use super::embed;
use super::flat::lines;
use super::name::Name;
use super::tree::{Id, NONE, Tree};

impl Builder<'_, '_, '_> {
    /// A figure.
    #[inline(never)]
    pub(super) fn in_figure(&mut self, id: Id) {
        if let Some(card) = self.bookmark(id) {
            self.flush();
            self.blocks.push(card);
            return;
        }
        let outer = self.figure.replace(Words::default());
        let start = self.blocks.len();
        let floor = core::mem::replace(&mut self.floor, start);
        self.children(id);
        self.flush();
        self.floor = floor;
        let words = core::mem::replace(&mut self.figure, outer).unwrap_or_default();
        let mut caption = Some(words.caption).filter(|words| !words.is_empty());
        let credit = Some(words.credit).filter(|words| !words.is_empty());
        // Words beside the picture that no element calls a caption are one.
        if let Some([Block::Image(_), beside @ ..]) = self.blocks.get(start..)
            && !beside.is_empty()
            && beside.iter().all(|block| matches!(block, Block::Paragraph(_)))
        {
            let beside = lines(self.blocks.split_off(start + 1));
            caption = join(Some(beside).filter(|words| !words.is_empty()), caption);
        }
        self.gather(start);
        self.caption_on(start, caption, credit);
    }

    /// The address that stands for what another site shows, as WordPress keeps it; false where the element is none.
    #[inline(never)]
    pub(super) fn address(&mut self, id: Id) -> bool {
        let tree = self.tree;
        if !css::classes(tree, id).any(|class| class == "wp-block-embed__wrapper")
            || tree.children(id).any(|child| tree.name(child).is_some())
        {
            return false;
        }
        let address = tree.words(id);
        let url = SafeUrl::link(&address).filter(|_| !address.contains(' ') && address.starts_with("http"));
        let found = embed::complete(Embed { url, ..Embed::default() });
        let is_known = found.provider.is_some();
        if is_known {
            self.blocks.push(Block::Embed(found));
        }
        is_known
    }

    /// Puts the words of a figure on what it shows, the blocks from `start` on.
    fn caption_on(&mut self, start: usize, caption: Option<String>, credit: Option<String>) {
        match self.blocks.get_mut(start..).unwrap_or_default() {
            [Block::Image(picture)] => {
                picture.caption = join(picture.caption.take(), caption);
                picture.credit = join(picture.credit.take(), credit);
            }
            [Block::Video(media) | Block::Audio(media)] => {
                media.caption = join(media.caption.take(), caption);
                media.credit = join(media.credit.take(), credit);
            }
            [Block::Gallery { caption: own, .. }] => *own = join(own.take(), join(caption, credit)),
            [Block::Embed(embed)] => embed.caption = join(embed.caption.take(), join(caption, credit)),
            [Block::Table(table)] if table.caption.is_none() => table.caption = join(caption, credit),
            [Block::Quote { cite, .. }] if cite.is_none() => *cite = join(caption, credit),
            // What it showed is lost.
            [] if caption.is_some() || credit.is_some() => {
                self.blocks.push(Block::Image(Picture { caption, credit, ..Picture::default() }));
            }
            _ => self.blocks.extend(join(caption, credit).map(Block::paragraph)),
        }
    }

    /// What stands in the middle of the page: a short line right under a picture is its caption.
    #[inline(never)]
    pub(super) fn centred(&mut self, id: Id) {
        const LABELS: [&str; 8] = ["图", "▲", "▼", "摄", "资料", "Photo", "Figure", "Fig."];
        let start = self.blocks.len();
        self.children(id);
        self.flush();
        let said = match self.blocks.get(start..) {
            Some([Block::Image(picture), line]) if picture.caption.is_none() => short_line(line),
            Some([line]) if start > self.floor => {
                short_line(line).filter(|line| LABELS.iter().any(|label| line.starts_with(label)))
            }
            _ => None,
        };
        let Some(said) = said else { return };
        let at = self.blocks.len().checked_sub(2);
        if let Some(Block::Image(picture)) = at.and_then(|at| self.blocks.get_mut(at))
            && picture.caption.is_none()
        {
            picture.caption = Some(said);
            self.blocks.pop();
        }
    }

    /// The caption of the figure that is open.
    #[inline(never)]
    pub(super) fn figcaption(&mut self, id: Id) {
        let tree = self.tree;
        let maker = tree.descendants(id).take(40).find(|inner| {
            tree.name(*inner) == Some(Name::Cite)
                || css::has_class_word(tree, *inner, &["credit", "credits", "copyright", "photographer", "attribution"])
        });
        let all = self.running(id).map(lines).unwrap_or_default();
        let credit = maker.map(|maker| tree.words(maker)).unwrap_or_default();
        // The credit is split off where it ends the caption, so that nothing changes places.
        let split = all.strip_suffix(credit.as_str()).filter(|_| !credit.is_empty());
        let (caption, credit) = match split {
            Some(caption) => (caption.trim_end().to_owned(), credit),
            None => (all, String::new()),
        };
        if let Some(words) = &mut self.figure {
            if !words.caption.is_empty() && !caption.is_empty() {
                words.caption.push('\n');
            }
            words.caption.push_str(&caption);
            words.credit.push_str(&credit);
        }
    }

    /// A link to a page with its title and summary, as Ghost writes it.
    fn bookmark(&mut self, id: Id) -> Option<Block> {
        let tree = self.tree;
        if !css::classes(tree, id).any(|class| class == "kg-bookmark-card") {
            return None;
        }
        let find = |name: &str| {
            tree.descendants(id).take(60).find(|inner| css::classes(tree, *inner).any(|class| class == name))
        };
        let said = |name: &str| find(name).map(|inner| tree.words(inner)).filter(|words| !words.is_empty());
        let title = said("kg-bookmark-title")?;
        let excerpt = said("kg-bookmark-description");
        let site = [said("kg-bookmark-author"), said("kg-bookmark-publisher")];
        let site = site.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let caption = tree.children(id).find(|child| tree.name(*child) == Some(Name::Figcaption));
        if caption.is_some() {
            // A card has no place for it.
            return None;
        }
        let url = link_of(tree, id).and_then(|link| self.url(link));
        let site = Some(site).filter(|site| !site.is_empty());
        Some(Block::LinkCard(Box::new(Card { title, excerpt, url, site, ..Card::default() })))
    }
}

/// A short line that ends no sentence, as captions are; `None` for any other block.
fn short_line(block: &Block) -> Option<String> {
    let Block::Paragraph(one) = block else { return None };
    let mut line = String::new();
    for inline in &one.content {
        let Inline::Run { text, .. } = inline else { return None };
        line.push_str(text);
    }
    let is_short = line.chars().nth(40).is_none();
    (is_short && !line.ends_with(['。', '！', '？', '…', '.', '!', '?', '”', ':', '：'])).then_some(line)
}

/// Two captions as one.
fn join(before: Option<String>, words: Option<String>) -> Option<String> {
    match (before, words) {
        (Some(before), Some(words)) => Some([before, words].join("\n")),
        (before, words) => before.or(words),
    }
}

/// The first link inside an element.
pub fn link_of(tree: &Tree<'_>, id: Id) -> Option<u32> {
    tree.descendants(id).filter_map(|inner| tree.node(inner)).map(|node| node.style.link).find(|link| *link != NONE)
}
