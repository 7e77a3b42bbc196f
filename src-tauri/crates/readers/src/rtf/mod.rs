//! Rich Text Format: groups, control words and text in a stream of bytes.
//!
//! Numbers of lists stand in the file as text (`\listtext`), so nothing is counted here. Text comes
//! as Unicode (`\u1055`), as bytes of the font's code page (`\'cf`) or as plain ASCII. Source of the
//! rules: the RTF specification 1.9.1.

mod state;
mod tokens;

use crate::ReadError;
use crate::manuscript::Manuscript;
use state::State;
use tokens::{Token, Tokens};

/// Most groups open at once; real files stay under 40. What is deeper is read as if it were at
/// this depth.
const DEPTH_LIMIT: usize = 4_000;

/// Reads a file.
pub(crate) fn manuscript(bytes: &[u8]) -> Result<Manuscript, ReadError> {
    let mut state = State::default();
    let mut depth = 0usize;
    for token in Tokens::new(bytes) {
        match token {
            Token::Open => {
                depth += 1;
                if depth > DEPTH_LIMIT {
                    return Err(ReadError::Bomb {
                        detail: "groups nested too deep".into(),
                    });
                }
                state.open();
            }
            Token::Close => {
                depth = depth.saturating_sub(1);
                state.close();
                if depth == 0 {
                    break;
                }
            }
            Token::Word(word, value) => state.word(word, value),
            Token::Symbol(symbol) => state.symbol(symbol),
            Token::Hex(byte) => state.bytes(&[byte]),
            Token::Text(text) => state.bytes(text),
        }
    }
    Ok(state.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(rtf: &str) -> Vec<(Option<String>, String)> {
        let found = manuscript(rtf.as_bytes()).unwrap();
        found
            .lines
            .into_iter()
            .map(|line| (line.label, line.text))
            .collect()
    }

    fn texts(rtf: &str) -> Vec<String> {
        lines(rtf).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn russian_comes_as_unicode_and_as_bytes_of_the_code_page() {
        let bytes = r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}\'d8\'ea\'ee\'eb\'e0\par}";
        assert_eq!(texts(bytes), ["Школа"]);
        let charset = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 Б;}}\f1 \'d8\'ea\'ee\'eb\'e0\par}";
        assert_eq!(texts(charset), ["Школа"]);
        let unicode = r"{\rtf1\ansi\uc1\u1064?\u1082\u1072? 5\par}";
        assert_eq!(texts(unicode), ["Шка 5"]);
    }

    #[test]
    fn numbers_stand_in_the_file_and_deleted_words_do_not_count() {
        let rtf = r"{\rtf1{\listtext\f0 1.1.\tab}first{\deleted  gone}\par{\pntext -\tab}second\line third\par}";
        let expected = [
            (Some("1.1.".to_owned()), "first".to_owned()),
            (Some("-".to_owned()), "second".to_owned()),
            (None, "third".to_owned()),
        ];
        assert_eq!(lines(rtf), expected);
        assert_eq!(manuscript(rtf.as_bytes()).unwrap().tracked_changes, 1);
    }

    #[test]
    fn bold_paragraphs_are_set_off() {
        let rtf = r"{\rtf1 \pard\plain \s1\rtlch\ab \ltrch\qc\ltrpar\b{\loch \u171\'ab\u1042\'3f\u1086\'3f}\par \pard\plain {\b\b0 plain}\par}";
        let found = manuscript(rtf.as_bytes()).unwrap();
        let bold: Vec<bool> = found.lines.iter().map(|line| line.bold).collect();
        assert_eq!(bold, [true, false]);
    }

    #[test]
    fn rows_keep_every_cell_and_heads_of_pages_stay_apart() {
        let rtf = r"{\rtf1{\header Head\par}{\*\generator X;}\trowd\intbl a\cell b\par c\cell\row\pard text\_x\emdash\par}";
        assert_eq!(texts(rtf), ["a\tb\u{2028}c", "text-x—"]);
    }

    #[test]
    fn a_bomb_of_braces_is_refused() {
        let bomb = format!("{{\\rtf1{}", "{".repeat(200_000));
        assert!(matches!(
            manuscript(bomb.as_bytes()),
            Err(ReadError::Bomb { .. })
        ));
    }
}
