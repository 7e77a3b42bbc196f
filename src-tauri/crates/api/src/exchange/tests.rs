use std::io::Write;
use std::path::PathBuf;

use svod_diff::{Decision, Judgement, Op};
use svod_model::control::{self, Mark};
use svod_model::{Directive, Edit, Group, GroupHead, Kind, Section};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::view::{DirectiveMark, RemarkState};
use crate::view::{ExchangePart, ImportOutcome, Start, State, Status};
use crate::{Access, NewRemark};

struct Office {
    folder: tempfile::TempDir,
    library: Library,
}

fn office() -> Office {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
    Office { folder, library }
}

impl Office {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn import(&self, name: &str, text: &str) -> Id {
        let file = self.path(name);
        std::fs::write(&file, text).unwrap();
        let report = self
            .library
            .import("t", &[&file], &Cancel::default(), |_| {});
        match &report.unwrap().items[0].outcome {
            ImportOutcome::Imported { card, .. } => card.id.clone(),
            other => panic!("{other:?}"),
        }
    }

    fn write(&self, id: &Id, preamble: &str) {
        let kept = self.library.open_draft(id).unwrap().kept;
        let edit = Edit::SetPreamble {
            paragraphs: vec![preamble.into()],
        };
        self.library.edit_draft(id, kept, vec![edit]).unwrap();
        self.library.close_draft(id).unwrap();
    }

    fn preamble(&self, id: &Id) -> String {
        self.library
            .document(id)
            .unwrap()
            .resolution
            .preamble
            .join(" ")
    }

    fn send(&self, ids: &[Id]) -> PathBuf {
        let to = self.path("обмен.svodx");
        self.library.export_bundle(ids, &to).unwrap();
        to
    }

    fn states(&self, bundle: &Path) -> Vec<ExchangeState> {
        let view = self.library.open_bundle(bundle).unwrap();
        view.items.iter().map(|item| item.state).collect()
    }

    fn take(&self, choices: &[(&Id, ExchangeChoice)]) -> (u32, u32, u32) {
        let choices = choices.iter().map(|(id, choice)| ((*id).clone(), *choice));
        let choices = choices.collect();
        let report = self
            .library
            .take_bundle("t", &choices, &Cancel::default(), |_| {})
            .unwrap();
        (report.added, report.updated, report.skipped)
    }
}

const TEXT: &str = "РЕШЕНИЕ\nсовещания\n\nШколам округа:\n- провести смотр музеев.\n";

