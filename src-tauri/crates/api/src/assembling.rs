//! Session drafts that came back as files, merged into the whole one decision at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use svod_diff::{Assembly, Incoming, IncomingParagraph, ParagraphPart, Place, Returned, assemble};
use svod_language::words::fold;
use svod_model::{Directive, Edit, Group, Id, Resolution, Section, SectionHead};
use svod_store::{ReturnedFile, sha256};
use uuid::Uuid;

use crate::library::new_id;
use crate::view::{AssemblyFile, AssemblyView};
use crate::{Cancel, Error, ErrorCode, Library, files};

/// The namespace of ids made from places in files; any fixed value would do.
const NAMESPACE: Uuid = Uuid::from_u128(0x0d4e_61b7_52c8_4f0a_9b1e_7a66_c3d2_8f15);

/// What came back for one draft. The library has all of it but the files that could not be read.
#[derive(Clone, Debug, Default)]
pub(crate) struct CameBack {
    /// The draft as it stood when the first file came back: places are told by it, so that what
    /// was taken does not change where the rest belongs.
    base: Resolution,
    files: BTreeMap<String, (String, Resolution)>,
    failed: Vec<AssemblyFile>,
    taken: BTreeSet<String>,
    left: BTreeSet<String>,
}

impl Library {
    /// [`Library::assemble`] of the files a person chose; nothing if they chose none.
    ///
    /// # Errors
    /// As for [`Library::assemble`].
    pub fn assemble_chosen(
        &self,
        id: &Id,
        paths: &[std::path::PathBuf],
        cancel: &Cancel,
    ) -> Result<Option<AssemblyView>, Error> {
        if paths.is_empty() {
            return Ok(None);
        }
        self.assemble(id, paths, cancel).map(Some)
    }

    /// Reads files that came back and sets them, with those that came before, against the draft.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`]; [`ErrorCode::Cancelled`]. A file that cannot be read is
    /// listed with its error beside the others.
    pub fn assemble(
        &self,
        id: &Id,
        paths: &[impl AsRef<Path>],
        cancel: &Cancel,
    ) -> Result<AssemblyView, Error> {
        let draft = self.open_draft(id)?;
        let mut here = self.here(id)?;
        if here.files.is_empty() {
            here.base = draft.resolution;
            // What could not be read the last time is not spoken of again.
            here.failed.clear();
        }
        for path in paths {
            cancel.check()?;
            let (path, name) = (path.as_ref(), files::name(path.as_ref()));
            let read = files::read(path).and_then(|bytes| {
                let key = sha256(&bytes).chars().take(16).collect::<String>();
                let options = svod_readers::Options::default();
                let reading = crate::reading::read_bytes(bytes, &name, options)?;
                let resolution = reading.resolution;
                Ok(ReturnedFile {
                    key,
                    name: name.clone(),
                    resolution,
                })
            });
            match read {
                Ok(file) => {
                    self.store()
                        .write(|library| library.add_returned(id, &here.base, &file))
                        .map_err(|error| self.explain(error))?;
                    here.files.insert(file.key, (file.name, file.resolution));
                }
                Err(error) => here.failed.push(AssemblyFile {
                    key: None,
                    name,
                    error: Some(error),
                }),
            }
        }
        self.came_back().insert(id.clone(), here);
        self.assembly(id)
    }

    /// What came back, set against the draft as it stands.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`].
    pub fn assembly(&self, id: &Id) -> Result<AssemblyView, Error> {
        let draft = self.open_draft(id)?;
        let here = self.here(id)?;
        let mut files: Vec<AssemblyFile> = here
            .files
            .iter()
            .map(|(key, (name, _))| AssemblyFile {
                key: Some(key.clone()),
                name: name.clone(),
                error: None,
            })
            .collect();
        files.extend(here.failed.iter().cloned());
        Ok(AssemblyView {
            files,
            assembly: placed(&here),
            taken: here.taken.iter().cloned().collect(),
            left: here.left.iter().cloned().collect(),
            draft,
        })
    }

