//! Plans laid out as tables: a row is a directive with its deadline and who answers for it.

use svod_language::indicators;
use svod_model::{Directive, Source};

use super::super::paragraphs::Paragraph;
use super::super::tables::Row;
use super::super::{facts, items};
use super::{At, Walk};
use crate::reading::Role;

impl Walk<'_> {
    /// Places a row of a plan.
    pub(super) fn row(&mut self, row: &Row, paragraph: &Paragraph) {
        match row {
            Row::Header => self.notes.place(paragraph.lines, Role::Furniture),
            Row::Part(title) => self.open_block(title.clone(), paragraph),
            Row::Task {
                task,
                deadline,
                responsible,
                result,
            } => {
                self.notes.place(paragraph.lines, Role::Directive);
                let text = items::clean(task);
                let id = self
                    .names
                    .name("directive", &text, paragraph.anchor.as_ref());
                let result = result.trim_end_matches(['.', ';', ' ']);
                let mut directive = Directive {
                    id,
                    result: Some(result.to_owned()).filter(|result| !result.is_empty()),
                    addressee: Some(items::clean_name(responsible)).filter(|w| !w.is_empty()),
                    deadlines: facts::stated(deadline, self.adopted),
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
                    let said = directive.indicators.iter().any(|told| {
                        told.value == found.value.value && told.unit == found.value.unit
                    });
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
                self.group(paragraph).directives.push(directive);
            }
        }
    }
}
