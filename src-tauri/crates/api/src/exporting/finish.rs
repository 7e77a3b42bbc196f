//! How a document is finished: whose page, which part, on which day.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use svod_model::{Id, Resolution};
use svod_writers::{Margins, Profile, Sheet};

use crate::view::{ExportHow, ExportPart, OwnProfile, ProfileName};

/// How a document is finished.
#[derive(Clone, Debug)]
pub struct Finish {
    pub(crate) profile: Profile,
    pub(crate) part: ExportPart,
    pub(crate) made_at: NaiveDateTime,
}

impl Finish {
    /// A document finished as it was asked; `day` is the one the file says it was made on, the
    /// present moment unless it is said.
    pub fn of(how: &ExportHow, own: &OwnProfile, day: Option<NaiveDate>) -> Self {
        let profile = match how.profile {
            ProfileName::Gost2025 => Profile::default(),
            ProfileName::Gost2016 => Profile::gost_2016(),
            ProfileName::Own => own.profile(),
        };
        Self {
            profile: Profile {
                for_editing: how.editing,
                ..profile
            },
            part: how.part.clone(),
            made_at: match day {
                Some(day) => day.and_time(NaiveTime::MIN),
                None => chrono::Utc::now().naive_utc(),
            },
        }
    }

    /// What is printed of a document.
    pub(crate) fn sheet(&self, resolution: &Resolution) -> Sheet {
        let sheet = svod_writers::sheet(resolution);
        match picked(resolution, &self.part) {
            Some(ids) => sheet.only(&ids),
            None => sheet,
        }
    }
}

impl Default for Finish {
    fn default() -> Self {
        Self::of(&ExportHow::default(), &OwnProfile::default(), None)
    }
}

/// The directives of a part; nothing for the whole.
fn picked(resolution: &Resolution, part: &ExportPart) -> Option<BTreeSet<Id>> {
    let all = resolution.directives();
    Some(match part {
        ExportPart::Whole => return None,
        ExportPart::Section { id } => all
            .filter(|(section, _, _)| section.id == *id)
            .map(|(_, _, directive)| directive.id.clone())
            .collect(),
        ExportPart::Group { id } => all
            .filter(|(_, group, _)| group.id == *id)
            .map(|(_, _, directive)| directive.id.clone())
            .collect(),
        ExportPart::Directives { ids } => ids.iter().cloned().collect(),
    })
}

impl OwnProfile {
    fn profile(&self) -> Profile {
        Profile {
            margins: Margins {
                left_mm: self.left_mm,
                right_mm: self.right_mm,
                top_mm: self.top_mm,
                bottom_mm: self.bottom_mm,
            },
            size_pt: self.size_pt,
            line_spacing: self.line_spacing,
            first_line_cm: self.first_line_cm,
            justified: self.justified,
            hyphenated: self.hyphenated,
            page_numbers: self.page_numbers,
            ..Profile::default()
        }
    }
}

/// The standard, until an office says otherwise.
impl Default for OwnProfile {
    fn default() -> Self {
        let standard = Profile::default();
        Self {
            left_mm: standard.margins.left_mm,
            right_mm: standard.margins.right_mm,
            top_mm: standard.margins.top_mm,
            bottom_mm: standard.margins.bottom_mm,
            size_pt: standard.size_pt,
            line_spacing: standard.line_spacing,
            first_line_cm: standard.first_line_cm,
            justified: standard.justified,
            hyphenated: standard.hyphenated,
            page_numbers: standard.page_numbers,
        }
    }
}
