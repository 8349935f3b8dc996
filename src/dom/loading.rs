//! A document on its way to the page.

use super::element::{Tree, clear, set, show};
use super::reader::{Note, Reader, Summary};
use super::{fold, sink};
use crate::article::Block;
use crate::error::{Code, Error};
use crate::formats::Intake;
use crate::limits::Limits;
use crate::text::Reading;
use crate::view::{self, Context, Flow, Markup, Slot, chrome};

/// A document that is being read.
pub struct Incoming {
    intake: Intake,
    flow: Flow,
    base: String,
    /// The words of the first blocks, for the language and the dateline.
    opening: String,
    /// How many blocks they are of.
    opened: usize,
    /// What there is to read in the blocks that have come.
    reading: Reading,
    /// The header as it stands.
    header: Markup,
    stands: bool,
}

impl Reader {
    /// A new document is about to come. What stands stays until the first screen of the new one does.
    pub fn begin(&mut self, base: String) {
        if let Some(notice) = self.surface.part("notice") {
            show(&notice, false);
        }
        self.incoming = Some(Incoming {
            intake: Intake::new(Limits::default()),
            flow: Flow::default(),
            base,
            opening: String::new(),
            opened: 0,
            reading: Reading::default(),
            header: Markup::default(),
            stands: false,
        });
        self.status("loading");
    }

