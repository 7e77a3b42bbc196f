//! Manuscript → outline: the one step that knows what a resolution is.
//!
//! 1. `residue`: marks and page numbers that no author wrote are set aside; `lookalikes` puts right
//!    letters and digits a scan mistook.
//! 2. `paragraphs`: what pages and wraps broke is joined; `label` reads numbers and bullets.
//! 3. `title`: the title block and a cover page, with its `dateline` and `corner`; `told` finds what their parts do
//!    not tell; `municipality` and `places` put names into the nominative.
//! 4. `walk`: sessions, lead-ins, addressee headings and items, told apart by `signs` and `grounds`.
//! 5. `items` splits glued tasks, `facts` attaches deadlines, indicators and references.
//!
//! Every source line ends up in a placement. Nothing fails: a doubt is a diagnostic.

mod bodies;
mod capitals;
mod corner;
mod dateline;
pub(crate) mod facts;
mod grounds;
mod held;
mod ids;
pub(crate) mod items;
mod label;
mod lookalikes;
mod municipality;
mod paragraphs;
mod places;
mod residue;
mod said;
mod sessions;
mod signs;
mod steps;
mod tables;
mod title;
mod told;
mod walk;

pub use steps::Step;

use std::collections::BTreeMap;

use svod_language::{dates, verbs};
use svod_model::{Diagnostic, DiagnosticCode, Event, Lines, Resolution, Severity, Unplaced};

use crate::correction::Correction;
use crate::manuscript::{Apart, Line, Manuscript};
use crate::reading::{Placement, Role};

/// What the outline step makes of a manuscript.
#[derive(Debug)]
pub(crate) struct Outline {
    pub(crate) resolution: Resolution,
    pub(crate) placements: Vec<Placement>,
}

/// Names the bodies of a resolution that comes from no file: what its own texts declare counts.
pub(crate) fn name_bodies(resolution: &mut Resolution) {
    let mut spoken = resolution.preamble.join("\n");
    for section in &resolution.sections {
        let groups = section.groups.iter();
        let texts = section.findings.iter().chain(&section.problems);
        let headings = groups.clone().map(|group| &group.heading);
        let tasks = groups.flat_map(|group| &group.directives).map(|d| &d.text);
        for text in texts.chain(headings).chain(tasks) {
            spoken.push('\n');
            spoken.push_str(text);
        }
    }
    bodies::name(resolution, &spoken);
}

