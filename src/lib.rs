//! Lamplit (灯下): article JSON in, a page that is good to read out.
//!
//! Data flows one way:
//!
//! ```text
//! bytes ─parse─▶ JSON tree ─formats─▶ Article ─view─▶ Markup ─sink─▶ HTML text (server, command line, tests)
//!                                                        └───dom──▶ nodes (browser)
//! ```
//!
//! - [`parse`] reads bytes as they come and hands on each finished member or block.
//! - [`formats`] knows the shapes that publishers use and turns each into an [`Article`].
//! - [`article`] is the closed model: whatever does not fit becomes text, a link or an `unknown` block that keeps its text.
//! - [`view`] writes an article as [`view::Markup`], which can only name tags and attributes of two enums and addresses
//!   that are [`article::SafeUrl`]s.
//! - [`sink`] makes HTML text of markup; in the browser, `dom` makes nodes of it and attaches the controllers.
//! - [`settings`] and [`carousel`] are the state behind the controllers, without a browser.

pub mod article;
pub mod carousel;
mod error;
pub mod formats;
#[cfg(feature = "import")]
pub mod html;
#[cfg(feature = "import")]
pub mod likeness;
mod limits;
#[cfg(feature = "import")]
mod order;
pub mod parse;
pub mod settings;
pub mod sink;
pub mod text;
pub mod view;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod dom;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use article::Article;
pub use error::{Code, Error};
pub use limits::Limits;
