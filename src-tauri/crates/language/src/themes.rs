//! What a directive is about: a short list of themes, kept as data a person can edit.
//!
//! Words of a theme are written as a person writes them: «наставник, молодой педагог». A word stands for
//! all its forms; «питани…» for every word that begins so; «ОВЗ», in capitals, for itself alone.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::words::{TokenKind, fold, stem, tokens};

/// A theme of directives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name for programs.
    pub slug: String,
    /// Its name for people, as the data says it: directives are Russian in every window.
    pub name: String,
    /// The words that tell of it, as a person writes them.
    pub words: String,
    /// The place of its bit in what is kept of a directive; below [`MOST_THEMES`].
    pub bit: u32,
    /// No directive falls under it for now.
    pub off: bool,
    signs: Vec<Sign>,
}

/// Words in a row that tell of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// As a person wrote them.
    pub written: String,
    parts: Vec<Part>,
}

/// A word of a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// Every word with one of these stems.
    Forms(Vec<String>),
    /// Every word that begins so.
    Beginning(String),
    /// This word and no other.
    Whole(String),
}

/// A word of a text, ready to be compared with signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    letters: String,
    /// How many bytes of the letters are the stem; left out where no sign asks for it.
    stem: Option<usize>,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
}

/// Themes in the order a person gave them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeList {
    themes: Vec<Theme>,
    /// Signs by the letter they begin with: places of the theme and of its sign.
    starts: HashMap<char, Vec<(usize, usize)>>,
    /// Some sign asks for stems.
    stems: bool,
}

/// Most themes of one directive: a text that is about everything is about nothing.
const MOST: usize = 3;
/// So many themes a list can have: each has a bit of a number.
pub const MOST_THEMES: u32 = 64;

static SHIPPED: LazyLock<ThemeList> = LazyLock::new(|| {
    let data = include_str!("../../../../assets/themes/themes.txt");
    let lines = data.lines().filter_map(line);
    ThemeList::new(
        (0..)
            .zip(lines)
            .map(|(bit, (slug, name, words))| Theme::new(slug, name, &words, bit))
            .collect(),
    )
});

impl ThemeList {
    /// A list of themes, each with a bit of its own.
    pub fn new(themes: Vec<Theme>) -> Self {
        let mut starts: HashMap<char, Vec<(usize, usize)>> = HashMap::new();
        let mut stems = false;
        for (at, theme) in themes.iter().enumerate().filter(|(_, theme)| !theme.off) {
            for (place, sign) in theme.signs.iter().enumerate() {
                let first = sign
                    .parts
                    .first()
                    .and_then(|part| part.letters().chars().next());
                if let Some(letter) = first {
                    starts.entry(letter).or_default().push((at, place));
                }
                stems |= sign.parts.iter().any(|part| matches!(part, Part::Forms(_)));
            }
        }
        Self {
            themes,
            starts,
            stems,
        }
    }

    /// The list that comes with the program.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// All its themes, also those that are switched off.
    pub fn all(&self) -> &[Theme] {
        &self.themes
    }

    /// Those directives fall under.
    pub fn used(&self) -> impl Iterator<Item = &Theme> {
        self.themes.iter().filter(|theme| !theme.off)
    }

    /// The bit of a theme in use.
    pub fn bit(&self, slug: &str) -> Option<u64> {
        let theme = self.used().find(|theme| theme.slug == slug)?;
        1u64.checked_shl(theme.bit)
    }

    /// The themes of a directive's text, those with more words for them first.
    pub fn of(&self, text: &str) -> Vec<&Theme> {
        self.of_said(&said(text, self.stems))
    }

