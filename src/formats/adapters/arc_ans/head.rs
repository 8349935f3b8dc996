//! What stands around the text.

use crate::article::{Article, Author, Card, Site, Source};
use crate::formats::adapters::meta::block::{html_line, line};
use crate::formats::adapters::meta::when::date;
use crate::formats::notes::{Notes, items, string};
use crate::parse::{Path, Value};

use super::media::lead;
use super::{headline, kind};

/// The members of `value` but its body, its dates and its picture.
pub fn head(value: &Value, path: &Path, notes: &mut Notes) -> Article {
    let taxonomy = value.get("taxonomy").unwrap_or(&Value::Null);
    let mut article = Article {
        id: string(value, "_id"),
        title: headline(value).unwrap_or_default(),
        subtitle: basic(value, "subheadlines"),
        summary: basic(value, "description"),
        lang: notes.language(value.get("language"), &path.key("language")),
        url: notes.link(value, "canonical_url", path),
        authors: authors(value, path, notes),
        section: section(value, taxonomy),
        tags: tags(taxonomy),
        site: site(value),
        source: value.get("distributor").and_then(|it| line(it, "name")).map(|name| Source { name, url: None }),
        ..Article::default()
    };
    let label = value.get("label").and_then(|label| label.get("basic"));
    let shown = |label: &&Value| label.get("display").and_then(Value::as_bool) != Some(false);
    article.kicker = label.filter(shown).and_then(|label| html_line(label, "text"));
    let at = path.key("related_content");
    let at = at.key("basic");
    let related = value.get("related_content").map_or(&[][..], |related| items(related, "basic"));
    article.related = related.iter().enumerate().filter_map(|(index, it)| card(it, &at.index(index), notes)).collect();
    article
}

/// The member `basic` of the member `key`, which may hold HTML.
pub fn basic(value: &Value, key: &str) -> Option<String> {
    match value.get(key)? {
        Value::String(_) => html_line(value, key),
        member => html_line(member, "basic"),
    }
}

/// A story as a card; what is not resolved is left out, and a story with it is said to be.
pub fn card(value: &Value, path: &Path, notes: &mut Notes) -> Option<Card> {
    if kind(value) == "reference" {
        notes.warn("unresolved-reference", path, "The story is only referred to; it was left out.");
        return None;
    }
    let promo = value.get("promo_items").and_then(|promo| promo.get("basic"));
    let at = path.key("promo_items");
    Some(Card {
        title: headline(value)?,
        kicker: value.get("label").and_then(|label| label.get("basic")).and_then(|label| html_line(label, "text")),
        excerpt: basic(value, "description"),
        url: notes.link(value, "canonical_url", path),
        image: promo.and_then(|promo| lead(promo, &at.key("basic"), notes)),
        published: date(value, "display_date", path, notes),
        ..Card::default()
    })
}

fn authors(value: &Value, path: &Path, notes: &mut Notes) -> Vec<Author> {
    let at = path.key("credits");
    let at = at.key("by");
    let mut authors = Vec::new();
    for (index, by) in value.get("credits").map_or(&[][..], |credits| items(credits, "by")).iter().enumerate() {
        let at = at.index(index);
        if kind(by) == "reference" {
            notes.warn("unresolved-reference", &at, "The author is only referred to; the name is not there.");
        } else if let Some(name) = line(by, "byline").or_else(|| line(by, "name")) {
            authors.push(Author { name, url: notes.link(by, "url", &at) });
        }
    }
    authors
}

/// The names of those who made a picture or the like, in one line.
pub fn credit(value: &Value) -> Option<String> {
    let names = |role: &str| {
        let people = value.get("credits").map_or(&[][..], |credits| items(credits, role));
        people.iter().filter_map(|by| line(by, "byline").or_else(|| line(by, "name"))).collect::<Vec<_>>()
    };
    if let Some(vanity) = value.get("vanity_credits") {
        let names: Vec<_> = items(vanity, "by").iter().filter_map(|by| line(by, "name")).collect();
        if !names.is_empty() {
            return Some(names.join(", "));
        }
    }
    let mut all = names("by");
    all.extend(names("affiliation"));
    (!all.is_empty()).then(|| all.join(", "))
}

fn section(value: &Value, taxonomy: &Value) -> Option<String> {
    let site = value.get("websites").and_then(Value::as_object).and_then(|sites| sites.first()).map(|(_, site)| site);
    let first = items(taxonomy, "sections").first().or_else(|| items(taxonomy, "sites").first());
    [
        taxonomy.get("primary_section"),
        site.and_then(|site| site.get("website_section")),
        taxonomy.get("primary_site"),
        first,
    ]
    .into_iter()
    .flatten()
    .find_map(|section| line(section, "name"))
}

fn tags(taxonomy: &Value) -> Vec<String> {
    let tags: Vec<_> = items(taxonomy, "tags").iter().filter_map(|tag| line(tag, "text")).collect();
    if tags.is_empty() {
        return items(taxonomy, "keywords").iter().filter_map(|keyword| line(keyword, "keyword")).collect();
    }
    tags
}

/// The owner's name is deprecated in the format, and is often not more than a note that it is: then the site is known by its key.
fn site(value: &Value) -> Option<Site> {
    let owner = value.get("owner").and_then(|owner| line(owner, "name")).filter(|name| !name.starts_with('('));
    let name = owner.or_else(|| line(value, "canonical_website")).or_else(|| line(value, "website"))?;
    Some(Site { name, home: None })
}
