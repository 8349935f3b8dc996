//! The parts of a page: what stands above the article, its meta line, the article, what stands under it.

use crate::formats::common::{credit, dateline, name, word};

use super::count;
use super::field::{self, Entry, Field};
use super::label::{self, Label};
use super::line::Line;
use crate::formats::common::when;

/// A list of other articles under (or over) the article.
#[derive(Debug)]
pub struct Section<'a> {
    /// What it is.
    pub label: Label,
    /// Its heading, as written.
    pub title: &'a str,
    /// Its lines.
    pub lines: Vec<&'a Line<'a>>,
}

/// A page, divided.
#[derive(Debug, Default)]
pub struct Page<'a> {
    /// The lines above the article.
    pub header: Vec<&'a Line<'a>>,
    /// The fields of the meta line, each with its label and value as written.
    pub fields: Vec<(Entry<'a>, &'a str)>,
    /// The article's own lines.
    pub body: Vec<&'a Line<'a>>,
    /// The lists of other articles.
    pub sections: Vec<Section<'a>>,
    /// Lines that are buttons.
    pub interface: Vec<&'a Line<'a>>,
    /// Whether any mark of such a page was found.
    pub known: bool,
}

/// Divides `lines`.
pub fn divide<'a>(lines: &'a [Line<'a>]) -> Page<'a> {
    let labels: Vec<Option<Label>> = lines.iter().map(|line| label::of(&line.text)).collect();
    let at = |index: usize| labels.get(index).copied().flatten();
    let is_section = |index: usize| matches!(at(index), Some(Label::Related | Label::List(_)));
    let meta = meta_lines(lines, &labels);
    let start = match meta.first() {
        // A meta line under the article: the article begins with its first sentence.
        Some(first) => lines.iter().take(*first).position(is_sentence).unwrap_or(*first),
        None => lines.iter().position(|line| line.indent || is_sentence(line)).unwrap_or(0),
    };
    let mut page = Page {
        known: !meta.is_empty() || labels.iter().any(Option::is_some) || lines.iter().any(|line| line.indent),
        ..Page::default()
    };
    let mut section: Option<Section<'a>> = None;
    for (index, line) in lines.iter().enumerate() {
        if meta.contains(&index) {
            if index >= start {
                page.sections.extend(section.take());
            }
            add_fields(&mut page, line);
            continue;
        }
        let ends =
            section.as_ref().is_some_and(|list| index < start && ends_over(list, line, index + 1 == start, at(index)));
        if index == start || ends {
            page.sections.extend(section.take());
        }
        if is_section(index) {
            page.sections.extend(section.take());
            if let Some((label, title)) = label::heading(&line.text) {
                section = Some(Section { label, title, lines: Vec::new() });
            }
        } else if at(index) == Some(Label::Interface) {
            page.interface.push(line);
        } else if let Some(list) = &mut section {
            if is_footer(&line.text) { page.interface.push(line) } else { list.lines.push(line) }
        } else if index < start {
            page.header.push(line);
        } else if at(index) == Some(Label::Home) {
            page.interface.push(line);
        } else {
            page.body.push(line);
        }
    }
    page.sections.extend(section);
    page
}

/// Whether `list`, which stands over the article, ends before `line`: at the home link, at an empty line where its own lines have none
/// between them, and before the last line, which is left for the title.
fn ends_over(list: &Section<'_>, line: &Line<'_>, last: bool, label: Option<Label>) -> bool {
    let dense = list.lines.len() >= 2 && !list.lines.iter().skip(1).any(|line| line.gap);
    label == Some(Label::Home) || (line.gap && dense) || (last && !list.lines.is_empty())
}

/// Adds the fields of a meta line; what stands before the first label is a date, or a line above the article.
fn add_fields<'a>(page: &mut Page<'a>, line: &'a Line<'a>) {
    let text = line.text.as_ref();
    let fields = field::fields(text);
    if let Some(author) = byline(text).filter(|_| fields.entries.is_empty()) {
        page.fields.push(((Field::Author, author), text));
        return;
    }
    if !fields.lead.is_empty() {
        let field = if when::moment(fields.lead).is_some() { Field::Published } else { Field::Other };
        page.fields.push(((field, fields.lead), fields.lead));
    }
    page.fields.extend(fields.entries);
}

