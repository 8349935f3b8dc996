//! Other sites' players and posts: whose they are, their page, and the address that shows them in a frame.

use crate::article::{Embed, SafeUrl};

/// Sites that are known by their host, without `www.`.
const SITES: [(&str, &str); 30] = [
    ("youtube.com", "YouTube"),
    ("youtube-nocookie.com", "YouTube"),
    ("youtu.be", "YouTube"),
    ("vimeo.com", "Vimeo"),
    ("bilibili.com", "哔哩哔哩"),
    ("qq.com", "腾讯视频"),
    ("youku.com", "优酷"),
    ("ixigua.com", "西瓜视频"),
    ("douyin.com", "抖音"),
    ("weibo.com", "微博"),
    ("music.163.com", "网易云音乐"),
    ("twitter.com", "X"),
    ("x.com", "X"),
    ("instagram.com", "Instagram"),
    ("facebook.com", "Facebook"),
    ("tiktok.com", "TikTok"),
    ("spotify.com", "Spotify"),
    ("soundcloud.com", "SoundCloud"),
    ("apple.com", "Apple"),
    ("dailymotion.com", "Dailymotion"),
    ("twitch.tv", "Twitch"),
    ("reddit.com", "Reddit"),
    ("codepen.io", "CodePen"),
    ("github.com", "GitHub"),
    ("google.com", "Google"),
    ("openstreetmap.org", "OpenStreetMap"),
    ("datawrapper.dwcdn.net", "Datawrapper"),
    ("flourish.studio", "Flourish"),
    ("bsky.app", "Bluesky"),
    ("ted.com", "TED"),
];

/// What the page or player at `address` is; `None` where the address is not safe.
///
/// A player's own address is turned into that of its page, where one follows from the other, and the frame asks for the variant that
/// sets no cookies, where there is one.
#[must_use]
pub fn of(address: &str) -> Option<Embed> {
    let address = address.trim();
    let full = if address.starts_with("//") { ["https:", address].concat() } else { address.to_owned() };
    let url = SafeUrl::link(&full)?;
    let Some(place) = Place::of(&full) else { return Some(Embed { url: Some(url), ..Embed::default() }) };
    let provider = SITES.iter().find(|(host, _)| place.is(host)).map_or(place.host, |(_, name)| name);
    let known = player(&place);
    let (page, frame) = match &known {
        Some((page, frame)) => (SafeUrl::link(page), frame.as_deref().and_then(SafeUrl::frame)),
        None => (None, SafeUrl::frame(&full)),
    };
    Some(Embed { url: page.or(Some(url)), provider: Some(provider.to_owned()), frame, ..Embed::default() })
}

/// The embed with what is known of the site that its address names: the name, and the frame that shows it. The page stays as it is.
#[must_use]
pub fn complete(embed: Embed) -> Embed {
    let known = embed.url.as_ref().and_then(|url| {
        let place = Place::of(url.as_str())?;
        let provider = SITES.iter().find(|(host, _)| place.is(host)).map(|(_, name)| (*name).to_owned());
        // Any other page may refuse to be framed.
        let frame = player(&place).and_then(|(_, frame)| SafeUrl::frame(&frame?));
        Some((provider, frame))
    });
    let (provider, frame) = known.unwrap_or_default();
    Embed { provider: embed.provider.or(provider), frame: embed.frame.or(frame), ..embed }
}

/// Whether the address is one of a film, song or post that can be shown in a frame.
pub(super) fn is_player(address: &str) -> bool {
    Place::of(address).and_then(|place| player(&place)).is_some_and(|(_, frame)| frame.is_some())
}

/// An address taken apart.
struct Place<'a> {
    host: &'a str,
    path: &'a str,
    query: &'a str,
}

impl<'a> Place<'a> {
    fn of(url: &'a str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
            return None;
        }
        let rest = rest.split('#').next()?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = match place.find('/') {
            Some(at) => place.split_at_checked(at)?,
            None => (place, ""),
        };
        let host = host.rsplit('@').next()?.split(':').next().filter(|host| !host.is_empty())?;
        Some(Self { host: host.strip_prefix("www.").unwrap_or(host), path, query })
    }

    /// Whether the host is `domain` or one under it.
    fn is(&self, domain: &str) -> bool {
        self.host.strip_suffix(domain).is_some_and(|head| head.is_empty() || head.ends_with('.'))
    }

    fn query(&self, name: &str) -> Option<&'a str> {
        let mut pairs = self.query.split('&');
        pairs.find_map(|pair| {
            pair.strip_prefix("amp;")
                .unwrap_or(pair)
                .split_once('=')
                .filter(|(key, _)| *key == name)
                .map(|(_, value)| value)
        })
    }

    /// The segment of the path after `name`.
    fn after(&self, name: &str) -> Option<&'a str> {
        let mut segments = self.path.split('/');
        segments.find(|segment| *segment == name)?;
        segments.next()
    }
}

/// An identifier, and nothing that could change an address.
fn id(raw: Option<&str>) -> Option<&str> {
    raw.filter(|id| {
        !id.is_empty() && id.len() <= 64 && id.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_'))
    })
}

