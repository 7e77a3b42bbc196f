//! What stands below the last directive and above the first line: signatures, appendices, approval.

use super::sections::paragraphs;
use super::signature::{signature, signature_over_lines};
use super::{Block, Column, Row, Table};
use crate::typography::unpointed;

/// Lays the closing out. Rows of an appendix, whose cells are parted by tabs, are a table, or lines where
/// there are to be no tables.
pub(super) fn lay(closing: &[String], tables: bool, blocks: &mut Vec<Block>) {
    let texts: Vec<&str> = paragraphs(closing).collect();
    let mut rest = texts.as_slice();
    while let [text, behind @ ..] = rest {
        if is_row(text) {
            let (rows, behind) = rest.split_at(rows_of(rest));
            rest = behind;
            if tables && rows.len() > 1 {
                blocks.push(Block::Table(table(rows)));
            } else {
                let lines = rows.iter().map(|row| row.replace('\t', " "));
                blocks.extend(lines.map(Block::Closing));
            }
            continue;
        }
        if is_appendix(text) {
            let more = behind
                .iter()
                .take_while(|next| next.starts_with(char::is_lowercase));
            let (lines, behind) = rest.split_at(1 + more.count());
            let lines = lines.iter().map(|line| (*line).to_owned());
            blocks.push(Block::Appendix(lines.collect()));
            rest = behind;
            let short =
                |text: &&str| text.chars().count() < 200 && !text.ends_with(['.', ';', ':']);
            let short = |text: &&str| short(text) && !is_row(text);
            if let [caption, behind @ ..] = rest
                && short(caption)
            {
                blocks.push(Block::Caption((*caption).into()));
                rest = behind;
            }
            continue;
        }
        if let Some((signature, used)) = signature_over_lines(rest) {
            blocks.push(signature);
            rest = rest.get(used..).unwrap_or_default();
            continue;
        }
        rest = behind;
        match certified(text).and_then(|(mark, rest)| Some((mark, signature(rest)?))) {
            Some((mark, signature)) => {
                blocks.push(Block::Closing(mark.to_owned()));
                blocks.push(signature);
            }
            None => blocks.push(signature(text).unwrap_or_else(|| Block::Closing((*text).into()))),
        }
    }
}

/// Lays running text out, whose tables are rows like those of an appendix.
pub(super) fn told<'a>(
    texts: impl IntoIterator<Item = &'a String>,
    tables: bool,
    blocks: &mut Vec<Block>,
) {
    let texts: Vec<&str> = paragraphs(texts).collect();
    let mut rest = texts.as_slice();
    while !rest.is_empty() {
        let (rows, behind) = rest.split_at(rows_of(rest).max(1));
        if tables && rows.len() > 1 {
            blocks.push(Block::Table(table(rows)));
        } else {
            let lines = rows.iter().map(|row| row.replace('\t', " "));
            blocks.extend(lines.map(Block::Paragraph));
        }
        rest = behind;
    }
}

/// How many rows of a table the lines begin with.
fn rows_of(lines: &[&str]) -> usize {
    lines.iter().take_while(|text| is_row(text)).count()
}

fn is_row(text: &str) -> bool {
    text.contains('\t') && signature(text).is_none()
}

/// Rows as a table: the first names the columns, which are as wide as what stands in them asks for.
fn table(rows: &[&str]) -> Table {
    /// Parts are about a letter: room around a cell's words, the longest word that is not parted, and
    /// where a column is wide enough to go on in the next line.
    const AROUND: usize = 4;
    const WORD: usize = 14;
    const WIDE: usize = 30;
    let mut rows = rows
        .iter()
        .map(|row| row.split('\t').map(str::trim).collect::<Vec<_>>());
    let headings = rows.next().unwrap_or_default();
    let rows: Vec<Vec<&str>> = rows.collect();
    let count = rows.iter().map(Vec::len).chain([headings.len()]).max();
    let of = |row: &[&str], n: usize| row.get(n).copied().unwrap_or_default().to_owned();
    let columns = (0..count.unwrap_or_default()).map(|n| {
        let heading = of(&headings, n);
        let cells: Vec<String> = rows.iter().map(|row| of(row, n)).collect();
        let words = cells
            .iter()
            .chain([&heading])
            .flat_map(|cell| cell.split_whitespace());
        let longest = words
            .map(|word| word.chars().count())
            .max()
            .unwrap_or_default();
        let told: usize = cells.iter().map(|cell| cell.chars().count()).sum();
        let average = told / rows.len().max(1);
        let width = average.min(WIDE).max(longest.min(WORD)) + AROUND;
        Column {
            width: u32::try_from(width).unwrap_or(1),
            heading,
        }
    });
    let columns: Vec<Column> = columns.collect();
    let rows = rows.iter().map(|row| Row::Cells {
        id: None,
        cells: (0..columns.len()).map(|n| of(row, n)).collect(),
    });
    Table {
        rows: rows.collect(),
        columns,
    }
}

