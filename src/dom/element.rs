//! Small words for what is done to elements all the time. A call that fails because of a broken page does nothing.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, NodeList, ShadowRoot};

/// What can be searched for elements.
pub trait Tree {
    /// The first element that a selector meets.
    fn query(&self, selector: &str) -> Option<Element>;

    /// All elements that a selector meets.
    fn list(&self, selector: &str) -> Option<NodeList>;

    /// The first element with a part.
    fn part(&self, part: &str) -> Option<Element> {
        self.query(&["[part~=", part, "]"].concat())
    }

    /// All elements that a selector meets, in document order.
    fn all(&self, selector: &str) -> Vec<Element> {
        let Some(list) = self.list(selector) else { return Vec::new() };
        (0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok()).collect()
    }
}

impl Tree for Element {
    fn query(&self, selector: &str) -> Option<Element> {
        self.query_selector(selector).ok().flatten()
    }

    fn list(&self, selector: &str) -> Option<NodeList> {
        self.query_selector_all(selector).ok()
    }
}

impl Tree for ShadowRoot {
    fn query(&self, selector: &str) -> Option<Element> {
        self.query_selector(selector).ok().flatten()
    }

    fn list(&self, selector: &str) -> Option<NodeList> {
        self.query_selector_all(selector).ok()
    }
}

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Shows or hides an element.
pub fn show(element: &Element, shown: bool) {
    let _ = element.toggle_attribute_with_force("hidden", !shown);
}

/// Empties an element.
pub fn clear(element: &Element) {
    element.replace_children_with_node_0();
}

/// Moves the focus to an element without scrolling to it.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// The computed value of a CSS property.
pub fn computed(element: &Element, property: &str) -> String {
    let style = gloo_utils::window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
}

/// Whether the inline axis of an element runs to the left.
pub fn is_rtl(element: &Element) -> bool {
    computed(element, "direction") == "rtl"
}
