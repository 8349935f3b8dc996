//! What people do, and which controller does it. The host listens on the shadow root and hands each event over: so no listener
//! outlives an instance of the core, and a fault in one is the host's to mend.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent};

use super::carousel::{self, Move};
use super::element::{Tree, focus, is_rtl, set, show};
use super::reader::Reader;
use super::{embed, fold, note, place};
use crate::settings::SCALE;

/// Deals with an event of the shadow root, or with a resize of the window.
pub fn handle(reader: &mut Reader, event: &Event) {
    match event.type_().as_str() {
        "click" => click(reader, event),
        "input" => input(reader, event),
        "keydown" => keydown(reader, event),
        "focusin" => focused(reader, event),
        "resize" => reader.measure(),
        "scroll" if target(event).is_some_and(|target| is_part(&target, "track")) => reader.measure(),
        "beforematch" => place::keep(reader, |reader| fold::expand(reader, false)),
        "cancel" if reader.reading => {
            // The host decides, since the way out may be a step back in the history.
            event.prevent_default();
            if !reader.open_panel(false) {
                reader.tell("reader", JsValue::NULL);
            }
        }
        // The browser closed it on its own (a second Esc, a gesture).
        "close" if reader.reading => reader.tell("reader", JsValue::NULL),
        _ => {}
    }
}

fn target(event: &Event) -> Option<Element> {
    // Inside the shadow root the target is not retargeted, but a listener on the root may see it so: the path is certain.
    event.composed_path().get(0).dyn_into().ok()
}

fn is_part(element: &Element, part: &str) -> bool {
    element.get_attribute("part").is_some_and(|parts| parts.split(' ').any(|one| one == part))
}

fn click(reader: &mut Reader, event: &Event) {
    let Some(target) = target(event) else { return };
    if !reader.root.contains(Some(&target)) {
        // On the page around, whose markup is its own.
        reader.open_panel(false);
        return;
    }
    if let Some(button) = target.closest("[data-action]").ok().flatten() {
        act(reader, &button);
        return;
    }
    if let Some(link) = target.closest("[part~=note-ref], [part~=note-back]").ok().flatten() {
        if is_plain(event) && note::follow(reader, &link) {
            event.prevent_default();
        }
        return;
    }
    if !target.closest("[part~=settings]").ok().flatten().is_some_and(|panel| panel.is_connected()) {
        reader.open_panel(false);
    }
    if let Some(link) = target.closest("a[part~=card-link]").ok().flatten() {
        follow(reader, event, &link);
    }
}

fn act(reader: &mut Reader, button: &Element) {
    match button.get_attribute("data-action").as_deref().unwrap_or_default() {
        "read" => reader.tell("reader", JsValue::NULL),
        "smaller" => reader.step(-1),
        "larger" => reader.step(1),
        "reset" => reader.choose(SCALE, None),
        "book" => reader.space(true),
        "screen" => reader.space(false),
        "reset-all" => reader.tell("reset", JsValue::NULL),
        "settings-button" => {
            reader.open_panel(!reader.panel_is_open());
        }
        "expand" => place::keep(reader, |reader| fold::expand(reader, true)),
        "previous" => carousel::go(&reader.surface, Move::Previous),
        "next" => carousel::go(&reader.surface, Move::Next),
        "embed" => embed::open(button),
        "retry" => reader.tell("retry", JsValue::NULL),
        _ => {}
    }
}

/// Whether it is a press that browsers follow in the same tab.
fn is_plain(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|mouse| {
        mouse.button() == 0 && !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key())
    })
}

/// A card was pressed. A plain press is offered to the host, which says whether it deals with it; everything else is the browser's.
fn follow(reader: &mut Reader, event: &Event, link: &Element) {
    if !is_plain(event) {
        return;
    }
    let detail = Object::new();
    let put = |key: &str, value: Option<String>| {
        let _ = Reflect::set(
            &detail,
            &JsValue::from_str(key),
            &value.map_or(JsValue::NULL, |value| JsValue::from_str(&value)),
        );
    };
    // A card without a page of its own links to its JSON, so that it can be copied; that is no page.
    let src = link.get_attribute("data-src");
    put("url", link.get_attribute("href").filter(|href| Some(href) != src.as_ref()));
    put("src", src);
    put("title", link.text_content());
    reader.tell("navigate", detail.into());
}

