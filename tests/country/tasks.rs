//! Tasks of the invented country, and how they are worded in a year.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use svod_model::{Bound, Deadline, DeadlineKind, Directive, Indicator, Reference, ReferenceKind};

use super::names;
use crate::chance::Chance;

/// A task: whatever its wording in a year and a district, the number stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Task(pub u64);

/// A task as it stands in a document: how often each part of its wording was edited, and its target raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Wording {
    /// What is asked for.
    pub task: Task,
    verb: u8,
    way: u8,
    term: u8,
    raised: u8,
    bare: bool,
}

struct Kernel {
    theme: &'static str,
    whom: char,
    verbs: Vec<&'static str>,
    what: &'static str,
}

static KERNELS: LazyLock<Vec<Kernel>> = LazyLock::new(|| {
    let lines = include_str!("tasks.txt").lines();
    let kernels = lines.filter(|line| !line.starts_with('#')).map(|line| {
        let mut fields = line.split('|');
        let mut field = || fields.next().unwrap();
        Kernel {
            theme: field(),
            whom: field().chars().next().unwrap(),
            verbs: field().split('/').collect(),
            what: field(),
        }
    });
    kernels.collect()
});

const WHERE: &[&str] = &[
    "",
    "",
    "",
    " в сельских школах",
    " в школах районного центра",
    " в 5–9 классах",
    " в 10–11 классах",
    " в начальной школе",
    " в выпускных классах",
    " на уровне муниципалитета",
    " в опорных школах",
    " в малокомплектных школах",
    " в каждой образовательной организации",
    " в пилотных организациях",
];
const WAYS: &[&str] = &[
    "",
    "",
    "",
    ", уделив особое внимание семьям, находящимся в трудной жизненной ситуации",
    " во взаимодействии с управляющими советами",
    " с привлечением социальных партнёров",
    " с участием родительской общественности",
    ", используя ресурсы сетевого взаимодействия",
    " и обсудить итоги на педагогических советах",
    " и представить отчёт на совещании руководителей",
    " и разместить информацию на официальном сайте",
    " с учётом предложений секций форума",
    " и распространить лучший опыт",
    " при методической поддержке института развития образования",
    " на основе анализа результатов прошлого года",
    " в рамках муниципального проекта",
    ", назначив ответственных приказом",
    " с приглашением представителей работодателей",
    " и ввести показатель в систему оценки руководителей",
    " и подвести итоги на муниципальном конкурсе",
    " совместно с центром занятости населения",
    " с использованием оборудования национального проекта",
];
/// Act as cited, its one form, number and date.
const ACTS: &[(&str, &str, &str, &str)] = &[
    (
        "приказом Минпросвещения России от 31.05.2021 № 287",
        "Приказ Минпросвещения России от 31.05.2021 № 287",
        "287",
        "2021-05-31",
    ),
    (
        "приказом Минпросвещения России от 31.05.2021 № 286",
        "Приказ Минпросвещения России от 31.05.2021 № 286",
        "286",
        "2021-05-31",
    ),
    (
        "приказом Минпросвещения России от 27.07.2022 № 629",
        "Приказ Минпросвещения России от 27.07.2022 № 629",
        "629",
        "2022-07-27",
    ),
    (
        "Указом Президента РФ от 21.07.2020 № 474",
        "Указ Президента РФ от 21.07.2020 № 474",
        "474",
        "2020-07-21",
    ),
    (
        "Указом Президента РФ от 07.05.2018 № 204",
        "Указ Президента РФ от 07.05.2018 № 204",
        "204",
        "2018-05-07",
    ),
    (
        "Федеральным законом от 29.12.2012 № 273-ФЗ",
        "Федеральный закон от 29.12.2012 № 273-ФЗ",
        "273-ФЗ",
        "2012-12-29",
    ),
    (
        "Федеральным законом от 24.06.1999 № 120-ФЗ",
        "Федеральный закон от 24.06.1999 № 120-ФЗ",
        "120-ФЗ",
        "1999-06-24",
    ),
    (
        "Федеральным законом от 13.07.2020 № 189-ФЗ",
        "Федеральный закон от 13.07.2020 № 189-ФЗ",
        "189-ФЗ",
        "2020-07-13",
    ),
];
const MONTHS: [(&str, &str); 12] = [
    ("января", "январе"),
    ("февраля", "феврале"),
    ("марта", "марте"),
    ("апреля", "апреле"),
    ("мая", "мае"),
    ("июня", "июне"),
    ("июля", "июле"),
    ("августа", "августе"),
    ("сентября", "сентябре"),
    ("октября", "октябре"),
    ("ноября", "ноябре"),
    ("декабря", "декабре"),
];

impl Task {
    /// Whom it is given to: a letter of the list of tasks.
    pub(super) fn whom(self) -> char {
        self.kernel().whom
    }

    /// Its theme, by slug.
    pub fn theme(self) -> &'static str {
        self.kernel().theme
    }

    /// What it asks for, by place in the list of tasks: districts think of the same thing, each by itself.
    pub fn asks_for(self) -> usize {
        Chance::new(self.0).below(KERNELS.len())
    }

    fn kernel(self) -> &'static Kernel {
        &KERNELS[self.asks_for()]
    }
}

