//! Sessions, addressees and directives as blocks.

use svod_model::numbering::{self, Numbers};
use svod_model::{Deadline, Directive, Group, Id, InheritedFrom, Kind, Resolution, Section};

use super::placed::Parted;
use super::{Block, Place, ending, plan};
use crate::typography::{closed, closed_item, outer_quotes, quoted, unpointed, with_colon};

/// How sections are laid out.
pub(super) struct How<'a> {
    /// The printed numbers.
    pub(super) numbers: &'a Numbers,
    /// What the section is called before its name.
    pub(super) name: Option<String>,
    /// Tables of the running text are tables, not lines.
    pub(super) tables: bool,
}

pub(super) fn lay_section(
    section: &Section,
    place: usize,
    resolution: &Resolution,
    how: How<'_>,
    blocks: &mut Vec<Block>,
) {
    let parted = Parted::of(section);
    lay_head((section, &parted), place, resolution.kind, &how, blocks);
    let columns = resolution.columns.as_ref();
    let among = Among {
        parted: &parted,
        numbers: how.numbers,
        others: columns.map_or(&[][..], |columns| &columns.others),
        tables: how.tables,
    };
    for group in &section.groups {
        among.tell(Some(&group.id), blocks);
        lay_group(group, place, &among, blocks);
    }
    among.tell(None, blocks);
}

/// What groups are laid out with.
struct Among<'a> {
    parted: &'a Parted<'a>,
    numbers: &'a Numbers,
    /// Names of further columns.
    others: &'a [String],
    tables: bool,
}

impl Among<'_> {
    /// Lays out what stands above the group or directive of that name.
    fn tell(&self, above: Option<&Id>, blocks: &mut Vec<Block>) {
        let told = self.parted.above(above);
        let mut rest = told.as_slice();
        while let [first, ..] = rest {
            let same = rest.iter().take_while(|told| told.problem == first.problem);
            let (run, behind) = rest.split_at(same.count());
            rest = behind;
            let texts = run.iter().map(|told| told.text);
            if first.problem {
                lay_problems(&paragraphs(texts).collect::<Vec<_>>(), blocks);
            } else {
                ending::told(texts, self.tables, blocks);
            }
        }
        // «По её итогам рекомендуют:» stays with the group below it.
        if let Some(Block::Paragraph(text)) = blocks.last_mut()
            && !told.is_empty()
            && above.is_some()
            && text.ends_with(':')
        {
            let text = std::mem::take(text);
            blocks.pop();
            blocks.push(Block::LeadIn(text));
        }
    }
}

