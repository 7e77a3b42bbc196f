//! What words of this field stand for: one thing has many names in resolutions.
//!
//! The groups are kept by hand in `assets/lexicon`: `objects.txt` (what is worked on: «горячее
//! питание», «школьная столовая»), `measures.txt` (whom a task or a target is for, what kind of
//! measure it is, which stage of work a verb names, and the words that say nothing of an object).
//! A line is `key: entry, entry`; an entry is one to four tokens, each a whole word or a beginning
//! with `*`. The tokens of an entry may stand one other word apart.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use crate::words::fold;

const OBJECTS: &str = include_str!("../../../../assets/lexicon/objects.txt");
const THEME_LINES: &str = include_str!("../../../../assets/lexicon/themes.txt");
const MEASURES: &str = include_str!("../../../../assets/lexicon/measures.txt");

/// What sort of thing a group of words names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// What is worked on.
    Object,
    /// Whom it is for; two such groups exclude one another.
    Population,
    /// The form of the work: a contest, a plan, training.
    Measure,
    /// The stage of the work a verb names.
    Verb,
    /// Words of the genre that name nothing.
    Frame,
}

/// A group of words met in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// The group's key, unique in the lexicon.
    pub key: &'static str,
    /// What sort of thing it names.
    pub sort: Sort,
    /// The words that named it, by their places in the text's words.
    pub words: Range<usize>,
}

/// What may follow some tokens of entries: the entries that end there, and every next token.
#[derive(Debug, Default)]
struct Node {
    named: Vec<(&'static str, Sort)>,
    next: Vec<(Token, Node)>,
}

impl Node {
    fn add(&mut self, tokens: &[Token], key: &'static str, sort: Sort) {
        match tokens.split_first() {
            Some((first, rest)) => behind(&mut self.next, first).add(rest, key, sort),
            None => self.named.push((key, sort)),
        }
    }
}

/// The node behind a token, a new one if it was not met.
fn behind<'n>(nodes: &'n mut Vec<(Token, Node)>, token: &Token) -> &'n mut Node {
    let at = nodes.iter().position(|(other, _)| other == token);
    let at = at.unwrap_or_else(|| {
        nodes.push((token.clone(), Node::default()));
        nodes.len() - 1
    });
    &mut nodes[at].1
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Whole(String),
    Beginning(String),
    /// «~»: some words of no matter, [`APART`] at most.
    Gap,
}

/// How many words may stand where an entry has «~»: «охват детей в возрасте от 5 до 18 лет дополнительным …».
const APART: usize = 8;

impl Token {
    fn of(text: &str) -> Self {
        match text.strip_suffix('*') {
            _ if text == "~" => Self::Gap,
            Some(beginning) => Self::Beginning(fold(beginning)),
            None => Self::Whole(fold(text)),
        }
    }

    fn is(&self, word: &str) -> bool {
        match self {
            Self::Whole(whole) => whole == word,
            Self::Beginning(beginning) => word.starts_with(beginning.as_str()),
            Self::Gap => false,
        }
    }

    fn letters(&self) -> &str {
        match self {
            Self::Whole(text) | Self::Beginning(text) => text,
            Self::Gap => "",
        }
    }
}

/// Themes of things by the key of their group.
static THEMES: LazyLock<BTreeMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut themes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in THEME_LINES.lines().filter(|line| !line.starts_with('#')) {
        let Some((theme, keys)) = line.split_once(':') else {
            continue;
        };
        for key in keys.split(',') {
            themes.entry(key.trim()).or_default().push(theme.trim());
        }
    }
    themes
});

/// The themes that a group of things belongs to.
pub fn themes(key: &str) -> &'static [&'static str] {
    THEMES.get(key).map_or(&[], Vec::as_slice)
}

/// Every entry, token by token, by the letters of its first token.
static ENTRIES: LazyLock<HashMap<u64, Vec<(Token, Node)>>> = LazyLock::new(|| {
    let mut entries: HashMap<u64, Vec<(Token, Node)>> = HashMap::new();
    let mut add = |text: &'static str, mut sort: Sort| {
        for line in text.lines().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                sort = match name {
                    "objects" => Sort::Object,
                    "populations" => Sort::Population,
                    "measures" => Sort::Measure,
                    "verbs" => Sort::Verb,
                    _ => Sort::Frame,
                };
                continue;
            }
            let Some((key, words)) = line.split_once(':') else {
                continue;
            };
            for entry in words.split(',') {
                let tokens: Vec<Token> = entry.split_whitespace().map(Token::of).collect();
                if let Some((first, rest)) = tokens.split_first() {
                    let letters = first.letters().chars().fold(NOTHING, and);
                    let nodes = entries.entry(letters).or_default();
                    behind(nodes, first).add(rest, key.trim(), sort);
                }
            }
        }
    };
    add(OBJECTS, Sort::Object);
    add(MEASURES, Sort::Frame);
    entries
});

/// The number of no letters.
const NOTHING: u64 = 0xcbf2_9ce4_8422_2325;

/// The number of some letters and one more (FNV-1a): tokens that a word begins with are found by asking for each of
/// its beginnings. What stands under a number by chance does not fit the word.
fn and(letters: u64, letter: char) -> u64 {
    (letters ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3)
}

