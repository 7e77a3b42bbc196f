//! Districts × themes and districts × families, counted from marks alone.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use svod_language::themes::{Theme, ThemeList};
use svod_model::BodyClass;
use ts_rs::TS;

use crate::district::district_key;
use crate::mark::{Mark, class_bit};

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

/// A document to be counted.
#[derive(Clone, Debug)]
pub struct Counted<'a> {
    /// Its district's name; empty if it names none.
    pub district: &'a str,
    /// Its region's name; empty if it names none.
    pub region: &'a str,
    /// The day it was adopted.
    pub adopted_on: Option<NaiveDate>,
    /// What is kept of its directives.
    pub marks: Vec<Mark>,
    /// How each of them stands, in the order of the marks; empty if the document is not under control.
    pub stands: Vec<Stand>,
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
    /// How many of each column are under control, and how they stand.
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
    fn take(&mut self, stand: Stand) {
        self.controlled += u32::from(stand != Stand::Free);
        self.done += u32::from(stand == Stand::Done);
        self.overdue += u32::from(stand == Stand::Overdue);
    }

    fn add(mut self, other: Self) -> Self {
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
                row.tally = row.tallies.first().copied().unwrap_or_default();
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
            let tallies = self.rows.iter().map(|row| row.tallies[at]);
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

/// Counts directives by districts and the themes in use, in the order of their list; a directive of
/// several themes counts in each.
pub fn matrix<'a>(
    documents: impl Iterator<Item = Counted<'a>>,
    themes: &ThemeList,
    filter: &Filter,
    by: RowsBy,
) -> Matrix {
    let used: Vec<&Theme> = themes.used().collect();
    // The column of each bit; a bit of a theme no more in use has none.
    let mut columns = [None; u64::BITS as usize];
    for (place, theme) in used.iter().enumerate() {
        if let Some(column) = columns.get_mut(theme.bit as usize) {
            *column = Some(place);
        }
    }
    // The last column is for directives of no theme.
    let width = used.len() + 1;
    let mut rows = Rows::new(by);
    for document in documents {
        let Some(row) = rows.of(&document, filter) else {
            continue;
        };
        row.counts.resize(width, 0);
        row.tallies.resize(width, Tally::default());
        for (at, mark) in document.marks.into_iter().enumerate() {
            if !filter.takes_classes(mark.classes) {
                continue;
            }
            let stand = document.stands.get(at).copied().unwrap_or_default();
            row.directives += 1;
            row.tally.take(stand);
            if mark.themes == 0 {
                row.counts[width - 1] += 1;
                row.tallies[width - 1].take(stand);
            }
            let mut bits = mark.themes;
            while bits != 0 {
                if let Some(place) = columns[bits.trailing_zeros() as usize] {
                    row.counts[place] += 1;
                    row.tallies[place].take(stand);
                }
                bits &= bits - 1;
            }
        }
    }
    let named = used
        .iter()
        .map(|theme| (theme.slug.clone(), theme.name.clone()));
    rows.matrix(named.chain([(String::new(), String::new())]).collect())
}

/// Counts directives by districts and families: the `most` families most districts have. `resolve`
/// gives the family a family was joined into.
pub fn matrix_of_families<'a>(
    documents: impl Iterator<Item = Counted<'a>>,
    filter: &Filter,
    by: RowsBy,
    resolve: &dyn Fn(u32) -> u32,
    most: usize,
) -> Matrix {
    let mut rows = Rows::new(by);
    let mut places: HashMap<String, u32> = HashMap::new();
    // A row and a family in one number: sorting a million of them is quicker than looking each up.
    let mut met: Vec<u64> = Vec::new();
    let mut tallies: HashMap<u64, Tally> = HashMap::new();
    for document in documents {
        let Some(row) = rows.of(&document, filter) else {
            continue;
        };
        let next = count(places.len());
        let place = *places.entry(row.key.clone()).or_insert(next);
        for (at, mark) in document.marks.into_iter().enumerate() {
            if filter.takes_classes(mark.classes) {
                let cell = (u64::from(resolve(mark.family)) << 32) | u64::from(place);
                row.directives += 1;
                met.push(cell);
                if let Some(stand) = document.stands.get(at) {
                    row.tally.take(*stand);
                    tallies.entry(cell).or_default().take(*stand);
                }
            }
        }
    }
    met.sort_unstable();
    let mut widest: Vec<(u32, (u32, u32))> = met
        .chunk_by(|one, other| one >> 32 == other >> 32)
        .map(|family| {
            let rows = family.chunk_by(|one, other| one == other).count();
            (family_of(family[0]), (count(rows), count(family.len())))
        })
        .collect();
    widest.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    widest.truncate(most);
    for row in rows.all.values_mut() {
        let place = places.get(&row.key).copied().unwrap_or_default();
        row.counts = widest
            .iter()
            .map(|(family, _)| {
                let cell = (u64::from(*family) << 32) | u64::from(place);
                let from = met.partition_point(|one| *one < cell);
                let to = met.partition_point(|one| *one <= cell);
                count(to - from)
            })
            .collect();
        let cells = widest.iter().map(|(family, _)| {
            let cell = (u64::from(*family) << 32) | u64::from(place);
            tallies.get(&cell).copied().unwrap_or_default()
        });
        row.tallies = cells.collect();
    }
    let named = widest
        .iter()
        .map(|(family, _)| (family.to_string(), String::new()));
    rows.matrix(named.collect())
}

