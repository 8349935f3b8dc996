//! The reading place: the character at the top of the view stays where it is, whatever happens to the text around it.

use serde::Serialize;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, ScrollBehavior, ScrollToOptions, Text};

use super::element::{Tree, computed};
use super::fold;
use super::reader::Reader;

/// What can hold the place, in document order. What is folded away cannot.
const PIECES: &str = "[part~=header]>*,[part~=body]>[data-section]>*,[data-rest]:not([hidden])>[data-section]>*,\
                      [part~=expand]:not([hidden]),[part~=footer]>*,[part~=related]>*,[part~=lists]>*";

/// Scrolled by less than this, nobody has scrolled.
const STILL: f64 = 0.75;

/// What stood at the top of the view, and how far from the top.
#[derive(Clone)]
struct Place {
    anchor: Anchor,
    /// From the viewport's top edge, in CSS pixels.
    top: f64,
}

#[derive(Clone)]
enum Anchor {
    /// A character of a text node.
    Character(Text, u32),
    /// A share of an element's height, for what has no characters.
    Share(Element, f64),
    /// The end of the article: the view is past it.
    End(Element),
}

/// Remembers the place between changes, so that many of them in a row do not add up rounding.
#[derive(Default)]
pub struct Keeper {
    last: Option<(Place, f64)>,
}

impl Keeper {
    /// Another text stands on the page.
    pub fn forget(&mut self) {
        self.last = None;
    }
}

/// A place as plain data, for the way back to an article that was left.
#[derive(Debug, Default, Serialize)]
pub struct Position {
    /// The piece of the article, in document order.
    pub piece: usize,
    /// The character in it, in UTF-16 units.
    pub character: usize,
    /// How far the character stood from the view's top edge, in CSS pixels.
    pub top: f64,
    /// Where the view was scrolled to, for when the piece is not there.
    pub scroll: f64,
    /// Whether the rest of the article was unfolded: the pieces are counted with it or without.
    pub expanded: bool,
}

impl Position {
    /// A position from JSON text; what is missing is 0.
    pub fn from_json(text: &str) -> Self {
        let value = crate::parse::parse(text.as_bytes(), crate::Limits::default()).unwrap_or_default();
        let number = |key| value.get(key).and_then(crate::parse::Value::as_f64).unwrap_or_default();
        let count = |key| value.get(key).and_then(crate::parse::Value::as_u64).and_then(|n| usize::try_from(n).ok());
        Self {
            piece: count("piece").unwrap_or_default(),
            character: count("character").unwrap_or_default(),
            top: number("top"),
            scroll: number("scroll"),
            expanded: value.get("expanded").and_then(crate::parse::Value::as_bool).unwrap_or_default(),
        }
    }
}

/// Runs `change`, then scrolls so that the character at the top of the view is where it was.
pub fn keep(reader: &mut Reader, change: impl FnOnce(&mut Reader)) {
    let before = scroller(reader);
    let scroll = before.as_ref().map_or(0.0, scroll_top);
    let place = match reader.keeper.last.take() {
        Some((place, at)) if (at - scroll).abs() < STILL && place.anchor.stands() => Some(place),
        _ => find(reader, before.as_ref()),
    };
    change(reader);
    let Some(place) = place else { return };
    let Some(scroller) = scroller(reader) else { return };
    put_back(&scroller, &place);
    reader.keeper.last = Some((place, scroll_top(&scroller)));
}

/// The place as plain data.
pub fn position(reader: &Reader) -> Position {
    let scroller = scroller(reader);
    let scroll = scroller.as_ref().map_or(0.0, scroll_top);
    let mut position = Position { scroll, expanded: reader.expanded, ..Position::default() };
    let Some(place) = find(reader, scroller.as_ref()) else { return position };
    position.top = place.top;
    if let Anchor::Character(node, offset) = &place.anchor {
        for (index, piece) in reader.surface.all(PIECES).iter().enumerate() {
            if piece.contains(Some(node)) {
                position.piece = index + 1;
                let mut before = 0;
                each_text(piece, &mut |text| {
                    let here = text.is_same_node(Some(node));
                    if !here {
                        before += text.length() as usize;
                    }
                    here
                });
                position.character = before + *offset as usize;
            }
        }
    }
    position
}