    /// Takes the next bytes. True as soon as the first screen stands.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<bool, Error> {
        let Some(mut incoming) = self.incoming.take() else { return Err(misuse()) };
        let result = incoming.intake.feed(bytes);
        // What came before an error is worth reading all the same.
        let blocks = incoming.intake.take_blocks();
        if !blocks.iter().all(view::is_blank) {
            self.write(&mut incoming, &blocks);
        }
        let stands = incoming.stands;
        self.incoming = Some(incoming);
        result.map(|()| stands)
    }

    /// Ends the document.
    pub fn finish(&mut self) -> Result<Summary, Error> {
        let Some(mut incoming) = self.incoming.take() else { return Err(misuse()) };
        if let Err(error) = incoming.intake.finish() {
            self.incoming = Some(incoming);
            return Err(error);
        }
        let blocks = incoming.intake.take_blocks();
        let article = incoming.intake.article();
        if !incoming.stands && blocks.iter().all(view::is_blank) && article.title.is_empty() {
            // A sound document of nothing: the fallback says more.
            let message = "There is nothing to read in the document: give it a title or a text.";
            self.incoming = Some(incoming);
            return Err(Error::new(Code::InvalidArticle, "$", message));
        }
        self.write(&mut incoming, &blocks);
        let context = self.complete(&mut incoming);
        let minutes = incoming.reading.minutes(&context.language);
        self.tell_minutes(&context, minutes);
        let article = incoming.intake.article();
        let note = |warning: &crate::article::Warning| Note {
            code: warning.code.clone(),
            message: warning.message.clone(),
            path: warning.path.clone(),
        };
        Ok(Summary {
            title: article.title.clone(),
            lang: context.language.tag.clone(),
            dir: context.dir().as_str(),
            format: incoming.intake.format().map_or("", crate::formats::Format::as_str),
            minutes,
            warnings: article.warnings.iter().map(note).collect(),
        })
    }

    /// The bytes broke off. What has come stays, with a word about it; false where nothing stands.
    pub fn interrupt(&mut self) -> bool {
        let Some(mut incoming) = self.incoming.take().filter(|incoming| incoming.stands) else { return false };
        self.complete(&mut incoming);
        if let Some(notice) = self.surface.part("notice") {
            let mut markup = Markup::default();
            chrome::notice(&mut markup, self.labels());
            clear(&notice);
            sink::insert(&notice, &markup);
            show(&notice, true);
        }
        true
    }

    /// Loading has failed. Where another article stands it stays, with a word about it.
    pub fn fail(&mut self) {
        self.incoming = None;
        match (self.shown.is_some(), self.surface.part("notice")) {
            (true, Some(notice)) => {
                let mut markup = Markup::default();
                chrome::failure(&mut markup, self.labels());
                clear(&notice);
                sink::insert(&notice, &markup);
                show(&notice, true);
            }
            _ => self.status("failed"),
        }
    }

    fn write(&mut self, incoming: &mut Incoming, blocks: &[Block]) {
        for block in blocks.iter().take(view::OPENING.saturating_sub(incoming.opened)) {
            view::opening_of(block, &mut incoming.opening);
            incoming.opened += 1;
        }
        blocks.iter().for_each(|block| incoming.reading.block(block));
        if incoming.stands {
            let Some(body) = self.surface.part("body") else { return };
            let Some(context) = &self.shown else { return };
            let mut markup = Markup::default();
            incoming.flow.resume(&mut markup);
            blocks.iter().for_each(|block| incoming.flow.block(&mut markup, context, block));
            incoming.flow.pause(&mut markup);
            sink::insert(&body, &markup);
        } else {
            self.stand(incoming, blocks);
        }
        fold::update(self);
    }

    /// Puts the first screen on the page, in the place of whatever stood there.
    fn stand(&mut self, incoming: &mut Incoming, blocks: &[Block]) {
        let context = incoming.context(&self.lang);
        let opening = incoming.opening.as_str();
        view::header(&mut incoming.header, &context, incoming.intake.article(), opening, None);
        let mut markup = Markup::default();
        let flow = &mut incoming.flow;
        view::skeleton(&mut markup, &context, &mut |m, slot| match slot {
            Slot::Header => view::header(m, &context, incoming.intake.article(), opening, None),
            Slot::Body => {
                blocks.iter().for_each(|block| flow.block(m, &context, block));
                flow.pause(m);
            }
            _ => {}
        });
        if let Some(content) = self.surface.part("content") {
            clear(&content);
            sink::insert(&content, &markup);
        }
        self.expanded = self.reading;
        self.shown = Some(context);
        self.keeper.forget();
        self.tools();
        for part in ["fallback", "status"] {
            if let Some(element) = self.root.part(part) {
                show(&element, false);
            }
        }
        if let Some(notice) = self.surface.part("notice") {
            show(&notice, false);
        }
        self.status("idle");
        show(&self.surface, true);
        incoming.stands = true;
    }

    /// Writes what could only be known at the end: what stands over, under and after the text.
    fn complete(&mut self, incoming: &mut Incoming) -> Context {
        let context = incoming.context(&self.lang);
        let article = incoming.intake.article();
        let mut header = Markup::default();
        view::header(&mut header, &context, article, &incoming.opening, None);
        if header != incoming.header {
            self.fill(Slot::Header, &context, &header);
        }
        let mut attributes = Markup::default();
        view::attributes(&mut attributes, &context);
        if let Some(element) = self.surface.part(Slot::Attributes.part()) {
            sink::insert(&element, &attributes);
        }
        let mut part = Markup::default();
        view::footer(&mut part, &context, article);
        self.fill(Slot::Footer, &context, &part);
        let mut part = Markup::default();
        view::related(&mut part, &context, &article.related);
        self.fill(Slot::Related, &context, &part);
        let mut part = Markup::default();
        view::lists(&mut part, &context, &article.lists);
        self.fill(Slot::Lists, &context, &part);
        let language = self.shown.replace(context.clone()).map(|before| before.language);
        if language.as_ref() != Some(&context.language) {
            if let Some(expand) = self.surface.part("expand") {
                expand.set_text_content(Some(context.labels.expand));
            }
            self.tools();
        }
        fold::update(self);
        self.measure();
        context
    }

    /// Says how long the article takes to read, in the place that was kept free for it.
    fn tell_minutes(&self, context: &Context, minutes: u32) {
        if let Some(element) = self.surface.part(view::READING_TIME) {
            element.set_text_content(Some(&view::reading_time(context, minutes)));
            let _ = element.remove_attribute("aria-hidden");
        }
    }

    /// Writes what stands in a slot.
    pub(super) fn fill(&self, slot: Slot, context: &Context, markup: &Markup) {
        if let Some(element) = self.surface.part(slot.part()) {
            if slot.is_beside() {
                let mut attributes = Markup::default();
                view::language(&mut attributes, context);
                sink::insert(&element, &attributes);
            }
            clear(&element);
            sink::insert(&element, markup);
        }
    }

    /// Writes the toolbar and the panel in the language of the article.
    fn tools(&self) {
        let (Some(tools), Some(context)) = (self.surface.part("tools"), &self.shown) else { return };
        let mut markup = Markup::default();
        chrome::tools(
            &mut markup,
            context.labels,
            crate::text::Language::of_tag(context.labels.lang).script.dir(),
            &self.settings,
        );
        clear(&tools);
        sink::insert(&tools, &markup);
        self.mark_mode();
        self.dress_tools();
        if let Some(dialog) = self.root.part("reader") {
            set(&dialog, "aria-label", context.labels.read);
        }
    }
}

impl Incoming {
    fn context(&self, lang: &str) -> Context {
        let mut context = Context::new(self.intake.article(), &self.opening, lang);
        context.base = Some(self.base.clone()).filter(|base| !base.is_empty());
        context
    }
}

fn misuse() -> Error {
    Error::new(Code::Misuse, "$", "No document was begun: call begin first.")
}
