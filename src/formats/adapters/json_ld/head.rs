//! What stands around the text of a node.

use crate::article::{Article, Card, Dateline, Picture, Site, Source, Stats};
use crate::formats::adapters::meta::address::{file, first_link, link, written};
use crate::formats::adapters::meta::graph::Graph;
use crate::formats::adapters::meta::people::{authors_of, site};
use crate::formats::adapters::meta::picture::picture;
use crate::formats::adapters::meta::when::first_date;
use crate::formats::adapters::meta::words::{add, count, decode, field, first, keywords_into, words};
use crate::formats::notes::Notes;
use crate::parse::{Path, Value};

use super::find::{flatten, is_article, types};

/// The article without its body, and the picture that may stand above it.
pub fn read<'a>(node: &'a Value, graph: &Graph<'a>, path: &Path, notes: &mut Notes) -> (Article, Option<Picture>) {
    let url = address(node, path, notes);
    let (title, name) = title(node, url.as_ref().map_or("", |url| url.as_str()));
    let (section, mut tags) = sections(node);
    for tag in node.get("keywords").into_iter() {
        keywords_into(tag, &mut tags);
    }
    let above = ["image", "primaryImageOfPage", "thumbnail", "thumbnailUrl"];
    let above = above.iter().find_map(|key| picture(node.get(key)?, graph, &path.key(key), notes));
    let article = Article {
        id: node.get("identifier").and_then(|id| field(id, "value").or_else(|| words(id))),
        url,
        subtitle: first(node, &["alternativeHeadline"]).or(name).filter(|line| *line != title),
        summary: first(node, &["description", "abstract"]),
        title,
        lang: language(node, path, notes),
        published: first_date(node, &["datePublished", "dateCreated", "uploadDate"], path, notes),
        modified: first_date(node, &["dateModified"], path, notes),
        authors: authors_of(node, &["author", "creator"], graph, path, notes),
        site: publisher(node, graph, path, notes),
        source: source(node, graph, path, notes),
        section,
        tags,
        kicker: series(node, graph),
        dateline: field(node, "dateline").map(|place| Dateline { place: Some(place), ..Dateline::default() }),
        stats: stats(node),
        ..Article::default()
    };
    (article, above)
}

/// The headline, and the name where it says something else. Some write the headline into `name` and a description into `headline`:
/// the address tells which is which.
fn title(node: &Value, url: &str) -> (String, Option<String>) {
    let (headline, name) = (field(node, "headline"), field(node, "name"));
    let (Some(headline), Some(name)) = (&headline, &name) else {
        return (headline.or(name).unwrap_or_default(), None);
    };
    // The name is the headline with the site's name behind it.
    if name.starts_with(headline.as_str()) {
        return (headline.clone(), None);
    }
    let slug = letters(&decode(file(url)));
    let is_in = |line: &str| !slug.is_empty() && slug.contains(&letters(line));
    if is_in(name) && !is_in(headline) {
        return (name.clone(), Some(headline.clone()));
    }
    (headline.clone(), Some(name.clone()))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The article's page: a node may have no `url`, and name the page that it is on instead, or itself.
fn address(node: &Value, path: &Path, notes: &mut Notes) -> Option<crate::article::SafeUrl> {
    let key = ["url", "mainEntityOfPage", "@id"].into_iter().find(|key| {
        let raw = node.get(key).and_then(written).unwrap_or_default();
        // `true` says that the page is about the article, and an `@id` with a fragment is only a name.
        if *key == "url" { !raw.is_empty() } else { raw.starts_with("http://") || raw.starts_with("https://") }
    })?;
    let raw = written(node.get(key)?)?;
    let whole = if key == "url" { raw.as_str() } else { raw.split('#').next().unwrap_or_default() };
    link(&Value::String(whole.to_owned()), &path.key(key), notes)
}

fn language(node: &Value, path: &Path, notes: &mut Notes) -> Option<String> {
    let member = node.get("inLanguage")?;
    let member = member.as_array().map_or(Some(member), <[_]>::first)?;
    // A language may be an object, whose name is a word and whose other name is the tag.
    let tag = first(member, &["alternateName", "identifier"]).or_else(|| words(member))?;
    notes.language(Some(&Value::String(tag)), &path.key("inLanguage"))
}

fn publisher<'a>(node: &'a Value, graph: &Graph<'a>, path: &Path, notes: &mut Notes) -> Option<Site> {
    for key in ["publisher", "sourceOrganization", "provider"] {
        if let Some(member) = node.get(key)
            && let Some(site) = site(member, graph, &path.key(key), notes)
        {
            return Some(site);
        }
    }
    // The page's, or the page's site's.
    let mut whole = graph.resolve(node.get("isPartOf")?);
    if types(whole).any(|name| name == "WebPage") {
        let key = ["publisher", "isPartOf"].into_iter().find(|key| whole.get(key).is_some())?;
        whole = graph.resolve(whole.get(key)?);
    } else if is_series(whole) {
        return None;
    }
    site(whole, graph, &path.key("isPartOf"), notes)
}

