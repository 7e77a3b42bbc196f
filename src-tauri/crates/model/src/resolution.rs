use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Body, Called, Deadline, Diagnostic, Id, Indicator, Placed, Reference, Unplaced};

/// First and last source line, 1-based and inclusive: the line of a text file, the paragraph of a
/// Word file. `[0, 0]` for what was never read from a file.
pub type Lines = [u32; 2];

/// A resolution as a structured text. Its JSON is the contract of `svod read`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Resolution {
    /// The JSON format's name and major version.
    #[serde(default)]
    pub schema: crate::json::Schema,
    /// Whose document it is, line by line as printed above its kind («Управление образования …»).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub issuer: Vec<String>,
    /// The mark of approval in the upper right corner, line by line («УТВЕРЖДАЮ»), where the
    /// adoption formula does not say it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub approval: Vec<String>,
    /// What kind of document it calls itself.
    pub kind: Kind,
    /// It is marked «Проект».
    pub draft: bool,
    /// Kind and event, as a secretary would state them.
    pub title: String,
    /// The forum it comes from.
    pub event: Event,
    /// The day it was adopted (the last plenary day), not the day of export.
    #[serde(default)]
    pub adopted_on: Option<NaiveDate>,
    /// The adoption formula as printed («Одобрена участниками …»).
    #[serde(default)]
    pub adoption: Option<String>,
    /// Where it was adopted, as printed («г. Ртищево»).
    #[serde(default)]
    pub place: Option<String>,
    /// Paragraphs before the first section's directives that belong to the whole document.
    #[serde(default)]
    pub preamble: Vec<String>,
    /// One per working session; a document without sessions has one section without a title.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// How the table it was read from names its columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub columns: Option<Columns>,
    /// Control clause, thanks, vote, signatures: what follows the last directive.
    #[serde(default)]
    pub closing: Vec<String>,
    /// Source lines that found no place.
    #[serde(default)]
    pub unplaced: Vec<Unplaced>,
    /// What the reader noticed.
    #[serde(default)]
    pub diagnostics: Vec<Diagnostic>,
}

/// The document kinds met in practice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// РЕЗОЛЮЦИЯ
    #[default]
    Resolution,
    /// РЕШЕНИЕ
    Decision,
    /// РЕКОМЕНДАЦИИ
    Recommendations,
    /// ПРОТОКОЛ
    Protocol,
    /// ПЛАН
    Plan,
    /// ПРИКАЗ
    Order,
}

/// The forum, conference or meeting a resolution comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Event {
    /// What it was, in the nominative («муниципальный образовательный форум»).
    #[serde(default)]
    pub name: Option<String>,
    /// The theme without its outer quotation marks.
    #[serde(default)]
    pub theme: Option<String>,
    /// The days it was held on, in order.
    #[serde(default)]
    pub held_on: Vec<NaiveDate>,
    /// The municipality, in the nominative («Ртищевский муниципальный район»).
    #[serde(default)]
    pub municipality: Option<String>,
    /// The region, in the nominative («Саратовская область»).
    #[serde(default)]
    pub region: Option<String>,
}

/// The outcome of one working session.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Section {
    /// Stable name.
    pub id: Id,
    /// The session's name without its outer quotation marks.
    #[serde(default)]
    pub title: Option<String>,
    /// What it is called before its name («Секция 2»).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub called: Option<Called>,
    /// What the session established, paragraph by paragraph.
    #[serde(default)]
    pub findings: Vec<String>,
    /// What it named as problems.
    #[serde(default)]
    pub problems: Vec<String>,
    /// The phrase that introduces the directives («… участники рекомендуют:»), as printed.
    #[serde(default)]
    pub lead_in: Option<String>,
    /// Which of the findings and problems are printed among the groups, in that order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Placed>>")]
    pub placed: Vec<Placed>,
    /// Directives by addressee.
    #[serde(default)]
    pub groups: Vec<Group>,
}

