//! Words by which a page names its own parts and its buttons.

use crate::article::ListKind;

use super::vocabulary::{BUTTONS, COMPANIONS, HOME, OTHER_LIST, POPULAR_LIST, RELATED, RELATED_LIST};
use crate::formats::common::word;

/// What a line of the page is, where it is one of the page's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// The link to the home page.
    Home,
    /// The heading of the related articles.
    Related,
    /// The heading of a list.
    List(Option<ListKind>),
    /// A button or the like.
    Interface,
}

/// What the line `text` is; `None` where it is text.
pub fn of(text: &str) -> Option<Label> {
    // The longest line of page's words is a row of buttons; a paragraph is not looked at.
    if text.len() > 150 {
        return None;
    }
    heading(text).map(|(label, _)| label).or_else(|| is_interface(text).then_some(Label::Interface))
}

/// The heading of a part, as it is written, without the signs and buttons around it.
pub fn heading(text: &str) -> Option<(Label, &str)> {
    let bare = text.trim_matches(ornament);
    if let Some(label) = named(bare) {
        return Some((label, bare));
    }
    let (first, rest) = bare.split_once(char::is_whitespace)?;
    let first = first.trim_matches(ornament);
    let label = named(first).filter(|label| *label != Label::Home)?;
    is_interface(rest).then_some((label, first))
}

fn named(bare: &str) -> Option<Label> {
    let folded = word::folded(bare);
    let is = |words: &[&str]| words.contains(&folded.as_str());
    if is(&HOME) && folded != "返回首页" {
        Some(Label::Home)
    } else if is(&RELATED) {
        Some(Label::Related)
    } else if is(&RELATED_LIST) {
        Some(Label::List(Some(ListKind::Related)))
    } else if is(&POPULAR_LIST) {
        Some(Label::List(Some(ListKind::Popular)))
    } else {
        is(&OTHER_LIST).then_some(Label::List(None))
    }
}

/// Whether `text` is made of buttons and nothing else.
pub fn is_interface(text: &str) -> bool {
    let folded = word::folded(text.trim_matches(ornament));
    if BUTTONS.contains(&folded.as_str()) {
        return true;
    }
    let mut buttons = 0;
    for part in folded.split([' ', '|', '·', '/', ':', '[', ']', '(', ')', '【', '】', '、', ',', '>', '»']) {
        if BUTTONS.contains(&part) {
            buttons += 1;
        } else if !part.is_empty() && !COMPANIONS.contains(&part) {
            return false;
        }
    }
    buttons > 0
}

/// Signs around a heading or a button that are no part of its name.
fn ornament(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ':' | '：'
                | '【'
                | '】'
                | '['
                | ']'
                | '|'
                | '｜'
                | '>'
                | '＞'
                | '»'
                | '›'
                | '<'
                | '«'
                | '·'
                | '•'
                | '#'
                | '*'
                | '…'
        )
        || matches!(
            c,
            '\u{2500}'
                ..='\u{27bf}'
                    | '—'
                    | '–'
                    | '-'
                    | '='
                    | '~'
                    | '.'
                    | '↓'
                    | '↑'
                    | '→'
                    | '+'
                    | '《'
                    | '》'
                    | '('
                    | ')'
                    | '（'
                    | '）'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_known_by_their_names() {
        for (line, label) in [
            ("首页", Label::Home),
            ("首頁", Label::Home),
            ("Home", Label::Home),
            ("相关文章", Label::Related),
            ("【相關文章】", Label::Related),
            ("相关文章：", Label::Related),
            ("■ 相关阅读 更多>>", Label::Related),
            ("Related", Label::Related),
            ("相关資訊", Label::List(Some(ListKind::Related))),
            ("熱門資訊", Label::List(Some(ListKind::Popular))),
            ("Most read", Label::List(Some(ListKind::Popular))),
            ("最新资讯", Label::List(None)),
        ] {
            assert_eq!(of(line), Some(label), "{line}");
        }
        assert_eq!(heading("◆ 熱門資訊 更多"), Some((Label::List(Some(ListKind::Popular)), "熱門資訊")));
    }

    #[test]
    fn buttons_are_no_text() {
        for line in [
            "展开全文",
            "展開全文 ▼",
            "分享到：微信 微博 QQ空间",
            "【字号：大 中 小】【打印】【关闭】",
            "列印 | 分享",
            "Read more…",
            "(展开全文)",
        ] {
            assert_eq!(of(line), Some(Label::Interface), "{line}");
        }
        for line in ["展开全文的灯", "大", "相关文章说明了什么", "分享一本书", "x", "首页上的灯"]
        {
            assert_eq!(of(line), None, "{line}");
        }
    }
}
