use std::collections::BTreeMap;
use std::sync::{MutexGuard, PoisonError};

use svod_model::{Directive, Edit, EditError, Group, Id, Origin, Resolution};
use svod_readers::recognise;
use svod_store::{PendingEdits, Store, StoreError, Writer};

use crate::documents::card;
use crate::library::now;
use crate::searching::indexed;
use crate::view::{DraftSaved, DraftView, GroupFacts, Recovered, RevisionCard};
use crate::{Error, ErrorCode, Library};

/// After how many kept edits a draft becomes a revision by itself, so that opening it stays quick.
const EDITS_IN_A_REVISION: u32 = 300;

/// The setting under which found-again work waits to be told of.
const RECOVERED: &str = "recovered";

/// A document that is being edited.
#[derive(Clone, Debug)]
pub(crate) struct OpenDraft {
    pub(crate) resolution: Resolution,
    /// How many times edits were kept since it was opened.
    pub(crate) kept: u32,
    /// How many of them are in no revision yet.
    pending: u32,
}

impl Library {
    /// Opens a document for editing; one that is open already is given as it stands.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`] if there is none of that id.
    pub fn open_draft(&self, id: &Id) -> Result<DraftView, Error> {
        let mut drafts = self.drafts();
        let draft = self.opened(&mut drafts, id)?.clone();
        drop(drafts);
        self.draft_view(id, draft)
    }

    /// Keeps edits: they are on the disk when this returns. `after` is what the last answer gave
    /// as `kept`.
    ///
    /// # Errors
    /// [`ErrorCode::DraftChanged`] if the draft is not as the caller believes, [`ErrorCode::DiskFull`]
    /// and the like if nothing could be written; the draft is then as before.
    pub fn edit_draft(&self, id: &Id, after: u32, edits: Vec<Edit>) -> Result<DraftSaved, Error> {
        let mut drafts = self.drafts();
        let draft = self.opened(&mut drafts, id)?;
        if draft.kept != after {
            return Err(Error::new(ErrorCode::DraftChanged).with("id", id.as_str()));
        }
        self.keep_edits(id, draft, edits, |_| Ok(()))
    }

    /// Applies edits to an open draft and keeps them, with what belongs to them, in one go.
    pub(crate) fn keep_edits(
        &self,
        id: &Id,
        draft: &mut OpenDraft,
        edits: Vec<Edit>,
        also: impl FnOnce(&Writer<'_>) -> Result<(), StoreError>,
    ) -> Result<DraftSaved, Error> {
        let at = now();
        let mut resolution = draft.resolution.clone();
        for edit in edits.clone() {
            apply(edit, &mut resolution).map_err(|error| {
                Error::new(ErrorCode::DraftChanged)
                    .with("id", id.as_str())
                    .because(error)
            })?;
        }
        let revise = draft.pending + 1 >= EDITS_IN_A_REVISION;
        self.store()
            .write(|library| {
                also(library)?;
                library.add_edits(id, &edits, &resolution, &at)?;
                if revise {
                    library.keep_draft(id, &resolution, None, &at)?;
                    library.index(id, &indexed(&resolution))?;
                }
                Ok(())
            })
            .map_err(|error: StoreError| self.explain(error))?;
        let (directives, groups) = told_anew(&draft.resolution, &resolution);
        draft.resolution = resolution;
        draft.kept += 1;
        draft.pending = if revise { 0 } else { draft.pending + 1 };
        Ok(DraftSaved {
            kept: draft.kept,
            at,
            directives,
            groups,
        })
    }

    /// Ends the editing of a document: what was changed becomes a revision.
    ///
    /// # Errors
    /// If the library cannot be written; the document then stays open.
    pub fn close_draft(&self, id: &Id) -> Result<(), Error> {
        let mut drafts = self.drafts();
        if let Some(draft) = drafts.get_mut(id) {
            self.revise(id, draft, None)?;
            drafts.remove(id);
        }
        Ok(())
    }

    /// Ends the editing of every document: the program closes. One that cannot be written stays
    /// in its journal and is found again at the next start.
    pub fn close_drafts(&self) {
        let open: Vec<Id> = self.drafts().keys().cloned().collect();
        for id in open {
            drop(self.close_draft(&id));
        }
    }

    /// Keeps the document as it stands as a revision of that name; a revision that is just that is
    /// named.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`]; if the library cannot be written.
    pub fn name_revision(&self, id: &Id, name: &str) -> Result<Vec<RevisionCard>, Error> {
        {
            let mut drafts = self.drafts();
            let draft = self.opened(&mut drafts, id)?;
            if draft.pending == 0 {
                self.store()
                    .write(|library| {
                        let newest = library.read().document(id)?.revision;
                        library.name_revision(id, newest, name)
                    })
                    .map_err(|error| self.explain(error))?;
            } else {
                self.revise(id, draft, Some(name))?;
            }
        }
        self.revisions(id)
    }

    /// Makes a document again what a revision has; what it was before is kept as a revision, too.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`] if there is no such revision.
    pub fn restore_revision(&self, id: &Id, number: u32) -> Result<DraftView, Error> {
        let mut drafts = self.drafts();
        let draft = self.opened(&mut drafts, id)?;
        self.revise(id, draft, None)?;
        let old = self
            .store()
            .read()
            .revision(id, Some(number))
            .map_err(|error| self.explain(error))?;
        draft.resolution = old.resolution;
        draft.kept += 1;
        draft.pending = 1;
        self.revise(id, draft, None)?;
        let draft = draft.clone();
        drop(drafts);
        self.draft_view(id, draft)
    }

    /// Work that was not closed in good order and was found again at the start.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn recovered(&self) -> Result<Vec<Recovered>, Error> {
        let stored = self
            .store()
            .read()
            .setting(RECOVERED)
            .map_err(|error| self.explain(error))?;
        Ok(stored
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default())
    }

