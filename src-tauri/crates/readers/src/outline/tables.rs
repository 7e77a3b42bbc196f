//! Tables that are plans: «№ | Мероприятие | Срок | Ответственный | Результат».

use svod_language::addressees::{self, Class};
use svod_language::words;

use super::{label, sessions};
use crate::hyphens;
use crate::manuscript::{IN_CELL, Line};

/// What a row of a plan is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Row {
    /// The names of the columns, or their numbers.
    Header(Option<svod_model::Columns>),
    /// A part of the plan over all columns.
    Part(String),
    /// One measure, or several in one cell.
    Task {
        /// What stands over several: «Провести конкурсы:».
        lead: Option<String>,
        measures: Vec<Measure>,
        responsible: String,
        /// What is expected of it, or how much.
        result: String,
        /// What the other columns say, in their order.
        others: Vec<String>,
    },
    /// A line that goes on with the row above it: a cell of the table was broken in the text.
    Rest,
}

/// A measure of a plan and when it is due, as printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Measure {
    pub(super) task: String,
    pub(super) deadline: String,
    /// The term is of all measures of its cell.
    pub(super) shares: bool,
}

/// Which column holds what.
#[derive(Clone, Debug, Default)]
struct Columns {
    task: usize,
    deadline: Option<usize>,
    responsible: Option<usize>,
    result: Option<usize>,
    others: Vec<usize>,
    count: usize,
}

/// Tables that only lay out a page: marks of approval in two cells, or in the right one, are the lines they consist
/// of. Nothing below the names of a plan's columns is touched.
pub(super) fn unfold(lines: Vec<Line>) -> Vec<Line> {
    let mut out = Vec::with_capacity(lines.len());
    let mut planned = false;
    for line in lines {
        planned |= line.text.contains(['\t', '|']) && columns(&cells(&line.text)).is_some();
        let filled = line.text.split('\t').filter(|cell| !cell.trim().is_empty());
        let filled: Vec<&str> = filled.collect();
        let marks = || filled.iter().any(|cell| marks_an_approval(cell));
        if planned
            || !line.text.contains(IN_CELL)
            || filled.len() != 1 && !(filled.len() == 2 && marks())
        {
            out.push(line);
            continue;
        }
        let parts = filled.iter().flat_map(|cell| cell.split(IN_CELL));
        let parts = parts.filter(|part| !part.trim().is_empty());
        out.extend(parts.enumerate().map(|(n, part)| Line {
            text: part.to_owned(),
            row: false,
            above: Vec::new(),
            // A name is of one paragraph.
            anchor: line.anchor.clone().filter(|_| n == 0),
            ..line.clone()
        }));
    }
    out
}

/// «УТВЕРЖДАЮ», «Согласовано», «ПРИНЯТО»: a cell that says who approved the document.
fn marks_an_approval(cell: &str) -> bool {
    let first = cell.split_whitespace().next().map(words::fold);
    let first = first.unwrap_or_default();
    ["утвержд", "согласован", "принят", "рассмотрен", "одобрен"]
        .iter()
        .any(|word| first.starts_with(word))
}

/// The rows of every plan among the lines, by the place of their line.
pub(super) fn rows(lines: &[Line]) -> Vec<Option<Row>> {
    let mut out: Vec<Option<Row>> = vec![None; lines.len()];
    let mut open: Option<Columns> = None;
    // The row above as printed, its cells filled from those above it.
    let mut above: Vec<String> = Vec::new();
    // The plan is a table of its container.
    let mut tabled = false;
    for (n, line) in lines.iter().enumerate() {
        if out[n].is_some() {
            continue;
        }
        let mut cells = cells(&line.text);
        if let Some(columns) = columns(&cells) {
            out[n] = Some(Row::Header(Some(columns.named(&cells))));
            open = Some(columns);
            tabled = line.row;
            continue;
        }
        let Some(columns) = &open else { continue };
        // «Председатель<tab><tab>И.О. Фамилия» behind a table is no row of it.
        if line.is_blank() || tabled && !line.row {
            continue;
        }
        // Another table below may be of something else.
        if tabled && !lines[n - 1].row && cells.len() != columns.count {
            open = None;
            continue;
        }
        // One term for several measures: what a cell over several rows says is said of each.
        let mut printed: Vec<String> = line.text.split('\t').map(str::to_owned).collect();
        for at in &line.above {
            let both = cells.get_mut(*at).zip(printed.get_mut(*at));
            if let (Some((cell, own)), Some(said)) = (both, above.get(*at)) {
                *cell = words::collapse(said);
                own.clone_from(said);
            }
        }
        // Only in a text are the cells of a row broken into lines.
        let broken = if line.row {
            0
        } else {
            gather(&mut cells, columns, &lines[n + 1..])
        };
        let printed_row = printed.join("\t");
        out[n] = row(&cells, columns, &lines[n + 1 + broken..]);
        if broken == 0
            && let Some(Row::Task { lead, measures, .. }) = &mut out[n]
        {
            part_measures(&printed_row, lead, measures);
        }
        if broken == 0
            && let Some(Row::Task { responsible, .. }) = &mut out[n]
            && let Some(names) = names_in_lines(&printed_row, responsible)
        {
            *responsible = names;
        }
        if out[n].is_none() {
            open = None;
        } else {
            above = printed;
            out[n + 1..=n + broken].fill(Some(Row::Rest));
        }
    }
    out
}

