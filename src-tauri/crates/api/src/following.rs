//! A document under control as it stands: its text, what was said of it, and what follows from both.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use chrono::{Months, NaiveDate};
use svod_language::workdays::WorkCalendar;
use svod_model::control::{Attainment, Discipline, Mark, Schedule, Standing, attainments};
use svod_model::{Directive, Group, Id, Resolution, numbering};
use svod_store::{Controlled, StoredMark};

use crate::documents::card;
use crate::view::{
    AddresseeCount, ControlCounts, ControlItem, ControlledDocument, DocumentCard, MadeMark,
};
use crate::{Error, ErrorCode, Library};

/// How long repetitions are followed after adoption: until the next forum.
const HORIZON: Months = Months::new(12);

/// The adopted text of a document. Reading and numbering it is dear, and a revision never changes, so
/// it is remembered.
#[derive(Debug)]
pub(crate) struct AdoptedText {
    revision: u32,
    adopted_on: NaiveDate,
    pub(crate) resolution: Resolution,
    numbers: BTreeMap<Id, String>,
    schedules: BTreeMap<Id, Schedule>,
}

/// A document under control with everything said of it.
pub(crate) struct Followed {
    pub(crate) card: DocumentCard,
    pub(crate) text: Arc<AdoptedText>,
    pub(crate) archived: bool,
    pub(crate) marks: BTreeMap<Id, Vec<StoredMark>>,
}

impl Library {
    pub(crate) fn followed(&self, id: &Id) -> Result<Followed, Error> {
        self.follow(self.controlled_one(id)?)
    }

    pub(crate) fn controlled_one(&self, id: &Id) -> Result<Controlled, Error> {
        let mut controlled = self.controlled()?.into_iter();
        controlled
            .find(|known| &known.document == id)
            .ok_or_else(|| Error::new(ErrorCode::NotUnderControl))
    }

    pub(crate) fn controlled(&self) -> Result<Vec<Controlled>, Error> {
        let controlled = self.store().read().controlled();
        controlled.map_err(|error| self.explain(error))
    }

    pub(crate) fn follow(&self, controlled: Controlled) -> Result<Followed, Error> {
        let text = self.adopted_text(&controlled)?;
        let store = self.store();
        let found = store.read().document(&controlled.document);
        let found = found.map_err(|error| self.explain(error))?;
        let stored = store.read().control_marks(&controlled.document);
        let stored = stored.map_err(|error| self.explain(error))?;
        drop(store);
        let mut card = card(found)?;
        if card.revision != controlled.revision {
            card = card.showing(&text.resolution);
            card.revision = controlled.revision;
        }
        let mut marks: BTreeMap<Id, Vec<StoredMark>> = BTreeMap::new();
        for mark in stored {
            marks.entry(mark.directive.clone()).or_default().push(mark);
        }
        Ok(Followed {
            card,
            text,
            archived: controlled.archived,
            marks,
        })
    }

    fn adopted_text(&self, controlled: &Controlled) -> Result<Arc<AdoptedText>, Error> {
        let adopted_on: NaiveDate = controlled
            .adopted_on
            .parse()
            .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
        let known = {
            let texts = self.adopted.lock().unwrap_or_else(PoisonError::into_inner);
            texts.get(&controlled.document).cloned()
        };
        if let Some(known) = known
            && (known.revision, known.adopted_on) == (controlled.revision, adopted_on)
        {
            return Ok(known);
        }
        let store = self.store();
        let revision = store
            .read()
            .revision(&controlled.document, Some(controlled.revision));
        drop(store);
        let resolution = revision.map_err(|error| self.explain(error))?.resolution;
        let horizon = adopted_on
            .checked_add_months(HORIZON)
            .unwrap_or(NaiveDate::MAX);
        let schedules = resolution
            .directives()
            .map(|(_, _, directive)| {
                let schedule = Schedule::of(directive, adopted_on, horizon);
                (directive.id.clone(), schedule)
            })
            .collect();
        let text = Arc::new(AdoptedText {
            revision: controlled.revision,
            adopted_on,
            numbers: numbering::number(&resolution),
            schedules,
            resolution,
        });
        let mut texts = self.adopted.lock().unwrap_or_else(PoisonError::into_inner);
        texts.insert(controlled.document.clone(), Arc::clone(&text));
        Ok(text)
    }
}

impl Followed {
    pub(crate) fn resolution(&self) -> &Resolution {
        &self.text.resolution
    }

    pub(crate) fn adopted_on(&self) -> NaiveDate {
        self.text.adopted_on
    }

    pub(crate) fn number(&self, directive: &Id) -> String {
        let number = self.text.numbers.get(directive);
        number.cloned().unwrap_or_default()
    }

    /// What was said of a directive, oldest first.
    pub(crate) fn said(&self, directive: &Id) -> &[StoredMark] {
        let marks = self.marks.get(directive);
        marks.map(Vec::as_slice).unwrap_or_default()
    }

