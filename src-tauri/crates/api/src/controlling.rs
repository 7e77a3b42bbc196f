//! Control of execution: from adoption to the end of the year.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{Months, NaiveDate};
use svod_model::control::{Discipline, Mark, Schedule, Standing, Status, Urgency};
use svod_model::{Edit, Id, Resolution, TitleBlock};
use svod_store::{Controlled, Status as Shelved, StoredMark};
use svod_writers::{ControlRow, ControlTitle, Profile};

use crate::exporting::file_stem;
use crate::library::now;
use crate::view::{
    AddresseeCount, ControlItem, ControlView, ControlledDocument, DirectiveMark, DocumentView,
    Execution, MadeMark, SavedFile,
};
use crate::{Error, ErrorCode, Library, save};

/// How long repetitions are followed after adoption: until the next forum.
const HORIZON: Months = Months::new(12);

/// A document under control with everything said of it.
pub(crate) struct Followed {
    pub(crate) view: DocumentView,
    pub(crate) adopted_on: NaiveDate,
    archived: bool,
    pub(crate) marks: BTreeMap<Id, Vec<StoredMark>>,
}

impl Library {
    /// Everything under control, as it stands on a day.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn control(&self, today: NaiveDate) -> Result<ControlView, Error> {
        let mut documents = Vec::new();
        let (mut items, mut standings) = (Vec::new(), Vec::new());
        for controlled in self.controlled()? {
            let followed = self.follow(controlled)?;
            let own = followed.items(today);
            let own_standings = followed.standings();
            documents.push(followed.told(&own, &own_standings, today));
            if !followed.archived {
                items.extend(own);
                standings.extend(own_standings);
            }
        }
        let under_control = |id: &Id| documents.iter().any(|known| &known.card.id == id);
        let candidates = self.view()?.documents.into_iter();
        let candidates = candidates.filter(|card| card.directives > 0 && !under_control(&card.id));
        let near = |item: &&ControlItem| {
            matches!(item.urgency, Urgency::Late | Urgency::Today | Urgency::Soon)
        };
        Ok(ControlView {
            today,
            candidates: candidates.collect(),
            burning: count(items.iter().filter(near).count()),
            discipline: Discipline::of(&standings, today),
            documents,
            items,
        })
    }

    /// Puts a document under control: it is a draft no longer. Its newest text is the adopted one.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`]; if the library cannot be written.
    pub fn adopt(&self, id: &Id, on: NaiveDate) -> Result<(), Error> {
        let draft = self.open_draft(id)?;
        let text = draft.resolution;
        if text.draft || text.adopted_on != Some(on) {
            let block = Box::new(TitleBlock {
                kind: text.kind,
                draft: false,
                title: text.title,
                event: text.event,
                adopted_on: Some(on),
                adoption: text.adoption,
                place: text.place,
            });
            self.edit_draft(id, draft.kept, vec![Edit::SetTitleBlock { block }])?;
        }
        self.close_draft(id)?;
        let revision = self.document(id)?.card.revision;
        self.store()
            .write(|library| {
                let at = now();
                library.set_status(id, Shelved::Adopted, &at)?;
                library.put_under_control(id, revision, &on.to_string(), &at)
            })
            .map_err(|error| self.explain(error))
    }

    /// Says how directives of a document were executed, in one go.
    ///
    /// # Errors
    /// [`ErrorCode::NotUnderControl`]; [`ErrorCode::MarkRefused`] if one of them cannot be said: then
    /// none is kept.
    pub fn mark(&self, id: &Id, marks: Vec<DirectiveMark>) -> Result<(), Error> {
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
        if settled.is_empty() {
            return Ok(());
        }
        self.store()
            .write(|library| library.add_marks(id, &settled, &now()))
            .map(|_| ())
            .map_err(|error| self.explain(error))
    }

    /// Takes back what was said of a document's directives in one go.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn unmark(&self, id: &Id, act: u32) -> Result<(), Error> {
        self.store()
            .write(|library| library.undo_marks(id, act, &now()))
            .map(|_| ())
            .map_err(|error| self.explain(error))
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

    /// Writes the control sheet of a document, or of one addressee, to where the person chooses.
    ///
    /// # Errors
    /// [`ErrorCode::NotUnderControl`]; if the file cannot be written.
    pub fn save_control_sheet(
        &self,
        id: &Id,
        addressee: Option<&str>,
        today: NaiveDate,
        choose: impl FnOnce(&str) -> Option<PathBuf>,
    ) -> Result<Option<SavedFile>, Error> {
        let followed = self.followed(id)?;
        let rows: Vec<ControlRow> = followed
            .rows(today)
            .into_iter()
            .filter(|row| addressee.is_none_or(|addressee| row.who == addressee))
            .collect();
        let bytes = svod_writers::control_sheet(&followed.title(today), &rows)
            .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
        let whose = addressee.unwrap_or(&followed.view.card.title);
        let name = format!("{}.xlsx", file_stem(&format!("Контрольный лист {whose}")));
        choose(&name).map(|path| save(&bytes, &path)).transpose()
    }

    /// Writes the report on execution to where the person chooses.
    ///
    /// # Errors
    /// As for [`Library::save_control_sheet`].
    pub fn save_control_report(
        &self,
        id: &Id,
        today: NaiveDate,
        choose: impl FnOnce(&str) -> Option<PathBuf>,
    ) -> Result<Option<SavedFile>, Error> {
        let followed = self.followed(id)?;
        let rows = followed.rows(today);
        let bytes =
            svod_writers::control_report(&followed.title(today), &rows, &Profile::default())
                .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
        let name = format!("Справка об исполнении {}", followed.view.card.title);
        let name = format!("{}.docx", file_stem(&name));
        choose(&name).map(|path| save(&bytes, &path)).transpose()
    }

    /// How the directives of a document were executed; nothing for one that was never under control.
    pub(crate) fn execution(&self, id: &Id) -> Result<BTreeMap<Id, Execution>, Error> {
        let Some(controlled) = self
            .controlled()?
            .into_iter()
            .find(|known| &known.document == id)
        else {
            return Ok(BTreeMap::new());
        };
        let followed = self.follow(controlled)?;
        let of = |directive: &Id| {
            let standing = followed.standing(directive)?;
            let marks = followed
                .marks
                .get(directive)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let last = |words: fn(&Mark) -> &Option<String>| {
                marks
                    .iter()
                    .rev()
                    .find_map(|stored| words(&stored.mark).clone())
            };
            let fulfilled = [
                Status::Done,
                Status::DoneLate,
                Status::Permanent,
                Status::Lifted,
            ];
            Some(Execution {
                status: standing.status,
                closed_on: standing.closed_on,
                evidence: last(|mark| &mark.evidence),
                reason: last(|mark| &mark.reason),
                // What is to be reported on again and again and never was is no better than undone.
                unfulfilled: !fulfilled.contains(&standing.status)
                    || standing.status == Status::Permanent
                        && standing.first_due.is_some()
                        && standing.answered == 0,
            })
        };
        let directives = followed.view.resolution.directives();
        Ok(directives
            .filter_map(|(_, _, directive)| Some((directive.id.clone(), of(&directive.id)?)))
            .collect())
    }

    pub(crate) fn followed(&self, id: &Id) -> Result<Followed, Error> {
        let controlled = self
            .controlled()?
            .into_iter()
            .find(|known| &known.document == id);
        let controlled = controlled.ok_or_else(|| Error::new(ErrorCode::NotUnderControl))?;
        self.follow(controlled)
    }

    fn controlled(&self) -> Result<Vec<Controlled>, Error> {
        let controlled = self.store().read().controlled();
        controlled.map_err(|error| self.explain(error))
    }

    fn follow(&self, controlled: Controlled) -> Result<Followed, Error> {
        let view = self.document_at(&controlled.document, Some(controlled.revision))?;
        let stored = self.store().read().control_marks(&controlled.document);
        let mut marks: BTreeMap<Id, Vec<StoredMark>> = BTreeMap::new();
        for mark in stored.map_err(|error| self.explain(error))? {
            marks.entry(mark.directive.clone()).or_default().push(mark);
        }
        let adopted_on = controlled
            .adopted_on
            .parse()
            .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
        Ok(Followed {
            view,
            adopted_on,
            archived: controlled.archived,
            marks,
        })
    }
}

