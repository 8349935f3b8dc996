//! An article as a native document.

use crate::article::{
    Article, Block, Card, CardList, Cell, CellAlign, Dateline, Inline, Mark, Media, Moment, Paragraph, ParagraphRole,
    Picture, SafeUrl,
};
use crate::formats::json::Json;

/// The canonical native document of `article`, as JSON text.
#[must_use]
pub fn write(article: &Article) -> String {
    let mut json = Json::default();
    json.object(|json| {
        json.key("version").string(super::VERSION);
        json.maybe("id", article.id.as_deref());
        url(json, "url", article.url.as_ref());
        json.key("title").string(&article.title);
        json.maybe("subtitle", article.subtitle.as_deref());
        json.maybe("kicker", article.kicker.as_deref());
        json.maybe("summary", article.summary.as_deref());
        json.maybe("lang", article.lang.as_deref());
        json.maybe("dir", article.dir.map(crate::article::Dir::as_str));
        moment(json, "published", article.published.as_ref());
        moment(json, "modified", article.modified.as_ref());
        json.list("authors", &article.authors, |json, author| named(json, &author.name, "url", author.url.as_ref()));
        if let Some(site) = &article.site {
            json.key("site");
            named(json, &site.name, "home", site.home.as_ref());
        }
        if let Some(source) = &article.source {
            json.key("source");
            named(json, &source.name, "url", source.url.as_ref());
        }
        json.maybe("section", article.section.as_deref());
        json.list("tags", &article.tags, |json, tag| json.string(tag));
        if let Some(hero) = &article.hero {
            json.key("hero").object(|json| picture(json, hero));
        }
        if let Some(line) = &article.dateline {
            dateline(json, line);
        }
        let stats = article.stats;
        if stats != crate::article::Stats::default() {
            json.key("stats").object(|json| {
                json.count("views", stats.views);
                json.count("comments", stats.comments);
                json.count("likes", stats.likes);
            });
        }
        json.key("blocks").array(|json| article.blocks.iter().for_each(|one| block(json, one)));
        json.list("related", &article.related, |json, one| json.object(|json| card(json, one)));
        json.list("lists", &article.lists, card_list);
        url(json, "next", article.next.as_ref());
        json.list("warnings", &article.warnings, |json, warning| {
            json.object(|json| {
                json.key("code").string(&warning.code);
                json.key("path").string(&warning.path);
                json.key("message").string(&warning.message);
            });
        });
    });
    json.finish()
}

fn url(json: &mut Json, key: &str, url: Option<&SafeUrl>) {
    json.maybe(key, url.map(SafeUrl::as_str));
}

fn moment(json: &mut Json, key: &str, moment: Option<&Moment>) {
    json.maybe(key, moment.map(Moment::iso).as_deref());
}

fn named(json: &mut Json, name: &str, key: &str, address: Option<&SafeUrl>) {
    json.object(|json| {
        json.key("name").string(name);
        url(json, key, address);
    });
}

fn dateline(json: &mut Json, line: &Dateline) {
    json.key("dateline").object(|json| {
        json.maybe("text", (!line.text.is_empty()).then_some(&line.text));
        json.maybe("agency", line.agency.as_deref());
        json.maybe("place", line.place.as_deref());
        json.maybe("day", line.day.as_deref());
        json.list("reporters", &line.reporters, |json, name| json.string(name));
    });
}

fn card(json: &mut Json, card: &Card) {
    json.key("title").string(&card.title);
    json.maybe("kicker", card.kicker.as_deref());
    json.maybe("excerpt", card.excerpt.as_deref());
    url(json, "url", card.url.as_ref());
    url(json, "src", card.src.as_ref());
    if let Some(image) = &card.image {
        json.key("image").object(|json| picture(json, image));
    }
    json.maybe("site", card.site.as_deref());
    moment(json, "published", card.published.as_ref());
    json.list("tags", &card.tags, |json, tag| json.string(tag));
}

fn card_list(json: &mut Json, list: &CardList) {
    json.object(|json| {
        json.maybe("title", list.title.as_deref());
        json.maybe("kind", list.kind.map(crate::article::ListKind::as_str));
        json.key("items").array(|json| list.items.iter().for_each(|one| json.object(|json| card(json, one))));
    });
}

fn picture(json: &mut Json, picture: &Picture) {
    url(json, "src", picture.src.as_ref());
    json.list("srcset", &picture.srcset, |json, candidate| {
        json.object(|json| {
            url(json, "src", Some(&candidate.src));
            json.count("width", Some(u64::from(candidate.width)));
        });
    });
    json.maybe("alt", (!picture.alt.is_empty()).then_some(&picture.alt));
    json.count("width", picture.width.map(u64::from));
    json.count("height", picture.height.map(u64::from));
    json.maybe("caption", picture.caption.as_deref());
    json.maybe("credit", picture.credit.as_deref());
    url(json, "link", picture.link.as_ref());
}

fn media(json: &mut Json, media: &Media) {
    json.list("sources", &media.sources, |json, source| {
        json.object(|json| {
            url(json, "src", Some(&source.src));
            json.maybe("mime", source.mime.as_deref());
        });
    });
    url(json, "poster", media.poster.as_ref());
    json.maybe("title", media.title.as_deref());
    json.count("width", media.width.map(u64::from));
    json.count("height", media.height.map(u64::from));
    json.maybe("caption", media.caption.as_deref());
    json.maybe("credit", media.credit.as_deref());
}

fn block(json: &mut Json, block: &Block) {
    json.object(|json| members(json, block));
}

fn blocks(json: &mut Json, inner: &[Block]) {
    json.key("blocks").array(|json| inner.iter().for_each(|one| block(json, one)));
}

