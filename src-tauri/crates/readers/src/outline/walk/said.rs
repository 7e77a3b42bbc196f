//! Paragraphs whose part a person named.

use svod_model::Unplaced;

use super::super::paragraphs::Paragraph;
use super::super::{facts, items, sessions};
use super::{At, Walk, full_text};
use crate::reading::Role;

impl Walk<'_> {
    /// Places a paragraph as a person said.
    pub(super) fn as_said(&mut self, role: Role, paragraph: &Paragraph) {
        let text = paragraph.text.as_str();
        match role {
            Role::Directive => {
                self.at = At::Directives;
                self.introduced = true;
                self.task(paragraph);
            }
            Role::Addressee => {
                self.introduced = true;
                self.open_group(paragraph);
            }
            Role::SectionTitle => {
                self.open_section(Some(sessions::unquote(text, text)), paragraph);
            }
            Role::LeadIn => {
                self.notes.place(paragraph.lines, Role::LeadIn);
                let text = text.to_owned();
                self.section().lead_in = Some(text);
                self.introduced = true;
                self.ever_introduced = true;
                self.at = At::Directives;
            }
            Role::Lead => {
                self.notes.place(paragraph.lines, Role::Lead);
                self.drop_leads();
                self.open_lead(paragraph);
                self.at = At::Directives;
            }
            Role::GroupDeadline => {
                self.notes.place(paragraph.lines, Role::GroupDeadline);
                self.drop_leads();
                self.above = facts::deadlines_of(text, self.adopted);
            }
            Role::Finding => {
                self.notes.place(paragraph.lines, Role::Finding);
                self.find(full_text(paragraph));
            }
            Role::Preamble => {
                self.notes.place(paragraph.lines, Role::Preamble);
                self.resolution.preamble.push(full_text(paragraph));
            }
            Role::Problem => {
                self.notes.place(paragraph.lines, Role::Problem);
                self.name_problem(items::clean(text));
            }
            Role::Closing => self.close(paragraph),
            Role::Title | Role::Furniture | Role::Note | Role::Unplaced => {
                self.notes.place(paragraph.lines, Role::Unplaced);
                self.resolution.unplaced.push(Unplaced {
                    lines: paragraph.lines,
                    text: full_text(paragraph),
                });
            }
        }
    }
}
