//! An invented country for benches and tests of many documents: 2,300 districts that meet every August for ten
//! years, and write as districts do. Each region sends a template round; a district takes most of it, some word
//! for word and some edited, carries last year's tasks over with moved dates, copies from others, and adds its own.
//!
//! The same seed gives the same country. Nothing is kept: a district is made anew when it is asked for, so that
//! 25,000 documents with 1,500,000 directives need no memory.

mod names;
mod tasks;

use chrono::{Days, NaiveDate};
use svod_model::{Body, BodyClass, Event, Group, Id, Resolution, Section};

pub use tasks::{Task, Wording};

use crate::chance::Chance;

/// Districts of the country.
pub const DISTRICTS: usize = 2_300;
/// The first year districts met in.
pub const FIRST_YEAR: i32 = 2017;
/// How many years they met in.
pub const YEARS: i32 = 10;

const _: () = assert!(DISTRICTS <= names::DISTRICTS, "every district has a name");

/// The country of a seed.
#[derive(Clone, Copy, Debug)]
pub struct Country {
    seed: u64,
}

/// A document of the country, with what its makers know of it.
#[derive(Clone, Debug)]
pub struct Made {
    /// The document.
    pub resolution: Resolution,
    /// The number of its district.
    pub district: usize,
    /// The year it was adopted in.
    pub year: i32,
    /// The task of each directive, in their order: the same task is the same number everywhere.
    pub tasks: Vec<Task>,
}

/// How many tasks a region's template has, and how many of its own a district keeps.
const COMMON: usize = 27;
const OWN: usize = 41;

impl Country {
    /// The country of a seed.
    pub fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// Every document, district by district, each year by year: nearly 25,000 in all. Take as many as are wanted.
    pub fn documents(self) -> impl Iterator<Item = Made> {
        (0..DISTRICTS).flat_map(move |district| self.district(district))
    }

    /// The documents of one district, year by year; in one year out of twelve it meets in winter, too.
    pub fn district(self, district: usize) -> impl Iterator<Item = Made> {
        let mut region = Vec::new();
        let mut own = Vec::new();
        (0..YEARS).flat_map(move |nth| {
            let year = FIRST_YEAR + nth;
            region = self.template(region_of(district), year, &region);
            let mut chance = self.chance(&[1, district as u64, u64::from(year.unsigned_abs())]);
            own = self.list(district, year, &own, &mut chance);
            let mut standing: Vec<Wording> = region
                .iter()
                .filter_map(|common| self.taken(district, *common))
                .chain(own.iter().copied())
                .collect();
            chance.shuffle(&mut standing);
            let august = self.document(district, year, 8, &standing, &mut chance);
            // 2,300 districts in ten years and 2,000 winter meetings are 25,000 documents.
            let winter = (chance.below(23) < 2).then(|| {
                let count = 30 + chance.below(20);
                let tasks: Vec<Wording> = (0..count)
                    .map(|n| self.fresh(district, year, 1000 + n))
                    .collect();
                self.document(district, year, 2, &tasks, &mut chance)
            });
            [winter, Some(august)].into_iter().flatten()
        })
    }

    /// What a region sends round in a year: two thirds of it are last year's.
    fn template(self, region: usize, year: i32, last: &[Wording]) -> Vec<Wording> {
        let mut chance = self.chance(&[2, region as u64, u64::from(year.unsigned_abs())]);
        let mut now: Vec<Wording> = Vec::with_capacity(COMMON);
        for standing in last {
            if chance.below(3) > 0 {
                let edited = chance.once_in(5);
                let wording = if edited {
                    standing.edited(&mut chance)
                } else {
                    *standing
                };
                now.push(wording);
            }
        }
        while now.len() < COMMON {
            let task = Task(chance.number());
            now.push(Wording::first(task));
        }
        now
    }

    /// A district's own tasks of a year: last year's that are not done, what it saw elsewhere, and new ones.
    fn list(
        self,
        district: usize,
        year: i32,
        last: &[Wording],
        chance: &mut Chance,
    ) -> Vec<Wording> {
        let mut now: Vec<Wording> = Vec::with_capacity(OWN);
        for standing in last {
            if chance.below(20) < 11 {
                let edited = chance.once_in(3);
                let wording = if edited {
                    standing.edited(chance)
                } else {
                    *standing
                };
                now.push(wording);
            }
        }
        let size = OWN - 10 + chance.below(20);
        for n in now.len()..size {
            if year > FIRST_YEAR && chance.once_in(3) {
                // A neighbour's document is nearer than one from the other end of the country.
                let from = if chance.once_in(4) {
                    chance.below(DISTRICTS)
                } else {
                    let first = region_of(district) * names::PER_REGION;
                    (first + chance.below(names::PER_REGION)).min(DISTRICTS - 1)
                };
                let seen = self.fresh(from, year - 1, OWN - 1 - chance.below(12));
                let wording = if chance.once_in(2) {
                    seen.edited(chance)
                } else {
                    seen
                };
                now.push(wording);
            } else {
                now.push(self.fresh(district, year, n));
            }
        }
        now.truncate(size);
        now
    }

    /// A task a district thought of itself, as its so-maniest of a year.
    fn fresh(self, district: usize, year: i32, nth: usize) -> Wording {
        let year = u64::from(year.unsigned_abs());
        let task = Task(
            self.chance(&[3, district as u64, year, nth as u64])
                .number(),
        );
        Wording::first(task)
    }

