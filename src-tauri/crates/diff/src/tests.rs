//! Cases as a methodologist would put them, and promises that hold for any two documents.

use chrono::NaiveDate;
use proptest::prelude::*;
use svod_model::{Deadline, DeadlineKind, Directive, Group, Id, Indicator, Resolution, Section};

use crate::{Comparison, Op, Relation, compare};

fn document(groups: &[(&str, &[&str])]) -> Resolution {
    let mut count = 0;
    let groups = groups
        .iter()
        .map(|(heading, texts)| Group {
            heading: (*heading).into(),
            addressees: vec![(*heading).into()],
            directives: texts
                .iter()
                .map(|text| {
                    count += 1;
                    let id = Id::new(format!("{count}"));
                    Directive {
                        id,
                        text: (*text).into(),
                        ..Directive::default()
                    }
                })
                .collect(),
            ..Group::default()
        })
        .collect();
    Resolution {
        sections: vec![Section {
            groups,
            ..Section::default()
        }],
        ..Resolution::default()
    }
}

const OFFICE: &str = "Управлению образования администрации округа";
const HEADS: &str = "Руководителям школ";

fn one(old: &str, new: &str) -> Comparison {
    compare(
        &document(&[(OFFICE, &[old])]),
        &document(&[(OFFICE, &[new])]),
    )
}

pub(crate) fn relation(old: &str, new: &str) -> Option<Relation> {
    one(old, new).pairs.first().map(|pair| pair.relation)
}

#[test]
fn equal_text_is_unchanged_and_a_new_date_rewords_it() {
    let text = "утвердить план ремонта школьных библиотек";
    assert_eq!(relation(text, text), Some(Relation::Unchanged));
    // As a reader gives them: with the deadline recognised.
    let due = |phrase: &str| {
        let mut document = document(&[(OFFICE, &[format!("{text} {phrase}").as_str()])]);
        document.sections[0].groups[0].directives[0].deadlines = vec![Deadline {
            phrase: phrase.into(),
            ..Deadline::default()
        }];
        document
    };
    let comparison = compare(
        &due("до 1 октября 2025 года"),
        &due("до 15 ноября 2026 года"),
    );
    assert_eq!(comparison.pairs[0].relation, Relation::Reworded);
    let score = comparison.pairs[0].score;
    assert!(score > 0.9, "{score}");
    // So it is when no reader has looked at them.
    let comparison = one(
        "утвердить план ремонта школьных библиотек до 1 октября 2025 года",
        "утвердить план ремонта школьных библиотек до 15 ноября 2026 года",
    );
    assert_eq!(comparison.pairs[0].relation, Relation::Reworded);
    let score = comparison.pairs[0].score;
    assert!(score > 0.9, "{score}");
}

#[test]
fn edited_wording_is_reworded_and_marked_by_whole_words() {
    let comparison = one(
        "провести окружной слёт юных краеведов в школьных музеях",
        "провести окружной слёт юных краеведов и туристов в школьных музеях",
    );
    let pair = &comparison.pairs[0];
    assert_eq!(pair.relation, Relation::Reworded);
    let inserted: Vec<&str> = pair
        .words
        .iter()
        .filter(|w| w.op == Op::Insert)
        .map(|w| w.text.trim())
        .collect();
    assert_eq!(inserted, ["и туристов"]);
    assert!(pair.words.iter().all(|word| word.op != Op::Delete));
}

#[test]
fn same_words_for_another_task_are_no_pair() {
    for (old, new) in [
        (
            "разработать программу развития школьного театра",
            "разработать программу развития наставничества педагогов",
        ),
        (
            "провести мониторинг качества питания обучающихся",
            "провести конкурс профессионального мастерства педагогов",
        ),
        (
            "обеспечить охват детей горячим питанием",
            "обеспечить участие педагогов в курсах по робототехнике",
        ),
        (
            "организовать в ноябре муниципальный конкурс «Учитель года» и обеспечить участие победителя",
            "организовать в октябре муниципальный конкурс «Педагогический дебют» для начинающих",
        ),
        // The same formula goes on with another thing, known to the lexicon or not.
        (
            "довести до сведения родителей порядок перевода детей в другую школу",
            "довести до сведения родителей порядок предоставления мер социальной поддержки",
        ),
        (
            "организовать семинар для заведующих детскими садами по вопросам ведения сайта и делопроизводства",
            "организовать семинар для заведующих детскими садами по вопросам закаливания малышей",
        ),
    ] {
        let comparison = one(old, new);
        assert!(
            comparison.pairs.is_empty(),
            "{old} / {new}: {:?}",
            comparison.pairs
        );
        assert_eq!((comparison.dropped.len(), comparison.added.len()), (1, 1));
    }
}

