//! Points in time as pages write them.

use crate::article::Moment;

use crate::formats::common::word;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The point in time that `value` names, as far as it can be read; nothing is shifted. The flag says whether all of it was read.
pub fn moment(value: &str) -> Option<(Moment, bool)> {
    let narrow: String = value.chars().map(word::narrow).collect();
    let narrow = without_weekday(narrow.trim());
    if let Some(moment) = Moment::parse(&narrow) {
        return Some((moment, true));
    }
    let clock = narrow.replace(['时', '時', '点', '點'], ":").replace('分', ":").replace('秒', "");
    if let Some(moment) = Moment::parse(clock.trim_end_matches(':')) {
        return Some((moment, true));
    }
    if let Some(moment) = english(&narrow) {
        return Some((moment, true));
    }
    // What follows a date that can be read is not known: 2031-03-04 05:06 发布.
    let mut head = narrow.as_str();
    while let Some((shorter, _)) = head.rsplit_once(' ') {
        head = shorter.trim_end();
        if let Some(moment) = Moment::parse(head) {
            return Some((moment, false));
        }
    }
    None
}

/// `text` without 星期三, 周三, (三) and Wednesday's kin between the day and the time.
fn without_weekday(text: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' if depth > 0 => {
                depth -= 1;
                out.push(' ');
            }
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    let weekday = |piece: &&str| ["星期", "周", "週"].iter().any(|word| piece.starts_with(word));
    let pieces: Vec<&str> = out.split_whitespace().filter(|piece| !weekday(piece)).take(8).collect();
    pieces.join(" ")
}

/// `March 4, 2031 5:06 pm`, `4 Mar 2031`, with or without the day of the week.
fn english(text: &str) -> Option<Moment> {
    let (mut year, mut month, mut day, mut clock) = (None, None, None, None);
    for piece in text.split([' ', ',']).filter(|piece| !piece.is_empty()) {
        let lower = piece.trim_end_matches('.').to_ascii_lowercase();
        let digits = lower.trim_end_matches(
            ["st", "nd", "rd", "th"].iter().find(|end| lower.ends_with(**end)).copied().unwrap_or(" "),
        );
        let name = lower.get(..3).and_then(|head| MONTHS.iter().position(|month| *month == head));
        if let (Some(at), None) = (name, month) {
            month = Some(at + 1);
        } else if piece.contains(':') {
            let (hour, rest) = lower.split_once(':')?;
            clock = Some((hour.parse::<u8>().ok()?, rest.to_owned()));
        } else if let (Ok(number), 4) = (digits.parse::<u32>(), digits.len()) {
            year = Some(number);
        } else if let Ok(number) = digits.parse::<u8>() {
            day = Some(number);
        } else if let (Some((hour, _)), "am" | "pm") = (&mut clock, lower.as_str()) {
            *hour = *hour % 12 + if lower == "pm" { 12 } else { 0 };
        }
    }
    let date = format!("{}-{}-{}", year?, month?, day?);
    match clock {
        Some((hour, rest)) => Moment::parse(&format!("{date} {hour}:{rest}")).or_else(|| Moment::parse(&date)),
        None => Moment::parse(&date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_pages_write_them() {
        for (raw, iso, whole) in [
            ("2031-03-04 05:06:07", "2031-03-04T05:06:07", true),
            ("2031－03－04　05：06：07", "2031-03-04T05:06:07", true),
            ("2031年3月4日 05时06分", "2031-03-04T05:06:00", true),
            ("2031/3/4 星期二 5:06", "2031-03-04T05:06:00", true),
            ("2031-03-04（二）05:06", "2031-03-04T05:06:00", true),
            ("2031-03-04 05:06 发布", "2031-03-04T05:06:00", false),
            ("March 4, 2031", "2031-03-04", true),
            ("Tue, 4 Mar 2031 5:06 pm", "2031-03-04T17:06:00", true),
        ] {
            assert_eq!(
                moment(raw).map(|(moment, whole)| (moment.iso(), whole)),
                Some((iso.to_owned(), whole)),
                "{raw}"
            );
        }
        for raw in ["", "昨天", "5月27日", "Marching on"] {
            assert_eq!(moment(raw), None, "{raw}");
        }
    }
}
