use std::collections::BTreeMap;
use std::io;

use svod_model::Id;

use super::part;
use super::styles::{cell_style, table_styles};
use crate::Profile;
use crate::docx::document::bound;
use crate::docx::numbering::{LETTER_COUNT, letter_starts, word_letter};
use crate::docx::{Style, Xml};
use crate::html::is_anchor;
use crate::profile::{LONG_EDGE, Measures, SHORT_EDGE};
use crate::sheet::{Block, Place, Row, Sheet, Table};
use crate::typography::typeset;

/// Writes `content.xml`.
pub(super) fn content(sheet: &Sheet, profile: &Profile) -> io::Result<Vec<u8>> {
    let measures = Measures::of(profile);
    let width = if sheet.landscape {
        LONG_EDGE
    } else {
        SHORT_EDGE
    };
    let width = width.saturating_sub(measures.left + measures.right);
    let mut text = Text::default();
    // The body decides which styles are needed, and stands behind them.
    let paragraphs: Vec<Set<'_>> = sheet
        .blocks
        .iter()
        .enumerate()
        .map(|(b, block)| text.set(block, sheet.blocks.get(b + 1..).unwrap_or_default(), b == 0))
        .collect();
    part("office:document-content", |xml| {
        xml.element("office:automatic-styles", &[], |xml| {
            text.variants
                .iter()
                .try_for_each(|(variant, name)| variant.write(xml, name))?;
            let tables = sheet.blocks.iter().filter_map(|block| match block {
                Block::Table(table) => Some(table.widths(width)),
                _ => None,
            });
            tables
                .enumerate()
                .try_for_each(|(t, widths)| table_styles(xml, t + 1, &widths))?;
            cell_style(xml, "SvodTableCell", false)?;
            cell_style(xml, "SvodHeadingCell", true)
        })?;
        xml.element("office:body", &[], |xml| {
            xml.element("office:text", &[], |xml| {
                let mut tables = 0;
                paragraphs.iter().try_for_each(|set| match set {
                    Set::Paragraph(paragraph) => paragraph.write(xml),
                    Set::Table(table) => {
                        tables += 1;
                        write_table(xml, table, tables)
                    }
                })
            })
        })
    })
}

/// A block as it is written.
enum Set<'a> {
    Paragraph(Paragraph<'a>),
    Table(&'a Table),
}

/// A paragraph with the name of its style and its place in a list.
struct Paragraph<'a> {
    style: String,
    /// Level of a heading that the navigator shows.
    outline: Option<&'static str>,
    list: Option<Listed>,
    id: Option<&'a Id>,
    text: String,
}

/// A place in a list.
#[derive(Clone, Copy)]
struct Listed {
    style: &'static str,
    /// Which piece of its list it is: each goes on with the one before, whatever stands between.
    piece: usize,
    level: usize,
    /// The number, where it does not follow by itself.
    start: Option<usize>,
}

/// How a paragraph differs from its style.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Variant {
    style: &'static str,
    keep_next: bool,
    apart: bool,
    first: bool,
}

impl Variant {
    fn write(&self, xml: &mut Xml, name: &str) -> io::Result<()> {
        let mut attributes = vec![
            ("style:name", name),
            ("style:family", "paragraph"),
            ("style:parent-style-name", self.style),
        ];
        if self.first {
            attributes.push(("style:master-page-name", "First"));
        }
        xml.element("style:style", &attributes, |xml| {
            let mut properties = Vec::new();
            if self.keep_next {
                properties.push(("fo:keep-with-next", "always"));
            }
            if self.apart {
                properties.push(("fo:margin-bottom", "10pt"));
            }
            xml.empty("style:paragraph-properties", &properties)
        })
    }
}

/// Turns blocks into paragraphs, keeping count of the numbers printed.
#[derive(Default)]
struct Text {
    variants: BTreeMap<Variant, String>,
    last: Place,
    /// How many pieces the lists have so far.
    numbers: usize,
    lettered: usize,
    last_letter: Option<usize>,
}