/// Adds to a numbered row the lines that a break in one of its cells made of it; gives how many there were:
/// «1.2.<tab>Проведение<tab>май<tab>Координатор» with «Андреева С.П.<tab>4 отделения» below.
fn gather(row: &mut Vec<String>, columns: &Columns, below: &[Line]) -> usize {
    if columns.task == 0 || !row.first().is_some_and(|cell| is_number(cell)) {
        return 0;
    }
    let mut used = 0;
    for line in below {
        let more = cells(&line.text);
        let first = more.first().map(String::as_str).unwrap_or_default();
        let goes_on =
            more.len() > 1 || first.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        let fits = row.len() + more.len() - 1 <= columns.count;
        // «2. Воспитание» below a row begins a part, «40 педагогов» goes on with it.
        let counted = more.len() == 1 && label::split(first).0.is_some();
        if line.is_blank()
            || is_number(first)
            || counted
            || !goes_on
            || !fits
            || self::columns(&more).is_some()
        {
            break;
        }
        if let Some(last) = row.last_mut() {
            hyphens::append(last, first);
        }
        row.extend(more.into_iter().skip(1));
        used += 1;
    }
    used
}

/// Enough cells for a row, or its number and the beginning of its task.
fn is_row(cells: &[String]) -> bool {
    cells.len() > 2 || cells.len() > 1 && is_number(&cells[0])
}

/// «4», «1.2.»
fn is_number(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_ascii_digit())
        && cell
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ')'))
}

fn row(cells: &[String], columns: &Columns, rest: &[Line]) -> Option<Row> {
    let filled: Vec<&String> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    let numbers = filled
        .iter()
        .enumerate()
        .all(|(n, cell)| cell.parse() == Ok(n + 1));
    if numbers && filled.len() > 2 {
        return Some(Row::Header(None));
    }
    if let ([only], true) = (filled.as_slice(), cells.len() == 1 || filled.len() == 1) {
        // A part's name stands over rows; a line behind the last row belongs to the text again.
        let more = rest
            .iter()
            .find(|line| !line.is_blank())
            .is_some_and(|line| is_row(&self::cells(&line.text)));
        let short = only.chars().count() < 200;
        return (more && short).then(|| Row::Part(part_name(only)));
    }
    let numeral = |cell: &str| {
        let roman = |c: char| matches!(c, 'I' | 'V' | 'X' | '.' | ')');
        cell.starts_with(['I', 'V', 'X']) && cell.chars().all(roman)
    };
    if let [number, name] = filled.as_slice()
        && numeral(number)
        && rest
            .first()
            .is_some_and(|line| is_row(&self::cells(&line.text)))
    {
        return Some(Row::Part(part_name(name)));
    }
    let numbered = columns.task > 0 && cells.first().is_some_and(|cell| is_number(cell));
    if cells.len() < 3 || cells.len() + 1 < columns.count && !numbered {
        // «№ | Название» over the whole width.
        let name = filled
            .iter()
            .find(|cell| cell.chars().any(char::is_alphabetic));
        let more = rest
            .first()
            .is_some_and(|line| is_row(&self::cells(&line.text)));
        return match name {
            Some(name) if cells.len() == 2 && more => Some(Row::Part(part_name(name))),
            _ => None,
        };
    }
    // A row without its number cell is shifted by one.
    let shift = usize::from(cells.len() + 1 == columns.count && columns.task > 0 && !numbered);
    let cell = |at: Option<usize>| -> String {
        at.and_then(|at| cells.get(at.checked_sub(shift)?))
            .cloned()
            .unwrap_or_default()
    };
    let task = cell(Some(columns.task));
    if task.is_empty() {
        return None;
    }
    let deadline = cell(columns.deadline);
    Some(Row::Task {
        lead: None,
        measures: vec![Measure {
            task,
            deadline,
            shares: false,
        }],
        responsible: cell(columns.responsible),
        result: cell(columns.result),
        others: columns.others.iter().map(|at| cell(Some(*at))).collect(),
    })
}

