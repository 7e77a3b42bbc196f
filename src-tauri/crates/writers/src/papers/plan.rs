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
    let mut deadlines: Vec<Deadline> = directive
        .deadlines
        .iter()
        .map(|deadline| Deadline {
            inherited_from: None,
            ..deadline.clone()
        })
        .collect();
    // When stands in a column of its own and is not said twice.
    let mut bare = directive.whole();
    for deadline in &mut deadlines {
        if let Some((rest, phrase)) = without(&bare, &deadline.phrase) {
            (bare, deadline.phrase) = (rest, phrase);
        }
    }
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

/// Words that hold a date and go with it: «в | октябре 2026 года», «один | раз в квартал».
const HOLDERS: [&str; 7] = ["в", "во", "на", "с", "к", "по", "один"];

/// The text without the words of a deadline, and those words with what held them; nothing where the
/// text needs them.
fn without(text: &str, phrase: &str) -> Option<(String, String)> {
    let phrase = phrase.trim();
    let (head, tail) = text.split_once(phrase).filter(|_| !phrase.is_empty())?;
    // «2027 г|одов»: the words end within one.
    let tail = tail.trim_start_matches(char::is_alphabetic);
    let (mut head, mut tail) = (head.trim_end(), tail.trim_start());
    let mut told = phrase.to_owned();
    if let Some((before, holder)) = head.rsplit_once(char::is_whitespace)
        && HOLDERS.contains(&holder)
    {
        head = before.trim_end();
        told = format!("{holder} {told}");
    }
    // «до 45 % – к 1 июня»: a stage of a target says its own day.
    if head.ends_with(['–', '—', '-']) {
        return None;
    }
    // «провести, до 1 мая, смотр», «(до 1 мая)», «провести смотр, до 1 мая»
    if let (Some(before), Some(after)) = (head.strip_suffix('('), tail.strip_prefix(')')) {
        (head, tail) = (before.trim_end(), after.trim_start());
    } else if head.ends_with('(') {
        tail = tail.trim_start_matches([',', ';', ' ']);
    } else if tail.starts_with(')') {
        head = head.trim_end_matches([',', ';', ' ']);
    } else if let Some(before) = head.strip_suffix(',') {
        match tail.strip_prefix(',') {
            Some(after) => (head, tail) = (before.trim_end(), after.trim_start()),
            None if tail.is_empty() => head = before.trim_end(),
            None => {}
        }
    }
    let close = tail.starts_with([',', ';', '.', ':', ')'])
        || head.is_empty()
        || head.ends_with('(')
        || tail.is_empty();
    let whole = match close {
        true => format!("{head}{tail}"),
        false => format!("{head} {tail}"),
    };
    let whole = whole.trim_start_matches([',', ';', ':', ' ']).to_owned();
    // Words that only held the date: nothing sensible is left without them.
    (whole.split_whitespace().count() > 1).then_some((whole, told))
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
            (
                "до 1 мая, не позднее, сверять данные",
                "до 1 мая",
                "не позднее, сверять данные",
            ),
            (
                "изучать спрос (ежегодно, в разрезе школ)",
                "ежегодно",
                "изучать спрос (в разрезе школ)",
            ),
            (
                "внести изменения (Отв.: Лугова Н.Н.; срок: до 1 мая)",
                "срок: до 1 мая",
                "внести изменения (Отв.: Лугова Н.Н.)",
            ),
            (
                "следить за теплом в период 2026–2027 годов лично",
                "в период 2026–2027 г",
                "следить за теплом лично",
            ),
        ] {
            let (rest, told) = without(text, phrase).unwrap();
            assert_eq!((rest.as_str(), told.as_str()), (expected, phrase));
        }
        let held = without("провести в октябре 2026 года смотр", "октябре 2026 года");
        let whole = (
            "провести смотр".to_owned(),
            "в октябре 2026 года".to_owned(),
        );
        assert_eq!(held, Some(whole));
    }

    #[test]
    fn date_stays_where_the_text_needs_it() {
        for (text, phrase) in [
            ("отчитаться до 1 мая", "до 1 мая"),
            ("утвердить план", "до 1 мая"),
            ("ежемесячно, до 5 числа, сверять", "ежемесячно, до 5 числа"),
            (
                "ответить на вопросы (далее – один раз в квартал)",
                "раз в квартал",
            ),
        ] {
            assert_eq!(without(text, phrase), None, "{text}");
        }
    }
}