    /// The person was told of the work found again.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn recovered_seen(&self) -> Result<(), Error> {
        self.store()
            .write(|library| library.set_setting(RECOVERED, "[]"))
            .map_err(|error| self.explain(error))
    }

    pub(crate) fn drafts(&self) -> MutexGuard<'_, BTreeMap<Id, OpenDraft>> {
        // Changed only after the store agreed, so a panic elsewhere leaves it sound.
        self.drafts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes a draft nothing was changed in, so that its document can be read anew.
    pub(crate) fn put_aside(&self, id: &Id) -> Result<(), Error> {
        let mut drafts = self.drafts();
        if drafts.get(id).is_some_and(|draft| draft.pending > 0) {
            return Err(Error::new(ErrorCode::EditedSince));
        }
        drafts.remove(id);
        Ok(())
    }

    /// The document as it stands in the window, if it is open there.
    pub(crate) fn standing(&self, id: &Id) -> Option<Resolution> {
        self.drafts().get(id).map(|draft| draft.resolution.clone())
    }

    pub(crate) fn opened<'d>(
        &self,
        drafts: &'d mut MutexGuard<'_, BTreeMap<Id, OpenDraft>>,
        id: &Id,
    ) -> Result<&'d mut OpenDraft, Error> {
        if !drafts.contains_key(id) {
            let store = self.store();
            let resolution = replayed(&store, id).map_err(|error| self.explain(error))?;
            let pending = store
                .read()
                .pending_edits(id)
                .map_err(|error| self.explain(error))?;
            let draft = OpenDraft {
                resolution,
                kept: 0,
                pending: u32::try_from(pending.len()).unwrap_or(u32::MAX),
            };
            drafts.insert(id.clone(), draft);
        }
        drafts
            .get_mut(id)
            .ok_or_else(|| Error::new(ErrorCode::Internal).because("a draft was not opened"))
    }

    pub(crate) fn draft_view(&self, id: &Id, draft: OpenDraft) -> Result<DraftView, Error> {
        let found = self
            .store()
            .read()
            .document(id)
            .map_err(|error| self.explain(error))?;
        let (carry, ancestors) = self.carried_over(id)?;
        Ok(DraftView {
            card: card(found)?,
            resolution: draft.resolution,
            kept: draft.kept,
            carry,
            ancestors,
        })
    }

    fn revise(&self, id: &Id, draft: &mut OpenDraft, name: Option<&str>) -> Result<(), Error> {
        if draft.pending == 0 && name.is_none() {
            return Ok(());
        }
        let at = now();
        self.store()
            .write(|library| {
                library.keep_draft(id, &draft.resolution, name, &at)?;
                library.index(id, &indexed(&draft.resolution))
            })
            .map_err(|error| self.explain(error))?;
        draft.pending = 0;
        Ok(())
    }
}

