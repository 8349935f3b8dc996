//! The article among the nodes of a document.

use crate::parse::Value;

use super::BODIES;

/// The article and its kin, sorted.
const FAMILY: [&str; 23] = [
    "APIReference",
    "AdvertiserContentArticle",
    "AnalysisNewsArticle",
    "Article",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle",
    "BlogPosting",
    "CriticReview",
    "DiscussionForumPosting",
    "LiveBlogPosting",
    "MediaReview",
    "MedicalScholarlyArticle",
    "NewsArticle",
    "OpinionNewsArticle",
    "Report",
    "ReportageNewsArticle",
    "Review",
    "ReviewNewsArticle",
    "SatiricalArticle",
    "ScholarlyArticle",
    "SocialMediaPosting",
    "SpecialAnnouncement",
    "TechArticle",
];

/// The types of a node, without what stands before their names.
pub fn types(node: &Value) -> impl Iterator<Item = &str> {
    let member = node.get("@type");
    let several = member.and_then(Value::as_array).unwrap_or_default();
    let one = member.and_then(Value::as_str);
    let name = |name: &'_ str| -> usize { name.rfind(['/', '#', ':']).map_or(0, |at| at + 1) };
    one.into_iter().chain(several.iter().filter_map(Value::as_str)).filter_map(move |full| full.get(name(full)..))
}

/// Whether a node is an article.
pub fn is_article(node: &Value) -> bool {
    types(node).any(|name| FAMILY.iter().any(|known| known.eq_ignore_ascii_case(name)))
}

/// The article that the document is about: one with a text before one without, then something else with a
/// headline and a text, and in the end what has a headline and a day, or is a page.
pub fn article(document: &Value) -> Option<&Value> {
    let mut nodes = Vec::new();
    flatten(document, 0, &mut nodes);
    let has =
        |node: &Value, keys: &[&str]| keys.iter().any(|key| node.get(key).is_some_and(|member| !member.is_null()));
    let find = |is: &dyn Fn(&Value) -> bool| nodes.iter().copied().find(|node| is(node));
    find(&|node| is_article(node) && has(node, &BODIES))
        .or_else(|| find(&|node| is_article(node) && has(node, &["headline", "name"])))
        .or_else(|| find(&is_article))
        .or_else(|| find(&|node| has(node, &["headline", "name"]) && has(node, &["articleBody"])))
        .or_else(|| find(&|node| has(node, &["headline"]) && has(node, &["datePublished"])))
        .or_else(|| find(&|node| has(node, &["headline", "name"]) && types(node).any(is_page)))
}

/// Whether what is so called is a page of a site. Questions and answers are no article.
fn is_page(name: &str) -> bool {
    name.ends_with("Page") && !matches!(name, "FAQPage" | "QAPage")
}

/// Whether a document says itself that it is in the words of schema.org, whatever it speaks of.
pub fn is_schema(document: &Value) -> bool {
    let document = document.as_array().and_then(<[_]>::first).unwrap_or(document);
    let Some(context) = document.get("@context") else { return false };
    let first = context.as_array().and_then(<[_]>::first).unwrap_or(context);
    let vocabulary = first.get("@vocab").unwrap_or(first).as_str();
    vocabulary.is_some_and(|name| name.trim_end_matches('/').ends_with("://schema.org"))
}

/// Levels of nodes inside nodes.
const DEPTH: usize = 5;

/// The nodes of a document that may be what it is about.
pub fn flatten<'a>(value: &'a Value, depth: usize, nodes: &mut Vec<&'a Value>) {
    if depth > DEPTH {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| flatten(item, depth + 1, nodes)),
        Value::Object(_) => {
            nodes.push(value);
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(inner) = value.get(key) {
                    flatten(inner, depth + 1, nodes);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_family_is_sorted() {
        assert!(FAMILY.is_sorted());
    }
}
