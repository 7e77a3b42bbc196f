//! Which family of one task each directive of a document belongs to.
//!
//! A text that was met before belongs where it belonged: a lookup, no comparing. A new text is set
//! against the few families with which it shares the rarest stems; the diff room scores them all at
//! once. A text like none founds a family. Families are never joined by themselves, so a chain of
//! likenesses joins nothing, and adding a document touches its own candidates only.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use svod_diff::Kin;
use svod_language::themes::ThemeList;
use svod_language::words::stem;
use svod_model::{Directive, Group, Reference, Resolution, Section};

use crate::index::{Index, Task};
use crate::mark::{Mark, body_class, name_of, themes_of};

/// From this likelihood on two texts are one task, if they say it in words as much alike as this. Below
/// it a person joins: among many documents a task in quite other words is offered, never joined — of
/// thirty such pairs the samples have, half were two tasks.
const SAME: f64 = 0.5;
const ALIKE: f64 = 0.45;
/// From this on a person is asked.
const OFFERED: f64 = 0.2;
/// Terms more families hold than this find none: they are the words of the genre.
const COMMON: usize = 160;
/// So many families that share the rarest terms are scored.
const LOOKED_AT: usize = 4;
/// Of the weight of its rare terms a candidate shares this much at least: less is no like wording.
const SHARED: f64 = 0.25;
/// A stem shorter than this tells nothing.
const SHORT: usize = 4;
/// Words of the genre that open directives.
const PROCESS: &[&str] = &[
    "обеспеч",
    "организова",
    "провест",
    "продолж",
    "осуществ",
    "созда",
    "принят",
    "принима",
    "разработа",
    "реализова",
    "мероприят",
    "работ",
    "услов",
    "учрежден",
    "организац",
    "образовательн",
    "муниципальн",
    "образован",
];

/// Tasks of the genre, for the score to tell rare words from common ones by.
static BACKGROUND: LazyLock<Vec<Task>> = LazyLock::new(|| {
    include_str!("background.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| Task {
            text: line.to_owned(),
            ..Task::default()
        })
        .collect()
});

/// A family that may hold the same task.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// The family.
    pub family: u32,
    /// The share of such pairs a person would accept, 0 to 1.
    pub likelihood: f64,
    /// The words are as much alike as those of one task are.
    pub alike: bool,
}

/// The marks of a document's directives, in order; what is new goes into the index. `kin` remembers what
/// was read: of many documents one after another most of it is the same.
///
/// # Errors
/// If the index cannot be read or written.
pub fn place<I: Index>(
    resolution: &Resolution,
    themes: &ThemeList,
    index: &mut I,
    kin: &mut Kin,
) -> Result<Vec<Mark>, I::Error> {
    let mut marks = Vec::new();
    let mut fresh = Vec::new();
    for (_, group, directive) in resolution.directives() {
        let masked = svod_diff::masked(directive);
        let wording = name_of(&masked);
        let known = index.family_of(wording)?;
        if known.is_none() {
            fresh.push(Fresh {
                place: marks.len(),
                task: task_of(group, directive),
                terms: terms(&masked),
                candidates: Vec::new(),
            });
        }
        marks.push(Mark {
            themes: themes_of(directive, themes),
            classes: body_class(group, directive),
            family: known.unwrap_or_default(),
            wording,
        });
    }
    for one in &mut fresh {
        one.candidates = candidates(index, &one.terms)?;
    }
    let best = best(index, &fresh, kin)?;
    for (one, near) in fresh.iter().zip(best) {
        let mark = &mut marks[one.place];
        // The same text may stand in the document twice.
        let family = match (index.family_of(mark.wording)?, near) {
            (Some(family), _) => family,
            (None, Some(near)) if near.alike && near.likelihood >= SAME => {
                index.remember(mark.wording, near.family)?;
                near.family
            }
            (None, _) => {
                let family = index.found(&one.task, &one.terms)?;
                index.remember(mark.wording, family)?;
                family
            }
        };
        mark.family = family;
    }
    Ok(marks)
}

/// Families that may be the same task as a family, the likeliest first.
///
/// # Errors
/// If the index cannot be read.
pub fn near<I: Index>(index: &I, family: u32) -> Result<Vec<Near>, I::Error> {
    let Some(task) = index.task(family)? else {
        return Ok(Vec::new());
    };
    let directive = directive_of(&task);
    let terms = terms(&svod_diff::masked(&directive));
    let mut candidates = candidates(index, &terms)?;
    candidates.retain(|other| *other != family);
    let fresh = [Fresh {
        place: 0,
        task,
        terms,
        candidates,
    }];
    let mut scored = scores(index, &fresh, &mut Kin::default())?;
    scored.retain(|(_, near)| near.likelihood >= OFFERED);
    let mut near: Vec<Near> = scored.into_iter().map(|(_, near)| near).collect();
    near.sort_by(|a, b| b.likelihood.total_cmp(&a.likelihood));
    Ok(near)
}

