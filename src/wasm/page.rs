//! The core of a page: one reader an element.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{CssStyleSheet, Event, ShadowRoot};

use super::{refuse, to_js};
use crate::dom::{self, Reader};
use crate::error::{Code, Error};
use crate::settings::Settings;

fn missing() -> JsValue {
    refuse(&Error::new(Code::Misuse, "$", "There is no such reader: open one first."))
}

#[wasm_bindgen(start)]
fn start() {
    dom::register_names();
}

/// Builds a reader's frame in a shadow root; answers its number. `settings` is JSON text.
#[wasm_bindgen]
pub fn open(
    root: ShadowRoot,
    sheet: CssStyleSheet,
    lang: String,
    settings: &str,
    emit: js_sys::Function,
) -> Result<u32, JsValue> {
    let settings = Settings::from_json(settings);
    let reader = Reader::new(root, sheet, lang, settings, emit).ok_or_else(missing)?;
    Ok(dom::open(reader))
}

/// A document from `base` is about to be fed.
#[wasm_bindgen]
pub fn begin(id: u32, base: String) {
    dom::with(id, |reader| reader.begin(base));
}

/// Takes the next bytes of the document; true as soon as the first screen stands.
#[wasm_bindgen]
pub fn feed(id: u32, bytes: &[u8]) -> Result<bool, JsValue> {
    dom::with(id, |reader| reader.feed(bytes)).ok_or_else(missing)?.map_err(|error| refuse(&error))
}

/// Ends the document.
#[wasm_bindgen]
pub fn finish(id: u32) -> Result<JsValue, JsValue> {
    let summary = dom::with(id, Reader::finish).ok_or_else(missing)?.map_err(|error| refuse(&error))?;
    Ok(to_js(&summary))
}

/// The bytes broke off; false where nothing stands yet.
#[wasm_bindgen]
pub fn interrupt(id: u32) -> bool {
    dom::with(id, Reader::interrupt).unwrap_or(false)
}

/// Shows that the article could not be opened.
#[wasm_bindgen]
pub fn fail(id: u32) {
    dom::with(id, Reader::fail);
}

/// Deals with an event of the shadow root (click, input, keydown, focusin, scroll, beforematch, cancel, close) or the window's resize.
#[wasm_bindgen]
pub fn handle(id: u32, event: &Event) {
    if let Some(((), true)) = dom::with_answer(id, |reader| dom::handle(reader, event)) {
        event.prevent_default();
    }
}

/// Drops a reader and empties its shadow root.
#[wasm_bindgen]
pub fn close(id: u32) {
    dom::close(id);
}

/// Opens reader mode.
#[wasm_bindgen]
pub fn enter_reader(id: u32) {
    dom::with(id, Reader::enter);
}

/// Leaves reader mode.
#[wasm_bindgen]
pub fn exit_reader(id: u32) {
    dom::with(id, Reader::exit);
}

/// Whether the article is in reader mode.
#[wasm_bindgen]
pub fn reader_mode(id: u32) -> bool {
    dom::with(id, |reader| reader.is_reading()).unwrap_or(false)
}

/// Sets the scale to the stop nearest to `factor`; answers it.
#[wasm_bindgen]
pub fn scale_to(id: u32, factor: f64) -> f64 {
    dom::with(id, |reader| {
        reader.apply(reader.settings().scaled(factor));
        f64::from(reader.settings().percent()) / 100.0
    })
    .unwrap_or(1.0)
}

/// The settings in force.
#[wasm_bindgen]
pub fn settings(id: u32) -> JsValue {
    dom::with(id, |reader| reader.settings_as_js()).unwrap_or_default()
}

/// Puts settings (JSON text) in force; what is missing or makes no sense has its default, and `lock` names what the reader cannot
/// change. Answers what is in force.
#[wasm_bindgen]
pub fn apply_settings(id: u32, settings: &str) -> JsValue {
    dom::with(id, |reader| {
        reader.apply(Settings::from_json(settings));
        reader.settings_as_js()
    })
    .unwrap_or_default()
}

/// The carousel goes on.
#[wasm_bindgen]
pub fn next(id: u32) {
    dom::with(id, |reader| reader.go(true));
}

/// The carousel goes back.
#[wasm_bindgen]
pub fn previous(id: u32) {
    dom::with(id, |reader| reader.go(false));
}

/// Puts the cards of a native document (JSON text) where the carousel stands, in the place of what stood there.
#[wasm_bindgen]
pub fn set_related(id: u32, document: &str) {
    dom::with(id, |reader| reader.set_related(document));
}

/// The reading place, as plain data.
#[wasm_bindgen]
pub fn position(id: u32) -> JsValue {
    dom::with(id, |reader| to_js(&reader.position())).unwrap_or_default()
}

/// Goes back to a reading place, given as JSON text; without one, to the beginning of the article.
#[wasm_bindgen]
pub fn restore(id: u32, position: Option<String>) {
    let position = position.map(|text| dom::Position::from_json(&text));
    dom::with(id, |reader| reader.restore(position.as_ref()));
}
