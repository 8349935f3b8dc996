//! What the core knows of languages: scripts, interface words, numbers, dates and the length of a text.

mod date;
mod labels;
mod language;
mod length;
mod number;

pub use date::date;
pub use labels::Labels;
pub use language::{Language, Script};
pub use length::weight;
pub use number::{compact, exact};
