//! A program that is killed while a person writes: whatever was said to be saved is there again.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use svod_api::view::{CarryVerdict, ControlStatus, DirectiveMark, ImportOutcome, Start};
use svod_api::{Access, Cancel, ControlMark, Edit, Id, Library};
use svod_model::{Directive, Kind};
use svod_tests::chance::Chance;
use svod_tests::country::Country;

/// At how many moments the writing program is killed.
const MOMENTS: u32 = 200;

/// Names the library the program below writes to; set for the child process only.
const LIBRARY: &str = "SVOD_KILLED_LIBRARY";

/// The program that is killed: it writes into one draft and says after each answer what is saved.
/// Not a test of its own: it goes on until it is killed.
#[test]
#[ignore = "a program for the test below, not a test"]
fn writing_program() {
    let Some(path) = std::env::var_os(LIBRARY) else {
        return;
    };
    let library = Library::open(Path::new(&path), Access::Change).unwrap();
    let id = library.view().unwrap().documents[0].id.clone();
    let draft = library.open_draft(&id).unwrap();
    let group = draft.resolution.sections[0].groups[0].clone();
    let mut written = group.directives.len();
    let mut kept = draft.kept;
    let mut out = std::io::stdout();
    writeln!(out, "open {written}").unwrap();
    out.flush().unwrap();
    loop {
        let directive = Directive {
            id: Id::new(format!("d{written}")),
            text: format!("провести смотр № {written} до 1 октября 2027 года"),
            ..Directive::default()
        };
        let edit = Edit::InsertDirective {
            group: group.id.clone(),
            index: written,
            directive: Box::new(directive),
        };
        kept = library.edit_draft(&id, kept, vec![edit]).unwrap().kept;
        written += 1;
        writeln!(out, "saved {written}").unwrap();
        out.flush().unwrap();
    }
}

fn start(program: &str, library: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([program, "--exact", "--ignored", "--nocapture"])
        .env(LIBRARY, library)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Waits until the program writes, lets it write for so long, kills it, and gives the last thing
/// it said to be saved.
fn killed_after(program: &str, library: &Path, pause: Duration) -> usize {
    let mut child = start(program, library);
    let output = child.stdout.take().unwrap();
    let (opened, wait) = std::sync::mpsc::channel();
    let listener = std::thread::spawn(move || {
        let mut last = 0;
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            // The test harness speaks, too; its words are not the program's.
            let Some((word, number)) = line.rsplit_once(' ') else {
                continue;
            };
            let Ok(number) = number.parse() else { continue };
            if word.ends_with("open") {
                last = number;
                opened.send(()).unwrap();
            } else if word == "saved" {
                last = number;
            }
        }
        last
    });
    wait.recv_timeout(Duration::from_secs(60)).unwrap();
    std::thread::sleep(pause);
    child.kill().unwrap();
    child.wait().unwrap();
    listener.join().unwrap()
}

#[test]
fn whatever_moment_it_is_killed_at_everything_said_to_be_saved_is_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.svod");
    let library = Library::open(&path, Access::Change).unwrap();
    let kind = Kind::Resolution;
    let id = library.start_draft(&Start::Blank { kind }).unwrap().card.id;
    drop(library);
    let mut chance = Chance::new(0x5_0d0b);
    let mut recovered = 0;
    for moment in 0..MOMENTS {
        let pause = Duration::from_micros(chance.number() % 15_000);
        let saved = killed_after("killed::writing_program", &path, pause);
        let library = Library::open(&path, Access::Change).unwrap();
        let view = library.document(&id).unwrap();
        let found = view.resolution.directives().count();
        // What was written but not yet said to be saved may be there as well: one edit at most.
        assert!(
            found == saved || found == saved + 1,
            "moment {moment}: {saved} saved, {found} found"
        );
        assert_eq!(library.verify().unwrap(), Vec::<String>::new());
        let told = library.view().unwrap().recovered;
        assert!(told.iter().all(|told| told.document == id));
        recovered += told.len();
        library.recovered_seen().unwrap();
    }
    assert!(
        recovered > 0,
        "the program was never killed in the middle of its work"
    );
}

