use std::io;

use super::part;
use crate::Profile;
use crate::docx::{Look, Style, Xml};
use crate::profile::{LONG_EDGE, Measures, SHORT_EDGE};

/// A length in twips as OpenDocument writes it.
pub(super) fn length(twips: u32) -> String {
    format!("{}pt", f64::from(twips) / 20.0)
}

/// Writes `styles.xml`: paragraph styles, lists, the page and its running head.
pub(super) fn styles(profile: &Profile, landscape: bool) -> io::Result<Vec<u8>> {
    let measures = Measures::of(profile);
    let align = if profile.justified { "both" } else { "left" };
    part("office:document-styles", |xml| {
        xml.element("office:font-face-decls", &[], |xml| {
            let family = format!("'{}'", profile.font);
            let face = [
                ("style:name", profile.font.as_str()),
                ("svg:font-family", &family),
                ("style:font-family-generic", "roman"),
                ("style:font-pitch", "variable"),
            ];
            xml.empty("style:font-face", &face)
        })?;
        xml.element("office:styles", &[], |xml| {
            defaults(xml, profile, &measures)?;
            for style in Style::ALL {
                paragraph(
                    xml,
                    style,
                    &style.look(&measures, align),
                    &measures,
                    profile,
                )?;
            }
            header(xml)?;
            lists(xml, &measures)
        })?;
        page(xml, profile, &measures, landscape)
    })
}

fn defaults(xml: &mut Xml, profile: &Profile, measures: &Measures) -> io::Result<()> {
    let size = format!("{}pt", f64::from(measures.half_points) / 2.0);
    xml.element(
        "style:default-style",
        &[("style:family", "paragraph")],
        |xml| {
            xml.empty(
                "style:paragraph-properties",
                &[
                    ("fo:orphans", "2"),
                    ("fo:widows", "2"),
                    ("style:tab-stop-distance", "35.45pt"),
                ],
            )?;
            xml.empty(
                "style:text-properties",
                &[
                    ("style:font-name", profile.font.as_str()),
                    ("fo:font-size", &size),
                    ("fo:language", "ru"),
                    ("fo:country", "RU"),
                ],
            )
        },
    )?;
    let standard = [
        ("style:name", "Standard"),
        ("style:family", "paragraph"),
        ("style:class", "text"),
    ];
    xml.empty("style:style", &standard)
}

fn paragraph(
    xml: &mut Xml,
    style: Style,
    look: &Look,
    measures: &Measures,
    profile: &Profile,
) -> io::Result<()> {
    let mut attributes = vec![
        ("style:name", style.id()),
        ("style:display-name", style.name()),
        ("style:family", "paragraph"),
        ("style:parent-style-name", "Standard"),
    ];
    if let Some(level) = style.outline() {
        attributes.push(("style:default-outline-level", level));
    }
    xml.element("style:style", &attributes, |xml| {
        let line = format!("{}%", look.line * 100 / 240);
        let (before, after) = (length(look.before), length(look.after));
        let (left, first) = (length(look.left), length(look.first_line));
        let align = match look.align {
            "both" => "justify",
            "right" => "end",
            "center" => "center",
            _ => "start",
        };
        let mut properties = vec![
            ("fo:margin-top", before.as_str()),
            ("fo:margin-bottom", &after),
            ("fo:margin-left", &left),
            ("fo:text-indent", &first),
            ("fo:line-height", &line),
            ("fo:text-align", align),
            ("fo:orphans", "2"),
            ("fo:widows", "2"),
        ];
        if look.keep_next {
            properties.push(("fo:keep-with-next", "always"));
        }
        if look.keep_lines || look.outline.is_some() {
            properties.push(("fo:keep-together", "always"));
        }
        if look.new_page {
            properties.push(("fo:break-before", "page"));
        }
        if profile.hyphenated {
            properties.push(("fo:hyphenation-ladder-count", "3"));
        }
        xml.element("style:paragraph-properties", &properties, |xml| {
            if !look.right_tab {
                return Ok(());
            }
            let width = length(measures.text_width());
            xml.element("style:tab-stops", &[], |xml| {
                xml.empty(
                    "style:tab-stop",
                    &[("style:position", &width), ("style:type", "right")],
                )
            })
        })?;
        let hyphenate = if profile.hyphenated && !look.no_hyphens {
            "true"
        } else {
            "false"
        };
        let mut properties = vec![
            ("fo:hyphenate", hyphenate),
            ("fo:hyphenation-remain-char-count", "2"),
            ("fo:hyphenation-push-char-count", "2"),
        ];
        if look.bold {
            properties.push(("fo:font-weight", "bold"));
        }
        let size = look
            .half_points
            .map(|half| format!("{}pt", f64::from(half) / 2.0));
        if let Some(size) = &size {
            properties.push(("fo:font-size", size));
        }
        xml.empty("style:text-properties", &properties)
    })
}

