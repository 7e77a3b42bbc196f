//! Last year's directives, taken over one by one.

use std::collections::BTreeMap;

use svod_language::{shift, words};
use svod_model::{Directive, Edit, Group, Id, Resolution, Section, SectionHead, numbering};
use svod_store::{Carried, CarrySource};

use crate::library::{new_id, now};
use crate::view::{Ancestor, CarryItem, CarryProgress, CarryVerdict, CarryView, DocumentView};
use crate::{Error, ErrorCode, Library};

impl Library {
    /// Last year's directives with what was said of each.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`] if the document takes over nothing.
    pub fn carry_over(&self, id: &Id) -> Result<CarryView, Error> {
        let from = self.source_of(id)?;
        let last = self.document_at(&from.source, Some(from.revision))?;
        let said = self.said(id)?;
        let mut execution = self.execution(&from.source)?;
        let adopted = last.resolution.adopted_on;
        let items = last
            .resolution
            .directives()
            .map(|(section, group, directive)| {
                let said = said.get(&directive.id);
                CarryItem {
                    number: number_of(&last, &directive.id),
                    section: section.title.clone(),
                    heading: group.heading.clone(),
                    suggestion: shift::years(&directive.text, from.years, adopted),
                    verdict: said.and_then(|said| verdict(&said.verdict)),
                    reason: said.and_then(|said| said.reason.clone()),
                    became: said.and_then(|said| said.became.clone()),
                    execution: execution.remove(&directive.id),
                    directive: directive.clone(),
                }
            })
            .collect();
        Ok(CarryView {
            source: last.card,
            years: from.years,
            items,
            draft: self.open_draft(id)?,
        })
    }

