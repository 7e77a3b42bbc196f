use super::*;
use crate::view::{ExportHow, ImportOutcome, OwnProfile, ProfileName};
use crate::{Access, ErrorCode};

const TEXT: &str = "РЕЗОЛЮЦИЯ\nпедагогического форума «Школа у реки»\nг. Озёрск, 26 августа 2026 года\n\n\
    Участники форума рекомендуют:\n\
    1. Управлению образования:\n1.1. провести смотр школьных музеев до 15 мая 2027 года;\n\
    1.2. утвердить план обучения до 1 октября 2026 года.\n\
    2. Методическому центру:\n2.1. подготовить сборник практик до 1 июня 2027 года.\n";

fn library() -> (tempfile::TempDir, Library, Id) {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
    let outcome = library.import_bytes("р.txt", TEXT.into(), crate::library::OWN_SHELF);
    let ImportOutcome::Imported { card, .. } = outcome.unwrap() else {
        panic!("not imported");
    };
    (folder, library, card.id)
}

fn parts(library: &Library, id: &Id) -> Vec<ExportPart> {
    let view = library.export_view(id).unwrap();
    assert_eq!(view.directives.len(), 3);
    assert_eq!(view.addressees.len(), 2);
    vec![
        ExportPart::Whole,
        ExportPart::Addressee {
            name: view.addressees[1].name.clone(),
        },
        ExportPart::Directives {
            ids: vec![view.directives[1].id.clone()],
        },
        ExportPart::Plan,
        ExportPart::Order,
        ExportPart::Distribution,
        ExportPart::Remarks,
    ]
}

#[test]
fn every_part_is_written_in_every_format_that_holds_it_and_the_same_every_time() {
    let (_folder, library, id) = library();
    let papers = [
        ExportFormat::Docx,
        ExportFormat::Pdf,
        ExportFormat::Odt,
        ExportFormat::Html,
        ExportFormat::Md,
        ExportFormat::Txt,
    ];
    let data = [
        ExportFormat::Json,
        ExportFormat::Xlsx,
        ExportFormat::Ics,
        ExportFormat::Akn,
    ];
    for part in parts(&library, &id) {
        let how = ExportHow {
            part: part.clone(),
            ..ExportHow::default()
        };
        let finish = Finish::of(
            &how,
            &OwnProfile::default(),
            NaiveDate::from_ymd_opt(2026, 11, 1),
        );
        for format in papers {
            let first = library.render_document(&id, format, &finish).unwrap();
            let again = library.render_document(&id, format, &finish).unwrap();
            assert!(
                !first.is_empty() && first == again,
                "{part:?} as {format:?}"
            );
        }
        for format in data {
            let written = library.render_document(&id, format, &finish);
            match part {
                ExportPart::Whole => assert!(!written.unwrap().is_empty()),
                _ => assert_eq!(
                    written.unwrap_err().code,
                    ErrorCode::ExportFormatUnsupported
                ),
            }
        }
    }
}

#[test]
fn an_extract_holds_its_directives_in_their_numbers_and_no_others() {
    let (_folder, library, id) = library();
    let text = |part: ExportPart| {
        let how = ExportHow {
            part,
            ..ExportHow::default()
        };
        let finish = Finish::of(&how, &OwnProfile::default(), None);
        let bytes = library.render_document(&id, ExportFormat::Txt, &finish);
        String::from_utf8(bytes.unwrap()).unwrap()
    };
    let parts = parts(&library, &id);
    let extract = text(parts[1].clone());
    assert!(
        extract.contains("2.1.") && extract.contains("Верно"),
        "{extract}"
    );
    assert!(!extract.contains("смотр"), "{extract}");
    let picked = text(parts[2].clone());
    assert!(
        picked.contains("1.2.") && !picked.contains("1.1."),
        "{picked}"
    );
}

#[test]
fn what_was_chosen_is_offered_again() {
    let (folder, library, id) = library();
    let how = ExportHow {
        profile: ProfileName::Own,
        ..ExportHow::default()
    };
    let source = ExportSource::Document { id: id.clone() };
    let to = folder.path().join("а.pdf");
    library
        .export(&source, ExportFormat::Pdf, &how, &to)
        .unwrap();
    let last = library.export_view(&id).unwrap().last;
    assert_eq!(
        (last.format, last.profile),
        (ExportFormat::Pdf, ProfileName::Own)
    );
}

#[test]
fn pages_follow_the_offices_own_page_and_old_ones_are_gone() {
    let (_folder, library, id) = library();
    let how = ExportHow {
        profile: ProfileName::Own,
        ..ExportHow::default()
    };
    let first = library.preview(&id, &how).unwrap();
    assert_eq!((first.pages, first.spots.len()), (1, 3));
    let large = OwnProfile {
        size_pt: 30.0,
        line_spacing: 2.0,
        ..OwnProfile::default()
    };
    library.set_own_profile(large).unwrap();
    let second = library.preview(&id, &how).unwrap();
    assert!(second.pages > 1);
    let picture = library.preview_page(second.key, 2, 1.0).unwrap();
    assert!(picture.starts_with("data:image/png;base64,iVBOR"));
    library.preview(&id, &how).unwrap();
    for (key, page) in [(first.key, 1), (second.key, 99)] {
        let gone = library.preview_page(key, page, 1.0).unwrap_err();
        assert_eq!(gone.code, ErrorCode::PreviewGone);
    }
}

#[test]
fn json_says_why_pairs_are_pairs_and_who_else_might_be_one() {
    let read = |texts: [&str; 2]| {
        let items = texts.map(|text| format!("- {text};")).join("\n");
        let text = format!("РЕШЕНИЕ\nсовещания\n\nШколам:\n{items}\n");
        let read = svod_readers::read(text.as_bytes(), "а.txt", &svod_readers::Options::default());
        read.unwrap().resolution
    };
    let old = read([
        "провести смотр музеев до 1 мая 2030 года",
        "создать школьный музей и музейную комнату",
    ]);
    let new = read([
        "провести смотр музеев до 1 июня 2031 года",
        "провести экскурсию в музей для младших школьников",
    ]);
    let comparison = svod_diff::compare(&old, &new);
    let json = render_comparison(
        &comparison,
        &old,
        &new,
        ExportFormat::Json,
        &reviser(None, None),
    );
    let json: serde_json::Value = serde_json::from_slice(&json.unwrap()).unwrap();
    assert_eq!(json["pairs"][0]["reasons"][0]["code"], "same_but_facts");
    assert!(json["possible"].is_array());
}

#[test]
fn file_name_has_no_forbidden_characters_and_ends_at_a_word() {
    let stem = file_stem("Резолюция форума «Школа: шаг/вперёд?» 2026.");
    assert_eq!(stem, "Резолюция форума Школа шаг вперёд 2026");
    assert_eq!(file_stem("«»"), "Резолюция");
    let long = file_stem(&"очень ".repeat(40));
    assert!(long.chars().count() <= 80 && long.ends_with("очень"));
}
