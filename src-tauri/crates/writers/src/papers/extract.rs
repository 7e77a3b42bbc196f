use std::collections::BTreeSet;

use chrono::NaiveDate;
use svod_model::{Id, Resolution};

use super::{of_kind, or_rule};
use crate::sheet::{Block, Row, Sheet, Table, sheet};
use crate::typography::{closed_item, long_date};

/// Who states that a copy is true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Certifier {
    /// «Секретарь конференции»
    pub post: String,
    /// «О.Н. Берёзова»
    pub name: Option<String>,
    /// The day of the statement.
    pub on: Option<NaiveDate>,
}

/// Those directives of a resolution with what stands above them: title, session, lead-in, heading.
/// Numbers are the original's.
pub fn part(resolution: &Resolution, directives: &BTreeSet<Id>) -> Sheet {
    let whole = sheet(resolution);
    let mut kept = Kept::default();
    for block in whole.blocks {
        kept.take(block, directives);
    }
    kept.close_last();
    Sheet {
        blocks: kept.blocks,
        ..whole
    }
}

/// An extract («выписка»): those directives under the original's title, in the original's numbers,
/// with the mark of a true copy.
pub fn extract(resolution: &Resolution, directives: &BTreeSet<Id>, certifier: &Certifier) -> Sheet {
    let mut sheet = part(resolution, directives);
    sheet.title = format!("Выписка из {}", super::of_what(resolution));
    let is_kind = |block: &Block| matches!(block, Block::Kind(_));
    let place = sheet.blocks.iter().position(is_kind).unwrap_or_default();
    for block in &mut sheet.blocks {
        if let Block::Kind(kind) = block {
            *block = Block::Of(format!("из {}", of_kind(kind)));
        }
    }
    // What stands above the kind stays above: the mark of a draft, whose paper it is.
    sheet.blocks.insert(place, Block::Kind("ВЫПИСКА".into()));
    sheet.blocks.push(Block::Closing("Верно".into()));
    sheet.blocks.push(Block::Signature {
        post: certifier.post.clone(),
        name: Some(or_rule(certifier.name.as_ref())),
    });
    let stated_on = certifier.on.map(long_date);
    sheet
        .blocks
        .extend(stated_on.map(|day| Block::DatePlace(Some(day), None)));
    sheet
}

/// What is kept, and what waits above for the first thing that is.
#[derive(Default)]
struct Kept {
    blocks: Vec<Block>,
    session: Vec<Block>,
    lead_in: Vec<Block>,
    heading: Vec<Block>,
    terms: Vec<Block>,
    lead: Vec<Block>,
    /// The last directive was kept, so what hangs on it is, too.
    last: bool,
    /// A group has begun in this session: a line above items is about their deadline.
    in_groups: bool,
}

impl Kept {
    fn take(&mut self, block: Block, directives: &BTreeSet<Id>) {
        match &block {
            Block::Draft
            | Block::Approval(_)
            | Block::Issuer(_)
            | Block::Kind(_)
            | Block::Of(_)
            | Block::Theme(_)
            | Block::DatePlace(..)
            | Block::Adoption(_) => self.blocks.push(block),
            Block::Session(_) => {
                *self = Self {
                    blocks: std::mem::take(&mut self.blocks),
                    session: vec![block],
                    ..Self::default()
                };
            }
            Block::LeadIn(_) => self.lead_in = vec![block],
            Block::Addressee { .. } => {
                self.in_groups = true;
                self.last = false;
                self.heading = vec![block];
                (self.terms, self.lead) = (Vec::new(), Vec::new());
            }
            Block::Introduction(_) if self.in_groups => self.terms = vec![block],
            Block::Lead { .. } => {
                self.in_groups = true;
                self.lead = vec![block];
            }
            Block::Item { id, group, .. } => {
                self.in_groups = true;
                self.lead = Vec::new();
                if group.top {
                    self.heading = Vec::new();
                }
                self.directive(directives.contains(id), block);
            }
            Block::SubItem { id, .. } => self.directive(directives.contains(id), block),
            Block::Tail(_) if self.last => self.blocks.push(block),
            Block::Table(table) => {
                let table = rows(table, directives);
                if !table.rows.is_empty() {
                    self.blocks.push(Block::Table(table));
                }
            }
            Block::Tail(_)
            | Block::Paragraph(_)
            | Block::Problem(_)
            | Block::Introduction(_)
            | Block::Closing(_)
            | Block::Signature { .. }
            | Block::Appendix(_)
            | Block::Caption(_) => {}
        }
    }

    fn directive(&mut self, kept: bool, block: Block) {
        self.last = kept;
        if !kept {
            return;
        }
        // Where something stands above it, the directive before was the last of its group.
        let group_ends =
            !(self.session.is_empty() && self.lead_in.is_empty() && self.heading.is_empty());
        if group_ends {
            close(&mut self.blocks, true);
        }
        for waiting in [
            &mut self.session,
            &mut self.lead_in,
            &mut self.heading,
            &mut self.terms,
            &mut self.lead,
        ] {
            self.blocks.append(waiting);
        }
        self.blocks.push(block);
        close(&mut self.blocks, false);
    }

    fn close_last(&mut self) {
        close(&mut self.blocks, true);
    }
}

/// Closes the last directive: what was in the middle of a group may now end it.
fn close(blocks: &mut [Block], last: bool) {
    let directive = blocks.iter_mut().rev().find_map(|block| match block {
        Block::Item { text, .. } | Block::SubItem { text, .. } => Some(text),
        _ => None,
    });
    if let Some(text) = directive {
        *text = closed_item(text, last);
    }
}

/// The rows of those directives, under the names of their parts.
fn rows(table: &Table, directives: &BTreeSet<Id>) -> Table {
    let mut kept = Table {
        columns: table.columns.clone(),
        rows: Vec::new(),
    };
    let mut part = None;
    for row in &table.rows {
        match row {
            Row::Part(_) => part = Some(row.clone()),
            Row::Cells { id: Some(id), .. } if directives.contains(id) => {
                kept.rows.extend(part.take());
                kept.rows.push(row.clone());
            }
            Row::Cells { .. } => {}
        }
    }
    kept
}
