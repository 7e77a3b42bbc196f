use svod_model::Id;

use crate::{Reader, StoreError, Writer};

/// What a person did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Added a document from a file; the detail is the file's name.
    Import,
    /// Put a document into the bin.
    Remove,
    /// Took a document out of the bin.
    Restore,
    /// Corrected how a file was read; the detail is the correction.
    Correct,
    /// Took a correction back.
    Uncorrect,
    /// Said of directives whether they belong together; the detail names the two states.
    Decide,
    /// Took that back.
    Undecide,
    /// Began a draft.
    Draft,
    /// Kept a draft as a revision; the detail is its name.
    Revise,
    /// Said what becomes of one of last year's directives; the detail is what.
    Carry,
    /// Took that back.
    Uncarry,
    /// Made a remark; the detail is its id.
    Remark,
    /// Settled a remark; the detail is its id and how.
    Settle,
    /// Said where a document stands; the detail is the status.
    Status,
    /// Threw a document of the bin away for good; the detail is its title.
    Purge,
    /// Put an adopted document under control; the detail is the day of adoption.
    Adopt,
    /// Ended the year of a document under control, or opened it again; the detail is which.
    Archive,
    /// Took the adoption of a document back: it is under control no longer.
    Release,
    /// Said how directives were executed; the detail is the act.
    Mark,
    /// Took that back.
    Unmark,
}

/// A line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalEntry {
    /// When, RFC 3339.
    pub at: String,
    /// The action's name as stored.
    pub action: String,
    /// The document it was done to.
    pub document: Option<Id>,
    /// A value that belongs to the action.
    pub detail: Option<String>,
}

impl Action {
    /// The name under which it is stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Remove => "remove",
            Self::Restore => "restore",
            Self::Correct => "correct",
            Self::Uncorrect => "uncorrect",
            Self::Decide => "decide",
            Self::Undecide => "undecide",
            Self::Draft => "draft",
            Self::Revise => "revise",
            Self::Carry => "carry",
            Self::Uncarry => "uncarry",
            Self::Remark => "remark",
            Self::Settle => "settle",
            Self::Status => "status",
            Self::Purge => "purge",
            Self::Adopt => "adopt",
            Self::Archive => "archive",
            Self::Release => "release",
            Self::Mark => "mark",
            Self::Unmark => "unmark",
        }
    }
}

impl Reader<'_> {
    /// The whole journal, oldest first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn journal(&self) -> Result<Vec<JournalEntry>, StoreError> {
        let mut query = self
            .0
            .prepare("SELECT at, action, document, detail FROM journal ORDER BY number")?;
        let rows = query.query_map([], |row| {
            Ok(JournalEntry {
                at: row.get(0)?,
                action: row.get(1)?,
                document: row.get::<_, Option<String>>(2)?.map(Id::new),
                detail: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    pub(crate) fn record(
        &self,
        at: &str,
        action: Action,
        document: Option<&Id>,
        detail: Option<&str>,
    ) -> Result<(), StoreError> {
        self.0
            .prepare_cached(
                "INSERT INTO journal (at, action, document, detail) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((at, action.name(), document.map(Id::as_str), detail))?;
        Ok(())
    }
}
