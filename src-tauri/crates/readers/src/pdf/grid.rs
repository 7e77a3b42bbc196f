//! Plans set as tables: columns are where the names of the header stand.

use super::flow::Row;

/// Words that name the columns of a plan.
const NAMES: &[&str] = &[
    "мероприят",
    "поручени",
    "содержание",
    "срок",
    "ответственн",
    "исполнител",
    "результат",
];

/// A table that begins with these lines: its rows, cells parted by tabs, and how many lines it took.
pub(super) fn table(rows: &[Row]) -> Option<(Vec<String>, usize)> {
    let head = rows.first()?.cells();
    if head.len() < 3 {
        return None;
    }
    let named = head.iter().filter(|piece| {
        let text = piece.text.to_lowercase();
        NAMES.iter().any(|name| text.contains(name))
    });
    if named.count() < 2 {
        return None;
    }
    let names = &head;
    // A cell's text is centred in the header and flush left below: a column ends where, between two
    // names, the fewest words of the rows stand.
    let near: Vec<&Row> = rows.iter().take(60).collect();
    let edges: Vec<f64> = names
        .windows(2)
        .map(|pair| edge(pair[0].right, pair[1].left, &near))
        .collect();
    let column = |x: f64| edges.iter().filter(|edge| **edge < x).count();
    let mut out: Vec<Vec<String>> = vec![vec![String::new(); names.len()]];
    let mut used = 0;
    let mut last: Option<&Row> = None;
    for row in rows {
        let far = last.is_some_and(|last| {
            last.page == row.page && row.y - last.y > 4.0 * row.size.max(last.size)
        });
        // Cells may stand closer than the gaps of a justified line: each word finds its column.
        let cells: Vec<(usize, &str)> = row
            .words
            .iter()
            .map(|word| (column((word.left + word.right) / 2.0), word.text.as_str()))
            .collect();
        let numbered = cells.first().is_some_and(|(at, text)| {
            *at == 0 && text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().count() < 8
        });
        // One piece over several columns: a part of the plan, or text behind the table.
        let wide = match row.cells().as_slice() {
            [only] => {
                let (from, to) = (column(only.left + 2.0), column(only.right - 2.0));
                to > from && only.right - only.left > 60.0
            }
            _ => false,
        };
        if far || wide && only_text(row) && used > 0 && !part(row) {
            break;
        }
        used += 1;
        if wide && part(row) {
            out.push(vec![row.text()]);
            out.push(vec![String::new(); names.len()]);
            last = Some(row);
            continue;
        }
        if numbered && used > 1 {
            out.push(vec![String::new(); names.len()]);
        }
        if let Some(open) = out.last_mut() {
            for (at, text) in cells {
                if let Some(cell) = open.get_mut(at) {
                    crate::hyphens::append(cell, text);
                }
            }
        }
        last = Some(row);
    }
    let texts: Vec<String> = out
        .into_iter()
        .map(|cells| {
            cells
                .iter()
                .map(|cell| cell.trim())
                .collect::<Vec<_>>()
                .join("\t")
        })
        .filter(|text| !text.trim().is_empty())
        .collect();
    (texts.len() > 1).then_some((texts, used))
}

/// The middle of the emptiest band between two places.
fn edge(from: f64, to: f64, rows: &[&Row]) -> f64 {
    let mut best = (usize::MAX, 0.0, (from + to) / 2.0);
    let mut open: Option<(usize, f64)> = None;
    let mut x = from;
    let mut settle = |open: &mut Option<(usize, f64)>, end: f64| {
        if let Some((count, start)) = open.take() {
            let better = count < best.0 || count == best.0 && end - start > best.1;
            if better {
                best = (count, end - start, (start + end) / 2.0);
            }
        }
    };
    while x <= to {
        let words = rows.iter().flat_map(|row| &row.words);
        let count = words.filter(|word| word.left < x && x < word.right).count();
        if open.is_none_or(|(of, _)| of != count) {
            settle(&mut open, x);
            open = Some((count, x));
        }
        x += 1.0;
    }
    settle(&mut open, x);
    best.2
}

/// «Раздел 1. Кадры», «I. Организационные мероприятия».
fn part(row: &Row) -> bool {
    let text = row.text();
    let first = text.split_whitespace().next().unwrap_or_default();
    let roman = first
        .trim_end_matches('.')
        .chars()
        .all(|c| "IVXХ".contains(c));
    text.chars().count() < 120
        && (text.starts_with("Раздел")
            || text.starts_with("РАЗДЕЛ")
            || roman && first.ends_with('.'))
}

fn only_text(row: &Row) -> bool {
    row.cells().len() == 1
}
