//! The main part: paragraphs and tables in reading order.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use svod_language::words;

use super::numbering::Numbering;
use super::package::{Xml, attribute, is_on};
use super::styles::Styles;
use crate::ReadError;
use crate::manuscript::{Anchor, Apart, IN_CELL, Line, Manuscript, OpenRow};

/// Elements whose text is not part of the accepted document's flow.
const SKIPPED: &[&str] = &[
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "delInstrText",
    "Fallback",
    "footnote",
    "endnote",
    "comment",
    "sdtPr",
    "object",
];

/// What is known of the paragraph being read.
#[derive(Debug, Default)]
struct Paragraph {
    /// Text pieces at hard line breaks.
    pieces: Vec<String>,
    style: Option<String>,
    list: Option<String>,
    level: Option<u8>,
    anchor: Option<Anchor>,
    page_start: bool,
    ends_front: bool,
    /// A revision took its end away, so that it is no paragraph any more.
    end_gone: bool,
    bold_letters: usize,
    letters: usize,
}

#[derive(Debug)]
struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    out: Manuscript,
    /// Open paragraphs: a text box holds paragraphs inside a paragraph.
    open: Vec<Paragraph>,
    /// The open table rows.
    rows: Vec<OpenRow>,
    /// The first name our own writer gave a paragraph of the open row.
    row_anchor: Option<Anchor>,
    run_bold: Option<bool>,
    run_hidden: bool,
    in_run: bool,
    in_properties: bool,
    page_break: bool,
    /// The number of the bookmark around a page of ours that stands before the document.
    front: Option<String>,
}

/// The bookmark our own writer sets around what it puts before a document.
const FRONT: &str = "_svod_front";

/// Reads the main part.
pub(super) fn read(
    text: &str,
    styles: &Styles,
    numbering: Numbering,
) -> Result<Manuscript, ReadError> {
    let mut body = Body {
        styles,
        numbering,
        out: Manuscript::default(),
        open: Vec::new(),
        rows: Vec::new(),
        row_anchor: None,
        run_bold: None,
        run_hidden: false,
        in_run: false,
        in_properties: false,
        page_break: false,
        front: None,
    };
    let mut xml = Xml::new(text);
    let mut skipping = 0usize;
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) if skipping > 0 || skipped(&element) => {
                body.end_of_paragraph_gone(&element);
                if skipping == 0 && matches!(element.local_name().as_ref(), "del" | "moveFrom") {
                    body.out.tracked_changes += 1;
                }
                skipping += 1;
            }
            Event::End(_) if skipping > 0 => skipping -= 1,
            _ if skipping > 0 => {}
            Event::Start(element) => body.start(&element),
            Event::Empty(element) if skipped(&element) => body.end_of_paragraph_gone(&element),
            Event::Empty(element) => {
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
    Ok(body.out)
}

fn skipped(element: &BytesStart<'_>) -> bool {
    SKIPPED.contains(&element.local_name().as_ref())
}

