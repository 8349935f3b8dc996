//! Where links lead: out of the article, to a footnote, or back from one.

use crate::article::SafeUrl;
use crate::formats::notes::Notes;
use crate::order::order;
use crate::parse::Path;

use super::name::Name;
use super::tree::{Link, Tree, attr};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// Nowhere: no address, or one that is not safe, or a place in the page that the article does not have.
    Nowhere,
    /// To an address.
    To(SafeUrl),
    /// To the footnote with this `id`.
    Sign(String),
    /// Back from a footnote to its sign.
    Back,
}

/// Where each link of the tree leads, and the `id`s of the footnotes among them, sorted.
pub fn leads(tree: &Tree<'_>, path: &Path, notes: &mut Notes) -> (Vec<Leads>, Vec<String>) {
    // Footnotes are items of lists; only what a sign leads to is one.
    let mut items: Vec<&str> = Vec::new();
    if tree.links.iter().any(|link| fragment(link).is_some()) {
        let all = tree.descendants(Tree::ROOT).filter(|id| tree.name(*id) == Some(Name::Li));
        items.extend(all.filter_map(|id| tree.attr(id, "id")));
        order(&mut items, |one, other| one < other);
    }
    let leads: Vec<Leads> = tree.links.iter().map(|link| lead(link, &items, path, notes)).collect();
    let mut signs: Vec<String> = leads
        .iter()
        .filter_map(|lead| match lead {
            Leads::Sign(id) => Some(id.clone()),
            _ => None,
        })
        .collect();
    order(&mut signs, |one, other| one < other);
    signs.dedup();
    (leads, signs)
}

fn lead(link: &Link<'_>, items: &[&str], path: &Path, notes: &mut Notes) -> Leads {
    if let Some(id) = fragment(link) {
        if id.len() <= 128 && is_sign(&link.words) && items.binary_search(&id).is_ok() {
            return Leads::Sign(id.to_owned());
        }
        return if is_back(&link.words) { Leads::Back } else { Leads::Nowhere };
    }
    let Some(href) = attr(&link.attrs, "href").filter(|href| !href.trim().is_empty()) else { return Leads::Nowhere };
    match SafeUrl::link(href) {
        Some(url) => Leads::To(url),
        None => {
            notes.warn(
                "unsafe-url",
                path,
                "A link was dropped, not its words: only http, https, mailto, tel and relative addresses are kept.",
            );
            Leads::Nowhere
        }
    }
}

/// The place in the page that a link leads to.
fn fragment<'t>(link: &'t Link<'_>) -> Option<&'t str> {
    attr(&link.attrs, "href")?.trim().strip_prefix('#')
}

/// Whether the words of a link are the sign of a footnote: a number, a letter or a mark, in brackets or not.
fn is_sign(words: &str) -> bool {
    let bare =
        words.trim_matches(|c| matches!(c, '[' | ']' | '(' | ')' | '（' | '）' | '［' | '］' | '【' | '】' | '^'));
    let bare = bare.strip_prefix(['注', '註']).unwrap_or(bare);
    let length = bare.chars().count();
    (1..=4).contains(&length)
        && (bare.chars().all(char::is_numeric)
            || bare.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶' | '#' | '※'))
            || length == 1 && bare.chars().all(char::is_alphabetic)
            || bare.bytes().all(|c| matches!(c, b'i' | b'v' | b'x')))
}

/// Whether the words of a link are an arrow back.
fn is_back(words: &str) -> bool {
    !words.is_empty()
        && words.chars().all(|c| matches!(c, '↩' | '↑' | '↵' | '⏎' | '^' | '⤴' | '⬆' | '←' | '\u{fe0e}' | '\u{fe0f}'))
}
