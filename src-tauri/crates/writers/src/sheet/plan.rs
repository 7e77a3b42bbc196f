//! A plan of measures as the table offices make of it.

use svod_model::numbering::{Numbers, has_heading};
use svod_model::{Columns, Directive, Kind, Resolution, called};

use super::placed::Parted;
use super::sections::{How, lay_head, untold_deadlines};
use super::{Block, Row, Table};
use crate::typography::with_colon;

/// The columns of a plan where it does not name its own, and their widths in parts.
const COLUMNS: [(&str, u32); 5] = [
    ("№", 5),
    ("Мероприятие", 29),
    ("Срок", 18),
    ("Ответственный", 26),
    ("Ожидаемый результат", 22),
];
/// The width of any other column.
const OTHER: u32 = 18;
/// Letters that a line of a table over the whole page holds, upright and turned, and those that its
/// edges take in a cell.
const LETTERS: [u32; 2] = [82, 125];
const EDGES: u32 = 2;

/// Whether a plan needs a turned sheet: more columns than this do not hold their words on an upright one.
pub(super) fn is_wide(table: &Table) -> bool {
    const UPRIGHT: usize = 6;
    table.columns.len() > UPRIGHT
}

/// The headings: its own where the plan was read with them.
fn headings(own: Option<&Columns>) -> Vec<(&str, u32)> {
    let named = own.map(|own| {
        let own_names = [
            own.number.as_ref(),
            Some(&own.task),
            own.deadline.as_ref(),
            own.responsible.as_ref(),
            own.result.as_ref(),
        ];
        own_names.map(|name| name.map(String::as_str).filter(|name| !name.is_empty()))
    });
    let usual = COLUMNS.iter().zip(named.unwrap_or_default());
    let others = own.into_iter().flat_map(|own| &own.others);
    usual
        .map(|((heading, width), own)| (own.unwrap_or(heading), *width))
        .chain(others.map(|heading| (heading.as_str(), OTHER)))
        .collect()
}

/// Gives every column of a crowded table its longest word, and what is left by the usual widths.
fn fit(table: &mut Table) {
    let words = |at: usize| -> u32 {
        let cells = table.rows.iter().filter_map(|row| match row {
            Row::Cells { cells, .. } => cells.get(at),
            Row::Part(_) => None,
        });
        let texts = cells.chain(table.columns.get(at).map(|column| &column.heading));
        // «№ п/п» is printed as one word.
        let texts = texts.map(|text| super::printed(text));
        let longest = texts.flat_map(|text| {
            let words = text.split([' ', '\n']);
            words.map(|word| word.chars().count()).collect::<Vec<_>>()
        });
        let longest = longest.max();
        u32::try_from(longest.unwrap_or_default()).unwrap_or_default() + EDGES
    };
    let least: Vec<u32> = (0..table.columns.len()).map(words).collect();
    let [upright, turned] = LETTERS;
    let letters = if is_wide(table) { turned } else { upright };
    let left = letters.saturating_sub(least.iter().sum());
    let shares = table.widths(left);
    for ((column, least), share) in table.columns.iter_mut().zip(least).zip(shares) {
        column.width = least + share;
    }
}

/// Whether the table holds all there is: rows have no headings over them, and some row says when or who beside its text.
pub(super) fn is_table(resolution: &Resolution) -> bool {
    let mut rows = resolution.directives().peekable();
    resolution.kind == Kind::Plan
        && rows.peek().is_some()
        && rows.all(|(_, group, _)| !has_heading(group))
        && resolution.directives().any(|(_, _, directive)| {
            directive.responsible().is_some() || !untold_deadlines(directive).is_empty()
        })
}

/// «Раздел 2. Педагогические кадры»
pub(super) fn part(place: usize, title: &str) -> String {
    format!("Раздел {place}. {title}")
}

/// Lays the sections out as one table; what a section says besides its rows goes before it.
pub(super) fn lay(resolution: &Resolution, numbers: &Numbers, blocks: &mut Vec<Block>) {
    let mut table = Table::of(&headings(resolution.columns.as_ref()));
    let count = table.columns.len();
    let names = called(&resolution.sections);
    for (s, (section, name)) in resolution.sections.iter().zip(names).enumerate() {
        let mut head = Vec::new();
        let parted = Parted::whole(section);
        let how = How {
            numbers,
            name,
            tables: true,
        };
        lay_head((section, &parted), s + 1, resolution.kind, &how, &mut head);
        let measures = section
            .groups
            .iter()
            .any(|group| !group.directives.is_empty());
        for block in head {
            match block {
                Block::Session(title) if measures => table.rows.push(Row::Part(title)),
                other => blocks.push(other),
            }
        }
        for directive in section.groups.iter().flat_map(|group| &group.directives) {
            let number = numbers.get(&directive.id).map(String::as_str);
            let number = number.unwrap_or_default().trim_end_matches('.');
            table.rows.push(row(number, directive, count));
        }
    }
    // A column nothing stands in is left out: what is to come of the measures, and what is not usual.
    for at in (COLUMNS.len() - 1..count).rev() {
        let filled = |row: &Row| match row {
            Row::Cells { cells, .. } => cells.get(at).is_some_and(|cell| !cell.is_empty()),
            Row::Part(_) => false,
        };
        if table.rows.iter().any(filled) {
            continue;
        }
        table.columns.remove(at);
        for row in &mut table.rows {
            if let Row::Cells { cells, .. } = row {
                cells.remove(at);
            }
        }
    }
    // The usual widths hold the usual columns and a sign over the numbers.
    let named = table
        .columns
        .first()
        .is_some_and(|column| column.heading.chars().count() > 1);
    if named || table.columns.len() > COLUMNS.len() {
        fit(&mut table);
    }
    blocks.push(Block::Table(table));
}

fn row(number: &str, directive: &Directive, count: usize) -> Row {
    let text = directive.text.trim();
    // Several measures of one cell are read back from such a list.
    let text = match &directive.lead {
        Some(lead) => format!("{}\n– {text}", with_colon(lead)),
        None => text.to_owned(),
    };
    let mut cells = vec![
        number.to_owned(),
        text,
        untold_deadlines(directive).join(", "),
        directive.responsible().unwrap_or_default().to_owned(),
        directive.expected(),
    ];
    cells.extend(directive.cells.iter().cloned());
    cells.resize(count, String::new());
    Row::Cells {
        id: Some(directive.id.clone()),
        cells,
    }
}
