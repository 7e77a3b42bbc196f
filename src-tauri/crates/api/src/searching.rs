//! Finding words in any of their forms: what is indexed of a document, and how it is asked for.

use svod_language::words::{self, TokenKind};
use svod_model::Resolution;
use svod_store::{Indexed, Searchable, sha256};

use crate::view::SearchHit;
use crate::{Error, Library};

/// How many values a sketch has: enough to tell half from two thirds.
const SKETCH: u64 = 48;
/// How many words in a row a value of a sketch is made of.
const SHINGLE: usize = 3;

impl Library {
    /// Titles and directives that hold all the words of the query, in any of their forms, with the
    /// places of the words: documents first, then directives, the newest first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn search(&self, query: &str) -> Result<Vec<SearchHit>, Error> {
        let ask = |terms: &[String]| {
            let stems: Vec<Vec<String>> = terms.iter().map(|term| stems(term)).collect();
            let found = self.store().read().search(&stems);
            found.map_err(|error| self.explain(error))
        };
        let mut terms = terms(query);
        let mut hits = ask(&terms)?;
        // Typed with the keyboard left in Latin letters.
        if hits.is_empty()
            && let Some(meant) = in_russian(query)
        {
            terms = self::terms(&meant);
            hits = ask(&terms)?;
        }
        Ok(hits
            .into_iter()
            .map(|hit| SearchHit {
                document: hit.document,
                title: hit.title,
                directive: hit.directive,
                marks: marks(&hit.shown, &terms),
                text: hit.shown,
            })
            .collect())
    }

    /// Indexes documents the index says nothing of: those of a library that was just upgraded.
    pub(crate) fn index_missing(&self) -> Result<(), Error> {
        let explain = |error| self.explain(error);
        let missing = self.store().read().documents_without_entry();
        for id in missing.map_err(explain)? {
            let mut store = self.store();
            let revision = store.read().newest_revision(&id).map_err(explain)?;
            let indexed = indexed(&revision.resolution);
            store
                .write(|library| library.index(&id, &indexed))
                .map_err(explain)?;
        }
        Ok(())
    }
}

/// What can be found in a resolution: its title block, and each directive with its addressees and
/// the acts it leans on.
pub(crate) fn indexed(resolution: &Resolution) -> Indexed {
    let event = &resolution.event;
    let mut head = vec![resolution.title.as_str()];
    head.extend(
        [
            &event.name,
            &event.theme,
            &event.municipality,
            &event.region,
        ]
        .into_iter()
        .flatten()
        .map(String::as_str),
    );
    head.extend(
        resolution
            .sections
            .iter()
            .filter_map(|section| section.title.as_deref()),
    );
    let year = resolution
        .adopted_on
        .map(|date| date.format("%Y").to_string());
    head.extend(year.as_deref());
    let directives = resolution.directives().map(|(_, group, directive)| {
        let mut words = terms(&directive.text);
        words.extend(terms(&group.heading));
        let leads = directive.lead.iter().chain(&directive.addressee);
        leads.for_each(|text| words.extend(terms(text)));
        let acts = directive.references.iter().map(|act| &act.canonical);
        let bodies = group.bodies.iter().map(|body| &body.name);
        acts.chain(bodies)
            .for_each(|text| words.extend(terms(text)));
        words.sort_unstable();
        words.dedup();
        Searchable {
            directive: directive.id.clone(),
            shown: directive.text.clone(),
            terms: words.join(" "),
        }
    });
    let (fingerprint, sketch) = fingerprint(resolution);
    Indexed {
        head: terms(&head.join(" ")).join(" "),
        directives: directives.collect(),
        fingerprint,
        sketch,
    }
}