/// The lines that hold the fields: one, or several that follow each other.
fn meta_lines(lines: &[Line<'_>], labels: &[Option<Label>]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    let mut seen: Vec<Field> = Vec::new();
    let mut sentences = false;
    for (index, line) in lines.iter().enumerate() {
        let label = labels.get(index).copied().flatten();
        if label == Some(Label::Interface) {
            continue;
        }
        let fields = meta_fields(&line.text);
        let fresh = !fields.is_empty() && !fields.iter().any(|field| seen.contains(field));
        if found.is_empty() {
            // Under the article only a line that cannot be a sentence of it counts.
            let strong = fields.len() >= 2 && fields.contains(&Field::Published);
            if fresh && (strong || !sentences) {
                found.push(index);
                seen.extend(fields);
            }
            sentences |= is_sentence(line);
            if sentences && matches!(label, Some(Label::Related | Label::List(_))) {
                break;
            }
        } else if fresh && !line.indent && label.is_none() {
            found.push(index);
            seen.extend(fields);
        } else {
            break;
        }
    }
    found
}

/// The fields of a line, where it can be a meta line and nothing else.
fn meta_fields(text: &str) -> Vec<Field> {
    if word::columns(text) > 300 {
        return Vec::new();
    }
    let fields = field::fields(text);
    let kinds: Vec<Field> = fields.entries.iter().map(|((field, _), _)| *field).collect();
    if kinds.is_empty() {
        let dated = when::moment(text).is_some_and(|(_, whole)| whole);
        return match (dated, byline(text)) {
            (true, _) => vec![Field::Published],
            (false, Some(_)) => vec![Field::Author],
            _ => Vec::new(),
        };
    }
    let leads_well = fields.lead.is_empty() || when::moment(fields.lead).is_some();
    let only = kinds.len() == 1 && fields.lead.is_empty();
    // 记者：…… opens a line of an interview, 时间：…… a line of an invitation: alone they must say what a field says.
    let sound = match fields.entries.first() {
        Some(((Field::Published | Field::Modified, value), _)) if only => {
            value.is_empty() || when::moment(value).is_some()
        }
        Some(((Field::Views | Field::Comments | Field::Likes, value), _)) if only => {
            value.is_empty() || count::number(value).is_some()
        }
        Some(((Field::Author, value), label)) if only => {
            word::after_any(label, &["记者", "文:"]).is_none() && (value.is_empty() || word::columns(value) <= 100)
        }
        Some(((Field::Source, value), _)) if only => word::columns(value) <= 40,
        Some(_) if only => false,
        _ => leads_well || kinds.len() >= 2,
    };
    if sound { kinds } else { Vec::new() }
}

/// The author in `By Somebody`.
fn byline(text: &str) -> Option<&str> {
    let name = word::after(text, "by ")?.trim();
    let proper = name.split_whitespace().all(|part| part == "and" || part.starts_with(char::is_uppercase));
    (proper && name::names(name).is_some()).then_some(name)
}

/// Whether `line` is running text: above an article stand no whole sentences.
fn is_sentence(line: &Line<'_>) -> bool {
    let text = line.text.as_ref();
    let ends = text.trim_end_matches(['”', '」', '"', '）', ')']).ends_with('。');
    let columns = word::columns(text);
    ends || columns > 140
        || (columns > 60 && text.ends_with('.'))
        || dateline::of(text).is_some_and(|line| line.day.is_some())
}

/// Whether `text` is the site's small print, under its lists.
fn is_footer(text: &str) -> bool {
    let folded = word::folded(text);
    ["©", "copyright", "版权所有", "all rights reserved"].iter().any(|mark| folded.contains(mark))
        || (folded.contains("icp") && (folded.contains("备") || folded.contains("证")))
}

/// Whether `line`, the first under the meta line, is the title: it is no sentence, and a paragraph follows it.
pub fn is_title(line: &Line<'_>, next: Option<&Line<'_>>) -> bool {
    let text = line.text.as_ref();
    let plain = !line.indent
        && word::columns(text) <= 120
        && !text.ends_with(['。', '；', '：', ':', '.', '，', ','])
        && credit::split(text).is_none()
        && dateline::of(text).is_none();
    plain
        && next.is_some_and(|next| {
            next.indent
                || next.text == line.text
                || is_sentence(next)
                || word::columns(&next.text) > word::columns(text)
        })
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn numbers(lines: &[&Line<'_>]) -> Vec<usize> {
        lines.iter().map(|line| line.number).collect()
    }

    #[test]
    fn a_page_is_divided_at_its_marks() {
        let page = "首页\n灯塔报\n时间:2031-03-04 作者:陆灯明\n  夜里下了雨。\n展开全文\n相关文章\n桥头的灯\n热门资讯\n© 2031 灯塔报";
        let lines = line::lines(page);
        let page = divide(&lines);
        assert_eq!(
            (numbers(&page.header), numbers(&page.body), numbers(&page.interface)),
            (vec![1, 2], vec![4], vec![5, 9])
        );
        assert_eq!(page.fields.len(), 2);
        assert_eq!(
            page.sections.iter().map(|list| (list.title, list.lines.len())).collect::<Vec<_>>(),
            [("相关文章", 1), ("热门资讯", 0)]
        );
    }

    #[test]
    fn fields_may_stand_on_lines_of_their_own_or_under_the_article() {
        let apart = line::lines(
            "灯塔报\n时间:2031-03-04\n\n作者:陆灯明\n来源：灯塔社\n  夜里下了雨。\n  时间:三月四日 地点:桥头",
        );
        let page = divide(&apart);
        assert_eq!((page.fields.len(), page.body.len()), (3, 2));
        let under = line::lines("灯塔报\n桥头的灯\n  夜里下了雨。\n时间:2031-03-04 浏览量:5\n相关文章");
        let page = divide(&under);
        assert_eq!((page.fields.len(), numbers(&page.header), numbers(&page.body)), (2, vec![1, 2], vec![3]));
    }

    #[test]
    fn an_interview_is_no_meta_line() {
        let lines = line::lines("时间:2031-03-04 作者:陆灯明\n记者：灯为什么亮了？\n何夜：因为天黑了。");
        assert_eq!(divide(&lines).body.len(), 2);
    }

    #[test]
    fn a_list_over_the_article_leaves_it_its_title() {
        let lines =
            line::lines("首页\n热门资讯\n桥头的灯\n井边的灯\n巷口的灯,为什么亮了?\n时间:2031-03-04\n  夜里下了雨。");
        let page = divide(&lines);
        assert_eq!(page.sections.iter().map(|list| list.lines.len()).collect::<Vec<_>>(), [2]);
        assert_eq!(numbers(&page.header), [1, 5]);
    }

    #[test]
    fn a_plain_text_has_no_marks() {
        assert!(!divide(&line::lines("夜里下了雨。\n灯还亮着。")).known);
    }
}
