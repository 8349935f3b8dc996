//! Stretches in another script than the article's say their language and direction themselves.

use super::{Attr, Context, Markup, Tag};
use crate::article::{Dir, Inline, Paragraph};
use crate::text::{Foreign, Language, Sample};

/// A language and a direction, each only where it is not the article's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tongue<'a> {
    lang: Option<&'a str>,
    dir: Option<Dir>,
}

impl Tongue<'_> {
    /// Whether it is the article's own.
    pub fn is_own(self) -> bool {
        self.lang.is_none() && self.dir.is_none()
    }

    /// Gives the current element its attributes.
    pub fn write(self, m: &mut Markup) {
        if let Some(lang) = self.lang {
            m.attr(Attr::Lang, lang);
        }
        if let Some(dir) = self.dir {
            m.attr(Attr::Dir, dir.as_str());
        }
    }
}

/// The tongue of a paragraph: what it says itself, or what its letters say.
pub fn of_paragraph<'a>(context: &Context, paragraph: &'a Paragraph) -> Tongue<'a> {
    let found = match &paragraph.lang {
        Some(lang) => Tongue { lang: Some(lang), dir: other(context, Language::of_tag(lang).script.dir()) },
        None => of_text(context, &paragraph.content, 0),
    };
    Tongue { dir: paragraph.dir.or(found.dir), ..found }
}

/// The tongue of running text with at least `least` letters.
pub fn of_text(context: &Context, text: &[Inline], least: u16) -> Tongue<'static> {
    let mut sample = Sample::new(context.language.script);
    look(&mut sample, text);
    tongue(context, sample.foreign(least))
}

/// The tongue of a line.
pub fn of_line(context: &Context, text: &str) -> Tongue<'static> {
    let mut sample = Sample::new(context.language.script);
    sample.add(text);
    tongue(context, sample.foreign(0))
}

/// An element with a part and plain words, where there are words.
pub fn words(m: &mut Markup, context: &Context, tag: Tag, part: &str, text: Option<&str>) {
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        m.element(tag, |m| {
            m.attr(Attr::Part, part);
            of_line(context, text).write(m);
            m.write(text);
        });
    }
}

fn look(sample: &mut Sample, text: &[Inline]) -> bool {
    text.iter().any(|inline| match inline {
        Inline::Run { text, .. } => sample.add(text),
        Inline::Link { content, .. } => look(sample, content),
        Inline::Break => sample.add(" "),
        _ => false,
    })
}

fn tongue(context: &Context, found: Option<Foreign>) -> Tongue<'static> {
    found.map_or(Tongue::default(), |found| Tongue {
        lang: Some(found.lang).filter(|lang| !lang.is_empty()),
        dir: other(context, found.dir),
    })
}

/// `dir`, where it is not the article's.
fn other(context: &Context, dir: Dir) -> Option<Dir> {
    Some(dir).filter(|dir| *dir != context.dir())
}

#[cfg(test)]
mod tests {
    use crate::article::{
        Article, Block, Card, Cell, Heading, Inline, ListItem, Paragraph, Picture, SafeUrl, Table, Text,
    };
    use crate::sink::html;

    fn html_of(lang: &str, blocks: Vec<Block>) -> String {
        let article = Article { title: "A".to_owned(), lang: Some(lang.to_owned()), blocks, ..Article::default() };
        let html = html::article(&article);
        let body = html.split("<div data-section>").nth(1).unwrap_or_default();
        body.split("</div></div><button").next().unwrap_or_default().to_owned()
    }

    fn text(words: &str) -> Text {
        vec![Inline::text(words)]
    }

    #[test]
    fn paragraphs_and_headings_say_their_language() {
        for (lang, words, attributes) in [
            ("zh", "The lamp and the book.", " lang=\"en\""),
            ("zh", "La lampe est allumée.", ""),
            ("zh", "灯の下で本を読む。", " lang=\"ja\""),
            ("zh-TW", "القراءة تحت المصباح", " lang=\"ar\" dir=\"rtl\""),
            ("zh", "燈下讀書，從來不問時間。", ""),
            ("ja", "灯下读书从来不问时间", ""),
            ("ar", "The lamp and the book.", " lang=\"en\" dir=\"ltr\""),
            ("ar", "La lampe est allumée.", " dir=\"ltr\""),
            ("ar", "灯下读书,从来不问时间。", " lang=\"zh-Hans\" dir=\"ltr\""),
            ("ar", "القراءة تحت المصباح", ""),
            ("en", "燈下讀書，從來不問時間。", " lang=\"zh-Hant\""),
            ("en", "2031-03-04", ""),
        ] {
            let html = html_of(lang, vec![Block::paragraph(words)]);
            assert_eq!(html, ["<p", attributes, ">", words, "</p>"].concat());
            let html = html_of(lang, vec![Block::Heading(Heading { level: 2, content: text(words) })]);
            assert_eq!(html, ["<h2", attributes, ">", words, "</h2>"].concat());
        }
    }