/// Every group that a text's words name, by place. `words` are folded, in order. Of two namings
/// of one sort the longer one hides the shorter inside it.
pub fn find(words: &[String]) -> Vec<Met> {
    let entries = &*ENTRIES;
    let mut found: Vec<Found> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let mut letters = NOTHING;
        for letter in word.chars() {
            letters = and(letters, letter);
            for (token, node) in entries.get(&letters).into_iter().flatten() {
                if token.is(word) {
                    follow(node, words, at, at + 1, None, &mut found);
                }
            }
        }
    }
    // «Доступность дополнительного образования» is about what stands together in it, not about «доступность …
    // образования»: where a word left out makes a name with the first word, or with the second of two, it is torn from
    // that. «Охват программами персонифицированного дополнительного …» says enough before it.
    let torn = |one: &Found| {
        one.skipped.is_some_and(|gap| {
            let alone = [
                (one.met.words.start + 1 == gap).then_some(gap - 1),
                (one.met.words.len() == 3).then_some(gap + 1),
            ];
            found.iter().any(|other| {
                let holds = |place: &usize| other.met.words.contains(place);
                other.skipped.is_none()
                    && other.met.sort == one.met.sort
                    && holds(&gap)
                    && alone.iter().flatten().any(holds)
            })
        })
    };
    let whole: Vec<&Met> = found
        .iter()
        .filter(|one| !torn(one))
        .map(|one| &one.met)
        .collect();
    let hidden = |met: &Met| {
        whole.iter().any(|other| {
            other.sort == met.sort
                && other.words.start <= met.words.start
                && met.words.end <= other.words.end
                && other.words.len() > met.words.len()
        })
    };
    let kept = whole.iter().filter(|met| !hidden(met));
    let mut kept: Vec<Met> = kept.map(|met| (*met).clone()).collect();
    kept.sort_by(|a, b| {
        (a.words.start, a.words.end, a.key).cmp(&(b.words.start, b.words.end, b.key))
    });
    kept.dedup();
    kept
}

/// A naming with the place of the last word that stands between its tokens and is none of them.
struct Found {
    met: Met,
    skipped: Option<usize>,
}

/// Notes the entries that end before the word `next`, and follows those that go on with it or with the one behind it.
fn follow(
    node: &Node,
    words: &[String],
    at: usize,
    next: usize,
    skipped: Option<usize>,
    found: &mut Vec<Found>,
) {
    found.extend(node.named.iter().map(|(key, sort)| Found {
        met: Met {
            key,
            sort: *sort,
            words: at..next,
        },
        skipped,
    }));
    for (token, node) in &node.next {
        if *token == Token::Gap {
            found.extend(apart(node, words, at..next));
            continue;
        }
        let place = (next..=next + 1).find(|place| words.get(*place).is_some_and(|w| token.is(w)));
        if let Some(place) = place {
            let skipped = (place > next).then_some(next).or(skipped);
            follow(node, words, at, place + 1, skipped, found);
        }
    }
}

/// The entries that go on with a word further on. Only what stands before the gap is theirs: the words behind it are
/// part of other names.
fn apart(node: &Node, words: &[String], before: Range<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    for place in before.end..(before.end + APART + 1).min(words.len()) {
        for (token, node) in &node.next {
            if token.is(&words[place]) {
                follow(node, words, before.start, place + 1, None, &mut found);
            }
        }
    }
    for one in &mut found {
        one.met.words = before.clone();
        one.skipped = None;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::tokens;

    fn keys(text: &str, sort: Sort) -> Vec<&'static str> {
        let words: Vec<String> = tokens(text).iter().map(|token| fold(token.text)).collect();
        let mut keys: Vec<&str> = find(&words)
            .into_iter()
            .filter(|met| met.sort == sort)
            .map(|met| met.key)
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    #[test]
    fn other_words_for_one_thing_meet_in_a_group() {
        let shared = |one, other| {
            let (one, other) = (keys(one, Sort::Object), keys(other, Sort::Object));
            one.iter().any(|key| other.contains(key))
        };
        assert!(shared(
            "сопровождение молодых учителей",
            "педагоги со стажем до трёх лет"
        ));
        assert!(shared(
            "организовать горячее питание",
            "улучшить работу школьных столовых"
        ));
        assert!(!shared(
            "организовать горячее питание",
            "подготовка к экзаменам"
        ));
    }

    #[test]
    fn a_naming_is_not_made_of_words_torn_from_another() {
        for (text, there, not_there) in [
            (
                "повысить доступность дополнительного образования",
                "additional-general",
                "regional-education",
            ),
            (
                "развивать сетевое взаимодействие образовательных организаций",
                "networking",
                "optimisation",
            ),
            (
                "охватить детей программами персонифицированного дополнительного образования",
                "additional-programmes",
                "regional-education",
            ),
        ] {
            let keys = keys(text, Sort::Object);
            assert!(keys.contains(&there), "{text}: {keys:?}");
            assert!(!keys.contains(&not_there), "{text}: {keys:?}");
        }
    }

    #[test]
    fn a_naming_may_stand_around_other_words() {
        for text in [
            "охват детей и подростков дополнительными общеобразовательными программами",
            "довести охват детей лет, проживающих в отдалённых сёлах, дополнительным образованием",
        ] {
            let keys = keys(text, Sort::Object);
            assert!(keys.contains(&"additional-coverage"), "{text}: {keys:?}");
        }
        let keys = keys(
            "охват детей с ограниченными возможностями здоровья дополнительным образованием",
            Sort::Object,
        );
        for key in ["additional-coverage", "additional-general", "special-needs"] {
            assert!(keys.contains(&key), "{keys:?}");
        }
    }

    #[test]
    fn every_line_of_the_files_is_used_and_no_key_stands_twice() {
        let mut keys = std::collections::BTreeSet::new();
        for line in OBJECTS.lines().chain(MEASURES.lines()).map(str::trim) {
            if line.is_empty() || line.starts_with(['#', '[']) {
                continue;
            }
            let (key, entries) = line.split_once(':').unwrap_or_default();
            assert!(!entries.trim().is_empty(), "{line}");
            assert!(keys.insert(key), "{key} twice");
        }
        assert!(keys.len() > 300, "{}", keys.len());
    }
}
