//! Something that another site shows.

use crate::article::{Block, Embed, SafeUrl};
use crate::formats::notes::Notes;
use crate::html::{self, Token, Tokenizer};
use crate::parse::{Path, Value};

use super::block::{html_blocks, small, str_of};

/// The page that the first frame of an HTML fragment shows.
pub fn frame(html: &str) -> Option<SafeUrl> {
    for token in Tokenizer::new(html) {
        if let Token::Start { name, attrs, .. } = token
            && name == "iframe"
        {
            return attrs.iter().find(|(name, _)| name == "src").and_then(|(_, src)| SafeUrl::frame(src));
        }
    }
    None
}

/// Something of another site: where its address is known, a card with the words of its HTML as the caption; where not, what its HTML says.
pub fn embed(mut embed: Embed, value: &Value, key: &str, path: &Path, notes: &mut Notes) -> Vec<Block> {
    let html = str_of(value, key).unwrap_or_default();
    let words = html::text(html);
    if embed.url.is_none() && embed.frame.is_none() {
        let mut blocks = html_blocks(value, key, path, notes);
        if let [Block::Embed(inside)] = blocks.as_mut_slice() {
            inside.title = embed.title.or(inside.title.take());
            inside.provider = embed.provider.or(inside.provider.take());
            inside.caption = inside.caption.take().or(embed.caption);
            return blocks;
        }
        let unsaid = |line: &String| !words.contains(line.as_str());
        let title = embed.title.filter(unsaid).map(Block::paragraph);
        let caption = embed.caption.filter(unsaid).map(|caption| small(&caption));
        return title.into_iter().chain(blocks).chain(caption).collect();
    }
    embed.frame = embed.frame.or_else(|| frame(html));
    if !words.is_empty() && embed.title.as_deref() != Some(&words) {
        embed.caption = Some(match embed.caption {
            Some(caption) if caption != words => [&words, "\n", &caption].concat(),
            _ => words,
        });
    }
    vec![Block::Embed(embed)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, parse::parse};

    fn value(json: &str) -> Value {
        parse(json.as_bytes(), Limits::default()).unwrap()
    }

    #[test]
    fn an_embed_without_an_address_is_its_text() {
        let value = value(r#"{"html":"<p>A post.</p>"}"#);
        let root = Path::root();
        let mut notes = Notes::default();
        assert_eq!(embed(Embed::default(), &value, "html", &root, &mut notes).len(), 1);
        let url = SafeUrl::link("https://a.example/1");
        let blocks = embed(Embed { url: url.clone(), ..Embed::default() }, &value, "html", &root, &mut notes);
        let caption = Some("A post.".to_owned());
        assert_eq!(blocks, [Block::Embed(Embed { url, caption, ..Embed::default() })]);
    }
}
