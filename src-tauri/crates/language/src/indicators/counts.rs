//! Numbers of people and things: with a bound before them, behind a verb, or told by what is counted.

use svod_model::Bound;

use super::forms::{BARE, Found, Stated, bound, describes, is_forbidden, is_time, near, spoken};
use super::{behind, change, places};
use crate::pattern::{Caught, Part, Pattern, Text};
use crate::words::fold;

/// «не менее пяти выездных семинаров»: the noun is the unit, its adjective is not.
static COUNT: Pattern = Pattern::new(r"(?P<front>(?:не\s+(?:менее|меньше|ниже|более|больше|выше|свыше|превыша\w+)|более|больше|свыше)(?:\s+чем)?)\s+(?:(?:в|на|с|из|по|для|у)\s+)?(?P<value>\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+|\d{1,7}|одн\w{1,3}|дву[хм]|тр[её][хм]|четыр[её][хм]|пяти|шести|семи|восьми|девяти|десяти|двенадцати|пятнадцати|двадцати|тридцати|пятидесяти|ста|двумя|тремя|четырьмя|пятью|шестью|семью|восемью|девятью|десятью)(?:\s?-\s?(?:х|ти|и|ми))?(?:\s*\([а-яё]+(?:[\s-]+[а-яё]+)*\))?\s+(?:[а-яё-]+(?:[ыи](?:х|ми?)|[нв]ого|ского|[нв]ой|ской)\s+){0,3}(?P<unit>[а-яё]+(?:/[а-яё]+|\.?))").at_words().needing(&["менее", "меньше", "более", "больше", "ниже", "выше", "превыша"]);
/// «обучить до конца года 40 экспертов»: a number of people or things that are made, held or taught.
static PLAIN: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?P<verb>обучить|подготовить|провести|создать|открыть|разработать|организовать|привлечь|оснастить|построить|отремонтировать|трудоустроить|вовлечь|охватить|заключить|выпустить|присвоить|ввести)\s+(?:[^\d,;.«»()]{0,60}\s)?(?:(?:до|к|в|по|с)\s[^,;«»()]{0,40}?(?:года|году|г\.)\s+)?(?P<value>\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+|\d{1,6})\s+(?:[а-яё-]+(?:ых|их)\s+)?(?P<unit>экспертов|педагогов|учителей|специалистов|наставников|волонт[её]ров|мест|семинаров|вебинаров|мастер-классов|практик|программ|кружков|договоров|соглашений|площадок|человек|детей|школьников|обучающихся|воспитателей|руководителей|мероприятий|проектов|кабинетов|спортзалов|заседаний|выездов|консультаций|курсов)(?:[^0-9a-zа-яё_]|$)",
);
/// «закупить 1200 учебников», «открыть 1 центр»: right behind such a verb a number counts whatever
/// stands in the form that goes with it.
static MADE: Pattern = Pattern::new(
    r"(?:открыть|открыти[еию]|создать|создани[еию]|закупить|закупк[ауи]|приобрести|приобретение|построить|строительство|отремонтировать|изготовить|установить|установк[ау]|выпустить|провести|проведение|обучить|обучение|подготовить|разработать|организовать|привлечь|оснастить|оборудовать|поставить|поставк[ау]|передать|посадить|высадить|издать|направить|трудоустроить|вовлечь|заключить|ввести)\s+(?:(?:дополнительно|ещ[её]|также)\s+)?(?P<value>\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+|\d{1,6}|двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять)\s+(?:[а-яё-]+(?:ых|их|ые|ие|ый|ий|ой|ую|юю|ое)\s+){0,2}(?P<unit>[а-яё-]+)(?:[^0-9a-zа-яё_.]|\.?$|\.\s)",
)
.at_words()
.needing(&["открыт", "созда", "закуп", "приобре", "стро", "отремонт", "изготов", "установ", "выпуст", "прове", "обуч", "подготов", "разработать", "организовать", "привлечь", "оснастить", "оборудовать", "постав", "передать", "садить", "издать", "направить", "вовлечь", "заключить", "ввести"])
.and(&["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "дв", "тр", "четыр", "пят", "шест", "сем", "вос", "девят", "десят"]);
/// A further member of a list of counts: «, 40 наборов».
static NEXT: Pattern = Pattern::new(
    r"(?:,|\s+и)\s+(?P<value>\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+|\d{1,6}|двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти)\s+(?:[а-яё-]+(?:ых|их|ые|ие)\s+){0,2}(?P<unit>[а-яё-]+)",
);
/// No member of a list is longer, in bytes.
const NEAR: usize = 160;
/// «вебинары для учителей (не менее 6)»: what is counted stands before the brackets.
static BRACKETED: Pattern = Pattern::new(
    r"(?:\(|,\s+)(?P<whole>(?P<front>не\s+(?:менее|меньше|более|больше))\s+(?P<value>\d{1,4}|одного|одной|двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти))(?:(?:\s+(?:в|за)\s+[а-яё\s]{1,30})?\)|[;.]?$)",
)
.needing(&["(не ", ", не "]);
/// «серию из 6 практикумов»: how many there are to be of it.
static SERIES: Pattern = Pattern::new(
    r"(?:сери[юяие]|цикл[ае]?|комплекс[ае]?|пакет[ае]?|набор[ае]?|реестр[ае]?|каталог[ае]?|сборник[ае]?|банк[ае]?|сет[ьи])\s+(?:[а-яё-]+\s+)?из\s+(?P<value>\d{1,4}|двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|двенадцати|пятнадцати|двадцати)(?:\s?-\s?(?:х|ти|и|ми))?\s+(?:[а-яё-]+[ыи]х\s+){0,3}(?P<unit>[а-яё-]+)",
)
.at_words()
.needing(&["из "])
.and(&["сери", "цикл", "комплекс", "пакет", "набор", "реестр", "каталог", "сборник", "банк", "сет"]);
/// «количество площадок – 9», «число участников – не менее 400 человек»: what is counted is named before
/// the dash.
static NAMED: Pattern = Pattern::new(
    r"(?:охват|(?:числ[оа]|количеств[оа]|численност[ьи])\s(?P<what>[^;.:0-9()«»%]{2,120}?))\s*[–—:-]\s+(?P<whole>(?P<front>не\s+(?:менее|ниже|меньше|более|выше|больше)\s+)?(?P<value>\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+|\d{1,6}))(?:\s+(?P<unit>чел\.|[а-яё]+))?\s*(?:[;,.)]|$)",
)
.needing(&["числ", "количеств", "охват"])
.and(&["–", "—", ":", "-"]);
/// What is counted in brackets: how it begins, and many of it.
const EVENTS: &[(&str, &str)] = &[
    ("вебинар", "вебинаров"),
    ("семинар", "семинаров"),
    ("заняти", "занятий"),
    ("заседани", "заседаний"),
    ("встреч", "встреч"),
    ("мероприяти", "мероприятий"),
    ("мастер-класс", "мастер-классов"),
    ("консультаци", "консультаций"),
    ("экскурси", "экскурсий"),
    ("тренинг", "тренингов"),
    ("практикум", "практикумов"),
    ("конкурс", "конкурсов"),
    ("выезд", "выездов"),
    ("собрани", "собраний"),
    ("программ", "программ"),
    ("проект", "проектов"),
    ("договор", "договоров"),
    ("площадк", "площадок"),
    ("школ", "школ"),
    ("кружк", "кружков"),
    ("класс", "классов"),
    ("групп", "групп"),
    ("клуб", "клубов"),
    ("центр", "центров"),
    ("отряд", "отрядов"),
    ("музе", "музеев"),
    ("лагер", "лагерей"),
    ("публикаци", "публикаций"),
];
/// «в трёх сельских школах», «открыть две группы», «17 лагерей», «10 преподавателей»: a number of what
/// is equipped, opened, held or taught.
static THINGS: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?P<value>дву[хм]|тр[её][хм]|четыр[её][хм]|пяти|шести|семи|восьми|девяти|десяти|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+|\d{1,6})(?:\s*\([а-яё]+(?:[\s-]+[а-яё]+)*\))?\s+(?:[а-яё-]+(?:ых|их|ые|ие|ым|им)\s+){0,2}(?P<unit>школ(?:ах|ам|ы)?|гимнази(?:й|ях|и)|организаци(?:й|ях|ям|и)|учреждени(?:й|ях|ям|я)|сад(?:ов|ах|ам|а)|спортзал(?:ов|ах|а)|зал(?:ов|ах|а)|групп(?:ах|ы)?|автобус(?:ов|а)|машин(?:ы)?|центр(?:ов|ах|а)|кабинет(?:ов|ах|а)|площад(?:ок|ках|ки)|логопункт(?:ов|а)|пищеблок(?:ов|ах|а)|кружк(?:ов|а)|клуб(?:ов|ах|а)|музе(?:ев|ях|я)|театр(?:ов|ах|а)|отряд(?:ов|ах|а)|объединени(?:й|ях|я)|лагер(?:ей|ях|я)|лаборатори(?:й|ях|и)|мест(?:а)?|став(?:ок|ки)|договор(?:ов|а)|контракт(?:ов|а)|соглашени(?:й|я)|экземпляр(?:ов|а)|комплект(?:ов|а)|компьютер(?:ов|а)|ноутбук(?:ов|а)|человек(?:а)?|дет(?:ей|ям)|школьник(?:ов|а|ам)|учеников|учащихся|обучающи(?:хся|мся)|воспитанник(?:ов|а)|выпускник(?:ов|а)|подростк(?:ов|а)|студент(?:ов|а)|учител(?:ей|я|ям)|педагог(?:ов|а|ам)|преподавател(?:ей|я)|воспитател(?:ей|я)|специалист(?:ов|а)|психолог(?:ов|а)|логопед(?:ов|а)|наставник(?:ов|а)|эксперт(?:ов|а)|работник(?:ов|а)|руководител(?:ей|я)|волонт[её]р(?:ов|а)|семей|путев(?:ок|ки)|семинар(?:ов|а)|вебинар(?:ов|а)|мастер-класс(?:ов|а)|экскурси(?:й|и)|мероприяти(?:й|я)|заседани(?:й|я)|собрани(?:й|я)|практикум(?:ов|а)|тренинг(?:ов|а)|заняти(?:й|я)|выезд(?:ов|а)|ваканси(?:й|и|ям)|консультаци(?:й|и)|встреч(?:и)?|программ(?:ы)?|проект(?:ов|а)|победител(?:ей|я)|приз[её]р(?:ов|а)|единиц(?:ы)?|стипенди(?:й|и)|преми(?:й|и)|грант(?:ов|а)|вид(?:ов|ам|а)|комплекс(?:ов|ах|а)|комнат(?:ах|ы)?|средств(?:а)?|отделени(?:й|ях|я)|акт(?:ов|а))(?:[^0-9a-zа-яё_]|$)",
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
    "клуб",
    "музе",
    "театр",
    "отряд",
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
    "собрани",
    "практикум",
    "тренинг",
    "заняти",
    "выезд",
    "ваканси",
    "консультаци",
    "встреч",
    "программ",
    "проект",
    "победител",
    "приз",
    "единиц",
    "стипенди",
    "преми",
    "грант",
    "вид",
    "комплекс",
    "комнат",
    "средств",
    "отделени",
    "акт",
];