/// Directives given to the same addressees.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Group {
    /// Stable name.
    pub id: Id,
    /// The number as printed in the source («1.»); see [`crate::numbering`] for computed ones.
    #[serde(default)]
    pub number: Option<String>,
    /// The addressee heading as printed, without number and final colon. Empty when the document
    /// names no addressee.
    #[serde(default)]
    pub heading: String,
    /// One string per body, as printed (in the dative).
    #[serde(default)]
    pub addressees: Vec<String>,
    /// The same bodies by their full names, in the same order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Body>>")]
    pub bodies: Vec<Body>,
    /// Those who act together with the addressees («во взаимодействии с …»).
    #[serde(default)]
    pub partners: Vec<String>,
    /// A deadline stated in the heading or on a line of its own; directives inherit it.
    #[serde(default)]
    pub deadlines: Vec<Deadline>,
    /// The tasks, in order.
    #[serde(default)]
    pub directives: Vec<Directive>,
    /// Where the heading was read from.
    #[serde(default)]
    pub source: Option<Source>,
}

/// How the table of a plan that was read names its columns, as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Columns {
    /// Over the numbers, if there is such a column; and so on.
    pub number: Option<String>,
    /// Over the measures.
    pub task: String,
    /// Over the deadlines.
    pub deadline: Option<String>,
    /// Over those who answer for them.
    pub responsible: Option<String>,
    /// Over what is to come of them.
    pub result: Option<String>,
    /// Over whatever else it tells («Финансирование»): the headings of [`Directive::cells`].
    pub others: Vec<String>,
}

/// One task given to the addressees of its group (поручение).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Directive {
    /// Stable name.
    pub id: Id,
    /// The task without bullet, number and final «;» or «.».
    pub text: String,
    /// The parent phrase when this is a sub-item.
    #[serde(default)]
    pub lead: Option<String>,
    /// An addressee named inside the item («МУ «ИМЦ» организовать …»), as printed.
    #[serde(default)]
    pub addressee: Option<String>,
    /// When.
    #[serde(default)]
    pub deadlines: Vec<Deadline>,
    /// How much.
    #[serde(default)]
    pub indicators: Vec<Indicator>,
    /// On what basis.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// What is to come of it, as printed beside the task («Ожидаемый результат: приказ»).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub result: Option<String>,
    /// What the other columns of a plan say of it, by [`Columns::others`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub cells: Vec<String>,
    /// Words a person said to be no fact («до 5 лет» is no deadline): they are not recognised again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub denied: Vec<String>,
    /// Where it was read from.
    #[serde(default)]
    pub source: Option<Source>,
}

/// The place in the source file a part was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Source {
    /// Source lines, 1-based and inclusive.
    pub lines: Lines,
}

impl Directive {
    /// The task in full: a sub-item says it with the phrase it continues.
    ///
    /// ```
    /// use svod_model::Directive;
    /// let item = Directive {
    ///     lead: Some("Разместить на сайте:".into()),
    ///     text: "план работы".into(),
    ///     ..Directive::default()
    /// };
    /// assert_eq!(item.whole(), "Разместить на сайте план работы");
    /// ```
    pub fn whole(&self) -> String {
        let text = self.text.trim();
        match &self.lead {
            Some(lead) => format!("{} {text}", lead.trim().trim_end_matches(':')),
            None => text.to_owned(),
        }
    }

    /// What is to come of it: the words printed beside the task, or else its targets.
    pub fn expected(&self) -> String {
        self.result.clone().unwrap_or_else(|| {
            let targets = self.indicators.iter().map(|target| target.phrase.trim());
            targets.collect::<Vec<_>>().join("; ")
        })
    }
}

impl Resolution {
    /// Every directive with the section and group it stands in, in document order.
    pub fn directives(&self) -> impl Iterator<Item = (&Section, &Group, &Directive)> {
        self.sections.iter().flat_map(|section| {
            section.groups.iter().flat_map(move |group| {
                group
                    .directives
                    .iter()
                    .map(move |directive| (section, group, directive))
            })
        })
    }

    /// The directive of that name.
    pub fn directive(&self, id: &Id) -> Option<&Directive> {
        self.directives()
            .map(|(_, _, directive)| directive)
            .find(|directive| &directive.id == id)
    }
}
