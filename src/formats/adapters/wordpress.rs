//! WordPress: the REST API of a site, and the older one of wordpress.com.

mod media;

use crate::article::{Article, Author, Block, Card, Moment, Picture, SafeUrl};
use crate::error::Error;
use crate::formats::notes::{Notes, string};
use crate::html;
use crate::parse::{Path, Value};

use super::meta::address::first_link;
use super::meta::graph::Graph;
use super::meta::people::authors;
use super::meta::picture::hero;
use super::meta::words::{add, beginning, count, field, raw};
use super::meta::{refuse, settle, when};

/// Whether `value` is such a document: a post, an array of posts, or wordpress.com's `posts`.
pub fn knows(value: &Value) -> bool {
    match value.as_array() {
        Some(posts) => posts.first().is_some_and(is_post),
        None => is_post(value) || value.get("posts").is_some_and(|posts| posts.at(0).is_some_and(is_old)),
    }
}

fn is_post(value: &Value) -> bool {
    let text = |key: &str| value.get(key).and_then(Value::as_str).is_some();
    let holds = |key: &str, inner: &str| value.get(key).is_some_and(|member| member.get(inner).is_some());
    let written = |key: &str| holds(key, "rendered") || holds(key, "raw");
    let linked = value.get("_embedded").is_some() || value.get("_links").is_some();
    written("title") || written("content") || text("slug") && text("type") && text("link") && linked || is_old(value)
}

/// A post of wordpress.com, which has plain strings and names of its own.
fn is_old(value: &Value) -> bool {
    let text = |key: &str| value.get(key).and_then(Value::as_str).is_some();
    value.get("ID").is_some_and(|id| id.as_u64().is_some())
        && (text("title") || text("content"))
        && ["site_ID", "URL", "featured_image", "global_ID"].iter().any(|key| value.get(key).is_some())
}

/// Reads such a document.
///
/// # Errors
/// [`crate::error::Code::InvalidArticle`] where a list is empty.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let inner = path.key("posts");
    let (posts, at) = match value.get("posts").filter(|_| !is_post(value)) {
        Some(posts) => (posts.as_array(), &inner),
        None => (value.as_array(), path),
    };
    let Some(posts) = posts else { return Ok(post(value, path, notes)) };
    let [first, others @ ..] = posts else {
        return Err(refuse(at, "The list is empty: the first post is the article."));
    };
    let mut article = post(first, &at.index(0), notes);
    for (index, other) in others.iter().enumerate() {
        article.related.extend(card(other, &at.index(index + 1), notes));
    }
    Ok(article)
}

fn post(post: &Value, path: &Path, notes: &mut Notes) -> Article {
    let mut article = Article {
        id: string(post, "id").or_else(|| string(post, "ID")),
        title: markup(post, "title").unwrap_or_default(),
        summary: markup(post, "excerpt"),
        url: first_link(post, &["link", "URL"], path, notes),
        published: date(post, "date_gmt", "date", path, notes),
        modified: date(post, "modified_gmt", "modified", path, notes),
        authors: people(post, path, notes),
        blocks: body(post, path, notes),
        ..Article::default()
    };
    // A plugin's words about the page, where the post has none of its own.
    if let Some(about) = post.get("yoast_head_json") {
        article.site = field(about, "og_site_name").map(|name| crate::article::Site { name, home: None });
        article.lang = notes.language(about.get("og_locale"), path).map(|tag| tag.replace('_', "-"));
    }
    article.stats.comments = post
        .get("comment_count")
        .or_else(|| post.get("discussion").and_then(|discussion| discussion.get("comment_count")))
        .and_then(count);
    article.stats.likes = post.get("like_count").and_then(count);
    let (section, tags) = terms(post);
    article.section = section;
    article.tags = tags;
    if post.get("content").and_then(|content| content.get("protected")?.as_bool()) == Some(true) {
        notes.warn(
            "protected-content",
            &path.key("content"),
            "The post is behind a password: its text is missing here.",
        );
    }
    if post.get("type").and_then(Value::as_str) == Some("attachment") {
        attachment(post, path, notes, &mut article);
    } else {
        let above = media::featured(post, path, notes);
        hero(&mut article, above);
    }
    settle(&mut article, "title", path, notes);
    article
}

/// A member that is HTML, as a plain line: a string or an object around one.
fn markup(post: &Value, key: &str) -> Option<String> {
    Some(html::text(rendered(post, key)?)).filter(|text| !text.is_empty())
}

/// The HTML of a member: a string or an object around one.
fn rendered<'a>(post: &'a Value, key: &str) -> Option<&'a str> {
    let member = post.get(key)?;
    match member {
        Value::Object(_) => raw(member, "rendered").or_else(|| raw(member, "raw")),
        _ => raw(post, key),
    }
}

