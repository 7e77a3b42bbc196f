//! Hard documents with gold written by hand, in `tests/suite/gold`: how much of each kind of
//! thing the readers get right, and what each step of the outline contributes.
//!
//! A `gold.txt` reads line by line: `kind`, `draft`, `title`, `theme`, `municipality`, `region`,
//! `adopted`; `# session`; `= addressee | addressee` (`~=` another right form, `+` a partner);
//! `- directive` (`~` another right form, `? ` one that may be left out), and under it `^ lead`,
//! `@ deadline` (last day, or `from:` the first; further words are equally right; `@?` may be left
//! out), `% value unit`, `& act or project`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use similar::TextDiff;
use svod_model::{Directive, Group, Resolution};
use svod_readers::{Options, Step};

#[derive(Debug, Default)]
struct Gold {
    meta: BTreeMap<String, String>,
    sections: Vec<Option<String>>,
    directives: Vec<GoldDirective>,
}

#[derive(Clone, Debug, Default)]
struct GoldDirective {
    texts: Vec<String>,
    optional: bool,
    headings: Vec<String>,
    addressees: Vec<String>,
    lead: Option<String>,
    deadlines: Vec<(Vec<String>, bool)>,
    indicators: Vec<String>,
    references: Vec<String>,
}

fn parse(text: &str) -> Gold {
    let mut gold = Gold::default();
    let mut open = GoldDirective::default();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let (mark, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        let last = gold.directives.last_mut();
        match (mark, last) {
            ("#", _) => {
                gold.sections
                    .push((!rest.is_empty()).then(|| rest.to_owned()));
                open = GoldDirective::default();
            }
            ("=", _) => {
                open.addressees = bodies(rest);
                open.headings = vec![open.addressees.join(", ")];
            }
            ("~=", _) => open.headings.push(rest.to_owned()),
            ("+", _) => open
                .headings
                .push(format!("{} совместно с {rest}", open.addressees.join(", "))),
            ("-" | "?", _) => gold.directives.push(GoldDirective {
                texts: vec![rest.to_owned()],
                optional: mark == "?",
                ..open.clone()
            }),
            ("~", Some(last)) => last.texts.push(rest.to_owned()),
            ("^", Some(last)) => last.lead = Some(rest.to_owned()),
            ("@" | "@?", Some(last)) => last
                .deadlines
                .push((rest.split(' ').map(str::to_owned).collect(), mark == "@?")),
            ("%", Some(last)) => last.indicators.push(rest.to_owned()),
            ("&", Some(last)) => last.references.push(rest.to_owned()),
            (key, _) => {
                let old = gold.meta.insert(key.to_owned(), rest.to_owned());
                assert!(old.is_none(), "{key} twice");
            }
        }
    }
    gold
}

fn bodies(text: &str) -> Vec<String> {
    text.split('|')
        .map(|body| body.trim().to_owned())
        .filter(|body| !body.is_empty())
        .collect()
}

/// Letters, digits and signs without case, quotes and spaces around them.
fn bare(text: &str) -> String {
    let text = text.to_lowercase().replace('ё', "е");
    let kept: String = text
        .chars()
        .map(|c| if matches!(c, '–' | '—') { '-' } else { c })
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '%' | '№'))
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn alike(one: &str, other: &str) -> f32 {
    let (one, other) = (bare(one), bare(other));
    if one == other {
        return 1.0;
    }
    let shorter = one.chars().count().min(other.chars().count()) as f32;
    let longer = one.chars().count().max(other.chars().count()) as f32;
    if shorter * 2.0 < longer {
        return 0.0;
    }
    TextDiff::from_chars(&one, &other).ratio()
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    right: u32,
    extra: u32,
    missed: u32,
}

impl Count {
    fn share(self) -> f64 {
        let all = f64::from(2 * self.right + self.extra + self.missed);
        if all == 0.0 {
            1.0
        } else {
            2.0 * f64::from(self.right) / all
        }
    }

    fn add<T>(&mut self, wanted: &[T], found: &[String], same: impl Fn(&T, &str) -> bool) {
        let mut left: Vec<&String> = found.iter().collect();
        for want in wanted {
            match left.iter().position(|found| same(want, found)) {
                Some(at) => {
                    left.remove(at);
                    self.right += 1;
                }
                None => self.missed += 1,
            }
        }
        self.extra += u32::try_from(left.len()).unwrap();
    }
}

