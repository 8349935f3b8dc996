//! What a view writes: a tree, as one buffer of operations and one of text.

use super::names::{Attr, Tag, UrlAttr};
use crate::article::{Candidate, SafeUrl};

/// One step in building a tree. A length counts bytes of [`Markup::text`], which the steps consume in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// Begin an element in the current one.
    Open(Tag),
    /// Give the current element an attribute.
    Attr(Attr, u32),
    /// Give the current element an attribute that holds an address.
    Url(UrlAttr, u32),
    /// Add characters to the current element.
    Text(u32),
    /// Go back to the parent.
    Close,
    /// Go on inside the last element of the current one, which an earlier batch began.
    Descend,
}

/// A tree, or several side by side, as a view wrote it. There is no way to write markup text into it, a tag or attribute that
/// is no variant of the enums, or an address that is no [`SafeUrl`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    ops: Vec<Op>,
    text: String,
}

impl Markup {
    /// The operations, in order.
    #[must_use]
    pub fn ops(&self) -> &[Op] {
        &self.ops
    }

    /// The text of all attributes and runs, in order.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing has been written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ops.is_empty()
    }

    /// An element; `inside` writes its attributes, then its content.
    pub fn element(&mut self, tag: Tag, inside: impl FnOnce(&mut Self)) {
        self.open(tag);
        inside(self);
        self.close();
    }

    /// Begins an element.
    pub fn open(&mut self, tag: Tag) {
        self.ops.push(Op::Open(tag));
    }

    /// Ends the current element.
    pub fn close(&mut self) {
        self.ops.push(Op::Close);
    }

    /// Goes on inside the last element that an earlier batch left in the current one.
    pub fn descend(&mut self) {
        self.ops.push(Op::Descend);
    }

    /// Gives the current element an attribute. Only before its content.
    pub fn attr(&mut self, name: Attr, value: &str) -> &mut Self {
        let length = self.push(value);
        self.ops.push(Op::Attr(name, length));
        self
    }

    /// Gives the current element a numeric attribute where there is a number.
    pub fn number(&mut self, name: Attr, value: Option<u32>) -> &mut Self {
        if let Some(value) = value {
            self.attr(name, &value.to_string());
        }
        self
    }

    /// Gives the current element an address, read against `base` where one is given.
    pub fn url(&mut self, name: UrlAttr, url: &SafeUrl, base: Option<&str>) -> &mut Self {
        let length = match base {
            Some(base) => self.push(&url.resolve(base)),
            None => self.push(url.as_str()),
        };
        self.ops.push(Op::Url(name, length));
        self
    }

    /// Gives the current element a `srcset` of candidates by width.
    pub fn srcset(&mut self, candidates: &[Candidate], base: Option<&str>) {
        if candidates.is_empty() {
            return;
        }
        let mut value = String::new();
        for candidate in candidates {
            if !value.is_empty() {
                value.push_str(", ");
            }
            let url = base.map_or_else(|| candidate.src.as_str().to_owned(), |base| candidate.src.resolve(base));
            // A comma or a space would begin another candidate.
            value.push_str(&url.replace(',', "%2C").replace(' ', "%20"));
            value.push(' ');
            value.push_str(&candidate.width.to_string());
            value.push('w');
        }
        let length = self.push(&value);
        self.ops.push(Op::Url(UrlAttr::Srcset, length));
    }

    /// Adds characters. Neighbouring runs are one text node.
    pub fn write(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let length = self.push(text);
        if let Some(Op::Text(last)) = self.ops.last_mut() {
            *last += length;
        } else {
            self.ops.push(Op::Text(length));
        }
    }

    /// An element with a part and plain words, where there are words.
    pub fn words(&mut self, tag: Tag, part: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.element(tag, |m| {
                m.attr(Attr::Part, part);
                m.write(text);
            });
        }
    }

    fn push(&mut self, text: &str) -> u32 {
        // HTML has no U+0000: parsers replace it, and so does every sink.
        if text.contains('\0') {
            return self.push(&text.replace('\0', "\u{FFFD}"));
        }
        self.text.push_str(text);
        u32::try_from(text.len()).unwrap_or(u32::MAX)
    }
}
