use std::collections::BTreeMap;

use super::glyphs::{Glyph, Page};
use super::grid;
use crate::hyphens;
use crate::manuscript::{Apart, Line, Manuscript};

/// A run of characters without a wide gap.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
}

/// A printed line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Row {
    pub(super) pieces: Vec<Piece>,
    pub(super) words: Vec<Piece>,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) page: usize,
    /// How wide its first word is. Fonts often share one glyph for both kinds of spaces, so which
    /// words were tied by a no-break space is not known.
    first_run: f64,
    /// Where its second word begins: behind a bullet, the edge of the item's other lines.
    text_left: f64,
    /// The first of its page.
    pub(super) first: bool,
    /// A row of a table, its cells parted by tabs.
    pub(super) table: Option<String>,
    /// Dropped: it repeats at the edge of pages.
    furniture: bool,
}

impl Row {
    pub(super) fn text(&self) -> String {
        let texts: Vec<&str> = self
            .pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect();
        texts.join(" ")
    }

    fn left(&self) -> f64 {
        self.pieces.first().map_or(0.0, |piece| piece.left)
    }

    fn right(&self) -> f64 {
        self.pieces.last().map_or(0.0, |piece| piece.right)
    }
}

/// Paragraphs of all pages.
pub(super) fn manuscript(pages: &[Page]) -> Manuscript {
    let mut rows: Vec<Row> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        rows.extend(lines(page, number));
    }
    mark_furniture(&mut rows, pages);
    let mut out = Manuscript::default();
    let (furniture, rows): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.furniture);
    let margins = Margins::of(&rows);
    let mut open: Option<Open> = None;
    let mut n = 0;
    while let Some(row) = rows.get(n) {
        if let Some(text) = &row.table {
            flush(&mut out, &mut open);
            let line = Line {
                text: text.clone(),
                ..Line::default()
            };
            push(&mut out, line);
            n += 1;
            continue;
        }
        match &mut open {
            Some(open) if margins.continues(open, &rows[open.last], row) => {
                hyphens::append(&mut open.line.text, &row.text());
                open.last = n;
                open.rows += 1;
            }
            _ => {
                // A gap in the page parts paragraphs as a blank line does.
                let gap = open.as_ref().is_some_and(|open| {
                    let last = &rows[open.last];
                    last.page == row.page && row.y - last.y > margins.step * 1.6
                });
                flush(&mut out, &mut open);
                if gap {
                    push(&mut out, Line::default());
                }
                let centred = margins.centred(row);
                open = Some(Open {
                    line: Line {
                        text: row.text(),
                        bold: centred,
                        hard_break: centred,
                        page_start: row.first && row.page > 0,
                        ..Line::default()
                    },
                    last: n,
                    rows: 1,
                });
            }
        }
        n += 1;
    }
    flush(&mut out, &mut open);
    for row in furniture {
        push(
            &mut out,
            Line {
                text: row.text(),
                apart: Some(Apart::RunningHead),
                ..Line::default()
            },
        );
    }
    out
}

fn flush(out: &mut Manuscript, open: &mut Option<Open>) {
    if let Some(open) = open.take() {
        push(out, open.line);
    }
}

fn push(out: &mut Manuscript, mut line: Line) {
    line.number = u32::try_from(out.lines.len() + 1).unwrap_or(u32::MAX);
    out.lines.push(line);
}

/// The printed lines of a page, from top to bottom.
fn lines(page: &Page, number: usize) -> Vec<Row> {
    let mut glyphs: Vec<&Glyph> = page.glyphs.iter().collect();
    glyphs.sort_by(|one, other| {
        one.y
            .total_cmp(&other.y)
            .then(one.left.total_cmp(&other.left))
    });
    let mut groups: Vec<Vec<&Glyph>> = Vec::new();
    for glyph in glyphs {
        match groups.last_mut() {
            // Raised letters belong to the line they stand over.
            Some(group)
                if group
                    .first()
                    .is_some_and(|first| glyph.y - first.y < 0.45 * first.size.max(glyph.size)) =>
            {
                group.push(glyph);
            }
            _ => groups.push(vec![glyph]),
        }
    }
    let mut rows: Vec<Row> = groups
        .into_iter()
        .map(|group| row(group, number))
        .filter(|row| !row.pieces.is_empty())
        .collect();
    if let Some(first) = rows.first_mut() {
        first.first = true;
    }
    grid::rows(page, rows)
}

