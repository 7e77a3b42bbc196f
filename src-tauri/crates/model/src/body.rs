use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A body or a circle of people directives are given to, as lists and comparisons name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Body {
    /// As the document prints it, in the dative or undeclined.
    pub printed: String,
    /// Its full name in the nominative; an abbreviation the document declares is written out.
    pub name: String,
    /// What kind of body it is.
    pub class: BodyClass,
}

/// What kind of body an addressee is (domain facts, f.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BodyClass {
    /// Administration, head, council, finance department.
    MunicipalPower,
    /// Education authority: управление, отдел, комитет образования.
    EducationAuthority,
    /// Methodical and quality services: МЦОКО, ИМЦ, методический кабинет.
    MethodicalService,
    /// Coordinating centres: опорный центр, центр выявления талантов.
    CoordinatingCentre,
    /// Heads of organisations.
    Heads,
    /// Organisations as such.
    Organisations,
    /// Roles inside schools: классные руководители, психологи.
    Roles,
    /// Social partners: профсоюз, родители, учреждения культуры, СМИ.
    Partners,
    /// Region and federation.
    Region,
    /// Not told.
    Other,
}