    /// Takes what came back into the draft, by its names in the assembly: new wordings, new
    /// directives and paragraphs; `-` and a directive's name takes it out where a file leaves it
    /// out. What order things are taken in does not matter.
    ///
    /// # Errors
    /// [`ErrorCode::DraftChanged`] if a name is no longer in the assembly.
    pub fn assembly_take(&self, id: &Id, keys: &[String]) -> Result<AssemblyView, Error> {
        for key in keys {
            let here = self.here(id)?;
            let mut drafts = self.drafts();
            let draft = self.opened(&mut drafts, id)?;
            let assembly = placed(&here);
            let edits = taken(&draft.resolution, &assembly, key)
                .ok_or_else(|| Error::new(ErrorCode::DraftChanged).with("id", id.as_str()))?;
            let say =
                |library: &svod_store::Writer<'_>| library.say_of_returned(id, key, Some(true));
            if edits.is_empty() {
                let said = self.store().write(say);
                said.map_err(|error| self.explain(error))?;
            } else {
                self.keep_edits(id, draft, edits, say)?;
            }
            drop(drafts);
            if let Some(here) = self.came_back().get_mut(id) {
                here.left.remove(key);
                here.taken.insert(key.clone());
            }
        }
        self.assembly(id)
    }

    /// Leaves what came back out of the draft; it stays listed.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`].
    pub fn assembly_leave(&self, id: &Id, keys: &[String]) -> Result<AssemblyView, Error> {
        self.here(id)?;
        self.say(id, keys, Some(false))?;
        if let Some(here) = self.came_back().get_mut(id) {
            for key in keys {
                here.taken.remove(key);
                here.left.insert(key.clone());
            }
        }
        self.assembly(id)
    }

    /// Forgets what was said of what came back, so that it is open again; the draft stays as it
    /// is, taking things out of it is editing.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`].
    pub fn assembly_reopen(&self, id: &Id, keys: &[String]) -> Result<AssemblyView, Error> {
        self.here(id)?;
        self.say(id, keys, None)?;
        if let Some(here) = self.came_back().get_mut(id) {
            for key in keys {
                here.taken.remove(key);
                here.left.remove(key);
            }
        }
        self.assembly(id)
    }

    /// Forgets what came back for a draft.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn assembly_end(&self, id: &Id) -> Result<(), Error> {
        self.store()
            .write(|library| library.end_returned(id))
            .map_err(|error| self.explain(error))?;
        self.came_back().remove(id);
        Ok(())
    }

    /// What came back for a draft, also before this run of the program.
    fn here(&self, id: &Id) -> Result<CameBack, Error> {
        if let Some(here) = self.came_back().get(id) {
            return Ok(here.clone());
        }
        let kept = self
            .store()
            .read()
            .came_back(id)
            .map_err(|error| self.explain(error))?;
        let here = kept.map_or_else(CameBack::default, |kept| {
            let (taken, left): (Vec<_>, Vec<_>) =
                kept.said.into_iter().partition(|(_, taken)| *taken);
            let keys = |said: Vec<(String, bool)>| said.into_iter().map(|(key, _)| key).collect();
            CameBack {
                base: kept.base,
                files: kept
                    .files
                    .into_iter()
                    .map(|file| (file.key, (file.name, file.resolution)))
                    .collect(),
                failed: Vec::new(),
                taken: keys(taken),
                left: keys(left),
            }
        });
        self.came_back().insert(id.clone(), here.clone());
        Ok(here)
    }

    fn say(&self, id: &Id, keys: &[String], taken: Option<bool>) -> Result<(), Error> {
        let said = self.store().write(|library| {
            keys.iter()
                .try_for_each(|key| library.say_of_returned(id, key, taken))
        });
        said.map_err(|error| self.explain(error))
    }
}

fn placed(here: &CameBack) -> Assembly {
    let returned: Vec<Returned<'_>> = here
        .files
        .iter()
        .map(|(key, (_, resolution))| Returned { key, resolution })
        .collect();
    assemble(&here.base, &returned)
}