    #[test]
    fn what_a_paragraph_says_itself_counts() {
        let paragraph = |lang: &str, dir| {
            let content = text("The lamp and the book.");
            Block::Paragraph(Paragraph { content, lang: Some(lang.to_owned()), dir, ..Paragraph::default() })
        };
        let html = html_of("zh", vec![paragraph("sco", None)]);
        assert!(html.starts_with("<p lang=\"sco\">"), "{html}");
        let html = html_of("zh", vec![paragraph("ar", None)]);
        assert!(html.starts_with("<p lang=\"ar\" dir=\"rtl\">"), "{html}");
        let html = html_of("zh", vec![paragraph("ar", Some(crate::article::Dir::Ltr))]);
        assert!(html.starts_with("<p lang=\"ar\" dir=\"ltr\">"), "{html}");
    }

    #[test]
    fn a_line_of_a_list_says_it_on_the_item() {
        let item = |blocks| ListItem { blocks, checked: None };
        let list = |items| Block::List { ordered: false, start: None, items };
        let english = || Block::paragraph("The lamp and the book.");
        let inner = list(vec![item(vec![Block::paragraph("桥头的灯")])]);
        let html = html_of("zh", vec![list(vec![item(vec![english()]), item(vec![english(), inner])])]);
        assert!(html.contains("<li lang=\"en\">The lamp and the book.</li>"), "{html}");
        // The inner list is the article's own again.
        assert!(
            html.contains("<li><p lang=\"en\">The lamp and the book.</p><ul><li>桥头的灯</li></ul></li>"),
            "{html}"
        );
        let html = html_of("zh", vec![Block::Quote { blocks: vec![english()], cite: Some("قراءة تحت".to_owned()) }]);
        assert!(html.contains("<blockquote><p lang=\"en\">"), "{html}");
        assert!(html.contains("<cite part=\"cite\" lang=\"ar\" dir=\"rtl\">"), "{html}");
    }

    #[test]
    fn captions_cells_and_summaries_do_too() {
        let picture = |caption: &str, credit: &str| {
            Block::Image(Picture {
                src: SafeUrl::media("/a.jpg"),
                caption: Some(caption.to_owned()),
                credit: Some(credit.to_owned()),
                ..Picture::default()
            })
        };
        let html = html_of("zh", vec![picture("A lamp with a wick", "陆灯明 摄")]);
        assert!(html.contains("<figcaption part=\"caption\" lang=\"en\">A lamp"), "{html}");
        assert!(html.contains("<span part=\"credit\" lang=\"zh\" dir=\"ltr\">陆灯明 摄"), "{html}");
        let html = html_of("en", vec![picture("A lamp with a wick", "陆灯明 摄影")]);
        assert!(html.contains("<figcaption part=\"caption\">A lamp"), "{html}");
        assert!(html.contains("<span part=\"credit\" lang=\"zh\">陆灯明 摄影"), "{html}");
        let cell = |words: &str| Cell { content: text(words), colspan: 1, rowspan: 1, ..Cell::default() };
        let table = Table {
            rows: vec![vec![cell("with oil"), cell("القراءة تحت"), cell("قراءة")]], caption: None
        };
        let html = html_of("zh", vec![Block::Table(table)]);
        assert!(html.contains("<td>with oil</td><td lang=\"ar\" dir=\"rtl\">القراءة تحت</td><td>قراءة</td>"), "{html}");
        let details = Block::Details { summary: text("The lamp and the book"), blocks: vec![], open: false };
        assert!(html_of("ar", vec![details]).contains("<summary lang=\"en\" dir=\"ltr\">"));
    }

    #[test]
    fn the_head_and_the_cards_do_too() {
        let card = Card {
            title: "The lamp and the book".to_owned(),
            excerpt: Some("燈下讀書，從來不問時間。".to_owned()),
            url: SafeUrl::link("/x"),
            ..Card::default()
        };
        let article = Article {
            title: "Reading with a lamp".to_owned(),
            summary: Some("قراءة تحت المصباح".to_owned()),
            lang: Some("zh".to_owned()),
            related: vec![card.clone()],
            lists: vec![crate::article::CardList { items: vec![card], ..Default::default() }],
            ..Article::default()
        };
        let html = html::article(&article);
        assert!(html.contains("<h1 part=\"title\" lang=\"en\">"), "{html}");
        assert!(html.contains("<p part=\"summary\" lang=\"ar\" dir=\"rtl\">"), "{html}");
        assert!(html.contains("<h3 part=\"card-title\" lang=\"en\"><a part=\"card-link\" href=\"/x\">"), "{html}");
        assert!(html.contains("<p part=\"card-excerpt\">"), "{html}");
        assert!(html.contains("<li><a part=\"card-link\" lang=\"en\" href=\"/x\">"), "{html}");
    }
}
