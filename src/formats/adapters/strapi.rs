//! Strapi blocks: an array of nodes with children; its leaves are nodes of the type `text`. [`zone`] reads
//! components.

mod zone;

use crate::article::{Article, Picture};
use crate::error::Error;
use crate::formats::notes::{Notes, string, whole};
use crate::parse::{Path, Value};

use super::tree::{self, Grammar, Node};

const GRAMMAR: Grammar = Grammar { children: "children", kind: "type", node };

/// Elements looked at, and levels gone down, to tell the format.
const LOOK: usize = 10;

/// Whether `value` is such a document.
pub fn knows(value: &Value) -> bool {
    if zone::knows(value) {
        return true;
    }
    let Some(nodes) = value.as_array().filter(|nodes| !nodes.is_empty()) else { return false };
    let typed = |node: &Value| node.get("type").and_then(Value::as_str).is_some() && node.get("_type").is_none();
    // A picture may have no children.
    let block = |node: &Value| typed(node) && node.get("children").is_none_or(|children| children.as_array().is_some());
    tree::are_mostly(nodes, &block) && nodes.iter().take(LOOK).any(|node| block(node) && has_leaf(node, LOOK))
}

/// Whether the first leaf of `node` is one of Strapi's.
fn has_leaf(node: &Value, levels: usize) -> bool {
    let Some(child) = node.get("children").and_then(|children| children.at(0)) else { return false };
    if child.get("children").is_some() {
        return levels > 0 && has_leaf(child, levels - 1);
    }
    child.get("type").and_then(Value::as_str) == Some("text") && child.get("text").and_then(Value::as_str).is_some()
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`], with its path, where the document breaks the format's rules so that no article is left.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    if zone::knows(value) { zone::read(value, path, notes) } else { tree::article(&GRAMMAR, value, path, notes) }
}

fn node<'a>(value: &'a Value, path: &Path, notes: &mut Notes) -> Node<'a> {
    match value.get("type").and_then(Value::as_str).unwrap_or_default() {
        "text" => Node::Text(notes.text(value, "text", path), tree::flags(value), None),
        "paragraph" => Node::Paragraph,
        "heading" => Node::Heading(whole(value, "level").unwrap_or(2)),
        "list" => Node::List(value.get("format").and_then(Value::as_str) == Some("ordered"), None),
        "list-item" => Node::Item(None),
        "quote" => Node::Quote(None),
        "code" => Node::Code(string(value, "language").filter(|language| language != "plaintext")),
        "link" => Node::Span(Vec::new(), notes.link(value, "url", path)),
        "image" => {
            let path = path.key("image");
            let file = value.get("image").unwrap_or(&Value::Null);
            let src = notes.media(file, "url", &path);
            let picture = tree::picture(src, (string(file, "alternativeText"), string(file, "caption")), &path, notes);
            Node::Picture(Picture { width: whole(file, "width"), height: whole(file, "height"), ..picture })
        }
        _ => Node::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tree::tests::{codes, import, outline};
    use crate::formats::Format;

    #[test]
    fn reads_all_nodes() {
        let article = import(
            Format::Strapi,
            r#"[{"type":"heading","level":1,"children":[{"type":"link","url":"https://a.example/","children":[{"type":"text","text":"Lamp"}]}]},
            {"type":"paragraph","children":[{"type":"text","text":"Two\nlines","bold":true,"code":true},{"type":"text","text":" on"}]},
            {"type":"paragraph","children":[{"type":"text","text":""}]},
            {"type":"list","format":"ordered","children":[{"type":"list-item","children":[{"type":"text","text":"one"}]},
              {"type":"list","format":"unordered","children":[{"type":"list-item","children":[{"type":"text","text":"deep"}]}]}]},
            {"type":"code","language":"rust","children":[{"type":"text","text":"a\n  b"}]},
            {"type":"quote","children":[{"type":"text","text":"said"}]},
            {"type":"image","image":{"url":"/a.jpg","alternativeText":"alt","caption":"cap","width":4},"children":[{"type":"text","text":""}]},
            {"type":"mystery","children":[{"type":"text","text":"kept"}]}]"#,
        );
        assert_eq!(
            outline(&article.blocks),
            "h1(<https://a.example/ Lamp>) p([strong,code:Two]/[strong,code:lines] on) \
             ol(li(p(one) ul(li(p(deep))))) code(rust:a\n  b) quote(p(said)) img(/a.jpg alt cap) ?mystery(kept)"
        );
        assert_eq!(codes(&article), ["unknown-block $[7]"]);
        assert_eq!(article.title, "");
    }

    #[test]
    fn one_odd_node_makes_no_other_format_of_it() {
        let article = import(
            Format::Strapi,
            r#"[{"type":"paragraph","children":[{"type":"text","text":"s"}]},{"type":"image","image":{"url":"http://e/i.jpg","caption":"c"}},
            {"type":"list","format":"ordered","children":[{"type":"list-item","children":[{"type":"text","text":"li"}]}]}]"#,
        );
        assert_eq!(outline(&article.blocks), "p(s) img(http://e/i.jpg  c) ol(li(p(li)))");
        assert!(codes(&article).is_empty());
        let article = import(
            Format::Strapi,
            r#"[{"type":"paragraph","children":[{"type":"text","text":"s"}]},{"kind":"promo","text":"odd"},
            {"type":"quote","children":[{"type":"text","text":"q"}]}]"#,
        );
        assert_eq!(outline(&article.blocks), "p(s) ?(odd) quote(p(q))");
    }
}
