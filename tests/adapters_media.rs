//! The importers of publishers' formats against documents of real publishers.
//!
//! The documents are no part of this repository. Where they lie beside the checkout, in `../shared/corpus`, they are read; where not,
//! the test says so.

#![cfg(feature = "import")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "the helpers of tests are tests")]

use std::path::{Path, PathBuf};

use lamplit::article::{Article, Block, Inline, plain};
use lamplit::formats::{Format, Intake};
use lamplit::{Code, Error, Limits};

/// The documents of a folder with their names, in order; none where there is no such folder.
fn documents(folder: &str) -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(folder);
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return Vec::new();
    };
    let mut files: Vec<_> =
        files.map(|file| file.unwrap().path()).filter(|file| file.extension().is_some_and(|it| it == "json")).collect();
    files.sort();
    files.into_iter().map(|file| (file.file_name().unwrap().to_string_lossy().into_owned(), file)).collect()
}

fn import(file: &Path) -> (Result<Article, Error>, Option<Format>) {
    let mut intake = Intake::new(Limits::default());
    let result = intake.feed(&std::fs::read(file).unwrap()).and_then(|()| intake.finish());
    let format = intake.format();
    (result.map(|()| intake.into_article()), format)
}

/// Reads every document of a folder, which is of one format but for those in `refused`, which are refused at a path.
fn folder(name: &str, format: Format, refused: &[(&str, &str)]) -> Vec<(String, Article)> {
    let mut read = Vec::new();
    for (file, path) in documents(name) {
        let (article, found) = import(&path);
        match (article, refused.iter().find(|(refused, _)| *refused == file)) {
            (Ok(article), None) => {
                assert_eq!(found, Some(format), "{file}");
                read.push((file, article));
            }
            (Err(error), Some((_, at))) => {
                assert_eq!((error.code, error.path.as_str()), (Code::InvalidArticle, *at), "{file}");
            }
            (Ok(_), Some(_)) => panic!("{file} should have been refused"),
            (Err(error), None) => panic!("{file}: {error}"),
        }
    }
    read
}

fn one<'a>(articles: &'a [(String, Article)], name: &str) -> Option<&'a Article> {
    articles.iter().find(|(file, _)| file == name).map(|(_, article)| article)
}

/// The words of blocks, a piece a line.
fn leaves(blocks: &[Block], out: &mut Vec<String>) {
    let mut push = |text: &[Inline]| out.push(plain(text));
    match blocks {
        [] => {}
        [first, rest @ ..] => {
            match first {
                Block::Paragraph(it) => push(&it.content),
                Block::Heading(it) => push(&it.content),
                Block::Table(table) => table.rows.iter().flatten().for_each(|cell| push(&cell.content)),
                Block::List { items, .. } => items.iter().for_each(|item| leaves(&item.blocks, out)),
                Block::Quote { blocks, cite } => {
                    leaves(blocks, out);
                    out.extend(cite.clone());
                }
                Block::Group { title, blocks } => {
                    out.extend(title.clone());
                    leaves(blocks, out);
                }
                _ => {}
            }
            leaves(rest, out);
        }
    }
}

fn words(article: Option<&Article>) -> Vec<String> {
    let mut out = Vec::new();
    leaves(article.map_or(&[], |article| &article.blocks), &mut out);
    out
}

#[test]
fn apple_news() {
    let read = folder(
        "apple-news",
        Format::AppleNews,
        &[
            ("invalid-html-table-missing-html-property.json", "$.components[0].html"),
            ("invalid-missing-component-text-styles.json", "$.components"),
            ("invalid-missing-role.json", "$.components[0].role"),
        ],
    );
    if read.is_empty() {
        return;
    }
    assert_eq!(
        words(one(&read, "data-table.json")),
        ["Name", "Occupation", "Amelia Earhart", "Pilot", "Grace Hopper", "Computer Scientist"]
    );
    let ads = one(&read, "ads.json").unwrap();
    assert_eq!(words(Some(ads)), ["Hello, World!", "more body content", "more body content"]);
    assert_eq!(ads.warnings.iter().filter(|warning| warning.code == "dropped-ad").count(), 2);
    let units = words(one(&read, "units-of-measure.json"));
    assert_eq!((units.len(), units.first().map(String::as_str)), (9, Some("Heading - 10vw")));
    let news = one(&read, "example-news-article.json").unwrap();
    assert_eq!(news.authors.first().map(|author| author.name.as_str()), Some("Urna Semper"));
    assert_eq!(news.published.as_ref().map(|moment| moment.iso()).as_deref(), Some("2015-10-24T11:15:00+00:00"));
}

