use super::*;
use crate::view::{ExportHow, ImportOutcome, OwnProfile, PaperDetails, PaperPoint, ProfileName};
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
        size_pt: 18.0,
        line_spacing: 2.0,
        left_mm: 50.0,
        right_mm: 50.0,
        bottom_mm: 50.0,
        ..OwnProfile::default()
    };
    library.set_own_profile(large).unwrap();
    let second = library.preview(&id, &how).unwrap();
    let down = |view: &crate::view::PreviewView| -> Vec<f64> {
        view.spots.values().map(|spot| spot.down).collect()
    };
    assert_ne!(down(&second), down(&first));
    let drawing = library.print_page(second.key, 1).unwrap();
    assert!(drawing.starts_with("data:image/svg+xml;base64,"));
    let picture = library.preview_page(second.key, 1, 1.0).unwrap();
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

fn printed(library: &Library, id: &Id, part: ExportPart) -> String {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("а.txt");
    let how = ExportHow {
        part,
        ..ExportHow::default()
    };
    let source = ExportSource::Document { id: id.clone() };
    library
        .export(&source, ExportFormat::Txt, &how, &to)
        .unwrap();
    std::fs::read_to_string(to).unwrap().replace('\u{a0}', " ")
}

#[test]
fn details_of_papers_are_printed_and_remembered_for_the_office_and_for_the_document() {
    let (_folder, library, id) = library();
    let made = library.paper_details(&id).unwrap();
    assert_eq!(made.points.len(), 5, "{made:?}");
    let mut details = PaperDetails {
        certifier_name: "О.Н. Берёзова".into(),
        certified_on: NaiveDate::from_ymd_opt(2026, 9, 1),
        issuer: "Управления образования Озёрского округа".into(),
        order_number: "214".into(),
        order_on: NaiveDate::from_ymd_opt(2026, 9, 4),
        control: "Контроль возложить на заместителя начальника".into(),
        signer_post: "Начальник управления".into(),
        signer_name: "А.В. Громова".into(),
        shown_to: "Методист Камышина О.П.\n\nДиректор Лугова Н.Н.".into(),
        ..made.clone()
    };
    details.points[1].text = "провести смотр лично".into();
    details.left_out = details.points.split_off(2);
    library.set_paper_details(&id, details.clone()).unwrap();
    let order = printed(&library, &id, ExportPart::Order);
    for words in [
        "ПРИКАЗ № 214",
        "Управления образования Озёрского округа",
        "4 сентября 2026 г.",
        "г. Озёрск",
        "2.1. провести смотр лично.",
        "Контроль возложить на заместителя начальника.",
        "Начальник управления",
        "А.В. Громова",
        "С приказом ознакомлены",
        "Директор Лугова Н.Н.",
    ] {
        assert!(order.contains(words), "{words}\n{order}");
    }
    assert!(!order.contains("представлять сведения"), "{order}");
    let addressee = library.export_view(&id).unwrap().addressees[0].name.clone();
    let extract = printed(&library, &id, ExportPart::Addressee { name: addressee });
    assert!(extract.contains("О.Н. Берёзова") && extract.contains("1 сентября 2026 г."));
    let plan = printed(&library, &id, ExportPart::Plan);
    assert!(plan.contains("от 4 сентября 2026 г. № 214"), "{plan}");

    // Another document of the same district: the office is known, the number is not.
    let text = TEXT.replace("26 августа 2026", "27 августа 2027");
    let other = library.import_bytes("р2.txt", text.into(), crate::library::OWN_SHELF);
    let ImportOutcome::Imported { card, .. } = other.unwrap() else {
        panic!("not imported");
    };
    let known = library.paper_details(&card.id).unwrap();
    assert_eq!(known.signer_name, "А.В. Громова");
    assert_eq!((known.order_number.as_str(), known.order_on), ("", None));
    assert_eq!(known.points, made.points);
}

#[test]
fn an_offices_page_is_brought_within_what_paper_can_have_and_shown() {
    let (_folder, library, _) = library();
    let wild = OwnProfile {
        left_mm: 500.0,
        size_pt: f64::NAN,
        line_spacing: 0.1,
        ..OwnProfile::default()
    };
    let kept = library.set_own_profile(wild).unwrap();
    assert_eq!(
        (kept.left_mm, kept.size_pt, kept.line_spacing),
        (50.0, 14.0, 1.0)
    );
    let view = library.own_profile_view().unwrap();
    assert_eq!(view.own, kept);
    assert_eq!(view.standard, OwnProfile::default());
    assert!(view.page.starts_with("data:image/png;base64,iVBOR"));
}

