use super::*;
use crate::Limits;
use crate::article::{
    CardList, Footnote, Heading, Inline, ListItem, Mark, Paragraph, Picture, SafeUrl, Text, plain_into,
};
use crate::formats::lamplit::write;

fn polished(title: &str, blocks: Vec<Block>) -> (Article, Vec<String>) {
    let mut article = Article { title: title.to_owned(), blocks, ..Article::default() };
    let mut notes = Notes::default();
    polish(&mut article, &mut notes);
    let once = article.clone();
    polish(&mut article, &mut Notes::default());
    assert_eq!(article, once, "once is enough");
    (article, notes.take().into_iter().map(|warning| warning.code).collect())
}

fn of(content: Text) -> Block {
    Block::Paragraph(Paragraph { content, ..Paragraph::default() })
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading(Heading { level, content: vec![Inline::text(text)] })
}

fn image() -> Block {
    Block::Image(Picture { src: SafeUrl::media("/a.jpg"), ..Picture::default() })
}

fn link(text: &str) -> Inline {
    let url = SafeUrl::link("/x").expect("a relative address");
    Inline::Link { url, content: vec![Inline::text(text)] }
}

fn run(text: &str, mark: Mark) -> Inline {
    Inline::Run { text: text.to_owned(), marks: vec![mark] }
}

/// Words and indent of each paragraph.
fn paragraphs(article: &Article) -> Vec<(String, bool)> {
    let one = |block: &Block| match block {
        Block::Paragraph(paragraph) => Some((plain(&paragraph.content), paragraph.indent)),
        _ => None,
    };
    article.blocks.iter().filter_map(one).collect()
}

fn captions(article: &Article) -> Vec<(Option<&str>, Option<&str>)> {
    let pictures = article.blocks.iter().filter_map(|block| match block {
        Block::Image(picture) => Some(picture),
        _ => None,
    });
    pictures.map(|picture| (picture.caption.as_deref(), picture.credit.as_deref())).collect()
}

#[test]
fn indents_become_flags_and_blank_paragraphs_go() {
    let (article, _) = polished(
        "灯",
        vec![
            Block::paragraph("　　巷口的灯亮了。 "),
            Block::paragraph("\u{a0}\u{a0}燈又亮了。"),
            Block::paragraph(" 灯の下で本を読む。\u{3000}"),
            Block::paragraph("\u{a0}القراءة تحت المصباح"),
            Block::paragraph("\u{3000}\u{a0} "),
            of(vec![Inline::Break, Inline::text(" \u{200b}")]),
            of(vec![run("　", Mark::Strong), link("　　灯"), Inline::text("下。"), Inline::Break, Inline::text(" ")]),
            of(vec![run("　　", Mark::Underline), Inline::text("灯")]),
        ],
    );
    let expected = [
        ("巷口的灯亮了。", true),
        ("燈又亮了。", true),
        ("灯の下で本を読む。", false),
        ("القراءة تحت المصباح", false),
        ("灯下。", true),
        ("　　灯", false),
    ];
    assert_eq!(paragraphs(&article), expected.map(|(text, indent)| (text.to_owned(), indent)));
    let (article, _) = polished("灯", vec![Block::paragraph("　　")]);
    assert_eq!(article.blocks.len(), 1);
}

#[test]
fn a_repeated_title_goes_and_a_missing_one_comes() {
    for (title, block) in [
        ("巷口的灯：亮了", heading(1, "巷口的灯: 亮了")),
        ("巷口的燈", heading(3, "巷口的灯")),
        ("A Lamp at the Corner", of(vec![run("A lamp at  the corner", Mark::Strong)])),
        ("灯の下で", Block::paragraph("　灯の下で")),
        ("القراءة تحت المصباح", heading(2, "القراءة تحت المصباح")),
    ] {
        let (article, codes) = polished(title, vec![block, Block::paragraph("灯。")]);
        assert_eq!((article.blocks.len(), codes), (1, vec!["repeated-title".to_owned()]), "{title}");
        assert_eq!(article.title, title);
    }
    let (article, codes) = polished("灯", vec![image(), heading(1, "灯"), Block::paragraph("巷口。")]);
    assert_eq!((article.blocks.len(), codes.len()), (2, 1));
    let (article, codes) = polished("灯", vec![Block::paragraph("灯。"), heading(2, "灯")]);
    assert_eq!((article.blocks.len(), codes.len()), (2, 0));
    assert_eq!(polished("灯", vec![Block::paragraph("灯")]).0.blocks.len(), 1);
    let (article, codes) = polished("", vec![heading(1, "灯下读书"), Block::paragraph("巷口。")]);
    assert_eq!((article.title.as_str(), article.blocks.len()), ("灯下读书", 1));
    assert_eq!(codes, ["headline-in-body"]);
    assert_eq!(polished("", vec![heading(2, "灯下"), Block::paragraph("巷口。")]).0.title, "");
}

