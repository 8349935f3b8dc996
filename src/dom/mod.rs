//! The browser: nodes made of markup, and the controllers beside them. Nothing else in the crate knows a browser.
//!
//! A controller finds its elements in a finished tree by their `part`; it does not matter who made the tree.

mod carousel;
mod element;
mod embed;
mod events;
mod fold;
mod loading;
mod mode;
mod note;
mod place;
mod reader;
mod registry;
mod related;
mod scale;
mod sink;

pub use events::handle;
pub use place::Position;
pub use reader::Reader;
pub use registry::{close, open, with, with_answer};
pub use sink::register_names;
