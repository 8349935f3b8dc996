//! How much a document may ask for. Checked while the tree is built, never after.

/// The bounds within which a document is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the document.
    pub bytes: usize,
    /// JSON values (objects, arrays, strings, numbers, literals) in the document.
    pub values: usize,
    /// Open arrays and objects at one time.
    pub depth: usize,
}

impl Default for Limits {
    /// 64 MiB (six times a 10 MB article), four million values, and 256 levels: rich-text trees met in the wild stay under 40.
    fn default() -> Self {
        Self { bytes: 64 << 20, values: 4_000_000, depth: 256 }
    }
}
