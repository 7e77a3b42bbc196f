//! What a document says stays whole and stays in its place, each way it was once lost.

use svod_model::Resolution;

use crate::{Options, read};

fn resolution(text: &str) -> Resolution {
    read(text.as_bytes(), "а.txt", &Options::default())
        .unwrap()
        .resolution
}

#[test]
fn marks_that_end_a_line_and_are_its_own_stay() {
    let of = |adoption: &str| {
        resolution(&format!(
            "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n\n{adoption}\n"
        ))
        .adoption
    };
    for adoption in [
        "Принята участниками форума 26 августа 2026 г. (протокол № 2)",
        "Принята участниками форума 26 августа 2026 г. (г. Озёрск)",
    ] {
        assert_eq!(of(adoption).as_deref(), Some(adoption));
    }
    for bracketed in [
        "(принята участниками форума 26 августа 2026 г.)",
        "(принята участниками форума 26 августа 2026 г. (протокол № 2))",
    ] {
        let inside = &bracketed[1..bracketed.len() - 1];
        assert_eq!(of(bracketed).as_deref(), Some(inside));
    }
    let read = resolution(
        "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n26 августа 2026 г.\n\n\
         Секция «Центр «Точка роста»»\n\nУчастники рекомендуют:\n\n\
         1. Директорам школ в срок до 31 декабря 2026 г.:\n\
         1.1. Обеспечить до 1 октября 2026 г.:\nа) проведение опроса;\nб) заключение договоров.\n",
    );
    let section = &read.sections[0];
    assert_eq!(section.title.as_deref(), Some("Центр «Точка роста»"));
    let group = &section.groups[0];
    assert_eq!(
        group.heading,
        "Директорам школ в срок до 31 декабря 2026 г."
    );
    let lead = group.directives[0].lead.as_deref();
    assert_eq!(lead, Some("Обеспечить до 1 октября 2026 г."));
}

#[test]
fn a_line_with_date_and_place_between_kind_and_title_tells_them() {
    for line in [
        "26.08.2026          г. Озёрск",
        "26.08.2026\tг. Озёрск",
        "26 августа 2026 г. Озёрск",
        "26.08.2026 г.          г. Озёрск          № 4",
    ] {
        let text = format!(
            "РЕЗОЛЮЦИЯ\n\n{line}\n\nфорума Озёрского района\n\n\
             Участники форума рекомендуют:\n\n1. Директорам школ:\n1.1. утвердить планы.\n"
        );
        let read = resolution(&text);
        // The number of registration goes with the kind.
        let number = if line.contains('№') { " № 4" } else { "" };
        let title = format!("Резолюция{number} форума Озёрского района");
        assert_eq!(read.title, title, "{line}");
        let day = read.adopted_on.map(|day| day.to_string());
        assert_eq!(day.as_deref(), Some("2026-08-26"), "{line}");
        assert_eq!(read.place.as_deref(), Some("г. Озёрск"), "{line}");
        assert!(read.unplaced.is_empty(), "{line}");
    }
}

#[test]
fn a_theme_in_quotation_marks_may_go_on_in_the_next_line() {
    for (lines, theme) in [
        (
            "«Воспитать гражданина. Научить\nучиться»",
            "Воспитать гражданина. Научить учиться",
        ),
        (
            "«Качество образования:\nот цели к результату»",
            "Качество образования: от цели к результату",
        ),
        (
            "«Школа как центр социума: от «точек роста»\nк среде равных возможностей»",
            "Школа как центр социума: от «точек роста» к среде равных возможностей",
        ),
    ] {
        let read = resolution(&format!(
            "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n{lines}\n\nПринята участниками 26 августа 2026 г.\n\n\
             Участники форума обсудили итоги года.\n"
        ));
        assert_eq!(read.event.theme.as_deref(), Some(theme));
        assert_eq!(
            read.title,
            format!("Резолюция форума Озёрского района «{theme}»")
        );
        assert_eq!(read.preamble, ["Участники форума обсудили итоги года."]);
        assert_eq!(read.unplaced, []);
    }
}

