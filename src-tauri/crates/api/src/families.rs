//! Families of one task in the library: found as documents come, corrected by persons.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use svod_corpus::{
    Index, Kin, Mark, Measure, Task, measures, only_themes_differ, pack, place, themes_of, unpack,
    version,
};
use svod_language::themes::ThemeList;
use svod_model::{Id, Reference, Resolution};
use svod_store::{FamilyWord, NewMember, Reader, StoreError, Writer};

use crate::library::now;
use crate::view::{FamilyView, NearFamily};
use crate::{Cancel, Error, Library, Progress};

/// So many documents are looked at in one transaction: between two the window gets its turn.
const AT_ONCE: usize = 16;
/// A family of more documents than this is looked through only so far when a person parts a text.
const MOST: u32 = 100_000;

/// What is kept of a document beside its marks.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Facts {
    /// Its numbers.
    pub(crate) measures: Vec<Measure>,
    /// The directives that lean on acts, with the acts.
    pub(crate) references: Vec<(Id, Reference)>,
}

/// Families as the library has them.
struct Looked<'a>(Reader<'a>);

/// The same while they are written.
struct Written<'a> {
    library: &'a Writer<'a>,
    common: &'a RefCell<Common>,
}

/// Terms so many families hold that they find none, with as many of the families as were asked for: they
/// are the words of the genre, met in every document, and no family ever loses one.
#[derive(Debug, Default)]
struct Common(HashMap<u64, Vec<u32>>);

impl Common {
    /// So many are remembered: some dozens of megabytes.
    const MOST: usize = 50_000;

    fn remember(&mut self, term: u64, holders: &[u32]) {
        if self.0.len() >= Self::MOST {
            self.0.clear();
        }
        self.0.insert(term, holders.to_vec());
    }
}

/// What finding families remembers from one document to the next.
#[derive(Debug, Default)]
pub(crate) struct Run {
    kin: Kin,
    common: RefCell<Common>,
}

impl Looked<'_> {
    fn task_of(&self, family: u32) -> Result<Option<Task>, StoreError> {
        let task = self.0.family_task(family)?;
        task.map(|task| read(&task)).transpose()
    }
}

impl Index for Looked<'_> {
    type Error = StoreError;

    fn family_of(&self, wording: u64) -> Result<Option<u32>, StoreError> {
        self.0.family_of_wording(wording.cast_signed())
    }

    fn holders(&self, term: u64, most: usize) -> Result<Vec<u32>, StoreError> {
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        self.0.families_with(term.cast_signed(), most)
    }

    fn task(&self, family: u32) -> Result<Option<Task>, StoreError> {
        self.task_of(family)
    }

    fn found(&mut self, _: &Task, _: &[u64]) -> Result<u32, StoreError> {
        Err(StoreError::Internal {
            detail: "a reader founds no family".into(),
        })
    }

    fn remember(&mut self, _: u64, _: u32) -> Result<(), StoreError> {
        Err(StoreError::Internal {
            detail: "a reader remembers nothing".into(),
        })
    }
}

impl Index for Written<'_> {
    type Error = StoreError;

    fn family_of(&self, wording: u64) -> Result<Option<u32>, StoreError> {
        Looked(self.library.read()).family_of(wording)
    }

    fn holders(&self, term: u64, most: usize) -> Result<Vec<u32>, StoreError> {
        if let Some(common) = self.common.borrow().0.get(&term)
            && common.len() >= most
        {
            return Ok(common.iter().copied().take(most).collect());
        }
        let holders = Looked(self.library.read()).holders(term, most)?;
        if holders.len() >= most {
            self.common.borrow_mut().remember(term, &holders);
        }
        Ok(holders)
    }

    fn task(&self, family: u32) -> Result<Option<Task>, StoreError> {
        Looked(self.library.read()).task(family)
    }

    fn found(&mut self, task: &Task, terms: &[u64]) -> Result<u32, StoreError> {
        let terms: Vec<i64> = terms.iter().map(|term| term.cast_signed()).collect();
        self.library.add_family(&written(task)?, &terms)
    }

    fn remember(&mut self, wording: u64, family: u32) -> Result<(), StoreError> {
        self.library.set_wording(wording.cast_signed(), family)
    }
}

