use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// What the typesetter sees of the world: one page of rules, the typeface, and the paper's values.
pub(crate) struct Desk {
    paper: Bytes,
}

/// The faces that travel inside the program.
pub(crate) struct Fonts {
    pub(crate) all: Vec<Font>,
    book: LazyHash<FontBook>,
}

/// The typeface, read once. It is Tinos 1.340 with one entry changed: the space that holds words together has the
/// shape of U+2005, which is as wide. A file says once what a shape stands for; with one shape for both spaces it
/// said so anew beside every one of the other kind, and simple readers lost the words behind.
pub(crate) fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| {
        let faces: [&'static [u8]; 2] = [
            include_bytes!("../../../../assets/fonts/tinos-400-normal.ttf"),
            include_bytes!("../../../../assets/fonts/tinos-700-normal.ttf"),
        ];
        let all: Vec<Font> = faces
            .into_iter()
            .flat_map(|face| Font::iter(Bytes::new(face)))
            .collect();
        Fonts {
            book: LazyHash::new(FontBook::from_fonts(&all)),
            all,
        }
    })
}

fn rules() -> &'static Source {
    static RULES: OnceLock<Source> = OnceLock::new();
    RULES.get_or_init(|| Source::detached(include_str!("rules.typ")))
}

/// The same for every paper: what is remembered of one is found again in the next.
fn library() -> &'static LazyHash<Library> {
    static LIBRARY: OnceLock<LazyHash<Library>> = OnceLock::new();
    LIBRARY.get_or_init(|| LazyHash::new(Library::default()))
}

/// The name the rules know the paper by.
const PAPER: &str = "paper.json";

impl Desk {
    /// A desk with the values of a paper.
    ///
    /// # Errors
    /// When the values cannot be written down; texts, numbers and lists of them always can.
    pub(crate) fn with(values: &Dict) -> Result<Self, serde_json::Error> {
        let paper = Bytes::new(serde_json::to_vec(values)?);
        Ok(Self { paper })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        library()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &fonts().book
    }

    fn main(&self) -> FileId {
        rules().id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == rules().id() {
            Ok(rules().clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id.get().vpath().file_name() == Some(PAPER) {
            Ok(self.paper.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().all.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
