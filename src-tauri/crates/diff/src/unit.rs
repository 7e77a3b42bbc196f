//! A directive as the comparison sees it: its words without dates, numbers and names of bodies, and
//! what they stand for.

use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use regex::Regex;
use svod_language::addressees::{self, Class};
use svod_language::lexicon::{self, Sort};
use svod_language::words::{collapse, fold, stem};
use svod_model::{Directive, Group, Resolution};

use crate::Part;
use crate::thresholds as t;
use crate::vocabulary::{Term, Vocabulary, Weights};
use crate::watch::{Phase, Stopped, Watch};

const STOP: &[&str] = &[
    "в",
    "во",
    "на",
    "с",
    "со",
    "по",
    "к",
    "ко",
    "о",
    "об",
    "и",
    "или",
    "для",
    "при",
    "из",
    "за",
    "под",
    "от",
    "до",
    "не",
    "их",
    "а",
    "его",
    "ее",
    "что",
    "как",
    "также",
    "том",
    "числе",
    "через",
    "между",
    "этом",
    "это",
    "всех",
    "все",
    "т",
    "д",
    "п",
    "г",
    "гг",
    "года",
    "году",
    "год",
    "срок",
    "менее",
    "более",
    "чем",
    "где",
    "того",
    "тех",
    "которые",
    "которых",
    "после",
];
/// Numbers, percentages and years: typed facts, not wording.
static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[0-9]+(?:[.,][0-9]+)?\s*(?:%|процент[а-я]*)?").ok());
static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"«([^«»]{3,80})»").ok());

/// One directive with what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Unit<'a> {
    pub(crate) directive: &'a Directive,
    pub(crate) group: &'a Group,
    /// Outlives the document it was read from, so that it can be kept between two comparisons.
    pub(crate) known: Arc<Known>,
}

impl Deref for Unit<'_> {
    type Target = Known;

    fn deref(&self) -> &Known {
        &self.known
    }
}

/// What a directive says, in numbers and sets.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// The text in comparable form.
    pub(crate) plain: String,
    /// The text without dates, numbers and case.
    pub(crate) masked: String,
    /// Stems of its content words in order.
    pub(crate) stems: Vec<Term>,
    /// Its wording: stems by weight.
    pub(crate) wording: Weights,
    /// What it says: things by their group in the lexicon, other words by their beginning.
    pub(crate) sense: Weights,
    /// Its letters, four by four: what stems tear apart («мониторинг», «мониторить»).
    pub(crate) letters: Weights,
    /// The things it names, by their group in the lexicon.
    pub(crate) objects: Weights,
    /// The words of the text that name each thing.
    pub(crate) named: Vec<(Term, String)>,
    /// Quoted names as they stand.
    pub(crate) quoted: Vec<String>,
    /// The thing it names first.
    pub(crate) first_object: Option<Term>,
    /// What these things belong to, by the themes of the lexicon.
    pub(crate) themes: Weights,
    pub(crate) bigrams: BTreeSet<(Term, Term)>,
    /// Quoted names, folded, as terms.
    pub(crate) names: BTreeSet<Term>,
    /// Legal acts by number.
    pub(crate) acts: BTreeSet<String>,
    pub(crate) measures: BTreeSet<&'static str>,
    pub(crate) populations: BTreeSet<&'static str>,
    pub(crate) verbs: BTreeSet<&'static str>,
    pub(crate) classes: BTreeSet<Class>,
}

