use std::collections::BTreeMap;

use svod_model::{Directive, Group, Id, Resolution};

/// Somebody directives are given to, and which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// The full name in the nominative; empty for directives that are given to nobody.
    pub name: String,
    /// The directives, in document order.
    pub directives: Vec<Id>,
}

/// Everybody a resolution is addressed to, in the order they are first met.
///
/// A directive that names its own executor is that one's; any other belongs to every body its
/// heading names. `nominative` brings a printed name, which stands in the dative, into the form lists
/// are kept in.
pub fn addressees(resolution: &Resolution, nominative: impl Fn(&str) -> String) -> Vec<Addressee> {
    let mut found: Vec<Addressee> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (_, group, directive) in resolution.directives() {
        for name in names(group, directive, &nominative) {
            let place = *places.entry(key(&name)).or_insert_with(|| {
                found.push(Addressee {
                    name: name.clone(),
                    directives: Vec::new(),
                });
                found.len() - 1
            });
            if let Some(addressee) = found.get_mut(place)
                && addressee.directives.last() != Some(&directive.id)
            {
                addressee.directives.push(directive.id.clone());
            }
        }
    }
    found
}

/// Whom a directive is given to; one empty name where nobody is named.
pub(super) fn names(
    group: &Group,
    directive: &Directive,
    nominative: impl Fn(&str) -> String,
) -> Vec<String> {
    let own = directive.addressee.as_deref().map(str::trim);
    if let Some(own) = own.filter(|own| !own.is_empty()) {
        return vec![nominative(own)];
    }
    let full = group.bodies.iter().map(|body| body.name.trim().to_owned());
    let printed = group.addressees.iter().skip(group.bodies.len());
    let mut names: Vec<String> = full
        .chain(printed.map(|name| nominative(name.trim())))
        .filter(|name| !name.is_empty())
        .collect();
    if names.is_empty() {
        let heading = group.heading.trim().trim_end_matches(':');
        let heading = Some(heading).filter(|heading| !heading.is_empty());
        names.push(heading.map(nominative).unwrap_or_default());
    }
    names
}

/// Names that differ in case, spaces or ё are one.
fn key(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    let lower = letters.flat_map(char::to_lowercase);
    lower.map(|c| if c == 'ё' { 'е' } else { c }).collect()
}