    /// Says what becomes of one of last year's directives, in place of what was said before; the
    /// draft follows. `text` is the new wording for [`CarryVerdict::Change`].
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`] if the document takes over nothing or last year's text has
    /// no such directive; if the library cannot be written.
    pub fn carry(
        &self,
        id: &Id,
        directive: &Id,
        verdict: CarryVerdict,
        text: Option<&str>,
        reason: Option<&str>,
    ) -> Result<CarryView, Error> {
        let from = self.source_of(id)?;
        let last = self.document_at(&from.source, Some(from.revision))?;
        let said = self.said(id)?;
        let found = last
            .resolution
            .directives()
            .find(|(_, _, other)| &other.id == directive);
        let Some((section, group, source)) = found else {
            return Err(Error::new(ErrorCode::DocumentNotFound).with("id", directive.as_str()));
        };
        let mut drafts = self.drafts();
        let draft = self.opened(&mut drafts, id)?;
        let before = said.get(directive).and_then(|said| said.became.clone());
        let standing = before.filter(|became| draft.resolution.directive(became).is_some());
        let moved = |text: &str| shift::years(text, from.years, last.resolution.adopted_on);
        let words = match (verdict, text) {
            (CarryVerdict::Change, Some(text)) => Some(text.trim().to_owned()),
            (CarryVerdict::Keep | CarryVerdict::Change, _) => Some(moved(&source.text)),
            (CarryVerdict::Close | CarryVerdict::Drop, _) => None,
        };
        let (edits, became) = match (words, standing) {
            (Some(text), Some(became)) => {
                let mut directive = draft
                    .resolution
                    .directive(&became)
                    .cloned()
                    .unwrap_or_default();
                directive.text = text;
                let directive = Box::new(directive);
                (vec![Edit::SetDirective { directive }], Some(became))
            }
            (Some(text), None) => {
                let directive = Directive {
                    id: new_id(),
                    text,
                    lead: source.lead.as_deref().map(moved),
                    addressee: source.addressee.clone(),
                    result: source.result.clone(),
                    cells: source.cells.clone(),
                    ..Directive::default()
                };
                let became = directive.id.clone();
                let place = Place {
                    last: &last.resolution,
                    section,
                    group,
                    source: &source.id,
                    said: &said,
                };
                let heading = moved(&group.heading);
                (
                    place.insert(&draft.resolution, directive, &heading),
                    Some(became),
                )
            }
            (None, Some(became)) => (taken_out(&draft.resolution, &became), None),
            (None, None) => (Vec::new(), None),
        };
        let carried = Carried {
            directive: directive.clone(),
            verdict: name(verdict).into(),
            reason: reason
                .map(str::trim)
                .filter(|r| !r.is_empty())
                .map(Into::into),
            became,
            undo: inverses(&draft.resolution, &edits),
        };
        self.keep_edits(id, draft, edits, |library| {
            library.add_carried(id, &carried, &now())
        })?;
        drop(drafts);
        self.carry_over(id)
    }

    /// Takes the last thing said back, and what it did to the draft.
    ///
    /// # Errors
    /// As for [`Library::carry`].
    pub fn uncarry(&self, id: &Id) -> Result<CarryView, Error> {
        self.source_of(id)?;
        let last = self
            .store()
            .read()
            .carried(id)
            .map_err(|error| self.explain(error))?
            .pop();
        if let Some(last) = last {
            let mut drafts = self.drafts();
            let draft = self.opened(&mut drafts, id)?;
            // The draft may have changed since; then at least what came over goes away again.
            let edits = if fits(&draft.resolution, &last.undo) {
                last.undo
            } else {
                let standing = last
                    .became
                    .filter(|became| draft.resolution.directive(became).is_some());
                standing
                    .map(|became| taken_out(&draft.resolution, &became))
                    .unwrap_or_default()
            };
            self.keep_edits(id, draft, edits, |library| {
                library.undo_carried(id, &now()).map(|_| ())
            })?;
        }
        self.carry_over(id)
    }

    /// How far the taking over has come, and where the draft's directives come from.
    pub(crate) fn carried_over(
        &self,
        id: &Id,
    ) -> Result<(Option<CarryProgress>, BTreeMap<Id, Ancestor>), Error> {
        let from = self
            .store()
            .read()
            .carry_source(id)
            .map_err(|error| self.explain(error))?;
        let Some(from) = from else {
            return Ok((None, BTreeMap::new()));
        };
        let last = self.document_at(&from.source, Some(from.revision))?;
        let said = self.said(id)?;
        let ancestors = last
            .resolution
            .directives()
            .filter_map(|(_, _, directive)| {
                let became = said.get(&directive.id)?.became.clone()?;
                let ancestor = Ancestor {
                    directive: directive.id.clone(),
                    number: number_of(&last, &directive.id),
                    text: directive.text.clone(),
                    adopted_on: last.resolution.adopted_on,
                };
                Some((became, ancestor))
            })
            .collect();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let progress = CarryProgress {
            source: from.source,
            title: last.card.title,
            adopted_on: last.resolution.adopted_on,
            directives: count(last.resolution.directives().count()),
            decided: count(said.len()),
        };
        Ok((Some(progress), ancestors))
    }

    fn source_of(&self, id: &Id) -> Result<CarrySource, Error> {
        self.store()
            .read()
            .carry_source(id)
            .map_err(|error| self.explain(error))?
            .ok_or_else(|| Error::new(ErrorCode::DocumentNotFound).with("id", id.as_str()))
    }

    fn said(&self, id: &Id) -> Result<BTreeMap<Id, Carried>, Error> {
        let said = self
            .store()
            .read()
            .carried(id)
            .map_err(|error| self.explain(error))?;
        Ok(said
            .into_iter()
            .map(|said| (said.directive.clone(), said))
            .collect())
    }
}

/// Where one of last year's directives stood.
struct Place<'a> {
    last: &'a Resolution,
    section: &'a Section,
    group: &'a Group,
    source: &'a Id,
    said: &'a BTreeMap<Id, Carried>,
}

impl Place<'_> {
    /// The edits that put a directive into the draft where it stood last year: into the session of
    /// that name and the group of that heading, which are made if need be, after what stood before
    /// it.
    fn insert(&self, draft: &Resolution, directive: Directive, heading: &str) -> Vec<Edit> {
        let mut edits = Vec::new();
        let same = |a: &str, b: &str| words::fold(a) == words::fold(b);
        let title = self.section.title.as_deref().unwrap_or_default();
        let found = draft
            .sections
            .iter()
            .position(|s| same(s.title.as_deref().unwrap_or_default(), title));
        // The first session is taken over with the title block and stands empty until then.
        let unused = draft
            .sections
            .iter()
            .position(|s| s.groups.is_empty() && s.title.is_none() && s.findings.is_empty());
        let section = match (found, unused) {
            (Some(at), _) => draft.sections[at].clone(),
            (None, Some(at)) => {
                let section = draft.sections[at].clone();
                edits.push(Edit::SetSection {
                    id: section.id.clone(),
                    head: Box::new(SectionHead {
                        title: self.section.title.clone(),
                        called: self.section.called.clone(),
                        lead_in: self.section.lead_in.clone(),
                        ..SectionHead::default()
                    }),
                });
                section
            }
            (None, None) => {
                let section = Section {
                    id: new_id(),
                    title: self.section.title.clone(),
                    called: self.section.called.clone(),
                    lead_in: self.section.lead_in.clone(),
                    ..Section::default()
                };
                let index = self.after(self.sections_before(), |title| {
                    let mut sections = draft.sections.iter();
                    sections.position(|s| same(s.title.as_deref().unwrap_or_default(), title))
                });
                edits.push(Edit::InsertSection {
                    index,
                    section: Box::new(section.clone()),
                });
                section
            }
        };
        let Some(group) = section.groups.iter().find(|g| self.is_home(g, heading)) else {
            let before = self.groups_before();
            let stands = |group: &&Group| before.iter().any(|b| self.came_from(group, b));
            let index = section.groups.iter().rposition(|g| stands(&g));
            let index = index.map_or(0, |at| at + 1);
            edits.push(Edit::InsertGroup {
                section: section.id,
                index,
                group: Box::new(Group {
                    id: new_id(),
                    heading: heading.to_owned(),
                    addressees: self.group.addressees.clone(),
                    directives: vec![directive],
                    ..Group::default()
                }),
            });
            return edits;
        };
        let before = self
            .group
            .directives
            .iter()
            .take_while(|d| &d.id != self.source);
        let became: Vec<Id> = before
            .filter_map(|d| self.said.get(&d.id)?.became.clone())
            .collect();
        let after = group
            .directives
            .iter()
            .rposition(|d| became.contains(&d.id));
        edits.push(Edit::InsertDirective {
            group: group.id.clone(),
            index: after.map_or(0, |at| at + 1),
            directive: Box::new(directive),
        });
        edits
    }

    /// The place after the nearest of the names that is there already.
    fn after(&self, names: Vec<String>, place: impl Fn(&str) -> Option<usize>) -> usize {
        let nearest = names.iter().rev().find_map(|name| place(name));
        nearest.map_or(0, |at| at + 1)
    }

    fn sections_before(&self) -> Vec<String> {
        let before = self.last.sections.iter();
        before
            .take_while(|s| s.id != self.section.id)
            .map(|s| s.title.clone().unwrap_or_default())
            .collect()
    }

    fn groups_before(&self) -> Vec<&Group> {
        let before = self.section.groups.iter();
        before.take_while(|g| g.id != self.group.id).collect()
    }

    /// Whether a group of the draft is where this directive's group came over to: last year's text
    /// may have two groups of one heading, and they stay two.
    fn is_home(&self, group: &Group, heading: &str) -> bool {
        let others = self.section.groups.iter().filter(|g| g.id != self.group.id);
        self.came_from(group, self.group)
            || words::fold(&group.heading) == words::fold(heading)
                && !others.into_iter().any(|other| self.came_from(group, other))
    }

    /// Whether one of the draft's groups holds what came over from one of last year's.
    fn came_from(&self, group: &Group, last: &Group) -> bool {
        last.directives.iter().any(|directive| {
            let became = self
                .said
                .get(&directive.id)
                .and_then(|said| said.became.as_ref());
            became.is_some_and(|became| group.directives.iter().any(|d| &d.id == became))
        })
    }
}

/// The edits that take these back, in their order.
fn inverses(draft: &Resolution, edits: &[Edit]) -> Vec<Edit> {
    let mut draft = draft.clone();
    let mut out: Vec<Edit> = edits
        .iter()
        .filter_map(|edit| edit.clone().apply(&mut draft).ok())
        .collect();
    out.reverse();
    out
}

/// Whether edits can be made to a draft as it stands.
fn fits(draft: &Resolution, edits: &[Edit]) -> bool {
    let mut draft = draft.clone();
    edits
        .iter()
        .all(|edit| edit.clone().apply(&mut draft).is_ok())
}

/// The edits that take a directive out, and the heading it leaves without tasks.
fn taken_out(draft: &Resolution, id: &Id) -> Vec<Edit> {
    let mut edits = vec![Edit::RemoveDirective { id: id.clone() }];
    let mut groups = draft.sections.iter().flat_map(|s| &s.groups);
    let alone = groups.find(|group| matches!(&group.directives[..], [only] if &only.id == id));
    if let Some(group) = alone {
        edits.push(Edit::RemoveGroup {
            id: group.id.clone(),
        });
    }
    edits
}

fn number_of(document: &DocumentView, id: &Id) -> String {
    let printed = document.numbers.get(id).cloned();
    printed.unwrap_or_else(|| {
        numbering::number(&document.resolution)
            .remove(id)
            .unwrap_or_default()
    })
}

fn name(verdict: CarryVerdict) -> &'static str {
    match verdict {
        CarryVerdict::Keep => "keep",
        CarryVerdict::Change => "change",
        CarryVerdict::Close => "close",
        CarryVerdict::Drop => "drop",
    }
}

fn verdict(name: &str) -> Option<CarryVerdict> {
    match name {
        "keep" => Some(CarryVerdict::Keep),
        "change" => Some(CarryVerdict::Change),
        "close" => Some(CarryVerdict::Close),
        "drop" => Some(CarryVerdict::Drop),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Access;
    use crate::view::{ImportOutcome, Start};

    const LAST: &str = "РЕЗОЛЮЦИЯ\nавгустовского форума\n\nпринята 25.08.2026\n\n\
        Участники форума рекомендуют:\n\n1. Управлению образования:\n\
        1.1. утвердить план на 2026/2027 учебный год до 1 октября 2026 года;\n\
        1.2. провести смотр музеев до 15 мая 2027 года.\n\n2. Руководителям школ:\n\
        2.1. открыть клубы до 1 ноября 2026 года;\n2.2. обновить сайты.\n";

    fn library() -> (tempfile::TempDir, Library, Id) {
        library_of(LAST)
    }

    fn library_of(last: &str) -> (tempfile::TempDir, Library, Id) {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let outcome = library.import_bytes("2026.txt", last.into(), crate::library::OWN_SHELF);
        let ImportOutcome::Imported { card, .. } = outcome.unwrap() else {
            panic!("not imported");
        };
        let start = Start::LastYear {
            document: card.id,
            years: 1,
        };
        let id = library.start_draft(&start).unwrap().card.id;
        (folder, library, id)
    }

    fn texts(view: &CarryView) -> Vec<String> {
        let directives = view.draft.resolution.directives();
        directives.map(|(_, _, d)| d.text.clone()).collect()
    }

    #[test]
    fn directives_come_over_in_last_years_order_whatever_order_they_are_decided_in() {
        let (_folder, library, id) = library();
        let view = library.carry_over(&id).unwrap();
        assert_eq!(view.items.len(), 4);
        assert_eq!(view.draft.resolution.directives().count(), 0);
        let ids: Vec<Id> = view.items.iter().map(|i| i.directive.id.clone()).collect();
        let say = |n: usize, verdict, text| library.carry(&id, &ids[n], verdict, text, None);
        say(
            3,
            CarryVerdict::Change,
            Some("обновить сайты школ до 1 декабря 2027 года"),
        )
        .unwrap();
        say(1, CarryVerdict::Keep, None).unwrap();
        say(0, CarryVerdict::Keep, None).unwrap();
        let view = say(2, CarryVerdict::Keep, None).unwrap();
        assert_eq!(
            texts(&view),
            [
                "утвердить план на 2027/2028 учебный год до 1 октября 2027 года",
                "провести смотр музеев до 15 мая 2028 года",
                "открыть клубы до 1 ноября 2027 года",
                "обновить сайты школ до 1 декабря 2027 года",
            ]
        );
        let headings: Vec<&str> = view.draft.resolution.sections[0]
            .groups
            .iter()
            .map(|g| g.heading.as_str())
            .collect();
        assert_eq!(headings, ["Управлению образования", "Руководителям школ"]);
        assert_eq!(view.draft.ancestors.len(), 4, "lineage is kept");
        let carry = view.draft.carry.unwrap();
        assert_eq!((carry.directives, carry.decided), (4, 4));
    }

    #[test]
    fn two_groups_of_one_heading_stay_two_in_their_order() {
        let last = "РЕШЕНИЕ\nсовещания\n\nпринято 25.08.2026\n\n1. Руководителям школ:\n- провести смотр музеев;\n\
            - открыть клубы.\n2. Управлению образования:\n- утвердить план ремонта.\n3. Руководителям школ:\n\
            - обновить сайты;\n- издать сборник.\n";
        for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [3, 0, 4, 2, 1]] {
            let (_folder, library, id) = library_of(last);
            let items = library.carry_over(&id).unwrap().items;
            for n in order {
                let directive = &items[n].directive.id;
                library
                    .carry(&id, directive, CarryVerdict::Keep, None, None)
                    .unwrap();
            }
            let view = library.carry_over(&id).unwrap();
            let expected: Vec<&str> = items.iter().map(|i| i.directive.text.as_str()).collect();
            assert_eq!(texts(&view), expected, "decided in {order:?}");
            assert_eq!(view.draft.resolution.sections[0].groups.len(), 3);
        }
    }

    #[test]
    fn second_thought_and_undo_change_the_draft_as_well() {
        let (_folder, library, id) = library();
        let first = library.carry_over(&id).unwrap().items[0]
            .directive
            .id
            .clone();
        library
            .carry(&id, &first, CarryVerdict::Keep, None, None)
            .unwrap();
        let view = library
            .carry(&id, &first, CarryVerdict::Drop, None, Some(" нет средств "))
            .unwrap();
        assert!(texts(&view).is_empty());
        assert!(view.draft.resolution.sections[0].groups.is_empty());
        assert_eq!(view.items[0].reason.as_deref(), Some("нет средств"));
        let view = library.uncarry(&id).unwrap();
        assert_eq!(
            view.items[0].verdict,
            Some(CarryVerdict::Keep),
            "the first thought holds again"
        );
        assert_eq!(texts(&view).len(), 1);
        let words = "утвердить план наставничества до 1 ноября 2027 года";
        library
            .carry(&id, &first, CarryVerdict::Change, Some(words), None)
            .unwrap();
        let view = library.uncarry(&id).unwrap();
        assert_eq!(
            texts(&view),
            ["утвердить план на 2027/2028 учебный год до 1 октября 2027 года"]
        );
        let view = library.uncarry(&id).unwrap();
        assert_eq!(view.items[0].verdict, None);
        assert!(texts(&view).is_empty());
        assert!(library.uncarry(&id).is_ok(), "nothing left to take back");
    }
}
