//! Plans laid out as tables: a row is a directive with its deadline and who answers for it.

use svod_language::{indicators, words};
use svod_model::{Columns, Directive, Id, Kind, Source};

use super::super::paragraphs::Paragraph;
use super::super::signs::Tail;
use super::super::tables::{Measure, Row};
use super::super::{facts, items, signs};
use super::{At, Walk};
use crate::reading::Role;

/// What a row says of all its measures.
struct Told<'a> {
    responsible: &'a str,
    result: &'a str,
    others: &'a [String],
}

impl Walk<'_> {
    /// Places a row of a plan.
    pub(super) fn row(&mut self, row: &Row, paragraph: &Paragraph) {
        match row {
            Row::Header(columns) => {
                self.notes.place(paragraph.lines, Role::Furniture);
                if let Some(columns) = columns {
                    self.columns(columns);
                }
            }
            // It was added to the row above it.
            Row::Rest => {}
            Row::Part(title) => self.open_block(title.clone(), paragraph),
            Row::Task {
                lead,
                measures,
                responsible,
                result,
                others,
            } => {
                // «Информацию принять к сведению» in a table of decisions; a plan's rows are all measures.
                if self.resolution.kind != Kind::Plan
                    && let ([only], "") = (measures.as_slice(), responsible.as_str())
                    && only.deadline.is_empty()
                {
                    let mut alone = paragraph.clone();
                    alone.text.clone_from(&only.task);
                    (alone.row, alone.cells) = (None, None);
                    if self.formal(&alone) {
                        return;
                    }
                }
                self.notes.place(paragraph.lines, Role::Directive);
                let lead = lead.as_deref().map(items::clean);
                let plan = self.resolution.kind == Kind::Plan;
                // A decision may give several tasks in one sentence; a plan's row is one measure.
                let measures = measures.iter().flat_map(|measure| {
                    let parts = if plan {
                        vec![measure.task.as_str()]
                    } else {
                        items::split(&measure.task)
                    };
                    parts.into_iter().map(|task| Measure {
                        task: task.to_owned(),
                        ..measure.clone()
                    })
                });
                for (n, measure) in measures.enumerate() {
                    let anchor = paragraph.anchor.as_ref().filter(|_| n == 0);
                    let told = Told {
                        responsible,
                        result,
                        others,
                    };
                    self.measure(&measure, lead.as_deref(), &told, (paragraph, anchor));
                }
            }
        }
    }

    /// Adds a measure of a plan.
    fn measure(
        &mut self,
        measure: &Measure,
        lead: Option<&str>,
        told: &Told<'_>,
        (paragraph, anchor): (&Paragraph, Option<&Id>),
    ) {
        let text = items::clean(&measure.task);
        let named = format!("{} {text}", lead.unwrap_or_default());
        let id = self.names.name("directive", named.trim_start(), anchor);
        let result = items::trimmed(told.result, &[';']);
        let mut directive = Directive {
            id,
            lead: lead.map(str::to_owned),
            result: Some(result.to_owned()).filter(|result| !result.is_empty()),
            cells: self.cells(told.others),
            addressee: Some(items::clean_name(told.responsible)).filter(|w| !w.is_empty()),
            // A measure of several that says when itself has no other term.
            deadlines: if measure.shares && facts::says_when(&text, self.adopted) {
                Vec::new()
            } else {
                facts::stated(&measure.deadline, self.adopted)
            },
            text,
            source: Some(Source {
                lines: paragraph.lines,
            }),
            ..Directive::default()
        };
        facts::attach(&mut directive, &[], self.adopted, false);
        let expected = indicators::find(result, self.adopted);
        // What the task says already is one target, not two.
        for found in expected {
            let said = directive
                .indicators
                .iter()
                .any(|told| told.value == found.value.value && told.unit == found.value.unit);
            if !said {
                directive.indicators.push(found.value);
            }
        }
        self.at = At::Directives;
        self.introduced = true;
        let headed = self
            .resolution
            .sections
            .last()
            .and_then(|section| section.groups.last())
            .is_some_and(|group| !group.heading.is_empty());
        if headed {
            self.leave_group(paragraph);
        }
        self.place_waiting(Some(&directive.id));
        self.group(paragraph).directives.push(directive);
    }

    /// «Финансирование: 100 тыс. руб.» under a measure of a plan that is written in lines.
    pub(super) fn named_cell(&mut self, paragraph: &Paragraph) -> bool {
        if self.resolution.kind != Kind::Plan || paragraph.label.is_some() || !self.tailed {
            return false;
        }
        let Some((heading, cell)) = signs::named_cell(&paragraph.text) else {
            return false;
        };
        if words::fold(heading).contains("результат") {
            return self.attach_tail(&Tail::Result(cell), paragraph);
        }
        self.columns(&Columns {
            others: vec![heading.to_owned()],
            ..Columns::default()
        });
        let place = self.others.first().copied().unwrap_or_default();
        let section = self.resolution.sections.last_mut();
        let group = section.and_then(|section| section.groups.last_mut());
        let Some(directive) = group.and_then(|group| group.directives.last_mut()) else {
            return false;
        };
        fill(&mut directive.cells, place, cell);
        if let Some(source) = &mut directive.source {
            source.lines[1] = source.lines[1].max(paragraph.lines[1]);
        }
        self.notes.place(paragraph.lines, Role::Directive);
        true
    }

    /// A table's columns; a second table may have others, and two may have one name.
    fn columns(&mut self, columns: &Columns) {
        let all = self.resolution.columns.get_or_insert_with(|| Columns {
            others: Vec::new(),
            ..columns.clone()
        });
        self.others.clear();
        for heading in &columns.others {
            let free = |at: &usize| all.others[*at] == *heading && !self.others.contains(at);
            let place = (0..all.others.len()).find(free).unwrap_or_else(|| {
                all.others.push(heading.clone());
                all.others.len() - 1
            });
            self.others.push(place);
        }
    }

    /// What a row says under the other columns, in the places they have in the document.
    fn cells(&self, others: &[String]) -> Vec<String> {
        let mut cells = Vec::new();
        for (place, cell) in self.others.iter().zip(others) {
            fill(&mut cells, *place, cell);
        }
        cells
    }
}

/// Puts a text into its place, behind what stands there.
fn fill(cells: &mut Vec<String>, place: usize, text: &str) {
    if text.is_empty() {
        return;
    }
    cells.resize(cells.len().max(place + 1), String::new());
    let cell = &mut cells[place];
    if !cell.is_empty() {
        cell.push_str("; ");
    }
    cell.push_str(text);
}
