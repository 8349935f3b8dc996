//! The fields of a meta line: 时间:… 作者:… 浏览量:….

use crate::formats::common::word;

/// What a field says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// When the article was published.
    Published,
    /// When it was last changed.
    Modified,
    /// Who wrote it.
    Author,
    /// Where it was taken from.
    Source,
    /// How often it was read.
    Views,
    /// How many comments it has.
    Comments,
    /// How many readers liked it.
    Likes,
    /// The section of the site.
    Section,
    /// Keywords.
    Tags,
    /// Something that the model has no place for, such as the editor; it is kept as a line of text.
    Other,
    /// A control, such as the size of the characters.
    Control,
}

/// The labels of the fields, folded. Where one begins with another, the longer stands first.
const LABELS: [(Field, &[&str]); 11] = [
    (
        Field::Published,
        &[
            "发布时间",
            "发表时间",
            "发布日期",
            "发表日期",
            "发稿时间",
            "出版时间",
            "时间",
            "日期",
            "发布于",
            "发表于",
            "发布",
            "published on",
            "published at",
            "published",
            "date",
            "posted on",
            "posted",
            "time",
        ],
    ),
    (
        Field::Modified,
        &[
            "更新时间",
            "更新日期",
            "修改时间",
            "最后更新",
            "更新于",
            "更新",
            "last updated",
            "updated on",
            "updated",
            "last modified",
            "modified",
        ],
    ),
    (
        Field::Author,
        &["文章作者", "作者", "撰文", "撰稿", "记者", "文", "authors", "author", "written by", "by", "reporter"],
    ),
    (
        Field::Source,
        &["文章来源", "信息来源", "新闻来源", "资讯来源", "来源", "稿源", "出处", "转载自", "转自", "source"],
    ),
    (
        Field::Views,
        &[
            "浏览次数",
            "浏览量",
            "浏览数",
            "浏览",
            "阅读次数",
            "阅读量",
            "阅读数",
            "阅读",
            "点击次数",
            "点击量",
            "点击数",
            "点击率",
            "点击",
            "点阅数",
            "点阅",
            "访问量",
            "人气",
            "page views",
            "views",
            "reads",
            "hits",
        ],
    ),
    (Field::Comments, &["评论数", "评论量", "评论", "跟贴", "留言数", "留言", "comments"]),
    (Field::Likes, &["点赞数", "点赞量", "点赞", "likes"]),
    (Field::Section, &["栏目", "频道", "分类", "类别", "版块", "section", "category"]),
    (Field::Tags, &["关键词", "关键字", "标签", "tags", "keywords"]),
    (
        Field::Other,
        &[
            "责任编辑",
            "值班编辑",
            "责编",
            "编辑",
            "编审",
            "审核",
            "校对",
            "监制",
            "摄影",
            "字数",
            "编号",
            "地区",
            "版权",
            "editor",
            "words",
        ],
    ),
    (Field::Control, &["字体大小", "字号", "字体", "字级", "分享到", "分享至", "分享", "share"]),
];

/// A field and what it says, as written.
pub type Entry<'a> = (Field, &'a str);

/// The fields of one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields<'a> {
    /// What stands before the first label.
    pub lead: &'a str,
    /// The fields, in order, each with its label and value as written (for what finds no place) and its value.
    pub entries: Vec<(Entry<'a>, &'a str)>,
}

/// The longest line that can be a meta line, in columns.
const WIDEST: usize = 500;

/// The fields of `text`, where it can be a meta line.
pub fn fields(text: &str) -> Fields<'_> {
    let mut fields = Fields { lead: text, entries: Vec::new() };
    if text.len() > WIDEST * 2 || !text.chars().any(|c| word::narrow(c) == ':') {
        return fields;
    }
    // Where each label begins, what it is, and where its value begins.
    let mut marks: Vec<(usize, Field, &str)> = Vec::new();
    let mut previous = ' ';
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        let found = if opens(previous) { label(rest, true) } else { label(rest, false) };
        if let Some((field, value)) = found {
            marks.push((at, field, value));
            at = text.len() - value.len();
            previous = ':';
        } else {
            at += c.len_utf8();
            previous = c;
        }
    }
    if let Some((start, ..)) = marks.first() {
        fields.lead = text.get(..*start).unwrap_or_default().trim_matches(apart);
    }
    let ends = marks.iter().skip(1).map(|(start, ..)| *start).chain([text.len()]);
    for ((start, field, value), end) in marks.iter().zip(ends) {
        let from = text.len() - value.len();
        let whole = text.get(*start..end).unwrap_or_default().trim_matches(apart);
        let value = text.get(from..end).unwrap_or_default();
        fields.entries.push(((*field, trimmed(value)), trimmed(whole)));
    }
    fields
}

