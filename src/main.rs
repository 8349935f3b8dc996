//! The command `lamplit`: checks, converts and renders articles.

mod cli;

use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut streams = cli::Streams {
        input: &mut io::stdin().lock(),
        out: &mut io::BufWriter::new(io::stdout().lock()),
        err: &mut io::stderr().lock(),
    };
    ExitCode::from(cli::run(std::env::args_os().skip(1), &mut streams))
}
