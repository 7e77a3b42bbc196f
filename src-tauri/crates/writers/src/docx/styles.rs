use std::io;

use super::{NAMESPACES, Xml};
use crate::Profile;
use crate::profile::Measures;

/// The paragraph styles of our documents. Word's own names are used where Word has one, so that
/// the navigation pane and the style gallery work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Style {
    /// Running text.
    #[default]
    Body,
    /// «Проект»
    Draft,
    /// The organisation above it.
    Issuer,
    /// «РЕЗОЛЮЦИЯ»
    Kind,
    /// Whose, and the theme.
    Subtitle,
    /// Date and place on one line.
    DatePlace,
    /// The adoption formula.
    Adoption,
    /// A session's name.
    Session,
    /// What introduces the items below it.
    LeadIn,
    /// An addressee heading.
    Addressee,
    /// A directive.
    Item,
    /// The parent phrase of sub-items.
    Lead,
    /// A sub-item.
    SubItem,
    /// «Срок: …» under a directive.
    Tail,
    /// Control clause, thanks.
    Closing,
    /// Who signs.
    Signature,
    /// Lines in the upper right corner.
    Corner,
    /// The same on a new page.
    Appendix,
    /// The name of an appendix or a table.
    Caption,
    /// Text of a cell on a portrait sheet.
    Row,
    /// Heading of a column there, or a band across the table.
    RowHeading,
    /// Text of a table cell.
    Cell,
    /// Heading of a table column, or a band across the table.
    CellHeading,
    /// A remark above a table.
    Note,
}

impl Style {
    /// Every style.
    pub(crate) const ALL: [Self; 24] = [
        Self::Body,
        Self::Draft,
        Self::Issuer,
        Self::Kind,
        Self::Subtitle,
        Self::DatePlace,
        Self::Adoption,
        Self::Session,
        Self::LeadIn,
        Self::Addressee,
        Self::Item,
        Self::Lead,
        Self::SubItem,
        Self::Tail,
        Self::Closing,
        Self::Signature,
        Self::Corner,
        Self::Appendix,
        Self::Caption,
        Self::Row,
        Self::RowHeading,
        Self::Cell,
        Self::CellHeading,
        Self::Note,
    ];
}

/// What makes a style differ from «Normal».
#[derive(Clone, Copy, Default)]
pub(crate) struct Look {
    pub(crate) bold: bool,
    pub(crate) keep_next: bool,
    /// A tab at the right margin.
    pub(crate) right_tab: bool,
    pub(crate) no_hyphens: bool,
    pub(crate) keep_lines: bool,
    /// It begins a page.
    pub(crate) new_page: bool,
    /// Indent of all lines.
    pub(crate) left: u32,
    pub(crate) before: u32,
    pub(crate) after: u32,
    /// Line spacing in 240ths of a line.
    pub(crate) line: u32,
    pub(crate) first_line: u32,
    pub(crate) align: &'static str,
    pub(crate) outline: Option<&'static str>,
    pub(crate) half_points: Option<u32>,
}

