//! Figures: what is shown and the words under it.

use crate::article::{Block, Card, Picture};

use super::builder::{Builder, Words};
use super::css;
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