/// Families of a theme (of any, without one) that at least half of the other rows have and this row
/// has not, the most widespread first, with how many rows have each.
pub fn missing<'a>(
    documents: impl Iterator<Item = Counted<'a>>,
    filter: &Filter,
    by: RowsBy,
    row: &str,
    theme: Option<u64>,
    resolve: &dyn Fn(u32) -> u32,
) -> Vec<(u32, u32)> {
    let mut rows = Rows::new(by);
    let mut holders: BTreeMap<u32, BTreeSet<String>> = BTreeMap::new();
    for document in documents {
        let Some(found) = rows.of(&document, filter) else {
            continue;
        };
        for mark in document.marks {
            let wanted = theme.is_none_or(|theme| mark.themes & theme != 0);
            if wanted && filter.takes_classes(mark.classes) {
                let holders = holders.entry(resolve(mark.family)).or_default();
                if !holders.contains(&found.key) {
                    holders.insert(found.key.clone());
                }
            }
        }
    }
    let others = rows.all.len().saturating_sub(1);
    let mut missing: Vec<(u32, u32)> = holders
        .into_iter()
        .filter(|(_, holders)| {
            !holders.contains(row) && holders.len() > 1 && holders.len() * 2 >= others
        })
        .map(|(family, holders)| (family, count(holders.len())))
        .collect();
    missing.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    missing
}

/// The family in a number that holds a row as well.
fn family_of(cell: u64) -> u32 {
    u32::try_from(cell >> 32).unwrap_or_default()
}

/// Rows while they are counted.
struct Rows {
    by: RowsBy,
    all: BTreeMap<String, Row>,
    /// Keys of names: there are few names and many documents.
    keys: HashMap<String, String>,
    newest: HashMap<String, Option<NaiveDate>>,
}

impl Rows {
    fn new(by: RowsBy) -> Self {
        Self {
            by,
            all: BTreeMap::new(),
            keys: HashMap::new(),
            newest: HashMap::new(),
        }
    }

    /// The row of a document that counts.
    fn of(&mut self, document: &Counted<'_>, filter: &Filter) -> Option<&mut Row> {
        if !filter.takes(document.region, document.adopted_on) {
            return None;
        }
        let name = match self.by {
            RowsBy::District => document.district,
            RowsBy::Region => document.region,
        };
        let key = match self.keys.get(name) {
            Some(key) => key.clone(),
            None => {
                let key = match self.by {
                    RowsBy::District => district_key(name),
                    RowsBy::Region => name.to_owned(),
                };
                self.keys.insert(name.to_owned(), key.clone());
                key
            }
        };
        let newest = self.newest.entry(key.clone()).or_default();
        let row = self.all.entry(key.clone()).or_insert_with(|| Row {
            key,
            ..Row::default()
        });
        if row.name.is_empty() || document.adopted_on > *newest {
            name.clone_into(&mut row.name);
            *newest = document.adopted_on;
        }
        row.documents += 1;
        Some(row)
    }

