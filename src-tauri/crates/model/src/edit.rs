use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

use crate::{Called, Deadline, Directive, Event, Group, Id, Kind, Placed, Resolution, Section};

/// One change to a resolution, as a value that can be journalled, sent and undone.
///
/// [`Edit::apply`] returns the edit that takes the change back, so undo needs no copy of the
/// document and a journal of edits can be walked in both directions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum Edit {
    /// Replaces the title block.
    SetTitleBlock {
        /// The new values.
        block: Box<TitleBlock>,
    },
    /// Replaces the preamble.
    SetPreamble {
        /// All paragraphs.
        paragraphs: Vec<String>,
    },
    /// Replaces the closing.
    SetClosing {
        /// All paragraphs.
        paragraphs: Vec<String>,
    },
    /// Puts a whole section in.
    InsertSection {
        /// Its place among the sections.
        index: usize,
        /// The section with its groups.
        section: Box<Section>,
    },
    /// Takes a whole section out.
    RemoveSection {
        /// Which.
        id: Id,
    },
    /// Moves a section.
    MoveSection {
        /// Which.
        id: Id,
        /// Its place after the move.
        index: usize,
    },
    /// Replaces a section's own texts, not its groups.
    SetSection {
        /// Which.
        id: Id,
        /// The new texts.
        head: Box<SectionHead>,
    },
    /// Puts a whole group in.
    InsertGroup {
        /// The section it goes to.
        section: Id,
        /// Its place among the section's groups.
        index: usize,
        /// The group with its directives.
        group: Box<Group>,
    },
    /// Takes a whole group out.
    RemoveGroup {
        /// Which.
        id: Id,
    },
    /// Moves a group, also to another section.
    MoveGroup {
        /// Which.
        id: Id,
        /// The section it goes to.
        section: Id,
        /// Its place after the move.
        index: usize,
    },
    /// Replaces a group's heading and what was read from it, not its directives.
    SetGroup {
        /// Which.
        id: Id,
        /// The new values.
        head: Box<GroupHead>,
    },
    /// Puts a directive in.
    InsertDirective {
        /// The group it goes to.
        group: Id,
        /// Its place among the group's directives.
        index: usize,
        /// The directive.
        directive: Box<Directive>,
    },
    /// Takes a directive out.
    RemoveDirective {
        /// Which.
        id: Id,
    },
    /// Moves a directive, also to another group.
    MoveDirective {
        /// Which.
        id: Id,
        /// The group it goes to.
        group: Id,
        /// Its place after the move.
        index: usize,
    },
    /// Replaces a directive by one of the same id.
    SetDirective {
        /// The new value; its id says which.
        directive: Box<Directive>,
    },
}

/// Everything above the preamble.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct TitleBlock {
    /// See [`Resolution::issuer`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub issuer: Vec<String>,
    /// See [`Resolution::approval`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub approval: Vec<String>,
    /// See [`Resolution::kind`].
    pub kind: Kind,
    /// See [`Resolution::draft`].
    pub draft: bool,
    /// See [`Resolution::title`].
    pub title: String,
    /// See [`Resolution::event`].
    pub event: Event,
    /// See [`Resolution::adopted_on`].
    pub adopted_on: Option<NaiveDate>,
    /// See [`Resolution::adoption`].
    pub adoption: Option<String>,
    /// See [`Resolution::place`].
    pub place: Option<String>,
}

/// A section without its groups.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct SectionHead {
    /// See [`Section::title`].
    pub title: Option<String>,
    /// See [`Section::called`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub called: Option<Called>,
    /// See [`Section::findings`].
    pub findings: Vec<String>,
    /// See [`Section::problems`].
    pub problems: Vec<String>,
    /// See [`Section::lead_in`].
    pub lead_in: Option<String>,
    /// See [`Section::placed`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Placed>>")]
    pub placed: Vec<Placed>,
}

/// A group without its directives.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct GroupHead {
    /// See [`Group::number`].
    pub number: Option<String>,
    /// See [`Group::heading`].
    pub heading: String,
    /// See [`Group::addressees`].
    pub addressees: Vec<String>,
    /// See [`Group::partners`].
    pub partners: Vec<String>,
    /// See [`Group::deadlines`].
    pub deadlines: Vec<Deadline>,
}