/// What stands above a section's groups.
pub(super) fn lay_head(
    (section, parted): (&Section, &Parted<'_>),
    place: usize,
    kind: Kind,
    How { name, tables, .. }: &How<'_>,
    blocks: &mut Vec<Block>,
) {
    let (tables, name) = (*tables, name.as_deref());
    let title = section.title.as_deref().map(str::trim).unwrap_or_default();
    // «По результатам работы секции «Инклюзия» рекомендуют:» is its own heading.
    let named_below = name.is_none()
        && parted.findings.is_empty()
        && parted.problems.is_empty()
        && section
            .lead_in
            .as_ref()
            .is_some_and(|lead| lead.contains(&format!("«{title}»")));
    if (!title.is_empty() || name.is_some()) && !named_below {
        let number = section
            .called
            .as_ref()
            .and_then(|called| called.number.as_ref());
        blocks.push(Block::Session(match (name, kind) {
            (Some(name), _) => called_title(name, number.map(String::as_str), title),
            // A plan has parts, not sessions.
            (None, Kind::Plan) => plan::part(place, title),
            (None, _) => session_title(title),
        }));
    }
    // What was taken note of was decided: it stands below the words that introduce decisions.
    let noted = parted
        .findings
        .iter()
        .rev()
        .take_while(|text| is_noted(text));
    let noted = noted.count() * usize::from(section.lead_in.is_some());
    let (story, noted) = parted
        .findings
        .split_at(parted.findings.len().saturating_sub(noted));
    let problems: Vec<&str> = paragraphs(parted.problems.iter().copied()).collect();
    // The words that introduce the problems stand over them, whatever was told between.
    let introduces = |text: &&String| text.trim().ends_with(':') && speaks_of_problems(text);
    let introduction = story
        .iter()
        .rposition(introduces)
        .filter(|_| !problems.is_empty());
    let others = story.iter().enumerate();
    let others = others.filter(|(n, _)| Some(*n) != introduction);
    ending::told(others.map(|(_, text)| *text), tables, blocks);
    ending::told(introduction.map(|at| story[at]), tables, blocks);
    // A paragraph that ends with a colon introduces them already.
    let introduced = matches!(blocks.last(), Some(Block::Paragraph(text)) if text.ends_with(':'));
    let first = problems.first().filter(|_| !introduced);
    if first
        .is_some_and(|first| first.starts_with(char::is_lowercase) || !speaks_of_problems(first))
    {
        blocks.push(Block::Introduction(
            "Вместе с тем отмечены проблемы:".into(),
        ));
    }
    lay_problems(&problems, blocks);
    blocks.extend(paragraphs(&section.lead_in).map(|lead_in| Block::LeadIn(introducing(lead_in))));
    let noted = noted.iter().copied();
    blocks.extend(paragraphs(noted).map(|text| Block::Paragraph(text.into())));
}

fn lay_problems(problems: &[&str], blocks: &mut Vec<Block>) {
    let last = problems.len().saturating_sub(1);
    blocks.extend(problems.iter().enumerate().map(|(n, problem)| {
        // A whole sentence keeps its own end; only parts of a list are told apart by semicolons.
        let part = problem.starts_with(char::is_lowercase);
        let mark = if n < last && part { ';' } else { '.' };
        let dash = if part { "– " } else { "" };
        Block::Problem(format!("{dash}{}", closed(problem, mark)))
    }));
}

/// «Информацию принять к сведению»
fn is_noted(text: &str) -> bool {
    let lower = text.trim().trim_end_matches(['.', ';']).to_lowercase();
    lower.starts_with("принять к сведению") || lower.ends_with("принять к сведению")
}

fn lay_group(group: &Group, section: usize, among: &Among<'_>, blocks: &mut Vec<Block>) {
    let others = among.others;
    let printed = |id: &Id| {
        among
            .numbers
            .get(id)
            .map(String::as_str)
            .unwrap_or_default()
    };
    let headed = numbering::has_heading(group);
    let place_of = |number: &str| {
        let mut parts = number.split('.').map(|part| part.trim().parse().ok());
        Place {
            section,
            group: parts.next().flatten().unwrap_or(1),
            item: parts.next().flatten().unwrap_or(0),
            top: !headed,
        }
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
        among.tell(Some(&directive.id), blocks);
        let own_terms = terms_above(group, directive);
        if own_terms != terms {
            let new = own_terms.iter().filter(|phrase| !terms.contains(phrase));
            blocks.extend(new.map(|phrase| Block::Introduction(with_colon(phrase))));
            terms = own_terms;
        }
        let number = own_number(printed(&directive.id));
        let place = place_of(number);
        let text = closed_item(&directive.text, d == last);
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
                    id: directive.id.clone(),
                    text,
                });
            }
            None => blocks.push(Block::Item {
                number: number.to_owned(),
                group: place,
                id: directive.id.clone(),
                text,
            }),
        }
        lead = directive.lead.as_ref();
        blocks.extend(tails(directive, others).map(Block::Tail));
    }
}

/// What the directive's own words do not hold: the lines a board's decision prints under it.
fn tails(directive: &Directive, others: &[String]) -> impl Iterator<Item = String> {
    let phrases = untold_deadlines(directive);
    let line = |name: &str, words: &str| closed(&format!("{name}: {words}"), '.');
    let term = (!phrases.is_empty()).then(|| line("Срок", &phrases.join(", ")));
    let who = directive
        .responsible()
        .map(|who| line("Ответственный", who));
    let result = untold_result(directive).map(|result| line("Ожидаемый результат", &result));
    let cells = others.iter().zip(&directive.cells);
    let cells = cells.filter(|(_, cell)| !cell.is_empty());
    let mut tails: Vec<String> = [term, who, result].into_iter().flatten().collect();
    tails.extend(cells.map(|(heading, cell)| line(heading, cell)));
    tails.into_iter()
}

