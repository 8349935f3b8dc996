//! Zhihu Daily.

use crate::article::{Article, Author, Picture};
use crate::error::Error;
use crate::formats::notes::{Notes, items, string};
use crate::html;
use crate::parse::{Path, Value};

use super::meta::block::{html_line, line, str_of, unwrap};
use super::meta::picture::{self, picture_url};
use super::meta::when::date;

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
        published: date(value, "publish_time", path, notes),
        authors: body.author.map(|name| Author { name, url: None }).into_iter().collect(),
        section: value.get("section").and_then(|section| line(section, "name")),
        hero: picture::above(picture, &blocks),
        blocks,
        ..Article::default()
    }
}

/// A body without what stands in the head.
#[derive(Default)]
struct Body {
    html: String,
    /// The author's line, where the body is a single answer.
    author: Option<String>,
}

const META: &str = "<div class=\"meta\">";

impl Body {
    fn of(raw: &str) -> Self {
        let whole = || Self { html: raw.to_owned(), author: None };
        let Some((before, rest)) = raw.split_once(META) else { return whole() };
        // With several answers, each keeps its author; with a part inside the line, its end is not found so simply.
        match rest.split_once("</div>") {
            Some((line, after)) if !rest.contains(META) && !line.contains("<div") => {
                let author = Some(html::text(line)).filter(|name| !name.is_empty());
                Self { html: [before, after].concat(), author }
            }
            _ => whole(),
        }
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
    fn a_single_author_leaves_the_body_and_the_button_stays() {
        let button = r#"<div class="view-more"><a href="https://a.example/">查看讨论</a></div>"#;
        let body = Body::of(&["<div class=\"answer\">", META_OF_LI, "<p>先温壶。</p>", button, "</div>"].concat());
        assert_eq!(body.html, ["<div class=\"answer\"><p>先温壶。</p>", button, "</div>"].concat());
        assert_eq!(body.author.as_deref(), Some("李雷，茶人"));
    }

    #[test]
    fn several_authors_stay_with_their_answers() {
        let raw = [META_OF_LI, "<p>一</p>", META_OF_LI, "<p>二</p><div class=\"view-more\">更多茶</div>"].concat();
        let body = Body::of(&raw);
        assert_eq!((body.html.as_str(), body.author), (raw.as_str(), None));
    }
}