#[test]
fn a_title_that_was_found_is_not_missing() {
    let mut article = Article { blocks: vec![heading(1, "灯"), Block::paragraph("巷口。")], ..Article::default() };
    let mut notes = Notes::default();
    notes.push("unknown-block", "$.a", "x");
    notes.push("missing-title", "$", "x");
    polish(&mut article, &mut notes);
    let codes: Vec<String> = notes.take().into_iter().map(|warning| warning.code).collect();
    assert_eq!(codes, ["unknown-block", "headline-in-body"]);
}

#[test]
fn credits_are_split_off_captions() {
    for (text, caption, credit) in [
        ("巷口的灯亮了。陆灯明 摄", Some("巷口的灯亮了。"), Some("陆灯明 摄")),
        ("巷口的燈亮了（陸燈明攝）", Some("巷口的燈亮了"), Some("（陸燈明攝）")),
        ("The lamp at the corner. Photo by J. Lamp", Some("The lamp at the corner."), Some("Photo by J. Lamp")),
        ("图源：灯塔社", None, Some("图源：灯塔社")),
        ("灯の下の机。", Some("灯の下の机。"), None),
        ("مصباح في الزاوية", Some("مصباح في الزاوية"), None),
    ] {
        let picture = Picture { src: SafeUrl::media("/a.jpg"), caption: Some(text.to_owned()), ..Picture::default() };
        let (article, _) = polished("灯", vec![Block::Image(picture)]);
        assert_eq!(captions(&article), [(caption, credit)], "{text}");
    }
    let picture = Picture {
        caption: Some("灯亮了。何夜 摄".to_owned()),
        credit: Some("灯塔社".to_owned()),
        ..Picture::default()
    };
    let (article, _) = polished("灯", vec![Block::Image(picture)]);
    assert_eq!(captions(&article), [(Some("灯亮了。何夜 摄"), Some("灯塔社"))]);
}

#[test]
fn the_line_under_a_picture_is_its_caption() {
    for (line, caption, credit) in [
        ("▲ 巷口的灯", Some("▲ 巷口的灯"), None),
        ("图为巷口的灯。", Some("图为巷口的灯。"), None),
        ("圖說：巷口的燈", Some("圖說：巷口的燈"), None),
        ("圖：陸燈明", None, Some("圖：陸燈明")),
        ("巷口的灯 陆灯明 摄", Some("巷口的灯"), Some("陆灯明 摄")),
        ("图为巷口的灯 陆灯明摄", Some("图为巷口的灯"), Some("陆灯明摄")),
        ("灯塔社记者 陆灯明 摄", None, Some("灯塔社记者 陆灯明 摄")),
        ("　　图为巷口的灯。陆灯明 摄", Some("图为巷口的灯。"), Some("陆灯明 摄")),
        ("巷口的灯亮了。陆灯明 摄", Some("巷口的灯亮了。"), Some("陆灯明 摄")),
        ("灯塔县文化馆供图", None, Some("灯塔县文化馆供图")),
        ("The lamp at the corner. (Photo: Jane Lamp)", Some("The lamp at the corner."), Some("(Photo: Jane Lamp)")),
    ] {
        let (article, _) = polished("灯", vec![image(), Block::paragraph(line), Block::paragraph("灯还亮着。")]);
        assert_eq!(captions(&article), [(caption, credit)], "{line}");
        assert_eq!(article.blocks.len(), 2);
        // Every character stands in caption and credit, in order.
        let all: String = [caption, credit].into_iter().flatten().collect();
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        assert_eq!(bare(&all), bare(line));
    }
}

