//! What those who adopt a document do by adopting it: they approve, acknowledge, ask, and have the document
//! published. Nobody is named for it and it has no term of its own.

use svod_language::words::{fold, is_word};
use svod_model::{Directive, Group, Kind};

/// Done by the words themselves, whatever the document is.
const SAID: &[&str] = &[
    "обратиться",
    "просить",
    "ходатайствовать",
    "одобрить",
    "признать",
    "поддержать",
    "выразить",
    "поблагодарить",
    "отметить",
];
/// Done with the document.
const SENT: &[&str] = &[
    "опубликовать",
    "обнародовать",
    "разместить",
    "направить",
    "довести",
    "распространить",
];
/// What the document is called.
const DOCUMENTS: &[&str] = &[
    "резолюци",
    "решени",
    "рекомендаци",
    "протокол",
    "приказ",
    "постановлени",
];
/// Done by bodies that decide and not merely recommend.
const DECIDED: &[&str] = &[
    "утвердить",
    "принять",
    "создать",
    "образовать",
    "установить",
    "внести",
    "считать",
    "отменить",
];
/// So many words from the verb on the document is what is sent: «разместить настоящую резолюцию на сайте».
const NEXT: usize = 3;

/// Whether a directive of a group is an act of those who adopt the document.
pub(crate) fn is_own_act(kind: Kind, group: &Group, directive: &Directive) -> bool {
    if !group.addressees.is_empty() || directive.addressee.is_some() {
        return false;
    }
    let text = fold(&directive.text);
    let mut words = text.split(|c: char| !is_word(c)).filter(|w| !w.is_empty());
    let Some(verb) = words.next() else {
        return false;
    };
    let mut next = words.take(NEXT);
    let decides = matches!(kind, Kind::Decision | Kind::Protocol | Kind::Order);
    SAID.contains(&verb)
        || SENT.contains(&verb)
            && next.any(|word| DOCUMENTS.iter().any(|name| word.starts_with(name)))
        || DECIDED.contains(&verb)
            && (decides || text.contains("приложени") || text.contains("прилага"))
        || verb == "принять" && text.contains("к сведению")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{directive, group};

    #[test]
    fn acts_of_those_who_adopt_are_told_from_tasks_given_to_nobody() {
        let is = |kind, text: &str| {
            let mut nobody = group("g", "", vec![directive("d", text)]);
            nobody.addressees.clear();
            is_own_act(kind, &nobody, &nobody.directives[0])
        };
        for own in [
            "Опубликовать настоящую резолюцию на официальном сайте",
            "Разместить резолюцию на сайте до 4 сентября 2026 года",
            "Обратиться в министерство образования с предложением",
            "Признать работу удовлетворительной",
            "Утвердить план мероприятий (приложение)",
            "Принять к сведению информацию о летнем отдыхе",
        ] {
            assert!(is(Kind::Resolution, own), "{own}");
        }
        assert!(is(Kind::Order, "Утвердить план мероприятий"));
        for task in [
            "Разместить на сайте школы меню столовой",
            "Утвердить планы методической работы",
            "Провести смотр школьных музеев",
        ] {
            assert!(!is(Kind::Resolution, task), "{task}");
        }
        let given = group("g", "Школам", vec![directive("d", "Обратиться в музей")]);
        assert!(!is_own_act(Kind::Resolution, &given, &given.directives[0]));
    }
}
