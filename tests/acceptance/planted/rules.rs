//! Where an editor can change something.

use regex::Regex;
pub(super) use svod_language::dates::MONTHS_OF as MONTHS;

pub(super) struct Rules {
    /// «до 1 октября 2026 года», «до 01.10.2026».
    pub(super) date: Regex,
    pub(super) percent: Regex,
    pub(super) count: Regex,
    /// What speaks of time or measure.
    pub(super) bound: Regex,
    pub(super) second: Regex,
}

impl Default for Rules {
    fn default() -> Self {
        let months = MONTHS.join("|");
        let date = format!(
            r"(?P<before>до|не позднее|к) (?:(?P<day>\d\d?) (?P<month>{months}) (?P<year>20\d\d)(?: года| г\.)?|(?P<d>\d\d)\.(?P<m>\d\d)\.(?P<y>20\d\d)(?: ?г\.?| года)?)"
        );
        Self {
            date: Regex::new(&date).unwrap(),
            percent: Regex::new(r"(до|не менее|не ниже) (\d\d) ?%").unwrap(),
            count: Regex::new(r"не менее (\d\d?) ([а-я]{5,})").unwrap(),
            bound: Regex::new(
                r"(?i)\d|год|кварт|месяц|недел|ежедн|полугод|срок|лет[оау]|дн[яе]|раз |январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|осен|весн|зим|постоян|систематич|регулярн|своевр|каникул",
            )
            .unwrap(),
            second: Regex::new(r",? (?:и|а также) ([а-яё]{4,}(?:ть|ти|чь)) ").unwrap(),
        }
    }
}