/// A directive as a family is known by it.
pub fn task_of(group: &Group, directive: &Directive) -> Task {
    let mut text = directive.text.clone();
    for deadline in &directive.deadlines {
        if !deadline.phrase.is_empty() {
            text = text.replace(&deadline.phrase, " ");
        }
    }
    let text = svod_language::words::collapse(&text);
    let addressees = match &directive.addressee {
        Some(own) => vec![own.clone()],
        None => group.addressees.clone(),
    };
    Task {
        // What is nothing but a date is known by the date.
        text: if text.is_empty() {
            directive.text.clone()
        } else {
            text.trim_end_matches([',', ' ', ';']).to_owned()
        },
        lead: directive.lead.clone(),
        addressees,
        acts: directive
            .references
            .iter()
            .filter_map(|reference| reference.number.clone())
            .collect(),
    }
}

/// A directive whose text was not met before.
struct Fresh {
    place: usize,
    task: Task,
    terms: Vec<u64>,
    candidates: Vec<u32>,
}

/// Stems and pairs of neighbouring stems, as numbers; each once.
fn terms(masked: &str) -> Vec<u64> {
    let stems: Vec<String> = masked
        .split(' ')
        .map(stem)
        .filter(|stem| stem.chars().count() >= SHORT)
        .collect();
    let alone = stems
        .iter()
        .filter(|stem| !PROCESS.contains(&stem.as_str()))
        .map(|stem| name_of(stem));
    let pairs = stems
        .windows(2)
        .map(|two| name_of(&format!("{} {}", two[0], two[1])));
    let all: BTreeSet<u64> = alone.chain(pairs).collect();
    all.into_iter().collect()
}

/// The families that share the rarest terms, those with more of them first.
fn candidates<I: Index>(index: &I, terms: &[u64]) -> Result<Vec<u32>, I::Error> {
    let mut weights: BTreeMap<u32, f64> = BTreeMap::new();
    let mut all = 0.0;
    for term in terms {
        let holders = index.holders(*term, COMMON + 1)?;
        if holders.len() > COMMON {
            continue;
        }
        let weight = 1.0 / (1.0 + holders.len() as f64).sqrt();
        // What nobody has tells nothing of who is near.
        if !holders.is_empty() {
            all += weight;
        }
        for family in holders {
            *weights.entry(family).or_default() += weight;
        }
    }
    let mut found: Vec<(u32, f64)> = weights.into_iter().collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    Ok(found
        .into_iter()
        .take(LOOKED_AT)
        .take_while(|(_, weight)| *weight >= SHARED * all)
        .map(|(family, _)| family)
        .collect())
}

/// The likeliest family of each.
fn best<I: Index>(
    index: &I,
    fresh: &[Fresh],
    kin: &mut Kin,
) -> Result<Vec<Option<Near>>, I::Error> {
    let mut best: Vec<Option<Near>> = vec![None; fresh.len()];
    for (at, near) in scores(index, fresh, kin)? {
        let better = best[at]
            .as_ref()
            .is_none_or(|known| (near.alike, near.likelihood) > (known.alike, known.likelihood));
        if better {
            best[at] = Some(near);
        }
    }
    Ok(best)
}

/// Every candidate with its likelihood, beside the place of the one it was found for.
fn scores<I: Index>(
    index: &I,
    fresh: &[Fresh],
    kin: &mut Kin,
) -> Result<Vec<(usize, Near)>, I::Error> {
    if fresh.iter().all(|one| one.candidates.is_empty()) {
        return Ok(Vec::new());
    }
    let wanted: BTreeSet<u32> = fresh
        .iter()
        .flat_map(|one| one.candidates.iter().copied())
        .collect();
    let mut families = Vec::new();
    let mut tasks = Vec::new();
    for family in wanted {
        if let Some(task) = index.task(family)? {
            families.push(family);
            tasks.push(task);
        }
    }
    let pairs: Vec<(usize, usize)> = fresh
        .iter()
        .enumerate()
        .flat_map(|(new, one)| one.candidates.iter().map(move |family| (family, new)))
        .filter_map(|(family, new)| Some((families.binary_search(family).ok()?, new)))
        .collect();
    // What stands behind the candidates is scored with nothing; it only tells how rare words are.
    let old = document(tasks.iter().chain(BACKGROUND.iter()));
    let new = document(fresh.iter().map(|one| &one.task));
    let likely = kin.likely(&old, &new, &pairs);
    Ok(pairs
        .iter()
        .zip(likely)
        .map(|((old, new), kinship)| {
            let near = Near {
                family: families[*old],
                likelihood: kinship.likelihood,
                alike: kinship.alike >= ALIKE,
            };
            (*new, near)
        })
        .collect())
}