impl Text {
    fn set<'a>(&mut self, block: &'a Block, rest: &[Block], first: bool) -> Set<'a> {
        let (style, text, list, id) = match block {
            Block::Table(table) => return Set::Table(table),
            Block::Draft => (Style::Draft, "Проект".into(), None, None),
            Block::Approval(lines) => (Style::Corner, lines.join("\n"), None, None),
            Block::Issuer(lines) => (Style::Issuer, lines.join("\n"), None, None),
            Block::Appendix(lines) => (Style::Appendix, lines.join("\n"), None, None),
            Block::Kind(text) => (Style::Kind, text.clone(), None, None),
            Block::Of(text) | Block::Theme(text) => (Style::Subtitle, text.clone(), None, None),
            Block::DatePlace(date, place) => (
                Style::DatePlace,
                ends(date.as_deref(), place.as_deref()),
                None,
                None,
            ),
            Block::Signature { post, name } => (
                Style::Signature,
                ends(Some(post), name.as_deref()),
                None,
                None,
            ),
            Block::Adoption(text) => (Style::Adoption, text.clone(), None, None),
            Block::Paragraph(text) | Block::Problem(text) => {
                (Style::Body, text.clone(), None, None)
            }
            Block::Introduction(text) | Block::LeadIn(text) => {
                (Style::LeadIn, text.clone(), None, None)
            }
            Block::Session(text) => (Style::Session, text.clone(), None, None),
            Block::Tail(text) => (Style::Tail, text.clone(), None, None),
            Block::Closing(text) => (Style::Closing, text.clone(), None, None),
            Block::Caption(text) => (Style::Caption, text.clone(), None, None),
            Block::Addressee { group, heading, .. } => (
                Style::Addressee,
                heading.clone(),
                Some(self.number(*group, true)),
                None,
            ),
            Block::Lead { group, text, .. } => (
                Style::Lead,
                text.clone(),
                Some(self.number(*group, group.top)),
                None,
            ),
            Block::Item {
                group, text, id, ..
            } => {
                let list = self.number(*group, group.top);
                (Style::Item, text.clone(), Some(list), Some(id))
            }
            Block::SubItem {
                place, text, id, ..
            } => (
                Style::SubItem,
                text.clone(),
                Some(self.letter(*place)),
                Some(id),
            ),
        };
        let variant = Variant {
            style: style.id(),
            keep_next: bound(rest),
            apart: matches!(rest, [Block::Table(_), ..]),
            first,
        };
        let name = if variant.keep_next || variant.apart || variant.first {
            let next = format!("P{}", self.variants.len() + 1);
            self.variants.entry(variant).or_insert(next).clone()
        } else {
            style.id().to_owned()
        };
        Set::Paragraph(Paragraph {
            style: name,
            outline: style.outline(),
            list,
            id: id.filter(|id| is_anchor(id.as_str())),
            text,
        })
    }

    fn number(&mut self, place: Place, first_level: bool) -> Listed {
        let last = self.last;
        let same = last.section == place.section;
        let follows = if first_level {
            same && place.group == last.group + 1
        } else {
            same && place.group == last.group && place.item == last.item + 1
        };
        self.last = place;
        let number = if first_level { place.group } else { place.item };
        self.numbers += 1;
        Listed {
            style: "SvodNumbers",
            piece: self.numbers,
            level: usize::from(!first_level),
            start: (!follows).then_some(number),
        }
    }

    /// The list of a sub-item. LibreOffice's Russian letters are Word's: those that office lists
    /// leave out are stepped over.
    fn letter(&mut self, place: usize) -> Listed {
        let follows = self.last_letter.is_some_and(|last| place == last + 1);
        let starts = letter_starts(place) || !follows;
        self.last_letter = Some(place);
        let (style, number) = if place < LETTER_COUNT {
            ("SvodLetters", word_letter(place))
        } else {
            ("SvodPastLetters", place + 1)
        };
        self.lettered += 1;
        Listed {
            style,
            piece: self.lettered,
            level: 0,
            start: starts.then_some(number),
        }
    }
}

/// Two texts on one line, at the left margin and at the right one.
fn ends(left: Option<&str>, right: Option<&str>) -> String {
    let left = left.unwrap_or_default();
    right.map_or_else(|| left.to_owned(), |right| format!("{left}\t{right}"))
}

