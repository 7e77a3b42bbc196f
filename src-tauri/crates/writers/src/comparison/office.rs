use std::io;

use svod_diff::{Comparison, Op};
use svod_model::Resolution;

use super::table::{Entry, Row, rows};
use super::words::{self, Mark};
use crate::docx::document::section_properties;
use crate::docx::table::{Cell, cell, head_of_table};
use crate::docx::{NAMESPACES, Package, Paragraph, Properties, Run, Style, Xml, assemble};
use crate::profile::{LONG_EDGE, Measures, SHORT_EDGE};
use crate::{Profile, WriteError};

/// 15 mm in twips: the table needs the width more than the binding does.
const MARGIN: u32 = 850;

/// Column widths in twips: № · text · № · text · nature · what changed.
const COLUMNS: [u32; 6] = [800, 4300, 800, 4300, 1618, 3320];

const HEADINGS: [&str; 6] = [
    "№",
    "Было",
    "№",
    "Стало",
    "Характер изменения",
    words::CHANGED,
];

const INSERTED: &str = "14532D";
const DELETED: &str = "9F1D1D";
/// Words of the program beside those of the documents.
pub(crate) const MUTED: &str = "55606A";

/// Writes a comparison as a Word table on a landscape sheet: heading row repeated, words marked by
/// underline and strike as well as colour.
///
/// # Errors
/// [`WriteError`] when the container cannot be built; never for what the texts say.
pub fn comparison_docx(
    comparison: &Comparison,
    old: &Resolution,
    new: &Resolution,
    profile: &Profile,
) -> Result<Vec<u8>, WriteError> {
    let title = format!(
        "Сравнение: {} и {}",
        words::side(&comparison.old),
        words::side(&comparison.new)
    );
    let package = Package {
        document: document(comparison, old, new, profile)?,
        numbering: None,
        properties: Properties {
            title,
            ..Properties::of(new, profile)
        },
    };
    assemble(&package, profile)
}

fn document(
    comparison: &Comparison,
    old: &Resolution,
    new: &Resolution,
    profile: &Profile,
) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            head(comparison)
                .iter()
                .try_for_each(|line| line.write(xml))?;
            table(xml, &rows(comparison, old, new))?;
            // Word asks for a paragraph between a table and the end of the sheet.
            Paragraph {
                style: Style::Cell,
                ..Paragraph::default()
            }
            .write(xml)?;
            let margins = [Measures::of(profile).top, MARGIN, MARGIN, MARGIN];
            section_properties(
                xml,
                (LONG_EDGE, SHORT_EDGE),
                margins,
                profile.page_numbers,
                None,
            )
        })
    })?;
    Ok(xml.finish())
}

fn head(comparison: &Comparison) -> Vec<Paragraph<'static>> {
    let labelled = |label: &'static str, text: String| Paragraph {
        style: Style::Note,
        runs: vec![bold(label), Run::plain(text)],
        ..Paragraph::default()
    };
    let mut legend = vec![
        bold("Обозначения: "),
        inserted("подчёркнуто"),
        Run::plain(" — добавлено, "),
        deleted("зачёркнуто"),
        Run::plain(" — исключено, "),
        light("точками"),
        Run::plain(format!(" — {}", words::LIGHT)),
    ];
    for (word, meaning) in words::LEGEND {
        legend.push(Run::plain(format!("; {word} — {meaning}")));
    }
    legend.push(Run::plain("."));
    vec![
        Paragraph::new(Style::Kind, "СРАВНЕНИЕ РЕЗОЛЮЦИЙ"),
        labelled("Было: ", words::side(&comparison.old)),
        labelled("Стало: ", words::side(&comparison.new)),
        labelled("Итог: ", words::summary(comparison)),
        Paragraph {
            style: Style::Note,
            runs: legend,
            ..Paragraph::default()
        },
    ]
}