/// Recognises the parts of a resolution.
pub(crate) fn read(
    mut manuscript: Manuscript,
    without: &[Step],
    corrections: &[Correction],
) -> Outline {
    said::lay(&mut manuscript, corrections);
    let mut notes = Notes::default();
    if manuscript.tracked_changes > 0 {
        let count = manuscript.tracked_changes.to_string();
        notes.add(
            DiagnosticCode::TrackedChangesAccepted,
            Severity::Note,
            [1, 1],
            &[("count", &count)],
        );
    }
    let lines = tables::unfold(clean(manuscript, &mut notes));
    let paragraphs = paragraphs::join(&lines, without);
    for paragraph in paragraphs.iter().filter(|paragraph| paragraph.mended) {
        notes.add(
            DiagnosticCode::BrokenParagraph,
            Severity::Note,
            paragraph.lines,
            &[],
        );
    }
    let title = title::read(&paragraphs);
    let (head, body) = paragraphs.split_at(title.length.min(paragraphs.len()));
    let untold = told::untold(&title, head);
    for paragraph in head {
        // Several paragraphs may come of one row of a table.
        let same = |other: &paragraphs::Paragraph| {
            other.lines == paragraph.lines && other.text == paragraph.text
        };
        if untold.iter().any(|other| same(other)) {
            notes.leave(paragraph.lines, &paragraph.text);
        } else {
            notes.place(paragraph.lines, Role::Title);
        }
    }
    let said: Vec<String> = paragraphs
        .iter()
        .map(|paragraph| capitals::quiet(&paragraph.text))
        .collect();
    let spoken = said.join("\n");
    let said_in_title = said.get(..head.len()).unwrap_or_default().join("\n");
    // A date in a directive is its deadline and says nothing about the event.
    let opening = body
        .iter()
        .take_while(|p| {
            p.label.is_none()
                && p.row.is_none()
                && (!p.text.ends_with(':') || p.text.contains(". ") || adopts(&p.text))
        })
        .filter(|p| !verbs::is_infinitive(paragraphs::first_word(&p.text)))
        .take(3)
        .flat_map(|paragraph| {
            // What introduces a list stands last and says nothing of the event.
            let told = match paragraph.text.strip_suffix(':') {
                Some(text) if adopts(text) => text,
                Some(text) => text.rsplit_once(". ").map_or("", |(told, _)| told),
                None => paragraph.text.as_str(),
            };
            let days = dates::find(told).into_iter();
            // «Приказ от 3 февраля»: the day of an act, not of the event.
            days.filter(move |day| {
                let before = told.get(..day.range.start).unwrap_or_default();
                !before.trim_end().ends_with(" от")
            })
        })
        .map(|day| day.value)
        .next();
    let held_on = held_on(&title, opening);
    // A plan under «УТВЕРЖДАЮ» is of the day of that mark, whatever event its title names.
    let approved = approved(&title);
    let approved_plan = approved
        .last()
        .copied()
        .filter(|_| title.kind == svod_model::Kind::Plan);
    let adopted_on = said::adopted(corrections)
        .or(approved_plan)
        .or([&title.adopted, &title.dates, &title.held]
            .iter()
            .find_map(|days| days.last().copied()))
        .or(opening);
    let mut resolution = Resolution {
        kind: title.kind,
        draft: title.draft
            || head.is_empty() && paragraphs.iter().take(2).any(|p| title::is_draft(&p.text)),
        title: title.title.clone(),
        event: Event {
            name: places::event(&title.event)
                .or_else(|| (!title.event.is_empty()).then(|| title.event.clone())),
            theme: title.theme.clone(),
            held_on,
            municipality: municipality::municipality(
                &said_in_title,
                &spoken,
                title.place.as_deref(),
            ),
            region: places::region(&title.title, &spoken),
        },
        adopted_on,
        adoption: title.adoption.clone(),
        place: title.place.clone(),
        issuer: title.issuer.clone(),
        approval: title.approval.clone(),
        ..Resolution::default()
    };
    walk::walk(body, adopted_on, without, &mut resolution, &mut notes);
    bodies::name(&mut resolution, &spoken);
    if adopted_on.is_none() {
        notes.add(
            DiagnosticCode::NoAdoptionDate,
            Severity::Warning,
            [1, 1],
            &[],
        );
    }
    if resolution.directives().next().is_none() {
        notes.add(DiagnosticCode::NoDirectives, Severity::Error, [1, 1], &[]);
    }
    said::settle(&mut notes.diagnostics, corrections);
    notes.finish(&mut resolution)
}

/// «Участниками конференции 27 августа 2026 года принята следующая резолюция:»
fn adopts(text: &str) -> bool {
    let lower = text.to_lowercase();
    let adopted = ["принята ", "принято ", "приняты ", "приняли "];
    let documents = ["резолюци", "решени", "рекомендаци"];
    adopted.iter().any(|word| lower.contains(word))
        && documents.iter().any(|word| lower.contains(word))
}

/// The forum's days: those its name says, else the adoption formula's, else the date line's, else the opening's.
fn held_on(title: &title::Title, opening: Option<chrono::NaiveDate>) -> Vec<chrono::NaiveDate> {
    let mut days = if !title.held.is_empty() {
        title.held.clone()
    } else if !title.adopted.is_empty() {
        title.adopted.clone()
    } else if !title.dates.is_empty() {
        let approved = approved(title);
        let own = title.dates.iter().filter(|day| !approved.contains(day));
        let own: Vec<chrono::NaiveDate> = own.copied().collect();
        if own.is_empty() {
            title.dates.clone()
        } else {
            own
        }
    } else {
        opening.into_iter().collect()
    };
    days.sort_unstable();
    days.dedup();
    days
}

/// The days in a mark of approval that is not the adoption.
fn approved(title: &title::Title) -> Vec<chrono::NaiveDate> {
    let lines = title.approval.iter();
    lines.flat_map(|line| dates::all(line)).collect()
}

