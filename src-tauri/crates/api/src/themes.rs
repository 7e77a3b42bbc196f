//! The list of themes: the program's or the library's own, and what its words catch.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError};

use serde::{Deserialize, Serialize};
use svod_language::themes::{MOST_THEMES, Said, Theme, ThemeList, said};
use svod_model::Id;

use crate::view::{ExamplePiece, SignCount, ThemeEntry, ThemeExample, ThemesTrial, ThemesView};
use crate::{Error, ErrorCode, Library};

/// The settings under which the library's own list is kept, and the one before the last change.
const THEMES: &str = "themes";
const BEFORE: &str = "themes-before";
/// What stands for the list of the program.
const SHIPPED: &str = "shipped";
/// So many directives are looked at while a person types: they stay in memory.
const LOOKED_AT: usize = 20_000;
/// So many examples are shown, and so many of one document.
const EXAMPLES: usize = 8;
const OF_ONE_DOCUMENT: usize = 2;

/// A theme as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    slug: String,
    name: String,
    words: String,
    #[serde(default)]
    off: bool,
    bit: u32,
}

/// The newest texts of the library with their words.
#[derive(Debug)]
pub(crate) struct Texts {
    /// The documents they were read from: another revision is another text.
    of: Vec<(Id, i64)>,
    documents: Vec<TextsOf>,
    directives: usize,
}

#[derive(Debug)]
struct TextsOf {
    document: Id,
    title: String,
    texts: Vec<Text>,
}

#[derive(Debug)]
struct Text {
    directive: Id,
    text: String,
    words: Vec<Said>,
}

