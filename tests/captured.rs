//! Pages that were saved as plain text, read from the first line to the last.

#![allow(clippy::expect_used, clippy::panic, reason = "the helpers of tests are tests")]

use std::path::PathBuf;

use lamplit::article::{
    Block, Card, CardList, Inline, ListKind, Mark, Moment, Paragraph, ParagraphRole, Picture, plain,
};
use lamplit::{Article, Limits, formats};

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(bytes: &[u8]) -> Article {
    formats::read(bytes, Limits::default()).expect("the page is read")
}

fn fixture(name: &str) -> Article {
    read(&std::fs::read(file("tests/fixtures/captured").join(name)).expect("the fixture is there"))
}

fn paragraph(indent: bool, role: ParagraphRole, text: &str) -> Block {
    Block::Paragraph(Paragraph { content: vec![Inline::text(text)], indent, role, ..Paragraph::default() })
}

fn last(indent: bool, text: &str, mark: &str) -> Block {
    let end = Inline::Run { text: mark.to_owned(), marks: vec![Mark::End] };
    Block::Paragraph(Paragraph { content: vec![Inline::text(text), end], indent, ..Paragraph::default() })
}

fn image(caption: &str, credit: &str) -> Block {
    Block::Image(Picture { caption: Some(caption.to_owned()), credit: Some(credit.to_owned()), ..Picture::default() })
}

fn card(kicker: Option<&str>, title: &str, excerpt: Option<&str>) -> Card {
    Card {
        kicker: kicker.map(str::to_owned),
        title: title.to_owned(),
        excerpt: excerpt.map(str::to_owned),
        ..Card::default()
    }
}

fn list(title: &str, kind: ListKind, items: Vec<Card>) -> CardList {
    CardList { title: Some(title.to_owned()), kind: Some(kind), items }
}

fn names(article: &Article) -> Vec<&str> {
    article.authors.iter().map(|author| author.name.as_str()).collect()
}

fn codes(article: &Article) -> Vec<&str> {
    article.warnings.iter().map(|warning| warning.code.as_str()).collect()
}

/// The characters of `text` that are no white space.
fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// All characters of the body.
fn words(article: &Article) -> String {
    let mut out = String::new();
    for block in &article.blocks {
        match block {
            Block::Paragraph(paragraph) => out.push_str(&plain(&paragraph.content)),
            Block::Image(picture) => {
                out.extend([&picture.caption, &picture.credit].into_iter().flatten().map(String::as_str))
            }
            other => panic!("no page in text has such a block: {other:?}"),
        }
    }
    solid(&out)
}

