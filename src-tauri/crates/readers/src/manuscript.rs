use std::collections::{BTreeMap, BTreeSet};

use svod_model::{Id, Lines};

use crate::Role;
use crate::correction::DeadlineOf;

/// What every container reader gives: the document as flat lines, in reading order.
///
/// Containers know nothing of resolutions; the outline step knows nothing of containers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Manuscript {
    /// Physical lines of a text, paragraphs of a Word file.
    pub(crate) lines: Vec<Line>,
    /// Tracked insertions and deletions that were read as accepted.
    pub(crate) tracked_changes: u32,
}

impl Manuscript {
    /// Takes the names off copies whose originals are still there.
    pub(crate) fn settle_anchors(&mut self) {
        let anchors = self.lines.iter().filter_map(|line| line.anchor.as_ref());
        let originals: BTreeSet<Id> = anchors
            .filter(|anchor| !anchor.copied)
            .map(|anchor| anchor.id.clone())
            .collect();
        for line in &mut self.lines {
            let copy = |anchor: &Anchor| anchor.copied && originals.contains(&anchor.id);
            line.anchor = line.anchor.take().filter(|anchor| !copy(anchor));
        }
    }

    /// Adds a footnote behind the text.
    pub(crate) fn note(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.lines.push(Line {
            number: u32::try_from(self.lines.len() + 1).unwrap_or(u32::MAX),
            text: text.trim().to_owned(),
            apart: Some(Apart::Note),
            ..Line::default()
        });
    }
}

/// One line of a manuscript.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// 1-based number in the source.
    pub(crate) number: u32,
    /// The text, white space as in the source, markup removed.
    pub(crate) text: String,
    /// The number or bullet the container prints before the text and does not keep in it.
    pub(crate) label: Option<String>,
    /// The container says it is a heading. Its level is not kept: converters put levels at random.
    pub(crate) heading: bool,
    /// All of its letters are bold.
    pub(crate) bold: bool,
    /// The author ended the line here on purpose: a soft break in Word, two spaces in Markdown.
    pub(crate) hard_break: bool,
    /// The first line of a page.
    pub(crate) page_start: bool,
    /// What it is besides the text.
    pub(crate) apart: Option<Apart>,
    /// What a person said of it.
    pub(crate) said: Said,
    /// A name our own writer gave this paragraph.
    pub(crate) anchor: Option<Anchor>,
    /// It is a row of a table, and no line in which tabs or bars stand.
    pub(crate) row: bool,
    /// Which cells of a row are one with the cell above, counted from 0; they are empty here.
    pub(crate) above: Vec<usize>,
}

/// Parts the lines of a cell: white space to everyone who does not look for it.
pub(crate) const IN_CELL: &str = "\u{2028}";

/// A row of a table being read.
#[derive(Debug, Default)]
pub(crate) struct OpenRow {
    /// Its cells, each a list of paragraphs' texts.
    pub(crate) cells: Vec<Vec<String>>,
    /// Which of them are one with the cell above, counted from 0.
    pub(crate) above: Vec<usize>,
    /// The column the next cell begins in, counted from 0: a cell may cover several.
    column: usize,
}

/// Cells of the rows above that go on in the next rows, by their column: how many rows more, and
/// how many columns they cover.
#[derive(Debug, Default)]
pub(crate) struct Down(BTreeMap<usize, (usize, usize)>);

impl OpenRow {
    /// Begins a cell of so many columns and rows.
    pub(crate) fn cell(&mut self, columns: usize, rows: usize, down: &mut Down) {
        if rows > 1 {
            down.0.insert(self.column, (rows - 1, columns.max(1)));
        }
        self.cells.push(Vec::new());
        self.column += columns.max(1);
    }

    /// Takes in a place that another cell covers: one above, or the one to the left, of which no cell is made.
    pub(crate) fn covered(&mut self, columns: usize, down: &mut Down) {
        if down.at(self.column).is_some() {
            self.above.push(self.cells.len());
            self.cells.push(Vec::new());
        }
        self.column += columns.max(1);
    }

    /// Takes in the cells of rows above that stand where the next cell would.
    pub(crate) fn fill(&mut self, down: &mut Down) {
        while let Some(columns) = down.at(self.column) {
            self.above.push(self.cells.len());
            self.cells.push(Vec::new());
            self.column += columns;
        }
    }

