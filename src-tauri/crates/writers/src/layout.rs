//! A sheet with its measures in points: what a setter of pages needs, and what the Word document
//! says in Word's own words. Both come from the same styles, so that they look the same.

use svod_model::Id;

use crate::Profile;
use crate::docx::document::{Setter, bound};
use crate::docx::{Look, Style};
use crate::profile::{LONG_EDGE, Measures, SHORT_EDGE};
use crate::sheet::{Block, Row, Sheet, Table};
use crate::typography::typeset;

/// A paper ready to be set. All lengths are points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The paper's name in the properties of a file.
    pub title: String,
    /// Its theme there.
    pub subject: String,
    /// Width and height of the page.
    pub page: (f64, f64),
    /// Top, right, bottom and left margin.
    pub margins: [f64; 4],
    /// From the upper edge of the page to the page number.
    pub number_at: f64,
    /// Page numbers stand in the middle of the top margin from the second page on.
    pub page_numbers: bool,
    /// Words are hyphenated at line ends where the paragraph allows it.
    pub hyphenated: bool,
    /// What is printed, in order.
    pub pieces: Vec<Piece>,
}

/// A paragraph or a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A paragraph.
    Paragraph(Placed),
    /// A table.
    Table(PlacedTable),
}

/// A paragraph with its measures. Texts are printed ones; `\n` ends a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    /// Its text.
    pub text: String,
    /// What stands at the right margin of the same line.
    pub right: Option<String>,
    /// Its number, and the width kept for the number and the space behind it.
    pub label: Option<(String, f64)>,
    /// The directive it is.
    pub id: Option<Id>,
    /// Level of a heading, from 1.
    pub heading: Option<usize>,
    /// Size of the type.
    pub size: f64,
    /// Printed in bold.
    pub bold: bool,
    /// Height of a line as a multiple of a single line.
    pub line: f64,
    /// Where its lines stand.
    pub align: Align,
    /// Indent of the first line.
    pub first_line: f64,
    /// Indent of all lines.
    pub left: f64,
    /// White space above it.
    pub before: f64,
    /// White space below it.
    pub after: f64,
    /// It stands on the page of what follows it.
    pub keep_next: bool,
    /// Its lines stand on one page.
    pub keep_lines: bool,
    /// It begins a page.
    pub new_page: bool,
    /// Its words may be hyphenated.
    pub hyphens: bool,
}

/// Where lines stand between the margins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left margin.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right margin.
    Right,
    /// At both.
    Both,
}

/// A table with its measures; the heading row is repeated on every page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedTable {
    /// Width of each column.
    pub widths: Vec<f64>,
    /// What stands above the columns.
    pub headings: Vec<Placed>,
    /// From top to bottom.
    pub rows: Vec<PlacedRow>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum PlacedRow {
    /// The name of a part, over all columns.
    Part(Placed),
    /// A cell for each column.
    Cells(Vec<Placed>),
}

/// Lays a sheet out by a profile.
pub fn layout(sheet: &Sheet, profile: &Profile) -> Layout {
    let measures = Measures::of(profile);
    let (width, height) = match sheet.landscape {
        true => (LONG_EDGE, SHORT_EDGE),
        false => (SHORT_EDGE, LONG_EDGE),
    };
    let margins = [measures.top, measures.right, measures.bottom, measures.left];
    let mut placing = Placing {
        measures,
        justified: if profile.justified { "both" } else { "left" },
        setter: Setter::default(),
        sessions: false,
    };
    let text_width = width.saturating_sub(measures.left + measures.right);
    let pieces = sheet.blocks.iter().enumerate().map(|(b, block)| {
        let rest = sheet.blocks.get(b + 1..).unwrap_or_default();
        match block {
            Block::Table(table) => Piece::Table(placing.table(table, text_width)),
            block => Piece::Paragraph(placing.paragraph(block, rest)),
        }
    });
    let pieces = pieces.collect();
    Layout {
        title: sheet.title.clone(),
        subject: sheet.subject.clone(),
        page: (points(width), points(height)),
        margins: margins.map(points),
        number_at: points(567),
        page_numbers: profile.page_numbers,
        hyphenated: profile.hyphenated,
        pieces,
    }
}

struct Placing {
    measures: Measures,
    justified: &'static str,
    setter: Setter,
    /// A session's name was printed: the headings below it are of the second level.
    sessions: bool,
}