#[test]
fn a_page_with_everything_is_read_in_full() {
    use ParagraphRole::{Body, Lead};
    let article = fixture("page.txt");
    assert_eq!(article.title, "夜港纪事:二十盏旧路灯,怎样照亮一条新街?");
    assert_eq!(article.lang.as_deref(), Some("zh-Hans"));
    assert_eq!(article.published, Moment::parse("2031-09-14T18:20:05"));
    assert_eq!(article.stats.views, Some(20_418));
    assert_eq!(names(&article), ["陆灯明", "何夜"]);
    let site = article.site.as_ref().expect("the site is named");
    assert_eq!((site.name.as_str(), site.home.as_ref().map(|home| home.as_str())), ("灯塔网", Some("/")));
    let dateline = article.dateline.as_ref().expect("the dateline is found");
    assert_eq!(dateline.text, "中新网夜港9月13日电(陆灯明 何夜)");
    assert_eq!((dateline.agency.as_deref(), dateline.place.as_deref()), (Some("中新网"), Some("夜港")));
    assert_eq!((dateline.day.as_deref(), dateline.reporters.join(" ")), (Some("9月13日"), "陆灯明 何夜".to_owned()));
    let blocks = vec![
        paragraph(
            true,
            Body,
            "中新网夜港9月13日电(陆灯明 何夜)入夜以后,夜港市桥下街的二十盏旧路灯又亮了起来。这条街去年冬天拆了电线,如今灯柱还在原处,灯泡换成了新的。",
        ),
        paragraph(
            true,
            Body,
            "9月13日,桥下街居民小组在街口的茶馆里开会(下称:灯会),商量谁来擦灯、谁来记账、坏了以后找谁。",
        ),
        image("9月13日,居民在桥下街的茶馆里商量擦灯的日子。", "何夜 摄"),
        paragraph(true, Body, "二十盏灯,由谁来管,怎样才能一直亮下去？"),
        paragraph(true, Lead, "其一是有人擦。"),
        paragraph(
            true,
            Body,
            "“我今年六十七岁,梯子还爬得上去。”住在街尾的木匠孟长夜说,他把每盏灯的编号写在自家门板上,擦过一盏就划一道。",
        ),
        image("近日,孟长夜教邻居的孩子认灯柱上的编号。", "桥下街居民小组供图"),
        paragraph(true, Lead, "其二是有人记。"),
        paragraph(true, Body, "账本放在茶馆柜台上,谁都可以翻。8月买了6只灯泡、2卷胶布,共花去94元。"),
        paragraph(true, Lead, "其三是有人问。"),
        paragraph(
            true,
            Body,
            "每月第一个星期六的晚上,孩子们提着纸灯从街头走到街尾,数一数亮着的灯。上个月数出十九盏,第二天,第二十盏也修好了。",
        ),
        last(true, "茶馆老板说,灯一亮,打烊的时间也往后推了半个钟头。", "(完)"),
    ];
    assert_eq!(article.blocks, blocks);
    let related = vec![
        card(
            Some("夜港灯节"),
            "江小雨:我想让每个人都提着灯回家",
            Some(
                "入夜后的河边站满了人。江小雨把最后一盏纸灯放进水里,回头数了数,正好一百盏。她说,明年要做两百盏,让住在对岸的人也能看见。",
            ),
        ),
        card(
            None,
            "旧书与新茶同桌 桥下书店开“半夜场”",
            Some(
                "九月起,桥下书店每周五开到凌晨两点。老板说,来的人不一定买书,有的只是想找一张有灯的桌子,坐一会儿再走。",
            ),
        ),
        card(
            None,
            "渡口早市重新编号",
            Some(
                "夜港9月2日电 (记者 陆灯明)渡口早市的一百二十个摊位2日换上新的号牌,号牌夜里会发光,摊主凌晨三点出摊时不用再打手电。",
            ),
        ),
        card(
            Some("灯下的人"),
            "“编号员”孟长夜:门板写满了再换一块",
            Some(
                "9月5日夜里到6日早晨,夜港有小雨,桥下街、渡口、河西三处路面湿滑,夜里出门的人请走有灯的一侧,自行车请推行过桥。",
            ),
        ),
        card(
            Some("夜港一日"),
            "河西小学的“灯课”:先学会关灯",
            Some(
                "河西小学把开学后的第一节课排在晚上七点。老师让每个孩子把教室里的灯关掉一次,坐在黑暗里听一分钟窗外的声音,再把灯打开。",
            ),
        ),
    ];
    assert_eq!(article.related, related);
    assert_eq!(
        article.lists,
        [list("相关资讯", ListKind::Related, Vec::new()), list("热门资讯", ListKind::Popular, Vec::new())]
    );
    assert_eq!(codes(&article), ["headline-in-author", "assumed-home", "interface-text"]);
}

#[test]
fn a_page_of_another_site_in_another_order_is_read_in_full() {
    use ParagraphRole::Body;
    let article = fixture("harbour.txt");
    assert_eq!(article.title, "老碼頭燈塔重新點亮　居民：終於看得見回家的路");
    assert_eq!(article.subtitle.as_deref(), Some("——停用十七年之後"));
    assert_eq!(article.section.as_deref(), Some("地方"));
    assert_eq!(article.lang.as_deref(), Some("zh-Hant"));
    assert_eq!(article.published, Moment::parse("2031-11-02T08:15:00"));
    assert_eq!(article.stats.views, Some(12_000));
    assert_eq!(names(&article), ["陳夜航", "林燈火"]);
    assert_eq!(article.source.as_ref().map(|source| source.name.as_str()), Some("夜港通訊社"));
    assert_eq!(article.site.as_ref().map(|site| site.name.as_str()), Some("夜港日報"));
    let dateline = article.dateline.as_ref().expect("the dateline is found");
    assert_eq!((dateline.text.as_str(), dateline.place.as_deref()), ("〔記者陳夜航／夜港報導〕", Some("夜港")));
    let blocks = vec![
        paragraph(
            false,
            Body,
            "〔記者陳夜航／夜港報導〕停用十七年的老碼頭燈塔，昨晚七點重新點亮，港邊站滿了看燈的人。",
        ),
        image("▲老碼頭燈塔昨晚重新點亮。", "（記者林燈火攝）"),
        paragraph(false, Body, "里長何守塔說，燈塔是居民自己湊錢修的，鏡片從倉庫裡找回來，擦了三個晚上。"),
        paragraph(false, Body, "「小時候站在這裡等爸爸的船，看到光，就知道要回家吃飯。」八十二歲的周阿水說。"),
        last(false, "燈塔往後每晚七點點亮，十一點熄燈。", "【完】"),
        paragraph(false, Body, "責任編輯：林燈火"),
    ];
    assert_eq!(article.blocks, blocks);
    let related = [
        card(Some("夜讀"), "一本寫燈的書", Some("書裡說，燈是人替夜晚縫的扣子。")),
        card(Some("港邊市場搬家記"), "攤販們：捨不得，但是要走", None),
        card(
            Some("人物"),
            "擦燈的人",
            Some("他每天早上六點出門，帶兩塊布、一瓶酒精，走完全港三十一盞燈，晚上再走一遍，把它們點亮。"),
        ),
    ];
    assert_eq!(article.related, related);
    let popular = vec![card(None, "夜港燈會下週登場", None), card(None, "渡輪票價今年不漲", None)];
    let more = vec![card(None, "碼頭老街要封路三天", None)];
    assert_eq!(
        article.lists,
        [list("熱門資訊", ListKind::Popular, popular), list("相关資訊", ListKind::Related, more)]
    );
}

