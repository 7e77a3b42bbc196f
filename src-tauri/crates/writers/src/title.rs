use svod_model::{Kind, Resolution};

use crate::typography::{long_date, outer_quotes, quoted};

/// The lines of a title block, ready to be set one under another.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TitleLines {
    /// «РЕЗОЛЮЦИЯ», «ПРОТОКОЛ № 3».
    pub(crate) kind: String,
    /// Whose: the words of the title after the kind, uninflected («муниципального форума»).
    pub(crate) of: Option<String>,
    /// The theme in guillemets.
    pub(crate) theme: Option<String>,
    /// «27 августа 2020 г.»
    pub(crate) date: Option<String>,
    /// «г. Озёрск»
    pub(crate) place: Option<String>,
}

impl TitleLines {
    /// Splits a resolution's title; words are moved between lines, never changed.
    pub(crate) fn of(resolution: &Resolution) -> Self {
        let title = resolution.title.split_whitespace().collect::<Vec<_>>();
        let (kind, rest) = split_kind(&title, kind_word(resolution.kind));
        let (of, tail) = split_theme(&rest);
        let told = resolution.event.theme.as_deref().map(str::trim);
        // The heading to the text of an order or a decision is no name and has no guillemets.
        let about = |theme: &str| {
            matches!(resolution.kind, Kind::Order | Kind::Decision)
                && ["О ", "Об ", "Обо "]
                    .iter()
                    .any(|head| theme.starts_with(head))
        };
        let set = |theme: &str| {
            if about(theme) {
                theme.to_owned()
            } else {
                quoted(theme)
            }
        };
        let told = told.filter(|theme| !theme.is_empty()).map(set);
        let (of, theme) = match (told, tail) {
            // «форума «Школа» Озёрского района»: the theme stands inside and is not said again.
            (Some(told), tail)
                if rest.contains(&told) && !tail.as_ref().is_some_and(|tail| same(&told, tail)) =>
            {
                (rest.clone(), None)
            }
            (Some(told), Some(tail)) if !same(&told, &tail) => (rest.clone(), Some(told)),
            (told, tail) => (of, told.or(tail)),
        };
        Self {
            kind,
            of: Some(of).filter(|of| !of.is_empty()),
            theme,
            date: resolution.adopted_on.map(long_date),
            place: resolution
                .place
                .as_deref()
                .map(str::trim)
                .filter(|place| !place.is_empty())
                .map(Into::into),
        }
    }
}

/// The kind's name in capitals.
pub(crate) fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Resolution => "РЕЗОЛЮЦИЯ",
        Kind::Decision => "РЕШЕНИЕ",
        Kind::Recommendations => "РЕКОМЕНДАЦИИ",
        Kind::Protocol => "ПРОТОКОЛ",
        Kind::Plan => "ПЛАН",
        Kind::Order => "ПРИКАЗ",
    }
}

/// Takes «Резолюция», «Итоговая резолюция» or «Протокол № 3» off the front.
fn split_kind(words: &[&str], kind: &str) -> (String, String) {
    // A list of instructions is a decision that calls itself otherwise.
    if let ["Перечень", "поручений", rest @ ..] = words {
        return ("ПЕРЕЧЕНЬ ПОРУЧЕНИЙ".into(), rest.join(" "));
    }
    let named = words
        .iter()
        .take(2)
        .position(|word| word.to_uppercase() == kind);
    let Some(named) = named else {
        return (kind.into(), words.join(" "));
    };
    let mut end = named + 1;
    if words.get(end) == Some(&"№") {
        end += 2;
    } else if words.get(end).is_some_and(|word| word.starts_with('№')) {
        end += 1;
    }
    let end = end.min(words.len());
    let (head, rest) = words.split_at(end);
    (head.join(" ").to_uppercase(), rest.join(" "))
}

/// Cuts a theme in guillemets off the end of the title.
fn split_theme(title: &str) -> (String, Option<String>) {
    let whole = (title.to_owned(), None);
    if !title.ends_with('»') {
        return whole;
    }
    // The shortest balanced tail that begins with «; titles with a lost mark stay whole.
    let starts = title.rmatch_indices('«').map(|(at, _)| at);
    let tail = starts
        .filter_map(|at| title.split_at_checked(at))
        .find(|(_, tail)| {
            outer_quotes(tail)
                .is_some_and(|inner| inner.matches('«').count() == inner.matches('»').count())
        });
    let Some((head, tail)) = tail else {
        return whole;
    };
    let head = head.trim_end().trim_end_matches([':', ',']);
    let balanced = head.matches('«').count() == head.matches('»').count();
    // «Школа» и «Сад» is one name: half of it is no theme.
    if !balanced || head.ends_with(" и") {
        return whole;
    }
    (head.to_owned(), Some(tail.to_owned()))
}

/// Equal but for spaces and case.
fn same(a: &str, b: &str) -> bool {
    let plain = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    plain(a) == plain(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use svod_model::Event;

    fn lines(title: &str, theme: Option<&str>) -> (String, String, String) {
        let resolution = Resolution {
            title: title.into(),
            event: Event {
                theme: theme.map(Into::into),
                ..Event::default()
            },
            ..Resolution::default()
        };
        let lines = TitleLines::of(&resolution);
        (
            lines.kind,
            lines.of.unwrap_or_default(),
            lines.theme.unwrap_or_default(),
        )
    }

    #[test]
    fn kind_word_and_theme_get_lines_of_their_own() {
        let expected = |kind: &str, of: &str, theme: &str| (kind.into(), of.into(), theme.into());
        assert_eq!(
            lines("Резолюция форума района «Школа»", Some("Школа")),
            expected("РЕЗОЛЮЦИЯ", "форума района", "«Школа»")
        );
        assert_eq!(
            lines("Итоговая резолюция форума", None),
            expected("ИТОГОВАЯ РЕЗОЛЮЦИЯ", "форума", "")
        );
        assert_eq!(
            lines("форума «Школа «Точка»»", None),
            expected("РЕЗОЛЮЦИЯ", "форума", "«Школа «Точка»»")
        );
        assert_eq!(
            lines("Резолюция форума «Сад»", Some("«Школа»")),
            expected("РЕЗОЛЮЦИЯ", "форума «Сад»", "«Школа»")
        );
        assert_eq!(
            lines("Резолюция форума «Школа» Озёрского района", Some("Школа")),
            expected("РЕЗОЛЮЦИЯ", "форума «Школа» Озёрского района", "")
        );
        assert_eq!(lines("", None), expected("РЕЗОЛЮЦИЯ", "", ""));
    }

    #[test]
    fn protocol_number_stays_with_the_kind() {
        let resolution = Resolution {
            kind: Kind::Protocol,
            title: "Протокол № 3 заседания".into(),
            ..Resolution::default()
        };
        let lines = TitleLines::of(&resolution);
        assert_eq!(lines.kind, "ПРОТОКОЛ № 3");
        assert_eq!(lines.of.as_deref(), Some("заседания"));
    }
}
