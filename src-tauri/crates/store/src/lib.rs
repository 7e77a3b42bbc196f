//! The library: one SQLite file with documents, their revisions and the bytes they came from.
//!
//! A [`Store`] is opened on a path; a [`Reader`] only looks, a [`Writer`] exists only inside one
//! transaction ([`Store::write`]), so that a change is either whole or absent — also after
//! `kill -9`. Revisions are append-only, enforced by the database itself. An older program
//! refuses a newer schema; before an upgrade a copy of the file is made beside it.
//!
//! The only room that knows rusqlite. Deliberately absent: parsing, comparing, rendering, the
//! clock and new ids — times and ids are passed in.
#![warn(clippy::disallowed_methods)]

mod carry;
mod control;
mod correction;
mod decision;
mod document;
mod edit;
mod error;
mod family;
mod feature;
mod journal;
mod lock;
mod migration;
mod own;
mod packed;
mod purge;
mod remark;
mod replace;
mod returned;
mod revision;
mod search;
mod setting;
mod shelf;
mod store;
mod twins;

pub use carry::{Carried, CarrySource};
pub use control::{Controlled, NewControl, StoredMark};
pub use decision::{Compared, StoredDecision};
pub use document::{Card, NewDocument, NewDraft, NewShared, Status, sha256};
pub use edit::{PendingEdits, StoredEdits};
pub use error::StoreError;
pub use family::FamilyWord;
pub use feature::{Counts, Feature, Featured, Member, NewMember, Wanted};
pub use journal::{Action, JournalEntry};
pub use lock::LibraryLock;
pub use migration::SCHEMA_VERSION;
pub use own::{Own, OwnKind};
pub use purge::Purged;
pub use remark::Remark;
pub use replace::{check_whole, prepare};
pub use returned::{CameBack, ReturnedFile};
pub use revision::{Revision, RevisionMark};
pub use search::{Hit, Indexed, Searchable};
pub use shelf::{Shelf, ShelfKind};
pub use store::{Reader, Store, Writer, check_copy};
pub use twins::{Twin, Twins};
