//! Which acts are in force, and when: a register a person can edit.

use std::sync::OnceLock;

use chrono::NaiveDate;
use svod_language::words::{TokenKind, fold, stem, tokens};
use svod_model::{Reference, ReferenceKind};

const SHIPPED: &str = include_str!("../../../../assets/acts/acts.txt");

/// Acts by kind, number and date. What it does not hold it says nothing of.
#[derive(Clone, Debug, Default)]
pub struct ActRegister {
    acts: Vec<Act>,
}

/// One line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// «Федеральный закон», «Указ», «Приказ», «Правила», «Проект» …
    pub kind: String,
    /// Its number; the level of a project («национальный»).
    pub number: String,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// A short title.
    pub title: String,
    /// First day in force, if it is later than its date.
    pub from: Option<NaiveDate>,
    /// First day no longer in force.
    pub repealed: Option<NaiveDate>,
    /// What took its place.
    pub replacement: Option<String>,
    /// When the line was checked; nothing for «не проверено».
    pub checked: Option<String>,
}

/// What is wrong with a reference to a known act.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Slip<'a> {
    /// Its number is another one.
    Number(&'a Act),
    /// Its date is another one.
    Date(&'a Act),
}

/// A line of the register that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegisterError {
    /// There are not eight fields.
    #[error("line {line}: {found} fields instead of 8")]
    Fields {
        /// From 1.
        line: usize,
        /// How many there are.
        found: usize,
    },
    /// A date is none.
    #[error("line {line}: «{date}» is no date")]
    Date {
        /// From 1.
        line: usize,
        /// What stands there.
        date: String,
    },
    /// Kind, number or title is empty.
    #[error("line {line}: kind, number and title are needed")]
    Empty {
        /// From 1.
        line: usize,
    },
}

impl RegisterError {
    /// The line that cannot be read, from 1.
    pub fn line(&self) -> usize {
        match self {
            Self::Fields { line, .. } | Self::Date { line, .. } | Self::Empty { line } => *line,
        }
    }
}

impl ActRegister {
    /// The text of the register that comes with the program, to begin one's own with.
    pub const SHIPPED: &'static str = SHIPPED;

    /// The register that comes with the program.
    pub fn shipped() -> &'static Self {
        static REGISTER: OnceLock<ActRegister> = OnceLock::new();
        // Held to be readable by a test; an empty register only keeps silent.
        REGISTER.get_or_init(|| Self::parse(SHIPPED).unwrap_or_default())
    }

    /// Reads a register: a line an act, eight fields between «|», «#» before a remark.
    ///
    /// # Errors
    /// [`RegisterError`] names the first line that cannot be read.
    pub fn parse(text: &str) -> Result<Self, RegisterError> {
        let lines = text
            .lines()
            .enumerate()
            .map(|(n, line)| (n + 1, line.trim()));
        let acts = lines
            .filter(|(_, text)| !text.is_empty() && !text.starts_with('#'))
            .map(|(line, text)| act(line, text))
            .collect::<Result<_, _>>()?;
        Ok(Self { acts })
    }

    /// Every act, in the order of the lines.
    pub fn acts(&self) -> &[Act] {
        &self.acts
    }

    /// The act a reference means, if the register has it. A law is known by its number alone; other
    /// acts need their date, for numbers come again every year.
    pub fn find(&self, reference: &Reference) -> Option<&Act> {
        if reference.kind == ReferenceKind::Project {
            return self.project(&reference.canonical);
        }
        let number = reference.number.as_ref()?;
        let same = |act: &&Act| act.is_numbered(&reference.canonical, number);
        match reference.date {
            Some(date) => self
                .acts
                .iter()
                .filter(same)
                .find(|act| act.date == Some(date)),
            None if number.ends_with("-ФЗ") => self.acts.iter().find(same),
            None => None,
        }
    }

    /// The one act a reference certainly means although it gives another number or another date.
    ///
    /// Numbers come again every year and titles every few years, so two of the three must be the act's own, one
    /// of them the title; of what the register has twice nothing is said.
    pub(crate) fn slip(&self, reference: &Reference) -> Option<Slip<'_>> {
        let number = reference.number.as_ref()?;
        if !is_federal(&reference.canonical) {
            return None;
        }
        let said = Wording::of(&reference.phrase);
        if self
            .find(reference)
            .is_some_and(|act| said.has(&act.title) || !reference.phrase.contains('«'))
        {
            return None;
        }
        let kind: Vec<&Act> = self
            .acts
            .iter()
            .filter(|act| fold(&reference.canonical).starts_with(&fold(&act.kind)))
            .collect();
        let alike = |act: &&&Act| fold(&act.number) == fold(number);
        let Some(date) = reference.date else {
            let law = kind.iter().filter(|act| {
                number.ends_with("-ФЗ") && said.is(&act.title) && is_mistyped(number, &act.number)
            });
            return only(law).map(Slip::Number);
        };
        let other_number = kind
            .iter()
            .filter(|act| !alike(act) && act.date == Some(date) && said.has(&act.title));
        if let Some(act) = only(other_number) {
            return Some(Slip::Number(act));
        }
        let numbered = || kind.iter().filter(alike);
        let dated_otherwise = |act: &&&Act| act.date.is_some_and(|right| right != date);
        if numbered().any(|act| act.date == Some(date)) {
            return None;
        }
        let whole = only(
            numbered()
                .filter(dated_otherwise)
                .filter(|act| said.has(&act.title)),
        );
        // The only act of its number is known by most words of its title.
        let most = || only(numbered()).filter(|act| said.has_most(&act.title));
        whole.or_else(most).map(Slip::Date)
    }

    /// Sanitary rules and the like, found in a text by their number: the act and its place.
    pub(crate) fn rules_in(&self, text: &str) -> Vec<(&Act, std::ops::Range<usize>)> {
        if !["СП", "СанПиН"].iter().any(|sign| text.contains(sign)) {
            return Vec::new();
        }
        let rules = self.acts.iter().filter(|act| act.kind == "Правила");
        rules
            .filter_map(|act| {
                let at = text.find(&act.number)?;
                Some((act, at..at + act.number.len()))
            })
            .collect()
    }

    fn project(&self, canonical: &str) -> Option<&Act> {
        let name = fold(canonical);
        self.acts
            .iter()
            .filter(|act| act.kind == "Проект")
            .find(|act| name == fold(&format!("{} проект «{}»", act.number, act.title)))
    }
}

