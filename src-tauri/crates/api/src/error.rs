use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// What went wrong, as a code a program can act on and values a sentence can quote.
///
/// No prose: the window and the terminal program say it in their own words and language. The
/// technical cause is kept in `detail` for «Подробности» and for logs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Error)]
#[error("{code:?} {args:?} {detail:?}")]
pub struct Error {
    /// What happened.
    pub code: ErrorCode,
    /// Values the sentence quotes, by name (`file`, `size`, `limit`, `format` …).
    #[serde(default)]
    pub args: BTreeMap<String, String>,
    /// The technical cause, in English; never shown first.
    #[serde(default)]
    pub detail: Option<String>,
}

/// The codes. A variant exists only if the person can do something different about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// There is no such file. Args: `file`.
    FileNotFound,
    /// The file may not be read. Args: `file`.
    FileNotReadable,
    /// The path is a folder or a device. Args: `file`.
    NotAFile,
    /// A folder among folders is deeper than is looked into. Args: `file`, `limit` (folders).
    FolderTooDeep,
    /// A folder holds more documents than are taken in one go. Args: `file`, `limit`.
    TooManyFiles,
    /// A link in a folder, which may lead anywhere. Args: `file`.
    LinkNotFollowed,
    /// The document has no words. Args: `file`.
    FileEmpty,
    /// Larger than a resolution can be. Args: `file`, `size`, `limit` (megabytes).
    FileTooLarge,
    /// Not a format this program reads. Args: `file`, `format`.
    FormatUnsupported,
    /// No text in any known encoding. Args: `file`.
    NotText,
    /// The container is broken or cut short. Args: `file`.
    FileDamaged,
    /// The container is built to exhaust the computer. Args: `file`.
    FileSuspicious,
    /// Protected by a password. Args: `file`.
    FileEncrypted,
    /// A PDF of pictures: nobody recognised its text. Args: `file`, `pages`.
    NoTextLayer,
    /// The encoding asked for is not known. Args: `encoding`.
    EncodingUnknown,
    /// The result could not be written. Args: `file`.
    FileNotWritable,
    /// No room on the disk. Args: `file`.
    DiskFull,
    /// The file to be replaced is open in another program. Args: `file`.
    FileInUse,
    /// There is a file of that name, and it is not written over.
    FileExists,
    /// The folder to write to is not there. Args: `file`.
    FolderNotFound,
    /// No file can have that name. Args: `file`.
    FileNameNotAllowed,
    /// The pages were set anew since; they have to be asked for again.
    PreviewGone,
    /// No program of the system opens the file that was written, or its folder.
    NoViewer,
    /// The system did not print the pages.
    NotPrinted,
    /// The library file was written by a newer version. Args: `file`.
    LibraryNewer,
    /// The library file is damaged. Args: `file`.
    LibraryDamaged,
    /// Another program holds the library. Args: `file`.
    LibraryLocked,
    /// The library file cannot be opened or created. Args: `file`.
    LibraryNotOpened,
    /// No document of that name is in the library. Args: `id`.
    DocumentNotFound,
    /// The draft is not as the screen believes: it has to be opened anew. Args: `id`.
    DraftChanged,
    /// The document was edited since it was read from its file: reading the file anew would lose that.
    EditedSince,
    /// No template of that name is there. Args: `id`.
    TemplateNotFound,
    /// A line of the register of acts cannot be read. Args: `line`.
    RegisterUnreadable,
    /// A theme without a name of its own, or more themes than can be. Args: `name`; empty for too many.
    ThemesRefused,
    /// A file that is no template. Args: `file`.
    NotATemplate,
    /// Not a bundle of documents of this program. Args: `file`.
    NotABundle,
    /// A bundle written by a newer version. Args: `file`.
    BundleNewer,
    /// A bundle whose parts are not what its manifest says. Args: `file`.
    BundleDamaged,
    /// A workbook that is no control sheet. Args: `file`.
    NotAControlSheet,
    /// The document is not under control. Args: `file` for one a sheet came back for.
    NotUnderControl,
    /// Something is missing that this status needs. Args: `number`.
    MarkRefused,
    /// The same document was chosen on both sides.
    SameDocument,
    /// A file that was compared in an earlier run; it has to be chosen again.
    FileForgotten,
    /// This export format does not exist for this kind of thing. Args: `format`.
    ExportFormatUnsupported,
    /// The person stopped it.
    Cancelled,
    /// A fault of the program itself.
    Internal,
}

impl Error {
    /// An error without values.
    pub fn new(code: ErrorCode) -> Self {
        Self {
            code,
            args: BTreeMap::new(),
            detail: None,
        }
    }

    /// Adds a value the sentence quotes.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// Adds the technical cause.
    #[must_use]
    pub fn because(mut self, cause: impl std::fmt::Display) -> Self {
        self.detail = Some(cause.to_string());
        self
    }
}
