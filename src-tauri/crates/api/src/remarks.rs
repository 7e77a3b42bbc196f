use svod_model::Id;
use svod_store::Remark as Stored;

use crate::library::{new_id, now};
use crate::view::{Remark, RemarkState};
use crate::{Error, Library};

/// What it takes to make a remark.
#[derive(Clone, Copy, Debug)]
pub struct NewRemark<'a> {
    /// The directive it is bound to, or nothing for the whole text.
    pub directive: Option<&'a Id>,
    /// The remark it answers.
    pub answers: Option<&'a Id>,
    /// Who makes it: initials.
    pub author: &'a str,
    /// What is said.
    pub text: &'a str,
    /// The wording proposed for the directive.
    pub proposal: Option<&'a str>,
}

impl Library {
    /// A document's remarks, oldest first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn remarks(&self, document: &Id) -> Result<Vec<Remark>, Error> {
        let stored = self
            .store()
            .read()
            .remarks(document)
            .map_err(|error| self.explain(error))?;
        Ok(stored.into_iter().map(remark).collect())
    }

    /// Makes a remark.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_remark(&self, document: &Id, new: NewRemark<'_>) -> Result<Vec<Remark>, Error> {
        let stored = Stored {
            id: new_id(),
            directive: new.directive.cloned(),
            answers: new.answers.cloned(),
            author: new.author.trim().to_owned(),
            text: new.text.trim().to_owned(),
            proposal: new.proposal.map(|text| text.trim().to_owned()),
            state: name(RemarkState::Open).into(),
            made_at: now(),
        };
        self.store()
            .write(|library| library.add_remark(document, &stored))
            .map_err(|error| self.explain(error))?;
        self.remarks(document)
    }

    /// Says what became of a remark.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn settle_remark(
        &self,
        document: &Id,
        id: &Id,
        state: RemarkState,
    ) -> Result<Vec<Remark>, Error> {
        self.store()
            .write(|library| library.settle_remark(document, id, name(state), &now()))
            .map_err(|error| self.explain(error))?;
        self.remarks(document)
    }
}

fn remark(stored: Stored) -> Remark {
    Remark {
        id: stored.id,
        directive: stored.directive,
        answers: stored.answers,
        author: stored.author,
        text: stored.text,
        proposal: stored.proposal,
        state: match stored.state.as_str() {
            "resolved" => RemarkState::Resolved,
            "accepted" => RemarkState::Accepted,
            "rejected" => RemarkState::Rejected,
            _ => RemarkState::Open,
        },
        made_at: stored.made_at,
    }
}

fn name(state: RemarkState) -> &'static str {
    match state {
        RemarkState::Open => "open",
        RemarkState::Resolved => "resolved",
        RemarkState::Accepted => "accepted",
        RemarkState::Rejected => "rejected",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Access;
    use crate::view::Start;
    use svod_model::Kind;

    #[test]
    fn remark_is_answered_settled_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.svod");
        let library = Library::open(&path, Access::Change).unwrap();
        let start = Start::Blank { kind: Kind::Plan };
        let id = library.start_draft(&start).unwrap().card.id;
        let new = NewRemark {
            directive: None,
            answers: None,
            author: "И.П.",
            text: " нужен срок ",
            proposal: Some("утвердить план до 1 октября 2027 года"),
        };
        let made = library.add_remark(&id, new).unwrap();
        let answer = NewRemark {
            answers: Some(&made[0].id),
            text: "согласна",
            proposal: None,
            ..new
        };
        library.add_remark(&id, answer).unwrap();
        library
            .settle_remark(&id, &made[0].id, RemarkState::Accepted)
            .unwrap();
        drop(library);
        let library = Library::open(&path, Access::Change).unwrap();
        let remarks = library.remarks(&id).unwrap();
        assert_eq!(remarks.len(), 2);
        assert_eq!(
            (remarks[0].text.as_str(), remarks[0].state),
            ("нужен срок", RemarkState::Accepted)
        );
        assert_eq!(remarks[1].answers.as_ref(), Some(&remarks[0].id));
    }
}