/// Several measures in one cell: a list, or as many lines as the cell of the terms has. `row` is the line they
/// were read from; their terms, if as many, are theirs one by one.
fn part_measures(row: &str, lead: &mut Option<String>, measures: &mut Vec<Measure>) {
    let [whole] = measures.as_slice() else { return };
    let Some(mut tasks) = lines_of(row, &whole.task).filter(|tasks| tasks.len() > 1) else {
        return;
    };
    let terms = lines_of(row, &whole.deadline).unwrap_or_default();
    let marked = |task: &String| label::split(task).0.is_some();
    // What stands below a colon is a list, marked or not.
    let led = tasks[0].ends_with(':') && (tasks.len() > 2 || tasks[1..].iter().all(marked));
    let capital = |task: &String| task.starts_with(char::is_uppercase);
    let beside = terms.len() == tasks.len() && tasks.iter().all(capital);
    if !led && !beside && !tasks.iter().all(marked) {
        return;
    }
    if led {
        *lead = Some(tasks.remove(0));
    }
    let one_by_one = terms.len() == tasks.len();
    let deadline = whole.deadline.clone();
    *measures = tasks
        .iter()
        .enumerate()
        .map(|(n, task)| Measure {
            task: label::split(task).1.to_owned(),
            deadline: if one_by_one {
                terms[n].clone()
            } else {
                deadline.clone()
            },
            shares: !one_by_one,
        })
        .collect();
}

/// The lines of a cell of a row.
fn lines_of(row: &str, cell: &str) -> Option<Vec<String>> {
    let printed = row.split('\t').find(|one| words::collapse(one) == *cell)?;
    let lines = printed.split(IN_CELL).map(words::collapse);
    Some(lines.filter(|line| !line.is_empty()).collect())
}

/// «ММЦ» over «руководители ОО» without a comma: bodies, each on a line of its own.
fn names_in_lines(row: &str, cell: &str) -> Option<String> {
    let lines = lines_of(row, cell).filter(|lines| lines.len() > 1)?;
    let known = |line: &String| {
        let line = line.trim_end_matches([',', ';']);
        let first = line.split_whitespace().next().unwrap_or_default();
        let short = (2..8).contains(&first.chars().count())
            && first.chars().all(char::is_uppercase)
            && line == first;
        short || addressees::class(line) != Class::Other || addressees::ends_in_initials(line)
    };
    let whole = lines.iter().all(known) && !lines[1..].iter().any(|line| line.starts_with('('));
    whole.then(|| {
        let names = lines.iter().map(|line| line.trim_end_matches([',', ';']));
        names.collect::<Vec<_>>().join(", ")
    })
}

/// The columns a row of headings names, if it is one of a plan.
fn columns(cells: &[String]) -> Option<Columns> {
    let row = cells.first().is_some_and(|cell| is_number(cell));
    if row || cells.len() < 3 || cells.iter().any(|cell| cell.chars().count() > 80) {
        return None;
    }
    let place = |starts: &[&str]| {
        cells.iter().position(|cell| {
            let cell = words::fold(cell);
            starts.iter().any(|start| cell.contains(start))
        })
    };
    let task = place(&[
        "мероприят",
        "поручени",
        "содержание",
        "наименование",
        "направлени",
        "задач",
        "пункт решения",
        "вид работ",
        "наименование работ",
        "что сделать",
        "действи",
    ]);
    // «Решение», and no measure that speaks of one.
    let decided = || {
        let named = ["решени", "рекомендаци", "предложени"];
        cells.iter().position(|cell| {
            let cell = words::fold(cell);
            let short = cell.split_whitespace().count() < 3;
            short && named.iter().any(|name| cell.contains(name))
        })
    };
    let task = task.or_else(decided)?;
    let deadline = place(&["срок", "дата", "период"]);
    let responsible = place(&["ответственн", "исполнител", "адресат", "кому"]);
    let result = place(&["результат", "показател", "ожидаем"]);
    let number = number(cells);
    let known = [number, Some(task), deadline, responsible, result];
    (deadline.is_some() || responsible.is_some()).then(|| Columns {
        task,
        deadline,
        responsible,
        result,
        others: (0..cells.len())
            .filter(|at| !known.contains(&Some(*at)))
            .collect(),
        count: cells.len(),
    })
}

