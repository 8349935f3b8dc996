//! Helpers for the tests of the adapters over trees: a document in, its blocks as one line.

use crate::article::{Article, Block, Inline, Mark, Picture, plain};
use crate::error::Error;
use crate::formats::Format;
use crate::formats::notes::Notes;
use crate::limits::Limits;
use crate::parse::parse;

/// Reads a document that must be of the format `format`.
pub fn import(format: Format, json: &str) -> Article {
    let (article, found) = attempt(json).expect("some importer knows it").expect("it is read");
    assert_eq!(found, format);
    article
}

/// Reads a document as the registry does.
pub fn attempt(json: &str) -> Option<Result<(Article, Format), Error>> {
    let value = parse(json.as_bytes(), Limits::default()).expect("it is JSON");
    let mut notes = Notes::default();
    let read = super::super::import(&value, &mut notes)?;
    Some(read.map(|(mut article, format)| {
        article.warnings = notes.take();
        (article, format)
    }))
}

/// The warnings with their paths.
pub fn codes(article: &Article) -> Vec<String> {
    article.warnings.iter().map(|warning| [warning.code.as_str(), " ", &warning.path].concat()).collect()
}

/// Blocks in a short notation.
pub fn outline(blocks: &[Block]) -> String {
    blocks.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn one(block: &Block) -> String {
    match block {
        Block::Paragraph(paragraph) => format!("p({})", line(&paragraph.content)),
        Block::Heading(heading) => format!("h{}({})", heading.level, line(&heading.content)),
        Block::List { ordered, start, items } => {
            let items: Vec<_> = items
                .iter()
                .map(|item| {
                    let tick = match item.checked {
                        Some(true) => "+",
                        Some(false) => "-",
                        None => "",
                    };
                    format!("li{tick}({})", outline(&item.blocks))
                })
                .collect();
            let start = start.map(|start| start.to_string()).unwrap_or_default();
            format!("{}{start}({})", if *ordered { "ol" } else { "ul" }, items.join(" "))
        }
        Block::Quote { blocks, cite } => format!("quote({}{})", outline(blocks), after(cite)),
        Block::Code { text, language } => format!("code({}:{text})", language.as_deref().unwrap_or_default()),
        Block::Image(picture) => image(picture),
        Block::Gallery { images, caption } => {
            format!("gallery({}{})", images.iter().map(image).collect::<Vec<_>>().join(" "), after(caption))
        }
        Block::Video(media) => {
            format!("video({:?}{})", media.sources.first().map(|s| s.src.as_str()), after(&media.caption))
        }
        Block::Audio(media) => {
            format!("audio({:?}{})", media.sources.first().map(|s| s.src.as_str()), after(&media.title))
        }
        Block::Embed(embed) => format!(
            "embed({}{}{})",
            embed.url.as_ref().map(|url| url.as_str()).unwrap_or_default(),
            after(&embed.title),
            after(&embed.caption)
        ),
        Block::Table(table) => {
            let rows: Vec<_> = table
                .rows
                .iter()
                .map(|row| {
                    row.iter()
                        .map(|cell| {
                            let head = if cell.header { "^" } else { "" };
                            let span = match (cell.colspan, cell.rowspan) {
                                (1, 1) => String::new(),
                                (columns, rows) => format!("{columns}x{rows}"),
                            };
                            format!("({}{head}{span})", line(&cell.content))
                        })
                        .collect::<String>()
                })
                .collect();
            format!("table({}{})", rows.join("|"), after(&table.caption))
        }
        Block::Divider => "hr".to_owned(),
        Block::Details { summary, blocks, open } => {
            format!("details{}({}: {})", if *open { "!" } else { "" }, line(summary), outline(blocks))
        }
        Block::LinkCard(card) => format!(
            "card({} {}{})",
            card.url.as_ref().map(|url| url.as_str()).unwrap_or_default(),
            card.title,
            after(&card.excerpt)
        ),
        Block::Group { title, blocks } => format!("group({}{})", outline(blocks), after(title)),
        Block::Footnotes(_) => "notes".to_owned(),
        Block::Unknown { kind, text } => format!("?{kind}({text})"),
    }
}

fn after(words: &Option<String>) -> String {
    words.as_ref().map(|words| format!(" ~{words}")).unwrap_or_default()
}

fn image(picture: &Picture) -> String {
    let link = picture.link.as_ref().map(|url| format!(" ->{}", url.as_str())).unwrap_or_default();
    let src = picture.src.as_ref().map(|url| url.as_str()).unwrap_or_default();
    format!("img({src} {} {}{link})", picture.alt, picture.caption.as_deref().unwrap_or_default())
}

/// Running text in a short notation.
pub fn line(text: &[Inline]) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Run { text, marks } if marks.is_empty() => text.clone(),
            Inline::Run { text, marks } => {
                let names: Vec<_> = marks
                    .iter()
                    .map(|mark| Mark::WORDS.iter().find(|(_, known)| known == mark).map_or("?", |(name, _)| name))
                    .collect();
                format!("[{}:{text}]", names.join(","))
            }
            Inline::Break => "/".to_owned(),
            Inline::Link { url, content } => format!("<{} {}>", url.as_str(), line(content)),
            Inline::Image(picture) => image(picture),
            Inline::NoteRef { .. } => plain(core::slice::from_ref(inline)),
        })
        .collect()
}
