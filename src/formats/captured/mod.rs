//! A news page that was saved as plain text.
//!
//! Such a page has no markup left: what each line is follows from its words, its indent and its place. Nothing readable is lost: what
//! has no place in the model stays a line of the article, and what is dropped as a button or a menu is named in a warning.

mod body;
mod card;
mod count;
mod field;
mod header;
mod label;
mod lang;
mod line;
mod meta;
mod page;
mod vocabulary;

use crate::article::{Article, Author, Block, CardList, SafeUrl, Site, plain};
use crate::error::{Code, Error};
use crate::formats::common::dateline;
use crate::formats::notes::Notes;

use label::Label;
use meta::Meta;
use page::{Page, Section};

/// Reads a page that was saved as text.
///
/// # Errors
/// [`Code::UnknownFormat`] where the text has none of such a page's marks, [`Code::InvalidArticle`] where the page holds no article.
pub fn import(text: &str, notes: &mut Notes) -> Result<Article, Error> {
    let lines = line::unwrap(line::lines(text));
    let Page { header, fields, body, sections, interface, known } = page::divide(&lines);
    if !known {
        let message = "The text has no mark of a saved news page, such as a line 时间:… 作者:…, a heading 相关文章 or an indented \
            paragraph: give the article as JSON, or save the whole page as text.";
        return Err(Error::new(Code::UnknownFormat, "$", message));
    }
    let mut article = Article::default();
    let Meta { headline, left } = meta::read(&fields, &mut article, notes);
    let header = header::read(&header, headline.is_some());
    let under = match body.as_slice() {
        [first, rest @ ..] if header.title.is_none() && headline.is_none() => {
            page::is_title(first, rest.first().copied()).then(|| first.text.as_ref())
        }
        _ => None,
    };
    let written = header.title.or(under);
    // The page's heading often stands again over the text.
    let title = written.or(headline);
    let body = body.iter().copied().skip_while(|line| title == Some(line.text.as_ref()));
    article.blocks = body::blocks(&header.rest.iter().copied().chain(body).collect::<Vec<_>>());
    if article.blocks.is_empty() {
        let message = "The page has headings, but no text between them: save it again with the article in it.";
        return Err(Error::new(Code::InvalidArticle, "$", message));
    }
    for line in left {
        let paragraph = Block::paragraph(line);
        // The editor often stands both over and under the text.
        if !article.blocks.contains(&paragraph) {
            article.blocks.push(paragraph);
        }
    }
    article.dateline = dateline(&article.blocks);
    set_title(&mut article, written, headline, notes);
    if article.authors.is_empty() {
        let reporters = article.dateline.iter().flat_map(|line| &line.reporters);
        article.authors = reporters.map(|name| Author { name: name.clone(), url: None }).collect();
    }
    set_site(&mut article, header.site, header.home, notes);
    article.section = article.section.or(header.section.map(str::to_owned));
    article.kicker = header.kicker.map(str::to_owned);
    article.subtitle = header.subtitle.map(str::to_owned);
    add_sections(&mut article, sections);
    article.lang = language(&article);
    for (number, text) in interface.iter().map(|line| (line.number, line.text.as_ref())).chain(header.menu) {
        notes.push(
            "interface-text",
            "$",
            &format!("Line {number}, “{text}”, belongs to the page, not to the article, and was dropped."),
        );
    }
    Ok(article)
}

/// The dateline at the head of the first paragraph.
fn dateline(blocks: &[Block]) -> Option<crate::article::Dateline> {
    let first = blocks.iter().find_map(|block| match block {
        Block::Paragraph(paragraph) => Some(plain(&paragraph.content)),
        _ => None,
    })?;
    dateline::of(&first)
}

/// Gives the article its title: the page's own line, or the headline that stands where the author should.
fn set_title(article: &mut Article, written: Option<&str>, headline: Option<&str>, notes: &mut Notes) {
    match (written, headline) {
        (Some(title), Some(headline)) => {
            if title != headline {
                notes.push(
                    "doubtful-author",
                    "$.authors",
                    "The author field reads like a headline, but the page has a title: it was kept as it is.",
                );
                article.authors.push(Author { name: headline.to_owned(), url: None });
            }
            article.title = title.to_owned();
        }
        (Some(title), None) => article.title = title.to_owned(),
        (None, Some(headline)) => {
            notes.push(
                "headline-in-author",
                "$.title",
                "The author field holds the headline: it was taken as the title, and the authors from the dateline.",
            );
            article.title = headline.to_owned();
        }
        (None, None) => {
            notes.push("missing-title", "$.title", "The page has no line that can be its title: give it one.")
        }
    }
}

/// The site, where it is named. The address behind the home link is not in the text.
fn set_site(article: &mut Article, name: Option<&str>, home: bool, notes: &mut Notes) {
    let Some(name) = name else { return };
    let address = if home { SafeUrl::link("/") } else { None };
    if address.is_some() {
        notes.push("assumed-home", "$.site.home", "The text does not say where the home link leads: “/” was assumed.");
    }
    article.site = Some(Site { name: name.to_owned(), home: address });
}

/// The first list of related articles is the carousel; every other one is a list.
fn add_sections(article: &mut Article, sections: Vec<Section<'_>>) {
    let mut carousel = false;
    for Section { label, title, lines } in sections {
        let items = card::cards(&lines);
        match label {
            Label::Related if !carousel => {
                carousel = true;
                article.related = items;
            }
            Label::List(kind) => article.lists.push(CardList { title: Some(title.to_owned()), kind, items }),
            _ => article.lists.push(CardList { title: Some(title.to_owned()), kind: None, items }),
        }
    }
}

fn language(article: &Article) -> Option<String> {
    let texts = article.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(plain(&paragraph.content)),
        _ => None,
    });
    let sample: Vec<String> = texts.take(40).collect();
    lang::of(core::iter::once(article.title.as_str()).chain(sample.iter().map(String::as_str))).map(str::to_owned)
}

#[cfg(test)]
mod tests;
