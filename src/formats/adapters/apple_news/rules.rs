//! What no document has that was ever published: Apple News takes none that breaks these rules, so they tell a broken document from
//! a sloppy one. What a reader can do without is left alone.

use crate::error::Error;
use crate::formats::adapters::meta::refuse;
use crate::parse::{Path, Value};

/// The most keywords that a document may have.
const KEYWORDS: usize = 50;

/// Checks what a document says about itself.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`], with its path, for the first rule that is broken.
pub fn head(meta: &Value, path: &Path) -> Result<(), Error> {
    if meta.get("transparentToolbar").is_some_and(|it| it.as_bool().is_none() && !it.is_null()) {
        return Err(refuse(&path.key("transparentToolbar"), "The toolbar is transparent or not: write true or false."));
    }
    let keywords = meta.get("keywords").and_then(Value::as_array).unwrap_or_default();
    let at = path.key("keywords");
    if keywords.len() > KEYWORDS {
        return Err(refuse(&at, "There are more than 50 keywords: name the best of them."));
    }
    for (index, keyword) in keywords.iter().enumerate() {
        if keywords.iter().take(index).any(|known| known.as_str().is_some() && known.as_str() == keyword.as_str()) {
            return Err(refuse(&at.index(index), "The keyword stands there twice: name each once."));
        }
    }
    Ok(())
}

/// Checks a component of the role `role`.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`], with its path, for the first rule that is broken.
pub fn component(role: &str, one: &Value, path: &Path) -> Result<(), Error> {
    let at = path.key("URL");
    let url = one.get("URL").and_then(Value::as_str).unwrap_or_default();
    match role {
        "datatable" => {
            let records = one.get("data").and_then(|data| data.get("records"));
            if records.and_then(Value::as_array).is_none() {
                return Err(refuse(&path.key("data").key("records"), "The table has no records: give it an array."));
            }
        }
        "arkit" if !url.split('?').next().is_some_and(|file| file.ends_with(".usdz")) => {
            return Err(refuse(&at, "The scene is no USDZ file: its address has to end in .usdz."));
        }
        "tweet" | "facebook_post" | "instagram" | "tiktok" | "embedwebvideo" | "embedvideo" if is_home(url) => {
            return Err(refuse(&at, "The address is the one of a whole site: name the post or the film."));
        }
        _ => {}
    }
    let display = one.get("contentDisplay").and_then(|display| display.get("distribution")).and_then(Value::as_str);
    if display.is_some_and(|display| !matches!(display, "wide" | "narrow")) {
        let at = path.key("contentDisplay");
        return Err(refuse(&at.key("distribution"), "The distribution is unknown: write wide or narrow."));
    }
    Ok(())
}

/// Whether an address has nothing behind its host.
fn is_home(url: &str) -> bool {
    url.split_once("://").is_some_and(|(_, rest)| !rest.trim_end_matches('/').contains(['/', '?', '#']))
}
