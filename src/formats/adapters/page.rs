//! An article in a page: what the host makes of an element of its page and of the page's head.

use std::borrow::Cow;

use crate::article::{Article, Author, Picture, Site};
use crate::error::Error;
use crate::formats::notes::{Notes, items};
use crate::html;
use crate::parse::{self, Path, Value};
use crate::{Limits, article::Dir};

use super::json_ld;
use super::meta::address::{first_link, media};
use super::meta::picture::{pictured, pixels};
use super::meta::words::{field, first, keywords_into, raw};
use super::meta::{direction, settle, when};

/// Whether `value` is such a document.
pub fn knows(value: &Value) -> bool {
    value.get("version").and_then(Value::as_str).is_some_and(|version| version.starts_with("lamplit-page/"))
}

/// Reads such a document.
///
/// # Errors
/// None.
pub fn read(value: &Value, path: &Path, notes: &mut Notes) -> Result<Article, Error> {
    let none = Value::Null;
    let meta = value.get("meta").unwrap_or(&none);
    let mut article = metadata(value, path, notes).unwrap_or_default();
    fill(&mut article, meta, &path.key("meta"), notes);
    if article.title.is_empty() {
        article.title = document_title(value, article.site.as_ref());
    }
    // What the page says of itself comes before what its metadata say.
    article.lang = notes.language(value.get("lang"), &path.key("lang")).or(article.lang);
    let dir: Option<Dir> = direction(value, "dir");
    article.dir = dir.or(article.dir);
    article.url = first_link(value, &["url"], path, notes).or(article.url);
    article.blocks = html::blocks(raw(value, "html").unwrap_or_default(), &path.key("html"), notes);
    // The element has the pictures that the page shows; the one in the metadata is often one of them in another size.
    if pictured(&article.blocks) {
        article.hero = None;
    }
    settle(&mut article, "title", path, notes);
    Ok(article)
}

/// The first article in the page's JSON-LD.
fn metadata(value: &Value, path: &Path, notes: &mut Notes) -> Option<Article> {
    let path = path.key("metadata");
    let mut found = None;
    for (index, script) in items(value, "metadata").iter().enumerate() {
        let path = path.index(index);
        let Some(script) = script.as_str().filter(|script| !script.trim().is_empty()) else { continue };
        let Some(document) = document(script) else {
            notes.warn("broken-metadata", &path, "The script's JSON could not be read; it was passed over.");
            continue;
        };
        if found.is_none() {
            found = json_ld::about(&document, &path, notes);
        }
    }
    found
}

/// What a script's JSON may be wrapped in, as a file begins with it.
const WRAPPERS: [&str; 6] = ["<script", "<![CDATA[", "<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/"];

/// Whether a file that begins with `head` may be JSON as it stands in a page, in its script element, comment or section; `None` where
/// more of it has to come.
pub fn may_be_wrapped(head: &[u8]) -> Option<bool> {
    let is = |wrapper: &&str| {
        let mut pairs = head.iter().zip(wrapper.as_bytes());
        pairs.all(|(one, other)| one.eq_ignore_ascii_case(other))
    };
    let mut fitting = WRAPPERS.iter().filter(|wrapper| is(wrapper)).peekable();
    if fitting.peek().is_none() {
        return Some(false);
    }
    fitting.any(|wrapper| wrapper.len() <= head.len()).then_some(true)
}

/// The JSON of a file that is nothing else than JSON as it stands in a page.
pub fn unwrapped(file: &str) -> Option<Cow<'_, str>> {
    let mut inner = file.trim();
    if inner.get(..7).is_some_and(|tag| tag.eq_ignore_ascii_case("<script")) {
        let (tag, rest) = inner.split_once('>')?;
        // A script of another kind is a program.
        if !tag.to_ascii_lowercase().contains("json") {
            return None;
        }
        let (json, end) = rest.rsplit_once("</")?;
        if !end.trim_end().trim_end_matches('>').trim_end().eq_ignore_ascii_case("script") {
            return None;
        }
        inner = json.trim();
    }
    for wrapper in ["<!--", "/*", "//", "<![CDATA[", "*/"] {
        inner = inner.strip_prefix(wrapper).unwrap_or(inner).trim_start();
    }
    let bare = |text: &'_ str| text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '*' | ';')).len();
    let mut end = inner;
    for wrapper in ["-->", "]]>", ""] {
        end = end.get(..bare(end)).unwrap_or(end);
        end = end.strip_suffix(wrapper).unwrap_or(end);
    }
    if !inner.starts_with(['{', '[']) || !end.ends_with(['}', ']']) {
        return None;
    }
    // A string may have the signs that a section begins and ends with.
    match parse::parse(end.as_bytes(), Limits::default()) {
        Ok(_) => Some(Cow::Borrowed(end)),
        Err(_) => readable(end).map(|(json, _)| json),
    }
}

