//! What is printed beside a directive's words: «Срок:» and «Ответственный:» lines, columns of a plan.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Deadline, Directive, Indicator, Origin};

/// Facts of a directive that its own words do not say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Beside {
    /// Its own deadlines.
    pub deadlines: Vec<Deadline>,
    /// Its targets that its result does not say either.
    pub indicators: Vec<Indicator>,
    /// Who is to do it.
    #[serde(default)]
    pub responsible: Option<String>,
    /// What is to come of it.
    pub result: Option<String>,
    /// What other columns of a plan say of it.
    #[serde(default)]
    pub cells: Vec<String>,
}

impl Beside {
    /// The words of its deadlines and targets as printed, then who is to do it, the result and the
    /// other columns.
    pub fn phrases(&self) -> Vec<&str> {
        let mut phrases = self.facts();
        phrases.extend(self.responsible.as_deref());
        phrases.extend(self.result.as_deref());
        phrases.extend(self.cells.iter().map(String::as_str));
        phrases
    }

    fn facts(&self) -> Vec<&str> {
        let deadlines = self.deadlines.iter().map(|d| d.phrase.as_str());
        let targets = self.indicators.iter().map(|i| i.phrase.as_str());
        deadlines.chain(targets).collect()
    }
}

impl Directive {
    /// Who is to do it, where its words do not name them («Ответственный: ИМЦ»).
    pub fn responsible(&self) -> Option<&str> {
        let who = self.addressee.as_deref().map(str::trim);
        who.filter(|who| !who.is_empty() && !self.text.contains(who))
    }

    /// What its words do not say and is printed beside them.
    ///
    /// ```
    /// use svod_model::{Deadline, Directive};
    /// let task = Directive {
    ///     text: "провести смотр".into(),
    ///     deadlines: vec![Deadline { phrase: "до 1 мая".into(), ..Deadline::default() }],
    ///     ..Directive::default()
    /// };
    /// assert_eq!(task.beside().phrases(), ["до 1 мая"]);
    /// ```
    pub fn beside(&self) -> Beside {
        let untold = |phrase: &str| {
            let phrase = phrase.trim();
            !phrase.is_empty() && !self.text.contains(phrase)
        };
        let result = self.result.as_deref().unwrap_or_default();
        let target = |i: &&Indicator| untold(&i.phrase) && !result.contains(i.phrase.trim());
        let deadline = |d: &&Deadline| d.inherited_from.is_none() && untold(&d.phrase);
        Beside {
            deadlines: self.deadlines.iter().filter(deadline).cloned().collect(),
            indicators: self.indicators.iter().filter(target).cloned().collect(),
            responsible: self.responsible().map(str::to_owned),
            result: self.result.clone().filter(|result| untold(result)),
            cells: self.cells.clone(),
        }
    }

    /// Has `new` beside its words in place of `old`, as a person says.
    pub fn take_beside(&mut self, old: &Beside, new: &Beside) {
        let stays = |phrase: &str| new.facts().contains(&phrase);
        let gone = old.facts().into_iter().filter(|phrase| !stays(phrase));
        let stood = |phrase: &str| old.facts().contains(&phrase);
        self.deadlines.retain(|d| !stood(&d.phrase));
        self.indicators.retain(|i| !stood(&i.phrase));
        self.denied.retain(|phrase| !stays(phrase));
        self.denied.extend(gone.map(str::to_owned));
        self.deadlines
            .extend(new.deadlines.iter().cloned().map(|d| Deadline {
                origin: Origin::Person,
                ..d
            }));
        self.indicators
            .extend(new.indicators.iter().cloned().map(|i| Indicator {
                origin: Origin::Person,
                ..i
            }));
        if old.responsible != new.responsible {
            self.addressee.clone_from(&new.responsible);
        }
        if old.result != new.result {
            self.result.clone_from(&new.result);
        }
        self.cells.clone_from(&new.cells);
    }
}
