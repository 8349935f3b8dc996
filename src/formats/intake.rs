//! The way in: bytes as they come, an article that grows with them.

use crate::article::{Article, Block};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::parse::{Event, Parser, Path, RepairKind, Value};

use super::notes::Notes;
use super::{Format, lamplit};

/// What kind of document the bytes have turned out to be.
enum Stage {
    /// Nothing that tells so far: white space, a byte order mark or part of one.
    Start(Vec<u8>),
    /// JSON whose format is not known yet: its members, held until it is.
    Held(Vec<(String, Value)>),
    /// A native document: its members are read as they come.
    Native,
    /// JSON of another shape, whole.
    Whole(Value),
    /// JSON of another format, which has been read.
    Imported(Format),
    /// Plain text, held to the end.
    Text(Vec<u8>),
    /// What may be JSON as it stands in a page, in its script element, comment or section, held to the end.
    Wrapped(Vec<u8>),
}

/// Reads one document from chunks of bytes.
///
/// A native document is read block by block: after each [`feed`](Self::feed), [`take_blocks`](Self::take_blocks) hands over what
/// has come. Every other format is read when [`finish`](Self::finish) is called.
pub struct Intake {
    parser: Parser,
    stage: Stage,
    article: Article,
    notes: Notes,
    limits: Limits,
    blocks: usize,
}

/// The body of a native document; the only member that is worth reading before it is complete.
const BODY: &str = "blocks";

