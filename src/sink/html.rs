//! Markup as HTML text.

use crate::article::Article;
use crate::view::{self, Context, Markup, Op};

/// The HTML of an article with its carousel and lists: a fragment, the same tree that the browser build makes.
#[must_use]
pub fn article(article: &Article) -> String {
    let mut markup = Markup::default();
    view::whole(&mut markup, &Context::of(article), article);
    fragment(&markup)
}

/// A whole page with the same tree in the shadow root of a `<lamplit-reader>`, declared in HTML, and `css` beside it: it reads
/// without a script, and the element adopts it where there is one.
#[must_use]
pub fn document(article: &Article, css: &str) -> String {
    let context = Context::of(article);
    let mut page = String::from("<!doctype html>\n<html lang=\"");
    escape(&context.language.tag, true, &mut page);
    page.push_str("\" dir=\"");
    page.push_str(context.dir().as_str());
    page.push_str("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    escape(&article.title, false, &mut page);
    page.push_str("</title>\n</head>\n<body>\n<lamplit-reader><template shadowrootmode=\"open\"><style>");
    // The only way out of a style element is its end tag.
    page.push_str(&css.replace("</", "<\\/"));
    page.push_str("</style><div part=\"surface\">");
    let mut markup = Markup::default();
    view::whole(&mut markup, &context, article);
    page.push_str(&fragment(&markup));
    page.push_str("</div></template></lamplit-reader>\n</body>\n</html>\n");
    page
}

/// The HTML of a piece of markup.
#[must_use]
pub fn fragment(markup: &Markup) -> String {
    let mut out = String::with_capacity(markup.text().len() * 2);
    let mut text = markup.text();
    let mut open = Vec::new();
    let mut in_tag = false;
    let mut take = |length: u32| {
        let (head, tail) = text.split_at_checked(length as usize).unwrap_or((text, ""));
        text = tail;
        head
    };
    for op in markup.ops() {
        if in_tag && !matches!(op, Op::Attr(..) | Op::Url(..)) {
            out.push('>');
            in_tag = false;
        }
        match *op {
            Op::Open(tag) => {
                out.push('<');
                out.push_str(tag.as_str());
                open.push(tag);
                in_tag = true;
            }
            Op::Attr(name, length) => attribute(name.as_str(), take(length), &mut out),
            Op::Url(name, length) => attribute(name.as_str(), take(length), &mut out),
            Op::Text(length) => escape(take(length), false, &mut out),
            Op::Close => {
                if let Some(tag) = open.pop().filter(|tag| !tag.is_void()) {
                    out.push_str("</");
                    out.push_str(tag.as_str());
                    out.push('>');
                }
            }
            Op::Descend => {}
        }
    }
    out
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    if !value.is_empty() {
        out.push_str("=\"");
        escape(value, true, out);
        out.push('"');
    }
}

fn escape(text: &str, quotes: bool, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\u{a0}', '\r']) {
        let (plain, tail) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(plain);
        let Some(special) = tail.chars().next() else { break };
        match special {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            // A parser reads a bare carriage return as a newline.
            '\r' => out.push_str("&#13;"),
            '"' if quotes => out.push_str("&quot;"),
            other => out.push(other),
        }
        rest = tail.get(special.len_utf8()..).unwrap_or_default();
    }
    out.push_str(rest);
}
