//! Dates as the web writes them.

use crate::article::Moment;
use crate::formats::common::when;
use crate::formats::notes::Notes;
use crate::parse::{Path, Value};

/// The date at `path`, in any of its shapes: in words, or as seconds or thousandths since 1970. A warning where there is one that cannot
/// be read.
pub fn moment(value: &Value, path: &Path, notes: &mut Notes) -> Option<Moment> {
    let moment = if let Value::Number(number) = value {
        since_1970(number.as_u64().filter(|count| *count > 0)?)
    } else {
        let raw = written(value)?;
        let count = raw.len() > 8 && raw.bytes().all(|byte| byte.is_ascii_digit());
        if count { raw.parse().ok().and_then(since_1970) } else { read(raw) }
    };
    if moment.is_none() {
        notes.warn(
            "unreadable-date",
            path,
            "The date was dropped: write it as 2025-05-28 or 2025-05-28T09:06:13+08:00.",
        );
    }
    moment
}

/// The member `key` as a date.
pub fn date(value: &Value, key: &str, path: &Path, notes: &mut Notes) -> Option<Moment> {
    moment(value.get(key)?, &path.key(key), notes)
}

/// The first member of `keys` that is a date.
pub fn first_date(value: &Value, keys: &[&str], path: &Path, notes: &mut Notes) -> Option<Moment> {
    keys.iter().find_map(|key| date(value, key, path, notes))
}

/// The string of a date.
pub fn written(value: &Value) -> Option<&str> {
    match value {
        Value::String(raw) => Some(raw.trim()).filter(|raw| !raw.is_empty()),
        Value::Array(items) => items.iter().find_map(written),
        Value::Object(_) => value.get("@value").and_then(written),
        _ => None,
    }
}

/// The moment that `raw` names; nothing is shifted.
#[must_use]
pub fn read(raw: &str) -> Option<Moment> {
    Moment::parse(raw).or_else(|| mail(raw)).or_else(|| when::moment(raw).map(|(moment, _)| moment))
}

/// Seconds since 1970, or thousandths of them where the number is too large to be seconds.
fn since_1970(count: u64) -> Option<Moment> {
    // As seconds, the bound is the year 5138.
    let seconds = if count > 100_000_000_000 { count / 1000 } else { count };
    Moment::of_unix(i64::try_from(seconds).ok()?)
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The date of mail and RSS (RFC 5322): `Fri, 31 May 2019 12:17:58 -0700`.
fn mail(raw: &str) -> Option<Moment> {
    let raw = raw.split_once(',').map_or(raw, |(_, rest)| rest);
    let mut parts = raw.split_ascii_whitespace();
    let (day, month, year, clock) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let month = month.get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let zone = match parts.next() {
        None => "",
        Some("GMT" | "UT" | "UTC" | "Z") => "Z",
        Some(zone) if zone.starts_with(['+', '-']) => zone,
        // EST is a different offset in different countries: the time is taken as written.
        Some(_) => "",
    };
    Moment::parse(&[year, "-", &month.to_string(), "-", day, "T", clock, zone].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, parse::parse};

    #[test]
    fn dates_are_taken_as_written() {
        for (raw, iso) in [
            ("2031-03-04T05:06:07.5Z", Some("2031-03-04T05:06:07Z")),
            ("2031-03-04T05:06", Some("2031-03-04T05:06:00")),
            ("Tue, 04 Mar 2031 05:06:07 -0700", Some("2031-03-04T05:06:07-07:00")),
            ("4 March 2031 05:06:07 GMT", Some("2031-03-04T05:06:07Z")),
            ("Tue, 4 Mar 2031 05:06:07 EST", Some("2031-03-04T05:06:07")),
            ("March 4, 2031", Some("2031-03-04")),
            ("2031年3月4日 05:06", Some("2031-03-04T05:06:00")),
            ("soon", None),
        ] {
            assert_eq!(read(raw).map(|moment| moment.iso()).as_deref(), iso, "{raw}");
        }
    }

    #[test]
    fn times_come_as_words_and_as_counts() {
        let value = parse(
            br#"{"a":1590210069249,"b":"1590210069","c":"2020-05-23 05:01","d":"soon","e":0,"f":""}"#,
            Limits::default(),
        )
        .unwrap();
        let root = Path::root();
        let mut notes = Notes::default();
        let mut iso = |key| date(&value, key, &root, &mut notes).map(|moment| moment.iso());
        assert_eq!(iso("a").as_deref(), Some("2020-05-23T05:01:09Z"));
        assert_eq!(iso("b").as_deref(), Some("2020-05-23T05:01:09Z"));
        assert_eq!(iso("c").as_deref(), Some("2020-05-23T05:01:00"));
        assert_eq!([iso("d"), iso("e"), iso("f"), iso("g")], [None, None, None, None]);
        let warnings: Vec<_> = notes.take().into_iter().map(|warning| warning.path).collect();
        assert_eq!(warnings, ["$.d"]);
    }
}