fn row(mut group: Vec<&Glyph>, page: usize) -> Row {
    group.sort_by(|one, other| one.left.total_cmp(&other.left));
    let size = group.iter().map(|glyph| glyph.size).fold(0.0, f64::max);
    let y = group.iter().map(|glyph| glyph.y).fold(0.0, f64::max);
    let mut words: Vec<Piece> = Vec::new();
    let mut open = false;
    for glyph in group {
        if glyph.text.trim().is_empty() {
            open = false;
            continue;
        }
        // What stands for an end-of-line hyphen in some files.
        let text = glyph.text.replace('\u{fffe}', "\u{ad}");
        match words.last_mut() {
            // The same letter set twice a hair apart is bold type made by printing over.
            Some(word) if glyph.left < word.right - 0.6 * size && word.text.ends_with(&text) => {}
            Some(word) if open && glyph.left - word.right <= 0.17 * size => {
                word.text.push_str(&text);
                word.right = word.right.max(glyph.right);
            }
            _ => words.push(Piece {
                text,
                left: glyph.left,
                right: glyph.right,
            }),
        }
        open = true;
    }
    let mut pieces = merged(&words, 1.4 * size);
    unjustify(&mut pieces);
    Row {
        first_run: words.first().map_or(0.0, |word| word.right - word.left),
        text_left: words.get(1).or(words.first()).map_or(0.0, |word| word.left),
        pieces,
        words,
        y,
        size,
        page,
        ..Row::default()
    }
}

/// Words put together where the gap between them is no wider than `gap`.
fn merged(words: &[Piece], gap: f64) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for word in words {
        match pieces.last_mut() {
            Some(piece) if word.left - piece.right <= gap => {
                piece.text.push(' ');
                piece.text.push_str(&word.text);
                piece.right = word.right;
            }
            _ => pieces.push(word.clone()),
        }
    }
    pieces
}

/// A justified line of few words has gaps as wide as a table's, but all of one width.
fn unjustify(pieces: &mut Vec<Piece>) {
    // The gap behind a number or a bullet is its own.
    let behind_label = pieces.len() > 2
        && hyphens::labelled(&format!("{} x", pieces[0].text))
        && pieces[0].text.chars().count() < 7;
    let gaps: Vec<f64> = pieces
        .windows(2)
        .skip(usize::from(behind_label))
        .map(|pair| pair[1].left - pair[0].right)
        .collect();
    let widest = gaps.iter().copied().fold(0.0, f64::max);
    let least = gaps.iter().copied().fold(f64::INFINITY, f64::min);
    if gaps.len() < 2 && !behind_label || widest > least * 1.25 {
        return;
    }
    let texts: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let whole = Piece {
        text: texts.join(" "),
        left: pieces.first().map_or(0.0, |piece| piece.left),
        right: pieces.last().map_or(0.0, |piece| piece.right),
    };
    *pieces = vec![whole];
}

/// Lines at the upper or lower edge that repeat on other pages, and page numbers there.
fn mark_furniture(rows: &mut [Row], pages: &[Page]) {
    let bare = |row: &Row| -> String {
        row.text()
            .chars()
            .filter(|c| !c.is_ascii_digit() && !c.is_whitespace())
            .collect()
    };
    let at_edge = |row: &Row| {
        let height = pages.get(row.page).map_or(842.0, |page| page.height);
        row.y < height * 0.09 || row.y > height * 0.92
    };
    let mut seen: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for row in rows.iter().filter(|row| at_edge(row)) {
        let places = seen.entry(bare(row)).or_default();
        if !places.contains(&row.page) {
            places.push(row.page);
        }
    }
    for row in rows {
        let text = row.text();
        let number = text.chars().filter(char::is_ascii_digit).count() > 0
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | '—' | '/' | '.'));
        let repeats = seen.get(&bare(row)).is_some_and(|pages| pages.len() > 1);
        row.furniture = at_edge(row) && (number || repeats);
    }
}

/// How the text stands on its pages.
struct Margins {
    left: f64,
    right: f64,
    /// The usual distance of two lines.
    step: f64,
    /// Lines of an item stand at the margin, left of its mark.
    returns: bool,
}

