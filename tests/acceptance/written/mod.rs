//! What we write is opened by programs and libraries that are not ours, and holds what their formats
//! ask for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use svod_model::{Id, Resolution};
use svod_readers::{Options, read};
use svod_writers::{Profile, papers};

use crate::office::{Revisions, convert, paragraphs};
use crate::python;
use crate::round_trip::documents;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

/// Writes every document into a folder of its own files; the names tell the documents.
fn write_all(folder: &Path, extension: &str, write: impl Fn(&Resolution) -> Vec<u8>) -> usize {
    let documents = documents();
    for (n, (_, resolution)) in documents.iter().enumerate() {
        fs::write(
            folder.join(format!("{n:03}.{extension}")),
            write(resolution),
        )
        .unwrap();
    }
    documents.len()
}

/// A script over a folder prints faults and, last, how many files it saw.
fn no_faults(script: &str, folder: &Path, count: usize) {
    let said = python::run(script, &[folder]);
    let (faults, seen) = said
        .trim_end()
        .rsplit_once('\n')
        .unwrap_or(("", said.trim()));
    assert_eq!(faults, "");
    assert_eq!(seen, count.to_string());
}

#[test]
fn word_documents_keep_the_order_of_the_schema_and_open_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let editing = Profile {
        for_editing: true,
        ..Profile::default()
    };
    let titled = |resolution: &Resolution| Resolution {
        // The library asks for a title; a document without one has none.
        title: match resolution.title.trim() {
            "" => "Без названия".into(),
            title => title.into(),
        },
        ..resolution.clone()
    };
    let write =
        |resolution: &Resolution| svod_writers::docx(&titled(resolution), &editing).unwrap();
    let count = write_all(folder.path(), "docx", write);
    let papers = derived(&titled(&documents().swap_remove(0).1));
    for (n, paper) in papers.iter().enumerate() {
        let bytes = svod_writers::sheet_docx(paper, &Profile::gost_2016()).unwrap();
        fs::write(folder.path().join(format!("paper-{n}.docx")), bytes).unwrap();
    }
    no_faults(include_str!("word.py"), folder.path(), count + papers.len());
}

#[test]
fn akoma_ntoso_passes_the_published_schema() {
    let folder = tempfile::tempdir().unwrap();
    let write = |resolution: &Resolution| svod_writers::akn(resolution, day()).unwrap();
    let count = write_all(folder.path(), "xml", write);
    no_faults(include_str!("legal.py"), folder.path(), count);
}

#[test]
fn calendars_hold_every_dated_deadline_at_its_last_day() {
    let folder = tempfile::tempdir().unwrap();
    let stamp = day().and_hms_opt(9, 0, 0).unwrap();
    write_all(folder.path(), "ics", |resolution| {
        svod_writers::ics(resolution, stamp)
    });
    let said = python::run(include_str!("calendar.py"), &[folder.path()]);
    let mut events: BTreeMap<(String, String), (String, String)> = BTreeMap::new();
    for line in said.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells[5], "2", "{line}");
        let name = (cells[0].to_owned(), cells[1].to_owned());
        let days = (cells[2].to_owned(), cells[3].to_owned());
        assert_eq!(events.insert(name, days), None, "{line}: two of one name");
    }
    let mut dated = 0;
    for (n, (_, resolution)) in documents().iter().enumerate() {
        for (_, _, directive) in resolution.directives() {
            for (place, deadline) in directive.deadlines.iter().enumerate() {
                // A repetition that names no day begins with the first one control counts.
                let first = resolution.adopted_on.and_then(|adopted| {
                    let until = adopted + chrono::Months::new(12);
                    svod_model::control::occurrences(deadline, adopted, until)
                        .first()
                        .copied()
                });
                let Some(last) = deadline.to.or(deadline.from).or(first) else {
                    continue;
                };
                dated += 1;
                let name = (
                    format!("{n:03}.ics"),
                    format!("{}-{}@svod", directive.id, place + 1),
                );
                let (first, after) = &events[&name];
                assert_eq!(after, &last.succ_opt().unwrap().to_string());
                assert!(*first <= last.to_string());
            }
        }
    }
    assert_eq!(events.len(), dated);
    assert!(dated > 400, "{dated}");
}

#[test]
fn workbooks_open_elsewhere_with_a_row_for_each_directive_and_no_formula() {
    let folder = tempfile::tempdir().unwrap();
    write_all(folder.path(), "xlsx", |resolution| {
        svod_writers::workbook(resolution, resolution, day()).unwrap()
    });
    let said = python::run(include_str!("workbook.py"), &[folder.path()]);
    let documents = documents();
    let mut sheets = 0;
    for line in said.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [number, title, rows, days, formulas] = cells[..] else {
            panic!("{line}");
        };
        let (name, resolution) = &documents[number.parse::<usize>().unwrap()];
        let directives: Vec<_> = resolution.directives().map(|(_, _, d)| d).collect();
        let expected = match title {
            "Показатели" => directives.iter().map(|d| d.indicators.len()).sum(),
            _ => directives.len(),
        };
        assert_eq!(rows, expected.to_string(), "{name}: {title}");
        assert_eq!(formulas, "0", "{name}: {title}");
        if title == "Контроль" {
            let dated = directives
                .iter()
                .filter(|d| d.deadlines.iter().any(|d| d.to.or(d.from).is_some()));
            assert_eq!(days, dated.count().to_string(), "{name}: {title}");
        }
        sheets += 1;
    }
    assert_eq!(sheets, documents.len() * 4);
}