/// What can be seen of a list of points: number and the beginning of the text.
fn seen(points: &[PaperPoint]) -> Vec<String> {
    let beginning = |text: &str| text.chars().take(14).collect::<String>();
    points
        .iter()
        .map(|point| format!("{} {}", point.number, beginning(&point.text)))
        .collect()
}

#[test]
fn points_are_added_moved_and_left_out_and_what_was_left_out_is_named() {
    let (_folder, library, id) = library();
    let mut details = library.paper_details(&id).unwrap();
    assert_eq!(
        seen(&details.points),
        [
            "1. Утвердить прил",
            "2.1. обеспечить исп",
            "2.2. представлять с",
            "3.1. обеспечить исп",
            "3.2. представлять с",
        ]
    );
    let report = details.points.remove(2);
    details.left_out.push(report.clone());
    details.points.swap(1, 2);
    details.points.push(PaperPoint {
        text: "Опубликовать приказ на сайте".into(),
        ..PaperPoint::default()
    });
    details.points.push(PaperPoint::default());
    let kept = library.set_paper_details(&id, details).unwrap();
    assert_eq!(kept, library.paper_details(&id).unwrap());
    assert_eq!(
        seen(&kept.points),
        [
            "1. Утвердить прил",
            "2.1. обеспечить исп",
            "3.1. обеспечить исп",
            "4.1. представлять с",
            "5. Опубликовать п",
            " ",
        ]
    );
    let own = |point: &PaperPoint| (point.id.to_string(), point.made);
    assert_eq!(own(&kept.points[4]), ("own 1".into(), false));
    assert_eq!(own(&kept.points[5]), ("own 2".into(), false));
    assert_eq!(
        kept.left_out
            .iter()
            .map(|point| &point.id)
            .collect::<Vec<_>>(),
        [&report.id]
    );
    let order = printed(&library, &id, ExportPart::Order);
    assert!(
        order.contains("5. Опубликовать приказ на сайте."),
        "{order}"
    );

    // A point that is in neither list comes back; so the empty lists are the beginning.
    let back = PaperDetails {
        left_out: Vec::new(),
        ..kept.clone()
    };
    let back = library.set_paper_details(&id, back).unwrap();
    assert!(back.left_out.is_empty());
    assert!(back.points.iter().any(|point| point.id == report.id));
    let beginning = PaperDetails {
        points: Vec::new(),
        left_out: Vec::new(),
        ..back
    };
    let beginning = library.set_paper_details(&id, beginning).unwrap();
    assert_eq!(beginning.points.len(), 5);

    // All may be left out, each by name.
    let none = PaperDetails {
        points: Vec::new(),
        left_out: beginning.points.clone(),
        ..beginning
    };
    let none = library.set_paper_details(&id, none).unwrap();
    assert_eq!((none.points.len(), none.left_out.len()), (0, 5));
}

#[test]
fn a_point_that_is_emptied_is_left_out_by_name() {
    let (_folder, library, id) = library();
    let mut details = library.paper_details(&id).unwrap();
    details.points[1].text = " ".into();
    let kept = library.set_paper_details(&id, details).unwrap();
    assert_eq!(kept.points.len(), 4);
    assert_eq!(kept.left_out.len(), 1);
    assert!(
        kept.left_out[0].text.contains("пунктов 1.1–1.2"),
        "{kept:?}"
    );
}

#[test]
fn copies_are_remembered_and_run_through_the_list() {
    let (_folder, library, id) = library();
    let names = library.export_view(&id).unwrap().addressees;
    let mut details = library.paper_details(&id).unwrap();
    details.copies.insert(names[0].name.clone(), 3);
    details.copies.insert(names[1].name.clone(), 100_000);
    let kept = library.set_paper_details(&id, details).unwrap();
    assert_eq!(kept.copies.values().copied().max(), Some(999));
    let list = printed(&library, &id, ExportPart::Distribution);
    for words in ["№ экз.: 1–3", "№ экз.: 4–1002", "Экз.: 1002"] {
        assert!(list.contains(words), "{words}\n{list}");
    }
}
