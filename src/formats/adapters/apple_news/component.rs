//! The components of a document, one by one.

use crate::article::{Article, Block, Embed, Inline, Text, plain};
use crate::error::{Code, Error};
use crate::formats::adapters::markdown;
use crate::formats::adapters::meta::block::{heading, line, link_paragraph, paragraph, paragraphs, small};
use crate::formats::adapters::meta::people::byline;
use crate::formats::adapters::meta::unknown::{same, unknown};
use crate::formats::notes::Notes;
use crate::html;
use crate::parse::{Path, Value};

use super::media::{collection, fill, map, music, photo, video};
use super::rules;
use super::table::datatable;
use super::text::{Styles, caption, text};

/// A body in the making.
pub struct Body<'a> {
    document: &'a Value,
    styles: Styles<'a>,
    /// The article that is being filled.
    pub article: Article,
    /// The titles and introductions that stand in the text.
    pub openings: Vec<String>,
}

/// The longest line that is taken for nothing but names.
const NAMES: usize = 80;

/// Words of a full name.
const FULL: usize = 4;

/// More people than any byline names.
const MANY: usize = 32;

impl<'a> Body<'a> {
    /// The body of `document`, whose members have been read into `article`.
    pub fn new(document: &'a Value, article: Article) -> Self {
        Self { document, styles: Styles::of(document), article, openings: Vec::new() }
    }

    /// Reads the components of the document or of one of its components.
    ///
    /// # Errors
    /// [`Code::InvalidArticle`] where a component has no role or a table no HTML.
    pub fn components(&mut self, components: &[Value], path: &Path, notes: &mut Notes) -> Result<Vec<Block>, Error> {
        let mut blocks = Vec::new();
        for (index, component) in components.iter().enumerate() {
            self.component(component, &path.index(index), notes, &mut blocks)?;
        }
        Ok(blocks)
    }

    fn component(&mut self, one: &Value, path: &Path, notes: &mut Notes, out: &mut Vec<Block>) -> Result<(), Error> {
        let Some(role) = one.get("role").and_then(Value::as_str) else {
            let message = "The component has no role: give it one, such as body.";
            return Err(Error::new(Code::InvalidArticle, path.key("role"), message));
        };
        rules::component(role, one, path)?;
        if one.get("hidden").and_then(Value::as_bool) == Some(true) {
            return Ok(());
        }
        match role {
            "title" => self.title(text(one, &self.styles, path, notes), out),
            "intro" => self.intro(text(one, &self.styles, path, notes), out),
            "byline" | "author" => self.byline(text(one, &self.styles, path, notes), role == "author", out),
            "illustrator" | "photographer" => out.extend(paragraph(text(one, &self.styles, path, notes))),
            "caption" => pair(text(one, &self.styles, path, notes), out),
            "body" => out.extend(self.body(one, path, notes)),
            "pullquote" | "quote" => {
                let blocks = self.body(one, path, notes);
                if !blocks.is_empty() {
                    out.push(Block::Quote { blocks, cite: None });
                }
            }
            "divider" => out.push(Block::Divider),
            "flexible_spacer" => {}
            "photo" | "figure" | "image" | "portrait" | "logo" => out.extend(photo(one, path, notes)),
            "gallery" | "mosaic" => out.extend(collection(one, path, notes)),
            "video" => out.extend(video(one, path, notes)),
            "music" | "audio" | "podcast" => out.extend(music(one, path, notes)),
            "map" | "place" => out.extend(map(one, role, path, notes)),
            "datatable" => out.extend(datatable(one, &path.key("data"), notes)),
            "htmltable" => {
                let at = path.key("html");
                let Some(markup) = one.get("html").and_then(Value::as_str) else {
                    let message = "The table has no HTML: give it a table element.";
                    return Err(Error::new(Code::InvalidArticle, at, message));
                };
                out.extend(html::blocks(markup, &at, notes));
            }
            "link_button" => {
                let url = notes.link(one, "URL", path);
                let mut content = text(one, &self.styles, path, notes);
                if content.is_empty() {
                    content = line(one, "accessibilityLabel").into_iter().map(Inline::text).collect();
                }
                out.extend(link_paragraph(url, content));
                out.extend(self.inside(one, path, notes)?);
            }
            "aside" => {
                let blocks = self.inside(one, path, notes)?;
                if !blocks.is_empty() {
                    out.push(Block::Group { title: None, blocks });
                }
            }
            "section" | "chapter" | "container" | "header" | "article_link" => {
                out.extend(fill(one, self.document, path, notes));
                let blocks = self.inside(one, path, notes)?;
                out.extend(blocks);
            }
            _ if role.ends_with("_advertisement") || role == "advertisement" => {
                notes.warn("dropped-ad", path, "The place of an advertisement was left out.");
            }
            _ => self.other(role, one, path, notes, out)?,
        }
        Ok(())
    }