/// A program that says of directives how they were executed, many in one go, and now and then takes
/// the last of it back; killed by the test below.
#[test]
#[ignore = "a program for the test below, not a test"]
fn marking_program() {
    let Some(path) = std::env::var_os(LIBRARY) else {
        return;
    };
    let library = Library::open(Path::new(&path), Access::Change).unwrap();
    let today = "2026-10-10".parse().unwrap();
    let view = library.control(None, today).unwrap();
    let document = view.items[0].document.clone();
    let directives: Vec<Id> = view.items.into_iter().map(|item| item.directive).collect();
    println!("open 0");
    for said in 1.. {
        let mark = ControlMark {
            status: ControlStatus::Partly,
            on: today,
            remark: Some(format!("сказано {said}")),
            ..ControlMark::default()
        };
        let marks = directives.iter().map(|directive| DirectiveMark {
            directive: directive.clone(),
            mark: mark.clone(),
        });
        let change = library.mark(&document, marks.collect(), today).unwrap();
        if said % 3 == 0 {
            library.unmark(&document, change.act, today).unwrap();
        }
        println!("saved {said}");
        std::io::stdout().flush().unwrap();
    }
}

#[test]
fn marks_killed_while_they_are_written_are_there_whole_or_not_at_all() {
    const DIRECTIVES: usize = 40;
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = (folder.path().join("l.svod"), folder.path().join("r.txt"));
    let tasks: Vec<String> = (1..=DIRECTIVES)
        .map(|n| format!("- провести смотр музеев № {n} до 1 октября 2026 года;\n"))
        .collect();
    let text = format!(
        "РЕШЕНИЕ\nсовещания\n\nпринято 25.08.2026\n\nШколам:\n{}",
        tasks.concat()
    );
    std::fs::write(&file, text).unwrap();
    let library = Library::open(&path, Access::Change).unwrap();
    library
        .import("t", &[&file], &Cancel::default(), |_| {})
        .unwrap();
    let id = library.view().unwrap().documents[0].id.clone();
    library.adopt(&id, "2026-08-25".parse().unwrap()).unwrap();
    drop(library);
    let mut chance = Chance::new(0xC0_7201);
    let mut kept = 0;
    for moment in 0..40 {
        let pause = Duration::from_micros(chance.number() % 120_000);
        let saved = killed_after("killed::marking_program", &path, pause);
        let library = Library::open(&path, Access::Change).unwrap();
        assert_eq!(library.verify().unwrap(), Vec::<String>::new());
        let view = library
            .control(None, "2026-10-10".parse().unwrap())
            .unwrap();
        let acts: Vec<Vec<u32>> = view
            .items
            .iter()
            .map(|item| item.history.iter().map(|made| made.act).collect())
            .collect();
        // What is said in one go of forty directives is there for all of them, or for none.
        assert!(acts.iter().all(|own| *own == acts[0]), "moment {moment}");
        // What was said before the program was killed is there, but what it took back; one more may be,
        // and one that it was about to take back.
        let told = saved - saved / 3;
        let found = acts[0].len() - kept;
        assert!(
            found == told || found == told + 1,
            "moment {moment}: {saved} said, {told} kept, {found} found"
        );
        kept = acts[0].len();
    }
    assert!(kept > 20, "the program was killed before it said anything");
}

/// A program on a disk that becomes full: it writes until that is refused, says so, and goes on.
#[test]
#[ignore = "a program for the test below, not a test"]
fn program_on_a_full_disk() {
    let Some(path) = std::env::var_os(LIBRARY) else {
        return;
    };
    let library = Library::open(Path::new(&path), Access::Change).unwrap();
    let id = library.view().unwrap().documents[0].id.clone();
    let mut kept = library.open_draft(&id).unwrap().kept;
    let paragraph = "Обсудив итоги учебного года ".repeat(400);
    for n in 0.. {
        let edit = Edit::SetPreamble {
            paragraphs: vec![format!("{n} {paragraph}")],
        };
        match library.edit_draft(&id, kept, vec![edit]) {
            Ok(saved) => kept = saved.kept,
            Err(error) => {
                let standing = library.open_draft(&id).unwrap();
                let first = standing.resolution.preamble[0].clone();
                let saved = first.split(' ').next().unwrap();
                println!("refused {:?} {} {saved}", error.code, standing.kept == kept);
                return;
            }
        }
    }
}

