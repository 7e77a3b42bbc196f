//! The text of the document: paragraphs, lists and tables in reading order.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::lists::Lists;
use super::styles::Styles;
use crate::ReadError;
use crate::container::{Xml, attribute};
use crate::manuscript::{Anchor, Down, IN_CELL, Line, Manuscript, OpenRow};

/// Elements whose text is not part of the accepted document's flow.
const SKIPPED: &[&str] = &[
    "tracked-changes",
    "annotation",
    "sequence-decls",
    "forms",
    "scripts",
    "automatic-styles",
    "font-face-decls",
    "object",
    "object-ole",
];

/// What is known of the paragraph being read.
#[derive(Debug, Default)]
struct Paragraph {
    /// Text pieces at hard line breaks.
    pieces: Vec<String>,
    style: String,
    label: Option<String>,
    heading: bool,
    anchor: Option<Anchor>,
    page_start: bool,
    bold_letters: usize,
    letters: usize,
    /// Styles of the open spans.
    spans: Vec<String>,
}

#[derive(Debug)]
struct Body<'a> {
    styles: &'a Styles,
    lists: Lists,
    out: Manuscript,
    /// Open paragraphs: a text box holds paragraphs inside a paragraph.
    open: Vec<Paragraph>,
    /// The open table rows.
    rows: Vec<OpenRow>,
    /// Of each open table the cells that go on below.
    down: Vec<Down>,
    /// The first name our own writer gave a paragraph of the open row.
    row_anchor: Option<Anchor>,
    page_break: bool,
}

/// Reads the content part.
pub(super) fn read(text: &str, styles: &Styles, lists: Lists) -> Result<Manuscript, ReadError> {
    let mut body = Body {
        styles,
        lists,
        out: Manuscript::default(),
        open: Vec::new(),
        rows: Vec::new(),
        down: Vec::new(),
        row_anchor: None,
        page_break: false,
    };
    let mut xml = Xml::new(text);
    let mut skipping = 0usize;
    // A footnote stands inside the paragraph it belongs to.
    let (mut noting, mut note, mut notes) = (0usize, String::new(), Vec::new());
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) if skipping > 0 || skipped(&element) => {
                if element.local_name().as_ref() == "changed-region" {
                    body.out.tracked_changes += 1;
                }
                skipping += 1;
            }
            Event::End(_) if skipping > 0 => skipping -= 1,
            _ if skipping > 0 => {}
            Event::Start(element) if noting > 0 || element.local_name().as_ref() == "note" => {
                noting += 1;
                if element.local_name().as_ref() == "note-citation" {
                    skipping = 1;
                    noting -= 1;
                } else if element.local_name().as_ref() == "p" && !note.is_empty() {
                    note.push(' ');
                }
            }
            Event::End(_) if noting > 0 => {
                noting -= 1;
                if noting == 0 {
                    notes.push(std::mem::take(&mut note));
                }
            }
            Event::Text(text) if noting > 0 => note.push_str(&text.xml10_content()),
            Event::Empty(_) if noting > 0 => note.push(' '),
            Event::GeneralRef(reference) if noting > 0 => {
                let c = reference.resolve_char_ref().ok().flatten();
                match c {
                    Some(c) => note.push(c),
                    None => {
                        note.push_str(resolve_predefined_entity(&reference).unwrap_or_default());
                    }
                }
            }
            Event::Start(element) => body.start(&element),
            Event::Empty(element) if !skipped(&element) => {
                body.start(&element);
                body.end(element.local_name().as_ref());
            }
            Event::End(element) => body.end(element.local_name().as_ref()),
            Event::Text(text) => body.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                if let Ok(Some(c)) = reference.resolve_char_ref() {
                    body.text(&c.to_string());
                } else {
                    body.text(resolve_predefined_entity(&reference).unwrap_or_default());
                }
            }
            _ => {}
        }
    }
    for note in notes {
        body.out.note(&note);
    }
    Ok(body.out)
}

fn skipped(element: &BytesStart<'_>) -> bool {
    SKIPPED.contains(&element.local_name().as_ref())
}

