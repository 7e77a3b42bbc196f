//! Forms a part of a resolution is met in, each read alone.

mod groups;

use svod_model::{Directive, Group, Kind, Resolution};

use crate::{Options, read};

fn resolution(text: &str) -> Resolution {
    read(text.as_bytes(), "а.txt", &Options::default())
        .unwrap()
        .resolution
}

fn body(text: &str) -> Resolution {
    resolution(&format!(
        "РЕЗОЛЮЦИЯ\nфорума педагогов\n25 августа 2026 г.\n\n{text}"
    ))
}

fn groups(resolution: &Resolution) -> Vec<&Group> {
    resolution
        .sections
        .iter()
        .flat_map(|section| &section.groups)
        .collect()
}

fn directives(resolution: &Resolution) -> Vec<&Directive> {
    resolution.directives().map(|(_, _, d)| d).collect()
}

/// The days of the event as they are written in JSON.
fn held(resolution: &Resolution) -> Vec<String> {
    let days = resolution.event.held_on.iter();
    days.map(ToString::to_string).collect()
}

fn titles(resolution: &Resolution) -> Vec<&str> {
    let titles = resolution.sections.iter().map(|s| s.title.as_deref());
    titles.flatten().collect()
}

#[test]
fn kinds_come_from_the_title_and_no_act_it_rests_on() {
    for (text, kind, title) in [
        (
            "РЕКОМЕНДАЦИИ\nкруглого стола\n\nОсновы:\n- приказ Минпросвещения России от 24.11.2022 № 1025.\n",
            Kind::Recommendations,
            "Рекомендации круглого стола",
        ),
        (
            "ПРОЕКТ РЕЗОЛЮЦИИ\nфорума педагогов\n",
            Kind::Resolution,
            "Резолюция форума педагогов",
        ),
        (
            "Р Е Ш Е Н И Е\nколлегии\n",
            Kind::Decision,
            "Решение коллегии",
        ),
        ("PEШEНИЕ\nколлегии\n", Kind::Decision, "Решение коллегии"),
        (
            "ИТОГОВЫЙ ДОКУМЕНТ\nсъезда учителей\n",
            Kind::Resolution,
            "Итоговый документ съезда учителей",
        ),
        (
            "ВЫПИСКА ИЗ ПРОТОКОЛА\nзаседания совета\n",
            Kind::Protocol,
            "Выписка из протокола заседания совета",
        ),
        (
            "ДОРОЖНАЯ КАРТА\nразвития школ\n",
            Kind::Plan,
            "Дорожная карта развития школ",
        ),
    ] {
        let found = resolution(&format!("{text}\nШколам округа:\n- провести смотр."));
        assert_eq!((found.kind, found.title.as_str()), (kind, title), "{text}");
    }
    assert!(resolution("ПРОЕКТ РЕШЕНИЯ\nколлегии\n\nШколам:\n- провести смотр.").draft);
}

#[test]
fn capitals_of_a_heading_are_no_words_and_a_date_in_a_table_is_no_day_of_the_event() {
    let table = "\n\n| № | Мероприятие | Срок |\n|---|---|---|\n| 1 | Провести смотр | до 1 мая 2027 года |\n";
    for (printed, title) in [
        (
            "ПЛАН МЕРОПРИЯТИЙ\nпо развитию музеев",
            "План мероприятий по развитию музеев",
        ),
        (
            "ПЛАН МЕРОПРИЯТИЙ ПО РАЗВИТИЮ\nшкольных музеев",
            "План мероприятий по развитию школьных музеев",
        ),
        (
            "ПЛАН МЕРОПРИЯТИЙ ЗАРЕЧНОГО РАЙОНА ПРИОЗЁРНОЙ ОБЛАСТИ\nна год",
            "План мероприятий Заречного района Приозёрной области на год",
        ),
        (
            "ПЛАН ШКОЛ УСТЬ-ЛУЖСКОГО МУНИЦИПАЛЬНОГО ОКРУГА И ГОРОДА ОЗЁРСКА",
            "План школ Усть-Лужского муниципального округа и города Озёрска",
        ),
        (
            "ПЛАН МБОУ СОШ № 5\nпо развитию музея",
            "План МБОУ СОШ № 5 по развитию музея",
        ),
    ] {
        let text = format!("{printed}{table}");
        let found = read(text.as_bytes(), "п.md", &Options::default());
        let found = found.unwrap().resolution;
        assert_eq!(found.title, title);
        assert_eq!(
            (found.adopted_on, found.event.held_on),
            (None, Vec::new()),
            "{printed}"
        );
    }
}