/// Makes revisions of edits that a program which ended in the middle of its work left behind, and
/// notes what was found. What cannot be replayed is left as it is: nothing is lost by waiting.
pub(crate) fn recover(store: &mut Store) -> Result<(), StoreError> {
    let left = store.read().documents_with_pending_edits()?;
    if left.is_empty() {
        return Ok(());
    }
    let told = store.read().setting(RECOVERED)?;
    let mut told: Vec<Recovered> = told
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    for PendingEdits {
        document,
        count,
        last_at,
    } in left
    {
        let Ok(resolution) = replayed(store, &document) else {
            continue;
        };
        let at = now();
        let revision = store.write(|library| {
            let number = library.keep_draft(&document, &resolution, None, &at)?;
            library.index(&document, &indexed(&resolution))?;
            Ok::<_, StoreError>(number)
        })?;
        told.retain(|other| other.document != document);
        told.push(Recovered {
            document,
            title: resolution.title,
            edits: count,
            last_at,
            revision,
        });
    }
    let text = serde_json::to_string(&told).map_err(|error| StoreError::Internal {
        detail: error.to_string(),
    })?;
    store.write(|library| library.set_setting(RECOVERED, &text))
}

/// The newest revision with the edits after it.
fn replayed(store: &Store, id: &Id) -> Result<Resolution, StoreError> {
    let read = store.read();
    let mut resolution = read.newest_revision(id)?.resolution;
    for stored in read.pending_edits(id)? {
        for edit in stored.edits {
            apply(edit, &mut resolution).map_err(|error| StoreError::Internal {
                detail: error.to_string(),
            })?;
        }
    }
    Ok(resolution)
}

