use serde::{Deserialize, Serialize};
use svod_model::Id;
use ts_rs::TS;

/// A theme as a person edits it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThemeEntry {
    /// Its name for programs; empty for one that is not kept yet.
    pub slug: String,
    /// Its name for people.
    pub name: String,
    /// The words that tell of it, parted by commas: «наставник, молодой педагог, питани…, ОВЗ».
    pub words: String,
    /// No directive falls under it for now.
    pub off: bool,
}

/// The list of themes in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThemesView {
    /// In the order of the columns of a matrix.
    pub themes: Vec<ThemeEntry>,
    /// It is the library's own list, not that of the program.
    pub own: bool,
    /// There is an earlier list to go back to.
    pub can_undo: bool,
}

/// What a list of themes catches in the library.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThemesTrial {
    /// How many directives fall under each theme, in the order of the list.
    pub counts: Vec<u32>,
    /// How many directives have no theme.
    pub without: u32,
    /// How many documents have no directive with a theme.
    pub documents_without: u32,
    /// How many directives were looked at.
    pub directives: u32,
    /// How many documents were looked at: the newest.
    pub documents: u32,
    /// How many documents there are.
    pub all_documents: u32,
    /// How many directives fall under the theme that was asked for, or have none.
    pub caught: u32,
    /// In how many documents they stand.
    pub documents_with: u32,
    /// How many directives have its words, but more of the words of three other themes.
    pub crowded: u32,
    /// What each of its words catches.
    pub signs: Vec<SignCount>,
    /// Some of its directives, the newest first.
    pub examples: Vec<ThemeExample>,
}

/// What a word of a theme catches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignCount {
    /// As the person wrote it.
    pub written: String,
    /// How many directives have it.
    pub directives: u32,
}

/// A directive that falls under a theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThemeExample {
    /// The document.
    pub document: Id,
    /// Its title.
    pub title: String,
    /// The directive.
    pub directive: Id,
    /// Its text, piece by piece.
    pub pieces: Vec<ExamplePiece>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExamplePiece {
    /// The text.
    pub text: String,
    /// These words tell of the theme.
    pub caught: bool,
}
