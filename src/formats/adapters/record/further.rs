//! A body beside the one that was read.

use crate::article::{Article, plain};
use crate::formats::notes::Notes;
use crate::html;
use crate::parse::{Path, Value};

use super::{Found, IMPORTERS, Step, at, document, is_html, member, tree, way};

/// A string longer than this with sentences in it is a body.
const LONG: usize = 200;
/// Letters that are compared to tell that two bodies are one text.
const SAMPLE: usize = 60;

/// Warns of the first body that stands beside the one that was read, in the nearest record, and says something else.
pub fn warn(found: &[Found], from: Option<(usize, Step)>, article: &Article, path: &Path, notes: &mut Notes) {
    let mut from = from;
    while let Some((index, step)) = from {
        let Some(one) = found.get(index) else { return };
        if let (Value::Object(members), Step::Key(read)) = (one.value, step) {
            let mut text = None;
            let other = members.iter().filter(|(key, _)| key != read && !member::is_aside(key)).find(|(_, member)| {
                body(member).is_some_and(|other| {
                    // The same body is often there as HTML and as a tree.
                    let text = text.get_or_insert_with(|| letters(&plain(&tree::into_text(article.blocks.clone()))));
                    let sample: String = letters(&other).chars().take(SAMPLE).collect();
                    !text.contains(&sample)
                })
            });
            if let Some((key, _)) = other {
                let message = "Another body stands beside the one that was read; it was left out.";
                at(&way(found, index), path, &mut |path| notes.warn("further-body", &path.key(key), message));
            }
            return;
        }
        from = one.from;
    }
}

/// The text of a member that is a body.
fn body(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => match document(text) {
            Some(held) => return body(&held),
            None if text.len() <= LONG => return None,
            None => {
                let text = if is_html(text) { html::text(text) } else { text.clone() };
                let ends = [". ", ".\n", "! ", "? ", "。", "！", "？"];
                Some(text).filter(|text| text.chars().count() > LONG && ends.iter().any(|end| text.contains(end)))?
            }
        },
        tree if IMPORTERS.iter().any(|importer| (importer.knows)(tree)) => tree::harvest(tree),
        _ => return None,
    };
    Some(text).filter(|text| text.contains(char::is_alphanumeric))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