#[test]
fn sessions_are_named_in_many_ways() {
    for (heading, title) in [
        ("Площадка № 3\nЦИФРОВАЯ СРЕДА", "ЦИФРОВАЯ СРЕДА"),
        ("Площадка № 3. Цифровая среда", "Цифровая среда"),
        ("Секция II. Новые кадры", "Новые кадры"),
        ("Форсайт-сессия «Школа завтра»", "Школа завтра"),
        (
            "Секция 1. Одарённые дети (модератор: Петрова А.А.)",
            "Одарённые дети",
        ),
        (
            "Резолюция по результатам работы\nдискуссионной площадки\n«Воспитание:\nединство целей»",
            "Воспитание: единство целей",
        ),
        ("Направление 2. Семья и школа", "Семья и школа"),
    ] {
        let found = body(&format!(
            "{heading}\n\nУчастники рекомендуют:\n\nШколам округа:\n- провести смотр."
        ));
        assert_eq!(titles(&found), [title], "{heading}");
        assert_eq!(directives(&found).len(), 1, "{heading}");
    }
}

#[test]
fn parts_of_a_decision_stand_over_groups_with_and_without_a_colon() {
    let found = body(
        "Совещание решило:\n\nI. В области обучения\n\nШколам:\n- провести смотр.\n\n\
         II. В области воспитания\n\nЗаместителям директоров, классным руководителям\n1. Провести не менее 3-х встреч.\n\n\
         III. Организационные вопросы\n1. Рекомендовать совету директоров рассмотреть вопрос.",
    );
    assert_eq!(
        titles(&found),
        [
            "В области обучения",
            "В области воспитания",
            "Организационные вопросы"
        ]
    );
    assert_eq!(groups(&found)[1].addressees.len(), 2);
    assert_eq!(directives(&found)[1].indicators[0].value, 3.0);
}

#[test]
fn requests_are_groups_of_whom_they_ask() {
    for (heading, addressee) in [
        (
            "Просить Министерство образования края:",
            "Министерство образования края",
        ),
        (
            "Обратиться к главам поселений с предложениями:",
            "главам поселений",
        ),
        (
            "Ходатайствовать перед администрацией района:",
            "администрацией района",
        ),
    ] {
        let found = body(&format!(
            "Участники рекомендуют:\n1. Школам:\n- провести смотр;\n2. {heading}\n- увеличить норматив;\n- открыть класс."
        ));
        let groups = groups(&found);
        assert_eq!(groups.len(), 2, "{heading}");
        assert_eq!(groups[1].addressees, [addressee]);
        assert_eq!(groups[1].directives.len(), 2);
    }
}

#[test]
fn an_addressee_in_front_of_its_task_ends_before_terms_and_may_be_a_person() {
    for (item, addressee) in [
        (
            "МБУ «ЦРО» до конца учебного года обучить тьюторов",
            "МБУ «ЦРО»",
        ),
        (
            "Главному бухгалтеру Зотовой Р.И. подготовить смету",
            "Главному бухгалтеру Зотовой Р.И.",
        ),
        ("Зотовой Р.И. подготовить смету", "Зотовой Р.И."),
        (
            "Отделу культуры в срок до 1 мая 2027 г. предоставить площадки",
            "Отделу культуры",
        ),
        (
            "Директорам школ в рамках проекта «Смена» провести встречи",
            "Директорам школ",
        ),
    ] {
        let found = body(&format!(
            "Участники рекомендуют:\n1. {item}.\n2. Провести смотр."
        ));
        assert_eq!(directives(&found)[0].addressee.as_deref(), Some(addressee));
    }
}

