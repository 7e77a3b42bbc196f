//! What a directive is about: a short list of themes, kept as data a person can edit.

use std::sync::LazyLock;

use crate::words::{TokenKind, fold, tokens};

/// A theme of directives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name for programs.
    pub slug: &'static str,
    /// Its name for people, as the data says it: directives are Russian in every window.
    pub name: &'static str,
    signs: Vec<Sign>,
}

/// Words in a row that tell of a theme, each by its beginning.
type Sign = Vec<Beginning>;

#[derive(Clone, Debug, PartialEq, Eq)]
struct Beginning {
    letters: String,
    /// Nothing may follow.
    whole: bool,
}

/// Most themes of one directive: a text that is about everything is about nothing.
const MOST: usize = 3;

static THEMES: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    let data = include_str!("../../../../assets/themes/themes.txt");
    data.lines().filter_map(theme).collect()
});

/// All themes, in the order of the data.
pub fn all() -> &'static [Theme] {
    &THEMES
}

/// The themes of a directive's text, those with more words for them first.
pub fn of(text: &str) -> Vec<&'static Theme> {
    let words: Vec<String> = tokens(text)
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| fold(token.text))
        .collect();
    let mut found: Vec<(usize, &Theme)> = THEMES
        .iter()
        .map(|theme| (theme.count(&words), theme))
        .filter(|(count, _)| *count > 0)
        .collect();
    found.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    found.truncate(MOST);
    found.into_iter().map(|(_, theme)| theme).collect()
}

impl Theme {
    /// In how many places the words tell of it.
    fn count(&self, words: &[String]) -> usize {
        let starts = |at: usize, sign: &Sign| {
            sign.iter().enumerate().all(|(n, beginning)| {
                words.get(at + n).is_some_and(|word| {
                    if beginning.whole {
                        *word == beginning.letters
                    } else {
                        word.starts_with(&beginning.letters)
                    }
                })
            })
        };
        (0..words.len())
            .filter(|at| self.signs.iter().any(|sign| starts(*at, sign)))
            .count()
    }
}

/// A theme from its line; nothing from a comment or a line that is not one.
fn theme(line: &'static str) -> Option<Theme> {
    if line.trim_start().starts_with('#') {
        return None;
    }
    let mut parts = line.split('|').map(str::trim);
    let (slug, name, signs) = (parts.next()?, parts.next()?, parts.next()?);
    let sign = |words: &str| words.split('+').map(beginning).collect();
    Some(Theme {
        slug,
        name,
        signs: signs.split_whitespace().map(sign).collect(),
    })
}

fn beginning(word: &str) -> Beginning {
    let bare = word.strip_prefix('=');
    Beginning {
        letters: fold(bare.unwrap_or(word)),
        whole: bare.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn slugs(text: &str) -> Vec<&'static str> {
        of(text).into_iter().map(|theme| theme.slug).collect()
    }

    #[test]
    fn data_is_a_short_list_without_repeats() {
        let slugs: BTreeSet<&str> = all().iter().map(|theme| theme.slug).collect();
        let names: BTreeSet<&str> = all().iter().map(|theme| theme.name).collect();
        assert_eq!(slugs.len(), all().len());
        assert_eq!(names.len(), all().len());
        assert!((20..=30).contains(&all().len()), "{}", all().len());
        assert!(all().iter().all(|theme| !theme.signs.is_empty()));
    }

    #[test]
    fn directives_are_told_by_beginnings_of_their_words() {
        for (text, theme) in [
            ("довести охват горячим питанием до 98 %", "nutrition"),
            ("внедрить цифровую образовательную среду", "digital"),
            ("закрепить наставников за молодыми педагогами", "staff"),
            ("создать условия для обучения детей с ОВЗ", "special-needs"),
            ("открыть группы в детских садах", "preschool"),
            ("повысить качество образования в школах", "quality"),
            ("подготовить обучающихся к ЕГЭ", "exams"),
            ("обеспечить безопасность школьных зданий", "safety"),
            ("организовать участие в проекте «Билет в будущее»", "career"),
            ("организовать подвоз детей автобусами", "transport"),
            ("пополнить фонды школьных библиотек", "books"),
            ("развивать дополнительное образование", "extra"),
        ] {
            assert!(slugs(text).contains(&theme), "{text}: {:?}", slugs(text));
        }
    }

    #[test]
    fn other_words_with_the_same_letters_inside_tell_nothing() {
        // «воспитание» holds «питан», «меняется» is no «меню».
        assert_eq!(slugs("усилить воспитание личности"), ["upbringing"]);
        assert_eq!(slugs("порядок не меняется"), Vec::<&str>::new());
        // An abbreviation is a whole word.
        assert_eq!(slugs("огэшный"), Vec::<&str>::new());
    }

    #[test]
    fn the_theme_with_more_words_stands_first_and_few_are_given() {
        let found =
            slugs("организация питания в столовых и подвоз, охрана здоровья, ремонт музеев");
        assert_eq!(found[0], "nutrition");
        assert_eq!(found.len(), 3);
    }
}
