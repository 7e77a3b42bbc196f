//! The report on execution (справка об исполнении): numbers, a table, what was not done and why.

use svod_model::Resolution;
use svod_model::control::{Status, Urgency};

use super::{ControlRow, ControlTitle, day, measured, planned};
use crate::Profile;
use crate::papers::of_what;
use crate::profile::Margins;
use crate::sheet::{Block, Row, Sheet, Table};
use crate::typography::capital;

/// The page of the report: its table needs the width and the height of a turned sheet more than the
/// body text needs its size. Margins are those the standard asks for at least.
pub fn report_profile() -> Profile {
    Profile {
        margins: Margins {
            left_mm: 20.0,
            right_mm: 10.0,
            top_mm: 20.0,
            bottom_mm: 20.0,
        },
        size_pt: 12.0,
        line_spacing: 1.0,
        ..Profile::default()
    }
}

/// The report on the execution of a resolution, on a turned sheet. Who answers for directives stands
/// once above them, not in every row: names of bodies are longer than tasks.
pub fn control_report(resolution: &Resolution, title: &ControlTitle, rows: &[ControlRow]) -> Sheet {
    let what = format!("об исполнении {}", of_what(resolution));
    let mut blocks = vec![
        Block::Kind("СПРАВКА".into()),
        Block::Of(what.clone()),
        Block::Of(format!(
            "за период с {} по {}",
            day(title.adopted_on),
            day(title.on)
        )),
    ];
    blocks.extend(numbers(title).map(Block::Paragraph));
    blocks.push(Block::Table(all(rows)));
    plan_and_fact(rows, &mut blocks);
    unfulfilled(title, rows, &mut blocks);
    // Who makes the report out writes themselves in.
    blocks.push(Block::Closing(
        "Должность ____________________ И.О. Фамилия".into(),
    ));
    Sheet {
        title: format!("Справка {what}"),
        subject: String::new(),
        document_id: None,
        landscape: true,
        blocks,
    }
}

fn numbers(title: &ControlTitle) -> impl Iterator<Item = String> {
    let counted = title.discipline;
    let due = match counted.due {
        0 => "Подлежало исполнению: 0.".to_owned(),
        due => format!(
            "Подлежало исполнению: {due}; из них исполнено в срок: {}, исполнено с нарушением срока: {}, не исполнено: {}.",
            counted.on_time, counted.late, counted.open
        ),
    };
    let lifted = counted
        .all
        .saturating_sub(counted.due + counted.ahead + counted.undated);
    let rest = [
        ("Срок не наступил", counted.ahead),
        ("Без срока", counted.undated),
        ("Снято с контроля", lifted),
    ];
    let rest: String = rest
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(what, count)| format!(" {what}: {count}."))
        .collect();
    let discipline = match counted.percent {
        Some(percent) => format!(
            "Исполнительская дисциплина: {percent} % (исполнено в срок {} из {} подлежавших исполнению).",
            counted.on_time, counted.due
        ),
        None => "Исполнительская дисциплина не исчисляется: сроки поручений ещё не наступили."
            .to_owned(),
    };
    let all = format!("Поставлено на контроль поручений: {}.", counted.all);
    [format!("{all} {due}{rest}"), discipline].into_iter()
}

fn all(rows: &[ControlRow]) -> Table {
    let table = Table::of(&[
        ("Пункт", 6),
        ("Поручение", 39),
        ("Срок", 9),
        ("Состояние", 16),
        ("Информация об исполнении", 17),
        ("Подтверждение", 13),
    ]);
    grouped(table, rows.iter(), |row| {
        vec![
            row.number.clone(),
            row.text.clone(),
            due(row),
            state(row),
            row.done.clone(),
            row.evidence.clone(),
        ]
    })
}

/// The day a directive is due on. That it is a day off is a hint for who still has to meet it, not for who
/// reads how it was met.
fn due(row: &ControlRow) -> String {
    row.due.map_or_else(|| row.due_words.clone(), day)
}

