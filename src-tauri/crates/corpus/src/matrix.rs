//! Districts × themes and districts × families, counted from marks alone.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use svod_model::BodyClass;
use ts_rs::TS;

use crate::mark::class_bit;

/// Which directives count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Filter {
    /// Of this region only.
    #[serde(default)]
    pub region: Option<String>,
    /// Adopted in this year only.
    #[serde(default)]
    pub year: Option<i32>,
    /// Given to this class of addressees only.
    #[serde(default)]
    pub class: Option<BodyClass>,
}

/// How a directive stands on the day of counting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stand {
    /// Not under control, or taken off it without execution: nobody has to do it.
    #[default]
    Free,
    /// Under control, neither executed nor overdue.
    Open,
    /// Executed, in time or late.
    Done,
    /// Its day has passed, and nothing closed it.
    Overdue,
}

/// What the cells of a matrix tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// How many directives were given.
    #[default]
    Given,
    /// How many of those under control are executed.
    Done,
    /// How many of those under control are overdue.
    Overdue,
}

/// Directives under control by how they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tally {
    /// How many are under control.
    pub controlled: u32,
    /// How many of them are executed.
    pub done: u32,
    /// How many of them are overdue.
    pub overdue: u32,
}

/// What a row stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowsBy {
    /// A district, under all its names.
    #[default]
    District,
    /// A region.
    Region,
}

/// Districts (or regions) by themes or families. Its JSON is the contract of `svod matrix`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Matrix {
    /// The JSON format's name and major version: `svod.matrix/1`.
    pub schema: String,
    /// What a row stands for.
    pub rows_by: RowsBy,
    /// What its cells tell.
    pub show: Show,
    /// In order of their names; what names no district stands last.
    pub rows: Vec<Row>,
    /// In the order of the list of themes, or the most widespread family first.
    pub columns: Vec<Column>,
    /// How many documents were counted.
    pub documents: u32,
    /// How many directives were counted, each once.
    pub directives: u32,
    /// Those of them under control.
    pub tally: Tally,
    /// How many cells are empty: given to nobody.
    pub gaps: u32,
    /// How many rows there are, with those that were left out.
    pub all_rows: u32,
    /// How many columns there are, with those that were left out.
    pub all_columns: u32,
}

/// A district or a region.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Row {
    /// What it is known by, whatever its name now.
    pub key: String,
    /// Its newest name; empty for documents that name none.
    pub name: String,
    /// How many documents it has.
    pub documents: u32,
    /// How many directives, each once.
    pub directives: u32,
    /// How many of each column.
    pub counts: Vec<u32>,
    /// How many of each column are under control, and how they stand; left out while nothing is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Tally>>", optional)]
    pub tallies: Vec<Tally>,
    /// Those of the row under control, each once.
    pub tally: Tally,
}

/// A theme or a family.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Column {
    /// The theme's slug or the family's number; empty for directives of no theme.
    pub key: String,
    /// The theme's name or the family's text; empty for directives of no theme.
    pub name: String,
    /// How many directives it has.
    pub directives: u32,
    /// How many rows have one at least.
    pub rows: u32,
    /// Those of them under control.
    pub tally: Tally,
}

impl Tally {
    pub(crate) fn take(&mut self, stand: Stand) {
        self.controlled += u32::from(stand != Stand::Free);
        self.done += u32::from(stand == Stand::Done);
        self.overdue += u32::from(stand == Stand::Overdue);
    }

    pub(crate) fn add(mut self, other: Self) -> Self {
        self.controlled += other.controlled;
        self.done += other.done;
        self.overdue += other.overdue;
        self
    }

    /// How many of those under control a matrix that shows this tells; nothing where it tells how many
    /// were given.
    pub fn told(&self, show: Show) -> Option<u32> {
        match show {
            Show::Given => None,
            Show::Done => Some(self.done),
            Show::Overdue => Some(self.overdue),
        }
    }
}

impl Row {
    /// How those of a column under control stand.
    pub fn tally_of(&self, column: usize) -> Tally {
        self.tallies.get(column).copied().unwrap_or_default()
    }
}

impl Column {
    /// Whether a row without it has a gap: nothing without a theme is no gap.
    fn is_missed(&self) -> bool {
        !self.key.is_empty()
    }
}

