//! What the parser hands on.

use super::Value;

/// A part of the document that is complete.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A finished member of the root object, in the order of the document. A key that the document has twice comes
    /// twice; the last one counts.
    Member {
        /// The member's key.
        key: String,
        /// Its value: an empty array where the elements went ahead as [`Event::Item`]s.
        value: Value,
    },
    /// A finished element of a root member that is an array and whose key was named with
    /// [`Parser::stream`](super::Parser::stream). When the array ends, its [`Event::Member`] arrives with an empty array.
    Item {
        /// The key of the array in the root object.
        key: String,
        /// The element's place in the array. An index of 0 after higher ones means that the document has the key again.
        index: usize,
        /// The element.
        value: Value,
    },
    /// The whole document, where the root is no object.
    Root(Value),
}