#[derive(Debug, Default)]
struct Figures {
    directives: Count,
    addressees: Count,
    sections: Count,
    leads: Count,
    deadlines: Count,
    indicators: Count,
    references: Count,
    metadata: Count,
    faults: Vec<String>,
}

impl Figures {
    fn each(&self) -> [(&'static str, Count); 8] {
        [
            ("directives", self.directives),
            ("right addressee", self.addressees),
            ("section titles", self.sections),
            ("leads of sub-items", self.leads),
            ("deadlines", self.deadlines),
            ("indicators", self.indicators),
            ("references", self.references),
            ("metadata", self.metadata),
        ]
    }
}

fn score(name: &str, gold: &Gold, found: &Resolution, figures: &mut Figures) {
    let tell = |figures: &mut Figures, text: String| figures.faults.push(format!("{name}: {text}"));
    for (key, wanted) in &gold.meta {
        let value = |json: serde_json::Value| match json {
            serde_json::Value::String(text) => text,
            serde_json::Value::Bool(true) => "yes".into(),
            serde_json::Value::Bool(false) => "no".into(),
            _ => String::new(),
        };
        let event = &found.event;
        let shown = match key.as_str() {
            "kind" => value(serde_json::to_value(found.kind).unwrap()),
            "draft" => value(found.draft.into()),
            "title" => found.title.clone(),
            "theme" => event.theme.clone().unwrap_or_default(),
            "municipality" => event.municipality.clone().unwrap_or_default(),
            "region" => event.region.clone().unwrap_or_default(),
            "adopted" => found.adopted_on.map(|d| d.to_string()).unwrap_or_default(),
            _ => panic!("{name}: unknown line {key}"),
        };
        if bare(&shown) == bare(wanted) || key == "title" && alike(&shown, wanted) >= 0.9 {
            figures.metadata.right += 1;
        } else {
            figures.metadata.missed += 1;
            figures.metadata.extra += 1;
            tell(figures, format!("{key}: {shown}, not {wanted}"));
        }
    }
    let titles: Vec<String> = found
        .sections
        .iter()
        .filter_map(|s| s.title.clone())
        .collect();
    let wanted: Vec<String> = gold.sections.iter().flatten().cloned().collect();
    figures
        .sections
        .add(&wanted, &titles, |want, found| alike(want, found) >= 0.9);
    if titles != wanted {
        tell(figures, format!("sections {titles:?}, not {wanted:?}"));
    }
    let mut left: Vec<(&Group, &Directive)> = found.directives().map(|(_, g, d)| (g, d)).collect();
    for want in &gold.directives {
        let best = left
            .iter()
            .enumerate()
            .map(|(n, (group, directive))| {
                let text = want
                    .texts
                    .iter()
                    .map(|text| alike(text, &directive.text))
                    .fold(0.0, f32::max);
                (n, text, addressed(want, group))
            })
            .filter(|(_, score, _)| *score >= 0.9)
            .max_by(|one, other| {
                (one.1, one.2)
                    .partial_cmp(&(other.1, other.2))
                    .unwrap()
                    .then(other.0.cmp(&one.0))
            });
        let Some((place, _, right_addressee)) = best else {
            if !want.optional {
                figures.directives.missed += 1;
                tell(figures, format!("missed {}", want.texts[0]));
            }
            continue;
        };
        let (group, directive) = left.remove(place);
        if want.optional {
            continue;
        }
        figures.directives.right += 1;
        if right_addressee {
            figures.addressees.right += 1;
        } else {
            figures.addressees.missed += 1;
            figures.addressees.extra += 1;
            let text = format!(
                "addressee «{}» {:?}, not {:?}: {}",
                group.heading, group.addressees, want.addressees, want.texts[0]
            );
            tell(figures, text);
        }
        let leads: Vec<String> = directive.lead.iter().cloned().collect();
        let wanted: Vec<String> = want.lead.iter().cloned().collect();
        figures
            .leads
            .add(&wanted, &leads, |want, found| alike(want, found) >= 0.9);
        if leads != wanted {
            tell(
                figures,
                format!("lead {leads:?}, not {wanted:?}: {}", want.texts[0]),
            );
        }
        facts(name, want, directive, figures);
    }
    for (_, extra) in left {
        figures.directives.extra += 1;
        tell(figures, format!("extra {}", extra.text));
    }
}

fn addressed(want: &GoldDirective, group: &Group) -> bool {
    if !group.heading.is_empty()
        && want
            .headings
            .iter()
            .any(|heading| alike(heading, &group.heading) >= 0.95)
    {
        return true;
    }
    let mut left: Vec<&String> = group.addressees.iter().collect();
    left.len() == want.addressees.len()
        && want.addressees.iter().all(|body| {
            let place = left.iter().position(|found| alike(body, found) >= 0.9);
            place.map(|place| left.remove(place)).is_some()
        })
}

fn facts(name: &str, want: &GoldDirective, directive: &Directive, figures: &mut Figures) {
    let mut keys: Vec<String> = Vec::new();
    for deadline in &directive.deadlines {
        let key = match (deadline.to, deadline.from) {
            (Some(to), _) => to.to_string(),
            (None, Some(from)) => format!("from:{from}"),
            (None, None) => continue,
        };
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let before = (figures.deadlines.extra, figures.deadlines.missed);
    let mut left = keys.clone();
    for (days, optional) in &want.deadlines {
        match left.iter().position(|found| days.contains(found)) {
            Some(at) => {
                left.remove(at);
                figures.deadlines.right += u32::from(!optional);
            }
            None => figures.deadlines.missed += u32::from(!optional),
        }
    }
    figures.deadlines.extra += u32::try_from(left.len()).unwrap();
    if before != (figures.deadlines.extra, figures.deadlines.missed) {
        let text = format!("{name}: deadlines {keys:?}: {}", want.texts[0]);
        figures.faults.push(text);
    }
    let indicators: Vec<String> = directive
        .indicators
        .iter()
        .map(|indicator| format!("{} {}", indicator.value, indicator.unit))
        .collect();
    let before = (figures.indicators.extra, figures.indicators.missed);
    figures
        .indicators
        .add(&want.indicators, &indicators, |want, found| want == found);
    if before != (figures.indicators.extra, figures.indicators.missed) {
        let text = format!("{name}: indicators {indicators:?}: {}", want.texts[0]);
        figures.faults.push(text);
    }
    let references: Vec<String> = directive
        .references
        .iter()
        .map(|reference| reference.canonical.clone())
        .collect();
    let before = (figures.references.extra, figures.references.missed);
    figures
        .references
        .add(&want.references, &references, |want, found| {
            alike(want, found) >= 0.85
        });
    if before != (figures.references.extra, figures.references.missed) {
        let text = format!("{name}: references {references:?}: {}", want.texts[0]);
        figures.faults.push(text);
    }
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/gold");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(cases.len() >= 12);
    cases
}

fn measure(without: &[Step]) -> Figures {
    let mut figures = Figures::default();
    for case in cases() {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let gold = parse(&fs::read_to_string(case.join("gold.txt")).unwrap());
        let input = fs::read_dir(&case)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .find(|path| path.file_stem().is_some_and(|stem| stem == "input"))
            .unwrap();
        let options = Options {
            without: without.to_vec(),
            ..Options::default()
        };
        let file = input.file_name().unwrap().to_str().unwrap();
        let reading = svod_readers::read(&fs::read(&input).unwrap(), file, &options).unwrap();
        score(&name, &gold, &reading.resolution, &mut figures);
    }
    figures
}

#[test]
fn hard_documents_are_understood_as_well_as_the_readme_says() {
    let figures = measure(&[]);
    for (label, count) in figures.each() {
        println!("{label:<20} {:.3}  {count:?}", count.share());
    }
    println!("{}", figures.faults.join("\n"));
    for (label, count) in figures.each() {
        let least = match label {
            "directives" | "metadata" | "section titles" | "deadlines" | "indicators" => 0.95,
            "right addressee" => 0.97,
            _ => 0.90,
        };
        let share = count.share();
        assert!(share >= least, "{label}: {share:.3} < {least}");
    }
}

#[test]
fn every_step_of_the_outline_earns_its_place() {
    let whole = measure(&[]);
    println!("{:<22}directives addressee deadlines", "without");
    let show = |label: &str, figures: &Figures| {
        println!(
            "{label:<22}{:.3}      {:.3}     {:.3}",
            figures.directives.share(),
            figures.addressees.share() * figures.directives.share(),
            figures.deadlines.share()
        );
    };
    show("—", &whole);
    let sum = |figures: &Figures| -> f64 {
        let addressed = figures.addressees.right;
        figures.directives.share() + f64::from(addressed) / 200.0 + figures.deadlines.share()
    };
    for step in Step::ALL {
        let less = measure(&[step]);
        show(&format!("{step:?}"), &less);
        assert!(sum(&less) < sum(&whole), "{step:?} gives nothing");
    }
}
