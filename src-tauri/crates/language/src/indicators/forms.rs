//! The forms in which a text states a number to reach; each is found by a function of its own.

use std::ops::Range;

use svod_model::Bound;

use super::behind;
use crate::dates::MONTH_WORDS;
use crate::pattern::{Pattern, Text};
use crate::words::fold;

/// A number a text states, without what it measures and when it is due.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    pub(super) range: Range<usize>,
    pub(super) value: f64,
    pub(super) unit: String,
    pub(super) relation: Bound,
}

/// The numbers of one form while they are gathered.
#[derive(Default)]
struct Found(Vec<Stated>);

impl Found {
    fn add(&mut self, range: Range<usize>, value: f64, unit: &str, relation: Bound) {
        self.0.push(Stated {
            range,
            value,
            unit: unit.to_owned(),
            relation,
        });
    }
}

/// Every form, the surest first: what one has taken no later one may take.
pub(super) const FORMS: &[fn(&Text<'_>) -> Vec<Stated>] = &[
    percents, wholes, counts, made, changes, amounts, things, shares,
];

pub(super) static PERCENT: Pattern = Pattern::new(
    r"(?P<front>(?:не\s+(?:менее|ниже|меньше|более|выше|больше|превышающ\w+)(?:\s+чем)?|более(?:\s+чем)?|свыше|до|на\s+уровне(?:\s+не\s+ниже)?|с|на)\s+)?(?P<value>\d{1,4}(?:[.,]\d+)?)\s*(?:-?\s*(?:х|ти|и)?\s*)?(?P<unit>%|процентн\w+\s+пункт\w*|процент\w*|п\.\s?п\.)",
).at_words().needing(&["%", "процент", "п.п", "п. п"]);
/// «не менее пяти выездных семинаров»: the noun is the unit, its adjective is not.
static COUNT: Pattern = Pattern::new(r"(?P<front>(?:не\s+(?:менее|меньше|более|больше)|более|больше)(?:\s+чем)?)\s+(?:(?:в|на|с|из|по|для|у)\s+)?(?P<value>\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+|\d{1,7}|одн\w{1,3}|двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|двенадцати|пятнадцати|двадцати|тридцати|пятидесяти|ста)(?:\s?-\s?(?:х|ти|и|ми))?\s+(?:[а-яё-]+[ыи]х\s+)?(?P<unit>[а-яё]+(?:/[а-яё]+|\.?))").at_words().needing(&["менее", "меньше", "более", "больше"]);
/// «обучить до конца года 40 экспертов»: a number of people or things that are made, held or taught.
static PLAIN: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?P<verb>обучить|подготовить|провести|создать|открыть|разработать|организовать|привлечь|оснастить|построить|отремонтировать|трудоустроить|вовлечь|охватить|заключить|выпустить|присвоить|ввести)\s+(?:[^\d,;.«»()]{0,60}\s)?(?:(?:до|к|в|по|с)\s[^,;«»()]{0,40}?(?:года|году|г\.)\s+)?(?P<value>\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+|\d{1,6})\s+(?:[а-яё-]+(?:ых|их)\s+)?(?P<unit>экспертов|педагогов|учителей|специалистов|наставников|волонт[её]ров|мест|семинаров|вебинаров|мастер-классов|практик|программ|кружков|договоров|соглашений|площадок|человек|детей|школьников|обучающихся|воспитателей|руководителей|мероприятий|проектов|кабинетов|спортзалов|заседаний|выездов|консультаций|курсов)(?:[^0-9a-zа-яё_]|$)",
);
/// «увеличить число мест до 30», «увеличить охват с 40 до 100 человек»: a verb of change, a number
/// and what is counted, behind it or before it.
static CHANGE: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?:увелич|довест|довед|повыс|повыш|сни[зж]|сокра[тщ]|уменьш|расшир|достиг|достич)[а-яё]*\s(?P<what>(?:[^;.:]{0,159}?[^;.:0-9a-zа-яё_])?)до\s+(?P<value>\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+|\d{1,6}(?:,\d+)?|нуля|двенадцати|пятнадцати|двадцати|тридцати|пятидесяти|двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|ста)(?:\s+(?P<unit>тыс\.\s+[а-яё]+|млн\.?\s+[а-яё]+|[а-яё-]+))?",
)
    .needing(&[
        "увелич", "довест", "довед", "повыс", "повыш", "сниз", "сниж", "сокра", "уменьш", "расшир",
        "достиг", "достич",
    ])
    .and(&["до"]);
