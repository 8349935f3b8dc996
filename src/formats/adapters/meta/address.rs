//! Addresses in every shape.

use crate::article::SafeUrl;
use crate::formats::notes::Notes;
use crate::parse::{Path, Value};

/// An address as it is written: a string, an object that holds one, the first of an array.
#[must_use]
pub fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(raw) => {
            // HTML's way to write it does not belong into JSON, and would lead elsewhere.
            Some(raw.trim().replace("&amp;", "&")).filter(|raw| !raw.is_empty())
        }
        Value::Array(items) => items.iter().find_map(written),
        Value::Object(_) => {
            ["url", "contentUrl", "href", "@value", "@id"].iter().find_map(|key| value.get(key).and_then(written))
        }
        _ => None,
    }
}

/// The value at `path` as an address that a link may lead to.
pub fn link(value: &Value, path: &Path, notes: &mut Notes) -> Option<SafeUrl> {
    notes.link_at(&Value::String(written(value)?), path)
}

/// The first member of `keys` that is one.
pub fn first_link(value: &Value, keys: &[&str], path: &Path, notes: &mut Notes) -> Option<SafeUrl> {
    keys.iter().find_map(|key| link(value.get(key)?, &path.key(key), notes))
}

/// The value at `path` as an address of a picture, sound or film.
pub fn media(value: &Value, path: &Path, notes: &mut Notes) -> Option<SafeUrl> {
    let raw = written(value)?;
    let safe = SafeUrl::media(&raw);
    if safe.is_none() {
        notes.warn("unsafe-url", path, "The address was dropped: only http, https and relative ones are kept.");
    }
    safe
}

/// The host of an address, as people say it.
#[must_use]
pub fn host(raw: &str) -> Option<&str> {
    let (_, rest) = raw.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

/// An address without its scheme and final slash, as people write it.
#[must_use]
pub fn bare(raw: &str) -> &str {
    let raw = raw.trim();
    let rest = raw.split_once("://").map_or(raw, |(_, rest)| rest);
    rest.strip_prefix("mailto:").unwrap_or(rest).trim_end_matches('/')
}

/// The last part of an address's path: the file's name.
#[must_use]
pub fn file(raw: &str) -> &str {
    let path = raw.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    path.rsplit('/').next().unwrap_or(path)
}

/// The address as one of JSON, where it is that by its name.
#[must_use]
pub fn json(url: Option<&SafeUrl>) -> Option<SafeUrl> {
    url.filter(|url| file(url.as_str()).ends_with(".json")).cloned()
}

/// What kind of file stands at an address, by its MIME type or else by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A picture.
    Image,
    /// Sound.
    Audio,
    /// Film.
    Video,
    /// Something else.
    Other,
}

/// The kind of the file at `url`.
#[must_use]
pub fn kind(mime: Option<&str>, url: &str) -> Kind {
    match mime.and_then(|mime| mime.split('/').next()) {
        Some("image") => return Kind::Image,
        Some("audio") => return Kind::Audio,
        Some("video") => return Kind::Video,
        // `application/octet-stream` says nothing.
        Some(_) if mime != Some("application/octet-stream") => return Kind::Other,
        _ => {}
    }
    let Some((_, end)) = file(url).rsplit_once('.') else { return Kind::Other };
    match end.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" | "png" | "gif" | "webp" | "avif" | "svg" => Kind::Image,
        "mp3" | "m4a" | "aac" | "oga" | "ogg" | "opus" | "wav" | "flac" => Kind::Audio,
        "mp4" | "m4v" | "webm" | "mov" | "ogv" => Kind::Video,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_apart() {
        assert_eq!(host("https://www.lamp.example/a?b"), Some("lamp.example"));
        assert_eq!(host("/a"), None);
        assert_eq!(bare("https://lamp.example/ada/"), "lamp.example/ada");
        assert_eq!(bare("mailto:ada@lamp.example"), "ada@lamp.example");
        assert_eq!(file("https://lamp.example/a/b.json?c=d/e"), "b.json");
        assert_eq!(kind(None, "/a/talk.MP3?x"), Kind::Audio);
        assert_eq!(kind(Some("video/mp4"), "/a"), Kind::Video);
        assert_eq!(kind(Some("application/pdf"), "/a.png"), Kind::Other);
        let url = SafeUrl::link("https://lamp.example/a.json?page=2");
        assert_eq!(json(url.as_ref()), url);
        assert_eq!(json(SafeUrl::link("https://lamp.example/a").as_ref()), None);
    }
}
