use super::*;
use crate::formats::adapters::tree::tests::{line, outline};

fn read(markdown: &str) -> String {
    outline(&blocks(markdown, &Path::root(), &mut Notes::default()))
}

fn words(markdown: &str) -> String {
    line(&inlines(markdown, &Path::root(), &mut Notes::default()))
}

#[test]
fn emphasis_opens_and_closes() {
    for (markdown, read) in [
        ("a *b* _c_ **d** __e__", "a [em:b] [em:c] [strong:d] [strong:e]"),
        ("***both*** ~~gone~~", "[em,strong:both] [strike:gone]"),
        ("**a *b* c**", "[strong:a ][strong,em:b][strong: c]"),
        ("2 * 3 * 4, snake_case_name, a*", "2 * 3 * 4, snake_case_name, a*"),
        (r"\*not\* *open", "*not* *open"),
        ("`a *b*` ``c`d``  `", "[code:a *b*] [code:c`d]  `"),
        ("汉字**重**点", "汉字[strong:重]点"),
        ("~one~ &amp", "~one~ &amp"),
    ] {
        assert_eq!(words(markdown), read, "{markdown}");
    }
}

#[test]
fn links_and_pictures() {
    for (markdown, read) in [
        ("[a *b*](https://a.example/(x) \"T\")!", "<https://a.example/(x) a [em:b]>!"),
        ("see [1] and [x]( javascript:y )", "see [1] and x"),
        ("**[a](/b)**", "</b [strong:a]>"),
        ("x ![alt](/i.png)", "x img(/i.png alt )"),
        ("<https://a.example> 1 < 2 <b>c</b><br>d", "<https://a.example https://a.example> 1 < 2 c/d"),
        ("*a [b* c](/d)", "*a </d b* c>"),
    ] {
        assert_eq!(words(markdown), read, "{markdown}");
    }
}

#[test]
fn blocks_of_every_kind() {
    assert_eq!(
        read("# One #\n\nTwo\n---\n\na\nb  \nc\n\n***\n\n> q\n> - i\nlazy\n\n```js x\na\n\n  b\n```\n![p](/p.png)\n"),
        "h1(One) h2(Two) p(a b/c) hr quote(p(q) ul(li(p(i lazy)))) code(js:a\n\n  b) img(/p.png p )"
    );
    assert_eq!(read("|a|b|\n|:-|-:|\n|1|2|\nend"), "table((a^)(b^)|(1)(2)) p(end)");
}

#[test]
fn lists_nest_and_go_on() {
    assert_eq!(
        read("3. a\n   more\n4. b\n   - c\n     - d\n   - e\n\n   p\n- [x] t\n- [ ] u"),
        "ol3(li(p(a more)) li(p(b) ul(li(p(c) ul(li(p(d)))) li(p(e))) p(p))) ul(li+(p(t)) li-(p(u)))"
    );
    assert_eq!(read("text\n- a\n\n- b\nlazy\n\nafter"), "p(text) ul(li(p(a)) li(p(b lazy))) p(after)");
    assert_eq!(read("It was\n1986. A good year"), "p(It was 1986. A good year)");
}

#[test]
fn hostile_texts_are_read_in_good_time() {
    for sign in ["*", "**a", "[", "![", "](", "`", "``` `", "<", "_a", "> ", "- ", "&", "[a](", "1. "] {
        let text = sign.repeat(20_000);
        let _ = blocks(&text, &Path::root(), &mut Notes::default());
        let lines = [sign, "\n"].concat().repeat(5_000);
        let _ = blocks(&lines, &Path::root(), &mut Notes::default());
    }
}

#[test]
fn an_escaped_bar_parts_no_cells() {
    assert_eq!(read("a | b\n--|--\nc \\| d | e"), "table((a^)(b^)|(c | d)(e))");
}
