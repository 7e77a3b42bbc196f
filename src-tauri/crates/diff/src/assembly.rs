//! Session drafts that come back as files, set against the whole they belong to.
//!
//! Every incoming directive is placed: it is one of the whole's (by its id, which exported files
//! carry as a bookmark, or by alignment), or it is new. What cannot be decided by itself — two
//! wordings of one directive, the same task from two sessions, dates or targets that contradict —
//! is a [`Conflict`], as data. The result depends on the set of files only, never on their order.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use svod_language::words::fold;
use svod_model::{Beside, Directive, Group, Id, Resolution, Section};
use ts_rs::TS;

use crate::neighbours::by_place;
use crate::{Certainty, Changes, Word, compare, words};

/// A file that came back.
#[derive(Clone, Copy, Debug)]
pub struct Returned<'a> {
    /// A name that stays with the file whatever else comes back: the hash of its bytes.
    pub key: &'a str,
    /// What was read from it.
    pub resolution: &'a Resolution,
}

/// Everything that came back, placed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Assembly {
    /// Every incoming directive, by file key, then in its file's order.
    pub directives: Vec<Incoming>,
    /// Every incoming paragraph that is no directive and that the whole does not have.
    pub paragraphs: Vec<IncomingParagraph>,
    /// Directives of the whole that a file which speaks of their group leaves out.
    pub missing: Vec<Missing>,
    /// What a person has to decide.
    pub conflicts: Vec<Conflict>,
}

/// A directive of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Incoming {
    /// Its name in the assembly: the file's key and its place.
    pub key: String,
    /// The file.
    pub file: String,
    /// The name of the session it stands in.
    pub section: Option<String>,
    /// The addressee heading it stands under.
    pub heading: String,
    /// The directive.
    pub directive: Directive,
    /// Where it belongs.
    pub place: Place,
}

/// Where an incoming directive belongs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum Place {
    /// It is a directive of the whole, word for word.
    Same {
        /// Which.
        id: Id,
    },
    /// It is a directive of the whole in other words.
    Edited {
        /// Which.
        id: Id,
        /// What was changed.
        words: Vec<Word>,
        /// It was found by its bookmark, not by its words.
        anchored: bool,
        /// What is printed beside its words, if that was changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        beside: Option<Box<BesideChange>>,
    },
    /// The whole does not have it.
    New {
        /// The directive of the whole it follows in its file, if that is known.
        after: Option<Id>,
    },
}

/// What was and is printed beside a directive's words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct BesideChange {
    /// In the whole.
    pub before: Beside,
    /// In the file.
    pub after: Beside,
}

impl BesideChange {
    fn of(before: &Directive, after: &Directive) -> Option<Self> {
        let (before, after) = (before.beside(), after.beside());
        let said = |beside: &Beside| -> Vec<String> {
            let phrases = beside.phrases().into_iter();
            phrases
                .map(|phrase| fold(phrase.trim_end_matches('.')))
                .collect()
        };
        (said(&before) != said(&after)).then_some(Self { before, after })
    }
}

/// A paragraph of a file that is no directive.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct IncomingParagraph {
    /// Its name in the assembly.
    pub key: String,
    /// The file.
    pub file: String,
    /// The name of the session it stands in.
    pub section: Option<String>,
    /// What it is.
    pub part: ParagraphPart,
    /// Its words.
    pub text: String,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ParagraphPart {
    /// Of the preamble.
    Preamble,
    /// A finding of a session.
    Finding,
    /// A problem a session names.
    Problem,
    /// Of the closing.
    Closing,
    /// A line the reader found no place for.
    Unplaced,
}

/// A directive of the whole a file leaves out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Missing {
    /// The file.
    pub file: String,
    /// The directive.
    pub id: Id,
    /// Its words.
    pub text: String,
}

/// Something a person has to decide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Conflict {
    /// What kind it is.
    pub kind: ConflictKind,
    /// The incoming directives, by their names in the assembly.
    pub incoming: Vec<String>,
    /// The directive of the whole they are about, if it is about one.
    pub id: Option<Id>,
}

/// Kinds of conflicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// Two files edited one directive, each in its own way.
    TwoEdits,
    /// Two sessions bring the same task, or one brings a task the whole has elsewhere.
    Duplicate,
    /// The same task with dates or targets that contradict.
    Contradiction,
    /// One file edits what another leaves out.
    EditedAndMissing,
}