impl Matrix {
    /// The row, or the column, of a key alone. A row or a column that is not there leaves all.
    #[must_use]
    pub fn only(mut self, row: Option<&str>, column: Option<&str>) -> Self {
        let has_row = self.rows.iter().any(|one| Some(one.key.as_str()) == row);
        let place = self
            .columns
            .iter()
            .position(|one| Some(one.key.as_str()) == column);
        if has_row {
            self.rows.retain(|one| Some(one.key.as_str()) == row);
        }
        if let Some(place) = place {
            self.keep_columns(|at| at == place);
            // Its directives are all there are to be told of.
            for row in &mut self.rows {
                row.directives = row.counts.iter().sum();
                row.tally = row.tally_of(0);
            }
        }
        self.summed()
    }

    /// The rows and the columns that have a gap.
    #[must_use]
    pub fn gaps_only(mut self) -> Self {
        let columns: Vec<bool> = self.columns.iter().map(Column::is_missed).collect();
        self.rows
            .retain(|row| (row.counts.iter().zip(&columns)).any(|(n, missed)| *n == 0 && *missed));
        let gaps: Vec<bool> = (columns.iter().enumerate())
            .map(|(at, missed)| *missed && self.rows.iter().any(|row| row.counts[at] == 0))
            .collect();
        self.keep_columns(|at| gaps[at]);
        self.summed()
    }

    fn keep_columns(&mut self, keeps: impl Fn(usize) -> bool) {
        fn kept<T>(all: &mut Vec<T>, keeps: &impl Fn(usize) -> bool) {
            let mut places = 0..;
            all.retain(|_| places.next().is_some_and(keeps));
        }
        kept(&mut self.columns, &keeps);
        for row in &mut self.rows {
            kept(&mut row.counts, &keeps);
            kept(&mut row.tallies, &keeps);
        }
    }

    /// The sums over the rows and the columns that are left.
    fn summed(mut self) -> Self {
        for (at, column) in self.columns.iter_mut().enumerate() {
            column.directives = self.rows.iter().map(|row| row.counts[at]).sum();
            column.rows = count(self.rows.iter().filter(|row| row.counts[at] > 0).count());
            let tallies = self.rows.iter().map(|row| row.tally_of(at));
            column.tally = tallies.fold(Tally::default(), Tally::add);
        }
        let all = count(self.rows.len());
        self.documents = self.rows.iter().map(|row| row.documents).sum();
        self.directives = self.rows.iter().map(|row| row.directives).sum();
        let tallies = self.rows.iter().map(|row| row.tally);
        self.tally = tallies.fold(Tally::default(), Tally::add);
        let missed = self.columns.iter().filter(|column| column.is_missed());
        self.gaps = missed.map(|column| all - column.rows).sum();
        self
    }
}

impl Filter {
    /// Whether a document of that region and day counts.
    pub fn takes(&self, region: &str, adopted_on: Option<NaiveDate>) -> bool {
        self.region.as_deref().is_none_or(|wanted| wanted == region)
            && self
                .year
                .is_none_or(|wanted| adopted_on.is_some_and(|day| day.year() == wanted))
    }

    /// Whether a directive of these classes counts.
    pub fn takes_classes(&self, classes: u16) -> bool {
        self.class
            .is_none_or(|class| classes & class_bit(class) != 0)
    }
}

/// A matrix of counted rows under named columns, summed.
pub(crate) fn matrix_of(mut rows: Vec<Row>, by: RowsBy, named: Vec<(String, String)>) -> Matrix {
    if rows.iter().all(|row| row.tally.controlled == 0) {
        rows.iter_mut().for_each(|row| row.tallies.clear());
    }
    let columns = named.into_iter().map(|(key, name)| Column {
        key,
        name,
        ..Column::default()
    });
    let mut matrix = Matrix {
        schema: "svod.matrix/1".into(),
        rows_by: by,
        columns: columns.collect(),
        rows,
        ..Matrix::default()
    }
    .summed();
    let last = matrix.columns.len().saturating_sub(1);
    let is_empty = |column: &Column| !column.is_missed() && column.directives == 0;
    if matrix.columns.last().is_some_and(is_empty) {
        matrix.keep_columns(|at| at < last);
    }
    matrix.all_rows = count(matrix.rows.len());
    matrix.all_columns = count(matrix.columns.len());
    matrix
}

pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