/// Applies an edit as a screen sends it: the screen knows the words, the facts are recognised here.
/// The same edits give the same text whenever they are replayed.
pub(crate) fn apply(edit: Edit, resolution: &mut Resolution) -> Result<(), EditError> {
    let adopted = resolution.adopted_on;
    match edit {
        Edit::SetTitleBlock { block } => {
            let moved = block.adopted_on != adopted;
            Edit::SetTitleBlock { block }.apply(resolution)?;
            if moved {
                recognise_all(resolution);
            }
        }
        Edit::SetDirective { directive: new } => {
            let (group, old) = stands(resolution, &new.id)?;
            let mut merged = with_persons_facts(old, &new);
            let (old_text, old_lead) = (merged.text.clone(), merged.lead.clone());
            let old_addressee = merged.addressee.clone();
            merged.lead.clone_from(&new.lead);
            let denies = merged.denied != new.denied;
            merged.denied.clone_from(&new.denied);
            merged.result = new.result.filter(|words| !words.trim().is_empty());
            merged.cells = new.cells;
            let unnamed = takes_responsible(&mut merged, new.addressee, &new.text);
            if new.text != old_text || denies || unnamed {
                recognise::directive(&mut merged, new.text.clone(), &group, adopted);
            }
            let again = old_lead != merged.lead;
            let id = merged.id.clone();
            let renamed = old_addressee != merged.addressee;
            let named = renamed.then(|| own_bodies(resolution, &id)).flatten();
            Edit::SetDirective {
                directive: Box::new(merged),
            }
            .apply(resolution)?;
            if again {
                inherit_there(resolution, &id);
            }
            if let Some(named) = named {
                renames_bodies(resolution, &id, &named);
            }
        }
        Edit::InsertDirective {
            group: into,
            index,
            mut directive,
        } => {
            let group = group_of(resolution, &into)?;
            let text = directive.text.clone();
            recognise::directive(&mut directive, text, &group, adopted);
            Edit::InsertDirective {
                group: into,
                index,
                directive,
            }
            .apply(resolution)?;
        }
        Edit::MoveDirective { id, group, index } => {
            let named = id.clone();
            Edit::MoveDirective { id, group, index }.apply(resolution)?;
            inherit_there(resolution, &named);
        }
        Edit::SetGroup { id, head } => {
            let named = id.clone();
            Edit::SetGroup { id, head }.apply(resolution)?;
            if let Some(group) = group_mut(resolution, &named) {
                recognise::group(group, adopted);
            }
            recognise::bodies(resolution);
        }
        Edit::InsertGroup {
            section,
            index,
            mut group,
        } => {
            recognise_group(&mut group, adopted);
            Edit::InsertGroup {
                section,
                index,
                group,
            }
            .apply(resolution)?;
            recognise::bodies(resolution);
        }
        Edit::InsertSection { index, mut section } => {
            for group in &mut section.groups {
                recognise_group(group, adopted);
            }
            Edit::InsertSection { index, section }.apply(resolution)?;
            recognise::bodies(resolution);
        }
        other @ (Edit::SetPreamble { .. }
        | Edit::SetClosing { .. }
        | Edit::RemoveSection { .. }
        | Edit::MoveSection { .. }
        | Edit::SetSection { .. }
        | Edit::RemoveGroup { .. }
        | Edit::MoveGroup { .. }
        | Edit::RemoveDirective { .. }) => {
            other.apply(resolution)?;
        }
    }
    Ok(())
}

/// Recognises the facts of a whole text anew: its adoption date has changed, or it is new.
pub(crate) fn recognise_all(resolution: &mut Resolution) {
    let adopted = resolution.adopted_on;
    for section in &mut resolution.sections {
        for group in &mut section.groups {
            recognise_group(group, adopted);
        }
    }
    recognise::bodies(resolution);
}

fn recognise_group(group: &mut Group, adopted: Option<chrono::NaiveDate>) {
    if group.addressees.is_empty() {
        recognise::group(group, adopted);
    } else {
        recognise::dates(group, adopted);
    }
    let mut directives = std::mem::take(&mut group.directives);
    for directive in &mut directives {
        let text = directive.text.clone();
        recognise::directive(directive, text, group, adopted);
    }
    group.directives = directives;
}

/// The directive as it is known here, with what a person stated in the screen's copy of it.
fn with_persons_facts(mut known: Directive, sent: &Directive) -> Directive {
    let person = |origin: Origin| origin == Origin::Person;
    known.deadlines.retain(|fact| !person(fact.origin));
    let stated = sent.deadlines.iter().filter(|fact| person(fact.origin));
    known.deadlines.splice(0..0, stated.cloned());
    known.indicators.retain(|fact| !person(fact.origin));
    let stated = sent.indicators.iter().filter(|fact| person(fact.origin));
    known.indicators.extend(stated.cloned());
    known.references.retain(|fact| !person(fact.origin));
    let stated = sent.references.iter().filter(|fact| person(fact.origin));
    known.references.extend(stated.cloned());
    known
}

/// Takes over who is to do it, as a person said beside the words of the directive, which become
/// `text`. Whom the words name is recognised in them, whatever the screen still has of it. Gives
/// whether somebody named beside them was taken away, so that the words are looked through again.
fn takes_responsible(known: &mut Directive, sent: Option<String>, text: &str) -> bool {
    let sent = sent.filter(|who| !who.trim().is_empty());
    if sent == known.addressee {
        return false;
    }
    let beside = |who: &String| !text.contains(who.trim()) && !known.text.contains(who.trim());
    let stated = sent.as_ref().is_some_and(beside);
    let taken_away = sent.is_none() && known.responsible().is_some();
    if stated || taken_away {
        known.addressee = sent;
    }
    taken_away
}

