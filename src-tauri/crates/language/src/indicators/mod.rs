//! Numbers a directive is to reach (domain facts, d).
//!
//! [`forms`] finds the numbers, [`subject`] names what each is of; here each gets its date.

mod amounts;
mod change;
mod counts;
mod forms;
mod naming;
mod places;
mod stood;
mod subject;
#[cfg(test)]
mod told;
mod unit;

pub use naming::nominative;

use std::ops::Range;

use chrono::NaiveDate;
use svod_model::{Deadline, Indicator};

use self::forms::{FORMS, Stated};
use self::subject::{Named, Subjects};
use crate::pattern::Text;
use crate::{Found, deadlines, mask};

/// Numbers in words, as far as they tell one.
const FEW: &[&str] = &[
    "двух",
    "двум ",
    "две ",
    "два ",
    "трёх",
    "трех",
    "трём ",
    "трем ",
    "три ",
    "четыр",
    "пять",
    "пяти",
    "шест",
    "семь",
    "семи ",
    "восе",
    "восьми",
    "девят",
    "десят",
    "вдвое",
    "втрое",
    "двадцат",
    "тридцат",
    " ста ",
    "двумя",
    "тремя",
    "пятью",
    "семью",
    "восемью",
    "нул",
];
/// Every target of a text, staged ones apart, each with the date that belongs to it.
pub fn find(text: &str, adopted: Option<NaiveDate>) -> Vec<Found<Indicator>> {
    find_among(text, adopted, &|| deadlines::every(text, adopted))
}

/// [`find`] where everything the text says of time ([`deadlines::every`]) is known already.
pub fn find_beside(
    text: &str,
    adopted: Option<NaiveDate>,
    said: &[Found<Deadline>],
) -> Vec<Found<Indicator>> {
    find_among(text, adopted, &|| said.to_vec())
}

fn find_among(
    text: &str,
    adopted: Option<NaiveDate>,
    said: &dyn Fn() -> Vec<Found<Deadline>>,
) -> Vec<Found<Indicator>> {
    // The patterns are dear; every target has a digit or one of these words.
    let may_count = text.bytes().any(|byte| byte.is_ascii_digit())
        || ["не ", "Не ", "топроцент"]
            .iter()
            .chain(FEW)
            .any(|part| text.contains(part));
    if !may_count {
        return Vec::new();
    }
    let lowered = Text::new(text);
    let hidden = [mask::quoted(text), mask::standing(&lowered)].concat();
    let mut targets: Vec<Stated> = Vec::new();
    for stated in FORMS.iter().flat_map(|form| form(&lowered)) {
        let range = &stated.range;
        let taken = hidden
            .iter()
            .chain(targets.iter().map(|other| &other.range))
            .any(|other| mask::overlap(other, range));
        if !taken {
            targets.push(stated);
        }
    }
    if targets.is_empty() {
        return Vec::new();
    }
    targets.sort_by_key(|stated| stated.range.start);
    let times = said();
    let due: Vec<Range<usize>> = times.iter().map(|time| time.range.clone()).collect();
    let stood = stood::brackets(&lowered, &due, adopted, &targets);
    targets.retain(|stated| {
        stood
            .iter()
            .all(|brackets| !mask::overlap(brackets, &stated.range))
    });
    let all_dates: Vec<(Range<usize>, NaiveDate)> = times
        .iter()
        .filter_map(|found| found.value.to.map(|to| (found.range.clone(), to)))
        .collect();
    let mut no_words = [due, stood].concat();
    no_words.sort_by_key(|range| range.start);
    let subjects = Subjects {
        text,
        times: no_words,
    };
    let once = deadlines::once(times).into_iter();
    let dates: Vec<NaiveDate> = once.filter_map(|found| found.value.to).collect();
    let mut earlier: Option<Named> = None;
    let mut out = Vec::new();
    for (n, stated) in targets.iter().enumerate() {
        let range = stated.range.clone();
        let by = date_for(&range, text, &all_dates).or(match dates.as_slice() {
            [only] => Some(*only),
            _ => None,
        });
        let next = targets
            .get(n + 1)
            .map_or(text.len(), |next| next.range.start);
        let named = subjects.name(&range, &stated.unit, earlier.as_ref(), next);
        out.push(Found {
            value: Indicator {
                phrase: text.get(range.clone()).unwrap_or_default().to_owned(),
                value: stated.value,
                unit: unit::settled(&stated.unit),
                relation: stated.relation,
                // «снизить на 5 %»: what is measured is the change.
                subject: change::name(text, &range).map_or_else(
                    || named.subject.clone(),
                    |change| change::subject(change, &named.subject),
                ),
                by,
                ..Indicator::default()
            },
            range,
        });
        earlier = Some(named);
    }
    out
}

