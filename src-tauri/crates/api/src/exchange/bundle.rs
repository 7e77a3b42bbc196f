//! The file itself: a zip with a manifest, a document of JSON each, and the files they came from.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, Write};
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use svod_model::{Id, Resolution};
use svod_store::sha256;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::belongings::Belongings;
use super::deciding::SharedPair;
use crate::view::Status;
use crate::{Error, ErrorCode, files};

/// The format's name and major version. A field may be added without raising it.
const FORMAT: &str = "svod.exchange/";
const VERSION: u32 = 2;
const MANIFEST: &str = "manifest.json";
const ABOUT: &str = "README.txt";
const DECISIONS: &str = "decisions.json";

/// No document is larger unpacked; no manifest of a whole country is either.
const PART_LIMIT: u64 = 64 * 1024 * 1024;
/// A document has two parts; no library has as many documents as this would be.
const PARTS_LIMIT: usize = 80_000;
/// JSON of resolutions shrinks to a tenth. What promises to grow so many times over is a trap.
const GROWTH_LIMIT: u64 = 200;

/// What the bundle holds, with checksums of every part.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) format: String,
    /// When it was made, UTC, RFC 3339.
    pub(super) made_at: String,
    /// The version of the program that made it.
    pub(super) program: String,
    pub(super) documents: Vec<Listed>,
    /// The sha256 of the part with what was said of pairs of its documents; nothing if nothing was.
    #[serde(default)]
    pub(super) decisions: Option<String>,
}

/// A document in the manifest.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Listed {
    pub(super) id: Id,
    pub(super) title: String,
    /// The part with its JSON.
    pub(super) path: String,
    pub(super) sha256: String,
    /// The sha256 of the file it came from, which is the part `originals/<sha256>`.
    #[serde(default)]
    pub(super) original: Option<String>,
}

/// A document's part.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Shared {
    pub(super) schema: String,
    pub(super) id: Id,
    /// The name of the file it came from; empty for none.
    pub(super) source_name: String,
    pub(super) status: Status,
    /// The sha256 of the JSON of every revision, the oldest first: tells which of two copies is ahead.
    pub(super) history: Vec<String>,
    /// The account of the source's lines, as the library keeps it.
    #[serde(default)]
    pub(super) reading: Option<String>,
    /// What was said of it; since version 2.
    #[serde(default)]
    pub(super) belongings: Belongings,
    pub(super) resolution: Resolution,
}

pub(super) const DOCUMENT_SCHEMA: &str = "svod.exchange.document/2";
const FIRST_DOCUMENT_SCHEMA: &str = "svod.exchange.document/1";

/// A bundle that is being written, part by part.
pub(super) struct Making<W: Write + Seek> {
    zip: ZipWriter<W>,
    manifest: Manifest,
    originals: std::collections::BTreeSet<String>,
}

impl<W: Write + Seek> Making<W> {
    pub(super) fn begin(to: W, made_at: String) -> Self {
        Self {
            zip: ZipWriter::new(to),
            manifest: Manifest {
                format: format!("{FORMAT}{VERSION}"),
                made_at,
                program: env!("CARGO_PKG_VERSION").into(),
                documents: Vec::new(),
                decisions: None,
            },
            originals: std::collections::BTreeSet::new(),
        }
    }

    pub(super) fn add(&mut self, shared: &Shared, original: Option<&[u8]>) -> Result<(), ZipError> {
        let json = serde_json::to_vec(shared).map_err(std::io::Error::from)?;
        let path = format!("documents/{}.json", shared.id);
        self.part(&path, &json)?;
        let original = match original {
            Some(bytes) => {
                let name = sha256(bytes);
                if self.originals.insert(name.clone()) {
                    self.part(&format!("originals/{name}"), bytes)?;
                }
                Some(name)
            }
            None => None,
        };
        self.manifest.documents.push(Listed {
            id: shared.id.clone(),
            title: shared.resolution.title.clone(),
            path,
            sha256: sha256(&json),
            original,
        });
        Ok(())
    }

