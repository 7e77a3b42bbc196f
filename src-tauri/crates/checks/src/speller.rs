//! Spelling by a Hunspell dictionary, and words of one's own beside it.

use std::collections::BTreeSet;

use spellbook::Dictionary;
use svod_language::words::fold;

/// Knows words. Loading takes a quarter of a second; keep it.
#[derive(Debug)]
pub struct Speller {
    dictionary: Dictionary,
    /// Words added as they are, folded.
    own: BTreeSet<String>,
}

/// Why a dictionary cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SpellerError {
    /// The dictionary itself cannot be read.
    #[error("the dictionary cannot be read: {reason}")]
    Dictionary {
        /// What its reader said.
        reason: String,
    },
    /// A word is to be inflected like one the dictionary does not have.
    #[error("line {line}: «{model}» is not in the dictionary")]
    UnknownModel {
        /// Line of the supplementary list, from 1.
        line: usize,
        /// The word that was to be the model.
        model: String,
    },
}

impl Speller {
    /// Loads a Hunspell dictionary and a supplementary list: one word a line, as it is, or
    /// `word/model` to take every form its model in the dictionary has («буллинг/рейтинг»).
    /// Empty lines and lines with «#» at the start say nothing.
    ///
    /// # Errors
    /// [`SpellerError`] when the dictionary or a line of the list cannot be used.
    pub fn load(aff: &str, dic: &str, extra: &str) -> Result<Self, SpellerError> {
        let dictionary = Dictionary::new(aff, dic).map_err(|error| SpellerError::Dictionary {
            reason: error.to_string(),
        })?;
        let mut speller = Self {
            dictionary,
            own: BTreeSet::new(),
        };
        let lines: Vec<(usize, &str)> = extra
            .lines()
            .enumerate()
            .map(|(n, line)| (n + 1, line.trim()))
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .collect();
        let models: BTreeSet<&str> = lines
            .iter()
            .filter_map(|(_, line)| line.split_once('/').map(|(_, model)| model.trim()))
            .collect();
        let classes: Vec<(&str, &str)> = dic
            .lines()
            .filter_map(|line| line.trim().split_once('/'))
            .filter(|(word, _)| models.contains(word))
            .collect();
        for (line, entry) in lines {
            let Some((word, model)) = entry.split_once('/') else {
                speller.add(entry);
                continue;
            };
            let (word, model) = (word.trim(), model.trim());
            let mut known = classes
                .iter()
                .filter(|(known, _)| *known == model)
                .peekable();
            if known.peek().is_none() {
                let model = model.to_owned();
                return Err(SpellerError::UnknownModel { line, model });
            }
            // A word of several classes («печь») stands on several lines.
            for (_, class) in known {
                let added = speller.dictionary.add(&format!("{word}/{class}"));
                added.map_err(|error| SpellerError::Dictionary {
                    reason: error.to_string(),
                })?;
            }
        }
        Ok(speller)
    }

    /// Adds one word, in just this form: a person's dictionary.
    pub fn add(&mut self, word: &str) {
        self.own.insert(fold(word));
    }

    /// Whether a word is known as it is written.
    pub fn knows(&self, word: &str) -> bool {
        self.dictionary.check(word) || self.own.contains(&fold(word))
    }

    /// Words it may have been meant to be, the likeliest first. Takes about half a millisecond.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        let mut out = Vec::new();
        self.dictionary.suggest(word, &mut out);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AFF: &str = "SET UTF-8\nTRY аеиг\n\nSFX K Y 2\nSFX K 0 а [^ъ]\nSFX K 0 ом [^ъ]\n";
    const DIC: &str = "2\nрейтинг/K\nшкола\n";

    #[test]
    fn word_takes_the_forms_of_its_model_and_own_words_stand_as_they_are() {
        let speller = Speller::load(AFF, DIC, "# слова\nбуллинг/рейтинг\nкванториум\n").unwrap();
        assert!(speller.knows("буллингом") && speller.knows("Кванториум"));
        assert!(!speller.knows("кванториума") && !speller.knows("шкала"));
        assert!(speller.suggest("шкала").contains(&"школа".to_owned()));
    }

    #[test]
    fn unknown_model_is_named_with_its_line() {
        let error = Speller::load(AFF, DIC, "\nбуллинг/дуэлинг").unwrap_err();
        assert_eq!(
            error.to_string(),
            "line 2: «дуэлинг» is not in the dictionary"
        );
    }
}
