use std::ffi::c_int;
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::StoreError;
use crate::revision::Kept;

/// How long a statement waits for another process before it reports [`StoreError::Locked`].
const PATIENCE: Duration = Duration::from_secs(5);

/// An open library.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    path: PathBuf,
}

/// Looks at the library, never changes it.
#[derive(Debug)]
pub struct Reader<'a>(pub(crate) &'a Connection);

/// Changes the library inside one transaction.
#[derive(Debug)]
pub struct Writer<'a>(pub(crate) &'a Connection);

impl Store {
    /// Opens the library at `path`, creating it (readable by its owner only) or upgrading it.
    ///
    /// # Errors
    /// See [`StoreError`]; a file that is not ours or is newer is left untouched.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        create_for_owner(path)?;
        let mut connection = Connection::open_with_flags(
            path,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        connection.busy_timeout(PATIENCE)?;
        // Reading the version first makes a foreign file fail before anything is written to it.
        let _: i64 = connection.pragma_query_value(None, "schema_version", |row| row.get(0))?;
        let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let tables: u32 =
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        let new = found == 0 && tables == 0;
        if !new && !is_ours(&connection, found)? {
            return Err(StoreError::Damaged {
                detail: "another program's database".into(),
            });
        }
        crate::migration::migrate(&mut connection, path)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        // FULL: a revision that was reported as saved survives a power cut too.
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "trusted_schema", false)?;
        Ok(Self::of(connection, path))
    }

    /// A library on a connection that is open already.
    pub(crate) fn of(connection: Connection, path: &Path) -> Self {
        Self {
            connection,
            path: path.to_owned(),
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A view that only looks.
    pub fn read(&self) -> Reader<'_> {
        Reader(&self.connection)
    }

    /// Runs `work` in one transaction: all of it is kept, or none.
    ///
    /// # Errors
    /// Whatever `work` returns, or why the transaction could not be started or kept.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        let value = work(&Writer(&transaction))?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(value)
    }

    /// Writes a consistent copy of the library to another file, which must not exist.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        copy_to(&self.connection, to)
    }

    /// Checks the whole file; gives what SQLite found wrong, nothing when it is sound.
    ///
    /// # Errors
    /// If the file cannot be read at all.
    pub fn verify(&self) -> Result<Vec<String>, StoreError> {
        let mut problems = Vec::new();
        let mut check = self.connection.prepare("PRAGMA integrity_check")?;
        for row in check.query_map([], |row| row.get::<_, String>(0))? {
            let row = row?;
            if row != "ok" {
                problems.push(row);
            }
        }
        let mut keys = self.connection.prepare("PRAGMA foreign_key_check")?;
        for row in keys.query_map([], |row| row.get::<_, String>(0))? {
            problems.push(format!("a row of {} points at nothing", row?));
        }
        // SQLite knows its own pages; that the texts in them are whole is ours to check.
        if problems.is_empty() {
            self.verify_texts(&mut problems)?;
        }
        Ok(problems)
    }

    fn verify_texts(&self, problems: &mut Vec<String>) -> Result<(), StoreError> {
        // Lists show what is copied from the newest text, unless the text is being edited.
        let mut revisions = self.connection.prepare(
            "SELECT r.document, r.number, r.resolution, r.reading, r.packed, r.packed_reading,
                    r.number = d.revision AND NOT EXISTS (SELECT 1 FROM edit e WHERE e.document = d.id),
                    d.title, d.directives, d.adopted_on, d.municipality, d.region, d.theme
             FROM revision r JOIN document d ON d.id = r.document",
        )?;
        let mut rows = revisions.query([])?;
        while let Some(row) = rows.next()? {
            let (document, number): (String, u32) = (row.get(0)?, row.get(1)?);
            let whole = Kept::of(row, 2)?
                .texts()
                .and_then(|(text, _)| Ok(svod_model::json::from_json(&text)?));
            match whole {
                Err(error) => {
                    problems.push(format!("revision {number} of {document}: {error}"));
                }
                Ok(text) if row.get(6)? => {
                    let shown = (
                        row.get::<_, String>(7)?,
                        row.get::<_, u32>(8)? as usize,
                        [row.get(9)?, row.get(10)?, row.get(11)?, row.get(12)?],
                    );
                    let event = text.event.clone();
                    let day = text.adopted_on.map(|day| day.to_string());
                    let stands = (
                        text.title.clone(),
                        text.directives().count(),
                        [day, event.municipality, event.region, event.theme],
                    );
                    if shown != stands {
                        problems.push(format!(
                            "the list says of {document} what its text does not"
                        ));
                    }
                }
                Ok(_) => {}
            }
        }
        // What is made anew when it is lost is not made anew when it is damaged.
        for (table, column, key) in [("entry", "shown", "document"), ("fact", "facts", "number")] {
            let mut packed = self
                .connection
                .prepare(&format!("SELECT {key}, {column} FROM {table}"))?;
            let mut rows = packed.query([])?;
            while let Some(row) = rows.next()? {
                let bytes: Vec<u8> = row.get(1)?;
                let whole = bytes.is_empty() || crate::packed::unpack(&bytes).is_ok();
                if !whole {
                    let key: rusqlite::types::Value = row.get(0)?;
                    problems.push(format!("{column} of {table} {key:?} cannot be read"));
                }
            }
        }
        for (table, column) in [
            ("mark", "detail"),
            ("edit", "edits"),
            ("correction", "detail"),
            ("addressee", "detail"),
        ] {
            let broken: u32 = self.connection.query_row(
                &format!("SELECT count(*) FROM {table} WHERE json_valid({column}) = 0"),
                [],
                |row| row.get(0),
            )?;
            if broken > 0 {
                problems.push(format!("{broken} rows of {table} cannot be read"));
            }
        }
        let mut originals = self
            .connection
            .prepare("SELECT sha256, bytes FROM original")?;
        let mut rows = originals.query([])?;
        while let Some(row) = rows.next()? {
            let (name, bytes): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
            if crate::sha256(&bytes) != name {
                problems.push(format!(
                    "the bytes of original {name} are not those it came with"
                ));
            }
        }
        Ok(())
    }
}

