//! A point in time as a publisher wrote it.

/// A date, perhaps with a time and a zone, as written: it is shown as it stands and never moved to another zone,
/// so a day never shifts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Year, month (1–12), day (1–31).
    date: (i32, u8, u8),
    /// Hour, minute, second.
    time: Option<(u8, u8, u8)>,
    /// `Z` or `±hh:mm`.
    zone: Option<String>,
}

impl Moment {
    /// Reads `2025-05-28`, `2025-05-28 09:06:13`, `2025-05-28T09:06+08:00` and the same with `/`, `.` or 年月日. `None` for all else.
    #[must_use]
    pub fn parse(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        let mut rest = raw;
        let year = number(&mut rest, 4, 4)?;
        let mark = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.' | '年'))?;
        rest = rest.strip_prefix(mark)?;
        let month = number(&mut rest, 1, 2)?;
        rest = rest.strip_prefix(if mark == '年' { '月' } else { mark })?;
        let day = number(&mut rest, 1, 2)?;
        if mark == '年' {
            rest = rest.strip_prefix('日')?;
        }
        if !(1..=12).contains(&month) || day < 1 || day > days(year, month) {
            return None;
        }
        let mut moment = Self {
            date: (year.cast_signed(), u8::try_from(month).ok()?, u8::try_from(day).ok()?),
            time: None,
            zone: None,
        };
        let rest = rest.trim_start_matches(['T', 't', ' ', '\u{3000}']);
        if !rest.is_empty() {
            let (time, zone) = clock(rest)?;
            moment.time = Some(time);
            moment.zone = zone;
        }
        Some(moment)
    }

    /// The moment so many seconds after the beginning of 1970 in UTC, zone `Z`. `None` before the year 1 and after the year 9999.
    #[must_use]
    pub fn of_unix(seconds: i64) -> Option<Self> {
        let clock = u32::try_from(seconds.rem_euclid(86_400)).ok()?;
        // Years are counted from March, so that the leap day is the last of its year, and from the year 0 on.
        let day = u64::try_from(seconds.div_euclid(86_400).checked_add(719_468)?).ok()?;
        let (era, of_era) = (day / 146_097, day % 146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let year = i32::try_from(era * 400 + year_of_era + next).ok().filter(|year| (1..=9999).contains(year))?;
        let part = |value: u32| u8::try_from(value).ok();
        Some(Self {
            date: (year, u8::try_from(month).ok()?, u8::try_from(day).ok()?),
            time: Some((part(clock / 3600)?, part(clock / 60 % 60)?, part(clock % 60)?)),
            zone: Some("Z".to_owned()),
        })
    }

    /// Year, month (1–12) and day (1–31).
    #[must_use]
    pub fn date(&self) -> (i32, u8, u8) {
        self.date
    }

    /// Hour and minute, where the publisher gave them.
    #[must_use]
    pub fn time(&self) -> Option<(u8, u8)> {
        self.time.map(|(hour, minute, _)| (hour, minute))
    }

    /// The form for `datetime` and for `lamplit/1`: `2025-05-28T09:06:13`, with the zone only where the publisher gave one.
    #[must_use]
    pub fn iso(&self) -> String {
        let (year, month, day) = self.date;
        let mut out = String::new();
        pad(&mut out, year.unsigned_abs(), 4);
        out.push('-');
        pad(&mut out, u32::from(month), 2);
        out.push('-');
        pad(&mut out, u32::from(day), 2);
        if let Some((hour, minute, second)) = self.time {
            for (mark, part) in [('T', hour), (':', minute), (':', second)] {
                out.push(mark);
                pad(&mut out, u32::from(part), 2);
            }
            out.push_str(self.zone.as_deref().unwrap_or_default());
        }
        out
    }
}

/// Appends `value` with leading zeros to at least `width` digits.
pub(crate) fn pad(out: &mut String, value: u32, width: usize) {
    let digits = value.to_string();
    for _ in digits.len()..width {
        out.push('0');
    }
    out.push_str(&digits);
}

/// Takes a number of `min` to `max` digits off the front.
fn number(rest: &mut &str, min: usize, max: usize) -> Option<u32> {
    let len = rest.bytes().take(max).take_while(u8::is_ascii_digit).count();
    if len < min {
        return None;
    }
    let (digits, tail) = rest.split_at_checked(len)?;
    *rest = tail;
    digits.parse().ok()
}

type Clock = ((u8, u8, u8), Option<String>);

fn clock(mut rest: &str) -> Option<Clock> {
    let hour = number(&mut rest, 1, 2)?;
    rest = rest.strip_prefix(':')?;
    let minute = number(&mut rest, 2, 2)?;
    let mut second = 0;
    if let Some(tail) = rest.strip_prefix(':') {
        rest = tail;
        second = number(&mut rest, 2, 2)?;
        if let Some(fraction) = rest.strip_prefix(['.', ',']) {
            rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let time = (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, u8::try_from(second).ok()?);
    let rest = rest.trim();
    let zone = match rest {
        "" => None,
        "Z" | "z" => Some("Z".to_owned()),
        _ => Some(offset(rest)?),
    };
    Some((time, zone))
}

fn offset(rest: &str) -> Option<String> {
    let sign = rest.chars().next().filter(|c| matches!(c, '+' | '-'))?;
    let mut rest = rest.strip_prefix(sign)?;
    let hours = number(&mut rest, 2, 2)?;
    rest = rest.strip_prefix(':').unwrap_or(rest);
    let minutes = if rest.is_empty() { 0 } else { number(&mut rest, 2, 2)? };
    let mut out = String::from(sign);
    pad(&mut out, hours, 2);
    out.push(':');
    pad(&mut out, minutes, 2);
    // No zone is further from Greenwich than 14 hours.
    (rest.is_empty() && hours <= 14 && minutes <= 59).then_some(out)
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_publishers_write() {
        for (raw, iso) in [
            ("2025-05-28 09:06:13", "2025-05-28T09:06:13"),
            ("2025-05-28", "2025-05-28"),
            ("2025/5/8 9:06", "2025-05-08T09:06:00"),
            ("2025年5月28日 09:06", "2025-05-28T09:06:00"),
            ("2025-05-28T09:06:13.123Z", "2025-05-28T09:06:13Z"),
            ("2025-05-28T23:59:59+0800", "2025-05-28T23:59:59+08:00"),
            ("2024-02-29", "2024-02-29"),
        ] {
            assert_eq!(Moment::parse(raw).map(|m| m.iso()).as_deref(), Some(iso), "{raw}");
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for raw in
            ["", "yesterday", "2025-13-01", "2025-02-29", "2025-05-28 25:00", "20250528", "2025-05-28 09:06 nonsense"]
        {
            assert_eq!(Moment::parse(raw), None, "{raw}");
        }
    }

    #[test]
    fn counts_from_1970() {
        for (seconds, iso) in [
            (0, "1970-01-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (951_868_800, "2000-03-01T00:00:00Z"),
            (1_709_164_800, "2024-02-29T00:00:00Z"),
            (1_748_394_373, "2025-05-28T01:06:13Z"),
            (4_107_542_399, "2100-02-28T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ] {
            assert_eq!(Moment::of_unix(seconds).map(|m| m.iso()).as_deref(), Some(iso), "{seconds}");
        }
        assert_eq!([Moment::of_unix(i64::MIN), Moment::of_unix(i64::MAX)], [None, None]);
    }

    #[test]
    fn its_own_form_reads_back() {
        let moment = Moment::parse("2025-05-28 09:06:13+08:00").unwrap();
        assert_eq!(Moment::parse(&moment.iso()), Some(moment));
    }
}