#[test]
fn a_session_below_the_adoption_is_no_part_of_the_title() {
    for (line, title) in [
        ("Секция 1. «Воспитание»", "Воспитание"),
        ("Сессия «Кадры»", "Кадры"),
    ] {
        let read = resolution(&format!(
            "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n«Точки опоры»\n\n\
             Принята участниками форума 26 августа 2026 г.\n\n{line}\n\n\
             Участники рекомендуют:\n\n1. Директорам школ:\n1.1. утвердить планы.\n"
        ));
        assert_eq!(
            read.title,
            "Резолюция форума Озёрского района «Точки опоры»"
        );
        assert_eq!(read.sections[0].title.as_deref(), Some(title));
    }
}

#[test]
fn what_stands_above_the_kind_is_kept_line_by_line() {
    let mark = ["УТВЕРЖДЕНА", "решением оргкомитета", "от 25.08.2026 № 3"];
    let organisation = "Управление образования Заречинского муниципального округа";
    let block = format!(
        "{}\n\n{organisation}\n\nРЕЗОЛЮЦИЯ\nфорума работников образования\n«Точки опоры»\n\n",
        mark.join("\n")
    );
    let formula = "Принята участниками форума 26 августа 2026 г.\n";
    let read = resolution(&format!("{block}{formula}"));
    assert_eq!(read.approval, mark);
    assert_eq!(read.issuer, [organisation]);
    assert_eq!(read.unplaced, []);
    let agreed = resolution(&format!("СОГЛАСОВАНО\nглава округа\n\n{block}{formula}"));
    assert_eq!(agreed.approval, mark);
    let listed: Vec<&str> = agreed
        .unplaced
        .iter()
        .map(|line| line.text.as_str())
        .collect();
    assert_eq!(listed, ["СОГЛАСОВАНО", "глава округа"]);
    let block = block.as_str();
    let listed = |text: &str| -> Vec<String> {
        let unplaced = resolution(text).unplaced.into_iter();
        unplaced.map(|line| line.text).collect()
    };
    // Where no formula stands below, the approval is the adoption.
    assert_eq!(listed(block), [""; 0]);
    assert_eq!(
        resolution(block).adoption.as_deref(),
        Some("Утверждена решением оргкомитета от 25.08.2026 № 3")
    );
    // A cover page says nothing that the title does not.
    assert_eq!(
        listed(
            "Проект\n\nРЕЗОЛЮЦИЯ\nфорума педагогов\n«Точки опоры»\n\nг. Озёрск\n2026 год\n\n\
             РЕЗОЛЮЦИЯ\nфорума педагогов\n«Точки опоры»\n\n26 августа 2026 года\n"
        ),
        [""; 0]
    );
}

#[test]
fn information_taken_note_of_has_no_number_of_its_own() {
    let read = resolution(
        "РЕШЕНИЕ\nколлегии управления образования\n14.10.2026\n\n\
         Заслушав информацию Т. Д. Юсуповой, коллегия РЕШИЛА:\n\n\
         1. Информацию принять к сведению.\n2. Отделу общего образования:\n\
         2.1. Утвердить дорожную карту до 25 октября 2026 года.\n\
         3. Контроль за исполнением возложить на Т. Д. Юсупову.\n",
    );
    assert_eq!(
        read.sections[0].findings,
        ["Информацию принять к сведению."]
    );
    assert_eq!(read.directives().count(), 1);
}

/// The directives as «lead / text / last day», those under no lead without the first part.
fn told(text: &str) -> Vec<String> {
    let text = format!(
        "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n\nПринята участниками форума 26 августа 2026 г.\n\n\
         Участники форума рекомендуют:\n\n1. Управлению образования:\n{text}"
    );
    let read = resolution(&text);
    let each = read.directives().map(|(_, _, directive)| {
        let last = directive.deadlines.last().and_then(|deadline| deadline.to);
        let day = last.map(|day| day.format("%d.%m").to_string());
        let parts = [directive.lead.clone(), Some(directive.text.clone()), day];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" / ")
    });
    each.collect()
}

