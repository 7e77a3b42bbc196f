//! Pairs of documents made by chance that repeats: a document and what an editor might do to it.

use svod_model::{Directive, Group, Id, Resolution, Section};
use svod_tests::chance::Chance;

use super::{Case, case};

/// As many pairs as are tried.
const CASES: u64 = 44;

pub(super) fn cases() -> Vec<Case> {
    let drafts = super::gold();
    (0..CASES)
        .map(|seed| {
            let mut chance = Chance::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) + 1);
            let (name, old) = &drafts[chance.below(drafts.len())];
            let new = edited(old, &mut chance);
            let name = format!("{name} edited with seed {seed}");
            // Half of them go back: what was split is merged, what was added is dropped.
            if chance.below(2) == 0 {
                case(name, old.clone(), new)
            } else {
                case(name, new, old.clone())
            }
        })
        .collect()
}

fn edited(old: &Resolution, chance: &mut Chance) -> Resolution {
    let mut new = old.clone();
    if chance.once_in(3) {
        new.title = format!("{} (новая редакция)", new.title);
    }
    paragraphs(&mut new.preamble, chance);
    paragraphs(&mut new.closing, chance);
    for section in &mut new.sections {
        paragraphs(&mut section.findings, chance);
        for group in &mut section.groups {
            edit_group(group, chance);
        }
        if chance.once_in(3) {
            chance.shuffle(&mut section.groups);
        }
        if chance.once_in(6) {
            section.groups.pop();
        }
    }
    if chance.once_in(5) {
        chance.shuffle(&mut new.sections);
    }
    if chance.once_in(6) {
        // A session of its own: the numbers of what stands in it begin anew.
        let groups = new.sections.first_mut().map(|section| {
            let half = section.groups.len() / 2;
            section.groups.split_off(half)
        });
        new.sections.push(Section {
            id: Id::new(format!("session-{}", chance.number())),
            title: Some("Дополнительная сессия".into()),
            groups: groups.unwrap_or_default(),
            ..Section::default()
        });
    }
    new
}

fn paragraphs(texts: &mut Vec<String>, chance: &mut Chance) {
    for text in texts.iter_mut() {
        if chance.once_in(3) {
            *text = reworded(text, chance);
        }
    }
    if chance.once_in(4) {
        texts.pop();
    }
    if chance.once_in(4) {
        texts.insert(
            chance.below(texts.len() + 1),
            "Участники отметили «работу» на 75 % школ <района> & города.".into(),
        );
    }
}

fn edit_group(group: &mut Group, chance: &mut Chance) {
    if chance.once_in(4) {
        group.heading = reworded(&group.heading, chance);
    }
    let mut directives = Vec::new();
    for mut directive in std::mem::take(&mut group.directives) {
        match chance.below(8) {
            0 => continue,
            1 | 2 => directive.text = reworded(&directive.text, chance),
            3 => {
                // One task becomes two.
                let words: Vec<&str> = directive.text.split(' ').collect();
                let half = words.len() / 2;
                if half > 2 {
                    let second = format!("обеспечить {}", words[half..].join(" "));
                    directive.text = words[..half].join(" ");
                    directives.push(directive);
                    directive = Directive {
                        id: Id::new(format!("{:032x}", chance.number())),
                        text: second,
                        ..Directive::default()
                    };
                }
            }
            4 if chance.once_in(3) => {
                directive.lead = match directive.lead {
                    Some(_) => None,
                    None => Some("Обобщить и разместить на сайтах".into()),
                };
            }
            _ => {}
        }
        directives.push(directive);
    }
    if chance.once_in(3) {
        directives.insert(
            chance.below(directives.len() + 1),
            Directive {
                id: Id::new(format!("{:032x}", chance.number())),
                text: "провести до 1 мая 2031 г. смотр кабинетов № 5 и № 7".into(),
                ..Directive::default()
            },
        );
    }
    if chance.once_in(2) {
        chance.shuffle(&mut directives);
    }
    group.directives = directives;
}

fn reworded(text: &str, chance: &mut Chance) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for _ in 0..=chance.below(3) {
        let place = chance.below(words.len());
        match chance.below(4) {
            0 if words.len() > 1 => drop(words.remove(place)),
            1 => words.insert(place, "дополнительно".into()),
            2 => words[place] = "2031\tгод".into(),
            _ => words.push("и отчитаться за 15 %".into()),
        }
    }
    words.join(" ")
}
