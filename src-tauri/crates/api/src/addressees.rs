//! The register of bodies directives are given to.

use std::collections::BTreeSet;

use svod_language::{addressees, bodies, words};
use svod_model::Id;
use svod_store::{Own, OwnKind};

use crate::library::{OWN_SHELF, new_id, now};
use crate::view::{Addressee, DocumentCard, FoundAddressee, Renaming};
use crate::{Error, ErrorCode, Library};

/// Most bodies offered while a name is typed.
const OFFERED: usize = 8;

/// How many of the newest own documents are looked through for bodies: the last years of a district.
const LOOKED_THROUGH: usize = 30;

impl Library {
    /// The register, in the order bodies were first kept.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn addressees(&self) -> Result<Vec<Addressee>, Error> {
        let own = self
            .store()
            .read()
            .own(OwnKind::Addressee)
            .map_err(|error| self.explain(error))?;
        Ok(own
            .into_iter()
            .filter_map(|own| {
                let mut body: Addressee = serde_json::from_str(&own.text).ok()?;
                body.id = own.id;
                Some(body)
            })
            .collect())
    }

    /// A body of that name as it would stand in the register: its dative is a proposal for a
    /// person to confirm.
    pub fn propose_addressee(&self, name: &str) -> Addressee {
        let name = words::collapse(name);
        let nominative = bodies::nominative(&name);
        let dative = if nominative == name {
            bodies::dative(&name).unwrap_or_else(|| name.clone())
        } else {
            name.clone()
        };
        Addressee {
            id: Id::default(),
            class: addressees::class(&nominative),
            name: nominative,
            dative,
            short: None,
            aliases: Vec::new(),
            confirmed: false,
        }
    }

    /// Keeps a body, in place of one of the same id; one without an id is new.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn keep_addressee(&self, body: &Addressee) -> Result<Vec<Addressee>, Error> {
        self.keep_addressees(std::slice::from_ref(body))
    }

    /// Keeps several bodies, all of them or none.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn keep_addressees(&self, bodies: &[Addressee]) -> Result<Vec<Addressee>, Error> {
        let mut kept = Vec::new();
        for body in bodies {
            let text = serde_json::to_string(body)
                .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
            let id = if body.id.as_str().is_empty() {
                new_id()
            } else {
                body.id.clone()
            };
            kept.push(Own { id, text });
        }
        self.store()
            .write(|library| {
                kept.iter()
                    .try_for_each(|own| library.keep_own(OwnKind::Addressee, own, &now()))
            })
            .map_err(|error| self.explain(error))?;
        self.addressees()
    }

    /// Bodies the newest of the own documents give directives to and the register has by no name:
    /// those with most directives first, as they would stand in the register.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn found_addressees(&self) -> Result<Vec<FoundAddressee>, Error> {
        let register = self.addressees()?;
        let mut own: Vec<DocumentCard> = self.view()?.documents;
        own.retain(|card| card.shelf.as_str() == OWN_SHELF);
        own.sort_by_key(|card| std::cmp::Reverse(card.adopted_on));
        own.truncate(LOOKED_THROUGH);
        let mut found: Vec<FoundAddressee> = Vec::new();
        for card in &own {
            let resolution = self.document(&card.id)?.resolution;
            let mut here = BTreeSet::new();
            for group in resolution.sections.iter().flat_map(|s| &s.groups) {
                for body in &group.bodies {
                    let name = words::fold(&body.name);
                    if register.iter().any(|known| has_name(known, &name)) {
                        continue;
                    }
                    let at = found.iter().position(|f| has_name(&f.body, &name));
                    let at = at.unwrap_or_else(|| {
                        found.push(FoundAddressee {
                            body: Addressee {
                                dative: body.printed.clone(),
                                class: body.class,
                                ..self.propose_addressee(&body.name)
                            },
                            directives: 0,
                            documents: 0,
                        });
                        found.len() - 1
                    });
                    found[at].documents += u32::from(here.insert(at));
                    found[at].directives += u32::try_from(group.directives.len()).unwrap_or(0);
                }
            }
        }
        found.retain(|found| found.directives > 0);
        found.sort_by_key(|found| std::cmp::Reverse(found.directives));
        Ok(found)
    }

    /// Takes a body out of the register; texts stay as they are.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn drop_addressee(&self, id: &Id) -> Result<Vec<Addressee>, Error> {
        self.store()
            .write(|library| library.drop_own(OwnKind::Addressee, id))
            .map_err(|error| self.explain(error))?;
        self.addressees()
    }

    /// Bodies whose name, short name or former name has a word that begins like each of the typed
    /// ones: those of the register first, then those the document names already.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`].
    pub fn suggest_addressees(&self, document: &Id, typed: &str) -> Result<Vec<Addressee>, Error> {
        let typed: Vec<String> = split(typed);
        let fits = |body: &Addressee| {
            let mut names = vec![body.name.as_str(), body.dative.as_str()];
            names.extend(body.short.as_deref());
            names.extend(body.aliases.iter().map(|alias| alias.name.as_str()));
            let known: Vec<String> = names.into_iter().flat_map(split).collect();
            typed
                .iter()
                .all(|word| known.iter().any(|other| other.starts_with(word.as_str())))
        };
        let mut out = self.addressees()?;
        for group in self
            .document(document)?
            .resolution
            .sections
            .iter()
            .flat_map(|section| &section.groups)
        {
            for body in &group.bodies {
                let known = |other: &Addressee| words::fold(&other.name) == words::fold(&body.name);
                if !out.iter().any(known) {
                    out.push(Addressee {
                        dative: body.printed.clone(),
                        class: body.class,
                        ..self.propose_addressee(&body.name)
                    });
                }
            }
        }
        out.retain(fits);
        out.truncate(OFFERED);
        Ok(out)
    }

    /// Where a document names a body by a name it no longer has, with the text as it should be.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`].
    pub fn renamings(&self, document: &Id, body: &Id) -> Result<Vec<Renaming>, Error> {
        let Some(body) = self.addressees()?.into_iter().find(|b| &b.id == body) else {
            return Ok(Vec::new());
        };
        let resolution = self.document(document)?.resolution;
        let renamed = |text: &str| {
            let mut new = text.to_owned();
            for alias in &body.aliases {
                // The dative first: it may hold the nominative («отдел» in «отделу»).
                new = new.replace(&alias.dative, &body.dative);
                new = replaced_whole(&new, &alias.name, &body.name);
            }
            new
        };
        let mut out = Vec::new();
        for group in resolution.sections.iter().flat_map(|s| &s.groups) {
            let texts = std::iter::once((&group.id, true, &group.heading))
                .chain(group.directives.iter().map(|d| (&d.id, false, &d.text)));
            for (place, heading, old) in texts {
                let new = renamed(old);
                if new != *old {
                    out.push(Renaming {
                        place: place.clone(),
                        heading,
                        old: old.clone(),
                        new,
                    });
                }
            }
        }
        Ok(out)
    }
}