impl Body<'_> {
    /// Notes a deletion inside a paragraph's properties: it is of the paragraph's end.
    fn end_of_paragraph_gone(&mut self, element: &BytesStart<'_>) {
        let gone = matches!(element.local_name().as_ref(), "del" | "moveFrom");
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.end_gone |= gone && self.in_properties;
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        let value = || attribute(element, "val");
        match element.local_name().as_ref() {
            "p" => self.open.push(Paragraph {
                pieces: vec![String::new()],
                page_start: std::mem::take(&mut self.page_break),
                ..Paragraph::default()
            }),
            "pPr" => self.in_properties = true,
            "tr" => self.rows.push(OpenRow::default()),
            "tc" => {
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(Vec::new());
                }
            }
            "vMerge" if value().is_none_or(|value| value == "continue") => {
                if let Some(row) = self.rows.last_mut() {
                    row.above.extend(row.cells.len().checked_sub(1));
                }
            }
            "r" => {
                self.in_run = true;
                self.run_bold = None;
                self.run_hidden = false;
            }
            "ins" | "moveTo" => {
                // A mark inside paragraph properties is about the paragraph's end, not a text.
                self.out.tracked_changes += 1;
            }
            "b" if self.in_run => self.run_bold = Some(is_on(element)),
            "vanish" if self.in_run => self.run_hidden = is_on(element),
            "tab" if self.in_run => self.text("\t"),
            "noBreakHyphen" => self.text("-"),
            "lastRenderedPageBreak" => {
                if let Some(paragraph) = self.open.last_mut()
                    && paragraph.pieces.iter().all(String::is_empty)
                {
                    paragraph.page_start = true;
                }
            }
            "br" | "cr" => match attribute(element, "type").as_deref() {
                Some("page") => self.page_break = true,
                Some("column") => {}
                _ => {
                    if let Some(paragraph) = self.open.last_mut() {
                        paragraph.pieces.push(String::new());
                    }
                }
            },
            "sym" => self.text("•"),
            "bookmarkStart" if attribute(element, "name").as_deref() == Some(FRONT) => {
                self.front = attribute(element, "id");
            }
            "bookmarkEnd" if self.front.is_some() && self.front == attribute(element, "id") => {
                // The paragraph it ends in is the last one of the page.
                match self.open.last_mut() {
                    Some(paragraph) => paragraph.ends_front = true,
                    None => self.front = None,
                }
            }
            name => {
                let Some(paragraph) = self.open.last_mut() else {
                    return;
                };
                match name {
                    "pStyle" => paragraph.style = value(),
                    "numId" => paragraph.list = value(),
                    "ilvl" => paragraph.level = value().and_then(|level| level.parse().ok()),
                    "pageBreakBefore" => paragraph.page_start |= is_on(element),
                    "bookmarkStart" => {
                        let name = attribute(element, "name").unwrap_or_default();
                        paragraph.anchor = Anchor::of(&name).or(paragraph.anchor.take());
                    }
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "r" => self.in_run = false,
            "pPr" => self.in_properties = false,
            "p" => self.close_paragraph(),
            "tr" => {
                if let Some(row) = self.rows.pop() {
                    self.close_row(row);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if !self.in_run || self.run_hidden {
            return;
        }
        let Some(paragraph) = self.open.last_mut() else {
            return;
        };
        let style = paragraph.style.as_ref().and_then(|id| self.styles.get(id));
        let bold = self
            .run_bold
            .unwrap_or_else(|| style.is_some_and(|style| style.bold));
        let letters = text.chars().filter(|c| words::is_letter(*c)).count();
        paragraph.letters += letters;
        paragraph.bold_letters += if bold { letters } else { 0 };
        if let Some(piece) = paragraph.pieces.last_mut() {
            piece.extend(
                text.chars()
                    .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\n' | '\r')),
            );
        }
    }

    fn close_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else {
            return;
        };
        let style = paragraph
            .style
            .as_ref()
            .and_then(|id| self.styles.get(id))
            .cloned();
        let style = style.unwrap_or_default();
        let list = paragraph.list.or(style.list).filter(|list| list != "0");
        let level = paragraph.level.or(style.level).unwrap_or(0);
        // Inside a table row a paragraph belongs to its cell, and so does a box inside one.
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.cells.last_mut()) {
            let text = paragraph.pieces.join(IN_CELL);
            // The number of a row is often an empty paragraph of a list.
            let label = list.and_then(|list| self.numbering.label(&list, usize::from(level)));
            cell.push(match label {
                Some(label) if !label.is_empty() => format!("{label} {text}"),
                _ => text,
            });
            self.row_anchor = self.row_anchor.take().or(paragraph.anchor);
            return;
        }
        let empty = paragraph.pieces.iter().all(|piece| piece.trim().is_empty());
        // Word counts an empty list paragraph too, but nobody sees its number; one that was deleted
        // is not counted.
        let counted = list.filter(|_| !(empty && paragraph.end_gone));
        let label = counted.and_then(|list| self.numbering.label(&list, usize::from(level)));
        let count = paragraph.pieces.len();
        let mut label = label.filter(|_| !empty);
        let ends_front = paragraph.ends_front;
        for (n, text) in paragraph.pieces.into_iter().enumerate() {
            self.push(Line {
                text,
                label: label.take(),
                heading: style.heading,
                bold: paragraph.letters > 0 && paragraph.bold_letters * 10 >= paragraph.letters * 9,
                hard_break: n + 1 < count,
                page_start: paragraph.page_start && n == 0,
                anchor: paragraph.anchor.clone(),
                ..Line::default()
            });
        }
        if ends_front {
            self.front = None;
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
        line.apart = self.front.as_ref().map(|_| Apart::Note);
        self.out.lines.push(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(body: &str) -> Vec<String> {
        let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
        let manuscript = read(&xml, &Styles::new(), Numbering::default()).unwrap();
        manuscript.lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn deleted_text_goes_inserted_text_stays() {
        let body = "<w:p><w:r><w:t>до </w:t></w:r><w:del><w:r><w:delText>1 мая</w:delText></w:r>\
                    </w:del><w:ins><w:r><w:t>1 июня</w:t></w:r></w:ins></w:p>";
        assert_eq!(lines(body), ["до 1 июня"]);
    }

    #[test]
    fn text_box_is_read_once_and_rows_keep_every_cell() {
        let body = "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Проект\
                    </w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>Проект\
                    </w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>\
                    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>а</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>\
                    <w:t>б &amp; в</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        assert_eq!(lines(body), ["Проект", "", "а\tб & в"]);
    }

    #[test]
    fn cell_that_goes_on_from_above_is_told() {
        let cell = |merge: &str, text: &str| {
            format!("<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
        };
        let row = |merge: &str, text: &str| {
            format!("<w:tr>{}{}</w:tr>", cell("", "1"), cell(merge, text))
        };
        let (first, second) = (
            row("<w:vMerge w:val=\"restart\"/>", "май"),
            row("<w:vMerge/>", ""),
        );
        let xml = format!(
            "<w:document xmlns:w=\"w\"><w:body><w:tbl>{first}{second}</w:tbl></w:body></w:document>"
        );
        let manuscript = read(&xml, &Styles::new(), Numbering::default()).unwrap();
        let above: Vec<&[usize]> = manuscript
            .lines
            .iter()
            .map(|line| line.above.as_slice())
            .collect();
        assert_eq!(above, [&[][..], &[1]]);
    }

    #[test]
    fn page_that_our_writer_puts_in_front_stands_apart() {
        let body = "<w:bookmarkStart w:id=\"0\" w:name=\"_svod_front\"/><w:p><w:r><w:t>Было</w:t></w:r>\
                    </w:p><w:p><w:r><w:t>Далее</w:t></w:r><w:bookmarkEnd w:id=\"0\"/></w:p>\
                    <w:p><w:r><w:t>РЕЗОЛЮЦИЯ</w:t></w:r></w:p>";
        let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
        let manuscript = read(&xml, &Styles::new(), Numbering::default()).unwrap();
        let apart: Vec<bool> = manuscript
            .lines
            .iter()
            .map(|line| line.apart.is_some())
            .collect();
        assert_eq!(apart, [true, true, false]);
    }

    #[test]
    fn soft_break_parts_a_paragraph_and_field_codes_are_not_text() {
        let body = "<w:p><w:r><w:t>один</w:t><w:br/><w:t>два</w:t><w:instrText>PAGE</w:instrText>\
                    </w:r></w:p>";
        assert_eq!(lines(body), ["один", "два"]);
    }
}