/// Goes back to a place; without one, to the beginning of the article, where that is above the view.
pub fn restore(reader: &mut Reader, position: Option<&Position>) {
    reader.keeper.forget();
    let Some(scroller) = scroller(reader) else { return };
    let Some(position) = position else {
        let above = reader.surface.get_bounding_client_rect().top() - line(Some(&scroller));
        if above < 0.0 {
            scroll_by(&scroller, above);
        }
        return;
    };
    if position.expanded {
        fold::expand(reader, false);
    }
    let piece = position.piece.checked_sub(1).and_then(|index| reader.surface.all(PIECES).into_iter().nth(index));
    let mut left = position.character;
    let mut found = None;
    if let Some(piece) = piece {
        each_text(&piece, &mut |text| {
            let length = text.length() as usize;
            if left < length {
                found = Some((text.clone(), u32::try_from(left).unwrap_or_default()));
                return true;
            }
            left -= length;
            false
        });
    }
    match found {
        Some((node, offset)) => {
            put_back(&scroller, &Place { anchor: Anchor::Character(node, offset), top: position.top });
        }
        None => scroll_by(&scroller, position.scroll - scroll_top(&scroller)),
    }
}

impl Anchor {
    /// Whether it is still part of a page.
    fn stands(&self) -> bool {
        match self {
            Self::Character(node, _) => node.is_connected(),
            Self::Share(element, _) | Self::End(element) => element.is_connected(),
        }
    }

    /// Where it is now, from the viewport's top edge.
    fn top(&self) -> Option<f64> {
        match self {
            Self::Character(node, offset) => edges(node, *offset, offset + 1).map(|(top, _)| top),
            Self::Share(element, share) => {
                let rect = element.get_bounding_client_rect();
                Some(rect.top() + rect.height() * share)
            }
            Self::End(element) => Some(element.get_bounding_client_rect().bottom()),
        }
    }
}

fn put_back(scroller: &Element, place: &Place) {
    // More than once: the first scroll can bring in what had only been estimated. And engines scroll by whole device pixels, of
    // which some do not take the nearest: what is left over then is worth one more, but no less is.
    for round in 0..3 {
        let Some(now) = place.anchor.top() else { return };
        let distance = now - place.top;
        match (round, distance.abs()) {
            (0, far) if far >= 0.01 => scroll_by(scroller, distance),
            (_, far) if far >= 1.0 => scroll_by(scroller, distance),
            (_, far) if far > 0.5 => scroll_by(scroller, distance.signum()),
            _ => return,
        }
    }
}

/// The place at the top of the view; `None` where nothing of the article is above it, and so nothing that changes can move it.
fn find(reader: &Reader, scroller: Option<&Element>) -> Option<Place> {
    let line = scroller
        .filter(|scroller| !is_root(scroller))
        .map_or(0.0, |scroller| scroller.get_bounding_client_rect().top());
    let pieces = reader.surface.all(PIECES);
    let bottom = |piece: &Element| piece.get_bounding_client_rect().bottom();
    let index = pieces.partition_point(|piece| bottom(piece) <= line + 0.5);
    let Some(piece) = pieces.get(index) else {
        let top = bottom(&reader.surface);
        return (!pieces.is_empty()).then(|| Place { anchor: Anchor::End(reader.surface.clone()), top });
    };
    let rect = piece.get_bounding_client_rect();
    if rect.top() >= line && index == 0 {
        return None;
    }
    if let Some(place) = character(piece, line) {
        return Some(place);
    }
    let share = if rect.height() > 0.0 { ((line - rect.top()) / rect.height()).clamp(0.0, 1.0) } else { 0.0 };
    Some(Place { anchor: Anchor::Share(piece.clone(), share), top: rect.top() + rect.height() * share })
}