impl Library {
    /// The list of themes in use.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn themes(&self) -> Result<ThemesView, Error> {
        let before = self.theme_setting(BEFORE)?;
        let kept = self.kept_themes()?;
        Ok(ThemesView {
            themes: kept.iter().map(Kept::entry).collect(),
            own: self.theme_setting(THEMES)?.is_some(),
            can_undo: before.is_some(),
        })
    }

    /// Takes a list of themes into use, or that of the program again; documents are looked at anew by
    /// the next [`Library::find_families`].
    ///
    /// # Errors
    /// [`ErrorCode::ThemesRefused`] for a theme without a name or of a name another has, and for too many.
    pub fn keep_themes(&self, themes: Option<&[ThemeEntry]>) -> Result<ThemesView, Error> {
        let next = match themes {
            Some(themes) => {
                let text = serde_json::to_string(&self.to_be_kept(themes)?);
                Some(text.map_err(|error| Error::new(ErrorCode::Internal).because(error))?)
            }
            None => None,
        };
        self.change_themes(next)
    }

    /// Takes the last change of the list back; done once more, it is there again.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn undo_themes(&self) -> Result<ThemesView, Error> {
        match self.theme_setting(BEFORE)? {
            Some(before) => self.change_themes(Some(before).filter(|text| text != SHIPPED)),
            None => self.themes(),
        }
    }

    fn change_themes(&self, next: Option<String>) -> Result<ThemesView, Error> {
        let before = self.theme_setting(THEMES)?;
        if before != next {
            self.store()
                .write(|library| {
                    library.set_setting(BEFORE, before.as_deref().unwrap_or(SHIPPED))?;
                    library.set_setting(THEMES, next.as_deref().unwrap_or_default())
                })
                .map_err(|error| self.explain(error))?;
            // What was compared last has the themes it was compared with.
            let compared = self.last_compared.lock();
            *compared.unwrap_or_else(PoisonError::into_inner) = None;
        }
        self.themes()
    }

    /// The themes directives fall under.
    pub(crate) fn theme_list(&self) -> Result<Cow<'static, ThemeList>, Error> {
        Ok(match self.theme_setting(THEMES)? {
            Some(_) => Cow::Owned(list(&self.kept_themes()?)),
            None => Cow::Borrowed(ThemeList::shipped()),
        })
    }

    /// What a list of themes would catch: of each theme how much, and of the theme at a place, or of
    /// what has none, which directives.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn try_themes(&self, themes: &[ThemeEntry], at: Option<u32>) -> Result<ThemesTrial, Error> {
        let texts = self.theme_texts()?;
        let kept: Vec<Kept> = (0..).zip(themes).map(|(bit, one)| one.kept(bit)).collect();
        let list = list(&kept);
        let looked_at = at.and_then(|at| list.all().get(at as usize));
        let signs = looked_at.map(Theme::signs).unwrap_or_default();
        let mut trial = ThemesTrial {
            counts: vec![0; themes.len()],
            directives: count(texts.directives),
            documents: count(texts.documents.len()),
            all_documents: count(texts.of.len()),
            signs: signs
                .iter()
                .map(|sign| SignCount {
                    written: sign.written.clone(),
                    directives: 0,
                })
                .collect(),
            ..ThemesTrial::default()
        };
        // The same sentence in another year or district is no other example.
        let mut met = BTreeSet::new();
        for document in &texts.documents {
            let (mut themed, mut shown) = (0, 0);
            for text in &document.texts {
                let found = list.of_said(&text.words);
                for theme in &found {
                    trial.counts[theme.bit as usize] += 1;
                }
                trial.without += u32::from(found.is_empty());
                themed += usize::from(!found.is_empty());
                let mut spots = Vec::new();
                for (sign, told) in signs.iter().zip(&mut trial.signs) {
                    let before = spots.len();
                    spots.extend(sign.spots(&text.words));
                    told.directives += u32::from(spots.len() > before);
                }
                let falls = match looked_at {
                    Some(theme) => found.iter().any(|one| one.bit == theme.bit),
                    None => found.is_empty(),
                };
                if !falls {
                    trial.crowded += u32::from(!spots.is_empty() && found.len() > 1);
                    continue;
                }
                shown += 1;
                trial.caught += 1;
                let is_room = shown <= OF_ONE_DOCUMENT && trial.examples.len() < EXAMPLES;
                if is_room && met.insert(letters(&text.text)) {
                    trial.examples.push(ThemeExample {
                        document: document.document.clone(),
                        title: document.title.clone(),
                        directive: text.directive.clone(),
                        pieces: pieces(&text.text, spots),
                    });
                }
            }
            trial.documents_with += u32::from(shown > 0);
            trial.documents_without += u32::from(themed == 0);
        }
        // Of a theme that is switched off the words are told, and nothing is crowded out.
        if looked_at.is_some_and(|theme| theme.off) {
            trial.crowded = 0;
        }
        Ok(trial)
    }

    /// The newest texts, read once.
    fn theme_texts(&self) -> Result<Arc<Texts>, Error> {
        let explain = |error| self.explain(error);
        let of = self.store().read().counted_documents().map_err(explain)?;
        let lock = || {
            self.theme_texts
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(known) = lock().clone().filter(|known| known.of == of) {
            return Ok(known);
        }
        let (mut documents, mut directives) = (Vec::new(), 0);
        for (id, _) in &of {
            if directives >= LOOKED_AT {
                break;
            }
            // One document at a time: between two the window gets its turn.
            let newest = self.store().read().newest_revision(id).map_err(explain)?;
            let texts: Vec<Text> = newest
                .resolution
                .directives()
                .map(|(_, _, directive)| {
                    let text = directive.whole();
                    Text {
                        directive: directive.id.clone(),
                        words: said(&text, true),
                        text,
                    }
                })
                .collect();
            directives += texts.len();
            documents.push(TextsOf {
                document: id.clone(),
                title: newest.resolution.title.clone(),
                texts,
            });
        }
        let texts = Arc::new(Texts {
            of,
            documents,
            directives,
        });
        *lock() = Some(Arc::clone(&texts));
        Ok(texts)
    }

    fn theme_setting(&self, name: &str) -> Result<Option<String>, Error> {
        let stored = self.store().read().setting(name);
        let stored = stored.map_err(|error| self.explain(error))?;
        Ok(stored.filter(|text| !text.is_empty()))
    }

    /// The list in use as it is kept.
    fn kept_themes(&self) -> Result<Vec<Kept>, Error> {
        let Some(text) = self.theme_setting(THEMES)? else {
            return Ok(shipped());
        };
        serde_json::from_str(&text).map_err(|error| Error::new(ErrorCode::Internal).because(error))
    }

    /// A list a person made, each theme with the bit it had; a new one gets a bit that says nothing in
    /// marks made so far, as long as there is one.
    fn to_be_kept(&self, themes: &[ThemeEntry]) -> Result<Vec<Kept>, Error> {
        let refused = || Error::new(ErrorCode::ThemesRefused);
        if themes.len() > MOST_THEMES as usize {
            return Err(refused().with("name", ""));
        }
        let known = self.kept_themes()?;
        let bit_of = |slug: &str| known.iter().find(|one| one.slug == slug).map(|one| one.bit);
        let mut taken: BTreeSet<u32> = themes.iter().filter_map(|one| bit_of(&one.slug)).collect();
        let old: BTreeSet<u32> = known.iter().map(|one| one.bit).collect();
        let (mut names, mut slugs) = (BTreeSet::new(), BTreeSet::new());
        let mut kept = Vec::new();
        for one in themes {
            let name = one.name.trim();
            let is_new = names.insert(name.to_lowercase());
            let is_own = one.slug.is_empty() || slugs.insert(one.slug.clone());
            if name.is_empty() || !is_new || !is_own {
                return Err(refused().with("name", name));
            }
            let bit = bit_of(&one.slug).or_else(|| {
                let free = |bit: &u32| !taken.contains(bit);
                let fresh = (0..MOST_THEMES).find(|bit| free(bit) && !old.contains(bit));
                fresh.or_else(|| (0..MOST_THEMES).find(free))
            });
            let bit = bit.ok_or_else(|| refused().with("name", name))?;
            taken.insert(bit);
            kept.push(one.kept(bit));
        }
        let mut number = 1;
        for at in 0..kept.len() {
            if !kept[at].slug.is_empty() {
                continue;
            }
            let is_taken =
                |slug: &str, kept: &[Kept]| kept.iter().chain(&known).any(|one| one.slug == slug);
            while is_taken(&format!("own-{number}"), &kept) {
                number += 1;
            }
            kept[at].slug = format!("own-{number}");
        }
        Ok(kept)
    }
}