/// The column of the numbers: it stands first.
fn number(cells: &[String]) -> Option<usize> {
    let first = words::fold(cells.first()?);
    let names = ["№", "п/п", "номер"];
    let numbers = first.is_empty() || names.iter().any(|name| first.starts_with(name));
    numbers.then_some(0)
}

impl Columns {
    /// The headings as printed.
    fn named(&self, cells: &[String]) -> svod_model::Columns {
        let heading = |at: Option<usize>| at.and_then(|at| cells.get(at)).cloned();
        svod_model::Columns {
            number: heading(number(cells)),
            task: heading(Some(self.task)).unwrap_or_default(),
            deadline: heading(self.deadline),
            responsible: heading(self.responsible),
            result: heading(self.result),
            others: self
                .others
                .iter()
                .filter_map(|at| heading(Some(*at)))
                .collect(),
        }
    }
}

/// The rows of tables that are no plans, by the place of their line: neighbours of as many cells, three
/// or more. Two cells may as well be a post and a name, and a number in front makes a list.
pub(super) fn kept(lines: &[Line], plans: &[Option<Row>]) -> Vec<Option<String>> {
    let mut out: Vec<Option<String>> = vec![None; lines.len()];
    let mut from = 0;
    while from < lines.len() {
        let row = |n: usize| -> Option<Vec<String>> {
            let line = lines.get(n)?;
            let own = plans.get(n).is_some_and(Option::is_none) && line.said.role.is_none();
            let parted = line.label.is_none() && line.text.contains(['\t', '|']);
            Some(cells(&line.text)).filter(|cells| own && parted && cells.len() > 2)
        };
        let first = row(from).filter(|cells| {
            let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
            let listed = label::split(&format!("{} x", cells[0])).0.is_some();
            filled > 1 && !listed
        });
        let count = first.as_ref().map_or(0, Vec::len);
        let rows: Vec<String> = (from..)
            .map_while(row)
            .take_while(|cells| cells.len() == count)
            .map(|cells| cells.join("\t"))
            .collect();
        let used = rows.len();
        if used > 1 {
            for (place, row) in out[from..].iter_mut().zip(rows) {
                *place = Some(row);
            }
        }
        from += used.max(1);
    }
    out
}

/// The cells of a row that is kept as it stands, parted by tabs; nothing for a line that is no row.
pub(super) fn kept_row(text: &str) -> Option<String> {
    let cells = cells(text);
    (cells.len() > 1).then(|| cells.join("\t"))
}

/// «Приложение 2 к резолюции»: what follows belongs to it.
pub(super) fn begins_appendix(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next().is_some_and(|word| {
        matches!(
            word.trim_end_matches(['.', ':']),
            "Приложение" | "ПРИЛОЖЕНИЕ"
        )
    }) && words.clone().count() < 12
        && words.next().is_none_or(|word| {
            let word = word.trim_start_matches('№').trim_end_matches(['.', ':']);
            word.is_empty() || word == "к" || word.parse::<u32>().is_ok()
        })
}

/// The cells of a line: parted by tabs, or by bars as Markdown does.
fn cells(text: &str) -> Vec<String> {
    let bars = text.trim().starts_with('|') && text.trim().ends_with('|') && text.len() > 2;
    let parts: Vec<&str> = if bars {
        let inner = text.trim().trim_start_matches('|');
        inner
            .strip_suffix('|')
            .unwrap_or(inner)
            .split('|')
            .collect()
    } else {
        text.split('\t').collect()
    };
    parts.into_iter().map(words::collapse).collect()
}

