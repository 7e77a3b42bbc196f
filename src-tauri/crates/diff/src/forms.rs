//! Forms of work that are never each other's continuation: who checks does not train by it.
//!
//! The same thing is dealt with in many ways from year to year («создать» → «развивать»), and most of them may be one
//! task. Of the forms below none turned into another in the texts with gold: they forbid, where [`crate::kinds`], which
//! sorts all work and more coarsely, only makes a pair more or less likely.

use std::collections::BTreeSet;

use crate::unit::Unit;

/// A form of work that excludes the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// Finding out how things stand: «провести мониторинг», «взять под контроль».
    Check,
    /// «провести конкурс», «организовать олимпиаду».
    Contest,
    /// Teaching those who work: «организовать курсы», «стажировки».
    Train,
    /// Buying, furnishing, repairing, staffing: «закупить», «оснастить», «укомплектовать».
    Supply,
}

impl Form {
    /// The form a measure or verb of the lexicon is; nothing for those that may be any.
    pub(crate) fn of(key: &str) -> Option<Self> {
        match key {
            "m_analysis" | "m_control" | "m_survey" | "v_check" => Some(Self::Check),
            "m_contest" | "m_olympiad" => Some(Self::Contest),
            "m_training" | "m_seminar" => Some(Self::Train),
            "m_purchase" | "v_equip" => Some(Self::Supply),
            _ => None,
        }
    }
}

/// Whether two tasks begin with forms of work that exclude each other, and neither speaks of the other's anywhere.
pub(crate) fn exclude(old: &Unit<'_>, new: &Unit<'_>) -> bool {
    let other =
        |one: &BTreeSet<Form>, all: &BTreeSet<Form>| !one.is_empty() && one.is_disjoint(all);
    other(&old.begins_as, &new.forms) && other(&new.begins_as, &old.forms)
}

#[cfg(test)]
mod tests {
    use crate::tests::relation;

    #[test]
    fn another_form_of_work_is_another_task_and_a_second_task_says_nothing() {
        for (old, new) in [
            (
                "провести конкурс школьных театров",
                "провести мониторинг деятельности школьных театров",
            ),
            (
                "провести мониторинг состояния школьных спортивных залов",
                "закупить инвентарь для школьных спортивных залов",
            ),
        ] {
            assert_eq!(relation(old, new), None, "{new}");
        }
        for (old, new) in [
            (
                "провести мониторинг школьных театров",
                "продолжить мониторинг школьных театров, провести их конкурс",
            ),
            (
                "обеспечить присмотр за школьниками в группах продлённого дня, довести число групп до 24",
                "создать шесть новых групп продлённого дня, организовать обучение воспитателей этих групп",
            ),
            (
                "заключить через портал «Работа в России» шесть договоров о целевом обучении",
                "заключить через портал «Работа России» пятнадцать договоров о целевом обучении",
            ),
            (
                "провести муниципальный этап конкурса «Учитель года», обеспечить участие каждой школы",
                "провести муниципальный этап конкурсов «Учитель года», «Воспитатель года», «Сердце отдаю детям»",
            ),
        ] {
            assert!(relation(old, new).is_some(), "{new}");
        }
    }
}
