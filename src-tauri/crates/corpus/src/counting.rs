//! Directives of many documents counted into a matrix, one document after another.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use svod_language::district::district_key;
use svod_language::themes::{Theme, ThemeList};

use crate::mark::{Mark, unpack};
use crate::matrix::{Filter, Matrix, Row, RowsBy, Stand, Tally, count, matrix_of};

/// A document to be counted.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    /// Its district's name; empty if it names none.
    pub district: &'a str,
    /// Its region's name; empty if it names none.
    pub region: &'a str,
    /// The day it was adopted.
    pub adopted_on: Option<NaiveDate>,
    /// What is kept of its directives, [packed](crate::pack).
    pub marks: &'a [u8],
    /// How each of them stands, in the order of the marks; empty if the document is not under control.
    pub stands: &'a [Stand],
}

impl Counted<'_> {
    /// The marks a filter takes, with how their directives stand.
    fn taken(&self, filter: &Filter) -> impl Iterator<Item = (Mark, Stand)> {
        let stands = self.stands.iter().copied();
        unpack(self.marks)
            .zip(stands.chain(std::iter::repeat(Stand::Free)))
            .filter(|(mark, _)| filter.takes_classes(mark.classes))
    }
}

/// Directives by districts and the themes in use, in the order of their list, while they are counted one
/// document after another; a directive of several themes counts in each.
pub struct ThemeCount<'a> {
    themes: Vec<&'a Theme>,
    filter: &'a Filter,
    /// The column of each bit; a bit of a theme no more in use has none.
    columns: [Option<usize>; u64::BITS as usize],
    rows: Rows,
}

impl<'a> ThemeCount<'a> {
    /// Nothing counted yet.
    pub fn new(themes: &'a ThemeList, filter: &'a Filter) -> Self {
        let themes: Vec<&Theme> = themes.used().collect();
        let mut columns = [None; u64::BITS as usize];
        for (place, theme) in themes.iter().enumerate() {
            if let Some(column) = columns.get_mut(theme.bit as usize) {
                *column = Some(place);
            }
        }
        Self {
            // The last column is for directives of no theme.
            rows: Rows::of_width(themes.len() + 1),
            themes,
            filter,
            columns,
        }
    }

    /// Counts a document, if the filter takes it.
    pub fn add(&mut self, document: &Counted<'_>) {
        let Some(place) = self.rows.place(document, self.filter) else {
            return;
        };
        let row = &mut self.rows.all[place].row;
        let last = self.themes.len();
        for (mark, stand) in document.taken(self.filter) {
            row.directives += 1;
            row.tally.take(stand);
            let mut put = |column: usize| {
                row.counts[column] += 1;
                row.tallies[column].take(stand);
            };
            if mark.themes == 0 {
                put(last);
            }
            let mut bits = mark.themes;
            while bits != 0 {
                if let Some(column) = self.columns[bits.trailing_zeros() as usize] {
                    put(column);
                }
                bits &= bits - 1;
            }
        }
    }

    /// How many names districts had; documents that name none have one name together.
    pub fn names(&self) -> usize {
        self.rows.places.len()
    }

    /// What was counted.
    pub fn matrix(self, by: RowsBy) -> Matrix {
        let named = self.themes.iter();
        let named = named.map(|theme| (theme.slug.clone(), theme.name.clone()));
        let named = named.chain([(String::new(), String::new())]).collect();
        matrix_of(self.rows.merged(by).0, by, named)
    }
}

/// Directives by districts and families while they are counted one document after another.
pub struct FamilyCount<'a> {
    filter: &'a Filter,
    /// Gives the family a family was joined into.
    resolve: &'a dyn Fn(u32) -> u32,
    rows: Rows,
    /// A family and a row in one number: sorting a million of them is quicker than looking each up.
    met: Vec<u64>,
    tallies: BTreeMap<u64, Tally>,
}