/// «свести к нулю число нарушений»: nothing of what is counted is to be left.
static NOTHING: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?:свести|сводить|сведение)\s(?P<what>(?:[^;.:]{0,99}?[^;.:0-9a-zа-яё_])?)(?P<value>к\s+нулю)(?:[^0-9a-zа-яё_]|$)",
)
.needing(&["нулю"]);
/// A property of what is spoken of, not a target: «с числом обучающихся» before «до 50 человек».
static DESCRIBES: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])с\s+(?:числ|численност|количеств|наполняемост|стаж|нагрузк)[а-яё]*(?:\s+[а-яё-]+){0,3}\s*$",
)
.needing(&["с "]);
static COUNTED: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?:числ[ао]|количеств[ао]|численност[ьи]|перечень|сеть)\s+(?:[а-яё-]+(?:ых|их)\s+)*(?P<unit>[а-яё-]+)",
);
/// «150 тысяч рублей», «2,4 млн руб.», «до 100 Мбит/с», «в 2,5 раза», «80 баллов»: amounts whose unit
/// alone says that they are one.
static AMOUNT: Pattern = Pattern::new(
    r"(?P<front>(?:не\s+(?:менее|ниже|меньше|более|выше|больше|превышающ\w+)(?:\s+чем)?|более(?:\s+чем)?|свыше|менее|до|от)\s+)?(?:(?:в|на|с)\s+)?(?P<value>\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+(?:,\d+)?|\d{1,7}(?:[.,]\d+)?)(?:-?(?:х|ти|и))?\s*(?P<unit>(?:тыс(?:яч[аи]?|\.)|млн\.?|миллион(?:а|ов)?|млрд\.?|миллиард(?:а|ов)?)\s*(?:руб(?:л[а-яё]+|\.)?|человек)|руб(?:л[а-яё]+|\.)|[мкг]бит/с(?:ек)?|[мкг]бит\s+в\s+секунду|балл(?:а|ов|ами)?|раза)(?:[^0-9a-zа-яё_]|$)",
).needing(&["руб", "бит", "балл", "раза", "тыс", "млн"]);
/// «в трёх сельских школах», «открыть две группы», «17 лагерей», «10 преподавателей»: a number of what
/// is equipped, opened, held or taught.
static THINGS: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?P<value>двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+|\d{1,6})\s+(?:[а-яё-]+(?:ых|их|ые|ие)\s+){0,2}(?P<unit>школ(?:ах|ам|ы)?|гимнази(?:й|ях|и)|организаци(?:й|ях|ям|и)|учреждени(?:й|ях|ям|я)|сад(?:ов|ах|ам|а)|спортзал(?:ов|ах|а)|зал(?:ов|ах|а)|групп(?:ах|ы)?|автобус(?:ов|а)|машин(?:ы)?|центр(?:ов|ах|а)|кабинет(?:ов|ах|а)|площад(?:ок|ках|ки)|логопункт(?:ов|а)|пищеблок(?:ов|ах|а)|кружк(?:ов|а)|объединени(?:й|ях|я)|лагер(?:ей|ях|я)|лаборатори(?:й|ях|и)|мест(?:а)?|став(?:ок|ки)|договор(?:ов|а)|контракт(?:ов|а)|соглашени(?:й|я)|экземпляр(?:ов|а)|комплект(?:ов|а)|компьютер(?:ов|а)|ноутбук(?:ов|а)|человек(?:а)?|дет(?:ей|ям)|школьник(?:ов|а|ам)|учеников|учащихся|обучающи(?:хся|мся)|воспитанник(?:ов|а)|выпускник(?:ов|а)|подростк(?:ов|а)|студент(?:ов|а)|учител(?:ей|я|ям)|педагог(?:ов|а|ам)|преподавател(?:ей|я)|воспитател(?:ей|я)|специалист(?:ов|а)|психолог(?:ов|а)|логопед(?:ов|а)|наставник(?:ов|а)|эксперт(?:ов|а)|работник(?:ов|а)|руководител(?:ей|я)|волонт[её]р(?:ов|а)|семей|путев(?:ок|ки)|семинар(?:ов|а)|вебинар(?:ов|а)|мастер-класс(?:ов|а)|экскурси(?:й|и)|мероприяти(?:й|я)|заседани(?:й|я)|консультаци(?:й|и)|встреч(?:и)?|программ(?:ы)?|проект(?:ов|а)|победител(?:ей|я)|приз[её]р(?:ов|а)|единиц(?:ы)?)(?:[^0-9a-zа-яё_]|$)",
).needing(THING_WORDS);
/// The beginnings of what is counted.
const THING_WORDS: &[&str] = &[
    "школ",
    "гимнази",
    "организаци",
    "учреждени",
    "сад",
    "зал",
    "групп",
    "автобус",
    "машин",
    "центр",
    "кабинет",
    "площад",
    "логопункт",
    "пищеблок",
    "кружк",
    "объединени",
    "лагер",
    "лаборатори",
    "мест",
    "став",
    "договор",
    "контракт",
    "соглашени",
    "экземпляр",
    "комплект",
    "компьютер",
    "ноутбук",
    "человек",
    "дет",
    "учен",
    "учащ",
    "обуча",
    "воспита",
    "выпускник",
    "подростк",
    "студент",
    "учител",
    "педагог",
    "преподавател",
    "специалист",
    "психолог",
    "логопед",
    "наставник",
    "эксперт",
    "работник",
    "руководител",
    "волонт",
    "сем",
    "путев",
    "вебинар",
    "мастер",
    "экскурси",
    "мероприят",
    "заседани",
    "консультаци",
    "встреч",
    "программ",
    "проект",
    "победител",
    "приз",
    "единиц",
];
/// «не менее половины школ», «вдвое увеличить».
static SHARE: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?:(?P<front>не\s+менее(?:\s+чем)?|более(?:\s+чем)?|не\s+более(?:\s+чем)?|до)\s+(?:у\s+|в\s+)?(?P<share>половин[ыеу]|трети|четверти)|(?P<times>вдвое|втрое|в\s+полтора\s+раза|в\s+два\s+раза|в\s+три\s+раза))(?:[^0-9a-zа-яё_]|$)",
).needing(&["половин", "трети", "четверти", "вдвое", "втрое", "раза"]);
static WHOLE: Pattern =
    Pattern::new(r"(?:^|[^0-9a-zа-яё_])(?P<value>стопроцентн\w+|100-процентн\w+)")
        .needing(&["процентн"]);
