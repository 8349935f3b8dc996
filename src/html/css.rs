//! What an element says about itself in `style`, `class` and `id`, as far as it changes what a reader reads.

use crate::article::{CellAlign, Mark};

use super::tree::{Attrs, Format, Id, Tree, attr};

/// The value of a property in the `style` attribute, the last where there are several; `!important` left out.
fn property<'t>(attrs: &'t Attrs<'_>, name: &str) -> Option<&'t str> {
    let found = attr(attrs, "style")?.split(';').rev().find_map(|declaration| {
        let (key, value) = declaration.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then_some(value)
    })?;
    found.split('!').next().map(str::trim)
}

fn is(attrs: &Attrs<'_>, name: &str, values: &[&str]) -> bool {
    property(attrs, name).is_some_and(|value| values.iter().any(|one| value.eq_ignore_ascii_case(one)))
}

fn prop<'t>(tree: &'t Tree<'_>, id: Id, name: &str) -> Option<&'t str> {
    tree.element(id).and_then(|(_, attrs)| property(attrs, name))
}

/// Whether an element is not shown.
pub fn hides(attrs: &Attrs<'_>) -> bool {
    attr(attrs, "hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found"))
        || is(attrs, "display", &["none"])
        || is(attrs, "visibility", &["hidden", "collapse"])
}

/// Whether an element says something to screen readers alone.
pub fn is_unseen(tree: &Tree<'_>, id: Id) -> bool {
    classes(tree, id)
        .any(|class| matches!(class, "sr-only" | "visually-hidden" | "visuallyhidden" | "screen-reader-text"))
}

/// Whether the element is a place for advertising, by the names that ad servers and themes give to it.
pub fn is_ad(tree: &Tree<'_>, id: Id) -> bool {
    const NAMES: [&str; 26] = [
        "ad",
        "ads",
        "ad-banner",
        "ad-container",
        "ad-placeholder",
        "ad-bottom",
        "ad-slot",
        "ad-unit",
        "ad-top",
        "ad-wrapper",
        "ad_banner",
        "ad_bottom",
        "ad_top",
        "adbox",
        "adsbygoogle",
        "adslot",
        "advert",
        "advertisement",
        "advertising",
        "adwrap",
        "dfp-ad",
        "google-ad",
        "gpt-ad",
        "newsletter-signup",
        "sharedaddy",
        "wp-block-ad",
    ];
    tree.attr(id, "id").is_some_and(|id| NAMES.iter().any(|name| id.eq_ignore_ascii_case(name)))
        || classes(tree, id).any(|class| NAMES.iter().any(|name| class.eq_ignore_ascii_case(name)))
}

/// The classes of an element.
pub fn classes<'t>(tree: &'t Tree<'_>, id: Id) -> impl Iterator<Item = &'t str> {
    tree.attr(id, "class").unwrap_or_default().split_ascii_whitespace()
}

/// Whether one of the element's classes holds one of `words` as a word of its own (`wp-caption-text` holds `caption`).
pub fn has_class_word(tree: &Tree<'_>, id: Id, words: &[&str]) -> bool {
    let mut parts = classes(tree, id).flat_map(|class| class.split(['-', '_']));
    parts.any(|part| words.iter().any(|word| part.eq_ignore_ascii_case(word)))
}

/// Whether the first line is indented by style alone.
pub fn is_indented(tree: &Tree<'_>, id: Id) -> bool {
    prop(tree, id, "text-indent").is_some_and(|indent| {
        let digits = indent.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
        !indent.starts_with('-') && digits.bytes().any(|digit| matches!(digit, b'1'..=b'9'))
    })
}

/// The weight, slant and lines that an inline style gives to text, and the weight and slant that it takes away, as bits of [`Format`].
pub fn formats(attrs: &Attrs<'_>) -> (u8, u8) {
    if attr(attrs, "style").is_none() {
        return (0, 0);
    }
    let mut bits = 0;
    let mut set = |format: Format, on: bool| bits |= if on { format.bit() } else { 0 };
    let value = |name: &str| property(attrs, name).unwrap_or_default();
    set(Format::Strong, matches!(value("font-weight"), "bold" | "bolder" | "600" | "700" | "800" | "900"));
    set(Format::Em, matches!(value("font-style"), "italic" | "oblique"));
    for lines in [value("text-decoration"), value("text-decoration-line")] {
        set(Format::Strike, lines.contains("line-through"));
        set(Format::Underline, lines.contains("underline"));
    }
    let given = bits;
    bits = 0;
    let mut set = |format: Format, on: bool| bits |= if on { format.bit() } else { 0 };
    set(Format::Strong, matches!(value("font-weight"), "normal" | "300" | "400"));
    set(Format::Em, value("font-style") == "normal");
    (given, bits)
}

/// Sub- or superscript by style.
pub fn shift(tree: &Tree<'_>, id: Id) -> Option<Mark> {
    match prop(tree, id, "vertical-align")? {
        "super" => Some(Mark::Sup),
        "sub" => Some(Mark::Sub),
        _ => None,
    }
}

/// Whether the text carries emphasis dots.
pub fn has_dots(tree: &Tree<'_>, id: Id) -> bool {
    ["text-emphasis", "-webkit-text-emphasis", "text-emphasis-style", "-webkit-text-emphasis-style"]
        .iter()
        .any(|name| prop(tree, id, name).is_some_and(|value| !value.eq_ignore_ascii_case("none")))
}

/// How the text of a cell is aligned.
pub fn align(tree: &Tree<'_>, id: Id) -> Option<CellAlign> {
    let align = prop(tree, id, "text-align").or_else(|| tree.attr(id, "align"))?;
    match align.to_ascii_lowercase().as_str() {
        "left" | "start" => Some(CellAlign::Start),
        "center" => Some(CellAlign::Center),
        "right" | "end" => Some(CellAlign::End),
        _ => None,
    }
}

/// A length in pixels: an attribute such as `width="640"`, or the property of the same name in `px`.
pub fn pixels(tree: &Tree<'_>, id: Id, name: &str) -> Option<u32> {
    let raw = tree.attr(id, name).map(str::trim).filter(|raw| !raw.ends_with('%'));
    let raw = raw.or_else(|| prop(tree, id, name)?.strip_suffix("px"));
    let digits = raw?.trim_end_matches("px");
    let whole = digits.split('.').next()?;
    whole.parse().ok().filter(|pixels| *pixels > 0)
}
