//! How a document is finished: what is made of it, on whose page, on which day.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use svod_language::bodies;
use svod_model::{Id, Resolution};
use svod_writers::{Margins, Profile, Sheet, papers};

use crate::view::{ExportHow, ExportPart, OwnProfile, PaperDetails, ProfileName};

/// How a document is finished.
#[derive(Clone, Debug)]
pub struct Finish {
    pub(crate) profile: Profile,
    pub(crate) part: ExportPart,
    pub(crate) made_at: NaiveDateTime,
    pub(crate) details: PaperDetails,
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
            details: PaperDetails::default(),
        }
    }

    /// What is printed of a document that has these remarks.
    pub(crate) fn sheet(&self, resolution: &Resolution, remarks: &[papers::Remark]) -> Sheet {
        let part = |ids: BTreeSet<Id>| papers::part(resolution, &ids);
        match &self.part {
            ExportPart::Whole => svod_writers::sheet(resolution),
            ExportPart::Section { id } => part(
                resolution
                    .directives()
                    .filter(|(section, _, _)| section.id == *id)
                    .map(|(_, _, directive)| directive.id.clone())
                    .collect(),
            ),
            ExportPart::Directives { ids } => part(ids.iter().cloned().collect()),
            ExportPart::Addressee { name } => {
                let all = papers::addressees(resolution, bodies::nominative);
                let own = all.into_iter().find(|addressee| addressee.name == *name);
                let ids = own.into_iter().flat_map(|addressee| addressee.directives);
                papers::extract(resolution, &ids.collect(), &self.details.certifier())
            }
            ExportPart::Plan => svod_writers::sheet(&plan(resolution, &self.details.approval())),
            ExportPart::Order => {
                papers::order_sheet(&self.details.order(resolution), &self.details.signers())
            }
            ExportPart::Distribution => {
                papers::distribution_list(resolution, bodies::nominative, |name| {
                    self.details.copies_for(name)
                })
            }
            ExportPart::Remarks => papers::remarks(resolution, remarks),
        }
    }
}

/// The plan of measures of a resolution.
pub(crate) fn plan(resolution: &Resolution, details: &papers::PlanDetails) -> Resolution {
    let wording = papers::Wording {
        measure: &svod_language::measures::measure,
        nominative: &bodies::nominative,
    };
    papers::plan(resolution, details, wording, numbered())
}

/// Names for the parts of a paper that is only printed: the same on every export.
pub(super) fn numbered() -> impl FnMut() -> Id {
    let mut last = 0_u32;
    move || {
        last += 1;
        Id::new(format!("part-{last}"))
    }
}

impl Default for Finish {
    fn default() -> Self {
        Self::of(&ExportHow::default(), &OwnProfile::default(), None)
    }
}

impl OwnProfile {
    /// The same within what an office's paper can have: a margin that a printer reaches, a type that
    /// can be read.
    pub(crate) fn within_limits(self) -> Self {
        let standard = Self::default();
        let within = |value: f64, low: f64, high: f64, usual: f64| {
            if value.is_finite() {
                value.clamp(low, high)
            } else {
                usual
            }
        };
        Self {
            left_mm: within(self.left_mm, 10.0, 50.0, standard.left_mm),
            right_mm: within(self.right_mm, 8.0, 50.0, standard.right_mm),
            top_mm: within(self.top_mm, 10.0, 50.0, standard.top_mm),
            bottom_mm: within(self.bottom_mm, 10.0, 50.0, standard.bottom_mm),
            size_pt: within(self.size_pt, 10.0, 18.0, standard.size_pt),
            line_spacing: within(self.line_spacing, 1.0, 2.0, standard.line_spacing),
            first_line_cm: within(self.first_line_cm, 0.0, 3.0, standard.first_line_cm),
            ..self
        }
    }

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
