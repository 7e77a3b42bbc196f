use svod_language::shift;
use svod_model::{Group, Id, Kind, Resolution, Section};
use svod_store::{CarrySource, NewDraft};

use crate::library::{OWN_SHELF, new_id, now};
use crate::searching::indexed;
use crate::templates::unsourced;
use crate::view::{DraftView, Start};
use crate::{Error, Library};

impl Library {
    /// Begins a new document and opens it for editing.
    ///
    /// # Errors
    /// [`crate::ErrorCode::TemplateNotFound`], [`crate::ErrorCode::DocumentNotFound`]; if the
    /// library cannot be written.
    pub fn start_draft(&self, start: &Start) -> Result<DraftView, Error> {
        let mut carry = None;
        let resolution = match start {
            Start::Blank { kind } => blank(*kind),
            Start::Template { id, values } => self.made_of_template(id, values)?,
            Start::Copy { document } => {
                let mut copy = self.document(document)?.resolution;
                copy.draft = true;
                copy.diagnostics.clear();
                copy.unplaced.clear();
                unsourced(&mut copy);
                copy
            }
            Start::LastYear { document, years } => {
                // What is taken over is a revision; edits that are in none would be missing from it.
                self.close_draft(document)?;
                let last = self.document(document)?;
                carry = Some(CarrySource {
                    source: document.clone(),
                    revision: last.card.revision,
                    years: *years,
                });
                head_of(&last.resolution, *years)
            }
        };
        let (id, at) = (new_id(), now());
        self.store()
            .write(|library| {
                library.add_draft(&NewDraft {
                    id: &id,
                    shelf: &Id::new(OWN_SHELF),
                    resolution: &resolution,
                    at: &at,
                })?;
                library.index(&id, &indexed(&resolution))?;
                match &carry {
                    Some(carry) => library.set_carry_source(&id, carry),
                    None => Ok(()),
                }
            })
            .map_err(|error| self.explain(error))?;
        self.open_draft(&id)
    }
}

/// A document with a place to begin writing.
fn blank(kind: Kind) -> Resolution {
    let section = Section {
        id: new_id(),
        groups: vec![Group {
            id: new_id(),
            ..Group::default()
        }],
        ..Section::default()
    };
    Resolution {
        kind,
        draft: true,
        sections: vec![section],
        ..Resolution::default()
    }
}

