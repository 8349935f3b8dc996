//! The blocks of a body.

use super::picture::{caption, figure, image};
use super::{Attr, Context, Markup, Tag, UrlAttr, card, has_words, inline, note, tongue};
use crate::article::{Block, Cell, CellAlign, Embed, ListItem, Media, Paragraph, ParagraphRole, Picture, Table};

/// The headings that the body can use; the title has the first rank.
const HEADINGS: [Tag; 5] = [Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];

/// Letters that tell the language of a cell: fewer are a unit, a name, a number.
const CELL: u16 = 8;

/// Writes a block. `level` is the rank of the last heading (0 before the first): a heading never skips one, whatever the source says.
pub fn write(m: &mut Markup, context: &Context, level: &mut u8, block: &Block) {
    let mut blocks = |m: &mut Markup, blocks: &[Block]| blocks.iter().for_each(|block| write(m, context, level, block));
    match block {
        Block::Paragraph(one) => paragraph(m, context, one),
        // An empty one would stand in the outline and say nothing.
        Block::Heading(heading) if !inline::shows(&heading.content) => {}
        Block::Heading(heading) => {
            let rank = heading.level.saturating_sub(2).min(4).min(*level);
            *level = rank + 1;
            let tag = HEADINGS.get(usize::from(rank)).copied().unwrap_or(Tag::H2);
            m.element(tag, |m| {
                tongue::of_text(context, &heading.content, 0).write(m);
                inline::write(m, context, &heading.content);
            });
        }
        Block::List { ordered, start, items } => m.element(if *ordered { Tag::Ol } else { Tag::Ul }, |m| {
            if let Some(start) = start.filter(|start| *ordered && *start != 1) {
                m.attr(Attr::Start, &start.to_string());
            }
            for item in items {
                m.element(Tag::Li, |m| list_item(m, context, item, &mut blocks));
            }
        }),
        Block::Quote { blocks: inner, cite } => m.element(Tag::Blockquote, |m| {
            blocks(m, inner);
            tongue::words(m, context, Tag::Cite, "cite", cite.as_deref());
        }),
        Block::Code { text, language } => m.element(Tag::Pre, |m| {
            m.attr(Attr::Part, "code").attr(Attr::Tabindex, "0").attr(Attr::Dir, "ltr");
            if let Some(language) = language {
                m.attr(Attr::DataKind, language);
            }
            m.element(Tag::Code, |m| m.write(text));
        }),
        Block::Image(picture) => figure(m, context, picture, "figure", true),
        Block::Gallery { images, caption } => m.element(Tag::Figure, |m| {
            m.attr(Attr::Part, "gallery");
            m.element(Tag::Div, |m| images.iter().for_each(|picture| figure(m, context, picture, "figure", true)));
            tongue::words(m, context, Tag::Figcaption, "caption", caption.as_deref());
        }),
        Block::Video(one) => media(m, context, one, Tag::Video),
        Block::Audio(one) => media(m, context, one, Tag::Audio),
        Block::Embed(one) => embed(m, context, one),
        Block::Table(one) => table(m, context, one),
        Block::Divider => m.element(Tag::Hr, |_| {}),
        Block::Details { summary, blocks: inner, open } => m.element(Tag::Details, |m| {
            if *open {
                m.attr(Attr::Open, "");
            }
            m.element(Tag::Summary, |m| {
                tongue::of_text(context, summary, 0).write(m);
                inline::write(m, context, summary);
            });
            blocks(m, inner);
        }),
        Block::LinkCard(one) => m.element(Tag::Div, |m| {
            m.attr(Attr::Part, "link-card");
            card::face(m, context, one, Tag::P);
        }),
        Block::Group { title, blocks: inner } => m.element(Tag::Div, |m| {
            m.attr(Attr::Part, "group").attr(Attr::Role, "group");
            if let Some(title) = title {
                m.attr(Attr::AriaLabel, title);
            }
            tongue::words(m, context, Tag::P, "group-title", title.as_deref());
            blocks(m, inner);
        }),
        Block::Footnotes(notes) => note::notes(m, context, notes, &mut blocks),
        Block::Unknown { kind, text } => m.element(Tag::Div, |m| {
            m.attr(Attr::Part, "unknown").attr(Attr::DataKind, kind);
            for line in text.split('\n').filter(|line| !line.trim().is_empty()) {
                m.element(Tag::P, |m| {
                    tongue::of_line(context, line).write(m);
                    m.write(line);
                });
            }
        }),
    }
}

fn paragraph(m: &mut Markup, context: &Context, paragraph: &Paragraph) {
    m.element(Tag::P, |m| {
        if paragraph.indent {
            m.attr(Attr::DataIndent, "");
        }
        if paragraph.role == ParagraphRole::Lead {
            m.attr(Attr::DataRole, "lead");
        }
        tongue::of_paragraph(context, paragraph).write(m);
        inline::write(m, context, &paragraph.content);
    });
}