/// Places everything that came back against the whole.
pub fn assemble(whole: &Resolution, returned: &[Returned<'_>]) -> Assembly {
    // The order files are given in says nothing, and the same file twice is one file.
    let files: BTreeMap<&str, &Resolution> = returned
        .iter()
        .map(|file| (file.key, file.resolution))
        .collect();
    let mut assembly = Assembly::default();
    for (key, resolution) in &files {
        place_file(whole, key, resolution, &mut assembly);
    }
    conflicts(whole, &mut assembly);
    assembly
}

fn place_file(whole: &Resolution, file: &str, returned: &Resolution, assembly: &mut Assembly) {
    let known: BTreeMap<&Id, &Directive> = whole.directives().map(|(_, _, d)| (&d.id, d)).collect();
    let aligned = aligned(whole, returned, &known);
    let mut met: BTreeSet<Id> = BTreeSet::new();
    let mut groups: BTreeSet<&Id> = BTreeSet::new();
    let mut after: Option<Id> = None;
    for (n, (section, group, directive)) in returned.directives().enumerate() {
        // A bookmark counts once: Word doubles it with the paragraph it stands in.
        let anchor = known.get(&directive.id).filter(|d| !met.contains(&d.id));
        let found = match anchor {
            Some(found) => Some((*found, true)),
            None => aligned
                .get(&directive.id)
                .filter(|id| !met.contains(*id))
                .and_then(|id| known.get(id))
                .map(|found| (*found, false)),
        };
        let place = match found {
            Some((found, anchored)) => {
                met.insert(found.id.clone());
                after = Some(found.id.clone());
                if let Some(group) = group_around(whole, &found.id) {
                    groups.insert(&group.id);
                }
                let beside = BesideChange::of(found, directive).map(Box::new);
                if found.text == directive.text && beside.is_none() {
                    Place::Same {
                        id: found.id.clone(),
                    }
                } else {
                    Place::Edited {
                        id: found.id.clone(),
                        words: words(&found.text, &directive.text),
                        anchored,
                        beside,
                    }
                }
            }
            None => Place::New {
                after: after.clone(),
            },
        };
        assembly.directives.push(Incoming {
            key: format!("{file}/{n}"),
            file: file.to_owned(),
            section: section.title.clone(),
            heading: group.heading.clone(),
            directive: directive.clone(),
            place,
        });
    }
    for (_, group, directive) in whole.directives() {
        if groups.contains(&group.id) && !met.contains(&directive.id) {
            assembly.missing.push(Missing {
                file: file.to_owned(),
                id: directive.id.clone(),
                text: directive.text.clone(),
            });
        }
    }
    paragraphs(whole, file, returned, assembly);
}

/// Which directive of the whole each of the file's is, by words: what the comparison is sure or
/// nearly sure of, and then what stands between the same neighbours in much the same words.
fn aligned(
    whole: &Resolution,
    returned: &Resolution,
    known: &BTreeMap<&Id, &Directive>,
) -> BTreeMap<Id, Id> {
    let anchored: BTreeSet<&Id> = returned
        .directives()
        .map(|(_, _, d)| &d.id)
        .filter(|id| known.contains_key(id))
        .collect();
    let comparison = compare(whole, returned);
    let mut pairs: Vec<_> = comparison
        .pairs
        .iter()
        .filter(|pair| pair.certainty != Certainty::Possible)
        .filter(|pair| !anchored.contains(&pair.old.id))
        .collect();
    pairs.sort_by(|a, b| b.score.total_cmp(&a.score));
    let (mut out, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for pair in pairs {
        if !out.contains_key(&pair.new.id) && taken.insert(&pair.old.id) {
            out.insert(pair.new.id.clone(), pair.old.id.clone());
        }
    }
    // What the comparison is not sure of alone may be told by where it stands.
    let matched: BTreeMap<&Id, &Id> = anchored
        .iter()
        .map(|id| (*id, *id))
        .chain(out.iter())
        .collect();
    let placed = by_place(whole, returned, &matched);
    out.extend(placed);
    out
}

fn group_around<'r>(resolution: &'r Resolution, directive: &Id) -> Option<&'r Group> {
    resolution
        .directives()
        .find(|(_, _, d)| &d.id == directive)
        .map(|(_, group, _)| group)
}

/// Paragraphs of a file that the whole does not have in any of its places.
fn paragraphs(whole: &Resolution, file: &str, returned: &Resolution, assembly: &mut Assembly) {
    let had: BTreeSet<String> = texts(whole).iter().map(|(_, _, text)| fold(text)).collect();
    for (n, (section, part, text)) in texts(returned).into_iter().enumerate() {
        let title = section.and_then(|section: &Section| section.title.clone());
        if text.trim().is_empty() || had.contains(&fold(text)) {
            continue;
        }
        assembly.paragraphs.push(IncomingParagraph {
            key: format!("{file}/p{n}"),
            file: file.to_owned(),
            section: title,
            part,
            text: text.to_owned(),
        });
    }
}