impl Paragraph<'_> {
    fn write(&self, xml: &mut Xml) -> io::Result<()> {
        let Some(list) = self.list else {
            return self.element(xml);
        };
        let name = |piece: usize| format!("{}{piece}", list.style);
        let (own, last) = (name(list.piece), name(list.piece.saturating_sub(1)));
        let mut outer = vec![("xml:id", own.as_str()), ("text:style-name", list.style)];
        if list.piece > 1 {
            outer.push(("text:continue-list", &last));
        }
        xml.element("text:list", &outer, |xml| {
            if list.level == 0 {
                return item(xml, list.start, |xml| self.element(xml));
            }
            item(xml, None, |xml| {
                xml.element("text:list", &[], |xml| {
                    item(xml, list.start, |xml| self.element(xml))
                })
            })
        })
    }

    fn element(&self, xml: &mut Xml) -> io::Result<()> {
        let style = ("text:style-name", self.style.as_str());
        let inside = |xml: &mut Xml| {
            let name = self.id.map(|id| format!("_rz_{id}"));
            if let Some(name) = &name {
                xml.empty("text:bookmark-start", &[("text:name", name)])?;
            }
            set_text(xml, &self.text)?;
            match &name {
                Some(name) => xml.empty("text:bookmark-end", &[("text:name", name)]),
                None => Ok(()),
            }
        };
        match self.outline {
            Some(level) => xml.element("text:h", &[style, ("text:outline-level", level)], inside),
            None => xml.element("text:p", &[style], inside),
        }
    }
}

fn item(
    xml: &mut Xml,
    start: Option<usize>,
    inside: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    let number = start.map(|start| start.to_string());
    let attribute = number.as_deref().map(|number| ("text:start-value", number));
    xml.element("text:list-item", attribute.as_slice(), inside)
}

/// Writes text: tabs, line breaks and spaces that XML would swallow as elements.
fn set_text(xml: &mut Xml, text: &str) -> io::Result<()> {
    for (l, line) in text.split('\n').enumerate() {
        if l > 0 {
            xml.empty("text:line-break", &[])?;
        }
        for (t, piece) in line.split('\t').enumerate() {
            if t > 0 {
                xml.empty("text:tab", &[])?;
            }
            for (s, words) in typeset(piece).split("  ").enumerate() {
                if s > 0 {
                    xml.empty("text:s", &[("text:c", "2")])?;
                }
                if !words.is_empty() {
                    xml.text(words)?;
                }
            }
        }
    }
    Ok(())
}

fn write_table(xml: &mut Xml, table: &Table, number: usize) -> io::Result<()> {
    let name = format!("Table{number}");
    let attributes = [("table:name", name.as_str()), ("table:style-name", &name)];
    xml.element("table:table", &attributes, |xml| {
        for column in 1..=table.columns.len() {
            let style = format!("{name}.{column}");
            xml.empty("table:table-column", &[("table:style-name", &style)])?;
        }
        xml.element("table:table-header-rows", &[], |xml| {
            row(xml, &name, |xml| {
                table.columns.iter().try_for_each(|column| {
                    let text = &column.heading;
                    cell(xml, "SvodHeadingCell", 1, |xml| {
                        plain(xml, Style::RowHeading, text, None)
                    })
                })
            })
        })?;
        table.rows.iter().try_for_each(|each| {
            row(xml, &name, |xml| match each {
                Row::Part(title) => {
                    let span = table.columns.len();
                    cell(xml, "SvodTableCell", span, |xml| {
                        plain(xml, Style::RowHeading, title, None)
                    })?;
                    (1..span).try_for_each(|_| xml.empty("table:covered-table-cell", &[]))
                }
                Row::Cells { id, cells } => cells.iter().enumerate().try_for_each(|(c, text)| {
                    let id = id.as_ref().filter(|id| c == 1 && is_anchor(id.as_str()));
                    cell(xml, "SvodTableCell", 1, |xml| {
                        plain(xml, Style::Row, text, id)
                    })
                }),
            })
        })
    })
}

fn row(
    xml: &mut Xml,
    table: &str,
    inside: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    let style = format!("{table}.row");
    xml.element("table:table-row", &[("table:style-name", &style)], inside)
}

fn cell(
    xml: &mut Xml,
    style: &str,
    span: usize,
    inside: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    let span = span.to_string();
    let mut attributes = vec![("table:style-name", style), ("office:value-type", "string")];
    if span != "1" {
        attributes.push(("table:number-columns-spanned", &span));
    }
    xml.element("table:table-cell", &attributes, inside)
}

fn plain(xml: &mut Xml, style: Style, text: &str, id: Option<&Id>) -> io::Result<()> {
    Paragraph {
        style: style.id().to_owned(),
        outline: None,
        list: None,
        id,
        text: text.to_owned(),
    }
    .write(xml)
}
