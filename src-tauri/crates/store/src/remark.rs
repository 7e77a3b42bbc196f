use svod_model::Id;

use crate::{Action, Reader, StoreError, Writer};

/// A remark on a draft, an answer to one, or a proposed wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its id.
    pub id: Id,
    /// The directive it is bound to, or nothing for the whole text.
    pub directive: Option<Id>,
    /// The remark it answers.
    pub answers: Option<Id>,
    /// Who made it: initials.
    pub author: String,
    /// What is said.
    pub text: String,
    /// The wording proposed for the directive.
    pub proposal: Option<String>,
    /// `open`, `resolved`, `accepted` or `rejected`.
    pub state: String,
    /// When, RFC 3339.
    pub made_at: String,
}

impl Reader<'_> {
    /// A document's remarks, oldest first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn remarks(&self, document: &Id) -> Result<Vec<Remark>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT id, directive, answers, author, text, proposal, state, made_at FROM remark
             WHERE document = ?1 ORDER BY made_at, rowid",
        )?;
        let id = |text: Option<String>| text.map(Id::new);
        let rows = query.query_map([document.as_str()], |row| {
            Ok(Remark {
                id: Id::new(row.get::<_, String>(0)?),
                directive: id(row.get(1)?),
                answers: id(row.get(2)?),
                author: row.get(3)?,
                text: row.get(4)?,
                proposal: row.get(5)?,
                state: row.get(6)?,
                made_at: row.get(7)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Advice a person does not want to see in a document, as it was kept.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn ignored(&self, document: &Id) -> Result<Vec<String>, StoreError> {
        let mut query = self
            .0
            .prepare_cached("SELECT advice FROM ignored WHERE document = ?1 ORDER BY rowid")?;
        let rows = query.query_map([document.as_str()], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Keeps a remark.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_remark(&self, document: &Id, remark: &Remark) -> Result<(), StoreError> {
        self.0
            .prepare_cached(
                "INSERT INTO remark (id, document, directive, answers, author, text, proposal,
                     state, made_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute((
                remark.id.as_str(),
                document.as_str(),
                remark.directive.as_ref().map(Id::as_str),
                remark.answers.as_ref().map(Id::as_str),
                &remark.author,
                &remark.text,
                &remark.proposal,
                &remark.state,
                &remark.made_at,
            ))?;
        let at = &remark.made_at;
        self.record(at, Action::Remark, Some(document), Some(remark.id.as_str()))
    }

    /// Says what became of a remark: `open`, `resolved`, `accepted`, `rejected`.
    ///
    /// # Errors
    /// If the library cannot be written or the state is none of these.
    pub fn settle_remark(
        &self,
        document: &Id,
        id: &Id,
        state: &str,
        at: &str,
    ) -> Result<(), StoreError> {
        self.0
            .prepare_cached("UPDATE remark SET state = ?3 WHERE document = ?1 AND id = ?2")?
            .execute((document.as_str(), id.as_str(), state))?;
        let detail = format!("{id} {state}");
        self.record(at, Action::Settle, Some(document), Some(&detail))
    }

    /// Keeps advice out of a person's sight, or lets it be seen again.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn ignore(&self, document: &Id, advice: &str, hidden: bool) -> Result<(), StoreError> {
        let statement = if hidden {
            "INSERT INTO ignored (document, advice) VALUES (?1, ?2) ON CONFLICT DO NOTHING"
        } else {
            "DELETE FROM ignored WHERE document = ?1 AND advice = ?2"
        };
        self.0
            .prepare_cached(statement)?
            .execute((document.as_str(), advice))?;
        Ok(())
    }
}
