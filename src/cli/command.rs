//! What a command line asks for.

use std::ffi::{OsStr, OsString};

/// The answer to `lamplit --help`.
pub const HELP: &str = "\
Lamplit reads the article JSON that publishers use, and news pages saved as plain text.

Usage:
  lamplit check FILE… [--json]        say of each file what it is, or why it is refused
  lamplit convert FILE                write it as a lamplit/1 document
  lamplit render FILE [--standalone]  write it as HTML: a fragment, or a whole page with its stylesheet
  lamplit --help | --version

With --json, check says it to a program: one JSON object a line, with file, ok, format, title, blocks, related and
warnings [{code, path, message}], or with file, ok and error {code, path, message, offset}.
A file named - is standard input; after -- every word is a file.
Exit status: 0 if all was read, 1 if a file was refused, 2 if the command line is wrong.
";

/// A command.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Says how to use the command.
    Help,
    /// Says which version this is.
    Version,
    /// Reports on files.
    Check {
        /// The files, at least one.
        files: Vec<OsString>,
        /// Whether a program reads the report.
        json: bool,
    },
    /// Writes a file as a native document.
    Convert {
        /// The file.
        file: OsString,
    },
    /// Writes a file as HTML.
    Render {
        /// The file.
        file: OsString,
        /// Whether a whole page is wanted.
        standalone: bool,
    },
}

impl Command {
    /// Reads the words after the program's name.
    ///
    /// # Errors
    /// A sentence that says what is wrong with them.
    pub fn parse(words: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let mut verb = None;
        let mut files = Vec::new();
        let mut standalone = false;
        let mut json = false;
        let mut only_files = false;
        for word in words {
            let option =
                (!only_files && word != "-").then(|| word.to_str()).flatten().filter(|word| word.starts_with('-'));
            match option {
                Some("--help" | "-h") => return Ok(Self::Help),
                Some("--version" | "-V") => return Ok(Self::Version),
                Some("--standalone") => standalone = true,
                Some("--json") => json = true,
                Some("--") => only_files = true,
                Some(unknown) => return Err(format!("There is no option {unknown}.")),
                None if verb.is_none() && !only_files => verb = Some(word),
                None => files.push(word),
            }
        }
        let Some(verb) = verb else { return Err("A command is needed: check, convert or render.".to_owned()) };
        let command = match verb.to_str() {
            Some("help") => Self::Help,
            Some("check") if files.is_empty() => {
                return Err("check needs at least one file, or - for standard input.".to_owned());
            }
            Some("check") => Self::Check { files, json },
            Some("convert") => Self::Convert { file: only(files, "convert")? },
            Some("render") => Self::Render { file: only(files, "render")?, standalone },
            _ => return Err(unknown(&verb)),
        };
        if standalone && !matches!(command, Self::Render { .. } | Self::Help) {
            return Err("--standalone belongs to render.".to_owned());
        }
        if json && !matches!(command, Self::Check { .. } | Self::Help) {
            return Err("--json belongs to check.".to_owned());
        }
        Ok(command)
    }
}

/// The one file that `verb` needs.
fn only(files: Vec<OsString>, verb: &str) -> Result<OsString, String> {
    let count = files.len();
    match files.into_iter().next() {
        Some(file) if count == 1 => Ok(file),
        Some(_) => Err(format!("{verb} takes one file at a time, not {count}.")),
        None => Err(format!("{verb} needs a file, or - for standard input.")),
    }
}

fn unknown(verb: &OsStr) -> String {
    format!("There is no command “{}”: use check, convert or render.", super::report::name(verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command, String> {
        Command::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn commands_are_understood() {
        assert_eq!(
            parse("check a.json -"),
            Ok(Command::Check { files: vec!["a.json".into(), "-".into()], json: false })
        );
        assert_eq!(parse("check --json a"), Ok(Command::Check { files: vec!["a".into()], json: true }));
        assert_eq!(parse("convert -- --odd"), Ok(Command::Convert { file: "--odd".into() }));
        assert_eq!(parse("render --standalone a"), Ok(Command::Render { file: "a".into(), standalone: true }));
        assert_eq!(parse("render a --standalone"), Ok(Command::Render { file: "a".into(), standalone: true }));
        assert_eq!(parse("check --help"), Ok(Command::Help));
        assert_eq!(parse("-V"), Ok(Command::Version));
    }

    #[test]
    fn mistakes_are_named() {
        for (line, part) in [
            ("", "command is needed"),
            ("chekc a", "no command “chekc”"),
            ("check", "at least one file"),
            ("convert", "needs a file"),
            ("convert a b", "one file at a time, not 2"),
            ("render a b", "one file at a time"),
            ("check --fast a", "no option --fast"),
            ("convert --standalone a", "belongs to render"),
            ("render --json a", "belongs to check"),
        ] {
            let message = parse(line).unwrap_err();
            assert!(message.contains(part), "{line}: {message}");
        }
    }
}
