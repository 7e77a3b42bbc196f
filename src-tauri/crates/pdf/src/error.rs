use thiserror::Error;
use typst::diag::SourceDiagnostic;

/// Why pages could not be set.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TypesetError {
    /// The typesetter refused; its own words.
    #[error("the typesetter refused: {0}")]
    Refused(String),
}

impl TypesetError {
    pub(crate) fn of(problems: impl IntoIterator<Item = SourceDiagnostic>) -> Self {
        let said = problems
            .into_iter()
            .map(|problem| problem.message.to_string());
        Self::Refused(said.collect::<Vec<_>>().join("; "))
    }
}