/// Why an edit cannot be applied; the resolution is then unchanged.
#[derive(Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// The edit names a part the resolution does not have.
    #[error("no part with id {id}")]
    NoSuchPart {
        /// The name.
        id: Id,
    },
    /// The place is past the end.
    #[error("no place {index}")]
    NoSuchPlace {
        /// The place.
        index: usize,
    },
    /// A part of that id is already there.
    #[error("id {id} is taken")]
    IdTaken {
        /// The name.
        id: Id,
    },
}

impl Edit {
    /// Applies the edit and returns its inverse.
    ///
    /// # Errors
    /// See [`EditError`]; on an error nothing has changed.
    pub fn apply(self, resolution: &mut Resolution) -> Result<Edit, EditError> {
        Ok(match self {
            Self::SetTitleBlock { block } => Self::SetTitleBlock {
                block: Box::new(swap_title_block(resolution, *block)),
            },
            Self::SetPreamble { paragraphs } => Self::SetPreamble {
                paragraphs: std::mem::replace(&mut resolution.preamble, paragraphs),
            },
            Self::SetClosing { paragraphs } => Self::SetClosing {
                paragraphs: std::mem::replace(&mut resolution.closing, paragraphs),
            },
            Self::InsertSection { index, section } => {
                free(section_place(resolution, &section.id), &section.id)?;
                room(index, resolution.sections.len())?;
                let id = section.id.clone();
                resolution.sections.insert(index, *section);
                Self::RemoveSection { id }
            }
            Self::RemoveSection { id } => {
                let index = found(section_place(resolution, &id), &id)?;
                let section = Box::new(resolution.sections.remove(index));
                Self::InsertSection { index, section }
            }
            Self::MoveSection { id, index } => {
                let from = found(section_place(resolution, &id), &id)?;
                room(index, resolution.sections.len() - 1)?;
                let section = resolution.sections.remove(from);
                resolution.sections.insert(index, section);
                Self::MoveSection { id, index: from }
            }
            Self::SetSection { id, head } => {
                let index = found(section_place(resolution, &id), &id)?;
                let section = &mut resolution.sections[index];
                let old = SectionHead {
                    title: std::mem::replace(&mut section.title, head.title),
                    called: std::mem::replace(&mut section.called, head.called),
                    findings: std::mem::replace(&mut section.findings, head.findings),
                    problems: std::mem::replace(&mut section.problems, head.problems),
                    lead_in: std::mem::replace(&mut section.lead_in, head.lead_in),
                    placed: std::mem::replace(&mut section.placed, head.placed),
                };
                Self::SetSection {
                    id,
                    head: Box::new(old),
                }
            }
            Self::InsertGroup {
                section,
                index,
                group,
            } => {
                free(group_place(resolution, &group.id), &group.id)?;
                let s = found(section_place(resolution, &section), &section)?;
                let groups = &mut resolution.sections[s].groups;
                room(index, groups.len())?;
                let id = group.id.clone();
                groups.insert(index, *group);
                Self::RemoveGroup { id }
            }
            Self::RemoveGroup { id } => {
                let (s, g) = found(group_place(resolution, &id), &id)?;
                let section = &mut resolution.sections[s];
                let group = Box::new(section.groups.remove(g));
                Self::InsertGroup {
                    section: section.id.clone(),
                    index: g,
                    group,
                }
            }
            Self::MoveGroup { id, section, index } => {
                let (s, g) = found(group_place(resolution, &id), &id)?;
                let to = found(section_place(resolution, &section), &section)?;
                room(
                    index,
                    resolution.sections[to].groups.len() - usize::from(to == s),
                )?;
                let group = resolution.sections[s].groups.remove(g);
                resolution.sections[to].groups.insert(index, group);
                Self::MoveGroup {
                    id,
                    section: resolution.sections[s].id.clone(),
                    index: g,
                }
            }
            Self::SetGroup { id, head } => {
                let (s, g) = found(group_place(resolution, &id), &id)?;
                let group = &mut resolution.sections[s].groups[g];
                let old = GroupHead {
                    number: std::mem::replace(&mut group.number, head.number),
                    heading: std::mem::replace(&mut group.heading, head.heading),
                    addressees: std::mem::replace(&mut group.addressees, head.addressees),
                    partners: std::mem::replace(&mut group.partners, head.partners),
                    deadlines: std::mem::replace(&mut group.deadlines, head.deadlines),
                };
                Self::SetGroup {
                    id,
                    head: Box::new(old),
                }
            }
            Self::InsertDirective {
                group,
                index,
                directive,
            } => {
                free(directive_place(resolution, &directive.id), &directive.id)?;
                let (s, g) = found(group_place(resolution, &group), &group)?;
                let directives = &mut resolution.sections[s].groups[g].directives;
                room(index, directives.len())?;
                let id = directive.id.clone();
                directives.insert(index, *directive);
                Self::RemoveDirective { id }
            }
            Self::RemoveDirective { id } => {
                let (s, g, d) = found(directive_place(resolution, &id), &id)?;
                let group = &mut resolution.sections[s].groups[g];
                let directive = Box::new(group.directives.remove(d));
                Self::InsertDirective {
                    group: group.id.clone(),
                    index: d,
                    directive,
                }
            }
            Self::MoveDirective { id, group, index } => {
                let (s, g, d) = found(directive_place(resolution, &id), &id)?;
                let (ts, tg) = found(group_place(resolution, &group), &group)?;
                let len = resolution.sections[ts].groups[tg].directives.len();
                room(index, len - usize::from((ts, tg) == (s, g)))?;
                let directive = resolution.sections[s].groups[g].directives.remove(d);
                resolution.sections[ts].groups[tg]
                    .directives
                    .insert(index, directive);
                let from = resolution.sections[s].groups[g].id.clone();
                Self::MoveDirective {
                    id,
                    group: from,
                    index: d,
                }
            }
            Self::SetDirective { directive } => {
                let place = directive_place(resolution, &directive.id);
                let (s, g, d) = found(place, &directive.id)?;
                let slot = &mut resolution.sections[s].groups[g].directives[d];
                Self::SetDirective {
                    directive: Box::new(std::mem::replace(slot, *directive)),
                }
            }
        })
    }
}

