//! The importers of JSON, one file a format, and which of them reads a document.

mod activity_streams;
mod apple_news;
mod arc_ans;
mod contentful;
mod editor_js;
mod ghost;
mod guardian;
mod json_feed;
mod json_ld;
mod lexical;
mod markdown;
mod meta;
mod mobiledoc;
mod netease;
mod notion;
mod page;
mod polish;
mod portable_text;
mod prose_mirror;
mod readability;
mod record;
#[cfg(test)]
mod sample;
mod slate;
mod strapi;
mod tree;
mod volcengine;
mod wechat;
mod wordpress;
mod zhihu;

pub use page::{may_be_wrapped, unwrapped};

use crate::article::{Article, Block, Paragraph};
use crate::error::Error;
use crate::formats::Format;
use crate::formats::notes::Notes;
use crate::likeness;
use crate::parse::{Path, Value};

/// One importer: how its format is told apart, and how a document of it is read.
struct Importer {
    format: Format,
    /// Whether `value` is a document of the format. It looks at names and types, never at more than a few elements.
    knows: fn(&Value) -> bool,
    /// Reads such a document.
    read: fn(&Value, &Path, &mut Notes) -> Result<Article, Error>,
}

/// The importers, those with the plainest mark first.
static IMPORTERS: &[Importer] = &[
    Importer { format: Format::Page, knows: page::knows, read: page::read },
    Importer { format: Format::JsonFeed, knows: json_feed::knows, read: json_feed::read },
    Importer { format: Format::ActivityStreams, knows: activity_streams::knows, read: activity_streams::read },
    Importer { format: Format::ArcAns, knows: arc_ans::knows, read: arc_ans::read },
    Importer { format: Format::AppleNews, knows: apple_news::knows, read: apple_news::read },
    Importer { format: Format::Contentful, knows: contentful::knows, read: contentful::read },
    Importer { format: Format::ProseMirror, knows: prose_mirror::knows, read: prose_mirror::read },
    Importer { format: Format::Lexical, knows: lexical::knows, read: lexical::read },
    Importer { format: Format::PortableText, knows: portable_text::knows, read: portable_text::read },
    Importer { format: Format::Notion, knows: notion::knows, read: notion::read },
    Importer { format: Format::Guardian, knows: guardian::knows, read: guardian::read },
    Importer { format: Format::WordPress, knows: wordpress::knows, read: wordpress::read },
    Importer { format: Format::Ghost, knows: ghost::knows, read: ghost::read },
    Importer { format: Format::WeChat, knows: wechat::knows, read: wechat::read },
    Importer { format: Format::Volcengine, knows: volcengine::knows, read: volcengine::read },
    Importer { format: Format::NetEase, knows: netease::knows, read: netease::read },
    Importer { format: Format::Zhihu, knows: zhihu::knows, read: zhihu::read },
    Importer { format: Format::EditorJs, knows: editor_js::knows, read: editor_js::read },
    Importer { format: Format::JsonLd, knows: json_ld::knows, read: json_ld::read },
    Importer { format: Format::Strapi, knows: strapi::knows, read: strapi::read },
    Importer { format: Format::Slate, knows: slate::knows, read: slate::read },
    Importer { format: Format::Readability, knows: readability::knows, read: readability::read },
];

/// Reads the document `value`, whatever it is; `None` where nobody knows it.
///
/// # Errors
/// What its importer refuses.
pub fn import(value: &Value, notes: &mut Notes) -> Option<Result<(Article, Format), Error>> {
    let read = import_at(value, &Path::root(), notes).or_else(|| record::import(value, &Path::root(), notes))?;
    Some(read.map(|(mut article, format)| {
        polish::polish(&mut article, notes);
        keep_empty(&mut article, notes);
        if format.is_feed() && is_list(value) {
            let mut others = core::mem::take(&mut article.related);
            likeness::rank(&article, &mut others);
            article.related = others;
        }
        (article, format)
    }))
}

/// A sound document in which nothing stands is an article with an empty paragraph: told apart and read, with a word about it.
fn keep_empty(article: &mut Article, notes: &mut Notes) {
    if article.title.is_empty() && article.blocks.is_empty() {
        notes.push("empty-body", "$", "The document has neither a title nor a text.");
        article.blocks.push(Block::Paragraph(Paragraph::default()));
    }
}

/// Whether the document is a list, so that the other items are what it has for related articles: those stand in the order of the feed.
/// Whoever names related articles in the article has chosen them.
fn is_list(value: &Value) -> bool {
    value.as_array().is_some() || ["items", "posts", "pages"].iter().any(|key| value.get(key).is_some())
}

/// The same for a value inside a document, which must be of a format by itself.
///
/// # Errors
/// What its importer refuses.
pub fn import_at(value: &Value, path: &Path, notes: &mut Notes) -> Option<Result<(Article, Format), Error>> {
    let importer = IMPORTERS.iter().find(|importer| (importer.knows)(value))?;
    Some((importer.read)(value, path, notes).map(|article| (article, importer.format)))
}
