use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Lines;

/// A doubt or a fault noticed while reading, beside the result and never instead of it.
///
/// Carries a code and named values, no prose: the window and the terminal program say it in their
/// own words and language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Diagnostic {
    /// What was noticed.
    pub code: DiagnosticCode,
    /// How much it matters.
    pub severity: Severity,
    /// The source lines it is about, 1-based and inclusive.
    pub lines: Lines,
    /// Values the message quotes, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(optional, as = "Option<BTreeMap<String, String>>")]
    pub args: BTreeMap<String, String>,
}

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Good to know.
    Note,
    /// Worth a look.
    Warning,
    /// Most likely wrong.
    Error,
}

/// What a reader can notice. A variant exists only if something raises it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DiagnosticCode {
    /// Group numbers start again («4.» is followed by «1.»). Args: `number`.
    NumberingRestarts,
    /// Word bookmarks were printed into the text and removed. Args: `count`.
    BookmarkResidue,
    /// Lines of one paragraph, broken by a page or a wrap, were joined.
    BrokenParagraph,
    /// Letters and digits of a line were taken for their doubles, as scans print them, and put right.
    /// Args: `before` and `after`, the words of the line in their order.
    LettersRepaired,
    /// A line with words found no place. It is listed in `unplaced`.
    UnplacedLine,
    /// A directive seems to hide in running text. Args: `text`.
    PossibleDirective,
    /// A deadline stands at the start of an item without a task. Args: `phrase`.
    OrphanDeadline,
    /// An addressee heading has no directives under it. Args: `heading`.
    EmptyGroup,
    /// No adoption date was found.
    NoAdoptionDate,
    /// No directives were found at all.
    NoDirectives,
    /// The encoding was guessed. Args: `encoding`.
    GuessedEncoding,
    /// A date that does not exist («31 июня»). Args: `phrase`.
    ImpossibleDate,
    /// Insertions and deletions were read as accepted. Args: `count`.
    TrackedChangesAccepted,
    /// An opening or closing quotation mark is missing.
    UnbalancedQuotes,
}

/// A source line that no rule could place; listed so that nothing is lost silently.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Unplaced {
    /// Source lines, 1-based and inclusive.
    pub lines: Lines,
    /// The text as printed.
    pub text: String,
}
