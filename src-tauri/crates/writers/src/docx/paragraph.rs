use std::io;

use super::{Style, Xml};
use crate::typography::typeset;

/// A paragraph: its style, its place in a list and its runs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paragraph<'a> {
    pub(crate) style: Style,
    /// List (`w:numId`) and level.
    pub(crate) list: Option<(usize, usize)>,
    /// It stands on the page of what follows it, whatever its style says.
    pub(crate) keep_next: bool,
    /// White space goes below it, whatever its style says.
    pub(crate) apart: bool,
    /// A name for the text of this paragraph, with its number among all bookmarks.
    pub(crate) bookmark: Option<(usize, String)>,
    pub(crate) runs: Vec<Run<'a>>,
}

/// Text with one look.
#[derive(Clone, Debug, Default)]
pub(crate) struct Run<'a> {
    pub(crate) text: std::borrow::Cow<'a, str>,
    pub(crate) bold: bool,
    pub(crate) struck: bool,
    pub(crate) underlined: bool,
    /// Underlined by dots.
    pub(crate) dotted: bool,
    /// RRGGBB; always beside another mark, never instead of one.
    pub(crate) colour: Option<&'static str>,
}

impl<'a> Run<'a> {
    pub(crate) fn plain(text: impl Into<std::borrow::Cow<'a, str>>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

impl<'a> Paragraph<'a> {
    pub(crate) fn new(style: Style, text: impl Into<std::borrow::Cow<'a, str>>) -> Self {
        Self {
            style,
            runs: vec![Run::plain(text)],
            ..Self::default()
        }
    }

    /// The paragraph's text as it is printed.
    pub(crate) fn text(&self) -> String {
        self.runs.iter().map(|run| typeset(&run.text)).collect()
    }

    pub(crate) fn write(&self, xml: &mut Xml) -> io::Result<()> {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.val("w:pStyle", self.style.id())?;
                if self.keep_next {
                    xml.empty("w:keepNext", &[])?;
                }
                if let Some((list, level)) = self.list {
                    xml.element("w:numPr", &[], |xml| {
                        xml.val("w:ilvl", &level.to_string())?;
                        xml.val("w:numId", &list.to_string())
                    })?;
                }
                if self.apart {
                    xml.empty("w:spacing", &[("w:after", "200")])?;
                }
                Ok(())
            })?;
            let Some((number, name)) = &self.bookmark else {
                return self.runs.iter().try_for_each(|run| run.write(xml));
            };
            let number = number.to_string();
            xml.empty("w:bookmarkStart", &[("w:id", &number), ("w:name", name)])?;
            self.runs.iter().try_for_each(|run| run.write(xml))?;
            xml.empty("w:bookmarkEnd", &[("w:id", &number)])
        })
    }
}

impl Run<'_> {
    fn write(&self, xml: &mut Xml) -> io::Result<()> {
        if self.text.is_empty() {
            return Ok(());
        }
        xml.element("w:r", &[], |xml| {
            self.properties(xml)?;
            set_text(xml, "w:t", &typeset(&self.text))
        })
    }

    fn properties(&self, xml: &mut Xml) -> io::Result<()> {
        let underline = match (self.underlined, self.dotted) {
            (true, _) => Some("single"),
            (false, true) => Some("dotted"),
            (false, false) => None,
        };
        if !(self.bold || self.struck || underline.is_some() || self.colour.is_some()) {
            return Ok(());
        }
        xml.element("w:rPr", &[], |xml| {
            if self.bold {
                xml.empty("w:b", &[])?;
                xml.empty("w:bCs", &[])?;
            }
            if self.struck {
                xml.empty("w:strike", &[])?;
            }
            if let Some(colour) = self.colour {
                xml.val("w:color", colour)?;
            }
            if let Some(underline) = underline {
                xml.val("w:u", underline)?;
            }
            Ok(())
        })
    }
}

/// Writes what stands in a run: `name` is `w:t`, or `w:delText` for text that was deleted.
pub(crate) fn set_text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    for (l, line) in text.split('\n').enumerate() {
        if l > 0 {
            xml.empty("w:br", &[])?;
        }
        for (t, piece) in line.split('\t').enumerate() {
            if t > 0 {
                xml.empty("w:tab", &[])?;
            }
            if !piece.is_empty() {
                let preserve = [("xml:space", "preserve")];
                xml.element(name, &preserve, |xml| xml.text(piece))?;
            }
        }
    }
    Ok(())
}
