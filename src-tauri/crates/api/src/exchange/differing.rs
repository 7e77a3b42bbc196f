//! A document of a bundle beside ours: what differs, part by part, in words.

use svod_diff::{Changes, Decision, Judgement, Op, Part, Relation, Word};
use svod_model::numbering::{self, Numbers};
use svod_model::{Id, Resolution, Section};

use super::bundle::Bundle;
use crate::prepared::Waiting;
use crate::view::{ExchangeDifference, ExchangePart, ExchangeRow};
use crate::{Cancel, Error, ErrorCode, Library};

impl Library {
    /// How a document of the bundle that was looked into differs from ours of that id. Nothing is
    /// changed.
    ///
    /// # Errors
    /// [`ErrorCode::FileForgotten`] if no bundle is open; [`ErrorCode::DocumentNotFound`] if it or
    /// the library has no such document; as [`Library::open_bundle`].
    pub fn bundle_difference(&self, id: &Id) -> Result<ExchangeDifference, Error> {
        let path = self.bundle().clone();
        let path = path.ok_or_else(|| Error::new(ErrorCode::FileForgotten))?;
        let mut bundle = Bundle::open(&path)?;
        let listed = bundle.manifest.documents.iter().find(|l| l.id == *id);
        let listed = listed.cloned();
        let listed = listed.ok_or_else(|| Error::new(ErrorCode::DocumentNotFound))?;
        let theirs = bundle.document(&listed)?.resolution;
        let ours = self.store().read().newest_revision(id);
        let ours = ours.map_err(|error| self.explain(error))?.resolution;
        let ready = self.ready(
            &ours,
            &theirs,
            &Waiting::new("exchange", &Cancel::default(), &mut |_| {}),
        )?;
        let comparison = ready.compare(
            &the_same(&ours, &theirs),
            &Waiting::new("exchange", &Cancel::default(), &mut |_| {}),
        )?;
        let numbers = (numbering::number(&ours), numbering::number(&theirs));
        let mut rows = head(&ours, &theirs);
        let mut same = 0;
        for pair in comparison.pairs {
            let facts = pair.changes != Changes::default();
            if pair.relation == Relation::Unchanged && !pair.moved && !facts {
                same += 1;
                continue;
            }
            rows.push(ExchangeRow {
                part: ExchangePart::Directive,
                ours: numbers.0.get(&pair.old.id).cloned(),
                theirs: numbers.1.get(&pair.new.id).cloned(),
                words: pair.words,
                moved: pair.moved,
            });
        }
        let alone = |part: Part, op: Op, numbers: &Numbers| {
            let number = numbers.get(&part.id).cloned();
            let (ours, theirs) = match op {
                Op::Delete => (number, None),
                Op::Insert | Op::Equal => (None, number),
            };
            ExchangeRow {
                part: ExchangePart::Directive,
                ours,
                theirs,
                words: vec![run(op, part.text)],
                moved: false,
            }
        };
        let gone = comparison.dropped.into_iter();
        rows.extend(gone.map(|part| alone(part, Op::Delete, &numbers.0)));
        let new = comparison.added.into_iter();
        rows.extend(new.map(|part| alone(part, Op::Insert, &numbers.1)));
        rows.extend(row(
            ExchangePart::Closing,
            &ours.closing.join("\n"),
            &theirs.closing.join("\n"),
        ));
        Ok(ExchangeDifference { rows, same })
    }
}

/// A directive has one id in both copies of its document: however much it was rewritten, it is the
/// same one.
fn the_same(ours: &Resolution, theirs: &Resolution) -> Vec<Decision> {
    let both = ours.directives().filter_map(|(_, _, mine)| {
        let other = theirs.directive(&mine.id)?;
        let part = |text: String| Part {
            id: mine.id.clone(),
            text,
        };
        Some(Decision {
            old: part(mine.whole()),
            new: part(other.whole()),
            verdict: Judgement::Together { relation: None },
        })
    });
    both.collect()
}

/// What stands around the directives.
fn head(ours: &Resolution, theirs: &Resolution) -> Vec<ExchangeRow> {
    let mut rows = Vec::new();
    rows.extend(row(ExchangePart::Title, &ours.title, &theirs.title));
    rows.extend(row(ExchangePart::Details, &details(ours), &details(theirs)));
    rows.extend(row(
        ExchangePart::Preamble,
        &ours.preamble.join("\n"),
        &theirs.preamble.join("\n"),
    ));
    let sections = |of: &Resolution| -> Vec<(Id, String)> {
        let all = of.sections.iter();
        all.map(|one| (one.id.clone(), said(one))).collect()
    };
    rows.extend(parts(
        ExchangePart::Section,
        &sections(ours),
        &sections(theirs),
    ));
    let groups = |of: &Resolution| -> Vec<(Id, String)> {
        let all = of.sections.iter().flat_map(|section| &section.groups);
        all.map(|group| (group.id.clone(), group.heading.clone()))
            .collect()
    };
    rows.extend(parts(
        ExchangePart::Addressee,
        &groups(ours),
        &groups(theirs),
    ));
    rows
}

/// What is printed of a document's event and adoption.
fn details(of: &Resolution) -> String {
    let event = &of.event;
    let day = |day: &chrono::NaiveDate| day.format("%d.%m.%Y").to_string();
    let held: Vec<_> = event.held_on.iter().map(day).collect();
    let all = [
        event.name.clone(),
        event.theme.as_ref().map(|theme| format!("«{theme}»")),
        event.municipality.clone(),
        event.region.clone(),
        (!held.is_empty()).then(|| held.join(", ")),
        of.place.clone(),
        of.adopted_on.as_ref().map(day),
        of.adoption.clone(),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn said(section: &Section) -> String {
    let paragraphs = section.title.iter();
    let paragraphs = paragraphs.chain(&section.findings).chain(&section.problems);
    let paragraphs = paragraphs.chain(&section.lead_in);
    paragraphs.cloned().collect::<Vec<_>>().join("\n")
}

/// Rows of parts that have ids of their own.
fn parts(part: ExchangePart, ours: &[(Id, String)], theirs: &[(Id, String)]) -> Vec<ExchangeRow> {
    let of = |all: &[(Id, String)], id: &Id| {
        let found = all.iter().find(|(own, _)| own == id);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let known = ours.iter().map(|(id, text)| (text.clone(), of(theirs, id)));
    let new = theirs
        .iter()
        .filter(|(id, _)| !ours.iter().any(|(own, _)| own == id))
        .map(|(_, text)| (String::new(), text.clone()));
    known
        .chain(new)
        .filter_map(|(mine, other)| row(part, &mine, &other))
        .collect()
}

/// The row of a part, if it differs.
fn row(part: ExchangePart, ours: &str, theirs: &str) -> Option<ExchangeRow> {
    let words = match (ours, theirs) {
        (ours, theirs) if ours == theirs => return None,
        (ours, "") => vec![run(Op::Delete, ours.into())],
        ("", theirs) => vec![run(Op::Insert, theirs.into())],
        (ours, theirs) => svod_diff::words(ours, theirs),
    };
    Some(ExchangeRow {
        part,
        ours: None,
        theirs: None,
        words,
        moved: false,
    })
}

fn run(op: Op, text: String) -> Word {
    Word {
        op,
        text,
        light: None,
    }
}
