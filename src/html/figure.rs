//! Figures: what is shown and the words under it.

use crate::article::{Block, Card, Picture};

use super::builder::{Builder, Words, gathered};
use super::css;
use super::flat::lines;
use super::name::Name;
use super::tree::{Id, NONE, Tree};

impl Builder<'_, '_, '_> {
    /// A figure.
    pub(super) fn in_figure(&mut self, id: Id) {
        if let Some(card) = self.bookmark(id) {
            self.flush();
            self.blocks.push(card);
            return;
        }
        let outer = self.figure.replace(Words::default());
        let mut blocks = self.inside(|builder| builder.children(id));
        let words = core::mem::replace(&mut self.figure, outer).unwrap_or_default();
        let caption = Some(words.caption).filter(|words| !words.is_empty());
        let credit = Some(words.credit).filter(|words| !words.is_empty());
        // Words beside the picture that no element calls a caption are one.
        let shown = blocks.iter().filter(|block| !matches!(block, Block::Paragraph(_))).count();
        if shown == 1 && blocks.len() > 1 && matches!(blocks.first(), Some(Block::Image(_))) {
            let beside = lines(blocks.get(1..).unwrap_or_default());
            blocks.truncate(1);
            let all =
                [Some(beside), caption].into_iter().flatten().filter(|words| !words.is_empty()).collect::<Vec<_>>();
            self.caption_on(blocks, Some(all.join("\n")).filter(|all| !all.is_empty()), credit);
            return;
        }
        self.caption_on(gathered(blocks), caption, credit);
    }

    /// Puts the words of a figure on what it shows.
    fn caption_on(&mut self, mut blocks: Vec<Block>, caption: Option<String>, credit: Option<String>) {
        let join = |before: Option<String>, words: Option<String>| match (before, words) {
            (Some(before), Some(words)) => Some([before, words].join("\n")),
            (before, words) => before.or(words),
        };
        if let [only] = blocks.as_mut_slice() {
            let both = || join(caption.clone(), credit.clone());
            match only {
                Block::Image(picture) => {
                    picture.caption = join(picture.caption.take(), caption);
                    picture.credit = join(picture.credit.take(), credit);
                }
                Block::Video(media) | Block::Audio(media) => {
                    media.caption = join(media.caption.take(), caption);
                    media.credit = join(media.credit.take(), credit);
                }
                Block::Gallery { caption: own, .. } => *own = join(own.take(), both()),
                Block::Embed(embed) => embed.caption = join(embed.caption.take(), both()),
                Block::Table(table) if table.caption.is_none() => table.caption = both(),
                Block::Quote { cite, .. } if cite.is_none() => *cite = both(),
                _ => blocks.extend(both().map(Block::paragraph)),
            }
        } else if blocks.is_empty() {
            if caption.is_some() || credit.is_some() {
                // What it showed is lost.
                blocks.push(Block::Image(Picture { caption, credit, ..Picture::default() }));
            }
        } else {
            blocks.extend(join(caption, credit).map(Block::paragraph));
        }
        self.blocks.extend(blocks);
    }

    /// The caption of the figure that is open.
    pub(super) fn figcaption(&mut self, id: Id) {
        let tree = self.tree;
        let maker = tree.descendants(id).take(40).find(|inner| {
            tree.name(*inner) == Some(Name::Cite)
                || css::has_class_word(tree, *inner, &["credit", "credits", "copyright", "photographer", "attribution"])
        });
        let all = lines(&self.inside(|builder| builder.children(id)));
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

/// The first link inside an element.
pub fn link_of(tree: &Tree<'_>, id: Id) -> Option<u32> {
    tree.descendants(id).filter_map(|inner| tree.node(inner)).map(|node| node.style.link).find(|link| *link != NONE)
}
