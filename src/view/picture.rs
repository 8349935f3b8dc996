//! Pictures and the words under them.

use super::{Attr, Context, Markup, Tag, UrlAttr, language, tongue};
use crate::article::Picture;

/// A picture alone. `lazy` leaves it to the browser to load it when it comes near.
pub fn image(m: &mut Markup, context: &Context, picture: &Picture, lazy: bool) {
    let Some(src) = &picture.src else { return };
    m.element(Tag::Img, |m| {
        // Before the address: a browser that has seen `src` may have begun.
        if lazy {
            m.attr(Attr::Loading, "lazy");
        }
        m.attr(Attr::Decoding, "async").attr(Attr::Alt, &picture.alt);
        m.number(Attr::Width, picture.width).number(Attr::Height, picture.height);
        if !picture.srcset.is_empty() {
            m.attr(Attr::Sizes, "(max-width: 46rem) 100vw, 46rem");
        }
        m.srcset(&picture.srcset, context.base());
        m.url(UrlAttr::Src, src, context.base());
    });
}

/// A picture with its caption and credit; without a picture, the words alone.
pub fn figure(m: &mut Markup, context: &Context, picture: &Picture, part: &str, lazy: bool) {
    m.element(Tag::Figure, |m| {
        m.attr(Attr::Part, part);
        if picture.src.is_none() {
            m.attr(Attr::DataKind, "caption");
        } else if picture.caption.is_none() && !picture.alt.is_empty() {
            // What is to be read where pictures are not wanted.
            m.attr(Attr::DataAlt, &picture.alt);
        }
        match (&picture.link, &picture.src) {
            (Some(link), Some(_)) => m.element(Tag::A, |m| {
                m.url(UrlAttr::Href, link, context.base());
                image(m, context, picture, lazy);
            }),
            _ => image(m, context, picture, lazy),
        }
        caption(m, context, picture.caption.as_deref(), picture.credit.as_deref());
    });
}

/// The words under a picture, sound or film, the credit set apart.
pub fn caption(m: &mut Markup, context: &Context, caption: Option<&str>, credit: Option<&str>) {
    if caption.is_none() && credit.is_none() {
        return;
    }
    m.element(Tag::Figcaption, |m| {
        m.attr(Attr::Part, "caption");
        if caption.is_none() {
            m.attr(Attr::DataKind, "credit");
        }
        let tongue = tongue::of_line(context, caption.unwrap_or_default());
        tongue.write(m);
        m.write(caption.unwrap_or_default());
        if caption.is_some() && credit.is_some() {
            m.write(" ");
        }
        let Some(credit) = credit.filter(|credit| !credit.is_empty()) else { return };
        m.element(Tag::Span, |m| {
            m.attr(Attr::Part, "credit");
            let own = tongue::of_line(context, credit);
            if own.is_own() && !tongue.is_own() {
                language(m, context);
            }
            own.write(m);
            m.write(credit);
        });
    });
}
