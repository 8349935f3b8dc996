//! Names of nodes and marks, which differ by their spelling more than by their meaning.

use crate::article::Mark;

/// A name without its spelling: `bulletList`, `bullet_list` and `bullet-list` are one.
#[must_use]
pub fn plain_name(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).map(|c| c.to_ascii_lowercase()).collect()
}

/// The mark of a [plain name](plain_name), whichever format it is from.
#[must_use]
pub fn mark_named(name: &str) -> Option<Mark> {
    Some(match name {
        "strong" | "bold" | "b" => Mark::Strong,
        "em" | "italic" | "i" | "emphasis" => Mark::Em,
        "underline" | "underlined" | "u" => Mark::Underline,
        "strike" | "strikethrough" | "linethrough" | "s" | "del" => Mark::Strike,
        "code" | "inlinecode" | "codeinline" | "kbd" | "keyboard" => Mark::Code,
        "sub" | "subscript" => Mark::Sub,
        "sup" | "superscript" | "super" => Mark::Sup,
        "highlight" | "highlighted" | "mark" | "hl" => Mark::Highlight,
        "small" => Mark::Small,
        _ => return None,
    })
}

/// The level of a heading that has it in its [plain name](plain_name): `h2`, `heading2`, `headingtwo`.
#[must_use]
pub fn heading_level(name: &str) -> Option<u8> {
    let level = name.strip_prefix("heading").or_else(|| name.strip_prefix('h'))?;
    Some(match level {
        "1" | "one" => 1,
        "2" | "two" => 2,
        "3" | "three" => 3,
        "4" | "four" => 4,
        "5" | "five" => 5,
        "6" | "six" => 6,
        _ => return None,
    })
}
