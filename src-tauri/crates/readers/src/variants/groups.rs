//! Whom tasks are given to, where headings, blocks and notes stand about them in other ways.

use super::*;

#[test]
fn a_heading_may_say_that_it_recommends() {
    let found = resolution(
        "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n28 августа 2026 г.\n\nУчастники рекомендуют:\n\nАдминистрации Озёрского района рекомендовать:\n- открыть музей;\n- обновить стенды.\n\nУправлению образования предложить:\n1) открыть кружки.",
    );
    let bodies: Vec<&str> = groups(&found)
        .iter()
        .flat_map(|group| group.addressees.iter().map(String::as_str))
        .collect();
    assert_eq!(
        bodies,
        ["Администрации Озёрского района", "Управлению образования"]
    );
    assert_eq!(directives(&found).len(), 3);
}

#[test]
fn blocks_below_an_addressee_stay_his() {
    let found = resolution(
        "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n28 августа 2026 г.\n\nУчастники рекомендуют:\n\n1. Управлению образования:\n- открыть музей.\n2. Руководителям школ:\nБлок «Содержание»\n2.1. открыть кружки;\nБлок «Воспитание»\n2.2. обновить стенды.\n3. Школам:\n- открыть классы.",
    );
    let counts: Vec<usize> = groups(&found)
        .iter()
        .map(|group| group.directives.len())
        .collect();
    assert_eq!(counts, [1, 2, 1]);
    // The blocks stand where they stood.
    let placed: Vec<&str> = found.sections[0]
        .placed
        .iter()
        .map(|placed| placed.text.as_str())
        .collect();
    assert_eq!(placed, ["Блок «Содержание»", "Блок «Воспитание»"]);
}

#[test]
fn a_list_goes_on_behind_the_bullets_of_its_item() {
    let found = resolution(
        "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n28 августа 2026 г.\n\nУчастники рекомендуют:\n\n2. Методическому центру:\n1. создать банк уроков;\n2. провести в 2026/2027 учебном году:\n- цикл вебинаров;\n- квест;\n3. открыть школу молодого педагога.",
    );
    let counts: Vec<usize> = groups(&found)
        .iter()
        .map(|group| group.directives.len())
        .collect();
    assert_eq!(counts, [4]);
}

#[test]
fn a_note_below_a_paragraph_of_several_tasks_speaks_of_each() {
    let found = resolution(
        "ПРОТОКОЛ № 1\nсовещания\n27 августа 2026 года\n\nРЕШИЛИ:\n1.1. Снизить долю обучающихся во вторую смену до 4 %; не допускать роста числа классов.\nСрок: к 1 сентября 2027 года\nОтветственный: руководители школ\n1.2. Вести учёт детей.",
    );
    let told: Vec<(Option<&str>, usize)> = directives(&found)
        .iter()
        .map(|task| (task.addressee.as_deref(), task.deadlines.len()))
        .collect();
    assert_eq!(
        told,
        [
            (Some("руководители школ"), 1),
            (Some("руководители школ"), 1),
            (None, 0)
        ]
    );
}

#[test]
fn a_number_beside_the_date_is_the_documents() {
    let found = resolution(
        "РЕШЕНИЕ\nколлегии комитета\nот 30 августа 2026 года № 4\n\nШколам:\n- открыть музей.",
    );
    assert_eq!(found.title, "Решение № 4 коллегии комитета");
    assert!(found.unplaced.is_empty(), "{:?}", found.unplaced);
    let found = resolution(
        "РЕКОМЕНДАЦИИ\nслушаний\nПриняты Думой\n15 октября 2026 года № 61\n\nШколам:\n- открыть музей.",
    );
    assert_eq!(found.title, "Рекомендации слушаний");
}

#[test]
fn days_below_an_approval_are_those_of_the_event() {
    let found = resolution(
        "Утверждена на заседании совета 31.08.2026\n\nРЕЗОЛЮЦИЯ\nпедагогических чтений Озёрского района\nр.п. Озёрный, 28-29 августа 2026 г.\n\nУчастники рекомендуют:\n\nШколам:\n- открыть музей.",
    );
    assert_eq!(held(&found), ["2026-08-28", "2026-08-29"]);
    assert_eq!(
        found.adopted_on.map(|day| day.to_string()).as_deref(),
        Some("2026-08-31")
    );
    assert!(found.unplaced.is_empty(), "{:?}", found.unplaced);
}