#[test]
fn the_printed_number_decides_whose_sub_item_a_line_is() {
    let lead = "Разработать до 1 октября 2026 года";
    let inner = format!("{lead}: план методической работы, включающий");
    assert_eq!(
        told(&format!(
            "1.1. {lead}:\n1.1.1. положение о наставничестве;\n\
             1.1.2. план методической работы, включающий:\nа) семинары;\nб) мастер-классы;\n\
             1.1.3. график мониторинга.\n1.2. Утвердить состав рабочей группы до 15.09.2026.\n"
        )),
        [
            format!("{lead} / положение о наставничестве / 01.10"),
            format!("{inner} / семинары / 01.10"),
            format!("{inner} / мастер-классы / 01.10"),
            format!("{lead} / график мониторинга / 01.10"),
            "Утвердить состав рабочей группы до 15.09.2026 / 15.09".to_owned(),
        ]
    );
    assert_eq!(
        told(
            "1.1. разработать до 1 октября 2026 г. документы:\nа) положение о наставничестве;\n\
             б) план работы;\n1.2. график мониторинга утвердить до 15 сентября 2026 г.;\n\
             1.3. продолжить работу с кадрами.\n"
        )[2..],
        [
            "график мониторинга утвердить до 15 сентября 2026 г. / 15.09",
            "продолжить работу с кадрами",
        ]
    );
    // Marks without numbers: the dash goes on where the dash before the letters stood.
    assert_eq!(
        told(
            "1.1. обновить:\n- положения:\nа) о смотре;\nб) о конкурсе;\n- график смотра;\n\
             1.2. провести смотр.\n"
        ),
        [
            "обновить: положения / о смотре",
            "обновить: положения / о конкурсе",
            "обновить / график смотра",
            "провести смотр",
        ]
    );
}

#[test]
fn a_phrase_with_a_colon_and_nothing_under_it_is_a_task() {
    assert_eq!(
        told("- обеспечить открытие музея:\n- провести смотр музеев.\n"),
        ["обеспечить открытие музея", "провести смотр музеев"]
    );
    assert_eq!(
        told("1.1. обеспечить открытие музея:\nСрок: до 1 мая 2027 года.\n1.2. провести смотр.\n"),
        ["обеспечить открытие музея / 01.05", "провести смотр"]
    );
}

#[test]
fn a_plan_in_an_appendix_stays_there() {
    let appendix = "Приложение\nк резолюции форума\n\nПлан мероприятий\n\n\
                    №\tМероприятие\tСрок\tОтветственный\n\
                    1\tРазработка программы\tдо 01.11.2026\tУправление образования\n\
                    2\tПровести смотр\tмай 2027 г.\tшколы\n\n\
                    Памятка родителям\n- провести беседу о питании.\n";
    let read = resolution(&format!(
        "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n26 августа 2026 г.\n\nУчастники форума рекомендуют:\n\n\
         1. Директорам школ:\n1.1. утвердить планы до 1 октября 2026 г.\n\n\
         Председатель                И. И. Иванов\n\n{appendix}"
    ));
    assert_eq!(read.directives().count(), 1);
    assert_eq!(read.columns, None);
    let kept: Vec<&str> = read.closing.iter().map(String::as_str).skip(1).collect();
    let lines: Vec<&str> = appendix.lines().filter(|line| !line.is_empty()).collect();
    // A bullet is how a list is printed, not what it says.
    let shown = lines.iter().map(|line| line.trim_start_matches("- "));
    assert_eq!(kept, shown.collect::<Vec<_>>());
    // A plan that is itself an appendix is the document.
    let plan = resolution(
        "Приложение\nк приказу управления образования\n\nПЛАН\nмероприятий на 2027 год\n\n\
         №\tМероприятие\tСрок\tОтветственный\n1\tПровести смотр\tмай 2027 г.\tшколы\n",
    );
    assert_eq!(plan.directives().count(), 1);
}

