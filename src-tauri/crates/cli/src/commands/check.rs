use clap::ArgMatches;
use svod_api::{Error, Severity, check, read_file};

use super::{Answer, path, pretty, text};
use crate::output;
use crate::words::Words;

/// `svod check FILE [--format text|json]`; the answer is "no" when there are errors.
pub(super) fn run(matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    let resolution = read_file(path(matches, "file")?, None)?.resolution;
    let findings = check(&resolution);
    match text(matches, "format")? {
        "json" => output::print(&pretty(&findings)?),
        _ => output::print(&words.findings(&resolution, &findings)),
    }
    let sound = findings
        .iter()
        .all(|finding| finding.severity < Severity::Error);
    Ok(if sound { Answer::Yes } else { Answer::No })
}
