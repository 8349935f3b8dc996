//! What stands above the article: the home link, the site's name, the section, the title.

use crate::formats::common::word;

use super::label::{self, Label};
use super::line::Line;
use super::vocabulary::HOME;

/// What the lines above the article say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header<'a> {
    /// Whether there is a link to the home page.
    pub home: bool,
    /// The site's name.
    pub site: Option<&'a str>,
    /// The section of the site.
    pub section: Option<&'a str>,
    /// The label above the title.
    pub kicker: Option<&'a str>,
    /// The title.
    pub title: Option<&'a str>,
    /// The line under the title.
    pub subtitle: Option<&'a str>,
    /// Lines that are text of the article, as far as one can tell.
    pub rest: Vec<&'a Line<'a>>,
    /// The site's menu and buttons.
    pub menu: Vec<(usize, &'a str)>,
}

/// Words of a trail of links that name the place of the page itself.
const HERE: [&str; 7] = ["文章正文", "正文", "内文", "内容", "文章", "详情", "全文"];
/// Signs between the steps of a trail.
const STEPS: [char; 5] = ['>', '＞', '›', '»', '→'];
/// What begins a subtitle.
const DASH: [char; 3] = ['—', '–', '-'];
/// Words before a trail of links.
const TRAIL: [&str; 5] = ["当前位置", "您的位置", "您的当前位置", "所在位置", "您现在的位置"];

/// How the names of sites end, folded: they tell one from the entries of a menu.
const HOUSES: [&str; 16] = [
    "网", "报", "社", "站", "台", "在线", "新闻", "周刊", "杂志", "传媒", "news", "times", "post", "daily", "herald",
    "journal",
];

/// Reads the lines above the article. `titled` says that a title is known from elsewhere.
pub fn read<'a>(lines: &[&'a Line<'a>], titled: bool) -> Header<'a> {
    let mut header = Header::default();
    let mut open: Vec<&'a Line<'a>> = Vec::new();
    let mut home_at = None;
    for line in lines {
        let text = line.text.as_ref();
        match label::of(text) {
            Some(Label::Home) => home_at = Some(open.len()),
            Some(Label::Interface) => header.menu.push((line.number, text)),
            _ => match trail(text) {
                Some(found) => {
                    header.home |= found.home;
                    header.site = header.site.or(found.site);
                    header.section = header.section.or(found.section);
                    if found.menu {
                        header.menu.push((line.number, text));
                    }
                }
                None => open.push(line),
            },
        }
    }
    header.home |= home_at.is_some();
    if header.site.is_none()
        && let Some(at) = site_at(&open, home_at, titled)
    {
        header.site = Some(open.remove(at).text.as_ref());
    }
    titles(&mut header, open, titled);
    header
}

/// Which line names the site.
fn site_at(open: &[&Line<'_>], home_at: Option<usize>, titled: bool) -> Option<usize> {
    let text = |at: usize| open.get(at).map_or("", |line| line.text.as_ref());
    let named = |at: usize| at < open.len() && is_site_name(text(at));
    // A line over its own subtitle is a title, and so is a lone line that can only be a headline, where no other title is known.
    let title_like =
        |at: usize| !titled && (text(at + 1).starts_with(DASH) || open.len() == 1 && is_headline(text(at)));
    let titles = usize::from(!titled);
    let house = (0..open.len())
        .find(|at| named(*at) && word::before_any(&word::folded(text(*at)), &HOUSES).is_some() && !title_like(*at));
    if let Some(home) = home_at {
        let before = home.checked_sub(1).filter(|at| named(*at));
        let after = Some(home).filter(|at| named(*at) && !title_like(*at));
        // A column of more than two lines is a menu, and the site's name may stand anywhere in it.
        return if open.len() > titles + 3 { house } else { before.or(after) };
    }
    let longer = (1..open.len()).any(|at| word::columns(text(at)) > word::columns(text(0)));
    house
        .filter(|_| open.len() > titles)
        .or((named(0) && !title_like(0) && (open.len() == 1 && titled || longer)).then_some(0))
}

/// Tells the title from the lines around it.
fn titles<'a>(header: &mut Header<'a>, open: Vec<&'a Line<'a>>, titled: bool) {
    let found = open.iter().position(|line| is_headline(&line.text) && !line.text.starts_with(DASH));
    let last = open.iter().rposition(|line| !line.text.starts_with(DASH));
    let at = if titled { found } else { found.or(last) };
    let (above, below) = open.split_at_checked(at.unwrap_or(open.len())).unwrap_or((&open, &[]));
    match above {
        [] => {}
        [section] => header.section = header.section.or(Some(&section.text)),
        [section, kicker] if header.section.is_none() => {
            header.section = Some(&section.text);
            header.kicker = Some(&kicker.text);
        }
        menu => header.menu.extend(menu.iter().map(|line| (line.number, line.text.as_ref()))),
    }
    let mut below = below.iter();
    header.title = below.next().map(|line| line.text.as_ref());
    header.subtitle = below.next().map(|line| line.text.as_ref());
    header.rest = below.copied().collect();
}

/// What a line of links says.
#[derive(Default)]
struct Trail<'a> {
    home: bool,
    site: Option<&'a str>,
    section: Option<&'a str>,
    menu: bool,
}

