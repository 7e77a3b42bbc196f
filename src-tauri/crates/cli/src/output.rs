//! The only file that prints. A closed pipe ends the output quietly.

use std::io::Write;

use crate::words::Words;

/// Prints a text to stdout, ending its last line.
pub(crate) fn print(text: &str) {
    let end = if text.ends_with('\n') { "" } else { "\n" };
    // The reader may have closed the pipe (`svod … | head`); that is no failure of ours.
    drop(write!(std::io::stdout().lock(), "{text}{end}"));
}

/// Prints bytes to stdout as they are.
pub(crate) fn print_bytes(bytes: &[u8]) {
    let mut stdout = std::io::stdout().lock();
    drop(stdout.write_all(bytes).and_then(|()| stdout.flush()));
}

/// Prints one sentence to stderr.
pub(crate) fn complain(sentence: &str) {
    drop(writeln!(std::io::stderr().lock(), "svod: {sentence}"));
}

/// Prints help to stdout, or what was wrong with the arguments to stderr.
pub(crate) fn usage(error: &clap::Error, words: Words) {
    if error.use_stderr() {
        drop(write!(std::io::stderr().lock(), "{}", words.usage(error)));
    } else {
        drop(write!(std::io::stdout().lock(), "{error}"));
    }
}
