//! Paragraph styles, as far as reading needs them: list, heading, bold.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use super::package::{Xml, attribute, is_on};
use crate::ReadError;

/// What a style says, its parents' word included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) list: Option<String>,
    pub(super) level: Option<u8>,
    pub(super) heading: bool,
    pub(super) bold: bool,
    parent: Option<String>,
}

pub(super) type Styles = BTreeMap<String, Style>;

pub(super) fn read(text: &str) -> Result<Styles, ReadError> {
    let mut styles = Styles::new();
    let mut current: Option<(String, Style)> = None;
    let mut xml = Xml::new(text);
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let name = element.local_name();
                if name.as_ref() == "style" {
                    let id = attribute(&element, "styleId").unwrap_or_default();
                    current = Some((id, Style::default()));
                    continue;
                }
                let Some((_, style)) = &mut current else {
                    continue;
                };
                match name.as_ref() {
                    "basedOn" => style.parent = attribute(&element, "val"),
                    "numId" => style.list = attribute(&element, "val"),
                    "ilvl" => {
                        style.level = attribute(&element, "val").and_then(|v| v.parse().ok());
                    }
                    "outlineLvl" => style.heading = true,
                    "b" => style.bold = is_on(&element),
                    "name" => {
                        let name = attribute(&element, "val")
                            .unwrap_or_default()
                            .to_lowercase();
                        style.heading |= name.starts_with("heading") || name == "title";
                    }
                    _ => {}
                }
            }
            Event::End(element) if element.local_name().as_ref() == "style" => {
                styles.extend(current.take());
            }
            _ => {}
        }
    }
    let resolved = styles
        .keys()
        .map(|id| (id.clone(), resolve(&styles, id)))
        .collect();
    Ok(resolved)
}

/// Follows `basedOn`; a circle ends after as many steps as there are styles.
fn resolve(styles: &Styles, id: &str) -> Style {
    let mut found = Style::default();
    let mut next = Some(id.to_owned());
    for _ in 0..=styles.len() {
        let Some(style) = next.as_ref().and_then(|id| styles.get(id)) else {
            break;
        };
        found.list = found.list.or_else(|| style.list.clone());
        found.level = found.level.or(style.level);
        found.heading |= style.heading;
        found.bold |= style.bold;
        next.clone_from(&style.parent);
    }
    found
}