/// All paragraphs that are no directives.
fn texts(resolution: &Resolution) -> Vec<(Option<&Section>, ParagraphPart, &str)> {
    let mut out = Vec::new();
    for text in &resolution.preamble {
        out.push((None, ParagraphPart::Preamble, text.as_str()));
    }
    for section in &resolution.sections {
        for text in &section.findings {
            out.push((Some(section), ParagraphPart::Finding, text.as_str()));
        }
        for text in &section.problems {
            out.push((Some(section), ParagraphPart::Problem, text.as_str()));
        }
    }
    for text in &resolution.closing {
        out.push((None, ParagraphPart::Closing, text.as_str()));
    }
    for unplaced in &resolution.unplaced {
        out.push((None, ParagraphPart::Unplaced, unplaced.text.as_str()));
    }
    out
}

fn conflicts(whole: &Resolution, assembly: &mut Assembly) {
    let mut found = Vec::new();
    let mut edits: BTreeMap<&Id, Vec<&Incoming>> = BTreeMap::new();
    for incoming in &assembly.directives {
        if let Place::Edited { id, .. } = &incoming.place {
            edits.entry(id).or_default().push(incoming);
        }
    }
    for (id, edits) in &edits {
        let wordings: BTreeSet<(&str, Vec<String>)> = edits
            .iter()
            .map(|edit| (edit.directive.text.as_str(), printed_beside(edit)))
            .collect();
        if wordings.len() > 1 {
            found.push(Conflict {
                kind: ConflictKind::TwoEdits,
                incoming: edits.iter().map(|edit| edit.key.clone()).collect(),
                id: Some((*id).clone()),
            });
        }
        if assembly.missing.iter().any(|missing| missing.id == **id) {
            found.push(Conflict {
                kind: ConflictKind::EditedAndMissing,
                incoming: edits.iter().map(|edit| edit.key.clone()).collect(),
                id: Some((*id).clone()),
            });
        }
    }
    duplicates(whole, assembly, &mut found);
    found.sort_by(|a, b| (a.kind, &a.id, &a.incoming).cmp(&(b.kind, &b.id, &b.incoming)));
    assembly.conflicts = found;
}

/// What an edit prints beside the words, if it changed that.
fn printed_beside(edit: &Incoming) -> Vec<String> {
    match &edit.place {
        Place::Edited {
            beside: Some(change),
            ..
        } => change.after.phrases().into_iter().map(fold).collect(),
        _ => Vec::new(),
    }
}

/// New directives that are the same task as another new one or as one of the whole.
fn duplicates(whole: &Resolution, assembly: &Assembly, found: &mut Vec<Conflict>) {
    let new: Vec<&Incoming> = assembly
        .directives
        .iter()
        .filter(|incoming| matches!(incoming.place, Place::New { .. }))
        .collect();
    // One document of all the new ones, under names of their own.
    let pool = pool_of(&new);
    let of_key: BTreeMap<&str, &Incoming> = new
        .iter()
        .map(|incoming| (incoming.key.as_str(), *incoming))
        .collect();
    for pair in compare(whole, &pool).pairs {
        if pair.certainty == Certainty::Possible {
            continue;
        }
        let Some(incoming) = of_key.get(pair.new.id.as_str()) else {
            continue;
        };
        found.push(Conflict {
            kind: same_task(&pair.changes),
            incoming: vec![incoming.key.clone()],
            id: Some(pair.old.id.clone()),
        });
    }
    let files: BTreeSet<&str> = new.iter().map(|incoming| incoming.file.as_str()).collect();
    for (n, one) in files.iter().enumerate() {
        for other in files.iter().skip(n + 1) {
            let of = |file: &str| -> Vec<&Incoming> {
                new.iter().copied().filter(|i| i.file == file).collect()
            };
            let (ones, others) = (pool_of(&of(one)), pool_of(&of(other)));
            for pair in compare(&ones, &others).pairs {
                if pair.certainty == Certainty::Possible {
                    continue;
                }
                found.push(Conflict {
                    kind: same_task(&pair.changes),
                    incoming: vec![
                        pair.old.id.as_str().to_owned(),
                        pair.new.id.as_str().to_owned(),
                    ],
                    id: None,
                });
            }
        }
    }
}

fn same_task(changes: &Changes) -> ConflictKind {
    if changes.deadlines.is_some() || changes.indicators.is_some() {
        ConflictKind::Contradiction
    } else {
        ConflictKind::Duplicate
    }
}

