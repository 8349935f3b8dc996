//! What a reader can set. One table says what there is; reading, writing, the panel and the page all follow it.

use crate::Limits;
use crate::parse::{self, Value};

/// How many settings there are.
pub const COUNT: usize = 16;
/// The size of the type.
pub const SCALE: usize = 0;
/// The background.
pub const THEME: usize = 1;
/// The typeface.
pub const FONT: usize = 2;
/// The space between paragraphs.
pub const PARAGRAPH: usize = 4;
/// The indent of a paragraph's first line.
pub const INDENT: usize = 5;
/// Straight at one edge or at both.
pub const ALIGN: usize = 7;
/// The first of the switches, which are all that follow.
pub const SWITCHES: usize = 11;
/// Readings over characters; it and what follows is for Chinese and Japanese.
pub const RUBY: usize = 13;

/// What a setting can be.
#[derive(Debug)]
pub enum Kind {
    /// One of a few words; the value is its number.
    Words(&'static [&'static str]),
    /// A number, in hundredths.
    Range {
        /// The least.
        least: u32,
        /// The greatest.
        most: u32,
        /// From one stop to the next.
        step: u32,
        /// Where the control stands while nothing is set.
        rest: u32,
    },
}

/// One line of the table.
#[derive(Debug)]
pub struct Setting {
    /// The name, in JSON, in attributes and in the panel.
    pub name: &'static str,
    /// The attribute of the surface that says it; with `--_` for `data-` the property that holds a number.
    pub attribute: &'static str,
    /// What it can be.
    pub kind: Kind,
    /// What it is when nobody has set it; `None` where the page's own style says.
    pub default: Option<u32>,
}

const fn words(
    name: &'static str,
    attribute: &'static str,
    words: &'static [&'static str],
    default: Option<u32>,
) -> Setting {
    Setting { name, attribute, kind: Kind::Words(words), default }
}

const fn range(name: &'static str, attribute: &'static str, stops: [u32; 4]) -> Setting {
    let [least, most, step, rest] = stops;
    Setting { name, attribute, kind: Kind::Range { least, most, step, rest }, default: None }
}

const SWITCH: &[&str] = &["on", "off"];

/// All settings, in the order of the panel.
pub static ALL: [Setting; COUNT] = [
    // 50 to 400 %, 71 stops (WCAG 2.2 asks for 200, 1.4.4).
    Setting { default: Some(100), ..range("scale", "data-scale", [50, 400, 5, 100]) },
    words("theme", "data-theme", &["auto", "light", "sepia", "grey", "dark", "black", "contrast"], Some(0)),
    words("font", "data-font", &["serif", "sans", "song", "hei", "kai", "publisher", "dyslexia"], Some(0)),
    range("leading", "data-set-leading", [120, 240, 5, 165]),
    range("paragraph", "data-set-paragraph", [0, 200, 10, 80]),
    range("indent", "data-set-indent", [0, 200, 100, 0]),
    range("width", "data-set-width", [2000, 6000, 200, 3600]),
    words("align", "data-set-align", &["start", "justify"], None),
    range("letter", "data-set-letter", [0, 30, 1, 0]),
    range("word", "data-set-word", [0, 100, 5, 0]),
    range("weight", "data-set-weight", [30_000, 70_000, 10_000, 40_000]),
    words("images", "data-set-images", SWITCH, Some(0)),
    words("links", "data-set-links", SWITCH, Some(0)),
    words("ruby", "data-set-ruby", SWITCH, Some(0)),
    words("gap", "data-set-gap", SWITCH, Some(0)),
    words("squeeze", "data-set-squeeze", SWITCH, Some(0)),
];

impl Setting {
    /// The number of a setting.
    #[must_use]
    pub fn index_of(name: &str) -> Option<usize> {
        ALL.iter().position(|setting| setting.name == name)
    }

    /// The stop that is nearest to a number; none for what is no number.
    #[must_use]
    pub fn nearest(&self, number: f64) -> Option<u32> {
        let Kind::Range { least, most, step, .. } = self.kind else { return None };
        if !number.is_finite() {
            return None;
        }
        let stop = (number * 100.0 / f64::from(step)).round() * f64::from(step);
        // A cast stops at the ends; clamping a number with a fraction would bring in all that it takes to print one.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Some((stop as u32).clamp(least, most))
    }

