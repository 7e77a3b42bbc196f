//! Days off: the list that comes with the program, or the person's own.

use std::borrow::Cow;

use svod_language::workdays::WorkCalendar;

use crate::view::WorkdaysView;
use crate::{Error, ErrorCode, Library};

/// The setting under which the person's own list is kept.
const WORKDAYS: &str = "workdays";

impl Library {
    /// The list of days off in use.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn workdays(&self) -> Result<WorkdaysView, Error> {
        let own = self.own_workdays()?;
        Ok(WorkdaysView {
            own: own.is_some(),
            text: own.unwrap_or_else(|| WorkCalendar::SHIPPED.to_owned()),
        })
    }

    /// Takes a list of days off into use, or the shipped one again.
    ///
    /// # Errors
    /// [`ErrorCode::RegisterUnreadable`] with the line that cannot be read; the list in use stays.
    pub fn set_workdays(&self, text: Option<&str>) -> Result<WorkdaysView, Error> {
        if let Some(text) = text {
            WorkCalendar::parse(text).map_err(|error| {
                Error::new(ErrorCode::RegisterUnreadable)
                    .with("line", error.line.to_string())
                    .because(error)
            })?;
        }
        self.store()
            .write(|library| library.set_setting(WORKDAYS, text.unwrap_or_default()))
            .map_err(|error| self.explain(error))?;
        self.workdays()
    }

    /// Which days are off.
    pub(crate) fn calendar(&self) -> Result<Cow<'static, WorkCalendar>, Error> {
        let own = self.own_workdays()?;
        let own = own.and_then(|text| WorkCalendar::parse(&text).ok());
        Ok(own.map_or_else(|| Cow::Borrowed(WorkCalendar::shipped()), Cow::Owned))
    }

    fn own_workdays(&self) -> Result<Option<String>, Error> {
        let stored = self
            .store()
            .read()
            .setting(WORKDAYS)
            .map_err(|error| self.explain(error))?;
        Ok(stored.filter(|text| !text.trim().is_empty()))
    }
}
