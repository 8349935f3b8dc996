use super::*;
use crate::Limits;
use crate::article::{Author, ListItem, Table, plain};
use crate::parse::parse;

fn import(json: &str) -> (Article, Vec<String>) {
    let value = parse(json.as_bytes(), Limits::default()).unwrap();
    assert!(knows(&value), "{json}");
    let mut notes = Notes::default();
    let article = read(&value, &Path::root(), &mut notes).unwrap();
    (article, notes.take().into_iter().map(|warning| [warning.code, warning.path].join(" ")).collect())
}

fn body(elements: &str) -> (Vec<Block>, Vec<String>) {
    let (article, warnings) =
        import(&[r#"{"type":"story","version":"0.10.12","content_elements":["#, elements, "]}"].concat());
    (article.blocks, warnings)
}

fn item(text: &str) -> ListItem {
    ListItem { blocks: vec![Block::paragraph(text)], checked: None }
}

#[test]
fn sound_may_be_one_file_and_a_summary_says_more_than_the_title() {
    let (article, _) = import(
        r#"{"type":"audio","version":"0.10.12","source_url":"https://a.example/tea.mp3","mimetype":"audio/mp3",
        "headlines":{"basic":"A pot of tea"},"description":{"basic":"A Pot of Tea."}}"#,
    );
    let Some(Block::Audio(media)) = article.blocks.first() else { panic!("{article:?}") };
    assert_eq!(
        media.sources.iter().map(|source| source.src.as_str()).collect::<Vec<_>>(),
        ["https://a.example/tea.mp3"]
    );
    assert_eq!(article.summary, None);
}

#[test]
fn the_head_is_read() {
    let (article, warnings) = import(
        r#"{"_id":"S1","type":"story","version":"0.10.12","language":"en","canonical_url":"/tea/","headlines":{"basic":"A pot of tea"},
        "subheadlines":{"basic":"Warm it first"},"description":{"basic":"What a pot needs"},"label":{"basic":{"text":"Kitchen"}},
        "credits":{"by":[{"type":"author","name":"A. Lee","byline":"Ann Lee","url":"https://a.example/lee"},{"type":"reference"}]},
        "display_date":"2024-01-02T03:04:05.10Z","last_updated_date":"2024-01-03T00:00:00Z",
        "taxonomy":{"primary_section":{"name":"Food"},"tags":[{"text":"tea"},{"slug":"x"}]},"distributor":{"name":"Wire"},"canonical_website":"daily",
        "promo_items":{"basic":{"type":"video","promo_items":{"basic":{"type":"image","url":"https://a.example/p.jpg","caption":"The pot"}}}},
        "related_content":{"basic":[{"type":"story","headlines":{"basic":"Cups"},"canonical_url":"/cups/"},{"type":"reference"}]},
        "content_elements":[{"type":"text","content":"Warm the pot."}],"corrections":[{"type":"correction","text":"It was a cup."}]}"#,
    );
    assert_eq!((article.id.as_deref(), article.title.as_str()), (Some("S1"), "A pot of tea"));
    assert_eq!((article.kicker.as_deref(), article.section.as_deref()), (Some("Kitchen"), Some("Food")));
    assert_eq!(
        (article.subtitle.as_deref(), article.summary.as_deref()),
        (Some("Warm it first"), Some("What a pot needs"))
    );
    let url = crate::article::SafeUrl::link("https://a.example/lee");
    assert_eq!(article.authors, [Author { name: "Ann Lee".into(), url }]);
    assert_eq!(article.published.map(|m| m.iso()).as_deref(), Some("2024-01-02T03:04:05Z"));
    assert_eq!(article.hero.and_then(|hero| hero.caption).as_deref(), Some("The pot"));
    assert_eq!(article.related.iter().map(|card| card.title.as_str()).collect::<Vec<_>>(), ["Cups"]);
    assert_eq!(article.tags, ["tea"]);
    assert_eq!(
        (article.site.map(|it| it.name), article.source.map(|it| it.name)),
        (Some("daily".into()), Some("Wire".into()))
    );
    assert_eq!(article.blocks.len(), 2);
    assert_eq!(warnings, ["unresolved-reference $.credits.by[1]", "unresolved-reference $.related_content.basic[1]"]);
}

#[test]
fn lists_nest_in_the_item_before() {
    let (blocks, _) = body(
        r#"{"type":"list","list_type":"unordered","items":[{"type":"text","content":"Pot"},
        {"type":"list","list_type":"ordered","items":[{"type":"text","content":"Lid"}]},{"type":"text","content":"Cup"}]}"#,
    );
    let mut first = item("Pot");
    first.blocks.push(Block::List { ordered: true, start: None, items: vec![item("Lid")] });
    assert_eq!(blocks, [Block::List { ordered: false, start: None, items: vec![first, item("Cup")] }]);
}

