//! The carousel on the page: a native scroll-snap list with buttons and keys.

use web_sys::{Element, ScrollBehavior, ScrollToOptions};

use super::element::{Tree, is_rtl, set, show};
use crate::carousel::Carousel;

/// Where a press leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// One view on.
    Next,
    /// One view back.
    Previous,
    /// To the first card.
    First,
    /// To the last card.
    Last,
}

/// The list that scrolls, as measured.
struct Track {
    element: Element,
    carousel: Carousel,
    offset: f64,
    /// -1 where the inline axis runs to the left.
    sign: f64,
}

impl Track {
    fn measure(surface: &Element) -> Option<Self> {
        let element = surface.part("track")?;
        let cards = element.all("[part~=card]");
        let frame = element.get_bounding_client_rect();
        let rtl = is_rtl(&element);
        let scrolled = f64::from(element.scroll_left());
        let offset = scrolled.abs();
        let starts = cards.iter().map(|card| {
            let card = card.get_bounding_client_rect();
            offset + if rtl { frame.right() - card.right() } else { card.left() - frame.left() }
        });
        let mut starts: Vec<f64> = starts.collect();
        // The list's own padding stands before the first card, and before every card that has come to the start.
        let first = starts.first().copied().unwrap_or_default();
        starts.iter_mut().for_each(|start| *start -= first);
        let length = |pixels: i32| f64::from(pixels) - first;
        let carousel = Carousel::new(starts, length(element.scroll_width()), length(element.client_width()));
        Some(Self { element, carousel, offset, sign: if rtl { -1.0 } else { 1.0 } })
    }

    fn scroll_to(&self, offset: f64, behavior: ScrollBehavior) {
        let options = ScrollToOptions::new();
        options.set_left(self.sign * offset);
        options.set_behavior(behavior);
        self.element.scroll_to_with_scroll_to_options(&options);
    }
}

/// Whether the reader's system asks for little motion.
fn still() -> bool {
    let query =
        web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Goes to other cards.
pub fn go(surface: &Element, way: Move) {
    let Some(track) = Track::measure(surface) else { return };
    let offset = match way {
        Move::Next => track.carousel.next(track.offset),
        Move::Previous => track.carousel.previous(track.offset),
        Move::First => 0.0,
        Move::Last => track.carousel.limit(),
    };
    track.scroll_to(offset, if still() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
}

/// Brings the whole card of `link` into view: left alone, a browser brings in the link and cuts the card.
pub fn reveal(surface: &Element, link: &Element) {
    let Some(track) = Track::measure(surface) else { return };
    let cards = track.element.all("[part~=card]");
    let index = cards.iter().position(|card| card.contains(Some(link)));
    if let Some(offset) = index.and_then(|index| track.carousel.reveal(index, track.offset)) {
        // At once, as browsers do it: a smooth way would be cut short by the browser's own.
        track.scroll_to(offset, ScrollBehavior::Instant);
    }
}

/// Shows the buttons where there is anywhere to go, and tells them which ends are reached.
pub fn update(surface: &Element) {
    let Some(track) = Track::measure(surface) else { return };
    if let Some(controls) = surface.part("carousel-controls") {
        show(&controls, track.carousel.limit() > 1.0);
    }
    for (part, more) in
        [("previous", track.carousel.has_previous(track.offset)), ("next", track.carousel.has_next(track.offset))]
    {
        if let Some(button) = surface.part(part) {
            // Not `disabled`: a button that has the focus keeps it at the end of the way.
            set(&button, "aria-disabled", if more { "false" } else { "true" });
        }
    }
}
