//! Makes a library of the invented country: `country COUNT LIBRARY`. For looking at the window with many documents.
#![allow(clippy::unwrap_used, reason = "a failed step ends the program")]
#![allow(clippy::print_stdout, reason = "the result of the program")]

use std::path::PathBuf;

use svod_api::{Access, Library};
use svod_tests::country::Country;

fn main() {
    let mut arguments = std::env::args_os().skip(1);
    let count: usize = arguments.next().unwrap().to_str().unwrap().parse().unwrap();
    let path = PathBuf::from(arguments.next().unwrap());
    let library = Library::open(&path, Access::Change).unwrap();
    let made = Country::new(7).documents().take(count);
    let ids = library
        .add_resolutions(made.map(|made| made.resolution))
        .unwrap();
    println!("{} documents in {}", ids.len(), path.display());
}
