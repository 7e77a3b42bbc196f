//! Among directives: tasks, leads and their sub-items, and what interrupts them.

use svod_language::addressees;
use svod_model::Kind;

use super::super::label::Label;
use super::super::paragraphs::Paragraph;
use super::super::steps::Step;
use super::super::{facts, items, sessions, signs, tables};
use super::build::value;
use super::{At, Lead, Walk};
use crate::reading::Role;

impl Walk<'_> {
    pub(super) fn among_directives(&mut self, paragraph: &Paragraph, rest: &[Paragraph]) {
        let text = paragraph.text.as_str();
        if self.formal(paragraph) {
            return;
        }
        if signs::is_closing(paragraph)
            && !rest
                .iter()
                .any(|later| signs::is_heading(later, None) && later.text.ends_with(':'))
        {
            self.at = At::Closing;
            self.close(paragraph);
            return;
        }
        if self.does(Step::Responsible)
            && let tails = signs::tails(text)
            && !tails.is_empty()
        {
            let mut attached = true;
            for tail in &tails {
                attached &= self.attach_tail(tail, paragraph);
            }
            if attached {
                return;
            }
        }
        if self.named_cell(paragraph) {
            return;
        }
        if items::is_deadline(text) && text.ends_with(':') {
            self.notes.place(paragraph.lines, Role::GroupDeadline);
            self.drop_leads();
            self.above = facts::deadlines_of(text, self.adopted);
            return;
        }
        let listed = matches!(paragraph.label, Some(Label::Bullet(_) | Label::Letter(_)))
            || matches!(&paragraph.label, Some(Label::Number(n)) if n.matches('.').count() > 1 || n.ends_with(')'));
        // A plan's measures are verbal nouns: their numbers are all that marks them.
        let listed = listed
            || self.resolution.kind == Kind::Plan
                && matches!(paragraph.label, Some(Label::Number(_)));
        let task = items::starts_task(text);
        if self.does(Step::Inline) && self.leaves_group(paragraph) {
            self.leave_group(paragraph);
        }
        self.return_to_lead(paragraph);
        let sub_item = self.is_sub_item(paragraph, task);
        let group_open = self
            .resolution
            .sections
            .last()
            .is_some_and(|section| !section.groups.is_empty());
        let planned = self.resolution.kind == Kind::Plan && listed;
        let goes_on = planned || group_open && (listed || text.starts_with(char::is_lowercase));
        if !task && !sub_item && !goes_on {
            // Prose among directives: the story of another session, or an end without a sign.
            let more = rest.iter().enumerate().any(|(n, later)| {
                sessions::title(later).is_some()
                    || signs::is_heading(later, rest.get(n + 1))
                    || signs::is_lead_in(&later.text)
                    || later.anchor.is_some()
            });
            if more || self.counts_on(rest) {
                self.before_directives(paragraph);
                // «Назвали приоритеты:» over a list of nouns tells a story, too.
                let lists = text.ends_with(':')
                    && rest.first().is_some_and(|next| {
                        next.label.is_some() && !items::starts_task(&next.text)
                    });
                self.at = if self.at == At::Problems {
                    At::Problems
                } else if lists {
                    At::Findings
                } else {
                    At::Directives
                };
            } else {
                self.at = At::Closing;
                self.close(paragraph);
            }
            return;
        }
        if self.does(Step::Leads) && text.ends_with(':') && self.leads(paragraph, rest) {
            if !sub_item {
                self.drop_leads();
            }
            self.open_lead(paragraph);
            return;
        }
        if !sub_item {
            self.drop_leads();
        }
        self.task(paragraph);
        self.lead_ended = text.ends_with('.');
    }

    /// Whether a task with the number that follows the last one's stands below.
    fn counts_on(&self, rest: &[Paragraph]) -> bool {
        let Some((Some(Label::Number(last)), _)) = &self.last_item else {
            return false;
        };
        let own = rest
            .iter()
            .take_while(|later| !tables::begins_appendix(&later.text));
        let mut numbered = own.filter_map(|later| match &later.label {
            Some(Label::Number(number)) => Some((number, later)),
            _ => None,
        });
        numbered.next().is_some_and(|(number, later)| {
            let task =
                items::starts_task(&later.text) || items::inline_addressee(&later.text).is_some();
            task && follows(last, number) && !signs::is_closing(later)
        })
    }

    /// A phrase ending with a colon leads sub-items if an item follows that is not its equal.
    fn leads(&self, paragraph: &Paragraph, rest: &[Paragraph]) -> bool {
        let Some(next) = rest.first() else {
            return false;
        };
        !signs::is_heading(next, rest.get(1))
            && sessions::title(next).is_none()
            && !signs::is_closing(next)
            && signs::tails(&next.text).is_empty()
            && (next.label.as_ref().map(depth) != Some(0) || restarts_below(paragraph, next))
            || next.label == paragraph.label
    }

    /// Behind the sub-items of an inner lead the outer one goes on: «1.1.3.» below the letters of
    /// «1.1.2.» belongs to «1.1.», and a dash below letters to the lead the dash before them had.
    fn return_to_lead(&mut self, paragraph: &Paragraph) {
        while let [.., _, inner] = self.leads.as_slice() {
            let (Some(label), Some(item)) = (&inner.paragraph.label, &paragraph.label) else {
                return;
            };
            let beside = same_kind(label, item) && self.has_other_items(inner);
            let above = matches!((label, item), (Label::Number(label), Label::Number(item))
                if depth_of(item) < depth_of(label));
            if !beside && !above {
                return;
            }
            self.drop_lead();
        }
    }

    /// Whether the items under a lead are marked otherwise than the lead itself.
    fn has_other_items(&self, lead: &Lead) -> bool {
        let last = self.last_item.as_ref().and_then(|(last, _)| last.as_ref());
        let own = lead.paragraph.label.as_ref().zip(last);
        lead.used && own.is_some_and(|(own, last)| !same_kind(own, last))
    }

    /// A phrase that leads the items below. Where it is an item of a lead itself, it says its task, and
    /// its deadline, with the phrase above.
    pub(super) fn open_lead(&mut self, paragraph: &Paragraph) {
        self.notes.place(paragraph.lines, Role::Lead);
        let own = items::clean(&paragraph.text);
        let phrase = match self.leads.last() {
            Some(outer) => format!("{}: {own}", outer.phrase),
            None => own,
        };
        self.leads.push(Lead {
            phrase,
            paragraph: paragraph.clone(),
            used: false,
        });
        self.lead_ended = false;
    }

    /// What follows belongs to no lead.
    pub(super) fn drop_leads(&mut self) {
        while !self.leads.is_empty() {
            self.drop_lead();
        }
    }

    /// A phrase under which nothing was found is a task itself.
    fn drop_lead(&mut self) {
        if let Some(lead) = self.leads.pop()
            && !lead.used
        {
            let lines = lead.paragraph.lines;
            self.notes.placements.retain(|placed| placed.lines != lines);
            self.task(&lead.paragraph);
        }
    }

    fn is_sub_item(&self, paragraph: &Paragraph, task: bool) -> bool {
        let Some(open) = self.leads.last() else {
            return false;
        };
        let label = &open.paragraph.label;
        if let (Some(Label::Number(lead)), Some(Label::Number(item))) = (label, &paragraph.label) {
            // «2.1.2.» belongs to «2.1. Обеспечить:» whatever stands at the end of «2.1.1.».
            let below = item.starts_with(&format!("{}.", lead.trim_end_matches(['.', ')'])));
            if below && depth_of(item) > depth_of(lead) {
                return true;
            }
            // «1.2.» behind the letters of «1.1.» stands beside it, noun or not.
            if follows(lead, item) && self.has_other_items(open) {
                return false;
            }
        }
        if self.lead_ended {
            return false;
        }
        // «2.5. издать:» with «1.», «2.» below: a list of its own that only counts from one.
        if let (Some(lead @ Label::Number(_)), Some(Label::Number(item))) =
            (label, &paragraph.label)
            && depth(lead) > 0
            && depth_of(item) == 0
        {
            return match &self.last_item {
                Some((Some(Label::Number(last)), _)) if depth_of(last) == 0 => follows(last, item),
                _ => value(item) == Some(1),
            };
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
        let Some(open) = self.leads.last() else {
            return false;
        };
        let section = self.resolution.sections.last();
        let group = section.and_then(|section| section.groups.last());
        group
            .and_then(|group| {
                group
                    .directives
                    .iter()
                    .find(|directive| directive.lead.as_ref() == Some(&open.phrase))
            })
            .is_some_and(|first| !items::starts_task(&first.text))
    }

    /// A task that stands beside the group and not in it: a number that follows the group's own
    /// («2. Школам: … 3. Отделу образования провести …»), or a sentence with an addressee of its
    /// own behind a finished list.
    fn leaves_group(&self, paragraph: &Paragraph) -> bool {
        let Some(group) = self
            .resolution
            .sections
            .last()
            .and_then(|s| s.groups.last())
        else {
            return false;
        };
        let Some((last, ended)) = &self.last_item else {
            return false;
        };
        match &paragraph.label {
            Some(Label::Number(number)) => {
                let follows_item = match last {
                    Some(Label::Number(last)) => follows(last, number),
                    _ => false,
                };
                // «3.» behind the bullets of «2. провести:» goes on with the list «2.» stands in.
                let follows_lead = self.leads.iter().any(|lead| {
                    matches!(&lead.paragraph.label, Some(Label::Number(own)) if follows(own, number))
                });
                let beside = group
                    .number
                    .as_deref()
                    .is_some_and(|own| follows(own, number));
                beside && !follows_item && !follows_lead
            }
            None => {
                *ended
                    && last.is_some()
                    && !group.heading.is_empty()
                    && paragraph.text.starts_with(char::is_uppercase)
                    && addressees::starts_like_addressee(&paragraph.text)
                    && items::inline_addressee(&paragraph.text).is_some()
            }
            Some(Label::Letter(_) | Label::Bullet(_)) => false,
        }
    }

    /// What a meeting says of itself and gives nobody to do: information taken note of, an older
    /// decision repealed.
    pub(super) fn formal(&mut self, paragraph: &Paragraph) -> bool {
        if !self.does(Step::Minutes) {
            return false;
        }
        match signs::formal(&paragraph.text) {
            Some(signs::Formal::Noted) => {
                self.notes.place(paragraph.lines, Role::Finding);
                // Its number is left to it alone: those of the directives are counted without it.
                let text = paragraph.text.clone();
                self.find(text);
                true
            }
            Some(signs::Formal::Repealed | signs::Formal::Thanked) => {
                self.close(paragraph);
                true
            }
            None => false,
        }
    }
}

