//! Cards: the related-news carousel and the lists.

use super::head::time;
use super::picture::image;
use super::tongue::Tongue;
use super::{Attr, Context, Markup, Tag, UrlAttr, tongue};
use crate::article::{Card, CardList, ListKind, Picture};

/// The carousel, or nothing where there are no cards.
pub fn related(m: &mut Markup, context: &Context, cards: &[Card]) {
    if cards.is_empty() {
        return;
    }
    let labels = context.labels;
    m.element(Tag::Section, |m| {
        m.attr(Attr::Part, "carousel").attr(Attr::AriaRoledescription, labels.carousel);
        m.attr(Attr::AriaLabel, labels.related);
        m.element(Tag::Div, |m| {
            m.attr(Attr::Part, "carousel-header");
            m.element(Tag::H2, |m| m.write(labels.related));
            m.element(Tag::Div, |m| {
                // Without a script the list scrolls all the same; the buttons appear with the one that works them.
                m.attr(Attr::Part, "carousel-controls").attr(Attr::Hidden, "");
                control(m, "previous", labels.previous, "M15 5 8 12l7 7");
                control(m, "next", labels.next, "m9 5 7 7-7 7");
            });
        });
        m.element(Tag::Ul, |m| {
            m.attr(Attr::Part, "track").attr(Attr::Role, "list").attr(Attr::Tabindex, "0");
            m.attr(Attr::AriaLabel, labels.related);
            for card in cards {
                m.element(Tag::Li, |m| {
                    m.attr(Attr::Part, "card");
                    face(m, context, card, Tag::H3);
                });
            }
        });
    });
}

fn control(m: &mut Markup, action: &str, label: &str, path: &str) {
    m.element(Tag::Button, |m| {
        m.attr(Attr::Part, action)
            .attr(Attr::Type, "button")
            .attr(Attr::DataAction, action)
            .attr(Attr::AriaLabel, label);
        super::chrome::icon(m, path);
    });
}

/// What a card shows. Its one link is the title; the stylesheet stretches it over the card.
pub fn face(m: &mut Markup, context: &Context, card: &Card, heading: Tag) {
    if let Some(picture) = card.image.as_ref().filter(|picture| picture.src.is_some()) {
        m.element(Tag::Div, |m| {
            m.attr(Attr::Part, "card-picture");
            // The title says what the card is; the picture need not.
            image(m, context, &Picture { alt: String::new(), ..picture.clone() }, true);
        });
    }
    tongue::words(m, context, Tag::P, "card-kicker", card.kicker.as_deref());
    m.element(heading, |m| {
        m.attr(Attr::Part, "card-title");
        tongue::of_line(context, &card.title).write(m);
        title(m, context, card, Tongue::default());
    });
    tongue::words(m, context, Tag::P, "card-excerpt", card.excerpt.as_deref());
    if card.site.is_some() || card.published.is_some() {
        m.element(Tag::P, |m| {
            m.attr(Attr::Part, "card-meta");
            tongue::words(m, context, Tag::Span, "card-site", card.site.as_deref());
            if let Some(published) = &card.published {
                time(m, context, published);
            }
        });
    }
}

fn title(m: &mut Markup, context: &Context, card: &Card, tongue: Tongue) {
    let Some(page) = card.url.as_ref().or(card.src.as_ref()) else {
        m.write(&card.title);
        return;
    };
    m.element(Tag::A, |m| {
        m.attr(Attr::Part, "card-link");
        tongue.write(m);
        m.url(UrlAttr::Href, page, context.base());
        if let Some(src) = &card.src {
            m.url(UrlAttr::DataSrc, src, context.base());
        }
        m.write(&card.title);
    });
}

/// The lists that have something in them.
pub fn lists(m: &mut Markup, context: &Context, lists: &[CardList]) {
    for list in lists.iter().filter(|list| !list.items.is_empty()) {
        let named = match list.kind {
            Some(ListKind::Related) => context.labels.related_news,
            Some(ListKind::Popular) => context.labels.popular,
            None => "",
        };
        let name = list.title.as_deref().unwrap_or(named);
        m.element(Tag::Section, |m| {
            m.attr(Attr::Part, "list");
            if let Some(kind) = list.kind {
                m.attr(Attr::DataKind, kind.as_str());
            }
            if !name.is_empty() {
                m.attr(Attr::AriaLabel, name);
                m.element(Tag::H2, |m| m.write(name));
            }
            let ranked = list.kind == Some(ListKind::Popular);
            m.element(if ranked { Tag::Ol } else { Tag::Ul }, |m| {
                m.attr(Attr::Role, "list");
                for card in &list.items {
                    m.element(Tag::Li, |m| {
                        tongue::words(m, context, Tag::Span, "card-kicker", card.kicker.as_deref());
                        title(m, context, card, tongue::of_line(context, &card.title));
                    });
                }
            });
        });
    }
}
