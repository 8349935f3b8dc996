use crate::article::Article;
use crate::error::Code;
use crate::formats::Format;
use crate::formats::adapters::tree::tests::{attempt, codes, import, outline};

fn root(children: &str) -> Article {
    import(Format::Lexical, &format!(r#"{{"root":{{"type":"root","children":{children}}}}}"#))
}

#[test]
fn text_has_its_marks_in_bits() {
    let article = root(
        r#"[{"type":"paragraph","children":[{"type":"text","text":"a","format":3},{"type":"extended-text","text":"b","format":3},
        {"type":"linebreak"},{"type":"link","url":"https://a.example","children":[{"type":"text","text":"c","format":0},{"type":"text","text":"d","format":16}]},
        {"type":"link","url":null,"children":[{"type":"text","text":"e","format":192}]}]}]"#,
    );
    assert_eq!(outline(&article.blocks), "p([strong,em:ab]/<https://a.example c[code:d]>[highlight,sup:e])");
    assert_eq!(codes(&article), [""; 0]);
}

#[test]
fn lists_and_tables_nest() {
    let article = root(
        r#"[{"type":"list","listType":"number","start":2,"children":[{"type":"listitem","children":[{"type":"text","text":"two"}]},
        {"type":"listitem","children":[{"type":"list","listType":"bullet","start":1,"children":[{"type":"listitem","checked":true,"children":[{"type":"text","text":"deep"}]}]}]}]},
        {"type":"table","children":[{"type":"tablerow","children":[{"type":"tablecell","headerState":1,"colSpan":2,"children":[{"type":"paragraph","children":[{"type":"text","text":"h"}]}]}]}]},
        {"type":"extended-heading","tag":"h3","children":[{"type":"text","text":"Three"}]},
        {"type":"code","language":"js","children":[{"type":"code-highlight","text":"a"},{"type":"linebreak"},{"type":"tab"},{"type":"code-highlight","text":"b"}]},
        {"type":"collapsible-container","open":true,"children":[{"type":"collapsible-title","children":[{"type":"text","text":"t"}]},{"type":"collapsible-content","children":[{"type":"paragraph","children":[{"type":"text","text":"c"}]}]}]}]"#,
    );
    assert_eq!(
        outline(&article.blocks),
        "ol2(li(p(two) ul(li+(p(deep))))) table((h^2x1)) h3(Three) code(js:a\n\tb) details!(t: p(c))"
    );
}

#[test]
fn cards_of_ghost_are_read() {
    let article = root(
        r#"[{"type":"image","src":"/a.jpg","alt":"A","caption":"<span>Cap</span>","width":3},
        {"type":"gallery","images":[{"src":"/b.jpg"},{"src":"/c.jpg"}],"caption":"G"},
        {"type":"html","html":"<p>html</p>"},{"type":"markdown","markdown":"some *words*"},
        {"type":"callout","calloutText":"<p>call</p>","calloutEmoji":"!"},
        {"type":"toggle","heading":"Head","content":"<p>inside</p>"},
        {"type":"bookmark","url":"https://a.example/x","metadata":{"title":"T","description":"D"},"caption":"C"},
        {"type":"embed","url":"https://b.example/v","metadata":{"title":"V"},"html":"<iframe></iframe>"},
        {"type":"button","buttonText":"Go","buttonUrl":"/go"},{"type":"paywall"},{"type":"horizontalrule"},
        {"type":"codeblock","code":"x\n","language":"sh"},{"type":"file","src":"/f.pdf","fileTitle":"F","fileCaption":"fc"},
        {"type":"header","header":"H","subheader":"S"},{"type":"product","productTitle":"P","productDescription":"<p>pd</p>"},
        {"type":"aside","children":[{"type":"text","text":"as"}]},{"type":"poll-card","question":"Q?","options":[{"text":"Yes"}]}]"#,
    );
    assert_eq!(
        outline(&article.blocks),
        "img(/a.jpg A Cap) gallery(img(/b.jpg  ) img(/c.jpg  ) ~G) p(html) p(some [em:words]) group(p(call)) \
         details(Head: p(inside)) card(https://a.example/x T ~D) p(C) embed(https://b.example/v ~V) p(</go Go>) hr \
         code(sh:x) card(/f.pdf F ~fc) group(h2(H) p(S)) group(h4(P) p(pd)) quote(p(as)) ?poll-card(Q?\nYes)"
    );
    assert_eq!(codes(&article), ["unknown-block $.root.children[16]"]);
}

#[test]
fn empty_is_read_and_broken_is_refused() {
    let article = root(r#"[{"type":"paragraph","children":[]}]"#);
    assert_eq!(
        (outline(&article.blocks).as_str(), codes(&article)),
        ("p()", vec!["empty-body $.root.children".to_owned()])
    );
    let error = attempt(r#"{"root":{"type":"root","children":[[1]]}}"#).unwrap().unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (Code::InvalidArticle, "$.root.children[0]"));
}

#[test]
fn what_the_page_does_not_show_is_left_out() {
    let article = root(
        r#"[{"type":"email","html":"<p>Only by letter</p>"},{"type":"email-cta","html":"<p>So is this</p>","showButton":true,"buttonText":"Go"},
        {"type":"call-to-action","textValue":"<p>Shown</p>","hasSponsorLabel":false,"sponsorLabel":"<p>Ad</p>","showButton":false,"buttonText":"No"},
        {"type":"header","header":"Top","buttonEnabled":false,"buttonText":"No"}]"#,
    );
    assert_eq!(outline(&article.blocks), "group(p(Shown)) group(h2(Top))");
}
