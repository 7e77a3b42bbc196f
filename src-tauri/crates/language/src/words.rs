//! Words as matching and searching see them.

use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

/// A word, a number or a punctuation mark of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// Its characters.
    pub text: &'a str,
    /// Where it stands, in bytes.
    pub start: usize,
    /// What it is.
    pub kind: TokenKind,
}

/// Kinds of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, possibly with hyphens inside.
    Word,
    /// Digits.
    Number,
    /// Anything else but white space, one character.
    Mark,
}

impl Token<'_> {
    /// Where it stands, in bytes.
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}

/// [`char::is_alphanumeric`], told at once of Russian letters: the tables of Unicode are slow for them.
#[inline]
pub fn is_word(c: char) -> bool {
    match c {
        'А'..='я' | 'ё' | 'Ё' => true,
        c if c.is_ascii() => c.is_ascii_alphanumeric(),
        c => c.is_alphanumeric(),
    }
}

/// [`char::is_alphabetic`], told at once of Russian letters.
#[inline]
pub fn is_letter(c: char) -> bool {
    match c {
        'А'..='я' | 'ё' | 'Ё' => true,
        c if c.is_ascii() => c.is_ascii_alphabetic(),
        c => c.is_alphabetic(),
    }
}

/// Lower case, NFC, «ё» as «е»: the form in which words are compared.
pub fn fold(text: &str) -> String {
    if is_plain(text) {
        let mut out = String::with_capacity(text.len());
        out.extend(text.chars().map(|c| match c {
            'А'..='Я' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
            'Ё' | 'ё' => 'е',
            // What is plain besides has no case, or that of ASCII.
            c => c.to_ascii_lowercase(),
        }));
        return out;
    }
    text.nfc()
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'ё' { 'е' } else { c })
        .collect()
}

/// NFC with every run of white space (no-break spaces too) as one space, trimmed.
pub fn collapse(text: &str) -> String {
    let composed: String;
    let text = if is_plain(text) {
        text
    } else {
        composed = text.nfc().collect();
        &composed
    };
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether a text is in NFC by its characters alone: ASCII, Russian letters and usual marks.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_ascii()
            || matches!(
                c,
                'А'..='я' | 'Ё' | 'ё' | '«' | '»' | '–' | '—' | '№' | '\u{a0}' | '…' | '•'
            )
    })
}

/// The Snowball stem of a word.
pub fn stem(word: &str) -> String {
    Stemmer::create(Algorithm::Russian)
        .stem(&fold(word))
        .into_owned()
}

/// Words, numbers and marks in order; white space is left out.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let kind = if is_letter(c) {
            TokenKind::Word
        } else if c.is_numeric() {
            TokenKind::Number
        } else {
            TokenKind::Mark
        };
        let mut end = start + c.len_utf8();
        while let Some(&(at, next)) = chars.peek() {
            let inner_hyphen = next == '-' && text[at + 1..].chars().next().is_some_and(is_letter);
            let goes_on = match kind {
                TokenKind::Word => is_letter(next) || inner_hyphen,
                TokenKind::Number => next.is_numeric(),
                TokenKind::Mark => false,
            };
            if !goes_on {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
        }
        tokens.push(Token {
            text: &text[start..end],
            start,
            kind,
        });
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_keep_hyphenated_words_whole_and_marks_apart() {
        let texts: Vec<&str> = tokens("социально-психологический, 75 %")
            .iter()
            .map(|t| t.text)
            .collect();
        assert_eq!(texts, ["социально-психологический", ",", "75", "%"]);
    }

    #[test]
    fn inflected_forms_share_a_stem_and_yo_is_folded() {
        assert_eq!(stem("Резолюциями"), stem("резолюция"));
        assert_eq!(fold("Ёлка"), "елка");
        assert_eq!(collapse(" а\u{a0} б\n"), "а б");
    }
}
