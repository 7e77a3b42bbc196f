use rusqlite::Row;
use svod_model::Id;

use crate::{Reader, StoreError, Writer};

/// A shelf documents stand on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// Its id.
    pub id: Id,
    /// Which shelf it is.
    pub kind: ShelfKind,
    /// The person's name for it; empty for built-in ones.
    pub name: String,
    /// Documents on it that are not in the bin.
    pub count: u32,
}

/// Kinds of shelves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelfKind {
    /// The person's own.
    Own,
    /// The sample resolutions.
    Examples,
}

impl ShelfKind {
    fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Examples => "examples",
        }
    }
}

impl Reader<'_> {
    /// All shelves in their order.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn shelves(&self) -> Result<Vec<Shelf>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT s.id, s.kind, s.name, count(d.id) FROM shelf s
             LEFT JOIN document d ON d.shelf = s.id AND d.removed_at IS NULL
             GROUP BY s.id ORDER BY s.position, s.id",
        )?;
        let rows = query.query_map([], shelf)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Puts a shelf up if its id is not there yet, after the others.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn ensure_shelf(&self, id: &Id, kind: ShelfKind, name: &str) -> Result<(), StoreError> {
        self.0
            .prepare_cached(
                "INSERT INTO shelf (id, kind, name, position)
                 VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM shelf))
                 ON CONFLICT (id) DO NOTHING",
            )?
            .execute((id.as_str(), kind.name(), name))?;
        Ok(())
    }
}

fn shelf(row: &Row<'_>) -> rusqlite::Result<Shelf> {
    let kind: String = row.get(1)?;
    Ok(Shelf {
        id: Id::new(row.get::<_, String>(0)?),
        kind: if kind == ShelfKind::Examples.name() {
            ShelfKind::Examples
        } else {
            ShelfKind::Own
        },
        name: row.get(2)?,
        count: row.get(3)?,
    })
}
