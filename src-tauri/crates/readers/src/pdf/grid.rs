//! Tables by their ruling lines: where lines cross, there are cells.

use super::flow::Row;
use super::glyphs::Page;
use crate::hyphens;

/// A straight line of a page, in points from its left and upper edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// One row of a table: its height and the places of the lines between its cells.
struct Band {
    top: f64,
    bottom: f64,
    edges: Vec<f64>,
}

/// How far two lines may lie apart and still be one, in points.
const NEAR: f64 = 2.5;
/// Most different lines of a page that are looked at.
const LIMIT: usize = 400;

/// Puts the printed lines of each row of a table together as one line, its cells parted by tabs.
pub(super) fn rows(page: &Page, rows: Vec<Row>) -> Vec<Row> {
    let bands = bands(page);
    let mut out: Vec<Row> = Vec::with_capacity(rows.len());
    let mut open: Option<(usize, Vec<Row>)> = None;
    for row in rows {
        let middle = row.y - row.size * 0.3;
        let place = bands.iter().position(|band| {
            let inside = band.top < middle && middle < band.bottom;
            inside
                && row.words.iter().all(|word| {
                    let x = (word.left + word.right) / 2.0;
                    band.edges.first().is_some_and(|edge| *edge < x)
                        && band.edges.last().is_some_and(|edge| x < *edge)
                })
        });
        match (place, &mut open) {
            (Some(place), Some((own, held))) if *own == place => held.push(row),
            (place, held) => {
                if let Some((own, held)) = held.take() {
                    out.extend(joined(&bands[own], held));
                }
                match place {
                    Some(place) => *held = Some((place, vec![row])),
                    None => out.push(row),
                }
            }
        }
    }
    if let Some((own, held)) = open {
        out.extend(joined(&bands[own], held));
    }
    out
}

fn joined(band: &Band, rows: Vec<Row>) -> Option<Row> {
    let mut cells = vec![String::new(); band.edges.len().saturating_sub(1).max(1)];
    for row in &rows {
        for word in &row.words {
            let x = (word.left + word.right) / 2.0;
            let place = band.edges.iter().filter(|edge| **edge < x).count();
            if let Some(cell) = cells.get_mut(place.saturating_sub(1)) {
                hyphens::append(cell, &word.text);
            }
        }
    }
    let mut row = rows.into_iter().next()?;
    row.table = Some(cells.join("\t"));
    Some(row)
}

fn bands(page: &Page) -> Vec<Band> {
    let level: Vec<&Rule> = page
        .rules
        .iter()
        .filter(|rule| rule.bottom - rule.top < NEAR && rule.right - rule.left > 12.0)
        .collect();
    let upright: Vec<&Rule> = page
        .rules
        .iter()
        .filter(|rule| rule.right - rule.left < NEAR && rule.bottom - rule.top > 4.0)
        .collect();
    let heights = distinct(level.iter().map(|rule| (rule.top + rule.bottom) / 2.0));
    let mut bands = Vec::new();
    for pair in heights.windows(2) {
        let (top, bottom) = (pair[0], pair[1]);
        let middle = (top + bottom) / 2.0;
        let through = upright
            .iter()
            .filter(|rule| rule.top < middle && middle < rule.bottom);
        let edges = distinct(through.map(|rule| (rule.left + rule.right) / 2.0));
        if edges.len() >= 2 && bottom - top > 5.0 {
            bands.push(Band { top, bottom, edges });
        }
    }
    bands
}

fn distinct(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.dedup_by(|later, earlier| *later - *earlier < NEAR);
    sorted.truncate(LIMIT);
    sorted
}
