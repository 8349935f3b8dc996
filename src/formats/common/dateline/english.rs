//! A dateline in English.

use crate::article::Dateline;

/// `HUZHOU, May 27 (Xinhua) --`, `LONDON (Reuters) -`.
pub fn read(text: &str) -> Option<(Dateline, &str)> {
    let (at, dash) =
        [" -- ", " — ", " – ", " - ", "—"].iter().filter_map(|dash| Some((text.find(dash)?, *dash))).min()?;
    let (head, rest) = text.split_at_checked(at)?;
    let rest = rest.strip_prefix(dash)?;
    let (words, agency) = match head.split_once('(') {
        Some((words, agency)) => (words.trim(), Some(agency.trim_end().strip_suffix(')')?.to_owned())),
        None => (head.trim(), None),
    };
    let mut parts = words.split(',').map(str::trim);
    let city = parts.next()?;
    let loud = city.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\''));
    if !loud || city.chars().filter(|c| c.is_uppercase()).count() < 3 {
        return None;
    }
    let mut place = city.to_owned();
    let mut day = None;
    for part in parts {
        let month = part.split_whitespace().next().unwrap_or_default();
        if part.ends_with(|c: char| c.is_ascii_digit()) && month.chars().next().is_some_and(char::is_uppercase) {
            day = Some(part.to_owned());
        } else {
            place.push_str(", ");
            place.push_str(part);
        }
    }
    if agency.is_none() && day.is_none() && place.len() > city.len() {
        return None;
    }
    Some((Dateline { text: String::new(), agency, place: Some(place), day, reporters: Vec::new() }, rest))
}