/// The top edge of the view, from the viewport's.
fn line(scroller: Option<&Element>) -> f64 {
    scroller.filter(|scroller| !is_root(scroller)).map_or(0.0, |scroller| scroller.get_bounding_client_rect().top())
}

/// The first character of `piece` that is not wholly above `line`.
fn character(piece: &Element, line: f64) -> Option<Place> {
    let mut found = None;
    each_text(piece, &mut |node| {
        let length = node.length();
        // A reading can be hidden.
        if node.parent_element().is_some_and(|parent| parent.tag_name() == "RT") {
            return false;
        }
        if !edges(node, 0, length).is_some_and(|(_, bottom)| bottom > line + 0.5) {
            return false;
        }
        let (mut low, mut high) = (0, length.saturating_sub(1));
        while low < high {
            let middle = low + (high - low) / 2;
            if edges(node, middle, middle + 1).is_some_and(|(_, bottom)| bottom > line + 0.5) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        found = edges(node, low, low + 1).map(|(top, _)| Place { anchor: Anchor::Character(node.clone(), low), top });
        found.is_some()
    });
    found
}

/// Visits the text nodes under `node` in document order until `visit` says that it has seen enough.
fn each_text(node: &Node, visit: &mut dyn FnMut(&Text) -> bool) -> bool {
    let mut child = node.first_child();
    while let Some(current) = child {
        let done = match current.dyn_ref::<Text>() {
            Some(text) => visit(text),
            None => each_text(&current, visit),
        };
        if done {
            return true;
        }
        child = current.next_sibling();
    }
    false
}

/// The top and bottom of the characters from `from` to `to`, from the viewport's top edge; `None` where they are not laid out.
fn edges(node: &Text, from: u32, to: u32) -> Option<(f64, f64)> {
    let range = node.owner_document()?.create_range().ok()?;
    range.set_start(node, from).ok()?;
    range.set_end(node, to.min(node.length())).ok()?;
    let rect = range.get_bounding_client_rect();
    (rect.height() > 0.0).then(|| (rect.top(), rect.bottom()))
}

/// What scrolls the article: the reader's surface, a scrolling box of the page, or the page.
fn scroller(reader: &Reader) -> Option<Element> {
    if reader.reading {
        return reader.root.part("reader");
    }
    let document = gloo_utils::document();
    let page = document.scrolling_element().or_else(|| document.document_element())?;
    let mut element = Some(reader.root.host());
    while let Some(current) = element.filter(|current| !current.is_same_node(Some(&page))) {
        let overflow = computed(&current, "overflow-y");
        if matches!(overflow.as_str(), "auto" | "scroll") && current.scroll_height() > current.client_height() {
            return Some(current);
        }
        element = parent(&current);
    }
    Some(page)
}

/// The parent in the tree as it is laid out, through shadow roots.
fn parent(element: &Element) -> Option<Element> {
    if let Some(slot) = element.assigned_slot() {
        return Some(slot.into());
    }
    element.parent_element().or_else(|| {
        let root = element.get_root_node();
        root.dyn_ref::<web_sys::ShadowRoot>().map(web_sys::ShadowRoot::host)
    })
}

fn is_root(element: &Element) -> bool {
    element
        .owner_document()
        .and_then(|document| document.scrolling_element())
        .is_some_and(|root| root.is_same_node(Some(element)))
}

/// With fractions where the engine has them; `scrollTop` of web-sys is a whole number.
fn scroll_top(element: &Element) -> f64 {
    js_sys::Reflect::get(element, &wasm_bindgen::JsValue::from_str("scrollTop"))
        .ok()
        .and_then(|value| value.as_f64())
        .unwrap_or(0.0)
}

fn scroll_by(element: &Element, distance: f64) {
    let options = ScrollToOptions::new();
    options.set_top(distance);
    // A page may ask for smooth scrolling; a correction must not be seen.
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_by_with_scroll_to_options(&options);
}
