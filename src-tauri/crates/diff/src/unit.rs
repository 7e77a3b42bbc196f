//! A directive as the comparison sees it: what the words of its plain text stand for.

use std::collections::{BTreeSet, HashMap};
use std::ops::{Deref, Range};
use std::sync::{Arc, LazyLock};

use regex::Regex;
use svod_language::addressees::{self, Class};
use svod_language::lexicon::{self, Sort};
use svod_model::{Directive, Group, Resolution, Section};

use crate::Part;
use crate::clauses::{Joint, circumstances, joint, leading_clause, words_and_clauses};
use crate::forms::Form;
use crate::kinds;
use crate::names;
use crate::plain::{
    all_words, comparable, dateless, numberless, people, tells, without_numerals, words_of,
};
use crate::thresholds as t;
use crate::vocabulary::{Term, Vocabulary, Weights};
use crate::watch::{Phase, Stopped, Watch};

/// A task is named by its first words: «провести обследование».
const BEGINNING: usize = 3;
/// The form of work stands among so many of them: «обеспечить проведение ежегодного конкурса».
const FORM: usize = 4;
/// A name in quotation marks.
static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"«([^«»]{3,80})»").ok());

/// One directive with what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Unit<'a> {
    pub(crate) directive: &'a Directive,
    pub(crate) group: &'a Group,
    pub(crate) section: &'a Section,
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
    /// Stems of what is not a word of the genre nor a verb: what it is about, whatever is done with it.
    pub(crate) content: BTreeSet<Term>,
    /// Its telling words in order, and what stands behind each.
    pub(crate) told: Vec<(Term, Joint)>,
    /// What each telling word says, in order: its root and the things it names.
    pub(crate) says: Vec<Vec<Term>>,
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
    /// What its leading clause says, and what each clause says: a task is named in one, the others
    /// tell how and for whom.
    pub(crate) head: Weights,
    pub(crate) head_objects: Weights,
    pub(crate) clauses: Vec<Weights>,
    pub(crate) bigrams: BTreeSet<(Term, Term)>,
    /// Quoted names as [`names::comparable`] has them, as terms.
    pub(crate) names: BTreeSet<Term>,
    /// Legal acts by number.
    pub(crate) acts: BTreeSet<String>,
    pub(crate) measures: BTreeSet<&'static str>,
    pub(crate) populations: BTreeSet<&'static str>,
    /// The forms of work it speaks of, and those it begins with.
    pub(crate) forms: BTreeSet<Form>,
    pub(crate) begins_as: BTreeSet<Form>,
    /// The kind of work it begins with, and all it speaks of.
    pub(crate) kind: &'static str,
    pub(crate) kinds: BTreeSet<&'static str>,
    /// The sorts of people it names.
    pub(crate) people: BTreeSet<&'static str>,
    /// Some of them are named where the task is: «обучить педагогов», not «…, обучив педагогов».
    pub(crate) leads_to_people: bool,
    pub(crate) verbs: BTreeSet<&'static str>,
    /// Those of the verbs that its task begins with: «провести обследование», not «… выявленное при обследовании».
    pub(crate) action: BTreeSet<&'static str>,
    pub(crate) classes: BTreeSet<Class>,
}

impl Known {
    /// Every term it has, once.
    fn terms(&self) -> Vec<Term> {
        let all = [
            &self.wording,
            &self.sense,
            &self.letters,
            &self.objects,
            &self.themes,
        ];
        let mut terms: Vec<Term> = all
            .iter()
            .flat_map(|weights| weights.iter())
            .map(|(term, _)| term)
            .collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    /// Lets rare terms weigh more.
    fn by_rarity(&mut self, vocabulary: &Vocabulary) {
        let all = [
            &mut self.wording,
            &mut self.sense,
            &mut self.letters,
            &mut self.objects,
            &mut self.themes,
            &mut self.head,
            &mut self.head_objects,
        ];
        for weights in all.into_iter().chain(&mut self.clauses) {
            weights.by_rarity(vocabulary);
        }
    }
}

/// Every directive of both documents, in order, with weights by rarity.
pub(crate) fn units<'a>(
    old: &'a Resolution,
    new: &'a Resolution,
    watch: &Watch<'_>,
) -> Result<(Vec<Unit<'a>>, Vec<Unit<'a>>, Vocabulary), Stopped> {
    units_knowing(old, new, None, watch)
}

