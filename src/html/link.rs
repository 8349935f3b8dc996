//! Where links lead: out of the article, to a footnote, or back from one.

use crate::article::SafeUrl;
use crate::formats::notes::Notes;
use crate::order::order;
use crate::parse::Path;

use super::name::Name;
use super::note::Note;
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
pub fn leads(tree: &Tree<'_>, blocks: &[Note], path: &Path, notes: &mut Notes) -> (Vec<Leads>, Vec<String>) {
    // Footnotes are items of lists, or blocks that lead back; only what a sign leads to is one.
    let mut items: Vec<&str> = Vec::new();
    if tree.links.iter().any(|link| fragment(link).is_some()) {
        let all = tree.descendants(Tree::ROOT).filter(|id| tree.name(*id) == Some(Name::Li));
        items.extend(all.filter_map(|id| tree.attr(id, "id")));
        items.extend(blocks.iter().map(|note| note.id.as_str()));
        order(&mut items, |one, other| one < other);
    }
    let mut backs: Vec<u32> = blocks.iter().map(|note| note.back).collect();
    order(&mut backs, |one, other| one < other);
    let each = tree.links.iter().zip(0_u32..).map(|(link, number)| match backs.binary_search(&number) {
        Ok(_) => Leads::Back,
        Err(_) => lead(link, &items, path, notes),
    });
    let leads: Vec<Leads> = each.collect();
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
        if is_back(&link.words) {
            return Leads::Back;
        }
        if !id.is_empty() && !link.words.trim().is_empty() {
            let message = "A link to a place in the page was dropped, not its words: the article has no such place.";
            notes.once("dropped-fragment", path, message);
        }
        return Leads::Nowhere;
    }
    let Some(href) = attr(&link.attrs, "href").filter(|href| !href.trim().is_empty()) else { return Leads::Nowhere };
    match SafeUrl::link(href) {
        Some(url) => Leads::To(url),
        None => {
            let why =
                "A link was dropped, not its words: only http, https, mailto, tel and relative addresses are kept: ";
            notes.warn("unsafe-url", path, &[why, &brief(href)].concat());
            Leads::Nowhere
        }
    }
}

/// An address as a warning names it: its beginning.
pub fn brief(address: &str) -> String {
    let mut rest = address.trim().chars();
    let mut brief: String = rest.by_ref().take(60).collect();
    if rest.next().is_some() {
        brief.push('…');
    }
    brief
}

/// The place in the page that a link leads to.
pub fn fragment<'t>(link: &'t Link<'_>) -> Option<&'t str> {
    attr(&link.attrs, "href")?.trim().strip_prefix('#')
}

/// Whether the words of a link are the sign of a footnote: a number, a letter or a mark, in brackets or not.
pub fn is_sign(words: &str) -> bool {
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
pub fn is_back(words: &str) -> bool {
    !words.is_empty()
        && words.chars().all(|c| matches!(c, '↩' | '↑' | '↵' | '⏎' | '^' | '⤴' | '⬆' | '←' | '\u{fe0e}' | '\u{fe0f}'))
}