impl Margins {
    fn of(rows: &[Row]) -> Self {
        let mut lefts: Vec<f64> = rows.iter().map(Row::left).collect();
        let mut rights: Vec<f64> = rows.iter().map(Row::right).collect();
        lefts.sort_by(f64::total_cmp);
        rights.sort_by(f64::total_cmp);
        let mut steps: Vec<f64> = rows
            .windows(2)
            .filter(|pair| pair[0].page == pair[1].page)
            .map(|pair| pair[1].y - pair[0].y)
            .filter(|step| *step > 0.0)
            .collect();
        steps.sort_by(f64::total_cmp);
        let at = |sorted: &[f64], share: usize| {
            sorted
                .get(sorted.len() * share / 100)
                .copied()
                .unwrap_or(0.0)
        };
        Self {
            left: at(&lefts, 5),
            right: at(&rights, 90),
            step: at(&steps, 40).max(1.0),
            returns: returns(rows),
        }
    }

    fn width(&self) -> f64 {
        (self.right - self.left).max(1.0)
    }

    /// Set in the middle: room on both sides, about the same.
    fn centred(&self, row: &Row) -> bool {
        let (before, after) = (row.left() - self.left, self.right - row.right());
        row.pieces.len() == 1
            && before > self.width() * 0.09
            && after > self.width() * 0.06
            && (before - after).abs() < self.width() * 0.06
    }

    /// Whether a line goes on with the paragraph `open`, whose last line is `last`.
    fn continues(&self, open: &Open, last: &Row, row: &Row) -> bool {
        let next = row.text();
        let beside = |left: f64| (row.left() - left).abs() < row.size * 0.35;
        // «… в 2026 году» with «– 82 %, в 2027 году» below, where the lines of the item stand and not its mark.
        let dash = next.starts_with(['–', '—'])
            && next.chars().nth(2).is_some_and(|c| c.is_ascii_digit())
            && !open.line.text.ends_with(['.', ';', ':', ','])
            && open.rows == 1
            && hyphens::labelled(&open.line.text)
            && !beside(last.left());
        if last.table.is_some()
            || last.pieces.len() > 1 && !hanging(last)
            || row.pieces.len() > 1
            || hyphens::labelled(&next) && !dash
        {
            return false;
        }
        if hyphens::broken(&open.line.text) && next.starts_with(char::is_lowercase) {
            return true;
        }
        if last.page == row.page && row.y - last.y > self.step * 1.5 {
            return false;
        }
        // Room above a line that begins anew parts paragraphs of the same margins.
        let ended = open.line.text.ends_with(['.', ';', ':', '!', '?']);
        if last.page == row.page && row.y - last.y > self.step * 1.12 && ended {
            return false;
        }
        // A line that could have taken the next word was ended by the author.
        let room = self.right - last.right();
        let full = room < row.first_run + row.size * 0.2 + self.width() * 0.02
            || !ended && room < self.width() * 0.12
            || !ended && next.starts_with(char::is_lowercase) && room < self.width() * 0.4;
        if !full || self.centred(last) {
            return false;
        }
        if self.centred(row) && row.left() - last.left() > row.size {
            return true;
        }
        // Behind an indent a paragraph begins, unless its own lines stand there.
        let indented = row.left() - self.left > row.size * 0.7;
        if open.rows > 1 && !beside(last.left()) {
            return false;
        }
        let item = open.rows == 1 && hyphens::labelled(&open.line.text);
        if item && !self.returns && is_left_of(row, last) {
            return false;
        }
        let goes_on = !ended && next.starts_with(char::is_lowercase);
        let own = if open.rows == 1 {
            item && (beside(last.text_left) || goes_on && beside(last.left()))
        } else {
            beside(last.left())
        };
        !indented || own
    }
}

/// How the lines of items stand: left of the mark, or, in more than three of four, beside it or its text. What
/// stands at the margin below an item is then no part of it.
fn returns(rows: &[Row]) -> bool {
    let pairs = rows.windows(2).filter(|pair| {
        let next = pair[1].text();
        pair[0].page == pair[1].page
            && hyphens::labelled(&pair[0].text())
            && next.starts_with(char::is_lowercase)
            && !hyphens::labelled(&next)
    });
    let (all, left) = pairs.fold((0, 0), |(all, left), pair| {
        (all + 1, left + usize::from(is_left_of(&pair[1], &pair[0])))
    });
    all < 4 || left * 4 > all
}

/// Whether a line begins left of an item's mark, by more than half a letter.
fn is_left_of(row: &Row, item: &Row) -> bool {
    item.left() - row.left() > row.size * 0.35
}

/// A paragraph being put together.
struct Open {
    line: Line,
    /// The place of its last line, and how many it has.
    last: usize,
    rows: usize,
}

/// A bullet or a number set apart from its text by a tab is one line all the same.
fn hanging(row: &Row) -> bool {
    row.pieces.len() == 2 && row.pieces[0].text.chars().count() < 7
}