    /// The themes of a text whose words were made ready with their stems.
    pub fn of_said(&self, words: &[Said]) -> Vec<&Theme> {
        // In how many places the words tell of each theme, and which word was the last of them.
        let mut told = vec![(0usize, None); self.themes.len()];
        for (at, word) in words.iter().enumerate() {
            let firsts = parts(&word.letters).filter_map(|part| part.chars().next());
            let signs = firsts.filter_map(|letter| self.starts.get(&letter));
            for &(theme, place) in signs.flatten() {
                let (count, last) = &mut told[theme];
                if *last != Some(at) && self.themes[theme].signs[place].stands(words, at) {
                    *count += 1;
                    *last = Some(at);
                }
            }
        }
        let mut found: Vec<(usize, &Theme)> = told
            .into_iter()
            .zip(&self.themes)
            .filter(|((count, _), _)| *count > 0)
            .map(|((count, _), theme)| (count, theme))
            .collect();
        // Of two with as many words the older one: another order of the list changes no directive.
        found.sort_by_key(|(count, theme)| (std::cmp::Reverse(*count), theme.bit));
        found.truncate(MOST);
        found.into_iter().map(|(_, theme)| theme).collect()
    }
}

impl Theme {
    /// A theme in use, with the words a person wrote for it.
    pub fn new(slug: &str, name: &str, words: &str, bit: u32) -> Self {
        Self {
            slug: slug.to_owned(),
            name: name.to_owned(),
            words: words.to_owned(),
            bit,
            off: false,
            signs: signs(words),
        }
    }

    /// The signs its words are.
    pub fn signs(&self) -> &[Sign] {
        &self.signs
    }
}

impl Sign {
    /// Where in a text it stands, in bytes; the words have to be made ready with their stems.
    pub fn spots<'a>(&'a self, words: &'a [Said]) -> impl Iterator<Item = Range<usize>> + 'a {
        let last = self.parts.len().saturating_sub(1);
        (0..words.len())
            .filter(|at| self.stands(words, *at))
            .map(move |at| words[at].range.start..words[at + last].range.end)
    }

    fn stands(&self, words: &[Said], at: usize) -> bool {
        let fits = |(n, part): (usize, &Part)| words.get(at + n).is_some_and(|word| part.is(word));
        self.parts.iter().enumerate().all(fits)
    }
}

impl Part {
    fn letters(&self) -> &str {
        match self {
            Self::Forms(stems) => stems.first().map_or("", String::as_str),
            Self::Beginning(letters) | Self::Whole(letters) => letters,
        }
    }

    fn is(&self, word: &Said) -> bool {
        match self {
            Self::Forms(own) => {
                let whole = match word.stem {
                    Some(length) => word.letters.get(..length).map(Cow::Borrowed),
                    None => Some(Cow::Owned(stem(&word.letters))),
                };
                // The stem of «педагога-психолога» ends with that of «психолога».
                whole.is_some_and(|whole| parts(&whole).any(|part| own.iter().any(|o| o == part)))
            }
            Self::Beginning(letters) => parts(&word.letters).any(|part| part.starts_with(letters)),
            Self::Whole(letters) => parts(&word.letters).any(|part| part == letters),
        }
    }
}

/// A word and what stands behind each of its hyphens: «военно-патриотический» tells of «патриот…», too.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let behind = word.match_indices('-').map(|(at, _)| at + 1);
    std::iter::once(0)
        .chain(behind)
        .filter_map(|at| word.get(at..))
}

/// The words of a text, with their stems if these are wanted.
pub fn said(text: &str, stems: bool) -> Vec<Said> {
    tokens(text)
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| {
            let letters = fold(token.text);
            Said {
                // A stem is what a word begins with.
                stem: stems.then(|| stem(&letters).len()),
                letters,
                range: token.range(),
            }
        })
        .collect()
}

/// The signs of what a person wrote: words in a row, parted by commas or lines.
fn signs(words: &str) -> Vec<Sign> {
    words
        .split([',', ';', '\n'])
        .map(|written| Sign {
            written: written.split_whitespace().collect::<Vec<_>>().join(" "),
            parts: written.split_whitespace().filter_map(part).collect(),
        })
        .filter(|sign| !sign.parts.is_empty())
        .collect()
}

