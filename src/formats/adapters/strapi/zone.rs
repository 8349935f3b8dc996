//! Dynamic zones: an array of components, each with a `__component` that names it and members of the site's own.

use crate::article::{Article, Block, Card, Picture};
use crate::error::Error;
use crate::formats::adapters::{IMPORTERS, import_at, record, tree};
use crate::formats::notes::{Notes, first, string, whole};
use crate::parse::{Path, Value};

/// The members that hold whom a quotation quotes.
const CITES: [&str; 5] = ["author", "cite", "source", "attribution", "name"];

/// Whether `value` is such a zone.
pub fn knows(value: &Value) -> bool {
    let component = |one: &Value| one.get("__component").and_then(Value::as_str).is_some();
    value.as_array().is_some_and(|all| tree::are_mostly(all, &component))
}

/// Reads such a zone.
///
/// # Errors
/// What the document in a member is refused for.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let mut blocks = Vec::new();
    for (index, one) in value.as_array().unwrap_or_default().iter().enumerate() {
        let path = path.index(index);
        let before = blocks.len();
        component(one, &path, &mut blocks, notes)?;
        if blocks.len() > before {
            continue;
        }
        let text = tree::harvest(one);
        if !text.is_empty() {
            notes.warn("unknown-block", &path, "The component is not known here; its text was kept.");
            let kind = string(one, "__component").unwrap_or_default();
            blocks.push(Block::Unknown { kind, text });
        }
    }
    tree::body(blocks, None, path, notes)
}

/// What stands in a `{data:{attributes:{…}}}`, or in the value itself.
fn unwrapped(value: &Value) -> &Value {
    let value = value.get("data").unwrap_or(value);
    value.get("attributes").unwrap_or(value)
}

/// Whether `value` is a file of the site's library.
fn is_file(value: &Value) -> bool {
    let file = unwrapped(value);
    file.get("url").and_then(Value::as_str).is_some()
        && ["mime", "ext", "formats", "alternativeText"].iter().any(|key| file.get(key).is_some())
}

/// The members of a component in their order.
fn component(value: &Value, path: &Path, out: &mut Vec<Block>, notes: &mut Notes) -> Result<(), Error> {
    let members = value.as_object().unwrap_or_default();
    let kind = string(value, "__component").unwrap_or_default();
    let is_quote = kind.contains("quote") || value.get("quote").and_then(Value::as_str).is_some();
    let pictured = members.iter().any(|(_, member)| is_file(member));
    let label = first(value, &["label", "title", "text", "name"]);
    let address = ["url", "href", "link"].into_iter().find(|key| value.get(key).and_then(Value::as_str).is_some());
    for (key, member) in members {
        let path = path.key(key);
        let text = member.as_str().filter(|text| !text.trim().is_empty());
        match (key.as_str(), text) {
            ("__component" | "id" | "documentId", _) => {}
            (key, Some(_)) if is_quote && CITES.contains(&key) => {}
            ("quote" | "text" | "body" | "content", Some(text)) if is_quote => {
                let blocks = record::blocks(text, key, &path, notes);
                out.push(Block::Quote { blocks, cite: first(value, &CITES) });
            }
            // The caption stands under the picture.
            ("caption", Some(_)) if pictured => {}
            // The link has these words.
            ("label" | "title" | "text" | "name", _) if address.is_some() && string(value, key) == label => {}
            ("url" | "href" | "link", Some(_)) if Some(key.as_str()) == address => {
                let url = notes.link_at(member, &path);
                out.extend(match label {
                    Some(_) => tree::link_card(url, label.clone()).map(|card| Block::LinkCard(Box::new(card))),
                    None => tree::embed(url, None, None),
                });
            }
            ("title" | "heading" | "headline" | "question", Some(text)) => out.push(tree::heading(2, text.to_owned())),
            ("subtitle" | "subheading" | "subHeading", Some(text)) => out.push(tree::heading(3, text.to_owned())),
            (
                "body" | "content" | "text" | "richText" | "rich_text" | "richtext" | "markdown" | "html"
                | "description" | "caption" | "label" | "answer" | "summary" | "intro" | "lead" | "quote" | "author"
                | "name",
                Some(text),
            ) => out.extend(record::blocks(text, key, &path, notes)),
            // What has a space in it is no name of a style.
            (_, Some(text)) if text.trim().contains(char::is_whitespace) => {
                notes.warn("unknown-block", &path, "The member is not known here; its text was kept.");
                out.push(Block::Unknown { kind: kind.clone(), text: text.to_owned() });
            }
            _ if text.is_some() => {}
            _ if is_file(member) => {
                out.push(file(unwrapped(member), string(value, "caption"), &path, notes));
            }
            _ if IMPORTERS.iter().any(|importer| (importer.knows)(member)) => {
                if let Some(read) = import_at(member, &path, notes) {
                    out.extend(read?.0.blocks);
                }
            }
            _ => {
                let held = member.get("data").unwrap_or(member);
                let one = core::slice::from_ref(held);
                let files: Vec<_> = held.as_array().unwrap_or_default().iter().filter(|one| is_file(one)).collect();
                if files.is_empty() {
                    let is_list = held.as_array().is_some();
                    for (index, one) in held.as_array().unwrap_or(one).iter().enumerate() {
                        let at = path.index(index);
                        component(unwrapped(one), if is_list { &at } else { &path }, out, notes)?;
                    }
                } else {
                    out.extend(files.into_iter().map(|one| file(unwrapped(one), None, &path, notes)));
                    out.extend(string(value, "caption").filter(|_| !pictured).map(Block::paragraph));
                }
            }
        }
    }
    Ok(())
}

