//! What a reader can set: the size of the type, the background, the typeface.

use serde::Serialize;

use crate::Limits;
use crate::parse::{self, Value};

/// The least scale: half size.
pub const SMALLEST: u16 = 50;
/// The greatest scale: four times the size (WCAG 2.2 asks for two, 1.4.4).
pub const LARGEST: u16 = 400;
/// One step of the scale.
pub const STEP: u16 = 5;

/// The background and the colours that go with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Light or dark, as the system says.
    #[default]
    Auto,
    /// Dark on white.
    Light,
    /// Brown on cream.
    Sepia,
    /// Light on near black.
    Dark,
}

impl Theme {
    /// All of them, in the order of the panel.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Sepia, Self::Dark];

    /// The word for attributes and stored settings.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Sepia => "sepia",
            Self::Dark => "dark",
        }
    }

    /// The theme of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == word)
    }
}

/// The family of typefaces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Font {
    /// With serifs; 宋体 and 明朝 in Chinese and Japanese.
    #[default]
    Serif,
    /// Without; 黑体 and ゴシック.
    Sans,
}

impl Font {
    /// All of them, in the order of the panel.
    pub const ALL: [Self; 2] = [Self::Serif, Self::Sans];

    /// The word for attributes and stored settings.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Serif => "serif",
            Self::Sans => "sans",
        }
    }

    /// The font of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|font| font.as_str() == word)
    }
}

/// The size of the type in per cent of the publisher's: 50 to 400 in steps of 5, 71 stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale(u16);

impl Default for Scale {
    fn default() -> Self {
        Self(100)
    }
}

impl Scale {
    /// The stop that is nearest to `factor` (1.0 is the publisher's size). What is no number is 1.0.
    #[must_use]
    pub fn of_factor(factor: f64) -> Self {
        if !factor.is_finite() {
            return Self::default();
        }
        let stop = (factor * 100.0 / f64::from(STEP)).round() * f64::from(STEP);
        let clamped = stop.clamp(f64::from(SMALLEST), f64::from(LARGEST));
        // Clamped to 50–400 above.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Self(clamped as u16)
    }

    /// This scale, `steps` steps further, within the bounds.
    #[must_use]
    pub fn step(self, steps: i16) -> Self {
        let moved = i32::from(self.0) + i32::from(steps) * i32::from(STEP);
        Self::of_factor(f64::from(moved) / 100.0)
    }

    /// The scale in per cent.
    #[must_use]
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// The scale as a factor.
    #[must_use]
    pub fn factor(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// Goes out as its word.
macro_rules! as_word {
    ($kind:ty) => {
        impl Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

as_word!(Theme);
as_word!(Font);

impl Serialize for Scale {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.factor())
    }
}

/// All settings. As an object in JS: `{scale: 1.25, theme: "sepia", font: "serif"}`; what is missing has its default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// The size of the type.
    pub scale: Scale,
    /// The background.
    pub theme: Theme,
    /// The typeface.
    pub font: Font,
}

impl Settings {
    /// Settings from JSON text. What is missing or makes no sense has its default: one bad setting does not take the others with it.
    #[must_use]
    pub fn from_json(text: &str) -> Self {
        let value = parse::parse(text.as_bytes(), Limits::default()).unwrap_or_default();
        let word = |key| value.get(key).and_then(Value::as_str).unwrap_or_default();
        Self {
            scale: value.get("scale").and_then(Value::as_f64).map(Scale::of_factor).unwrap_or_default(),
            theme: Theme::parse(word("theme")).unwrap_or_default(),
            font: Font::parse(word("font")).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_71_stops_and_reaches_each_from_each_side() {
        let mut scale = Scale::of_factor(0.0);
        let mut stops = vec![scale.percent()];
        while scale.step(1) != scale {
            scale = scale.step(1);
            stops.push(scale.percent());
        }
        assert_eq!(stops.len(), 71);
        assert_eq!((stops[0], stops[70]), (50, 400));
        assert!(stops.windows(2).all(|pair| pair[1] - pair[0] == STEP));
        for _ in 0..70 {
            scale = scale.step(-1);
        }
        assert_eq!(scale.percent(), 50);
    }

    #[test]
    fn takes_any_number() {
        for (factor, percent) in
            [(1.0, 100), (1.02, 100), (1.03, 105), (-3.0, 50), (99.0, 400), (f64::NAN, 100), (f64::INFINITY, 100)]
        {
            assert_eq!(Scale::of_factor(factor).percent(), percent, "{factor}");
        }
    }

    #[test]
    fn a_bad_word_does_not_take_the_others_with_it() {
        let settings = Settings::from_json(r#"{"scale":1.5,"theme":"plaid","font":"sans","more":1}"#);
        assert_eq!(settings, Settings { scale: Scale::of_factor(1.5), theme: Theme::Auto, font: Font::Sans });
        for text in ["", "null", "[]", "{", r#"{"scale":"big","theme":7}"#] {
            assert_eq!(Settings::from_json(text), Settings::default(), "{text}");
        }
    }

    #[test]
    fn goes_round_as_json() {
        let settings = Settings { scale: Scale::of_factor(1.25), theme: Theme::Sepia, font: Font::Serif };
        let text = serde_json::to_string(&settings).unwrap();
        assert_eq!(text, r#"{"scale":1.25,"theme":"sepia","font":"serif"}"#);
        assert_eq!(Settings::from_json(&text), settings);
    }
}
