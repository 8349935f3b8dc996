//! The HTML tokeniser against rows of our own, against hostile input, and against html5lib's inputs.
//!
//! html5lib's tests (github.com/html5lib/html5lib-tests, MIT) are no part of this repository. Where their inputs lie
//! beside the checkout, in `../shared/attacks/html5lib-tokenizer.json`, they are run; where not, the test says so.

use std::borrow::Cow;
use std::path::Path;

use lamplit::html::{Token, Tokenizer};

/// HTML, and its tokens as `shown` writes them.
const ROWS: &[(&str, &str)] = &[
    // Text.
    ("", ""),
    ("a < b <3 <<", "'a < b <3 <<'"),
    ("a&amp;b &lt;p&gt; &#x706F;&#19979; &notit; &AMP", "'a&b <p> 灯下 ¬it; &'"),
    ("a\r\nb\rc\n&#13;", "'a\nb\nc\n\r'"),
    ("a\0b", "'a\0b'"),
    ("</", "'</'"),
    ("a</>b", "'a' 'b'"),
    // Tags.
    ("<p>a</p>", "<p> 'a' </p>"),
    ("<P CLASS=Big>A</P >", "<p class='Big'> 'A' </p>"),
    ("<br/><br /><br/ >", "<br/> <br/> <br>"),
    ("<a-b><a:b><a<b><a\0b>", "<a-b> <a:b> <a<b> <a\u{FFFD}b>"),
    ("</p class=a/>x", "</p> 'x'"),
    ("<p", ""),
    ("a<p class=\"b>c</p>", "'a'"),
    ("</p", ""),
    ("<p/", ""),
    ("<p a=", ""),
    // Attributes.
    ("<a b c=d e='f' g=\"h\" i = j>", "<a b='' c='d' e='f' g='h' i='j'>"),
    ("<a\tb\nc\x0Cd\re>", "<a b='' c='' d='' e=''>"),
    ("<a b=1 B=2 b>", "<a b='1'>"),
    ("<a b='1'c=\"2\"d/e=/f>", "<a b='1' c='2' d='' e='/f'>"),
    ("<a =b c==d \"=e '<f>", "<a =b='' c='=d' \"='e' '<f=''>"),
    ("<a b ==c><a ==d>", "<a b='=c'> <a =='d'>"),
    ("<a b=>c", "<a b=''> 'c'"),
    ("<a b=c/>", "<a b='c/'>"),
    ("<a b=c />", "<a b='c'/>"),
    ("<a b='>'>", "<a b='>'>"),
    ("<a b=\"c'd\ne\r\nf\0\" \0=`>", "<a b='c'd\ne\nf\u{FFFD}' \u{FFFD}='`'>"),
    ("<a href='?a=1&copy=2&amp;b&lt3&not'>", "<a href='?a=1&copy=2&b&lt3¬'>"),
    ("<a href=?a&amp;b&#65;>", "<a href='?a&bA'>"),
    // Comments.
    ("<!--a-->b", "<!--a--> 'b'"),
    ("<!-->a<!--->b<!---->c", "<!----> 'a' <!----> 'b' <!----> 'c'"),
    ("<!--a--!>b", "<!--a--> 'b'"),
    ("<!--a-b--c->d--->e", "<!--a-b--c->d---> 'e'"),
    ("<!--a--!b-->c", "<!--a--!b--> 'c'"),
    ("<!--<!--a-->-->", "<!--<!--a--> '-->'"),
    ("<!--a", "<!--a-->"),
    ("<!--a-", "<!--a-->"),
    ("<!--a--", "<!--a-->"),
    ("<!--a--!", "<!--a-->"),
    ("<!---!", "<!---!-->"),
    ("<!--a\r\nb\0-->", "<!--a\nb\u{FFFD}-->"),
    // Comments that are none.
    ("<!a>b<!>c<! --d>e", "<!--a--> 'b' <!----> 'c' <!-- --d--> 'e'"),
    ("<?xml version='1.0'?>a", "<!--?xml version='1.0'?--> 'a'"),
    ("</ p>a</1>", "<!-- p--> 'a' <!--1-->"),
    ("<![CDATA[a>b]]>", "<!--[CDATA[a--> 'b]]>'"),
    ("<!-a", "<!---a-->"),
    // Document types.
    ("<!DOCTYPE html>a", "<!doctype> 'a'"),
    ("<!doctypehtml PUBLIC \"-//W3C>", "<!doctype>"),
    ("<!doctype", "<!doctype>"),
    ("<!doctyp>", "<!--doctyp-->"),
    // Elements that hold text.
    ("<style>a<b>&amp;</styl></style>c", "<style> 'a<b>&amp;</styl>' </style> 'c'"),
    ("<script>if (a<b) '</p>'</SCRIPT x>c", "<script> 'if (a<b) '</p>'' </script> 'c'"),
    ("<script><!--<script></script>--></script>a", "<script> '<!--<script></script>-->' </script> 'a'"),
    ("<script><!--</script>a", "<script> '<!--' </script> 'a'"),
    ("<title>a<b>&amp;</titles></title>", "<title> 'a<b>&</titles>' </title>"),
    ("<textarea>\r\n&lt;\0</textarea>", "<textarea> '\n<\u{FFFD}' </textarea>"),
    ("<xmp><a></xmp><noembed><a></noembed>", "<xmp> '<a>' </xmp> <noembed> '<a>' </noembed>"),
    ("<iframe><a></iframe><noframes><a>", "<iframe> '<a>' </iframe> <noframes> '<a>'"),
    ("<noscript><a></noscript>", "<noscript> <a> </noscript>"),
    ("<plaintext>a</plaintext>&amp;\0", "<plaintext> 'a</plaintext>&amp;\u{FFFD}'"),
    ("<script/>a<p>", "<script/> 'a<p>'"),
    ("<style></style", "<style> '</style'"),
    ("<style>a</style ", "<style> 'a'"),
];

