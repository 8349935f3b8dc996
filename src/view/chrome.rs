//! What stands around an article in the browser: slots, states, tools. A server leaves it out: none of it works without a script.

use super::{Attr, Dir, Markup, Tag};
use crate::settings::{ALIGN, ALL, FONT, Kind, RUBY, SCALE, SWITCHES, Settings, THEME};
use crate::text::Labels;

/// The frame inside the shadow root: the publisher's slots, the fallback, the states, the place of the article, the reader's surface.
pub fn frame(m: &mut Markup, labels: &Labels, dir: Dir) {
    slot(m, "before");
    m.element(Tag::Div, |m| {
        m.attr(Attr::Part, "fallback");
        m.element(Tag::Slot, |_| {});
    });
    m.element(Tag::Div, |m| {
        m.attr(Attr::Part, "status").attr(Attr::Lang, labels.lang).attr(Attr::Dir, dir.as_str());
        m.element(Tag::P, |m| {
            m.attr(Attr::Part, "message").attr(Attr::Role, "status");
        });
        m.element(Tag::Div, |m| {
            m.attr(Attr::Part, "skeleton").attr(Attr::AriaHidden, "true");
            for _ in 0..6 {
                m.element(Tag::I, |_| {});
            }
        });
        button(m, "retry", labels.retry, |m| m.write(labels.retry));
    });
    m.element(Tag::Div, |m| {
        m.attr(Attr::Part, "page");
        m.element(Tag::Div, |m| {
            m.attr(Attr::Part, "surface").attr(Attr::Hidden, "");
            m.element(Tag::Div, |m| {
                m.attr(Attr::Part, "tools");
            });
            m.element(Tag::Div, |m| {
                m.attr(Attr::Part, "content");
            });
            m.element(Tag::Div, |m| {
                m.attr(Attr::Part, "notice").attr(Attr::Role, "status").attr(Attr::Hidden, "");
            });
        });
    });
    slot(m, "aside");
    slot(m, "after");
    m.element(Tag::Dialog, |m| {
        m.attr(Attr::Part, "reader").attr(Attr::AriaLabel, labels.read);
    });
}

fn slot(m: &mut Markup, name: &str) {
    m.element(Tag::Slot, |m| {
        m.attr(Attr::Name, name);
    });
}

/// The toolbar and the settings panel, with `settings` as they stand.
pub fn tools(m: &mut Markup, labels: &Labels, dir: Dir, settings: &Settings) {
    m.element(Tag::Div, |m| {
        m.attr(Attr::Part, "toolbar").attr(Attr::Role, "toolbar").attr(Attr::AriaLabel, labels.tools);
        m.attr(Attr::Lang, labels.lang).attr(Attr::Dir, dir.as_str());
        button(m, "read", labels.read, |m| {
            icon(
                m,
                "M12 6.5C10 5 7 4.5 3.5 4.5v13c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-13C17 4.5 14 5 12 6.5zM12 6.5v13",
            );
            icon(m, "M6 6l12 12M18 6 6 18");
            m.element(Tag::Span, |m| m.write(labels.read));
        });
        m.element(Tag::Div, |m| {
            m.attr(Attr::Part, "sizes").attr(Attr::Role, "group").attr(Attr::AriaLabel, labels.name(SCALE));
            button(m, "smaller", labels.smaller, |m| icon(m, "M4 18 9 7l5 11M5.8 14h6.4M16 12h5"));
            named(m, "reset", &reset_name(labels, settings), labels.reset, |m| {
                m.element(Tag::Output, |m| {
                    m.attr(Attr::Part, "size");
                    m.write(&percent(settings));
                });
            });
            button(m, "larger", labels.larger, |m| icon(m, "M3 19 9 5l6 14M5.1 14h7.8M15.5 11H22m-3.250-3.250v6.5"));
        });
        button(m, "settings-button", labels.settings, |m| {
            icon(m, "M4 7h9m4 0h3M4 17h3m4 0h9M15 4.5v5M9 14.5v5");
        });
    });
    panel(m, labels, dir);
}

/// The scale as the toolbar shows it.
#[must_use]
pub fn percent(settings: &Settings) -> String {
    let mut text = settings.percent().to_string();
    text.push('%');
    text
}

/// The name of the button that shows the scale: what is to be read on it and what it does (WCAG 2.2, 2.5.3).
#[must_use]
pub fn reset_name(labels: &Labels, settings: &Settings) -> String {
    [&percent(settings), " – ", labels.reset].concat()
}

