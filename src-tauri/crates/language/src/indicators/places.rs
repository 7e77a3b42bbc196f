//! Numbers of places: where a thing is done, and who is sent from each.

use super::behind;
use crate::mask;
use crate::verbs::is_infinitive;
use crate::words::fold;

/// What is looked at, begun or gone on with changes no number of places: how such infinitives begin.
const ONLY_THERE: &[&str] = &[
    "изуч",
    "проанализ",
    "обобщ",
    "рассмотр",
    "рассматр",
    "начать",
    "начинать",
    "продолж",
    "преподава",
    "сохран",
    "поддерж",
    "обрати",
    "обращать",
    "развивать",
    "учесть",
    "учитывать",
    "ознаком",
    "использ",
    "устран",
];
/// The same as nouns, which another verb may rule: «провести анализ».
const LOOKING: &[&str] = &["анализ", "изучение", "обобщение", "рассмотрение"];

/// Whether a number of places behind «в» only says where: «изучить преподавание языка в 4 школах», «кружки,
/// работающие в трёх школах». «Отремонтировать залы в трёх школах» is done when three have them.
pub(super) fn is_only_where(before: &str) -> bool {
    let before = behind(before, before.len());
    let sentence = before.rsplit([';', ':']).next().unwrap_or_default();
    let mut words = sentence
        .split_whitespace()
        .rev()
        .map(|word| fold(word.trim_matches(|c: char| !c.is_alphabetic())))
        .skip(1)
        .peekable();
    const TOLD: &[&str] = &[
        "щих",
        "щие",
        "щихся",
        "щиеся",
        "щего",
        "щий",
        "щая",
        "щей",
        "вших",
        "вшие",
        "емых",
        "емые",
        "имых",
        "имые",
        "нных",
        "нные",
    ];
    if words
        .peek()
        .is_some_and(|word| TOLD.iter().any(|ending| word.ends_with(ending)))
    {
        return true;
    }
    words
        .find_map(|word| {
            if LOOKING.contains(&word.as_str()) {
                return Some(true);
            }
            is_infinitive(&word).then(|| ONLY_THERE.iter().any(|start| word.starts_with(start)))
        })
        .unwrap_or(false)
}

/// Whom one sends, as many of them: «участие педагогов, не менее одного от каждой школы».
const SENT: &[(&str, &str)] = &[
    ("педагог", "педагогов"),
    ("учител", "учителей"),
    ("воспитател", "воспитателей"),
    ("воспитанник", "воспитанников"),
    ("специалист", "специалистов"),
    ("руководител", "руководителей"),
    ("работник", "работников"),
    ("эксперт", "экспертов"),
    ("участник", "участников"),
    ("представител", "представителей"),
    ("обучающ", "обучающихся"),
    ("учащ", "учащихся"),
    ("школьник", "школьников"),
    ("ученик", "учеников"),
    ("выпускник", "выпускников"),
    ("студент", "студентов"),
    ("дете", "детей"),
    ("родител", "родителей"),
    ("волонтер", "волонтёров"),
    ("команд", "команд"),
    ("работ", "работ"),
    ("проект", "проектов"),
    ("заявк", "заявок"),
    ("заявок", "заявок"),
];

/// Who or what was named last before a number outside of quotation marks; nothing if that is not known.
pub(super) fn sent(text: &str, start: usize) -> &'static str {
    let before = behind(text, start);
    let from = start - before.len();
    let quoted = mask::quoted(text);
    let mut at = from;
    let mut found = "";
    for word in before.split_inclusive(|c: char| !c.is_alphabetic()) {
        let named = quoted.iter().any(|name| name.contains(&at));
        let folded = fold(word);
        if !named && let Some((_, many)) = SENT.iter().find(|(start, _)| folded.starts_with(start))
        {
            found = many;
        }
        at += word.len();
    }
    found
}