#[test]
fn a_measure_of_a_plan_in_one_line_is_taken_apart() {
    let found = resolution(
        "ПЛАН\nмероприятий района\n10 сентября 2026 г.\n\nЗадачи:\n1. Развитие школ.\n2. Рост мастерства.\n\n\
         1. Работа с кадрами\n\
         1.1. Семинар «Школа» – октябрь – ИМЦ\n\
         1.2. Издание сборника – директора школ – до 1 мая 2027 г.\n\
         2. Работа с детьми\n\
         2.1. Смотр музеев\nСрок: II квартал 2027 г. Ответственный: Дом творчества\nОжидаемый результат: не менее 12 музеев\n\
         2.2. Мониторинг\nСроки проведения: по мере необходимости\nОтветственные: завучи, директора школ\n\
         Ожидаемый результат: справка совету.\n",
    );
    assert_eq!(titles(&found), ["Работа с кадрами", "Работа с детьми"]);
    let shown: Vec<(String, String, String)> = found
        .directives()
        .map(|(_, group, directive)| {
            let to = directive.deadlines.first().and_then(|deadline| deadline.to);
            (
                directive.text.clone(),
                to.map(|to| to.to_string()).unwrap_or_default(),
                group.addressees.join("|"),
            )
        })
        .collect();
    let row = |text: &str, to: &str, who: &str| (text.into(), to.into(), who.into());
    assert_eq!(
        shown,
        [
            row("Семинар «Школа»", "2026-10-31", "ИМЦ"),
            row("Издание сборника", "2027-05-01", "директора школ"),
            row("Смотр музеев", "2027-06-30", "Дом творчества"),
            row("Мониторинг", "", "завучи|директора школ"),
        ]
    );
    assert_eq!(directives(&found)[2].indicators[0].value, 12.0);
    assert_eq!(
        directives(&found)[2].result.as_deref(),
        Some("не менее 12 музеев")
    );
    // What is no number is not lost either.
    assert_eq!(
        directives(&found)[3].result.as_deref(),
        Some("справка совету")
    );
    assert_eq!(
        directives(&found)[3].deadlines[0].phrase,
        "по мере необходимости"
    );
}

#[test]
fn noun_phrases_are_sub_items_and_priorities_are_no_directives() {
    let found = body(
        "Участники рекомендуют:\n1. Управлению образования:\n1.1. Обеспечить:\n1.1.1. рост доли учителей;\n\
         1.1.2. методическое сопровождение школ.\n1.2. Разработать:\nа) положение о смотре;\nб) график поездок.\n\n\
         Секция № 2\nНОВАЯ ШКОЛА\n\nУчастники секции назвали приоритеты:\n1. обновление программ;\n2. развитие наставничества.\n\n\
         Участники секции предлагают:\n1. Школам:\n- провести смотр.",
    );
    let texts: Vec<&str> = directives(&found).iter().map(|d| d.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "рост доли учителей",
            "методическое сопровождение школ",
            "положение о смотре",
            "график поездок",
            "провести смотр",
        ]
    );
    assert_eq!(groups(&found).len(), 2);
}

#[test]
fn questions_of_minutes_lose_their_speakers() {
    for question in [
        "О приёме в школы (докл. Юрьева И.А.)",
        "О приёме в школы (Юрьева И.А., директор)",
        "О приёме в школы – Юрьева И.А.",
        "О приёме в школы. Докладчик: Юрьева И.А.",
    ] {
        let found = resolution(&format!(
            "ПРОТОКОЛ № 7\nсовета\n1 декабря 2026 г.\n\nПовестка дня:\n1. {question}\n\n\
             1. СЛУШАЛИ: Юрьеву И.А.\nРЕШИЛИ:\n1. Информацию принять к сведению.\n2. Школам:\n2.1 до 1 мая провести приём."
        ));
        assert_eq!(titles(&found), ["О приёме в школы"], "{question}");
        assert_eq!(directives(&found).len(), 1, "{question}");
    }
}

#[test]
fn themes_that_name_their_bodies_in_brackets_are_sections_with_groups() {
    let found = body(
        "Участники совещания РЕКОМЕНДУЮТ:\n\n1. В сфере кадров (управлению образования, руководителям школ):\n\
         - провести смотр музеев;\n- открыть класс.\n\n2. В сфере безопасности (МБУ «Центр развития»):\n\
         - обновить паспорта зданий.",
    );
    assert_eq!(titles(&found), ["В сфере кадров", "В сфере безопасности"]);
    let bodies: Vec<usize> = groups(&found).iter().map(|g| g.addressees.len()).collect();
    assert_eq!(bodies, [2, 1]);
    assert_eq!(directives(&found).len(), 3);
}

#[test]
fn a_line_over_tasks_heads_them_whatever_it_says() {
    let found = body(
        "Участники форума рекомендуют:\nНаправление первое. Кадры:\n- провести смотр музеев;\n- открыть класс.\n\
         Направление второе. Дети:\n- организовать слёт.",
    );
    assert_eq!(directives(&found).len(), 3);
    assert_eq!(titles(&found).len(), 2);
}

