//! References inside a document: `{"@id": …}` stands for the node with that `@id`.

use crate::order::order;
use crate::parse::Value;

/// The nodes of a document by their `@id`.
#[derive(Default)]
pub struct Graph<'a> {
    /// Sorted by `@id`, and of two with one `@id` the fuller one last.
    nodes: Vec<(&'a str, &'a Value)>,
}

/// References that lead to references.
const STEPS: usize = 4;

impl<'a> Graph<'a> {
    /// The graph of `document`.
    #[must_use]
    pub fn of(document: &'a Value) -> Self {
        let mut nodes = Vec::new();
        collect(document, &mut nodes);
        order(&mut nodes, |(one, a), (other, b)| (one, size(a)) < (other, size(b)));
        Self { nodes }
    }

    /// What `value` stands for: itself, where it is no reference or leads nowhere.
    #[must_use]
    pub fn resolve(&self, value: &'a Value) -> &'a Value {
        let mut value = value;
        for _ in 0..STEPS {
            let id = match value {
                Value::String(id) => id.as_str(),
                Value::Object(_) => match value.get("@id").and_then(Value::as_str) {
                    // With more than its name it is the node itself, or as good as that.
                    Some(id) if !value.as_object().is_some_and(|members| members.iter().any(|(key, _)| says(key))) => {
                        id
                    }
                    _ => return value,
                },
                _ => return value,
            };
            match self.node(id) {
                Some(node) => value = node,
                None => return value,
            }
        }
        value
    }

    fn node(&self, id: &str) -> Option<&'a Value> {
        let end = self.nodes.partition_point(|(known, _)| *known <= id);
        let (known, node) = self.nodes.get(end.checked_sub(1)?)?;
        (*known == id).then_some(*node)
    }
}

/// Whether a member says more than what a node is called.
fn says(key: &str) -> bool {
    !matches!(key, "@id" | "@type" | "@context")
}

fn size(value: &Value) -> usize {
    value.as_object().map_or(0, <[_]>::len)
}

fn collect<'a>(value: &'a Value, nodes: &mut Vec<(&'a str, &'a Value)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, nodes)),
        Value::Object(members) => {
            let full = members.iter().any(|(key, _)| says(key));
            if let (true, Some(id)) = (full, value.get("@id").and_then(Value::as_str)) {
                nodes.push((id, value));
            }
            members.iter().for_each(|(_, member)| collect(member, nodes));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, parse::parse};

    #[test]
    fn references_are_followed_and_never_for_ever() {
        let json =
            br##"[{"@id":"#a","name":"Ada"},{"@id":"#a","@type":"Person"},{"x":{"@id":"#b"}},{"@id":"#c","name":"C"},
            {"y":"#c"},{"@id":"#a","n":1,"name":"Ada Lamp"}]"##;
        let document = parse(json, Limits::default()).unwrap();
        let graph = Graph::of(&document);
        let name = |value: &Value| value.get("name").and_then(Value::as_str).map(str::to_owned);
        let resolved = |index: usize, key: &str| {
            let node = document.at(index).unwrap();
            name(graph.resolve(if key.is_empty() { node } else { node.get(key).unwrap() }))
        };
        assert_eq!(resolved(1, "").as_deref(), Some("Ada Lamp"));
        assert_eq!(resolved(2, "x"), None);
        assert_eq!(resolved(4, "y").as_deref(), Some("C"));
        assert_eq!(resolved(0, "").as_deref(), Some("Ada"));
    }
}
