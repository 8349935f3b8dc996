//! Code in blocks.

use crate::article::Block;

use super::builder::Builder;
use super::css;
use super::name::Name;
use super::tree::{Id, Kind, Tree};

impl Builder<'_, '_, '_> {
    /// Preformatted text.
    pub(super) fn code(&mut self, id: Id) {
        self.flush();
        let tree = self.tree;
        let mut text = String::new();
        for inner in tree.descendants(id) {
            match tree.node(inner).map(|node| &node.kind) {
                Some(Kind::Text(part)) => text.push_str(part),
                Some(Kind::Element(Name::Br, _)) => text.push('\n'),
                // Editors that write a line an element.
                Some(Kind::Element(Name::Div | Name::P | Name::Li | Name::Code, _))
                    if tree.before(inner).is_some() && !text.ends_with('\n') && !text.is_empty() =>
                {
                    text.push('\n');
                }
                _ => {}
            }
        }
        let text = text.strip_prefix('\n').unwrap_or(&text).trim_end().to_owned();
        if !text.trim().is_empty() {
            self.blocks.push(Block::Code { text, language: language(tree, id) });
        }
    }
}

/// The programming language, from where highlighters look for it.
fn language(tree: &Tree<'_>, id: Id) -> Option<String> {
    let inner = tree.children(id).find(|child| tree.name(*child) == Some(Name::Code));
    let mut places = [Some(id), inner].into_iter().flatten();
    let found = places.find_map(|id| {
        let class = css::classes(tree, id)
            .find_map(|class| class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-")));
        class.or_else(|| tree.attr(id, "data-lang")).or_else(|| tree.attr(id, "data-language"))
    })?;
    let sound = !found.is_empty() && found.len() <= 32;
    sound.then(|| found.to_owned())
}
