use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use svod_checks::{ActRegister, Context, Finding, Ignored, Rule, Speller};
use svod_model::{Directive, Id, Resolution};

use crate::view::{ActsView, DraftAdvice};
use crate::{Error, ErrorCode, Library};

/// The settings under which the person's words and their register of acts are kept.
const WORDS: &str = "words";
const ACTS: &str = "acts";

/// The dictionary, loaded by the first check of a draft: it takes a quarter of a second.
static DICTIONARY: OnceLock<Option<Mutex<Loaded>>> = OnceLock::new();

/// A speller with the person's words it has been told.
struct Loaded {
    speller: Speller,
    told: BTreeSet<String>,
}

impl Library {
    /// Runs the drafting rules over a document's newest revision.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`] if there is none of that id.
    pub fn check(&self, id: &Id) -> Result<Vec<Finding>, Error> {
        Ok(svod_checks::check_plain(&self.document(id)?.resolution))
    }

    /// Runs every rule over a draft as it stands: with spelling, last year's targets and the
    /// person's register of acts; without what was switched off or refused.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`] if there is none of that id.
    pub fn check_draft(&self, id: &Id) -> Result<DraftAdvice, Error> {
        let draft = {
            let mut drafts = self.drafts();
            self.opened(&mut drafts, id)?.clone()
        };
        Ok(DraftAdvice {
            findings: self.findings(id, &draft.resolution)?,
            refused: u32::try_from(self.stored_refusals(id)?.len()).unwrap_or(u32::MAX),
            kept: draft.kept,
        })
    }

    /// What still speaks against letting a document out: the same rules over it as it stands, whether
    /// it is being edited or not.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`] if there is none of that id.
    pub fn readiness(&self, id: &Id) -> Result<Vec<Finding>, Error> {
        self.findings(id, &self.document(id)?.resolution)
    }

    fn findings(&self, id: &Id, resolution: &Resolution) -> Result<Vec<Finding>, Error> {
        let previous = self.previous(id)?;
        let off: BTreeSet<Rule> = self.settings()?.rules_off.into_iter().collect();
        let ignored = self.ignored(id)?;
        let own = self
            .own_acts()?
            .and_then(|text| ActRegister::parse(&text).ok());
        let words = self.words()?;
        let loaded = DICTIONARY.get_or_init(load).as_ref().map(|loaded| {
            let mut loaded = loaded.lock().unwrap_or_else(PoisonError::into_inner);
            for word in &words {
                if loaded.told.insert(word.clone()) {
                    loaded.speller.add(word);
                }
            }
            loaded
        });
        let context = Context {
            acts: own.as_ref().unwrap_or_else(|| ActRegister::shipped()),
            speller: loaded.as_ref().map(|loaded| &loaded.speller),
            previous: &previous,
            off: &off,
            ignored: &ignored,
        };
        Ok(svod_checks::check(resolution, &context))
    }

    /// Refuses a piece of advice in a document, or takes that back.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn ignore_advice(
        &self,
        id: &Id,
        advice: &Ignored,
        refused: bool,
    ) -> Result<DraftAdvice, Error> {
        let text = serde_json::to_string(advice)
            .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
        self.store()
            .write(|library| library.ignore(id, &text, refused))
            .map_err(|error| self.explain(error))?;
        self.check_draft(id)
    }

    /// Takes back every refusal in a document.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn ignore_nothing(&self, id: &Id) -> Result<DraftAdvice, Error> {
        let stored = self.stored_refusals(id)?;
        self.store()
            .write(|library| {
                stored
                    .iter()
                    .try_for_each(|advice| library.ignore(id, advice, false))
            })
            .map_err(|error| self.explain(error))?;
        self.check_draft(id)
    }

    /// Other spellings of a word, the likeliest first.
    pub fn suggest_spelling(&self, word: &str) -> Vec<String> {
        let loaded = DICTIONARY.get_or_init(load).as_ref();
        loaded.map_or_else(Vec::new, |loaded| {
            let loaded = loaded.lock().unwrap_or_else(PoisonError::into_inner);
            loaded.speller.suggest(word)
        })
    }

    /// Adds a word to the person's dictionary.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_word(&self, word: &str) -> Result<(), Error> {
        let mut words = self.words()?;
        words.insert(word.trim().to_owned());
        let text = words.into_iter().collect::<Vec<_>>().join("\n");
        self.store()
            .write(|library| library.set_setting(WORDS, &text))
            .map_err(|error| self.explain(error))
    }

    /// The register of acts in use.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn acts(&self) -> Result<ActsView, Error> {
        let own = self.own_acts()?;
        Ok(ActsView {
            own: own.is_some(),
            text: own.unwrap_or_else(|| ActRegister::SHIPPED.to_owned()),
        })
    }

    /// Takes a register of acts into use, or the shipped one again.
    ///
    /// # Errors
    /// [`ErrorCode::RegisterUnreadable`] with the line that cannot be read; the register in use
    /// stays.
    pub fn set_acts(&self, text: Option<&str>) -> Result<ActsView, Error> {
        if let Some(text) = text {
            ActRegister::parse(text).map_err(|error| {
                Error::new(ErrorCode::RegisterUnreadable)
                    .with("line", error.line().to_string())
                    .because(error)
            })?;
        }
        self.store()
            .write(|library| library.set_setting(ACTS, text.unwrap_or_default()))
            .map_err(|error| self.explain(error))?;
        self.acts()
    }

    pub(crate) fn own_acts(&self) -> Result<Option<String>, Error> {
        let stored = self
            .store()
            .read()
            .setting(ACTS)
            .map_err(|error| self.explain(error))?;
        Ok(stored.filter(|text| !text.trim().is_empty()))
    }

    fn words(&self) -> Result<BTreeSet<String>, Error> {
        let stored = self
            .store()
            .read()
            .setting(WORDS)
            .map_err(|error| self.explain(error))?;
        Ok(stored
            .unwrap_or_default()
            .lines()
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect())
    }

    fn ignored(&self, id: &Id) -> Result<BTreeSet<Ignored>, Error> {
        // Advice of rules an older program does not know says nothing to it.
        Ok(self
            .stored_refusals(id)?
            .iter()
            .filter_map(|advice| serde_json::from_str(advice).ok())
            .collect())
    }

    fn stored_refusals(&self, id: &Id) -> Result<Vec<String>, Error> {
        self.store()
            .read()
            .ignored(id)
            .map_err(|error| self.explain(error))
    }

    /// Last year's directive by the id of this year's.
    fn previous(&self, id: &Id) -> Result<BTreeMap<Id, Directive>, Error> {
        let (carry, ancestors) = self.carried_over(id)?;
        let Some(carry) = carry else {
            return Ok(BTreeMap::new());
        };
        let last = self.document(&carry.source)?.resolution;
        Ok(ancestors
            .into_iter()
            .filter_map(|(became, from)| Some((became, last.directive(&from.directive)?.clone())))
            .collect())
    }
}

