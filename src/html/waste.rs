//! What stands in a page and is nothing for a reader.

use super::builder::{Builder, Hidden};
use super::css;
use super::name::Name;
use super::tree::{Format, Id, Kind, Style, attr};

impl Builder<'_, '_, '_> {
    /// Whether an element is nothing for a reader.
    #[inline(never)]
    pub(super) fn is_dropped(&mut self, id: Id, name: Name, style: Style) -> bool {
        use Name::*;
        match name {
            Script | Style | Template | Title | Link | Meta | Base | Svg | Select | Datalist | Textarea | Button
            | Input | Keygen | Canvas | Meter | Progress | Noembed | Noframes | Annotation | Rp | Area | Param
            | Source | Track => {
                let said = match name {
                    Select => Some(("dropped-control", "A list to choose from was dropped, with its words.")),
                    Datalist => Some(("dropped-control", "A list of suggestions was dropped, with its words.")),
                    Textarea => Some(("dropped-control", "A field for text was dropped, with its words.")),
                    Button => Some(("dropped-control", "A button was dropped, with its words.")),
                    Svg => Some(("dropped-drawing", "A drawing (svg) was dropped, with the words in it.")),
                    Canvas => Some(("dropped-drawing", "What stands in for a canvas was dropped, with its words.")),
                    _ => None,
                };
                if let Some((code, message)) = said.filter(|_| self.has_words(id)) {
                    self.warn_once(code, message);
                }
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
            if hides || css::is_unseen(self.tree, id) || style.formats & Format::Hidden.bit() != 0 && name != Name::Br {
                self.has_hidden = self.has_hidden || self.has_words(id);
                return true;
            }
        }
        if self.in_footnote && css::classes(self.tree, id).any(|class| class == "mw-cite-backlink") {
            return true;
        }
        if css::is_ad(self.tree, id) {
            self.warn("dropped-ad", "An advertisement was dropped.");
            return true;
        }
        false
    }

    /// Whether an element holds words for a reader, as far as a look at its beginning tells.
    pub(super) fn has_words(&self, id: Id) -> bool {
        let tree = self.tree;
        tree.descendants(id).take(200).any(|inner| match tree.node(inner).map(|node| &node.kind) {
            Some(Kind::Text(text)) if !text.trim().is_empty() => {
                let around = tree.parent(inner).and_then(|parent| tree.name(parent));
                !matches!(around, Some(Name::Script | Name::Style | Name::Template | Name::Title | Name::Desc))
            }
            _ => false,
        })
    }

    /// Whether a form is one to be filled in. Some sites wrap whole articles in a form.
    fn is_interactive(&self, id: Id) -> bool {
        use Name::{Button, Input, Select, Textarea};
        let mut words = 0;
        let mut fields = false;
        for id in self.tree.descendants(id).take(2000) {
            match self.tree.node(id).map(|node| &node.kind) {
                Some(Kind::Text(text)) => words += text.trim().len(),
                Some(Kind::Element(Input, attrs)) => {
                    fields |= !attr(attrs, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"));
                }
                Some(Kind::Element(Button | Select | Textarea, _)) => fields = true,
                _ => {}
            }
            if words > 600 {
                return false;
            }
        }
        fields
    }
}