/// The JSON in a script, taken out of the comments and sections that it may be wrapped in.
fn document(script: &str) -> Option<Value> {
    readable(script).map(|(_, value)| value)
}

/// The same, with its text as it can be read.
fn readable(script: &str) -> Option<(Cow<'_, str>, Value)> {
    let inner = script.split_once("<![CDATA[").map_or(script, |(_, inner)| inner);
    let inner = inner.rsplit_once("]]>").map_or(inner, |(inner, _)| inner);
    let (start, end) = (inner.find(['{', '['])?, inner.rfind(['}', ']'])?);
    let json = inner.get(start..=end)?;
    let parse = |json: &str| parse::parse(json.as_bytes(), Limits::default()).ok();
    if let Some(value) = parse(json) {
        return Some((Cow::Borrowed(json), value));
    }
    // Line breaks and tabs inside strings are the most common mistake.
    let mended = json.replace(|c: char| c < ' ', " ");
    let value = parse(&mended)?;
    Some((Cow::Owned(mended), value))
}

/// Fills what the JSON-LD left open from the page's `meta` elements.
fn fill(article: &mut Article, meta: &Value, path: &Path, notes: &mut Notes) {
    if article.title.is_empty() {
        article.title = first(meta, &["og:title", "twitter:title", "citation_title", "dc.title"]).unwrap_or_default();
    }
    let or = |known: Option<String>, keys: &[&str]| known.or_else(|| first(meta, keys));
    article.summary = or(article.summary.take(), &["description", "og:description", "twitter:description"]);
    article.section = or(article.section.take(), &["article:section"]);
    let date = |keys: &[&str]| keys.iter().find_map(|key| when::read(when::written(meta.get(key)?)?));
    article.published = article.published.take().or_else(|| {
        date(&[
            "article:published_time",
            "datePublished",
            "publishdate",
            "pubdate",
            "date",
            "dc.date",
            "citation_publication_date",
        ])
    });
    article.modified = article.modified.take().or_else(|| date(&["article:modified_time", "og:updated_time"]));
    if article.authors.is_empty() {
        for key in ["author", "article:author", "dc.creator", "citation_author", "parsely-author"] {
            let Some(member) = meta.get(key) else { continue };
            let names = member.as_array().unwrap_or(core::slice::from_ref(member));
            // Here an address is the author's page at a network, with a name that nobody knows.
            let names = names.iter().filter_map(super::meta::words::words).filter(|name| !name.contains("://"));
            article.authors = names.map(|name| Author { name, url: None }).collect();
            if !article.authors.is_empty() {
                break;
            }
        }
    }
    let home = || first(meta, &["og:site_name", "application-name"]).map(|name| Site { name, home: None });
    article.site = article.site.take().or_else(home);
    if article.tags.is_empty() {
        for key in ["article:tag", "news_keywords", "keywords"] {
            if let Some(tags) = meta.get(key).filter(|_| article.tags.is_empty()) {
                keywords_into(tags, &mut article.tags);
            }
        }
    }
    if article.url.is_none() {
        article.url = first_link(meta, &["og:url"], path, notes);
    }
    if article.lang.is_none() {
        article.lang = notes.language(meta.get("og:locale"), &path.key("og:locale")).map(|tag| tag.replace('_', "-"));
    }
    if article.hero.is_none() {
        article.hero = ["og:image", "twitter:image"].iter().find_map(|key| {
            Some(Picture {
                src: Some(media(meta.get(key)?, &path.key(key), notes)?),
                alt: field(meta, "og:image:alt").unwrap_or_default(),
                width: meta.get("og:image:width").and_then(pixels),
                height: meta.get("og:image:height").and_then(pixels),
                ..Picture::default()
            })
        });
    }
}