#[test]
fn a_paragraph_under_a_picture_stays_one() {
    for line in [
        "巷口的灯亮了。",
        "图书馆的灯亮了。",
        "图为什么不清楚?",
        "他爱看书,也爱拍摄。",
        "La lampe est allumée.",
        "القراءة تحت المصباح",
        "灯の下で本を読む。",
    ] {
        let (article, _) = polished("灯", vec![image(), Block::paragraph(line), Block::paragraph("灯还亮着。")]);
        assert_eq!(captions(&article), [(None, None)], "{line}");
    }
    let (article, _) = polished("灯", vec![image(), Block::paragraph("▲ 灯"), Block::paragraph("▲ 油")]);
    assert_eq!(captions(&article), [(None, None)]);
    let (article, _) = polished("灯", vec![image(), of(vec![Inline::text("图为"), link("灯")])]);
    assert_eq!(captions(&article), [(None, None)]);
}

#[test]
fn the_first_paragraph_has_the_dateline_and_names_the_authors() {
    let text = "中新网灯塔3月4日电（记者 陆灯明 何夜）巷口的灯亮了。";
    let (article, _) = polished("灯", vec![image(), Block::paragraph(["　　", text].concat())]);
    let line = article.dateline.clone().unwrap_or_default();
    assert_eq!((line.agency.as_deref(), line.place.as_deref()), (Some("中新网"), Some("灯塔")));
    assert!(text.starts_with(&line.text));
    assert_eq!(paragraphs(&article), [(text.to_owned(), true)]);
    let names: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(names, ["陆灯明", "何夜"]);
    let mut article = Article {
        authors: vec![Author { name: "江小雨".to_owned(), url: None }],
        blocks: vec![Block::paragraph("（中央社記者陸燈明台北4日電）巷口的燈亮了。")],
        ..Article::default()
    };
    polish(&mut article, &mut Notes::default());
    assert_eq!((article.authors.len(), article.dateline.and_then(|line| line.day).as_deref()), (1, Some("4日")));
    let (article, _) = polished("Lamp", vec![Block::paragraph("LAMPTON, March 4 (Oil News) -- A lamp was lit.")]);
    assert_eq!(article.dateline.and_then(|line| line.place).as_deref(), Some("LAMPTON"));
}

#[test]
fn the_end_mark_is_marked() {
    let (article, _) = polished("灯", vec![of(vec![run("灯还亮着。（完）", Mark::Strong)]), image()]);
    let Some(Block::Paragraph(paragraph)) = article.blocks.first() else { panic!("{article:?}") };
    let end = Inline::Run { text: "（完）".to_owned(), marks: vec![Mark::Strong, Mark::End] };
    assert_eq!(paragraph.content, [run("灯还亮着。", Mark::Strong), end]);
}

#[test]
fn labels_are_split_off_titles() {
    for (title, kicker, rest) in [
        ("【夜读】巷口的灯", Some("夜读"), "巷口的灯"),
        ("夜讀｜巷口的燈又亮了", Some("夜讀"), "巷口的燈又亮了"),
        ("Opinion | Why we need a lamp", Some("Opinion"), "Why we need a lamp"),
        ("A lamp was lit | The Northern Lantern", None, "A lamp was lit | The Northern Lantern"),
        ("(500) lamps in a street", None, "(500) lamps in a street"),
        ("【夜读】", None, "【夜读】"),
        ("灯亮了 | 灯塔日报", None, "灯亮了 | 灯塔日报"),
        ("夜读 | 灯亮了又灭", Some("夜读"), "灯亮了又灭"),
        ("2031 | 2032 年灯会", None, "2031 | 2032 年灯会"),
        ("Oil | Wicks | Glass: what a lamp needs", None, "Oil | Wicks | Glass: what a lamp needs"),
    ] {
        let (article, _) = polished(title, vec![heading(1, title), Block::paragraph("灯。")]);
        assert_eq!((article.kicker.as_deref(), article.title.as_str()), (kicker, rest), "{title}");
        assert_eq!(article.blocks.len(), 1);
    }
    let site = crate::article::Site { name: "灯塔日报网络版".to_owned(), home: None };
    let mut article =
        Article { title: "巷口的灯｜灯塔日报网络版".to_owned(), site: Some(site), ..Article::default() };
    polish(&mut article, &mut Notes::default());
    assert_eq!((article.kicker, article.title.as_str()), (None, "巷口的灯｜灯塔日报网络版"));
    let card = |title: &str| Card { title: title.to_owned(), ..Card::default() };
    let mut article = Article {
        title: "灯".to_owned(),
        related: vec![card("【夜读】巷口的灯"), Card { kicker: Some("港".to_owned()), ..card("【夜读】灯") }],
        lists: vec![CardList { items: vec![card("(夜读)桥头的灯")], ..CardList::default() }],
        ..Article::default()
    };
    polish(&mut article, &mut Notes::default());
    let cards = article.related.iter().chain(article.lists.iter().flat_map(|list| &list.items));
    let cards: Vec<_> = cards.map(|card| (card.kicker.as_deref(), card.title.as_str())).collect();
    assert_eq!(cards, [(Some("夜读"), "巷口的灯"), (Some("港"), "【夜读】灯"), (Some("夜读"), "桥头的灯")]);
}