/// The id a new directive gets in the draft: the same whenever and in whatever order it is taken.
fn id_of(key: &str) -> Id {
    let id = Uuid::new_v5(&NAMESPACE, key.as_bytes());
    Id::new(id.simple().to_string())
}

/// The edits that take one thing; nothing if there is no such thing.
fn taken(draft: &Resolution, assembly: &Assembly, key: &str) -> Option<Vec<Edit>> {
    if let Some(missing) = key.strip_prefix('-') {
        let missing = assembly.missing.iter().find(|m| m.id.as_str() == missing)?;
        return Some(vec![Edit::RemoveDirective {
            id: missing.id.clone(),
        }]);
    }
    if let Some(paragraph) = assembly.paragraphs.iter().find(|p| p.key == key) {
        return Some(paragraph_taken(draft, paragraph));
    }
    let place = assembly.directives.iter().position(|i| i.key == key)?;
    let incoming = &assembly.directives[place];
    Some(match &incoming.place {
        Place::Same { .. } => Vec::new(),
        Place::Edited { id, beside, .. } => {
            // What was edited in a file may have been taken out of the draft meanwhile.
            let mut directive = draft.directive(id)?.clone();
            directive.text.clone_from(&incoming.directive.text);
            if let Some(change) = beside {
                directive.take_beside(&change.before, &change.after);
            }
            vec![Edit::SetDirective {
                directive: Box::new(directive),
            }]
        }
        Place::New { after } => new_taken(draft, assembly, incoming, after.as_ref()),
    })
}

fn new_taken(
    draft: &Resolution,
    assembly: &Assembly,
    incoming: &Incoming,
    after: Option<&Id>,
) -> Vec<Edit> {
    // Later in the assembly means later in the draft, among what stands in the same place.
    let order: BTreeMap<Id, usize> = assembly
        .directives
        .iter()
        .enumerate()
        .map(|(n, i)| (id_of(&i.key), n))
        .collect();
    let own = order
        .get(&id_of(&incoming.key))
        .copied()
        .unwrap_or_default();
    let directive = Directive {
        id: id_of(&incoming.key),
        source: None,
        ..incoming.directive.clone()
    };
    let same = |a: &str, b: &str| fold(a) == fold(b);
    let neighbour = after.and_then(|after| {
        draft
            .directives()
            .find(|(_, group, d)| &d.id == after && same(&group.heading, &incoming.heading))
            .map(|(_, group, _)| group)
    });
    let title = incoming.section.as_deref().unwrap_or_default();
    let section = draft
        .sections
        .iter()
        .find(|s| same(s.title.as_deref().unwrap_or_default(), title));
    let group = neighbour.or_else(|| {
        let groups = section.into_iter().flat_map(|s| &s.groups);
        groups
            .into_iter()
            .find(|g| same(&g.heading, &incoming.heading))
    });
    if let Some(group) = group {
        let at = after.and_then(|after| group.directives.iter().position(|d| &d.id == after));
        let start = at.map_or(0, |at| at + 1);
        let earlier = |d: &&Directive| order.get(&d.id).is_some_and(|n| *n < own);
        let index = match at {
            Some(_) => start + group.directives[start..].iter().take_while(earlier).count(),
            // Nothing says where in the group: at its end, in the order of the assembly.
            None => group
                .directives
                .iter()
                .rposition(|d| order.get(&d.id).is_none_or(|n| *n < own))
                .map_or(0, |n| n + 1),
        };
        return vec![Edit::InsertDirective {
            group: group.id.clone(),
            index,
            directive: Box::new(directive),
        }];
    }
    let group = Group {
        id: id_of(&format!("{}/{title}/{}", incoming.file, incoming.heading)),
        heading: incoming.heading.clone(),
        directives: vec![directive],
        ..Group::default()
    };
    match section {
        Some(section) => {
            let first = |g: &Group| g.directives.first().and_then(|d| order.get(&d.id)).copied();
            let index = section
                .groups
                .iter()
                .rposition(|g| first(g).is_none_or(|n| n < own))
                .map_or(0, |n| n + 1);
            vec![Edit::InsertGroup {
                section: section.id.clone(),
                index,
                group: Box::new(group),
            }]
        }
        None => vec![Edit::InsertSection {
            index: draft.sections.len(),
            section: Box::new(Section {
                id: id_of(&format!("{}/{title}", incoming.file)),
                title: incoming.section.clone(),
                groups: vec![group],
                ..Section::default()
            }),
        }],
    }
}