/// Rows under the names of their session and of who answers for them.
fn grouped<'a>(
    mut table: Table,
    rows: impl Iterator<Item = &'a ControlRow>,
    cells: impl Fn(&ControlRow) -> Vec<String>,
) -> Table {
    let (mut session, mut responsible) = ("", "");
    for row in rows {
        if row.session != session {
            session = &row.session;
            responsible = "";
            if !session.is_empty() {
                table.rows.push(Row::Part(session.to_owned()));
            }
        }
        if row.responsible != responsible {
            responsible = &row.responsible;
            table.rows.push(Row::Part(capital(responsible)));
        }
        table.rows.push(Row::Cells {
            id: None,
            cells: cells(row),
        });
    }
    table
}

/// How a directive stands, as a reader of the report has to understand it: «на контроле» says nothing of
/// whether its day is over.
fn state(row: &ControlRow) -> String {
    let stands = standing(row);
    let Some(from) = row.prolonged_from.map(day) else {
        return stands;
    };
    let prolonged = Status::Prolonged.name();
    match stands.strip_prefix(prolonged) {
        Some(rest) => format!("{prolonged} с {from}{rest}"),
        None => format!("{stands}; срок был продлён с {from}"),
    }
}

fn standing(row: &ControlRow) -> String {
    let name = row.status.name();
    if let Some(on) = row.closed_on {
        return format!("{name} {}", day(on));
    }
    match (row.status, row.urgency) {
        (Status::OnControl, Urgency::Late) => "не исполнено, срок истёк".into(),
        (Status::OnControl, Urgency::Today | Urgency::Soon | Urgency::Later) => {
            "срок не наступил".into()
        }
        (Status::OnControl, Urgency::Undated) if row.due_words.is_empty() => {
            "на контроле, без срока".into()
        }
        (Status::Permanent, Urgency::Late) => format!("{name}, срок отчёта истёк"),
        (_, Urgency::Late) => format!("{name}, срок истёк"),
        _ => name.into(),
    }
}

/// Plan and fact: every target with what is known of it; nothing where no directive has one.
fn plan_and_fact(rows: &[ControlRow], blocks: &mut Vec<Block>) {
    let targets = || {
        let own = rows.iter();
        own.flat_map(|row| row.targets.iter().map(move |target| (row, target)))
    };
    let all = targets().count();
    if all == 0 {
        return;
    }
    let of = |reached| {
        targets()
            .filter(|(_, target)| target.reached == reached)
            .count()
    };
    blocks.push(Block::Caption("Показатели: план и факт".into()));
    blocks.push(Block::Paragraph(format!(
        "Целевых показателей: {all}; достигнуто: {}, не достигнуто: {}, нет данных: {}.",
        of(Some(true)),
        of(Some(false)),
        of(None)
    )));
    let mut table = Table::of(&[
        ("Пункт", 6),
        ("Показатель", 39),
        ("План", 17),
        ("Факт", 15),
        ("Достигнут", 9),
        ("Источник", 14),
    ]);
    table.rows = targets()
        .map(|(row, target)| {
            let fact = match (target.fact, target.on) {
                (Some(fact), Some(on)) => {
                    format!("{} на {}", measured(fact, &target.unit), day(on))
                }
                _ => "нет данных".to_owned(),
            };
            let plan = match target.by.or(row.due) {
                Some(by) => format!("{} к {}", planned(target), day(by)),
                None => planned(target),
            };
            let reached = match target.reached {
                Some(true) => "да",
                Some(false) => "нет",
                None => "—",
            };
            let what = if target.subject.is_empty() {
                &row.text
            } else {
                &target.subject
            };
            Row::Cells {
                id: None,
                cells: vec![
                    row.number.clone(),
                    what.clone(),
                    plan,
                    fact,
                    reached.to_owned(),
                    target.source.clone().unwrap_or_default(),
                ],
            }
        })
        .collect();
    blocks.push(Block::Table(table));
}