#[test]
fn twins_under_several_addressees_stay_with_their_own() {
    let (schools, kindergartens) = (
        "Руководителям общеобразовательных организаций",
        "Руководителям дошкольных организаций",
    );
    let task = |year: &str| format!("провести тренировочные эвакуации до {year} года");
    let [first, second] = ["2025", "2026"].map(task);
    let [third, fourth] = ["2026", "2027"].map(task);
    let old = document(&[(schools, &[&first]), (kindergartens, &[&second])]);
    let new = document(&[(kindergartens, &[&fourth]), (schools, &[&third])]);
    for (old, new) in [(&old, &new), (&new, &old), (&old, &old)] {
        let found = compare(old, new);
        assert_eq!(found.pairs.len(), 2);
        assert!(
            found
                .pairs
                .iter()
                .all(|pair| pair.changes.addressee.is_none()),
            "{found:#?}"
        );
    }
}

#[test]
fn numerals_and_the_case_of_a_name_make_no_other_task() {
    for (old, new) in [
        (
            "организовать работу трёх муниципальных стажировочных площадок",
            "организовать работу пяти муниципальных стажировочных площадок",
        ),
        (
            "утвердить план («дорожную карту») по введению обновлённых стандартов",
            "обеспечить выполнение плана («дорожной карты») по введению обновлённых стандартов",
        ),
    ] {
        let found = one(old, new);
        assert_eq!(found.pairs.len(), 1, "{new}");
        assert!(found.pairs[0].score > 0.8, "{}", found.pairs[0].score);
    }
}

#[test]
fn what_is_done_for_others_is_not_the_same_beyond_doubt() {
    let sure = |old: &str, new: &str| {
        let found = one(old, new);
        found
            .pairs
            .iter()
            .any(|pair| pair.certainty == crate::Certainty::Sure)
    };
    assert!(!sure(
        "организовать правовое просвещение обучающихся с привлечением сотрудников полиции",
        "организовать правовое просвещение родителей с привлечением сотрудников полиции",
    ));
    assert!(!sure(
        "обеспечить прохождение медицинских осмотров педагогов в районной больнице",
        "обеспечить прохождение медицинских осмотров воспитанников в районной больнице",
    ));
    assert!(sure(
        "организовать правовое просвещение обучающихся с привлечением сотрудников полиции",
        "организовать правовое просвещение школьников с привлечением сотрудников полиции",
    ));
}

#[test]
fn the_same_words_by_another_day_are_not_unchanged() {
    let due = |phrase: &str, month: u32| {
        let mut document = document(&[(OFFICE, &["издать приказы о назначении ответственных"])]);
        document.sections[0].groups[0].directives[0].deadlines = vec![Deadline {
            phrase: phrase.into(),
            to: NaiveDate::from_ymd_opt(2026, month, 1),
            ..Deadline::default()
        }];
        document
    };
    let october = due("до 1 октября", 10);
    let told = |new: &Resolution| compare(&october, new).pairs[0].relation;
    assert_eq!(told(&october), Relation::Unchanged);
    assert_eq!(told(&due("до 1 сентября", 9)), Relation::Reworded);
}

