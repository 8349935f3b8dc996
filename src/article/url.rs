//! The one gate through which an address enters the model.

/// An address that is safe to put into `href` or `src`: relative, or absolute under an allow-listed scheme.
///
/// The only constructors are [`SafeUrl::link`], [`SafeUrl::media`] and [`SafeUrl::frame`], so a `javascript:` address cannot be expressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeUrl(String);

const LINK_SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];
const MEDIA_SCHEMES: [&str; 2] = ["http", "https"];
/// Raster formats only: an SVG document can hold script where a browser opens it on its own.
const DATA_IMAGES: [&str; 6] = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp"];

impl SafeUrl {
    /// An address that a link may lead to: http, https, mailto, tel or relative. `None` for everything else.
    #[must_use]
    pub fn link(raw: &str) -> Option<Self> {
        Self::gate(raw, &LINK_SCHEMES, false)
    }

    /// An address that a picture, sound or film may be loaded from: http, https, relative, or a raster picture as `data:`.
    #[must_use]
    pub fn media(raw: &str) -> Option<Self> {
        Self::gate(raw, &MEDIA_SCHEMES, true)
    }

    /// An address that a frame may show: https, and absolute, so never a page of the publisher's own.
    #[must_use]
    pub fn frame(raw: &str) -> Option<Self> {
        Self::gate(raw, &["https"], false).filter(|url| {
            let rest = scheme(&url.0).and_then(|scheme| url.0.get(scheme.len() + 1..)).unwrap_or_default();
            // A host must follow; browsers take backslashes for slashes.
            rest.strip_prefix("//").is_some_and(|host| host.starts_with(|c| !matches!(c, '/' | '\\' | '?' | '#')))
        })
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The scheme is read as browsers read it (WHATWG URL, "scheme start state"): leading and trailing C0 controls and spaces are
    /// dropped, tabs and newlines are dropped wherever they stand.
    fn gate(raw: &str, schemes: &[&str], data: bool) -> Option<Self> {
        let trimmed = raw.trim_matches(|c: char| c <= ' ');
        let clean: String = trimmed.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
        if clean.is_empty() || clean.chars().any(char::is_control) {
            return None;
        }
        let Some(scheme) = scheme(&clean) else {
            return Some(Self(clean));
        };
        if schemes.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed)) {
            return Some(Self(clean));
        }
        if data && scheme.eq_ignore_ascii_case("data") {
            let kind = clean.get(5..)?.split([';', ',']).next()?;
            return DATA_IMAGES.iter().any(|image| kind.eq_ignore_ascii_case(image)).then_some(Self(clean));
        }
        None
    }

    /// The address read against the document at `base` (RFC 3986, section 5.2). Absolute addresses and pure fragments stay as they are.
    #[must_use]
    pub fn resolve(&self, base: &str) -> String {
        let url = self.0.as_str();
        if scheme(url).is_some() || url.starts_with('#') {
            return url.to_owned();
        }
        let Some(base_scheme) = scheme(base) else { return url.to_owned() };
        let rest = base.get(base_scheme.len() + 1..).unwrap_or_default();
        if url.starts_with("//") || url.starts_with("\\\\") {
            return [base_scheme, ":", url].concat();
        }
        let after_slashes = rest.strip_prefix("//").unwrap_or(rest);
        let host_end = after_slashes.find(['/', '?', '#']).unwrap_or(after_slashes.len());
        let (host, path) = after_slashes.split_at_checked(host_end).unwrap_or((after_slashes, ""));
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let origin = [base_scheme, "://", host].concat();
        if url.starts_with('?') {
            return [&origin, path, url].concat();
        }
        let tail_at = url.find(['?', '#']).unwrap_or(url.len());
        let (target, tail) = url.split_at_checked(tail_at).unwrap_or((url, ""));
        let joined = if target.starts_with(['/', '\\']) {
            target.to_owned()
        } else {
            let folder = path.rfind('/').and_then(|at| path.get(..=at)).unwrap_or("/");
            [folder, target].concat()
        };
        [&origin, &without_dots(&joined), tail].concat()
    }
}

/// The scheme of an address, or `None` where it is relative.
fn scheme(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once(':')?;
    let mut chars = scheme.chars();
    let sound = chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    sound.then_some(scheme)
}

/// Removes `.` and `..` segments (RFC 3986, section 5.2.4).
fn without_dots(path: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    let mut ends_open = false;
    for segment in path.split(['/', '\\']).skip(1) {
        ends_open = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => {
                segments.pop();
            }
            other => segments.push(other),
        }
    }
    let mut out = String::new();
    for segment in &segments {
        out.push('/');
        out.push_str(segment);
    }
    if ends_open || out.is_empty() {
        out.push('/');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_every_scheme_that_is_not_listed() {
        for raw in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}java\nscript:alert(1)",
            "java\tscript:alert(1)",
            "vbscript:x",
            "data:text/html,<script>alert(1)</script>",
            "data:image/svg+xml,<svg onload=alert(1)>",
            "blob:https://a.example/1",
            "file:///etc/passwd",
            "about:blank",
            "view-source:https://a.example",
            "",
            "  ",
        ] {
            assert_eq!(SafeUrl::link(raw), None, "{raw:?}");
            assert_eq!(SafeUrl::media(raw), None, "{raw:?}");
        }
    }

    #[test]
    fn keeps_what_is_listed_or_relative() {
        for raw in [
            "https://a.example/x?y#z",
            "HTTP://A.example",
            "mailto:a@b.example",
            "tel:+4912",
            "/a:b",
            "a/b.html",
            "#n",
            "?q=a:b",
        ] {
            assert_eq!(SafeUrl::link(raw).as_ref().map(SafeUrl::as_str), Some(raw), "{raw:?}");
        }
        assert!(SafeUrl::media("data:image/png;base64,AAAA").is_some());
        assert!(SafeUrl::link("data:image/png;base64,AAAA").is_none());
        assert!(SafeUrl::media("mailto:a@b.example").is_none());
    }

    #[test]
    fn frames_absolute_https_alone() {
        assert!(SafeUrl::frame("https://player.example/1").is_some());
        for raw in [
            "http://player.example/1",
            "//player.example/1",
            "/1",
            "data:text/html,x",
            "javascript:x",
            "mailto:a@b.example",
            "https://",
            "https:///x",
            "https:x",
        ] {
            assert_eq!(SafeUrl::frame(raw), None, "{raw}");
        }
    }

    #[test]
    fn drops_white_space_that_browsers_drop() {
        assert_eq!(
            SafeUrl::link(" \nhttps://a.ex\nample/ ").map(|u| u.as_str().to_owned()),
            Some("https://a.example/".into())
        );
    }

    #[test]
    fn resolves_as_rfc_3986_says() {
        let base = "http://a/b/c/d;p?q";
        for (raw, full) in [
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("g#s", "http://a/b/c/g#s"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            (".", "http://a/b/c/"),
            ("https://x/y", "https://x/y"),
            ("#s", "#s"),
        ] {
            assert_eq!(SafeUrl::link(raw).map(|u| u.resolve(base)), Some(full.to_owned()), "{raw}");
        }
        assert_eq!(SafeUrl::link("g").map(|u| u.resolve("https://host")), Some("https://host/g".to_owned()));
    }
}
