//! 展开全文: the rest of a long article stands in the page, folded, until it is asked for or found.

use super::element::{Tree, focus, set, show};
use super::reader::Reader;

/// There when the rest is worth a fold: a third block, or a second section. Fewer blocks are simply shown.
const WORTH: &str = ":scope > [data-section] > :nth-child(3), :scope > [data-section] + [data-section]";

/// Folds the rest where there is one that is worth it and nobody has opened it.
pub fn update(reader: &Reader) {
    let rest = reader.surface.query("[data-rest]");
    let worth = rest.as_ref().is_some_and(|rest| rest.query(WORTH).is_some());
    let folded = worth && !reader.expanded;
    if let Some(rest) = rest {
        if folded {
            // Found by the page's own search, which opens it (HTML, "hidden until found").
            set(&rest, "hidden", "until-found");
        } else {
            let _ = rest.remove_attribute("hidden");
        }
    }
    if let Some(button) = reader.surface.part("expand") {
        show(&button, folded);
        set(&button, "aria-expanded", if folded { "false" } else { "true" });
    }
}

/// Opens the rest. With `follow`, the focus goes to where the reading goes on.
pub fn expand(reader: &mut Reader, follow: bool) {
    if reader.expanded {
        return;
    }
    reader.expanded = true;
    update(reader);
    if let Some(rest) = reader.surface.query("[data-rest]").filter(|_| follow) {
        set(&rest, "tabindex", "-1");
        focus(&rest);
    }
    reader.measure();
}