    /// The value that a control or a document names in words; of a number, its hundredths.
    #[must_use]
    pub fn read(&self, text: &str) -> Option<u32> {
        match self.kind {
            Kind::Words(words) => u32::try_from(words.iter().position(|word| *word == text)?).ok(),
            Kind::Range { .. } => self.nearest(f64::from(text.parse::<u32>().ok()?) / 100.0),
        }
    }

    /// A value as it is written: a word, or a number without the zeros at its end.
    #[must_use]
    pub fn write(&self, value: u32) -> String {
        match self.kind {
            Kind::Words(words) => words.get(value as usize).copied().unwrap_or_default().to_owned(),
            Kind::Range { .. } => {
                let mut out = (value / 100).to_string();
                let (tenth, hundredth) = (value / 10 % 10, value % 10);
                if tenth + hundredth > 0 {
                    out.push('.');
                    out.push_str(&tenth.to_string());
                }
                if hundredth > 0 {
                    out.push_str(&hundredth.to_string());
                }
                out
            }
        }
    }

    fn of_json(&self, value: &Value) -> Option<u32> {
        match self.kind {
            Kind::Words(_) => self.read(value.as_str()?),
            Kind::Range { .. } => self.nearest(value.as_f64()?),
        }
    }
}

/// All settings as they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    values: [Option<u32>; COUNT],
    /// A bit for each that the reader cannot change.
    locked: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { values: core::array::from_fn(|index| ALL.get(index).and_then(|setting| setting.default)), locked: 0 }
    }
}

impl Settings {
    /// Settings from JSON text, with the member `lock` for the names of those that are locked. What is missing or makes no sense
    /// has its default: one bad setting does not take the others with it.
    #[must_use]
    pub fn from_json(text: &str) -> Self {
        let value = parse::parse(text.as_bytes(), Limits::default()).unwrap_or_default();
        let mut settings = Self::default();
        for (slot, setting) in settings.values.iter_mut().zip(&ALL) {
            let found = value.get(setting.name).and_then(|value| setting.of_json(value));
            *slot = found.or(*slot);
        }
        for name in value.get("lock").and_then(Value::as_str).unwrap_or_default().split_ascii_whitespace() {
            settings.locked |= Setting::index_of(name).map_or(0, |index| 1 << index);
        }
        settings
    }

