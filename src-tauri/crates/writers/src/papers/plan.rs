use svod_model::{Deadline, Directive, Event, Group, Id, Kind, Resolution, Section};

use super::addressees::names;
use super::of_what;
use crate::typography::capital;

/// What a plan says that a resolution does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanDetails {
    /// «Утверждён приказом … от … № …», if it is approved already.
    pub approval: Option<String>,
}

/// How the caller puts Russian words into the forms a plan needs.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// A task as a measure: «провести смотр» → «Проведение смотра»; nothing where it is not sure.
    pub measure: &'a dyn Fn(&str) -> Option<String>,
    /// A printed name in the nominative.
    pub nominative: &'a dyn Fn(&str) -> String,
}

/// The plan of measures («дорожная карта») of a resolution: a measure for each directive, with its
/// deadline and who answers for it. Directives keep their names, so that a plan and its resolution
/// can be set against each other. It is a draft to be edited; `new_id` names its sections and groups.
pub fn plan(
    resolution: &Resolution,
    details: &PlanDetails,
    wording: Wording<'_>,
    mut new_id: impl FnMut() -> Id,
) -> Resolution {
    let what = of_what(resolution);
    let measured = resolution.sections.iter().filter(|section| {
        section
            .groups
            .iter()
            .any(|group| !group.directives.is_empty())
    });
    let sections = measured.map(|section| {
        let measures = section.groups.iter().flat_map(|group| {
            let each = group.directives.iter();
            each.map(move |directive| measure(group, directive, wording))
        });
        Section {
            id: new_id(),
            title: section.title.clone(),
            groups: vec![Group {
                id: new_id(),
                directives: measures.collect(),
                ..Group::default()
            }],
            ..Section::default()
        }
    });
    Resolution {
        sections: sections.collect(),
        kind: Kind::Plan,
        draft: details.approval.is_none(),
        title: format!("План мероприятий («дорожная карта») по исполнению {what}"),
        event: Event {
            municipality: resolution.event.municipality.clone(),
            region: resolution.event.region.clone(),
            ..Event::default()
        },
        adoption: details.approval.clone(),
        ..Resolution::default()
    }
}

fn measure(group: &Group, directive: &Directive, wording: Wording<'_>) -> Directive {
    let deadlines: Vec<Deadline> = directive
        .deadlines
        .iter()
        .map(|deadline| Deadline {
            inherited_from: None,
            ..deadline.clone()
        })
        .collect();
    // When stands in a column of its own and is not said twice.
    let bare = deadlines.iter().fold(directive.whole(), |text, deadline| {
        without(&text, &deadline.phrase)
    });
    let names = names(group, directive, wording.nominative).join(", ");
    Directive {
        text: (wording.measure)(&bare).unwrap_or_else(|| capital(&bare)),
        lead: None,
        addressee: Some(names).filter(|names| !names.is_empty()),
        deadlines,
        source: None,
        ..directive.clone()
    }
}

/// The text without the words of a deadline, and without what held them.
fn without(text: &str, phrase: &str) -> String {
    let phrase = phrase.trim();
    let Some((head, tail)) = text.split_once(phrase).filter(|_| !phrase.is_empty()) else {
        return text.to_owned();
    };
    let (head, tail) = (head.trim_end(), tail.trim_start());
    // «до 45 % – к 1 июня»: a stage of a target says its own day.
    if head.ends_with(['–', '—', '-']) {
        return text.to_owned();
    }
    // «провести, до 1 мая, смотр», «(до 1 мая)», «провести смотр, до 1 мая»
    let (head, tail) = match (head.strip_suffix('('), tail.strip_prefix(')')) {
        (Some(head), Some(tail)) => (head.trim_end(), tail.trim_start()),
        _ => match (head.strip_suffix(','), tail.strip_prefix(',')) {
            (Some(head), Some(tail)) => (head.trim_end(), tail.trim_start()),
            (Some(head), None) if tail.is_empty() => (head.trim_end(), tail),
            _ => (head, tail),
        },
    };
    let whole =
        match tail.starts_with([',', ';', '.', ':', ')']) || head.is_empty() || tail.is_empty() {
            true => format!("{head}{tail}"),
            false => format!("{head} {tail}"),
        };
    let whole = whole.trim_start_matches([',', ';', ':', ' ']).to_owned();
    // Words that only held the date: nothing sensible is left without them.
    if whole.split_whitespace().count() < 2 {
        return text.to_owned();
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_is_taken_out_with_what_held_it() {
        for (text, phrase, expected) in [
            ("утвердить до 1 мая план", "до 1 мая", "утвердить план"),
            ("утвердить план, до 1 мая", "до 1 мая", "утвердить план"),
            (
                "утвердить план (до 1 мая), довести его",
                "до 1 мая",
                "утвердить план, довести его",
            ),
            ("утвердить, до 1 мая, план", "до 1 мая", "утвердить план"),
            ("отчитаться до 1 мая", "до 1 мая", "отчитаться до 1 мая"),
            ("утвердить план", "до 1 мая", "утвердить план"),
            (
                "ежемесячно, до 5 числа, сверять",
                "ежемесячно, до 5 числа",
                "ежемесячно, до 5 числа, сверять",
            ),
            (
                "до 1 мая, не позднее, сверять данные",
                "до 1 мая",
                "не позднее, сверять данные",
            ),
        ] {
            assert_eq!(without(text, phrase), expected);
        }
    }
}
