//! What holds for any input: reading does not panic, loses no line and names no two parts alike.

use std::collections::BTreeSet;
use std::io::Write;

use proptest::prelude::*;

use crate::{Options, Reading, read};

/// Pieces that resolutions are made of, and what tears them apart.
const PIECES: &[&str] = &[
    "РЕЗОЛЮЦИЯ",
    "Решение",
    "муниципального форума «Школа. Время",
    "»",
    "г. Озёрск, 26 августа 2026 года",
    "Принята участниками 31 июня 2026 года",
    "Участники форума рекомендуют:",
    "1. Управлению образования:",
    "1.1.",
    "а)",
    "- ",
    "· ",
    "**",
    "# ",
    "утвердить до 1 октября 2026 года план",
    "Руководителям школ",
    "довести охват до 75 % к концу 2026 года;",
    "в срок до 15.10.2026:",
    "[bookmark: _GoBack]",
    "Проект",
    "По итогам работы секции «Учитель»",
    "существуют проблемы: мало",
    "Срок: до 1 мая.",
    "Контроль за исполнением возложить",
    "\u{a0}",
    "\u{feff}",
    "\t",
    "\n",
    "\n\n",
    "Ё",
    "№ 273-ФЗ от 29.12.2012",
    "…",
    "👩‍🏫",
    "<html>",
    "<ol start=3><li>",
    "</ol>",
    "<table><tr><td>",
    "<br>",
    "<nav>",
    "&nbsp;&amp;&bogus;",
    "\u{0}",
];

fn document() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        2 => Just("\n".to_owned()),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn keeps_its_promises(reading: &Reading) -> Result<(), TestCaseError> {
    let placed: BTreeSet<u32> = reading
        .placements
        .iter()
        .flat_map(|placement| placement.lines[0]..=placement.lines[1])
        .collect();
    for line in &reading.lines {
        let has_words = line.text.chars().any(char::is_alphanumeric);
        prop_assert!(
            !has_words || placed.contains(&line.number),
            "line {} is lost: {:?}",
            line.number,
            line.text
        );
    }
    let mut ids = BTreeSet::new();
    for section in &reading.resolution.sections {
        prop_assert!(ids.insert(section.id.clone()));
        for group in &section.groups {
            prop_assert!(ids.insert(group.id.clone()));
            for directive in &group.directives {
                prop_assert!(ids.insert(directive.id.clone()));
            }
        }
    }
    Ok(())
}

/// A Word package around the text of a main part.
fn package(body: &str) -> Vec<u8> {
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:body>{body}</w:body></w:document>"
    );
    zipped("word/document.xml", &document)
}

/// A package of one part.
fn zipped(name: &str, text: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file(name, options).unwrap();
    zip.write_all(text.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_text_is_read_whole(text in document(), name in "(а\\.txt|а\\.md|а\\.html|а)") {
        if let Ok(reading) = read(text.as_bytes(), &name, &Options::default()) {
            keeps_its_promises(&reading)?;
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in proptest::collection::vec(any::<u8>(), 0..600),
        name in "(а\\.txt|а\\.md|а\\.html|а\\.docx|а\\.odt|а)",
    ) {
        if let Ok(reading) = read(&bytes, &name, &Options::default()) {
            keeps_its_promises(&reading)?;
        }
    }

    #[test]
    fn any_markup_in_a_word_file_is_read_or_refused(
        pieces in proptest::collection::vec(
            prop_oneof![
                proptest::sample::select(&[
                    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:br/>", "<w:tab/>",
                    "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>",
                    "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"9\"/></w:numPr></w:pPr>",
                    "<w:ins>", "</w:ins>", "<w:del>", "</w:del>", "&amp;", "&nope;", "<w:p/>",
                ][..]).prop_map(str::to_owned),
                proptest::sample::select(&PIECES[..20]).prop_map(str::to_owned),
            ],
            0..40,
        ),
    ) {
        if let Ok(reading) = read(&package(&pieces.concat()), "а.docx", &Options::default()) {
            keeps_its_promises(&reading)?;
        }
    }

    #[test]
    fn any_markup_in_an_opendocument_file_is_read_or_refused(
        pieces in proptest::collection::vec(
            prop_oneof![
                proptest::sample::select(&[
                    "<text:p>", "</text:p>", "<text:h text:outline-level=\"1\">", "</text:h>",
                    "<text:list text:style-name=\"L1\">", "</text:list>", "<text:list-item>",
                    "</text:list-item>", "<text:s text:c=\"99999\"/>", "<text:tab/>",
                    "<text:line-break/>", "<text:span text:style-name=\"T1\">", "</text:span>",
                    "<table:table-row>", "</table:table-row>", "<table:table-cell>",
                    "</table:table-cell>", "<text:note>", "</text:note>", "&#1074;", "<text:p/>",
                ][..]).prop_map(str::to_owned),
                proptest::sample::select(&PIECES[..20]).prop_map(str::to_owned),
            ],
            0..40,
        ),
    ) {
        let content = format!(
            "<office:document-content><office:body><office:text>{}</office:text></office:body>\
             </office:document-content>",
            pieces.concat()
        );
        if let Ok(reading) = read(&zipped("content.xml", &content), "а.odt", &Options::default()) {
            keeps_its_promises(&reading)?;
        }
    }

    #[test]
    fn a_cut_word_file_is_refused_or_read(cut in 0.0..1.0f64) {
        let whole = package("<w:p><w:r><w:t>Школам провести смотр</w:t></w:r></w:p>");
        let length = (whole.len() as f64 * cut) as usize;
        if let Ok(reading) = read(&whole[..length], "а.docx", &Options::default()) {
            keeps_its_promises(&reading)?;
        }
    }
}
