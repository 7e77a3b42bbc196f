//! List numbers, computed as an office program prints them (OpenDocument 1.3, 5.3 and 19.880).

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use crate::ReadError;
use crate::container::{Xml, attribute};
use crate::ordinals::{bullet, spell};

/// Levels a list may have.
const LEVELS: usize = 10;

type Counters = [Option<u32>; LEVELS];

#[derive(Clone, Debug, Default)]
struct Level {
    bullet: Option<String>,
    /// A format by its name in ECMA-376; empty for a level without numbers.
    format: &'static str,
    prefix: String,
    suffix: String,
    /// LibreOffice's own pattern («%1%.%2%.»), which outranks prefix and suffix.
    pattern: Option<String>,
    /// How many levels are shown, this one last.
    shown: usize,
    start: u32,
}

/// List styles, and how far each list has counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    styles: BTreeMap<String, [Level; LEVELS]>,
    /// The last list of each style, for lists that continue.
    by_style: BTreeMap<String, Counters>,
    by_id: BTreeMap<String, Counters>,
    /// Open lists, the outermost first.
    open: Vec<Open>,
}

#[derive(Clone, Debug, Default)]
struct Open {
    style: String,
    id: Option<String>,
    /// The next paragraph begins an item.
    pending: bool,
    /// The number the next item starts with.
    value: Option<u32>,
    counters: Counters,
}

impl Lists {
    /// Adds the list styles of a part.
    pub(super) fn read(&mut self, text: &str) -> Result<(), ReadError> {
        let mut xml = Xml::new(text);
        let mut current: Option<String> = None;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) | Event::Empty(element) => {
                    match element.local_name().as_ref() {
                        "list-style" => {
                            current = attribute(&element, "name");
                            if let Some(name) = &current {
                                self.styles.insert(name.clone(), Default::default());
                            }
                        }
                        "list-level-style-number" | "list-level-style-bullet" => {
                            let level = number(&element, "level").unwrap_or(1) as usize;
                            let styles =
                                current.as_ref().and_then(|name| self.styles.get_mut(name));
                            if let Some(slot) =
                                styles.and_then(|levels| levels.get_mut(level.saturating_sub(1)))
                            {
                                *slot = level_of(&element);
                            }
                        }
                        _ => {}
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "list-style" => {
                    current = None;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A list begins, on its own or inside an item of another.
    pub(super) fn start_list(&mut self, element: &BytesStart<'_>) {
        let outer = self.open.last_mut().map(|outer| {
            // An item that begins with a list has no paragraph of its own to number.
            outer.pending = false;
            (outer.style.clone(), outer.counters)
        });
        let id = attribute(element, "id");
        let own = attribute(element, "style-name");
        let opened = match outer {
            Some((style, counters)) => Open {
                style: own.unwrap_or(style),
                id,
                counters,
                ..Open::default()
            },
            None => {
                let style = own.unwrap_or_default();
                let continued = attribute(element, "continue-list")
                    .and_then(|other| self.by_id.get(&other).copied());
                let goes_on = attribute(element, "continue-numbering").as_deref() == Some("true");
                let last = || self.by_style.get(&style).copied().filter(|_| goes_on);
                let counters = continued.or_else(last).unwrap_or_default();
                Open {
                    style,
                    id,
                    counters,
                    ..Open::default()
                }
            }
        };
        self.open.push(opened);
    }

    /// A list ends; what it counted stays with its name.
    pub(super) fn end_list(&mut self) {
        let Some(ended) = self.open.pop() else { return };
        if let Some(id) = ended.id {
            self.by_id.insert(id, ended.counters);
        }
        match self.open.last_mut() {
            Some(outer) => outer.counters = ended.counters,
            None => {
                self.by_style.insert(ended.style, ended.counters);
            }
        }
    }

    /// An item begins; `numbered` is false for a header of a list.
    pub(super) fn start_item(&mut self, element: &BytesStart<'_>, numbered: bool) {
        if let Some(list) = self.open.last_mut() {
            list.pending = numbered;
            list.value = number(element, "start-value");
        }
    }

    /// The label of a paragraph that begins now: nothing outside lists and inside running items.
    pub(super) fn label(&mut self) -> Option<String> {
        let level = self.open.len().checked_sub(1)?.min(LEVELS - 1);
        let list = self.open.last_mut()?;
        if !std::mem::take(&mut list.pending) {
            return None;
        }
        let levels = self.styles.get(&list.style)?;
        let this = levels.get(level)?;
        let next = match list.counters[level] {
            Some(n) => n.saturating_add(1),
            None => this.start,
        };
        list.counters[level] = Some(list.value.take().unwrap_or(next));
        for deeper in list.counters.iter_mut().skip(level + 1) {
            *deeper = None;
        }
        if let Some(mark) = &this.bullet {
            return Some(bullet(mark));
        }
        if this.format.is_empty() {
            return None;
        }
        let counters = list.counters;
        let spelled = |at: usize| {
            let level = levels.get(at)?;
            let n = counters.get(at).copied().flatten().unwrap_or(level.start);
            (!level.format.is_empty()).then(|| spell(n, level.format))
        };
        let label = match &this.pattern {
            Some(pattern) => (0..LEVELS).fold(pattern.clone(), |label, at| {
                let place = format!("%{}%", at + 1);
                if label.contains(&place) {
                    label.replace(&place, &spelled(at).unwrap_or_default())
                } else {
                    label
                }
            }),
            None => {
                let first = (level + 1).saturating_sub(this.shown.max(1));
                let numbers: Vec<String> = (first..=level).filter_map(spelled).collect();
                format!("{}{}{}", this.prefix, numbers.join("."), this.suffix)
            }
        };
        let label = label.trim().to_owned();
        (!label.is_empty()).then_some(label)
    }
}

fn level_of(element: &BytesStart<'_>) -> Level {
    let value = |name: &str| attribute(element, name).unwrap_or_default();
    let is_bullet = element.local_name().as_ref() == "list-level-style-bullet";
    Level {
        bullet: is_bullet.then(|| value("bullet-char")),
        format: format_of(&value("num-format")),
        prefix: value("num-prefix"),
        suffix: value("num-suffix"),
        pattern: attribute(element, "num-list-format").filter(|pattern| pattern.contains('%')),
        shown: number(element, "display-levels").unwrap_or(1) as usize,
        start: number(element, "start-value").unwrap_or(1),
    }
}

/// OpenDocument names a format by its first number; Russian letters by their whole row.
fn format_of(name: &str) -> &'static str {
    match name.chars().next() {
        Some('1') => "decimal",
        Some('a') => "lowerLetter",
        Some('A') => "upperLetter",
        Some('i') => "lowerRoman",
        Some('I') => "upperRoman",
        Some('а') => "russianLower",
        Some('А') => "russianUpper",
        _ => "",
    }
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok()
}
