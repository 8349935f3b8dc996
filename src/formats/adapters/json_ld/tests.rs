use super::*;
use crate::formats::adapters::sample::{self, value};

fn article(json: &str) -> (Article, Notes) {
    sample::article(knows, read, json)
}

fn names(article: &Article) -> Vec<&str> {
    article.authors.iter().map(|author| author.name.as_str()).collect()
}

#[test]
fn articles_are_known_wherever_they_stand() {
    for (json, known) in [
        (r#"{"@type":"NewsArticle"}"#, true),
        (r#"{"@type":["Thing","http://schema.org/NewsArticle"]}"#, true),
        (r#"[{"@type":"WebSite"},{"@type":"schema:BlogPosting"}]"#, true),
        (r#"{"@graph":[{"@type":"WebPage","mainEntity":{"@type":"Article"}}]}"#, true),
        (r#"{"@type":"VideoObject","headline":"x","articleBody":"y"}"#, true),
        (r#"{"@type":"WebPage","headline":"x"}"#, true),
        (r#"{"@type":"WebPage","url":"x"}"#, false),
        (r#"{"@type":"FAQPage","name":"x"}"#, false),
        (r#"{"@type":"WebPage","name":"x","datePublished":"2031-03-04"}"#, true),
        (r#"{"@type":[],"headline":"x","datePublished":"2031-03-04"}"#, true),
        (r#"{"@type":"Book","name":"x","datePublished":"2031-03-04"}"#, false),
        (r#"{"@type":"socialmediaposting"}"#, true),
        (r#"{"@context":"http://schema.org/","@type":"Organization","name":"x"}"#, true),
        (r#"[{"@context":{"@vocab":"https://schema.org"},"@type":"BreadcrumbList"}]"#, true),
        (r#"{"@context":"https://lamp.example/schema.org.json"}"#, false),
        (r#"{"@type":"JobPosting"}"#, false),
        (r#"{"type":"Article"}"#, false),
        ("[]", false),
        ("7", false),
    ] {
        assert_eq!(knows(&value(json)), known, "{json}");
    }
}

#[test]
fn a_document_about_no_article_is_refused() {
    let value = value(r#"{"@context":"https://schema.org","@type":"Organization","name":"Lamp Post"}"#);
    let error = read(&value, &Path::root(), &mut Notes::default()).err();
    assert_eq!(error.map(|error| (error.code, error.path)), Some((crate::error::Code::InvalidArticle, "$".to_owned())));
}

#[test]
fn references_are_resolved_inside_the_document() {
    let (article, mut notes) = article(
        r##"{"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#org","name":"Lamp Post","url":"https://lamp.example/"},
        {"@type":"WebPage","@id":"#page","isPartOf":{"@id":"#site"}},{"@type":"WebSite","@id":"#site","publisher":{"@id":"#org"}},
        {"@type":"ImageObject","@id":"#image","url":"https://lamp.example/a.jpg?w=1&amp;h=2","width":"640px","height":{"@type":"Intangible","name":"480"},
        "caption":"A lamp","author":{"@id":"#ada"}},
        {"@type":"Person","@id":"#ada","name":"Ada"},
        {"@type":"Article","@id":"https://lamp.example/wicks#article","headline":"Wicks","author":[{"@id":"#ada"},{"@id":"#nobody"}],
        "publisher":{"@id":"#org"},"image":{"@id":"#image"},"articleSection":"Care,Home","inLanguage":"en","datePublished":{"@value":"2031-03-04"},
        "keywords":"[\"oil\",\"tag:x\"]"}]}"##,
    );
    assert_eq!(article.title, "Wicks");
    assert_eq!(names(&article), ["Ada"]);
    assert_eq!(article.site.map(|site| site.name).as_deref(), Some("Lamp Post"));
    let hero = article.hero.unwrap();
    assert_eq!(hero.src.as_ref().map(|src| src.as_str()), Some("https://lamp.example/a.jpg?w=1&h=2"));
    assert_eq!((hero.width, hero.height, hero.credit.as_deref()), (Some(640), Some(480), Some("Ada")));
    assert_eq!(article.section.as_deref(), Some("Care"));
    assert_eq!(article.tags, ["Home", "oil", "tag:x"]);
    assert_eq!(article.published.map(|at| at.iso()).as_deref(), Some("2031-03-04"));
    assert_eq!(article.url.as_ref().map(|url| url.as_str()), Some("https://lamp.example/wicks"));
    let codes: Vec<String> = notes.take().into_iter().map(|warning| [warning.code, warning.path].join(" ")).collect();
    assert_eq!(codes, ["unresolved-reference $.author[1]", "empty-body $"]);
}

#[test]
fn authors_come_in_every_shape() {
    for (json, expected) in [
        (r#""Ada""#, vec!["Ada"]),
        (
            r#"["Ada",{"name":"Bo"},null,{"@type":"Person","name":{"@type":"Person","name":"Cy"}}]"#,
            vec!["Ada", "Bo", "Cy"],
        ),
        (r#"{"name":"By Ada Lamp"}"#, vec!["Ada Lamp"]),
        (r#"{"name":["Ada","Bo"]}"#, vec!["Ada", "Bo"]),
        (r#"{"givenName":"Ada","familyName":"Lamp"}"#, vec!["Ada Lamp"]),
        (r#""https://lamp.example/ada""#, vec!["lamp.example/ada"]),
        (r#"{"@id":"https://lamp.example/#ada"}"#, vec![]),
        ("[]", vec![]),
        ("null", vec![]),
    ] {
        let (article, _) = article(&[r#"{"@type":"Article","headline":"x","author":"#, json, "}"].concat());
        assert_eq!(names(&article), expected, "{json}");
    }
    let (article, _) = article(r#"{"@type":"Article","headline":"x","author":[],"creator":["Ada"]}"#);
    assert_eq!(names(&article), ["Ada"]);
}

#[test]
fn images_come_in_every_shape() {
    for json in [
        r#""/a.jpg""#,
        r#"["/a.jpg","/b.jpg"]"#,
        r#"{"url":"/a.jpg"}"#,
        r#"{"contentUrl":"/a.jpg"}"#,
        r#"{"@id":"/a.jpg"}"#,
        r#"[{"url":["/a.jpg"]}]"#,
        r#"[null,{"@id":"\#x"},{"url":{"@id":"/a.jpg"}}]"#,
    ] {
        let json = json.replace("\\#", "#");
        let (article, _) = article(&[r#"{"@type":"Article","headline":"x","image":"#, &json, "}"].concat());
        let src = article.hero.and_then(|hero| hero.src);
        assert_eq!(src.as_ref().map(|src| src.as_str()), Some("/a.jpg"), "{json}");
    }
}

#[test]
fn the_address_tells_the_title_from_its_description() {
    for (url, title, subtitle) in [
        ("https://lamp.example/wiki/Oil_lamp", "Oil lamp", Some("Device for light")),
        ("https://lamp.example/device-for-light", "Device for light", Some("Oil lamp")),
        ("", "Device for light", Some("Oil lamp")),
    ] {
        let json =
            [r#"{"@type":"Article","name":"Oil lamp","headline":"Device for light","url":""#, url, "\"}"].concat();
        let (article, _) = article(&json);
        assert_eq!((article.title.as_str(), article.subtitle.as_deref()), (title, subtitle), "{url}");
    }
    let (article, _) =
        article(r#"{"@type":"Article","headline":"Wicks","name":"Wicks - Lamp Post","alternativeHeadline":"Wicks"}"#);
    assert_eq!((article.title.as_str(), article.subtitle), ("Wicks", None));
}

#[test]
fn a_body_is_text_until_it_looks_like_html() {
    for (json, blocks) in [
        (r#""One.\nTwo.""#, 2),
        (r#""One.Two. 1 < 2""#, 1),
        (r#""<p>One.</p><p>Two.</p>""#, 2),
        (r#""&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;""#, 2),
        (r#""One.\n\nTwo,\nthree.""#, 2),
        (r#""One <b>lamp.\nTwo</b> lamps.\n\n""#, 2),
        (r#""One <i>lamp</i>.\n\nTwo,\nthree.""#, 2),
        (r#"["One.","Two."]"#, 2),
        (r#"{"@value":"One."}"#, 1),
        (r#""""#, 0),
        ("null", 0),
    ] {
        let (article, _) = article(&[r#"{"@type":"Article","headline":"x","articleBody":"#, json, "}"].concat());
        assert_eq!(article.blocks.len(), blocks, "{json}");
    }
}

#[test]
fn live_blogs_and_counts() {
    let (article, _) = article(
        r#"{"@type":"LiveBlogPosting","headline":"Live","liveBlogUpdate":[{"@type":"BlogPosting","headline":"First","articleBody":"Lit."},
        {"@type":"BlogPosting","articleBody":"Out."}],"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".x"},
        "commentCount":"1,234","interactionStatistic":[{"interactionType":"https://schema.org/LikeAction","userInteractionCount":"12"},
        {"interactionType":{"@type":"http://schema.org/ViewAction"},"userInteractionCount":345},
        {"interactionType":{"@type":"CommentAction"},"userInteractionCount":9}]}"#,
    );
    assert_eq!(article.blocks.len(), 2);
    assert!(matches!(article.blocks.first(), Some(Block::Group { title: Some(title), .. }) if title == "First"));
    assert_eq!((article.stats.views, article.stats.comments, article.stats.likes), (Some(345), Some(1234), Some(12)));
}

#[test]
fn other_articles_are_related_once() {
    let (article, _) = article(
        r#"[{"@type":"NewsArticle","headline":"Wicks","url":"/1"},{"@type":"Article","headline":"Wicks"},
        {"@type":"Article","headline":"Wicks again","url":"/1"},{"@type":"NewsArticle","headline":"Oil","url":"/2"}]"#,
    );
    assert_eq!(article.related.iter().map(|card| card.title.as_str()).collect::<Vec<_>>(), ["Oil"]);
}

#[test]
fn film_is_kept_with_its_words() {
    let (article, mut notes) = article(
        r#"{"@type":"Article","headline":"x","articleBody":"y","video":[{"name":"A","contentUrl":"/a.mp4"},
        {"name":"B","embedUrl":"https://play.example/b"},{"name":"C"},{}]}"#,
    );
    assert!(matches!(article.blocks.as_slice(), [_, Block::Video(_), Block::Embed(_), Block::Embed(_)]));
    assert_eq!(notes.take().len(), 1);
}

#[test]
fn what_only_looks_like_a_tag_is_text() {
    let text = "vector<int> v; and a < b, as in List<String> or <wick>.";
    let json = [r#"{"@type":"Article","headline":"x","articleBody":""#, text, "\"}"].concat();
    assert_eq!(article(&json).0.blocks, [Block::paragraph(text)]);
}

#[test]
fn lines_with_elements_of_running_text_are_paragraphs() {
    let (article, _) =
        article(r#"{"@type":"Article","headline":"x","articleBody":"One <b>lamp.\nTwo</b> lamps.\n\nThree,\nfour."}"#);
    let texts: Vec<String> = article
        .blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(paragraph) => crate::article::plain(&paragraph.content),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(texts, ["One lamp.\nTwo lamps.", "Three,\nfour."]);
}

#[test]
fn an_entry_of_a_live_blog_keeps_its_time_author_and_pictures() {
    let (article, mut notes) = article(
        r#"{"@type":"LiveBlogPosting","headline":"Live","liveBlogUpdate":[{"@type":"BlogPosting","headline":"First","articleBody":"Lit.",
        "datePublished":"2031-03-04T05:06:07+01:00","author":[{"name":"Ada"},{"name":"Bo"}],
        "image":[{"url":"/a.jpg","caption":"A lamp"},"/b.jpg","/b.jpg"]},{"headline":"Only this"},{"url":"/x"}]}"#,
    );
    let picture = |src: &str, caption: Option<&str>| {
        Block::Image(Picture { src: SafeUrl::media(src), caption: caption.map(str::to_owned), ..Picture::default() })
    };
    let entry = vec![
        small("2031-03-04T05:06:07+01:00"),
        small("Ada, Bo"),
        Block::paragraph("Lit."),
        picture("/a.jpg", Some("A lamp")),
        picture("/b.jpg", None),
    ];
    let group = |title: &str, blocks| Block::Group { title: Some(title.to_owned()), blocks };
    assert_eq!(article.blocks, [group("First", entry), group("Only this", Vec::new())]);
    assert_eq!(notes.take(), []);
}

#[test]
fn pictures_that_are_passed_over_are_noted_once() {
    for (images, codes) in [
        (r#"["/a.jpg","/b.jpg","/c.jpg"]"#, vec!["further-images $.image"]),
        (r#"["/a.jpg","/a.jpg"]"#, vec![]),
        (r#"["/a.jpg","/shown.jpg"]"#, vec![]),
        (r#""/a.jpg""#, vec![]),
    ] {
        let json = [
            r#"{"@type":"Article","headline":"x","articleBody":"<p>y</p><img src='/shown.jpg'>","image":"#,
            images,
            "}",
        ];
        let (_, mut notes) = article(&json.concat());
        let found: Vec<String> =
            notes.take().into_iter().map(|warning| [warning.code, warning.path].join(" ")).collect();
        assert_eq!(found, codes, "{images}");
    }
}