fn input(reader: &mut Reader, event: &Event) {
    let Some(input) = target(event).and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    if let Some(name) = input.get_attribute("data-setting") {
        reader.set(&name, &input);
    }
}

/// Only where the focus is shown: a press with the mouse must not move what is pressed.
fn focused(reader: &Reader, event: &Event) {
    if let Some(link) =
        target(event).filter(|target| target.matches("[part~=card] a:focus-visible").unwrap_or_default())
    {
        carousel::reveal(&reader.surface, &link);
    }
}

fn keydown(reader: &mut Reader, event: &Event) {
    let (Some(key), Some(target)) = (event.dyn_ref::<KeyboardEvent>(), target(event)) else { return };
    if key.ctrl_key() || key.meta_key() || key.alt_key() || key.default_prevented() || key.is_composing() {
        return;
    }
    let name = key.key();
    let editable = target.closest("input,textarea,select").ok().flatten().is_some();
    let in_toolbar = target.closest("[part~=toolbar]").ok().flatten();
    let done = match name.as_str() {
        "Escape" => reader.open_panel(false),
        _ if editable => false,
        "+" | "=" => {
            reader.step(1);
            true
        }
        "-" => {
            reader.step(-1);
            true
        }
        "0" => {
            reader.choose(SCALE, None);
            true
        }
        "ArrowLeft" | "ArrowRight" | "Home" | "End" => match in_toolbar {
            Some(toolbar) => walk(&toolbar, &target, &name),
            None if is_part(&target, "track") => {
                carousel::go(&reader.surface, way(&target, &name));
                true
            }
            None => false,
        },
        _ => false,
    };
    if done {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn way(track: &Element, key: &str) -> Move {
    match key {
        "Home" => Move::First,
        "End" => Move::Last,
        _ if (key == "ArrowRight") == is_rtl(track) => Move::Previous,
        _ => Move::Next,
    }
}

/// Arrow keys go from button to button (WAI-ARIA Authoring Practices, "Toolbar").
fn walk(toolbar: &Element, from: &Element, key: &str) -> bool {
    let buttons = toolbar.all("button");
    let here = buttons.iter().position(|button| button.is_same_node(Some(from))).unwrap_or_default();
    let last = buttons.len().saturating_sub(1);
    let next = match way(toolbar, key) {
        Move::First => 0,
        Move::Last => last,
        Move::Next => {
            if here == last {
                0
            } else {
                here + 1
            }
        }
        Move::Previous => here.checked_sub(1).unwrap_or(last),
    };
    buttons.get(next).inspect(|button| focus(button)).is_some()
}

impl Reader {
    fn panel_is_open(&self) -> bool {
        self.surface.part("settings").is_some_and(|panel| !panel.has_attribute("hidden"))
    }

    /// Opens or closes the settings; true where that changed anything.
    pub fn open_panel(&mut self, open: bool) -> bool {
        if open == self.panel_is_open() {
            return false;
        }
        let Some(panel) = self.surface.part("settings") else { return false };
        show(&panel, open);
        set(&self.surface, "data-panel", if open { "open" } else { "closed" });
        if let Some(button) = self.surface.part("settings-button") {
            set(&button, "aria-expanded", if open { "true" } else { "false" });
            if !open && self.focus_is_free(&panel) {
                focus(&button);
            }
        }
        if open && let Some(first) = panel.query("input") {
            focus(&first);
        }
        true
    }

    /// Whether the focus is on nothing but what is about to close: what was pressed elsewhere keeps it.
    fn focus_is_free(&self, panel: &Element) -> bool {
        match self.root.active_element() {
            Some(element) => panel.contains(Some(&element)) || is_part(&element, "reader"),
            None => gloo_utils::document().active_element().is_none_or(|element| element.tag_name() == "BODY"),
        }
    }
}