#[test]
fn empty_blocks_and_links_go() {
    let quote = |blocks| Block::Quote { blocks, cite: None };
    let list = |ordered, items: Vec<Vec<Block>>| {
        let items = items.into_iter().map(|blocks| ListItem { blocks, checked: None }).collect();
        Block::List { ordered, start: None, items }
    };
    let (article, _) = polished(
        "灯",
        vec![
            quote(vec![quote(vec![Block::paragraph(" ")])]),
            heading(2, "　"),
            list(false, vec![vec![], vec![Block::paragraph("灯")]]),
            list(true, vec![vec![Block::paragraph("灯")], vec![], vec![Block::paragraph("油")], vec![]]),
            list(true, vec![vec![], vec![Block::paragraph(" ")]]),
            Block::Group { title: Some(" ".to_owned()), blocks: vec![] },
            Block::Gallery { images: vec![], caption: None },
            Block::Footnotes(vec![]),
            of(vec![link(" "), Inline::text("灯"), link("")]),
        ],
    );
    let lengths: Vec<usize> = article
        .blocks
        .iter()
        .map(|block| match block {
            Block::List { items, .. } => items.len(),
            Block::Paragraph(paragraph) => paragraph.content.len(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(lengths, [1, 3, 1]);
}

#[test]
fn signs_without_a_footnote_stay_as_raised_text() {
    let sign = |id: &str| Inline::NoteRef { id: id.to_owned(), text: "1".to_owned() };
    let (article, _) = polished(
        "灯",
        vec![
            of(vec![Inline::text("灯"), sign("a"), sign("b"), sign(" ")]),
            Block::Footnotes(vec![Footnote { id: "a".to_owned(), blocks: vec![Block::paragraph("油")] }]),
        ],
    );
    let Some(Block::Paragraph(paragraph)) = article.blocks.first() else { panic!("{article:?}") };
    assert_eq!(paragraph.content, [Inline::text("灯"), sign("a"), run("1", Mark::Sup), run("1", Mark::Sup)]);
}

/// All words of the blocks, in order.
fn words(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => plain_into(&paragraph.content, out),
            Block::List { items, .. } => items.iter().for_each(|item| words(&item.blocks, out)),
            Block::Quote { blocks, cite } => {
                words(blocks, out);
                out.push_str(cite.as_deref().unwrap_or_default());
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn what_is_too_deep_is_flattened_and_what_is_written_reads_back() {
    for lists in [false, true] {
        let mut inner = vec![Block::paragraph("0")];
        for depth in 1..=200 {
            inner.push(Block::paragraph(depth.to_string()));
            inner = if lists && depth % 2 == 0 {
                vec![Block::List {
                    ordered: false,
                    start: None,
                    items: vec![ListItem { blocks: inner, checked: None }],
                }]
            } else {
                vec![Block::Quote { blocks: inner, cite: Some(["by ", &depth.to_string()].concat()) }]
            };
        }
        let mut before = String::new();
        words(&inner, &mut before);
        let (article, codes) = polished("Deep", inner);
        assert_eq!(codes, ["deep-nesting"]);
        let mut after = String::new();
        words(&article.blocks, &mut after);
        assert_eq!(after, before);
        let written = write(&article);
        let again = crate::formats::read(written.as_bytes(), Limits::default()).expect("it reads back");
        assert_eq!(again.blocks, article.blocks);
        assert_eq!(write(&again), written);
    }
}

#[test]
fn a_long_article_takes_time_in_proportion() {
    let mut blocks = vec![of(vec![Inline::text(" "); 100_000])];
    for _ in 0..40_000 {
        blocks.extend([image(), Block::paragraph("　　图为巷口的灯。陆灯明 摄"), Block::paragraph("　　灯还亮着。")]);
    }
    let mut article = Article { title: "灯".to_owned(), blocks, ..Article::default() };
    let begun = std::time::Instant::now();
    polish(&mut article, &mut Notes::default());
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
    assert_eq!(article.blocks.len(), 80_000);
}
