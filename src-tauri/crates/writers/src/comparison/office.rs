use std::io;

use svod_diff::{Comparison, Op};
use svod_model::Resolution;

use super::table::{Entry, Row, rows};
use super::words;
use crate::docx::document::section_properties;
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
    "Что изменилось",
];

const INSERTED: &str = "14532D";
const DELETED: &str = "9F1D1D";

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
            section_properties(xml, (LONG_EDGE, SHORT_EDGE), margins, profile.page_numbers)
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
        Run::plain(" — исключено"),
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
        table_properties(xml)?;
        xml.element("w:tblGrid", &[], |xml| {
            COLUMNS
                .iter()
                .try_for_each(|width| xml.empty("w:gridCol", &[("w:w", &width.to_string())]))
        })?;
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[])?;
                xml.empty("w:tblHeader", &[])
            })?;
            for (heading, width) in HEADINGS.into_iter().zip(COLUMNS) {
                let text = Paragraph::new(Style::CellHeading, heading);
                cell(xml, width, None, true, &[text])?;
            }
            Ok(())
        })?;
        rows.iter().try_for_each(|row| match row {
            Row::Band(text) => band(xml, text),
            Row::Entry(entry) => entry_row(xml, entry),
        })
    })
}

fn table_properties(xml: &mut Xml) -> io::Result<()> {
    xml.element("w:tblPr", &[], |xml| {
        let width = COLUMNS.iter().sum::<u32>().to_string();
        xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")])?;
        xml.element("w:tblBorders", &[], |xml| {
            for edge in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                let line = [
                    ("w:val", "single"),
                    ("w:sz", "4"),
                    ("w:space", "0"),
                    ("w:color", "808080"),
                ];
                xml.empty(&format!("w:{edge}"), &line)?;
            }
            Ok(())
        })?;
        xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
        xml.element("w:tblCellMar", &[], |xml| {
            for (edge, width) in [
                ("top", "40"),
                ("left", "85"),
                ("bottom", "40"),
                ("right", "85"),
            ] {
                xml.empty(&format!("w:{edge}"), &[("w:w", width), ("w:type", "dxa")])?;
            }
            Ok(())
        })
    })
}

fn band(xml: &mut Xml, text: &str) -> io::Result<()> {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]))?;
        let text = Paragraph::new(Style::CellHeading, text);
        cell(
            xml,
            COLUMNS.iter().sum(),
            Some(COLUMNS.len()),
            true,
            &[text],
        )
    })
}

fn entry_row(xml: &mut Xml, entry: &Entry<'_>) -> io::Result<()> {
    let [old_number, old_text, new_number, new_text, nature, facts] = COLUMNS;
    let plain = |text: &str| Paragraph::new(Style::Cell, text.to_owned());
    let mut natures: Vec<Paragraph> = Vec::new();
    natures.push(plain(&entry.nature.join(", ")));
    if entry.doubtful {
        natures.push(plain("связь вероятна, проверьте"));
    }
    let lines: Vec<Paragraph> = entry.facts.iter().map(|fact| plain(fact)).collect();
    let number = |side: &Option<(String, &str)>| match side {
        Some((number, _)) => plain(number),
        None => plain(""),
    };
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]))?;
        cell(xml, old_number, None, false, &[number(&entry.old)])?;
        cell(xml, old_text, None, false, &[runs(old_runs(entry))])?;
        cell(xml, new_number, None, false, &[number(&entry.new)])?;
        cell(xml, new_text, None, false, &[runs(new_runs(entry))])?;
        cell(xml, nature, None, false, &natures)?;
        cell(xml, facts, None, false, &lines)
    })
}

fn runs(runs: Vec<Run<'_>>) -> Paragraph<'_> {
    Paragraph {
        style: Style::Cell,
        runs,
        ..Paragraph::default()
    }
}

fn old_runs<'a>(entry: &Entry<'a>) -> Vec<Run<'a>> {
    match (&entry.old, &entry.new) {
        (Some((_, text)), None) => vec![deleted(text)],
        (Some((_, text)), Some(_)) if entry.words.is_empty() => vec![Run::plain(*text)],
        (Some(_), Some(_)) => marked(entry, Op::Insert),
        (None, _) => vec![Run::plain("—")],
    }
}

fn new_runs<'a>(entry: &Entry<'a>) -> Vec<Run<'a>> {
    match (&entry.old, &entry.new) {
        (_, None) => vec![Run::plain("—")],
        (None, Some((_, text))) => vec![inserted(text)],
        (Some(_), Some((_, text))) if entry.words.is_empty() => vec![Run::plain(*text)],
        (Some(_), Some(_)) => marked(entry, Op::Delete),
    }
}

/// One side's words with its own changes marked, those of the other side left out: each column
/// stays readable as a text.
fn marked<'a>(entry: &Entry<'a>, gone: Op) -> Vec<Run<'a>> {
    let kept = entry.words.iter().filter(|word| word.op != gone);
    kept.map(|word| match word.op {
        Op::Equal => Run::plain(&word.text),
        Op::Insert => inserted(&word.text),
        Op::Delete => deleted(&word.text),
    })
    .collect()
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

fn deleted(text: &str) -> Run<'_> {
    Run {
        struck: true,
        colour: Some(DELETED),
        ..Run::plain(text)
    }
}

/// A cell over `span` columns; it always holds a paragraph, as the schema asks.
fn cell(
    xml: &mut Xml,
    width: u32,
    span: Option<usize>,
    shaded: bool,
    paragraphs: &[Paragraph<'_>],
) -> io::Result<()> {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
            if let Some(span) = span {
                xml.val("w:gridSpan", &span.to_string())?;
            }
            if shaded {
                let fill = [
                    ("w:val", "clear"),
                    ("w:color", "auto"),
                    ("w:fill", "EDF0F1"),
                ];
                xml.empty("w:shd", &fill)?;
            }
            Ok(())
        })?;
        if paragraphs.is_empty() {
            return runs(Vec::new()).write(xml);
        }
        paragraphs
            .iter()
            .try_for_each(|paragraph| paragraph.write(xml))
    })
}