#[test]
fn two_fields_of_one_office_are_one_body() {
    let found = body(
        "Участники форума рекомендуют:\n1. Управлению образования и молодёжной политики администрации района:\n\
         - провести смотр музеев.",
    );
    assert_eq!(groups(&found)[0].addressees.len(), 1);
}

#[test]
fn directions_name_their_bodies_behind_or_below_the_title() {
    let found = body(
        "Конференция решила рекомендовать к реализации направления:\n\n\
         Направление 1. Кадры\n(Управление образования, методический кабинет)\n\n• провести смотр;\n• открыть класс.\n\n\
         Направление 2. Таланты (МБУ «Дом творчества», школы района)\n\n• сформировать реестр.\n\n\
         Направление 3. Семья\nИсполнители: классные руководители\n\n• проводить собрания.",
    );
    assert_eq!(titles(&found), ["Кадры", "Таланты", "Семья"]);
    let bodies: Vec<usize> = groups(&found).iter().map(|g| g.addressees.len()).collect();
    assert_eq!(bodies, [2, 2, 1]);
    assert_eq!(directives(&found).len(), 4);
}

#[test]
fn proposals_to_bodies_are_groups() {
    let found = body(
        "Форум обращается с предложениями:\n\nI. К администрации района:\nа) учредить премию;\n\n\
         II. К школам и детским садам\nа) обновить положения;\nб) выделить раздел.\n\nЗа документ проголосовали 30 человек.",
    );
    assert_eq!(directives(&found).len(), 3);
    assert_eq!(groups(&found)[1].addressees, ["школам", "детским садам"]);
}

#[test]
fn lists_of_tasks_without_any_lead_are_directives() {
    let found = body(
        "Участники собрались и обсудили задачи года.\n\n- провести смотр музеев;\n- открыть класс.",
    );
    assert_eq!(directives(&found).len(), 2);
}

#[test]
fn bare_titles_over_lists_lose_no_task() {
    for text in [
        "Участники форума рекомендуют:\nКадры\n- провести смотр;\n- открыть класс.\nДети\n- организовать слёт.",
        "Форум РЕКОМЕНДУЕТ:\n\n1 направление – кадры\n• провести смотр;\n• открыть класс;\n2 направление – дети\n• организовать слёт.",
        "Участники решили:\nВ управлении образования\n1) провести смотр;\n2) открыть класс;\nВ школах\n1) организовать слёт.",
        "Задачи управления образования на год:\n- провести смотр;\n- открыть класс.\nЗадачи школ:\n- организовать слёт.",
    ] {
        assert_eq!(directives(&body(text)).len(), 3, "{text}");
    }
}

#[test]
fn heading_may_say_by_a_clause_which_bodies_are_meant() {
    for heading in [
        "Директорам школ, на базе которых созданы центры «Точка роста», в 2026/2027 учебном году",
        "Руководителям школ, которые участвуют в проекте «Смена»",
        "Заведующим детскими садами, чьи воспитанники посещают логопункты",
        "Руководителям организаций, в составе которых работают службы медиации",
    ] {
        let read = body(&format!(
            "Участники рекомендуют:\n1. Управлению образования:\n- провести смотр музеев.\n\
             2. {heading}:\n- открыть кружки;\n- обновить сайты.\n"
        ));
        let groups = groups(&read);
        assert_eq!(groups.len(), 2, "{heading}");
        assert_eq!(
            (groups[1].heading.as_str(), groups[1].directives.len()),
            (heading, 2)
        );
        assert_eq!(groups[1].addressees.len(), 1, "{:?}", groups[1].addressees);
    }
    // A sentence of the preamble stays one, though it begins in the dative.
    let read = body(
        "Педагогам, которые ведут кружки, были вручены грамоты:\n\nУчастники рекомендуют:\n\
         Управлению образования:\n- провести смотр музеев.\n",
    );
    assert_eq!(groups(&read).len(), 1);
}

#[test]
fn a_task_that_offers_something_to_people_is_no_heading() {
    let read = body(
        "Участники рекомендуют:\n2. Директорам школ:\n2.1. Обновить сайты.\n\
         2.2. Предложить старшеклассникам не менее трёх направлений на выбор.\n\
         2.3. Открыть кружки.\n3. Предложить управлению образования.\n- провести смотр музеев.\n",
    );
    let groups = groups(&read);
    let told: Vec<_> = groups.iter().map(|g| g.directives.len()).collect();
    assert_eq!(told, [3, 1], "{groups:?}");
    assert_eq!(groups[1].addressees, ["управлению образования"]);
}

