//! How good the order by likeness is, on a labelled set of short articles (`fixtures/likeness/articles.json`): twelve subjects, half of
//! them in Chinese and English, a quarter in each alone. Tags are few and cut across subjects.
//!
//! The figure is the mean, over all articles, of the share of cards of the article's own subject, in whatever language, among the first
//! five; where fewer than five such cards are in the article's language, those are what could be wished for: `hits / min(5, of the same
//! subject and language)`, at most 1. Words are not translated, so a card in the other language is luck and not counted on.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "the helpers of tests are tests"
)]

use std::fs;
use std::time::Instant;

use lamplit::article::{Article, Block, Card, SafeUrl};
use lamplit::likeness;

struct Labelled {
    subject: String,
    chinese: bool,
    title: String,
    summary: String,
    tags: Vec<String>,
}

impl Labelled {
    fn article(&self) -> Article {
        Article {
            title: self.title.clone(),
            summary: Some(self.summary.clone()),
            tags: self.tags.clone(),
            ..Article::default()
        }
    }

    fn card(&self) -> Card {
        Card {
            title: self.title.clone(),
            excerpt: Some(self.summary.clone()),
            tags: self.tags.clone(),
            ..Card::default()
        }
    }

    /// The words as a site without a thought finds them: what stands between signs that are no letters.
    fn words(&self) -> Vec<String> {
        let all = [self.title.as_str(), &self.summary, &self.tags.join(" ")].join(" ").to_lowercase();
        let words = all.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut words: Vec<String> = words.map(str::to_owned).collect();
        words.sort();
        words.dedup();
        words
    }
}

fn set() -> Vec<Labelled> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/likeness/articles.json");
    let text = fs::read_to_string(path).expect("the labelled set is in the repository");
    let list: Vec<serde_json::Value> = serde_json::from_str(&text).expect("it is JSON");
    let string = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    list.iter()
        .map(|one| Labelled {
            subject: string(&one["subject"]),
            chinese: string(&one["title"]).chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)),
            title: string(&one["title"]),
            summary: string(&one["summary"]),
            tags: one["tags"].as_array().into_iter().flatten().map(string).collect(),
        })
        .collect()
}

/// The figure, for all articles, the Chinese and the English ones; `first` gives the titles in order.
fn figure(set: &[Labelled], first: impl Fn(&Labelled, &[&Labelled]) -> Vec<String>) -> [f64; 3] {
    let mut sums = [(0.0, 0.0); 3];
    for article in set {
        let others: Vec<&Labelled> = set.iter().filter(|other| other.title != article.title).collect();
        let alike = |other: &&&Labelled| other.subject == article.subject;
        let at_hand = others.iter().filter(alike).filter(|other| other.chinese == article.chinese).count().min(5);
        let order = first(article, &others);
        let hits = order.iter().take(5).filter(|title| others.iter().filter(alike).any(|other| other.title == **title));
        let share = (hits.count() as f64 / at_hand as f64).min(1.0);
        for (index, counts) in [true, article.chinese, !article.chinese].into_iter().enumerate() {
            if counts {
                sums[index].0 += share;
                sums[index].1 += 1.0;
            }
        }
    }
    sums.map(|(sum, count)| sum / count)
}

#[test]
fn articles_of_one_subject_find_each_other() {
    let set = set();
    assert!(set.len() >= 60);
    let ours = figure(&set, |article, others| {
        let mut cards: Vec<Card> = others.iter().map(|other| other.card()).collect();
        likeness::rank(&article.article(), &mut cards);
        assert_eq!(cards.len(), others.len());
        cards.into_iter().map(|card| card.title).collect()
    });
    let plain = figure(&set, |article, others| {
        let words = article.words();
        let shared = |other: &Labelled| other.words().iter().filter(|word| words.binary_search(word).is_ok()).count();
        let mut order: Vec<&&Labelled> = others.iter().collect();
        order.sort_by_key(|other| core::cmp::Reverse(shared(other)));
        order.iter().map(|other| other.title.clone()).collect()
    });
    let [all, chinese, english] = ours;
    println!("likeness:     {all:.3} (Chinese {chinese:.3}, English {english:.3})");
    println!("word overlap: {:.3} (Chinese {:.3}, English {:.3})", plain[0], plain[1], plain[2]);
    for (ours, plain) in ours.iter().zip(plain) {
        assert!(*ours > plain);
    }
    assert!(all > 0.78 && chinese > 0.77 && english > 0.77);
}

#[test]
fn the_body_asks_too() {
    let set = set();
    let blocks = |one: &Labelled| one.summary.split_inclusive(['.', '。']).map(Block::paragraph).collect();
    let found = figure(&set, |article, others| {
        let mut cards: Vec<Card> = others.iter().map(|other| other.card()).collect();
        let whole = Article { title: article.title.clone(), blocks: blocks(article), ..Article::default() };
        likeness::rank(&whole, &mut cards);
        cards.into_iter().map(|card| card.title).collect()
    });
    println!("without a summary, from the body: {:.3}", found[0]);
    assert!(found[0] > 0.69);
}

fn card(title: &str, url: &str) -> Card {
    Card { title: title.to_owned(), url: SafeUrl::link(url), ..Card::default() }
}

