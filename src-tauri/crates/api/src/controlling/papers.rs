//! Papers of control: sheets that are sent out, the report on execution.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use svod_language::bodies;
use svod_language::workdays::WorkCalendar;
use svod_model::control::{Discipline, Mark};
use svod_model::{Id, Resolution};
use svod_writers::{ControlRow, ControlTitle, Sheet, papers, report_profile};

use crate::exporting::file_stem;
use crate::following::{Followed, last_words};
use crate::view::{ControlItem, PreviewView, SavedFile};
use crate::{Error, ErrorCode, Library, save};

impl Library {
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
        let rows = followed.rows(today, &*self.calendar()?);
        let whose = addressee.unwrap_or(&followed.card.title);
        let Some(path) = choose(&sheet_name(whose)) else {
            return Ok(None);
        };
        let rows: Vec<ControlRow> = rows
            .into_iter()
            .filter(|row| addressee.is_none_or(|addressee| row.who == addressee))
            .collect();
        save(&sheet(&followed.title(today), &rows)?, &path).map(Some)
    }

    /// Writes a control sheet for each addressee of a document into the folder a person chooses; gives
    /// the files, none if no folder was chosen.
    ///
    /// # Errors
    /// As for [`Library::save_control_sheet`].
    pub fn save_control_sheets(
        &self,
        id: &Id,
        today: NaiveDate,
        choose: impl FnOnce() -> Option<PathBuf>,
    ) -> Result<Vec<SavedFile>, Error> {
        let followed = self.followed(id)?;
        let rows = followed.rows(today, &*self.calendar()?);
        let title = followed.title(today);
        let Some(folder) = choose() else {
            return Ok(Vec::new());
        };
        let mut whose: Vec<&str> = rows.iter().map(|row| row.who.as_str()).collect();
        whose.sort_unstable();
        whose.dedup();
        let mut saved: Vec<SavedFile> = Vec::new();
        for addressee in whose {
            let own = rows.iter().filter(|row| row.who == addressee);
            let bytes = sheet(&title, &own.cloned().collect::<Vec<_>>())?;
            let path = free_path(&folder, &sheet_name(addressee), &saved);
            saved.push(save(&bytes, &path)?);
        }
        Ok(saved)
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
        let sheet = self.control_report(id, today)?;
        let bytes = svod_writers::sheet_docx(&sheet, &report_profile())
            .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
        let name = format!("{}.docx", file_stem(&sheet.title));
        choose(&name).map(|path| save(&bytes, &path)).transpose()
    }

    /// Sets the pages of the report on execution, to be looked at before it is written.
    ///
    /// # Errors
    /// [`ErrorCode::NotUnderControl`].
    pub fn preview_control_report(&self, id: &Id, today: NaiveDate) -> Result<PreviewView, Error> {
        self.preview_sheet(&self.control_report(id, today)?, &report_profile())
    }

    fn control_report(&self, id: &Id, today: NaiveDate) -> Result<Sheet, Error> {
        let followed = self.followed(id)?;
        let rows = followed.rows(today, &*self.calendar()?);
        let title = followed.title(today);
        Ok(svod_writers::control_report(
            followed.resolution(),
            &title,
            &rows,
        ))
    }
}

fn sheet(title: &ControlTitle, rows: &[ControlRow]) -> Result<Vec<u8>, Error> {
    svod_writers::control_sheet(title, rows)
        .map_err(|error| Error::new(ErrorCode::Internal).because(error))
}

fn sheet_name(whose: &str) -> String {
    format!("{}.xlsx", file_stem(&format!("Контрольный лист {whose}")))
}

/// A place for a file beside those just written: long addressees may begin alike.
fn free_path(folder: &Path, name: &str, saved: &[SavedFile]) -> PathBuf {
    let taken = |path: &Path| saved.iter().any(|file| Path::new(&file.path) == path);
    let first = folder.join(name);
    let stem = name.trim_end_matches(".xlsx");
    let others = (2..).map(|n| folder.join(format!("{stem} ({n}).xlsx")));
    std::iter::once(first)
        .chain(others)
        .find(|path| !taken(path))
        .unwrap_or_else(|| folder.join(name))
}

impl Followed {
    fn title(&self, today: NaiveDate) -> ControlTitle {
        let discipline = Discipline::of(&self.standings(), today);
        ControlTitle {
            title: self.card.title.clone(),
            adopted_on: self.adopted_on(),
            on: today,
            discipline,
            over: self.archived || discipline.ahead == 0,
        }
    }

    fn rows(&self, today: NaiveDate, calendar: &WorkCalendar) -> Vec<ControlRow> {
        let places = Places::of(self.resolution());
        let items = self.items(today, calendar).into_iter();
        items.map(|item| self.row(item, &places)).collect()
    }

    fn row(&self, item: ControlItem, places: &Places) -> ControlRow {
        let all = |words: fn(&Mark) -> &Option<String>| {
            let all = item.history.iter();
            let all = all.filter_map(|made| words(&made.mark).clone());
            all.collect::<Vec<_>>().join("; ")
        };
        let act = self.last_act(&item.directive);
        // A person who readdresses writes the name as lists have it.
        let standing = self.standing(&item.directive).unwrap_or_default();
        let to = standing.to;
        let prolonged_from = standing.first_due.filter(|_| standing.prolonged > 0);
        ControlRow {
            code: format!(
                "{}/{}/{act}",
                item.document.as_str(),
                item.directive.as_str()
            ),
            done: all(|mark| &mark.remark),
            evidence: all(|mark| &mark.evidence),
            reason: last_words(self.said(&item.directive), |mark| &mark.reason).unwrap_or_default(),
            number: item.number,
            text: item.text,
            session: places.session(&item.directive),
            responsible: to
                .or_else(|| places.responsible(&item.directive))
                .unwrap_or_else(|| bodies::nominative(item.addressee.trim_end_matches(':'))),
            who: item.addressee,
            due: item.due,
            prolonged_from,
            closed_on: item.closed_on,
            works_on: item.works_on,
            due_words: item.deadline_words,
            status: item.status,
            urgency: item.urgency,
            targets: item.targets,
        }
    }
}

/// Where directives stand, and who answers for them.
struct Places {
    sessions: BTreeMap<Id, String>,
    responsible: BTreeMap<Id, Vec<String>>,
}

impl Places {
    fn of(resolution: &Resolution) -> Self {
        let mut responsible: BTreeMap<Id, Vec<String>> = BTreeMap::new();
        for addressee in papers::addressees(resolution, bodies::nominative) {
            for directive in addressee.directives {
                let names = responsible.entry(directive).or_default();
                names.push(addressee.name.clone());
            }
        }
        // The only session of a document is the document.
        let sessions = resolution
            .directives()
            .filter_map(|(section, _, directive)| {
                let title = section.title.as_deref().map(str::trim)?;
                Some((directive.id.clone(), title.to_owned()))
            });
        Self {
            sessions: match resolution.sections.len() {
                0 | 1 => BTreeMap::new(),
                _ => sessions.collect(),
            },
            responsible,
        }
    }

    fn session(&self, directive: &Id) -> String {
        self.sessions.get(directive).cloned().unwrap_or_default()
    }

    /// Those of several who answer for a directive. Of one its heading says more: whom it acts with.
    fn responsible(&self, directive: &Id) -> Option<String> {
        let names = self.responsible.get(directive);
        names
            .filter(|names| names.len() > 1)
            .map(|names| names.join(", "))
    }
}