#[test]
fn how_often_is_the_same_in_an_adjective_and_in_an_adverb() {
    let often = |text: &str, recurrence: Option<&str>| {
        let mut document = document(&[(OFFICE, &[text])]);
        document.sections[0].groups[0].directives[0].deadlines = recurrence
            .map(|rule| Deadline {
                phrase: "ежеквартально".into(),
                kind: DeadlineKind::Recurring,
                recurrence: Some(rule.into()),
                ..Deadline::default()
            })
            .into_iter()
            .collect();
        document
    };
    let rule = "FREQ=MONTHLY;INTERVAL=3";
    let new = often(
        "проводить ежеквартально собеседования с руководителями школ",
        Some(rule),
    );
    let changed = |old: &str| {
        let found = compare(&often(old, None), &new);
        found.pairs[0].changes.deadlines.clone()
    };
    assert_eq!(
        changed("проводить ежеквартальные собеседования с руководителями школ"),
        None
    );
    let told = changed("проводить ежемесячные собеседования с руководителями школ").unwrap();
    assert_eq!(
        (told.old[0].phrase.as_str(), told.new.len()),
        ("ежемесячные", 1)
    );
    let told = changed("проводить собеседования с руководителями школ").unwrap();
    assert!(told.old.is_empty() && told.new.len() == 1);
}

#[test]
fn what_is_done_about_what_was_found_is_the_next_step() {
    let found = one(
        "провести обследование школьных спортивных площадок на пришкольных участках",
        "устранить дефекты школьных спортивных площадок на пришкольных участках, выявленные при обследовании",
    );
    let reasons = &found.pairs[0].reasons;
    assert!(!reasons.contains(&crate::Reason::SameAction), "{reasons:?}");
}

#[test]
fn other_verbs_and_words_of_the_genre_make_no_other_task() {
    for (old, new) in [
        (
            "провести серию консультаций для заместителей директоров",
            "организовать и провести серию консультаций для заместителей директоров",
        ),
        (
            "подготовить сборник уроков района",
            "составить сборник уроков района",
        ),
    ] {
        let comparison = compare(
            &document(&[("Рекомендовать школам:", &[old])]),
            &document(&[("Рекомендовать школам:", &[new])]),
        );
        assert_eq!(comparison.pairs.len(), 1, "{new}");
    }
}

#[test]
fn another_deadline_over_the_same_item_is_a_change() {
    let under = |lead: &str| {
        let mut one = document(&[("Школам:", &["провести смотр школьных музеев"])]);
        one.sections[0].groups[0].directives[0].lead = Some(lead.into());
        one
    };
    let (old, new) = (
        under("до 15 апреля 2026 года в каждой школе:"),
        under("до 15 апреля 2027 года в каждой школе:"),
    );
    let [pair] = &compare(&old, &new).pairs[..] else {
        panic!("one pair");
    };
    assert_eq!(pair.relation, Relation::Reworded);
    let of = |op: Op| -> String {
        let words = pair.lead_words.iter().filter(|word| word.op == op);
        words.map(|word| word.text.as_str()).collect()
    };
    assert!(of(Op::Delete).contains("2026") && of(Op::Insert).contains("2027"));
    assert!(of(Op::Equal).contains("в каждой школе"));
    let same = &compare(&old, &old).pairs[0];
    assert!(same.relation == Relation::Unchanged && same.lead_words.is_empty());
}

#[test]
fn contest_of_another_name_is_not_the_same_beyond_doubt() {
    let comparison = one(
        "провести в ноябре муниципальный этап конкурса «Воспитатель года» с участием победителей прошлых лет",
        "провести в ноябре муниципальный этап конкурса «Педагог-психолог» с участием победителей прошлых лет",
    );
    let sure = |pair: &crate::Pair| pair.certainty == crate::Certainty::Sure;
    assert!(!comparison.pairs.iter().any(sure), "{:?}", comparison.pairs);
}

#[test]
fn much_the_same_with_nothing_against_it_is_one_task_beside_rivals_too() {
    let old = [
        "обеспечить реализацию рабочих программ воспитания в школах",
        "обновить сайты школ",
    ];
    let new = [
        "организовать с 1 сентября 2027 года реализацию в образовательных организациях рабочих программ воспитания",
        "обеспечить реализацию «Программы воспитания» в детских садах",
        "обеспечить разработку программ воспитания",
    ];
    let found = compare(&document(&[(OFFICE, &old)]), &document(&[(HEADS, &new)]));
    let pair = found.pairs.iter().find(|pair| pair.old.text == old[0]);
    let pair = pair.expect("a pair");
    assert_eq!(pair.new.text, new[0]);
    assert!(
        pair.score >= crate::thresholds::PLAIN_SCORE,
        "{}",
        pair.score
    );
}

