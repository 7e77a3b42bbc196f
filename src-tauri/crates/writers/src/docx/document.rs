use std::io;

use svod_model::Id;

use super::numbering::Lists;
use super::table::{Cell, cell, head_of_table};
use super::{NAMESPACES, Paragraph, Run, Style, Xml};
use crate::Profile;
use crate::html::is_anchor;
use crate::profile::{LONG_EDGE, Measures, SHORT_EDGE};
use crate::sheet::{Block, Place, Row, Sheet, Table};

/// Writes `word/document.xml` and `word/numbering.xml`.
pub(super) fn document(sheet: &Sheet, profile: &Profile) -> io::Result<(Vec<u8>, Vec<u8>)> {
    let measures = Measures::of(profile);
    let (width, height) = match sheet.landscape {
        true => (LONG_EDGE, SHORT_EDGE),
        false => (SHORT_EDGE, LONG_EDGE),
    };
    let text_width = width.saturating_sub(measures.left + measures.right);
    let mut setter = Setter::default();
    let mut xml = Xml::new()?;
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            for (b, block) in sheet.blocks.iter().enumerate() {
                if let Block::Table(table) = block {
                    set_table(xml, table, text_width, &mut setter)?;
                    continue;
                }
                let mut paragraph = setter.set(block);
                // Whoever signs does not stand alone on a page, nor does a note.
                let rest = sheet.blocks.get(b + 1..).unwrap_or_default();
                paragraph.keep_next = bound(rest);
                paragraph.apart = matches!(rest, [Block::Table(_), ..]);
                match directive(block) {
                    Some(id) if profile.for_editing && is_anchor(id.as_str()) => {
                        controlled(xml, id, &paragraph)?;
                    }
                    _ => paragraph.write(xml)?,
                }
            }
            let margins = [measures.top, measures.right, measures.bottom, measures.left];
            let numbers = profile.page_numbers;
            section_properties(xml, (width, height), margins, numbers, None)
        })
    })?;
    Ok((xml.finish(), setter.lists.write(&measures)?))
}

/// What comes next does not begin a page: somebody's signature or the last words before it, a note to
/// the directive above.
pub(crate) fn bound(rest: &[Block]) -> bool {
    matches!(
        rest,
        [Block::Signature { .. } | Block::Tail(_), ..]
            | [Block::Closing(_), Block::Signature { .. }, ..]
    )
}

fn directive(block: &Block) -> Option<&Id> {
    match block {
        Block::Item { id, .. } | Block::SubItem { id, .. } => Some(id),
        _ => None,
    }
}

/// A paragraph in a content control that names its directive. Only Word keeps it; the bookmark
/// inside is what comes home from everywhere.
fn controlled(xml: &mut Xml, id: &Id, paragraph: &Paragraph<'_>) -> io::Result<()> {
    xml.element("w:sdt", &[], |xml| {
        xml.element("w:sdtPr", &[], |xml| {
            xml.val("w:alias", "Поручение")?;
            xml.val("w:tag", &format!("rz_{id}"))?;
            // A positive number of 31 bits, the same on every export.
            let digits = id.as_str().get(..8).unwrap_or_default();
            let number = u32::from_str_radix(digits, 16).unwrap_or(1) & 0x7fff_ffff;
            xml.val("w:id", &number.max(1).to_string())
        })?;
        xml.element("w:sdtContent", &[], |xml| paragraph.write(xml))
    })
}

fn set_table(xml: &mut Xml, table: &Table, width: u32, setter: &mut Setter) -> io::Result<()> {
    let widths = table.widths(width);
    let headings: Vec<&str> = table
        .columns
        .iter()
        .map(|column| column.heading.as_str())
        .collect();
    xml.element("w:tbl", &[], |xml| {
        head_of_table(xml, &headings, &widths, Style::RowHeading)?;
        table.rows.iter().try_for_each(|row| {
            xml.element("w:tr", &[], |xml| {
                xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]))?;
                match row {
                    Row::Part(name) => {
                        let look = Cell {
                            span: Some(table.columns.len()),
                            ..Cell::of(widths.iter().sum())
                        };
                        cell(xml, look, &[Paragraph::new(Style::RowHeading, name)])
                    }
                    Row::Cells { id, cells } => {
                        cells
                            .iter()
                            .zip(&widths)
                            .enumerate()
                            .try_for_each(|(c, (text, width))| {
                                let mut paragraph = Paragraph::new(Style::Row, text);
                                if let (Some(id), 1) = (id, c) {
                                    paragraph = setter.named(paragraph, id);
                                }
                                cell(xml, Cell::of(*width), &[paragraph])
                            })
                    }
                }
            })
        })
    })
}

/// Turns blocks into paragraphs, keeping count of lists and bookmarks.
#[derive(Default)]
pub(crate) struct Setter {
    pub(crate) lists: Lists,
    /// The list the current session's groups are in.
    groups: Option<usize>,
    /// The group the last heading or directive of that list belongs to.
    last_group: Place,
    /// That list counts the directives of its groups from 1.
    from_first: bool,
    bookmarks: usize,
}

impl Setter {
    /// Goes on with the lists of another document.
    pub(crate) fn over(lists: Lists) -> Self {
        Self {
            lists,
            ..Self::default()
        }
    }

