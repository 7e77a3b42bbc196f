use serde::{Deserialize, Serialize};
use svod_model::{Lines, Resolution};
use ts_rs::TS;

/// What came of reading a file: the resolution, and an account of every source line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Reading {
    /// The recognised structure; doubts are in its `diagnostics`, leftovers in its `unplaced`.
    pub resolution: Resolution,
    /// The container it was read from.
    pub format: Format,
    /// The text encoding that was used, for formats that do not state one themselves.
    pub encoding: Option<String>,
    /// The source as lines: physical lines of a text file, paragraphs of a Word file.
    pub lines: Vec<SourceLine>,
    /// Where each non-empty line went; together they cover every one of them.
    pub placements: Vec<Placement>,
}

/// One line of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourceLine {
    /// 1-based.
    pub number: u32,
    /// Its text, with the list number the source would print.
    pub text: String,
}

/// Where a run of source lines went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Placement {
    /// The lines, 1-based and inclusive.
    pub lines: Lines,
    /// What they were taken for.
    pub role: Role,
}

/// What a source line was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Part of the title block or of a cover page.
    Title,
    /// A paragraph before the directives.
    Preamble,
    /// A session's title.
    SectionTitle,
    /// A session's finding.
    Finding,
    /// A named problem.
    Problem,
    /// The phrase that introduces directives.
    LeadIn,
    /// An addressee heading.
    Addressee,
    /// A line that is only a deadline for the items below.
    GroupDeadline,
    /// The parent phrase of sub-items.
    Lead,
    /// A directive or part of one.
    Directive,
    /// After the last directive.
    Closing,
    /// Page numbers, running heads and residue, dropped by a named rule.
    Furniture,
    /// A footnote: kept apart, listed in the resolution's `unplaced`.
    Note,
    /// No rule could place it; it is listed in the resolution's `unplaced`.
    Unplaced,
}

/// Containers the readers open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Word 2007 and later.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Word 97–2003.
    Doc,
    /// Rich Text Format.
    Rtf,
    /// A PDF with a text layer.
    Pdf,
    /// A page of a site, or a document saved as one.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}
