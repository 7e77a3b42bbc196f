//! Styles of paragraphs and spans, as far as reading needs them: heading, bold, hidden, page break.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use crate::ReadError;
use crate::container::{Xml, attribute};

/// Parents followed at most: files may name each other in a ring.
const PARENTS: usize = 16;

#[derive(Clone, Debug, Default)]
struct Style {
    parent: Option<String>,
    bold: Option<bool>,
    hidden: Option<bool>,
    page_break: bool,
}

/// Styles by name, of paragraphs and spans alike: LibreOffice gives them different names.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

impl Styles {
    /// Adds the styles of a part.
    pub(super) fn read(&mut self, text: &str) -> Result<(), ReadError> {
        let mut xml = Xml::new(text);
        let mut current: Option<String> = None;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => {
                    if element.local_name().as_ref() == "style" {
                        current = attribute(&element, "name");
                        self.start(current.as_deref(), &element);
                    } else {
                        self.property(current.as_deref(), &element);
                    }
                }
                Event::Empty(element) if element.local_name().as_ref() == "style" => {
                    self.start(attribute(&element, "name").as_deref(), &element);
                }
                Event::Empty(element) => self.property(current.as_deref(), &element),
                Event::End(element) if element.local_name().as_ref() == "style" => current = None,
                _ => {}
            }
        }
        Ok(())
    }

    fn start(&mut self, name: Option<&str>, element: &BytesStart<'_>) {
        if let Some(name) = name {
            let style = Style {
                parent: attribute(element, "parent-style-name"),
                ..Style::default()
            };
            self.0.insert(name.to_owned(), style);
        }
    }

    fn property(&mut self, name: Option<&str>, element: &BytesStart<'_>) {
        let Some(style) = name.and_then(|name| self.0.get_mut(name)) else {
            return;
        };
        match element.local_name().as_ref() {
            "text-properties" => {
                if let Some(weight) = attribute(element, "font-weight") {
                    let heavy = weight.parse::<u32>().is_ok_and(|weight| weight >= 600);
                    style.bold = Some(weight == "bold" || heavy);
                }
                if let Some(display) = attribute(element, "display") {
                    style.hidden = Some(display == "none");
                }
            }
            "paragraph-properties" => {
                style.page_break |= attribute(element, "break-before").as_deref() == Some("page");
            }
            _ => {}
        }
    }

    /// Whether the style or a parent of it makes letters bold; nothing where none says so.
    pub(super) fn bold(&self, name: &str) -> Option<bool> {
        self.line(name).find_map(|(_, style)| style.bold)
    }

    /// Whether it hides its text.
    pub(super) fn hidden(&self, name: &str) -> Option<bool> {
        self.line(name).find_map(|(_, style)| style.hidden)
    }

    /// Whether a page begins before it.
    pub(super) fn page_break(&self, name: &str) -> bool {
        self.line(name).any(|(_, style)| style.page_break)
    }

    /// Whether it is a heading or a title, by the names LibreOffice and Word give such styles.
    pub(super) fn heading(&self, name: &str) -> bool {
        self.line(name)
            .any(|(name, _)| name.starts_with("Heading") || name == "Title")
    }

    /// The style and its parents, the nearest first.
    fn line<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let first = self.0.get_key_value(name);
        std::iter::successors(first, |(_, style)| {
            self.0.get_key_value(style.parent.as_deref()?)
        })
        .map(|(name, style)| (name.as_str(), style))
        .take(PARENTS)
    }
}
