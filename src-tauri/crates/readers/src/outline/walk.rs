//! From the first paragraph after the title block to the last: where each one belongs.

use chrono::NaiveDate;
use svod_language::addressees;
use svod_model::{
    Deadline, DiagnosticCode, Directive, Group, Resolution, Section, Severity, Source,
};

use super::label::Label;
use super::paragraphs::Paragraph;
use super::signs::{self, Tail};
use super::{Notes, facts, ids::Names, items};
use crate::reading::Role;

/// Where the walk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// Before the directives of a section.
    Findings,
    /// In a list of problems.
    Problems,
    /// Among directives.
    Directives,
    /// After the last directive.
    Closing,
}

struct Walk<'a> {
    resolution: &'a mut Resolution,
    notes: &'a mut Notes,
    adopted: Option<NaiveDate>,
    names: Names,
    at: At,
    /// A parent phrase whose sub-items are being read, with its label.
    lead: Option<(String, Option<Label>)>,
    /// A sub-item ended with a full stop: the next item is no sub-item.
    lead_ended: bool,
    /// Deadlines of a line of its own, for the items below.
    above: Vec<Deadline>,
    /// A lead-in was seen in this section.
    introduced: bool,
}

/// Places every paragraph of the body.
pub(super) fn walk(
    body: &[Paragraph],
    adopted: Option<NaiveDate>,
    resolution: &mut Resolution,
    notes: &mut Notes,
) {
    let mut walk = Walk {
        resolution,
        notes,
        adopted,
        names: Names::default(),
        at: At::Findings,
        lead: None,
        lead_ended: false,
        above: Vec::new(),
        introduced: false,
    };
    let mut n = 0;
    while let Some(paragraph) = body.get(n) {
        n += walk.step(paragraph, &body[n + 1..]);
    }
    walk.settle();
}