/// Whether a printed number is the next of its kind: «2.» and «3.», «1.2.» and «1.3.», «I.» and
/// «II.», never «2.» and «3)».
fn follows(one: &str, next: &str) -> bool {
    let parts = |number: &str| -> Option<(Vec<u32>, char, bool)> {
        let last = number.chars().next_back()?;
        let bare = number.trim_end_matches(['.', ')']);
        let roman = bare.chars().all(|c| "IVXХ".contains(c));
        let values = bare
            .split('.')
            .map(|part| {
                if roman {
                    svod_model::roman(part)
                } else {
                    part.parse().ok()
                }
            })
            .collect::<Option<Vec<u32>>>()?;
        Some((values, if last == ')' { ')' } else { '.' }, roman))
    };
    let (Some((mut one, end, roman)), Some(next)) = (parts(one), parts(next)) else {
        return false;
    };
    if let Some(last) = one.last_mut() {
        *last += 1;
    }
    (one, end, roman) == next
}
/// A list that starts from one under a lead of a deeper number.
fn restarts_below(lead: &Paragraph, next: &Paragraph) -> bool {
    match (&lead.label, &next.label) {
        (Some(own @ Label::Number(_)), Some(Label::Number(first))) => {
            depth(own) > 0 && value(first) == Some(1)
        }
        _ => false,
    }
}

fn depth_of(number: &str) -> usize {
    number.trim_end_matches(['.', ')']).matches('.').count()
}

fn depth(label: &Label) -> usize {
    match label {
        Label::Number(number) => depth_of(number),
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