#[test]
fn everything_arrives_whole_and_a_second_time_changes_nothing() {
    let (one, other) = (office(), office());
    let id = one.import("решение.txt", TEXT);
    one.import("другое.txt", &TEXT.replace("музеев", "клубов"));
    one.library
        .set_status(std::slice::from_ref(&id), Status::Archived)
        .unwrap();
    let bundle = one.send(&[]);
    assert_eq!(
        other.states(&bundle),
        [ExchangeState::New, ExchangeState::New]
    );
    assert_eq!(other.take(&[]), (2, 0, 0));
    let (sent, came) = (
        one.library.document(&id).unwrap(),
        other.library.document(&id).unwrap(),
    );
    assert_eq!(
        (&sent.resolution, &sent.lines),
        (&came.resolution, &came.lines)
    );
    assert_eq!(came.card.status, Status::Archived);
    assert_eq!(other.library.search("музей").unwrap()[0].document, id);
    assert_eq!(
        other.states(&bundle),
        [ExchangeState::Same, ExchangeState::Same]
    );
    assert_eq!(other.take(&[(&id, ExchangeChoice::Take)]), (0, 0, 2));
    assert_eq!(other.library.view().unwrap().documents.len(), 2);
    assert_eq!(other.library.revisions(&id).unwrap().len(), 1);
    assert_eq!(other.library.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn who_is_ahead_is_known_and_both_ahead_is_a_conflict_to_decide() {
    let (one, other) = (office(), office());
    let id = one.import("решение.txt", TEXT);
    let first = one.send(&[]);
    other.library.open_bundle(&first).unwrap();
    other.take(&[]);

    one.write(&id, "Обсудив");
    let second = one.send(&[]);
    assert_eq!(other.states(&second), [ExchangeState::Newer]);
    assert_eq!(other.take(&[]), (0, 1, 0));
    assert_eq!(other.preamble(&id), "Обсудив");

    other.write(&id, "Обсудив и решив");
    let second = one.send(&[]);
    assert_eq!(other.states(&second), [ExchangeState::Older]);

    one.write(&id, "Заслушав");
    let third = one.send(&[]);
    assert_eq!(other.states(&third), [ExchangeState::Conflict]);
    assert_eq!(other.take(&[]), (0, 0, 1), "undecided, nothing is changed");
    assert_eq!(other.preamble(&id), "Обсудив и решив");
    other.library.open_bundle(&third).unwrap();
    assert_eq!(other.take(&[(&id, ExchangeChoice::Both)]), (1, 0, 0));
    other.library.open_bundle(&third).unwrap();
    let again = other.take(&[(&id, ExchangeChoice::Both)]);
    assert_eq!(again, (0, 0, 1), "a bundle adds nothing twice");
    assert_eq!(other.library.view().unwrap().documents.len(), 2);
    other.library.open_bundle(&third).unwrap();
    assert_eq!(other.take(&[(&id, ExchangeChoice::Take)]), (0, 1, 0));
    assert_eq!(other.preamble(&id), "Заслушав");
    let revisions = other.library.revisions(&id).unwrap();
    let before = other.library.document_at(&id, Some(revisions[1].number));
    assert_eq!(
        before.unwrap().resolution.preamble,
        ["Обсудив и решив"],
        "nothing is lost"
    );
}

#[test]
fn the_same_words_and_what_is_in_the_bin_are_told_of() {
    let (one, other) = (office(), office());
    let id = one.import("решение.txt", TEXT);
    other.import("то же.txt", &format!("{TEXT}\n"));
    let bundle = one.send(&[]);
    assert_eq!(other.states(&bundle), [ExchangeState::Twin]);
    assert_eq!(other.take(&[(&id, ExchangeChoice::Both)]), (1, 0, 0));
    other.library.remove(std::slice::from_ref(&id)).unwrap();
    assert_eq!(other.states(&bundle), [ExchangeState::Binned]);
    assert_eq!(other.take(&[(&id, ExchangeChoice::Take)]), (0, 1, 0));
    let view = other.library.view().unwrap();
    assert_eq!(view.documents.len(), 2, "out of the bin");
    let revisions = other.library.revisions(&id).unwrap();
    assert_eq!(revisions.len(), 1, "nothing new in it");
}

#[test]
fn a_draft_that_is_open_is_sent_as_it_stands() {
    let (one, other) = (office(), office());
    let start = Start::Blank { kind: Kind::Plan };
    let draft = one.library.start_draft(&start).unwrap();
    let id = draft.card.id;
    let group = draft.resolution.sections[0].groups[0].id.clone();
    let head = GroupHead {
        heading: "Школам".into(),
        ..GroupHead::default()
    };
    let edit = Edit::SetGroup {
        id: group,
        head: Box::new(head),
    };
    one.library.edit_draft(&id, 0, vec![edit]).unwrap();
    let bundle = one.send(std::slice::from_ref(&id));
    other.library.open_bundle(&bundle).unwrap();
    other.take(&[]);
    let came = other.library.document(&id).unwrap().resolution;
    assert_eq!(came.sections[0].groups[0].heading, "Школам");
}

fn forged(path: &Path, parts: &[(&str, &[u8])]) {
    let mut zip = ZipWriter::new(std::fs::File::create(path).unwrap());
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

fn manifest(format: &str, sum: &str) -> Vec<u8> {
    format!(
        r#"{{"format":"{format}","made_at":"2026-11-26T00:00:00Z","program":"0.1.0","documents":
        [{{"id":"a","title":"Т","path":"documents/a.json","sha256":"{sum}","original":null}}]}}"#
    )
    .into_bytes()
}

#[test]
fn every_kind_of_bad_file_has_its_word_and_changes_nothing() {
    let office = office();
    let file = office.path("плохой.svodx");
    let code = || office.library.open_bundle(&file).unwrap_err().code;
    std::fs::write(&file, "не архив").unwrap();
    assert_eq!(code(), ErrorCode::NotABundle);
    forged(&file, &[("word/document.xml", b"<w/>")]);
    assert_eq!(code(), ErrorCode::NotABundle);
    forged(&file, &[("manifest.json", b"{ broken")]);
    assert_eq!(code(), ErrorCode::BundleDamaged);
    forged(
        &file,
        &[(
            "manifest.json",
            br#"{"format":"svod.exchange/9","documents":7}"#,
        )],
    );
    assert_eq!(code(), ErrorCode::BundleNewer);
    forged(&file, &[("manifest.json", &manifest("odf", ""))]);
    assert_eq!(code(), ErrorCode::NotABundle);
    let broken = b"{ \"schema\": ";
    let sum = sha256(broken);
    let parts: &[(&str, &[u8])] = &[
        ("manifest.json", &manifest("svod.exchange/1", &sum)),
        ("documents/a.json", broken),
    ];
    forged(&file, parts);
    assert_eq!(code(), ErrorCode::BundleDamaged);
    let parts: &[(&str, &[u8])] = &[
        ("manifest.json", &manifest("svod.exchange/1", "0")),
        ("documents/a.json", b"{}"),
    ];
    forged(&file, parts);
    assert_eq!(code(), ErrorCode::BundleDamaged);
    forged(
        &file,
        &[("manifest.json", &manifest("svod.exchange/1", "0"))],
    );
    assert_eq!(code(), ErrorCode::BundleDamaged);
    let bomb = vec![b' '; 100 * 1024 * 1024];
    forged(&file, &[("manifest.json", &bomb)]);
    assert_eq!(code(), ErrorCode::FileSuspicious);
    let whole = {
        office.import("решение.txt", TEXT);
        std::fs::read(office.send(&[])).unwrap()
    };
    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(code(), ErrorCode::BundleDamaged);
    assert_eq!(office.library.view().unwrap().documents.len(), 1);
    let nothing = office
        .library
        .take_bundle("t", &BTreeMap::new(), &Cancel::default(), |_| {});
    assert_eq!(nothing.unwrap_err().code, ErrorCode::FileForgotten);
}

/// Bytes that went bad on the way are told of, and no document of such a file is taken, not even one
/// that is whole.
#[test]
fn of_a_spoilt_file_nothing_is_taken() {
    let (one, other) = (office(), office());
    one.import("решение.txt", TEXT);
    one.import("другое.txt", &TEXT.replace("музеев", "клубов"));
    let bundle = one.send(&[]);
    let whole = std::fs::read(&bundle).unwrap();
    other.library.open_bundle(&bundle).unwrap();
    let mut refused = 0;
    for at in (0..whole.len()).step_by(whole.len() / 97) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        std::fs::write(&bundle, &bytes).unwrap();
        other.library.open_bundle(&bundle).ok();
        let all = BTreeMap::new();
        let taken = other
            .library
            .take_bundle("t", &all, &Cancel::default(), |_| {});
        let there = other.library.view().unwrap().documents.len();
        match taken {
            // A byte that means nothing, a date of the zip say.
            Ok(_) => {
                assert_eq!(there, 2, "byte {at}");
                let ids = other.library.view().unwrap().documents;
                let ids: Vec<Id> = ids.into_iter().map(|card| card.id).collect();
                other.library.remove(&ids).unwrap();
                other.library.purge(&ids).unwrap();
            }
            Err(_) => {
                assert_eq!(there, 0, "byte {at}");
                refused += 1;
            }
        }
    }
    assert!(refused > 40, "{refused}");
    let id = "a";
    let twice = format!(
        r#"{{"format":"svod.exchange/2","made_at":"","program":"","documents":[
        {{"id":"{id}","title":"","path":"x","sha256":""}},
        {{"id":"{id}","title":"","path":"../x","sha256":""}}]}}"#
    );
    forged(&bundle, &[("manifest.json", twice.as_bytes())]);
    let refused = other.library.open_bundle(&bundle).unwrap_err();
    assert_eq!(refused.code, ErrorCode::BundleDamaged);
}

