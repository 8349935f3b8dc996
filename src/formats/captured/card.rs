//! Related articles: titles, excerpts and labels in a run of lines.

use crate::article::{Card, Moment};

use crate::formats::common::kicker::kicker;
use crate::formats::common::{dateline, word};

use super::line::Line;

/// The cards that `lines` make, in order.
pub fn cards(lines: &[&Line<'_>]) -> Vec<Card> {
    let lines: Vec<&Line<'_>> = lines.iter().copied().filter(|line| !is_rank(&line.text)).collect();
    let excerpts = excerpts(&lines);
    let mut cards: Vec<Card> = Vec::new();
    for (line, is_excerpt) in lines.iter().zip(excerpts) {
        let text = line.text.as_ref();
        match cards.last_mut() {
            Some(card) if card.published.is_none() && Moment::parse(text).is_some() => {
                card.published = Moment::parse(text)
            }
            Some(card) if is_excerpt => match &mut card.excerpt {
                Some(excerpt) => {
                    excerpt.push('\n');
                    excerpt.push_str(text);
                }
                none => *none = Some(text.to_owned()),
            },
            _ => {
                let (kicker, title) = kicker(without_rank(text, cards.len() + 1));
                cards.push(Card { title: title.to_owned(), kicker: kicker.map(str::to_owned), ..Card::default() });
            }
        }
    }
    cards
}

/// Which of the lines are excerpts. Each line speaks for itself, and a title is more often followed by its excerpt than not; the
/// division that fits best overall is taken, so that one missing excerpt shifts nothing.
fn excerpts(lines: &[&Line<'_>]) -> Vec<bool> {
    let gaps = lines.iter().skip(1).filter(|line| line.gap).count();
    let grouped = gaps > 0 && gaps + 1 < lines.len();
    // For each line, the best score of all divisions that end in a title or in an excerpt here, and what stood before it.
    let mut table: Vec<[(i32, bool); 2]> = Vec::new();
    let (mut title, mut excerpt) = (0, i32::MIN / 2);
    for (at, line) in lines.iter().enumerate() {
        if at == 0 {
            table.push([(0, false), (excerpt, false)]);
            continue;
        }
        let mut lean = weight(&line.text);
        if grouped {
            lean += if line.gap { -3 } else { 3 };
        }
        let to_title = best(title - 1, excerpt + 1);
        let to_excerpt = best(title + 1, excerpt - 4);
        (title, excerpt) = (to_title.0 - lean, to_excerpt.0 + lean);
        table.push([(title, to_title.1), (excerpt, to_excerpt.1)]);
    }
    let mut state = excerpt > title;
    let mut found: Vec<bool> = Vec::new();
    for [as_title, as_excerpt] in table.iter().rev() {
        found.push(state);
        state = if state { as_excerpt.1 } else { as_title.1 };
    }
    found.reverse();
    found
}

/// The better of the scores after a title and after an excerpt, and whether it was the latter.
fn best(title: i32, excerpt: i32) -> (i32, bool) {
    if excerpt > title { (excerpt, true) } else { (title, false) }
}

/// How much `text` looks like an excerpt; below zero it looks like a title.
fn weight(text: &str) -> i32 {
    let mut weight = match word::columns(text) {
        0..=60 => -3,
        61..=80 => -1,
        81..=110 => 1,
        111..=140 => 3,
        _ => 5,
    };
    let sentence = text.trim_end_matches(['”', '」', '』', '"', '）', ')']);
    if sentence.ends_with(['。', '…', '；'])
        || text.ends_with("...")
        || (sentence.ends_with('.') && !text.ends_with(".."))
    {
        weight += 3;
    } else if !sentence.ends_with(['！', '？', '!', '?']) {
        weight -= 1;
    }
    if text.trim_end_matches('。').contains('。') || text.contains(". ") {
        weight += 2;
    }
    if text.chars().filter(|c| matches!(c, '，' | ',')).count() >= 2 {
        weight += 1;
    }
    if text.starts_with('【') || kicker(text).0.is_some() {
        weight -= 2;
    }
    if dateline::of(text).is_some() {
        weight += 4;
    }
    weight
}

/// A rank on a line of its own.
fn is_rank(text: &str) -> bool {
    let number = text.trim_end_matches('.');
    (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// `text` without its rank or its bullet, where the rank is its place in the list.
fn without_rank(text: &str, place: usize) -> &str {
    let bare = text.trim_start_matches([
        '·', '•', '●', '○', '■', '□', '◆', '◇', '▪', '▸', '►', '・', '※', '-', '–', '*', ' ', '\u{3000}',
    ]);
    if bare.is_empty() {
        return text;
    }
    let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = word::head(bare, rest);
    if number.len() > 3 || number.parse() != Ok(place) {
        return bare;
    }
    let title = rest.trim_start_matches(['.', '、', '．', ')', '）', ':', '：']).trim_start();
    let set_apart = title.len() < rest.len() && !title.is_empty();
    // 3.15 is a date, not the third line.
    let date = rest.starts_with(['.', '．', ':']) && title.starts_with(|c: char| c.is_ascii_digit());
    if set_apart && !date { title } else { bare }
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn read(page: &str) -> Vec<Card> {
        let lines = line::lines(page);
        cards(&lines.iter().collect::<Vec<_>>())
    }

    fn pairs(page: &str) -> Vec<(String, bool)> {
        read(page).into_iter().map(|card| (card.title, card.excerpt.is_some())).collect()
    }

    #[test]
    fn a_missing_excerpt_shifts_nothing() {
        let excerpt =
            "夜里十点,巷口的灯还亮着。住在附近的人说,这盏灯已经亮了二十年,从来没有在十二点以前灭过,谁晚归都看得见。";
        let page = format!(
            "巷口的灯\n\n{excerpt}\n\n桥头的灯为什么灭了?\n\n井边的灯\n\n{excerpt}\n\n码头的灯\n\n{excerpt}\n\n(夜读)最后一盏灯"
        );
        let expected = [
            ("巷口的灯", true),
            ("桥头的灯为什么灭了?", false),
            ("井边的灯", true),
            ("码头的灯", true),
            ("最后一盏灯", false),
        ];
        assert_eq!(pairs(&page), expected.map(|(title, excerpt)| (title.to_owned(), excerpt)));
    }

    #[test]
    fn short_excerpts_and_datelines_are_excerpts() {
        let page = "巷口的灯\n灯又亮了。\n桥头的灯\n桥头也亮了一盏。\n井边的灯\n灯塔3月4日电 (记者 陆灯明)井边亮了";
        assert_eq!(pairs(page).iter().filter(|(_, excerpt)| *excerpt).count(), 3);
        let english = "A lamp at the corner\nThe lamp has been lit for twenty years. Nobody knows by whom.\nA lamp on the bridge\n\
            It went out on Monday.";
        assert_eq!(pairs(english).len(), 2);
    }

    #[test]
    fn titles_alone_make_cards() {
        let page = "1. 巷口的灯\n2、桥头的灯\n3．3月的灯\n4 井边的灯\n5、3.15之夜\n· 码头的灯";
        let titles: Vec<_> = read(page).into_iter().map(|card| card.title).collect();
        assert_eq!(titles, ["巷口的灯", "桥头的灯", "3．3月的灯", "井边的灯", "3.15之夜", "码头的灯"]);
        let ranks = read("1\n巷口的灯\n2\n桥头的灯\n2031-03-04");
        assert_eq!(ranks.len(), 2);
        assert_eq!(ranks[1].published.as_ref().map(Moment::iso).as_deref(), Some("2031-03-04"));
    }
}