/// A picture, film, sound or another file.
fn file(file: &Value, caption: Option<String>, path: &Path, notes: &mut Notes) -> Block {
    let caption = caption.or_else(|| string(file, "caption"));
    let mime = file.get("mime").and_then(Value::as_str).unwrap_or("image/");
    if mime.starts_with("video/") {
        return tree::film(notes.media(file, "url", path), None, caption);
    }
    if mime.starts_with("audio/") {
        return tree::sound(notes.media(file, "url", path), None, caption);
    }
    if mime.starts_with("image/") {
        let src = notes.media(file, "url", path);
        let picture = tree::picture(src, (string(file, "alternativeText"), caption), path, notes);
        return Block::Image(Picture { width: whole(file, "width"), height: whole(file, "height"), ..picture });
    }
    let url = notes.link(file, "url", path);
    let card = Card { title: string(file, "name").unwrap_or_default(), url, excerpt: caption, ..Card::default() };
    Block::LinkCard(Box::new(card))
}

#[cfg(test)]
mod tests {
    use crate::formats::Format;
    use crate::formats::adapters::tree::tests::{codes, import, outline};

    #[test]
    fn every_component_says_its_words_in_order() {
        let article = import(
            Format::Strapi,
            r###"{"data":{"attributes":{"title":"T","blocks":[
            {"__component":"shared.rich-text","id":1,"body":"## Oil\n\nIt **burns**."},
            {"__component":"shared.quote","id":1,"title":"Lea","body":"Light!","author":"Lea M"},
            {"__component":"shared.media","id":2,"file":{"data":{"attributes":{"url":"/a.jpg","mime":"image/jpeg","alternativeText":"A"}}},"caption":"C"},
            {"__component":"x.section","heading":"Wick","content":[{"type":"paragraph","children":[{"type":"text","text":"tree"}]}],
              "items":[{"id":3,"question":"Why?","answer":"So."}],"variant":"dark"},
            {"__component":"x.promo","tagline":"Buy it now"},
            {"__component":"x.button","label":"Go","url":"/go"},
            {"__component":"x.odd","value":"word"}]}}}"###,
        );
        assert_eq!(
            outline(&article.blocks),
            "h2(Oil) p(It [strong:burns].) h2(Lea) quote(p(Light!) ~Lea M) img(/a.jpg A C) h2(Wick) p(tree) h2(Why?) p(So.) \
             ?x.promo(Buy it now) card(/go Go) ?x.odd(word)"
        );
        let at = "$.data.attributes.blocks";
        assert_eq!(
            codes(&article),
            [["unknown-block ", at, "[4].tagline"].concat(), ["unknown-block ", at, "[6]"].concat()]
        );
        assert_eq!(article.title, "T");
    }
}
