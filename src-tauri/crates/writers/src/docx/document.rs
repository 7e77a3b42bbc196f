use std::io;

use svod_model::{Id, Resolution};

use super::numbering::Lists;
use super::{NAMESPACES, Paragraph, Run, Style, Xml};
use crate::Profile;
use crate::html::is_anchor;
use crate::profile::{LONG_EDGE, Measures, SHORT_EDGE};
use crate::sheet::{Block, Place, sheet};

/// Writes `word/document.xml` and `word/numbering.xml`.
pub(super) fn document(
    resolution: &Resolution,
    profile: &Profile,
) -> io::Result<(Vec<u8>, Vec<u8>)> {
    let measures = Measures::of(profile);
    let mut setter = Setter::default();
    let mut xml = Xml::new()?;
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            for block in &sheet(resolution) {
                setter.set(block).write(xml)?;
            }
            portrait(xml, &measures, profile)
        })
    })?;
    Ok((xml.finish(), setter.lists.write(&measures)?))
}

/// Turns blocks into paragraphs, keeping count of lists and bookmarks.
#[derive(Default)]
pub(crate) struct Setter {
    pub(crate) lists: Lists,
    /// The list the current session's groups are in.
    groups: Option<usize>,
    /// The group the last heading or directive of that list belongs to.
    last_group: Place,
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

    pub(crate) fn set<'a>(&mut self, block: &'a Block<'_>) -> Paragraph<'a> {
        match block {
            Block::Draft => Paragraph::new(Style::Draft, "Проект"),
            Block::Kind(text) => Paragraph::new(Style::Kind, text),
            Block::Of(text) | Block::Theme(text) => Paragraph::new(Style::Subtitle, text),
            Block::DatePlace(date, place) => date_place(date.as_deref(), place.as_deref()),
            Block::Adoption(text) => Paragraph::new(Style::Adoption, *text),
            Block::Paragraph(text) => Paragraph::new(Style::Body, *text),
            Block::Problem(text) => Paragraph::new(Style::Body, text),
            Block::Introduction(text) | Block::LeadIn(text) => Paragraph::new(Style::LeadIn, text),
            Block::Session(text) => Paragraph::new(Style::Session, text),
            Block::Tail(text) => Paragraph::new(Style::Body, text),
            Block::Closing(text) => Paragraph::new(Style::Closing, *text),
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
    /// group without a heading leaves a gap that Word could not count over.
    fn group_list(&mut self, place: Place, heading: bool) -> usize {
        let Place { section, group, .. } = self.last_group;
        let follows = place.section == section && place.group == group + usize::from(heading);
        let list = match self.groups {
            Some(list) if follows => list,
            _ => self.lists.groups_from(place.group),
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

fn date_place<'a>(date: Option<&'a str>, place: Option<&'a str>) -> Paragraph<'a> {
    let mut runs = vec![Run::plain(date.unwrap_or_default())];
    if let Some(place) = place {
        runs.push(Run::plain("\t"));
        runs.push(Run::plain(place));
    }
    Paragraph {
        style: Style::DatePlace,
        runs,
        ..Paragraph::default()
    }
}

fn portrait(xml: &mut Xml, measures: &Measures, profile: &Profile) -> io::Result<()> {
    let size = (SHORT_EDGE, LONG_EDGE);
    let margins = [measures.top, measures.right, measures.bottom, measures.left];
    section_properties(xml, size, margins, profile.page_numbers, None)
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
