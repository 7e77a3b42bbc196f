use std::collections::BTreeSet;

use svod_diff::compare;

use super::redline_docx;
use crate::Profile;
use crate::sample::{part, resolution, reviser};

fn document(old: &[&str], new: &[&str]) -> String {
    let (old, new) = (resolution(old), resolution(new));
    let comparison = compare(&old, &new);
    let bytes = redline_docx(&comparison, &old, &new, &reviser(), &Profile::default()).unwrap();
    part(&bytes, "word/document.xml")
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
