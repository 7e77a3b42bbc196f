//! What the walk builds: sections, groups, directives and what belongs to them.

use svod_language::{addressees, deadlines, indicators};
use svod_model::{DiagnosticCode, Directive, Group, Id, Kind, Placed, Section, Severity, Source};

use super::super::label::Label;
use super::super::paragraphs::Paragraph;
use super::super::sessions::Session;
use super::super::signs::{self, Tail};
use super::super::steps::Step;
use super::super::{facts, items, tables};
use super::{At, Walk, full_text};
use crate::reading::Role;

impl Walk<'_> {
    pub(super) fn task(&mut self, paragraph: &Paragraph) {
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
        for lead in &mut self.leads {
            lead.used = true;
        }
        let lead = self.leads.last().map(|lead| lead.phrase.clone());
        let inheriting = self.does(Step::Inheriting);
        if let Some(above) = paragraph.said.deadlines_below(self.adopted) {
            self.above = above;
        }
        let (text, tails) = if self.does(Step::Responsible) {
            signs::without_tails(text)
        } else {
            (text, Vec::new())
        };
        let planned = (self.resolution.kind == Kind::Plan && self.does(Step::Responsible))
            .then(|| items::planned(text, self.adopted))
            .flatten();
        let parts = match &planned {
            Some(planned) => vec![planned.task],
            None if self.does(Step::Splitting) => items::split(text),
            None => vec![text],
        };
        // The body the first of several tasks names is given them all, and so is that of the phrase above them:
        // «1. Отделу образования обеспечить: а) …».
        let leads = self.leads.iter().rev();
        let mut named: Option<String> = leads
            .filter_map(|lead| self.who(&items::clean(&lead.paragraph.text)))
            .next();
        let mut first = None;
        self.parts = 0;
        for (n, part) in parts.into_iter().enumerate() {
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
            let who = self.who(&text);
            if n == 0 && who.is_some() {
                named.clone_from(&who);
            }
            let mut directive = Directive {
                id,
                addressee: paragraph
                    .said
                    .addressee
                    .clone()
                    .or(who)
                    .or_else(|| named.clone()),
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
            self.place_waiting(Some(&directive.id));
            let adopted = self.adopted;
            directive.deadlines = paragraph.said.own_deadlines(adopted, &directive.text);
            let above = self.above.clone();
            let group = self.group(paragraph);
            let above = if above.is_empty() {
                group.deadlines.clone()
            } else {
                above
            };
            facts::attach(&mut directive, &above, adopted, inheriting);
            directive
                .deadlines
                .retain(|deadline| !paragraph.said.no_deadlines.contains(&deadline.phrase));
            let place = group.directives.len();
            first.get_or_insert(place);
            group.directives.push(directive);
            self.parts += 1;
            if std::mem::take(&mut self.tailed) || place == 0 {
                self.noted = place;
            }
        }
        if let Some(planned) = planned {
            self.attach(&Tail::Deadline(planned.term), paragraph, first);
            if !planned.responsible.is_empty() {
                self.attach(&Tail::Responsible(planned.responsible), paragraph, first);
            }
        }
        for tail in tails {
            if let Some(tail) = signs::tail(tail) {
                self.attach(&tail, paragraph, first);
            }
        }
        self.last_item = Some((paragraph.label.clone(), paragraph.text.ends_with('.')));
    }

    /// «Срок:» and «Ответственный:» lines belong to the task above them.
    pub(super) fn attach_tail(&mut self, tail: &Tail<'_>, paragraph: &Paragraph) -> bool {
        self.attach(tail, paragraph, None)
    }

    /// `first`: the first of the tasks of one paragraph, all of which its end speaks of.
    fn attach(&mut self, tail: &Tail<'_>, paragraph: &Paragraph, first: Option<usize>) -> bool {
        let adopted = self.adopted;
        // A note in brackets speaks of what stands before it.
        let many = matches!(
            self.last_item,
            Some((Some(Label::Letter(_) | Label::Bullet(_)), _))
        ) && !paragraph.text.starts_with('(');
        let section = self.resolution.sections.last_mut();
        let Some(group) = section.and_then(|s| s.groups.last_mut()) else {
            return false;
        };
        let last = group.directives.len();
        if last == 0 {
            return false;
        }
        // Under lettered items a note speaks of all of them since the last note,
        // and under a paragraph of several tasks of each.
        let parts = if paragraph.text.starts_with('(') {
            1
        } else {
            self.parts.clamp(1, last)
        };
        let from = if many {
            self.noted.min(last - 1)
        } else {
            first.unwrap_or(last - parts).min(last - 1)
        };
        let found = match tail {
            Tail::Deadline(value) => facts::stated(value, adopted),
            Tail::Responsible(_) | Tail::Result(_) => Vec::new(),
            Tail::Report => {
                // What is to be reported or noted is no task and no deadline of one.
                self.notes.leave(paragraph.lines, &paragraph.text);
                return true;
            }
        };
        for directive in &mut group.directives[from..] {
            match tail {
                Tail::Deadline(_) => {
                    let own = directive
                        .deadlines
                        .iter()
                        .any(|deadline| deadline.inherited_from.is_none());
                    if !found.is_empty() && (!own || from + 1 == last) {
                        directive
                            .deadlines
                            .retain(|deadline| deadline.inherited_from.is_none());
                        let asked = found.iter().cloned();
                        let of_task = asked.map(|day| deadlines::of_task(day, &directive.text));
                        directive.deadlines.extend(of_task);
                    }
                }
                Tail::Responsible(value) => {
                    let name = items::clean_name(value);
                    directive.addressee.get_or_insert(name);
                }
                Tail::Result(value) => {
                    let value = items::trimmed(value, &[';']);
                    directive.result = Some(match directive.result.take() {
                        Some(told) => format!("{told}; {value}"),
                        None => value.to_owned(),
                    });
                    let expected = indicators::find(value, adopted);
                    directive
                        .indicators
                        .extend(expected.into_iter().map(|found| found.value));
                }
                Tail::Report => {}
            }
        }
        if let Some(source) = &mut group.directives[last - 1].source {
            source.lines[1] = source.lines[1].max(paragraph.lines[1]);
        }
        self.tailed = true;
        self.notes.place(paragraph.lines, Role::Directive);
        true
    }

    /// What a session established. Behind its first group it stays where it stands.
    pub(super) fn find(&mut self, text: String) {
        self.wait(&text);
        self.section().findings.push(text);
    }

    /// What a session named as a problem.
    pub(super) fn name_problem(&mut self, text: String) {
        self.wait(&text);
        self.section().problems.push(text);
    }

    fn wait(&mut self, text: &str) {
        if !self.section().groups.is_empty() {
            self.waiting.push(text.to_owned());
        }
    }

    /// What was told since the last directive stands above this group or directive, or below all there
    /// are.
    pub(super) fn place_waiting(&mut self, above: Option<&Id>) {
        for text in std::mem::take(&mut self.waiting) {
            let above = above.cloned();
            self.section().placed.push(Placed { text, above });
        }
    }

    pub(super) fn open_session(&mut self, session: Session, paragraph: &Paragraph) {
        self.open_section(Some(session.name), paragraph);
        // The parts of a plan are called so anyhow.
        let plan = self.resolution.kind == Kind::Plan;
        self.section().called = session
            .called
            .filter(|called| !(plan && called.words == "Раздел"));
    }

    pub(super) fn open_section(&mut self, title: Option<String>, paragraph: &Paragraph) {
        self.drop_leads();
        self.place_waiting(None);
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
        self.aims = None;
        self.parted = false;
        self.introduced = false;
        self.above.clear();
        self.last_item = None;
    }

    /// A thematic block among directives: the session's story goes on under another name.
    pub(super) fn open_block(&mut self, title: String, paragraph: &Paragraph) {
        let bare = self
            .resolution
            .sections
            .last()
            .is_some_and(|section| section.title.is_none() && section.groups.is_empty());
        if bare {
            self.notes.place(paragraph.lines, Role::SectionTitle);
            self.section().title = Some(title);
        } else {
            self.open_section(Some(title), paragraph);
        }
        self.introduced = true;
        self.aims = None;
        self.at = At::Directives;
    }

    /// The addressee an item names itself: before its infinitive, or in brackets behind it.
    fn who(&self, text: &str) -> Option<String> {
        let group = self
            .resolution
            .sections
            .last()
            .and_then(|s| s.groups.last());
        let headed = group.is_some_and(|group| !group.heading.is_empty());
        let named = self
            .does(Step::Inline)
            .then(|| items::named_body(text, headed))
            .flatten();
        named.or_else(|| {
            self.does(Step::Responsible)
                .then(|| items::responsible(text, headed))
                .flatten()
        })
    }

    /// The tasks that follow stand beside the group above them, under no heading.
    pub(super) fn leave_group(&mut self, paragraph: &Paragraph) {
        self.drop_leads();
        let id = self.names.name("group", "", None);
        let source = Some(Source {
            lines: paragraph.lines,
        });
        self.section().groups.push(Group {
            id,
            source,
            ..Group::default()
        });
        self.above.clear();
        self.last_item = None;
    }

    pub(super) fn open_group(&mut self, paragraph: &Paragraph) {
        self.drop_leads();
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
        // «к администрации округа –»
        let heading = items::trimmed(&paragraph.text, &[':', ',', '–', '—']).to_owned();
        let mut deadlines = facts::deadlines_of(&heading, self.adopted);
        deadlines.retain(|deadline| !paragraph.said.no_deadlines.contains(&deadline.phrase));
        let names = facts::without(&heading, &deadlines);
        let parts = match &paragraph.said.addressee {
            Some(addressee) => addressees::split_any(addressee),
            None => addressees::split(&names),
        };
        let id = self.names.name("group", &heading, None);
        self.place_waiting(Some(&id));
        let group = Group {
            id,
            number,
            heading,
            addressees: parts.addressees,
            partners: parts.partners,
            bodies: Vec::new(),
            deadlines,
            directives: Vec::new(),
            source: Some(Source {
                lines: paragraph.lines,
            }),
        };
        self.section().groups.push(group);
        self.parted = false;
        self.at = At::Directives;
        self.above.clear();
        self.last_item = None;
    }

    pub(super) fn close(&mut self, paragraph: &Paragraph) {
        self.notes.place(paragraph.lines, Role::Closing);
        self.appended |= tables::begins_appendix(&paragraph.text)
            && self.resolution.directives().next().is_some();
        let text = paragraph.cells.clone();
        let text = text.unwrap_or_else(|| full_text(paragraph));
        self.resolution.closing.push(text);
    }

    /// The section being read; a document without sessions has one without a title.
    pub(super) fn section(&mut self) -> &mut Section {
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
    pub(super) fn group(&mut self, paragraph: &Paragraph) -> &mut Group {
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
}

/// The first number of a printed one.
pub(super) fn value(number: &str) -> Option<u32> {
    number.split(['.', ')']).next()?.parse().ok()
}

fn quotes_differ(text: &str) -> bool {
    text.matches('«').count() != text.matches('»').count()
}
