//! The text of a component, with the ranges that are linked or set in another style.

use crate::article::{Inline, Mark, SafeUrl, Text, plain};
use crate::formats::adapters::markdown;
use crate::formats::notes::{Notes, items};
use crate::html;
use crate::order::{order, order_by_key};
use crate::parse::{Path, Value};

/// The text styles that a document defines, sorted by name.
pub struct Styles<'a>(Vec<(&'a str, &'a Value)>);

impl<'a> Styles<'a> {
    /// The styles of `document`.
    pub fn of(document: &'a Value) -> Self {
        let styles = document.get("textStyles").and_then(Value::as_object).unwrap_or_default();
        let mut styles: Vec<_> = styles.iter().map(|(name, style)| (name.as_str(), style)).collect();
        order(&mut styles, |(one, _), (other, _)| one < other);
        Self(styles)
    }

    /// The style that is meant: a name or the style itself.
    fn find<'b>(&self, style: &'b Value) -> Option<&'b Value>
    where
        'a: 'b,
    {
        let Some(name) = style.as_str() else { return Some(style) };
        let index = self.0.binary_search_by_key(&name, |(name, _)| *name).ok()?;
        self.0.get(index).map(|(_, style)| *style)
    }
}

/// The text of a component as running text.
pub fn text(component: &Value, styles: &Styles, path: &Path, notes: &mut Notes) -> Text {
    let at = path.key("text");
    let Some(value) = component.get("text") else { return Text::new() };
    let Some(raw) = value.as_str() else {
        // A formatted text in the place of a string.
        return match value.as_object() {
            Some(_) if value.get("text").is_some_and(|inner| inner.as_str().is_some()) => {
                text(value, styles, &at, notes)
            }
            _ => Some(notes.words(value, &at)).filter(|text| !text.is_empty()).map(Inline::text).into_iter().collect(),
        };
    };
    match component.get("format").and_then(Value::as_str) {
        Some("html") => html::inlines(raw, &at, notes),
        Some("markdown") => markdown::inlines(raw, &at, notes),
        _ => ranges(raw, &mut edges(component, styles, path, notes)),
    }
}

/// The caption of a component: a string, or an object with a text.
pub fn caption(component: &Value, path: &Path, notes: &mut Notes) -> Option<String> {
    line_of(component.get("caption")?, &path.key("caption"), notes)
}

/// A string or a formatted text as a line of plain text.
pub fn line_of(value: &Value, path: &Path, notes: &mut Notes) -> Option<String> {
    let words = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.as_str().to_owned(),
        Value::Null => return None,
        other => plain(&text(other, &Styles(Vec::new()), path, notes)).trim().to_owned(),
    };
    (!words.is_empty()).then_some(words)
}

/// What begins or ends at an edge.
#[derive(Clone)]
enum What {
    Mark(Mark),
    Link(SafeUrl),
}

/// An edge of a range.
struct Edge {
    /// How many UTF-16 units stand before it, which is how the format counts.
    at: u64,
    begins: bool,
    what: What,
}

/// The edges of all ranges, in the order of the text; at one place the ends come first.
fn edges(component: &Value, styles: &Styles, path: &Path, notes: &mut Notes) -> Vec<Edge> {
    let mut edges = Vec::new();
    let mut add = |range: &Value, what: What| {
        let (Some(start), Some(length)) = (count(range, "rangeStart"), count(range, "rangeLength")) else { return };
        if length > 0 {
            edges.push(Edge { at: start, begins: true, what: what.clone() });
            edges.push(Edge { at: start.saturating_add(length), begins: false, what });
        }
    };
    let additions_at = path.key("additions");
    for (index, addition) in items(component, "additions").iter().enumerate() {
        if let Some(url) = notes.link(addition, "URL", &additions_at.index(index)) {
            add(addition, What::Link(url));
        }
    }
    for range in items(component, "inlineTextStyles") {
        let style = range.get("textStyle").and_then(|style| styles.find(style));
        for mark in style.into_iter().flat_map(marks) {
            add(range, What::Mark(mark));
        }
    }
    order_by_key(&mut edges, |edge| (edge.at, edge.begins));
    edges
}