impl<'a> FamilyCount<'a> {
    /// Nothing counted yet. `resolve` gives the family a family was joined into.
    pub fn new(filter: &'a Filter, resolve: &'a dyn Fn(u32) -> u32) -> Self {
        Self {
            filter,
            resolve,
            rows: Rows::of_width(0),
            met: Vec::new(),
            tallies: BTreeMap::new(),
        }
    }

    /// Counts a document, if the filter takes it.
    pub fn add(&mut self, document: &Counted<'_>) {
        let Some(place) = self.rows.place(document, self.filter) else {
            return;
        };
        let row = &mut self.rows.all[place].row;
        for (mark, stand) in document.taken(self.filter) {
            let cell = cell_of((self.resolve)(mark.family), place);
            row.directives += 1;
            self.met.push(cell);
            if stand != Stand::Free {
                row.tally.take(stand);
                self.tallies.entry(cell).or_default().take(stand);
            }
        }
    }

    /// How many names districts had; documents that name none have one name together.
    pub fn names(&self) -> usize {
        self.rows.places.len()
    }

    /// What was counted: the `most` families most districts have.
    pub fn matrix(self, by: RowsBy, most: usize) -> Matrix {
        let Self {
            rows,
            mut met,
            tallies: counted,
            ..
        } = self;
        let (mut rows, places) = rows.merged(by);
        let moved = |cell: u64| cell_of(family_of(cell), places[row_of(cell)]);
        for cell in &mut met {
            *cell = moved(*cell);
        }
        let mut tallies: BTreeMap<u64, Tally> = BTreeMap::new();
        for (cell, tally) in counted {
            let sum = tallies.entry(moved(cell)).or_default();
            *sum = sum.add(tally);
        }
        met.sort_unstable();
        let mut widest: Vec<(u32, (u32, u32))> = met
            .chunk_by(|one, other| family_of(*one) == family_of(*other))
            .map(|family| {
                let rows = family.chunk_by(|one, other| one == other).count();
                (family_of(family[0]), (count(rows), count(family.len())))
            })
            .collect();
        widest.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        widest.truncate(most);
        for (place, row) in rows.iter_mut().enumerate() {
            let cells = || widest.iter().map(|(family, _)| cell_of(*family, place));
            row.counts = cells()
                .map(|cell| {
                    let from = met.partition_point(|one| *one < cell);
                    let to = met.partition_point(|one| *one <= cell);
                    count(to - from)
                })
                .collect();
            row.tallies = cells()
                .map(|cell| tallies.get(&cell).copied().unwrap_or_default())
                .collect();
        }
        let named = widest
            .iter()
            .map(|(family, _)| (family.to_string(), String::new()));
        matrix_of(rows, by, named.collect())
    }
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
    // Rows by their keys, and keys by names: there are few names and many documents.
    let mut rows: HashMap<String, usize> = HashMap::new();
    let mut named: HashMap<&str, usize> = HashMap::new();
    let mut holders: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
    for document in documents {
        if !filter.takes(document.region, document.adopted_on) {
            continue;
        }
        let name = match by {
            RowsBy::District => document.district,
            RowsBy::Region => document.region,
        };
        let place = *named.entry(name).or_insert_with(|| {
            let next = rows.len();
            *rows.entry(key_of(name, by)).or_insert(next)
        });
        for (mark, _) in document.taken(filter) {
            if theme.is_none_or(|theme| mark.themes & theme != 0) {
                holders
                    .entry(resolve(mark.family))
                    .or_default()
                    .insert(place);
            }
        }
    }
    let others = rows.len().saturating_sub(1);
    let own = rows.get(row);
    let has = |holders: &BTreeSet<usize>| own.is_some_and(|own| holders.contains(own));
    let mut missing: Vec<(u32, u32)> = holders
        .into_iter()
        .filter(|(_, holders)| !has(holders) && holders.len() > 1 && holders.len() * 2 >= others)
        .map(|(family, holders)| (family, count(holders.len())))
        .collect();
    missing.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    missing
}

/// A family and a row in one number.
fn cell_of(family: u32, row: usize) -> u64 {
    (u64::from(family) << 32) | u64::from(count(row))
}

