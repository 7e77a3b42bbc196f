//! Drafting rules on drafts with and without faults, in `tests/suite/checks`: how much of what was
//! planted each rule finds, and how often it speaks where nothing is wrong. What is asserted is
//! printed by `cargo nextest run -p svod-tests checks --no-capture` and published in the README.
//!
//! A `case.txt` reads line by line as `key: value`; «~» stands for a no-break space. Keys:
//! `adopted`, `title`, `theme`, `municipality`, `adoption`, `preamble`, `section` (its title), `finding`,
//! `problem`, `lead-in`, `group` (`[number] heading`, «-» for none), `lead`, `item`, `addressee`
//! (named inside the last item), `previous` (the last item a year ago), `closing`; and
//! `expect: rule | quote` for every finding there is to be. Nothing else may be found.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use svod_checks::{Context, Fix, Rule, Speller, check};
use svod_language::{Found, deadlines, indicators, references};
use svod_model::{Directive, Group, Id, Resolution, Section};

#[derive(Default)]
struct Case {
    resolution: Resolution,
    previous: BTreeMap<Id, Directive>,
    expected: Vec<(Rule, String)>,
    characters: usize,
}

/// How a rule did: right ones found, planted ones missed, words nobody asked for.
#[derive(Clone, Copy, Default)]
struct Score {
    found: usize,
    missed: usize,
    false_alarms: usize,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/checks")
}

fn cases() -> BTreeMap<String, Case> {
    let cases = fs::read_dir(folder()).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(path.join("case.txt")).unwrap();
        (name, parse(&text.replace('~', "\u{a0}")))
    });
    cases.collect()
}

