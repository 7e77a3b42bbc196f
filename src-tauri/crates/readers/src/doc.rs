//! Word 97–2003 documents, by the `undoc` crate's model of them.
//!
//! The crate tells of each paragraph its list, level and number, not the words of the number; the
//! labels («2.1.», «а)») are put together here. A young crate by one author: it is pinned, used
//! behind this one function, and a fault of it is caught.

use std::panic::{AssertUnwindSafe, catch_unwind};

use undoc::model::{Block, ListInfo, ListType, Paragraph, RevisionType, Table, TextRun};

use crate::ReadError;
use crate::manuscript::{IN_CELL, Line, Manuscript};
use crate::ordinals::spell;

/// Reads a file.
pub(crate) fn manuscript(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    if too_long(bytes) {
        return Err(ReadError::Damaged {
            detail: "the text is said to be longer than the file".into(),
        });
    }
    let parsed = catch_unwind(AssertUnwindSafe(|| undoc::parse_bytes(bytes)));
    let document = match parsed {
        Ok(Ok(document)) => document,
        Ok(Err(error)) => return Err(refused(&error.to_string())),
        Err(_) => {
            return Err(ReadError::Damaged {
                detail: "the Word 97 structure makes no sense".into(),
            });
        }
    };
    let mut text = Text::default();
    let mut notes = Vec::new();
    for section in &document.sections {
        for block in &section.content {
            match block {
                Block::Paragraph(paragraph) => text.paragraph(paragraph),
                Block::Table(table) => text.table(table),
                Block::PageBreak | Block::SectionBreak => text.page_break = true,
                Block::Note { content, .. } => notes.extend(content),
                Block::Image { .. } => {}
            }
        }
    }
    for note in notes {
        text.out.note(&note.plain_text());
    }
    Ok(text.out)
}

/// Whether the head of the text (FIB, [MS-DOC] 2.5) counts more characters than the file has bytes.
/// The crate would set memory aside for them all, and no memory is no panic that could be caught.
fn too_long(bytes: &[u8]) -> bool {
    // Streams begin at sectors, and sectors at multiples of this.
    const SECTOR: usize = 512;
    let number = |head: &[u8], at: usize| {
        let bytes = head.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_le_bytes(bytes) as usize)
    };
    bytes.chunks(SECTOR).any(|head| {
        // Lengths of the text, its notes, headers and remarks; of the text alone before Word 97.
        let lengths: &[usize] = match head {
            [0xec, 0xa5, ..] => &[0x4c, 0x50, 0x54, 0x5c, 0x60],
            [0xdc, 0xa5, ..] => &[0x34],
            _ => &[],
        };
        let mut lengths = lengths.iter().filter_map(|at| number(head, *at));
        lengths.any(|length| length > bytes.len())
    })
}

fn refused(detail: &str) -> ReadError {
    let lower = detail.to_lowercase();
    if lower.contains("encrypt") || lower.contains("password") {
        return ReadError::Encrypted;
    }
    ReadError::Damaged {
        detail: detail.to_owned(),
    }
}

#[derive(Debug, Default)]
struct Text {
    out: Manuscript,
    /// The last number of each level of the list being read.
    counters: Vec<u32>,
    /// The style and the length so far of a list that began under an item ending with a colon.
    sub_items: Option<(String, u32)>,
    last_opens: bool,
    /// The style of the last paragraph that opened something.
    lead_style: String,
    page_break: bool,
    changing: bool,
}