fn header(xml: &mut Xml) -> io::Result<()> {
    let attributes = [
        ("style:name", "Header"),
        ("style:family", "paragraph"),
        ("style:parent-style-name", "Standard"),
    ];
    xml.element("style:style", &attributes, |xml| {
        xml.empty("style:paragraph-properties", &[("fo:text-align", "center")])?;
        xml.empty("style:text-properties", &[("fo:font-size", "12pt")])
    })
}

/// The number format, what stands behind it and how many levels are shown, level by level.
type Levels = &'static [(&'static str, &'static str, &'static str)];

fn lists(xml: &mut Xml, measures: &Measures) -> io::Result<()> {
    const RUSSIAN: &str = "а, б, .., аа, аб, ... (ru)";
    let lists: [(&str, Levels); 3] = [
        ("SvodNumbers", &[("1", ".", "1"), ("1", ".", "2")]),
        ("SvodLetters", &[(RUSSIAN, ")", "1")]),
        ("SvodPastLetters", &[("1", ")", "1")]),
    ];
    lists.iter().try_for_each(|(name, levels)| {
        xml.element("text:list-style", &[("style:name", name)], |xml| {
            levels
                .iter()
                .enumerate()
                .try_for_each(|(l, (format, suffix, shown))| {
                    let level = (l + 1).to_string();
                    let attributes = [
                        ("text:level", level.as_str()),
                        ("style:num-format", format),
                        ("style:num-suffix", suffix),
                        ("text:display-levels", shown),
                    ];
                    xml.element("text:list-level-style-number", &attributes, |xml| {
                        let mode = [("text:list-level-position-and-space-mode", "label-alignment")];
                        xml.element("style:list-level-properties", &mode, |xml| {
                            // As in the Word document: the text starts where the widest number ends.
                            let width = measures.half_points * if l == 0 { 17 } else { 30 };
                            let (tab, first) = (
                                length(measures.first_line + width),
                                length(measures.first_line),
                            );
                            xml.empty(
                                "style:list-level-label-alignment",
                                &[
                                    ("text:label-followed-by", "listtab"),
                                    ("text:list-tab-stop-position", &tab),
                                    ("fo:margin-left", "0pt"),
                                    ("fo:text-indent", &first),
                                ],
                            )
                        })
                    })
                })
        })
    })
}

/// Writes the look of a cell. LibreOffice takes it from the content only.
pub(super) fn cell_style(xml: &mut Xml, name: &str, shaded: bool) -> io::Result<()> {
    let attributes = [("style:name", name), ("style:family", "table-cell")];
    xml.element("style:style", &attributes, |xml| {
        let mut properties = vec![
            ("fo:border", "0.5pt solid #808080"),
            ("fo:padding", "2.5pt"),
        ];
        if shaded {
            properties.push(("fo:background-color", "#edf0f1"));
        }
        xml.empty("style:table-cell-properties", &properties)
    })
}

