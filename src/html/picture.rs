//! Pictures: which file a lazy one will load, and in which sizes.

use crate::article::{Candidate, Picture, SafeUrl};

use super::builder::Builder;
use super::css;
use super::name::Name;
use super::tree::{Id, Style, Tree};

/// Where scripts for lazy loading keep the address, the surest first.
const LAZY: [&str; 12] = [
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-actualsrc",
    "data-original-src",
    "data-lazyload",
    "data-lazy",
    "data-echo",
    "data-srcurl",
    "data-hi-res-src",
    "data-backsrc",
    "data-url",
];

/// Parts of the names that files have which stand in for a picture.
const PLACEHOLDERS: [&str; 9] =
    ["placeholder", "blank.", "spacer", "loading.", "transparent", "1x1", "pixel.", "grey.gif", "lazyload"];

impl Builder<'_, '_, '_> {
    /// A picture.
    #[inline(never)]
    pub(super) fn img(&mut self, id: Id, style: Style) {
        let mut picture = read(self.tree, id);
        let tree = self.tree;
        if picture.src.as_ref().is_none_or(|src| is_placeholder(src.as_str())) {
            // The picture for those without script.
            let spare = tree.after(id).filter(|next| tree.name(*next) == Some(Name::Noscript));
            let spare = spare.and_then(|spare| first_image(tree, spare)).map(|img| read(tree, img));
            if let Some(spare) = spare.filter(|spare| spare.src.is_some()) {
                (picture.src, picture.srcset) = (spare.src, spare.srcset);
            }
        }
        // A letter that is drawn.
        let is_sign = css::has_class_word(tree, id, &["emoji", "emoticon", "smiley", "twemoji", "latex"]);
        if is_sign && (1..=16).contains(&picture.alt.len()) && !picture.alt.is_ascii() {
            self.text(&picture.alt, style);
            return;
        }
        let is_dot = |side: Option<u32>| side.is_some_and(|side| side <= 2);
        if is_dot(picture.width) && is_dot(picture.height) {
            return;
        }
        if picture.src.is_none() {
            self.warn("unresolved-image", "A picture without an address was dropped.");
            return;
        }
        self.picture(picture, style.link, is_sign);
    }

    /// What stands for those without script: a picture, where the one before it is not the same one, loaded late.
    #[inline(never)]
    pub(super) fn noscript(&mut self, id: Id, style: Style) {
        let tree = self.tree;
        let before = tree.before(id).is_some_and(|before| {
            matches!(tree.name(before), Some(Name::Img | Name::Picture)) || first_image(tree, before).is_some()
        });
        let img = first_image(tree, id)
            .filter(|img| !before && tree.element(*img).is_some_and(|(_, attrs)| !css::hides(attrs)));
        if let Some(img) = img {
            self.img(img, style);
        }
    }
}

fn first_image(tree: &Tree<'_>, id: Id) -> Option<Id> {
    tree.descendants(id).take(50).find(|id| tree.name(*id) == Some(Name::Img))
}

/// The picture of an `img`.
pub fn read(tree: &Tree<'_>, id: Id) -> Picture {
    let width = css::pixels(tree, id, "width").or_else(|| css::pixels(tree, id, "data-w"));
    let height = css::pixels(tree, id, "height").or_else(|| {
        // Height by width, in ten thousandths.
        let ratio = tree.attr(id, "data-ratio").and_then(thousandths)?;
        u32::try_from(u64::from(width?) * ratio / 10_000).ok().filter(|height| *height > 0)
    });
    let mut srcset = ["data-srcset", "data-lazy-srcset", "srcset"]
        .iter()
        .find_map(|name| tree.attr(id, name).map(candidates).filter(|found| !found.is_empty()))
        .unwrap_or_default();
    let parent = tree.parent(id).filter(|parent| tree.name(*parent) == Some(Name::Picture));
    if srcset.is_empty()
        && let Some(parent) = parent
    {
        let sources = tree.children(parent).filter(|child| tree.name(*child) == Some(Name::Source));
        srcset = sources
            .filter_map(|source| tree.attr(source, "srcset").or_else(|| tree.attr(source, "data-srcset")))
            .map(candidates)
            .find(|found| !found.is_empty())
            .unwrap_or_default();
    }
    let lazy = LAZY.iter().filter_map(|name| tree.attr(id, name)).find(|raw| is_address(raw));
    let plain = tree.attr(id, "src").filter(|raw| !raw.trim().is_empty());
    let named = match (lazy, plain) {
        (Some(lazy), _) => Some(lazy),
        (None, Some(plain)) if srcset.is_empty() || !is_placeholder(plain) => Some(plain),
        _ => None,
    };
    let largest = || srcset.iter().max_by_key(|candidate| candidate.width).map(|candidate| candidate.src.clone());
    let src = named.and_then(SafeUrl::media).or_else(largest);
    // Sizes without a known width cannot be chosen among.
    srcset.retain(|candidate| candidate.width > 0);
    Picture {
        src,
        srcset,
        alt: tree.attr(id, "alt").unwrap_or_default().trim().to_owned(),
        width,
        height,
        ..Picture::default()
    }
}

/// Whether a lazy attribute holds an address and not a flag.
fn is_address(raw: &str) -> bool {
    let raw = raw.trim();
    raw.len() > 4 && (raw.contains('/') || raw.contains('.')) && !raw.starts_with("data:")
}

fn is_placeholder(raw: &str) -> bool {
    raw.starts_with("data:") || {
        let lower = raw.to_ascii_lowercase();
        PLACEHOLDERS.iter().any(|part| lower.contains(part))
    }
}

/// The sizes of a `srcset`; one without a width, or with a density, counts as width 0 or as the density in ten thousands.
fn candidates(raw: &str) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut rest = raw;
    // An address may hold commas; a candidate ends at a comma that white space or a descriptor precedes (HTML, "parse a srcset").
    while found.len() < 32 {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if address.is_empty() {
            break;
        }
        let (address, descriptor, next) = match address.strip_suffix(',') {
            Some(address) => (address.trim_end_matches(','), "", after),
            None => {
                let end = after.find(',').unwrap_or(after.len());
                let (descriptor, next) = after.split_at_checked(end).unwrap_or((after, ""));
                (address, descriptor.trim(), next)
            }
        };
        let width = descriptor.strip_suffix('w').and_then(|width| width.trim().parse().ok()).unwrap_or(0);
        if let Some(src) = SafeUrl::media(address) {
            found.push(Candidate { src, width });
        }
        rest = next;
    }
    found
}

/// A decimal number such as `0.5625`, in ten thousandths.
fn thousandths(raw: &str) -> Option<u64> {
    let (whole, fraction) = raw.trim().split_once('.').unwrap_or((raw.trim(), ""));
    let mut value: u64 = if whole.is_empty() { 0 } else { whole.parse::<u32>().ok()?.into() };
    let mut digits = fraction.bytes();
    for _ in 0..4 {
        let digit = digits.next().unwrap_or(b'0');
        value = value * 10 + u64::from(digit.is_ascii_digit().then(|| digit - b'0')?);
    }
    Some(value)
}
