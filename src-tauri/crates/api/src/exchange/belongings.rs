//! What people said of a document and what travels with it: remarks, advice put out of sight,
//! corrections of what was read, and control of its execution.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use svod_model::control::Mark;
use svod_model::{Id, Resolution};
use svod_readers::Correction;
use svod_store::{NewControl, Reader, Remark, StoreError, Writer};

use crate::library::new_id;

/// What was said of a document, in a bundle of version 2. A bundle of version 1 has none.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Belongings {
    pub(super) remarks: Vec<SharedRemark>,
    /// Advice that is not to be shown again.
    pub(super) ignored: Vec<String>,
    /// What was said of the source's lines, oldest first.
    pub(super) corrections: Vec<String>,
    pub(super) control: Option<SharedControl>,
}

/// A remark. Its id holds inside the document only.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct SharedRemark {
    id: Id,
    directive: Option<Id>,
    answers: Option<Id>,
    author: String,
    text: String,
    proposal: Option<String>,
    state: RemarkState,
    made_at: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum RemarkState {
    Open,
    Resolved,
    Accepted,
    Rejected,
}

impl RemarkState {
    const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Resolved => "resolved",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }

    fn of(name: &str) -> Self {
        let all = [Self::Resolved, Self::Accepted, Self::Rejected];
        let found = all.into_iter().find(|state| state.name() == name);
        found.unwrap_or(Self::Open)
    }
}

/// Control of a document's execution.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct SharedControl {
    adopted_on: chrono::NaiveDate,
    archived: bool,
    /// The text that was adopted, where it is not the newest one.
    #[serde(default)]
    adopted: Option<Resolution>,
    /// How it stood before its adoption, as the library keeps it.
    #[serde(default)]
    stood: Option<String>,
    marks: Vec<SharedMark>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct SharedMark {
    /// Marks of one act were made in one go.
    act: u32,
    directive: Id,
    mark: Mark,
    made_at: String,
    /// Who made it; empty if nobody gave a name.
    #[serde(default)]
    made_by: String,
}

impl SharedMark {
    /// Whether the same was said: acts are numbered by each library for itself.
    fn is(&self, other: &Self) -> bool {
        (&self.directive, &self.mark, &self.made_at)
            == (&other.directive, &other.mark, &other.made_at)
    }
}

impl SharedRemark {
    fn is(&self, other: &Self) -> bool {
        (&self.directive, &self.author, &self.text, &self.made_at)
            == (&other.directive, &other.author, &other.text, &other.made_at)
    }
}

impl Belongings {
    /// What a library has of a document.
    pub(super) fn of(read: &Reader<'_>, id: &Id) -> Result<Self, StoreError> {
        let remarks = read.remarks(id)?.into_iter().map(|remark| SharedRemark {
            id: remark.id,
            directive: remark.directive,
            answers: remark.answers,
            author: remark.author,
            text: remark.text,
            proposal: remark.proposal,
            state: RemarkState::of(&remark.state),
            made_at: remark.made_at,
        });
        let corrections = match read.original(id)? {
            Some(original) => read.corrections(&original)?,
            None => Vec::new(),
        };
        Ok(Self {
            remarks: remarks.collect(),
            ignored: read.ignored(id)?,
            corrections,
            control: SharedControl::of(read, id)?,
        })
    }

    /// What of this the library has not, so that taking it twice adds nothing. What was said of a
    /// directive here and there apart stays as it is here: nobody's word is put above another's.
    pub(super) fn beyond(&self, ours: &Self) -> Self {
        let remarks = self.remarks.iter().filter(|theirs| {
            let known = ours.remarks.iter().find(|ours| ours.is(theirs));
            known.is_none_or(|known| {
                known.state == RemarkState::Open && theirs.state != RemarkState::Open
            })
        });
        let ignored = self.ignored.iter().filter(|a| !ours.ignored.contains(a));
        let corrections = self.corrections.strip_prefix(ours.corrections.as_slice());
        Self {
            remarks: remarks.cloned().collect(),
            ignored: ignored.cloned().collect(),
            corrections: corrections.unwrap_or_default().to_vec(),
            control: self
                .control
                .as_ref()
                .and_then(|theirs| match &ours.control {
                    Some(ours) => theirs.beyond(ours),
                    None => Some(theirs.clone()),
                }),
        }
    }

    /// What of this can be said of another text of the document: remarks on directives it has, and
    /// marks, if it is under control as well. Corrections and advice are of the text they came with.
    pub(super) fn said_of(&self, text: &Resolution, ours: &Self) -> Self {
        let there = |directive: &Id| text.directive(directive).is_some();
        let remarks = self.remarks.iter();
        let remarks = remarks.filter(|remark| remark.directive.as_ref().is_none_or(there));
        let control = self.control.clone().filter(|_| ours.control.is_some());
        Self {
            remarks: remarks.cloned().collect(),
            control: control.map(|mut control| {
                control.marks.retain(|mark| there(&mark.directive));
                control
            }),
            ..Self::default()
        }
    }

    /// How many things a person would count: remarks, answers, and marks.
    pub(super) fn count(&self) -> u32 {
        let marks = self.control.as_ref().map_or(0, |all| all.marks.len());
        u32::try_from(self.remarks.len() + marks).unwrap_or(u32::MAX)
    }