#[test]
fn the_format_says_what_it_is_in_the_file() {
    let office = office();
    office.import("решение.txt", TEXT);
    let file = std::fs::File::open(office.send(&[])).unwrap();
    let mut zip = zip::ZipArchive::new(file).unwrap();
    let names: Vec<String> = zip.file_names().map(str::to_owned).collect();
    assert!(names.contains(&"README.txt".to_owned()), "{names:?}");
    let manifest: serde_json::Value =
        serde_json::from_reader(zip.by_name("manifest.json").unwrap()).unwrap();
    assert_eq!(manifest["format"], "svod.exchange/2");
    let path = manifest["documents"][0]["path"].as_str().unwrap();
    let document: serde_json::Value = serde_json::from_reader(zip.by_name(path).unwrap()).unwrap();
    assert_eq!(document["resolution"]["schema"], "svod.resolution/1");
}

fn done(day: u32) -> Mark {
    Mark {
        status: control::Status::Done,
        on: chrono::NaiveDate::from_ymd_opt(2026, 9, day).unwrap(),
        evidence: Some("справка".into()),
        ..Mark::default()
    }
}

/// What one secretary said of a document is there on another's computer, and once only.
#[test]
fn what_was_said_of_a_document_travels_with_it() {
    let (one, other) = (office(), office());
    let id = one.import("решение.txt", TEXT);
    let day = chrono::NaiveDate::from_ymd_opt(2026, 8, 28).unwrap();
    one.library.adopt(&id, day).unwrap();
    let document = one.library.document(&id).unwrap();
    let directive = document
        .resolution
        .directives()
        .next()
        .unwrap()
        .2
        .id
        .clone();
    let said = |office: &Office, mark: Mark| {
        let directive = directive.clone();
        let marks = vec![DirectiveMark { directive, mark }];
        office.library.mark(&id, marks, day).unwrap();
    };
    said(&one, done(1));
    let new = |text, answers| NewRemark {
        directive: Some(&directive),
        answers,
        author: "АБ",
        text,
        proposal: None,
    };
    let remarks = one.library.add_remark(&id, new("уточнить", None)).unwrap();
    let asked = remarks[0].id.clone();
    one.library
        .add_remark(&id, new("уточнено", Some(&asked)))
        .unwrap();
    // The text goes on after the adoption: the adopted one is still the one under control.
    one.write(&id, "Обсудив");

    let kept = |office: &Office| {
        let store = office.library.store();
        let read = store.read();
        let marks = read.control_marks(&id).unwrap().into_iter();
        let marks: Vec<_> = marks.map(|kept| (kept.mark, kept.made_at)).collect();
        let adopted = read.controlled().unwrap()[0].revision;
        let adopted = read.revision(&id, Some(adopted)).unwrap().resolution;
        let remarks = read.remarks(&id).unwrap().into_iter();
        let remarks: Vec<_> = remarks
            .map(|r| (r.text, r.state, r.made_at, r.answers.is_some()))
            .collect();
        (marks, adopted, remarks)
    };
    let bundle = one.send(&[]);
    assert_eq!(other.states(&bundle), [ExchangeState::New]);
    assert_eq!(other.take(&[]), (1, 0, 0));
    assert_eq!(kept(&other), kept(&one));
    assert_eq!(other.states(&bundle), [ExchangeState::Same]);
    assert_eq!(other.take(&[]), (0, 0, 1));

    // Only what was said is new.
    said(&one, done(2));
    one.library
        .settle_remark(&id, &asked, RemarkState::Resolved)
        .unwrap();
    let bundle = one.send(&[]);
    assert_eq!(other.states(&bundle), [ExchangeState::Newer]);
    assert_eq!(other.take(&[]), (0, 1, 0));
    assert_eq!(kept(&other), kept(&one));
    assert_eq!(other.states(&bundle), [ExchangeState::Same]);
    assert_eq!(other.library.revisions(&id).unwrap().len(), 2);
    assert_eq!(other.library.verify().unwrap(), Vec::<String>::new());

    // A copy has remarks of its own, and no id of one document is taken from another.
    assert_eq!(other.take(&[]), (0, 0, 1));
    other.write(&id, "Заслушав");
    one.write(&id, "Рассмотрев");
    let bundle = one.send(&[]);
    assert_eq!(other.states(&bundle), [ExchangeState::Conflict]);
    assert_eq!(other.take(&[(&id, ExchangeChoice::Both)]), (1, 0, 0));
    assert_eq!(other.library.verify().unwrap(), Vec::<String>::new());
}