fn parse(text: &str) -> Case {
    let mut case = Case::default();
    let mut lead = None;
    for (n, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
    {
        let (key, value) = line
            .split_once(':')
            .unwrap_or_else(|| panic!("line {}: {line}", n + 1));
        let value = value.strip_prefix(' ').unwrap_or(value);
        if key != "expect" && key != "adopted" {
            case.characters += value.chars().count();
        }
        let id = Id::new(format!("{n}"));
        let resolution = &mut case.resolution;
        let adopted = resolution.adopted_on;
        match key {
            "adopted" => resolution.adopted_on = Some(value.parse().unwrap()),
            "title" => resolution.title = value.into(),
            "theme" => resolution.event.theme = Some(value.into()),
            "municipality" => resolution.event.municipality = Some(value.into()),
            "adoption" => resolution.adoption = Some(value.into()),
            "preamble" => resolution.preamble.push(value.into()),
            "closing" => resolution.closing.push(value.into()),
            "section" => resolution.sections.push(Section {
                id,
                title: (!value.is_empty()).then(|| value.into()),
                ..Section::default()
            }),
            "expect" => {
                let (rule, quote) = value.split_once('|').unwrap();
                let rule = serde_json::from_value(rule.trim().into()).unwrap();
                let quote = quote.strip_prefix(' ').unwrap_or(quote);
                case.expected.push((rule, quote.into()));
            }
            _ => {
                let section = resolution.sections.last_mut().unwrap();
                match key {
                    "finding" => section.findings.push(value.into()),
                    "problem" => section.problems.push(value.into()),
                    "lead-in" => section.lead_in = Some(value.into()),
                    "lead" => lead = (!value.is_empty()).then(|| value.to_owned()),
                    "group" => {
                        lead = None;
                        section.groups.push(group(id, value));
                    }
                    _ => {
                        let items = &mut section.groups.last_mut().unwrap().directives;
                        match key {
                            "item" => items.push(Directive {
                                lead: lead.clone(),
                                ..directive(id, value, adopted)
                            }),
                            "addressee" => items.last_mut().unwrap().addressee = Some(value.into()),
                            "previous" => {
                                let now = items.last().unwrap().id.clone();
                                case.previous.insert(now, directive(id, value, adopted));
                            }
                            _ => panic!("line {}: {key} is no key", n + 1),
                        }
                    }
                }
            }
        }
    }
    case
}

fn group(id: Id, value: &str) -> Group {
    let (number, heading) = match value.strip_prefix('[') {
        Some(rest) => {
            let (number, heading) = rest.split_once("] ").unwrap();
            (Some(number.to_owned()), heading)
        }
        None => (None, value),
    };
    let named = heading != "-";
    Group {
        id,
        number,
        heading: if named { heading.into() } else { String::new() },
        addressees: if named {
            vec![heading.into()]
        } else {
            Vec::new()
        },
        ..Group::default()
    }
}

/// A directive with what its words say, as an editor would have it.
fn directive(id: Id, text: &str, adopted: Option<chrono::NaiveDate>) -> Directive {
    fn values<T>(found: Vec<Found<T>>) -> Vec<T> {
        found.into_iter().map(|found| found.value).collect()
    }
    Directive {
        id,
        text: text.into(),
        deadlines: values(deadlines::find(text, adopted)),
        indicators: values(indicators::find(text, adopted)),
        references: values(references::find(text)),
        ..Directive::default()
    }
}

fn speller() -> Speller {
    let spelling = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/spelling");
    let read = |name: &str| fs::read_to_string(spelling.join(name)).unwrap();
    Speller::load(&read("ru.aff"), &read("ru.dic"), &read("education.txt")).unwrap()
}

fn name(rule: Rule) -> String {
    serde_json::to_value(rule)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn checks_find_what_was_planted_and_little_else() {
    let speller = speller();
    let mut scores: BTreeMap<Rule, Score> = svod_checks::rules()
        .map(|rule| (rule, Score::default()))
        .collect();
    let mut notes = Vec::new();
    let (mut characters, mut alarms, mut pages) = (0, 0, 0);
    for (case_name, case) in cases() {
        let context = Context {
            speller: Some(&speller),
            previous: &case.previous,
            ..Context::default()
        };
        let mut left = case.expected.clone();
        for finding in check(&case.resolution, &context) {
            let quote = finding.quote.clone().unwrap_or_default();
            let wanted = |(rule, words): &(Rule, String)| {
                *rule == finding.rule && (words.is_empty() || *words == quote)
            };
            let score = scores.get_mut(&finding.rule).unwrap();
            match left.iter().position(wanted) {
                Some(at) => {
                    left.swap_remove(at);
                    score.found += 1;
                }
                None => {
                    score.false_alarms += 1;
                    alarms += usize::from(case_name.starts_with("clean"));
                    notes.push(format!(
                        "{case_name}: false {} «{quote}»",
                        name(finding.rule)
                    ));
                }
            }
        }
        for (rule, quote) in left {
            scores.get_mut(&rule).unwrap().missed += 1;
            notes.push(format!("{case_name}: missed {} «{quote}»", name(rule)));
        }
        if case_name.starts_with("clean") {
            assert!(case.expected.is_empty(), "{case_name} is not clean");
            characters += case.characters;
            pages += 1;
        }
    }
    let of = |part: usize, rest: usize| {
        if part + rest == 0 {
            "–".to_owned()
        } else {
            format!("{:.2}", part as f64 / (part + rest) as f64)
        }
    };
    println!("{:<28} planted  precision  recall", "");
    for (rule, score) in &scores {
        let planted = score.found + score.missed;
        let precision = of(score.found, score.false_alarms);
        println!(
            "{:<28} {planted:>7} {precision:>10} {:>7}",
            name(*rule),
            of(score.found, score.missed)
        );
    }
    let sum = |part: fn(&Score) -> usize| scores.values().map(part).sum::<usize>();
    let (found, missed, wrong) = (sum(|s| s.found), sum(|s| s.missed), sum(|s| s.false_alarms));
    let per_page = alarms as f64 / (characters as f64 / 1800.0);
    println!(
        "all: {} planted, precision {}, recall {}",
        found + missed,
        of(found, wrong),
        of(found, missed)
    );
    println!(
        "{pages} clean pages, {characters} characters: {per_page:.2} false alarms a page of 1,800"
    );
    println!("{}", notes.join("\n"));

    assert!(pages >= 6);
    assert!(found + missed >= 60);
    assert!(per_page < 1.0);
    for (rule, score) in &scores {
        let rule = name(*rule);
        assert!(
            score.found + score.missed > 0,
            "nothing is planted for {rule}"
        );
        assert!(
            score.found * 10 >= (score.found + score.missed) * 9,
            "{rule} misses too much"
        );
        assert!(
            score.found * 10 >= (score.found + score.false_alarms) * 8,
            "{rule} cries wolf"
        );
    }
}

#[test]
fn mending_a_draft_leaves_nothing_to_mend_and_breaks_nothing() {
    let speller = speller();
    for (case_name, case) in cases() {
        let context = Context {
            speller: Some(&speller),
            previous: &case.previous,
            ..Context::default()
        };
        let mut texts: BTreeMap<(Option<Id>, String), String> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for finding in check(&case.resolution, &context) {
            let Some(([from, to], quote)) = finding.range.zip(finding.quote.as_ref()) else {
                assert!(finding.fix.is_none(), "{case_name}: a mending of nowhere");
                continue;
            };
            let directive = finding
                .directive
                .as_ref()
                .and_then(|id| case.resolution.directive(id));
            let Some(directive) =
                directive.filter(|_| finding.part == Some(svod_checks::Part::Text))
            else {
                continue;
            };
            let units: Vec<u16> = directive.text.encode_utf16().collect();
            let words = String::from_utf16(&units[from as usize..to as usize]).unwrap();
            assert_eq!(
                &words, quote,
                "{case_name}: {:?} points elsewhere",
                finding.rule
            );
            let Some(fix) = &finding.fix else { continue };
            let mut mended = units.clone();
            let instead = match fix {
                Fix::Replace { text } => text.as_str(),
                Fix::Remove => "",
            };
            mended.splice(from as usize..to as usize, instead.encode_utf16());
            let mended = String::from_utf16(&mended).unwrap();
            assert_ne!(
                mended, directive.text,
                "{case_name}: a mending that mends nothing"
            );
            seen.insert(finding.rule);
            texts.insert(
                (finding.directive.clone(), name(finding.rule) + quote),
                mended,
            );
        }
        // A mended text is not mended again at that place by the same rule.
        for ((id, key), text) in texts {
            let mut again = case.resolution.clone();
            let directives = again
                .sections
                .iter_mut()
                .flat_map(|section| &mut section.groups);
            let target = directives
                .flat_map(|group| &mut group.directives)
                .find(|directive| Some(&directive.id) == id.as_ref());
            target.unwrap().text = text.clone();
            let count = |resolution: &Resolution| {
                let found = check(resolution, &context);
                let same = |finding: &&svod_checks::Finding| {
                    let words = finding.quote.clone().unwrap_or_default();
                    finding.directive == id && name(finding.rule) + &words == key
                };
                found.iter().filter(same).count()
            };
            assert!(
                count(&again) < count(&case.resolution),
                "{case_name}: {key} comes again in «{text}»"
            );
        }
    }
}

#[test]
fn mendings_of_one_rule_never_touch_the_same_letters() {
    // All mendings of a rule are made together at one press.
    let speller = speller();
    for (case_name, case) in cases() {
        let context = Context {
            speller: Some(&speller),
            previous: &case.previous,
            ..Context::default()
        };
        let mut mended: Vec<svod_checks::Finding> = check(&case.resolution, &context);
        mended.retain(|finding| finding.fix.is_some());
        for (n, one) in mended.iter().enumerate() {
            for other in &mended[n + 1..] {
                let place = |finding: &svod_checks::Finding| {
                    let ids = [&finding.section, &finding.group, &finding.directive];
                    (finding.rule, ids.map(Clone::clone), finding.part)
                };
                let apart = match (one.range, other.range) {
                    (Some([a, b]), Some([c, d])) => b <= c || d <= a,
                    _ => true,
                };
                assert!(
                    apart || place(one) != place(other),
                    "{case_name}: «{:?}» and «{:?}» of {}",
                    one.quote,
                    other.quote,
                    name(one.rule)
                );
            }
        }
    }
}
