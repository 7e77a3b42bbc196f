use std::collections::{BTreeMap, BTreeSet};

use svod_model::{Id, Resolution};

use crate::docx::Style;
use crate::docx::document::Setter;
use crate::docx::numbering::Lists;
use crate::sheet::{Block, running};

/// Both documents as the paragraphs the plain Word document has, over one numbering.
pub(super) struct Sheets {
    pub(super) old: Vec<Line>,
    pub(super) new: Vec<Line>,
    pub(super) lists: Lists,
}

/// A paragraph of one of the documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    pub(super) style: Style,
    /// List (`w:numId`) and level.
    pub(super) list: Option<(usize, usize)>,
    /// The directive it holds.
    pub(super) id: Option<Id>,
    /// The name of its text in Word.
    pub(super) bookmark: Option<String>,
    /// As it is printed, without its number.
    pub(super) text: String,
    /// The part of the document it is in; never less than that of the line above.
    pub(super) part: Part,
}

/// The parts of a document, in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    #[default]
    TitleBlock,
    Preamble,
    /// The sessions and what closes the document.
    Rest,
}

impl Part {
    fn of(block: &Block) -> Self {
        match block {
            Block::Draft
            | Block::Approval(_)
            | Block::Issuer(_)
            | Block::Kind(_)
            | Block::Of(_)
            | Block::Theme(_)
            | Block::DatePlace(..)
            | Block::Adoption(_) => Self::TitleBlock,
            Block::Paragraph(_)
            | Block::Problem(_)
            | Block::Introduction(_)
            | Block::LeadIn(_)
            | Block::Tail(_) => Self::Preamble,
            Block::Session(_)
            | Block::Addressee { .. }
            | Block::Lead { .. }
            | Block::Item { .. }
            | Block::SubItem { .. }
            | Block::Table(_)
            | Block::Closing(_)
            | Block::Signature { .. }
            | Block::Appendix(_)
            | Block::Caption(_) => Self::Rest,
        }
    }
}

/// Lays both documents out.
pub(super) fn lines(old: &Resolution, new: &Resolution) -> Sheets {
    let (old, lists) = lay(old, Lists::default());
    let (new, lists) = lay(new, lists);
    Sheets { old, new, lists }
}

fn lay(resolution: &Resolution, lists: Lists) -> (Vec<Line>, Lists) {
    let mut setter = Setter::over(lists);
    let blocks = running(resolution).blocks;
    let mut part = Part::default();
    let lines = blocks.iter().map(|block| {
        let paragraph = setter.set(block);
        part = part.max(Part::of(block));
        Line {
            part,
            style: paragraph.style,
            list: paragraph.list,
            id: directive(block).cloned(),
            text: paragraph.text(),
            bookmark: paragraph.bookmark.map(|(_, name)| name),
        }
    });
    let lines = lines.collect();
    (lines, setter.lists)
}

fn directive(block: &Block) -> Option<&Id> {
    match block {
        Block::Item { id, .. } | Block::SubItem { id, .. } => Some(id),
        _ => None,
    }
}

impl Sheets {
    /// Brings the old document's paragraphs into the new one's lists, wherever a paragraph that
    /// stayed is in both and the two lists print the same numbers: what is deleted then counts with
    /// what stays.
    pub(super) fn share_lists(&mut self, kept: &[(usize, usize)]) {
        let (mut shared, mut taken) = (BTreeMap::new(), BTreeSet::new());
        for (old, new) in kept {
            let (Some((old, _)), Some((new, _))) = (self.old[*old].list, self.new[*new].list)
            else {
                continue;
            };
            if !shared.contains_key(&old) && !taken.contains(&new) && self.lists.alike(old, new) {
                shared.insert(old, new);
                taken.insert(new);
            }
        }
        for line in &mut self.old {
            if let Some((list, _)) = &mut line.list {
                *list = shared.get(list).copied().unwrap_or(*list);
            }
        }
    }
}