fn paragraph_taken(draft: &Resolution, paragraph: &IncomingParagraph) -> Vec<Edit> {
    let with = |texts: &[String]| {
        let mut texts = texts.to_vec();
        texts.push(paragraph.text.clone());
        texts
    };
    let title = paragraph.section.as_deref().unwrap_or_default();
    let section = draft
        .sections
        .iter()
        .find(|s| fold(s.title.as_deref().unwrap_or_default()) == fold(title));
    let head = |section: &Section| SectionHead {
        title: section.title.clone(),
        findings: section.findings.clone(),
        problems: section.problems.clone(),
        lead_in: section.lead_in.clone(),
        called: section.called.clone(),
        placed: section.placed.clone(),
    };
    match (paragraph.part, section) {
        (ParagraphPart::Preamble, _) => vec![Edit::SetPreamble {
            paragraphs: with(&draft.preamble),
        }],
        (ParagraphPart::Closing | ParagraphPart::Unplaced, _) => vec![Edit::SetClosing {
            paragraphs: with(&draft.closing),
        }],
        (ParagraphPart::Finding, Some(section)) => vec![Edit::SetSection {
            id: section.id.clone(),
            head: Box::new(SectionHead {
                findings: with(&section.findings),
                ..head(section)
            }),
        }],
        (ParagraphPart::Problem, Some(section)) => vec![Edit::SetSection {
            id: section.id.clone(),
            head: Box::new(SectionHead {
                problems: with(&section.problems),
                ..head(section)
            }),
        }],
        (ParagraphPart::Finding | ParagraphPart::Problem, None) => {
            let mut section = Section {
                id: new_id(),
                title: paragraph.section.clone(),
                ..Section::default()
            };
            if paragraph.part == ParagraphPart::Finding {
                section.findings.push(paragraph.text.clone());
            } else {
                section.problems.push(paragraph.text.clone());
            }
            vec![Edit::InsertSection {
                index: draft.sections.len(),
                section: Box::new(section),
            }]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{ExportFormat, ImportOutcome};
    use crate::{Access, Finish, render_resolution};

    const WHOLE: &str = "РЕЗОЛЮЦИЯ\nфорума\n\nпринята 25.08.2026\n\nУчастники форума рекомендуют:\n\n\
        1. Управлению образования:\n1.1. утвердить план до 1 октября 2026 года;\n\
        1.2. провести смотр музеев до 15 мая 2027 года.\n\n2. Руководителям школ:\n\
        2.1. открыть клубы до 1 ноября 2026 года;\n2.2. обновить сайты школ.\n";

    fn library() -> (tempfile::TempDir, Library, Id) {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let outcome = library.import_bytes("в.txt", WHOLE.into(), crate::library::OWN_SHELF);
        let ImportOutcome::Imported { card, .. } = outcome.unwrap() else {
            panic!("not imported");
        };
        (folder, library, card.id)
    }

    /// The draft as a session's secretary sends it back: a Word file with words changed.
    fn returned(library: &Library, id: &Id, folder: &Path, name: &str, change: &[(&str, &str)]) {
        let mut resolution = library.document(id).unwrap().resolution;
        for group in &mut resolution.sections[0].groups {
            for directive in &mut group.directives {
                for (old, new) in change {
                    directive.text = directive.text.replace(old, new);
                }
            }
        }
        let last = resolution.sections[0].groups.last_mut().unwrap();
        last.directives.push(Directive {
            id: new_id(),
            text: format!("провести день открытых дверей № {name}"),
            ..Directive::default()
        });
        let bytes = render_resolution(&resolution, ExportFormat::Docx, &Finish::default()).unwrap();
        std::fs::write(folder.join(name), bytes).unwrap();
    }

    fn texts(view: &AssemblyView) -> Vec<String> {
        let directives = view.draft.resolution.directives();
        directives.map(|(_, _, d)| d.text.clone()).collect()
    }

    /// What a «Срок:» line or a column of a plan says is no word of the task and a fact all the same.
    #[test]
    fn what_is_printed_beside_a_task_comes_home_too() {
        let decision = "РЕШЕНИЕ\nсовета по образованию\n\nСовет решил:\n\n\
            1. Провести смотр музеев.\nСрок: до 1 мая 2027 года.\nОтветственный: методический кабинет.\n\
            Ожидаемый результат: приказ.\n2. Открыть клубы.\nСрок: до 1 июня 2027 года.\n";
        let plan = "| № п/п | Мероприятие | Срок исполнения | Ответственный | Ожидаемый результат |\n\
            |---|---|---|---|---|\n\
            | 1 | Провести смотр музеев | до 1 мая 2027 года | управление образования | приказ |\n\
            | 2 | Открыть клубы | до 1 июня 2027 года | директора школ | пять клубов |\n";
        for (name, text) in [("в.txt", decision), ("п.md", plan)] {
            let folder = tempfile::tempdir().unwrap();
            let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
            let outcome = library.import_bytes(name, text.into(), crate::library::OWN_SHELF);
            let ImportOutcome::Imported { card, .. } = outcome.unwrap() else {
                panic!("not imported");
            };
            let id = card.id;
            let whole = library.document(&id).unwrap().resolution;
            let mut edited = whole.clone();
            let directives = edited.sections.iter_mut().flat_map(|s| &mut s.groups);
            let first = directives.flat_map(|g| &mut g.directives).next().unwrap();
            first.deadlines[0].phrase = "до 15 мая 2027 года".into();
            first.addressee = Some("Дом творчества".into());
            first.result = Some("приказ и фотоотчёт".into());
            let bytes = render_resolution(&edited, ExportFormat::Docx, &Finish::default());
            let path = folder.path().join("1.docx");
            std::fs::write(&path, bytes.unwrap()).unwrap();
            let view = library.assemble(&id, &[path], &Cancel::default()).unwrap();
            let places: Vec<&Place> = view.assembly.directives.iter().map(|i| &i.place).collect();
            assert_eq!(places.len(), 2, "{name}: {:?} {edited:#?}", view.files);
            let changed = |place: &Place| {
                matches!(
                    place,
                    Place::Edited {
                        beside: Some(_),
                        ..
                    }
                )
            };
            assert!(changed(places[0]), "{name}: {:#?}", places[0]);
            assert!(
                matches!(places[1], Place::Same { .. }),
                "{name}: {:#?}",
                places[1]
            );

            let keys = [view.assembly.directives[0].key.clone()];
            let taken = library.assembly_take(&id, &keys).unwrap().draft.resolution;
            let (_, _, first) = taken.directives().next().unwrap();
            let terms: Vec<_> = first
                .deadlines
                .iter()
                .map(|d| (d.phrase.as_str(), d.to))
                .collect();
            let day = chrono::NaiveDate::from_ymd_opt(2027, 5, 15);
            assert_eq!(terms, [("до 15 мая 2027 года", day)], "{name}");
            assert_eq!(
                first.result.as_deref(),
                Some("приказ и фотоотчёт"),
                "{name}"
            );
            assert_eq!(first.responsible(), Some("Дом творчества"), "{name}");
            let (_, _, before) = whole.directives().next().unwrap();
            assert_eq!(first.text, before.text, "{name}");
        }
    }

    #[test]
    fn what_was_said_is_forgotten_and_can_be_said_anew() {
        let (folder, library, id) = library();
        let change = [("клубы", "клубы робототехники")];
        returned(&library, &id, folder.path(), "1.docx", &change);
        let paths = [folder.path().join("1.docx")];
        let view = library.assemble(&id, &paths, &Cancel::default()).unwrap();
        let edited = |i: &&Incoming| matches!(i.place, Place::Edited { .. });
        let edited = view.assembly.directives.iter().find(edited).unwrap();
        let keys = [edited.key.clone()];
        let taken = library.assembly_take(&id, &keys).unwrap();
        let left = library.assembly_leave(&id, &keys).unwrap();
        assert_eq!((taken.taken.len(), left.left.len()), (1, 1));
        let open = library.assembly_reopen(&id, &keys).unwrap();
        assert!(open.taken.is_empty() && open.left.is_empty());
        assert_eq!(texts(&open), texts(&taken));
    }

    #[test]
    fn what_came_back_and_was_said_of_it_is_there_after_a_restart() {
        let (folder, library, id) = library();
        returned(
            &library,
            &id,
            folder.path(),
            "1.docx",
            &[("клубы", "клубы робототехники")],
        );
        let paths = [folder.path().join("1.docx")];
        let view = library.assemble(&id, &paths, &Cancel::default()).unwrap();
        let changed = |i: &&Incoming| !matches!(i.place, Place::Same { .. });
        let keys: Vec<String> = view
            .assembly
            .directives
            .iter()
            .filter(changed)
            .map(|i| i.key.clone())
            .collect();
        assert_eq!(keys.len(), 2);
        library.assembly_take(&id, &keys[..1]).unwrap();
        let before = library.assembly_leave(&id, &keys[1..]).unwrap();
        drop(library);

        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let after = library.assembly(&id).unwrap();
        assert_eq!(
            (&after.files, &after.assembly),
            (&before.files, &before.assembly)
        );
        assert_eq!((&after.taken, &after.left), (&before.taken, &before.left));
        assert_eq!(texts(&after), texts(&before));

        library.assembly_end(&id).unwrap();
        drop(library);
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        assert!(library.assembly(&id).unwrap().files.is_empty());
    }

    #[test]
    fn whatever_order_files_come_and_things_are_taken_in_the_result_is_the_same() {
        let (folder, first, id) = library();
        let change = [("клубы", "клубы робототехники")];
        returned(&first, &id, folder.path(), "1.docx", &change);
        let change = [("обновить", "доработать")];
        returned(&first, &id, folder.path(), "2.docx", &change);
        let files = [folder.path().join("1.docx"), folder.path().join("2.docx")];
        let mut results = Vec::new();
        for turned in [false, true] {
            let (_folder, library, id) = library();
            let mut paths = files.to_vec();
            if turned {
                paths.reverse();
            }
            let view = library.assemble(&id, &paths, &Cancel::default()).unwrap();
            assert!(view.files.iter().all(|file| file.error.is_none()));
            let mut keys: Vec<String> = view
                .assembly
                .directives
                .iter()
                .filter(|i| !matches!(i.place, Place::Same { .. }))
                .map(|i| i.key.clone())
                .collect();
            assert_eq!(keys.len(), 4, "{:#?}", view.assembly);
            if turned {
                keys.reverse();
            }
            let view = library.assembly_take(&id, &keys).unwrap();
            assert_eq!(view.taken.len(), 4);
            assert_eq!(view.assembly.missing, Vec::new());
            results.push(texts(&view));
        }
        assert_eq!(results[0], results[1]);
        assert_eq!(results[0].len(), 6);
        let has = |words: &str| results[0].iter().any(|text| text.contains(words));
        assert!(has("клубы робототехники") && has("доработать"));
    }

    #[test]
    fn file_that_cannot_be_read_is_listed_beside_the_others() {
        let (folder, library, id) = library();
        let bad = folder.path().join("битый.docx");
        std::fs::write(&bad, b"PK\x03\x04").unwrap();
        let view = library.assemble(&id, &[bad], &Cancel::default()).unwrap();
        assert_eq!(view.files[0].name, "битый.docx");
        assert!(view.files[0].error.is_some());
    }
}