fn count(range: &Value, key: &str) -> Option<u64> {
    range.get(key)?.as_u64()
}

/// What a text style says that is more than dress.
fn marks(style: &Value) -> Vec<Mark> {
    let word = |key| style.get(key).and_then(Value::as_str).unwrap_or_default();
    let set = |key: &str| style.get(key).is_some_and(|value| value.as_bool().unwrap_or(!value.is_null()));
    let heavy = style.get("fontWeight").and_then(Value::as_u64).is_some_and(|weight| weight >= 600)
        || matches!(
            word("fontWeight"),
            "bold" | "bolder" | "semibold" | "semi-bold" | "demi-bold" | "heavy" | "black" | "extra-bold"
        )
        || word("fontName").contains("Bold");
    let slanted = matches!(word("fontStyle"), "italic" | "oblique") || word("fontName").contains("Italic");
    let place = word("verticalAlignment");
    [
        (heavy, Mark::Strong),
        (slanted, Mark::Em),
        (set("underline"), Mark::Underline),
        (set("strikethrough"), Mark::Strike),
        (place == "superscript", Mark::Sup),
        (place == "subscript", Mark::Sub),
    ]
    .into_iter()
    .filter_map(|(is, mark)| is.then_some(mark))
    .collect()
}

/// The marks that a style can set, with how many open ranges set each.
type Open = Vec<(Mark, u32)>;

/// Cuts `raw` at the edges, which are in order.
fn ranges(raw: &str, edges: &mut Vec<Edge>) -> Text {
    let mut out = Writer { out: Text::new(), link: None, open: Open::new(), depth: 0 };
    let mut edges = edges.drain(..).peekable();
    let mut units = 0;
    let mut run = String::new();
    for c in raw.chars() {
        while let Some(edge) = edges.next_if(|edge| edge.at <= units) {
            out.run(core::mem::take(&mut run));
            out.turn(edge);
        }
        if c == '\n' {
            out.run(core::mem::take(&mut run));
            out.push(Inline::Break);
        } else if c != '\r' {
            run.push(c);
        }
        units += c.len_utf16() as u64;
    }
    out.run(run);
    out.close();
    out.out
}

struct Writer {
    out: Text,
    /// The link that is open, with what stands in it.
    link: Option<(SafeUrl, Text)>,
    /// How many links are open; only the first of nested ones counts.
    depth: u32,
    open: Open,
}

impl Writer {
    fn push(&mut self, inline: Inline) {
        match &mut self.link {
            Some((_, content)) => content.push(inline),
            None => self.out.push(inline),
        }
    }

    fn run(&mut self, text: String) {
        if !text.is_empty() {
            let marks = self.open.iter().filter(|(_, count)| *count > 0).map(|(mark, _)| mark.clone()).collect();
            self.push(Inline::Run { text, marks });
        }
    }

    fn turn(&mut self, edge: Edge) {
        match edge.what {
            What::Mark(mark) => {
                let slot = match self.open.iter_mut().find(|(open, _)| *open == mark) {
                    Some((_, count)) => count,
                    None => {
                        self.open.push((mark, 0));
                        return self.turn_last(edge.begins);
                    }
                };
                *slot = if edge.begins { slot.saturating_add(1) } else { slot.saturating_sub(1) };
            }
            What::Link(url) if edge.begins => {
                self.depth = self.depth.saturating_add(1);
                if self.link.is_none() {
                    self.link = Some((url, Text::new()));
                }
            }
            What::Link(_) => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.close();
                }
            }
        }
    }

    fn turn_last(&mut self, begins: bool) {
        if let Some((_, count)) = self.open.last_mut() {
            *count = u32::from(begins);
        }
    }

    fn close(&mut self) {
        if let Some((url, content)) = self.link.take()
            && !content.is_empty()
        {
            self.out.push(Inline::Link { url, content });
        }
    }
}