/// The dictionary that comes with the program, and the words of its field. A dictionary that
/// cannot be loaded leaves words unchecked; the tests see that it can.
fn load() -> Option<Mutex<Loaded>> {
    let speller = Speller::load(
        include_str!("../../../../assets/spelling/ru.aff"),
        include_str!("../../../../assets/spelling/ru.dic"),
        include_str!("../../../../assets/spelling/education.txt"),
    );
    speller.ok().map(|speller| {
        Mutex::new(Loaded {
            speller,
            told: BTreeSet::new(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Access;
    use crate::view::{ImportOutcome, Settings};

    const TEXT: &str = "РЕШЕНИЕ\nсовещания\n\nпринято 25.08.2026\n\nРуководителям школ:\n\
        - провести смотр школьных музеев до 15 мая 2027 года;\n\
        - утвердить план професионального обучения до 1 октября 2026 года.";

    fn library() -> (tempfile::TempDir, Library, Id) {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(&folder.path().join("l.svod"), Access::Change).unwrap();
        let outcome = library.import_bytes("р.txt", TEXT.into(), crate::library::OWN_SHELF);
        let ImportOutcome::Imported { card, .. } = outcome.unwrap() else {
            panic!("not imported");
        };
        (folder, library, card.id)
    }

    fn misspelt(advice: &DraftAdvice) -> Vec<Finding> {
        let of_words = |finding: &&Finding| finding.rule == Rule::Spelling;
        advice.findings.iter().filter(of_words).cloned().collect()
    }

    #[test]
    fn misspelt_word_is_found_refused_here_learnt_or_switched_off_everywhere() {
        let (_folder, library, id) = library();
        let found = misspelt(&library.check_draft(&id).unwrap());
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].quote.as_deref(), Some("професионального"));
        let suggested = library.suggest_spelling("професионального");
        assert_eq!(
            suggested.first().map(String::as_str),
            Some("профессионального")
        );

        let refusal = Ignored {
            rule: Rule::Spelling,
            place: found[0].directive.clone(),
            quote: found[0].quote.clone(),
        };
        let advice = library.ignore_advice(&id, &refusal, true).unwrap();
        assert!(misspelt(&advice).is_empty());
        assert_eq!(advice.refused, 1);
        assert_eq!(misspelt(&library.ignore_nothing(&id).unwrap()).len(), 1);

        let settings = Settings {
            rules_off: vec![Rule::Spelling],
            ..library.settings().unwrap()
        };
        library.set_settings(settings).unwrap();
        assert!(misspelt(&library.check_draft(&id).unwrap()).is_empty());
        library.set_settings(Settings::default()).unwrap();
        library.add_word("професионального").unwrap();
        assert!(misspelt(&library.check_draft(&id).unwrap()).is_empty());
    }

    #[test]
    fn register_of_acts_is_the_persons_to_change_and_a_broken_one_is_refused() {
        let (_folder, library, _) = library();
        let shipped = library.acts().unwrap();
        assert!(!shipped.own);
        let error = library.set_acts(Some("указ | 1")).unwrap_err();
        assert_eq!(error.code, ErrorCode::RegisterUnreadable);
        let own = library.set_acts(Some(&shipped.text)).unwrap();
        assert!(own.own);
        assert!(!library.set_acts(None).unwrap().own);
    }
}