#[test]
fn the_same_opening_is_one_task_whatever_else_is_to_be_done_but_not_for_whom() {
    let paired = |old: &str, new: &str| relation(old, new).is_some();
    assert!(paired(
        "организовать участие школьников в социально-психологическом тестировании, использовать его результаты в профилактической работе",
        "организовать участие школьников в социально-психологическом тестировании, использовать его результаты при составлении планов профилактической работы",
    ));
    assert!(paired(
        "обеспечить реализацию рабочих программ воспитания и календарных планов работы при участии советников директоров",
        "обеспечить реализацию рабочих программ воспитания и календарных планов работы, дополнив их днями памяти",
    ));
    assert!(paired(
        "обеспечить выполнение требований к защищённости объектов (территорий), утверждённых правительством, завершить оснащение системами оповещения",
        "обеспечить выполнение требований к защищённости объектов (территорий), утверждённых правительством, завершить установку турникетов",
    ));
    assert!(!paired(
        "проводить ежемесячные семинары для учителей, переходящих на новые стандарты",
        "проводить ежемесячные семинары для учителей, обучающих детей с нарушениями слуха",
    ));
}

#[test]
fn constant_work_has_no_other_term_than_work_without_one() {
    let task = |deadlines: Vec<Deadline>| {
        let mut document = document(&[(HEADS, &["обеспечить горячее питание школьников"])]);
        document.sections[0].groups[0].directives[0].deadlines = deadlines;
        document
    };
    let term = |kind, to: Option<&str>| Deadline {
        kind,
        phrase: format!("{kind:?}"),
        to: to.map(|to| to.parse().unwrap_or_default()),
        ..Deadline::default()
    };
    let changed = |old: Vec<Deadline>, new: Vec<Deadline>| {
        let comparison = compare(&task(old), &task(new));
        comparison.pairs[0].changes.deadlines.is_some()
    };
    let constant = || term(DeadlineKind::Permanent, None);
    assert!(!changed(vec![], vec![constant()]));
    assert!(changed(
        vec![term(DeadlineKind::ByDate, Some("2026-10-01"))],
        vec![constant()]
    ));
    assert!(changed(vec![], vec![term(DeadlineKind::Recurring, None)]));
}

#[test]
fn targets_are_set_beside_those_that_measure_the_same() {
    let target = |value: f64, subject: &str, phrase: &str| Indicator {
        value,
        unit: "%".into(),
        subject: subject.into(),
        phrase: phrase.into(),
        relation: if phrase.contains("более") {
            svod_model::Bound::AtMost
        } else {
            svod_model::Bound::AtLeast
        },
        ..Indicator::default()
    };
    let changed = |old: &[Indicator], new: &[Indicator]| -> Option<[Vec<f64>; 2]> {
        let of = |targets: &[Indicator]| {
            let mut one = document(&[(HEADS, &["обеспечить рост доли педагогов и учителей"])]);
            one.sections[0].groups[0].directives[0].indicators = targets.to_vec();
            one
        };
        let comparison = compare(&of(old), &of(new));
        let change = comparison.pairs[0].changes.indicators.clone()?;
        Some([change.old, change.new].map(|all| all.iter().map(|one| one.value).collect()))
    };
    let (staff, maths) = ("долю педагогов", "учителей математики");
    let of = |value, subject| target(value, subject, "до");
    // 60 is the new share of all and was the share of some.
    assert_eq!(
        changed(
            &[of(45.0, staff), of(60.0, maths)],
            &[of(60.0, staff), of(75.0, maths)]
        ),
        Some([vec![45.0, 60.0], vec![60.0, 75.0]])
    );
    assert_eq!(
        changed(&[of(45.0, staff), of(60.0, maths)], &[of(60.0, staff)]),
        Some([vec![45.0, 60.0], vec![60.0]])
    );
    // Said in another order, or of what is called otherwise, nothing changed.
    assert_eq!(
        changed(
            &[of(45.0, staff), of(60.0, maths)],
            &[of(60.0, maths), of(45.0, "охват")]
        ),
        None
    );
    let at = |phrase| target(15.0, staff, phrase);
    assert_eq!(changed(&[at("не менее 15 %")], &[at("до 15 %")]), None);
    assert_eq!(
        changed(&[at("не менее 15 %")], &[at("не более 15 %")]),
        Some([vec![15.0], vec![15.0]])
    );
}

