use std::collections::BTreeSet;

use svod_model::{Directive, Group, Id, Resolution, Section};

use super::*;
use crate::{Block, Sheet, sheet_text};

fn directive(id: &str, text: &str) -> Directive {
    Directive {
        id: Id::new(id),
        text: text.into(),
        ..Directive::default()
    }
}

fn resolution() -> Resolution {
    let group = |id: &str, to: &[&str], directives| Group {
        id: Id::new(id),
        heading: to.join(", "),
        addressees: to.iter().map(|name| (*name).to_owned()).collect(),
        directives,
        ..Group::default()
    };
    let with_lead = |id: &str, text: &str| Directive {
        lead: Some("в каникулы:".into()),
        ..directive(id, text)
    };
    let own = Directive {
        addressee: Some("ИМЦ".into()),
        ..directive("c", "ИМЦ провести смотр")
    };
    Resolution {
        title: "Итоговая резолюция форума «Школа»".into(),
        sections: vec![Section {
            lead_in: Some("Участники рекомендуют:".into()),
            groups: vec![
                group(
                    "g1",
                    &["Управлению"],
                    vec![
                        directive("a", "утвердить план"),
                        directive("b", "открыть класс"),
                        own,
                    ],
                ),
                group(
                    "g2",
                    &["Школам", "Управлению"],
                    vec![
                        with_lead("d", "провести сборы"),
                        with_lead("e", "провести поход"),
                        directive("f", "сдать отчёт"),
                    ],
                ),
            ],
            ..Section::default()
        }],
        closing: vec!["Контроль возложить на совет.".into()],
        ..Resolution::default()
    }
}

fn ids(sheet: &Sheet) -> Vec<&str> {
    let named = sheet.blocks.iter().filter_map(|block| match block {
        Block::Item { id, .. } | Block::SubItem { id, .. } => Some(id.as_str()),
        _ => None,
    });
    named.collect()
}

#[test]
fn each_addressee_gets_what_is_theirs() {
    let found = addressees(&resolution(), str::to_owned);
    let told: Vec<(String, String)> = found
        .into_iter()
        .map(|a| {
            let ids: Vec<String> = a.directives.iter().map(Id::to_string).collect();
            (a.name, ids.join(""))
        })
        .collect();
    let expected = [("Управлению", "abdef"), ("ИМЦ", "c"), ("Школам", "def")];
    assert_eq!(
        told,
        expected.map(|(name, ids)| (name.to_owned(), ids.to_owned()))
    );
}

#[test]
fn extract_keeps_the_numbers_of_the_original_and_closes_its_last_item() {
    let wanted: BTreeSet<Id> = ["b", "e"].map(Id::new).into();
    let certifier = Certifier {
        post: "Секретарь".into(),
        name: Some("О.Н. Лапина".into()),
        on: chrono::NaiveDate::from_ymd_opt(2031, 3, 5),
    };
    let sheet = extract(&resolution(), &wanted, &certifier);
    assert_eq!(ids(&sheet), ["b", "e"]);
    let lines: Vec<String> = sheet_text(&sheet)
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    let expected = [
        "ВЫПИСКА",
        "из итоговой резолюции",
        "форума",
        "«Школа»",
        "Участники рекомендуют:",
        "1. Управлению:",
        "1.2. открыть класс.",
        "2. Школам, Управлению:",
        "2.1. в каникулы:",
        "б) провести поход.",
        "Верно",
        "Секретарь    О.Н. Лапина",
        "5 марта 2031 г.",
    ];
    assert_eq!(lines, expected);
}

/// The order with these points as text.
fn ordered(points: &[OrderPoint]) -> String {
    let mut next = 0;
    let made = order(&resolution(), &OrderDetails::default(), points, || {
        next += 1;
        Id::new(format!("n{next}"))
    });
    crate::text(&made)
}