#[test]
fn a_heading_in_the_nominative_over_tasks_is_an_addressee() {
    for heading in [
        "Муниципальный методический центр",
        "Отдел образования администрации района",
        "Методическая служба",
        "Комиссия по делам несовершеннолетних",
    ] {
        for above in ["РЕШИЛИ:", "Участники форума рекомендуют:"] {
            let read = body(&format!(
                "{above}\n1. Управлению культуры:\n1.1. Провести смотр музеев.\n\
                 2. {heading}:\n2.1. Открыть кружки.\n2.2. Обновить сайты.\n"
            ));
            let groups = groups(&read);
            assert_eq!(groups.len(), 2, "{heading}");
            let second = (groups[1].heading.as_str(), groups[1].directives.len());
            assert_eq!(second, (heading, 2));
            assert_eq!(groups[1].addressees, [heading]);
        }
    }
    let read = body(
        "Форум рекомендует\n\nОтделу образования\n1. Провести смотр музеев.\n\n\
         Районный методический кабинет\n1. Открыть кружки.\n2. Обновить сайты.\n\n\
         Отдел образования напоминает\n1. Провести слёт.\n",
    );
    let told: Vec<_> = groups(&read)
        .iter()
        .map(|group| group.addressees.clone())
        .collect();
    assert_eq!(
        told[..2],
        [["Отделу образования"], ["Районный методический кабинет"]]
    );
    assert!(
        told[2..]
            .iter()
            .flatten()
            .all(|name| !name.contains("напоминает"))
    );
    // What is to be done, who says something, and what is listed and not given.
    for (line, below) in [
        ("Организация летнего отдыха", "Открыть лагеря."),
        ("Отдел образования", "Рост числа кружков."),
        ("Отдел образования считает нужным", "Открыть кружки."),
    ] {
        let read = body(&format!(
            "Участники рекомендуют:\nУправлению культуры:\n- провести смотр музеев.\n\
             {line}:\n- {below}\n"
        ));
        let named = |group: &&Group| group.addressees.iter().any(|name| name == line);
        assert!(!groups(&read).iter().any(named), "{line}");
    }
}

#[test]
fn who_adopts_a_document_is_no_addressee_and_no_part_of_its_title() {
    for says in [
        "Собрание рекомендует:",
        "Конференция рекомендует",
        "Совещание решило:",
        "Объединение учителей предлагает:",
    ] {
        let read = body(&format!(
            "{says}\n\nОтделу образования:\n1. Провести смотр музеев.\n2. Открыть кружки.\n"
        ));
        let groups = groups(&read);
        assert_eq!(groups.len(), 1, "{says}: {groups:?}");
        assert_eq!(groups[0].addressees, ["Отделу образования"]);
        assert_eq!(groups[0].directives.len(), 2);
        assert_eq!(read.title, "Резолюция форума педагогов");
    }
    let read = body(
        "Участники решили:\nРуководителям школ рекомендуют:\n- провести смотр музеев;\n- открыть кружки.\n",
    );
    assert_eq!(groups(&read)[0].addressees, ["Руководителям школ"]);
}

#[test]
fn tasks_under_a_named_direction_may_stand_in_one_paragraph_with_whom() {
    let read = body(
        "Конференция считает необходимым:\n\nПо направлению «Кадры»\n Администрации района: рассмотреть вопрос о жилье.\n\n\
         Управлению образования:\n- обучить наставников.\n\nПо направлению «Подвоз»:\n\
         Управлению образования до 2028 года обновить автобусы.\n\
         ОГИБДД (по согласованию) ежегодно проводить обследование маршрутов.\n",
    );
    assert_eq!(titles(&read), ["Кадры", "Подвоз"]);
    let headings: Vec<&str> = groups(&read).iter().map(|g| g.heading.as_str()).collect();
    assert_eq!(
        headings[..2],
        ["Администрации района", "Управлению образования"]
    );
    assert_eq!(directives(&read).len(), 4);
    let inline: Vec<&str> = directives(&read)[2..]
        .iter()
        .filter_map(|d| d.addressee.as_deref())
        .collect();
    assert_eq!(
        inline,
        ["Управлению образования", "ОГИБДД (по согласованию)"]
    );
    assert!(read.closing.is_empty(), "{:?}", read.closing);
}

