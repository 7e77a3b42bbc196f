use std::collections::BTreeSet;

use svod_model::Id;

use super::{Block, Row, Sheet};

impl Sheet {
    /// The same paper with some of its directives only, under the headings that lead to them and
    /// with the numbers they have in the whole. What is said of all of it — preamble, findings,
    /// closing words, signatures — is left out: the part was not adopted on its own.
    #[must_use]
    pub fn only(&self, ids: &BTreeSet<Id>) -> Self {
        let mut kept = Vec::new();
        let mut above = Above::default();
        let mut last_kept = false;
        for block in &self.blocks {
            match block {
                Block::Session(_) => above.begin(0, block),
                Block::Addressee { .. } => above.begin(1, block),
                Block::Introduction(_) => above.begin(2, block),
                Block::Lead { .. } => above.begin(3, block),
                Block::Item { id, .. } | Block::SubItem { id, .. } => {
                    last_kept = ids.contains(id);
                    if matches!(block, Block::Item { .. }) {
                        above.end(3);
                    }
                    if last_kept {
                        kept.extend(above.take());
                        kept.push(block.clone());
                    }
                }
                Block::Tail(_) if last_kept => kept.push(block.clone()),
                Block::Table(table) => {
                    let mut table = table.clone();
                    let mut part = None;
                    table.rows = table
                        .rows
                        .into_iter()
                        .flat_map(|row| match &row {
                            Row::Part(_) => {
                                part = Some(row);
                                Vec::new()
                            }
                            Row::Cells { id: Some(id), .. } if ids.contains(id) => {
                                part.take().into_iter().chain([row]).collect()
                            }
                            Row::Cells { .. } => Vec::new(),
                        })
                        .collect();
                    if !table.rows.is_empty() {
                        kept.push(Block::Table(table));
                    }
                }
                Block::Draft
                | Block::Kind(_)
                | Block::Of(_)
                | Block::Theme(_)
                | Block::DatePlace(..) => kept.push(block.clone()),
                Block::Tail(_)
                | Block::Approval(_)
                | Block::Adoption(_)
                | Block::Paragraph(_)
                | Block::Problem(_)
                | Block::LeadIn(_)
                | Block::Closing(_)
                | Block::Signature { .. }
                | Block::Appendix(_)
                | Block::Caption(_) => {}
            }
        }
        Self {
            blocks: kept,
            ..self.clone()
        }
    }
}

/// The headings above the next directive, from the session to the lead, not printed yet.
#[derive(Default)]
struct Above<'a>([Option<&'a Block>; 4]);

impl<'a> Above<'a> {
    fn begin(&mut self, level: usize, block: &'a Block) {
        self.end(level);
        if let Some(place) = self.0.get_mut(level) {
            *place = Some(block);
        }
    }

    /// Nothing of this level or below it stands above any more.
    fn end(&mut self, level: usize) {
        for below in self.0.iter_mut().skip(level) {
            *below = None;
        }
    }

    fn take(&mut self) -> impl Iterator<Item = Block> {
        std::mem::take(&mut self.0).into_iter().flatten().cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::sheet;
    use svod_model::{Directive, Group, Resolution, Section};

    fn group(name: &str, tasks: &[&str]) -> Group {
        Group {
            id: Id::new(name),
            heading: name.into(),
            directives: tasks
                .iter()
                .map(|task| Directive {
                    id: Id::new(*task),
                    text: (*task).into(),
                    ..Directive::default()
                })
                .collect(),
            ..Group::default()
        }
    }

    #[test]
    fn a_part_has_its_headings_and_the_numbers_of_the_whole() {
        let resolution = Resolution {
            preamble: vec!["Участники отмечают успехи.".into()],
            sections: vec![Section {
                title: Some("Новая школа".into()),
                groups: vec![group("Школам", &["а", "б", "в"]), group("Центру", &["г"])],
                ..Section::default()
            }],
            closing: vec!["Контроль возложить на комиссию.".into()],
            ..Resolution::default()
        };
        let ids = [Id::new("б"), Id::new("в")].into_iter().collect();
        let text = crate::sheet_text(&sheet(&resolution).only(&ids));
        let lines: Vec<&str> = text
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty())
            .collect();
        assert_eq!(
            lines,
            [
                "РЕЗОЛЮЦИЯ",
                "«Новая школа»",
                "1. Школам:",
                "1.2. б;",
                "1.3. в."
            ]
        );
    }
}