#[test]
fn order_tells_everybody_their_points() {
    let text = ordered(&order_points(&resolution()));
    for line in [
        "О мерах по исполнению итоговой резолюции форума «Школа»",
        "1. Утвердить прилагаемый план мероприятий",
        "2. Управлению:",
        "2.1. обеспечить исполнение пунктов 1.1–1.3 итоговой резолюции в установленные сроки;",
        "3.1. обеспечить исполнение пунктов 2.1 а–б, 2.2 итоговой резолюции в установленные сроки;",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn points_are_printed_as_they_stand_and_neighbours_under_one_heading_are_one_group() {
    let mut points = order_points(&resolution());
    let names: Vec<&str> = points.iter().map(|point| point.id.as_str()).collect();
    assert_eq!(
        names,
        ["plan", "duty g1", "report g1", "duty g2", "report g2"]
    );
    points.swap(2, 3);
    points.remove(0);
    let own = |heading: &str, text: &str| OrderPoint {
        id: Id::new(text),
        heading: heading.into(),
        text: text.into(),
    };
    points.push(own("", "Опубликовать приказ"));
    points.push(own("Школам", "  "));
    let text = ordered(&points);
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    let report = "представлять сведения об исполнении с подтверждающими документами в течение пяти рабочих дней после наступления срока";
    assert_eq!(
        lines,
        [
            "1. Управлению:",
            "1.1. обеспечить исполнение пунктов 1.1–1.3 итоговой резолюции в установленные сроки.",
            "2. Школам, Управлению:",
            "2.1. обеспечить исполнение пунктов 2.1 а–б, 2.2 итоговой резолюции в установленные сроки.",
            "3. Управлению:",
            &format!("3.1. {report}."),
            "4. Школам, Управлению:",
            &format!("4.1. {report}."),
            "5. Опубликовать приказ.",
            "6. Контроль за исполнением приказа оставляю за собой.",
        ],
        "{text}"
    );
}

#[test]
fn plan_has_a_measure_for_each_directive_under_its_name() {
    let wording = Wording {
        measure: &|text| {
            text.strip_prefix("провести ")
                .map(|rest| format!("Проведение: {rest}"))
        },
        nominative: &|name| name.to_lowercase(),
    };
    let mut next = 0;
    let made = plan(&resolution(), &PlanDetails::default(), wording, || {
        next += 1;
        Id::new(format!("n{next}"))
    });
    let rows: Vec<(String, String, String)> = made
        .directives()
        .map(|(_, _, d)| {
            (
                d.id.to_string(),
                d.text.clone(),
                d.addressee.clone().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(rows.len(), 6);
    assert_eq!(
        rows[0],
        ("a".into(), "Утвердить план".into(), "управлению".into())
    );
    assert_eq!(
        rows[5],
        (
            "f".into(),
            "Сдать отчёт".into(),
            "школам, управлению".into()
        )
    );
    assert!(
        matches!(crate::sheet(&made).blocks.last(), Some(Block::Table(table)) if table.rows.len() == 6)
    );
}

#[test]
fn lists_are_tables_that_name_the_points() {
    let list = distribution_list(&resolution(), str::to_owned, |_| 1);
    let text = sheet_text(&list);
    assert!(text.contains("Пункты: 1.1–1.2, 2.1 а–б, 2.2"), "{text}");
    let remark = Remark {
        place: "1.2".into(),
        proposal: "два класса".into(),
        ..Remark::default()
    };
    let register = remarks(&resolution(), &[remark]);
    assert!(register.landscape);
    assert!(
        sheet_text(&register)
            .starts_with("РЕЕСТР ЗАМЕЧАНИЙ И ПРЕДЛОЖЕНИЙ\nк проекту итоговой резолюции")
    );
}

#[test]
fn numbers_that_count_anew_are_told_with_their_session() {
    let mut two = resolution();
    two.sections[0].title = Some("Школа".into());
    let mut other = two.sections[0].clone();
    other.title = Some("«Семья»".into());
    for directive in other
        .groups
        .iter_mut()
        .flat_map(|group| &mut group.directives)
    {
        directive.id = Id::new(format!("other {}", directive.id));
    }
    two.sections.push(other);
    let text = sheet_text(&distribution_list(&two, str::to_owned, |_| 1));
    let told = "Пункты: «Школа»: 2.1 а–б, 2.2; «Семья»: 2.1 а–б, 2.2";
    assert!(text.contains(told), "{text}");
}

#[test]
fn an_order_leaves_room_for_what_is_written_by_hand() {
    let printed = |details: &OrderDetails, signers: &OrderSigners| {
        let mut next = 0;
        let points = order_points(&resolution());
        let made = order(&resolution(), details, &points, || {
            next += 1;
            Id::new(format!("n{next}"))
        });
        sheet_text(&order_sheet(&made, signers)).replace('\u{a0}', " ")
    };
    let blank = printed(&OrderDetails::default(), &OrderSigners::default());
    for words in [
        "ПРИКАЗ № ______",
        "«___» ______________ 20___ г.",
        "    ____",
    ] {
        assert!(blank.contains(words), "{words}\n{blank}");
    }
    let details = OrderDetails {
        number: Some("214".into()),
        on: chrono::NaiveDate::from_ymd_opt(2031, 3, 5),
        ..OrderDetails::default()
    };
    let signers = OrderSigners {
        post: "Начальник".into(),
        name: Some("О.Н. Лапина".into()),
        ..OrderSigners::default()
    };
    let filled = printed(&details, &signers);
    assert!(!filled.contains("__"), "{filled}");
}

#[test]
fn copies_are_numbered_through_the_whole_list_and_counted() {
    let list = distribution_list(&resolution(), str::to_owned, |name| match name {
        "Управлению" => 3,
        "ИМЦ" => 0,
        _ => 1,
    });
    let Some(Block::Table(table)) = list.blocks.last() else {
        panic!("no table");
    };
    let copies: Vec<[&str; 3]> = table
        .rows
        .iter()
        .filter_map(|row| match row {
            crate::sheet::Row::Cells { cells, .. } => Some([&cells[1], &cells[3], &cells[4]]),
            crate::sheet::Row::Part(_) => None,
        })
        .map(|cells| cells.map(String::as_str))
        .collect();
    assert_eq!(
        copies,
        [
            ["Управлению", "3", "1–3"],
            ["ИМЦ", "0", "–"],
            ["Школам", "1", "4"],
            ["Всего", "4", ""],
        ]
    );
}