impl Followed {
    pub(crate) fn resolution(&self) -> &Resolution {
        &self.view.resolution
    }

    pub(crate) fn number(&self, directive: &Id) -> String {
        self.view
            .numbers
            .get(directive)
            .cloned()
            .unwrap_or_default()
    }

    /// How a directive stands; nothing if the document has none of that id.
    pub(crate) fn standing(&self, directive: &Id) -> Option<Standing> {
        self.standing_at(directive, u32::MAX)
    }

    /// How it stood after an act.
    pub(crate) fn standing_at(&self, directive: &Id, act: u32) -> Option<Standing> {
        let schedule = self.schedule(directive)?;
        let marks = self
            .marks
            .get(directive)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let said = marks.iter().filter(|stored| stored.act <= act);
        Some(Standing::of(&schedule, said.map(|stored| &stored.mark)))
    }

    fn schedule(&self, directive: &Id) -> Option<Schedule> {
        let directive = self.resolution().directive(directive)?;
        Some(Schedule::of(
            directive,
            self.adopted_on,
            self.adopted_on
                .checked_add_months(HORIZON)
                .unwrap_or(NaiveDate::MAX),
        ))
    }

    fn standings(&self) -> Vec<Standing> {
        let directives = self.resolution().directives();
        directives
            .filter_map(|(_, _, directive)| self.standing(&directive.id))
            .collect()
    }

