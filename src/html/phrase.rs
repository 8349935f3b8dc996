//! What an element within a line says about its text.

use crate::article::Mark;

use super::builder::Builder;
use super::css;
use super::name::Name;
use super::tree::{Format, Id, Style};

impl Builder<'_, '_, '_> {
    /// The marks in force, the elements' before the formats'.
    pub(super) fn marks_of(&self, style: Style) -> Vec<Mark> {
        const MARKS: [(Format, Mark); 6] = [
            (Format::Strong, Mark::Strong),
            (Format::Em, Mark::Em),
            (Format::Underline, Mark::Underline),
            (Format::Strike, Mark::Strike),
            (Format::Small, Mark::Small),
            (Format::Code, Mark::Code),
        ];
        let formats = style.formats & !self.plain | self.formats;
        let mut marks = self.marks.clone();
        for (format, mark) in MARKS {
            if formats & format.bit() != 0 && !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        marks
    }

    /// The weight and slant of an element's own style.
    #[inline(never)]
    pub(super) fn format(&mut self, id: Id) {
        let (given, taken) = self.tree.element(id).map_or((0, 0), |(_, attrs)| css::formats(attrs));
        let around = self.tree.node(id).map_or(0, |node| node.style.formats);
        self.formats = self.formats & !taken | given;
        self.plain = (self.plain | taken & around) & !given;
    }

    /// An element within a line.
    #[inline(never)]
    pub(super) fn phrase(&mut self, id: Id, name: Name) {
        use Name::{Cite, Del, Dfn, Ins, Kbd, Samp, Sub, Sup, Var};
        // Of two languages the inner one counts.
        let outer = self.marks.iter().position(|mark| matches!(mark, Mark::Lang(_)));
        let outer = outer.filter(|_| self.lang(id).is_some()).map(|at| (at, self.marks.remove(at)));
        let before = self.marks.len();
        let (formats, plain) = (self.formats, self.plain);
        self.format(id);
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
        if let Some(lang) = self.lang(id) {
            self.marks.push(Mark::Lang(lang));
        }
        self.children(id);
        self.marks.truncate(before);
        (self.formats, self.plain) = (formats, plain);
        if let Some((at, mark)) = outer {
            self.marks.insert(at, mark);
        }
    }

    /// The language that an element declares, where it is a tag.
    pub(super) fn lang(&self, id: Id) -> Option<String> {
        let tag = self.tree.attr(id, "lang").or_else(|| self.tree.attr(id, "xml:lang"))?;
        let sound = !tag.is_empty() && tag.len() <= 35 && tag.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
        sound.then(|| tag.to_owned())
    }
}
