//! Pictures, sound, film and what other sites embed.

use super::SafeUrl;

/// One size of a picture, for `srcset`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The file.
    pub src: SafeUrl,
    /// Its width in pixels.
    pub width: u32,
}

/// A picture with its words. Without a `src` it is a caption whose picture is lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The file.
    pub src: Option<SafeUrl>,
    /// The same picture in other widths.
    pub srcset: Vec<Candidate>,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Width in CSS pixels.
    pub width: Option<u32>,
    /// Height in CSS pixels.
    pub height: Option<u32>,
    /// The words under it.
    pub caption: Option<String>,
    /// Who made it, as written (傅飞扬 摄).
    pub credit: Option<String>,
    /// Where a press on it leads.
    pub link: Option<SafeUrl>,
}

/// A file of sound or film in one encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaSource {
    /// The file.
    pub src: SafeUrl,
    /// Its MIME type.
    pub mime: Option<String>,
}

/// Sound or film.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Media {
    /// The file in its encodings, the preferred first.
    pub sources: Vec<MediaSource>,
    /// A still, for film.
    pub poster: Option<SafeUrl>,
    /// What it is called.
    pub title: Option<String>,
    /// Width in CSS pixels.
    pub width: Option<u32>,
    /// Height in CSS pixels.
    pub height: Option<u32>,
    /// The words under it.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}

/// Something that another site shows: a post, a film, a map. It stands as a card and asks nothing of that site by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    /// Where it is.
    pub url: Option<SafeUrl>,
    /// Whose it is, such as `YouTube`.
    pub provider: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// The words under it.
    pub caption: Option<String>,
    /// The page that shows it inside a frame, loaded only when the reader asks for it. From [`SafeUrl::frame`].
    pub frame: Option<SafeUrl>,
}
