//! The command line, apart from the process that it runs in.

mod command;
mod document;
mod record;
mod report;

use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind, Read, Write};

use lamplit::{Article, formats, sink};

use command::Command;

/// Everything was read.
const DONE: u8 = 0;
/// A document was refused, or something could not be read or written.
const REFUSED: u8 = 1;
/// The command line was not understood.
const USAGE: u8 = 2;

/// The stylesheet of a page that stands alone.
const CSS: &str = concat!(
    include_str!("../../www/lamplit/styles/colour.css"),
    include_str!("../../www/lamplit/styles/type.css"),
    include_str!("../../www/lamplit/styles/surface.css"),
    include_str!("../../www/lamplit/styles/text.css"),
    include_str!("../../www/lamplit/styles/blocks.css"),
    include_str!("../../www/lamplit/styles/measure.css"),
    include_str!("../../www/lamplit/styles/states.css"),
    include_str!("../../www/lamplit/styles/tools.css"),
    include_str!("../../www/lamplit/styles/cards.css"),
    include_str!("../../www/lamplit/styles/media.css"),
);

/// Where a command reads and writes.
pub struct Streams<'a> {
    /// Standard input.
    pub input: &'a mut dyn Read,
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
}

/// Runs one command line and gives the status to exit with.
pub fn run(words: impl Iterator<Item = OsString>, streams: &mut Streams<'_>) -> u8 {
    let status = match Command::parse(words) {
        Ok(command) => obey(&command, streams).and_then(|status| streams.out.flush().map(|()| status)),
        Err(usage) => writeln!(streams.err, "lamplit: {usage}\nTry “lamplit --help”.").map(|()| USAGE),
    };
    match status {
        Ok(status) => status,
        // The reader has enough: `lamplit render page.json | head` is no failure.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => DONE,
        // Where standard error is closed too, the status still tells.
        Err(error) => writeln!(streams.err, "lamplit: cannot write: {error}").map_or(REFUSED, |()| REFUSED),
    }
}

fn obey(command: &Command, streams: &mut Streams<'_>) -> io::Result<u8> {
    match command {
        Command::Help => streams.out.write_all(command::HELP.as_bytes()).map(|()| DONE),
        Command::Version => writeln!(streams.out, "lamplit {}", env!("CARGO_PKG_VERSION")).map(|()| DONE),
        Command::Check { files, json } => check(files, *json, streams),
        Command::Convert { file } => write(file, streams, |article| formats::lamplit::write(article) + "\n"),
        Command::Render { file, standalone: false } => {
            write(file, streams, |article| sink::html::article(article) + "\n")
        }
        Command::Render { file, standalone: true } => {
            write(file, streams, |article| sink::html::document(article, CSS))
        }
    }
}

/// Reports on each of `files`.
fn check(files: &[OsString], json: bool, streams: &mut Streams<'_>) -> io::Result<u8> {
    let mut status = DONE;
    for file in files {
        let read = document::read(file, streams.input);
        if read.is_err() {
            status = REFUSED;
        }
        let line = match (&read, json) {
            (_, true) => record::line(file, &read),
            (Ok(document), false) => report::accepted(&report::name(file), document),
            (Err(refusal), false) => format!("{}: {refusal}\n", report::name(file)),
        };
        streams.out.write_all(line.as_bytes())?;
    }
    Ok(status)
}

/// Writes what `form` makes of the article in `file`.
fn write(file: &OsStr, streams: &mut Streams<'_>, form: impl Fn(&Article) -> String) -> io::Result<u8> {
    match document::read(file, streams.input) {
        Ok(document) => streams.out.write_all(form(&document.article).as_bytes()).map(|()| DONE),
        Err(refusal) => writeln!(streams.err, "{}: {refusal}", report::name(file)).map(|()| REFUSED),
    }
}
