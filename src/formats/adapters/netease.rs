//! NetEase app API.

use crate::article::{Article, Block, Card, Media, MediaSource, Picture, Source};
use crate::error::Error;
use crate::formats::notes::{Notes, items, string};
use crate::html;
use crate::order::{order, order_by_key};
use crate::parse::{Path, Value};

use super::meta::block::{self, author, html_line, line, link_card, names, str_of, unwrap};
use super::meta::picture::{self, picture_url};
use super::meta::when::date;

/// Whether `value` is such a document, bare or under its identifier.
pub fn knows(value: &Value) -> bool {
    unwrap(value, is).is_some()
}

fn is(value: &Value) -> bool {
    let has = |key: &str| value.get(key).is_some();
    value.get("body").is_some_and(|body| body.as_str().is_some())
        && value.get("img").is_some_and(|img| img.as_array().is_some())
        && (has("ptime") || has("docid") || has("source") || has("relative_sys"))
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
    let url = ["shareLink", "url_3w", "url"].iter().find_map(|key| notes.link(value, key, path));
    let source_url = notes.link(value, "source_url", path);
    let mut inserts = Inserts::of(value, path, notes);
    let body = str_of(value, "body").unwrap_or_default();
    let mut blocks = html::blocks_with(body, &path.key("body"), notes, &mut |comment| inserts.take(comment));
    // What the body names no place for: a first picture stands above the text, all else follows it.
    let mut hero = None;
    for block in inserts.rest() {
        match block {
            Block::Image(picture) if hero.is_none() && picture.caption.is_none() => hero = Some(picture),
            other => blocks.push(other),
        }
    }
    let at = path.key("relative_sys");
    let related = items(value, "relative_sys").iter().enumerate();
    let mut cards = Vec::new();
    let mut nowhere = None;
    for (index, it) in related {
        let card = card(it, &at.index(index), notes);
        if nowhere.is_none() && card.as_ref().is_some_and(|card| card.url.is_none()) {
            nowhere = Some(index);
        }
        cards.extend(card);
    }
    if let Some(index) = nowhere {
        let message = "The article is named without an address: its card leads nowhere.";
        notes.warn("card-without-address", &at.index(index), message);
    }
    Article {
        id: string(value, "docid"),
        url,
        title: html_line(value, "title").unwrap_or_default(),
        summary: html_line(value, "digest"),
        published: date(value, "ptime", path, notes),
        authors: editor(value).map(author).into_iter().collect(),
        source: html_line(value, "source").map(|name| Source { name, url: source_url }),
        section: line(value, "category"),
        tags: names(value, "dkeys", &[]),
        stats: crate::article::Stats {
            comments: value.get("replyCount").and_then(Value::as_u64),
            ..crate::article::Stats::default()
        },
        hero: picture::above(hero, &blocks),
        related: cards,
        blocks,
        ..Article::default()
    }
}

/// The author, or else the editor, without the number of the desk (李雷_NN100).
fn editor(value: &Value) -> Option<String> {
    let name = line(value, "author").or_else(|| line(value, "ec"))?;
    let desk = |tail: &str| tail.starts_with('N') && tail.bytes().all(|byte| byte.is_ascii_alphanumeric());
    Some(match name.rsplit_once('_') {
        Some((before, tail)) if desk(tail) && !before.is_empty() => before.to_owned(),
        _ => name,
    })
}

/// What the comments of a body stand for.
struct Inserts {
    /// The words of the comment and what it stands for, sorted; what is taken is gone.
    list: Vec<(String, usize, Option<Block>)>,
}

impl Inserts {
    fn of(value: &Value, path: &Path, notes: &mut Notes) -> Self {
        let mut list = Vec::new();
        let kinds: [(&str, Reader); 4] = [("img", picture), ("video", film), ("spinfo", note), ("link", link)];
        for (key, read) in kinds {
            let at = path.key(key);
            for (index, one) in items(value, key).iter().enumerate() {
                if let Some(block) = read(one, &at.index(index), notes) {
                    list.push((placeholder(one), list.len(), Some(block)));
                }
            }
        }
        order(&mut list, |one, other| (&one.0, one.1) < (&other.0, other.1));
        Self { list }
    }

    /// What stands for a comment, the first time that it is met.
    fn take(&mut self, comment: &str) -> Option<Block> {
        let comment = comment.trim();
        let first = self.list.partition_point(|(name, ..)| name.as_str() < comment);
        self.list.get_mut(first).filter(|(name, ..)| name == comment && !name.is_empty())?.2.take()
    }

    /// What was not taken, in the order of the document.
    fn rest(mut self) -> impl Iterator<Item = Block> {
        order_by_key(&mut self.list, |(_, index, _)| *index);
        self.list.into_iter().filter_map(|(_, _, block)| block)
    }
}

type Reader = fn(&Value, &Path, &mut Notes) -> Option<Block>;

/// The words of the comment that `one` stands for: `IMG#0` of `<!--IMG#0-->`.
fn placeholder(one: &Value) -> String {
    let name = str_of(one, "ref").unwrap_or_default().trim();
    let name = name.strip_prefix("<!--").unwrap_or(name);
    name.strip_suffix("-->").unwrap_or(name).trim().to_owned()
}

fn picture(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let size = str_of(one, "pixel").and_then(|pixel| pixel.split_once('*'));
    let number = |text: &str| text.trim().parse::<u32>().ok();
    picture::image(Picture {
        src: picture_url(one, "src", path, notes),
        width: size.and_then(|(width, _)| number(width)),
        height: size.and_then(|(_, height)| number(height)),
        caption: html_line(one, "alt"),
        ..Picture::default()
    })
}

