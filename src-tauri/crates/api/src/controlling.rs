//! Control of execution: from adoption to the end of the year.

mod candidates;
mod papers;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use svod_language::workdays::{self, WorkCalendar};
use svod_model::control::{Discipline, Status};
use svod_model::{Edit, Id, Resolution, TitleBlock};
use svod_store::{NewControl, Status as Shelved};

use crate::following::last_words;
use crate::library::now;
use crate::view::{
    ControlChange, ControlCounts, ControlItem, ControlView, DirectiveMark, Execution,
    Status as Stand,
};
use crate::{Error, ErrorCode, Library};

/// So many directives are shown at once; of more, only those that burn. A person looks at more than
/// these document by document.
const AT_ONCE: usize = 2_000;

/// How a document stood before it was adopted, for taking the adoption back.
#[derive(Debug, Serialize, Deserialize)]
struct Stood {
    draft: bool,
    adopted_on: Option<NaiveDate>,
    status: Stand,
}

impl Library {
    /// Everything under control as it stands on a day, with the directives of one document, or of all
    /// whose year is not over.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn control(&self, document: Option<&Id>, today: NaiveDate) -> Result<ControlView, Error> {
        let calendar = self.calendar()?;
        let mut documents = Vec::new();
        let (mut items, mut standings) = (Vec::new(), Vec::new());
        let mut counts = ControlCounts::default();
        for controlled in self.controlled()? {
            let followed = self.follow(controlled)?;
            let own = followed.items(today, &calendar);
            let told = followed.told(&own, today);
            if !followed.archived {
                counts.add(told.counts);
                standings.extend(followed.standings());
            }
            if document.map_or(!followed.archived, |wanted| *wanted == followed.card.id) {
                items.extend(own);
            }
            documents.push(told);
        }
        let all = items.len();
        if document.is_none() && all > AT_ONCE {
            items.retain(ControlItem::burns);
            items.sort_by_key(|item| item.due);
            items.truncate(AT_ONCE);
        }
        Ok(ControlView {
            today,
            left_out: count(all - items.len()),
            odd_days: odd_days(&calendar, today),
            unknown_years: unknown_years(&calendar, today),
            candidates: self.has_candidates()?,
            discipline: Discipline::of(&standings, today),
            counts,
            documents,
            items,
        })
    }

    /// What changed on the screens of control when something was said of directives of a document.
    fn control_change(
        &self,
        id: &Id,
        directives: &[Id],
        act: u32,
        today: NaiveDate,
    ) -> Result<ControlChange, Error> {
        let calendar = self.calendar()?;
        let mut counts = ControlCounts::default();
        let mut standings = Vec::new();
        let mut change = None;
        for controlled in self.controlled()? {
            let followed = self.follow(controlled)?;
            let is_it = followed.card.id == *id;
            if followed.archived && !is_it {
                continue;
            }
            let mut own = followed.items(today, &calendar);
            if !followed.archived {
                own.iter().for_each(|item| counts.take(item, today));
                standings.extend(followed.standings());
            }
            if is_it {
                let told = followed.told(&own, today);
                own.retain(|item| directives.contains(&item.directive));
                change = Some((told, own));
            }
        }
        let (document, items) = change.ok_or_else(|| Error::new(ErrorCode::NotUnderControl))?;
        Ok(ControlChange {
            act,
            document,
            items,
            discipline: Discipline::of(&standings, today),
            counts,
        })
    }

    /// Puts a document under control: it is a draft no longer. Its newest text is the adopted one.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`]; if the library cannot be written.
    pub fn adopt(&self, id: &Id, on: NaiveDate) -> Result<(), Error> {
        let status = self.document(id)?.card.status;
        let draft = self.open_draft(id)?;
        let text = draft.resolution;
        let stood = Stood {
            draft: text.draft,
            adopted_on: text.adopted_on,
            status,
        };
        let stood = serde_json::to_string(&stood)
            .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
        if text.draft || text.adopted_on != Some(on) {
            self.edit_draft(id, draft.kept, vec![dated(&text, false, Some(on))])?;
        }
        self.close_draft(id)?;
        let revision = self.document(id)?.card.revision;
        self.store()
            .write(|library| {
                let at = now();
                library.set_status(id, Shelved::Adopted, &at)?;
                library.put_under_control(NewControl {
                    document: id,
                    revision,
                    adopted_on: &on.to_string(),
                    stood: &stood,
                    at: &at,
                })
            })
            .map_err(|error| self.explain(error))
    }

    /// Takes an adoption back: the document stands as before it and is followed no longer. What was said
    /// of its directives stays kept, and counts again when it is adopted again.
    ///
    /// # Errors
    /// [`ErrorCode::NotUnderControl`]; if the library cannot be written.
    pub fn release(&self, id: &Id) -> Result<(), Error> {
        let stood = self.controlled_one(id)?.stood;
        let stood: Option<Stood> = stood.and_then(|stood| serde_json::from_str(&stood).ok());
        if let Some(stood) = &stood {
            let draft = self.open_draft(id)?;
            let text = draft.resolution;
            if (text.draft, text.adopted_on) != (stood.draft, stood.adopted_on) {
                let edit = dated(&text, stood.draft, stood.adopted_on);
                self.edit_draft(id, draft.kept, vec![edit])?;
            }
            self.close_draft(id)?;
        }
        // Adopted by an earlier version, which did not keep how it stood: it becomes a draft.
        let status = stood.map_or(Stand::Draft, |stood| stood.status);
        self.store()
            .write(|library| {
                let at = now();
                library.set_status(id, status.into(), &at)?;
                library.release(id, &at)
            })
            .map_err(|error| self.explain(error))
    }

    /// Says how directives of a document were executed, in one go.
    ///
    /// # Errors
    /// [`ErrorCode::NotUnderControl`]; [`ErrorCode::MarkRefused`] if one of them cannot be said: then
    /// none is kept.
    pub fn mark(
        &self,
        id: &Id,
        marks: Vec<DirectiveMark>,
        today: NaiveDate,
    ) -> Result<ControlChange, Error> {
        let followed = self.followed(id)?;
        let mut settled = Vec::new();
        for DirectiveMark { directive, mark } in marks {
            let standing = followed.standing(&directive).ok_or_else(|| {
                Error::new(ErrorCode::DocumentNotFound).with("id", directive.as_str())
            })?;
            let mark = mark.settled(&standing).map_err(|refused| {
                Error::new(ErrorCode::MarkRefused)
                    .with("number", followed.number(&directive))
                    .because(refused)
            })?;
            settled.push((directive, mark));
        }
        let by = self.settings()?.name.trim().to_owned();
        let act = self
            .store()
            .write(|library| library.add_marks(id, &settled, &by, &now()))
            .map_err(|error| self.explain(error))?;
        let directives: Vec<Id> = settled
            .into_iter()
            .map(|(directive, _)| directive)
            .collect();
        self.control_change(id, &directives, act, today)
    }

    /// Takes back what was said of a document's directives in one go.
    ///
    /// # Errors
    /// [`ErrorCode::NotUnderControl`]; if the library cannot be written.
    pub fn unmark(&self, id: &Id, act: u32, today: NaiveDate) -> Result<ControlChange, Error> {
        let directives = self
            .store()
            .write(|library| library.undo_marks(id, act, &now()))
            .map_err(|error| self.explain(error))?;
        self.control_change(id, &directives, act, today)
    }

    /// Ends the year of a document, or opens it again.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn archive(&self, id: &Id, archived: bool) -> Result<(), Error> {
        self.store()
            .write(|library| {
                let at = now();
                let status = if archived {
                    Shelved::Archived
                } else {
                    Shelved::Adopted
                };
                library.set_status(id, status, &at)?;
                library.archive(id, archived, &at)
            })
            .map_err(|error| self.explain(error))
    }

    /// How the directives of a document were executed; nothing for one that was never under control.
    pub(crate) fn execution(&self, id: &Id) -> Result<BTreeMap<Id, Execution>, Error> {
        let followed = match self.followed(id) {
            Ok(followed) => followed,
            Err(error) if error.code == ErrorCode::NotUnderControl => return Ok(BTreeMap::new()),
            Err(error) => return Err(error),
        };
        let of = |directive: &Id| {
            let standing = followed.standing(directive)?;
            let said = followed.said(directive);
            let fulfilled = [
                Status::Done,
                Status::DoneLate,
                Status::Permanent,
                Status::Lifted,
            ];
            Some(Execution {
                status: standing.status,
                closed_on: standing.closed_on,
                evidence: last_words(said, |mark| &mark.evidence),
                reason: last_words(said, |mark| &mark.reason),
                // What is to be reported on again and again and never was is no better than undone.
                unfulfilled: !fulfilled.contains(&standing.status)
                    || standing.status == Status::Permanent
                        && standing.first_due.is_some()
                        && standing.answered == 0,
            })
        };
        let directives = followed.resolution().directives();
        Ok(directives
            .filter_map(|(_, _, directive)| Some((directive.id.clone(), of(&directive.id)?)))
            .collect())
    }
}