const TWO: &str = "РЕШЕНИЕ\nсовещания\n\nпринято 28.08.2026\n\nШколам округа:\n- провести смотр музеев до 1 октября 2026 года;\n- открыть клубы.\n";

fn directives(office: &Office, id: &Id) -> Vec<Id> {
    let document = office.library.document(id).unwrap();
    let all = document.resolution.directives();
    all.map(|(_, _, one)| one.id.clone()).collect()
}

fn rewrite(office: &Office, id: &Id, directive: &Id, text: &str) {
    let draft = office.library.open_draft(id).unwrap();
    let mut directive = draft.resolution.directive(directive).unwrap().clone();
    directive.text = text.into();
    let edit = Edit::SetDirective {
        directive: Box::new(directive),
    };
    office
        .library
        .edit_draft(id, draft.kept, vec![edit])
        .unwrap();
    office.library.close_draft(id).unwrap();
}

/// Where both sides wrote, a person sees the words that differ before deciding.
#[test]
fn a_conflict_is_shown_part_by_part_in_words() {
    let (one, other) = (office(), office());
    let id = one.import("решение.txt", TWO);
    let bundle = one.send(&[]);
    other.library.open_bundle(&bundle).unwrap();
    other.take(&[]);
    let all = directives(&one, &id);
    one.write(&id, "Заслушав");
    rewrite(
        &one,
        &id,
        &all[0],
        "провести смотр музеев до 1 ноября 2026 года",
    );
    rewrite(
        &other,
        &id,
        &all[0],
        "провести смотр музеев до 15 октября 2026 года",
    );
    let bundle = one.send(&[]);
    assert_eq!(other.states(&bundle), [ExchangeState::Conflict]);
    let difference = other.library.bundle_difference(&id).unwrap();
    assert_eq!(difference.same, 1);
    let parts: Vec<_> = difference.rows.iter().map(|row| row.part).collect();
    assert_eq!(parts, [ExchangePart::Preamble, ExchangePart::Directive]);
    let row = &difference.rows[1];
    let side = |left_out: Op| -> String {
        let words = row.words.iter().filter(|word| word.op != left_out);
        words.map(|word| word.text.as_str()).collect()
    };
    assert_eq!(
        side(Op::Insert),
        "провести смотр музеев до 15 октября 2026 года"
    );
    assert_eq!(
        side(Op::Delete),
        "провести смотр музеев до 1 ноября 2026 года"
    );
    assert_eq!(row.ours.as_deref(), Some("1.1."));
    let nobody = other.library.bundle_difference(&Id::new("нет"));
    assert_eq!(nobody.unwrap_err().code, ErrorCode::DocumentNotFound);
}