fn list_item(m: &mut Markup, context: &Context, item: &ListItem, blocks: &mut dyn FnMut(&mut Markup, &[Block])) {
    if let Some(checked) = item.checked {
        m.attr(Attr::DataKind, if checked { "done" } else { "open" });
    }
    // An item that is one paragraph is set as a line, not as a paragraph.
    match item.blocks.as_slice() {
        [Block::Paragraph(only)] => {
            tongue::of_paragraph(context, only).write(m);
            inline::write(m, context, &only.content);
        }
        // What the line says of its language must not be said of the lists under it.
        [Block::Paragraph(first), rest @ ..]
            if rest.iter().all(|block| matches!(block, Block::List { .. }))
                && tongue::of_paragraph(context, first).is_own() =>
        {
            inline::write(m, context, &first.content);
            blocks(m, rest);
        }
        all => blocks(m, all),
    }
}

fn media(m: &mut Markup, context: &Context, media: &Media, tag: Tag) {
    m.element(Tag::Figure, |m| {
        m.attr(Attr::Part, tag.as_str());
        tongue::words(m, context, Tag::P, "media-title", media.title.as_deref());
        if !media.sources.is_empty() {
            m.element(tag, |m| {
                // Nothing is fetched before the reader asks for it.
                m.attr(Attr::Preload, "none").attr(Attr::Controls, "");
                if let Some(title) = media.title.as_ref().or(media.caption.as_ref()) {
                    m.attr(Attr::AriaLabel, title);
                }
                m.number(Attr::Width, media.width).number(Attr::Height, media.height);
                if let Some(poster) = media.poster.as_ref().filter(|_| tag == Tag::Video) {
                    m.url(UrlAttr::Poster, poster, context.base());
                }
                for source in &media.sources {
                    m.element(Tag::Source, |m| {
                        if let Some(mime) = &source.mime {
                            m.attr(Attr::Type, mime);
                        }
                        m.url(UrlAttr::Src, &source.src, context.base());
                    });
                }
            });
        } else if let Some(poster) = &media.poster {
            let still =
                Picture { src: Some(poster.clone()), width: media.width, height: media.height, ..Picture::default() };
            image(m, context, &still, true);
        }
        caption(m, context, media.caption.as_deref(), media.credit.as_deref());
    });
}

/// A card that leads to what another site shows; nothing is asked of that site.
fn embed(m: &mut Markup, context: &Context, embed: &Embed) {
    m.element(Tag::Figure, |m| {
        m.attr(Attr::Part, "embed");
        tongue::words(m, context, Tag::P, "embed-provider", embed.provider.as_deref());
        tongue::words(m, context, Tag::P, "embed-title", embed.title.as_deref());
        // Nothing is asked of the other site before a press on this.
        if let Some(frame) = &embed.frame {
            m.element(Tag::Button, |m| {
                m.attr(Attr::Part, "embed-button").attr(Attr::Type, "button").attr(Attr::DataAction, "embed");
                m.url(UrlAttr::DataSrc, frame, context.base());
                m.write(context.labels.embed_show);
            });
        }
        if let Some(url) = &embed.url {
            m.element(Tag::A, |m| {
                m.url(UrlAttr::Href, url, context.base());
                m.attr(Attr::Rel, "noopener noreferrer");
                m.write(context.labels.embed);
            });
        }
        caption(m, context, embed.caption.as_deref(), None);
    });
}

fn table(m: &mut Markup, context: &Context, table: &Table) {
    m.element(Tag::Div, |m| {
        // A landmark needs a name of its own (WAI-ARIA, "region"); a table without a caption has none.
        let role = if table.caption.is_some() { "region" } else { "group" };
        m.attr(Attr::Part, "table").attr(Attr::Role, role).attr(Attr::Tabindex, "0");
        m.attr(Attr::AriaLabel, table.caption.as_deref().unwrap_or(context.labels.table));
        m.element(Tag::Table, |m| {
            tongue::words(m, context, Tag::Caption, "caption", table.caption.as_deref());
            let heads = |row: &&Vec<Cell>| !row.is_empty() && row.iter().all(|cell| cell.header);
            let head = table.rows.iter().take_while(heads).count();
            let (top, rest) = table.rows.split_at_checked(head).unwrap_or((&[], &table.rows));
            for (tag, rows) in [(Tag::Thead, top), (Tag::Tbody, rest)] {
                if rows.is_empty() {
                    continue;
                }
                m.element(tag, |m| {
                    for row in rows {
                        m.element(Tag::Tr, |m| row.iter().for_each(|one| cell(m, context, one, tag == Tag::Thead)));
                    }
                });
            }
        });
    });
}

fn cell(m: &mut Markup, context: &Context, cell: &Cell, in_head: bool) {
    // An empty header names nothing (WCAG H51): it is set as a plain cell.
    let header = cell.header && has_words(&cell.content);
    m.element(if header { Tag::Th } else { Tag::Td }, |m| {
        if header {
            m.attr(Attr::Scope, if in_head { "col" } else { "row" });
        }
        let span = |span: u16| (span > 1).then_some(u32::from(span));
        m.number(Attr::Colspan, span(cell.colspan)).number(Attr::Rowspan, span(cell.rowspan));
        if let Some(align) = cell.align {
            m.attr(
                Attr::DataAlign,
                match align {
                    CellAlign::Start => "start",
                    CellAlign::Center => "center",
                    CellAlign::End => "end",
                },
            );
        }
        tongue::of_text(context, &cell.content, CELL).write(m);
        inline::write(m, context, &cell.content);
    });
}
