//! Rich-text trees against real documents: what their leaves say is what the article says.
//!
//! The documents are no part of this repository. Where they lie beside the checkout, in `../shared/corpus`, they are read; where not, the
//! test says so.

#![allow(clippy::expect_used, clippy::panic, reason = "the helpers of tests are tests")]

use std::path::PathBuf;

use lamplit::article::{Block, plain_into};
use lamplit::{Article, Limits, formats};
use serde_json::Value;

/// The folders, the format in each, and how many documents of it are refused rightly.
const FOLDERS: [(&str, &str, usize); 7] = [
    ("lexical-ghost", "Lexical", 0),
    ("prosemirror-tiptap", "ProseMirror / Tiptap", 1),
    ("portable-text", "Portable Text", 0),
    ("contentful-rich-text", "Contentful rich text", 0),
    ("slate", "Slate", 0),
    ("strapi-blocks", "Strapi blocks", 0),
    ("notion", "Notion", 0),
];

/// The document in a file: many stand beside what a test expects of them.
fn document(file: &Value) -> &Value {
    ["input", "document", "slate", "slateOriginal"].iter().find_map(|key| file.get(key)).unwrap_or(file)
}

/// The text of the leaves, in order.
fn leaves(value: &Value, out: &mut String) {
    match value {
        Value::Array(items) => {
            for item in items {
                match item {
                    // A string among nodes.
                    Value::String(text) => out.push_str(text),
                    other => leaves(other, out),
                }
            }
        }
        Value::Object(members) => {
            let kind = members.get("type").and_then(Value::as_str);
            // Notion says the same again beside it.
            if let Some(Value::String(text)) = members.get("plain_text") {
                out.push_str(text);
                return;
            }
            // What atoms say stands in their attributes.
            match (kind, members.get("attrs")) {
                (Some("mention"), Some(attrs)) => out.push_str(&attrs["id"].to_string()),
                (Some("math"), Some(attrs)) => out.push_str(attrs["latex"].as_str().unwrap_or_default()),
                _ => {}
            }
            for (key, member) in members {
                match (key.as_str(), member) {
                    ("text" | "value" | "code" | "content", Value::String(text)) => out.push_str(text),
                    ("children" | "content" | "root" | "results" | "rich_text", _) => leaves(member, out),
                    // A block of Notion stands under the name of its kind.
                    (key, Value::Object(_)) if Some(key) == kind => leaves(member, out),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

fn words(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => plain_into(&paragraph.content, out),
            Block::Heading(heading) => plain_into(&heading.content, out),
            Block::List { items, .. } => items.iter().for_each(|item| words(&item.blocks, out)),
            Block::Quote { blocks, .. } | Block::Group { blocks, .. } => words(blocks, out),
            Block::Code { text, .. } | Block::Unknown { text, .. } => out.push_str(text),
            Block::Table(table) => table.rows.iter().flatten().for_each(|cell| plain_into(&cell.content, out)),
            Block::Details { summary, blocks, .. } => {
                plain_into(summary, out);
                words(blocks, out);
            }
            _ => {}
        }
    }
}

fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn format_and_article(bytes: &[u8]) -> Result<(&'static str, Article), lamplit::Error> {
    let mut intake = formats::Intake::new(Limits::default());
    intake.feed(bytes)?;
    intake.finish()?;
    let format = intake.format().map_or("", formats::Format::as_str);
    Ok((format, intake.into_article()))
}

#[test]
fn every_document_says_what_its_leaves_say() {
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if !corpus.is_dir() {
        println!("The corpus is not beside the checkout: nothing to compare.");
        return;
    }
    for (folder, format, refused) in FOLDERS {
        let mut refusals = 0;
        for entry in std::fs::read_dir(corpus.join(folder)).expect("the folder is there") {
            let path = entry.expect("the entry is there").path();
            let bytes = std::fs::read(&path).expect("the file is there");
            let name = path.display();
            let (found, article) = match format_and_article(&bytes) {
                Ok(read) => read,
                Err(error) => {
                    assert_eq!(error.code, lamplit::Code::InvalidArticle, "{name}: {error}");
                    refusals += 1;
                    continue;
                }
            };
            assert_eq!(found, format, "{name}");
            assert!(!article.blocks.is_empty(), "{name}");
            let file: Value = serde_json::from_slice(&bytes).expect("it is JSON");
            let (mut said, mut read) = (String::new(), String::new());
            match document(&file) {
                // Tiptap's tests have a bare string for a document's content.
                document if document["content"].is_string() => {
                    said.push_str(document["content"].as_str().unwrap_or_default());
                }
                document => leaves(document, &mut said),
            }
            // The first heading of a document without a title is its title.
            if article.warnings.iter().any(|warning| warning.code == "headline-in-body") {
                read.push_str(&article.title);
            }
            words(&article.blocks, &mut read);
            assert_eq!(solid(&read), solid(&said), "{name}");
        }
        assert_eq!(refusals, refused, "{folder}");
    }
}