fn body(post: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let at = path.key("content");
    let Some(written) = rendered(post, "content") else { return Vec::new() };
    let is_raw =
        post.get("content").is_some_and(|content| raw(content, "rendered").is_none() && raw(content, "raw").is_some());
    if is_raw && !written.contains("<p") && !written.contains("<!-- wp:") {
        // What the classic editor keeps: its paragraphs are made when the page is.
        let lines = written.replace("\r\n", "\n");
        return lines.split("\n\n").flat_map(|part| html::blocks(part, &at, notes)).collect();
    }
    html::blocks(written, &at, notes)
}

/// A date in Greenwich's time, which is not marked as such, or else the site's own with no zone.
fn date(post: &Value, gmt: &str, local: &str, path: &Path, notes: &mut Notes) -> Option<Moment> {
    if let Some(written) = raw(post, gmt)
        && !written.starts_with("0000")
    {
        let at = path.key(gmt);
        let zoned =
            written.ends_with(['Z', 'z']) || written.rsplit('T').next().is_some_and(|time| time.contains(['+', '-']));
        let whole = if zoned { written.to_owned() } else { [written, "Z"].concat() };
        return when::moment(&Value::String(whole), &at, notes);
    }
    when::date(post, local, path, notes)
}

fn people(post: &Value, path: &Path, notes: &mut Notes) -> Vec<Author> {
    let none = Graph::default();
    if let Some(embedded) = post.get("_embedded").and_then(|embedded| embedded.get("author")) {
        let at = path.key("_embedded");
        // A deleted author is an object with a code and a message, and no name.
        return named(authors(embedded, &none, &at.key("author"), notes));
    }
    if let Some(author) = post.get("author").filter(|author| author.as_object().is_some()) {
        let mut found = authors(author, &none, &path.key("author"), notes);
        if let (Some(first), Some(url)) = (found.first_mut(), first_link(author, &["URL"], path, notes)) {
            first.url = Some(url);
        }
        return named(found);
    }
    let about = post.get("yoast_head_json").and_then(|about| field(about, "author"));
    let name = field(post, "author_name").or(about);
    name.map(|name| vec![Author { name, url: None }]).unwrap_or_default()
}

/// Those authors who have more than an address.
fn named(authors: Vec<Author>) -> Vec<Author> {
    let is_address = |author: &Author| {
        author.url.as_ref().is_some_and(|url| super::meta::address::bare(url.as_str()) == author.name)
    };
    authors.into_iter().filter(|author| !is_address(author)).collect()
}

/// The section and the keywords: the first category, and the rest of them with the tags.
fn terms(post: &Value) -> (Option<String>, Vec<String>) {
    let (mut categories, mut tags) = (Vec::new(), Vec::new());
    let groups = post.get("_embedded").and_then(|embedded| embedded.get("wp:term")?.as_array()).unwrap_or_default();
    for term in groups.iter().filter_map(Value::as_array).flatten() {
        let name = field(term, "name").filter(|_| term.get("slug").and_then(Value::as_str) != Some("uncategorized"));
        let list = match term.get("taxonomy").and_then(Value::as_str) {
            Some("category") => &mut categories,
            Some("post_tag") => &mut tags,
            _ => continue,
        };
        name.into_iter().for_each(|name| add(&name, list));
    }
    // wordpress.com: objects whose members are called what the terms are.
    for (key, list) in [("categories", &mut categories), ("tags", &mut tags)] {
        for (name, _) in post.get(key).and_then(Value::as_object).unwrap_or_default() {
            if name != "Uncategorized" {
                add(name, list);
            }
        }
    }
    let mut categories = categories.into_iter();
    let section = categories.next();
    let mut all: Vec<String> = categories.collect();
    tags.iter().for_each(|tag| add(tag, &mut all));
    (section, all)
}

/// A file of the library is an article of its own.
fn attachment(post: &Value, path: &Path, notes: &mut Notes, article: &mut Article) {
    let blocks = core::mem::take(&mut article.blocks);
    article.blocks.extend(media::block(post, path, notes));
    // The description shows the file once more; its words are what counts.
    article.blocks.extend(markup(post, "description").map(Block::paragraph));
    article.blocks.extend(blocks);
}

fn card(post: &Value, path: &Path, notes: &mut Notes) -> Option<Card> {
    let excerpt = markup(post, "excerpt").or_else(|| markup(post, "content"));
    let (kicker, tags) = terms(post);
    let image: Option<Picture> = media::featured(post, path, notes);
    let url: Option<SafeUrl> = first_link(post, &["link", "URL"], path, notes);
    Some(Card {
        title: markup(post, "title").or_else(|| excerpt.as_deref().map(|text| beginning(text, 60)))?,
        kicker,
        excerpt: excerpt.map(|text| beginning(&text, 200)),
        url,
        image,
        published: date(post, "date_gmt", "date", path, notes),
        tags,
        ..Card::default()
    })
}

#[cfg(test)]
mod tests;