/// Every directive of both documents, in order, with weights by rarity.
pub(crate) fn units<'a>(
    old: &'a Resolution,
    new: &'a Resolution,
    watch: &Watch<'_>,
) -> Result<(Vec<Unit<'a>>, Vec<Unit<'a>>, Vocabulary), Stopped> {
    let mut vocabulary = Vocabulary::default();
    let all = old.directives().count() + new.directives().count();
    let mut done = 0;
    let mut read = |resolution: &Resolution| -> Result<Vec<Known>, Stopped> {
        resolution
            .directives()
            .map(|(_, group, directive)| {
                watch.at(Phase::Reading, done, all)?;
                done += 1;
                Ok(known(group, directive, &mut vocabulary))
            })
            .collect()
    };
    let (mut old_known, mut new_known) = (read(old)?, read(new)?);
    for unit in old_known.iter().chain(&new_known) {
        let terms: BTreeSet<Term> = [
            &unit.wording,
            &unit.sense,
            &unit.letters,
            &unit.objects,
            &unit.themes,
        ]
        .iter()
        .flat_map(|weights| weights.iter())
        .map(|(term, _)| term)
        .collect();
        vocabulary.count(terms.into_iter());
    }
    for unit in old_known.iter_mut().chain(&mut new_known) {
        for weights in [
            &mut unit.wording,
            &mut unit.sense,
            &mut unit.letters,
            &mut unit.objects,
            &mut unit.themes,
        ] {
            weights.by_rarity(&vocabulary);
        }
    }
    Ok((
        with_known(old, old_known.into_iter().map(Arc::new)),
        with_known(new, new_known.into_iter().map(Arc::new)),
        vocabulary,
    ))
}

/// The directives of a document beside what is known of each, in order.
pub(crate) fn with_known(
    resolution: &Resolution,
    known: impl Iterator<Item = Arc<Known>>,
) -> Vec<Unit<'_>> {
    resolution
        .directives()
        .zip(known)
        .map(|((_, group, directive), known)| Unit {
            directive,
            group,
            known,
        })
        .collect()
}

fn known(group: &Group, directive: &Directive, vocabulary: &mut Vocabulary) -> Known {
    let text = directive.text.as_str();
    let dateless = dateless(directive);
    let bare = numberless(&dateless);
    let words = all_words(&dateless);
    let met = lexicon::find(&words);
    // What each word is to the lexicon.
    let mut roles: Vec<Role> = vec![Role::default(); words.len()];
    let mut sets: [BTreeSet<&'static str>; 3] = Default::default();
    for met in &met {
        for place in met.words.clone() {
            let role = &mut roles[place];
            match met.sort {
                Sort::Object => role.objects.push(met.key),
                Sort::Frame | Sort::Verb => role.frame = true,
                Sort::Measure | Sort::Population => role.kind = true,
            }
        }
        match met.sort {
            Sort::Measure => sets[0].insert(met.key),
            Sort::Population => sets[1].insert(met.key),
            Sort::Verb => sets[2].insert(met.key),
            Sort::Object | Sort::Frame => false,
        };
    }
    let named = met
        .iter()
        .filter(|met| met.sort == Sort::Object)
        .map(|met| {
            let thing = vocabulary.number(&format!("={}", met.key));
            (thing, words[met.words.clone()].join(" "))
        })
        .collect();
    let [measures, populations, verbs] = sets;
    let mut parts = Parts::default();
    let telling = words.iter().zip(&roles).filter(|(word, _)| tells(word));
    for (n, (word, role)) in telling.enumerate() {
        let place = if n < t::HEAD { 1.0 } else { t::TAIL };
        parts.add(word, role, place, vocabulary);
    }
    let stems = parts.stems.clone();
    let lead = all_words(directive.lead.as_deref().unwrap_or_default());
    for word in lead.iter().filter(|word| tells(word)) {
        parts.add(word, &Role::default(), t::LEAD, vocabulary);
    }
    let bigrams = stems.windows(2).map(|two| (two[0], two[1])).collect();
    let quoted: Vec<String> = NAME
        .iter()
        .flat_map(|pattern| pattern.captures_iter(text))
        .filter_map(|found| found.get(1))
        .map(|name| name.as_str().to_owned())
        .collect();
    let names = quoted
        .iter()
        .map(|name| vocabulary.number(&format!("«{}", fold(name))))
        .collect();
    let acts = directive
        .references
        .iter()
        .filter_map(|reference| reference.number.clone())
        .collect();
    let classes = match &directive.addressee {
        Some(own) => [addressees::class(own)].into(),
        None => group
            .addressees
            .iter()
            .map(|body| addressees::class(body))
            .collect(),
    };
    Known {
        plain: comparable(text),
        masked: words_of(&bare),
        stems,
        wording: Weights::new(parts.wording),
        sense: Weights::new(parts.sense),
        letters: Weights::new(parts.letters),
        named,
        quoted,
        first_object: parts.first_object,
        objects: Weights::new(parts.objects),
        themes: Weights::new(parts.themes),
        bigrams,
        names,
        acts,
        measures,
        populations,
        verbs,
        classes,
    }
}

impl Unit<'_> {
    /// The directive as the comparison names it.
    pub(crate) fn part(&self) -> Part {
        Part {
            id: self.directive.id.clone(),
            text: self.directive.text.clone(),
        }
    }
}

