//! A directive as the comparison sees it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;
use svod_language::addressees::{self, Class};
use svod_language::words::{collapse, fold, stem};
use svod_model::{Directive, Group, Resolution};

use crate::Part;
use crate::thresholds::{HEAD, LEAD, PROCESS, TAIL};

/// Stems of words that are in every directive.
static PROCESS_STEMS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    [
        "обеспечить",
        "обеспечение",
        "организовать",
        "организация",
        "организации",
        "продолжить",
        "работу",
        "реализация",
        "реализовать",
        "мероприятие",
        "мероприятия",
        "осуществлять",
        "проведение",
        "провести",
        "проводить",
        "принять",
        "меры",
        "создать",
        "условия",
        "развитие",
        "система",
        "системы",
        "рамках",
        "образование",
        "образования",
        "образовательный",
        "учреждение",
        "муниципальный",
        "район",
        "района",
        "округа",
        "школа",
        "деятельность",
        "повышение",
        "повысить",
        "качество",
        "качества",
        "мониторинг",
        "использование",
        "разработать",
        "разработка",
        "вопросам",
        "участие",
        "обучающихся",
        "детей",
        "педагогов",
        "педагогических",
        "работников",
        "программа",
        "программы",
        "план",
        "проект",
        "целью",
        "целях",
        "уровне",
        "совершенствовать",
        "совершенствование",
        "усилить",
        "сопровождение",
        "поддержка",
        "поддержку",
        "внедрение",
        "эффективный",
        "необходимый",
        "общеобразовательный",
    ]
    .iter()
    .map(|word| stem(word))
    .collect()
});
const STOP: &[&str] = &[
    "в",
    "во",
    "на",
    "с",
    "со",
    "по",
    "к",
    "ко",
    "о",
    "об",
    "и",
    "или",
    "для",
    "при",
    "из",
    "за",
    "под",
    "от",
    "до",
    "не",
    "их",
    "а",
    "его",
    "ее",
    "что",
    "как",
    "также",
    "том",
    "числе",
    "через",
    "между",
    "этом",
    "это",
    "том",
    "всех",
    "все",
    "т",
    "д",
    "п",
    "г",
    "гг",
    "года",
    "году",
    "год",
    "срок",
    "менее",
    "более",
];
/// Numbers, percentages and years: typed facts, not wording.
static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\d+(?:[.,]\d+)?\s*(?:%|процент\w*)?").ok());
static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"«([^«»]{3,80})»").ok());

/// One directive with what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Unit<'a> {
    pub(crate) directive: &'a Directive,
    pub(crate) group: &'a Group,
    /// The text in comparable form.
    pub(crate) plain: String,
    /// The text without dates, numbers and case.
    pub(crate) masked: String,
    /// Stems in order, process words included.
    pub(crate) stems: Vec<String>,
    /// Weight of each stem before rarity is counted in.
    pub(crate) weights: BTreeMap<String, f64>,
    pub(crate) bigrams: BTreeSet<(String, String)>,
    /// Quoted names and act numbers, folded.
    pub(crate) names: BTreeSet<String>,
    pub(crate) measures: BTreeSet<&'static str>,
    pub(crate) classes: BTreeSet<Class>,
}

/// Every directive of a document, in order.
pub(crate) fn units(resolution: &Resolution) -> Vec<Unit<'_>> {
    resolution
        .directives()
        .map(|(_, group, directive)| unit(group, directive))
        .collect()
}