impl Wording {
    /// The task in its first wording.
    pub(super) fn first(task: Task) -> Self {
        Self {
            task,
            verb: 0,
            way: 0,
            term: 0,
            raised: 0,
            bare: false,
        }
    }

    /// The wording after somebody's pen.
    pub(super) fn edited(mut self, chance: &mut Chance) -> Self {
        match chance.below(6) {
            0 => self.verb = self.verb.wrapping_add(1),
            1 | 2 => self.way = self.way.wrapping_add(1),
            3 => self.term = self.term.wrapping_add(1),
            4 => self.raised = self.raised.saturating_add(1),
            _ => self.bare = !self.bare,
        }
        self
    }

    /// The directive it is in the documents of a year, with the facts its words state.
    pub(super) fn directive(self, year: i32) -> Directive {
        // The kernel takes the first number; what follows is drawn in one order whatever was edited.
        let mut chance = Chance::new(self.task.0);
        let kernel = &KERNELS[chance.below(KERNELS.len())];
        let place = WHERE[chance.below(WHERE.len())];
        let way = chance.below(WAYS.len()) + usize::from(self.way) * 5;
        let school = chance.once_in(4).then(|| chance.below(168));
        let goal = chance.once_in(5).then(|| 40 + chance.below(10) * 5);
        let act = chance.once_in(6).then(|| chance.below(ACTS.len()));
        let first = chance.below(10) + usize::from(self.term) * 3;
        let day = [1, 10, 15, 20, 25][chance.below(5)];

        let verb = kernel.verbs[usize::from(self.verb) % kernel.verbs.len()];
        let mut text = format!("{verb} {}{place}", kernel.what);
        if let Some(school) = school {
            text.push_str(&format!(
                " (базовая площадка – школа села {})",
                names::village(school)
            ));
        }
        text.push_str(WAYS[way % WAYS.len()]);
        let mut directive = Directive::default();
        if let Some(goal) = goal {
            let value = (goal + usize::from(self.raised) * 5).min(100);
            let phrase = format!("не менее {value} %");
            text.push_str(&format!(", охватив {phrase} обучающихся"));
            directive.indicators.push(Indicator {
                phrase,
                value: f64::from(u32::try_from(value).unwrap()),
                unit: "%".into(),
                relation: Bound::AtLeast,
                subject: "обучающихся".into(),
                ..Indicator::default()
            });
        }
        if let Some((phrase, canonical, number, date)) =
            act.map(|act| ACTS[act]).filter(|_| !self.bare)
        {
            let date: NaiveDate = date.parse().unwrap();
            // Nobody cites what is not signed yet.
            if date.year() < year {
                text.push_str(&format!(" в соответствии с {phrase}"));
                directive.references.push(Reference {
                    phrase: phrase.into(),
                    kind: ReferenceKind::Act,
                    canonical: canonical.into(),
                    number: Some(number.into()),
                    date: Some(date),
                    ..Reference::default()
                });
            }
        }
        if let Some(deadline) = term(first, day, year) {
            text.push(' ');
            text.push_str(&deadline.phrase);
            directive.deadlines.push(deadline);
        }
        directive.text = text;
        directive
    }
}

/// The term drawn for a task, in a document adopted in August of that year.
fn term(drawn: usize, day: u32, year: i32) -> Option<Deadline> {
    let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    let month: u32 = [9, 10, 11, 12, 1, 2, 3, 4, 5, 6][(drawn / 2 + drawn) % 10];
    let of = if month < 8 { year + 1 } else { year };
    let names = MONTHS[month as usize - 1];
    let (phrase, from, to, kind, recurrence) = match drawn % 10 {
        0..=3 => {
            let phrase = format!("до {day} {} {of} года", names.0);
            (
                phrase,
                None,
                date(of, month, day),
                DeadlineKind::ByDate,
                None,
            )
        }
        4 => {
            let phrase = format!("в {} {of} года", names.1);
            let last = date(of, month, 1)
                .and_then(|first| first.checked_add_months(chrono::Months::new(1))?.pred_opt());
            (phrase, date(of, month, 1), last, DeadlineKind::Month, None)
        }
        5 => {
            let phrase = format!("в {year}/{} учебном году", year + 1);
            (
                phrase,
                date(year, 9, 1),
                date(year + 1, 8, 31),
                DeadlineKind::SchoolYear,
                None,
            )
        }
        6 => {
            let phrase = format!("до конца {year} года");
            (
                phrase,
                None,
                date(year, 12, 31),
                DeadlineKind::YearEnd,
                None,
            )
        }
        7 => {
            let yearly = Some("FREQ=YEARLY".into());
            (
                "ежегодно".into(),
                None,
                None,
                DeadlineKind::Recurring,
                yearly,
            )
        }
        _ => return None,
    };
    Some(Deadline {
        phrase,
        from,
        to,
        kind,
        recurrence,
        ..Deadline::default()
    })
}
