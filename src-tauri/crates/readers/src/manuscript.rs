use svod_model::{Id, Lines};

use crate::Role;

/// What every container reader gives: the document as flat lines, in reading order.
///
/// Containers know nothing of resolutions; the outline step knows nothing of containers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Manuscript {
    /// Physical lines of a text, paragraphs of a Word file.
    pub(crate) lines: Vec<Line>,
    /// Tracked insertions and deletions that were read as accepted.
    pub(crate) tracked_changes: u32,
}

impl Manuscript {
    /// Adds a footnote behind the text.
    pub(crate) fn note(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.lines.push(Line {
            number: u32::try_from(self.lines.len() + 1).unwrap_or(u32::MAX),
            text: text.trim().to_owned(),
            apart: Some(Apart::Note),
            ..Line::default()
        });
    }
}

/// One line of a manuscript.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// 1-based number in the source.
    pub(crate) number: u32,
    /// The text, white space as in the source, markup removed.
    pub(crate) text: String,
    /// The number or bullet the container prints before the text and does not keep in it.
    pub(crate) label: Option<String>,
    /// The container says it is a heading. Its level is not kept: converters put levels at random.
    pub(crate) heading: bool,
    /// All of its letters are bold.
    pub(crate) bold: bool,
    /// The author ended the line here on purpose: a soft break in Word, two spaces in Markdown.
    pub(crate) hard_break: bool,
    /// The first line of a page.
    pub(crate) page_start: bool,
    /// What it is besides the text.
    pub(crate) apart: Option<Apart>,
    /// What a person said of it.
    pub(crate) said: Said,
    /// A name our own writer gave this paragraph.
    pub(crate) anchor: Option<Id>,
}

/// What a person said of a line or a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Said {
    /// What it is.
    pub(crate) role: Option<Role>,
    /// It goes on with the line above; it does not.
    pub(crate) joins: Option<bool>,
    /// Whom its task is given to.
    pub(crate) addressee: Option<String>,
    /// Words of it that are no deadlines.
    pub(crate) no_deadlines: Vec<String>,
}

impl Said {
    /// Adds what was said of a line that belongs to the same paragraph.
    pub(crate) fn join(&mut self, other: Self) {
        self.role = self.role.or(other.role);
        self.addressee = self.addressee.take().or(other.addressee);
        self.no_deadlines.extend(other.no_deadlines);
    }
}

/// Lines that stand on the page and are no part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Apart {
    /// A running head, a page number.
    RunningHead,
    /// A footnote or an endnote.
    Note,
}

impl Line {
    /// The source lines this one covers.
    pub(crate) fn lines(&self) -> Lines {
        [self.number, self.number]
    }

    /// It holds nothing but white space.
    pub(crate) fn is_blank(&self) -> bool {
        self.label.is_none() && self.text.trim().is_empty()
    }
}
