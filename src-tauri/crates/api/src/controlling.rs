//! Control of execution: documents put under control, what is said of their directives, what is due.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use svod_model::control::{self, ControlEntry, ControlStatus, Discipline};
use svod_model::{Directive, Group, Id};

use crate::library::now;
use crate::view::{
    ControlCard, ControlOverview, ControlRow, ControlTally, ControlView, DocumentView, Status,
};
use crate::{Error, ErrorCode, Library};

/// How many days ahead count as soon: a reminder a week before is office practice.
const SOON: i64 = 7;

impl Library {
    /// Everything under control and what waits to be put there.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn control_overview(&self, today: NaiveDate) -> Result<ControlOverview, Error> {
        let controlled = self.store().read().controlled();
        let controlled = controlled.map_err(|error| self.explain(error))?;
        let documents = controlled
            .iter()
            .map(|(id, _)| {
                let view = self.control_view(id, today)?;
                Ok(ControlCard {
                    card: view.card,
                    tally: view.tally,
                })
            })
            .collect::<Result<Vec<_>, Error>>()?;
        let waiting = self
            .view()?
            .documents
            .into_iter()
            .filter(|card| card.status == Status::Adopted)
            .filter(|card| controlled.iter().all(|(id, _)| *id != card.id))
            .collect();
        Ok(ControlOverview { documents, waiting })
    }

    /// Puts a document under control; it is adopted by that.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`].
    pub fn control_start(&self, id: &Id, today: NaiveDate) -> Result<ControlView, Error> {
        let at = now();
        self.store()
            .write(|library| {
                library.set_status(id, svod_store::Status::Adopted, &at)?;
                library.put_under_control(id, &at)
            })
            .map_err(|error| self.explain(error))?;
        self.control_view(id, today)
    }

    /// A document under control on a day.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`] if there is none, or it is not under control.
    pub fn control_view(&self, id: &Id, today: NaiveDate) -> Result<ControlView, Error> {
        let missing = || Error::new(ErrorCode::DocumentNotFound).with("id", id.as_str());
        let (since, entries) = {
            let store = self.store();
            let reader = store.read();
            let since = reader.controlled_since(id);
            let since = since.map_err(|error| self.explain(error))?;
            let entries = reader.control_entries(id);
            (since, entries.map_err(|error| self.explain(error))?)
        };
        let since = since.ok_or_else(missing)?;
        let view = self.document(id)?;
        let put = since.get(..10).and_then(|day| day.parse().ok());
        let counted_from = view.resolution.adopted_on.or(put).unwrap_or(today);
        let mut said: BTreeMap<Id, Vec<ControlEntry>> = BTreeMap::new();
        let can_undo = !entries.is_empty();
        for stored in entries {
            let directive = stored.entry.directive.clone();
            said.entry(directive).or_default().push(stored.entry);
        }
        let rows: Vec<ControlRow> = view
            .resolution
            .directives()
            .map(|(section, group, directive)| {
                let entries = said.remove(&directive.id).unwrap_or_default();
                let state = control::state(directive, counted_from, &entries, today);
                ControlRow {
                    id: directive.id.clone(),
                    number: number(&view, &directive.id),
                    section: section.title.clone(),
                    text: words(directive),
                    addressee: addressee(group, directive, state.addressee.as_deref()),
                    dues: control::dues(directive, counted_from),
                    target: directive.indicators.last().cloned(),
                    state,
                    entries,
                }
            })
            .collect();
        Ok(ControlView {
            tally: tally(&rows, today),
            card: view.card,
            today,
            counted_from,
            rows,
            can_undo,
        })
    }

    /// Keeps what is said of directives at once.
    ///
    /// # Errors
    /// [`ErrorCode::ControlIncomplete`] if a prolongation has no new day or reason, a new addressee
    /// no name, or a lifting no reason (Args: `what`); [`ErrorCode::DraftChanged`] if a directive is
    /// not there.
    pub fn control_say(
        &self,
        id: &Id,
        entries: &[ControlEntry],
        today: NaiveDate,
    ) -> Result<ControlView, Error> {
        let view = self.control_view(id, today)?;
        for entry in entries {
            if let Some(what) = lacks(entry) {
                return Err(Error::new(ErrorCode::ControlIncomplete).with("what", what));
            }
            if !view.rows.iter().any(|row| row.id == entry.directive) {
                return Err(Error::new(ErrorCode::DraftChanged).with("id", id.as_str()));
            }
        }
        if !entries.is_empty() {
            self.store()
                .write(|library| library.add_control_entries(id, entries, &now()))
                .map_err(|error| self.explain(error))?;
        }
        self.control_view(id, today)
    }

    /// Takes back what was said last.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`].
    pub fn control_undo(&self, id: &Id, today: NaiveDate) -> Result<ControlView, Error> {
        self.store()
            .write(|library| library.undo_control(id, &now()))
            .map_err(|error| self.explain(error))?;
        self.control_view(id, today)
    }
}

/// What an entry lacks to be a statement somebody can be held to.
fn lacks(entry: &ControlEntry) -> Option<&'static str> {
    let empty = |text: &str| text.trim().is_empty();
    match entry.status {
        ControlStatus::Prolonged if entry.until.is_none() => Some("until"),
        ControlStatus::Prolonged | ControlStatus::Removed if empty(&entry.note) => Some("note"),
        ControlStatus::Readdressed if entry.addressee.as_deref().is_none_or(empty) => {
            Some("addressee")
        }
        _ => None,
    }
}