impl Style {
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Body => "BodyText",
            Self::Draft => "SvodDraft",
            Self::Issuer => "SvodIssuer",
            Self::Kind => "Title",
            Self::Subtitle => "Subtitle",
            Self::DatePlace => "SvodDatePlace",
            Self::Adoption => "SvodAdoption",
            Self::Session => "Heading1",
            Self::LeadIn => "SvodLeadIn",
            Self::Addressee => "Heading2",
            Self::Item => "SvodDirective",
            Self::Lead => "SvodLead",
            Self::SubItem => "SvodSubItem",
            Self::Tail => "SvodTail",
            Self::Closing => "SvodClosing",
            Self::Signature => "Signature",
            Self::Corner => "SvodCorner",
            Self::Appendix => "SvodAppendix",
            Self::Caption => "SvodCaption",
            Self::Row => "SvodRow",
            Self::RowHeading => "SvodRowHeading",
            Self::Cell => "SvodCell",
            Self::CellHeading => "SvodCellHeading",
            Self::Note => "SvodNote",
        }
    }

    /// The level of a heading the navigation shows.
    pub(crate) fn outline(self) -> Option<&'static str> {
        match self {
            Self::Session => Some("1"),
            Self::Addressee | Self::Caption => Some("2"),
            _ => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Body => "Body Text",
            Self::Draft => "Отметка проекта",
            Self::Issuer => "Наименование организации",
            Self::Kind => "Title",
            Self::Subtitle => "Subtitle",
            Self::DatePlace => "Дата и место",
            Self::Adoption => "Отметка о принятии",
            Self::Session => "heading 1",
            Self::LeadIn => "Переход к поручениям",
            Self::Addressee => "heading 2",
            Self::Item => "Поручение",
            Self::Lead => "Поручение с подпунктами",
            Self::SubItem => "Подпункт",
            Self::Tail => "Срок и ответственный",
            Self::Closing => "Заключение",
            Self::Signature => "Signature",
            Self::Corner => "Гриф",
            Self::Appendix => "Отметка приложения",
            Self::Caption => "Название приложения",
            Self::Row => "Строка плана",
            Self::RowHeading => "Графа плана",
            Self::Cell => "Текст таблицы",
            Self::CellHeading => "Заголовок таблицы",
            Self::Note => "Пояснение к таблице",
        }
    }

    pub(crate) fn look(self, measures: &Measures, align: &'static str) -> Look {
        let body = Look {
            line: measures.line,
            first_line: measures.first_line,
            align,
            ..Look::default()
        };
        let centred = Look {
            no_hyphens: true,
            line: 240,
            align: "center",
            ..Look::default()
        };
        // A body line is the unit of white space, so that a smaller type keeps its proportions.
        let gap = measures.half_points * 10;
        let table = Look {
            line: 240,
            align: "left",
            half_points: Some((measures.half_points * 5 / 7).max(16)),
            ..Look::default()
        };
        let row = Look {
            no_hyphens: true,
            half_points: Some((measures.half_points * 6 / 7).max(16)),
            ..table
        };
        let corner = measures.text_width().saturating_sub(measures.corner);
        match self {
            Self::Body | Self::Item | Self::SubItem => body,
            Self::Draft => Look {
                after: gap,
                align: "right",
                ..centred
            },
            Self::Issuer => Look {
                keep_next: true,
                after: gap,
                ..centred
            },
            Self::Kind => Look {
                bold: true,
                keep_next: true,
                ..centred
            },
            Self::Subtitle => Look {
                bold: true,
                keep_next: true,
                ..centred
            },
            Self::DatePlace => Look {
                before: gap,
                after: gap,
                right_tab: true,
                align: "left",
                ..centred
            },
            Self::Adoption => Look {
                after: gap,
                ..centred
            },
            Self::Session => Look {
                bold: true,
                keep_next: true,
                before: gap * 3 / 2,
                after: gap * 3 / 4,
                outline: Some("0"),
                ..centred
            },
            Self::LeadIn | Self::Lead => Look {
                keep_next: true,
                ..body
            },
            Self::Addressee => Look {
                bold: true,
                keep_next: true,
                no_hyphens: true,
                before: gap / 2,
                outline: Some("1"),
                align: "left",
                ..body
            },
            Self::Tail => Look {
                align: "left",
                ..body
            },
            Self::Closing => Look {
                before: gap / 2,
                ..body
            },
            Self::Signature => Look {
                before: gap * 2,
                right_tab: true,
                keep_lines: true,
                align: "left",
                ..centred
            },
            Self::Corner => Look {
                after: gap,
                left: corner,
                keep_lines: true,
                align: "left",
                ..centred
            },
            Self::Appendix => Look {
                after: gap,
                left: corner,
                keep_lines: true,
                new_page: true,
                align: "left",
                ..centred
            },
            Self::Caption => Look {
                bold: true,
                keep_next: true,
                before: gap / 2,
                after: gap / 2,
                outline: Some("1"),
                ..centred
            },
            Self::Row => row,
            Self::RowHeading => Look {
                bold: true,
                keep_next: true,
                no_hyphens: true,
                ..row
            },
            Self::Cell => table,
            Self::CellHeading => Look {
                bold: true,
                keep_next: true,
                no_hyphens: true,
                ..table
            },
            Self::Note => Look {
                after: gap / 3,
                half_points: Some((measures.half_points * 6 / 7).max(18)),
                ..table
            },
        }
    }
}

/// Writes `word/styles.xml`.
pub(super) fn styles(profile: &Profile) -> io::Result<Vec<u8>> {
    let measures = Measures::of(profile);
    let align = if profile.justified { "both" } else { "left" };
    let mut xml = Xml::new()?;
    xml.element("w:styles", &NAMESPACES, |xml| {
        defaults(xml, &profile.font, &measures)?;
        xml.element(
            "w:style",
            &[
                ("w:type", "paragraph"),
                ("w:default", "1"),
                ("w:styleId", "Normal"),
            ],
            |xml| {
                xml.val("w:name", "Normal")?;
                xml.empty("w:qFormat", &[])
            },
        )?;
        for (kind, id, name) in [
            (
                "character",
                "DefaultParagraphFont",
                "Default Paragraph Font",
            ),
            ("table", "TableNormal", "Normal Table"),
            ("numbering", "NoList", "No List"),
        ] {
            built_in(xml, kind, id, name)?;
        }
        for style in Style::ALL {
            write_style(xml, style, &style.look(&measures, align), &measures)?;
        }
        header_style(xml)
    })?;
    Ok(xml.finish())
}