fn swap_title_block(resolution: &mut Resolution, block: TitleBlock) -> TitleBlock {
    TitleBlock {
        kind: std::mem::replace(&mut resolution.kind, block.kind),
        draft: std::mem::replace(&mut resolution.draft, block.draft),
        title: std::mem::replace(&mut resolution.title, block.title),
        event: std::mem::replace(&mut resolution.event, block.event),
        adopted_on: std::mem::replace(&mut resolution.adopted_on, block.adopted_on),
        adoption: std::mem::replace(&mut resolution.adoption, block.adoption),
        place: std::mem::replace(&mut resolution.place, block.place),
        issuer: std::mem::replace(&mut resolution.issuer, block.issuer),
        approval: std::mem::replace(&mut resolution.approval, block.approval),
    }
}

fn section_place(resolution: &Resolution, id: &Id) -> Option<usize> {
    resolution
        .sections
        .iter()
        .position(|section| &section.id == id)
}

fn group_place(resolution: &Resolution, id: &Id) -> Option<(usize, usize)> {
    resolution
        .sections
        .iter()
        .enumerate()
        .find_map(|(s, section)| {
            section
                .groups
                .iter()
                .position(|group| &group.id == id)
                .map(|g| (s, g))
        })
}

fn directive_place(resolution: &Resolution, id: &Id) -> Option<(usize, usize, usize)> {
    resolution
        .sections
        .iter()
        .enumerate()
        .find_map(|(s, section)| {
            section.groups.iter().enumerate().find_map(|(g, group)| {
                group
                    .directives
                    .iter()
                    .position(|directive| &directive.id == id)
                    .map(|d| (s, g, d))
            })
        })
}

fn found<T>(place: Option<T>, id: &Id) -> Result<T, EditError> {
    place.ok_or_else(|| EditError::NoSuchPart { id: id.clone() })
}

fn free<T>(place: Option<T>, id: &Id) -> Result<(), EditError> {
    match place {
        Some(_) => Err(EditError::IdTaken { id: id.clone() }),
        None => Ok(()),
    }
}

