//! How far text goes before markup begins.

/// What ends the name of a tag.
pub(super) const NAME_ENDS: &[u8] = b"\t\n\x0C\r />";

/// How much text stands before the first markup.
pub(super) fn text_length(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        match rest {
            [b'<', b'/', _, ..] | [b'<', b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z', ..] => break,
            _ => at += 1,
        }
    }
    at
}

/// How much stands before the end tag of this name.
pub(super) fn raw_length(bytes: &[u8], name: &[u8]) -> usize {
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        match rest {
            [b'<', b'/', rest @ ..] if is_tag(rest, name) => break,
            _ => at += 1,
        }
    }
    at
}

/// How much stands before the end tag of a script, which is none inside `<!-- <script> -->`.
pub(super) fn script_length(bytes: &[u8]) -> usize {
    // Whether we are in a comment, and in a script in it.
    let (mut comment, mut inner) = (false, false);
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        match rest {
            [b'<', b'/', rest @ ..] if is_tag(rest, b"script") => {
                if !inner {
                    break;
                }
                inner = false;
            }
            // Its dashes may be those of `-->` too.
            [b'<', b'!', b'-', b'-', ..] if !comment => {
                comment = true;
                at += 1;
            }
            [b'<', rest @ ..] if comment && !inner && is_tag(rest, b"script") => inner = true,
            [b'-', b'-', b'>', ..] => (comment, inner) = (false, false),
            _ => {}
        }
        at += 1;
    }
    at
}

/// Whether a tag of this name stands here, after its `<` or `</`.
fn is_tag(bytes: &[u8], name: &[u8]) -> bool {
    starts_with(bytes, name) && bytes.get(name.len()).is_some_and(|b| NAME_ENDS.contains(b))
}

/// Whether they begin with this word, in letters of either case.
pub(super) fn starts_with(bytes: &[u8], word: &[u8]) -> bool {
    bytes.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_ends_at_markup() {
        for (html, expected) in
            [("", 0), ("a < b <3 <<< <", 14), ("a<b", 1), ("</", 2), ("</>", 0), ("<<!", 1), ("灯<?", 3), ("a</1", 1)]
        {
            assert_eq!(text_length(html.as_bytes()), expected, "{html}");
        }
    }

    #[test]
    fn raw_text_ends_at_its_own_tag() {
        for (html, expected) in [
            ("a</b></styles></style", 21),
            ("a</STYLE>", 1),
            ("</style/", 0),
            ("</style\n", 0),
            ("</</style</style >", 9),
            ("<!--</style>-->", 4),
        ] {
            assert_eq!(raw_length(html.as_bytes(), b"style"), expected, "{html}");
        }
    }

    #[test]
    fn scripts_hide_scripts_in_comments() {
        for (html, expected) in [
            ("a</script>", 1),
            ("<script></script>", 8),
            ("<!--</script>", 4),
            ("<!--<script></script></script>", 21),
            ("<!--<script></script>--></script>", 24),
            ("<!--<script>--></script>", 15),
            ("<!--<script></script><script></script></SCRIPT>", 38),
            ("<!--<script1></script>", 13),
            ("<!--<scripts/></script>", 14),
            ("<!--><script></script>", 13),
            ("<!---><script></script>", 14),
            ("<!-<script></script>", 11),
            ("--><!--<script>", 15),
        ] {
            assert_eq!(script_length(html.as_bytes()), expected, "{html}");
        }
    }
}
