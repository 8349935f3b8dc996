//! Related articles that come after the article.

use super::reader::Reader;
use crate::article::Article;
use crate::formats::lamplit;
use crate::formats::notes::Notes;
use crate::limits::Limits;
use crate::parse::parse;
use crate::view::{self, Markup, Slot};

impl Reader {
    /// Shows those of a native document, in place of what stands there.
    pub fn set_related(&mut self, document: &str) {
        let Some(context) = &self.shown else { return };
        let document = parse(document.as_bytes(), Limits::default()).unwrap_or_default();
        let mut article = Article::default();
        if let Some(cards) = document.get("related") {
            // The host has it from the other core, which writes it well.
            let _ = lamplit::member(&mut article, "related", cards, &mut Notes::default());
        }
        let mut markup = Markup::default();
        view::related(&mut markup, context, &article.related);
        self.fill(Slot::Related, context, &markup);
        self.measure();
    }
}
