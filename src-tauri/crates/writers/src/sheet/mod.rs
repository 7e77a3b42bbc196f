//! A paper as the paragraphs of a typed sheet, the same for every format.

mod counted;
mod ending;
pub(crate) mod placed;
mod plan;
mod sections;
mod signature;

use svod_model::{Id, Kind, Resolution, called, numbering};

use crate::Profile;
use crate::docx::content_id;
use crate::title::TitleLines;
use crate::typography::{agreeing, typeset};
use sections::lay_section;

/// A finished paper: what every format prints, block by block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The paper's name in the properties of a file.
    pub title: String,
    /// Its theme there.
    pub subject: String,
    /// The library's name of the document it is made of, if it is to find its way back.
    pub document_id: Option<String>,
    /// It is printed on a landscape sheet: its table needs the width.
    pub landscape: bool,
    /// The paragraphs and tables, in order.
    pub blocks: Vec<Block>,
}

/// One paragraph and its part in the document. Numbers are printed ones, by structure; texts are
/// as they were written, and each format makes them [`printed`].
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// «Проект»
    Draft,
    /// «УТВЕРЖДЁН» and by what, line by line, in the upper right corner.
    Approval(Vec<String>),
    /// The organisation whose paper it is, line by line.
    Issuer(Vec<String>),
    /// «РЕЗОЛЮЦИЯ»
    Kind(String),
    /// Whose resolution it is.
    Of(String),
    /// The theme in guillemets.
    Theme(String),
    /// Date at the left, place at the right; at least one of them is there.
    DatePlace(Option<String>, Option<String>),
    /// «Одобрена участниками …»
    Adoption(String),
    /// Running text: preamble, findings.
    Paragraph(String),
    /// One of the problems a session named, closed as an item of a list.
    Problem(String),
    /// A line that introduces what follows: the problems, the items of one deadline.
    Introduction(String),
    /// A session's name; numbering starts anew under it.
    Session(String),
    /// «… участники рекомендуют:»
    LeadIn(String),
    /// An addressee heading with its colon.
    Addressee {
        /// «1.»
        number: String,
        /// Where the number stands.
        group: Place,
        /// The heading.
        heading: String,
    },
    /// The parent phrase of the sub-items that follow.
    Lead {
        /// «1.2.»
        number: String,
        /// The group whose heading stands above, or would.
        group: Place,
        /// The phrase, with its colon.
        text: String,
    },
    /// A directive of its own number.
    Item {
        /// «1.2.»
        number: String,
        /// Where the number stands.
        group: Place,
        /// The directive's stable name.
        id: Id,
        /// The task, closed.
        text: String,
    },
    /// A directive under a lead.
    SubItem {
        /// «а)»
        mark: String,
        /// 0-based place under its lead.
        place: usize,
        /// The directive's stable name.
        id: Id,
        /// The task, closed.
        text: String,
    },
    /// «Срок: …», «Ответственный: …» under a directive whose text does not say it.
    Tail(String),
    /// Directives or other things as the rows of a table.
    Table(Table),
    /// Control clause, thanks, vote.
    Closing(String),
    /// Who signs: the post at the left margin, the name at the right one.
    Signature {
        /// «Председатель конференции»
        post: String,
        /// «А.В. Громова»; nothing where only the post is known.
        name: Option<String>,
    },
    /// «Приложение 1» and what it belongs to, line by line, upper right on a page of its own.
    Appendix(Vec<String>),
    /// The name of an appendix or of a table.
    Caption(String),
}

/// Where a number stands: the session and the number under it, all 1-based.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The session.
    pub section: usize,
    /// The first number.
    pub group: usize,
    /// The second number; 0 where there is none.
    pub item: usize,
    /// A directive without a heading above it: it carries the first number itself.
    pub top: bool,
}

/// A table whose heading row is repeated on every page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// Its width in parts of all the widths.
    pub width: u32,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// The name of a part, over all columns.
    Part(String),
    /// A cell for each column.
    Cells {
        /// The directive the row holds, if it holds one.
        id: Option<Id>,
        /// The texts.
        cells: Vec<String>,
    },
}

impl Sheet {
    /// The document's name, empty where it has none.
    pub(crate) fn id(&self) -> &str {
        self.document_id.as_deref().unwrap_or_default()
    }

