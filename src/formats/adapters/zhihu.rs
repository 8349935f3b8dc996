//! Zhihu Daily.

use crate::article::{Article, Author, Picture};
use crate::error::Error;
use crate::formats::notes::{Notes, items, string};
use crate::html;
use crate::parse::{Path, Value};

use super::pieces::{self, html_line, line, moment, picture_url, str_of, unwrap};

/// Whether `value` is such a document, bare or in an envelope.
pub fn knows(value: &Value) -> bool {
    unwrap(value, is).is_some()
}

fn is(value: &Value) -> bool {
    let text = |key: &str| value.get(key).is_some_and(|member| member.as_str().is_some());
    text("body") && text("share_url") && text("title")
}

/// Reads such a document.
///
/// # Errors
/// None: every member may be missing.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let Some((value, key)) = unwrap(value, is) else { return Ok(Article::default()) };
    Ok(match key {
        Some(key) => document(value, &path.key(key), notes),
        None => document(value, path, notes),
    })
}

fn document(value: &Value, path: &Path, notes: &mut Notes) -> Article {
    let body = Body::of(str_of(value, "body").unwrap_or_default());
    let body_at = path.key("body");
    if body.buttons > 0 {
        notes.warn("dropped-button", &body_at, "The button that leads to the discussion was left out.");
    }
    let blocks = html::blocks(&body.html, &body_at, notes);
    let images_at = path.key("images");
    let src = picture_url(value, "image", path, notes).or_else(|| {
        let image = items(value, "images").first()?;
        notes.link_at(image, &images_at.index(0))
    });
    let picture =
        src.map(|src| Picture { src: Some(src), credit: html_line(value, "image_source"), ..Picture::default() });
    Article {
        id: string(value, "id"),
        title: html_line(value, "title").unwrap_or_default(),
        url: notes.link(value, "share_url", path),
        published: moment(value, "publish_time", path, notes),
        authors: body.author.map(|name| Author { name, url: None }).into_iter().collect(),
        section: value.get("section").and_then(|section| line(section, "name")),
        hero: pieces::hero(picture, &blocks),
        blocks,
        ..Article::default()
    }
}

/// A body without what is no text of it.
#[derive(Default)]
struct Body {
    html: String,
    /// The author's line, where the body is a single answer; it then stands in the head.
    author: Option<String>,
    /// How many links to the discussion were left out.
    buttons: usize,
}

const BUTTON: &str = "<div class=\"view-more\">";
const META: &str = "<div class=\"meta\">";
const END: &str = "</div>";

impl Body {
    fn of(raw: &str) -> Self {
        let mut body = Self::default();
        let single = raw.match_indices(META).count() == 1;
        let mut rest = raw;
        while let Some(at) = rest.find("<div class=\"") {
            let Some((before, tail)) = rest.split_at_checked(at) else { break };
            body.html.push_str(before);
            rest = body.part(tail, single);
        }
        body.html.push_str(rest);
        body
    }

    /// Takes a button or the author's line off the head of `tail`, or else moves past the tag.
    fn part<'a>(&mut self, tail: &'a str, single: bool) -> &'a str {
        let opening = if tail.starts_with(BUTTON) {
            BUTTON
        } else if single && tail.starts_with(META) {
            META
        } else {
            ""
        };
        let inside = tail.strip_prefix(opening).filter(|_| !opening.is_empty());
        // Neither has a part of its own, so the search stops at the next one.
        let inside = inside.and_then(|inside| inside.split("<div").next()?.split_once(END)).map(|(inside, _)| inside);
        if let Some(inside) = inside {
            let after = tail.get(opening.len() + inside.len() + END.len()..).unwrap_or_default();
            if opening == META {
                self.author = Some(html::text(inside)).filter(|name| !name.is_empty());
                return after;
            }
            if inside.trim_start().starts_with("<a ") {
                self.buttons += 1;
                return after;
            }
        }
        let (tag, after) = tail.split_at_checked("<div".len()).unwrap_or((tail, ""));
        self.html.push_str(tag);
        after
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, parse::parse};

    const META_OF_LI: &str = r#"<div class="meta"><img class="avatar" src="a.jpg"><span class="author">李雷，</span><span class="bio">茶人</span></div>"#;

    #[test]
    fn the_head_is_read() {
        let json = r#"{"msg":"ok","data":{"body":"<div class=\"content\"><p>先温壶。</p></div>","share_url":"https://a.example/1","title":"一壶茶","id":9,
            "image":"https://a.example/t.jpg","image_source":"茶报","section":{"name":"小事"}}}"#;
        let value = parse(json.as_bytes(), Limits::default()).unwrap();
        assert!(knows(&value));
        let article = read(&value, &Path::root(), &mut Notes::default()).unwrap();
        assert_eq!((article.title.as_str(), article.id.as_deref()), ("一壶茶", Some("9")));
        assert_eq!(article.section.as_deref(), Some("小事"));
        assert_eq!(article.hero.and_then(|hero| hero.credit).as_deref(), Some("茶报"));
        assert!(!article.blocks.is_empty());
    }

    #[test]
    fn the_button_and_a_single_author_leave_the_body() {
        let button = r#"<div class="view-more"><a href="https://a.example/">查看讨论</a></div>"#;
        let body = Body::of(&["<div class=\"answer\">", META_OF_LI, "<p>先温壶。</p>", button, "</div>"].concat());
        assert_eq!(body.html, "<div class=\"answer\"><p>先温壶。</p></div>");
        assert_eq!((body.author.as_deref(), body.buttons), (Some("李雷，茶人"), 1));
    }

    #[test]
    fn several_authors_stay_with_their_answers() {
        let raw = [META_OF_LI, "<p>一</p>", META_OF_LI, "<p>二</p><div class=\"view-more\">更多茶</div>"].concat();
        let body = Body::of(&raw);
        assert_eq!((body.html.as_str(), body.author, body.buttons), (raw.as_str(), None, 0));
    }
}
