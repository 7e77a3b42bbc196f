//! `svod` as scripts and people use it: the built program, real files, real exit statuses.
#![allow(clippy::unwrap_used, reason = "a failed step is a failed test")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../assets/samples")
        .join(name)
}

fn svod(arguments: &[&str]) -> Output {
    svod_in("C.UTF-8", arguments)
}

fn svod_in(language: &str, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_svod"))
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", language)
        .args(arguments)
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = svod(arguments);
    assert!(output.status.success(), "{}", stderr(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn directives(resolution: &Value) -> Vec<String> {
    let each = |value: &Value, name: &str| value[name].as_array().unwrap().clone();
    each(resolution, "sections")
        .iter()
        .flat_map(|section| each(section, "groups"))
        .flat_map(|group| each(&group, "directives"))
        .map(|directive| directive["text"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn read_prints_the_contract() {
    let file = sample("tihorechensky-2026.docx");
    let resolution = json(&["read", file.to_str().unwrap()]);
    assert_eq!(resolution["schema"], "svod.resolution/1");
    for name in [
        "kind",
        "draft",
        "title",
        "event",
        "adopted_on",
        "preamble",
        "sections",
    ] {
        assert!(!resolution[name].is_null(), "{name}");
    }
    for name in ["closing", "unplaced", "diagnostics"] {
        assert!(resolution[name].is_array(), "{name}");
    }
    let group = &resolution["sections"][0]["groups"][0];
    for name in ["number", "heading", "addressees", "partners", "directives"] {
        assert!(group.get(name).is_some(), "{name}");
    }
    let directive = &group["directives"][0];
    for name in [
        "id",
        "text",
        "lead",
        "addressee",
        "deadlines",
        "indicators",
        "references",
    ] {
        assert!(directive.get(name).is_some(), "{name}");
    }
    assert!(directive["source"]["lines"][0].is_number());
}

#[test]
fn every_diagnostic_is_said_in_words_in_both_languages() {
    let file = sample("klyuchegradsky-2026.md");
    for language in ["ru_RU.UTF-8", "C.UTF-8"] {
        let output = svod_in(language, &["read", file.to_str().unwrap()]);
        let resolution: Value = serde_json::from_slice(&output.stdout).unwrap();
        for diagnostic in resolution["diagnostics"].as_array().unwrap() {
            let message = diagnostic["message"].as_str().unwrap();
            assert!(
                !message.is_empty() && !message.contains(['{', '}']),
                "{message}"
            );
        }
    }
}

#[test]
fn comparison_is_written_as_a_table_a_workbook_and_a_redline() {
    let (old, new) = (
        sample("tihorechensky-2025.docx"),
        sample("tihorechensky-2026.docx"),
    );
    let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());
    let written = |format: &str| {
        let arguments = ["compare", old, new, "--format", format];
        let by = ["--author", "О.П. Секретарь", "--date", "2031-03-05"];
        let output = svod(&[arguments.as_slice(), &by].concat());
        assert!(output.status.success(), "{format}: {output:?}");
        output.stdout
    };
    for format in ["docx", "xlsx", "redline"] {
        let bytes = written(format);
        assert!(bytes.starts_with(b"PK"), "{format}");
        assert!(
            bytes == written(format),
            "{format}: the same day gives the same bytes"
        );
    }
    let page = String::from_utf8(written("html")).unwrap();
    assert!(page.contains("связь точная"));
    let wrong = ["compare", old, new, "--date", "5 марта"];
    assert_eq!(svod(&wrong).status.code(), Some(2));
}

#[test]
fn comparison_accounts_for_every_directive_of_both_years() {
    let (old, new) = (
        sample("tihorechensky-2025.docx"),
        sample("tihorechensky-2026.docx"),
    );
    let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());
    let comparison = json(&["compare", old, new]);
    assert_eq!(comparison["schema"], "svod.comparison/1");
    let pairs = comparison["pairs"].as_array().unwrap();
    let ids = |side: &str, rest: &str| {
        let paired = pairs.iter().map(|pair| pair[side]["id"].as_str().unwrap());
        let alone = comparison[rest].as_array().unwrap().iter();
        let mut ids: Vec<String> = paired
            .chain(alone.map(|part| part["id"].as_str().unwrap()))
            .map(Into::into)
            .collect();
        ids.sort();
        ids.dedup();
        ids.len()
    };
    assert_eq!(
        ids("old", "dropped"),
        directives(&json(&["read", old])).len()
    );
    assert_eq!(ids("new", "added"), directives(&json(&["read", new])).len());
    assert!(pairs.iter().any(|pair| pair["relation"] == "unchanged"));
    assert!(
        pairs
            .iter()
            .any(|pair| pair["changes"].get("deadlines").is_some())
    );
}

#[test]
fn exported_word_file_reads_back_to_the_same_directives() {
    let folder = tempfile::tempdir().unwrap();
    for name in [
        "tihorechensky-2026.docx",
        "zarechnensky-2026.txt",
        "klyuchegradsky-2026.md",
    ] {
        let source = sample(name);
        let out = folder.path().join("готово.docx");
        let arguments = [
            "export",
            source.to_str().unwrap(),
            "--to",
            "docx",
            "-o",
            out.to_str().unwrap(),
        ];
        let output = svod(&arguments);
        assert!(output.status.success(), "{}", stderr(&output));
        let first = json(&["read", source.to_str().unwrap()]);
        let second = json(&["read", out.to_str().unwrap()]);
        // No-break spaces are typography, not text.
        let plain = |value: &Value| -> Vec<String> {
            directives(value)
                .iter()
                .map(|text| text.replace('\u{a0}', " "))
                .collect()
        };
        assert_eq!(plain(&first), plain(&second), "{name}");
    }
}

#[test]
fn other_formats_are_written_and_unknown_ones_refused() {
    let folder = tempfile::tempdir().unwrap();
    let source = sample("lugovskoy-2026.docx");
    for format in ["html", "md", "txt", "json"] {
        let out = folder.path().join(format!("out.{format}"));
        let output = svod(&[
            "export",
            source.to_str().unwrap(),
            "--to",
            format,
            "-o",
            out.to_str().unwrap(),
        ]);
        assert!(output.status.success(), "{format}: {}", stderr(&output));
        assert!(std::fs::metadata(&out).unwrap().len() > 1000, "{format}");
    }
    let out = folder.path().join("out.odp");
    let output = svod(&[
        "export",
        source.to_str().unwrap(),
        "--to",
        "odp",
        "-o",
        out.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!out.exists());
}

#[test]
fn failed_export_leaves_the_old_file_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let (broken, out) = (
        folder.path().join("broken.docx"),
        folder.path().join("out.docx"),
    );
    std::fs::write(&broken, b"PK\x03\x04").unwrap();
    std::fs::write(&out, b"old").unwrap();
    let output = svod(&[
        "export",
        broken.to_str().unwrap(),
        "--to",
        "docx",
        "-o",
        out.to_str().unwrap(),
    ]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(std::fs::read(&out).unwrap(), b"old");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn check_answers_no_when_an_addressee_has_nothing_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("r.txt");
    let text = "РЕЗОЛЮЦИЯ\nпедагогического форума\n\nПринята 25 августа 2026 года\n\n\
                Участники форума рекомендуют:\n\n1. Управлению образования:\n\
                - утвердить план работы до 1 июня 2026 года;\n- провести смотр до 1 мая 2027 года.\n";
    std::fs::write(&file, text).unwrap();
    let output = svod_in("ru_RU.UTF-8", &["check", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1), "{}", stdout(&output));
    assert!(
        stdout(&output).contains("прошёл до принятия"),
        "{}",
        stdout(&output)
    );
}

#[test]
fn library_keeps_finds_and_copies_what_it_was_given() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.svod");
    let library = path.to_str().unwrap();
    let (one, two) = (
        sample("tihorechensky-2025.docx"),
        sample("zarechnensky-2026.txt"),
    );
    let (one, two) = (one.to_str().unwrap(), two.to_str().unwrap());

    let output = svod(&["library", "import", one, two, "--library", library]);
    assert!(output.status.success(), "{}", stderr(&output));
    let sum = "2 files in all: 2 new documents, 0 already in the library, 0 not read.";
    assert!(stdout(&output).contains(sum), "{}", stdout(&output));
    let again = svod(&["library", "import", one, "--library", library]);
    assert!(
        stdout(&again).contains("already in the library"),
        "{}",
        stdout(&again)
    );

    let view = json(&["library", "list", "--format", "json", "--library", library]);
    let documents = view["documents"].as_array().unwrap();
    assert_eq!(documents.len(), 2);
    let id = documents[0]["id"].as_str().unwrap();
    let shown = json(&[
        "library",
        "show",
        &id[..8],
        "--format",
        "json",
        "--library",
        library,
    ]);
    assert_eq!(shown["title"], documents[0]["title"]);

    let hits = svod(&[
        "library",
        "search",
        "образовательными",
        "--library",
        library,
    ]);
    assert!(!stdout(&hits).contains("Nothing"), "{}", stdout(&hits));

    let copy = folder.path().join("copy.svod");
    let copy = copy.to_str().unwrap();
    assert!(
        svod(&["library", "backup", copy, "--library", library])
            .status
            .success()
    );
    assert!(
        svod(&["library", "verify", "--library", copy])
            .status
            .success()
    );
    let refused = svod(&["library", "backup", copy, "--library", library]);
    assert_eq!(refused.status.code(), Some(1));
}

#[test]
fn wrong_usage_ends_with_two_and_help_with_zero() {
    assert_eq!(svod(&["compare", "only-one.txt"]).status.code(), Some(2));
    assert_eq!(svod(&["nonsense"]).status.code(), Some(2));
    assert_eq!(svod(&["--help"]).status.code(), Some(0));
    let russian = svod_in("ru_RU.UTF-8", &["--help"]);
    assert!(stdout(&russian).contains("Сравнить две резолюции"));
}

#[test]
fn killed_import_leaves_a_sound_library_of_whole_documents() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("l.svod");
    for round in 0..6u64 {
        let mut import = Command::new(env!("CARGO_BIN_EXE_svod"));
        import
            .args(["library", "import", "--library"])
            .arg(&library);
        for n in 0..40 {
            let file = folder.path().join(format!("{round}-{n}.txt"));
            let text = format!(
                "РЕЗОЛЮЦИЯ\nфорума № {round}-{n}\n\nУправлению образования:\n- провести смотр.\n"
            );
            std::fs::write(&file, text).unwrap();
            import.arg(file);
        }
        let mut running = import.stdout(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(5 + round * 40));
        // It may have finished already; then the round proves less, never something wrong.
        drop(running.kill());
        running.wait().unwrap();
        let path = library.to_str().unwrap();
        let verified = svod(&["library", "verify", "--library", path]);
        if !library.exists() {
            // Killed before there was a library: nothing of one is there.
            assert!(
                stderr(&verified).contains("l.svod"),
                "{}",
                stderr(&verified)
            );
            continue;
        }
        assert!(
            verified.status.success(),
            "{}{}",
            stdout(&verified),
            stderr(&verified)
        );
        let view = json(&["library", "list", "--format", "json", "--library", path]);
        for document in view["documents"].as_array().unwrap() {
            assert_eq!(document["directives"], 1);
            let id = document["id"].as_str().unwrap();
            assert!(
                svod(&["library", "show", id, "--library", path])
                    .status
                    .success()
            );
        }
    }
}

#[test]
fn library_is_handed_over_and_taken_back_from_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (one, other, bundle, copy) = (at("1.svod"), at("2.svod"), at("b.svodx"), at("c.svod"));
    let file = at("решение.txt");
    let text = "РЕШЕНИЕ\nсовещания\n\nШколам:\n- провести смотр музеев.\n";
    std::fs::write(&file, text).unwrap();
    let run = |arguments: &[&str]| {
        let output = svod(arguments);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{arguments:?}: {}",
            stderr(&output)
        );
        stdout(&output)
    };
    run(&["library", "import", &file, "--library", &one]);
    run(&["library", "export", "-o", &bundle, "--library", &one]);
    let first = run(&["library", "receive", &bundle, "--library", &other]);
    assert!(first.contains("Added: 1"), "{first}");
    let again = run(&["library", "receive", &bundle, "--library", &other]);
    assert!(again.contains("Added: 0, updated: 0, left: 1"), "{again}");
    assert!(run(&["library", "search", "музею", "--library", &other]).contains("смотр"));

    run(&["library", "backup", &copy, "--library", &other]);
    std::fs::write(&other, "no library any more").unwrap();
    assert_eq!(
        svod(&["library", "list", "--library", &other])
            .status
            .code(),
        Some(1)
    );
    run(&["library", "restore", &copy, "--library", &other]);
    assert!(run(&["library", "list", "--library", &other]).contains("совещания"));
    let refused = svod(&["library", "receive", &file, "--library", &other]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        stderr(&refused).contains("no exchange file"),
        "{}",
        stderr(&refused)
    );
}

#[test]
fn every_format_is_exported_and_a_named_day_makes_the_bytes_repeat() {
    let folder = tempfile::tempdir().unwrap();
    let source = sample("zarechnensky-2026.txt");
    for (format, begins) in [
        ("docx", &b"PK"[..]),
        ("pdf", b"%PDF-1.7"),
        ("odt", b"PK"),
        ("html", b"<!"),
        ("md", b"#"),
        ("xlsx", b"PK"),
        ("ics", b"BEGIN:VCALENDAR"),
        ("akn", b"<?xml"),
    ] {
        let export = |name: &str| {
            let out = folder.path().join(name);
            let output = svod(&[
                "export",
                source.to_str().unwrap(),
                "--to",
                format,
                "--date",
                "2026-11-01",
                "-o",
                out.to_str().unwrap(),
            ]);
            assert!(output.status.success(), "{format}: {}", stderr(&output));
            std::fs::read(out).unwrap()
        };
        let first = export("первый");
        assert!(first.starts_with(begins), "{format}");
        assert_eq!(first, export("второй"), "{format}");
    }
}

#[test]
fn matrix_counts_files_by_districts_and_is_written_in_three_formats() {
    let files = [
        "tihorechensky-2025.docx",
        "tihorechensky-2026.docx",
        "klyuchegradsky-2026.md",
    ]
    .map(sample);
    let names: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
    let matrix = json(&[&["matrix"], names.as_slice()].concat());
    assert_eq!(matrix["schema"], "svod.matrix/1");
    let rows = matrix["rows"].as_array().unwrap();
    // Two years of one district are one row.
    assert_eq!(rows.len(), 2, "{rows:#?}");
    let columns = matrix["columns"].as_array().unwrap().len();
    assert!(
        rows.iter()
            .all(|row| row["counts"].as_array().unwrap().len() == columns)
    );
    let families = json(&[&["matrix", "--columns", "families"], names.as_slice()].concat());
    assert!(families["columns"][0]["name"].as_str().unwrap().len() > 10);

    let folder = tempfile::tempdir().unwrap();
    for (format, start) in [("html", "<!"), ("xlsx", "PK")] {
        let out = folder.path().join(format!("m.{format}"));
        let day = [
            "--format",
            format,
            "--date",
            "2026-09-01",
            "-o",
            out.to_str().unwrap(),
        ];
        let output = svod(&[&["matrix"], names.as_slice(), &day].concat());
        assert!(output.status.success(), "{}", stderr(&output));
        assert!(std::fs::read(out).unwrap().starts_with(start.as_bytes()));
    }
    assert_eq!(svod(&["matrix", "нет.docx"]).status.code(), Some(1));
}

#[test]
fn a_matrix_of_a_library_has_the_themes_a_person_gave_it() {
    use svod_api::view::ThemeEntry;
    use svod_api::{Access, Library};
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.svod");
    let library = path.to_str().unwrap();
    let file = sample("tihorechensky-2026.docx");
    let file = file.to_str().unwrap();
    let imported = svod(&["library", "import", file, "--library", library]);
    assert!(imported.status.success(), "{}", stderr(&imported));
    let own = ThemeEntry {
        name: "Учителя".into(),
        words: "педагог, учитель".into(),
        ..ThemeEntry::default()
    };
    Library::open(&path, Access::Change)
        .unwrap()
        .keep_themes(Some(&[own]))
        .unwrap();
    let first = |arguments: &[&str]| json(arguments)["columns"][0].clone();
    let told = first(&["matrix", "--library", library]);
    assert_eq!(told["name"], "Учителя");
    assert!(told["directives"].as_u64() > Some(0));
    // Files are counted by the same themes, and without a library by those of the program.
    assert_eq!(first(&["matrix", "--library", library, file]), told);
    assert_ne!(first(&["matrix", file])["name"], "Учителя");
    assert_eq!(svod(&["matrix"]).status.code(), Some(2));
}

#[test]
fn what_is_late_or_due_soon_is_told_to_people_and_to_programs() {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = (folder.path().join("l.svod"), folder.path().join("r.txt"));
    std::fs::write(
        &file,
        "РЕШЕНИЕ\nсовещания\n\nпринято 25.08.2026\n\nРуководителям школ:\n\
         - провести смотр музеев до 1 октября 2026 года;\n\
         - открыть клуб до 1 ноября 2026 года;\n\
         - открыть бассейн до 1 сентября 2027 года.\n",
    )
    .unwrap();
    let place = path.to_str().unwrap();
    let imported = svod(&[
        "library",
        "--library",
        place,
        "import",
        file.to_str().unwrap(),
    ]);
    assert!(imported.status.success(), "{}", stderr(&imported));
    let library = svod_api::Library::open(&path, svod_api::Access::Change).unwrap();
    let id = library.view().unwrap().documents[0].id.clone();
    library.adopt(&id, "2026-08-25".parse().unwrap()).unwrap();
    drop(library);
    let due = |more: &[&str]| {
        let mut arguments = vec!["control", "--library", place, "due", "--on", "2026-10-30"];
        arguments.extend(more);
        let output = svod_in("ru_RU.UTF-8", &arguments);
        assert!(output.status.success(), "{}", stderr(&output));
        stdout(&output)
    };
    let text = due(&[]);
    for said in [
        "На 30.10.2026: 2 поручения, из них просрочено 1.",
        "01.10.2026  просрочено на 29 дней",
        "01.11.2026  осталось: 2 дня; выходной, рабочий день 02.11.2026",
        "Руководителям школ",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let answer: Value = serde_json::from_str(&due(&["--json", "--within", "0"])).unwrap();
    assert_eq!(answer["schema"], "svod.due/1");
    assert_eq!(answer["late"], 1);
    let items = answer["items"].as_array().unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0]["due"], "2026-10-01");
    assert_eq!(items[0]["days_left"], -29);
    assert_eq!(items[0]["works_on"], Value::Null);
    assert_eq!(items[0]["status"], "on_control");
    assert_eq!(
        svod(&["control", "due", "--within", "soon"]).status.code(),
        Some(2)
    );
}

#[test]
fn export_tells_which_lines_are_not_in_the_document() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("r.txt");
    let text = "СОГЛАСОВАНО\n\nРЕЗОЛЮЦИЯ\nфорума педагогов\n\n\
                Принята 26 августа 2026 года\n\nШколам:\n- утвердить планы.\n";
    std::fs::write(&file, text).unwrap();
    let export = |format: &str| {
        let out = folder.path().join("out");
        let (file, out) = (file.to_str().unwrap(), out.to_str().unwrap());
        let output = svod(&["export", file, "--to", format, "-o", out]);
        assert!(output.status.success());
        stderr(&output)
    };
    let told = export("docx");
    assert!(told.starts_with("svod: "), "{told}");
    assert!(told.ends_with("\n  1: СОГЛАСОВАНО\n"), "{told}");
    // The JSON holds the line itself.
    assert_eq!(export("json"), "");
}