impl Placing {
    fn paragraph(&mut self, block: &Block, rest: &[Block]) -> Placed {
        let (style, text, list) = {
            let set = self.setter.set(block);
            (set.style, set.text(), set.list)
        };
        let (text, right) = match text.split_once('\t') {
            Some((left, right)) => (left.to_owned(), Some(right.to_owned())),
            None => (text, None),
        };
        let (label, id) = match block {
            Block::Addressee { number, .. } | Block::Lead { number, .. } => (Some(number), None),
            Block::Item { number, id, .. } => (Some(number), Some(id)),
            Block::SubItem { mark, id, .. } => (Some(mark), Some(id)),
            _ => (None, None),
        };
        let level = list.map_or(0, |(_, level)| level);
        let mut placed = self.placed(style, text);
        placed.right = right;
        placed.id = id.cloned();
        placed.label = label.map(|label| {
            let kept = self.label_width(label, level);
            (label.clone(), kept)
        });
        placed.keep_next |= bound(rest);
        if matches!(rest, [Block::Table(_), ..]) {
            placed.after = placed.after.max(10.0);
        }
        placed
    }

    fn placed(&mut self, style: Style, text: String) -> Placed {
        let look: Look = style.look(&self.measures, self.justified);
        self.sessions |= style == Style::Session;
        let below = usize::from(self.sessions);
        Placed {
            text,
            heading: match style {
                Style::Session => Some(1),
                Style::Addressee | Style::Caption => Some(1 + below),
                _ => None,
            },
            size: f64::from(look.half_points.unwrap_or(self.measures.half_points)) / 2.0,
            bold: look.bold,
            line: f64::from(look.line) / 240.0,
            align: match look.align {
                "center" => Align::Centre,
                "right" => Align::Right,
                "both" => Align::Both,
                _ => Align::Left,
            },
            first_line: points(look.first_line),
            left: points(look.left),
            before: points(look.before),
            after: points(look.after),
            keep_next: look.keep_next,
            keep_lines: look.keep_lines || look.outline.is_some(),
            new_page: look.new_page,
            hyphens: !look.no_hyphens,
            ..Placed::default()
        }
    }

    fn table(&mut self, table: &Table, width: u32) -> PlacedTable {
        let headings = table.columns.iter().map(|column| &column.heading);
        let headings = headings.map(|text| self.placed(Style::RowHeading, typeset(text)));
        let headings = headings.collect();
        let rows = table.rows.iter().map(|row| match row {
            Row::Part(name) => PlacedRow::Part(self.placed(Style::RowHeading, typeset(name))),
            Row::Cells { id, cells } => {
                let cells = cells.iter().enumerate().map(|(c, text)| Placed {
                    id: id.clone().filter(|_| c == 1),
                    ..self.placed(Style::Row, typeset(text))
                });
                PlacedRow::Cells(cells.collect())
            }
        });
        PlacedTable {
            widths: table.widths(width).into_iter().map(points).collect(),
            rows: rows.collect(),
            headings,
        }
    }

    /// The tab behind a number: the one of its list, or the next of Word's own where the number is
    /// wider. Digits of the typeface are half an em wide, points and brackets less.
    fn label_width(&self, label: &str, level: usize) -> f64 {
        let size = f64::from(self.measures.half_points) / 2.0;
        let own: f64 = label
            .chars()
            .map(|c| match c {
                '.' => 0.25,
                ')' => 0.333,
                _ => 0.5,
            })
            .sum();
        let kept = self.measures.half_points * if level == 0 { 17 } else { 30 };
        let (own, kept) = (own * size, points(kept));
        if own < kept {
            return kept;
        }
        let first_line = points(self.measures.first_line);
        let tab = points(708);
        ((first_line + own) / tab + 0.01).ceil() * tab - first_line
    }
}

/// Twips as points.
fn points(twips: u32) -> f64 {
    f64::from(twips) / 20.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use crate::sheet::sheet;

    #[test]
    fn every_directive_is_placed_once_under_the_number_it_prints() {
        let resolution = sample::resolution(&["провести смотр", "открыть кружок"]);
        let laid = layout(&sheet(&resolution), &Profile::default());
        let placed: Vec<&Id> = laid
            .pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Paragraph(placed) => placed.id.as_ref(),
                Piece::Table(_) => None,
            })
            .collect();
        let own: Vec<&Id> = resolution
            .directives()
            .map(|(_, _, directive)| &directive.id)
            .collect();
        assert_eq!(placed, own);
    }

    #[test]
    fn a_number_too_wide_for_its_tab_goes_to_the_next_one() {
        let placing = Placing {
            measures: Measures::of(&Profile::default()),
            justified: "both",
            setter: Setter::default(),
            sessions: false,
        };
        assert_eq!(placing.label_width("1.1.", 1), 42.0);
        assert!(placing.label_width("100.100.", 1) > 56.0);
    }
}
