//! Quotations, details and readings: words that belong to other words.

use core::ops::Range;

use crate::article::{Block, Text};

use super::builder::Builder;
use super::flat::{flatten, lines};
use super::name::Name;
use super::tree::{Id, Kind, NONE, is_blank};

impl Builder<'_, '_, '_> {
    /// A quotation, and whom it quotes.
    #[inline(never)]
    pub(super) fn quote(&mut self, id: Id) {
        if let Some(embed) = self.post(id) {
            self.flush();
            self.blocks.push(Block::Embed(embed));
            return;
        }
        // Whom it quotes stands last, in an element of its own.
        let tree = self.tree;
        let whom = tree.children(id).last().and_then(|last| match &tree.node(last)?.kind {
            Kind::Element(..) => Some(last),
            Kind::Text(text) if !is_blank(text) => None,
            _ => tree.before(last),
        });
        let whom = whom.filter(|whom| match tree.name(*whom) {
            Some(Name::Footer) => true,
            // A title in the last sentence is a `cite` too.
            Some(Name::Cite) => !tree.is_in_sentence(*whom),
            _ => false,
        });
        let mut cite = None;
        let mut blocks = self.inside(|builder| {
            for child in tree.children(id).filter(|child| Some(*child) != whom) {
                builder.node(child);
            }
        });
        if let Some(whom) = whom {
            if blocks.is_empty() {
                blocks = self.inside(|builder| builder.node(whom));
            } else {
                cite = self.running(whom).map(lines).filter(|words| !words.is_empty());
            }
        }
        if !blocks.is_empty() {
            self.blocks.push(Block::Quote { blocks, cite });
        }
    }

    /// What is shown when its summary is pressed.
    #[inline(never)]
    pub(super) fn details(&mut self, id: Id) {
        let tree = self.tree;
        let title = tree.children(id).find(|child| tree.name(*child) == Some(Name::Summary));
        let start = self.blocks.len();
        let summary = match title {
            Some(title) => flatten(self.running(title).unwrap_or_default()),
            None => Text::new(),
        };
        let floor = core::mem::replace(&mut self.floor, start);
        for child in tree.children(id).filter(|child| Some(*child) != title) {
            self.node(child);
        }
        self.flush();
        self.floor = floor;
        // Without a summary it has no handle to be opened by.
        if !summary.is_empty() {
            let blocks = self.blocks.split_off(start);
            let open = tree.attr(id, "open").is_some();
            self.blocks.push(Block::Details { summary, blocks, open });
        }
    }

    /// Characters with their readings.
    #[inline(never)]
    pub(super) fn ruby(&mut self, id: Id) {
        let outer = self.line.set_apart(true);
        let tree = self.tree;
        if self.is_paired(id) {
            let mut bases = Vec::new();
            let mut read = 0;
            for child in tree.children(id) {
                let from = self.line.close();
                match tree.name(child) {
                    Some(Name::Rb) => {
                        self.node(child);
                        bases.push(from..self.line.close());
                    }
                    Some(Name::Rt) => {
                        let base: Option<&Range<usize>> = bases.get(read);
                        self.reading(child, base.cloned().unwrap_or(from..from));
                        read += 1;
                    }
                    _ => self.node(child),
                }
            }
        } else {
            let mut from = self.line.close();
            for child in tree.children(id) {
                match tree.name(child) {
                    Some(Name::Rt) => from = self.reading(child, from..self.line.pieces()),
                    Some(Name::Rtc) => {
                        for inner in tree.children(child).filter(|inner| tree.name(*inner) == Some(Name::Rt)) {
                            from = self.reading(inner, from..self.line.pieces());
                        }
                    }
                    _ => self.node(child),
                }
            }
        }
        self.line.close();
        self.line.set_apart(outer);
    }

    /// Whether several bases come first and as many readings after them.
    fn is_paired(&self, id: Id) -> bool {
        let (mut bases, mut readings) = (0, 0);
        for child in self.tree.children(id) {
            match self.tree.name(child) {
                Some(Name::Rb) if readings == 0 => bases += 1,
                Some(Name::Rt) => readings += 1,
                Some(Name::Rb | Name::Rtc) => return false,
                _ => {}
            }
        }
        bases > 1 && bases == readings
    }

    /// Puts a reading on the characters in the pieces `base`; answers where the next ones begin.
    fn reading(&mut self, id: Id, base: Range<usize>) -> usize {
        if !self.line.has_words(base.clone()) {
            // There is nothing that it could stand on.
            self.children(id);
            return self.line.close();
        }
        let mut reading = String::new();
        self.shown(id, &mut |_, part| reading.push_str(part.unwrap_or_default()));
        let reading = reading.trim();
        if !reading.is_empty() && !self.line.read_as(base, reading) {
            self.line.text(reading, &[], NONE);
        }
        self.line.close()
    }
}