#[test]
fn what_a_paragraph_tells_before_its_problems_stays() {
    let read = resolution(
        "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n26 августа 2026 г.\n\n\
         Участники форума отметили: аттестаты получили 99 % выпускников. Вместе с тем остаются \
         проблемы кадров: мало педагогов; велика нагрузка.\n\n\
         Участники форума рекомендуют:\n\n1. Директорам школ:\n1.1. утвердить планы.\n",
    );
    assert_eq!(
        read.preamble,
        ["Участники форума отметили: аттестаты получили 99 % выпускников."]
    );
    let section = &read.sections[0];
    assert_eq!(section.findings, ["Вместе с тем остаются проблемы кадров:"]);
    assert_eq!(section.problems, ["мало педагогов", "велика нагрузка"]);
}

#[test]
fn a_table_that_is_no_plan_stays_a_table_where_it_stood() {
    let table = "Показатель\t2026 г.\t2027 г.\nОхват, %\t78\t83\n";
    let rows: Vec<&str> = table.lines().collect();
    let head = "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n26 августа 2026 г.\n\n";
    let tasks = "Участники форума рекомендуют:\n\n1. Директорам школ:\n1.1. утвердить планы.\n";
    let before = resolution(&format!("{head}Обсудили итоги:\n{table}\n{tasks}"));
    assert_eq!(before.preamble, [&["Обсудили итоги:"][..], &rows].concat());
    let below = resolution(&format!(
        "{head}{tasks}\n{table}\nПредседатель А.В. Громова\n"
    ));
    assert_eq!(below.closing[..2], rows);
    assert_eq!(below.directives().count(), 1);
    // Tasks behind it are tasks still.
    let between = resolution(&format!("{head}{tasks}\n{table}\n1.2. провести смотр.\n"));
    assert_eq!(between.directives().count(), 2);
    assert_eq!(between.sections[0].findings, rows);
}

#[test]
fn what_is_told_among_groups_stays_above_what_it_stood_above() {
    let read = resolution(
        "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n\nУчастники обсудили итоги.\n\nУчастники рекомендуют:\n\n\
         1. Управлению образования:\n1.1. провести смотр;\n1.2. открыть кружок.\n\n\
         Охват детей приведён в таблице.\n\n\
         Показатель\t2025\t2026\nохват\t81\t84\n\n\
         2. Директорам школ:\n2.1. назначить наставников;\n\n\
         Участники отметили опыт лицея.\n\n2.2. вести журналы.\n\n\
         Остаются проблемы кадров: мало логопедов.\n\n\
         3. Методической службе:\n3.1. издать сборник.\n",
    );
    let section = &read.sections[0];
    let groups: Vec<&str> = section.groups.iter().map(|g| g.heading.as_str()).collect();
    assert_eq!(
        groups,
        [
            "Управлению образования",
            "Директорам школ",
            "Методической службе"
        ]
    );
    let above: Vec<(&str, &str)> = section
        .placed
        .iter()
        .map(|placed| {
            let id = placed.above.as_ref().unwrap();
            let group = section.groups.iter().find(|group| group.id == *id);
            let directive = || read.directive(id).unwrap().text.as_str();
            (
                placed.text.as_str(),
                group.map_or_else(directive, |group| &group.heading),
            )
        })
        .collect();
    assert_eq!(
        above,
        [
            ("Охват детей приведён в таблице.", "Директорам школ"),
            ("Показатель\t2025\t2026", "Директорам школ"),
            ("охват\t81\t84", "Директорам школ"),
            ("Участники отметили опыт лицея.", "вести журналы"),
            ("Остаются проблемы кадров:", "Методической службе"),
            ("мало логопедов", "Методической службе"),
        ]
    );
    // What a document tells is told where it always was.
    assert_eq!(section.findings.len(), 5);
    assert_eq!(section.problems, ["мало логопедов"]);
}