    fn matrix(self, named: Vec<(String, String)>) -> Matrix {
        let mut rows: Vec<Row> = self.all.into_values().collect();
        rows.sort_by(|a, b| {
            (a.name.is_empty(), a.name.as_str()).cmp(&(b.name.is_empty(), b.name.as_str()))
        });
        for row in &mut rows {
            row.counts.resize(named.len(), 0);
            row.tallies.resize(named.len(), Tally::default());
        }
        let columns = named.into_iter().map(|(key, name)| Column {
            key,
            name,
            ..Column::default()
        });
        let mut matrix = Matrix {
            schema: "svod.matrix/1".into(),
            rows_by: self.by,
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
}

pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(themes: &[&str], class: BodyClass, family: u32) -> Mark {
        Mark {
            themes: themes
                .iter()
                .filter_map(|slug| ThemeList::shipped().bit(slug))
                .sum(),
            classes: class_bit(class),
            family,
            wording: u64::from(family),
        }
    }

    fn document<'a>(district: &'a str, year: i32, marks: Vec<Mark>) -> Counted<'a> {
        Counted {
            district,
            region: "Приозёрная область",
            adopted_on: NaiveDate::from_ymd_opt(year, 8, 20),
            marks,
            stands: Vec::new(),
        }
    }

    fn by_themes(
        documents: impl Iterator<Item = Counted<'static>>,
        filter: &Filter,
        by: RowsBy,
    ) -> Matrix {
        matrix(documents, ThemeList::shipped(), filter, by)
    }

    fn country() -> Vec<Counted<'static>> {
        let heads = BodyClass::Heads;
        vec![
            document(
                "Луговской район",
                2025,
                vec![
                    mark(&["staff"], heads, 1),
                    mark(&["staff", "digital"], BodyClass::Roles, 2),
                ],
            ),
            document(
                "Луговской муниципальный округ",
                2026,
                vec![mark(&["staff"], heads, 1)],
            ),
            document("Заречный район", 2026, vec![mark(&[], heads, 3)]),
        ]
    }

    fn column<'a>(matrix: &'a Matrix, key: &str) -> (usize, &'a Column) {
        let mut columns = matrix.columns.iter().enumerate();
        columns.find(|(_, column)| column.key == key).unwrap()
    }

    #[test]
    fn districts_are_one_row_under_all_their_names() {
        let matrix = by_themes(country().into_iter(), &Filter::default(), RowsBy::District);
        let names: Vec<&str> = matrix.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["Заречный район", "Луговской муниципальный округ"]);
        let (staff, column) = column(&matrix, "staff");
        assert_eq!(matrix.rows[1].counts[staff], 3);
        assert_eq!((column.directives, column.rows), (3, 1));
        // A directive of two themes is one directive.
        assert_eq!((matrix.directives, matrix.rows[1].directives), (4, 3));
    }

    #[test]
    fn directives_under_control_are_told_by_how_they_stand() {
        let mut country = country();
        country[0].stands = vec![Stand::Done, Stand::Overdue];
        let themes = by_themes(
            country.clone().into_iter(),
            &Filter::default(),
            RowsBy::District,
        );
        let (staff, told) = column(&themes, "staff");
        let tally = Tally {
            controlled: 2,
            done: 1,
            overdue: 1,
        };
        assert_eq!(themes.rows[1].counts[staff], 3);
        assert_eq!(
            (themes.rows[1].tallies[staff], told.tally, themes.tally),
            (tally, tally, tally)
        );
        let country = country.into_iter();
        let by = RowsBy::District;
        let families = matrix_of_families(country, &Filter::default(), by, &|one| one, 5);
        let (first, _) = column(&families, "1");
        assert_eq!(families.rows[1].tallies[first].controlled, 1);
        assert_eq!(families.tally, tally);
    }

    #[test]
    fn only_gaps_leaves_what_has_one_and_a_heading_leaves_its_own() {
        let all = || by_themes(country().into_iter(), &Filter::default(), RowsBy::District);
        let gaps = all().gaps_only();
        assert_eq!((gaps.rows.len(), gaps.gaps), (2, all().gaps));
        assert!(gaps.columns.iter().all(|column| !column.key.is_empty()));
        let staff = all().only(None, Some("staff"));
        assert_eq!(
            (staff.columns.len(), staff.directives, staff.gaps),
            (1, 3, 1)
        );
        // Who has the theme has no gap in it.
        let named = |matrix: &Matrix| {
            matrix
                .rows
                .iter()
                .map(|row| row.name.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(named(&staff.gaps_only()), ["Заречный район"]);
        let one = all().only(Some(&all().rows[1].key), None);
        assert_eq!((one.rows.len(), one.all_rows, one.directives), (1, 2, 3));
        assert_eq!(all().only(Some("nobody"), None), all());
    }

    #[test]
    fn filters_leave_out_years_and_addressees() {
        let filter = Filter {
            year: Some(2025),
            class: Some(BodyClass::Roles),
            ..Filter::default()
        };
        let matrix = by_themes(country().into_iter(), &filter, RowsBy::District);
        assert_eq!((matrix.documents, matrix.directives), (1, 1));
        assert_eq!(column(&matrix, "staff").1.directives, 1);
        let elsewhere = Filter {
            region: Some("Другая область".into()),
            ..Filter::default()
        };
        let empty = by_themes(country().into_iter(), &elsewhere, RowsBy::District);
        assert!(empty.rows.is_empty());
    }

    #[test]
    fn joined_families_are_one_column_and_the_most_widespread_is_first() {
        let resolve = |family| if family == 3 { 1 } else { family };
        let matrix = matrix_of_families(
            country().into_iter(),
            &Filter::default(),
            RowsBy::District,
            &resolve,
            5,
        );
        let keys: Vec<&str> = matrix.columns.iter().map(|c| c.key.as_str()).collect();
        assert_eq!(keys, ["1", "2"]);
        assert_eq!(matrix.columns[0].rows, 2);
        assert_eq!(matrix.gaps, 1);
    }

    #[test]
    fn what_neighbours_have_and_a_district_has_not_is_named() {
        let mut country = country();
        let more = vec![mark(&["staff"], BodyClass::Heads, 1)];
        country.push(document("Озёрный район", 2026, more));
        let staff = ThemeList::shipped().bit("staff");
        let missing = missing(
            country.into_iter(),
            &Filter::default(),
            RowsBy::District,
            &district_key("Заречный район"),
            staff,
            &|family| family,
        );
        assert_eq!(missing, [(1, 2)]);
    }
}