fn table(xml: &mut Xml, rows: &[Row<'_>]) -> io::Result<()> {
    xml.element("w:tbl", &[], |xml| {
        head_of_table(xml, &HEADINGS, &COLUMNS, Style::CellHeading)?;
        rows.iter().try_for_each(|row| match row {
            Row::Band(text) => band(xml, text),
            Row::Entry(entry) => entry_row(xml, entry),
        })
    })
}

fn band(xml: &mut Xml, text: &str) -> io::Result<()> {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]))?;
        let text = Paragraph::new(Style::CellHeading, text);
        let across = Cell {
            width: COLUMNS.iter().sum(),
            span: Some(COLUMNS.len()),
            shaded: true,
            ..Cell::default()
        };
        cell(xml, across, &[text])
    })
}

fn entry_row(xml: &mut Xml, entry: &Entry<'_>) -> io::Result<()> {
    let [old_number, old_text, new_number, new_text, nature, facts] = COLUMNS;
    let plain = |text: &str| Paragraph::new(Style::Cell, text.to_owned());
    let mut natures: Vec<Paragraph> = Vec::new();
    natures.push(plain(&entry.nature.join(", ")));
    let quiet = |text| {
        runs(vec![Run {
            colour: Some(MUTED),
            ..Run::plain(text)
        }])
    };
    natures.extend(entry.link.map(quiet));
    let facts_told = entry.facts.iter().map(|fact| plain(&fact.line()));
    let lines: Vec<Paragraph> = facts_told.chain(entry.why.as_deref().map(quiet)).collect();
    let number = |side: &Option<(String, &str)>| match side {
        Some((number, _)) => plain(number),
        None => plain(""),
    };
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]))?;
        cell(xml, Cell::of(old_number), &[number(&entry.old)])?;
        cell(xml, Cell::of(old_text), &[runs(old_runs(entry))])?;
        cell(xml, Cell::of(new_number), &[number(&entry.new)])?;
        cell(xml, Cell::of(new_text), &[runs(new_runs(entry))])?;
        cell(xml, Cell::of(nature), &natures)?;
        cell(xml, Cell::of(facts), &lines)
    })
}

fn runs(runs: Vec<Run<'_>>) -> Paragraph<'_> {
    Paragraph {
        style: Style::Cell,
        runs,
        ..Paragraph::default()
    }
}

fn old_runs<'w>(entry: &'w Entry<'_>) -> Vec<Run<'w>> {
    match (&entry.old, &entry.new) {
        (Some((_, text)), None) => vec![deleted(text)],
        (Some((_, text)), Some(_)) if entry.words.is_empty() => vec![Run::plain(*text)],
        (Some(_), Some(_)) => marked(entry, Op::Insert),
        (None, _) => vec![Run::plain("—")],
    }
}

fn new_runs<'w>(entry: &'w Entry<'_>) -> Vec<Run<'w>> {
    match (&entry.old, &entry.new) {
        (_, None) => vec![Run::plain("—")],
        (None, Some((_, text))) => vec![inserted(text)],
        (Some(_), Some((_, text))) if entry.words.is_empty() => vec![Run::plain(*text)],
        (Some(_), Some(_)) => marked(entry, Op::Delete),
    }
}

/// One side's words with its own changes marked, those of the other side left out: each column
/// stays readable as a text.
fn marked<'w>(entry: &'w Entry<'_>, gone: Op) -> Vec<Run<'w>> {
    let pieces = words::side_of(entry, gone).into_iter();
    let marked = pieces.map(|(mark, text)| match mark {
        Mark::Plain => Run::plain(text),
        Mark::Inserted => inserted(text),
        Mark::Deleted => deleted(text),
        Mark::Light => light(text),
    });
    marked.collect()
}

fn bold(text: &'static str) -> Run<'static> {
    Run {
        bold: true,
        ..Run::plain(text)
    }
}

fn inserted(text: &str) -> Run<'_> {
    Run {
        underlined: true,
        colour: Some(INSERTED),
        ..Run::plain(text)
    }
}

fn light(text: &str) -> Run<'_> {
    Run {
        dotted: true,
        ..Run::plain(text)
    }
}

fn deleted(text: &str) -> Run<'_> {
    Run {
        struck: true,
        colour: Some(DELETED),
        ..Run::plain(text)
    }
}