fn number(view: &DocumentView, id: &Id) -> String {
    let number = view.numbers.get(id).map(String::as_str);
    number.unwrap_or_default().trim_end_matches('.').to_owned()
}

fn words(directive: &Directive) -> String {
    match &directive.lead {
        Some(lead) => format!("{} {}", lead.trim_end_matches(':'), directive.text),
        None => directive.text.clone(),
    }
}

fn addressee(group: &Group, directive: &Directive, instead: Option<&str>) -> String {
    instead
        .or(directive.addressee.as_deref())
        .map_or_else(|| group.heading.clone(), str::to_owned)
}

fn tally(rows: &[ControlRow], today: NaiveDate) -> ControlTally {
    let mut tally = ControlTally {
        discipline: Discipline::of(rows.iter().map(|row| &row.state), today),
        ..ControlTally::default()
    };
    tally.percent = tally.discipline.percent();
    for row in rows {
        tally.all += 1;
        let left = row.state.due.map(|due| (due - today).num_days());
        let place = match (row.state.status, left) {
            (status, _) if status.is_closed() && status != ControlStatus::NotDone => {
                &mut tally.done
            }
            (_, Some(left)) if left < 0 => &mut tally.overdue,
            (ControlStatus::NotDone, _) => &mut tally.overdue,
            (_, Some(left)) if left <= SOON => &mut tally.soon,
            (ControlStatus::Permanent, _) => &mut tally.permanent,
            _ => &mut tally.open,
        };
        *place += 1;
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Access;
    use crate::view::ImportOutcome;

    const TEXT: &str = "РЕЗОЛЮЦИЯ\nфорума\n\nпринята 25.08.2026\n\nУчастники форума рекомендуют:\n\n\
        1. Управлению образования:\n1.1. утвердить план до 1 октября 2026 года;\n\
        1.2. провести смотр музеев до 15 мая 2027 года;\n\
        1.3. ежеквартально публиковать отчёты.\n\n2. Руководителям школ:\n\
        2.1. открыть клубы до 1 ноября 2026 года;\n2.2. обновить сайты школ.\n";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn library() -> (tempfile::TempDir, Library, Id) {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let outcome = library.import_bytes("в.txt", TEXT.into(), crate::library::OWN_SHELF);
        let ImportOutcome::Imported { card, .. } = outcome.unwrap() else {
            panic!("not imported");
        };
        (folder, library, card.id)
    }

    fn said(row: &ControlRow, status: ControlStatus, on: &str) -> ControlEntry {
        ControlEntry {
            directive: row.id.clone(),
            status,
            on: day(on),
            ..ControlEntry::default()
        }
    }

    #[test]
    fn a_year_of_control_is_kept_counted_and_taken_back() {
        let (folder, library, id) = library();
        let today = day("2026-11-05");
        assert_eq!(
            library.control_view(&id, today).unwrap_err().code,
            ErrorCode::DocumentNotFound
        );
        let view = library.control_start(&id, today).unwrap();
        assert_eq!(view.rows.len(), 5);
        assert_eq!(view.counted_from, day("2026-08-25"));
        let numbers: Vec<&str> = view.rows.iter().map(|row| row.number.as_str()).collect();
        assert_eq!(numbers, ["1.1", "1.2", "1.3", "2.1", "2.2"]);
        // 1.1 and 2.1 are past their days; the quarter's report of 1.3, too.
        let tally = view.tally;
        assert_eq!((tally.overdue, tally.open, tally.done), (3, 2, 0));

        let first = said(&view.rows[0], ControlStatus::Done, "2026-09-20");
        let second = said(&view.rows[3], ControlStatus::Done, "2026-11-03");
        let view = library.control_say(&id, &[first, second], today).unwrap();
        assert_eq!(view.rows[3].state.status, ControlStatus::DoneLate);
        assert_eq!(
            (view.tally.discipline.in_time, view.tally.percent),
            (1, Some(50))
        );

        // A prolongation without a reason is none.
        let moved = said(&view.rows[1], ControlStatus::Prolonged, "2026-11-05");
        let lacking = library
            .control_say(&id, std::slice::from_ref(&moved), today)
            .unwrap_err();
        assert_eq!(lacking.code, ErrorCode::ControlIncomplete);
        let moved = ControlEntry {
            until: Some(day("2027-06-01")),
            note: "перенос фестиваля".into(),
            ..moved
        };
        library.control_say(&id, &[moved], today).unwrap();
        drop(library);

        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let view = library.control_view(&id, today).unwrap();
        assert_eq!(view.rows[1].state.due, Some(day("2027-06-01")));
        let view = library.control_undo(&id, today).unwrap();
        assert_eq!(view.rows[1].state.due, Some(day("2027-05-15")));
        // What was said at once is taken back at once.
        let view = library.control_undo(&id, today).unwrap();
        assert!(!view.can_undo && view.rows.iter().all(|row| row.entries.is_empty()));

        let overview = library.control_overview(today).unwrap();
        assert_eq!(overview.documents.len(), 1);
        assert!(overview.waiting.is_empty());
    }
}
