//! Sound, film, and what other sites show in a frame.

use crate::article::{Block, Embed, Media, MediaSource, SafeUrl};

use super::builder::Builder;
use super::css;
use super::embed;
use super::link::brief;
use super::name::Name;
use super::tree::{Id, Kind, Tree, attr};

impl Builder<'_, '_, '_> {
    /// A frame: another site's page.
    #[inline(never)]
    pub(super) fn frame(&mut self, id: Id) {
        let tree = self.tree;
        let is_dot = |name| tree.attr(id, name).is_some_and(|side| matches!(side.trim(), "0" | "1" | "0px" | "1px"));
        if is_dot("width") && is_dot("height") {
            return;
        }
        let address = ["data-src", "data-lazy-src", "src"]
            .iter()
            .find_map(|name| tree.attr(id, name).filter(|raw| !raw.trim().is_empty() && !raw.starts_with("about:")));
        let film = tree.attr(id, "data-videoid").map(|id| ["https://www.youtube.com/embed/", id].concat());
        let Some(address) = address.or(film.as_deref()) else {
            self.warn_once("dropped-frame", "A frame without an address was dropped, with what stands in it.");
            return;
        };
        let Some(mut found) = embed::of(address) else {
            self.warn("unsafe-url", &["A frame was dropped: its address is not safe: ", &brief(address)].concat());
            return;
        };
        found.title = tree.attr(id, "title").map(str::trim).filter(|title| !title.is_empty()).map(str::to_owned);
        self.flush();
        self.blocks.push(Block::Embed(found));
    }

    /// A plug-in: its film, or what stands in its place.
    #[inline(never)]
    pub(super) fn object(&mut self, id: Id) {
        let tree = self.tree;
        let movie = tree.children(id).find(|child| {
            tree.name(*child) == Some(Name::Param) && matches!(tree.attr(*child, "name"), Some("movie" | "src"))
        });
        let address = tree.attr(id, "data").or_else(|| movie.and_then(|movie| tree.attr(movie, "value")));
        let found = address.and_then(embed::of).filter(|found| found.frame.is_some());
        self.flush();
        match found {
            Some(found) => {
                if self.has_words(id) {
                    self.warn_once("dropped-fallback", "What stands in for a plug-in was dropped, with its words.");
                }
                self.blocks.push(Block::Embed(found));
            }
            None => {
                self.children(id);
                self.flush();
            }
        }
    }

    /// Sound or film. What stands in it is for browsers that cannot play it.
    #[inline(never)]
    pub(super) fn media(&mut self, id: Id, name: Name) {
        let tree = self.tree;
        let mut sources = Vec::new();
        let mut add = |id: Id| {
            let raw = tree.attr(id, "src").or_else(|| tree.attr(id, "data-src"));
            if let Some(src) = raw.filter(|raw| !raw.starts_with("data:")).and_then(SafeUrl::media) {
                let mime = tree.attr(id, "type").filter(|mime| mime.len() < 80).map(str::to_owned);
                sources.push(MediaSource { src, mime });
            }
        };
        add(id);
        tree.descendants(id).take(50).filter(|inner| tree.name(*inner) == Some(Name::Source)).for_each(add);
        let media = Media {
            poster: tree.attr(id, "poster").and_then(SafeUrl::media),
            title: tree.attr(id, "title").map(str::to_owned).filter(|title| !title.trim().is_empty()),
            width: css::pixels(tree, id, "width"),
            height: css::pixels(tree, id, "height"),
            sources,
            ..Media::default()
        };
        self.flush();
        if media.sources.is_empty() && media.poster.is_none() {
            self.warn("unresolved-media", "Sound or film without an address was dropped.");
            return;
        }
        self.blocks.push(if name == Name::Video { Block::Video(media) } else { Block::Audio(media) });
    }

    /// A post on another site, as that site's own snippet writes it: a quotation with its address.
    pub(super) fn post(&mut self, id: Id) -> Option<Embed> {
        let tree = self.tree;
        let mut classes = css::classes(tree, id);
        let is_post = classes.any(|class| {
            matches!(
                class,
                "twitter-tweet"
                    | "twitter-video"
                    | "instagram-media"
                    | "tiktok-embed"
                    | "fb-post"
                    | "bluesky-embed"
                    | "mastodon-embed"
            )
        });
        if !is_post {
            return None;
        }
        let named = ["cite", "data-instgrm-permalink", "data-href"].iter().find_map(|name| tree.attr(id, name));
        let address = named.map_or_else(|| last_link(tree, id), |named| Some(named.to_owned()))?;
        let found = embed::of(&address)?;
        let caption = self.running(id).map(super::flat::lines).filter(|words| !words.is_empty());
        Some(Embed { caption, ..found })
    }
}

/// The address of the last link in an element; a post's own is last.
fn last_link(tree: &Tree<'_>, id: Id) -> Option<String> {
    let texts = tree.descendants(id).take(2000).filter_map(|inner| tree.node(inner));
    let links = texts
        .filter(|node| matches!(node.kind, Kind::Text(_)))
        .filter_map(|node| tree.links.get(node.style.link as usize));
    links.filter_map(|link| attr(&link.attrs, "href")).last().map(str::to_owned)
}
