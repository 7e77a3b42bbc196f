use clap::ArgMatches;
use svod_api::view::{ColumnsBy, ExportFormat};
use svod_api::{
    Access, Error, Filter, Library, matrix_of_files, matrix_of_library, render_matrix, reviser,
    save,
};

use super::{Answer, pretty, text};
use crate::output;

/// `svod matrix [--library PATH] [FILE…] [--columns themes|families] [--format json|html|xlsx] [--date DAY] [-o OUT]`
pub(super) fn run(matches: &ArgMatches) -> Result<Answer, Error> {
    let paths: Vec<&std::path::PathBuf> = matches.get_many("files").into_iter().flatten().collect();
    let columns = match text(matches, "columns")? {
        "families" => ColumnsBy::Families,
        _ => ColumnsBy::Themes,
    };
    let matrix = match matches.get_one::<std::path::PathBuf>("library") {
        Some(library) if paths.is_empty() => matrix_of_library(library, columns)?,
        Some(library) => {
            let library = Library::open(library, Access::Look)?;
            matrix_of_files(&paths, columns, Some(&library))?
        }
        None => matrix_of_files(&paths, columns, None)?,
    };
    let bytes = match text(matches, "format")? {
        "json" => pretty(&matrix)?.into_bytes(),
        name => {
            let today = reviser(None, matches.get_one("date").copied()).at.date();
            render_matrix(
                &matrix,
                &Filter::default(),
                ExportFormat::named(name)?,
                today,
            )?
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