#[test]
#[cfg(unix)]
fn full_disk_is_said_and_what_was_saved_before_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.svod");
    let library = Library::open(&path, Access::Change).unwrap();
    let kind = Kind::Resolution;
    let id = library.start_draft(&Start::Blank { kind }).unwrap().card.id;
    drop(library);
    // No file may grow over 2 MB: what a full disk does, without filling anybody's disk.
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 4096; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args([
            "killed::program_on_a_full_disk",
            "--exact",
            "--ignored",
            "--nocapture",
        ])
        .env(LIBRARY, &path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let refused = said
        .lines()
        .find_map(|line| line.split_once("refused ").map(|(_, told)| told.to_owned()))
        .unwrap_or_else(|| panic!("{said}\n{}", String::from_utf8_lossy(&output.stderr)));
    let told: Vec<&str> = refused.split(' ').collect();
    assert_eq!(
        &told[..2],
        ["DiskFull", "true"],
        "the draft stands as it was: {refused}"
    );
    let library = Library::open(&path, Access::Change).unwrap();
    let found = library.document(&id).unwrap().resolution.preamble[0].clone();
    assert_eq!(found.split(' ').next(), Some(told[2]));
    assert_eq!(library.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn carrying_over_is_whole_or_absent_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.svod");
    let file = folder.path().join("2026.txt");
    std::fs::write(
        &file,
        "РЕШЕНИЕ\nсовещания\n\nпринято 25.08.2026\n\nШколам:\n- провести смотр музеев;\n- открыть клубы.\n",
    )
    .unwrap();
    let library = Library::open(&path, Access::Change).unwrap();
    let report = library
        .import("t", &[&file], &Cancel::default(), |_| {})
        .unwrap();
    let ImportOutcome::Imported { card, .. } = &report.items[0].outcome else {
        panic!("{report:?}");
    };
    let start = Start::LastYear {
        document: card.id.clone(),
        years: 1,
    };
    let id = library.start_draft(&start).unwrap().card.id;
    let first = library.carry_over(&id).unwrap().items[0]
        .directive
        .id
        .clone();
    library
        .carry(&id, &first, CarryVerdict::Keep, None, None)
        .unwrap();
    // No closing: the program is gone.
    drop(library);
    let library = Library::open(&path, Access::Change).unwrap();
    let view = library.carry_over(&id).unwrap();
    assert_eq!(view.items[0].verdict, Some(CarryVerdict::Keep));
    let became = view.items[0].became.clone().unwrap();
    assert!(view.draft.resolution.directive(&became).is_some());
}

/// Names the bundle the programs below take; set for the child processes only.
const BUNDLE: &str = "SVOD_KILLED_BUNDLE";

/// A program that takes a bundle, and is killed while it does.
#[test]
#[ignore = "a program for the test below, not a test"]
fn taking_program() {
    let (Some(path), Some(bundle)) = (std::env::var_os(LIBRARY), std::env::var_os(BUNDLE)) else {
        return;
    };
    let library = Library::open(Path::new(&path), Access::Change).unwrap();
    library.open_bundle(Path::new(&bundle)).unwrap();
    println!("open 0");
    let taken = library.take_bundle("t", &BTreeMap::new(), &Cancel::default(), |progress| {
        println!("saved {}", progress.done);
    });
    match taken {
        Ok(report) => println!("took {}", report.added),
        Err(error) => println!("refused {:?}", error.code),
    }
}

fn bundle_of(count: usize, folder: &Path) -> std::path::PathBuf {
    let library = Library::open(&folder.join("from.svod"), Access::Change).unwrap();
    let made = Country::new(7).documents().take(count);
    library
        .add_resolutions(made.map(|made| made.resolution))
        .unwrap();
    let bundle = folder.join("b.svodx");
    library.export_bundle(&[], &bundle).unwrap();
    bundle
}

fn taking(library: &Path, bundle: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "killed::taking_program",
            "--exact",
            "--ignored",
            "--nocapture",
        ])
        .env(LIBRARY, library)
        .env(BUNDLE, bundle)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