impl<'a> Writer<'a> {
    /// A view on the state inside this transaction.
    pub fn read(&self) -> Reader<'a> {
        Reader(self.0)
    }
}

/// Opens a copy to look at it only, if it is a sound library.
pub(crate) fn sound(path: &Path) -> Result<Connection, StoreError> {
    let source = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    let found: u32 = source.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > crate::SCHEMA_VERSION {
        return Err(StoreError::Newer {
            found,
            known: crate::SCHEMA_VERSION,
        });
    }
    let state: String = source.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    // Any SQLite file is sound, and an empty one too.
    if state != "ok" || !is_ours(&source, found)? {
        return Err(StoreError::Damaged { detail: state });
    }
    Ok(source)
}

/// Whether a database is a library: of a version of ours, with every table the first one had. Others' files
/// have versions and documents as well.
fn is_ours(connection: &Connection, version: u32) -> Result<bool, StoreError> {
    let ours: u32 = connection.query_row(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table'
         AND name IN ('shelf', 'original', 'document', 'revision', 'journal', 'setting')",
        [],
        |row| row.get(0),
    )?;
    Ok(version > 0 && ours == 6)
}

/// Copies through SQLite, which is right also while the file is in use.
pub(crate) fn copy_to(connection: &Connection, to: &Path) -> Result<(), StoreError> {
    create_for_owner(to)?;
    let mut target = Connection::open(to)?;
    let backup = rusqlite::backup::Backup::new(connection, &mut target)?;
    // In one step: what is written meanwhile by others does not make it begin again.
    backup.run_to_completion(c_int::MAX, Duration::ZERO, None)?;
    drop(backup);
    // A copy is one file: looking into it leaves nothing beside it.
    target.pragma_update(None, "journal_mode", "delete")?;
    Ok(())
}

/// Whether a file is a sound library this program can open. Nothing is written.
///
/// # Errors
/// As [`Store::restore`].
pub fn check_copy(path: &Path) -> Result<(), StoreError> {
    sound(path).map(drop)
}

/// Makes the file, if it is not there, with rights for its owner only. SQLite gives the files
/// beside it (`-wal`, `-shm`) the same rights.
fn create_for_owner(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true).read(true);
    owner_only(&mut options);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) => Err(StoreError::NotOpened {
            detail: error.to_string(),
        }),
    }
}

#[cfg(unix)]
pub(crate) fn owner_only(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600);
}

#[cfg(not(unix))]
pub(crate) fn owner_only(_options: &mut OpenOptions) {}