/// A name of the directives' words, and the smallest values of their runs of three in so many drawn
/// orders (a MinHash sketch): two texts agree at about as many of them as they share of their words.
fn fingerprint(resolution: &Resolution) -> (String, Vec<i64>) {
    let mut text = String::new();
    for (_, group, directive) in resolution.directives() {
        for part in [group.heading.as_str(), directive.text.as_str()] {
            let folded = words::fold(part);
            let parts = words::tokens(&folded);
            for token in parts.iter().filter(|token| token.kind != TokenKind::Mark) {
                text.push_str(token.text);
                text.push(' ');
            }
        }
    }
    let all: Vec<&str> = text.split_ascii_whitespace().collect();
    let runs: Vec<u64> = all.windows(SHINGLE).map(hash).collect();
    let smallest = |nth: u64| {
        let drawn = runs
            .iter()
            .map(|run| stir(run ^ nth.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
        drawn.min().map(u64::cast_signed)
    };
    let values: Vec<i64> = (1..=SKETCH).filter_map(smallest).collect();
    // A document without directives is like no other: its own title names it.
    let named = if text.is_empty() {
        &resolution.title
    } else {
        &text
    };
    (sha256(named.as_bytes()), values)
}

/// FNV-1a: the same in every version of the program, as kept values have to be.
fn hash(run: &[&str]) -> u64 {
    let bytes = run.iter().flat_map(|word| word.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |value, byte| {
        (value ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

/// Mixes the bits of a number, so that each order drawn from it is an order of its own.
fn stir(mut value: u64) -> u64 {
    value = (value ^ (value >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    value = (value ^ (value >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    value ^ (value >> 33)
}

/// Stems of the words and numbers of a text.
fn terms(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(stem)
        .collect()
}

/// The stem without the vowels it ends in: forms of «музей» have «муз» and «музе» as stems.
fn stem(word: &str) -> String {
    let mut stem = words::stem(word);
    while stem.chars().count() > 3
        && stem.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'й', 'ь'])
    {
        stem.pop();
    }
    stem
}

/// The stems a word may have in the index: «ребёнок» and «ребёнка», «проверка» and «проверок» have a
/// vowel between the last two consonants or none.
fn stems(stem: &str) -> Vec<String> {
    let letters: Vec<char> = stem.chars().collect();
    let mut all = vec![stem.to_owned()];
    let vowel = |c: char| "аеиоуыэюя".contains(c);
    match letters[..] {
        [.., before, 'о' | 'е', last @ ('к' | 'ц')] if letters.len() > 4 && !vowel(before) => {
            let bare = &letters[..letters.len() - 2];
            all.push(bare.iter().chain([&last]).collect());
        }
        [.., before, last @ ('к' | 'ц')] if letters.len() > 2 && !vowel(before) => {
            let bare = &letters[..letters.len() - 1];
            for between in ['о', 'е'] {
                all.push(bare.iter().chain([&between, &last]).collect());
            }
        }
        _ => {}
    }
    // «детьми», «людьми» beside «дети», «люди».
    for (one, other) in [("дет", "детьм"), ("люд", "людьм")] {
        if stem == one {
            all.push(other.to_owned());
        } else if stem == other {
            all.push(one.to_owned());
        }
    }
    all
}

/// What was meant by letters typed on the Latin keyboard, if nothing else was typed.
fn in_russian(query: &str) -> Option<String> {
    const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";
    let typed = query.is_ascii() && query.contains(|c: char| c.is_ascii_alphabetic());
    typed.then(|| {
        let letter = |c: char| {
            let place = LATIN
                .chars()
                .position(|latin| latin == c.to_ascii_lowercase());
            place.and_then(|nth| RUSSIAN.chars().nth(nth)).unwrap_or(c)
        };
        query.chars().map(letter).collect()
    })
}

/// Where words of the query stand in a text, in UTF-16 units as the window counts them.
fn marks(text: &str, terms: &[String]) -> Vec<[u32; 2]> {
    let mut marks = Vec::new();
    let mut at = 0;
    let mut word = String::new();
    let mut began = 0;
    let known: Vec<String> = terms.iter().flat_map(|term| stems(term)).collect();
    let mut close = |word: &mut String, began: u32, at: u32| {
        let stem = stem(word);
        let typed = |last: &String| last.chars().count() > 2 && stem.starts_with(last.as_str());
        if !word.is_empty() && (known.contains(&stem) || terms.last().is_some_and(typed)) {
            marks.push([began, at]);
        }
        word.clear();
    };
    for c in text.chars() {
        if c.is_alphanumeric() {
            if word.is_empty() {
                began = at;
            }
            word.push(c);
        } else {
            close(&mut word, began, at);
        }
        at += u32::try_from(c.len_utf16()).unwrap_or(1);
    }
    close(&mut word, began, at);
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use svod_model::{Directive, Group, Id, Section};

    fn resolution(directives: &[&str]) -> Resolution {
        let directives = directives.iter().map(|text| Directive {
            id: Id::new(*text),
            text: (*text).into(),
            ..Directive::default()
        });
        let group = Group {
            heading: "Руководителям школ".into(),
            directives: directives.collect(),
            ..Group::default()
        };
        Resolution {
            sections: vec![Section {
                groups: vec![group],
                ..Section::default()
            }],
            ..Resolution::default()
        }
    }

    #[test]
    fn a_vowel_that_comes_and_goes_hides_no_form() {
        for (one, other) in [
            ("ребёнок", "ребёнка"),
            ("подросток", "подростков"),
            ("оценок", "оценка"),
            ("проверок", "проверку"),
            ("справок", "справки"),
            ("поддержек", "поддержка"),
            ("список", "списки"),
            ("конец", "концу"),
            ("заявок", "заявки"),
            ("детьми", "дети"),
        ] {
            for (asked, stands) in [(one, other), (other, one)] {
                let stands = stem(stands);
                let found = stems(&stem(asked)).contains(&stands);
                assert!(found, "{asked}: {stands}");
            }
        }
    }

    #[test]
    fn letters_of_the_other_keyboard_are_understood() {
        assert_eq!(in_russian("gtlfujub").as_deref(), Some("педагоги"));
        assert_eq!(in_russian("Vepti").as_deref(), Some("музеш"));
        assert_eq!(in_russian("музей"), None);
        assert_eq!(in_russian("273"), None);
    }

    #[test]
    fn words_are_marked_in_any_form() {
        let text = "провести смотр школьных музеев и музей открыть";
        let marked: Vec<&str> = marks(text, &terms("музеями"))
            .into_iter()
            .map(|[from, to]| {
                let units: Vec<(usize, char)> = text.char_indices().collect();
                let end = units.get(to as usize).map_or(text.len(), |(at, _)| *at);
                &text[units[from as usize].0..end]
            })
            .collect();
        assert_eq!(marked, ["музеев", "музей"]);
    }

    #[test]
    fn the_same_words_have_one_fingerprint_whatever_their_marks() {
        let one = fingerprint(&resolution(&["Провести смотр;", "открыть музей."]));
        let same = fingerprint(&resolution(&["провести смотр", "«Открыть» музей"]));
        let other = fingerprint(&resolution(&["провести смотр", "закрыть музей"]));
        assert_eq!(one, same);
        assert_ne!(one.0, other.0);
    }
}