/// Reads a line of links: 首页 > 新闻 > 正文, 灯塔报 > 新闻, 首页 | 灯塔报, 首页 新闻 体育 财经.
fn trail(text: &str) -> Option<Trail<'_>> {
    let bare = word::after_any(text, &TRAIL).map_or(text, |rest| rest.trim_start_matches([':', '：', ' ']));
    let after_home = HOME.iter().find_map(|home| word::after(bare, home)).filter(|rest| rest.starts_with(separator));
    if bare.contains(STEPS) && bare.split(STEPS).all(|step| word::columns(step) <= 40) {
        let (root, rest) = bare.split_once(STEPS)?;
        let root = root.trim_matches(separator);
        let site = Some(root).filter(|root| !root.is_empty() && label::of(root).is_none() && is_site_name(root));
        return (after_home.is_some() || site.is_some()).then(|| Trail {
            home: true,
            site,
            section: Some(without_here(rest)).filter(|path| !path.is_empty()),
            menu: false,
        });
    }
    let rest = after_home?.trim_matches(separator);
    // English names have spaces in them; a menu has more than a name's words.
    let words = rest.split(separator).filter(|piece| !piece.is_empty()).count();
    let single = words == 1 || (words <= 4 && rest.is_ascii() && !rest.contains('|'));
    let site = Some(rest).filter(|rest| single && is_site_name(rest));
    Some(Trail { home: true, site, section: None, menu: site.is_none() })
}

/// A trail without the step that names the page itself.
fn without_here(path: &str) -> &str {
    let path = path.trim_matches(separator);
    let ends = |head: &&str| head.is_empty() || head.ends_with(separator);
    HERE.iter().find_map(|here| word::before(path, here).filter(ends)).unwrap_or(path).trim_matches(separator)
}

fn separator(c: char) -> bool {
    c.is_whitespace() || STEPS.contains(&c) || matches!(c, '/' | '|' | '｜' | '·' | '-')
}

/// Whether `text` is short and plain enough to name a site.
fn is_site_name(text: &str) -> bool {
    word::columns(text) <= 36 && !word::ends_sentence(text) && !text.contains(['，', '：', '“', '？', '！', '。', '｜'])
}

/// Whether `text` is too long or too lively to name anything but an article.
pub fn is_headline(text: &str) -> bool {
    word::columns(text) > 24 || text.contains(['，', '：', '？', '！', '“', '”', ',', ':', '?', '!', '｜', '【', '《'])
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn check(page: &str, titled: bool, expected: (bool, Option<&str>, Option<&str>, Option<&str>)) {
        let lines = line::lines(page);
        let lines: Vec<_> = lines.iter().collect();
        let header = read(&lines, titled);
        assert_eq!((header.home, header.site, header.section, header.title), expected, "{page}");
    }

    #[test]
    fn the_site_and_the_title_are_told_apart() {
        let title = Some("巷口的灯,为什么又亮了?");
        check("首页\n灯塔报", true, (true, Some("灯塔报"), None, None));
        check("首页\n灯塔报\n巷口的灯,为什么又亮了?", false, (true, Some("灯塔报"), None, title));
        check("首页\n灯塔报\n本地新闻\n巷口的灯,为什么又亮了?", false, (true, Some("灯塔报"), Some("本地新闻"), title));
        check("灯塔报\n首页\n巷口的灯,为什么又亮了?", false, (true, Some("灯塔报"), None, title));
        check("灯塔报\n巷口的灯,为什么又亮了?", false, (false, Some("灯塔报"), None, title));
        check("巷口的灯,为什么又亮了?", false, (false, None, None, title));
        check("首页\n巷口的灯,为什么又亮了?", false, (true, None, None, title));
        check("灯塔报", true, (false, Some("灯塔报"), None, None));
        check(
            "Home\nThe Lamp\nA lane learns to read again",
            false,
            (true, Some("The Lamp"), None, Some("A lane learns to read again")),
        );
    }

    #[test]
    fn a_trail_of_links_names_the_section() {
        let title = Some("巷口的灯,为什么又亮了?");
        check(
            "灯塔报\n首页 > 新闻 > 本地 > 正文\n巷口的灯,为什么又亮了?",
            false,
            (true, Some("灯塔报"), Some("新闻 > 本地"), title),
        );
        check("当前位置：首页 > 新闻\n巷口的灯,为什么又亮了?", false, (true, None, Some("新闻"), title));
        check("首页 | 灯塔报\n巷口的灯,为什么又亮了?", false, (true, Some("灯塔报"), None, title));
        check("灯塔网 > 夜读\n巷口的灯,为什么又亮了?", false, (true, Some("灯塔网"), Some("夜读"), title));
        check("首页\n国内\n国际\n财经\n灯塔网\n巷口的灯,为什么又亮了?", false, (true, Some("灯塔网"), None, title));
        check("首页 > 新闻\n巷口的灯\n——十年以后", false, (true, None, Some("新闻"), Some("巷口的灯")));
        check("首页 新闻 体育 财经\n巷口的灯,为什么又亮了?", false, (true, None, None, title));
    }
}