impl Text {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let mut pieces = vec![String::new()];
        let (mut letters, mut bold) = (0, 0);
        for run in &paragraph.runs {
            self.change(run);
            if run.page_break {
                self.page_break = true;
            }
            if run.revision == RevisionType::Deleted {
                continue;
            }
            let count = run.text.chars().filter(|c| c.is_alphabetic()).count();
            letters += count;
            bold += if run.style.bold { count } else { 0 };
            for (n, part) in run.text.split(['\n', '\u{b}']).enumerate() {
                if n > 0 {
                    pieces.push(String::new());
                }
                if let Some(piece) = pieces.last_mut() {
                    piece.extend(part.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}')));
                }
            }
            if run.line_break {
                pieces.push(String::new());
            }
        }
        let style = paragraph.style_name.as_deref().unwrap_or_default();
        let empty = pieces.iter().all(|piece| piece.trim().is_empty());
        let mut label = paragraph
            .list_info
            .as_ref()
            .filter(|_| !empty)
            .and_then(|info| self.label(info, style));
        if !empty {
            let last = pieces.iter().rev().find(|piece| !piece.trim().is_empty());
            self.last_opens = paragraph.list_info.is_some()
                && last.is_some_and(|piece| piece.trim_end().ends_with(':'));
            if self.last_opens {
                self.lead_style = style.to_owned();
            }
        }
        let heading = paragraph.heading.is_heading() || style.starts_with("heading");
        let page_start = std::mem::take(&mut self.page_break);
        let count = pieces.len();
        for (n, text) in pieces.into_iter().enumerate() {
            self.push(Line {
                text,
                label: label.take(),
                heading,
                bold: letters > 0 && bold * 10 >= letters * 9,
                hard_break: n + 1 < count,
                page_start: page_start && n == 0,
                ..Line::default()
            });
        }
    }

    fn change(&mut self, run: &TextRun) {
        let changed = run.revision != RevisionType::None;
        if changed && !self.changing {
            self.out.tracked_changes += 1;
        }
        self.changing = changed;
    }

    /// The printed number: counters of all levels down to this one.
    ///
    /// The model's own numbers count some overridden lists one too low, so only a list that starts
    /// anew is taken from them.
    fn label(&mut self, info: &ListInfo, style: &str) -> Option<String> {
        let level = usize::from(info.level.min(8));
        if info.list_type == ListType::Bullet {
            return Some(["•", "◦", "▪"][level.min(2)].to_owned());
        }
        let number = info
            .number
            .filter(|_| info.list_type == ListType::Numbered)?;
        // A one-level list that starts anew under «…:» is a list of sub-items; the file would say
        // «а)», the model of it says 1.
        let begins = level == 0 && number == 1 && self.last_opens && self.counters.len() > 1;
        if begins && style != self.lead_style {
            self.sub_items = Some((style.to_owned(), 0));
        }
        match &mut self.sub_items {
            Some((own, count)) if level == 0 && own == style => {
                *count += 1;
                return Some(format!("{})", spell(*count, "russianLower")));
            }
            _ => self.sub_items = None,
        }
        let known = self.counters.get(level).copied();
        let anew = number == 1 && known.is_some_and(|known| known > 1);
        self.counters.resize(level + 1, 1);
        if let Some(own) = self.counters.last_mut() {
            *own = match known {
                Some(known) if !anew => known + 1,
                _ => number,
            };
        }
        let parts: Vec<String> = self.counters.iter().map(u32::to_string).collect();
        Some(format!("{}.", parts.join(".")))
    }

    /// Rows as lines, their cells parted by tabs.
    fn table(&mut self, table: &Table) {
        for row in &table.rows {
            let cells: Vec<String> =
                row.cells
                    .iter()
                    .map(|cell| {
                        let mut texts: Vec<String> = cell
                            .content
                            .iter()
                            .map(|paragraph| {
                                let kept = paragraph
                                    .runs
                                    .iter()
                                    .filter(|run| run.revision != RevisionType::Deleted);
                                kept.map(|run| run.text.replace('\n', IN_CELL)).collect()
                            })
                            .collect();
                        for nested in &cell.nested_tables {
                            texts.extend(nested.rows.iter().flat_map(|row| {
                                row.cells.iter().map(undoc::model::Cell::plain_text)
                            }));
                        }
                        texts.join(IN_CELL)
                    })
                    .collect();
            self.push(Line {
                text: cells.join("\t"),
                row: true,
                ..Line::default()
            });
        }
    }

    fn push(&mut self, mut line: Line) {
        line.number = u32::try_from(self.out.lines.len() + 1).unwrap_or(u32::MAX);
        self.out.lines.push(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_longer_than_its_file_is_refused_before_memory_is_set_aside() {
        let mut file = vec![0; 2048];
        file[512..514].copy_from_slice(&[0xec, 0xa5]);
        file[512 + 0x4c..512 + 0x50].copy_from_slice(&900_u32.to_le_bytes());
        assert!(!too_long(&file));
        file[512 + 0x4c..512 + 0x50].copy_from_slice(&0xa9a9_0019_u32.to_le_bytes());
        assert!(matches!(manuscript(&file), Err(ReadError::Damaged { .. })));
    }
}