fn film(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let mut sources = Vec::new();
    for (key, mime) in [
        ("mp4Hd_url", "video/mp4"),
        ("url_mp4", "video/mp4"),
        ("mp4_url", "video/mp4"),
        ("m3u8Hd_url", "application/vnd.apple.mpegurl"),
        ("url_m3u8", "application/vnd.apple.mpegurl"),
        ("m3u8_url", "application/vnd.apple.mpegurl"),
    ] {
        sources.extend(notes.media(one, key, path).map(|src| MediaSource { src, mime: Some(mime.to_owned()) }));
    }
    let title = html_line(one, "title").or_else(|| html_line(one, "alt"));
    let caption = html_line(one, "alt").filter(|alt| Some(alt) != title.as_ref());
    let poster = picture_url(one, "cover", path, notes);
    let media = Media { sources, poster, title, caption, ..Media::default() };
    (!media.sources.is_empty() || media.title.is_some()).then_some(Block::Video(media))
}

/// A box of the editors': further reading, a word of their own.
fn note(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let blocks = block::html_blocks(one, "spcontent", path, notes);
    (!blocks.is_empty()).then(|| Block::Group { title: html_line(one, "sptype"), blocks })
}

fn link(one: &Value, path: &Path, notes: &mut Notes) -> Option<Block> {
    let url = notes.link(one, "href", path);
    link_card(Card { title: html_line(one, "title").unwrap_or_default(), url, ..Card::default() })
}

fn card(one: &Value, path: &Path, notes: &mut Notes) -> Option<Card> {
    let src = picture_url(one, "imgsrc", path, notes);
    Some(Card {
        title: html_line(one, "title")?,
        excerpt: html_line(one, "digest"),
        url: ["href", "url"].iter().find_map(|key| notes.link(one, key, path)),
        image: src.map(|src| Picture { src: Some(src), ..Picture::default() }),
        site: html_line(one, "source"),
        published: date(one, "ptime", path, notes),
        ..Card::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, parse::parse};

    const POT: &str = r#"{"body":"<!--IMG#0--><p>　　先温壶。</p><!--IMG#1-->","docid":"T1","title":"一壶茶","ptime":"2024-01-02 03:04:05","source":"茶报",
        "source_url":"https://a.example/t","digest":"温壶","ec":"李雷_NN100","replyCount":7,"dkeys":"茶,壶","shareLink":"https://a.example/s",
        "img":[{"ref":"<!--IMG#0-->","pixel":"600*400","alt":"","src":"https://a.example/0.jpg"},{"ref":"<!--IMG#1-->","pixel":"x","alt":"一只壶","src":"https://a.example/1.jpg"}],
        "video":[{"ref":"<!--VIDEO#0-->","alt":"怎样温壶","url_mp4":"https://a.example/v.mp4","cover":"https://a.example/v.jpg"}],
        "relative_sys":[{"title":"茶杯","imgsrc":"https://a.example/c.jpg","docID":"C","href":"","source":"杯报","ptime":"2024-01-01"}]}"#;

    fn value(json: &str) -> Value {
        parse(json.as_bytes(), Limits::default()).unwrap()
    }

    #[test]
    fn it_is_known_bare_and_wrapped() {
        assert!(knows(&value(POT)));
        assert!(knows(&value(&[r#"{"T1":"#, POT, "}"].concat())));
        assert!(knows(&value(&[r#"{"msg":"ok","code":1,"data":"#, POT, "}"].concat())));
        assert!(!knows(&value(r#"{"body":"x","img":"y"}"#)));
        assert!(!knows(&value(r#"{"body":"x","img":[]}"#)));
    }

    #[test]
    fn the_head_is_read() {
        let mut notes = Notes::default();
        let article = read(&value(&[r#"{"T1":"#, POT, "}"].concat()), &Path::root(), &mut notes).unwrap();
        assert_eq!((article.title.as_str(), article.id.as_deref()), ("一壶茶", Some("T1")));
        assert_eq!(article.published.map(|m| m.iso()).as_deref(), Some("2024-01-02T03:04:05"));
        assert_eq!(article.authors, [author("李雷")]);
        assert_eq!(article.source.map(|source| (source.name, source.url.is_some())), Some(("茶报".into(), true)));
        assert_eq!((article.stats.comments, article.tags), (Some(7), vec!["茶".to_owned(), "壶".to_owned()]));
        let card = article.related.first().unwrap();
        assert_eq!((card.title.as_str(), card.url.as_ref(), card.site.as_deref()), ("茶杯", None, Some("杯报")));
        let codes: Vec<String> =
            notes.take().into_iter().map(|warning| [warning.code, warning.path].join(" ")).collect();
        assert_eq!(codes, ["card-without-address $.T1.relative_sys[0]"]);
    }

    #[test]
    fn comments_stand_for_pictures_once() {
        let mut notes = Notes::default();
        let mut inserts = Inserts::of(&value(POT), &Path::root(), &mut notes);
        assert!(
            matches!(inserts.take("IMG#1"), Some(Block::Image(it)) if it.caption.as_deref() == Some("一只壶") && it.width.is_none())
        );
        assert_eq!([inserts.take("IMG#1"), inserts.take("IMG#9"), inserts.take("")], [None, None, None]);
        let rest: Vec<_> = inserts.rest().collect();
        assert!(
            matches!(rest.as_slice(), [Block::Image(it), Block::Video(_)] if (it.width, it.height) == (Some(600), Some(400)))
        );
    }
}