impl Library {
    /// Finds the families of what came or changed since they were found last; tells how many
    /// documents were looked at.
    ///
    /// # Errors
    /// [`crate::ErrorCode::Cancelled`] if stopped: what was done stays, the rest is done next time.
    pub fn find_families(
        &self,
        task: &str,
        cancel: &Cancel,
        mut report: impl FnMut(Progress),
    ) -> Result<u32, Error> {
        let explain = |error| self.explain(error);
        let themes = self.theme_list()?;
        let waiting = self
            .store()
            .read()
            .documents_without_features(version(&themes));
        let waiting = waiting.map_err(explain)?;
        let mut progress = Progress {
            task: task.into(),
            done: 0,
            total: u32::try_from(waiting.len()).unwrap_or(u32::MAX),
            label: String::new(),
        };
        let mut run = Run::default();
        for some in waiting.chunks(AT_ONCE) {
            cancel.check()?;
            report(progress.clone());
            self.store()
                .write(|library| {
                    some.iter().try_for_each(|id| {
                        let text = library.read().newest_revision(id)?.resolution;
                        if renew_themes(library, id, &text, &themes)? {
                            return Ok(());
                        }
                        notice(library, id, &text, &themes, &mut run)
                    })
                })
                .map_err(explain)?;
            progress.done += u32::try_from(some.len()).unwrap_or_default();
        }
        if progress.total > 0 {
            report(progress.clone());
        }
        Ok(progress.done)
    }

    /// How many documents wait for [`Library::find_families`].
    pub(crate) fn waiting_for_families(&self) -> Result<u32, Error> {
        let version = version(&*self.theme_list()?);
        let waiting = self.store().read().documents_without_features(version);
        let waiting = waiting.map_err(|error| self.explain(error))?;
        Ok(u32::try_from(waiting.len()).unwrap_or(u32::MAX))
    }

    /// A family with what may be the same task.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn family(&self, family: u32) -> Result<FamilyView, Error> {
        let explain = |error| self.explain(error);
        let store = self.store();
        let index = Looked(store.read());
        let joined = store.read().joined_families().map_err(explain)?;
        let root = |family: u32| resolved(&joined, family);
        let text = |family: u32| -> Result<String, StoreError> {
            Ok(index
                .task_of(family)?
                .map(|task| task.text)
                .unwrap_or_default())
        };
        let mut near = Vec::new();
        for one in svod_corpus::near(&index, family).map_err(explain)? {
            let other = root(one.family);
            let met = near.iter().any(|near: &NearFamily| near.family == other);
            if other != root(family) && !met {
                near.push(NearFamily {
                    family: other,
                    text: text(one.family).map_err(explain)?,
                    likelihood: one.likelihood,
                });
            }
        }
        let family = root(family);
        Ok(FamilyView {
            family,
            text: text(family).map_err(explain)?,
            near,
        })
    }

    /// Keeps that a person said two families to be one task, for ever after.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn join_families(&self, one: u32, other: u32) -> Result<(), Error> {
        self.store()
            .write(|library| {
                let joined = library.read().joined_families()?;
                let (one, other) = (resolved(&joined, one), resolved(&joined, other));
                if one == other {
                    return Ok(());
                }
                // What was joined to the other goes along, and comes back with it.
                let along: Vec<u32> = joined
                    .iter()
                    .filter(|(_, root)| **root == other)
                    .map(|(family, _)| *family)
                    .chain([other])
                    .collect();
                for family in &along {
                    library.set_joined(*family, Some(one))?;
                }
                let word = word("join", one.to_string(), other.to_string(), &along)?;
                library.add_family_word(&word, &now())
            })
            .map_err(|error: StoreError| self.explain(error))
    }

    /// Keeps that a person said a text to be another task than its family: it founds one of its own,
    /// and every document with that text, also of later years, follows.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn part_wording(&self, document: &Id, directive: &Id) -> Result<(), Error> {
        self.store()
            .write(|library| {
                let revision = library.read().newest_revision(document)?;
                let marks = library.read().marks(document)?.unwrap_or_default();
                let found = revision
                    .resolution
                    .directives()
                    .zip(unpack(&marks))
                    .find(|((_, _, one), _)| &one.id == directive);
                let Some(((_, group, directive), mark)) = found else {
                    return Err(StoreError::NoDocument {
                        id: directive.clone(),
                    });
                };
                let task = svod_corpus::task_of(group, directive);
                // Without terms: only this text goes there, what is like it stays.
                let own = library.add_family(&written(&task)?, &[])?;
                move_wording(library, mark.wording, (mark.family, own))?;
                let (wording, before) = (format!("{:016x}", mark.wording), [mark.family]);
                let word = word("part", wording, own.to_string(), &before)?;
                library.add_family_word(&word, &now())
            })
            .map_err(|error: StoreError| self.explain(error))
    }

    /// Takes back the last thing a person said of families; gives whether there was one.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn undo_family_word(&self) -> Result<bool, Error> {
        self.store()
            .write(|library| {
                let words = library.read().family_words()?;
                let last = words
                    .iter()
                    .rfind(|word| matches!(word.verdict.as_str(), "join" | "part"));
                let Some(last) = last else {
                    return Ok(false);
                };
                let before: Vec<u32> = read(&last.before)?;
                if last.verdict == "join" {
                    let other = last.other.parse::<u32>().unwrap_or_default();
                    for family in before {
                        let root = (family != other).then_some(other);
                        library.set_joined(family, root)?;
                    }
                } else if let (Ok(wording), Ok(own), Some(family)) = (
                    u64::from_str_radix(&last.one, 16),
                    last.other.parse(),
                    before.first(),
                ) {
                    move_wording(library, wording, (own, *family))?;
                }
                library.undo_family_word(last.number, &now())?;
                Ok(true)
            })
            .map_err(|error: StoreError| self.explain(error))
    }
}