impl Intake {
    /// An intake for one document.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        let mut parser = Parser::new(limits);
        parser.stream(BODY);
        Self {
            parser,
            stage: Stage::Start(Vec::new()),
            article: Article::default(),
            notes: Notes::default(),
            limits,
            blocks: 0,
        }
    }

    /// Reads the next bytes. Any split of the document gives the same article.
    ///
    /// # Errors
    /// What the parser refuses, and what breaks the native format's rules.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Error> {
        if let Stage::Start(head) = &mut self.stage {
            head.extend_from_slice(bytes);
            let Some((first, telling)) = first_telling(head) else { return Ok(()) };
            let Some(wrapped) = may_be_wrapped(telling) else { return Ok(()) };
            let head = core::mem::take(head);
            self.stage = match is_text(first) {
                _ if wrapped => Stage::Wrapped(Vec::new()),
                true => Stage::Text(Vec::new()),
                false => Stage::Held(Vec::new()),
            };
            return self.feed(&head);
        }
        if let Stage::Text(text) | Stage::Wrapped(text) = &mut self.stage {
            if cfg!(not(feature = "import")) {
                return Err(self.unknown());
            }
            if text.len() + bytes.len() > self.limits.bytes {
                return Err(Error::new(
                    Code::LimitExceeded,
                    "$",
                    "The document is larger than the limit: split it or raise the limit.",
                ));
            }
            text.extend_from_slice(bytes);
            return Ok(());
        }
        self.parse(|parser, on| parser.feed(bytes, on))
    }

    /// Ends the document; the article is then complete.
    ///
    /// # Errors
    /// [`Code::Truncated`] where the bytes stop short, [`Code::UnknownFormat`] where no importer knows the document,
    /// [`Code::InvalidArticle`] where it holds neither a title nor a block.
    pub fn finish(&mut self) -> Result<(), Error> {
        self.settle()?;
        if let Stage::Text(bytes) = &self.stage {
            let text = core::str::from_utf8(without_mark(bytes)).map_err(|error| {
                let message = "The text is not UTF-8: save it as UTF-8.";
                Error::new(Code::UnsupportedEncoding, "$", message).at(error.valid_up_to())
            })?;
            self.article = import_text(text, &mut self.notes)?;
        } else {
            self.parse(|parser, on| parser.finish(on))?;
            if !matches!(self.stage, Stage::Native) {
                self.import()?;
            }
        }
        self.note_repairs();
        self.article.warnings.extend(self.notes.take());
        if self.article.title.is_empty() && self.article.blocks.is_empty() && self.blocks == 0 {
            let message = "The document holds neither a title nor a block: give it at least one.";
            return Err(Error::new(Code::InvalidArticle, "$", message));
        }
        Ok(())
    }

    /// The article as far as it is known; without the blocks that were taken.
    #[must_use]
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// The blocks that have come since the last call.
    pub fn take_blocks(&mut self) -> Vec<Block> {
        let blocks = core::mem::take(&mut self.article.blocks);
        self.blocks += blocks.len();
        blocks
    }

    /// The article, handed over.
    #[must_use]
    pub fn into_article(self) -> Article {
        self.article
    }

    /// The format, as soon as it is known.
    #[must_use]
    pub fn format(&self) -> Option<Format> {
        match self.stage {
            Stage::Native => Some(Format::Lamplit),
            Stage::Text(_) => Some(Format::Captured),
            Stage::Imported(format) => Some(format),
            _ => None,
        }
    }

    fn parse(
        &mut self,
        run: impl FnOnce(&mut Parser, &mut dyn FnMut(Event)) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let Self { parser, stage, article, notes, .. } = self;
        let mut refusal = None;
        let parsed = run(parser, &mut |event| {
            if refusal.is_none() {
                refusal = receive(stage, article, notes, event).err();
            }
        });
        match refusal {
            Some(error) => Err(error),
            None => parsed,
        }
    }

    /// Decides what is left open until the end has come: a document that is all white space or too short to tell, and one that may be
    /// wrapped.
    fn settle(&mut self) -> Result<(), Error> {
        match &mut self.stage {
            Stage::Start(head) => {
                let head = core::mem::take(head);
                let text = first_telling(&head).is_some_and(|(first, _)| is_text(first));
                if text && cfg!(feature = "import") {
                    self.stage = Stage::Text(head);
                    return Ok(());
                }
                self.stage = Stage::Held(Vec::new());
                self.parse(|parser, on| parser.feed(&head, on))
            }
            Stage::Wrapped(bytes) => {
                let bytes = core::mem::take(bytes);
                if let Some(json) = core::str::from_utf8(without_mark(&bytes)).ok().and_then(unwrapped) {
                    self.stage = Stage::Held(Vec::new());
                    return self.parse(|parser, on| parser.feed(json.as_bytes(), on));
                }
                // A page, or a text that begins like a comment.
                let text = first_telling(&bytes).is_some_and(|(first, _)| is_text(first));
                if text {
                    self.stage = Stage::Text(bytes);
                    return Ok(());
                }
                self.stage = Stage::Held(Vec::new());
                self.parse(|parser, on| parser.feed(&bytes, on))
            }
            _ => Ok(()),
        }
    }

    /// Reads what is no native document.
    fn import(&mut self) -> Result<(), Error> {
        let document = match core::mem::replace(&mut self.stage, Stage::Held(Vec::new())) {
            Stage::Held(members) => Value::Object(members),
            Stage::Whole(value) => value,
            _ => return Err(self.unknown()),
        };
        let Some(read) = import_json(&document, &mut self.notes) else {
            self.stage = Stage::Whole(document);
            return Err(self.unknown());
        };
        let (article, format) = read?;
        self.article = article;
        self.stage = Stage::Imported(format);
        Ok(())
    }

    fn unknown(&self) -> Error {
        let message = match &self.stage {
            Stage::Whole(value) if value.as_array().is_none() && value.as_object().is_none() => {
                "The document is a bare value: an article is an object, such as {\"version\":\"lamplit/1\",\"title\":…,\"blocks\":[…]}."
            }
            _ => {
                "The document is in no format that is known here: give it \"version\":\"lamplit/1\" and its members, or convert it."
            }
        };
        Error::new(Code::UnknownFormat, "$", message)
    }

    fn note_repairs(&mut self) {
        for repair in self.parser.repairs() {
            let (code, message) = match repair.kind {
                RepairKind::InvalidUtf8 => ("invalid-utf-8", "Bytes that are not UTF-8 were replaced by U+FFFD."),
                RepairKind::LoneSurrogate => {
                    ("lone-surrogate", "An escape that is half a character was replaced by U+FFFD.")
                }
                RepairKind::DuplicateKey => (
                    "duplicate-key",
                    "The member stands more than once; the last one counts, but of the body all blocks are kept.",
                ),
            };
            self.notes.push(code, &repair.path, message);
        }
    }
}

/// Takes one finished piece of the document.
fn receive(stage: &mut Stage, article: &mut Article, notes: &mut Notes, event: Event) -> Result<(), Error> {
    if let Stage::Held(held) = stage {
        match event {
            Event::Member { key, value } => {
                let native = key == "version" && value.as_str().is_some_and(|version| version.starts_with("lamplit/"));
                // The streamed elements of the body stand here already; its own member comes empty.
                if key != BODY || !held.iter().any(|(held, _)| held == BODY) {
                    held.push((key, value));
                }
                if native {
                    let members = core::mem::take(held);
                    *stage = Stage::Native;
                    for (key, value) in members {
                        lamplit::member(article, &key, &value, notes)?;
                    }
                }
            }
            Event::Item { key, value, .. } => match held.iter_mut().find(|(held, _)| *held == key) {
                Some((_, Value::Array(items))) => items.push(value),
                _ => held.push((key, Value::Array(vec![value]))),
            },
            Event::Root(value) => *stage = Stage::Whole(value),
        }
        return Ok(());
    }
    match event {
        Event::Member { key, value } => lamplit::member(article, &key, &value, notes),
        Event::Item { key, index, value } => {
            let root = Path::root();
            let member = root.key(&key);
            article.blocks.extend(lamplit::block(&value, &member.index(index), notes));
            Ok(())
        }
        Event::Root(value) => {
            *stage = Stage::Whole(value);
            Ok(())
        }
    }
}