    /// What a district makes of a task of its region: the same every year.
    fn taken(self, district: usize, common: Wording) -> Option<Wording> {
        let mut chance = self.chance(&[4, district as u64, common.task.0]);
        match chance.below(10) {
            0 | 1 => None,
            2 | 3 => Some(common.edited(&mut chance)),
            _ => Some(common),
        }
    }

    fn document(
        self,
        district: usize,
        year: i32,
        month: u32,
        standing: &[Wording],
        chance: &mut Chance,
    ) -> Made {
        let adopted =
            NaiveDate::from_ymd_opt(year, month, 18).unwrap() + Days::new(chance.below(10) as u64);
        // A winter meeting plans from last August on.
        let planned = if month < 8 { year - 1 } else { year };
        let name = names::district(district);
        let genitive = format!("{}ого", name.trim_end_matches("ий"));
        let theme = THEMES[chance.below(THEMES.len())].replace("{}", &year.to_string());
        let mut groups: Vec<(char, Vec<Wording>)> =
            WHOM.iter().map(|whom| (whom.0, Vec::new())).collect();
        for one in standing {
            let whom = one.task.whom();
            groups
                .iter_mut()
                .filter(|group| group.0 == whom)
                .for_each(|group| group.1.push(*one));
        }
        let mut tasks = Vec::with_capacity(standing.len());
        let id = |part: u64, nth: usize| {
            let numbers = [
                5,
                district as u64,
                u64::from(year.unsigned_abs()),
                u64::from(month),
                part,
                nth as u64,
            ];
            let mut digits = self.chance(&numbers);
            Id::new(format!("{:016x}{:016x}", digits.number(), digits.number()))
        };
        let mut built = Vec::new();
        for (nth, (whom, standing)) in groups
            .into_iter()
            .filter(|group| !group.1.is_empty())
            .enumerate()
        {
            let directives = standing.iter().map(|one| {
                tasks.push(one.task);
                let mut directive = one.directive(planned);
                directive.id = id(0, tasks.len());
                directive
            });
            let directives = directives.collect();
            built.push(group(id(1, nth), nth, whom, &name, directives));
        }
        let what = if month < 8 {
            "педагогической конференции"
        } else {
            "августовского форума"
        };
        let resolution = Resolution {
            title: format!("Резолюция {what} работников образования {genitive} района"),
            event: Event {
                name: Some(
                    if month < 8 {
                        "педагогическая конференция"
                    } else {
                        "августовский форум"
                    }
                    .into(),
                ),
                theme: Some(theme.clone()),
                held_on: vec![adopted],
                municipality: Some(format!("{name} муниципальный район")),
                region: Some(names::region(region_of(district))),
            },
            adopted_on: Some(adopted),
            preamble: vec![format!(
                "Обсудив доклад «{theme}», участники отмечают итоги {} учебного года.",
                year - 1
            )],
            sections: vec![Section {
                id: id(2, 0),
                lead_in: Some("Участники решили рекомендовать:".into()),
                groups: built,
                ..Section::default()
            }],
            closing: vec![format!(
                "Контроль исполнения возложить на управление образования {genitive} района."
            )],
            ..Resolution::default()
        };
        Made {
            resolution,
            district,
            year,
            tasks,
        }
    }

    /// Chance that belongs to a thing of the country, named by numbers.
    fn chance(self, name: &[u64]) -> Chance {
        let seed = name.iter().fold(self.seed, |seed, part| {
            Chance::new(seed ^ part.rotate_left(17)).number()
        });
        Chance::new(seed)
    }
}

const THEMES: &[&str] = &[
    "Качество образования: от анализа к результату",
    "Воспитание и обучение: единство целей",
    "Педагог {} года: призвание, мастерство, ответственность",
    "Национальные цели и муниципальная школа",
    "Сельская школа – центр развития территории",
    "Цифровая среда и новые возможности",
    "Семья и школа: вместе к успеху",
    "Приоритеты развития образования до 2030 года",
];

const WHOM: &[(char, &str, BodyClass)] = &[
    (
        'a',
        "Управлению образования администрации {} района",
        BodyClass::EducationAuthority,
    ),
    (
        'm',
        "Методическому центру {} района",
        BodyClass::MethodicalService,
    ),
    (
        's',
        "Руководителям общеобразовательных организаций",
        BodyClass::Heads,
    ),
    (
        'k',
        "Руководителям дошкольных образовательных организаций",
        BodyClass::Heads,
    ),
    (
        'e',
        "Руководителям организаций дополнительного образования",
        BodyClass::Heads,
    ),
    ('t', "Педагогическим работникам", BodyClass::Roles),
];

fn group(
    id: Id,
    nth: usize,
    whom: char,
    district: &str,
    directives: Vec<svod_model::Directive>,
) -> Group {
    let (_, heading, class) = WHOM.iter().find(|known| known.0 == whom).unwrap();
    let genitive = format!("{}ого", district.trim_end_matches("ий"));
    let heading = heading.replace("{}", &genitive);
    Group {
        id,
        number: Some(format!("{}.", nth + 1)),
        addressees: vec![heading.clone()],
        bodies: vec![Body {
            printed: heading.clone(),
            name: heading
                .replace("Управлению", "Управление")
                .replace("Методическому центру", "Методический центр")
                .replace("Руководителям", "Руководители")
                .replace("Педагогическим работникам", "Педагогические работники"),
            class: *class,
        }],
        heading,
        directives,
        ..Group::default()
    }
}

fn region_of(district: usize) -> usize {
    district / names::PER_REGION
}
