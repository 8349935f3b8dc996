//! What stands around an article in the browser: slots, states, tools. A server leaves it out: none of it works without a script.

use super::{Attr, Dir, Markup, Tag};
use crate::settings::{Font, LARGEST, SMALLEST, STEP, Settings, Theme};
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
            m.attr(Attr::Part, "sizes").attr(Attr::Role, "group").attr(Attr::AriaLabel, labels.size);
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
    panel(m, labels, dir, settings);
}

/// The scale as the toolbar shows it.
#[must_use]
pub fn percent(settings: &Settings) -> String {
    let mut text = settings.scale.percent().to_string();
    text.push('%');
    text
}

/// The name of the button that shows the scale: what is to be read on it and what it does (WCAG 2.2, 2.5.3).
#[must_use]
pub fn reset_name(labels: &Labels, settings: &Settings) -> String {
    [&percent(settings), " – ", labels.reset].concat()
}

fn panel(m: &mut Markup, labels: &Labels, dir: Dir, settings: &Settings) {
    m.element(Tag::Div, |m| {
        m.attr(Attr::Part, "settings").attr(Attr::Role, "group").attr(Attr::AriaLabel, labels.settings);
        m.attr(Attr::Lang, labels.lang).attr(Attr::Dir, dir.as_str()).attr(Attr::Hidden, "");
        m.element(Tag::Label, |m| {
            m.attr(Attr::Part, "setting");
            m.element(Tag::Span, |m| m.write(labels.size));
            m.element(Tag::Input, |m| {
                m.attr(Attr::Type, "range").attr(Attr::DataSetting, "scale");
                m.number(Attr::Min, Some(u32::from(SMALLEST))).number(Attr::Max, Some(u32::from(LARGEST)));
                m.number(Attr::Step, Some(u32::from(STEP)))
                    .number(Attr::Value, Some(u32::from(settings.scale.percent())));
            });
        });
        choice(m, "theme", labels.theme, Theme::ALL, settings.theme, |theme| {
            let label = match theme {
                Theme::Auto => labels.auto,
                Theme::Light => labels.light,
                Theme::Sepia => labels.sepia,
                Theme::Dark => labels.dark,
            };
            (theme.as_str(), label)
        });
        choice(m, "font", labels.font, Font::ALL, settings.font, |font| {
            (font.as_str(), if font == Font::Serif { labels.serif } else { labels.sans })
        });
    });
}

fn choice<T: Copy + PartialEq>(
    m: &mut Markup,
    name: &str,
    legend: &str,
    options: impl IntoIterator<Item = T>,
    chosen: T,
    word: impl Fn(T) -> (&'static str, &'static str),
) {
    m.element(Tag::Fieldset, |m| {
        m.attr(Attr::Part, "setting");
        m.element(Tag::Legend, |m| m.write(legend));
        for option in options {
            let (value, label) = word(option);
            m.element(Tag::Label, |m| {
                m.attr(Attr::Part, "choice").attr(Attr::DataKind, value);
                m.element(Tag::Input, |m| {
                    m.attr(Attr::Type, "radio").attr(Attr::Name, name).attr(Attr::Value, value);
                    m.attr(Attr::DataSetting, name);
                    if option == chosen {
                        m.attr(Attr::Checked, "");
                    }
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
