//! A resolution as the paragraphs of a typed sheet, the same for every format.

use svod_model::numbering::{self, Numbers};
use svod_model::{Deadline, Directive, Group, Id, InheritedFrom, Kind, Resolution, Section};

use crate::title::TitleLines;
use crate::typography::{closed, outer_quotes, quoted, with_colon};

/// One paragraph and its part in the document. Numbers are printed ones, by structure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Block<'a> {
    /// «Проект»
    Draft,
    /// «РЕЗОЛЮЦИЯ»
    Kind(String),
    /// Whose resolution it is.
    Of(String),
    /// The theme in guillemets.
    Theme(String),
    /// Date at the left, place at the right; at least one of them is there.
    DatePlace(Option<String>, Option<String>),
    /// «Одобрена участниками …»
    Adoption(&'a str),
    /// Running text: preamble, findings.
    Paragraph(&'a str),
    /// One of the problems a session named, closed as an item of a list.
    Problem(String),
    /// A line that introduces what follows: the problems, the items of one deadline.
    Introduction(String),
    /// A session's name; numbering starts anew under it.
    Session(String),
    /// «… участники рекомендуют:»
    LeadIn(String),
    /// An addressee heading with its colon.
    Addressee {
        /// «1.»
        number: String,
        group: Place,
        heading: String,
    },
    /// The parent phrase of the sub-items that follow.
    Lead {
        /// «1.2.»
        number: String,
        /// The group whose heading stands above, or would.
        group: Place,
        text: String,
    },
    /// A directive of its own number.
    Item {
        /// «1.2.»
        number: String,
        group: Place,
        id: &'a Id,
        text: String,
    },
    /// A directive under a lead.
    SubItem {
        /// «а)»
        mark: String,
        /// 0-based place under its lead.
        place: usize,
        id: &'a Id,
        text: String,
    },
    /// «Срок: …», «Ответственный: …» under a directive whose text does not say it.
    Tail(String),
    /// Control clause, thanks, signatures.
    Closing(&'a str),
}

/// Where a number stands: the session and the first number under it, both 1-based.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) section: usize,
    pub(crate) group: usize,
    /// A directive without a heading above it: it carries the first number itself.
    pub(crate) top: bool,
}

/// Lays a resolution out.
pub(crate) fn sheet(resolution: &Resolution) -> Vec<Block<'_>> {
    let numbers = numbering::number(resolution);
    let mut blocks = Vec::new();
    title_block(resolution, &mut blocks);
    blocks.extend(paragraphs(&resolution.preamble).map(Block::Paragraph));
    for (s, section) in resolution.sections.iter().enumerate() {
        lay_section(section, s + 1, resolution.kind, &numbers, &mut blocks);
    }
    blocks.extend(paragraphs(&resolution.closing).map(Block::Closing));
    blocks
}

fn title_block<'a>(resolution: &'a Resolution, blocks: &mut Vec<Block<'a>>) {
    let lines = TitleLines::of(resolution);
    if resolution.draft {
        blocks.push(Block::Draft);
    }
    blocks.push(Block::Kind(lines.kind));
    blocks.extend(lines.of.map(Block::Of));
    blocks.extend(lines.theme.map(Block::Theme));
    if lines.date.is_some() || lines.place.is_some() {
        blocks.push(Block::DatePlace(lines.date, lines.place));
    }
    blocks.extend(paragraphs(&resolution.adoption).map(Block::Adoption));
}

fn lay_section<'a>(
    section: &'a Section,
    place: usize,
    kind: Kind,
    numbers: &Numbers,
    blocks: &mut Vec<Block<'a>>,
) {
    let title = section.title.as_deref().map(str::trim).unwrap_or_default();
    if !title.is_empty() {
        blocks.push(Block::Session(match kind {
            // A plan has parts, not sessions.
            Kind::Plan => format!("Раздел {place}. {title}"),
            _ => session_title(title),
        }));
    }
    blocks.extend(paragraphs(&section.findings).map(Block::Paragraph));
    let problems: Vec<&str> = paragraphs(&section.problems).collect();
    if problems
        .first()
        .is_some_and(|first| first.starts_with(char::is_lowercase) || !speaks_of_problems(first))
    {
        blocks.push(Block::Introduction(
            "Вместе с тем отмечены проблемы:".into(),
        ));
    }
    let last = problems.len().saturating_sub(1);
    blocks.extend(problems.into_iter().enumerate().map(|(n, problem)| {
        // A whole sentence keeps its own end; only parts of a list are told apart by semicolons.
        let part = problem.starts_with(char::is_lowercase);
        let mark = if n < last && part { ';' } else { '.' };
        Block::Problem(closed(problem, mark))
    }));
    blocks.extend(paragraphs(&section.lead_in).map(|lead_in| Block::LeadIn(introducing(lead_in))));
    for group in &section.groups {
        lay_group(group, place, numbers, blocks);
    }
}