/// Who keeps the own text still gets what was said of it; words of two people of one directive are
/// counted, and nobody's is put above another's.
#[test]
fn with_the_own_text_kept_what_was_said_of_it_is_taken() {
    let (one, other) = (office(), office());
    let id = one.import("решение.txt", TWO);
    let day = chrono::NaiveDate::from_ymd_opt(2026, 8, 28).unwrap();
    one.library.adopt(&id, day).unwrap();
    let bundle = one.send(&[]);
    other.library.open_bundle(&bundle).unwrap();
    other.take(&[]);
    let all = directives(&one, &id);
    let said = |office: &Office, directive: &Id, on: u32| {
        let directive = directive.clone();
        let mark = done(on);
        let marks = vec![DirectiveMark { directive, mark }];
        office.library.mark(&id, marks, day).unwrap();
    };
    said(&one, &all[0], 1);
    said(&other, &all[0], 2);
    said(&one, &all[1], 3);
    let remark = NewRemark {
        directive: Some(&all[1]),
        answers: None,
        author: "АБ",
        text: "уточнить",
        proposal: None,
    };
    one.library.add_remark(&id, remark).unwrap();
    one.write(&id, "Заслушав");
    other.write(&id, "Рассмотрев");
    let bundle = one.send(&[]);
    let view = other.library.open_bundle(&bundle).unwrap();
    let item = &view.items[0];
    assert_eq!(
        (item.state, item.said, item.apart),
        (ExchangeState::Conflict, 2, 1)
    );
    let choices = BTreeMap::from([(id.clone(), ExchangeChoice::Said)]);
    let take = || {
        other.library.open_bundle(&bundle).unwrap();
        let taken = other
            .library
            .take_bundle("t", &choices, &Cancel::default(), |_| {});
        taken.unwrap().said
    };
    assert_eq!(take(), 2);
    assert_eq!(other.preamble(&id), "Рассмотрев", "the text is ours");
    assert_eq!(other.library.remarks(&id).unwrap().len(), 1);
    let marks = other.library.store().read().control_marks(&id).unwrap();
    let marks: Vec<_> = marks.iter().map(|kept| kept.mark.on.to_string()).collect();
    assert_eq!(
        marks,
        ["2026-09-02", "2026-09-03"],
        "ours stays where both spoke"
    );
    assert_eq!(take(), 0, "a second time there is nothing more");
    assert_eq!(other.library.verify().unwrap(), Vec::<String>::new());
}

