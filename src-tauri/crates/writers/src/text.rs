use svod_model::Resolution;

use crate::sheet::{Block, Row, Sheet, Table, running};
use crate::typography::clean;

/// Writes plain text: one paragraph a line, an empty line between the parts, printed numbers.
pub fn text(resolution: &Resolution) -> String {
    sheet_text(&running(resolution))
}

/// [`text`] of any paper. The cells of a table go under one another, each with its column's name.
pub fn sheet_text(sheet: &Sheet) -> String {
    let mut out = String::new();
    let mut in_groups = false;
    let mut below_table = false;
    for block in &sheet.blocks {
        in_groups |= matches!(
            block,
            Block::Addressee { .. } | Block::Item { .. } | Block::Lead { .. }
        );
        let (gap, line) = match block {
            // «Показатель: охват» below a directive would pass for a word about it.
            Block::Table(table) if in_groups && !holds_directives(table) => (true, parted(table)),
            block => line(block),
        };
        let gap = gap || below_table;
        below_table = matches!(block, Block::Table(_));
        if gap && !out.is_empty() {
            out.push('\n');
        }
        out.push_str(clean(&line).trim_end());
        out.push('\n');
    }
    out
}

/// The line, and whether an empty one goes before it.
fn line(block: &Block) -> (bool, String) {
    match block {
        Block::Draft => (false, "Проект".into()),
        Block::Approval(lines) | Block::Issuer(lines) | Block::Appendix(lines) => {
            (true, lines.join("\n"))
        }
        Block::Signature { post, name } => {
            let name = name.as_deref().unwrap_or_default();
            (true, format!("{post}    {name}"))
        }
        Block::Caption(text) => (true, text.clone()),
        Block::Table(table) => (true, rows(table)),
        Block::Kind(text) => (true, text.clone()),
        Block::Of(text) | Block::Theme(text) => (false, text.clone()),
        Block::DatePlace(date, place) => {
            let parts = [date.as_deref(), place.as_deref()];
            let line = parts.into_iter().flatten().collect::<Vec<_>>().join("    ");
            (true, line)
        }
        Block::Adoption(text) | Block::Paragraph(text) | Block::Closing(text) => {
            (true, text.clone())
        }
        Block::Introduction(text)
        | Block::Problem(text)
        | Block::Session(text)
        | Block::LeadIn(text) => (true, text.clone()),
        Block::Addressee {
            number, heading, ..
        } => (true, format!("{number} {heading}")),
        Block::Tail(text) => (false, format!("   {text}")),
        Block::Lead { number, text, .. } | Block::Item { number, text, .. } => {
            (false, format!("{number} {text}"))
        }
        Block::SubItem { mark, text, .. } => (false, format!("   {mark} {text}")),
    }
}

fn holds_directives(table: &Table) -> bool {
    let mut rows = table.rows.iter();
    rows.any(|row| matches!(row, Row::Cells { id: Some(_), .. }))
}

/// The rows of a table as lines, their cells parted by tabs.
fn parted(table: &Table) -> String {
    let headings = table.columns.iter().map(|column| column.heading.clone());
    let headings = Row::Cells {
        id: None,
        cells: headings.collect(),
    };
    let line = |row: &Row| match row {
        Row::Part(name) => name.clone(),
        Row::Cells { cells, .. } => cells.join("\t"),
    };
    let lines: Vec<String> = std::iter::once(&headings)
        .chain(&table.rows)
        .map(line)
        .collect();
    lines.join("\n")
}

/// «1. Мероприятие», and the other columns below it; rows without numbers begin with what their first
/// column is called.
fn rows(table: &Table) -> String {
    let mut lines = Vec::new();
    let first = table.columns.first().map(|column| column.heading.trim());
    let numbered = first.is_none_or(|heading| heading.is_empty() || heading.starts_with('№'));
    for row in &table.rows {
        match row {
            Row::Part(name) => lines.push(format!("\n{name}\n")),
            Row::Cells { cells, .. } => {
                let mut cells = cells.iter().zip(&table.columns);
                if numbered {
                    let first: Vec<&str> = cells
                        .by_ref()
                        .take(2)
                        .map(|(cell, _)| cell.as_str())
                        .collect();
                    lines.push(first.join(". "));
                } else {
                    let first = cells.next();
                    let first = first.map(|(cell, column)| format!("{}: {cell}", column.heading));
                    lines.extend(first);
                }
                lines.extend(
                    cells
                        .filter(|(cell, _)| !cell.is_empty())
                        .map(|(cell, column)| format!("   {}: {cell}", column.heading)),
                );
            }
        }
    }
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_without_numbers_tell_every_heading() {
        let table = |first: &str| Table {
            rows: vec![Row::Cells {
                id: None,
                cells: ["1", "школа", "83"].map(Into::into).into(),
            }],
            ..Table::of(&[(first, 1), ("Где", 1), ("2027 г.", 1)])
        };
        assert_eq!(rows(&table("№ п/п")), "1. школа\n   2027 г.: 83");
        assert_eq!(
            rows(&table("Охват")),
            "Охват: 1\n   Где: школа\n   2027 г.: 83"
        );
    }
}
