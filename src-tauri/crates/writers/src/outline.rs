use svod_model::numbering::{self, Numbers};
use svod_model::{Bound, Deadline, Directive, Id, Indicator, Resolution, Section, called};

use crate::sheet::placed::Parted;
use crate::title::TitleLines;
use crate::typography::{clean, short_date};

/// Writes the structure a reader found, indented, with the facts of each directive in brackets:
/// what `svod read --format outline` prints.
pub fn outline(resolution: &Resolution) -> String {
    let numbers = numbering::number(resolution);
    let mut lines = Lines::default();
    head(resolution, &mut lines);
    let names = called(&resolution.sections);
    for (section, name) in resolution.sections.iter().zip(names) {
        outline_section((section, name), &numbers, &mut lines);
    }
    for text in &resolution.closing {
        lines.push(0, &format!("Заключение: {text}"));
    }
    for unplaced in &resolution.unplaced {
        let [first, last] = unplaced.lines;
        lines.push(
            0,
            &format!("Не размещено ({first}–{last}): {}", unplaced.text),
        );
    }
    lines.0
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn push(&mut self, depth: usize, text: &str) {
        let text = clean(text);
        self.0.push_str(&"  ".repeat(depth));
        self.0
            .extend(text.trim().chars().map(|c| if c == '\n' { ' ' } else { c }));
        self.0.push('\n');
    }
}

fn head(resolution: &Resolution, lines: &mut Lines) {
    let title = TitleLines::of(resolution);
    let draft = if resolution.draft {
        " (проект)"
    } else {
        ""
    };
    lines.push(0, &format!("{}{draft}", title.kind));
    let named = [
        ("", title.of),
        ("", title.theme),
        ("Дата: ", resolution.adopted_on.map(short_date)),
        ("Место: ", title.place),
        ("Муниципалитет: ", resolution.event.municipality.clone()),
        ("Регион: ", resolution.event.region.clone()),
        ("Принятие: ", resolution.adoption.clone()),
        ("Организация: ", joined(&resolution.issuer)),
        ("Утверждение: ", joined(&resolution.approval)),
    ];
    for (label, value) in named {
        if let Some(value) = value {
            lines.push(1, &format!("{label}{value}"));
        }
    }
    for text in &resolution.preamble {
        lines.push(0, &format!("Преамбула: {text}"));
    }
}

fn joined(lines: &[String]) -> Option<String> {
    (!lines.is_empty()).then(|| lines.join(" / "))
}

fn outline_section(
    (section, name): (&Section, Option<String>),
    numbers: &Numbers,
    lines: &mut Lines,
) {
    let parted = Parted::of(section);
    let printed = |id: &Id| numbers.get(id).map(String::as_str).unwrap_or_default();
    let base = match &section.title {
        Some(title) => {
            let name = name.map(|name| format!(" ({name})")).unwrap_or_default();
            lines.push(0, &format!("Сессия{name}: {title}"));
            1
        }
        None => 0,
    };
    let tell = |above: Option<&Id>, lines: &mut Lines| {
        for told in parted.above(above) {
            let label = if told.problem {
                "Проблема"
            } else {
                "Установлено"
            };
            lines.push(base, &format!("{label}: {}", told.text));
        }
    };
    for text in &parted.findings {
        lines.push(base, &format!("Установлено: {text}"));
    }
    for text in &parted.problems {
        lines.push(base, &format!("Проблема: {text}"));
    }
    if let Some(lead_in) = &section.lead_in {
        lines.push(base, &format!("Переход: {lead_in}"));
    }
    for group in &section.groups {
        tell(Some(&group.id), lines);
        let heading = match group.heading.trim() {
            "" if group.addressees.is_empty() => "(без адресата)".to_owned(),
            "" => format!("({})", group.addressees.join(", ")),
            heading => heading.to_owned(),
        };
        let facts = bracketed(group.deadlines.iter().map(deadline).collect());
        lines.push(base, &format!("{} {heading}:{facts}", printed(&group.id)));
        if group.addressees.len() > 1 || !group.partners.is_empty() {
            lines.push(base + 2, &bodies(&group.addressees, &group.partners));
        }
        let mut lead = None;
        for directive in &group.directives {
            tell(Some(&directive.id), lines);
            let number = printed(&directive.id);
            if let Some(phrase) = &directive.lead {
                let (number, mark) = number.split_once(' ').unwrap_or((number, ""));
                if lead != Some(phrase) {
                    lines.push(base + 1, &format!("{number} {phrase}"));
                }
                lines.push(base + 2, &item(mark, directive));
            } else {
                lines.push(base + 1, &item(number, directive));
            }
            lead = directive.lead.as_ref();
        }
    }
    tell(None, lines);
}