    /// Ends the row: one of a table inside a cell is words of that cell, any other a line.
    pub(crate) fn close(self, outer: Option<&mut Self>) -> Option<Line> {
        let line = self.line();
        match outer.and_then(|outer| outer.cells.last_mut()) {
            Some(cell) => {
                cell.push(line.text);
                None
            }
            None => Some(line),
        }
    }

    /// The row as a line, its cells parted by tabs: whatever it means, its words are kept.
    fn line(self) -> Line {
        let cells: Vec<String> = self.cells.iter().map(|cell| cell.join(IN_CELL)).collect();
        Line {
            text: cells.join("\t"),
            row: true,
            above: self.above,
            ..Line::default()
        }
    }
}

impl Down {
    /// If a cell of the rows above goes on in this column of this row: how many columns it covers.
    fn at(&mut self, column: usize) -> Option<usize> {
        let (more, columns) = self.0.get_mut(&column)?;
        let columns = *columns;
        *more -= 1;
        if *more == 0 {
            self.0.remove(&column);
        }
        Some(columns)
    }
}

/// A name our own writer gave a paragraph: a bookmark of Word or OpenDocument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Anchor {
    pub(crate) id: Id,
    /// The program that saved the file renamed the bookmark («…_Copy_1»): the paragraph was copied,
    /// or cut and put in elsewhere.
    pub(crate) copied: bool,
}

impl Anchor {
    /// Reads the name of a bookmark.
    pub(crate) fn of(bookmark: &str) -> Option<Self> {
        let name = bookmark.strip_prefix("_rz_")?;
        let (digits, rest) = name.split_at_checked(32)?;
        let ours = digits.chars().all(|c| c.is_ascii_hexdigit());
        // Names are cut at 40 letters, so little may be left of what was put behind.
        (ours && (rest.is_empty() || rest.starts_with('_'))).then(|| Self {
            id: Id::new(digits),
            copied: !rest.is_empty(),
        })
    }
}

/// What a person said of a line or a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Said {
    /// What it is.
    pub(crate) role: Option<Role>,
    /// It goes on with the line above; it does not.
    pub(crate) joins: Option<bool>,
    /// Whom its task is given to.
    pub(crate) addressee: Option<String>,
    /// Words of it that are no deadlines.
    pub(crate) no_deadlines: Vec<String>,
    /// Words of it that are a deadline, and whose.
    pub(crate) deadlines: Vec<(String, DeadlineOf)>,
}

impl Said {
    /// Adds what was said of a line that belongs to the same paragraph.
    pub(crate) fn join(&mut self, other: Self) {
        self.role = self.role.or(other.role);
        self.addressee = self.addressee.take().or(other.addressee);
        self.no_deadlines.extend(other.no_deadlines);
        self.deadlines.extend(other.deadlines);
    }
}

/// Lines that stand on the page and are no part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Apart {
    /// A running head, a page number.
    RunningHead,
    /// A footnote or an endnote.
    Note,
}

impl Line {
    /// The source lines this one covers.
    pub(crate) fn lines(&self) -> Lines {
        [self.number, self.number]
    }

    /// It holds nothing but white space.
    pub(crate) fn is_blank(&self) -> bool {
        self.label.is_none() && self.text.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moved_paragraph_keeps_its_name_and_a_copy_leaves_it_to_the_original() {
        let digits = "0123456789abcdef0123456789abcdef";
        let line = |name: &str| Line {
            anchor: Anchor::of(name),
            ..Line::default()
        };
        let (whole, cut) = (format!("_rz_{digits}"), format!("_rz_{digits}_Cop"));
        let named = |names: &[&str]| -> Vec<bool> {
            let mut manuscript = Manuscript {
                lines: names.iter().map(|name| line(name)).collect(),
                ..Manuscript::default()
            };
            manuscript.settle_anchors();
            let lines = manuscript.lines.iter();
            lines.map(|line| line.anchor.is_some()).collect()
        };
        assert_eq!(named(&[&cut, &whole]), [false, true]);
        assert_eq!(named(&[&cut, "_rz_0123"]), [true, false]);
    }
}