/// What was said of two documents' directives goes where both of them go, under their new ids as well.
#[test]
fn decisions_on_pairs_travel_with_both_documents_only() {
    let (one, other) = (office(), office());
    let old = one.import("2025.txt", &TWO.replace("2026", "2025"));
    let new = one.import("2026.txt", TWO);
    let state = |id: &Id| State::Document {
        id: id.clone(),
        revision: None,
    };
    let compared = |office: &Office, old: &Id, new: &Id| {
        let cancel = Cancel::default();
        office.library.compare(&state(old), &state(new), &cancel)
    };
    let pair = compared(&one, &old, &new).unwrap().comparison.pairs[0].clone();
    let said = Decision {
        old: pair.old,
        new: pair.new,
        verdict: Judgement::Apart,
    };
    let said = [said];
    one.library
        .decide(&state(&old), &state(&new), &said)
        .unwrap();
    let heard = |office: &Office, old: &Id, new: &Id| -> Vec<Decision> {
        let view = compared(office, old, new).unwrap();
        let decisions = view.decisions.into_iter();
        decisions.map(|made| made.decision).collect()
    };

    let half = one.send(std::slice::from_ref(&old));
    assert_eq!(other.library.open_bundle(&half).unwrap().decisions, 0);
    let bundle = one.send(&[]);
    let view = other.library.open_bundle(&bundle).unwrap();
    assert_eq!(view.decisions, 1);
    let choices = BTreeMap::from([(new.clone(), ExchangeChoice::Skip)]);
    let take = |choices: &BTreeMap<Id, ExchangeChoice>| {
        other.library.open_bundle(&bundle).unwrap();
        let taken = other
            .library
            .take_bundle("t", choices, &Cancel::default(), |_| {});
        taken.unwrap().decisions
    };
    assert_eq!(take(&choices), 0, "one of the two was left");
    assert_eq!(take(&BTreeMap::new()), 1);
    assert_eq!(heard(&other, &old, &new), said);
    assert_eq!(other.library.open_bundle(&bundle).unwrap().decisions, 0);
    assert_eq!(take(&BTreeMap::new()), 0, "once only");

    // As another document.
    other.write(&new, "Рассмотрев");
    one.write(&new, "Заслушав");
    let bundle = one.send(&[]);
    other.library.open_bundle(&bundle).unwrap();
    other.take(&[(&new, ExchangeChoice::Both)]);
    let cards = other.library.view().unwrap().documents;
    let copy = cards
        .into_iter()
        .find(|card| card.id != old && card.id != new);
    assert_eq!(heard(&other, &old, &copy.unwrap().id), said);
    assert_eq!(other.library.verify().unwrap(), Vec::<String>::new());
}

