//! The tree.

use super::Number;

/// A JSON value.
///
/// Dropping, cloning and comparing a value recurse as deep as the value is nested. [`Limits::depth`](crate::Limits)
/// keeps that to 256 levels by default, far from any stack's end; a host that raises the limit into the tens of
/// thousands needs a stack to match.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written.
    Number(Number),
    /// A string, decoded.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object: its members in the order of the document, duplicates included.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The member `key` of an object: the last one, where the document has it more than once.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The element `index` of an array.
    #[must_use]
    pub fn at(&self, index: usize) -> Option<&Self> {
        self.as_array()?.get(index)
    }

    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The elements of an array.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The members of an object, in the order of the document.
    #[must_use]
    pub fn as_object(&self) -> Option<&[(String, Self)]> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The truth value of `true` and `false`, of nothing else.
    #[must_use]
    pub const fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    /// A number that fits, as [`Number::as_f64`]. A string of digits is no number.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => number.as_f64(),
            _ => None,
        }
    }

    /// A whole number that fits, however it is written (`3`, `3.0`, `3e0`). A string of digits is no number.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Number(number) => number.as_u64(),
            _ => None,
        }
    }

    /// Whether this is `null`.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Takes the text of a string.
    #[must_use]
    pub fn into_string(self) -> Option<String> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// Takes the elements of an array.
    #[must_use]
    pub fn into_array(self) -> Option<Vec<Self>> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// Takes the members of an object.
    #[must_use]
    pub fn into_object(self) -> Option<Vec<(String, Self)>> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// What it is, for a message: `null`, `boolean`, `number`, `string`, `array` or `object`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) => "number",
            Self::String(_) => "string",
            Self::Array(_) => "array",
            Self::Object(_) => "object",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, parse::parse};

    #[test]
    fn accessors_answer_for_their_kind_only() {
        let text = br#"{"n":null,"b":true,"i":1e3,"s":"7","a":[1,"x"],"o":{"k":1,"k":2}}"#;
        let value = parse(text, Limits::default()).unwrap();
        let get = |key| value.get(key).unwrap();
        assert!(get("n").is_null());
        assert_eq!(get("b").as_bool(), Some(true));
        assert_eq!(get("i").as_u64(), Some(1000));
        assert_eq!(get("i").as_f64(), Some(1000.0));
        assert_eq!(get("s").as_u64(), None);
        assert_eq!(get("s").as_str(), Some("7"));
        assert_eq!(get("a").at(1).and_then(Value::as_str), Some("x"));
        assert_eq!(get("a").at(2), None);
        assert_eq!(get("o").get("k").and_then(Value::as_u64), Some(2));
        assert_eq!(get("o").as_object().map(<[_]>::len), Some(2));
        assert_eq!(value.get("absent"), None);
        assert_eq!(get("a").get("k"), None);
        let kinds: Vec<_> = value.as_object().unwrap().iter().map(|(_, value)| value.kind()).collect();
        assert_eq!(kinds, ["null", "boolean", "number", "string", "array", "object"]);
        assert_eq!(get("s").clone().into_string().as_deref(), Some("7"));
        assert_eq!(get("a").clone().into_array().map(|items| items.len()), Some(2));
        assert_eq!(value.into_object().map(|members| members.len()), Some(6));
    }
}
