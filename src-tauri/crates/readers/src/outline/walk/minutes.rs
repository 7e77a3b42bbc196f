//! Minutes: «Повестка дня», «СЛУШАЛИ», «ВЫСТУПИЛИ», «РЕШИЛИ», votes.

use svod_language::words;

use super::super::label::Label;
use super::super::paragraphs::Paragraph;
use super::super::steps::Step;
use super::super::{items, signs};
use super::{At, Walk, full_text};
use crate::reading::Role;

impl Walk<'_> {
    /// Places a paragraph that only minutes have; gives whether it did.
    pub(super) fn minutes(&mut self, paragraph: &Paragraph, rest: &[Paragraph]) -> bool {
        if !self.does(Step::Minutes) {
            return false;
        }
        let text = paragraph.text.as_str();
        // «Слушали:» over the list of questions is their agenda.
        let lists_questions = rest.first().is_some_and(|next| {
            matches!(next.label, Some(Label::Number(_)))
                && (next.text.starts_with("О ") || next.text.starts_with("Об "))
        });
        if self.heard < self.agenda.len() && signs::decides_question(text) {
            self.in_agenda = false;
            self.hear(paragraph);
            self.introduced = true;
            self.ever_introduced = true;
            self.at = At::Directives;
            return true;
        }
        // «4. РАЗНОЕ.»: a question nobody is said to have spoken to.
        let asked = self.agenda.get(self.heard);
        if asked.is_some_and(|asked| words::fold(asked) == words::fold(&items::clean(text))) {
            let listed = matches!(paragraph.label, Some(Label::Number(_)));
            if listed && !self.in_agenda {
                self.hear(paragraph);
                return true;
            }
        }
        match signs::minutes(text) {
            Some(signs::Minutes::Heard) if lists_questions && text.chars().count() < 12 => {
                self.in_agenda = true;
                self.notes.place(paragraph.lines, Role::Preamble);
                self.resolution.preamble.push(full_text(paragraph));
                true
            }
            Some(signs::Minutes::Agenda) => {
                self.in_agenda = true;
                self.notes.place(paragraph.lines, Role::Preamble);
                self.resolution.preamble.push(full_text(paragraph));
                true
            }
            Some(signs::Minutes::Heard) => {
                self.in_agenda = false;
                self.hear(paragraph);
                true
            }
            Some(signs::Minutes::Spoke) => {
                self.at = At::Findings;
                self.notes.place(paragraph.lines, Role::Finding);
                self.find(full_text(paragraph));
                true
            }
            Some(signs::Minutes::Vote) if self.heard > 0 => {
                self.close(paragraph);
                if rest
                    .iter()
                    .any(|later| signs::minutes(&later.text) == Some(signs::Minutes::Heard))
                {
                    self.at = At::Findings;
                }
                true
            }
            Some(signs::Minutes::Vote) => false,
            None => {
                let listed = matches!(paragraph.label, Some(Label::Number(_)));
                if self.in_agenda && listed {
                    self.agenda.push(items::clean(signs::without_speaker(text)));
                    self.notes.place(paragraph.lines, Role::Preamble);
                    self.resolution.preamble.push(full_text(paragraph));
                    return true;
                }
                // «Докладчик: Юрьева И.А.» below its question.
                if self.in_agenda && paragraph.label.is_none() && signs::names_speaker(text) {
                    self.notes.place(paragraph.lines, Role::Preamble);
                    self.resolution.preamble.push(full_text(paragraph));
                    return true;
                }
                self.in_agenda = false;
                false
            }
        }
    }

    /// A question begins: a section of its own, named as the agenda names it.
    fn hear(&mut self, paragraph: &Paragraph) {
        let title = self
            .agenda
            .get(self.heard)
            .cloned()
            .or_else(|| signs::question(&paragraph.text));
        self.heard += 1;
        let opened = self
            .resolution
            .sections
            .last()
            .is_some_and(|s| s.title.is_some() && s.groups.is_empty() && s.findings.is_empty());
        if !opened {
            let source = paragraph.clone();
            self.open_section(title, &source);
        }
        self.at = At::Findings;
        self.notes.place(paragraph.lines, Role::Finding);
        self.section().findings.push(full_text(paragraph));
    }
}