/// What a word is to the lexicon.
#[derive(Clone, Debug, Default)]
struct Role {
    objects: Vec<&'static str>,
    frame: bool,
    kind: bool,
}

/// The vectors of a directive while they are gathered.
#[derive(Default)]
struct Parts {
    stems: Vec<Term>,
    wording: Vec<(Term, f64)>,
    sense: Vec<(Term, f64)>,
    letters: Vec<(Term, f64)>,
    objects: Vec<(Term, f64)>,
    themes: Vec<(Term, f64)>,
    first_object: Option<Term>,
}

impl Parts {
    fn add(&mut self, word: &str, role: &Role, place: f64, vocabulary: &mut Vocabulary) {
        let named = !role.objects.is_empty();
        let weight = place
            * match (named, role.frame, role.kind) {
                (true, ..) => 1.0,
                (false, true, _) => t::PROCESS,
                (false, false, true) => t::KIND,
                (false, false, false) => 1.0,
            };
        let stem = one_thing(stem(word));
        let number = vocabulary.number(&stem);
        self.stems.push(number);
        self.wording.push((number, weight));
        for key in &role.objects {
            let thing = vocabulary.number(&format!("={key}"));
            self.sense.push((thing, weight * t::THING));
            // What is also a form of work («обмен опытом») says less of what is worked on.
            let share = if role.kind { t::FORM } else { 1.0 };
            self.objects.push((thing, place * share));
            if self.first_object.is_none() && !role.kind {
                self.first_object = Some(thing);
            }
            for theme in lexicon::themes(key) {
                let theme = vocabulary.number(&format!("#{theme}"));
                self.themes.push((theme, place * share));
            }
        }
        let root: String = word.chars().take(t::ROOT).collect();
        let root = vocabulary.number(&format!("{root}-"));
        let share = if named { t::NAMED_ROOT } else { 1.0 };
        self.sense.push((root, weight * share));
        let letters: Vec<char> = word.chars().collect();
        for four in letters.windows(4) {
            let four: String = four.iter().collect();
            let number = vocabulary.number(&format!("~{four}"));
            self.letters.push((number, weight));
        }
    }
}

/// «учреждение» and «организация» are one thing since 273-ФЗ renamed it.
fn one_thing(stem: String) -> String {
    if stem.starts_with("учрежден") {
        "организац".into()
    } else {
        stem
    }
}

/// The text without its deadlines and inline addressee.
fn dateless(directive: &Directive) -> String {
    let mut bare = directive.text.clone();
    for deadline in &directive.deadlines {
        if !deadline.phrase.is_empty() {
            bare = bare.replace(&deadline.phrase, " ");
        }
    }
    if let Some(addressee) = &directive.addressee {
        bare = bare.replacen(addressee.as_str(), " ", 1);
    }
    bare
}

fn numberless(text: &str) -> String {
    match NUMBER.as_ref() {
        Some(pattern) => pattern.replace_all(text, " ").into_owned(),
        None => text.to_owned(),
    }
}

fn comparable(text: &str) -> String {
    let text = collapse(text);
    let bare = text.trim_end_matches(['.', ';', ',']);
    // A text of marks alone is still equal to itself.
    if bare.is_empty() {
        text
    } else {
        bare.to_owned()
    }
}

fn words_of(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(fold)
        .collect();
    words.join(" ")
}

/// Folded words and numbers in order.
fn all_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(|word| word.trim_matches('-'))
        .filter(|word| !word.is_empty())
        .map(fold)
        .collect()
}

/// Whether a folded word says something by itself.
fn tells(word: &str) -> bool {
    word.chars().any(char::is_alphabetic) && word.chars().nth(1).is_some() && !STOP.contains(&word)
}
