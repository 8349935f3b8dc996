//! What another site shows, opened in place once the reader has asked for it.

use web_sys::Element;

use super::element::{Tree, focus, set};

/// What a framed page may do: run, keep its own storage, go full screen and open tabs; never lead this page away.
const RIGHTS: &str =
    "allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox allow-forms";

/// Puts the frame where the button stands.
pub fn open(button: &Element) {
    let window = gloo_utils::window();
    let (Some(address), Some(document)) = (button.get_attribute("data-src"), window.document()) else { return };
    let Ok(frame) = document.create_element("iframe") else { return };
    set(&frame, "part", "embed-frame");
    // A page of this origin could lift its own sandbox.
    let origin = window.location().origin().unwrap_or_default();
    let rest = address.strip_prefix(origin.as_str()).filter(|_| !origin.is_empty());
    let is_ours = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']));
    set(&frame, "sandbox", if is_ours { "allow-scripts" } else { RIGHTS });
    set(&frame, "allow", "fullscreen; picture-in-picture; encrypted-media");
    set(&frame, "referrerpolicy", "strict-origin-when-cross-origin");
    let figure = button.parent_element();
    let named = |part: &str| figure.as_ref()?.part(part)?.text_content();
    let name = [named("embed-provider"), named("embed-title")].into_iter().flatten().collect::<Vec<_>>().join(": ");
    set(&frame, "title", &name);
    set(&frame, "src", &address);
    let _ = button.replace_with_with_node_1(&frame);
    focus(&frame);
}
