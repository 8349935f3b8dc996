//! What was mended on the way.

/// One place where the parser mended the document instead of refusing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The string or the member concerned, as a JSON path. For a key that was itself mended, the path of its member.
    pub path: String,
    /// What was mended.
    pub kind: RepairKind,
}

/// The kinds of repair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepairKind {
    /// Bytes in a string were not UTF-8; each maximal subpart became U+FFFD, as in [`String::from_utf8_lossy`].
    InvalidUtf8,
    /// A `\uD800`–`\uDFFF` escape in a string had no other half and became U+FFFD.
    LoneSurrogate,
    /// An object has this key more than once; the last one counts.
    DuplicateKey,
}

/// Repairs kept for one document: enough to find the cause, too few for a hostile document to fill the memory with.
pub(super) const KEPT: usize = 100;