/// Shares: «до 75 %», «с 31 % до 45 %», «на 5 процентных пунктов».
fn percents(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in PERCENT.captures_all(searched) {
        let (Some(whole), Some(value)) = (found.name("value"), found.get(0)) else {
            continue;
        };
        let (number, range) = (
            whole.as_str().replace(',', ".").parse::<f64>(),
            value.range(),
        );
        let front = fold(
            found
                .name("front")
                .map_or("", |front| front.as_str())
                .trim(),
        );
        // «с 31 % до 45 %»: the first is where things stand.
        let baseline = front == "с"
            || text.get(..range.start).is_some_and(|before| {
                before.trim_end().ends_with(['с', 'С']) && fold(before).trim_end().ends_with(" с")
            });
        let Ok(number) = number else { continue };
        // «увеличить на 5 %» is a change, and says so in its unit.
        let unit = match found.name("unit").map(|unit| unit.as_str()) {
            Some(unit)
                if unit.starts_with('п') && (unit.contains('.') || unit.contains("пункт")) =>
            {
                "п.п."
            }
            _ => "%",
        };
        if !baseline {
            out.add(
                range.clone(),
                number,
                unit,
                bound(&front, text, range.start, number),
            );
        }
    }
    out.0
}

/// «Стопроцентный охват».
fn wholes(searched: &Text<'_>) -> Vec<Stated> {
    let mut out = Found::default();
    for found in WHOLE
        .captures_all(searched)
        .iter()
        .filter_map(|found| found.name("value"))
    {
        out.add(found.range(), 100.0, "%", Bound::Exactly);
    }
    out.0
}

