//! Why two directives stand in one row, as a person would say it.

use svod_diff::{Change, Pair, Reason, Relation};

/// «совпадают действие и предмет («школьный музей»), изменён срок»; nothing for the same text, which
/// speaks for itself, and for a pair that nothing in particular speaks for.
pub(super) fn why(pair: &Pair) -> Option<String> {
    if pair.relation == Relation::Unchanged || pair.reasons.is_empty() {
        return None;
    }
    let mut told: Vec<String> = pair.reasons.iter().filter_map(sentence).collect();
    let shared: Vec<String> = pair.reasons.iter().filter_map(shared).collect();
    told.extend(match shared.as_slice() {
        [] => None,
        [one] => Some(format!("общее: {one}")),
        several => Some(format!("совпадают {}", list(several))),
    });
    told.extend(changed(pair));
    Some(told.join(", "))
}

/// «срок, показатель и адресат»
fn list(words: &[impl AsRef<str>]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} и {last}", first.join(", ")),
        words => words.concat(),
    }
}

fn sentence(reason: &Reason) -> Option<String> {
    let said = match reason {
        Reason::SameText => "тексты совпадают дословно",
        Reason::SameButFacts => "тексты совпадают, кроме дат и чисел",
        Reason::SameWording => "слова в основном те же",
        Reason::NextStage => "следующий шаг той же работы",
        Reason::Part => "одно поручение — часть другого",
        Reason::Person => "связал человек",
        Reason::SameAction
        | Reason::SameObject { .. }
        | Reason::SameName { .. }
        | Reason::SameAct { .. }
        | Reason::SameAddressee => return None,
    };
    Some(said.to_owned())
}

fn shared(reason: &Reason) -> Option<String> {
    match reason {
        Reason::SameAction => Some("действие".into()),
        Reason::SameObject { words, before } => Some(match before {
            Some(before) => format!("предмет («{before}» и «{words}»)"),
            None => format!("предмет («{words}»)"),
        }),
        Reason::SameName { name } => Some(format!("название «{name}»")),
        Reason::SameAct { act } => Some(format!("акт ({act})")),
        Reason::SameAddressee => Some("адресат".into()),
        Reason::SameText
        | Reason::SameButFacts
        | Reason::SameWording
        | Reason::NextStage
        | Reason::Part
        | Reason::Person => None,
    }
}

/// What differs all the same; the values stand beside it.
fn changed(pair: &Pair) -> Vec<String> {
    fn sides<T>(change: Option<&Change<T>>) -> Option<[bool; 2]> {
        change.map(|change| [!change.old.is_empty(), !change.new.is_empty()])
    }
    let changes = &pair.changes;
    let facts = [
        (sides(changes.addressee.as_ref()), "адресат", ""),
        (sides(changes.deadlines.as_ref()), "срок", ""),
        (sides(changes.indicators.as_ref()), "показатель", ""),
        (sides(changes.references.as_ref()), "основание", "о"),
    ];
    let mut other = Vec::new();
    let mut told = Vec::new();
    for (sides, name, ending) in facts {
        match sides {
            None => {}
            Some([false, true]) => {
                let came = if ending.is_empty() {
                    "добавлен"
                } else {
                    "добавлено"
                };
                told.push(format!("{came} {name}"));
            }
            Some([true, false]) => told.push(format!("больше не назван{ending} {name}")),
            Some(_) => other.push((name, ending)),
        }
    }
    let names: Vec<&str> = other.iter().map(|(name, _)| *name).collect();
    let said = match other.as_slice() {
        [] => return told,
        [(name, "")] => format!("изменён {name}"),
        [(name, _)] => format!("изменено {name}"),
        _ => format!("изменены {}", list(&names)),
    };
    told.insert(0, said);
    told
}

#[cfg(test)]
mod tests {
    use svod_diff::compare;
    use svod_model::{Deadline, Indicator};

    use super::*;
    use crate::sample::resolution;

    fn first(old: &str, new: &str) -> Pair {
        let comparison = compare(&resolution(&[old]), &resolution(&[new]));
        comparison.pairs.into_iter().next().unwrap()
    }

    #[test]
    fn what_agrees_and_what_changed_are_one_sentence() {
        let mut pair = first(
            "провести смотр школьных музеев",
            "провести смотр школьных музеев района и округа",
        );
        pair.reasons = vec![
            Reason::SameObject {
                words: "школьных музеев".into(),
                before: None,
            },
            Reason::SameAction,
        ];
        pair.changes.deadlines = Some(Change {
            old: vec![Deadline::default()],
            new: vec![Deadline::default()],
        });
        assert_eq!(
            why(&pair).as_deref(),
            Some("совпадают предмет («школьных музеев») и действие, изменён срок")
        );
        pair.changes.indicators = Some(Change {
            old: vec![Indicator::default()],
            new: vec![Indicator::default()],
        });
        assert!(why(&pair).unwrap().ends_with("изменены срок и показатель"));
        pair.changes.indicators = None;
        pair.reasons.pop();
        pair.reasons.push(Reason::Person);
        if let Some(deadlines) = &mut pair.changes.deadlines {
            deadlines.old.clear();
        }
        assert_eq!(
            why(&pair).as_deref(),
            Some("связал человек, общее: предмет («школьных музеев»), добавлен срок")
        );
    }

    #[test]
    fn the_same_text_needs_no_reason() {
        let same = "провести смотр школьных музеев";
        assert_eq!(why(&first(same, same)), None);
    }
}
