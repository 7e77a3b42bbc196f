use std::io;

use chrono::TimeDelta;
use svod_diff::Op;

use super::Reviser;
use super::align::Step;
use super::front::Front;
use super::lines::{Line, Sheets};
use super::pieces::Piece;
use crate::Profile;
use crate::docx::document::section_properties;
use crate::docx::{NAMESPACES, Paragraph, Style, Xml, set_text};
use crate::profile::{LONG_EDGE, Measures, SHORT_EDGE};
use crate::typography::clean;

/// Writes `word/document.xml`.
pub(super) fn document(
    front: &Front,
    sheets: &Sheets,
    steps: &[Step],
    reviser: &Reviser,
    profile: &Profile,
) -> io::Result<Vec<u8>> {
    let mut body = Body {
        old: &sheets.old,
        new: &sheets.new,
        author: clean(&reviser.author).into_owned(),
        at: [0, 2].map(|minutes| {
            let at = reviser.at.checked_add_signed(TimeDelta::minutes(minutes));
            let at = at.unwrap_or(reviser.at);
            at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
        }),
        paragraphs: 0,
        // The front page's bookmark has the number 0.
        next: 1,
    };
    let measures = Measures::of(profile);
    let mut xml = Xml::new()?;
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            front.write(xml, profile)?;
            steps.iter().try_for_each(|step| body.step(xml, step))?;
            if !matches!(steps.last(), Some(Step::Kept { .. })) {
                // The end of the last paragraph of a document can be neither deleted nor inserted.
                Paragraph {
                    style: Style::Note,
                    ..Paragraph::default()
                }
                .write(xml)?;
            }
            let margins = [measures.top, measures.right, measures.bottom, measures.left];
            let (size, numbers) = ((SHORT_EDGE, LONG_EDGE), profile.page_numbers);
            section_properties(xml, size, margins, numbers, Some("1"))
        })
    })?;
    Ok(xml.finish())
}

/// How a paragraph is marked as a whole.
#[derive(Clone, Copy)]
enum Mark {
    Kept,
    Gone,
    Come,
    /// With the number of the move.
    MovedFrom(usize),
    MovedTo(usize),
}

impl Mark {
    /// The element that marks the paragraph's end. It is of the kind of the last words: of an end
    /// that moved behind words that did not LibreOffice leaves an empty paragraph.
    fn of_end(self, last: Option<&Piece>) -> Option<&'static str> {
        let edited = last.is_some_and(|last| last.op != Op::Equal);
        match self {
            Self::Kept => None,
            Self::MovedFrom(_) if !edited => Some("w:moveFrom"),
            Self::MovedTo(_) if !edited => Some("w:moveTo"),
            Self::Gone | Self::MovedFrom(_) => Some("w:del"),
            Self::Come | Self::MovedTo(_) => Some("w:ins"),
        }
    }

    /// The element around a run of such words, and the one that holds its text.
    fn of_words(self, op: Op) -> (Option<&'static str>, &'static str) {
        match op {
            Op::Delete => (Some("w:del"), "w:delText"),
            Op::Insert => (Some("w:ins"), "w:t"),
            Op::Equal => match self {
                Self::Kept | Self::Gone | Self::Come => (None, "w:t"),
                Self::MovedFrom(_) => (Some("w:moveFrom"), "w:t"),
                Self::MovedTo(_) => (Some("w:moveTo"), "w:t"),
            },
        }
    }
}

struct Body<'a> {
    old: &'a [Line],
    new: &'a [Line],
    author: String,
    /// The time of the revisions, and two minutes later. LibreOffice makes one revision of two that end
    /// and begin at the same place, even where a paragraph's own end lies between them; taking it
    /// back would join the paragraphs. It keeps apart what was done more than a minute apart, so
    /// neighbouring paragraphs take turns.
    at: [String; 2],
    paragraphs: usize,
    /// The number of the next bookmark or revision: all of them are told apart by it.
    next: usize,
}

