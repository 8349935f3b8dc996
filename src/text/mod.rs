//! What the core knows of languages: scripts, interface words, numbers, dates, and how long a text is and takes.

mod date;
mod foreign;
mod labels;
mod language;
mod length;
mod number;
mod reading;

pub use date::date;
pub use foreign::{Foreign, Sample};
pub use labels::Labels;
pub use language::{Language, Script};
pub use length::weight;
pub use number::{compact, exact};
pub use reading::Reading;