/// Everything that can go wrong, in one piece.
const NASTY: &str = "灯&amp;&notin;&notit &#x41;&#0;\r\n<p a=1 b='2&copy=' c=\"3\r\" d/ =e>é<!--a--!b--!><!-><?x?></ y></p q='>'>\
    <!doctype html [>\0<![CDATA[<]]><title>&lt;</titl></title\n><script><!--<script>a</script>--></script/><br/>&CounterClockwise\
    <textarea>b</TEXTAREA><svg><style>&amp;</style></svg><a 😀='😀'>&ngE;&bne;<plaintext></plaintext>&amp;";

#[test]
fn own_rows() {
    for (html, expected) in ROWS {
        let shown: Vec<String> = Tokenizer::new(html).map(|token| shown(&token)).collect();
        assert_eq!(shown.join(" "), *expected, "{html:?}");
        check(html);
    }
}

#[test]
fn any_prefix() {
    for (at, _) in NASTY.char_indices() {
        let (before, behind) = NASTY.split_at(at);
        check(before);
        check(behind);
    }
}

#[test]
fn nothing_is_copied_for_nothing() {
    let html = "<p class=\"a b\" id=c>AT&T\n<!-- d --></p><style>e&f</style><?g>";
    for token in Tokenizer::new(html) {
        let parts = match token {
            Token::Text(part) | Token::Comment(part) | Token::End(part) => vec![part],
            Token::Start { name, attrs, .. } => attrs.into_iter().flat_map(|(a, b)| [a, b]).chain([name]).collect(),
            Token::Doctype => vec![],
        };
        assert!(parts.iter().all(|part| matches!(part, Cow::Borrowed(_))), "{parts:?}");
    }
}

/// Ends, and within a time that a person waits for: what is quadratic would take minutes.
#[test]
fn hostile_input() {
    let pieces = [
        "<",
        "</",
        "<!",
        "<?",
        "<!-",
        "<!--",
        "-->",
        "<!-->",
        "&",
        "&#",
        "&#x",
        "&#9",
        "&am",
        "&CounterClockwiseContourIntegra",
        "<a ",
        "<a",
        "<a b=",
        "<a b=\"",
        "<a b='' ",
        " b",
        "=",
        "\"",
        "'",
        "/",
        "\r",
        "\0",
        "<p>",
        "</p>",
        "</>",
        "<script>",
        "</script",
        "<!--<script>",
        "<title>",
        "</titl",
        "<style></style>",
        "<plaintext>",
        "<![CDATA[",
        "<!doctype ",
    ];
    let starts = ["<a ", "<a b='", "<!--", "<script>", "<script><!--", "<title>", "<style>"];
    for (number, piece) in pieces.iter().enumerate() {
        check_cheaply(&piece.repeat(1_000_000 / piece.len()));
        // And in one of the places where it may mean something else.
        check_cheaply(&[starts[number % starts.len()], &piece.repeat(250_000 / piece.len())].concat());
    }
    let many: String = (0..100_000).map(|n| format!(" a{n}={n}")).collect();
    let tokens: Vec<_> = Tokenizer::new(&["<p", &many, ">b"].concat()).map(|token| shown(&token).len()).collect();
    assert!(tokens.len() == 2 && tokens[0] < 1000, "{tokens:?}");
}

