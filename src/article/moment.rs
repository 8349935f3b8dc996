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
    fn its_own_form_reads_back() {
        let moment = Moment::parse("2025-05-28 09:06:13+08:00").unwrap();
        assert_eq!(Moment::parse(&moment.iso()), Some(moment));
    }
}
