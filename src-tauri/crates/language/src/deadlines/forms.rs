//! The forms of a statement of time: a pattern each, and what its parts mean.

use std::sync::LazyLock;

use chrono::{Datelike, Days, Months, NaiveDate};
use svod_model::{Deadline, DeadlineKind};

use self::Sign::{Any, Day, Month, School, Year};
use super::feasts::{self, feast};
use super::repetition::{
    ACTIVITIES, AFTER_HALF, AFTER_QUARTER, AFTER_YEAR, by_days, done_often, in_months,
    in_part_of_year, on_weekday, recurring, so_often,
};
use super::seasons::{
    bare_half, bare_quarter, bare_school_quarter, exams, holidays, middle_of_month,
    named_school_year, part_of_month, part_of_named_year, part_of_year, school_quarter, ten_days,
};
use crate::dates::{MONTH, month_end, month_number};
use crate::pattern::{Caught, Pattern};
use crate::workdays::WorkCalendar;

pub(super) type Reading = fn(&Caught<'_, '_>, Option<NaiveDate>) -> Option<Deadline>;

pub(super) struct Form {
    pub(super) pattern: Pattern,
    pub(super) read: Reading,
    /// What a text must have for it.
    pub(super) sign: Sign,
}

/// «по итогам 2027 года», «за 2027 год»
const TOLD_YEAR: &str = r"по\s+итогам\s+(?P<year>\d{4})\s*(?:календарного\s+)?(?:года|г\.)|за\s+(?P<within>\d{4})\s*(?:год|г\.)";

/// The ending of an adjective.
const ADJECTIVE: &str = "(?:ый|ий|ое|ее|ого|его|ому|ему|ую|юю|ые|ие|ых|их|ым|им|ыми|ими|ой|ей)";

/// How often, as an adjective begins.
const OFTEN: &str = "(?:ежедневн|еженедельн|ежемесячн|ежеквартальн)";
const OFTEN_WORDS: Words = &["ежедневн", "еженедельн", "ежемесячн", "ежеквартальн"];

type Words = &'static [&'static str];

/// What a form turns on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Its own words alone.
    Any,
    /// The name of a month.
    Month,
    /// A day of a month, in words or in digits.
    Day,
    /// A year in four digits.
    Year,
    /// Two years of a school year.
    School,
}

/// A day: «1 октября 2026 года», «1 октября», «"1" октября», «01.10.2026».
fn day(n: u8) -> String {
    format!(
        r#"(?:(?:["«„“]\s?)?(?P<d{n}>\d{{1,2}})(?:-?го|\s?["»“”])?\s+(?P<m{n}>{MONTH})(?:\s+(?:(?P<y{n}>\d{{4}})(?:\s*(?:года|году|г\.?))?|(?P<this{n}>(?:текущего|этого)\s+года|с\.?\s?г\.|т\.?\s?г\.)))?|(?P<dd{n}>\d{{1,2}})\.(?P<mm{n}>\d{{2}})\.(?P<yy{n}>\s?\d{{4}}|\d{{2}})(?:\s*(?:года|г\.?))?)"#
    )
}

const SCHOOL: &str = r"(?P<s1>\d{4})\s*[/–—-]\s*(?P<s2>\d{4}|\d{2})";
const YEAR: &str = r"(?P<year>\d{4})\s*(?:года|году|г\.?)";

/// The year of a season, of which a school year or a winter has two.
const SEASON_YEAR: &str = r"(?:(?P<s1>\d{4})\s*[/–—-]\s*(?P<s2>\d{4}|\d{2})\s*(?:учебного\s+)?(?:года|годов|гг?\.?)|(?P<year>\d{4})\s*(?:года|г\.?)|(?P<this>(?:текущего|этого)\s+года))";

/// «по четвергам», «каждый четверг»
const WEEKDAYS: &str = "понедельникам|вторникам|средам|четвергам|пятницам|субботам|воскресеньям";
const WEEKDAY: &str = "понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье";

/// «до 20 января и до 20 июля»: days without a year, of which there are some.
fn listed_days() -> String {
    let day = format!(r"\d{{1,2}}(?:-?го)?\s+{MONTH}");
    let by = r"(?:до|не\s+позднее|к)";
    format!(
        r"(?:в\s+срок\s+)?{by}\s+{day}(?:(?:\s*,\s*(?:и\s+|а\s+также\s+)?|\s+и\s+)(?:{by}\s+)?{day}){{1,3}}"
    )
}

/// «мае», «апреле–мае», «сентябре и январе»: months of every year, and a year that makes them of one.
fn months_of_a_year() -> String {
    format!(
        r"(?P<months>{MONTH}(?:\s*(?:[–—-]|,\s*(?:и\s+)?|\s+и\s+)\s*(?:в\s+)?{MONTH}){{0,3}})(?P<year>\s+\d{{4}})?"
    )
}