/// The panel. How its controls stand is said by whoever puts it on the page.
fn panel(m: &mut Markup, labels: &Labels, dir: Dir) {
    m.element(Tag::Div, |m| {
        m.attr(Attr::Part, "settings").attr(Attr::Role, "group").attr(Attr::AriaLabel, labels.settings);
        m.attr(Attr::Lang, labels.lang).attr(Attr::Dir, dir.as_str()).attr(Attr::Hidden, "");
        slider(m, labels, SCALE);
        choice(m, labels, THEME, &labels.themes);
        choice(m, labels, FONT, &labels.fonts);
        m.element(Tag::Details, |m| {
            m.attr(Attr::Part, "more");
            m.element(Tag::Summary, |m| m.write(labels.more));
            group(m, labels.spacing, |m| {
                m.element(Tag::Div, |m| {
                    m.attr(Attr::Part, "setting presets");
                    for (action, label) in [("book", labels.book), ("screen", labels.screen)] {
                        push(m, "choice", action, label);
                    }
                });
                for index in FONT + 1..SWITCHES {
                    if index == ALIGN {
                        choice(m, labels, index, &labels.aligns);
                    } else {
                        slider(m, labels, index);
                    }
                }
            });
            group(m, labels.shown, |m| {
                // The others are of the scripts of the East.
                let east = labels.lang.starts_with("zh") || labels.lang == "ja";
                for index in SWITCHES..if east { ALL.len() } else { RUBY } {
                    m.element(Tag::Label, |m| {
                        m.attr(Attr::Part, "setting switch");
                        m.element(Tag::Span, |m| m.write(labels.name(index)));
                        control(m, index, "checkbox");
                    });
                }
            });
            push(m, "choice", "reset-all", labels.reset_all);
        });
    });
}

fn group(m: &mut Markup, legend: &str, inside: impl FnOnce(&mut Markup)) {
    m.element(Tag::Fieldset, |m| {
        m.attr(Attr::Part, "settings-group");
        m.element(Tag::Legend, |m| m.write(legend));
        inside(m);
    });
}

/// A button of the panel.
fn push(m: &mut Markup, part: &str, action: &str, label: &str) {
    m.element(Tag::Button, |m| {
        m.attr(Attr::Part, part).attr(Attr::Type, "button").attr(Attr::DataAction, action);
        m.write(label);
    });
}

/// The control of a setting, of a type of input.
fn control(m: &mut Markup, index: usize, kind: &str) {
    let Some(setting) = ALL.get(index) else { return };
    m.element(Tag::Input, |m| {
        m.attr(Attr::Type, kind).attr(Attr::DataSetting, setting.name);
        if let Kind::Range { least, most, step, .. } = setting.kind {
            m.number(Attr::Min, Some(least)).number(Attr::Max, Some(most)).number(Attr::Step, Some(step));
        }
    });
}

fn slider(m: &mut Markup, labels: &Labels, index: usize) {
    m.element(Tag::Label, |m| {
        m.attr(Attr::Part, "setting");
        m.element(Tag::Span, |m| m.write(labels.name(index)));
        m.element(Tag::Span, |m| {
            // The control itself says it to the ear.
            m.attr(Attr::Part, "value").attr(Attr::AriaHidden, "true");
        });
        control(m, index, "range");
    });
}

fn choice(m: &mut Markup, labels: &Labels, index: usize, words: &[&str]) {
    let Some(setting) = ALL.get(index) else { return };
    let Kind::Words(values) = setting.kind else { return };
    let chinese = labels.lang.starts_with("zh");
    let usual = setting.default.is_none().then_some(("", labels.usual));
    m.element(Tag::Fieldset, |m| {
        m.attr(Attr::Part, "setting").attr(Attr::DataKind, setting.name);
        m.element(Tag::Legend, |m| m.write(labels.name(index)));
        for (value, label) in usual.into_iter().chain(values.iter().copied().zip(words.iter().copied())) {
            // The first two are these in Chinese already, and elsewhere they are for single pages to ask for.
            if matches!(value, "song" | "hei") || value == "kai" && !chinese {
                continue;
            }
            m.element(Tag::Label, |m| {
                m.attr(Attr::Part, if index == THEME { "choice swatch" } else { "choice" });
                m.attr(Attr::DataKind, value);
                m.element(Tag::Input, |m| {
                    m.attr(Attr::Type, "radio").attr(Attr::Name, setting.name).attr(Attr::Value, value);
                    m.attr(Attr::DataSetting, setting.name);
                });
                m.element(Tag::Span, |m| m.write(label));
            });
        }
    });
}

/// The words under an article when another could not be opened.
pub fn failure(m: &mut Markup, labels: &Labels) {
    m.element(Tag::P, |m| m.write(labels.failed));
}

/// The words under an article that broke off, with the way to try again.
pub fn notice(m: &mut Markup, labels: &Labels) {
    m.element(Tag::P, |m| m.write(labels.incomplete));
    button(m, "retry", labels.retry, |m| m.write(labels.retry));
}

fn button(m: &mut Markup, action: &str, label: &str, inside: impl FnOnce(&mut Markup)) {
    named(m, action, label, label, inside);
}

fn named(m: &mut Markup, action: &str, name: &str, title: &str, inside: impl FnOnce(&mut Markup)) {
    m.element(Tag::Button, |m| {
        m.attr(Attr::Part, action).attr(Attr::Type, "button").attr(Attr::DataAction, action);
        m.attr(Attr::AriaLabel, name).attr(Attr::Title, title);
        inside(m);
    });
}

/// A line drawing of 24 by 24; the stylesheet gives it its stroke.
pub fn icon(m: &mut Markup, path: &str) {
    m.element(Tag::Svg, |m| {
        m.attr(Attr::ViewBox, "0 0 24 24").attr(Attr::AriaHidden, "true");
        m.element(Tag::Path, |m| {
            m.attr(Attr::D, path);
        });
    });
}