fn members(json: &mut Json, block: &Block) {
    let kind = match block {
        Block::Paragraph(_) => "paragraph",
        Block::Heading(_) => "heading",
        Block::List { .. } => "list",
        Block::Quote { .. } => "quote",
        Block::Code { .. } => "code",
        Block::Image(_) => "image",
        Block::Gallery { .. } => "gallery",
        Block::Video(_) => "video",
        Block::Audio(_) => "audio",
        Block::Embed(_) => "embed",
        Block::Table(_) => "table",
        Block::Divider => "divider",
        Block::Details { .. } => "details",
        Block::LinkCard(_) => "link-card",
        Block::Group { .. } => "group",
        Block::Footnotes(_) => "footnotes",
        Block::Unknown { .. } => "unknown",
    };
    json.key("type").string(kind);
    match block {
        Block::Paragraph(one) => paragraph(json, one),
        Block::Heading(heading) => {
            json.count("level", Some(u64::from(heading.level)));
            content(json, "content", &heading.content);
        }
        Block::List { ordered, start, items } => {
            json.flag("ordered", *ordered);
            if let Some(start) = start {
                json.key("start").bare(&start.to_string());
            }
            json.key("items").array(|json| {
                for item in items {
                    json.object(|json| {
                        if let Some(checked) = item.checked {
                            json.key("checked").bare(if checked { "true" } else { "false" });
                        }
                        blocks(json, &item.blocks);
                    });
                }
            });
        }
        Block::Quote { blocks: inner, cite } => {
            blocks(json, inner);
            json.maybe("cite", cite.as_deref());
        }
        Block::Code { text, language } => {
            json.key("text").string(text);
            json.maybe("language", language.as_deref());
        }
        Block::Image(one) => picture(json, one),
        Block::Gallery { images, caption } => {
            json.key("images").array(|json| images.iter().for_each(|one| json.object(|json| picture(json, one))));
            json.maybe("caption", caption.as_deref());
        }
        Block::Video(one) | Block::Audio(one) => media(json, one),
        Block::Embed(embed) => {
            url(json, "url", embed.url.as_ref());
            json.maybe("provider", embed.provider.as_deref());
            json.maybe("title", embed.title.as_deref());
            json.maybe("caption", embed.caption.as_deref());
            url(json, "frame", embed.frame.as_ref());
        }
        Block::Table(table) => {
            json.key("rows").array(|json| {
                for row in &table.rows {
                    json.array(|json| row.iter().for_each(|one| cell(json, one)));
                }
            });
            json.maybe("caption", table.caption.as_deref());
        }
        Block::Divider => {}
        Block::Details { summary, blocks: inner, open } => {
            content(json, "summary", summary);
            blocks(json, inner);
            json.flag("open", *open);
        }
        Block::LinkCard(one) => card(json, one),
        Block::Group { title, blocks: inner } => {
            json.maybe("title", title.as_deref());
            blocks(json, inner);
        }
        Block::Footnotes(notes) => json.key("notes").array(|json| {
            for note in notes {
                json.object(|json| {
                    json.key("id").string(&note.id);
                    blocks(json, &note.blocks);
                });
            }
        }),
        Block::Unknown { kind, text } => {
            json.key("kind").string(kind);
            json.key("text").string(text);
        }
    }
}

fn paragraph(json: &mut Json, paragraph: &Paragraph) {
    json.flag("indent", paragraph.indent);
    if paragraph.role == ParagraphRole::Lead {
        json.key("role").string("lead");
    }
    json.maybe("lang", paragraph.lang.as_deref());
    json.maybe("dir", paragraph.dir.map(crate::article::Dir::as_str));
    content(json, "content", &paragraph.content);
}

fn cell(json: &mut Json, cell: &Cell) {
    json.object(|json| {
        content(json, "content", &cell.content);
        json.flag("header", cell.header);
        json.count("colspan", (cell.colspan > 1).then_some(u64::from(cell.colspan)));
        json.count("rowspan", (cell.rowspan > 1).then_some(u64::from(cell.rowspan)));
        json.maybe(
            "align",
            cell.align.map(|align| match align {
                CellAlign::Start => "start",
                CellAlign::Center => "center",
                CellAlign::End => "end",
            }),
        );
    });
}

fn content(json: &mut Json, key: &str, text: &[Inline]) {
    json.key(key).array(|json| text.iter().for_each(|one| inline(json, one)));
}

fn inline(json: &mut Json, inline: &Inline) {
    json.object(|json| match inline {
        Inline::Run { text, marks } => {
            json.key("text").string(text);
            json.list("marks", marks, mark);
        }
        Inline::Break => json.key("type").string("break"),
        Inline::Link { url: address, content: words } => {
            json.key("type").string("link");
            url(json, "url", Some(address));
            content(json, "content", words);
        }
        Inline::Image(one) => {
            json.key("type").string("image");
            picture(json, one);
        }
        Inline::NoteRef { id, text } => {
            json.key("type").string("note-ref");
            json.key("note").string(id);
            json.key("text").string(text);
        }
    });
}

fn mark(json: &mut Json, mark: &Mark) {
    match mark {
        Mark::Ruby(reading) => json.object(|json| {
            json.key("type").string("ruby");
            json.key("reading").string(reading);
        }),
        Mark::Lang(lang) => json.object(|json| {
            json.key("type").string("lang");
            json.key("lang").string(lang);
        }),
        plain => {
            if let Some((word, _)) = Mark::WORDS.iter().find(|(_, mark)| mark == plain) {
                json.string(word);
            }
        }
    }
}
