//! Where in a document something is.

use core::fmt;

/// A place in a document, written as `$.blocks[3].content`; a key that is no identifier as `["a b"]`.
///
/// A path points to its parent on the caller's stack, so taking a step costs nothing until the path is written. Bind
/// each step that outlives a statement:
///
/// ```
/// use lamplit::parse::Path;
///
/// let root = Path::root();
/// let blocks = root.key("blocks");
/// assert_eq!(blocks.index(3).key("content").to_string(), "$.blocks[3].content");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
}

/// The way from a value to one of its children.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

/// Characters of a key that are written: a hostile key of a megabyte makes no message of a megabyte.
const KEY_CHARS: usize = 64;

impl<'a> Path<'a> {
    /// The document itself, `$`.
    #[must_use]
    pub const fn root() -> Self {
        Self { parent: None, step: Step::Root }
    }

    /// The member `key` of the object at this path.
    #[must_use]
    pub const fn key(&'a self, key: &'a str) -> Self {
        Self { parent: Some(self), step: Step::Key(key) }
    }

    /// The element `index` of the array at this path.
    #[must_use]
    pub const fn index(&'a self, index: usize) -> Self {
        Self { parent: Some(self), step: Step::Index(index) }
    }
}

impl From<&Path<'_>> for String {
    /// The written path, without the formatting machinery: `Error::new(code, &path, …)` takes it as it is.
    fn from(path: &Path<'_>) -> Self {
        let mut steps = vec![path.step];
        let mut parent = path.parent;
        while let Some(path) = parent {
            steps.push(path.step);
            parent = path.parent;
        }
        let mut text = String::new();
        for step in steps.into_iter().rev() {
            step.write(&mut text);
        }
        text
    }
}

impl From<Path<'_>> for String {
    fn from(path: Path<'_>) -> Self {
        Self::from(&path)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from(self))
    }
}

impl Step<'_> {
    /// Appends the step to a path.
    pub(super) fn write(self, text: &mut String) {
        match self {
            Self::Root => text.push('$'),
            Self::Index(index) => {
                text.push('[');
                push_decimal(text, index as u64);
                text.push(']');
            }
            Self::Key(key) if is_identifier(key) => {
                text.push('.');
                text.push_str(key);
            }
            Self::Key(key) => {
                text.push_str("[\"");
                for (place, c) in key.chars().enumerate() {
                    if place == KEY_CHARS {
                        text.push('…');
                        break;
                    }
                    match c {
                        '"' | '\\' => {
                            text.push('\\');
                            text.push(c);
                        }
                        // Control characters would break the line that a path is printed on.
                        '\0'..='\x1F' | '\x7F' => {
                            text.push_str("\\u00");
                            push_hex(text, c as u8);
                        }
                        _ => text.push(c),
                    }
                }
                text.push_str("\"]");
            }
        }
    }
}

/// Whether a key can stand after a dot.
fn is_identifier(key: &str) -> bool {
    key.len() <= KEY_CHARS
        && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'$')
        && key.bytes().next().is_some_and(|b| !b.is_ascii_digit())
}

/// Appends a whole number in decimal.
pub(super) fn push_decimal(text: &mut String, mut number: u64) {
    let mut digits = [0; 20]; // as many as `u64::MAX` has
    let mut unused = digits.len();
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (number % 10) as u8;
        number /= 10;
        unused -= 1;
        if number == 0 {
            break;
        }
    }
    text.extend(digits.iter().skip(unused).map(|digit| char::from(*digit)));
}

/// Appends a byte as two hexadecimal digits.
pub(super) fn push_hex(text: &mut String, byte: u8) {
    for digit in [byte >> 4, byte & 15] {
        text.push(char::from(if digit < 10 { b'0' + digit } else { b'A' - 10 + digit }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_written_as_in_javascript() {
        let root = Path::root();
        assert_eq!(root.to_string(), "$");
        let blocks = root.key("blocks");
        assert_eq!(blocks.index(12).key("_c0$").to_string(), "$.blocks[12]._c0$");
        assert_eq!(String::from(root.key("a b")), r#"$["a b"]"#);
        assert_eq!(String::from(root.key("")), r#"$[""]"#);
        assert_eq!(String::from(root.key("0a")), r#"$["0a"]"#);
        assert_eq!(String::from(root.key("标题").index(0)), r#"$["标题"][0]"#);
        assert_eq!(String::from(root.key("a\"\\\n")), r#"$["a\"\\\u000A"]"#);
    }

    #[test]
    fn long_keys_are_cut() {
        let text = String::from(Path::root().key(&"长".repeat(1000)));
        assert_eq!(text, format!("$[\"{}…\"]", "长".repeat(64)));
    }

    #[test]
    fn numbers_are_written_in_full() {
        for number in [0, 9, 10, 99, 100, 1_000_000, u64::MAX] {
            let mut text = String::new();
            push_decimal(&mut text, number);
            assert_eq!(text, number.to_string());
        }
    }
}
