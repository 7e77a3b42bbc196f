//! What papers made of a document say that the document does not: who certifies a copy, whose order it
//! is. An office says it once; a number and a day belong to one document.

use svod_model::{Id, Resolution};
use svod_writers::papers;

use super::Finish;
use super::finish::numbered;
use crate::view::{ExportHow, PaperDetails, PaperPoint};
use crate::{Error, Library};

/// The settings they are kept under: an office's by its district, a document's by its id.
const OFFICE: &str = "papers-office";
const DOCUMENT: &str = "papers";

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
        if details.points.is_empty() {
            details.points = details.points_of(&details.order(&resolution));
        }
        Ok(details)
    }

    /// Keeps them: what an office says is offered for every document of the district, the rest for
    /// this one.
    ///
    /// # Errors
    /// [`crate::ErrorCode::DocumentNotFound`]; if the library cannot be written.
    pub fn set_paper_details(&self, id: &Id, details: PaperDetails) -> Result<PaperDetails, Error> {
        let resolution = self.document(id)?.resolution;
        // Points nobody changed are made anew when the document changes.
        let made = PaperDetails {
            points: Vec::new(),
            ..details.clone()
        }
        .order(&resolution);
        let own = details.points != details.points_of(&made);
        let kept = PaperDetails {
            points: if own {
                details.points.clone()
            } else {
                Vec::new()
            },
            ..details
        };
        self.remember(&office(&resolution), &kept_of_office(&kept))?;
        self.remember(&document(id), &kept)?;
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
        points: Vec::new(),
        ..details.clone()
    }
}

fn document(id: &Id) -> String {
    format!("{DOCUMENT} {id}")
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
        let mut new_id = numbered();
        let order = papers::order(resolution, &details, &mut new_id);
        if self.points.is_empty() {
            return order;
        }
        let points: Vec<papers::OrderPoint> = self
            .points
            .iter()
            .map(|point| papers::OrderPoint {
                heading: point.heading.clone(),
                text: point.text.clone(),
            })
            .collect();
        papers::with_points(order, &points, new_id)
    }

    fn points_of(&self, order: &Resolution) -> Vec<PaperPoint> {
        papers::order_points(order)
            .into_iter()
            .map(|papers::OrderPoint { heading, text }| PaperPoint { heading, text })
            .collect()
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