    /// The settings as JSON text: every one of them, `null` where the page's own style says.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        for (value, setting) in self.values.iter().zip(&ALL) {
            out.push_str(if out.is_empty() { "{\"" } else { ",\"" });
            out.push_str(setting.name);
            out.push_str("\":");
            let quote = if value.is_some() && matches!(setting.kind, Kind::Words(_)) { "\"" } else { "" };
            out.push_str(quote);
            out.push_str(&value.map_or_else(|| "null".to_owned(), |value| setting.write(value)));
            out.push_str(quote);
        }
        out.push('}');
        out
    }

    /// The value of one of them.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<u32> {
        self.values.get(index).copied().flatten()
    }

    /// These settings with another value for one of them; `None` is its default.
    #[must_use]
    pub fn with(mut self, index: usize, value: Option<u32>) -> Self {
        if let (Some(slot), Some(setting)) = (self.values.get_mut(index), ALL.get(index)) {
            *slot = value.or(setting.default);
        }
        self
    }

    /// These settings with the size of the type at the stop nearest to `factor`; what is no number is 1.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        self.with(SCALE, ALL.first().and_then(|setting| setting.nearest(factor)))
    }

    /// These settings with the size of the type `steps` steps on, within the bounds.
    #[must_use]
    pub fn stepped(self, steps: i16) -> Self {
        self.scaled((f64::from(self.percent()) + f64::from(steps) * 5.0) / 100.0)
    }

    /// The size of the type in per cent.
    #[must_use]
    pub fn percent(&self) -> u32 {
        self.get(SCALE).unwrap_or(100)
    }

    /// Whether the reader cannot change one of them.
    #[must_use]
    pub const fn locks(&self, index: usize) -> bool {
        self.locked >> index & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_71_stops_and_reaches_each_from_each_side() {
        let mut settings = Settings::default().scaled(0.0);
        let mut stops = vec![settings.percent()];
        while settings.stepped(1) != settings {
            settings = settings.stepped(1);
            stops.push(settings.percent());
        }
        assert_eq!(stops.len(), 71);
        assert_eq!((stops[0], stops[70]), (50, 400));
        assert!(stops.windows(2).all(|pair| pair[1] - pair[0] == 5));
        for _ in 0..70 {
            settings = settings.stepped(-1);
        }
        assert_eq!(settings.percent(), 50);
    }

    #[test]
    fn takes_any_number() {
        for (factor, percent) in
            [(1.0, 100), (1.02, 100), (1.03, 105), (-3.0, 50), (99.0, 400), (f64::NAN, 100), (f64::INFINITY, 100)]
        {
            assert_eq!(Settings::default().scaled(factor).percent(), percent, "{factor}");
        }
    }

    #[test]
    fn every_number_stays_within_its_bounds_and_on_its_stops() {
        for setting in &ALL {
            let Kind::Range { least, most, step, rest } = setting.kind else { continue };
            assert_eq!((most - least) % step, 0, "{}", setting.name);
            assert!((least..=most).contains(&rest), "{}", setting.name);
            assert_eq!(setting.nearest(-1e9), Some(least));
            assert_eq!(setting.nearest(1e9), Some(most));
            assert_eq!(setting.nearest(f64::NAN), None);
            for stop in (least..=most).step_by(step as usize) {
                assert_eq!(setting.read(&stop.to_string()), Some(stop));
                assert_eq!(setting.nearest(setting.write(stop).parse().unwrap()), Some(stop), "{}", setting.name);
            }
        }
    }

    #[test]
    fn a_bad_word_does_not_take_the_others_with_it() {
        let settings = Settings::from_json(r#"{"scale":1.5,"theme":"plaid","font":"sans","images":true,"more":1}"#);
        assert_eq!(settings, Settings::default().scaled(1.5).with(FONT, Some(1)));
        for text in ["", "null", "[]", "{", r#"{"scale":"big","theme":7,"leading":"1.8","indent":null,"lock":7}"#] {
            assert_eq!(Settings::from_json(text), Settings::default(), "{text}");
        }
    }

    #[test]
    fn goes_round_as_json() {
        let default = Settings::default();
        let text = default.to_json();
        assert!(text.starts_with(r#"{"scale":1,"theme":"auto","font":"serif","leading":null,"#), "{text}");
        assert_eq!(Settings::from_json(&text), default);
        for (index, setting) in ALL.iter().enumerate() {
            let values = match setting.kind {
                Kind::Words(words) => 0..=u32::try_from(words.len()).unwrap() - 1,
                Kind::Range { least, most, .. } => least..=most,
            };
            for value in [*values.start(), *values.end()] {
                let settings = default.with(index, Some(value));
                assert_eq!(settings.get(index), Some(value));
                assert_eq!(Settings::from_json(&settings.to_json()), settings, "{}", setting.name);
            }
        }
    }

    #[test]
    fn the_places_of_the_table_are_what_they_are_called() {
        let names = [(SCALE, "scale"), (THEME, "theme"), (FONT, "font"), (PARAGRAPH, "paragraph"), (INDENT, "indent")];
        for (index, name) in names.into_iter().chain([(ALIGN, "align"), (SWITCHES, "images"), (RUBY, "ruby")]) {
            assert_eq!(Setting::index_of(name), Some(index));
        }
    }

    #[test]
    fn names_are_locked() {
        let settings = Settings::from_json(r#"{"lock":" theme  font nothing"}"#);
        let locked: Vec<usize> = (0..COUNT).filter(|index| settings.locks(*index)).collect();
        assert_eq!(locked, [THEME, FONT]);
        assert!(!settings.to_json().contains("lock"));
    }
}