impl Walk<'_> {
    /// Places a paragraph; gives how many paragraphs it used up.
    fn step(&mut self, paragraph: &Paragraph, rest: &[Paragraph]) -> usize {
        let next = rest.first();
        if signs::opens_session(paragraph)
            && let Some(next) =
                next.filter(|next| next.text.chars().count() < 250 && next.label.is_none())
        {
            let quoted = next.text.starts_with(['«', '"']) || next.set_off;
            if quoted {
                let title = signs::unquote(&next.text, &next.text);
                self.open_section(Some(title), paragraph);
                self.notes.place(next.lines, Role::SectionTitle);
                return 2;
            }
        }
        if let Some(title) = signs::session_title(paragraph) {
            self.open_section(Some(title), paragraph);
            return 1;
        }
        if signs::is_heading(paragraph, next) && self.heading_fits(paragraph, next) {
            self.open_group(paragraph);
            return 1;
        }
        if self.lead_in(paragraph, rest) {
            return 1;
        }
        match self.at {
            At::Directives => self.among_directives(paragraph, rest),
            At::Closing => self.close(paragraph),
            At::Findings | At::Problems => self.before_directives(paragraph),
        }
        1
    }

    /// A heading before any lead-in counts only when tasks follow it: a sentence of the preamble
    /// may start with a body in the dative too.
    fn heading_fits(&self, paragraph: &Paragraph, next: Option<&Paragraph>) -> bool {
        let next_is_task = next.is_some_and(|next| {
            items::starts_task(&next.text)
                || items::is_deadline(&next.text)
                || matches!(next.label, Some(Label::Bullet(_) | Label::Letter(_)))
                || signs::is_heading(next, None)
        });
        // A bullet that ends with a colon under a heading is a lead, not another heading.
        let bulleted = matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_)));
        (next_is_task || self.introduced && self.at != At::Closing)
            && !(bulleted && self.at == At::Directives && !next_is_task)
    }

    fn lead_in(&mut self, paragraph: &Paragraph, rest: &[Paragraph]) -> bool {
        if !signs::is_lead_in(&paragraph.text) || matches!(paragraph.label, Some(Label::Bullet(_)))
        {
            return false;
        }
        // The text goes on as prose or with another title: it only sounded like a lead-in.
        let leads = rest.first().is_some_and(|next| {
            signs::is_heading(next, rest.get(1))
                || items::starts_task(&next.text)
                || items::is_deadline(&next.text)
                || signs::is_lead_in(&next.text)
        });
        let title = rest
            .first()
            .is_some_and(|next| signs::session_title(next).is_some() || signs::opens_session(next));
        if !leads && !title {
            return false;
        }
        if title {
            // The whole forum's lead-in stands before the first session.
            self.resolution.preamble.push(paragraph.text.clone());
            self.notes.place(paragraph.lines, Role::Preamble);
            return true;
        }
        self.notes.place(paragraph.lines, Role::LeadIn);
        let text = paragraph.text.clone();
        let section = self.section();
        match &mut section.lead_in {
            // A second lead-in in one section: the first was part of its story.
            Some(first) if section.groups.is_empty() => {
                let first = std::mem::replace(first, text);
                section.findings.push(first);
            }
            Some(_) => section.findings.push(text),
            none => *none = Some(text),
        }
        self.introduced = true;
        self.at = At::Directives;
        self.lead = None;
        self.above.clear();
        true
    }

    fn before_directives(&mut self, paragraph: &Paragraph) {
        let text = full_text(paragraph);
        let hidden = addressees::starts_like_addressee(&paragraph.text)
            && paragraph.text.contains("следует ")
            || (paragraph.text.contains("рекомендовали") || paragraph.text.contains("поручили"))
                && super::paragraphs::has_infinitive(&paragraph.text);
        if hidden {
            let beginning: String = paragraph.text.chars().take(120).collect();
            self.notes.add(
                DiagnosticCode::PossibleDirective,
                Severity::Warning,
                paragraph.lines,
                &[("text", &beginning)],
            );
        }
        let listed = paragraph.label.is_some() || paragraph.text.starts_with(char::is_lowercase);
        if signs::names_problems(&paragraph.text) {
            self.at = At::Problems;
            self.problem(paragraph);
            return;
        }
        if self.at == At::Problems && listed {
            self.notes.place(paragraph.lines, Role::Problem);
            self.section().problems.push(items::clean(&text));
            return;
        }
        self.at = At::Findings;
        let session = self
            .resolution
            .sections
            .last()
            .is_some_and(|s| s.title.is_some() || !s.groups.is_empty());
        if session {
            self.notes.place(paragraph.lines, Role::Finding);
            self.section().findings.push(text);
        } else {
            self.notes.place(paragraph.lines, Role::Preamble);
            self.resolution.preamble.push(text);
        }
    }

    /// Problems named in one paragraph after its colon, or in the list that follows.
    fn problem(&mut self, paragraph: &Paragraph) {
        let text = paragraph.text.as_str();
        self.notes.place(paragraph.lines, Role::Problem);
        let listed = text
            .split_once(':')
            .map(|(_, list)| list.trim())
            .filter(|list| !list.is_empty());
        let section = self.section();
        match listed {
            Some(list) => {
                let parts = list
                    .split(';')
                    .map(items::clean)
                    .filter(|part| !part.is_empty());
                section.problems.extend(parts);
                self.at = At::Findings;
            }
            None => section.findings.push(text.to_owned()),
        }
    }

    fn among_directives(&mut self, paragraph: &Paragraph, rest: &[Paragraph]) {
        let text = paragraph.text.as_str();
        if signs::is_closing(paragraph)
            && !rest
                .iter()
                .any(|later| signs::is_heading(later, None) && later.text.ends_with(':'))
        {
            self.at = At::Closing;
            self.close(paragraph);
            return;
        }
        if let Some(tail) = signs::tail(text)
            && self.attach_tail(&tail, paragraph)
        {
            return;
        }
        if items::is_deadline(text) && text.ends_with(':') {
            self.notes.place(paragraph.lines, Role::GroupDeadline);
            self.above = facts::deadlines_of(text, self.adopted);
            self.lead = None;
            return;
        }
        let listed = matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_)))
            || matches!(&paragraph.label, Some(Label::Number(n)) if n.matches('.').count() > 1 || n.ends_with(')'));
        let task = items::starts_task(text);
        let sub_item = self.is_sub_item(paragraph, task);
        let group_open = self
            .resolution
            .sections
            .last()
            .is_some_and(|section| !section.groups.is_empty());
        let goes_on = group_open && (listed || text.starts_with(char::is_lowercase));
        if !task && !sub_item && !goes_on {
            // Prose among directives: the story of another session, or an end without a sign.
            let more = rest.iter().enumerate().any(|(n, later)| {
                signs::session_title(later).is_some()
                    || signs::is_heading(later, rest.get(n + 1))
                    || signs::is_lead_in(&later.text)
            });
            if more {
                self.before_directives(paragraph);
                self.at = if self.at == At::Problems {
                    At::Problems
                } else {
                    At::Directives
                };
            } else {
                self.at = At::Closing;
                self.close(paragraph);
            }
            return;
        }
        if text.ends_with(':') && self.leads(paragraph, rest) {
            self.notes.place(paragraph.lines, Role::Lead);
            self.lead = Some((items::clean(text), paragraph.label.clone()));
            self.lead_ended = false;
            return;
        }
        if !sub_item {
            self.lead = None;
        }
        self.task(paragraph);
        self.lead_ended = text.ends_with('.');
    }

    /// A phrase ending with a colon leads sub-items if an item follows that is not its equal.
    fn leads(&self, paragraph: &Paragraph, rest: &[Paragraph]) -> bool {
        let Some(next) = rest.first() else {
            return false;
        };
        !signs::is_heading(next, rest.get(1))
            && signs::session_title(next).is_none()
            && !signs::is_closing(next)
            && next.label.as_ref().map(depth) != Some(0)
            || next.label == paragraph.label
    }

    fn is_sub_item(&self, paragraph: &Paragraph, task: bool) -> bool {
        let Some((_, label)) = &self.lead else {
            return false;
        };
        if self.lead_ended {
            return false;
        }
        match (label, &paragraph.label) {
            (Some(lead), Some(item)) if same_kind(lead, item) => {
                // Equal marks: only noun phrases can still belong to the lead.
                !task
            }
            (Some(Label::Letter(_)), Some(Label::Number(_))) => false,
            (Some(lead @ Label::Number(_)), Some(item @ Label::Number(_))) => {
                depth(item) > depth(lead)
            }
            (Some(Label::Bullet(_)), Some(Label::Number(_))) => false,
            (Some(_), None) => !task || paragraph.text.starts_with(char::is_lowercase),
            (None, None) => !task || !self.first_sub_item_was_noun(),
            (None, Some(_)) | (Some(_), Some(_)) => true,
        }
    }

    /// Bare paragraphs carry no marks: sub-items that are noun phrases end where a task begins.
    fn first_sub_item_was_noun(&self) -> bool {
        let Some((lead, _)) = &self.lead else {
            return false;
        };
        let section = self.resolution.sections.last();
        let group = section.and_then(|section| section.groups.last());
        group
            .and_then(|group| {
                group
                    .directives
                    .iter()
                    .find(|directive| directive.lead.as_ref() == Some(lead))
            })
            .is_some_and(|first| !items::starts_task(&first.text))
    }

    fn task(&mut self, paragraph: &Paragraph) {
        self.notes.place(paragraph.lines, Role::Directive);
        let text = paragraph.text.as_str();
        if let Some(phrase) = items::orphan_deadline(text) {
            self.notes.add(
                DiagnosticCode::OrphanDeadline,
                Severity::Warning,
                paragraph.lines,
                &[("phrase", phrase)],
            );
        }
        let lead = self.lead.as_ref().map(|(lead, _)| lead.clone());
        for (n, part) in items::split(text).into_iter().enumerate() {
            let text = items::clean(part);
            if text.is_empty() {
                continue;
            }
            let anchor = paragraph.anchor.as_ref().filter(|_| n == 0);
            let id = self.names.name(
                "directive",
                &format!("{} {text}", lead.as_deref().unwrap_or_default()),
                anchor,
            );
            let mut directive = Directive {
                id,
                addressee: items::inline_addressee(&text),
                text,
                lead: lead.clone(),
                source: Some(Source {
                    lines: paragraph.lines,
                }),
                ..Directive::default()
            };
            if quotes_differ(&directive.text) {
                self.notes.add(
                    DiagnosticCode::UnbalancedQuotes,
                    Severity::Note,
                    paragraph.lines,
                    &[],
                );
            }
            let above = self.above.clone();
            let adopted = self.adopted;
            let group = self.group(paragraph);
            let above = if above.is_empty() {
                group.deadlines.clone()
            } else {
                above
            };
            facts::attach(&mut directive, &above, adopted);
            group.directives.push(directive);
        }
    }

    /// «Срок:» and «Ответственный:» lines belong to the task above them.
    fn attach_tail(&mut self, tail: &Tail<'_>, paragraph: &Paragraph) -> bool {
        let adopted = self.adopted;
        let section = self.resolution.sections.last_mut();
        let directive = section
            .and_then(|s| s.groups.last_mut())
            .and_then(|g| g.directives.last_mut());
        let Some(directive) = directive else {
            return false;
        };
        match tail {
            Tail::Deadline(value) => {
                let found = facts::deadlines_of(value, adopted);
                if found.is_empty() {
                    return false;
                }
                directive
                    .deadlines
                    .retain(|deadline| deadline.inherited_from.is_none());
                directive.deadlines.extend(found);
            }
            Tail::Responsible(value) => {
                let name = value.trim().trim_end_matches(['.', ';']).to_owned();
                directive.addressee.get_or_insert(name);
            }
        }
        if let Some(source) = &mut directive.source {
            source.lines[1] = paragraph.lines[1];
        }
        self.notes.place(paragraph.lines, Role::Directive);
        true
    }

    fn open_section(&mut self, title: Option<String>, paragraph: &Paragraph) {
        self.notes.place(paragraph.lines, Role::SectionTitle);
        let id = self
            .names
            .name("section", title.as_deref().unwrap_or_default(), None);
        self.resolution.sections.push(Section {
            id,
            title,
            ..Section::default()
        });
        self.at = At::Findings;
        self.introduced = false;
        self.lead = None;
        self.above.clear();
    }

    fn open_group(&mut self, paragraph: &Paragraph) {
        self.notes.place(paragraph.lines, Role::Addressee);
        let number = match &paragraph.label {
            Some(Label::Number(number)) => Some(number.clone()),
            _ => None,
        };
        let section = self.section();
        let last = section
            .groups
            .iter()
            .rev()
            .find_map(|group| value(group.number.as_ref()?));
        let restarts = number
            .as_ref()
            .and_then(|number| value(number))
            .zip(last)
            .is_some_and(|(now, last)| now <= last);
        if let (true, Some(number)) = (restarts, &number) {
            let number = number.clone();
            self.notes.add(
                DiagnosticCode::NumberingRestarts,
                Severity::Note,
                paragraph.lines,
                &[("number", &number)],
            );
        }
        let heading = paragraph
            .text
            .trim_end_matches([':', '.', ' ', ','])
            .to_owned();
        let deadlines = facts::deadlines_of(&heading, self.adopted);
        // A deadline in the heading is no part of a body's name.
        let mut names = heading.clone();
        for deadline in &deadlines {
            names = names.replace(&deadline.phrase, "");
        }
        let parts = addressees::split(&names);
        let id = self.names.name("group", &heading, None);
        let group = Group {
            id,
            number,
            heading,
            addressees: parts.addressees,
            partners: parts.partners,
            deadlines,
            directives: Vec::new(),
            source: Some(Source {
                lines: paragraph.lines,
            }),
        };
        self.section().groups.push(group);
        self.at = At::Directives;
        self.lead = None;
        self.above.clear();
    }

    fn close(&mut self, paragraph: &Paragraph) {
        self.notes.place(paragraph.lines, Role::Closing);
        self.resolution.closing.push(full_text(paragraph));
    }

    /// The section being read; a document without sessions has one without a title.
    fn section(&mut self) -> &mut Section {
        if self.resolution.sections.is_empty() {
            let id = self.names.name("section", "", None);
            self.resolution.sections.push(Section {
                id,
                ..Section::default()
            });
        }
        let last = self.resolution.sections.len() - 1;
        &mut self.resolution.sections[last]
    }

    /// The group being read; tasks before any heading stand in one without an addressee.
    fn group(&mut self, paragraph: &Paragraph) -> &mut Group {
        if self.section().groups.is_empty() {
            let id = self.names.name("group", "", None);
            let source = Some(Source {
                lines: paragraph.lines,
            });
            self.section().groups.push(Group {
                id,
                source,
                ..Group::default()
            });
        }
        let section = self.section();
        let last = section.groups.len() - 1;
        &mut section.groups[last]
    }

    /// What can be said only at the end.
    fn settle(&mut self) {
        let empty: Vec<(String, [u32; 2])> = self
            .resolution
            .sections
            .iter()
            .flat_map(|section| &section.groups)
            .filter(|group| group.directives.is_empty())
            .map(|group| {
                (
                    group.heading.clone(),
                    group.source.map_or([1, 1], |s| s.lines),
                )
            })
            .collect();
        for (heading, lines) in empty {
            self.notes.add(
                DiagnosticCode::EmptyGroup,
                Severity::Warning,
                lines,
                &[("heading", &heading)],
            );
        }
    }
}

/// A paragraph of prose with the number it was printed with.
fn full_text(paragraph: &Paragraph) -> String {
    match &paragraph.label {
        Some(Label::Number(label) | Label::Letter(label)) => format!("{label} {}", paragraph.text),
        Some(Label::Bullet(_)) | None => paragraph.text.clone(),
    }
}

fn value(number: &str) -> Option<u32> {
    number.split(['.', ')']).next()?.parse().ok()
}

fn depth(label: &Label) -> usize {
    match label {
        Label::Number(number) => number.trim_end_matches(['.', ')']).matches('.').count(),
        Label::Letter(_) => 9,
        Label::Bullet(_) => 10,
    }
}

fn same_kind(one: &Label, other: &Label) -> bool {
    match (one, other) {
        (Label::Bullet(one), Label::Bullet(other)) => one == other,
        (Label::Letter(_), Label::Letter(_)) => true,
        (Label::Number(_), Label::Number(_)) => depth(one) == depth(other),
        _ => false,
    }
}

fn quotes_differ(text: &str) -> bool {
    text.matches('«').count() != text.matches('»').count()
}
