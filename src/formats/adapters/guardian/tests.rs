use super::*;
use crate::Limits;
use crate::article::{Block, Embed, Picture, plain};
use crate::parse::parse;

fn import(json: &str) -> (Result<Article, Error>, Vec<String>) {
    let value = parse(json.as_bytes(), Limits::default()).unwrap();
    assert!(knows(&value), "{json}");
    let mut notes = Notes::default();
    let article = read(&value, &Path::root(), &mut notes);
    (article, notes.take().into_iter().map(|warning| [warning.code, warning.path].join(" ")).collect())
}

fn content(members: &str) -> (Article, Vec<String>) {
    let (article, warnings) = import(
        &[r#"{"response":{"status":"ok","content":{"webTitle":"Tea","sectionId":"food","#, members, "}}}"].concat(),
    );
    (article.unwrap(), warnings)
}

fn page(elements: &str) -> (Vec<Block>, Vec<String>) {
    let elements = elements.replace("@", "model.dotcomrendering.pageElements.");
    let (article, warnings) = import(
        &[r#"{"headline":"Tea","blocks":[{"elements":[{"_type":"model.dotcomrendering.pageElements.TextBlockElement","html":""},"#, &elements, "]}]}"].concat(),
    );
    (article.unwrap().blocks, warnings)
}

fn title(block: &Block) -> Option<&str> {
    match block {
        Block::Group { title, .. } => title.as_deref(),
        _ => None,
    }
}

#[test]
fn a_rich_link_is_a_card() {
    let (article, warnings) = content(
        r#""id":"food/tea","blocks":{"body":[{"elements":[{"type":"rich-link","assets":[],
        "richLinkTypeData":{"linkText":"More about pots","url":"https://a.example/pots","linkPrefix":"Related: "}}]}]}"#,
    );
    let Some(Block::LinkCard(card)) = article.blocks.first() else { panic!("{article:?}") };
    assert_eq!((card.title.as_str(), card.kicker.as_deref()), ("More about pots", Some("Related:")));
    assert!(card.url.is_some());
    assert_eq!(warnings, [""; 0]);
}

#[test]
fn an_answer_is_read() {
    let (article, warnings) = content(
        r#""id":"food/tea","webUrl":"https://a.example/tea","sectionName":"Food","webPublicationDate":"2024-01-02T03:04:05Z",
        "fields":{"headline":"A pot of tea","trailText":"Warm it first","byline":"Ann Lee and Bo Ray","body":"<p>Twice?</p>","lastModified":"2024-01-03T00:00:00Z",
        "thumbnail":"https://a.example/small.jpg","publication":"The Daily"},
        "tags":[{"type":"contributor","webTitle":"Ann Lee","webUrl":"https://a.example/lee"},{"type":"contributor","webTitle":"Bo Ray"},{"type":"keyword","webTitle":"Tea"}],
        "blocks":{"main":{"elements":[{"type":"image","assets":[{"type":"image","file":"https://a.example/5.jpg","typeData":{"width":500,"height":300}},
        {"type":"image","file":"http://a.example/20.jpg","typeData":{"width":2000,"height":1200,"secureFile":"https://a.example/20.jpg"}}],
        "imageTypeData":{"caption":"The pot","alt":"A pot","credit":"Photograph: Cy","displayCredit":true}}]},
        "body":[{"elements":[{"type":"text","textTypeData":{"html":"<p>Warm the pot.</p>"}},{"type":"tweet","tweetTypeData":{"html":"<p>Hot.</p>","url":"https://p.example/1"}}]}]}"#,
    );
    assert_eq!((article.title.as_str(), article.summary.as_deref()), ("A pot of tea", Some("Warm it first")));
    assert_eq!(article.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(), ["Ann Lee", "Bo Ray"]);
    assert_eq!((article.section.as_deref(), article.tags.as_slice()), (Some("Food"), ["Tea".to_owned()].as_slice()));
    assert_eq!(article.site.map(|site| site.name).as_deref(), Some("The Daily"));
    let hero = article.hero.unwrap_or_default();
    assert_eq!(hero.src.as_ref().map(|src| src.as_str()), Some("https://a.example/20.jpg"));
    assert_eq!((hero.width, hero.srcset.len(), hero.alt.as_str()), (Some(2000), 2, "A pot"));
    assert_eq!((hero.caption.as_deref(), hero.credit.as_deref()), (Some("The pot"), Some("Photograph: Cy")));
    assert_eq!(article.blocks.first(), Some(&Block::paragraph("Warm the pot.")));
    assert!(
        matches!(article.blocks.get(1), Some(Block::Embed(Embed { caption: Some(caption), .. })) if caption == "Hot.")
    );
    assert_eq!(article.blocks.len(), 2);
    assert_eq!(warnings, [""; 0]);
}