#[cfg(feature = "import")]
use super::{
    adapters::{import as import_json, may_be_wrapped, unwrapped},
    captured::import as import_text,
};

/// Without the importers, plain text is refused before it comes here.
#[cfg(not(feature = "import"))]
fn import_text(_: &str, _: &mut Notes) -> Result<Article, Error> {
    Err(Error::new(Code::UnknownFormat, "$", "Plain text is not read here."))
}

/// Without the importers, no format but the native one is known.
#[cfg(not(feature = "import"))]
fn import_json(_: &Value, _: &mut Notes) -> Option<Result<(Article, Format), Error>> {
    None
}

/// Without the importers, nothing is taken out of what it is wrapped in.
#[cfg(not(feature = "import"))]
fn may_be_wrapped(_: &[u8]) -> Option<bool> {
    Some(false)
}

#[cfg(not(feature = "import"))]
fn unwrapped(_: &str) -> Option<&str> {
    None
}

/// UTF-8's byte order mark.
const MARK: [u8; 3] = [0xEF, 0xBB, 0xBF];

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(&MARK).unwrap_or(bytes)
}

/// The first byte that is neither white space nor of a byte order mark, and all from there on; `None` while none has come.
fn first_telling(head: &[u8]) -> Option<(u8, &[u8])> {
    if head.len() < MARK.len() && MARK.starts_with(head) {
        return None;
    }
    let telling = without_mark(head).trim_ascii_start();
    telling.first().map(|first| (*first, telling))
}

/// Whether a document that begins with `first` is plain text. JSON of an article begins with a brace or a bracket; a quote, `<` and the
/// bytes of a UTF-16 mark are left to the parser as well, which knows what to say about them.
fn is_text(first: u8) -> bool {
    !matches!(first, b'{' | b'[' | b'"' | b'<' | 0 | 0xFE | 0xFF)
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;

    /// The title and the format of a document that comes in pieces of `size` bytes.
    fn read(document: &str, size: usize) -> Result<(String, Option<Format>), Error> {
        let mut intake = Intake::new(Limits::default());
        document.as_bytes().chunks(size).try_for_each(|bytes| intake.feed(bytes))?;
        intake.finish()?;
        let format = intake.format();
        Ok((intake.into_article().title, format))
    }

    #[test]
    fn json_is_taken_out_of_what_it_stands_in_in_a_page() {
        let node =
            r#"{"@context":"https://schema.org","@type":"NewsArticle","headline":"Wicks","articleBody":"Trim."}"#;
        for (before, after) in [
            ("", ""),
            ("<script type=\"application/ld+json\">", "</script>\n"),
            ("\u{feff}\n<![CDATA[", "]]>"),
            ("//<![CDATA[\n", "\n//]]>"),
            ("/*<![CDATA[*/", "/*]]>*/"),
            ("<!-- ", " -->"),
        ] {
            let document = [before, node, after].concat();
            for size in [1, 5, 4096] {
                assert_eq!(read(&document, size), Ok(("Wicks".to_owned(), Some(Format::JsonLd))), "{document}");
            }
        }
        let native = r#"<script type="application/json">{"version":"lamplit/1","title":"Wicks"}</script>"#;
        assert_eq!(read(native, 7), Ok(("Wicks".to_owned(), Some(Format::Lamplit))));
    }

    #[test]
    fn a_page_is_still_none() {
        let code = |document: &str| read(document, 3).err().map(|error| error.code);
        let page = code("<html><p>x</p></html>");
        assert!(page.is_some());
        for document in ["<!-- x --><html></html>", "<script>var a = {};</script>", "<", "<!", "<!doctype html>"] {
            assert_eq!(code(document), page, "{document}");
        }
        // A text is read as one, and refused as one.
        for document in ["//path and a text\n\nMore of it.", "/", "/*"] {
            let error = read(document, 3).err().map(|error| error.message);
            assert!(error.is_some_and(|message| message.starts_with("The text has no mark")), "{document}");
        }
    }
}
