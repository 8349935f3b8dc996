//! Reader mode: the article alone, in the top layer.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlDialogElement};

use super::element::{Tree, focus, set};
use super::reader::Reader;
use super::{fold, place};

impl Reader {
    /// Opens the article in the top layer.
    pub fn enter(&mut self) {
        if self.reading || self.shown.is_none() {
            return;
        }
        let Some(dialog) = self.root.part("reader").and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok())
        else {
            return;
        };
        if let Some(page) = self.root.part("page") {
            // The page behind keeps its height, so nothing on it moves.
            let height = page.get_bounding_client_rect().height();
            if let Some(rule) = self.rule(1) {
                let _ = rule.set_property("min-block-size", &pixels(height));
            }
        }
        self.before = self.root.active_element().or_else(|| gloo_utils::document().active_element());
        fold::expand(self, false);
        place::keep(self, |reader| {
            move_into(&dialog, &reader.surface);
            let _ = dialog.show_modal();
            reader.reading = true;
            reader.mark_mode();
        });
        // The text takes the keys that scroll.
        set(&dialog, "tabindex", "-1");
        focus(&dialog);
        lock(true);
        self.measure();
        self.tell_mode();
    }

    /// Takes the article back into the page.
    pub fn exit(&mut self) {
        if !self.reading {
            return;
        }
        let (Some(dialog), Some(page)) = (self.root.part("reader"), self.root.part("page")) else { return };
        lock(false);
        place::keep(self, |reader| {
            if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>() {
                dialog.close();
            }
            move_into(&page, &reader.surface);
            if let Some(rule) = reader.rule(1) {
                let _ = rule.remove_property("min-block-size");
            }
            reader.reading = false;
            reader.mark_mode();
        });
        let before = self.before.take().filter(|before| before.is_connected() && !before.is_same_node(body().as_ref()));
        if let Some(button) = before.or_else(|| self.surface.part("read")) {
            focus(&button);
        }
        self.measure();
        self.tell_mode();
    }

    /// Shows on the surface and its button which mode it is in.
    pub(super) fn mark_mode(&self) {
        set(&self.surface, "data-mode", self.mode());
        let labels = self.labels();
        let name = if self.reading { labels.leave } else { labels.read };
        if let Some(button) = self.surface.part("read") {
            set(&button, "aria-label", name);
            set(&button, "title", name);
            if let Some(word) = button.query("span") {
                word.set_text_content(Some(name));
            }
        }
    }

    fn mode(&self) -> &'static str {
        if self.reading { "reader" } else { "page" }
    }

    fn tell_mode(&mut self) {
        let detail = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&detail, &JsValue::from_str("mode"), &JsValue::from_str(self.mode()));
        self.tell("mode", detail.into());
    }
}

fn body() -> Option<web_sys::Node> {
    gloo_utils::document().body().map(Into::into)
}

/// Gives back what reader mode took from the page.
pub fn release(reader: &mut Reader) {
    if reader.reading {
        lock(false);
    }
}

/// Moves an element; where the engine can, without losing what it holds (scrolled boxes, playing film).
fn move_into(parent: &Element, child: &Element) {
    let before = js_sys::Reflect::get(parent, &JsValue::from_str("moveBefore")).ok();
    if let Some(before) = before.and_then(|function| function.dyn_into::<js_sys::Function>().ok())
        && before.call2(parent, child, &JsValue::NULL).is_ok()
    {
        return;
    }
    let _ = parent.append_child(child);
}

#[wasm_bindgen::prelude::wasm_bindgen(module = "/www/lamplit/lock.js")]
extern "C" {
    /// Keeps the page behind the reader from scrolling, or gives it back. Counted, for several readers.
    fn lock(on: bool);
}

/// A length in pixels, written by JS: formatting numbers with fractions is more than the rest of this file in the binary.
fn pixels(length: f64) -> String {
    let mut text = js_sys::Number::from(length).to_string_with_radix(10).map(String::from).unwrap_or_default();
    text.push_str("px");
    text
}
