use svod_model::Resolution;

use crate::sheet::{Block, Row, Sheet, Table, sheet};
use crate::typography::clean;

/// Writes Markdown (CommonMark). Printed numbers are kept as text, so that no renderer renumbers
/// them; user text is escaped.
pub fn markdown(resolution: &Resolution) -> String {
    sheet_markdown(&sheet(resolution))
}

/// [`markdown`] of any paper.
pub fn sheet_markdown(sheet: &Sheet) -> String {
    let blocks: Vec<String> = sheet.blocks.iter().map(paragraph).collect();
    blocks.join("\n\n") + "\n"
}

fn paragraph(block: &Block) -> String {
    match block {
        Block::Draft => "Проект".into(),
        Block::Approval(lines) | Block::Issuer(lines) | Block::Appendix(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
            lines.join("\n\n")
        }
        Block::Signature { post, name } => {
            escaped(&format!("{post} {}", name.as_deref().unwrap_or_default()))
        }
        Block::Caption(text) => format!("**{}**", inline(text)),
        Block::Table(table) => rows(table),
        Block::Kind(text) => format!("# {}", inline(text)),
        Block::Of(text) | Block::Theme(text) => format!("**{}**", inline(text)),
        Block::DatePlace(date, place) => {
            let parts = [date.as_deref(), place.as_deref()];
            let line = parts.into_iter().flatten().collect::<Vec<_>>();
            escaped(&line.join("    "))
        }
        Block::Adoption(text) | Block::Paragraph(text) | Block::Closing(text) => escaped(text),
        Block::Introduction(text)
        | Block::Problem(text)
        | Block::LeadIn(text)
        | Block::Tail(text) => escaped(text),
        Block::Session(text) => format!("## {}", inline(text)),
        Block::Addressee {
            number, heading, ..
        } => format!("### {number} {}", inline(heading)),
        Block::Lead { number, text, .. } | Block::Item { number, text, .. } => {
            format!("{number} {}", inline(text))
        }
        Block::SubItem { mark, text, .. } => format!("{mark} {}", inline(text)),
    }
}

/// A table in bars; the name of a part stands in the first cell of its row.
fn rows(table: &Table) -> String {
    let count = table.columns.len();
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines = vec![
        row(table
            .columns
            .iter()
            .map(|column| inline(&column.heading))
            .collect()),
        format!("|{}", "---|".repeat(count)),
    ];
    for each in &table.rows {
        lines.push(match each {
            Row::Part(name) => format!(
                "| {} |{}",
                inline(name),
                " |".repeat(count.saturating_sub(1))
            ),
            Row::Cells { cells, .. } => row(cells.iter().map(|cell| inline(cell)).collect()),
        });
    }
    lines.join("\n")
}

/// Text for the inside of a line.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Text for a paragraph: what opens a list or an underline at its start is escaped too.
fn escaped(text: &str) -> String {
    let line = inline(text.trim());
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let after = line.chars().nth(digits);
    if digits > 0 && matches!(after, Some('.' | ')')) {
        let (number, rest) = line.split_at(digits);
        return format!("{number}\\{rest}");
    }
    if line.starts_with(['-', '+', '=']) {
        return format!("\\{line}");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_text_cannot_become_markup() {
        assert_eq!(escaped("<b> & *x* [y](z)"), r"\<b\> \& \*x\* \[y\](z)");
        assert_eq!(escaped("1. пункт"), r"1\. пункт");
        assert_eq!(escaped("- пункт"), r"\- пункт");
        assert_eq!(escaped("2021 год"), "2021 год");
    }
}
