use std::path::PathBuf;

use clap::ArgMatches;
use svod_api::view::ExchangeChoice;
use svod_api::{Access, Cancel, Error, Library, outline};

use super::{Answer, internal, path, pretty, read, text};
use crate::output;
use crate::words::Words;

/// `svod library [--library PATH] import|list|show|search|backup|restore|export|receive|verify`
pub(super) fn run(matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    let place = match matches.get_one::<PathBuf>("library") {
        Some(path) => path.clone(),
        None => Library::default_path()?,
    };
    let open = |access| Library::open(&place, access);
    match matches.subcommand() {
        Some(("import", matches)) => import(&open(Access::Change)?, matches, words),
        Some(("list", matches)) => list(&open(Access::Look)?, matches, words),
        Some(("show", matches)) => show(&open(Access::Look)?, matches, words),
        Some(("search", matches)) => search(&open(Access::Look)?, matches, words),
        Some(("backup", matches)) => {
            let copy = path(matches, "copy")?;
            open(Access::Look)?.backup(copy)?;
            output::print(&words.backup_done(&copy.to_string_lossy()));
            Ok(Answer::Yes)
        }
        Some(("restore", matches)) => {
            Library::restore_file(&place, path(matches, "copy")?)?;
            output::print(words.restored());
            Ok(Answer::Yes)
        }
        Some(("export", matches)) => export(&open(Access::Look)?, matches, words),
        Some(("receive", matches)) => receive(&open(Access::Change)?, matches, words),
        Some(("verify", _)) => {
            let problems = open(Access::Look)?.verify()?;
            output::print(&words.verified(&problems));
            Ok(if problems.is_empty() {
                Answer::Yes
            } else {
                Answer::No
            })
        }
        _ => Err(internal("no such command")),
    }
}

fn import(library: &Library, matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    let files: Vec<&PathBuf> = matches.get_many("files").into_iter().flatten().collect();
    let report = library.import("import", &files, &Cancel::default(), |_| {})?;
    for item in &report.items {
        match item.outcome.error() {
            Some(error) => output::complain(&words.error(error)),
            None => output::print(&words.imported(item)),
        }
    }
    if report.items.len() > 1 {
        output::print(&words.all_imported(&report.items));
    }
    Ok(if report.is_clean() {
        Answer::Yes
    } else {
        Answer::No
    })
}

fn list(library: &Library, matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    let view = library.view()?;
    match text(matches, "format")? {
        "json" => output::print(&pretty(&view)?),
        _ => output::print(&words.documents(&view.documents)),
    }
    Ok(Answer::Yes)
}

fn show(library: &Library, matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    let document = library.document(&library.find(text(matches, "id")?)?)?;
    match text(matches, "format")? {
        "json" => output::print(&read::json(&document.resolution, words)?),
        _ => output::print(&outline(&document.resolution)),
    }
    Ok(Answer::Yes)
}

fn search(library: &Library, matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    let typed: Vec<&String> = matches.get_many("words").into_iter().flatten().collect();
    let query = typed
        .into_iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ");
    let hits = library.search(&query)?;
    match text(matches, "format")? {
        "json" => output::print(&pretty(&hits)?),
        _ => output::print(&words.hits(&hits)),
    }
    Ok(Answer::Yes)
}

fn export(library: &Library, matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    let digits: Vec<&String> = matches.get_many("ids").into_iter().flatten().collect();
    let ids = digits
        .into_iter()
        .map(|digits| library.find(digits))
        .collect::<Result<Vec<_>, _>>()?;
    let saved = library.export_bundle(&ids, path(matches, "out")?)?;
    output::print(&words.bundle_made(&saved.path));
    Ok(Answer::Yes)
}

fn receive(library: &Library, matches: &ArgMatches, words: Words) -> Result<Answer, Error> {
    let view = library.open_bundle(path(matches, "bundle")?)?;
    let choice = match text(matches, "conflicts")? {
        "take" => ExchangeChoice::Take,
        "both" => ExchangeChoice::Both,
        "said" => ExchangeChoice::Said,
        _ => ExchangeChoice::Skip,
    };
    let choices = view.decided(choice);
    let report = library.take_bundle("receive", &choices, &Cancel::default(), |_| {})?;
    output::print(&words.received(&view, &choices, &report));
    Ok(if choices.is_empty() || choice != ExchangeChoice::Skip {
        Answer::Yes
    } else {
        Answer::No
    })
}
