//! The pieces that stand at the top of a native document and in its blocks: cards, pictures, dates.

use crate::article::{Candidate, Card, Dir, Moment, Picture, SafeUrl};
use crate::formats::notes::{Notes, items, string, whole};
use crate::parse::{Path, Value};

/// A value as a string that says something; numbers are taken as written.
pub fn string_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => (!text.trim().is_empty()).then(|| text.clone()),
        Value::Number(number) => Some(number.as_str().to_owned()),
        _ => None,
    }
}

/// A direction by its word.
pub fn direction(raw: Option<&str>) -> Option<Dir> {
    match raw? {
        "ltr" => Some(Dir::Ltr),
        "rtl" => Some(Dir::Rtl),
        _ => None,
    }
}

/// A date, or a warning where it is none.
pub fn moment(value: &Value, path: &Path, notes: &mut Notes) -> Option<Moment> {
    let raw = value.as_str()?;
    let moment = Moment::parse(raw);
    if moment.is_none() {
        notes.warn(
            "unreadable-date",
            path,
            "The date was dropped: write it as 2025-05-28 or 2025-05-28T09:06:13+08:00.",
        );
    }
    moment
}

/// A card, from an object with a title or from a bare title. Its JSON may be named `src`, or be the `url` itself where that ends in
/// `.json`.
pub fn card(value: &Value, path: &Path, notes: &mut Notes) -> Option<Card> {
    let title = string_of(value).or_else(|| string(value, "title"))?;
    let url = notes.link(value, "url", path);
    let is_json = |url: &&SafeUrl| url.as_str().split(['?', '#']).next().is_some_and(|p| p.ends_with(".json"));
    let src = notes.media(value, "src", path).or_else(|| url.as_ref().filter(is_json).cloned());
    Some(Card {
        title,
        kicker: notes.line(value, "kicker", path),
        excerpt: notes.line(value, "excerpt", path),
        url,
        src,
        image: value
            .get("image")
            .filter(|image| image.as_object().is_some())
            .map(|image| picture(image, &path.key("image"), notes)),
        site: string(value, "site"),
        published: value.get("published").and_then(|at| moment(at, &path.key("published"), notes)),
        tags: items(value, "tags").iter().filter_map(string_of).collect(),
    })
}

/// A picture from an object with at least a `src` or a `caption`.
pub fn picture(value: &Value, path: &Path, notes: &mut Notes) -> Picture {
    let mut srcset = Vec::new();
    for (index, candidate) in items(value, "srcset").iter().enumerate() {
        let path = path.key("srcset");
        if let (Some(src), Some(width)) = (notes.media(candidate, "src", &path.index(index)), whole(candidate, "width"))
        {
            srcset.push(Candidate { src, width });
        }
    }
    Picture {
        src: notes.media(value, "src", path),
        srcset,
        alt: string(value, "alt").unwrap_or_default(),
        width: whole(value, "width"),
        height: whole(value, "height"),
        caption: notes.line(value, "caption", path),
        credit: notes.line(value, "credit", path),
        link: notes.link(value, "link", path),
    }
}