/// Lines without residue; blank lines stay, they part paragraphs.
fn clean(manuscript: Manuscript, notes: &mut Notes) -> Vec<Line> {
    let mut lines = Vec::with_capacity(manuscript.lines.len());
    let mut bookmarks = 0;
    let mut first_bookmark = None;
    let mut page_break = false;
    let heads = residue::running_heads(&manuscript.lines);
    for mut line in manuscript.lines {
        if line.said.role.is_none() && heads.binary_search(&line.number).is_ok() {
            notes.place(line.lines(), Role::Furniture);
            continue;
        }
        match line.apart {
            Some(Apart::RunningHead) => {
                notes.place(line.lines(), Role::Furniture);
                continue;
            }
            Some(Apart::Note) => {
                notes.place(line.lines(), Role::Note);
                notes.unplaced.push(Unplaced {
                    lines: line.lines(),
                    text: svod_language::words::collapse(&line.text),
                });
                continue;
            }
            None => {}
        }
        let count = residue::strip_bookmarks(&mut line);
        let repairs = lookalikes::mend(&mut line);
        bookmarks += count;
        if count > 0 {
            first_bookmark.get_or_insert(line.number);
            if line.is_blank() {
                notes.place(line.lines(), Role::Furniture);
            }
        }
        if line.said.role == Some(Role::Furniture) {
            notes.place(line.lines(), Role::Furniture);
            continue;
        }
        if line.said.role.is_none() && residue::is_furniture(&line, page_break) {
            notes.place(line.lines(), Role::Furniture);
            page_break = line.page_start || page_break;
            continue;
        }
        page_break = line.page_start && line.is_blank();
        if !repairs.is_empty() {
            let words = |of: fn(&lookalikes::Repair) -> &str| {
                repairs.iter().map(of).collect::<Vec<_>>().join(", ")
            };
            notes.add(
                DiagnosticCode::LettersRepaired,
                Severity::Note,
                line.lines(),
                &[
                    ("before", &words(|repair| &repair.before)),
                    ("after", &words(|repair| &repair.after)),
                ],
            );
        }
        lines.push(line);
    }
    if let Some(first) = first_bookmark {
        let count = bookmarks.to_string();
        notes.add(
            DiagnosticCode::BookmarkResidue,
            Severity::Note,
            [first, first],
            &[("count", &count)],
        );
    }
    lines
}

/// The first words of a paragraph, to know it by.
fn beginning(text: &str) -> String {
    const MOST: usize = 120;
    let Some((end, _)) = text.char_indices().nth(MOST) else {
        return text.to_owned();
    };
    let cut = text.get(..end).unwrap_or(text);
    let whole = cut.rsplit_once(char::is_whitespace);
    let words = whole.map_or(cut, |(words, _)| words);
    format!("{}…", words.trim_end_matches([' ', ',', ';', ':']))
}

/// Placements and diagnostics as they come up.
#[derive(Debug, Default)]
struct Notes {
    placements: Vec<Placement>,
    diagnostics: Vec<Diagnostic>,
    /// What has no place of its own in a resolution: footnotes, the name of an organisation.
    unplaced: Vec<Unplaced>,
}

impl Notes {
    fn place(&mut self, lines: Lines, role: Role) {
        self.placements.push(Placement { lines, role });
    }

    /// Lists a line that found no place.
    fn leave(&mut self, lines: Lines, text: &str) {
        self.place(lines, Role::Unplaced);
        self.add(
            DiagnosticCode::UnplacedLine,
            Severity::Note,
            lines,
            &[("text", &beginning(text))],
        );
        self.unplaced.push(Unplaced {
            lines,
            text: text.to_owned(),
        });
    }

    fn add(
        &mut self,
        code: DiagnosticCode,
        severity: Severity,
        lines: Lines,
        args: &[(&str, &str)],
    ) {
        let args: BTreeMap<String, String> = args
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        self.diagnostics.push(Diagnostic {
            code,
            severity,
            lines,
            args,
        });
    }

    fn finish(mut self, resolution: &mut Resolution) -> Outline {
        self.placements.sort_by_key(|placement| placement.lines);
        self.diagnostics
            .sort_by_key(|diagnostic| (diagnostic.lines, diagnostic.code));
        let mut resolution = std::mem::take(resolution);
        resolution.diagnostics = self.diagnostics;
        resolution.unplaced.append(&mut self.unplaced);
        resolution.unplaced.sort_by_key(|unplaced| unplaced.lines);
        Outline {
            resolution,
            placements: self.placements,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn the_first_words_of_a_paragraph_are_whole() {
        assert_eq!(beginning("Отдел культуры"), "Отдел культуры");
        let long = "развитие кадрового потенциала района, ".repeat(5);
        let told = beginning(&long);
        assert_eq!(
            told,
            "развитие кадрового потенциала района, развитие кадрового потенциала района, развитие кадрового потенциала района…"
        );
    }
}