/// A file that was made to do harm is refused before any part of it is unpacked.
#[test]
fn too_many_parts_and_names_that_lead_out_of_the_file_are_refused() {
    let office = office();
    let file = office.path("плохой.svodx");
    let code = || office.library.open_bundle(&file).unwrap_err().code;
    let whole = manifest("svod.exchange/2", "0");
    let names: Vec<String> = (0..100_000)
        .map(|n| format!("documents/{n}.json"))
        .collect();
    let mut parts: Vec<(&str, &[u8])> = vec![("manifest.json", &whole)];
    parts.extend(names.iter().map(|name| (name.as_str(), &b""[..])));
    forged(&file, &parts);
    assert_eq!(code(), ErrorCode::FileSuspicious);
    for name in [
        "../a.json",
        "documents/../../a.json",
        "/etc/a",
        "C:\\a",
        "..\\a",
    ] {
        forged(&file, &[("manifest.json", &whole), (name, b"{}")]);
        assert_eq!(code(), ErrorCode::FileSuspicious, "{name}");
    }
    // One that names in its manifest what is not in it.
    let climbing = String::from_utf8(whole)
        .unwrap()
        .replace("documents/a.json", "../l.svod");
    forged(&file, &[("manifest.json", climbing.as_bytes())]);
    assert_eq!(code(), ErrorCode::BundleDamaged);
}

/// A document of a program of somebody else: with the least of what is asked for.
#[test]
fn fields_that_are_not_known_are_passed_over() {
    let office = office();
    let group = Group {
        id: Id::new("g"),
        directives: vec![Directive {
            id: Id::new("d"),
            text: "провести смотр".into(),
            ..Directive::default()
        }],
        ..Group::default()
    };
    let resolution = Resolution {
        title: "Чужая".into(),
        sections: vec![Section {
            groups: vec![group],
            ..Section::default()
        }],
        ..Resolution::default()
    };
    let document = serde_json::json!({
        "schema": "svod.exchange.document/1", "id": "a", "source_name": "", "status": "draft",
        "history": [], "resolution": resolution, "colour": "green",
    })
    .to_string();
    let file = office.path("чужой.svodx");
    let sum = sha256(document.as_bytes());
    let parts: &[(&str, &[u8])] = &[
        ("manifest.json", &manifest("svod.exchange/1", &sum)),
        ("documents/a.json", document.as_bytes()),
    ];
    forged(&file, parts);
    assert_eq!(office.states(&file), [ExchangeState::New]);
    assert_eq!(office.take(&[]), (1, 0, 0));
}