/// The same with some of the lexicon's names forgotten, others for each number: the documents a
/// model is fitted on are better known to the lexicon than those it will meet.
pub(crate) fn units_knowing<'a>(
    old: &'a Resolution,
    new: &'a Resolution,
    forgetting: Option<u64>,
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
                Ok(known(group, directive, &mut vocabulary, forgetting))
            })
            .collect()
    };
    let (mut old_known, mut new_known) = (read(old)?, read(new)?);
    for unit in old_known.iter().chain(&new_known) {
        vocabulary.count(unit.terms().into_iter());
    }
    for unit in old_known.iter_mut().chain(&mut new_known) {
        unit.by_rarity(&vocabulary);
    }
    Ok((
        with_known(old, old_known.into_iter().map(Arc::new)),
        with_known(new, new_known.into_iter().map(Arc::new)),
        vocabulary,
    ))
}

/// What many directives say, read once and weighed as often as they meet others.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    pub(crate) vocabulary: Vocabulary,
    /// By everything a directive is read from; beside it its terms.
    known: HashMap<String, (Known, Vec<Term>)>,
}

impl Memory {
    /// What [`units`] gives; the vocabulary stays here.
    pub(crate) fn units<'a>(
        &mut self,
        old: &'a Resolution,
        new: &'a Resolution,
    ) -> (Vec<Unit<'a>>, Vec<Unit<'a>>) {
        if self.known.len() > t::REMEMBERED {
            *self = Self::default();
        }
        self.vocabulary.count_anew();
        let (old_keys, new_keys) = (self.read(old), self.read(new));
        (
            with_known(old, self.weighed(&old_keys)),
            with_known(new, self.weighed(&new_keys)),
        )
    }

    /// Reads the directives that were not met yet, and counts the terms of all.
    fn read(&mut self, resolution: &Resolution) -> Vec<String> {
        let Self { vocabulary, known } = self;
        resolution
            .directives()
            .map(|(_, group, directive)| {
                let key = read_from(group, directive);
                if !known.contains_key(&key) {
                    let one = self::known(group, directive, vocabulary, None);
                    let terms = one.terms();
                    known.insert(key.clone(), (one, terms));
                }
                if let Some((_, terms)) = known.get(&key) {
                    vocabulary.count(terms.iter().copied());
                }
                key
            })
            .collect()
    }

    fn weighed(&self, keys: &[String]) -> impl Iterator<Item = Arc<Known>> {
        keys.iter().filter_map(|key| {
            let mut known = self.known.get(key)?.0.clone();
            known.by_rarity(&self.vocabulary);
            Some(Arc::new(known))
        })
    }
}

/// Everything that [`known`] reads of a directive.
fn read_from(group: &Group, directive: &Directive) -> String {
    let mut key = directive.text.clone();
    let mut add = |kind: char, text: &str| {
        key.push(kind);
        key.push_str(text);
    };
    add('\u{1}', directive.lead.as_deref().unwrap_or_default());
    match &directive.addressee {
        Some(own) => add('\u{2}', own),
        None => group.addressees.iter().for_each(|body| add('\u{3}', body)),
    }
    for deadline in &directive.deadlines {
        add('\u{4}', &deadline.phrase);
    }
    for reference in &directive.references {
        add('\u{5}', reference.number.as_deref().unwrap_or_default());
    }
    key
}

/// The directives of a document beside what is known of each, in order.
pub(crate) fn with_known(
    resolution: &Resolution,
    known: impl Iterator<Item = Arc<Known>>,
) -> Vec<Unit<'_>> {
    resolution
        .directives()
        .zip(known)
        .map(|((section, group, directive), known)| Unit {
            directive,
            group,
            section,
            known,
        })
        .collect()
}