fn unit<'a>(group: &'a Group, directive: &'a Directive) -> Unit<'a> {
    let text = directive.text.as_str();
    let mut bare = text.to_owned();
    for deadline in &directive.deadlines {
        if !deadline.phrase.is_empty() {
            bare = bare.replace(&deadline.phrase, " ");
        }
    }
    if let Some(addressee) = &directive.addressee {
        bare = bare.replacen(addressee.as_str(), " ", 1);
    }
    if let Some(pattern) = NUMBER.as_ref() {
        bare = pattern.replace_all(&bare, " ").into_owned();
    }
    let stems = content(&bare);
    let mut weights: BTreeMap<String, f64> = BTreeMap::new();
    let mut weigh = |stem: &String, factor: f64| {
        let weight = factor
            * if PROCESS_STEMS.contains(stem) {
                PROCESS
            } else {
                1.0
            };
        let slot = weights.entry(stem.clone()).or_default();
        *slot = slot.max(weight);
    };
    for (n, stem) in stems.iter().enumerate() {
        weigh(stem, if n < HEAD { 1.0 } else { TAIL });
    }
    for stem in content(directive.lead.as_deref().unwrap_or_default()) {
        weigh(&stem, LEAD);
    }
    let bigrams = stems
        .windows(2)
        .map(|two| (two[0].clone(), two[1].clone()))
        .collect();
    let mut names: BTreeSet<String> = NAME
        .iter()
        .flat_map(|pattern| pattern.captures_iter(text))
        .filter_map(|found| found.get(1))
        .map(|name| fold(name.as_str()))
        .collect();
    names.extend(
        directive
            .references
            .iter()
            .filter_map(|reference| reference.number.clone()),
    );
    let classes = match &directive.addressee {
        Some(own) => [addressees::class(own)].into(),
        None => group
            .addressees
            .iter()
            .map(|body| addressees::class(body))
            .collect(),
    };
    Unit {
        directive,
        group,
        plain: comparable(text),
        masked: words_of(&bare),
        measures: measures(&stems),
        stems,
        weights,
        bigrams,
        names,
        classes,
    }
}

impl Unit<'_> {
    /// The directive as the comparison names it.
    pub(crate) fn part(&self) -> Part {
        Part {
            id: self.directive.id.clone(),
            text: self.directive.text.clone(),
        }
    }
}

fn comparable(text: &str) -> String {
    let text = collapse(text);
    let bare = text.trim_end_matches(['.', ';', ',']);
    // A text of marks alone is still equal to itself.
    if bare.is_empty() {
        text
    } else {
        bare.to_owned()
    }
}

fn words_of(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(fold)
        .collect();
    words.join(" ")
}

fn content(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphabetic() && c != '-')
        .map(|word| word.trim_matches('-'))
        .filter(|word| word.chars().count() > 1)
        .map(fold)
        .filter(|word| !STOP.contains(&word.as_str()))
        .map(|word| stem(&word))
        // «учреждение» and «организация» are one thing since 273-ФЗ renamed it.
        .map(|stem| {
            if stem.starts_with("учрежден") {
                "организац".into()
            } else {
                stem
            }
        })
        .collect()
}

/// Kinds of measures; two directives that ask for different kinds are different tasks, however
/// much vocabulary they share.
fn measures(stems: &[String]) -> BTreeSet<&'static str> {
    const KINDS: &[(&str, &[&str])] = &[
        ("plan", &["план", "дорожн", "программ"]),
        (
            "contest",
            &[
                "конкурс",
                "смотр",
                "слет",
                "фестивал",
                "олимпиад",
                "турнир",
                "соревнован",
                "чтен",
            ],
        ),
        (
            "watch",
            &[
                "мониторинг",
                "анализ",
                "проанализир",
                "диагностик",
                "контрол",
                "проверк",
                "аудит",
            ],
        ),
        (
            "training",
            &[
                "курс",
                "квалификац",
                "семинар",
                "стажировк",
                "обучен",
                "переподготовк",
            ],
        ),
        (
            "rule",
            &["положен", "норматив", "порядок", "регламент", "приказ"],
        ),
        (
            "money",
            &[
                "финансирован",
                "софинансирован",
                "средств",
                "бюджет",
                "субсид",
            ],
        ),
        (
            "material",
            &[
                "ремонт",
                "оснаст",
                "оснащен",
                "оборудован",
                "строительств",
                "фонд",
            ],
        ),
        ("target", &["охват", "дол", "показател"]),
        (
            "inform",
            &["разъяснен", "информирован", "опубликова", "размест", "сайт"],
        ),
    ];
    KINDS
        .iter()
        .filter(|(_, words)| {
            stems
                .iter()
                .any(|stem| words.iter().any(|word| stem.starts_with(word)))
        })
        .map(|(kind, _)| *kind)
        .collect()
}