/// Numbers with a bound before them: «не менее 12 договоров».
pub(super) fn counts(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in COUNT.captures_all(searched) {
        let (Some(whole), Some(value)) = (found.get(0), found.name("value")) else {
            continue;
        };
        let (unit, end) = counted_by(&found, text, &value, whole.end());
        let folded = fold(unit);
        // «не ниже 1 категории», «не ниже 5 класса»: a grade.
        let grade = [
            "катег",
            "класс",
            "разряд",
            "этаж",
            "уровн",
            "курс",
            "степен",
            "мест",
        ]
        .iter()
        .any(|start| folded.starts_with(start))
            && found.name("front").is_some_and(|front| {
                let front = fold(front.as_str());
                front.contains("ниже") || front.contains("выше")
            });
        // «не менее 40 тыс. рублей» is an amount.
        let behind = fold(near(text, whole.end()));
        let scale = ["тыс", "мл", "милл"]
            .iter()
            .any(|start| folded.starts_with(start))
            && behind_a_scale(behind.trim_start_matches(['.', ' ', '\u{a0}']));
        if grade || scale || folded.starts_with("руб") {
            continue;
        }
        // «дней открытых дверей» are events.
        let open_days = folded == "дней" && behind.trim_start().starts_with("открытых");
        // «не менее 1 часа», but «в течение не менее часа» tells no number.
        let hour = folded == "часа" && spoken(value.as_str()).is_some_and(ends_with_one);
        // Ages, periods and repetitions are no targets.
        let time = ["лет", "год", "дн", "месяц", "недел", "раз", "чем", "час"]
            .iter()
            .any(|word| folded.starts_with(word));
        let time = time && !folded.starts_with("часов") && !open_days && !hour;
        // «не допускать нагрузки более 24 часов»
        let bare = found
            .name("front")
            .is_some_and(|front| !fold(front.as_str()).starts_with("не"));
        let forbids = bare && !time && is_forbidden(text, whole.start());
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
            let relation = bound(&front, text, whole.start(), number);
            let mut end = end;
            out.add(whole.start()..end, number, unit, relation);
            // «не менее двух педагогов и пяти вожатых»: the bound is of both.
            while let Some((stated, to)) = next_counted(text, end) {
                out.0.push(Stated { relation, ..stated });
                end = to;
            }
        }
    }
    out.0
}

