//! Points in time.

use crate::article::Moment;
use crate::formats::notes::Notes;
use crate::parse::{Path, Value};

/// The member `key` as a point in time: written as a date, or as seconds or thousandths since 1970.
pub fn moment(value: &Value, key: &str, path: &Path, notes: &mut Notes) -> Option<Moment> {
    let (moment, written) = match value.get(key)? {
        Value::String(raw) => {
            let raw = raw.trim();
            let count = raw.len() > 8 && raw.bytes().all(|byte| byte.is_ascii_digit());
            (if count { raw.parse().ok().and_then(since_1970) } else { Moment::parse(raw) }, !raw.is_empty())
        }
        Value::Number(number) => {
            let count = number.as_u64().filter(|count| *count > 0)?;
            (since_1970(count), true)
        }
        _ => return None,
    };
    if moment.is_none() && written {
        notes.warn("unreadable-date", &path.key(key), "The date was dropped: write it as 2025-05-28T09:06:13+08:00.");
    }
    moment
}

/// Seconds since 1970, or thousandths of them where the number is too large to be seconds.
fn since_1970(count: u64) -> Option<Moment> {
    // As seconds, the bound is the year 5138.
    let seconds = if count > 100_000_000_000 { count / 1000 } else { count };
    Moment::of_unix(i64::try_from(seconds).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, parse::parse};

    fn value(json: &str) -> Value {
        parse(json.as_bytes(), Limits::default()).unwrap()
    }

    #[test]
    fn times_come_as_words_and_as_counts() {
        let value = value(r#"{"a":1590210069249,"b":"1590210069","c":"2020-05-23 05:01","d":"soon","e":0,"f":""}"#);
        let root = Path::root();
        let mut notes = Notes::default();
        let mut iso = |key| moment(&value, key, &root, &mut notes).map(|moment| moment.iso());
        assert_eq!(iso("a").as_deref(), Some("2020-05-23T05:01:09Z"));
        assert_eq!(iso("b").as_deref(), Some("2020-05-23T05:01:09Z"));
        assert_eq!(iso("c").as_deref(), Some("2020-05-23T05:01:00"));
        assert_eq!([iso("d"), iso("e"), iso("f"), iso("g")], [None, None, None, None]);
        let warnings: Vec<_> = notes.take().into_iter().map(|warning| warning.path).collect();
        assert_eq!(warnings, ["$.d"]);
    }
}