fn known(
    group: &Group,
    directive: &Directive,
    vocabulary: &mut Vocabulary,
    forgetting: Option<u64>,
) -> Known {
    let text = directive.text.as_str();
    let dateless = dateless(directive);
    let bare = numberless(&dateless);
    let (words, places) = words_and_clauses(&dateless);
    let mut met = lexicon::find(&words);
    if let Some(number) = forgetting {
        met.retain(|met| met.sort != Sort::Object || remembers(number, &words[met.words.clone()]));
    }
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
    let leading = leading_clause(&words, &places);
    let begins = places
        .iter()
        .position(|place| *place == leading)
        .unwrap_or(0);
    let begins = begins..begins + BEGINNING;
    let forms = |from: &Range<usize>| -> BTreeSet<Form> {
        let there = met.iter().filter(|met| from.contains(&met.words.start));
        there.filter_map(|met| Form::of(met.key)).collect()
    };
    let begins_as = forms(&(begins.start..begins.start + FORM));
    let kind = kinds::leading(&met, &(begins.start..begins.start + t::KIND_AMONG));
    let kinds = kinds::all(&met).collect();
    let forms = forms(&(0..words.len()));
    let led = words
        .iter()
        .zip(&places)
        .filter(|(_, place)| **place == leading);
    let led: Vec<String> = led.map(|(word, _)| word.clone()).collect();
    let verbs_there = met
        .iter()
        .filter(|met| met.sort == Sort::Verb && begins.contains(&met.words.start));
    let action: BTreeSet<&str> = verbs_there.map(|met| met.key).collect();
    let aside = circumstances(&words, &places);
    let in_order = words.iter().enumerate().filter(|(_, word)| tells(word));
    let joints: Vec<Joint> = in_order
        .map(|(at, _)| joint(&words, &places, at + 1))
        .collect();
    let telling = words.iter().zip(&roles).zip(&places).zip(&aside);
    let telling = telling.filter(|(((word, _), _), _)| tells(word));
    let mut clauses: Vec<Vec<(Term, f64)>> = vec![Vec::new(); places.last().map_or(0, |n| n + 1)];
    let mut head_objects = Vec::new();
    let mut content = BTreeSet::new();
    let mut says = Vec::new();
    for (n, (((word, role), clause), aside)) in telling.enumerate() {
        let place = if n < t::HEAD { 1.0 } else { t::TAIL };
        let place = place * if *aside { t::CIRCUMSTANCE } else { 1.0 };
        let before = (parts.sense.len(), parts.objects.len());
        parts.add(word, role, place, vocabulary);
        if !role.frame || !role.objects.is_empty() {
            content.extend(parts.stems.last());
        }
        // Inside a clause its place in the text says nothing.
        let said = parts.sense.iter().skip(before.0);
        says.push(said.clone().map(|(term, _)| *term).collect());
        clauses[*clause].extend(said.map(|(term, weight)| (*term, weight / place)));
        if *clause == leading {
            head_objects.extend(parts.objects.iter().skip(before.1).copied());
        }
    }
    let clauses: Vec<Weights> = clauses.into_iter().map(Weights::new).collect();
    let stems = parts.stems.clone();
    let told = stems.iter().copied().zip(joints).collect();
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
        .map(|name| vocabulary.number(&format!("«{}", names::comparable(name))))
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
        masked: without_numerals(&words_of(&bare)),
        stems,
        wording: Weights::new(parts.wording),
        sense: Weights::new(parts.sense),
        content,
        told,
        says,
        letters: Weights::new(parts.letters),
        named,
        quoted,
        first_object: parts.first_object,
        objects: Weights::new(parts.objects),
        themes: Weights::new(parts.themes),
        head: clauses.get(leading).cloned().unwrap_or_default(),
        head_objects: Weights::new(head_objects),
        clauses,
        bigrams,
        names,
        acts,
        measures,
        populations,
        forms,
        begins_as,
        kind,
        kinds,
        people: people(&words),
        leads_to_people: !people(&led).is_empty(),
        action: if action.is_empty() {
            verbs.clone()
        } else {
            action
        },
        verbs,
        classes,
    }
}

/// Whether a name of a thing is known under a number: a share of them is not.
fn remembers(number: u64, name: &[String]) -> bool {
    let letters = name.iter().flat_map(|word| word.chars().take(t::ROOT));
    // FNV-1a, stirred: the same on every machine.
    let mixed = letters.fold(number ^ 0xcbf2_9ce4_8422_2325, |mixed, letter| {
        (mixed ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3)
    });
    let mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    (mixed >> 33) % 100 >= t::FORGOTTEN
}

impl Unit<'_> {
    /// The lead phrase of a sub-item; empty where there is none.
    pub(crate) fn lead(&self) -> &str {
        self.directive.lead.as_deref().unwrap_or_default()
    }

    /// Whether another stands under the same lead phrase.
    pub(crate) fn is_led_as(&self, other: &Unit<'_>) -> bool {
        comparable(self.lead()) == comparable(other.lead())
    }

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
        let spelled = vocabulary.spelled(word);
        self.stems.push(spelled.stem);
        self.wording.push((spelled.stem, weight));
        let fours = spelled.fours.iter();
        self.letters.extend(fours.map(|four| (*four, weight)));
        let share = if named { t::NAMED_ROOT } else { 1.0 };
        self.sense.push((spelled.root, weight * share));
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
    }
}
