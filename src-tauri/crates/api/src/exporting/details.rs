//! What papers made of a document say that the document does not: who certifies a copy, whose order it
//! is. An office says it once; a number and a day belong to one document.

use std::collections::BTreeMap;

use svod_model::{Id, Resolution, numbering};
use svod_writers::papers;

use super::Finish;
use super::finish::numbered;
use super::points::{KeptPoints, Points};
use crate::view::{ExportHow, PaperDetails};
use crate::{Error, Library};

/// The settings they are kept under: an office's by its district, a document's by its id.
const OFFICE: &str = "papers-office";
const DOCUMENT: &str = "papers";
const POINTS: &str = "papers-points";

/// More copies than this are a slip of the hand.
const MOST_COPIES: u32 = 999;

impl Library {
    /// What the papers made of a document say besides: what was said of it, and for the rest what the
    /// offices of its district say.
    ///
    /// # Errors
    /// [`crate::ErrorCode::DocumentNotFound`].
    pub fn paper_details(&self, id: &Id) -> Result<PaperDetails, Error> {
        let resolution = self.document(id)?.resolution;
        let office: PaperDetails = self.chosen_before(&office(&resolution))?;
        let own: PaperDetails = self.chosen_before(&document(id))?;
        let mut details = PaperDetails {
            certifier_post: office.certifier_post,
            certifier_name: office.certifier_name,
            issuer: office.issuer,
            order_place: office.order_place,
            control: office.control,
            signer_post: office.signer_post,
            signer_name: office.signer_name,
            shown_to: office.shown_to,
            ..own
        };
        let kept: Option<KeptPoints> = self.chosen_before(&points(id))?;
        let made = papers::order_points(&resolution);
        let seen = Points::of(&made, kept.as_ref());
        details.points = seen.points;
        details.left_out = seen.left_out;
        details.number_points(&resolution);
        Ok(details)
    }

    /// Keeps them: what an office says is offered for every document of the district, the rest for
    /// this one.
    ///
    /// # Errors
    /// [`crate::ErrorCode::DocumentNotFound`]; if the library cannot be written.
    pub fn set_paper_details(&self, id: &Id, details: PaperDetails) -> Result<PaperDetails, Error> {
        let resolution = self.document(id)?.resolution;
        let before: Option<KeptPoints> = self.chosen_before(&points(id))?;
        let own = KeptPoints::of(
            &papers::order_points(&resolution),
            &details.points,
            &details.left_out,
            before.as_ref(),
        );
        let mut kept = PaperDetails {
            points: Vec::new(),
            left_out: Vec::new(),
            ..details
        };
        kept.copies.retain(|_, copies| *copies != 1);
        for copies in kept.copies.values_mut() {
            *copies = (*copies).min(MOST_COPIES);
        }
        self.remember(&office(&resolution), &kept_of_office(&kept))?;
        self.remember(&document(id), &kept)?;
        self.remember(&points(id), &own)?;
        self.paper_details(id)
    }

    /// How a document of the library is finished.
    pub(super) fn finish(&self, id: &Id, how: &ExportHow) -> Result<Finish, Error> {
        Ok(Finish {
            details: self.paper_details(id)?,
            ..Finish::of(how, &self.own_profile()?, None)
        })
    }
}

fn kept_of_office(details: &PaperDetails) -> PaperDetails {
    PaperDetails {
        certified_on: None,
        order_number: String::new(),
        order_on: None,
        copies: BTreeMap::new(),
        ..details.clone()
    }
}

fn document(id: &Id) -> String {
    format!("{DOCUMENT} {id}")
}

fn points(id: &Id) -> String {
    format!("{POINTS} {id}")
}

fn office(resolution: &Resolution) -> String {
    let district = resolution.event.municipality.as_deref();
    format!(
        "{OFFICE} {}",
        district.unwrap_or_default().trim().to_lowercase()
    )
}

/// Nothing for words that are none.
fn said(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl PaperDetails {
    pub(super) fn certifier(&self) -> papers::Certifier {
        papers::Certifier {
            post: said(&self.certifier_post).unwrap_or_else(|| "Секретарь".into()),
            name: said(&self.certifier_name),
            on: self.certified_on,
        }
    }

    pub(super) fn signers(&self) -> papers::OrderSigners {
        papers::OrderSigners {
            post: said(&self.signer_post).unwrap_or_else(|| "Руководитель".into()),
            name: said(&self.signer_name),
            shown_to: self.shown_to.lines().map(str::to_owned).collect(),
        }
    }

    /// The order, with the points as they were changed.
    pub(super) fn order(&self, resolution: &Resolution) -> Resolution {
        let details = papers::OrderDetails {
            issuer: self.issuer.trim().to_owned(),
            number: said(&self.order_number),
            on: self.order_on,
            place: said(&self.order_place).or_else(|| resolution.place.clone()),
            control: said(&self.control),
        };
        // Details of a document outside the library have no points yet.
        let points = if self.points.is_empty() && self.left_out.is_empty() {
            papers::order_points(resolution)
        } else {
            self.points
                .iter()
                .map(|point| papers::OrderPoint {
                    id: point.id.clone(),
                    heading: point.heading.clone(),
                    text: point.text.clone(),
                })
                .collect()
        };
        papers::order(resolution, &details, &points, numbered())
    }

    /// Gives the points the numbers they are printed with.
    fn number_points(&mut self, resolution: &Resolution) {
        let order = self.order(resolution);
        let numbers = numbering::number(&order);
        let mut printed = order.directives();
        for point in &mut self.points {
            if point.text.trim().is_empty() {
                continue;
            }
            let id = printed.next().map(|(_, _, directive)| &directive.id);
            point.number = id
                .and_then(|id| numbers.get(id).cloned())
                .unwrap_or_default();
        }
    }

    /// How many copies go to an addressee.
    pub(super) fn copies_for(&self, name: &str) -> u32 {
        self.copies.get(name).copied().unwrap_or(1)
    }

    /// The plan is approved by the order, once the order has a number or a day.
    pub(super) fn approval(&self) -> papers::PlanDetails {
        let number = said(&self.order_number).map(|number| format!(" № {number}"));
        let day = self
            .order_on
            .map(|day| format!(" от {}", svod_writers::long_date(day)));
        let dated = number.is_some() || day.is_some();
        let issuer = said(&self.issuer).map(|issuer| format!(" {issuer}"));
        let words = [Some("Утверждён приказом".to_owned()), issuer, day, number];
        papers::PlanDetails {
            approval: dated.then(|| words.into_iter().flatten().collect()),
        }
    }
}
