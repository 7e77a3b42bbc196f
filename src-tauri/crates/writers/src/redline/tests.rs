use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use chrono::NaiveDate;
use svod_diff::compare;
use svod_model::{Directive, Group, Id, Resolution, Section};

use super::{Reviser, redline_docx};
use crate::Profile;

fn resolution(texts: &[&str]) -> Resolution {
    let directives = texts.iter().map(|text| Directive {
        id: Id::new(format!("{text} as a name")),
        text: (*text).to_owned(),
        ..Directive::default()
    });
    Resolution {
        title: "Резолюция форума".into(),
        sections: vec![Section {
            groups: vec![Group {
                id: Id::new("g"),
                heading: "Школам".into(),
                directives: directives.collect(),
                ..Group::default()
            }],
            ..Section::default()
        }],
        closing: vec!["Контроль оставляем за собой".into()],
        ..Resolution::default()
    }
}

fn document(old: &[&str], new: &[&str]) -> String {
    let (old, new) = (resolution(old), resolution(new));
    let reviser = Reviser {
        author: "О.П. <Секретарь>".into(),
        at: NaiveDate::from_ymd_opt(2031, 3, 5)
            .unwrap()
            .and_hms_opt(10, 0, 0)
            .unwrap(),
    };
    let comparison = compare(&old, &new);
    let bytes = redline_docx(&comparison, &old, &new, &reviser, &Profile::default()).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut part = zip.by_name("word/document.xml").unwrap();
    part.read_to_string(&mut text).unwrap();
    text
}

/// The values of an attribute in order.
fn values<'a>(xml: &'a str, before: &str) -> Vec<&'a str> {
    xml.split(before)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

const MUSEUMS: &str = "провести смотр школьных музеев до 1 мая 2031 года";
const MUSEUMS_LATER: &str = "провести смотр школьных музеев до 1 июня 2032 года";
const CLUBS: &str = "открыть кружки юных техников в каждой школе района";
const MEALS: &str = "обеспечить горячее питание всех младших школьников";

#[test]
fn a_changed_date_is_a_deletion_and_an_insertion_inside_the_paragraph() {
    let document = document(&[MUSEUMS, CLUBS], &[MUSEUMS_LATER, CLUBS]);
    assert!(
        document
            .contains("<w:delText xml:space=\"preserve\">1\u{a0}мая 2031\u{a0}года</w:delText>")
    );
    assert!(document.contains("<w:t xml:space=\"preserve\">1\u{a0}июня 2032\u{a0}года</w:t>"));
    assert!(document.contains("w:author=\"О.П. &lt;Секретарь&gt;\" w:date=\"2031-03-05T10:"));
    assert!(!document.contains("<w:moveFrom"));
}

#[test]
fn a_moved_directive_is_one_move_with_one_name() {
    let document = document(&[MUSEUMS, CLUBS, MEALS], &[CLUBS, MUSEUMS, MEALS]);
    let names = |range: &str| -> Vec<String> {
        let starts = document.split(range).skip(1);
        starts
            .filter_map(|rest| {
                values(rest.split('>').next()?, "w:name=\"")
                    .first()
                    .copied()
            })
            .map(str::to_owned)
            .collect()
    };
    let from = names("<w:moveFromRangeStart");
    assert_eq!(from.len(), 1);
    assert_eq!(from, names("<w:moveToRangeStart"));
    assert!(!document.contains("<w:delText"));
}

#[test]
fn every_revision_and_bookmark_has_a_number_of_its_own() {
    let document = document(
        &[MUSEUMS, CLUBS, MEALS],
        &[MEALS, MUSEUMS_LATER, "завести журнал"],
    );
    let mut seen = BTreeSet::new();
    for element in document.split('<') {
        let ends = element.starts_with("w:bookmarkEnd") || element.contains("RangeEnd");
        if let (false, Some(id)) = (ends, values(element, "w:id=\"").first()) {
            assert!(seen.insert((*id).to_owned()), "{element}");
        }
    }
    assert!(seen.len() > 5);
}

#[test]
fn the_page_in_front_holds_no_revision() {
    let document = document(&[MUSEUMS], &[MUSEUMS_LATER]);
    let (front, body) = document.split_once("<w:bookmarkEnd w:id=\"0\"/>").unwrap();
    for mark in ["<w:ins", "<w:del", "<w:move"] {
        assert!(!front.contains(mark), "{mark}");
    }
    assert!(front.contains("_svod_front"));
    assert!(body.contains("<w:ins"));
}

#[test]
fn a_document_that_did_not_change_has_no_revisions() {
    let document = document(&[MUSEUMS, CLUBS], &[MUSEUMS, CLUBS]);
    for mark in ["<w:ins", "<w:del", "<w:move"] {
        assert!(!document.contains(mark), "{mark}");
    }
}
