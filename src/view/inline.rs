//! Running text.

use super::{Attr, Context, Markup, Tag, UrlAttr, has_words, note, picture};
use crate::article::{Inline, Mark};

/// Writes running text.
pub fn write(m: &mut Markup, context: &Context, text: &[Inline]) {
    for inline in text {
        match inline {
            Inline::Run { text, marks } => run(m, text, marks),
            Inline::Break => m.element(Tag::Br, |_| {}),
            // A link without words or a picture could not be pressed or read out.
            Inline::Link { content, .. } if !shows(content) => write(m, context, content),
            Inline::Link { url, content } => m.element(Tag::A, |m| {
                m.url(UrlAttr::Href, url, context.base());
                write(m, context, content);
            }),
            Inline::Image(image) => picture::image(m, context, image, true),
            Inline::NoteRef { id, text } => note::sign(m, context, id, text),
        }
    }
}

/// Whether there is anything to see in a text.
pub fn shows(text: &[Inline]) -> bool {
    has_words(text) || text.iter().any(|inline| matches!(inline, Inline::Image(_) | Inline::NoteRef { .. }))
}

/// Writes a run inside its marks, the first outermost.
fn run(m: &mut Markup, text: &str, marks: &[Mark]) {
    let Some((mark, inner)) = marks.split_first() else {
        m.write(text);
        return;
    };
    let tag = match mark {
        Mark::Strong => Tag::Strong,
        Mark::Em | Mark::Dots => Tag::Em,
        Mark::Underline => Tag::U,
        Mark::Strike => Tag::Del,
        Mark::Code => Tag::Code,
        Mark::Sub => Tag::Sub,
        Mark::Sup => Tag::Sup,
        Mark::Highlight => Tag::Mark,
        Mark::Small => Tag::Small,
        Mark::Ruby(_) => Tag::Ruby,
        Mark::End | Mark::Lang(_) => Tag::Span,
    };
    m.element(tag, |m| {
        match mark {
            Mark::Dots => {
                m.attr(Attr::DataMark, "dots");
            }
            Mark::End => {
                m.attr(Attr::DataMark, "end");
            }
            Mark::Lang(lang) => {
                m.attr(Attr::Lang, lang);
            }
            _ => {}
        }
        run(m, text, inner);
        if let Mark::Ruby(reading) = mark {
            m.element(Tag::Rt, |m| m.write(reading));
        }
    });
}
