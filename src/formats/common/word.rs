//! Words of the page's own language, matched whatever script, width or case they are written in.

/// Traditional characters of the page's vocabulary, and frequent ones, in the order of their code points; the simplified form of each
/// stands at the same place in [`SIMPLIFIED`] (general table of simplified characters, 1986).
const TRADITIONAL: [char; 131] = [
    '來', '個', '們', '傳', '內', '冊', '別', '動', '務', '區', '員', '國', '圖', '團', '報', '學', '實', '審', '專',
    '對', '導', '幾', '廣', '從', '應', '換', '擊', '攝', '數', '時', '書', '會', '東', '條', '業', '標', '樣', '欄',
    '歡', '氣', '濟', '瀏', '為', '無', '熱', '燈', '現', '環', '產', '當', '發', '監', '種', '稱', '糾', '級', '結',
    '給', '經', '綜', '維', '網', '編', '縣', '總', '繪', '繼', '續', '習', '聞', '聯', '與', '舉', '華', '薦', '藍',
    '裝', '複', '視', '覺', '覽', '觀', '訊', '記', '訪', '評', '詞', '話', '詳', '語', '說', '談', '論', '讀', '讓',
    '讚', '責', '貼', '資', '贊', '車', '載', '輪', '輯', '轉', '這', '進', '運', '過', '還', '鄉', '錄', '錯', '鍵',
    '鎮', '鏈', '長', '門', '開', '間', '閱', '關', '電', '頁', '頭', '題', '類', '顧', '馬', '麼', '點',
];
const SIMPLIFIED: [char; 131] = [
    '来', '个', '们', '传', '内', '册', '别', '动', '务', '区', '员', '国', '图', '团', '报', '学', '实', '审', '专',
    '对', '导', '几', '广', '从', '应', '换', '击', '摄', '数', '时', '书', '会', '东', '条', '业', '标', '样', '栏',
    '欢', '气', '济', '浏', '为', '无', '热', '灯', '现', '环', '产', '当', '发', '监', '种', '称', '纠', '级', '结',
    '给', '经', '综', '维', '网', '编', '县', '总', '绘', '继', '续', '习', '闻', '联', '与', '举', '华', '荐', '蓝',
    '装', '复', '视', '觉', '览', '观', '讯', '记', '访', '评', '词', '话', '详', '语', '说', '谈', '论', '读', '让',
    '赞', '责', '贴', '资', '赞', '车', '载', '轮', '辑', '转', '这', '进', '运', '过', '还', '乡', '录', '错', '键',
    '镇', '链', '长', '门', '开', '间', '阅', '关', '电', '页', '头', '题', '类', '顾', '马', '么', '点',
];

/// Which of the two Chinese scripts a character belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Only in simplified text.
    Simplified,
    /// Only in traditional text.
    Traditional,
}

/// The script of `c`, where it tells.
pub fn script(c: char) -> Option<Script> {
    if !is_han(c) {
        None
    } else if TRADITIONAL.binary_search(&c).is_ok() {
        Some(Script::Traditional)
    } else {
        SIMPLIFIED.contains(&c).then_some(Script::Simplified)
    }
}

/// Whether `c` is a Chinese character.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// `c` in half width, as in `：` and `:`; every space is a plain one.
pub fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        '\u{fe55}' | '\u{fe30}' | '\u{2236}' => ':',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

/// `c` in half width, lower case and simplified.
pub fn fold(c: char) -> char {
    if c.is_ascii() {
        return if c.is_ascii_whitespace() { ' ' } else { c.to_ascii_lowercase() };
    }
    if !is_han(c) {
        return narrow(c).to_ascii_lowercase();
    }
    TRADITIONAL.binary_search(&c).ok().and_then(|at| SIMPLIFIED.get(at).copied()).unwrap_or(c)
}

/// `text` with every character folded.
pub fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// What follows `word`, which is given folded, at the head of `text`.
pub fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    word.chars().all(|expected| rest.next().map(fold) == Some(expected)).then_some(rest.as_str())
}

/// What stands before `word`, which is given folded, at the end of `text`.
pub fn before<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    word.chars().rev().all(|expected| rest.next_back().map(fold) == Some(expected)).then_some(rest.as_str())
}

/// What follows the first of `words` that stands at the head of `text`.
pub fn after_any<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| after(text, word))
}

/// What stands before the first of `words` that stands at the end of `text`.
pub fn before_any<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| before(text, word))
}

/// The part of `text` that stands before `rest`, where `rest` is its tail.
pub fn head<'a>(text: &'a str, rest: &str) -> &'a str {
    text.len().checked_sub(rest.len()).and_then(|end| text.get(..end)).unwrap_or(text)
}

/// The columns that `text` takes on a screen of fixed width: two for a wide character.
pub fn columns(text: &str) -> usize {
    text.chars().map(|c| if u32::from(c) >= 0x2e80 { 2 } else { 1 }).sum()
}

/// Whether `text` ends as a sentence does, closing quotes and brackets aside.
pub fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '’', '」', '』', '"', '\'', '）', ')', ' ']);
    text.ends_with(['。', '！', '？', '!', '?', '…', '.', '；', ';'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_scripts_stand_character_over_character() {
        assert!(TRADITIONAL.is_sorted());
        assert!(TRADITIONAL.iter().all(|c| !SIMPLIFIED.contains(c)));
        assert_eq!(folded("時間：瀏覽　Ａ"), "时间:浏览 a");
    }

    #[test]
    fn words_match_in_any_script_width_and_case() {
        assert_eq!(after("瀏覽量：12", "浏览量:"), Some("12"));
        assert_eq!(after("ＶＩＥＷＳ: 12", "views:"), Some(" 12"));
        assert_eq!(before("灯花　攝", " 摄"), Some("灯花"));
        assert_eq!(after("浏", "浏览"), None);
    }

    #[test]
    fn a_head_is_what_the_rest_leaves() {
        assert_eq!(head("灯下读书", "读书"), "灯下");
        assert_eq!(columns("灯 a"), 4);
    }
}
