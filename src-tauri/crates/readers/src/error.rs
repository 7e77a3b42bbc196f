use thiserror::Error;

/// Why a container could not be opened. Content is never a reason: doubts about content are
/// diagnostics beside the result.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ReadError {
    /// The file has no bytes, or no words.
    #[error("the document is empty")]
    Empty,
    /// The file is larger than anything a resolution could be.
    #[error("{size} bytes, the limit is {limit}")]
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// A format this program does not read.
    #[error("unsupported format {format}")]
    UnsupportedFormat {
        /// What it seems to be: an extension or a container's name.
        format: String,
    },
    /// Bytes that are no text in any supported encoding.
    #[error("not a text")]
    NotText,
    /// The container is broken or cut short.
    #[error("damaged: {detail}")]
    Damaged {
        /// What the container's parser met.
        detail: String,
    },
    /// The container unpacks to far more than its size, or nests without end: a bomb.
    #[error("suspicious container: {detail}")]
    Bomb {
        /// Which guard stopped it.
        detail: String,
    },
    /// Pages of pictures: a scan nobody recognised.
    #[error("{pages} pages without text")]
    NoTextLayer {
        /// How many pages it has.
        pages: u32,
    },
    /// Protected by a password.
    #[error("password-protected")]
    Encrypted,
    /// The encoding that was asked for is not known.
    #[error("unknown encoding {label}")]
    UnknownEncoding {
        /// The label as given.
        label: String,
    },
}