#[test]
fn html5lib_rows() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/attacks/html5lib-tokenizer.json");
    let Ok(rows) = std::fs::read(&file) else {
        println!("html5lib skipped: {} is not there; only our own rows were tried", file.display());
        return;
    };
    let rows: serde_json::Value = serde_json::from_slice(&rows).unwrap();
    let (mut run, mut other) = (0, 0);
    for row in rows.as_array().unwrap() {
        let Some(html) = row["input"].as_str() else {
            other += 1;
            continue;
        };
        run += 1;
        // The rows name no state to begin in and no tokens to expect: they are tried in every place, for what always
        // holds.
        for start in ["", "<title>", "<style>", "<script>", "<script><!--", "<plaintext>", "<a b='", "<a ", "<!--", "&"]
        {
            check(&[start, html].concat());
        }
    }
    println!("html5lib: {run} inputs hold, {other} passed over because they are not text");
    assert!(run > 0, "the rows no longer hold inputs");
}

/// What holds for any input: tokens are well formed, and written out again as HTML they read the same.
fn check(html: &str) {
    let tokens = merged(html);
    for token in &tokens {
        well_formed(token, html);
    }
    let written = written(&tokens);
    assert_eq!(merged(&written), tokens, "{html:?} written as {written:?}");
}

/// The same without a second reading.
fn check_cheaply(html: &str) {
    let mut length = 0;
    for token in Tokenizer::new(html) {
        well_formed(&token, "a hostile input");
        if let Token::Text(part) | Token::Comment(part) = token {
            length += part.len();
        }
    }
    // The most a character grows is from U+0000 to U+FFFD.
    assert!(length <= 3 * html.len());
}

fn well_formed(token: &Token<'_>, html: &str) {
    let named = |name: &str, ends: &[char]| {
        assert!(!name.is_empty() && !name.contains(ends) && !name.contains('\0'), "{name:?} in {html:?}");
        assert!(!name.bytes().any(|b| b.is_ascii_uppercase()), "{name:?} in {html:?}");
    };
    let ends = ['\t', '\n', '\x0C', '\r', ' ', '/', '>'];
    match token {
        Token::Text(text) => assert!(!text.is_empty(), "empty text in {html:?}"),
        Token::Start { name, attrs, .. } => {
            named(name, &ends);
            assert!(name.starts_with(|c: char| c.is_ascii_alphabetic()), "{name:?} in {html:?}");
            for (at, (name, value)) in attrs.iter().enumerate() {
                named(name, &ends);
                assert!(!value.contains('\0'), "{value:?} in {html:?}");
                assert!(attrs.iter().take(at).all(|(other, _)| other != name), "{name:?} twice in {html:?}");
            }
        }
        Token::End(name) => named(name, &ends),
        Token::Comment(text) => assert!(!text.contains(['\0', '\r']), "{text:?} in {html:?}"),
        Token::Doctype => {}
    }
}

/// The tokens, text that belongs together in one.
fn merged(html: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for token in Tokenizer::new(html) {
        match (tokens.last_mut(), token) {
            (Some(Token::Text(before)), Token::Text(text)) => before.to_mut().push_str(&text),
            (_, token) => tokens.push(token),
        }
    }
    tokens
}

/// The tokens as HTML.
fn written(tokens: &[Token<'_>]) -> String {
    let mut html = String::new();
    let mut raw = false;
    for token in tokens {
        match token {
            Token::Text(text) if raw => html.push_str(text),
            Token::Text(text) => html.push_str(&escaped(text)),
            Token::Start { name, attrs, self_closing } => {
                html.extend(["<", name.as_ref()]);
                for (name, value) in attrs {
                    html.extend([" ", name.as_ref(), "=\"", &escaped(value), "\""]);
                }
                html.push_str(if *self_closing { " />" } else { ">" });
                raw = ["script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"].contains(&name.as_ref());
            }
            Token::End(name) => {
                html.extend(["</", name.as_ref(), ">"]);
                raw = false;
            }
            Token::Comment(text) => html.extend(["<!--", text.as_ref(), "-->"]),
            Token::Doctype => html.push_str("<!DOCTYPE html>"),
        }
    }
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace('\r', "&#13;")
}

/// A token in few words.
fn shown(token: &Token<'_>) -> String {
    match token {
        Token::Text(text) => format!("'{text}'"),
        Token::Start { name, attrs, self_closing } => {
            let attrs: String = attrs.iter().map(|(name, value)| format!(" {name}='{value}'")).collect();
            format!("<{name}{attrs}{}>", if *self_closing { "/" } else { "" })
        }
        Token::End(name) => format!("</{name}>"),
        Token::Comment(text) => format!("<!--{text}-->"),
        Token::Doctype => "<!doctype>".to_owned(),
    }
}