#[test]
fn what_changed_its_session_moved_and_nothing_else_did() {
    let of = |sessions: &[(&str, &[&str])]| {
        let section = |(title, texts): &(&str, &[&str])| Section {
            title: Some((*title).into()),
            ..document(&[(HEADS, texts)]).sections.remove(0)
        };
        let mut document = Resolution {
            sections: sessions.iter().map(section).collect(),
            ..Resolution::default()
        };
        let sections = document.sections.iter_mut().flat_map(|s| &mut s.groups);
        for (n, one) in sections.flat_map(|g| &mut g.directives).enumerate() {
            one.id = Id::new(n.to_string());
        }
        document
    };
    let (checks, mentors, council) = (
        "утвердить график проверок школьных столовых",
        "изучить опыт работы наставников молодых педагогов области",
        "создать совет молодых педагогов",
    );
    let (quality, staff) = ("Качество", "Кадры");
    let old = of(&[(quality, &[checks, mentors]), (staff, &[council])]);
    let moved = |new: &Resolution| -> Vec<String> {
        let pairs = compare(&old, new).pairs;
        let moved = pairs.into_iter().filter(|pair| pair.moved);
        moved.map(|pair| pair.new.text).collect()
    };
    for order in [[mentors, council], [council, mentors]] {
        let new = of(&[(quality, &[checks]), (staff, &order)]);
        assert_eq!(moved(&new), [mentors], "{order:?}");
    }
    // Sessions that became one took nothing elsewhere.
    assert!(moved(&of(&[("Общее", &[checks, mentors, council])])).is_empty());
}

#[test]
fn another_body_of_the_same_kind_is_another_addressee_when_it_is_told_apart() {
    let readdressed = |old: &str, new: &str| {
        let task = ["провести смотр школьных музеев ко Дню Победы"];
        let comparison = compare(&document(&[(old, &task)]), &document(&[(new, &task)]));
        comparison.pairs[0].changes.addressee.is_some()
    };
    assert!(readdressed("МБОУ «СОШ № 3»", "МБОУ «СОШ № 7»"));
    assert!(readdressed(
        "Классным руководителям",
        "Социальным педагогам"
    ));
    assert!(readdressed(
        "Главам сельских поселений",
        "Администрации Ольховского муниципального района"
    ));
    assert!(!readdressed("МБОУ «СОШ № 3»", "МБОУ СОШ № 3 с. Липки"));
    assert!(!readdressed("Классным руководителям", "Педагогам"));
    assert!(!readdressed(
        "Администрации Липовского района",
        "Главе Ольховского муниципального района"
    ));
}

#[test]
fn one_more_to_help_is_a_change_of_addressees() {
    let with = |partners: &[&str]| {
        let mut one = document(&[(OFFICE, &["организовать профильные смены"])]);
        one.sections[0].groups[0].partners = partners.iter().map(|p| (*p).into()).collect();
        one
    };
    let changed = |old: &[&str], new: &[&str]| {
        let comparison = compare(&with(old), &with(new));
        comparison.pairs[0].changes.addressee.clone()
    };
    let change = changed(&[], &["отделом культуры", "школами"]).expect("a change");
    assert_eq!(change.old, [OFFICE]);
    assert_eq!(
        change.new,
        [
            OFFICE,
            "совместно с отделом культуры",
            "совместно со школами"
        ]
    );
    assert!(changed(&["отделом культуры"], &["отделом культуры района"]).is_none());
}

#[test]
fn the_same_words_in_another_order_are_reworded() {
    assert_eq!(
        relation(
            "довести долю школьников с высоким уровнем читательской грамотности до 20 %, математической грамотности – до 15 %",
            "довести долю школьников с высоким уровнем математической грамотности до 18 %, читательской грамотности – до 25 %",
        ),
        Some(Relation::Reworded)
    );
}

