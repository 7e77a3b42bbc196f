//! Everything the program writes to a place a person chose, each under a name.

use std::path::Path;

use svod_api::view::{
    ColumnsBy, Counting, ExportFormat, ExportHow, ExportPart, ExportSource, ImportOutcome, State,
};
use svod_api::{Access, Cancel, Error, ErrorCode, Filter, Id, Library, NaiveDate, NewRemark};

/// One kind of file.
pub(super) struct Output {
    /// What it is: part and format.
    pub(super) name: String,
    /// The extension its file has.
    pub(super) extension: &'static str,
    write: Box<Writing>,
}

type Writing = dyn Fn(&Library, &Path) -> Result<(), Error> + Send + Sync;

impl Output {
    fn new(
        name: String,
        extension: &'static str,
        write: impl Fn(&Library, &Path) -> Result<(), Error> + Send + Sync + 'static,
    ) -> Self {
        Self {
            name,
            extension,
            write: Box::new(write),
        }
    }

    /// Writes it as the window and the terminal program do.
    pub(super) fn write(&self, library: &Library, to: &Path) -> Result<(), Error> {
        (self.write)(library, to)
    }
}

const TEXT: &str = "РЕЗОЛЮЦИЯ\nпедагогического форума «Школа у реки»\nг. Озёрск, 26 августа 2026 года\n\n\
    Участники форума рекомендуют:\n\
    1. Управлению образования:\n1.1. провести смотр школьных музеев до 15 мая 2027 года;\n\
    1.2. довести долю учителей с наставником до 75 % до 1 октября 2026 года.\n\
    2. Методическому центру:\n2.1. подготовить сборник практик до 1 июня 2027 года.\n";

fn day() -> NaiveDate {
    "2026-08-26".parse().unwrap()
}

/// A library with two years of a resolution; the newer is under control and has a remark.
pub(super) fn library(path: &Path) -> Library {
    let library = Library::open(path, Access::Change).unwrap();
    let folder = path.parent().unwrap();
    let files = [("новый.txt", "2026"), ("старый.txt", "2025")].map(|(name, year)| {
        let file = folder.join(name);
        std::fs::write(
            &file,
            TEXT.replace("августа 2026", &format!("августа {year}")),
        )
        .unwrap();
        file
    });
    let report = library.import("t", &files, &Cancel::default(), |_| {});
    let added = report.unwrap().items.into_iter().map(|item| item.outcome);
    let ids: Vec<Id> = added
        .map(|outcome| match outcome {
            ImportOutcome::Imported { card, .. } => card.id,
            other => panic!("{other:?}"),
        })
        .collect();
    let new = newest(&library);
    assert!(ids.contains(&new) && ids.len() == 2);
    library.adopt(&new, day()).unwrap();
    let remark = NewRemark {
        directive: None,
        answers: None,
        author: "Г.",
        text: "уточнить сроки",
        proposal: None,
    };
    library.add_remark(&new, remark).unwrap();
    library
}

/// The documents, the newer first.
fn dated(library: &Library) -> Vec<Id> {
    let mut cards = library.view().unwrap().documents;
    cards.sort_by_key(|card| std::cmp::Reverse(card.adopted_on));
    cards.into_iter().map(|card| card.id).collect()
}

fn newest(library: &Library) -> Id {
    dated(library).remove(0)
}

/// Every part of a document. The match says when a new one has to be added here.
fn parts(library: &Library, id: &Id) -> Vec<ExportPart> {
    let view = library.export_view(id).unwrap();
    let section = library.document(id).unwrap().resolution.sections[0]
        .id
        .clone();
    let mut part = ExportPart::Whole;
    let mut all = Vec::new();
    loop {
        let next = match &part {
            ExportPart::Whole => Some(ExportPart::Section {
                id: section.clone(),
            }),
            ExportPart::Section { .. } => Some(ExportPart::Addressee {
                name: view.addressees[0].name.clone(),
            }),
            ExportPart::Addressee { .. } => Some(ExportPart::Directives {
                ids: vec![view.directives[0].id.clone()],
            }),
            ExportPart::Directives { .. } => Some(ExportPart::Plan),
            ExportPart::Plan => Some(ExportPart::Order),
            ExportPart::Order => Some(ExportPart::Distribution),
            ExportPart::Distribution => Some(ExportPart::Remarks),
            ExportPart::Remarks => None,
        };
        all.push(std::mem::replace(
            &mut part,
            match next {
                Some(next) => next,
                None => break,
            },
        ));
    }
    all.push(part);
    all
}