/// Tasks as a document the diff room can look at: a group for each.
fn document<'a>(tasks: impl Iterator<Item = &'a Task>) -> Resolution {
    let groups = tasks.map(|task| Group {
        addressees: task.addressees.clone(),
        directives: vec![directive_of(task)],
        ..Group::default()
    });
    Resolution {
        sections: vec![Section {
            groups: groups.collect(),
            ..Section::default()
        }],
        ..Resolution::default()
    }
}

fn directive_of(task: &Task) -> Directive {
    let references = task.acts.iter().map(|number| Reference {
        number: Some(number.clone()),
        ..Reference::default()
    });
    Directive {
        text: task.text.clone(),
        lead: task.lead.clone(),
        references: references.collect(),
        ..Directive::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::MemoryIndex;

    fn document_of(district: &str, tasks: &[&str]) -> Resolution {
        let directives = tasks.iter().map(|text| Directive {
            text: text.replace("{}", district),
            ..Directive::default()
        });
        let group = Group {
            addressees: vec!["Руководителям общеобразовательных организаций".into()],
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

    fn placed(tasks: &[&str], index: &mut MemoryIndex) -> Vec<Mark> {
        let document = document_of("", tasks);
        place(&document, ThemeList::shipped(), index, &mut Kin::default()).unwrap()
    }

    /// Families of texts that are added document by document.
    fn families(documents: &[&[&str]]) -> Vec<Vec<u32>> {
        let mut index = MemoryIndex::default();
        documents
            .iter()
            .map(|tasks| {
                let marks = place(
                    &document_of("Луговского", tasks),
                    ThemeList::shipped(),
                    &mut index,
                    &mut Kin::default(),
                )
                .unwrap();
                marks.iter().map(|mark| mark.family).collect()
            })
            .collect()
    }

    #[test]
    fn the_same_task_is_one_family_in_other_years_and_districts() {
        let found = families(&[
            &[
                "закрепить наставника за каждым молодым учителем до 15 сентября 2026 года",
                "обеспечить горячее питание младших школьников",
            ],
            &[
                "Закрепить наставника за каждым молодым учителем до 15 сентября 2027 года.",
                "обеспечить бесплатным горячим питанием младших школьников",
                "создать школьные музеи боевой славы",
            ],
            &["закрепить за каждым молодым учителем опытного наставника"],
        ]);
        assert_eq!(found[0][0], found[1][0]);
        assert_eq!(found[0][1], found[1][1]);
        assert_eq!(found[2][0], found[0][0]);
        assert!(!found[0].contains(&found[1][2]));
    }

    #[test]
    fn one_formula_with_another_object_is_another_task() {
        let found = families(&[
            &["провести муниципальный мониторинг качества питания школьников"],
            &["провести муниципальный мониторинг качества чтения школьников"],
            &["провести муниципальный конкурс «Учитель года»"],
            &["провести муниципальный конкурс «Воспитатель года»"],
        ]);
        let all: BTreeSet<u32> = found.iter().flatten().copied().collect();
        assert_eq!(all.len(), 4, "{found:?}");
    }

    #[test]
    fn a_text_met_before_belongs_where_a_person_put_it() {
        let mut index = MemoryIndex::default();
        let tasks = ["провести смотр школьных музеев"];
        let first = placed(&tasks, &mut index)[0];
        index.remember(first.wording, 77).unwrap();
        let again = placed(&tasks, &mut index)[0];
        assert_eq!(again.family, 77);
    }

    #[test]
    fn what_is_likely_but_not_sure_is_offered() {
        let mut index = MemoryIndex::default();
        let tasks = [
            "создать школьные службы примирения в каждой школе",
            "организовать обучение медиаторов школьных служб примирения",
            "провести ремонт школьных столовых",
        ];
        let marks = placed(&tasks, &mut index);
        let near = near(&index, marks[0].family).unwrap();
        assert!(near.iter().all(|one| one.family != marks[0].family));
        assert!(near.iter().all(|one| one.family != marks[2].family));
    }
}
