//! A control sheet that comes back: what it says anew, and where a person has to decide.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;
use svod_model::Id;
use svod_model::control::{Attainment, Fact, Mark, Status};
use svod_readers::SheetRow;

use crate::following::Followed;
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
        // A code that was spoilt is no reason to refuse the others.
        let named: BTreeSet<Id> = rows
            .iter()
            .filter_map(|row| Code::of(&row.code))
            .map(|code| code.document)
            .collect();
        let mut found = Err(stranger());
        for document in named {
            found = self
                .followed(&document)
                .map(|followed| (document, followed));
            if found.is_ok() {
                break;
            }
        }
        let (document, followed) = found.map_err(|error| error.with("file", &name))?;
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
            let text = followed.resolution().directive(&code.directive)?.whole();
            let ours = followed.standing(&code.directive)?;
            Some((code, sent, text, ours))
        });
        let Some((code, sent, text, ours)) = known else {
            return self.strangers.push(row.line);
        };
        let status = Status::named(&row.status);
        let filled = [&row.done, &row.evidence, &row.reason, &row.to, &row.fact];
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
        // A new last day says what happened, also where the status was left as it came.
        let status = match status.unwrap_or(sent.status) {
            _ if same && row.until.is_some() => Status::Prolonged,
            status => status,
        };
        let facts = facts(
            &row.fact,
            &followed.attainments(&code.directive).unwrap_or_default(),
        );
        // A number beside the status that was sent out tells the number and nothing else; on what is
        // reported on again and again, a day or words with it are the report.
        let reports = status == Status::Permanent && (row.on.is_some() || !row.done.is_empty());
        let stays = same
            && !row.fact.is_empty()
            && !reports
            && row.until.is_none()
            && row.reason.is_empty()
            && row.to.is_empty();
        let mark = Mark {
            status,
            on: row.on.unwrap_or(today),
            evidence: words(&row.evidence),
            remark: words(&row.done),
            reason: words(&row.reason),
            until: row.until,
            to: words(&row.to),
            answers: sent.due.filter(|_| status == Status::Permanent && !stays),
            facts: facts.clone().unwrap_or_default(),
            stays,
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
        } else if let Some(on) = row
            .on
            .filter(|on| *on > today || *on < followed.adopted_on())
        {
            Some(SheetConflict::ImpossibleDay { on })
        } else if facts.is_none() {
            Some(SheetConflict::UnknownFact {
                said: row.fact.clone(),
            })
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

/// Numbers reached, in the order of the targets, parted by «;» or lines: «81», «1) 81 %; 2) 12». What
/// is left empty between is not known. Nothing if a number cannot be read or there are too many.
fn facts(said: &str, targets: &[Attainment]) -> Option<Vec<Fact>> {
    let parts: Vec<&str> = match said.trim() {
        "" => return Some(Vec::new()),
        said => said.split([';', '\n']).map(str::trim).collect(),
    };
    if parts.len() > targets.len() {
        return None;
    }
    let told = (0..).zip(&parts).zip(targets);
    told.filter(|((_, part), _)| !part.is_empty() && **part != "—")
        .map(|((nth, part), target)| {
            let place = format!("{})", nth + 1);
            let value = part.strip_prefix(&place).unwrap_or(part);
            let value = number(value, &target.unit)?;
            // «0,62» in a cell that shows per cent is 62 %, and in another it is what it says.
            let share = target.unit == "%" && value > 0.0 && value < 1.0 && target.plan >= 2.0;
            (!share).then(|| Fact {
                target: nth,
                phrase: target.phrase.clone(),
                value,
            })
        })
        .collect()
}

/// A number as people type it: «81,5», «1 200», «81 %» where the unit is that.
fn number(said: &str, unit: &str) -> Option<f64> {
    let said = said.trim();
    let said = said.strip_suffix(unit).unwrap_or(said);
    let plain: String = said.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-');
    if plain.is_empty() || !plain.chars().all(digits) {
        return None;
    }
    plain.replace(',', ".").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_the_order_of_the_targets() {
        let target = |unit: &str| Attainment {
            unit: unit.into(),
            ..Attainment::default()
        };
        let two = [target("%"), target("чел.")];
        let read = |said: &str| {
            let read = facts(said, &two);
            read.map(|facts| {
                facts
                    .iter()
                    .map(|fact| (fact.target, fact.value))
                    .collect::<Vec<_>>()
            })
        };
        assert_eq!(read("81"), Some(vec![(0, 81.0)]));
        assert_eq!(
            read("81,5 %; 1 200 чел."),
            Some(vec![(0, 81.5), (1, 1200.0)])
        );
        assert_eq!(read("1) 81\n2) 12"), Some(vec![(0, 81.0), (1, 12.0)]));
        assert_eq!(read("; 12"), Some(vec![(1, 12.0)]));
        assert_eq!(read(""), Some(vec![]));
        for unreadable in ["почти все", "81; 12; 13", "81 из 100", "1e5"] {
            assert_eq!(read(unreadable), None, "{unreadable}");
        }
    }
}
