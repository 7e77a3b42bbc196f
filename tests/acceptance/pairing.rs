//! How well directives are paired: pairs of documents with relations given by hand, from reading the
//! files to the finished comparison. Cases named `test-…` were not used in fitting or in choosing
//! anything; the figures of the readme are theirs, and their single faults are never printed.

use svod_diff::compare;
use svod_model::Resolution;
use svod_tests::pairs::cases;
use svod_tests::planted::{self, Words};

use crate::figures::{Figures, measure};

fn figures(which: impl Fn(&str) -> bool) -> Figures {
    let mut figures = Figures::default();
    let mut count = 0;
    for case in cases().iter().filter(|case| which(&case.name)) {
        measure(case, &compare(&case.old, &case.new), &mut figures);
        count += 1;
    }
    assert!(count >= 5, "{count} cases");
    figures
}

#[test]
fn unseen_documents_are_paired_as_well_as_the_readme_says() {
    // The first seven are those of earlier figures.
    let earlier = |name: &str| ["8", "9", "10"].iter().all(|n| name != format!("test-{n}"));
    let first = figures(|name| name.starts_with("test") && earlier(name));
    println!("the first seven: {}", first.table());
    let figures = figures(|name| name.starts_with("test"));
    println!("all ten: {}\n{}", figures.table(), figures.confusion());
    assert!(figures.pairs.f1() >= 0.78, "{}", figures.table());
    assert!(figures.average_precision() >= 0.78, "{}", figures.table());
    assert!(figures.relation.of() >= 0.8, "{}", figures.table());
    assert!(figures.deadline.f1() >= 0.92, "{}", figures.table());
    assert!(figures.indicator.f1() >= 0.92, "{}", figures.table());
    assert!(figures.traps.of() <= 0.1, "{}", figures.table());
    assert!(figures.calibration_error() <= 0.1, "{}", figures.table());
    assert!(figures.carried.of() >= 1.0, "{}", figures.table());
}

#[test]
fn fitted_documents_are_paired() {
    let figures = figures(|name| !name.starts_with("test"));
    println!("fitted: {}\n{}", figures.table(), figures.faults.join("\n"));
    // Most of these are hard on purpose: four of five pairs of some share few words.
    assert!(figures.pairs.f1() >= 0.8, "{}", figures.table());
}

/// Other words for the same, in the same form.
const OTHER_WORDS: [(&str, &str); 44] = [
    ("обучающихся", "учеников"),
    ("обучающимися", "учениками"),
    ("школьников", "учащихся"),
    ("педагогических работников", "педагогов"),
    ("педагогов", "педагогических работников"),
    ("учителей", "преподавателей"),
    ("образовательных организаций", "образовательных учреждений"),
    (
        "образовательных организациях",
        "образовательных учреждениях",
    ),
    ("образовательных учреждений", "учреждений образования"),
    ("родителей", "родителей (законных представителей)"),
    ("детей", "ребят"),
    ("молодых специалистов", "начинающих педагогов"),
    ("план мероприятий", "дорожную карту"),
    ("план", "перечень мероприятий"),
    ("мониторинг", "отслеживание"),
    ("контроль за", "надзор за"),
    ("контроль", "проверку"),
    ("семинары", "обучающие встречи"),
    ("семинар", "обучающую встречу"),
    ("курсы повышения квалификации", "обучение на курсах"),
    ("условия для", "предпосылки для"),
    ("возможность", "вопрос о возможности"),
    ("повышение", "рост"),
    ("повышения", "роста"),
    ("развитие", "совершенствование"),
    ("развития", "совершенствования"),
    ("качества образования", "образовательных результатов"),
    ("информационной безопасности", "безопасности в сети"),
    ("обеспечить", "создать условия, обеспечивающие"),
    ("организовать", "наладить"),
    ("провести", "организовать и провести"),
    ("проводить", "организовывать"),
    ("разработать", "подготовить"),
    ("подготовить", "составить"),
    ("увеличить", "повысить"),
    ("представить", "направить"),
    ("обновить", "актуализировать"),
    ("создать", "сформировать"),
    ("принять", "утвердить"),
    ("продолжить", "вести и дальше"),
    ("активизировать", "усилить"),
    ("использовать", "применять"),
    ("внедрить", "ввести в практику"),
    ("рассмотреть", "изучить"),
];

/// Things that stand in the same sentences and are others.
const OTHER_THINGS: [(&str, &str); 16] = [
    ("музеев", "библиотек"),
    ("питания", "медицинского обслуживания"),
    ("психологов", "логопедов"),
    ("наставничества", "волонтёрства"),
    ("математике", "истории"),
    ("театров", "хоров"),
    ("воспитания", "трудоустройства"),
    ("сайтов", "столовых"),
    ("аттестации", "диспансеризации"),
    ("олимпиады", "спартакиады"),
    ("функциональной грамотности", "дорожной безопасности"),
    ("одарённых детей", "детей-сирот"),
    ("дошкольного образования", "отдыха детей"),
    ("цифрового оборудования", "спортивного инвентаря"),
    ("кабинетов", "пищеблоков"),
    ("молодых педагогов", "выпускников"),
];

#[test]
fn planted_changes_are_told() {
    let documents: Vec<(String, Resolution)> = crate::redline::gold();
    let mut figures = Figures::default();
    let mut count = 0;
    for (name, old) in &documents {
        let others = documents.iter().filter(|(other, _)| other != name);
        let strangers: Vec<String> = others
            .flat_map(|(_, other)| {
                other
                    .directives()
                    .map(|(_, _, d)| d.text.clone())
                    .collect::<Vec<_>>()
            })
            .collect();
        let words = Words {
            other_words: &OTHER_WORDS,
            other_things: &OTHER_THINGS,
        };
        for case in planted::cases(name, old, &strangers, words, 3) {
            measure(&case, &compare(&case.old, &case.new), &mut figures);
            count += 1;
        }
    }
    println!(
        "planted, {count} pairs: {}\n{}",
        figures.table(),
        figures.confusion()
    );
    println!("{}", figures.faults.join("\n"));
}
