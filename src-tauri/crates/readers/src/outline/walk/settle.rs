//! What can be said only when every paragraph has been seen.

use svod_language::addressees;
use svod_model::{DiagnosticCode, Group, Id, Severity};

use super::Walk;

impl Walk<'_> {
    /// What can be said only at the end.
    pub(super) fn settle(&mut self) {
        self.group_by_addressee();
        self.drop_bare_groups();
        let empty: Vec<(String, [u32; 2])> = self
            .resolution
            .sections
            .iter()
            .flat_map(|section| &section.groups)
            .filter(|group| group.directives.is_empty())
            .map(|group| {
                (
                    group.heading.clone(),
                    group.source.map_or([1, 1], |s| s.lines),
                )
            })
            .collect();
        for (heading, lines) in empty {
            self.notes.add(
                DiagnosticCode::EmptyGroup,
                Severity::Warning,
                lines,
                &[("heading", &heading)],
            );
        }
    }

    /// A group was left for a number that went on («2. Контроль возложить …») and proved no task: what has neither
    /// heading nor directive is no group.
    fn drop_bare_groups(&mut self) {
        for section in &mut self.resolution.sections {
            let is_bare = |group: &Group| {
                group.heading.is_empty()
                    && group.directives.is_empty()
                    && group.addressees.is_empty()
            };
            let bare: Vec<Id> = section
                .groups
                .iter()
                .filter(|group| is_bare(group))
                .map(|group| group.id.clone())
                .collect();
            section.groups.retain(|group| !is_bare(group));
            for placed in &mut section.placed {
                if placed
                    .above
                    .as_ref()
                    .is_some_and(|above| bare.contains(above))
                {
                    placed.above = None;
                }
            }
        }
    }

    /// Tasks under no heading that name their addressee themselves are given to that addressee:
    /// neighbours with the same one share a group.
    fn group_by_addressee(&mut self) {
        let names = &mut self.names;
        for section in &mut self.resolution.sections {
            let mut groups: Vec<Group> = Vec::with_capacity(section.groups.len());
            for mut group in std::mem::take(&mut section.groups) {
                let named = group.directives.iter().any(|d| d.addressee.is_some());
                if !group.heading.is_empty() || !named {
                    groups.push(group);
                    continue;
                }
                let mut open: Option<Group> = None;
                for directive in std::mem::take(&mut group.directives) {
                    let who = directive.addressee.as_deref();
                    let bodies = who.map(addressees::split_any).unwrap_or_default();
                    match &mut open {
                        Some(open) if open.addressees == bodies.addressees => {
                            open.directives.push(directive);
                        }
                        _ => {
                            groups.extend(open.take());
                            let first = groups.iter().all(|other| other.id != group.id);
                            let id = if first {
                                group.id.clone()
                            } else {
                                names.name("group", "", None)
                            };
                            open = Some(Group {
                                id,
                                addressees: bodies.addressees,
                                partners: bodies.partners,
                                source: directive.source,
                                directives: vec![directive],
                                ..Group::default()
                            });
                        }
                    }
                }
                groups.extend(open);
            }
            section.groups = groups;
        }
    }
}
