use super::*;
use crate::article::{Card, ListKind};

fn read(page: &str) -> (Article, Vec<String>) {
    let mut notes = Notes::default();
    let article = import(page, &mut notes).unwrap();
    (article, notes.take().into_iter().map(|warning| warning.code).collect())
}

fn names(article: &Article) -> Vec<&str> {
    article.authors.iter().map(|author| author.name.as_str()).collect()
}

fn texts(article: &Article) -> Vec<String> {
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) => plain(&paragraph.content),
        Block::Image(picture) => {
            [picture.caption.as_deref(), picture.credit.as_deref()].map(Option::unwrap_or_default).concat()
        }
        other => panic!("{other:?}"),
    };
    article.blocks.iter().map(text).collect()
}

#[test]
fn a_headline_in_the_author_field_is_the_title() {
    let page = "首页\n灯塔报\n时间:2031-03-04 05:06:07 作者:夜港观察:守灯二十年,谁来接着点? 浏览量:9.4万\n  中新社夜港3月3日电 (记者 陆灯明)灯亮了。";
    let (article, warnings) = read(page);
    assert_eq!(article.title, "夜港观察:守灯二十年,谁来接着点?");
    assert_eq!(names(&article), ["陆灯明"]);
    assert_eq!(article.stats.views, Some(94_000));
    assert_eq!(article.site.unwrap().home.unwrap().as_str(), "/");
    assert_eq!(warnings, ["headline-in-author", "assumed-home"]);
    assert_eq!(article.dateline.unwrap().text, "中新社夜港3月3日电 (记者 陆灯明)");
}

#[test]
fn a_title_on_its_own_line_leaves_the_author_field_alone() {
    for page in [
        "首页\n灯塔报\n守灯二十年,谁来接着点?\n时间:2031-03-04 作者:陆灯明、何夜\n  灯亮了。",
        "首页\n灯塔报\n时间:2031-03-04 作者:陆灯明 何夜\n守灯二十年,谁来接着点?\n  灯亮了。",
        "首页\n灯塔报\n时间:2031-03-04 作者:陆灯明/何夜\n守灯二十年,谁来接着点?\n守灯二十年,谁来接着点?\n  灯亮了。",
    ] {
        let (article, warnings) = read(page);
        assert_eq!(article.title, "守灯二十年,谁来接着点?", "{page}");
        assert_eq!(names(&article), ["陆灯明", "何夜"], "{page}");
        assert_eq!(texts(&article), ["灯亮了。"], "{page}");
        assert_eq!(warnings, ["assumed-home"]);
    }
}

#[test]
fn a_headline_beside_a_title_is_kept_as_the_author() {
    let page = "灯塔报\n守灯二十年,谁来接着点?\n时间:2031-03-04 作者:夜港的灯:一份写了二十年的名单!\n  灯亮了。";
    let (article, warnings) = read(page);
    assert_eq!(article.title, "守灯二十年,谁来接着点?");
    assert_eq!(names(&article), ["夜港的灯:一份写了二十年的名单!"]);
    assert_eq!(warnings, ["doubtful-author"]);
    assert_eq!(article.site.unwrap().home, None);
}

#[test]
fn what_has_no_place_stays_as_text() {
    let page = "时间:昨天早上 来源：夜港社 责任编辑：何夜 浏览量:很多\n守灯二十年\n  灯亮了。\n分享到：微信\n【责任编辑：江小雨】";
    let (article, warnings) = read(page);
    assert_eq!(article.source.as_ref().map(|source| source.name.as_str()), Some("夜港社"));
    assert_eq!(texts(&article), ["灯亮了。", "【责任编辑：江小雨】", "时间:昨天早上", "责任编辑：何夜", "浏览量:很多"]);
    assert_eq!(warnings, ["unreadable-date", "interface-text"]);
}

#[test]
fn lists_keep_their_headings_even_when_they_are_empty() {
    let page = "时间:2031-03-04\n  灯亮了。\n熱門資訊\n1. 桥头的灯\n2. 井边的灯\n延伸阅读\n巷口的灯\n相关资讯\n推荐阅读\n码头的灯";
    let (article, _) = read(page);
    assert_eq!(article.related, [Card { title: "巷口的灯".to_owned(), ..Card::default() }]);
    let lists: Vec<_> = article.lists.iter().map(|list| (list.title.as_deref(), list.kind, list.items.len())).collect();
    let expected = [
        (Some("熱門資訊"), Some(ListKind::Popular), 2),
        (Some("相关资讯"), Some(ListKind::Related), 0),
        (Some("推荐阅读"), None, 1),
    ];
    assert_eq!(lists, expected);
    assert_eq!(article.lists[0].items[1].title, "井边的灯");
}

#[test]
fn line_ends_and_indents_change_nothing() {
    let page = "首页\n灯塔报\n时间:2031-03-04 作者:陆灯明\n守灯二十年,谁来接着点?\n\n  灯亮了。\n\n巷口的灯。何夜 摄\n\n  灯还亮着。(完)\n相关文章\n桥头的灯";
    let (article, _) = read(page);
    assert_eq!(article.blocks.len(), 3);
    for other in [
        page.replace('\n', "\r\n"),
        page.replace("  ", "　　"),
        page.replace("  ", "\t"),
        page.replace("\n\n", "\n"),
        format!("\u{feff}{page}"),
    ] {
        assert_eq!(read(&other).0, article, "{other:?}");
    }
}

#[test]
fn a_text_without_marks_is_refused() {
    for text in ["", "灯亮了。\n灯还亮着。", "key = value"] {
        let error = import(text, &mut Notes::default()).unwrap_err();
        assert_eq!((error.code, error.path.as_str()), (Code::UnknownFormat, "$"), "{text}");
    }
    let error =
        import("首页\n灯塔报\n时间:2031-03-04 作者:陆灯明\n展开全文\n相关文章\n桥头的灯", &mut Notes::default())
            .unwrap_err();
    assert_eq!(error.code, Code::InvalidArticle);
}

#[test]
fn a_long_page_takes_time_in_proportion() {
    let line = "　　夜里下了雨,灯还亮着,来的人一个接一个(完)。\n";
    let titles = "守灯二十年,谁来接着点?\n";
    for piece in [
        line,
        titles,
        "其一\n",
        "((((((((((((((((\n",
        "【【【【\n",
        "作者:\n",
        "何夜 摄\n",
        "1\n",
        "首页\n",
        "相关文章\n",
        "a ",
    ] {
        let page = [
            "时间:2031-03-04 作者:陆灯明\n守灯二十年,谁来接着点?\n  灯。\n",
            &piece.repeat(4_000),
            "\n相关文章\n",
            &piece.repeat(4_000),
        ]
        .concat();
        assert!(import(&page, &mut Notes::default()).is_ok(), "{piece}");
    }
}
