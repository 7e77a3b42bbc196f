use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who stated a fact. A person's statement outranks the recogniser for ever after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Found in the text by the program.
    #[default]
    Recognised,
    /// Set or corrected by a person.
    Person,
}

/// When a directive is to be carried out: an interval, inclusive on both ends.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Deadline {
    /// The words it was read from, as printed («до 1 октября 2020 года»).
    pub phrase: String,
    /// First day, if the text gives one.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day. «До D» means D inclusive, as control practice treats it.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// What kind of statement the phrase is.
    pub kind: DeadlineKind,
    /// A repetition as an iCalendar RRULE body (`FREQ=YEARLY`), for recurring deadlines.
    #[serde(default)]
    pub recurrence: Option<String>,
    /// Where it comes from when the directive itself does not state it.
    #[serde(default)]
    pub inherited_from: Option<InheritedFrom>,
    /// The year was not printed and was inferred from the adoption date.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub year_inferred: bool,
    /// Who stated it.
    #[serde(default, skip_serializing_if = "is_recognised")]
    #[ts(optional, as = "Option<Origin>")]
    pub origin: Origin,
}

/// The forms in which resolutions state time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// «до 1 октября 2020 года», «не позднее …», «к 15 мая».
    #[default]
    ByDate,
    /// «организовать 1 сентября 2020 года …».
    OnDate,
    /// «с 1 сентября 2021 года».
    From,
    /// «с 1 по 20 марта», «сентябрь 2022 г. – март 2023 г.».
    Period,
    /// «в ноябре 2020 года».
    Month,
    /// «в I квартале 2024 года».
    Quarter,
    /// «во втором полугодии 2020 года».
    HalfYear,
    /// «в 2020 году».
    Year,
    /// «в 2021–2024 годах».
    YearRange,
    /// «в 2020/2021 учебном году»: 1 September to 31 August.
    SchoolYear,
    /// «до конца 2021 года», «к концу 2020 года».
    YearEnd,
    /// «в течение месяца», «в двухнедельный срок».
    Duration,
    /// «ежегодно», «ежеквартально».
    Recurring,
    /// «на постоянной основе», «систематически».
    Permanent,
    /// «к началу учебного года», «до начала ГИА».
    Event,
}

/// From where a directive inherits a deadline it does not state itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InheritedFrom {
    /// From the parent phrase of a sub-item.
    Lead,
    /// From the addressee heading, or a line of its own above the items.
    Group,
    /// From the section's lead-in.
    Section,
}

/// A number a directive is to reach («довести охват до 75 %»).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Indicator {
    /// The words it was read from.
    pub phrase: String,
    /// The number in `unit`s.
    pub value: f64,
    /// «%», «чел.», «ед.» … as an office would print it.
    pub unit: String,
    /// Which side of `value` is success.
    pub relation: Bound,
    /// What is measured and in whom, in the document's words.
    #[serde(default)]
    pub subject: String,
    /// The last day by which it is to be reached, when the indicator has a date of its own.
    #[serde(default)]
    pub by: Option<NaiveDate>,
    /// Who stated it.
    #[serde(default, skip_serializing_if = "is_recognised")]
    #[ts(optional, as = "Option<Origin>")]
    pub origin: Origin,
}

/// The side of an indicator's value on which the target lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum Bound {
    /// At least: «не менее», «увеличить до».
    #[default]
    #[serde(rename = ">=")]
    AtLeast,
    /// At most: «снизить до», «не более».
    #[serde(rename = "<=")]
    AtMost,
    /// Exactly: «100 % охват».
    #[serde(rename = "=")]
    Exactly,
}

/// A legal act, project or programme a directive leans on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Reference {
    /// The words it was read from.
    pub phrase: String,
    /// What it is.
    pub kind: ReferenceKind,
    /// One form whatever the spelling («Указ Президента РФ от 21.07.2020 № 474»).
    pub canonical: String,
    /// The act's number without «№».
    #[serde(default)]
    pub number: Option<String>,
    /// The act's date.
    #[serde(default)]
    pub date: Option<NaiveDate>,
    /// Who stated it.
    #[serde(default, skip_serializing_if = "is_recognised")]
    #[ts(optional, as = "Option<Origin>")]
    pub origin: Origin,
}

/// Kinds of references.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceKind {
    /// A dated and numbered act: указ, закон, постановление, распоряжение, приказ.
    #[default]
    Act,
    /// A programme, strategy, concept, plan or standard without a number of its own.
    Document,
    /// A national, federal, regional or municipal project.
    Project,
}

fn is_recognised(origin: &Origin) -> bool {
    *origin == Origin::Recognised
}
