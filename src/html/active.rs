//! The formats in force while the tree is built (HTML, "the list of active formatting elements").

use super::construction::Construction;
use super::css;
use super::name::Name;
use super::tree::{Attrs, Format, Link, NONE, Style};

/// Formats of one kind that can be open at one time (HTML, "Noah's Ark clause").
const ALIKE: usize = 3;

/// Something in the list of active formats: a format, or the edge of a cell or table.
#[derive(Clone, Copy)]
pub enum Active {
    /// With what is in force around the cell: formats outside hold inside it, but cannot be closed there.
    Edge(Style),
    /// Formats outside cannot be closed between the cells either, but those that open there outlive the table.
    Table,
    /// A format.
    Format(Opened),
}

/// A format that is in force.
#[derive(Clone, Copy)]
pub struct Opened {
    /// What it adds to the formats around it, a bit each.
    pub gives: u8,
    /// What it takes from them.
    pub takes: u8,
    /// The element: an end tag of `strong` does not close a `b`.
    pub name: Name,
    /// Its link, or [`NONE`].
    pub link: u32,
    /// How many elements are open around it; [`ANEW`] where its element is closed, and it opens anew with the next text.
    pub depth: usize,
}

/// See [`Opened::depth`].
pub const ANEW: usize = usize::MAX;

impl<'a> Construction<'a> {
    /// Formats whose elements are closed open anew, where something stands that they apply to.
    pub(super) fn reopen(&mut self) {
        if !core::mem::take(&mut self.anew) {
            return;
        }
        let depth = self.open.len();
        let edge = self.edge();
        for active in self.active.iter_mut().skip(edge) {
            if let Active::Format(opened) = active
                && opened.depth == ANEW
            {
                opened.depth = depth;
            }
        }
    }

    pub(super) fn link(&mut self, attrs: Attrs<'a>) {
        use Name::A;
        let edge = self.edge();
        self.deactivate(A, edge);
        let number = u32::try_from(self.tree.links.len()).unwrap_or(NONE);
        self.activate(Format::Link, A, number, &attrs);
        self.tree.links.push(Link { attrs, words: String::new() });
    }

    /// Where the formats of the innermost cell begin.
    pub(super) fn edge(&self) -> usize {
        self.active.iter().rposition(|active| matches!(active, Active::Edge(_))).map_or(0, |at| at + 1)
    }

    pub(super) fn activate(&mut self, format: Format, name: Name, link: u32, attrs: &Attrs<'_>) {
        self.reopen();
        // What is pasted from some editors is in a bold element that is not bold.
        let (given, takes) = css::formats(attrs);
        let hidden = if css::hides(attrs) { Format::Hidden.bit() } else { 0 };
        let gives = format.bit() & !takes | given | hidden;
        let inner = self.active.iter().skip(self.edge());
        if inner.filter(|active| matches!(active, Active::Format(opened) if opened.name == name)).count() < ALIKE {
            self.active.push(Active::Format(Opened { gives, takes, name, link, depth: self.open.len() }));
            self.restyle();
        }
    }

    /// The end tag of a format.
    pub(super) fn close_format(&mut self, name: Name) {
        let edge = self.active.iter().rposition(|active| !matches!(active, Active::Format(_)));
        self.deactivate(name, edge.map_or(0, |at| at + 1));
    }

    pub(super) fn deactivate(&mut self, name: Name, edge: usize) {
        let found = self.active.iter().enumerate().skip(edge).rev().find_map(|(at, active)| match active {
            Active::Format(opened) if opened.name == name => Some((at, opened.depth)),
            _ => None,
        });
        let Some((at, depth)) = found else { return };
        // Phrases that are open in it close with it, where no block is.
        if self.open.get(depth..).is_some_and(|inner| !inner.iter().any(|(_, name)| name.is_special())) {
            while self.open.len() > depth {
                self.pop();
            }
        }
        self.active.remove(at);
        self.restyle();
    }

    /// What is in force in an element that holds formats, from those whose elements are open around it.
    pub(super) fn around(&self, name: Name) -> Style {
        let is_in_table = !matches!(name, Name::Applet | Name::Marquee | Name::Object);
        let last = self.active.iter().rposition(|active| is_in_table && matches!(active, Active::Table));
        let end = last.unwrap_or(self.active.len()).max(self.edge());
        self.style_of(end, |opened| !is_in_table || opened.depth != ANEW)
    }

    /// Works out what is in force.
    pub(super) fn restyle(&mut self) {
        self.style = self.style_of(self.active.len(), |_| true);
    }

    pub(super) fn style_of(&self, end: usize, counts: impl Fn(&Opened) -> bool) -> Style {
        let edge = self.edge();
        let around = match edge.checked_sub(1).and_then(|at| self.active.get(at)) {
            Some(Active::Edge(style)) => *style,
            _ => Style { formats: 0, link: NONE },
        };
        self.active.iter().take(end).skip(edge).fold(around, |mut style, active| {
            match active {
                Active::Format(opened) if counts(opened) => {
                    if opened.link != NONE {
                        style.link = opened.link;
                    }
                    style.formats = style.formats & !opened.takes | opened.gives;
                }
                _ => {}
            }
            style
        })
    }
}