/// Numbers with a bound before them: «не менее 12 договоров».
fn counts(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in COUNT.captures_all(searched) {
        let (Some(whole), Some(value)) = (found.get(0), found.name("value")) else {
            continue;
        };
        let unit = found.name("unit").map_or("", |unit| unit.as_str());
        let folded = fold(unit);
        // Ages, periods and repetitions are no targets.
        let time = ["лет", "год", "дн", "месяц", "недел", "раз", "чем", "час"]
            .iter()
            .any(|word| folded.starts_with(word))
            && !folded.starts_with("часов");
        // «не допускать нагрузки более 24 часов»
        let bare = found
            .name("front")
            .is_some_and(|front| !fold(front.as_str()).starts_with("не"));
        let forbids = bare
            && !time
            && text
                .get(..whole.start())
                .is_some_and(|before| fold(before).contains("не допуск"));
        if time || bare && !forbids {
            continue;
        }
        if let Some(number) = spoken(value.as_str()) {
            let front = fold(found.name("front").map_or("", |front| front.as_str()));
            let front = if forbids {
                "не более".into()
            } else {
                front
            };
            out.add(
                whole.range(),
                number,
                unit,
                bound(&front, text, whole.start(), number),
            );
        }
    }
    out.0
}

/// Numbers of people or things that are made, held or taught: «обучить 40 экспертов».
fn made(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in PLAIN.captures_all(searched) {
        let (Some(value), Some(unit)) = (found.name("value"), found.name("unit")) else {
            continue;
        };
        let before = text.get(..value.start()).unwrap_or_default().trim_end();
        let bound_to_word = ["№", "из", "в", "на", "для", "до", "от", "с", "по", "-", "–"]
            .iter()
            .any(|word| before.ends_with(&format!(" {word}")) || before.ends_with('№'));
        if let (false, Some(number)) = (bound_to_word, spoken(value.as_str())) {
            out.add(
                value.start()..unit.end(),
                number,
                unit.as_str(),
                Bound::AtLeast,
            );
        }
    }
    out.0
}

/// What is brought to a number: «увеличить число мест до 30».
fn changes(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in CHANGE.captures_all(searched) {
        let (Some(whole), Some(value)) = (found.get(0), found.name("value")) else {
            continue;
        };
        let behind = found.name("unit").map_or("", |unit| unit.as_str());
        let what = found.name("what").map_or("", |what| what.as_str());
        // «для школ с числом обучающихся до 50 человек» says which schools.
        if DESCRIBES.is_match(what) {
            continue;
        }
        let counted = COUNTED
            .captures_iter(what)
            .last()
            .and_then(|found| found.name("unit"))
            .map(|unit| unit.as_str());
        let after = text.get(value.end()..).unwrap_or_default();
        // «до пятиклассников» counts nothing.
        if after.starts_with(char::is_alphabetic) {
            continue;
        }
        let (unit, end) = match (behind, counted) {
            // A percentage, a date or an age.
            _ if after.trim_start().starts_with(['%', '.', '-', '–', '/']) => continue,
            // «увеличить до шести число призёров»
            _ if counted_first(after).is_some() => {
                (counted_first(after).unwrap_or_default(), value.end())
            }
            ("" | "и" | "в" | "на" | "к", Some(counted)) => (counted, value.end()),
            ("" | "и" | "в" | "на" | "к", None) => continue,
            (unit, _) if is_time(unit) => continue,
            (unit, _) => (unit, whole.end()),
        };
        let start = text
            .get(..value.start())
            .map_or(value.start(), |before| before.trim_end().len() - "до".len());
        if let Some(number) = spoken(value.as_str()) {
            out.add(start..end, number, unit, bound("до", text, start, number));
        }
    }
    for found in NOTHING.captures_all(searched) {
        let Some(value) = found.name("value") else {
            continue;
        };
        let what = found.name("what").map_or("", |what| what.as_str());
        let after = text.get(value.end()..).unwrap_or_default();
        if let Some(unit) = counted_first(after).or_else(|| counted_first(what)) {
            out.add(value.start()..value.end(), 0.0, unit, Bound::AtMost);
        }
    }
    out.0
}