fn lay_group<'a>(group: &'a Group, section: usize, numbers: &Numbers, blocks: &mut Vec<Block<'a>>) {
    let printed = |id: &Id| numbers.get(id).map(String::as_str).unwrap_or_default();
    let headed = numbering::has_heading(group);
    let place_of = |number: &str| Place {
        section,
        group: number
            .split('.')
            .next()
            .and_then(|first| first.parse().ok())
            .unwrap_or(1),
        top: !headed,
    };
    if headed {
        let place = place_of(printed(&group.id));
        blocks.push(Block::Addressee {
            number: printed(&group.id).to_owned(),
            group: place,
            heading: with_colon(&group.heading),
        });
    }
    let last = group.directives.len().saturating_sub(1);
    let (mut lead, mut sub_item) = (None, 0);
    let mut terms: Vec<&str> = Vec::new();
    for (d, directive) in group.directives.iter().enumerate() {
        let own_terms = terms_above(group, directive);
        if own_terms != terms {
            let new = own_terms.iter().filter(|phrase| !terms.contains(phrase));
            blocks.extend(new.map(|phrase| Block::Introduction(with_colon(phrase))));
            terms = own_terms;
        }
        let number = own_number(printed(&directive.id));
        let place = place_of(number);
        let text = closed(&directive.text, if d == last { '.' } else { ';' });
        match &directive.lead {
            Some(phrase) => {
                sub_item = if lead == Some(phrase) {
                    sub_item + 1
                } else {
                    0
                };
                if sub_item == 0 {
                    blocks.push(Block::Lead {
                        number: number.to_owned(),
                        group: place,
                        text: with_colon(phrase),
                    });
                }
                blocks.push(Block::SubItem {
                    mark: numbering::sub_item(sub_item),
                    place: sub_item,
                    id: &directive.id,
                    text,
                });
            }
            None => blocks.push(Block::Item {
                number: number.to_owned(),
                group: place,
                id: &directive.id,
                text,
            }),
        }
        lead = directive.lead.as_ref();
        blocks.extend(tails(directive).map(Block::Tail));
    }
}

/// What the directive's own words do not hold: the lines a board's decision prints under it.
fn tails(directive: &Directive) -> impl Iterator<Item = String> {
    let text = directive.text.as_str();
    let phrases: Vec<&str> = directive
        .deadlines
        .iter()
        .filter(|deadline| deadline.inherited_from.is_none())
        .map(|deadline| deadline.phrase.trim())
        .filter(|phrase| !phrase.is_empty() && !text.contains(phrase))
        .collect();
    let term = (!phrases.is_empty()).then(|| format!("Срок: {}.", phrases.join(", ")));
    let who = directive
        .addressee
        .as_deref()
        .map(str::trim)
        .filter(|who| !who.is_empty() && !text.contains(who));
    let who = who.map(|who| closed(&format!("Ответственный: {who}"), '.'));
    term.into_iter().chain(who)
}

/// Deadlines a directive inherits from a line of its own above the items («до конца 2021 года:»):
/// the heading does not hold their words, so the line is printed again.
fn terms_above<'a>(group: &'a Group, directive: &'a Directive) -> Vec<&'a str> {
    let from_line = |deadline: &&Deadline| {
        let phrase = deadline.phrase.trim();
        let printed = [
            Some(&group.heading),
            directive.lead.as_ref(),
            Some(&directive.text),
        ];
        deadline.inherited_from == Some(InheritedFrom::Group)
            && !phrase.is_empty()
            && !printed
                .into_iter()
                .flatten()
                .any(|text| text.contains(phrase))
    };
    let inherited = directive.deadlines.iter().filter(from_line);
    inherited.map(|deadline| deadline.phrase.trim()).collect()
}

