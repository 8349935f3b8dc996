//! Markup as nodes: one crossing a batch.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use crate::view::{Attr, Markup, Op, Tag, UrlAttr};

#[wasm_bindgen(module = "/www/lamplit/interpreter.js")]
extern "C" {
    /// Runs a batch inside `parent`. An operation is a word of 32 bits: three for its kind (0 open, 1 attribute, 2 text, 3 close, 4
    /// descend), the rest for the number of a tag or attribute; attributes and text are followed by a word with the length of their
    /// characters in `text`, in UTF-16 units.
    fn apply(parent: &Element, ops: &[u32], text: &str);

    /// Tells the interpreter the names behind the numbers: tags; attributes, then those with addresses; the first tag of SVG.
    #[wasm_bindgen(js_name = setNames)]
    fn set_names(names: &str);
}

const OPEN: u32 = 0;
const ATTR: u32 = 1;
const TEXT: u32 = 2;
const CLOSE: u32 = 3;
const DESCEND: u32 = 4;

/// Makes nodes of `markup` inside `parent`.
pub fn insert(parent: &Element, markup: &Markup) {
    if markup.is_empty() {
        return;
    }
    let mut words = Vec::with_capacity(markup.ops().len() * 2);
    let mut rest = markup.text();
    let mut units = |length: u32| {
        let (head, tail) = rest.split_at_checked(length as usize).unwrap_or((rest, ""));
        rest = tail;
        head.chars().fold(0, |units, c| units + if c > '\u{ffff}' { 2 } else { 1 })
    };
    for op in markup.ops() {
        match *op {
            Op::Open(tag) => words.push(OPEN | (tag as u32) << 3),
            Op::Attr(name, length) => words.extend([ATTR | (name as u32) << 3, units(length)]),
            Op::Url(name, length) => words.extend([ATTR | (Attr::ALL.len() as u32 + name as u32) << 3, units(length)]),
            Op::Text(length) => words.extend([TEXT, units(length)]),
            Op::Close => words.push(CLOSE),
            Op::Descend => words.push(DESCEND),
        }
    }
    apply(parent, &words, markup.text());
}

/// Tells the interpreter what the numbers mean. Once for each instance of the core.
pub fn register_names() {
    let mut names = String::new();
    let mut list = |items: &mut dyn Iterator<Item = &'static str>| {
        for (index, name) in items.enumerate() {
            if index > 0 {
                names.push(',');
            }
            names.push_str(name);
        }
        names.push(';');
    };
    list(&mut Tag::ALL.iter().map(|tag| tag.as_str()));
    list(&mut Attr::ALL.iter().map(|name| name.as_str()).chain(UrlAttr::ALL.iter().map(|name| name.as_str())));
    names.push_str(&(Tag::Svg as u32).to_string());
    set_names(&names);
}
