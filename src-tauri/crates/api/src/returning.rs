//! A control sheet that comes back: what it says anew, and where a person has to decide.

use std::path::Path;

use chrono::NaiveDate;
use svod_model::Id;
use svod_model::control::{Mark, Status};
use svod_readers::SheetRow;

use crate::controlling::Followed;
use crate::view::{SheetChange, SheetConflict, SheetReturn};
use crate::{Error, ErrorCode, Library, files, reading};

impl Library {
    /// Reads a control sheet that was filled in; nothing is kept yet.
    ///
    /// # Errors
    /// [`ErrorCode::NotAControlSheet`] for any other workbook, [`ErrorCode::NotUnderControl`] for a
    /// sheet of a document this library does not follow, and whatever reading the file gives.
    pub fn read_control_sheet(&self, path: &Path, today: NaiveDate) -> Result<SheetReturn, Error> {
        let name = files::name(path);
        let rows = reading::control_sheet(files::read(path)?, &name)?;
        let stranger = || Error::new(ErrorCode::NotAControlSheet).with("file", &name);
        let rows = rows.ok_or_else(stranger)?;
        let document = rows
            .iter()
            .find_map(|row| Code::of(&row.code))
            .ok_or_else(stranger)?
            .document;
        let followed = self
            .followed(&document)
            .map_err(|error| error.with("file", &name))?;
        let mut back = SheetReturn {
            file: name,
            document,
            rows: Vec::new(),
            unchanged: 0,
            strangers: Vec::new(),
        };
        for row in &rows {
            back.take(row, &followed, today);
        }
        Ok(back)
    }
}

/// What a row is known again by: document, directive, and the last act when it was sent out.
struct Code {
    document: Id,
    directive: Id,
    act: u32,
}

impl Code {
    fn of(text: &str) -> Option<Self> {
        let mut parts = text.split('/');
        let (document, directive, act) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self {
            document: Id::new(document),
            directive: Id::new(directive),
            act: act.parse().ok()?,
        })
    }
}

impl SheetReturn {
    fn take(&mut self, row: &SheetRow, followed: &Followed, today: NaiveDate) {
        let code = Code::of(&row.code).filter(|code| code.document == self.document);
        let known = code.and_then(|code| {
            let sent = followed.standing_at(&code.directive, code.act)?;
            let text = followed
                .resolution()
                .directive(&code.directive)?
                .text
                .clone();
            let ours = followed.standing(&code.directive)?;
            Some((code, sent, text, ours))
        });
        let Some((code, sent, text, ours)) = known else {
            return self.strangers.push(row.line);
        };
        let status = Status::named(&row.status);
        let filled = [&row.done, &row.evidence, &row.reason, &row.to];
        let says = filled.iter().any(|text| !text.is_empty())
            || row.on.is_some()
            || row.until.is_some()
            || row.no_day.is_some();
        // A status wiped out says nothing; one that cannot be read says something.
        let same = row.status.is_empty() || status == Some(sent.status);
        if same && !says {
            self.unchanged += 1;
            return;
        }
        let words = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let status = status.unwrap_or(sent.status);
        let mark = Mark {
            status,
            on: row.on.unwrap_or(today),
            evidence: words(&row.evidence),
            remark: words(&row.done),
            reason: words(&row.reason),
            until: row.until,
            to: words(&row.to),
            answers: sent.due.filter(|_| status == Status::Permanent),
        };
        // The same sheet taken twice says nothing anew.
        let marks = followed
            .marks
            .get(&code.directive)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let last = marks.last().map(|stored| &stored.mark);
        let settled = mark.clone().settled(&sent);
        if last.is_some() && settled.as_ref().ok() == last {
            self.unchanged += 1;
            return;
        }
        let twice = self
            .rows
            .iter()
            .find(|other| other.directive == code.directive);
        if twice.is_some_and(|other| other.mark == mark) {
            self.unchanged += 1;
            return;
        }
        let unknown = Status::named(&row.status).is_none() && !row.status.is_empty();
        let conflict = if unknown {
            Some(SheetConflict::UnknownStatus {
                said: row.status.clone(),
            })
        } else if let Some(said) = &row.no_day {
            Some(SheetConflict::UnknownDay { said: said.clone() })
        } else if let Some(other) = twice {
            Some(SheetConflict::SaidTwice { line: other.line })
        } else if followed.last_act(&code.directive) != code.act {
            // Said here since, or taken back here since.
            let standing = Mark {
                status: ours.status,
                on: today,
                ..Mark::default()
            };
            Some(SheetConflict::ChangedHere {
                ours: last.cloned().unwrap_or(standing),
            })
        } else if row.on.is_none()
            && matches!(status, Status::Done | Status::DoneLate)
            && sent.due.is_some_and(|due| today > due)
        {
            // The day decides whether it was in time: today would call it late without a word.
            Some(SheetConflict::UnknownDay {
                said: String::new(),
            })
        } else {
            mark.clone()
                .settled(&ours)
                .err()
                .map(|missing| SheetConflict::Incomplete { missing })
        };
        self.rows.push(SheetChange {
            line: row.line,
            number: followed.number(&code.directive),
            directive: code.directive,
            text,
            ours: ours.status,
            mark: settled.unwrap_or(mark),
            conflict,
        });
    }
}