/// A word of a sign; nothing from marks alone.
fn part(written: &str) -> Option<Part> {
    let is_start = ["…", "...", "*"].iter().any(|end| written.ends_with(end));
    let bare = written.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() {
        return None;
    }
    let is_short_name = bare.chars().count() > 1 && bare.chars().all(char::is_uppercase);
    Some(match (is_start, is_short_name) {
        (true, _) => Part::Beginning(fold(bare)),
        (false, true) => Part::Whole(fold(bare)),
        (false, false) => Part::Forms(stems(bare)),
    })
}

/// The stems of a word's forms: the Snowball stem, and beside it the one with or without a fleeting
/// vowel, «саженец» – «саженцы», «кружок» – «кружки».
fn stems(word: &str) -> Vec<String> {
    let stem = stem(word);
    let mut all = vec![stem.clone()];
    for (full, short) in [("ец", "ц"), ("ок", "к"), ("ек", "к")] {
        if let Some(base) = stem.strip_suffix(full) {
            all.push(format!("{base}{short}"));
        } else if let Some(base) = stem.strip_suffix(short)
            && base.ends_with(|c| !"аеиоуыэюяйь".contains(c))
        {
            all.push(format!("{base}{full}"));
        }
    }
    // Of two letters there are too many words.
    all.retain(|one| *one == stem || one.chars().count() > 3);
    all
}