/// What was due and is not done, with the reasons. What is not due yet is no failure of anybody.
fn unfulfilled(title: &ControlTitle, rows: &[ControlRow], blocks: &mut Vec<Block>) {
    let failed = |row: &&ControlRow| row.status == Status::NotDone || row.urgency == Urgency::Late;
    if !rows.iter().any(|row| failed(&row)) {
        blocks.push(Block::Paragraph(
            "Поручений, не исполненных к сроку, нет.".into(),
        ));
        return;
    }
    blocks.push(Block::Caption("Не исполнено к сроку".into()));
    let table = Table::of(&[
        ("Пункт", 6),
        ("Поручение", 51),
        ("Срок", 9),
        ("Причина", 34),
    ]);
    let table = grouped(table, rows.iter().filter(failed), |row| {
        let reason = match row.reason.as_str() {
            "" => "не указана",
            reason => reason,
        };
        vec![
            row.number.clone(),
            row.text.clone(),
            due(row),
            reason.to_owned(),
        ]
    });
    blocks.push(Block::Table(table));
    if title.over {
        blocks.push(Block::Paragraph(
            "Предлагается включить эти поручения в проект резолюции следующего года.".into(),
        ));
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use svod_model::Kind;
    use svod_model::control::{Discipline, Schedule, Standing};

    use super::*;

    fn row(number: &str, who: &str, status: Status, urgency: Urgency) -> ControlRow {
        ControlRow {
            number: number.into(),
            text: format!("провести смотр {number}"),
            responsible: who.into(),
            due: NaiveDate::from_ymd_opt(2026, 10, 1),
            status,
            urgency,
            ..ControlRow::default()
        }
    }

    fn report(over: bool, rows: &[ControlRow]) -> String {
        let resolution = Resolution {
            kind: Kind::Resolution,
            title: "Резолюция августовской конференции Озёрного района".into(),
            ..Resolution::default()
        };
        let schedule = Schedule {
            days: NaiveDate::from_ymd_opt(2026, 10, 1).into_iter().collect(),
            permanent: false,
        };
        let on = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap_or_default();
        let title = ControlTitle {
            title: resolution.title.clone(),
            adopted_on: on,
            on,
            discipline: Discipline::of([&Standing::of(&schedule, [])], on),
            over,
        };
        crate::sheet_text(&control_report(&resolution, &title, rows))
    }

    #[test]
    fn report_is_named_after_its_document_and_counts_what_is_not_due() {
        let text = report(false, &[]);
        assert!(
            text.contains("об исполнении резолюции августовской конференции"),
            "{text}"
        );
        assert!(text.contains("Подлежало исполнению: 0. Срок не наступил: 1."));
        assert!(!text.contains("Без срока"));
    }

    #[test]
    fn the_day_of_execution_and_the_day_before_it_was_prolonged_are_told() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day);
        let done = ControlRow {
            closed_on: day(11, 28),
            prolonged_from: day(10, 1),
            ..row("1.1.", "ИМЦ", Status::DoneLate, Urgency::Closed)
        };
        assert_eq!(
            state(&done),
            "исполнено с нарушением срока 28.11.2026; срок был продлён с 01.10.2026"
        );
        let prolonged = ControlRow {
            prolonged_from: day(9, 1),
            ..row("1.2.", "ИМЦ", Status::Prolonged, Urgency::Later)
        };
        assert_eq!(state(&prolonged), "срок продлён с 01.09.2026");
        let late = ControlRow {
            urgency: Urgency::Late,
            ..prolonged
        };
        assert_eq!(state(&late), "срок продлён с 01.09.2026, срок истёк");
    }

    #[test]
    fn only_what_was_due_is_not_done_and_the_rest_is_not_due_yet() {
        let rows = [
            row("1.1", "управление", Status::OnControl, Urgency::Later),
            row("1.2", "управление", Status::OnControl, Urgency::Late),
            row("1.3", "школы", Status::OnControl, Urgency::Undated),
            row("1.4", "школы", Status::Done, Urgency::Closed),
        ];
        let text = report(false, &rows);
        assert!(text.contains("срок не наступил"));
        assert!(text.contains("на контроле, без срока"));
        assert_eq!(text.matches("не исполнено, срок истёк").count(), 1);
        let (_, failed) = text.split_once("Не исполнено к сроку").unwrap();
        assert!(failed.contains("смотр 1.2") && !failed.contains("смотр 1.1"));
        assert!(!failed.contains("следующего года"));
        assert!(report(true, &rows).contains("следующего года"));
    }

    #[test]
    fn who_answers_is_named_once_above_the_rows() {
        let rows = ["1.1", "1.2", "2.1"].map(|number| {
            let who = if number == "2.1" {
                "школы"
            } else {
                "управление"
            };
            row(number, who, Status::Done, Urgency::Closed)
        });
        let text = report(true, &rows);
        assert_eq!(text.matches("Управление").count(), 1);
        assert_eq!(text.matches("Школы").count(), 1);
        assert!(text.contains("Поручений, не исполненных к сроку, нет."));
    }
}