/// All of them, those that are refused as well.
fn asked(library: &Library) -> Vec<Output> {
    let ids = dated(library);
    let (new, old) = (ids[0].clone(), ids[1].clone());
    let mut all = Vec::new();
    for part in parts(library, &new) {
        for format in ExportFormat::ALL {
            let (part, id) = (part.clone(), new.clone());
            let kind = format!("{part:?}");
            let kind = kind.split([' ', '{']).next().unwrap();
            let name = format!("{kind} as {format:?}");
            all.push(Output::new(name, format.extension(), move |library, to| {
                let how = ExportHow {
                    part: part.clone(),
                    ..ExportHow::default()
                };
                let source = ExportSource::Document { id: id.clone() };
                library.export(&source, format, &how, to).map(drop)
            }));
        }
    }
    for format in ExportFormat::ALL {
        let state = |id: &Id| State::Document {
            id: id.clone(),
            revision: None,
        };
        let source = ExportSource::Comparison {
            old: state(&old),
            new: state(&new),
        };
        let name = format!("Comparison as {format:?}");
        all.push(Output::new(name, format.extension(), move |library, to| {
            let how = ExportHow::default();
            library.export(&source, format, &how, to).map(drop)
        }));
        for counted in [Some(ColumnsBy::Themes), Some(ColumnsBy::Families), None] {
            let counting = counted.map(|columns| Counting {
                columns,
                ..Counting::default()
            });
            let name = format!("Districts by {counted:?} as {format:?}");
            all.push(Output::new(name, format.extension(), move |library, to| {
                let chosen = |_: &str| Some(to.to_owned());
                library
                    .save_districts(counting.as_ref(), &Filter::default(), format, chosen)
                    .map(drop)
            }));
        }
    }
    let id = new.clone();
    all.push(Output::new(
        "Control sheet".into(),
        "xlsx",
        move |library, to| {
            let chosen = |_: &str| Some(to.to_owned());
            library
                .save_control_sheet(&id, None, day(), chosen)
                .map(drop)
        },
    ));
    let id = new.clone();
    all.push(Output::new("Report".into(), "docx", move |library, to| {
        let chosen = |_: &str| Some(to.to_owned());
        library.save_control_report(&id, day(), chosen).map(drop)
    }));
    all.push(Output::new("Template".into(), "md", |library, to| {
        let template = library.templates()?.remove(0);
        library.export_template(&template.id, to).map(drop)
    }));
    all.push(Output::new("Bundle".into(), "svodx", |library, to| {
        library.export_bundle(&[], to).map(drop)
    }));
    all
}

/// Everything that can be written. What cannot is refused, and leaves no file.
pub(super) fn outputs(library: &Library) -> Vec<Output> {
    let folder = tempfile::tempdir().unwrap();
    let all = asked(library).into_iter().filter(|output| {
        let to = folder.path().join(format!("проба.{}", output.extension));
        let written = output.write(library, &to);
        let supported = match written {
            Ok(()) => true,
            Err(error) => {
                let code = ErrorCode::ExportFormatUnsupported;
                assert_eq!(error.code, code, "{}", output.name);
                false
            }
        };
        assert_eq!(to.exists(), supported, "{}", output.name);
        drop(std::fs::remove_file(to));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        supported
    });
    let all: Vec<Output> = all.collect();
    assert!(all.len() > 60, "{}", all.len());
    all
}
