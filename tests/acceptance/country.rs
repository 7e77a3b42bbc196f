//! The invented country of the benches is such as the benches say it is.

use std::collections::{BTreeMap, BTreeSet};

use svod_model::Resolution;
use svod_readers::recognise;
use svod_tests::country::{Country, Made};

fn some() -> Vec<Made> {
    Country::new(7).documents().take(400).collect()
}

#[test]
fn the_same_seed_makes_the_same_country_and_another_seed_another() {
    let of = |seed| -> Vec<Resolution> {
        let documents = Country::new(seed).documents().take(30);
        documents.map(|made| made.resolution).collect()
    };
    assert_eq!(of(1), of(1));
    assert_ne!(of(1), of(2));
}

#[test]
fn a_document_has_sixty_directives_with_names_of_their_own() {
    let made = some();
    let directives: Vec<_> = made
        .iter()
        .flat_map(|made| made.resolution.directives())
        .collect();
    let middle = directives.len() / made.len();
    assert!((55..=65).contains(&middle), "{middle}");
    let ids: BTreeSet<_> = directives
        .iter()
        .map(|(_, _, directive)| &directive.id)
        .collect();
    assert_eq!(ids.len(), directives.len());
    for one in &made {
        assert_eq!(one.tasks.len(), one.resolution.directives().count());
    }
}

/// Regional templates, last year's tasks and copies: a good half of what is written was written before.
#[test]
fn tasks_come_again_word_for_word_and_edited() {
    let mut met: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    let (mut again, mut all, mut same) = (0, 0, 0);
    for made in some() {
        for ((_, _, directive), task) in made.resolution.directives().zip(&made.tasks) {
            all += 1;
            let texts = met.entry(*task).or_default();
            again += usize::from(!texts.is_empty());
            same += usize::from(!texts.insert(directive.text.clone()));
        }
    }
    let share = |part: usize| part * 100 / all;
    assert!(
        (55..=85).contains(&share(again)),
        "{} % come again",
        share(again)
    );
    assert!(
        (15..=60).contains(&share(same)),
        "{} % word for word",
        share(same)
    );
}

/// The facts that are stated with the words are those our recogniser finds in them.
#[test]
fn facts_are_what_the_words_say() {
    let mut met = 0;
    for made in some().into_iter().take(20) {
        let adopted = made.resolution.adopted_on;
        for (_, group, stated) in made.resolution.directives() {
            let mut found = stated.clone();
            found.deadlines.clear();
            found.indicators.clear();
            found.references.clear();
            recognise::directive(&mut found, stated.text.clone(), group, adopted);
            assert_eq!(found.deadlines, stated.deadlines, "{}", stated.text);
            let goals = |of: &svod_model::Directive| -> Vec<(String, f64)> {
                of.indicators
                    .iter()
                    .map(|goal| (goal.phrase.clone(), goal.value))
                    .collect()
            };
            assert_eq!(goals(&found), goals(stated), "{}", stated.text);
            let acts = |of: &svod_model::Directive| -> Vec<String> {
                of.references
                    .iter()
                    .filter(|one| one.number.is_some())
                    .map(|one| one.canonical.clone())
                    .collect()
            };
            assert_eq!(acts(&found), acts(stated), "{}", stated.text);
            met += 1;
        }
    }
    assert!(met > 1000);
}