#[test]
fn a_dash_or_a_proposal_parts_whom_from_what() {
    let found = resolution(
        "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n28 августа 2026 г.\n\nУчастники рекомендуют:\n\nУправлению образования\n(Щеглов В.А.):\n- открыть музей.\n\n1. Руководителям школ – открыть кружки, директору спортшколы – открыть секции.\n2. Газете «Вести» предложить открыть рубрику.\n3. Отделу культуры, МБУК «Дом культуры» – провести концерт.",
    );
    let told: Vec<(&str, &str)> = groups(&found)
        .iter()
        .flat_map(|group| {
            let tasks = group.directives.iter();
            tasks.map(|task| (group.heading.as_str(), task.text.as_str()))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Управлению образования (Щеглов В.А.)", "открыть музей"),
            ("Руководителям школ", "открыть кружки"),
            ("Директору спортшколы", "открыть секции"),
            ("Газете «Вести»", "открыть рубрику"),
            ("Отделу культуры, МБУК «Дом культуры»", "провести концерт"),
        ]
    );
}

#[test]
fn numerals_over_the_whole_text_number_sessions() {
    let text = "РЕКОМЕНДАЦИИ\nфорума Озёрского района\n28 августа 2026 г.\n\nI. Кадры сельской школы\nУчастники первой секции рекомендуют:\n- школам открыть кружки.\nII. Здоровье и спорт\nВторая секция считает необходимым следующее.\n1) Школам обновить стадионы.\n2) Председателю райкома провести слёт.";
    let found = resolution(text);
    assert_eq!(titles(&found), ["Кадры сельской школы", "Здоровье и спорт"]);
    assert_eq!(directives(&found).len(), 3);
    // Parts of any document are none.
    let parts = text
        .replace("Кадры сельской школы", "Общие положения")
        .replace("Здоровье и спорт", "Рекомендации");
    assert!(titles(&resolution(&parts)).is_empty());
}

#[test]
fn what_is_proposed_to_be_included_is_given_as_nouns() {
    let found = resolution(
        "РЕКОМЕНДАЦИИ\nфорума Озёрского района\n28 августа 2026 г.\n\nСекция 1. «Воспитание»\nУчастники секции предлагают включить в план работы на 2026-2027 учебный год:\n- разработку программ классными руководителями;\n- конкурс школьных музеев (февраль 2027 года).",
    );
    let lead = Some("включить в план работы на 2026-2027 учебный год");
    let told: Vec<(Option<&str>, &str)> = directives(&found)
        .iter()
        .map(|task| (task.lead.as_deref(), task.text.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (lead, "разработку программ классными руководителями"),
            (lead, "конкурс школьных музеев (февраль 2027 года)")
        ]
    );
}

#[test]
fn days_a_site_says_of_itself_are_none_of_the_event() {
    let found = resolution(
        "Официальный сайт. Сегодня: 16 октября 2026 г.\nПросмотров: 145 Добавлено: 30.08.2026\n\nРЕЗОЛЮЦИЯ\nсовещания Озёрского района\n27 августа 2026 года\n\nУчастники рекомендуют:\n\nШколам:\n- открыть музей.",
    );
    assert_eq!(held(&found), ["2026-08-27"]);
}

#[test]
fn capitals_may_name_a_part_or_whom_tasks_are_given_to() {
    let found = resolution(
        "РЕЗОЛЮЦИЯ\nфорума Озёрского района\n28 августа 2026 г.\n\nУчастники рекомендуют:\n\n1. НА УРОВНЕ РАЙОНА\n\nШколам:\n- открыть музей.\n\nРУКОВОДИТЕЛЯМ ОБРАЗОВАТЕЛЬНЫХ ОРГАНИЗАЦИЙ\n- открыть кружки.\n\nНА УРОВНЕ ШКОЛЫ\nПросить совет школы\n1. Обновить стенды.",
    );
    assert_eq!(titles(&found), ["НА УРОВНЕ РАЙОНА", "НА УРОВНЕ ШКОЛЫ"]);
    assert_eq!(groups(&found).len(), 3);
}

#[test]
fn a_line_of_very_many_who_are_given_tasks_ends() {
    let pieces =
        vec!["директору спортшколы – открыть секции"; 3_000].join(", ");
    let found = body(&format!(
        "Участники рекомендуют:\n\n1. Школам – открыть кружки, {pieces}."
    ));
    assert_eq!(directives(&found).len(), 3_001);
}