fn ranked(article: &Article, mut cards: Vec<Card>) -> Vec<String> {
    likeness::rank(article, &mut cards);
    cards.into_iter().map(|card| card.title).collect()
}

#[test]
fn the_article_itself_and_what_stood_before_are_left_out() {
    let article = Article {
        id: Some("https://example.com/by-id".to_owned()),
        url: SafeUrl::link("https://example.com/tea/"),
        title: "Tea in the hills".to_owned(),
        ..Article::default()
    };
    let cards = vec![
        card("The same page", "http://example.com/tea#more"),
        card("tea in the  Hills", "https://example.com/other"),
        card("Known by its id", "https://example.com/by-id"),
        card("First", "https://example.com/1"),
        card("First again", "https://example.com/1/"),
        card("Second", "https://example.com/2"),
        card("Second", "https://example.com/2b"),
        Card { src: SafeUrl::media("3.json"), ..card("Third", "https://example.com/3") },
        Card { src: SafeUrl::media("3.json"), ..card("Third, once more", "https://example.com/3b") },
        Card { excerpt: Some("Of another day.".to_owned()), ..card("Third", "https://example.com/4") },
        card("Tea", "https://example.com/5"),
    ];
    assert_eq!(ranked(&article, cards), ["Tea", "First", "Second", "Third", "Third"]);
}

#[test]
fn what_is_equally_like_keeps_its_order() {
    let article = Article { title: "Harvest".to_owned(), ..Article::default() };
    let titles = ["Chess", "Whales", "Tea", "Bread"];
    let cards = |titles: &[&str]| titles.iter().map(|title| card(title, "")).collect::<Vec<_>>();
    assert_eq!(ranked(&article, cards(&titles)), titles);
    assert_eq!(ranked(&Article::default(), cards(&titles)), titles);
    assert_eq!(ranked(&article, Vec::new()), Vec::<String>::new());
}

#[test]
fn other_scripts_are_read() {
    for (title, near, far) in [
        ("고래가 강을 거슬러 올라왔다", "강에서 고래를 본 사람들", "새로운 열차 시간표"),
        ("クジラの歌が海を渡る", "クジラを守る船", "新しいダイヤ改正"),
        ("วาฬในแม่น้ำ", "ชาวประมงช่วยวาฬ", "รถไฟขบวนใหม่"),
        ("الحيتان تغني في المحيط", "إنقاذ حيتان قرب الساحل، أغاني المحيط", "قطار جديد"),
        ("Киты поют в океане", "Океане слышны песни: киты", "Новый поезд"),
        ("Les baleines chantent", "Sauver les baleines", "Le train de nuit"),
    ] {
        let article = Article { title: title.to_owned(), ..Article::default() };
        assert_eq!(ranked(&article, vec![card(far, ""), card(near, "")]), [near, far]);
    }
}

#[test]
fn ten_thousand_cards_are_quick() {
    let set = set();
    let mut cards: Vec<Card> = (0..10_000)
        .map(|index| {
            let mut card = set[index % set.len()].card();
            card.url = SafeUrl::link(&format!("https://example.com/{index}"));
            card.title.push_str(&format!(" {index}"));
            card
        })
        .collect();
    let mut article = set[0].article();
    article.blocks = set.iter().map(|one| Block::paragraph(&one.summary)).collect();
    let since = Instant::now();
    likeness::rank(&article, &mut cards);
    let time = since.elapsed();
    println!("10,000 cards in {time:?}");
    assert_eq!(cards.len(), 10_000);
    // Without optimisation it takes about two seconds here; what is not linear would take minutes.
    assert!(time.as_secs() < 60);
}

#[test]

fn other_items_of_a_feed_stand_by_likeness() {
    let feed = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Hills","items":[
        {"id":"1","url":"https://example.com/1","title":"Green tea","content_text":"Tea is picked by hand."},
        {"id":"2","url":"https://example.com/2","title":"A train","content_text":"It runs."},
        {"id":"3","url":"https://example.com/3","title":"Black tea","content_text":"Tea of the hills."}]}"#;
    let posts = r#"[
        {"id":1,"link":"https://example.com/1","title":{"rendered":"Green tea"},"content":{"rendered":"<p>Tea.</p>"}},
        {"id":2,"link":"https://example.com/2","title":{"rendered":"A train"},"content":{"rendered":"<p>Runs.</p>"}},
        {"id":3,"link":"https://example.com/3","title":{"rendered":"Black tea"},"content":{"rendered":"<p>Tea.</p>"}}]"#;
    for document in [feed, posts] {
        let article = lamplit::formats::read(document.as_bytes(), lamplit::Limits::default()).expect("it is read");
        let titles: Vec<&str> = article.related.iter().map(|card| card.title.as_str()).collect();
        assert_eq!(titles, ["Black tea", "A train"]);
    }
}

#[test]
fn who_names_related_articles_has_chosen_their_order() {
    let document = r#"{"version":"lamplit/1","title":"Green tea","blocks":[],"related":["A train","Black tea"]}"#;
    let article = lamplit::formats::read(document.as_bytes(), lamplit::Limits::default()).expect("it is read");
    let titles: Vec<&str> = article.related.iter().map(|card| card.title.as_str()).collect();
    assert_eq!(titles, ["A train", "Black tea"]);
}