    /// How a directive stands; nothing if the document has none of that id.
    pub(crate) fn standing(&self, directive: &Id) -> Option<Standing> {
        self.standing_at(directive, u32::MAX)
    }

    /// How it stood after an act.
    pub(crate) fn standing_at(&self, directive: &Id, act: u32) -> Option<Standing> {
        let schedule = self.text.schedules.get(directive)?;
        let said = self.said(directive).iter();
        let said = said.filter(|stored| stored.act <= act);
        Some(Standing::of(schedule, said.map(|stored| &stored.mark)))
    }

    /// The targets of a directive beside what was reached of them.
    pub(crate) fn attainments(&self, directive: &Id) -> Option<Vec<Attainment>> {
        let told = self.resolution().directive(directive)?;
        let marks = self.said(directive).iter().map(|stored| &stored.mark);
        Some(attainments(told, marks))
    }

    pub(crate) fn standings(&self) -> Vec<Standing> {
        let directives = self.resolution().directives();
        directives
            .filter_map(|(_, _, directive)| self.standing(&directive.id))
            .collect()
    }

    /// The last act on a directive, 0 for none: what a sheet that comes back is held against.
    pub(crate) fn last_act(&self, directive: &Id) -> u32 {
        self.said(directive).last().map_or(0, |stored| stored.act)
    }

    /// Its directives in the order of the text, as they stand on a day.
    pub(crate) fn items(&self, today: NaiveDate, calendar: &WorkCalendar) -> Vec<ControlItem> {
        let directives = self.resolution().directives();
        directives
            .filter_map(|(_, group, directive)| self.item(group, directive, today, calendar))
            .collect()
    }

    fn item(
        &self,
        group: &Group,
        directive: &Directive,
        today: NaiveDate,
        calendar: &WorkCalendar,
    ) -> Option<ControlItem> {
        let schedule = self.text.schedules.get(&directive.id)?;
        let standing = self.standing(&directive.id)?;
        let said = self.said(&directive.id);
        let open_due = standing.due.filter(|_| !standing.status.is_closed());
        let words = directive
            .deadlines
            .iter()
            .map(|deadline| deadline.phrase.as_str());
        Some(ControlItem {
            document: self.card.id.clone(),
            directive: directive.id.clone(),
            number: self.number(&directive.id),
            text: directive.whole(),
            addressee: standing
                .to
                .clone()
                .or_else(|| directive.addressee.clone())
                .unwrap_or_else(|| group.heading.clone()),
            status: standing.status,
            urgency: standing.urgency(today),
            days_left: open_due.and_then(|due| i32::try_from((due - today).num_days()).ok()),
            due: standing.due,
            works_on: standing
                .due
                .map(|due| calendar.working_day(due))
                .filter(|day| Some(*day) != standing.due),
            first_due: standing.first_due,
            starts: starts(directive).filter(|_| standing.due.is_none()),
            days: schedule.days.clone(),
            permanent: schedule.permanent,
            deadline_words: words.collect::<Vec<_>>().join("; "),
            targets: attainments(directive, said.iter().map(|stored| &stored.mark)),
            prolonged: standing.prolonged,
            closed_on: standing.closed_on,
            history: said
                .iter()
                .map(|stored| MadeMark {
                    act: stored.act,
                    mark: stored.mark.clone(),
                    made_at: stored.made_at.clone(),
                    made_by: stored.made_by.clone(),
                })
                .collect(),
        })
    }

    pub(crate) fn told(&self, items: &[ControlItem], today: NaiveDate) -> ControlledDocument {
        let mut extracts: Vec<AddresseeCount> = Vec::new();
        let mut counts = ControlCounts::default();
        for item in items {
            counts.take(item, today);
            let known = extracts
                .iter()
                .position(|known| known.addressee == item.addressee);
            let at = known.unwrap_or_else(|| {
                extracts.push(AddresseeCount {
                    addressee: item.addressee.clone(),
                    counts: ControlCounts::default(),
                });
                extracts.len() - 1
            });
            extracts[at].counts.take(item, today);
        }
        ControlledDocument {
            card: self.card.clone(),
            adopted_on: self.adopted_on(),
            archived: self.archived,
            discipline: Discipline::of(&self.standings(), today),
            counts,
            extracts,
        }
    }
}

/// The first day of what begins and has no last day.
fn starts(directive: &Directive) -> Option<NaiveDate> {
    let open = directive.deadlines.iter();
    let open = open.filter(|deadline| deadline.to.is_none() && deadline.recurrence.is_none());
    open.filter_map(|deadline| deadline.from).min()
}

/// The last words of a kind in a history, oldest mark first.
pub(crate) fn last_words(
    said: &[StoredMark],
    words: fn(&Mark) -> &Option<String>,
) -> Option<String> {
    let mut newest_first = said.iter().rev();
    newest_first.find_map(|stored| words(&stored.mark).clone())
}