/// Whether a label may follow `c`: after a space, a separator, a bracket, the digits of a date, or at once after another label.
fn opens(c: char) -> bool {
    apart(c) || c.is_ascii_digit() || matches!(c, ':' | '：')
}

/// White space and signs between fields.
fn apart(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '|' | '｜'
                | '丨'
                | '│'
                | '·'
                | '•'
                | '/'
                | '／'
                | ';'
                | '；'
                | ','
                | '，'
                | '【'
                | '】'
                | '['
                | ']'
                | '('
                | '（'
                | '-'
                | '—'
                | '_'
        )
}

/// A value without the separators around it and without a bracket that opens before it.
fn trimmed(value: &str) -> &str {
    let value = value.trim_matches(apart);
    let closes = |open: [char; 2], close: [char; 2]| value.ends_with(close) && !value.contains(open);
    if closes(['(', '（'], [')', '）']) { value.trim_end_matches([')', '）']).trim_matches(apart) } else { value }
}

/// The label at the head of `text`, and what follows its colon. Where no new word begins here, only labels of three characters and
/// more are looked for: pages that lost their spaces write 作者:某某浏览量:1.
fn label(text: &str, word_begins: bool) -> Option<(Field, &str)> {
    let first = text.chars().next().map(word::fold)?;
    for (field, labels) in &LABELS {
        for label in labels.iter().filter(|label| label.starts_with(first)) {
            let Some(rest) = word::after(text, label) else { continue };
            let rest = rest.trim_start_matches(char::is_whitespace);
            let glued = !label.is_ascii() && label.chars().count() >= 3;
            if let Some(value) = word::after(rest, ":")
                && (word_begins || glued)
            {
                return Some((*field, value.trim_start()));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<Entry<'_>> {
        fields(text).entries.into_iter().map(|(entry, _)| entry).collect()
    }

    #[test]
    fn fields_stand_in_any_order_with_any_colon() {
        let expected = [(Field::Published, "2031-03-04 05:06:07"), (Field::Author, "陆灯明"), (Field::Views, "12")];
        assert_eq!(values("时间:2031-03-04 05:06:07 作者:陆灯明 浏览量:12"), expected);
        assert_eq!(values("時間：2031-03-04 05:06:07　作者：陆灯明　瀏覽量：12"), expected);
        assert_eq!(values("Published: 2031-03-04 05:06:07 | Author: 陆灯明 | Views: 12"), expected);
        assert_eq!(values("时间:2031-03-04 05:06:07作者:陆灯明浏览量:12"), expected);
        let reversed: Vec<_> = expected.into_iter().rev().collect();
        assert_eq!(values("浏览量:12 作者:陆灯明 时间:2031-03-04 05:06:07"), reversed);
    }

    #[test]
    fn a_colon_inside_a_value_opens_no_field() {
        let line = "作者:灯下观察:十年守灯,巷子里如何再添一盏? 浏览量:5";
        assert_eq!(values(line), [(Field::Author, "灯下观察:十年守灯,巷子里如何再添一盏?"), (Field::Views, "5")]);
    }

    #[test]
    fn empty_fields_and_leads_are_seen() {
        let fields = fields("2031-03-04 05:06 来源：灯塔报 作者： 责任编辑：何夜");
        assert_eq!(fields.lead, "2031-03-04 05:06");
        let entries: Vec<_> = fields.entries;
        assert_eq!(entries[0].0, (Field::Source, "灯塔报"));
        assert_eq!(entries[1].0, (Field::Author, ""));
        assert_eq!(entries[2], ((Field::Other, "何夜"), "责任编辑：何夜"));
        assert_eq!(values("（来源：灯塔报）"), [(Field::Source, "灯塔报")]);
    }
}
