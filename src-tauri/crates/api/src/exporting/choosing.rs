//! What a person chooses from, and what was chosen last.

use svod_language::bodies;
use svod_model::{Id, numbering};
use svod_writers::papers;

use crate::view::{ExportDirective, ExportLast, ExportPiece, ExportView, OwnProfile};
use crate::{Error, ErrorCode, Library};

/// The settings under which the last choice and the office's own page are kept.
const LAST: &str = "export";
const OWN: &str = "export-own";

impl Library {
    /// What a person chooses from before a document is written.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`].
    pub fn export_view(&self, id: &Id) -> Result<ExportView, Error> {
        let document = self.document(id)?;
        let resolution = &document.resolution;
        let numbers = numbering::number(resolution);
        let counted = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let sections = resolution.sections.iter().filter_map(|section| {
            let name = section.title.as_deref().map(str::trim)?;
            Some(ExportPiece {
                id: section.id.clone(),
                name: name.to_owned(),
                count: counted(
                    section
                        .groups
                        .iter()
                        .map(|group| group.directives.len())
                        .sum(),
                ),
            })
        });
        let addressees = papers::addressees(resolution, bodies::nominative);
        let addressees = addressees.into_iter().map(|addressee| ExportPiece {
            id: Id::new(addressee.name.as_str()),
            name: addressee.name,
            count: counted(addressee.directives.len()),
        });
        let directives = resolution
            .directives()
            .map(|(_, _, directive)| ExportDirective {
                id: directive.id.clone(),
                number: numbers.get(&directive.id).cloned().unwrap_or_default(),
                text: directive.text.clone(),
            });
        Ok(ExportView {
            sections: sections
                .filter(|piece| piece.count > 0 && !piece.name.is_empty())
                .collect(),
            addressees: addressees.filter(|piece| !piece.name.is_empty()).collect(),
            remarks: counted(self.remarks(id)?.len()),
            directives: directives.collect(),
            title: document.card.title,
            last: self.chosen_before(LAST)?,
            own: self.own_profile()?,
            details: self.paper_details(id)?,
        })
    }

    /// The office's own page; the standard until it is changed.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn own_profile(&self) -> Result<OwnProfile, Error> {
        self.chosen_before(OWN)
    }

    /// Keeps the office's own page, brought within what a sheet can have, and gives it back.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn set_own_profile(&self, own: OwnProfile) -> Result<OwnProfile, Error> {
        let own = own.within_limits();
        self.remember(OWN, &own)?;
        Ok(own)
    }

    pub(super) fn remember_export(&self, last: ExportLast) -> Result<(), Error> {
        self.remember(LAST, &last)
    }

    /// What is kept under a name. A newer version's may not parse; the usual is better than nothing.
    pub(super) fn chosen_before<T: serde::de::DeserializeOwned + Default>(
        &self,
        name: &str,
    ) -> Result<T, Error> {
        let stored = self.store().read().setting(name);
        let stored = stored.map_err(|error| self.explain(error))?;
        Ok(stored
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default())
    }

    pub(super) fn remember(&self, name: &str, value: &impl serde::Serialize) -> Result<(), Error> {
        let text = serde_json::to_string(value)
            .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
        self.store()
            .write(|library| library.set_setting(name, &text))
            .map_err(|error| self.explain(error))
    }
}