impl Kept {
    fn entry(&self) -> ThemeEntry {
        ThemeEntry {
            slug: self.slug.clone(),
            name: self.name.clone(),
            words: self.words.clone(),
            off: self.off,
        }
    }
}

impl ThemeEntry {
    fn kept(&self, bit: u32) -> Kept {
        Kept {
            slug: self.slug.clone(),
            name: self.name.trim().to_owned(),
            words: self.words.trim().to_owned(),
            off: self.off,
            bit,
        }
    }
}

fn shipped() -> Vec<Kept> {
    let themes = ThemeList::shipped().all().iter();
    themes
        .map(|theme| Kept {
            slug: theme.slug.clone(),
            name: theme.name.clone(),
            words: theme.words.clone(),
            off: false,
            bit: theme.bit,
        })
        .collect()
}

fn list(kept: &[Kept]) -> ThemeList {
    let themes = kept.iter().map(|one| {
        let mut theme = Theme::new(&one.slug, &one.name, &one.words, one.bit);
        theme.off = one.off;
        theme
    });
    ThemeList::new(themes.collect())
}

/// A text parted where words of a theme stand.
fn pieces(text: &str, mut spots: Vec<std::ops::Range<usize>>) -> Vec<ExamplePiece> {
    spots.sort_by_key(|spot| (spot.start, spot.end));
    let mut pieces = Vec::new();
    let mut add = |part: &str, caught| {
        if !part.is_empty() {
            pieces.push(ExamplePiece {
                text: part.to_owned(),
                caught,
            });
        }
    };
    let mut done = 0;
    for spot in spots {
        let start = spot.start.max(done);
        if spot.end <= start {
            continue;
        }
        add(text.get(done..start).unwrap_or_default(), false);
        add(text.get(start..spot.end).unwrap_or_default(), true);
        done = spot.end;
    }
    add(text.get(done..).unwrap_or_default(), false);
    pieces
}

/// A text without all that is no letter.
fn letters(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
