//! The report on execution (справка об исполнении): numbers, a table, what was not done and why.

use std::io;

use svod_model::control::Status;

use super::{ControlRow, ControlTitle, day, due, measured, planned};
use crate::docx::document::section_properties;
use crate::docx::table::{Cell, cell, head_of_table};
use crate::docx::{NAMESPACES, Package, Paragraph, Properties, Run, Style, Xml, assemble};
use crate::profile::{LONG_EDGE, Measures, SHORT_EDGE};
use crate::{Profile, WriteError};

/// 15 mm in twips: the table needs the width more than the binding does.
const MARGIN: u32 = 850;

/// Column widths in twips.
const COLUMNS: [u32; 7] = [950, 4200, 1450, 2300, 3038, 1600, 1600];

const HEADINGS: [&str; 7] = [
    "Пункт",
    "Поручение",
    "Срок",
    "Ответственный",
    "Информация об исполнении",
    "Состояние",
    "Подтверждение",
];

/// Writes the report as a Word document on landscape sheets.
///
/// # Errors
/// [`WriteError`] when the container cannot be built; never for what the texts say.
pub fn control_report(
    title: &ControlTitle,
    rows: &[ControlRow],
    profile: &Profile,
) -> Result<Vec<u8>, WriteError> {
    let package = Package {
        document: document(title, rows, profile)?,
        numbering: None,
        properties: Properties {
            title: format!("Справка об исполнении: {}", title.title),
            subject: String::new(),
            document_id: profile.document_id.clone().unwrap_or_default(),
        },
    };
    assemble(&package, profile)
}

fn document(title: &ControlTitle, rows: &[ControlRow], profile: &Profile) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new()?;
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            head(title).iter().try_for_each(|line| line.write(xml))?;
            table(xml, rows)?;
            plan_and_fact(xml, rows)?;
            tail(rows).iter().try_for_each(|line| line.write(xml))?;
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

fn head(title: &ControlTitle) -> Vec<Paragraph<'static>> {
    let counted = title.discipline;
    let numbers = format!(
        "Поставлено на контроль поручений: {}. Подлежало исполнению: {}; из них исполнено в срок: {}, исполнено с нарушением срока: {}, не исполнено: {}.",
        counted.all, counted.due, counted.on_time, counted.late, counted.open
    );
    let discipline = match counted.percent {
        Some(percent) => format!(
            "Исполнительская дисциплина (исполнено в срок ÷ подлежало исполнению): {} ÷ {} = {percent} %.",
            counted.on_time, counted.due
        ),
        None => "Исполнительская дисциплина не исчисляется: сроки поручений ещё не наступили."
            .to_owned(),
    };
    vec![
        Paragraph::new(Style::Kind, "СПРАВКА"),
        Paragraph::new(
            Style::Subtitle,
            format!("об исполнении документа: {}", title.title),
        ),
        Paragraph::new(
            Style::Subtitle,
            format!("за период с {} по {}", day(title.adopted_on), day(title.on)),
        ),
        Paragraph::new(Style::Body, numbers),
        Paragraph::new(Style::Body, discipline),
    ]
}

fn table(xml: &mut Xml, rows: &[ControlRow]) -> io::Result<()> {
    xml.element("w:tbl", &[], |xml| {
        head_of_table(xml, &HEADINGS, &COLUMNS, Style::CellHeading)?;
        rows.iter().try_for_each(|row| {
            let texts = [
                row.number.clone(),
                row.text.clone(),
                due(row),
                row.who.clone(),
                row.done.clone(),
                row.status.name().to_owned(),
                row.evidence.clone(),
            ];
            line_of_table(xml, &COLUMNS, texts)
        })
    })
}

/// Column widths of the table of targets, in twips.
const TARGET_COLUMNS: [u32; 6] = [950, 5038, 2200, 2200, 1600, 3150];

const TARGET_HEADINGS: [&str; 6] = [
    "Пункт",
    "Показатель",
    "План",
    "Факт",
    "Достигнут",
    "Источник",
];

/// Plan and fact: every target with what is known of it; nothing where no directive has one.
fn plan_and_fact(xml: &mut Xml, rows: &[ControlRow]) -> io::Result<()> {
    let targets = || {
        let own = rows.iter();
        own.flat_map(|row| row.targets.iter().map(move |target| (row, target)))
    };
    let all = targets().count();
    if all == 0 {
        return Ok(());
    }
    let of = |reached| {
        targets()
            .filter(|(_, target)| target.reached == reached)
            .count()
    };
    let counted = format!(
        "Целевых показателей: {all}; достигнуто: {}, не достигнуто: {}, нет данных: {}.",
        of(Some(true)),
        of(Some(false)),
        of(None)
    );
    bold("Показатели: план и факт").write(xml)?;
    Paragraph::new(Style::Body, counted).write(xml)?;
    xml.element("w:tbl", &[], |xml| {
        head_of_table(xml, &TARGET_HEADINGS, &TARGET_COLUMNS, Style::CellHeading)?;
        targets().try_for_each(|(row, target)| {
            let fact = match (target.fact, target.on) {
                (Some(fact), Some(on)) => {
                    format!("{} на {}", measured(fact, &target.unit), day(on))
                }
                _ => "нет данных".to_owned(),
            };
            let plan = match target.by.or(row.due) {
                Some(by) => format!("{} к {}", planned(target), day(by)),
                None => planned(target),
            };
            let reached = match target.reached {
                Some(true) => "да",
                Some(false) => "нет",
                None => "—",
            };
            let what = if target.subject.is_empty() {
                &row.text
            } else {
                &target.subject
            };
            let texts = [
                row.number.clone(),
                what.clone(),
                plan,
                fact,
                reached.to_owned(),
                target.source.clone().unwrap_or_default(),
            ];
            line_of_table(xml, &TARGET_COLUMNS, texts)
        })
    })
}

fn line_of_table<const N: usize>(
    xml: &mut Xml,
    columns: &[u32; N],
    texts: [String; N],
) -> io::Result<()> {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]))?;
        columns.iter().zip(texts).try_for_each(|(width, text)| {
            cell(xml, Cell::of(*width), &[Paragraph::new(Style::Cell, text)])
        })
    })
}

fn bold(text: &'static str) -> Paragraph<'static> {
    Paragraph {
        style: Style::LeadIn,
        runs: vec![Run {
            bold: true,
            ..Run::plain(text)
        }],
        ..Paragraph::default()
    }
}

fn tail(rows: &[ControlRow]) -> Vec<Paragraph<'_>> {
    let unfulfilled: Vec<&ControlRow> = rows
        .iter()
        .filter(|row| !row.status.is_closed() || row.status == Status::NotDone)
        .filter(|row| row.status != Status::Permanent)
        .collect();
    let mut lines = Vec::new();
    if unfulfilled.is_empty() {
        lines.push(Paragraph::new(Style::Body, "Неисполненных поручений нет."));
    } else {
        lines.push(bold("Не исполнено полностью:"));
        lines.extend(unfulfilled.iter().map(|row| {
            let reason = if row.reason.is_empty() {
                "причина не указана"
            } else {
                &row.reason
            };
            let text = format!("п. {} — {}: {} ({reason}).", row.number, row.who, row.text);
            Paragraph::new(Style::Body, text)
        }));
        lines.push(Paragraph::new(
            Style::Body,
            "Предлагается включить эти поручения в проект резолюции следующего года.",
        ));
    }
    lines.push(Paragraph::new(
        Style::Closing,
        "Должность ____________________ И.О. Фамилия",
    ));
    lines
}