pub(super) static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let (one, two) = (day(1), day(2));
    let forms: Vec<(String, Reading, Sign, Words)> = vec![
        (format!(r"(?:(?:в\s+(?:период|дни|течение|ходе)|на\s+время|на\s+период|на\s+протяжении|во?\s+время|за\s+время|к\s+началу|до\s+начала|к|до|в|во)\s+)(?P<season>(?:осенн|зимн|весенн|летн)[а-яё]*\s+(?:школьн[а-яё]+\s+)?(?:каникул[а-яё]*|период[а-яё]*(?:\s+каникул)?|сезон[а-яё]*)|каникулярн[а-яё]+\s+(?:период[а-яё]*|врем[а-яё]+)|каникул(?:ы|ах|ам|ами)?|летн[а-яё]+\s+кампани[а-яё]+(?:\s+по\s+отдыху\s+и\s+оздоровлению\s+детей)?|(?:летн[а-яё]+\s+)?оздоровительн[а-яё]+\s+(?:кампани[а-яё]+|сезон[а-яё]*)|отопительн[а-яё]+\s+(?:сезон|период)[а-яё]*|сезон[а-яё]*)(?:\s+{SEASON_YEAR})?"), holidays, Any, &["каникул", "сезон", "осенн", "зимн", "весенн", "летн", "оздоровительн", "отопительн"]),
        (format!(r"(?:во?\s+)?(?P<ten>перв|втор|треть)[а-яё]*\s+декад[а-яё]+\s+(?P<m1>{MONTH})(?:\s+(?P<y1>\d{{4}})(?:\s*(?:года|г\.?))?)?"), ten_days, Month, &["декад"]),
        (format!(r"(?:(?:в\s+срок\s+)?(?:до|к|не\s+позднее)\s+середин[ыеу]|в\s+середине)\s+(?P<m1>{MONTH})(?:\s+(?P<y1>\d{{4}})(?:\s*(?:года|г\.?))?)?"), middle_of_month, Month, &["середин"]),
        (format!(r"во?\s+(?P<half>первой|второй)\s+половине\s+(?P<m1>{MONTH})(?:\s+(?P<y1>\d{{4}})(?:\s*(?:года|г\.?))?)?"), part_of_month, Month, &["половине"]),
        (format!(r"(?:в\s+(?:период|срок)\s+)?с\s+{one}\s+(?:по|до)\s+{two}"), period, Day, &["по ", "по\u{a0}", "до ", "до\u{a0}"]),
        (format!(r"(?:в\s+(?:период|срок)\s+)?с\s+(?P<d1>\d{{1,2}})\s+по\s+{two}"), short_period, Day, &["по ", "по\u{a0}"]),
        (format!(r"(?P<often>ежегодно|ежеквартально|(?:не\s+реже\s+)?(?:(?:\d|одного|один|двух|два|тр[её]х|три|четыр[её]х|четыре)\s+раза?|раз|дважды|трижды)\s+в\s+(?:квартал|полугодие|год))(?:\s+\((?P<inner>{LISTED})\)|\s*[,:–—-]?\s*(?P<days>{LISTED})(?P<year>\s+\d{{4}})?)", LISTED = listed_days()), by_days, Day, &["ежегодно", "ежеквартально", "раз", "дважды", "трижды"]),
        (format!(r"(?P<days>{LISTED}),?\s+(?P<often>ежегодно)", LISTED = listed_days()), by_days, Day, &["ежегодно"]),
        (format!(r"(?:ежегодно|каждый\s+(?:учебный\s+)?год)\s*\((?:в\s+)?{}\)", months_of_a_year()), in_months, Month, &["ежегодно", "каждый"]),
        (format!(r"(?:ежегодно|каждый\s+(?:учебный\s+)?год)(?:,?\s+в\s+(?:(?:начале|середине|конце)\s+)?|\s*[,:–—-]?\s*(?:в\s+)?){}", months_of_a_year()), in_months, Month, &["ежегодно", "каждый"]),
        (format!(r"(?:не\s+реже\s+)?(?:(?:\d|двух|два|тр[её]х|три|четыр[её]х|четыре)\s+раза?|дважды|трижды)\s+в\s+год(?:\s*\(|\s*[:–—-]\s*)(?:в\s+)?{}\)?", months_of_a_year()), in_months, Month, &["раз", "дважды", "трижды"]),
        (format!(r"(?:в\s+|во\s+)(?:(?:начале|середине|конце)\s+)?{},?\s+(?:ежегодно|каждого\s+(?:учебного\s+)?года)", months_of_a_year()), in_months, Month, &["ежегодно", "каждого"]),
        (format!(r"(?:в\s+)?кажд(?:ый|ом|ого)\s+{}", months_of_a_year()), in_months, Month, &["кажд"]),
        (format!(r"(?:ежегодно|каждый\s+год)\s*\((?:в\s+срок\s+)?(?:до|не\s+позднее|к)\s+{one}\)"), yearly_by, Day, &["ежегодно", "каждый"]),
        (format!(r"(?:ежегодно|каждый\s+год),?\s+(?:в\s+срок\s+)?(?:до|не\s+позднее|к)\s+{one}"), yearly_by, Day, &["ежегодно", "каждый"]),
        (format!(r"(?:в\s+срок\s+)?(?:до|не\s+позднее|к)\s+{one},?\s+(?:ежегодно|каждого\s+(?:учебного\s+)?года|каждый\s+год)"), by_day_yearly, Day, &["ежегодно", "кажд"]),
        (format!(r"{one},?\s+(?:ежегодно|каждого\s+(?:учебного\s+)?года)|(?:ежегодно|каждый\s+год),?\s+{two}"), on_day_yearly, Day, &["ежегодно", "кажд"]),
        (r"(?:ежегодно|каждый\s+год),?\s+(?:(?:в\s+)?(?P<quarter>i{1,3}|iv|[1-4])(?:-?[мй])?\s+квартале|(?P<season>весной|летом|осенью|зимой))|(?:в\s+)?(?P<q>i{1,3}|iv|[1-4])(?:-?[мй])?\s+квартале\s+(?:ежегодно|каждого\s+года)|кажд(?:ую|ое|ой|ым)\s+(?P<each>весн|осен|зим|лет)[а-яё]+".into(), in_part_of_year, Any, &["ежегодно", "кажд"]),
        (r"(?:(?P<often>ежемесячно|ежеквартально|раз\s+в\s+(?:месяц|квартал|полугодие|год)|кажд[а-яё]+\s+(?:месяц|квартал|полугодие)),?\s+(?:в\s+срок\s+)?)?(?:до|не\s+позднее|не\s+позже|к)\s+(?P<day>\d{1,2})(?:-?го)?\s+числ[ауо](?:\s+(?P<month>кажд[а-яё]+\s+месяца|(?:первого\s+)?месяца,?\s+следующего\s+за\s+(?:отч[её]тным\s+(?P<period>кварталом|полугодием|месяцем|годом|периодом)|отч[её]тным)|следующего\s+(?:за\s+отч[её]тным\s+)?(?P<next>месяца|квартала)))?".into(), day_of_month, Any, &["числ"]),
        (r"(?:(?:не\s+позднее|не\s+позже)\s+(?:чем\s+)?(?:через\s+)?|в\s+течение\s+)(?P<n>\d{1,3}|одного|двух|тр[её]х|четыр[её]х|пяти|шести|семи|десяти|пятнадцати|двадцати|тридцати)\s+(?P<work>рабоч(?:их|его)\s+)?(?:календарн(?:ых|ого)\s+)?(?P<many>дня|дней|недель|месяцев)\s+(?:после|со\s+дня|с\s+момента|с\s+даты)\s+(?:(?P<ours>(?:принятия|подписания)(?:\s+(?:настоящ[а-яё]+\s+|данн[а-яё]+\s+)?(?:резолюции|решения|рекомендаций|протокола|постановления))?)|[а-яё]+)".into(), after_event, Any, &["после", "со дня", "с\u{a0}", "с момента", "с даты"]),
        (format!(r"(?:до\s+конца|к\s+концу|на\s+конец|по\s+окончании)\s+{SCHOOL}\s*уч(?:ебного|\.)\s*г(?:ода|\.)"), school_end, School, &["конц", "конец", "оконч"]),
        (format!(r"(?:до\s+начала|к\s+началу)\s+{SCHOOL}\s*уч(?:ебного|\.)\s*г(?:ода|\.)"), school_begin, School, &["начал"]),
        (format!(r"(?:начиная\s+)?с\s+(?:начала\s+)?{SCHOOL}\s*(?:учебного\s+года|уч(?:ебного|\.)\s*г(?:ода|\.))"), from_school_year, School, &["с ", "с\u{a0}"]),
        (format!(r"(?P<end>до\s+конца\s+|к\s+концу\s+)?(?:в\s+(?:течение\s+)?)?(?P<q>i{{1,3}}|iv|[1-4]|перв(?:ой|ая)|втор(?:ой|ая)|треть(?:ей|я)|четв[её]рт(?:ой|ая))(?:-?(?:ой|я|й))?\s+четверт(?:и|ь)\s+{SCHOOL}\s*уч(?:ебного|\.)\s*г(?:ода|\.)"), school_quarter, School, &["четверт"]),
        (r"(?:(?P<end>до\s+конца|к\s+концу|не\s+позднее)\s+|во?\s+(?:течение\s+)?)(?P<q>i{1,3}|iv|[1-4]|перв(?:ой|ую)|втор(?:ой|ую)|треть(?:ей|ю)|четв[её]рт(?:ой|ую))(?:-?(?:ой|ю|й))?\s+четверти(?:\s+учебного\s+года)?".into(), bare_school_quarter, Any, &["четверт"]),
        (format!(r"(?:начиная\s+)?со?\s+(?P<half>первого|второго|i{{1,2}}|1|2)(?:-?го)?\s+полугодия\s+{SCHOOL}\s*(?:учебного\s+)?года?"), from_school_half, School, &["полугоди"]),
        (format!(r"(?:(?P<end>до\s+конца)\s+|во?\s+(?:течение\s+)?)?(?P<half>первом|втором|первого|второго|первое|второе|i{{1,2}}|1|2)(?:-?го|-?[мое]+)?\s+полугоди[иея]\s+{SCHOOL}\s*(?:уч(?:ебного|\.)\s*)?г(?:ода?|\.)?"), school_half, School, &["полугоди"]),
        (format!(r"(?:в\s+течение\s+|на\s+протяжении\s+|в\s+|на\s+|за\s+)?{SCHOOL}\s*уч(?:ебн\w+|\.)\s*(?:год\w*|г\.)?"), school_year, School, &[]),
        (format!(r"(?:в\s+течение\s+|в\s+){SCHOOL}\s+году"), school_year, School, &[]),
        (format!(r"(?:в\s+срок\s+|срок\w*\s*[:–-]?\s*|сроком\s+)?(?:до|не\s+позднее|не\s+позже|к)\s*{one}"), by_date, Day, &["до", "позднее", "позже", "к"]),
        (format!(r"(?:в\s+срок\s+)?(?:до\s+конца|к\s+концу|на\s+конец|до\s+окончания|не\s+позднее\s+конца)\s+{YEAR}"), year_end, Year, &["конц", "конец", "оконч"]),
        (format!(r"(?:к\s+началу|до\s+начала)\s+{YEAR}"), year_start, Year, &["начал"]),
        (r"(?:в\s+срок\s+)?(?:до\s+конца|к\s+концу|не\s+позднее\s+конца|до\s+окончания)\s+(?:(?:текущего|этого|календарного)\s+)?года".to_string(), this_year_end, Any, &["конц", "оконч"]),
        (format!(r"(?:во?\s+(?:течение\s+)?)?(?P<q>i{{1,3}}|[1-3])(?:-?[мй]|-?го)?(?:\s*[–—-]\s*|\s+и\s+)(?P<last>i{{1,3}}|iv|[2-4])(?:-?[мй]|-?го)?\s*(?:квартал(?:ах|ов|ы|е|а)?|кв\.?)\s+{YEAR}"), quarters, Year, &["квартал", "кв"]),
        (format!(r"(?P<said>(?:во?\s+)?(?P<q>i{{1,3}}|[1-3])(?:-?[мй]|-?го)?)(?:\s*,|\s+и)\s+(?:i{{1,3}}|iv|[2-4])(?:-?[мй]|-?го)?\s+квартал(?:ах|ов|ы)\s+{YEAR}"), quarter, Year, &["квартал"]),
        (format!(r"(?:в\s+срок\s+)?(?P<end>до\s+конца|к\s+концу)?\s*(?:в[о]?\s+)?(?P<q>i{{1,3}}|iv|[1-4]|перв(?:ом|ый|ого)|втор(?:ом|ой|ого)|трет(?:ьем|ий|ьего)|четв[её]рт(?:ом|ый|ого))(?:-?[мй]|-?го)?\s*(?:квартал\w*|кв\.?)\s+{YEAR}"), quarter, Year, &["кварт", "кв"]),
        (r"(?:в\s+срок\s+)?(?:(?P<end>до\s+конца|к\s+концу|не\s+позднее)\s+|во?\s+(?:течение\s+)?)(?P<q>i{1,3}|iv|[1-4]|перв(?:ом|ого)|втор(?:ом|ого)|трет(?:ьем|ьего)|четв[её]рт(?:ом|ого))(?:-?[мй]|-?го)?\s*квартал[еа](?:\s+(?P<year>\d{4})|\s+(?P<calendar>текущего|этого|следующего)\s+года)?".into(), bare_quarter, Any, &["квартал"]),
        (format!(r"(?:начиная\s+)?со?\s+(?P<half>первого|второго|i{{1,2}}|1|2)(?:-?го)?\s+полугодия\s+{YEAR}"), from_half, Year, &["полугоди"]),
        (format!(r"(?:(?P<end>до\s+конца)\s+|во?\s+(?:течение\s+)?)?(?P<half>первом|втором|первого|второго|первое|второе|i{{1,2}}|1|2)(?:-?го)?(?:-?[мое]+)?\s+полугоди[иея]\s+{YEAR}"), half_year, Year, &["полугоди"]),
        (r"(?:начиная\s+)?со?\s+(?P<half>первого|второго|i{1,2}|1|2)(?:-?го)?\s+полугодия(?P<school>\s+(?:текущего\s+|нового\s+|наступающего\s+)?учебного\s+года)?".into(), from_bare_half, Any, &["полугоди"]),
        (r"(?:(?P<end>до\s+конца)\s+|во?\s+(?:течение\s+)?)(?P<half>первом|втором|первого|второго|первое|второе|i{1,2}|1|2)(?:-?го|-?[мое]+)?\s+полугоди[иея](?:(?P<school>\s+(?:текущего\s+|нового\s+|наступающего\s+)?учебного\s+года)|\s+(?P<calendar>текущего|этого|следующего)\s+(?:календарного\s+)?года)?".into(), bare_half, Any, &["полугоди"]),
        (format!(r"в\s+(?P<m1>{MONTH})\s*[–—-]\s*(?P<m2>{MONTH})(?:\s+(?P<y2>\d{{4}})(?:\s*(?:года|г\.?))?)?"), months, Month, &["-", "–", "—"]),
        (format!(r"(?:в\s+)?(?P<m1>{MONTH})\s*(?P<y1>\d{{4}})?(?:\s*(?:года|г\.))?\s*[–—-]\s*(?P<m2>{MONTH})\s+(?P<y2>\d{{4}})(?:\s*(?:года|г\.?))?"), months, Month, &["-", "–", "—"]),
        (format!(r"(?:в\s+период\s+)?с\s+(?P<m1>{MONTH})(?:\s+(?P<y1>\d{{4}})(?:\s*(?:года|г\.))?)?\s+по\s+(?P<m2>{MONTH})(?:\s+(?P<y2>\d{{4}})(?:\s*(?:года|г\.?))?)?"), months, Month, &["по ", "по\u{a0}"]),
        (format!(r"(?:до\s+конца|к\s+концу)\s+(?P<m1>{MONTH})(?:\s+(?P<y1>\d{{4}})(?:\s*(?:года|г\.?))?)?"), month_end_by, Month, &["конц"]),
        (format!(r"(?:до(?:\s+начала)?|не\s+позднее|не\s+позже|к(?:\s+началу)?)\s+(?P<m1>{MONTH})(?:\s+(?P<y1>\d{{4}})(?:\s*(?:года|г\.?))?)?"), by_month, Month, &["до ", "до\u{a0}", "позднее", "позже", "к ", "к\u{a0}"]),
        (format!(r"{one}\s*[–—-]\s*{two}"), period, Day, &["-", "–", "—"]),
        (format!(r"(?P<d1>\d{{1,2}})\s*[–—-]\s*{two}"), short_period, Day, &["-", "–", "—"]),
        (format!(r"(?:начиная\s+)?с\s+{one}"), from_day, Day, &["с ", "с\u{a0}"]),
        (format!(r"(?:начиная\s+)?с\s+(?P<m1>{MONTH})\s+(?P<y1>\d{{4}})\s*(?:года|г\.?)"), from_month, Month, &["с ", "с\u{a0}"]),
        (format!(r"(?:начиная\s+)?с\s+(?:(?:начала|перв[а-яё]+\s+(?:недел[иь]|дней))\s+)?(?P<m1>{MONTH})"), from_month, Month, &["с ", "с\u{a0}"]),
        (format!(r"(?:начиная\s+)?с\s+{YEAR}"), from_year, Year, &["с ", "с\u{a0}"]),
        (format!(r"(?P<said>(?:в\s+)?(?P<m1>{MONTH}))\s*(?:,|\s+и)\s+(?:в\s+)?{MONTH}\s+(?P<y1>\d{{4}})"), month, Month, &[" и ", ","]),
        (format!(r"(?P<said>(?:в\s+)?(?P<m1>{MONTH}))\s*,\s+(?:в\s+)?{MONTH}(?:,|\s+и)\s+(?:в\s+)?{MONTH}\s+(?P<y1>\d{{4}})"), month, Month, &[","]),
        (format!(r"(?:в\s+)(?P<m1>{MONTH})(?:\s+(?P<y1>\d{{4}})(?:\s*(?:года|г\.?))?)?"), month, Month, &[]),
        (format!(r"(?:м-ц|месяц)\s*[:–—-]?\s+(?P<m1>{MONTH})(?:\s+(?P<y1>\d{{4}})(?:\s*(?:года|г\.?))?)?"), month, Month, &["м-ц", "месяц"]),
        (format!(r",\s+(?P<said>(?P<m1>{MONTH}))\s*[.;]?$"), month, Month, &[","]),
        (r"(?:в\s+период\s+)?с\s+(?P<a>\d{4})\s+(?:года\s+)?по\s+(?P<b>\d{4})\s*(?:год[ы]?|гг?\.?)".into(), year_range, Year, &["по ", "по\u{a0}"]),
        (r"(?:в|за|в\s+период|в\s+течение|на\s+протяжении)\s+(?P<a>\d{4})\s*[–—-]\s*(?P<b>\d{4})\s*(?:годах|годов|годы|гг?\.?)".into(), year_range, Year, &["-", "–", "—"]),
        (r"(?:в\s+период\s+|в\s+срок\s+)?(?:до|к|не\s+позднее|не\s+позже)\s+(?P<year>\d{4})\s*(?:года|году|г\.)".into(), by_year, Year, &["до ", "до\u{a0}", "к ", "к\u{a0}", "позднее", "позже"]),
        (TOLD_YEAR.into(), told_year, Year, &["итогам", "за ", "за\u{a0}"]),
        (format!(r"(?:в\s+течение\s+|на\s+протяжении\s+|в\s+){YEAR}"), year, Year, &[]),
        (r"(?P<time>весной|летом|осенью)\s+(?P<calendar>текущего|этого|следующего|будущего)\s+(?:календарного\s+)?года".into(), part_of_named_year, Any, &["весной", "летом", "осенью"]),
        (format!(r"(?P<time>весн(?:а|ой|ы)|лет(?:о|ом|а)|осен(?:ь|ью|и)|во?\s+(?:первой|второй)\s+половине)\s+{YEAR}"), part_of_year, Year, &["весн", "лет", "осен", "половине"]),
        (one.clone(), on_day, Day, &[]),
        (format!(r"(?P<m1>{MONTH})\s+(?P<y1>\d{{4}})(?:\s*(?:года|г\.?))?"), month, Month, &[]),
        (r"(?:в\s+течение\s+учебного\s+года|на\s+протяжении\s+учебного\s+года)".into(), during_school_year, Any, &["учебного"]),
        (r"(?:до\s+конца|к\s+концу)\s+учебного\s+года".into(), school_year_end, Any, &["учебного"]),
        (r"(?:к\s+началу|до\s+начала)\s+(?:нового\s+)?учебного\s+года|к\s+новому\s+учебному\s+году".into(), school_start, Any, &["учебно"]),
        (r"в\s+течение\s+(?:одного\s+)?(?P<unit>месяца|года|недели|квартала)|в\s+(?P<adj>двухнедельный|недельный|месячный|двухмесячный|тр[её]хмесячный|десятидневный|пятидневный|тр[её]хдневный)\s+срок|в\s+течение\s+(?P<n>\d{1,3}|одного|двух|тр[её]х|четыр[её]х|пяти|шести|семи|десяти|пятнадцати|двадцати|тридцати)\s+(?P<work>рабоч(?:их|его)\s+)?(?:календарн(?:ых|ого)\s+)?(?P<many>дня|дней|недель|месяцев)|в\s+(?P<days>\d{1,3})-дневный\s+срок".into(), duration, Any, &["течение", "срок"]),
        (format!(r"(?:ежемесячно,?\s+(?:в\s+)?кажд(?:ый|ую|ое)\s+(?:(?P<monthly>перв|втор|трет|четв[её]рт|последн)[а-яё]+\s+)(?:{WEEKDAY})|еженедельно,?\s+(?:по\s+(?:{WEEKDAYS})|кажд[а-яё]+\s+(?:{WEEKDAY}))|(?:в\s+)?кажд(?:ый|ую|ое)\s+(?:(?P<nth>перв|втор|трет|четв[её]рт|последн)[а-яё]+\s+)?(?:{WEEKDAY})(?P<month>\s+(?:каждого\s+)?месяца)?)"), on_weekday, Any, &["недельн", "кажд"]),
        (r"(?:не\s+реже\s+)?(?:(?P<times>одного|один|двух|два|тр[её]х|три|четыр[её]х|четыре|\d)\s+раза?|раза?|(?P<twice>дважды)|(?P<thrice>трижды))\s+в\s+(?:(?P<each>два|две|три|четыре|пять|шесть|\d)\s+)?(?P<unit>месяц|квартал|четверть|полугоди|год|лет|недел)(?:а|ев|ы|и|ю|е|я)?".into(), so_often, Any, &["раз", "дважды", "трижды"]),
        (r"ежегодно|каждый\s+(?:учебный\s+|календарный\s+)?год|ежеквартально|ежемесячно|еженедельно|ежедневно".into(), recurring, Any, &["ежегодно", "каждый", "ежеквартально", "ежемесячно", "еженедельно", "ежедневно"]),
        (r"(?:в|на)\s+(?P<which>текущ|нов|следующ|наступающ|предстоящ|нынешн)[а-яё]+\s+уч(?:ебн(?:ом|ый)|\.)\s*год(?:у)?".into(), named_school_year, Any, &["уч"]),
        (r"(?:начиная\s+)?со?\s+(?:начала\s+)?(?P<which>нов|следующ|наступающ|предстоящ)[а-яё]+\s+учебного\s+года".into(), from_named_school_year, Any, &["учебн"]),
        (r"(?:до\s+начала|к\s+началу|перед\s+началом)\s+(?:основного\s+периода\s+)?(?:гиа|егэ|огэ|(?:государственной\s+)?итоговой\s+аттестации|(?:выпускных\s+|государственных\s+)?экзаменов)(?:\s+{SEASON_YEAR})?".replace("{SEASON_YEAR}", SEASON_YEAR), exams, Any, &["начал"]),
        (r"по\s+итогам\s+(?:кажд[а-яё]+\s+)?(?:полугодия|квартала|четверти)".into(), recurring, Any, &["итогам"]),
        (r"(?:в\s+|по\s+итогам\s+)?кажд(?:ое|ом|ого|ый|ую|ой)\s+(?:полугоди[еия]|квартал[еа]?|месяц[еа]?|четверт[ьи]|недел[юеи])".into(), recurring, Any, &["кажд"]),
        (format!(r"[а-яё]+(?:ть|ти|чь)(?:ся)?\s+(?:[а-яё-]+\s+){{0,3}}(?P<said>{OFTEN}(?:ый|ое|ую|ые))\s+(?:[а-яё-]+{ADJECTIVE}\s+)?(?:{ACTIVITIES})[а-яё]*"), done_often, Any, OFTEN_WORDS),
        (format!(r"(?:проведени|осуществлени|организаци|обеспечени|направлени|представлени)[а-яё]{{1,2}}\s+(?P<said>{OFTEN}{ADJECTIVE})\s+(?:[а-яё-]+{ADJECTIVE}\s+)?(?:{ACTIVITIES})[а-яё]*"), recurring, Any, OFTEN_WORDS),
        (format!(r"(?:проводить|осуществлять|представлять|направлять|готовить|публиковать|размещать|организовывать|обеспечивать)\s+(?:[а-яё-]+\s+){{0,3}}(?P<said>ежегодн{ADJECTIVE})\s+[а-яё]+"), recurring, Any, &["ежегодн"]),
        (feasts::form(YEAR), feast, Any, &["дню", "новому", "нового"]),
        (r"на\s+постоянной\s+основе|постоянно|систематически|регулярно|на\s+системной\s+основе".into(), permanent, Any, &["основе", "постоянно", "систематически", "регулярно"]),
    ];
    forms
        .into_iter()
        .map(|(source, read, sign, words)| Form {
            pattern: Pattern::owned(source).at_words().needing(words),
            read,
            sign,
        })
        .collect()
});