/// Days around a day that are off though they are no weekend, and the other way round.
fn odd_days(calendar: &WorkCalendar, today: NaiveDate) -> Vec<NaiveDate> {
    let year = |year: i32| NaiveDate::from_ymd_opt(today.year() + year, 1, 1);
    let (Some(first), Some(end)) = (year(-1), year(3)) else {
        return Vec::new();
    };
    let days = first.iter_days().take_while(|day| *day < end);
    days.filter(|day| calendar.is_off(*day) != workdays::is_weekend(*day))
        .collect()
}

/// Years around a day of which nobody said which days off are moved.
fn unknown_years(calendar: &WorkCalendar, today: NaiveDate) -> Vec<i32> {
    let years = today.year()..=today.year() + 2;
    years.filter(|year| !calendar.knows(*year)).collect()
}

/// The title block with another day of adoption.
fn dated(text: &Resolution, draft: bool, adopted_on: Option<NaiveDate>) -> Edit {
    let text = text.clone();
    Edit::SetTitleBlock {
        block: Box::new(TitleBlock {
            kind: text.kind,
            draft,
            title: text.title,
            event: text.event,
            adopted_on,
            adoption: text.adoption,
            place: text.place,
            issuer: text.issuer,
            approval: text.approval,
        }),
    }
}

pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
