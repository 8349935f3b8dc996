//! What an importer has to say about a document that it could read.

use std::borrow::Cow;

use crate::article::{SafeUrl, Warning};
use crate::parse::{Path, Value};

/// Warnings kept; a broken document repeats itself.
const MOST: usize = 200;

/// The warnings of one import, and the checks that give rise to them.
#[derive(Debug, Default)]
pub struct Notes {
    warnings: Vec<Warning>,
}

impl Notes {
    /// Keeps a warning about the value at `path`.
    pub fn warn(&mut self, code: &str, path: &Path, message: &str) {
        self.push(code, &String::from(path), message);
    }

    /// Keeps a warning where the document has not had one of the same words.
    pub fn once(&mut self, code: &str, path: &Path, message: &str) {
        if !self.warnings.iter().any(|warning| warning.code == code && warning.message == message) {
            self.warn(code, path, message);
        }
    }

    /// Keeps a warning about the value at a `path` that is written already.
    pub fn push(&mut self, code: &str, path: &str, message: &str) {
        if self.warnings.len() < MOST {
            self.warnings.push(Warning { code: code.to_owned(), path: path.to_owned(), message: message.to_owned() });
        }
    }

    /// The warnings so far, handed over.
    pub fn take(&mut self) -> Vec<Warning> {
        core::mem::take(&mut self.warnings)
    }

    /// The text of a value that should have been a string, with a warning.
    pub fn words(&mut self, value: &Value, path: &Path) -> String {
        let text = text_of(value);
        if !text.is_empty() {
            self.warn("wrong-type", path, "The value is of another type than lamplit/1 has here; its text was kept.");
        }
        text
    }

    /// The member `key` as the characters of a leaf. Of another type than a string, it is a fault; what is readable in it is kept.
    pub fn text<'a>(&mut self, value: &'a Value, key: &str, path: &Path) -> Cow<'a, str> {
        match value.get(key) {
            Some(Value::String(text)) => Cow::Borrowed(text),
            Some(Value::Number(number)) => Cow::Borrowed(number.as_str()),
            None | Some(Value::Null) => Cow::Borrowed(""),
            Some(other) => {
                self.warn("wrong-type", &path.key(key), "This is no text; what is readable in it was kept.");
                Cow::Owned(text_of(other))
            }
        }
    }

    /// The path of the first value that is of a wrong type.
    pub fn fault(&self) -> Option<String> {
        let fault = self.warnings.iter().find(|warning| warning.code == "wrong-type");
        fault.map(|warning| warning.path.clone())
    }

    /// The member `key` as a line of text, whatever it is written as.
    pub fn line(&mut self, value: &Value, key: &str, path: &Path) -> Option<String> {
        match value.get(key)? {
            Value::String(_) | Value::Number(_) => string(value, key),
            other => Some(self.words(other, &path.key(key))).filter(|text| !text.is_empty()),
        }
    }

    /// The member `key` as an address for a link.
    pub fn link(&mut self, value: &Value, key: &str, path: &Path) -> Option<SafeUrl> {
        self.address(value.get(key)?, &path.key(key), SafeUrl::link)
    }

    /// The value at `path` as an address for a link.
    pub fn link_at(&mut self, value: &Value, path: &Path) -> Option<SafeUrl> {
        self.address(value, path, SafeUrl::link)
    }

    /// The member `key` as an address of a picture, sound or film.
    pub fn media(&mut self, value: &Value, key: &str, path: &Path) -> Option<SafeUrl> {
        self.address(value.get(key)?, &path.key(key), SafeUrl::media)
    }

    /// The member `key` as an address of a page to be framed.
    pub fn frame(&mut self, value: &Value, key: &str, path: &Path) -> Option<SafeUrl> {
        self.address(value.get(key)?, &path.key(key), SafeUrl::frame)
    }

    /// The value at `path` as a language tag (letters, digits and hyphens; BCP 47), dropped where it is none.
    pub fn language(&mut self, value: Option<&Value>, path: &Path) -> Option<String> {
        let tag = value?.as_str().filter(|tag| !tag.is_empty())?;
        let sound = tag.len() <= 35 && tag.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_'));
        if !sound {
            self.warn("invalid-lang", path, "The language was dropped: write a tag such as zh-Hans or en.");
        }
        sound.then(|| tag.to_owned())
    }

    fn address(&mut self, value: &Value, path: &Path, gate: fn(&str) -> Option<SafeUrl>) -> Option<SafeUrl> {
        let raw = value.as_str().filter(|raw| !raw.trim().is_empty())?;
        let safe = gate(raw);
        if safe.is_none() {
            let message = "The address was dropped: only http, https, mailto, tel and relative ones are kept.";
            self.warn("unsafe-url", path, message);
        }
        safe
    }
}

/// The readable strings in a value, a line each: bare strings of arrays, and members whose name says that they are text.
#[must_use]
pub fn text_of(value: &Value) -> String {
    let mut text = String::new();
    gather(value, &mut text);
    text
}

fn gather(value: &Value, out: &mut String) {
    match value {
        Value::String(text) if !text.is_empty() => {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(text);
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, out)),
        Value::Object(members) => {
            for (key, member) in members {
                let is_text = matches!(key.as_str(), "text" | "content" | "caption" | "credit" | "title" | "summary");
                let holds_objects = match member {
                    Value::Array(items) => items.iter().any(|item| item.as_object().is_some()),
                    other => other.as_object().is_some(),
                };
                if is_text || holds_objects {
                    gather(member, out);
                }
            }
        }
        _ => {}
    }
}

/// The member `key` as a string that says something; numbers are taken as written.
#[must_use]
pub fn string(value: &Value, key: &str) -> Option<String> {
    match value.get(key)? {
        Value::String(text) => (!text.trim().is_empty()).then(|| text.clone()),
        Value::Number(number) => Some(number.as_str().to_owned()),
        _ => None,
    }
}

/// The first of the members `keys` that says something as a [`string`].
#[must_use]
pub fn first(value: &Value, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| string(value, key))
}

/// The member `key` as a number of pixels, columns or the like, also where it is written as a string.
#[must_use]
pub fn whole<T: TryFrom<u64>>(value: &Value, key: &str) -> Option<T> {
    let member = value.get(key)?;
    let number = member.as_u64().or_else(|| member.as_str()?.trim().parse().ok())?;
    T::try_from(number).ok()
}

/// The elements of the member `key`, or none where it is no array.
#[must_use]
pub fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).unwrap_or_default()
}
