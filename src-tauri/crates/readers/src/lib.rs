//! Bytes → resolution, with an account of every source line.
//!
//! Two steps that never share a file: a container reader (`docx`, `doc`, `odt`, `rtf`, `pdf`, `html`, `markdown`, `text`) turns bytes
//! into a flat `manuscript`; one `outline` step recognises the parts of a resolution in it. The
//! result is a [`Reading`]: the resolution, the source as numbered lines, and where each line went.
//!
//! Reading fails only when a container cannot be opened ([`ReadError`]); what a text says is never
//! a reason: doubts are diagnostics, leftovers are listed as unplaced.
//!
//! [`recognise`] finds the facts of parts a person edits by the same rules.
//!
//! ```
//! use svod_readers::{Options, read};
//! let text = "РЕШЕНИЕ\nсовещания\n\nШколам округа:\n- провести смотр музеев.";
//! let reading = read(text.as_bytes(), "решение.txt", &Options::default())?;
//! assert_eq!(reading.resolution.directives().count(), 1);
//! # Ok::<(), svod_readers::ReadError>(())
//! ```
#![warn(clippy::disallowed_methods)]

mod container;
mod control_sheet;
mod correction;
mod detect;
mod doc;
mod docx;
mod error;
mod html;
mod hyphens;
mod manuscript;
mod markdown;
mod odt;
mod ordinals;
mod outline;
mod pdf;
mod reading;
pub mod recognise;
mod rtf;
mod text;

#[cfg(test)]
mod kept;
#[cfg(test)]
mod promises;
#[cfg(test)]
mod variants;

pub use control_sheet::{SheetRow, control_sheet};
pub use correction::{Correction, DeadlineOf, Verdict};
pub use error::ReadError;
pub use outline::Step;
pub use reading::{Format, Placement, Reading, Role, SourceLine};
use svod_model::{Diagnostic, DiagnosticCode, Severity};

/// Largest file that is read, in bytes; callers check before they read it into memory.
const SIZE_LIMIT: u64 = 64 * 1024 * 1024;

/// What the caller may fix instead of letting the reader guess.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The text encoding by its WHATWG label (`windows-1251`); guessed when absent.
    pub encoding: Option<String>,
    /// What a person said of the file's lines; it outranks the recogniser.
    pub corrections: Vec<Correction>,
    /// Steps of the outline to leave out: the only way to see what each of them gives.
    pub without: Vec<Step>,
}

impl Options {
    /// The encoding a person named last, or the caller's.
    fn corrected_encoding(&self) -> Option<&str> {
        let named = self.corrections.iter().rev().find_map(|correction| {
            if let Verdict::Encoding { label } = &correction.verdict {
                Some(label.as_str())
            } else {
                None
            }
        });
        named.or(self.encoding.as_deref())
    }

    fn settles_encoding(&self) -> bool {
        let code = DiagnosticCode::GuessedEncoding;
        self.corrections
            .iter()
            .any(|correction| correction.verdict == Verdict::Accept { code })
    }
}

/// Whether a file is opened by a parser that is not ours, which one damaged file may bring down.
pub fn is_foreign(bytes: &[u8], name: &str) -> bool {
    matches!(detect::format(bytes, name), Ok(Format::Doc | Format::Pdf))
}

/// Reads a file's bytes. `name` is the file's name, used for its extension only.
///
/// # Errors
/// [`ReadError`] when the container cannot be opened; never for what the text says.
pub fn read(bytes: &[u8], name: &str, options: &Options) -> Result<Reading, ReadError> {
    let size = bytes.len() as u64;
    if size > SIZE_LIMIT {
        return Err(ReadError::TooLarge {
            size,
            limit: SIZE_LIMIT,
        });
    }
    let mut format = detect::format(bytes, name)?;
    let encoding = options.corrected_encoding();
    let (mut manuscript, decoded) = match format {
        Format::Docx => (docx::manuscript(bytes)?, None),
        Format::Doc => (doc::manuscript(bytes)?, None),
        Format::Odt => (odt::manuscript(bytes)?, None),
        Format::Pdf => (pdf::manuscript(bytes)?, None),
        Format::Rtf => (rtf::manuscript(bytes)?, None),
        Format::Html => {
            let decoded = html::decode(bytes, encoding)?;
            let manuscript = html::manuscript(&decoded.text)?;
            (manuscript, Some((decoded.encoding, decoded.guessed)))
        }
        Format::Markdown | Format::Text => {
            let decoded = text::decode(bytes, encoding)?;
            // Converters leave Markdown in files called .txt; its marks are no part of the text.
            if markdown::looks_like(&decoded.text) {
                format = Format::Markdown;
            }
            let manuscript = match format {
                Format::Markdown => markdown::manuscript(&decoded.text),
                _ => text::manuscript(&decoded.text),
            };
            (manuscript, Some((decoded.encoding, decoded.guessed)))
        }
    };
    manuscript.settle_anchors();
    if !manuscript
        .lines
        .iter()
        .any(|line| line.text.chars().any(char::is_alphanumeric))
    {
        return Err(ReadError::Empty);
    }
    let lines = manuscript.lines.iter().map(source_line).collect();
    let outline = outline::read(manuscript, &options.without, &options.corrections);
    let mut resolution = outline.resolution;
    if let (Some((encoding, true)), false) = (decoded, options.settles_encoding()) {
        resolution.diagnostics.insert(
            0,
            Diagnostic {
                code: DiagnosticCode::GuessedEncoding,
                severity: Severity::Note,
                lines: [1, 1],
                args: [("encoding".to_owned(), encoding.to_owned())].into(),
            },
        );
    }
    let encoding = decoded.map(|(encoding, _)| encoding.to_owned());
    Ok(Reading {
        resolution,
        format,
        encoding,
        lines,
        placements: outline.placements,
    })
}

fn source_line(line: &manuscript::Line) -> SourceLine {
    let text = match &line.label {
        Some(label) => format!("{label} {}", line.text),
        None => line.text.clone(),
    };
    SourceLine {
        number: line.number,
        text,
    }
}