    pub(crate) fn set<'a>(&mut self, block: &'a Block) -> Paragraph<'a> {
        match block {
            Block::Draft => Paragraph::new(Style::Draft, "Проект"),
            Block::Kind(text) => Paragraph::new(Style::Kind, text),
            Block::Of(text) | Block::Theme(text) => Paragraph::new(Style::Subtitle, text),
            Block::DatePlace(date, place) => {
                ends(Style::DatePlace, date.as_deref(), place.as_deref())
            }
            Block::Approval(lines) => Paragraph::new(Style::Corner, lines.join("\n")),
            Block::Issuer(lines) => Paragraph::new(Style::Issuer, lines.join("\n")),
            Block::Appendix(lines) => Paragraph::new(Style::Appendix, lines.join("\n")),
            Block::Caption(text) => Paragraph::new(Style::Caption, text),
            Block::Signature { post, name } => ends(Style::Signature, Some(post), name.as_deref()),
            Block::Adoption(text) => Paragraph::new(Style::Adoption, text),
            Block::Paragraph(text) => Paragraph::new(Style::Body, text),
            Block::Problem(text) => Paragraph::new(Style::Body, text),
            Block::Introduction(text) | Block::LeadIn(text) => Paragraph::new(Style::LeadIn, text),
            Block::Session(text) => Paragraph::new(Style::Session, text),
            Block::Tail(text) => Paragraph::new(Style::Tail, text),
            Block::Closing(text) => Paragraph::new(Style::Closing, text),
            // Only the plain document has tables; whoever lays out paragraphs has none.
            Block::Table(_) => Paragraph::default(),
            Block::Addressee { group, heading, .. } => {
                let list = self.group_list(*group, true);
                listed(Style::Addressee, heading, list, 0)
            }
            Block::Lead { group, text, .. } => {
                let list = self.group_list(*group, group.top);
                listed(Style::Lead, text, list, usize::from(!group.top))
            }
            Block::Item {
                group, id, text, ..
            } => {
                let list = self.group_list(*group, group.top);
                self.named(listed(Style::Item, text, list, usize::from(!group.top)), id)
            }
            Block::SubItem {
                place, id, text, ..
            } => {
                let list = self.lists.sub_item(*place);
                self.named(listed(Style::SubItem, text, list, 0), id)
            }
        }
    }

    /// The list that gives `group` its number. A new one begins with each session, and where a
    /// group without a heading, or directives left out of an extract, leave a gap that Word could
    /// not count over.
    fn group_list(&mut self, place: Place, first_level: bool) -> usize {
        let last = self.last_group;
        let follows = last.section == place.section
            && if first_level {
                place.group == last.group + 1 && self.from_first
            } else {
                place.group == last.group && place.item == last.item + 1
            };
        let list = match self.groups {
            Some(list) if follows => list,
            _ => {
                let item = if first_level { 1 } else { place.item };
                self.from_first = item == 1;
                self.lists.groups_from(place.group, item)
            }
        };
        self.groups = Some(list);
        self.last_group = place;
        list
    }

    fn named<'a>(&mut self, mut paragraph: Paragraph<'a>, id: &Id) -> Paragraph<'a> {
        if is_anchor(id.as_str()) {
            paragraph.bookmark = Some((self.bookmarks, format!("_rz_{id}")));
            self.bookmarks += 1;
        }
        paragraph
    }
}

fn listed(style: Style, text: &str, list: usize, level: usize) -> Paragraph<'_> {
    Paragraph {
        list: Some((list, level)),
        ..Paragraph::new(style, text)
    }
}

/// Two texts on one line, at the left margin and at the right one.
fn ends<'a>(style: Style, left: Option<&'a str>, right: Option<&'a str>) -> Paragraph<'a> {
    let mut runs = vec![Run::plain(left.unwrap_or_default())];
    if let Some(right) = right {
        runs.push(Run::plain("\t"));
        runs.push(Run::plain(right));
    }
    Paragraph {
        style,
        runs,
        ..Paragraph::default()
    }
}

/// Writes `w:sectPr`: sheet size, margins (top, right, bottom, left), the page number, and the one
/// the section begins with where it does not count on.
pub(crate) fn section_properties(
    xml: &mut Xml,
    (width, height): (u32, u32),
    [top, right, bottom, left]: [u32; 4],
    page_numbers: bool,
    first_page: Option<&str>,
) -> io::Result<()> {
    xml.element("w:sectPr", &[], |xml| {
        if page_numbers {
            xml.empty(
                "w:headerReference",
                &[("w:type", "default"), ("r:id", "rIdHeader")],
            )?;
        }
        let (w, h) = (width.to_string(), height.to_string());
        let landscape = [("w:w", &*w), ("w:h", &*h), ("w:orient", "landscape")];
        let sides = if width > height { 3 } else { 2 };
        xml.empty("w:pgSz", landscape.get(..sides).unwrap_or_default())?;
        // The number stands at least 10 mm from the edge of the sheet.
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", &top.to_string()),
                ("w:right", &right.to_string()),
                ("w:bottom", &bottom.to_string()),
                ("w:left", &left.to_string()),
                ("w:header", "567"),
                ("w:footer", "567"),
                ("w:gutter", "0"),
            ],
        )?;
        if let Some(first_page) = first_page {
            xml.empty("w:pgNumType", &[("w:start", first_page)])?;
        }
        xml.empty("w:cols", &[("w:space", "708")])?;
        if page_numbers {
            xml.empty("w:titlePg", &[])?;
        }
        Ok(())
    })
}