/// The family of such a number.
fn family_of(cell: u64) -> u32 {
    u32::try_from(cell >> 32).unwrap_or_default()
}

/// The row of such a number.
fn row_of(cell: u64) -> usize {
    (cell & u64::from(u32::MAX)) as usize
}

/// Rows while they are counted: one for each name a district and its region have, as written. Which of
/// them are one district is settled once, at the end.
struct Rows {
    width: usize,
    all: Vec<Written>,
    /// Places among them by the district's name and the region's.
    places: HashMap<String, HashMap<String, usize>>,
}

/// What documents of one written name have.
struct Written {
    district: String,
    region: String,
    newest: Option<NaiveDate>,
    row: Row,
}

impl Rows {
    fn of_width(width: usize) -> Self {
        Self {
            width,
            all: Vec::new(),
            places: HashMap::new(),
        }
    }

    /// The place of a document that counts.
    fn place(&mut self, document: &Counted<'_>, filter: &Filter) -> Option<usize> {
        if !filter.takes(document.region, document.adopted_on) {
            return None;
        }
        let known = self.places.get(document.district);
        let place = match known.and_then(|regions| regions.get(document.region)) {
            Some(place) => *place,
            None => {
                let place = self.all.len();
                let regions = self.places.entry(document.district.to_owned());
                let regions = regions.or_default();
                regions.insert(document.region.to_owned(), place);
                self.all.push(Written {
                    district: document.district.to_owned(),
                    region: document.region.to_owned(),
                    newest: document.adopted_on,
                    row: Row {
                        counts: vec![0; self.width],
                        tallies: vec![Tally::default(); self.width],
                        ..Row::default()
                    },
                });
                place
            }
        };
        let written = &mut self.all[place];
        written.newest = written.newest.max(document.adopted_on);
        written.row.documents += 1;
        Some(place)
    }

    /// The rows of a matrix in order, and where among them each written name went.
    fn merged(self, by: RowsBy) -> (Vec<Row>, Vec<usize>) {
        let mut rows: BTreeMap<String, (Option<NaiveDate>, Row)> = BTreeMap::new();
        let mut keys = Vec::new();
        for Written {
            district,
            region,
            newest,
            row: own,
        } in self.all
        {
            let name = match by {
                RowsBy::District => district,
                RowsBy::Region => region,
            };
            let key = key_of(&name, by);
            keys.push(key.clone());
            let (known, row) = rows.entry(key.clone()).or_insert_with(|| {
                let row = Row {
                    key,
                    counts: vec![0; self.width],
                    tallies: vec![Tally::default(); self.width],
                    ..Row::default()
                };
                (None, row)
            });
            if row.name.is_empty() || newest > *known {
                row.name = name;
                *known = newest;
            }
            row.documents += own.documents;
            row.directives += own.directives;
            row.tally = row.tally.add(own.tally);
            for (sum, one) in row.counts.iter_mut().zip(own.counts) {
                *sum += one;
            }
            for (sum, one) in row.tallies.iter_mut().zip(own.tallies) {
                *sum = sum.add(one);
            }
        }
        let mut rows: Vec<Row> = rows.into_values().map(|(_, row)| row).collect();
        rows.sort_by(|a, b| {
            (a.name.is_empty(), a.name.as_str()).cmp(&(b.name.is_empty(), b.name.as_str()))
        });
        let places: HashMap<&str, usize> = rows
            .iter()
            .enumerate()
            .map(|(place, row)| (row.key.as_str(), place))
            .collect();
        let places = keys.iter().map(|key| places[key.as_str()]).collect();
        (rows, places)
    }
}

