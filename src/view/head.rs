//! What stands over and under the text.

use super::picture::figure;
use super::{Attr, Context, Markup, Tag, UrlAttr, tongue};
use crate::article::{Article, Author, Dateline, Moment};
use crate::text::{self, Script};

/// The content of the article's header. `opening` is the beginning of the body: a dateline that stands there is not said twice.
/// `minutes` is what the article takes to read; while it is not known, its place is kept free.
pub fn header(m: &mut Markup, context: &Context, article: &Article, opening: &str, minutes: Option<u32>) {
    site(m, context, article);
    tongue::words(m, context, Tag::P, "kicker", article.kicker.as_deref());
    tongue::words(m, context, Tag::H1, "title", Some(&article.title));
    tongue::words(m, context, Tag::P, "subtitle", article.subtitle.as_deref());
    m.element(Tag::Div, |m| {
        m.attr(Attr::Part, "meta-line");
        meta(m, context, article);
        m.element(Tag::Span, |m| {
            m.attr(Attr::Part, READING_TIME);
            match minutes {
                Some(minutes) => m.write(&reading_time(context, minutes)),
                None => {
                    m.attr(Attr::AriaHidden, "true");
                }
            }
        });
    });
    if let Some(line) =
        article.dateline.as_ref().filter(|line| line.text.is_empty() || !opening.starts_with(&line.text))
    {
        tongue::words(m, context, Tag::P, "dateline", Some(&spoken(line)));
    }
    tongue::words(m, context, Tag::P, "summary", article.summary.as_deref());
    if let Some(hero) = &article.hero {
        figure(m, context, hero, "figure hero", false);
    }
}

/// The part that says how long the article takes to read.
pub const READING_TIME: &str = "reading-time";

/// What it says.
#[must_use]
pub fn reading_time(context: &Context, minutes: u32) -> String {
    let (before, after) = context.labels.minutes;
    [before, &minutes.to_string(), after].concat()
}

fn site(m: &mut Markup, context: &Context, article: &Article) {
    let Some(site) = &article.site else {
        m.words(Tag::P, "section", article.section.as_deref());
        return;
    };
    m.element(Tag::Nav, |m| {
        m.attr(Attr::Part, "site").attr(Attr::AriaLabel, &site.name);
        if let Some(home) = &site.home {
            m.element(Tag::A, |m| {
                m.attr(Attr::Part, "home").url(UrlAttr::Href, home, context.base());
                m.write(context.labels.home);
            });
        }
        m.words(Tag::Span, "site-name", Some(&site.name));
        m.words(Tag::Span, "section", article.section.as_deref());
    });
}

/// The meta line: what it is called, then what it says.
fn meta(m: &mut Markup, context: &Context, article: &Article) {
    let labels = context.labels;
    let stats = article.stats;
    let counts = [
        (labels.views, stats.views, "views"),
        (labels.comments, stats.comments, "comments"),
        (labels.likes, stats.likes, "likes"),
    ];
    let nothing = article.published.is_none()
        && article.modified.is_none()
        && article.authors.is_empty()
        && article.source.is_none()
        && counts.iter().all(|(_, count, _)| count.is_none());
    if nothing {
        return;
    }
    m.element(Tag::Dl, |m| {
        m.attr(Attr::Part, "meta");
        for (label, moment, part) in
            [(labels.time, &article.published, "published"), (labels.updated, &article.modified, "modified")]
        {
            if let Some(moment) = moment {
                entry(m, label, part, |m| time(m, context, moment));
            }
        }
        if !article.authors.is_empty() {
            entry(m, labels.author, "authors", |m| authors(m, context, &article.authors));
        }
        if let Some(source) = &article.source {
            entry(m, labels.source, "source", |m| linked(m, context, &source.name, source.url.as_ref()));
        }
        for (label, count, part) in counts {
            if let Some(count) = count {
                entry(m, label, part, |m| number(m, context, count));
            }
        }
    });
}

fn entry(m: &mut Markup, label: &str, part: &str, value: impl FnOnce(&mut Markup)) {
    m.element(Tag::Div, |m| {
        m.attr(Attr::Part, part);
        m.element(Tag::Dt, |m| m.write(label));
        m.element(Tag::Dd, value);
    });
}

