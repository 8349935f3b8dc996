//! Footnotes and the signs that lead to them.

use super::{Attr, Context, Markup, Tag, UrlAttr, inline};
use crate::article::{Block, Footnote, SafeUrl};

/// Writes the sign of a footnote.
pub fn sign(m: &mut Markup, context: &Context, id: &str, text: &str) {
    m.element(Tag::Sup, |m| {
        m.element(Tag::A, |m| {
            m.attr(Attr::Part, "note-ref").attr(Attr::Role, "doc-noteref").attr(Attr::Id, &anchor("ref", id));
            lead(m, context, &anchor("note", id));
            m.write(text);
        });
    });
}

/// Writes the footnotes; `blocks` writes what stands in one.
pub fn notes(m: &mut Markup, context: &Context, notes: &[Footnote], blocks: &mut dyn FnMut(&mut Markup, &[Block])) {
    m.element(Tag::Section, |m| {
        m.attr(Attr::Part, "footnotes").attr(Attr::Role, "doc-endnotes");
        m.element(Tag::Ol, |m| {
            for note in notes {
                m.element(Tag::Li, |m| {
                    // The focus goes there by script alone.
                    m.attr(Attr::Id, &anchor("note", &note.id)).attr(Attr::Tabindex, "-1");
                    // A note that is one paragraph is set as a line, with the way back at its end.
                    match note.blocks.as_slice() {
                        [Block::Paragraph(only)] => inline::write(m, context, &only.content),
                        all => blocks(m, all),
                    }
                    m.element(Tag::A, |m| {
                        m.attr(Attr::Part, "note-back").attr(Attr::Role, "doc-backlink");
                        m.attr(Attr::AriaLabel, context.labels.note_back);
                        lead(m, context, &anchor("ref", &note.id));
                    });
                });
            }
        });
    });
}

fn lead(m: &mut Markup, context: &Context, anchor: &str) {
    if let Some(url) = SafeUrl::link(&["#", anchor].concat()) {
        m.url(UrlAttr::Href, &url, context.base());
    }
}

/// An `id` of our own making: the article's word stands behind a prefix, and what is no letter or digit of ASCII is written as its code.
fn anchor(kind: &str, id: &str) -> String {
    let mut out = ["lamplit-", kind, "-"].concat();
    for c in id.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            out.push(c);
        } else {
            out.push('_');
            out.push_str(&u32::from(c).to_string());
        }
    }
    out
}