/// Whom the directives of a group without a heading name, if they are its bodies.
fn own_bodies(resolution: &Resolution, directive: &Id) -> Option<Bodies> {
    let mut all = resolution.directives();
    let (_, group, _) = all.find(|(_, _, d)| &d.id == directive)?;
    let bare = group.heading.trim().is_empty();
    let own = bare.then(|| recognise::own_bodies(group));
    own.filter(|(addressees, partners)| {
        *addressees == group.addressees && *partners == group.partners
    })
}

type Bodies = (Vec<String>, Vec<String>);

/// Gives a group without a heading the bodies its directives name now.
fn renames_bodies(resolution: &mut Resolution, directive: &Id, before: &Bodies) {
    let groups = resolution.sections.iter_mut().flat_map(|s| &mut s.groups);
    let holds = |group: &&mut Group| group.directives.iter().any(|d| &d.id == directive);
    let Some(group) = groups.into_iter().find(holds) else {
        return;
    };
    let now = recognise::own_bodies(group);
    if now != *before {
        (group.addressees, group.partners) = now;
        recognise::bodies(resolution);
    }
}

fn stands(resolution: &Resolution, id: &Id) -> Result<(Group, Directive), EditError> {
    resolution
        .directives()
        .find(|(_, _, directive)| &directive.id == id)
        .map(|(_, group, directive)| (head_of(group), directive.clone()))
        .ok_or_else(|| EditError::NoSuchPart { id: id.clone() })
}

fn group_of(resolution: &Resolution, id: &Id) -> Result<Group, EditError> {
    let mut groups = resolution.sections.iter().flat_map(|s| &s.groups);
    groups
        .find(|group| &group.id == id)
        .map(head_of)
        .ok_or_else(|| EditError::NoSuchPart { id: id.clone() })
}

/// A group without its directives, which may be many.
fn head_of(group: &Group) -> Group {
    Group {
        heading: group.heading.clone(),
        deadlines: group.deadlines.clone(),
        ..Group::default()
    }
}

fn group_mut<'r>(resolution: &'r mut Resolution, id: &Id) -> Option<&'r mut Group> {
    let mut groups = resolution.sections.iter_mut().flat_map(|s| &mut s.groups);
    groups.find(|group| &group.id == id)
}

/// Gives a directive anew what it inherits where it stands; its neighbours keep what they have.
fn inherit_there(resolution: &mut Resolution, id: &Id) {
    let adopted = resolution.adopted_on;
    let mut groups = resolution.sections.iter_mut().flat_map(|s| &mut s.groups);
    let around = groups.find(|group| group.directives.iter().any(|d| &d.id == id));
    if let Some(group) = around {
        let head = head_of(group);
        if let Some(directive) = group.directives.iter_mut().find(|d| &d.id == id) {
            recognise::inherit(directive, &head, adopted);
        }
    }
}

/// Directives and groups that say something else than before.
fn told_anew(before: &Resolution, after: &Resolution) -> (Vec<Directive>, Vec<GroupFacts>) {
    let known: BTreeMap<&Id, &Directive> =
        before.directives().map(|(_, _, d)| (&d.id, d)).collect();
    let directives = after
        .directives()
        .map(|(_, _, directive)| directive)
        .filter(|directive| {
            known
                .get(&directive.id)
                .is_none_or(|old| *old != *directive)
        })
        .cloned()
        .collect();
    let facts = |resolution: &Resolution| -> Vec<GroupFacts> {
        let groups = resolution.sections.iter().flat_map(|s| &s.groups);
        groups
            .map(|group| GroupFacts {
                id: group.id.clone(),
                addressees: group.addressees.clone(),
                bodies: group.bodies.clone(),
                partners: group.partners.clone(),
                deadlines: group.deadlines.clone(),
            })
            .collect()
    };
    let old = facts(before);
    let groups = facts(after)
        .into_iter()
        .filter(|group| !old.contains(group))
        .collect();
    (directives, groups)
}