#[test]
fn arc_ans() {
    let read = folder("arc-ans", Format::ArcAns, &[]);
    if read.is_empty() {
        return;
    }
    let table = one(&read, "table-fixture-good.json");
    assert_eq!(
        words(table),
        ["Header Y = 1", "Header Y = 1", "X = 1, Y = 1", "X = 2, Y = 1", "X = 2, Y = 1", "X = 2, Y = 2"]
    );
    let story = one(&read, "story-fixture-good.json").unwrap();
    let text = words(Some(story));
    let list: Vec<_> =
        text.iter().map(String::as_str).filter(|word| matches!(*word, "Foo" | "Bar" | "Hi" | "Mom")).collect();
    assert_eq!(list, ["Foo", "Bar", "Hi", "Mom"]);
    for words in
        ["4.5 / 5 stars", "Recommended", "Me, on Slack, two minutes ago.", "What I said before was not exactly true."]
    {
        assert_eq!(text.iter().filter(|text| *text == words).count(), 1, "{words}");
    }
    assert_eq!((story.kicker.as_deref(), story.section.as_deref()), (Some("The Kicker"), Some("News")));
    assert_eq!(story.source.as_ref().map(|source| source.name.as_str()), Some("Reuters"));
}

#[test]
fn guardian() {
    let read = folder("guardian-capi", Format::Guardian, &[]);
    if !read.is_empty() {
        let live = one(&read, "content-with-blocks.json").unwrap();
        let titles = live.blocks.iter().filter_map(|block| match block {
            Block::Group { title, .. } => title.as_deref(),
            _ => None,
        });
        assert_eq!(titles.collect::<Vec<_>>(), ["Hi", "key event title"]);
        assert_eq!(one(&read, "search.json").map(|article| article.related.len()), Some(9));
        let tweets = one(&read, "item-content-with-tweets.json").unwrap();
        assert!(tweets.hero.is_some());
        assert_eq!(tweets.blocks.iter().filter(|block| matches!(block, Block::Embed(_))).count(), tweets.blocks.len());
    }
    for (file, article) in folder("guardian-dcr", Format::Guardian, &[]) {
        assert!(!article.title.is_empty() && article.hero.is_some() && !article.authors.is_empty(), "{file}");
        assert!(article.published.is_some() && article.site.is_some(), "{file}");
        assert_eq!(article.blocks.is_empty(), file == "Picture.json", "{file}");
        assert!(
            !article.warnings.iter().any(|warning| warning.code == "unknown-block"),
            "{file}: {:?}",
            article.warnings
        );
    }
}

#[test]
fn editor_js() {
    let read = folder("editorjs", Format::EditorJs, &[]);
    if read.is_empty() {
        return;
    }
    let text = words(one(&read, "data.json"));
    let at = text.iter().position(|word| word == "List 1 Header 1").unwrap();
    assert_eq!(
        text.iter().skip(at).map(String::as_str).collect::<Vec<_>>(),
        [
            "List 1 Header 1",
            "List 1 Sub header 1",
            "List 1 Sub header 2",
            "List 1 Sub header 1 Sub Sub header 1",
            "List 1 Sub header 1 Sub Sub header 2"
        ]
    );
    let text = words(one(&read, "juju-testData.json"));
    for word in ["Gather requirements", "Second iteration", "Senior Consultant", "Elon Musk"] {
        assert!(text.iter().any(|text| text == word), "{word}");
    }
}

#[test]
fn chinese_apps() {
    for (file, path) in documents("cn-news-api") {
        let (article, format) = import(&path);
        let article = article.unwrap();
        let expected = if file.starts_with("netease") { Format::NetEase } else { Format::Zhihu };
        assert_eq!(format, Some(expected), "{file}");
        assert!(!article.title.is_empty() && !article.blocks.is_empty(), "{file}");
        if expected == Format::NetEase {
            assert_eq!(article.published.as_ref().map(|moment| moment.iso()).as_deref(), Some("2017-05-29T11:07:54"));
            assert_eq!((article.related.len(), article.stats.comments), (3, Some(86)));
        } else {
            assert_eq!(article.hero.as_ref().and_then(|hero| hero.credit.as_deref()), Some("《霸王别姬》"));
            assert!(words(Some(&article)).concat().contains("查看知乎讨论"));
        }
    }
}
