//! The body, block after block: sections for the browser's sake, the fold for the reader's.

use super::{Attr, Context, Markup, Op, Tag, block};
use crate::article::Block;
use crate::text::weight;

/// Blocks in a section: few enough that laying one out is quick, enough that there are not many.
const SECTION: usize = 50;

/// The weight (full-width characters) after which the rest of a long article is folded under 展开全文: about one screen and a half.
const FOLD: usize = 900;

/// What a picture weighs in the fold's reckoning.
const PICTURE: usize = 120;

/// Where the writing of a body stands. A body may be written in several batches: between two, [`pause`](Self::pause) closes what is
/// open and [`resume`](Self::resume) goes back into it.
#[derive(Debug, Default)]
pub struct Flow {
    in_rest: bool,
    in_section: bool,
    blocks: usize,
    weight: usize,
    level: u8,
}

impl Flow {
    /// Writes a block, in the section where it belongs.
    pub fn block(&mut self, m: &mut Markup, context: &Context, block: &Block) {
        if is_blank(block) {
            return;
        }
        if !self.in_rest && self.weight >= FOLD {
            self.end_section(m);
            m.open(Tag::Div);
            m.attr(Attr::DataRest, "");
            self.in_rest = true;
        }
        if self.blocks == SECTION {
            self.end_section(m);
        }
        if !self.in_section {
            m.open(Tag::Div);
            m.attr(Attr::DataSection, "");
            self.in_section = true;
            self.blocks = 0;
        }
        let before = (m.ops().len(), m.text().len());
        block::write(m, context, &mut self.level, block);
        self.blocks += 1;
        self.weight += written(m, before);
    }

    /// Goes back into what the last batch left open.
    pub fn resume(&self, m: &mut Markup) {
        for _ in 0..self.depth() {
            m.descend();
        }
    }

    /// Closes what is open, until the next batch or for good.
    pub fn pause(&self, m: &mut Markup) {
        for _ in 0..self.depth() {
            m.close();
        }
    }

    fn depth(&self) -> usize {
        usize::from(self.in_rest) + usize::from(self.in_section)
    }

    fn end_section(&mut self, m: &mut Markup) {
        if self.in_section {
            m.close();
            self.in_section = false;
        }
    }
}

/// Whether nothing stands in a block: an editor's empty last line. It is no gap in the page.
#[must_use]
pub fn is_blank(block: &Block) -> bool {
    matches!(block, Block::Paragraph(one) if one.content.is_empty())
}

/// The weight of what was written since `before` (operations, bytes of text).
fn written(m: &Markup, before: (usize, usize)) -> usize {
    let mut rest = m.text().get(before.1..).unwrap_or_default();
    let mut total = 0;
    for op in m.ops().get(before.0..).unwrap_or_default() {
        let (length, counts) = match *op {
            Op::Text(length) => (length, true),
            Op::Attr(_, length) | Op::Url(_, length) => (length, false),
            Op::Open(Tag::Img | Tag::Video) => {
                total += PICTURE;
                continue;
            }
            _ => continue,
        };
        let (head, tail) = rest.split_at_checked(length as usize).unwrap_or((rest, ""));
        if counts {
            total += weight(head);
        }
        rest = tail;
    }
    total
}
