//! Settings on the page: the size of the type, the background, the typeface.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::element::{Tree, set};
use super::place;
use super::reader::Reader;
use crate::settings::{Font, Scale, Settings, Theme};
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
        let detail = serde_wasm_bindgen::to_value(&self.settings).unwrap_or_default();
        self.tell("settings", detail);
    }

    /// Sets the scale.
    pub fn scale_to(&mut self, scale: Scale) {
        self.apply(Settings { scale, ..self.settings });
    }

    /// Moves the scale by `steps` of 5 %.
    pub fn step(&mut self, steps: i16) {
        self.scale_to(self.settings.scale.step(steps));
    }

    /// One control of the panel was moved to `value`.
    pub fn set(&mut self, name: &str, value: &str) {
        let mut settings = self.settings;
        match name {
            "scale" => {
                let percent = value.parse::<u16>().unwrap_or(100);
                settings.scale = Scale::of_factor(f64::from(percent) / 100.0);
            }
            "theme" => settings.theme = Theme::parse(value).unwrap_or_default(),
            "font" => settings.font = Font::parse(value).unwrap_or_default(),
            _ => {}
        }
        self.apply(settings);
    }

    /// Makes the page look as the settings say.
    pub(super) fn dress(&mut self) {
        if let Some(rule) = self.rule(0) {
            let _ = rule.set_property("--_scale", &decimal(self.settings.scale.percent()));
        }
        set(&self.surface, "data-theme", self.settings.theme.as_str());
        set(&self.surface, "data-font", self.settings.font.as_str());
        if let Some(output) = self.surface.part("size") {
            output.set_text_content(Some(&chrome::percent(&self.settings)));
        }
        if let Some(button) = self.surface.part("reset") {
            set(&button, "aria-label", &chrome::reset_name(self.labels(), &self.settings));
        }
        for input in self.surface.all("[data-setting]") {
            let Ok(input) = input.dyn_into::<HtmlInputElement>() else { continue };
            match input.get_attribute("data-setting").as_deref() {
                Some("scale") => input.set_value(&self.settings.scale.percent().to_string()),
                Some("theme") => input.set_checked(input.value() == self.settings.theme.as_str()),
                Some("font") => input.set_checked(input.value() == self.settings.font.as_str()),
                _ => {}
            }
        }
    }
}

/// Per cent as a factor, written without floating-point formatting: 125 is `1.25`.
fn decimal(percent: u16) -> String {
    let (whole, rest) = (percent / 100, percent % 100);
    let mut out = whole.to_string();
    out.push('.');
    if rest < 10 {
        out.push('0');
    }
    out.push_str(&rest.to_string());
    out
}
