use clap::ArgMatches;
use std::path::PathBuf;
use svod_api::{Access, Error, Library, NaiveDate};

use super::{Answer, internal, pretty};
use crate::output;
use crate::words::Words;

/// `svod control [--library PATH] due [--on DATE] [--within DAYS] [--json]`
pub(super) fn run(matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    let place = match matches.get_one::<PathBuf>("library") {
        Some(path) => path.clone(),
        None => Library::default_path()?,
    };
    let library = Library::open(&place, Access::Look)?;
    match matches.subcommand() {
        Some(("due", matches)) => due(&library, matches, words),
        _ => Err(internal("no such command")),
    }
}

fn due(library: &Library, matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    let on = matches.get_one::<NaiveDate>("on").copied();
    let on = on.unwrap_or_else(svod_api::today);
    let within = matches.get_one::<u32>("within").copied().unwrap_or(7);
    let view = library.due(on, within)?;
    if matches.get_flag("json") {
        output::print(&pretty(&view)?);
    } else {
        output::print(&words.due(&view));
    }
    Ok(Answer::Yes)
}
