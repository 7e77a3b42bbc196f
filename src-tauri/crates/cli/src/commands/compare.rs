use clap::ArgMatches;
use svod_api::view::ExportFormat;
use svod_api::{Error, NaiveDate, compare, read_file, render_comparison, reviser, save};

use super::{Answer, path, pretty, text};
use crate::output;

/// `svod compare OLD NEW [--format json|text|html|docx|xlsx|redline] [--author NAME] [--date DAY]
/// [-o OUT]`
pub(super) fn run(matches: &ArgMatches) -> Result<Answer, Error> {
    let old = read_file(path(matches, "old")?, None)?.resolution;
    let new = read_file(path(matches, "new")?, None)?.resolution;
    let comparison = compare(&old, &new);
    let bytes = match text(matches, "format")? {
        "json" => pretty(&comparison)?.into_bytes(),
        name => {
            let author = matches.get_one::<String>("author").map(String::as_str);
            let by = reviser(author, matches.get_one::<NaiveDate>("date").copied());
            render_comparison(&comparison, &old, &new, ExportFormat::named(name)?, &by)?
        }
    };
    match matches.get_one::<std::path::PathBuf>("out") {
        Some(out) => {
            save(&bytes, out)?;
        }
        None => match String::from_utf8(bytes) {
            Ok(text) => output::print(&text),
            Err(binary) => output::print_bytes(binary.as_bytes()),
        },
    }
    Ok(Answer::Yes)
}
