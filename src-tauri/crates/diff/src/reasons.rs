//! What speaks for a pair, in the order a person would name it.

use svod_language::words::{TokenKind, fold, is_word, stem, tokens};

use crate::pairing::{Kind, Link};
use crate::plain::words_of;
use crate::thresholds as t;
use crate::unit::Unit;
use crate::{Changes, Reason};

/// The reasons of a pair, the strongest first; a pair made by the wording of nothing in particular
/// has none.
pub(crate) fn reasons(
    link: &Link,
    (old, new): (&Unit<'_>, &Unit<'_>),
    likeness: f64,
    changes: &Changes,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if link.confirmed.is_some() {
        reasons.push(Reason::Person);
    }
    // Capitals and marks make no other words.
    if words_of(&old.plain) == words_of(&new.plain) && old.is_led_as(new) {
        reasons.push(Reason::SameText);
    } else if old.masked == new.masked {
        reasons.push(Reason::SameButFacts);
    } else if likeness >= t::SAME_WORDING {
        reasons.push(Reason::SameWording);
    }
    if link.kind != Kind::Single {
        reasons.push(Reason::Part);
    }
    // The wording says all the rest.
    let worded = reasons
        .iter()
        .any(|reason| matches!(reason, Reason::SameText | Reason::SameButFacts));
    if worded {
        return reasons;
    }
    reasons.extend(shared_object(old, new));
    if let Some(name) = new.quoted.iter().find(|name| old.quoted.contains(name)) {
        reasons.push(Reason::SameName { name: name.clone() });
    }
    for act in &new.directive.references {
        let same = old
            .directive
            .references
            .iter()
            .any(|other| other.canonical == act.canonical);
        if same && act.number.is_some() {
            reasons.push(Reason::SameAct {
                act: act.canonical.clone(),
            });
        }
    }
    if !old.action.is_disjoint(&new.action) {
        reasons.push(Reason::SameAction);
    } else if is_next_stage(old, new) {
        reasons.push(Reason::NextStage);
    }
    if changes.addressee.is_none() && !old.classes.is_disjoint(&new.classes) {
        reasons.push(Reason::SameAddressee);
    }
    reasons
}

/// The rarest thing both name, in the words of each.
fn shared_object(old: &Unit<'_>, new: &Unit<'_>) -> Option<Reason> {
    let name = |unit: &Unit<'_>, term| {
        let named = unit.named.iter().filter(|(object, _)| *object == term);
        // An age says what is meant, and is no name of it: «5–18 лет».
        let mut words = named.map(|(_, words)| words);
        let words = words.find(|words| !words.starts_with(|c: char| c.is_ascii_digit()))?;
        Some(as_printed(&unit.directive.text, words))
    };
    let shared = old.objects.shared(&new.objects);
    let named = shared.filter_map(|(term, one, other)| Some((one + other, term, name(new, term)?)));
    let (_, term, words) = named.max_by(|a, b| a.0.total_cmp(&b.0))?;
    let stems = |words: &str| -> Vec<String> {
        let words = fold(words);
        words.split(|c: char| !is_word(c)).map(stem).collect()
    };
    let before = name(old, term).filter(|before| {
        let (one, other) = (stems(before), stems(&words));
        // «Школьных музеев» and «музеев» are the same words.
        !one.iter().all(|stem| other.contains(stem)) && !other.iter().all(|stem| one.contains(stem))
    });
    Some(Reason::SameObject { words, before })
}

/// Folded words as a text prints them, with the noun that a last adjective belongs to.
fn as_printed(text: &str, words: &str) -> String {
    let tokens = tokens(text);
    let wanted: Vec<&str> = words.split(' ').collect();
    let found = tokens.windows(wanted.len()).position(|own| {
        let mut both = own.iter().zip(&wanted);
        both.all(|(token, word)| fold(token.text) == *word)
    });
    let Some(first) = found else {
        return words.to_owned();
    };
    let mut named = &tokens[first..first + wanted.len()];
    let (last, next) = (named.last(), tokens.get(first + wanted.len()));
    if last.is_some_and(|token| is_adjective(&fold(token.text)))
        && next.is_some_and(|token| token.kind == TokenKind::Word)
    {
        named = &tokens[first..=first + wanted.len()];
    }
    match named {
        [first, .., last] => text[first.start..last.start + last.text.len()].to_owned(),
        named => named.iter().map(|token| token.text).collect(),
    }
}

/// Whether a folded word stands before the noun it belongs to, by its ending.
fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 12] = [
        "ых", "их", "ого", "его", "ому", "ему", "ые", "ыми", "ими", "ая", "ую", "ый",
    ];
    word.chars().count() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Work goes on: what was prepared is approved or launched, what was launched is carried on.
fn is_next_stage(old: &Unit<'_>, new: &Unit<'_>) -> bool {
    const STAGES: &[&[&str]] = &[
        &["v_prepare", "v_identify", "v_consider"],
        &["v_approve", "v_create", "v_appoint", "v_launch"],
        &["v_carry", "v_use", "v_extend", "v_improve", "v_accompany"],
        &["v_check", "v_analyse", "v_distribute", "v_end", "v_update"],
    ];
    let stages = |unit: &Unit<'_>| -> Vec<usize> {
        (0..STAGES.len())
            .filter(|n| STAGES[*n].iter().any(|verb| unit.action.contains(verb)))
            .collect()
    };
    stages(old)
        .first()
        .zip(stages(new).last())
        .is_some_and(|(before, after)| before < after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_as_printed_with_the_noun_it_belongs_to() {
        let text = "Провести слёт детских объединений, рассмотреть учёт одарённых детей";
        assert_eq!(as_printed(text, "слет детских"), "слёт детских объединений");
        assert_eq!(as_printed(text, "одаренных детей"), "одарённых детей");
        // What stands elsewhere in the text is told as it is known.
        assert_eq!(as_printed(text, "школьный музей"), "школьный музей");
        assert_eq!(
            as_printed("открыть лагеря дневных", "лагеря дневных"),
            "лагеря дневных"
        );
    }
}
