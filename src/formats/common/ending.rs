//! The end of an article: the mark that says so, and the line that names its editor.

use crate::article::{Block, Inline, Mark, Text, plain};

use super::word;

/// End marks without their brackets, folded.
const ENDS: [&str; 10] = ["完", "全文完", "本文完", "完结", "end", "the end", "ends", "了", "終わり", "おわり"];
/// What begins the line that names the editor or the source, folded.
const COLOPHON: [&str; 11] =
    ["责任编辑", "值班编辑", "责编", "编辑", "编审", "审核", "校对", "监制", "来源", "稿源", "editor"];

/// Gives the mark that says that the article is over a run of its own.
pub fn mark(blocks: &mut [Block]) {
    for block in blocks.iter_mut().rev() {
        match block {
            Block::Paragraph(paragraph) => {
                let text = plain(&paragraph.content);
                if let Some((from, to)) = find(&text) {
                    let content = core::mem::take(&mut paragraph.content);
                    paragraph.content = marked(content, from, to, &mut 0);
                    return;
                }
                if !is_colophon(&text) {
                    return;
                }
            }
            Block::Image(_)
            | Block::Gallery { .. }
            | Block::Video(_)
            | Block::Audio(_)
            | Block::Embed(_)
            | Block::LinkCard(_)
            | Block::Divider
            | Block::Footnotes(_) => {}
            _ => return,
        }
    }
}

/// The bytes at which the end mark of `text` begins and ends, where it ends in one, or in one and the editor's name.
fn find(text: &str) -> Option<(usize, usize)> {
    text.char_indices().rev().take(60).find_map(|(at, _)| Some((at, at + end_at(text, at)?)))
}

/// The text with the bytes `from..to` of its characters marked; `at` counts those that have gone by.
fn marked(content: Text, from: usize, to: usize, at: &mut usize) -> Text {
    let mut out = Text::new();
    for inline in content {
        let start = *at;
        match inline {
            Inline::Run { text, marks } => {
                *at += text.len();
                let (first, last) = (from.saturating_sub(start), to.saturating_sub(start).min(text.len()));
                let cut = text.split_at_checked(last).and_then(|(head, after)| {
                    let (before, mark) = head.split_at_checked(first)?;
                    (!mark.is_empty() && !marks.contains(&Mark::End)).then_some([before, mark, after])
                });
                let Some([before, mark, after]) = cut else {
                    out.push(Inline::Run { text, marks });
                    continue;
                };
                if !before.is_empty() {
                    out.push(Inline::Run { text: before.to_owned(), marks: marks.clone() });
                }
                let ending = marks.iter().cloned().chain([Mark::End]).collect();
                out.push(Inline::Run { text: mark.to_owned(), marks: ending });
                if !after.is_empty() {
                    out.push(Inline::Run { text: after.to_owned(), marks });
                }
            }
            Inline::Link { url, content } => {
                let content = marked(content, from, to, at);
                out.push(Inline::Link { url, content });
            }
            other => {
                *at += match &other {
                    Inline::Image(picture) => picture.alt.len(),
                    Inline::NoteRef { text, .. } => text.len(),
                    _ => 1,
                };
                out.push(other);
            }
        }
    }
    out
}

/// The length of the end mark that begins at byte `at`, where one does and nothing but a colophon follows.
fn end_at(text: &str, at: usize) -> Option<usize> {
    let tail = text.get(at..)?;
    let close = closing(tail.chars().next()?)?;
    let end = tail.find(close)? + close.len_utf8();
    let (mark, after) = tail.split_at_checked(end)?;
    let inside = word::folded(mark.trim_matches(|c| c == close || closing(c).is_some()));
    (ENDS.contains(&inside.trim()) && (after.trim().is_empty() || is_colophon(after))).then_some(end)
}

fn closing(open: char) -> Option<char> {
    Some(match open {
        '(' => ')',
        '（' => '）',
        '【' => '】',
        '[' => ']',
        '［' => '］',
        '〔' => '〕',
        _ => return None,
    })
}

/// Whether `text` names the editor or the source under an article.
fn is_colophon(text: &str) -> bool {
    let bare =
        text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '（' | '【' | '[' | '［' | '〔'));
    let named = word::after_any(bare, &COLOPHON).map(str::trim_start);
    named.is_some_and(|rest| word::after(rest, ":").is_some()) && word::columns(text) <= 80
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Paragraph;

    fn run(text: &str, marks: &[Mark]) -> Inline {
        Inline::Run { text: text.to_owned(), marks: marks.to_vec() }
    }

    fn of(content: Text) -> Text {
        let mut blocks = vec![Block::Paragraph(Paragraph { content, ..Paragraph::default() }), Block::Divider];
        mark(&mut blocks);
        match blocks.into_iter().next() {
            Some(Block::Paragraph(paragraph)) => paragraph.content,
            _ => Text::new(),
        }
    }

    #[test]
    fn marks_and_characters_stay() {
        for end in ["（全文完）", "(The end)", "【完】", "（おわり）"] {
            let before = vec![run("灯", &[Mark::Strong]), Inline::Break, run(&["还亮", end].concat(), &[Mark::Em])];
            let text = plain(&before);
            let after = of(before);
            assert_eq!(plain(&after), text);
            assert_eq!(after.last(), Some(&run(end, &[Mark::Em, Mark::End])));
        }
    }

    #[test]
    fn a_mark_in_pieces_is_marked_in_all_of_them() {
        let after = of(vec![run("灯（", &[]), run("完", &[Mark::Strong]), run("） 责编：何夜", &[])]);
        let ends = after.iter().filter(|one| matches!(one, Inline::Run { marks, .. } if marks.contains(&Mark::End)));
        assert_eq!((ends.count(), plain(&after).as_str()), (3, "灯（完） 责编：何夜"));
        assert_eq!(of(after.clone()), after);
    }
}