/// Numbers of people or things that are made, held or taught: «обучить 40 экспертов».
pub(super) fn made(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in PLAIN.captures_all(searched) {
        let (Some(value), Some(unit)) = (found.name("value"), found.name("unit")) else {
            continue;
        };
        let before = text.get(..value.start()).unwrap_or_default().trim_end();
        // «ввести в школах с численностью более 100 обучающихся ставку»
        let compared = BARE.iter().find_map(|word| before.strip_suffix(word));
        if compared.is_some_and(describes) {
            continue;
        }
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

/// Numbers of what is equipped, opened or held: «в трёх сельских школах».
pub(super) fn things(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in THINGS.captures_all(searched) {
        let (Some(value), Some(unit)) = (found.name("value"), found.name("unit")) else {
            continue;
        };
        let before = text.get(..value.start()).unwrap_or_default().trim_end();
        let word = fold(before.rsplit([' ', '\u{a0}']).next().unwrap_or_default());
        // «одной из трёх школ», «СОШ № 5 школы», «5–8 классы», «одна единица на 300 обучающихся».
        let mut of = ["из", "от", "между", "до", "с", "№"].contains(&word.as_str());
        // «по 2 группы» each, but «провести срез по 4 школам» is of so many.
        let of_all = ["ам", "ям"]
            .iter()
            .any(|ending| unit.as_str().ends_with(ending));
        of |= word == "по" && !of_all;
        // «наставничество для 25 педагогов», but «одна ставка для 300 детей».
        of |= word == "для" && is_norm(before);
        // «изучить опыт в 4 школах» says where.
        of |= word == "в" && places::is_only_where(before);
        let places = ["мест", "ваканси"];
        // «увеличить число участников на 50 человек», «заявка на 3 автобуса»
        let whole = value.start()..unit.end();
        let changes = is_change(before) && change::name(text, &whole).is_some();
        let of_places = places
            .iter()
            .any(|place| fold(unit.as_str()).starts_with(place));
        let per = word == "на" && !of_places && !changes && !is_asked(before);
        let digits = value.as_str().starts_with(|c: char| c.is_ascii_digit());
        // «2,5 ставки», but «20 учителей, 15 воспитателей».
        let decimal = text
            .get(..value.start())
            .is_some_and(|before| before.ends_with(','));
        let joined = digits && (decimal || before.ends_with(['№', '-', '–', '—', '/', '.']));
        // «1, 2 и 3 группы здоровья»: numbers that are names.
        let named = digits && is_behind_a_number(before);
        // «школ, где учатся более 200 человек»: a condition.
        let condition = ["более", "свыше", "менее", "меньше", "больше"].contains(&word.as_str());
        // «(по оценке, 64 человека)»: what is reckoned with is no aim.
        let reckoned = before.ends_with(',') && ["оценке,", "данным,"].contains(&word.as_str());
        let year = value.as_str().len() == 4 && value.as_str().starts_with("20");
        if let (false, Some(number)) = (
            of || per || joined || named || condition || reckoned || year,
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

/// Whether what stands behind «тыс.» makes it an amount: «рублей», «человек», but not «человеко-часов».
fn behind_a_scale(words: &str) -> bool {
    let person = words.starts_with("человек") && !words.starts_with("человеко");
    person || words.starts_with("руб") || words.starts_with('(')
}

/// Words no thing is called by.
const PREPOSITIONS: &[&str] = &[
    "на", "из", "в", "во", "с", "со", "по", "за", "к", "у", "от", "для", "и", "или", "при",
];

/// Many of what was named last before a number; nothing if that is not known.
fn event_before(text: &str, start: usize) -> &'static str {
    let before = fold(behind(text, start));
    let clause = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let clause = clause.rsplit([',', ';', '(']).next().unwrap_or_default();
    let known = EVENTS
        .iter()
        .filter_map(|(start, many)| Some((clause.rfind(start)?, *many)));
    known.max().map_or("", |(_, many)| many)
}

/// «из перечня сельских школ»: those a number is taken out of.
static OUT_OF: Pattern = Pattern::new(
    r"^из\s+(?:(?:числа|перечня|списка|состава)\s+)?(?:[а-яё-]+[ыи]х\s+){0,2}(?P<unit>[а-яё-]{4,})",
)
.needing(&["из "]);

fn out_of(behind: &str) -> &str {
    let found = OUT_OF.captures(behind);
    let unit = found.and_then(|found| found.name("unit").map(|unit| unit.range()));
    unit.and_then(|range| behind.get(range)).unwrap_or_default()
}

/// The unit of a count and where it ends: «180 несовершеннолетних на работах» counts whom an adjective
/// names, which is taken for one of the next noun.
fn counted_by<'t>(
    found: &Caught<'_, 't>,
    text: &'t str,
    value: &Part<'t>,
    end: usize,
) -> (&'t str, usize) {
    let Some(unit) = found.name("unit") else {
        return ("", end);
    };
    let adjective = text
        .get(value.end()..unit.start())
        .and_then(|between| between.split_whitespace().next_back())
        .filter(|word| word.ends_with('х') && word.chars().count() > 3);
    let preposition = PREPOSITIONS.contains(&unit.as_str());
    match adjective {
        // «не менее двух в районе»: what is counted was named before.
        None if preposition => {
            let before = text.get(..unit.start()).unwrap_or_default();
            let start = found.get(0).map_or(value.start(), |whole| whole.start());
            let many = match out_of(text.get(unit.start()..).unwrap_or_default()) {
                // «участие педагогов в конкурсе, не менее одного от каждой школы»
                "" if unit.as_str() == "от" => places::sent(text, start),
                "" => event_before(text, start),
                known => known,
            };
            (many, before.trim_end().len())
        }
        Some(word) if preposition => {
            let before = text.get(..unit.start()).unwrap_or_default();
            (word, before.trim_end().len())
        }
        // «не менее 15 педагогов. Подготовить …»: a full stop, while «чел.» has a point of its own.
        _ if unit.as_str().ends_with('.') && unit.as_str().chars().count() > SHORTENED => {
            let bare = unit.as_str().trim_end_matches('.');
            (bare, end - (unit.as_str().len() - bare.len()))
        }
        _ => (unit.as_str(), end),
    }
}

/// Letters of the longest word that is shortened, with its point.
const SHORTENED: usize = 5;

/// Whether a number before says that the next one is a name as well: «школы № 2, 5», «1 и 2 группы».
fn is_behind_a_number(before: &str) -> bool {
    let list = before
        .strip_suffix(',')
        .or_else(|| before.strip_suffix(" и"))
        .unwrap_or_default();
    list.trim_end().ends_with(|c: char| c.is_ascii_digit())
}

/// Whether a number behind «на» may be that of a change: «довести число ставок до одной на 300 школьников» is
/// how many there are of one for so many of another.
fn is_change(before: &str) -> bool {
    let clause = before.rsplit([',', ';', ':']).next().unwrap_or_default();
    !is_norm(before) && !fold(clause).contains(" до ")
}

/// «заявку на», «заявок на»: what is asked for stands behind.
fn is_asked(before: &str) -> bool {
    let mut words = before.rsplit([' ', '\u{a0}']).skip(1);
    fold(words.next().unwrap_or_default()).starts_with("заяв")
}

/// «одна ставка для», «курсы для»: how many there are of one for so many of another, or how large a
/// group is.
fn is_norm(before: &str) -> bool {
    let mut words = before.rsplit([' ', '\u{a0}']).skip(1);
    let measure = fold(words.next().unwrap_or_default());
    let starts = [
        "став",
        "единиц",
        "норм",
        "комплект",
        "школ",
        "мест",
        "курс",
        "квалификац",
        "групп",
        "класс",
    ];
    starts.iter().any(|start| measure.starts_with(start))
}

/// Anything right behind a verb of making: «закупить 1200 учебников».
pub(super) fn counted(searched: &Text<'_>) -> Vec<Stated> {
    let mut out = Found::default();
    for found in MADE.captures_all(searched) {
        let (Some(value), Some(unit)) = (found.name("value"), found.name("unit")) else {
            continue;
        };
        let Some(number) = spoken(value.as_str()) else {
            continue;
        };
        if is_time(unit.as_str()) || !agrees(number, &fold(unit.as_str())) {
            continue;
        }
        let mut end = unit.end();
        out.add(value.start()..end, number, unit.as_str(), Bound::AtLeast);
        // «3 станка, 40 наборов и 2 верстака»: the verb rules the whole list.
        while let Some((stated, to)) = next_counted(searched.printed(), end) {
            out.0.push(stated);
            end = to;
        }
    }
    out.0
}

/// The next member of a list of counts that begins at a place, and where it ends.
fn next_counted(text: &str, at: usize) -> Option<(Stated, usize)> {
    let to = text.ceil_char_boundary(text.len().min(at + NEAR));
    let found = NEXT.captures(text.get(at..to)?)?;
    let (whole, value, unit) = (found.get(0)?, found.name("value")?, found.name("unit")?);
    let number = spoken(value.as_str())?;
    let counts =
        whole.start() == 0 && !is_time(unit.as_str()) && agrees(number, &fold(unit.as_str()));
    counts.then(|| {
        let end = at + unit.end();
        let stated = Stated {
            range: at + value.start()..end,
            value: number,
            unit: unit.as_str().to_owned(),
            relation: Bound::AtLeast,
        };
        (stated, end)
    })
}

/// Numbers that end in one, before which a noun stands in the singular.
fn ends_with_one(number: f64) -> bool {
    (number % 10.0 - 1.0).abs() < f64::EPSILON && (number % 100.0 - 11.0).abs() > f64::EPSILON
}

/// Whether a noun stands in the form that goes with a number: «2 этап», «5 класс» are no counts. A
/// plural without an ending («5 парт») is not told from a singular, and is left alone.
fn agrees(number: f64, noun: &str) -> bool {
    let starts = [
        "руб",
        "тыс",
        "млн",
        "миллион",
        "миллиард",
        "млрд",
        "коп",
        "балл",
        "час",
        "дн",
        "день",
        "минут",
        "раз",
        "место",
        "человек",
        // «три четверти школьников» is a share.
        "четверт",
    ];
    if starts.iter().any(|start| noun.starts_with(start)) && noun != "человек" {
        return false;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| noun.ends_with(ending));
    let many = ["ов", "ев", "ей", "ий", "ок", "ек", "хся"];
    if ends_with_one(number) {
        // «1 место», «1 группа»: a place and a name rather than a count.
        return !ends(&["о", "а", "я"]) || ends(&["теля", "ника", "иста", "ента"]);
    }
    match number % 10.0 {
        2.0..=4.0 if !(12.0..=14.0).contains(&(number % 100.0)) => {
            ends(&["а", "я", "ы", "и"]) || ends(&many)
        }
        _ => ends(&many),
    }
}

/// What there is to be so many of in one: «цикл из 8 занятий».
pub(super) fn series(searched: &Text<'_>) -> Vec<Stated> {
    let mut out = Found::default();
    for found in SERIES.captures_all(searched) {
        let (Some(value), Some(unit)) = (found.name("value"), found.name("unit")) else {
            continue;
        };
        let number = spoken(value.as_str()).filter(|_| !is_time(unit.as_str()));
        if let Some(number) = number {
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

/// Numbers behind a dash whose thing is named before it: «количество площадок – 9».
pub(super) fn named(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in NAMED.captures_all(searched) {
        let (Some(start), Some(whole), Some(value)) =
            (found.get(0), found.name("whole"), found.name("value"))
        else {
            continue;
        };
        // «детское число – 5» is another word.
        let joined = text
            .get(..start.start())
            .is_some_and(|before| before.ends_with(char::is_alphanumeric));
        let said = found.name("unit");
        let folded = fold(said.as_ref().map_or("", |unit| unit.as_str()));
        // «охват – 180 человек» says who is counted only behind the number.
        let what = found.name("what").map_or("", |what| what.as_str());
        let noun = what
            .split_whitespace()
            .find(|word| !["ых", "их", "хся"].iter().any(|end| word.ends_with(end)))
            .filter(|word| !PREPOSITIONS.contains(word));
        let unit = said.as_ref().map(|unit| unit.as_str()).or(noun);
        let (Some(unit), Some(number)) = (unit, spoken(value.as_str())) else {
            continue;
        };
        if joined || is_time(&folded) || PREPOSITIONS.contains(&folded.as_str()) {
            continue;
        }
        let front = fold(found.name("front").map_or("", |front| front.as_str()));
        let end = said.as_ref().map_or(whole.end(), |unit| unit.end());
        out.add(
            whole.start()..end,
            number,
            unit,
            bound(front.trim(), text, whole.start(), number),
        );
    }
    out.0
}

/// «вебинары для учителей (не менее 6)».
pub(super) fn bracketed(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in BRACKETED.captures_all(searched) {
        let (Some(whole), Some(value), Some(front)) = (
            found.name("whole"),
            found.name("value"),
            found.name("front"),
        ) else {
            continue;
        };
        let unit = event_before(text, whole.start() - 1);
        let number = spoken(value.as_str()).filter(|_| !unit.is_empty());
        if let Some(number) = number {
            let front = fold(front.as_str());
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
