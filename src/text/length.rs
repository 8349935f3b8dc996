//! How long a text is to a reader.

/// The length of `text` in full-width characters: what is set full width counts 1, all else one half.
/// A line of 38 Chinese characters and one of 76 Latin letters weigh the same.
#[must_use]
pub fn weight(text: &str) -> usize {
    let mut halves = 0;
    for c in text.chars() {
        halves += if matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffdc}' | '\u{20000}'..='\u{3ffff}') {
            2
        } else {
            1
        };
    }
    halves / 2
}