#[test]
fn a_byline_that_says_more_is_kept() {
    let (article, _) = content(
        r#""fields":{"byline":"Ann Lee in the kitchen"},"tags":[{"type":"contributor","webTitle":"Ann Lee","webUrl":"https://a.example/lee"}]"#,
    );
    let names: Vec<_> = article.authors.iter().map(|author| (author.name.as_str(), author.url.is_some())).collect();
    assert_eq!(names, [("Ann Lee in the kitchen", true)]);
}

#[test]
fn entries_of_a_live_blog_are_boxes() {
    let (article, warnings) = content(
        r#""blocks":{"body":[{"title":"It boils","firstPublishedDate":"2024-01-02T03:04:05Z","bodyHtml":"<p>At last.</p>","elements":[]},
        {"published":false,"bodyHtml":"<p>Not yet.</p>"},{"attributes":{"title":"On the stove"},"elements":[{"type":"pullquote","pullquoteTypeData":{"html":"Soon.","attribution":"Ann"}}]}]}"#,
    );
    assert_eq!(article.blocks.iter().map(title).collect::<Vec<_>>(), [Some("It boils"), Some("On the stove")]);
    let Some(Block::Group { blocks, .. }) = article.blocks.first() else { panic!("{:#?}", article.blocks) };
    assert_eq!(
        blocks,
        &[crate::formats::adapters::meta::block::small("2024-01-02 03:04 Z"), Block::paragraph("At last.")]
    );
    assert_eq!(warnings, ["unpublished-block $.response.content.blocks.body[1]"]);
}

#[test]
fn of_many_results_the_first_is_read() {
    let (article, _) = import(
        r#"{"response":{"status":"ok","results":[{"webTitle":"One","webUrl":"https://a.example/1"},{"webTitle":"Two","webUrl":"https://a.example/2"}]}}"#,
    );
    let article = article.unwrap();
    assert_eq!((article.title.as_str(), article.related.len()), ("One", 1));
    let error = import(r#"{"response":{"status":"ok","results":[]}}"#).0.err();
    assert_eq!(error.map(|error| error.path).as_deref(), Some("$.response.results"));
}

#[test]
fn elements_of_a_page_are_read() {
    let (blocks, warnings) = page(
        r#"{"_type":"@TextBlockElement","html":"<p>Warm the pot.</p>"},{"_type":"@SubheadingBlockElement","html":"Pots"},
        {"_type":"@ImageBlockElement","displayCredit":false,"media":{"allImages":[{"url":"https://a.example/1.jpg","fields":{"width":"460","height":"276"}}]},
        "data":{"alt":"A pot","caption":"The <em>pot</em>","credit":"Cy"}},
        {"_type":"@RichLinkBlockElement","prefix":"Related: ","text":"Cups","url":"https://a.example/cups"},
        {"_type":"@QABlockElement","title":"What is a pot?","html":"<p>A vessel.</p>"},{"_type":"@NewsletterSignupBlockElement"},
        {"_type":"@KeyTakeawaysBlockElement","keyTakeaways":[{"title":"Warm it","body":[{"_type":"@TextBlockElement","html":"<p>First.</p>"}]}]},
        {"_type":"@YoutubeBlockElement","assetId":"abc","mediaTitle":"How"},{"_type":"@SteamBlockElement","text":"Pff"},
        {"_type":"@TimelineBlockElement","sections":[{"title":"Morning","events":[{"date":"8 am","title":"Boil","body":[{"_type":"@TextBlockElement","html":"<p>Up.</p>"}]}]}]}"#,
    );
    let [
        text,
        Block::Heading(_),
        Block::Image(Picture { credit: None, caption, .. }),
        Block::LinkCard(card),
        Block::Group { title: question, .. },
        Block::Group { blocks: points, .. },
        Block::Embed(film),
        unknown,
        Block::Group { blocks: line, .. },
    ] = blocks.as_slice()
    else {
        panic!("{blocks:#?}")
    };
    assert_eq!((text, caption.as_deref()), (&Block::paragraph("Warm the pot."), Some("The pot")));
    assert_eq!((card.title.as_str(), question.as_deref()), ("Cups", Some("What is a pot?")));
    assert_eq!((points.len(), line.len()), (2, 4));
    assert_eq!((film.provider.as_deref(), film.title.as_deref()), (Some("YouTube"), Some("How")));
    assert_eq!(unknown, &Block::Unknown { kind: "steam".into(), text: "Pff".into() });
    assert_eq!(warnings, ["dropped-ad $.blocks[0].elements[6]", "unknown-block $.blocks[0].elements[9]"]);
    assert!(matches!(line.first(), Some(Block::Heading(heading)) if plain(&heading.content) == "Morning"));
}
