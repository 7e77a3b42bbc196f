//! List numbers, computed as Word prints them (ECMA-376, 17.9).

use std::collections::BTreeMap;

use quick_xml::events::Event;

use super::package::{Xml, attribute};
use crate::ReadError;
use crate::ordinals::{bullet, spell};

#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    /// `w:lvlRestart`: 0 means never; otherwise the 1-based level after which it restarts.
    restart: Option<usize>,
    legal: bool,
}

#[derive(Clone, Debug, Default)]
struct List {
    of: String,
    overrides: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// Lists and their running counters.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbering {
    definitions: BTreeMap<String, BTreeMap<usize, Level>>,
    lists: BTreeMap<String, List>,
    /// By definition: counters run through all lists of one definition, as in Word.
    counters: BTreeMap<String, [Option<u32>; 9]>,
    /// Lists whose start overrides were applied already.
    started: BTreeMap<(String, usize), ()>,
}

pub(super) fn read(text: &str) -> Result<Numbering, ReadError> {
    let mut numbering = Numbering::default();
    let mut definition: Option<String> = None;
    let mut list: Option<String> = None;
    let mut level: Option<usize> = None;
    let mut xml = Xml::new(text);
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let value = attribute(&element, "val");
                let number = || value.as_deref().and_then(|value| value.parse::<u32>().ok());
                let at = || attribute(&element, "ilvl").and_then(|v| v.parse::<usize>().ok());
                match element.local_name().as_ref() {
                    "abstractNum" => {
                        definition = attribute(&element, "abstractNumId");
                        list = None;
                    }
                    "num" => {
                        list = attribute(&element, "numId");
                        definition = None;
                    }
                    "abstractNumId" => {
                        if let Some(id) = &list {
                            let entry = numbering.lists.entry(id.clone()).or_default();
                            entry.of = value.unwrap_or_default();
                        }
                    }
                    "lvl" | "lvlOverride" => level = at().filter(|level| *level < 9),
                    "startOverride" => {
                        if let (Some(id), Some(level), Some(start)) = (&list, level, number()) {
                            let entry = numbering.lists.entry(id.clone()).or_default();
                            entry.overrides.insert(level, start);
                        }
                    }
                    name => {
                        let Some(at) = level else { continue };
                        let levels = match (&definition, &list) {
                            (Some(id), _) => numbering.definitions.entry(id.clone()).or_default(),
                            (None, Some(id)) => {
                                &mut numbering.lists.entry(id.clone()).or_default().levels
                            }
                            (None, None) => continue,
                        };
                        if !matches!(
                            name,
                            "start" | "numFmt" | "lvlText" | "lvlRestart" | "isLgl"
                        ) {
                            continue;
                        }
                        let level = levels.entry(at).or_default();
                        match name {
                            "start" => level.start = number().unwrap_or(0),
                            "numFmt" => level.format = value.unwrap_or_default(),
                            "lvlText" => level.text = value.unwrap_or_default(),
                            "lvlRestart" => level.restart = number().map(|n| n as usize),
                            _ => level.legal = value.as_deref() != Some("0"),
                        }
                    }
                }
            }
            Event::End(element) => match element.local_name().as_ref() {
                "lvl" | "lvlOverride" => level = None,
                _ => {}
            },
            _ => {}
        }
    }
    Ok(numbering)
}

impl Numbering {
    /// Counts one paragraph of a list and gives the label Word prints before it.
    pub(super) fn label(&mut self, list: &str, level: usize) -> Option<String> {
        let entry = self.lists.get(list)?;
        let of = entry.of.clone();
        let level = level.min(8);
        let get = |at: usize| {
            entry
                .levels
                .get(&at)
                .or_else(|| self.definitions.get(&of)?.get(&at))
                .cloned()
        };
        let levels: Vec<Level> = (0..9)
            .map(|at| {
                get(at).unwrap_or_else(|| Level {
                    start: 1,
                    ..Level::default()
                })
            })
            .collect();
        let counters = self.counters.entry(of).or_insert([None; 9]);
        for (at, start) in entry.overrides.range(..=level) {
            if self.started.insert((list.to_owned(), *at), ()).is_none() {
                counters[*at] = start.checked_sub(1);
                for deeper in counters.iter_mut().skip(at + 1) {
                    *deeper = None;
                }
                if *start == 0 {
                    counters[*at] = None;
                }
            }
        }
        let this = levels.get(level)?;
        counters[level] = Some(match counters[level] {
            Some(n) => n.saturating_add(1),
            None => this.start,
        });
        for (deeper, counter) in counters.iter_mut().enumerate().skip(level + 1) {
            let restart = levels.get(deeper).and_then(|level| level.restart);
            let restarts = match restart {
                Some(0) => false,
                Some(after) => level < after,
                None => true,
            };
            if restarts {
                *counter = None;
            }
        }
        match this.format.as_str() {
            "bullet" => return Some(bullet(&this.text)),
            "none" => return (!this.text.is_empty()).then(|| this.text.clone()),
            _ => {}
        }
        let mut label = this.text.clone();
        for (at, shown) in levels.iter().enumerate().take(level + 1) {
            let place = format!("%{}", at + 1);
            if label.contains(&place) {
                let n = counters[at].unwrap_or(shown.start);
                let format = if this.legal { "decimal" } else { &shown.format };
                label = label.replace(&place, &spell(n, format));
            }
        }
        let label = label.trim().to_owned();
        (!label.is_empty()).then_some(label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbering(levels: &str, list: &str) -> Numbering {
        read(&format!(
            "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"0\">{levels}\
             </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
             <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/>{list}</w:num></w:numbering>"
        ))
        .unwrap()
    }

    fn level(at: u8, format: &str, text: &str) -> String {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
             <w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    }

    #[test]
    fn levels_nest_and_restart_under_a_new_parent() {
        let levels = level(0, "decimal", "%1.")
            + &level(1, "decimal", "%1.%2.")
            + &level(2, "russianLower", "%3)");
        let mut numbering = numbering(&levels, "");
        let labels: Vec<String> = [0, 1, 2, 2, 1, 0, 1]
            .iter()
            .map(|at| numbering.label("1", *at).unwrap())
            .collect();
        assert_eq!(labels, ["1.", "1.1.", "а)", "б)", "1.2.", "2.", "2.1."]);
    }

    #[test]
    fn start_override_restarts_the_list_once() {
        let over = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
        let mut numbering = numbering(&level(0, "upperRoman", "Раздел %1."), over);
        assert_eq!(numbering.label("1", 0).unwrap(), "Раздел I.");
        assert_eq!(numbering.label("2", 0).unwrap(), "Раздел V.");
        assert_eq!(numbering.label("2", 0).unwrap(), "Раздел VI.");
        assert_eq!(numbering.label("7", 0), None);
    }

    #[test]
    fn symbol_bullets_become_plain_ones() {
        let mut numbering = numbering(&level(0, "bullet", "\u{f0b7}"), "");
        assert_eq!(numbering.label("1", 0).unwrap(), "•");
    }
}