/// The family a family was joined into.
pub(crate) fn resolved(joined: &BTreeMap<u32, u32>, family: u32) -> u32 {
    joined.get(&family).copied().unwrap_or(family)
}

/// Marks a document anew whose marks differ in their themes alone; tells whether it was such a one.
fn renew_themes(
    library: &Writer<'_>,
    id: &Id,
    resolution: &Resolution,
    themes: &ThemeList,
) -> Result<bool, StoreError> {
    let now = version(themes);
    let made = library.read().feature_version(id)?;
    if !made.is_some_and(|made| only_themes_differ(made, now)) {
        return Ok(false);
    }
    let packed = library.read().marks(id)?.unwrap_or_default();
    let mut marks: Vec<Mark> = unpack(&packed).collect();
    if marks.len() != resolution.directives().count() {
        return Ok(false);
    }
    for (mark, (_, _, directive)) in marks.iter_mut().zip(resolution.directives()) {
        mark.themes = themes_of(directive, themes);
    }
    library.set_marks(id, now, &pack(&marks))?;
    Ok(true)
}

/// Finds the families of one document's newest text and keeps its marks and facts.
pub(crate) fn notice(
    library: &Writer<'_>,
    id: &Id,
    resolution: &Resolution,
    themes: &ThemeList,
    run: &mut Run,
) -> Result<(), StoreError> {
    let mut index = Written {
        library,
        common: &run.common,
    };
    let marks = place(resolution, themes, &mut index, &mut run.kin)?;
    let members: Vec<NewMember> = marks
        .iter()
        .map(|mark| NewMember {
            family: mark.family,
            wording: mark.wording.cast_signed(),
        })
        .collect();
    let facts = written(&facts(resolution))?;
    library.set_features(id, version(themes), &pack(&marks), &facts, &members)
}

pub(crate) fn facts(resolution: &Resolution) -> Facts {
    let references = resolution.directives().flat_map(|(_, _, directive)| {
        let found = directive.references.iter();
        found.map(|reference| (directive.id.clone(), reference.clone()))
    });
    Facts {
        measures: measures(resolution),
        references: references.collect(),
    }
}

/// Moves every directive of a text from one family to another.
fn move_wording(
    library: &Writer<'_>,
    wording: u64,
    (from, to): (u32, u32),
) -> Result<(), StoreError> {
    library.set_wording(wording.cast_signed(), to)?;
    for member in library.read().members(from, MOST)? {
        if member.wording != wording.cast_signed() {
            continue;
        }
        let packed = library.read().marks(&member.document)?.unwrap_or_default();
        let mut marks: Vec<Mark> = unpack(&packed).collect();
        if let Some(mark) = marks.get_mut(member.place as usize) {
            mark.family = to;
        }
        let marks = pack(&marks);
        library.move_member(&member.document, member.place, (from, to), &marks)?;
    }
    Ok(())
}

fn word(
    verdict: &str,
    one: String,
    other: String,
    before: &[u32],
) -> Result<FamilyWord, StoreError> {
    Ok(FamilyWord {
        number: 0,
        verdict: verdict.into(),
        one,
        other,
        before: written(&before)?,
    })
}

pub(crate) fn written(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Internal {
        detail: error.to_string(),
    })
}

pub(crate) fn read<T: for<'a> Deserialize<'a>>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Internal {
        detail: error.to_string(),
    })
}