/// «Приложение», «Приложение 2», «Приложение № 1 к резолюции».
pub(super) fn is_appendix(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words
        .next()
        .is_some_and(|word| matches!(word, "Приложение" | "ПРИЛОЖЕНИЕ"))
        && words.clone().count() < 12
        && words.next().is_none_or(|word| {
            matches!(word, "№" | "к") || word.trim_start_matches('№').parse::<u32>().is_ok()
        })
}

/// «Верно. Секретарь …» is a mark and a signature.
fn certified(text: &str) -> Option<(&'static str, &str)> {
    let rest = text
        .strip_prefix("Верно")
        .or_else(|| text.strip_prefix("ВЕРНО"))?;
    let rest = rest.trim_start_matches(['.', ':', ',', ' ']);
    (!rest.is_empty()).then_some(("Верно", rest))
}

/// «Утверждён приказом … от … № …» as the lines of a corner.
pub(super) fn approval(text: &str) -> Option<Vec<String>> {
    let text = unpointed(text.trim());
    let (head, rest) = text.split_once(' ')?;
    if !head.to_lowercase().starts_with("утвержд") {
        return None;
    }
    let mut lines = vec![head.to_uppercase()];
    // The date and the number of the act stand on a line of their own.
    let dated = rest.rmatch_indices(" от ").find_map(|(at, _)| {
        let (act, date) = rest.split_at_checked(at)?;
        let date = date.trim_start();
        let day = date.strip_prefix("от ")?;
        day.starts_with(|c: char| c.is_ascii_digit())
            .then_some([act, date])
    });
    match dated {
        Some(parts) => lines.extend(parts.map(str::to_owned)),
        None => lines.push(rest.to_owned()),
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn appendix_and_mark_of_a_true_copy_are_known() {
        let closing = [
            "Верно. Секретарь конференции О.Н. Берёзова",
            "Приложение № 1",
            "к резолюции конференции",
            "График выездов",
            "1 Выезд в школу",
        ];
        let mut blocks = Vec::new();
        lay(&closing.map(Into::into), true, &mut blocks);
        assert_eq!(
            blocks,
            [
                Block::Closing("Верно".into()),
                Block::Signature {
                    post: "Секретарь конференции".into(),
                    name: Some("О.Н. Берёзова".into())
                },
                Block::Appendix(vec![
                    "Приложение № 1".into(),
                    "к резолюции конференции".into()
                ]),
                Block::Caption("График выездов".into()),
                Block::Closing("1 Выезд в школу".into()),
            ]
        );
        assert!(!is_appendix(
            "Приложение к настоящей резолюции направить в школы района до конца года и не позднее января"
        ));
    }

    #[test]
    fn rows_of_an_appendix_are_a_table_and_a_signature_in_cells_is_none() {
        let closing = [
            "Приложение 1",
            "График выездов",
            "№\tШкола\tДата",
            "1\tшкола № 5\t12 мая",
            "2\tшкола № 7",
            "Председатель\t\tА.В. Громова",
        ];
        let mut blocks = Vec::new();
        lay(&closing.map(Into::into), true, &mut blocks);
        let Block::Table(table) = &blocks[2] else {
            panic!("{blocks:?}");
        };
        let names: Vec<&str> = table.columns.iter().map(|it| it.heading.as_str()).collect();
        assert_eq!(names, ["№", "Школа", "Дата"]);
        let last = Row::Cells {
            id: None,
            cells: ["2", "школа № 7", ""].map(Into::into).into(),
        };
        assert_eq!(table.rows[1], last);
        assert!(matches!(&blocks[3], Block::Signature { name: Some(_), .. }));
        let mut lines = Vec::new();
        lay(&closing.map(Into::into), false, &mut lines);
        assert!(lines.contains(&Block::Closing("1 школа № 5 12 мая".into())));
    }

    #[test]
    fn approval_is_set_line_by_line() {
        assert_eq!(
            approval("Утверждён приказом Управления от 4 сентября 2026 года № 214"),
            Some(vec![
                "УТВЕРЖДЁН".into(),
                "приказом Управления".into(),
                "от 4 сентября 2026 года № 214".into()
            ])
        );
        assert_eq!(approval("Принят участниками"), None);
    }
}