#[test]
fn who_begins_a_story_of_a_session_is_given_nothing() {
    let read = body(
        "Форум решил:\n\nСекция 1. «Кадры»\nДиректорам школ района удалось обеспечить обмен опытом.\n\
         Участники рекомендуют:\nШколам:\n- обучить наставников.\n",
    );
    assert_eq!(directives(&read).len(), 1);
}

#[test]
fn what_only_leads_in_is_no_session() {
    for lead in [
        "По итогам работы секции рекомендовано",
        "По итогам работы участники форума выработали следующие предложения",
    ] {
        let read = body(&format!(
            "Форум прошёл.\n\n{lead}\n\n**Секция 1. «Кадры»**\n\n**Школам:**\n\n- обучить наставников.\n"
        ));
        assert_eq!(titles(&read), ["Кадры"], "{lead}");
        assert_eq!(directives(&read).len(), 1, "{lead}");
    }
    let read = body(
        "Секция 1. «Кадры»\nПо итогам работы секции рекомендовано\nШколам:\n1. Обучить наставников.\n",
    );
    assert_eq!(titles(&read), ["Кадры"]);
}

#[test]
fn a_lead_in_may_end_with_a_full_stop_or_stand_above_a_formal_item() {
    let read = body("Участники совещания предлагают.\nШколам:\n- обучить наставников.\n");
    assert_eq!(
        read.sections[0].lead_in.as_deref(),
        Some("Участники совещания предлагают.")
    );
    let read = body(
        "Конференция РЕШИЛА:\n1. Работу школ района признать удовлетворительной.\n2. Школам:\n2.1. Обучить наставников.\n",
    );
    assert_eq!(
        read.sections[0].lead_in.as_deref(),
        Some("Конференция РЕШИЛА:")
    );
    assert_eq!(directives(&read).len(), 1);
}

#[test]
fn who_is_asked_for_what_follows_heads_a_group() {
    let read = body(
        "Форум предлагает:\n\nУправлению образования сосредоточить усилия на следующем:\n– обучить наставников;\n– открыть музей.\n",
    );
    let groups = groups(&read);
    assert_eq!(groups[0].addressees, ["Управлению образования"]);
    let leads: Vec<_> = directives(&read).iter().map(|d| d.lead.clone()).collect();
    assert_eq!(leads, [None, None]);
}

#[test]
fn short_names_over_their_numbers_head_a_group() {
    let read = body(
        "Форум решил:\n1. Школам:\n1.1. обучить наставников;\n2. ДДТ и ДЮСШ\n2.1. открыть кружки.\n3. ФГОС\n3.1. изучить требования.\n",
    );
    let headings: Vec<&str> = groups(&read).iter().map(|g| g.heading.as_str()).collect();
    assert_eq!(headings[..2], ["Школам", "ДДТ и ДЮСШ"]);
    assert_eq!(titles(&read), ["ФГОС"]);
}

#[test]
fn the_theme_and_the_territory_may_have_lines_of_their_own() {
    let read = resolution(
        "РЕЗОЛЮЦИЯ\nавгустовского совещания работников образования\n(Озёрский район, Тверская область)\n(28 августа 2026 г.)\n\n\
         Тема совещания: «О задачах школ»\n\nСовещание рекомендует:\nШколам:\n- обучить наставников.\n",
    );
    assert_eq!(read.event.theme.as_deref(), Some("О задачах школ"));
    assert_eq!(read.event.municipality.as_deref(), Some("Озёрский район"));
    assert!(read.unplaced.is_empty(), "{:?}", read.unplaced);
}

#[test]
fn a_numbered_line_in_the_dative_heads_the_list_below_it() {
    for heading in ["Райкому профсоюза", "Хору «Заря»"] {
        let read = body(&format!(
            "Форум решил:\n1. Школам:\n1.1. обучить наставников.\n2. {heading}:\n2.1. провести слёт;\n2.2. дать концерт.\n\
             3. Родительской общественности: обсудить итоги.\n"
        ));
        let headings: Vec<&str> = groups(&read).iter().map(|g| g.heading.as_str()).collect();
        assert_eq!(headings, ["Школам", heading, "Родительской общественности"]);
        assert_eq!(directives(&read).len(), 4);
    }
}

