//! Entries and assets that an answer keeps beside the text: in `includes` (REST) or in `links` (GraphQL).

use crate::order::order;
use crate::parse::Value;

/// A target of more values than this stays unresolved: one that is embedded many times is copied as often.
const LARGEST: usize = 400;

/// What stands beside a text, in the order of kinds and identifiers.
type Index<'a> = Vec<((bool, &'a str), &'a Value)>;

/// A copy of `document` with the targets that stand in `links`.
pub fn resolve(document: &Value, links: &Value) -> Value {
    let mut index = Index::new();
    for (key, group) in links.as_object().unwrap_or_default() {
        let asset = matches!(key.as_str(), "Asset" | "assets");
        list(group, asset, &mut index);
        for (_, group) in group.as_object().unwrap_or_default() {
            list(group, asset, &mut index);
        }
    }
    order(&mut index, |(one, _), (other, _)| one < other);
    copy(document, &index)
}

fn list<'a>(group: &'a Value, asset: bool, index: &mut Index<'a>) {
    for item in group.as_array().unwrap_or_default() {
        let id = item.get("sys").and_then(|sys| sys.get("id")?.as_str());
        if let Some(id) = id.filter(|_| is_small(item, &mut 0)) {
            index.push(((asset, id), item));
        }
    }
}

fn is_small(value: &Value, count: &mut usize) -> bool {
    *count += 1;
    *count <= LARGEST
        && match value {
            Value::Array(items) => items.iter().all(|item| is_small(item, count)),
            Value::Object(members) => members.iter().all(|(_, member)| is_small(member, count)),
            _ => true,
        }
}

fn copy(value: &Value, index: &Index) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.iter().map(|item| copy(item, index)).collect()),
        Value::Object(members) => target(value, index).unwrap_or_else(|| {
            Value::Object(members.iter().map(|(key, member)| (key.clone(), copy(member, index))).collect())
        }),
        other => other.clone(),
    }
}

/// What a link leads to.
fn target(link: &Value, index: &Index) -> Option<Value> {
    let sys = link.get("sys").filter(|_| link.get("fields").is_none())?;
    let asset = sys.get("linkType")?.as_str()? == "Asset";
    let id = sys.get("id")?.as_str()?;
    let at = index.binary_search_by(|(known, _)| known.cmp(&(asset, id))).ok()?;
    let (_, item) = index.get(at)?;
    let fields = match item.get("fields") {
        Some(fields) => fields.clone(),
        None if asset => flat_asset(item),
        None => Value::Object(
            item.as_object()?.iter().filter(|(key, _)| key != "sys" && !key.starts_with("__")).cloned().collect(),
        ),
    };
    Some(Value::Object(vec![("sys".to_owned(), item.get("sys")?.clone()), ("fields".to_owned(), fields)]))
}

/// An asset of GraphQL, which has all in one object, as REST writes it.
fn flat_asset(item: &Value) -> Value {
    let pick = |keys: &[&str]| -> Vec<(String, Value)> {
        keys.iter().filter_map(|key| Some(((*key).to_owned(), item.get(key)?.clone()))).collect()
    };
    let image = Value::Object(pick(&["width", "height"]));
    let details = Value::Object(vec![("image".to_owned(), image)]);
    let mut file = pick(&["url", "contentType", "fileName"]);
    file.push(("details".to_owned(), details));
    let mut fields = pick(&["title", "description"]);
    fields.push(("file".to_owned(), Value::Object(file)));
    Value::Object(fields)
}
