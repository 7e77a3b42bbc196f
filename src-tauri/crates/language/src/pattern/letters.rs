//! The characters patterns know, a byte each.
//!
//! ASCII stands for itself, Russian letters follow, then the marks of printed text. Whatever else a
//! text holds is one of two: a letter or digit of another script, or a mark.

/// А–я, in the order of Unicode.
const RUSSIAN: u8 = 0x80;
const CAPITAL_YO: u8 = 0xc0;
const SMALL_YO: u8 = 0xc1;
const MARKS_FROM: u8 = 0xc2;
/// Marks that patterns may name.
const MARKS: [char; 32] = [
    '\u{a0}', '\u{2007}', '\u{202f}', '«', '»', '„', '“', '”', '–', '—', '‑', '−', '№', '°', 'º',
    '…', '•', '’', '·', '●', '▪', '◦', '○', '¬', '§', '→', '\u{ad}', '\u{200b}', '\u{feff}',
    '\u{2060}', '\u{200c}', '\u{200d}',
];
/// A letter or digit of no alphabet known here.
const FOREIGN: u8 = 0xfe;
/// Any other mark.
const OTHER: u8 = 0xff;

/// The letter at a place that is no end, and how many bytes it takes.
#[inline]
pub(super) fn at(text: &str, at: usize) -> (u8, usize) {
    let bytes = text.as_bytes();
    let first = bytes[at];
    if first < 0x80 {
        return (first, 1);
    }
    let second = bytes.get(at + 1).copied().unwrap_or_default();
    match (first, second) {
        (0xd0, 0x90..=0xbf) => (RUSSIAN + (second - 0x90), 2),
        (0xd1, 0x80..=0x8f) => (RUSSIAN + 0x30 + (second - 0x80), 2),
        (0xd0, 0x81) => (CAPITAL_YO, 2),
        (0xd1, 0x91) => (SMALL_YO, 2),
        _ => rare(text, at),
    }
}

/// The start of the letter that ends at a place.
#[inline]
pub(super) fn before(text: &str, at: usize) -> usize {
    let mut at = at - 1;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn rare(text: &str, at: usize) -> (u8, usize) {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        Some(c) => (of(c), c.len_utf8()),
        // Searches stay on the bounds of characters.
        None => (OTHER, 1),
    }
}

/// The letter of a character.
pub(super) fn of(c: char) -> u8 {
    if let Some(mark) = MARKS.iter().position(|mark| *mark == c) {
        return MARKS_FROM + mark as u8;
    }
    match c {
        '\0'..='\x7f' => c as u8,
        'А'..='я' => RUSSIAN + (c as u32 - 'А' as u32) as u8,
        'Ё' => CAPITAL_YO,
        'ё' => SMALL_YO,
        _ if c.is_alphanumeric() => FOREIGN,
        _ => OTHER,
    }
}

/// A set of letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Set([u64; 4]);

impl Set {
    /// Every letter.
    pub(super) const ALL: Self = Self([u64::MAX; 4]);

    /// One letter.
    pub(super) fn one(letter: u8) -> Self {
        let mut set = Self::default();
        set.add(letter);
        set
    }

    /// Adds a letter.
    pub(super) fn add(&mut self, letter: u8) {
        self.0[usize::from(letter >> 6)] |= 1 << (letter & 63);
    }

    /// Adds the known characters of a range.
    pub(super) fn add_range(&mut self, first: char, last: char) {
        debug_assert!(is_known(first) && is_known(last), "{first}–{last}");
        if first == last {
            return self.add(of(first));
        }
        if last <= '\x7f' || 'А' <= first && last <= 'я' {
            return (of(first)..=of(last)).for_each(|letter| self.add(letter));
        }
        let known = ('\0'..='\x7f').chain('А'..='я').chain(['Ё', 'ё']);
        known
            .chain(MARKS)
            .filter(|c| (first..=last).contains(c))
            .for_each(|c| self.add(of(c)));
    }

    /// Letters of both.
    pub(super) fn or(self, other: Self) -> Self {
        let mut out = self;
        for (mine, theirs) in out.0.iter_mut().zip(other.0) {
            *mine |= theirs;
        }
        out
    }

    /// All other letters.
    pub(super) fn not(self) -> Self {
        Self(self.0.map(|part| !part))
    }

    /// Whether it has a letter.
    #[inline]
    pub(super) fn has(&self, letter: u8) -> bool {
        self.0[usize::from(letter >> 6)] >> (letter & 63) & 1 == 1
    }
}

/// Whether a pattern may name a character: one that has a letter of its own.
pub(super) fn is_known(c: char) -> bool {
    of(c) < FOREIGN
}

/// What makes words: «\w» of Russian and Latin text.
pub(super) fn of_words() -> Set {
    let mut set = Set::default();
    for (first, last) in [('0', '9'), ('A', 'Z'), ('a', 'z'), ('А', 'я'), ('_', '_')] {
        set.add_range(first, last);
    }
    set.add(CAPITAL_YO);
    set.add(SMALL_YO);
    set
}

/// The same with letters and digits of every script, for the bounds of words.
pub(super) static ANY_WORDS: LazySet = LazySet::new(|| {
    let mut set = of_words();
    set.add(FOREIGN);
    // The ordinal sign is a letter in Unicode.
    set.add(of('º'));
    set
});

type LazySet = std::sync::LazyLock<Set>;