/// What is to come of the directive, if its text does not say it: its result, or the targets that
/// stand beside it.
fn untold_result(directive: &Directive) -> Option<String> {
    let beside = directive.beside();
    let targets = beside.indicators.iter().map(|target| target.phrase.trim());
    let said = match directive.result {
        Some(_) => beside.result.unwrap_or_default(),
        None => targets.collect::<Vec<_>>().join(", "),
    };
    (!said.is_empty()).then_some(said)
}

/// The directive's own deadlines that its text does not say.
pub(super) fn untold_deadlines(directive: &Directive) -> Vec<String> {
    let beside = directive.beside();
    let deadlines = beside.deadlines.iter();
    deadlines.map(|d| d.phrase.trim().to_owned()).collect()
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

/// «Секция 2. «Кадры»», «Круглый стол «Кадры»», «Секция дошкольного образования».
fn called_title(called: &str, number: Option<&str>, title: &str) -> String {
    let bare = number.map(|number| number.trim_start_matches(['№', ' ']));
    match number {
        // «Секция 3» has no other name.
        _ if title.is_empty() || bare == Some(title) => called.to_owned(),
        // «Раздел 1. Кадры»: a part of the text has a heading, a session a name.
        Some(_) if is_part(called) && title.starts_with(char::is_uppercase) => {
            format!("{called}. {}", unpointed(title))
        }
        Some(_) => format!("{called}. {}", quoted(title)),
        // A name that goes on with the sentence is none of its own.
        None if title.starts_with(char::is_lowercase) => format!("{called} {}", unpointed(title)),
        None => format!("{called} {}", quoted(title)),
    }
}

fn is_part(called: &str) -> bool {
    let lower = called.to_lowercase();
    let mut parts = ["раздел", "блок", "модул", "направлени"].into_iter();
    parts.any(|part| lower.starts_with(part))
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
        unpointed(title)
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
pub(super) fn paragraphs<'a>(
    texts: impl IntoIterator<Item = &'a String>,
) -> impl Iterator<Item = &'a str> {
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
    fn what_was_taken_note_of_stands_below_the_words_that_introduce_decisions() {
        let resolution = Resolution {
            sections: vec![Section {
                findings: ["Обсудили итоги.", "Информацию принять к сведению."]
                    .map(Into::into)
                    .into(),
                lead_in: Some("Коллегия РЕШИЛА:".into()),
                groups: vec![Group {
                    heading: "Школам".into(),
                    directives: vec![directive("a", "провести смотр")],
                    ..Group::default()
                }],
                ..Section::default()
            }],
            closing: vec!["3. Контроль возложить на отдел.".into()],
            ..Resolution::default()
        };
        let text = crate::text(&resolution);
        let lines: Vec<&str> = text
            .lines()
            .filter(|line| !line.is_empty())
            .skip(1)
            .collect();
        assert_eq!(
            lines,
            [
                "Обсудили итоги.",
                "Коллегия РЕШИЛА:",
                "Информацию принять к сведению.",
                "1. Школам:",
                "1.1. провести смотр.",
                "2. Контроль возложить на отдел.",
            ]
        );
    }

    #[test]
    fn problems_stand_under_the_words_that_introduce_them() {
        let resolution = Resolution {
            sections: vec![Section {
                findings: ["Остаются проблемы кадров:", "Отмечен рост."]
                    .map(Into::into)
                    .into(),
                problems: vec!["мало педагогов".into()],
                ..Section::default()
            }],
            ..Resolution::default()
        };
        let text = crate::text(&resolution);
        let lines: Vec<&str> = text
            .lines()
            .filter(|line| !line.is_empty())
            .skip(1)
            .collect();
        assert_eq!(
            lines,
            [
                "Отмечен рост.",
                "Остаются проблемы кадров:",
                "– мало педагогов."
            ]
        );
    }

    #[test]
    fn a_session_is_called_what_it_was_before_its_name() {
        for (called, number, title, printed) in [
            ("Секция 2", Some("2"), "Кадры", "Секция 2. «Кадры»"),
            ("Секция № 2", Some("№ 2"), "кадры", "Секция № 2. «кадры»"),
            ("Круглый стол", None, "Семья", "Круглый стол «Семья»"),
            ("Секция", None, "сельских школ", "Секция сельских школ"),
            ("Раздел 1", Some("1"), "Кадры", "Раздел 1. Кадры"),
            ("Секция № 3", Some("№ 3"), "3", "Секция № 3"),
        ] {
            assert_eq!(called_title(called, number, title), printed);
        }
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