impl Act {
    fn is_numbered(&self, canonical: &str, number: &str) -> bool {
        fold(&self.number) == fold(number) && fold(canonical).starts_with(&fold(&self.kind))
    }

    /// Whether it had lost its force by that day.
    pub fn is_dead(&self, on: NaiveDate) -> bool {
        self.repealed.is_some_and(|repealed| repealed <= on)
    }

    /// How a message names it.
    pub fn name(&self) -> String {
        match (self.kind.as_str(), self.date) {
            ("Проект", _) => format!("{} проект «{}»", self.number, self.title),
            ("Правила", _) => self.number.clone(),
            (kind, Some(date)) => {
                format!("{kind} от {} № {}", date.format("%d.%m.%Y"), self.number)
            }
            (kind, None) => format!("{kind} № {}", self.number),
        }
    }
}

/// The words a reference says of an act.
struct Wording {
    stems: Vec<String>,
    amends: bool,
}

impl Wording {
    fn of(phrase: &str) -> Self {
        Self {
            stems: stems(phrase),
            amends: amends(phrase),
        }
    }

    /// Whether every word of a title stands here, and how much of it does otherwise.
    fn shared(&self, title: &str) -> (usize, usize) {
        let title = stems(title);
        let shared = title
            .iter()
            .filter(|stem| self.stems.contains(stem))
            .count();
        (shared, title.len())
    }

    fn has(&self, title: &str) -> bool {
        let (shared, all) = self.shared(title);
        self.amends == amends(title) && all > 1 && shared == all
    }

    fn has_most(&self, title: &str) -> bool {
        let (shared, all) = self.shared(title);
        self.amends == amends(title) && all > 0 && shared * 3 >= all * 2
    }

    /// Whether the title is all that is said beside the kind of the act.
    fn is(&self, title: &str) -> bool {
        let known = stems(&format!("{title} федеральный закон"));
        self.has(title) && self.stems.iter().all(|stem| known.contains(stem))
    }
}

/// The stems of a text's longer words, with the standard written out.
fn stems(text: &str) -> Vec<String> {
    let text = text.replace(
        "ФГОС",
        "федеральный государственный образовательный стандарт",
    );
    tokens(&text)
        .iter()
        .filter(|token| token.kind == TokenKind::Word && token.text.chars().count() > 3)
        // «порядок», «порядка»: a vowel comes and goes in the stem.
        .map(|token| stem(token.text).replace("порядок", "порядк"))
        .collect()
}