/// A time, as written.
pub fn time(m: &mut Markup, context: &Context, moment: &Moment) {
    m.element(Tag::Time, |m| {
        m.attr(Attr::Datetime, &moment.iso());
        m.write(&text::date(moment, &context.language.tag));
    });
}

fn authors(m: &mut Markup, context: &Context, authors: &[Author]) {
    for (index, author) in authors.iter().enumerate() {
        if index > 0 {
            m.write(match context.language.script {
                Script::Hans | Script::Hant | Script::Japanese => "、",
                Script::Arabic => "، ",
                _ => ", ",
            });
        }
        linked(m, context, &author.name, author.url.as_ref());
    }
}

fn linked(m: &mut Markup, context: &Context, name: &str, url: Option<&crate::article::SafeUrl>) {
    match url {
        Some(url) => m.element(Tag::A, |m| {
            m.url(UrlAttr::Href, url, context.base());
            m.write(name);
        }),
        None => m.element(Tag::Bdi, |m| m.write(name)),
    }
}

/// A count in short, with the exact number behind it: pointed at, pressed or read aloud.
fn number(m: &mut Markup, context: &Context, count: u64) {
    let exact = text::exact(count);
    let data = |m: &mut Markup, shown: &str| {
        m.element(Tag::Data, |m| {
            m.attr(Attr::Value, &count.to_string()).attr(Attr::Title, &exact);
            m.write(shown);
        });
    };
    match text::compact(count, &context.language.tag) {
        Some(short) => m.element(Tag::Details, |m| {
            m.attr(Attr::Part, "count");
            m.element(Tag::Summary, |m| data(m, &short));
            m.write(&exact);
        }),
        None => data(m, &exact),
    }
}

/// A dateline that the body does not begin with, in one line.
fn spoken(line: &Dateline) -> String {
    if !line.text.is_empty() {
        return line.text.clone();
    }
    let parts = [line.agency.as_deref(), line.place.as_deref(), line.day.as_deref()];
    let mut out = String::new();
    for part in parts.into_iter().flatten().chain(line.reporters.iter().map(String::as_str)) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(part);
    }
    out
}

/// The content of the article's footer: keywords, and the way to the original.
pub fn footer(m: &mut Markup, context: &Context, article: &Article) {
    if !article.tags.is_empty() {
        m.element(Tag::Ul, |m| {
            m.attr(Attr::Part, "tags").attr(Attr::Role, "list").attr(Attr::AriaLabel, context.labels.tags);
            for tag in &article.tags {
                m.element(Tag::Li, |m| m.write(tag));
            }
        });
    }
    if let Some(url) = &article.url {
        m.element(Tag::P, |m| {
            m.element(Tag::A, |m| {
                m.attr(Attr::Part, "original").url(UrlAttr::Href, url, context.base());
                m.write(context.labels.original);
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Block;
    use crate::sink::html;

    #[test]
    fn the_meta_line_says_how_long_it_takes() {
        for (lang, text, line) in [
            ("zh-Hans", "灯".repeat(300), "约 2 分钟"),
            ("zh-TW", "燈".repeat(10), "約 1 分鐘"),
            ("ja", "の".repeat(714), "約2 分"),
            ("en", "lamp ".repeat(229), "2 min read"),
            ("ar", "مصباح ".repeat(139), "قراءة 2 د"),
        ] {
            let article = Article {
                title: "A".to_owned(),
                lang: Some(lang.to_owned()),
                blocks: vec![Block::paragraph(text)],
                ..Article::default()
            };
            let html = html::article(&article);
            assert!(html.contains(&["<span part=\"reading-time\">", line, "</span>"].concat()), "{html}");
        }
    }

    #[test]
    fn its_place_is_kept_while_it_is_not_known() {
        let article = Article { title: "A".to_owned(), ..Article::default() };
        let context = Context::of(&article);
        let mut m = Markup::default();
        header(&mut m, &context, &article, "", None);
        let html = html::fragment(&m);
        assert!(html.contains("<span part=\"reading-time\" aria-hidden=\"true\"></span>"), "{html}");
    }
}
