//! Where markup goes. HTML text is made here; nodes are made in `dom`, in the browser build only.

pub mod html;
