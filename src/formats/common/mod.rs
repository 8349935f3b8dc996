//! The language in the text, as newspapers and agencies write it: what saved pages and imported documents have in common.

pub mod credit;
pub mod dateline;
pub mod ending;
pub mod kicker;
pub mod name;
pub mod when;
pub mod word;