    fn items(&self, today: NaiveDate) -> Vec<ControlItem> {
        let directives = self.resolution().directives();
        let item = |(_, group, directive): (_, &svod_model::Group, &svod_model::Directive)| {
            let schedule = self.schedule(&directive.id)?;
            let standing = self.standing(&directive.id)?;
            let history = self
                .marks
                .get(&directive.id)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let days_left = standing.due.filter(|_| !standing.status.is_closed());
            let words = directive
                .deadlines
                .iter()
                .map(|deadline| deadline.phrase.as_str());
            let text = directive.whole();
            Some(ControlItem {
                document: self.view.card.id.clone(),
                directive: directive.id.clone(),
                number: self.number(&directive.id),
                text,
                addressee: standing
                    .to
                    .clone()
                    .or_else(|| directive.addressee.clone())
                    .unwrap_or_else(|| group.heading.clone()),
                status: standing.status,
                urgency: standing.urgency(today),
                days_left: days_left.and_then(|due| i32::try_from((due - today).num_days()).ok()),
                due: standing.due,
                first_due: standing.first_due,
                days: schedule.days,
                permanent: schedule.permanent,
                deadline_words: words.collect::<Vec<_>>().join("; "),
                targets: directive
                    .indicators
                    .iter()
                    .map(|target| target.phrase.clone())
                    .collect(),
                prolonged: standing.prolonged,
                closed_on: standing.closed_on,
                history: history
                    .iter()
                    .map(|stored| MadeMark {
                        mark: stored.mark.clone(),
                        made_at: stored.made_at.clone(),
                    })
                    .collect(),
            })
        };
        directives.filter_map(item).collect()
    }

    fn told(
        &self,
        items: &[ControlItem],
        standings: &[Standing],
        today: NaiveDate,
    ) -> ControlledDocument {
        let mut extracts: Vec<AddresseeCount> = Vec::new();
        for item in items {
            let known = extracts
                .iter()
                .position(|known| known.addressee == item.addressee);
            let at = known.unwrap_or_else(|| {
                extracts.push(AddresseeCount {
                    addressee: item.addressee.clone(),
                    directives: 0,
                    open: 0,
                    late: 0,
                });
                extracts.len() - 1
            });
            let extract = &mut extracts[at];
            extract.directives += 1;
            extract.open += u32::from(!item.status.is_closed());
            extract.late += u32::from(item.urgency == Urgency::Late);
        }
        ControlledDocument {
            card: self.view.card.clone(),
            adopted_on: self.adopted_on,
            archived: self.archived,
            discipline: Discipline::of(standings, today),
            last_act: self.marks.values().flatten().map(|stored| stored.act).max(),
            extracts,
        }
    }

    fn title(&self, today: NaiveDate) -> ControlTitle {
        ControlTitle {
            title: self.view.card.title.clone(),
            adopted_on: self.adopted_on,
            on: today,
            discipline: Discipline::of(&self.standings(), today),
        }
    }

    /// The last act on a directive, 0 for none: what a sheet that comes back is held against.
    pub(crate) fn last_act(&self, directive: &Id) -> u32 {
        let marks = self.marks.get(directive).and_then(|marks| marks.last());
        marks.map_or(0, |stored| stored.act)
    }

    fn rows(&self, today: NaiveDate) -> Vec<ControlRow> {
        let row = |item: ControlItem| {
            let said = |words: fn(&Mark) -> &Option<String>| {
                let all = item
                    .history
                    .iter()
                    .filter_map(|made| words(&made.mark).clone());
                all.collect::<Vec<_>>()
            };
            let act = self.last_act(&item.directive);
            ControlRow {
                code: format!(
                    "{}/{}/{act}",
                    item.document.as_str(),
                    item.directive.as_str()
                ),
                number: item.number.clone(),
                text: item.text.clone(),
                who: item.addressee.clone(),
                due: item.due,
                due_words: item.deadline_words.clone(),
                status: item.status,
                done: said(|mark| &mark.remark).join("; "),
                evidence: said(|mark| &mark.evidence).join("; "),
                reason: said(|mark| &mark.reason).pop().unwrap_or_default(),
            }
        };
        self.items(today).into_iter().map(row).collect()
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