#[test]
fn short_names_without_a_number_head_a_list_and_what_was_discussed_names_no_problems() {
    let read = body(
        "Участники, обсудив проблемы воспитания, отмечают, что система сложилась: действуют 11 отрядов.\n\nФорум рекомендует:\n\
         Школам:\n– обучить наставников.\n\nИМЦ:\n– провести смотр;\n– открыть музей.\n",
    );
    let headings: Vec<&str> = groups(&read).iter().map(|g| g.heading.as_str()).collect();
    assert_eq!(headings, ["Школам", "ИМЦ"]);
    assert!(
        read.sections[0].problems.is_empty(),
        "{:?}",
        read.sections[0].problems
    );
    let read = body(
        "Участники, обсудив доклад, отмечают стабильную работу. Вместе с тем остры проблемы кадров: 21 вакансия; износ школ.\n\n\
         Форум рекомендует:\nШколам:\n– обучить наставников.\n",
    );
    assert_eq!(read.sections[0].problems, ["21 вакансия", "износ школ"]);
}

#[test]
fn a_mark_of_approval_and_a_municipality_above_the_kind_are_told() {
    let read = resolution(
        "Муниципальное образование «Озёрский район»\n\nРЕЗОЛЮЦИЯ\nфорума педагогов\n26 августа 2026 г.\n\nФорум решил:\nШколам:\n- обучить наставников.\n",
    );
    assert_eq!(read.issuer, ["Муниципальное образование «Озёрский район»"]);
    let read = resolution(
        "Утверждена на пленарном заседании конференции\n(протокол от 26.08.2026 г. № 1)\n\nРЕЗОЛЮЦИЯ\nконференции педагогов\n\nФорум решил:\nШколам:\n- обучить наставников.\n",
    );
    assert!(read.unplaced.is_empty(), "{:?}", read.unplaced);
    assert_eq!(
        read.adopted_on.map(|day| day.to_string()).as_deref(),
        Some("2026-08-26")
    );
    // What was approved before the document's own day was something else.
    let read = resolution(
        "УТВЕРЖДЕНО\nпротокол от 20.08.2026 № 3\n\nРЕЗОЛЮЦИЯ\nсовещания педагогов\n\n26.08.2026 п. Кленовое\n\n\
         Совещание решило:\nШколам:\n1. обучить наставников.\nПримечание: за счёт бюджета района.\n",
    );
    assert_eq!(read.adopted_on.unwrap().to_string(), "2026-08-26");
    assert_eq!(read.approval.len(), 2);
    assert_eq!(directives(&read)[0].text, "обучить наставников");
    assert_eq!(read.unplaced.len(), 1, "{:?}", read.unplaced);
}

#[test]
fn bodies_by_short_names_or_behind_a_preposition_head_their_tasks() {
    let bodies = |heading: &str| -> Vec<String> {
        let found = body(&format!(
            "Участники рекомендуют:\n\nШколам:\n- провести смотр,\n{heading}\n- открыть кружок;\n- обновить стенд."
        ));
        let last = groups(&found).last().map(|group| group.addressees.clone());
        assert_eq!(directives(&found).len(), 3, "{heading}");
        last.unwrap()
    };
    assert_eq!(
        bodies("Рекомендовать ПМПК, ИМЦ и школам:"),
        ["ПМПК", "ИМЦ", "школам"]
    );
    assert_eq!(bodies("к администрации округа –"), ["администрации округа"]);
    assert_eq!(
        bodies("к Управлению образования:"),
        ["Управлению образования"]
    );
    assert_eq!(bodies("к родителям (законным представителям):").len(), 1);
    assert_eq!(
        bodies("МАУДО \"Центр творчества\", МАУДО ДЮСШ, опорному центру:").len(),
        3
    );
}

#[test]
fn a_person_in_brackets_answers_for_what_a_body_is_given() {
    let found = body(
        "Участники рекомендуют:\n\nЗаведующим ДОУ:\n- открыть 45 мест (Срок – до 1 декабря 2026 г., отв. Мальцева Е.И.);\n- провести смотр (отв.: ИМЦ).",
    );
    let own: Vec<Option<&str>> = directives(&found)
        .iter()
        .map(|directive| directive.addressee.as_deref())
        .collect();
    assert_eq!(own, [None, Some("ИМЦ")]);
}

#[test]
fn thanks_are_no_task_and_end_nothing() {
    let found = body(
        "РЕШИЛИ:\n1. Школам:\n1.1. Провести смотр.\n1.2. Поблагодарить коллектив школы № 9 за гостеприимство.\n1.3. Открыть кружок.",
    );
    assert_eq!(directives(&found).len(), 2);
    assert_eq!(found.closing.len(), 1);
}

