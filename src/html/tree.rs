//! The tree of a fragment: nodes in one vector, in the order in which they came.

use std::borrow::Cow;

use super::name::Name;

/// A node's place in the tree.
pub type Id = u32;

/// No node.
pub const NONE: Id = u32::MAX;

/// A format of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Format {
    /// b, strong.
    Strong,
    /// i, em.
    Em,
    /// code, tt.
    Code,
    /// s, strike.
    Strike,
    /// u.
    Underline,
    /// small.
    Small,
    /// a, with its number among [`Tree::links`].
    Link,
    /// Whichever of these is not shown.
    Hidden,
}

impl Format {
    /// Its bit in [`Style::formats`].
    pub const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What was in force where a text or a picture stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// The formats, a bit each.
    pub formats: u8,
    /// The link, or [`NONE`].
    pub link: u32,
}

/// A link.
#[derive(Debug, Default)]
pub struct Link<'a> {
    /// Its attributes.
    pub attrs: Attrs<'a>,
    /// Its first words, as far as they tell whether it is the sign of a footnote.
    pub words: String,
}

/// Attributes in the order of the source, names in lower case.
pub type Attrs<'a> = Vec<(Cow<'a, str>, Cow<'a, str>)>;

/// What a node is.
#[derive(Debug)]
pub enum Kind<'a> {
    /// An element.
    Element(Name, Attrs<'a>),
    /// Characters.
    Text(Cow<'a, str>),
    /// A comment.
    Comment(Cow<'a, str>),
}

/// A node.
#[derive(Debug)]
pub struct Node<'a> {
    /// What it is.
    pub kind: Kind<'a>,
    /// What was in force where it stands.
    pub style: Style,
    parent: Id,
    first: Id,
    last: Id,
    previous: Id,
    next: Id,
}

/// The tree of a fragment.
#[derive(Debug, Default)]
pub struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    /// The links, in the order of their start tags.
    pub links: Vec<Link<'a>>,
}

impl<'a> Tree<'a> {
    /// The root.
    pub const ROOT: Id = 0;

    /// The node `id`.
    pub fn node(&self, id: Id) -> Option<&Node<'a>> {
        self.nodes.get(id as usize)
    }

    /// The element at `id`.
    pub fn element(&self, id: Id) -> Option<(Name, &Attrs<'a>)> {
        match &self.node(id)?.kind {
            Kind::Element(name, attrs) => Some((*name, attrs)),
            _ => None,
        }
    }

    /// The element's name; `None` for a text or a comment.
    pub fn name(&self, id: Id) -> Option<Name> {
        self.element(id).map(|(name, _)| name)
    }

    /// The attribute `name` of an element.
    pub fn attr(&self, id: Id, name: &str) -> Option<&str> {
        self.element(id).and_then(|(_, attrs)| attr(attrs, name))
    }

    /// The children of a node.
    pub fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let first = self.node(id).map_or(NONE, |node| node.first);
        core::iter::successors((first != NONE).then_some(first), |at| {
            self.node(*at).map(|node| node.next).filter(|next| *next != NONE)
        })
    }

    /// All nodes under `id`, in the order of the source.
    pub fn descendants(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        let mut at = id;
        core::iter::from_fn(move || {
            let node = self.node(at)?;
            if node.first != NONE {
                at = node.first;
                return Some(at);
            }
            while at != id {
                let node = self.node(at)?;
                if node.next != NONE {
                    at = node.next;
                    return Some(at);
                }
                at = node.parent;
            }
            None
        })
    }

    /// The words of a small element, white space collapsed.
    pub fn words(&self, id: Id) -> String {
        let mut words = String::new();
        let mut space = false;
        for inner in self.descendants(id).take(200) {
            let Some(Kind::Text(text)) = self.node(inner).map(|node| &node.kind) else { continue };
            for c in text.chars() {
                if is_space(c) {
                    space = !words.is_empty();
                } else {
                    if space {
                        words.push(' ');
                        space = false;
                    }
                    words.push(c);
                }
            }
        }
        words
    }

    /// The node above.
    pub fn parent(&self, id: Id) -> Option<Id> {
        self.node(id).map(|node| node.parent).filter(|parent| *parent != NONE)
    }

    /// The sibling before a node, white space and comments passed over.
    pub fn before(&self, id: Id) -> Option<Id> {
        let mut at = self.node(id)?.previous;
        loop {
            let node = self.node(at)?;
            match &node.kind {
                Kind::Element(..) => return Some(at),
                Kind::Text(text) if !is_blank(text) => return None,
                _ => at = node.previous,
            }
        }
    }

    /// The sibling after a node, white space and comments passed over.
    pub fn after(&self, id: Id) -> Option<Id> {
        let mut at = self.node(id)?.next;
        loop {
            let node = self.node(at)?;
            match &node.kind {
                Kind::Element(..) => return Some(at),
                Kind::Text(text) if !is_blank(text) => return None,
                _ => at = node.next,
            }
        }
    }

    /// Whether words that end no sentence stand right before a node.
    pub fn is_in_sentence(&self, id: Id) -> bool {
        match self.node(id).and_then(|node| self.node(node.previous)).map(|node| &node.kind) {
            Some(Kind::Text(text)) => text.trim_end().ends_with(|c: char| {
                c.is_alphanumeric() || matches!(c, ',' | ':' | ';' | '，' | '、' | '：' | '《' | '(')
            }),
            _ => false,
        }
    }

    pub fn add(&mut self, parent: Id, kind: Kind<'a>, style: Style) -> Id {
        let id = Id::try_from(self.nodes.len()).unwrap_or(NONE);
        let previous = self.node(parent).map_or(NONE, |node| node.last);
        self.nodes.push(Node { kind, style, parent, first: NONE, last: NONE, previous, next: NONE });
        if let Some(before) = self.nodes.get_mut(previous as usize) {
            before.next = id;
        }
        if let Some(above) = self.nodes.get_mut(parent as usize) {
            if above.first == NONE {
                above.first = id;
            }
            above.last = id;
        }
        id
    }

    /// Adds a node in front of `next`.
    pub fn insert(&mut self, next: Id, kind: Kind<'a>, style: Style) -> Id {
        let id = Id::try_from(self.nodes.len()).unwrap_or(NONE);
        let Some(after) = self.nodes.get_mut(next as usize) else { return NONE };
        let (parent, previous) = (after.parent, after.previous);
        after.previous = id;
        self.nodes.push(Node { kind, style, parent, first: NONE, last: NONE, previous, next });
        if let Some(before) = self.nodes.get_mut(previous as usize) {
            before.next = id;
        } else if let Some(above) = self.nodes.get_mut(parent as usize) {
            above.first = id;
        }
        id
    }
}

/// The attribute `name` among `attrs`.
pub fn attr<'t>(attrs: &'t Attrs<'_>, name: &str) -> Option<&'t str> {
    attrs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_ref())
}

/// White space as HTML has it.
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Whether a text is white space alone.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(is_space)
}