impl Body<'_> {
    fn step(&mut self, xml: &mut Xml, step: &Step) -> io::Result<()> {
        self.paragraphs += 1;
        let (old, new) = (self.old, self.new);
        let whole = |op: Op, line: &Line| Piece {
            op,
            text: line.text.clone(),
        };
        match step {
            Step::Kept {
                new: place, pieces, ..
            } => self.paragraph(xml, &new[*place], Mark::Kept, pieces),
            Step::Gone { old: place } => {
                let line = &old[*place];
                self.paragraph(xml, line, Mark::Gone, &[whole(Op::Delete, line)])
            }
            Step::Come { new: place } => {
                let line = &new[*place];
                self.paragraph(xml, line, Mark::Come, &[whole(Op::Insert, line)])
            }
            Step::MovedFrom { old: place, pieces } => {
                self.paragraph(xml, &old[*place], Mark::MovedFrom(*place), pieces)
            }
            Step::MovedTo {
                old: from,
                new: place,
                pieces,
            } => self.paragraph(xml, &new[*place], Mark::MovedTo(*from), pieces),
        }
    }

    fn paragraph(
        &mut self,
        xml: &mut Xml,
        line: &Line,
        mark: Mark,
        pieces: &[Piece],
    ) -> io::Result<()> {
        let name = |number: &usize| format!("move{}", number + 1);
        let (range, name) = match &mark {
            Mark::MovedFrom(number) => (Some("w:moveFromRange"), name(number)),
            Mark::MovedTo(number) => (Some("w:moveToRange"), name(number)),
            Mark::Kept | Mark::Gone | Mark::Come => (None, String::new()),
        };
        let range = range.map(|range| (range, self.number()));
        xml.element("w:p", &[], |xml| {
            self.properties(xml, line, mark.of_end(pieces.last()))?;
            if let Some((range, number)) = &range {
                let attributes = [
                    ("w:id", number.as_str()),
                    ("w:author", self.author.as_str()),
                    ("w:date", self.at()),
                    ("w:name", name.as_str()),
                ];
                xml.empty(&format!("{range}Start"), &attributes)?;
            }
            // A directive that is gone leaves its name to the one that stands.
            let bookmark = match mark {
                Mark::Gone | Mark::MovedFrom(_) => None,
                Mark::Kept | Mark::Come | Mark::MovedTo(_) => line.bookmark.as_deref(),
            };
            let bookmark = bookmark.map(|name| (self.number(), name));
            if let Some((number, name)) = &bookmark {
                xml.empty("w:bookmarkStart", &[("w:id", number), ("w:name", name)])?;
            }
            for piece in pieces.iter().filter(|piece| !piece.text.is_empty()) {
                self.run(xml, mark, piece)?;
            }
            if let Some((number, _)) = &bookmark {
                xml.empty("w:bookmarkEnd", &[("w:id", number)])?;
            }
            Ok(())
        })?;
        match &range {
            Some((range, number)) => xml.empty(&format!("{range}End"), &[("w:id", number)]),
            None => Ok(()),
        }
    }

    fn properties(
        &mut self,
        xml: &mut Xml,
        line: &Line,
        end: Option<&'static str>,
    ) -> io::Result<()> {
        xml.element("w:pPr", &[], |xml| {
            xml.val("w:pStyle", line.style.id())?;
            if let Some((list, level)) = line.list {
                xml.element("w:numPr", &[], |xml| {
                    xml.val("w:ilvl", &level.to_string())?;
                    xml.val("w:numId", &list.to_string())
                })?;
            }
            match end {
                Some(end) => xml.element("w:rPr", &[], |xml| self.revision(xml, end, |_| Ok(()))),
                None => Ok(()),
            }
        })
    }

    fn run(&mut self, xml: &mut Xml, mark: Mark, piece: &Piece) -> io::Result<()> {
        let (around, holds) = mark.of_words(piece.op);
        let run = |xml: &mut Xml| xml.element("w:r", &[], |xml| set_text(xml, holds, &piece.text));
        match around {
            Some(around) => self.revision(xml, around, run),
            None => run(xml),
        }
    }

    /// A revision of ours around what `inside` writes.
    fn revision(
        &mut self,
        xml: &mut Xml,
        name: &str,
        inside: impl FnOnce(&mut Xml) -> io::Result<()>,
    ) -> io::Result<()> {
        let number = self.number();
        let attributes = [
            ("w:id", number.as_str()),
            ("w:author", self.author.as_str()),
            ("w:date", self.at()),
        ];
        xml.element(name, &attributes, inside)
    }

    fn at(&self) -> &str {
        &self.at[self.paragraphs % 2]
    }

    fn number(&mut self) -> String {
        let number = self.next;
        self.next += 1;
        number.to_string()
    }
}