/// What is counted, where a text begins with that: «число победителей и призёров».
fn counted_first(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let found = COUNTED.captures_iter(text).into_iter().next()?;
    let counted = found.get(0)?.start() == 0;
    counted.then(|| found.name("unit").map(|unit| unit.as_str()))?
}

/// Amounts of money, marks and speed: «150 тысяч рублей», «в 2,5 раза».
fn amounts(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in AMOUNT.captures_all(searched) {
        let (Some(whole), Some(value), Some(unit)) =
            (found.get(0), found.name("value"), found.name("unit"))
        else {
            continue;
        };
        let front = fold(
            found
                .name("front")
                .map_or("", |front| front.as_str())
                .trim(),
        );
        let before = text.get(..whole.start()).unwrap_or_default();
        let joined = before.ends_with(|c: char| c.is_alphanumeric() || c == ',' || c == '.');
        // «не реже 2 раза в год» is no target, «в 2 раза» is.
        let often = unit.as_str() == "раза"
            && !text
                .get(whole.start()..value.start())
                .is_some_and(|before| fold(before).trim_end().ends_with('в'));
        let from = front == "от" || front.is_empty() && before.trim_end().ends_with(" с");
        // «чьи выпускники набрали 90 баллов и выше», «выплаты до 50 тыс. рублей»: whom it is about, and
        // what is not gone beyond.
        let behind = fold(text.get(unit.end()..).unwrap_or_default());
        let condition = ["и выше", "и более"]
            .iter()
            .any(|words| behind.trim_start().starts_with(words));
        let limit = front == "до" && fold(unit.as_str()).contains("руб");
        if joined || often || from || condition || limit {
            continue;
        }
        if let Some(number) = numeral(&value.as_str().replace('.', ",")) {
            let name = amount_unit(unit.as_str());
            let start = if front.is_empty() {
                value.start()
            } else {
                whole.start()
            };
            out.add(
                start..unit.end(),
                number,
                &name,
                bound(&front, text, whole.start(), number),
            );
        }
    }
    out.0
}

/// Numbers of what is equipped, opened or held: «в трёх сельских школах».
fn things(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in THINGS.captures_all(searched) {
        let (Some(value), Some(unit)) = (found.name("value"), found.name("unit")) else {
            continue;
        };
        let before = text.get(..value.start()).unwrap_or_default().trim_end();
        let word = fold(before.rsplit([' ', '\u{a0}']).next().unwrap_or_default());
        // «одной из трёх школ», «СОШ № 5 школы», «5–8 классы», «одна единица на 300 обучающихся».
        let of = ["из", "от", "между", "до", "с", "для", "по", "№"].contains(&word.as_str());
        let per = word == "на" && !unit.as_str().starts_with("мест");
        let joined = before.ends_with(['№', '-', '–', '—', '/', '.', ','])
            && value.as_str().starts_with(|c: char| c.is_ascii_digit());
        // «школ, где учатся более 200 человек»: a condition.
        let condition = ["более", "свыше", "менее", "меньше", "больше"].contains(&word.as_str());
        let year = value.as_str().len() == 4 && value.as_str().starts_with("20");
        if let (false, Some(number)) = (
            of || per || joined || condition || year,
            spoken(value.as_str()),
        ) {
            out.add(
                value.start()..unit.end(),
                number,
                unit.as_str(),
                Bound::AtLeast,
            );
        }
    }
    out.0
}

