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
