//! One reader on a page: what it holds and what it does when asked.

use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{CssStyleDeclaration, CssStyleRule, CssStyleSheet, Element, ShadowRoot};

use super::element::Tree;
use super::loading::Incoming;
use super::place::Keeper;
use super::{carousel, mode, sink};
use crate::settings::Settings;
use crate::text::Labels;
use crate::view::{Context, Markup, chrome};

/// What the host is told about an article that has come to its end.
#[derive(Debug, Serialize)]
pub struct Summary {
    /// The headline.
    pub title: String,
    /// The language, as a BCP 47 tag; empty where it is not known.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The format of the document.
    pub format: &'static str,
    /// The minutes that it takes to read.
    pub minutes: u32,
    /// What the importer had to say.
    pub warnings: Vec<Note>,
}

/// A warning, or an error, as the host sees it.
#[derive(Debug, Serialize)]
pub struct Note {
    /// The stable code.
    pub code: String,
    /// What happened and what to do.
    pub message: String,
    /// Where, as a JSON path.
    pub path: String,
}

/// Something that the host is told.
pub struct Message {
    name: &'static str,
    detail: JsValue,
}

impl Message {
    /// Tells it; true where the host has dealt with it, so that the browser need not.
    pub fn send(self, emit: &js_sys::Function) -> bool {
        let answer = emit.call2(&JsValue::NULL, &JsValue::from_str(self.name), &self.detail);
        answer.is_ok_and(|answer| answer.is_truthy())
    }
}

/// A reader.
pub struct Reader {
    pub(super) root: ShadowRoot,
    pub(super) surface: Element,
    pub(super) lang: String,
    pub(super) settings: Settings,
    /// The document that is being read.
    pub(super) incoming: Option<Incoming>,
    /// What the article that stands was written with.
    pub(super) shown: Option<Context>,
    pub(super) keeper: Keeper,
    /// Whether the folded rest was opened.
    pub(super) expanded: bool,
    pub(super) reading: bool,
    /// What had the focus before reader mode.
    pub(super) before: Option<Element>,
    sheet: CssStyleSheet,
    emit: js_sys::Function,
    messages: Vec<Message>,
}

impl Reader {
    /// Builds the frame in an empty shadow root. `sheet` is the reader's own: its rules hold what is set. `lang` is the language of
    /// the place in the page.
    pub fn new(
        root: ShadowRoot,
        sheet: CssStyleSheet,
        lang: String,
        settings: Settings,
        emit: js_sys::Function,
    ) -> Option<Self> {
        let labels = Labels::of(&lang);
        let dir = crate::text::Language::of_tag(&lang).script.dir();
        root.replace_children_with_node_0();
        let _ = sheet.replace_sync(":host{--_scale:1}[part~=page]{}");
        let mut frame = Markup::default();
        chrome::frame(&mut frame, labels, dir);
        // The interpreter fills an element; the frame's pieces then move into the root together.
        let holder = root.owner_document()?.create_element("div").ok()?;
        sink::insert(&holder, &frame);
        while let Some(child) = holder.first_child() {
            root.append_child(&child).ok()?;
        }
        let surface = root.part("surface")?;
        let mut reader = Self {
            root,
            surface,
            lang,
            settings,
            incoming: None,
            shown: None,
            keeper: Keeper::default(),
            expanded: false,
            reading: false,
            before: None,
            sheet,
            emit,
            messages: Vec::new(),
        };
        reader.dress();
        Some(reader)
    }

    /// Takes the reader off the page.
    pub fn leave(mut self: Box<Self>) {
        mode::release(&mut self);
        self.root.replace_children_with_node_0();
    }

    /// Leaves a message for the host; it is sent when the work is done.
    pub fn tell(&mut self, name: &'static str, detail: JsValue) {
        self.messages.push(Message { name, detail });
    }

    /// The messages so far.
    pub fn take_messages(&mut self) -> Vec<Message> {
        core::mem::take(&mut self.messages)
    }

    /// The host's ear.
    pub fn emitter(&self) -> js_sys::Function {
        self.emit.clone()
    }

    /// The words of the interface.
    pub fn labels(&self) -> &'static Labels {
        self.shown.as_ref().map_or_else(|| Labels::of(&self.lang), |context| context.labels)
    }

    /// The declarations of rule `index` of the reader's own sheet: 0 is the host, 1 the article's place in the page.
    pub(super) fn rule(&self, index: u32) -> Option<CssStyleDeclaration> {
        let rule = self.sheet.css_rules().ok()?.item(index)?;
        Some(rule.dyn_into::<CssStyleRule>().ok()?.style())
    }

    /// A message for the place of the article: what is happening while nothing stands.
    pub fn status(&self, state: &str) {
        let Some(status) = self.root.part("status") else { return };
        super::element::set(&status, "data-state", state);
        let light = self.root.host().query_selector(":scope > :not([slot])").ok().flatten().is_some();
        let _ = status.toggle_attribute_with_force("data-light", light);
        let text = match state {
            "loading" => self.labels().loading,
            "failed" => self.labels().failed,
            _ => "",
        };
        if let Some(message) = status.part("message") {
            message.set_text_content(Some(if light { "" } else { text }));
        }
    }

    /// Brings the carousel's buttons up to date.
    pub fn measure(&self) {
        carousel::update(&self.surface);
    }
}

/// What the exports ask for.
impl Reader {
    /// Whether the article is in reader mode.
    pub fn is_reading(&self) -> bool {
        self.reading
    }

    /// The settings in force.
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// The carousel goes on, or back.
    pub fn go(&self, on: bool) {
        carousel::go(&self.surface, if on { carousel::Move::Next } else { carousel::Move::Previous });
    }

    /// The reading place.
    pub fn position(&self) -> super::place::Position {
        super::place::position(self)
    }

    /// Goes back to a reading place.
    pub fn restore(&mut self, position: Option<&super::place::Position>) {
        super::place::restore(self, position);
    }
}