/// Writes the styles of one table: its width, its columns and its rows.
pub(super) fn table_styles(xml: &mut Xml, number: usize, widths: &[u32]) -> io::Result<()> {
    let name = format!("Table{number}");
    let whole = length(widths.iter().sum());
    let attributes = [("style:name", name.as_str()), ("style:family", "table")];
    xml.element("style:style", &attributes, |xml| {
        let properties = [
            ("style:width", whole.as_str()),
            ("table:align", "left"),
            ("fo:margin-top", "0pt"),
            ("fo:margin-bottom", "6pt"),
            ("table:border-model", "collapsing"),
        ];
        xml.empty("style:table-properties", &properties)
    })?;
    for (column, width) in widths.iter().enumerate() {
        let name = format!("{name}.{}", column + 1);
        let attributes = [
            ("style:name", name.as_str()),
            ("style:family", "table-column"),
        ];
        xml.element("style:style", &attributes, |xml| {
            let width = length(*width);
            xml.empty(
                "style:table-column-properties",
                &[("style:column-width", &width)],
            )
        })?;
    }
    let name = format!("{name}.row");
    let attributes = [("style:name", name.as_str()), ("style:family", "table-row")];
    xml.element("style:style", &attributes, |xml| {
        xml.empty(
            "style:table-row-properties",
            &[("fo:keep-together", "always")],
        )
    })
}

/// The page: the first one without a running head, the others with their number in the middle of
/// the top margin.
fn page(xml: &mut Xml, profile: &Profile, measures: &Measures, landscape: bool) -> io::Result<()> {
    let (width, height) = if landscape {
        (LONG_EDGE, SHORT_EDGE)
    } else {
        (SHORT_EDGE, LONG_EDGE)
    };
    // The number stands 10 mm from the edge; the head takes the rest of the margin.
    let edge = measures.top.min(567);
    let head = measures.top - edge;
    let under_head = if profile.page_numbers {
        edge
    } else {
        measures.top
    };
    xml.element("office:automatic-styles", &[], |xml| {
        for (name, top, headed) in [
            ("FirstPage", measures.top, false),
            ("Pages", under_head, true),
        ] {
            xml.element("style:page-layout", &[("style:name", name)], |xml| {
                let sizes = [
                    width,
                    height,
                    top,
                    measures.bottom,
                    measures.left,
                    measures.right,
                ];
                let [width, height, top, bottom, left, right] = sizes.map(length);
                let headed = headed && profile.page_numbers;
                let properties = [
                    ("fo:page-width", width.as_str()),
                    ("fo:page-height", &height),
                    (
                        "style:print-orientation",
                        if landscape { "landscape" } else { "portrait" },
                    ),
                    ("fo:margin-top", &top),
                    ("fo:margin-bottom", &bottom),
                    ("fo:margin-left", &left),
                    ("fo:margin-right", &right),
                ];
                xml.empty("style:page-layout-properties", &properties)?;
                if headed {
                    xml.element("style:header-style", &[], |xml| {
                        let height = length(head);
                        let properties = [
                            ("svg:height", height.as_str()),
                            ("fo:margin-bottom", "0pt"),
                            ("style:dynamic-spacing", "false"),
                        ];
                        xml.empty("style:header-footer-properties", &properties)
                    })?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    xml.element("office:master-styles", &[], |xml| {
        let first = [
            ("style:name", "First"),
            ("style:page-layout-name", "FirstPage"),
            ("style:next-style-name", "Standard"),
        ];
        xml.empty("style:master-page", &first)?;
        let others = [
            ("style:name", "Standard"),
            ("style:page-layout-name", "Pages"),
        ];
        xml.element("style:master-page", &others, |xml| {
            if !profile.page_numbers {
                return Ok(());
            }
            xml.element("style:header", &[], |xml| {
                xml.element("text:p", &[("text:style-name", "Header")], |xml| {
                    let current = [("text:select-page", "current")];
                    xml.element("text:page-number", &current, |xml| xml.text("2"))
                })
            })
        })
    })
}
