use std::io;

use svod_diff::Comparison;
use svod_model::Resolution;

use crate::Profile;
use crate::comparison::{MUTED, Told, sides, summary, told};
use crate::docx::document::section_properties;
use crate::docx::table::{Cell, cell, head_of_table};
use crate::docx::{Paragraph, Run, Style, Xml, set_text};
use crate::profile::{LONG_EDGE, Measures, SHORT_EDGE};

/// The bookmark around everything before the resolution itself.
const BOOKMARK: &str = "_svod_front";

/// 15 mm in twips.
const MARGIN: u32 = 850;

/// The last line before the resolution.
const LAST: &str = "Далее — текст резолюции с исправлениями.";

const HEADINGS: [&str; 6] = ["№", "Кому", "Поручение", "Что изменилось", "Было", "Стало"];

/// Column widths in twips.
const COLUMNS: [u32; 6] = [1100, 2900, 4900, 1638, 2300, 2300];

/// A directive is quoted up to about this many letters: the whole stands in the body.
const QUOTED: usize = 160;

/// What stands on the page before the revisions.
pub(super) struct Front {
    old: String,
    new: String,
    summary: String,
    facts: Vec<Told>,
}

impl Front {
    pub(super) fn of(comparison: &Comparison, old: &Resolution, new: &Resolution) -> Self {
        let [before, after] = sides(comparison);
        Self {
            old: before,
            new: after,
            summary: summary(comparison),
            facts: told(comparison, old, new),
        }
    }

    pub(super) fn write(&self, xml: &mut Xml, profile: &Profile) -> io::Result<()> {
        xml.empty("w:bookmarkStart", &[("w:id", "0"), ("w:name", BOOKMARK)])?;
        for line in self.head() {
            line.write(xml)?;
        }
        if !self.facts.is_empty() {
            self.table(xml)?;
        }
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.val("w:pStyle", Style::Note.id())?;
                // So low that it hardly ever begins a page of its own behind the table.
                let low = [
                    ("w:before", "0"),
                    ("w:after", "0"),
                    ("w:line", "40"),
                    ("w:lineRule", "exact"),
                ];
                xml.empty("w:spacing", &low)?;
                let margins = [Measures::of(profile).top, MARGIN, MARGIN, MARGIN];
                let size = (LONG_EDGE, SHORT_EDGE);
                section_properties(xml, size, margins, profile.page_numbers, None)
            })?;
            // Not empty: LibreOffice drops an empty paragraph that ends a section, and the bookmark's
            // end with it.
            xml.element("w:r", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    xml.val("w:sz", "2")?;
                    xml.val("w:szCs", "2")
                })?;
                set_text(xml, "w:t", LAST)
            })?;
            xml.empty("w:bookmarkEnd", &[("w:id", "0")])
        })
    }

    fn head(&self) -> Vec<Paragraph<'_>> {
        let note = |label: &'static str, text: String| Paragraph {
            style: Style::Note,
            runs: vec![bold(label), Run::plain(text)],
            ..Paragraph::default()
        };
        let facts = match self.facts.len() {
            0 => "Адресаты, сроки, показатели и основания не изменились.",
            _ => "Изменённые данные поручений:",
        };
        vec![
            Paragraph::new(Style::Kind, "ИСПРАВЛЕНИЯ РЕЗОЛЮЦИИ"),
            note("Было: ", self.old.clone()),
            note("Стало: ", self.new.clone()),
            note("Итог: ", self.summary.clone()),
            note(
                "Как читать. ",
                "Дальше, с новой страницы, — текст резолюции с исправлениями: вставленное, удалённое и \
                 перенесённое отмечено средствами Word (вкладка «Рецензирование»). «Принять все» даёт \
                 новую резолюцию, «Отклонить все» — прежнюю. До этого текста исправлений нет; \
                 вероятную и возможную связь поручений проверьте."
                    .into(),
            ),
            Paragraph::new(Style::CellHeading, facts),
        ]
    }

    fn table(&self, xml: &mut Xml) -> io::Result<()> {
        let mut before = None;
        xml.element("w:tbl", &[], |xml| {
            head_of_table(xml, &HEADINGS, &COLUMNS, Style::CellHeading)?;
            for told in &self.facts {
                // Several facts of one directive stand beside its one text.
                let begins = before != Some(told.row);
                before = Some(told.row);
                row(xml, told, begins)?;
            }
            Ok(())
        })
    }
}

fn row(xml: &mut Xml, told: &Told, begins: bool) -> io::Result<()> {
    let plain = |text: &str| vec![Paragraph::new(Style::Cell, text.to_owned())];
    let mut directive = plain(&quoted(&told.text));
    directive.extend(told.link.map(|link| Paragraph {
        style: Style::Cell,
        runs: vec![Run {
            colour: Some(MUTED),
            ..Run::plain(link)
        }],
        ..Paragraph::default()
    }));
    let [number, who, text, what, was, is] = COLUMNS;
    let shared = [(who, plain(&told.who)), (text, directive)];
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]))?;
        // The number stands in each row: a page may end between two facts of one directive.
        cell(xml, Cell::of(number), &plain(&told.number))?;
        for (width, paragraphs) in shared {
            let look = Cell {
                tall: Some(begins),
                ..Cell::of(width)
            };
            let paragraphs = if begins { paragraphs } else { Vec::new() };
            cell(xml, look, &paragraphs)?;
        }
        let value = |value: &Option<String>| plain(value.as_deref().unwrap_or("—"));
        cell(xml, Cell::of(what), &plain(told.fact.kind.name()))?;
        cell(xml, Cell::of(was), &value(&told.fact.old))?;
        cell(xml, Cell::of(is), &value(&told.fact.new))
    })
}

/// The beginning of a directive, cut at a word.
fn quoted(text: &str) -> String {
    if text.chars().count() <= QUOTED {
        return text.to_owned();
    }
    let cut: String = text.chars().take(QUOTED).collect();
    let whole = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ';', '—', ' ']))
}

fn bold(text: &'static str) -> Run<'static> {
    Run {
        bold: true,
        ..Run::plain(text)
    }
}