/// The page of a player and the address for a frame.
fn player(place: &Place<'_>) -> Option<(String, Option<String>)> {
    if place.is("youtube.com") || place.is("youtube-nocookie.com") || place.is("youtu.be") {
        let short = if place.is("youtu.be") { place.path.split('/').nth(1) } else { None };
        let named = place
            .after("embed")
            .or_else(|| place.after("shorts"))
            .or_else(|| place.after("live"))
            .or_else(|| place.after("v"));
        let id = id(short.or(named).or_else(|| place.query("v"))).filter(|id| *id != "videoseries")?;
        let page = ["https://www.youtube.com/watch?v=", id].concat();
        return Some((page, Some(["https://www.youtube-nocookie.com/embed/", id].concat())));
    }
    if place.is("vimeo.com") {
        let id = id(place.after("video").or_else(|| place.path.split('/').nth(1)))?;
        if !id.bytes().all(|c| c.is_ascii_digit()) {
            return None;
        }
        return Some((
            ["https://vimeo.com/", id].concat(),
            Some(["https://player.vimeo.com/video/", id, "?dnt=1"].concat()),
        ));
    }
    if place.is("bilibili.com") {
        let video = place.after("video").filter(|id| id.starts_with("BV"));
        if let Some(id) = id(place.query("bvid").or(video)) {
            let frame = ["https://player.bilibili.com/player.html?bvid=", id, "&autoplay=0"].concat();
            return Some((["https://www.bilibili.com/video/", id, "/"].concat(), Some(frame)));
        }
        let id = id(place.query("aid"))?;
        let frame = ["https://player.bilibili.com/player.html?aid=", id, "&autoplay=0"].concat();
        return Some((["https://www.bilibili.com/video/av", id, "/"].concat(), Some(frame)));
    }
    if place.is("v.qq.com") {
        let named =
            place.path.rsplit('/').next().and_then(|file| file.strip_suffix(".html")).filter(|id| id.len() == 11);
        let id = id(place.query("vid").or(named))?;
        let frame = ["https://v.qq.com/txp/iframe/player.html?vid=", id].concat();
        return Some((["https://v.qq.com/x/page/", id, ".html"].concat(), Some(frame)));
    }
    if place.is("twitter.com") || place.is("x.com") {
        let id = id(place.after("status").or_else(|| place.query("id")))?;
        let frame = ["https://platform.twitter.com/embed/Tweet.html?dnt=true&id=", id].concat();
        return Some((["https://x.com/i/status/", id].concat(), Some(frame)));
    }
    // Their pages refuse to be framed.
    if ["instagram.com", "weibo.com", "facebook.com", "bsky.app", "reddit.com"].iter().any(|host| place.is(host))
        && !place.path.contains("/embed")
        && !place.path.contains("/plugins/")
    {
        let page = ["https://", place.host, place.path].concat();
        return Some((page, None));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(address: &str) -> (String, String, String) {
        let embed = of(address).unwrap_or_default();
        let text = |url: Option<SafeUrl>| url.map(|url| url.as_str().to_owned()).unwrap_or_default();
        (embed.provider.unwrap_or_default(), text(embed.url), text(embed.frame))
    }

    #[test]
    fn tells_players_apart() {
        for (address, provider, url, frame) in [
            (
                "//www.youtube.com/embed/a-B_1?rel=0",
                "YouTube",
                "https://www.youtube.com/watch?v=a-B_1",
                "https://www.youtube-nocookie.com/embed/a-B_1",
            ),
            (
                "https://youtu.be/abc?t=3",
                "YouTube",
                "https://www.youtube.com/watch?v=abc",
                "https://www.youtube-nocookie.com/embed/abc",
            ),
            (
                "https://player.vimeo.com/video/123#t=1",
                "Vimeo",
                "https://vimeo.com/123",
                "https://player.vimeo.com/video/123?dnt=1",
            ),
            (
                "//player.bilibili.com/player.html?aid=1&bvid=BV1x&cid=2",
                "哔哩哔哩",
                "https://www.bilibili.com/video/BV1x/",
                "https://player.bilibili.com/player.html?bvid=BV1x&autoplay=0",
            ),
            (
                "https://v.qq.com/iframe/preview.html?width=500&height=375&auto=0&vid=w00123abcde",
                "腾讯视频",
                "https://v.qq.com/x/page/w00123abcde.html",
                "https://v.qq.com/txp/iframe/player.html?vid=w00123abcde",
            ),
            (
                "https://twitter.com/someone/status/42?s=20",
                "X",
                "https://x.com/i/status/42",
                "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=42",
            ),
            ("https://maps.example/x?a=b", "maps.example", "https://maps.example/x?a=b", "https://maps.example/x?a=b"),
            ("http://maps.example/x", "maps.example", "http://maps.example/x", ""),
            ("/player/1", "", "/player/1", ""),
            (
                "https://notyoutube.com/embed/x",
                "notyoutube.com",
                "https://notyoutube.com/embed/x",
                "https://notyoutube.com/embed/x",
            ),
        ] {
            assert_eq!(read(address), (provider.to_owned(), url.to_owned(), frame.to_owned()), "{address}");
        }
    }

    #[test]
    fn completes_what_an_importer_knows_by_its_address_alone() {
        let embed = |address: &str| Embed { url: SafeUrl::link(address), ..Embed::default() };
        let film = complete(embed("https://youtu.be/abc"));
        assert_eq!(film.provider.as_deref(), Some("YouTube"));
        assert_eq!(film.frame.as_ref().map(SafeUrl::as_str), Some("https://www.youtube-nocookie.com/embed/abc"));
        assert_eq!(complete(embed("https://a.example/x")), embed("https://a.example/x"));
        assert_eq!(complete(Embed::default()), Embed::default());
    }

    #[test]
    fn keeps_nothing_unsafe() {
        for address in ["javascript:alert(1)", "data:text/html,x", " \tjavascript:x", ""] {
            assert_eq!(of(address), None, "{address}");
        }
        assert_eq!(read("https://"), (String::new(), "https://".to_owned(), String::new()));
        assert_eq!(of("https://").unwrap_or_default().provider, None);
        assert!(read("https://www.youtube.com/embed/x%22%3E").2.starts_with("https://www.youtube.com/embed/x%22"));
    }
}