#[test]
fn opendocument_shows_the_same_numbers_and_words_as_word() {
    let folder = tempfile::tempdir().unwrap();
    let documents = documents();
    let mut tasks = Vec::new();
    for (n, (_, resolution)) in documents.iter().enumerate() {
        for (extension, bytes) in [
            (
                "docx",
                svod_writers::docx(resolution, &Profile::default()).unwrap(),
            ),
            (
                "odt",
                svod_writers::odt(resolution, &Profile::default()).unwrap(),
            ),
        ] {
            let file = folder.path().join(format!("{n:03}.{extension}"));
            fs::write(&file, bytes).unwrap();
            tasks.push((file, Revisions::Untouched));
        }
    }
    let shown = paragraphs(&tasks, folder.path());
    let mut faults = Vec::new();
    for ((name, _), pair) in documents.iter().zip(shown.chunks(2)) {
        if pair[0] != pair[1] {
            let first = pair[0]
                .iter()
                .zip(&pair[1])
                .find(|(word, other)| word != other);
            faults.push(format!("{name}: {first:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn extract_shows_the_numbers_of_the_original_in_both_office_formats() {
    let folder = tempfile::tempdir().unwrap();
    let (mut tasks, mut wanted) = (Vec::new(), Vec::new());
    for (n, (name, resolution)) in documents().into_iter().enumerate() {
        if resolution.kind == svod_model::Kind::Plan {
            // A table has no lists.
            continue;
        }
        let third = resolution.directives().skip(n % 3).step_by(3);
        let directives: BTreeSet<Id> = third.map(|(_, _, d)| d.id.clone()).collect();
        let extract = papers::part(&resolution, &directives);
        let numbers: Vec<String> = extract
            .blocks
            .iter()
            .filter_map(|block| match block {
                svod_writers::Block::Addressee { number, .. }
                | svod_writers::Block::Lead { number, .. }
                | svod_writers::Block::Item { number, .. } => Some(number.clone()),
                svod_writers::Block::SubItem { mark, .. } => Some(mark.clone()),
                _ => None,
            })
            .collect();
        for (extension, bytes) in [
            (
                "docx",
                svod_writers::sheet_docx(&extract, &Profile::default()).unwrap(),
            ),
            (
                "odt",
                svod_writers::sheet_odt(&extract, &Profile::default()).unwrap(),
            ),
        ] {
            let file = folder.path().join(format!("{n:03}.{extension}"));
            fs::write(&file, bytes).unwrap();
            tasks.push((file, Revisions::Untouched));
            wanted.push((format!("{name} as {extension}"), numbers.clone()));
        }
    }
    let shown = paragraphs(&tasks, folder.path());
    let faults: Vec<String> = wanted
        .iter()
        .zip(shown)
        .filter_map(|((name, wanted), shown)| {
            let labels = shown.into_iter().map(|(label, _)| label);
            let found: Vec<String> = labels.filter(|label| !label.is_empty()).collect();
            (found != *wanted).then(|| format!("{name}: {wanted:?} {found:?}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn opendocument_saved_by_libreoffice_still_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    let mut wanted = Vec::new();
    for (n, (name, resolution)) in documents().into_iter().enumerate() {
        let file = folder.path().join(format!("{n:03}.odt"));
        let bytes = svod_writers::odt(&resolution, &Profile::default()).unwrap();
        wanted.push((name, said(&bytes, "a.odt")));
        fs::write(&file, bytes).unwrap();
        files.push(file);
    }
    convert(&files, "docx", folder.path());
    let faults: Vec<&String> = files
        .iter()
        .zip(&wanted)
        .filter(|(file, (_, wanted))| {
            let bytes = fs::read(file.with_extension("docx")).unwrap();
            said(&bytes, "a.docx") != *wanted
        })
        .map(|(_, (name, _))| name)
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Headings and directives with their names.
fn said(bytes: &[u8], name: &str) -> Vec<(String, String, String)> {
    let resolution = read(bytes, name, &Options::default()).unwrap().resolution;
    resolution
        .directives()
        .map(|(_, group, d)| (group.heading.clone(), d.id.to_string(), d.text.clone()))
        .collect()
}

/// Every paper that is made of a resolution.
fn derived(resolution: &Resolution) -> Vec<svod_writers::Sheet> {
    let nominative = |name: &str| svod_language::bodies::nominative(name);
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        Id::new(format!("{next:032x}"))
    };
    let wording = papers::Wording {
        measure: &svod_language::measures::measure,
        nominative: &nominative,
    };
    let certifier = papers::Certifier {
        post: "Секретарь конференции".into(),
        name: Some("О.Н. Берёзова".into()),
        on: Some(day()),
    };
    let plan = papers::plan(
        resolution,
        &papers::PlanDetails::default(),
        wording,
        &mut new_id,
    );
    let order = papers::order(
        resolution,
        &papers::OrderDetails::default(),
        &papers::order_points(resolution),
        &mut new_id,
    );
    let mut sheets = vec![
        svod_writers::sheet(&plan),
        papers::order_sheet(&order, &papers::OrderSigners::default()),
        papers::distribution_list(resolution, nominative, |_| 1),
        papers::remarks(resolution, &[papers::Remark::default()]),
    ];
    for addressee in papers::addressees(resolution, nominative) {
        let directives: BTreeSet<Id> = addressee.directives.into_iter().collect();
        sheets.push(papers::extract(resolution, &directives, &certifier));
    }
    sheets
}

#[test]
fn extracts_together_are_the_resolution() {
    let mut count = 0;
    for (name, resolution) in documents() {
        let printed = |sheet: &svod_writers::Sheet| -> Vec<(Id, String)> {
            let items = sheet.blocks.iter().flat_map(|block| match block {
                svod_writers::Block::Item { id, number, .. } => {
                    vec![(id.clone(), number.clone())]
                }
                svod_writers::Block::SubItem { id, mark, .. } => vec![(id.clone(), mark.clone())],
                svod_writers::Block::Table(table) => table
                    .rows
                    .iter()
                    .filter_map(|row| match row {
                        svod_writers::Row::Cells {
                            id: Some(id),
                            cells,
                        } => Some((id.clone(), cells[0].clone())),
                        _ => None,
                    })
                    .collect(),
                _ => Vec::new(),
            });
            items.collect()
        };
        let whole = printed(&svod_writers::sheet(&resolution));
        let addressees = papers::addressees(&resolution, svod_language::bodies::nominative);
        let mut together: BTreeMap<Id, usize> = BTreeMap::new();
        for addressee in &addressees {
            let wanted: BTreeSet<Id> = addressee.directives.iter().cloned().collect();
            assert_eq!(wanted.len(), addressee.directives.len(), "{name}: doubled");
            let extract = papers::extract(&resolution, &wanted, &papers::Certifier::default());
            let held = printed(&extract);
            let expected: Vec<(Id, String)> = whole
                .iter()
                .filter(|(id, _)| wanted.contains(id))
                .cloned()
                .collect();
            assert_eq!(held, expected, "{name}: {}", addressee.name);
            for (id, _) in held {
                *together.entry(id).or_default() += 1;
            }
            count += 1;
        }
        for (_, group, directive) in resolution.directives() {
            // Its own executor's, or each body's of its heading.
            let most = match &directive.addressee {
                Some(_) => 1,
                None => group.addressees.len().max(group.bodies.len()).max(1),
            };
            let found = together.get(&directive.id).copied().unwrap_or_default();
            assert!((1..=most).contains(&found), "{name}: {}", directive.text);
        }
        assert_eq!(together.len(), whole.len(), "{name}");
    }
    assert!(count > 150, "{count}");
}

#[test]
#[allow(clippy::print_stdout, reason = "the figures of the test")]
fn plan_and_order_of_every_resolution_are_read_back_whole() {
    let (mut proposed, mut all) = (0, 0);
    for (name, resolution) in documents() {
        let count = resolution.directives().count();
        if count == 0 {
            continue;
        }
        let nominative = |name: &str| svod_language::bodies::nominative(name);
        let mut next = 0;
        let mut new_id = || {
            next += 1;
            Id::new(format!("{next:032x}"))
        };
        let measure = |task: &str| svod_language::measures::measure(task);
        let wording = papers::Wording {
            measure: &measure,
            nominative: &nominative,
        };
        let plan = papers::plan(
            &resolution,
            &papers::PlanDetails::default(),
            wording,
            &mut new_id,
        );
        assert_eq!(plan.directives().count(), count);
        let names = |resolution: &Resolution| -> Vec<String> {
            resolution
                .directives()
                .map(|(_, _, d)| d.id.to_string())
                .collect()
        };
        assert_eq!(names(&plan), names(&resolution), "{name}");
        let bytes = svod_writers::docx(&plan, &Profile::default()).unwrap();
        let back = read(&bytes, "a.docx", &Options::default())
            .unwrap()
            .resolution;
        assert_eq!(back.directives().count(), count, "{name}");
        for (_, _, directive) in resolution.directives() {
            all += 1;
            let first = directive.text.split_whitespace().next().unwrap_or_default();
            if !svod_language::verbs::is_infinitive(first) {
                all -= 1;
            } else if svod_language::measures::measure(&directive.text).is_some() {
                proposed += 1;
            }
        }
    }
    println!("measures proposed: {proposed} of {all} tasks in the infinitive, dates still in them");
    assert!(proposed * 10 > all * 6, "{proposed} of {all}");
}