/// What a row is known by.
fn key_of(name: &str, by: RowsBy) -> String {
    match by {
        RowsBy::District => district_key(name),
        RowsBy::Region => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use svod_model::BodyClass;

    use super::*;
    use crate::mark::{class_bit, pack};
    use crate::matrix::Column;

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

    /// A document of a country in a test.
    #[derive(Clone)]
    struct Made {
        district: &'static str,
        year: i32,
        marks: Vec<u8>,
        stands: Vec<Stand>,
    }

    fn document(district: &'static str, year: i32, marks: &[Mark]) -> Made {
        Made {
            district,
            year,
            marks: pack(marks),
            stands: Vec::new(),
        }
    }

    fn counted(country: &[Made]) -> impl Iterator<Item = Counted<'_>> {
        country.iter().map(|one| Counted {
            district: one.district,
            region: "Приозёрная область",
            adopted_on: NaiveDate::from_ymd_opt(one.year, 8, 20),
            marks: &one.marks,
            stands: &one.stands,
        })
    }

    fn by_themes(country: &[Made], filter: &Filter, by: RowsBy) -> Matrix {
        let mut count = ThemeCount::new(ThemeList::shipped(), filter);
        counted(country).for_each(|one| count.add(&one));
        count.matrix(by)
    }

    fn by_families(country: &[Made], resolve: &dyn Fn(u32) -> u32) -> Matrix {
        let filter = Filter::default();
        let mut count = FamilyCount::new(&filter, resolve);
        counted(country).for_each(|one| count.add(&one));
        count.matrix(RowsBy::District, 5)
    }

    fn country() -> Vec<Made> {
        let heads = BodyClass::Heads;
        vec![
            document(
                "Луговской район",
                2025,
                &[
                    mark(&["staff"], heads, 1),
                    mark(&["staff", "digital"], BodyClass::Roles, 2),
                ],
            ),
            document(
                "Луговской муниципальный округ",
                2026,
                &[mark(&["staff"], heads, 1)],
            ),
            document("Заречный район", 2026, &[mark(&[], heads, 3)]),
        ]
    }

    fn column<'a>(matrix: &'a Matrix, key: &str) -> (usize, &'a Column) {
        let mut columns = matrix.columns.iter().enumerate();
        columns.find(|(_, column)| column.key == key).unwrap()
    }

    #[test]
    fn districts_are_one_row_under_all_their_names() {
        let matrix = by_themes(&country(), &Filter::default(), RowsBy::District);
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
        let themes = by_themes(&country, &Filter::default(), RowsBy::District);
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
        let families = by_families(&country, &|one| one);
        let (first, _) = column(&families, "1");
        assert_eq!(families.rows[1].tallies[first].controlled, 1);
        assert_eq!(families.tally, tally);
    }

    #[test]
    fn only_gaps_leaves_what_has_one_and_a_heading_leaves_its_own() {
        let all = || by_themes(&country(), &Filter::default(), RowsBy::District);
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
        let matrix = by_themes(&country(), &filter, RowsBy::District);
        assert_eq!((matrix.documents, matrix.directives), (1, 1));
        assert_eq!(column(&matrix, "staff").1.directives, 1);
        let elsewhere = Filter {
            region: Some("Другая область".into()),
            ..Filter::default()
        };
        let empty = by_themes(&country(), &elsewhere, RowsBy::District);
        assert!(empty.rows.is_empty());
    }

    #[test]
    fn joined_families_are_one_column_and_the_most_widespread_is_first() {
        let resolve = |family| if family == 3 { 1 } else { family };
        let matrix = by_families(&country(), &resolve);
        let keys: Vec<&str> = matrix.columns.iter().map(|c| c.key.as_str()).collect();
        assert_eq!(keys, ["1", "2"]);
        assert_eq!(matrix.columns[0].rows, 2);
        assert_eq!(matrix.gaps, 1);
    }

    #[test]
    fn what_neighbours_have_and_a_district_has_not_is_named() {
        let mut country = country();
        let more = [mark(&["staff"], BodyClass::Heads, 1)];
        country.push(document("Озёрный район", 2026, &more));
        let staff = ThemeList::shipped().bit("staff");
        let missing = missing(
            counted(&country),
            &Filter::default(),
            RowsBy::District,
            &district_key("Заречный район"),
            staff,
            &|family| family,
        );
        assert_eq!(missing, [(1, 2)]);
    }
}