/// Parts in words: «не менее половины школ», «вдвое».
fn shares(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in SHARE.captures_all(searched) {
        let front = fold(found.name("front").map_or("", |front| front.as_str()));
        let said = found.name("share").or_else(|| found.name("times"));
        let Some(said) = said else { continue };
        let (number, unit) = match fold(said.as_str()).as_str() {
            "трети" => (33.0, "%"),
            "четверти" => (25.0, "%"),
            word if word.starts_with("половин") => (50.0, "%"),
            "втрое" | "в три раза" => (3.0, "раза"),
            "в полтора раза" => (1.5, "раза"),
            _ => (2.0, "раза"),
        };
        let start = found
            .name("front")
            .map_or(said.start(), |front| front.start());
        out.add(
            start..said.end(),
            number,
            unit,
            bound(&front, text, start, number),
        );
    }
    out.0
}

/// The unit of an amount as an office prints it.
fn amount_unit(unit: &str) -> String {
    let unit = fold(unit);
    let many = [
        ("тыс", "тыс. "),
        ("млн", "млн "),
        ("миллион", "млн "),
        ("млрд", "млрд "),
        ("миллиард", "млрд "),
    ];
    let scale = many
        .iter()
        .find(|(start, _)| unit.starts_with(start))
        .map_or("", |(_, shown)| shown);
    let what = if unit.contains("руб") {
        "руб."
    } else if unit.contains("человек") {
        "человек"
    } else if unit.contains("бит") {
        match unit.chars().next() {
            Some('г') => "Гбит/с",
            Some('к') => "Кбит/с",
            _ => "Мбит/с",
        }
    } else if unit.starts_with("балл") {
        "баллов"
    } else {
        "раза"
    };
    format!("{scale}{what}")
}

/// «1 450», «12,5»: thousands stand apart.
fn numeral(text: &str) -> Option<f64> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    digits.replace(',', ".").parse().ok()
}

/// Words behind a number that make it a date, an age, a period or a grade.
fn is_time(unit: &str) -> bool {
    let unit = fold(unit);
    let start = [
        "лет",
        "год",
        "месяц",
        "недел",
        "числ",
        "процент",
        "класс",
        "учебн",
    ];
    let month = MONTH_WORDS.iter().any(|month| {
        // «мая» is a month, «маяк» and «машин» are not; the others are months with any ending.
        unit == *month
            || !month.starts_with("ма") && unit.starts_with(month)
            || unit.starts_with("март")
    });
    month || start.iter().any(|start| unit.starts_with(start))
}

fn bound(front: &str, text: &str, start: usize, value: f64) -> Bound {
    let at_most = ["не более", "не выше", "не больше", "не превыш"]
        .iter()
        .any(|word| front.starts_with(word));
    let falling = front == "до" && {
        let before = fold(behind(text, start));
        let lowering = ["снизить", "сократить", "уменьшить", "снижени", "сокращени"];
        let raising = ["увеличить", "повысить", "довести", "обеспечить", "охват"];
        let last = |words: &[&str]| words.iter().filter_map(|word| before.rfind(word)).max();
        last(&lowering) > last(&raising)
    };
    if at_most || falling {
        Bound::AtMost
    } else if front.is_empty() && (value - 100.0).abs() < f64::EPSILON {
        Bound::Exactly
    } else {
        Bound::AtLeast
    }
}

fn spoken(number: &str) -> Option<f64> {
    if let Some(value) = numeral(number) {
        return Some(value);
    }
    let word = fold(number);
    let value = match word.as_str() {
        "нуля" => 0,
        "двух" | "два" | "две" => 2,
        "трех" | "три" => 3,
        "четырех" | "четыре" => 4,
        "пяти" | "пять" => 5,
        "шести" | "шесть" => 6,
        "семи" | "семь" => 7,
        "восьми" | "восемь" => 8,
        "девяти" | "девять" => 9,
        "десяти" | "десять" => 10,
        "двенадцати" => 12,
        "пятнадцати" => 15,
        "двадцати" => 20,
        "тридцати" => 30,
        "пятидесяти" => 50,
        "ста" => 100,
        word if word.starts_with("одн") => 1,
        _ => return None,
    };
    Some(f64::from(value))
}