    /// Of how many directives different things were said here and there.
    pub(super) fn apart(&self, ours: &Self) -> u32 {
        let (Some(theirs), Some(ours)) = (&self.control, &ours.control) else {
            return 0;
        };
        let directives: BTreeSet<&Id> = theirs.marks.iter().map(|mark| &mark.directive).collect();
        let apart = directives.into_iter().filter(|directive| {
            let (mine, other) = (ours.of_directive(directive), theirs.of_directive(directive));
            !mine.iter().zip(&other).all(|(a, b)| a.is(b))
        });
        u32::try_from(apart.count()).unwrap_or(u32::MAX)
    }

    /// The text that was adopted, where it is not the newest one.
    pub(super) fn adopted(&self) -> Option<&Resolution> {
        self.control.as_ref()?.adopted.as_ref()
    }

    /// Whether every correction is one this program can follow.
    pub(super) fn is_sound(&self) -> bool {
        let sound = |detail: &String| serde_json::from_str::<Correction>(detail).is_ok();
        self.corrections.iter().all(sound)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.remarks.is_empty()
            && self.ignored.is_empty()
            && self.corrections.is_empty()
            && self.control.is_none()
    }

    /// Adds what the library has not to a document that is there.
    pub(super) fn keep(&self, library: &Writer<'_>, id: &Id, at: &str) -> Result<(), StoreError> {
        let ours = Self::of(&library.read(), id)?;
        let new = self.beyond(&ours);
        let mut ids: BTreeMap<&Id, Id> = BTreeMap::new();
        for theirs in &self.remarks {
            if let Some(known) = ours.remarks.iter().find(|ours| ours.is(theirs)) {
                ids.insert(&theirs.id, known.id.clone());
            }
        }
        for remark in &new.remarks {
            if let Some(known) = ids.get(&remark.id) {
                library.settle_remark(id, known, remark.state.name(), at)?;
                continue;
            }
            // A remark's id is one for the whole library, and another document may have it.
            let fresh = new_id();
            library.add_remark(
                id,
                &Remark {
                    id: fresh.clone(),
                    directive: remark.directive.clone(),
                    answers: remark.answers.as_ref().and_then(|a| ids.get(a).cloned()),
                    author: remark.author.clone(),
                    text: remark.text.clone(),
                    proposal: remark.proposal.clone(),
                    state: remark.state.name().into(),
                    made_at: remark.made_at.clone(),
                },
            )?;
            ids.insert(&remark.id, fresh);
        }
        for advice in &new.ignored {
            library.ignore(id, advice, true)?;
        }
        if library.read().original(id)?.is_some() {
            for correction in &new.corrections {
                library.add_correction(id, correction, at)?;
            }
        }
        match &new.control {
            Some(control) => control.keep(library, id, ours.control.is_some(), at),
            None => Ok(()),
        }
    }
}

impl SharedControl {
    fn of(read: &Reader<'_>, id: &Id) -> Result<Option<Self>, StoreError> {
        let all = read.controlled()?;
        let Some(control) = all.into_iter().find(|control| control.document == *id) else {
            return Ok(None);
        };
        let newest = read.newest_revision(id)?;
        let adopted = match control.revision == newest.number {
            true => None,
            false => Some(read.revision(id, Some(control.revision))?.resolution),
        };
        let marks = read.control_marks(id)?.into_iter().map(|kept| SharedMark {
            act: kept.act,
            directive: kept.directive,
            mark: kept.mark,
            made_at: kept.made_at,
            made_by: kept.made_by,
        });
        let adopted_on = control.adopted_on.parse();
        Ok(Some(Self {
            adopted_on: adopted_on.map_err(|error: chrono::ParseError| StoreError::Internal {
                detail: error.to_string(),
            })?,
            archived: control.archived,
            stood: control.stood,
            adopted,
            marks: marks.collect(),
        }))
    }

    fn of_directive(&self, directive: &Id) -> Vec<&SharedMark> {
        let marks = self.marks.iter();
        marks.filter(|mark| mark.directive == *directive).collect()
    }

    /// The marks that come after ours; none of a directive of which other things were said here.
    fn beyond(&self, ours: &Self) -> Option<Self> {
        let marks = self.marks.iter().filter(|mark| {
            let (mine, theirs) = (
                ours.of_directive(&mark.directive),
                self.of_directive(&mark.directive),
            );
            let follows =
                mine.len() < theirs.len() && mine.iter().zip(&theirs).all(|(a, b)| a.is(b));
            follows && !mine.iter().any(|known| known.is(mark))
        });
        let marks: Vec<_> = marks.cloned().collect();
        (!marks.is_empty()).then(|| Self {
            marks,
            ..self.clone()
        })
    }

    fn keep(
        &self,
        library: &Writer<'_>,
        id: &Id,
        controlled: bool,
        at: &str,
    ) -> Result<(), StoreError> {
        if !controlled {
            let read = library.read();
            let mut revision = read.newest_revision(id)?.number;
            if let Some(adopted) = &self.adopted {
                for number in (1..=revision).rev() {
                    if read.revision(id, Some(number))?.resolution == *adopted {
                        revision = number;
                        break;
                    }
                }
            }
            library.put_under_control(NewControl {
                document: id,
                revision,
                adopted_on: &self.adopted_on.to_string(),
                stood: self.stood.as_deref().unwrap_or_default(),
                at,
            })?;
            if self.archived {
                library.archive(id, true, at)?;
            }
        }
        for act in self
            .marks
            .chunk_by(|a, b| (a.act, &a.made_at, &a.made_by) == (b.act, &b.made_at, &b.made_by))
        {
            let marks = act
                .iter()
                .map(|said| (said.directive.clone(), said.mark.clone()));
            let SharedMark {
                made_by, made_at, ..
            } = &act[0];
            library.add_marks(id, &marks.collect::<Vec<_>>(), made_by, made_at)?;
        }
        Ok(())
    }
}