/// «Раздел 1. Кадры» is called «Кадры».
fn part_name(text: &str) -> String {
    let text = text.trim();
    let text = ["Раздел", "РАЗДЕЛ", "Направление", "Блок"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    // «2027 год» is a name.
    if text.trim().chars().take_while(char::is_ascii_digit).count() == 4 {
        return text.trim().to_owned();
    }
    let bare = text.trim_start_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ')' | ' ' | 'I' | 'V' | 'X' | '№' | ':' | '–' | '-')
    });
    let bare = sessions::unmarked(bare);
    if bare.is_empty() { text.trim() } else { bare }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(lines: &[&str]) -> Vec<Line> {
        let line = |text: &&str| Line {
            text: (*text).to_owned(),
            ..Line::default()
        };
        lines.iter().map(line).collect()
    }

    fn read(lines: &[&str]) -> Vec<Option<Row>> {
        rows(&plain(lines))
    }

    fn task(task: &str, deadline: &str, responsible: &str) -> Option<Row> {
        Some(Row::Task {
            lead: None,
            measures: vec![measure(task, deadline)],
            responsible: responsible.into(),
            result: String::new(),
            others: Vec::new(),
        })
    }

    fn measure(task: &str, deadline: &str) -> Measure {
        Measure {
            task: task.into(),
            deadline: deadline.into(),
            shares: false,
        }
    }

    #[test]
    fn a_row_goes_on_in_the_lines_its_cells_were_broken_into() {
        let found = read(&[
            "№\tМероприятие\tСрок\tОтветственный\tРезультат",
            "1.1\tПроведение слёта по воспита-",
            "нию\tмай 2027 г.\tКоординатор",
            "Андреева С.П.\tРешение слёта",
            "1.2\tРевизия музеев\tежемесячно\tДом творчества",
            "1.3\tОбучение\tиюнь\tИМЦ\tНе менее",
            "40 педагогов",
            "Раздел II. Кадры",
            "2.1\tЗаявка на",
            "обучение\tиюль\tУО\t",
        ]);
        let whole = |task: &str, deadline: &str, responsible: &str, result: &str| {
            Some(Row::Task {
                lead: None,
                measures: vec![measure(task, deadline)],
                responsible: responsible.into(),
                result: result.into(),
                others: Vec::new(),
            })
        };
        assert_eq!(
            found[1..],
            [
                whole(
                    "Проведение слёта по воспитанию",
                    "май 2027 г.",
                    "Координатор Андреева С.П.",
                    "Решение слёта"
                ),
                Some(Row::Rest),
                Some(Row::Rest),
                whole("Ревизия музеев", "ежемесячно", "Дом творчества", ""),
                whole("Обучение", "июнь", "ИМЦ", "Не менее 40 педагогов"),
                Some(Row::Rest),
                Some(Row::Part("Кадры".into())),
                whole("Заявка на обучение", "июль", "УО", ""),
                Some(Row::Rest),
            ]
        );
    }

    #[test]
    fn a_plan_is_known_by_the_names_of_its_columns() {
        let found = read(&[
            "№\tМероприятие\tСрок\tОтветственный",
            "1\t2\t3\t4",
            "Раздел I. Кадры",
            "1.\tПровести смотр\tмай 2026 г.\tИМЦ",
            "Открыть класс\tиюнь 2026 г.\tшколы",
            "Председатель",
        ]);
        assert_eq!(
            found,
            [
                Some(Row::Header(Some(svod_model::Columns {
                    number: Some("№".into()),
                    task: "Мероприятие".into(),
                    deadline: Some("Срок".into()),
                    responsible: Some("Ответственный".into()),
                    ..svod_model::Columns::default()
                }))),
                Some(Row::Header(None)),
                Some(Row::Part("Кадры".into())),
                task("Провести смотр", "май 2026 г.", "ИМЦ"),
                task("Открыть класс", "июнь 2026 г.", "школы"),
                None,
            ]
        );
        let bars = read(&[
            "| Мероприятие | Срок | Кому |",
            "| Провести | 1 мая | школам |",
        ]);
        assert_eq!(bars[1], task("Провести", "1 мая", "школам"));
        assert_eq!(
            read(&["Школа\tУчеников\tКлассов", "1\t300\t12"]),
            [None, None]
        );
    }

    #[test]
    fn what_a_cell_over_rows_says_is_said_of_each_and_numerals_count_parts() {
        let mut lines = plain(&[
            "№\tМероприятие\tСрок\tОтветственный",
            "I\tКАДРЫ\t\t",
            "1\tПровести смотр\tмай\tИМЦ",
            "2\tОткрыть класс\t\t",
            "3\tОбновить сайт\t\tшколы",
        ]);
        lines[3].above = vec![2, 3];
        assert_eq!(
            rows(&lines)[1..],
            [
                Some(Row::Part("КАДРЫ".into())),
                task("Провести смотр", "май", "ИМЦ"),
                task("Открыть класс", "май", "ИМЦ"),
                task("Обновить сайт", "", "школы"),
            ]
        );
    }

    #[test]
    fn a_cell_may_hold_several_measures() {
        let found = |row: &str| -> (Option<String>, Vec<Measure>) {
            let row = row.replace('|', IN_CELL);
            match read(&["№\tМероприятие\tСрок\tКому", &row]).pop().flatten() {
                Some(Row::Task { lead, measures, .. }) => (lead, measures),
                other => panic!("{other:?}"),
            }
        };
        let shared = |task: &str| Measure {
            shares: true,
            ..measure(task, "май")
        };
        assert_eq!(
            found("1\tКонкурсы:|- чтецов;|- певцов\t|май|июнь\tИМЦ"),
            (
                Some("Конкурсы:".into()),
                vec![measure("чтецов;", "май"), measure("певцов", "июнь")]
            )
        );
        assert_eq!(
            found("1\tКонкурсы:|чтецов|певцов\tмай\tИМЦ").1,
            [shared("чтецов"), shared("певцов")]
        );
        assert_eq!(
            found("1\t1) смотр;|2) слёт\tмай\tИМЦ").1,
            [shared("смотр;"), shared("слёт")]
        );
        assert_eq!(
            found("1\tСмотр кружков|Слёт\tмай|июнь\tИМЦ").1,
            [measure("Смотр кружков", "май"), measure("Слёт", "июнь")]
        );
        // A line broken by hand.
        assert_eq!(
            found("1\tСмотр кружков|и секций\tмай–|июнь\tИМЦ").1,
            [measure("Смотр кружков и секций", "май– июнь")]
        );
    }

    #[test]
    fn lines_behind_a_table_are_none_of_its_rows() {
        let mut lines = plain(&[
            "№\tРешение\tСрок\tОтветственный",
            "1\tСмотр\tмай\tММЦ\u{2028}руководители школ",
            "1.1\tКонкурс\tмай\t",
            "2027 год",
            "2.1\tСлёт\tиюнь\tПерова А.А.",
            "Председатель\t\tА.В. Громова",
        ]);
        for line in &mut lines[..5] {
            line.row = true;
        }
        lines[2].above = vec![3];
        assert_eq!(
            rows(&lines)[1..],
            [
                task("Смотр", "май", "ММЦ, руководители школ"),
                task("Конкурс", "май", "ММЦ, руководители школ"),
                Some(Row::Part("2027 год".into())),
                task("Слёт", "июнь", "Перова А.А."),
                None
            ]
        );
    }

    #[test]
    fn marks_of_approval_in_two_cells_are_lines() {
        let texts = |text: &str| -> Vec<String> {
            let lines = unfold(plain(&[text])).into_iter();
            lines.map(|line| line.text).collect()
        };
        assert_eq!(
            texts("СОГЛАСОВАНО\u{2028}Профсоюз\tУТВЕРЖДЕНО\u{2028}приказом"),
            ["СОГЛАСОВАНО", "Профсоюз", "УТВЕРЖДЕНО", "приказом"]
        );
        assert_eq!(texts("Председатель\u{2028}совета\tА.В. Громова").len(), 1);
    }

    #[test]
    fn other_tables_are_neighbours_of_as_many_cells() {
        let kept = |lines: &[&str]| -> Vec<Option<String>> {
            kept(&plain(lines), &vec![None; lines.len()])
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            kept(&[
                "| Показатель | 2026 | 2027 |",
                "| Охват, % | 78 | 83 |",
                "Школам:"
            ]),
            [
                some("Показатель\t2026\t2027"),
                some("Охват, %\t78\t83"),
                None
            ]
        );
        for text in [
            &["Председатель\tА.В. Громова", "Секретарь\tО.П. Камышина"][..],
            &[
                "1.\tПровести смотр\tмай 2027 г.",
                "2.\tОткрыть класс\tиюнь 2027 г.",
            ],
            &["Школа\tУчеников\tКлассов"],
        ] {
            assert!(kept(text).iter().all(Option::is_none), "{text:?}");
        }
    }
}
