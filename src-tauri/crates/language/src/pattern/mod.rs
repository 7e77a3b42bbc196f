//! Patterns over Russian text that are cheap to make and to search with.
//!
//! A pattern in lower case is matched against text in lower case, whose letters keep their places:
//! `(?i)` would double every letter and rob the search of its literals. Digits are «0–9» and letters
//! Russian or Latin. A pattern is made ready only when a text has one of the words it needs.
//!
//! The engine is our own, a few hundred lines for the syntax used here ([`tree`]): a reading of a short
//! document is over in two milliseconds, and the crate `regex` took fifteen more to make the automata
//! of a hundred patterns that are then used a few times each. `regex-automata` with its backtracker
//! alone was tried too: 10 ms more for a short document, 17 ms for a long one, where reading itself
//! takes 4 and 10. It finds what `regex` finds, to the byte; the tests hold both side by side.

mod letters;
mod program;
#[cfg(test)]
mod tests;
mod tree;

use std::ops::Range;
use std::sync::OnceLock;

use self::program::{Places, Program};

/// A text beside itself in lower case.
#[derive(Clone, Debug)]
pub struct Text<'t> {
    printed: &'t str,
    lower: String,
}

impl<'t> Text<'t> {
    /// Lowers Russian and Latin letters; every byte keeps its place.
    pub fn new(printed: &'t str) -> Self {
        let mut bytes = printed.as_bytes().to_vec();
        // Byte by byte without leaps, which the processor could not foresee.
        for at in 0..bytes.len() {
            if bytes[at].is_ascii_uppercase() {
                bytes[at] |= 0x20;
            } else if bytes[at] == 0xd0
                && let Some(next) = bytes.get(at + 1).copied()
                && next < 0xb0
            {
                // А–П, Р–Я and Ё in UTF-8.
                match next {
                    0x90..=0x9f => bytes[at + 1] = next + 0x20,
                    0xa0..=0xaf => {
                        bytes[at] = 0xd1;
                        bytes[at + 1] = next - 0x20;
                    }
                    0x81 => {
                        bytes[at] = 0xd1;
                        bytes[at + 1] = 0x91;
                    }
                    _ => {}
                }
            }
        }
        Self {
            printed,
            lower: String::from_utf8(bytes).unwrap_or_else(|_| printed.to_owned()),
        }
    }

    /// The text as printed.
    pub fn printed(&self) -> &'t str {
        self.printed
    }

    /// The text in lower case.
    pub fn lower(&self) -> &str {
        &self.lower
    }

    /// Whether it has one of these words, given in lower case.
    pub fn has_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.lower.contains(word))
    }
}

#[derive(Debug)]
enum Source {
    Fixed(&'static str),
    Made(fn() -> String),
    Owned(String),
}

/// A pattern of a text.
#[derive(Debug)]
pub struct Pattern {
    source: Source,
    needs: &'static [&'static str],
    also: &'static [&'static str],
    exact: bool,
    at_words: bool,
    program: OnceLock<Option<Program>>,
}

impl Pattern {
    /// A pattern in lower case, whatever the case of the text.
    pub const fn new(source: &'static str) -> Self {
        Self::from(Source::Fixed(source))
    }

    /// The same, put together when it is first needed.
    pub const fn made(source: fn() -> String) -> Self {
        Self::from(Source::Made(source))
    }

    /// The same of a string.
    pub const fn owned(source: String) -> Self {
        Self::from(Source::Owned(source))
    }

    const fn from(source: Source) -> Self {
        Self {
            source,
            needs: &[],
            also: &[],
            exact: false,
            at_words: false,
            program: OnceLock::new(),
        }
    }

    /// A pattern that minds the case of letters.
    #[must_use]
    pub const fn exact(mut self) -> Self {
        self.exact = true;
        self
    }

    /// A pattern that begins inside no word: «в» of «вместе» is not looked at.
    #[must_use]
    pub const fn at_words(mut self) -> Self {
        self.at_words = true;
        self
    }

