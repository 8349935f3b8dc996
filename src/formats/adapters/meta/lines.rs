//! Text whose paragraphs are lines, and which has elements of running text in it.

/// Elements that part the text themselves, sorted.
const PARTS: [&str; 37] = [
    "address",
    "article",
    "aside",
    "audio",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "iframe",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "td",
    "tr",
    "ul",
];

/// The same HTML with its lines as paragraphs: what stands between blank lines, or, where there are none, each line. `None` where the
/// HTML has elements that part its text, or a single line.
pub fn paragraphs(html: &str) -> Option<String> {
    if !html.trim().contains('\n') {
        return None;
    }
    let text = tags_in_one_line(html)?;
    let lines = || text.trim().lines();
    let spaced = lines().any(|line| line.trim().is_empty());
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut open = false;
    for line in lines() {
        if line.trim().is_empty() {
            if core::mem::take(&mut open) {
                out.push_str("</p>");
            }
            continue;
        }
        if !open {
            out.push_str("<p>");
        }
        out.push_str(line);
        // A line that ends in a break says itself how it goes on.
        let broken = ends_in_break(line);
        if spaced && !broken {
            out.push_str("<br>");
        }
        open = spaced || broken;
        if !open {
            out.push_str("</p>");
        }
    }
    Some(out)
}

fn ends_in_break(line: &str) -> bool {
    line.trim_end().rsplit_once('<').is_some_and(|(_, tag)| {
        tag.strip_suffix('>').is_some_and(|tag| tag.trim_end_matches([' ', '/']).eq_ignore_ascii_case("br"))
    })
}

/// `html` with no line break inside a tag; `None` where an element, or two breaks in a row, part the text.
fn tags_in_one_line(html: &str) -> Option<String> {
    let mut out = String::with_capacity(html.len());
    let mut after_break = false;
    for (index, piece) in html.split('<').enumerate() {
        if index > 0 {
            out.push('<');
        }
        let named = piece.strip_prefix('/').unwrap_or(piece);
        let length = named.bytes().take(11).take_while(u8::is_ascii_alphanumeric).count();
        let name = named.get(..length).unwrap_or_default().to_ascii_lowercase();
        let Some((tag, rest)) = piece.split_once('>').filter(|_| index > 0 && !name.is_empty()) else {
            after_break &= piece.trim().is_empty();
            out.push_str(piece);
            continue;
        };
        let is_break = name == "br";
        if PARTS.binary_search(&name.as_str()).is_ok() || is_break && after_break {
            return None;
        }
        after_break = (is_break || after_break) && rest.trim().is_empty();
        out.extend(tag.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
        out.push('>');
        out.push_str(rest);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_paragraphs_where_nothing_parts_them() {
        for (html, paragraphs_of_it) in [
            ("One <b>lamp</b>.\nTwo.", Some("<p>One <b>lamp</b>.</p><p>Two.</p>")),
            ("One <a\nhref='/x'>lamp</a>.\r\nTwo.\n", Some("<p>One <a href='/x'>lamp</a>.</p><p>Two.</p>")),
            ("One,<br>\ntwo.\nThree.", Some("<p>One,<br>two.</p><p>Three.</p>")),
            ("One\n\n\n<i>two", Some("<p>One<br></p><p><i>two<br>")),
            ("One <b>lamp</b>.", None),
            ("One.<br> <br/>\nTwo.", None),
            ("<p>One.</p>\nTwo.", None),
            ("One\n<UL><li>two</UL>", None),
        ] {
            assert_eq!(paragraphs(html).as_deref(), paragraphs_of_it, "{html}");
        }
        assert!(PARTS.is_sorted());
    }
}