/// Whether a body has that folded name, now or formerly.
fn has_name(body: &Addressee, folded: &str) -> bool {
    let names = [&body.name, &body.dative].into_iter().chain(&body.short);
    let former = body.aliases.iter().flat_map(|a| [&a.name, &a.dative]);
    names.chain(former).any(|name| words::fold(name) == folded)
}

/// Replaces a name where it does not go on as a longer word.
fn replaced_whole(text: &str, name: &str, by: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let (before, found) = rest.split_at(at);
        let after = &found[name.len()..];
        out.push_str(before);
        let whole = !after.starts_with(char::is_alphabetic);
        out.push_str(if whole { by } else { name });
        rest = after;
    }
    out.push_str(rest);
    out
}

fn split(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(words::fold)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Access;
    use crate::view::{Alias, ImportOutcome};

    #[test]
    fn body_is_proposed_confirmed_offered_and_renamed_through_the_draft() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let text = "РЕШЕНИЕ\nсовещания\n\nУправлению образования Озёрного района:\n\
            - провести смотр.\n\nРуководителям школ:\n- сдать отчёт в управление образования Озёрного района.";
        let outcome = library.import_bytes("р.txt", text.into(), crate::library::OWN_SHELF);
        let ImportOutcome::Imported { card, .. } = outcome.unwrap() else {
            panic!("not imported");
        };
        let mut body = library.propose_addressee("Управление образования Озёрного округа");
        assert_eq!(body.dative, "Управлению образования Озёрного округа");
        body.short = Some("УО".into());
        body.confirmed = true;
        body.aliases.push(Alias {
            name: "управление образования Озёрного района".into(),
            dative: "Управлению образования Озёрного района".into(),
            until: "2025-01-01".parse().ok(),
        });
        let kept = library.keep_addressee(&body).unwrap();
        assert_eq!(library.suggest_addressees(&card.id, "уо").unwrap(), kept);
        let offered = library.suggest_addressees(&card.id, "рук шк").unwrap();
        assert_eq!(offered[0].dative, "Руководителям школ");
        let renamings = library.renamings(&card.id, &kept[0].id).unwrap();
        let new: Vec<&str> = renamings.iter().map(|r| r.new.as_str()).collect();
        assert_eq!(
            new,
            [
                "Управлению образования Озёрного округа",
                "сдать отчёт в Управление образования Озёрного округа"
            ]
        );
        assert!(library.drop_addressee(&kept[0].id).unwrap().is_empty());
    }

    #[test]
    fn bodies_of_own_documents_are_found_and_kept_together() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        for (year, more) in [("2025", ""), ("2026", "\n- вести журнал наставника.")]
        {
            let text = format!(
                "РЕЗОЛЮЦИЯ\nконференции педагогов Озёрного района\n25 августа {year} года\n\nУправлению образования Озёрного района:\n- провести смотр кабинетов {year} года.\n\nРуководителям школ:\n- сдать отчёт за {year} год;\n- открыть кружки.{more}"
            );
            library
                .import_bytes(&format!("{year}.txt"), text.into(), OWN_SHELF)
                .unwrap();
        }
        let found = library.found_addressees().unwrap();
        let told: Vec<_> = found
            .iter()
            .map(|f| {
                (
                    f.body.name.as_str(),
                    f.body.dative.as_str(),
                    f.directives,
                    f.documents,
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                ("Руководители школ", "Руководителям школ", 5, 2),
                (
                    "Управление образования Озёрного района",
                    "Управлению образования Озёрного района",
                    2,
                    2
                ),
            ]
        );
        let bodies: Vec<_> = found.into_iter().map(|found| found.body).collect();
        assert_eq!(library.keep_addressees(&bodies).unwrap().len(), 2);
        assert!(library.found_addressees().unwrap().is_empty());
    }
}