/// An act that amends another one has the title of that one in its own.
fn amends(title: &str) -> bool {
    let title = fold(title);
    ["внесени", "утратившим", "отмен"]
        .iter()
        .any(|word| title.contains(word))
}

/// Whether an act is of the country: an order of a district may have any number on any day.
fn is_federal(canonical: &str) -> bool {
    let name = fold(canonical);
    let of_country = [
        "рф",
        "росси",
        "минпросвещ",
        "минобрнауки",
        "федеральн",
        "президент",
    ];
    let of_region = [
        " област",
        " кра",
        " республик",
        " округ",
        " район",
        " город",
    ];
    of_country.iter().any(|word| name.contains(word))
        && !of_region.iter().any(|word| name.contains(word))
        || ["указ от", "указ №"]
            .iter()
            .any(|bare| name.starts_with(bare))
}

/// Two numbers of as many digits that differ by one digit or by two that changed places.
fn is_mistyped(said: &str, right: &str) -> bool {
    let pairs: Vec<(char, char)> = said
        .chars()
        .zip(right.chars())
        .filter(|(a, b)| a != b)
        .collect();
    said.chars().count() == right.chars().count()
        && match pairs.as_slice() {
            [_] => true,
            [(a, b), (c, d)] => a == d && b == c,
            _ => false,
        }
}

fn only<'a: 'b, 'b>(mut acts: impl Iterator<Item = &'b &'a Act>) -> Option<&'a Act> {
    acts.next().filter(|_| acts.next().is_none()).copied()
}

fn act(line: usize, text: &str) -> Result<Act, RegisterError> {
    let fields: Vec<&str> = text.split('|').map(str::trim).collect();
    let [
        kind,
        number,
        date,
        title,
        from,
        repealed,
        replacement,
        checked,
    ] = fields.as_slice()
    else {
        let found = fields.len();
        return Err(RegisterError::Fields { line, found });
    };
    if [kind, number, title].iter().any(|field| field.is_empty()) {
        return Err(RegisterError::Empty { line });
    }
    let said = |field: &str| (!matches!(field, "" | "-" | "–")).then(|| field.to_owned());
    let day = |field: &str| match said(field) {
        None => Ok(None),
        Some(date) => match NaiveDate::parse_from_str(&date, "%d.%m.%Y") {
            Ok(day) => Ok(Some(day)),
            Err(_) => Err(RegisterError::Date { line, date }),
        },
    };
    Ok(Act {
        kind: (*kind).to_owned(),
        number: (*number).to_owned(),
        date: day(date)?,
        title: (*title).to_owned(),
        from: day(from)?,
        repealed: day(repealed)?,
        replacement: said(replacement),
        checked: said(checked).filter(|checked| fold(checked) != "не проверено"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shipped_register_can_be_read_and_names_no_act_twice() {
        let register = ActRegister::parse(SHIPPED).unwrap();
        assert!(register.acts().len() >= 60);
        let mut names: Vec<String> = register.acts().iter().map(Act::name).collect();
        names.sort();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn faulty_line_is_named_by_its_number() {
        let error = |text| ActRegister::parse(text).unwrap_err().to_string();
        assert_eq!(error("# акты\nУказ | 1"), "line 2: 2 fields instead of 8");
        let line = "Указ | 1 | 31.06.2020 | О | - | - | - | -";
        assert_eq!(error(line), "line 1: «31.06.2020» is no date");
        assert_eq!(
            error("| 1 | - | О | - | - | - | -"),
            "line 1: kind, number and title are needed"
        );
    }

    #[test]
    fn law_is_known_without_its_date_and_an_order_is_not() {
        let find = |text: &str| {
            let found = svod_language::references::find(text);
            ActRegister::shipped()
                .find(&found[0].value)
                .map(|act| act.title.clone())
        };
        assert!(find("по 273-ФЗ").is_some());
        assert!(find("приказ Минпросвещения России от 24.03.2023 № 196").is_some());
        assert!(find("приказ Минпросвещения России от 24.03.2022 № 196").is_none());
        assert!(find("национального проекта «Образование»").is_some());
    }
}
