//! The core that knows every format: bytes in, text out, no browser.

use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::{refuse, to_js};
use crate::error::Error;
use crate::formats::{Format, Intake, lamplit, offers};
use crate::{Article, Limits, sink};

#[derive(Serialize)]
struct Converted {
    format: &'static str,
    json: String,
}

fn read(bytes: &[u8]) -> Result<(Article, &'static str), Error> {
    let mut intake = Intake::new(Limits::default());
    intake.feed(bytes)?;
    intake.finish()?;
    let format = intake.format().map_or("", Format::as_str);
    Ok((intake.into_article(), format))
}

/// The native document of any document: `{format, json}`.
#[wasm_bindgen]
pub fn convert(bytes: &[u8]) -> Result<JsValue, JsValue> {
    let (article, format) = read(bytes).map_err(|error| refuse(&error))?;
    Ok(to_js(&Converted { format, json: lamplit::write(&article) }))
}

/// The HTML text of any document: the same tree that the browser builds.
#[wasm_bindgen]
pub fn render(bytes: &[u8]) -> Result<String, JsValue> {
    let (article, _) = read(bytes).map_err(|error| refuse(&error))?;
    Ok(sink::html::article(&article))
}

/// The cards of the document `list` that are most like the document `article`, as a native document with nothing but `related`. Both
/// come with the address where they were.
#[wasm_bindgen]
pub fn related(article: &[u8], base: &str, list: &[u8], list_base: &str) -> Result<String, JsValue> {
    offers::related(article, base, list, list_base).map_err(|error| refuse(&error))
}
