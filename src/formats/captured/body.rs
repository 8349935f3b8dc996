//! The article's own lines as blocks.

use crate::article::{Block, Inline, Paragraph, ParagraphRole, Picture};
use crate::formats::common::credit::{self, Certainty};
use crate::formats::common::{ending, word};

use super::line::Line;

/// The longest line that opens a part of the argument, in characters.
const LEAD: usize = 40;
/// The longest caption, in columns.
const CAPTION: usize = 400;
/// Numbers up to ten.
const NUMBERS: &str = "一二三四五六七八九十";
/// Characters after 其一 that make another word of it.
const WORDS: &str = "生切直";

/// The blocks that `lines` make, in order. Every character of the lines stands in them.
pub fn blocks(lines: &[&Line<'_>]) -> Vec<Block> {
    let indented = lines.iter().any(|line| line.indent);
    let leads = leads(lines);
    let mut blocks: Vec<Block> = Vec::new();
    for (line, lead) in lines.iter().zip(leads) {
        let text = line.text.as_ref();
        if let Some(picture) = caption(line, indented) {
            blocks.push(Block::Image(picture));
        } else if !line.indent && credit_alone(text) && take_caption(&mut blocks, line, indented) {
            // The credit stands on a line of its own, at once under its caption.
        } else {
            let role = if lead { ParagraphRole::Lead } else { ParagraphRole::Body };
            let content = vec![Inline::text(text)];
            blocks.push(Block::Paragraph(Paragraph { content, indent: line.indent, role, ..Paragraph::default() }));
        }
    }
    ending::mark(&mut blocks);
    blocks
}

/// The picture that `line` is the caption of, where it is one. `indented` says that the page indents its paragraphs.
fn caption(line: &Line<'_>, indented: bool) -> Option<Picture> {
    let text = line.text.as_ref();
    if word::columns(text) > CAPTION {
        return None;
    }
    let (caption, credit, certainty) = credit::split(text)?;
    // Where paragraphs are indented, what is not indented is no paragraph; everywhere else the words themselves must say so.
    let sure = match (indented, line.indent) {
        (true, false) => true,
        (false, _) => certainty == Certainty::Apart,
        (true, true) => certainty == Certainty::Apart && text.starts_with(['图', '圖', '▲', '△', '↑']),
    };
    sure.then(|| picture(caption, credit))
}

fn picture(caption: &str, credit: &str) -> Picture {
    Picture {
        caption: (!caption.is_empty()).then(|| caption.to_owned()),
        credit: Some(credit.to_owned()),
        ..Picture::default()
    }
}

/// Whether all of `text` is a credit that cannot be read otherwise.
fn credit_alone(text: &str) -> bool {
    credit::is_credit(text) && !text.contains(['。', '，', ',']) && word::columns(text) <= 40
}

/// Makes a picture of the last block, where it is a caption to which the credit `line` belongs.
fn take_caption(blocks: &mut Vec<Block>, line: &Line<'_>, indented: bool) -> bool {
    if line.gap || !indented {
        return false;
    }
    let Some(Block::Paragraph(Paragraph { content, indent: false, role: ParagraphRole::Body, .. })) = blocks.last()
    else {
        return false;
    };
    let caption = crate::article::plain(content);
    blocks.pop();
    blocks.push(Block::Image(picture(&caption, &line.text)));
    true
}

/// Which lines are numbered leads: 其一…, 其二…, on lines of their own and counting up.
fn leads(lines: &[&Line<'_>]) -> Vec<bool> {
    let mut last = 0;
    let numbers: Vec<bool> = lines
        .iter()
        .map(|line| match number(&line.text) {
            Some(number) if number > last => {
                last = number;
                true
            }
            _ => false,
        })
        .collect();
    let several = numbers.iter().filter(|lead| **lead).count() >= 2;
    numbers.into_iter().map(|lead| lead && several).collect()
}

/// The number in 其一是….
fn number(text: &str) -> Option<usize> {
    let mut chars = text.strip_prefix('其')?.chars();
    let first = chars.next()?;
    let mut number = NUMBERS.chars().position(|c| c == first)? + 1;
    let mut rest = chars.as_str();
    if number == 10
        && let Some(ones) = chars.next().and_then(|c| NUMBERS.chars().position(|known| known == c))
    {
        number += ones + 1;
        rest = chars.as_str();
    }
    (!rest.starts_with(|c| WORDS.contains(c)) && text.chars().count() <= LEAD).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;
    use crate::article::Mark;

    fn read(page: &str) -> Vec<Block> {
        let lines = line::lines(page);
        blocks(&lines.iter().collect::<Vec<_>>())
    }

    fn paragraph(block: &Block) -> &Paragraph {
        match block {
            Block::Paragraph(paragraph) => paragraph,
            other => panic!("{other:?}"),
        }
    }

    fn picture_of(block: &Block) -> (Option<&str>, Option<&str>) {
        match block {
            Block::Image(picture) => (picture.caption.as_deref(), picture.credit.as_deref()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn indents_become_flags() {
        let blocks = read("　　夜里下了雨。\n灯还亮着");
        assert_eq!(paragraph(&blocks[0]).content, vec![Inline::text("夜里下了雨。")]);
        assert!(paragraph(&blocks[0]).indent);
        assert!(!paragraph(&blocks[1]).indent);
    }

    #[test]
    fn captions_stand_unindented_among_paragraphs() {
        let blocks = read(
            "　　夜里下了雨。\n\n巷口的灯。陆灯明 摄\n\n　　灯还亮着,由何夜拍摄。何夜 摄\n\n　　图为桥头的灯。何夜 摄\n\n桥头\n何夜 摄",
        );
        assert_eq!(picture_of(&blocks[1]), (Some("巷口的灯。"), Some("陆灯明 摄")));
        assert!(paragraph(&blocks[2]).indent);
        assert_eq!(picture_of(&blocks[3]), (Some("图为桥头的灯。"), Some("何夜 摄")));
        assert_eq!(picture_of(&blocks[4]), (Some("桥头"), Some("何夜 摄")));
        assert_eq!(blocks.len(), 5);
    }

    #[test]
    fn a_page_without_indents_needs_a_credit_that_stands_apart() {
        let blocks = read("夜里下了雨。\n巷口的灯。陆灯明 摄\n他爱看书 也爱 摄影");
        assert_eq!(picture_of(&blocks[1]).1, Some("陆灯明 摄"));
        paragraph(&blocks[2]);
    }

    #[test]
    fn leads_count_up_on_lines_of_their_own() {
        let page =
            "　　其一生都在守灯。\n　　其一是灯。\n　　夜里下了雨。\n　　其二是油。\n　　其三,是人。\n　　其二又来了。";
        let roles: Vec<bool> = read(page).iter().map(|block| paragraph(block).role == ParagraphRole::Lead).collect();
        assert_eq!(roles, [false, true, false, true, true, false]);
        assert_eq!(paragraph(&read("　　其一是灯。\n　　夜里下了雨。")[0]).role, ParagraphRole::Body);
    }

    #[test]
    fn the_end_mark_has_a_run_of_its_own() {
        for (text, mark) in [
            ("灯还亮着。(完)", "(完)"),
            ("灯还亮着。（完）", "（完）"),
            ("灯还亮着。【完】", "【完】"),
            ("It was lit. (End)", "(End)"),
            ("（全文完）", "（全文完）"),
        ] {
            let blocks = read(text);
            let content = &paragraph(&blocks[0]).content;
            assert_eq!(content.last(), Some(&Inline::Run { text: mark.to_owned(), marks: vec![Mark::End] }), "{text}");
            assert_eq!(crate::article::plain(content), text);
        }
        let blocks = read("(完)是一个记号。\n灯还亮着。(完)\n责任编辑：何夜");
        assert_eq!(paragraph(&blocks[0]).content.len(), 1);
        assert_eq!(paragraph(&blocks[1]).content.len(), 2);
        assert_eq!(paragraph(&read("灯还亮着。(完)【责任编辑:何夜】")[0]).content.len(), 3);
        assert_eq!(paragraph(&read("灯(完)\n还亮着。")[0]).content.len(), 1);
    }
}
