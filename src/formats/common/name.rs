//! Names of people in a field or in brackets.

use super::word;

/// Who somebody is, where it stands before the name.
pub const ROLES: [&str; 21] = [
    "特约记者",
    "实习记者",
    "见习记者",
    "本报记者",
    "本网记者",
    "本刊记者",
    "全媒体记者",
    "通讯员",
    "特约通讯员",
    "实习生",
    "评论员",
    "记者",
    "撰文",
    "编辑",
    "作者",
    "文字",
    "文",
    "图",
    "by",
    "reporter",
    "staff writer",
];

/// The names in `value`, without the words that say what the people are; `None` where it holds something else than names.
pub fn names(value: &str) -> Option<Vec<String>> {
    let mut names = Vec::new();
    for part in
        value.split(['、', ',', '，', '/', '／', ';', '；', '&', '＆', '|', '｜']).flat_map(|part| part.split(" and "))
    {
        spaced(part.trim(), &mut names);
    }
    (!names.is_empty() && names.iter().all(|name| is_name(name))).then_some(names)
}

/// Splits at white space, where that stands between Chinese names. A name of two characters may itself be set wide: 张　三.
fn spaced(part: &str, names: &mut Vec<String>) {
    let part = without_role(part);
    if part.is_empty() {
        return;
    }
    if !part.chars().any(word::is_han) {
        names.push(part.to_owned());
        return;
    }
    let mut wide = false;
    for piece in part.split_whitespace() {
        let piece = without_role(piece);
        let single = piece.chars().count() == 1 && piece.chars().all(word::is_han);
        match names.last_mut() {
            Some(last) if single && wide => {
                last.push_str(piece);
                wide = false;
            }
            _ if piece.is_empty() => wide = false,
            _ => {
                names.push(piece.to_owned());
                wide = single;
            }
        }
    }
}

/// `part` without a role at its head: 记者张三, 新华社记者 张三, By Jane.
pub fn without_role(part: &str) -> &str {
    let part = part.trim();
    for role in ROLES {
        if let Some(rest) = word::after(part, role) {
            let name = rest.trim_start_matches([' ', '\u{3000}', '\u{a0}', ':', '：']);
            let apart = name.len() < rest.len() || rest.is_empty();
            // 文 and 图 also begin names: they are roles only where they stand apart.
            let glued = role.chars().count() > 1 && !role.is_ascii() && (2..=4).contains(&name.chars().count());
            if apart || glued {
                return name;
            }
        }
    }
    // The house before the role: 新华社记者 张三.
    if let Some((house, name)) = part.split_once("记者").or_else(|| part.split_once("記者"))
        && house.chars().count() <= 8
        && name.chars().count() <= 12
        && !house.contains(char::is_whitespace)
    {
        return name.trim();
    }
    part
}

/// Whether `text` begins with what somebody is.
pub fn has_role(text: &str) -> bool {
    without_role(text).len() < text.trim().len()
}

/// Whether `text` can be the name of a person or an editorial office.
pub fn is_name(text: &str) -> bool {
    let sound = |c: char| c.is_alphanumeric() || matches!(c, '·' | '•' | '・' | '‧' | '.' | '-' | '\'' | '’' | ' ');
    if !text.chars().all(sound) || text.is_empty() {
        return false;
    }
    if text.chars().any(word::is_han) {
        return text.chars().count() <= 12;
    }
    text.split_whitespace().count() <= 5 && text.len() <= 48 && !text.chars().all(|c| c.is_ascii_digit())
}

/// Whether `text` can be the name of one person as a dateline writes it.
pub fn is_person(text: &str) -> bool {
    let dotted = text.contains(['·', '•', '・', '‧']);
    let count = text.chars().count();
    let han = text.chars().all(|c| word::is_han(c) || matches!(c, '·' | '•' | '・' | '‧'));
    if han {
        (2..=if dotted { 15 } else { 4 }).contains(&count)
    } else {
        is_name(text) && !text.chars().any(|c| c.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_where_they_are_names() {
        for (value, expected) in [
            ("陆灯明", vec!["陆灯明"]),
            ("陆灯明 何夜", vec!["陆灯明", "何夜"]),
            ("陆灯明、何夜，江小雨", vec!["陆灯明", "何夜", "江小雨"]),
            ("何　夜 陆灯明", vec!["何夜", "陆灯明"]),
            ("记者 陆灯明 通讯员 何夜", vec!["陆灯明", "何夜"]),
            ("本报记者陆灯明/何夜", vec!["陆灯明", "何夜"]),
            ("灯塔社记者 陆灯明", vec!["陆灯明"]),
            ("阿卜杜拉·卡里姆", vec!["阿卜杜拉·卡里姆"]),
            ("Jane Lamp, John Oil", vec!["Jane Lamp", "John Oil"]),
            ("By Jane Lamp and John Oil", vec!["Jane Lamp", "John Oil"]),
            ("文静", vec!["文静"]),
        ] {
            assert_eq!(names(value).unwrap_or_default(), expected, "{value}");
        }
    }

    #[test]
    fn a_headline_is_no_name() {
        for value in [
            "灯下观察:十年守灯,巷子里如何再添一盏?",
            "",
            "How a lane learned to read again after the flood",
            "夜读者的一百零一个不眠之夜随笔",
        ] {
            assert_eq!(names(value), None, "{value}");
        }
    }
}
