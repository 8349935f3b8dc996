//! Code in blocks.

use crate::article::Block;

use super::builder::Builder;
use super::css;
use super::name::Name;
use super::tree::{Id, Tree};

impl Builder<'_, '_, '_> {
    /// Preformatted text.
    #[inline(never)]
    pub(super) fn code(&mut self, id: Id) {
        self.flush();
        let tree = self.tree;
        let mut text = String::new();
        self.shown(id, &mut |inner, part| match tree.name(inner) {
            None => text.push_str(part.unwrap_or_default()),
            Some(Name::Br) => text.push('\n'),
            // Editors that write a line an element.
            Some(Name::Code) if tree.before(inner).is_none() => {}
            Some(name) if (name == Name::Code || name.is_block()) && !text.is_empty() && !text.ends_with('\n') => {
                text.push('\n');
            }
            _ => {}
        });
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