#[test]
fn a_bundle_whose_taking_was_killed_is_taken_to_the_end_by_taking_it_again() {
    const COUNT: usize = 40;
    let folder = tempfile::tempdir().unwrap();
    let bundle = bundle_of(COUNT, folder.path());
    let from = Library::open(&folder.path().join("from.svod"), Access::Look).unwrap();
    let cards = from.view().unwrap().documents.into_iter();
    let sent: BTreeMap<Id, _> = cards
        .map(|card| (card.id.clone(), from.document(&card.id).unwrap().resolution))
        .collect();
    let mut chance = Chance::new(11);
    let mut in_the_middle = 0;
    for moment in 0..5 {
        let path = folder.path().join(format!("{moment}.svod"));
        let mut child = taking(&path, &bundle).spawn().unwrap();
        let output = child.stdout.take().unwrap();
        let stop_at = 1 + chance.below(COUNT - 2);
        let told = BufReader::new(output)
            .lines()
            .map_while(Result::ok)
            .any(|line| {
                let said = line.strip_prefix("saved ").and_then(|n| n.parse().ok());
                said.is_some_and(|n: usize| n >= stop_at)
            });
        assert!(told, "it took no document");
        child.kill().unwrap();
        child.wait().unwrap();

        let library = Library::open(&path, Access::Change).unwrap();
        assert_eq!(library.verify().unwrap(), Vec::<String>::new());
        let found = library.view().unwrap().documents.len();
        assert!(
            found >= stop_at,
            "{stop_at} said to be there, {found} found"
        );
        // What is there is there whole.
        for card in library.view().unwrap().documents {
            let found = library.document(&card.id).unwrap().resolution;
            assert_eq!(sent[&card.id], found, "moment {moment}");
        }
        in_the_middle += usize::from(found < COUNT);
        library.open_bundle(&bundle).unwrap();
        let report = library
            .take_bundle("t", &BTreeMap::new(), &Cancel::default(), |_| {})
            .unwrap();
        assert_eq!(report.view.documents.len(), COUNT);
        assert_eq!(report.added as usize, COUNT - found);
    }
    assert!(
        in_the_middle > 0,
        "it was never killed in the middle of its work"
    );
}

#[test]
#[cfg(unix)]
fn a_full_disk_stops_taking_and_copying_and_leaves_whole_documents_and_no_half_copy() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = bundle_of(80, folder.path());
    let path = folder.path().join("to.svod");
    // No file may grow over 1 MB.
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 2048; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args([
            "killed::taking_program",
            "--exact",
            "--ignored",
            "--nocapture",
        ])
        .env(LIBRARY, &path)
        .env(BUNDLE, &bundle)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("refused DiskFull"), "{said}");
    let library = Library::open(&path, Access::Change).unwrap();
    assert_eq!(library.verify().unwrap(), Vec::<String>::new());
    let found = library.view().unwrap().documents.len();
    assert!(0 < found && found < 80, "{found}");
    // With room again, the rest is taken.
    library.open_bundle(&bundle).unwrap();
    let report = library.take_bundle("t", &BTreeMap::new(), &Cancel::default(), |_| {});
    assert_eq!(report.unwrap().view.documents.len(), 80);
    drop(library);

    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 512; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args([
            "killed::copying_program",
            "--exact",
            "--ignored",
            "--nocapture",
        ])
        .env(LIBRARY, &path)
        .env(BUNDLE, folder.path().join("full.svodx"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("copy DiskFull, bundle DiskFull"), "{said}");
    let left = |folder: &Path| -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let halves = names.filter(|name| name.contains(".part") || name.contains("full"));
        halves.collect()
    };
    assert_eq!(left(folder.path()), [""; 0]);
    assert_eq!(left(&folder.path().join("to.svod-copies")), [""; 0]);
}

/// A program on a full disk that copies a library and writes a bundle of it.
#[test]
#[ignore = "a program for the test above, not a test"]
fn copying_program() {
    let (Some(path), Some(bundle)) = (std::env::var_os(LIBRARY), std::env::var_os(BUNDLE)) else {
        return;
    };
    let library = Library::open(Path::new(&path), Access::Look).unwrap();
    let copy = library.backup_now().map(|_| ()).unwrap_err().code;
    let bundle = library
        .export_bundle(&[], Path::new(&bundle))
        .unwrap_err()
        .code;
    println!("copy {copy:?}, bundle {bundle:?}");
}
