use chrono::{Days, NaiveDate};

use crate::view::{ControlItem, DueItem, DueView};
use crate::{Error, Library};

impl Library {
    /// What is late on a day or due within so many days after it, the most urgent first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn due(&self, on: NaiveDate, within: u32) -> Result<DueView, Error> {
        let calendar = self.calendar()?;
        let last = on
            .checked_add_days(Days::new(within.into()))
            .unwrap_or(NaiveDate::MAX);
        let mut items = Vec::new();
        for controlled in self.controlled()?.into_iter().filter(|one| !one.archived) {
            let followed = self.follow(controlled)?;
            let wanted = |item: &ControlItem| {
                !item.status.is_closed() && item.due.is_some_and(|due| due <= last)
            };
            let own = followed.items(on, &calendar).into_iter().filter(wanted);
            items.extend(own.map(|item| DueItem {
                document: item.document,
                title: followed.card.title.clone(),
                directive: item.directive,
                number: item.number,
                text: item.text,
                addressee: item.addressee,
                status: item.status,
                due: item.due,
                works_on: item.works_on,
                days_left: item.days_left,
                deadline: item.deadline_words,
            }));
        }
        // Stable: what is due on one day stays in the order of the texts.
        items.sort_by_key(|item| item.due);
        Ok(DueView {
            schema: DueView::SCHEMA.to_owned(),
            on,
            within,
            late: crate::controlling::count(
                items.iter().filter(|item| item.days_left < Some(0)).count(),
            ),
            items,
        })
    }
}
