//! Tests of numbers that look like targets and of targets that do not look like numbers.

use chrono::NaiveDate;

use super::find;

fn shown(text: &str) -> Vec<String> {
    find(text, NaiveDate::from_ymd_opt(2026, 8, 25))
        .into_iter()
        .map(|found| {
            assert_eq!(
                text.get(found.range.clone()),
                Some(found.value.phrase.as_str())
            );
            let target = found.value;
            let shown = format!("{:?} {} {}", target.relation, target.value, target.unit);
            shown.trim_end().to_owned()
        })
        .collect()
}

#[test]
fn what_is_to_be_excluded_is_a_bound_the_other_way() {
    for (text, expected) in [
        (
            "исключить неудовлетворительные отметки более чем у 15 % школьников",
            "AtMost 15 %",
        ),
        (
            "исключить снижение охвата питанием более чем на 5 %",
            "AtMost 5 %",
        ),
        (
            "не допускать увеличения доли отстающих более чем на 5 %",
            "AtMost 5 %",
        ),
        (
            "не допустить снижения охвата детей питанием ниже 95 %",
            "AtLeast 95 %",
        ),
        (
            "не допускать снижения доли педагогов с категорией менее 60 %",
            "AtLeast 60 %",
        ),
        ("обеспечить долю отстающих менее 5 %", "AtMost 5 %"),
        (
            "не допускать отсева и обеспечить охват более 50 %",
            "AtLeast 50 %",
        ),
    ] {
        assert_eq!(shown(text), [expected], "{text}");
    }
}

#[test]
fn what_says_which_things_are_meant_is_no_target() {
    for text in [
        "развивать театры в городах с численностью менее 100 тысяч человек",
        "открыть кружки в посёлках с населением более 10 тысяч человек",
        "перевести на подвоз школы с численностью обучающихся менее 50 человек",
        "взять на контроль школы, где неуспевающих более 10 %",
        "взять на контроль школы, имеющие долю отстающих более 10 %",
        "посетить школы, в которых доля отстающих выше 10 %",
    ] {
        assert_eq!(shown(text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_counted_may_be_named_before_its_number() {
    for (text, expected) in [
        (
            "вовлечь школьников в движение, количество участников – не менее 400",
            "AtLeast 400 участников",
        ),
        (
            "число охваченных детей — не менее 1 200;",
            "AtLeast 1200 детей",
        ),
        ("количество базовых площадок – 9 единиц", "AtLeast 9 единиц"),
        ("количество базовых площадок – 9", "AtLeast 9 площадок"),
        ("число нарушений – не более 2.", "AtMost 2 нарушений"),
        (
            "открыть стажировочные площадки, не менее двух в районе",
            "AtLeast 2 площадок",
        ),
        (
            "создать опорные школы, не менее 3 на округ",
            "AtLeast 3 школ",
        ),
        (
            "обеспечить выход из группы риска не менее двух из числа городских школ",
            "AtLeast 2 школ",
        ),
        ("обновить здания, не менее двух в год", "AtLeast 2"),
    ] {
        assert_eq!(shown(text), [expected], "{text}");
    }
    for text in [
        "количество участников – 15 мая уточнить",
        "число классов – 5 лет без изменений",
    ] {
        assert_eq!(shown(text), [""; 0], "{text}");
    }
}

#[test]
fn series_and_all_of_some_are_counted() {
    for (text, expected) in [
        (
            "провести серию из 6 выездных практикумов",
            "AtLeast 6 практикумов",
        ),
        ("разработать цикл из восьми занятий", "AtLeast 8 занятий"),
        ("провести диагностику по 4 школам", "AtLeast 4 школам"),
        (
            "привлечь молодых учителей на 3 вакансии",
            "AtLeast 3 вакансии",
        ),
    ] {
        assert_eq!(shown(text), [expected], "{text}");
    }
    for text in [
        "создать комиссию из 5 лет назад избранных членов",
        "выделить по 2 места каждой школе",
        "одна ставка на 300 обучающихся",
    ] {
        assert_eq!(shown(text), [""; 0], "{text}");
    }
}

#[test]
fn the_noun_is_the_unit_however_many_adjectives_stand_before_it() {
    for (text, expected) in [
        (
            "провести не менее четырёх общешкольных родительских собраний",
            "AtLeast 4 собраний",
        ),
        (
            "провести четыре общешкольных родительских собрания",
            "AtLeast 4 собрания",
        ),
        (
            "провести не менее 3 крупных открытых районных мероприятий",
            "AtLeast 3 мероприятий",
        ),
        (
            "трудоустроить не менее 180 несовершеннолетних на работах",
            "AtLeast 180 несовершеннолетних",
        ),
        (
            "обучить не менее 20 молодых и опытных наставников",
            "AtLeast 20 молодых",
        ),
    ] {
        assert_eq!(shown(text), [expected], "{text}");
    }
}

#[test]
fn the_comma_of_a_number_ends_no_subject() {
    let subjects = |text: &str| -> Vec<String> {
        let found = find(text, None).into_iter();
        found.map(|found| found.value.subject).collect()
    };
    for (text, subject) in [
        (
            "достичь 100 % доступности яслей для детей от 1,5 до 3 лет",
            "доступности яслей для детей от 1,5 до 3 лет",
        ),
        (
            "обеспечить местами 80 % детей от 1,5 до 3 лет, живущих в селе",
            "детей от 1,5 до 3 лет",
        ),
        (
            "обеспечить доступность яслей для детей от 1,5 до 3 лет до 100 %",
            "доступность яслей для детей от 1,5 до 3 лет",
        ),
    ] {
        assert_eq!(subjects(text), [subject], "{text}");
    }
}