    /// Headings, posts of other sites, and what is not known.
    fn other(
        &mut self,
        role: &str,
        one: &Value,
        path: &Path,
        notes: &mut Notes,
        out: &mut Vec<Block>,
    ) -> Result<(), Error> {
        if let Some(level) = role.strip_prefix("heading") {
            let level = match level.as_bytes() {
                [digit @ b'1'..=b'6'] => digit - b'0',
                _ => 2,
            };
            out.extend(heading(level, text(one, &self.styles, path, notes)));
        } else if let Some(provider) = provider(role) {
            let url = notes.link(one, "URL", path);
            let player = url.as_ref().filter(|_| role.starts_with("embed"));
            let known = player.and_then(|url| html::embed::of(url.as_str())).unwrap_or_default();
            let frame = match known.frame {
                None if role.starts_with("embed") => notes.frame(one, "URL", path),
                frame => frame,
            };
            let caption = caption(one, path, notes);
            if url.is_some() || caption.is_some() {
                let provider = (!provider.is_empty()).then(|| provider.to_owned()).or(known.provider);
                let embed = Embed { url: known.url.or(url), provider, title: None, caption, frame };
                out.push(Block::Embed(html::embed::complete(embed)));
            }
        } else {
            let inside = one.get("components").and_then(Value::as_array);
            if let Some(components) = inside {
                notes.warn("unknown-block", path, "The component is of an unknown role; what stands in it was kept.");
                out.extend(self.components(components, &path.key("components"), notes)?);
            } else {
                out.extend(unknown(role, one, path, notes));
            }
        }
        Ok(())
    }

    fn inside(&mut self, one: &Value, path: &Path, notes: &mut Notes) -> Result<Vec<Block>, Error> {
        let components = one.get("components").and_then(Value::as_array).unwrap_or_default();
        self.components(components, &path.key("components"), notes)
    }

    /// The text of a component as blocks.
    fn body(&self, one: &Value, path: &Path, notes: &mut Notes) -> Vec<Block> {
        let at = path.key("text");
        match (one.get("format").and_then(Value::as_str), one.get("text").and_then(Value::as_str)) {
            (Some("html"), Some(text)) => html::blocks(text, &at, notes),
            (Some("markdown"), Some(text)) => markdown::blocks(text, &at, notes),
            _ => paragraphs(text(one, &self.styles, path, notes)),
        }
    }

    /// The title is the document's; what the component says besides stands in the text.
    fn title(&mut self, content: Text, out: &mut Vec<Block>) {
        let words = plain(&content);
        if self.article.title.is_empty() {
            self.article.title = words.split_whitespace().collect::<Vec<_>>().join(" ");
        } else if !same(&words, &self.article.title) {
            out.extend(heading(1, content));
            self.openings.push(words);
        }
    }

    fn intro(&mut self, content: Text, out: &mut Vec<Block>) {
        let words = plain(&content);
        if self.article.subtitle.as_deref().is_some_and(|subtitle| same(subtitle, &words)) {
            return;
        }
        self.openings.push(words);
        out.extend(paragraphs(content));
    }

    /// A line of nothing but names becomes the authors; one that says more, behind a bar or otherwise, stands in the text as well.
    /// `names_one` says that it is known to name somebody, with or without the word for it.
    fn byline(&mut self, content: Text, names_one: bool, out: &mut Vec<Block>) {
        let words = plain(&content);
        let whole = ["By ", "by ", "BY "].iter().find_map(|by| words.strip_prefix(by)).unwrap_or(&words);
        let names = whole.split('|').next().unwrap_or_default().trim();
        let known: String = self.article.authors.iter().take(MANY).map(|author| author.name.as_str()).collect();
        if !known.is_empty() && same(&known, &whole.replace(" and ", " ")) {
            return;
        }
        let is_plain =
            !names.is_empty() && names.len() <= NAMES && !names.contains(|c: char| c == '\n' || c.is_ascii_digit());
        let are_names = known.is_empty()
            && is_plain
            && (whole.len() < words.len() || names_one && names.split_whitespace().count() <= FULL);
        if are_names {
            self.article.authors = byline(names);
        }
        if !are_names && !words.is_empty() || whole.contains('|') {
            out.push(small(&words));
        }
    }
}

/// Gives a caption that stands by itself to the picture before it, where that has none.
fn pair(content: Text, out: &mut Vec<Block>) {
    let slot = match out.last_mut() {
        Some(Block::Image(picture)) => Some(&mut picture.caption),
        Some(Block::Gallery { caption, .. }) => Some(caption),
        Some(Block::Video(media)) => Some(&mut media.caption),
        _ => None,
    };
    match slot {
        Some(slot @ None) if !content.is_empty() => *slot = Some(plain(&content)),
        _ => out.extend(paragraphs(content)),
    }
}

/// Whose the posts of a role are; an empty word where the role does not say.
fn provider(role: &str) -> Option<&'static str> {
    Some(match role {
        "tweet" => "Twitter",
        "facebook_post" => "Facebook",
        "instagram" => "Instagram",
        "tiktok" => "TikTok",
        "vine" => "Vine",
        "embedwebvideo" | "embedvideo" | "arkit" => "",
        _ => return None,
    })
}