fn defaults(xml: &mut Xml, font: &str, measures: &Measures) -> io::Result<()> {
    let size = measures.half_points.to_string();
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                xml.empty(
                    "w:rFonts",
                    &[
                        ("w:ascii", font),
                        ("w:hAnsi", font),
                        ("w:eastAsia", font),
                        ("w:cs", font),
                    ],
                )?;
                xml.val("w:sz", &size)?;
                xml.val("w:szCs", &size)?;
                xml.empty(
                    "w:lang",
                    &[
                        ("w:val", "ru-RU"),
                        ("w:eastAsia", "ru-RU"),
                        ("w:bidi", "ar-SA"),
                    ],
                )
            })
        })?;
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:widowControl", &[])?;
                xml.empty(
                    "w:spacing",
                    &[
                        ("w:before", "0"),
                        ("w:after", "0"),
                        ("w:line", "240"),
                        ("w:lineRule", "auto"),
                    ],
                )
            })
        })
    })
}

fn built_in(xml: &mut Xml, kind: &str, id: &str, name: &str) -> io::Result<()> {
    let attributes = [("w:type", kind), ("w:default", "1"), ("w:styleId", id)];
    xml.element("w:style", &attributes, |xml| {
        xml.val("w:name", name)?;
        xml.val("w:uiPriority", "99")?;
        xml.empty("w:semiHidden", &[])?;
        xml.empty("w:unhideWhenUsed", &[])?;
        if kind != "table" {
            return Ok(());
        }
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")])?;
            xml.element("w:tblCellMar", &[], |xml| {
                for (edge, width) in [
                    ("top", "0"),
                    ("left", "108"),
                    ("bottom", "0"),
                    ("right", "108"),
                ] {
                    xml.empty(&format!("w:{edge}"), &[("w:w", width), ("w:type", "dxa")])?;
                }
                Ok(())
            })
        })
    })
}

fn write_style(xml: &mut Xml, style: Style, look: &Look, measures: &Measures) -> io::Result<()> {
    let built_in = matches!(
        style,
        Style::Body
            | Style::Kind
            | Style::Subtitle
            | Style::Session
            | Style::Addressee
            | Style::Signature
    );
    let custom = ("w:customStyle", "1");
    let attributes = [("w:type", "paragraph"), custom, ("w:styleId", style.id())];
    let plain = [("w:type", "paragraph"), ("w:styleId", style.id())];
    let attributes: &[(&str, &str)] = if built_in { &plain } else { &attributes };
    xml.element("w:style", attributes, |xml| {
        xml.val("w:name", style.name())?;
        xml.val("w:basedOn", "Normal")?;
        match style {
            Style::Session | Style::Kind | Style::Subtitle => xml.val("w:next", "BodyText")?,
            Style::Addressee => xml.val("w:next", Style::Item.id())?,
            Style::Lead => xml.val("w:next", Style::SubItem.id())?,
            _ => {}
        }
        xml.empty("w:qFormat", &[])?;
        xml.element("w:pPr", &[], |xml| paragraph_look(xml, look, measures))?;
        if !look.bold && look.half_points.is_none() {
            return Ok(());
        }
        xml.element("w:rPr", &[], |xml| {
            if look.bold {
                xml.empty("w:b", &[])?;
                xml.empty("w:bCs", &[])?;
            }
            if let Some(size) = look.half_points {
                xml.val("w:sz", &size.to_string())?;
                xml.val("w:szCs", &size.to_string())?;
            }
            Ok(())
        })
    })
}

fn paragraph_look(xml: &mut Xml, look: &Look, measures: &Measures) -> io::Result<()> {
    if look.keep_next {
        xml.empty("w:keepNext", &[])?;
    }
    if look.outline.is_some() || look.keep_lines {
        xml.empty("w:keepLines", &[])?;
    }
    if look.new_page {
        xml.empty("w:pageBreakBefore", &[])?;
    }
    if look.right_tab {
        let width = measures.text_width().to_string();
        xml.element("w:tabs", &[], |xml| {
            xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &width)])
        })?;
    }
    if look.no_hyphens {
        xml.empty("w:suppressAutoHyphens", &[])?;
    }
    xml.empty(
        "w:spacing",
        &[
            ("w:before", &look.before.to_string()),
            ("w:after", &look.after.to_string()),
            ("w:line", &look.line.to_string()),
            ("w:lineRule", "auto"),
        ],
    )?;
    if look.left > 0 {
        xml.empty("w:ind", &[("w:left", &look.left.to_string())])?;
    } else if look.first_line > 0 {
        xml.empty("w:ind", &[("w:firstLine", &look.first_line.to_string())])?;
    }
    xml.val("w:jc", look.align)?;
    if let Some(level) = look.outline {
        xml.val("w:outlineLvl", level)?;
    }
    Ok(())
}

fn header_style(xml: &mut Xml) -> io::Result<()> {
    let attributes = [("w:type", "paragraph"), ("w:styleId", "Header")];
    xml.element("w:style", &attributes, |xml| {
        xml.val("w:name", "header")?;
        xml.val("w:basedOn", "Normal")?;
        xml.element("w:pPr", &[], |xml| xml.val("w:jc", "center"))?;
        xml.element("w:rPr", &[], |xml| {
            xml.val("w:sz", "24")?;
            xml.val("w:szCs", "24")
        })
    })
}