fn room(index: usize, len: usize) -> Result<(), EditError> {
    if index > len {
        Err(EditError::NoSuchPlace { index })
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample() -> Resolution {
        let directive = |id: &str| Directive {
            id: Id::new(id),
            text: id.into(),
            ..Directive::default()
        };
        let group = |id: &str, directives: &[&str]| Group {
            id: Id::new(id),
            directives: directives.iter().map(|id| directive(id)).collect(),
            ..Group::default()
        };
        let section = |id: &str, groups| Section {
            id: Id::new(id),
            groups,
            ..Section::default()
        };
        Resolution {
            sections: vec![
                section(
                    "s0",
                    vec![group("g0", &["d0", "d1", "d2"]), group("g1", &[])],
                ),
                section("s1", vec![group("g2", &["d3"])]),
            ],
            ..Resolution::default()
        }
    }

    fn any_edit() -> impl Strategy<Value = Edit> {
        let id =
            |prefix: &'static str, n: u8| (0..n).prop_map(move |i| Id::new(format!("{prefix}{i}")));
        let place = 0..5usize;
        prop_oneof![
            proptest::collection::vec(".{0,4}", 0..3)
                .prop_map(|paragraphs| Edit::SetPreamble { paragraphs }),
            ".{0,6}".prop_map(|title| Edit::SetTitleBlock {
                block: Box::new(TitleBlock {
                    issuer: vec![title.clone()],
                    approval: vec![title.clone()],
                    title,
                    draft: true,
                    ..TitleBlock::default()
                })
            }),
            (id("s", 4), place.clone()).prop_map(|(id, index)| Edit::InsertSection {
                index,
                section: Box::new(Section {
                    id,
                    ..Section::default()
                })
            }),
            id("s", 3).prop_map(|id| Edit::RemoveSection { id }),
            (id("s", 3), place.clone()).prop_map(|(id, index)| Edit::MoveSection { id, index }),
            (id("s", 3), ".{0,4}").prop_map(|(id, title)| Edit::SetSection {
                id,
                head: Box::new(SectionHead {
                    called: Some(Called {
                        words: title.clone(),
                        number: None,
                    }),
                    placed: vec![Placed {
                        text: title.clone(),
                        above: None,
                    }],
                    title: Some(title),
                    ..SectionHead::default()
                })
            }),
            (id("s", 3), id("g", 5), place.clone()).prop_map(|(section, id, index)| {
                let group = Box::new(Group {
                    id,
                    ..Group::default()
                });
                Edit::InsertGroup {
                    section,
                    index,
                    group,
                }
            }),
            id("g", 4).prop_map(|id| Edit::RemoveGroup { id }),
            (id("g", 4), id("s", 3), place.clone())
                .prop_map(|(id, section, index)| Edit::MoveGroup { id, section, index }),
            (id("g", 4), ".{0,4}").prop_map(|(id, heading)| Edit::SetGroup {
                id,
                head: Box::new(GroupHead {
                    heading,
                    ..GroupHead::default()
                })
            }),
            (id("g", 4), id("d", 6), place.clone()).prop_map(|(group, id, index)| {
                let directive = Box::new(Directive {
                    id,
                    ..Directive::default()
                });
                Edit::InsertDirective {
                    group,
                    index,
                    directive,
                }
            }),
            id("d", 5).prop_map(|id| Edit::RemoveDirective { id }),
            (id("d", 5), id("g", 4), place).prop_map(|(id, group, index)| Edit::MoveDirective {
                id,
                group,
                index
            }),
            (id("d", 5), ".{0,4}").prop_map(|(id, text)| Edit::SetDirective {
                directive: Box::new(Directive {
                    id,
                    text,
                    ..Directive::default()
                })
            }),
        ]
    }

    proptest! {
        #[test]
        fn inverses_in_reverse_order_restore_the_document(
            edits in proptest::collection::vec(any_edit(), 1..12)
        ) {
            let before = sample();
            let mut resolution = before.clone();
            let mut inverses = Vec::new();
            for edit in edits {
                let untouched = resolution.clone();
                match edit.apply(&mut resolution) {
                    Ok(inverse) => inverses.push(inverse),
                    Err(_) => prop_assert_eq!(&resolution, &untouched),
                }
            }
            for inverse in inverses.into_iter().rev() {
                inverse.apply(&mut resolution).unwrap();
            }
            prop_assert_eq!(resolution, before);
        }
    }

    #[test]
    fn edit_of_a_missing_part_says_which() {
        let edit = Edit::RemoveDirective {
            id: Id::new("none"),
        };
        let error = edit.apply(&mut sample()).unwrap_err();
        assert_eq!(
            error,
            EditError::NoSuchPart {
                id: Id::new("none")
            }
        );
    }
}