    /// The document's name: the library's, if the profile gives it.
    pub(crate) fn id_by<'a>(&'a self, profile: &'a Profile) -> Option<&'a str> {
        let own = profile.document_id.as_ref();
        own.or(self.document_id.as_ref()).map(String::as_str)
    }
}

impl Table {
    /// A table with nothing in it yet; each column is its heading and its width in parts.
    pub fn of(columns: &[(&str, u32)]) -> Self {
        let columns = columns.iter().map(|(heading, width)| Column {
            heading: (*heading).to_owned(),
            width: *width,
        });
        Self {
            columns: columns.collect(),
            rows: Vec::new(),
        }
    }

    /// The columns' widths when all of them together have `whole`.
    pub fn widths(&self, whole: u32) -> Vec<u32> {
        let all = self.columns.iter().map(|column| column.width).sum::<u32>();
        let part = |column: &Column| whole * column.width / all.max(1);
        self.columns.iter().map(part).collect()
    }
}

/// The words of a text as they are printed: no line ends where it must not («№ 474», «75 %»), and
/// nothing is left that XML forbids.
pub fn printed(text: &str) -> String {
    typeset(text)
}

/// Lays a resolution out. A plan is a table, as offices make them.
pub fn sheet(resolution: &Resolution) -> Sheet {
    laid_out(resolution, true)
}

/// The same without tables, every directive a paragraph: what a redline and plain text are made of.
pub fn running(resolution: &Resolution) -> Sheet {
    laid_out(resolution, false)
}

fn laid_out(resolution: &Resolution, tables: bool) -> Sheet {
    let blocks = blocks(resolution, tables);
    let wide = |block: &Block| matches!(block, Block::Table(table) if plan::is_wide(table));
    Sheet {
        title: resolution.title.clone(),
        subject: resolution.event.theme.clone().unwrap_or_default(),
        document_id: Some(content_id(resolution)),
        landscape: tables && plan::is_table(resolution) && blocks.iter().any(wide),
        blocks,
    }
}

fn blocks(resolution: &Resolution, tables: bool) -> Vec<Block> {
    let numbers = numbering::number(resolution);
    let mut blocks = Vec::new();
    title_block(resolution, &mut blocks);
    ending::told(&resolution.preamble, tables, &mut blocks);
    if tables && plan::is_table(resolution) {
        plan::lay(resolution, &numbers, &mut blocks);
    } else {
        let names = called(&resolution.sections);
        for (s, (section, name)) in resolution.sections.iter().zip(names).enumerate() {
            let how = sections::How {
                numbers: &numbers,
                name,
                tables,
            };
            lay_section(section, s + 1, resolution, how, &mut blocks);
        }
    }
    let closing = counted::counted(&resolution.closing, &blocks);
    ending::lay(&closing, tables, &mut blocks);
    blocks
}

fn title_block(resolution: &Resolution, blocks: &mut Vec<Block>) {
    let lines = TitleLines::of(resolution);
    if resolution.draft {
        blocks.push(Block::Draft);
    }
    let adoption = resolution.adoption.as_deref().map(str::trim);
    let adoption = adoption.filter(|text| !text.is_empty());
    let adoption = adoption.map(|text| agreeing(text, &lines.kind));
    // A plan is approved, and that stands in its corner; what a forum adopts says so below its name.
    let approval = adoption
        .as_deref()
        .filter(|_| matches!(resolution.kind, Kind::Plan | Kind::Protocol))
        .and_then(ending::approval);
    let approved = approval.is_some();
    if !resolution.approval.is_empty() {
        blocks.push(Block::Approval(resolution.approval.clone()));
    }
    blocks.extend(approval.map(Block::Approval));
    let issuer = resolution.issuer.iter().filter(|line| !line.is_empty());
    let issuer: Vec<String> = issuer.cloned().collect();
    if !issuer.is_empty() {
        blocks.push(Block::Issuer(issuer));
    }
    blocks.push(Block::Kind(lines.kind));
    blocks.extend(lines.of.map(Block::Of));
    blocks.extend(lines.theme.map(Block::Theme));
    if lines.date.is_some() || lines.place.is_some() {
        blocks.push(Block::DatePlace(lines.date, lines.place));
    }
    blocks.extend(adoption.filter(|_| !approved).map(Block::Adoption));
}
