//! Which texts of a session stand above its lead-in, and which among its groups.

use svod_model::{Id, Section};

/// The texts of a session by where they are printed.
#[derive(Debug, Default)]
pub(crate) struct Parted<'a> {
    /// Findings above the lead-in.
    pub(crate) findings: Vec<&'a String>,
    /// Problems above the lead-in.
    pub(crate) problems: Vec<&'a String>,
    /// What stands among the groups, in order.
    among: Vec<Told<'a>>,
}

/// A text that stands among groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Told<'a> {
    /// The text.
    pub(crate) text: &'a String,
    /// It is one of the problems.
    pub(crate) problem: bool,
    /// The group or directive below it.
    above: Option<&'a Id>,
}

impl<'a> Parted<'a> {
    /// Everything above the lead-in: where there are no groups to stand among.
    pub(crate) fn whole(section: &'a Section) -> Self {
        Self {
            findings: section.findings.iter().collect(),
            problems: section.problems.iter().collect(),
            among: Vec::new(),
        }
    }

    /// Each text where it was read.
    pub(crate) fn of(section: &'a Section) -> Self {
        let mut parted = Self::whole(section);
        let has = |id: &Id| {
            section
                .groups
                .iter()
                .any(|group| group.id == *id || group.directives.iter().any(|each| each.id == *id))
        };
        // The last of equal texts stands last.
        for placed in section.placed.iter().rev() {
            let take = |texts: &mut Vec<&'a String>| {
                let at = texts.iter().rposition(|text| **text == placed.text)?;
                Some(texts.remove(at))
            };
            let finding = take(&mut parted.findings).map(|text| (text, false));
            let Some((text, problem)) =
                finding.or_else(|| take(&mut parted.problems).map(|text| (text, true)))
            else {
                continue;
            };
            parted.among.push(Told {
                text,
                problem,
                above: placed.above.as_ref().filter(|id| has(id)),
            });
        }
        parted.among.reverse();
        parted
    }

    /// What stands above the group or directive of that name; below all of them for none.
    pub(crate) fn above(&self, id: Option<&Id>) -> Vec<Told<'a>> {
        let here = self.among.iter().filter(|told| told.above == id);
        here.copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use svod_model::{Group, Placed};

    #[test]
    fn a_text_stands_above_its_group_and_below_all_where_the_group_is_gone() {
        let placed = |text: &str, above: Option<&str>| Placed {
            text: text.into(),
            above: above.map(Id::new),
        };
        let section = Section {
            findings: ["а", "б", "б", "в"].map(Into::into).into(),
            problems: vec!["г".into()],
            placed: vec![
                placed("б", Some("g")),
                placed("г", Some("g")),
                placed("в", Some("gone")),
                placed("edited since", Some("g")),
            ],
            groups: vec![Group {
                id: Id::new("g"),
                ..Group::default()
            }],
            ..Section::default()
        };
        let parted = Parted::of(&section);
        let texts = |told: Vec<Told<'_>>| -> Vec<String> {
            told.into_iter().map(|told| told.text.clone()).collect()
        };
        assert_eq!(parted.findings, ["а", "б"]);
        assert!(parted.problems.is_empty());
        assert_eq!(texts(parted.above(Some(&Id::new("g")))), ["б", "г"]);
        assert_eq!(texts(parted.above(None)), ["в"]);
        assert_eq!(Parted::whole(&section).findings.len(), 4);
    }
}