/// «[адресаты: …; вместе с: …]»
fn bodies(addressees: &[String], partners: &[String]) -> String {
    let mut facts = Vec::new();
    if addressees.len() > 1 {
        facts.push(format!("адресаты: {}", addressees.join(" | ")));
    }
    if !partners.is_empty() {
        facts.push(format!("вместе с: {}", partners.join(" | ")));
    }
    bracketed(facts).trim_start().to_owned()
}

fn item(number: &str, directive: &Directive) -> String {
    let mut facts = Vec::new();
    facts.extend(directive.addressee.iter().map(|who| format!("кому: {who}")));
    facts.extend(directive.deadlines.iter().map(deadline));
    facts.extend(directive.indicators.iter().map(indicator));
    let references = directive.references.iter();
    facts.extend(references.map(|reference| format!("основание: {}", reference.canonical)));
    format!("{number} {}{}", directive.text, bracketed(facts))
}

fn bracketed(facts: Vec<String>) -> String {
    if facts.is_empty() {
        String::new()
    } else {
        format!(" [{}]", facts.join("; "))
    }
}

/// «срок: до 01.10.2030», with the interval as the program understood it.
pub(crate) fn deadline(deadline: &Deadline) -> String {
    let days = match (deadline.from, deadline.to) {
        (Some(from), Some(to)) if from == to => short_date(to),
        (Some(from), Some(to)) => format!("{}–{}", short_date(from), short_date(to)),
        (Some(from), None) => format!("с {}", short_date(from)),
        (None, Some(to)) => format!("до {}", short_date(to)),
        (None, None) => return format!("срок: {}", deadline.phrase),
    };
    // A repetition is more than its next day.
    let days = match &deadline.recurrence {
        Some(_) if !deadline.phrase.is_empty() => deadline.phrase.clone(),
        _ => days,
    };
    let guessed = if deadline.year_inferred { "?" } else { "" };
    let inherited = if deadline.inherited_from.is_some() {
        ", общий"
    } else {
        ""
    };
    format!("срок: {days}{guessed}{inherited}")
}

/// «показатель: ≥ 75 % к 31.12.2030 (охват)»
pub(crate) fn indicator(indicator: &Indicator) -> String {
    let mut line = format!("показатель: {}", target(indicator));
    if !indicator.subject.trim().is_empty() {
        line.push_str(&format!(" ({})", indicator.subject.trim()));
    }
    line
}

/// «≥ 75 % к 31.12.2030»
pub(crate) fn target(indicator: &Indicator) -> String {
    let bound = match indicator.relation {
        Bound::AtLeast => "≥",
        Bound::AtMost => "≤",
        Bound::Exactly => "=",
    };
    let mut line = format!("{bound} {} {}", decimal(indicator.value), indicator.unit);
    line.truncate(line.trim_end().len());
    if let Some(by) = indicator.by {
        line.push_str(&format!(" к {}", short_date(by)));
    }
    line
}

/// «12,5»: a decimal comma, and no zeros behind a whole number.
pub(crate) fn decimal(value: f64) -> String {
    value.to_string().replace('.', ",")
}