#[test]
fn marks_and_capitals_are_no_change_of_words_or_acts() {
    let act = |canonical: &str| {
        let mut one = document(&[(HEADS, &["принять участие в проекте \"Билет в будущее\""])]);
        one.sections[0].groups[0].directives[0].references = vec![svod_model::Reference {
            canonical: canonical.into(),
            ..svod_model::Reference::default()
        }];
        one
    };
    let mut new = act("проект «Билет в будущее»");
    new.sections[0].groups[0].directives[0].text =
        "Принять участие в проекте «Билет в будущее»".into();
    let comparison = compare(&act("проект \"Билет в будущее\""), &new);
    let [pair] = &comparison.pairs[..] else {
        panic!("one pair");
    };
    assert!(pair.changes.references.is_none());
    assert_eq!(pair.reasons, [crate::Reason::SameText]);
}

#[test]
fn forgetting_takes_some_names_and_always_the_same() {
    let texts = [
        "организовать горячее питание школьников",
        "развивать наставничество молодых педагогов",
        "провести олимпиаду по математике",
        "обновить фонды школьных библиотек",
        "отремонтировать спортивный зал",
        "подготовить выпускников к экзаменам",
    ];
    let document = document(&[(OFFICE, &texts)]);
    let empty = Resolution::default();
    let things = |forgetting| -> Vec<usize> {
        let watch = crate::watch::Watch::none();
        let (old, ..) = crate::unit::units_knowing(&document, &empty, forgetting, &watch).unwrap();
        old.iter().map(|unit| unit.named.len()).collect()
    };
    let (all, some) = (things(None), things(Some(1)));
    assert_eq!(some, things(Some(1)));
    assert!(some.iter().sum::<usize>() < all.iter().sum::<usize>());
    assert!(some.iter().any(|count| *count > 0));
}

#[test]
fn shuffled_directives_are_all_paired_and_told_as_moved() {
    let texts = [
        "открыть консультационные пункты для родителей дошкольников",
        "провести ревизию школьных библиотек и пополнить фонды",
        "обновить паспорта дорожной безопасности школ",
        "заключить договоры о целевом обучении педагогов",
        "организовать подвоз детей из малых сёл",
    ];
    let shuffled: Vec<&str> = [3, 0, 4, 1, 2].iter().map(|n| texts[*n]).collect();
    let comparison = compare(
        &document(&[(OFFICE, &texts)]),
        &document(&[(OFFICE, &shuffled)]),
    );
    assert_eq!(comparison.summary["unchanged"], 5);
    assert_eq!(
        comparison.summary["dropped"] + comparison.summary["added"],
        0
    );
    assert!(
        (1..5).contains(&comparison.summary["moved"]),
        "{:?}",
        comparison.summary
    );
}

#[test]
fn task_given_to_another_body_is_moved_and_says_so() {
    let text = "провести окружной слёт юных краеведов";
    let comparison = compare(
        &document(&[(OFFICE, &[text])]),
        &document(&[(HEADS, &[text])]),
    );
    let pair = &comparison.pairs[0];
    assert!(pair.moved);
    assert_eq!(pair.changes.addressee.as_ref().unwrap().new, [HEADS]);
}

#[test]
fn renamed_district_is_the_same_addressee() {
    let text = "провести окружной слёт юных краеведов";
    let comparison = compare(
        &document(&[(
            "Управлению образования администрации Луговского муниципального района",
            &[text],
        )]),
        &document(&[(
            "Управлению образования администрации Луговского муниципального округа",
            &[text],
        )]),
    );
    assert_eq!(comparison.pairs[0].changes.addressee, None);
}

#[test]
fn one_task_split_in_two_and_two_merged_in_one() {
    let whole = "организовать горячее питание школьников и подвоз детей из малых сёл автобусами";
    let parts = [
        "организовать горячее питание школьников",
        "организовать подвоз детей из малых сёл автобусами",
    ];
    let split = compare(
        &document(&[(HEADS, &[whole])]),
        &document(&[(HEADS, &parts)]),
    );
    assert_eq!(split.summary["split"], 2, "{:?}", split.summary);
    let merged = compare(
        &document(&[(HEADS, &parts)]),
        &document(&[(HEADS, &[whole])]),
    );
    assert_eq!(merged.summary["merged"], 2, "{:?}", merged.summary);
}