#[test]
fn loud_numbered_lines_are_parts() {
    let found = body(
        "Конференция рекомендует:\n\n1\tНА УРОВНЕ ДОШКОЛЬНОГО ОБРАЗОВАНИЯ\nЗаведующим детскими садами\n1)\tоткрыть группы;\n2)\tобновить площадки.\n\n\
         2\tОБЩИЕ РЕКОМЕНДАЦИИ\n2.1.\tДиректорам школ провести смотр.",
    );
    assert_eq!(
        titles(&found),
        ["НА УРОВНЕ ДОШКОЛЬНОГО ОБРАЗОВАНИЯ", "ОБЩИЕ РЕКОМЕНДАЦИИ"]
    );
    assert_eq!(directives(&found).len(), 3);
}

#[test]
fn a_title_tells_its_number_territory_and_days_apart_from_the_event() {
    for (text, event, theme, day) in [
        (
            "П Р О Т О К О Л  N 1\nавгустовского совещания педагогов\n28 августа 2026 г.\n\nРЕШИЛИ:\n1. Провести смотр.",
            "августовское совещание педагогов",
            None,
            "2026-08-28",
        ),
        (
            "Муниципальное образование Официальный сайт\nМЕНЮ\nО городе\n\nИТОГОВЫЙ ДОКУМЕНТ\nгородской августовской конференции\n\nОзёрский городской округ,\nТверская область\n29 августа 2026 года\n\nРЕШИЛИ:\n1. Провести смотр.",
            "городская августовская конференция",
            None,
            "2026-08-29",
        ),
        (
            "УТВЕРЖДЁН\nна заседании коллегии комитета\n(протокол от 30.08.2026 № 4)\n\nПЛАН ДЕЙСТВИЙ\nпо реализации решений августовского педагогического совета\n«Школа у реки» (27 августа 2026 года)\nна 2026/2027 учебный год\n\n1. Провести смотр.",
            "августовский педагогический совет",
            Some("Школа у реки"),
            "2026-08-27",
        ),
        (
            "Приложение № 2\nк приказу комитета\nот 05.09.2026 № 187\n\nРЕКОМЕНДАЦИИ\nсекций и круглых столов августовского совещания\n(26 августа 2026 года)\n\nШколам:\n- провести смотр.",
            "августовское совещание",
            None,
            "2026-08-26",
        ),
    ] {
        let found = resolution(text);
        assert_eq!(found.event.name.as_deref(), Some(event));
        assert!(found.issuer.is_empty(), "{event}: {:?}", found.issuer);
        assert_eq!(found.event.theme.as_deref(), theme, "{event}");
        // A stamp of the order it is an appendix to is kept as it stands, and so is the menu of a site.
        let stamped = text.starts_with("Приложение") || text.contains("МЕНЮ");
        assert_eq!(found.unplaced.is_empty(), !stamped, "{event}");
        assert_eq!(held(&found), [day], "{event}");
    }
}

#[test]
fn a_question_of_the_agenda_may_be_opened_by_its_name_alone() {
    let found = resolution(
        "ПРОТОКОЛ № 7\nсовета\n1 декабря 2026 г.\n\nПовестка дня:\n1. О приёме в школы\n2. Разное.\n\n1. СЛУШАЛИ: Юрьеву И.А.\nРЕШИЛИ:\n1.1 Школам до 1 мая провести приём.\n\n2. РАЗНОЕ.\nРЕШИЛИ:\n2.1. Школам провести смотр.",
    );
    assert_eq!(titles(&found), ["О приёме в школы", "Разное"]);
    assert_eq!(directives(&found).len(), 2);
}

#[test]
fn what_a_meeting_says_of_itself_stands_below_no_addressee() {
    let found = resolution(
        "ПРОТОКОЛ № 7\nсовета\n1 декабря 2026 г.\n\nПовестка дня:\n1. Об итогах отдыха\n\n1. СЛУШАЛИ:\n\nРябову О.В. – об итогах отдыха.\n\nПризнать работу лагерей удовлетворительной.\n\nРЕШИЛИ:\n1. Школам провести смотр.",
    );
    assert_eq!(titles(&found), ["Об итогах отдыха"]);
    assert_eq!(groups(&found).len(), 1);
    assert_eq!(directives(&found).len(), 1);
}