/// Last year's text without its directives, findings and problems, which are this year's own to
/// state: the title block, the preamble and the closing with their years moved.
fn head_of(last: &Resolution, years: i32) -> Resolution {
    let moved = |text: &str| shift::all_years(text, years, last.adopted_on);
    let texts = |texts: &[String]| texts.iter().map(|text| moved(text)).collect();
    let day = |date: chrono::NaiveDate| shift::date(date, years);
    let mut event = last.event.clone();
    event.held_on = event.held_on.into_iter().map(day).collect();
    event.name = event.name.as_deref().map(moved);
    event.theme = event.theme.as_deref().map(moved);
    Resolution {
        kind: last.kind,
        draft: true,
        title: moved(&last.title),
        event,
        adopted_on: last.adopted_on.map(day),
        adoption: last.adoption.as_deref().map(moved),
        place: last.place.clone(),
        issuer: last.issuer.clone(),
        preamble: texts(&last.preamble),
        closing: texts(&last.closing),
        sections: vec![Section {
            id: new_id(),
            lead_in: last
                .sections
                .first()
                .and_then(|s| s.lead_in.as_deref())
                .map(moved),
            title: last.sections.first().and_then(|s| s.title.clone()),
            called: last.sections.first().and_then(|s| s.called.clone()),
            ..Section::default()
        }],
        ..Resolution::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Access, ErrorCode};
    use svod_model::{Directive, Edit};

    #[test]
    fn blank_draft_is_written_kept_and_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.svod");
        let library = Library::open(&path, Access::Change).unwrap();
        let draft = library
            .start_draft(&Start::Blank {
                kind: Kind::Resolution,
            })
            .unwrap();
        let id = draft.card.id.clone();
        let group = draft.resolution.sections[0].groups[0].id.clone();
        let edits = vec![
            Edit::SetGroup {
                id: group.clone(),
                head: Box::new(svod_model::GroupHead {
                    heading: "Руководителям школ".into(),
                    ..svod_model::GroupHead::default()
                }),
            },
            Edit::InsertDirective {
                group,
                index: 0,
                directive: Box::new(Directive {
                    id: Id::new("d1"),
                    text: "провести смотр школьных музеев до 1 октября 2027 года".into(),
                    ..Directive::default()
                }),
            },
        ];
        let saved = library.edit_draft(&id, 0, edits.clone()).unwrap();
        assert_eq!(saved.kept, 1);
        assert_eq!(
            saved.directives[0].deadlines.len(),
            1,
            "facts are recognised"
        );
        assert_eq!(saved.groups[0].addressees, ["Руководителям школ"]);
        let error = library.edit_draft(&id, 0, edits).unwrap_err();
        assert_eq!(error.code, ErrorCode::DraftChanged);
        // The window and the list agree before anything was closed.
        assert_eq!(library.document(&id).unwrap().card.directives, 1);
        library.close_draft(&id).unwrap();
        assert_eq!(library.search("музей").unwrap()[0].document, id);
        assert_eq!(library.document(&id).unwrap().card.revision, 2);
    }

    #[test]
    fn a_draft_is_taken_over_with_the_edits_that_were_in_no_revision() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let draft = library
            .start_draft(&Start::Blank {
                kind: Kind::Resolution,
            })
            .unwrap();
        let document = draft.card.id;
        let edits = vec![Edit::InsertDirective {
            group: draft.resolution.sections[0].groups[0].id.clone(),
            index: 0,
            directive: Box::new(Directive {
                id: Id::new("d1"),
                text: "обновить сайты".into(),
                ..Directive::default()
            }),
        }];
        library.edit_draft(&document, 0, edits).unwrap();
        let start = Start::LastYear { document, years: 1 };
        let next = library.start_draft(&start).unwrap().card.id;
        assert_eq!(library.carry_over(&next).unwrap().items.len(), 1);
    }

    #[test]
    fn work_of_a_program_that_was_killed_is_found_again_and_told_of_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.svod");
        let library = Library::open(&path, Access::Change).unwrap();
        let start = Start::Blank { kind: Kind::Plan };
        let id = library.start_draft(&start).unwrap().card.id;
        let write = |text: &str, after| {
            let edits = vec![Edit::SetPreamble {
                paragraphs: vec![text.to_owned()],
            }];
            library.edit_draft(&id, after, edits).unwrap();
        };
        write("Обсудив", 0);
        write("Обсудив итоги года", 1);
        drop(library);

        let library = Library::open(&path, Access::Change).unwrap();
        let told = library.view().unwrap().recovered;
        assert_eq!((told.len(), told[0].edits), (1, 2));
        let view = library.document(&id).unwrap();
        assert_eq!(view.resolution.preamble, ["Обсудив итоги года"]);
        library.recovered_seen().unwrap();
        drop(library);
        let library = Library::open(&path, Access::Change).unwrap();
        assert!(library.view().unwrap().recovered.is_empty());
        assert_eq!(library.revisions(&id).unwrap().len(), 2);
    }

    #[test]
    fn drafts_open_when_the_program_closes_are_revisions_and_nothing_to_tell_of() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.svod");
        let library = Library::open(&path, Access::Change).unwrap();
        let start = Start::Blank { kind: Kind::Plan };
        let id = library.start_draft(&start).unwrap().card.id;
        let edits = vec![Edit::SetPreamble {
            paragraphs: vec!["Обсудив".to_owned()],
        }];
        library.edit_draft(&id, 0, edits).unwrap();
        library.close_drafts();
        drop(library);
        let library = Library::open(&path, Access::Change).unwrap();
        assert!(library.view().unwrap().recovered.is_empty());
        assert_eq!(library.revisions(&id).unwrap().len(), 2);
    }

    #[test]
    fn revisions_are_named_and_restored_and_nothing_is_lost_by_it() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let start = Start::Blank { kind: Kind::Plan };
        let id = library.start_draft(&start).unwrap().card.id;
        let write = |text: &str, after| {
            let edits = vec![Edit::SetPreamble {
                paragraphs: vec![text.to_owned()],
            }];
            library.edit_draft(&id, after, edits).unwrap();
        };
        write("Первая", 0);
        let marks = library.name_revision(&id, "На согласование").unwrap();
        assert_eq!(marks[0].name.as_deref(), Some("На согласование"));
        write("Вторая", 1);
        let back = library.restore_revision(&id, marks[0].number).unwrap();
        assert_eq!(back.resolution.preamble, ["Первая"]);
        let all = library.revisions(&id).unwrap();
        assert_eq!(all.len(), 4, "blank, named, the second, the restored");
        let second = library.document_at(&id, Some(3)).unwrap();
        assert_eq!(second.resolution.preamble, ["Вторая"]);
    }
}