/// A document of incoming directives, each named by its key.
fn pool_of(incoming: &[&Incoming]) -> Resolution {
    let mut groups: Vec<Group> = Vec::new();
    for incoming in incoming {
        let directive = Directive {
            id: Id::new(incoming.key.as_str()),
            ..incoming.directive.clone()
        };
        match groups
            .last_mut()
            .filter(|group| group.heading == incoming.heading)
        {
            Some(group) => group.directives.push(directive),
            None => groups.push(Group {
                id: Id::new(format!("{}/group", incoming.key)),
                heading: incoming.heading.clone(),
                addressees: vec![incoming.heading.clone()],
                directives: vec![directive],
                ..Group::default()
            }),
        }
    }
    Resolution {
        sections: vec![Section {
            groups,
            ..Section::default()
        }],
        ..Resolution::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(items: &[(&str, &str)]) -> Resolution {
        let directives = items
            .iter()
            .map(|(id, text)| Directive {
                id: Id::new(*id),
                text: (*text).into(),
                ..Directive::default()
            })
            .collect();
        Resolution {
            sections: vec![Section {
                id: Id::new("s"),
                groups: vec![Group {
                    id: Id::new("g"),
                    heading: "Руководителям школ".into(),
                    addressees: vec!["Руководителям школ".into()],
                    directives,
                    ..Group::default()
                }],
                ..Section::default()
            }],
            ..Resolution::default()
        }
    }

    const WHOLE: [(&str, &str); 3] = [
        ("a", "провести смотр школьных музеев до 15 мая 2027 года"),
        ("b", "утвердить план профилактики травматизма на переменах"),
        ("c", "открыть клубы робототехники в сельских школах"),
    ];

    fn assembled(files: &[(&str, Resolution)]) -> Assembly {
        let returned: Vec<Returned<'_>> = files
            .iter()
            .map(|(key, resolution)| Returned { key, resolution })
            .collect();
        assemble(&document(&WHOLE), &returned)
    }

    #[test]
    fn every_directive_that_came_back_is_placed_by_anchor_or_by_words_or_listed_as_new() {
        let file = document(&[
            ("a", "провести смотр школьных музеев до 1 июня 2027 года"),
            ("x", "утвердить план профилактики травматизма на переменах"),
            ("y", "закупить учебники для кадетских классов"),
        ]);
        let assembly = assembled(&[("f", file)]);
        let places: Vec<&Place> = assembly.directives.iter().map(|i| &i.place).collect();
        assert!(
            matches!(places[0], Place::Edited { id, anchored: true, .. } if id.as_str() == "a")
        );
        assert!(matches!(places[1], Place::Same { id } if id.as_str() == "b"));
        assert!(matches!(places[2], Place::New { after: Some(id) } if id.as_str() == "b"));
        let missing: Vec<&str> = assembly.missing.iter().map(|m| m.id.as_str()).collect();
        assert_eq!(missing, ["c"]);
        assert!(assembly.conflicts.is_empty());
    }

    #[test]
    fn order_of_files_changes_nothing_and_conflicts_are_data() {
        let one = document(&[
            ("a", "провести смотр школьных музеев до 1 июня 2027 года"),
            (
                "n1",
                "создать банк видеоуроков по финансовой грамотности до 1 марта 2027 года",
            ),
        ]);
        let two = document(&[
            ("a", "провести смотр музеев всех школ до 15 мая 2027 года"),
            (
                "n2",
                "создать банк видеоуроков по финансовой грамотности до 1 марта 2027 года",
            ),
        ]);
        let forth = assembled(&[("1", one.clone()), ("2", two.clone())]);
        let back = assembled(&[("2", two), ("1", one)]);
        assert_eq!(forth, back);
        let kinds: Vec<ConflictKind> = forth.conflicts.iter().map(|c| c.kind).collect();
        assert_eq!(kinds, [ConflictKind::TwoEdits, ConflictKind::Duplicate]);
        assert_eq!(forth.conflicts[1].incoming, ["1/1", "2/1"]);
    }

    #[test]
    fn paragraphs_the_whole_does_not_have_are_listed() {
        let mut file = document(&WHOLE);
        file.sections[0].findings = vec!["Участники отметили рост числа музеев".into()];
        file.closing = vec!["Контроль возложить на оргкомитет".into()];
        let assembly = assembled(&[("f", file)]);
        let parts: Vec<ParagraphPart> = assembly.paragraphs.iter().map(|p| p.part).collect();
        assert_eq!(parts, [ParagraphPart::Finding, ParagraphPart::Closing]);
        assert!(
            assembly
                .directives
                .iter()
                .all(|i| matches!(i.place, Place::Same { .. }))
        );
    }
}