fn is_series(node: &Value) -> bool {
    types(node).any(|name| ["Series", "Season", "Issue", "Volume", "Collection"].iter().any(|end| name.ends_with(end)))
}

/// The series that the article is a part of.
fn series<'a>(node: &'a Value, graph: &Graph<'a>) -> Option<String> {
    let whole = graph.resolve(node.get("isPartOf")?);
    let several = whole.as_array().unwrap_or(core::slice::from_ref(whole));
    several.iter().map(|part| graph.resolve(part)).find(|part| is_series(part)).and_then(|part| field(part, "name"))
}

/// Where the article was taken from.
fn source<'a>(node: &'a Value, graph: &Graph<'a>, path: &Path, notes: &mut Notes) -> Option<Source> {
    let based = graph.resolve(node.get("isBasedOn")?);
    based.as_object()?;
    let name = first(based, &["name", "headline"])?;
    Some(Source { name, url: first_link(based, &["url"], &path.key("isBasedOn"), notes) })
}

/// The section, and the further ones as keywords.
fn sections(node: &Value) -> (Option<String>, Vec<String>) {
    let mut sections = Vec::new();
    for section in node.get("articleSection").into_iter() {
        match section {
            // A list that was joined; a comma in a name has a space behind it.
            Value::String(raw) => {
                let text = decode(raw);
                let joined = text.contains(',') && !text.contains(", ");
                text.split(|c| joined && c == ',').for_each(|name| add(name, &mut sections));
            }
            Value::Array(items) => items.iter().filter_map(words).for_each(|name| add(&name, &mut sections)),
            other => words(other).into_iter().for_each(|name| add(&name, &mut sections)),
        }
    }
    // What programs print for nothing.
    let mut sections = sections.into_iter().filter(|name| !matches!(name.as_str(), "nil" | "null" | "undefined"));
    (sections.next(), sections.collect())
}

fn stats(node: &Value) -> Stats {
    let mut stats = Stats { comments: node.get("commentCount").and_then(count), ..Stats::default() };
    let Some(counters) = node.get("interactionStatistic").or_else(|| node.get("interactionCount")) else {
        return stats;
    };
    for counter in counters.as_array().unwrap_or(core::slice::from_ref(counters)) {
        // The type is an address, an object with a type, or, in the older form, a word before the number.
        let kind = match counter.get("interactionType") {
            Some(Value::String(kind)) => kind.clone(),
            Some(kind) => types(kind).next().map(str::to_owned).or_else(|| field(kind, "@id")).unwrap_or_default(),
            None => counter.as_str().unwrap_or_default().to_owned(),
        };
        let number = ["userInteractionCount", "interactionCount"].iter().find_map(|key| counter.get(key));
        let number = number.or(counter.as_str().map(|_| counter)).and_then(count);
        let place = match () {
            () if kind.contains("Comment") || kind.contains("Write") || kind.contains("Reply") => &mut stats.comments,
            // Who dislikes has an action of its own.
            () if kind.contains("LikeAction") && !kind.contains("Dislike") || kind.contains("UserLikes") => {
                &mut stats.likes
            }
            () if ["View", "Read", "Watch", "Visits", "Plays"].iter().any(|word| kind.contains(word)) => {
                &mut stats.views
            }
            () => continue,
        };
        *place = place.or(number);
    }
    stats
}

/// Articles that are offered.
const MANY: usize = 200;

/// The other articles of the document.
pub fn related<'a>(
    document: &'a Value,
    node: &Value,
    graph: &Graph<'a>,
    article: &mut Article,
    path: &Path,
    notes: &mut Notes,
) {
    let mut nodes = Vec::new();
    flatten(document, 0, &mut nodes);
    for other in nodes.into_iter().filter(|other| !core::ptr::eq(*other, node) && is_article(other)).take(MANY) {
        let url = address(other, path, notes);
        let (title, _) = title(other, url.as_ref().map_or("", |url| url.as_str()));
        // One article is often described twice.
        let again = title.is_empty() || title == article.title || url.is_some() && url == article.url;
        if again {
            continue;
        }
        article.related.push(Card {
            title,
            excerpt: field(other, "description"),
            image: other.get("image").and_then(|image| picture(image, graph, path, notes)),
            published: first_date(other, &["datePublished"], path, notes),
            url,
            ..Card::default()
        });
    }
}