    /// Words, one of which stands in every text that matches; in lower case unless the pattern is exact.
    #[must_use]
    pub const fn needing(mut self, words: &'static [&'static str]) -> Self {
        self.needs = words;
        self
    }

    /// Other words, one of which must stand there, too.
    #[must_use]
    pub const fn and(mut self, words: &'static [&'static str]) -> Self {
        self.also = words;
        self
    }

    fn may_be_in(&self, searched: &str) -> bool {
        let has =
            |words: &[&str]| words.is_empty() || words.iter().any(|word| searched.contains(word));
        has(self.needs) && has(self.also)
    }

    fn program(&self) -> Option<&Program> {
        let ready = self.program.get_or_init(|| {
            let made;
            let source = match &self.source {
                Source::Fixed(source) => source,
                Source::Made(make) => {
                    made = make();
                    made.as_str()
                }
                Source::Owned(source) => source.as_str(),
            };
            let tree = tree::parse(source);
            debug_assert!(tree.is_some(), "no pattern: {source}");
            tree.map(|tree| Program::new(tree, self.at_words))
        });
        ready.as_ref()
    }

    /// The searched text, if it can match at all.
    fn searched<'a>(&self, text: &'a Text<'_>) -> Option<&'a str> {
        let searched = if self.exact {
            text.printed
        } else {
            text.lower.as_str()
        };
        self.may_be_in(searched).then_some(searched)
    }

    /// Whether the pattern is in the text.
    pub fn is_in(&self, text: &Text<'_>) -> bool {
        self.searched(text)
            .is_some_and(|searched| self.matches(searched))
    }

    /// [`Pattern::is_in`] of a text that is searched once.
    pub fn is_match(&self, text: &str) -> bool {
        if self.exact {
            return self.may_be_in(text) && self.matches(text);
        }
        self.is_in(&Text::new(text))
    }

    fn matches(&self, searched: &str) -> bool {
        let program = self.program();
        program.is_some_and(|program| program.search(searched, 0).is_some())
    }

    /// The first match.
    pub fn find<'t>(&self, text: &'t str) -> Option<Part<'t>> {
        self.captures(text)?.get(0)
    }

    /// The first match with its named parts.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Caught<'_, 't>> {
        self.captures_at(&Text::new(text), 0)
    }

    /// The first match at or behind a place.
    pub fn captures_at<'t>(&self, text: &Text<'t>, at: usize) -> Option<Caught<'_, 't>> {
        self.caught(self.searched(text)?, text, at)
    }

    /// [`Pattern::captures_at`] of a text that is known to have the words it needs.
    fn caught<'t>(&self, searched: &str, text: &Text<'t>, at: usize) -> Option<Caught<'_, 't>> {
        let program = self.program()?;
        // Most searches find nothing: where the parts stand is asked of a match only.
        let start = program.search(searched, at)?;
        Some(Caught {
            program,
            printed: text.printed,
            places: program.places(searched, start),
        })
    }

    /// Every match.
    pub fn find_iter<'t>(&self, text: &'t str) -> Vec<Part<'t>> {
        self.find_all(&Text::new(text))
    }

    /// Every match of a text that is searched more than once.
    pub fn find_all<'t>(&self, text: &Text<'t>) -> Vec<Part<'t>> {
        let found = self.captures_all(text).into_iter();
        found.filter_map(|caught| caught.get(0)).collect()
    }

    /// Every match with its named parts.
    pub fn captures_iter<'t>(&self, text: &'t str) -> Vec<Caught<'_, 't>> {
        self.captures_all(&Text::new(text))
    }

    /// Every match, with its named parts, of a text that is searched more than once.
    pub fn captures_all<'t>(&self, text: &Text<'t>) -> Vec<Caught<'_, 't>> {
        let mut out = Vec::new();
        let Some(searched) = self.searched(text) else {
            return out;
        };
        let mut at = 0;
        while at <= text.printed.len()
            && let Some(caught) = self.caught(searched, text, at)
        {
            let Some(whole) = caught.get(0).map(|whole| whole.range()) else {
                break;
            };
            let behind = text.printed.get(whole.end..);
            let step = behind
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8);
            at = whole.end + if whole.is_empty() { step } else { 0 };
            out.push(caught);
        }
        out
    }
}

/// A match with its parts.
#[derive(Clone, Debug)]
pub struct Caught<'p, 't> {
    program: &'p Program,
    printed: &'t str,
    places: Places,
}

impl<'t> Caught<'_, 't> {
    /// A part by its place; the whole match is the first.
    pub fn get(&self, n: usize) -> Option<Part<'t>> {
        let start = (*self.places.get(n * 2)?)?;
        let end = (*self.places.get(n * 2 + 1)?)?;
        Some(Part {
            printed: self.printed,
            range: start..end,
        })
    }

    /// A part by its name.
    pub fn name(&self, name: &str) -> Option<Part<'t>> {
        self.get(self.program.place(name)?)
    }
}

/// A part of a text, as printed.
#[derive(Clone, Debug)]
pub struct Part<'t> {
    printed: &'t str,
    range: Range<usize>,
}

impl<'t> Part<'t> {
    /// Its characters.
    pub fn as_str(&self) -> &'t str {
        self.printed.get(self.range.clone()).unwrap_or_default()
    }

    /// Where it stands, in bytes.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Its first byte.
    pub fn start(&self) -> usize {
        self.range.start
    }

    /// The byte behind it.
    pub fn end(&self) -> usize {
        self.range.end
    }
}
