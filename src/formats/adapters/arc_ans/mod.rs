//! Arc XP ANS.

mod element;
mod head;
mod media;
#[cfg(test)]
mod tests;

use crate::article::{Article, Block};
use crate::error::Error;
use crate::formats::notes::{Notes, items};
use crate::parse::{Path, Value};

use super::meta::block::{line, plain_paragraphs};
use super::meta::picture::above;
use super::meta::unknown::same;
use super::meta::when::date;
use element::{elements, is_story};
use head::{basic, card};

/// Whether `value` is such a document: a story, a list of stories, or a single element of one.
pub fn knows(value: &Value) -> bool {
    let kind = kind(value);
    if value.get("content_elements").is_some_and(|elements| elements.as_array().is_some()) {
        return true;
    }
    let versioned = value.get("version").and_then(Value::as_str).is_some_and(|version| version.starts_with("0."));
    match kind {
        "story" | "gallery" | "image" | "video" | "audio" => versioned || value.get("headlines").is_some(),
        _ => value.get("_id").is_some_and(|id| id.as_str().is_some()) && is_fragment(kind, value),
    }
}

/// Whether an element that is a document by itself has the member that makes it one.
fn is_fragment(kind: &str, value: &Value) -> bool {
    let member = match kind {
        "text" | "raw_html" | "header" | "blockquote" | "interstitial_link" | "code" => "content",
        "list" | "link_list" => "items",
        "table" => "rows",
        "quote" => "citation",
        "correction" => "text",
        "oembed_response" => "raw_oembed",
        "custom_embed" => "embed",
        "numeric_rating" => "numeric_rating",
        "endorsement" => "endorsement",
        _ => return false,
    };
    value.get(member).is_some()
}

/// Reads such a document.
///
/// # Errors
/// None: every member of a story may be missing.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let content = items(value, "content_elements");
    // An answer to a search is a list of stories: the first is read, the others are offered.
    let is_list = kind(value) != "story"
        && !content.is_empty()
        && content.iter().all(is_story)
        && value.get("headlines").is_none();
    if is_list && let Some((first, others)) = content.split_first() {
        let at = path.key("content_elements");
        let mut article = story(first, &at.index(0), notes);
        let others = others.iter().enumerate();
        article.related.extend(others.filter_map(|(index, other)| card(other, &at.index(index + 1), notes)));
        return Ok(article);
    }
    Ok(story(value, path, notes))
}

fn story(value: &Value, path: &Path, notes: &mut Notes) -> Article {
    let mut article = head::head(value, path, notes);
    let mut blocks = Vec::new();
    if let Some(note) = line(value, "editor_note") {
        blocks.push(Block::Group { title: None, blocks: plain_paragraphs(&note) });
    }
    if matches!(kind(value), "story" | "") || value.get("content_elements").is_some() && kind(value) != "gallery" {
        blocks.extend(elements(items(value, "content_elements"), &path.key("content_elements"), notes));
        blocks.extend(elements(items(value, "corrections"), &path.key("corrections"), notes));
    } else {
        blocks.extend(element::element(value, path, notes));
        // The title and the summary of a gallery or a film stand above it.
        untitle(&mut blocks, &article);
    }
    let at = path.key("promo_items");
    let promo = value.get("promo_items");
    let lead = ["basic", "lead_art"].into_iter().find_map(|key| Some((promo?.get(key)?, key)));
    let picture = lead.and_then(|(lead, key)| media::lead(lead, &at.key(key), notes));
    article.hero = above(picture, &blocks);
    article.published =
        ["display_date", "first_publish_date", "publish_date"].iter().find_map(|key| date(value, key, path, notes));
    article.modified = date(value, "last_updated_date", path, notes);
    article.summary = article.summary.take().filter(|summary| !same(summary, &article.title));
    article.blocks = blocks;
    article
}

/// Takes off the words under a block of media that stand above it already.
fn untitle(blocks: &mut [Block], article: &Article) {
    let said = |line: &mut Option<String>| {
        let above = [Some(article.title.as_str()), article.summary.as_deref()];
        if line.as_deref().is_some_and(|line| above.into_iter().flatten().any(|it| same(it, line))) {
            *line = None;
        }
    };
    for block in blocks {
        match block {
            Block::Gallery { caption, .. } => said(caption),
            Block::Video(media) | Block::Audio(media) => {
                said(&mut media.title);
                said(&mut media.caption);
            }
            _ => {}
        }
    }
}

/// What an element calls itself.
fn kind(value: &Value) -> &str {
    value.get("type").and_then(Value::as_str).unwrap_or_default()
}

/// The headline of a story or of media.
fn headline(value: &Value) -> Option<String> {
    basic(value, "headlines")
}
