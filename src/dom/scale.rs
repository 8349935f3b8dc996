//! Settings on the page: what is set is an attribute of the surface, and a number a property in the reader's own sheet as well.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

use super::element::{Tree, set, show};
use super::place;
use super::reader::Reader;
use crate::settings::{ALL, INDENT, Kind, PARAGRAPH, SCALE, Setting, Settings};
use crate::view::chrome;

impl Reader {
    /// Puts other settings in force; the reading place stays where it is.
    pub fn apply(&mut self, settings: Settings) {
        if settings == self.settings {
            return;
        }
        self.settings = settings;
        place::keep(self, Self::dress);
        self.measure();
        let detail = self.settings_as_js();
        self.tell("settings", detail);
    }

    /// The settings in force, as an object.
    pub fn settings_as_js(&self) -> JsValue {
        js_sys::JSON::parse(&self.settings.to_json()).unwrap_or_default()
    }

    /// The reader moves the scale by `steps` of 5 %.
    pub fn step(&mut self, steps: i16) {
        let moved = self.settings.stepped(steps);
        self.choose(SCALE, moved.get(SCALE));
    }

    /// The reader sets one of them; `None` is its default.
    pub fn choose(&mut self, index: usize, value: Option<u32>) {
        if !self.settings.locks(index) {
            self.apply(self.settings.with(index, value));
        }
    }

    /// The reader takes one of the two ways to tell paragraphs apart: an indent, as in books, or a space, as on screens.
    pub fn space(&mut self, like_a_book: bool) {
        if self.settings.locks(INDENT) || self.settings.locks(PARAGRAPH) {
            return;
        }
        let two = self.labels().lang.starts_with("zh");
        let (indent, paragraph) = match (like_a_book, two) {
            (true, true) => (200, 0),
            (true, false) => (100, 0),
            (false, _) => (0, 80),
        };
        self.apply(self.settings.with(INDENT, Some(indent)).with(PARAGRAPH, Some(paragraph)));
    }

    /// One control of the panel was moved.
    pub fn set(&mut self, name: &str, input: &HtmlInputElement) {
        let Some((index, setting)) = ALL.iter().enumerate().find(|(_, setting)| setting.name == name) else { return };
        let value = match input.type_().as_str() {
            "checkbox" => Some(u32::from(!input.checked())),
            _ => setting.read(&input.value()),
        };
        self.choose(index, value);
    }

    /// Makes the page look as the settings say.
    pub(super) fn dress(&mut self) {
        let rule = self.rule(0);
        for (index, setting) in ALL.iter().enumerate() {
            let value = self.settings.get(index).map(|value| setting.write(value));
            if let (Kind::Range { .. }, Some(rule)) = (&setting.kind, &rule) {
                let property = ["--_", setting.attribute.strip_prefix("data-").unwrap_or_default()].concat();
                let _ = match &value {
                    Some(value) => rule.set_property(&property, value),
                    None => rule.remove_property(&property).map(drop),
                };
            }
            match value {
                // Every step of it is a step of the property already.
                _ if index == SCALE => {}
                Some(value) => set(&self.surface, setting.attribute, &value),
                None => drop(self.surface.remove_attribute(setting.attribute)),
            }
        }
        self.dress_tools();
    }

    /// Brings the toolbar and the panel in line.
    pub(super) fn dress_tools(&self) {
        let settings = &self.settings;
        if let Some(output) = self.surface.part("size") {
            output.set_text_content(Some(&chrome::percent(settings)));
        }
        if let Some(button) = self.surface.part("reset") {
            set(&button, "aria-label", &chrome::reset_name(self.labels(), settings));
        }
        if let Some(sizes) = self.surface.part("sizes") {
            show(&sizes, !settings.locks(SCALE));
        }
        if let Some(presets) = self.surface.part("presets") {
            show(&presets, !(settings.locks(INDENT) || settings.locks(PARAGRAPH)));
        }
        for input in self.surface.all("[data-setting]") {
            let name = input.get_attribute("data-setting").unwrap_or_default();
            let Some((index, setting)) = ALL.iter().enumerate().find(|(_, setting)| setting.name == name) else {
                continue;
            };
            let Some(frame) = input.closest("[part~=setting]").ok().flatten() else { continue };
            show(&frame, !settings.locks(index));
            if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
                self.dress_control(input, &frame, index, setting);
            }
        }
    }

    fn dress_control(&self, input: &HtmlInputElement, frame: &Element, index: usize, setting: &Setting) {
        let value = self.settings.get(index);
        match setting.kind {
            Kind::Range { rest, .. } => {
                input.set_value(&value.unwrap_or(rest).to_string());
                let text = match value {
                    _ if index == SCALE => chrome::percent(&self.settings),
                    Some(value) => setting.write(value),
                    None => self.labels().usual.to_owned(),
                };
                set(input, "aria-valuetext", &text);
                if let Some(shown) = frame.part("value") {
                    shown.set_text_content(Some(&text));
                }
            }
            Kind::Words(_) if input.type_() == "checkbox" => input.set_checked(value != Some(1)),
            Kind::Words(_) => input.set_checked(setting.read(&input.value()) == value),
        }
    }
}
