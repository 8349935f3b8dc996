//! What JS can call. Readers are numbers; errors are plain objects `{code, message, path}`; anything else that is thrown means that
//! the instance is broken and must be replaced.
//!
//! There are two cores. The one of [`page`] is what a page loads first; the one of [`import`] reads every other format and is loaded
//! when it is needed, on a server first of all.

#[cfg(feature = "import")]
mod import;
#[cfg(feature = "page")]
mod page;

use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::error::Error;

#[derive(Serialize)]
struct Refusal<'a> {
    code: &'a str,
    message: &'a str,
    path: &'a str,
}

fn refuse(error: &Error) -> JsValue {
    to_js(&Refusal { code: error.code.as_str(), message: &error.message, path: &error.path })
}

fn to_js(value: &impl Serialize) -> JsValue {
    serde_wasm_bindgen::to_value(value).unwrap_or_default()
}
