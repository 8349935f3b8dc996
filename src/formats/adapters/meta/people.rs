//! Who wrote it, and who publishes it.

use crate::article::{Author, Site};
use crate::formats::notes::Notes;
use crate::parse::{Path, Value};

use super::address::{bare, host, link, written};
use super::graph::Graph;
use super::words::{field, first, words};

/// The authors in any shape: a name, an object, a reference, an array of these.
pub fn authors<'a>(value: &'a Value, graph: &Graph<'a>, path: &Path, notes: &mut Notes) -> Vec<Author> {
    let mut authors = Vec::new();
    gather(value, graph, path, notes, &mut authors);
    authors
}

/// The authors of the first member of `keys` that has some.
pub fn authors_of<'a>(
    value: &'a Value,
    keys: &[&str],
    graph: &Graph<'a>,
    path: &Path,
    notes: &mut Notes,
) -> Vec<Author> {
    let mut found = Vec::new();
    for key in keys {
        if let Some(member) = value.get(key)
            && found.is_empty()
        {
            found = authors(member, graph, &path.key(key), notes);
        }
    }
    found
}

fn gather<'a>(value: &'a Value, graph: &Graph<'a>, path: &Path, notes: &mut Notes, out: &mut Vec<Author>) {
    let value = graph.resolve(value);
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().take(MANY * 10).enumerate() {
                gather(item, graph, &path.index(index), notes, out);
            }
        }
        Value::String(raw) => match words(value) {
            // An address is where the author is, not what the author is called.
            Some(_) if is_address(raw) => nameless(value, path, notes, out),
            Some(name) => add(Author { name, url: None }, out),
            None => {}
        },
        Value::Object(_) => {
            let url =
                ["link", "url", "website", "sameAs"].iter().find(|key| value.get(key).and_then(written).is_some());
            let member = url.and_then(|key| Some((*key, value.get(key)?)));
            match value.get("name") {
                Some(Value::Array(names)) => {
                    names.iter().filter_map(words).for_each(|name| add(Author { name, url: None }, out));
                }
                _ => match name(value) {
                    Some(name) => {
                        let url = member.and_then(|(key, url)| link(url, &path.key(key), notes));
                        add(Author { name, url }, out);
                    }
                    None => nameless(member.map_or(value, |(_, url)| url), path, notes, out),
                },
            }
        }
        _ => {}
    }
}

/// The authors that a line names: one, or several where each part between its `and`s looks like a person's name.
#[must_use]
pub fn byline(line: &str) -> Vec<Author> {
    let line = without_by(line.trim());
    let several = || line.split(" and ").map(str::trim);
    let mut authors = Vec::new();
    if several().all(is_full_name) {
        several().for_each(|name| add(Author { name: name.to_owned(), url: None }, &mut authors));
    } else if !line.is_empty() {
        authors.push(Author { name: line.to_owned(), url: None });
    }
    authors
}

/// Whether `text` looks like a person's full name: two to four words with capitals.
fn is_full_name(text: &str) -> bool {
    let is_name = |word: &str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
    };
    (2..=4).contains(&text.split_whitespace().count()) && text.split_whitespace().all(is_name)
}

fn without_by(name: &str) -> &str {
    ["By ", "by ", "BY "].iter().find_map(|by| name.strip_prefix(by)).map_or(name, str::trim_start)
}

/// The name of a person or an organisation.
fn name(value: &Value) -> Option<String> {
    first(value, &["name", "display_name", "preferredUsername", "alternateName"]).or_else(|| {
        let parts: Vec<String> = ["givenName", "familyName"].iter().filter_map(|key| field(value, key)).collect();
        Some(parts.join(" ")).filter(|name| !name.is_empty())
    })
}

/// An author of whom only an address is known.
fn nameless(value: &Value, path: &Path, notes: &mut Notes, out: &mut Vec<Author>) {
    let Some(raw) = written(value) else { return };
    if raw.contains('#') || !is_address(&raw) {
        notes.warn("unresolved-reference", path, "The author is a reference to something that is not in the document.");
    } else if let Some(url) = link(value, path, notes) {
        add(Author { name: bare(&raw).to_owned(), url: Some(url) }, out);
    }
}

/// Authors that are looked through for a double.
const MANY: usize = 100;

fn add(mut author: Author, out: &mut Vec<Author>) {
    author.name = without_by(&author.name).to_owned();
    if out.len() < MANY && !out.iter().any(|known| known.name == author.name) {
        out.push(author);
    }
}

fn is_address(raw: &str) -> bool {
    let raw = raw.trim();
    ["http://", "https://", "mailto:"].iter().any(|scheme| raw.starts_with(scheme))
}

/// The site in any shape, from an object with a name or an address, or a bare name.
pub fn site<'a>(value: &'a Value, graph: &Graph<'a>, path: &Path, notes: &mut Notes) -> Option<Site> {
    let value = graph.resolve(value);
    match value {
        Value::Array(items) => {
            items.iter().enumerate().find_map(|(index, item)| site(item, graph, &path.index(index), notes))
        }
        Value::String(raw) if is_address(raw) => {
            Some(Site { name: host(raw)?.to_owned(), home: link(value, path, notes) })
        }
        Value::String(_) => words(value).map(|name| Site { name, home: None }),
        Value::Object(_) => {
            let home = value.get("url").and_then(|url| link(url, &path.key("url"), notes));
            let name = name(value).or_else(|| Some(host(home.as_ref()?.as_str())?.to_owned()))?;
            Some(Site { name, home })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_one_author_or_several() {
        for (line, names) in [
            ("By Ann Lee", vec!["Ann Lee"]),
            ("Ann Lee and Bo J. Rae", vec!["Ann Lee", "Bo J. Rae"]),
            ("by Ann Lee and Bo Rae and Cy O’Dee", vec!["Ann Lee", "Bo Rae", "Cy O’Dee"]),
            ("Lamp and Wick", vec!["Lamp and Wick"]),
            ("Ann Lee and agencies", vec!["Ann Lee and agencies"]),
            ("Ann Lee and Bo Rae in Oslo", vec!["Ann Lee and Bo Rae in Oslo"]),
            ("Byron Lee", vec!["Byron Lee"]),
            ("李雷", vec!["李雷"]),
            ("", vec![]),
        ] {
            assert_eq!(byline(line).into_iter().map(|author| author.name).collect::<Vec<_>>(), names, "{line}");
        }
    }
}