/// The slug, the name and the words of a line of the shipped list; nothing from a comment.
fn line(line: &str) -> Option<(&str, &str, String)> {
    if line.trim_start().starts_with('#') {
        return None;
    }
    let mut parts = line.split('|').map(str::trim);
    let (slug, name, signs) = (parts.next()?, parts.next()?, parts.next()?);
    let word = |word: &str| match word.strip_prefix('=') {
        Some(whole) => whole.to_owned(),
        None => format!("{word}…"),
    };
    let sign = |sign: &str| sign.split('+').map(word).collect::<Vec<_>>().join(" ");
    let words: Vec<String> = signs.split_whitespace().map(sign).collect();
    Some((slug, name, words.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn slugs(text: &str) -> Vec<&'static str> {
        ThemeList::shipped()
            .of(text)
            .into_iter()
            .map(|theme| theme.slug.as_str())
            .collect()
    }

    #[test]
    fn data_is_a_short_list_without_repeats() {
        let slugs: BTreeSet<&str> = ThemeList::shipped()
            .all()
            .iter()
            .map(|theme| theme.slug.as_str())
            .collect();
        let names: BTreeSet<&str> = ThemeList::shipped()
            .all()
            .iter()
            .map(|theme| theme.name.as_str())
            .collect();
        assert_eq!(slugs.len(), ThemeList::shipped().all().len());
        assert_eq!(names.len(), ThemeList::shipped().all().len());
        assert!(
            (20..=30).contains(&ThemeList::shipped().all().len()),
            "{}",
            ThemeList::shipped().all().len()
        );
        assert!(
            ThemeList::shipped()
                .all()
                .iter()
                .all(|theme| !theme.signs.is_empty())
        );
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
    fn plain_directives_have_the_theme_a_person_gives_them() {
        for (text, theme) in [
            ("открыть группы для детей раннего возраста", "preschool"),
            ("ликвидировать очередь в ясли", "preschool"),
            ("провести месячник по ПДД", "safety"),
            ("создать отряды юных инспекторов движения", "safety"),
            ("провести уроки мужества", "upbringing"),
            ("обеспечить работу советников по воспитанию", "upbringing"),
            ("поддержать навигаторов детства", "upbringing"),
            ("провести конкурс «Учитель года»", "staff"),
            ("подготовить педагогов, аттестующихся впервые", "staff"),
            ("оказать помощь ШНОР", "quality"),
            ("перейти на обновлённые ФГОС", "quality"),
            ("открыть медицинский класс", "career"),
            ("расширить сеть профильных классов", "career"),
            ("ввести ставки педагогов-психологов", "psychology"),
            ("создать школьные службы примирения", "psychology"),
            ("обеспечить выполнение рекомендаций ПМПК", "special-needs"),
            (
                "поставить семьи на учёт как находящиеся в социально опасном положении",
                "prevention",
            ),
            ("создать советы отцов", "family"),
            ("помогать детям участников СВО", "family"),
            ("организовать трудоустройство подростков летом", "summer"),
            ("создать школьные спортивные клубы", "health-sport"),
            ("заменить кровлю школы", "buildings"),
            ("перейти на НСОТ", "funding"),
            ("принять меры по предупреждению коррупции", "management"),
            ("освещать работу школ в СМИ", "openness"),
        ] {
            assert!(slugs(text).contains(&theme), "{text}: {:?}", slugs(text));
        }
    }

    #[test]
    fn a_word_of_another_theme_inside_a_name_tells_nothing() {
        for (text, theme) in [
            ("открыть медицинский класс", "health-sport"),
            ("открыть психолого-педагогический класс", "psychology"),
            ("поддержать навигаторов детства", "extra"),
            ("ввести искусственный интеллект", "culture"),
            ("увеличить стаж педагогов в возрасте до 35 лет", "preschool"),
            ("в первую очередь обновить перечень", "preschool"),
            ("до окончания года подвести итоги", "buildings"),
            ("утвердить дорожную карту", "safety"),
            ("в зависимости от результатов изменить план", "prevention"),
            ("освещение в газете", "buildings"),
            ("рациональное использование времени", "nutrition"),
        ] {
            assert!(!slugs(text).contains(&theme), "{text}: {:?}", slugs(text));
        }
    }

    #[test]
    fn parts_of_a_compound_word_tell_of_their_themes() {
        assert_eq!(slugs("военно-патриотическая работа"), ["upbringing"]);
        let list = own("психолог, патриот…, ОГЭ");
        for text in [
            "принять педагога-психолога",
            "курсы педагогам-психологам",
            "военно-патриотический клуб",
            "ЕГЭ-ОГЭ",
        ] {
            assert_eq!(list.of(text).len(), 1, "{text}");
        }
        assert!(list.of("психолого-педагогический").is_empty());
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

    fn own(words: &str) -> ThemeList {
        ThemeList::new(vec![Theme::new("own", "Своя", words, 0)])
    }

    #[test]
    fn a_persons_words_stand_for_all_their_forms() {
        let list = own("наставник, молодой педагог; ЦОС\nагрокласс…, саженец, кружки");
        for text in [
            "закрепить Наставников",
            "помогать молодым педагогам",
            "развивать ЦОС",
            "открыть агроклассы",
            "посадить саженцы",
            "записать в кружок",
        ] {
            assert_eq!(list.of(text).len(), 1, "{text}");
        }
        for text in [
            "развивать наставничество",
            "педагогам молодым",
            "молодёжи и педагогам",
            "цосы",
        ] {
            assert_eq!(list.of(text).len(), 0, "{text}");
        }
        assert!(own(" , «» ;").all()[0].signs().is_empty());
    }

    #[test]
    fn signs_are_found_where_they_stand() {
        let list = own("молодой педагог");
        let text = "помочь молодым педагогам";
        let words = said(text, true);
        let spots: Vec<&str> = list.all()[0].signs()[0]
            .spots(&words)
            .map(|spot| &text[spot])
            .collect();
        assert_eq!(spots, ["молодым педагогам"]);
    }

    #[test]
    fn a_theme_switched_off_tells_nothing_and_has_no_bit() {
        let mut themes = own("наставник").all().to_vec();
        themes[0].off = true;
        let list = ThemeList::new(themes);
        assert!(list.of("закрепить наставников").is_empty());
        assert_eq!((list.bit("own"), list.used().count()), (None, 0));
    }
}