pub(super) fn deadline(
    kind: DeadlineKind,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Option<Deadline> {
    Some(Deadline {
        kind,
        from,
        to,
        ..Deadline::default()
    })
}

fn number<T: std::str::FromStr>(found: &Caught<'_, '_>, name: &str) -> Option<T> {
    found.name(name)?.as_str().trim().parse().ok()
}

pub(super) fn year_of(found: &Caught<'_, '_>, name: &str) -> Option<i32> {
    // «15.09.25»: two digits are a year of this century.
    number::<i32>(found, name)
        .map(|year| if year < 100 { 2000 + year } else { year })
        .filter(|year| (1990..=2100).contains(year))
}

/// The n-th day of a match, and whether its year was inferred.
fn day_of(found: &Caught<'_, '_>, n: u8, adopted: Option<NaiveDate>) -> Option<(NaiveDate, bool)> {
    if let Some(day) = number(found, &format!("dd{n}")) {
        let (month, year) = (
            number(found, &format!("mm{n}"))?,
            year_of(found, &format!("yy{n}"))?,
        );
        return NaiveDate::from_ymd_opt(year, month, day).map(|date| (date, false));
    }
    let day = number(found, &format!("d{n}"))?;
    let month = month_number(found.name(&format!("m{n}"))?.as_str())?;
    if found.name(&format!("this{n}")).is_some() {
        return NaiveDate::from_ymd_opt(adopted?.year(), month, day).map(|date| (date, true));
    }
    match found.name(&format!("y{n}")) {
        Some(_) => {
            let year = year_of(found, &format!("y{n}"))?;
            NaiveDate::from_ymd_opt(year, month, day).map(|date| (date, false))
        }
        None => infer(adopted?, month, day).map(|date| (date, true)),
    }
}

/// The first such day on or after the adoption (domain facts, c.2).
pub(super) fn infer(adopted: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    let this = NaiveDate::from_ymd_opt(adopted.year(), month, day)?;
    if this >= adopted {
        Some(this)
    } else {
        NaiveDate::from_ymd_opt(adopted.year() + 1, month, day)
    }
}

pub(super) fn inferred(deadline: Option<Deadline>, year_inferred: bool) -> Option<Deadline> {
    deadline.map(|deadline| Deadline {
        year_inferred,
        ..deadline
    })
}

fn by_date(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let (to, guessed) = day_of(found, 1, adopted)?;
    inferred(deadline(DeadlineKind::ByDate, None, Some(to)), guessed)
}

fn on_day(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    // A day without a year outside «до», «к», «с» may be anything: a holiday, a title.
    let (on, guessed) = day_of(found, 1, adopted)?;
    if guessed {
        None
    } else {
        deadline(DeadlineKind::OnDate, Some(on), Some(on))
    }
}

fn from_day(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let (from, guessed) = day_of(found, 1, adopted)?;
    inferred(deadline(DeadlineKind::From, Some(from), None), guessed)
}

fn period(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let (to, guessed) = day_of(found, 2, adopted)?;
    let from = match day_of(found, 1, None) {
        Some((from, _)) => from,
        // «с 1 марта по 20 апреля 2027 года»: the year is said once.
        None => {
            let month = month_number(found.name("m1")?.as_str())?;
            let day = number(found, "d1")?;
            let same = NaiveDate::from_ymd_opt(to.year(), month, day)?;
            if same <= to {
                same
            } else {
                NaiveDate::from_ymd_opt(to.year() - 1, month, day)?
            }
        }
    };
    inferred(
        deadline(DeadlineKind::Period, Some(from), Some(to)),
        guessed,
    )
}

fn short_period(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let (to, guessed) = day_of(found, 2, adopted)?;
    let from = NaiveDate::from_ymd_opt(to.year(), to.month(), number(found, "d1")?)?;
    inferred(
        deadline(DeadlineKind::Period, Some(from), Some(to)),
        guessed,
    )
}

fn yearly_by(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let to = day_of(found, 1, adopted).map(|(to, _)| to);
    let mut deadline = deadline(DeadlineKind::Recurring, None, to)?;
    let day = to.map(|to| format!(";BYMONTH={};BYMONTHDAY={}", to.month(), to.day()));
    deadline.recurrence = Some(format!("FREQ=YEARLY{}", day.unwrap_or_default()));
    Some(deadline)
}

/// «1 июня каждого года», «ежегодно 1 июня».
fn on_day_yearly(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let dated = ["y1", "yy1", "this1", "y2", "yy2", "this2"]
        .iter()
        .any(|name| found.name(name).is_some());
    let n = if found.name("d2").or(found.name("dd2")).is_some() {
        2
    } else {
        1
    };
    if dated {
        return None;
    }
    let (to, _) = day_of(found, n, adopted)?;
    let mut deadline = deadline(DeadlineKind::Recurring, None, Some(to))?;
    deadline.recurrence = Some(format!(
        "FREQ=YEARLY;BYMONTH={};BYMONTHDAY={}",
        to.month(),
        to.day()
    ));
    Some(deadline)
}

/// «до 1 августа ежегодно»; «до 1 августа 2028 года ежегодно» may be until when.
fn by_day_yearly(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let dated = ["y1", "yy1", "this1"]
        .iter()
        .any(|name| found.name(name).is_some());
    (!dated).then(|| yearly_by(found, adopted)).flatten()
}

fn permanent(_: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    deadline(DeadlineKind::Permanent, None, None)
}

pub(super) fn school_years(found: &Caught<'_, '_>) -> Option<(i32, i32)> {
    let first = year_of(found, "s1")?;
    let second = found.name("s2")?.as_str();
    let second: i32 = match second.len() {
        2 => first / 100 * 100 + second.parse::<i32>().ok()?,
        _ => second.parse().ok()?,
    };
    (second == first + 1).then_some((first, second))
}

fn school_year(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let (first, second) = school_years(found)?;
    let from = NaiveDate::from_ymd_opt(first, 9, 1);
    deadline(
        DeadlineKind::SchoolYear,
        from,
        NaiveDate::from_ymd_opt(second, 8, 31),
    )
}

fn school_end(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let (_, second) = school_years(found)?;
    deadline(
        DeadlineKind::ByDate,
        None,
        NaiveDate::from_ymd_opt(second, 5, 31),
    )
}

fn school_begin(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let (first, _) = school_years(found)?;
    deadline(
        DeadlineKind::ByDate,
        None,
        NaiveDate::from_ymd_opt(first, 8, 31),
    )
}

fn from_school_year(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let (first, _) = school_years(found)?;
    deadline(
        DeadlineKind::From,
        NaiveDate::from_ymd_opt(first, 9, 1),
        None,
    )
}

fn school_half(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    half_of_school(found, school_years(found)?.0)
}

/// A half of the school year that begins in a year.
pub(super) fn half_of_school(found: &Caught<'_, '_>, first: i32) -> Option<Deadline> {
    let (from, to) = if second_half(found)? {
        (
            NaiveDate::from_ymd_opt(first + 1, 1, 1),
            NaiveDate::from_ymd_opt(first + 1, 5, 31),
        )
    } else {
        (
            NaiveDate::from_ymd_opt(first, 9, 1),
            NaiveDate::from_ymd_opt(first, 12, 31),
        )
    };
    let from = from.filter(|_| found.name("end").is_none());
    deadline(DeadlineKind::HalfYear, from, to)
}

fn from_school_half(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    onward(school_half(found, adopted))
}

fn second_half(found: &Caught<'_, '_>) -> Option<bool> {
    let half = found.name("half")?.as_str().to_lowercase();
    Some(half.starts_with("втор") || half == "ii" || half == "2")
}

fn half_year(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    half_of(found, year_of(found, "year")?)
}

/// A half of a calendar year; «до конца I полугодия» says only when it ends.
pub(super) fn half_of(found: &Caught<'_, '_>, year: i32) -> Option<Deadline> {
    let (from, to) = if second_half(found)? { (7, 12) } else { (1, 6) };
    let from = NaiveDate::from_ymd_opt(year, from, 1).filter(|_| found.name("end").is_none());
    deadline(DeadlineKind::HalfYear, from, month_end(year, to))
}

fn quarter(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    quarter_of(found, year_of(found, "year")?)
}

/// A quarter of a calendar year.
pub(super) fn quarter_of(found: &Caught<'_, '_>, year: i32) -> Option<Deadline> {
    let n = number_of_quarter(found.name("q")?.as_str());
    let from = NaiveDate::from_ymd_opt(year, n * 3 - 2, 1).filter(|_| found.name("end").is_none());
    deadline(DeadlineKind::Quarter, from, month_end(year, n * 3))
}

/// «в III–IV кварталах 2026 года». «I и III кварталы» have another between.
fn quarters(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let year = year_of(found, "year")?;
    let first = number_of_quarter(found.name("q")?.as_str());
    let last = number_of_quarter(found.name("last")?.as_str());
    let joined = found.get(0)?.as_str().contains(" и ");
    let in_a_row = first < last && (!joined || last == first + 1);
    let from = NaiveDate::from_ymd_opt(year, first * 3 - 2, 1).filter(|_| in_a_row)?;
    deadline(DeadlineKind::Period, Some(from), month_end(year, last * 3))
}

fn number_of_quarter(said: &str) -> u32 {
    match said.to_lowercase().as_str() {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        word if word.starts_with("перв") => 1,
        word if word.starts_with("втор") => 2,
        word if word.starts_with("трет") => 3,
        _ => 4,
    }
}

pub(super) fn month(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let month = month_number(found.name("m1")?.as_str())?;
    let (year, guessed) = match found.name("y1") {
        Some(_) => (year_of(found, "y1")?, false),
        None => (coming_year(month, adopted?), true),
    };
    let from = NaiveDate::from_ymd_opt(year, month, 1);
    inferred(
        deadline(DeadlineKind::Month, from, month_end(year, month)),
        guessed,
    )
}

fn month_end_by(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let deadline = month(found, adopted)?;
    Some(Deadline {
        from: None,
        kind: DeadlineKind::ByDate,
        ..deadline
    })
}

/// «не позднее декабря»: the month counts whole; «до декабря», «к декабрю» are «до 1 декабря», «к 1 декабря».
fn by_month(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let deadline = month(found, adopted)?;
    let whole = found.get(0)?.as_str().to_lowercase().starts_with("не");
    let to = if whole { deadline.to } else { deadline.from };
    Some(Deadline {
        from: None,
        to,
        kind: DeadlineKind::ByDate,
        ..deadline
    })
}

fn year_start(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let to = NaiveDate::from_ymd_opt(year_of(found, "year")? - 1, 12, 31);
    deadline(DeadlineKind::YearEnd, None, to)
}

fn months(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let (first, last) = (
        month_number(found.name("m1")?.as_str())?,
        month_number(found.name("m2")?.as_str())?,
    );
    let (end, guessed) = match year_of(found, "y2") {
        Some(year) => (year, false),
        None => (coming_year(last, adopted?), true),
    };
    let start = year_of(found, "y1").unwrap_or(if first <= last { end } else { end - 1 });
    inferred(
        deadline(
            DeadlineKind::Period,
            NaiveDate::from_ymd_opt(start, first, 1),
            month_end(end, last),
        ),
        guessed,
    )
}

/// The year a month is meant of that stands without one: its next one from the adoption on.
fn coming_year(month: u32, adopted: NaiveDate) -> i32 {
    adopted.year() + i32::from(month < adopted.month())
}

/// «с октября», «с нового учебного года»: from the first day of such a time, without its end.
fn onward(time: Option<Deadline>) -> Option<Deadline> {
    time.map(|time| Deadline {
        kind: DeadlineKind::From,
        to: None,
        ..time
    })
}

fn from_month(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    onward(month(found, adopted))
}

fn from_half(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    onward(half_year(found, adopted))
}

fn from_bare_half(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    onward(bare_half(found, adopted))
}

fn from_named_school_year(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    onward(named_school_year(found, adopted))
}

fn from_year(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    deadline(
        DeadlineKind::From,
        NaiveDate::from_ymd_opt(year_of(found, "year")?, 1, 1),
        None,
    )
}

fn year_end(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    deadline(
        DeadlineKind::YearEnd,
        None,
        month_end(year_of(found, "year")?, 12),
    )
}

fn this_year_end(_: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    inferred(
        deadline(DeadlineKind::YearEnd, None, month_end(adopted?.year(), 12)),
        true,
    )
}

/// A year that ends with what is reached in it; of one that is over a text only tells.
fn told_year(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let year = year_of(found, "year").or(year_of(found, "within"))?;
    let to = month_end(year, 12).filter(|to| adopted.is_some_and(|adopted| *to >= adopted))?;
    deadline(DeadlineKind::YearEnd, None, Some(to))
}

fn year(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let year = year_of(found, "year")?;
    deadline(
        DeadlineKind::Year,
        NaiveDate::from_ymd_opt(year, 1, 1),
        month_end(year, 12),
    )
}

fn by_year(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    deadline(
        DeadlineKind::YearEnd,
        None,
        month_end(year_of(found, "year")?, 12),
    )
}

fn year_range(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let (from, to) = (year_of(found, "a")?, year_of(found, "b")?);
    deadline(
        DeadlineKind::YearRange,
        NaiveDate::from_ymd_opt(from, 1, 1),
        month_end(to, 12),
    )
}

/// The school year that begins with, or contains, the adoption: forums meet in August.
pub(super) fn school_year_of(adopted: NaiveDate) -> i32 {
    if adopted.month() >= 7 {
        adopted.year()
    } else {
        adopted.year() - 1
    }
}

fn during_school_year(_: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let first = school_year_of(adopted?);
    let (from, to) = (
        NaiveDate::from_ymd_opt(first, 9, 1),
        NaiveDate::from_ymd_opt(first + 1, 8, 31),
    );
    inferred(deadline(DeadlineKind::SchoolYear, from, to), true)
}

fn school_year_end(_: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let to = NaiveDate::from_ymd_opt(school_year_of(adopted?) + 1, 5, 31);
    inferred(deadline(DeadlineKind::ByDate, None, to), true)
}

fn school_start(_: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let to = infer(adopted?, 8, 31);
    inferred(deadline(DeadlineKind::Event, None, to), true)
}

fn duration(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let from = adopted;
    let words = |name: &str| found.name(name).map(|m| m.as_str().to_lowercase());
    let add = |days: u64, months: u32| {
        adopted
            .and_then(|day| day.checked_add_months(Months::new(months)))
            .and_then(|day| day.checked_add_days(Days::new(days)))
    };
    let to = if let Some(unit) = words("unit") {
        match unit.as_str() {
            "недели" => add(7, 0),
            "квартала" => add(0, 3),
            "года" => add(0, 12),
            _ => add(0, 1),
        }
    } else if let Some(adjective) = words("adj") {
        match adjective.as_str() {
            "недельный" => add(7, 0),
            "двухнедельный" => add(14, 0),
            "десятидневный" => add(10, 0),
            "пятидневный" => add(5, 0),
            "двухмесячный" => add(0, 2),
            "месячный" => add(0, 1),
            word if word.ends_with("дневный") => add(3, 0),
            _ => add(0, 3),
        }
    } else if let Some(days) = number(found, "days") {
        add(days, 0)
    } else {
        later(found, adopted)
    };
    deadline(DeadlineKind::Duration, from, to)
}

/// So many days, working days, weeks or months after a day.
fn later(found: &Caught<'_, '_>, from: Option<NaiveDate>) -> Option<NaiveDate> {
    let words = |name: &str| found.name(name).map(|m| m.as_str().to_lowercase());
    let n: u32 = match words("n")?.as_str() {
        "одного" => 1,
        "двух" => 2,
        "пяти" => 5,
        "шести" => 6,
        "семи" => 7,
        "десяти" => 10,
        "пятнадцати" => 15,
        "двадцати" => 20,
        "тридцати" => 30,
        word if word.starts_with("чет") => 4,
        word => word.parse().unwrap_or(3),
    };
    let days = |n: u32| from?.checked_add_days(Days::new(u64::from(n)));
    match words("many")?.as_str() {
        "дня" | "дней" if words("work").is_some() => {
            WorkCalendar::shipped().after(from?, usize::try_from(n).ok()?)
        }
        "дня" | "дней" => days(n),
        "недель" => days(n * 7),
        _ => from?.checked_add_months(Months::new(n)),
    }
}

/// «не позднее 30 дней после принятия резолюции» has a day; after anything else the text does not say
/// when that will be, so there is none.
fn after_event(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    if found.name("ours").is_some() {
        return deadline(DeadlineKind::Duration, adopted, later(found, adopted));
    }
    deadline(DeadlineKind::Event, None, None)
}

/// «ежеквартально до 5 числа», «до 10 числа месяца, следующего за отчётным кварталом»: what is
/// reported on after a period is due in the month after it.
fn day_of_month(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let day: u32 = number(found, "day").filter(|day| (1..=31).contains(day))?;
    let said = |name: &str| found.name(name).map(|m| m.as_str().to_lowercase());
    let often = said("often").unwrap_or_default();
    let month = said("month").unwrap_or_default();
    if often.is_empty() && month.is_empty() {
        return None;
    }
    let next = said("next");
    // «до 10 числа следующего месяца», once: the month after the adoption.
    if often.is_empty() && next.is_some() && !month.contains("отч") {
        let next = if next.as_deref() == Some("квартала") {
            let quarter_end = (adopted?.month0() / 3 + 1) * 3;
            month_end(adopted?.year(), quarter_end)?.succ_opt()
        } else {
            adopted?.with_day(1)?.checked_add_months(Months::new(1))
        };
        return inferred(
            deadline(DeadlineKind::ByDate, None, next?.with_day(day)),
            true,
        );
    }
    let period = said("period").unwrap_or_default();
    let told = |word: &str| {
        let own = period.contains(word) || next.as_ref().is_some_and(|next| next.contains(word));
        own || often.contains(word)
    };
    let rule = if told("кварт") {
        format!("{AFTER_QUARTER};BYMONTHDAY={day}")
    } else if told("полугод") {
        format!("{AFTER_HALF};BYMONTHDAY={day}")
    } else if told("год") {
        format!("{AFTER_YEAR};BYMONTHDAY={day}")
    } else {
        format!("FREQ=MONTHLY;BYMONTHDAY={day}")
    };
    let mut deadline = deadline(DeadlineKind::Recurring, None, None)?;
    deadline.recurrence = Some(rule);
    Some(deadline)
}