#[test]
fn windows_line_ends_and_missing_indents_change_no_word() {
    let page = std::fs::read_to_string(file("tests/fixtures/captured/page.txt")).expect("the fixture is there");
    let article = read(page.as_bytes());
    assert_eq!(read(page.replace('\n', "\r\n").as_bytes()), article);
    let flat = read(page.replace("　　", "").as_bytes());
    assert_eq!(words(&flat), words(&article));
    assert_eq!(flat.blocks.iter().filter(|block| matches!(block, Block::Image(_))).count(), 2);
    assert_eq!(flat.related, article.related);
}

#[test]
fn the_native_form_of_a_page_reads_back() {
    for name in ["page.txt", "harbour.txt"] {
        let article = fixture(name);
        assert_eq!(read(formats::lamplit::write(&article).as_bytes()), article, "{name}");
    }
}

#[test]
fn the_page_that_the_project_began_with_is_read_in_full() {
    let path = file("../shared/seed/captured-page.txt");
    let Ok(page) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is not there", path.display());
        return;
    };
    let article = read(page.as_bytes());
    assert!(article.title.starts_with("浙江基层观察"), "{}", article.title);
    assert_eq!(article.site.as_ref().map(|site| site.name.as_str()), Some("优美币"));
    assert_eq!(article.published.as_ref().map(Moment::iso).as_deref(), Some("2025-05-28T09:06:13"));
    assert_eq!(article.stats.views, Some(93_571));
    let dateline = article.dateline.as_ref().expect("the dateline is found");
    assert_eq!((dateline.agency.as_deref(), dateline.place.as_deref()), (Some("中新网"), Some("湖州")));
    assert_eq!(dateline.day.as_deref(), Some("5月27日"));
    assert_eq!(dateline.reporters, ["胡丰盛", "傅飞扬"]);
    assert_eq!(names(&article), ["胡丰盛", "傅飞扬"]);
    let pictures: Vec<&Picture> = article
        .blocks
        .iter()
        .filter_map(|block| if let Block::Image(picture) = block { Some(picture) } else { None })
        .collect();
    assert_eq!(
        pictures.iter().filter_map(|picture| picture.credit.as_deref()).collect::<Vec<_>>(),
        ["傅飞扬 摄", "安吉县委宣传部供图"]
    );
    assert!(pictures.iter().all(|picture| picture.caption.is_some()));
    let paragraphs: Vec<&Paragraph> = article
        .blocks
        .iter()
        .filter_map(|block| if let Block::Paragraph(paragraph) = block { Some(paragraph) } else { None })
        .collect();
    assert_eq!(paragraphs.iter().filter(|paragraph| paragraph.role == ParagraphRole::Lead).count(), 3);
    assert!(paragraphs.iter().all(|paragraph| paragraph.indent));
    let end = paragraphs.last().and_then(|paragraph| paragraph.content.last());
    assert_eq!(end, Some(&Inline::Run { text: "(完)".to_owned(), marks: vec![Mark::End] }));
    let kickers: Vec<_> = article.related.iter().map(|card| card.kicker.as_deref()).collect();
    assert_eq!(kickers, [Some("巴黎奥运会"), None, None, Some("洋弟子在中国"), Some("新春走基层")]);
    assert!(article.related.iter().all(|card| card.excerpt.is_some()));
    assert_eq!(
        article.lists,
        [list("相关资讯", ListKind::Related, Vec::new()), list("热门资讯", ListKind::Popular, Vec::new())]
    );
    // Between the meta line and the button stands the body: every character of it, in order, and nothing else.
    let body = page
        .split_once("浏览量:")
        .and_then(|(_, rest)| rest.split_once('\n'))
        .and_then(|(_, rest)| rest.split_once("展开全文"));
    let (body, _) = body.expect("the page has a body");
    assert_eq!(words(&article), solid(body));
}