impl Body<'_> {
    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            name @ ("p" | "h") => self.open_paragraph(element, name == "h"),
            "list" => self.lists.start_list(element),
            "list-item" => self.lists.start_item(element, true),
            "list-header" => self.lists.start_item(element, false),
            "table" => self.down.push(Down::default()),
            "table-row" => self.rows.push(OpenRow::default()),
            name @ ("table-cell" | "covered-table-cell") => {
                let count = |name: &str| {
                    let count = attribute(element, name).and_then(|count| count.parse().ok());
                    count.unwrap_or(1_usize).min(1_000)
                };
                if let (Some(row), Some(down)) = (self.rows.last_mut(), self.down.last_mut()) {
                    // A cell over several columns is followed by those it covers.
                    let columns = count("number-columns-repeated");
                    if name == "table-cell" {
                        row.cell(columns, count("number-rows-spanned"), down);
                    } else {
                        row.covered(columns, down);
                    }
                }
            }
            "soft-page-break" => match self.open.last_mut() {
                Some(paragraph) if paragraph.pieces.iter().all(String::is_empty) => {
                    paragraph.page_start = true;
                }
                Some(_) => {}
                None => self.page_break = true,
            },
            "s" => {
                let count = attribute(element, "c").and_then(|count| count.parse().ok());
                self.verbatim(&" ".repeat(count.unwrap_or(1usize).min(200)));
            }
            "tab" => self.verbatim("\t"),
            "line-break" => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.pieces.push(String::new());
                }
            }
            "span" => {
                let style = attribute(element, "style-name").unwrap_or_default();
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.spans.push(style);
                }
            }
            "bookmark" | "bookmark-start" => {
                let name = attribute(element, "name").unwrap_or_default();
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.anchor = Anchor::of(&name).or(paragraph.anchor.take());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => self.close_paragraph(),
            "list" => self.lists.end_list(),
            "table" => {
                self.down.pop();
            }
            "span" => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.spans.pop();
                }
            }
            "table-row" => {
                if let Some(row) = self.rows.pop() {
                    self.close_row(row);
                }
            }
            _ => {}
        }
    }

    fn open_paragraph(&mut self, element: &BytesStart<'_>, is_heading: bool) {
        let style = attribute(element, "style-name").unwrap_or_default();
        let page_start = std::mem::take(&mut self.page_break) || self.styles.page_break(&style);
        self.open.push(Paragraph {
            pieces: vec![String::new()],
            label: self.lists.label(),
            heading: is_heading || self.styles.heading(&style),
            style,
            page_start,
            ..Paragraph::default()
        });
    }

    /// Text as XML writes it: white space of any length is one space.
    fn text(&mut self, text: &str) {
        let Some(last) = self.open.last().and_then(|p| p.pieces.last()) else {
            return;
        };
        let mut out = String::with_capacity(text.len());
        let mut spaced = last.is_empty() || last.ends_with(' ');
        for c in text.chars() {
            let space = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !space {
                out.push(c);
            } else if !spaced {
                out.push(' ');
            }
            spaced = space;
        }
        self.verbatim(&out);
    }

    fn verbatim(&mut self, text: &str) {
        let Some(paragraph) = self.open.last_mut() else {
            return;
        };
        let mut nearest = paragraph.spans.iter().rev();
        if nearest
            .clone()
            .find_map(|span| self.styles.hidden(span))
            .unwrap_or_else(|| self.styles.hidden(&paragraph.style) == Some(true))
        {
            return;
        }
        let bold = nearest
            .find_map(|span| self.styles.bold(span))
            .unwrap_or_else(|| self.styles.bold(&paragraph.style) == Some(true));
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        paragraph.letters += letters;
        paragraph.bold_letters += if bold { letters } else { 0 };
        if let Some(piece) = paragraph.pieces.last_mut() {
            piece.extend(text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}')));
        }
    }

    fn close_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else {
            return;
        };
        // Inside a table row a paragraph belongs to its cell, and so does a box inside one.
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.cells.last_mut()) {
            cell.push(paragraph.pieces.join(IN_CELL));
            self.row_anchor = self.row_anchor.take().or(paragraph.anchor);
            return;
        }
        let empty = paragraph.pieces.iter().all(|piece| piece.trim().is_empty());
        let count = paragraph.pieces.len();
        let mut label = paragraph.label.filter(|_| !empty);
        for (n, text) in paragraph.pieces.into_iter().enumerate() {
            self.push(Line {
                text,
                label: label.take(),
                heading: paragraph.heading,
                bold: paragraph.letters > 0 && paragraph.bold_letters * 10 >= paragraph.letters * 9,
                hard_break: n + 1 < count,
                page_start: paragraph.page_start && n == 0,
                anchor: paragraph.anchor.clone(),
                ..Line::default()
            });
        }
    }

    fn close_row(&mut self, row: OpenRow) {
        if let Some(line) = row.close(self.rows.last_mut()) {
            let anchor = self.row_anchor.take();
            self.push(Line { anchor, ..line });
        }
    }

    fn push(&mut self, mut line: Line) {
        line.number = u32::try_from(self.out.lines.len() + 1).unwrap_or(u32::MAX);
        self.out.lines.push(line);
    }
}