    /// Adds what was said of pairs of the documents.
    pub(super) fn decisions(&mut self, pairs: &[SharedPair]) -> Result<(), ZipError> {
        if !pairs.is_empty() {
            let json = serde_json::to_vec(pairs).map_err(std::io::Error::from)?;
            self.part(DECISIONS, &json)?;
            self.manifest.decisions = Some(sha256(&json));
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<W, ZipError> {
        let json = serde_json::to_vec_pretty(&self.manifest).map_err(std::io::Error::from)?;
        self.part(MANIFEST, &json)?;
        self.part(ABOUT, include_bytes!("README.txt"))?;
        self.zip.finish()
    }

    fn part(&mut self, path: &str, bytes: &[u8]) -> Result<(), ZipError> {
        // No times: the same documents make the same bytes.
        self.zip.start_file(path, SimpleFileOptions::default())?;
        Ok(self.zip.write_all(bytes)?)
    }
}

/// A bundle that is being read.
pub(super) struct Bundle {
    zip: ZipArchive<BufReader<File>>,
    name: String,
    pub(super) manifest: Manifest,
}

impl Bundle {
    /// Opens a bundle and reads its manifest.
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        let name = files::name(path);
        let fault = |code: ErrorCode| Error::new(code).with("file", name.as_str());
        let file = File::open(path).map_err(|error| {
            let code = match error.kind() {
                std::io::ErrorKind::NotFound => ErrorCode::FileNotFound,
                _ => ErrorCode::FileNotReadable,
            };
            fault(code).because(error)
        })?;
        let packed = file.metadata().map_or(0, |metadata| metadata.len());
        // What begins as a bundle does and cannot be unpacked came only in part.
        let mut file = BufReader::new(file);
        let begun = file.fill_buf().is_ok_and(|bytes| bytes.starts_with(b"PK"));
        let no_zip = if begun {
            ErrorCode::BundleDamaged
        } else {
            ErrorCode::NotABundle
        };
        let zip = ZipArchive::new(file).map_err(|error| fault(no_zip).because(error))?;
        // Parts are read by their names and written nowhere; who makes such names means harm all the same.
        if zip.len() > PARTS_LIMIT || zip.file_names().any(climbs) {
            return Err(fault(ErrorCode::FileSuspicious));
        }
        let grown = zip.decompressed_size().unwrap_or(u128::MAX);
        if grown > u128::from(packed) * u128::from(GROWTH_LIMIT) + u128::from(PART_LIMIT) {
            return Err(fault(ErrorCode::FileSuspicious));
        }
        let mut bundle = Self {
            zip,
            name: name.clone(),
            manifest: Manifest {
                format: String::new(),
                made_at: String::new(),
                program: String::new(),
                documents: Vec::new(),
                decisions: None,
            },
        };
        if bundle.zip.index_for_name(MANIFEST).is_none() {
            return Err(fault(ErrorCode::NotABundle));
        }
        let json = bundle.part(MANIFEST)?;
        bundle.version(&json)?;
        bundle.manifest = bundle.parsed(&json)?;
        let mut met = std::collections::BTreeSet::new();
        if let Some(twice) = bundle
            .manifest
            .documents
            .iter()
            .find(|l| !met.insert(&l.id))
        {
            return Err(bundle.damaged(format!("{}: listed twice", twice.id)));
        }
        Ok(bundle)
    }

    /// Refuses another format and a newer version, before the shape is looked at.
    fn version(&self, json: &[u8]) -> Result<(), Error> {
        #[derive(Deserialize)]
        struct Envelope {
            format: String,
        }
        let Envelope { format } = self.parsed(json)?;
        let version = format
            .strip_prefix(FORMAT)
            .and_then(|version| version.parse::<u32>().ok());
        match version {
            Some(1..=VERSION) => Ok(()),
            Some(_) => Err(self.fault(ErrorCode::BundleNewer).because(format)),
            None => Err(self.fault(ErrorCode::NotABundle).because(format)),
        }
    }

    /// A document of the manifest; what is not what the manifest says is refused.
    pub(super) fn document(&mut self, listed: &Listed) -> Result<Shared, Error> {
        let json = self.part(&listed.path)?;
        if sha256(&json) != listed.sha256 {
            return Err(self.damaged(format!("{}: another checksum", listed.path)));
        }
        let shared: Shared = self.parsed(&json)?;
        let known = [FIRST_DOCUMENT_SCHEMA, DOCUMENT_SCHEMA].contains(&shared.schema.as_str());
        if shared.id != listed.id || !known {
            return Err(self.damaged(format!("{}: another document", listed.path)));
        }
        if !shared.belongings.is_sound() {
            return Err(self.damaged(format!("{}: an unknown correction", listed.path)));
        }
        Ok(shared)
    }

    /// What was said of pairs of its documents.
    pub(super) fn decisions(&mut self) -> Result<Vec<SharedPair>, Error> {
        let Some(sum) = self.manifest.decisions.clone() else {
            return Ok(Vec::new());
        };
        let json = self.part(DECISIONS)?;
        if sha256(&json) != sum {
            return Err(self.damaged(format!("{DECISIONS}: another checksum")));
        }
        self.parsed(&json)
    }

    /// Reads everything there is, so that nothing of a damaged bundle is taken.
    pub(super) fn check(&mut self) -> Result<(), Error> {
        for listed in self.manifest.documents.clone() {
            self.document(&listed)?;
            self.original(&listed)?;
        }
        self.decisions().map(drop)
    }

    /// The file a document came from.
    pub(super) fn original(&mut self, listed: &Listed) -> Result<Option<Vec<u8>>, Error> {
        let Some(name) = &listed.original else {
            return Ok(None);
        };
        let bytes = self.part(&format!("originals/{name}"))?;
        if sha256(&bytes) != *name {
            return Err(self.damaged(format!("originals/{name}: another checksum")));
        }
        Ok(Some(bytes))
    }

    fn part(&mut self, path: &str) -> Result<Vec<u8>, Error> {
        let fault = |code: ErrorCode| Error::new(code).with("file", self.name.as_str());
        let part = self
            .zip
            .by_name(path)
            .map_err(|error| fault(ErrorCode::BundleDamaged).because(format!("{path}: {error}")))?;
        let mut bytes = Vec::new();
        // The size a part promises may be a lie.
        part.take(PART_LIMIT + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| fault(ErrorCode::BundleDamaged).because(format!("{path}: {error}")))?;
        if bytes.len() as u64 > PART_LIMIT {
            return Err(fault(ErrorCode::FileSuspicious));
        }
        Ok(bytes)
    }

    fn parsed<T: DeserializeOwned>(&self, json: &[u8]) -> Result<T, Error> {
        serde_json::from_slice(json).map_err(|error| self.damaged(error))
    }

    fn damaged(&self, cause: impl std::fmt::Display) -> Error {
        self.fault(ErrorCode::BundleDamaged).because(cause)
    }

    fn fault(&self, code: ErrorCode) -> Error {
        Error::new(code).with("file", self.name.as_str())
    }
}

/// Whether the name of a part leads out of the bundle.
fn climbs(name: &str) -> bool {
    name.starts_with('/') || name.contains(['\\', ':']) || name.split('/').any(|part| part == "..")
}
