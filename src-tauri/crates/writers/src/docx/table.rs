//! Tables: fixed columns, a heading row that is repeated on every page.

use std::io;

use super::{Paragraph, Style, Xml};

/// Where a cell stands and how it looks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cell {
    /// In twips.
    pub(crate) width: u32,
    /// How many columns it goes over.
    pub(crate) span: Option<usize>,
    /// It goes over several rows: begins one here (`true`) or goes on with the one above.
    pub(crate) tall: Option<bool>,
    pub(crate) shaded: bool,
}

impl Cell {
    pub(crate) fn of(width: u32) -> Self {
        Self {
            width,
            ..Self::default()
        }
    }
}

/// Writes the table's properties, its grid and its heading row.
pub(crate) fn head_of_table(
    xml: &mut Xml,
    headings: &[&str],
    columns: &[u32],
    style: Style,
) -> io::Result<()> {
    properties(xml, columns.iter().sum())?;
    xml.element("w:tblGrid", &[], |xml| {
        columns
            .iter()
            .try_for_each(|width| xml.empty("w:gridCol", &[("w:w", &width.to_string())]))
    })?;
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[])?;
            xml.empty("w:tblHeader", &[])
        })?;
        headings
            .iter()
            .zip(columns)
            .try_for_each(|(heading, width)| {
                let look = Cell {
                    shaded: true,
                    ..Cell::of(*width)
                };
                cell(xml, look, &[Paragraph::new(style, *heading)])
            })
    })
}

fn properties(xml: &mut Xml, width: u32) -> io::Result<()> {
    xml.element("w:tblPr", &[], |xml| {
        let width = width.to_string();
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

/// A cell; it always holds a paragraph, as the schema asks.
pub(crate) fn cell(xml: &mut Xml, look: Cell, paragraphs: &[Paragraph<'_>]) -> io::Result<()> {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            let width = look.width.to_string();
            xml.empty("w:tcW", &[("w:w", &width), ("w:type", "dxa")])?;
            if let Some(span) = look.span {
                xml.val("w:gridSpan", &span.to_string())?;
            }
            if let Some(begins) = look.tall {
                xml.val("w:vMerge", if begins { "restart" } else { "continue" })?;
            }
            if look.shaded {
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
            return Paragraph {
                style: Style::Cell,
                ..Paragraph::default()
            }
            .write(xml);
        }
        paragraphs
            .iter()
            .try_for_each(|paragraph| paragraph.write(xml))
    })
}