/// «1.2. а)» → «1.2.»: the letter stands before the sub-item, the number before its lead.
fn own_number(number: &str) -> &str {
    number.split_once(' ').map_or(number, |(own, _)| own)
}

/// A session known only by its name gets guillemets; one that says what it was is left as it is.
fn session_title(title: &str) -> String {
    let says_what = title.contains('«') && outer_quotes(title).is_none();
    let lower = title.to_lowercase();
    let named = [
        "сесси",
        "секци",
        "площадк",
        "круглый стол",
        "круглого стола",
        "по результатам",
    ];
    if says_what || named.iter().any(|word| lower.contains(word)) {
        title.trim_end_matches('.').to_owned()
    } else {
        quoted(title)
    }
}

fn speaks_of_problems(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "проблем",
        "недостат",
        "дефицит",
        "трудност",
        "затруднен",
        "вместе с тем",
        "однако",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// A lead-in as printed; the colon is supplied when nothing closes it.
fn introducing(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '»' | ')')) {
        with_colon(text)
    } else {
        text.to_owned()
    }
}

/// The texts that have words in them.
fn paragraphs<'a>(texts: impl IntoIterator<Item = &'a String>) -> impl Iterator<Item = &'a str> {
    texts
        .into_iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn directive(id: &str, text: &str) -> Directive {
        Directive {
            id: Id::new(id),
            text: text.into(),
            ..Directive::default()
        }
    }

    fn lines(group: Group) -> Vec<String> {
        let resolution = Resolution {
            sections: vec![Section {
                groups: vec![group],
                ..Section::default()
            }],
            ..Resolution::default()
        };
        crate::text(&resolution)
            .lines()
            .filter(|line| !line.is_empty())
            .map(|line| line.trim().to_owned())
            .skip(1)
            .collect()
    }

    #[test]
    fn only_the_last_item_of_a_group_ends_with_a_point() {
        let group = Group {
            heading: "Управлению образования".into(),
            directives: vec![
                directive("a", "провести смотр;"),
                directive("b", "открыть кружок"),
            ],
            ..Group::default()
        };
        assert_eq!(
            lines(group),
            [
                "1. Управлению образования:",
                "1.1. провести смотр;",
                "1.2. открыть кружок."
            ]
        );
    }

    #[test]
    fn sub_items_stand_under_their_lead_once() {
        let lead = |id: &str, text: &str| Directive {
            lead: Some("Обобщить опыт и разместить:".into()),
            ..directive(id, text)
        };
        let group = Group {
            heading: "Школам".into(),
            directives: vec![
                lead("a", "на сайте"),
                lead("b", "в газете"),
                directive("c", "отчитаться"),
            ],
            ..Group::default()
        };
        assert_eq!(
            lines(group),
            [
                "1. Школам:",
                "1.1. Обобщить опыт и разместить:",
                "а) на сайте;",
                "б) в газете;",
                "1.2. отчитаться."
            ]
        );
    }

    #[test]
    fn a_deadline_on_a_line_of_its_own_is_printed_above_the_first_item_it_governs() {
        let inherited = Deadline {
            phrase: "до конца 2031 года".into(),
            inherited_from: Some(InheritedFrom::Group),
            ..Deadline::default()
        };
        let governed = |id: &str, text: &str| Directive {
            deadlines: vec![inherited.clone()],
            ..directive(id, text)
        };
        let group = |heading: &str| Group {
            heading: heading.into(),
            deadlines: vec![inherited.clone()],
            directives: vec![
                directive("a", "провести смотр"),
                governed("b", "принять план"),
                governed("c", "открыть кружок"),
            ],
            ..Group::default()
        };
        assert_eq!(lines(group("Школам"))[2], "до конца 2031 года:");
        assert_eq!(lines(group("Школам до конца 2031 года")).len(), 4);
    }

    #[test]
    fn a_session_known_by_name_only_is_set_in_guillemets() {
        assert_eq!(session_title("Новая школа"), "«Новая школа»");
        assert_eq!(
            session_title("Секция «Новая школа»."),
            "Секция «Новая школа»"
        );
        assert_eq!(session_title("«Новая школа»"), "«Новая школа»");
    }
}
