//! What the tests of comparisons are made of: a resolution of a few directives, and parts of the
//! files that are written.

use std::io::{Cursor, Read as _};

use chrono::NaiveDate;
use svod_model::{Directive, Group, Id, Resolution, Section};

use crate::Reviser;

/// One group of directives, each with an id of its text.
pub(crate) fn resolution(texts: &[&str]) -> Resolution {
    let directives = texts.iter().map(|text| Directive {
        id: Id::new(format!("{text} as a name")),
        text: (*text).to_owned(),
        ..Directive::default()
    });
    Resolution {
        title: "Резолюция форума".into(),
        sections: vec![Section {
            groups: vec![Group {
                id: Id::new("g"),
                heading: "Школам".into(),
                directives: directives.collect(),
                ..Group::default()
            }],
            ..Section::default()
        }],
        closing: vec!["Контроль оставляем за собой".into()],
        ..Resolution::default()
    }
}

/// The day comparisons are made on.
pub(crate) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2031, 3, 5).unwrap()
}

pub(crate) fn reviser() -> Reviser {
    Reviser {
        author: "О.П. <Секретарь>".into(),
        at: day().and_hms_opt(10, 0, 0).unwrap(),
    }
}

/// The text of a part of a container.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut part = zip.by_name(name).unwrap();
    part.read_to_string(&mut text).unwrap();
    text
}