#[test]
fn only_facts_that_differ_are_listed() {
    let mut old = document(&[(
        OFFICE,
        &["довести охват детей дополнительным образованием до 76 %"],
    )]);
    let mut new = document(&[(
        OFFICE,
        &["довести охват детей дополнительным образованием до 83 %"],
    )]);
    let fill = |document: &mut Resolution, value, to: &str| {
        let directive = &mut document.sections[0].groups[0].directives[0];
        directive.indicators = vec![Indicator {
            value,
            unit: "%".into(),
            ..Indicator::default()
        }];
        directive.deadlines = vec![Deadline {
            to: to.parse().ok(),
            ..Deadline::default()
        }];
    };
    fill(&mut old, 76.0, "2026-12-31");
    fill(&mut new, 83.0, "2026-12-31");
    let comparison = compare(&old, &new);
    let changes = &comparison.pairs[0].changes;
    assert_eq!(
        changes
            .indicators
            .as_ref()
            .map(|change| change.new[0].value),
        Some(83.0)
    );
    assert_eq!((&changes.deadlines, &changes.references), (&None, &None));
}

#[test]
fn numbers_and_dates_are_never_cut() {
    let comparison = one(
        "довести охват детей дополнительным образованием до 76 % к 31 мая 2026 года",
        "довести охват детей дополнительным образованием до 78 % к 31 мая 2027 года",
    );
    let gone: Vec<&str> = comparison.pairs[0]
        .words
        .iter()
        .filter(|word| word.op == Op::Delete)
        .map(|word| word.text.trim())
        .collect();
    assert!(gone.iter().any(|text| text.contains("76 %")), "{gone:?}");
    assert!(
        gone.iter().any(|text| text.contains("31 мая 2026 года")),
        "{gone:?}"
    );
}

#[test]
fn empty_documents_compare_to_nothing() {
    let comparison = compare(&Resolution::default(), &Resolution::default());
    assert_eq!(comparison.summary.values().sum::<u32>(), 0);
    assert_eq!(comparison.schema, "svod.comparison/1");
}

fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "провести",
        "утвердить",
        "план",
        "школьных",
        "музеев",
        "до",
        "1 мая 2027 года",
        "75 %",
        "«Точка»",
        "детей",
        "№ 5",
        ",",
    ]);
    prop::collection::vec(word, 0..9).prop_map(|words| words.join(" "))
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 0..7)
}

proptest! {
    #[test]
    fn every_directive_is_accounted_for_and_words_give_both_texts_back(old in texts(), new in texts()) {
        let refs = |texts: &[String]| texts.to_vec();
        let (old, new) = (refs(&old), refs(&new));
        let as_strs = |texts: &[String]| -> Vec<&'static str> {
            texts.iter().map(|text| &*Box::leak(text.clone().into_boxed_str())).collect()
        };
        let (before, after) = (as_strs(&old), as_strs(&new));
        let comparison = compare(&document(&[(OFFICE, &before)]), &document(&[(HEADS, &after)]));
        let mut olds: Vec<&str> = comparison.pairs.iter().map(|pair| pair.old.id.as_str())
            .chain(comparison.dropped.iter().map(|part| part.id.as_str())).collect();
        olds.sort_unstable();
        olds.dedup();
        prop_assert_eq!(olds.len(), old.len());
        let mut news: Vec<&str> = comparison.pairs.iter().map(|pair| pair.new.id.as_str())
            .chain(comparison.added.iter().map(|part| part.id.as_str())).collect();
        news.sort_unstable();
        news.dedup();
        prop_assert_eq!(news.len(), new.len());
        for pair in &comparison.pairs {
            let side = |gone: Op| pair.words.iter().filter(|word| word.op != gone)
                .map(|word| word.text.as_str()).collect::<String>();
            prop_assert_eq!(side(Op::Insert), pair.old.text.clone());
            prop_assert_eq!(side(Op::Delete), pair.new.text.clone());
        }
    }

    #[test]
    fn document_compared_with_itself_is_unchanged_and_in_place(texts in texts()) {
        let texts: Vec<&'static str> = texts.into_iter().filter(|text| !text.is_empty())
            .map(|text| &*Box::leak(text.into_boxed_str())).collect();
        let document = document(&[(OFFICE, &texts)]);
        let comparison = compare(&document, &document);
        prop_assert_eq!(comparison.summary["unchanged"] as usize, texts.len());
        prop_assert_eq!(comparison.summary["moved"], 0);
    }
}
