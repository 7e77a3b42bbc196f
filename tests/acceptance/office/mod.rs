//! LibreOffice as the other program: it saves files in formats we do not write, and accepts or
//! rejects the revisions we do.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// LibreOffice now and then dies while it makes its first profile; that says nothing of us.
const STARTS: usize = 3;

/// Saves files in another format in one run; they lie in the folder under their old names.
pub(crate) fn convert(files: &[PathBuf], format: &str, folder: &Path) {
    started(folder, |soffice| {
        soffice
            .args(["--convert-to", format, "--outdir"])
            .arg(folder)
            .args(files);
    });
}

/// What is done with the revisions of a document before it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Revisions {
    Untouched,
    Accepted,
    Rejected,
}

/// The number and the text of each paragraph that is not empty, as LibreOffice shows it; what stands
/// on a page of ours in front is left out.
pub(crate) fn paragraphs(
    tasks: &[(PathBuf, Revisions)],
    folder: &Path,
) -> Vec<Vec<(String, String)>> {
    let out = |task: usize| folder.join(format!("paragraphs-{task}.txt"));
    let mut list = String::new();
    for (number, (file, revisions)) in tasks.iter().enumerate() {
        let command = match revisions {
            Revisions::Untouched => "",
            Revisions::Accepted => ".uno:AcceptAllTrackedChanges",
            Revisions::Rejected => ".uno:RejectAllTrackedChanges",
        };
        let (file, out) = (file.display(), out(number));
        list.push_str(&format!("{command}\t{file}\t{}\n", out.display()));
    }
    let output = macro_over(include_str!("revisions.xba"), list, folder);
    (0..tasks.len())
        .map(|task| {
            let text = fs::read_to_string(out(task));
            let text = text.unwrap_or_else(|error| panic!("task {task}: {error}, {output:?}"));
            text.lines()
                .filter_map(|line| line.split_once('\t'))
                .filter(|(_, text)| !text.trim().is_empty())
                .map(|(number, text)| (number.to_owned(), text.replace("\\n", "\n")))
                .collect()
        })
        .collect()
}

/// Runs a macro of ours over a list of tasks, one a line.
pub(crate) fn macro_over(module: &str, mut list: String, folder: &Path) -> Output {
    // The reader of lines keeps the end of the last one.
    list.push('\n');
    let tasks_file = folder.join("tasks.txt");
    fs::write(&tasks_file, list).unwrap();
    // A new profile gets LibreOffice's own macros over whatever lies in it, so it is made first.
    let profile = started(folder, |soffice| {
        soffice.arg("--terminate_after_init");
    });
    let library = profile.join("user/basic/Standard");
    fs::write(library.join("Svod.xba"), module).unwrap();
    let index = library.join("script.xlb");
    let named = fs::read_to_string(&index).unwrap();
    fs::write(&index, named.replace("\"Module1\"", "\"Svod\"")).unwrap();
    soffice(&profile)
        .arg("macro:///Standard.Svod.Main")
        .env("SVOD_LIST", &tasks_file)
        .output()
        .unwrap()
}

fn soffice(profile: &Path) -> Command {
    let mut command = Command::new("soffice");
    command.arg(format!(
        "-env:UserInstallation=file://{}",
        profile.display()
    ));
    command.arg("--headless");
    command
}

/// Runs LibreOffice with a new profile until it ends well; gives the profile.
fn started(folder: &Path, arguments: impl Fn(&mut Command)) -> PathBuf {
    let mut said = Vec::new();
    for start in 0..STARTS {
        let profile = folder.join(format!("profile-{start}"));
        let mut command = soffice(&profile);
        arguments(&mut command);
        let output = command.output().unwrap();
        if output.status.success() {
            return profile;
        }
        said.push(output);
    }
    panic!("LibreOffice failed {STARTS} times: {said:?}");
}