/// The document's title, without the site's name behind it.
fn document_title(value: &Value, site: Option<&Site>) -> String {
    let title = field(value, "title").unwrap_or_default();
    let short = site.and_then(|site| {
        let head = title.strip_suffix(site.name.as_str())?.trim_end();
        let head = head.strip_suffix(['|', '-', '–', '—', '·', '_', ':', '•', '»', '｜'])?.trim_end();
        (!head.is_empty()).then(|| head.to_owned())
    });
    short.unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(json: &str) -> (Article, Notes) {
        let value = parse::parse(json.as_bytes(), Limits::default()).unwrap();
        assert!(knows(&value));
        let mut notes = Notes::default();
        (read(&value, &Path::root(), &mut notes).unwrap(), notes)
    }

    #[test]
    fn json_ld_comes_first_and_then_the_meta_elements() {
        let (article, mut notes) = article(
            r#"{"version":"lamplit-page/1","url":"https://lamp.example/wicks","lang":"en","dir":"rtl","title":"Wicks | Lamp Post",
            "metadata":["{\"@type\":\"WebSite\"}","{broken","\n//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Wicks\",\"description\":\"a\nb\"}\n//]]>"],
            "meta":{"og:title":"Other","og:site_name":"Lamp Post","author":"Ada","article:author":"https://net.example/lamp",
            "article:published_time":"2031-03-04T05:06:07Z","og:image":"https://lamp.example/a.jpg","keywords":"oil, wick"},
            "html":"<p>Trim them.</p>"}"#,
        );
        assert_eq!(article.title, "Wicks");
        assert_eq!(article.summary.as_deref(), Some("a b"));
        assert_eq!(article.authors.first().map(|author| author.name.as_str()), Some("Ada"));
        assert_eq!(article.published.map(|at| at.iso()).as_deref(), Some("2031-03-04T05:06:07Z"));
        assert_eq!(article.site.map(|site| site.name).as_deref(), Some("Lamp Post"));
        assert_eq!((article.dir, article.lang.as_deref()), (Some(Dir::Rtl), Some("en")));
        assert_eq!(article.tags, ["oil", "wick"]);
        assert_eq!(article.blocks.len(), 1);
        let warnings: Vec<String> =
            notes.take().into_iter().map(|warning| [warning.code, warning.path].join(" ")).collect();
        assert_eq!(warnings, ["broken-metadata $.metadata[1]"]);
    }

    #[test]
    fn the_title_of_the_document_is_the_last_resort() {
        let (article, _) = article(
            r#"{"version":"lamplit-page/1","title":"Wicks – Lamp Post","meta":{"og:site_name":"Lamp Post"},"html":"<p>Trim.</p>"}"#,
        );
        assert_eq!(article.title, "Wicks");
    }

    #[test]
    fn wrapped_scripts_are_unwrapped() {
        for script in [
            "{\"a\":1}",
            "<!-- {\"a\":1} -->",
            "<![CDATA[{\"a\":1}]]>",
            "/*<![CDATA[*/ {\"a\":1} /*]]>*/",
            "{\"a\":1};",
        ] {
            assert!(document(script).is_some_and(|value| value.get("a").is_some()), "{script}");
        }
        for script in ["", "a", "}{", "{\"a\":"] {
            assert!(document(script).is_none(), "{script}");
        }
    }

    #[test]
    fn a_file_that_is_a_wrapped_script_is_known_by_its_head() {
        for file in [
            "<script type=\"application/ld+json\">\n{\"a\":[1]}\n</script>\n",
            "<SCRIPT type='application/json'><!-- {\"a\":1} --></SCRIPT >",
            "<script type=application/ld+json>//<![CDATA[\n{\"a\":1}\n//]]></script>",
            "<!-- {\"a\":1} -->",
            "<![CDATA[{\"a\":\"x]]>y\"}]]>",
            "//<![CDATA[\n{\"a\":1};\n//]]>\n",
            "// <![CDATA[\n{\"a\":1}\n// ]]>",
            "/*<![CDATA[*/ {\"a\":1} /*]]>*/",
        ] {
            let value = unwrapped(file).and_then(|json| parse::parse(json.as_bytes(), Limits::default()).ok());
            assert!(value.is_some_and(|value| value.get("a").is_some()), "{file}");
            assert_eq!(may_be_wrapped(file.as_bytes()), Some(true), "{file}");
            assert_eq!(may_be_wrapped(file.as_bytes().get(..2).unwrap_or_default()), None, "{file}");
        }
        for file in [
            "<script>var a = {\"a\":1}</script>",
            "<script>{\"a\":1}</script>",
            "<script type=\"application/json\">{\"a\":1}</script><p>More.</p>",
            "<!-- {\"a\":1} --><p>More.</p>",
            "<!-- A page. --><html></html>",
            "<![CDATA[]]>",
            "<!-- -->",
        ] {
            assert!(unwrapped(file).is_none(), "{file}");
        }
        for head in ["<html", "<!doctype", "<p>", "{", "/path", "Text"] {
            assert_eq!(may_be_wrapped(head.as_bytes()), Some(false), "{head}");
        }
    }

    #[test]
    fn an_empty_envelope_is_no_trouble() {
        let (article, _) = article(r#"{"version":"lamplit-page/1","metadata":null,"meta":[],"html":null}"#);
        assert_eq!(article.blocks.len(), 1);
    }
}