/// The nearest date in the number's own clause, one before it first.
fn date_for(
    range: &Range<usize>,
    text: &str,
    dates: &[(Range<usize>, NaiveDate)],
) -> Option<NaiveDate> {
    let before = behind(text, range.start);
    let front = before.rfind([',', ';']).map_or(0, |at| at + 1);
    let clause_start = range.start - before.len() + front;
    let after = ahead(text, range.end);
    let clause_end = range.end + after.find([',', ';']).unwrap_or(after.len());
    let before = dates
        .iter()
        .rev()
        .find(|(date, _)| date.start >= clause_start && date.end <= range.start);
    let after = dates
        .iter()
        .find(|(date, _)| date.start >= range.end && date.end <= clause_end);
    before.or(after).map(|(_, date)| *date)
}

/// So far from a number, in bytes, what belongs to it may stand. No sentence is as long; of a line that goes
/// on for pages each number would read all of it again.
const FAR: usize = 4000;

/// What stands before a number and may belong to it.
fn behind(text: &str, start: usize) -> &str {
    let from = text.floor_char_boundary(start.saturating_sub(FAR));
    text.get(from..start).unwrap_or_default()
}

/// What stands after a number and may belong to it.
fn ahead(text: &str, end: usize) -> &str {
    let to = text.ceil_char_boundary(end.saturating_add(FAR).min(text.len()));
    text.get(end..to).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        find(text, NaiveDate::from_ymd_opt(2026, 8, 25))
            .into_iter()
            .map(|found| {
                let Indicator {
                    value,
                    unit,
                    relation,
                    by,
                    ..
                } = found.value;
                let by = by.map(|by| by.to_string()).unwrap_or_default();
                format!("{relation:?} {value} {unit} {by}")
                    .trim_end()
                    .to_owned()
            })
            .collect()
    }

    #[test]
    fn thousands_stand_apart_from_hundreds() {
        for text in [
            "обеспечить участие не менее 1 200 человек",
            "довести число участников до 1\u{a0}200 человек",
            "охватить 1 200 человек",
        ] {
            assert_eq!(shown(text), ["AtLeast 1200 человек"], "{text}");
        }
    }

    #[test]
    fn staged_targets_keep_their_own_dates() {
        let text = "довести охват детей к концу 2026 года до 75 %, к концу 2027 года до 76,5 %";
        assert_eq!(
            shown(text),
            ["AtLeast 75 % 2026-12-31", "AtLeast 76.5 % 2027-12-31"]
        );
    }

    #[test]
    fn a_part_of_what_is_measured_has_a_name_of_its_own() {
        let text = "принять меры по обеспечению охвата детей кружками к концу 2026 года до 75 %, \
                    в том числе кружками технической направленности, к концу 2026 года до 20 %, к концу 2027 года до 25 %";
        let subjects: Vec<String> = find(text, None)
            .into_iter()
            .map(|found| found.value.subject)
            .collect();
        let part = "охвата кружками технической направленности";
        assert_eq!(subjects, ["охвата детей кружками", part, part]);
        let same = "довести охват детей, в том числе с ОВЗ, до 80 %";
        assert_eq!(
            find(same, None)[0].value.subject,
            "охват детей, в том числе с ОВЗ"
        );
    }

    fn subjects(text: &str) -> Vec<String> {
        let found = find(text, NaiveDate::from_ymd_opt(2026, 8, 25)).into_iter();
        found.map(|found| found.value.subject).collect()
    }

    #[test]
    fn every_target_of_a_list_has_its_own_subject() {
        for (text, expected) in [
            (
                "довести долю семиклассников с высоким уровнем цифровой грамотности до 20 %, финансовой грамотности – до 15 %",
                [
                    "долю семиклассников с высоким уровнем цифровой грамотности",
                    "долю семиклассников с высоким уровнем финансовой грамотности",
                ],
            ),
            (
                "обеспечить долю призёров смотра не менее 8 %, а победителей – не менее 3 %",
                ["долю призёров смотра", "долю победителей смотра"],
            ),
            (
                "повысить долю воспитателей, прошедших практикум, до 45 %, в том числе логопедов детских садов – до 60 %",
                [
                    "долю воспитателей, прошедших практикум",
                    "долю логопедов детских садов",
                ],
            ),
            (
                "повысить долю воспитателей, прошедших практикум, до 45 %, логопедов – до 60 %",
                [
                    "долю воспитателей, прошедших практикум",
                    "долю логопедов, прошедших практикум",
                ],
            ),
            (
                "довести охват детей дошкольным образованием до 90 %, дополнительным – до 80 %",
                [
                    "охват детей дошкольным образованием",
                    "охват детей дополнительным образованием",
                ],
            ),
            (
                "снизить долю выпускников, не сдавших экзамен по физике, до 5 %, по родному языку – до 2 %",
                [
                    "долю выпускников, не сдавших экзамен по физике",
                    "долю выпускников, не сдавших экзамен по родному языку",
                ],
            ),
            (
                "снизить долю школ без тренера с 12 % до 8 %, детских садов – до 3 %",
                ["долю школ без тренера", "долю детских садов"],
            ),
            (
                "повысить долю учителей с категорией до 40 %, в сельских школах – до 25 %",
                [
                    "долю учителей с категорией",
                    "долю учителей с категорией в сельских школах",
                ],
            ),
            (
                "довести долю школ, имеющих музеи, до 80 %, новые клубы – до 95 %",
                ["долю школ, имеющих музеи", "долю школ, имеющих новые клубы"],
            ),
            (
                "довести долю тренеров с высшей категорией до 30 %, с первой – до 40 %",
                [
                    "долю тренеров с высшей категорией",
                    "долю тренеров с первой категорией",
                ],
            ),
            (
                "обучить 20 % вожатых, 15 % тренеров",
                ["вожатых", "тренеров"],
            ),
            (
                "увеличить до 75 % охват детей кружками, довести до 60 % долю тренеров с категорией",
                ["охват детей кружками", "долю тренеров с категорией"],
            ),
            (
                "довести охват детей питанием до 80 %, обучить не менее 40 % поваров",
                ["охват детей питанием", "поваров"],
            ),
            (
                "довести охват детей питанием до 80 %, провести 5 семинаров",
                ["охват детей питанием", ""],
            ),
        ] {
            assert_eq!(subjects(text), expected, "{text}");
        }
    }

    #[test]
    fn a_name_in_quotation_marks_keeps_both_or_none() {
        assert_eq!(subjects("открыть 1 центр «Точка роста»"), ["Точка роста"]);
    }

    #[test]
    fn what_stands_between_stages_of_one_target_is_no_subject() {
        for text in [
            "довести охват детей кружками к концу 2026 года до 78 %, к концу 2027 года – до 80 %",
            "довести охват детей кружками до 78 % к концу 2026 года, до 80 % – к концу 2027 года",
            "довести охват детей кружками до 78 %, а затем до 80 %",
        ] {
            assert_eq!(subjects(text), ["охват детей кружками"; 2], "{text}");
        }
        for (text, expected) in [
            (
                "увеличить охват детей кружками и довести его до 80 %",
                "охват детей кружками",
            ),
            ("увеличить число секций с 40 до 60 человек", "число секций"),
            ("с охватом не менее 90 % поваров", "охватом поваров"),
            ("провести 5 семинаров и обсудить итоги", ""),
            ("обучить 5 учителей и вожатых", "и вожатых"),
            (
                "провести для вожатых, работающих летом, не менее 5 семинаров",
                "",
            ),
        ] {
            assert_eq!(subjects(text), [expected], "{text}");
        }
    }

    #[test]
    fn side_of_the_target_follows_the_words() {
        assert_eq!(
            shown("снизить долю школ с низкими результатами до 5 %"),
            ["AtMost 5 %"]
        );
        assert_eq!(
            shown("обеспечить 100% охват горячим питанием"),
            ["Exactly 100 %"]
        );
        assert_eq!(
            shown("охватить не менее 46 % детей в 2027 году"),
            ["AtLeast 46 % 2027-12-31"]
        );
        assert_eq!(
            shown("увеличить долю с 31 % до 45 % к 31 мая 2027 года"),
            ["AtLeast 45 % 2027-05-31"]
        );
        assert_eq!(
            shown("провести не менее шести семинаров"),
            ["AtLeast 6 семинаров"]
        );
        assert_eq!(
            shown("обучить до конца 2027 года 40 экспертов"),
            ["AtLeast 40 экспертов 2027-12-31"]
        );
        assert_eq!(
            shown("увеличить число мест целевого приёма до 30"),
            ["AtLeast 30 мест"]
        );
        assert_eq!(
            shown("снизить нагрузку учителей до 20 часов к 1 мая 2027 года"),
            ["AtMost 20 часов 2027-05-01"]
        );
        assert_eq!(
            shown("увеличить охват с 40 до 100 человек"),
            ["AtLeast 100 человек"]
        );
        assert_eq!(
            shown("апробировать не менее чем в 6 школах"),
            ["AtLeast 6 школ"]
        );
    }

    #[test]
    fn every_number_of_a_list_is_counted() {
        for (text, expected) in [
            (
                "обучить 21 учителя, 15 воспитателей и 5 руководителей",
                vec![
                    "AtLeast 21 учителя",
                    "AtLeast 15 воспитателей",
                    "AtLeast 5 руководителей",
                ],
            ),
            (
                "проводить тренировки не менее 1 часа в неделю",
                vec!["AtLeast 1 часа"],
            ),
            ("открыть 1 музей", vec!["AtLeast 1 музей"]),
            ("открыть 10 шахматных клубов", vec!["AtLeast 10 клубов"]),
            (
                "проводить не более двух проверок и пяти срезов в год",
                vec!["AtMost 2 проверок", "AtMost 5 срезов"],
            ),
            (
                "организовать 2 смены и 10 многодневных походов",
                vec!["AtLeast 2 смены", "AtLeast 10 походов"],
            ),
            (
                "провести сборы, занятия (не менее 2 в четверть)",
                vec!["AtLeast 2 занятий"],
            ),
            (
                "занять не менее 180 несовершеннолетних на стройках",
                vec!["AtLeast 180 несовершеннолетних"],
            ),
            ("закупить 35 учебников", vec!["AtLeast 35 учебников"]),
            ("закупить 1 200 атласов", vec!["AtLeast 1200 атласов"]),
            (
                "приобрести 3 станка, 40 новых наборов и 12 верстаков, сдать отчёт",
                vec![
                    "AtLeast 3 станка",
                    "AtLeast 40 наборов",
                    "AtLeast 12 верстаков",
                ],
            ),
            (
                "организовать стажировку для 25 начинающих педагогов",
                vec!["AtLeast 25 педагогов"],
            ),
            (
                "довести средний балл ЕГЭ по химии до 58,4",
                vec!["AtLeast 58.4 баллов"],
            ),
            (
                "обеспечить средний балл по физике в 2027 году не ниже 51",
                vec!["AtLeast 51 баллов 2027-12-31"],
            ),
            (
                "провести вебинары для вожатых (не менее 6), опубликовать записи",
                vec!["AtLeast 6 вебинаров"],
            ),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn an_amount_in_two_units_or_with_its_words_is_one() {
        for (text, expected) in [
            (
                "выделить на ремонт 2 млн 300 тыс. рублей",
                "AtLeast 2.3 млн руб.",
            ),
            (
                "направить 1 миллиард 250 миллионов рублей",
                "AtLeast 1.25 млрд руб.",
            ),
            ("выплатить 3 тыс. 500 рублей", "AtLeast 3.5 тыс. руб."),
            (
                "выделить 500 000 (пятьсот тысяч) рублей",
                "AtLeast 500000 руб.",
            ),
            (
                "выделить не менее 40 (сорока) тыс. рублей",
                "AtLeast 40 тыс. руб.",
            ),
            ("установить плату 85 рублей 50 копеек", "AtLeast 85.5 руб."),
            (
                "установить плату 85 (восемьдесят пять) руб. 05 коп.",
                "AtLeast 85.05 руб.",
            ),
            ("провести не менее 10 (десяти) сборов", "AtLeast 10 сборов"),
            ("оснастить 12 (двенадцать) сельских школ", "AtLeast 12 школ"),
            ("довести охват до 70 (семидесяти) процентов", "AtLeast 70 %"),
        ] {
            assert_eq!(shown(text), [expected], "{text}");
        }
        let found = find("выделить 2 млн 300 тыс. рублей на ремонт", None);
        assert_eq!(found[0].value.phrase, "2 млн 300 тыс. рублей");
        for text in [
            "статья 2 млн 300 тыс.",
            "выплаты до 2 млн 300 тыс. рублей",
            "от 2 млн 300 тыс. рублей",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn numbers_that_are_names_count_nothing() {
        for text in [
            "наблюдать детей 1, 2 и 3 группы здоровья",
            "школ № 2, 15 организаций района",
            "провести 2 этап олимпиады, 5 тур игры",
            "провести 1 сентября праздник, организовать 2 смену",
            "проводить 4 недели, провести 5 дней",
            "ввести 2,5 ставки",
            "одна ставка для 300 обучающихся",
            "открыть курсы для 30 педагогов",
            "повысить средний балл по физике до 15 мая",
            "установить 15 минут отдыха",
            "провести опрос (не менее 6)",
            "занять 1 место",
            "выделить помещения (по оценке, 64 человека)",
            "приобрести станки, 40 лет отслужившие",
            "в течение не менее часа",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn where_things_stand_is_no_target() {
        for text in [
            "довести долю школ с лифтами (в 2025 году – 58,2 %) до 65 %",
            "довести долю школ с лифтами (58,2 % на начало 2026 года) до 65 %",
        ] {
            assert_eq!(shown(text), ["AtLeast 65 %"], "{text}");
            assert_eq!(subjects(text), ["долю школ с лифтами"], "{text}");
        }
        assert_eq!(
            shown("довести долю школ с лифтами до 65 % (в 2027 году – 70 %)"),
            ["AtLeast 65 % 2027-12-31", "AtLeast 70 % 2027-12-31"]
        );
        for text in [
            "довести охват до 95 % (в 2025 году – 91 %)",
            "довести охват до 95 % (91 % в 2025 году)",
            "довести охват до 95 % (в 2024 году – 88 %, в 2025 году – 91 %)",
        ] {
            assert_eq!(shown(text), ["AtLeast 95 %"], "{text}");
        }
        for text in [
            "довести охват до 95 % (2025 год – 91 %)",
            "довести охват до 95 % (2025 г. – 91 %)",
            "довести охват до 95 % (2025 – 91 %)",
            "довести охват до 95 % (2025 год: 91 %)",
            "довести охват до 95 % (2025/2026 учебный год – 91 %)",
            "довести охват до 95 % (2024 год – 88 %, 2025 год – 91 %)",
            "довести охват до 95 % (на 1 июня 2026 года – 91 %)",
            "довести охват до 95 % (по итогам 2025 года – 91 %)",
            "довести охват до 95 % (за 2025 год – 91 %)",
            "довести охват до 95 % (91 % на 1 июня 2026 года)",
            "довести охват до 95 % (91 % за 2025 год)",
            "довести охват до 95 % (факт 2025 года – 91 %)",
            "довести охват до 95 % (факт – 91 %)",
            "довести охват до 95 % (фактически 91 %)",
            "довести охват до 95 % (было 91 %)",
            "довести охват до 95 % (сейчас 91 %)",
            "довести охват до 95 % (в настоящее время – 91 %)",
            "довести охват до 95 % (на сегодняшний день 91 %)",
            "довести охват до 95 % (базовое значение – 91 %)",
            "довести охват до 95 % (база: 91 %)",
            "довести охват до 95 % (в прошлом учебном году – 91 %)",
            // Of this year, and short of the target.
            "довести охват до 95 % (2026 год – 91 %)",
        ] {
            assert_eq!(shown(text), ["AtLeast 95 %"], "{text}");
        }
        for text in [
            "довести охват детей до 95 % (2025 год – 91 %) к 1 июня 2027 года",
            "обеспечить охват детей 95 % (сейчас 91 %)",
        ] {
            assert_eq!(subjects(text), ["охват детей"], "{text}");
        }
        let noun = "довести охват до 95 % (2025 год – 91 %) к 1 июня 2027 года";
        assert_eq!(subjects(noun), ["охват"]);
        assert_eq!(
            shown("снизить долю отходов до 2 % (2026 год – 4 %)"),
            ["AtMost 2 %"]
        );
        for text in [
            "довести охват до 95 % (2027 год – 97 %)",
            "довести охват до 95 % (2026 год – 97 %)",
            "довести охват до 95 % (в 2027 году – 91 %)",
            "довести охват до 95 % (из них 91 % – в школах)",
            "довести охват до 95 % (в том числе школьников – до 91 %)",
        ] {
            assert_eq!(shown(text).len(), 2, "{text}: {:?}", shown(text));
        }
    }

    #[test]
    fn what_is_not_to_be_gone_beyond_is_a_bound_from_above() {
        for (text, expected) in [
            (
                "обеспечить долю поваров-совместителей не более 15 %",
                "AtMost 15 %",
            ),
            (
                "обеспечить долю поваров-совместителей не менее 15 %",
                "AtLeast 15 %",
            ),
            (
                "не допускать превышения доли отходов более 0,5 %",
                "AtMost 0.5 %",
            ),
            ("не допустить отсева свыше 3 %", "AtMost 3 %"),
            ("обеспечить охват более 50 %", "AtLeast 50 %"),
            (
                "не допускать отсева, обеспечить охват более 50 %",
                "AtLeast 50 %",
            ),
            (
                "следить, чтобы доля отходов не превышала 20 %",
                "AtMost 20 %",
            ),
            ("ограничить долю проверочных работ 10 %", "AtMost 10 %"),
            (
                "увеличить долю детей с ограниченными возможностями 10 %",
                "AtLeast 10 %",
            ),
            ("проводить проверки не более чем в 10 % школ", "AtMost 10 %"),
            ("увеличить плату не более чем на 4 %", "AtMost 4 %"),
            ("проводить опросы не менее чем в 10 % школ", "AtLeast 10 %"),
            ("снижать долю необеспеченных атласами до 3 %", "AtMost 3 %"),
            ("установить нагрузку не выше 18 часов", "AtMost 18 часов"),
            ("установить нагрузку не ниже 18 часов", "AtLeast 18 часов"),
            ("не допускать нагрузки свыше 24 часов", "AtMost 24 часов"),
            ("выплатить 100 тыс. рублей", "AtLeast 100 тыс. руб."),
            ("с платой, не превышающей 500 рублей", "AtMost 500 руб."),
        ] {
            assert_eq!(shown(text), [expected], "{text}");
        }
        for text in [
            "учителя не ниже 1 категории, обучающиеся не ниже 5 класса",
            "школы, где занимается свыше 200 человек",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn amounts_are_told_by_their_units() {
        for (text, expected) in [
            (
                "установить подъёмные в размере 150 тысяч рублей",
                "AtLeast 150 тыс. руб.",
            ),
            ("выделить из бюджета 2,4 млн рублей", "AtLeast 2.4 млн руб."),
            ("на сумму не менее 1,2 млн руб.", "AtLeast 1.2 млн руб."),
            ("доплату 5 000 рублей наставникам", "AtLeast 5000 руб."),
            ("каналы связи до 100 Мбит/с", "AtLeast 100 Мбит/с"),
            ("довести скорость до 300 Мбит/с", "AtLeast 300 Мбит/с"),
            (
                "обеспечить не менее 9 тыс. человеко-часов",
                "AtLeast 9 тыс.",
            ),
            ("школ, набравших менее 80 баллов", "AtMost 80 баллов"),
            ("увеличить в 2,5 раза число занятий", "AtLeast 2.5 раза"),
        ] {
            assert_eq!(shown(text), [expected], "{text}");
        }
        for text in [
            "проводить не реже 2 раза в год",
            "обобщить опыт учителей, чьи выпускники набрали 90 баллов и выше",
            "предусмотреть выплаты в размере до 50 тыс. рублей",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
        assert_eq!(
            shown("отремонтировать залы в трёх сельских школах"),
            ["AtLeast 3 школ"]
        );
        for (text, expected) in [
            (
                "переподготовить 10 преподавателей",
                "AtLeast 10 преподавателей",
            ),
            ("обеспечить работу 17 лагерей", "AtLeast 17 лагерей"),
            ("построить детский сад на 140 мест", "AtLeast 140 мест"),
            ("охватить не менее половины школ", "AtLeast 50 %"),
            ("вдвое увеличить число кружков", "AtLeast 2 раза"),
        ] {
            assert_eq!(shown(text), [expected], "{text}");
        }
        for text in [
            "одна ставка на 300 обучающихся",
            "МБОУ «СОШ № 5» и школы № 8 города",
            "учащихся 5–8 классов, в одной из 12 школ района",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
        assert_eq!(shown("в одной из трёх школ"), [""; 0]);
    }

    #[test]
    fn what_is_brought_to_a_number_in_words_is_a_target() {
        for (text, expected) in [
            (
                "увеличить до шести число победителей регионального тура",
                "AtLeast 6 победителей",
            ),
            ("довести число отрядов до восьми", "AtLeast 8 отрядов"),
            (
                "расширить до четырёх перечень организаций ранней помощи",
                "AtLeast 4 организаций",
            ),
            (
                "свести к нулю число учреждений с признаками необъективности",
                "AtMost 0 учреждений",
            ),
            ("сократить число нарушений до нуля", "AtMost 0 нарушений"),
            (
                "повысить число обладателей знаков «Готов к труду и обороне» до 120 человек",
                "AtLeast 120 человек",
            ),
            (
                "повысить число волонтёров до ста человек",
                "AtLeast 100 человек",
            ),
        ] {
            assert_eq!(shown(text), [expected], "{text}");
        }
        for text in [
            "сократить сроки ответа до двух недель",
            "повысить внимание к переходу от четвероклассников до пятиклассников",
            "расширить охват детей от двух до трёх лет",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn things_that_begin_like_a_month_are_counted_and_months_are_not() {
        assert_eq!(
            shown("увеличить число занятий до 12 мастер-классов"),
            ["AtLeast 12 мастер-классов"]
        );
        assert_eq!(shown("увеличить число кружков до 15 мая"), [""; 0]);
        assert_eq!(shown("увеличить число кружков до 15 марта"), [""; 0]);
        assert_eq!(shown("увеличить число кружков до 15 янв. 2027 г."), [""; 0]);
    }

    #[test]
    fn ages_grades_and_titles_are_no_targets() {
        for text in [
            "охватить детей от 5 до 18 лет",
            "обучающихся 1–4 классов школы № 8",
            "реализовать проект «100 % успеха»",
            "повысить квалификацию учителей до 1 мая 2027 года",
            "увеличить число классов до 2030 года",
            "снизить травматизм детей до 14 лет",
            "не реже двух раз в год, на срок не менее трёх лет",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }
}