#[test]
fn a_fragment_is_a_document() {
    let (article, _) = import(
        r#"{"_id":"t","type":"table","header":[{"type":"text","content":"Tea"},{"type":"text","content":"Minutes"}],
        "rows":[[{"type":"text","content":"Green"},{"type":"text","content":"2"}],["Black",4]]}"#,
    );
    let [Block::Table(Table { rows, .. })] = article.blocks.as_slice() else { panic!("{:#?}", article.blocks) };
    let rows: Vec<Vec<_>> = rows.iter().map(|row| row.iter().map(|cell| plain(&cell.content)).collect()).collect();
    assert_eq!(rows, [["Tea", "Minutes"], ["Green", "2"], ["Black", "4"]]);

    let (article, _) = import(
        r#"{"_id":"g","type":"gallery","version":"0.10.12","headlines":{"basic":"Pots"},"description":{"basic":"Four pots"},
        "content_elements":[{"type":"image","url":"https://a.example/1.jpg","caption":"One"},{"type":"image","url":""}]}"#,
    );
    assert_eq!((article.title.as_str(), article.summary.as_deref()), ("Pots", Some("Four pots")));
    assert!(matches!(article.blocks.as_slice(), [Block::Gallery { images, caption: None }] if images.len() == 1));
    for json in [
        r#"{"_id":"1","type":"table","columns":[]}"#,
        r#"{"_id":"1","type":"post","content":"x"}"#,
        r#"{"type":"text","content":"x"}"#,
        r#"{"type":"image","url":"x"}"#,
    ] {
        assert!(!knows(&parse(json.as_bytes(), Limits::default()).unwrap()), "{json}");
    }
}

#[test]
fn nothing_readable_is_lost() {
    let (blocks, warnings) = body(
        r#"{"type":"header","level":3,"content":"Pots"},
        {"type":"quote","content_elements":[{"type":"text","content":"Warm it."}],"citation":{"type":"text","content":"Ann <i>Lee</i>"}},
        {"type":"element_group","content_elements":[{"type":"image","url":"https://a.example/1.jpg"},{"type":"image","url":"https://a.example/2.jpg"}]},
        {"type":"oembed_response","raw_oembed":{"type":"rich","provider_name":"Posts","url":"https://p.example/1","html":"<p>Hot.</p>"}},
        {"type":"reference","referent":{"id":"https://p.example/2"}},{"type":"interstitial_link","url":"https://a.example/m","content":"More"},
        {"type":"numeric_rating","numeric_rating":4.5,"min":0,"max":5,"units":"stars"},
        {"type":"custom_embed","subtype":"gauge","embed":{"config":{"title":"Very hot"}}},{"type":"steam","text":"Pff"},
        {"type":"link_list","title":"Read on","items":[{"type":"interstitial_link","url":"https://a.example/c","content":"Cups","description":{"content":"All of them"}}]},
        {"type":"video","headlines":{"basic":"How"},"streams":[{"stream_type":"ts","url":"https://a.example/v.m3u8"},{"stream_type":"mp4","bitrate":1,"url":"https://a.example/v.mp4"}]}"#,
    );
    let [
        Block::Heading(_),
        Block::Quote { cite, .. },
        Block::Gallery { .. },
        Block::Embed(post),
        Block::Embed(_),
        Block::Paragraph(_),
        Block::Paragraph(rating),
        custom,
        unknown,
        Block::Group { blocks: cards, .. },
        Block::Video(film),
    ] = blocks.as_slice()
    else {
        panic!("{blocks:#?}")
    };
    assert_eq!((cite.as_deref(), post.caption.as_deref()), (Some("Ann Lee"), Some("Hot.")));
    assert_eq!(plain(&rating.content), "4.5 / 5 stars");
    assert_eq!(custom, &Block::Unknown { kind: "gauge".into(), text: "Very hot".into() });
    assert_eq!(unknown, &Block::Unknown { kind: "steam".into(), text: "Pff".into() });
    assert!(matches!(cards.as_slice(), [Block::LinkCard(card)] if card.excerpt.as_deref() == Some("All of them")));
    assert_eq!(film.sources.first().and_then(|source| source.mime.as_deref()), Some("video/mp4"));
    assert_eq!(
        warnings,
        [
            "unresolved-reference $.content_elements[4]",
            "unknown-block $.content_elements[7]",
            "unknown-block $.content_elements[8]"
        ]
    );
}

#[test]
fn of_many_stories_the_first_is_read() {
    let story = |title: &str| {
        [r#"{"type":"story","version":"0.10","headlines":{"basic":""#, title, r#""},"content_elements":[]}"#].concat()
    };
    let (article, _) =
        import(&[r#"{"type":"results","content_elements":["#, &story("One"), ",", &story("Two"), "]}"].concat());
    assert_eq!(article.title, "One");
    assert_eq!(article.related.iter().map(|card| card.title.as_str()).collect::<Vec<_>>(), ["Two"]);
}
