//! From a footnote's sign to the footnote, and back. The browser does not follow fragments into a shadow tree.

use web_sys::Element;

use super::element::{Tree, focus};
use super::fold;
use super::reader::Reader;

/// Goes where `link` leads; false where that is not here.
pub fn follow(reader: &mut Reader, link: &Element) -> bool {
    let Some(id) = link.get_attribute("href").and_then(|href| href.strip_prefix('#').map(str::to_owned)) else {
        return false;
    };
    // Made of letters, digits, hyphens and underscores by the view.
    let Some(target) = reader.surface.query(&["[id=\"", &id, "\"]"].concat()) else { return false };
    if target.closest("[data-rest][hidden]").ok().flatten().is_some() {
        fold::expand(reader, false);
    }
    target.scroll_into_view();
    focus(&target);
    true
}
