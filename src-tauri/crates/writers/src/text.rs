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
    for block in &sheet.blocks {
        let (gap, line) = line(block);
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
        Block::Approval(lines) | Block::Appendix(lines) => (true, lines.join("\n")),
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

/// «1. Мероприятие», and the other columns below it.
fn rows(table: &Table) -> String {
    let mut lines = Vec::new();
    for row in &table.rows {
        match row {
            Row::Part(name) => lines.push(format!("\n{name}\n")),
            Row::Cells { cells, .. } => {
                let mut cells = cells.iter().zip(&table.columns);
                let first: Vec<&str> = cells
                    .by_ref()
                    .take(2)
                    .map(|(cell, _)| cell.as_str())
                    .collect();
                lines.push(first.join(". "));
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
